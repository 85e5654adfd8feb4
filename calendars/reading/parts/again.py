"""The same thing held once more, of which a clause tells only when and where, or which part of it is meant.

"7 giờ 30: tiếp xúc cử tri tại phường 2; 13 giờ 30 tại xã Tân Thạnh", "Tập huấn (lớp 1) 13h30 ngày 07/5; lớp 2 cùng giờ
ngày 09/5". What is hard: a second hour in a sentence is more often the end or a remark, so that both times must have
their place, or the clause the number of its part.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from calendars.grammar.rule import Reading
from calendars.layouts.words import fold
from calendars.reading.naming.places import find_place
from calendars.reading.scope import Draft, Scope
from calendars.reading.timing.precedence import has_day
from calendars.when import Day, with_hours

_NUMBER = r"(?:\d{1,2}|[ivx]+|[a-d]|nhất|hai|ba|tư)"
_PART = rf"(?:lớp|đợt|nhóm|ca|khóa|khoá|cụm|lượt|buổi|vòng|khối|phiên)\s+(?:thứ\s+|số\s+)?{_NUMBER}"
_PART_AGAIN = re.compile(
    rf"\W*(?P<part>{_PART})\s*[:,]?\s*(?P<same>(?:vào\s+)?(?:cũng\s+)?cùng\s+(?:giờ|thời gian|khung giờ))?[\s,:\x00.]*"
    r"(?:(?:và\s+)?cùng\s+địa điểm|(?P<place>(?:,\s|\s)?\(?tại\s[^,;:.]{2,60}))?[\s,:\x00.]*",
    re.IGNORECASE,
)
_FIRST_PART = re.compile(rf"\s*[(:,–-]?\s*{_PART}\)?\s*$", re.IGNORECASE)
_PART_IN = re.compile(rf"(?<!\w){_PART}(?!\w)", re.IGNORECASE)


def is_hour_and_place(rest: str, own: Sequence[Reading], above: str, told: Sequence[Reading]) -> bool:
    """Whether a clause tells another hour or day at another place than the clauses above, which told theirs."""
    if len(own) != 1 or any(reading.deadline for reading in (*own, *told)):
        return False
    if not (_is_another_day(own[0], told) if has_day(own[0]) else _is_another_hour(own[0], told)):
        return False
    first, second = find_place(above), find_place(rest)
    return first is not None and second is not None and fold(first.name) != fold(second.name)


def _is_another_hour(reading: Reading, told: Sequence[Reading]) -> bool:
    hour = reading.when.hours.start or reading.when.hours.part
    hours = {other.when.hours.start or other.when.hours.part for other in told} - {None}
    return hour is not None and bool(hours) and hour not in hours


def _is_another_day(reading: Reading, told: Sequence[Reading]) -> bool:
    days = [other.when.day for other in told if isinstance(other.when, Day)]
    return isinstance(reading.when, Day) and len(days) == len(told) == 1 and reading.when.day > days[0]


def is_another_part(
    rest: str, own: Sequence[Reading], above: Callable[[], str], told: Sequence[Reading]
) -> bool:
    """Whether a clause tells when another part of what stands above is ("lớp 2 cùng giờ ngày 09/5", "14h00: nhóm 2").

    above, told: the clause above and its times. A bare hour needs the same kind of part there ("8h00: Thi, nhóm 1").
    """
    found = _PART_AGAIN.fullmatch(rest)
    if found is None:
        return False
    if found["same"] is not None:
        return any(map(has_day, own))
    first = next(iter(_PART_IN.findall(above())[-1:]), None)
    if first is None or first.split()[0].lower() != found["part"].split()[0].lower() or len(own) != 1:
        return False
    return not own[0].deadline and not has_day(own[0]) and _is_another_hour(own[0], told)


def scope_again(scope: Scope, above: Draft) -> Scope:
    """The scope of a clause that tells only when and where the thing above is held again."""
    return replace(scope, subject=above.title, parent=None)


def named_again(drafts: Sequence[Draft], above: Draft, rest: str) -> None:
    """Give drafts the name of the thing above, with the part that is meant, and its hour where that is the same."""
    found = _PART_AGAIN.match(rest)
    for draft in drafts:
        if found is None:
            draft.title = above.title
            continue
        draft.title = f"{_FIRST_PART.sub('', above.title)} ({found['part'].lower()})"
        draft.location = draft.location or above.location
        if isinstance(draft.when, Day) and not draft.when.hours:
            draft.when = with_hours(draft.when, above.when.hours)
