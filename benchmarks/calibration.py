"""How honest the confidence of entries is: by band of confidence, how many entries are wholly right.

    python -m benchmarks.calibration [--folder FOLDER] [--figures yes]

FOLDER holds documents beside NAME.gold.json (usually ../shared/programmes, read by the score.py there, whose pairing
of labels and entries is used). An entry counts as right when its days, hours, state and kind are those of its label;
the weights of `calendars.reading.checks` are to keep 98 of 100 right among the entries from 0.9 on. With --figures
each figure stands with its entries and their share.
"""

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.figures import Figure, answer
from calendars.documents import read_document
from calendars.reading import programme_to_json, read_programme

SHARED = Path(__file__).parents[2] / "shared" / "programmes"
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


def scorer() -> ModuleType:
    """The module that pairs labels and entries."""
    found = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def judged(folder: Path) -> list[tuple[dict[str, Any], bool]]:
    """Each entry of a folder's documents that tells a time, and whether it is wholly right."""
    score = scorer()
    result: list[tuple[dict[str, Any], bool]] = []
    for label in sorted(folder.glob("*.gold.json")):
        stem = label.name.removesuffix(".gold.json")
        path = next(p for p in sorted(folder.glob(f"{stem}.*")) if p.suffix != ".json")
        told = programme_to_json(read_programme(read_document(path.read_bytes(), path.name)))
        entries = [e for e in score.singles(told["entries"]) if e["when"].get("type") != "undated"]
        events = json.loads(label.read_text("utf-8"))["events"]
        pairs, _ = score.pair(events, entries, path.suffix in score.PICTURES)
        right = {at for _, at, whole in pairs if whole}
        result += [(entry, at in right) for at, entry in enumerate(entries)]
    return result


def bands(entries: list[tuple[dict[str, Any], bool]]) -> str:
    """How many of how many are right, band by band."""
    told = []
    for low, high in pairwise(BANDS):
        band = [right for entry, right in entries if low <= entry["confidence"] < high]
        told.append(f"{low:.2f} to {min(high, 1.0):.2f}: {sum(band)} of {len(band)}")
    return "; ".join(told)


def by_figure(entries: list[tuple[dict[str, Any], bool]]) -> Iterator[str]:
    """Each figure of confidence with its entries and the share that is right, the highest first."""
    found: dict[float, list[bool]] = defaultdict(list)
    for entry, right in entries:
        found[entry["confidence"]].append(right)
    for figure, rights in sorted(found.items(), reverse=True):
        yield f"{figure:8.3f} {len(rights):6} {sum(rights) / len(rights):6.3f}"


def measure(folder: str = "", figures: str = "") -> Iterator[Figure]:
    """folder: of labelled documents; figures: any word, to have each figure of confidence told."""
    where = Path(folder) if folder else SHARED
    if not where.exists() or not (SHARED / "score.py").exists():
        print("no labelled documents lie beside the project: nothing was measured", file=sys.stderr)
        return
    entries = judged(where)
    sure = [right for entry, right in entries if entry["confidence"] >= 0.9]
    if figures:
        print("\n".join(by_figure(entries)))
    note = f"{sum(sure)} of {len(sure)} right; by confidence {bands(entries)}"
    yield Figure("calibration", (100 * sum(sure) / len(sure),), note=note)


if __name__ == "__main__":
    sys.exit(answer(measure))
