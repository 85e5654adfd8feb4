"""From an item as written to what it announces: none, one or several drafts of entries.

What stands over it (a heading, a parent item, an operation such as "Không tổ chức:") is handed down in a
`Scope`. What is hard is to know what counts: a meeting in a list of meetings always does, a task in prose needs
a head word or a deadline with a time of its own (reference sections A.5 and C).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.grammar.rule import Reading
from calendars.layouts.layout import Item, Matter
from calendars.layouts.outline import is_furniture
from calendars.layouts.timelabels import begins_with_weekday, opens_with_hour
from calendars.layouts.words import fold
from calendars.marks import Category, Passage, Status
from calendars.reading.asking import asked_in_bracket, asking_clauses, named_with
from calendars.reading.counting import counts
from calendars.reading.counting.candidate import Candidate
from calendars.reading.duties import tells_duty, without_lasting_duty
from calendars.reading.naming.categories import category_of, hands_in, status_of
from calendars.reading.naming.observances import Named, last_as_named, named_days, observance_drafts
from calendars.reading.naming.part_names import has_parts, names_opening, names_part, part_of
from calendars.reading.naming.passages import speaking
from calendars.reading.naming.people import is_leader
from calendars.reading.naming.places import place_name
from calendars.reading.naming.titles import has_head, mentions_head, title_of
from calendars.reading.naming.wording import Name, Wording
from calendars.reading.noted import heads_notes, is_changed, is_held
from calendars.reading.notices.announced import announced_plainly, presents_a_schedule, without_greeting
from calendars.reading.notices.rescheduled import other_time, with_other_time, without_its_usual_day
from calendars.reading.notices.title_words import ONLY_MOVED
from calendars.reading.notices.together import held_together
from calendars.reading.parts.again import named_again, scope_again
from calendars.reading.parts.each_group import of_each_group
from calendars.reading.parts.each_place import at_each_place
from calendars.reading.parts.grouping import Group, group_clauses, rest_of
from calendars.reading.parts.headed import DATED, heads_below, is_in_part
from calendars.reading.parts.inheritance import (
    is_mere_heading,
    is_point_of,
    scope_behind,
    scope_below,
    sentences_before,
    tells_who_is_away,
    without_change,
)
from calendars.reading.parts.labelled_times import things_of_time, with_asked_for
from calendars.reading.parts.leading import leading_feast, share_day_before, share_leading_day
from calendars.reading.parts.several_hours import items_of_hours
from calendars.reading.rules.each_told import each_told
from calendars.reading.rules.exceptions import (
    left_out_each_month,
    lines_with_nth,
    moved_once,
    without_exception,
    without_nth,
)
from calendars.reading.rules.months import without_count
from calendars.reading.scope import Draft, Scope
from calendars.reading.spans import HOLE, clauses, first_sentence
from calendars.reading.timing.labelled import label_readings
from calendars.reading.timing.months import of_its_month
from calendars.reading.timing.openings import with_opening_hours
from calendars.reading.timing.precedence import OLD, Origin, Settled, has_day
from calendars.reading.timing.relevance import relevant_readings
from calendars.reading.timing.settling import settled_times
from calendars.reading.timing.telling import tells_a_day
from calendars.reading.timing.topics import without_topics
from calendars.reading.timing.understanding import understood
from calendars.reading.turns import plain
from calendars.times import DayPart
from calendars.when import Day, Days, Hours, Undated, Window, extent, with_hours
from calendars.when import Span as DaysFromTo

_AT = re.compile(r"(?:Tại|Ở) [^\d,;:]{3,60}$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PURPOSE = re.compile(r"\W*muc (?:dich|tieu)\b.{0,20}$")  # a heading; what stands below it is held nowhere
_NOTE = re.compile(r"[\W_]*(?:ghi chu|luu y|(?P<asks>de nghi))\b")
_PROPAGATES = re.compile(r"(?:Công tác )?[Tt]uyên truyền\b(?!\s+(?:lưu động|viên))")
_HELD_AGAIN = re.compile(
    r"^\W*(?:tạm )?hoãn\b[^\n]{3,200}?\b(?:mở lại|tổ chức lại|họp lại|chuyển sang|dời sang|lùi sang)\b[^\n]{0,30}\d/\d",
    re.IGNORECASE,
)
_MARKS_A_DAY = re.compile(
    r"\b(?:kỷ niệm|chào mừng|hưởng ứng)\b[^\n]{0,300}\b(?:như sau|sau đây)\s*:", re.IGNORECASE
)
_HOW_OFTEN = re.compile(r"(?:dinh ky|thuong ky|thuong xuyen|hang thang|hang tuan)")
_BARE_PERIOD = re.compile(r"(?:thang|quy|nam|tuan) (?:\d+|[ivx]+)(?:[/.]\d{4}| nam \d{4})?")


def read_item(item: Item, scope: Scope) -> list[Draft]:
    """The drafts of an item and of what stands below it."""
    item = with_asked_for(item.with_text(without_greeting(item.text)))
    if things := things_of_time(item):
        named_in = scope_below(replace(item, time=None), scope)
        return [draft for thing in things for draft in read_item(thing, named_in)]
    if item.children and heads_notes(item.text):
        return [draft for child in item.children for draft in read_item(child, replace(scope, period=None))]
    # "Căn cứ Kế hoạch số 5 về tổ chức X, ..."
    announced = scope.notice and announced_plainly(item.text) != item.text
    if is_furniture(item.text) and not item.day and not item.time and not announced:
        # A formula announces nothing but, now and then, by when something is to be handed in, and a note
        # what is held at an hour that it tells.
        tells = None if tells_duty(item.text) else _NOTE.match(fold(item.text))
        asked = _own_drafts(item, replace(scope, matter=Matter.TASKS, period=None, section=()))
        return [
            draft
            for draft in asked
            if scope.matter is not Matter.REPORT
            and (
                draft.category is Category.DEADLINE
                or (scope.notice and draft.status is Status.CANCELLED)
                or (tells and (is_held(draft, named=bool(tells["asks"])) or is_changed(draft, item.text)))
            )
        ]
    if asked_for := asked_in_bracket(item.text):
        item = replace(item, text=asked_for)
    if (behind_duty := without_lasting_duty(item.text)) != item.text:
        return read_item(replace(item, text=behind_duty), scope) if behind_duty.strip(" .") else []
    if not item.day and not item.time and tells_duty(item.text):
        behind = clauses(item.text)[1:]  # "Trực lãnh đạo: PHT Cơ. Hạn nộp đề thi: 11h thứ Sáu."
        rest = item.text[behind[0][0] :].strip() if behind else ""
        drafts = read_item(replace(item, text=rest), scope) if rest else []
        return [draft for draft in drafts if draft.category is Category.DEADLINE]
    if item.day and _HELD_AGAIN.search(item.text):  # in a row of the day on which it was to be
        of_the_row = " ".join(filter(None, (item.time, item.day)))
        item = replace(item, text=f"{of_the_row}: {item.text}", day=None, time=None)
    item, scope = of_its_month(item, scope)
    if presents_a_schedule(item.text):
        presented = (read_item(child, scope_below(item, scope)) for child in item.children)
        return _days_presented(item, scope) + [draft for drafts in presented for draft in drafts]
    if not item.children:
        return _own_drafts(item, scope)
    if _PURPOSE.match(fold(item.text)):
        return []
    told, item = sentences_before(item)
    before = _own_drafts(told, replace(scope, period=None)) if told else []
    inner = scope_below(item, scope)
    below: list[Draft] = []
    for child in (each for under in item.children for each in items_of_hours(under)):
        below += read_item(child, scope_behind(below, child, inner))
    if is_mere_heading(item, scope):
        return before + _days_presented(item, scope) + below
    own = _own_drafts(item, replace(scope, period=None, section=()) if below else scope)
    if groups := of_each_group(own, item.children, scope.context):
        return before + groups
    if heads_below(own, below, item.text, scope.context):
        return before + below
    below = [draft for draft in below if not is_point_of(draft, own)]
    if not own and not below and scope.period and has_head(item.text):
        return before + _own_drafts(item, scope)
    return before + own + below


# --- an item's own text -----------------------------------------------------------------------------------------


def _own_drafts(item: Item, scope: Scope) -> list[Draft]:
    texts = each_told(item.text, scope.context.period) if scope.recurring else [item.text]
    return [draft for text in texts for draft in _told_drafts(item.with_text(text), scope)]


def _told_drafts(item: Item, scope: Scope) -> list[Draft]:
    if once := without_exception(item.text):
        return moved_once(_own_drafts(replace(item, text=once.text), scope), once, scope.context)
    if nth := without_nth(item.text):
        if "\n" in item.text:  # a line among others is a thing of its own
            return [
                draft
                for part in lines_with_nth(item.text)
                for draft in _own_drafts(replace(item, text=part), scope)
            ]
        return left_out_each_month(_own_drafts(replace(item, text=nth[0]), scope), nth[1], scope.context)
    item = item if scope.notice else without_its_usual_day(item)
    if other := other_time(item, scope.context):
        return with_other_time(_own_drafts(replace(item, text=other[0]), scope), *other[1:], scope.context)
    if asked := _asked_beside(item, scope):
        item = replace(item, text=asked[0])
    if scope.matter is Matter.UNKNOWN and _PROPAGATES.match(item.text):
        scope = replace(scope, matter=Matter.TASKS)  # what it is about is held, or was, by others
    text = plain(announced_plainly(item.text) if scope.notice else item.text, scope.context)
    text = without_count(text) if scope.recurring else text
    item = item.with_text(text)
    found = understood(text, scope.context)
    label = label_readings(item, scope)
    readings = without_topics(text, relevant_readings(text, found, label, scope), scope.context)
    if apart := held_together(text, readings) or at_each_place(text, readings):
        return [draft for one in apart for draft in _own_drafts(replace(item, text=one), scope)]
    named = named_days(text, found, readings)
    labelled = any(has_day(reading) for reading in label)
    if scope.matter is not Matter.EVENTS or labelled:
        readings = [r for r in readings if not any(a <= r.at[0] < b for a, b in (each.at for each in named))]
    telling = [r for r in readings if not has_day(r) or tells_a_day(text[slice(*r.at)])]
    if labelled or any(map(has_day, telling)):
        readings = telling  # "Lễ Vu Lan: 19h00 mùng 10 tháng 7 âm lịch"
    drafts: list[Draft] = []
    leader, meeting_day = None, scope.day
    inherits = label or scope.period or (scope.section and scope.matter is not Matter.TASKS)
    groups = group_clauses(text, readings, found) if readings or inherits else []
    if label and not groups and (has_head(text) or (scope.parent and _AT.match(text))):
        groups = [Group([(0, len(text))], named=True)]  # a row that says no more than "Bế mạc"
    share_leading_day(text, groups)
    feast = leading_feast(text, named)
    for group in groups if feast else ():
        if feast and group.readings and not any(map(has_day, group.readings)):
            group.readings.insert(0, Reading(feast.at, feast.when))
    for number, group in enumerate(groups):
        above = drafts[-1] if group.again and drafts else None
        there = scope if not tells_who_is_away(group.text(text)) else replace(scope, day=meeting_day)
        whose = scope_again(there, above) if above else there
        made, leader = _drafts_of(item, whose, group, label, leader, named, first=number == 0)
        if drafts and made and names_opening(made[0].title) and has_parts(drafts[0].title):
            for draft in made:  # "Lớp bơi: khai giảng 02/8; bế giảng 27/8"
                draft.title = part_of(drafts[0].title, draft.title)
        if above:
            named_again(made, above, rest_of(text, group.spans[0], group.readings))
        drafts += made
        behind = groups[number + 1 :]
        if behind and made and isinstance(made[-1].when, Day) and made[-1].category is Category.MEETING:
            # "Thứ Hai 06/5: 8h họp A; 15h họp B": a later hour is of the day told before it, and so is "chiều họp C".
            scope = replace(scope, day=Reading((0, 0), Day(made[-1].when.day), made[-1].status))
            share_day_before(made[-1].when, behind)
    if asked and (drafts or scope.day):  # "Đại biểu có mặt trước 13h00. Nếu vắng mặt, báo trước ngày 26/7"
        drafts += named_with(asked[1], drafts[-1].title if drafts else "")
    drafts = with_opening_hours(drafts)
    last_as_named(drafts, named)
    # What a notice is about has its day told.
    if days := [each for each in named if each.dated or not scope.notice]:
        drafts += observance_drafts(days, scope, _evidence(item, scope, Origin.OWN), () if feast else drafts)
    return drafts


def _days_presented(item: Item, scope: Scope) -> list[Draft]:
    """The marked day for which a sentence says that all below it is done ("Kỷ niệm 87 năm Ngày ...: như sau:")."""
    if scope.notice or not _MARKS_A_DAY.search(item.text):
        return []
    alone = replace(item, children=(), day=None, time=None)
    made = _own_drafts(alone, replace(scope, matter=Matter.TASKS, period=None, section=()))
    return [draft for draft in made if draft.category is Category.OBSERVANCE]


def _asked_beside(item: Item, scope: Scope) -> tuple[str, list[Draft]] | None:
    """(the text without what it asks for by a day of its own, the deadlines told there); None where it asks nothing.

    "Hội thi: 20/5 (các lớp đăng ký danh sách trước 10/5)", "8h00: Họp tổ, các phòng gửi số liệu trước thứ Tư 11/3";
    "(xong trước 10/5)" is of the thing itself.
    """
    for found in asking_clauses(item.text):
        inner = replace(
            scope, matter=Matter.TASKS, period=None, section=(), parent=None, subject=None, day=None
        )
        made = _own_drafts(replace(item, text=found["what"], day=None, time=None, children=()), inner)
        asked_for = [d for d in made if d.category is Category.DEADLINE]
        made = [d for d in asked_for if not isinstance(d.when, Undated)]
        rest = _without(item.text, found)
        told = rest if item.time is None else f"{item.time}\n{rest}"
        dated = item.day is not None or any(has_day(r) for r in understood(told, scope.context).readings)
        dated = dated or (scope.day is not None and opens_with_hour(rest))
        if asked_for and not made and dated and found[0].lstrip()[:1] == "(" and mentions_head(rest):
            return (
                rest,
                [],
            )  # "Hội thi báo tường (nộp bài trước 16h30)": of the same day, and none of its hours
        if made and dated:
            return rest, made
    return None


def _without(text: str, found: re.Match[str]) -> str:
    return text[: found.start()].rstrip() + text[found.end() :]


def _drafts_of(
    item: Item,
    scope: Scope,
    group: Group,
    label: Sequence[Reading],
    leader: str | None,
    named: Sequence[Named],
    *,
    first: bool,
) -> tuple[list[Draft], str | None]:
    """The drafts of one group of clauses, and the leader whose line it is (for the groups after it)."""
    settled = settled_times(item, scope, group, label, first=first)
    scope = without_change(scope, settled, group.text(item.text))
    if not settled and ":" not in item.text:
        return [], leader
    if scope.notice:
        item = replace(item, passages=speaking(item.passages, group.text(item.text), item.day))
    words = Wording(item.text, group)
    name = words.name()
    leader = name.leader or leader
    title = name.title or scope.parent or scope.subject or ""
    if not name.title and leader and scope.recurring and scope.parent and " " not in scope.parent:
        title = f"{scope.parent} {leader}"  # "Chế độ họp" over "Ban Thường vụ: ngày 10 hằng tháng"
    if not name.title and item.location and scope.parent and _AT.match(item.text):
        # "- Tại Sở A" in a row with a place of its own, below "Giám sát đầu tư công"
        title = f"{scope.parent} {item.text[:1].lower()}{item.text[1:]}"
    if (over := scope.topic or scope.parent) and _IN_BRACKETS.fullmatch(title):
        title = over  # "thứ Năm hằng tuần (trừ tuần có lịch tiếp của Bí thư)"
    if _BARE_PERIOD.fullmatch(
        fold(title)
    ):  # all else went as who prepares it: "Văn phòng tham mưu báo cáo tháng 5"
        title = title_of(rest_of(item.text, group.spans[0], group.readings).replace(HOLE, " "))
    over = scope.parent or scope.topic
    if over and not hands_in(over) and names_part(title):
        title = part_of(over, title)
    if over and _HOW_OFTEN.fullmatch(fold(title)):
        title = over  # "II. Giám đốc tiếp công dân" over "- Định kỳ: ngày 08 hằng tháng"
    # "Chủ tịch UBND tỉnh: từ 15/4 chuyển sang 17/4": whose turn it is, and of what above
    if scope.notice and name.leader and (not title or ONLY_MOVED.fullmatch(title)):
        title = name.leader
    if scope.topic and (not title or (is_leader(title) and not has_head(title))):
        leader, title = title or leader, scope.topic
    if not title and label and has_head(item.text):
        title = title_of(item.text)
    if not title and (item.day or scope.recurring) and words.location:
        title = words.location  # below a day: "Từ 8h00 đến 10h00: Khu công nghiệp A"
    if not any(map(str.isalpha, title)):
        return [], leader
    drafts = [
        _draft(item, scope, one, title, name, words, leader)
        for one in settled
        if counts(Candidate(one, group, title, scope, item, named))
    ]
    if any(_tells_another_day(reading, drafts) for reading in group.readings):
        for draft in drafts:
            draft.clues.add("another-day")
    return drafts, leader


def _tells_another_day(reading: Reading, drafts: Sequence[Draft]) -> bool:
    """Whether the words tell a day that none of the drafts made of them has."""
    told = extent(reading.when) if isinstance(reading.when, (Day, Days, DaysFromTo)) else None
    spans = [span for draft in drafts if (span := extent(draft.when)) is not None]
    return told is not None and bool(spans) and not any(told.overlaps(span) for span in spans)


# --- the draft --------------------------------------------------------------------------------------------------


def _draft(
    item: Item, scope: Scope, one: Settled, title: str, name: Name, words: Wording, leader: str | None
) -> Draft:
    location = (place_name(first_sentence(item.location)) if item.location else "") or words.location
    in_week = begins_with_weekday(item.day or "")
    category = category_of(one, title, scope, place=location, in_week=in_week)
    when = one.when
    if (
        category is Category.MEETING
        and isinstance(when, DATED)
        and scope.parent_hours
        and one.status not in OLD
        and not when.hours.start
        and is_in_part(scope.parent_hours, when.hours.part)
    ):
        hours = scope.parent_hours
        when = with_hours(when, hours._replace(part=when.hours.part or hours.part))
    if category is Category.OBSERVANCE and isinstance(when, Window) and "du kien" not in fold(item.text):
        when = DaysFromTo(when.first, when.last)  # a campaign lasts all the time that is named
        one = replace(one, when=when, status=Status.CONFIRMED if one.status not in OLD else one.status)
    if category is Category.OBSERVANCE and not when.hours:
        when = with_hours(when, Hours(part=DayPart.ALL_DAY))
    if scope.venue_change and name.right:
        location = place_name(name.right.split("(")[0])
    draft = Draft(
        title=title,
        category=category,
        status=status_of(one, item, scope),
        when=when,
        origin=one.origin,
        evidence=_evidence(item, scope, one.origin),
        location=location or (scope.parent_place if category is Category.MEETING else None),
        chair=(first_sentence(item.chair) if item.chair else None) or words.chair or leader,
        attendees=item.attendees or words.attendees,
        prepared_by=item.prepared_by or words.prepared_by,
        note="; ".join(filter(None, (item.note, *words.notes))) or None,
        issues=list(one.issues),
    )
    if not has_head(title):
        draft.clues.add("weak-head")
    if one.origin in (Origin.SECTION, Origin.PERIOD):
        draft.clues.add(f"time-of-{one.origin.value}")
    if scope.matter is Matter.TASKS:
        draft.clues.add("in-prose")
    return draft


def _evidence(item: Item, scope: Scope, origin: Origin) -> tuple[Passage, ...]:
    """The passages of an item, of what stands over it, and of its section where the time came from there."""
    seen: dict[tuple[int, str | None], Passage] = {}
    from_section = scope.section_passages if origin in (Origin.SECTION, Origin.PERIOD) else ()
    for passage in (*item.passages, *scope.parent_passages, *from_section):
        seen.setdefault((passage.line, passage.text), passage)
    return tuple(seen.values())
