"""Every turn of phrase does what its examples say, and is looked for wherever they stand."""

from datetime import date

import pytest

from calendars.grammar.rule import Context
from calendars.reading.turns import TURNS, plain
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

MONTH = DaySpan(date(2026, 11, 1), date(2026, 11, 30))
QUARTER = DaySpan(date(2026, 10, 1), date(2026, 12, 31))
SCHOOL_YEAR = DaySpan(date(2026, 9, 1), date(2027, 5, 31))
EXAMPLES = [
    pytest.param(turn, written, plainly, id=f"{turn.name}-{place}")
    for turn in TURNS
    for place, (written, plainly) in enumerate(turn.examples, 1)
]


def period_of(turn: Turn) -> DaySpan:
    """A period in which the turn is met."""
    return next(each for each in (MONTH, QUARTER, SCHOOL_YEAR) if turn.within is None or turn.within(each))


@pytest.mark.parametrize(("turn", "written", "plainly"), EXAMPLES)
def test_a_turn_comes_to_what_its_example_says(turn: Turn, written: str, plainly: str) -> None:
    assert turn.put(written, period_of(turn)) == plainly


@pytest.mark.parametrize(("turn", "written", "plainly"), EXAMPLES)
def test_a_turn_is_looked_for_in_its_examples(turn: Turn, written: str, plainly: str) -> None:
    assert any(said in written.lower() for said in turn.says)
    assert turn.met(written.lower(), period_of(turn))
    if written != plainly:
        assert plain(written, Context(period_of(turn))) != written


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.name)
def test_every_turn_has_an_example_that_it_changes(turn: Turn) -> None:
    assert any(written != plainly for written, plainly in turn.examples)


def test_names_are_each_of_one_turn() -> None:
    assert len({turn.name for turn in TURNS}) == len(TURNS)


@pytest.mark.parametrize(
    "text",
    [
        "Họp Ban Thường vụ: 8h00 ngày 12/11, tại Hội trường",
        "Giao ban Thường trực: chiều thứ Sáu hằng tuần",
        "Ngày 05-07/11: Tập huấn cho cán bộ huyện Tân Lưu và huyện Kim Trạch",
        "Báo cáo kết quả 6 tháng đầu năm, trước ngày 15/11",
        "Hội nghị sơ kết: dự kiến trung tuần tháng 11 (thời gian cụ thể thông báo sau)",
    ],
)
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert plain(text, Context(MONTH)) == text
