"""Named periods, parts of them, lengths and n-th days in English."""

from calendars.grammar.english.days import COUNTS, MONTH_NAME, WEEKDAY, YEAR, month_of
from calendars.grammar.pieces import Kind, Length, Nth, Period, Special, Unit
from calendars.grammar.rule import Rule, Words

_SHIFTS = {"this": 0, "next": 1, "the coming": 1, "last": -1, "the": 0, "current": 0}
_UNITS = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER, "year": Unit.YEAR}
_TIMES = {"hour": Unit.HOUR, "minute": Unit.MINUTE, **_UNITS}
_NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "last": -1,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_NTH_WORD = "|".join(sorted(_NTH, key=len, reverse=True))
_VERB_OR_MONTH = rf"(?<!of )(?<!for )(?:may|march)(?!\w)(?!,? {YEAR})(?! ?[.,;)]| ?\Z)"
"""Words that are months only behind a preposition, before a year, or at the end of a clause."""
_COUNTS = {**COUNTS, "half a": 0.5, "a": 1}
_COUNT = rf"(?:\d{{1,3}}(?:\.5)?|{'|'.join(COUNTS)}|half a)"
_PIECES = {
    "early": "1/3", "early in": "1/3", "beginning of": "1/3", "the beginning of": "1/3", "mid": "2/3",
    "the middle of": "2/3",
    "middle of": "2/3", "late": "3/3", "late in": "3/3", "end of": "3/3", "the end of": "3/3", "first half of": "1/2",
    "the first half of": "1/2", "second half of": "2/2", "the second half of": "2/2",
}  # fmt: skip
_PIECE = "|".join(sorted(_PIECES, key=len, reverse=True))


def _shift(words: Words) -> int:
    return _SHIFTS[words["shift"]] if words.get("shift") else 0


def _month(words: Words) -> Period:
    year = words.get("year")
    return Period(
        Unit.MONTH,
        month_of(words["month"]) if words.get("month") else None,
        int(year) if year else None,
        shift=_shift(words),
        piece=_PIECES[words["piece"]] if words.get("piece") else "",
    )


def _near(words: Words) -> Period:
    return Period(
        _UNITS[words["unit"]],
        shift=_shift(words),
        piece=_PIECES[words["piece"]] if words.get("piece") else "",
    )


def _months_of_year(words: Words) -> Period:
    year = words.get("year")
    months = (1, 6) if words["half"] == "first" else (7, 12)
    return Period(Unit.YEAR, None, int(year) if year else None, months=months)


def _quarter(words: Words) -> Period:
    year = words.get("year")
    piece = _PIECES[words["piece"]] if words.get("piece") else ""
    return Period(Unit.QUARTER, int(words["quarter"]), int(year) if year else None, piece=piece)


def _nth_quarter(words: Words) -> Period | None:
    nth = _NTH[words["nth"]]
    year = int(words["year"]) if words.get("year") else None
    return Period(Unit.QUARTER, 4 if nth == -1 else nth, year) if nth <= 4 else None


def _ten_days(words: Words) -> Period:
    piece = {"first": "+10", "middle": "11-20", "last": "21-"}[words["which"]]
    return Period(
        Unit.MONTH, month_of(words["month"]), int(words["year"]) if words.get("year") else None, piece=piece
    )


def _length(words: Words) -> Length:
    count = words["count"]
    amount = _COUNTS[count] if count in _COUNTS else float(count)
    return Length(amount, _TIMES[words["unit"]], working=bool(words.get("working")))


PERIOD_RULES = (
    Rule(
        name="en-half-a-year",
        kind=Kind.PERIOD,
        pattern=rf"(?:in )?(?:the )?(?P<half>first|second) half of (?:the year|(?P<year>{YEAR}))",
        meaning=_months_of_year,
        examples={"first half of 2026": Period(Unit.YEAR, year=2026, months=(1, 6))},
    ),
    Rule(
        name="en-ten-days",
        kind=Kind.PERIOD,
        pattern=rf"(?:in )?(?:the )?(?P<which>first|middle|last) (?:ten|10) days of (?P<month>{MONTH_NAME})(?: "
        rf"(?P<year>{YEAR}))?",
        meaning=_ten_days,
        examples={
            "the middle ten days of November 2026": Period(Unit.MONTH, 11, 2026, piece="11-20"),
            "middle ten days of December": Period(Unit.MONTH, 12, piece="11-20"),
        },
    ),
    Rule(
        name="en-quarter-in-words",
        kind=Kind.PERIOD,
        pattern=rf"(?:in )?(?:the )?(?P<nth>{_NTH_WORD}) quarter(?: of)? (?:the year|(?P<year>{YEAR}))",
        meaning=_nth_quarter,
        examples={
            "the first quarter of 2024": Period(Unit.QUARTER, 1, 2024),
            "last quarter of the year": Period(Unit.QUARTER, 4),
        },
        not_examples=("first quarter", "fifth quarter of 2024"),
    ),
    Rule(
        name="en-special-day",
        kind=Kind.SPECIAL,
        pattern=r"(?:the )?(?:(?P<last>last)|first) (?P<working>working |business )?day(?= of| every| each|,|\Z)",
        meaning=lambda words: Special(-1 if words.get("last") else 1, working=bool(words.get("working"))),
        examples={
            "the last working day of the month": Special(-1, working=True),
            "last day of each month": Special(-1),
        },
    ),
    Rule(
        name="en-nth",
        kind=Kind.NTH,
        pattern=rf"(?:the )?(?P<nth>{_NTH_WORD})(?:(?:,? and | ?, ?)(?:the )?(?P<nth2>{_NTH_WORD}))?(?= {WEEKDAY})",
        meaning=lambda words: Nth(tuple(_NTH[words[name]] for name in ("nth", "nth2") if words.get(name))),
        examples={"first Thursday": Nth((1,)), "the second and fourth Wednesday": Nth((2, 4))},
        not_examples=("first aid",),
    ),
    Rule(
        name="en-nth-week",
        kind=Kind.NTH,
        pattern=rf"(?:in )?(?:the )?(?P<nth>{_NTH_WORD}) week(?= of)",
        meaning=lambda words: Nth((_NTH[words["nth"]],), week=True),
        examples={"the first week of December": Nth((1,), week=True)},
    ),
    Rule(
        name="en-near-period",
        kind=Kind.PERIOD,
        pattern=rf"(?:in )?(?:(?P<piece>{_PIECE}) )?(?P<shift>this|next|last|the coming) (?P<unit>week|month"
        rf"|quarter|year)",
        meaning=_near,
        examples={
            "next week": Period(Unit.WEEK, shift=1),
            "this month": Period(Unit.MONTH),
            "next year": Period(Unit.YEAR, shift=1),
        },
    ),
    Rule(
        name="en-week-before-weekday",
        kind=Kind.PERIOD,
        pattern=rf"(?P<shift>this|next|last|the coming)(?= {WEEKDAY})",
        meaning=lambda words: Period(Unit.WEEK, shift=_shift(words)),
        examples={"next Monday": Period(Unit.WEEK, shift=1), "this Friday": Period(Unit.WEEK)},
    ),
    Rule(
        name="en-weekend",
        kind=Kind.PERIOD,
        pattern=r"(?:at )?(?P<shift>this|next|the) weekend",
        meaning=lambda words: Period(Unit.WEEK, shift=_shift(words), piece="3/3"),
        examples={"this weekend": Period(Unit.WEEK, piece="3/3")},
    ),
    Rule(
        name="en-coming-units",
        kind=Kind.PERIOD,
        pattern=r"(?:in|within) the next (?P<count>\d{1,3}) (?P<unit>day|week|month)s",
        meaning=lambda words: Period(_UNITS[words["unit"]], coming=int(words["count"])),
        examples={"in the next 7 days": Period(Unit.DAY, coming=7)},
    ),
    Rule(
        name="en-quarter",
        kind=Kind.PERIOD,
        pattern=rf"(?:in )?(?:(?P<piece>{_PIECE})[ -])?q(?P<quarter>[1-4])(?:[ /](?P<year>{YEAR}))?",
        meaning=_quarter,
        examples={"Q4 2026": Period(Unit.QUARTER, 4, 2026)},
    ),
    Rule(
        name="en-week-of-the-year",
        kind=Kind.PERIOD,
        pattern=rf"(?:in )?week (?P<week>\d{{1,2}})(?:(?:/|,? )(?P<year>{YEAR}))?",
        meaning=lambda words: Period(
            Unit.WEEK, int(words["week"]), int(words["year"]) if words.get("year") else None
        ),
        examples={"week 47": Period(Unit.WEEK, 47)},
    ),
    Rule(
        name="en-month",
        kind=Kind.PERIOD,
        pattern=rf"(?!{_VERB_OR_MONTH})(?:in )?(?:(?P<piece>{_PIECE})[ -])?(?P<month>{MONTH_NAME})"
        rf"(?:,? (?P<year>{YEAR}))?(?! \d| the \d)",
        meaning=_month,
        examples={
            "November 2026": Period(Unit.MONTH, 11, 2026),
            "mid-November": Period(Unit.MONTH, 11, piece="2/3"),
            "early December 2026": Period(Unit.MONTH, 12, 2026, piece="1/3"),
            "in May": Period(Unit.MONTH, 5),
            "the first Monday of March at 9:00": Period(Unit.MONTH, 3),
        },
        not_examples=("the meeting may be moved", "March on the square"),
    ),
    Rule(
        name="en-year",
        kind=Kind.PERIOD,
        pattern=rf"in (?P<year>{YEAR})",
        meaning=lambda words: Period(Unit.YEAR, year=int(words["year"])),
        examples={"in 2026": Period(Unit.YEAR, year=2026)},
    ),
    Rule(
        name="en-the-month",
        kind=Kind.PERIOD,
        pattern=r"of the month",
        meaning=lambda _: Period(Unit.MONTH, named=False),
        examples={"last Friday of the month": Period(Unit.MONTH, named=False)},
    ),
    Rule(
        name="en-length",
        kind=Kind.LENGTH,
        pattern=rf"(?:for )?(?P<count>{_COUNT}) (?P<working>(?:working|business) )?"
        r"(?P<unit>hour|minute|day|week|month)s?(?! ago)",
        meaning=_length,
        examples={
            "for 2 days": Length(2, Unit.DAY),
            "two weeks": Length(2, Unit.WEEK),
            "half a day": Length(0.5, Unit.DAY),
        },
    ),
)
