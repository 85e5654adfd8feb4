"""A page of a document as it looks: of a PDF drawn in a process of its own, of a picture the picture itself.

A mail keeps its attachments within; the page is then of the attachment that the document was read from.
"""

import hashlib
import subprocess
import sys
from dataclasses import dataclass

from calendars.documents import attachments
from calendars.documents.document import Document

PDF = "application/pdf"
SHOWN_AS_THEY_ARE = ("image/png", "image/jpeg", "image/webp", "image/gif")
DRAWN = (PDF, "image/tiff", "image/bmp")
"""What a browser does not show by itself, or not page by page."""
SECONDS = 30


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its media type."""

    media_type: str
    content: bytes


def has_pictures(media_type: str) -> bool:
    """Whether the pages of such a document can be shown as they look."""
    return media_type in DRAWN or media_type in SHOWN_AS_THEY_ARE


def page_picture(content: bytes, name: str, document: Document, page: int) -> Picture | None:
    """That page (from 1) of the document as it looks; None where it cannot be shown.

    content, name: the file as received, which may be a mail that the document was attached to.
    """
    if not has_pictures(document.media_type):
        return None
    data = _bytes_of(document, content, name)
    if data is None:
        return None
    if document.media_type in SHOWN_AS_THEY_ARE:
        return Picture(document.media_type, data) if page == 1 else None
    command = [sys.executable, "-m", "calendars.documents.drawing", str(page)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return Picture("image/png", done.stdout) if done.returncode == 0 and done.stdout else None


def _bytes_of(document: Document, content: bytes, name: str) -> bytes | None:
    """The document's own bytes in the file that was received."""
    for data in (content, *(attached for _, attached in attachments(content, name))):
        if hashlib.sha256(data).hexdigest() == document.sha256:
            return data
    return None
