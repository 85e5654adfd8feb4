"""A page of a document as it looks: of a PDF drawn in a process of its own, of a picture the picture itself."""

import subprocess
import sys
from dataclasses import dataclass

PDF = "application/pdf"
SHOWN_AS_THEY_ARE = ("image/png", "image/jpeg", "image/webp", "image/gif")
SECONDS = 30


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its media type."""

    media_type: str
    content: bytes


def has_pictures(media_type: str) -> bool:
    """Whether the pages of such a document can be shown as they look."""
    return media_type == PDF or media_type in SHOWN_AS_THEY_ARE


def page_picture(content: bytes, media_type: str, page: int) -> Picture | None:
    """That page (from 1) as it looks; None where it cannot be shown."""
    if media_type in SHOWN_AS_THEY_ARE:
        return Picture(media_type, content) if page == 1 else None
    if media_type != PDF:
        return None
    command = [sys.executable, "-m", "calendars.documents.drawing", str(page)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return Picture("image/png", done.stdout) if done.returncode == 0 and done.stdout else None
