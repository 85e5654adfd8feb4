"""What phrases and documents say: used without any calendar or configuration.

The JSON of `sched when` is shaped here and that of `sched read` in `calendars.reading`, since scripts depend on both.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from calendars.documents import read_documents
from calendars.documents.document import Document, Limits, Progress
from calendars.grammar import understand
from calendars.grammar.rule import Context, Understanding
from calendars.programme import Programme
from calendars.reading import explain, programme_to_json, read_programme
from calendars.times import month_span
from calendars.when import when_to_json
from scheduler.settings import DocumentLimits

__all__ = [
    "Context",
    "ReadDocument",
    "Understanding",
    "explain",
    "limits_of",
    "parse_reference",
    "phrase_json",
    "programme_to_json",
    "read_file",
    "read_phrase",
]

_REFERENCE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document and what it says."""

    document: Document
    programme: Programme


def read_file(
    data: bytes, name: str, *, limits: DocumentLimits | None = None, progress: Progress | None = None
) -> tuple[ReadDocument, ...]:
    """Every document in a file (a mail may hold several) and what it says. UnreadableDocument as told there."""
    bounds = limits_of(limits or DocumentLimits())
    documents = read_documents(data, name, limits=bounds, progress=progress)
    return tuple(ReadDocument(document, read_programme(document)) for document in documents)


def limits_of(settings: DocumentLimits) -> Limits:
    """The limits of the configuration as those of `calendars.documents`."""
    return Limits(
        bytes=settings.max_bytes,
        expanded=settings.max_expanded_bytes,
        pages=settings.max_pages,
        rows=settings.max_rows,
        seconds=settings.max_seconds,
        memory=settings.max_memory,
    )


def parse_reference(text: str) -> Context | None:
    """The programme's month for "2023-11", the day of issue for "2023-11-20", None for anything else."""
    found = _REFERENCE.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2]), found[3]
    try:
        return Context(issued=date(year, month, int(day))) if day else Context(period=month_span(year, month))
    except ValueError:
        return None


def read_phrase(text: str, context: Context, *, language: str = "vi") -> Understanding:
    """What a phrase says of time."""
    return understand(text, context, language=language)


def phrase_json(text: str, understanding: Understanding, *, explained: bool = False) -> dict[str, Any]:
    """The documented JSON of `sched when` for one phrase; explained adds rules and what was left out."""
    readings = [
        _body(reading.at, reading.when, reading.status.value, reading.issues, reading.rules, explained)
        | {"deadline": reading.deadline}
        for reading in understanding.readings
    ]
    readings += [
        _body(seen.at, seen.when, "confirmed", seen.issues, ("observance",), explained) | {"deadline": False}
        for seen in understanding.observances
        if seen.when is not None
    ]
    answer: dict[str, Any] = {"text": text, "readings": sorted(readings, key=lambda body: body["at"])}
    if understanding.issues:
        answer["issues"] = [str(issue) for issue in understanding.issues]
    if explained:
        answer["ignored"] = [
            {"at": list(seen.at), "text": text[slice(*seen.at)], "reason": seen.reason, "rule": seen.rule}
            for seen in understanding.no_times
        ]
    return answer


def _body(at: Any, when: Any, status: str, issues: Any, rules: Any, explained: bool) -> dict[str, Any]:
    body: dict[str, Any] = {"at": list(at), "status": status, "when": when_to_json(when)}
    if issues:
        body["issues"] = [str(issue) for issue in issues]
    if explained:
        body["rules"] = list(rules)
    return body
