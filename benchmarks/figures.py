"""What a measurement gives: values for the table of budgets, one JSON object a line.

A measurement is a module with a function `measure`, which takes sizes and gives figures one by one, so that what was
measured before something failed is kept. Run by hand it prints each figure for a reader, with the budget beside it;
under `python -m benchmarks`, which calls it with `--json`, it prints the values alone.
"""

import argparse
import inspect
import json
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from benchmarks.budgets import BUDGETS, Budget, How

BY_NAME = {budget.name: budget for budget in BUDGETS}


@dataclass(frozen=True, slots=True)
class Figure:
    """What repeated runs gave for one budget, in its unit: ours, and the peer's in the same run; and what to know."""

    budget: str
    ours: tuple[float, ...]
    peer: tuple[float, ...] = ()
    note: str = ""

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> "Figure":
        """ValueError, KeyError or TypeError where the line is no figure."""
        told = json.loads(line)
        return cls(told["budget"], tuple(told["ours"]), tuple(told["peer"]), told["note"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """A figure held against its budget. ratio: as the budget counts it; met: None where nothing can be said."""

    ours: float
    peer: float | None
    ratio: float | None
    met: bool | None


def judged(budget: Budget, figure: Figure) -> Verdict:
    """Medians, their ratio in the budget's own direction, and whether the budget is met."""
    ours = statistics.median(figure.ours)
    peer = statistics.median(figure.peer) if figure.peer else None
    ratio = None
    if peer is not None:
        above, below = (peer, ours) if budget.how is How.TIMES_FASTER else (ours, peer)
        ratio = above / below if below else None
    value = ours if budget.how in {How.AT_MOST, How.AT_LEAST} else ratio
    if budget.how is How.SHOWN or value is None:
        return Verdict(ours, peer, ratio, None)
    upper = budget.how in {How.AT_MOST, How.RATIO_AT_MOST}
    return Verdict(ours, peer, ratio, value <= budget.limit if upper else value >= budget.limit)


def number(value: float) -> str:
    """Three figures, with thousands parted: 0.0123, 1.23, 123, 12,300."""
    if value == 0:
        return "0"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def with_spread(values: Sequence[float], unit: str) -> str:
    """The median, and from where to where the runs went: "12.3 ms (11.9 to 13.1)"."""
    middle = f"{number(statistics.median(values))} {unit}".rstrip()
    least, most = number(min(values)), number(max(values))
    return middle if least == most else f"{middle} ({least} to {most})"


def line_of(figure: Figure) -> str:
    """A figure for a reader at a terminal."""
    budget = BY_NAME[figure.budget]
    verdict = judged(budget, figure)
    told = f"{budget.work}: {with_spread(figure.ours, budget.unit)}"
    if figure.peer:
        told += f"; {budget.peer} {with_spread(figure.peer, budget.unit)}"
    if verdict.ratio is not None:
        told += f"; ratio {number(verdict.ratio)}"
    if budget.how is not How.SHOWN:
        word = {True: "met", False: "MISSED", None: "not judged"}[verdict.met]
        told += f"; budget {budget.words}: {word}"
    return f"{told}\n    {figure.note}" if figure.note else told


def _arguments(measure: Callable[..., object], words: Sequence[str] | None) -> tuple[dict[str, object], bool]:
    """The sizes that were asked for, an option for each parameter of `measure`, and whether values are wanted."""
    parser = argparse.ArgumentParser(description=inspect.getdoc(measure))
    for name, parameter in inspect.signature(measure).parameters.items():
        usual = parameter.default
        kind = type(usual) if usual is not None and usual is not inspect.Parameter.empty else str
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=usual, help=f"usually {usual}")
    parser.add_argument("--json", action="store_true", help="values, one JSON object a line")
    given = vars(parser.parse_args(words))
    wants_json = bool(given.pop("json"))
    return given, wants_json


def answer(measure: Callable[..., Iterable[Figure]], words: Sequence[str] | None = None) -> int:
    """Measure with the sizes of the command line and print each figure as it comes; 1 where one misses its budget.

    With `--json` a missed budget is no failure: whoever reads the values judges them.
    """
    sizes, wants_json = _arguments(measure, words)
    missed = False
    for figure in measure(**sizes):
        print(figure.to_json() if wants_json else line_of(figure), flush=True)
        missed |= judged(BY_NAME[figure.budget], figure).met is False
    return int(missed and not wants_json)


def alternating(rounds: int, *works: Callable[[], float]) -> tuple[tuple[float, ...], ...]:
    """What each work gave, round by round in turn after a round that does not count: who slows, slows for all."""
    gone = [[work() for work in works] for _ in range(rounds + 1)]
    return tuple(zip(*gone[1:], strict=True))


def figures_in(text: str) -> Iterator[Figure]:
    """The figures among the lines that a measurement printed; other lines are passed over."""
    for line in text.splitlines():
        try:
            yield Figure.from_json(line)
        except (ValueError, KeyError, TypeError):
            continue
