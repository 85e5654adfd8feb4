"""Weekdays told in English, alone or beside the Vietnamese name: "MON 05/10", "Thứ Hai / Monday 05/10".

The Vietnamese name is enough where both stand; alone an English one is put into Vietnamese, before a day and month or
as all that a line says: with the year it is the clock of a web page.
"""

import re

_NAMES = {
    "mon": "Thứ Hai", "tue": "Thứ Ba", "wed": "Thứ Tư", "thu": "Thứ Năm", "fri": "Thứ Sáu", "sat": "Thứ Bảy",
    "sun": "Chủ nhật",
}  # fmt: skip
_ENGLISH = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:sday|nesday|rsday|urday|day)?\.?(?!\w)"
_VIETNAMESE = r"(?:thứ\s?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ nhật|cn)(?!\w)"
_BESIDE = re.compile(
    rf"(?<!\w)(?P<day>{_VIETNAMESE})\s{{0,2}}(?:[/|]\s{{0,2}}{_ENGLISH}|\({_ENGLISH}\)|[-–]\s{{0,2}}{_ENGLISH}(?=\s{{0,2}}(?:[-–,(:]|$|\d)))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w){_ENGLISH}\s{{0,2}}(?:[/|–-]\s{{0,2}}(?P<day>{_VIETNAMESE})|\((?P<within>{_VIETNAMESE})\))",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?P<name>{_ENGLISH})(?:\s*[,:–-]?\s+(?P<open>\()?(?=\d{{1,2}}[/.]\d{{1,2}}(?![/.\d]))|(?P<end>\s*:?\s*)$)",
    re.IGNORECASE,
)


_OPENINGS = frozenset(
    (*map(str.title, _NAMES), *map(str.upper, _NAMES))
)  # "thu" in small letters is another word


def with_vietnamese_days(text: str) -> str:
    """A line with such names put into Vietnamese."""
    if text[:3] in _OPENINGS and _BEFORE.match(text) is None and (lone := _ALONE.match(text)):
        if lone["end"] is not None and len(lone["name"]) <= 4:
            return text  # "Sun" and "Thu" may be other words
        rest = lone["end"] if lone["end"] is not None else f" {lone['open'] or ''}"
        return f"{_NAMES[text[:3].lower()]}{rest}{text[lone.end() :]}"
    text = _BESIDE.sub(r"\g<day>", text)
    return _BEFORE.sub(lambda found: found["day"] or found["within"], text)


def may_tell(text: str) -> bool:
    """Whether a line may name a weekday in English."""
    return "day" in text or "DAY" in text or text[:3] in _OPENINGS
