"""Time to read a phrase in a warm process, beside dateparser (Vietnamese) on the same phrases in the same run.

    python -m benchmarks.grammar.speed

Rounds alternate; processor time is taken, and the best round of each. What we do is to find times in a text, which is
dateparser's `search_dates`; its `parse`, which takes a whole text for one date and gives up at the first word it does
not know, is shown too. Budget: at most 0.1 ms a phrase, and at least 20 times faster than dateparser, which must be
installed (`pip install dateparser`); without it only our own figure is shown.
"""

import importlib
import time
from collections.abc import Callable

from benchmarks.grammar.phrases import phrases
from calendars.grammar import understand

ROUNDS = 7
THEIR_ROUNDS = 2
BUDGET_MS = 0.1
BUDGET_RATIO = 20


def round_of(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    cases = phrases()

    def ours() -> None:
        for text, context in cases:
            understand(text, context)

    try:
        parse = importlib.import_module("dateparser").parse
        search = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        others = {}
    else:
        others = {"dateparser search_dates": search, "dateparser parse": parse}

    def theirs(read: Callable[..., object]) -> None:
        for text, _ in cases:
            read(text, languages=["vi"], settings={"DATE_ORDER": "DMY"})

    ours()
    mine: list[float] = []
    best: dict[str, float] = {}
    for number in range(ROUNDS):
        mine.append(round_of(ours))
        for name, read in others.items() if number < THEIR_ROUNDS else ():
            best[name] = min(best.get(name, 1e9), round_of(lambda read=read: theirs(read)))
    each = min(mine) / len(cases) * 1000
    print(f"{len(cases)} phrases, {each:.3f} ms each (budget {BUDGET_MS} ms)")
    for name, taken in best.items():
        slow = taken / len(cases) * 1000
        print(f"{name} {slow:.2f} ms each: {slow / each:.1f} times slower (budget {BUDGET_RATIO})")


if __name__ == "__main__":
    main()
