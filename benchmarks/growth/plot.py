"""The growth of several jobs as one SVG picture: a small log-log plot each, the measured line beside n log n.

Written by hand, since all that is needed are lines, dots and words. Colours follow the reader's choice of light or
dark.
"""

import math
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from benchmarks.growth.fit import Point, exponent, n_log_n

WIDTH, HEIGHT = 330, 250
COLUMNS = 3
LEFT, RIGHT, TOP, BOTTOM = 58, 16, 40, 44
STYLE = """
  svg { --ink: #1b1f24; --faint: #6a737d; --grid: #e4e7eb; --ground: #ffffff; --ours: #0b62b8; --guide: #b3541e; }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #e6edf3; --faint: #9aa4af; --grid: #30363d; --ground: #0d1117; --ours: #58a6ff; --guide: #f0883e; }
  }
  .ground { fill: var(--ground); }
  text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: var(--ink); }
  .title { font-weight: 600; font-size: 13px; }
  .faint { fill: var(--faint); font-size: 11px; }
  .grid { stroke: var(--grid); stroke-width: 1; }
  .ours { stroke: var(--ours); stroke-width: 2; fill: none; }
  .dot { fill: var(--ours); }
  .guide { stroke: var(--guide); stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; }
  .guide-word { fill: var(--guide); font-size: 11px; }
"""


def amount_words(amount: float) -> str:
    """1,000 as "1 k", 1,000,000 as "1 M"."""
    for size, letter in ((1_000_000, " M"), (1000, " k")):
        if amount >= size:
            return f"{amount / size:g}{letter}"
    return f"{amount:g}"


def time_words(seconds: float) -> str:
    """In the unit in which it is a small whole number."""
    for size, unit in ((1, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if seconds >= size * 0.999:
            return f"{seconds / size:g} {unit}"
    return f"{seconds:g} s"


class Panel:
    """One job's plot: its place, and where an amount and a time lie in it."""

    def __init__(self, number: int, points: Sequence[Point]) -> None:
        self.x, self.y = (number % COLUMNS) * WIDTH, (number // COLUMNS) * HEIGHT
        self.points = sorted(points, key=lambda point: point.amount)
        self.guide = [(point.amount, n_log_n(self.points[0], point.amount)) for point in self.points]
        times = [point.seconds for point in self.points] + [seconds for _, seconds in self.guide]
        self.low, self.high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
        self.high = max(self.high, self.low + 1)
        self.first, self.last = (math.log10(self.points[place].amount) for place in (0, -1))

    def at(self, amount: float, seconds: float) -> tuple[float, float]:
        share = (math.log10(amount) - self.first) / (self.last - self.first)
        height = (math.log10(seconds) - self.low) / (self.high - self.low)
        across = self.x + LEFT + share * (WIDTH - LEFT - RIGHT)
        return round(across, 1), round(self.y + HEIGHT - BOTTOM - height * (HEIGHT - TOP - BOTTOM), 1)

    def line(self, kind: str, places: Sequence[tuple[float, float]]) -> str:
        path = " ".join(f"{x},{y}" for x, y in (self.at(*place) for place in places))
        return f'<polyline class="{kind}" points="{path}"/>'

    def axes(self) -> list[str]:
        """A line for each power of ten, with what it stands for."""
        drawn = []
        least, most = self.points[0].amount, self.points[-1].amount
        for power in range(self.low, self.high + 1):
            (x0, y), (x1, _) = self.at(least, 10.0**power), self.at(most, 10.0**power)
            drawn.append(f'<line class="grid" x1="{x0}" y1="{y}" x2="{x1}" y2="{y}"/>')
            words = time_words(10.0**power)
            drawn.append(f'<text class="faint" x="{x0 - 6}" y="{y + 4}" text-anchor="end">{words}</text>')
        for point in self.points:
            x, y = self.at(point.amount, 10.0**self.low)
            words = amount_words(point.amount)
            drawn.append(f'<text class="faint" x="{x}" y="{y + 16}" text-anchor="middle">{words}</text>')
        return drawn

    def drawn(self, title: str, across: str) -> list[str]:
        middle = self.x + LEFT + (WIDTH - LEFT - RIGHT) / 2
        end_x, end_y = self.at(*self.guide[-1])
        above = end_y < self.at(self.points[-1].amount, self.points[-1].seconds)[1]
        word_y = end_y - 8 if above else end_y + 16
        dots = [
            f'<circle class="dot" cx="{x}" cy="{y}" r="3.5"><title>{amount:,}: {seconds:.3g} s</title></circle>'
            for amount, seconds, (x, y) in (
                (point.amount, point.seconds, self.at(point.amount, point.seconds)) for point in self.points
            )
        ]
        word_y = max(word_y, self.y + TOP - 4)
        own = f"{escape(title)}: n^{exponent(self.points):.2f}"
        return [
            *self.axes(),
            f'<text class="title" x="{self.x + LEFT}" y="{self.y + 22}">{own}</text>',
            f'<text class="faint" x="{middle}" y="{self.y + HEIGHT - 10}" text-anchor="middle">{escape(across)}</text>',
            self.line("guide", self.guide),
            self.line("ours", [(point.amount, point.seconds) for point in self.points]),
            *dots,
            f'<text class="guide-word" x="{end_x}" y="{word_y}" text-anchor="end">n log n</text>',
        ]


def svg(jobs: Mapping[str, Sequence[Point]], titles: Mapping[str, tuple[str, str]]) -> str:
    """The picture. titles: of each job its name, and what there is more and more of."""
    rows = math.ceil(len(jobs) / COLUMNS)
    width, height = WIDTH * min(COLUMNS, len(jobs)), HEIGHT * rows
    drawn = [
        line for n, (job, points) in enumerate(jobs.items()) for line in Panel(n, points).drawn(*titles[job])
    ]
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    told = "Time against the amount of data, both axes logarithmic, beside n log n"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{told}">',
            f"<title>{told}</title>",
            f"<style>{STYLE}</style>",
            f'<rect class="ground" width="{width}" height="{height}"/>',
            *drawn,
            "</svg>",
            "",
        ]
    )
