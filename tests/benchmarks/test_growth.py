"""Time against the amount of data: the exponent, and the picture of it."""

import json
import math
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.budgets import BUDGETS
from benchmarks.growth.__main__ import LARGEST, SERIES, TITLES, amounts, job_of, measure, table
from benchmarks.growth.fit import Point, exponent, fitted, last_step, n_log_n
from benchmarks.growth.jobs import JOBS
from benchmarks.growth.plot import amount_words, svg, time_words

ROOT = Path(__file__).resolve().parents[2]
AMOUNTS = (1000, 10_000, 100_000)
LIMIT = next(budget.limit for budget in BUDGETS if budget.name == "growth-plan")


def points(seconds: object) -> list[Point]:
    return [Point(n, (seconds(n),), 50.0) for n in AMOUNTS]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("seconds", "allowed"),
    [
        pytest.param(lambda n: n * 1e-5, True, id="in proportion"),
        pytest.param(lambda n: n * math.log(n) * 1e-6, True, id="n log n"),
        pytest.param(lambda n: 0.2 + n * 1e-6, True, id="a constant and little more"),
        pytest.param(lambda n: n**1.5 * 1e-6, False, id="n to the one and a half"),
        pytest.param(lambda n: 5 + n * n * 1e-8, False, id="a square behind a constant"),
    ],
)
def test_what_grows_faster_than_n_log_n_is_found(seconds: object, allowed: bool) -> None:
    assert (exponent(points(seconds)) <= LIMIT) is allowed


def test_the_exponent_is_that_of_the_whole_or_of_the_last_step() -> None:
    square_behind_a_constant = points(lambda n: 5 + n * n * 1e-8)
    assert fitted(square_behind_a_constant) < last_step(square_behind_a_constant)
    assert exponent(square_behind_a_constant) == last_step(square_behind_a_constant)
    assert fitted(points(lambda n: n * 1e-5)) == pytest.approx(1.0)


def test_the_guide_begins_at_the_first_point() -> None:
    first = Point(1000, (1.0, 3.0, 2.0), 0)
    assert n_log_n(first, 1000) == first.seconds == 2.0
    assert n_log_n(first, 1_000_000) == pytest.approx(2.0 * 2000)


def test_amounts_lie_ten_apart_up_to_a_million() -> None:
    assert amounts("list", "full") == (10_000, 100_000, 1_000_000)
    assert all(amounts(job, scale)[-1] == 100 * amounts(job, scale)[0] for job in JOBS for scale in LARGEST)


def test_each_thing_that_is_timed_has_a_job_a_title_and_a_budget() -> None:
    assert set(JOBS) == {job_of(series) for series in TITLES}
    assert set(TITLES) == {b.name.removeprefix("growth-") for b in BUDGETS if b.by == "growth"}


@pytest.mark.parametrize("job", JOBS)
def test_each_job_runs(job: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.growth.point", job, "20"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (run.returncode, run.stderr) == (0, "")
    told = json.loads(run.stdout)
    assert tuple(told["runs"]) == SERIES.get(job, (job,))
    assert min(min(runs) for runs in told["runs"].values()) > 0
    assert 10 < told["memory"] < 300


def test_a_job_that_fails_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TITLES, "no-such", ("", ""))
    given = measure(scale="tiny", jobs="no-such import", plot=str(tmp_path / "growth.svg"))
    assert next(given).budget == "growth-import"
    with pytest.raises(SystemExit, match="no-such with 10 failed: KeyError"):
        next(given)
    assert "of events it is compared with | 10: " in (tmp_path / "growth.md").read_text(encoding="utf-8")


def test_the_picture_is_well_formed_and_has_a_plot_a_job() -> None:
    drawn = svg({job: points(lambda n: n * 1e-5) for job in TITLES}, TITLES)
    root = ET.fromstring(drawn)
    name = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f"{name}circle")) == len(TITLES) * len(AMOUNTS)
    assert len(root.findall(f"{name}polyline")) == len(TITLES) * 2
    words = [text.text for text in root.findall(f"{name}text")]
    assert "reminders planned: n^1.00" in words
    assert "prefers-color-scheme: dark" in drawn


def test_everything_drawn_lies_within_the_picture() -> None:
    root = ET.fromstring(svg({"list": points(lambda n: n**1.5 * 1e-6)}, TITLES))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for element in root.iter():
        for key, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            assert 0 <= float(element.attrib.get(key, 0)) <= most


def test_the_table_says_what_was_not_measured() -> None:
    told = table({"list": [Point(1000, (0.5,), 40.0)]}, "usual")
    assert "| 1,000: 0.5 s (40 MB) | 10,000: not measured | 100,000: not measured |" in told


def test_the_table_says_why_what_grows_too_fast_does_so() -> None:
    told = table(
        {"feed-changed": points(lambda n: n * n * 1e-9), "plan": points(lambda n: n * 1e-9)}, "usual"
    )
    assert [line for line in told.splitlines() if line.startswith("- ")] == [
        "- feed after one change, more than 1.2: "
        + next(budget.cause for budget in BUDGETS if budget.name == "growth-feed-changed")
    ]


@pytest.mark.parametrize(("value", "words"), [(300, "300"), (10_000, "10 k"), (1_000_000, "1 M")])
def test_amounts_in_words(value: int, words: str) -> None:
    assert amount_words(value) == words


@pytest.mark.parametrize(("value", "words"), [(10.0, "10 s"), (0.01, "10 ms"), (0.0001, "100 µs")])
def test_times_in_words(value: float, words: str) -> None:
    assert time_words(value) == words
