"""Tables set with spaces: where the cells of a line begin tells their columns."""

from calendars.documents.document import Block, Line, Table
from calendars.layouts import day_table
from calendars.layouts.crosstab import unfolded
from calendars.layouts.spaced import spaced_tables


def blocks(text: str) -> list[Block]:
    lines = [Line(part, number) for number, part in enumerate(text.strip("\n").split("\n"), 1)]
    return list(spaced_tables(lines))


def rows(block: Block) -> list[tuple[str | None, ...]]:
    assert isinstance(block, Table)
    items = [item for section in day_table.sections_of_table(block) for item in section.items]
    return [(item.day, item.time, item.text, item.chair, item.location) for item in items]


def test_rows_without_a_day_go_on_with_the_day_above_and_cells_may_be_missing() -> None:
    table, note = blocks("""
Ngày         Giờ    Nội dung                   Chủ trì       Nơi họp
Thứ 2 (6/5)  07h30  Hội ý lãnh đạo             CT Lê An      Phòng họp 1
             14h00  Tiếp xúc cử tri            PCT Vũ Bình
Thứ 3 (7/5)  08h00  Kiểm tra chợ Mới                         Chợ Mới
Ghi chú: lịch này thay giấy mời.
""")
    assert rows(table) == [
        ("Thứ 2 (6/5)", "07h30", "Hội ý lãnh đạo", "CT Lê An", "Phòng họp 1"),
        ("Thứ 2 (6/5)", "14h00", "Tiếp xúc cử tri", "PCT Vũ Bình", None),
        ("Thứ 3 (7/5)", "08h00", "Kiểm tra chợ Mới", None, "Chợ Mới"),
    ]
    assert isinstance(note, Line)


def test_wrapped_cells_and_a_date_below_its_weekday_are_joined() -> None:
    (table,) = blocks("""
Thứ      Buổi    Nội dung                         Địa điểm
Hai      Sáng    Giao ban đầu tuần                Phòng họp
(6/5)    Chiều   Làm việc với Ban quản lý chợ     Chợ Mới
                 về phương án sắp xếp
""")
    assert rows(table) == [
        ("Thứ Hai (6/5)", "Sáng", "Giao ban đầu tuần", None, "Phòng họp"),
        ("Thứ Hai (6/5)", "Chiều", "Làm việc với Ban quản lý chợ về phương án sắp xếp", None, "Chợ Mới"),
    ]


def test_rows_are_parted_by_their_numbers_where_they_have_some() -> None:
    (table,) = blocks("""
TT     Nội dung                           Thời gian        Chủ trì      Địa điểm
1      Hội nghị giao ban quý III          8h00 ngày 04/10  Văn phòng    Hội trường
2      Tập huấn xúc tiến thương mại cho
       doanh nghiệp nhỏ                   10-11/10         Phòng QLTM   Nhà khách
""")
    assert rows(table) == [
        ("8h00 ngày 04/10", None, "Hội nghị giao ban quý III", "Văn phòng", "Hội trường"),
        ("10-11/10", None, "Tập huấn xúc tiến thương mại cho doanh nghiệp nhỏ", "Phòng QLTM", "Nhà khách"),
    ]


def test_what_and_when_in_two_columns_are_items() -> None:
    found = blocks("""
4. Các mốc thời gian
   Hạn nộp bài dự thi       28/02/2026
   Công bố kết quả          trước 10/3/2026
""")
    assert [(line.mark, line.text) for line in found if isinstance(line, Line)] == [
        (None, "4. Các mốc thời gian"),
        ("-", "Hạn nộp bài dự thi: 28/02/2026"),
        ("-", "Công bố kết quả: trước 10/3/2026"),
    ]


def test_a_letterhead_of_two_columns_stays_as_it_is() -> None:
    found = blocks("""
UBND XÃ AN HÒA               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/GM-UBND               An Hòa, ngày 02 tháng 5 năm 2024
""")
    assert all(isinstance(block, Line) and block.mark is None for block in found)


def test_halves_across_hold_what_is_held_in_them() -> None:
    (table,) = blocks("""
Ngày            Sáng                      Chiều
Thứ Hai 12/10   8h00: Giao ban đầu tuần   14h00: Họp tổ thẩm định
Thứ Ba 13/10                              Kiểm tra chợ Mới
Thứ Tư 14/10    Tiếp công dân
""")
    assert isinstance(table, Table)
    items = [item for section in day_table.sections_of_table(unfolded(table)) for item in section.items]
    assert [(item.day, item.time, item.text) for item in items] == [
        ("Thứ Hai 12/10", "Sáng", "8h00: Giao ban đầu tuần"),
        ("Thứ Hai 12/10", "Chiều", "14h00: Họp tổ thẩm định"),
        ("Thứ Ba 13/10", "Chiều", "Kiểm tra chợ Mới"),
        ("Thứ Tư 14/10", "Sáng", "Tiếp công dân"),
    ]
