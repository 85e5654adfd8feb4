"""The calls of /api/v1. Values are those of `sched list --json`, `sched when --json` and `sched review --json`."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from scheduler.service.access import Role
from scheduler.web.api.calendar import calendars, conflicts, occurrences, when
from scheduler.web.api.documents import change_entry, comparison, draft, drafts, meaning, release, take_in
from scheduler.web.api.events import change_event, event
from scheduler.web.api.frame import call
from scheduler.web.api.people import outbox, people
from scheduler.web.api.waiting import preview, proposal, proposals, releases, settle, show_release, undo

OPENAPI = Path(__file__).parent / "openapi.json"


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
