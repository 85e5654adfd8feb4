"""Foreign calendars beside what documents and hands told: each source speaks for what it brought itself."""

from datetime import date
from pathlib import Path

import pytest
from program import Sched
from written_papers import foreign_calendar

DAY = date(2026, 12, 10)


def written(folder: Path, name: str, titles: dict[str, str], called: str | None = None) -> str:
    """A calendar of events on one day: by UID their titles; `called` is the name that it gives itself."""
    data = foreign_calendar({uid: (title, DAY, 8) for uid, title in titles.items()})
    if called:
        data = data.replace(b"VERSION:2.0\r\n", f"VERSION:2.0\r\nX-WR-CALNAME:{called}\r\n".encode())
    (folder / name).write_bytes(data)
    return str(folder / name)


def standing(sched: Sched) -> dict[str, str]:
    """What stands on the calendar in December: titles by UID."""
    rows = sched.json("list", "--month", "2026-12", "--json")
    return {row["uid"]: row["title"] for row in rows if row["status"] != "cancelled"}


def many(count: int) -> dict[str, str]:
    return {f"{number}@elsewhere": f"Họp báo {number}" for number in range(count)}


@pytest.mark.parametrize("first", ["programme", "other calendar"])
def test_what_others_told_stays(sched: Sched, samples: list[str], tmp_path: Path, first: str) -> None:
    if first == "programme":
        sched("import", *samples)
    else:
        sched("import", written(tmp_path, "other.ics", many(2)))
    sched("add", "Họp chi bộ 8h00 ngày 03/12/2026")
    before = standing(sched)
    done = sched.json("import", written(tmp_path, "good.ics", {"good@elsewhere": "Hội thảo"}), "--json")
    assert [change["kind"] for change in done[0]["changes"]] == ["added"]
    assert standing(sched) == before | {"good@elsewhere": "Hội thảo"}


def test_an_event_that_its_own_source_no_longer_names_is_cancelled(sched: Sched, tmp_path: Path) -> None:
    sched("import", written(tmp_path, "their.ics", many(5)))
    sched("import", written(tmp_path, "their.ics", many(4)))
    assert standing(sched) == many(4)


def test_a_calendar_is_known_by_its_own_name_and_not_by_that_of_its_file(
    sched: Sched, tmp_path: Path
) -> None:
    sched("import", written(tmp_path, "basic.ics", many(3), "Sở Y tế"))
    sched("import", written(tmp_path, "basic.ics", {"0@other": "Hội thảo"}, "Sở Nội vụ"))
    assert standing(sched) == many(3) | {"0@other": "Hội thảo"}
    sched("import", written(tmp_path, "basic (1).ics", many(2), "Sở Y tế"))
    assert standing(sched) == many(2) | {"0@other": "Hội thảo"}


def test_where_most_events_are_missing_they_stay_until_somebody_says_that_they_are_cancelled(
    sched: Sched, tmp_path: Path
) -> None:
    sched("import", written(tmp_path, "their.ics", many(7)))
    [done] = sched.json("import", written(tmp_path, "their.ics", many(3)), "--json")
    assert (done["changes"], len(done["questions"])) == ([], 4)
    assert "4 of the 7" in done["issues"][0]
    assert standing(sched) == many(7)
    first, second, *_ = sched.json("review", "--json")
    assert first["candidates"][0]["uid"] == "3@elsewhere"
    sched("review", "accept", str(first["number"]))
    sched("review", "reject", str(second["number"]))
    assert set(many(7)) - set(standing(sched)) == {"3@elsewhere"}
    # What was answered is not asked again; what waits is asked once.
    [again] = sched.json("import", "their.ics", "--json")
    assert (again["changes"], again["questions"]) == ([], [])
    assert len(sched.json("review", "--json")) == 2


def test_of_very_many_missing_events_it_is_told_and_not_asked(sched: Sched, tmp_path: Path) -> None:
    sched("import", written(tmp_path, "their.ics", many(60)))
    [done] = sched.json("import", written(tmp_path, "their.ics", many(2)), "--json")
    assert done["questions"] == []
    assert "58 of the 60" in done["issues"][0]
    assert standing(sched) == many(60)


def test_a_calendar_of_the_same_name_without_any_of_the_events_is_taken_for_another(
    sched: Sched, tmp_path: Path
) -> None:
    sched("import", written(tmp_path, "their.ics", many(2)))
    sched("import", written(tmp_path, "their.ics", {"good@elsewhere": "Hội thảo"}))
    assert standing(sched) == many(2) | {"good@elsewhere": "Hội thảo"}


def test_a_calendar_without_events_changes_nothing_and_says_so(sched: Sched, tmp_path: Path) -> None:
    sched("import", written(tmp_path, "their.ics", many(2)))
    said = sched("import", written(tmp_path, "their.ics", {}))
    assert "không có gì thay đổi" in said.stdout
    assert "! lịch này không có việc nào dùng được" in said.stdout
    assert standing(sched) == many(2)


def test_what_a_hand_changed_stays_and_the_difference_is_told(sched: Sched, tmp_path: Path) -> None:
    sched("import", written(tmp_path, "their.ics", many(2)))
    sched("move", "0@elsewhere", "14h00 ngày 11/12/2026")
    changed = many(2) | {"0@elsewhere": "Họp báo lần nữa"}
    [done] = sched.json("import", written(tmp_path, "their.ics", changed), "--json")
    assert done["changes"] == []
    assert "by hand" in done["issues"][0]
    assert standing(sched) == many(2)


# What is in doubt waits for a person


def series(folder: Path, title: str = "Giao ban Sở", hour: int = 15, name: str = "their.ics") -> str:
    """A calendar of one sure event, and of a series without a zone of which one day is at another hour."""
    sure = foreign_calendar({"sure@elsewhere": ("Hội thảo", DAY, 8)})
    doubtful = f"""\
BEGIN:VEVENT
UID:doubt@elsewhere
DTSTAMP:20261101T000000Z
DTSTART:20261203T080000
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:{title}
END:VEVENT
BEGIN:VEVENT
UID:doubt@elsewhere
DTSTAMP:20261101T000000Z
RECURRENCE-ID:20261210T080000
DTSTART:20261210T{hour}0000
SUMMARY:{title}
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
    (folder / name).write_bytes(sure.replace(b"END:VCALENDAR\r\n", doubtful.encode()))
    return name


def hours(sched: Sched, uid: str = "doubt@elsewhere") -> list[str]:
    """When the event happens in December."""
    rows = sched.json("list", "--month", "2026-12", "--json")
    return [f"{row['when']['date']} {row['when']['start']}" for row in rows if row["uid"] == uid]


SERIES = ["2026-12-03 08:00", "2026-12-10 15:00", "2026-12-17 08:00", "2026-12-24 08:00"]


def test_what_is_in_doubt_waits_and_is_accepted_whole_under_its_own_uid(sched: Sched, tmp_path: Path) -> None:
    [done] = sched.json("import", series(tmp_path), "--json")
    assert [change["title"] for change in done["changes"]] == ["Hội thảo"]
    assert [change["title"] for change in done["waiting"]] == ["Giao ban Sở"]
    assert hours(sched) == []
    [asked] = sched.json("review", "--json")
    assert asked["reason"].startswith("floating-time: ")
    assert asked["candidates"][0]["uid"] == "doubt@elsewhere"
    sched("review", "accept", str(asked["number"]))
    assert hours(sched) == SERIES
    [again] = sched.json("import", series(tmp_path), "--json")
    assert (again["changes"], again["waiting"], again["issues"]) == ([], [], [])


def test_a_preview_says_what_an_import_does(sched: Sched, tmp_path: Path) -> None:
    [preview] = sched.json("import", series(tmp_path), "--dry-run", "--json")
    [done] = sched.json("import", "their.ics", "--json")
    assert (
        [c["title"] for c in preview["waiting"]] == [c["title"] for c in done["waiting"]] == ["Giao ban Sở"]
    )
    assert sched.json("review", "--json") != []


@pytest.mark.parametrize("settled", ["waiting", "rejected"])
def test_the_same_copy_asks_once_and_says_so(sched: Sched, tmp_path: Path, settled: str) -> None:
    sched("import", series(tmp_path))
    [asked] = sched.json("review", "--json")
    if settled == "rejected":
        sched("review", "reject", str(asked["number"]))
    [again] = sched.json("import", "their.ics", "--json")
    assert (again["changes"], again["waiting"]) == ([], [])
    assert again["issues"] == [
        "asked-before: 1 of its events wait for review since an earlier import, or were rejected"
    ]
    waiting = [one["number"] for one in sched.json("review", "--json")]
    assert waiting == ([asked["number"]] if settled == "waiting" else [])


def test_a_newer_copy_asks_anew_even_where_only_one_day_of_a_series_differs(
    sched: Sched, tmp_path: Path
) -> None:
    sched("import", series(tmp_path))
    [older] = sched.json("review", "--json")
    sched("import", series(tmp_path, hour=16))
    [newer] = sched.json("review", "--json")
    assert newer["number"] != older["number"]
    sched("review", "accept", str(newer["number"]))
    assert hours(sched)[1] == "2026-12-10 16:00"


def test_a_newer_copy_without_the_event_takes_its_question_back(sched: Sched, tmp_path: Path) -> None:
    sched("import", series(tmp_path))
    sched("import", written(tmp_path, "their.ics", {"sure@elsewhere": "Hội thảo"}))
    assert sched.json("review", "--json") == []


def test_a_change_of_what_was_accepted_is_asked_as_well(sched: Sched, tmp_path: Path) -> None:
    sched("import", series(tmp_path))
    sched("review", "accept", "1")
    [done] = sched.json("import", series(tmp_path, "Giao ban Sở mở rộng"), "--json")
    assert [change["kind"] for change in done["waiting"]] == ["altered"]
    assert standing(sched)["doubt@elsewhere"] == "Giao ban Sở"
    [asked] = sched.json("review", "--json")
    sched("review", "accept", str(asked["number"]))
    assert standing(sched)["doubt@elsewhere"] == "Giao ban Sở mở rộng"
    assert sched.json("show", "doubt@elsewhere", "--json")["sequence"] == 1


def test_a_reviewers_correction_is_a_hands_and_outlives_the_next_import(sched: Sched, tmp_path: Path) -> None:
    sched("import", series(tmp_path))
    sched("review", "accept", "1", "--title", "Giao ban của Sở", "--when", "9h00 ngày 04/12/2026")
    assert (standing(sched)["doubt@elsewhere"], hours(sched)) == ("Giao ban của Sở", ["2026-12-04 09:00"])
    [done] = sched.json("import", series(tmp_path, "Giao ban khác"), "--json")
    assert (done["changes"], done["waiting"]) == ([], [])
    assert standing(sched)["doubt@elsewhere"] == "Giao ban của Sở"


def test_what_a_hand_changed_meanwhile_is_not_overwritten_by_an_answer(sched: Sched, tmp_path: Path) -> None:
    sched("import", series(tmp_path))
    sched("review", "accept", "1")
    sched("import", series(tmp_path, "Giao ban Sở mở rộng"))
    [asked] = sched.json("review", "--json")
    sched("edit", "doubt@elsewhere", "--title", "Giao ban tay")
    assert "has changed since" in sched("review", "accept", str(asked["number"]), status=4).stderr
    assert standing(sched)["doubt@elsewhere"] == "Giao ban tay"


def test_an_event_of_a_foreign_calendar_becomes_no_other_event(sched: Sched, tmp_path: Path) -> None:
    sched("import", series(tmp_path))
    said = sched("review", "accept", "1", "--as", "sure@elsewhere", status=2).stderr
    assert "keeps its own UID, doubt@elsewhere" in said
    sched("review", "accept", "1", "--as", "new")
    assert hours(sched) == SERIES
    sched("import", series(tmp_path, "Giao ban Sở mở rộng"))
    said = sched("review", "accept", "2", "--as", "new", status=2).stderr
    assert "keeps its own UID, doubt@elsewhere" in said


@pytest.mark.parametrize(("review", "published"), [("none", 2), ("unsure", 1), ("required", 0)])
def test_the_office_chooses_what_waits(sched: Sched, tmp_path: Path, review: str, published: int) -> None:
    sched.configure(f'[calendars.so]\nreview = "{review}"\n')
    sched("import", series(tmp_path))
    assert len(standing(sched)) == published
    for asked in sched.json("review", "--json"):
        sched("review", "accept", str(asked["number"]))
    assert len(standing(sched)) == 2


def test_undoing_the_import_asks_anew_when_the_file_comes_back(sched: Sched, tmp_path: Path) -> None:
    sched("import", series(tmp_path))
    sched("undo", "1")
    assert (sched.json("review", "--json"), standing(sched)) == ([], {})
    [done] = sched.json("import", "their.ics", "--json")
    assert (len(done["changes"]), len(done["waiting"])) == (1, 1)


def test_a_calendar_is_not_read_as_a_document(sched: Sched, tmp_path: Path) -> None:
    assert "it is a calendar, no document" in sched("read", series(tmp_path), status=3).stderr
