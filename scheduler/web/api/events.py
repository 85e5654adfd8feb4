"""One event over /api/v1: reading it, and changing it by hand as its page does.

Whoever changes an event says which state of it they have read: If-Match with the ETag that came with it (RFC 9110
section 13.1.1), without which the call is refused (RFC 6585 section 3), so that no script overwrites what it has not
seen. The ETag is the sequence number, which rises with each change that is published.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from scheduler.errors import Stale
from scheduler.service.by_hand import Done, Hand
from scheduler.service.stories import Story
from scheduler.web.api.frame import Answer, Call, Refusal, Tagged, field, names

TEXTS = ("title", "location", "chair", "attendees", "prepared_by", "note")
FIELDS = {
    "confirm": {"at"},
    "move": {"at", "day"},
    "cancel": {"day"},
    "edit": {*TEXTS, "groups"},
}
"""What may be sent with each action."""
_TAG = re.compile(r'(W/)?"([\x21\x23-\x7e\x80-\xff]*)"')


def event(asked: Call) -> Answer:
    """One event with its history."""
    return _tagged(_story(asked))


def change_event(asked: Call) -> Answer:
    """Confirm, move, cancel or edit an event; the event as it stands then."""
    story = _story(asked)
    seen = _seen(asked, story)
    sent = asked.sent()
    action = field(sent, "action", str)
    if action not in FIELDS:
        raise Refusal(422, "the field action must be confirm, move, cancel or edit")
    if unknown := set(sent) - FIELDS[action] - {"action"}:
        raise Refusal(422, f"with the action {action} nothing is called {min(unknown)!r}")
    try:
        done = _act(asked, story.event.uid, action, seen, sent)
    except Stale as error:
        raise Refusal(412, str(error)) from None
    if done.release is not None:
        asked.visit.note(f"event-{action}", story.event.uid)
    return _tagged(_story(asked))


def _act(asked: Call, uid: str, action: str, seen: int | None, sent: dict[str, Any]) -> Done:
    change = asked.visit.services.by_hand
    hand = Hand(by=asked.account.login, now=asked.visit.now, seen=seen)
    at, day = field(sent, "at", str), _day(sent)
    texts: dict[str, Any] = {name: field(sent, name, str) for name in TEXTS if name in sent}
    actions: dict[str, Callable[[], Done]] = {
        "confirm": lambda: change.confirm(uid, hand, at=at or None),
        "move": lambda: change.move(uid, at or "", hand, day=day),
        "cancel": lambda: change.cancel(uid, hand, day=day),
        "edit": lambda: change.edit(uid, hand, groups=names(sent, "groups"), **texts),
    }
    return actions[action]()


def _story(asked: Call) -> Story:
    story = asked.visit.services.stories.story(asked.visit.request.path_params["uid"])
    asked.visit.calendar(story.event.calendar)
    return story


def _tagged(story: Story) -> Tagged:
    return Tagged(story.to_json(), f'"{story.event.sequence}"')


def _seen(asked: Call, story: Story) -> int | None:
    """The sequence number that the caller has read; None where any is meant ("*")."""
    told = ",".join(asked.visit.request.headers.getlist("if-match")).strip()
    if not told:
        raise Refusal(428, "send If-Match with the ETag of the event that you have read")
    if told == "*":
        return None
    strong = {tag for weak, tag in _TAG.findall(told) if not weak}
    if str(story.event.sequence) not in strong:
        raise Refusal(412, "the event has been changed meanwhile; read it again, nothing was done")
    return story.event.sequence


def _day(sent: dict[str, Any]) -> date | None:
    text = field(sent, "day", str)
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(422, f"the field day must be a day such as 2026-11-24, not {text!r}") from None
