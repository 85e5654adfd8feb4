"""What clashes, what only may, and what does not."""

from datetime import UTC, date, datetime
from unicodedata import normalize

import pytest
from papers import paper

from calendars.changes import apply
from calendars.conflicts import Conflict, ConflictKind, conflicts_between
from calendars.events import Event
from calendars.marks import Status
from calendars.revision import compare
from calendars.times import DaySpan, month_span
from calendars.workdays import is_day_off

NOW = datetime(2023, 10, 30, tzinfo=UTC)
NOVEMBER = month_span(2023, 11)


def events_of(*items: str, heading: str = "monthly 2023-11") -> list[Event]:
    return apply([], compare([], paper(heading, *items), calendar="vp", now=NOW))


def told(conflicts: list[Conflict]) -> list[tuple[str, str, bool, tuple[str, ...]]]:
    return [
        (f"{c.day:%d/%m}", c.kind, c.is_certain, tuple(o.title for o in c.occurrences)) for c in conflicts
    ]


def found(
    *items: str, span: DaySpan = NOVEMBER, heading: str = "monthly 2023-11"
) -> list[tuple[object, ...]]:
    return list(told(conflicts_between(events_of(*items, heading=heading), span, is_day_off=is_day_off)))


def test_a_single_meeting_on_the_standing_meetings_day_without_an_hour_may_clash() -> None:
    clashes = found("Giao ban thường trực Hội LHPN tỉnh: FRI", "Hội nghị Đảng đoàn Hội LHPN tỉnh: 24/11")
    meetings = ("Giao ban thường trực Hội LHPN tỉnh", "Hội nghị Đảng đoàn Hội LHPN tỉnh")
    assert clashes == [("24/11", ConflictKind.STANDING_MEETING, False, meetings)]


def test_a_whole_day_meeting_may_clash_with_an_afternoons_standing_meeting() -> None:
    clashes = found(
        "Họp giao ban Thường trực: FRI pm",
        "Họp giao ban lãnh đạo với các Ban chuyên môn: 26/6",
        heading="monthly 2020-06",
        span=month_span(2020, 6),
    )
    assert [(day, kind) for day, kind, *_ in clashes] == [("26/06", ConflictKind.STANDING_MEETING)]


@pytest.mark.parametrize(
    ("one", "other", "kind", "is_certain"),
    [
        ("A: 9/11 8:00 @P1 /Bà Hà", "B: 9/11 8:00 @P2 /Đ/c Bà Hà", "same-chair", True),
        ("A: 9/11 8:00-10:00 @P1", "B: 9/11 9:30 @P1", "same-room", True),
        ("A: 9/11 am @P1", "B: 9/11 9:30 @P1", "same-room", False),
        ("A: 9/11 @P1", "B: 9/11 pm @P1", "same-room", False),
        ("A: 8/11-10/11 @P1", "B: 9/11 pm @P1", "same-room", False),
        ("A: 9/11 am", "B: 9/11", "same-day", False),
        ("A: 9/11", "B: 9/11", "same-day", False),
    ],
)
def test_two_that_claim_the_same(one: str, other: str, kind: str, is_certain: bool) -> None:
    assert [(k, certain) for _, k, certain, _ in found(one, other)] == [(kind, is_certain)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("A: 9/11 am @P1", "B: 9/11 pm @P1", id="morning and afternoon"),
        pytest.param("A: 9/11 8:00-9:30 @P1", "B: 9/11 9:30 @P1", id="one after the other"),
        pytest.param("A: 9/11 8:00 /Bà Hà", "B: 9/11 10:00 /Bà Hà", id="hours apart, no end told"),
        pytest.param("A: 9/11 /Bà Hà", "B: 9/11 /Ông Ba", id="two leaders"),
        pytest.param("A: 9/11 8:00 @P1", "B: 9/11 8:00 @P2", id="two rooms at hours told on purpose"),
        pytest.param("A: 9/11 @P1", "B: 10/11 @P1", id="two days"),
        pytest.param("A: ~1/11-20/11", "B: 9/11", id="a window claims no day yet"),
        pytest.param("* A: 9/11", "B: 9/11", id="an observance takes nobody's time"),
        pytest.param("! A: 9/11", "B: 9/11", id="a deadline neither"),
        pytest.param(
            "A: 9/11 8:00 @trực tuyến", "B: 9/11 8:00 @Trực tuyến", id="there is room enough online"
        ),
    ],
)
def test_two_that_do_not(one: str, other: str) -> None:
    assert found(one, other) == []


def test_the_same_group_at_one_time() -> None:
    events = [
        e._replace(groups=("ban-chap-hanh",)) for e in events_of("A: 9/11 8:00 @P1", "B: 9/11 8:00 @P2")
    ]
    (conflict,) = conflicts_between(events, NOVEMBER)
    assert (conflict.kind, conflict.detail) == (ConflictKind.SAME_GROUP, "ban-chap-hanh")


def test_the_same_group_written_in_another_way_is_the_same() -> None:
    ways = ("Ban Thường vụ", normalize("NFD", "BAN  thường vụ"))
    events = [
        e._replace(groups=(way,))
        for e, way in zip(events_of("A: 9/11 8:00 @P1", "B: 9/11 8:00 @P2"), ways, strict=True)
    ]
    (conflict,) = conflicts_between(events, NOVEMBER)
    assert (conflict.kind, conflict.detail) == (ConflictKind.SAME_GROUP, "Ban Thường vụ")


def test_groups_that_differ_in_a_mark_are_two() -> None:
    events = [
        e._replace(groups=(way,))
        for e, way in zip(
            events_of("A: 9/11 8:00 @P1", "B: 9/11 8:00 @P2"), ("Chi hội Huệ", "Chi hội Huế"), strict=True
        )
    ]
    assert conflicts_between(events, NOVEMBER) == []


def test_the_same_chair_in_another_composition_of_letters_is_the_same() -> None:
    name = "đ/c Nguyễn Thị Hoà"
    one, other = events_of("A: 9/11 8:00 @P1", "B: 9/11 8:00 @P2")
    events = [one._replace(chair=normalize("NFC", name)), other._replace(chair=normalize("NFD", name))]
    (conflict,) = conflicts_between(events, NOVEMBER)
    assert conflict.kind is ConflictKind.SAME_CHAIR


def test_a_meeting_on_a_public_holiday_and_none_on_a_saturday_that_was_meant() -> None:
    span = month_span(2023, 9)
    assert found("A: 1/9", "B: 16/9", span=span, heading="monthly 2023-09") == [
        ("01/09", ConflictKind.HOLIDAY, True, ("A",))
    ]


def test_a_weekday_that_contradicts_its_date_stays_a_conflict_on_the_calendar() -> None:
    assert found("A: 24/11 +weekday-conflict") == [("24/11", ConflictKind.WEEKDAY, True, ("A",))]


def test_what_is_cancelled_clashes_with_nothing() -> None:
    standing, single = events_of("Giao ban: FRI", "Hội nghị Đảng đoàn: 24/11")
    assert conflicts_between([standing, single._replace(status=Status.CANCELLED)], NOVEMBER) == []


def test_only_the_days_asked_for_are_told() -> None:
    events = events_of("Giao ban: FRI", "Họp A: 3/11", "Họp B: 24/11")
    week = DaySpan(date(2023, 11, 20), date(2023, 11, 26))
    assert [c.day for c in conflicts_between(events, week)] == [date(2023, 11, 24)]


def test_a_conflict_for_scripts() -> None:
    (conflict,) = conflicts_between(events_of("A: 9/11 8:00 @P1", "B: 9/11 8:00 @P1"), NOVEMBER)
    body = conflict.to_json()
    assert {name: body[name] for name in ("kind", "day", "certain", "detail")} == {
        "kind": "same-room",
        "day": "2023-11-09",
        "certain": True,
        "detail": "P1",
    }
    assert [o["title"] for o in body["occurrences"]] == ["A", "B"]


BAR = "Tập huấn nghiệp vụ: 6/11-17/11"


@pytest.mark.parametrize("other", ["Giao ban: FRI pm", "Họp Ban Chấp hành: 9/11 14:00", "Họp chi bộ: 9/11"])
def test_what_lasts_for_days_without_an_hour_clashes_with_none_of_them(other: str) -> None:
    assert found(BAR, other) == []


@pytest.mark.parametrize(
    ("bar", "other", "kind"),
    [
        ("Tập huấn nghiệp vụ: 6/11-17/11 @P1", "Họp chi bộ: 9/11 8:00 @P1", "same-room"),
        ("Tập huấn nghiệp vụ: 6/11-17/11 /Bà Hà", "Họp chi bộ: 9/11 8:00 /Bà Hà", "same-chair"),
        ("Hội nghị cán bộ: 9/11-10/11", "Giao ban: FRI pm", "standing-meeting"),
        ("Hội nghị cán bộ: 9/11-10/11", "Họp chi bộ: 9/11", "same-day"),
    ],
)
def test_it_clashes_where_room_or_chair_are_one_and_a_meeting_of_two_days_as_ever(
    bar: str, other: str, kind: str
) -> None:
    assert [kind for _, kind, *_ in found(bar, other)] == [kind]


def test_a_bar_over_a_holiday_is_no_clash_unless_it_begins_or_ends_on_it() -> None:
    september = {"heading": "monthly 2023-09", "span": month_span(2023, 9)}
    assert found("Tháng cao điểm: 25/8-29/9", **september) == []  # type: ignore[arg-type]
    assert [kind for _, kind, *_ in found("Hội chợ: 4/9-8/9", **september)] == ["holiday"]  # type: ignore[arg-type]
