"""A place that is told once for several things: a line "Địa điểm: ..." beside them, or a heading of its own.

What is hard: the same line below one item tells only that item's place; the outline has made it a field of that item.
What stands beside the items of a section holds for those of that section; a heading that tells nothing but the place
holds for the whole document.
"""

from collections.abc import Sequence
from dataclasses import replace

from calendars.layouts.labels import read_label
from calendars.layouts.layout import Item, Section
from calendars.marks import Category
from calendars.reading.places import place_name
from calendars.reading.scope import Draft
from calendars.reading.spans import first_sentence


def place_beside(section: Section) -> tuple[Section, str | None]:
    """(the section without the line that tells the place of its items, that place); None where no line does."""
    lines = [item for item in section.items if not item.children and _place_in(item.text) is not None]
    if len(lines) != 1 or len(section.items) < 2:
        return section, None
    return _without(section, lines[0]), _place_in(lines[0].text)


def place_of_all(sections: Sequence[Section]) -> str | None:
    """The place that a heading or a section of one line tells for the whole document."""
    told = {
        place for section in sections for text in _alone(section) if (place := _place_in(text)) is not None
    }
    return told.pop() if len(told) == 1 else None


def give_place(drafts: Sequence[Draft], place: str | None) -> None:
    """The place given to those meetings of the drafts that name none."""
    for draft in drafts:
        if place is not None and draft.location is None and draft.category is Category.MEETING:
            draft.location = place


def _alone(section: Section) -> tuple[str, ...]:
    if not section.items:
        return (section.heading,) if section.heading else ()
    labelled = f"{(section.heading or '').strip(' :.')}: {section.items[0].text}"
    if section.heading and _place_in(labelled):
        return (labelled,)
    return (section.items[0].text,) if len(section.items) == 1 and section.heading is None else ()


def _without(section: Section, line: Item) -> Section:
    return replace(section, items=tuple(item for item in section.items if item is not line))


def _place_in(text: str) -> str | None:
    label = read_label(text)
    if label is None or label.field != "location":
        return None
    return place_name(first_sentence(text[label.end :].split("\n", maxsplit=1)[0])) or None
