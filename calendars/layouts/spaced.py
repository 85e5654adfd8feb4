"""Tables whose columns are set with spaces: their cells by where they begin on the line.

What is hard: a heading may be centred over its column, cells wrap onto lines that begin far to the right, and a full
cell leaves but one space before the next (reference section A.6). Also lists of two columns, what and by when.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.documents.document import Block, Cell, Line, Table
from calendars.layouts.changed_times import TELLS_ROWS, heads_change
from calendars.layouts.crossed_heads import crossed_heads
from calendars.layouts.day_rows import lists_days, rows_below_days
from calendars.layouts.labels import read_label
from calendars.layouts.leading_times import with_times_parted
from calendars.layouts.marks import read_mark
from calendars.layouts.pieces import Piece, has_gap, may_have_gaps, pieces_of
from calendars.layouts.shapes import begins_with_act, looks_like_time
from calendars.layouts.spaced_days import headless_days, with_day_joined
from calendars.layouts.tables import columns_of, heading_role, is_behind
from calendars.layouts.timelabels import (
    begins_with_clock,
    begins_with_weekday,
    is_day_label,
    names_a_day,
    tells_an_hour,
)
from calendars.layouts.words import fold

_DATE = re.compile(r"\(?\s*(?:[Nn]gày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?\s*\)?")
_DATE_IN = re.compile(r"\d\s*[/.-]\s*\d")
_BARE_WEEKDAY = re.compile(r"(?:thu )?(?:hai|ba|tu|nam|sau|bay|[2-7])|cn")
_LEADING = ("number", "day", "part", "time")
_SLACK = 2
_OPENS = "\"“('"
# Behind the end of a cell that was too narrow another line of it follows, with whatever letter that begins.
_WANTS_MORE = re.compile(
    r"(?:[,(–]|\b(?:với|về|tại|của|và|theo|cho|các|những|số|giai đoạn|nhiệm kỳ|lớp|khối|lần|lần thứ|năm học|quý|tháng"
    r"|khóa|khoá|cấp|đoàn|xã|phường|huyện|tỉnh|đ/c|ông|bà))$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?!\d{1,2}\s?(?:[hg:]|giờ)|\d{1,2}[/.]\d|\d{1,2}[.)]\s)\d")
_SOME_DAYS = 2
_MOST, _MORE_THAN_HALF, _HALF = 0.8, 0.6, 0.5


def spaced_tables(lines: Sequence[Line]) -> Iterable[Block]:
    """The lines, with the tables among them that are set with spaces as tables, and what-and-when lists as items."""
    if not may_have_gaps(lines):
        yield from lines
        return
    if lists_days(lines):
        yield from rows_below_days(lines)
        return
    place = 0
    while place < len(lines):
        if not has_gap(lines[place].text):
            yield lines[place]
            place += 1
            continue
        heads, roles = crossed_heads(pieces_of(lines[place].text))
        roles = _with_changes(heads, roles)
        end = _table_end(lines, place, heads, roles) if _is_heading(roles) else place
        filled = any(has_gap(line.text.strip()) for line in lines[place + 1 : end])
        if _is_heading(roles) and not filled and _is_day_alone(lines[place + 1 :]):
            place += 1  # heads of columns that nobody filled: the days stand below each other
            continue
        if end > place + 1:
            yield _table(lines[place:end], heads, roles)
            place = end
            continue
        if (week := headless_days(lines, place)) is not None:
            end, starts, roles = week
            yield _without_heads(_table([lines[place], *lines[place:end]], starts, roles))
            place = end
            continue
        if (unheaded := _unheaded(lines, place)) is not None:
            yield unheaded
            place += unheaded.height
            continue
        end = _list_end(lines, place)
        for line in lines[place:end]:
            yield _what_and_when(line)
        if end == place:
            yield lines[place]
        place = max(end, place + 1)


def _is_day_alone(lines: Sequence[Line]) -> bool:
    """Whether the next line that is not blank is the label of a day and nothing else."""
    text = next((line.text.strip() for line in lines if line.text.strip()), "")
    return is_day_label(text) and begins_with_weekday(text)


def _with_changes(heads: Sequence[Piece], roles: list[str]) -> list[str]:
    """The roles of a table of changes: old and new time, and what is moved under a head of its own ("Môn thi")."""
    which = [heads_change(head.text) for head in heads]
    if not {"former", "changed"} <= set(which):
        return roles
    told = ["time" if change else role for role, change in zip(roles, which, strict=True)]
    if (
        "content" not in told
    ):  # of the head that tells whose or where the times are: "Điểm tiêm | Lịch cũ | Lịch mới"
        known = next((role for role in ("", *TELLS_ROWS) if role in told), None)
        if known is not None:
            told[told.index(known)] = "content"
    return told


def _is_heading(roles: Sequence[str]) -> bool:
    known = [role for role in roles if role]
    share = (
        _HALF if roles[0] == "day" else _MORE_THAN_HALF
    )  # beside days may stand who is on duty, and for what
    return (
        len(known) >= 2
        and len(known) >= share * len(roles)
        and "content" in known
        and bool({"day", "time", "part"} & set(known))
    )


def _table_end(lines: Sequence[Line], first: int, heads: Sequence[Piece], roles: Sequence[str]) -> int:
    """The place after the last line of the table that begins with this heading."""
    end = first + 1
    for place in range(first + 1, len(lines)):
        pieces = pieces_of(lines[place].text)
        if not pieces:
            continue
        if len(pieces) == 1 and _heads_a_list(lines, place):
            break
        beside = end > first + 1 and _is_weekday_beside(pieces, heads)
        if not beside and not _is_row(pieces, heads) and not _is_over_rows(lines, place, heads, roles):
            break
        end = place + 1
    return end


def _heads_a_list(lines: Sequence[Line], place: int) -> bool:
    """Whether a line with a colon stands over a list, and is no row: "Hàng tuần:" over "- Giao ban: 7h30"."""
    if not lines[place].text.rstrip().endswith(":"):
        return False
    below = next((line.text.lstrip() for line in lines[place + 1 :] if line.text.strip()), "")
    return below[:2] in ("- ", "+ ", "* ", "• ", "– ")


def _is_over_rows(lines: Sequence[Line], place: int, heads: Sequence[Piece], roles: Sequence[str]) -> bool:
    """Whether a line names whose the rows below it are, which leave the first column empty."""
    alone = pieces_of(lines[place].text)
    below = next((pieces for line in lines[place + 1 :] if (pieces := pieces_of(line.text))), [])
    return (
        roles[0] not in (*_LEADING, "content")
        and len(alone) == 1
        and abs(alone[0].start - heads[0].start) <= _SLACK
        and len(below) > 1
        and below[0].start + _SLACK >= heads[1].start
    )


def _is_row(pieces: Sequence[Piece], heads: Sequence[Piece]) -> bool:
    alone = pieces[0]
    if read_label(alone.text) is not None or (alone.text.isupper() and len(alone.text) > 25):
        return False
    if len(pieces) > 1:
        return True
    begins_right = alone.start + _SLACK >= heads[1].start
    return begins_right or (alone.end <= heads[1].start and looks_like_time(alone.text))


def _is_weekday_beside(pieces: Sequence[Piece], heads: Sequence[Piece]) -> bool:
    """Whether a line has nothing but a weekday without "Thứ" in the column of days, beside rows."""
    alone = pieces[0]
    in_column = len(pieces) == 1 and alone.end <= heads[1].start and heading_role(heads[0].text) == "day"
    return in_column and _BARE_WEEKDAY.fullmatch(fold(alone.text)) is not None


def _table(lines: Sequence[Line], heads: Sequence[Piece], roles: Sequence[str]) -> Table:
    lined = [
        (line, with_day_joined(pieces_of(line.text), heads[1].start - 1))
        for line in lines[1:]
        if line.text.strip()
    ]
    heads, roles = with_times_parted(heads, roles, [pieces for _, pieces in lined])
    starts = _settled_starts([head.start for head in heads], [pieces for _, pieces in lined])
    cells = [Cell((_part(lines[0], head),), 0, column) for column, head in enumerate(heads)]
    days = [column for column, role in enumerate(roles) if role == "day"][:1]
    rows = [
        {column: _part(line, piece) for column, piece in _by_column(pieces, starts).items()}
        for line, pieces in lined
    ]
    whose = _tell_whose(rows, roles)
    grouped = roles[0] not in (*_LEADING, "content")
    alone = grouped and not any(0 in row and len(row) > 1 for row in rows)
    crossed = roles.count("content") > 1
    while crossed and rows and not any(column in rows[0] for column in _leading(roles)):
        rest = rows.pop(0)  # of heads that were too long
        cells = [
            replace(cell, lines=(*cell.lines, rest[cell.column])) if cell.column in rest else cell
            for cell in cells
        ]
    below: list[dict[int, list[Line]]] = []
    for row in rows:
        if below and _goes_on_day(row, below[-1], days):
            day = row.pop(days[0])
            below[-1].setdefault(days[0], []).append(day)
            if not row:
                continue
        if below and not (alone and row.keys() == {0}) and _goes_on(row, below[-1], roles, whose=whose):
            for column, part in row.items():
                below[-1].setdefault(column, []).append(part)
        else:
            below.append({column: [part] for column, part in row.items()})
    for number, told in enumerate(below, 1):
        for column, parts in sorted(told.items()):
            several = crossed and roles[column] == "content"
            cells.append(Cell(tuple(parts) if several else (_joined(parts),), number, column))
    if grouped:
        cells = _held_over_rows(cells, len(below) + 1)
    return Table(tuple(cells), height=len(below) + 1, width=len(heads))


def _held_over_rows(cells: Sequence[Cell], height: int) -> list[Cell]:
    """The cells, those of a first column that names whose the rows are held over the rows that leave it empty."""
    told = [cell.row for cell in cells if cell.column == 0 and cell.row]
    ends = dict(pairwise([*told, height]))
    return [
        replace(cell, rows=ends[cell.row] - cell.row) if cell.column == 0 and cell.row else cell
        for cell in cells
    ]


def _unheaded(lines: Sequence[Line], first: int) -> Table | None:
    """The table that begins here without column heads: lines of three cells and more, times in front."""
    rows: list[list[Piece]] = []
    for line in lines[first:]:
        pieces = pieces_of(line.text)
        if len(pieces) < 3 or heading_role(pieces[0].text) is not None:
            break
        rows.append(pieces)
    if len(rows) < 2:
        return None
    starts: list[int] = []
    for start in sorted(piece.start for row in rows for piece in row):
        if not starts or start - starts[-1] > _SLACK:
            starts.append(start)
    cells = tuple(
        Cell((_part(lines[first + number], piece),), number, column)
        for number, row in enumerate(rows)
        for column, piece in _by_column(row, starts).items()
    )
    table = Table(cells, height=len(rows), width=len(starts))
    columns = columns_of(table)
    return table if columns is not None and not is_behind(columns) else None


def _without_heads(table: Table) -> Table:
    cells = tuple(replace(cell, row=cell.row - 1) for cell in table.cells if cell.row)
    return Table(cells, height=table.height - 1, width=table.width)


def _part(line: Line, piece: Piece) -> Line:
    return replace(line, text=piece.text, whole=True)


def _joined(parts: Sequence[Line]) -> Line:
    return replace(parts[0], text=" ".join(part.text for part in parts))


def _settled_starts(heads: Sequence[int], rows: Iterable[Sequence[Piece]]) -> list[int]:
    """Where the cells of each column begin: where most of those near its heading do."""
    near: list[Counter[int]] = [Counter() for _ in heads]
    for pieces in rows:
        for column, piece in _by_column(pieces, heads).items():
            near[column][piece.start] += 1
    return [found.most_common(1)[0][0] if found else head for head, found in zip(heads, near, strict=True)]


def _by_column(pieces: Sequence[Piece], starts: Sequence[int]) -> dict[int, Piece]:
    """Each piece in the column that begins nearest to it, cut where another column begins inside it after one space."""
    if len(pieces) == len(starts):  # as many cells as columns, wherever a long one pushed the others
        return dict(enumerate(pieces))
    found: dict[int, Piece] = {}
    for piece in _cut(pieces, starts):
        free = [column for column in range(len(starts)) if column > max(found, default=-1)]
        if free:
            column = min(free, key=lambda c: abs(starts[c] - piece.start))
            found[column] = piece
        else:
            last = found[len(starts) - 1]
            found[len(starts) - 1] = Piece(f"{last.text} {piece.text}", last.start)
    return found


def _cut(pieces: Sequence[Piece], starts: Sequence[int]) -> Iterable[Piece]:
    for piece in pieces:
        inside = [start - piece.start for start in starts if piece.start + _SLACK < start < piece.end]
        at = next(
            (
                n
                for n in inside
                if piece.text[n - 1] == " " and (piece.text[n].isupper() or is_day_label(piece.text[n:]))
            ),
            None,
        )
        if at is None:
            yield piece
        else:
            yield Piece(piece.text[:at].rstrip(), piece.start)
            yield from _cut([Piece(piece.text[at:], piece.start + at)], starts)


def _goes_on_day(row: dict[int, Line], above: dict[int, list[Line]], days: Sequence[int]) -> bool:
    """Whether the day's cell has its date on a second line: a weekday above, and here nothing but numbers."""
    if not days or days[0] not in row or days[0] not in above:
        return False
    told = " ".join(part.text for part in above[days[0]])
    here = row[days[0]].text
    if fold(told).endswith("thu") and _BARE_WEEKDAY.fullmatch(fold(here).strip(" ):,")) is not None:
        return True  # "05/10 (Thứ" over "Hai)"
    if _DATE.fullmatch(told) is not None:  # "05/10" over "Thứ hai"
        return begins_with_weekday(here) and _DATE_IN.search(here) is None and is_day_label(here)
    weekday = begins_with_weekday(told) or _BARE_WEEKDAY.fullmatch(fold(told)) is not None
    return weekday and _DATE.fullmatch(here) is not None and _DATE_IN.search(told) is None


def _leading(roles: Sequence[str]) -> list[int]:
    """The columns with which a row begins: its number, or where none has one, its day and hour."""
    numbered = "number" in roles
    return [c for c, role in enumerate(roles) if role == "number" or (role in _LEADING and not numbered)]


def _tell_whose(rows: Sequence[dict[int, Line]], roles: Sequence[str]) -> bool:
    """Whether most rows that begin with a time tell more than what is held, so that a row that does not goes on."""
    content, leading = roles.index("content"), _leading(roles)
    begun = [row for row in rows if content in row and any(column in row for column in leading)]
    telling = sum(len(row.keys() - {content, *leading}) > 0 for row in begun)
    return len(begun) > _SOME_DAYS and telling >= _MOST * len(begun)


def _goes_on(
    row: dict[int, Line], above: dict[int, list[Line]], roles: Sequence[str], *, whose: bool
) -> bool:
    """Whether a line holds the rest of cells that were too narrow: nothing leads it, and its content goes on."""
    if roles.count("content") > 1:  # halves, days or leaders across: no line of a cell is a row
        return not any(column in row for column in _leading(roles))
    content = row.get(roles.index("content"))
    told = " ".join(part.text for part in above.get(roles.index("content"), ()))
    led = [column for column in _leading(roles) if column in row]
    if led:
        rest = content is None or content.text[:1].islower() or content.text[:1] in _OPENS
        return rest and all(_ends_time(row[column].text, above.get(column, ())) for column in led)
    if content is None or content.text[:1].islower() or content.text[:1] in _OPENS or "number" in roles:
        return True
    if _WANTS_MORE.search(told) or (_FIGURE.match(content.text) and not told.endswith((".", ";"))):
        return True
    if "time" in roles and len(content.text.split()) <= 2:
        return True
    return whose and len(row) == 1 and not begins_with_act(content.text)


def _ends_time(text: str, above: Sequence[Line]) -> bool:
    """Whether a cell is the rest of the time above it: "(DK)", "ngày" below "cả", "9h00" below "Ngày 06/5"."""
    if not above:
        return False
    told = " ".join(line.text for line in above)
    if text[:1] == "(" or text[:1].islower() or told.endswith(("-", "–")):
        return True
    return begins_with_clock(text) and names_a_day(told) and not names_a_day(text) and not tells_an_hour(told)


# --- what and when ----------------------------------------------------------------------------------------------


def _list_end(lines: Sequence[Line], first: int) -> int:
    """The place after a run of lines that each have a text and, in a column behind it, a time."""
    column: int | None = None
    place = first
    while place < len(lines):
        pieces = pieces_of(lines[place].text)
        if len(pieces) != 2 or not looks_like_time(pieces[1].text) or looks_like_time(pieces[0].text):
            break
        heads = heading_role(pieces[0].text) is not None and not any(map(str.isdigit, pieces[1].text))
        if pieces[1].start - pieces[0].end < 2 or heads:
            break
        if column is not None and abs(pieces[1].start - column) > _SLACK:
            break
        column = pieces[1].start
        place += 1
    return place if place - first >= 2 else first


def _what_and_when(line: Line) -> Line:
    what, when = pieces_of(line.text)
    marked = line.mark is not None or read_mark(what.text) is not None
    text = f"{what.text.rstrip(' :')}: {when.text}"
    return replace(line, text=text, mark=line.mark if marked else "-", whole=True)
