"""What Word 97 says of characters, paragraphs and rows: modifiers of single properties, in pages sorted by place.

Sources are sections of [MS-DOC]: 2.2.5.1 (Sprm), 2.6.1 to 2.6.3 (the modifiers), 2.8.5 and 2.8.6 (which page of
properties holds a place), 2.9.33 and 2.9.174 (ChpxFkp, PapxFkp), 2.9.260 (styles). Later modifiers outdo earlier ones.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE = 512
_OPERANDS = (1, 1, 2, 4, 2, 2, None, 3)  # bytes, by the modifier's last three bits
_TABLE_DEFINITION = 0xD608
_DEEPEST = 20  # styles based on styles; a circle ends here
_MOST_STYLES = 5_000
_NO_STYLE = 0xFFF
_PARAGRAPH_STYLE, _CHARACTER_STYLE = 1, 2


def modifiers(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The modifiers of a list in order, each as its number and operand; one that is cut short ends it."""
    place = 0
    while place + 2 < len(data):
        number = data[place] | data[place + 1] << 8
        place += 2
        size = _OPERANDS[number >> 13]
        if size is None:
            size = data[place]
            place += 1
            if number == _TABLE_DEFINITION:  # its length takes two bytes, and counts one more than there are
                size = (size | data[place] << 8) - 1 if place < len(data) else 0
                place += 1
        yield number, data[place : place + size]
        place += size


@dataclass(frozen=True, slots=True)
class Stretch:
    """Places of the main stream, `begin` to `end` (excluded), that have the same properties, and those."""

    begin: int
    end: int
    modifiers: bytes
    style: int = 0


class Stretches:
    """All stretches of characters, or all paragraphs, of a file."""

    def __init__(self, main: bytes, table: bytes, *, paragraphs: bool) -> None:
        """`table` is the list of pages (PlcBteChpx, PlcBtePapx)."""
        count = max(0, (len(table) - 4) // 8)
        pages = struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count else ()
        found: dict[int, Stretch] = {}
        for number in dict.fromkeys(page & 0x3FFFFF for page in pages):
            page = main[number * _PAGE : (number + 1) * _PAGE]
            if len(page) == _PAGE:
                found |= {stretch.begin: stretch for stretch in _stretches(page, paragraphs=paragraphs)}
        self._stretches = [found[begin] for begin in sorted(found)]
        self._begins = [stretch.begin for stretch in self._stretches]

    def at(self, place: int) -> Stretch:
        """The stretch that holds a place; a plain one up to the next where none does."""
        index = bisect_right(self._begins, place)
        if index and place < self._stretches[index - 1].end:
            return self._stretches[index - 1]
        return Stretch(place, self._begins[index] if index < len(self._begins) else 1 << 32, b"")


def _stretches(page: bytes, *, paragraphs: bool) -> Iterator[Stretch]:
    count = page[-1]
    each = 13 if paragraphs else 1
    if 4 * (count + 1) + each * count > _PAGE - 1:
        return
    places = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        begin, end = places[index], places[index + 1]
        offset = 2 * page[4 * (count + 1) + each * index]
        if begin >= end:
            continue
        if not offset:
            yield Stretch(begin, end, b"")
        elif not paragraphs:
            yield Stretch(begin, end, page[offset + 1 : offset + 1 + page[offset]])
        else:
            size = 2 * page[offset] - 1
            offset += 1
            if size < 0:
                size = 2 * page[min(offset, _PAGE - 1)]
                offset += 1
            content = page[offset : offset + size]
            yield Stretch(begin, end, content[2:], int.from_bytes(content[:2], "little"))


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it takes over from those it is based on; built_in: Word's own number for it."""

    paragraph: bytes = b""
    characters: bytes = b""
    built_in: int = 0


class Styles:
    """The styles of a file by number."""

    def __init__(self, sheet: bytes) -> None:
        """`sheet` is the STSH; what it does not hold are plain styles."""
        self._own: list[tuple[int, int, bytes, bytes]] = []
        self._whole: dict[int, Style] = {}
        if len(sheet) < 6:
            return
        header, count, base = struct.unpack_from("<HHH", sheet)
        place = 2 + header
        for _ in range(min(count, _MOST_STYLES)):
            if place + 2 > len(sheet):
                break
            size = int.from_bytes(sheet[place : place + 2], "little")
            self._own.append(_style(sheet[place + 2 : place + 2 + size], base))
            place += 2 + size + size % 2

    def __getitem__(self, number: int) -> Style:
        """The style of this number."""
        if number not in self._whole:
            paragraph = characters = b""
            current, built_in = number, 0
            for depth in range(_DEEPEST):
                if current >= len(self._own):
                    break
                base, own, more_paragraph, more_characters = self._own[current]
                built_in = built_in if depth else own
                paragraph, characters = more_paragraph + paragraph, more_characters + characters
                current = base
            self._whole[number] = Style(paragraph, characters, built_in)
        return self._whole[number]


def _style(data: bytes, base: int) -> tuple[int, int, bytes, bytes]:
    """Of one STD: the style it is based on, Word's own number, and its modifiers of paragraphs and characters."""
    if len(data) < base + 2 or base < 6:
        return _NO_STYLE, 0, b"", b""
    first, second, third = struct.unpack_from("<HHH", data)
    kind = second & 0xF
    place = base + 2 + 2 * (int.from_bytes(data[base : base + 2], "little") + 1)
    parts: list[bytes] = []
    for _ in range(third & 0xF):
        size = int.from_bytes(data[place : place + 2], "little")
        parts.append(data[place + 2 : place + 2 + size])
        place += 2 + size + size % 2
    paragraph = parts[0][2:] if kind == _PARAGRAPH_STYLE and parts else b""
    characters = (
        parts[1]
        if kind == _PARAGRAPH_STYLE and len(parts) > 1
        else (parts[0] if kind == _CHARACTER_STYLE and parts else b"")
    )
    return second >> 4, first & 0xFFF, paragraph, characters
