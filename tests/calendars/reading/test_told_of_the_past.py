"""Lines of what was before: no entries; and what looks like a head or a time and is neither."""

import pytest
from announced_lines import lines_of

MONTH = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n"
WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\nThứ Hai 06/5\n- 8h00: Họp tổ.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Từ đầu năm tiếp 21 lượt, lần gần nhất ngày 03/5.",
        "Buổi khám gần đây nhất: 03/5, 90 lượt người.",
        "Lần họp trước: 03/5.",
        "Công việc tuần trước: 29/4 họp giao ban; 03/5 tiếp đoàn Sở.",
        "Tuần trước, ngày 02/5 đã họp Ban Thường vụ; 03/5 kiểm tra chi hội 3.",
        "Văn phòng đã gửi tài liệu ngày 03/5.",
        "Sự cố mất điện ngày 03/5 đã khắc phục.",
    ],
)
def test_what_was_before_is_no_entry(line: str) -> None:
    text = f"{MONTH}1. Ngày 06/5, 8h: Họp Thường trực.\n2. {line}\n3. Ngày 25/5: Họp Ban Chấp hành.\n"
    assert lines_of(text) == ["05-06 08:00: Họp Thường trực", "05-25: Họp Ban Chấp hành"]


@pytest.mark.parametrize(
    "line",
    [
        "Hội thi nấu ăn kết thúc ngày 12/4 có 17/21 đội đạt.",
        "Do nghỉ lễ, trực 5/8 buổi; đến 26/4 tiếp 31 lượt người.",
        "Hội thao bế mạc ngày 20/4 với 12 đội tham gia.",
        "Giải ngân: đến 26/4 thu được 31 triệu đồng.",
        "Sản lượng đạt 4,12/4,00 triệu tấn.",
    ],
)
def test_what_was_counted_before_is_no_entry(line: str) -> None:
    text = f"{MONTH}1. Ngày 06/5, 8h: Họp Thường trực.\n\n{line}\n\nLộc An, ngày 28 tháng 4 năm 2024\n"
    assert lines_of(text) == ["05-06 08:00: Họp Thường trực"]


def test_a_letter_tells_of_a_day_gone_with_what_is_expected_of_it() -> None:
    text = (
        "GIẤY MỜI\n\nKính mời ông/bà dự hội thảo: 8h00, thứ Sáu 17/5/2024, tại xã Lộc An.\n\n"
        "Mô hình gieo ngày 26/02/2024, dự kiến cho năng suất 6,2 tấn/ha.\n\nLộc An, ngày 10 tháng 5 năm 2024\n"
    )
    assert lines_of(text) == ["05-17 08:00: Hội thảo"]


@pytest.mark.parametrize(
    "line",
    ["Kết quả tuần trước: 09/11 việc đã xong, 02 hồ sơ trễ hẹn từ 28/4.", "Tuần qua, 03/5 đã họp chi bộ."],
)
def test_what_a_week_before_brought_is_no_entry_below_a_week(line: str) -> None:
    assert lines_of(f"{WEEK}{line}\n") == ["05-06 08:00: Họp tổ"]


def test_a_last_meeting_that_is_moved_is_told_still() -> None:
    text = f"{MONTH}1. Buổi gần nhất ngày 06/5 chuyển sang ngày 08/5: Họp tổ.\n"
    assert any(line.startswith("05-08") for line in lines_of(text))


def test_a_cited_schedule_is_no_old_time() -> None:
    text = (
        "CẬP NHẬT LỊCH TUẦN (06/5 - 12/5/2024)\nCác việc không nêu ở đây thực hiện theo lịch cũ ngày 03/5/2024\n\n"
        "STT; Nội dung; Lịch đã ban hành; Thay đổi thành\n1; Họp giao ban; 8h00 thứ Tư, 08/5; 14h00 thứ Tư, 08/5\n"
    )
    assert lines_of(text) == ["05-08 08:00 postponed: Họp giao ban", "05-08 14:00: Họp giao ban"]


def test_the_car_below_a_thing_is_no_thing() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\nThứ Năm 09/5\nCả ngày\nKhám từ thiện tại xã An Lộc\n"
        "Xe đi 05g30\n\nThứ Sáu 10/5\n- 7h30: Họp tổ\n"
    )
    assert lines_of(text) == ["05-09 all-day: Khám từ thiện", "05-10 07:30: Họp tổ"]


def test_a_full_date_behind_a_weekday_heads_its_day_and_is_no_day_of_issue() -> None:
    text = (
        "SỞ NỘI VỤ\nLỊCH TUẦN LÃNH ĐẠO SỞ - TUẦN 39/2024\n\nThứ Hai, ngày 23 tháng 9 năm 2024\n"
        "  08:00 | GĐ Trần Văn An | Họp giao ban | Phòng họp A\n"
        "  10:00 | Phòng Tổ chức cán bộ | Thẩm định hồ sơ | Phòng họp C\n\nThứ Sáu, ngày 27 tháng 9 năm 2024\n"
        "  16:00 | Văn phòng Sở | Hạn cuối các phòng gửi lịch tuần 40 | \n"
    )
    assert lines_of(text) == [
        "09-23 08:00: Họp giao ban",
        "09-23 10:00: Thẩm định hồ sơ",
        "09-27-16:00 deadline: Các phòng gửi lịch tuần 40",
    ]


def test_a_letter_without_a_title_that_moves_what_was_announced_is_a_notice() -> None:
    text = (
        "TRƯỜNG THPT PHÚ LÂM\nSố: 12/THPT\n\nKính gửi: Các tổ chuyên môn\n\nNgày 01/11/2023, nhà trường đã có Giấy mời "
        "số 20/GM mời dự Hội thảo đổi mới dạy học vào sáng 10/11/2023.\n"
        "Vì trùng lịch thi, thời gian Hội thảo được lùi sang 14h00 ngày 12/11/2023.\n\nPhú Lâm, 05/11/2023\n"
    )
    assert lines_of(text) == [
        "11-10 morning postponed: Hội thảo đổi mới dạy học",
        "11-12 14:00: Hội thảo đổi mới dạy học",
    ]


def test_what_a_note_foresees_by_half_of_the_day_and_place_is_told() -> None:
    note = "* Ghi chú: Tiêm vắc-xin đã thực hiện ngày 03/5. Hội diễn dự kiến chiều 18/5/2024 tại Nhà văn hóa phường."
    assert lines_of(f"{WEEK}{note}\n") == ["05-06 08:00: Họp tổ", "05-18 afternoon tentative: Hội diễn"]


def test_who_signs_behind_a_colon_is_below_no_day() -> None:
    signed = "Chánh Văn phòng: La Văn Xuân\n(Ký số ngày 03/5/2024 16:42:10 +07:00)\n"
    assert lines_of(f"{WEEK}{signed}") == ["05-06 08:00: Họp tổ"]


def test_what_makes_ready_is_part_of_a_title_and_a_bodys_address_of_its_place() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\nThứ Năm 09/5\n"
        "- Hội LHPN xã kiểm tra công tác chuẩn bị Tuần lễ Áo dài (chiều).\n"
    )
    assert lines_of(text) == ["05-09 afternoon: Hội LHPN xã kiểm tra công tác chuẩn bị Tuần lễ Áo dài"]


def test_what_was_reached_on_a_day_is_no_entry() -> None:
    text = f"{MONTH}1. Ngày 06/5, 8h: Họp tổ.\n2. Các khoa tự đánh giá: báo cáo đợt 1 ngày 02.5 đạt 21/26 khoa.\n"
    assert lines_of(text) == ["05-06 08:00: Họp tổ"]


@pytest.mark.parametrize(
    "line",
    [
        "Kỳ họp trước (ngày 10/4/2023) có 3 ý kiến chưa trả lời.",
        "Tháng trước họp ngày 10/4, vắng 02 đồng chí.",
        "Tuần trước chi hội đã họp (10/4).",
        "Cuộc họp ngày 10/4/2023 đã thống nhất mức thu.",
        "Buổi tập huấn hôm 10/4/2023 có 60 người dự.",
        "Phiên 10/4/2023 vắng 3 đại biểu.",
        "Đã chi trả đợt 1 ngày 05/4/2023 cho 32 hộ.",
    ],
)
def test_what_was_before_is_no_entry_among_standing_rules(line: str) -> None:
    text = (
        "QUY ƯỚC SINH HOẠT CÂU LẠC BỘ NĂM 2023\n(Áp dụng từ 01/01/2023)\n\n"
        f"1. Sinh hoạt câu lạc bộ: 19h30 ngày 20 hằng tháng.\n2. {line}\n"
    )
    assert lines_of(text) == ["MONTHLY 19:30: Sinh hoạt câu lạc bộ"]


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 16/5 có 02 đồng chí dự tập huấn tại tỉnh.",
        "Hội nghị ngày 16/5 đã gửi giấy mời.",
        "Ngày 16/5: Tập huấn (đã có kế hoạch).",
    ],
)
def test_what_was_made_ready_for_a_day_to_come_is_an_entry(line: str) -> None:
    told = lines_of(f"{MONTH}1. Ngày 06/5, 8h: Họp tổ.\n2. {line}\n")
    assert [one[:5] for one in told] == ["05-06", "05-16"]


@pytest.mark.parametrize("heading", ["Thông tin cần biết", "Những điều cần biết:", "Thông tin bổ sung"])
def test_what_to_know_below_the_days_of_a_programme_is_of_none_of_them(heading: str) -> None:
    text = (
        "CHƯƠNG TRÌNH HỘI NGHỊ KHOA HỌC LẦN THỨ 5\n\nThời gian: từ 8h00 ngày 10/5/2024 đến 11h30 ngày 11/5/2024\n"
        "Địa điểm: Hội trường Hoa Mai\n\nNGÀY THỨ NHẤT - thứ Sáu, 10/5\n08h00 - 08h20    Khai mạc\n"
        "08h20 - 11h30    Phiên toàn thể\n\nNGÀY THỨ HAI - thứ Bảy, 11/5\n08h00 - 11h00    Phiên báo cáo\n"
        f"11h00 - 11h30    Bế mạc\n\n{heading}\n+ Hạn gửi tóm tắt: 05/4/2024.\n"
        "+ Lớp học siêu âm trước hội nghị: 14h00 - 17h00, thứ Năm, 09/5/2024, Bệnh viện Hoa Mai.\n"
        "+ Chứng nhận 12 giờ học theo Quyết định số 24/QĐ-SYT ngày 18/3/2024.\n+ Phí: 500.000 đ (bác sĩ).\n"
    )
    found = lines_of(text)
    assert any(line.startswith("05-09 14:00") for line in found)
    assert not any("Phí" in line or "Chứng nhận" in line or heading.strip(":") in line for line in found)
