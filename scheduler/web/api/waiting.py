"""What waits for a person, and what was released, over /api/v1: as `sched review`, `sched changes` and `sched undo`.

What waits never changes but by being settled, and a release but by being taken back, each once: so nobody need say
which state they have read, and who comes second is told so (409).
"""

from datetime import datetime
from typing import Any

from calendars.errors import UnknownEvent
from calendars.records import change_to_json
from scheduler.service.drafting import TEXT_FIELDS
from scheduler.service.revising import Settled, proposal_json, release_json
from scheduler.web.api.frame import Answer, Call, Refusal, field, names

CORRECTIONS = {"title", "when", *TEXT_FIELDS, "groups"}
FIELDS = {"accept": {"event", *CORRECTIONS}, "reject": set[str]()}
"""What may be sent with each action."""


def proposals(asked: Call) -> Answer:
    """What waits, in the order in which it came."""
    return [proposal_json(one) for one in asked.visit.services.revising.proposals(_calendar(asked))]


def proposal(asked: Call) -> Answer:
    """What waits, or was settled, under a number."""
    return proposal_json(asked.visit.services.revising.proposal(_number(asked)))


def preview(asked: Call) -> Answer:
    """What accepting it would change now."""
    try:
        found = asked.visit.services.revising.preview(
            _number(asked), now=asked.visit.now, answer=asked.asked("event") or None
        )
    except UnknownEvent as error:
        raise Refusal(422, str(error)) from None
    return {
        "changes": [change_to_json(change) for change in found.kept_changes],
        "questions": len(found.questions),
    }


def settle(asked: Call) -> Answer:
    """Put what waits on the calendar, as it was read or corrected, or leave it off."""
    number, sent = _number(asked), asked.sent()
    action = field(sent, "action", str)
    if action not in FIELDS:
        raise Refusal(422, "the field action must be accept or reject")
    if unknown := set(sent) - FIELDS[action] - {"action"}:
        raise Refusal(422, f"with the action {action} nothing is called {min(unknown)!r}")
    settled = _accepted(asked, number, sent) if action == "accept" else _rejected(asked, number)
    asked.visit.note("proposal-accepted" if settled.accepted else "proposal-rejected", str(number))
    changes = settled.revision.kept_changes if settled.revision else ()
    return {
        "proposal": number,
        "state": "accepted" if settled.accepted else "rejected",
        "release": settled.release and settled.release.number,
        "changes": [change_to_json(change) for change in changes],
    }


def _accepted(asked: Call, number: int, sent: dict[str, Any]) -> Settled:
    revising = asked.visit.services.revising
    answer, when = field(sent, "event", str), field(sent, "when", str)
    words = {name: field(sent, name, str) or "" for name in ("title", *TEXT_FIELDS) if name in sent}
    groups = names(sent, "groups")
    entries = None
    if sent.keys() & CORRECTIONS:
        told = revising.proposal(number)
        entries = revising.corrected(told.entries, told.programme, when=when, groups=groups, **words)
    try:
        return revising.accept(
            number, now=asked.visit.now, by=asked.account.login, answer=answer or None, entries=entries
        )
    except UnknownEvent as error:
        raise Refusal(422, str(error)) from None


def _rejected(asked: Call, number: int) -> Settled:
    return asked.visit.services.revising.reject(number, now=asked.visit.now, by=asked.account.login)


def releases(asked: Call) -> Answer:
    """What was published, in order."""
    since = None
    if asked.asked("since"):
        zone = asked.visit.services.settings.timezone
        since = datetime.combine(asked.day("since"), datetime.min.time(), zone)
    return [release_json(one) for one in asked.visit.services.revising.releases(_calendar(asked), since)]


def show_release(asked: Call) -> Answer:
    """One release with its changes."""
    return release_json(asked.visit.services.revising.release(_number(asked)))


def undo(asked: Call) -> Answer:
    """Take a release back; the release that does it."""
    number = _number(asked)
    undoing = asked.visit.services.revising.undo(number, now=asked.visit.now, by=asked.account.login)
    asked.visit.note("release-undone", str(number))
    return release_json(undoing)


def _calendar(asked: Call) -> str | None:
    """The calendar of the query; None where none is named: then of all."""
    slug = asked.asked("calendar")
    return asked.visit.calendar(slug).slug if slug else None


def _number(asked: Call) -> int:
    return int(asked.visit.request.path_params["number"])
