"""The commemorations that an item names, as drafts of entries.

A meeting held on the occasion of a commemoration is no commemoration; a task in prose that names some yields
one entry each. A named day in brackets that the grammar's table does not know is taken as the text has it
(reference section D.2).
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from calendars.grammar.rule import Reading, Understanding
from calendars.layouts.layout import Matter
from calendars.layouts.words import fold
from calendars.marks import Category, Issue, Passage, Status
from calendars.reading.scope import Draft, Scope
from calendars.reading.spans import Span
from calendars.reading.timing.precedence import Origin
from calendars.times import DayPart, DaySpan
from calendars.when import NO_HOURS, Day, Hours, Repeat, Undated, When, Window, extent, with_hours
from calendars.when import Span as DaysFromTo

_LONGEST_NAME = 140  # letters
_FARTHEST = 2 * _LONGEST_NAME  # before the bracket behind a name
_OPENER = re.compile(
    r"(?:^|[,;.]\s*|\b(?:va|gan voi|huong ung|chao mung|ky niem|tuyen truyen|nhan dip|nhan|huong toi|"
    r"to chuc|dip|cac hoat dong|\d+ nam)\s+)"
    r"(?P<name>(?:ngay|thang|tuan le)\s+(?=[^\W\d]))"
)
_OPENS_BRACKET = re.compile(  # "(19/5/1890 - " too: the pair's first day is history
    r"\s*\(\s*(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*[-–]\s*)?"
)
_ON_OCCASION = re.compile(r"[^\W\d_,;:.]\s+nhân\s+(?:dịp\s+)?$", re.IGNORECASE)
_MARKED_ON = re.compile(
    r"[\s:,.–-]*(?:(?:tuyen truyen|ky niem|chao mung|huong ung|mung)\b)?"
    r"(?: (?:lan thu )?\d{1,3}(?: nam)?)?(?: (?:cac|le))?\s*"
)
_DAYS_OFF = re.compile(r"\bnghỉ\s+(?:lễ\s+|dịp\s+)?$", re.IGNORECASE)  # "Nghỉ Tết Dương lịch từ 30/12"
_FESTIVAL = re.compile(r"(?:ngay )?hoi\b")  # "Ngày hội Đại đoàn kết" is held, on the days told for it
_RESTS = re.compile(r"(?:được )?nghỉ\b", re.IGNORECASE)
_A_NAME = re.compile(r"(?:ngay|thang|tuan le)\b")
_YEAR_OF_NAME = re.compile(r"\s+năm\s+\d{4}\s*$")


class Named(NamedTuple):
    """A commemoration by the text's own words: its name, when it is, and the stretch of text.

    numbered: only its number is written ("chào mừng 20/11"); occasion: something is held "nhân Ngày ...";
    off: all are free then ("Nghỉ Tết ...").
    """

    name: str
    when: When
    at: Span
    dated: bool
    issues: tuple[Issue, ...] = ()
    numbered: bool = False
    occasion: bool = False
    off: bool = False


def named_days(text: str, found: Understanding, readings: Sequence[Reading]) -> list[Named]:
    """The commemorations of a text: those of the grammar, and names with their day in brackets."""
    named = [
        _by_its_bracket(
            Named(
                each.name,
                each.when,
                each.at,
                each.dated,
                each.issues,
                numbered=text[each.at[0]].isdecimal(),
            ),
            text,
            readings,
        )
        for each in found.observances
        if each.when is not None
    ]
    occasions = [each.at for each in found.no_times if each.reason == "occasion"]
    for reading in readings:
        begin, end = reading.at
        bracketed = text[:begin].rstrip().endswith("(") and text[end:].lstrip().startswith(")")
        if not bracketed or not isinstance(reading.when, (Day, DaysFromTo)) or reading.deadline:
            continue
        opened = text[:begin].rstrip().rindex("(")
        near = max(0, opened - _FARTHEST)
        before = text[near:opened]
        openers = [near + m.start("name") for m in _OPENER.finditer(fold(before))]
        taken = [*(n.at for n in named), *occasions] if openers else []
        openers = [at for at in openers if not any(a <= at < b for a, b in taken)]
        if openers and opened - openers[-1] < _LONGEST_NAME:
            start = openers[-1]
            name = _YEAR_OF_NAME.sub("", text[start:opened].strip())
            if name[:1].isupper() or text.isascii():
                named.append(Named(name, reading.when, (start, end), dated=True))
    told = (
        each._replace(
            occasion=_ON_OCCASION.search(before := text[max(0, each.at[0] - 20) : each.at[0]]) is not None,
            off=_DAYS_OFF.search(before) is not None,
            dated=each.dated or _is_of_the_day_before(each, text, readings),
        )
        for each in named
    )
    return sorted(told, key=lambda each: each.at)


def _by_its_bracket(named: Named, text: str, readings: Sequence[Reading]) -> Named:
    """A name whose day the table gives, by the day in the bracket behind it, which outranks the table.

    A day in doubt or put off ("(dự kiến ngày 15/5)") is that of what is held for it.
    """
    begin, end = named.at
    for reading in readings:
        firm = reading.status is Status.CONFIRMED and not reading.deadline
        if named.dated or not isinstance(reading.when, Day) or not firm:
            continue
        if _OPENS_BRACKET.fullmatch(text[end : reading.at[0]]):
            return named._replace(when=reading.when, at=(begin, reading.at[1]), dated=True, issues=())
    return named


def _is_of_the_day_before(named: Named, text: str, readings: Sequence[Reading]) -> bool:
    """Whether the day of a name stands right before it: "Ngày 27/7: kỷ niệm Ngày ... . 6g30 viếng nghĩa trang"."""
    return any(
        isinstance(reading.when, Day)
        and isinstance(named.when, Day)
        and reading.when.day == named.when.day
        and _MARKED_ON.fullmatch(fold(text[reading.at[1] : named.at[0]])) is not None
        for reading in readings
        if reading.at[1] <= named.at[0]
    )


def observance_drafts(
    named: Sequence[Named], scope: Scope, evidence: tuple[Passage, ...], drafts: Sequence[Draft]
) -> Iterable[Draft]:
    """The commemorations that are entries beside the other drafts of their item.

    Beside what is held for them they are told by name and day: "Hưởng ứng Ngày Thế giới phòng, chống AIDS (01/12):
    mít tinh lúc 7h30 ngày 30/11". "Họp mặt nhân ngày 20/10" tells but what the meeting is for.
    """
    if scope.matter in (Matter.REPORT, Matter.TAIL):
        return
    others = [draft for draft in drafts if draft.category is not Category.OBSERVANCE]
    alone = scope.matter is Matter.TASKS or not others
    held = [] if alone else [draft for draft in others if draft.category is not Category.DEADLINE]
    for each in named:
        if not (alone or each.dated):
            continue
        if held and _is_beyond(each.when, scope.context.period, past_only=not each.occasion):
            continue  # "Tuyên truyền pháp luật nhân Ngày Pháp luật 09/11", in the week behind it
        festival = bool(held) and _FESTIVAL.match(fold(each.name)) is not None
        if festival and not isinstance(each.when, DaysFromTo):
            continue
        freed = each.off and isinstance(each.when, DaysFromTo)
        by_name = freed or (not each.numbered and _A_NAME.match(fold(each.name)) is not None)
        if held and (not by_name or any(_is_the_day_itself(draft, each) for draft in held)):
            continue
        if isinstance(each.when, (Undated, Repeat, Window)) or _is_told(each, drafts):
            continue
        whole = each.when if each.when.hours else with_hours(each.when, Hours(part=DayPart.ALL_DAY))
        yield Draft(
            title=_title(f"Nghỉ {each.name}" if freed else each.name),
            category=Category.MEETING if festival else Category.OBSERVANCE,
            status=Status.CONFIRMED,
            when=with_hours(each.when, NO_HOURS) if festival else whole,
            origin=Origin.OWN,
            evidence=evidence,
            issues=list(each.issues),
            clues={"observance"} | (set() if each.dated else {"day-from-table"}),
        )


def last_as_named(drafts: Sequence[Draft], named: Sequence[Named]) -> None:
    """Give days off the days that stand behind their name, of which a table or heading tells but the first.

    "T7 30/8" over "Nghỉ lễ Quốc khánh từ 30/8 đến hết 02/9, các phòng phân công trực".
    """
    for each in named:
        days = each.when if each.dated and isinstance(each.when, DaysFromTo) else None
        for draft in drafts if days else ():
            off = _RESTS.match(draft.title) is not None and draft.category is Category.OBSERVANCE
            if not (off and days and isinstance(draft.when, Day) and days.first == draft.when.day):
                continue
            if draft.when.hours.start is None and each.name in draft.title:
                draft.when = with_hours(days, Hours(part=DayPart.ALL_DAY))
                draft.title = draft.title[: draft.title.index(each.name) + len(each.name)]


def _is_beyond(when: When, period: DaySpan | None, *, past_only: bool) -> bool:
    """Whether days lie before the period; unless `past_only`, or behind it."""
    days = extent(when)
    if days is None or period is None:
        return False
    return days.last < period.first or (not past_only and days.first > period.last)


def _is_the_day_itself(draft: Draft, named: Named) -> bool:
    """Whether what is held is called as the day and on it: "Ngày 28: Ngày hội Gia đình Việt Nam 28/6 cấp tỉnh"."""
    same = extent(draft.when) == extent(named.when)
    return fold(named.name) in fold(draft.title) and (same or not isinstance(named.when, Day))


def _is_told(named: Named, drafts: Sequence[Draft]) -> bool:
    return any(d.category is Category.OBSERVANCE and fold(named.name) in fold(d.title) for d in drafts)


def _title(name: str) -> str:
    name = " ".join(name.split()).strip(" ,;.:-–")
    return name[:1].upper() + name[1:]


def without_its_name(drafts: list[Draft]) -> list[Draft]:
    """The drafts without a feast that only names the meeting ("Ngày hội Đại đoàn kết toàn dân tộc").

    Nor is the sentence that invites to it another one, where its name tells the day ("Lễ kỷ niệm ... 18/12/2016").
    """
    held = [fold(draft.title) for draft in drafts if draft.category is Category.MEETING]
    timed = {
        (fold(draft.title), draft.when.day)
        for draft in drafts
        if isinstance(draft.when, Day) and draft.when.hours.start and draft.category is Category.MEETING
    }
    return [
        draft
        for draft in drafts
        if (
            draft.category is not Category.OBSERVANCE or not any(fold(draft.title) in title for title in held)
        )
        and not (
            isinstance(draft.when, Day)
            and not draft.when.hours
            and (fold(draft.title), draft.when.day) in timed
        )
    ]
