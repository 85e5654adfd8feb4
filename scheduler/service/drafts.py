"""Drafts as values, and kept in the database: a document that was read, its entries, and what people said of them.

A foreign calendar's file is one too, of which only its bytes are kept: what it changes is told by comparing. The
functions work within an open transaction. What is hard is that two people may be at one draft: `put` and `close`
write only over the version that their caller has seen.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

import scheduler
from calendars.changes import UNSURE_BELOW
from calendars.documents import wire
from calendars.documents.document import Document
from calendars.programme import Entry, Programme
from calendars.programme_records import entry_from_json, entry_to_json, programme_from_json, programme_to_json
from calendars.queries import Connection, Row, load_queries
from scheduler.errors import SchedulerError, Stale
from scheduler.service.draft_marks import marks_of
from scheduler.service.foreign import MEDIA_TYPE
from scheduler.service.reading import ReadDocument
from scheduler.tellings import instant_of, instant_text

QUERIES = load_queries(Path(scheduler.__file__).parent / "sql" / "drafts.sql")


class UnknownDraft(SchedulerError):
    """No draft has that id."""


class DraftState(StrEnum):
    """Where a draft stands."""

    OPEN = "open"
    RELEASED = "released"
    DISCARDED = "discarded"


class Verdict(StrEnum):
    """What a person said of an entry."""

    OPEN = "open"  # nothing yet: what is sure is released, what is in doubt waits
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MERGED = "merged"  # into another entry


NEW = "new"
"""The answer "it is none of those: a new event"."""
TEXT_FIELDS = ("location", "chair", "attendees", "prepared_by", "note")
"""The fields of an entry that are plain text and may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """Into which entry one was merged, which fields that took from it, and what had been said of both before."""

    into: int
    given: tuple[str, ...]
    was: Verdict
    whole_was: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEntry:
    """An entry with its number in the document, as it stands and as it was read, and what a person said of it.

    merging: of one that was merged; None also where an older version merged it.
    """

    number: int
    entry: Entry
    read: Entry
    verdict: Verdict = Verdict.OPEN
    merging: Merging | None = None

    @property
    def is_unsure(self) -> bool:
        """Whether it waits for a person when the draft is released."""
        return self.verdict is Verdict.OPEN and (
            bool(self.entry.issues) or self.entry.confidence < UNSURE_BELOW
        )

    @property
    def is_corrected(self) -> bool:
        """Whether it differs from what was read."""
        return replace(self.entry, issues=(), confidence=1.0) != replace(self.read, issues=(), confidence=1.0)


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """What became of a line of the document: the entries read from it by number, or why it was ignored."""

    fate: str
    entries: tuple[int, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document under review. marks: by the number of the line; answers: which event an entry is, by its number."""

    id: str
    calendar: str
    document: Document
    programme: Programme
    entries: tuple[DraftEntry, ...]
    marks: dict[int, MarkedLine]
    answers: dict[int, str]
    version: int
    state: DraftState
    made: datetime
    made_by: str
    changed: datetime
    changed_by: str
    release: int | None

    @property
    def is_calendar(self) -> bool:
        """Whether it is a foreign calendar's file: it has no lines and no entries, and is released as it stands."""
        return self.document.media_type == MEDIA_TYPE

    def entry(self, number: int) -> DraftEntry:
        """The entry of that number; UnknownDraft where there is none."""
        for entry in self.entries:
            if entry.number == number:
                return entry
        raise UnknownDraft(f"the draft has no entry {number}")

    def approved(self) -> Programme:
        """The programme with the entries that a person has not rejected; of those accepted nothing is in doubt."""
        kept = []
        for one in self.entries:
            if one.verdict is Verdict.OPEN:
                kept.append(one.entry)
            elif one.verdict is Verdict.ACCEPTED:
                kept.append(replace(one.entry, issues=(), confidence=1.0))
        return replace(self.programme, entries=tuple(kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Somebody's turn at a draft: who it is, the present instant, and which version of the draft they have seen."""

    by: str
    now: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSummary:
    """A draft in a list."""

    id: str
    calendar: str
    name: str
    state: DraftState
    made: datetime
    made_by: str


def same(connection: Connection, read: ReadDocument, calendar: str) -> str | None:
    """The id of the draft under review that was made of the same bytes; None where there is none."""
    for id_, document_json in connection.execute(QUERIES["drafts_of_calendar"], {"calendar": calendar}):
        if json.loads(document_json)["document"]["sha256"] == read.document.sha256:
            return str(id_)
    return None


def keep(
    connection: Connection, read: ReadDocument, data: bytes, calendar: str, by: str, now: datetime
) -> str:
    """Keep a new draft of a document; its id."""
    marks = [
        [marked.line, marked.fate.value, list(marked.entries), list(marked.reasons)]
        for marked in marks_of(read)
    ]
    entries = [
        _entry_json(DraftEntry(number=number, entry=entry, read=entry))
        for number, entry in enumerate(read.programme.entries, 1)
    ]
    programme = programme_to_json(read.programme, ()) | {"draft_entries": entries}
    row = {
        "id": token_urlsafe(9).replace("_", "a").replace("-", "b"),
        "calendar": calendar,
        "name": read.document.name,
        "content": data,
        "document_json": _compact({"document": wire.to_json(read.document), "marks": marks}),
        "programme_json": _compact(programme),
        "answers_json": "{}",
        "made": instant_text(now),
        "by": by,
    }
    connection.execute(QUERIES["add_draft"], row)
    return str(row["id"])


def get(connection: Connection, id_: str) -> Draft:
    """The draft of that id. UnknownDraft."""
    rows = connection.execute(QUERIES["draft"], {"id": id_})
    if not rows:
        raise UnknownDraft("there is no such draft")
    return _draft(rows[0])


def content_of(connection: Connection, draft: Draft) -> bytes:
    """The bytes of the file that the draft was made of."""
    return bytes(connection.execute(QUERIES["draft_content"], {"id": draft.id})[0][0])


def latest(connection: Connection, id_: str, turn: Turn) -> Draft:
    """The draft if it is open and nobody has changed it since whose turn it is saw it. UnknownDraft, Stale."""
    draft = get(connection, id_)
    if draft.state is not DraftState.OPEN:
        raise Stale(f"{draft.document.name} has been {draft.state.value} by {draft.changed_by} meanwhile")
    if draft.version != turn.version:
        raise Stale(f"{draft.changed_by} has changed this draft meanwhile; nothing of yours was kept yet")
    return draft


def put(
    connection: Connection,
    draft: Draft,
    entries: Sequence[DraftEntry],
    answers: dict[int, str],
    turn: Turn,
) -> Draft:
    """Write a draft's entries and answers over the version that `draft` has; the draft as it is then. Stale."""
    programme = programme_to_json(draft.programme, ()) | {
        "draft_entries": [_entry_json(one) for one in entries]
    }
    row = {
        "id": draft.id,
        "version": draft.version,
        "programme_json": _compact(programme),
        "answers_json": _compact(answers),
        "changed": instant_text(turn.now),
        "by": turn.by,
    }
    if not connection.execute(QUERIES["change_draft"], row):
        raise Stale("somebody else has changed this draft meanwhile; nothing of yours was kept yet")
    return get(connection, draft.id)


def close(connection: Connection, draft: Draft, state: DraftState, turn: Turn, release: int | None) -> None:
    """Settle a draft. Stale where it has been changed or settled meanwhile."""
    row = {
        "id": draft.id,
        "version": draft.version,
        "state": state.value,
        "by": turn.by,
        "changed": instant_text(turn.now),
        "release": release,
    }
    if not connection.execute(QUERIES["close_draft"], row):
        raise Stale("somebody else has settled this draft meanwhile")


def with_entry(entries: Sequence[DraftEntry], changed: DraftEntry) -> tuple[DraftEntry, ...]:
    """The entries with the one of that number changed."""
    return tuple(changed if entry.number == changed.number else entry for entry in entries)


def _entry_json(one: DraftEntry) -> dict[str, Any]:
    body = {"number": one.number, "verdict": one.verdict.value, "entry": entry_to_json(one.entry)}
    if one.merging is not None:
        body["merging"] = asdict(one.merging)
    # What was read is kept apart only where a person has changed it.
    return body | ({"read": entry_to_json(one.read)} if one.read != one.entry else {})


def _merging(body: dict[str, Any] | None) -> Merging | None:
    if body is None:
        return None
    return Merging(
        into=body["into"],
        given=tuple(body["given"]),
        was=Verdict(body["was"]),
        whole_was=Verdict(body["whole_was"]),
    )


def _draft(row: Row) -> Draft:
    (id_, calendar, document_json, programme_json, answers_json, version, state) = row[:7]
    whole, programme = json.loads(document_json), json.loads(programme_json)
    entries = [
        DraftEntry(
            number=body["number"],
            verdict=Verdict(body["verdict"]),
            entry=entry_from_json(body["entry"]),
            read=entry_from_json(body.get("read", body["entry"])),
            merging=_merging(body.get("merging")),
        )
        for body in programme.pop("draft_entries")
    ]
    return Draft(
        id=id_,
        calendar=calendar,
        document=wire.from_json(whole["document"]),
        programme=programme_from_json(programme),
        entries=tuple(entries),
        marks={
            line: MarkedLine(fate, tuple(numbers), tuple(why)) for line, fate, numbers, why in whole["marks"]
        },
        answers={int(number): uid for number, uid in json.loads(answers_json).items()},
        version=version,
        state=DraftState(state),
        made=instant_of(row[7]),
        made_by=row[8],
        changed=instant_of(row[9]),
        changed_by=row[10],
        release=row[11],
    )


def _compact(body: object) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
