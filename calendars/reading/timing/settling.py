"""The times of a group of clauses: one, one for each of several days or hours, or in a change the old and the new one.

What is hard is a verb of changing that only says how things stand ("8h00 họp A (hoãn)"), and a request to put off,
which puts nothing off (reference section A.8).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.grammar.rule import Reading
from calendars.layouts.layout import Item, Matter
from calendars.layouts.words import fold, lowered
from calendars.marks import Status
from calendars.reading.notices.moving import is_moved_to, kept_hours
from calendars.reading.parts.grouping import Group
from calendars.reading.parts.several_days import (
    days_apart,
    halves_apart,
    hours_apart,
    months_apart,
    repeats_apart,
    weeks_apart,
)
from calendars.reading.scope import Scope
from calendars.reading.timing.labelled import spelled_out
from calendars.reading.timing.precedence import OLD, Settled, has_day, settle
from calendars.reading.turns.turn import longer_than_a_week
from calendars.reading.words import item_words
from calendars.when import Day, Repeat, Undated, with_hours

_CALLED_OFF = re.compile(  # in a schedule: "9 giờ, họp A (hoãn, sẽ thông báo sau)"
    r"(?:[(\[]|[-–—]\s)\s*(?:đã\s+|tạm\s+)?(?:hoãn|hủy|huỷ|không tổ chức)\b"
    r"(?!\s+(?:từ\s+|ngày\s+|lần\s+)?(?:\d|tuần|tháng))"
    r"|^\W*(?:tạm\s+)?(?:hoãn|hủy|huỷ)\s*:",
    re.IGNORECASE,
)
_TAKEN_OFF = re.compile(
    r"\W*(?:bỏ|bỏ ra|rút|dừng|tạm dừng|không còn)\s*:\s", re.IGNORECASE
)  # "Bỏ: Tham quan (21/5)"
# In a notice "Họp Ban Thường vụ 30/5: sẽ báo sau" is not held then.
_TOLD_LATER = re.compile(
    r"\d\)?\s*:\s*(?:thời gian (?:mới |họp |tổ chức )?)?(?:sẽ |chờ |đợi )?(?:có )?(?:thông báo|báo) (?:lại|sau|mới)\b"
    r"[^.;:\d]{0,20}\.?\s*$",
    re.IGNORECASE,
)
_OFF = ("hoãn", "hủy", "huỷ", "không tổ chức")
_IS_OFF = re.compile(  # "buổi học bơi chiều thứ 3 thì nghỉ", "Lớp K12 tối 01/5: nghỉ, học bù tối 06/5"
    r"\b(?:buổi|tiết|lớp)\s[^.;\n]{2,60}?(?::|\b(?:thì|sẽ|được|tạm|cho))\s*(?:được\s+)?nghỉ\b"
    r"(?!\s+(?:lễ|tết|hè|ngơi|trưa|mát|hưu|giữa))"
    r"|\b(?:buổi|tiết|lớp|clb|câu lạc bộ|đội|nhóm)\s[^.;\n]{2,60}?\s"  # "Riêng lớp dân vũ tối 10/6 nghỉ 01 buổi"
    r"(?:nghỉ\s+(?:0?[12]|một|hai)\s+(?:buổi|tiết|hôm)|không\s+sinh\s+hoạt)\b",
    re.IGNORECASE,
)
_DESTROYS = re.compile(r"\b(?:tiêu|phá|thiêu)\s+h(?:ủy|uỷ)\b|\bh(?:ủy|uỷ)\s+(?:hoại|diệt)\b", re.IGNORECASE)
_ASKED_FOR = re.compile(
    r"\b(?:(?:đơn )?xin|đơn|lý do|đề nghị|học viên|sinh viên|thí sinh|người|công dân|trường hợp)\s+(?:tạm\s+)?"
    r"(?:hoãn|hủy|huỷ|lùi|dời)\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\(\s*(?:thời gian |lịch )?(?:dự kiến(?:,[^()]*)?|(?:này )?có thể (?:thay đổi|điều chỉnh))\s*\)"
    r"|[-–]\s*dự kiến\s*(?=$|[\[(;])|^\W*dự kiến\W*:?\s+(?:tổ chức\s+)?(?=[^\W\d])"
    r"(?!ngày|từ|trong|vào|tháng|tuần|thứ|đầu|giữa|cuối)",
    re.IGNORECASE,
)
_MOVED = ("moved-from-to",)
_PERHAPS = ("dự kiến", "có thể")
_PAPERS = ("kế hoạch", "lịch", "giấy mời", "thông báo", "chưa ")
"""One of which stands in each of the words that say that another paper tells when it is."""
_PAPER = r"(?:kế hoạch|lịch|giấy mời|thông báo)"
_BY_ANOTHER_PAPER = re.compile(
    rf"(?-i:[tT(])(?:(?<=\()(?:sẽ\s+)?(?:có|chờ|theo)\s+{_PAPER}\s[^()]{{0,40}}\)"
    rf"|(?<=t)(?<!\w.)heo\s+{_PAPER}\s+riêng\b)",
    re.IGNORECASE,
)
_IS_BY_ANOTHER_PAPER = re.compile(
    rf"\W*(?:theo\s+{_PAPER}\s+của\b|(?:sẽ\s+)?(?:có|chờ)\s+(?:lịch|thông báo|giấy mời)\b[^;.]{{0,20}}$"
    r"|chưa (?:xác định|có lịch|chốt)\W*$)",
    re.IGNORECASE,
)


def settled_times(
    item: Item, scope: Scope, group: Group, label: Sequence[Reading], *, first: bool
) -> list[Settled]:
    """The times of a group: one, or in a change the old one and the new one."""
    text = group.text(item.text)
    old = [reading for reading in group.readings if reading.status in OLD]
    new = [reading for reading in group.readings if reading.status not in OLD]
    same_day = scope.day is not None and item_words()["items.same_day"].search(fold(text)) is not None
    if old and new and not any(map(has_day, old)) and all(r.at[0] == r.at[1] for r in new):
        # The day stands before all: "Thứ Sáu 11/4: 8h00 họp A; 15h00 họp B (hoãn)".
        put_off = settle([*new, *(r._replace(status=Status.CONFIRMED) for r in old)], label, (), None, text)
        return [replace(put_off, status=old[0].status)] if put_off else []
    section = scope.section if scope.matter is not Matter.TASKS and not same_day else ()
    period = scope.period if first or group.named else None
    if longer_than_a_week(period) and _told_elsewhere(item, text):
        period = None
    each = (
        ()
        if old
        else days_apart(item.text, new)
        or (days_apart(spelled_out(item.time or item.day or ""), label) if label and not new else ())
        or weeks_apart(new or label)
        or months_apart(item.text, new)
        or repeats_apart(item.text, new)
    )
    if each:
        made = (settle([reading], (), (), None, text) for reading in each)
        return [one for one in made if one is not None]
    if not old and (
        halves := halves_apart(item.text, new)
        or hours_apart(item.text, new, labelled=any(map(has_day, label)))
    ):
        made = (settle(half, label, section, period, text) for half in halves)
        return [one for one in made if one is not None]
    if scope.notice and old and any(isinstance(reading.when, Day) for reading in new):
        # "... vào ngày 15 hằng tháng. Tuy nhiên, ngày 15/10 trùng thứ Bảy nên chuyển sang 17/10": one day is moved.
        new = [reading for reading in new if not isinstance(reading.when, Repeat)]
    if scope.notice and old and not new and all(reading.deadline for reading in old) and not _status_in(text):
        # "... không tổ chức, các ủy viên góp ý bằng văn bản trước ngày 25/12": what is asked for instead stands.
        old, new = [], [reading._replace(status=Status.CONFIRMED) for reading in old]
    asked = _ASKED_FOR.search(text) if old and not new else None
    if asked and (asked[0].startswith("đơn xin") or all(reading.deadline for reading in old)):
        old, new = [], [reading._replace(status=Status.CONFIRMED) for reading in old]
    if not old:
        one = settle(group.placed(new, item.text), label, section, period, text, scope.day)
        words = lowered(text)
        beside = _CALLED_OFF.search(text) if any(map(words.__contains__, _OFF)) else None
        told = text if scope.notice else beside[0] if beside else ""
        rests = any("suspended-for" in reading.rules for reading in new)
        status = None if asked or rests else _status_in(told)
        expected = any(map(words.__contains__, _PERHAPS)) and _EXPECTED.search(text)
        if one is not None and one.status is Status.CONFIRMED and expected:
            one = replace(one, status=Status.TENTATIVE)
        if (
            one is not None
            and status is not None
            and not one.deadline
            and not any(is_moved_to(item.text, reading) for reading in new)
        ):
            one = replace(one, status=status)
        return [one] if one else []
    on_day = scope.day if scope.notice and not any(map(has_day, (*old, *new))) else None
    before = settle(old, _beside(old, label), (), None, text, on_day)
    settled = [replace(before, status=old[0].status)] if before else []
    if any(has_day(reading) or reading.when.hours for reading in new):
        if not scope.notice and not any(map(has_day, new)):
            on_day = scope.day  # "Thứ Sáu 12/4: 9h họp tổ. 15h họp chi bộ (dời từ 10/4)"
        after = settle(new, _beside(new, label), (), None, text, on_day)
        if after is not None and before is not None:
            after = _on_the_same_day(after, before)
            kept, new_hours = kept_hours(text, before.when.hours, after.when.hours)
            settled = [replace(settled[0], when=with_hours(before.when, kept))]
            after = replace(after, when=with_hours(after.when, new_hours))
        if after is not None and after.deadline and not scope.notice:
            return [after]  # an extended deadline: the old one calls nobody any more
        settled += [after] if after else []
    return settled


def _beside(times: Sequence[Reading], label: Sequence[Reading]) -> Sequence[Reading]:
    """The label beside the times of a move, unless one sentence tells both days ("chuyển từ 13/12 sang 14/12")."""
    return () if any(has_day(one) and one.rules[:1] == _MOVED for one in times) else label


def _told_elsewhere(item: Item, text: str) -> bool:
    """Whether another paper tells when it is: "Theo Kế hoạch riêng", "(có lịch của Sở thông báo sau)"."""
    for told in filter(None, (item.day, item.time, text)):
        if any(map(lowered(told).__contains__, _PAPERS)) and (
            _IS_BY_ANOTHER_PAPER.match(told) or _BY_ANOTHER_PAPER.search(told)
        ):
            return True
    return False


def _status_in(text: str) -> Status | None:
    """The state that the verb of a sentence gives to its meeting: cancelled, postponed, or None."""
    words = item_words()
    if "hủy" in text or "huỷ" in text:
        text = _DESTROYS.sub("", text)
    if words["change.cancelled"].search_spelled(text) or _IS_OFF.search(text) or _TAKEN_OFF.match(text):
        return Status.CANCELLED
    if words["change.postponed"].search_spelled(text) or _TOLD_LATER.search(text):
        return Status.POSTPONED
    return None


def _on_the_same_day(new: Settled, old: Settled) -> Settled:
    """A new hour without a day is on the old day."""
    if isinstance(new.when, Undated) and isinstance(old.when, Day) and new.when.hours:
        return replace(new, when=with_hours(old.when, new.when.hours), status=Status.CONFIRMED)
    return new
