"""Notices of change: which entries belong together, and which event they speak of.

A notice that moves a meeting gives two entries, the old time (postponed or cancelled) and the new; one that cancels or
leaves the new time open gives the old alone. The event is known by the number of the document that is cited, by its
old day and title, or by its title alone where there is but one such within six weeks (reference sections A.8, F.6).
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from calendars.events import Event, reach, time_of
from calendars.expansion import days_between
from calendars.grammar.spelling import fold
from calendars.marks import Status
from calendars.programme import Entry, Programme
from calendars.recurrence import DaysOff
from calendars.revision.likeness import key_of, likeness
from calendars.revision.pairing import LIKE, SAME_MEETING, Alike, Neighbourhood, Pair, title_reason
from calendars.revision.reasons import reason
from calendars.revision.relations import SIX_WEEKS, WEAK, gap_between, same_pattern, told_on
from calendars.times import DaySpan
from calendars.when import Day, Repeat, Undated

LIKE_ON_THE_OLD_DAY = 0.35

_NUMBER = re.compile(r"\b0*(\d{1,5})\s*[/-]\s*([a-zđ][\wđ&-]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice says of one meeting. new None: it is cancelled, or its new time is to be told."""

    old: Entry
    old_place: int
    new: Entry | None = None
    new_place: int | None = None


def notices_of(entries: Mapping[int, Entry], own_words: frozenset[str]) -> tuple[list[Notice], list[int]]:
    """The notices among these entries, and the places of all others."""
    void = (Status.CANCELLED, Status.POSTPONED)
    old_places = [place for place, entry in entries.items() if entry.status in void]
    plain = [place for place in entries if place not in old_places]
    notices = []
    for old_place in old_places:
        old = entries[old_place]
        new_place = next((place for place in plain if _is_same(old, entries[place], own_words)), None)
        if new_place is None:
            notices.append(Notice(old, old_place))
        else:
            plain.remove(new_place)
            notices.append(Notice(old, old_place, entries[new_place], new_place))
    return notices, plain


def _is_same(old: Entry, new: Entry, own_words: frozenset[str]) -> bool:
    if old.category is not new.category:
        return False
    return likeness(key_of(old.title, own_words), key_of(new.title, own_words)).score >= SAME_MEETING


def find_told_of(neighbourhood: Neighbourhood, notice: Notice, *, is_day_off: DaysOff | None) -> list[Pair]:
    """The events that a notice may speak of; one where it is sure, best first."""
    programme = neighbourhood.programme
    cited = _cited(programme, notice)
    found = []
    for event, score, differs in neighbourhood.like(notice.old, 0.0):
        # What this document itself has put on the calendar is not what it cancels or moves.
        if event.category is not notice.old.category or event.origin.document == programme.source.sha256:
            continue
        fits, day = _at_the_old_time(event, notice, is_day_off)
        numbers = cited & cited_numbers(event.origin.number or "")
        why = [title_reason(score)]
        if numbers:
            why.append(reason("cited", next(iter(numbers))))
        if fits:
            why.append(reason("old-time"))
        nearness = 1.0 if fits else 0.6
        is_like = score >= (LIKE_ON_THE_OLD_DAY if fits or numbers else LIKE)
        if is_like and (fits or numbers or (not differs and _within_six_weeks(event, notice, programme))):
            # Another name stands for the same meeting where its hour or its document is named with it.
            differs = differs and not numbers and not _has_that_hour(event, notice, day)
            candidate = Pair(notice.old_place, event, score, nearness, day, tuple(why), differs)
            found.append((bool(fits), bool(numbers), candidate))
    best = _strongest(found)
    if len(best) == 1 and len(best[0].why) == 1:
        return [replace(best[0], why=(*best[0].why, reason("only-one")))]
    return best


def _has_that_hour(event: Event, notice: Notice, day: date | None) -> bool:
    """Whether the notice names the very hour that the event has had."""
    when = event.when if day is None else time_of(event, day)
    start = notice.old.when.hours.start
    return when is not None and start is not None and when.hours.start == start


def is_borne_out(notice: Notice, found: Pair) -> bool:
    """Whether the event that was found has the title and the day that a notice names, and no other is meant.

    What was read is then what the calendar knows, and of the notice only its new time has no second witness: that must
    be told as a day.
    """
    is_named = found.likeness >= SAME_MEETING and not found.differs and reason("old-time") in found.why
    return is_named and (notice.new is None or isinstance(notice.new.when, Day | Repeat))


def find_followed(neighbourhood: Neighbourhood, notice: Notice) -> Event | None:
    """The event that has followed this notice already."""
    for event, *_ in _best_first(neighbourhood, notice, LIKE_ON_THE_OLD_DAY):
        if event.origin.document == neighbourhood.programme.source.sha256 and _has_followed(event, notice):
            return event
    return None


def _has_followed(event: Event, notice: Notice) -> bool:
    old, new = notice.old.when, None if notice.new is None else notice.new.when
    if isinstance(event.when, Repeat):
        named = isinstance(old, Day) and any(o.day == old.day for o in event.overrides)
        return named or (new is not None and any(o.when == new for o in event.overrides))
    if new is not None:
        return reach(event.when) == reach(new)
    return event.status is Status.CANCELLED or isinstance(event.when, Undated)


def find_corrected(neighbourhood: Neighbourhood, notice: Notice, formers: Collection[str]) -> list[Pair]:
    """The events that an earlier issue of this notice has changed; formers: the SHA-256 of such."""
    return [
        Pair(notice.old_place, event, score, 1.0, None, (title_reason(score), reason("corrected")))
        for event, score, _ in _best_first(neighbourhood, notice, SAME_MEETING)
        if event.origin.document in formers and not isinstance(event.when, Repeat)
    ]


def find_later(neighbourhood: Neighbourhood, notice: Notice) -> Event | None:
    """The event of which a later document has spoken since, so that it is no longer where the notice looks for it."""
    told = told_on(neighbourhood.programme)
    for event, *_ in _best_first(neighbourhood, notice, LIKE):
        known = event.origin.as_of
        if told is not None and known is not None and known > told and _near(event, notice):
            return event
    return None


def find_perhaps(neighbourhood: Neighbourhood, notice: Notice) -> list[Pair]:
    """Events of like title within six weeks, though the notice names another time: for a person to choose from."""
    return [
        Pair(notice.old_place, event, score, WEAK, None, (title_reason(score), reason("far-in-time")))
        for event, score, _ in _best_first(neighbourhood, notice, LIKE)
        if event.status is not Status.CANCELLED and _near(event, notice)
    ][:5]


def _best_first(neighbourhood: Neighbourhood, notice: Notice, least: float) -> list[Alike]:
    found = [
        alike
        for alike in neighbourhood.like(notice.old, least)
        if alike.event.category is notice.old.category
    ]
    return sorted(found, key=lambda alike: (-alike.score, alike.event.uid))


def _near(event: Event, notice: Notice) -> bool:
    told, new = reach(event.when, event.overrides), reach((notice.new or notice.old).when)
    return told is None or new is None or gap_between(told, new) <= SIX_WEEKS


def _strongest(found: Iterable[tuple[bool, bool, Pair]]) -> list[Pair]:
    """Those on which most agrees: the old time before the cited number before the title alone."""
    ranked = sorted(found, key=lambda item: (-item[0], -item[1], -item[2].likeness, item[2].event.uid))
    if not ranked:
        return []
    fits, numbers, first = ranked[0]
    equals = [item[2] for item in ranked if item[:2] == (fits, numbers)]
    return [p for p in equals if p.likeness > first.likeness - 0.15]


def _at_the_old_time(event: Event, notice: Notice, is_day_off: DaysOff | None) -> tuple[bool, date | None]:
    """Whether the old time is the event's, and which day of a standing meeting it is."""
    old = notice.old.when
    if isinstance(event.when, Repeat):
        if isinstance(old, Repeat):
            told, asked = reach(event.when), reach(old)
            is_same = same_pattern(event.when.recurrence, old.recurrence)
            return is_same and told is not None and asked is not None and told.overlaps(asked), None
        if not isinstance(old, Day):
            return False, None
        moved = next((o for o in event.overrides if o.when is not None and reach(o.when) == reach(old)), None)
        if moved is not None:
            return True, moved.day
        if any(o.day == old.day for o in event.overrides):
            return True, old.day
        day = next(
            days_between(event.when.recurrence, DaySpan(old.day, old.day), is_day_off=is_day_off), None
        )
        return day is not None, day
    told, asked = reach(event.when), reach(old)
    if told is None or asked is None or isinstance(old, Repeat):
        return False, None
    return told.overlaps(asked), None


def _within_six_weeks(event: Event, notice: Notice, programme: Programme) -> bool:
    # A day is named, and it is not this event's: then the title alone says nothing.
    if isinstance(event.when, Repeat) or not isinstance(notice.old.when, Undated):
        return isinstance(event.when, Undated)
    told = reach(event.when)
    about = told_on(programme)
    if told is None or about is None:
        return True
    return gap_between(told, DaySpan(about, about)) <= SIX_WEEKS


def _cited(programme: Programme, notice: Notice) -> frozenset[str]:
    texts = [ignored.text for ignored in programme.ignored]
    for entry in (notice.old, notice.new):
        if entry is not None:
            texts += [entry.note or "", *(passage.text for passage in entry.evidence)]
    return cited_numbers(" ; ".join(texts))


def cited_numbers(text: str) -> frozenset[str]:
    """The document numbers in a text, each written one way: "Số: 63 /CTr-BTV" is "63/ctr-btv"."""
    return frozenset(f"{number}/{fold(sign)}" for number, sign in _NUMBER.findall(text))
