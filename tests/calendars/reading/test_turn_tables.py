"""Every turn of phrase does what its examples say, and is looked for wherever they stand."""

from datetime import date

import pytest

from calendars.grammar.rule import Context
from calendars.reading.turns import TURNS, plain
from calendars.reading.turns.bare import bare
from calendars.reading.turns.called_off import CALLED_OFF
from calendars.reading.turns.changes import CHANGES
from calendars.reading.turns.changes_said import CHANGES_SAID
from calendars.reading.turns.changes_told import CHANGES_TOLD
from calendars.reading.turns.moves import MOVES
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

WEEK = DaySpan(date(2026, 11, 2), date(2026, 11, 8))
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
    return next(
        each for each in (MONTH, QUARTER, SCHOOL_YEAR, WEEK) if turn.within is None or turn.within(each)
    )


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


WITHOUT_MARKS = tuple(map(bare, (*CHANGES_TOLD, *CALLED_OFF, *MOVES, *CHANGES_SAID, *CHANGES)))


@pytest.mark.parametrize("turn", WITHOUT_MARKS, ids=lambda turn: turn.name)
def test_what_tells_of_a_change_is_met_without_diacritics_too(turn: Turn) -> None:
    told = [(turn.put(written, MONTH), written, plainly) for written, plainly in turn.examples]
    # "nam" is a number and a year, "sang" is the morning and "to", "ma" is "mà" and "mã"
    assert turn.name.startswith("moved-from-to") or any(
        put == plainly != written for put, written, plainly in told
    )
    assert sum(put in (written, plainly) for put, written, plainly in told) >= len(told) - 1


@pytest.mark.parametrize(
    ("written", "plainly"),
    [
        (
            "Hop to: lich cu 8h ngay 4/11, lich moi 9h ngay 5/11",
            "Hop to: tu 8h ngay 4/11 chuyen sang 9h ngay 5/11",
        ),
        ("Hop to: 14 gio ngay 17/4 (truoc day bao 10/4)", "Hop to: 14 gio ngay 17/4 (lich cu: 10/4)"),
        ("Doi bong tap 8h ngay 4/11, huy dong ca lop", "Doi bong tap 8h ngay 4/11, huy dong ca lop"),
    ],
)
def test_text_without_diacritics_is_put_plainly_without_them(written: str, plainly: str) -> None:
    assert plain(written, Context(MONTH)) == plainly
