"""Words on a page, where they stand, and how they make lines: common to PDF files and recognised pictures.

Coordinates are in points or pixels from the page's top left corner, downwards. A line is broken into segments at wide
gaps, since two segments at one height may belong to two columns; which it is, `page_columns` tells.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SAME_LINE = 0.4  # of the letters' size: how far two words' base lines may differ
_WIDE_GAP = 1.2  # of the size: a wider gap may be the space between columns


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box; `base` is where its letters stand, `size` the height of the type."""

    text: str
    left: float
    right: float
    base: float
    size: float

    @property
    def top(self) -> float:
        """The upper edge of its letters."""
        return self.base - self.size * 0.8


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that follow each other on one base line without a wide gap."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces, its letters composed."""
        return unicodedata.normalize("NFC", " ".join(word.text for word in self.words))

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def base(self) -> float:
        """The base line of its first word."""
        return self.words[0].base

    @property
    def size(self) -> float:
        """The size of most of its words."""
        return median([word.size for word in self.words])


Row = tuple[Segment, ...]
"""Segments at the same height, from left to right."""


def median(values: Sequence[float]) -> float:
    """The middle value; 0 for none."""
    return sorted(values)[len(values) // 2] if values else 0.0


def rows_of(words: Iterable[Word]) -> list[Row]:
    """The words as lines from top to bottom, each broken at its wide gaps."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.base, w.left)):
        line = next(
            (
                line
                for line in reversed(lines[-4:])
                if abs(word.base - median([w.base for w in line])) < _SAME_LINE * min(word.size, line[0].size)
            ),
            None,
        )
        if line is None:
            lines.append([word])
        else:
            line.append(word)
    return [segments_of(sorted(line, key=lambda w: w.left)) for line in lines]


def segments_of(words: Sequence[Word]) -> Row:
    """Words of one line, from left to right, broken at wide gaps."""
    found: list[list[Word]] = []
    for word in words:
        if found and word.left - found[-1][-1].right < _WIDE_GAP * max(word.size, found[-1][-1].size):
            found[-1].append(word)
        else:
            found.append([word])
    return tuple(Segment(tuple(segment)) for segment in found)
