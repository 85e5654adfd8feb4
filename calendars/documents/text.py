"""Plain text and Markdown: bytes in any encoding that Vietnamese offices have used -> lines.

Each line of the file is a `Line`, blank ones included, since where blank lines stand tells how the text was
wrapped. What is hard, the encoding, is `calendars.encodings`' work; Markdown's marks are left in the text for
`reading.lines` to take off.
"""

from calendars.documents.document import Document, Limits
from calendars.documents.format import LineCounter, Source
from calendars.documents.sniff import PLAIN
from calendars.encodings import decode_text

MARKDOWN = "text/markdown"
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown")


def decode(data: bytes, name: str, limits: Limits = Limits()) -> Document:
    """The text of a file as lines; `name` decides only between plain text and Markdown.

    Raises UnreadableDocument for an empty file, for bytes that are no text, and beyond the limits.
    """
    media_type = MARKDOWN if name.lower().endswith(_MARKDOWN_NAMES) else PLAIN
    return read(Source(data, name, media_type, limits))


def read(source: Source) -> Document:
    """The same for a source whose media type is known."""
    if len(source.data) > source.limits.bytes:
        raise source.refused(
            f"the file has {len(source.data):,} bytes and {source.limits.bytes:,} are the limit; "
            "check that it is the right file, or raise the limit in config.toml"
        )
    if not source.data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise source.refused("the file is empty; ask for it to be sent again")
    try:
        text, encoding = decode_text(source.data)
    except UnicodeError as error:
        raise source.refused(
            "it is no text that can be decoded; save it as .docx, .pdf or UTF-8 text and try again"
        ) from error
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = LineCounter(source).lines(text.split("\n"))
    notes = [f"The text was in an old encoding ({encoding}) and was converted."] if encoding else []
    return source.document(lines, notes=notes)
