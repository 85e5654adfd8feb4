"""Tables that cross two times become rows of day, half of the day and content."""

import pytest
from outlines import outline

from calendars.documents.document import Cell, Document, Line, Table
from calendars.layouts.crosstab import unfolded


def table(*rows: tuple[str, ...], wide: dict[tuple[int, int], int] | None = None) -> Table:
    cells = [
        Cell(
            (Line(text, 10 * row + column, whole=True),) if text else (),
            row,
            column,
            1,
            (wide or {}).get((row, column), 1),
        )
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text != "<"
    ]
    return Table(tuple(cells), len(rows), len(rows[0]))


def rows(one: Table) -> list[str]:
    return outline(Document("a", "", "text/plain", (one,)))


def test_halves_of_the_day_across() -> None:
    crossed = table(
        ("Ngày", "Sáng", "Chiều", "Trực"),
        ("Thứ Hai 07/10", "7h: Chào cờ", "14h: Họp tổ", "Ô. An"),
        ("Thứ Ba 08/10", "", "Tập văn nghệ", ""),
    )
    assert rows(unfolded(crossed)) == [
        "| Ngày | Trực | Buổi | Nội dung |",
        "| Thứ Hai 07/10 | Ô. An | Sáng | 7h: Chào cờ |",
        "| Thứ Hai 07/10 | Ô. An | Chiều | 14h: Họp tổ |",
        "| Thứ Ba 08/10 |  | Chiều | Tập văn nghệ |",
    ]


def test_a_cell_over_all_halves_is_of_the_whole_day() -> None:
    crossed = table(("Ngày", "Sáng", "Chiều"), ("Thứ Tư 09/10", "Tập huấn", "<"), wide={(1, 1): 2})
    assert rows(unfolded(crossed)) == ["| Ngày | Buổi | Nội dung |", "| Thứ Tư 09/10 |  | Tập huấn |"]


def test_days_across() -> None:
    crossed = table(
        ("", "Thứ Hai 07/10", "Thứ Ba 08/10", "Thứ Tư 09/10"),
        ("Sáng", "Chào cờ", "", "Họp"),
        ("Chiều", "", "Dự giờ", ""),
    )
    assert rows(unfolded(crossed)) == [
        "| Thứ, ngày | Buổi | Nội dung |",
        "| Thứ Hai 07/10 | Sáng | Chào cờ |",
        "| Thứ Ba 08/10 | Chiều | Dự giờ |",
        "| Thứ Tư 09/10 | Sáng | Họp |",
    ]


@pytest.mark.parametrize(
    "rows_of_it",
    [
        (("Ngày", "Buổi", "Nội dung"), ("Thứ Hai", "Sáng", "Họp"), ("Thứ Hai", "Chiều", "Họp")),
        (("Ngày", "Sáng", "Nội dung", "Chiều"), ("Thứ Hai", "x", "Họp", "x")),
    ],
)
def test_other_tables_stay(rows_of_it: tuple[tuple[str, ...], ...]) -> None:
    assert unfolded(table(*rows_of_it)) == table(*rows_of_it)


def test_leaders_across_lead_what_stands_in_their_column() -> None:
    crossed = table(
        ("Ngày", "Buổi", "Giám đốc Lò Văn An", "PGĐ Lý Thị Mai"),
        ("Thứ Hai 22/9", "Sáng", "8h: Giao ban", "8h: Giao ban"),
        ("Thứ Hai 22/9", "Chiều", "14h: Họp tỉnh", ""),
    )
    assert rows(unfolded(crossed)) == [
        "| Ngày | Buổi | Nội dung | Chủ trì |",
        "| Thứ Hai 22/9 | Sáng | 8h: Giao ban | Giám đốc Lò Văn An, PGĐ Lý Thị Mai |",
        "| Thứ Hai 22/9 | Chiều | 14h: Họp tỉnh | Giám đốc Lò Văn An |",
    ]


def test_what_is_held_down_and_for_whom_across() -> None:
    crossed = table(
        ("TT", "Nội dung", "Mầm non", "Phổ thông"),
        ("1", "Ngày tựu trường", "31/8/2026", "24/8/2026 (lớp 1: 17/8)"),
        ("2", "Tổng kết", "", "31/5/2027"),
    )
    assert rows(unfolded(crossed)) == [
        "| Thời gian | Nội dung |",
        "| 31/8/2026 | Ngày tựu trường (Mầm non) |",
        "| 24/8/2026 (lớp 1: 17/8) | Ngày tựu trường (Phổ thông) |",
        "| 31/5/2027 | Tổng kết (Phổ thông) |",
    ]


def test_a_calendar_of_a_month() -> None:
    names = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu")
    weeks = [tuple(map(str, range(first, first + 5))) for first in (2, 9)]
    crossed = table(names, weeks[0], ("", "Họp tổ", "", "", ""), weeks[1], ("Chào cờ", "", "", "", "8h: Thi"))
    assert rows(unfolded(crossed)) == [
        "| Thứ, ngày | Buổi | Nội dung |",
        "| Thứ Hai, ngày 9 |  | Chào cờ |",
        "| Thứ Ba, ngày 3 |  | Họp tổ |",
        "| Thứ Sáu, ngày 13 |  | 8h: Thi |",
    ]


def test_months_across() -> None:
    crossed = table(
        ("TT", "Nội dung", "Tháng 10", "Tháng 11"),
        ("1", "Họp Ban Thường vụ", "08/10", "Tuần 2"),
        ("2", "Kiểm tra", "x", "Trong tháng"),
    )
    assert rows(unfolded(crossed)) == [
        "| TT | Thời gian | Nội dung |",
        "| 1 | 08/10 | Họp Ban Thường vụ |",
        "| 1 | Tuần 2 tháng 11 | Họp Ban Thường vụ |",
        "| 2 | Tháng 10 | Kiểm tra |",
        "| 2 | Trong tháng 11 | Kiểm tra |",
    ]


def test_halves_below_days_and_leaders_down() -> None:
    crossed = table(
        ("Lãnh đạo", "Thứ Hai 01/6", "<", "Thứ Ba 02/6", "<", "Thứ Tư 03/6", "<"),
        ("", "Sáng", "Chiều", "Sáng", "Chiều", "Sáng", "Chiều"),
        ("GĐ Sang", "Giao ban", "Họp UBND", "", "", "Hội nghị", "<"),
        ("PGĐ Nương", "", "", "Thẩm định", "", "", "Tiếp dân"),
        wide={(0, 1): 2, (0, 3): 2, (0, 5): 2, (2, 5): 2},
    )
    assert rows(unfolded(crossed)) == [
        "| Lãnh đạo | Thứ, ngày | Buổi | Nội dung |",
        "| GĐ Sang | Thứ Hai 01/6 | Sáng | Giao ban |",
        "| GĐ Sang | Thứ Hai 01/6 | Chiều | Họp UBND |",
        "| PGĐ Nương | Thứ Ba 02/6 | Sáng | Thẩm định |",
        "| GĐ Sang | Thứ Tư 03/6 |  | Hội nghị |",
        "| PGĐ Nương | Thứ Tư 03/6 | Chiều | Tiếp dân |",
    ]


def test_columns_headed_by_judges() -> None:
    crossed = table(("Ngày", "Chánh án Lường Đức", "PCA Hà Thị Ngát"), ("Thứ Ba 15/9", "", "7h30: Xét xử"))
    assert rows(unfolded(crossed)) == [
        "| Ngày | Nội dung | Chủ trì |",
        "| Thứ Ba 15/9 | 7h30: Xét xử | PCA Hà Thị Ngát |",
    ]
