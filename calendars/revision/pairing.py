"""Which entry speaks of which event: one to one, with a margin, and what is doubtful left as a question.

Titles and times are weighed apart (`likeness`, `relations`). What is hard is to look at few: of tens of thousands of
events only those near the programme's days are keyed, and of these only those that share a weighty word are compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from calendars.events import Event, reach
from calendars.grammar.spelling import fold
from calendars.programme import Entry, Programme
from calendars.recurrence import DaysOff
from calendars.revision.likeness import TitleKey, heavy_words, key_of, likeness, own_words_of, same_office
from calendars.revision.reasons import reason
from calendars.revision.relations import OPEN_FOR, WEAK, Relation, relate
from calendars.revision.uids import former_uid
from calendars.times import DaySpan
from calendars.when import Day, Days, Repeat, Span, Window, extent

LIKE = 0.6
LIKE_AT_THE_SAME_TIME = 0.5
LIKE_FROM_AFAR = 0.72
ENOUGH_IN_COMMON = 0.4
NEAR = 0.75
BARELY = 0.45
SAME_MEETING = 0.85
OTHER_OFFICE = 0.85
SAME_TITLE = 0.9
MARGIN = 0.08
TIME_SHARE = 0.25
NEAR_THE_PERIOD = 75


class Alike(NamedTuple):
    """An event of like title; differs: see `likeness.Likeness`."""

    event: Event
    score: float
    differs: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry (by its place) and an event that it may speak of; differs: their titles do, as `Likeness` tells."""

    entry: int
    event: Event
    likeness: float
    nearness: float
    day: date | None
    why: tuple[str, ...]
    differs: bool = False

    @property
    def score(self) -> float:
        """Titles first, times to choose among like titles."""
        return (1 - TIME_SHARE) * self.likeness + TIME_SHARE * self.nearness

    @property
    def is_sure(self) -> bool:
        """Whether title and time are near enough to be taken without asking."""
        if self.nearness <= WEAK or self.differs:
            return False
        if self.nearness < NEAR and self.likeness < LIKE_FROM_AFAR:
            return False
        return self.likeness >= LIKE or (self.nearness >= 0.95 and self.likeness >= LIKE_AT_THE_SAME_TIME)

    @property
    def is_worth_asking(self) -> bool:
        """Whether a person would want to be asked."""
        return self.likeness >= LIKE or (self.likeness >= BARELY and self.nearness >= 0.9)

    @property
    def doubt(self) -> str:
        """What is doubtful about a pair that is not sure."""
        if self.nearness <= WEAK:
            is_told = self.why[-1].partition(":")[0] in ("far-in-time", "unsaid-move", "hand-cancelled")
            return self.why[-1] if is_told else reason("far-in-time")
        return reason("other-words" if self.differs and self.likeness >= LIKE else "barely-alike")


def closes_window(found: Pair, entry: Entry) -> bool:
    """Whether the entry names a day within the window that the calendar holds open for a meeting of that very title.

    The calendar then says the same as the document, of what was read as well as of where it belongs.
    """
    window, told = found.event.when, entry.when
    if not isinstance(window, Window) or not isinstance(told, Day | Days | Span):
        return False
    days = extent(told)
    is_within = days is not None and window.first <= days.first and days.last <= window.last
    return is_within and found.likeness >= SAME_MEETING and not found.differs


@dataclass(frozen=True, slots=True)
class Pairing:
    """Who is who. chosen: pair by entry; doubtful: pairs, best first, by entry."""

    chosen: dict[int, Pair]
    doubtful: dict[int, tuple[Pair, ...]]


class Neighbourhood:
    """The events of which a programme may speak, found by their words."""

    def __init__(
        self,
        events: Iterable[Event],
        programme: Programme,
        days: DaySpan | None,
        *,
        of_former: bool = False,
    ) -> None:
        """of_former: they are of a document that this one replaces or corrects, so that it may well move them."""
        self.programme = programme
        self.of_former = of_former
        self.own_words = own_words_of(programme.issuer)
        self.events = [event for event in events if _is_near(event, days)]
        self._keys = {event.uid: key_of(event.title, self.own_words) for event in self.events}
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._weights: list[float] = []
        for place, event in enumerate(self.events):
            key = self._keys[event.uid]
            words = heavy_words(key)
            self._weights.append(sum(key.weights[word] for word in words))
            for word in words:
                self._by_word[word].append(place)

    def key(self, entry: Entry) -> TitleKey:
        """The key of an entry's title."""
        return key_of(entry.title, self.own_words)

    def like(self, entry: Entry, least: float) -> list[Alike]:
        """The events whose title is like the entry's."""
        key = self.key(entry)
        words = heavy_words(key)
        weight = sum(key.weights[word] for word in words)
        common: dict[int, float] = defaultdict(float)
        for word in words:
            for place in self._by_word.get(word, ()):
                common[place] += key.weights[word]
        found = []
        for place in sorted(common):
            # Most events share a word or two; only those that share much can be like.
            if common[place] >= ENOUGH_IN_COMMON * min(weight, self._weights[place]):
                event = self.events[place]
                found_like = likeness(key, self._keys[event.uid])
                if found_like.score >= least:
                    found.append(Alike(event, found_like.score, found_like.differs))
        return found


def pair(
    neighbourhood: Neighbourhood,
    entries: Sequence[Entry],
    places: Iterable[int],
    taken: Iterable[str],
    *,
    is_day_off: DaysOff | None,
) -> Pairing:
    """Pairs the entries at these places with events; `taken` are the UIDs that are spoken of already."""
    spoken = set(taken)
    pairs = [
        candidate
        for place in places
        for alike in neighbourhood.like(entries[place], BARELY)
        if alike.event.uid not in spoken
        if (candidate := _pair(neighbourhood, entries[place], place, alike, is_day_off)) is not None
        if candidate.is_worth_asking
    ]
    pairs = _without_former_parts(pairs)
    pairs.sort(key=lambda p: (-p.score, p.entry, p.event.uid))
    chosen: dict[int, Pair] = {}
    used: set[str] = set()
    doubtful: dict[int, tuple[Pair, ...]] = {}
    for candidate in pairs:
        if candidate.entry in chosen or candidate.entry in doubtful or not _is_free(candidate, used):
            continue
        rivals = [
            other
            for other in pairs
            if other.entry == candidate.entry
            and other is not candidate
            and _is_free(other, used)
            and other.score > candidate.score - MARGIN
        ]
        if rivals or not candidate.is_sure:
            doubtful[candidate.entry] = (candidate, *rivals)
        else:
            chosen[candidate.entry] = candidate
            used.add(_claim(candidate))
    return Pairing(chosen, doubtful)


def _without_former_parts(pairs: list[Pair]) -> list[Pair]:
    """The pairs without those with the days that a standing meeting has had, where it goes on itself."""
    ended = [candidate for candidate in pairs if candidate.event.ended is not None]
    former = {
        (going_on.entry, former_uid(going_on.event.uid, candidate.event.ended))
        for candidate in ended
        for going_on in pairs
        if going_on.entry == candidate.entry and candidate.event.ended is not None
    }
    return [candidate for candidate in pairs if (candidate.entry, candidate.event.uid) not in former]


def _is_free(candidate: Pair, used: set[str]) -> bool:
    return _claim(candidate) not in used


def _claim(candidate: Pair) -> str:
    """What a pair takes for itself: the event, or one day of a standing meeting."""
    return candidate.event.uid if candidate.day is None else f"{candidate.event.uid} {candidate.day}"


def _pair(
    neighbourhood: Neighbourhood,
    entry: Entry,
    place: int,
    alike: Alike,
    is_day_off: DaysOff | None,
) -> Pair | None:
    event, score, differs = alike
    relation = relate(event, entry, neighbourhood.programme, is_day_off=is_day_off)
    if neighbourhood.of_former and (relation is None or relation.nearness <= WEAK):
        relation = _corrected(event, entry, score)
    if relation is None:
        return None
    if not same_office(event.origin.issuer, neighbourhood.programme.issuer):
        # Another office may well invite to what ours has announced, but it does not change our standing meetings.
        if relation.why == "other-pattern":
            return None
        score *= OTHER_OFFICE
    if entry.location and event.location and fold(entry.location) == fold(event.location):
        score = min(1.0, score + 0.05)
    why = (title_reason(score), relation.why)
    # Whoever gives the same hour of the same day names that meeting in other words.
    differs = differs and not (relation.nearness == 1.0 and entry.when.hours.start is not None)
    return Pair(place, event, score, relation.nearness, relation.day, why, differs)


def _corrected(event: Event, entry: Entry, score: float) -> Relation | None:
    """A document that is issued again moves what it names by the same title, without saying that it moves it."""
    if event.category is not entry.category or score < SAME_TITLE:
        return None
    if isinstance(event.when, Repeat) or isinstance(entry.when, Repeat):
        return None
    return Relation(NEAR, reason("corrected"))


def title_reason(score: float) -> str:
    """The reason that a likeness of titles gives."""
    return reason("title-same") if score >= 0.995 else reason("title-like", f"{score:.2f}")


def _is_near(event: Event, days: DaySpan | None) -> bool:
    if days is None:
        return True
    span = reach(event.when, event.overrides)
    if span is None:
        told = event.origin.as_of or event.revised.date()
        return abs((told - days.first).days) <= OPEN_FOR or abs((told - days.last).days) <= OPEN_FOR
    # Differences, for an endless stretch has no day beyond it.
    return (span.first - days.last).days <= NEAR_THE_PERIOD and (
        days.first - span.last
    ).days <= NEAR_THE_PERIOD
