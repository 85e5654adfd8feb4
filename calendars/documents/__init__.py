"""Documents: the bytes of a file become text and tables, each piece knowing its place.

Below is the table of formats. To add one, write a module with `read(source) -> Document` (`format.Reader`) and name it
here beside its media type and the bytes it begins with (or let `sniff` tell it, where that takes a closer look). What
parses with native code or runs another program is read in a child process; plain text is not.
"""

from dataclasses import dataclass, replace

from calendars.documents import sniff, text
from calendars.documents.document import Block, Cell, Document, Limits, Line, Progress, Role, Table
from calendars.documents.format import Source, unheard
from calendars.documents.worker import read_in_child
from calendars.encodings import LegacyEncoding, legacy_encoding
from calendars.errors import UnreadableDocument

__all__ = ["Block", "Cell", "Document", "Limits", "Line", "Progress", "Role", "Table"]
__all__ += ["FORMATS", "Format", "attachments", "read_document", "read_documents"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its media types and the module that reads them in a child process.

    begins: the bytes with which its files begin, for a format that `sniff` does not know.
    """

    media_types: tuple[str, ...]
    module: str
    begins: tuple[bytes, ...] = ()


FORMATS = (
    Format((sniff.DOCX,), "calendars.documents.docx"),
    Format((sniff.ODT,), "calendars.documents.odt"),
    Format((sniff.XLSX,), "calendars.documents.xlsx"),
    Format((sniff.PDF,), "calendars.documents.pdf"),
    Format((sniff.HTML,), "calendars.documents.html"),
    Format(sniff.PICTURES, "calendars.documents.scan"),
    Format((sniff.RTF,), "calendars.documents.rtf"),
    Format((sniff.DOC,), "calendars.documents.doc"),
    Format((sniff.WORD_XML, sniff.XLS, sniff.ODS), "calendars.documents.office"),
)
_MODULES = {media_type: one.module for one in FORMATS for media_type in one.media_types}
_BEGINNINGS = {start: one.media_types[0] for one in FORMATS for start in one.begins}
_MAIL = (sniff.MAIL, sniff.MHTML)


def read_document(
    data: bytes, name: str, *, limits: Limits | None = None, progress: Progress | None = None
) -> Document:
    """A file as one document; of a mail the only one it holds (its own text when nothing is attached).

    Raises UnreadableDocument: not readable, beyond the limits, or a mail with several documents.
    """
    documents = read_documents(data, name, limits=limits, progress=progress)
    if len(documents) > 1:
        attached = [document for document in documents if document.name != name]
        if len(attached) > 1:
            raise UnreadableDocument(
                name, f"the mail holds {len(attached)} documents; save them and give them one by one"
            )
        return attached[0]
    return documents[0]


def read_documents(
    data: bytes, name: str, *, limits: Limits | None = None, progress: Progress | None = None
) -> tuple[Document, ...]:
    """Every document in a file: one, or for a mail its own text (under the mail's name) and what is attached to it.

    An attachment that cannot be read is told in the notes of the others; raises UnreadableDocument when nothing can.
    """
    limits, progress = limits or Limits(), progress or unheard
    if len(data) > limits.bytes:
        raise UnreadableDocument(
            name,
            f"the file is larger than the {limits.bytes // 1_000_000} MB allowed; give the pages that matter as a file "
            "of their own, or raise documents.max_bytes in the configuration",
        )
    told = (media_type for start, media_type in _BEGINNINGS.items() if data.startswith(start))
    media_type = next(told, None) or sniff.media_type(data, name)
    if media_type not in _MAIL:
        return (_read(Source(data, name, media_type, limits, progress)),)
    return _read_mail(data, name, limits, progress)


def attachments(data: bytes, name: str) -> tuple[tuple[str, bytes], ...]:
    """The names and bytes of what is attached to a mail; nothing for any other file."""
    from calendars.documents import mail  # noqa: PLC0415 - loads the email package, which few documents need

    return mail.parts(data, name)[2] if sniff.media_type(data, name) in _MAIL else ()


def _read_mail(data: bytes, name: str, limits: Limits, progress: Progress) -> tuple[Document, ...]:
    from calendars.documents import mail  # noqa: PLC0415 - as above
    from calendars.documents.mail_history import without_history  # noqa: PLC0415 - as above

    body, ending, attached = mail.parts(data, name)
    documents: list[Document] = []
    failures: list[UnreadableDocument] = []
    if body and body.strip():
        media_type = sniff.HTML if ending == ".html" else sniff.PLAIN
        own = _read(Source(body, name, media_type, limits, progress))
        documents.append(replace(without_history(own), name=name, subject=mail.subject_of(data)))
    for attachment, content in attached:
        try:
            documents += read_documents(content, attachment, limits=limits, progress=progress)
        except UnreadableDocument as error:
            failures.append(error)
    if not documents:
        raise (
            failures[0]
            if failures
            else UnreadableDocument(name, "the mail holds neither text nor an attachment")
        )
    notes = tuple(f"The attachment could not be read: {failure}" for failure in failures)
    sent = mail.sent_on(data)
    documents = [replace(document, sent=document.sent or sent) for document in documents]
    return (replace(documents[0], notes=documents[0].notes + notes), *documents[1:])


def _read(source: Source) -> Document:
    module = _MODULES.get(source.media_type)
    document = (
        read_in_child(source, module) if module else text.decode(source.data, source.name, source.limits)
    )
    if not any(line.text.strip() for line in document.lines()):
        raise source.refused(
            "it holds no text, nor a picture of a page that could be read; check that it is the right file"
        )
    if module is None:
        return document  # of plain text its own reader has asked
    encoding = legacy_encoding("\n".join(line.text for line in document.lines()))
    return _converted(document, encoding) if encoding else document


def _converted(document: Document, encoding: LegacyEncoding) -> Document:
    """The document with every line brought to Unicode."""

    def line(old: Line) -> Line:
        try:
            return replace(old, text=encoding.convert(old.text))
        except UnicodeError:
            return old

    def block(old: Block) -> Block:
        if isinstance(old, Line):
            return line(old)
        cells = (replace(cell, lines=tuple(map(line, cell.lines))) for cell in old.cells)
        return replace(old, cells=tuple(cells))

    note = f"The text was in an old encoding ({encoding.name}) and was converted."
    return replace(document, blocks=tuple(map(block, document.blocks)), notes=(*document.notes, note))
