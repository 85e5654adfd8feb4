"""From a group of clauses with settled times to drafts of entries: what each is called, and all that is told of it.

What is hard is the title: words of the item, of what it stands below, or of what the whole paper is about.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.grammar.rule import Reading
from calendars.layouts.layout import Item, Matter
from calendars.layouts.timelabels import begins_with_weekday
from calendars.layouts.words import fold
from calendars.marks import Category, Passage, Status
from calendars.reading.counting import counts
from calendars.reading.counting.candidate import Candidate
from calendars.reading.naming.categories import category_of, hands_in, status_of
from calendars.reading.naming.observances import Named
from calendars.reading.naming.part_names import names_part, part_of
from calendars.reading.naming.passages import speaking
from calendars.reading.naming.people import is_leader
from calendars.reading.naming.places import place_name
from calendars.reading.naming.receiving import receiving
from calendars.reading.naming.titles import has_head, title_of
from calendars.reading.naming.wording import Name, Wording
from calendars.reading.notices.title_words import ONLY_MOVED
from calendars.reading.parts.grouping import Group, rest_of
from calendars.reading.parts.headed import DATED, is_in_part
from calendars.reading.parts.inheritance import without_change
from calendars.reading.scope import Draft, Scope
from calendars.reading.spans import HOLE, first_sentence
from calendars.reading.timing.precedence import OLD, Origin, Settled, has_day
from calendars.reading.timing.settling import settled_times
from calendars.times import DayPart
from calendars.when import Day, Days, Hours, Window, extent, with_hours
from calendars.when import Span as DaysFromTo

_AT = re.compile(r"(?:Tại|Ở) [^\d,;:]{3,60}$")
_LIMIT = re.compile(
    r"(?:Thời )?[Hh]ạn (?:chót |cuối )?(?:nộp|gửi|đăng ký|báo cáo|nhận|xác nhận)\b[^\d:.,;()]*"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_HOW_OFTEN = re.compile(r"(?:dinh ky|thuong ky|thuong xuyen|hang thang|hang tuan)")
# "2. Chương trình cụ thể:" over its days, which are not called so.
_ONLY_A_PROGRAMME = re.compile(
    r"(?:noi dung )?(?:chuong trinh|lich trinh|noi dung)(?: (?:cu the|chi tiet|tom tat|hoat dong|tung ngay))?"
)
_BARE_PERIOD = re.compile(r"(?:thang|quy|nam|tuan) (?:\d+|[ivx]+)(?:[/.]\d{4}| nam \d{4})?")


def drafts_of(
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
    title = _title(item, scope, group, name, leader)
    if scope.topic and (not title or (is_leader(title) and not has_head(title))):
        leader, title = title or leader, scope.topic
    if scope.recurring and (received := receiving(title)):
        title, leader = received[0], leader or received[1]
    if not title and label and has_head(item.text):
        title = title_of(item.text)
    if not title and (item.day or scope.recurring) and words.location:
        title = words.location  # below a day: "Từ 8h00 đến 10h00: Khu công nghiệp A"
    placed = words.location or item.day
    if not title and scope.rounds and placed and any(map(has_day, group.readings)):
        title = scope.rounds  # "8 giờ ngày 13/6 tại hội trường xã" where each line is of the same
    title = title if any(map(str.isalpha, title)) else _limit(item.text, group)
    if not title:
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


def _title(item: Item, scope: Scope, group: Group, name: Name, leader: str | None) -> str:
    """What a group of clauses announces is called: by its own words, those above it, or both; perhaps ""."""
    over = scope.parent or scope.topic
    above = scope.parent if scope.parent and not _ONLY_A_PROGRAMME.fullmatch(fold(scope.parent)) else None
    title = name.title or above or scope.subject or ""
    if not name.title and leader and scope.recurring and scope.parent and " " not in scope.parent:
        title = f"{scope.parent} {leader}"  # "Chế độ họp" over "Ban Thường vụ: ngày 10 hằng tháng"
    if scope.recurring and fold(title) == "tiep":
        # "Điều 2. Tiếp hội viên, phụ nữ" over "Chủ tịch Hội tiếp vào ngày 10 hằng tháng"
        above = title_of(item.text.partition("\n")[0] if "\n" in item.text else scope.heading)
        named = (each for each in (above, scope.topic or "") if fold(each).startswith("tiep "))
        title = next(named, f"{leader or ''} tiếp".strip())
    if not name.title and item.location and scope.parent and names_a_place(item.text):
        # "- Tại Sở A" in a row with a place of its own, below "Giám sát đầu tư công"
        title = f"{scope.parent} {item.text[:1].lower()}{item.text[1:]}"
    if (topic := scope.topic or scope.parent or scope.rounds) and _IN_BRACKETS.fullmatch(title):
        title = topic  # "thứ Năm hằng tuần (trừ tuần có lịch tiếp của Bí thư)"
    if _BARE_PERIOD.fullmatch(fold(title)):
        # All else went as who prepares it: "Văn phòng tham mưu báo cáo tháng 5".
        title = title_of(rest_of(item.text, group.spans[0], group.readings).replace(HOLE, " "))
    if over and not hands_in(over) and names_part(title):
        title = part_of(over, title)
    if over and _HOW_OFTEN.fullmatch(fold(title)):
        title = over  # "II. Giám đốc tiếp công dân" over "- Định kỳ: ngày 08 hằng tháng"
    if scope.notice and name.leader and (not title or ONLY_MOVED.fullmatch(title)):
        title = (
            name.leader
        )  # "Chủ tịch UBND tỉnh: từ 15/4 chuyển sang 17/4": whose turn it is, and of what above
    return title


def _limit(text: str, group: Group) -> str:
    """The words of a last day that are all that a line says ("Hạn đăng ký: 17h00 ngày 07/11"); "" where none are."""
    for reading in group.readings:
        if reading.deadline and (told := _LIMIT.match(text, *reading.at)):
            return told[0].strip()
    return ""


def names_a_place(text: str) -> bool:
    """Whether a text says no more than where something is ("Tại Sở A")."""
    return _AT.match(text) is not None


def _tells_another_day(reading: Reading, drafts: Sequence[Draft]) -> bool:
    """Whether the words tell a day that none of the drafts made of them has."""
    told = extent(reading.when) if isinstance(reading.when, (Day, Days, DaysFromTo)) else None
    spans = [span for draft in drafts if (span := extent(draft.when)) is not None]
    return told is not None and bool(spans) and not any(told.overlaps(span) for span in spans)


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
        evidence=evidence_of(item, scope, one.origin),
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


def evidence_of(item: Item, scope: Scope, origin: Origin) -> tuple[Passage, ...]:
    """The passages of an item, of what stands over it, and of its section where the time came from there."""
    seen: dict[tuple[int, str | None], Passage] = {}
    from_section = scope.section_passages if origin in (Origin.SECTION, Origin.PERIOD) else ()
    for passage in (*item.passages, *scope.parent_passages, *from_section):
        seen.setdefault((passage.line, passage.text), passage)
    return tuple(seen.values())
