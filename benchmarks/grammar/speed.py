"""Time to read a phrase in a warm process, beside dateparser (Vietnamese) on the same phrases in the same run.

What we do is to find times in a text, which is dateparser's `search_dates`; its `parse`, which takes a whole text for
one date and gives up at the first word it does not know, is shown too. Rounds alternate; processor time is taken.
"""

import importlib
import sys
import time
from collections.abc import Callable, Iterator

from benchmarks.figures import Figure, answer
from benchmarks.grammar.phrases import phrases as all_phrases
from calendars.grammar import understand


def round_of(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def measure(rounds: int = 7, peer_rounds: int = 2, phrases: int = 0) -> Iterator[Figure]:
    """phrases: so many of the table's, 0: all."""
    cases = all_phrases()[: phrases or None]

    def ours() -> None:
        for text, context in cases:
            understand(text, context)

    def theirs(read: Callable[..., object]) -> None:
        for text, _ in cases:
            read(text, languages=["vi"], settings={"DATE_ORDER": "DMY"})

    peers: dict[str, Callable[..., object]] = {}
    try:
        peers["phrase-dateparser-parse"] = importlib.import_module("dateparser").parse
        peers["phrase-dateparser"] = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        print("dateparser is not here", file=sys.stderr)
    ours()
    mine: list[float] = []
    spent: dict[str, list[float]] = {name: [] for name in peers}
    for number in range(rounds):
        mine.append(round_of(ours))
        for name, read in peers.items() if number < peer_rounds else ():
            spent[name].append(round_of(lambda read=read: theirs(read)))
    each = 1000 / len(cases)
    ours_each = tuple(taken * each for taken in mine)
    yield Figure("phrase", ours_each, note=f"{len(cases)} phrases of tests/calendars/grammar/phrases.tsv")
    for name in ("phrase-dateparser", "phrase-dateparser-parse"):
        yield Figure(name, ours_each, tuple(taken * each for taken in spent.get(name, ())))


if __name__ == "__main__":
    sys.exit(answer(measure))
