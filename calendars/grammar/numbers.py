"""Numbers in words and figures, as patterns and as values.

What makes it hard is that the names of numbers change with their place (một and mốt, bốn and tư, năm, lăm and
nhăm) and that the names of months are almost but not quite the same. A number here is a word group; what it
counts is decided by the rules that use it: "ngày 02" is the second, "02 ngày" two days.
"""

from calendars.grammar.spelling import fold_word

_UNITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _count_words() -> dict[str, int]:
    """Words for 1 to 60, with the forms that the units take after a ten."""
    words: dict[str, int] = {word: number for number, word in enumerate(_UNITS) if word}
    words |= {"mười": 10, "tư": 4}
    late = {1: ("mốt", "một"), 4: ("tư", "bốn"), 5: ("lăm", "nhăm", "năm")}
    for unit in range(1, 10):
        forms = late.get(unit, (_UNITS[unit],))
        for form in (*forms, _UNITS[unit]):
            words[f"mười {form}"] = 10 + unit
            words[f"hăm {form}"] = 20 + unit
            words[f"băm {form}"] = 30 + unit
            for ten in range(2, 6):
                words[f"{_UNITS[ten]} mươi {form}"] = 10 * ten + unit
                words[f"{_UNITS[ten]} {form}"] = words.get(f"{_UNITS[ten]} {form}", 10 * ten + unit)
    for ten in range(2, 7):
        words[f"{_UNITS[ten]} mươi"] = 10 * ten
    return words


COUNT_WORDS = _count_words()
_MONTH_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "11": 2, "1v": 4}
_VALUES = {fold_word(word): number for word, number in {**COUNT_WORDS, **_MONTH_WORDS}.items()}


END = r"(?![^\W_])"
"""After a word that is the beginning of another (tư, tứ)."""
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
YEAR = r"(?:19|20)\d\d(?!\d)"
STEMS = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
BRANCHES = "tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi"
"""The two parts of a year's name: Giáp Thìn."""
SHORT_YEAR = r"\d\d(?!\d)"
MONTH_WORD = rf"(?:mười(?: một| hai)?|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín){END}"
_UNIT = "một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|tám|chín"
SMALL_WORD = (
    rf"(?:mười(?: (?:{_UNIT}))?|[hb]ăm (?:{_UNIT})|(?:hai|ba|bốn|năm|sáu) (?:mốt|lăm|nhăm)"
    rf"|(?:hai|ba|bốn|năm|sáu) mươi(?: (?:{_UNIT}))?"
    rf"|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín){END}"
)
"""A number up to sixty in words."""
DAY_WORD = rf"(?:hai (?:hai|ba|bốn|tư|sáu|bảy|tám|chín)(?= tháng)|{SMALL_WORD})"
"""A day of the month in words: "hai ba" is "two, three" too, but in front of a month only the twenty-third."""
COUNT = rf"(?:\d{{1,3}}(?!\d)|{SMALL_WORD})"


def number_of(word: str) -> int:
    """The value of figures or of a number in words. ValueError for any other word."""
    if word.isdecimal():
        return int(word)
    value = _VALUES.get(fold_word(word))
    if value is None:
        raise ValueError(f"{word!r} is no number")
    return value


def roman(word: str) -> int:
    """I to IV (also as a scanner reads them: l, Il, 11) or 1 to 4."""
    word = word.replace("l", "i")
    return _ROMAN[word] if word in _ROMAN else int(word)


def year_of(word: str) -> int:
    """A year; two figures are of this century."""
    return int(word) if len(word) > 2 else 2000 + int(word)
