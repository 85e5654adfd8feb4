"""How time grows with the amount of data: list, feed, import, plan and dispatch, at 1, 10 and 100 times as much.

    python -m benchmarks.growth [--scale usual|full] [--jobs "list plan"] [--plot docs/growth-usual.svg]

The usual scale goes up to 100,000, or 20,000 where that takes longer than one wants to wait; the full one from 10,000
to 1,000,000 (half an hour, some GB of disk and memory).
Each point is a process of its own. An exponent clearly above that of n log n is a missed budget, and the command fails.
With --plot the picture is written, and beside it (.md) the table of what was measured.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.budgets import BUDGETS
from benchmarks.figures import Figure, answer, number
from benchmarks.growth.fit import Point, exponent, fitted, last_step
from benchmarks.growth.plot import amount_words, svg
from benchmarks.machine import machine

LARGEST = {"tiny": 1000, "usual": 100_000, "full": 1_000_000}
SLOW = {"tiny": 1000, "usual": 20_000, "full": 1_000_000}
SLOW_JOBS = {"feed"}
SERIES = {"feed": ("feed", "feed-changed")}
"""What a job times, where that is not one thing of its own name."""
TITLES = {
    "list": ("sched list of a month", "events stored"),
    "feed": ("feed, each event rendered", "events"),
    "feed-changed": ("feed after one change", "events"),
    "import": ("programme of 40 items", "events it is compared with"),
    "plan": ("reminders planned", "reminders"),
    "dispatch": ("reminders sent", "reminders due"),
}
EXPLAINED = (
    "Each cell is the amount, the median of its runs, and in brackets the most memory of the process, what was made",
    "ready counted. The exponent that counts is the larger of the one fitted over all amounts and that of the last",
    "step; n log n would be 1.08 to 1.12.",
)
LONGEST = {"tiny": 60, "usual": 100, "full": 1500}
STEPS = (100, 10, 1)
ROOT = Path(__file__).resolve().parents[2]


def job_of(series: str) -> str:
    """The job that times it."""
    return next((job for job, timed in SERIES.items() if series in timed), series)


def amounts(job: str, scale: str) -> tuple[int, ...]:
    """Of a job, the smallest first."""
    largest = (SLOW if job in SLOW_JOBS else LARGEST)[scale]
    return tuple(largest // step for step in STEPS)


class NotMeasured(Exception):
    """A point that came to nothing; the sentence says why."""


def measured(job: str, amount: int, seconds: float) -> dict[str, Point]:
    """A point of each thing that the job times. NotMeasured where it fails or takes too long."""
    words = [sys.executable, "-m", "benchmarks.growth.point", job, str(amount)]
    try:
        run = subprocess.run(
            words,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
    except subprocess.TimeoutExpired:
        raise NotMeasured(f"{job} with {amount:,} was stopped after {seconds:.0f} s") from None
    if run.returncode:
        why = run.stderr.strip().splitlines()[-1:] or ["no word of why"]
        raise NotMeasured(f"{job} with {amount:,} failed: {why[0]}")
    told = json.loads(run.stdout.splitlines()[-1])
    return {name: Point(amount, tuple(runs), told["memory"]) for name, runs in told["runs"].items()}


def table(jobs: Mapping[str, Sequence[Point]], scale: str) -> str:
    """What was measured, as a page of its own."""
    lines = [
        f"# Growth, up to {LARGEST[scale]:,}",
        "",
        f"Written by `python -m benchmarks.growth --scale {scale}`. {machine()}.",
        "",
        *EXPLAINED,
        "",
        "| work | 1x | 10x | 100x | fitted | last step |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for job, points in jobs.items():
        told = {p.amount: f"{p.amount:,}: {number(p.seconds)} s ({p.memory:,.0f} MB)" for p in points}
        cells = [told.get(amount, f"{amount:,}: not measured") for amount in amounts(job_of(job), scale)]
        slopes = [f"{slope(points):.2f}" if len(points) > 1 else "" for slope in (fitted, last_step)]
        lines.append(f"| {', of '.join(TITLES[job])} | {' | '.join(cells + slopes)} |")
    return "\n".join([*lines, "", *causes(jobs)])


def causes(jobs: Mapping[str, Sequence[Point]]) -> list[str]:
    """Why what grows faster than its budget does so, a line of each."""
    return [
        f"- {TITLES[job][0]}, more than {budget.limit:g}: {budget.cause or 'the cause is not known yet'}\n"
        for budget in BUDGETS
        for job in jobs
        if budget.name == f"growth-{job}" and len(jobs[job]) > 1 and exponent(jobs[job]) > budget.limit
    ]


def write(plot: Path, jobs: Mapping[str, Sequence[Point]], scale: str) -> None:
    """The picture, and the table beside it."""
    drawn = {job: points for job, points in jobs.items() if len(points) > 1}
    plot.write_text(svg(drawn, TITLES), "utf-8")
    plot.with_suffix(".md").write_text(
        f"{table(jobs, scale)}\n![Time against the amount of data]({plot.name})\n", "utf-8"
    )


def figure(name: str, points: Sequence[Point]) -> Figure:
    """The exponent, with the points in the note."""
    told = ", ".join(f"{amount_words(p.amount)} {number(p.seconds)} s" for p in points)
    note = f"{name}: {told}; fitted {fitted(points):.2f}, last step {last_step(points):.2f}"
    return Figure(f"growth-{name}", (exponent(points),), note=note)


def measure(scale: str = "usual", jobs: str = "", plot: str = "") -> Iterator[Figure]:
    """scale: usual, full or tiny; jobs: some of them, parted by spaces; plot: where the picture is written."""
    found: dict[str, list[Point]] = {}
    troubles = []
    for job in jobs.split() or dict.fromkeys(map(job_of, TITLES)):
        series: dict[str, list[Point]] = {name: [] for name in SERIES.get(job, (job,))}
        found |= series
        try:
            for amount in amounts(job, scale):
                for name, point in measured(job, amount, LONGEST[scale]).items():
                    series[name].append(point)
        except NotMeasured as error:
            troubles.append(str(error))
        if plot:
            write(Path(plot), found, scale)
        for name, points in series.items():
            if len(points) > 1:
                yield figure(name, points)
    if troubles:
        raise SystemExit("; ".join(troubles))


if __name__ == "__main__":
    sys.exit(answer(measure))
