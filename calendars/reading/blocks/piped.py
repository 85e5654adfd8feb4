"""Tables drawn with "|" among the lines of a text.

What is hard: a line of its own between the rows may head those of a day ("Thứ Ba 17/10"), and an item of a list may
set its hour, place and people apart in the same way ("+ 8h00: Giao ban | Phòng họp 1 | HT, PHT").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Block, Cell, Line, Table
from calendars.layouts.marks import DASH, NUMBER, read_mark
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import (
    begins_with_clock,
    is_day_label,
    is_part_label,
    is_time_label,
    is_week_heading,
    without_ordinal,
)
from calendars.reading.blocks.boxed import boxed_tables
from calendars.reading.blocks.by_signs import rows_by_signs
from calendars.reading.blocks.headed_by_signs import rows_below_heads
from calendars.reading.blocks.headless import headless_table
from calendars.reading.blocks.labelled_cells import labels_as_heads
from calendars.reading.blocks.quoted_cells import without_quotation_marks
from calendars.reading.blocks.whole_text import whole_text

_SEVERAL = 3  # heads of columns
_LONGEST_HEAD = 100  # letters
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\|?\s*\d{1,3}\s*\|")
_DATE = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}")
_RULE = re.compile(r"^[\s|:+-]+$")


def drawn_tables(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with the tables that are drawn with "|" among their lines, or with semicolons below their heads."""
    parted = labels_as_heads(without_quotation_marks(boxed_tables(blocks)))
    blocks = rows_by_signs(_with_bars(rows_below_heads(parted)))
    if "|" not in whole_text(blocks):
        return blocks
    drawn: list[Block] = []
    run: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            run.append(block)
        else:
            drawn += _pipe_tables(run)
            run = []
            drawn.append(block)
    return [*drawn, *_pipe_tables(run)]


def _with_bars(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, heads parted by semicolons or commas and the rows of as many cells below them parted by bars.

    Where a comma parts the cells, as it does in any sentence, each head must be known.
    """
    drawn = list(blocks)
    for place, head in enumerate(blocks):
        if not isinstance(head, Line) or "|" in head.text:
            continue
        text = head.text
        if text.count(";") >= _SEVERAL:
            sign = ";"
        elif text.count(",") >= _SEVERAL - 1 and not text.lstrip()[:1].isdecimal():  # no head has a figure
            sign = ","
        else:
            continue
        heads = text.split(sign)
        if not _are_heads(heads, all_known=sign == ","):
            continue
        for row in range(place, len(blocks)):
            line = blocks[row]
            if not isinstance(line, Line) or line.text.count(sign) != len(heads) - 1:
                break
            drawn[row] = line.with_text(line.text.replace(sign, " |"))
        break
    return drawn


def _are_heads(cells: Sequence[str], *, all_known: bool) -> bool:
    """Whether several cells head columns, and every one of them where `all_known`."""
    if all_known:
        return all(heading_role(cell) is not None for cell in cells)
    return sum(heading_role(cell) is not None for cell in cells) >= _SEVERAL


def _pipe_tables(lines: Iterable[Line]) -> Iterable[Block]:
    """Runs of lines drawn with "|" as tables."""
    run: list[Line] = []
    above: Line | None = None
    lines = list(lines)
    if not any("|" in line.text for line in lines):
        yield from lines
        return
    if (drawn := headless_table(lines)) is not None:
        begin, end, table = drawn
        yield from lines[:begin]
        yield table
        yield from lines[end:]
        return
    for place, line in enumerate(lines):
        if (
            "|" in line.text
            or (run and is_day_label(line.text) and _is_header(run[0]))
            or (run and _heads_rows(line.text, run, lines[place + 1 : place + 3]))
        ):
            if len(run) == 1 and _stands_over(run[0], line):
                yield from run  # a line over the table: "Tuần 36 | 31/8 - 06/9 | Văn phòng"
                run = []
            run.append(line)
        elif line.text.strip() or not run:
            yield from _table_of(run, above)
            run = []
            yield line
            above = line if line.text.strip() else above
    yield from _table_of(run, above)


def _table_of(run: list[Line], above: Line | None) -> Iterable[Block]:
    listed = all(_is_listed(line.text) for line in run) or _tell_hours(run)
    if len(run) < 2 or listed or _are_of_day(run, above):
        yield from run
        return
    run = _joined(run)
    rows = []
    framed = all(
        _is_framed(line) for line in run if "|" in line.text
    )  # an empty first cell looks like a frame
    for line in run:
        text = line.text.strip()
        if not _RULE.match(text) or not set(text) & set("-"):
            body = text[1:].removesuffix("|") if framed else line.text
            rows.append((line, [part.strip() for part in body.split("|")]))
    width = max((len(parts) for _, parts in rows), default=0)
    if _heads_time(run[0].text.split("|", maxsplit=1)[0]):
        rows = [(line, ["", *parts] if _lacks_time(parts, width) else parts) for line, parts in rows]
    if rows and [heading_role(head) for head in rows[0][1][:2]] in (["day", "time"], ["day", "part"]):
        rows = [(line, ["", *parts] if _lacks_day(parts, width) else parts) for line, parts in rows]
    cells = tuple(
        Cell(
            lines=tuple(_lines_of_cell(line, part)) if part else (),
            row=row,
            column=column,
            columns=1 if "|" in line.text or is_day_label(line.text) else width,
        )
        for row, (line, parts) in enumerate(rows)
        for column, part in enumerate(parts)
    )
    yield Table(cells=cells, height=len(rows), width=width)


def _heads_rows(text: str, above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a line without bars, between rows of a table with heads, heads those below: "B. CÔNG TÁC QUẢN LÝ"."""
    text = text.strip()
    follows = next((line.text for line in below if line.text.strip()), "")
    if not above or not text or len(text) > _LONGEST_HEAD or "|" not in follows or not _is_header(above[0]):
        return False
    mark = read_mark(text)
    if _heads_another(follows, above[0].text):
        return False
    marked = mark is not None and mark.rank < NUMBER
    head = above[0].text.strip("| ").split("|", maxsplit=1)[0]
    numbered = heading_role(head) == "number" and _NUMBERED.match(follows) is not None
    return not text.endswith((".", ";", ",")) and (
        text.isupper() or marked or is_week_heading(text) or numbered
    )


def _heads_another(text: str, heads: str) -> bool:
    """Whether a row heads a table of its own: most of its cells head columns, and they are other ones than above."""
    cells = [cell for cell in text.split("|") if cell.strip()]
    known = sum(heading_role(cell) is not None for cell in cells)
    return known > 1 and 2 * known > len(cells) and text.strip("| ") != heads.strip("| ")


def _stands_over(line: Line, row: Line) -> bool:
    """Whether a line with bars stands over a framed table: a row whose first cell is empty looks framed too."""
    framed = _is_framed(row) and not _is_framed(line)
    return framed and not _is_header(line) and line.text.count("|") != row.text.count("|")


def _is_framed(line: Line) -> bool:
    return line.text.lstrip().startswith("|")


def _heads_time(head: str) -> bool:
    """Whether the first column is one of days or hours."""
    return heading_role(head) in ("day", "time", "part")


def _lacks_time(parts: Sequence[str], width: int) -> bool:
    """Whether a short row begins with what is held, its time told above: "- Thường trực dự họp | Hà Nội"."""
    first = read_mark(parts[0])
    return 1 < len(parts) < width and first is not None and first.rank >= DASH and not is_time_label(parts[0])


def _lacks_day(parts: Sequence[str], width: int) -> bool:
    """Whether a short row begins with its hour, its day told above, as a merged cell is copied: "9:45 | Họp | PH2"."""
    return len(parts) == width - 1 and is_time_label(parts[0]) and not is_day_label(parts[0])


def _joined(run: list[Line]) -> list[Line]:
    """The rows, one that is broken at the end of a cell written as one: "8h | Họp giao ban" over "| Phòng 1 |"."""
    if not _is_header(run[0]):
        return run
    bars = run[0].text.count("|")
    joined: list[Line] = []
    for line in run:
        if joined and line.text.lstrip().startswith("|"):
            above = joined[-1].text.count("|")
            if 0 < above < bars and above + line.text.count("|") == bars:
                joined[-1] = joined[-1].with_text(f"{joined[-1].text.rstrip()} {line.text.lstrip()}")
                continue
        joined.append(line)
    return joined


def _lines_of_cell(line: Line, part: str) -> Iterable[Line]:
    """The lines of a cell, which Markdown parts with the sign of a web page for a line break."""
    return (replace(line, text=text.strip(), whole=True) for text in _BREAK.split(part) if text.strip())


def _tell_hours(run: Sequence[Line]) -> bool:
    """Whether the lines begin with their hours and things ("8h00 Giao ban | Phòng họp 1"), as below a day they do.

    So they do where each begins with a half of the day: "Sáng | 7h30 | Giao ban".
    """
    heads = [line.text.split("|", maxsplit=1)[0].strip() for line in run]
    return all(begins_with_clock(head) and not is_time_label(head) for head in heads) or all(
        map(is_part_label, heads)
    )


def _are_of_day(run: Sequence[Line], above: Line | None) -> bool:
    """Whether a day stands over rows that begin with their hours: then the day heads them, and no row does."""
    if above is None or not is_day_label(without_ordinal(above.text.strip(" *+-•:=■□▪►➤◆●"))):
        return False
    if len(_DATE.findall(above.text)) > 1:
        return False  # "(Từ 05/10 đến 11/10)" over days across
    heads = [next((cell for cell in line.text.split("|") if cell.strip()), "") for line in run]
    heads = [head.strip(" *+-•▪–") for head in heads]
    return all(is_time_label(head) and not is_day_label(head) for head in heads)


def _is_listed(text: str) -> bool:
    """Whether a line with columns is an item of a list and no row ("+ 8h00: Giao ban | Phòng họp 1 | HT, PHT")."""
    mark = read_mark(text.lstrip())
    return mark is not None and mark.rank >= DASH and heading_role(text.split("|", maxsplit=1)[0]) is None


def _is_header(line: Line) -> bool:
    """Whether a line is the heading row of a table: each of its cells heads a column."""
    cells = [cell for cell in line.text.split("|") if cell.strip()]
    return len(cells) > 1 and all(heading_role(cell) is not None for cell in cells)
