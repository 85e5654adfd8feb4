"""The commemorations that an item names, as drafts of entries.

A meeting held on the occasion of a commemoration is no commemoration; a task in prose that names some yields
one entry each. A named day in brackets that the grammar's table does not know is taken as the text has it
(reference section D.2).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from calendars.grammar.rule import Reading, Understanding
from calendars.layouts.layout import Matter
from calendars.layouts.words import fold
from calendars.marks import Category, Issue, Passage, Status
from calendars.reading.precedence import Origin
from calendars.reading.scope import Draft, Scope
from calendars.reading.spans import Span
from calendars.times import DayPart
from calendars.when import Day, Hours, Repeat, Undated, When, Window, with_hours
from calendars.when import Span as DaysFromTo

_OPENER = re.compile(
    r"(?:^|[,;.]\s*|\b(?:va|gan voi|huong ung|chao mung|ky niem|tuyen truyen|nhan dip|nhan|huong toi|"
    r"to chuc|dip|cac hoat dong|\d+ nam)\s+)"
    r"(?P<name>(?:ngay|thang|tuan le)\s+(?=[^\W\d]))"
)
_OPENS_BRACKET = re.compile(  # "(19/5/1890 - " too: the pair's first day is history
    r"\s*\(\s*(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*[-–]\s*)?"
)
_YEAR_OF_NAME = re.compile(r"\s+năm\s+\d{4}\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A commemoration by the text's own words: its name, when it is, and the stretch of text."""

    name: str
    when: When
    at: Span
    dated: bool
    issues: tuple[Issue, ...] = ()


def named_days(text: str, found: Understanding, readings: Sequence[Reading]) -> list[Named]:
    """The commemorations of a text: those of the grammar, and names with their day in brackets."""
    named = [
        _by_its_bracket(Named(each.name, each.when, each.at, each.dated, each.issues), text, readings)
        for each in found.observances
        if each.when is not None
    ]
    occasions = [each.at for each in found.no_times if each.reason == "occasion"]
    for reading in readings:
        begin, end = reading.at
        bracketed = text[:begin].rstrip().endswith("(") and text[end:].lstrip().startswith(")")
        if not bracketed or not isinstance(reading.when, (Day, DaysFromTo)) or reading.deadline:
            continue
        before = text[: text[:begin].rstrip().rindex("(")]
        openers = [
            m
            for m in _OPENER.finditer(fold(before))
            if not any(a <= m.start("name") < b for a, b in (*(n.at for n in named), *occasions))
        ]
        if openers and len(before) - openers[-1].start("name") < 140:
            start = openers[-1].start("name")
            name = _YEAR_OF_NAME.sub("", before[start:].strip())
            if name[:1].isupper() or text.isascii():
                named.append(Named(name, reading.when, (start, end), dated=True))
    return sorted(named, key=lambda each: each.at)


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
            return replace(named, when=reading.when, at=(begin, reading.at[1]), dated=True, issues=())
    return named


def observance_drafts(
    named: Sequence[Named], scope: Scope, evidence: tuple[Passage, ...], drafts: Sequence[Draft]
) -> Iterable[Draft]:
    """The commemorations that are entries beside the other drafts of their item."""
    if scope.matter in (Matter.REPORT, Matter.TAIL):
        return
    others = [draft for draft in drafts if draft.category is not Category.OBSERVANCE]
    alone = scope.matter is Matter.TASKS or not others
    if not alone and any(draft.category is not Category.DEADLINE for draft in others):
        return
    for each in named:
        if not (alone or each.dated):
            continue
        if isinstance(each.when, (Undated, Repeat, Window)) or _is_told(each, drafts):
            continue
        yield Draft(
            title=_title(each.name),
            category=Category.OBSERVANCE,
            status=Status.CONFIRMED,
            when=each.when if each.when.hours else with_hours(each.when, Hours(part=DayPart.ALL_DAY)),
            origin=Origin.OWN,
            evidence=evidence,
            issues=list(each.issues),
            clues={"observance"} | (set() if each.dated else {"day-from-table"}),
        )


def _is_told(named: Named, drafts: Sequence[Draft]) -> bool:
    return any(d.category is Category.OBSERVANCE and fold(named.name) in fold(d.title) for d in drafts)


def _title(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" ,;.:-–")
    return name[:1].upper() + name[1:]
