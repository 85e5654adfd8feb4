r"""RTF, as Word, WordPad and LibreOffice write it: a stream of characters between commands that change their look.

Commands are named after the "Rich Text Format Specification 1.9.1"; its sections "Document Text", "Paragraph Text",
"Tables" and "Destinations" are the source. Numbers of lists stand in the file as text (\listtext). Tracked changes are
taken as accepted. What is hard is which groups hold text that a reader sees, and that a row says last how wide its
cells are. What paragraphs and rows become is `word_flow`'s work.
"""

import unicodedata
from dataclasses import dataclass, field, replace

from calendars.documents.document import Document
from calendars.documents.format import Source
from calendars.documents.rtf_rows import MOST_CELLS, RowShape
from calendars.documents.rtf_tokens import Token, code_page, decoded, default_page, tokens
from calendars.documents.rtf_words import (
    CHARACTERS,
    FEET,
    HEADS,
    SEEN_THOUGH_STARRED,
    SKIPPED,
    SYMBOLS,
)
from calendars.documents.word_flow import Flow, Item, Paragraph, Row, document_of
from calendars.documents.word_numbering import shown_symbols
from calendars.documents.word_styles import RunLook

_DEEPEST = 500  # groups in groups; Word itself nests some twenty


@dataclass(slots=True)
class _Output:
    """Where text goes: the body, a page head, a note. `rows` are the items of the whole, `cells` those of a row."""

    items: list[Item] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    mark: list[str] = field(default_factory=list)
    cells: list[tuple[Paragraph, ...]] = field(default_factory=list)
    cell: list[Paragraph] = field(default_factory=list)
    boxes: list["_Output"] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """What holds for the characters to come; a group leaves it as it found it."""

    output: _Output
    into: str = "text"  # "text", "mark", "fonts", "styles", "picture", "upr" or "" (nothing)
    look: RunLook = field(default_factory=RunLook)
    page: str = "cp1252"
    deleted: bool = False
    in_table: bool = False
    style: int = 0
    level: int | None = None
    skip: int = 1


def read(source: Source) -> Document:
    """The document as accepted; page heads first, footnotes and page feet last."""
    return document_of(source, _Rtf(source).flow())


class _Rtf:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._body, self._heads, self._feet = _Output(), _Output(), _Output()
        self._notes: list[_Output] = []
        self._pictures: list[bytes] = []
        self._state = _State(self._body)
        self._stack: list[_State] = []
        self._default_page, self._default_font = "cp1252", 0
        self._fonts: dict[int, tuple[str, str]] = {}
        self._font: int | None = None
        self._font_charset: int | None = None
        self._headings: set[int] = set()
        self._name: list[str] = []
        self._shape = RowShape()
        self._pending = bytearray()
        self._pending_skips = 0
        self._high = 0
        self._starred = False
        self._hexadecimal: list[bytes] = []

    def flow(self) -> Flow:
        for token in tokens(self._source.data):
            self._take(token)
        self._flush()
        while self._stack:
            self._close_group()
        for output in (self._body, self._heads, self._feet, *self._notes):
            self._end_row(output)
            self._end_paragraph(output, only_filled=True)
        notes = [note.items for note in self._notes]
        return Flow(self._body.items, self._heads.items, notes, self._feet.items, self._pictures)

    # --- tokens ---------------------------------------------------------------------------------------------------

    def _take(self, token: Token) -> None:
        kind = token.kind
        if kind in ("text", "code"):
            data = token.data
            if self._pending_skips:
                skipped = min(self._pending_skips, len(data))
                self._pending_skips -= skipped
                data = data[skipped:]
            self._pending += data
            return
        if kind == "symbol" and token.name in "\r\n":
            token = Token("word", "par")
        elif kind == "word" and token.name == "u":
            self._flush()
            self._unicode(token.number or 0)
            return
        self._flush()
        self._pending_skips = 0
        if token.kind == "brace":
            if token.name == "{":
                self._open_group()
            elif self._stack:
                self._close_group()
        elif token.kind == "symbol":
            if token.name == "*":
                self._starred = True
            elif text := SYMBOLS.get(token.name):
                self._write(text)
        elif token.kind == "binary":
            if self._state.into == "picture":
                self._hexadecimal.append(token.data.hex().encode())
        else:
            self._word(token.name, token.number)

    def _unicode(self, number: int) -> None:
        r"""One \uN: a letter, or half of one beyond the first 65,536 ("Unicode RTF")."""
        number %= 65_536
        self._pending_skips = self._state.skip
        if 0xD800 <= number < 0xDC00:
            self._high = number
            return
        if 0xDC00 <= number < 0xE000:
            whole = self._high and 0x10000 + (self._high - 0xD800) * 0x400 + number - 0xDC00
            number = whole or 0xFFFD
        self._high = 0
        self._write(chr(number))

    def _flush(self) -> None:
        if self._pending:
            data = bytes(self._pending)
            self._pending.clear()
            if self._state.into == "picture":
                self._hexadecimal.append(data)
            else:
                self._write(decoded(data, self._state.page))

    def _open_group(self) -> None:
        if len(self._stack) >= _DEEPEST:
            raise self._source.refused(
                "its parts are nested too deeply for any document people write, and it was not read"
            )
        self._stack.append(self._state)
        self._state = replace(self._state, into="" if self._state.into == "upr" else self._state.into)
        self._starred = False

    def _close_group(self) -> None:
        old, self._state = self._state, self._stack.pop()
        self._starred = False
        if old.into == "picture" and self._state.into != "picture":
            self._keep_picture()
        if old.output is not self._state.output:
            self._end_row(old.output)
            self._end_paragraph(old.output, only_filled=True)

    # --- characters -------------------------------------------------------------------------------------------------

    def _write(self, text: str) -> None:
        state = self._state
        if state.into == "text":
            if not state.look.left_out and not state.deleted:
                state.output.text.append(state.look.shown(text))
        elif state.into == "mark":
            if not state.deleted:
                state.output.mark.append(text)
        elif state.into in ("fonts", "styles"):
            self._name.append(text)
            if text.endswith(";"):
                self._end_name("".join(self._name).strip("; "))

    def _end_name(self, name: str) -> None:
        """A font's or a style's definition is at its end."""
        if self._state.into == "fonts" and self._font is not None:
            self._fonts[self._font] = name, code_page(self._font_charset, self._default_page)
        elif self._state.into == "styles" and (
            name.lower().startswith(("heading", "title")) or self._state.level is not None
        ):
            self._headings.add(self._state.style)
        self._name.clear()
        self._font_charset = None

    # --- commands -----------------------------------------------------------------------------------------------------

    def _word(self, name: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        state = self._state
        if name == "ansicpg":
            self._default_page = state.page = default_page(number)
        elif name in ("pict", "shppict"):
            state.into = "picture" if state.into in ("text", "picture") else ""
        elif name in SKIPPED or (starred and name not in SEEN_THOUGH_STARRED):
            state.into = ""
        elif not state.into and name != "ud":
            return
        elif name in CHARACTERS:
            self._write(CHARACTERS[name])
        elif not (self._destination(name) or self._character(name, number) or self._paragraph(name, number)):
            if name == "trowd":
                self._shape = RowShape()
            self._shape.take(name, number)

    def _destination(self, name: str) -> bool:
        """Whether the word says that its group stands elsewhere than in the text."""
        state = self._state
        if name in ("listtext", "pntext"):
            state.into = "mark"
        elif name in HEADS or name in FEET:
            state.output = self._heads if name in HEADS else self._feet
            state.in_table = False
        elif name == "footnote":
            self._notes.append(_Output())
            state.output, state.in_table = self._notes[-1], False
        elif name == "shptxt":
            box = _Output()
            state.output.boxes.append(box)
            state.output, state.in_table = box, False
        elif name == "fonttbl":
            state.into = "fonts"
        elif name == "stylesheet":
            state.into, state.style, state.level = "styles", 0, None
        elif name == "upr":
            state.into = "upr"
        elif name == "ud":
            state.into = "text"
        else:
            return False
        return True

    def _character(self, name: str, number: int | None) -> bool:
        """Whether the word changes how characters look or are read ("Character Formatting Properties")."""
        state = self._state
        on = number != 0
        match name:
            case "f" if state.into == "fonts":
                self._font = number or 0
            case "fcharset":
                self._font_charset = number
            case "deff":
                self._default_font = number or 0
            case "f":
                self._set_font(number or 0)
            case "plain":
                state.look, state.deleted = RunLook(), False
                self._set_font(self._default_font)
            case "caps":
                state.look = replace(state.look, capitals=on)
            case "v":
                state.look = replace(state.look, hidden=on)
            case "strike" | "striked":
                state.look = replace(state.look, struck=on)
            case "deleted":
                state.deleted = on
            case "uc":
                state.skip = max(0, min(number if number is not None else 1, 8))
            case _:
                return False
        return True

    def _set_font(self, number: int) -> None:
        name, self._state.page = self._fonts.get(number, ("", self._default_page))
        self._state.look = replace(self._state.look, font=name or None)

    def _paragraph(self, name: str, number: int | None) -> bool:
        """Whether the word ends a paragraph or tells of it ("Paragraph Formatting Properties")."""
        state, output = self._state, self._state.output
        match name:
            case "par" | "sect" | "nestcell":
                if state.deleted:
                    return True  # the mark between two paragraphs was deleted: they are one
                self._end_paragraph(output)
            case "pard":
                state.in_table, state.style, state.level = False, 0, None
            case "s":
                state.style = number or 0
            case "outlinelevel":
                state.level = number
            case "intbl":
                state.in_table = True
            case "cell":
                state.in_table = True
                self._end_paragraph(output)
                if len(output.cells) < MOST_CELLS:
                    output.cells.append(tuple(output.cell))
                output.cell = []
            case "row":
                self._end_row(output)
            case _:
                return False
        return True

    def _end_paragraph(self, output: _Output, *, only_filled: bool = False) -> None:
        text, mark = unicodedata.normalize("NFC", "".join(output.text)), "".join(output.mark)
        output.text, output.mark = [], []
        state = self._state
        if text or mark or not only_filled:
            heading = state.level < 9 if state.level is not None else state.style in self._headings
            paragraph = Paragraph(shown_symbols(text), shown_symbols(mark).strip() or None, heading)
            inside = state.in_table and output is state.output
            if not inside:
                self._end_row(output)
            (output.cell if inside else output.items).append(paragraph)
        boxes, output.boxes = output.boxes, []
        for box in boxes:
            for item in box.items:
                paragraphs = (item,) if isinstance(item, Paragraph) else (p for c in item.cells for p in c)
                if state.in_table and output is state.output:
                    output.cell.extend(paragraphs)
                else:
                    output.items.append(item)

    def _end_row(self, output: _Output) -> None:
        r"""The cells since the last row as one, its edges as the latest \trowd gave them."""
        if output.cell:
            output.cells.append(tuple(output.cell))
            output.cell = []
        if not output.cells:
            return
        edges = self._shape.edges_of(len(output.cells))
        output.items.append(Row(tuple(output.cells), edges, self._shape.left, self._shape.ruled))
        output.cells = []

    # --- pictures -----------------------------------------------------------------------------------------------------

    def _keep_picture(self) -> None:
        r"""What a \pict group held, where it may be a page; drawings are passed over."""
        letters = b"".join(self._hexadecimal).translate(None, b" \t")
        self._hexadecimal.clear()
        data = bytes.fromhex(letters[: len(letters) // 2 * 2].decode("latin-1")) if _is_hex(letters) else b""
        if data.startswith((b"\xff\xd8\xff", b"\x89PNG")):
            self._pictures.append(data)


def _is_hex(letters: bytes) -> bool:
    return not letters.translate(None, b"0123456789abcdefABCDEF")
