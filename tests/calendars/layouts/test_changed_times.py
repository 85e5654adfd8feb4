"""Tables of changes become sentences of a notice."""

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.changed_times import with_changes_told


def table(*rows: tuple[str, ...]) -> Table:
    """A table of these rows."""
    cells = [
        Cell((Line(text, 10 * number + column, whole=True),) if text else (), number, column)
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
    ]
    return Table(tuple(cells), height=len(rows), width=len(rows[0]))


def contents(one: Table) -> list[str]:
    """What stands in the column of contents, and whether the columns of times are gone."""
    return [cell.text for cell in one.cells if cell.row and cell.column == 0]


def test_each_row_tells_its_change() -> None:
    told = with_changes_told(
        table(
            ("Nội dung", "Lịch cũ", "Lịch mới"),
            ("Giao ban", "8h00 ngày 17/11", "14h00 ngày 18/11."),
            ("Gặp mặt hưu trí", "Chiều 20/11", "Hoãn, sẽ thông báo sau"),
            ("Kiểm tra tài chính", "23/11", "Hủy"),
            ("Họp báo", "", "9h00 ngày 24/11"),
            ("Họp báo cáo viên", "25/11", "Chưa xác định"),
        )
    )
    assert contents(told) == [
        "Giao ban: từ 8h00 ngày 17/11 chuyển sang 14h00 ngày 18/11",
        "Hoãn Gặp mặt hưu trí (Chiều 20/11); sẽ thông báo sau",
        "Hủy Kiểm tra tài chính (23/11)",
        "Họp báo: 9h00 ngày 24/11",
        "Hoãn Họp báo cáo viên (25/11); thời gian thông báo sau",
    ]
    assert {cell.column for cell in told.cells} == {0}


def test_a_table_with_one_time_is_left_alone() -> None:
    plain = table(("Nội dung", "Thời gian"), ("Điều chỉnh quy hoạch", "17/11"))
    assert with_changes_told(plain) == plain


def test_what_is_due_keeps_only_the_day_that_holds_now() -> None:
    told = with_changes_told(
        table(
            ("Nội dung", "Đã thông báo", "Đính chính lại"),
            ("Nộp bài dự thi", "hạn cuối 22/3", "hạn cuối 23h59 ngày 24/3"),
            ("Giải cầu lông", "25/3", "26/3"),
        )
    )
    assert contents(told) == [
        "Nộp bài dự thi: hạn cuối 23h59 ngày 24/3",
        "Giải cầu lông: từ 25/3 chuyển sang 26/3",
    ]


def test_the_paper_that_no_longer_holds_may_head_the_old_times() -> None:
    told = with_changes_told(
        table(
            ("Nội dung", "Thông báo số 51", "Nay thay đổi thành"),
            ("Phiên đấu giá", "8h30 ngày 18/3", "8h30 ngày 25/3"),
        )
    )
    assert contents(told) == ["Phiên đấu giá: từ 8h30 ngày 18/3 chuyển sang 8h30 ngày 25/3"]
