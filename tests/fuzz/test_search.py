"""Strangers' bytes: the seeds, these cut and stirred, and what a short search led by coverage comes upon.

The long search is `make fuzz`. What it once found stands below by name.
"""

import importlib.util
import random
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz_targets import IN_A_CHILD, TARGETS, document_of, seeds, tried

SEARCH = Path(__file__).resolve().parents[1] / "support" / "fuzz_search.py"


def stirred(seed: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them cut, doubled or changed."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.randint(0, 30))
        match chance.randrange(4):
            case 0:
                del data[at:to]
            case 1:
                data[at:at] = data[at:to] * chance.randint(1, 20)
            case 2:
                data[at:to] = chance.randbytes(to - at)
            case _:
                data[at:at] = chance.choice(
                    (b"0", b"9" * 30, b"-1", b"\x00", b"\xff", b"/", b";", b"[", b'"')
                )
    return bytes(data)


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_near_the_seeds_is_answered_or_refused(name: str) -> None:
    chance = random.Random(name)
    for seed in seeds(name):
        tried(name, seed)
        for _ in range(30):
            tried(name, stirred(seed, chance))


@pytest.mark.parametrize("name", TARGETS)
def test_every_search_begins_with_something(name: str) -> None:
    assert seeds(name)
    assert all(seeds(name))


@pytest.mark.parametrize("name", IN_A_CHILD)
def test_the_search_in_a_format_begins_with_files_that_are_read(name: str) -> None:
    """From what is damaged at its first byte a search does not find its way into a packed format."""
    assert all(any(document_of(name, seed).lines()) for seed in seeds(name))


def test_a_search_led_by_coverage_finds_nothing_in_seconds(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, SEARCH, "all", "-max_total_time=4", "-timeout=20", "-rss_limit_mb=2048"],
        cwd=tmp_path, capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    if importlib.util.find_spec("atheris") is None:
        assert "has no build for this Python or system" in run.stderr
        return
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-1000:]  # what came of it, and on what
    assert not list(tmp_path.glob("crash-*"))
