"""The way from a text to what it says of time: normalise, mask, find pieces, join, build, doubt.

Every step is bounded by the length of the text; nothing here raises for any text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from calendars.grammar import build
from calendars.grammar.attach import attach
from calendars.grammar.changing import apply_changes
from calendars.grammar.clusters import SIGNS, clusters, written
from calendars.grammar.combine import join, may_join
from calendars.grammar.english import ENGLISH
from calendars.grammar.group import Group, group_of, kinds_of_one
from calendars.grammar.language import CHANGE, DOUBT, FEAST, FIGURES, MASKS, PIECES, SCANNED, Language
from calendars.grammar.masks import HIDDEN
from calendars.grammar.named_month import with_named_month
from calendars.grammar.observance_names import may_name_feast, with_marked_openers
from calendars.grammar.observances import find_observances
from calendars.grammar.ocr import Repaired, may_hold_confused_figures, repair
from calendars.grammar.parting import groups
from calendars.grammar.pieces import Kind, Piece
from calendars.grammar.rule import Context, NoTime, Observance, Reading, Understanding
from calendars.grammar.spelling import (
    Normalised,
    is_unaccented,
    matching_form,
    normalise,
    unmarked_form,
)
from calendars.grammar.table import Start, find_pieces
from calendars.grammar.taking_back import taken_back
from calendars.grammar.vietnamese import VIETNAMESE
from calendars.marks import Issue, Status
from calendars.when import Day, Days, Hours, Span, Undated, Window


def find_masks(
    language: Language, starts: Iterable[Start], matching: str, text: str, *, unmarked: bool = False
) -> list[NoTime]:
    """What looks like a time in a text and is none; text: the same as normalised, for what needs capitals."""
    masks = _masks(starts, matching)
    for sign in language.plain_cased_signs if unmarked else language.cased_signs:
        if sign not in matching:
            return masks
    cased = _masks(language.masks_of_capitals(text), text)
    return masks if not cased else [*(one for one in masks if one.at[1] <= cased[0].at[0]), *cased]


def _masks(starts: Iterable[Start], text: str) -> list[NoTime]:
    found = find_pieces(starts, text, MASKS)
    return [NoTime((one.start, one.end), one.kind, one.rules[0]) for one in found] if found else []


def hide(matching: str, stretches: Iterable[tuple[int, int, str]]) -> str:
    """The text with each stretch (begin, end, sign) replaced by so many signs."""
    parts: list[str] = []
    place = 0
    for start, end, sign in stretches:
        parts += (matching[place:start], sign * (end - start))
        place = end
    return "".join((*parts, matching[place:]))


def understand(text: str, context: Context, language: str = "vi") -> Understanding:
    """All that `text` says of time. Never raises for any text; places are those of `text` as given.

    language: "vi", or "en" for the small grammar of quick entry. KeyError for another.
    The time of a commemoration is told by its `Observance` and not by a reading: a talk "nhân dịp 20/11" has no time.
    """
    return _LANGUAGES[language](text, context)


# "T5-9/3, T6-10/3", "CN-19/3": the dash only parts the weekday from its day.
_WEEKDAY_AND_DASH = re.compile(r"(?<!\w)(t[2-7]|cn)-(?=\d{1,2}/\d)")


def _understand_vietnamese(text: str, context: Context) -> Understanding:
    normalised = normalise(text)
    matching = matching_form(normalised.text)
    unmarked = is_unaccented(matching)
    if unmarked:
        matching = with_marked_openers(unmarked_form(matching))
    if "-" in matching:
        matching = _WEEKDAY_AND_DASH.sub(r"\1 ", matching)
    starts, signs = VIETNAMESE.masks_and_pieces(matching, unmarked=unmarked)
    repairs: list[Repaired] = []
    if signs & SCANNED or (signs & FIGURES and may_hold_confused_figures(matching)):
        matching, repairs = repair(matching, unmarked=unmarked)
        if repairs:
            starts, signs = VIETNAMESE.masks_and_pieces(matching, unmarked=unmarked)
    names_feast = signs & FEAST > 0 and may_name_feast(matching)
    pieces: list[Piece] | None = None
    if not names_feast and _DIGIT.search(matching) is None:
        pieces = find_pieces(starts, matching, PIECES)
        if not pieces:
            return _NOTHING  # no figure and no word of time: most lines of a document
    masks = find_masks(VIETNAMESE, starts, matching, normalised.text, unmarked=unmarked)
    hidden = matching
    if masks:
        hidden = hide(hidden, ((*one.at, " " if one.reason == "gloss" else HIDDEN) for one in masks))
    observances: list[Observance] = []
    if names_feast:
        observances, occasions = find_observances(matching, hidden, normalised.text, context)
        titles = [one for one in occasions if one.rule == "occasion-in-a-title"]
        for names in (observances, titles):
            if names:
                hidden = hide(hidden, ((*one.at, HIDDEN) for one in names))
        masks += occasions
    if unmarked:
        hidden = _MOVED_TO.sub(lambda found: found[0][:-4] + "qua ", hidden)
    if hidden is not matching:
        pieces = find_pieces(VIETNAMESE.pieces_alone(hidden, unmarked=unmarked), hidden)
    elif pieces is None:
        pieces = find_pieces(starts, hidden, PIECES)
    readings, vetoed, issues = _readings(VIETNAMESE, pieces, hidden, context, signs, unmarked=unmarked)
    if signs & CHANGE:
        readings = apply_changes(readings, hidden, unmarked=unmarked)
    if repairs:
        repairs.sort(key=lambda one: one.start)
        repaired = [one.start for one in repairs]
        readings = [_with_repairs(one, repairs, repaired) for one in readings]
    no_times = (*masks, *vetoed)
    if len(no_times) > 1:
        no_times = tuple(sorted(no_times, key=lambda one: one.at))
    everything = tuple(readings), tuple(observances), no_times, tuple(issues)
    told: Understanding = tuple.__new__(Understanding, everything)  # made as a reading is, see `build`
    return _in_given_text(told, normalised) if normalised.maps else told


def _understand_english(text: str, context: Context) -> Understanding:
    normalised = normalise(text)
    matching = normalised.text.lower()
    starts, _ = ENGLISH.masks_and_pieces(matching)
    masks = find_masks(ENGLISH, starts, matching, normalised.text)
    hidden = hide(matching, ((*one.at, HIDDEN) for one in masks)) if masks else matching
    if hidden is matching:
        pieces = find_pieces(starts, matching, PIECES)
    else:
        pieces = find_pieces(ENGLISH.pieces_alone(hidden), hidden)
    readings, _, issues = _readings(ENGLISH, pieces, hidden, context)
    told = Understanding(tuple(readings), (), tuple(masks), tuple(issues))
    return _in_given_text(told, normalised) if normalised.maps else told


_NOTHING = Understanding()
_LANGUAGES = {"vi": _understand_vietnamese, "en": _understand_english}


def _in_given_text(told: Understanding, normalised: Normalised) -> Understanding:
    """The same with places of the text as it was given."""
    place = normalised.origin

    def moved(one: _Placed) -> _Placed:
        return one._replace(at=(place(one.at[0]), place(one.at[1])))

    return Understanding(
        tuple(map(moved, told.readings)),
        tuple(map(moved, told.observances)),
        tuple(map(moved, told.no_times)),
        told.issues,
    )


_Placed = TypeVar("_Placed", Reading, Observance, NoTime)
_MOVED_TO = re.compile(
    r"\b(?:hoan|doi|chuyen|lui|dich|day|dieu chinh)\b[^.;\ue000]{0,80}? sang"
    r"(?= (?:ngay|thu|chu|\d|sang|trua|chieu|toi|tuan|thang|luc|hoi|tu (?:ngay|\d)|vao))"
)
_DIGIT = re.compile("[0-9]")  # seen in half the time of "\\d", which asks of each letter what Unicode says
_OPENS_BRACKET = re.compile(r"(?:,? ?-? ?(?:pl|phật lịch)\.? ?(?:\d{4}|\ue000+))? ?\( ?")
_HOUR_LED = re.compile(r"\(| (?:vào |lúc |hồi |từ ){1,3}(?=\d)")
_SAID_AGAIN = re.compile(r"\)? ?(?:[:;,(-] ?)*(?:(?:là|tức là|tức|nhằm|tuc|tuc la|la) )?")
_AND = (" và ", " va ")
_OR = (" hoặc ", " hoac ")
_FROM, _TO = ("từ ", "tu "), ("đến", "đến hết", "tới", "den", "den het")
_NUMBERS_ALONE = frozenset((Kind.NUMBER, *SIGNS))
_NUMBERED = frozenset((Kind.DAY, Kind.NUMBER))


@lru_cache(maxsize=4096)
def _one_time(kinds: str) -> str | None:
    """The kinds of a cluster's pieces where they are one time as they stand, as most are.

    "" where they must be joined or parted, None where they tell nothing. kinds: how the cluster is written.
    """
    if _NUMBERS_ALONE.issuperset(kinds):
        return None
    return "" if may_join(kinds) or _may_name_month(kinds) else kinds_of_one(kinds)


def _may_name_month(kinds: str) -> bool:
    return Kind.PERIOD in kinds and not _NUMBERED.isdisjoint(kinds)


def _readings(
    language: Language,
    pieces: Sequence[Piece],
    hidden: str,
    context: Context,
    signs: int = 0,
    *,
    unmarked: bool = False,
) -> tuple[list[Reading], list[NoTime], list[Issue]]:
    readings: list[Reading] = []
    vetoed: list[NoTime] = []
    issues: list[Issue] = []
    found: list[Group] = []
    for cluster, kinds in clusters(pieces, hidden, language.small_words):
        one = _one_time(kinds)
        if one:
            found.append(group_of(cluster, one, context))
        elif one is not None:
            joined, kinds_joined = join(cluster, kinds)
            if _may_name_month(kinds):
                joined = with_named_month(joined, hidden)
                kinds_joined = written(joined)
            found += groups(joined, kinds_joined, context)
    if len(found) > 1:
        found = attach(found, hidden)
    found.reverse()
    signed = signs & DOUBT > 0
    while found:  # each is let go when it is read: a text may hold a hundred thousand
        group = found.pop()
        told, doubts = build.readings_of(group, hidden)
        issues += doubts
        for reading in told:
            veto = None
            if language is VIETNAMESE:
                veto = taken_back(reading, reading.at, hidden, context, unmarked=unmarked, signed=signed)
            if veto is None and group.pieces[0].kind == Kind.TO and readings:
                span = _from_one_to(readings[-1], reading, hidden)
                if span is not None:
                    readings[-1] = span
                    continue
            if veto is None or (
                veto.unless_listed and readings and _is_listed(reading, readings[-1], hidden)
            ):
                before = readings[-1] if readings else None
                if (
                    before is None
                    or (reading.when != before.when and not hidden.startswith(")", reading.at[1]))
                    or not _is_told_again(reading, before, hidden)
                ):
                    readings.append(reading)
            elif veto.reason == "topic" and (hour := _hour_behind(reading, hidden)):
                readings.append(hour)
                vetoed.append(NoTime((reading.at[0], hour.at[0]), veto.reason, veto.name))
            else:
                vetoed.append(NoTime(reading.at, veto.reason, veto.name))
    if readings and (_OR[0] in hidden or _OR[1] in hidden):
        readings = [_one_of(reading, hidden) for reading in readings]
    return readings, vetoed, issues


def _from_one_to(first: Reading, last: Reading, hidden: str) -> Reading | None:
    """ "từ thứ Năm tuần này đến thứ Ba tuần sau": two days, of which the one is where a stretch begins."""
    begin, end = first.when, last.when
    if not (isinstance(begin, Day) and isinstance(end, Day)) or begin.day >= end.day:
        return None
    if not hidden.startswith(_FROM, first.at[0]) or hidden[first.at[1] : last.at[0]].strip() not in (
        "",
        *_TO,
    ):
        return None
    hours = Hours(begin.hours.start, end.hours.start, begin.hours.part, end.hours.part)
    rules = tuple(dict.fromkeys((*first.rules, *last.rules)))
    when = Span(begin.day, end.day, hours)
    return first._replace(
        at=(first.at[0], last.at[1]), when=when, rules=rules, issues=(*first.issues, *last.issues)
    )


def _one_of(reading: Reading, hidden: str) -> Reading:
    """ "ngày 15 hoặc 16/9": days of which one is meant are not settled."""
    when = reading.when
    words = hidden[slice(*reading.at)]
    if reading.deadline or not isinstance(when, (Day, Days, Span)) or not any(word in words for word in _OR):
        return reading
    if isinstance(when, Span) and when.last is not None:
        when = Window(when.first, when.last, when.hours)
    return reading._replace(when=when, status=Status.TENTATIVE)


def _hour_behind(reading: Reading, hidden: str) -> Reading | None:
    """The hour or part of the day behind a period or a name which is no time, led by a bracket or by "vào".

    "tổng kết năm 2025 (8h00)", "Đại lễ Vu Lan vào lúc 7h30 ngày 28/8".
    """
    begin, end = reading.at
    led = _HOUR_LED.search(hidden, begin, end) if reading.when.hours else None
    if led is None or not hidden[led.end() : end].strip():
        return None
    return reading._replace(at=(led.end(), end), when=Undated(reading.when.hours))


def _is_listed(reading: Reading, before: Reading, hidden: str) -> bool:
    """ "quý I và quý III": whether it stands behind one of its sort and "và"."""
    return type(reading.when) is type(before.when) and hidden[before.at[1] : reading.at[0]] in _AND


def _is_told_again(reading: Reading, before: Reading, hidden: str) -> bool:
    """Whether it only tells the day before it again: "rằm tháng Giêng (03/3/2026)", "Ngày 26/4: Giỗ Tổ Hùng Vương"."""
    between = hidden[before.at[1] : reading.at[0]]
    if reading.when == before.when and _SAID_AGAIN.fullmatch(between):
        return not isinstance(reading.when, Undated)
    if "(" not in between or not _OPENS_BRACKET.fullmatch(between):
        return False
    same = (
        isinstance(reading.when, Day) and isinstance(before.when, Day) and reading.when.day == before.when.day
    )
    return same and not reading.when.hours


def _with_repairs(reading: Reading, repairs: list[Repaired], starts: list[int]) -> Reading:
    inside = repairs[bisect_left(starts, reading.at[0]) : bisect_left(starts, reading.at[1])]
    if not inside:
        return reading
    issues = tuple(Issue("ocr-repair", f"{one.was!r} was read as {one.now.strip()!r}") for one in inside)
    rules = (*reading.rules, *(one.rule for one in inside))
    return reading._replace(issues=(*reading.issues, *issues), rules=rules)


def _is_told_behind(day: date, end: int, days: Sequence[tuple[date, int]]) -> bool:
    """ "Lễ hội Ok Om Bok, rằm tháng Mười": whether the day of a feast is told right behind its name."""
    return any(day == other and 0 <= place - end <= len(", ") for other, place in days)


def told(understanding: Understanding) -> tuple[Reading, ...]:
    """Every time that a text tells, those of commemorations included, in the order of the text."""
    days = [(one.when.day, one.at[0]) for one in understanding.readings if isinstance(one.when, Day)]
    feasts = (
        Reading(one.at, one.when, rules=("observance",), issues=one.issues)
        for one in understanding.observances
        if one.when is not None
        and not any(no.at == one.at for no in understanding.no_times)
        and not (isinstance(one.when, Day) and _is_told_behind(one.when.day, one.at[1], days))
    )
    return tuple(sorted((*understanding.readings, *feasts), key=lambda one: one.at))
