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
from calendars.layouts.day_lines import with_half_spelled
from calendars.layouts.days_and_hours import day_and_hour, tells_only_hour
from calendars.layouts.dittos import over_days
from calendars.layouts.due_days import due_day, foreseen_day
from calendars.layouts.flattened import find_flattened
from calendars.layouts.hours_above import heading_with_hours
from calendars.layouts.labels import with_fields
from calendars.layouts.layout import Item, Matter, Section
from calendars.layouts.outline import mark_of, own_text, passage_of
from calendars.layouts.parted_cells import parted_lines
from calendars.layouts.remarks import by_its_note, place_or_people, with_dates_beside, with_place_beside
from calendars.layouts.roster import lists_duty
from calendars.layouts.row_days import with_own_days
from calendars.layouts.rows_below import with_rows_below
from calendars.layouts.sections import sections_of
from calendars.layouts.tables import Columns, columns_of, heading_role, is_behind
from calendars.layouts.timelabels import (
    begins_with_clock,
    begins_with_weekday,
    goes_on_in,
    is_day_label,
    is_part_label,
    is_time_label,
    is_week_heading,
    names_a_day,
)
from calendars.layouts.words import fold
from calendars.marks import Passage

name = "day table"


_FIELDS = ("location", "chair", "attendees", "prepared_by", "note")
_BARE_WEEKDAY = re.compile(r"(?:hai|ba|tu|nam|sau|bay|[2-7])(?:\s*[-–,(\n]|\s+\(?\d|\s*$)")
_GROUP_NUMBER = re.compile(r"(?:[IVX]{1,4}|[A-HĐ])\s*[.)/]?")
_GROUP_MARK = re.compile(r"(?:[IVX]{1,4}|[A-HĐ])\s*[.)/-]\s*(?=\S)")
_MONTH = re.compile(
    r"(?:[ivxa-h]{1,4}\s*[.)/-]\s*)?(?:trong\s+)?(?:thang|quy)\s*(?:\d{1,2}|[iv]+)\b(?!.*\d{1,2}\s*[-–]\s*\d)"
)
# Below "Ngày"; with diacritics, since "Từ 01/3" begins a stretch.
_WEEKDAY_BEHIND = re.compile(  # of two columns, "Ngày" and "Thứ"
    r"(?P<date>\d{1,2}\s?[/.-]\s?\d{1,2}(?:[/.-]\d{4})?)[\s,(-]+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])\)?",
    re.IGNORECASE,
)
_WEEKDAY_AND_NUMBER = re.compile(  # of two columns, "Thứ" and "Ngày"
    r"(?:thứ |t)?(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])\s+(?P<number>0?[1-9]|[12]\d|3[01])", re.IGNORECASE
)
_WEEKDAY_AND_DATE = re.compile(r"(?:hai|ba|tư|năm|sáu|bảy)[\s,(-]+\d{1,2}\s?[/.-]\s?\d{1,2}\b", re.IGNORECASE)
_DATED = re.compile(r"\d{1,2}\s*[/.]\s*\d{1,2}")
_WEEK = re.compile(r"tuan\b")
_FROM = re.compile(r"(?:tu|ngay (?:bat dau|khai giang|khoi cong)|gio bat dau|bat dau)\b")
_TO = re.compile(r"(?:den|ngay (?:ket thuc|be giang)|gio ket thuc|ket thuc)\b")
_PART_START = re.compile(r"(?:[-+•–]\s*)?(?:buoi\s+)?(?:sang|chieu|toi|trua|ca ngay)\b\s*[(:,]?")

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
    table = with_changes_told(flattened.table)
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
        for cell in _row(table, row)
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
            found.append(
                Section(
                    heading=heading,
                    matter=Matter.EVENTS,
                    items=tuple(with_rows_below(items)),
                    passages=passages,
                )
            )
        heading, passages = (
            _GROUP_MARK.sub("", _flat([group])),
            tuple(passage_of(line) for line in group.lines),
        )
        items, held = [], _Held()
    found.append(
        Section(heading=heading, matter=Matter.EVENTS, items=tuple(with_rows_below(items)), passages=passages)
    )
    return tuple(found)


def _group_heading(table: Table, columns: Columns, row: int) -> Cell | None:
    """The cell that heads the rows below: alone in its row, over the width or behind a Roman number or a letter."""
    filled = [cell for cell in _row(table, row) if cell.text.strip()]
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
    cell, text = rest[0], _flat(rest)
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


def _row(table: Table, row: int) -> list[Cell]:
    return [cell for cell in table.cells if cell.row == row]


def _is_heading_row(table: Table, row: int) -> bool:
    texts = [cell.text for cell in _row(table, row) if cell.text.strip()]
    return len(texts) >= 2 and all(heading_role(text) for text in texts)


def _covering(table: Table, row: int, columns: Iterable[int]) -> list[Cell]:
    found: list[Cell] = []
    for column in columns:
        cell = table.at(row, column)
        if cell is not None and cell not in found:
            found.append(cell)
    return found


def _flat(cells: Iterable[Cell]) -> str:
    return " ".join(line.text.strip() for cell in cells for line in cell.lines if line.text.strip())


def _items_of_row(table: Table, columns: Columns, row: int, held: _Held) -> Iterable[Item]:
    own = [cell for cell in _row(table, row) if cell.text.strip()]
    unnumbered = [cell for cell in own if cell.column not in columns.of("number")]
    own = unnumbered if len(unnumbered) == 1 else own
    if len(own) == 1 and _is_day_over(own[0], table, columns):
        held.day, held.part = _flat(own).strip(" :*"), None
        held.day_passages = tuple(passage_of(line) for line in own[0].lines)
        held.over = True
        return
    contents = columns.of("content")
    day_cells = _without_week(_covering(table, row, columns.of("day")))
    day = _weekday_spelled(_from_and_to(day_cells, table, columns), table, columns)
    if day and columns.first_row and (head := table.at(columns.first_row - 1, day_cells[0].column)):
        day = foreseen_day(due_day(day, head.text, _flat(_covering(table, row, contents))), head.text)
    clock_cells = _covering(table, row, columns.of("time"))
    bare, within = day_and_hour(held.day or "")
    hour = day if tells_only_hour(day) and (held.over or within) else None
    if within and (hour is not None or (not day and _flat(clock_cells))):
        held.day, held.over = bare, True
    if not day and is_behind(columns) and not _flat(clock_cells):  # each thing has its own day behind it
        held.day, held.part, held.day_passages = None, None, ()
    if day and hour is None and day != held.day:
        held.day, held.part, held.over = day, None, False
        held.day_passages = tuple(passage_of(line) for cell in day_cells for line in cell.lines)
    part = _flat(_covering(table, row, columns.of("part")))
    if part:
        held.part = part
    elif held.part and not goes_on_in(held.part, _flat(clock_cells or _covering(table, row, contents))):
        held.part = None
    if not part and columns.of("part") and is_part_label(half := _flat(clock_cells).strip(" :.")):
        held.part, clock_cells = half, []  # of cells that lost their grid: a half without an hour
    if len(clock_cells) > 1 and (hours := _from_and_to(clock_cells, table, columns)) != _flat(clock_cells):
        line = replace(clock_cells[0].lines[0], text=hours)
        clock_cells = [replace(clock_cells[0], lines=(line,))]
    content_cells = [cell for cell in _covering(table, row, contents) if cell.row == row]
    pieces = _pieces_by_clock(content_cells, clock_cells) or list(_pieces(content_cells))
    fields = {name: _covering(table, row, columns.of(name)) for name in _FIELDS}
    heads = {name: _head_of(name, table, columns) for name in ("attendees", "location", "note")}
    if (
        not columns.of("content")
        and held.day
        and any(map(_flat, ([one] for cells in fields.values() for one in cells)))
    ):
        told = {name: _flat(cells) for name, cells in fields.items() if cells}
        passages = (*(passage_of(line) for cell in own for line in cell.lines), *held.day_passages)
        label = " ".join(filter(None, (held.part, hour, _flat(clock_cells)))) or None
        yield by_its_note(with_fields(Item(text="", passages=passages, day=held.day, time=label), told))
        return
    covered = range(row + 1, row + max((cell.rows for cell in content_cells), default=1))
    below = [_flat(_covering(table, under, columns.of("day"))) for under in covered]
    days = (
        over_days([held.day, *(_weekday_spelled(day, table, columns) for day in below)]) if held.day else None
    )
    own_days = with_own_days(pieces, day_cells)
    pieces = [piece for piece, _ in own_days] or pieces
    for n, lines in enumerate(pieces):
        clock = _share(clock_cells, n, len(pieces))
        labels = {name: _share(cells, n, len(pieces)) for name, cells in fields.items() if cells}
        first = lines[0]
        mark = mark_of(first)
        text = " ".join([own_text(first, mark), *(line.text.strip() for line in lines[1:])]).strip()
        text = with_half_spelled(text)
        if not text:
            continue
        passages = (*(passage_of(line) for line in lines), *held.day_passages)
        cell_name = content_cells[0].name
        passages = tuple(
            p._replace(cell=cell_name) if cell_name and i == 0 else p for i, p in enumerate(passages)
        )
        item = Item(
            text=text,
            passages=passages,
            mark=mark.text if mark else None,
            day=own_days[n][1] if own_days else days,
            time=" ".join(filter(None, (held.part, hour, clock))) or None,
        )
        yield with_place_beside(by_its_note(with_fields(item, place_or_people(labels, heads))))


def _head_of(role: str, table: Table, columns: Columns) -> str:
    """The words at the head of the columns with this role."""
    heads = (table.at(columns.first_row - 1, column) for column in columns.of(role) if columns.first_row)
    return " ".join(head.text for head in heads if head is not None)


def _from_and_to(cells: Sequence[Cell], table: Table, columns: Columns) -> str:
    """What the cells of days tell: a stretch, where two columns are headed by its ends ("Từ ngày", "Đến ngày")."""
    filled = [cell for cell in cells if cell.text.strip()]
    if len(filled) == len(cells) == 2 and columns.first_row:
        heads = [table.at(columns.first_row - 1, cell.column) for cell in cells]
        first, last = (fold(head.text).strip() if head else "" for head in heads)
        if _FROM.match(first) and _TO.match(last):
            return (
                _flat(cells[:1])
                if _flat(cells[:1]) == _flat(cells[1:])
                else f"{_flat(cells[:1])} - {_flat(cells[1:])}"
            )
    return _flat(cells)


def _without_week(cells: list[Cell]) -> list[Cell]:
    """The cells that tell a day, without the week before them where they name their date themselves."""
    if len(cells) < 2 or not _DATED.search(_flat(cells[1:])):
        return cells
    week = _flat(cells[:1])
    return cells[1:] if _WEEK.match(fold(week)) or len(_DATED.findall(week)) > 1 else cells


def _is_day_over(cell: Cell, table: Table, columns: Columns) -> bool:
    """Whether the only cell of a row heads a day's rows: over the whole width, or alone in the column of times."""
    text = _flat([cell])
    whole = cell.columns >= table.width > 1
    alone = is_day_label(text) and columns.roles.get(cell.column) != "content" and cell.rows == 1
    return len(text) < 60 and names_a_day(text) and (whole or (alone and table.width > 2))


def _weekday_spelled(day: str, table: Table, columns: Columns) -> str:
    """A day that leaves to the head of its column ("Thứ") that it is a weekday, with that word."""
    if found := _WEEKDAY_BEHIND.fullmatch(day):
        return f"Thứ {found['weekday']}, {found['date']}"
    if (found := _WEEKDAY_AND_NUMBER.fullmatch(day)) and columns.first_row and len(columns.of("day")) > 1:
        return f"Thứ {found['weekday']}, ngày {found['number']}"
    if columns.first_row == 0 or not _BARE_WEEKDAY.match(fold(day)):
        return day
    heads = (table.at(columns.first_row - 1, column) for column in columns.of("day"))
    told = any(head and fold(head.text).lstrip().startswith("thu") for head in heads)
    return f"Thứ {day}" if told or _WEEKDAY_AND_DATE.match(day) else day


def _share(cells: Sequence[Cell], number: int, count: int) -> str:
    """The part of a row's cell that belongs to one of the `count` things in the row."""
    lines = [line.text.strip() for cell in cells for line in cell.lines if line.text.strip()]
    if count > 1 and len(lines) == count:
        return lines[number].lstrip("-+• ")
    return " ".join(lines)


def _pieces_by_clock(cells: Sequence[Cell], clocks: Sequence[Cell]) -> list[list[Line]]:
    """The lines of a cell as things of their own where the cell of hours has as many lines; else nothing."""
    hours = [line for cell in clocks for line in cell.lines if line.text.strip()]
    lines = [line for cell in cells for line in cell.lines if line.text.strip()]
    timed = all(is_time_label(line.text) or line.text[-1:].isdigit() for line in hours)
    timed = timed and not any(
        line.text.rstrip().endswith(("-", "–")) for line in hours[:-1]
    )  # "8h00 -" over "9h00"
    return [[line] for line in lines] if len(hours) == len(lines) > 1 and timed else []


def _pieces(cells: Iterable[Cell]) -> Iterable[list[Line]]:
    """The things in a cell: a new one begins at a mark, an hour or a part of the day."""
    held: list[Line] = []
    for cell in cells:
        for line in parted_lines(cell.lines):
            text = line.text.strip()
            if not text:
                continue
            if held and _begins_new(line, held):
                yield held
                held = []
            held.append(line)
    if held:
        yield held


def _begins_new(line: Line, held: Sequence[Line]) -> bool:
    text = line.text.strip()
    if mark_of(line) is not None:
        return True
    if is_day_label(text) or is_part_label(held[-1].text.strip()):
        return False
    told = "".join(each.text for each in held)
    if told.count("(") > told.count(")"):
        return False
    halved = with_half_spelled(text)
    return begins_with_clock(text) or _PART_START.match(fold(halved)) is not None
