"""Tables that cross two times (days down and halves of the day across, or the reverse), or times and leaders.

What is held stands where the two meet, so that no column is one of contents. Such a table is turned into rows of day,
half and content, which `day_table` reads like any other; columns beside the halves (who is on duty, notes) stay.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.dittos import over_days
from calendars.layouts.shapes import looks_like_person, names_a_room, names_a_unit
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import is_day_label, is_part_label
from calendars.layouts.words import fold

_HEADING_ROWS = 4
_ALWAYS = 3  # months
_LEAST_DAYS = 3
_SOME_ROOMS = 2
_MONTH = re.compile(r"(?:thang|quy) (?:\d{1,2}|[iv]+)(?:\s*/\s*\d{4})?")
_NAMES_MONTH = re.compile(r"\b(?:thang|quy) (?:\d|[iv]+\b)")
_NUMBER_OF_MONTH = re.compile(r"\d{1,2}(?:\s*/\s*\d{4})?")
# "ngày 14 và 15", "sáng 09 - 13", "8h ngày 07 (thứ Bảy)": days without their month, the hours around them apart.
_BARE_DAYS = re.compile(
    r"(?:.{0,30}\bngày |(?:(?:sáng|chiều|tối|đêm|từ|các|dự kiến|thứ \w+|chủ nhật),?\s+){0,3})"
    r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:[-–,;]|(?:và|đến)(?: ngày)?)\s?(?:0?[1-9]|[12]\d|3[01])){0,6}"
    r"(?![\dhg:]|\s?giờ)",
    re.IGNORECASE,
)
_NUMBERS = 10  # days that a calendar of a month has at least
_DAY_NUMBER = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:\s*/\s*\d{1,2})?")
_REMARK = re.compile(r"\s*[(;\n]")
_AS_ANOTHER = re.compile(
    r"(?:nhu|cung|du cung|cung du voi|cung voi)\s+((?:dong chi |d/c )?[^\W\d][^:;,()\d]{1,30})"
)
_GROUP = re.compile(
    r"(?:lop|khoi|to|ban|doi|nhom|ca|phan xuong|xuong|chuyen|co so|diem truong|khoa|he|bac)\b"
)
_LONGEST_GROUP = 50  # letters
_TIMES = ("day", "part", "time")


def unfolded(table: Table) -> Table:
    """A crossed table as rows of day, half of the day and content; any other table as it is."""
    for row in range(min(_HEADING_ROWS, table.height - 1)):
        heads = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        parts = [head for head in heads if is_part_label(_text(head))]
        if len(parts) >= 2 and not any(heading_role(_text(head)) == "content" for head in heads):
            return _by_parts(table, row, heads, parts)
        days = [head for head in heads if is_day_label(_text(head))]
        if len(days) >= _LEAST_DAYS and len(days) >= len(heads) - 2:
            halves = _halves_below(table, row, days)
            return _by_halves(table, row, days, halves) if halves else _by_days(table, row, days)
        beside = [head for head in heads if heading_role(_text(head)) in _TIMES]
        leaders = [head for head in heads if head not in beside]
        if beside and len(leaders) >= 2 and all(_names_a_leader(_text(head)) for head in leaders):
            return _by_leaders(table, row, beside, leaders, "Chủ trì")
        if (
            beside
            and len(leaders) >= _SOME_ROOMS
            and all(names_a_room(fold(_text(head))) for head in leaders)
        ):
            return _by_leaders(table, row, beside, leaders, "Địa điểm")
        if beside and len(leaders) >= 2 and all(_names_whose(_text(head)) for head in leaders):
            return _by_leaders(table, row, beside, leaders, "Thành phần")
        content = [head for head in heads if heading_role(_text(head)) == "content"]
        if content and not beside:
            kinds = [
                head for head in heads if heading_role(_text(head)) is None and _lists_days(table, row, head)
            ]
            months = [head for head in heads if _MONTH.fullmatch(fold(_text(head)).strip())]
            if len(months) > 1:
                return _by_months(table, row, content[0], months, heads)
            return _by_kinds(table, row, content[0], kinds) if len(kinds) > 1 else table
    return table


def _text(cell: Cell) -> str:
    return " ".join(line.text.strip() for line in cell.lines)


def _names_a_leader(text: str) -> bool:
    """Whether a column is headed with a person ("PGĐ Lý Thị Mai") and not with what stands in it ("Chủ trì")."""
    return heading_role(text) is None and looks_like_person(text)


def _names_whose(text: str) -> bool:
    """Whether a column is headed with those whose things stand in it: "Lớp Mầm (cô Liễu)", "Ban giám hiệu"."""
    folded = fold(text).strip()
    named = _GROUP.match(folded) is not None or names_a_unit(folded) or looks_like_person(text)
    return heading_role(text) is None and named and len(folded) <= _LONGEST_GROUP


def _lists_days(table: Table, row: int, head: Cell) -> bool:
    """Whether the cells below a head begin with days."""
    texts = [
        _text(cell)
        for cell in table.cells
        if cell.column == head.column and cell.row > row and cell.text.strip()
    ]
    return bool(texts) and all(is_day_label(_REMARK.split(text, maxsplit=1)[0]) for text in texts)


def _by_months(table: Table, row: int, content: Cell, months: Sequence[Cell], heads: Sequence[Cell]) -> Table:
    """What is held down, months or quarters across: a cell tells when in its month, or ticks the whole of it."""
    beside = [head for head in heads if head not in months and head is not content]
    rows: list[list[Cell | None]] = [[*beside, None, None]]
    for below in range(row + 1, table.height):
        what = table.at(below, content.column)
        at = [table.at(below, month.column) for month in months]
        if len(at) >= _ALWAYS and all(cell is not None and _ticks(_text(cell)) for cell in at):
            continue  # done all the time
        for month in months:
            cell = table.at(below, month.column)
            if what is None or not what.text.strip() or cell is None or not cell.text.strip():
                continue
            day = replace(cell, lines=(replace(cell.lines[0], text=_in_month(_text(cell), _text(month))),))
            rows.append([*(table.at(below, head.column) for head in beside), day, what])
    return as_table(rows, len(beside), ("Thời gian", "Nội dung"), beside)


def _in_month(text: str, month: str) -> str:
    """ "08/10" as it is, "ngày 08", "Trong tháng" and "Tuần 2" with the month's name, a tick as the month itself."""
    if _ticks(text):
        return month
    if "/" in text or _NAMES_MONTH.search(fold(text)):
        return text
    unit, _, number = month.partition(" ")
    if _NUMBER_OF_MONTH.fullmatch(number.strip()) and (days := _BARE_DAYS.match(text)):
        return f"{days[0]}/{number.strip()}{text[days.end() :]}" if fold(unit) == "thang" else text
    return f"{text} {number}" if fold(text).endswith(fold(unit)) else f"{text} {month.lower()}"


def _ticks(text: str) -> bool:
    """Whether a cell only says that there is something: "x"."""
    return len(text) == 1 and not text.isdigit()


def _by_kinds(table: Table, row: int, content: Cell, kinds: Sequence[Cell]) -> Table:
    """What is held down, for whom across ("Mầm non", "Phổ thông"): the day stands where they meet."""
    rows: list[list[Cell | None]] = [[None, None]]
    for below in range(row + 1, table.height):
        what = table.at(below, content.column)
        if what is None or not what.text.strip():
            continue
        told: dict[tuple[int, int], tuple[Cell, list[Cell]]] = {}
        for kind in kinds:
            day = table.at(below, kind.column)
            if day is not None and day.text.strip():
                told.setdefault((day.row, day.column), (day, []))[1].append(kind)
        for day, whom in told.values():
            line = replace(what.lines[0], text=f"{_text(what)} ({', '.join(map(_text, whom))})")
            rows.append([day, replace(what, lines=(line,)) if len(whom) < len(kinds) else what])
    return as_table(rows, 0, ("Thời gian", "Nội dung"), ())


def _by_leaders(table: Table, row: int, beside: Sequence[Cell], leaders: Sequence[Cell], named: str) -> Table:
    """Days and hours down, leaders or groups across: who heads the column leads, or attends, what stands in it."""
    rows: list[list[Cell | None]] = [[*beside, None, None]]
    days = days_down(table, row, beside)
    for below in range(row + 1, table.height):
        others = [days.get((below, head.column)) or table.at(below, head.column) for head in beside]
        told: dict[str, tuple[Cell, list[Cell]]] = {}
        for leader in leaders:
            content = table.at(below, leader.column)
            if content is not None and content.row == below and content.rows > 1 and content.text.strip():
                rows.append([*_over_rows(others, table, beside, days, content), content, leader])
            elif content is not None and content.row == below and content.text.strip():
                other = _AS_ANOTHER.fullmatch(fold(_text(content)))
                if other is None:
                    told.setdefault(_text(content), (content, []))[1].append(leader)
                for _, whose in told.values() if other is not None else ():
                    if other is not None and any(_is_named(each, other[1]) for each in whose):
                        whose.append(leader)
        rows += [[*others, content, _together(whose)] for content, whose in told.values()]
    return as_table(rows, len(beside), ("Nội dung", named), beside)


def _over_rows(
    others: Sequence[Cell | None],
    table: Table,
    beside: Sequence[Cell],
    days: dict[tuple[int, int], Cell],
    content: Cell,
) -> list[Cell | None]:
    """The cells of day and hour beside a thing that goes on over several rows: from its first day to its last."""
    found: list[Cell | None] = []
    for head, cell in zip(beside, others, strict=True):
        covered = range(content.row, content.row + content.rows)
        below = [days.get((row, head.column)) or table.at(row, head.column) for row in covered]
        label = over_days([_text(each) if each is not None else "" for each in below])
        several = cell is not None and label != _text(cell)
        found.append(replace(cell, lines=(replace(cell.lines[0], text=label),)) if cell and several else cell)
    return found


def days_down(table: Table, row: int, beside: Sequence[Cell]) -> dict[tuple[int, int], Cell]:
    """The cell of the day for each place in a column of days: an empty one goes on with the day above it.

    The row that bears the day may have nothing on ("Thứ 2 | Sáng | |"), and is left out then.
    """
    found: dict[tuple[int, int], Cell] = {}
    for head in beside:
        above: Cell | None = None
        for below in range(row + 1, table.height) if heading_role(_text(head)) == "day" else ():
            cell = table.at(below, head.column)
            above = cell if cell is not None and cell.text.strip() else above
            if above is not None:
                found[below, head.column] = above
    return found


def _is_named(leader: Cell, named: str) -> bool:
    """Whether the words of a cell ("Như PCT Thu") name the leader who heads a column."""
    words = fold(_text(leader)).split()
    return all(word in words for word in named.split())


def _together(leaders: Sequence[Cell]) -> Cell:
    """The leaders of one meeting, which stands in the column of each, as one cell."""
    line = leaders[0].lines[0]
    return replace(leaders[0], lines=(replace(line, text=", ".join(map(_text, leaders))),))


def _by_parts(table: Table, row: int, heads: Sequence[Cell], parts: Sequence[Cell]) -> Table:
    """Days down, halves across."""
    first = parts[0].column
    beside = [head for head in heads if head not in parts]
    rows: list[list[Cell | None]] = [[*beside, None, None]]
    days = days_down(table, row, beside)
    for below in range(row + 1, table.height):
        others = [days.get((below, head.column)) or table.at(below, head.column) for head in beside]
        whole = table.at(below, first)
        if whole is not None and whole.row == below and whole.columns > parts[0].columns:
            covered = {
                part.column for part in parts if whole.column <= part.column < whole.column + whole.columns
            }
        else:
            whole, covered = None, set()
        for part in parts:
            content = table.at(below, part.column)
            if content is None or content.row != below or not content.text.strip():
                continue
            if content is whole:
                if part is parts[0]:
                    rows.append([*others, None if len(covered) == len(parts) else part, content])
                continue
            rows.append([*others, part, content])
    return as_table(rows, len(beside), ("Buổi", "Nội dung"), beside)


def _by_days(table: Table, row: int, days: Sequence[Cell]) -> Table:
    """Days across, halves or hours down, or as on a calendar the numbers of the days over what is held on each."""
    labels = days[0].column
    rows: list[list[Cell | None]] = [[None, None, None]]
    columns = {day.column for day in days}
    numbers = sum(
        _number(cell) is not None for cell in table.cells if cell.column in columns and cell.row > row
    )
    for weekday in days:
        day = weekday
        for below in range(row + 1, table.height):
            content = table.at(below, day.column)
            if (
                content is None
                or content.row != below
                or not content.text.strip()
                or content.column < day.column
            ):
                continue
            if numbers >= _NUMBERS and (number := _number(content)) is not None:
                head = f"{_text(weekday)}, ngày {number}"
                day = replace(weekday, lines=(replace(content.lines[0], text=head),))
                content = replace(content, lines=content.lines[1:])
                if not content.text.strip():
                    continue
            label = table.at(below, labels - 1) if labels else None
            rows.append([day, label, content])
    return as_table(rows, 0, ("Thứ, ngày", "Buổi", "Nội dung"), ())


def _halves_below(table: Table, row: int, days: Sequence[Cell]) -> list[Cell]:
    """The halves in the row below days that cover two columns and more; none where other words stand there."""
    if row + 2 >= table.height or not all(day.columns > 1 for day in days):
        return []
    covered = {column for day in days for column in range(day.column, day.column + day.columns)}
    below = [
        cell for cell in table.cells if cell.row == row + 1 and cell.column in covered and cell.text.strip()
    ]
    return below if len(below) > len(days) and all(is_part_label(_text(cell)) for cell in below) else []


def _by_halves(table: Table, row: int, days: Sequence[Cell], halves: Sequence[Cell]) -> Table:
    """Days and their halves across, leaders or rooms down."""
    beside = [cell for cell in table.cells if cell.row == row and cell.column < days[0].column]
    rows: list[list[Cell | None]] = [[*beside, None, None, None]]
    for day in days:
        for below in range(row + 2, table.height):
            others = [table.at(below, head.column) for head in beside]
            for half in halves:
                content = table.at(below, half.column)
                if content is None or (content.row, content.column) != (below, half.column):
                    continue
                if content.text.strip() and day.column <= half.column < day.column + day.columns:
                    rows.append([*others, day, half if content.columns == half.columns else None, content])
    return as_table(rows, len(beside), ("Thứ, ngày", "Buổi", "Nội dung"), beside)


def _number(cell: Cell) -> str | None:
    """The number of the day with which a cell of a calendar begins, on a line of its own."""
    first = cell.lines[0].text.strip() if cell.lines else ""
    return first if _DAY_NUMBER.fullmatch(first) else None


def as_table(
    rows: Sequence[Sequence[Cell | None]], beside: int, names: tuple[str, ...], heads: Sequence[Cell]
) -> Table:
    """The rows as a table below heads of these names; cells keep their lines and so their places."""
    number = next((line.number for row in rows for cell in row if cell for line in cell.lines), 1)
    cells: list[Cell] = [Cell(head.lines, 0, column) for column, head in enumerate(heads)]
    cells += [
        Cell((Line(name, number, whole=True),), 0, beside + column) for column, name in enumerate(names)
    ]
    for place, row in enumerate(rows[1:], 1):
        cells += [
            Cell(cell.lines, place, column, name=cell.name)
            for column, cell in enumerate(row)
            if cell is not None
        ]
    return Table(tuple(cells), len(rows), beside + len(names), None)
