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
from calendars.layouts.timelabels import opens_with_hour
from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.asking import asked_in_bracket, asking_clauses, named_with
from calendars.reading.drafting import drafts_of, evidence_of, names_a_place
from calendars.reading.duties import tells_duty, without_lasting_duty
from calendars.reading.letters.bases import behind_its_basis
from calendars.reading.naming.observances import Named, last_as_named, named_days, observance_drafts
from calendars.reading.naming.part_names import has_parts, names_opening, part_of
from calendars.reading.naming.titles import has_head, mentions_head
from calendars.reading.noted import heads_notes, heads_results, is_changed, is_held
from calendars.reading.notices.announced import announced_plainly, presents_a_schedule, without_greeting
from calendars.reading.notices.decided import decided_plainly
from calendars.reading.notices.rescheduled import other_time, with_other_time, without_its_usual_day
from calendars.reading.notices.together import held_together
from calendars.reading.parts.again import named_again, scope_again
from calendars.reading.parts.beside import things_beside
from calendars.reading.parts.each_group import of_each_group
from calendars.reading.parts.each_place import at_each_place
from calendars.reading.parts.grouping import Group, group_clauses, rest_of
from calendars.reading.parts.headed import heads_below
from calendars.reading.parts.inheritance import (
    is_mere_heading,
    is_point_of,
    narrowed_to,
    scope_behind,
    scope_below,
    sentences_before,
    tells_who_is_away,
)
from calendars.reading.parts.labelled_times import things_of_time, with_asked_for
from calendars.reading.parts.leading import leading_feast, share_day_before, share_leading_day
from calendars.reading.parts.several_hours import items_of_hours
from calendars.reading.rules.bounds import keep_within
from calendars.reading.rules.each_told import each_told
from calendars.reading.rules.exceptions import (
    left_out_each_month,
    lines_with_nth,
    moved_once,
    without_exception,
    without_nth,
)
from calendars.reading.rules.months import without_count
from calendars.reading.rules.rows import without_rests
from calendars.reading.scope import Draft, Scope
from calendars.reading.spans import clauses
from calendars.reading.timing.labelled import label_readings
from calendars.reading.timing.months import of_its_month
from calendars.reading.timing.openings import with_opening_hours
from calendars.reading.timing.precedence import Origin, has_day
from calendars.reading.timing.relevance import relevant_readings
from calendars.reading.timing.telling import tells_a_day
from calendars.reading.timing.topics import without_topics
from calendars.reading.timing.understanding import understood
from calendars.reading.turns import plain
from calendars.when import Day, Repeat, Undated

_PURPOSE = re.compile(r"\W*muc (?:dich|tieu)\b.{0,20}$")  # a heading; what stands below it is held nowhere
_NOTE = re.compile(r"[\W_]*(?:ghi chu|luu y|(?P<asks>de nghi))\b")
_PROPAGATES = re.compile(r"(?:Công tác )?[Tt]uyên truyền\b(?!\s+(?:lưu động|viên))")
_HELD_AGAIN = re.compile(
    r"^\W*(?:tạm )?hoãn\b[^\n]{3,200}?\b(?:mở lại|tổ chức lại|họp lại|chuyển sang|dời sang|lùi sang)\b[^\n]{0,30}\d/\d",
    re.IGNORECASE,
)
_MOST_OF_IT = 0.8
_MARKS_A_DAY = re.compile(
    r"\b(?:kỷ niệm|chào mừng|hưởng ứng)\b[^\n]{0,300}\b(?:như sau|sau đây)\s*:", re.IGNORECASE
)


def read_item(item: Item, scope: Scope) -> list[Draft]:
    """The drafts of an item and of what stands below it."""
    item = with_asked_for(item.with_text(without_greeting(item.text)))
    if things := things_of_time(item):
        named_in = scope_below(replace(item, time=None), scope)
        return [draft for thing in things for draft in read_item(thing, named_in)]
    if item.children and heads_results(item.text):
        return []
    if item.children and heads_notes(item.text):
        return [draft for child in item.children for draft in read_item(child, replace(scope, period=None))]
    # "Căn cứ Kế hoạch số 5 về tổ chức X, ..."
    announced = scope.notice and _notice_plainly(item.text) != item.text
    if not announced:
        item = item.with_text(behind_its_basis(item.text))
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
        return [
            draft
            for draft in drafts
            if draft.category is Category.DEADLINE
            or (
                isinstance(draft.when, Repeat)
                and has_head(draft.title)
                and not isinstance(scope.day, Reading)
            )
        ]
    if item.day and _HELD_AGAIN.search(item.text):  # in a row of the day on which it was to be
        of_the_row = " ".join(filter(None, (item.time, item.day)))
        item = replace(item, text=f"{of_the_row}: {item.text}", day=None, time=None)
    item, of_month = of_its_month(item, scope)
    if (month := of_month.context.period) != scope.context.period:
        drafts = read_item(item, of_month)
        keep_within(drafts, month)
        return drafts
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
        marked = _days_presented(item, scope)
        if not below and not marked and scope.matter is not Matter.REPORT:
            marked = _with_points_below(item, scope)
        return before + marked + below
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


def _places_in_label(item: Item, scope: Scope) -> list[str]:
    """What "Thời gian: sáng 08/11, thôn 3; chiều 08/11, thôn 7" below a name tells, as one text for each place."""
    text = f"{item.text.rstrip(' .:')}: {plain(item.time or '', scope.context)}"
    return at_each_place(text, understood(text, scope.context).readings)


def _told_drafts(item: Item, scope: Scope) -> list[Draft]:
    item = without_rests(item) if item.day else item
    if once := without_exception(item.text, scope.context.period):
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
    text = plain(_notice_plainly(item.text) if scope.notice else item.text, scope.context)
    text = without_count(text) if scope.recurring else text
    item = item.with_text(text)
    found = understood(text, scope.context)
    label = label_readings(item, scope)
    readings = without_topics(text, relevant_readings(text, found, label, scope), scope.context)
    if apart := held_together(text, readings) or at_each_place(text, readings):
        return [draft for one in apart for draft in _own_drafts(replace(item, text=one), scope)]
    if item.time and ";" in item.time and not readings and (apart := _places_in_label(item, scope)):
        return [draft for one in apart for draft in _own_drafts(replace(item, text=one, time=None), scope)]
    inherits = label or scope.period or (scope.section and scope.matter is not Matter.TASKS)
    if not (readings or inherits or found.observances or asked):
        return []  # as most of the tasks in prose
    named = named_days(text, found, readings)
    labelled = any(has_day(reading) for reading in label)
    if scope.matter is not Matter.EVENTS or labelled:
        readings = [r for r in readings if not any(a <= r.at[0] < b for a, b in (each.at for each in named))]
    telling = [r for r in readings if not has_day(r) or tells_a_day(text[slice(*r.at)])]
    if labelled or any(map(has_day, telling)):
        readings = telling  # "Lễ Vu Lan: 19h00 mùng 10 tháng 7 âm lịch"
    drafts: list[Draft] = []
    leader, meeting_day = None, scope.day
    groups = group_clauses(text, readings, found) if readings or inherits else []
    if label and not groups and (has_head(text) or (scope.parent and names_a_place(text))):
        groups = [Group([(0, len(text))], named=True)]  # a row that says no more than "Bế mạc"
    if groups and not readings and not label and _is_all_named(text, named):
        groups = []  # "Nghỉ Tết Dương lịch từ 31/12/2022 đến hết 02/01/2023" below a week
    groups = groups if scope.notice or scope.recurring else things_beside(text, groups, label)
    share_leading_day(text, groups)
    feast = leading_feast(text, named)
    for group in groups if feast else ():
        if feast and group.readings and not any(map(has_day, group.readings)):
            group.readings.insert(0, Reading(feast.at, feast.when))
    for number, group in enumerate(groups):
        above = drafts[-1] if group.again and drafts else None
        there = scope if not tells_who_is_away(group.text(text)) else replace(scope, day=meeting_day)
        whose = scope_again(there, above) if above else there
        made, leader = drafts_of(item, whose, group, label, leader, named, first=number == 0)
        if drafts and made and names_opening(made[0].title) and has_parts(drafts[0].title):
            for draft in made:  # "Lớp bơi: khai giảng 02/8; bế giảng 27/8"
                draft.title = part_of(drafts[0].title, draft.title)
        if above:
            named_again(made, above, rest_of(text, group.spans[0], group.readings))
        drafts += made
        behind = groups[number + 1 :]
        if behind and made and isinstance(made[-1].when, Day) and made[-1].category is Category.MEETING:
            # "Thứ Hai 06/5: 8h họp A; 15h họp B": a later hour is of the day told before it, and so is "chiều họp C".
            of_day = Reading((0, 0), Day(made[-1].when.day), made[-1].status)
            scope = replace(narrowed_to(scope, made[-1].when), day=of_day)
            share_day_before(made[-1].when, behind)
    if asked and (drafts or scope.day):  # "Đại biểu có mặt trước 13h00. Nếu vắng mặt, báo trước ngày 26/7"
        drafts += named_with(asked[1], drafts[-1].title if drafts else "")
    drafts = with_opening_hours(drafts)
    last_as_named(drafts, named)
    # What a notice is about has its day told.
    if days := [each for each in named if each.dated or not scope.notice]:
        drafts += observance_drafts(
            days, scope, evidence_of(item, scope, Origin.OWN), () if feast else drafts
        )
    return drafts


def _notice_plainly(text: str) -> str:
    """What the sentences of a notice announced before and change now, without who does it and why."""
    return decided_plainly(announced_plainly(text))


def _is_all_named(text: str, named: Sequence[Named]) -> bool:
    """Whether a text is hardly more than a named day with its own dates."""
    length = len(text.strip())
    return any(each.dated and each.at[1] - each.at[0] >= _MOST_OF_IT * length for each in named)


def _days_presented(item: Item, scope: Scope) -> list[Draft]:
    """The marked day for which a sentence says that all below it is done ("Kỷ niệm 87 năm Ngày ...: như sau:")."""
    if scope.notice or not _MARKS_A_DAY.search(item.text):
        return []
    alone = replace(item, children=(), day=None, time=None)
    made = _own_drafts(alone, replace(scope, matter=Matter.TASKS, period=None, section=()))
    return [draft for draft in made if draft.category is Category.OBSERVANCE]


def _with_points_below(item: Item, scope: Scope) -> list[Draft]:
    """The meeting with its day that leads to what it deals with ("Họp Ủy ban: sáng thứ Năm 05/4, cho ý kiến về:")."""
    alone = replace(item, text=item.text.rstrip(" :"), children=())
    made = _own_drafts(alone, replace(scope, period=None, section=()))
    return [draft for draft in made if has_head(draft.title) and draft.category is Category.MEETING]


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
            # "Hội thi báo tường (nộp bài trước 16h30)": of the same day, and none of its hours
            return rest, []
        if made and dated:
            return rest, made
    return None


def _without(text: str, found: re.Match[str]) -> str:
    return text[: found.start()].rstrip() + text[found.end() :]
