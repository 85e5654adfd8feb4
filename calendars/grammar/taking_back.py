"""Whether a reading is taken back: the table of vetoes held against what stands around it.

What a veto looks for stands in the reading's own clause, on its left, and must be near. Nearly no reading has it, so
each look is preceded by a cheaper one.
"""

import re
from dataclasses import dataclass

from calendars.grammar.rule import Context, Reading
from calendars.grammar.vetoes import MEETING, SHOWN, SHOWN_BEHIND, VETOES, Veto
from calendars.when import Day, Days, Repeat, Span, Undated, Window


@dataclass(frozen=True, slots=True)
class _Ready:
    """A veto ready to look: no match of its left side can begin more than `width` letters before the reading.

    anywhere: whether it also takes back what has nothing before it.
    """

    veto: Veto
    left: re.Pattern[str]
    width: int
    right: re.Pattern[str]
    anywhere: bool


def _ready(veto: Veto) -> _Ready:
    left = re.compile(f"(?:{veto.left})\\Z")
    return _Ready(veto, left, veto.reach, re.compile(veto.right), left.match("") is not None)


_COMPILED = {
    sort: tuple(_ready(veto) for veto in VETOES if sort in veto.of)
    for sort in (Day, Days, Span, Window, Repeat, Undated)
}
_WITH_NOTHING_BEFORE = {
    sort: tuple(ready for ready in each if ready.anywhere) for sort, each in _COMPILED.items()
}
_HAS_MEETING = re.compile(rf"(?<!\w){MEETING}(?!\w)(?! (?:chất lượng|kết quả))")
_CLAUSE_ENDS = ".;:!?\n\ue000"


def taken_back(reading: Reading, span: tuple[int, int], matching: str, context: Context) -> Veto | None:
    """The first veto that holds for a reading at `span` of a text in matching form."""
    start, end = span
    shown = matching[max(0, start - SHOWN) : start]
    words = matching[start:end]
    for ready in (_COMPILED if shown else _WITH_NOTHING_BEFORE)[type(reading.when)]:
        veto = ready.veto
        if veto.sign and veto.sign not in shown:
            continue
        if veto.sign_behind and matching.find(veto.sign_behind, end, end + SHOWN_BEHIND) < 0:
            continue
        if veto.reach < SHOWN and not ready.left.search(shown, max(0, len(shown) - ready.width)):
            continue  # what does not stand before it does not stand in its clause
        if not veto.holds(reading.when, words, context):
            continue
        if veto.right and not ready.right.match(matching[end : end + SHOWN_BEHIND]):
            continue
        left = _clause(shown, whole=start <= SHOWN)
        if veto.unless_meeting and _HAS_MEETING.search(left):
            continue
        near = max(0, len(left) - ready.width)
        if ready.left.search(left, near):
            return veto
    return None


def _clause(shown: str, *, whole: bool) -> str:
    """What of the letters before a reading is of its own clause; whole: whether they are all that there are."""
    ends = max(map(shown.rfind, _CLAUSE_ENDS)) + 1
    return shown[ends:].lstrip() if ends or whole else shown
