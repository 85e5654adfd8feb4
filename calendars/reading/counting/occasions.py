"""Whether a day with a name is all that an item tells, or something is held for it, perhaps on another day."""

import re

from calendars.layouts.words import fold
from calendars.reading.counting.candidate import LEADING, Candidate
from calendars.reading.naming.titles import has_head
from calendars.reading.timing.precedence import Origin
from calendars.reading.words import item_words
from calendars.when import Day, Days, Span, Window, extent

_FOR_IT = re.compile(r"\w: (?:[^\W\d]+\s){2}")  # "Hưởng ứng Ngày ...: mở cửa miễn phí"
_SPREADS = ("tuyen truyen", "day manh", "treo ", "lap thanh tich")
_ON = re.compile(r"(?:\bvào|[,:]|\bdự kiến)(?: dự kiến)?(?: vào)?\s*$", re.IGNORECASE)


def is_only_an_occasion(it: Candidate) -> bool:
    """A day with a name is all that is told; "Treo cờ Tổ quốc từ chiều 01/9 đến hết 02/9" is more."""
    if not it.named or not item_words()["items.occasions"].match(it.folded):
        return False
    by_label = it.one.origin is Origin.LABEL and (it.one.when.hours.start is not None or it.in_half)
    flags = (
        it.folded.startswith("treo ")
        and it.one.origin in (Origin.OWN, Origin.LABEL)
        and not isinstance(it.one.when, Window)
    )
    # "Hưởng ứng Ngày Quốc tế Bảo tàng 18/5: miễn phí vé tham quan" over "Thời gian: 18, 19/5"
    lasts = it.one.origin is Origin.LABEL and ": " in it.clause and isinstance(it.one.when, (Span, Days))
    told = by_label or lasts or it.held or it.one.deadline or flags
    return not (told or _tells_what_for(it) or _is_on_another_day(it))


def _is_on_another_day(it: Candidate) -> bool:
    """Whether it is held on a day of its own: "Tổ chức kỷ niệm 92 năm Ngày thành lập Hội (20/10) vào sáng 18/10"."""
    one = it.one
    if one.origin is not Origin.OWN or not isinstance(one.when, Day) or it.folded.startswith(_SPREADS):
        return False
    days = [extent(each.when) for each in it.named]
    told = it.item.text[: it.group.readings[0].at[0]] if it.group.readings else ""
    return extent(one.when) not in days and _ON.search(told) is not None


def _tells_what_for(it: Candidate) -> bool:
    """Whether behind an occasion and a colon stands what is held for it ("Kỷ niệm Ngày ...: gặp mặt")."""
    occasion, _, thing = it.clause.partition(": ")
    named = item_words()["items.occasions"].match(fold(LEADING.sub("", occasion))) is not None
    return (named and has_head(thing)) or (it.item.day is not None and _FOR_IT.search(it.title) is not None)
