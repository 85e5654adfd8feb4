"""A place or the hours told once for several things: a line "Địa điểm: ..." beside them, "Mỗi buổi bắt đầu từ 6h30".

What is hard: the same line below one item tells only that item's place; the outline has made it a field of that item.
What stands beside the items of a section holds for those of that section; a heading that tells nothing but the place
holds for the whole document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from calendars.grammar.rule import Context
from calendars.layouts.labels import read_label
from calendars.layouts.layout import Item, Section
from calendars.layouts.marks import read_mark
from calendars.layouts.timelabels import opens_with_hour
from calendars.layouts.words import fold, lowered
from calendars.marks import Category
from calendars.reading.naming.places import place_name
from calendars.reading.scope import Draft
from calendars.reading.spans import first_sentence
from calendars.reading.timing.precedence import OLD, Origin
from calendars.reading.timing.understanding import understood
from calendars.reading.words import item_words
from calendars.when import Day, Days, Hours, Span, Undated, with_hours

_AS_ITEM = re.compile(
    r"(?:nhu|theo|cung (?:dia diem|noi) (?:voi )?)\s*(?:muc|diem|so|stt|y|viec)\s+(?P<mark>[a-z0-9]{1,3})"
)
_HOURS_OF_EACH = re.compile(
    r"\W*(?:thời gian|giờ)\b[^:.;\d]{0,40}:\s*(?P<hours>[^.;\n]*?\d[^.;\n]*?)\s*,?\s*"
    r"(?:(?:của )?các ngày(?: (?:nêu |nói |kể )?trên)?"
    r"|(?:của )?(?:mỗi|từng|tất cả các) (?:ngày|buổi|đợt)(?: trên)?)\s*\.?$"
    r"|\W*(?:mỗi|(?:tất cả )?các) (?:buổi|ngày|đợt|lớp|khóa|khoá|phiên|cuộc họp|hội nghị|ca|vòng|trận)"
    r"(?: (?:tiêm|học|thi|họp|tập|tập huấn|khám|làm việc|đấu))?(?: (?:nêu |nói |kể )?trên)?"
    r"\s+(?:đều\s+)?(?:(?:bắt đầu|khai mạc|khai giảng|tổ chức|diễn ra|học)\s+)?"
    r"(?:từ|lúc|vào(?: lúc)?)\s+(?P<each>\d[^.;\n]*?)(?:\s+(?:hằng|hàng|mỗi) ngày)?\.?$"
    r"|\W*(?:thời gian|giờ) (?:tiếp(?: công dân| dân)?|họp|làm việc|học|thi|khám|tiêm)"
    r"(?: (?:của )?các (?:kỳ|ngày|buổi))?(?: vẫn)?(?: như cũ| giữ nguyên| không (?:thay )?đổi)\s*[:,]\s*"
    r"(?P<kept>(?:từ )?\d[^.;\n]*)\.?$"
    r"|\W*thời gian (?:của )?(?:mỗi|từng) (?:buổi|ngày|đợt|ca|lớp)\s*:\s*"
    r"(?:\d{1,2} (?:ngày|buổi),\s*)?(?P<whole>(?:từ )?\d[^.;\n]*)\.?$"
    r"|\W*(?:thời gian|giờ)(?: (?:bắt đầu|khai mạc|khai giảng|học|tập trung học|tập huấn|làm việc|thi|họp))?"
    r" (?:(?:của|trong|tại) )?(?:mỗi|từng|các|tất cả các|hằng|hàng) (?:buổi|ngày|đợt|lớp|khóa|khoá|ca|phiên)"
    r"(?: (?:học|tập huấn|thi|họp))?\s*(?::|là)\s*(?:(?:bắt đầu|khai mạc|khai giảng|lúc|vào)\s+){0,2}"
    r"(?P<all>(?:từ\s+)?\d[^.;\n]*)\.?$"
    r"|\W*(?:mỗi|từng|các) (?:buổi|ngày|đợt|lớp|khóa|khoá|phiên|ca|vòng)\b[^.;:(\n\d]{0,24}"
    r"(?:\d{1,2}(?:,5)? (?:ngày|buổi)\b[^.;:(\n\d]{0,9})?[,(]?\s*"
    r"(?:bắt đầu|khai mạc|khai giảng|vào học)[^.;\n\d]{0,12}(?P<opens>\d[^.;\n)]*?)\)?"
    r"(?:\s+(?:hằng|hàng|mỗi) ngày)?\.?$"
    r"|\W*(?:khai mạc|khai giảng|bắt đầu|vào học)(?: vào)?(?: lúc| từ)? (?P<opened>\d[^.;\n]*?)"
    r" (?:của |trong |ở )?(?:mỗi|từng|tất cả các|các) (?:buổi|ngày|đợt|lớp|khóa|khoá|phiên|ca|vòng)\.?$"
    r"|\W*(?:thời gian|giờ) (?:tiêm|khám|học|thi|họp|tiếp|tập|đấu|chiếu|giao dịch|kiểm tra|hiến máu|cấp phát)\s*:\s*"
    r"(?P<those>(?:từ\s+)?\d{1,2}[^.;\n]{1,4}\s*(?:-|–|đến)\s*\d{1,2}[^.;\n]{0,4})\.?$"
    r"|\W*(?:buổi )?sáng:? (?:bắt đầu )?(?:từ |lúc |vào )*(?P<morning>\d{1,2} ?(?:h|g|giờ|:) ?\d{0,2}(?: phút)?)[,;] "
    r"(?:buổi )?chiều:? (?:bắt đầu )?(?:từ |lúc |vào )*\d{1,2} ?(?:h|g|giờ|:) ?\d{0,2}(?: phút)?\.?$",
    re.IGNORECASE,
)
_OF_EACH, _SINCE = ("các", "mỗi", "từng"), ("từ", "lúc", "vào", "bắt đầu", "khai mạc", "khai giảng")
_SENTENCE = re.compile(r"(?<=\.)\s+|\n")
_DAY_IN = re.compile(r"\d[/.-]\d|\bngày \d", re.IGNORECASE)
_SEVERAL = 2


_AT = ("Tại ", "Ở ")
_ONLY_AT = re.compile(r"(?:Tại|Ở) [^\d:;()]{3,110}:?")
_AT_PLACE = re.compile(r"\s(?:tại|ở)\s", re.IGNORECASE)
_GIVES_REASONS = re.compile(
    r"\W*(?:do|vi)\b.{3,120}\bnen\b"
)  # of some things only: "Do sửa chữa nên các môn ..."


def place_beside(section: Section) -> tuple[Section, str | None]:
    """(the section without the line that tells the place of its items, that place); None where no line does."""
    lines = [item for item in section.items if not item.children and _place_in(item.text) is not None]
    if len(lines) != 1 or len(section.items) < 2:
        return section, None
    return _without(section, lines[0]), _place_in(lines[0].text)


def with_place_above(section: Section) -> Section:
    """The section without lines that tell but a place ("* Tại Đền Mai, Đình Đông"), which the hours below them have."""
    if not any(item.text.startswith(_AT) for item in section.items):
        return section
    items: list[Item] = []
    place: str | None = None
    for n, item in enumerate(section.items):
        below = section.items[n + 1] if n + 1 < len(section.items) else None
        if below is not None and _heads_hours(item, below):
            place = place_name(item.text.strip(" :.")) or None
            continue
        if place is not None and item.day == section.items[n - 1].day and opens_with_hour(item.text):
            own = item.location or _AT_PLACE.search(item.text)
            item = item if own else replace(item, location=place)
        else:
            place = None
        items.append(item)
    return replace(section, items=tuple(items))


def _heads_hours(item: Item, below: Item) -> bool:
    """Whether a line tells but a place, and the next, of the same day, begins with its hour."""
    alone = not item.children and item.time is None and _ONLY_AT.fullmatch(item.text.strip()) is not None
    return alone and below.day == item.day and opens_with_hour(below.text)


def place_of_all(sections: Sequence[Section]) -> str | None:
    """The place that a heading or a section of one line tells for the whole document."""
    told = {
        place for section in sections for text in _alone(section) if (place := _place_in(text)) is not None
    }
    return told.pop() if len(told) == 1 else None


def give_place(drafts: Sequence[Draft], place: str | None) -> None:
    """The place given to those meetings of the drafts that name none."""
    for draft in drafts:
        stands = draft.status not in OLD and draft.category is Category.MEETING
        if place is not None and draft.location is None and stands:
            draft.location = place


def place_as_item(item: Item, number: int, drafts: Sequence[Draft], places: dict[str, str]) -> None:
    """Give the drafts of an item the place of the item that theirs points to ("như mục 2"), and remember theirs.

    number: that of the item in its section, for one without a mark; places: those of the items above, by their marks.
    """
    for draft in drafts:
        found = _AS_ITEM.fullmatch(fold(draft.location or "").strip(" ."))
        if found and found["mark"] in places:
            draft.location = places[found["mark"]]
    told = next((draft.location for draft in drafts if draft.location), None)
    if told:
        places[fold(item.mark or str(number)).strip(" .)/-")] = told


class HoursOfEach(NamedTuple):
    """Hours told once for several days; line: where; stay: they are those of the old days, too."""

    hours: Hours = Hours()
    stay: bool = False
    line: int = 0


def hours_of_each(
    sections: Sequence[Section], context: Context, *, notice: bool
) -> tuple[tuple[Section, ...], HoursOfEach]:
    """(the sections without the sentence that tells the hours of all the days above, those hours).

    Hours that stay are those of the old days, too ("Thời gian tiếp như cũ: từ 7h30 đến 11h00").
    notice: in a notice of change a labelled line may tell the hours of all the rows ("Giờ tiêm: 7h30 - 10h30").
    """
    if notice and (labelled := _labelled_hours(sections, context)) is not None:
        return labelled
    for place, section in enumerate(sections):
        items, told = _without_hours(section.items, context)
        if told is not None:
            return (*sections[:place], replace(section, items=items), *sections[place + 1 :]), told
    return tuple(sections), HoursOfEach()


def _labelled_hours(
    sections: Sequence[Section], context: Context
) -> tuple[tuple[Section, ...], HoursOfEach] | None:
    """The same where the letter's own label tells hours alone, beside several rows that tell days."""
    whole = sections[0].items[0] if sections and len(sections[0].items) == 1 else None
    if whole is None or whole.text or whole.day or whole.time is None or whole.location:
        return None
    rows = [item for section in sections[1:] for item in _with_below(section.items)]
    if sum(item.mark is not None and _DAY_IN.search(item.text) is not None for item in rows) < _SEVERAL:
        return None
    first, _, rest = whole.time.partition(". ")
    told = understood(first, context).readings
    if len(told) != 1 or not isinstance(told[0].when, Undated) or told[0].when.hours.start is None:
        return None
    left = (replace(sections[0], items=(replace(whole, text=rest, time=None),)),) if rest else ()
    line = max(passage.line for item in rows for passage in item.passages)
    return (*left, *sections[1:]), HoursOfEach(told[0].when.hours, line=line + 1)


def _with_below(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _with_below(item.children)


def _without_hours(items: Sequence[Item], context: Context) -> tuple[tuple[Item, ...], HoursOfEach | None]:
    """(the items without such a sentence in one of them or of those below, what it tells)."""
    for place, item in enumerate(items):
        for sentence in _SENTENCE.split(item.text) if not item.day and _may_tell_hours(item.text) else ():
            told = _hours_told(sentence, context)
            if told is None:
                continue
            rest = item.text.replace(sentence, "", 1).strip()
            kept = (replace(item, text=rest),) if rest or item.children else ()
            line = _line_of(sentence, item)
            return (*items[:place], *kept, *items[place + 1 :]), told._replace(line=line)
        children, below = _without_hours(item.children, context)
        if below is not None:
            return (*items[:place], replace(item, children=children), *items[place + 1 :]), below
    return tuple(items), None


def _may_tell_hours(text: str) -> bool:
    """Whether the words stand in a text without which none of its sentences tells the hours of all the days."""
    words = lowered(text)
    return any(map(words.__contains__, ("thời gian", "giờ", "chiều bắt đầu", "chiều từ", "chiều lúc"))) or (
        any(map(words.__contains__, _OF_EACH)) and any(map(words.__contains__, _SINCE))
    )


def _line_of(sentence: str, item: Item) -> int:
    """The line of a sentence; of one behind others on the same line, the line below."""
    for passage in reversed(item.passages):
        if sentence.strip() in passage.text:
            alone = fold(passage.text).strip(" -+*•.") == fold(sentence).strip(" -+*•.")
            return passage.line if alone else passage.line + 1
    return item.passages[0].line if item.passages else 0


def _hours_told(sentence: str, context: Context) -> HoursOfEach | None:
    found = _HOURS_OF_EACH.match(sentence)
    if found is None:
        return None
    told = understood(next(filter(None, found.groups())), context).readings
    if len(told) != 1 or not isinstance(told[0].when, Undated):
        return None
    return HoursOfEach(told[0].when.hours, stay=found["kept"] is not None)


def give_hours(drafts: Sequence[Draft], told: HoursOfEach) -> None:
    """The hours given to those meetings of a table, or of a list above, that have none; where they stay, to others."""
    for draft in drafts if told.hours else ():
        listed = told.stay or draft.origin is Origin.LABEL or _is_listed_above(draft, told.line)
        if (
            listed
            and (told.stay or draft.status not in OLD)
            and draft.category is Category.MEETING
            and isinstance(draft.when, (Day, Days, Span))
            and not draft.when.hours
        ):
            draft.when = with_hours(draft.when, told.hours)


def _is_listed_above(draft: Draft, line: int) -> bool:
    """Whether a draft is of a marked line above ("- Lớp số 1: ngày 07/4/2026")."""
    if draft.origin is not Origin.OWN or not draft.evidence:
        return False
    passage = draft.evidence[0]
    return passage.line < line and read_mark(passage.text) is not None


def _alone(section: Section) -> tuple[str, ...]:
    if not section.items:
        return (section.heading,) if section.heading else ()
    labelled = f"{(section.heading or '').strip(' :.')}: {section.items[0].text}"
    if section.heading and _place_in(labelled):
        return (labelled,)
    return (section.items[0].text,) if len(section.items) == 1 and section.heading is None else ()


def _without(section: Section, line: Item) -> Section:
    return replace(section, items=tuple(item for item in section.items if item is not line))


def _place_in(text: str) -> str | None:
    label = read_label(text)
    if label is None or label.field != "location":
        return None
    told = first_sentence(text[label.end :].split("\n", maxsplit=1)[0])
    return None if _GIVES_REASONS.match(fold(told)) else place_name(told) or None


def like_above(drafts: list[Draft]) -> list[Draft]:
    """The drafts with "như trên" as what stands above."""
    like = item_words()["items.like_above"]
    for above, draft in pairwise(drafts):
        if draft.location and like.fullmatch(fold(draft.location).strip(" .")):
            draft.location = above.location
        if draft.chair and like.fullmatch(fold(draft.chair).strip(" .")):
            draft.chair = above.chair
    return drafts
