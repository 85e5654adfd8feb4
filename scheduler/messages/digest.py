"""What a digest says: somebody's day, week or month, and what has no day yet."""

from collections.abc import Sequence
from datetime import date

from calendars.events import Occurrence
from calendars.marks import Category, Status
from calendars.phrasing import clock_words, date_text, phrase
from calendars.times import DayPart, DaySpan
from calendars.when import Day, Span, When, Window
from scheduler.messages.content import LONGEST_SUBJECT, Content, Line, cut, one_line, upper_first
from scheduler.messages.wording import WORDS


def digest_content(
    kind: str, span: DaySpan, occurrences: Sequence[Occurrence], *, name: str, language: str = "vi"
) -> Content | None:
    """Somebody's day, week or month; None where there is nothing to tell. kind: "daily", "weekly" or "monthly"."""
    dated = [(day, one) for one in occurrences if (day := _day_within(one.when, span)) is not None]
    still_open = [one for one in occurrences if isinstance(one.when, Window)]
    if not dated and not still_open:
        return None
    words = WORDS[language]
    week = span.first.isocalendar().week
    title = {"daily": words.daily, "weekly": words.weekly, "monthly": words.monthly}[kind].format(
        name=name,
        date=phrase(Day(span.first), language=language),
        week=week,
        month=f"{span.first.month}/{span.first.year}",
    )
    lines = [Line(title)]
    if kind != "daily":
        lines.append(Line(words.digest_for.format(first=date_text(span.first), last=date_text(span.last))))
    day_before: date | None = None
    for day, one in sorted(dated, key=lambda pair: (pair[0], _hour_key(pair[1]))):
        if day != day_before:
            lines += [Line(""), Line(upper_first(phrase(Day(day), language=language)) + ":")]
            day_before = day
        lines.append(Line(f"- {_item(one, day, language)}"))
    if still_open:
        lines += [Line(""), Line(words.digest_open)]
        lines += [
            Line(f"- {one_line(one.title)}: {phrase(one.when, language=language, status=Status.TENTATIVE)}")
            for one in still_open
        ]
    first, last = date_text(span.first), date_text(span.last)
    days = first if first == last else f"{first} – {last}"
    data = {"kind": kind, "count": len(occurrences), "when_text": days}
    return Content(cut(title, LONGEST_SUBJECT), tuple(lines), data, language)


def _item(occurrence: Occurrence, day: date, language: str) -> str:
    words = WORDS[language]
    clock = _clock(occurrence, day, language)
    if occurrence.event.category is Category.DEADLINE:
        clock = f"{words.digest_due} {clock}".rstrip()
    parts = [f"{clock}: " if clock else "", one_line(occurrence.title)]
    if occurrence.location:
        parts.append(f" ({one_line(occurrence.location)})")
    last = occurrence.when.last if isinstance(occurrence.when, Span) else None
    if last is not None and last > day:
        # It is listed once, under its first day.
        parts.append(f" – {words.digest_lasts.format(date=date_text(last, year=False))}")
    if occurrence.status is Status.TENTATIVE:
        parts.append(f" – {words.digest_tentative}")
    return "".join(parts)


def _clock(occurrence: Occurrence, day: date, language: str) -> str:
    """The hour on that day, or the part of the day; "" where neither is told."""
    when, hours = occurrence.when, occurrence.when.hours
    start, end = hours.start, hours.end
    if isinstance(when, Span):
        # Its hours are those of its first and of its last day; with hours of each day it is an occurrence a day.
        start, end = start if day == when.first else None, end if day == when.last else None
    clock = " - ".join(clock_words(at, language=language) for at in (start, end) if at is not None)
    if start is None and clock and occurrence.event.category is not Category.DEADLINE:
        return f"{WORDS[language].digest_until} {clock}"
    if not clock and isinstance(occurrence.when, Day) and hours.part is not None:
        said = phrase(occurrence.when, language=language)
        return said.partition(" ")[0] if hours.part is not DayPart.ALL_DAY else ""
    return clock


def _day_within(when: When, span: DaySpan) -> date | None:
    """The day under which the digest lists it: its first, or the first of the span for what is under way."""
    match when:
        case Day(day=day):
            return day if day in span else None
        case Span(first=first, last=last) if first <= span.last and (last is None or last >= span.first):
            return max(first, span.first)
        case _:
            return None


def _hour_key(occurrence: Occurrence) -> tuple[str, str]:
    hours = occurrence.when.hours
    order = list(DayPart)
    clock = hours.start or hours.end
    if clock is not None:
        return clock.isoformat(), occurrence.title
    if hours.part in order[:5]:
        return ("07:30", "11:30", "13:30", "19:00", "21:00")[order.index(hours.part)], occurrence.title
    return "", occurrence.title
