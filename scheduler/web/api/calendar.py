"""What is on the calendars, and what a phrase says of time, over /api/v1: as `sched list`, `conflicts` and `when`."""

from calendars.marks import Category, Status
from calendars.phrasing import phrase
from calendars.times import DaySpan
from calendars.when import when_to_json
from scheduler.service.phrases import Context, parse_reference, phrase_json, read_phrase
from scheduler.service.query import ListQuery
from scheduler.web.api.frame import Answer, Call, Refusal
from scheduler.web.pages.grid import items_of

LONGEST_SPAN = 400
FIRST_YEAR, LAST_YEAR = 1901, 2099


def calendars(asked: Call) -> Answer:
    """The calendars that the caller may see."""
    return [
        {"slug": one.slug, "name": one.name, "visibility": one.visibility.value}
        for one in asked.visit.calendars
    ]


def occurrences(asked: Call) -> Answer:
    """What happens between two days."""
    calendar = asked.calendar()
    query = ListQuery(
        span=_span(asked),
        calendar=calendar.slug,
        category=asked.choice("category", Category),
        status=asked.choice("status", Status),
    )
    listing = asked.visit.services.calendars.listing(query)
    return [
        {
            "uid": item.occurrence.event.uid,
            "calendar": calendar.slug,
            "day": item.occurrence.day and item.occurrence.day.isoformat(),
            "title": item.occurrence.title,
            "category": item.occurrence.event.category.value,
            "status": item.occurrence.status.value,
            "when": when_to_json(item.occurrence.when),
            "location": item.occurrence.location,
            "chair": item.occurrence.event.chair,
            "attendees": item.occurrence.event.attendees,
            "groups": list(item.occurrence.event.groups),
            "clashes": list(item.clashes),
        }
        for item in items_of(listing)
    ]


def conflicts(asked: Call) -> Answer:
    """What claims the same people, room or half-day."""
    calendar = asked.calendar()
    found = asked.visit.services.calendars.conflicts(ListQuery(span=_span(asked), calendar=calendar.slug))
    return [conflict.to_json() for conflict in found]


def _span(asked: Call) -> DaySpan:
    first, last = asked.day("from"), asked.day("to")
    if last < first or (last - first).days > LONGEST_SPAN:
        raise Refusal(422, f"the days from and to must be in order, and at most {LONGEST_SPAN} days apart")
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise Refusal(422, f"the days from and to must lie in the years {FIRST_YEAR} to {LAST_YEAR}")
    return DaySpan(first, last)


def when(asked: Call) -> Answer:
    """What a phrase says of time, as `sched when --json`, with the words in which the pages show it."""
    text = asked.phrase()
    on = asked.asked("on")
    context = parse_reference(on) if on else Context(issued=asked.visit.today)
    if context is None:
        raise Refusal(
            422, f"the parameter on must be a month or a day such as 2026-11 or 2026-11-24, not {on!r}"
        )
    understanding = read_phrase(text, context)
    body = phrase_json(text, understanding)
    language = asked.visit.site.language
    body["words"] = [phrase(one.when, language=language, status=one.status) for one in understanding.readings]
    return body
