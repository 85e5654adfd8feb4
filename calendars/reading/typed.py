"""What a person typed in one line: "Họp giao ban chiều thứ Sáu hằng tuần tại phòng họp số 2 từ 01/12".

The same rules as for an item of a programme, with the day on which it was typed as the only context. English time words
are read by the English tables; titles and places are cut by the same rules in both languages.
"""

from dataclasses import replace
from datetime import date

from calendars.grammar.rule import Context
from calendars.layouts.layout import Item, Matter
from calendars.marks import Passage
from calendars.programme import Entry
from calendars.reading.checks import finished
from calendars.reading.items import read_item
from calendars.reading.scope import Scope


def read_typed(text: str, typed_on: date) -> tuple[Entry, ...]:
    """The entries in a line of text; typed_on: the day by which missing months and years are filled in."""
    line = " ".join(text.split())
    item = Item(text=line, passages=(Passage(line, 1),))
    scope = Scope(context=Context(issued=typed_on), matter=Matter.EVENTS)
    entries = (finished(draft, None, frozenset()) for draft in read_item(item, scope))
    return tuple(replace(entry, confidence=1.0) for entry in entries)
