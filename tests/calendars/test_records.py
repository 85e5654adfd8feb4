"""What is written as JSON is read back as the same value."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import paper
from sample_events import FRIDAYS, event

from calendars.changes import apply
from calendars.events import Override
from calendars.marks import Passage
from calendars.programme_records import programme_from_json, programme_to_json
from calendars.records import (
    change_to_json,
    event_from_json,
    event_to_json,
    instant_from_text,
    instant_text,
    lines_between,
)
from calendars.revision import compare
from calendars.when import Day, Repeat

NOW = datetime(2023, 10, 30, 8, tzinfo=UTC)
NOVEMBER = paper(
    "monthly 2023-11 #41/CTr-BTV on 30/10",
    "Họp giao ban: FRI pm @Phòng họp số 2 /Chủ tịch",
    "Hội nghị tổng kết: ~11/11-20/11 +weekday-conflict",
    "* Ngày Nhà giáo Việt Nam: 20/11",
    "! Gửi báo cáo: 25/11 17:00",
    "Hội thao: ?",
    "Tập huấn: 21/11-22/11",
)


@pytest.mark.parametrize("place", range(6))
def test_an_event_survives_its_json(place: int) -> None:
    made = compare([], NOVEMBER, calendar="vp", now=NOW).changes[place].after
    assert event_from_json(json.loads(json.dumps(event_to_json(made)))) == made


def test_a_programme_survives_its_json_but_for_what_it_ignored() -> None:
    entry = replace(
        NOVEMBER.entries[0], evidence=(Passage("x", 1, 2, "B3"),), attendees="tất cả", note="mang sổ"
    )
    programme = replace(NOVEMBER, entries=(entry,), replaces="40/CTr-BTV", distribution=("Lưu: VP",))
    assert programme_from_json(json.loads(json.dumps(programme_to_json(programme)))) == programme


def test_a_programme_may_be_written_with_some_of_its_entries() -> None:
    body = programme_to_json(NOVEMBER, NOVEMBER.entries[:1])
    assert programme_from_json(body).entries == NOVEMBER.entries[:1]


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=7))])))
def test_instants_are_text_in_utc_whose_order_is_that_of_time(instant: datetime) -> None:
    whole = instant.replace(microsecond=0, year=max(instant.year, 2))
    text = instant_text(whole)
    assert instant_from_text(text) == whole
    assert len(text) == len("2023-10-30T08:00:00.000Z")


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        instant_text(datetime(2023, 10, 30))  # noqa: DTZ001 - the very thing that is refused


def test_a_change_shows_both_times_and_the_other_words() -> None:
    events = apply(
        [], compare([], paper("monthly 2023-11 on 30/10", "Họp A: 24/11 @P1"), calendar="vp", now=NOW)
    )
    notice = paper("notice 2023-11-20 on 20/11", "> Họp A: 24/11", "Họp A: 28/11 @P2")
    (change,) = compare(events, notice, calendar="vp", now=NOW).changes
    body = change_to_json(change)
    assert (body["kind"], body["title"], body["fields"]) == ("moved", "Họp A", {"location": ["P1", "P2"]})
    assert (body["before"]["when"]["date"], body["after"]["when"]["date"]) == ("2023-11-24", "2023-11-28")


def test_a_change_of_one_day_of_a_series_names_the_day_and_its_new_time() -> None:
    series = event(Repeat(FRIDAYS), calendar="vp", title="Họp giao ban")
    notice = paper("notice 2023-11-20 on 20/11", "> Họp giao ban: 24/11", "Họp giao ban: 23/11")
    (change,) = compare([series], notice, calendar="vp", now=NOW).changes
    body = change_to_json(change)
    assert (body["day"], body["occurrence"]["date"]) == ("2023-11-24", "2023-11-23")


def test_two_states_of_a_series_are_told_apart_by_the_days_that_differ() -> None:
    series = event(Repeat(FRIDAYS), calendar="vp", title="Họp giao ban", location="P1")
    day = date(2023, 11, 24)
    moved = series._replace(overrides=(Override(day=day, when=Day(date(2023, 11, 23)), location="P2"),))
    [line] = lines_between("undone", moved, series)
    assert (line["was"]["date"], line["occurrence"]["date"]) == ("2023-11-23", "2023-11-24")
    assert line["fields"] == {"location": ["P2", "P1"]}
    off = series._replace(overrides=(Override(day=day, when=None),))
    [line] = lines_between("undone", off, series)
    assert (line["day"], line["was"], line["occurrence"]["date"]) == ("2023-11-24", None, "2023-11-24")


def test_a_whole_that_differs_stands_before_its_days() -> None:
    series = event(Repeat(FRIDAYS), calendar="vp", title="Họp giao ban")
    other = series._replace(
        title="Giao ban", overrides=(Override(day=date(2023, 11, 24), when=Day(date(2023, 11, 23))),)
    )
    whole, day = lines_between("undone", series, other)
    assert (whole["fields"], "day" in whole) == ({"title": ["Họp giao ban", "Giao ban"]}, False)
    assert day["day"] == "2023-11-24"


def test_what_comes_and_what_goes_has_one_side() -> None:
    meeting = event(Day(date(2023, 11, 24)), calendar="vp", title="Họp A")
    [came], [went] = lines_between("undone", None, meeting), lines_between("undone", meeting, None)
    assert (came["before"], came["after"]["when"]["date"]) == (None, "2023-11-24")
    assert (went["before"]["when"]["date"], went["after"]) == ("2023-11-24", None)
