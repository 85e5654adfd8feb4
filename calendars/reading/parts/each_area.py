"""One thing held in several areas in turn, each before its hour: "Tiếp xúc cử tri xã A (sáng), xã B (chiều)".

What is hard is that an enumeration of areas is also who comes to one meeting: each area must have a time of its own
behind it, and nothing else may stand between them.
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Reading
from calendars.when import Day, Undated

_AREA = (
    r"(?:(?:các\s+)?(?:xã|phường|thị trấn|thị xã|huyện|quận|thôn|ấp|khóm|khu phố|tổ dân phố|bản|cụm|khối|trường|lớp)"
    r"\s[^,;:()\n]{1,60}?)"
)
_TIME_NEAR = r"[\s,(]{1,3}(?:lúc\s+|vào\s+|từ\s+)?"
_HEAD = re.compile(rf"(?P<name>[^;\n]{{6,160}}?)\s(?P<area>{_AREA}){_TIME_NEAR}", re.IGNORECASE)
_AT = r"(?P<at>,?\s+(?:tại|ở)\s[^,;()\n]{3,70}?)?"
_NEXT = re.compile(
    rf"\)?{_AT}\s*(?:,|;|,?\s+và|\s+rồi)\s+(?:và\s+)?(?P<area>{_AREA}){_TIME_NEAR}", re.IGNORECASE
)
_END = re.compile(r"\)?(?P<at>,?\s+(?:tại|ở)\s[^;()\n]{3,90}?)?[\s.;]*", re.IGNORECASE)
_ENDS_OPEN = re.compile(r"(?:[,;]|\svà)\s*$")
_SIGNS = " -+*•,:–"


def in_each_area(text: str, lead: Reading | None, told: Sequence[Reading]) -> list[str]:
    """The text as one for each of its areas; nothing where it does not tell them so.

    lead: the day of all of them, which stands in front; told: their times, in order.
    """
    if len(told) < 2 or text[told[0].at[0] - 1] not in " (":
        return []
    whole = all(isinstance(reading.when, Undated) and reading.when.hours for reading in told)
    if not (whole if lead else all(isinstance(reading.when, Day) for reading in told)):
        return []
    begin = lead.at[1] if lead else 0
    head = _HEAD.fullmatch(text, begin + len(text[begin:]) - len(text[begin:].lstrip(_SIGNS)), told[0].at[0])
    if head is None or _ENDS_OPEN.search(head["name"]):
        return []  # "Thôn Đông, thôn Đoài (sáng); thôn Trung (chiều)"
    day = f"{text[slice(*lead.at)]}, " if lead else ""
    texts, area = [], head["area"]
    for reading, behind in zip(told, [*told[1:], None], strict=True):
        stop = behind.at[0] if behind else len(text)
        found = (_NEXT if behind else _END).fullmatch(text, reading.at[1], stop)
        if found is None:
            return []
        texts.append(f"{day}{text[slice(*reading.at)]}: {head['name']} {area}{found['at'] or ''}")
        area = found["area"] if behind else ""
    return texts if len(set(texts)) == len(texts) else []


def day_in_front(text: str, readings: Sequence[Reading]) -> tuple[Reading | None, Sequence[Reading]]:
    """(the day with which the text begins, where its other times are hours; those), else (None, all of them)."""
    first = readings[0]
    opens = isinstance(first.when, Day) and not text[: first.at[0]].strip(_SIGNS) and not first.when.hours
    return (first, readings[1:]) if opens else (None, readings)
