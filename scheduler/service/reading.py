"""What documents say: used without any calendar or configuration.

The JSON of `sched read` is shaped in `calendars.reading`, since scripts depend on it.
"""

from dataclasses import dataclass, replace

from calendars.documents import read_documents
from calendars.documents.document import Document, Limits, Progress
from calendars.errors import UnreadableDocument
from calendars.ical.recognising import is_calendar
from calendars.programme import Programme
from calendars.reading import Fate, Marked, explain, programme_to_json, read_programme
from scheduler.settings import DocumentLimits

__all__ = [
    "Fate",
    "Marked",
    "ReadDocument",
    "explain",
    "limits_of",
    "programme_to_json",
    "read_file",
    "renamed",
    "title_of",
]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document and what it says."""

    document: Document
    programme: Programme


def renamed(read: ReadDocument, name: str) -> ReadDocument:
    """The document under another name."""
    source = replace(read.programme.source, name=name)
    return ReadDocument(replace(read.document, name=name), replace(read.programme, source=source))


def title_of(read: ReadDocument) -> str:
    """What a person would call the document: its title, else its first line; "" where it has neither."""
    lines = (line.text for line in read.document.lines())
    told = read.programme.title or next((text for text in lines if text.strip()), "")
    return " ".join(told.split())


def read_file(
    data: bytes, name: str, *, limits: DocumentLimits | None = None, progress: Progress | None = None
) -> tuple[ReadDocument, ...]:
    """Every document in a file (a mail may hold several) and what it says. UnreadableDocument as told there.

    A calendar is no document: its lines say times to programs, and would be misread as words.
    """
    if is_calendar(data, name):
        raise UnreadableDocument(
            name,
            "it is a calendar, no document; take it in with `sched import`, the pages or a watched folder",
        )
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
