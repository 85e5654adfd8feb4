"""The stamps that a chat sets before its messages: "[29/10/2023 20:14] Cô Hạnh:", "29/10/2023, 20:14 - Cô Hạnh: ...".

A stamp tells when something was written and by whom, and nothing that is held. Another message ends what the one before
listed day by day.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from calendars.documents.document import Line
from calendars.layouts.chats import with_senders_apart

_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d"
_MINUTE = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?"
_WHO = r"[^\W\d][^:\n]{1,40}?"
_SHORT_DAY = r"\d{1,2}[/.-]\d{1,2}(?:[/.-](?:20)?\d\d)?"
_STAMP = re.compile(
    rf"\s*(?:\[\s*(?:(?:(?P<day>{_SHORT_DAY}),?\s+)?{_MINUTE}|{_MINUTE},?\s+(?P<later>{_SHORT_DAY}))\s*\]\s*[-–]?\s*"
    rf"|(?P<bare>{_DAY}),?\s+{_MINUTE}\s+[-–]\s+){_WHO}:(?=\s|$)"
)
# "Thầy Tiến PHT 20:05", "Cô Loan, 20:11": somebody and a minute, and nothing else.
_SOMEBODY = re.compile(
    r"\W*(?:thầy|cô|anh|chị|bác|chú|em|ông|bà|đ/c|sếp)(?:\s+[^\W\d]+){1,5}\s*[,-]?\s*\d{1,2}:\d{2}\s*:?\s*",
    re.IGNORECASE,
)
_LONGEST = 60  # letters


def is_stamp(text: str) -> bool:
    """Whether a line is nothing but the stamp of a message."""
    return ":" in text and (_STAMP.fullmatch(text.rstrip()) is not None or _is_of_somebody(text))


def _is_of_somebody(text: str) -> bool:
    text = text.strip()
    return len(text) < _LONGEST and text[-1:] in "0123456789:" and _SOMEBODY.fullmatch(text) is not None


def with_stamps_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, each stamp on a line of its own, without the first, which only opens the text."""
    lines = with_senders_apart(lines)
    stamps = {
        n: found
        for n, line in enumerate(lines)
        if ":" in line.text and (found := _stamp_before(line.text)) is not None
    }
    if not stamps:
        return lines
    first = min(stamps)
    parted: list[Line] = []
    for n, line in enumerate(lines):
        found = stamps.get(n)
        if found is None:
            parted.append(line)
            continue
        rest = line.text[found.end() :].strip()
        if n != first:
            parted.append(replace(line, text=found[0].strip(), whole=True))
        if rest:
            parted.append(replace(line, text=rest))
    return parted


def _stamp_before(text: str) -> re.Match[str] | None:
    return _STAMP.match(text) if ":" in text[:80] else None


def first_sent(lines: Sequence[Line]) -> str | None:
    """The day, as written, on which the first message of a chat was sent; None where its stamp tells none."""
    found = (_stamp_before(line.text) for line in with_senders_apart(lines) if ":" in line.text)
    return next((_day_of(stamp) for stamp in found if stamp is not None), None)


def _day_of(stamp: re.Match[str]) -> str | None:
    return stamp["day"] or stamp["later"] or stamp["bare"]


class Message(NamedTuple):
    """The lines of a message, without its stamp, and the day of the stamp as written."""

    lines: list[Line]
    sent: str | None


def messages(lines: Sequence[Line]) -> Iterable[Message]:
    """The messages of a chat; the whole where it is none. The first has lost its stamp."""
    told: list[Line] = []
    sent: str | None = None
    for line in lines:
        if not is_stamp(line.text):
            told.append(line)
            continue
        if told:
            yield Message(told, sent)
        told = []
        stamp = _STAMP.fullmatch(line.text.rstrip())
        sent = (_day_of(stamp) if stamp else None) or sent
    if told:
        yield Message(told, sent)
