"""Events into the bytes that feeds are joined of: what changed, and what clashes or clashed with what changed.

What is hard is to render little: a description tells with what its event clashes, so a change concerns others too. Each
event keeps the clashes that it was rendered with; one whose clashes stay the same keeps its bytes. A clash is no change
of the event itself, so its SEQUENCE and DTSTAMP stay (`docs/feeds.md`).
"""

from collections.abc import Container, Iterable, Sequence

from calendars.conflicts import Clash, claimed_stretches, clashes_among, in_order
from calendars.events import Event
from calendars.ical.render import clash_remarks, render_event
from calendars.queries import Connection
from calendars.store import CalendarStore, Rendered
from calendars.workdays import is_day_off
from scheduler.settings import Settings


def render_changed(connection: Connection, settings: Settings, calendar: str) -> int:
    """Render the events of a calendar that have changed since they were rendered, or whose clashes have; how many."""
    store = CalendarStore(connection)
    changed = {event.uid: event for event in store.unrendered(calendar)}
    if not changed:
        return 0
    stretches = claimed_stretches(changed.values(), is_day_off=is_day_off)
    at_hand = store.rivals(changed, stretches, calendar) | changed
    clashes = clashes_among(changed.values(), at_hand.values(), is_day_off=is_day_off)
    for uid in _others(store, calendar, changed, clashes):
        former = store.clashes(calendar, uid)
        now = in_order([*(c for c in former if c.uid not in changed), *clashes.pop(uid, ())])
        other = at_hand.get(uid) or store.find_event(uid, calendar)
        if now != former and other is not None:
            clashes[uid], at_hand[uid] = now, other
    store.set_rendered(
        calendar,
        (
            Rendered(uid, at_hand[uid].sequence, rendered(at_hand[uid], settings, told), tuple(told))
            for uid, told in clashes.items()
        ),
    )
    return len(clashes)


def _others(store: CalendarStore, calendar: str, changed: Iterable[str], clashes: Iterable[str]) -> set[str]:
    """Those that clash with what changed, or did so far."""
    former = {clash.uid for uid in changed for clash in store.clashes(calendar, uid) if clash.uid}
    return (former | set(clashes)).difference(changed)


def render_for(
    connection: Connection, settings: Settings, calendar: str, uid: str, seen: Container[str]
) -> bytes:
    """The VEVENTs of an event for a reader who sees only the events of these UIDs: no clash with others is told."""
    store = CalendarStore(connection)
    told = [clash for clash in store.clashes(calendar, uid) if clash.uid is None or clash.uid in seen]
    return rendered(store.event(uid, calendar), settings, told)


def rendered(event: Event, settings: Settings, clashes: Sequence[Clash] = ()) -> bytes:
    """The VEVENTs of an event as this office has them drawn."""
    return render_event(
        event,
        zone=settings.timezone,
        office_hours=settings.office_hours,
        language=settings.language,
        is_day_off=is_day_off,
        remarks=clash_remarks(clashes, settings.language),
    )
