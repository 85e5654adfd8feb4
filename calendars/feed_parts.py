"""The rendered events of a calendar as a process holds them, so that after a change only what is new is read.

What is hard is to be as true as reading everything: each part bears the number of its rendering, which rises within a
calendar, and where the number of parts is not that of the events something was taken off, and all is read again. Values
only: the store reads, the service decides which are kept and how many.
"""

import hashlib
import json
import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from calendars.conflicts import Clash
from calendars.events import reach
from calendars.marks import Category, Status
from calendars.queries import Row
from calendars.when import when_from_json

ENDLESS = date.max.isoformat()
_DRAWN = re.compile(rb"(?:\r\nDTSTART[^:\r]*:|;UNTIL=)(\d{4})(\d\d)(\d\d)")
_OFF = frozenset({Status.CANCELLED.value, Status.POSTPONED.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPart:
    """The VEVENTs of one event, and what decides in which feeds they stand.

    digest: SHA-256 of the content; first_day, last_day: ISO, None where open; is_off: cancelled or postponed; groups:
    those whom it concerns; clashes_with: the UIDs of other events that the content names.
    """

    uid: str
    content: bytes
    digest: bytes
    first_day: str | None
    last_day: str | None
    category: str
    is_off: bool
    groups: tuple[str, ...] = ()
    clashes_with: frozenset[str] = frozenset()

    @classmethod
    def of_row(cls, row: Row) -> "FeedPart":
        """The part that a row of the query `rendered_events` holds.

        A postponed event has no days of its own: it stays as long as it was drawn on those that it had. What is off
        and had no end stays until the last day on which it was drawn, which is all that its readers have of it.
        """
        uid, content, first_day, last_day, category, status, clashes, details = row
        further = json.loads(details) if details else {}
        former = further.get("postponed_from")
        span = reach(when_from_json(former)) if former else None
        is_off = span is not None or status in _OFF
        last_day = span.last.isoformat() if span else last_day
        if is_off and last_day == ENDLESS:
            last_day = _drawn_until(bytes(content))
        return cls(
            uid=uid,
            content=bytes(content),
            digest=digest_of(bytes(content)),
            first_day=first_day,
            last_day=last_day,
            category=category,
            is_off=is_off,
            groups=tuple(further.get("groups", ())),
            clashes_with=frozenset(
                filter(None, map(Clash.uid_of_row, json.loads(clashes) if clashes else ()))
            ),
        )


@dataclass(frozen=True, slots=True)
class FeedParts:
    """The parts of a calendar in the order of its feeds, by first day and UID.

    mark: the number of the last rendering that is among them; by_uid: the same parts; size: bytes of memory, nearly.
    """

    mark: int = -1
    ordered: Sequence[FeedPart] = ()
    by_uid: Mapping[str, FeedPart] = field(default_factory=dict)
    size: int = 0

    def renewed(self, newer: Iterable[FeedPart], mark: int) -> "FeedParts":
        """The same with these parts in the place of those of their events."""
        changed = {part.uid: part for part in newer}
        by_uid = {**self.by_uid, **changed}
        former = [self.by_uid[uid] for uid in changed if uid in self.by_uid]
        size = self.size + sum(map(_size, changed.values())) - sum(map(_size, former))
        # Sorted here and not by the database: databases differ in the order of text.
        if len(changed) > FEW:
            return FeedParts(mark, sorted(by_uid.values(), key=_place), by_uid, size)
        ordered = list(self.ordered)
        for part in former:
            del ordered[bisect_left(ordered, _place(part), key=_place)]
        for part in changed.values():
            insort(ordered, part, key=_place)
        return FeedParts(mark, ordered, by_uid, size)

    def chosen(
        self, category: Category | None = None, *, since: date = date.min, cancelled_since: date = date.min
    ) -> list[FeedPart]:
        """The parts of a feed.

        Events that ended before `since` are left out, cancelled ones that were planned to end before `cancelled_since`.
        """
        first, first_off = since.isoformat(), max(since, cancelled_since).isoformat()
        return [
            part
            for part in self.ordered
            if (part.last_day is None or part.last_day >= (first_off if part.is_off else first))
            and (category is None or part.category == category)
        ]


NO_PARTS = FeedParts()

PART_BYTES = 700
"""What a part takes beside its content."""
FEW = 100
"""So many changed parts are put in their places one by one; more are sorted with all others."""


def _drawn_until(content: bytes) -> str | None:
    """The last day on which VEVENTs are drawn, ISO; None where there is none."""
    days = _DRAWN.findall(content.replace(b"\r\n ", b""))
    return b"-".join(max(days)).decode("ascii") if days else None


def digest_of(content: bytes) -> bytes:
    """The digest of a part's content: empty for none, so that what adds nothing to a feed changes no ETag."""
    return hashlib.sha256(content).digest() if content else b""


def _size(part: FeedPart) -> int:
    return len(part.content) + PART_BYTES


def _place(part: FeedPart) -> tuple[str, str]:
    return part.first_day or "", part.uid
