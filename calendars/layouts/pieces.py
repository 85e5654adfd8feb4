"""The stretches of a line between gaps of two spaces and more: cells of columns that are set with spaces."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from calendars.documents.document import Line

_PIECE = re.compile(r"\S+(?: \S+)*")
_FULL_HOURS = (
    re.compile(  # a column so full that one space parts it from the next: "    15h-16h Họp tổ     Phòng 2"
        r"\s{6,}(?P<hours>\d{1,2}\s?[hg:]\d{0,2}\s?[-–]\s?\d{1,2}\s?[hg:]\d{0,2}) (?=[^\W\d])"
    )
)
_BARS = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The place behind its last letter."""
        return self.start + len(self.text)


def has_gap(text: str) -> bool:
    """Whether a line may have columns set with spaces; those drawn with bars have empty cells ("|  |  |")."""
    return ("  " in text or "\t" in text) and text.count("|") + text.count("│") < _BARS


def may_have_gaps(lines: Iterable[Line]) -> bool:
    """Whether any of several lines may have columns set with spaces: of most papers none has a gap at all."""
    text = "\n".join([line.text for line in lines])
    return "  " in text or "\t" in text


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a line from left to right, a line without gaps as one."""
    if not has_gap(text):
        alone = text.strip()
        return [Piece(alone, text.index(alone))] if alone else []
    full = _FULL_HOURS.match(text)
    before = [Piece(full["hours"], full.start("hours"))] if full else []
    return before + [
        Piece(found[0], found.start()) for found in _PIECE.finditer(text, full.end() if full else 0)
    ]
