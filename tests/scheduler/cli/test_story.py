"""The main job, end to end: programmes become a calendar, a feed and a reminder, by the program as people run it."""

from typing import Any

import icalendar
import pytest
import recurring_ical_events
from program import Sched

CONFERENCE = 'Hội nghị sơ kết 02 năm thực hiện Đề án "Phụ nữ khởi nghiệp xanh"'
STANDING = "Giao ban Thường trực Hội LHPN tỉnh"


def titled(rows: list[dict[str, Any]], title: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["title"] == title]


def days_of(rows: list[dict[str, Any]], title: str) -> list[str | None]:
    return [row["when"].get("date") for row in titled(rows, title)]


def test_a_programme_becomes_a_month(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    november = sched.json("list", "--month", "2026-11", "--json")
    assert days_of(november, STANDING) == ["2026-11-06", "2026-11-13", "2026-11-20", "2026-11-27"]
    assert {row["when"]["daypart"] for row in titled(november, STANDING)} == {"afternoon"}
    [conference] = titled(november, CONFERENCE)
    assert conference["status"] == "tentative"
    assert conference["when"] == {
        "type": "window",
        "from": "2026-11-21",
        "to": "2026-11-30",
        "start": None,
        "end": None,
        "daypart": None,
    }


def test_two_meetings_on_one_half_day_are_marked(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    november = sched.json("list", "--month", "2026-11", "--json")
    [visit] = [row for row in november if row["title"].startswith("Làm việc với Hội LHPN phường Kim Đài")]
    assert STANDING in " ".join(visit["clashes"])
    assert "⚠ trùng" in sched("list", "--month", "2026-11").stdout
    assert "13/11/2026" in sched("conflicts", "--month", "2026-11").stdout


def test_the_next_programme_continues_the_standing_meeting_under_the_same_uid(
    sched: Sched, samples: list[str]
) -> None:
    sched("import", samples[0])
    before = {row["uid"] for row in titled(sched.json("list", "--month", "2026-11", "--json"), STANDING)}
    sched("import", samples[1])
    november = titled(sched.json("list", "--month", "2026-11", "--json"), STANDING)
    december = titled(sched.json("list", "--month", "2026-12", "--json"), STANDING)
    assert {row["uid"] for row in november} == {row["uid"] for row in december} == before
    assert days_of(december, STANDING) == ["2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25"]


def test_a_notice_closes_what_the_programme_left_open(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    [open_] = titled(sched.json("list", "--month", "2026-11", "--json"), CONFERENCE)
    [notice] = sched.json("import", samples[2], "--json")
    assert [change["kind"] for change in notice["changes"]] == ["closed"]
    [closed] = titled(sched.json("list", "--month", "2026-11", "--json"), CONFERENCE)
    assert closed["uid"] == open_["uid"]
    assert (closed["status"], closed["when"]["date"], closed["when"]["start"]) == (
        "confirmed",
        "2026-11-26",
        "08:00",
    )
    assert closed["location"] == "Hội trường tầng 3, cơ quan Hội LHPN tỉnh"
    story = sched.json("show", closed["uid"], "--json")
    assert story["sequence"] == 1
    assert [line["release"] for line in story["history"]] == [1, 2]


def test_importing_the_same_document_twice_changes_nothing(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    before = sched("export").stdout
    assert "đã nhập từ trước" in sched("import", samples[0]).stdout
    assert sched("export").stdout == before
    assert len(sched.json("changes", "--since", "2020-01-01", "--json")) == 1


def test_a_preview_shows_the_same_and_keeps_nothing(sched: Sched, samples: list[str]) -> None:
    [preview] = sched.json("import", samples[0], "--dry-run", "--json")
    assert preview["release"] is None
    assert sched.json("list", "--month", "2026-11", "--json") == []
    [kept] = sched.json("import", samples[0], "--json")
    assert kept["release"] == 1
    assert kept["changes"] == preview["changes"]


def test_an_empty_month_names_the_years_that_have_it(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    run = sched("list", "--month", "11", "--year", "2031")
    assert "chưa có việc nào" in run.stdout
    assert "sched list --month 2026-11" in run.stderr


def test_lists_speak_the_configured_language(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    assert "Nội dung" in sched("list", "--month", "2026-11").stdout
    text = (sched.folder / "config.toml").read_text("utf-8")
    sched.configure(text.replace('language = "vi"', 'language = "en"'))
    english = sched("list", "--month", "2026-11").stdout
    assert "What" in english
    assert "tentative" in english


@pytest.mark.parametrize("form", ["--csv", "--json", "--ics"])
def test_lists_for_programs_print_only_what_was_asked_for(
    sched: Sched, samples: list[str], form: str
) -> None:
    sched("import", samples[0])
    run = sched("list", "--month", "2026-11", form)
    assert run.stderr == ""
    assert STANDING in run.stdout.replace("\r\n ", "")


def test_the_feed_reads_back_as_the_month(sched: Sched, samples: list[str]) -> None:
    sched("import", *samples)
    calendar = icalendar.Calendar.from_ical(sched("export").stdout)
    occurrences = recurring_ical_events.of(calendar).between((2026, 11, 1), (2026, 12, 1))
    found = sorted(str(one["DTSTART"].dt)[:10] for one in occurrences if STANDING in str(one["SUMMARY"]))
    assert found == ["2026-11-06", "2026-11-13", "2026-11-20", "2026-11-27"]


def test_somebody_is_reminded_on_the_console_of_what_when_where_and_from_which_document(
    sched: Sched, samples: list[str]
) -> None:
    sched("import", *samples)
    sched("people", "add", "Lê Thị Vân", "--console", "--follow", "hoi-lhpn")
    told = sched("remind", "--now", "2026-11-25T16:00:30+07:00").stdout
    for words in (CONFERENCE, "08h00, thứ Năm, ngày 26/11/2026", "Hội trường tầng 3", "98/TB-BTV"):
        assert words in told
    assert CONFERENCE not in sched("remind", "--now", "2026-11-25T16:01:00+07:00").stdout


def test_a_preview_of_reminders_sends_nothing(sched: Sched, samples: list[str]) -> None:
    sched("import", *samples)
    sched("people", "add", "Lê Thị Vân", "--console", "--follow", "hoi-lhpn")
    planned = sched.json("remind", "--dry-run", "--now", "2026-11-25T15:00:00+07:00", "--json")
    [conference] = [one for one in planned if one["title"] == CONFERENCE and one["rule"] == "day-before"]
    assert conference["due"] == "2026-11-25T09:00:00+00:00"
    assert {one["state"] for one in sched.json("outbox", "list", "--json")} == {"pending"}


def test_what_is_in_doubt_waits_and_is_settled_by_a_person(sched: Sched, samples: list[str]) -> None:
    text = (sched.folder / "config.toml").read_text("utf-8")
    sched.configure(text.replace('review = "unsure"', 'review = "required"'))
    sched("import", samples[0])
    assert sched.json("list", "--month", "2026-11", "--json") == []
    waiting = sched.json("review", "--json")
    [conference] = [one for one in waiting if one["entries"][-1]["title"] == CONFERENCE]
    sched(
        "review",
        "accept",
        str(conference["number"]),
        "--when",
        "8h00 ngày 25/11/2026",
        "--place",
        "Phòng họp số 1",
    )
    [kept] = sched.json("list", "--month", "2026-11", "--json")
    assert (kept["title"], kept["when"]["date"], kept["location"]) == (
        CONFERENCE,
        "2026-11-25",
        "Phòng họp số 1",
    )
    again = sched("review", "accept", str(conference["number"]), status=4)
    assert "already" in again.stderr
    other = next(one for one in waiting if one["number"] != conference["number"])
    sched("review", "reject", str(other["number"]))
    assert len(sched.json("review", "--json")) == len(waiting) - 2


def test_a_release_is_taken_back(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    sched("import", samples[2])
    sched("undo", "2")
    [open_again] = titled(sched.json("list", "--month", "2026-11", "--json"), CONFERENCE)
    assert (open_again["status"], open_again["when"]["type"]) == ("tentative", "window")
    assert sched.json("show", open_again["uid"], "--json")["sequence"] == 2
    assert "no release" in sched("undo", "99", status=None).stderr


def test_a_closed_date_is_no_longer_promised(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    [open_] = titled(sched.json("list", "--month", "2026-11", "--json"), CONFERENCE)
    assert "thông báo sau" in open_["note"]
    sched("import", samples[2])
    [closed] = titled(sched.json("list", "--month", "2026-11", "--json"), CONFERENCE)
    assert closed["note"] is None
