"""Tables for a terminal: columns that fit its width, long cells wrapped at words.

Written here and not left to a library because `sched list` must answer at once: importing one costs as much as reading
the month. Widths count what a terminal shows, so combining marks take no room and wide letters take two.
"""

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import combining, east_asian_width

BOLD, DIM, RED, YELLOW = "1", "2", "31", "33"
_GAP = "  "


class _Widths(dict[str, int]):
    """Letters to the columns that they take, each looked up once: a page has thousands and knows some hundred."""

    def __missing__(self, letter: str) -> int:
        width = self[letter] = 0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1
        return width


_WIDTH_OF = _Widths().__getitem__


class Column(NamedTuple):
    """A heading; a column that `grows` may be made narrower than its longest cell, down to `least` characters."""

    heading: str
    least: int = 0
    grows: bool = False


def print_table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, styles: Sequence[str] = ()
) -> None:
    """Print to standard output; styles[i] is the terminal style of row i ("" for none), used on a terminal only."""
    for line in table_lines(columns, rows, width=terminal_width(), styles=styles if uses_colour() else ()):
        sys.stdout.write(line + "\n")


def terminal_width() -> int:
    """The width to print for: COLUMNS, the terminal's, or 110 where the output is no terminal."""
    return shutil.get_terminal_size((110, 24)).columns


def uses_colour() -> bool:
    """Whether standard output is a terminal that wants colours (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def table_lines(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int, styles: Sequence[str] = ()
) -> Iterator[str]:
    """The lines of the table, heading and rule first, none wider than `width` where the columns can shrink that far."""
    widths = _widths(columns, rows, width)
    heading = _GAP.join(
        _pad(column.heading, size) for column, size in zip(columns, widths, strict=True)
    ).rstrip()
    yield _styled(heading, BOLD) if styles else heading
    yield _GAP.join("─" * size for size in widths)
    for number, row in enumerate(rows):
        cells = [_wrapped(cell, size) for cell, size in zip(row, widths, strict=True)]
        style = styles[number] if number < len(styles) else ""
        for index in range(max(map(len, cells))):
            parts = (
                _pad(cell[index] if index < len(cell) else "", size)
                for cell, size in zip(cells, widths, strict=True)
            )
            yield _styled(_GAP.join(parts).rstrip(), style)


def shown_width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_WIDTH_OF, text))


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    wanted = [
        max(
            [
                shown_width(column.heading),
                *(shown_width(line) for row in rows for line in row[index].split("\n")),
            ]
        )
        for index, column in enumerate(columns)
    ]
    least = [
        max(column.least, shown_width(column.heading)) if column.grows else size
        for column, size in zip(columns, wanted, strict=True)
    ]
    excess = sum(wanted) + len(_GAP) * (len(columns) - 1) - width
    while excess > 0:
        # The widest gives way first, so that long columns end up alike.
        widest = max(range(len(columns)), key=lambda index: (wanted[index] > least[index], wanted[index]))
        if wanted[widest] <= least[widest]:
            break
        wanted[widest] -= 1
        excess -= 1
    return wanted


def _wrapped(cell: str, width: int) -> list[str]:
    lines: list[str] = []
    for line in cell.split("\n"):
        lines += [line] if shown_width(line) <= width else textwrap.wrap(line, max(width, 1))
    return lines or [""]


def _pad(text: str, width: int) -> str:
    return text + " " * (width - shown_width(text))


def _styled(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if style else text
