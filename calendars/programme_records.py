"""Entries and programmes as JSON values and back, as `records` does it for events: nothing may be lost on the way."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calendars.marks import Category, Status
from calendars.programme import Entry, Kind, Programme, Source
from calendars.records import (
    issue_from_json,
    issue_to_json,
    passage_from_json,
    passage_to_json,
    texts_from_json,
    texts_of,
)
from calendars.times import DaySpan
from calendars.when import when_from_json, when_to_json

Json = Mapping[str, Any]


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """The whole entry as a JSON object, issues with their places."""
    body: dict[str, Any] = {
        "title": entry.title,
        "category": entry.category.value,
        "status": entry.status.value,
        "when": when_to_json(entry.when),
        "confidence": entry.confidence,
        "evidence": [passage_to_json(passage) for passage in entry.evidence],
        "issues": [issue_to_json(issue) for issue in entry.issues],
    }
    if entry.groups is not None:
        body["groups"] = list(entry.groups)
    if entry.preparing:
        body["preparing"] = list(entry.preparing)
    return body | texts_of(entry)


def entry_from_json(body: Json) -> Entry:
    """The entry that `entry_to_json` wrote."""
    return Entry(
        title=body["title"],
        category=Category(body["category"]),
        status=Status(body["status"]),
        when=when_from_json(body["when"]),
        confidence=body["confidence"],
        evidence=tuple(map(passage_from_json, body["evidence"])),
        issues=tuple(map(issue_from_json, body["issues"])),
        groups=tuple(body["groups"]) if "groups" in body else None,
        preparing=tuple(body.get("preparing", ())),
        **texts_from_json(body),
    )


def programme_to_json(programme: Programme, entries: tuple[Entry, ...] | None = None) -> dict[str, Any]:
    """The programme with these entries (all of its own where None), without what was ignored in it."""
    source, period = programme.source, programme.period
    return {
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "pages": source.pages,
        },
        "kind": programme.kind.value,
        "title": programme.title,
        "number": programme.number,
        "issuer": programme.issuer,
        "issued": programme.issued and programme.issued.isoformat(),
        "period": period and {"from": period.first.isoformat(), "to": period.last.isoformat()},
        "signatory": programme.signatory,
        "distribution": list(programme.distribution),
        "replaces": programme.replaces,
        "entries": [entry_to_json(entry) for entry in (programme.entries if entries is None else entries)],
        "issues": [issue_to_json(issue) for issue in programme.issues],
    }


def programme_from_json(body: Json) -> Programme:
    """The programme that `programme_to_json` wrote."""
    period = body["period"]
    return Programme(
        source=Source(**body["source"]),
        kind=Kind(body["kind"]),
        title=body["title"],
        number=body["number"],
        issuer=body["issuer"],
        issued=_date(body["issued"]),
        period=DaySpan(date.fromisoformat(period["from"]), date.fromisoformat(period["to"]))
        if period
        else None,
        signatory=body["signatory"],
        distribution=tuple(body["distribution"]),
        replaces=body["replaces"],
        entries=tuple(map(entry_from_json, body["entries"])),
        issues=tuple(map(issue_from_json, body["issues"])),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
