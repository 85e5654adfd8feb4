"""The columns of a table, by the words in its heading row.

What is hard: "Thời gian" is a day here and an hour there, a heading cell may cover two columns, and some tables have no
heading at all. Words of other offices are added in `words.toml`, table "columns".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from calendars.documents.document import Table
from calendars.layouts.shapes import affinity, looks_like_person, looks_like_time
from calendars.layouts.time_words import tells_only_time
from calendars.layouts.timelabels import (
    begins_with_clock,
    is_day_label,
    is_part_label,
    is_time_label,
    names_a_day,
)
from calendars.layouts.words import fold, layout_words

_HEADING_ROWS = 5
_SOME_ROWS = 3
_LONGEST_HEAD = 40
_MOST = 0.6
_TIMES = frozenset(("day", "time", "part", "former", "changed"))
_WHERE_AND_WHO = frozenset(("location", "chair", "attendees"))
_MOST_NAMED = 0.3


@dataclass(frozen=True, slots=True)
class Columns:
    """The role of each column (a name of the table "columns") and the number of the first row below the heading."""

    roles: Mapping[int, str]
    first_row: int

    def of(self, role: str) -> tuple[int, ...]:
        """The columns that have this role, from left to right."""
        return tuple(column for column, name in sorted(self.roles.items()) if name == role)


_OF_WHAT = re.compile(  # "Ngày thi", "Giờ học", "Phòng thi"
    r"((?:ngay|gio|buoi|ca|thu|noi|dia diem|thoi gian|thoi diem|phong(?= (?:thi|hoc|may))))"
    r" (?:thi|hoc|tap|luyen tap|hop|sinh hoat|giao ban|tiep|truc|kham|tiem|giang|day|kiem tra|lam viec"
    r"|dien ra|to chuc|thuc hien|tiep xuc)(?: cong dan| dan)?"
)
_DIGIT = re.compile(r"\d")
_SHORTEST_LONG, _LONGEST_LONG = 25, 110  # letters of a head that tells more than what its column holds
_WORD = re.compile(r"[^\W_]+")


@cache
def _heading_words() -> dict[str, str]:
    words = layout_words()
    found: dict[str, str] = {}
    for role in words.names("columns"):
        for phrase in words.raw(f"columns.{role}"):
            found.setdefault(_plain(phrase), role)
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in _heading_words())


@cache
def _longer_headings() -> dict[str, list[str]]:
    """The headings of two words and more, by their first."""
    found: dict[str, list[str]] = {}
    for phrase in _heading_words():
        first, _, more = phrase.partition(" ")
        if more:
            found.setdefault(first, []).append(phrase)
    return found


_OF_TIMES = re.compile(r"(?:thoi gian|thoi diem|ngay gio)(?: (?:va )?(?:dia diem|noi hop|noi to chuc))?")


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


@lru_cache(maxsize=512)
def heading_role(text: str) -> str | None:
    """The role of the column that this heading names; None where it names none."""
    if text[:1].isdecimal():  # a head has no figure
        return None
    first = _WORD.search(text)
    known = first is not None and (fold(first[0]) in _first_words() or "/" in text)
    if not known or _DIGIT.search(text) or text.partition(":")[2].strip():
        return None
    plain = _plain(text)
    if len(plain) > 60:
        return None
    roles = _heading_words()
    if plain in roles:
        return roles[plain]
    if (own := _OF_WHAT.fullmatch(plain)) is not None:
        return roles.get(own[1])
    if "/" in text and (named := [role for part in text.split("/") if (role := roles.get(_plain(part)))]):
        return "content" if "content" in named else named[0]  # "Điểm giao dịch / Nội dung"
    words = plain.split()
    longer = [
        phrase
        for phrase in _longer_headings().get(words[0], ())
        if plain.startswith(f"{phrase} ") and len(words) <= len(phrase.split()) + 2
    ]
    return roles[max(longer, key=len)] if longer else None


def long_heading_role(text: str) -> str | None:
    """The role that the first words of a long head name ("Nội dung công việc chủ yếu cần tiến hành trong đợt")."""
    plain = _plain(text)
    first = plain.split(" ", maxsplit=1)[0]
    if not _SHORTEST_LONG < len(plain) <= _LONGEST_LONG or text.rstrip().endswith((".", ";", ":")):
        return None
    known = [phrase for phrase in _longer_headings().get(first, ()) if plain.startswith(f"{phrase} ")]
    return _heading_words()[max(known, key=len)] if known else None


def columns_of(table: Table) -> Columns | None:
    """The columns of a table that lists what happens when; None for any other table."""
    for row in range(min(_HEADING_ROWS, table.height)):
        roles: dict[int, str] = {}
        for cell in table.cells:
            if cell.row != row or not cell.text.strip():
                continue
            role = heading_role(cell.text)
            if role:
                roles.update(dict.fromkeys(range(cell.column, cell.column + cell.columns), role))
        settled = _settled(roles, table, row)
        if settled:
            return Columns(settled, row + 1)
    return _columns_without_heading(table)


def _settled(roles: dict[int, str], table: Table, row: int) -> dict[int, str] | None:
    if len(roles) < 2 and not _heads_with(roles, table, row):
        if not _heads_times(roles, table, row):
            return None
        if (
            "content" not in roles.values()
        ):  # the first that is not known, since nobody lists the times of something else
            times = _columns_of_times(roles, table, row + 1)
            roles[next(column for column in range(table.width) if column not in (*roles, *times))] = "content"
    if not _TIMES & set(roles.values()):  # "Lớp / CLB | Lịch học"
        roles.update(dict.fromkeys(_columns_of_times(roles, table, row + 1)[:1], "day"))
    if not _TIMES & set(roles.values()):  # "Ngày xử", "Lịch phát sóng"
        others = [c for c in range(table.width) if c not in roles and _mostly_times(table, c, row + 1)]
        roles.update(dict.fromkeys(others[:1], "day"))
    if "content" not in roles.values():
        unknown = [c for c in range(table.width) if c not in roles]
        timed = [c for c in unknown if _mostly_times(table, c, row + 1)]
        roles.update(dict.fromkeys(timed[: len(unknown) - 1], "day"))
    roles.update((c, "day") for c in _ends_by_day(roles, table, row))
    days = [column for column, role in roles.items() if role == "day"]
    for column in days:
        heading = table.at(row, column)
        is_time_heading = heading is not None and _OF_TIMES.fullmatch(_plain(heading.text)) is not None
        few = _MOST_NAMED if len(days) > 1 else 0.0
        if is_time_heading and len(days) > 1 and _tells_parts(table, column, row + 1):
            roles[column] = "part"
        elif is_time_heading and _name_few_days(table, column, row + 1, few):
            roles[column] = "time"
    if "content" not in roles.values():
        unknown = [c for c in range(table.width) if c not in roles]
        if not {"day", "time", "part"} & set(roles.values()):
            return None
        if (
            unknown
            and "location" in roles.values()
            and all(_lists_people(table, c, row + 1) for c in unknown)
        ):
            roles.update(dict.fromkeys(unknown, "chair"))
            unknown = []
        if not unknown and "prepared_by" in roles.values():  # of a list of cars: "Phục vụ"
            served = next(column for column, role in roles.items() if role == "prepared_by")
            return {**roles, served: "content"}
        if not unknown:  # the document's title says what is held on these days
            return roles if "day" in roles.values() and _WHERE_AND_WHO & set(roles.values()) else None
        roles[max(unknown, key=lambda c: _letters(table, c, row + 1))] = "content"
    if not {"day", "time", "part"} & set(roles.values()) and len(roles) < 3:
        return None
    return roles


def _heads_with(roles: Mapping[int, str], table: Table, row: int) -> bool:
    """Whether a row whose only known head is that of days heads a table: "Trạm Y tế | Ngày tiêm | Cán bộ giám sát"."""
    cells = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
    if len(cells) < _SOME_ROWS or set(roles.values()) != {"day"} or table.height <= _SOME_ROWS:
        return False
    plain = all(not is_time_label(cell.text) and not _DIGIT.search(cell.text) for cell in cells)
    return plain and _mostly_times(table, next(iter(roles)), row + 1)


def _heads_times(roles: Mapping[int, str], table: Table, row: int) -> bool:
    """Whether a row of heads of which hardly any is known heads a table with a column of nothing but days and rules."""
    cells = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
    if len(cells) != table.width or row + 2 >= table.height or _TIMES & set(roles.values()):
        return False
    plain = all(
        len(cell.text) < _LONGEST_HEAD and not _DIGIT.search(cell.text) and not tells_only_time(cell.text)
        for cell in cells
    )
    return plain and len(_columns_of_times(roles, table, row + 1)) == 1 and len(roles) + 1 < table.width


def _columns_of_times(roles: Mapping[int, str], table: Table, first_row: int) -> list[int]:
    """The columns without a role of which every cell tells a day or how often, and nothing else."""
    found = []
    for column in (column for column in range(table.width) if column not in roles):
        texts = [cell.text for cell in table.cells if cell.column == column and cell.row >= first_row]
        told = [" ".join(text.split()) for text in texts if text.strip()]
        if len(told) > 1 and all(map(tells_only_time, told)) and any(map(names_a_day, told)):
            found.append(column)
    return found


def _ends_by_day(roles: Mapping[int, str], table: Table, row: int) -> list[int]:
    """The columns of a beginning and an end ("Bắt đầu", "Kết thúc") whose cells are days and not hours."""
    found = []
    for column in (column for column, role in roles.items() if role == "time"):
        cells = (cell for cell in table.cells if cell.column == column and cell.row > row)
        texts = [text for cell in cells if (text := cell.text.strip())]
        if texts and all(map(is_day_label, texts)):
            found.append(column)
    return found


def _name_few_days(table: Table, column: int, first_row: int, few: float) -> bool:
    """Whether the cells of a column tell times, and at most this share of them a day."""
    cells = (cell for cell in table.cells if cell.column == column and cell.row >= first_row)
    texts = [text for cell in cells if (text := cell.text.strip())]
    clocks = sum(begins_with_clock(text) or is_part_label(text) for text in texts)
    return clocks > 0 and sum(map(names_a_day, texts)) <= few * len(texts)


def _tells_parts(table: Table, column: int, first_row: int) -> bool:
    """Whether the cells of a column are parts of the day ("Sáng", "Chiều")."""
    cells = (cell for cell in table.cells if cell.column == column and cell.row >= first_row)
    texts = [text for cell in cells if (text := cell.text.strip())]
    return bool(texts) and all(map(is_part_label, texts))


def _mostly_times(table: Table, column: int, first_row: int) -> bool:
    """Whether the cells of a column hold times ("Thứ Ba, thứ Năm hằng tuần")."""
    cells = (cell for cell in table.cells if cell.column == column and cell.row >= first_row)
    texts = [text for cell in cells if (text := cell.text.strip())]
    return sum(map(looks_like_time, texts)) > _MOST * len(texts)


def _lists_people(table: Table, column: int, first_row: int) -> bool:
    """Whether most cells of a column name people."""
    cells = (cell for cell in table.cells if cell.column == column and cell.row >= first_row)
    texts = [text for cell in cells if (text := cell.text.strip())]
    return bool(texts) and sum(map(looks_like_person, texts)) > _MOST * len(texts)


def _letters(table: Table, column: int, first_row: int) -> int:
    return sum(len(cell.text) for cell in table.cells if cell.column == column and cell.row >= first_row)


def _columns_without_heading(table: Table) -> Columns | None:
    """A table whose first columns hold times, row after row."""
    roles: dict[int, str] = {}
    for column in range(min(3, table.width - 1)):
        texts = [
            cell.text.replace("\n", " ")
            for cell in table.cells
            if cell.column == column and cell.columns == 1 and cell.text.strip()
        ]
        if len(texts) < 2 or sum(map(is_time_label, texts)) < 0.8 * len(texts):
            break
        roles[column] = "day" if sum(map(names_a_day, texts)) > 0.5 * len(texts) else "time"
    behind = _days_behind(table) if not roles else None
    if behind is not None:
        roles[behind] = "day"
    if not roles:
        return None
    rest = [column for column in range(table.width) if column not in roles]
    roles[max(rest[:behind], key=lambda c: _letters(table, c, 0))] = "content"
    for column in rest:
        texts = [cell.text for cell in table.cells if cell.column == column and cell.text.strip()]
        if behind is not None and texts and all(map(_is_hour, texts)):
            roles.setdefault(column, "time")
        for role in ("location", "chair"):
            suits = sum(affinity(role, text) for text in texts) > 0.5 * len(texts) > 0
            if column not in roles and suits and role not in roles.values():
                roles[column] = role
    return Columns(roles, 0)


def _is_hour(text: str) -> bool:
    """Whether a cell tells an hour or a part of the day, and no day."""
    return is_time_label(text) and not names_a_day(text)


def _days_behind(table: Table) -> int | None:
    """The column, behind what is held, of which nearly all cells tell days ("Trưng bày lưu động | 06-10/02 | Sảnh")."""
    for column in range(1, table.width):
        texts = [cell.text for cell in table.cells if cell.column == column and cell.text.strip()]
        told = sum(looks_like_time(text) and names_a_day(text) for text in texts)
        if len(texts) >= _SOME_ROWS and told >= _MOST * len(texts):
            return column
    return None


def is_behind(columns: Columns) -> bool:
    """Whether days stand behind what is held, so that each is that of its own row."""
    days, contents = columns.of("day"), columns.of("content")
    return bool(days and contents) and min(days) > min(contents)
