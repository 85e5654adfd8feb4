"""The exponent of time against amount: seconds = c * amount ** exponent, fitted on logarithms.

n log n is no power of n, but between amounts that lie ten apart it looks like one: from 10,000 to 100,000 its exponent
is 1.10, from 100,000 to 1,000,000 it is 1.08. What is constant (opening a database) makes the exponent smaller, so the
step to the largest amount is looked at too, where constants weigh least; the larger of both is what counts.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A job at one amount: the seconds of each run and the most memory in MB."""

    amount: int
    runs: tuple[float, ...]
    memory: float

    @property
    def seconds(self) -> float:
        return statistics.median(self.runs)


def fitted(points: Sequence[Point]) -> float:
    """The exponent by least squares over all points; at least two amounts."""
    across = [math.log(point.amount) for point in points]
    up = [math.log(point.seconds) for point in points]
    return statistics.linear_regression(across, up).slope


def last_step(points: Sequence[Point]) -> float:
    """The exponent between the two largest amounts."""
    return fitted(sorted(points, key=lambda point: point.amount)[-2:])


def exponent(points: Sequence[Point]) -> float:
    """The one that counts."""
    return max(fitted(points), last_step(points))


def n_log_n(start: Point, amount: int) -> float:
    """Seconds at that amount, if from the start on time grew as n log n."""
    ratio = amount * math.log(max(amount, 2)) / (start.amount * math.log(max(start.amount, 2)))
    return start.seconds * ratio
