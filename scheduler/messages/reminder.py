"""What a reminder, a nudge to the office and a warning of a halted channel say.

Hard here: the words must not claim more than the calendar knows ("giờ chưa nêu", "dự kiến"), a late message says so,
and the same message is written the same way on each try, so that a copy can be told from news: the present instant is
that of the first try.
"""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from calendars.events import Occurrence, Origin
from calendars.marks import Category, Status
from calendars.phrasing import clock_words, date_text, phrase
from calendars.times import ONE_DAY, DayPart
from calendars.when import Day, When, extent, when_to_json
from scheduler.messages.content import LONGEST_LINE, LONGEST_SUBJECT, Content, Line, cut, one_line
from scheduler.messages.wording import WORDS, Words
from scheduler.sentences import vietnamese

LATE_AFTER = timedelta(minutes=5)
"""A message sent so long after its due time says that it is late."""


def reminder_content(
    occurrence: Occurrence,
    *,
    starts: datetime,
    due: datetime,
    now: datetime,
    zone: ZoneInfo,
    language: str = "vi",
) -> Content:
    """What, when, where, how sure and from which document. now: the instant (UTC) of the first try."""
    words = WORDS[language]
    event = occurrence.event
    is_deadline = event.category is Category.DEADLINE
    title = one_line(occurrence.title)
    subject = (words.deadline if is_deadline else words.reminder).format(title=title)
    lines = [
        Line(subject),
        Line(""),
        Line(
            time_said(
                occurrence.when, event.category, starts.astimezone(zone), now.astimezone(zone), language
            ),
            words.until if is_deadline else words.when,
        ),
    ]
    lines += _facts(occurrence, words)
    if occurrence.status is Status.TENTATIVE:
        lines.append(Line(words.tentative))
    lines += source_lines(event.origin, language)
    lines += _late_lines(occurrence, due, starts, now, zone, words)
    return Content(
        cut(subject, LONGEST_SUBJECT), tuple(lines), _data(occurrence, starts, zone, due, language), language
    )


def nudge_content(occurrence: Occurrence, *, now: datetime, zone: ZoneInfo, language: str = "vi") -> Content:
    """The office is asked to settle a window that opens soon, or is open already."""
    words = WORDS[language]
    title = one_line(occurrence.title)
    subject = words.nudge.format(title=title)
    span = extent(occurrence.when)
    first = span.first if span else now.astimezone(zone).date()
    opens = words.nudge_opens if first > now.astimezone(zone).date() else words.nudge_open
    lines = [
        Line(subject),
        Line(""),
        Line(phrase(occurrence.when, language=language, status=Status.TENTATIVE), words.when),
        Line(opens.format(date=date_text(first))),
        *_facts(occurrence, words),
        *source_lines(occurrence.event.origin, language),
        Line(""),
        Line(words.nudge_what),
    ]
    return Content(
        cut(subject, LONGEST_SUBJECT), tuple(lines), _data(occurrence, None, zone, now, language), language
    )


def halt_content(channel: str, reason: str, *, language: str = "vi") -> Content:
    """The office is told that a channel needs somebody."""
    words = WORDS[language]
    subject = words.halted.format(channel=channel)
    lines = [Line(subject), Line("")]
    told = vietnamese(reason) if language == "vi" else reason
    lines += [Line(line) for line in words.halted_text.format(channel=channel, reason=told).splitlines()]
    return Content(subject, tuple(lines), {"channel": channel, "reason": reason}, language)


def time_said(when: When, category: Category, starts: datetime, now: datetime, language: str = "vi") -> str:
    """The time in words, what is not known of the hour, and how far off it is: all instants local.

    "08h00, thứ Sáu, ngày 24/11/2023 (ngày mai)"; "chiều thứ Sáu, ngày 24/11/2023 (giờ chưa nêu, ngày mai)".
    """
    words = WORDS[language]
    said = phrase(when, language=language, deadline=category is Category.DEADLINE)
    remarks = []
    hours = when.hours
    if (
        category is Category.MEETING
        and hours.start is None
        and hours.end is None
        and hours.part is not DayPart.ALL_DAY
        and isinstance(when, Day)
    ):
        remarks.append(words.hour_unknown)
    if distance := _distance(starts.date(), now.date(), words):
        remarks.append(distance)
    return f"{said} ({', '.join(remarks)})" if remarks else said


def source_lines(origin: Origin, language: str = "vi") -> list[Line]:
    """Which document says so, and its words."""
    words = WORDS[language]
    if origin.hand is not None:
        return [Line(words.source_hand.format(hand=one_line(origin.hand)), words.source, weight=2)]
    told = document_said(origin, language)
    lines = [Line(told, words.source, weight=1)] if told else []
    if origin.passages:
        lines.append(Line(words.passage.format(text=cut(one_line(origin.passages[0].text), 300)), weight=5))
    return lines


def document_said(origin: Origin, language: str = "vi") -> str:
    """The document as a person would cite it: "Chương trình tháng 11, số 63/CTr-BTV, ngày 25/10/2023, của ..."."""
    words = WORDS[language]
    parts = [one_line(origin.name)] if origin.name else []
    if origin.number:
        parts.append(words.source_number.format(number=one_line(origin.number)))
    if origin.issued:
        parts.append(words.source_issued.format(date=date_text(origin.issued)))
    if origin.issuer:
        parts.append(words.source_issuer.format(issuer=one_line(origin.issuer)))
    return ", ".join(parts)


def _facts(occurrence: Occurrence, words: Words) -> list[Line]:
    event = occurrence.event
    facts = (
        (words.place, occurrence.location, 0),
        (words.chair, event.chair, 2),
        (words.attendees, event.attendees, 4),
        (words.prepared_by, event.prepared_by, 4),
        (words.note, event.note, 3),
    )
    return [Line(cut(one_line(text), LONGEST_LINE), label, weight) for label, text, weight in facts if text]


def _late_lines(
    occurrence: Occurrence, due: datetime, starts: datetime, now: datetime, zone: ZoneInfo, words: Words
) -> list[Line]:
    if now - due <= LATE_AFTER:
        return []
    local = due.astimezone(zone)
    lines = [
        Line(""),
        Line(words.late.format(clock=clock_words(local.time()), date=date_text(local.date()))),
    ]
    if starts <= now and occurrence.event.category is not Category.DEADLINE:
        begun = occurrence.when.hours.start
        # Where no hour is known, none is named, though the office's hours told when to ring.
        told = words.begun.format(clock=clock_words(begun)) if begun else words.begun_some_time
        lines.append(Line(told.format(date=date_text(starts.astimezone(zone).date()))))
    return lines


def _data(
    occurrence: Occurrence, starts: datetime | None, zone: ZoneInfo, due: datetime, language: str
) -> dict[str, Any]:
    event = occurrence.event
    hours = occurrence.when.hours
    known = hours.start is not None or (event.category is Category.DEADLINE and hours.end is not None)
    starts_at, lead = None, None
    if starts is not None:
        local = starts.astimezone(zone)
        # Where no hour is known, machines are given the day alone.
        starts_at = local.isoformat(timespec="seconds") if known else local.date().isoformat()
        lead = round((starts - due).total_seconds() / 60) if known else None
    return {
        "uid": event.uid,
        "sequence": event.sequence,
        "calendar": event.calendar,
        "event": occurrence.title,
        "category": event.category,
        "status": occurrence.status,
        "when": when_to_json(occurrence.when),
        "when_text": phrase(occurrence.when, language=language),
        "starts_at": starts_at,
        "timezone": zone.key,
        "lead_minutes": lead,
        "location": occurrence.location,
        "document": document_said(event.origin, language),
    }


def _distance(day: date, today: date, words: Words) -> str:
    days = (day - today) // ONE_DAY
    if days < 0:
        return ""
    return {0: words.today, 1: words.tomorrow}.get(days) or words.in_days.format(days=days)
