"""The month's programme, section II: the meetings of the month, and before them its observances and deadlines.

What is hard is to say a standing meeting once, with the days of this month on which it does not happen or is moved, and
to leave open what is open: the words are `phrasing`'s, which the grammar reads back as the same values.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from calendars.events import Event, Override, occurrences_between, reach
from calendars.expansion import days_between
from calendars.marks import Category, Status
from calendars.paper.sheet import Letterhead, Paper, Section, as_announced, capital
from calendars.phrasing import phrase
from calendars.recurrence import DaysOff
from calendars.times import DaySpan
from calendars.when import Day, Days, Repeat, Undated, When

HEADINGS = {
    Category.OBSERVANCE: "CÁC NGÀY KỶ NIỆM TRONG THÁNG",
    Category.MEETING: "CÁC HỘI NGHỊ, CUỘC HỌP TRONG THÁNG",
    Category.DEADLINE: "THỜI HẠN BÁO CÁO",
}
ROMAN = ("I", "II", "III")


def monthly_paper(
    events: Iterable[Event], month: DaySpan, letterhead: Letterhead, *, is_day_off: DaysOff | None = None
) -> Paper:
    """The programme of a month (`times.month_span`): one item for each event that touches it.

    What is cancelled or put off is left out, and so is what has no day, unless it is a meeting still to be announced.
    """
    items: dict[Category, list[tuple[str, str]]] = {category: [] for category in HEADINGS}
    for event in events:
        if event.status not in (Status.CANCELLED, Status.POSTPONED):
            items[event.category] += _items(event, month, is_day_off)
    sections = [
        (HEADINGS[category], [text for _, text in sorted(found)])
        for category, found in items.items()
        if found
    ]
    number, year = month.first.month, month.first.year
    return Paper(
        letterhead=letterhead,
        title=("CHƯƠNG TRÌNH", f"Công tác tháng {number} năm {year}"),
        body=tuple(
            Section(f"{ROMAN[place]}. {heading}", tuple(texts))
            for place, (heading, texts) in enumerate(sections)
        ),
        closing=f"Trên đây là Chương trình công tác tháng {number}/{year}./.",
    )


def _items(event: Event, month: DaySpan, is_day_off: DaysOff | None) -> Iterator[tuple[str, str]]:
    """(What it is sorted by, the item) for the event and for each of its days that differ."""
    if isinstance(event.when, Undated):
        if event.created.date() in month or (event.origin.issued and event.origin.issued in month):
            yield "9", _item(event, event.when)
        return
    happening = occurrences_between([event], month, is_day_off=is_day_off)
    if not happening:
        return
    changed = {override.day: override for override in event.overrides}
    usual = [o for o in happening if o.day not in changed or o.day is None]
    if isinstance(event.when, Repeat) and usual:
        yield _first(usual[0].when), _item(event, _within(event.when, month, changed))
    elif isinstance(event.when, Days) and usual:
        days = tuple(o.when.day for o in usual if isinstance(o.when, Day))
        when: When = Days(days, event.when.hours) if len(days) > 1 else Day(days[0], event.when.hours)
        yield _first(usual[0].when), _item(event, when)
    elif usual:
        yield _first(usual[0].when), _item(event, event.when)
    for occurrence in happening:
        if occurrence.day is not None and occurrence.day in changed:
            override = changed[occurrence.day]
            yield _first(occurrence.when), _item(_altered(event, override), occurrence.when)


def _within(when: Repeat, month: DaySpan, changed: Collection[date]) -> Repeat:
    """The repeat as the month's programme says it: its days left out, its bounds only where the month does not tell."""
    recurrence = when.recurrence
    left_out = tuple(day for day in sorted({*recurrence.left_out, *changed}) if day in month)
    bounded = recurrence._replace(left_out=left_out)
    endless = bounded._replace(until=None, first=None if recurrence.interval == 1 else recurrence.first)
    for said in (endless, endless._replace(first=recurrence.first), endless._replace(until=recurrence.until)):
        if list(days_between(said, month)) == list(days_between(bounded, month)):
            return when._replace(recurrence=said)
    return when._replace(recurrence=bounded)


def _altered(event: Event, override: Override) -> Event:
    return event._replace(
        title=override.title or event.title,
        location=override.location or event.location,
        chair=override.chair or event.chair,
    )


def _item(event: Event, when: When) -> str:
    deadline = event.category is Category.DEADLINE
    said = capital(phrase(when, status=event.status, deadline=deadline))
    place = f", tại {event.location}" if event.location else ""
    people = [
        f"{label}: {text}."
        for label, text in (
            ("Chủ trì", event.chair),
            ("Thành phần", event.attendees),
            ("Chuẩn bị", event.prepared_by),
        )
        if text
    ]
    return " ".join((f"{as_announced(event.title, event.category)}: {said}{place}.", *people))


def _first(when: When) -> str:
    days = reach(when)
    return days.first.isoformat() if days else ""
