"""docs/benchmarks.md: a table a room, each budget with our figure and the peer's, and below it what to know of each."""

import ast
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.budgets import BUDGETS, Budget, How
from benchmarks.figures import BY_NAME, Figure, judged, number, with_spread
from benchmarks.running import Outcome

FOLDER = Path(__file__).parent
HEAD = "| what | budget | ours | beside | its figure | ratio | met |"
RULE = "| --- | --- | --- | --- | --- | --- | --- |"
ABOUT = """\
Written by `make bench`; the budgets and their limits are `benchmarks/budgets.py`. Each figure is the median of repeated
runs, from the least to the most in brackets; what is compared ran in the same run, in turn, so quote the ratios: no two
machines agree on the seconds. A ratio says what its budget asks: how many times faster we are (≥ 20x faster), our time
in terms of the peer's (≤ 1.5x), or our rate in terms of the peer's (≥ 0.8x). A row without a budget is a comparison."""


def about(name: str) -> str:
    """The first paragraph of a measurement's description."""
    path = FOLDER.joinpath(*name.split("."))
    source = path / "__main__.py" if path.is_dir() else path.with_suffix(".py")
    described = ast.get_docstring(ast.parse(source.read_text("utf-8"))) or name
    return described.split("\n\n")[0].replace("\n", " ")


def _met(budget: Budget, figure: Figure) -> str:
    return {True: "yes", False: "**no**", None: ""}[judged(budget, figure).met]


def row(budget: Budget, figure: Figure | None) -> str:
    """A budget's row; one that was not measured says so."""
    if figure is None:
        return f"| {budget.work} | {budget.words} | not measured | {budget.peer} | | | |"
    verdict = judged(budget, figure)
    ours = with_spread(figure.ours, budget.unit)
    theirs = with_spread(figure.peer, budget.unit) if figure.peer else ("not here" if budget.peer else "")
    ratio = f"{number(verdict.ratio)}x" if verdict.ratio is not None else ""
    met = _met(budget, figure) or ("not judged" if budget.how is not How.SHOWN else "")
    return f"| {budget.work} | {budget.words} | {ours} | {budget.peer} | {theirs} | {ratio} | {met} |"


def table(budgets: Iterable[Budget], figures: dict[str, Figure]) -> list[str]:
    """The rows of some budgets, headed."""
    return [HEAD, RULE, *(row(budget, figures.get(budget.name)) for budget in budgets)]


def count(figures: dict[str, Figure]) -> str:
    """How many budgets were met, in a sentence."""
    promised = [budget for budget in BUDGETS if budget.how is not How.SHOWN]
    verdicts = {b.name: judged(b, figures[b.name]).met for b in promised if b.name in figures}
    met, missed = (sum(verdict is which for verdict in verdicts.values()) for which in (True, False))
    told = f"{met} of {len(promised)} budgets are met"
    if missed:
        told += f", {missed} missed"
    unjudged = len(promised) - met - missed
    return told + (f", {unjudged} not judged." if unjudged else ".")


def missed(figures: dict[str, Figure]) -> list[str]:
    """Each missed budget with its cause, as it is written beside the budget."""
    told = []
    for budget in BUDGETS:
        figure = figures.get(budget.name)
        if figure is not None and judged(budget, figure).met is False:
            cause = budget.cause or "Its cause is not known yet."
            told.append(f"- **{budget.work}** ({budget.words}, `{budget.by}`): {cause}")
    return told


def details(outcome: Outcome) -> list[str]:
    """What a measurement did, the notes of its figures, and what kept it from its end."""
    told = ["", f"### {outcome.measurement}", "", about(outcome.measurement), ""]
    notes = dict.fromkeys(figure.note for figure in outcome.figures if figure.note)
    told += [f"- {note}" for note in notes]
    if outcome.trouble:
        told.append(f"- **Not finished.** {outcome.trouble}")
    told.append(f"- `python -m benchmarks.{outcome.measurement}`, {outcome.seconds:.0f} s")
    return told


def page(outcomes: Sequence[Outcome], machine: str, versions: Sequence[str], plots: Sequence[str]) -> str:
    """The whole page. plots: the pictures beside it, by their names."""
    figures = {f.budget: f for outcome in outcomes for f in outcome.figures if f.budget in BY_NAME}
    lines = ["# Measured", "", ABOUT, "", f"**{count(figures)}**", "", f"Machine: {machine}.", ""]
    lines += [f"Versions: {', '.join(versions)}.", ""]
    if causes := missed(figures):
        lines += ["## Missed, and why", "", *causes, ""]
    for room in dict.fromkeys(budget.room for budget in BUDGETS):
        lines += [f"## {room}", "", *table((b for b in BUDGETS if b.room == room), figures), ""]
    for plot in plots:
        told = plot.replace(".svg", ".md")
        lines += [
            f"![Time against the amount of data]({plot})",
            "",
            f"The amounts and times: [{told}]({told}).",
            "",
        ]
    lines += ["## How each was measured"]
    for outcome in outcomes:
        lines += details(outcome)
    return "\n".join([*lines, ""])
