"""Days of one row told line by line beside the things in it."""

import pytest

from calendars.documents.document import Cell, Line
from calendars.layouts.row_days import with_own_days


def paired(things: list[str], days: list[str]) -> list[tuple[str, str]]:
    pieces = [[Line(text, number)] for number, text in enumerate(things, 1)]
    cell = Cell(tuple(Line(text, 9) for text in days), 1, 0)
    return [(" ".join(line.text for line in piece), day) for piece, day in with_own_days(pieces, [cell])]


def test_as_many_days_as_things_are_one_each() -> None:
    assert paired(["- Họp tổ giá", "- Tiếp dân"], ["Sáng 05/9", "8h00 ngày 12/9"]) == [
        ("- Họp tổ giá", "Sáng 05/9"),
        ("- Tiếp dân", "8h00 ngày 12/9"),
    ]


def test_parts_below_a_thing_begin_with_its_name() -> None:
    assert paired(['Hội thi "Dân vận khéo":', "- Sơ khảo:", "- Chung kết"], ["17/9", "27/9"]) == [
        ('Hội thi "Dân vận khéo": Sơ khảo', "17/9"),
        ('Hội thi "Dân vận khéo": Chung kết', "27/9"),
    ]


@pytest.mark.parametrize(
    ("things", "days"),
    [
        (["Sáng: họp A", "Chiều: họp B"], ["Thứ Ba", "03/10"]),
        (["- Họp A", "- Họp B"], ["từ 05/9", "đến 06/9"]),
        (["- Họp A", "- Họp B"], ["05/9"]),
        (["Họp A", "Họp B", "Họp C"], ["05/9", "06/9"]),
        (["- Họp A", "- Họp B"], ["05/9", "05/9"]),
    ],
)
def test_lines_of_one_day_are_not_shared_out(things: list[str], days: list[str]) -> None:
    assert paired(things, days) == []
