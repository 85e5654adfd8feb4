"""E-mail: its own text and the documents attached to it.

A mail is a box, not a document: what is attached is read by its own format. Pictures that a signature shows inline and
the mail's own headers are no documents. Web pages saved as one file (.mht) have the same form and are read as pages.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from calendars.errors import UnreadableDocument

_MOST_PARTS = 200
_DEEPEST = 5
_ANSWER = re.compile(  # "Re:", "Fwd:", "[Văn phòng]"
    r"^(?:\s*(?:\[[^\]]*\]|(?:re|fw|fwd|tr|tl|trả lời|chuyển tiếp)\s*(?:\[\d+\])?\s*:)\s*)+", re.IGNORECASE
)
_A_TABLE = 6  # cells
_MORE = 3
_TAG = re.compile(rb"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>|&nbsp;", re.DOTALL | re.IGNORECASE)


def sent_on(data: bytes) -> date | None:
    """The day on which a mail was sent, where its sender was; None where its head tells none."""
    try:
        return parsedate_to_datetime(
            str(email.message_from_bytes(data, policy=email.policy.default)["Date"])
        ).date()
    except (TypeError, ValueError):
        return None


def subject_of(data: bytes) -> str | None:
    """What a mail says it is about, without the signs of an answer ("Re:") or of one passed on ("Fwd:")."""
    try:
        subject = str(email.message_from_bytes(data, policy=email.policy.default)["Subject"] or "")
    except ValueError:
        return None
    return _ANSWER.sub("", " ".join(subject.split())) or None


def parts(data: bytes, name: str) -> tuple[bytes | None, str, tuple[tuple[str, bytes], ...]]:
    """What a mail holds: its own text (None: nothing) with the ending of its name, and what is attached with names.

    Attached mails are opened too. Raises UnreadableDocument when it holds too many parts.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    if sum(1 for _ in message.walk()) > _MOST_PARTS:
        raise UnreadableDocument(
            name, f"the mail has more than {_MOST_PARTS} parts; save the documents and give them"
        )
    found = tuple(_attachments(message, 0))
    body = message.get_body(("html", "plain") if _is_page(message) else ("plain", "html"))
    page = message.get_body(("html",))
    if body is not None and page is not None and _says_more(_content(page), _content(body)):
        body = page
    if body is None or body.is_attachment():
        return None, "", found
    return _content(body), ".html" if body.get_content_subtype() == "html" else ".txt", found


def _is_page(message: EmailMessage) -> bool:
    return message.get_content_type() == "multipart/related" and message["To"] is None


def _says_more(page: bytes, plain: bytes) -> bool:
    """Whether a mail's page has a table, which its plain text cannot show, or tells what that only hints at."""
    if page.lower().count(b"<td") >= _A_TABLE:
        return True
    return len(_TAG.sub(b" ", page).split()) > _MORE * len(plain.split())


def _attachments(message: EmailMessage, depth: int) -> Iterator[tuple[str, bytes]]:
    body = message.get_body(("plain", "html"))
    for part in _leaves(message):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if depth < _DEEPEST and isinstance(inner, list) and isinstance(inner[0], EmailMessage):
                yield str(inner[0].get("Subject") or "mail") + ".eml", inner[0].as_bytes()
            continue
        name = part.get_filename()
        inline = part.get_content_maintype() == "image" and (
            part.get("Content-ID") is not None or part.get_content_disposition() == "inline"
        )
        if part is body or inline or not (name or part.is_attachment()):
            continue
        if part.get_content_type() in (
            "text/calendar",
            "application/pgp-signature",
            "application/pkcs7-signature",
        ):
            continue
        yield name or "attachment", _content(part)


def _leaves(message: MIMEPart) -> Iterator[MIMEPart]:
    """The parts that hold something themselves; an attached mail is one."""
    if message.get_content_maintype() != "multipart":
        yield message
        return
    for part in message.iter_parts():
        yield from _leaves(part)


def _content(part: MIMEPart) -> bytes:
    """The decoded bytes of a part; text in the charset the mail declares becomes UTF-8."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if part.get_content_maintype() == "text" and charset and charset.lower() not in ("utf-8", "us-ascii"):
        try:
            return data.decode(charset).encode()
        except (LookupError, ValueError):
            return data
    return data
