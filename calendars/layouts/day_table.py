"""Tables of what happens when: monthly tables and weekly schedules (reference sections A.5 and A.6).

A row is an item, with what its columns say as labels. Day and part of the day hold until the next; hour, place
and people are of their row only. What is hard: merged cells, several things in one cell, a heading row repeated
on the next page, and tables that lost their grid (`flattened`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from calendars.documents.document import Block, Cell, Line, Table
from calendars.layouts.centred import with_day_cells_first
from calendars.layouts.changed_times import with_changes_told
from calendars.layouts.day_cells import from_and_to, is_day_over, of_its_month, weekday_spelled, without_week
from calendars.layouts.day_lines import with_half_spelled
from calendars.layouts.days_and_hours import day_and_hour, tells_only_hour
from calendars.layouts.dittos import over_days
from calendars.layouts.due_days import due_day, foreseen_day, says_done
from calendars.layouts.flattened import find_flattened
from calendars.layouts.hours_above import heading_with_hours, hours_in_brackets, rows_of_day
from calendars.layouts.labels import with_fields
from calendars.layouts.layout import Item, Matter, Section
from calendars.layouts.month_cells import with_months_told
from calendars.layouts.outline import mark_of, own_text, passage_of
from calendars.layouts.remarks import by_its_note, place_or_people, with_dates_beside, with_place_beside
from calendars.layouts.roster import lists_duty
from calendars.layouts.row_cells import cells_of_row, covering, flat, pieces_by_clock, pieces_of, share
from calendars.layouts.row_days import with_own_days
from calendars.layouts.rows_below import with_rows_below
from calendars.layouts.sections import sections_of
from calendars.layouts.tables import Columns, columns_of, heading_role, is_behind
from calendars.layouts.timelabels import (
    begins_with_weekday,
    goes_on_in,
    is_part_label,
    is_time_label,
    is_week_heading,
    names_a_day,
)
from calendars.layouts.words import fold
from calendars.marks import Passage

name = "day table"

_FIELDS = ("location", "chair", "attendees", "prepared_by", "note")
_GROUP_NUMBER = re.compile(r"(?:[IVX]{1,4}|[A-HĐ])\s*[.)/]?")
_GROUP_MARK = re.compile(r"(?:[IVX]{1,4}|[A-HĐ])\s*[.)/-]\s*(?=\S)")
_MONTH = re.compile(
    r"(?:[ivxa-h]{1,4}\s*[.)/-]\s*)?(?:trong\s+)?(?:thang|quy)\s*(?:\d{1,2}|[iv]+)\b(?!.*\d{1,2}\s*[-–]\s*\d)"
)

_WHOLE = re.compile(
    r"(?:ca|trong|suot|toan|chung ca) (?:quy|nam|thang|ky)|(?:cac viec )?(?:thuong xuyen|dinh ky)"
)


def likelihood(blocks: tuple[Block, ...]) -> float:
    """Sure where a table with a known heading stands, or the heading of one that lost its grid."""
    known = [columns for block in blocks if isinstance(block, Table) and (columns := columns_of(block))]
    if known:
        return 0.95 if any(columns.of("day") for columns in known) else 0.7
    lines = [block for block in blocks if isinstance(block, Line)]
    return 0.94 if find_flattened(lines) else 0.0


def sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """A section for each table, and the lines around them as in the numbered form."""
    found: list[Section] = []
    run: list[Line] = []
    for block in blocks:
        if isinstance(block, Table) and columns_of(block):
            rows = sections_of_table(block)
            if run and rows[0].heading is None and (hours := heading_with_hours(run[-1])) is not None:
                passages = (passage_of(run.pop()), *rows[0].passages)
                rows = (replace(rows[0], heading=hours, passages=passages), *rows[1:])
            elif run and rows[0].heading is None and (of_day := rows_of_day(run[-1], rows[0].items)):
                run.pop()
                rows = (replace(rows[0], items=of_day), *rows[1:])
            elif run and rows[0].note is None and (hours := hours_in_brackets(run[-1])) is not None:
                rows = (replace(rows[0], note=hours), *rows[1:])
            found += _plain_sections(run)
            duty = run and lists_duty(block, run[-1].text) and _lists_more(blocks, block)
            run = []
            found += [replace(one, matter=Matter.REPORT) for one in rows] if duty else rows
        elif isinstance(block, Table):
            run += [line for cell in block.cells for line in cell.lines]
        else:
            run.append(block)
    return (*found, *_plain_sections(run))


def _lists_more(blocks: Sequence[Block], table: Table) -> bool:
    """Whether a paper tells of days elsewhere than in this table."""
    return any(
        columns_of(block) is not None if isinstance(block, Table) else begins_with_weekday(block.text)
        for block in blocks
        if block is not table
    )


def _plain_sections(lines: Sequence[Line]) -> Iterable[Section]:
    flattened = find_flattened(lines)
    if flattened is None:
        yield from sections_of(lines)
        return
    yield from sections_of(lines[: flattened.begin])
    table = with_changes_told(with_months_told(flattened.table))
    if columns_of(table):
        yield from sections_of_table(table)
    else:  # each row tells in a sentence what is moved, and when to
        yield from sections_of([line for cell in table.cells if cell.row for line in cell.lines])
    yield from sections_of(lines[flattened.end :])


@dataclass(slots=True)
class _Held:
    """What holds from a row to those below it; over: the day stands over hours."""

    day: str | None = None
    part: str | None = None
    day_passages: tuple[Passage, ...] = ()
    over: bool = False

    def hold_day(self, day: str, cells: Iterable[Cell], *, over: bool = False) -> None:
        """Let a day hold that cells name, and no half of it yet."""
        self.day, self.part, self.over = day, None, over
        self.day_passages = tuple(passage_of(line) for cell in cells for line in cell.lines)


def sections_of_table(table: Table) -> tuple[Section, ...]:
    """The rows of a table as items, a section for each group of rows; `columns_of(table)` must know its columns."""
    columns = columns_of(table)
    if columns is None:
        raise ValueError("this table lists no days")
    table = with_day_cells_first(with_dates_beside(table, columns), columns)
    heading: str | None = table.title
    passages = tuple(
        passage_of(line)
        for row in range(columns.first_row)
        for cell in cells_of_row(table, row)
        for line in cell.lines
    )
    found: list[Section] = []
    items: list[Item] = []
    held = _Held()
    for row in range(columns.first_row, table.height):
        if _is_heading_row(table, row):
            continue
        group = _group_heading(table, columns, row)
        if group is None:
            items += _items_of_row(table, columns, row, held)
            continue
        if items:
            found.append(_section(heading, items, passages))
        heading = _GROUP_MARK.sub("", flat([group]))
        passages = tuple(passage_of(line) for line in group.lines)
        items, held = [], _Held()
    return (*found, _section(heading, items, passages))


def _section(heading: str | None, items: Sequence[Item], passages: tuple[Passage, ...]) -> Section:
    rows = tuple(with_rows_below(items))
    return Section(heading=heading, matter=Matter.EVENTS, items=rows, passages=passages)


def _group_heading(table: Table, columns: Columns, row: int) -> Cell | None:
    """The cell that heads the rows below: alone in its row, over the width or behind a Roman number or a letter."""
    filled = [cell for cell in cells_of_row(table, row) if cell.text.strip()]
    marks = [cell for cell in filled[:1] if _GROUP_NUMBER.fullmatch(cell.text.strip())]
    if (
        marks
        and columns.roles.get(marks[0].column) in ("day", "part", "time")
        and is_part_label(marks[0].text)
    ):
        return None  # "C" for the afternoon
    rest = [cell for cell in filled if cell not in marks]
    if len(rest) != 1 or rest[0].rows > 1:
        return None
    cell, text = rest[0], flat(rest)
    if is_week_heading(text) or _MONTH.match(fold(text)) or _WHOLE.fullmatch(fold(text).strip(" :*.")):
        return cell
    if is_time_label(text) or begins_with_weekday(text):
        return None
    whole = cell.columns >= table.width > 1
    titled = text.isupper() and len(text.split()) > 1
    unnumbered = bool(columns.of("number")) and not names_a_day(text) and not text.endswith((".", ";"))
    if marks or (whole and (titled or unnumbered or _GROUP_MARK.match(text))):
        return cell
    return cell if titled and cell.column in columns.of("content") and len(columns.roles) > 2 else None


def _is_heading_row(table: Table, row: int) -> bool:
    texts = [cell.text for cell in cells_of_row(table, row) if cell.text.strip()]
    return len(texts) >= 2 and all(heading_role(text) for text in texts)


def _items_of_row(table: Table, columns: Columns, row: int, held: _Held) -> Iterable[Item]:
    own = [cell for cell in cells_of_row(table, row) if cell.text.strip()]
    unnumbered = [cell for cell in own if cell.column not in columns.of("number")]
    own = unnumbered if len(unnumbered) == 1 else own
    if len(own) == 1 and is_day_over(own[0], table, columns):
        held.hold_day(flat(own).strip(" :*"), own, over=True)
        return
    day_cells = of_its_month(without_week(covering(table, row, columns.of("day"))))
    if says_done(flat(day_cells)):
        return
    clock_cells = covering(table, row, columns.of("time"))
    hour = _hold_day(held, table, columns, row, day_cells, flat(clock_cells))
    clock_cells = _hold_half(held, table, columns, row, clock_cells)
    if len(clock_cells) > 1 and (hours := from_and_to(clock_cells, table, columns)) != flat(clock_cells):
        line = replace(clock_cells[0].lines[0], text=hours)
        clock_cells = [replace(clock_cells[0], lines=(line,))]
    fields = {name: covering(table, row, columns.of(name)) for name in _FIELDS}
    if (
        not columns.of("content")
        and held.day
        and any(flat([cell]) for cells in fields.values() for cell in cells)
    ):
        told = {name: flat(cells) for name, cells in fields.items() if cells}
        passages = (*(passage_of(line) for cell in own for line in cell.lines), *held.day_passages)
        label = _joined(held.part, hour, flat(clock_cells))
        yield by_its_note(with_fields(Item(text="", passages=passages, day=held.day, time=label), told))
        return
    content_cells = [cell for cell in covering(table, row, columns.of("content")) if cell.row == row]
    pieces = pieces_by_clock(content_cells, clock_cells) or list(pieces_of(content_cells))
    own_days = with_own_days(pieces, day_cells)
    pieces = [piece for piece, _ in own_days] or pieces
    days = _days_beside(held, table, columns, row, content_cells)
    heads = {name: _head_of(name, table, columns) for name in ("attendees", "location", "note")}
    for n, lines in enumerate(pieces):
        mark = mark_of(lines[0])
        text = " ".join([own_text(lines[0], mark), *(line.text.strip() for line in lines[1:])]).strip()
        text = with_half_spelled(text)
        if not text:
            continue
        passages = (*(passage_of(line) for line in lines), *held.day_passages)
        if cell_name := content_cells[0].name:
            passages = (passages[0]._replace(cell=cell_name), *passages[1:])
        item = Item(
            text=text,
            passages=passages,
            mark=mark.text if mark else None,
            day=own_days[n][1] if own_days else days,
            time=_joined(held.part, hour, share(clock_cells, n, len(pieces))),
        )
        labels = {name: share(cells, n, len(pieces)) for name, cells in fields.items() if cells}
        yield with_place_beside(by_its_note(with_fields(item, place_or_people(labels, heads))))


def _hold_day(
    held: _Held, table: Table, columns: Columns, row: int, cells: Sequence[Cell], clock: str
) -> str | None:
    """Take up the day that the cells of a row name; the hour, where the row stands below a day and they tell one."""
    day = weekday_spelled(from_and_to(cells, table, columns), table, columns)
    if day and columns.first_row and (head := table.at(columns.first_row - 1, cells[0].column)):
        told = flat(covering(table, row, columns.of("content")))
        day = foreseen_day(due_day(day, head.text, told), head.text)
    bare, within = day_and_hour(held.day or "")
    hour = day if tells_only_hour(day) and (held.over or within) else None
    if within and (hour is not None or (not day and clock)):
        held.day, held.over = bare, True
    if not day and is_behind(columns) and not clock:  # each thing has its own day behind it
        held.day, held.part, held.day_passages = None, None, ()
    if day and hour is None and day != held.day:
        held.hold_day(day, cells)
    return hour


def _hold_half(held: _Held, table: Table, columns: Columns, row: int, clock_cells: list[Cell]) -> list[Cell]:
    """Take up the half of the day that a row names, or keep that of the row above; the cells that tell hours."""
    part = flat(covering(table, row, columns.of("part")))
    told = flat(clock_cells or covering(table, row, columns.of("content")))
    if part:
        held.part = part
    elif held.part and not goes_on_in(held.part, told):
        held.part = None
    if not part and columns.of("part") and is_part_label(half := flat(clock_cells).strip(" :.")):
        held.part = half  # of cells that lost their grid: a half without an hour
        return []
    return clock_cells


def _days_beside(
    held: _Held, table: Table, columns: Columns, row: int, contents: Sequence[Cell]
) -> str | None:
    """The day held, or the days beside all rows over which what a row tells is merged."""
    if held.day is None:
        return None
    covered = range(row + 1, row + max((cell.rows for cell in contents), default=1))
    below = (flat(covering(table, under, columns.of("day"))) for under in covered)
    return over_days([held.day, *(weekday_spelled(day, table, columns) for day in below)])


def _joined(*parts: str | None) -> str | None:
    return " ".join(filter(None, parts)) or None


def _head_of(role: str, table: Table, columns: Columns) -> str:
    """The words at the head of the columns with this role."""
    heads = (table.at(columns.first_row - 1, column) for column in columns.of(role) if columns.first_row)
    return " ".join(head.text for head in heads if head is not None)
