"""Weeks: this one and the next, the first of a month, week 47.

"tuần" after thượng, trung, hạ is ten days, not a week (see `periods`); a week of a month is counted apart from the
weekdays beside it, so "thứ Ba tuần thứ ba" and "tuần thứ ba" share a row here and part in `build_periods`.
"""

from calendars.grammar.days import SHIFT
from calendars.grammar.numbers import END, number_of
from calendars.grammar.period_words import DUE, OF, YEAR_BEHIND, piece_in, shift_in, year_in
from calendars.grammar.pieces import Kind, Nth, Period, Unit
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word


def _near_week(words: Words) -> Period:
    return Period(Unit.WEEK, shift=shift_in(words), piece=piece_in(words))


def _week_of_year(words: Words) -> Period:
    return Period(Unit.WEEK, number_of(words["week"]), year_in(words))


_NTH = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "nhất": 1,
    "đầu": 1,
    "đầu tiên": 1,
    "cuối": -1,
    "cuối cùng": -1,
    "tư": 4,
    "thứ nhất": 1,
}
_NTH_OF = {fold_word(word): nth for word, nth in _NTH.items()}


def _nth(word: str) -> int:
    return _NTH_OF[fold_word(word)] if fold_word(word) in _NTH_OF else number_of(word)


def _nths(words: Words) -> Nth:
    return Nth(tuple(_nth(words[name]) for name in ("nth", "nth2") if words.get(name)))


def _nth_week(words: Words) -> Nth | None:
    numbers = tuple(_nth(words[name]) for name in ("nth", "nth2", "nth3", "nth4") if words.get(name))
    return Nth(numbers, week=True) if all(-1 <= number <= 6 and number for number in numbers) else None


_WEEK_NUMBER = (
    r"(?:(?:nhất|đầu tiên|đầu(?! (?:tháng|năm|quý)\b)|đầu|(?:(?<=thứ )|(?<=và )|(?<=, ))(?:hai|ba|tư|bốn|năm(?! \d{4}))"
    r"|cuối cùng|cuối)"
    r"(?![^\W])|(?:i{1,3}|iv)(?= (?:của )?tháng)|0?[1-6](?![\d/]| ?- ?\d{4}|,? năm \d{4}))"
)
_BEHIND_WEEKDAY = (
    r"(?<=[iaưumyt2-7] )(?:"
    + "|".join(
        rf"(?<={day} )"
        for day in ("chủ nhật", *(f"thứ {n}" for n in ("hai", "ba", "tư", "năm", "sáu", "bảy", *range(2, 8))))
    )
    + ")"
)
_NTH_NAME = rf"(?:nhất|hai|ba|tư|bốn|[1-4](?!\d)){END}"
_WEEK = "tuần (?:lễ )?(?:thứ |số )?"

WEEK_RULES = (
    Rule(
        name="near-week",
        kind=Kind.PERIOD,
        pattern=rf"{DUE}{OF}(?:(?P<piece>đầu|giữa|cuối) )?tuần (?:lễ )?"
        rf"(?P<shift>{SHIFT}|kế(?! (?:hoạch|toán))|qua|vừa qua)(?P<more> nữa)?(?! (?:tháng|đó))",
        meaning=_near_week,
        examples={
            "tuần này": Period(Unit.WEEK),
            "tuần tới": Period(Unit.WEEK, shift=1),
            "tuần sau nữa": Period(Unit.WEEK, shift=2),
            "cuối tuần này": Period(Unit.WEEK, piece="3/3"),
        },
        not_examples=("báo cáo tuần trước 15h00 thứ Tư",),
    ),
    Rule(
        name="part-of-this-week",
        kind=Kind.PERIOD,
        pattern=r"(?:trong |vào )?(?:dịp )?(?<!chào cờ )(?P<piece>đầu|giữa|cuối) tuần(?! (?:lễ|thứ|\d|tháng"
        rf"|{SHIFT}|qua|vừa qua))",
        meaning=_near_week,
        examples={"cuối tuần": Period(Unit.WEEK, piece="3/3")},
        not_examples=("vào đầu tuần sau", "chào cờ đầu tuần"),
    ),
    Rule(
        name="this-week",
        kind=Kind.PERIOD,
        pattern=r"(?:trong |(?<=hết ))tuần(?! (?:lễ|thứ|số|đầu|cuối|\d|này|sau|tới|trước|qua|kế|hai|ba|tư))",
        meaning=_near_week,
        examples={"trong tuần": Period(Unit.WEEK), "đến hết tuần": Period(Unit.WEEK)},
        not_examples=("hết tuần thứ hai",),
    ),
    Rule(
        name="weeks-of-a-month",
        kind=Kind.NTH,
        pattern=rf"(?:trong |vào |ở |của )?(?:các )?{_WEEK}(?P<nth>{_WEEK_NUMBER})(?:(?: và | ?, ?| ?& ?)(?:"
        rf"(?:tuần )?(?:thứ )?)(?P<nth2>{_WEEK_NUMBER}))?(?:(?: và | ?, ?)(?:tuần )?(?:thứ )?"
        rf"(?P<nth3>{_WEEK_NUMBER}))?(?:(?: và | ?, ?)(?:tuần )?(?:thứ )?(?P<nth4>{_WEEK_NUMBER}))?",
        meaning=_nth_week,
        examples={
            "tuần thứ ba": Nth((3,), week=True),
            "tuần đầu": Nth((1,), week=True),
            "tuần cuối": Nth((-1,), week=True),
            "tuần 1": Nth((1,), week=True),
            "tuần III tháng 5": Nth((3,), week=True),
            "tuần thứ hai và tuần thứ tư": Nth((2, 4), week=True),
            "tuần thứ nhất và thứ ba": Nth((1, 3), week=True),
        },
        not_examples=("trung tuần",),
    ),
    Rule(
        name="week-of-the-year",
        kind=Kind.PERIOD,
        pattern=rf"{OF}{_WEEK}(?P<week>0?[1-9]|[1-4]\d|5[0-3])(?!\d| ?- ?\d\d?[/.]| ?/ ?\d\d?(?!\d)){YEAR_BEHIND}?",
        meaning=_week_of_year,
        examples={
            "tuần 47": Period(Unit.WEEK, 47),
            "tuần 47/2023": Period(Unit.WEEK, 47, 2023),
            "Tuần thứ 07": Period(Unit.WEEK, 7),
            "tuần 4 năm 2024": Period(Unit.WEEK, 4, 2024),
        },
        not_examples=("hai ngày cuối tuần 12-13/9", "Tuần 08/9 - 14/9"),
    ),
    Rule(
        name="nth-of-a-weekday",
        kind=Kind.NTH,
        pattern=rf"{_BEHIND_WEEKDAY}thứ (?P<nth>{_NTH_NAME})(?:(?: và|,) (?:thứ )?(?P<nth2>{_NTH_NAME}))?"
        r"(?=,? (?:của |trong )?(?:(?:hằng|mỗi|các|từng) )?(?:tháng|quý))",
        meaning=_nths,
        examples={
            "Chủ nhật thứ hai và thứ tư hằng tháng": Nth((2, 4)),
            "thứ Bảy thứ 2 của tháng": Nth((2,)),
            "thứ Năm thứ hai hằng tháng": Nth((2,)),
        },
        not_examples=("thứ Ba và thứ Năm hằng tháng", "Chủ nhật, thứ Hai hằng tuần"),
    ),
    Rule(
        name="first-or-last",
        kind=Kind.NTH,
        pattern=r"(?P<nth>đầu tiên|cuối cùng|thứ nhất)(?: và (?P<nth2>cuối cùng))?",
        meaning=_nths,
        examples={
            "đầu tiên": Nth((1,)),
            "cuối cùng": Nth((-1,)),
            "đầu tiên và cuối cùng": Nth((1, -1)),
        },
    ),
)
