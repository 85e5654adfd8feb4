"""Numbers before things that look like parts of a time, told by how they count; what only begins and never ends."""

from announced_lines import lines_of

MONTH = "KẾ HOẠCH CÔNG TÁC THÁNG 2/2016\n\n"


def test_numbers_with_a_comma_are_no_days() -> None:
    text = (
        f"{MONTH}B- Hội họp\n1, 04/2: Gặp mặt tất niên, 10h30, nhà ăn.\n2, Họp tổ: 7h30 ngày 15/2.\n"
        "3, 16/2 - sáng: phát động Tết trồng cây.\nC- Khác\n1, 29/2: nghiệm thu đợt 1.\n"
    )
    assert lines_of(text) == [
        "02-04 10:30: Gặp mặt tất niên",
        "02-15 07:30: Họp tổ",
        "02-16 morning: Phát động Tết trồng cây",
        "02-29: Nghiệm thu đợt 1",
    ]


def test_days_before_a_comma_are_days() -> None:
    text = f"{MONTH}- Các ngày:\n10, 11/2: Tập huấn kỹ năng.\n17, 18/2: Kiểm tra hồ sơ.\n"
    assert lines_of(text) == ["02-10..02-11: Tập huấn kỹ năng", "02-17..02-18: Kiểm tra hồ sơ"]


def test_how_things_are_from_a_day_on_is_no_entry() -> None:
    text = f"{MONTH}1. Họp tổ: 7h30 ngày 15/2.\n2. Vé phát từ ngày 10/2 tại văn phòng.\n"
    assert lines_of(text) == ["02-15 07:30: Họp tổ"]


def test_what_makes_ready_for_a_meeting_has_a_time_of_its_own() -> None:
    text = (
        "GIẤY MỜI\nHội nghị trực tuyến sơ kết công tác\n\n- Thời gian: 08 giờ 00, thứ Tư, ngày 27/3/2019.\n"
        "- Địa điểm: Hội trường tầng 4.\n\nĐề nghị: Ban Tuyên giáo gửi báo cáo trước ngày 22/3/2019; các điểm cầu "
        "kiểm tra đường truyền lúc 15h00 ngày 26/3/2019.\n"
    )
    assert any(line.startswith("03-26 15:00") and "đường truyền" in line for line in lines_of(text))


def test_a_note_below_the_last_day_that_moves_a_meeting_is_of_its_own_days() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 51 (Từ ngày 15/12/2025 đến ngày 21/12/2025)\n\nThứ Hai 15/12\n- 8h00: Giao ban.\n"
        "Chủ nhật 21/12\n- 6h30: Giải chạy.\n"
        "* Cuộc họp xét thưởng chiều thứ Năm 18/12 chuyển sang 14 giờ thứ Hai 22/12.\n"
    )
    assert lines_of(text)[-2:] == [
        "12-18 afternoon postponed: Cuộc họp xét thưởng",
        "12-22 14:00: Cuộc họp xét thưởng",
    ]
