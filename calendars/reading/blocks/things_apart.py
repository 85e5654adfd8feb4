"""Things told each in a few lines, the name above its time and place, as one line each.

    Tiêm chủng mở rộng
    Ngày 12 hằng tháng
    7h30 - 10h30
    Tại trạm

What is hard: a day also stands over what is on then, and cells of a table that lost its grid stand so as well. Joined
are only paragraphs each of which is such a thing, and in a run of lines such as tell each its place by "Tại".
"""

import re
from collections.abc import Sequence
from operator import attrgetter

from calendars.documents.document import Line
from calendars.layouts.labels import read_label
from calendars.layouts.marks import read_mark
from calendars.layouts.shapes import looks_like_place
from calendars.layouts.tables import heading_role
from calendars.layouts.time_words import has_only_words_of_time, tells_only_time
from calendars.layouts.words import fold

_LONGEST_NAME, _LONGEST_PLACE = 110, 90
_FEWEST, _FEWEST_IN_A_ROW = 2, 3
_MOST_TIMES = 3
_LINES_OF_TITLE = 8
_TEXT = attrgetter("text")
_OPENS_TIME = (
    r"\n[ \t]*(?=(?:Ng[àa]y|S[áa]ng|Chi[ềe]u|T[ốo]i|Th[ứu]|Ch[ủu]|T[ừu]|Bu[ổo]i|H[ằàa]ng|M[ỗo]i|Cu[ốo]i|Đ[ầa]u"
    r"|M[ùu]ng|R[ằa]m|L[úu]c|V[àa]o|C[ảa]|T[2-7])\b|\d{1,2} ?(?:[hg:]|gi[ờo]))[^\n]{2,140}$"
)
_TIME_ON_A_LINE = re.compile(_OPENS_TIME, re.MULTILINE)
_NAME_OVER_TIME = re.compile(  # without which no line need be looked at
    rf"^[ \t]*[A-ZĐÀ-Ỹ][^\n:;.|\t]{{2,110}}:?[ \t]*{_OPENS_TIME}", re.MULTILINE
)
_PLACE = re.compile(r"(?:tai|dia diem|noi|o)\b[\s:]+")
_ROOM = re.compile(
    r"(?:phong (?:sinh hoat|truyen thong|doc|hoc|kham|chuc nang)|van phong|tru so|sanh|khu|san)\b[^.:;]*"
)
_OF_PAPER = re.compile(
    r"(?:lich|thong bao|chuong trinh|ke hoach|quy (?:dinh|che|uoc)|noi quy|giay moi|thoi gian|thu moi|cong bo|tuan"
    r"|kinh gui|can cu|bang|danh sach|phu luc|hop dong|so)\b"
)


def with_things_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of each such thing as one line with a list mark in the place of its name."""
    text = "\n".join(map(_TEXT, lines))
    # To look at the lines below first costs a third of looking for names.
    if len(_TIME_ON_A_LINE.findall(text)) < _FEWEST or len(_NAME_OVER_TIME.findall(text)) < _FEWEST:
        return lines
    paragraphs = _paragraphs(lines)
    whole = {n: things for n, each in enumerate(paragraphs) if (things := _things_in(each, 0))}
    whole = {n: things for n, things in whole.items() if sum(map(len, things)) == len(paragraphs[n])}
    joined: list[Line] = []
    for n, paragraph in enumerate(paragraphs):
        if n in whole and len(whole) >= _FEWEST:
            joined += map(_as_line, whole[n])
        else:
            joined += _with_a_row_of_them(paragraph)
    return joined if len(joined) < len(lines) else lines


def _with_a_row_of_them(paragraph: Sequence[Line]) -> Sequence[Line]:
    """A paragraph with the several things that stand in it one after the other, behind a title and before other lines.

    Each ends with its place, since cells of a table may stand in any order.
    """
    if len(paragraph) < 2 * _FEWEST_IN_A_ROW or any(heading_role(line.text) for line in paragraph):
        return paragraph
    for place in range(min(len(paragraph) - 2 * _FEWEST_IN_A_ROW + 1, _LINES_OF_TITLE)):
        things = _things_in(paragraph, place)
        placed = all(_PLACE.match(fold(thing[-1].text.strip())) for thing in things)
        if len(things) >= _FEWEST_IN_A_ROW and placed:
            end = place + sum(map(len, things))
            return [*paragraph[:place], *map(_as_line, things), *paragraph[end:]]
    return paragraph


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, those between blank ones together; a blank line is a paragraph of its own."""
    found: list[list[Line]] = []
    above: Line | None = None  # where it is not blank
    for line in lines:
        full = bool(line.text.strip())
        if full and above is not None and line.number - above.number <= 1:
            found[-1].append(line)
        else:
            found.append([line])
        above = line if full else None
    return found


def _things_in(paragraph: Sequence[Line], place: int) -> list[list[Line]]:
    """The things that stand in a paragraph from a place on, to the first line that is of none."""
    things: list[list[Line]] = []
    while place < len(paragraph):
        end = place + 1
        if not _is_name(paragraph[place]):
            break
        while end < len(paragraph) and end - place <= _MOST_TIMES and tells_only_time(paragraph[end].text):
            end += 1
        if end == place + 1:
            break
        if end < len(paragraph) and _is_place(paragraph[end].text, last=end + 1 == len(paragraph)):
            end += 1
        things.append(list(paragraph[place:end]))
        place = end
    return things


def _is_name(line: Line) -> bool:
    text = line.text.strip()
    return (
        0 < len(text) <= _LONGEST_NAME
        and text[0].isupper()
        and not text.endswith((".", ",", ";", "-"))
        and "   " not in text
        and "\t" not in text
        and "|" not in text
        and not has_only_words_of_time(text)
        and read_mark(text) is None
        and read_label(text) is None
        and heading_role(text) is None
        and _OF_PAPER.match(fold(text)) is None
    )


def _is_place(text: str, *, last: bool) -> bool:
    """Whether a line tells a place; last: it ends its paragraph, where a name would have a time below it."""
    told = text.strip()
    if not told or len(told) > _LONGEST_PLACE or "   " in told or read_mark(told) is not None:
        return False
    if _PLACE.match(fold(told)) is not None:
        return True
    return last and (looks_like_place(told) or _ROOM.match(fold(told)) is not None)


def _as_line(thing: Sequence[Line]) -> Line:
    """The lines of a thing as one: "Tiêm chủng: ngày 12 hằng tháng, 7h30, tại trạm"."""
    name, *told = (line.text.strip(" .;") for line in thing)
    if not tells_only_time(told[-1]):
        label = _PLACE.match(fold(told[-1]))
        told[-1] = f"tại {told[-1][label.end() if label else 0 :]}"
    return thing[0].with_text(f"- {name.rstrip(' :')}: {', '.join(told)}")
