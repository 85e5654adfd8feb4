"""What the names of weeks, months, quarters and years have in common: which part, which year, how far from now."""

from calendars.grammar.days import SHIFT_OF
from calendars.grammar.numbers import YEAR, number_of, year_of
from calendars.grammar.rule import Words
from calendars.grammar.spelling import fold_word

YEAR_BEHIND = rf"(?:,? ?năm (?P<year>{YEAR})| ?[/.-] ?(?P<year2>{YEAR}))"
OF = r"(?:của |trong )?"

# "báo cáo tuần trước 15h00 thứ Tư" names what is due and by when, not last week.
DUE = r"(?!(?<=báo cáo )(?:tuần|tháng|quý|năm) trước (?:ngày |thứ |chủ nhật |\d))"

_PIECES = {
    "thượng": "+10", "trung": "11-20", "hạ": "21-",
    "đầu": "1/3", "giữa": "2/3", "cuối": "3/3",
    "nửa đầu": "1/2", "nửa cuối": "2/2", "nửa sau": "2/2",
}  # fmt: skip
_PIECE_OF = {fold_word(word): piece for word, piece in _PIECES.items()}


def shift_in(words: Words) -> int:
    """How many units from the reference."""
    shift = SHIFT_OF[fold_word(words["shift"])] if words.get("shift") else 0
    return shift + 1 if words.get("more") and shift > 0 else shift


def year_in(words: Words) -> int | None:
    """The year behind a period; None where there is none."""
    found = words.get("year") or words.get("year2")
    return year_of(found) if found else None


def piece_in(words: Words) -> str:
    """Which part of a period (see `Period`)."""
    if words.get("piece"):
        return _PIECE_OF[fold_word(words["piece"])]
    if words.get("count"):
        days = number_of(words["count"]) * (7 if words.get("weeks") else 1)
        return f"+{days}" if fold_word(words["end"]) == "dau" else f"-{days}"
    return ""
