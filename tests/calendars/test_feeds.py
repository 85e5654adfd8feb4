"""Which events a feed shows, how its tokens are kept, and the alarms its readers choose."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from sample_events import AFTERNOON, FEED, FRIDAYS, event, feed_of

from calendars.events import Override
from calendars.feeds import (
    FeedBytes,
    colour_of,
    last_day,
    new_token,
    parse_alarm,
    token_digest,
    token_matches,
)
from calendars.ical.alarms import with_alarms
from calendars.marks import Category, Status
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, Window

TODAY = date(2023, 11, 15)
NOVEMBER_20 = Day(date(2023, 11, 20))


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        pytest.param({"calendars": frozenset({"van-phong"})}, True, id="its calendar"),
        pytest.param({"calendars": frozenset({"khac"})}, False, id="another calendar"),
        pytest.param({"calendars": frozenset({"*"})}, True, id="all calendars"),
        pytest.param({"calendars": frozenset(), "groups": frozenset({"Thanh tra"})}, True, id="its group"),
        pytest.param({"calendars": frozenset(), "groups": frozenset({"Kế toán"})}, False, id="another group"),
        pytest.param(
            {"calendars": frozenset(), "uids": frozenset({"4f1c9a@sched"})}, True, id="the event itself"
        ),
        pytest.param({"calendars": frozenset()}, False, id="nothing chosen"),
        pytest.param({"categories": frozenset({Category.MEETING})}, True, id="its category"),
        pytest.param({"categories": frozenset({Category.DEADLINE})}, False, id="another category"),
        pytest.param({"since": date(2023, 11, 20)}, True, id="not over before the day from which it is kept"),
        pytest.param({"since": date(2023, 11, 21)}, False, id="over before that day"),
    ],
)
def test_a_feed_chooses(choice, chosen):
    assert replace(FEED, **choice).chooses(event(NOVEMBER_20, groups=("Thanh tra",)), TODAY) is chosen


@pytest.mark.parametrize(
    ("status", "today", "chosen"),
    [
        (Status.CANCELLED, date(2023, 11, 27), True),
        (Status.CANCELLED, date(2023, 11, 28), False),
        (Status.POSTPONED, date(2023, 11, 28), False),
        (Status.CONFIRMED, date(2030, 1, 1), True),
    ],
)
def test_a_cancelled_event_stays_a_week_after_its_planned_end(status, today, chosen):
    assert FEED.chooses(event(NOVEMBER_20, status=status), today) is chosen


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (NOVEMBER_20, date(2023, 11, 20)),
        (Days((date(2023, 11, 5), date(2023, 11, 12))), date(2023, 11, 12)),
        (Span(date(2023, 11, 5), date(2023, 11, 8)), date(2023, 11, 8)),
        (Span(date(2023, 11, 5), None), None),
        (Window(date(2023, 11, 11), date(2023, 11, 20)), date(2023, 11, 20)),
        (Repeat(FRIDAYS, AFTERNOON), date(2023, 11, 24)),
        (Repeat(FRIDAYS._replace(until=None)), None),
        (Undated(), None),
    ],
)
def test_the_last_day_of_an_event(when, day):
    assert last_day(event(when)) == day


def test_a_moved_occurrence_can_be_the_last():
    moved = Override(day=date(2023, 11, 24), when=Day(date(2023, 12, 1)))
    assert last_day(event(Repeat(FRIDAYS), overrides=(moved,))) == date(2023, 12, 1)


def test_a_calendar_keeps_its_colour_and_calendars_differ():
    assert colour_of("hoi-lhpn") == colour_of("hoi-lhpn")
    assert len({colour_of(f"lich-{number}") for number in range(60)}) == 8


# Tokens


def test_tokens_are_long_different_and_fit_for_a_url():
    tokens = {new_token() for _ in range(50)}
    assert len(tokens) == 50
    assert all(len(token) >= 43 and token.replace("-", "").replace("_", "").isalnum() for token in tokens)


def test_a_token_is_known_by_its_digest_alone():
    token = new_token()
    digest = token_digest(token)
    assert token not in digest
    assert token_matches(token, digest)
    assert not token_matches(token + "x", digest)
    assert not token_matches("ế\ud800", digest)


# Alarms


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("30m", timedelta(minutes=30)),
        ("2H", timedelta(hours=2)),
        (" 1d ", timedelta(days=1)),
        ("28d", timedelta(days=28)),
        ("29d", None),
        ("", None),
        ("-5m", None),
        ("30", None),
        ("1e3m", None),
        ("٣m", None),
    ],
)
def test_an_alarm_as_its_reader_writes_it(text, before):
    assert parse_alarm(text) == before


def alarms_of(body):
    return [len(c.walk("VALARM")) for c in Calendar.from_ical(body).walk("VEVENT")]


def test_only_what_has_an_hour_and_takes_place_rings():
    at_eight = Day(date(2023, 11, 20), Hours(start=time(8)))
    body = feed_of(
        event(at_eight, uid="1"),
        event(NOVEMBER_20, uid="2"),
        event(at_eight, uid="3", status=Status.CANCELLED),
        event(Repeat(FRIDAYS, AFTERNOON), uid="4", title="END:VEVENT\nSTATUS:CANCELLED"),
    )
    ringing = with_alarms(body, timedelta(minutes=90))
    assert alarms_of(ringing) == [1, 0, 0, 1]
    assert ringing.count(b"TRIGGER:-PT90M\r\n") == 2
    assert re.sub(rb"BEGIN:VALARM\r\n.*?END:VALARM\r\n", b"", ringing, flags=re.DOTALL) == body


def test_an_alarm_says_the_title_of_its_event_folded_like_it():
    title = "Hội nghị sơ kết công tác Hội và phong trào phụ nữ; triển khai nhiệm vụ, kế hoạch \\ quý IV"
    ringing = with_alarms(
        feed_of(event(Day(date(2023, 11, 20), Hours(start=time(8))), title=title)), timedelta(hours=1)
    )
    [alarm] = Calendar.from_ical(ringing).walk("VALARM")
    assert str(alarm["DESCRIPTION"]) == title
    assert max(map(len, ringing.split(b"\r\n"))) <= 75


def test_an_empty_feed_bears_alarms():
    assert with_alarms(feed_of(), timedelta(hours=1)) == feed_of()


@given(st.binary())
def test_the_etag_is_of_the_bytes_alone(body):
    one = FeedBytes.of(body, datetime(2023, 11, 1, tzinfo=UTC))
    other = FeedBytes.of(body, datetime(2024, 11, 1, tzinfo=UTC))
    assert one.etag == other.etag
    assert one.etag != FeedBytes.of(body + b"x", one.last_modified).etag
