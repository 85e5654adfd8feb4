"""What one document says twice, in two entries that its reader has left apart.

Only entries of one time are held against each other, so that a long document does not take the square of its length.
"""

from collections.abc import Sequence

from calendars.programme import Entry
from calendars.revision.likeness import key_of, likeness

SAME_WORDS = 0.95


def without_repetitions(entries: Sequence[Entry], own_words: frozenset[str]) -> dict[int, Entry]:
    """The entries by place, without those that say again what an earlier one says; own_words: see `likeness.key_of`."""
    kept: dict[int, Entry] = {}
    timed: dict[object, list[Entry]] = {}
    for place, entry in enumerate(entries):
        others = timed.setdefault(entry.when, [])
        if not any(_says_the_same(other, entry, own_words) for other in others):
            kept[place] = entry
            others.append(entry)
    return kept


def _says_the_same(kept: Entry, entry: Entry, own_words: frozenset[str]) -> bool:
    """Of two entries of one time."""
    if kept.category is not entry.category or kept.status is not entry.status:
        return False
    return likeness(key_of(kept.title, own_words), key_of(entry.title, own_words)).score >= SAME_WORDS
