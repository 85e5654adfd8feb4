"""What an entry of a document and an event of the calendar both bear: a category, a status, passages and issues.

Every doubt is an `Issue` with its place. They stand apart from `programme`, so that whoever reads the calendar alone
loads nothing of documents.
"""

from enum import StrEnum
from typing import NamedTuple


class Category(StrEnum):
    """What sort of thing an entry announces."""

    MEETING = "meeting"
    OBSERVANCE = "observance"
    DEADLINE = "deadline"


class Status(StrEnum):
    """How sure the time is; the last two are the old time in a notice of change."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


class Passage(NamedTuple):
    """Where a piece of text stands: page and line count from 1; page is None for formats without pages.

    cell: the place within a table or sheet, as a person would name it ("B7"), else None.
    """

    text: str
    line: int
    page: int | None = None
    cell: str | None = None


class Issue(NamedTuple):
    """Something that could not be read or is in doubt; shown to a person, never hidden.

    code: a short stable name ("weekday-conflict"); detail: what is odd, in English, with the values concerned, so that
    it can be understood without the document; passage: where, if it has a place.
    """

    code: str
    detail: str
    passage: Passage | None = None

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}"
