"""Dates and weekdays in English, day before month where both are figures, as everywhere in this project."""

from calendars.grammar.pieces import Kind, PartDate, Weekdays
from calendars.grammar.rule import Rule, Words

_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH_NAME = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?!\w)\.?"
YEAR = r"(?:19|20)\d\d(?!\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?"

_WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1,
    "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
WEEKDAY = rf"(?:{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})s?(?!\w)\.?"
_AND = r"(?: ?, ?and | ?, ?| and | ?& ?| ?/ ?)"


def month_of(word: str) -> int:
    """The month of an English name or its short form."""
    return _MONTHS[word.rstrip(".")]


def weekday_of(word: str) -> int:
    """The weekday of an English name, its plural or its short form."""
    word = word.rstrip(".")
    return _WEEKDAYS[word] if word in _WEEKDAYS else _WEEKDAYS[word.rstrip("s")]


def _number(word: str) -> int:
    return int("".join(letter for letter in word if letter.isdigit()))


def _date(words: Words) -> PartDate:
    year = words.get("year") or words.get("year2")
    month = words.get("month") or words["month2"]
    day = words.get("day") or words["day2"]
    return PartDate(_number(day), month_of(month), int(year) if year else None)


def _figures(words: Words) -> PartDate:
    year = words.get("year")
    return PartDate(int(words["day"]), int(words["month"]), int(year) if year else None)


def _weekdays(words: Words) -> Weekdays:
    names = words["days"].replace(",", " ").replace("&", " ").replace("/", " ").split()
    return Weekdays(tuple(dict.fromkeys(weekday_of(name) for name in names if name != "and")))


def _weekday_span(words: Words) -> Weekdays | None:
    first, last = weekday_of(words["first"]), weekday_of(words["last"])
    return Weekdays(tuple(range(first, last + 1)), span=True) if first < last else None


COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_OFFSETS = {"today": 0, "tomorrow": 1, "yesterday": -1, "the day after tomorrow": 2, "day after tomorrow": 2}


def _days_on(words: Words) -> PartDate:
    count = words["count"]
    days = COUNTS[count] if count in COUNTS else int(count)
    return PartDate(0, offset=days * (7 if words["unit"] == "week" else 1))


DAY_RULES = (
    Rule(
        name="en-iso-date",
        kind=Kind.DAY,
        pattern=rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        meaning=_figures,
        examples={"2026-11-24": PartDate(24, 11, 2026)},
    ),
    Rule(
        name="en-date",
        kind=Kind.DAY,
        pattern=rf"(?:the )?(?P<day>{_DAY})(?: of)? (?P<month>{MONTH_NAME})(?:,? (?P<year>{YEAR}))?"
        rf"|(?P<month2>{MONTH_NAME}) (?:the )?(?P<day2>{_DAY})(?:,? (?P<year2>{YEAR}))?",
        meaning=_date,
        examples={
            "24 Nov 2026": PartDate(24, 11, 2026),
            "24th of November": PartDate(24, 11),
            "November 24, 2026": PartDate(24, 11, 2026),
        },
    ),
    Rule(
        name="en-date-in-figures",
        kind=Kind.DAY,
        pattern=rf"(?P<day>\d{{1,2}})(?:/|\.|-)(?P<month>\d{{1,2}})(?:/|\.|-)(?P<year>{YEAR})",
        meaning=_figures,
        examples={"24/11/2026": PartDate(24, 11, 2026)},
    ),
    Rule(
        name="en-day-and-month",
        kind=Kind.DAY,
        pattern=r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![/\d])",
        meaning=_figures,
        examples={"24/11": PartDate(24, 11)},
    ),
    Rule(
        name="en-relative-day",
        kind=Kind.DAY,
        pattern=r"(?P<which>today|tomorrow|yesterday|(?:the )?day after tomorrow)",
        meaning=lambda words: PartDate(0, offset=_OFFSETS[words["which"]]),
        examples={"tomorrow": PartDate(0, offset=1), "the day after tomorrow": PartDate(0, offset=2)},
    ),
    Rule(
        name="en-so-many-days-on",
        kind=Kind.DAY,
        pattern=rf"in (?P<count>\d{{1,3}}|{'|'.join(COUNTS)}) (?P<unit>day|week)s?(?! of)",
        meaning=_days_on,
        examples={"in two weeks": PartDate(0, offset=14), "in 3 days": PartDate(0, offset=3)},
        not_examples=("in two months", "in the next 7 days"),
    ),
    Rule(
        name="en-day-of-month",
        kind=Kind.DAY,
        pattern=r"(?:the )?(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))",
        meaning=lambda words: PartDate(_number(words["day"])),
        examples={"the 15th": PartDate(15)},
    ),
    Rule(
        name="en-weekdays-from-to",
        kind=Kind.WEEKDAY,
        pattern=rf"(?:from )?(?P<first>{WEEKDAY})(?: ?- ?| to | through )(?P<last>{WEEKDAY})",
        meaning=_weekday_span,
        examples={"Monday to Friday": Weekdays((0, 1, 2, 3, 4), span=True)},
    ),
    Rule(
        name="en-weekdays",
        kind=Kind.WEEKDAY,
        pattern=rf"(?!(?<=the )(?:sun|sat|wed)(?!\w))(?P<days>{WEEKDAY}(?:{_AND}{WEEKDAY}){{0,6}})",
        meaning=_weekdays,
        examples={
            "Friday": Weekdays((4,)),
            "Mon, Wed and Fri": Weekdays((0, 2, 4)),
            "Tuesdays": Weekdays((1,)),
        },
        not_examples=("Monroe", "sunset", "rain and the sun"),
    ),
    Rule(
        name="en-number",
        kind=Kind.NUMBER,
        pattern=r"(?P<day>(?:0?[1-9]|[12]\d|3[01]))(?=,? ?(?:-|to |and |, ?\d))(?! ?- ?\d{4})",
        meaning=lambda words: PartDate(int(words["day"])),
        examples={"24 and 25 November": PartDate(24)},
    ),
)
