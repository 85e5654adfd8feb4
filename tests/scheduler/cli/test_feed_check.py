"""`sched feed check`: what it says, in which language, and with which exit status."""

from pathlib import Path

import pytest
from program import Sched

BACKWARDS = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//other//EN
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20231030T081500Z
DTSTART:20231103T140000Z
DTEND:20231103T120000Z
SUMMARY:Meeting
END:VEVENT
END:VCALENDAR
"""
PAGE = b"<!DOCTYPE html><html><body><form>Login</form></body></html>"
NESTED = b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 2000 + b"END:VEVENT\r\n" * 2000 + b"END:VCALENDAR\r\n"


def written(folder: Path, data: bytes) -> str:
    (folder / "other.ics").write_bytes(data)
    return "other.ics"


def test_a_fault_that_must_be_mended_ends_with_4_and_is_told_in_vietnamese(
    sched: Sched, tmp_path: Path
) -> None:
    sched.environment["SCHED_LANGUAGE"] = ""
    said = sched("feed", "check", written(tmp_path, BACKWARDS.encode()), status=4).stdout
    assert "PHẢI   4.7   dòng 8: DTEND:20231103T120000Z không sau DTSTART:20231103T140000Z" in said
    assert not any(word in said for word in ("line ", "must", "MUST", "write ", "readers"))


def test_findings_are_english_where_that_is_chosen(sched: Sched, tmp_path: Path) -> None:
    sched.environment["SCHED_LANGUAGE"] = "en"
    said = sched("feed", "check", written(tmp_path, BACKWARDS.encode()), status=4).stdout
    assert "MUST   4.7   line 8: DTEND:20231103T120000Z is not after DTSTART:20231103T140000Z" in said


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(PAGE, "đây là một trang web", id="a login page"),
        pytest.param(BACKWARDS.encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param(BACKWARDS.encode("utf-16-le"), "UTF-16", id="UTF-16 without a mark"),
        pytest.param(b"", "không có nội dung", id="nothing"),
        pytest.param(b"hello", "đây không phải tệp lịch", id="no calendar"),
        pytest.param(NESTED, "lồng nhau quá 20 tầng", id="nested without end"),
    ],
)
@pytest.mark.parametrize("command", [("feed", "check"), ("import",)], ids=" ".join)
def test_what_is_no_calendar_is_told_in_a_sentence(
    sched: Sched, tmp_path: Path, command: tuple[str, ...], data: bytes, why: str
) -> None:
    sched.environment["SCHED_LANGUAGE"] = ""
    said = sched(*command, written(tmp_path, data), status=3)
    assert said.stderr.startswith("sched: other.ics: ")
    assert why in said.stderr
    assert said.stdout == ""
