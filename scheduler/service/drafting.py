"""Drafts: a document that was read on the pages and is corrected by people before it is released.

A foreign calendar's file is a draft without entries, to be looked at and released as it is.

What is hard is that several people may be at one draft: each correction names the version that its maker saw, and one
that comes second is refused with the draft as it stands, so that nobody overwrites what they have not seen. The
comparison with the calendar is made anew each time it is shown and once more within the transaction that releases.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from calendars.changes import Change, Revision
from calendars.documents.document import Document, Progress
from calendars.errors import InvalidCalendarData, UnreadableDocument
from calendars.groups import entry_with_groups, with_groups
from calendars.ical.recognising import is_calendar
from calendars.marks import Category, Status
from calendars.revision import kept_by_hand
from calendars.store import CalendarStore
from scheduler.service.comparing import is_known
from scheduler.service.corrections import told_anew
from scheduler.service.draft_release import parts_of, publish_draft
from scheduler.service.drafts import (
    NEW,
    QUERIES,
    TEXT_FIELDS,
    Draft,
    DraftEntry,
    DraftState,
    DraftSummary,
    Turn,
    UnknownDraft,
    Verdict,
    close,
    content_of,
    get,
    keep,
    latest,
    put,
    same,
    with_entry,
)
from scheduler.service.foreign import read_foreign
from scheduler.service.grouping import chosen_groups, known_groups
from scheduler.service.merging import merged, parted
from scheduler.service.opening import PlanningService
from scheduler.service.pictures import Picture, page_picture
from scheduler.service.reading import ReadDocument, read_file, renamed
from scheduler.service.recipients import Recipient, recipients_of
from scheduler.service.releasing import tellings_of
from scheduler.tellings import instant_of

__all__ = [
    "NEW",
    "TEXT_FIELDS",
    "Comparison",
    "Draft",
    "DraftEntry",
    "DraftService",
    "DraftState",
    "Turn",
    "UnknownDraft",
    "Verdict",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What releasing a draft would do now. waiting: what would wait for a person; recipients: who would be told."""

    revision: Revision
    published: tuple[Change, ...]
    waiting: tuple[Change, ...]
    recipients: tuple[Recipient, ...]

    @property
    def kept_by_hand(self) -> tuple[Change, ...]:
        """What the document says otherwise than a hand, whose word stands."""
        return kept_by_hand(self.revision)

    @property
    def told(self) -> int:
        """How many people it would tell."""
        return len(self.recipients)


class DraftService(PlanningService):
    """The drafts of one installation."""

    def take_in(
        self,
        data: bytes,
        name: str,
        *,
        calendar: str,
        by: str,
        now: datetime,
        progress: Progress | None = None,
        naming: Callable[[ReadDocument], str] | None = None,
    ) -> tuple[list[str], list[str]]:
        """Read a file and keep a draft of each document in it; their ids, and the names of those imported before.

        naming: what names a document that came without a name, once it is read. A document that is under review already
        gives the draft there is, and a calendar's file may come again. UnreadableDocument, UnknownCalendar.
        """
        slug = self.settings.calendar(calendar).slug
        if is_calendar(data, name):
            return [self._take_in_calendar(data, name, slug, by, now)], []
        ids, already = [], []
        for read in read_file(data, name, limits=self.settings.documents, progress=progress):
            if naming is not None:
                read = renamed(read, naming(read))
            with self.database.transaction() as connection:
                if is_known(connection, read.document.sha256, slug):
                    already.append(read.document.name)
                    continue
                told = with_groups(read.programme, known_groups(connection, self.settings))
                named = replace(read, programme=told)
                ids.append(same(connection, read, slug) or keep(connection, named, data, slug, by, now))
        return ids, already

    def _take_in_calendar(self, data: bytes, name: str, calendar: str, by: str, now: datetime) -> str:
        try:
            foreign = read_foreign(data, name, calendar=calendar, settings=self.settings, now=now)
        except InvalidCalendarData as error:
            raise UnreadableDocument(name, str(error)) from error
        source = foreign.programme.source
        document = Document(source.name, source.sha256, source.media_type, blocks=())
        read = ReadDocument(document, foreign.programme)
        with self.database.transaction() as connection:
            return same(connection, read, calendar) or keep(connection, read, data, calendar, by, now)

    def get(self, id_: str) -> Draft:
        """The draft of that id. UnknownDraft."""
        with self.database.reading() as connection:
            return get(connection, id_)

    def picture(self, id_: str, page: int) -> Picture | None:
        """A page of the draft's document as it looks; None where it cannot be shown. UnknownDraft."""
        with self.database.reading() as connection:
            draft = get(connection, id_)
            content = content_of(connection, draft)
        return page_picture(content, draft.document.name, draft.document, page)

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
        turn: Turn,
        *,
        title: str | None = None,
        when: str | None = None,
        category: Category | None = None,
        status: Status | None = None,
        groups: Sequence[str] | None = None,
        **texts: str | None,
    ) -> Draft:
        """Set fields of an entry; None leaves one as it is, "" empties a text. when: a time in words.

        groups: whom it concerns, instead of the groups that its words name; UnknownGroup where one is not known.

        An entry that a person has corrected counts as accepted. NoTimeInText; UnusableWords; Stale where somebody else
        has changed the draft since it was seen.
        """
        with self.database.transaction() as connection:
            draft = latest(connection, id_, turn)
            draft = replace(draft, entries=parted(draft.entries, number))
            kept = draft.entry(number)
            entry = told_anew(kept.entry, draft.programme, when, title=title, **texts)
            if category is not None:
                entry = replace(entry, category=category)
            if status is not None:
                entry = replace(entry, status=status)
            naming = ("title", "attendees", "prepared_by")
            if any(getattr(entry, name) != getattr(kept.entry, name) for name in naming):
                known = known_groups(connection, self.settings)
                entry = entry_with_groups(
                    replace(entry, groups=None, preparing=()), known, draft.programme.issuer
                )
            if groups is not None and list(groups) != list(kept.entry.groups or ()):
                entry = replace(entry, groups=chosen_groups(connection, self.settings, groups), preparing=())
            changed = replace(kept, entry=entry, verdict=Verdict.ACCEPTED)
            return put(connection, draft, with_entry(draft.entries, changed), draft.answers, turn)

    def judge(self, id_: str, number: int, verdict: Verdict, turn: Turn) -> Draft:
        """Accept or reject an entry, or take that back; OPEN takes back a merging, too. Stale as above."""
        with self.database.transaction() as connection:
            draft = latest(connection, id_, turn)
            entries = parted(draft.entries, number)
            if verdict is not Verdict.OPEN or entries is draft.entries:
                entries = with_entry(entries, replace(draft.entry(number), verdict=verdict, merging=None))
            return put(connection, draft, entries, draft.answers, turn)

    def merge(self, id_: str, number: int, into: int, turn: Turn) -> Draft:
        """Make two entries one: what `into` lacks it takes from the other, and all its passages. Stale as above."""
        with self.database.transaction() as connection:
            draft = latest(connection, id_, turn)
            entries = merged(draft.entries, number, into)
            return put(connection, draft, entries, draft.answers, turn)

    def answer(self, id_: str, number: int, uid: str, turn: Turn) -> Draft:
        """Say which event an entry speaks of: a UID, NEW, or "" to leave it to the comparison. Stale as above.

        UnknownEvent where the calendar has none of that UID, or has it no longer.
        """
        with self.database.transaction() as connection:
            draft = latest(connection, id_, turn)
            if uid not in ("", NEW):
                uid = CalendarStore(connection).event(uid, draft.calendar).uid
            draft.entry(number)
            answers = {key: value for key, value in draft.answers.items() if key != number}
            if uid:
                answers[number] = uid
            return put(connection, draft, draft.entries, answers, turn)

    # --- comparing and releasing ----------------------------------------------------------------------------------

    def comparison(self, draft: Draft, now: datetime) -> Comparison:
        """What releasing the draft would do now; nothing is kept."""
        with self.database.reading() as connection:
            parts = parts_of(connection, draft, settings=self.settings, now=now)
            tellings = tellings_of(
                connection,
                draft.calendar,
                parts.at_once.kept_changes,
                draft.approved(),
                release="preview",
                made=now,
                policy=self.policy,
                now=now,
            )
            recipients = recipients_of(connection, tellings)
        return Comparison(
            revision=parts.revision,
            published=parts.at_once.kept_changes,
            waiting=parts.waiting,
            recipients=recipients,
        )

    def release(self, id_: str, turn: Turn) -> tuple[Draft, Comparison]:
        """Put a draft on its calendar: what is sure or accepted at once, the rest waits for a person.

        A calendar's file that has nothing to change is laid aside: then the draft has no release. Stale where it
        has been changed, released or discarded meanwhile.
        """
        foreseen = self.comparison(self.get(id_), turn.now)
        with self.database.transaction() as connection:
            draft = latest(connection, id_, turn)
            CalendarStore(connection).open_calendar(draft.calendar, turn.now)
            parts, release = publish_draft(
                connection, draft, settings=self.settings, policy=self.policy, by=turn.by, now=turn.now
            )
            state, number = DraftState.DISCARDED, None
            if release is not None:
                state, number = DraftState.RELEASED, release.number
            close(connection, draft, state, turn, number)
            done = replace(
                foreseen, revision=parts.revision, published=parts.at_once.kept_changes, waiting=parts.waiting
            )
            return get(connection, id_), done

    def discard(self, id_: str, turn: Turn) -> Draft:
        """Lay a draft aside. Stale as above."""
        with self.database.transaction() as connection:
            draft = latest(connection, id_, turn)
            close(connection, draft, DraftState.DISCARDED, turn, None)
            return get(connection, id_)
