"""Word 97 to 2003 (.doc): the text with its fields, notes, tables and the numbers of its lists.

The text is one long run of characters in which some are marks: ends of paragraphs, of cells, of fields, places of notes
and of drawings ([MS-DOC] 2.4.2 and 2.8.25). What they mean, and what is deleted or hidden, stands elsewhere, by place.
Tracked changes are taken as accepted. An older Word's file is left to LibreOffice; what paragraphs and rows become, to
`word_flow`.
"""

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from calendars.documents import office
from calendars.documents.compound import DamagedCompound
from calendars.documents.doc_file import (
    BOX_TEXTS,
    END_NOTE_TEXTS,
    HEADERS,
    LIST_USES,
    LISTS,
    NOTE_TEXTS,
    SHAPES,
    Encrypted,
    NotWord97,
    WordFile,
    positions,
)
from calendars.documents.doc_lists import Lists
from calendars.documents.doc_properties import Stretch, modifiers
from calendars.documents.doc_tables import row_of
from calendars.documents.document import Document
from calendars.documents.format import Source
from calendars.documents.word_flow import Flow, Item, Paragraph, document_of
from calendars.documents.word_numbering import shown_symbols
from calendars.documents.word_styles import RunLook

_MARK = re.compile(r"([\x00-\x08\x0a-\x1f])")
_CELL_END, _LINE, _PAGE, _PARAGRAPH, _COLUMN = "\x07", "\x0b", "\x0c", "\r", "\x0e"
_FIELD, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_DRAWING = "\x08"
_CHARACTERS = {_LINE: "\n", _PAGE: "\n", _COLUMN: "\n", "\x1e": "-", "\x1f": ""}

# Modifiers of characters ([MS-DOC] 2.6.1) and paragraphs (2.6.2)
_DELETED, _CAPITALS, _HIDDEN, _FONT, _SYMBOL, _CHARACTER_STYLE = (
    0x0800,
    0x083B,
    0x083C,
    0x4A4F,
    0x6A09,
    0x4A30,
)
_STRUCK = (0x0837, 0x2A53)  # by one line, by two
_IN_TABLE, _ROW_END, _DEPTH, _INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244C
_LIST_LEVEL, _LIST, _OUTLINE = 0x260A, 0x460B, 0x2640
_ELSEWHERE = (0x6645, 0x6646)  # the modifiers stand in the data stream (2.6.2, sprmPHugePapx)
_HEADINGS, _TITLE = range(1, 10), 62
_BODY_LEVEL = 9
_STORIES_OF_SECTION, _SEPARATORS = 6, 6
_FEET = (2, 3, 5)
_SHAPE, _BOX = 26, 22  # bytes of Spa and FTXBXS
_PICTURES = {0xF01D: 17, 0xF01E: 17, 0xF02A: 17}  # JPEG and PNG among OfficeArt's records, and their heads


def read(source: Source) -> Document:
    """The document as accepted, page heads first, notes and page feet last; by LibreOffice what is not understood."""
    try:
        return natively(source)
    except (NotWord97, DamagedCompound, struct.error):
        return office.read(source)


def natively(source: Source) -> Document:
    """The same without LibreOffice. Raises NotWord97, DamagedCompound or struct.error besides what a reader does."""
    try:
        file = WordFile(source.data)
    except Encrypted:
        raise source.refused(
            "it is protected by a password; open it, save it without one and try that copy"
        ) from None
    return document_of(source, _Word97(file).flow())


class _Word97:
    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._lists = Lists(*file.table_and_after(LISTS), file.table(LIST_USES))
        self._boxes = dict(self._boxes_by_place())
        self._looks: dict[tuple[bytes, int], tuple[RunLook, bool, str]] = {}

    def flow(self) -> Flow:
        file = self._file
        body = self.story(0, file.text_length)
        notes = [
            self.story(begin, end)
            for kind, table in (("notes", NOTE_TEXTS), ("end_notes", END_NOTE_TEXTS))
            for begin, end in self._stories(table, 0, file.begins[kind])[:-1]
        ]
        heads: list[Item] = []
        feet: list[Item] = []
        for number, (begin, end) in enumerate(
            self._stories(HEADERS, 0, file.begins["headers"])[_SEPARATORS:-1]
        ):
            (feet if number % _STORIES_OF_SECTION in _FEET else heads).extend(self.story(begin, end))
        return Flow(body, heads, notes, feet, list(_pictures(file.data)))

    def _stories(self, table: int, size: int, base: int) -> list[tuple[int, int]]:
        """The texts of a PLC from where to where; the last is none of its own."""
        places, _ = positions(self._file.table(table), size)
        return [(base + begin, base + end) for begin, end in pairwise(places)]

    def _boxes_by_place(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """The character position of each drawing that is a text box, and where its text is."""
        _, boxes = positions(self._file.table(BOX_TEXTS), _BOX)
        texts = self._stories(BOX_TEXTS, _BOX, self._file.begins["boxes"])
        by_shape = {
            int.from_bytes(boxes[_BOX * index + 14 : _BOX * index + 18], "little"): text
            for index, text in enumerate(texts)
        }
        places, shapes = positions(self._file.table(SHAPES), _SHAPE)
        for index, place in enumerate(places[:-1]):
            shape = int.from_bytes(shapes[_SHAPE * index : _SHAPE * index + 4], "little")
            if shape in by_shape:
                yield place, by_shape[shape]

    # --- text ---------------------------------------------------------------------------------------------------

    def story(self, begin: int, end: int) -> list[Item]:
        """The paragraphs and rows between two character positions."""
        story = _Story()
        for position, place, width, text in self._runs(begin, end):
            stretch = self._file.characters.at(place)
            paragraph = self._file.paragraphs.at(place)
            look, deleted, symbol = self._look(stretch.modifiers, paragraph.style)
            for part in filter(None, _MARK.split(text)):
                if part in (_PARAGRAPH, _CELL_END) or (part == _PAGE and place + width == paragraph.end):
                    if part == _CELL_END or not (deleted or story.all_deleted()):
                        self._end(story, paragraph, part)
                elif part == _DRAWING and position in self._boxes:
                    box = self._boxes.pop(position)
                    story.boxes += _paragraphs(self.story(*box))
                elif not story.marked(part):
                    if deleted:
                        story.deleted = True
                    elif not look.left_out:
                        shown = look.shown(symbol * len(part) if symbol else part)
                        story.text.append(_CHARACTERS.get(part, shown))
                position += len(part)
                place += width * len(part)
        if story.text or story.cell or story.cells:
            self._end(story, Stretch(0, 0, b""), _PARAGRAPH)
        return story.items

    def _runs(self, begin: int, end: int) -> Iterator[tuple[int, int, int, str]]:
        """Text of one look in one paragraph: its character position, its place, bytes a character, and itself."""
        for piece in self._file.pieces(begin, end):
            done = 0
            while done < len(piece.text):
                place = piece.place + done * piece.width
                until = min(self._file.characters.at(place).end, self._file.paragraphs.at(place).end)
                length = max(1, (until - place) // piece.width)
                yield piece.position + done, place, piece.width, piece.text[done : done + length]
                done += length

    def _look(self, own: bytes, style: int) -> tuple[RunLook, bool, str]:
        """How characters with these modifiers are drawn, whether they are deleted, and the symbol they stand for."""
        key = own, style
        if key not in self._looks:
            styles, fonts = self._file.styles, self._file.fonts
            look, deleted, symbol = RunLook(), False, ""
            named = (operand for number, operand in modifiers(own) if number == _CHARACTER_STYLE)
            of_style = b"".join(styles[int.from_bytes(operand, "little")].characters for operand in named)
            for number, operand in modifiers(styles[style].characters + of_style + own):
                if number == _DELETED:
                    deleted = operand[:1] == b"\x01"
                elif number == _CAPITALS:
                    look = replace(look, capitals=_toggled(operand, look.capitals))
                elif number == _HIDDEN:
                    look = replace(look, hidden=_toggled(operand, look.hidden))
                elif number in _STRUCK:
                    look = replace(look, struck=_toggled(operand, look.struck))
                elif number == _FONT and (font := int.from_bytes(operand, "little")) < len(fonts):
                    look = replace(look, font=fonts[font])
                elif number == _SYMBOL and len(operand) == 4:
                    symbol = shown_symbols(chr(int.from_bytes(operand[2:], "little")))
            self._looks[key] = look, deleted, symbol
        return self._looks[key]

    # --- paragraphs ---------------------------------------------------------------------------------------------

    def _modifiers(self, paragraph: Stretch) -> list[tuple[int, bytes]]:
        own = list(modifiers(self._file.styles[paragraph.style].paragraph + paragraph.modifiers))
        for number, operand in list(own):
            if number in _ELSEWHERE:
                place = int.from_bytes(operand, "little")
                size = int.from_bytes(self._file.data[place : place + 2], "little")
                own += modifiers(self._file.data[place + 2 : place + 2 + size])
        return own

    def _end(self, story: "_Story", paragraph: Stretch, end: str) -> None:
        """The paragraph, cell or row that a mark ends."""
        own = self._modifiers(paragraph)
        said = {number: int.from_bytes(operand[:4], "little") for number, operand in own}
        in_table = bool(said.get(_IN_TABLE))
        if in_table and said.get(_ROW_END) and said.get(_DEPTH, 1) <= 1:
            story.items.append(row_of(story.cells, own))
            story.cells, story.text = [], []
            return
        if not (in_table and said.get(_INNER_ROW_END)):
            built_in = self._file.styles[paragraph.style].built_in
            outline = said.get(_OUTLINE, built_in - 1 if built_in in _HEADINGS else _BODY_LEVEL)
            mark = self._lists.mark(said.get(_LIST, 0), said.get(_LIST_LEVEL, 0))
            story.end_paragraph(mark, heading=outline < _BODY_LEVEL or built_in == _TITLE, in_table=in_table)
        if in_table and end == _CELL_END and said.get(_DEPTH, 1) <= 1:
            story.cells.append(tuple(story.cell))
            story.cell = []


class _Story:
    """A text as far as it has been read: its items, the row, cell and paragraph that are open, and the open fields."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.cells: list[tuple[Paragraph, ...]] = []
        self.cell: list[Paragraph] = []
        self.text: list[str] = []
        self.boxes: list[Paragraph] = []
        self.deleted = False  # something of the open paragraph was
        self._fields: list[bool] = []  # of each open field whether its result has begun

    def marked(self, part: str) -> bool:
        """Whether this is a mark, or stands in the instruction of a field, and so is not seen."""
        if part == _FIELD:
            self._fields.append(False)
        elif part == _FIELD_RESULT and self._fields:
            self._fields[-1] = True
        elif part == _FIELD_END and self._fields:
            self._fields.pop()
        return (len(part) == 1 and part < " " and part not in _CHARACTERS and part != "\t") or not all(
            self._fields
        )

    def all_deleted(self) -> bool:
        """Whether nothing of the open paragraph is left, so that it is gone with its number; the next begins."""
        gone = self.deleted and not "".join(self.text).strip() and not self.boxes
        self.deleted = False
        return gone

    def end_paragraph(self, mark: str | None, *, heading: bool, in_table: bool) -> None:
        """Close the paragraph, whose text boxes follow it."""
        text = unicodedata.normalize("NFC", "".join(self.text))
        if any("\ud800" <= letter < "\ue000" for letter in text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        (self.cell if in_table else self.items).extend([Paragraph(text, mark, heading), *self.boxes])
        self.text, self.boxes, self.deleted = [], [], False


def _paragraphs(items: Iterable[Item]) -> Iterator[Paragraph]:
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        else:
            yield from (paragraph for cell in item.cells for paragraph in cell)


def _toggled(operand: bytes, before: bool | None) -> bool:
    """A property that is off, on, as in the style, or other than there ([MS-DOC] 2.2.5.1, ToggleOperand)."""
    value = operand[0] if operand else 0
    return bool(before) if value == 0x80 else not before if value == 0x81 else value == 1


def _pictures(data: bytes) -> Iterator[bytes]:
    """The photographs and scans that the data stream holds ([MS-ODRAW] 2.2.23, OfficeArtBlip)."""
    for start in (b"\xff\xd8\xff", b"\x89PNG\r\n"):
        place = data.find(start)
        while place >= 0:
            for head in (17, 33):
                kind = (
                    int.from_bytes(data[place - head - 6 : place - head - 4], "little")
                    if place >= head + 8
                    else 0
                )
                if kind in _PICTURES:
                    size = int.from_bytes(data[place - head - 4 : place - head], "little")
                    yield data[place : place - head + size]
                    break
            place = data.find(start, place + 1)
