"""Two lists of a notice, what had been planned and what holds now, each below a heading of its own.

    ... thay đổi lịch họp phụ huynh đầu năm như sau:
    Lịch cũ:                                Lịch mới:
     - Khối 6, khối 7: sáng 11/10            - Khối 6, khối 7: 7h30 25/10

What is hard is what the rows are of: a group or a place alone is of what the sentence above, or the subject, names.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Block, Line
from calendars.layouts.layout import Item, Matter, Section
from calendars.layouts.words import fold, layout_words
from calendars.marks import Category, Status
from calendars.reading.framing.frame import Frame
from calendars.reading.naming.titles import has_head, title_of
from calendars.reading.scope import Draft, Scope
from calendars.when import Window, extent

_LONGEST_HEAD = 45  # letters
_LEADS_TO_LISTS = re.compile(
    r"\b(?:thay đổi|điều chỉnh|chuyển|đổi|lùi|dời)\s+(?:thời gian|lịch|ngày giờ|ngày|giờ)\s+"
    r"(?:(?:tổ chức|diễn ra|của|các)\s+)*(?P<what>[^,;.:\d][^,;.:]{4,110}?)"
    r"[\s,]*(?:(?:cụ thể\s+)?như sau|cụ thể)?\s*:?\s*$",
    re.IGNORECASE,
)
_LONGEST_WINDOW = 92  # days
_LONGEST_ROW = 8  # words
_BARE = ("hoi nghi", "cuoc hop", "buoi hop", "hoi thao", "hop hanh")
_CALLED_OFF = re.compile(r"^(?:(?:không|chưa) tổ chức|(?:tạm\s+)?(?:hoãn|dừng)|hủy|huỷ)\s+", re.IGNORECASE)
_WHERE = re.compile(r"\s+(?:tại|ở|trên địa bàn|trước)\s.*$")

_WHICH_LABEL = re.compile(
    r"^(?P<what>\W*(?:thời gian|lịch|địa điểm|ngày giờ|ngày|giờ))\s*\((?P<which>cũ|mới|ban đầu|điều chỉnh)\)(?=\s*:)",
    re.IGNORECASE,
)
_PLACE_LABEL = re.compile(
    r"^(?P<mark>\W*(?:\d{1,2}[.)]\s*)?)(?:địa điểm|phòng họp|phòng|nơi họp)(?:\s+(?:họp|tổ chức"
    r"|làm việc|thi|học|tiếp))?\s+"
    r"(?:(?P<former>cũ|ban đầu|trước đây|trước|đã (?:thông báo|báo|định|ghi)[^:\d]{0,30}"
    r"|(?:theo|trong) (?:giấy mời|thư mời|lịch|kế hoạch|thông báo)[^:]{0,40})"
    r"|(?P<now>mới|thay đổi(?: thành)?|điều chỉnh(?: thành)?|sau (?:khi )?(?:thay đổi|điều"
    r" chỉnh)|nay(?: là| chuyển sang)?"
    r"|chuyển (?:sang|đến|về)|thay thế|hiện nay))\s*:",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\s+(?:một số|các|những|nhiều)\s.*$", re.IGNORECASE
)  # "lịch thi một số học phần đã công bố"
_WHEN = re.compile(  # "lịch sinh hoạt chi bộ tháng 7/2025", "lịch tiếp công dân tháng 4 và tháng 5/2023"
    r"\s+(?:trong\s+)?(?:(?:tháng|quý|tuần|năm)\s+\d[\d/]*(?:\s*(?:,|và|-|năm)\s*|$))+$", re.IGNORECASE
)


def labels_plainly(body: Sequence[Block]) -> tuple[Block, ...]:
    """The body of a notice, "Thời gian (cũ): ..." as "Thời gian cũ: ...", without the place that holds no more.

    A former place ("Địa điểm đã thông báo: ...") is left off where another line tells the one that holds.
    """
    plainly = [
        _label_plainly(block) if isinstance(block, Line) and ":" in block.text else block for block in body
    ]
    places = [_PLACE_LABEL.match(block.text) if isinstance(block, Line) else None for block in plainly]
    if not any(found and found["now"] for found in places):
        return tuple(plainly)
    return tuple(
        block for block, found in zip(plainly, places, strict=True) if not (found and found["former"])
    )


def _label_plainly(line: Line) -> Line:
    text = _WHICH_LABEL.sub(r"\g<what> \g<which>", line.text) if "(" in line.text else line.text
    if (found := _PLACE_LABEL.match(text)) and found["now"]:
        text = f"{found['mark']}Địa điểm mới:{text[found.end() :]}"
    return line if text == line.text else line.with_text(text)


def listed_apart(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, each list of old or of new times as one of its own; as they are where there are not both."""
    parted = tuple(part for section in sections for part in _parted(section))
    both = {"former", "changed"} <= {_which(section.heading) for section in parted}
    return tuple(part for section in parted for part in _cut(section)) if both else tuple(sections)


def in_list(section: Section, sections: Sequence[Section], scope: Scope) -> Scope:
    """The scope of a section, which in a list of old times says that these hold no more."""
    if _which(section.heading) is None or not {"former", "changed"} <= {_which(s.heading) for s in sections}:
        return scope
    change = Status.POSTPONED if _which(section.heading) == "former" else scope.change
    return replace(scope, change=change, matter=Matter.EVENTS)


def name_rows(drafts: list[Draft], frame: Frame) -> list[Draft]:
    """The drafts, rows that are but a group or a place with the name of what the sentence above them moves."""
    drafts = [d for d in drafts if not _is_off_for_long(d)]
    bare = [d for d in drafts if d.category is Category.MEETING and _is_row(d.title)]
    if len(bare) < 2 or (name := _moved_above(frame)) is None:
        return drafts
    for draft in bare:
        draft.title = f"{name}: {_inside(draft.title)}"
    return drafts


def _is_off_for_long(draft: Draft) -> bool:
    """Whether a thing that no day was told of is not held at all ("không tổ chức trong năm nay")."""
    span = extent(draft.when) if isinstance(draft.when, Window) else None
    return draft.status is Status.CANCELLED and span is not None and len(span) > _LONGEST_WINDOW


def _is_row(title: str) -> bool:
    return len(title.split()) <= _LONGEST_ROW and title[:1].isalnum() and not has_head(title)


def _inside(title: str) -> str:
    """A row's title behind a colon, which begins small but for names ("Sở Tư pháp", "UBND xã")."""
    title = _CALLED_OFF.sub("", title) or title
    name = title[1:2].isupper() or re.match(r"\S+ [A-ZĐÀ-Ỹ]", title) is not None
    return title if name else f"{title[:1].lower()}{title[1:]}"


def _moved_above(frame: Frame) -> str | None:
    """What a sentence of the body, or the title, says is moved ("điều chỉnh lịch tiếp xúc cử tri như sau:")."""
    texts = [block.text.strip() for block in frame.body if isinstance(block, Line)]
    told = [text for text in texts if text.endswith(":")] + [frame.title or ""]
    for text in told:
        if found := _LEADS_TO_LISTS.search(text):
            what = _SOME.sub("", _WHEN.sub("", _WHERE.sub("", found["what"])))
            name = title_of(what)
            if has_head(name) and " " in name and fold(name) not in _BARE:
                return name
    return None


def _parted(section: Section) -> Iterable[Section]:
    """A section with its items that head a list of times as sections of their own."""
    rest: list[Item] = []
    heading, passages = section.heading, section.passages
    for item in section.items:
        if item.children and _which(item.text) is not None:
            if rest or heading:
                yield replace(section, heading=heading, items=tuple(rest), passages=passages)
            yield Section(
                heading=item.text, matter=Matter.EVENTS, items=item.children, passages=item.passages[:1]
            )
            rest, heading, passages = [], None, ()
        else:
            rest.append(item)
    if rest or heading or not section.items:
        yield replace(section, heading=heading, items=tuple(rest), passages=passages)


def _cut(section: Section) -> Iterable[Section]:
    """A list of times without the paragraphs behind it."""
    items = section.items
    end = next((n for n, item in enumerate(items) if item.mark is None), len(items))
    if _which(section.heading) is None or not 0 < end < len(items):
        yield section
        return
    yield replace(section, items=items[:end])
    yield Section(items=items[end:])


def _which(heading: str | None) -> str | None:
    folded = fold(heading or "").strip(" -+*.:")
    words = layout_words()
    found = (
        which
        for which in ("former", "changed")
        if words[f"columns_of_changes.{which}"].match(folded) is not None
    )
    return (
        next(found, None) if 0 < len(folded) <= _LONGEST_HEAD and not any(map(str.isdigit, folded)) else None
    )
