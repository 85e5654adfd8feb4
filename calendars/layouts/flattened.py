"""A table that lost its grid: one cell a line, heading cells first.

The lines are put back into rows by the row numbers or the day labels of the first column, and into columns by
`placing`, so that a missing cell shifts nothing. What is hard is a day cell that covered several rows: it stands
once, and the rows below it begin with the next column (reference section A.6); and an hour on a line of its own
where the table has no column for it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Cell, Line, Table
from calendars.layouts.crosstab import unfolded
from calendars.layouts.flattened_changes import find_flattened_changes
from calendars.layouts.flattened_halves import find_flattened_halves
from calendars.layouts.flattened_numbers import ROW_NUMBER, WHOLE_ROW, Row, numbered_rows, row_numbers
from calendars.layouts.hours_over_days import days_with_hours, hours_with_days
from calendars.layouts.month_cells import months_spelled
from calendars.layouts.outline import is_furniture
from calendars.layouts.placing import Flattened, aligned
from calendars.layouts.shapes import looks_like_person, tells_an_act
from calendars.layouts.tables import heading_role, long_heading_role
from calendars.layouts.timelabels import (
    begins_with_clock,
    is_day_label,
    is_part_label,
    is_time_label,
    is_week_heading,
)
from calendars.layouts.words import fold, layout_words

_NOTES = re.compile(
    r"(?:ghi chu|luu y|(?:phan cong )?truc (?:lanh dao|co quan|chi huy|ban giam doc)[^:]{0,20})\s*:"
)
# "HAI" over "03/3": a weekday without "thứ" is told by the date below it.
_BARE_WEEKDAY = re.compile(
    r"(?:hai|ba|tu|nam|sau|bay|[2-7])(?:\s?[,&+-]\s?(?:hai|ba|tu|nam|sau|bay|[2-7]|cn|chua? nhat))?"
)
_BY_DAY = re.compile(
    r"(?:truoc|xong truoc|hoan thanh truoc|cham nhat|muon nhat|han(?: cuoi)?|den het)(?: la)?[: ]+(?:ngay )?"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?"
)
_DATE = re.compile(r"\(?\s*\d{1,2}\s*[/.-]\s*\d{1,2}")
_DAYS_OF_WEEK = re.compile(r"\(.*\d.*[-–].*\d.*\)|tu (?:ngay )?\d.*\bden\b.*")
_MONTH = re.compile(r"thang (?:0?[1-9]|1[0-2])(?:\s?[/-]\s?20\d\d| nam 20\d\d)?:?")
_DAY_HEAD = re.compile(r"ngay(?: thang)?")
_LENGTH = re.compile(r"thoi (?:gian|luong)\b")
_BARE_DAY = re.compile(r"(\d{1,2})(?:\s*(?:[-–,]|va|và|đến)\s*\d{1,2})*")
_SOME_DAYS = 3
_LAST_DAY = 31
_UNKNOWN = 2
_ROW_REACH = 5
_LONGEST_HEAD = 30


def find_flattened(lines: Sequence[Line]) -> Flattened | None:
    """The first flattened table among the lines: two or more heading cells in a row, then cells."""
    if (halves := find_flattened_halves(lines)) is not None:
        return replace(halves, table=unfolded(halves.table))
    place = 0
    while place < len(lines):
        roles: list[str] = []
        while place + len(roles) < len(lines) and (found := _roles_at(lines, place + len(roles), roles)):
            roles += found
        if roles and roles[0] in ("day", "number"):
            roles += _unknown_heads(lines[place + len(roles) : place + len(roles) + _UNKNOWN + 1])
        first = place + len(roles)
        if _is_heading(roles) and first < len(lines) and not _is_after(lines[first]):
            end = next(
                (n for n in range(first, len(lines)) if _is_after(lines[n]) and not _ends_row(lines, n)),
                len(lines),
            )
            header, roles = _heads_joined(lines[place:first], roles)
            body = lines[first:end]
            return Flattened(place, end, _table(header, _roles(header, roles, body), body))
        place += max(1, first - place)
    return find_flattened_changes(lines)


def _roles_at(lines: Sequence[Line], place: int, before: Sequence[str]) -> list[str]:
    """The role of a head behind others, twice where only two lines are one ("Đơn vị" over "chủ trì"); else nothing."""
    text = lines[place].text
    if before and len(text) < _LONGEST_HEAD:
        folded, words = fold(text).strip(), layout_words()
        for times in ("former", "changed"):
            if words[f"columns_of_changes.{times}"].match(folded) is not None:
                return [times]
    if role := heading_role(text):
        return [role]
    below = lines[place + 1].text.strip() if before and place + 1 < len(lines) else ""
    if below and _is_head_among(lines[place + 1 : place + 3]) and (role := long_heading_role(text)):
        return [role]
    whole = heading_role(f"{text.strip()} {below}") if below[:1].islower() else None
    return [whole, whole] if whole else []


def _is_head_among(lines: Sequence[Line]) -> bool:
    """Whether one of the next lines is a head that is known, so that a long one above it is one too."""
    return any(heading_role(line.text) is not None for line in lines)


def _unknown_heads(lines: Sequence[Line]) -> list[str]:
    """The roles of a few short lines of words between the heads that are known and the first row.

    That of chairs for the names of leaders ("Thường trực HĐND; lãnh đạo UBND huyện"), else that of notes.
    """
    roles: list[str] = []
    for count, line in enumerate(lines):
        text = line.text.strip()
        if count and (is_day_label(text) or ROW_NUMBER.fullmatch(text)):
            return roles
        leads = looks_like_person(text) and len(text) > _LONGEST_HEAD
        roles.append("chair" if leads else "note")
        if (
            (len(text) > _LONGEST_HEAD and (not leads or tells_an_act(text)))
            or _BARE_WEEKDAY.fullmatch(fold(text))
            or any(c.isdigit() for c in text)
            or is_time_label(text)
            or not text[:1].isupper()
        ):
            return []
    return []


def _is_after(line: Line) -> bool:
    """Whether a line stands below the table and is no cell of it."""
    text = line.text.strip()
    return _NOTES.match(fold(text)) is not None or (len(text) > 40 and is_furniture(text.lstrip("*-–•+ ")))


def _ends_row(lines: Sequence[Line], place: int) -> bool:
    """Whether a line that reads like the opening of a letter ("Căn cứ ...") has the day of its row close below it."""
    if _NOTES.match(fold(lines[place].text.strip())):
        return False
    below = lines[place + 1 : place + _ROW_REACH]
    return any(is_day_label(line.text) and _DATE.match(line.text.strip()) is not None for line in below)


def _is_heading(roles: Sequence[str]) -> bool:
    return len(roles) >= 2 and "content" in roles and bool({"day", "time", "part", "changed"} & set(roles))


def _heads_joined(header: Sequence[Line], roles: Sequence[str]) -> tuple[list[Line], list[str]]:
    """The heads with those on two lines as one: "Nội dung" over "công việc"."""
    kept: list[tuple[Line, str]] = []
    for line, role in zip(header, roles, strict=True):
        text = line.text.strip()
        if kept and kept[-1][1] == role and text[:1].islower():
            kept[-1] = replace(kept[-1][0], text=f"{kept[-1][0].text.strip()} {text}"), role
        else:
            kept.append((line, role))
    return [line for line, _ in kept], [role for _, role in kept]


def _roles(header: Sequence[Line], roles: list[str], body: Sequence[Line]) -> list[str]:
    """The roles of the columns as their cells are placed.

    Of two day columns the second, when it is headed "Thời gian", holds hours or parts of the day. How long a thing
    lasts ("Thời gian làm bài") is no number that begins a row, but a cell like others.
    """
    roles = [
        "note" if n and role == "number" and _LENGTH.match(fold(header[n].text)) else role
        for n, role in enumerate(roles)
    ]
    days = [n for n, role in enumerate(roles) if role == "day"]
    if days[:2] == [0, 1] and fold(header[1].text).strip() == "thoi gian":
        parts = any(is_part_label(line.text.strip()) for line in body)
        return [roles[0], "part" if parts else "day", *roles[2:]]
    return ["time" if role == "day" and n in days[1:] and n > 1 else role for n, role in enumerate(roles)]


def _table(header: list[Line], roles: list[str], body: Sequence[Line]) -> Table:
    if (
        roles[0] in ("time", "part") and is_day_label(body[0].text) and "day" not in roles
    ):  # days over rows with hours
        header, roles = [replace(body[0], text="Ngày"), *header], ["day", *roles]
    if roles[0] == "day":
        body = hours_with_days(_days_spelled(header[0], body))
    if roles[0] == "day" and roles[1] != "content" and not {"time", "part"} & set(roles):
        body = days_with_hours(body)
    if "time" not in roles and not ("day" in roles and roles.index("day") > roles.index("content")):
        body = _hours_joined(body, parts="part" not in roles)
    body = _commas_joined(months_spelled(header, body))
    numbers = row_numbers(body)
    if len(numbers) > 1 and numbers[0] < 6:
        rows = numbered_rows(body, set(numbers), roles)
    elif "day" in roles and roles.index("day") > roles.index("content"):
        rows = aligned(body, [(n, role) for n, role in enumerate(roles) if role != "number"])
    else:
        rows = _rows_by_day(body, roles)
    told = [column for column, role in enumerate(roles) if role != "length"]  # of which no entry tells
    cells = [Cell((header[column],), 0, n) for n, column in enumerate(told)]
    for number, row in enumerate(rows, 1):
        if list(row) == [WHOLE_ROW]:
            cells.append(Cell(tuple(row[WHOLE_ROW]), number, 0, 1, len(told)))
            continue
        cells += [Cell(tuple(row[column]), number, n) for n, column in enumerate(told) if column in row]
    return Table(tuple(cells), height=len(rows) + 1, width=len(told))


def _days_spelled(head: Line, body: Sequence[Line]) -> Sequence[Line]:
    """The lines, bare numbers that follow each other under the head "Ngày" as the days that they are."""
    if _DAY_HEAD.fullmatch(fold(head.text).strip(" .:")) is None:
        return body
    found = [
        (n, int(told[1])) for n, line in enumerate(body) if (told := _BARE_DAY.fullmatch(line.text.strip()))
    ]
    days = [day for _, day in found]
    if len(days) < _SOME_DAYS or found[0][0] or days != sorted(days) or days[-1] > _LAST_DAY or not days[0]:
        return body
    places = {n for n, _ in found}
    return [
        replace(line, text=f"Ngày {line.text.strip()}") if n in places else line
        for n, line in enumerate(body)
    ]


def _hours_joined(body: Sequence[Line], *, parts: bool) -> list[Line]:
    """An hour on a line of its own before what is held then, as one line; parts: so is a part of the day."""
    joined: list[Line] = []
    for line in body:
        last = joined[-1] if joined else None
        if (
            last is not None
            and (begins_with_clock(last.text) or (parts and is_part_label(last.text.strip())))
            and is_time_label(last.text)
            and not is_day_label(last.text)
            and not is_time_label(line.text)
        ):
            joined[-1] = replace(last, text=f"{last.text.strip()} {line.text.strip()}")
        else:
            joined.append(line)
    return joined


def _commas_joined(body: Sequence[Line]) -> Sequence[Line]:
    """A line that ends with a comma and the next one as one cell: "Chủ tịch," over "các Phó Chủ tịch"."""
    if not any(line.text.rstrip().endswith(",") for line in body):
        return body
    joined: list[Line] = []
    for line in body:
        last = joined[-1].text.rstrip() if joined else ""
        if last.endswith(",") and not is_time_label(line.text) and not begins_with_clock(line.text):
            joined[-1] = replace(joined[-1], text=f"{last} {line.text.strip()}")
        else:
            joined.append(line)
    return joined


# --- rows by days -----------------------------------------------------------------------------------------------


def _rows_by_day(body: Sequence[Line], roles: list[str]) -> list[Row]:
    rows: list[Row] = []
    leading = [n for n, role in enumerate(roles) if role in ("day", "number")]
    others = [n for n, role in enumerate(roles) if n not in leading]
    day: list[Line] = []
    segment: list[Line] = []
    for place, line in enumerate(body):
        following = body[place + 1].text if place + 1 < len(body) else ""
        bare = _BARE_WEEKDAY.fullmatch(fold(line.text).strip()) is not None and _DATE.match(following.strip())
        if "day" in roles and (is_day_label(line.text) or bare or _BY_DAY.fullmatch(fold(line.text).strip())):
            if segment:
                rows += _rows(day, segment, roles, others)
                day, segment = [], []
            if not day and _MONTH.fullmatch(fold(line.text).strip()) and is_day_label(following):
                rows.append({WHOLE_ROW: [line]})  # over the days of several rows
                continue
            day = [*day, line]
        else:
            segment.append(line)
    return rows + _rows(day, segment, roles, others)


def _without_week(day: list[Line]) -> list[Line]:
    """The lines of a day's label without the week over its first day ("Tuần 1" / "(05/9 - 11/9)" / "05/9")."""
    if not day or not is_week_heading(day[0].text.strip()):
        return day
    days = day[2:] if len(day) > 1 and _DAYS_OF_WEEK.fullmatch(fold(day[1].text).strip()) else day[1:]
    return days if days and _DATE.search(days[-1].text) else day


def _rows(day: list[Line], segment: list[Line], roles: list[str], others: list[int]) -> list[Row]:
    cells = [line for line in segment if not (line.text.strip().isdigit() and "number" in roles)]
    cells = [
        line
        for place, line in enumerate(cells)
        if not (
            is_part_label(line.text.strip())
            and (place + 1 == len(cells) or is_part_label(cells[place + 1].text))
        )
    ]  # nothing is on in a half that the other follows
    if not cells:
        return []
    rows: list[Row] = []
    if len(others) == 1:
        rows = [{others[0]: [line]} for line in cells]
    else:
        rows = aligned(cells, [(n, roles[n]) for n in others])
    if day := _without_week(day):
        label = replace(day[0], text=" ".join(line.text for line in day))
        rows[0] = {roles.index("day"): [label], **rows[0]}
    return rows
