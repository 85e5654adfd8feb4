"""Drafts: a document that was read on the pages and is corrected by people before it is released.

What is hard is that several people may be at one draft: each correction names the version that its maker saw, and one
that comes second is refused with the draft as it stands, so that nobody overwrites what they have not seen. The
comparison with the calendar is made anew each time it is shown and once more within the transaction that releases.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, Self

import scheduler
from calendars.changes import Change, Revision, split_for_review
from calendars.documents import wire
from calendars.documents.document import Document, Progress
from calendars.grammar.rule import Context
from calendars.programme import Category, Entry, Programme, Status
from calendars.queries import Connection, Row, load_queries
from calendars.reading.bounds import within
from calendars.records import entry_from_json, entry_to_json, programme_from_json, programme_to_json
from calendars.releases import ReleaseStore
from calendars.revision import compare, entry_key
from calendars.store import CalendarStore
from calendars.when import Repeat, When
from calendars.workdays import is_day_off
from scheduler.database import Database, connect
from scheduler.errors import SchedulerError, Stale
from scheduler.service.importing import is_known
from scheduler.service.phrases import read_phrase
from scheduler.service.planning import Policy
from scheduler.service.reading import ReadDocument, explain, read_file
from scheduler.service.releasing import publish, tellings_of
from scheduler.settings import Settings
from scheduler.tellings import instant_of, instant_text

QUERIES = load_queries(Path(scheduler.__file__).parent / "sql" / "drafts.sql")
NEW = "new"
"""The answer "it is none of those: a new event"."""

TEXT_FIELDS = ("location", "chair", "attendees", "prepared_by", "note")


class UnknownDraft(SchedulerError):
    """No draft has that id."""


class NoTimeInText(SchedulerError):
    """What was typed for a time says none."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEntry:
    """An entry with its number in the document, as it stands and as it was read, and what a person said of it."""

    number: int
    entry: Entry
    read: Entry
    verdict: Verdict = Verdict.OPEN

    @property
    def is_unsure(self) -> bool:
        """Whether it waits for a person when the draft is released."""
        return self.verdict is Verdict.OPEN and (bool(self.entry.issues) or self.entry.confidence < UNSURE)

    @property
    def is_corrected(self) -> bool:
        """Whether it differs from what was read."""
        return replace(self.entry, issues=(), confidence=1.0) != replace(self.read, issues=(), confidence=1.0)


UNSURE = 0.8


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
class Comparison:
    """What releasing a draft would do now. waiting: the changes that would wait for a person; told: how many people."""

    revision: Revision
    published: tuple[Change, ...]
    waiting: tuple[Change, ...]
    told: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSummary:
    """A draft in a list."""

    id: str
    calendar: str
    name: str
    state: DraftState
    made: datetime
    made_by: str


class DraftService:
    """The drafts of one installation."""

    def __init__(self, database: Database, settings: Settings, policy: Policy) -> None:
        self.database = database
        self.settings = settings
        self.policy = policy

    @classmethod
    @contextmanager
    def opened(cls, settings: Settings, policy: Policy) -> Iterator[Self]:
        """The service with its database open for the block."""
        with connect(settings.database) as database:
            yield cls(database, settings, policy)

    def take_in(
        self,
        data: bytes,
        name: str,
        *,
        calendar: str,
        by: str,
        now: datetime,
        progress: Progress | None = None,
    ) -> tuple[list[str], list[str]]:
        """Read a file and keep a draft of each document in it; their ids, and the names of those imported before.

        A document that is under review already gives the draft there is. UnreadableDocument, UnknownCalendar.
        """
        slug = self.settings.calendar(calendar).slug
        ids, already = [], []
        for read in read_file(data, name, limits=self.settings.documents, progress=progress):
            with self.database.transaction() as connection:
                if is_known(connection, read.document.sha256, slug):
                    already.append(read.document.name)
                    continue
                ids.append(_same(connection, read, slug) or _keep(connection, read, data, slug, by, now))
        return ids, already

    def get(self, id_: str) -> Draft:
        """The draft of that id. UnknownDraft."""
        with self.database.reading() as connection:
            return _get(connection, id_)

    def open_drafts(self) -> list[DraftSummary]:
        """The drafts that are under review, the latest first."""
        with self.database.reading() as connection:
            rows = connection.execute(QUERIES["open_drafts"])
        return [
            DraftSummary(
                id=row[0],
                calendar=row[1],
                name=row[2],
                state=DraftState(row[3]),
                made=instant_of(row[4]),
                made_by=row[5],
            )
            for row in rows
        ]

    # --- corrections ----------------------------------------------------------------------------------------------

    def correct(
        self,
        id_: str,
        number: int,
        *,
        version: int,
        by: str,
        now: datetime,
        title: str | None = None,
        when: str | None = None,
        category: Category | None = None,
        status: Status | None = None,
        **texts: str | None,
    ) -> Draft:
        """Set fields of an entry; None leaves one as it is, "" empties a text. when: a time in words.

        An entry that a person has corrected counts as accepted. NoTimeInText; Stale where `version` is not the latest.
        """
        with self.database.transaction() as connection:
            draft = _latest(connection, id_, version)
            kept = draft.entry(number)
            entry = kept.entry
            if title is not None and title.strip():
                entry = replace(entry, title=" ".join(title.split()))
            if when is not None:
                meant, told = self.meaning(when, draft.programme)
                entry = replace(entry, when=meant, status=told)
            if category is not None:
                entry = replace(entry, category=category)
            if status is not None:
                entry = replace(entry, status=status)
            given = {
                key: value.strip() or None
                for key, value in texts.items()
                if value is not None and key in TEXT_FIELDS
            }
            entry = replace(entry, **given)  # type: ignore[arg-type]  # texts alone
            changed = replace(kept, entry=entry, verdict=Verdict.ACCEPTED)
            return _put(connection, draft, _with(draft.entries, changed), draft.answers, by, now)

    def judge(
        self, id_: str, number: int, verdict: Verdict, *, version: int, by: str, now: datetime
    ) -> Draft:
        """Accept or reject an entry, or take that back. Stale as above."""
        with self.database.transaction() as connection:
            draft = _latest(connection, id_, version)
            changed = replace(draft.entry(number), verdict=verdict)
            return _put(connection, draft, _with(draft.entries, changed), draft.answers, by, now)

    def merge(self, id_: str, number: int, into: int, *, version: int, by: str, now: datetime) -> Draft:
        """Make two entries one: what `into` lacks it takes from the other, and all its passages. Stale as above."""
        with self.database.transaction() as connection:
            draft = _latest(connection, id_, version)
            one, other = draft.entry(number), draft.entry(into)
            if number == into:
                raise UnknownDraft("an entry cannot be merged into itself")
            missing: dict[str, Any] = {
                name: getattr(one.entry, name) for name in TEXT_FIELDS if getattr(other.entry, name) is None
            }
            evidence = tuple(dict.fromkeys((*other.entry.evidence, *one.entry.evidence)))
            whole = replace(
                other, entry=replace(other.entry, evidence=evidence, **missing), verdict=Verdict.ACCEPTED
            )
            entries = _with(_with(draft.entries, whole), replace(one, verdict=Verdict.MERGED))
            return _put(connection, draft, entries, draft.answers, by, now)

    def answer(self, id_: str, number: int, uid: str, *, version: int, by: str, now: datetime) -> Draft:
        """Say which event an entry speaks of: a UID, NEW, or "" to leave it to the comparison. Stale as above."""
        with self.database.transaction() as connection:
            draft = _latest(connection, id_, version)
            draft.entry(number)
            answers = {key: value for key, value in draft.answers.items() if key != number}
            if uid:
                answers[number] = uid
            return _put(connection, draft, draft.entries, answers, by, now)

    def meaning(self, text: str, programme: Programme) -> tuple[When, Status]:
        """What a time in words means in a document. NoTimeInText where it says none, or several."""
        context = Context(issued=programme.issued, period=programme.period)
        readings = read_phrase(text, context).readings
        if len(readings) != 1:
            found = "says no time" if not readings else f"says {len(readings)} times"
            raise NoTimeInText(f'{text!r} {found}; write one such as "14h00 ngày 24/11/2026"')
        when = readings[0].when
        if isinstance(when, Repeat):
            # A standing meeting of a programme recurs within its period, typed or read.
            when = replace(when, recurrence=within(when.recurrence, programme.period))
        return when, readings[0].status

    # --- comparing and releasing ----------------------------------------------------------------------------------

    def comparison(self, draft: Draft, now: datetime) -> Comparison:
        """What releasing the draft would do now; nothing is kept."""
        with self.database.reading() as connection:
            revision, at_once, waiting = _revision(connection, draft, now)
            tellings = tellings_of(
                connection,
                at_once,
                draft.approved(),
                release="preview",
                made=now,
                policy=self.policy,
                now=now,
            )
        told = len({telling.person for telling in tellings if telling.channels})
        return Comparison(revision=revision, published=at_once.kept_changes, waiting=waiting, told=told)

    def release(self, id_: str, *, version: int, by: str, now: datetime) -> tuple[Draft, Comparison]:
        """Put a draft on its calendar: what is sure or accepted at once, the rest waits for a person.

        Stale where `version` is not the latest, or where it has been released or discarded meanwhile.
        """
        told = self.comparison(self.get(id_), now).told
        with self.database.transaction() as connection:
            draft = _latest(connection, id_, version)
            content = bytes(connection.execute(QUERIES["draft_content"], {"id": id_})[0][0])
            if is_known(connection, draft.document.sha256, draft.calendar):
                raise Stale(f"{draft.document.name} has been imported by somebody else meanwhile")
            revision, at_once, waiting = _revision(connection, draft, now)
            programme = draft.approved()
            CalendarStore(connection).open_calendar(draft.calendar, now)
            CalendarStore(connection).keep_document(programme.source, content, now)
            asked = bool(waiting or revision.questions)
            release = publish(
                connection,
                at_once,
                settings=self.settings,
                policy=self.policy,
                programme=programme,
                approved_by=by,
                now=now,
                waiting=asked and not at_once.kept_changes,
            )
            ReleaseStore(connection).hold(revision, waiting, programme=programme, now=now)
            _close(connection, draft, DraftState.RELEASED, by, now, release.number)
            published = at_once.kept_changes
            return _get(connection, id_), Comparison(
                revision=revision, published=published, waiting=waiting, told=told
            )

    def discard(self, id_: str, *, version: int, by: str, now: datetime) -> Draft:
        """Lay a draft aside. Stale as above."""
        with self.database.transaction() as connection:
            draft = _latest(connection, id_, version)
            _close(connection, draft, DraftState.DISCARDED, by, now, None)
            return _get(connection, id_)


def _revision(
    connection: Connection, draft: Draft, now: datetime
) -> tuple[Revision, Revision, tuple[Change, ...]]:
    """All that the draft changes and asks, the part that is published, and the changes that wait."""
    programme = draft.approved()
    events = CalendarStore(connection).events_for(programme, draft.calendar)
    answers: dict[str, str | None] = {}
    for number, uid in draft.answers.items():
        if uid != NEW and all(event.uid != uid for event in events):
            found = CalendarStore(connection).find_event(uid, draft.calendar)
            if found is None:
                continue
            events.append(found)
        answers[entry_key(draft.entry(number).entry)] = None if uid == NEW else uid
    whole = all(one.verdict is not Verdict.REJECTED for one in draft.entries)
    revision = compare(
        events,
        programme,
        calendar=draft.calendar,
        now=now,
        is_day_off=is_day_off,
        answers=answers,
        whole=whole,
    )
    at_once, waiting = split_for_review(revision, "unsure")
    return revision, at_once, waiting


def _same(connection: Connection, read: ReadDocument, calendar: str) -> str | None:
    """The draft under review that was made of the same bytes."""
    for id_, document_json in connection.execute(QUERIES["drafts_of_calendar"], {"calendar": calendar}):
        if json.loads(document_json)["document"]["sha256"] == read.document.sha256:
            return str(id_)
    return None


def _keep(
    connection: Connection, read: ReadDocument, data: bytes, calendar: str, by: str, now: datetime
) -> str:
    marks = [
        [marked.line, marked.fate.value, list(marked.entries), list(marked.reasons)]
        for marked in explain(read.document, read.programme)
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


def _get(connection: Connection, id_: str) -> Draft:
    rows = connection.execute(QUERIES["draft"], {"id": id_})
    if not rows:
        raise UnknownDraft("there is no such draft")
    return _draft(rows[0])


def _latest(connection: Connection, id_: str, version: int) -> Draft:
    draft = _get(connection, id_)
    if draft.state is not DraftState.OPEN:
        raise Stale(f"{draft.document.name} has been {draft.state.value} by {draft.changed_by} meanwhile")
    if draft.version != version:
        raise Stale(f"{draft.changed_by} has changed this draft meanwhile; nothing of yours was kept yet")
    return draft


def _put(
    connection: Connection,
    draft: Draft,
    entries: Sequence[DraftEntry],
    answers: dict[int, str],
    by: str,
    now: datetime,
) -> Draft:
    programme = programme_to_json(draft.programme, ()) | {
        "draft_entries": [_entry_json(one) for one in entries]
    }
    row = {
        "id": draft.id,
        "version": draft.version,
        "programme_json": _compact(programme),
        "answers_json": _compact(answers),
        "changed": instant_text(now),
        "by": by,
    }
    if not connection.execute(QUERIES["change_draft"], row):
        raise Stale("somebody else has changed this draft meanwhile; nothing of yours was kept yet")
    return _get(connection, draft.id)


def _close(
    connection: Connection, draft: Draft, state: DraftState, by: str, now: datetime, release: int | None
) -> None:
    row = {"id": draft.id, "version": draft.version, "state": state.value, "by": by, "release": release}
    if not connection.execute(QUERIES["close_draft"], row | {"changed": instant_text(now)}):
        raise Stale("somebody else has settled this draft meanwhile")


def _with(entries: Sequence[DraftEntry], changed: DraftEntry) -> tuple[DraftEntry, ...]:
    return tuple(changed if entry.number == changed.number else entry for entry in entries)


def _entry_json(one: DraftEntry) -> dict[str, Any]:
    body = {"number": one.number, "verdict": one.verdict.value, "entry": entry_to_json(one.entry)}
    # What was read is kept apart only where a person has changed it.
    return body | ({"read": entry_to_json(one.read)} if one.read != one.entry else {})


def _draft(row: Row) -> Draft:
    (id_, calendar, document_json, programme_json, answers_json, version, state) = row[:7]
    whole, programme = json.loads(document_json), json.loads(programme_json)
    entries = [
        DraftEntry(
            number=body["number"],
            verdict=Verdict(body["verdict"]),
            entry=entry_from_json(body["entry"]),
            read=entry_from_json(body.get("read", body["entry"])),
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
