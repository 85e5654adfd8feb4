"""Invitations, notices and announcements: labelled lines, paragraphs, lists (reference sections A.7 and A.8).

The labelled lines together are one item without a text of its own: its name is the subject of the letter. An
agenda is a section with its heading. What is hard is to tell the label of the whole letter from that of an item
in a list.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from calendars.documents.document import Block, Line, Role, Table
from calendars.layouts import day_table
from calendars.layouts.day_headings import is_day_heading
from calendars.layouts.day_list import INVITES, MANY, section_of_days
from calendars.layouts.hours_above import rows_of_day
from calendars.layouts.labels import Label, read_label, with_fields
from calendars.layouts.layout import Item, Section
from calendars.layouts.marks import DASH, NUMBER, Mark
from calendars.layouts.outline import is_furniture, item_of, mark_of, outline, own_text, passage_of
from calendars.layouts.sections import sections_of
from calendars.layouts.shapes import looks_like_place
from calendars.layouts.stamps import messages
from calendars.layouts.tables import columns_of
from calendars.layouts.timelabels import (
    begins_with_clock,
    is_day_label,
    is_time_label,
    names_a_day,
    tells_an_hour,
)
from calendars.layouts.words import fold, layout_words

name = "letter"

_CHANGES = re.compile(
    r"\b(?:thay doi|dieu chinh|(?<!trao )doi|lui|hoan|chuyen|dinh chinh)\b[^.;]{0,120}"
    r"\b(?:thoi gian|lich|ngay|gio|hop|to chuc)\b[^.;]{0,60}:$"
)
_PART_OF_TIME = re.compile(
    r"(?:(?:le )?(?:khai mac|be mac)|don (?:tiep|khach)|bat dau|ket thuc|buoi (?:sang|chieu|toi)"
    r"|ngay thu (?:nhat|hai|ba)"
    r"|phien [^:]{1,30})\s*:"
)

_DAY_OF_AGENDA = re.compile(
    r"(?:(?:ngay|sang|chieu|toi|thu \w+)\b[^:;]{0,30}\d{1,2}[/.]\d{1,2}[^:;\d]{0,20}:\s*)"
    r"(?:tu\s+)?\d{1,2}\s?(?:h|g|gio|:)\s?\d{0,2}[\s,:-]+(?=[^\W\d]{2})"
)
_HALF_OF_DAY = re.compile(r"(?:phan hoi|(?:buoi )?(?:sang|chieu|toi))\s*(?:\([^()]*\))?\s*:")
_HOW = re.compile(r"hinh thuc\b")
_AT = re.compile(r"(?:vào\s+)?(?:lúc|hồi)\s+\d", re.IGNORECASE)
_NAMES_THING = re.compile(
    r"(?:hoi (?:nghi|thao|thi|dien|dong)|dai hoi|le|hop|cuoc hop|phien|ky hop|lop|tap huan)\b"
)
_COMES_AT = re.compile(  # of a summons: "Có mặt lúc 07 giờ 30 phút, ngày 14 tháng 5 năm 2024"
    r"(?:(?:yêu cầu|đề nghị|mời)\s+)?(?:(?:ông|bà|anh|chị)[\s(/]{0,2}(?:bà\)?\s+)?)?(?:phải\s+)?"
    r"(?:có mặt|đến làm việc|đến)(?:\s+vào)?\s+(?:lúc|hồi|đúng)\s+(?=\d)",
    re.IGNORECASE,
)
_IS_HELD = re.compile(r"\b(?:sẽ|chúng tôi|diễn ra|tổ chức)\s[^.]{6,}", re.IGNORECASE)
_PLACE_BEHIND = re.compile(r",?\s+(?=tại\s)")
_CEREMONY = re.compile(  # "* Phần lễ: 7h30 sáng Chủ nhật, ngày 16/11", on a card without any other time
    r"(?:phần lễ|lễ chính thức|chính lễ|giờ (?:làm lễ|khai mạc)|(?:lễ )?khai mạc)\s*:\s*(?=\d)", re.IGNORECASE
)
_DAYS_ALONE = re.compile(r"Từ (?:ngày |thứ )?\S.{0,40}? đến (?:hết )?(?:ngày |thứ )?\S")
_PLACE_ALONE = re.compile(r"Tại\s+(?!đây\b|sao\b)[^:.;]{3,90}$")
_ENCLOSED = re.compile(  # "Nội dung: Có chương trình kèm theo" names nothing
    r"(?:co |theo )?(?:chuong trinh|noi dung|tai lieu|ke hoach|lich)(?: [a-z]+){0,3}"
    r" (?:kem theo|dinh kem|gui kem|gui sau)\b"
)
_ARRIVAL = re.compile(r"\([^()]*\)$")  # "(Đón khách, ký tên từ 7 giờ 30)" between a card's time and its place
_A_FEW = 3
_DATES = re.compile(r"\d{1,2}\s?[/.-]\s?\d|\d{1,2}(?=\s*(?:,|và|đến|-|–)\s*(?:ngày\s*)?\d{1,2}\s?/)")
_SEVERAL = 2
_ROW_OF_DAY = re.compile(
    r"(?:(?:từ|lúc|vào|buổi)\s+)*(?:(?:sáng|trưa|chiều|tối)\s*,?\s+)?(?:\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}[\s,]{1,3})?"
    r"(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s*[,:–-]?\s+(?=[^\W\d]{2})",
    re.IGNORECASE,
)
_LONGEST_PLACE = 70  # letters
_HOUR = re.compile(r"\d\s*(?:h|g|giờ|:)", re.IGNORECASE)
_LASTS = re.compile(
    r"\(?\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2}\s*(?:[-–—]|đến)\s*\d{1,2}\s*(?:h|g|giờ|:)", re.IGNORECASE
)


def likelihood(blocks: tuple[Block, ...]) -> float:
    """A labelled time at the top level of the outline, or nothing but paragraphs."""
    lines = [block for block in blocks if isinstance(block, Line)]
    marks = [mark_of(line) for line in lines]
    texts = [own_text(line, mark) for line, mark in zip(lines, marks, strict=True)]
    told = [read_label(text) for text in texts]
    labelled = any(label is not None and label.field == "time" for label in told)
    labels = [
        label.field
        for text, own in zip(texts, told, strict=True)
        if (label := own or _time_in_words(text, labelled=labelled))
    ]
    fields = set(labels)
    marked = sum(mark is not None for mark in marks)
    invites = fields == {"time"} and any(  # "kính mời đồng chí: ....." over "Tới dự: Hội nghị"
        INVITES.search(fold(f"{line.text} {below.text}")) for line, below in pairwise([*lines, lines[-1]])
    )
    if labels.count("time") == 1 and _is_of_one_point(marks, texts, told):
        return 0.3
    if labels.count("time") == 1 and (
        len(fields) >= 2 or invites or (fields == {"time"} and _changed(texts))
    ):
        beside = len(lines) < len(blocks) and _names_meeting(lines, fields)
        return 0.96 if beside or any(map(_is_agenda, lines)) else 0.75
    return 0.45 if lines and marked <= 0.3 * len(lines) else 0.2


def _changed(texts: list[str]) -> bool:
    """Whether the labelled time is the new one of what the line above changes ("... thay đổi như sau:")."""
    return any(
        above.endswith(":") and read_label(text) is not None and _CHANGES.search(fold(above)) is not None
        for above, text in pairwise(texts)
    )


def _is_of_one_point(
    marks: Sequence[Mark | None], texts: Sequence[str], told: Sequence[Label | None]
) -> bool:
    """Whether the labels below one of several numbered points are of what this names: "2. Hội nghị cấp trường:"."""
    first = next((n for n, label in enumerate(told) if label is not None and label.field == "time"), None)
    beside = [n for n, mark in enumerate(marks) if mark is not None and mark.rank == NUMBER]
    if first is None or first - 1 not in beside or len(beside) < _SEVERAL:
        return False
    mark = marks[first]
    below = mark is not None and mark.rank > NUMBER
    alone = all(told[n] is None for n in beside)
    return below and alone and _NAMES_THING.match(fold(texts[first - 1])) is not None


def sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """First the letter itself as one item, then its paragraphs, lists, agenda and tables in their order."""
    found: list[Section] = []
    lines: list[Line] = []
    whole: Item | None = None
    rows: list[Line] = []

    def close() -> None:
        nonlocal whole, rows
        rest = list(lines)
        if whole is None:
            rows = _rows_below_day(rest)
            whole, rest = _whole([line for line in rest if line not in rows])
        found.extend(
            replace(section, sent=message.sent)
            for part in _parted(lines, rest)
            for message in messages(part)
            for section in _with_days(message.lines)
        )
        lines.clear()

    for block in blocks:
        if isinstance(block, Table) and columns_of(block):
            first, *rest = day_table.sections_of_table(block)
            if lines and _is_agenda(lines[-1]):
                first = _with_heading(first, lines.pop())
            elif lines and first.heading is None and (of_day := rows_of_day(lines[-1], first.items)):
                lines.pop()
                first = replace(first, items=of_day)
            close()
            found += [first, *rest]
        elif isinstance(block, Table):
            lines += [line for cell in block.cells for line in cell.lines]
        else:
            lines.append(block)
    close()
    agenda = (Section(items=tuple(map(item_of, outline(rows)))),) if rows else ()
    return (*((Section(items=(whole,)),) if whole else ()), *agenda, *found)


def _parted(lines: list[Line], rest: list[Line]) -> list[list[Line]]:
    """The lines that are left of a letter, those behind its labelled lines apart from the sentence leading to these."""
    if len(rest) in (0, len(lines)):
        return [rest]
    first = next(n for n, line in enumerate(lines) if n == len(rest) or line is not rest[n])
    if not 0 < first < len(rest) or not rest[first - 1].text.rstrip().endswith(":"):
        return [rest]
    behind = rest[first]
    return [rest[:first], rest[first:]] if mark_of(behind) is None else [rest]


def _rows_below_day(lines: list[Line]) -> list[Line]:
    """The agenda that stands below the labelled day of a letter ("- 7h30 - 8h00: Đón tiếp đại biểu")."""
    for place, line in enumerate(lines):
        label = read_label(text := own_text(line, mark_of(line)))
        if label is not None and label.field == "time":
            if not names_a_day(text[label.end :]):
                return []
            rows = list(takewhile(_is_row, lines[place + 1 :]))
            lasting = sum(_LASTS.match(own_text(row, mark_of(row))) is not None for row in rows)
            return rows if len(rows) >= _A_FEW and lasting >= len(rows) / 2 else []
    return []


def _is_row(line: Line) -> bool:
    mark = mark_of(line)
    text = own_text(line, mark)
    return mark is not None and mark.rank >= DASH and begins_with_clock(text) and not is_time_label(text)


def _with_days(lines: list[Line]) -> tuple[Section, ...]:
    """The sections of a stretch of lines, with the days of an agenda ("Ngày thứ nhất (16/4)") as one of their own."""
    first = next((n for n, line in enumerate(lines) if is_day_heading(line)), None)
    if first is None or sum(map(is_day_heading, lines)) < MANY:
        return sections_of(lines)
    last = next((n for n in range(first, len(lines)) if _ends_days(lines[n])), len(lines))
    last = next(
        (n for n in range(first + 1, last) if _follows_rows(lines, n) or _heads_others(lines, n)), last
    )
    return (*sections_of(lines[:first]), section_of_days(lines[first:last]), *sections_of(lines[last:]))


def _heads_others(lines: list[Line], n: int) -> bool:
    """Whether a line in capitals stands over things with days of their own ("HOẠT ĐỘNG BÊN LỀ" over "- Họp: 14/11")."""
    text, below = lines[n].text.strip(), lines[n + 1 : n + 2]
    if not text.isupper() or len(text.split()) < _SEVERAL or is_day_heading(lines[n]) or not below:
        return False
    return mark_of(below[0]) is not None and names_a_day(below[0].text)


def _follows_rows(lines: list[Line], n: int) -> bool:
    """Whether a line is a paragraph behind the rows of the last day ("Đăng ký với Lan chậm nhất ngày 20/5.")."""
    line = lines[n]
    if mark_of(line) is not None or begins_with_clock(line.text.strip()) or is_day_heading(line):
        return False
    above = mark_of(lines[n - 1])
    rest = lines[n:]
    return above is not None and above.rank >= DASH and not any(is_day_heading(each) for each in rest)


def _ends_days(line: Line) -> bool:
    """Whether a line goes on with the letter behind the days of its agenda."""
    mark = mark_of(line)
    return (mark is not None and mark.rank <= NUMBER and not is_day_heading(line)) or is_furniture(line.text)


def _goes_on_with_times(text: str, told: str) -> bool:
    """Whether a line below "Thời gian: ..." tells another time of the same thing ("Khai mạc: ...").

    told: the labelled time; where it is a day alone, hours below it are of that day ("7h00: kiểm tra tư cách").
    """
    if _PART_OF_TIME.match(fold(text)) is not None:
        return True
    return begins_with_clock(text) and (names_a_day(text) or (names_a_day(told) and not _HOUR.search(told)))


def _with_heading(table: Section, line: Line) -> Section:
    if table.heading is not None:
        return table
    return replace(table, heading=line.text.strip(" :"), passages=(passage_of(line), *table.passages))


def _names_meeting(lines: list[Line], fields: set[str]) -> bool:
    """Whether the labels tell one meeting: its day, its place and who is there; a table below is then its agenda."""
    if "location" not in fields or not fields & {"chair", "attendees"}:
        return False
    texts = (own_text(line, mark_of(line)) for line in lines)
    told = ((label, text) for text in texts if (label := read_label(text)) is not None)
    return any(label.field == "time" and names_a_day(text[label.end :]) for label, text in told)


def _is_agenda(line: Line) -> bool:
    folded = fold(own_text(line, mark_of(line))).strip(" :.")
    return layout_words()["furniture.agenda"].match(folded) is not None and len(folded) < 60


def _is_labelled(lines: list[Line]) -> bool:
    return _times(lines) > 0


def _time_in_words(text: str, *, labelled: bool) -> Label | None:
    """A line that says no more than when and where ("Vào lúc 8h00, ngày 12/11, tại Hội trường") as if labelled."""
    if not labelled and (opens := _CEREMONY.match(text)) and names_a_day(text) and tells_an_hour(text):
        return Label("time", opens.end())
    if not labelled and (comes := _COMES_AT.match(text)) and names_a_day(text) and tells_an_hour(text):
        return Label("time", comes.end())
    if not labelled and begins_with_clock(text):
        alone = _ARRIVAL.sub("", text).strip(" .,")  # "8h00 Chủ Nhật ngày 15/9 (đón tiếp từ 7h45)"
        if is_day_label(alone):
            return Label("time", 0)
    if not labelled and _DAYS_ALONE.match(text) and is_day_label(text.strip(" .,")):
        return Label("time", 0)
    if not labelled and _PLACE_ALONE.match(text):
        return Label("location", len("tại "))
    when, *place = _PLACE_BEHIND.split(text, maxsplit=1) if _AT.match(text) else (text,)
    if not place or not names_a_day(when) or not is_time_label(when.strip(" .,")):
        return None
    if _IS_HELD.search(place[0]):
        return None  # a sentence: "Vào lúc 14 giờ ngày 10/11, tại Hội trường sẽ diễn ra Lễ khánh thành"
    return Label("time", 0)


def _is_place(text: str) -> bool:
    """Whether a line is nothing but a place, right below the time that no label leads to."""
    return len(text) < _LONGEST_PLACE and looks_like_place(text) and not text.endswith((":", ".", ";"))


def _times(lines: list[Line]) -> int:
    labels = (read_label(own_text(line, mark_of(line))) for line in lines)
    return sum(label is not None and label.field == "time" for label in labels)


def _tells_of_day(text: str, told: list[str]) -> bool:
    """Whether a row below labelled days tells what is on at one of them ("- Chiều 17/8 đón khách. 19h họp")."""
    if len(told) > 1 or len(_DATES.findall(told[0])) < _SEVERAL or _HOUR.search(told[0]):
        return False
    found = _ROW_OF_DAY.match(text)
    return found is not None and not is_time_label(text.strip(" .;")) and read_label(text) is None


def _is_hour_of(text: str, told: list[str]) -> bool:
    """Whether a second labelled time is but the hour of the day that the first told ("Ngày họp", "Giờ họp")."""
    day = names_a_day(told[0]) and _HOUR.search(told[0]) is None
    return day and tells_an_hour(text) and not names_a_day(text) and is_time_label(text.strip(" .;"))


def _whole(lines: list[Line]) -> tuple[Item | None, list[Line]]:
    """The labelled lines of the letter itself, with the dashes below them, as one item; and the other lines."""
    if sum(line.role is Role.HEADING for line in lines) > 1 and _times(lines) > 1:
        return None, lines  # each heading names a thing of its own
    fields: dict[str, list[str]] = {}
    taken: list[Line] = []
    field: str | None = None
    rank = 0
    held_how = False
    labelled = _is_labelled(lines)
    for line in lines:
        mark = mark_of(line)
        text = own_text(line, mark)
        label = read_label(text) or _time_in_words(text, labelled=labelled)
        if label is not None and label.field in fields and held_how and _HOW.match(fold(text)) is None:
            fields["note"] = fields.pop(label.field)  # "Hình thức: trực tuyến" gives way to "Địa điểm: ..."
        if label is not None and label.field not in fields:
            held_how = _HOW.match(fold(text)) is not None
            field, rank = label.field, mark.rank if mark else 0
            fields[field] = [text[label.end :]]
            taken.append(line)
        elif label is not None and label.field == "time" and _is_hour_of(text[label.end :], fields["time"]):
            fields["time"][0] = f"{text[label.end :].strip(' .;')}, {fields['time'][0].strip()}"
            taken.append(line)
        elif (
            field == "time" and not labelled and mark is None and _is_place(text) and "location" not in fields
        ):
            field, fields["location"] = "location", [text]
            taken.append(line)
        elif field == "time" and mark is None and _ARRIVAL.fullmatch(text):
            rows = text.strip("()").split("; ")  # "(17g30: đón khách; 18g00: khai mạc)"
            listed = len(rows) > 1 and all(map(begins_with_clock, rows))
            fields.setdefault("time" if listed else "note", []).extend(rows if listed else [text.strip("()")])
            taken.append(line)
        elif (
            field == "time"
            and names_a_day(fields["time"][0])
            and (
                _DAY_OF_AGENDA.match(fold(text)) or (mark is not None and _tells_of_day(text, fields["time"]))
            )
        ):
            field = None  # "Thời gian: 27 và 28/7" over "- Ngày 27/7: 15h00 đón tiếp"
        elif field is not None and (
            (mark is not None and mark.rank > max(rank, NUMBER))
            or (field == "time" and mark is None and _goes_on_with_times(text, fields["time"][0]))
            or (field == "time" and label is None and _HALF_OF_DAY.match(fold(text)))
        ):
            fields[field].append(text)
            taken.append(line)
        else:
            field = None
    if "time" not in fields:
        return None, lines
    told = {
        name: "; ".join(filter(None, (value.strip(" .;") for value in values)))
        for name, values in fields.items()
    }
    content = told.pop("content", "")
    if _ENCLOSED.match(fold(content)):
        told["note"] = "; ".join(filter(None, (told.get("note"), content)))
        content = ""
    item = with_fields(Item(text=content, passages=tuple(map(passage_of, taken))), told)
    return (item, [line for line in lines if line not in taken]) if item.time else (None, lines)
