"""The stretches of a line between gaps of two spaces and more: cells of columns that are set with spaces."""

import re
from dataclasses import dataclass

_PIECE = re.compile(r"\S+(?: \S+)*")
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


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a line from left to right, a line without gaps as one."""
    if not has_gap(text):
        alone = text.strip()
        return [Piece(alone, text.index(alone))] if alone else []
    return [Piece(found[0], found.start()) for found in _PIECE.finditer(text)]
