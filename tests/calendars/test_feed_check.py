"""Each rule is found where it is broken, and nowhere else; the numbers are those of docs/feeds.md."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mixed_calendar import mixed_events, mixed_feed
from sample_events import FEED, event, feed_of

from calendars.feed_check import (
    answer_rules,
    bytes_rules,
    check_feed,
    event_rules,
    identity_rules,
    series_rules,
)
from calendars.feed_check.answer_rules import LONG_PAST, Answer, Answers, check_answers, questions
from calendars.feed_check.finding import Severity
from calendars.when import Day

HEAD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//other//EN
NAME:Lịch
X-WR-CALNAME:Lịch
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
BEGIN:VTIMEZONE
TZID:Asia/Ho_Chi_Minh
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
END:STANDARD
END:VTIMEZONE
"""
EVENT = """\
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20231030T081500Z
LAST-MODIFIED:20231030T081500Z
SEQUENCE:1
DTSTART;TZID=Asia/Ho_Chi_Minh:20231103T140000
DTEND;TZID=Asia/Ho_Chi_Minh:20231103T160000
RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20231124T070000Z
EXDATE;TZID=Asia/Ho_Chi_Minh:20231110T140000
SUMMARY:Họp giao ban
CATEGORIES:Văn phòng
END:VEVENT
"""
ALL_DAY = """\
BEGIN:VEVENT
UID:2@example.org
DTSTAMP:20231031T081500Z
DTSTART;VALUE=DATE:20231120
DTEND;VALUE=DATE:20231121
SUMMARY:Ngày Nhà giáo
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-BUSYSTATUS:FREE
CATEGORIES:Văn phòng
END:VEVENT
"""
TAIL = "END:VCALENDAR\n"
GOOD = HEAD + EVENT + ALL_DAY + TAIL
OVERRIDE = """\
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20231030T081500Z
SEQUENCE:{sequence}
RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20231117T140000
DTSTART;TZID=Asia/Ho_Chi_Minh:20231118T140000
STATUS:{status}
CATEGORIES:Văn phòng
END:VEVENT
"""


def written(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def numbers(findings) -> list[str]:
    return [finding.rule.number for finding in findings]


def test_a_good_feed_breaks_no_rule():
    assert check_feed(written(GOOD)) == []


def test_our_own_feeds_break_no_rule():
    assert check_feed(mixed_feed(mixed_events(200))) == []
    assert check_feed(feed_of()) == []


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


FAULTS = [
    pytest.param(written(changed("VERSION:2.0\n", "")), "1.1", 1, id="no VERSION"),
    pytest.param(written(changed("PRODID:-//other//EN", "PRODID:" + "x" * 68)), "1.1", 3, id="PRODID of 75 octets"),
    pytest.param(written(changed("SEQUENCE:1", "SEQUENCE 1")), "1.1", 20, id="no content line"),
    pytest.param(written("hello\n"), "1.1", 1, id="no calendar"),
    pytest.param(written(HEAD + EVENT), "8.5", 27, id="half a feed"),
    pytest.param(written(changed("NAME:", "METHOD:PUBLISH\nNAME:")), "1.2", 4, id="METHOD"),
    pytest.param(written(changed("NAME:Lịch\n", "")), "1.3", 1, id="no name"),
    pytest.param(written(changed("NAME:Lịch", "NAME:" + "x" * 50 + "\n x" * 250)), "1.3", 4, id="a long name"),
    pytest.param(written(changed("X-PUBLISHED-TTL:PT1H\n", "")), "1.5", 1, id="no refresh hint"),
    pytest.param(written(changed("X-PUBLISHED-TTL:PT1H", "X-PUBLISHED-TTL:P1H")), "1.6", 7, id="P1H"),
    pytest.param(written(GOOD).replace(b"2.0\r\n", b"2.0\n"), "2.1", 2, id="a bare LF"),
    pytest.param(written(GOOD).removesuffix(b"\r\n"), "2.1", 38, id="no last line end"),
    pytest.param(b"\xef\xbb\xbf" + written(GOOD), "2.1", 1, id="a byte-order mark"),
    pytest.param(written(GOOD).replace("Họp".encode(), b"H\xf2p"), "2.1", 25, id="not UTF-8"),
    pytest.param(written(changed("Họp giao ban", "ế" * 23)), "2.2", 25, id="76 octets, 31 letters"),
    pytest.param(written(GOOD).replace(b"ng\xc3\xa0y", b"").replace(b"\xe1\xbb\x8dp", b"\xe1\r\n \xbb\x8dp"), "2.3", 25,
                 id="a letter cut apart"),
    pytest.param(written(changed("Họp giao", "Họp\\\n , giao")), "2.4", 25, id="an escape cut apart"),
    pytest.param(written(changed("Họp", "Ho\u0323p")), "2.5", 25, id="decomposed"),
    pytest.param(written(changed("Họp giao ban", "Họp giao ban\n  ")), "2.6", 26, id="a blank continuation"),
    pytest.param(written(changed("Họp giao ban", "Họp; giao, ban")), "2.7", 25, id="not escaped"),
    pytest.param(written(changed("Họp giao ban", "Họp\\x")), "2.7", 25, id="a strange escape"),
    pytest.param(written(changed("Họp giao ban", "Họp\x07")), "2.7", 25, id="a control character"),
    pytest.param(written(changed("UID:2@example.org\n", "")), "3.1", 28, id="no UID"),
    pytest.param(written(changed("UID:2@", "UID:1@")), "3.6", 28, id="a UID twice"),
    pytest.param(written(changed("DTSTAMP:20231030T081500Z\n", "")), "3.4", 16, id="no DTSTAMP"),
    pytest.param(written(changed("DTSTAMP:20231030T081500Z", "DTSTAMP:20231030")), "3.4", 16, id="a DTSTAMP of days"),
    pytest.param(
        written(HEAD + "".join(ALL_DAY.replace("2@", f"{n}@") for n in range(3)) + TAIL), "3.4", 16,
        id="one DTSTAMP for all",
    ),
    pytest.param(
        written(HEAD + EVENT + OVERRIDE.format(sequence=0, status="CONFIRMED") + TAIL), "3.5", 28, id="a low SEQUENCE"
    ),
    pytest.param(written(changed("DTEND;TZID=Asia/Ho_Chi_Minh:", "DTEND:")), "4.1", 22, id="a floating hour"),
    pytest.param(
        written(GOOD.replace("TZID:Asia/Ho_Chi_Minh", "TZID:Asia/Bangkok", 1)), "4.1", 21, id="a zone without block"
    ),
    pytest.param(
        written(
            HEAD
            + EVENT.replace(";TZID=Asia/Ho_Chi_Minh:", ":").replace("T140000\n", "T140000Z\n").replace(
                "T160000\n", "T160000Z\n"
            )
            + TAIL
        ),
        "4.2", 23, id="weekdays in UTC",
    ),
    pytest.param(
        written(changed("END:STANDARD\n", "END:STANDARD\nBEGIN:DAYLIGHT\nEND:DAYLIGHT\n")), "4.3", 8, id="a big zone"
    ),
    pytest.param(written(changed("DATE:20231121", "DATE:20231120")), "4.4", 32, id="an inclusive end"),
    pytest.param(
        written(changed("DTEND;VALUE=DATE:20231121", "DTEND:20231120T100000Z")), "4.4", 32, id="kinds mixed"
    ),
    pytest.param(
        written(changed("DTSTART;VALUE=DATE:", "DTSTART;TZID=X;VALUE=DATE:")), "4.4", 32, id="a day with a zone"
    ),
    pytest.param(written(changed("DTSTART;VALUE=DATE:20231120\n", "")), "4.4", 28, id="no DTSTART"),
    pytest.param(written(changed("20231103T160000", "20231105T160000")), "4.5", 16, id="days by the clock"),
    pytest.param(written(changed("20231103T160000", "20231103T120000")), "4.7", 22, id="an end before the beginning"),
    pytest.param(written(changed("20231103T160000", "20231103T140000")), "4.7", 22, id="an end at the beginning"),
    pytest.param(written(changed("SUMMARY:Họp", "DURATION:PT2H\nSUMMARY:Họp")), "4.7", 25, id="an end and a length"),
    pytest.param(
        written(changed("DTEND;TZID=Asia/Ho_Chi_Minh:20231103T160000", "DURATION:-PT2H")), "4.7", 22,
        id="a length below nothing",
    ),
    pytest.param(
        written(changed("DTEND;TZID=Asia/Ho_Chi_Minh:20231103T160000", "DTEND:20231103T063000Z")), "4.7", 22,
        id="an end before the beginning in another zone",
    ),
    pytest.param(written(HEAD + EVENT + TAIL + HEAD + ALL_DAY + TAIL), "1.1", 29, id="two calendars"),
    pytest.param(
        written(HEAD + ALL_DAY + OVERRIDE.format(sequence=1, status="CONFIRMED") + TAIL), "3.5", 30,
        id="an occurrence without its series",
    ),
    pytest.param(
        written(HEAD + EVENT + OVERRIDE.format(sequence=1, status="CANCELLED") + TAIL), "5.2", 28,
        id="cancelled without EXDATE",
    ),
    pytest.param(
        written(changed("EXDATE;TZID=Asia/Ho_Chi_Minh:20231110T140000", "EXDATE;VALUE=DATE:20231110")), "5.2", 24,
        id="an exception of another kind",
    ),
    pytest.param(written(changed("SEQUENCE:1", "STATUS:TENTATIVE")), "5.3", 16, id="tentative and busy"),
    pytest.param(written(changed("X-MICROSOFT-CDO-BUSYSTATUS:FREE\n", "")), "5.4", 28, id="half free"),
    pytest.param(written(changed("CATEGORIES:Văn phòng\n", "")), "5.5", 16, id="no categories"),
    pytest.param(written(changed("SEQUENCE:1", "ATTENDEE:mailto:a@example.org")), "5.6", 20, id="attendees"),
    pytest.param(written(changed("T140000\nDTEND", "T140000\nDTEND").replace("20231103T1", "20231102T1")), "6.1", 23,
                 id="a start outside its rule"),
    pytest.param(written(changed("UNTIL=20231124T070000Z", "UNTIL=20231124")), "6.2", 23, id="UNTIL a day"),
    pytest.param(written(changed("UNTIL=20231124T070000Z", "UNTIL=20231124T140000")), "6.2", 23, id="UNTIL local"),
    pytest.param(
        written(changed("TRANSP:", "RDATE;VALUE=DATE:20231122\nTRANSP:")), "6.3", 34, id="RDATE without RRULE"
    ),
    pytest.param(
        written(changed("SEQUENCE:1", "RDATE;TZID=Asia/Ho_Chi_Minh:20231201T140000")), "6.3", 20, id="RDATE after UNTIL"
    ),
    pytest.param(
        written(changed("TRANSP:", "RRULE:FREQ=MONTHLY;BYMONTHDAY=5,20;COUNT=4\nTRANSP:")), "6.4", 34,
        id="not for Outlook",
    ),
    pytest.param(
        written(changed("TRANSP:", "RRULE:FREQ=YEARLY;BYWEEKNO=47;COUNT=4\nTRANSP:")), "6.4", 34, id="weeks of a year"
    ),
    pytest.param(
        written(changed("EXDATE;", "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=9\nEXDATE;")), "6.4", 23, id="two rules"
    ),
    pytest.param(written(changed(";UNTIL=20231124T070000Z", "")), "6.5", 23, id="no end"),
    pytest.param(
        written(changed("SUMMARY:Họp", "BEGIN:VALARM\nTRIGGER:-PT5M\nEND:VALARM\nSUMMARY:Họp")), "7.2", 25,
        id="an alarm",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("data", "number", "line"), FAULTS)
def test_a_broken_rule_is_found_with_its_place(data, number, line):
    found = {finding.rule.number: finding for finding in check_feed(data)}
    assert number in found, found
    assert found[number].line == line
    assert found[number].detail


@pytest.mark.parametrize(
    ("change", "rule", "severity"),
    [
        (("20231103T160000", "20231103T120000"), "4.7", Severity.MUST),
        (("SUMMARY:Họp", "DURATION:PT2H\nSUMMARY:Họp"), "4.7", Severity.MUST),
        (("END:VCALENDAR\n", "END:VCALENDAR\n" + HEAD + TAIL), "1.1", Severity.MUST),
        # RFC 5545 does not forbid it: who is invited to one day of a series has no more than that.
        (
            ("UID:2@example.org", "UID:2@example.org\nRECURRENCE-ID;VALUE=DATE:20231120"),
            "3.5",
            Severity.SHOULD,
        ),
    ],
)
def test_how_strong_a_rule_is(change, rule, severity):
    assert {f.rule.number: f.rule.severity for f in check_feed(written(changed(*change)))} == {rule: severity}


def test_an_end_in_another_zone_that_is_later_is_none_of_these():
    found = check_feed(
        written(changed("DTEND;TZID=Asia/Ho_Chi_Minh:20231103T160000", "DTEND:20231103T073000Z"))
    )
    assert found == []


def test_components_nested_without_end_are_checked():
    deep = "BEGIN:X-A\n" * 5000 + "END:X-A\n" * 5000
    assert check_feed(written(HEAD + deep + EVENT + TAIL)) == []


def test_a_large_feed_is_named():
    data = written(HEAD + (ALL_DAY.replace("SUMMARY:", "COMMENT:" + "x" * 60 + "\nSUMMARY:")) * 7000 + TAIL)
    assert "8.10" in numbers(check_feed(data))


def test_a_rule_broken_many_times_is_one_finding():
    data = written(
        HEAD + "".join(ALL_DAY.replace("2@", f"{n}@").replace("21\n", "20\n") for n in range(9)) + TAIL
    )
    (finding,) = (f for f in check_feed(data) if f.rule.number == "4.4")
    assert (finding.times, finding.rule.severity) == (9, Severity.MUST)
    assert "Google" in finding.rule.clients


@given(st.binary())
def test_any_bytes_are_checked(data):
    assert check_feed(data)


@given(st.lists(st.sampled_from(written(GOOD).splitlines(keepends=True)), max_size=30))
def test_lines_in_any_order_are_checked(lines):
    check_feed(b"".join(lines))


MODULES = (bytes_rules, identity_rules, event_rules, series_rules, answer_rules)
TABLES = [module.CHECKS for module in MODULES]
RULES = [rule for table in TABLES for rule, _ in table]


def test_every_rule_has_a_test():
    tested = {parameter.values[1] for parameter in FAULTS} | {"8.10"} | {p.values[2] for p in ANSWER_FAULTS}
    assert {rule.number for rule in RULES} == tested


def test_every_rule_is_in_the_manual(repository: Path):
    manual = (repository / "docs" / "feeds.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| (\d+\.\d+) \|", manual, re.MULTILINE))
    assert {rule.number for rule in RULES} <= named


# How a feed is answered

BODY = feed_of(event(Day(date(2023, 11, 20))))
HEADERS = {
    "content-type": "text/calendar; charset=utf-8",
    "etag": '"abc"',
    "last-modified": "Wed, 01 Nov 2023 03:00:00 GMT",
    "cache-control": "public, max-age=600",
    "content-encoding": "gzip",
}
PLAIN = Answer(200, HEADERS, BODY)
SAME = Answer(304, {}, b"")


def answers(**changed_ones) -> Answers:
    good = {
        "plain": PLAIN,
        "again": PLAIN,
        "for_pages": PLAIN,
        "by_etag": SAME,
        "by_date": SAME,
        "by_past": PLAIN,
    }
    return Answers(**good | changed_ones)


def plain_with(status=200, body=BODY, **headers) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, {k: v for k, v in (HEADERS | named).items() if v is not None}, body)


ANSWER_FAULTS = [
    pytest.param("plain", plain_with(content_type="text/plain"), "8.1", id="another type"),
    pytest.param(
        "for_pages", plain_with(content_type="text/html; charset=utf-8"), "8.1", id="pages for browsers"
    ),
    pytest.param(
        "plain", plain_with(content_disposition="attachment; filename=a.ics"), "8.2", id="an attachment"
    ),
    pytest.param("plain", plain_with(etag="abc"), "8.3", id="an etag without quotes"),
    pytest.param("plain", plain_with(last_modified=None), "8.3", id="no date"),
    pytest.param("again", Answer(200, HEADERS, BODY + b"x"), "8.3", id="other bytes each time"),
    pytest.param("by_etag", PLAIN, "8.4", id="never 304"),
    pytest.param("by_date", PLAIN, "8.4", id="never 304 by date"),
    pytest.param("by_past", SAME, "8.4", id="always 304"),
    pytest.param("plain", plain_with(body=b""), "8.5", id="empty"),
    pytest.param("plain", plain_with(status=503), "8.6", id="an error"),
    pytest.param("plain", plain_with(status=401), "8.7", id="a login"),
    pytest.param("plain", plain_with(body=b"<html>"), "8.7", id="a login page"),
    pytest.param("plain", plain_with(cache_control="no-cache"), "8.9", id="not to be cached"),
    pytest.param("plain", plain_with(body=BODY * 100, content_encoding=None), "8.9", id="not packed"),
]


def test_good_answers_break_no_rule():
    assert check_answers(answers()) == []


@pytest.mark.parametrize(("name", "answer", "number"), ANSWER_FAULTS)
def test_a_wrong_answer_is_found(name, answer, number):
    assert number in numbers(check_answers(answers(**{name: answer})))


def test_what_could_not_be_asked_is_not_held_against_a_feed():
    assert check_answers(Answers(plain=PLAIN)) == []


def test_the_questions_to_ask_follow_from_the_first_answer():
    assert questions(PLAIN) == {
        "again": {},
        "for_pages": {"accept": "text/html"},
        "by_past": {"if-modified-since": LONG_PAST},
        "by_etag": {"if-none-match": '"abc"'},
        "by_date": {"if-modified-since": HEADERS["last-modified"]},
    }
    assert set(questions(Answer(200, {}, b""))) == {"again", "for_pages", "by_past"}
    assert FEED.name
