"""Time to read a phrase in a warm process, beside dateparser (Vietnamese) on the same phrases in the same run.

What we do is to find times in a text, which is dateparser's `search_dates`; its `parse`, which takes a whole text for
one date and gives up at the first word it does not know, is shown too. Both sides are told from which day to count and
read every phrase once before anything is measured. Rounds alternate; processor time is taken.
"""

import importlib
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, time
from time import process_time

from benchmarks.figures import Figure, answer
from benchmarks.grammar.phrases import phrases as all_phrases
from calendars.grammar import understand
from calendars.grammar.resolve import anchor


def round_of(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def measure(rounds: int = 7, peer_rounds: int = 2, phrases: int = 0) -> Iterator[Figure]:
    """phrases: so many of the table's, 0: all."""
    cases = all_phrases()[: phrases or None]

    def ours() -> None:
        for text, context in cases:
            understand(text, context)

    told = [
        (text, {"DATE_ORDER": "DMY", "RELATIVE_BASE": datetime.combine(anchor(context), time.min)})
        for text, context in cases
    ]

    def theirs(read: Callable[..., object]) -> None:
        for text, settings in told:
            read(text, languages=["vi"], settings=settings)

    peers: dict[str, Callable[..., object]] = {}
    try:
        peers["phrase-dateparser-parse"] = importlib.import_module("dateparser").parse
        peers["phrase-dateparser"] = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        print("dateparser is not here", file=sys.stderr)
    ours()
    for read in peers.values():
        theirs(read)
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
