"""Whether the tests of the core would notice it if a line said something else: the share of mutants that they kill.

    scripts/mutants.py                  every room, one after another
    scripts/mutants.py retry revision   only these
    scripts/mutants.py retry --show     and the differences that no test noticed

Each room is tried in a copy of the project, with the tests that are its specification. mutmut reads its settings from
pyproject.toml alone, hence the copy.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENOUGH = 0.8
CAUGHT = ("killed", "timeout", "suspicious", "caught_by_type_check")
MISSED = ("survived", "no_tests", "segfault")

ROOMS = {
    "retry": (["scheduler/retry.py"], ["tests/scheduler/test_retry.py"]),
    "revision": (
        ["calendars/revision/*"],
        [
            "tests/calendars/test_revision.py",
            "tests/calendars/test_by_hand.py",
            "tests/calendars/test_likeness.py",
        ],
    ),
    "precedence": (["calendars/reading/precedence.py"], ["tests/calendars/reading"]),
    "grammar": (
        [
            "calendars/grammar/attach.py",
            "calendars/grammar/combine.py",
            "calendars/grammar/group.py",
            "calendars/grammar/openers.py",
            "calendars/grammar/pieces.py",
            "calendars/grammar/table.py",
            "calendars/grammar/understand.py",
        ],
        ["tests/calendars/grammar"],
    ),
}

# Mutants are tried in copies of a process that has run all tests; what it remembers would hide them.
FORGETTING = """

def pytest_sessionstart() -> None:
    import functools
    import gc

    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and str(one.__module__).startswith("calendars"):
            one.cache_clear()
"""


def try_room(name: str, *, children: int, show: bool) -> float:
    """The share of mutants of a room that are noticed."""
    only, tests = ROOMS[name]
    with tempfile.TemporaryDirectory(prefix=f"mutants-{name}-") as folder:
        place = Path(folder)
        for part in ("calendars", "scheduler", "tests", "benchmarks", "config.toml", "pyproject.toml"):
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(
                    source, place / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
                )
            else:
                shutil.copy(source, place / part)
        with (place / "tests" / "conftest.py").open("a", encoding="utf-8") as file:
            file.write(FORGETTING)
        settings = {
            "source_paths": ["calendars", "scheduler"],
            "only_mutate": only,
            "also_copy": ["config.toml", "benchmarks"],
            "pytest_add_cli_args_test_selection": tests,
            "pytest_add_cli_args": ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly"],
            "mutate_only_covered_lines": True,
            "use_git_change_detection": False,
        }
        lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
        with (place / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write("\n".join(["", "[tool.mutmut]", *lines, ""]))
        mutmut = [str(Path(sys.executable).with_name("mutmut"))]
        # Few examples: a mutant that only chance would find counts as missed.
        environment = os.environ | {"PYTHONHASHSEED": "0", "CI": ""}
        run = subprocess.run(
            [*mutmut, "run", "--max-children", str(children)],
            cwd=place, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        results = subprocess.run(
            [*mutmut, "results", "--all", "true"], cwd=place, capture_output=True, text=True, check=False
        ).stdout
        found = re.findall(r"^\s*(\S+): (.+)$", results, re.MULTILINE)
        if not found:
            raise SystemExit(f"{name}: mutmut came to nothing:\n{run.stdout[-3000:]}\n{run.stderr[-2000:]}")
        status = {mutant: state.strip().replace(" ", "_") for mutant, state in found}
        caught = sum(state in CAUGHT for state in status.values())
        missed = [mutant for mutant, state in status.items() if state in MISSED]
        score = caught / max(1, caught + len(missed))
        print(f"{name}: {score:.2f} ({caught} of {caught + len(missed)} mutants noticed)", flush=True)
        for mutant in missed:
            print(f"  {mutant}: {status[mutant]}")
            if show:
                shown = subprocess.run(
                    [*mutmut, "show", mutant], cwd=place, capture_output=True, text=True, check=False
                )
                changed = re.findall(r"^[-+](?![-+]).*$", shown.stdout, re.MULTILINE)
                print("\n".join(f"      {line}" for line in changed))
        return score


def main() -> int:
    """0 where every room reaches what is asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("rooms", nargs="*", help=f"of {', '.join(ROOMS)}; all of them where none is named")
    parser.add_argument("--show", action="store_true", help="show what no test noticed")
    parser.add_argument("--children", type=int, default=2, help="how many mutants are tried at a time")
    chosen = parser.parse_args()
    if unknown := set(chosen.rooms) - ROOMS.keys():
        parser.error(f"there is no room {', '.join(sorted(unknown))}; there are {', '.join(ROOMS)}")
    scores = [
        try_room(name, children=chosen.children, show=chosen.show) for name in chosen.rooms or list(ROOMS)
    ]
    return 0 if min(scores) >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
