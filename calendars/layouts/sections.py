"""Lines divided by their headings into sections, the items of each an outline.

What is hard is which unmarked line is a heading and which goes on the item above: a heading is in capitals, or names a
month, or ends with a colon before a list.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line, Role
from calendars.layouts.changed_lines import becomes_of_it, two_times, with_changes_in_lines
from calendars.layouts.hours_above import MONTH_HEADING
from calendars.layouts.labels import is_sentence, read_label, with_fields
from calendars.layouts.layout import Item, Matter, Section
from calendars.layouts.marks import CHAPTER, NUMBER, PART, POINT, STAR, Mark
from calendars.layouts.matters import matter_of
from calendars.layouts.month_names import months_in_figures
from calendars.layouts.node import Node
from calendars.layouts.outline import ADDRESSED, item_of, mark_of, outline, own_text, passage_of
from calendars.layouts.timelabels import (
    begins_with_clock,
    begins_with_time,
    begins_with_weekday,
    is_time_label,
    is_week_heading,
    names_a_day,
)
from calendars.layouts.words import fold, layout_words

_HOW_OFTEN = re.compile(r"(?:hang|moi) (?:ngay|tuan|thang)(?: dinh ky)?")
_LONGEST_MONTH = 30  # letters
_NAMED_DAY = re.compile(
    r"[^:;()]{3,60}\(?(?:ngay\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}(?:[/.-]\d{4})?\)?"
    r"(?:\s*[-–:](?!\s*(?:buoi )?(?:sang|trua|chieu|toi|ca ngay)\b)[^:;\d]*(?<!\.))?$"
)
_PART_AND_COLON = re.compile(r"(?:buoi )?(?:sang|trua|chieu|toi)\s*:")
_NAMES_NOTHING = re.compile(  # "II. NHỮNG NỘI DUNG GIỮ NGUYÊN" over labelled lines and others
    r"\W*(?:[ivx]+|\d+)?\W*(?:(?:nhung|cac) )?(?:noi dung|diem|van de|muc|thong tin)(?: khac)?"
    r" (?:giu nguyen|khong (?:thay )?doi|thay doi|dieu chinh|bo sung|con lai|khac)\b"
)
_BRACKETS = re.compile(r"\(.*\)[.;:]?", re.DOTALL)


def is_heading(line: Line, following: Line | None) -> bool:
    """Whether a line is a heading over what follows."""
    text = line.text.strip()
    mark = mark_of(line)
    if mark is None and is_week_heading(text):
        return True
    if mark is not None:
        if mark.rank >= STAR and is_week_heading(own_text(line, mark).rstrip(" :")):
            return True  # "• TUẦN 1 (06/5 - 10/5)" over "- 06/5: Họp tổ"
        if _is_month_over(line, mark, following):
            return True
        if mark.rank not in (PART, CHAPTER) or (len(text) > 200 and not text.isupper()):
            return False
        next_mark = mark_of(following) if following is not None else None
        leads = next_mark is not None and next_mark.rank > mark.rank
        return leads or not is_sentence(text := own_text(line, mark)) or matter_of(text) is not Matter.UNKNOWN
    if line.role is Role.HEADING:
        return True
    folded = fold(text)
    if MONTH_HEADING.fullmatch(fold(months_in_figures(text))):
        return True
    if len(text) > 160 or text[:1] in '(“"' or read_label(text) is not None or begins_with_clock(text):
        return False
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 5 and sum(c.isupper() for c in letters) > 0.85 * len(letters) and len(text.split()) > 1:
        return not is_time_label(text) or _HOW_OFTEN.fullmatch(folded.strip(" :.")) is not None
    if following is None or ADDRESSED.match(folded):
        return False
    if begins_with_weekday(text):
        below = own_text(following, mark_of(following))
        return len(text) < 90 and _begins_with_hours(below) and _names_day(text)
    if layout_words()["furniture.agenda"].match(folded) and len(text) < 60 and not text.endswith((".", ";")):
        return begins_with_clock(following.text) or mark_of(following) is not None
    label = read_label(own_text(following, mark_of(following)))
    if label is not None and (label.field == "time" or (label.field == "location" and names_a_day(text))):
        return False  # the sentence names the thing whose time, or place, stands below it
    return text.endswith(":") and len(text) < 90 and text[:1].isupper() and mark_of(following) is not None


def _is_month_over(line: Line, mark: Mark, following: Line | None) -> bool:
    """Whether a marked line is a month over lines of no lower rank: "* THÁNG 4:" over "Từ 03 đến 09/4: Giải bóng đá".

    Those of a lower rank are its children by their marks alone.
    """
    text = own_text(line, mark).strip()
    if following is None or len(text) > _LONGEST_MONTH:
        return False
    beside = mark_of(following)
    lower = beside is not None and beside.rank > mark.rank
    return not lower and MONTH_HEADING.fullmatch(fold(months_in_figures(text))) is not None


def _names_day(text: str) -> bool:
    """Whether a heading is a day with its name, over what is held then: "THỨ SÁU TUẦN THÁNH (29/3) - ăn chay"."""
    return begins_with_weekday(text) and _NAMED_DAY.match(fold(text)) is not None


def _begins_with_hours(text: str) -> bool:
    return begins_with_clock(text) or _PART_AND_COLON.match(fold(text)) is not None


def sections_of(lines: Sequence[Line]) -> tuple[Section, ...]:
    """Lines divided by their headings; the bracket below a heading is its note."""
    sections: list[Section] = []
    heading: Line | None = None
    upper: tuple[int, Matter] = (0, Matter.UNKNOWN)
    matter = Matter.UNKNOWN
    held: list[Line] = []
    told: list[Line] = []

    def close() -> None:
        if heading is None and not held:
            return
        if heading is not None and not held and _tells_itself(heading):
            if told and Matter.REPORT in {matter, matter_of(told[-1].text)}:
                close_told()  # what was done is no matter of what is to come
            told.append(heading)
            return
        close_told()
        note, rest = _note(held) if heading is not None else (None, held)
        card, rest = _card(heading, rest)
        passages = (*((passage_of(heading),) if heading else ()), *(passage_of(line) for line in note or ()))
        head_mark = mark_of(heading) if heading else None
        sections.append(
            Section(
                heading=own_text(heading, head_mark) if heading else None,
                note=" ".join(line.text.strip() for line in note) if note else None,
                matter=matter,
                items=(*card, *_named_by_heading(heading, outline(rest))),
                passages=passages,
            )
        )

    def close_told() -> None:
        if told:
            sections.append(Section(matter=matter_of(told[0].text), items=tuple(map(item_of, outline(told)))))
            told.clear()

    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if heading is not None and not held and _goes_on_heading(heading, line):
            heading = replace(heading, text=f"{heading.text.strip()} {line.text.strip()}")
            matter = matter_of(heading.text, upper[1])
        elif is_heading(line, following):
            close()
            heading, held = line, []
            mark = mark_of(line)
            rank = mark.rank if mark else POINT
            inherited = upper[1] if rank > upper[0] else Matter.UNKNOWN
            matter = Matter.EVENTS if _names_day(line.text) else matter_of(line.text, inherited)
            if mark is not None and mark.rank == PART:
                upper = mark.rank, matter
        elif heading is not None and held and _is_behind_the_months(heading, held, line):
            close()
            heading, held, matter = None, [line], Matter.UNKNOWN
        else:
            held.append(line)
    close()
    close_told()
    return tuple(sections)


_ALL_THE_TIME = re.compile(
    r"(?:cac )?(?:cong viec |viec |cong tac |hoat dong )?"
    r"(?:thuong xuyen|dinh ky|(?:dinh ky )?(?:hang|moi) (?:tuan|thang|quy))"
    r"(?:(?: (?:ca|trong) (?:quy|nam))?\s*:|(?: (?:ca|trong|hang|moi) (?:tuan|thang|quy|nam))?$)"
)


def _is_behind_the_months(heading: Line, held: Sequence[Line], line: Line) -> bool:
    """Whether an item behind those of a month is of the whole programme: it stands apart, under a mark above theirs."""
    first, mark = mark_of(held[0]), mark_of(line)
    higher = first is not None and mark is not None and mark.rank < first.rank
    apart = line.number - held[-1].number > 1
    if mark is None and first is not None and _ALL_THE_TIME.match(fold(line.text).strip()):
        higher = True  # "THƯỜNG XUYÊN: Thường trực tiếp công dân ngày 20 hằng tháng"
    return (
        higher
        and apart
        and MONTH_HEADING.fullmatch(fold(months_in_figures(heading.text.strip()))) is not None
    )


def _tells_itself(heading: Line) -> bool:
    """Whether a line marked as a heading with nothing below it is an item: "II. Hội nghị sơ kết: ngày 12/7."."""
    text = own_text(heading, mark_of(heading))
    if (
        heading.role is Role.HEADING
        or text.isupper()
        or is_week_heading(text)
        or read_label(text) is not None
    ):
        return False
    return text.endswith((".", ";")) or ": " in text or begins_with_time(text)


def _card(heading: Line | None, lines: list[Line]) -> tuple[tuple[Item, ...], list[Line]]:
    """(what a heading of the format's own names, with the labelled lines below it as its fields; the other lines)."""
    if heading is None or heading.role is not Role.HEADING or any(line.mark for line in lines):
        return (), lines
    told = [(line, label) for line in lines if (label := read_label(line.text)) is not None]
    fields = [label.field for _, label in told]
    if fields.count("time") != 1 or len(fields) < 2 or len(set(fields)) < len(fields) or "content" in fields:
        return (), lines
    labelled = [line for line, _ in told]
    item = Item(
        text=own_text(heading, mark_of(heading)), passages=tuple(map(passage_of, (heading, *labelled)))
    )
    values = {label.field: line.text[label.end :].strip(" .;") for line, label in told}
    return (with_fields(item, values),), [line for line in lines if line not in labelled]


def _named_by_heading(heading: Line | None, nodes: list[Node]) -> tuple[Item, ...]:
    """The items below a heading; labelled lines that tell when and where are those of what the heading names."""
    if heading is not None and len(nodes) == 1 and not nodes[0].children and becomes_of_it(nodes[0].text):
        text = f"{own_text(heading, mark_of(heading)).rstrip(' :.')}: {nodes[0].text}"
        return (item_of(Node(None, NUMBER, text, [passage_of(heading), *nodes[0].passages])),)
    told = [(node, label.field) for node in nodes if node.mark and (label := read_label(node.text))]
    fields = [field for _, field in told]
    lines = [node for node, _ in told]
    moved = two_times(nodes[:2]) is not None
    labelled = fields.count("time") == 1 and len(fields) > 1 and not any(node.children for node in lines)
    if heading is None or not (moved or labelled) or (not moved and _NAMES_NOTHING.match(fold(heading.text))):
        return tuple(map(item_of, nodes))
    below = [*nodes[:2], *(node for node in lines if node not in nodes[:2])] if moved else lines
    named = Node(None, NUMBER, own_text(heading, mark_of(heading)), [passage_of(heading)], list(below))
    return (
        *map(item_of, with_changes_in_lines([named])),
        *(item_of(node) for node in nodes if node not in below),
    )


def _goes_on_heading(heading: Line, line: Line) -> bool:
    """Whether a line in capitals right below a heading in capitals is its second line."""
    folded = fold(line.text.strip())
    both = heading.text.strip().isupper() and line.text.strip().isupper() and mark_of(line) is None
    own = MONTH_HEADING.fullmatch(folded) or is_week_heading(line.text) or is_time_label(line.text)
    return both and not own and not MONTH_HEADING.fullmatch(fold(heading.text.strip()))


def _note(lines: list[Line]) -> tuple[list[Line] | None, list[Line]]:
    """The bracket below a heading, also behind a sentence of introduction, and the other lines."""
    for place, line in enumerate(lines[:3]):
        if mark_of(line) is not None:
            break
        if _BRACKETS.fullmatch(line.text.strip()):
            return [line], [*lines[:place], *lines[place + 1 :]]
    return None, lines
