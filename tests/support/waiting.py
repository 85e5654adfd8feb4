"""Waiting for what other threads and processes bring about.

A test goes on as soon as it is so; how long it would have waited matters only when it fails. The patience is therefore
that of a crowded machine, and a test that promises a time measures it itself.
"""

import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds."""


def until(
    is_so: Callable[[], object],
    seconds: float = PATIENCE,
    *,
    told: Callable[[], str] = lambda: "it did not happen in time",
) -> None:
    """Goes on when it is so; fails with what `told` says when it is not within so many seconds."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, told()
        time.sleep(0.01)
