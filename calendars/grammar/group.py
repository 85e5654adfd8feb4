"""The pieces that make one time, by their kinds: what `parting` makes of a cluster and the builders read.

A group holds at most one piece of most kinds; what was doubted in making it is kept beside them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from calendars.grammar.clusters import SIGNS, Item
from calendars.grammar.pieces import (
    DayList,
    Deadline,
    Element,
    Kind,
    Member,
    Nth,
    Often,
    PartDate,
    Period,
    Piece,
    Weekdays,
)
from calendars.grammar.rule import Context
from calendars.marks import Issue

BOUND = "B"


END_OF_REPEAT = "b"


@dataclass(slots=True)
class Group:
    """The pieces of one time, by kind.

    kinds: those of its pieces in order, "" while they are not known; most questions are answered by them alone.
    """

    pieces: list[Piece]
    context: Context
    issues: list[Issue] = field(default_factory=list)
    kinds: str = ""

    @property
    def start(self) -> int:
        return min(piece.start for piece in self.pieces)

    @property
    def end(self) -> int:
        return max(piece.end for piece in self.pieces)

    def take(self, piece: Piece) -> None:
        """One more piece."""
        self.pieces.append(piece)
        self.kinds = ""

    def value(self, kind: str) -> object:
        if self.kinds and kind not in self.kinds:
            return None
        for piece in self.pieces:
            if piece.kind == kind:
                return piece.value
        return None

    def has(self, kind: str) -> bool:
        if self.kinds:
            return kind in self.kinds
        for piece in self.pieces:  # noqa: SIM110 - a generator takes as long as ten turns of the loop
            if piece.kind == kind:
                return True
        return False

    @property
    def days(self) -> DayList | None:
        value = self.value(Kind.DAY)
        return DayList((Element(Member(value)),)) if isinstance(value, PartDate) else value  # type: ignore[return-value]

    @property
    def often(self) -> Often | None:
        return self.value(Kind.OFTEN)  # type: ignore[return-value]

    @property
    def weekdays(self) -> Weekdays | None:
        return self.value(Kind.WEEKDAY)  # type: ignore[return-value]

    @property
    def period(self) -> Period | None:
        return self.value(Kind.PERIOD)  # type: ignore[return-value]

    @property
    def nth(self) -> Nth | None:
        return self.value(Kind.NTH)  # type: ignore[return-value]

    @property
    def deadline(self) -> Deadline | None:
        return self.value(Kind.DEADLINE)  # type: ignore[return-value]

    @property
    def bounds(self) -> DayList | None:
        return self.value(BOUND)  # type: ignore[return-value]

    def doubt(self, code: str, detail: str) -> None:
        self.issues.append(Issue(code, detail))


_CHANGED = frozenset((Kind.OFTEN, Kind.MONTHS, Kind.TO, Kind.DONE))
"""Kinds that mean another thing for what stands beside them, or change what does."""


@lru_cache(maxsize=4096)
def kinds_of_one(kinds: str) -> str:
    """The kinds of a cluster's pieces where there is nothing to part and nothing that changes what stands beside it."""
    of_pieces = "".join([kind for kind in kinds if kind not in SIGNS])
    if len(of_pieces) == 1:
        return of_pieces
    once = len(set(of_pieces)) == len(of_pieces) and _CHANGED.isdisjoint(of_pieces)
    return (
        of_pieces
        if once and of_pieces[-1] != Kind.DEADLINE and ":" not in kinds and ";P" not in kinds
        else ""
    )


def group_of(cluster: Sequence[Item], kinds: str, context: Context) -> Group:
    """All the pieces of a cluster as one time; kinds: those of its pieces."""
    if len(kinds) == len(cluster):  # nothing but pieces
        return Group(cast("list[Piece]", cluster), context, kinds=kinds)
    return Group([item for item in cluster if isinstance(item, Piece)], context, kinds=kinds)
