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
_FEWEST = 3


def with_weekdays_spelled(lines: Sequence[Line]) -> list[Line]:
    """The lines, "Thứ" before the bare names of weekdays with which several of them begin."""
    found = {n: opening for n, line in enumerate(lines) if (opening := _OPENS.match(line.text))}
    if len({opening["name"].lower() for opening in found.values()}) < _FEWEST:
        return list(lines)
    return [
        line.with_text(f"{found[n]['mark']}Thứ {line.text[found[n].start('name') :]}") if n in found else line
        for n, line in enumerate(lines)
    ]
