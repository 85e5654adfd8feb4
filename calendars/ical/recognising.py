"""Whether a file is a calendar, and why some bytes are none at all, before anything is made of them.

What is hard is to say what they are instead: a page of a login has the address of a feed, an old program writes UTF-16,
and what is nested for ever is made to stop its reader. What is merely wrong in a calendar is not refused here.
"""

import re

NAMED = (".ics", ".ical", ".icalendar")
DEEPEST = 20
"""How far components may lie within each other; calendars have three."""
_NESTING = re.compile(rb"^(?:(BEGIN)|END)[ \t]*:", re.MULTILINE | re.IGNORECASE)


def is_calendar(data: bytes, name: str) -> bool:
    """Whether the bytes are iCalendar by their first line, or should be by the file's name."""
    return (
        name.lower().endswith(NAMED) or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR"
    )


def why_no_calendar(data: bytes) -> str | None:
    """A sentence on why the bytes are no calendar and what to do; None where they may be one."""
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        return (
            "it is written in UTF-16, and calendars are UTF-8 (RFC 5545 section 3.1.4); "
            "save it as UTF-8 and try that copy"
        )
    if not start:
        return "it is empty; ask for it to be sent again, or look at the address"
    if start.startswith(b"<"):
        return (
            "it is a web page, such as one that asks for a login, and no calendar; ask the publisher for the address "
            "of the feed itself, which opens without a login"
        )
    if b"BEGIN:VCALENDAR" not in data.upper():
        return "these bytes are no calendar: there is no BEGIN:VCALENDAR (RFC 5545 section 3.4)"
    if _depth(data) > DEEPEST:
        return f"its components lie more than {DEEPEST} deep within each other, as in no real calendar; it is not read"
    return None


def _depth(data: bytes) -> int:
    depth = deepest = 0
    for found in _NESTING.finditer(data):
        depth = depth + 1 if found[1] else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest
