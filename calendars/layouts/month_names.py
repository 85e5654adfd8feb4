"""Months that a title writes in words: "CHƯƠNG TRÌNH CÔNG TÁC THÁNG BA NĂM 2015"."""

import re

from calendars.layouts.words import fold

# "tháng năm 2026" leaves the number out, and is no May.
_IN_WORDS = re.compile(
    r"\btháng (?P<name>mười một|mười hai|mười|một|hai|ba|tư|năm(?=\s*(?:năm\b|[/,.(–-]|$))|sáu|bảy|bẩy|tám|chín)\b",
    re.IGNORECASE,
)
_NAMES = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_NUMBERS = {name: number for number, name in enumerate(_NAMES, start=1)} | {"bẩy": 7}
_IN_FIGURES = re.compile(r"\bthang\s*\d")


def months_in_figures(text: str) -> str:
    """The title or heading with its months in figures; by their letters "tháng sau" (the next) is no "tháng sáu"."""
    return _IN_WORDS.sub(lambda found: f"{found[0][:5]} {_NUMBERS[found['name'].lower()]}", text)


def names_a_month(text: str) -> bool:
    """Whether a title or heading tells a month by its number, in figures or words."""
    return _IN_FIGURES.search(fold(months_in_figures(text))) is not None
