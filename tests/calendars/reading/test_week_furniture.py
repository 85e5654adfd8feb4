"""What stands in a weekly schedule and is none of its meetings: setting out, other pages, other weeks, empty days."""

from datetime import date

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.times import DaySpan
from calendars.when import Day

_TODAY = date(2021, 7, 1)


def _told(text: str) -> list[str]:
    entries = read_programme(decode(text.encode(), "a.txt"), today=_TODAY).entries
    return [
        f"{entry.title} | {entry.when.day:%d/%m}" if isinstance(entry.when, Day) else entry.title
        for entry in entries
    ]


def test_setting_out_is_no_meeting_of_its_own() -> None:
    text = """LỊCH ĐIỀU XE TUẦN 27 (05/7/2021 - 11/7/2021)

Thứ 2: 6h30 xuất phát; 8h00 Họp giao ban Tổng công ty
Thứ 3: (không)
Thứ 4: 7h00 xuất phát đi Lâm An; 8h30 Làm việc với UBND huyện
Thứ 5: 13h00 tập trung tại cơ quan, 13h30 đi viếng nghĩa trang
"""
    assert _told(text) == [
        "Họp giao ban Tổng công ty | 05/07",
        "Làm việc với UBND huyện | 07/07",
        "Viếng nghĩa trang | 08/07",
    ]


def test_what_a_page_leads_to_is_none_of_its_meetings() -> None:
    text = """LỊCH CÔNG TÁC TUẦN 27 (05/7 - 09/7/2021)

Thứ Hai 05/7
- 8h00: Hội ý Thường trực
Thứ Ba 06/7
- 8h00: Thẩm tra báo cáo

Các tin khác: Lịch công tác tuần từ 28/6 - 02/7/2021; Thông báo số 08/TB-HĐND ngày 25/6/2021
- Lịch công tác tuần 25 (21/6 - 25/6)
"""
    assert _told(text) == ["Hội ý Thường trực | 05/07", "Thẩm tra báo cáo | 06/07"]


def test_sentence_that_leads_to_a_schedule_tells_its_week() -> None:
    text = """UBND XÃ LÂM AN
LỊCH LÀM VIỆC CỦA UBND XÃ
Đài truyền thanh xã xin thông báo lịch làm việc của UBND xã từ ngày 12/7 đến ngày 16/7/2021 như sau:
Thứ hai ngày 12, 7 giờ 30, UBND xã họp giao ban tại hội trường.
Thứ ba ngày 13, 14 giờ, đối thoại với các hộ dân thôn 9.
"""
    assert read_programme(decode(text.encode(), "a.txt"), today=_TODAY).period == DaySpan(
        date(2021, 7, 12), date(2021, 7, 16)
    )
    assert _told(text) == ["UBND xã họp giao ban | 12/07", "Đối thoại với các hộ dân thôn 9 | 13/07"]


def test_week_that_is_over_is_no_meeting() -> None:
    text = "LỊCH TUẦN 27 (05/7 - 09/7/2021)\nTHỨ 2 05/7: 7h Chào cờ\n- Lịch tuần 26 (28/6-02/7) không còn hiệu lực.\n"
    assert _told(text) == ["Chào cờ | 05/07"]


def test_starred_notes_behind_hours_are_not_of_the_last_day() -> None:
    text = """LỊCH SINH HOẠT TUẦN 27 (05/7 - 11/7/2021)

THỨ BẢY 10/7
08g00: Họp tổ
CHỦ NHẬT 11/7
07g30: Họp ban

* Ghi danh lớp bơi tại văn phòng đến hết ngày 30/7.
"""
    assert _told(text)[-1] == "Ghi danh lớp bơi | 30/07"


def test_matter_of_a_court_counts_among_the_tasks_of_a_week() -> None:
    text = """CHƯƠNG TRÌNH CÔNG TÁC TUẦN (05/7/2021 - 09/7/2021)

II. Công tác xét xử
1. KSV Lan: phúc cung bị can B, sáng 06/7; xem băng ghi hình, chiều cùng ngày.
2. KSV Hòa: nghiên cứu hồ sơ cả tuần.
"""
    assert _told(text) == ["Phúc cung bị can B | 06/07", "Xem băng ghi hình | 06/07"]


def test_cells_as_beside_and_lines_of_a_cell_below_days() -> None:
    text = """LỊCH CÔNG TÁC TUẦN 27 (05/7/2021 - 11/7/2021)

Ngày|Buổi|Chủ tịch|PCT (KT-HT)|PCT (VH-XH)
Thứ 2 (05/7)|Sáng|7h30 Chào cờ; 8h00 Họp giao ban|nt|nt
 |Chiều|14h00 Họp Đảng ủy|14h00 Kiểm tra trật tự xây dựng|nt
Thứ 3 (06/7)|Sáng|8h00 Hội nghị trực tuyến|Cùng dự|nt
Thứ 7 (10/7)|Sáng|6h30 Ra quân vệ sinh môi trường|nt|nt
"""
    assert _told(text) == [
        "Chào cờ | 05/07",
        "Họp giao ban | 05/07",
        "Họp Đảng ủy | 05/07",
        "Kiểm tra trật tự xây dựng | 05/07",
        "Hội nghị trực tuyến | 06/07",
        "Ra quân vệ sinh môi trường | 10/07",
    ]


def test_columns_of_duty_stand_beside_what_is_held() -> None:
    text = """LỊCH TRỰC - LỊCH CÔNG TÁC TUẦN 27 (05/7/2021 - 11/7/2021)

Ngày       Trực LĐ      Trực cấp cứu   Công việc trong ngày
T2 05/7    BS Khoa      BS Thơ         7h15: Giao ban toàn viện
                                       14h00: Họp Hội đồng Thuốc
T3 06/7    BS Lịch      BS Mẫn         8h00: Bình bệnh án
CN 11/7    BS Khoa      BS Thơ

Ghi chú:
- Giờ trực: từ 7h00 hôm trước đến 7h00 hôm sau.
"""
    assert _told(text) == ["Giao ban toàn viện | 05/07", "Họp Hội đồng Thuốc | 05/07", "Bình bệnh án | 06/07"]


def test_all_week_sessions_and_figures_up_to_a_day() -> None:
    text = """LỊCH LÀM VIỆC TUẦN 27 (05/7/2021 - 11/7/2021)

1/ Phòng Trưng bày
- 06/7: Thuyết minh cho học sinh, 2 ca: 8h00, 14h30.
2/ Phòng Kiểm kê
- Cả tuần: phun khử trùng kho giấy.
Người lập: Tô Thị Hòa
- Các phòng gửi báo cáo số liệu đến 30/6 cho Văn phòng trước ngày 09/7.
"""
    assert _told(text) == [
        "Thuyết minh cho học sinh | 06/07",
        "Thuyết minh cho học sinh | 06/07",
        "Phun khử trùng kho giấy",
        "Các phòng gửi báo cáo số liệu cho Văn phòng | 08/07",
    ]


def test_struck_out_meeting_that_is_said_to_be_put_off_is_told() -> None:
    text = """LỊCH CÔNG TÁC TUẦN 27 (05/7/2021 - 11/7/2021)

| Ngày | Giờ | Nội dung |
|---|---|---|
| **Thứ hai 05/7** | 08:00 | ~~Làm việc với huyện Lâm An~~ (hoãn) |
| **Thứ ba 06/7** | 08:00 | ~~Họp tổ~~ |
| **Thứ tư 07/7** | 08:00 | Họp ban |

Trực: theo lịch
Ng. lập: Văn phòng, ngày 02.7
Lịch cập nhật lần 3 - 02/7/2021 21:05
"""
    assert _told(text) == ["Làm việc với huyện Lâm An | 05/07", "Họp ban | 07/07"]
