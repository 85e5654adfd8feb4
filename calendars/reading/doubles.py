"""The same thing told twice in one document: in prose and again in the list of meetings, or in two lists.

The entries become one, with the evidence of both; the firmer time stays and a difference is an issue (reference
section F.6). Not the same: other ordinals, other participants, sơ kết and tổng kết of one plan.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from calendars.layouts.words import fold
from calendars.marks import Category, Issue, Status
from calendars.programme import Entry
from calendars.times import DaySpan
from calendars.when import Day, When, Window, extent

_WORD = re.compile(r"\w+")
_GENERIC = {
    "hop",
    "cuoc",
    "phien",
    "hoi",
    "nghi",
    "buoi",
    "to",
    "chuc",
    "du",
    "cac",
    "va",
    "ve",
    "cua",
    "cho",
    "tai",
    "ngay",
    "nam",
    "le",
}
_TELLING = {"so", "tong", "trien", "tham", "ket", "khai", "mac", "be"}
_ENOUGH = 0.75
_SAME_PLACE = 0.5


def merge_doubles(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those that are told twice as one, in the order in which they first stand."""
    merged: list[Entry] = []
    titles: list[str] = []
    key = cache(key_of)  # asked for few of the titles
    # Only what has the same time, or overlaps a window, can be the same: the rest of a long document is not tried.
    timed: dict[object, list[int]] = {}
    windows: list[int] = []
    named: dict[tuple[date, str], int] = {}
    spans: list[DaySpan | None] = []
    for entry in entries:
        is_window = isinstance(entry.when, Window)
        span = extent(entry.when)
        near = range(len(merged)) if is_window else sorted({*timed.get(entry.when, ()), *windows})
        place = None
        for n in near:
            one = merged[n]
            overlap = (is_window or isinstance(one.when, Window)) and _overlap(spans[n], span)
            if (overlap or one.when == entry.when) and _same(one, titles[n], entry, key):
                place = n
                break
        if place is None and isinstance(entry.when, Day):
            alike = named.setdefault((entry.when.day, entry.title), len(merged))
            place = alike if alike < len(merged) and _tells_more(merged[alike], entry) else None
        if place is None:
            place = len(merged)
            merged.append(entry)
            titles.append(entry.title)
            spans.append(span)
        else:
            merged[place] = _one_of(merged[place], entry)
            spans[place] = span if merged[place].when is entry.when else spans[place]
        timed.setdefault(merged[place].when, []).append(place)
        if isinstance(merged[place].when, Window):
            windows.append(place)
    return merged


def key_of(title: str) -> frozenset[str]:
    """The words of a title that tell it from others."""
    return frozenset(_WORD.findall(fold(title))) - _GENERIC


def _same(one: Entry, title: str, other: Entry, key: Callable[[str], frozenset[str]]) -> bool:
    """Whether two entries whose times agree tell the same thing.

    title: as the first was told first; key: see `key_of`.
    """
    is_same_time = one.when == other.when
    off = {one.status, other.status} & {Status.POSTPONED, Status.CANCELLED}
    told_again = one.status is other.status and is_same_time and fold(one.title) == fold(other.title)
    if one.category is not other.category or (off and not told_again):
        return False
    if is_same_time and fold(one.title) == fold(other.title):
        apart = _elsewhere(one, other) or _for_others(one, other)
        return (one.chair == other.chair or None in (one.chair, other.chair)) and not apart
    one_key, other_key = key(title), key(other.title)
    if one.category is Category.OBSERVANCE:
        return is_same_time and (one_key <= other_key or other_key <= one_key)
    if not one_key or not other_key:
        return False
    differing = one_key ^ other_key
    if differing & _TELLING or any(map(str.isdigit, differing)):
        return False
    if differing and differing <= _words_of_place(one) ^ _words_of_place(other):
        return False  # "Tiếp xúc cử tri xã Yên Hòa" and "... xã Yên Lập"
    return len(one_key & other_key) >= _ENOUGH * len(one_key | other_key)


def _tells_more(one: Entry, other: Entry) -> bool:
    """Whether two entries of one title and day differ in that one tells an hour, or the closing hour, and one none."""
    if not isinstance(one.when, Day) or not isinstance(other.when, Day) or one.status is not other.status:
        return False
    here, there = one.when.hours, other.when.hours
    alike = here.start == there.start and here.start and None in (here.end, there.end)
    if not (alike or not here or not there) or here == there:
        return False
    whose = one.chair == other.chair or None in (one.chair, other.chair)
    meets = one.category is other.category is Category.MEETING
    return meets and whose and not (_elsewhere(one, other) or _for_others(one, other))


def _hours_told(when: When) -> int:
    return sum(told is not None for told in when.hours)


def _for_others(one: Entry, other: Entry) -> bool:
    """Whether two things are for groups that are told apart by their numbers ("Khối 10", "Khối 11")."""
    if one.attendees == other.attendees:
        return False
    here, there = (
        {word for word in _WORD.findall(entry.attendees or "") if word.isdigit()} for entry in (one, other)
    )
    return bool(here) and bool(there) and here != there


def _elsewhere(one: Entry, other: Entry) -> bool:
    """Whether two things are at places that have next to no word in common ("xã Đồng Bãi", "xã Cát Lở")."""
    if one.location is None or other.location is None:
        return False
    here, there = _words_of_place(one), _words_of_place(other)
    return bool(here) and bool(there) and len(here & there) < _SAME_PLACE * min(len(here), len(there))


def _words_of_place(entry: Entry) -> set[str]:
    return set(_WORD.findall(fold(entry.location or "")))


def _overlap(one: DaySpan | None, other: DaySpan | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _one_of(one: Entry, other: Entry) -> Entry:
    """Both as one: the day rather than the window, the fields that either has."""
    first, second = (
        (other, one) if isinstance(one.when, Window) and not isinstance(other.when, Window) else (one, other)
    )
    if isinstance(first.when, Window) and isinstance(second.when, Window) and _days(second) < _days(first):
        first, second = second, first
    issues = first.issues
    if _tells_more(first, second):
        first = replace(first, when=max((first.when, second.when), key=_hours_told))
    elif first.when != second.when and not isinstance(second.when, Window):
        detail = f"told twice with different times: {first.when} and {second.when}"
        issues = (*issues, Issue("told-twice", detail, second.evidence[0] if second.evidence else None))
    return replace(
        first,
        location=first.location or second.location,
        chair=first.chair or second.chair,
        attendees=first.attendees or second.attendees,
        prepared_by=first.prepared_by or second.prepared_by,
        note=first.note or second.note,
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        confidence=min(first.confidence, second.confidence),
        issues=issues,
    )


def _days(entry: Entry) -> int:
    span = extent(entry.when)
    return len(span) if span else 10_000
