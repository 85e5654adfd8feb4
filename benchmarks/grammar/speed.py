"""Time to read a phrase in a warm process, beside dateparser (Vietnamese) on the same phrases in the same run.

What we do is to find times in a text, which is dateparser's `search_dates`; its `parse`, which takes a whole text for
one date and gives up at the first word it does not know, is shown too. Both sides are told from which day to count and
read every phrase once before anything is measured. In each round each side reads the whole table: both are to be warm,
and a side that is soon done would else be measured while it finds its way back into the processor's caches (turns of a
hundred phrases, which take us 6 ms and the other 120 ms, made ours a tenth slower). Processor time is taken, what one
side left behind is collected before the other's turn, and the median of the rounds counts.
"""

import gc
import importlib
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time
from functools import partial
from time import process_time

from benchmarks.figures import Figure, answer
from benchmarks.grammar.phrases import phrases as all_phrases
from calendars.grammar import understand
from calendars.grammar.resolve import anchor

Call = Callable[[], object]


def seconds(calls: Iterable[Call]) -> float:
    gc.collect()
    began = process_time()
    for call in calls:
        call()
    return process_time() - began


def measure(rounds: int = 8, phrases: int = 0) -> Iterator[Figure]:
    """phrases: so many of the table's, 0: all."""
    cases = all_phrases()[: phrases or None]
    told = [
        {"DATE_ORDER": "DMY", "RELATIVE_BASE": datetime.combine(anchor(where), time.min)}
        for _, where in cases
    ]
    calls: dict[str, list[Call]] = {"phrase": [partial(understand, text, where) for text, where in cases]}
    try:
        peers = {
            "phrase-dateparser": importlib.import_module("dateparser.search").search_dates,
            "phrase-dateparser-parse": importlib.import_module("dateparser").parse,
        }
    except ImportError:
        print("dateparser is not here", file=sys.stderr)
        peers = {}
    for name, read in peers.items():
        calls[name] = [
            partial(read, text, languages=["vi"], settings=settings)
            for (text, _), settings in zip(cases, told, strict=True)
        ]
    for each in calls.values():
        seconds(each)
    spent: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, each in calls.items():
            spent[name].append(seconds(each))
    each_phrase = {name: tuple(1000 / len(cases) * taken for taken in of) for name, of in spent.items()}
    ours = each_phrase["phrase"]
    yield Figure("phrase", ours, note=f"{len(cases)} phrases of tests/calendars/grammar/phrases.tsv")
    for name in ("phrase-dateparser", "phrase-dateparser-parse"):
        yield Figure(name, ours, each_phrase.get(name, ()))


if __name__ == "__main__":
    sys.exit(answer(measure))
