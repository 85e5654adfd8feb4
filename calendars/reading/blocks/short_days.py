"""Weekdays that open the lines of a week by their names alone: "Hai 22/3: giao ban", "Ba 23/3: ...".

"Ba" and "Năm" open other lines as well; only several such lines, each of another weekday with its date, are days.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Line

_DATE = r"\d{1,2}/\d{1,2}(?:/\d{4})?"
_OPENS = re.compile(
    rf"(?P<mark>[\s*•+-]*)(?P<name>Hai|Ba|Tư|Năm|Sáu|Bảy|Bẩy|HAI|BA|TƯ|NĂM|SÁU|BẢY),?\s*\(?{_DATE}\)?\s*(?:[:.–-]|$)"
)
_LETTER = re.compile(
    r"(?P<mark>[\s*•+-]*)(?P<name>T[2-7]|CN)\s+(?=\d{1,2}\s?(?:[hg]\d|giờ|:\d)|[A-ZĐÀ-Ỹ][^\W\d])"
)  # "+ T2 7h30 Họp giao ban"
_LETTERS = frozenset("HBTNSC")  # with which the names begin
_MARKS = " *•+-"
_CLOCK = re.compile(r"\d{1,2}\s?(?:[hg]|:\d)")
_FEWEST = 3


def with_weekdays_spelled(lines: Sequence[Line]) -> list[Line]:
    """The lines, "Thứ" before the bare names of weekdays with which several of them begin."""
    named = [(n, line.text) for n, line in enumerate(lines) if line.text.lstrip(_MARKS)[:1] in _LETTERS]
    letters = {n: opening for n, text in named if (opening := _LETTER.match(text))}
    timed = any(_CLOCK.match(lines[n].text, opening.end()) for n, opening in letters.items())
    if timed and len({opening["name"] for opening in letters.values()}) > 1:
        return [_with_letter_spelled(line, letters.get(n)) for n, line in enumerate(lines)]
    found = {n: opening for n, text in named if (opening := _OPENS.match(text))}
    if len({opening["name"].lower() for opening in found.values()}) < _FEWEST:
        return list(lines)
    return [
        line.with_text(f"{found[n]['mark']}Thứ {line.text[found[n].start('name') :]}") if n in found else line
        for n, line in enumerate(lines)
    ]


def _with_letter_spelled(line: Line, opening: re.Match[str] | None) -> Line:
    if opening is None:
        return line
    name = opening["name"].replace("T", "Thứ ").replace("CN", "Chủ nhật")
    return line.with_text(f"{opening['mark']}{name}: {line.text[opening.end() :]}")
