"""How honest the confidence of entries is: by band of confidence, how many entries are wholly right.

    python -m benchmarks.calibration [FOLDER]

FOLDER holds documents beside NAME.gold.json (default: ../shared/programmes, read by the score.py there, whose pairing
of labels and entries is used). An entry counts as right when its days, hours, state and kind are those of its label;
the weights of `calendars.reading.checks` are to keep 98 of 100 right among the entries from 0.9 on. Below the bands
each figure stands with its entries and their share.
"""

import importlib.util
import json
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

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


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    if not folder.exists() or not (SHARED / "score.py").exists():
        print(f"no labelled documents at {folder}: nothing was measured")
        return
    entries = judged(folder)
    print(f"{'confidence':>12} {'entries':>8} {'right':>6} {'share':>6}")
    for low, high in pairwise(BANDS):
        band = [right for entry, right in entries if low <= entry["confidence"] < high]
        share = f"{sum(band) / len(band):.3f}" if band else "-"
        print(f"{low:.2f} - {min(high, 1.0):.2f} {len(band):8} {sum(band):6} {share:>6}")
    sure = [right for entry, right in entries if entry["confidence"] >= 0.9]
    if sure:
        print(f"from 0.90 on: {sum(sure)} of {len(sure)} right ({sum(sure) / len(sure):.3f})")
    by_figure: dict[float, list[bool]] = defaultdict(list)
    for entry, right in entries:
        by_figure[entry["confidence"]].append(right)
    for figure, rights in sorted(by_figure.items(), reverse=True):
        print(f"{figure:8.3f} {len(rights):6} {sum(rights) / len(rights):6.3f}")


if __name__ == "__main__":
    main()
