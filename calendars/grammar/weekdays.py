"""Weekdays as they are written: by name, by figure, by letter, several together, from one to another.

"thứ ba" is Tuesday and the third of many things (those are masked before, see `ordinals`), "T6" Friday and June, "CN"
Sunday and a degree: the short forms count only beside a date, a part of the day or another short form, or as a label.
"""

from functools import lru_cache

from calendars.grammar.numbers import END
from calendars.grammar.pieces import Kind, Weekdays
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word

_WEEKDAY_WORDS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "bốn": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5,
    "chủ nhật": 6, "chúa nhật": 6, "cn": 6, "c.n": 6,
}  # fmt: skip
_WEEKDAY_OF = {fold_word(word): day for word, day in _WEEKDAY_WORDS.items()}
_FIGURE = r"[2-7](?![\d/%]|[.:]\d|,\d\d| ?(?:(?:giờ|tháng|ngày(?! ?\d))(?![^\W])|[hg](?![^\W\d])))"
_NAME = (
    rf"(?:(?:hai|ba|tư|bốn|năm|sáu|bảy){END}|{_FIGURE})(?! (?:tuần|tháng|lần|giờ|buổi|lớp)(?! (?:đầu|cuối"
    rf"|thứ|này|sau|tới|trước|kế|chẵn|lẻ|\d)))"
)
_SUNDAY = r"(?:chủ nhật|chúa nhật|cn(?!\w))"
_THU = r"(?:thứ|thú|thử|thừ)"
_AND = r"(?: ?, ?| ?; ?| ?- ?| và | hoặc |, và | ?& ?| ?\+ ?)"
_ANY_DAY = (  # "tu 14h" without marks is "từ"; "7 / 4" and "7-06" are dates
    rf"(?:{_THU} {_NAME}|{_SUNDAY}|(?!tu \d|\d ?/ ?\d|\d ?- ?\d(?:\d|-)){_NAME})"
)
WEEKDAY = rf"(?:{_THU} ?{_NAME}|{_SUNDAY})"
_BEFORE_DATE = r"(?=[,:]? ?-? ?\(?(?:ngày )?\d{1,2} ?[/.-] ?\d)"
_BEFORE_DAY = r"(?=,? ?\(?ngày \d|,? -? ?\d\d? tháng \d)"
_BEFORE_WEEK = (
    r"(?= (?:của |trong )?tuần (?:này|sau|tới|kế|đầu|cuối|thứ|cùng|\d)| (?:đầu tiên|cuối cùng|các tuần)(?!\w)"
    r"|,? (?:hai|0?2) tuần(?: (?:một|0?1) lần| ?/ ?lần))"
)
_SHORT_PLACE = (
    rf"(?:{_BEFORE_DATE}|{_BEFORE_DAY}|{_BEFORE_WEEK}|(?= hằng tuần)|(?=[, -]+(?:t[2-7]|cn)(?!\w)))"
)


# As "thứ 3-5-7" goes on, "thứ 3-5" names two days of classes; who means three writes "từ thứ 3 đến thứ 5".
_TWO_DAYS = r"(?:2-4|3-5|4-6|5-7)(?![\w/.:]| ?-)"


def weekday_of(word: str) -> int:
    """The weekday of a name as it stands after "thứ", or of Sunday's names."""
    return _WEEKDAY_OF[fold_word(word)]


def weekdays_named(words: str) -> tuple[int, ...]:
    """The weekdays that a list of names tells, in its order; none where it tells none."""
    found = _named(words)
    return found.days if found else ()


_PARTING = str.maketrans(",;-&", "    ")


def _weekdays(words: Words) -> Weekdays | None:
    return _named(words["days"])


@lru_cache(maxsize=512)
def _named(days: str) -> Weekdays | None:
    """The weekdays of a list of names, of which a language has few; None where it holds none after all."""
    names = fold_word(days).replace("chu nhat", "cn").replace("chua nhat", "cn")
    found: list[int] = []
    for name in names.translate(_PARTING).split():
        for part in (one.removeprefix("thu") for one in name.split("+")):
            if part in _WEEKDAY_OF:
                found.append(_WEEKDAY_OF[part])
            elif part[:1] == "t" and part[-1:] in _WEEKDAY_OF:
                found.append(_WEEKDAY_OF[part[-1]])
    return Weekdays(tuple(dict.fromkeys(found))) if found else None


def _weekday_span(words: Words) -> Weekdays | None:
    first, last = weekday_of(words["first"]), weekday_of(words["last"])
    return Weekdays(tuple(range(first, last + 1)), span=True) if first < last else None


def _short(words: Words) -> Weekdays:
    return Weekdays((weekday_of(words.get("day") or "cn"),))


WEEKDAY_RULES = (
    Rule(
        name="weekdays-from-to",
        kind=Kind.WEEKDAY,
        pattern=rf"(?:từ )?(?!(?<!từ ){_THU} ?{_TWO_DAYS})"
        rf"{_THU} ?(?P<first>{_NAME})(?: ?- ?| đến (?:hết )?)(?:(?:{_THU} ?)(?P<last>{_NAME})|"
        rf"(?P<last2>{_SUNDAY})|(?P<last3>{_FIGURE}))(?! ?[-,] ?[2-7](?![\w/.:]| ?giờ))",
        meaning=lambda words: _weekday_span(
            {"first": words["first"], "last": words.get("last") or words.get("last2") or words["last3"]}
        ),
        examples={
            "từ thứ 2 đến thứ 6": Weekdays((0, 1, 2, 3, 4), span=True),
            "thứ Hai - thứ Sáu": Weekdays((0, 1, 2, 3, 4), span=True),
            "thứ 2-6": Weekdays((0, 1, 2, 3, 4), span=True),
            "từ thứ 3-5": Weekdays((1, 2, 3), span=True),
        },
        not_examples=("thứ 3-5",),
    ),
    Rule(
        name="weekdays",
        kind=Kind.WEEKDAY,
        pattern=rf"(?:(?:vào )?(?:các )?(?:ngày|hôm) )?(?P<days>(?:{_THU} ?{_NAME}|chủ nhật|chúa nhật)"
        rf"(?:{_AND}{_ANY_DAY}){{0,6}})(?! (?:tự|trưởng){END})"
        r"(?: (?:này|tới)(?= ?\())?",
        meaning=_weekdays,
        examples={
            "thứ Sáu": Weekdays((4,)),
            "thứSáu": Weekdays((4,)),
            "thứ 6": Weekdays((4,)),
            "Chủ nhật": Weekdays((6,)),
            "thứ 2, 4, 6": Weekdays((0, 2, 4)),
            "thứ Ba và thứ Năm": Weekdays((1, 3)),
            "thứ 3-5-7": Weekdays((1, 3, 5)),
            "thứ 3-5": Weekdays((1, 3)),
            "thứ Bảy, Chủ nhật": Weekdays((5, 6)),
            "ngày thứ ba": Weekdays((1,)),
            "thứ Bảy này (14/11)": Weekdays((5,)),
        },
        not_examples=("thứ tự", "thứ 12"),
    ),
    Rule(
        name="end-of-the-working-week",
        kind=Kind.WEEKDAY,
        pattern=r"ngày làm việc (?P<which>đầu|cuối)(?: tiên| cùng)?"
        r"(?= (?:(?:của|trong|hằng|mỗi) )?tuần(?! (?:đầu|cuối|thứ)))"
        r"(?: (?:của|trong)(?: tuần(?! (?:này|sau|tới|trước|\d)))?)?",
        meaning=lambda words: Weekdays((0 if fold_word(words["which"]) == "dau" else 4,)),
        examples={
            "ngày làm việc cuối cùng của tuần": Weekdays((4,)),
            "ngày làm việc đầu tiên hằng tuần": Weekdays((0,)),
        },
        not_examples=("ngày làm việc cuối cùng của tháng",),
    ),
    Rule(
        name="short-weekdays-from-to",
        kind=Kind.WEEKDAY,
        pattern=r"(?:từ )?t(?P<first>[2-7])(?: ?- ?| đến (?:hết )?)(?:t(?P<last>[2-7])|(?P<sunday>cn|chủ nhật))"
        r"(?! ?[/.-] ?\d| năm)",
        meaning=lambda words: _weekday_span(
            {"first": words["first"], "last": words.get("last") or words["sunday"]}
        ),
        examples={
            "T2 - T6": Weekdays((0, 1, 2, 3, 4), span=True),
            "từ T2 đến CN": Weekdays((0, 1, 2, 3, 4, 5, 6), span=True),
        },
        not_examples=("T2 - T6/2025", "từ T2 đến T6 năm 2025"),
    ),
    Rule(
        name="short-weekday-after-a-part-of-the-day",
        kind=Kind.WEEKDAY,
        pattern=r"(?:(?<=sáng )|(?<=trưa )|(?<=chiều )|(?<=tối )|(?<=đêm ))"
        r"(?P<days>t[2-7](?:(?: ?, ?| và | ?& ?)t[2-7]){0,5})(?![/.-]?\d)",
        meaning=_weekdays,
        examples={
            "sáng T3": Weekdays((1,)),
            "chiều T4, T6": Weekdays((2, 4)),
            "chiều T5, tại Hội trường": Weekdays((3,)),
            "tối T7 tuần này": Weekdays((5,)),
        },
        not_examples=("sáng T6/2020", "nhà T2", "chiều tầng 3", "sáng T12"),
    ),
    Rule(
        name="short-weekday-beside-an-hour",
        kind=Kind.WEEKDAY,
        pattern=r"(?:(?<=\d[hg] )|(?<=\d[hg], )|(?<=\d[hg:]\d\d )|(?<=\d[hg:]\d\d, ))t(?P<behind>[2-7])(?![/.-]?\d)"
        r"|(?<!nhà )(?<!tòa )(?<!khu )(?<!phòng )(?<!tầng )(?<!lầu )(?<!họp )(?<!dãy )(?<!lô )(?<!hội trường )"
        r"(?<!\d, )(?<!\d )t(?P<day>[2-7])(?=(?:,| -)? (?:(?:lúc )?\d{1,2} ?(?:[hg](?:\d\d)?\b|:\d\d|giờ)"
        r"|\(?cả ngày\b|\((?:sáng|chiều|tối)\b|(?:sáng|chiều|tối) ?:))",
        meaning=lambda words: Weekdays((int(words.get("day") or words["behind"]) - 2,)),
        examples={
            "T5, 14h": Weekdays((3,)),
            "T3 8h30: họp tổ": Weekdays((1,)),
            "T6 - 9:00": Weekdays((4,)),
            "trước 17h T4": Weekdays((2,)),
            "T4 cả ngày đi cơ sở": Weekdays((2,)),
            "T4 (chiều): họp": Weekdays((2,)),
        },
        not_examples=("phòng T3, 14h", "14h T5/2024", "tầng T2 8h"),
    ),
    Rule(
        name="short-weekdays",
        kind=Kind.WEEKDAY,
        pattern=r"(?P<days>t[2-7](?:(?: ?, ?| và | ?& ?| ?- ?)(?:t[2-7]|cn)){1,5})"
        r"(?=,? ?\((?:từ )?(?:ngày )?\d| (?:hằng|mỗi) tuần)",
        meaning=_weekdays,
        examples={"T7, CN (24-25/11)": Weekdays((5, 6)), "T2, T4 hằng tuần": Weekdays((0, 2))},
        not_examples=("tổ T2, T4",),
    ),
    Rule(
        name="short-weekday-before-a-half-or-a-change",
        kind=Kind.WEEKDAY,
        pattern=r"(?<!nhà )(?<!tòa )(?<!khu )(?<!phòng )(?<!tầng )(?<!lầu )(?<!họp )(?<!dãy )t(?P<day>[2-7])"
        r"(?= (?:sáng|chiều|tối)(?: lúc)? \d{1,2} ?(?:h|g|:)"
        r"| (?:đổi|dời|chuyển|lùi) (?:giờ )?(?:sang|lên|xuống|đến|vào|qua) \d{1,2} ?(?:h|g|:))",
        meaning=_short,
        examples={
            "T3 sáng 9h30": Weekdays((1,)),
            "T6 đổi lên 16h": Weekdays((4,)),
            "T5 chiều lúc 14h": Weekdays((3,)),
        },
        not_examples=("nhà T3 sáng 9h30", "phòng T2 chiều 14h", "T3 sáng nay"),
    ),
    Rule(
        name="short-weekday",
        kind=Kind.WEEKDAY,
        pattern=rf"(?:t|th\.? ?)(?P<day>[2-7])(?:{_SHORT_PLACE}"
        r"|(?:(?<=\d, t\d)|(?<=\d \(t\d)|(?<=\(th\.\d))(?=[,)]))",
        meaning=_short,
        examples={
            "T6, 24/11": Weekdays((4,)),
            "T6 ngày 24 tháng 11": Weekdays((4,)),
            "T2 tuần sau": Weekdays((0,)),
            "T2 tuần cuối của tháng": Weekdays((0,)),
            "Th.6, ngày 24/11": Weekdays((4,)),
            "24/11 (T6)": Weekdays((4,)),
            "24/11 (Th.6), 8h": Weekdays((4,)),
            "24/11, T6, 8h": Weekdays((4,)),
        },
        not_examples=("T6/2020", "tầng 2", "nhà khách T78"),
    ),
    Rule(
        name="short-sunday",
        kind=Kind.WEEKDAY,
        pattern=rf"c\.?n(?<!\.cn)(?:{_BEFORE_DATE}|{_BEFORE_DAY}|{_BEFORE_WEEK}|(?= (?:hằng|mỗi) tuần)"
        r"|(?<=\d \(cn)(?=[,)]))"
        r"|(?:(?<=t7, )|(?<=t7,)|(?<=sáng )|(?<=chiều )|(?<=tối )|(?<=vào ))cn(?! \w)",
        meaning=_short,
        examples={
            "CN 26/11": Weekdays((6,)),
            "CN, ngày 26 tháng 11": Weekdays((6,)),
            "26/11 (CN), 8h": Weekdays((6,)),
            "sáng CN": Weekdays((6,)),
            "vào CN, 7h30": Weekdays((6,)),
            "CN hằng tuần": Weekdays((6,)),
            "CN tuần thứ ba hằng tháng": Weekdays((6,)),
            "CN cuối cùng của tháng": Weekdays((6,)),
            "CN, hai tuần một lần": Weekdays((6,)),
        },
        not_examples=("PCT.CN", "PCT.CN, ngày 26/11", "cụm CN", "kỹ sư (CN)"),
    ),
    Rule(
        name="weekday-label",
        kind=Kind.WEEKDAY,
        pattern=r"(?<![^\n])(?:t(?P<day>[2-7])|c\.?n)\.?(?=\Z|:)",
        meaning=_short,
        examples={"T5": Weekdays((3,)), "CN": Weekdays((6,))},
    ),
)
