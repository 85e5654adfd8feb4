"""The budgets of `budgets.toml`: what is measured, by which measurement, against which limit, beside whose program."""

import tomllib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_suffix(".toml")


class How(Enum):
    """What is held against the limit; the value is its name in the table."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    TIMES_FASTER = "times_faster"
    RATIO_AT_MOST = "ratio_at_most"
    RATIO_AT_LEAST = "ratio_at_least"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """One row of the table; what its words mean stands at the top of the file."""

    name: str
    room: str
    work: str
    by: str
    unit: str = ""
    how: How = How.SHOWN
    limit: float = 0.0
    peer: str = ""
    promise: str = ""
    cause: str = ""

    @property
    def words(self) -> str:
        """The limit as the page says it."""
        limit = f"{self.limit:,g}"
        return {
            How.AT_MOST: f"≤ {limit} {self.unit}".rstrip(),
            How.AT_LEAST: f"≥ {limit} {self.unit}".rstrip(),
            How.TIMES_FASTER: f"≥ {limit}x faster" if self.limit != 1 else "faster",
            How.RATIO_AT_MOST: f"≤ {limit}x",
            How.RATIO_AT_LEAST: f"≥ {limit}x",
            How.SHOWN: "",
        }[self.how]


def budget_of(name: str, told: dict[str, Any]) -> Budget:
    """A row of the file as a value; TypeError where it says a word that no row has, ValueError with two limits."""
    rest = dict(told)
    limits = [how for how in How if how.value in rest]
    if len(limits) > 1:
        raise ValueError(f"{name} has two limits: {limits[0].value} and {limits[1].value}")
    if not limits:
        return Budget(name=name, **rest)
    limit = float(rest.pop(limits[0].value))
    return Budget(name=name, how=limits[0], limit=limit, **rest)


BUDGETS = tuple(budget_of(name, told) for name, told in tomllib.loads(TABLE.read_text("utf-8")).items())
