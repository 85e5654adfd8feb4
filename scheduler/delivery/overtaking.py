"""Change notices of one person that speak of the same event: the later one takes in what the earlier has to say.

Hard here: a notice may still wait, be in somebody's hands, or wait for another try of which it is not known whether it
arrived. What waits is merged into the later one, in the transaction of its release; what is in hand has gone, and the
later waits for it; what comes back unsent is merged when either is looked at before it is sent. So for one person the
notices of an event go out in the order of their releases, and none speaks of what the next one has made old.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

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
    """A notice that has not gone out. perhaps_told: whether something of it may have arrived."""

    telling: Telling
    changes: list[ChangeSaid]
    is_pending: bool
    perhaps_told: bool

    @property
    def release(self) -> int:
        return _release(self.telling)

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
    added = (notices.taken_in(one) if one.purpose is Purpose.CHANGE else one for one in found)
    return [one for one in added if one is not None]


class Notices:
    """The open change notices of some people, within one transaction at the instant `now` (UTC)."""

    def __init__(
        self, connection: Connection, people: Iterable[str], now: datetime, leased: Sequence[Leased] = ()
    ) -> None:
        """leased: those among them that are in hand and not yet sent."""
        self._ours = {one.telling.id for one in leased}
        again = {one.telling.id for one in leased if one.unsettled > 1}
        self._connection = connection
        self._now = now
        self._open: dict[str, list[_Open]] = {}
        if wanted := sorted(set(people)):
            rows = connection.execute(QUERIES["open_notices"], {"people": json.dumps(wanted)})
            for row in rows:
                telling, changes = telling_of_row(row), changes_in(json.loads(row[12]))
                # Of a list one part may have arrived and the next been turned away.
                heard = row[14] == 2 or (row[14] == 1 and len(changes) > 1) or telling.id in again
                one = _Open(telling, changes, row[13] == State.PENDING, heard)
                self._open.setdefault(telling.person, []).append(one)
        for those in self._open.values():
            those.sort(key=lambda one: one.release)

    def taken_in(self, telling: Telling) -> Telling | None:
        """A new notice with what it takes in; None where nothing is left to tell."""
        mine = _Open(telling, changes_in(telling.body), is_pending=True, perhaps_told=False)
        for earlier in self._open.get(telling.person, ()):
            if earlier.speaks_of(mine.changes) and self._is_held(earlier):
                self._merge(earlier, mine)
        return mine.telling if mine.changes else None

    def ready(self, leased: Leased) -> list[ChangeSaid] | Drop | Later:
        """What a leased notice tells now that it is its turn; Drop or Later where another tells it, or goes first."""
        everyone = self._open.get(leased.telling.person, ())
        mine = next((one for one in everyone if one.telling.id == leased.telling.id), None)
        if mine is None:
            # It was taken out of the outbox meanwhile; what has come of it is kept all the same.
            return changes_in(leased.telling.body)
        for other in everyone:
            if other is mine or not other.speaks_of(mine.changes):
                continue
            if not self._is_held(other):
                # Each of the two counts on what the other tells; whichever comes first alone takes the other in.
                return Later(self._now + LOOK_AGAIN, "another notice of it is being sent")
            if other.release < mine.release:
                self._merge(other, mine)
            else:
                self._merge(mine, other)
        return mine.changes or Drop(OVERTAKEN)

    def _is_held(self, notice: _Open) -> bool:
        """Whether it waits or was leased just now, and is ours to change."""
        if notice.is_pending and notice.telling.id not in self._ours:
            held = self._connection.execute(QUERIES["hold_notice"], {"id": notice.telling.id})
            notice.is_pending = bool(held)
        return notice.is_pending or notice.telling.id in self._ours

    def _merge(self, earlier: _Open, later: _Open) -> None:
        rest, whole = merged(earlier.changes, later.changes, perhaps_told=earlier.perhaps_told)
        ends = max(earlier.telling.ends, later.telling.ends)
        due = min(earlier.telling.due, later.telling.due)
        later.telling = replace(later.telling, ends=ends, due=due)
        for notice, changes in ((earlier, rest), (later, whole)):
            notice.changes = changes
            body = notice_body(changes, notice.telling.body["document"])
            notice.telling = replace(notice.telling, body=body)
            self._keep(notice)

    def _keep(self, notice: _Open) -> None:
        """Writes it; one of which nothing is left is closed, unless whoever has it in hand does so."""
        telling = notice.telling
        if notice.changes:
            row = {
                "id": telling.id,
                "body": json.dumps(telling.body, ensure_ascii=False),
                "ends": instant_text(telling.ends),
            }
            self._connection.execute(QUERIES["rewrite_notice"], row)
        else:
            row = {"id": telling.id, "reason": OVERTAKEN, "now": instant_text(self._now)}
            self._connection.execute(QUERIES["drop_notice"], row)
            notice.is_pending = False


def _release(telling: Telling) -> int:
    """The number of the release of which the notice tells."""
    return int(telling.rule.removeprefix(CHANGE_RULE))
