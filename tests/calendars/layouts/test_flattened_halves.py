"""Days down, halves across, the grid lost: each cell of a line of its own goes back to its half."""

import pytest

from calendars.documents.document import Line
from calendars.layouts.flattened_halves import find_flattened_halves

HEADS = "Ngày\nSáng\nChiều\n"


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, each with its number."""
    return [Line(one, number) for number, one in enumerate(text.split("\n"), 1) if one.strip()]


def rows(text: str) -> list[list[str]]:
    """The table that is found, "-" for an empty cell and "=" for one that begins further left."""
    found = find_flattened_halves(lines(text))
    assert found is not None
    table = found.table
    told = []
    for row in range(table.height):
        cells = [table.at(row, column) for column in range(table.width)]
        told.append(
            [
                "-" if cell is None else "=" if cell.column != column else cell.text.strip()
                for column, cell in enumerate(cells)
            ]
        )
    return told


def test_as_many_cells_as_columns_are_in_their_order() -> None:
    text = HEADS + "Thứ Hai 05/10\nHọp giao ban\nHọp tổ\nThứ Ba 06/10\nTập huấn\nKiểm tra\nThứ Tư 07/10\nA\nB"
    assert rows(text) == [
        ["Ngày", "Sáng", "Chiều"],
        ["Thứ Hai 05/10", "Họp giao ban", "Họp tổ"],
        ["Thứ Ba 06/10", "Tập huấn", "Kiểm tra"],
        ["Thứ Tư 07/10", "A", "B"],
    ]


def test_a_blank_line_is_an_empty_cell() -> None:
    text = (
        HEADS + "Thứ Hai, 05/10\n\nHọp tổ\nThứ Ba, 06/10\nTập huấn\n\nThứ Tư, 07/10\n\n\nThứ Năm, 08/10\nA\nB"
    )
    assert rows(text)[1:] == [
        ["Thứ Hai, 05/10", "-", "Họp tổ"],
        ["Thứ Ba, 06/10", "Tập huấn", "-"],
        ["Thứ Tư, 07/10", "-", "-"],
        ["Thứ Năm, 08/10", "A", "B"],
    ]


def test_where_empty_cells_left_nothing_the_hour_tells_the_half() -> None:
    text = (
        HEADS
        + "Thứ Hai, 05/10\n14h00: Họp tổ\nThứ Ba, 06/10\n8 giờ 30 tập huấn\nThứ Tư, 07/10\nDự khai giảng"
    )
    assert rows(text)[1:] == [
        ["Thứ Hai, 05/10", "-", "14h00: Họp tổ"],
        ["Thứ Ba, 06/10", "8 giờ 30 tập huấn", "-"],
        ["Thứ Tư, 07/10", "-", "-"],
        ["Thứ Tư, 07/10", "Dự khai giảng", "="],  # of either half
    ]


def test_weekdays_over_their_dates_and_a_column_of_duty() -> None:
    text = (
        "THỨ\nNGÀY\nSÁNG\nCHIỀU\nTRỰC BGH\n\n2\n24/3\nChào cờ\nHọp ban tổ chức\nT. Sơn\n\n"
        "3\n25/3\nDạy học\nHọc quốc phòng\nC. Hà\n\n4\n26/3\nHội trại\n\nT. Sơn\n"
    )
    assert rows(text) == [
        ["THỨ NGÀY", "SÁNG", "CHIỀU", "TRỰC BGH"],
        ["2 24/3", "Chào cờ", "Họp ban tổ chức", "T. Sơn"],
        ["3 25/3", "Dạy học", "Học quốc phòng", "C. Hà"],
        ["4 26/3", "Hội trại", "-", "T. Sơn"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ngày\nSáng\nHọp giao ban\nChiều\nHọp tổ", id="halves over what is held in them"),
        pytest.param("Thứ Hai 05/10\nSáng\nChiều\nNghỉ", id="a day with empty halves"),
        pytest.param("Ngày\nSáng\nChiều\nThứ Hai 05/10\nHọp", id="one day"),
    ],
)
def test_what_is_no_such_table(text: str) -> None:
    assert find_flattened_halves(lines(text)) is None
