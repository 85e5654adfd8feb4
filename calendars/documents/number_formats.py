"""How Excel's number formats show a number: as a day, an hour, a weekday, or just as a number.

A day is a number in the file and only its format makes it one. It is shown as its format shows it (without a year where
the clerk saw none, since Excel fills in the current one unseen), but always in the Vietnamese order, day before month.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_BUILT_IN = {
    14: "d/m/yyyy",
    15: "d/m/yy",
    16: "d/m",
    17: "m/yy",
    18: "h:mm",
    19: "h:mm",
    20: "h:mm",
    21: "h:mm",
} | {
    22: "d/m/yyyy h:mm",
    **dict.fromkeys(range(27, 32), "d/m/yyyy"),
    **dict.fromkeys(range(32, 36), "h:mm"),
    **dict.fromkeys(range(50, 59), "d/m/yyyy"),
    45: "h:mm",
    46: "h:mm",
    47: "h:mm",
}
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_START_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - a cell's moment has no zone
_START = datetime(1899, 12, 30)  # noqa: DTZ001 - one day early from March 1900 on, since Excel counts 29/2/1900
_LAST_DAY = 2_958_465  # 31/12/9999


@dataclass(frozen=True, slots=True)
class DateParts:
    """Which parts of a moment a format shows."""

    weekday: bool
    day: bool
    month: bool
    year: bool
    time: bool


def date_parts(identity: int, code: str | None) -> DateParts | None:
    """What the format `code` (or the built-in one of this id) shows of a moment; None for a format of plain numbers."""
    code = _BUILT_IN.get(identity, "") if code is None else code
    elapsed = re.search(r"\[h+\]", code, re.IGNORECASE) is not None
    code = _LITERAL.sub("", code.split(";")[0]).lower()
    hours = "h" in code or elapsed
    code = re.sub(r"h+[^a-z]*m+|m+[^a-z]*s+", "", code)
    weekday = "ddd" in code
    days = re.sub("ddd+", "", code)
    parts = DateParts(weekday, "d" in days, "m" in days, "y" in days, hours)
    return parts if hours or weekday or parts.day or (parts.month and parts.year) else None


def shown_date(number: float, parts: DateParts, *, from_1904: bool) -> str | None:
    """A cell's number as a moment, "05/06/2023", "07h30"; None when it is no moment."""
    if not 0 <= number <= _LAST_DAY:
        return None
    start = _START_1904 if from_1904 else _START if number >= 60 else _START + timedelta(days=1)
    try:
        moment = start + timedelta(minutes=round(number * 24 * 60))
    except OverflowError:
        return None
    date = "/".join(
        text
        for shown, text in (
            (parts.day, f"{moment.day:02}"),
            (parts.month, f"{moment.month:02}"),
            (parts.year, f"{moment.year}"),
        )
        if shown
    )
    pieces = [_WEEKDAYS[moment.weekday()] if parts.weekday else "", date]
    text = ", ".join(piece for piece in pieces if piece)
    return " ".join(filter(None, (f"{moment.hour:02}h{moment.minute:02}" if parts.time else "", text)))
