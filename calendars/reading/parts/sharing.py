"""A place or the hours told once for several things: a line "Địa điểm: ..." beside them, "Mỗi buổi bắt đầu từ 6h30".

What is hard: the same line below one item tells only that item's place; the outline has made it a field of that item.
What stands beside the items of a section holds for those of that section; a heading that tells nothing but the place
holds for the whole document.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.grammar.rule import Context
from calendars.layouts.labels import read_label
from calendars.layouts.layout import Item, Section
from calendars.layouts.words import fold
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
    r"(?:(?:của )?các ngày (?:nêu |nói |kể )?trên|(?:của )?(?:mỗi|từng|tất cả các) (?:ngày|buổi|đợt)(?: trên)?)\s*\.?$"
    r"|\W*(?:mỗi|(?:tất cả )?các) (?:buổi|ngày|đợt|lớp|khóa|khoá|phiên|cuộc họp|hội nghị|ca|vòng|trận)"
    r"(?: (?:tiêm|học|thi|họp|tập|tập huấn|khám|làm việc|đấu))?(?: (?:nêu |nói |kể )?trên)?"
    r"\s+(?:đều\s+)?(?:(?:bắt đầu|khai mạc|khai giảng|tổ chức|diễn ra|học)\s+)?"
    r"(?:từ|lúc|vào(?: lúc)?)\s+(?P<each>\d[^.;\n]*)\.?$"
    r"|\W*(?:thời gian|giờ) (?:tiếp(?: công dân| dân)?|họp|làm việc|học|thi|khám|tiêm)"
    r"(?: (?:của )?các (?:kỳ|ngày|buổi))?(?: vẫn)?(?: như cũ| giữ nguyên| không (?:thay )?đổi)\s*[:,]\s*"
    r"(?P<kept>(?:từ )?\d[^.;\n]*)\.?$"
    r"|\W*thời gian (?:của )?(?:mỗi|từng) (?:buổi|ngày|đợt|ca)\s*:\s*(?P<whole>(?:từ )?\d[^.;\n]*)\.?$"
    r"|\W*giờ (?:bắt đầu|khai mạc|khai giảng|học|tập trung học) (?:của )?(?:mỗi|các) (?:buổi|ngày|đợt|lớp|khóa|khoá)"
    r"\s*:\s*(?P<all>\d[^.;\n]*)\.?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=\.)\s+|\n")


_GIVES_REASONS = re.compile(
    r"\W*(?:do|vi)\b.{3,120}\bnen\b"
)  # of some things only: "Do sửa chữa nên các môn ..."


def place_beside(section: Section) -> tuple[Section, str | None]:
    """(the section without the line that tells the place of its items, that place); None where no line does."""
    lines = [item for item in section.items if not item.children and _place_in(item.text) is not None]
    if len(lines) != 1 or len(section.items) < 2:
        return section, None
    return _without(section, lines[0]), _place_in(lines[0].text)


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


def hours_of_each(sections: Sequence[Section], context: Context) -> tuple[tuple[Section, ...], Hours, bool]:
    """(the sections without the sentence that tells the hours of all the days above, those hours, whether they stay).

    Hours that stay are those of the old days, too ("Thời gian tiếp như cũ: từ 7h30 đến 11h00").
    """
    for place, section in enumerate(sections):
        for item in section.items:
            for sentence in _SENTENCE.split(item.text) if not item.day else ():
                found = _HOURS_OF_EACH.match(sentence)
                told = (
                    understood(
                        found["hours"] or found["each"] or found["kept"] or found["whole"] or found["all"],
                        context,
                    ).readings
                    if found
                    else ()
                )
                if len(told) == 1 and isinstance(told[0].when, Undated):
                    kept = _without_words(section, item, sentence)
                    stay = found is not None and found["kept"] is not None
                    return (*sections[:place], kept, *sections[place + 1 :]), told[0].when.hours, stay
    return tuple(sections), Hours(), False


def give_hours(drafts: Sequence[Draft], hours: Hours, *, all_of_them: bool = False) -> None:
    """The hours given to those meetings of a table, or below a day, that have none; all_of_them: of any other, too."""
    for draft in drafts if hours else ():
        listed = (all_of_them or draft.origin is Origin.LABEL) and draft.category is Category.MEETING
        if listed and isinstance(draft.when, (Day, Days, Span)) and not draft.when.hours:
            draft.when = with_hours(draft.when, hours)


def _alone(section: Section) -> tuple[str, ...]:
    if not section.items:
        return (section.heading,) if section.heading else ()
    labelled = f"{(section.heading or '').strip(' :.')}: {section.items[0].text}"
    if section.heading and _place_in(labelled):
        return (labelled,)
    return (section.items[0].text,) if len(section.items) == 1 and section.heading is None else ()


def _without(section: Section, line: Item) -> Section:
    return replace(section, items=tuple(item for item in section.items if item is not line))


def _without_words(section: Section, line: Item, sentence: str) -> Section:
    rest = line.text.replace(sentence, "", 1).strip()
    if not rest and not line.children:
        return _without(section, line)
    items = (replace(item, text=rest) if item is line else item for item in section.items)
    return replace(section, items=tuple(items))


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
