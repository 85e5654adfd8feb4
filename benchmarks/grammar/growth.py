"""Time against the length of the text, for ordinary text and for hostile repetitions.

Time must grow in proportion to the length, and no repetition may take more than three times what ordinary text of that
length takes. Processor time, after a warm run; of a repetition that takes long by chance the better of two runs.
"""

import math
import sys
import time
from collections.abc import Iterator

from benchmarks.figures import Figure, answer
from benchmarks.grammar.phrases import PARAGRAPH, context
from calendars.grammar import understand

HOSTILE = {
    "thứ 2,": "thứ 2, ",
    "figures": "1",
    "combining marks": "\u0301\u0323",
    "brackets": "(",
    "ngày": "ngày ",
    "24/11": "24/11 ",
    "từ ngày": "từ ngày ",
    "1,": "1, ",
    "nghị quyết số": "nghị quyết số ",
    "hoãn ngày 24/11 sang": "hoãn ngày 24/11 sang ",
    "TCVN3 text": "ngµy 24 th¸ng 11 n¨m 2023; ",
}
LIMIT = 3
NOVEMBER = context("2023-11")


def seconds(text: str) -> float:
    began = time.process_time()
    understand(text, NOVEMBER)
    return time.process_time() - began


def filled(piece: str, size: int) -> str:
    """So many letters of a piece said again and again."""
    return (piece * (size // len(piece) + 1))[:size]


def exponent(sizes: tuple[int, ...], times: tuple[float, ...]) -> float:
    """From the first size to the last."""
    return math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])


def measure(length: int = 1_000_000, rounds: int = 2) -> Iterator[Figure]:
    """length: letters of the longest text."""
    seconds(filled(PARAGRAPH, min(length, 50_000)))
    sizes = (length // 100, length // 10, length)
    runs = [tuple(seconds(filled(PARAGRAPH, size)) for size in sizes) for _ in range(rounds)]
    middle = sorted(runs, key=lambda run: run[-1])[(rounds - 1) // 2]
    told = ", ".join(f"{size:,} letters {taken:.3f} s" for size, taken in zip(sizes, middle, strict=True))
    yield Figure("text-growth", tuple(exponent(sizes, run) for run in runs), note=told)
    ordinary = middle[-1]
    spent: dict[str, float] = {}
    for name, piece in HOSTILE.items():
        text = filled(piece, length)
        spent[name] = seconds(text)
        if spent[name] > LIMIT * ordinary:
            spent[name] = min(spent[name], seconds(text))
    worst = max(spent, key=lambda name: spent[name])
    told = "; ".join(f'"{name}" {taken / ordinary:.2f}x' for name, taken in spent.items())
    yield Figure("hostile-text", (spent[worst],), (ordinary,), f"{length:,} letters of each: {told}")


if __name__ == "__main__":
    sys.exit(answer(measure))
