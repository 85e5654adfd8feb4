"""Whether a reading is taken back: the table of vetoes held against what stands around it.

What a veto looks for stands in the reading's own clause, on its left, and must be near. Nearly no reading has it, so
each look is preceded by a cheaper one.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from calendars.grammar.rule import Context, Reading
from calendars.grammar.table import any_of, in_matching_form
from calendars.grammar.veto import MEETING, SHOWN, SHOWN_BEHIND, Veto
from calendars.grammar.veto_conditions import OF_THE_PAST, is_to_come
from calendars.grammar.vetoes import VETOES
from calendars.when import Day, Days, Repeat, Span, Undated, Window


@dataclass(frozen=True, slots=True)
class _Ready:
    """A veto ready to look: no match of its left side can begin more than `width` letters before the reading.

    anywhere: whether it also takes back what has nothing before it; at_end: what has nothing behind it; far: what must
    stand behind it, further off than others look.
    """

    veto: Veto
    left: re.Pattern[str]
    width: int
    right: re.Pattern[str]
    anywhere: bool
    at_end: bool
    far: str


_Signed = tuple[str, str, _Ready]
"""A veto behind the words of which what stands before a reading and behind it must hold some, else it is passed by."""

_Case = tuple[type, bool, bool, bool, bool]
"""The sort of a value, whether anything stands before it and behind it, whether it is to come, whether the text has any
sign."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The vetoes that may hold, by the case, and what tells of a meeting."""

    vetoes: Mapping[_Case, tuple[_Signed, ...]]
    meeting: re.Pattern[str]


def _ready(veto: Veto, form: Callable[[str], str]) -> _Ready:
    veto = replace(veto, sign=form(veto.sign), sign_behind=form(veto.sign_behind))
    left, right = re.compile(f"(?:{form(veto.left)})\\Z"), re.compile(form(veto.right))
    return _Ready(
        veto=veto,
        left=left,
        width=veto.reach,
        right=right,
        anywhere=left.match("") is not None,
        at_end=not veto.sign_behind and right.match("") is not None,
        far=veto.sign_behind if veto.reach_behind > SHOWN_BEHIND else "",
    )


def _table(form: Callable[[str], str]) -> _Table:
    ready = [_ready(veto, form) for veto in VETOES]
    sorts: tuple[type, ...] = (Day, Days, Span, Window, Repeat, Undated)
    yes_or_no = (False, True)
    vetoes = {
        case: tuple(
            (one.veto.sign, "" if one.far else one.veto.sign_behind, one)
            for one in ready
            if _may_hold(one, case)
        )
        for case in product(sorts, yes_or_no, yes_or_no, yes_or_no, yes_or_no)
    }
    meeting = rf"(?<!\w){MEETING}(?!\w)(?! (?:chất lượng|kết quả))"
    return _Table(vetoes, re.compile(form(meeting)))


def _may_hold(ready: _Ready, case: _Case) -> bool:
    sort, behind_words, before_words, to_come, signed = case
    veto = ready.veto
    return (
        sort in veto.of
        and (behind_words or ready.anywhere)
        and (before_words or ready.at_end)
        and not (to_come and veto.holds in OF_THE_PAST)
        and (signed or not _words_of(veto))
    )


def _words_of(veto: Veto) -> list[str]:
    """The signs of a veto that begin with a word."""
    return [sign for one in (veto.sign, veto.sign_behind) if (sign := one.lstrip())[:1].isalpha()]


BEGINNINGS = any_of({sign for veto in VETOES for sign in _words_of(veto)})
"""With what the signs of the vetoes begin."""


_MARKED = _table(str)


@cache
def _unmarked() -> _Table:
    """The same for text typed without diacritics, which few documents are."""
    return _table(lambda pattern: in_matching_form(pattern, unmarked=True))


_CLAUSE_ENDS = ".;:!?\n\ue000"


def taken_back(
    reading: Reading,
    span: tuple[int, int],
    matching: str,
    context: Context,
    *,
    unmarked: bool = False,
    signed: bool = True,
) -> Veto | None:
    """The first veto that holds for a reading at `span` of a text in matching form.

    unmarked: whether the text was typed without diacritics; signed: whether it may hold a sign of a veto.
    """
    table = _unmarked() if unmarked else _MARKED
    start, end = span
    when = reading.when
    to_come = isinstance(when, Day) and is_to_come(when.day, context)
    vetoes = table.vetoes[type(when), start > 0, end < len(matching), to_come, signed]
    if not vetoes:
        return None
    shown = matching[start - SHOWN : start] if start > SHOWN else matching[:start]
    words = matching[start:end]
    behind = matching[end : end + SHOWN_BEHIND]
    for sign, sign_behind, ready in vetoes:
        if sign not in shown or sign_behind not in behind:
            continue
        veto = ready.veto
        if veto.reach < SHOWN and not ready.left.search(shown, max(0, len(shown) - ready.width)):
            continue  # what does not stand before it does not stand in its clause
        if ready.far and matching.find(ready.far, end, end + veto.reach_behind) < 0:
            continue
        if not veto.holds(when, words, context):
            continue
        if veto.right and not ready.right.match(matching, end, end + veto.reach_behind):
            continue
        left = _clause(shown, whole=start <= SHOWN)
        if veto.unless_meeting and table.meeting.search(left):
            continue
        near = max(0, len(left) - ready.width)
        if ready.left.search(left, near):
            return veto
    return None


def _clause(shown: str, *, whole: bool) -> str:
    """What of the letters before a reading is of its own clause; whole: whether they are all that there are."""
    ends = max(map(shown.rfind, _CLAUSE_ENDS)) + 1
    return shown[ends:].lstrip() if ends or whole else shown
