"""What stands in a table's row but not in the column that it belongs to.

A weekday over its date in two rows of one column; an hour, a part of the day or a room in the column of notes. What is
hard is to leave notes alone that only mention such things.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from calendars.documents.document import Cell, Table
from calendars.layouts.layout import Item
from calendars.layouts.shapes import looks_like_person, looks_like_place, names_a_room
from calendars.layouts.tables import Columns
from calendars.layouts.timelabels import is_part_label, is_time_label, names_a_day
from calendars.layouts.words import fold

_WEEKDAY = re.compile(r"(?:thu\s*)?(?:hai|ba|tu|nam|sau|bay|[2-7])|chua? nhat|cn")
_DATE = re.compile(r"\(?\s*\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?\s*\)?")
_CALLED_OFF = re.compile(
    r"(?:da |tam |bi )*(?:hoan|huy)(?: bo)?(?: hop| lich)?"
    r"(?: (?:do|vi|den|sang|cho|vo thoi han)\b.{1,60}|\s*\([^()]{2,60}\)"
    r"|[,;] (?:(?:se )?(?:co )?(?:thong )?bao|thoi gian|lich|cho)\b.{1,60})?"
    r"|khong (?:to chuc|hop|dien ra)(?: nua)?"
    r"|(?:da )?(?:chuyen|doi|lui|day)(?: (?:lai|lich|ngay|gio|som))? (?:sang|den|vao|len|xuong|qua) .{0,40}\d.{0,30}"
)
_MOVED = re.compile(  # "Dời 14h00 ngày 15/4", "Đổi giờ: 15h00"
    r"(?:đã )?(?:chuyển|đổi|dời|lùi)(?: (?:giờ|ngày|lịch|thời gian)| họp)*(?:\s*:\s*| )"
    r"(?=\d{1,2}\s?(?:h|g|giờ|:)|\d{1,2}/\d|(?:thứ|chủ nhật|ngày|sáng|chiều|tối)\s)",
    re.IGNORECASE,
)
_WAS = re.compile(  # "Chuyển từ 8h00 T2 16/10", "Lịch cũ: 8h00 thứ Tư", "thay cho 14h00 ngày 18/10"
    r"\(?(?:da )?(?:(?:chuyen|doi|lui|day)(?: (?:lich|gio|ngay|hop|som|len|lai|thoi gian))* tu"
    r"|(?P<label>(?:(?:lich|thoi gian|gio|ngay) )?(?:cu|truoc|truoc day|truoc do|ban dau|da bao|da thong bao)"
    r"(?: la)?\s*:)"
    r"|thay (?:cho|vi)(?: lich)?)\s+(?P<when>[^()]{2,40}?)(?: (?:sang|chuyen sang|chuyen den))?\)?"
)
_IN_DOUBT = re.compile(
    r"(?:cho|chua) (?:duyet|xac nhan|phe duyet|chot)(?: lich)?(?:\s*\([^()]{2,40}\))?|du kien|tam xep|du phong"
)
_AT = re.compile(r"^(?:tại|ở)\s+", re.IGNORECASE)
_COMMA_OR_AT = re.compile(r"[,;]|\s+tại(?=\s)")  # "7h30 - 11h30 tại sân vận động"
_PLACE_BEHIND = re.compile(r",\s*|\s+(?=tại\s)|\s*\((?=[^\d()]+\)$)|\s+[-–]\s+")
_DEPARTS = re.compile(r"\b(?:xuat phat|khoi hanh|xe chay|xe di|gio di|gio xe|di luc)\b")
_PLACES = re.compile(r"\b(?:dia diem|noi)\b")
_PEOPLE = re.compile(r"\bthanh phan\b")
_SCHOOL = re.compile(r"(?:TH|THCS|THPT|MN|MG|NVH|TTYT|TTVH)\s+[A-ZĐÀ-Ỹ]")  # "TH Kim Lũng 1"
_BY_HOUR = re.compile(r"(?:truoc|cham nhat|han)\s+\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{2})?")


def with_dates_beside(table: Table, columns: Columns) -> Table:
    """The table with each weekday that stands over its date in the next row as one cell of both rows."""
    below = {(cell.row, cell.column): cell for cell in table.cells}
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for cell in table.cells:
        beneath = below.get((cell.row + cell.rows, cell.column))
        if (
            cell.column in columns.of("day")
            and beneath is not None
            and _WEEKDAY.fullmatch(fold(cell.text).strip())
            and _DATE.fullmatch(fold(beneath.text).strip())
            and not (
                cell.text.strip().isdecimal() and "-" in beneath.text
            )  # the 6th over the 8th to the 10th
        ):
            cell = replace(cell, lines=(*cell.lines, *beneath.lines), rows=cell.rows + beneath.rows)
            taken.add((beneath.row, beneath.column))
        cells.append(cell)
    return replace(table, cells=tuple(_without(cells, taken))) if taken else table


def _without(cells: Iterable[Cell], taken: set[tuple[int, int]]) -> Iterable[Cell]:
    return (cell for cell in cells if (cell.row, cell.column) not in taken)


_OPENS = re.compile(r"^(?:khai mạc|khai giảng|bắt đầu)(?: lúc| từ)?:? (?=\d{1,2}\s?[hg:])", re.IGNORECASE)
_OPENS_ON = re.compile(
    r"(?:khai mạc|khai giảng|bắt đầu)(?: lúc| từ)?:? (?P<hour>\d{1,2}(?:[hg:]\d{0,2}| giờ(?: \d{2})?)),?\s+(?:ngày\s+)?"
    r"(?P<day>\d{1,2})/\d{1,2}(?:/\d{4})?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")


def by_its_note(item: Item) -> Item:
    """The item with a note that is nothing but an hour, half a day, a room or its state where that belongs."""
    note = (item.note or "").strip(" .;")
    if not note:
        return item
    note = _MOVED.sub("chuyển sang ", note, count=1) if _MOVED.match(note) else note
    note = _OPENS.sub("", _opened_on_its_day(note, item.day))
    if _CALLED_OFF.fullmatch(fold(note)):
        called = re.sub(r"\s*\(([^()]+)\)$", r", \1", f"{note[:1].lower()}{note[1:]}")
        return replace(item, text=f"{item.text.rstrip(' .;')} ({called.removesuffix(' nữa')})", note=None)
    was = _WAS.fullmatch(fold(note))
    if was and is_time_label(was["when"]) and any(map(str.isdigit, was["when"])):
        told = note[slice(*was.span("when"))] if was["label"] else ""
        told = f"lịch cũ: {told}" if told else _lower(note.strip("()"))
        return replace(item, text=f"{item.text.rstrip(' .;')} ({told})", note=None)
    if _IN_DOUBT.fullmatch(fold(note)):
        return replace(item, text=f"{item.text.rstrip(' .;')} (dự kiến)", note=None)
    if is_part_label(note):
        return replace(item, time=note, note=None) if item.time is None or is_part_label(item.time) else item
    if _is_hour(note) or _BY_HOUR.fullmatch(fold(note)):
        known = item.time is not None and any(c.isdigit() for c in item.time)
        return item if known else replace(item, time=f"{item.time or ''} {note.lower()}".strip(), note=None)
    hour, comma, rest = _COMMA_OR_AT.sub(",", note, count=1).partition(",")
    if comma and item.time is None and (_is_hour(hour) or is_part_label(hour)):
        rest = rest.strip()
        if item.location is None and names_a_room(fold(rest)):
            return replace(item, time=hour.lower(), location=rest, note=None)
        return replace(item, time=hour.lower(), note=rest)  # "14h00, mang theo tài liệu"
    if item.location is None and (names_a_room(fold(note)) or _SCHOOL.match(note)) and len(note) < 40:
        return replace(item, location=note, note=None)
    return item


def _opened_on_its_day(note: str, day: str | None) -> str:
    """A note that tells when a thing opens on its first day, without that day: "khai mạc 14h00 ngày 28/9, A201"."""
    found = _OPENS_ON.match(note)
    first = _FIGURES.search(day or "")
    if found is None or first is None or int(first[0]) != int(found["day"]):
        return note
    return note[: found.end("hour")] + note[found.end() :]


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def with_place_beside(item: Item) -> Item:
    """The item with the place that stands in the cell of its time ("14h00 14/10, hội trường Công ty")."""
    if item.location is not None:
        return item
    time, place = _time_and_place(item.time)
    if place:
        return replace(item, time=time, location=place)
    day, place = _time_and_place(item.day)
    return replace(item, day=day, location=place) if place else item


def _time_and_place(told: str | None) -> tuple[str, str]:
    """(the time in the words of a cell, the room behind it; "" where none is)."""
    for found in _PLACE_BEHIND.finditer(told or ""):
        time, place = found.string[: found.start()], found.string[found.end() :].strip(" .;()")
        if is_time_label(time) and names_a_room(fold(place)):
            return time, _AT.sub("", place)
    return told or "", ""


def place_or_people(labels: Mapping[str, str], heads: Mapping[str, str]) -> Mapping[str, str]:
    """The labels of a row, with a cell under "Thành phần, địa điểm" as that of the two which it looks like."""
    note = labels.get("note")
    if note and _is_hour(note) and _DEPARTS.search(fold(heads["note"])):
        labels = {**labels, "note": f"xuất phát {note}"}  # a car's, and not that of what it takes people to
    people, place = labels.get("attendees"), labels.get("location")
    if people and not place and _PLACES.search(fold(heads["attendees"])):
        told = _AT.sub("", people)
        if told != people or looks_like_place(people):
            return {**labels, "location": told, "attendees": ""}
    if place and not people and _PEOPLE.search(fold(heads["location"])) and looks_like_person(place):
        return {**labels, "location": "", "attendees": place}
    return labels


def _is_hour(text: str) -> bool:
    """Whether a text is nothing but an hour."""
    return is_time_label(text) and any(c.isdigit() for c in text) and not names_a_day(text)
