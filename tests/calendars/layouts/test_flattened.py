"""Tables that lost their grid: whatever the order of their columns, and whichever cells are missing."""

from calendars.documents.document import Line
from calendars.layouts import day_table
from calendars.layouts.flattened import find_flattened
from calendars.layouts.layout import Item, Section


def flat(text: str) -> list[Line]:
    return [Line(part.strip(), number, whole=True) for number, part in enumerate(text.split("/"), 1)]


def sections_of(text: str) -> tuple[Section, ...]:
    return day_table.sections((*flat(text),))


def said(item: Item) -> tuple[str | None, ...]:
    return item.text, item.day, item.location, item.chair


def test_row_numbers_part_the_rows_where_the_time_is_not_the_first_column() -> None:
    (section,) = sections_of(
        "STT / Nội dung / Thời gian / Chủ trì / Địa điểm / 1 / Họp Hội đồng nghĩa vụ quân sự / 8h00 ngày 06-5 / "
        "Chủ tịch UBND xã / Hội trường / 2 / Gửi báo cáo thu ngân sách / Trước ngày 20-5 / 3 / Họp giao ban khối "
        "vận / Theo giấy mời / Phòng họp 2"
    )
    assert [said(item) for item in section.items] == [
        ("Họp Hội đồng nghĩa vụ quân sự", "8h00 ngày 06-5", "Hội trường", "Chủ tịch UBND xã"),
        ("Gửi báo cáo thu ngân sách", "Trước ngày 20-5", None, None),
        ("Họp giao ban khối vận", "Theo giấy mời", "Phòng họp 2", None),
    ]


def test_row_numbers_count_though_their_heading_is_lost_and_groups_are_headed() -> None:
    first, second = sections_of(
        "Thời gian / Nội dung / Nơi thực hiện / I / HỌP / 1 / Thứ Sáu hằng tuần / Giao ban / Phòng họp / II / VIỆC "
        "KHÁC / 2 / 08-5 / Kiểm tra đê / Xã Bắc Lũng"
    )
    assert (first.heading, [said(item) for item in first.items]) == (
        "HỌP",
        [("Giao ban", "Thứ Sáu hằng tuần", "Phòng họp", None)],
    )
    assert (second.heading, [said(item) for item in second.items]) == (
        "VIỆC KHÁC",
        [("Kiểm tra đê", "08-5", "Xã Bắc Lũng", None)],
    )


def test_without_numbers_the_kinds_of_cells_part_the_rows() -> None:
    (section,) = sections_of(
        "Nội dung / Thời gian / Địa điểm / Sinh hoạt chi bộ / 15h00 ngày 08-5 / Phòng họp 1 / Ra quân làm thủy lợi "
        "/ Ngày 11-5 / Họp phụ huynh / 14h00 ngày 12-5 / Hội trường"
    )
    assert [said(item) for item in section.items] == [
        ("Sinh hoạt chi bộ", "15h00 ngày 08-5", "Phòng họp 1", None),
        ("Ra quân làm thủy lợi", "Ngày 11-5", None, None),
        ("Họp phụ huynh", "14h00 ngày 12-5", "Hội trường", None),
    ]


def test_an_hour_alone_on_its_line_belongs_to_what_follows() -> None:
    (section,) = sections_of(
        "Thứ, ngày / Buổi / Nội dung / Chủ trì / Thứ Hai / 06-5 / Sáng / 7h30 / Chào cờ / Giám đốc / Chiều / 14h00 / "
        "Họp Ban Chỉ đạo / Phó Giám đốc"
    )
    assert [(item.text, item.time, item.chair) for item in section.items] == [
        ("7h30 Chào cờ", "Sáng", "Giám đốc"),
        ("14h00 Họp Ban Chỉ đạo", "Chiều", "Phó Giám đốc"),
    ]


def test_notes_below_the_table_are_no_cells() -> None:
    lines = flat("Ngày / Nội dung / 06-5 / Họp A / Ghi chú: Đăng ký lịch tuần sau trước thứ Sáu")
    found = find_flattened(lines)
    assert found is not None
    assert (found.begin, found.end) == (0, 4)
