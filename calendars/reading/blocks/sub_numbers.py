"""Numbers before things that look like parts of a time, told by how they count: "1.1. 7h30 - Giao ban", "1, 04/2: Họp".

A line alone does not show whether "1.5. 7h30" is a number or the first of May; a line "1." above it, or "1.4." beside
it, does; so do lines that begin "1,", "2,", "3," one after the other.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.documents.document import Line
from calendars.layouts.marks import NUMBER, read_mark

_TWO_NUMBERS = re.compile(r"\s*(?P<mark>(?P<upper>[1-9]\d?)\.(?P<lower>[1-9]\d?))[.):–-]?\s{1,2}(?=\S)")


_LETTERS = "abcdđeghiklm"  # as Vietnamese counts with them
_BEGINS = frozenset("123456789" + _LETTERS)
_WITH_COMMA = re.compile(rf"\s*(?P<number>[1-9]\d?|[{_LETTERS}])(?P<sign>\s?,)\s+(?=\S)")
_WITH_DASH = re.compile(r"\s*(?P<number>[1-9]\d?)(?P<sign>\s?[-–])\s+(?=\S)")
_FEWEST = 3
# Behind "các việc sau:" the numbers 1., 2., 3. with semicolons before them.
_RUN_ON = re.compile(r"(?:(?<=: )|(?<=[;.] ))\(?(?P<number>[1-9]\d?)[.)-]\)?\s+(?=[^\W_])")
_DATED = re.compile(
    r"\d\s?[/.]\s?\d|\b(?:ngày \d|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|tháng|tuần)\b", re.IGNORECASE
)
_MOST = 0.7


def with_run_on_numbers(lines: Sequence[Line]) -> Iterable[Line]:
    """The lines, things that are counted on in one of them each on its own, where most of these tell a time."""
    for line in lines:
        if ": 1" not in line.text and ": (1" not in line.text:  # as in most
            yield line
            continue
        places = _counted_on(line.text)
        places.append(len(line.text))
        parts = [line.text[begin:end].strip() for begin, end in pairwise(places)]
        if len(parts) < _FEWEST or sum(map(bool, map(_DATED.search, parts))) < _MOST * len(parts):
            yield line
            continue
        yield line.with_text(line.text[: places[0]].rstrip())
        yield from (replace(line, text=part.rstrip(" ;"), mark=None, whole=True) for part in parts)


def _counted_on(text: str) -> list[int]:
    """The places of the numbers of a line that count from 1, the first behind a colon."""
    places: list[int] = []
    for found in _RUN_ON.finditer(text):
        first = not places and text[: found.start()].endswith(": ")
        if int(found["number"]) == len(places) + 1 and (places or first):
            places.append(found.start())
    return places


def with_comma_numbers(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, a dot behind the numbers of those that are counted "1,", "2,", "3," or "a ,", "b ,", "c ,".

    So where "7- 19/02: Lễ giao quân" is one of those counted "1-", "2-", "3-": else it were days of February.
    """
    led = [n for n, line in enumerate(lines) if line.text.lstrip()[:1] in _BEGINS]
    return _counted_with(_counted_with(lines, led, _WITH_COMMA), led, _WITH_DASH)


def _counted_with(lines: Sequence[Line], led: Sequence[int], pattern: re.Pattern[str]) -> Sequence[Line]:
    told = {n: found for n in led if (found := pattern.match(lines[n].text))}
    counted: list[int] = []
    last = 0
    for n, found in told.items():
        number = _order(found["number"])
        if number == last + 1 or number == 1:
            counted.append(n)
            last = number
    if len(counted) < _FEWEST or max(_order(told[n]["number"]) for n in counted) < _FEWEST:
        return lines
    numbered = list(lines)
    for n in counted:
        text, found = lines[n].text, told[n]
        if "-" not in found["sign"] or text[found.end()].isdigit():
            numbered[n] = lines[n].with_text(f"{text[: found.start('sign')]}.{text[found.end('sign') :]}")
    return numbered


def _order(mark: str) -> int:
    """Where a number or a letter stands when things are counted with it: 1 for "1" and for "a"."""
    return int(mark) if mark.isdecimal() else _LETTERS.index(mark) + 1


def with_sub_numbers(lines: Sequence[Line]) -> Iterable[Line]:
    """The lines, those that are counted 1.1, 1.2 below "1." with that as their mark."""
    upper, lower = 0, 0
    for line in lines:
        text = line.text.lstrip()
        if not text[:1].isdecimal():
            yield line
            continue
        found = _TWO_NUMBERS.match(line.text)
        mark = read_mark(text)
        known = found is not None and mark is not None and mark.text == found["mark"]
        if found is not None and line.mark is None and not known:
            counted = int(found["upper"]), int(found["lower"])
            if upper and counted == (upper, lower + 1):
                lower += 1
                yield replace(line, text=line.text[found.end() :], mark=found["mark"])
                continue
        if mark is not None and mark.rank == NUMBER:
            upper, lower = int(mark.text), 0
        elif mark is not None and mark.text == f"{upper}.{lower + 1}":
            lower += 1
        yield line
