"""Events as JSON values and back, for the database and for scripts; what documents say is `programme_records`' part.

What is hard is only that nothing may be lost: what is read back equals what was written, field for field. Times are
those of the documented WHEN (`when.when_to_json`); instants are text in UTC to the millisecond, fixed in width so that
text order is time order.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from calendars.events import NO_ORIGIN, Event, Origin, Override, place_of, time_of
from calendars.marks import Category, Issue, Passage, Status
from calendars.when import when_from_json, when_to_json

if TYPE_CHECKING:
    # A listing reads events alone and need not load what changes and documents are.
    from calendars.changes import Change
    from calendars.programme import Entry

Json = Mapping[str, Any]


def json_text(body: object) -> str:
    """JSON on one line without spaces, Vietnamese letters as they are."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def instant_text(instant: datetime) -> str:
    """ "2023-11-01T07:30:00.000Z"; ValueError where the instant bears no zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    try:
        at = instant.astimezone(UTC)
    except OverflowError:
        # Midnight of 1 January of the year 1 in Hanoi is in no year of UTC: the nearest instant that there is.
        at = datetime.min.replace(tzinfo=UTC) if instant.year == 1 else datetime.max.replace(tzinfo=UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def instant_from_text(text: str) -> datetime:
    """The instant that `instant_text` wrote, in UTC."""
    return datetime.fromisoformat(text)


def event_to_json(event: Event) -> dict[str, Any]:
    """The whole event as a JSON object; fields that say nothing are left out."""
    body: dict[str, Any] = {
        "uid": event.uid,
        "calendar": event.calendar,
        "title": event.title,
        "category": event.category.value,
        "status": event.status.value,
        "when": when_to_json(event.when),
        "created": instant_text(event.created),
        "revised": instant_text(event.revised),
        "sequence": event.sequence,
    }
    return body | texts_of(event) | event_details(event)


def event_from_json(body: Json) -> Event:
    """The event that `event_to_json` wrote."""
    return Event(
        uid=body["uid"],
        calendar=body["calendar"],
        title=body["title"],
        category=Category(body["category"]),
        status=Status(body["status"]),
        when=when_from_json(body["when"]),
        created=instant_from_text(body["created"]),
        revised=instant_from_text(body["revised"]),
        sequence=body["sequence"],
        **texts_from_json(body),
        **details_from_json(body),
    )


TEXT_FIELDS = ("location", "chair", "attendees", "prepared_by", "note")


def texts_of(value: "Event | Entry") -> dict[str, str]:
    """Those of the `TEXT_FIELDS` that say something, by name."""
    return {name: text for name in TEXT_FIELDS if (text := getattr(value, name)) is not None}


def texts_from_json(body: Json) -> dict[str, Any]:
    """The `TEXT_FIELDS` by name, None for those left out."""
    return {name: body.get(name) for name in TEXT_FIELDS}


def event_details(event: Event) -> dict[str, Any]:
    """What an event's row keeps as one JSON object: origin, overrides, confidence, issues, groups."""
    body: dict[str, Any] = {}
    if event.origin != NO_ORIGIN:
        body["origin"] = _origin_to_json(event.origin)
    if event.overrides:
        body["overrides"] = [_override_to_json(override) for override in event.overrides]
    if event.confidence != 1.0:
        body["confidence"] = event.confidence
    if event.issues:
        body["issues"] = [issue_to_json(issue) for issue in event.issues]
    if event.groups:
        body["groups"] = list(event.groups)
    if event.preparing:
        body["preparing"] = list(event.preparing)
    if event.ended is not None:
        body["ended"] = event.ended.isoformat()
    if event.postponed_from is not None:
        body["postponed_from"] = when_to_json(event.postponed_from)
    return body


def details_from_json(body: Json) -> dict[str, Any]:
    """The fields of an event that `event_details` wrote, by name; those left out are left out."""
    fields: dict[str, Any] = {}
    if "origin" in body:
        fields["origin"] = _origin_from_json(body["origin"])
    if "overrides" in body:
        fields["overrides"] = tuple(map(_override_from_json, body["overrides"]))
    if "confidence" in body:
        fields["confidence"] = float(body["confidence"])
    if "issues" in body:
        fields["issues"] = tuple(map(issue_from_json, body["issues"]))
    if "groups" in body:
        fields["groups"] = tuple(body["groups"])
    if "preparing" in body:
        fields["preparing"] = tuple(body["preparing"])
    if "ended" in body:
        fields["ended"] = date.fromisoformat(body["ended"])
    if "postponed_from" in body:
        fields["postponed_from"] = when_from_json(body["postponed_from"])
    return fields


def _origin_to_json(origin: Origin) -> dict[str, Any]:
    body: dict[str, Any] = {}
    for name in ("document", "name", "number", "issuer", "hand"):
        if (text := getattr(origin, name)) is not None:
            body[name] = text
    if origin.issued is not None:
        body["issued"] = origin.issued.isoformat()
    if origin.as_of is not None:
        body["as_of"] = origin.as_of.isoformat()
    if origin.passages:
        body["passages"] = [passage_to_json(passage) for passage in origin.passages]
    return body


def _origin_from_json(body: Json) -> Origin:
    return Origin(
        **{name: body.get(name) for name in ("document", "name", "number", "issuer", "hand")},
        issued=_date(body.get("issued")),
        as_of=_date(body.get("as_of")),
        passages=tuple(map(passage_from_json, body.get("passages", ()))),
    )


def _override_to_json(override: Override) -> dict[str, Any]:
    body: dict[str, Any] = {
        "day": override.day.isoformat(),
        "when": override.when and when_to_json(override.when),
    }
    for name in ("title", "location", "chair", "note"):
        if (text := getattr(override, name)) is not None:
            body[name] = text
    return body


def _override_from_json(body: Json) -> Override:
    return Override(
        day=date.fromisoformat(body["day"]),
        when=when_from_json(body["when"]) if body["when"] else None,
        **{name: body.get(name) for name in ("title", "location", "chair", "note")},
    )


def passage_to_json(passage: Passage) -> dict[str, Any]:
    """The passage as a JSON object; what it does not say is left out."""
    body: dict[str, Any] = {"text": passage.text, "line": passage.line}
    if passage.page is not None:
        body["page"] = passage.page
    if passage.cell is not None:
        body["cell"] = passage.cell
    return body


def passage_from_json(body: Json) -> Passage:
    """The passage that `passage_to_json` wrote."""
    return Passage(body["text"], body["line"], body.get("page"), body.get("cell"))


def issue_to_json(issue: Issue) -> dict[str, Any]:
    """The issue as a JSON object, with its place if it has one."""
    body: dict[str, Any] = {"code": issue.code, "detail": issue.detail}
    if issue.passage is not None:
        body["passage"] = passage_to_json(issue.passage)
    return body


def issue_from_json(body: Json) -> Issue:
    """The issue that `issue_to_json` wrote."""
    passage = body.get("passage")
    return Issue(body["code"], body["detail"], passage_from_json(passage) if passage else None)


def change_to_json(change: "Change") -> dict[str, Any]:
    """What a change shows to people and scripts: its kind, the event's two times, and why."""
    line = _line(change.kind.value, change.before, change.after)
    if change.day is not None:
        line |= _of_day(change.before, change.after, change.day)
    return line | {"why": list(change.why)}


def lines_between(kind: str, before: Event | None, after: Event | None) -> list[dict[str, Any]]:
    """The same for any two states of an event: a line for the whole, and one for each day of it that differs.

    before None: it is put on the calendar, after None: it is taken off.
    """
    whole = _line(kind, before, after)
    lines = [whole]
    if before is not None and after is not None:
        was, now = ({override.day: override for override in event.overrides} for event in (before, after))
        days = sorted(day for day in was.keys() | now.keys() if was.get(day) != now.get(day))
        if days and whole["before"] == whole["after"] and "fields" not in whole:
            lines = []
        lines += [whole | _of_day(before, after, day) for day in days]
    return [line | {"why": []} for line in lines]


def _line(kind: str, before: Event | None, after: Event | None) -> dict[str, Any]:
    event = after or before
    assert event is not None  # noqa: S101 - a change has one side at least
    line: dict[str, Any] = {
        "kind": kind,
        "uid": event.uid,
        "title": event.title,
        "category": event.category.value,
        "before": before and {"status": before.status.value, "when": when_to_json(before.when)},
        "after": after and {"status": after.status.value, "when": when_to_json(after.when)},
    }
    if before is None or after is None:
        return line
    fields = [
        name for name in ("title", *TEXT_FIELDS, "groups") if getattr(before, name) != getattr(after, name)
    ]
    if fields:
        line["fields"] = {name: [_said(before, name), _said(after, name)] for name in fields}
    return line


def _of_day(before: Event | None, after: Event, day: date) -> dict[str, Any]:
    """What a line tells of one day: when it was and is held ("was", "occurrence"; None: not at all), and where."""
    was, now = (event and time_of(event, day) for event in (before, after))
    line: dict[str, Any] = {
        "day": day.isoformat(),
        "was": was and when_to_json(was),
        "occurrence": now and when_to_json(now),
    }
    places = [event and place_of(event, day) for event in (before, after)]
    return line | {"fields": {"location": places}} if places[0] != places[1] else line


def _said(event: Event | None, name: str) -> str | None:
    """A field in words; several groups stand in one text."""
    value = getattr(event, name)
    return ", ".join(value) or None if isinstance(value, tuple) else value


def content_of(event: Event) -> dict[str, Any]:
    """The event without what only says when and how often it changed: equal contents read the same to people."""
    return event_to_json(event._replace(sequence=0, revised=event.created))


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
