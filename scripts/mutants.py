"""Whether the tests of the core would notice it if a line said something else: the share of mutants that they kill.

    scripts/mutants.py                            every room, one after another
    scripts/mutants.py retry revision             only these
    scripts/mutants.py calendars/grammar/ocr.py   one module of a room
    scripts/mutants.py grammar --sample 400       as many mutants, drawn by chance, the same ones each time
    scripts/mutants.py retry --show               and the differences that no test noticed

Each room is tried in a copy of the project, with the tests that are its specification. mutmut reads its settings from
pyproject.toml alone, hence the copy. docs/mutants.md has the figures.
"""

import argparse
import hashlib
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("calendars", "scheduler", "tests", "benchmarks", "config.toml", "pyproject.toml")
ENOUGH = 0.8
PYTEST = ["-p", "mutant_trials", "-p", "no:cacheprovider", "-p", "no:xdist"]
CAUGHT = ("killed", "timeout")
MISSED = ("survived", "no tests")
ENVIRONMENT = os.environ | {"PYTHONHASHSEED": "0", "CI": "", "PYTHONPATH": str(ROOT / "scripts")}
# `mutmut show` would begin anew for each.
DIFFERENCES = """
import json, sys
from mutmut.mutation.diff_apply import get_diff_for_mutant

path = lambda mutant: mutant.rpartition(".")[0].replace(".", "/") + ".py"
print(json.dumps({mutant: get_diff_for_mutant(mutant, path=path(mutant)) for mutant in sys.argv[1:]}))
"""


@dataclass(frozen=True, slots=True)
class Room:
    """What is changed (patterns of paths), and the tests that should notice."""

    only: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = {
    "retry": Room(("scheduler/retry.py",), ("tests/scheduler/test_retry.py",)),
    "revision": Room(
        ("calendars/revision/*",),
        tuple(
            f"tests/calendars/test_{name}.py"
            for name in (
                "revision",
                "account",
                "by_hand",
                "likeness",
                "merging",
                "notices",
                "pairing",
                "relations",
                "reissues",
                "consecutive_papers",
                "unnamed",
                "earlier_days",
                "kept_by_hand",
                "moved_from",
                "new_time",
            )
        ),
    ),
    "precedence": Room(("calendars/reading/timing/precedence.py",), ("tests/calendars/reading",)),
    "grammar": Room(("calendars/grammar/*",), ("tests/calendars/grammar",)),
}


class Trial:
    """A copy of the project in `place`, its mutants made and the tests of each function known."""

    def __init__(self, place: Path, only: Sequence[str], tests: Sequence[str]) -> None:
        self.place = place
        self._pytest = [sys.executable, "-m", "pytest", "-q", *PYTEST, *tests]
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "node_modules")
                shutil.copytree(source, place / part, ignore=ignored)
            else:
                shutil.copy(source, place / part)
        settings = {
            "source_paths": ["calendars", "scheduler"],
            "only_mutate": list(only),
            "also_copy": ["config.toml", "benchmarks"],
            "pytest_add_cli_args_test_selection": list(tests),
            "pytest_add_cli_args": PYTEST,
            "track_dependencies": False,
            "use_git_change_detection": False,
        }
        lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
        with (place / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write("\n".join(["", "[tool.mutmut]", *lines, ""]))
        # mutmut has no command that only makes mutants; it makes them before it finds that none has this name.
        made = self._mutmut("run", "none-of-them")
        told = self._mutmut("results", "--all", "true").stdout
        self.mutants = sorted(re.findall(r"^\s*(\S+): ", told, re.MULTILINE))
        if not self.mutants or not (place / "mutants" / "mutmut-stats.json").exists():
            raise SystemExit(f"mutmut came to nothing:\n{made.stdout[-3000:]}\n{made.stderr[-2000:]}")
        self._on_import = set(json.loads((place / "mutants" / "on-import.json").read_text()))

    def run(self, mutants: Sequence[str], *, children: int) -> dict[str, str]:
        """The state of each of these mutants, in mutmut's words."""
        task, results = self.place / "mutants.txt", self.place / "mutants.results"
        task.write_text("\n".join(mutants), encoding="utf-8")
        with (self.place / "output").open("w+", encoding="utf-8") as output:
            run = subprocess.Popen(
                [*self._pytest, "--assert=plain", "--tb=no"], cwd=self.place / "mutants",
                env=ENVIRONMENT | {"MUTANTS_TO_TRY": str(task), "MUTANTS_AT_A_TIME": str(children)},
                stdout=output, stderr=output,
            )  # fmt: skip
            while run.poll() is None:
                with suppress(subprocess.TimeoutExpired):
                    run.wait(timeout=30)
                # The first line tells of the tests with nothing changed.
                done = results.read_text(encoding="utf-8").count("\n") - 1 if results.exists() else 0
                print(f"  {done} of {len(mutants)} tried", file=sys.stderr, flush=True)
            output.seek(0)
            if run.returncode or done < len(mutants):
                raise SystemExit(f"the mutants were not tried:\n{output.read()[-3000:]}")
        found = dict(line.split("\t") for line in results.read_text(encoding="utf-8").splitlines())
        states = {mutant: found[mutant] for mutant in mutants}
        for mutant in mutants:
            if states[mutant] in MISSED and _function(mutant) in self._on_import:
                anew = subprocess.run(
                    [*self._pytest, "-x"], cwd=self.place / "mutants",
                    env=ENVIRONMENT | {"MUTANT_UNDER_TEST": mutant}, capture_output=True, check=False,
                )  # fmt: skip
                states[mutant] = "killed" if anew.returncode else "survived"
        return states

    def differences(self, mutants: Iterable[str]) -> dict[str, list[str]]:
        """The lines that each of these mutants says differently."""
        command = [sys.executable, "-c", DIFFERENCES, *mutants]
        told = subprocess.run(
            command, cwd=self.place, env=ENVIRONMENT, capture_output=True, text=True, check=True
        )
        return {
            mutant: re.findall(r"^[-+](?![-+]).*$", text, re.MULTILINE)
            for mutant, text in json.loads(told.stdout).items()
        }

    def _mutmut(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(Path(sys.executable).with_name("mutmut")), *arguments]
        return subprocess.run(
            command, cwd=self.place, env=ENVIRONMENT, capture_output=True, text=True, check=False
        )


def _function(mutant: str) -> str:
    return mutant.partition("__mutmut_")[0]


def _module(mutant: str) -> str:
    """The path of a mutant's module without its ending: `calendars.a.b.x_f__mutmut_1` is in calendars/a/b."""
    return mutant.rpartition(".")[0].replace(".", "/")


def _lot(mutant: str) -> bytes:
    """What samples are drawn by: as good as chance, and the same each time."""
    return hashlib.sha256(mutant.encode()).digest()


def interval(caught: int, of: int) -> tuple[float, float]:
    """Wilson's interval that holds the true share with 95 of 100 samples."""
    if not of:
        return 0.0, 1.0
    z = 1.96
    share = caught / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def try_room(only: Sequence[str], tests: Sequence[str], *, sample: int, children: int, show: bool) -> float:
    """The share of mutants that are noticed; of all of them where `sample` is 0."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        trial = Trial(Path(folder), only, tests)
        chosen = trial.mutants
        if 0 < sample < len(chosen):
            chosen = sorted(sorted(chosen, key=_lot)[:sample])
        states = trial.run(chosen, children=children)
        score = report(states, of=len(trial.mutants))
        missed = [mutant for mutant in chosen if states[mutant] in MISSED]
        differences = trial.differences(missed) if show else {}
        for mutant in missed:
            print(f"  {mutant}: {states[mutant]}")
            for line in differences.get(mutant, ()):
                print(f"      {line}")
        return score


def report(states: dict[str, str], *, of: int) -> float:
    """Print a line a module and one for all; the share of mutants that were noticed."""
    modules = defaultdict(list)
    for mutant, state in states.items():
        modules[_module(mutant)].append(state)
    print("| module | mutants | noticed | not | score |\n| --- | --: | --: | --: | --: |")
    for module, found in sorted(modules.items()):
        caught = sum(state in CAUGHT for state in found)
        print(f"| {module} | {len(found)} | {caught} | {len(found) - caught} | {caught / len(found):.2f} |")
    caught = sum(state in CAUGHT for state in states.values())
    score = caught / len(states)
    late = sum(state == "timeout" for state in states.values())
    print(
        f"{score:.2f}: {caught} of {len(states)} mutants noticed, {late} of them by taking too long", end=""
    )
    if len(states) < of:
        low, high = interval(caught, len(states))
        print(
            f"\nA SAMPLE of {len(states)} of {of} mutants: {low:.2f} to {high:.2f} with 95 % confidence",
            end="",
        )
    print(flush=True)
    return score


def rooms_of(asked: Iterable[str]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What to change and the tests to run, for each name of a room or path of a module. ValueError for another."""
    chosen = {}
    for name in asked:
        if name in ROOMS:
            chosen[name] = ROOMS[name].only, ROOMS[name].tests
            continue
        found = [room for room in ROOMS.values() if any(fnmatch(name, only) for only in room.only)]
        if not found or not (ROOT / name).exists():
            raise ValueError(f"there is no room or module {name}; the rooms are {', '.join(ROOMS)}")
        chosen[name] = (name,), found[0].tests
    return chosen


def main() -> int:
    """0 where every room reaches what is asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("rooms", nargs="*", help=f"of {', '.join(ROOMS)}, or modules of them; else all rooms")
    parser.add_argument("--sample", type=int, default=0, help="how many mutants of each are drawn; 0 is all")
    parser.add_argument("--show", action="store_true", help="show what no test noticed")
    parser.add_argument("--children", type=int, default=2, help="how many mutants are tried at a time")
    given = parser.parse_args()
    try:
        rooms = rooms_of(given.rooms or ROOMS)
    except ValueError as problem:
        parser.error(str(problem))
    scores = []
    for name, (only, tests) in rooms.items():
        print(f"{name}:", flush=True)
        score = try_room(only, tests, sample=given.sample, children=given.children, show=given.show)
        scores.append(score)
    return 0 if min(scores) >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
