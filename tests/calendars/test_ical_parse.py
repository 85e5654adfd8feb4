"""Foreign calendars are read: their days and hours, their series, and what is wrong with them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from sample_events import AFTERNOON, FRIDAYS, OFFICE, event, events, feed_of

from calendars.errors import InvalidCalendarData
from calendars.events import Origin, Override, occurrences_between
from calendars.ical.parse import read_calendar
from calendars.marks import Category, Status
from calendars.recurrence import Recurrence
from calendars.times import VIETNAM, DaySpan
from calendars.when import Day, Days, Hours, Repeat, Span, Window

NOW = datetime(2023, 10, 1, tzinfo=UTC)


def calendar_of(*lines: str, head: tuple[str, ...] = ()) -> bytes:
    """A calendar with one event of these lines (several where BEGIN:VEVENT is among them)."""
    body = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        *head,
        "BEGIN:VEVENT",
        *lines,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(body).encode()


def read(*lines: str, head: tuple[str, ...] = ()):
    return read_calendar(
        calendar_of(*lines, head=head), calendar="khac", zone=VIETNAM, now=NOW, source="a.ics"
    )


def only(*lines: str):
    (found,) = read("UID:1@example.org", *lines).events
    return found


def test_a_whole_event():
    found = read(
        "UID:7@example.org",
        "DTSTAMP:20231001T000000Z",
        "CREATED:20230901T000000Z",
        "LAST-MODIFIED:20230902T000000Z",
        "SEQUENCE:3",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20231120T080000",
        "DTEND;TZID=Asia/Ho_Chi_Minh:20231120T113000",
        "SUMMARY:Hội nghị\\, sơ kết",
        "LOCATION:Hội trường A",
        "DESCRIPTION:Dòng 1\\nDòng 2",
        'ORGANIZER;CN="Bà Lan":mailto:lan@example.org',
        "ATTENDEE;CN=Anh Nam:mailto:nam@example.org",
        "ATTENDEE:mailto:ai@example.org",
        head=("X-WR-CALNAME:Lịch\\, khác",),
    )
    assert found.name == "Lịch, khác"
    assert found.issues == ()
    (one,) = found.events
    assert one.origin.name == "a.ics"
    assert one._replace(origin=Origin()) == event(
        Day(date(2023, 11, 20), Hours(time(8), time(11, 30))),
        uid="7@example.org",
        calendar="khac",
        title="Hội nghị, sơ kết",
        created=datetime(2023, 9, 1, tzinfo=UTC),
        revised=datetime(2023, 9, 2, tzinfo=UTC),
        sequence=3,
        location="Hội trường A",
        chair="Bà Lan",
        attendees="Anh Nam",
        note="Dòng 1\nDòng 2",
        origin=Origin(),
    )


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        pytest.param(["DTSTART;VALUE=DATE:20231120"], Day(date(2023, 11, 20)), id="a date without an end"),
        pytest.param(
            ["DTSTART;VALUE=DATE:20231120", "DTEND;VALUE=DATE:20231121"],
            Day(date(2023, 11, 20)),
            id="one day",
        ),
        pytest.param(
            ["DTSTART;VALUE=DATE:20231120", "DTEND;VALUE=DATE:20231120"],
            Day(date(2023, 11, 20)),
            id="an inclusive end, forgiven",
        ),
        pytest.param(
            ["DTSTART;VALUE=DATE:20231120", "DTEND;VALUE=DATE:20231123"],
            Span(date(2023, 11, 20), date(2023, 11, 22)),
            id="several days",
        ),
        pytest.param(
            ["DTSTART;VALUE=DATE:20231120", "DURATION:P2D"],
            Span(date(2023, 11, 20), date(2023, 11, 21)),
            id="P2D",
        ),
        pytest.param(
            ["DTSTART:20231120T010000Z", "DURATION:PT90M"],
            Day(date(2023, 11, 20), Hours(time(8), time(9, 30))),
            id="in UTC",
        ),
        pytest.param(
            ["DTSTART:20231120T170000Z"],
            Day(date(2023, 11, 21), Hours(time(0))),
            id="in UTC, here the next day",
        ),
        pytest.param(
            ["DTSTART;TZID=Europe/Berlin:20231120T090000"],
            Day(date(2023, 11, 20), Hours(time(15))),
            id="in another zone",
        ),
        pytest.param(
            ["DTSTART;TZID=SE Asia Standard Time:20231120T090000"],
            Day(date(2023, 11, 20), Hours(time(9))),
            id="in Outlook's name of the zone",
        ),
        pytest.param(
            ["DTSTART:20231120T130000Z", "DTEND:20231120T170000Z"],
            Day(date(2023, 11, 20), Hours(time(20), time.max)),
            id="to midnight",
        ),
        pytest.param(
            ["DTSTART:20231120T130000Z", "DTEND:20231120T190000Z"],
            Day(date(2023, 11, 20), Hours(time(20), time(2))),
            id="past midnight",
        ),
        pytest.param(
            ["DTSTART:20231120T010000Z", "DTEND:20231122T040000Z"],
            Span(date(2023, 11, 20), date(2023, 11, 22), Hours(time(8), time(11))),
            id="hours over several days",
        ),
    ],
)
def test_days_and_hours(lines, when):
    assert only(*lines).when == when


@pytest.mark.parametrize("end", ["DTEND;VALUE=DATE:20231121", "DTEND:20231120T000000Z", "DURATION:-PT1H"])
def test_an_end_that_cannot_be_is_left_out_and_said_to_be(end):
    found = only("DTSTART:20231120T010000Z", end)
    assert found.when == Day(date(2023, 11, 20), Hours(start=time(8)))
    assert [issue.code for issue in found.issues] == ["end-ignored"]


def test_a_floating_hour_is_the_offices_own_and_said_to_be():
    found = only("DTSTART:20231120T080000", "DTEND:20231120T090000")
    assert found.when == Day(date(2023, 11, 20), Hours(time(8), time(9)))
    assert [issue.code for issue in found.issues] == ["floating-time"]


TOKYO = ("X-WR-TIMEZONE:Asia/Tokyo",)


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        pytest.param(
            ["DTSTART:20231120T080000", "DTEND:20231120T090000"],
            Day(date(2023, 11, 20), Hours(time(6), time(7))),
            id="an hour without a zone",
        ),
        pytest.param(
            ["DTSTART:20231120T010000", "DURATION:PT1H"],
            Day(date(2023, 11, 19), Hours(time(23), time.max)),
            id="on another day here",
        ),
        pytest.param(
            ["DTSTART:20231120T080000Z"], Day(date(2023, 11, 20), Hours(start=time(15))), id="in UTC"
        ),
        pytest.param(
            ["DTSTART;TZID=Asia/Ho_Chi_Minh:20231120T080000"],
            Day(date(2023, 11, 20), Hours(start=time(8))),
            id="with a zone of its own",
        ),
        pytest.param(["DTSTART;VALUE=DATE:20231120"], Day(date(2023, 11, 20)), id="a day"),
        pytest.param(
            [
                "DTSTART:20231120T080000",
                "RRULE:FREQ=DAILY;UNTIL=20231123T080000",
                "EXDATE:20231121T080000",
                "RDATE;VALUE=PERIOD:20231125T080000/PT1H",
            ],
            Repeat(
                Recurrence.from_rrule(
                    "FREQ=DAILY",
                    first=date(2023, 11, 20),
                    until=date(2023, 11, 23),
                    left_out=(date(2023, 11, 21),),
                ),
                Hours(start=time(6)),
            ),
            id="a series",
        ),
    ],
)
def test_hours_without_a_zone_are_those_of_the_calendars(lines, when):
    (found,) = read("UID:1@example.org", *lines, head=TOKYO).events
    assert (found.when, found.issues) == (when, ())


def test_a_changed_day_of_a_series_is_in_the_calendars_zone_too():
    (found,) = read(
        "UID:1@example.org",
        "DTSTART:20231120T010000",
        "RRULE:FREQ=DAILY;COUNT=3",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:1@example.org",
        "RECURRENCE-ID:20231121T010000",
        "DTSTART:20231121T110000",
        head=TOKYO,
    ).events
    shown = occurrences_between([found], DaySpan(date(2023, 11, 19), date(2023, 11, 30)))
    assert [(one.when.day, one.when.hours.start) for one in shown] == [
        (date(2023, 11, 19), time(23)),
        (date(2023, 11, 21), time(9)),
        (date(2023, 11, 21), time(23)),
    ]


def test_windows_name_of_the_calendars_zone_is_known():
    (found,) = read(
        "UID:1@example.org", "DTSTART:20231120T080000", head=("X-WR-TIMEZONE:SE Asia Standard Time",)
    ).events
    assert (found.when, found.issues) == (Day(date(2023, 11, 20), Hours(start=time(8))), ())


@pytest.mark.parametrize("name", ["Mars/Olympus", "Asia", "../../etc/passwd"])
def test_a_zone_of_the_calendar_that_nobody_knows_is_told_where_hours_float(name):
    found = read("UID:1@example.org", "DTSTART:20231120T080000", head=(f"X-WR-TIMEZONE:{name}",))
    assert [(issue.code, name in issue.detail) for issue in found.issues] == [("unknown-zone", True)]
    assert [issue.code for issue in found.events[0].issues] == ["floating-time"]
    told = read("UID:1@example.org", "DTSTART:20231120T080000Z", head=(f"X-WR-TIMEZONE:{name}",))
    assert (told.issues, told.events[0].issues) == ((), ())


def test_an_unknown_zone_of_an_events_own_is_not_taken_for_the_calendars():
    (found,) = read("UID:1@example.org", "DTSTART;TZID=Mars/Olympus:20231120T080000", head=TOKYO).events
    assert found.when == Day(date(2023, 11, 20), Hours(start=time(8)))
    assert [issue.code for issue in found.issues] == ["unknown-zone"]


AT = "DTSTART;TZID=Asia/Ho_Chi_Minh:20231103T140000"


@pytest.mark.parametrize(
    ("lines", "recurrence"),
    [
        pytest.param(
            ["RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20231124T070000Z;WKST=SU"],
            {"rule": "FREQ=WEEKLY;BYDAY=FR", "until": date(2023, 11, 24)},
            id="until an instant",
        ),
        pytest.param(
            ["RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20231124T065959Z"],
            {"rule": "FREQ=WEEKLY;BYDAY=FR", "until": date(2023, 11, 23)},
            id="until just before the last begins",
        ),
        pytest.param(
            ["RRULE:FREQ=WEEKLY;COUNT=3"],
            {"rule": "FREQ=WEEKLY", "until": date(2023, 11, 17)},
            id="a count",
        ),
        pytest.param(["RRULE:FREQ=MONTHLY;BYDAY=1FR"], {"rule": "FREQ=MONTHLY;BYDAY=1FR"}, id="without end"),
        pytest.param(
            ["RRULE:FREQ=WEEKLY;BYDAY=FR", "EXDATE;TZID=Asia/Ho_Chi_Minh:20231110T140000,20231117T140000"],
            {"rule": "FREQ=WEEKLY;BYDAY=FR", "left_out": (date(2023, 11, 10), date(2023, 11, 17))},
            id="exceptions",
        ),
    ],
)
def test_a_series_that_a_recurrence_can_hold(lines, recurrence):
    rule = recurrence.pop("rule")
    assert only(AT, *lines).when == Repeat(
        Recurrence.from_rrule(rule, first=date(2023, 11, 3), **recurrence), Hours(start=time(14))
    )


def days_of(found, first=date(2023, 1, 1), last=date(2024, 12, 31)):
    span = DaySpan(first, last)
    return [(o.when.day, o.when.hours.start) for o in occurrences_between([found], span)]


def test_a_series_that_keeps_another_zones_clock_is_written_out():
    found = only("DTSTART;TZID=Europe/Berlin:20231020T090000", "RRULE:FREQ=WEEKLY;COUNT=3")
    assert isinstance(found.when, Days)
    assert days_of(found) == [
        (date(2023, 10, 20), time(14)),
        (date(2023, 10, 27), time(14)),
        (date(2023, 11, 3), time(15)),
    ]


def test_a_series_in_utc_that_is_here_on_the_next_day_is_written_out():
    found = only("DTSTART:20231102T230000Z", "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=2")
    assert days_of(found) == [(date(2023, 11, 3), time(6)), (date(2023, 11, 10), time(6))]


def test_a_series_in_utc_on_the_same_day_stays_a_series():
    found = only("DTSTART:20231103T070000Z", "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20231117T070000Z")
    assert isinstance(found.when, Repeat)
    assert [day.day for day, _ in days_of(found)] == [3, 10, 17]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        pytest.param(
            ["RRULE:FREQ=YEARLY;BYWEEKNO=46;BYDAY=MO;COUNT=1"], [(11, 3), (11, 13)], id="weeks of a year"
        ),
        pytest.param(
            ["RDATE;TZID=Asia/Ho_Chi_Minh:20231107T140000,20231109T140000"],
            [(11, 3), (11, 7), (11, 9)],
            id="RDATE",
        ),
        pytest.param(
            ["RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=MONTHLY;COUNT=2"],
            [(11, 3), (11, 10), (12, 3)],
            id="two rules",
        ),
    ],
)
def test_what_a_recurrence_cannot_hold_is_written_out(lines, days):
    assert days_of(only(AT, *lines)) == [(date(2023, month, day), time(14)) for month, day in days]


def test_a_series_of_several_days_each_is_written_out():
    found = only("DTSTART;VALUE=DATE:20231103", "DTEND;VALUE=DATE:20231105", "RRULE:FREQ=MONTHLY;COUNT=2")
    occurrences = occurrences_between([found], DaySpan(date(2023, 11, 1), date(2023, 12, 31)))
    assert [o.when for o in occurrences] == [
        Span(date(2023, 11, 3), date(2023, 11, 4)),
        Span(date(2023, 12, 3), date(2023, 12, 4)),
    ]


def test_a_series_without_end_is_written_out_for_two_years():
    days = days_of(
        only("DTSTART;TZID=Europe/Berlin:20231020T090000", "RRULE:FREQ=WEEKLY"), last=date(2030, 1, 1)
    )
    assert days[-1][0] == date(2025, 12, 26)


def test_changed_and_cancelled_occurrences():
    found = read(
        "UID:1",
        AT,
        "SUMMARY:Giao ban",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:1",
        "RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20231110T140000",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20231111T090000",
        "SUMMARY:Giao ban mở rộng",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:1",
        "RECURRENCE-ID:20231117T070000Z",
        AT,
        "STATUS:CANCELLED",
    )
    (one,) = found.events
    assert one.overrides == (
        Override(
            day=date(2023, 11, 10),
            when=Day(date(2023, 11, 11), Hours(start=time(9))),
            title="Giao ban mở rộng",
        ),
        Override(day=date(2023, 11, 17), when=None),
    )
    assert [day.day for day, _ in days_of(one)] == [3, 11, 24]


def test_a_changed_occurrence_without_its_series_is_an_event():
    (one,) = read("UID:1@a", "RECURRENCE-ID:20231117T070000Z", "DTSTART:20231118T070000Z").events
    assert (one.uid, one.when) == ("1-20231117@a", Day(date(2023, 11, 18), Hours(start=time(14))))


def test_a_start_outside_its_own_rule_is_shown_too():
    found = only("DTSTART;VALUE=DATE:20231101", "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2")
    assert [day.day for day, _ in days_of(found)] == [1, 3, 10]


@pytest.mark.parametrize(
    ("lines", "category", "status"),
    [
        (["DTSTART;VALUE=DATE:20231120"], Category.MEETING, Status.CONFIRMED),
        (["DTSTART;VALUE=DATE:20231120", "TRANSP:TRANSPARENT"], Category.OBSERVANCE, Status.CONFIRMED),
        (["DTSTART:20231120T010000Z", "TRANSP:TRANSPARENT"], Category.MEETING, Status.CONFIRMED),
        (["DTSTART:20231120T010000Z", "STATUS:TENTATIVE"], Category.MEETING, Status.TENTATIVE),
        (["DTSTART:20231120T010000Z", "STATUS:CANCELLED"], Category.MEETING, Status.CANCELLED),
        (["DTSTART:20231120T010000Z", "CATEGORIES:X,Thời hạn"], Category.DEADLINE, Status.CONFIRMED),
    ],
)
def test_category_and_status(lines, category, status):
    found = only(*lines)
    assert (found.category, found.status) == (category, status)


def test_an_event_without_uid_gets_the_same_one_each_time():
    lines = ("DTSTART:20231120T010000Z", "SUMMARY:x")
    first = read("DTSTAMP:20231001T000000Z", *lines).events
    second = read("DTSTAMP:20231002T000000Z", *lines).events
    assert first[0].uid == second[0].uid


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"<html></html>", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", b"\xff\xfe\x00\x01"],
)
def test_what_is_no_calendar_is_refused(data):
    with pytest.raises(InvalidCalendarData):
        read_calendar(data, calendar="khac", zone=VIETNAM, now=NOW)


@pytest.mark.parametrize("zone", ["Asia", "Asia/", "America/Argentina"])
def test_a_part_of_the_world_is_no_time_zone(zone):
    with pytest.raises(InvalidCalendarData, match="no time zone"):
        read(f"DTSTART;TZID={zone}:20231120T090000")


def test_a_calendar_of_unreasonable_size_is_refused():
    with pytest.raises(InvalidCalendarData, match="20,000,000"):
        read_calendar(b"x" * 20_000_001, calendar="khac", zone=VIETNAM, now=NOW)


def test_several_types_of_one_value_are_refused_with_a_sentence() -> None:
    with pytest.raises(InvalidCalendarData, match="several types of value"):
        read("UID:1", "DTSTART:20261106T133000Z", "RDATE;VALUE=DATE,PERIOD:20261113")


@pytest.mark.parametrize(
    "lines", [["DTSTART:99991231T235959Z"], ["DTSTART;VALUE=DATE:20231120", "DTEND;VALUE=DATE:99991231"]]
)
def test_days_after_which_there_is_none_are_not_taken(lines):
    found = read("UID:1", *lines)
    assert found.events == ()
    assert "outside the years" in found.issues[0].detail


def test_an_event_that_cannot_be_understood_does_not_stop_the_others():
    found = read(
        "UID:1",
        "DTSTART:soon",
        "SUMMARY:Hỏng",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:2",
        "DTSTART:20231120T010000Z",
    )
    assert [one.uid for one in found.events] == ["2"]
    assert [issue.code for issue in found.issues] == ["event-not-understood"]
    assert "Hỏng" in found.issues[0].detail


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=-1",
        "FREQ=MONTHLY;BYDAY=53MO;BYSETPOS=1",
        "FREQ=YEARLY;BYMONTH=12;BYDAY=-6FR",
        "FREQ=YEARLY;BYDAY=54MO",
    ],
)
def test_a_rule_that_cannot_be_followed_leaves_its_first_day_and_an_issue(rule):
    found = only(AT, f"RRULE:{rule}")
    assert found.when == Day(date(2023, 11, 3), Hours(start=time(14)))
    assert [issue.code for issue in found.issues] == ["rule-not-understood"]


@pytest.mark.parametrize(
    ("rule", "until"),
    [
        ("FREQ=YEARLY;UNTIL=99991231", date(9999, 12, 31)),
        ("FREQ=DAILY;COUNT=99999999", date(2078, 8, 5)),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", date(2023, 11, 3)),
    ],
)
def test_wild_bounds_end(rule, until):
    assert only(AT, f"RRULE:{rule}").when.recurrence.until == until


def test_the_order_of_components_does_not_matter():
    master = ("UID:1", AT, "RRULE:FREQ=WEEKLY;COUNT=4")
    changed = ("UID:1", "RECURRENCE-ID:20231110T070000Z", "DTSTART:20231111T070000Z")
    between = ("END:VEVENT", "BEGIN:VEVENT")
    one, other = read(*master, *between, *changed), read(*changed, *between, *master)
    assert [e._replace(origin=Origin()) for e in one.events] == [
        e._replace(origin=Origin()) for e in other.events
    ]


def test_our_own_words_are_taken_off_the_title():
    body = feed_of(
        event(Day(date(2023, 11, 20)), status=Status.TENTATIVE, uid="1"),
        event(Day(date(2023, 11, 20)), category=Category.DEADLINE, uid="2"),
        event(Repeat(FRIDAYS, AFTERNOON), uid="3"),
    )
    found = read_calendar(body, calendar="khac", zone=VIETNAM, now=NOW)
    assert [(e.title, e.category, e.status) for e in found.events] == [
        ("Họp giao ban", Category.MEETING, Status.TENTATIVE),
        ("Họp giao ban", Category.DEADLINE, Status.CONFIRMED),
        ("Họp giao ban", Category.MEETING, Status.CONFIRMED),
    ]


def drawn(happening):
    """Where occurrences stand: the first day, and the hour that is known or drawn."""
    found = []
    for o in happening:
        hours = o.when.hours
        clock = hours.start
        if clock is None and isinstance(o.when, Day) and o.event.category is Category.DEADLINE:
            clock = hours.end
        if clock is None and isinstance(o.when, Day) and hours.part and OFFICE.of(hours.part):
            clock = OFFICE.of(hours.part)[0]
        if not isinstance(o.when, Day):
            clock = None
        found.append((o.when.day if isinstance(o.when, Day) else o.when.first, clock))
    return sorted(found, key=str)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(events(), min_size=1, max_size=1))
def test_our_own_feed_read_back_has_the_same_days(many):
    (one,) = many
    if isinstance(one.when, Span | Window):
        return
    one = one._replace(status=Status.CONFIRMED)
    span = DaySpan(date(2022, 11, 1), date(2026, 12, 31))
    found = read_calendar(feed_of(one), calendar="khac", zone=VIETNAM, now=datetime(2024, 1, 1, tzinfo=UTC))
    assert found.issues == ()
    assert drawn(occurrences_between(found.events, span)) == drawn(occurrences_between([one], span))


def shown(many):
    """What people see of these events over the years, whoever drew them."""
    span = DaySpan(date(2022, 11, 1), date(2026, 12, 31))
    return sorted(
        (str(o.when), o.title, o.location or "", o.status.value, o.event.category.value, o.event.sequence)
        for o in occurrences_between(many, span, with_cancelled=True)
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(events(), min_size=1, max_size=4, unique_by=lambda one: one.uid))
def test_what_was_imported_is_the_same_when_it_is_exported_and_imported_again(many):
    at = datetime(2024, 1, 1, tzinfo=UTC)
    first = read_calendar(feed_of(*many), calendar="khac", zone=VIETNAM, now=at)
    again = read_calendar(feed_of(*first.events), calendar="khac", zone=VIETNAM, now=at)
    assert (first.issues, again.issues) == ((), ())
    assert shown(again.events) == shown(first.events)
    kept = {one.uid: one for one in again.events}
    for one in first.events:
        if not isinstance(one.when, Days):
            assert (kept[one.uid].title, kept[one.uid].sequence) == (one.title, one.sequence)


def test_an_office_elsewhere_reads_in_its_own_zone():
    body = calendar_of("UID:1", "DTSTART;TZID=Asia/Ho_Chi_Minh:20231120T080000")
    (one,) = read_calendar(body, calendar="k", zone=ZoneInfo("Asia/Tokyo"), now=NOW).events
    assert one.when == Day(date(2023, 11, 20), Hours(start=time(10)))


# A change for an occurrence and all later ones

WEEKLY = (
    "UID:1@example.org",
    "DTSTART;TZID=Asia/Ho_Chi_Minh:20231103T080000",
    "DTEND;TZID=Asia/Ho_Chi_Minh:20231103T090000",
    "RRULE:FREQ=WEEKLY;COUNT=5",
    "SUMMARY:Họp giao ban",
)


def from_then_on(recurrence_id: str, *lines: str) -> tuple[str, ...]:
    return (
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:1@example.org",
        f"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Ho_Chi_Minh:{recurrence_id}",
        *lines,
    )


def november(*lines: str) -> list[tuple[str, str, str]]:
    """What happens in November and December: day, hour, title."""
    (found,) = read(*lines).events
    assert found.issues == ()
    shown = []
    for one in occurrences_between([found], DaySpan(date(2023, 11, 1), date(2023, 12, 31))):
        assert isinstance(one.when, Day)
        hours = one.when.hours
        shown.append((f"{one.when.day:%d/%m}", f"{hours.start:%H:%M}-{hours.end:%H:%M}", one.title))
    return shown


def test_a_change_from_a_day_on_holds_for_all_later_ones():
    moved = from_then_on(
        "20231117T080000",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20231118T140000",
        "DTEND;TZID=Asia/Ho_Chi_Minh:20231118T153000",
        "SUMMARY:Giao ban mở rộng",
    )
    assert november(*WEEKLY, *moved) == [
        ("03/11", "08:00-09:00", "Họp giao ban"),
        ("10/11", "08:00-09:00", "Họp giao ban"),
        ("18/11", "14:00-15:30", "Giao ban mở rộng"),
        ("25/11", "14:00-15:30", "Giao ban mở rộng"),
        ("02/12", "14:00-15:30", "Giao ban mở rộng"),
    ]


def an_hour_at(day: str, hour: int) -> tuple[str, str]:
    zoned = f"TZID=Asia/Ho_Chi_Minh:{day}T"
    return f"DTSTART;{zoned}{hour}0000", f"DTEND;{zoned}{hour + 1}0000"


def test_a_change_of_one_day_goes_before_that_from_an_earlier_day_on():
    ahead = from_then_on("20231110T080000", *an_hour_at("20231110", 14))
    later = from_then_on("20231124T080000", *an_hour_at("20231124", 16))
    one = [line.replace("RANGE=THISANDFUTURE;", "") for line in from_then_on("20231117T080000")]
    days = [
        (day, hours[:5])
        for day, hours, _ in november(*WEEKLY, *later, *one, *an_hour_at("20231117", 10), *ahead)
    ]
    assert days == [
        ("03/11", "08:00"),
        ("10/11", "14:00"),
        ("17/11", "10:00"),
        ("24/11", "16:00"),
        ("01/12", "16:00"),
    ]


def test_a_series_cancelled_from_a_day_on_ends_before_it():
    gone = from_then_on("20231117T080000", "DTSTART:20231117T010000Z", "STATUS:CANCELLED")
    assert [day for day, _, _ in november(*WEEKLY, *gone)] == ["03/11", "10/11"]
    endless = tuple(line.replace(";COUNT=5", "") for line in WEEKLY)
    assert [day for day, _, _ in november(*endless, *gone)] == ["03/11", "10/11"]


def test_a_series_cancelled_from_its_first_day_on_is_cancelled():
    gone = from_then_on("20231103T080000", "DTSTART:20231103T010000Z", "STATUS:CANCELLED")
    assert only(*WEEKLY[1:], *gone).status is Status.CANCELLED


def test_an_endless_series_changed_from_a_day_on_is_followed_to_the_horizon_and_no_further():
    endless = tuple(line.replace(";COUNT=5", "") for line in WEEKLY)
    (found,) = read(
        *endless, *from_then_on("20231117T080000", "DTSTART;TZID=Asia/Ho_Chi_Minh:20231117T150000")
    ).events
    later = occurrences_between([found], DaySpan(date(2023, 11, 17), date(2030, 1, 1)))
    assert {one.when.hours for one in later} == {Hours(start=time(15))}
    assert later[-1].when.day == date(2025, 12, 26)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        pytest.param(
            (*WEEKLY, *from_then_on("20231118T080000", "DTSTART:20231118T020000Z")), "event-not-understood",
            id="from a day that is none of its own",
        ),
        pytest.param(
            (*WEEKLY, *(line.replace("FUTURE", "PRIOR") for line in from_then_on(
                "20231117T080000", "DTSTART:20231117T020000Z"
            ))),
            "range-ignored", id="a range that RFC 5545 took back",
        ),
        pytest.param(
            (*WEEKLY, "END:VEVENT", "BEGIN:VEVENT", *WEEKLY, "SEQUENCE:2"), "same-uid", id="a UID twice"
        ),
        pytest.param(
            (*WEEKLY, "END:VEVENT", "BEGIN:VEVENT", "UID:1@example.org",
             "RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20231117T080000", "SUMMARY:Không giờ"),
            "event-not-understood", id="a changed day without a time",
        ),
        pytest.param(
            from_then_on("20231117T080000", "DTSTART:20231117T020000Z")[2:], "range-ignored",
            id="from a day on without its series",
        ),
        pytest.param(
            ("UID:1@example.org", "DTSTART:20231117T020000Z", "DTEND:20231117T030000Z", "DURATION:PT3H"), "two-ends",
            id="an end and a length that differ",
        ),
        pytest.param(("UID:1@example.org", "DTSTART;TZID=Mars/Olympus:20231117T080000"), "unknown-zone",
                     id="a zone that nobody knows"),
    ],
)  # fmt: skip
def test_what_is_in_doubt_of_an_event_is_its_own_issue(lines, code):
    (found,) = read(*lines).events
    assert [issue.code for issue in found.issues] == [code]
    if code == "unknown-zone":
        assert "Mars/Olympus" in found.issues[0].detail


@given(
    weeks=st.integers(2, 30),
    begins=st.integers(0, 29),
    days=st.integers(-6, 6),
    hour=st.integers(0, 23),
    left_out=st.sets(st.integers(0, 29), max_size=4),
)
def test_recurring_ical_events_shows_the_same_days_of_a_change_from_a_day_on(
    weeks, begins, days, hour, left_out
):
    first = datetime(2023, 11, 3, 8, tzinfo=VIETNAM)
    named = [first + timedelta(weeks=week) for week in range(weeks) if week not in left_out]
    if begins >= weeks or begins in left_out:
        begins = (named[0] - first).days // 7 if named else 0
    if not named:
        return
    at = first + timedelta(weeks=begins)
    zoned = "TZID=Asia/Ho_Chi_Minh:%Y%m%dT%H%M%S"
    moved = at.replace(hour=hour) + timedelta(days=days)
    data = calendar_of(
        "UID:1@example.org",
        first.strftime(f"DTSTART;{zoned}"),
        f"RRULE:FREQ=WEEKLY;COUNT={weeks}",
        *((first + timedelta(weeks=week)).strftime(f"EXDATE;{zoned}") for week in sorted(left_out)),
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:1@example.org",
        at.strftime(f"RECURRENCE-ID;RANGE=THISANDFUTURE;{zoned}"),
        moved.strftime(f"DTSTART;{zoned}"),
    )
    (found,) = read_calendar(data, calendar="khac", zone=VIETNAM, now=NOW).events
    span = DaySpan(date(2023, 10, 1), date(2024, 12, 31))
    ours = {(one.when.day, one.when.hours.start) for one in occurrences_between([found], span)}
    theirs = recurring_ical_events.of(Calendar.from_ical(data)).between(span.first, span.last)
    assert ours == {(one.start.date(), one.start.time()) for one in theirs}
