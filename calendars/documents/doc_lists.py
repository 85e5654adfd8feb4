"""The numbers of lists in Word 97 files: a paragraph names a use of a list (LFO), which names its definition (LST).

Sources are sections of [MS-DOC]: 2.9.147 and 2.9.150 (LSTF, LVL), 2.9.131 to 2.9.135 (LFO and what it overrides),
2.2.1.3 (nfc). How marks are counted is the same as in .docx files (`word_numbering`).
"""

import struct
from dataclasses import dataclass, field, replace

from calendars.documents.word_numbering import Level, counted

_LIST, _USE, _LEVEL = 28, 16, 28  # bytes
_LEVELS = 9
_MOST = 4_000  # lists
_KINDS = {
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    22: "decimalZero",
    23: "bullet",
    255: "none",
}
_SIMPLE, _ALL_DECIMAL = 0x01, 0x04
_START, _FORMAT = 0x10, 0x20


@dataclass(slots=True)
class _Definition:
    levels: dict[int, Level] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Use:
    """A list as paragraphs name it, with the levels that it changes and the numbers with which it begins anew."""

    list_id: int
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: bool = False


class Lists:
    """The lists of one file; `mark` must be asked once for each paragraph, in the order of the document."""

    def __init__(self, lists: bytes, after: bytes, uses: bytes) -> None:
        """`lists` and what stands behind it (PlfLst, the levels), `uses` (PlfLfo)."""
        self._definitions: dict[int, _Definition] = {}
        self._uses: list[_Use] = []
        self._read_lists(lists, after)
        self._read_uses(uses)

    def mark(self, use_number: int, depth: int) -> str | None:
        """The mark of the next paragraph of this use (from 1) and depth (from 0), None where nothing is shown."""
        if not 1 <= use_number <= len(self._uses):
            return None
        use = self._uses[use_number - 1]
        definition = self._definitions.get(use.list_id)
        if definition is None:
            return None
        if not use.begun:
            use.begun = True
            definition.counters |= {depth: start - 1 for depth, start in use.starts.items()}
        return counted(definition.levels | use.levels, definition.counters, depth)

    def _read_lists(self, lists: bytes, after: bytes) -> None:
        count = min(int.from_bytes(lists[:2], "little"), (len(lists) - 2) // _LIST, _MOST)
        place = 0
        for index in range(count):
            entry = lists[2 + index * _LIST : 2 + (index + 1) * _LIST]
            definition = _Definition()
            for depth in range(1 if entry[26] & _SIMPLE else _LEVELS):
                found = _level(after, place)
                if found is None:
                    break
                definition.levels[depth], place = found
            self._definitions[int.from_bytes(entry[:4], "little")] = definition

    def _read_uses(self, uses: bytes) -> None:
        count = min(int.from_bytes(uses[:4], "little"), max(0, len(uses) - 4) // _USE, _MOST)
        place = 4 + count * _USE
        for index in range(count):
            entry = uses[4 + index * _USE : 4 + (index + 1) * _USE]
            use = _Use(int.from_bytes(entry[:4], "little"))
            self._uses.append(use)
            place += 4
            for _ in range(entry[12]):
                if place + 8 > len(uses):
                    return
                start, flags = struct.unpack_from("<iI", uses, place)
                place += 8
                depth = flags & 0xF
                if flags & _FORMAT:
                    found = _level(uses, place)
                    if found is None:
                        return
                    level, place = found
                    use.levels[depth] = replace(level, start=start) if flags & _START else level
                if flags & _START:
                    use.starts[depth] = start


def _level(data: bytes, place: int) -> tuple[Level, int] | None:
    """A level (LVL) and where the next begins, None where the data end before it does."""
    if place + _LEVEL + 2 > len(data):
        return None
    start, kind, flags = struct.unpack_from("<iBB", data, place)
    text_at = place + _LEVEL + data[place + 24] + data[place + 25]
    length = int.from_bytes(data[text_at : text_at + 2], "little")
    end = text_at + 2 + 2 * length
    if end > len(data):
        return None
    raw = data[text_at + 2 : end].decode("utf-16-le", "replace")
    text = "".join(f"%{ord(letter) + 1}" if ord(letter) < _LEVELS else letter for letter in raw)
    return Level(_KINDS.get(kind, "decimal"), start, text, bool(flags & _ALL_DECIMAL)), end
