"""Kinds of documents beside programmes: what a court, a parish, a Party cell or a conclusion announces."""

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Repeat

PARISH = """GIÁO XỨ TÂN HÒA
CHƯƠNG TRÌNH TUẦN THÁNH 2024

Kính gửi cộng đoàn,

CHÚA NHẬT LỄ LÁ (24/3)
- 5g00: Thánh lễ I
- 7g00: Làm phép lá

THỨ SÁU TUẦN THÁNH (29/3) - ăn chay
- 15g00: Đi Đàng Thánh Giá

CHÚA NHẬT PHỤC SINH (31/3)
- Các Thánh lễ: 5g00; 7g00 và 17g00

Lưu ý: Lịch tập hát vẫn như đã thông báo ngày 10/3.
"""

COURT = """TÒA ÁN NHÂN DÂN HUYỆN YÊN TRẠCH
THÔNG BÁO
Lịch xét xử tháng 5 năm 2023

1. Vụ tranh chấp đất đai (thụ lý số 88/2022/TLST-DS ngày 14/10/2022): hoãn phiên tòa ngày 10/5/2023, mở lại lúc \
13h30 ngày 25/5/2023.
2. 14h00 ngày 11/5/2023: vụ án ly hôn; Phòng xử án số 2.
3. Sáng thứ Tư hằng tuần: hòa giải, đối thoại.
4. Riêng ngày 31/5 không tổ chức hòa giải do Tòa án họp.

Yên Trạch, ngày 24 tháng 4 năm 2023
"""

RESOLUTION = """CHI BỘ THÔN ĐOÀI
Số 07-NQ/CB                      Quảng Lâm, ngày 03 tháng 7 năm 2025

NGHỊ QUYẾT
HỘI NGHỊ CHI BỘ THÁNG 7/2025

Ngày 03/7/2025, Chi bộ thôn Đoài họp thường kỳ dưới sự chủ trì của đ/c Bùi Văn Lộc, Bí thư.

II. NHIỆM VỤ THÁNG 7
1. Chỉ đạo Hội Phụ nữ tảo mộ liệt sĩ sáng 26/7; 19h30 cùng ngày thắp nến tri ân tại Nghĩa trang liệt sĩ xã.
"""

CONCLUSION = """VĂN PHÒNG UBND TỈNH
Số: 417/TB-VP                               Trung Lâm, ngày 12 tháng 5 năm 2025

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh về tiến độ dự án đường ven biển

1. Đến ngày 30/4/2025, dự án giải ngân 212/560 tỷ đồng, chậm so với cam kết.
2. UBND huyện phê duyệt phương án bồi thường trước ngày 25/5/2025; chi trả xong trong tháng 6/2025.
3. Kiểm tra hiện trường ngày 29/5 (bắt đầu 7h30, tập trung tại nút giao) và họp giao ban dự án vào 15h00 thứ Ba tuần \
cuối hằng tháng.
4. Định kỳ thứ Sáu hằng tuần, nhà thầu báo cáo tiến độ trước 10h00.
"""

CHANGES = """UBND PHƯỜNG HÒA LÂM
Số: 231/TB-UBND                    Hòa Lâm, ngày 11 tháng 9 năm 2024

THÔNG BÁO
Về việc điều chỉnh một số hoạt động do bão

1. Hủy buổi diễn tập chữa cháy chiều 13/9.
2. Hạn nộp hồ sơ hỗ trợ sửa nhà: gia hạn từ ngày 15/9 đến hết ngày 30/9/2024.
3. Hội thi văn nghệ tổ chức lúc 19h00 ngày 17/9 nhưng chuyển địa điểm từ sân UBND phường vào Nhà văn hóa phường.
4. Bổ sung: 16h00 ngày 12/9 họp Ban Chỉ huy phòng chống thiên tai.
"""


def said(text: str) -> list[str]:
    """Title, day or rule, opening hour or part of the day, and status of each entry, one line each."""
    found = []
    for entry in read_programme(decode(text.encode(), "a.txt")).entries:
        when, hours = entry.when, entry.when.hours
        day = getattr(when, "day", None) or (
            f"{when.recurrence.frequency} from {when.recurrence.first} but {len(when.recurrence.left_out)}"
            if isinstance(when, Repeat)
            else f"{getattr(when, 'first', '')}..{getattr(when, 'last', '')}"
        )
        told = hours.start or hours.end or hours.part or "-"
        found.append(f"{entry.title} | {day} | {told} | {entry.status}")
    return found


def test_a_parish_programme_has_its_year_in_the_title_and_names_beside_its_days() -> None:
    assert said(PARISH) == [
        "Thánh lễ I | 2024-03-24 | 05:00:00 | confirmed",
        "Làm phép lá | 2024-03-24 | 07:00:00 | confirmed",
        "Đi Đàng Thánh Giá | 2024-03-29 | 15:00:00 | confirmed",
        "Thánh lễ | 2024-03-31 | 05:00:00 | confirmed",
        "Thánh lễ | 2024-03-31 | 07:00:00 | confirmed",
        "Thánh lễ | 2024-03-31 | 17:00:00 | confirmed",
    ]


def test_a_court_puts_off_a_case_and_leaves_out_a_day_of_its_standing_sittings() -> None:
    assert said(COURT)[:4] == [
        "Vụ tranh chấp đất đai | 2023-05-10 | - | postponed",
        "Vụ tranh chấp đất đai | 2023-05-25 | 13:30:00 | confirmed",
        "Vụ án ly hôn | 2023-05-11 | 14:00:00 | confirmed",
        "Hòa giải, đối thoại | WEEKLY from 2023-05-03 but 1 | morning | confirmed",
    ]


def test_a_room_behind_a_semicolon_is_the_place() -> None:
    entries = read_programme(decode(COURT.encode(), "a.txt")).entries
    assert [entry.location for entry in entries if entry.title == "Vụ án ly hôn"] == ["Phòng xử án số 2"]


def test_a_resolution_begins_with_the_meeting_that_passed_it_which_is_over() -> None:
    assert [line.split(" | ", 1)[1] for line in said(RESOLUTION)] == [
        "2025-07-26 | morning | confirmed",
        "2025-07-26 | 19:30:00 | confirmed",
    ]


def test_a_conclusion_tells_what_was_reached_and_asks_for_several_things_in_a_sentence() -> None:
    assert [line.split(" | ", 1)[1] for line in said(CONCLUSION)] == [
        "2025-05-24 | - | confirmed",
        "2025-06-30 | - | confirmed",
        "2025-05-29 | 07:30:00 | confirmed",
        "MONTHLY from 2025-05-27 but 0 | 15:00:00 | confirmed",
        "WEEKLY from 2025-05-16 but 0 | 10:00:00 | confirmed",
    ]


def test_a_notice_of_changes_extends_a_deadline_and_calls_off_no_board_of_command() -> None:
    entries = read_programme(decode(CHANGES.encode(), "a.txt")).entries
    assert [str(entry.status) for entry in entries] == [
        "cancelled",
        "postponed",
        "confirmed",
        "confirmed",
        "confirmed",
    ]
    assert entries[3].location == "Nhà văn hóa phường"


def test_a_leader_who_attends_as_another_is_named_with_that_one() -> None:
    table = (
        "LỊCH CÔNG TÁC TUẦN 42 (từ ngày 16/10/2023 đến ngày 22/10/2023)\n"
        "Thứ, ngày | Buổi | Chủ tịch Phạm Khải | PCT Lê Thu | PCT Đỗ Minh\n"
        "Thứ Hai 16/10 | Sáng | 7h15: Chào cờ đầu tuần; 8h00: Giao ban | Như Chủ tịch | Đi cơ sở\n"
        "Thứ Ba 17/10 | Sáng | Làm việc tại phòng | 8h00: Họp tổ | Như PCT Thu\n"
    )
    entries = read_programme(decode(table.encode(), "a.txt")).entries
    assert [(entry.title, entry.chair) for entry in entries if entry.title != "Đi cơ sở"] == [
        ("Chào cờ đầu tuần", "Chủ tịch Phạm Khải, PCT Lê Thu"),
        ("Giao ban", "Chủ tịch Phạm Khải, PCT Lê Thu"),
        ("Họp tổ", "PCT Lê Thu, PCT Đỗ Minh"),
    ]


def test_numbered_classes_of_some_days_each_are_things_of_their_own() -> None:
    table = (
        "LỊCH ĐÀO TẠO QUÝ II NĂM 2024\n"
        "TT | Nội dung | Thời gian | Địa điểm\n"
        "1 | An toàn người bệnh (2 lớp) | Lớp 1: 22-23/4; Lớp 2: 25-26/4 | Hội trường A\n"
        "2 | Nội soi cơ bản | Từ 20/5 đến 14/6 | Phòng mổ 3\n"
    )
    assert [line.split(" | ")[1] for line in said(table)] == [
        "2024-04-22..2024-04-23",
        "2024-04-25..2024-04-26",
        "2024-05-20..2024-06-14",
    ]


AGM = """QUỸ TÍN DỤNG NHÂN DÂN AN LỘC
THÔNG BÁO MỜI HỌP
ĐẠI HỘI THÀNH VIÊN NĂM 2025

Hội đồng quản trị kính mời Quý thành viên tham dự Đại hội, cụ thể:

- Thời gian: Khai mạc 8h00, Chủ nhật, ngày 30 tháng 3 năm 2025 (đón tiếp từ 7h00).
- Địa điểm: Hội trường xã.
- Điều kiện: Thành viên có tên trong danh sách chốt ngày 28/02/2025.

Chi trả cổ tức năm 2024: từ ngày 07/4 đến ngày 18/4/2025, giờ hành chính, tại phòng giao dịch.
"""

PLAN = """LIÊN ĐOÀN LAO ĐỘNG HUYỆN
KẾ HOẠCH
Hoạt động công đoàn quý II năm 2023

II. Tháng 5/2023 - Tháng Công nhân
1. Hưởng ứng Tháng An toàn lao động (từ 01/5 đến 31/5): treo băng rôn xong trước 28/4.
2. Lễ phát động Tháng Công nhân: 7h30 ngày 05/5, KCN Bình Lộc.
3. Khám sức khỏe: 8h00 sáng thứ Bảy hằng tuần trong tháng.
4. Hạn chế xe tải trên đường vào KCN: 5h30 - 9h00 ngày 05/5.
5. Hạn đăng ký đề tài: 17h00 thứ Sáu 09/6.
6. Tiêm phòng: 13h30 đến 16h chiều thứ Ba 16/5, trước cổng nhà văn hóa.
7. Thi nấu ăn: sơ khảo 14h00 ngày 14/5.
- Tuần trước (25/4) cơ quan đã nghiệm thu 3 đề tài.
- Hôm 26/4 vừa rồi tổ quyên góp được 3 triệu đồng.
"""

FESTIVAL = """UBND HUYỆN MỘC LỘC
KẾ HOẠCH
Tổ chức Lễ hội Hoa Ban năm 2025

II. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 03 ngày, từ ngày 14/3 đến ngày 16/3/2025.
2. Địa điểm: Quảng trường huyện.

III. NỘI DUNG
STT | Nội dung | Thời gian | Địa điểm
1 | Thi người đẹp | Sơ khảo: 14h00 ngày 14/3; chung kết: 20h00 ngày 15/3 | Nhà văn hóa huyện
2 | Bế mạc | 16h00 ngày 16/3 | Quảng trường huyện
"""


def test_an_opening_with_its_reception_in_a_bracket_is_of_the_meeting_invited_to() -> None:
    assert said(AGM) == [
        "Đại hội thành viên năm 2025 | 2025-03-30 | 08:00:00 | confirmed",
        "Chi trả cổ tức năm 2024 | 2025-04-07..2025-04-18 | all-day | confirmed",
    ]


def test_what_repeats_below_a_month_ends_with_it_and_not_everything_that_begins_with_han_is_due() -> None:
    assert said(PLAN) == [
        "Treo băng rôn | 2023-04-27 | - | confirmed",
        "Tháng An toàn lao động | 2023-05-01..2023-05-31 | all-day | confirmed",
        "Lễ phát động Tháng Công nhân | 2023-05-05 | 07:30:00 | confirmed",
        "Khám sức khỏe | WEEKLY from 2023-05-06 but 0 | 08:00:00 | confirmed",
        "Hạn chế xe tải trên đường vào KCN | 2023-05-05 | 05:30:00 | confirmed",
        "Hạn đăng ký đề tài | 2023-06-09 | 17:00:00 | confirmed",
        "Tiêm phòng | 2023-05-16 | 13:30:00 | confirmed",
        "Thi nấu ăn | 2023-05-14 | 14:00:00 | confirmed",
    ]
    entries = read_programme(decode(PLAN.encode(), "a.txt")).entries
    assert [str(entry.category) for entry in entries if "Hạn" in entry.title or "Tiêm" in entry.title] == [
        "meeting",
        "deadline",
        "meeting",
    ]
    standing = next(entry.when for entry in entries if isinstance(entry.when, Repeat))
    assert str(standing.recurrence.until) == "2023-05-27"


def test_time_and_place_of_a_plan_are_of_what_its_title_names() -> None:
    assert said(FESTIVAL) == [
        "Lễ hội Hoa Ban năm 2025 | 2025-03-14..2025-03-16 | - | confirmed",
        "Thi người đẹp (Sơ khảo) | 2025-03-14 | 14:00:00 | confirmed",
        "Thi người đẹp (chung kết) | 2025-03-15 | 20:00:00 | confirmed",
        "Bế mạc | 2025-03-16 | 16:00:00 | confirmed",
    ]


VACCINATION = """TRẠM THÚ Y HUYỆN LỘC HÒA
Số: 34/KH-TTY
KẾ HOẠCH
Tiêm phòng gia súc đợt 1 năm 2024

Năm 2023, huyện tiêm phòng từ ngày 10/9 đến ngày 30/10/2023.

I. Thời gian thực hiện: từ ngày 11/3/2024 đến ngày 20/4/2024, chia làm 2 bước:
- Bước 1 (11/3 - 15/3): thống kê đàn.

II. Lịch tiêm tại các xã
TT | Xã | Ngày tiêm | Cán bộ phụ trách
1 | Lộc Bình | 18, 19/3 | Đ/c Thủy
2 | Vinh Hiền | 01/4 (sáng), 02/4 (cả ngày) | Đ/c Năm

Lộc Hòa, ngày 26/02/2024
"""

ENROLMENT = """TRƯỜNG ĐẠI HỌC MIỀN ĐÔNG
THÔNG BÁO
Kế hoạch nhập học năm 2025

1. Nhập học: từ 03/9 đến 06/9/2025 (sáng 7h30 - 11h00, chiều 13h30 - 16h30) tại Nhà A1.
2. Kiểm tra tiếng Anh: ca 1 lúc 8h00, ca 2 lúc 14h00 ngày 20/9.
3. Gặp mặt thủ khoa: 9h00 ngày 17/9 (khoa đăng ký danh sách trước ngày 10/9).
4. Đối chiếu học phí:
- Khối sở, ngành: 26/9.
5. Thời gian chỉnh lý hồ sơ kết thúc ngày 31/7/2025.
Năm 2024, Trường tổ chức nhập học ngày 04/9/2024.
Đường dây nóng: 0271.3.777.888 (7h00 - 21h00 hằng ngày).

Miền Đông, ngày 23 tháng 8 năm 2025
"""

MUSEUM = """BẢO TÀNG TỈNH
CHƯƠNG TRÌNH HOẠT ĐỘNG THÁNG 5/2025

1. Trưng bày gốm cổ: mở cửa từ 01/5 đến 31/8/2025 (nghỉ thứ Hai hằng tuần).
2. Ngày Quốc tế Bảo tàng 18/5: miễn phí vé; tọa đàm "Bảo tàng và cộng đồng" 9h00.
3. Tiếp đoàn học sinh Trường A Lê Lợi: 14 giờ, 07/5 (thứ Tư) và Trường B Tân An: 8 giờ, 09/5 (thứ Sáu).
4. Chiếu phim: 19h30 các ngày 10, 17, 24/5; riêng ngày 17/5 chiếu lúc 20h00.
5. Trại hè kỹ năng: 03 ngày 2 đêm, dự kiến đầu tháng 5.
6. Ôn tập: sáng thứ 2, 4 hằng tuần (trừ tuần lễ 12-16/5).
"""

OUTAGE = """ĐIỆN LỰC HUYỆN TÂN HÒA
THÔNG BÁO
LỊCH NGỪNG CUNG CẤP ĐIỆN TUẦN 29 (từ 17/7/2023 đến 23/7/2023)

Thứ Hai, ngày 17/7/2023
- Từ 07h00 đến 11h30: xã Tân Lộc. Lý do: thay dây dẫn.
Thứ Năm, ngày 20/7/2023
- Từ 08h00 đến 10h00: Khu công nghiệp Đông Nam (theo Biên bản ngày 05/7/2023).

Lưu ý: Lịch có thể thay đổi. Riêng lịch ngừng điện xã Tân Phú ngày 21/7 đã thông báo trước đây nay hủy bỏ.
"""


def test_a_plan_lasts_as_long_as_its_heading_tells_and_some_days_of_a_cell_have_their_own_halves() -> None:
    assert said(VACCINATION) == [
        "Tiêm phòng gia súc đợt 1 năm 2024 | 2024-03-11..2024-04-20 | - | confirmed",
        "Bước 1: thống kê đàn | 2024-03-11..2024-03-15 | - | confirmed",
        "Tiêm tại các xã: Lộc Bình | 2024-03-18..2024-03-19 | - | confirmed",
        "Tiêm tại các xã: Vinh Hiền | 2024-04-01 | morning | confirmed",
        "Tiêm tại các xã: Vinh Hiền | 2024-04-02 | all-day | confirmed",
    ]


def test_an_enrolment_has_two_sessions_a_day_shifts_and_what_is_asked_for_in_a_bracket() -> None:
    assert said(ENROLMENT) == [
        "Nhập học | 2025-09-03..2025-09-06 | 07:30:00 | confirmed",
        "Kiểm tra tiếng Anh | 2025-09-20 | 08:00:00 | confirmed",
        "Kiểm tra tiếng Anh | 2025-09-20 | 14:00:00 | confirmed",
        "Gặp mặt thủ khoa | 2025-09-17 | 09:00:00 | confirmed",
        "Khoa đăng ký danh sách | 2025-09-09 | - | confirmed",
        "Đối chiếu học phí: khối sở, ngành | 2025-09-26 | - | confirmed",
    ]
    first = read_programme(decode(ENROLMENT.encode(), "a.txt")).entries[0]
    assert str(first.when.hours.end) == "16:30:00"


def test_a_museum_closes_on_mondays_and_shows_a_film_later_on_one_day() -> None:
    assert said(MUSEUM) == [
        "Trưng bày gốm cổ | 2025-05-01..2025-08-31 | - | confirmed",
        'Tọa đàm "Bảo tàng và cộng đồng" | 2025-05-18 | 09:00:00 | confirmed',
        "Ngày Quốc tế Bảo tàng | 2025-05-18 | all-day | confirmed",
        "Tiếp đoàn học sinh Trường A Lê Lợi | 2025-05-07 | 14:00:00 | confirmed",
        "Trường B Tân An | 2025-05-09 | 08:00:00 | confirmed",
        "Chiếu phim | .. | 19:30:00 | confirmed",
        "Chiếu phim | 2025-05-17 | 20:00:00 | confirmed",
        "Trại hè kỹ năng | 2025-05-01..2025-05-10 | - | tentative",
        "Ôn tập | WEEKLY from 2025-05-05 but 2 | morning | confirmed",
    ]


def test_a_place_below_a_day_names_what_is_done_there_and_a_note_may_call_something_off() -> None:
    assert said(OUTAGE) == [
        "Xã Tân Lộc | 2023-07-17 | 07:00:00 | confirmed",
        "Khu công nghiệp Đông Nam | 2023-07-20 | 08:00:00 | confirmed",
        "Lịch ngừng điện xã Tân Phú | 2023-07-21 | - | cancelled",
    ]


PARTY_MONTH = """LỊCH CÔNG TÁC THÁNG 7/2024 CỦA BAN THƯỜNG VỤ HUYỆN ỦY

Tuần 4 (từ ngày 22/7 đến ngày 26/7)
- Ngày 24/7: Giao ban khối.
- Trong tuần: khảo sát mô hình.
Tuần 5 (từ ngày 29/7 đến ngày 31/7)
- Ngày 30/7: Họp báo.

Giao ban Thường trực: 7h30 thứ Hai hằng tuần.
"""

BUILDING = """BAN QUẢN TRỊ CHUNG CƯ
Số 17/2025/TB-BQT
THÔNG BÁO
V/v một số công việc tháng 8/2025

1. Hội nghị từ 8h30 Chủ nhật ngày 24/8/2025 tại sảnh tòa B. Cư dân vắng mặt nộp giấy ủy quyền trước 17h ngày 22/8.
2. Bảo dưỡng thang máy: tòa A ngày 12/8, tòa B ngày 13/8 (9h - 16h).
3. Thu phí: từ 01/8 đến 20/8; sau ngày 20/8 tính lãi chậm nộp.
4. Lễ Vu Lan: 19h00 mùng 10 tháng 7 âm lịch.

Hà Lâm, ngày 01 tháng 8 năm 2025
"""

MILITIA = """BAN CHỈ HUY QUÂN SỰ HUYỆN
KẾ HOẠCH
Huấn luyện dân quân năm 2022

1. Dân quân cơ động: đợt 1 từ 04 - 10/4; đợt 2 từ 09 - 15/5.
2. Dân quân tại chỗ: trong tháng 6, mỗi xã 07 ngày.
"""

EXAM = """TRƯỜNG THPT NGUYỄN HUỆ
LỊCH KIỂM TRA CUỐI HỌC KỲ II NĂM HỌC 2023-2024

Ngày | Buổi | Môn | Khối | Giờ phát đề | Thời gian làm bài
22/4/2024 (thứ Hai) | Sáng | Ngữ văn | 10, 11 | 7h30 | 90 phút
 | Chiều | Vật lí | 10, 11 | 13h45 | 45 phút
"""

REUNION = """THƯ MỜI HỌP KHÓA

Thời gian: 02 ngày (15 - 16/7/2023)
Địa điểm: Khu nghỉ dưỡng Hồ Xanh

Ngày 15/7
+ 15h00: Trò chơi
Ngày 16/7
+ 8h00: Tọa đàm

Đóng góp: 500.000đ, chuyển khoản trước ngày 01/7.
"""


def test_what_is_held_every_week_behind_the_list_of_a_week_is_held_in_all_weeks() -> None:
    assert said(PARTY_MONTH) == [
        "Giao ban khối | 2024-07-24 | - | confirmed",
        "Khảo sát mô hình | 2024-07-22..2024-07-26 | - | tentative",
        "Họp báo | 2024-07-30 | - | confirmed",
        "Giao ban Thường trực | WEEKLY from 2024-07-01 but 0 | 07:30:00 | confirmed",
    ]


def test_a_building_ends_a_sentence_and_each_has_its_day_and_all_the_hours_behind() -> None:
    assert said(BUILDING) == [
        "Hội nghị | 2025-08-24 | 08:30:00 | confirmed",
        "Cư dân vắng mặt nộp giấy ủy quyền | 2025-08-22 | 17:00:00 | confirmed",
        "Bảo dưỡng thang máy: tòa A, tòa B | 2025-08-12 | 09:00:00 | confirmed",
        "Bảo dưỡng thang máy: tòa A, tòa B | 2025-08-13 | 09:00:00 | confirmed",
        "Thu phí | 2025-08-01..2025-08-20 | - | confirmed",
        "Lễ Vu Lan | 2025-09-01 | 19:00:00 | confirmed",
    ]


def test_a_month_behind_a_colon_makes_a_listed_thing_an_entry() -> None:
    assert said(MILITIA)[2:] == ["Dân quân tại chỗ: mỗi xã 07 ngày | 2022-06-01..2022-06-30 | - | tentative"]


def test_an_exam_begins_when_its_questions_are_handed_out() -> None:
    assert said(EXAM) == [
        "Ngữ văn | 2024-04-22 | 07:30:00 | confirmed",
        "Vật lí | 2024-04-22 | 13:45:00 | confirmed",
    ]


def test_what_is_paid_for_a_reunion_is_due_before_it() -> None:
    assert "500.000đ, chuyển khoản | 2023-06-30 | - | confirmed" in said(REUNION)


def test_a_paper_about_the_year_gone_is_of_no_programme_of_that_year() -> None:
    letter = (
        "SỞ TÀI CHÍNH\nSố: 15/STC-QLNS\nV/v quyết toán năm 2024\n"
        "                        Nam Lâm, ngày 18 tháng 02 năm 2025\n\n"
        "1. Các đơn vị gửi báo cáo trước ngày 25/02/2025.\n2. Khối huyện đối chiếu: 03 - 07/3.\n"
    )
    assert [line.split(" | ")[1] for line in said(letter)] == ["2025-02-24", "2025-03-03..2025-03-07"]


CONCLUSIONS = """LIÊN MINH HỢP TÁC XÃ TỈNH
Số: 45/LMHTX-VP
THÔNG BÁO
Kết luận giao ban tháng 5 và nhiệm vụ tháng 6/2024

Ngày 03/6/2024, Thường trực Liên minh tổ chức họp giao ban. Sau khi nghe báo cáo, Chủ tịch kết luận:

II. Nhiệm vụ tháng 6
1. Quỹ Hỗ trợ: thẩm định hồ sơ vay, giải ngân trước 30/6.
2. Các phòng nộp báo cáo về Văn phòng trong ngày 14/6; Văn phòng tổng hợp gửi UBND tỉnh ngày 17/6.
3. Thu hội phí 6 tháng đầu năm trước ngày 20/6; quỹ tồn đến 31/5/2024 là 6 triệu đồng.

III. Chấm thi và công bố kết quả
1. Công bố kết quả: 28/6.
"""

BROADCAST = """ĐÀI PHÁT THANH LAM HÒA
THÔNG BÁO
Điều chỉnh lịch phát sóng và một số cuộc họp trong tuần từ 10/3 - 16/3/2025

- Ghi hình "Đối thoại" ngày 13/3: tạm dừng, sẽ ghi bù ngày 20/3.
- Buổi tập huấn chiều 14/3 giữ nguyên thời gian, đổi phòng: Studio 2.
Lịch cũ gửi ngày 07/3 không còn giá trị.
"""


def test_a_section_of_what_is_made_known_is_no_report_and_what_is_sent_counts_in_a_task() -> None:
    assert [line.split(" | ", 1)[1] for line in said(CONCLUSIONS)] == [
        "2024-06-29 | - | confirmed",
        "2024-06-14 | - | confirmed",
        "2024-06-17 | - | confirmed",
        "2024-06-19 | - | confirmed",
        "2024-06-28 | - | confirmed",
    ]


def test_what_is_recorded_later_is_put_off_and_a_room_changes() -> None:
    assert [line.split(" | ", 1)[1] for line in said(BROADCAST)] == [
        "2025-03-13 | - | postponed",
        "2025-03-20 | - | confirmed",
        "2025-03-14 | afternoon | confirmed",
    ]
    assert read_programme(decode(BROADCAST.encode(), "a.txt")).entries[2].location == "Studio 2"


BLOOD = """BAN CHỈ ĐẠO HIẾN MÁU QUẬN
KẾ HOẠCH
Tổ chức hiến máu tình nguyện quý III năm 2023

II. LỊCH TỔ CHỨC
Đợt | Ngày | Phường | Địa điểm
1 | 05/7 | Phường 1, 2 | Trường TH Kim Đồng
2 | 19/7 | Phường 3, 5 | Nhà thiếu nhi

Thời gian tiếp nhận máu: từ 7h00 đến 11h00 các ngày nêu trên.

III. TỔ CHỨC THỰC HIỆN
1. Tôn vinh người hiến máu: dự kiến cuối tháng 9/2023.
"""

NOTARY = """PHÒNG CÔNG CHỨNG SỐ 2
THÔNG BÁO
Về việc thay đổi giờ làm việc và nghỉ bù

1. Tư vấn pháp luật: 8h00 thứ Bảy tuần đầu tiên hằng tháng; riêng tháng 5 chuyển sang thứ Bảy 10/5.
2. Hồ sơ nộp trước ngày 28/3 được trả theo giấy hẹn cũ.
An Hòa, ngày 31/3/2025
"""


def test_hours_told_of_all_days_above_are_of_the_rows_of_the_table() -> None:
    assert [line.split(" | ", 1)[1] for line in said(BLOOD)] == [
        "2023-07-05 | 07:00:00 | confirmed",
        "2023-07-19 | 07:00:00 | confirmed",
        "2023-09-21..2023-09-30 | - | tentative",
    ]


def test_a_standing_thing_goes_on_though_one_month_moves_it() -> None:
    assert said(NOTARY) == [
        "Tư vấn pháp luật | MONTHLY from 2025-04-05 but 1 | 08:00:00 | confirmed",
        "Tư vấn pháp luật | 2025-05-10 | 08:00:00 | confirmed",
    ]


def test_what_is_reported_of_a_meeting_is_due_on_a_day_of_its_own() -> None:
    text = (
        "CHƯƠNG TRÌNH\nCông tác tháng 4/2024\n\n1. Sinh hoạt chuyên đề trong tháng 5, báo cáo trước 05/6.\n"
    )
    assert [line.split(" | ", 1)[1] for line in said(text)] == [
        "2024-05-01..2024-05-31 | - | tentative",
        "2024-06-04 | - | confirmed",
    ]


def test_quoted_times_are_of_the_meeting_told_beside_them() -> None:
    text = (
        "V/v đính chính Giấy mời\n\nBến Làng, ngày 14 tháng 3 năm 2016\n\nPhòng xin đính chính Giấy mời số 195/GM-PKT "
        'ngày 10/3/2016 như sau:\n\nĐã in: "Thời gian: 8h00, thứ Năm, ngày 17/3/2016".\n'
        'Nay sửa lại là: "Thời gian: 8h00, thứ Sáu, ngày 18/3/2016".\n'
        "Nội dung: Hội nghị hướng dẫn quyết toán, tại Hội trường tầng 5. Các nội dung khác giữ nguyên.\n"
    )
    found = read_programme(decode(text.encode(), "a.txt")).entries
    assert [(e.title, e.status.value, e.location) for e in found] == [
        ("Hội nghị hướng dẫn quyết toán", "postponed", "Hội trường tầng 5"),
        ("Hội nghị hướng dẫn quyết toán", "confirmed", "Hội trường tầng 5"),
    ]
