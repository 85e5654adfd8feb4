"""Documents over /api/v1: read, corrected, compared and released as on the pages, as drafts."""

from pathlib import Path
from typing import Any

from calendars.phrasing import phrase
from calendars.programme_records import entry_to_json
from calendars.records import change_to_json
from calendars.when import when_to_json
from scheduler.service.corrections import time_meant
from scheduler.service.drafting import TEXT_FIELDS, Draft, DraftEntry, Turn, Verdict
from scheduler.web.api.frame import Answer, Call, Refusal, field, names


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
    meant, status = time_meant(asked.phrase(), _draft(asked).programme)
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
    turn = _turn(asked, sent)
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
        return draft_json(visit.services.drafts.judge(id_, number, Verdict(verdict), turn))
    return draft_json(visit.services.drafts.correct(id_, number, turn, **fields))


def release(asked: Call) -> Answer:
    """Put the draft on its calendar."""
    sent, visit = asked.sent(), asked.visit
    released, done = visit.services.drafts.release(visit.request.path_params["id"], _turn(asked, sent))
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


def _turn(asked: Call, sent: dict[str, Any]) -> Turn:
    version = field(sent, "version", int)
    if version is None or not 0 <= version < 2**53:
        raise Refusal(422, "the field version must be that of the draft you have seen")
    return Turn(by=asked.account.login, now=asked.visit.now, version=version)
