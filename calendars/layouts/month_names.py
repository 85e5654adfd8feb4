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


# "CHƯƠNG TRÌNH Tháng Thanh niên năm 2018": such a month is the same in every year.
_CALLED = re.compile(
    r"\btháng (?P<name>thanh niên|công nhân|hành động vì trẻ em)(?=\s+(?:năm\s+)?20\d\d\b)", re.IGNORECASE
)
_MONTHS_CALLED = {"thanh niên": 3, "công nhân": 5, "hành động vì trẻ em": 6}


def months_in_figures(text: str) -> str:
    """The title or heading with its months in figures, also where it is called after its cause.

    By their letters "tháng sau" (the next) is no "tháng sáu".
    """
    if _IN_FIGURES.search(fold(text)) is None:
        text = _CALLED.sub(lambda found: f"{found[0][:5]} {_MONTHS_CALLED[found['name'].lower()]}", text)
    return _IN_WORDS.sub(lambda found: f"{found[0][:5]} {_NUMBERS[found['name'].lower()]}", text)


def names_a_month(text: str) -> bool:
    """Whether a title or heading tells a month by its number, in figures or words."""
    return _IN_FIGURES.search(fold(months_in_figures(text))) is not None
