"""The page of one event: what is known of it, the passage it was read from, how it changed; and changing it by hand.

What is hard is that nothing typed may be lost: what cannot be taken, or comes after somebody else's change, is shown
again in its form, beside what stands now and what the other changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute

from calendars.errors import UnknownEvent, UnusableWords
from calendars.events import Event
from scheduler.errors import Stale
from scheduler.service.access import Role
from scheduler.service.by_hand import Hand
from scheduler.service.grouping import UnknownGroup
from scheduler.service.revising import CannotUnderstand
from scheduler.service.stories import Story
from scheduler.web.pages.reviewing import NOT_UNDERSTOOD, UNKNOWN_GROUP, listed
from scheduler.web.pages.site import Visit, page

FIELDS = ("at", "title", "location", "groups")
"""What may be typed on the page."""


def event_routes() -> list[BaseRoute]:
    """The routes of one event; approvers change it."""
    path = "/c/{slug}/event/{uid:path}"
    return [
        page(path, show_event, name="event"),
        page(path, change_event, name="change_event", methods=("POST",), role=Role.APPROVER),
    ]


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed and could not be kept.

    problems: what is wrong, by the field beside which it is told; seen: the event as its sender was shown it, where
    somebody else has changed it since.
    """

    fields: Mapping[str, str]
    problems: Mapping[str, str]
    seen: Event | None = None


NOTHING_TYPED = Typed({}, {})


def show_event(visit: Visit) -> Response:
    """One event."""
    return _event_page(visit, _story(visit))


def _event_page(visit: Visit, story: Story, typed: Typed = NOTHING_TYPED, *, status: int = 200) -> Response:
    return visit.page(
        "event.html",
        status,
        calendar=visit.calendar(),
        event=story.event,
        history=story.history,
        typed=typed,
        view="",
    )


def _story(visit: Visit) -> Story:
    calendar = visit.calendar()
    try:
        story = visit.services.stories.story(visit.request.path_params["uid"])
    except UnknownEvent:
        raise HTTPException(404) from None
    if story.event.calendar != calendar.slug:
        raise HTTPException(404)
    return story


def change_event(visit: Visit) -> Response:
    """Confirm, move, cancel or edit one event by hand."""
    story = _story(visit)
    action, seen = visit.text("action"), _seen(visit)
    told, sentence = visit.site.told, visit.site.sentence
    try:
        _act(visit, story.event.uid, action, seen)
    except UnknownEvent:
        raise HTTPException(404) from None
    except Stale:
        return _stale_page(visit, seen)
    except UnknownGroup:
        problems = {"groups": told(UNKNOWN_GROUP)}
    except UnusableWords as error:
        problems = {error.field if action == "edit" else "at": sentence(str(error))}
    except CannotUnderstand:
        problems = {"at": told(NOT_UNDERSTOOD)}
    else:
        visit.note(f"event-{action}", story.event.uid)
        return visit.go("event", slug=story.event.calendar, uid=story.event.uid)
    return _event_page(visit, story, Typed(_fields(visit), problems), status=422)


def _act(visit: Visit, uid: str, action: str, seen: int) -> None:
    change, hand = visit.services.by_hand, Hand(by=visit.by, now=visit.now, seen=seen)
    words: dict[str, Any] = {
        name: visit.text(name) for name in ("title", "location", "chair", "note") if name in visit.form
    }
    groups = listed(visit.text("groups")) if "groups" in visit.form else None
    actions: dict[str, Callable[[], object]] = {
        "confirm": lambda: change.confirm(uid, hand, at=visit.text("at") or None),
        "move": lambda: change.move(uid, visit.text("at"), hand),
        "cancel": lambda: change.cancel(uid, hand),
        "edit": lambda: change.edit(uid, hand, groups=groups, **words),
    }
    if action not in actions:
        raise HTTPException(400)
    actions[action]()


def _stale_page(visit: Visit, seen: int) -> Response:
    """The event as it stands now, what the other changed, and in the forms what this visitor did."""
    story = _story(visit)
    states = [state for version in story.history for state in (version.before, version.after) if state]
    was = next((state for state in states if state.sequence == seen), None)
    fields = _fields(visit)
    if was is not None:
        # What was left as it was shown is nothing that was typed: there the other's change stands.
        fields = {name: text for name, text in fields.items() if text != _shown(was).get(name)}
    origin = story.event.origin
    problem = visit.site.told(
        "{who} vừa sửa việc này. Dưới đây là bản mới nhất; những gì đồng chí gõ vẫn còn trong khung: "
        "hãy xem lại rồi gửi.",
        who=origin.hand or origin.name or visit.site.told("Người khác"),
    )
    return _event_page(visit, story, Typed(fields, {"": problem}, was), status=409)


def _fields(visit: Visit) -> dict[str, str]:
    return {name: visit.text(name) for name in FIELDS if name in visit.form}


def _shown(event: Event) -> dict[str, str]:
    """What the forms hold of an event."""
    return {"title": event.title, "location": event.location or "", "groups": "; ".join(event.groups)}


def _seen(visit: Visit) -> int:
    """The sequence number of the event that the form was made for."""
    text = visit.text("seen")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise HTTPException(400)
    return int(text)
