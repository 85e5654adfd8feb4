"""Pieces that stand together, joined: times to a range, days to a list, a list to a range of days.

A cluster is a run of pieces with nothing between them but punctuation and small words. It is written with one letter
for each piece (see `Kind`) and the punctuation as it is, "8h00 - 11h30, ngày 24/11" as `C-C,D`, and the rules
below are patterns over such words. What stands in any order is put together afterwards, in `build`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from calendars.grammar.clusters import Item, written
from calendars.grammar.joined_values import (
    days,
    end_and_beginning,
    from_month,
    hours,
    listed,
    one_after_the_other,
    open_ended,
    opened_at,
    periods,
    rising_days,
    told_by_its_date,
    told_by_weekdays,
)
from calendars.grammar.pieces import (
    Clock,
    DayList,
    Element,
    Kind,
    Member,
    PartDate,
    Period,
    Piece,
    Unit,
)
from calendars.times import DayPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """A rule over pieces. pattern: a regular expression over kinds and signs, spaces are for the eye.

    meaning: the joined value of the matched items, None to leave them. examples: cluster texts with the value's kind.
    """

    name: str
    kind: str
    pattern: str
    meaning: Callable[[Sequence[Item]], object]
    examples: Mapping[str, object]


def join(cluster: list[Item], kinds: str) -> tuple[list[Item], str]:
    """The cluster with everything joined that the rules below join, and how it is `written`; kinds: how it was."""
    index, places = _next_fit(kinds, 0)
    while places:
        rule = JOINING_RULES[index]
        joined: list[Item] = []
        done = 0
        for start, end in places:
            items = cluster[start:end]
            value = rule.meaning(items)
            if value is None:
                continue
            joined += (*cluster[done:start], _joined(rule, value, items))
            done = end
        if done:
            cluster = [*joined, *cluster[done:]]
            kinds = written(cluster)
        index, places = _next_fit(kinds, index + 1)
    return cluster, kinds


def may_join(kinds: str) -> bool:
    """Whether any of the rules below fits a cluster that is written so."""
    return bool(_next_fit(kinds, 0)[1])


def _joined(rule: Joining, value: object, items: Sequence[Item]) -> Piece:
    pieces = [item for item in items if isinstance(item, Piece)]
    names = (rule.name, *(name for piece in pieces for name in piece.rules))
    issues = tuple(issue for piece in pieces for issue in piece.issues)
    return Piece(rule.kind, value, pieces[0].start, pieces[-1].end, names, issues)


_SIDE = (
    r"(?: (?:[WPC],?:?){0,3} [DN] (?:\((?:[WPC]\)|W|[PC](?!C|,?D)))? (?:,?[CP](?=,?>))?"
    r" | (?:[CP],?){0,2}W\(D\)? | [WPC]*\([WPC]\),?[DN] )"
)
_MEMBER = r"(?: (?:[WP],?){0,2} [DN] (?:\([WP]\)?)? | P?W\(D\)? )"

JOINING_RULES = (
    Joining(
        name="counted-day-with-its-date",
        kind=Kind.DAY,
        pattern=r"D ,? (?: (?:W ,?)? D | \( (?:W ,?)? D \)? )",
        meaning=told_by_its_date,
        examples={
            "hôm nay (31/3)": PartDate(31, 3),
            "hôm nay, ngày 10-11": PartDate(10, 11),
            "ngày mai, thứ Sáu 20/3": PartDate(20, 3),
        },
    ),
    Joining(
        name="hours-from-to",
        kind=Kind.CLOCK,
        pattern="<? C P [->] C P | <? C P? [->] C (?:P(?![,:]?[DNW]))? | < N > C (?:P(?![,:]?[DNW]))?",
        meaning=hours,
        examples={
            "8h00 - 11h30": Clock(time(8), time(11, 30)),
            "từ 7h30 đến 11h": Clock(time(7, 30), time(11)),
            "từ 2 giờ đến 4 giờ chiều": Clock(time(14), time(16), DayPart.AFTERNOON),
            "từ 7h sáng đến 5h chiều": Clock(time(7), time(17)),
            "từ 2h chiều đến 4h": Clock(time(14), time(16), DayPart.AFTERNOON),
            "từ 8h sáng đến 17h": Clock(time(8), time(17)),
            "từ 7 đến 9 giờ": Clock(time(7), time(9)),
        },
    ),
    Joining(
        name="days-from-to-with-late-hours",
        kind=Kind.DAY,
        pattern="<? [DN] ,? [CP] ,? [->] [DN] ,? [CP]",
        meaning=lambda items: days([item for item in items if item != ","]),
        examples={
            "24/11, 14h - 26/11, 9h": DayList(
                (
                    Element(
                        Member(PartDate(24, 11), clock=Clock(time(14))),
                        Member(PartDate(26, 11), clock=Clock(time(9))),
                    ),
                )
            )
        },
    ),
    Joining(
        name="days-by-hyphens",
        kind=Kind.DAY,
        pattern="[DN] - N (?: - N){0,6} - D",
        meaning=rising_days,
        examples={"ngày 04-05-06/11": listed(PartDate(4), PartDate(5), PartDate(6, 11))},
    ),
    Joining(
        name="number-with-its-weekday",
        kind=Kind.DAY,
        pattern=r"P N \( W (?:\)? ,? [,&] N \( W){0,6} (?!F) \)? (?!F)",
        meaning=told_by_weekdays,
        examples={
            "sáng 24 (thứ Sáu)": DayList((Element(Member(PartDate(24), 4, part=DayPart.MORNING)),)),
            "cả ngày 24 (thứ Sáu), 25 (thứ Bảy)": DayList(
                (
                    Element(Member(PartDate(24), 4, part=DayPart.ALL_DAY)),
                    Element(Member(PartDate(25), 5, part=DayPart.ALL_DAY)),
                )
            ),
        },
    ),
    Joining(
        name="days",
        kind=Kind.DAY,
        pattern=rf"<? (?:{_SIDE} [,;&]?[->],? {_SIDE} | {_SIDE}) (?: ,?[,;&]{{1,2}} (?:{_MEMBER} [->] {_MEMBER} "
        rf"| {_MEMBER}) )+"
        rf"| <? {_SIDE} [,;&]?[->],? {_SIDE} | N - D | N > D",
        meaning=days,
        examples={
            "ngày 24, 26/11": listed(PartDate(24), PartDate(26, 11)),
            "24-26/11": DayList((Element(Member(PartDate(24)), Member(PartDate(26, 11))),)),
            "từ ngày 24/11, đến ngày 26/11": DayList(
                (Element(Member(PartDate(24, 11)), Member(PartDate(26, 11))),)
            ),
            "11-13 và 18/11": DayList(
                (Element(Member(PartDate(11)), Member(PartDate(13))), Element(Member(PartDate(18, 11))))
            ),
        },
    ),
    Joining(
        name="days-and-when-they-open",
        kind=Kind.DAY,
        pattern=r"D \( C ,? D",
        meaning=opened_at,
        examples={
            "ngày 08-09/11/2023 (khai mạc lúc 13h30 ngày 08/11/2023)": DayList(
                (Element(Member(PartDate(8), clock=Clock(time(13, 30))), Member(PartDate(9, 11, 2023))),)
            )
        },
    ),
    Joining(
        name="end-of-one-and-beginning-of-the-next",
        kind=Kind.PERIOD,
        pattern="M [,;&-]? M",
        meaning=end_and_beginning,
        examples={
            "cuối tháng 11, đầu tháng 12": Period(
                Unit.MONTH, 11, piece="3/3", to=Period(Unit.MONTH, 12, piece="1/3")
            )
        },
    ),
    Joining(
        name="periods-one-after-the-other",
        kind=Kind.PERIOD,
        pattern="M & M",
        meaning=one_after_the_other,
        examples={
            "tuần này và tuần sau": Period(Unit.WEEK, to=Period(Unit.WEEK, shift=1)),
            "tuần 47 và tuần 48": Period(Unit.WEEK, 47, to=Period(Unit.WEEK, 48)),
        },
    ),
    Joining(
        name="periods-from-to",
        kind=Kind.PERIOD,
        pattern="<? M > M | < M - M",
        meaning=periods,
        examples={
            "từ quý IV/2023 đến quý I/2024": Period(
                Unit.QUARTER, 4, 2023, to=Period(Unit.QUARTER, 1, 2024), run=True
            ),
            "từ trung tuần tháng 11 đến hạ tuần tháng 12": Period(
                Unit.MONTH, 11, piece="11-20", to=Period(Unit.MONTH, 12, piece="21-"), run=True
            ),
        },
    ),
    Joining(
        name="from-part-of-a-month-to-a-day",
        kind=Kind.DAY,
        pattern="< M > D",
        meaning=from_month,
        examples={
            "từ đầu tháng 11 đến ngày 15/12": DayList(
                (Element(Member(PartDate(1, 11)), Member(PartDate(15, 12))),)
            )
        },
    ),
    Joining(
        name="from-a-day-on",
        kind=Kind.DAY,
        pattern=r"< (?:[WP],?){0,2} D (?: \([WP]\) )? | < N (?= > M )",
        meaning=open_ended,
        examples={
            "từ ngày 01/12": DayList((Element(Member(PartDate(1, 12))),), open_ended=True),
            "từ 15 đến cuối tháng 4": DayList((Element(Member(PartDate(15))),), open_ended=True),
        },
    ),
)


_PATTERNS = tuple(re.compile(rule.pattern.replace(" ", "")) for rule in JOINING_RULES)


@lru_cache(maxsize=4096)
def _next_fit(word: str, first: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The first rule, from the one of that number on, whose pattern a word holds, and where; no places for none."""
    for index in range(first, len(_PATTERNS)):
        places = tuple(found.span() for found in _PATTERNS[index].finditer(word))
        if places:
            return index, places
    return len(_PATTERNS), ()
