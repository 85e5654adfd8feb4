"""Tables of who is on duty: days down, and across them the heads under which the people stand ("Lãnh đạo trực").

No column says what is done, since all of them say who does it. Such a table is turned into rows of day and duty, which
`day_table` reads like any other. What is hard: "ngày trực" and "ca trực" head times, "trực thuộc" and "trực tuyến" have
nothing to do with it, and where a schedule has a column of contents its duty is a remark beside them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Table
from calendars.layouts.shapes import begins_with_act
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import begins_with_clock
from calendars.layouts.words import fold

_HEADING_ROWS = 4
_DUTY = re.compile(r"(?<!thuong )\btruc\b(?! (?:tuyen|thuoc|tiep))")
_NO_PEOPLE = re.compile(r"\b(?:ngay|gio|ca|buoi|thoi gian|dia diem|noi|so|dien thoai|tuan|thu)\b")
_WORD = re.compile(r"\s*\btrực\b", re.IGNORECASE)
_DUTY_LIST = re.compile(r"\b(?:lich|phan cong|bang) (?:phan cong )?truc\b(?! (?:tuyen|tiep))")
_LONGEST = 60
_TIMES = frozenset(("day", "part", "time"))


def by_duty(table: Table) -> Table:
    """A table of duty as rows of day and duty; any other table as it is."""
    for row in range(min(_HEADING_ROWS, table.height - 1)):
        heads = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        on_duty = [head for head in heads if _heads_people(head)]
        roles = {heading_role(_plain(head.text)) for head in heads if head not in on_duty}
        if on_duty and "content" not in roles and roles & _TIMES and not _tells_acts(table, row, heads):
            return _with_duty(table, row, on_duty)
    return table


def _tells_acts(table: Table, row: int, heads: Sequence[Cell]) -> bool:
    """Whether a column under a head of no known role tells what is held ("Việc trong ngày"), beside who is on duty."""
    for head in heads:
        if _heads_people(head) or heading_role(_plain(head.text)) is not None:
            continue
        texts = [cell.text for cell in table.cells if cell.column == head.column and cell.row > row]
        told = [text for text in texts if text.strip()]
        if told and sum(map(_tells_act, told)) > len(told) / 2:
            return True
    return False


def _tells_act(text: str) -> bool:
    """Whether a cell begins with an hour or with what somebody does, and not with a telephone number."""
    return begins_with_clock(text) or (text[:1].isalpha() and begins_with_act(text))


def lists_duty(table: Table, heading: str) -> bool:
    """Whether a table below this heading tells only who is on duty: "I. LỊCH TRỰC" over days and names."""
    if _DUTY_LIST.search(fold(heading)) is None or len(heading) > _LONGEST:
        return False
    roles = {heading_role(cell.text) for cell in table.cells if cell.row == 0}
    return "content" not in roles


def _heads_people(head: Cell) -> bool:
    folded = fold(head.text)
    return _DUTY.search(folded) is not None and _NO_PEOPLE.search(folded) is None


def _with_duty(table: Table, row: int, on_duty: Sequence[Cell]) -> Table:
    """The people of each row as one cell of contents, in the place of the first of them."""
    first, columns = on_duty[0].column, {head.column for head in on_duty}
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.row == row and cell.column == first:
            cells.append(_told(cell, "Nội dung"))
        elif cell.row == row and cell.column not in columns and (timed := _without_duty(cell)):
            cells.append(timed)
        elif cell.row <= row or cell.column not in columns:
            cells.append(cell)
        elif cell.column == first:
            people = [
                one for column in sorted(columns) if (one := table.at(cell.row, column)) and one.text.strip()
            ]
            names = ", ".join(" ".join(one.text.split()) for one in people)
            cells.append(_told(replace(cell, lines=people[0].lines), f"Trực: {names}") if people else cell)
    return replace(table, cells=tuple(cells))


def _without_duty(head: Cell) -> Cell | None:
    """The head of a column of times without its duty ("Ngày trực" is "Ngày"); None for any other head."""
    plain = _plain(head.text)
    return _told(head, plain) if plain != head.text and heading_role(plain) in _TIMES else None


def _plain(text: str) -> str:
    return _WORD.sub("", text)


def _told(cell: Cell, text: str) -> Cell:
    """The cell with this text in the place of its first line."""
    return replace(cell, lines=(replace(cell.lines[0], text=text),))
