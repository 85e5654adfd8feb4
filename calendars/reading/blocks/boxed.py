"""Tables drawn as boxes, with a rule over and under each row: "+----+----+" or "├────┼────┤" between lines of bars.

A cell that was too narrow goes on in the next line of its row. What is hard: many boxes have rules about their heads
only, so that each line below is a row of its own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Block, Cell, Line, Table

_RULE = re.compile(r"\s*[+├┌└╔╠╚╟┝┏┣┗][-=+─═━┼┬┴┤┐┘╪╬╦╩╣╗╝╢╫┿┯┷┥┳┻╋┫┓┛\s]{3,}\s*")
_CORNERS = frozenset("+├┌└╔╠╚╟┝┏┣┗")
_BARS = str.maketrans("│║┃", "|||")
_FEWEST_RULES = 2
_HEADED = 3  # rules: over the heads, under them, under the rows


def boxed_tables(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with each run of lines that draws boxes as a table."""
    corners = [block for block in blocks if isinstance(block, Line) and block.text.lstrip()[:1] in _CORNERS]
    if not any(map(_is_rule, corners)):
        return blocks
    return list(_with_boxes(blocks))


def _with_boxes(blocks: Sequence[Block]) -> Iterable[Block]:
    run: list[Line] = []
    for block in blocks:
        if isinstance(block, Line) and (_is_rule(block) or (run and _is_row(block))):
            run.append(block)
            continue
        yield from _table_of(run)
        run = []
        yield block
    yield from _table_of(run)


def _is_rule(line: Line) -> bool:
    return line.text.lstrip()[:1] in _CORNERS and _RULE.fullmatch(line.text) is not None


def _is_row(line: Line) -> bool:
    return line.text.lstrip()[:1] in ("|", "│", "║", "┃")


def _table_of(run: Sequence[Line]) -> Iterable[Block]:
    rules = [n for n, line in enumerate(run) if _is_rule(line)]
    if len(rules) < _FEWEST_RULES or len(run) - len(rules) < _FEWEST_RULES:
        yield from run
        return
    groups: list[list[Line]] = [[]]
    for line in run:
        if _is_rule(line):
            groups.append([])
        else:
            groups[-1].append(line)
    groups = [group for group in groups if group]
    if len(rules) <= _HEADED:
        groups = [*groups[:1], *([line] for group in groups[1:] for line in group)]
    rows = [[_cells_of(line) for line in group] for group in groups]
    width = max(len(cells) for row in rows for cells in row)
    cells = tuple(
        Cell(
            tuple(
                replace(line, text=told[column], whole=True)
                for line, told in zip(group, row, strict=True)
                if column < len(told) and told[column]
            ),
            number,
            column,
        )
        for number, (group, row) in enumerate(zip(groups, rows, strict=True))
        for column in range(width)
    )
    yield Table(cells, height=len(rows), width=width)


def _cells_of(line: Line) -> list[str]:
    text = line.text.translate(_BARS).strip()
    return [part.strip() for part in text[1:].removesuffix("|").split("|")]
