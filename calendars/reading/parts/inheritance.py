"""What an item hands down to the items below it, and what of it is no more than their heading.

A heading may give a state ("Không tổ chức:"), a day, a period ("Tháng 5") or the name of the thing of which those below
are parts. What is hard is a paragraph that tells something and then leads to a list.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.grammar.rule import Context, Reading
from calendars.layouts.layout import Item, Matter
from calendars.layouts.timelabels import begins_with_time, is_week_heading, names_a_day, opens_with_hour
from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.framing.period import period_in
from calendars.reading.naming.categories import heads_terms
from calendars.reading.naming.places import find_place, place_name
from calendars.reading.naming.titles import has_head, held_in, mentions_head, title_of
from calendars.reading.notices.states_in_headings import change_of
from calendars.reading.parts.several_days import days_apart
from calendars.reading.scope import Draft, Scope
from calendars.reading.spans import clauses, filled, first_sentence, tidy_holes, with_holes
from calendars.reading.timing.headings import OF_A_RULE, ONLY_LABELS, names_kinds, week_span
from calendars.reading.timing.precedence import OLD, Origin, Settled, has_day
from calendars.reading.timing.understanding import understood
from calendars.reading.words import item_words
from calendars.times import DaySpan
from calendars.when import NO_HOURS, Day, Hours, Span, Undated

_HELD_STILL = re.compile(
    r"\bvẫn\s+(?:được\s+)?(?:xét xử|họp|tổ chức|diễn ra|tiến hành|giữ nguyên|thi|học|khai mạc|như|theo)\b"
    r"|\bgiữ nguyên\b|\bkhông (?:thay )?đổi\b",
    re.IGNORECASE,
)
_BY_THE_ONE_ABOVE = ("cung", "sau", "tiep")  # of each of the phrases the word that fewest texts have
_SAME_DAY = re.compile(r"\bcùng ngày\b(?!\s*[\d(])", re.IGNORECASE)
# "Đ/c nào vắng mặt báo cáo bí thư trước 17h cùng ngày": that of the meeting, whatever day its agenda speaks of.
_OF_WHO_IS_AWAY = re.compile(r"\bvắng(?: mặt)?\b|\bkhông (?:thể )?(?:tham )?dự\b", re.IGNORECASE)
_A_SENTENCE = 60
_CLOSE = 2  # lines
_NEAR = 24  # letters of a row in which it would tell a day of its own
_POINT = re.compile(
    r"(?:cho y kien|gop y|thao luan|xem xet|thong qua|nghe (?:[^,;:]{0,40}? )?(?:bao cao|cho y kien)"
    r"|bao cao (?:ve |ket qua|tinh hinh)|danh gia|quyet dinh|ban ve|trien khai|quan triet)\b"
)
_PERIOD_HEADING = re.compile(
    r"(?:trong\s+)?(?:thang|quy|tuan)\s*(?:\d{1,2}|[iv]+)\b.{0,40}|tuan thu (?:nhat|mot|hai|ba|tu|nam)"
)

_WITHIN = re.compile(r"\b(?:trong|cua) (?:thang|tuan|quy)(?: \d{1,2}(?:/\d{4})?)?\W*$")


def sentences_before(item: Item) -> tuple[Item | None, Item]:
    """(the sentences before the last of a paragraph that leads to a list, that last one with the list)."""
    spans = clauses(item.text) if item.text.rstrip().endswith(":") else []
    if len(spans) < 2:
        return None, item
    cut = spans[-1][0]
    return (
        replace(item, text=item.text[:cut].strip(), children=()),
        replace(item, text=item.text[cut:].strip()),
    )


_OF_A_GROUP = re.compile(r"(?:k ?\d{1,3}|(?:lop|khoi|khoa|nhom|dot|ca|he|doi tuong|bang) [^:]{1,40}):\s")
_REMARK_BEHIND = re.compile(r"\s*\([^()]*\)$")


def is_mere_heading(item: Item, scope: Scope) -> bool:
    """Whether an item only leads to those below it, and announces nothing itself."""
    text = item.text.strip()
    if text.endswith(":") and item.time and mentions_head(text):
        # "Chi đoàn tổ chức sinh hoạt tháng 8:" over "Thời gian: 6h30 Chủ nhật (18/8)"
        return not any(has_day(reading) for reading in understood(item.time, scope.context).readings)
    if _PERIOD_HEADING.fullmatch(fold(text).strip(" :.")) or text.endswith(":"):
        return True
    if item.children and _names_nothing(text, scope.context):
        return True  # "1. Nội dung: thứ Sáu, ngày 07/6" over "- Buổi sáng: ..."
    if _WITHIN.search(fold(text)) and any(begins_with_time(child.text) for child in item.children):
        return not has_head(text)  # "1. Các ngày lễ trong tháng" over "01/10: ..."
    if change_of(text) != (None, False):
        return not any(has_day(reading) for reading in understood(text, scope.context).readings)
    return False


def _names_nothing(text: str, context: Context) -> bool:
    """Whether a text is but labels and a day, without a thing that they are of."""
    label, _, rest = text.partition(":" if ":" in text else "(")
    if ONLY_LABELS.fullmatch(fold(label).strip(" .(")) is None:
        return False
    readings = understood(rest, context).readings
    return any(map(has_day, readings)) and not filled(with_holes(rest, [r.at for r in readings])).strip(
        " .;,:()"
    )


def is_point_of(draft: Draft, meetings: Sequence[Draft]) -> bool:
    """Whether what stands below a meeting is only talked of there ("1.2. Cho ý kiến về ...") and has no other time."""
    same = any(m.when == draft.when and m.category is Category.MEETING and _is_a_meeting(m) for m in meetings)
    return same and draft.origin is Origin.SECTION and _POINT.match(fold(draft.title)) is not None


def _is_a_meeting(draft: Draft) -> bool:
    """Whether its title says that something is held, or the words beside it ("Ban Chấp hành (họp ngày 26/9)")."""
    return has_head(draft.title) or any(mentions_head(passage.text) for passage in draft.evidence[:1])


def scope_below(item: Item, scope: Scope) -> Scope:
    """What the children of an item inherit from it."""
    text = item.text.strip()
    passages = (*item.passages, *scope.parent_passages)[:3]
    span = _span_over(text, scope.context) if _PERIOD_HEADING.fullmatch(fold(text).strip(" :.")) else None
    if span:
        context = replace(scope.context, period=span)
        listed = scope.matter is Matter.UNKNOWN and is_week_heading(text)
        period = span if scope.period or listed else None
        return replace(scope, context=context, period=period, parent_passages=passages)
    status, venue = change_of(text)
    added = item_words()["change.added"].match(fold(text)) is not None
    changed = status is not None or venue or added
    readings = tuple(understood(text, scope.context).readings)
    parent = None if changed else title_of(filled(tidy_holes(with_holes(text, [r.at for r in readings]))))
    if parent and scope.recurring and not has_head(parent):
        parent = title_of(OF_A_RULE.sub("", parent))  # "Điều 1. Chế độ họp" over "a) Ban Thường vụ: ..."
    place = find_place(text) if text.endswith(":") and len(text) > _A_SENTENCE else None
    place = place or (find_place(item.time) if item.time else None)
    told = place_name(first_sentence(item.location)) if item.location else ""
    hours = _hours_alone(item.time, scope.context) if item.time and item.day is None else scope.parent_hours
    if text.endswith(":") and len(readings) == 1 and _tells_hours(readings[0]):
        hours = readings[
            0
        ].when.hours  # "1. Giao dịch xã, từ 8h00 đến 11h30:" over "- Xã A: ngày 06 hằng tháng"
    return replace(
        scope,
        parent_place=place.name.removesuffix(" như sau") if place else told or scope.parent_place,
        parent_hours=hours,
        section=()
        if days_apart(text, readings)
        else (tuple(r for r in readings if has_day(r)) or scope.section),
        change=status or scope.change,
        venue_change=venue or scope.venue_change,
        parent=(_thing_over(item, parent) if parent and not names_kinds(parent) else None) or scope.parent,
        parent_passages=passages if text.endswith(":") or readings else scope.parent_passages,
        matter=Matter.EVENTS if changed else scope.matter,
        due=scope.due or heads_terms(text),
        period=scope.period if has_head(text) or text.endswith(":") else None,
    )


def _thing_over(item: Item, title: str) -> str | None:
    """What the children of an item are of: what it says is held, and in a table whatever stands over their rows."""
    if len(item.children) > 1 and all(_OF_A_GROUP.match(fold(child.text)) for child in item.children):
        return title_of(title)  # "Khám sức khỏe" over "Khối 6: 20/02", "Khối 7: 21/02"
    rows = all(child.day for child in item.children) and not item.text.rstrip().endswith(":")
    if not (item.children and rows):
        return held_in(title)
    title = _REMARK_BEHIND.sub("", title)
    return held_in(title) or title_of(title)


def without_change(scope: Scope, settled: Sequence[Settled], text: str) -> Scope:
    """The scope of an item that tells its old time itself: below "Hoãn:" too, its new one is when it is held.

    One that is held as told ("8 giờ ngày 07/4: vẫn xét xử") has no part in the change above it either.
    """
    if scope.change in OLD and _HELD_STILL.search(text):
        return replace(scope, change=None)
    told = scope.change is not None and any(one.status in OLD for one in settled)
    return replace(scope, change=None) if told else scope


def scope_behind(drafts: list[Draft], item: Item, scope: Scope) -> Scope:
    """The scope of an item that names its day or place by the one above ("14h00 cùng ngày", "như trên")."""
    if not drafts:
        return scope
    if not item.day and not item.time and opens_with_hour(item.text) and not names_a_day(item.text[:_NEAR]):
        above, last = drafts[-1], drafts[-1].when
        if isinstance(last, Day) and above.origin is Origin.OWN:
            scope = narrowed_to(scope, last)
            if _is_right_above(above, item) and not (scope.section or scope.day or scope.period):
                scope = replace(scope, day=Reading((0, 0), Day(last.day), above.status))
    folded = fold(f"{item.time} {item.text}" if item.time else item.text)
    if not any(map(folded.__contains__, _BY_THE_ONE_ABOVE)):
        return scope
    if item_words()["items.same_day"].search(folded) is None:
        return scope
    firm = [draft for draft in drafts if draft.status not in OLD and not _is_over(draft, scope)] or drafts
    meetings = [draft for draft in firm if draft.category is Category.MEETING] or firm
    of_meeting = scope.day is not None and tells_who_is_away(item.text)
    told = (meetings[0] if of_meeting else meetings[-1]).when
    return replace(scope, day=Reading((0, 0), Day(told.day))) if isinstance(told, Day) else scope


def _is_right_above(draft: Draft, item: Item) -> bool:
    """Whether a draft was told on the line above a row of the same list."""
    told = draft.evidence[0].line if draft.evidence else None
    return item.mark is not None and told is not None and 0 < item.passages[0].line - told <= _CLOSE


def narrowed_to(scope: Scope, when: Day) -> Scope:
    """The scope of an hour behind a thing of one day, where the heading tells several: "17/8 đón khách. 19h họp"."""
    over = scope.section[0].when if len(scope.section) == 1 else None
    if (
        not isinstance(over, Span)
        or over.last is None
        or over.hours
        or not over.first <= when.day <= over.last
    ):
        return scope
    return replace(scope, section=(Reading((0, 0), Day(when.day), scope.section[0].status),))


def tells_who_is_away(text: str) -> bool:
    """Whether a sentence is for those who cannot come to the meeting that the letter is about."""
    words = fold(text)
    return ("vang" in words or "khong" in words) and _OF_WHO_IS_AWAY.search(text) is not None


def _is_over(draft: Draft, scope: Scope) -> bool:
    """Whether a letter, on the day of its issue, only looks back on it ("Tại buổi làm việc ngày 09/9, bà vắng mặt")."""
    issued = scope.context.issued
    if scope.context.period is not None or issued is None:
        return False
    return isinstance(draft.when, Day) and draft.when.day < issued


def _tells_hours(reading: Reading) -> bool:
    return isinstance(reading.when, Undated) and reading.when.hours.start is not None


def _hours_alone(label: str, context: Context) -> Hours:
    """The hours of a label's first line that names no day ("Thời gian: từ 7h30 đến 11h00")."""
    readings = understood(label.split("\n", maxsplit=1)[0], context).readings
    if any(has_day(reading) for reading in readings):
        return NO_HOURS
    return next((r.when.hours for r in readings if r.when.hours.start), NO_HOURS)


def _span_over(text: str, context: Context) -> DaySpan | None:
    if is_week_heading(text):
        return week_span(text, context)
    found = period_in(text, context.period.middle() if context.period else context.issued)
    if found is not None and context.period is not None and not found.overlaps(context.period):
        return None  # "Tuần 4 và công tác khác" of a month is no week of the year
    return found


def day_told_before(text: str, drafts: Sequence[Draft]) -> Reading | None:
    """The day of the meeting told last, for an item of a notice that is held "cùng ngày"."""
    if _SAME_DAY.search(text) is None:
        return None
    days = [d.when.day for d in drafts if isinstance(d.when, Day) and d.status not in OLD]
    return Reading((0, 0), Day(days[-1])) if days else None


def on_the_day_above(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a letter, an hour told "cùng ngày" on the day of the meeting told above it."""
    days = [d for d in drafts if isinstance(d.when, Day) and d.status not in OLD and d.evidence]
    meetings = [d for d in days if d.category is Category.MEETING]
    for draft in drafts:
        told = draft.evidence[0] if draft.evidence else None
        if told is None or not isinstance(draft.when, Undated) or draft.when.hours.start is None:
            continue
        above = [d for d in meetings if d.evidence[0].line < told.line] if _SAME_DAY.search(told.text) else []
        if above and isinstance(when := above[-1].when, Day):
            draft.when = Day(when.day, draft.when.hours)
            draft.status = Status.CONFIRMED if draft.status is Status.TENTATIVE else draft.status
    return drafts
