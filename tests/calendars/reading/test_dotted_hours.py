"""Hours written with a dot are hours where several lines begin with one, and figures elsewhere."""

from announced_lines import lines_of

WEEK = "LỊCH HOẠT ĐỘNG TUẦN (22 - 28.12.2025)\n\n"


def test_lines_that_begin_with_dotted_hours_tell_them() -> None:
    text = (
        f"{WEEK}Thứ 2, 22.12\n  07.00 - 07.30: Chào cờ, sân cơ quan\n  14.00: Họp tổng kết phong trào\n"
        "Thứ 3, 23.12\n  Khám tuyển tại cụm 1, từ 07.30\n  19.30: Đêm giao lưu văn nghệ\n"
    )
    assert lines_of(text) == [
        "12-22 07:00-07:30: Chào cờ",
        "12-22 14:00: Họp tổng kết phong trào",
        "12-23 07:30: Khám tuyển",
        "12-23 19:30: Đêm giao lưu văn nghệ",
    ]


def test_one_line_of_dots_proves_nothing() -> None:
    text = f"{WEEK}Thứ 2, 22.12\n- 8h00: Họp giao ban\n- Kiểm tra hồ sơ 12.30 của Hội\nThứ 3, 23.12\n- 8h30: Họp tổ\n"
    assert lines_of(text)[:1] == ["12-22 08:00: Họp giao ban"]
    assert not any("12:30" in line for line in lines_of(text))


def test_dates_and_amounts_with_dots_stay() -> None:
    text = (
        f"{WEEK}Thứ 2, 22.12\n  07.00: Chào cờ\n  08.00: Giải ngân 1.30 tỷ đồng cho 2.15 ha\n"
        "Thứ 4, 24.12\n  08.30: Họp chi bộ\n"
    )
    assert [line.split(":")[0] for line in lines_of(text)] == ["12-22 07", "12-22 08", "12-24 08"]
