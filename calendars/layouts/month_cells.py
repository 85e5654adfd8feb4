"""Tables of a longer programme with a column of months: "Tháng" over "3", "Quý" over "II", "Thời gian" over "T10".

What is hard: the number of a month alone says nothing where its head is not read with it, "T3" is a weekday elsewhere,
and a month stands once over all rows that it is of.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.tables import heading_role
from calendars.layouts.words import fold

_HEADING_ROWS = 5
_FEWEST = 2
_MONTHS_HEAD = re.compile(
    r"(?:(?:thoi gian|du kien|thoi diem)\s*\(?\s*)?thang(?:\s*[,/]?\s*(?:nam|thuc hien|to chuc|du kien|quy))*\)?"
)
_QUARTERS_HEAD = re.compile(r"(?:thoi gian\s*\(?\s*)?quy(?:\s*(?:thuc hien|to chuc|nam))?\)?")
_ONE = r"(?:0?[1-9]|1[0-2])"
_ROMAN = r"(?:VIII|VII|VI|IV|IX|III|II|XII|XI|X|V|I)"
_NUMBER = re.compile(
    rf"(?:[Tt]\.?\s?)?(?P<months>(?:{_ONE}|{_ROMAN})(?:\s?(?:[-–,]|và)\s?(?:[Tt]\.?\s?)?{_ONE}){{0,3}})"
    r"(?P<year>\s?[/-]\s?20\d\d)?"
)
_QUARTER = re.compile(
    r"(?P<quarters>(?:I{1,3}|IV|[1-4])(?:\s?[-–,]\s?(?:I{1,3}|IV|[1-4]))?)(?P<year>\s?/\s?20\d\d)?"
)
_OF_YEAR = re.compile(rf"{_ONE}\s?[/-]\s?20\d\d")
_SHORT = re.compile(
    rf"(?P<months>[Tt]\.?\s?{_ONE}(?:\s?(?:[-–,]|và|đến)\s?[Tt]\.?\s?{_ONE}){{0,3}})(?P<year>\s?/\s?20\d\d)?"
)
_SPELLED = re.compile(r"(?:thang|quy)\s*(?:\d{1,2}|[ivx]{1,4})\b")
_LAST_MONTH, _LONGEST_NUMBER = 12, 2
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def with_months_told(table: Table) -> Table:
    """The table with the months of such a column in words ("Tháng 3"), on each row that they are of.

    Under a head of times in general so are "6/2020" and, beside months in words, "T10".
    """
    told: dict[tuple[int, int], Cell] = {}
    for head in (cell for cell in table.cells if cell.row < _HEADING_ROWS and cell.text.strip()):
        folded = " ".join(fold(head.text).split()).strip(" .:")
        below = [cell for cell in table.cells if cell.column == head.column and cell.row > head.row]
        if _MONTHS_HEAD.fullmatch(folded) or _QUARTERS_HEAD.fullmatch(folded):
            word = "Quý" if folded.startswith("quy") or "gian quy" in folded else "Tháng"
            named = _named(below, word)
            if len(named) >= _FEWEST or len(named) == len(below) > 0:
                told |= _filled(table, head, below, named)
                break
        elif heading_role(head.text) == "day":
            told |= {(cell.row, cell.column): cell for cell in _spelled(below)}
    if not told:
        return table
    kept = [told.pop((cell.row, cell.column), cell) for cell in table.cells]
    return replace(
        table, cells=tuple(sorted([*kept, *told.values()], key=lambda cell: (cell.row, cell.column)))
    )


def months_spelled(heads: Sequence[Line], body: Sequence[Line]) -> Sequence[Line]:
    """The cells of a table that lost its grid, bare numbers under the head of months with the word for them.

    Of a table whose rows have numbers it must be the next head, and the number behind that of each row.
    """
    named = [
        _MONTHS_HEAD.fullmatch(" ".join(fold(head.text).split()).strip(" .:")) is not None for head in heads
    ]
    if not any(named[:2]):
        return body
    found: set[int] = set()
    behind_number = not named[0]
    last, row = 0, 0
    for n, line in enumerate(body):
        text = line.text.strip(" .")
        if not text.isdigit() or len(text) > _LONGEST_NUMBER:
            continue
        number = int(text)
        if behind_number and number == row + 1 and (row == 0 or n != last + 1):
            row, last = number, n
        elif 1 <= number <= _LAST_MONTH:
            found.add(n)
    return [line.with_text(f"Tháng {int(line.text)}") if n in found else line for n, line in enumerate(body)]


def _named(cells: Iterable[Cell], word: str) -> dict[int, Cell]:
    """The cells of a column of months with the word for them, by row; those that spell it stay."""
    named: dict[int, Cell] = {}
    for cell in cells:
        text = " ".join(cell.text.split()).strip(" .")
        number = (_NUMBER if word == "Tháng" else _QUARTER).fullmatch(text)
        if number is not None:
            first = number[1] if word == "Quý" else _in_figures(number[1])
            named[cell.row] = _with_text(cell, f"{word} {first}{(number['year'] or '').replace(' ', '')}")
        elif _SPELLED.match(fold(text)):
            named[cell.row] = cell
    return named


def _in_figures(months: str) -> str:
    """Months as figures: "III" is 3; the letter before the second of two is left out ("T3-T4")."""
    if months in _ROMANS:
        return str(_ROMANS.index(months))
    return re.sub(r"[Tt]\.?\s?", "", months)


def _filled(
    table: Table, head: Cell, below: Sequence[Cell], named: Mapping[int, Cell]
) -> dict[tuple[int, int], Cell]:
    """The named cells of a column, each repeated in the empty rows below it that hold more than a heading."""
    found = {(cell.row, cell.column): cell for cell in named.values()}
    empty = {cell.row: cell for cell in below if not cell.text.strip()}
    taken = {row for cell in below if cell.text.strip() for row in range(cell.row, cell.row + cell.rows)}
    held: Cell | None = None
    for row in range(head.row + 1, table.height):
        filled = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        if row in named:
            held = named[row]
        elif row in taken:
            held = held if held is not None and row < held.row + held.rows else None
        elif held is not None and len(filled) > 1 and (row in empty or len(filled) < table.width):
            found[row, head.column] = Cell(held.lines, row, head.column)
    return found


def _spelled(cells: Sequence[Cell]) -> Iterable[Cell]:
    """The cells under a head of times that tell a month of a year in figures, or beside months in words by a letter."""
    words = sum(_SPELLED.search(fold(cell.text)) is not None for cell in cells)
    for cell in cells:
        text = " ".join(cell.text.split()).strip(" .")
        if _OF_YEAR.fullmatch(text):
            yield _with_text(cell, f"Tháng {text.replace(' ', '').replace('-', '/')}")
        elif words >= _FEWEST and (short := _SHORT.fullmatch(text)):
            yield _with_text(
                cell, f"Tháng {_in_figures(short['months'])}{(short['year'] or '').replace(' ', '')}"
            )


def _with_text(cell: Cell, text: str) -> Cell:
    first: Line = cell.lines[0]
    return replace(cell, lines=(replace(first, text=text, whole=True),))
