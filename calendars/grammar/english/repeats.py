"""How often, in English, with what is left out or put off."""

from calendars.grammar.english.days import WEEKDAY
from calendars.grammar.pieces import Except, Kind, Months, Often, Rolled
from calendars.grammar.rule import Rule, Words
from calendars.recurrence import Frequency, Roll

_FREQUENCY = {
    "day": (Frequency.DAILY, 1),
    "week": (Frequency.WEEKLY, 1),
    "month": (Frequency.MONTHLY, 1),
    "quarter": (Frequency.MONTHLY, 3),
    "year": (Frequency.YEARLY, 1),
}
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
_COUNTS = {"two": 2, "three": 3, "four": 4, "six": 6, "other": 2, "second": 2}


def _often(unit: str, count: int = 1) -> Often:
    frequency, interval = _FREQUENCY[unit]
    return Often(frequency, interval * count, of_quarters=(interval, count) == (3, 1))


def _counted(words: Words) -> Often | None:
    count = _COUNTS.get(words["count"]) or int(words["count"])
    return _often(words["unit"], count) if count else None


REPEAT_RULES = (
    Rule(
        name="en-working-days",
        kind=Kind.OFTEN,
        pattern=r"(?:every|each|on all|on) (?:working day|business day|weekday)s?|weekdays",
        meaning=lambda _: Often(Frequency.WEEKLY, weekdays=(0, 1, 2, 3, 4)),
        examples={
            "every working day": Often(Frequency.WEEKLY, weekdays=(0, 1, 2, 3, 4)),
            "weekdays 8:00-9:00": Often(Frequency.WEEKLY, weekdays=(0, 1, 2, 3, 4)),
        },
    ),
    Rule(
        name="en-even-weeks",
        kind=Kind.OFTEN,
        pattern=r"(?:in |of )?(?:every )?even(?:-numbered)? weeks?",
        meaning=lambda _: Often(Frequency.WEEKLY, 2, parity=0),
        examples={"in even weeks": Often(Frequency.WEEKLY, 2, parity=0)},
    ),
    Rule(
        name="en-odd-weeks",
        kind=Kind.OFTEN,
        pattern=r"(?:in |of )?(?:every )?odd(?:-numbered)? weeks?",
        meaning=lambda _: Often(Frequency.WEEKLY, 2, parity=1),
        examples={"in odd weeks": Often(Frequency.WEEKLY, 2, parity=1)},
    ),
    Rule(
        name="en-months-of-a-quarter",
        kind=Kind.MONTHS,
        pattern=r"(?:of |in )?(?:the )?(?P<which>first|second|last) month of (?:each|every|the) quarter",
        meaning=lambda words: Months(
            {"first": (1, 4, 7, 10), "second": (2, 5, 8, 11), "last": (3, 6, 9, 12)}[words["which"]]
        ),
        examples={"the 20th of the last month of each quarter": Months((3, 6, 9, 12))},
    ),
    Rule(
        name="en-every-other-weekday",
        kind=Kind.OFTEN,
        pattern=rf"every (?:other|second)(?= {WEEKDAY})|fortnightly|biweekly|every fortnight",
        meaning=lambda _: Often(Frequency.WEEKLY, 2),
        examples={"every other Thursday": Often(Frequency.WEEKLY, 2)},
    ),
    Rule(
        name="en-every-so-many-units",
        kind=Kind.OFTEN,
        pattern=r"(?:once )?every (?P<count>\d{1,2}|two|three|four|six|other|second) (?P<unit>day|week|month"
        r"|quarter|year)s?",
        meaning=_counted,
        examples={
            "every 2 weeks": Often(Frequency.WEEKLY, 2),
            "every other month": Often(Frequency.MONTHLY, 2),
        },
    ),
    Rule(
        name="en-every-unit",
        kind=Kind.OFTEN,
        pattern=r"(?:(?:of|in) )?(?:every|each|once a|once every|a) (?P<unit>day|week|month|quarter|year)",
        meaning=lambda words: _often(words["unit"]),
        examples={"of each month": Often(Frequency.MONTHLY), "every week": Often(Frequency.WEEKLY)},
    ),
    Rule(
        name="en-adverb",
        kind=Kind.OFTEN,
        pattern=r"(?P<adverb>daily|weekly|monthly|quarterly|yearly|annually)",
        meaning=lambda words: _often(_ADVERBS[words["adverb"]]),
        examples={"weekly": Often(Frequency.WEEKLY)},
    ),
    Rule(
        name="en-each-nth-weekday",
        kind=Kind.OFTEN,
        pattern=rf"(?:on )?(?:every|each)(?= (?:first|1st|third|3rd|fourth|4th|last)(?:,? and (?:\w+))? {WEEKDAY})",
        meaning=lambda _: Often(Frequency.MONTHLY),
        examples={"every first Monday": Often(Frequency.MONTHLY)},
    ),
    Rule(
        name="en-each-weekday",
        kind=Kind.OFTEN,
        pattern=rf"(?:on )?(?:every|each)(?= (?:(?:morning|afternoon|evening) of )?{WEEKDAY})",
        meaning=lambda _: Often(Frequency.WEEKLY),
        examples={"every Friday": Often(Frequency.WEEKLY)},
    ),
    Rule(
        name="en-on-weekdays",
        kind=Kind.OFTEN,
        pattern=r"on(?= (?:mon|tues|wednes|thurs|fri|satur|sun)days)",
        meaning=lambda _: Often(Frequency.WEEKLY),
        examples={"on Fridays": Often(Frequency.WEEKLY)},
    ),
    Rule(
        name="en-without-days-off",
        kind=Kind.EXCEPT,
        pattern=r"(?:except|but not|excluding|not)(?: on)? (?:public )?holidays(?P<weekend>,? (?:and|or) weekends)?",
        meaning=lambda words: Except(holidays=True, weekdays=(5, 6) if words.get("weekend") else ()),
        examples={"except public holidays": Except(holidays=True)},
    ),
    Rule(
        name="en-without-weekend",
        kind=Kind.EXCEPT,
        pattern=r"(?:except|but not|excluding)(?: on| at)? (?:weekends|saturdays? and sundays?)(?P<holidays>,? "
        r"(?:and|or) (?:public )?holidays)?",
        meaning=lambda words: Except(holidays=bool(words.get("holidays")), weekdays=(5, 6)),
        examples={"daily except weekends": Except(weekdays=(5, 6))},
    ),
    Rule(
        name="en-day-off-to-the-next",
        kind=Kind.ROLL,
        pattern=r"(?:\(?if (?:it|this|that) (?:is|falls on) a (?:day off|holiday),? )(?:then )?(?:on )?the "
        r"(?:next|following) working day",
        meaning=lambda _: Rolled(Roll.NEXT),
        examples={"if it is a day off, the next working day": Rolled(Roll.NEXT)},
    ),
    Rule(
        name="en-day-off-to-the-one-before",
        kind=Kind.ROLL,
        pattern=r"(?:\(?if (?:it|this|that) (?:is|falls on) a (?:day off|holiday),? )(?:then )?(?:on )?the "
        r"(?:previous working day|working day before)",
        meaning=lambda _: Rolled(Roll.PREVIOUS),
        examples={"if it is a day off, the previous working day": Rolled(Roll.PREVIOUS)},
    ),
    Rule(
        name="en-day-off-to-the-nearest",
        kind=Kind.ROLL,
        pattern=r"(?:\(?if (?:it|this|that) (?:is|falls on) a (?:day off|holiday),? )(?:then )?(?:on )?the"
        r" nearest working day",
        meaning=lambda _: Rolled(Roll.NEAREST),
        examples={"if it is a day off, the nearest working day": Rolled(Roll.NEAREST)},
    ),
)
