"""What a file is, by its content: names lie (a web page saved as .xls, a picture renamed to .pdf).

Each kind has a media type; those that office mail also brings but that hold no programme are known too, so that the
sentence can say what to do with them.
"""

import io
import re
import zipfile

from calendars.errors import UnreadableDocument

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
HTML = "text/html"
PLAIN = "text/plain"
MAIL = "message/rfc822"
MHTML = "multipart/related"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
WORD_XML = "application/vnd.ms-word2003+xml"

_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"GIF8", "image/gif"),
)
PICTURES = tuple(dict.fromkeys((*(kind for _, kind in _PICTURES), "image/webp")))

_NOT_FOR_READING = (
    (b"Rar!\x1a\x07", "it is a .rar archive; unpack it and give the files in it"),
    (b"7z\xbc\xaf\x27\x1c", "it is a .7z archive; unpack it and give the files in it"),
    (b"\x1f\x8b", "it is a packed file (.gz); unpack it and give the file in it"),
    (b"MZ", "it is a Windows program, not a document; do not open it unless you know where it comes from"),
    (b"\x7fELF", "it is a program, not a document; do not open it unless you know where it comes from"),
)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_MAIL_NAMES = {
    b"from",
    b"date",
    b"message-id",
    b"mime-version",
    b"received",
    b"return-path",
    b"delivered-to",
    b"subject",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|meta|p|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4_096


def media_type(data: bytes, name: str) -> str:
    """The media type of a file by its content; `name` only stands in the error's sentence.

    Raises UnreadableDocument for what is empty, encrypted, or of a kind that cannot be read.
    """
    head = data[:_HEAD]
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableDocument(name, "the file is empty; ask for it to be sent again")
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _zip_type(data, name)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound_type(data, name)
    if head.startswith(b"{\\rtf"):
        return RTF
    if picture := _picture_type(head, name):
        return picture
    for start, reason in _NOT_FOR_READING:
        if head.startswith(start):
            raise UnreadableDocument(name, reason)
    return _text_type(head)


def _picture_type(head: bytes, name: str) -> str | None:
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif"):
        raise UnreadableDocument(
            name,
            "it is a photo in the HEIC form; save it as JPEG (on the phone: Settings, Camera, Most Compatible)",
        )
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _PICTURES if head.startswith(start)), None)


def _zip_type(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            declared = b""
            if "mimetype" in names:
                with package.open("mimetype") as part:
                    declared = part.read(200).strip()
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        RuntimeError,  # a part that is locked, or packed in a way that zipfile does not know
    ) as error:
        raise UnreadableDocument(
            name, "the file is damaged, probably cut short on its way; ask for it to be sent again"
        ) from error
    if "[Content_Types].xml" in names:
        for folder, kind in (("word/", DOCX), ("xl/", XLSX)):
            if any(part.startswith(folder) for part in names):
                return kind
    if declared.startswith(ODT.encode()):
        return ODT
    if declared.startswith(ODS.encode()):
        return ODS
    if any(part.startswith("ppt/") for part in names) or b"presentation" in declared:
        raise UnreadableDocument(name, "slides are not read; export them as PDF and give that file")
    raise UnreadableDocument(name, "it is an archive, not a document; unpack it and give the files in it")


def _compound_type(data: bytes, name: str) -> str:
    """What an OLE file holds: the stream that comes first in its directory tells (an embedded one comes later)."""
    sector = 1 << min(int.from_bytes(data[30:32], "little"), 20)
    start = (int.from_bytes(data[48:52], "little") + 1) * sector
    streams = {
        "EncryptedPackage": None,
        "WordDocument": DOC,
        "Workbook": XLS,
        "Book": XLS,
        "PowerPoint Document": "slides",
        "__properties_version1.0": "message",
    }
    places = {stream: data.find(stream.encode("utf-16-le") + b"\0\0", start) for stream in streams}
    found = sorted((place, stream) for stream, place in places.items() if place >= 0)
    kind = streams[found[0][1]] if found else "unknown"
    if places["EncryptedPackage"] >= 0:
        raise UnreadableDocument(
            name, "it is protected by a password; open it, save it without one and try that copy"
        )
    if kind == "slides":
        raise UnreadableDocument(name, "slides are not read; export them as PDF and give that file")
    if kind == "message":
        raise UnreadableDocument(
            name, "it is an Outlook message (.msg); save it as .eml, or give its attachments"
        )
    if kind == "unknown" or kind is None:
        raise UnreadableDocument(name, "it is an old Office file of an unknown kind; save it as .docx or PDF")
    return kind


def _text_type(head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", errors="ignore").encode()
    if b"Word.Document" in text or b"schemas.microsoft.com/office/word/2003/wordml" in text:
        return WORD_XML
    if _HTML.match(text) or (text.startswith(b"<?xml") and b"<html" in text.lower()):
        return HTML
    names = []
    place = 0
    while match := _HEADER.match(text, place):
        names.append(match[0].partition(b":")[0].lower())
        place = match.end()
    if (
        len(names) >= 2
        and len(_MAIL_NAMES.intersection(names)) >= 2
        and {b"from", b"mime-version"} & set(names)
    ):
        related = re.search(rb"(?im)^content-type:\s*multipart/related", text[:place])
        return MHTML if related and b"to" not in names else MAIL
    return PLAIN
