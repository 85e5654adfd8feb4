"""The stamps that a chat sets before its messages: "[29/10/2023 20:14] Cô Hạnh:", "29/10/2023, 20:14 - Cô Hạnh: ...".

A stamp tells when something was written and by whom, and nothing that is held. Another message ends what the one before
listed day by day.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Line

_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d"
_MINUTE = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?"
_WHO = r"[^\W\d][^:\n\d]{1,40}"
_STAMP = re.compile(
    rf"\s*(?:\[\s*(?:{_DAY},?\s+{_MINUTE}|{_MINUTE},?\s+{_DAY})\s*\]\s*[-–]?\s*|{_DAY},?\s+{_MINUTE}\s+[-–]\s+){_WHO}:(?=\s|$)"
)
# "Thầy Tiến PHT 20:05", "Cô Loan, 20:11": somebody and a minute, and nothing else.
_SOMEBODY = re.compile(
    r"\W*(?:thầy|cô|anh|chị|bác|chú|em|ông|bà|đ/c|sếp)(?:\s+[^\W\d]+){1,5}\s*[,-]?\s*\d{1,2}:\d{2}\s*:?\s*",
    re.IGNORECASE,
)
_LONGEST = 60  # letters


def is_stamp(text: str) -> bool:
    """Whether a line is nothing but the stamp of a message."""
    return _STAMP.fullmatch(text.rstrip()) is not None or _is_of_somebody(text)


def _is_of_somebody(text: str) -> bool:
    text = text.strip()
    return len(text) < _LONGEST and text[-1:] in "0123456789:" and _SOMEBODY.fullmatch(text) is not None


def with_stamps_apart(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines, each stamp on a line of its own, without the first, which only opens the text."""
    first = True
    for line in lines:
        found = _STAMP.match(line.text) if ":" in line.text[:80] else None
        if found is None:
            yield line
            continue
        rest = line.text[found.end() :].strip()
        if not first:
            yield replace(line, text=found[0].strip(), whole=True)
        if rest:
            yield replace(line, text=rest)
        first = False


def messages(lines: Sequence[Line]) -> Iterable[list[Line]]:
    """The lines of each message, without the stamps between them."""
    told: list[Line] = []
    for line in lines:
        if not is_stamp(line.text):
            told.append(line)
            continue
        if told:
            yield told
        told = []
    if told:
        yield told
