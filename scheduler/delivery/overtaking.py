"""Change notices of one person that speak of the same event: the later one takes in what the earlier has to say.

Hard here: a notice may still wait, be in somebody's hands, or wait for another try of which it is not known whether it
arrived. What waits is merged into the later one, in the transaction of its release; what is in hand has gone, and the
later waits for it; what comes back unsent is merged when either is looked at before it is sent, or at the next release.
So several may wait, and are merged from the latest backwards: where two undo each other, the one before them still has
its news. For one person the notices of an event go out in the order of their releases, and none speaks of what the next
one has made old. Only one that failed and is tried anew by hand may come after later ones: its reader no longer knows
what they knew before it, so what takes it in is told whatever it says.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from calendars.queries import Connection
from scheduler.channels.channel import Purpose
from scheduler.messages import ChangeSaid, changes_in, merged, notice_body
from scheduler.notices import CHANGE_RULE
from scheduler.outbox import QUERIES, telling_of_row
from scheduler.tellings import Drop, Later, Leased, State, Telling, instant_text

OVERTAKEN = "a later notice tells of it too"
LOOK_AGAIN = timedelta(seconds=1)
"""A notice waits so long before it is asked again whether the one before it has gone."""


@dataclass(slots=True)
class _Open:
    """A notice that has not gone out.

    perhaps_told: whether something of it may have arrived; kept: its body in the outbox, None for one that is not there
    yet; is_held: whether it is ours to change.
    """

    telling: Telling
    changes: list[ChangeSaid]
    is_pending: bool
    perhaps_told: bool
    kept: str | None = None
    is_held: bool = False

    @property
    def release(self) -> int:
        return _release(self.telling.rule)

    def speaks_of(self, changes: Iterable[ChangeSaid]) -> bool:
        """Whether it tells of something that these tell of."""
        about = {change.about for change in changes if change.event}
        return any(change.about in about for change in self.changes)


def overtake(connection: Connection, tellings: Iterable[Telling], now: datetime) -> list[Telling]:
    """The tellings of a release as they are to be added, with what they take in of notices that wait.

    A notice of which nothing new is left, since all is again as the person knows it, is not among them.
    """
    found = list(tellings)
    notices = Notices(connection, [one.person for one in found if one.purpose is Purpose.CHANGE], now)
    notices.hold_all()
    added = [notices.taken_in(one) if one.purpose is Purpose.CHANGE else one for one in found]
    notices.keep()
    return [one for one in added if one is not None]


@dataclass(frozen=True, slots=True)
class _Merged:
    """What two lists of changes became: what is left of the earlier, and the later; each as values, body and text."""

    sources: tuple[list[ChangeSaid], list[ChangeSaid]]
    made: tuple[tuple[list[ChangeSaid], dict[str, Any], str], ...]


class Notices:
    """The open change notices of some people, within one transaction at the instant `now` (UTC)."""

    def __init__(
        self, connection: Connection, people: Iterable[str], now: datetime, leased: Sequence[Leased] = ()
    ) -> None:
        """leased: those among them that are in hand and not yet sent."""
        ours = {one.telling.id for one in leased}
        self._connection = connection
        self._now = now
        self._open: dict[str, list[_Open]] = {}
        self._changed: dict[str, _Open] = {}
        # Most people are told the same: what is read and merged for one serves the next.
        self._read: dict[str, list[ChangeSaid]] = {}
        self._new: dict[int, tuple[Mapping[str, Any], list[ChangeSaid]]] = {}
        self._merged: dict[tuple[object, ...], _Merged] = {}
        self._since: dict[str, list[tuple[int, list[ChangeSaid]]]] | None = None
        if wanted := sorted(set(people)):
            rows = connection.execute(QUERIES["open_notices"], {"people": json.dumps(wanted)})
            for row in rows:
                telling, body = telling_of_row(row), row[12]
                changes = self._read[body] = self._read.get(body) or changes_in(telling.body)
                # Of a list one part may have arrived and the next been turned away.
                heard = row[14] == 2 or (row[14] == 1 and len(changes) > 1)
                is_ours = telling.id in ours
                one = _Open(telling, changes, row[13] == State.PENDING, heard, body, is_held=is_ours)
                self._open.setdefault(telling.person, []).append(one)
        for those in self._open.values():
            those.sort(key=lambda one: one.release)

    def taken_in(self, telling: Telling) -> Telling | None:
        """A new notice with what it takes in; None where nothing is left to tell."""
        # Those who are told the same share one body (`change_notices`).
        if id(telling.body) not in self._new:
            self._new[id(telling.body)] = telling.body, changes_in(telling.body)
        _, changes = self._new[id(telling.body)]
        mine = _Open(telling, changes, is_pending=True, perhaps_told=False, is_held=True)
        # The latest first: each begins where the one before it ends.
        for earlier in reversed(self._open.get(telling.person, ())):
            if not earlier.speaks_of(mine.changes):
                continue
            if not self._is_held(earlier):
                # What this one says is read first; what is older would pass on what is then no longer known.
                break
            self._merge(earlier, mine)
        return mine.telling if mine.changes else None

    def ready(self, leased: Leased) -> list[ChangeSaid] | Drop | Later:
        """What a leased notice tells now that it is its turn; Drop or Later where another tells it, or goes first."""
        everyone = self._open.get(leased.telling.person, ())
        mine = next((one for one in everyone if one.telling.id == leased.telling.id), None)
        if mine is None:
            # It was taken out of the outbox meanwhile; what has come of it is kept all the same.
            return changes_in(leased.telling.body)
        others = [one for one in everyone if one is not mine and one.speaks_of(mine.changes)]
        if not all(map(self._is_held, others)):
            # Each of the two counts on what the other tells; whichever comes first alone takes the other in.
            return Later(self._now + LOOK_AGAIN, "another notice of it is being sent")
        before = [one for one in others if one.release < mine.release]
        for other in (*reversed(before), *others[len(before) :]):
            if not other.speaks_of(mine.changes):
                continue
            if other.release < mine.release:
                self._merge(other, mine)
            else:
                self._merge(mine, other)
        return mine.changes or Drop(OVERTAKEN)

    def hold_all(self) -> None:
        """Takes hold of all that waits, for what will be asked of every person."""
        self._hold([one for those in self._open.values() for one in those])

    def keep(self) -> None:
        """Writes what has changed; a notice of which nothing is left is closed, unless its holder does so."""
        left = [one for one in self._changed.values() if one.changes]
        gone = [one for one in self._changed.values() if not one.changes]
        self._connection.execute_many(
            QUERIES["rewrite_notice"],
            [
                {"id": one.telling.id, "body": one.kept, "ends": instant_text(one.telling.ends)}
                for one in left
            ],
        )
        self._connection.execute_many(
            QUERIES["drop_notice"],
            [{"id": one.telling.id, "reason": OVERTAKEN, "now": instant_text(self._now)} for one in gone],
        )
        self._changed.clear()

    def _is_held(self, notice: _Open) -> bool:
        """Whether it waits or was leased just now, and is ours to change."""
        if not notice.is_held:
            self._hold([notice])
        return notice.is_held

    def _hold(self, notices: Iterable[_Open]) -> None:
        """Takes hold of those that wait, unless somebody else has them or has changed them since they were read."""
        waiting = [one for one in notices if one.is_pending and not one.is_held]
        if not waiting:
            return
        ids = json.dumps([one.telling.id for one in waiting])
        held: dict[str, str] = dict(self._connection.execute(QUERIES["hold_notices"], {"ids": ids}))
        for one in waiting:
            one.is_held = held.get(one.telling.id) == one.kept

    def _is_outrun(self, notice: _Open) -> bool:
        """Whether a notice of a later release has told of what it tells of."""
        if self._since is None:
            self._since = self._told_since()
        told = self._since.get(notice.telling.person, ())
        return any(release > notice.release and notice.speaks_of(changes) for release, changes in told)

    def _told_since(self) -> dict[str, list[tuple[int, list[ChangeSaid]]]]:
        """What went out since the oldest that is open, by person: the release and its changes."""
        since = min(one.telling.starts for those in self._open.values() for one in those)
        asked = {"people": json.dumps(sorted(self._open)), "since": instant_text(since)}
        told: dict[str, list[tuple[int, list[ChangeSaid]]]] = {}
        for person, rule, body in self._connection.execute(QUERIES["notices_since"], asked):
            changes = self._read[body] = self._read.get(body) or changes_in(json.loads(body))
            told.setdefault(person, []).append((_release(rule), changes))
        return told

    def _merge(self, earlier: _Open, later: _Open) -> None:
        documents = earlier.telling.body["document"], later.telling.body["document"]
        perhaps_told = earlier.perhaps_told or self._is_outrun(earlier)
        key = id(earlier.changes), id(later.changes), perhaps_told, *documents
        if key not in self._merged:
            both = merged(earlier.changes, later.changes, perhaps_told=perhaps_told)
            bodies = [notice_body(*pair) for pair in zip(both, documents, strict=True)]
            texts = [json.dumps(body, ensure_ascii=False) for body in bodies]
            # What the key names stays alive with it.
            sources = earlier.changes, later.changes
            self._merged[key] = _Merged(sources, tuple(zip(both, bodies, texts, strict=True)))
        ends = max(earlier.telling.ends, later.telling.ends)
        due = min(earlier.telling.due, later.telling.due)
        later.telling = replace(later.telling, ends=ends, due=due)
        for notice, (changes, body, text) in zip((earlier, later), self._merged[key].made, strict=True):
            notice.changes = changes
            notice.telling = replace(notice.telling, body=body)
            if notice.kept is not None:
                notice.kept = text
                self._changed[notice.telling.id] = notice


def _release(rule: str) -> int:
    """The number of the release of which a notice of this rule tells."""
    return int(rule.removeprefix(CHANGE_RULE))
