"""Programmes written in a few words, for the tests of what they change on a calendar.

    paper("monthly 2020-06", "Họp giao ban Thường trực: FRI pm", "Hội nghị biểu dương: ~11/6-20/6")

The heading names the kind and the period (a month, a day, or two days joined by ".."), then perhaps "#63/CTr-BTV"
(number), "on 25/5" (issued), "for #12/GM" (replaces), "by NAME" (issuer, last). An item is a title, a colon and a time:

    24/11   24/11 8:00   24/11 8:00-10:00   24/11 pm    a day, perhaps with an hour or a part of it
    24/11-26/11                                         every day of it
    ~11/11-20/11                                        a window, tentative
    FRI   MON,WED pm   15.   2FRI   FRI!3/11-17/11      weekly, monthly on the 15th, second Friday; its bounds
    ?                                                   to be told later

Then " @place", " /chair", " +issue". Before the title: "x" cancelled, ">" postponed, "~" tentative, "*" observance,
"!" deadline.
"""

import hashlib
import re
from datetime import date, time

from calendars.marks import Category, Issue, Passage, Status
from calendars.programme import Entry, Kind, Programme, Source
from calendars.recurrence import WEEKDAY_CODES, Frequency, Recurrence, WeekdayOf
from calendars.times import DayPart, DaySpan, month_span
from calendars.when import Day, Hours, Repeat, Span, Undated, When, Window

_PARTS = {
    "am": DayPart.MORNING,
    "noon": DayPart.NOON,
    "pm": DayPart.AFTERNOON,
    "eve": DayPart.EVENING,
    "all": DayPart.ALL_DAY,
}
_MARKS: dict[str, Status | Category] = {
    "x": Status.CANCELLED,
    ">": Status.POSTPONED,
    "~": Status.TENTATIVE,
    "*": Category.OBSERVANCE,
    "!": Category.DEADLINE,
}
_DEFAULT_ISSUER = "Hội LHPN tỉnh An Sơn"


def paper(heading: str, *items: str) -> Programme:
    """The programme of that heading and these items; its SHA-256 is that of its text."""
    words, _, issuer = heading.partition(" by ")
    kind, period_text, *rest = words.split()
    period = _period(period_text)
    year = period.first.year
    number = next((word[1:] for word in rest if word.startswith("#")), None)
    issued = _day(rest[rest.index("on") + 1], year) if "on" in rest else None
    replaces = None
    if "for" in rest:
        replaces = rest[rest.index("for") + 1].removeprefix("#")
        number = next((w[1:] for w in rest if w.startswith("#") and w[1:] != replaces), None)
    text = "\n".join((heading, *items))
    is_whole = kind in ("monthly", "weekly")
    return Programme(
        source=Source(
            name=f"{kind}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), media_type="text/plain"
        ),
        kind=Kind(kind),
        number=number,
        issuer=issuer or _DEFAULT_ISSUER,
        issued=issued,
        period=period if is_whole else None,
        replaces=replaces,
        entries=tuple(_entry(item, line, period) for line, item in enumerate(items, 1)),
    )


def _period(text: str) -> DaySpan:
    if ".." in text:
        first, last = map(date.fromisoformat, text.split(".."))
        return DaySpan(first, last)
    if len(text) == 7:
        return month_span(int(text[:4]), int(text[5:]))
    return DaySpan(date.fromisoformat(text), date.fromisoformat(text))


def _entry(item: str, line: int, period: DaySpan) -> Entry:
    text, status, category = item, Status.CONFIRMED, Category.MEETING
    while (mark := text[:2].strip()) in _MARKS and text[1:2] == " ":
        meaning = _MARKS[mark]
        if isinstance(meaning, Status):
            status = meaning
        else:
            category = meaning
        text = text[2:]
    title, _, rest = text.rpartition(": ")
    found = re.search(r" \+(\w[\w-]*)$", rest)
    issues = (Issue(found[1], "made for a test"),) if found else ()
    rest = rest[: found.start()] if found else rest
    rest, _, chair = rest.partition(" /")
    rest, _, location = rest.partition(" @")
    if rest[0] in "~?" and status is Status.CONFIRMED:
        status = Status.TENTATIVE
    return Entry(
        title=title,
        category=category,
        status=status,
        when=when_of(rest.strip(), period),
        location=location or None,
        chair=chair or None,
        evidence=(Passage(item, line),),
        confidence=0.6 if issues else 0.95,
        issues=issues,
    )


def when_of(text: str, period: DaySpan) -> When:
    """The time that these few words mean within a period."""
    days, *rest = text.split()
    hours = _hours(rest)
    year = period.first.year
    if days == "?":
        return Undated(hours)
    if days[0] == "~":
        first, _, last = days[1:].partition("-")
        return Window(_day(first, year), _day(last, year), hours)
    pattern, _, bounds = days.partition("!")
    if pattern[-1] == "." or pattern[0].isalpha() or pattern.lstrip("-")[1:].isalpha():
        span = period
        if bounds:
            begin, _, end = bounds.partition("-")
            return Repeat(_pattern(pattern, _day(begin, year), _day(end, year) if end else None), hours)
        return Repeat(_pattern(pattern, span.first, span.last), hours)
    if "-" in days:
        begin, _, end = days.partition("-")
        return Span(_day(begin, year), _day(end, year), hours)
    return Day(_day(days, year), hours)


def _pattern(text: str, first: date, until: date | None) -> Recurrence:
    if text[-1] == ".":
        return Recurrence(
            frequency=Frequency.MONTHLY, by_month_day=(int(text[:-1]),), first=first, until=until
        )
    weekdays = tuple(
        WeekdayOf(WEEKDAY_CODES.index(word[-3:-1]), int(word[:-3] or 0)) for word in text.split(",")
    )
    frequency = Frequency.MONTHLY if weekdays[0].nth else Frequency.WEEKLY
    return Recurrence(frequency=frequency, by_day=weekdays, first=first, until=until)


def _hours(words: list[str]) -> Hours:
    start = end = None
    part = None
    for word in words:
        if word in _PARTS:
            part = _PARTS[word]
        else:
            begin, _, close = word.partition("-")
            start, end = _clock(begin), _clock(close) if close else None
    return Hours(start, end, part)


def _clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def _day(text: str, year: int) -> date:
    numbers = [int(word) for word in text.split("/")]
    return date(numbers[2] if len(numbers) > 2 else year, numbers[1], numbers[0])
