"""The hours of both halves of an office's day, or of its seasons, told below a standing rule.

"- Buổi sáng: Từ 7h30 đến 11h30", "- Buổi chiều: Từ 13h30 đến 17h00": they say when the office is open on the days of
the rule, and are no rules of their own. What is hard is that one half alone is when the thing is held, and that what is
done regularly may tell no more than such hours.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from calendars.layouts.layout import Item, Section

_CLOCK = r"\d{1,2} ?(?:giờ|h|g|:) ?(?:\d{1,2})? ?(?:phút|['’′])?(?!\d)"
_HALF = r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)"
_SEASON = r"(?:mùa\s+(?:hè|hạ|đông|khô|mưa))"
_RANGE = (
    rf"(?:(?:bắt đầu|làm việc)\s+)?(?:từ|lúc)?\s*:?\s*{_CLOCK}\s*,?\s*"
    r"(?:-|–|đến|tới|(?:và\s+)?kết thúc(?:\s+vào)?(?:\s+lúc)?)"
    rf"\s*(?:lúc\s+)?{_CLOCK}"
)
_PIECE = rf"(?:{_SEASON}\s*[:,(–-]*\s*)?(?:{_HALF}\s*[:,(–-]*\s*)?(?:{_SEASON}\s*[:,(–-]*\s*)?{_RANGE}\)?"
_NAMED_PIECE = rf"(?=(?:{_HALF}|{_SEASON})\b){_PIECE}"
_PIECES = re.compile(_NAMED_PIECE, re.IGNORECASE)
_LABEL = r"(?:(?:thời gian|giờ)(?:\s+[^\W\d]+){0,4}\s*(?:,?\s*cụ thể)?\s*:\s*)"
_TOGETHER = re.compile(
    rf"[\s.;,]*[-+–•*]?\s*{_LABEL}?[-+–•*\s]*{_NAMED_PIECE}(?:[\s.;,+*•–-]*(?:và\s+)?{_NAMED_PIECE})+(?P<end>[.;]?)",
    re.IGNORECASE,
)
_REST = re.compile(rf"(?:{_SEASON}|{_HALF}|(?:thời gian|giờ)(?:\s+[^\W\d]+){{0,4}})?\W*", re.IGNORECASE)
_REGULARLY = re.compile(r"tiếp (?:công )?dân thường xuyên", re.IGNORECASE)
_SAYS_WHEN = re.compile(
    r"\b(?:hằng|hàng|mỗi|thứ|ngày|chủ nhật|tuần|tháng|định kỳ)\b|\d\s?[h:/]", re.IGNORECASE
)
# "Thứ bảy, Chủ nhật và các ngày lễ: Nghỉ theo quy định", beside such hours.
_CLOSED = re.compile(
    r"\W*(?:các\s+)?(?:thứ\s+(?:bảy|7)|chủ nhật|ngày (?:lễ|nghỉ)|lễ)\b[^\d]{0,60}\bnghỉ\b[^\d]{0,40}",
    re.IGNORECASE,
)
_NAMES_A_HALF = re.compile(r"\b(?:sáng|chiều|tối|cả ngày)\b", re.IGNORECASE)
_FEWEST = 2
_EACH_WORKING_DAY = ", vào các ngày làm việc"


def without_halves(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections of a rule without such hours; what is done regularly, and tells no other time, on working days."""
    sections = tuple(sections)
    if any(_of_half(item) for section in sections for item in section.items):
        return sections  # "07/01 | Sáng | Chủ tịch": the hours are those of each row's half
    return tuple(replace(section, items=_without(section.items)) for section in sections)


def _of_half(item: Item) -> bool:
    """Whether an item is held in a half of a day that its row names, or one below it is."""
    label = _PIECES.sub("", f"{item.day or ''} {item.time or ''}")
    return _NAMES_A_HALF.search(label) is not None or any(map(_of_half, item.children))


def _without(items: Iterable[Item]) -> tuple[Item, ...]:
    kept: list[Item] = []
    run: list[Item] = []
    for item in (part for whole in items for part in _parted(whole)):
        if _only_hours(item):
            run.append(item)
            continue
        kept += _one_or_none(run, kept)
        run = []
        kept.append(_told(item))
    kept += _one_or_none(run, kept)
    return tuple(kept)


def _parted(item: Item) -> tuple[Item, ...]:
    """An item whose first line tells such hours and whose others something else, as two."""
    first, _, rest = item.text.partition("\n")
    if not rest or item.day or item.time:
        return (item,)
    hours = replace(item, text=first, children=())
    if not _only_hours(hours) or _PIECES.search(rest):
        return (item,)
    return hours, replace(item, text=rest, mark=None)


def _one_or_none(run: list[Item], kept: list[Item]) -> list[Item]:
    """The items of a run that tell one half of the day; none where they tell several."""
    if sum(map(_count, run)) < _FEWEST:
        return run
    if kept and not kept[-1].children and kept[-1].mark is None:
        kept[-1] = _regularly(kept[-1])
    return []


def _told(item: Item) -> Item:
    text = _TOGETHER.sub(lambda found: found["end"], item.text) if _may_tell(item.text) else item.text
    time = (
        item.time
        and _may_tell(item.time)
        and _OF_RULE.search(item.time)
        and _TOGETHER.sub(";", item.time).rstrip(";")
    )
    children = _without(item.children)
    changed = text != item.text or len(children) < len(item.children)
    item = replace(item, text=text, time=time or item.time, children=children)
    return _regularly(item) if changed and not children else item


_OF_RULE = re.compile(r"\b(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý)\b", re.IGNORECASE)


def _regularly(item: Item) -> Item:
    """An item that says that something is done regularly and tells no day, as of each working day."""
    found = _REGULARLY.search(item.text)
    if found is None or _SAYS_WHEN.search(item.text):
        return item
    return replace(item, text=f"{item.text[: found.end()]}{_EACH_WORKING_DAY}{item.text[found.end() :]}")


def _may_tell(text: str) -> bool:
    words = text.lower()
    return ("sáng" in words and "chiều" in words) or "mùa" in words


def _only_hours(item: Item) -> bool:
    """Whether an item, with what stands below it, tells such hours and nothing else."""
    if item.day or item.location or not all(map(_only_hours, item.children)):
        return False
    told = f"{item.text} {item.time or ''}"
    if _CLOSED.fullmatch(told):
        return True
    if not item.children and _PIECES.search(told) is None:
        return False
    return _REST.fullmatch(_PIECES.sub(" ", told).strip()) is not None


def _count(item: Item) -> int:
    return len(_PIECES.findall(f"{item.text} {item.time or ''}")) + sum(map(_count, item.children))
