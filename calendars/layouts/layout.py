"""The contract of a layout: how a kind of document is divided into sections and items, as written.

A layout looks at form only (numbers, headings, tables, day labels) and understands no time beyond what a label
needs; `reading` gives the words their meaning. The table of layouts is in `layouts/__init__.py`.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from calendars.documents.document import Block
from calendars.marks import Passage


class Matter(StrEnum):
    """What a section is about, by its heading (reference section A.5)."""

    EVENTS = "events"
    TASKS = "tasks"
    REPORT = "report"
    TAIL = "tail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing as written: its text with wrapped lines rejoined, and the passages it came from.

    The labels are what the form itself tells apart (a column, a labelled line); None where it does not: `day`
    and `time` are raw words that hold for this item ("Thứ Ba, 28/5", "Sáng", "8h00"), inherited from merged
    cells and headings.
    """

    text: str
    passages: tuple[Passage, ...]
    mark: str | None = None
    day: str | None = None
    time: str | None = None
    location: str | None = None
    chair: str | None = None
    attendees: str | None = None
    prepared_by: str | None = None
    note: str | None = None
    children: tuple["Item", ...] = ()

    def with_text(self, text: str) -> "Item":
        """The same item with another text. A document has many items, and most keep theirs where `replace` copies."""
        return self if text == self.text else replace(self, text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, the note below it, and its items; a document without headings is one section.

    sent: where it is a message of a chat, the day on which it was sent, as its stamp has it.
    """

    heading: str | None = None
    note: str | None = None
    matter: Matter = Matter.UNKNOWN
    items: tuple[Item, ...] = ()
    passages: tuple[Passage, ...] = field(default=())
    sent: str | None = None


class Layout(Protocol):
    """A form that documents have."""

    name: str

    def likelihood(self, blocks: tuple[Block, ...]) -> float:
        """From 0 to 1: how surely the body (letterhead and tail taken off) has this form."""
        ...

    def sections(self, blocks: tuple[Block, ...]) -> tuple[Section, ...]:
        """The body divided; every line of it is in some item, heading or note."""
        ...
