"""The contract of a format: one module with `read(source) -> Document`, named in the table of `documents/__init__.py`.

A reader may refuse with `source.refused(sentence)`; any other exception it lets out means that the file is damaged.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from calendars.documents.document import Block, Corners, Document, Limits, Line, Progress, Role
from calendars.errors import UnreadableDocument


def unheard(done: int, total: int | None) -> None:
    """A `Progress` that tells nobody."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: its bytes, the name a person knows it by, its media type by content, and what it may cost."""

    data: bytes
    name: str
    media_type: str
    limits: Limits = field(default_factory=Limits)
    progress: Progress = unheard

    def refused(self, reason: str) -> UnreadableDocument:
        """The error to raise: `reason` says what is wrong and what to do."""
        return UnreadableDocument(self.name, reason)

    def document(
        self,
        blocks: Iterable[Block],
        *,
        pages: int | None = None,
        notes: Iterable[str] = (),
        from_picture: bool = False,
    ) -> Document:
        """The value a reader returns, with what is known of the file itself filled in."""
        return Document(
            name=self.name,
            sha256=hashlib.sha256(self.data).hexdigest(),
            media_type=self.media_type,
            blocks=tuple(blocks),
            pages=pages,
            notes=tuple(notes),
            from_picture=from_picture,
        )


class Reader(Protocol):
    """What a format's module is to its caller."""

    def read(self, source: Source) -> Document:
        """The source as text and tables; raises UnreadableDocument."""
        ...


class LineCounter:
    """Makes lines that are numbered in the order in which they are made, and keeps them within the limits."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.number = 0

    def line(
        self,
        text: str,
        *,
        page: int | None = None,
        role: Role = Role.BODY,
        mark: str | None = None,
        whole: bool = False,
        corners: Corners | None = None,
    ) -> Line:
        """The next line; raises UnreadableDocument when it is longer than a line may be."""
        if len(text) > self._source.limits.line:
            raise self._too_long()
        self.number += 1
        return Line(text, self.number, page=page, role=role, mark=mark, whole=whole, corners=corners)

    def lines(self, texts: Sequence[str]) -> list[Line]:
        """The next lines, of which nothing but their text is known; raises as `line` does."""
        if max(map(len, texts), default=0) > self._source.limits.line:
            raise self._too_long()
        first = self.number + 1
        self.number += len(texts)
        return [Line(text, number) for number, text in enumerate(texts, first)]

    def _too_long(self) -> UnreadableDocument:
        return self._source.refused(
            f"one line of it has more than {self._source.limits.line:,} characters, so it is no text for people; "
            "check that it is the right file"
        )
