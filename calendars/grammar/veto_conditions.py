"""For which values a veto counts: what lies before the programme, bare periods, frequencies without a day.

The table in `vetoes` says which words make a time none; a condition here looks at the value that was read and at its
own words. All of them take the value, its words in matching form and the context, whether they need them or not.
"""

import re
from datetime import date, time

from calendars.grammar.observance_table import feast_on
from calendars.grammar.rule import Context
from calendars.grammar.table import in_matching_form
from calendars.recurrence import Frequency
from calendars.when import Day, Days, Repeat, Span, Undated, When, Window


def always(when: When, words: str, context: Context) -> bool:
    """Whatever it is."""
    return True


def at_midnight(when: When, words: str, context: Context) -> bool:
    """At the first moment of a day, to which something is counted."""
    return when.hours.start == time.min


def over(when: When, words: str, context: Context) -> bool:
    """Whether it lies before the programme's period, or not after the day of issue."""
    last = _last_day(when)
    start = context.period.first if context.period else context.issued
    return start is not None and last is not None and last < start


def not_to_come(when: When, words: str, context: Context) -> bool:
    """Whether it is no later than the day of issue, or before the programme's period."""
    last, issued = _last_day(when), context.issued
    return last is not None and ((issued is not None and last <= issued) or over(when, words, context))


def long_ago(when: When, words: str, context: Context) -> bool:
    """Whether it begins more than a year before the programme's period or the day of issue."""
    start = context.period.first if context.period else context.issued
    match when:
        case Day(day=first) | Days(days=(first, *_)) | Span(first=first) | Window(first=first):
            return start is not None and (start - first).days > _A_YEAR
    return False


_A_YEAR = 366
_A_QUARTER = 92


def _last_day(when: When) -> date | None:
    if isinstance(when, Day):  # most of them
        return when.day
    match when:
        case Days(days=days):
            return days[-1]
        case Span(last=last) | Window(last=last):
            return last
        case Repeat(recurrence=recurrence):
            return recurrence.until if recurrence.first is not None else None
        case _:
            return None


_SAYS_HOW_MANY = re.compile(r"lần|/")
_TIMES_PRESENT = date(2000, 1, 1)
"""What a paper tells of earlier times is history (reference C.2)."""


def _with_or_without_marks(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})|(?:{in_matching_form(pattern, unmarked=True)})")


_BARE_PERIOD = _with_or_without_marks(
    r"(?:của )?(?:tháng|quý|q|năm|t|th|\d{1,2} tháng|nửa|[^\W\d]+ tháng (?:đầu|cuối) năm|tuần)(?![^\W\d])"
)
_BARE_DATE = re.compile(r"\d{1,2} ?[/.] ?\d{1,2}\Z")
_FROM_TODAY = frozenset(("ngày mai", "hôm nay", "hôm qua", "ngày hôm nay", "ngày hôm qua"))
_YEAR = _with_or_without_marks(r"(?:âm lịch )?năm (?:\d{4}|nay|sau|tới|trước|ngoái)\Z")
_SINCE = _with_or_without_marks(r"(?:(?:kể|tính|bắt đầu) )?từ năm \d{4}\Z")


_PARTED = re.compile(r"[(,;]")


def _is_timed(when: Window, words: str) -> bool:
    """Whether an hour behind the period is the meeting's: "chi bộ tháng 7 (15h30)", "tổng kết năm 2023, 7h30"."""
    return bool(when.hours.start) and (
        words.startswith(("tháng", "thang")) or _PARTED.search(words) is not None
    )


def bare_period(when: When, words: str, context: Context) -> bool:
    """A period by its name alone ("tháng 10", "6 tháng đầu năm"), without the hour of a meeting behind it."""
    return isinstance(when, Window) and not _is_timed(when, words) and _BARE_PERIOD.match(words) is not None


def bare_year(when: When, words: str, context: Context) -> bool:
    """A year alone."""
    return isinstance(when, Window) and _YEAR.match(words) is not None


def since_year(when: When, words: str, context: Context) -> bool:
    """From a year on."""
    return isinstance(when, Window) and _SINCE.match(words) is not None


def bare_date(when: When, words: str, context: Context) -> bool:
    """A day written "8/10", with nothing that says that it is one."""
    return isinstance(when, Day) and _BARE_DATE.match(words) is not None


def bare_date_of_no_month(when: When, words: str, context: Context) -> bool:
    """A day written "8/10" that is none of a programme of some months, or that is named by its number (20/11)."""
    if not isinstance(when, Day) or _BARE_DATE.match(words) is None:
        return False
    day, period = when.day, context.period
    in_month = period is not None and len(period) <= _A_QUARTER and day in period and "/" in words
    return not in_month or feast_on(day.day, day.month) is not None


def counted_from_today(when: When, words: str, context: Context) -> bool:
    """ "ngày mai" inside a title is nobody's tomorrow."""
    return words in _FROM_TODAY


def period(when: When, words: str, context: Context) -> bool:
    """Any but one that begins after the programme's period or the day of issue, which is none of a report."""
    until = context.period.last if context.period else context.issued
    return isinstance(when, Window) and (until is None or when.first <= until)


def how_often(when: When, words: str, context: Context) -> bool:
    """Only a frequency: no day, no hour, no part of the day."""
    return (
        isinstance(when, Repeat)
        and not (when.recurrence.by_day or when.recurrence.by_month_day or when.recurrence.by_month)
        and not when.hours
        and not _SAYS_HOW_MANY.search(words)
    )


def how_often_or_rate(when: When, words: str, context: Context) -> bool:
    """A frequency with no day, in whatever words."""
    return isinstance(when, Repeat) and not when.recurrence.by_day and not when.recurrence.by_month_day


def yearly(when: When, words: str, context: Context) -> bool:
    """Only that it is every year."""
    return (
        isinstance(when, Repeat)
        and when.recurrence.frequency is Frequency.YEARLY
        and how_often(when, words, context)
    )


def history(when: When, words: str, context: Context) -> bool:
    """What ended before the year 2000."""
    last = _last_day(when)
    return last is not None and last < _TIMES_PRESENT


OF_THE_PAST = frozenset((over, not_to_come, long_ago, history))
"""The conditions that hold for no day to come."""


def is_to_come(day: date, context: Context) -> bool:
    """Whether a day is of the programme's period or later, behind the day of issue, and none of the past."""
    period, issued = context.period, context.issued
    return (
        day >= _TIMES_PRESENT and (period is None or day >= period.first) and (issued is None or day > issued)
    )


def _told_later_after_words(when: When, words: str, context: Context) -> bool:
    return isinstance(when, Undated) and not when.hours


_FEAST = re.compile(r"(?:vu lan|trung thu|thanh minh|nguyên tiêu|đoan ngọ)(?!\w)")


def by_a_feasts_name(_when: When, words: str, _context: Context) -> bool:
    """Whether the words tell a day by nothing but the name of a feast: "Đại lễ Vu Lan"."""
    return _FEAST.search(words) is not None
