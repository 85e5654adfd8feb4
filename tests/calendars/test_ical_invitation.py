"""An event by e-mail: what each iTIP method must and must not hold (RFC 5546 sections 3.2.1, 3.2.2 and 3.2.5)."""

from datetime import date, datetime, time

import pytest
from icalendar import Calendar
from sample_events import AFTERNOON, FRIDAYS, STYLE, event, unfolded

from calendars.events import Override
from calendars.ical.render import Method, render_invitation
from calendars.ical.vevent import readdressed
from calendars.times import VIETNAM
from calendars.when import Day, Days, Hours, Repeat, Undated

OFFICE, LAN = "vp@example.org", "lan@example.org"
ONE = event(Day(date(2023, 11, 20), Hours(time(8), time(10))), sequence=2)
SERIES = event(
    Repeat(FRIDAYS, AFTERNOON),
    overrides=(
        Override(day=date(2023, 11, 10), when=None),
        Override(day=date(2023, 11, 17), when=Day(date(2023, 11, 18), Hours(time(8)))),
        Override(day=date(2023, 11, 24), when=Day(date(2023, 11, 25))),
    ),
)


def invitation(e, method, attendee=None, **more):
    return render_invitation(e, method, OFFICE, attendee, **STYLE, **more)


def components(*arguments, **more):
    return Calendar.from_ical(invitation(*arguments, **more)).walk("VEVENT")


@pytest.mark.parametrize(
    ("method", "attendee", "status"),
    [
        (Method.PUBLISH, None, "CONFIRMED"),
        (Method.REQUEST, LAN, "CONFIRMED"),
        (Method.CANCEL, LAN, "CANCELLED"),
    ],
)
def test_each_method_has_its_properties(method, attendee, status):
    body = invitation(ONE, method, attendee)
    lines = unfolded(body)
    assert f"METHOD:{method}" in lines
    assert "ORGANIZER:mailto:vp@example.org" in lines
    assert {"UID:4f1c9a@sched", "SEQUENCE:2", "DTSTAMP:20231030T081500Z", f"STATUS:{status}"} <= set(lines)
    asked = [line for line in lines if line.startswith("ATTENDEE")]
    if attendee is None:
        assert asked == []
    else:
        assert asked == [
            "ATTENDEE;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:lan@example.org"
        ]


def test_the_zone_is_in_the_message_and_its_bytes_are_the_same_each_time():
    body = invitation(ONE, Method.REQUEST, LAN)
    assert body.count(b"BEGIN:VTIMEZONE\r\n") == 1
    assert body == invitation(ONE, Method.REQUEST, LAN)
    assert max(map(len, body.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    ("method", "attendee"), [(Method.PUBLISH, LAN), (Method.REQUEST, None), (Method.CANCEL, None)]
)
def test_an_attendee_is_for_the_methods_that_need_one(method, attendee):
    with pytest.raises(ValueError, match="attendee"):
        invitation(ONE, method, attendee)


def test_an_event_without_a_day_cannot_be_sent():
    assert invitation(event(Undated()), Method.PUBLISH) is None


def test_a_whole_series_is_sent_with_its_changes():
    sent = components(SERIES, Method.PUBLISH)
    assert [str(c["UID"]) for c in sent] == ["4f1c9a@sched", "4f1c9a@sched", "4f1c9a-20231124@sched"]


@pytest.mark.parametrize(
    ("day", "uid", "recurrence_id", "start"),
    [
        pytest.param(
            date(2023, 11, 3),
            "4f1c9a@sched",
            datetime(2023, 11, 3, 13, 30, tzinfo=VIETNAM),
            datetime(2023, 11, 3, 13, 30, tzinfo=VIETNAM),
            id="as the series has it",
        ),
        pytest.param(
            date(2023, 11, 17),
            "4f1c9a@sched",
            datetime(2023, 11, 17, 13, 30, tzinfo=VIETNAM),
            datetime(2023, 11, 18, 8, 0, tzinfo=VIETNAM),
            id="moved",
        ),
        pytest.param(
            date(2023, 11, 10),
            "4f1c9a@sched",
            datetime(2023, 11, 10, 13, 30, tzinfo=VIETNAM),
            datetime(2023, 11, 10, 13, 30, tzinfo=VIETNAM),
            id="one that the series leaves out, to be cancelled",
        ),
        pytest.param(
            date(2023, 11, 24), "4f1c9a-20231124@sched", None, date(2023, 11, 25), id="outside the series"
        ),
    ],
)
def test_one_day_of_a_series(day, uid, recurrence_id, start):
    (one,) = components(SERIES, Method.CANCEL, LAN, day=day)
    assert str(one["UID"]) == uid
    assert one["DTSTART"].dt == start
    assert (one["RECURRENCE-ID"].dt if "RECURRENCE-ID" in one else None) == recurrence_id
    assert "RRULE" not in one
    assert one["STATUS"] == "CANCELLED"


def test_separate_days_are_asked_for_one_by_one():
    days = event(Days((date(2023, 11, 5), date(2023, 11, 12))))
    with pytest.raises(ValueError, match="which day"):
        invitation(days, Method.REQUEST, LAN)
    (one,) = components(days, Method.REQUEST, LAN, day=date(2023, 11, 12))
    assert (str(one["UID"]), one["DTSTART"].dt) == ("4f1c9a-20231112@sched", date(2023, 11, 12))
    assert len(components(days, Method.PUBLISH)) == 2


def test_the_day_of_a_single_event_is_the_event():
    assert invitation(ONE, Method.PUBLISH, day=date(2023, 11, 20)) == invitation(ONE, Method.PUBLISH)


def test_an_address_cannot_bring_lines_of_its_own():
    with pytest.raises(ValueError, match="CR or LF"):
        invitation(ONE, Method.REQUEST, "x@y\r\nX-EVIL:1")


@pytest.mark.parametrize("e", [ONE, event(Repeat(FRIDAYS, AFTERNOON))], ids=["one", "series"])
@pytest.mark.parametrize(
    "other", ["mai@example.org", "hội.phụ.nữ@" + "tỉnh-" * 20 + "nhà.example.org", r"a\1@b.vn"]
)
def test_one_that_is_readdressed_is_the_one_that_would_be_written(e, other):
    for method in (Method.REQUEST, Method.CANCEL):
        assert readdressed(invitation(e, method, LAN), other) == invitation(e, method, other)
        assert readdressed(invitation(e, method, other), LAN) == invitation(e, method, LAN)
