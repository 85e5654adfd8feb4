"""A plugin of pytest for mutants.py: learns what each function's tests are, and tries mutants in copies of one process.

The tests are collected once; for each mutant the process forks, and the copy runs the tests that reach the changed
function until the first that fails: first those that caught a mutant of the same function, then the quickest.

What makes it hard is what a process remembers. Caches would hide a mutant, so they are emptied; what one test has
cached would hide from the next which functions it needs, so while learning they are emptied before each. What is called
on import was called before any mutant was chosen: `on-import.json` names those functions, for mutants.py to try anew.
"""

import functools
import gc
import json
import os
import resource
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import pytest
from hypothesis import Phase, settings
from mutmut.state import state

LEARNING = os.environ.get("MUTANT_UNDER_TEST") == "stats"
TASKS = os.environ.get("MUTANTS_TO_TRY")
CHILDREN = int(os.environ.get("MUTANTS_AT_A_TIME", "1"))
GIGABYTE = 1 << 30
PASSED, FAILED = 0, 1
UNCHANGED = "nothing"


def pytest_configure() -> None:
    """Few examples, the same ones each time, and no search for the simplest: chance is to find no mutant."""
    settings.register_profile(
        "mutants",
        parent=settings.get_profile("sched"),
        max_examples=25,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
    )
    settings.load_profile("mutants")


@functools.cache
def caches() -> list["functools._lru_cache_wrapper[object]"]:
    """Those of the project's functions that remember."""
    found = (one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper))
    return [one for one in found if str(one.__module__).startswith("calendars")]


def forget() -> None:
    """Empty them."""
    for cache in caches():
        cache.cache_clear()


def pytest_collection_finish() -> None:
    """All is imported now."""
    if LEARNING:
        Path("on-import.json").write_text(json.dumps(sorted(state()._stats)), encoding="utf-8")
        state()._stats.clear()


def pytest_runtest_setup() -> None:
    """A test that uses what another has found would not be seen to need it."""
    if LEARNING:
        forget()


@dataclass(slots=True)
class Trials:
    """Mutants tried in copies of this process.

    results: gets a line for each, its name and its state; reached: the tests of each function; seconds: how long each
    test takes; killers: by function, how many of its mutants each test caught; running: the copies, by their number.
    """

    session: pytest.Session
    results: TextIO
    reached: dict[str, list[str]]
    seconds: dict[str, float]
    killers: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    running: dict[int, tuple[str, int]] = field(default_factory=dict)

    def start(self, mutant: str) -> None:
        """Try a mutant in a copy."""
        function = mutant.partition("__mutmut_")[0]
        names = set(self.reached.get(function, ()))
        items = [item for item in self.session.items if item.nodeid in names]
        if not items:
            self.tell(mutant, "no tests")
            return
        known = self.killers[function]
        items.sort(key=lambda item: (-known[item.nodeid], self.seconds.get(item.nodeid, 0)))
        self._start(mutant, items)

    def begin(self) -> None:
        """Try what is unchanged: a test that failed then would seem to catch every mutant."""
        self._start(UNCHANGED, self.session.items)
        if self.finish() != "survived":
            raise pytest.UsageError(f"with nothing changed this fails: {', '.join(self.killers[UNCHANGED])}")

    def _start(self, mutant: str, items: list[pytest.Item]) -> None:
        limit = int(5 + 2 * sum(self.seconds.get(item.nodeid, 0) for item in items))
        told, teller = os.pipe()
        if pid := os.fork():
            os.close(teller)
            self.running[pid] = (mutant, told)
            return
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        resource.setrlimit(resource.RLIMIT_AS, (4 * GIGABYTE, 4 * GIGABYTE))
        os.environ["MUTANT_UNDER_TEST"] = mutant
        forget()
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.session.testsfailed:
                os.write(teller, item.nodeid.encode())
                os._exit(FAILED)
        os._exit(PASSED)

    def finish(self) -> str:
        """Wait for one of the copies; how it ended."""
        pid, status = os.wait()
        mutant, told = self.running.pop(pid)
        with os.fdopen(told, "rb") as pipe:
            killer = pipe.read().decode()
        code = os.waitstatus_to_exitcode(status)
        state = {PASSED: "survived", FAILED: "killed"}.get(code, "timeout")
        self.tell(mutant, state)
        self.killers[mutant.partition("__mutmut_")[0]][killer or state] += 1
        return state

    def tell(self, mutant: str, state: str) -> None:
        """How it ended."""
        print(mutant, state, sep="\t", file=self.results, flush=True)


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Try what is to be tried, where there is something, instead of running the tests."""
    if TASKS is None:
        return None
    learned = json.loads(Path("mutmut-stats.json").read_text(encoding="utf-8"))
    caches()
    gc.freeze()
    with Path(TASKS).with_suffix(".results").open("w", encoding="utf-8") as results:
        trials = Trials(
            session, results, learned["tests_by_mangled_function_name"], learned["duration_by_test"]
        )
        trials.begin()
        for mutant in Path(TASKS).read_text(encoding="utf-8").splitlines():
            while len(trials.running) >= CHILDREN:
                trials.finish()
            trials.start(mutant)
        while trials.running:
            trials.finish()
    return True
