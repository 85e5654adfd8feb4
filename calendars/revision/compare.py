"""`compare(events, programme)`: what a programme changes on the calendar, without changing anything.

The order of the work is that of a careful clerk: what replaces what, notices with their old times, entries that close,
move or repeat what is known, what is new, and last the standing meetings that are no longer named. A word of an older
document never undoes that of a newer one, nor what a hand has changed since. Documents may come in any order.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime

from calendars.changes import Change, ChangeKind, Revision, to_the_second
from calendars.events import Event, reach
from calendars.expansion import days_between
from calendars.marks import Category, Issue, Status
from calendars.programme import Entry, Kind, Programme
from calendars.recurrence import DaysOff
from calendars.revision.account import NO_ANSWERS, Account, Answers
from calendars.revision.earlier_days import ended_parts, former_part, parted, tells_of_earlier_days, what_adds
from calendars.revision.endings import last_day, may_end
from calendars.revision.likeness import has_other_words, same_office, without_remark
from calendars.revision.merging import cancelled, merge, origin_of, part_within, postponed
from calendars.revision.notices import (
    Notice,
    cited_numbers,
    find_corrected,
    find_followed,
    find_later,
    find_perhaps,
    find_told_of,
    is_borne_out,
    notices_of,
)
from calendars.revision.pairing import Neighbourhood, Pair, closes_window, pair
from calendars.revision.reasons import reason
from calendars.revision.relations import told_on
from calendars.revision.repetitions import without_repetitions
from calendars.revision.standing import Merged, cancel_occurrence, holds_from, merge_occurrence, only_extends
from calendars.revision.uids import entry_key
from calendars.times import DaySpan
from calendars.when import Day, Repeat, When


def compare(
    events: Iterable[Event],
    programme: Programme,
    *,
    calendar: str,
    now: datetime,
    is_day_off: DaysOff | None = None,
    answers: Answers = NO_ANSWERS,
    whole: bool = True,
    papers: Iterable[Programme] = (),
    titled: Collection[str] = (),
) -> Revision:
    """What `programme` changes among `events` of the calendar.

    now: the instant of the change, with a zone; is_day_off: for standing meetings that roll; answers: for entries by
    `entry_key`, the UID of the event that a person says it is, or None for a new one; whole: whether the programme is
    complete, so that what it no longer names has ended; papers: the headers of the documents taken before, with those
    of their entries that named a day of a standing meeting, for one may be an earlier issue of this same paper; titled:
    the `entry_key` of entries whose titles a person typed, so that they are the events' from now on. Events of other
    calendars are left alone. The changes of the same event follow one another, and its sequence number rises
    by one over all of them.
    """
    mine = [event for event in events if event.calendar == calendar]
    work = _Work(
        mine, programme, calendar, to_the_second(now), is_day_off, answers, whole, tuple(papers), titled
    )
    entries = without_repetitions(work.entries, work.own_words)
    work.settled.update(place for place in range(len(work.entries)) if place not in entries)
    notices, plain = notices_of(entries, work.own_words)
    for notice in notices:
        work.follow_notice(notice)
    if programme.replaces:
        work.speak_of(plain, among=work.of_number(programme.replaces))
        work.speak_of([place for place in plain if place not in work.settled])
        work.cancel_replaced()
    elif work.formers and not work.is_superseded:
        work.speak_of(plain, among=work.of_formers())
        work.speak_of([place for place in plain if place not in work.settled])
        work.ask_unnamed()
        work.ask_unnamed_days()
    else:
        work.speak_of(plain)
    work.add_new(plain)
    work.end_unnamed()
    return work.revision()


class _Work(Account):
    """One comparison under way, step by step."""

    # notices

    def follow_notice(self, notice: Notice) -> None:
        """A notice that cancels, postpones or moves: finds what it speaks of by its old time, and changes that."""
        places = [place for place in (notice.old_place, notice.new_place) if place is not None]
        self.settled.update(places)
        told = notice.new if notice.new is not None else notice.old
        entries = tuple(self.entries[place] for place in places)
        key = entry_key(told)
        found: Pair | None = None
        if key in self.answers:
            uid = self.answers[key]
            event = self.state.get(uid) if uid else None
            if event is not None:
                found = _answered(places[-1], event, notice.old, self.is_day_off)
        else:
            if (followed := find_followed(self.neighbourhood, notice)) is not None:
                self._unchanged(followed, entries[-1], (reason("same-document"),))
                self.followed.add(followed.uid)
                return
            candidates = find_told_of(self.neighbourhood, notice, is_day_off=self.is_day_off)
            if not candidates and self.formers:
                candidates = find_corrected(self.neighbourhood, notice, self.formers)
            if not candidates and (later := find_later(self.neighbourhood, notice)) is not None:
                outranked = self._outranking(later, None)
                self._unchanged(later, entries[-1], () if outranked is None else (outranked,))
                return
            if len(candidates) > 1:
                self._ask(entries, reason("two-fit"), candidates)
                return
            if candidates and candidates[0].differs:
                self._ask(entries, candidates[0].doubt, candidates)
                return
            if not candidates and (perhaps := find_perhaps(self.neighbourhood, notice)):
                self._ask(entries, reason("far-in-time"), perhaps)
                return
            found = candidates[0] if candidates else None
        if found is not None:
            self._apply_notice(notice, found, entries)
        elif notice.new is not None:
            flag = Issue("unmatched-change", "the meeting that this notice changes is not on the calendar")
            self._add(replace(notice.new, issues=(*notice.new.issues, flag)), former_entry=notice.old)
        else:
            self._ask(entries, reason("nothing-found"), ())

    def _apply_notice(self, notice: Notice, found: Pair, entries: tuple[Entry, ...]) -> None:
        event = self.state[found.event.uid]
        origin = origin_of(self.programme, entries)
        why = found.why
        is_answered = entry_key(notice.new or notice.old) in self.answers
        if not is_answered and (outranked := self._outranking(event, found.day)) is not None:
            self._unchanged(event, entries[-1], (*why, outranked), found.day)
            return
        if found.day is not None:
            if notice.new is not None:
                merged = merge_occurrence(event, notice.new, found.day, origin)
            else:
                after = cancel_occurrence(event, found.day)
                merged = Merged(ChangeKind.CANCELLED, after._replace(origin=origin))
        elif notice.new is not None:
            after = event._replace(when=notice.new.when, status=notice.new.status, origin=origin)
            merged = merge(after, notice.new, origin)
            kind = ChangeKind.UNCHANGED if merged.event == event else ChangeKind.MOVED
            merged = Merged(kind, merged.event._replace(issues=notice.new.issues, origin=origin))
        elif notice.old.status is Status.CANCELLED:
            merged = cancelled(event, notice.old.when, origin)
        else:
            why = (*why, reason("postponed"))
            merged = postponed(event, self._begin_of(notice.old.when), origin)
        self._change(
            merged,
            found.day,
            why,
            notice.new or notice.old,
            notice.old,
            is_borne_out=is_borne_out(notice, found),
        )

    def _begin_of(self, when: When) -> date:
        """From when on a standing meeting is put off: as it is told, else from the day of the notice."""
        told = when.recurrence.first if isinstance(when, Repeat) else None
        return told or told_on(self.programme) or self.now.date()

    # entries that speak of what is known

    def speak_of(self, places: Iterable[int], among: list[Event] | None = None) -> None:
        """Pairs entries with events, and changes the events accordingly; what is doubtful becomes a question."""
        places = [place for place in places if place not in self.settled]
        unanswered = []
        for place in places:
            key = entry_key(self.entries[place])
            if (made := self._made_before(self.entries[place])) is not None:
                self.settled.add(place)
                self._unchanged(made, self.entries[place], (reason("same-document"),))
            elif key not in self.answers:
                unanswered.append(place)
            elif (uid := self.answers[key]) is not None and uid in self.state:
                entry = self.entries[place]
                self._continue(_answered(place, self.state[uid], entry, self.is_day_off))
        near = self.neighbourhood
        if among is not None:
            near = Neighbourhood(among, self.programme, None, of_former=True)
        # What followed a notice before may have done so by a plain entry of this document, which finds it again.
        taken = self.spoken - self.followed
        pairing = pair(near, self.entries, unanswered, taken, is_day_off=self.is_day_off)
        for place in sorted(pairing.chosen):
            self._continue(pairing.chosen[place])
        if among is not None:
            return
        for place, pairs in sorted(pairing.doubtful.items()):
            why = reason("two-fit") if len(pairs) > 1 else pairs[0].doubt
            self.settled.add(place)
            self._ask((self.entries[place],), why, pairs)

    def _continue(self, found: Pair) -> None:
        entry, event = self.entries[found.entry], self.state[found.event.uid]
        self.settled.add(found.entry)
        if not tells_of_earlier_days(event, entry):
            self._take_parts(event, entry, found)
            return
        why = (*found.why, reason("earlier-days"))
        self.spoken.add(event.uid)
        part = former_part(self.state.values(), event, entry)
        if part is None:
            self._add(entry, before=event, why=why)
        else:
            self._take(part, entry, None, why, is_over=True)

    def _take_parts(self, event: Event, entry: Entry, found: Pair) -> None:
        """Of the days that a standing meeting has had an entry tells these anew, and no others beside them."""
        rest: Entry | None = entry
        for last, had in ended_parts(self.state.values(), event) if isinstance(entry.when, Repeat) else ():
            earlier, rest = parted(rest, last) if rest is not None else (None, None)
            if earlier is not None:
                self._take(had, entry, None, found.why, told=earlier, is_over=True)
        self.spoken.add(event.uid)
        if rest is not None:
            is_borne_out = closes_window(found, entry)
            self._take(event, entry, found.day, found.why, told=rest, is_borne_out=is_borne_out)

    def _take(
        self,
        event: Event,
        entry: Entry,
        day: date | None,
        why: tuple[str, ...],
        *,
        told: Entry | None = None,
        is_over: bool = False,
        is_borne_out: bool = False,
    ) -> None:
        """Changes an event as an entry says, where that has the rank.

        told: the part of the entry that is of this event, None for all of it; is_over: it has ended, and stays so.
        """
        told = told or entry
        origin = origin_of(self.programme, (entry,))
        # Whom a person has chosen, no rank holds back.
        outranked = None if entry_key(entry) in self.answers else self._outranking(event, day)
        if outranked is not None and not only_extends(event, told):
            self._unchanged(event, entry, (*why, outranked), day)
            return
        if day is not None:
            merged = merge_occurrence(event, entry, day, origin)
        else:
            told = told if outranked is None else what_adds(event, told)
            begins = holds_from(self.programme, told.when)
            merged = merge(event, told, origin, title=self._title_after(event, entry), begins=begins)
        if is_over:
            merged = replace(merged, event=merged.event._replace(ended=last_day(merged.event)))
        self._change(merged, day, why, entry, is_borne_out=is_borne_out)

    def _title_after(self, event: Event, entry: Entry) -> str | None:
        """The title that an entry gives to an event: what a person typed, or what its document calls it now."""
        if entry_key(entry) in self.titled:
            return entry.title
        # A notice's words are those of a sentence, and a standing meeting keeps the name under which it is known.
        is_ours = same_office(event.origin.issuer, self.programme.issuer) and event.origin.hand is None
        is_plain = self.programme.kind is not Kind.NOTICE and not isinstance(event.when, Repeat)
        if is_ours and is_plain and has_other_words(event.title, entry.title):
            return without_remark(entry.title)
        return None

    def of_number(self, number: str) -> list[Event]:
        """The events of the document of that number."""
        cited = cited_numbers(number)
        return [event for event in self.events if cited & cited_numbers(event.origin.number or "")]

    def cancel_replaced(self) -> None:
        """Cancels what only the replaced document announced."""
        if self.is_again:
            return
        for event in self.of_number(self.programme.replaces or ""):
            known = self.state[event.uid]
            if event.uid in self.spoken or known.status is Status.CANCELLED or known != event:
                continue
            after = known._replace(status=Status.CANCELLED, origin=origin_of(self.programme, ()))
            self._change(Merged(ChangeKind.CANCELLED, after), None, (reason("replaced"),), None)

    def of_formers(self) -> list[Event]:
        """The events of the earlier issues of this paper."""
        return [event for event in self.events if event.origin.document in self.formers]

    def ask_unnamed(self) -> None:
        """Asks whether what only an earlier issue of this paper announced is to be taken off.

        It may as well be missing because the new copy is read less well, so a person decides.
        """
        period = self.programme.period
        if self.is_again or not self.whole or period is None:
            return
        asked = {candidate.event.uid for question in self.questions for candidate in question.candidates}
        for event in self.of_formers():
            known = self.state[event.uid]
            if event.uid in self.spoken or event.uid in asked or known.status is Status.CANCELLED:
                continue
            when = part_within(event, period, self.programme.kind)
            if known != event or event.origin.hand is not None or when is None:
                continue
            entry = Entry(
                title=event.title,
                category=event.category,
                status=Status.CANCELLED,
                when=when,
                issues=(Issue("no-longer-named", "the corrected document no longer names it"),),
            )
            merged = cancelled(known, when, origin_of(self.programme, ()))
            self._change(merged, None, (reason("no-longer-named"),), entry)

    def ask_unnamed_days(self) -> None:
        """Asks about the days of standing meetings that an earlier issue of this paper named and this one does not."""
        if self.is_again or not self.whole:
            return
        standing = [event for event in self.neighbourhood.events if isinstance(event.when, Repeat)]
        near = Neighbourhood(standing, self.programme, None)
        for paper in self.papers:
            if paper.source.sha256 not in self.formers:
                continue
            places = range(len(paper.entries))
            former = pair(near, paper.entries, places, (), is_day_off=self.is_day_off)
            for place, found in sorted(former.chosen.items()):
                if found.day is not None and self._is_unnamed(found.event.uid, found.day):
                    self._ask_day(self.state[found.event.uid], found.day, paper.entries[place])

    def _is_unnamed(self, uid: str, day: date) -> bool:
        event = self.state[uid]
        asked = any(
            candidate.event.uid == uid for question in self.questions for candidate in question.candidates
        )
        named = any(change.uid == uid and change.day in (day, None) for change in self.changes)
        return not (asked or named or event.status is Status.CANCELLED)

    def _ask_day(self, event: Event, day: date, former: Entry) -> None:
        if event.origin.hand is not None or not _stands_as_told(event, day, former.when):
            return
        doubt = Issue("no-longer-named", "the corrected document no longer names it")
        after = cancel_occurrence(event, day)._replace(origin=origin_of(self.programme, ()))
        entry = replace(former, status=Status.CANCELLED, issues=(doubt,))
        self._change(Merged(ChangeKind.CANCELLED, after), day, (reason("no-longer-named"),), entry)

    # what is new, and what has ended

    def add_new(self, places: Iterable[int]) -> None:
        """Makes events of the entries that speak of nothing known."""
        for place in places:
            if place in self.settled:
                continue
            self.settled.add(place)
            self._add(self.entries[place])

    def end_unnamed(self) -> None:
        """Ends the standing meetings that the last period named and this programme does not."""
        period = self.programme.period
        if not self.whole or self.is_again or self.programme.kind is not Kind.MONTHLY or period is None:
            return
        if not any(entry.category is Category.MEETING for entry in self.entries):
            return
        asked = {candidate.event.uid for question in self.questions for candidate in question.candidates}
        for event in self.neighbourhood.events:
            known = self.state[event.uid]
            if event.uid in self.spoken or event.uid in asked or not may_end(known, self.programme, period):
                continue
            after = known._replace(ended=last_day(known))
            why = (reason("not-named"),)
            self.changes.append(Change(kind=ChangeKind.ENDED, before=known, after=after, why=why))
            self.state[event.uid] = after


def _answered(place: int, event: Event, entry: Entry, is_day_off: DaysOff | None) -> Pair:
    """The pair that a person has named."""
    day = None
    if isinstance(event.when, Repeat) and isinstance(entry.when, Day):
        on_it = DaySpan(entry.when.day, entry.when.day)
        day = next(days_between(event.when.recurrence, on_it, is_day_off=is_day_off), None)
    return Pair(place, event, 1.0, 1.0, day, (reason("answered"),))


def _stands_as_told(event: Event, day: date, told: When) -> bool:
    """Whether nobody has changed a day of a series since it was told so."""
    now = next((override.when for override in event.overrides if override.day == day), told)
    return reach(told) == (now and reach(now)) and told.hours.start in (None, now and now.hours.start)
