"""`make bench`: every measurement of this folder in turn, judged against the budgets, written to docs/benchmarks.md.

    python -m benchmarks [NAME ...] [--quick] [--seconds N] [--page FILE]

A measurement that fails or takes too long says so in its place and stops no other. The whole run is bounded; what does
not fit any more is not measured, and the page says so. With names, or with --quick (tiny sizes, to see that all work),
the page is left alone unless it is named.
"""

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.figures import BY_NAME, line_of
from benchmarks.machine import busy, machine, versions
from benchmarks.measurements import MEASUREMENTS, Measurement
from benchmarks.page import page
from benchmarks.postgres import SERVER, NoPostgres, started
from benchmarks.running import Outcome, command, run, surroundings, workplace

DOCS = Path(__file__).parents[1] / "docs"
PAGE = DOCS / "benchmarks.md"
WHOLE_SECONDS = 590.0
LEAST_SECONDS = 2.0
BUSY = 0.7


def _stop(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def _environment(stack: ExitStack) -> dict[str, str]:
    """The environment of the measurements, with a PostgreSQL server where one can be started."""
    folder = stack.enter_context(workplace())
    environment = surroundings(folder)
    try:
        environment[SERVER] = stack.enter_context(started(folder))
    except (NoPostgres, KeyError, OSError) as error:
        print(f"No PostgreSQL: {error}", file=sys.stderr)
    return environment


def outcomes(
    chosen: Sequence[Measurement], *, quick: bool, for_page: bool, seconds: float
) -> Iterator[Outcome]:
    """Run them in turn, within so many seconds in whole; for_page: with the pictures that belong to the page."""
    deadline = time.monotonic() + seconds
    with ExitStack() as stack:
        environment = _environment(stack)
        for measurement in chosen:
            left = min(measurement.seconds, deadline - time.monotonic())
            if left < LEAST_SECONDS:
                yield Outcome(measurement.name, (), 0.0, "There was no time left for it.")
                continue
            sizes = {**(measurement.quick if quick else {}), **(measurement.for_page if for_page else {})}
            yield run(measurement, command(measurement, sizes), left, environment)


def tell(outcome: Outcome) -> None:
    """An outcome for the one who waits."""
    print(f"== {outcome.measurement} ({outcome.seconds:.0f} s)")
    for figure in outcome.figures:
        if figure.budget in BY_NAME:
            print(line_of(figure))
    if outcome.trouble:
        print(f"NOT FINISHED. {outcome.trouble}")
    print(flush=True)


def main(words: Sequence[str] | None = None) -> int:
    """Measure and write the page; 1 where a measurement did not come to its end."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="only these")
    parser.add_argument("--quick", action="store_true", help="tiny sizes: whether all work, not how well")
    parser.add_argument("--seconds", type=float, default=WHOLE_SECONDS, help="the most for the whole run")
    parser.add_argument("--page", type=Path, help="write the page here")
    options = parser.parse_args(words)
    by_name = {measurement.name: measurement for measurement in MEASUREMENTS}
    if unknown := [name for name in options.names if name not in by_name]:
        parser.error(f"there is no measurement {unknown[0]}; there are {', '.join(by_name)}")
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGHUP, _stop)
    load = busy()
    where = machine() + (f"; {load:.1f} other processes were at work at the start" if load > BUSY else "")
    done = []
    target = options.page or (None if options.names or options.quick else PAGE)
    chosen = [by_name[name] for name in options.names] or MEASUREMENTS
    for outcome in outcomes(chosen, quick=options.quick, for_page=target == PAGE, seconds=options.seconds):
        tell(outcome)
        done.append(outcome)
        # Before the temporary files are removed, which takes its time on a busy disk.
        if target and len(done) == len(chosen):
            plots = [path.name for path in sorted(DOCS.glob("growth-*.svg"), reverse=True)]
            target.write_text(page(done, where, versions(), plots), "utf-8")
            print(f"written: {os.path.relpath(target)}", flush=True)
    return int(any(outcome.trouble for outcome in done))


if __name__ == "__main__":
    sys.exit(main())
