"""Things of one day that semicolons part: "Ngày 20/9: Hội nghị tổng kết A; lãnh đạo tỉnh làm việc với đoàn B".

What is hard: what a meeting deals with is listed in the same way ("Họp Ủy ban: nghe báo cáo; cho ý kiến"), and so is
what follows an hour. So each of the parts must name something that is held by itself, and no hour may lead to them.
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Reading
from calendars.layouts.words import fold
from calendars.reading.naming.titles import has_head
from calendars.reading.parts.grouping import Group
from calendars.reading.timing.precedence import has_day
from calendars.reading.words import item_words

_HELD = (
    r"(?:(?:du|tham du|to chuc|khai mac|be mac|tong ket|so ket|phat dong|chu tri|tong duyet) )?(?:(?:cac|cuoc|buoi) )?"
    r"(?:hoi nghi|hoi thao|hoi thi|hoi dam|hoi dien|hoi cho|hoi trai|hoi khoe|hop bao|hop mat|hop (?:thuong truc|ban"
    r"|uy ban|hoi dong|giao ban|truc tuyen)|cuoc hop|phien hop|phien toa|ky hop|giao ban|le|dai le|ngay hoi|toa dam"
    r"|dien dan|gap mat|gap go|giao luu|mit tinh|dai hoi|trien lam|trung bay|chuong trinh|cuoc thi|giai|ky niem"
    r"|tap huan|khanh thanh|khoi cong|dang huong|dang hoa|vieng|don|tiep|tham|khao sat|kiem tra|giam sat|chao xa giao"
    r"|tiep xuc cu tri|lam viec (?:voi|tai)|dien tap|lien hoan|hien mau|ra quan|khai giang|be giang)\b"
)
_IS_HELD = re.compile(rf"\W*(?:khai mac|be mac|tong ket|so ket|tong duyet|ky niem|{_HELD})(?: ?\w|\W*$)")
_DOES = re.compile(
    r"[^,;:.]{0,80}?\s(?:du|tiep|tham|gap|gap go|gap mat|khao sat|kiem tra|giam sat|lam viec (?:voi|tai)|chu tri|hop"
    r"|to chuc|dang huong|chao xa giao|doi thoai)\s"
)
_LEADS_TO_POINTS = re.compile(r":(?!\d)")


def things_beside(text: str, groups: Sequence[Group], label: Sequence[Reading]) -> list[Group]:
    """The groups of clauses, those apart that only stand beside another thing of their day.

    label: what the labels of the item say of its time.
    """
    if ";" not in text or any(reading.when.hours.start for reading in label):
        return list(groups)
    labelled = any(map(has_day, label))
    return [part for group in groups for part in _apart(text, group, labelled=labelled)]


def _apart(text: str, group: Group, *, labelled: bool) -> list[Group]:
    first, *others = group.spans
    behind = [span for span in others if text[: span[0]].rstrip().endswith(";")]
    if not behind or not all(_names_a_thing(text[slice(*span)]) for span in behind):
        return [group]
    readings = group.readings
    if readings:
        lead = readings[0]
        if (
            text[first[0] : lead.at[0]].strip(" -+*•")
            or len(readings) > 1
            or lead.when.hours.start
            or lead.deadline
        ):
            return [group]
        opening = text[lead.at[1] : first[1]].lstrip(" :,–-)")
    else:
        opening = text[slice(*first)]
    named = _names_a_thing(opening) or has_head(opening) or _DOES.match(fold(opening)) is not None
    if not (readings or labelled) or _LEADS_TO_POINTS.search(opening) or not named:
        return [group]
    found = [Group([first], readings, named=True)]
    for begin, end in others:
        if (begin, end) in behind:
            found.append(Group([], [reading._replace(at=(begin, begin)) for reading in readings], named=True))
        found[-1].spans.append((begin, end))
    return found


def _names_a_thing(words: str) -> bool:
    folded = fold(words).strip(' -+*•"“')
    if _IS_HELD.match(folded):
        return True
    return item_words()["people.leaders"].match(folded) is not None and _DOES.match(folded) is not None
