"""Days that stand over what is on then with the date in front: "16.12 (Thứ hai)", "21 và 22/12 - T7, CN".

Layouts know such a line by the weekday with which it begins, so that here the two change places, where several lines
are nothing but a date and its weekday (reference section A.6).
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Line

_FEWEST = 2
_SHORTEST, _LONGEST = 5, 70  # letters
_BULLETS = ("- ", "– ", "+ ", "* ", "• ")
_MARKS = " [*•+–#■□▪►➤◆-"
_BEGINNINGS = frozenset("0123456789nN")  # of a number, a date or "ngày"
_NAME = (
    r"(?:th(?:ứ|u)?[ .]?(?:hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bẩy|bay|[2-7])|t[ .]?[2-7]|c\.?n"
    r"|ch[ủuú]a? ?nh[ậa]t)(?!\w)"
)
_BARE = r"(?:hai|ba|tư|năm|sáu|bảy|bẩy|cn)(?=\s?[)\]])"  # "15.6 (Hai)"
_DATE = r"\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:20)?\d\d)?"
_ISO = r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
_DATES = rf"(?:\d{{1,2}}\s?(?:,|&|và|va|[-–])\s?){{0,3}}{_DATE}(?:\s?(?:,|&|và|va|[-–]|đến)\s?{_DATE}){{0,2}}"
_NAMES = rf"{_NAME}(?:\s?(?:,|&|và|va|[-–]|đến)\s?{_NAME}){{0,3}}"
_ALONE = re.compile(
    rf"(?P<mark>\s*(?:[*•+–#■□▪►➤◆-]{{1,3}}\s*|\d{{1,2}}[.)]\s+|\[)?)(?:ngày\s*)?"
    rf"(?P<dates>{_ISO}|{_DATES})\s*[-–,:|/]?\s*"
    rf"(?:[(\[]\s?(?P<bare>{_BARE})|[(\[]?(?P<names>{_NAMES}))\s?[)\]]?\s*\]?(?P<end>[:.]?)\s*",
    re.IGNORECASE,
)


def with_weekdays_first(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that are a date and its weekday with the weekday in front: "Thứ hai, 16.12"."""
    found = {
        n: day
        for n, line in enumerate(lines)
        if line.text.lstrip(_MARKS)[:1] in _BEGINNINGS  # most lines need not be matched
        and len(line.text) > _SHORTEST
        and (len(line.text) <= _LONGEST or ":" in line.text)  # else something stands behind the day
        and any(map(str.isdigit, line.text[:8]))
        and (day := _ALONE.match(line.text[:_LONGEST]))
        and _is_alone(day, line.text)
    }
    if len({day["dates"] for day in found.values()}) < _FEWEST:
        return list(lines)
    return [
        line.with_text(f"{_told(found[n])}{_behind(found[n], line.text)}") if n in found else line
        for n, line in enumerate(lines)
    ]


def _is_alone(day: re.Match[str], text: str) -> bool:
    """Whether nothing stands behind a day, or behind its colon the first of several things with bullets."""
    rest = text[day.end() :]
    return not rest or (day["end"] == ":" and rest.startswith(_BULLETS))


def _behind(day: re.Match[str], text: str) -> str:
    rest = text[day.end() :]
    return f" {rest}" if rest else ""


def _told(day: re.Match[str]) -> str:
    names = day["names"] or ("CN" if day["bare"].lower() == "cn" else f"Thứ {day['bare'].lower()}")
    dates = f"{day['day']}/{day['month']}/{day['year']}" if day["year"] else day["dates"]
    return f"{day['mark'].rstrip('[')}{names}, {dates}{day['end']}"
