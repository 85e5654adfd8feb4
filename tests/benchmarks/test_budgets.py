"""The table of budgets: each promise has its rows, each row a measurement, and a figure is judged as its row says."""

import importlib.util
import re
from pathlib import Path

import pytest

from benchmarks.budgets import BUDGETS, Budget, How, budget_of
from benchmarks.figures import Figure, Verdict, judged
from benchmarks.measurements import MEASUREMENTS

ROOT = Path(__file__).resolve().parents[2]
ARCHITECTURE = ROOT / "docs" / "architecture.md"
DESIGN = ROOT.parent / "shared" / "design.md"
A_LIMIT = re.compile(r"(?<![\w.,])\d+(?:\.\d+)?(?!\d|[.,]\d)")
AN_ANSWER = "304"


def promises_in(path: Path) -> dict[str, str]:
    """The rows of the table of work and budgets in a document."""
    text = path.read_text(encoding="utf-8")
    table = text[text.index("| work | budget |") :].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines()[2:]]
    return {cells[0]: " ".join(cells[1:]) for cells in rows}


PROMISES = promises_in(ARCHITECTURE)


def test_the_document_promises_something() -> None:
    assert len(PROMISES) >= 11


@pytest.mark.parametrize("promise", PROMISES)
def test_each_promise_has_a_budget_for_each_of_its_numbers(promise: str) -> None:
    limits = {budget.limit for budget in BUDGETS if budget.promise == promise and budget.how is not How.SHOWN}
    numbers = {float(found) for found in A_LIMIT.findall(PROMISES[promise]) if found != AN_ANSWER}
    assert limits
    assert numbers <= limits


def test_each_budget_names_a_promise_that_stands() -> None:
    assert {budget.promise for budget in BUDGETS if budget.promise} == set(PROMISES)


def test_the_document_promises_what_the_design_does() -> None:
    if DESIGN.exists():
        design = {work: set(A_LIMIT.findall(budget)) for work, budget in promises_in(DESIGN).items()}
        assert {work: set(A_LIMIT.findall(budget)) for work, budget in PROMISES.items()} == design


@pytest.mark.parametrize("measurement", MEASUREMENTS, ids=lambda measurement: measurement.name)
def test_each_measurement_is_a_module_with_rows(measurement: object) -> None:
    name = getattr(measurement, "name", "")
    assert importlib.util.find_spec(f"benchmarks.{name}") is not None
    assert [budget.name for budget in BUDGETS if budget.by == name] != []


def test_each_row_has_a_measurement() -> None:
    assert {budget.by for budget in BUDGETS} == {measurement.name for measurement in MEASUREMENTS}


def test_a_comparison_names_its_peer() -> None:
    by_ratio = {How.TIMES_FASTER, How.RATIO_AT_MOST, How.RATIO_AT_LEAST}
    assert [budget.name for budget in BUDGETS if budget.how in by_ratio and not budget.peer] == []


def a_budget(**told: object) -> Budget:
    return budget_of("x", {"room": "R", "work": "w", "by": "m", "unit": "ms", "peer": "them", **told})


@pytest.mark.parametrize(
    ("told", "ours", "peer", "verdict"),
    [
        pytest.param(
            {"at_most": 5}, (4, 5, 9), (), Verdict(5, None, None, True), id="the median is what counts"
        ),
        pytest.param({"at_most": 5}, (6,), (), Verdict(6, None, None, False), id="too slow"),
        pytest.param({"at_least": 98}, (97,), (), Verdict(97, None, None, False), id="too few"),
        pytest.param({"times_faster": 20}, (2,), (40,), Verdict(2, 40, 20, True), id="twenty times faster"),
        pytest.param({"times_faster": 20}, (2,), (39,), Verdict(2, 39, 19.5, False), id="not quite"),
        pytest.param({"ratio_at_most": 1.5}, (3,), (2,), Verdict(3, 2, 1.5, True), id="half as long again"),
        pytest.param({"ratio_at_least": 0.8}, (7,), (10,), Verdict(7, 10, 0.7, False), id="too low a rate"),
        pytest.param(
            {"ratio_at_least": 0.8}, (7,), (), Verdict(7, None, None, None), id="the peer is not here"
        ),
        pytest.param({}, (7,), (10,), Verdict(7, 10, 0.7, None), id="a comparison promises nothing"),
    ],
)
def test_a_figure_is_judged(
    told: dict[str, object], ours: tuple[float, ...], peer: tuple[float, ...], verdict: Verdict
) -> None:
    assert judged(a_budget(**told), Figure("x", ours, peer)) == verdict


def test_a_row_with_two_limits_is_refused() -> None:
    with pytest.raises(ValueError, match="x has two limits: at_most and times_faster"):
        a_budget(at_most=1, times_faster=2)


def test_a_row_with_an_unknown_word_is_refused() -> None:
    with pytest.raises(TypeError, match="most"):
        a_budget(most=1)
