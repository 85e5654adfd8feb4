"""Rows of a table that stand below another: "2 | Giám sát đầu tư công | |" over " | - Tại Sở A | 05/11".

The row above has no time and no number follows it: it names what those below, each behind a dash or a letter, are of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.layouts.layout import Item


def with_rows_below(items: Sequence[Item]) -> Iterable[Item]:
    """The items of a table, those with a mark and a day of their own as children of one above them without a time."""
    place = 0
    while place < len(items):
        item = items[place]
        end = place + 1
        if _may_head(item):
            while end < len(items) and items[end].mark and items[end].day:
                end += 1
        below = tuple(items[place + 1 : end])
        yield replace(item, children=below) if below else item
        place = end


def _may_head(item: Item) -> bool:
    return not (item.mark or item.day or item.time or item.children or item.location)
