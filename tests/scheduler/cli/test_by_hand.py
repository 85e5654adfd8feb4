"""The calendar by hand, and foreign calendars, by the program as people run it."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from program import Sched

STANDING = "Giao ban Thường trực Hội LHPN tỉnh"


def the_one(rows: list[dict[str, Any]], title: str) -> dict[str, Any]:
    [row] = [row for row in rows if row["title"] == title]
    return row


def test_what_is_typed_is_put_on_the_calendar(sched: Sched) -> None:
    done = sched.json("add", "Họp Đảng đoàn 14h00 ngày 02/12/2026 tại phòng họp số 1", "--json")
    assert [change["kind"] for change in done["changes"]] == ["added"]
    meeting = the_one(sched.json("list", "--month", "2026-12", "--json"), "Họp Đảng đoàn")
    assert (meeting["when"]["date"], meeting["when"]["start"], meeting["location"]) == (
        "2026-12-02",
        "14:00",
        "phòng họp số 1",
    )


def test_a_preview_keeps_nothing(sched: Sched) -> None:
    assert "Chỉ xem trước" in sched("add", "Họp chi bộ 8h00 ngày 03/12/2026", "--dry-run").stdout
    assert sched.json("list", "--month", "2026-12", "--json") == []


def test_words_that_cannot_be_taken_are_refused_with_a_sentence(sched: Sched) -> None:
    [change] = sched.json("add", "Họp chi bộ 8h00 ngày 03/12/2026", "--json")["changes"]
    for option, words, why in (
        ("--title", " ", "the title must not be empty"),
        ("--title", "h" * 501, "the title has 501 letters; it may have 500"),
        ("--note", "a\x1b[31m", "the note holds a character that nobody sees, U+001B"),
    ):
        assert why in sched("edit", change["uid"], option, words, status=2).stderr
    assert "2000 letters at most" in sched("add", "Họp 8h00 ngày 03/12/2026 " + "h" * 2000, status=2).stderr
    assert the_one(sched.json("list", "--month", "2026-12", "--json"), "Họp chi bộ")


def test_marks_of_direction_do_not_reach_the_terminal(sched: Sched) -> None:
    told = sched("add", "Họp \u202echi bộ 8h00 ngày 03/12/2026 tại Phòng \u20662").stdout
    shown = sched("list", "--month", "2026-12").stdout
    assert "Họp chi bộ" in told
    assert "Họp chi bộ" in shown
    assert not {"\u202e", "\u2066"} & {*told, *shown}


@pytest.mark.parametrize("text", ["Họp chi bộ", "Họp chi bộ 8h00", "Họp chi bộ ngày 31/11/2026"])
def test_what_names_no_day_is_not_understood(sched: Sched, text: str) -> None:
    assert "write it like" in sched("add", text, status=2).stderr


def test_one_day_of_a_standing_meeting_is_moved_and_another_cancelled(
    sched: Sched, samples: list[str]
) -> None:
    sched("import", samples[1])
    december = sched.json("list", "--month", "2026-12", "--json")
    uid = next(row["uid"] for row in december if row["title"] == STANDING.replace("Giao ban", "Họp giao ban"))
    sched("move", uid, "14h00 ngày 10/12/2026", "--day", "2026-12-11")
    sched("cancel", uid, "--day", "2026-12-18")
    rows = [row for row in sched.json("list", "--month", "2026-12", "--json") if row["uid"] == uid]
    assert [
        (row["day"], row["when"].get("date"), row["status"]) for row in rows if row["status"] != "cancelled"
    ] == [
        ("2026-12-04", "2026-12-04", "confirmed"),
        ("2026-12-11", "2026-12-10", "confirmed"),
        ("2026-12-25", "2026-12-25", "confirmed"),
    ]
    assert sched.json("show", uid, "--json")["sequence"] == 2
    assert "2026-12-12" in sched("cancel", uid, "--day", "2026-12-12", status=None).stderr


def test_a_place_that_is_named_with_the_new_time_is_taken_and_shown(sched: Sched) -> None:
    sched("add", "Họp Đảng đoàn 8h00 ngày 02/12/2026 tại phòng họp số 1")
    [meeting] = sched.json("list", "--month", "2026-12", "--json")
    to = "14h30 ngày 03/12/2026, tại Hội trường tầng 3"
    assert "Hội trường tầng 3" in sched("move", meeting["uid"], to, "--dry-run").stdout
    sched("move", meeting["uid"], to)
    [moved] = sched.json("list", "--month", "2026-12", "--json")
    assert (moved["when"]["date"], moved["location"]) == ("2026-12-03", "Hội trường tầng 3")
    sched("move", meeting["uid"], "14h30 ngày 04/12/2026")
    sched("confirm", meeting["uid"], "15h00 ngày 04/12/2026 tại phòng họp số 2")
    [moved] = sched.json("list", "--month", "2026-12", "--json")
    assert (moved["when"]["start"], moved["location"]) == ("15:00", "phòng họp số 2")


def test_one_day_of_a_standing_meeting_is_given_a_place_of_its_own(sched: Sched) -> None:
    sched("add", "Họp giao ban 8h00 thứ Sáu hằng tuần tại phòng họp số 2 từ 04/12/2026 đến 18/12/2026")
    [uid] = {row["uid"] for row in sched.json("list", "--month", "2026-12", "--json")}
    sched("move", uid, "14h00 ngày 10/12/2026 tại Hội trường", "--day", "2026-12-11")
    places = [row["location"] for row in sched.json("list", "--month", "2026-12", "--json")]
    assert places == ["phòng họp số 2", "Hội trường", "phòng họp số 2"]


def test_a_hands_change_outranks_an_older_document_and_is_taken_back(
    sched: Sched, samples: list[str]
) -> None:
    sched("import", samples[1])
    conference = "Hội nghị Ban Chấp hành Hội LHPN tỉnh lần thứ ba"
    uid = the_one(sched.json("list", "--month", "2026-12", "--json"), conference)["uid"]
    sched("move", uid, "8h00 ngày 28/12/2026")
    sched("import", samples[1])
    moved = the_one(sched.json("list", "--month", "2026-12", "--json"), conference)
    assert (moved["when"]["date"], moved["when"]["start"]) == ("2026-12-28", "08:00")
    sched("undo", "2")
    assert (
        the_one(sched.json("list", "--month", "2026-12", "--json"), conference)["when"]["from"]
        == "2026-12-22"
    )


def test_the_short_id_that_a_listing_shows_is_enough(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[1])
    line = next(
        line
        for line in sched("list", "--month", "2026-12", "--ids").stdout.splitlines()
        if "22/12–23/12" in line
    )
    sched("cancel", line.split()[0])
    assert sched.json("list", "--month", "2026-12", "--status", "cancelled", "--json") != []
    assert "no event" in sched("show", "0123456", status=2).stderr


def test_a_cancelled_event_stays_in_the_feed_as_cancelled(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[1])
    conference = "Hội nghị Ban Chấp hành Hội LHPN tỉnh lần thứ ba"
    uid = the_one(sched.json("list", "--month", "2026-12", "--json"), conference)["uid"]
    sched("cancel", uid)
    [component] = [part for part in sched("export").stdout.split("BEGIN:VEVENT") if uid in part]
    assert "STATUS:CANCELLED" in component
    assert "SEQUENCE:1" in component


def test_a_foreign_calendar_is_kept_and_followed(sched: Sched, samples: list[str], tmp_path: Path) -> None:
    sched("import", *samples)
    feed = sched("export").stdout
    other = Sched(tmp_path / "other")
    other.folder.mkdir()
    other("init")
    (other.folder / "their.ics").write_bytes(feed.encode())
    other("import", "their.ics")
    assert "không có gì thay đổi" in other("import", "their.ics").stdout
    months = [
        sched.json("list", "--month", "2026-11", "--json"),
        other.json("list", "--month", "2026-11", "--json"),
    ]
    told, read = ([(row["title"], row["day"], row["status"]) for row in rows] for rows in months)
    assert sorted(map(str, told)) == sorted(map(str, read))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "a.ics").write_bytes(
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:one@example.org\r\n"
        b"DTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261205\r\nSUMMARY:Fair\r\nEND:VEVENT\r\n"
        b"END:VCALENDAR\r\n"
    )

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(folder))

        def log_message(self, form: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_calendar_is_imported_from_its_address(sched: Sched, served: str) -> None:
    sched("import", f"{served}/a.ics")
    assert the_one(sched.json("list", "--month", "2026-12", "--json"), "Fair")["when"]["date"] == "2026-12-05"
    assert "404" in sched("import", f"{served}/b.ics", status=3).stderr
    assert "cannot be fetched" in sched("import", "http://127.0.0.1:9/c.ics", status=3).stderr


FRIDAYS = "Họp giao ban chiều thứ Sáu hằng tuần tại phòng họp số 2 từ 04/12/2026 đến 25/12/2026"


def in_december(sched: Sched) -> list[tuple[str, str | None, str | None]]:
    rows = sched.json("list", "--month", "2026-12", "--json")
    return [(row["when"]["date"], row["when"]["start"], row["when"]["daypart"]) for row in rows]


def test_an_hour_alone_is_a_new_hour_on_the_same_days(sched: Sched) -> None:
    [added] = sched.json("add", FRIDAYS, "--json")["changes"]
    uid = added["uid"]
    sched("cancel", uid, "--day", "18/12/2026")
    sched("move", uid, "9h00")
    kept = [("2026-12-04", "09:00", None), ("2026-12-11", "09:00", None), ("2026-12-25", "09:00", None)]
    assert in_december(sched) == kept
    feed = sched("export").stdout
    assert feed.count("RRULE:") == 1
    assert "STATUS:CANCELLED" not in feed
    sched("move", uid, "10h00", "--day", "11/12/2026")
    sched("move", uid, "sáng", "--day", "25/12/2026")
    assert in_december(sched)[1:] == [("2026-12-11", "10:00", None), ("2026-12-25", None, "morning")]


def test_a_standing_meeting_is_not_moved_to_one_day_by_mistake(sched: Sched) -> None:
    [added] = sched.json("add", FRIDAYS, "--json")["changes"]
    said = sched("move", added["uid"], "14h00 ngày 10/12/2026", status=2).stderr
    assert "--day" in said
    assert len(in_december(sched)) == 4


def test_a_day_alone_keeps_the_hour(sched: Sched) -> None:
    [added] = sched.json("add", "Họp Đảng đoàn 8h00 ngày 02/12/2026", "--json")["changes"]
    sched("move", added["uid"], "ngày 03/12/2026")
    assert in_december(sched) == [("2026-12-03", "08:00", None)]


@pytest.mark.parametrize("text", ["Họp Đảng đoàn 8h00 ngày 02/12/2026", FRIDAYS])
def test_what_is_postponed_stays_in_the_feed_as_cancelled_until_a_day_is_told(
    sched: Sched, text: str
) -> None:
    [added] = sched.json("add", text, "--json")["changes"]
    uid = added["uid"]
    sched("move", uid, "thời gian sẽ thông báo sau")
    feed = sched("export").stdout
    assert f"UID:{uid}" in feed
    assert "STATUS:CANCELLED" in feed
    assert "SUMMARY:(Hoãn)" in feed
    assert "has no day yet" in sched("move", uid, "9h00", status=2).stderr
    sched("move", uid, "9h00 ngày 07/12/2026")
    assert in_december(sched) == [("2026-12-07", "09:00", None)]
    assert "STATUS:CANCELLED" not in sched("export").stdout
