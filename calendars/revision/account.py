"""What a comparison has found so far: the events as they have become, the changes, the questions, and what is settled.

What is hard is rank: a word of an older document never undoes that of a newer one, nor what a hand has changed since,
though it may add to them; and a document that was taken before changes nothing by itself any more.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from calendars.changes import Candidate, Change, ChangeKind, Question, Revision
from calendars.events import Event, spoken_of
from calendars.programme import Entry, Programme
from calendars.recurrence import DaysOff
from calendars.revision.earlier_days import as_former_part, made_of
from calendars.revision.likeness import own_words_of
from calendars.revision.merging import new_event, raised
from calendars.revision.pairing import Neighbourhood, Pair
from calendars.revision.reasons import reason
from calendars.revision.reissues import formers_of, is_superseded
from calendars.revision.relations import told_on
from calendars.revision.standing import Merged
from calendars.revision.uids import entry_key, read_uid

Answers = Mapping[str, str | None]
NO_ANSWERS: Answers = MappingProxyType({})


@dataclass
class Account:
    """One comparison under way.

    state: the events as far as they have been changed; followed: those that this document's notices changed when it
    was compared before; own_parts: the ended parts of standing meetings that it has told; is_again: whether the whole
    document has been taken before. Then it has changed what it changes; what it would change now, as the calendar has
    become another since, is a question. papers: the headers of the documents taken before; formers: those of them that
    this one issues again; is_superseded: whether it was issued again later, and that has been taken already; titled:
    the keys of the entries whose titles a person typed.
    """

    events: list[Event]
    programme: Programme
    calendar: str
    now: datetime
    is_day_off: DaysOff | None
    answers: Answers
    whole: bool
    papers: tuple[Programme, ...] = ()
    titled: Collection[str] = ()
    changes: list[Change] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    settled: set[int] = field(default_factory=set)
    spoken: set[str] = field(default_factory=set)
    followed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.own_words = own_words_of(self.programme.issuer)
        self.entries = self.programme.entries
        self.first_state = {event.uid: event for event in self.events}
        self.state = dict(self.first_state)
        source = self.programme.source.sha256
        own = [event for event in self.events if event.origin.document == source]
        self.is_again = self.whole and bool(own)
        self.own_parts = [event for event in own if event.ended is not None]
        self.formers = formers_of(self.programme, self.papers)
        self.is_superseded = is_superseded(self.programme, self.papers)
        self.neighbourhood = Neighbourhood(self.events, self.programme, spoken_of(self.programme))

    def _uid(self, entry: Entry, number: int = 0) -> str:
        return read_uid(self.calendar, self.programme.source.sha256, entry, number)

    def _made_before(self, entry: Entry) -> Event | None:
        """What this document's entry has made when it was compared before."""
        return self.first_state.get(self._uid(entry)) or made_of(self.own_parts, entry)

    def _add(
        self,
        entry: Entry,
        former_entry: Entry | None = None,
        *,
        before: Event | None = None,
        why: tuple[str, ...] = (reason("new"),),
    ) -> None:
        """A new event; before: the standing meeting of whose earlier days the entry tells."""
        if self._was_settled(entry):
            self._ask((entry,), reason("taken-before"), ())
            return
        if self.is_superseded and entry_key(entry) not in self.answers:
            self._ask((entry,), reason("superseded"), ())
            return
        number = 0
        while (uid := self._uid(entry, number)) in self.state:
            number += 1
        event = new_event(entry, self.programme, calendar=self.calendar, uid=uid, now=self.now)
        if before is not None:
            event = as_former_part(event, before)
        self.state[event.uid] = event
        self.spoken.add(event.uid)
        self.changes.append(
            Change(
                kind=ChangeKind.ADDED,
                before=None,
                after=event,
                entry=entry,
                former_entry=former_entry,
                why=why,
            )
        )

    def _was_settled(self, entry: Entry) -> bool:
        """Whether all that the entry changes has been changed before."""
        return self.is_again and entry_key(entry) not in self.answers

    def _outranking(self, event: Event, day: date | None) -> str | None:
        """Why the event's last word stands against this document's, None where it does not.

        day: the one day of a series of which the document speaks; a later document that went on with the series has
        said nothing of it.
        """
        told, known = told_on(self.programme), event.origin.as_of
        if event.origin.hand is not None and (told is None or known is None or told <= known):
            return reason("hand-outranks", known.isoformat() if known else "")
        is_untold_day = day is not None and all(override.day != day for override in event.overrides)
        if told is not None and known is not None and told < known and not is_untold_day:
            return reason("later-document", event.origin.number or known.isoformat())
        return None

    def _change(
        self,
        merged: Merged,
        day: date | None,
        why: tuple[str, ...],
        entry: Entry | None,
        former_entry: Entry | None = None,
        *,
        is_borne_out: bool = False,
    ) -> None:
        before = self.state[merged.event.uid]
        self.spoken.add(before.uid)
        after, kind = merged.event, merged.kind
        if after._replace(origin=before.origin) == before:
            kind = ChangeKind.UNCHANGED
        elif entry is not None and kind is not ChangeKind.UNCHANGED and self._was_settled(entry):
            candidate = Candidate(event=before, score=1.0, why=why)
            self.questions.append(
                Question(entries=(entry,), reason=reason("taken-before"), candidates=(candidate,))
            )
            return
        if kind is ChangeKind.UNCHANGED:
            after = before
        else:
            if (before.origin.as_of or date.min) > (after.origin.as_of or date.min):
                # An older document that comes late adds to what a later one has said, and does not take its rank.
                after = after._replace(origin=before.origin)
            after = raised(self.first_state[before.uid], after, self.now)
        former = merged.former and merged.former._replace(revised=self.now)
        self.state[before.uid] = after
        self.changes.append(
            Change(
                kind=kind,
                before=before,
                after=after,
                entry=entry,
                former_entry=former_entry,
                day=day,
                former=former,
                why=why,
                is_borne_out=is_borne_out,
            )
        )

    def _unchanged(self, event: Event, entry: Entry, why: tuple[str, ...], day: date | None = None) -> None:
        event = self.state[event.uid]
        self.spoken.add(event.uid)
        kind = ChangeKind.UNCHANGED
        self.changes.append(Change(kind=kind, before=event, after=event, entry=entry, day=day, why=why))

    def _ask(self, entries: tuple[Entry, ...], why: str, pairs: Iterable[Pair]) -> None:
        candidates = tuple(Candidate(event=p.event, score=p.score, why=p.why) for p in pairs)
        self.questions.append(Question(entries=entries, reason=why, candidates=candidates))

    def revision(self) -> Revision:
        """All that was found."""
        return Revision(
            calendar=self.calendar,
            source=self.programme.source,
            changes=tuple(self.changes),
            questions=tuple(self.questions),
        )
