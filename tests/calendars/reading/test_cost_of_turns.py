"""No one turn of phrase costs a reading much: a pattern tried at every letter shows here, and in no count of calls.

Compared are times of one process within one moment, so that a slow or busy machine changes nothing: each turn's share
of what all of them take on the lines of the benchmark's paper.
"""

import time
from collections import Counter
from unittest.mock import patch

from benchmarks.documents.papers import programme_text
from benchmarks.documents.reading import read
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

LARGEST_SHARE = 0.35


def test_no_turn_takes_more_than_its_share() -> None:
    data = programme_text(9000).encode()
    asked: list[tuple[Turn, str, DaySpan | None]] = []
    put = Turn.put

    def noted(turn: Turn, text: str, period: DaySpan | None) -> str:
        asked.append((turn, text, period))
        return put(turn, text, period)

    with patch.object(Turn, "put", noted):
        read(data, "a.txt")
    costs: Counter[str] = Counter()
    for turn, text, period in asked:
        costs[turn.name] += min(_nanoseconds(turn, text, period) for _ in range(5))
    (name, largest), *_ = costs.most_common(1)
    assert largest <= LARGEST_SHARE * costs.total(), f"the turn {name!r} is slow where it finds nothing"


def _nanoseconds(turn: Turn, text: str, period: DaySpan | None) -> int:
    begun = time.perf_counter_ns()
    for _ in range(5):
        turn.put(text, period)
    return time.perf_counter_ns() - begun
