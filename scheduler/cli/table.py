"""Tables for a terminal: columns that fit its width, long cells wrapped at words.

Written here and not left to a library because `sched list` must answer at once: importing one costs as much as reading
the month. Widths count what a terminal shows, so combining marks take no room and wide letters take two.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, zip_longest
from typing import NamedTuple
from unicodedata import category, combining, east_asian_width

BOLD, DIM, RED, YELLOW = "1", "2", "31", "33"
_GAP = "  "


class _Widths(dict[str, int]):
    """Letters to the columns that they take, each looked up once: a page has thousands and knows some hundred."""

    def __missing__(self, letter: str) -> int:
        unseen = combining(letter) or category(letter) == "Cf"
        width = self[letter] = 0 if unseen else 2 if east_asian_width(letter) in "WF" else 1
        return width


_WIDTH_OF = _Widths().__getitem__
Measure = Callable[[str], int]


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
    headings = [column.heading for column in columns]
    # Where each letter takes one column, as is the rule, a text is as wide as it is long.
    letters = set("".join(chain(headings, *rows))) - {"\n"}
    is_plain = all(_WIDTH_OF(letter) == 1 for letter in letters)
    measure, padded = (len, str.ljust) if is_plain else (shown_width, _padded)
    if not is_plain:
        from calendars.wording import straight

        # What stands in one cell turns nothing in the next.
        rows = [[straight(cell) for cell in row] for row in rows]
    widths = _widths(columns, rows, width, measure)
    heading = _GAP.join(map(padded, headings, widths)).rstrip()
    yield _styled(heading, BOLD) if styles else heading
    yield _GAP.join(["─" * size for size in widths])
    for number, row in enumerate(rows):
        style = styles[number] if number < len(styles) else ""
        cells = [_wrapped(cell, size, measure) for cell, size in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            yield _styled(_GAP.join(map(padded, line, widths)).rstrip(), style)


def shown_width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_WIDTH_OF, text))


def _padded(text: str, width: int) -> str:
    return text + " " * (width - shown_width(text))


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, measure: Measure
) -> list[int]:
    wanted = [
        max(map(measure, "\n".join([column.heading, *(row[index] for row in rows)]).split("\n")))
        for index, column in enumerate(columns)
    ]
    least = [
        max(column.least, measure(column.heading)) if column.grows else size
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


def _wrapped(cell: str, width: int, measure: Measure) -> list[str]:
    """The lines of a cell, each no wider than the column."""
    if measure(cell) <= width and "\n" not in cell:
        return [cell]
    lines: list[str] = []
    for line in cell.split("\n"):
        lines += [line] if measure(line) <= width else _folded(line, max(width, 1), measure)
    return lines


def _folded(line: str, width: int, measure: Measure) -> list[str]:
    """The line broken at its spaces; a word that is wider than the column is broken where the column ends."""
    lines: list[str] = []
    line = line.strip()
    while measure(line) > width:
        end = width if measure is len else _letters_within(line, width)
        cut = line.rfind(" ", 0, end + 1)
        if cut < 0:
            cut = end
        lines.append(line[:cut].rstrip())
        line = line[cut:].lstrip()
    return [*lines, line]


def _letters_within(line: str, width: int) -> int:
    """How many letters of the line have room within the width, at least one."""
    for count, taken in enumerate(accumulate(map(_WIDTH_OF, line))):
        if taken > width:
            return max(count, 1)
    return len(line)


def _styled(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if style else text
