"""How long chance is let play: briefly in the suite, for long by `make fuzz`."""

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings

LONG = int(os.environ.get("SCHED_FUZZ_EXAMPLES", "0"))
"""How many examples a property is to be tried with in a long run; 0 in the suite."""


def fuzzed(*, examples: int, steps: int) -> settings:
    """The settings of a state machine: so many courses of so many steps, each as dear as many plain examples."""
    return settings(
        max_examples=max(examples, LONG // 10),
        stateful_step_count=steps if not LONG else 2 * steps,
        deadline=None,
        derandomize=not LONG,
        report_multiple_bugs=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )


def folder_in_memory(name: str) -> Path:
    """A new folder on a disk that costs no waiting where there is one: chance writes far more than an office does."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix=f"sched-{name}-", dir=memory if os.access(memory, os.W_OK) else None))
