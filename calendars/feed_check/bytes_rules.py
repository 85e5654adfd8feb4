"""Rules 1 and 2 of `docs/feeds.md`: the calendar object and its bytes."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

from calendars.feed_check.content import FeedText
from calendars.feed_check.finding import Rule, Seen, Severity

MUST, SHOULD = Severity.MUST, Severity.SHOULD
Check = Callable[[FeedText], Iterator[Seen]]

LONGEST_LINE = 75
LONGEST_NAME = 255
TEXT = ("SUMMARY", "LOCATION", "DESCRIPTION", "COMMENT", "CONTACT")
DURATIONS = ("REFRESH-INTERVAL", "X-PUBLISHED-TTL", "DURATION", "TRIGGER")
_DURATION = re.compile(r"[+-]?P(?:\d+W|(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)")
_BAD_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?![nN,;\\])")
_UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[;,]")


def _not_whole(feed: FeedText) -> Iterator[Seen]:
    calendars = [child for child in feed.root.children if child.kind == "VCALENDAR"]
    if not calendars:
        yield 1, "there is no BEGIN:VCALENDAR"
    for calendar in calendars:
        if calendar.value("VERSION").strip() != "2.0":
            yield calendar.line, "VERSION:2.0 is missing"
        prodids = calendar.all("PRODID")
        if len(prodids) != 1:
            yield calendar.line, f"there are {len(prodids)} PRODID lines, not one"
        elif len(prodids[0].value.encode()) + len("PRODID:") >= LONGEST_LINE:
            yield prodids[0].line, "the PRODID line has 75 octets or more"
    for number, text in feed.strange:
        yield number, f"this is no content line: {text[:60]}"


def _several(feed: FeedText) -> Iterator[Seen]:
    calendars = [child for child in feed.root.children if child.kind == "VCALENDAR"]
    if len(calendars) > 1:
        yield calendars[1].line, f"there are {len(calendars)} VCALENDARs in one file"


def _cut_off(feed: FeedText) -> Iterator[Seen]:
    if feed.lines and feed.lines[-1].strip().upper() != b"END:VCALENDAR":
        yield len(feed.lines), "the file does not end with END:VCALENDAR"


def _method(feed: FeedText) -> Iterator[Seen]:
    for calendar in feed.root.children:
        for method in calendar.all("METHOD"):
            yield method.line, f"METHOD:{method.value}"


def _unnamed(feed: FeedText) -> Iterator[Seen]:
    for calendar in feed.root.children:
        missing = [name for name in ("X-WR-CALNAME", "NAME") if not calendar.value(name).strip()]
        if missing:
            yield calendar.line, f"{', '.join(missing)} missing"


def _long_name(feed: FeedText) -> Iterator[Seen]:
    for calendar in feed.root.children:
        for name in (*calendar.all("X-WR-CALNAME"), *calendar.all("NAME")):
            if len(name.value) > LONGEST_NAME or "\\n" in name.value.lower():
                yield name.line, f"{name.name} has {len(name.value)} characters or a line break"


def _no_refresh(feed: FeedText) -> Iterator[Seen]:
    for calendar in feed.root.children:
        missing = [name for name in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL") if not calendar.value(name)]
        if missing:
            yield calendar.line, f"{', '.join(missing)} missing"


def _bad_duration(feed: FeedText) -> Iterator[Seen]:
    for component in (*feed.root.children, *feed.events, *feed.root.within("VALARM")):
        for name in DURATIONS:
            for one in component.all(name):
                if one.parameters.get("VALUE") != "DATE-TIME" and not _DURATION.fullmatch(one.value.strip()):
                    yield one.line, f"{name}:{one.value}"


def _line_ends(feed: FeedText) -> Iterator[Seen]:
    for number, line in enumerate(feed.data.split(b"\n")[:-1], start=1):
        if not line.endswith(b"\r"):
            yield number, "the line ends with LF alone"
    if not feed.data.endswith((b"\r\n", b"\n")):
        yield len(feed.lines), "the last line has no end"


def _encoding(feed: FeedText) -> Iterator[Seen]:
    if feed.data.startswith(b"\xef\xbb\xbf"):
        yield 1, "the file begins with a byte-order mark"
    try:
        re.sub(rb"\r?\n[ \t]", b"", feed.data).decode("utf-8")
    except UnicodeDecodeError as error:
        yield 1 + feed.data[: error.start].count(b"\n"), "the text is not UTF-8"


def _long_lines(feed: FeedText) -> Iterator[Seen]:
    for number, line in enumerate(feed.lines, start=1):
        if len(line) > LONGEST_LINE:
            yield number, f"the line has {len(line)} octets"


def _cut_letters(feed: FeedText) -> Iterator[Seen]:
    for number, (line, following) in enumerate(pairwise(feed.lines), start=1):
        if following[:1] in (b" ", b"\t") and following[1:2] and following[1] & 0xC0 == 0x80:
            yield number, f"the fold cuts a letter apart: …{line[-12:].decode('utf-8', 'replace')}"


def _cut_escapes(feed: FeedText) -> Iterator[Seen]:
    for number, (line, following) in enumerate(pairwise(feed.lines), start=1):
        if following[:1] in (b" ", b"\t") and (len(line) - len(line.rstrip(b"\\"))) % 2:
            yield number, "the fold cuts a backslash from what it escapes"


def _decomposed(feed: FeedText) -> Iterator[Seen]:
    for number, line in enumerate(feed.lines, start=1):
        text = line.decode("utf-8", "replace")
        if not unicodedata.is_normalized("NFC", text):
            yield number, text.strip()[:60]


def _blank_lines(feed: FeedText) -> Iterator[Seen]:
    for number, line in enumerate(feed.lines, start=1):
        if not line.strip():
            yield number, "the line holds nothing but blanks"


def _unsafe_text(feed: FeedText) -> Iterator[Seen]:
    for event in feed.events:
        for one in event.properties:
            if one.name in TEXT:
                if any(unicodedata.category(c) == "Cc" and c != "\t" for c in one.value):
                    yield one.line, f"{one.name} holds a control character"
                elif _BAD_ESCAPE.search(one.value):
                    yield one.line, f"{one.name} holds a backslash that escapes nothing"
                elif _UNESCAPED.search(one.value):
                    yield one.line, f"{one.name} holds a comma or semicolon that is not escaped"


CHECKS: tuple[tuple[Rule, Check], ...] = (
    (
        Rule(
            number="1.1",
            severity=MUST,
            clients="every strict reader; iCloud where PRODID has 75 octets",
            advice="write one VCALENDAR with VERSION:2.0 and one short, constant PRODID",
        ),
        _not_whole,
    ),
    (
        Rule(
            number="1.1",
            severity=MUST,
            clients="khal and others that expect one calendar refuse the file; some show the first alone",
            advice="write all events into one VCALENDAR, or give each calendar an address of its own",
        ),
        _several,
    ),
    (
        Rule(
            number="8.5",
            severity=MUST,
            clients="Nextcloud refuses the file; Thunderbird empties its calendar",
            advice="write the whole file elsewhere first and move it into place; serve the last good copy on a fault",
        ),
        _cut_off,
    ),
    (
        Rule(
            number="1.2",
            severity=SHOULD,
            clients="macOS calls the calendar invalid, CalDAV servers and libical refuse it, Proton unless PUBLISH",
            advice="leave METHOD out of a feed that is subscribed to",
        ),
        _method,
    ),
    (
        Rule(
            number="1.3",
            severity=SHOULD,
            clients="Outlook, Google and Apple show the address instead of a name",
            advice="write the calendar's name as X-WR-CALNAME and as NAME",
        ),
        _unnamed,
    ),
    (
        Rule(
            number="1.3",
            severity=SHOULD,
            clients="Exchange cuts the folder's name",
            advice="keep the name on one line of at most 255 characters",
        ),
        _long_name,
    ),
    (
        Rule(
            number="1.5",
            severity=SHOULD,
            clients="Outlook on the desktop and readers of RFC 7986 choose their own pause, up to a day",
            advice="write REFRESH-INTERVAL;VALUE=DURATION:PT1H and X-PUBLISHED-TTL:PT1H",
        ),
        _no_refresh,
    ),
    (
        Rule(
            number="1.6",
            severity=MUST,
            clients="Nextcloud stops refreshing",
            advice="write hours after a T: PT1H, not P1H",
        ),
        _bad_duration,
    ),
    (
        Rule(
            number="2.1",
            severity=MUST,
            clients="strict parsers and validators",
            advice="end every line with CRLF, the last one included",
        ),
        _line_ends,
    ),
    (
        Rule(
            number="2.1",
            severity=MUST,
            clients="every reader shows wrong letters or refuses the file",
            advice="write UTF-8 without a byte-order mark",
        ),
        _encoding,
    ),
    (
        Rule(
            number="2.2",
            severity=MUST,
            clients="strict validators and some servers",
            advice="fold at 75 octets of UTF-8, not characters",
        ),
        _long_lines,
    ),
    (
        Rule(
            number="2.3",
            severity=MUST,
            clients="Google shows replacement characters; several parsers fail",
            advice="fold between letters, never inside a UTF-8 sequence",
        ),
        _cut_letters,
    ),
    (
        Rule(
            number="2.4",
            severity=MUST,
            clients="Outlook misplaces the breaks of descriptions",
            advice="never fold between a backslash and the character it escapes",
        ),
        _cut_escapes,
    ),
    (
        Rule(
            number="2.5",
            severity=SHOULD,
            clients="marks can part from their letters where a line is folded",
            advice="bring all text to Unicode's composed form (NFC)",
        ),
        _decomposed,
    ),
    (
        Rule(
            number="2.6",
            severity=MUST,
            clients="iCloud refuses the file",
            advice="write no line that holds only blanks",
        ),
        _blank_lines,
    ),
    (
        Rule(
            number="2.7",
            severity=MUST,
            clients="readers cut the text at the mark, or take what follows for another property",
            advice=r"escape \ ; , and line breaks in text, and take control characters out",
        ),
        _unsafe_text,
    ),
)
