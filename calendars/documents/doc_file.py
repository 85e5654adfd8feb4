"""A Word 97 file taken apart: its text by character position, and the tables that tell of it.

Sources are sections of [MS-DOC]: 2.5 (the FIB, which says where everything is), 2.4.1 and 2.8.35 (pieces: the text is
kept in stretches, each in UTF-16 or Windows-1252), 2.9.172 (fonts).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from calendars.documents.compound import CompoundFile
from calendars.documents.doc_properties import Stretches, Styles

_IDENT, _WORD_97 = 0xA5EC, 193
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_TABLES = 0x9A  # where the pairs of offset and length begin
STYLES, NOTE_TEXTS, HEADERS, CHARACTERS, PARAGRAPHS, FONTS, PIECES = 1, 3, 11, 12, 13, 15, 33
SHAPES, END_NOTE_TEXTS, BOX_TEXTS, LISTS, LIST_USES = 40, 47, 56, 73, 74
_COMPRESSED = 0x40000000


class NotWord97(Exception):
    """The file is of an older Word, or does not hold together."""


class Encrypted(Exception):
    """The file is protected by a password."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text from character position `position` on, and its place in the main stream, `width` bytes a character."""

    position: int
    place: int
    width: int
    text: str


class WordFile:
    """The parts of a Word 97 file."""

    def __init__(self, data: bytes) -> None:
        """Raises NotWord97, Encrypted or DamagedCompound."""
        streams = CompoundFile(data)
        self._main = streams.stream("WordDocument") or b""
        if len(self._main) < _TABLES:
            raise NotWord97("it has no text")
        ident, version = struct.unpack_from("<HH", self._main)
        (flags,) = struct.unpack_from("<H", self._main, 10)
        if ident != _IDENT or version < _WORD_97:
            raise NotWord97(f"version {version}")
        if flags & _ENCRYPTED:
            raise Encrypted
        self._table = streams.stream("1Table" if flags & _SECOND_TABLE else "0Table") or b""
        self.data = streams.stream("Data") or b""
        lengths = struct.unpack_from("<8i", self._main, 0x4C)
        names = ("text", "notes", "headers", "macros", "remarks", "end_notes", "boxes", "header_boxes")
        self.begins: dict[str, int] = {}
        self.length = 0
        for name, length in zip(names, lengths, strict=True):
            self.begins[name] = self.length
            self.length += max(0, length)
        self.text_length = max(0, lengths[0])
        self._pieces = list(self._read_pieces())
        self.characters = Stretches(self._main, self.table(CHARACTERS), paragraphs=False)
        self.paragraphs = Stretches(self._main, self.table(PARAGRAPHS), paragraphs=True)
        self.styles = Styles(self.table(STYLES))
        self.fonts = list(_fonts(self.table(FONTS)))

    def table(self, number: int) -> bytes:
        """One of the tables that the FIB names, empty where it has none."""
        begin, size = self._where(number)
        return self._table[begin : begin + size]

    def table_and_after(self, number: int) -> tuple[bytes, bytes]:
        """A table, and what stands behind it."""
        begin, size = self._where(number)
        return self._table[begin : begin + size], self._table[begin + size :] if size else b""

    def _where(self, number: int) -> tuple[int, int]:
        place = _TABLES + 8 * number
        if place + 8 > len(self._main):
            return 0, 0
        begin, size = struct.unpack_from("<II", self._main, place)
        return begin, size

    def _read_pieces(self) -> Iterator[Piece]:
        table = self.table(PIECES)
        place = 0
        while place + 3 <= len(table) and table[place] == 1:  # modifiers that pieces refer to
            place += 3 + int.from_bytes(table[place + 1 : place + 3], "little")
        if place + 5 > len(table) or table[place] != 2:
            raise NotWord97("it does not say where its text is")
        pieces = table[place + 5 : place + 5 + int.from_bytes(table[place + 1 : place + 5], "little")]
        count = max(0, (len(pieces) - 4) // 12)
        positions = struct.unpack_from(f"<{count + 1}I", pieces) if count else ()
        taken = 0
        for index in range(count):
            (offset,) = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * index + 2)
            begin, length = positions[index], positions[index + 1] - positions[index]
            narrow = bool(offset & _COMPRESSED)
            start, width = ((offset & ~_COMPRESSED) // 2, 1) if narrow else (offset, 2)
            taken += max(0, length) * width
            if length < 0 or taken > len(self._main):
                raise NotWord97("its text is longer than the file")
            raw = self._main[start : start + length * width]
            yield Piece(begin, start, width, raw.decode("cp1252", "replace") if narrow else _units(raw))

    def pieces(self, begin: int, end: int) -> Iterator[Piece]:
        """The text between two character positions."""
        for piece in self._pieces:
            first = max(begin, piece.position) - piece.position
            last = min(end, piece.position + len(piece.text)) - piece.position
            if first < last:
                place = piece.place + first * piece.width
                yield Piece(piece.position + first, place, piece.width, piece.text[first:last])


def _units(raw: bytes) -> str:
    """A letter for each unit of UTF-16, so that positions count; pairs are left as two halves."""
    text = raw.decode("utf-16-le", "replace")
    if len(text) == len(raw) // 2 and "\ufffd" not in text:
        return text
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])))


def positions(table: bytes, size: int) -> tuple[tuple[int, ...], bytes]:
    """The character positions of a PLC whose data are `size` bytes each, and these data ([MS-DOC] 2.2.2)."""
    count = max(0, (len(table) - 4) // (4 + size))
    return (struct.unpack_from(f"<{count + 1}I", table) if len(table) >= 4 else ()), table[4 * (count + 1) :]


def _fonts(table: bytes) -> Iterator[str]:
    place = 4
    while place < len(table):
        size = table[place]
        name = table[place + 40 : place + 1 + size].decode("utf-16-le", "replace")
        yield name.partition("\0")[0]
        place += 1 + size
