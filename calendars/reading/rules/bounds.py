"""A recurrence kept within a programme's period: its first and last day are real days of it.

A standing meeting of a programme recurs within the programme's period (reference section 0.2); a rule's own
beginning and end count where they are narrower. Days are those that the pattern names: where one of them rolls
to is for the calendar.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from calendars.expansion import days_between
from calendars.grammar.rule import Reading
from calendars.reading.scope import Draft
from calendars.recurrence import Frequency, Recurrence
from calendars.times import DaySpan
from calendars.when import Day, Days, Repeat, Span, Undated, Window

_FAR = 1000  # letters behind which a bound is of something else
_NEXT_SENTENCE = re.compile(r"[;\n]|[.!?]\s")
_A_WEEK = 10  # days at the most
_SOME_WEEKS = 31  # days: what goes on longer is a rule
_LONGEST_WAIT = timedelta(days=400)


def within(recurrence: Recurrence, period: DaySpan | None, begins: date | None = None) -> Recurrence:
    """The recurrence with first and until as real days of the period, and not before `begins`.

    Left as it is where there is no period or no day of it fits (a rule that gives only how often).
    """
    if period is None:
        return starting(recurrence, begins) if begins is not None else recurrence
    earliest = max(filter(None, (period.first, begins, recurrence.first)))
    latest = min(filter(None, (period.last, recurrence.until)))
    if (
        recurrence.first
        and recurrence.until
        and earliest <= latest
        and (begins is None or begins <= recurrence.first)
    ):
        period = DaySpan(
            recurrence.first, recurrence.until
        )  # a course's own, told both: "từ 04/10 đến 22/12"
        earliest, latest = period.first, period.last
    if earliest > latest or not says_when(recurrence):
        return recurrence
    nominal = recurrence._replace(until=None, roll=None, first=recurrence.first or period.first)
    days = list(days_between(nominal, DaySpan(earliest, latest)))
    if not days:
        return recurrence
    left_out = tuple(day for day in recurrence.left_out if earliest <= day <= latest)
    return recurrence._replace(first=days[0], until=days[-1], left_out=left_out)


def keep_within(drafts: Iterable[Draft], span: DaySpan | None) -> None:
    """Let what repeats below a heading ("Tháng 5/2023") repeat within the days that the heading names.

    "Giao ban: thứ Hai hằng tuần" behind the list of a week is of all weeks.
    """
    for draft in drafts:
        if isinstance(draft.when, Repeat) and span is not None and len(span) <= _A_WEEK:
            told = draft.when.recurrence
            # Of what is every second week a day tells in which.
            freed = told._replace(first=told.first if told.interval > 1 else None, until=None)
            draft.when = draft.when._replace(recurrence=freed)
        elif isinstance(draft.when, Repeat):
            draft.when = draft.when._replace(recurrence=within(draft.when.recurrence, span))


def starting(recurrence: Recurrence, begins: date) -> Recurrence:
    """The recurrence with its first day the first of its pattern on or after `begins`, its end as it was.

    Left as it is where it ends before that: what ended before a paper holds, or before any of its days, is told of
    something else.
    """
    if not says_when(recurrence) or (recurrence.until is not None and recurrence.until < begins):
        return recurrence
    earliest = max(begins, recurrence.first) if recurrence.first and recurrence.interval > 1 else begins
    nominal = recurrence._replace(
        until=None, roll=None, first=recurrence.first if recurrence.interval > 1 else begins
    )
    days = days_between(nominal, DaySpan(earliest, earliest + _LONGEST_WAIT))
    first = next(iter(days), None)
    over = first is None or (recurrence.until is not None and recurrence.until < first)
    return recurrence if over else recurrence._replace(first=first)


def bounded(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings with a beginning or an end that stands apart from its repeat put into it.

    "... thứ Sáu hằng tuần tại phòng họp số 2 từ 01/12", "... đến hết tháng 12". A bound taken in keeps its
    place with the same repeat, so that its words do not become part of title or place.
    """
    repeat = next((n for n, reading in enumerate(readings) if isinstance(reading.when, Repeat)), None)
    if repeat is None or sum(isinstance(reading.when, Repeat) for reading in readings) > 1:
        return list(readings)
    kept = list(readings)
    bounds: list[int] = []
    for number, reading in enumerate(readings):
        when, rule = kept[repeat].when, reading.when
        if not isinstance(when, Repeat):
            break
        first, second = sorted((kept[repeat].at, reading.at))
        if second[0] - first[1] > _FAR or _NEXT_SENTENCE.search(text[first[1] : second[0]]):
            continue
        recurrence = when.recurrence
        if isinstance(rule, Span) and not rule.hours:
            recurrence = starting(recurrence, rule.first)
            if rule.last is not None:
                recurrence = recurrence._replace(until=rule.last)
        elif isinstance(rule, Window) and reading.rules[:1] == ("from",) and not rule.hours:
            recurrence = starting(recurrence, rule.first)  # "Từ tháng 11/2022 trở đi, ... ngày 15 hằng tháng"
        elif isinstance(rule, Day) and reading.rules[:1] == ("until-and-including",):
            recurrence = recurrence._replace(until=rule.day)
        else:
            continue
        if recurrence.first and recurrence.until and recurrence.first > recurrence.until:
            continue  # no day of it lies there: "thứ Ba tuần đầu hằng tháng, trùng dịp nghỉ lễ 30/4 và 01/5"
        kept[repeat] = kept[repeat]._replace(when=when._replace(recurrence=recurrence))
        bounds.append(number)
    for number in bounds:
        kept[number] = kept[number]._replace(when=kept[repeat].when, deadline=False)
    return kept


def says_when(recurrence: Recurrence) -> bool:
    """Whether a rule gives days; "mỗi quý một lần" gives only how often."""
    if recurrence.by_month and not (recurrence.by_day or recurrence.by_month_day):
        return False  # "3 tháng một lần, vào tháng cuối quý"
    parts = (recurrence.by_day, recurrence.by_month_day, recurrence.by_set_pos)
    daily = recurrence.frequency == "DAILY" and recurrence.interval == 1  # "07 ngày/lần" tells no day
    return any(parts) or recurrence.first is not None or daily


def _is_of_every_day(rule: Recurrence) -> bool:
    """Whether a rule leaves out no day between its first and its last."""
    narrowed = rule.by_day or rule.by_month_day or rule.by_month or rule.by_set_pos or rule.left_out
    whole = rule.frequency is Frequency.DAILY and rule.interval == 1
    return whole and not (narrowed or rule.skips_days_off or rule.roll)


def each_of_its_days(reading: Reading) -> Reading:
    """A thing of every day from one told to another as held on those days, and as no standing rule (B.5)."""
    when = reading.when
    rule = when.recurrence if isinstance(when, Repeat) else None
    if (
        rule is None
        or rule.first is None
        or rule.until is None
        or reading.deadline
        or not _is_of_every_day(rule)
    ):
        return reading
    if (rule.until - rule.first).days > _SOME_WEEKS:
        return reading
    return reading._replace(when=Span(rule.first, rule.until, when.hours, daily=True))


def on_days_of(label: Sequence[Reading], readings: list[Reading]) -> list[Reading]:
    """The readings below a label, where of several days "mỗi ngày từ 13h30 đến 16h30" tells but the hours."""
    if not any(isinstance(reading.when, Span | Days) for reading in label):
        return readings
    return [
        reading._replace(when=Undated(reading.when.hours))
        if isinstance(reading.when, Repeat)
        and reading.when.hours.start
        and _is_of_every_day(reading.when.recurrence)
        else reading
        for reading in readings
    ]
