"""The clauses of an item, grouped by what they speak of.

A clause with a time and words of its own begins a group; one that holds only a time, a place or a person
completes the group before it, or waits for the next. What is hard is a time in front of several things ("Sáng
họp A, chiều họp B").
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from operator import attrgetter

from calendars.grammar.rule import Reading, Understanding
from calendars.layouts.words import fold
from calendars.reading.naming.categories import says_due
from calendars.reading.naming.people import find_people, is_leader
from calendars.reading.naming.places import find_place
from calendars.reading.naming.titles import has_head, mentions_head, sends_somebody
from calendars.reading.notices.moving import is_moved_to
from calendars.reading.parts.again import is_another_part, is_hour_and_place
from calendars.reading.parts.several_days import LEVEL
from calendars.reading.spans import (
    Span,
    brackets,
    clauses,
    covered_by,
    filled,
    quotations,
    tidy_holes,
    with_holes,
)
from calendars.reading.timing.precedence import OLD, has_day
from calendars.reading.words import item_words
from calendars.when import Day, Repeat, Window, extent
from calendars.when import Span as DaysFromTo

_SIGNS = re.compile(r"[\x00\s,;:.()\-–+*•]+")
_LONGEST_PURE = 120
_NUMBERED_PART = re.compile(
    r"(?:va )?(?:cum|lop|dot|khoa|nhom|lan|vong|bang|khoi) (?:thu |so )?(?:\d{1,2}|[ivx]+|nhat|hai|ba|tu|nam)"
    rf"|(?:va )?{LEVEL}"
)
_LABELLED = re.compile(r"[\s\-+]*(?P<name>[^\W\d][^:;.,\d]{3,40}):\s")
_FOR_WHOM = re.compile(
    r"(?:doi voi|danh cho) (?!(?:cac )?(?:cuoc|hoi nghi|phien hop|buoi|le|ky hop|chuong trinh)\b)"
)
_LASTS = re.compile(
    r"\W*(?:va )?(?:(?:giai(?: dau)?|hoi thi|hoi thao|hoi cho|phien cho|lop(?: hoc)?|trien lam|chuong trinh) )?(?:se )?"
    r"(?:thi dau|dau|dien ra|trung bay|hoat dong|phuc vu|keo dai|mo cua|don khach)"
    r"(?: keo dai| phuc vu| don khach)? (?:cho )?(?:den het\b|den (?:ngay )?\d)"
)
_REASON = re.compile(r"\W*(?:do|vi|de|tuy nhien|nay|can cu|nhung)\b")
_INSTEAD = re.compile(
    r"\W*(?:(?:nay|se|duoc|va) )*(?:du kien|chuyen|lui|doi|roi|thoi gian (?:moi|to chuc|du kien)"
    r"|(?:to chuc|hop|hoc|day|mo|tiep) (?:lai|bu))\b"
)
# Behind what is asked for by a day, something that is done on another ("... và kiểm tra đường truyền vào ...").
_DONE_TOO = re.compile(r"[,;]?\s*(?:và|đồng thời|,)\s+(?=\S)", re.IGNORECASE)
# "ban hành thông báo trước ngày 08 và quyết định trước ngày 25": of two things each has its own last day.
_DUE_TOO = re.compile(r"(?:\s*,)?\s+(?:và\s+)?(?=[^\W\d]+\s+[^\W\d]+[^,;.\d]{0,60}$)", re.IGNORECASE)
# Of two deadlines in one sentence the second begins with what is asked for by then.
_ASKED_TOO = re.compile(
    r"[,;\n]\s*(?:và\s+)?(?=(?:(?:các|cơ sở|đơn vị|chi hội|chi đoàn|tổ|lớp|khối)\s[^,;.]{1,30}?\s)?"
    r"(?:gửi|nộp|báo cáo|đăng ký|hoàn thành|trình|tổng hợp)\b)",
    re.IGNORECASE,
)
# "tổng duyệt 19h00 ngày 16/5, biểu diễn tối 18/5": a second thing that is held, on a day of its own.
# Two things, each with its hour behind it: "Giao ban Thường trực (7 giờ 30), dự giao ban khối vận (14 giờ)".
_NEXT_IN_BRACKET = re.compile(
    r"[^()]*\)\s*(?:,|,?\s+và|,?\s+cùng(?:\s+với)?)\s+(?:và\s+)?(?P<name>[^();]{6,80}?)\s*"
    r"\((?:(?:lịch cũ|lịch|thời gian cũ|trước đây|đã thông báo|dự kiến|từ|lúc|buổi|ngày)\s*:?\s*)*"
)
_COMMA = re.compile(
    r"^(?:\s*\([^()]*\)|[^()]*\))?(?:[,;]\s*(?:và\s+)?|\s+và\s+|,?\s+cùng\s+(?:với\s+)?(?=\D))(?=\S)"
)
_RIGHT_BEHIND = re.compile(r"\)?\s*[,;–-]\s*(?:và\s+)?")
_ONLY_THESE = re.compile(r"^riêng\s+(?:đối với\s+)?")
_AND_ANOTHER = re.compile(r"\)?\s*(?:,|và|,\s*và)\s+(?P<name>[^,;:()]{6,60}):\s*(?:lúc\s+|từ\s+|vào\s+)?")
_OF_THE_SAME = re.compile(
    r"(?:khai mac|be mac|ket thuc|bat dau|khai giang|be giang|don|dang ky|trao giai|chung ket|tong ket)\b"
)


@dataclass(slots=True)
class Group:
    """Clauses that speak of one thing: the first names it; again: the thing of the group before is held once more."""

    spans: list[Span] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    named: bool = False
    again: bool = False

    def text(self, whole: str) -> str:
        return " ".join([whole[begin:end].strip() for begin, end in self.spans])

    def placed(self, readings: Sequence[Reading], whole: str) -> list[Reading]:
        """The readings with their places in the text of these clauses instead of those in the whole."""
        if not any(begin for begin, _ in self.spans) and not whole[:1].isspace():
            return list(readings)
        shifts: list[tuple[int, int, int]] = []
        length = 0
        for begin, end in self.spans:
            told = whole[begin:end].strip()
            shifts.append((begin, end, length - (whole.index(told, begin) if told else begin)))
            length += len(told) + 1
        return [
            reading._replace(at=(max(0, reading.at[0] + by[0]), max(0, reading.at[1] + by[0])))
            if (by := [shift for begin, end, shift in shifts if begin <= reading.at[0] < end])
            else reading
            for reading in readings
        ]


def group_clauses(text: str, readings: Sequence[Reading], found: Understanding) -> list[Group]:
    """The clauses of a text, grouped by what they speak of."""
    protected = [reading.at for reading in readings] + [no_time.at for no_time in found.no_times]
    protected += [observance.at for observance in found.observances]
    groups: list[Group] = []
    pending: Group | None = None
    for begin, end in _split(text, readings, protected):
        first = bisect_left(readings, (begin,), key=_place)
        own = list(readings[first : bisect_left(readings, (end,), lo=first, key=_place)])
        rest = rest_of(text, (begin, end), own)
        pure = is_pure(rest) and not (groups and _names_its_own(text[begin:end], groups[-1].text(text)))
        if pure and not own:
            if groups:
                groups[-1].spans.append((begin, end))
            continue
        if groups and (
            _tells_the_move(text[begin:end], text, own)
            or _tells_what_holds_now(text[begin:end], own, groups[-1])
            or _lasts(text[begin:end], own, groups[-1])
        ):
            groups[-1].spans.append((begin, end))
            groups[-1].readings += own
            continue
        if (
            groups
            and not any(r.when.hours for r in groups[-1].readings)
            and _ends_in_bracket(text, end, own, groups[-1])
        ):
            groups[-1].spans.append((begin, end))
            groups[-1].readings += own
            continue
        if groups and (
            is_another_part(rest, own, partial(groups[-1].text, text), groups[-1].readings)
            or (pure and is_hour_and_place(rest, own, groups[-1].text(text), groups[-1].readings))
        ):
            groups.append(Group([(begin, end)], own, again=True))
            continue
        if pure and groups:
            groups[-1].spans.append((begin, end))
            groups[-1].readings += own
            continue
        if pure:
            pending = pending or Group()
            pending.spans.append((begin, end))
            pending.readings += own
            continue
        if own or not groups or (pending is not None) or says_due(fold(text[begin:end]).strip()):
            group = pending or Group()
            pending = None
            group.spans.append((begin, end))
            group.readings += own
            group.named = True
            groups.append(group)
        else:
            groups[-1].spans.append((begin, end))
    if pending is not None:
        groups.append(pending)
    return groups


def _names_its_own(clause: str, above: str) -> bool:
    """Whether behind a labelled time stands another ("Trưng bày: từ ngày ...; Hội nghị: 14h00 ...")."""
    found = _LABELLED.match(clause)
    return found is not None and _LABELLED.match(above) is not None and has_head(found["name"])


def _ends_in_bracket(text: str, end: int, own: Sequence[Reading], above: Group) -> bool:
    """Whether the only time is in a bracket at the very end, for all that stands before it ("A; B (sáng)")."""
    if len(own) != 1 or has_day(own[0]) or text[end:].strip():
        return False
    if above.readings and item_words()["items.occasions"].search(fold(above.text(text))):
        return False  # "22/12: Kỷ niệm Ngày ...; sinh hoạt ngoại khóa (7h30)": a day has no hour
    last = brackets(text)[-1:]
    return bool(last) and last[0][0] < own[0].at[0] < last[0][1] and not text[last[0][1] :].strip(" .;")


def _tells_the_move(clause: str, text: str, own: Sequence[Reading]) -> bool:
    """Whether a sentence only tells why, and to when, the thing before it is moved ("Do mưa bão, ... lùi sang ...")."""
    return _REASON.match(fold(clause)) is not None and any(is_moved_to(text, reading) for reading in own)


def _tells_what_holds_now(clause: str, own: Sequence[Reading], above: Group) -> bool:
    """Whether behind what is put off or called off a clause only tells when it is held instead ("...; dự kiến ...")."""
    return (
        any(reading.status in OLD for reading in above.readings)
        and any(has_day(r) and r.status not in OLD and not r.deadline for r in own)
        and _INSTEAD.match(fold(clause)) is not None
    )


def _lasts(clause: str, own: Sequence[Reading], above: Group) -> bool:
    """Whether a clause tells only until when the thing before it lasts ("...; thi đấu đến hết ngày 09/8")."""
    return (
        len(own) == 1
        and isinstance(own[0].when, Day)
        and (
            any(isinstance(reading.when, Day) and not reading.deadline for reading in above.readings)
            or not any(map(has_day, above.readings or own))  # its day is that of the row
        )
        and _LASTS.match(fold(clause)) is not None
    )


def _split(text: str, readings: Sequence[Reading], protected: Sequence[Span]) -> Iterable[Span]:
    """The clauses, parted once more where a new hour or part of the day opens a new thing ("..., chiều họp B")."""
    is_closed = covered_by([*brackets(text), *quotations(text)])
    for begin, end in _each_with_its_hour(text, clauses(text, protected), readings):
        first = bisect_left(readings, (begin,), key=_place)
        last = bisect_left(readings, (end,), lo=first, key=_place)
        own = [reading for reading in readings[first:last] if not is_closed(reading.at[0])]
        at = begin
        for before, reading in itertools.pairwise(own):
            head = text[before.at[1] : reading.at[0]]
            tail = text[reading.at[1] : end]
            asked = _ASKED_TOO.search(head)
            if reading.deadline and asked and (before.deadline or has_day(before)):
                yield at, before.at[1] + asked.end()
                at = before.at[1] + asked.end()
                continue
            due = _DUE_TOO.match(head) if before.deadline and reading.deadline else None
            if due and (head[: due.end()].strip() == "và" or has_head(head[due.end() :])):
                yield at, before.at[1]
                at = before.at[1] + due.end()
                continue
            done = _DONE_TOO.match(head)
            if (
                before.deadline
                and not reading.deadline
                and has_day(reading)
                and done
                and (has_head(head[done.end() :]) or sends_somebody(head[done.end() :]))
            ):
                yield at, before.at[1]
                at = before.at[1] + done.end()
                continue
            if named_too := _named_too(text, before, reading):
                yield at, named_too.start("name")
                at = named_too.start("name")
                continue
            if _is_held_too(text, at, before, reading):
                yield at, before.at[1]
                at = before.at[1] + len(head) - len(_COMMA.sub("", head))
                continue
            if _opens_behind(text, at, before, reading, tail):
                yield at, reading.at[0]
                at = reading.at[0]
                continue
            opens = re.search(r"[,–-]\s*$", head) is not None and len(head.split()) > 1
            first_opens = not text[at : before.at[0]].strip(" -+•*(:") or is_leader(
                text[at : before.at[0]].strip(" -:")
            )
            if opens and first_opens and has_head(tail.lstrip(" ,:-–")) and not has_day(reading):
                yield at, reading.at[0]
                at = reading.at[0]
        yield at, end


def _opens_behind(text: str, at: int, before: Reading, reading: Reading, tail: str) -> bool:
    """Whether right behind one thing's hour a part of the day opens another ("họp A, 8h00, chiều 15h kiểm tra B")."""
    part = reading.when.hours.part
    if part is None or has_day(reading) or before.deadline or reading.deadline:
        return False
    beside = _RIGHT_BEHIND.fullmatch(text, before.at[1], reading.at[0]) is not None
    return beside and mentions_head(text[at : before.at[0]]) and has_head(tail.lstrip(" ,:-–"))


def _each_with_its_hour(text: str, spans: Iterable[Span], readings: Sequence[Reading]) -> Iterable[Span]:
    """The clauses, parted where things that are held follow each other, each with its hour in a bracket."""
    several = "), " in text or ") và " in text or ") cùng " in text
    told = [r for r in readings if r.when.hours or has_day(r)] if several else []
    cuts = [
        found.start("name")
        for before, reading in itertools.pairwise(told)
        if (found := _NEXT_IN_BRACKET.fullmatch(text, before.at[1], reading.at[0]))
        and has_head(found["name"])
    ]
    for begin, end in spans:
        at = begin
        for cut in cuts:
            if at < cut < end:
                yield at, cut
                at = cut
        yield at, end


def _named_too(text: str, before: Reading, reading: Reading) -> re.Match[str] | None:
    """The name between "Tiếp Trường A: 14 giờ 07/5 và Trường B: 8 giờ 09/5", each with its day behind a colon."""
    days = isinstance(before.when, Day) and isinstance(reading.when, Day) and before.when != reading.when
    if not days or before.deadline or reading.deadline:
        return None
    return _AND_ANOTHER.fullmatch(text, before.at[1], reading.at[0])


def _is_held_too(text: str, at: int, before: Reading, reading: Reading) -> bool:
    """Whether behind a thing with its day another is named right before its own."""
    if (
        before.deadline
        or reading.deadline
        or not isinstance(before.when, (Day, DaysFromTo))
        or not isinstance(reading.when, (Day, DaysFromTo, Repeat, Window))
    ):
        return False
    head = text[before.at[1] : reading.at[0]]
    comma = _COMMA.match(head)
    if comma is None or before.when == reading.when or not mentions_head(text[at : before.at[0]]):
        return False
    if extent(before.when) == extent(reading.when) and not ("cùng" in comma[0] and reading.when.hours):
        return False
    name = _ONLY_THESE.sub("", head[comma.end() :])
    return len(name) < 60 and has_head(name) and _OF_THE_SAME.match(fold(name)) is None


_place = attrgetter("at")
"""By which readings are found that begin at a place or behind it, given as a tuple of that place alone."""


def rest_of(text: str, span: Span, readings: Sequence[Reading]) -> str:
    """A clause without its times; `readings` are in the order of the text, perhaps with those of other clauses."""
    begin, end = span
    first = bisect_left(readings, (begin,), key=_place)
    if first and readings[first - 1].at[1] > begin:
        first -= 1
    beyond = bisect_left(readings, (end,), lo=first, key=_place)
    if first == beyond:
        return tidy_holes(text[begin:end])
    cuts = [(a - begin, min(b, end) - begin) for a, b in (reading.at for reading in readings[first:beyond])]
    return tidy_holes(with_holes(text[begin:end], cuts))


@lru_cache(maxsize=64)
def is_pure(rest: str) -> bool:
    """Whether nothing is left of a clause but words that lead to a time, a place or a person.

    What groups the clauses of an item and what then takes them apart ask it of the same words.
    """
    rest = rest.rstrip(" .;\n")  # as what takes a clause apart sees it
    bare = _SIGNS.sub(" ", rest).strip()
    if not bare:
        return True
    if len(bare) > _LONGEST_PURE:
        return False
    folded = fold(bare)
    if _FOR_WHOM.match(folded):
        return True
    words = item_words()
    if _NUMBERED_PART.fullmatch(folded):
        return True
    left = words["items.pure"].without(folded)
    if not left:
        return True
    if words["items.told_later"].fullmatch(folded):
        return True
    place = find_place(rest)
    if place and place.at[0] <= len(rest) - len(rest.lstrip(" \x00,.;:-–(")):
        return not rest[place.at[1] :].strip(" \x00,.;:()-–")
    people = find_people(rest)
    return bool(people.cuts) and not filled(with_holes(rest, people.cuts)).strip(" .;,()")
