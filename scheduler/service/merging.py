"""Two entries of a draft made one, and made two again.

What is hard is to take a merging back after more has been done: what the whole took is remembered with the entry that
gave it, and only that is given back, where nobody has written over it since.
"""

from collections.abc import Sequence
from dataclasses import replace
from heapq import nlargest
from typing import Any

from rapidfuzz import fuzz

from calendars.grammar.spelling import fold
from calendars.programme import Entry
from scheduler.service.drafts import TEXT_FIELDS, DraftEntry, Merging, UnknownDraft, Verdict, with_entry

Entries = tuple[DraftEntry, ...]

FEW = 8
"""So many are seen at a glance, in the document's order."""
MOST_ALIKE = 5


def merged(entries: Entries, number: int, into: int) -> Entries:
    """The entries with one made part of another, which takes what it lacks from it, and all its passages.

    The whole counts as accepted. UnknownDraft where one of them is not there or is a part already.
    """
    part, whole = _entry(entries, number), _entry(entries, into)
    if number == into:
        raise UnknownDraft("an entry cannot be merged into itself")
    if Verdict.MERGED in (part.verdict, whole.verdict):
        raise UnknownDraft(f"entry {number} or {into} is part of another already; take that back first")
    kept, given = _joined(whole.entry, part.entry)
    merging = Merging(into=into, given=given, was=part.verdict, whole_was=whole.verdict)
    part = replace(part, verdict=Verdict.MERGED, merging=merging)
    return with_entry(with_entry(entries, part), replace(whole, entry=kept, verdict=Verdict.ACCEPTED))


def parted(entries: Entries, number: int) -> Entries:
    """The entries with that one on its own, as it was; where it was merged, the whole gives back what it took.

    UnknownDraft where it is not there, or where the whole has itself been merged since.
    """
    part = _entry(entries, number)
    if part.verdict is not Verdict.MERGED:
        return entries
    merging = part.merging
    if merging is None:  # merged by a version that did not remember into what
        return with_entry(entries, replace(part, verdict=Verdict.OPEN))
    whole = _entry(entries, merging.into)
    if whole.verdict is Verdict.MERGED:
        raise UnknownDraft(f"entry {merging.into} has itself been merged since; take that back first")
    entries = with_entry(entries, replace(part, verdict=merging.was, merging=None))
    emptied: dict[str, Any] = {
        name: None for name in merging.given if getattr(whole.entry, name) == getattr(part.entry, name)
    }
    kept = replace(whole.entry, evidence=whole.read.evidence, **emptied)
    verdict = merging.whole_was if whole.verdict is Verdict.ACCEPTED else whole.verdict
    for other in entries:
        if (still := other.merging) is not None and still.into == whole.number:
            kept, given = _joined(kept, other.entry)
            entries = with_entry(entries, replace(other, merging=_as_first(still, merging, given)))
            verdict = whole.verdict
    return with_entry(entries, replace(whole, entry=kept, verdict=verdict))


def wholes_for(entries: Entries, part: DraftEntry) -> tuple[Entries, Entries]:
    """Into what an entry may be merged: those most like it, the likest first, and the rest as they stand."""
    open_to = [one for one in entries if one.verdict is not Verdict.MERGED and one.number != part.number]
    if len(open_to) <= FEW:
        return (), tuple(open_to)
    title = fold(part.entry.title)
    alike = nlargest(MOST_ALIKE, open_to, key=lambda one: fuzz.token_set_ratio(title, fold(one.entry.title)))
    likest = {one.number for one in alike}
    return tuple(alike), tuple(one for one in open_to if one.number not in likest)


def _as_first(merging: Merging, gone: Merging, given: tuple[str, ...]) -> Merging:
    """What is remembered of a merging when another into the same whole was taken back: it may give more now."""
    whole_was = merging.whole_was if gone.whole_was is Verdict.ACCEPTED else gone.whole_was
    return replace(merging, given=tuple(dict.fromkeys((*merging.given, *given))), whole_was=whole_was)


def _joined(whole: Entry, part: Entry) -> tuple[Entry, tuple[str, ...]]:
    """The whole with what it lacks of the part and with its passages; the names of what it took."""
    missing: dict[str, Any] = {
        name: getattr(part, name)
        for name in TEXT_FIELDS
        if getattr(whole, name) is None and getattr(part, name) is not None
    }
    evidence = tuple(dict.fromkeys((*whole.evidence, *part.evidence)))
    return replace(whole, evidence=evidence, **missing), tuple(missing)


def _entry(entries: Sequence[DraftEntry], number: int) -> DraftEntry:
    for entry in entries:
        if entry.number == number:
            return entry
    raise UnknownDraft(f"the draft has no entry {number}")
