"""Meetings as a calendar program or an office portal writes them out, as labelled lines.

    [1] 2024-09-09 08:00 - 2024-09-09 09:30
        Tiêu đề: Họp giao ban
        Phòng: Phòng họp A | Chủ trì: Giám đốc | Trạng thái: Đã duyệt

Such a paper writes both ends of a meeting with their days, or each under a label of its own ("Bắt đầu: ..."), and
several fields in a line. `records` makes a table of the labelled lines.
"""

import re
from collections.abc import Iterable, Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.labels import read_label
from calendars.layouts.marks import read_mark
from calendars.layouts.words import fold

_DAY = r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
_CLOCK = r"\d{1,2}(?::\d\d(?::\d\d)?|h\d{0,2})"
_ENDS = re.compile(
    rf"\s*(?:\[?\d{{1,3}}[\].)]\s*)?(?P<first>{_DAY}),? (?P<start>{_CLOCK})"
    rf"\s*(?:[-–→]|đến)\s*(?:(?P<last>{_DAY}),? )?(?P<end>{_CLOCK})\s*",
)
_LIMIT = re.compile(
    r"\s*(?P<which>bat dau|thoi gian bat dau|tu|ket thuc|thoi gian ket thuc|den)\s*:\s*"
    rf"(?P<day>{_DAY}),? (?P<at>{_CLOCK})\s*"
)
_BEGINS = ("bat dau", "thoi gian bat dau", "tu")
_FEWEST = 2  # fields of a line with several


def with_exported_fields(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, lines of an exported calendar put as labelled lines with a field each."""
    plain: list[Block] = []
    begin: re.Match[str] | None = None
    unnamed = False
    for block in blocks:
        if not isinstance(block, Line):
            plain.append(block)
            continue
        text, named = block.text, unnamed
        unnamed = False
        limit = _LIMIT.fullmatch(fold(text)) if ":" in text and text.strip()[-1:].isdigit() else None
        if limit is not None and limit["which"] in _BEGINS:
            plain.append(block.with_text(_told(limit["day"], limit["at"])))
            begin = limit
        elif limit is not None and begin is not None and isinstance(plain[-1], Line):
            plain[-1] = plain[-1].with_text(_told(begin["day"], begin["at"], limit["day"], limit["at"]))
            begin = None
        elif ends := _ENDS.fullmatch(text):
            plain.append(block.with_text(_told(ends["first"], ends["start"], ends["last"], ends["end"])))
            unnamed = True
        elif named and read_mark(text) is None and read_label(text) is None:
            plain.append(block.with_text(f"Nội dung: {text.strip()}"))
        else:
            plain += _each_field(block)
            begin = None
    return plain


def _each_field(line: Line) -> Sequence[Line]:
    """A line whose parts between bars are all labelled as a line for each."""
    parts = [part.strip() for part in line.text.split("|")] if "|" in line.text else []
    told = [part for part in parts if read_label(part) is not None]
    if len(parts) < _FEWEST or len(told) < len(parts):
        return [line]
    return [line.with_text(part) for part in parts if part.rstrip(" -–") == part]


def _told(first: str, start: str, last: str | None = None, end: str | None = None) -> str:
    """The two ends of a meeting as offices write them."""
    day, last_day = _written(first), _written(last) if last else None
    if end is None:
        return f"Thời gian: {start} ngày {day}"
    if last_day is None or last_day == day:
        hours = start if start == end else f"{start} - {end}"
        return f"Thời gian: {hours} ngày {day}"
    return f"Thời gian: {start} ngày {day} đến {end} ngày {last_day}"


def _written(day: str) -> str:
    """A day as the paper writes it, the year behind: "2024-09-09" -> "09/09/2024"."""
    parts = re.split(r"[/.-]", day)
    return "/".join(parts[::-1] if len(parts[0]) == len("2024") else parts)
