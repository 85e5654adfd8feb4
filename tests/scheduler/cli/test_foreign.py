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


def test_where_most_events_are_missing_they_stay_and_it_is_said(sched: Sched, tmp_path: Path) -> None:
    sched("import", written(tmp_path, "their.ics", many(7)))
    [done] = sched.json("import", written(tmp_path, "their.ics", many(3)), "--json")
    assert done["changes"] == []
    assert "4 of the 7" in done["issues"][0]
    assert standing(sched) == many(7)


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
    assert "no-entries" in said.stdout
    assert standing(sched) == many(2)


def test_what_a_hand_changed_stays_and_the_difference_is_told(sched: Sched, tmp_path: Path) -> None:
    sched("import", written(tmp_path, "their.ics", many(2)))
    sched("move", "0@elsewhere", "14h00 ngày 11/12/2026")
    changed = many(2) | {"0@elsewhere": "Họp báo lần nữa"}
    [done] = sched.json("import", written(tmp_path, "their.ics", changed), "--json")
    assert done["changes"] == []
    assert "by hand" in done["issues"][0]
    assert standing(sched) == many(2)
