"""A programme as the documented object of `sched read --json`."""

from typing import Any

from calendars.marks import Passage
from calendars.programme import Entry, Programme
from calendars.when import when_to_json


def programme_to_json(programme: Programme) -> dict[str, Any]:
    """The object of one file (design section 3), ready for `json.dumps`."""
    source = programme.source
    period = programme.period
    return {
        "document": {
            "name": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "pages": source.pages,
        },
        "programme": {
            "kind": programme.kind.value,
            "title": programme.title,
            "number": programme.number,
            "issuer": programme.issuer,
            "issued": programme.issued and programme.issued.isoformat(),
            "period": period and {"from": period.first.isoformat(), "to": period.last.isoformat()},
            "signatory": programme.signatory,
            "distribution": list(programme.distribution),
        },
        "entries": [_entry(entry) for entry in programme.entries],
        "ignored": [
            {"text": item.text, "reason": item.reason, "line": item.line} for item in programme.ignored
        ],
        "issues": [str(issue) for issue in programme.issues],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "category": entry.category.value,
        "status": entry.status.value,
        "when": when_to_json(entry.when),
        "location": entry.location,
        "chair": entry.chair,
        "attendees": entry.attendees,
        "prepared_by": entry.prepared_by,
        "note": entry.note,
        "evidence": [_passage(passage) for passage in entry.evidence],
        "confidence": entry.confidence,
        "issues": [str(issue) for issue in entry.issues],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    body: dict[str, Any] = {"page": passage.page, "line": passage.line, "text": passage.text}
    if passage.cell is not None:
        body["cell"] = passage.cell
    return body
