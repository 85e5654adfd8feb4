"""A scanned page read from its bytes to its entries, beside Tesseract alone on the same picture.

    python -m benchmarks.documents.scanning [--rounds N]

Tesseract runs as whoever wants its text would run it: Vietnamese, one thread (on small machines its threads wait for
each other), its own way of laying out a page.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, alternating, answer
from calendars.documents import read_document
from calendars.reading import read_programme

FORMATS = Path(__file__).parents[2] / "tests" / "documents" / "formats"


def by_us(scan: Path) -> float:
    began = time.perf_counter()
    read_programme(read_document(scan.read_bytes(), scan.name))
    return time.perf_counter() - began


def by_tesseract(scan: Path) -> float:
    began = time.perf_counter()
    subprocess.run(
        ["tesseract", scan, "stdout", "-l", "vie"],
        check=True,
        capture_output=True,
        env=os.environ | {"OMP_THREAD_LIMIT": "1"},
    )
    return time.perf_counter() - began


def measure(rounds: int = 3) -> Iterator[Figure]:
    if shutil.which("tesseract") is None:
        print("Tesseract is not here: scans were not measured", file=sys.stderr)
        return
    for name, picture in (("scan", "week-scan.jpg"), ("scan-photo", "notice-photo.jpg")):
        scan = FORMATS / picture
        ours, theirs = alternating(rounds, partial(by_us, scan), partial(by_tesseract, scan))
        yield Figure(name, ours, theirs, f"tests/documents/formats/{picture}")


if __name__ == "__main__":
    sys.exit(answer(measure))
