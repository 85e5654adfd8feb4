"""Summonses and letters of courses: by when people are there, and hours of halves of the day for all the days."""

from announced_lines import lines_of


def test_when_somebody_is_to_be_there() -> None:
    (line,) = lines_of(
        "GIẤY TRIỆU TẬP\nTòa án nhân dân huyện Lạc Khê triệu tập ông Trần Văn Tấn.\n"
        "Có mặt lúc 07 giờ 30 phút, ngày 14 tháng 5 năm 2024\nTại: Phòng xử án số 1\n"
    )
    assert line.startswith("05-14 07:30: ")


def test_hours_of_both_halves_are_of_all_the_days_and_of_nothing_that_is_due() -> None:
    told = lines_of(
        "V/v tập huấn\nKính gửi: Trưởng phòng các huyện\nSở tổ chức tập huấn sử dụng phần mềm như sau:\n"
        "1. Thời gian: 02 đợt\n- Đợt 1: ngày 06 và 07/5/2024, các huyện phía Bắc.\n"
        "- Đợt 2: ngày 09 và 10/5/2024, các huyện phía Nam.\n"
        "Buổi sáng bắt đầu từ 8h00, buổi chiều từ 14h00.\n2. Địa điểm: Trường THPT Chuyên.\n"
        "Các đơn vị gửi danh sách trước ngày 02/5/2024.\n"
    )
    assert [line.split(":")[0] for line in told[:2]] == ["05-06..05-07 08", "05-09..05-10 08"]
    assert told[-1] == "05-01 deadline: Các đơn vị gửi danh sách"


def test_a_general_meeting_is_not_due() -> None:
    told = lines_of(
        "THÔNG BÁO MỜI HỌP\nĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2024\n"
        "Hội đồng quản trị kính mời Quý cổ đông tham dự:\n"
        "1. Thời gian: 8h30 ngày 26 tháng 4 năm 2024 (Thứ Sáu). Đăng ký cổ đông từ 7h45.\n2. Địa điểm: Hội trường.\n"
    )
    assert told == ["04-26 08:30: Đại hội đồng cổ đông thường niên năm 2024"]
