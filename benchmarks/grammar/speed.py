"""Time to read a phrase in a warm process, beside dateparser (Vietnamese) on the same phrases in the same run.

    python -m benchmarks.grammar.speed

Rounds alternate; processor time is taken, and the best round of each. dateparser is asked for what it offers for such
texts, one date. Budget: at most 0.1 ms a phrase, and at least 20 times faster than dateparser, which must be
installed (`pip install dateparser`); without it only our own figure is shown.
"""

import importlib
import time
from collections.abc import Callable

from benchmarks.grammar.phrases import phrases
from calendars.grammar import understand

ROUNDS = 7
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

    def theirs() -> None:
        for text, _ in cases:
            parse(text, languages=["vi"], settings={"DATE_ORDER": "DMY"})

    try:
        parse = importlib.import_module("dateparser").parse
    except ImportError:
        parse = None
    ours()
    mine, other = [], []
    for number in range(ROUNDS):
        mine.append(round_of(ours))
        if parse and number < 2:
            other.append(round_of(theirs))
    each = min(mine) / len(cases) * 1000
    print(f"{len(cases)} phrases, {each:.3f} ms each (budget {BUDGET_MS} ms)")
    if other:
        slow = min(other) / len(cases) * 1000
        print(f"dateparser {slow:.2f} ms each: {slow / each:.0f} times slower (budget {BUDGET_RATIO})")


if __name__ == "__main__":
    main()
