"""Single lines below the days of a list that hold more than one thing says: a half and its thing, a day, several cells.

What is hard is that the same signs stand inside what is held, so that each must open its line.
"""

import re
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.marks import Mark
from calendars.layouts.outline import mark_of
from calendars.layouts.shapes import (
    begins_with_act,
    looks_like_person,
    looks_like_place,
    names_a_unit,
    tells_an_act,
)
from calendars.layouts.timelabels import begins_with_clock, begins_with_weekday, is_part_label, is_time_label
from calendars.layouts.words import fold

_HALF_BEFORE_MARK = re.compile(
    r"\W{0,4}(?P<half>(?:buổi )?(?:sáng|chiều|tối))\s*:\s*(?P<rest>"
    r"(?:(?:\d{1,2}[.)](?=\D)|[-+•*])\s*|(?P<who>[^\W\d][^:;,.\d]{2,60}):\s+(?=\d))\S.*)",
    re.IGNORECASE,
)
_HALVES = {"S:": "Sáng", "C:": "Chiều", "T:": "Tối"}
_HALF_WORDS = {"S": "Sáng", "C": "Chiều", "T": "Tối", "S-C": "Cả ngày", "S+C": "Cả ngày"}
_HALF_LETTER = re.compile(r"\s*(?P<letter>S\s?[-+]\s?C|[SCT])\s?:\s+(?=\S)")
_HOUR_AND_BULLET = re.compile(
    r"\s*(?P<hour>\d{1,2}\s?(?:[hg:]|giờ)\s?(?:\d{2})?(?:\s?(?:-|–|đến)\s?\d{1,2}\s?(?:[hg:]|giờ)\s?(?:\d{2})?)?)"
    r"\s?:?\s+[-–+•]\s+(?=[^\W\d])"
)
_GAP = re.compile(r"\s{2,}|\s*\|\s*")
_DAY_OFF = re.compile(
    r"\W*(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chua? nhat|cn|t[2-7])(?:\W+(?:ngay )?\d{1,2}[/.-]\d[\d/.-]*)?\W+"
    r"(?:nghi|trong lich|(?:khong|ko|k) co (?:lich|gi))\W*"
)
_DASH = re.compile(r"\s+[-–—]\s+")
_DIGITS = re.compile(r"\d+")
_WHOSE = re.compile(
    r"\s*(?P<who>[^\W\d_](?:[^\W_]|[ .,/&]){1,30}?:?)(?P<gap>\s+)(?P<sign>[-–+•*])\s+(?P<what>\S.*)"
)
_AS_NUMBERED = "1."
_PART_WORD = re.compile(r"(?:sáng|trưa|chiều|tối|cả ngày)\b", re.IGNORECASE)
_THREE = 3
_NAME = 6  # words
_WITH_DATE = re.compile(r"\d[/.-]\d")
_ONE_DAY = re.compile(
    r"\W*(?:thu\s*\w+|chua? nhat|cn|t[2-7])(?:\W+(?:ngay\s*)?\d{1,2}[/.-]\d[\d/.-]*)?\W*"
)  # "THỨ BẢY 19/8", "Thứ 7"


# "Thứ bảy 06/12/2025 Thứ bảy đầu tháng tĩnh tâm"; "Thứ Hai 05/10 - Thứ Tư 07/10: ..." is of several days.
_DAY_AND_THING = re.compile(
    r"(?P<day>(?:thứ \w{2,3}|thứ [2-7]|ch[uúủ]a? nhật|cn),?\s+(?:ngày )?\(?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\)?)"
    r"[\s:*+–-]+(?!(?:đến|và|tới)\b|\d{1,2}[/.])(?P<thing>\S.*)",
    re.IGNORECASE,
)


def halves_apart(line: Line) -> tuple[Line, ...]:
    """A line that begins with the letter of a half day ("S: - Chào cờ") as that half and what is on in it.

    So is one that begins with its word and goes on with a list mark or somebody ("SÁNG: 1. Chủ tịch: ...").
    """
    half = _HALVES.get(line.text.lstrip()[:2])
    rest = line.text.lstrip()[2:].strip()
    if (
        half is None
        and (found := _HALF_BEFORE_MARK.match(line.text))
        and (found["who"] is None or looks_like_person(found["who"]))
    ):
        half, rest = found["half"], found["rest"]
    if half is None or not rest or line.mark:
        return (line,)
    return replace(line, text=half), replace(line, text=rest)


def whose_apart(line: Line) -> tuple[Line, ...]:
    """A line of two columns, somebody and a bullet ("GĐ Mạnh      + 7h45 giao ban"), as a line for each.

    The first is marked as a number is, since what follows it is his.
    """
    found = _WHOSE.match(line.text) if line.mark is None else None
    if found is None or not looks_like_person(found["who"]) or tells_an_act(found["who"]):
        return (line,)
    near = len(found["gap"]) == 1
    if near and not (begins_with_clock(found["what"]) or _PART_WORD.match(found["what"])):
        return (line,)
    return (
        replace(line, text=f"{found['who'].strip(' :')}:", mark=_AS_NUMBERED),
        replace(line, text=f"{found['sign']} {found['what']}"),
    )


def with_half_spelled(text: str) -> str:
    """A text that begins with the letter of a half day ("S: 7h30 Chào cờ", "S-C: ...") with its word."""
    found = _HALF_LETTER.match(text)
    return f"{_HALF_WORDS[found['letter'].replace(' ', '')]}: {text[found.end() :]}" if found else text


def hour_of_bullets(line: Line, mark: Mark | None) -> str | None:
    """The hour of a line that opens the first of several bullets: "19:00 - Hội thi múa lân" over "- Trao thưởng"."""
    found = _HOUR_AND_BULLET.match(line.text) if mark is None else None
    return found["hour"] if found else None


def shares_hour(hour: str | None, mark: Mark | None, text: str) -> bool:
    """Whether a line is another bullet of the hour above."""
    return hour is not None and mark is not None and mark.text in "-–+•" and not begins_with_clock(text)


def day_before(text: str, mark: Mark | None, above: Line | None) -> tuple[str, str] | None:
    """(the weekday, perhaps with its date; what is on then) of a line that tells both where others head lines.

    "THỨ BẢY 19/8: Khám bệnh tình nguyện" under the bullets of Friday, marked as the heading of Friday is.
    """
    if above is None or not begins_with_weekday(text):
        return None
    head = mark_of(above)
    if (mark.text if mark else None) != (head.text if head else None):
        return None
    if (dated := _DAY_AND_THING.fullmatch(text)) and _WITH_DATE.search(above.text):
        thing = dated["thing"]
        return None if _DAY_AND_THING.match(thing) or is_time_label(thing) else (dated["day"], thing)
    label, _, rest = text.partition(": ")
    if not rest:
        return None
    if _ONE_DAY.fullmatch(fold(label)) is None or begins_with_clock(rest):
        return None
    return label.strip(), rest.strip()


def tells_day_off(text: str) -> bool:
    """Whether a line says of a weekday that nothing is on then: "CN nghỉ", "Thứ Bảy 14/3: không có lịch"."""
    return _DAY_OFF.fullmatch(fold(text).strip()) is not None


def row_of(text: str) -> tuple[str, dict[str, str | None]]:
    """A line "08:00  Giao ban  Phòng họp 1  HT, PHT" as what is held then and what its other columns look like."""
    cells = [cell.strip() for cell in _GAP.split(text) if cell.strip(" -–")]
    timed = begins_with_clock(cells[0]) or is_part_label(cells[0]) if cells else False
    if (len(cells) < 3 or not timed) and "|" not in text:
        return _parted_by_dashes(text)
    first = 1 + next((n for n, cell in enumerate(cells) if not is_time_label(cell)), 0)
    beside: dict[str, str | None] = {}
    if first < len(cells) and _leads(cells[first - 1], cells[first]):
        beside["chair"] = cells.pop(first - 1)
    for cell in cells[first:]:
        field = "location" if looks_like_place(cell) and "location" not in beside else "attendees"
        beside[field] = "; ".join(filter(None, (beside.get(field), cell)))
    return " ".join(cells[:first]), beside


def _leads(cell: str, thing: str) -> bool:
    """Whether a cell says only who is there for the thing in the next: "7:30 | GĐ Luận | Dự phiên họp | Phòng 1"."""
    if looks_like_place(thing):
        return False
    acts = tells_an_act(_DIGITS.sub("", cell))
    if names_a_unit(fold(cell)) and not any(map(str.isdigit, cell)):
        # What an office does, or is asked for: "10:00 | Phòng Tổ chức | Thẩm định hồ sơ".
        return begins_with_act(thing) or not (acts or looks_like_person(thing))
    return looks_like_person(cell) and not acts and (not looks_like_person(thing) or tells_an_act(thing))


def _parted_by_dashes(text: str) -> tuple[str, dict[str, str | None]]:
    """A line "07h30 – Giao ban – TGĐ – Phòng họp lớn" without whose it is and where; any other as it is."""
    cells = _DASH.split(text)
    signs = _DASH.findall(text)
    if len(cells) < _THREE or not is_time_label(cells[0]):
        return text, {}
    beside: dict[str, str | None] = {}
    while len(cells) > _THREE - 1 and not is_time_label(cells[-2]) and len(cells[-1].split()) <= _NAME:
        cell = cells[-1].strip(" .;")
        field = "location" if looks_like_place(cell) else "chair" if looks_like_person(cell) else ""
        if not field and "location" not in beside and len(cells) > _THREE and looks_like_person(cells[-2]):
            field = "location"  # "– TGĐ – Hiện trường"
        if not field or field in beside or (field == "chair" and tells_an_act(_DIGITS.sub("", cell))):
            break
        beside[field] = cell
        cells.pop()
    return "".join(
        part for pair in zip(cells, [*signs[: len(cells) - 1], ""], strict=True) for part in pair
    ), beside
