"""Time against the length of the text, for ordinary text and for hostile repetitions.

    python -m benchmarks.grammar.growth

Time must grow in proportion to the length, and no repetition may take more than three times what ordinary text
of that length takes. Processor time, one run each after a warm one.
"""

import time

from benchmarks.grammar.phrases import PARAGRAPH, context
from calendars.grammar import understand

SIZES = (10_000, 100_000, 1_000_000)
HOSTILE = {
    '"thứ 2, " x 100,000': "thứ 2, " * 100_000,
    "1 MB of figures": "1" * 1_000_000,
    "1 MB of combining marks": "\u0301\u0323" * 500_000,
    "1 MB of brackets": "(" * 1_000_000,
    '"ngày " x 200,000': "ngày " * 200_000,
    '"24/11 " x 160,000': "24/11 " * 160_000,
    '"từ ngày " x 120,000': "từ ngày " * 120_000,
    '"1, " x 330,000': "1, " * 330_000,
    '"nghị quyết số " x 70,000': "nghị quyết số " * 70_000,
    '"hoãn ngày 24/11 sang " x 47,000': "hoãn ngày 24/11 sang " * 47_000,
    "1 MB of TCVN3 text": "ngµy 24 th¸ng 11 n¨m 2023; " * 37_000,
}
LIMIT = 3
NOVEMBER = context("2023-11")


def seconds(text: str) -> float:
    began = time.process_time()
    understand(text, NOVEMBER)
    return time.process_time() - began


def ordinary(size: int) -> str:
    return (PARAGRAPH * (size // len(PARAGRAPH) + 1))[:size]


def main() -> None:
    understand(PARAGRAPH, NOVEMBER)
    per_letter = 0.0
    for size in SIZES:
        taken = seconds(ordinary(size))
        per_letter = taken / size
        print(f"{size:>9,} letters  {taken:7.3f} s  {taken / size * 1e6:6.2f} us a letter")
    for name, text in HOSTILE.items():
        taken = seconds(text)
        print(
            f"{name:<36} {taken:7.3f} s  {taken / (per_letter * len(text)):5.2f} x ordinary (limit {LIMIT})"
        )


if __name__ == "__main__":
    main()
