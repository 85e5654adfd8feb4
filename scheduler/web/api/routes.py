"""The calls of /api/v1. Values are those of `sched list --json`, `sched when --json` and `sched review --json`."""

import json
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from calendars.marks import Category, Status
from calendars.phrasing import phrase
from calendars.programme_records import entry_to_json
from calendars.records import change_to_json
from calendars.times import DaySpan
from calendars.when import when_to_json
from scheduler.service.access import Role
from scheduler.service.corrections import time_meant
from scheduler.service.drafting import TEXT_FIELDS, Draft, DraftEntry, Verdict
from scheduler.service.phrases import LONGEST_TYPED, Context, parse_reference, phrase_json, read_phrase
from scheduler.service.query import ListQuery
from scheduler.tellings import State
from scheduler.web.api.events import change_event, event
from scheduler.web.api.frame import Answer, Call, Refusal, call, field, names
from scheduler.web.api.waiting import preview, proposal, proposals, releases, settle, show_release, undo
from scheduler.web.pages.grid import items_of

OPENAPI = Path(__file__).parent / "openapi.json"
LONGEST_SPAN = 400
FIRST_YEAR, LAST_YEAR = 1901, 2099
SHOWN = 500


def api_routes() -> list[BaseRoute]:
    """The routes of the interface."""
    editor, approver = Role.EDITOR, Role.APPROVER
    return [
        Route("/api/v1/openapi.json", openapi, name="openapi"),
        call("/calendars", calendars, name="api_calendars"),
        call("/occurrences", occurrences, name="api_occurrences"),
        call("/conflicts", conflicts, name="api_conflicts"),
        call("/events/{uid}", event, name="api_event"),
        call("/events/{uid}", change_event, name="api_change_event", method="POST", role=approver),
        call("/when", when, name="api_when"),
        call("/documents", take_in, name="api_documents", method="POST", role=editor),
        call("/drafts", drafts, name="api_drafts", role=editor),
        call("/drafts/{id}", draft, name="api_draft", role=editor),
        call("/drafts/{id}/meaning", meaning, name="draft_meaning", role=editor),
        call("/drafts/{id}/comparison", comparison, name="api_comparison", role=editor),
        call("/drafts/{id}/entries/{number:int}", change_entry, name="api_entry", method="POST", role=editor),
        call("/drafts/{id}/release", release, name="api_release", method="POST", role=approver),
        call("/proposals", proposals, name="api_proposals", role=editor),
        call("/proposals/{number:int}", proposal, name="api_proposal", role=editor),
        call("/proposals/{number:int}", settle, name="api_settle", method="POST", role=approver),
        call("/proposals/{number:int}/preview", preview, name="api_preview", role=editor),
        call("/releases", releases, name="api_releases", role=editor),
        call("/releases/{number:int}", show_release, name="api_show_release", role=editor),
        call("/releases/{number:int}/undo", undo, name="api_undo", method="POST", role=approver),
        call("/people", people, name="api_people", role=editor),
        call("/outbox", outbox, name="api_outbox", role=editor),
    ]


async def openapi(_: Request) -> Response:
    """The description of the interface."""
    return FileResponse(OPENAPI, media_type="application/json")


# --- the calendar -----------------------------------------------------------------------------------------------------


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
    text = _phrase(asked)
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


def _phrase(asked: Call) -> str:
    text = asked.asked("text")
    if not text.strip() or len(text) > LONGEST_TYPED:
        raise Refusal(422, f"the parameter text must be given, of {LONGEST_TYPED} letters at most")
    return text


# --- documents --------------------------------------------------------------------------------------------------------


def take_in(asked: Call) -> Answer:
    """Read a document or a calendar's file, sent as it is; the drafts it made, and the documents imported before."""
    visit = asked.visit
    if not asked.body:
        raise Refusal(422, "send the document's bytes as the body")
    calendar = asked.calendar()
    name = Path(asked.asked("name", "document").replace("\x00", "")).name or "document"
    ids, already = visit.services.drafts.take_in(
        asked.body, name, calendar=calendar.slug, by=asked.account.login, now=visit.now
    )
    visit.note("document-read", name)
    return {"drafts": ids, "already": already}


def drafts(asked: Call) -> Answer:
    """The drafts under review."""
    return [
        {
            "id": one.id,
            "calendar": one.calendar,
            "document": one.name,
            "made": one.made.isoformat(),
            "by": one.made_by,
        }
        for one in asked.visit.services.drafts.open_drafts()
    ]


def draft(asked: Call) -> Answer:
    """One draft with its entries."""
    return draft_json(_draft(asked))


def _draft(asked: Call) -> Draft:
    return asked.visit.services.drafts.get(asked.visit.request.path_params["id"])


def draft_json(one: Draft) -> dict[str, Any]:
    """A draft for scripts."""
    return {
        "id": one.id,
        "calendar": one.calendar,
        "document": {"name": one.document.name, "sha256": one.document.sha256},
        "version": one.version,
        "state": one.state.value,
        "changed_by": one.changed_by,
        "release": one.release,
        "entries": [_entry_json(entry) for entry in one.entries],
    }


def _entry_json(one: DraftEntry) -> dict[str, Any]:
    return {"number": one.number, "verdict": one.verdict.value, "unsure": one.is_unsure} | entry_to_json(
        one.entry
    )


def meaning(asked: Call) -> Answer:
    """What a time in words means in this document, as a correction would take it."""
    language = asked.visit.site.language
    meant, status = time_meant(_phrase(asked), _draft(asked).programme)
    return {
        "when": when_to_json(meant),
        "status": status.value,
        "words": phrase(meant, language=language, status=status),
    }


def comparison(asked: Call) -> Answer:
    """What releasing the draft would do now."""
    found = asked.visit.services.drafts.comparison(_draft(asked), asked.visit.now)
    return {
        "published": [change_to_json(change) for change in found.published],
        "waiting": [change_to_json(change) for change in found.waiting],
        "questions": len(found.revision.questions),
        "told": found.told,
    }


def change_entry(asked: Call) -> Answer:
    """Correct an entry, or accept or reject it. The version is that which the caller has seen."""
    sent, visit = asked.sent(), asked.visit
    number = int(visit.request.path_params["number"])
    said: dict[str, Any] = {"version": _version(sent), "by": asked.account.login, "now": visit.now}
    verdict = field(sent, "verdict", str)
    unknown = set(sent) - {"version", "verdict", "title", "when", "groups", *TEXT_FIELDS}
    if unknown:
        raise Refusal(422, f"nothing of an entry is called {min(unknown)!r}")
    fields: dict[str, Any] = {
        name: field(sent, name, str) for name in ("title", "when", *TEXT_FIELDS) if name in sent
    }
    if (groups := names(sent, "groups")) is not None:
        fields["groups"] = groups
    id_ = visit.request.path_params["id"]
    if verdict is not None and fields:
        raise Refusal(
            422, "send a verdict or corrected fields, not both: a corrected entry counts as accepted"
        )
    if verdict is not None:
        if verdict not in (Verdict.OPEN, Verdict.ACCEPTED, Verdict.REJECTED):
            raise Refusal(422, "the field verdict must be open, accepted or rejected")
        return draft_json(visit.services.drafts.judge(id_, number, Verdict(verdict), **said))
    return draft_json(visit.services.drafts.correct(id_, number, **fields, **said))


def release(asked: Call) -> Answer:
    """Put the draft on its calendar."""
    sent, visit = asked.sent(), asked.visit
    released, done = visit.services.drafts.release(
        visit.request.path_params["id"], version=_version(sent), by=asked.account.login, now=visit.now
    )
    if released.release is None:
        visit.note("draft-discarded", released.document.name)
    else:
        visit.note("draft-released", f"{released.document.name} (#{released.release})")
    waiting = len(done.waiting) + len(done.revision.questions)
    return {
        "release": released.release,
        "changes": len(done.published),
        "waiting": waiting,
        "told": done.told,
    }


def _version(sent: dict[str, Any]) -> int:
    version = field(sent, "version", int)
    if version is None or not 0 <= version < 2**53:
        raise Refusal(422, "the field version must be that of the draft you have seen")
    return version


# --- people and what they are told ------------------------------------------------------------------------------------


def people(asked: Call) -> Answer:
    """Everybody, without their addresses."""
    return [
        {
            "id": one.id,
            "name": one.name,
            "channels": [address.channel.value for address in one.addresses],
            "groups": list(one.groups),
            "opted_out": one.opted_out,
        }
        for one in asked.visit.services.people.everybody()
    ]


def outbox(asked: Call) -> Answer:
    """What waits to be told, and what was."""
    found = asked.visit.services.telling.outbox(asked.choice("state", State), SHOWN)
    return [
        {
            "id": one.kept.telling.id,
            "person": one.person and one.person.name,
            "title": one.title,
            "due": one.kept.telling.due.isoformat(),
            "channel": one.kept.channel.value,
            "state": one.kept.state.value,
            "tries": one.kept.tries,
            "reason": one.kept.reason,
        }
        for one in found
    ]


def description() -> dict[str, Any]:
    """The description as a value."""
    found: dict[str, Any] = json.loads(OPENAPI.read_text("utf-8"))
    return found
