"""The small parts, by pytest-benchmark: what one phrase, one event, one reminder, one mail costs.

    python -m benchmarks.parts [--rounds N]
    python -m pytest -c /dev/null -p no:cacheprovider benchmarks/small_parts.py    (its own table, with all its columns)

The parts are the functions of `small_parts.py`; pytest-benchmark finds out how often each must be called for the clock
to be trusted. Shown are the median round and the middle half of the rounds.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import BY_NAME, Figure, answer

PARTS = Path(__file__).with_name("small_parts.py")
PLAIN = ("-q", "-c", "/dev/null", "-p", "no:cacheprovider", "--rootdir", str(PARTS.parents[1]))
"""The tests' own settings ask for plugins of theirs."""

UNITS = {"µs": 1e6, "ms": 1e3, "s": 1.0}


def measure(rounds: int = 30) -> Iterator[Figure]:
    """rounds: the least that each part is measured."""
    if importlib.util.find_spec("pytest_benchmark") is None:
        print("pytest-benchmark is not here: the parts were not measured", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        options = [f"--benchmark-json={told}", f"--benchmark-min-rounds={rounds}", "--benchmark-max-time=1"]
        run = subprocess.run(
            [sys.executable, "-m", "pytest", *PLAIN, *options, PARTS],
            cwd=PARTS.parents[1],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            raise SystemExit(run.stdout[-2000:] + run.stderr[-500:])
        results = json.loads(told.read_text("utf-8"))["benchmarks"]
    for result in results:
        name = result["name"].removeprefix("test_").replace("_", "-")
        stats, scale = result["stats"], UNITS[BY_NAME[name].unit]
        spread = tuple(stats[part] * scale for part in ("q1", "median", "q3"))
        yield Figure(name, spread, note=f"{name}: {stats['rounds']} rounds of {stats['iterations']} calls")


if __name__ == "__main__":
    sys.exit(answer(measure))
