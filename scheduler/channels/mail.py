"""A message written as the bytes of an e-mail.

The bytes are put together here and not by `email.message`, for two reasons: it builds some 120 mails a second, and its
folding rewrites long `References` and `List-Unsubscribe` headers as encoded words, which destroys them (reference on
e-mail, B3). Every part is base64: it survives relays that touch 8-bit text or bare line feeds, and no boundary can
occur in it. The same message gives the same bytes on every attempt. Sending is `smtp`'s concern.
"""

import re
from binascii import b2a_base64
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache
from hashlib import sha256

from scheduler.channels.channel import Message
from scheduler.channels.mailbox import CONTROL, Mailbox, mailbox

LONGEST_ID = 76
"""Longer message-ids do not survive folding by others (B3, 1)."""

_METHOD = re.compile(rb"^METHOD:([A-Z]+)\r?$", re.MULTILINE)
_CRLF = b"\r\n"
_MIXED = b"=_sched_outer"
_ALTERNATIVE = b"=_sched_inner"
_BYTES_A_WORD = 45
_WORD_FRAME = len("=?utf-8?b??=")
_LINE_OF_WORDS = 76


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail ready to be sent: envelope addresses, its Message-ID with brackets, and all bytes with CRLF.

    needs_utf8: only a server that offers SMTPUTF8 takes it (RFC 6531).
    """

    sender: str
    recipient: str
    message_id: str
    content: bytes
    needs_utf8: bool = False


def render_mail(message: Message, sender: Mailbox, now: datetime) -> Mail:
    """The e-mail for one message.

    now: the present instant, used as Date where the message does not say when it was made. Raises ValueError when the
    recipient's address cannot be used.
    """
    to = mailbox(message.to.value, name=message.name)
    message_id = identifier(message.id, sender.domain)
    headers = [
        b"Date: " + _date((message.created or now).isoformat()),
        b"From: " + _sender_header(sender),
        b"To: " + _mailbox_header(to),
        b"Subject: "
        + _encoded(CONTROL.sub(" ", message.subject).strip(), room=_LINE_OF_WORDS - len("Subject: ")),
        b"Message-ID: " + message_id.encode(),
    ]
    if message.thread is not None:
        # No mail bears this id: mails of one event hang together by it, whichever of them comes first (B2).
        root = _root(message.thread, sender.domain)
        headers += [b"In-Reply-To: " + root, b"References: " + root]
    headers.append(b"Auto-Submitted: auto-generated")
    method = _method_inside(message.calendar)
    if method not in {b"REQUEST", b"CANCEL"}:
        # It would silence answers to an invitation as well.
        headers.append(b"X-Auto-Response-Suppress: All")
    headers += _unsubscribe_headers(message.unsubscribe)
    headers += [b"MIME-Version: 1.0", _body(message, method)]
    needs_utf8 = to.needs_utf8 or sender.needs_utf8
    return Mail(sender.address, to.address, message_id, _CRLF.join(headers), needs_utf8)


def identifier(local: str, domain: str) -> str:
    """A message-id "<local@domain>" of at most 76 characters; of a longer domain its end is kept."""
    room = LONGEST_ID - len(local) - len("<@>")
    while len(domain) > room and "." in domain:
        domain = domain.partition(".")[2]
    return f"<{local}@{domain[:room]}>"


@lru_cache(maxsize=256)
def _root(thread: str, domain: str) -> bytes:
    return identifier("event-" + sha256(thread.encode()).hexdigest()[:24], domain).encode()


@lru_cache(maxsize=64)
def _date(at: str) -> bytes:
    # As text, since equal instants of two zones are written differently.
    return format_datetime(datetime.fromisoformat(at)).encode()


def _unsubscribe_headers(url: str | None) -> list[bytes]:
    """One https URI (RFC 8058 section 3.1), else one only to click on; on one line for the sake of relays (B3, 11)."""
    if url is None or not url.isascii() or len(url) > 900 or re.search(r"[\s<>]", url):
        return []
    headers = [f"List-Unsubscribe: <{url}>".encode()]
    if url.startswith("https://"):
        headers.append(b"List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    return headers


def _mailbox_header(box: Mailbox) -> bytes:
    # RFC 6532: in a mail that goes by SMTPUTF8, a header may hold an address as it is.
    address = b"<" + box.address.encode() + b">"
    if not box.name:
        return box.address.encode()
    if box.name.isascii() and len(box.name) + len(address) < 64:
        return b'"' + re.sub(r'(["\\])', r"\\\1", box.name).encode() + b'" ' + address
    return _encoded(box.name, room=_LINE_OF_WORDS - len("From: ")) + b"\r\n " + address


@lru_cache(maxsize=16)
def _sender_header(box: Mailbox) -> bytes:
    return _mailbox_header(box)


@lru_cache(maxsize=1024)
def _encoded(text: str, *, room: int) -> bytes:
    """Header text as it is where that is short ASCII, else as RFC 2047 words, one a line; room: for the first line."""
    if text.isascii() and len(text) <= room and "=?" not in text:
        return text.encode()
    encoded = text.encode("utf-8", "replace")
    words = []
    start, end = 0, (room - _WORD_FRAME) // 4 * 3
    while start < len(encoded):
        while end < len(encoded) and encoded[end] & 0xC0 == 0x80:  # within a letter
            end -= 1
        words.append(b"=?utf-8?b?" + b2a_base64(encoded[start:end], newline=False) + b"?=")
        start, end = end, end + _BYTES_A_WORD
    return b"\r\n ".join(words)


@lru_cache(maxsize=64)
def _method_inside(calendar: bytes | None) -> bytes | None:
    found = _METHOD.search(calendar) if calendar is not None else None
    return found[1] if found else None


def _body(message: Message, method: bytes | None) -> bytes:
    """From the Content-Type header of the whole on: the parts in the order that mail programs expect (B1).

    One event is an alternative to the words, which mail programs turn into an invitation (RFC 6047 section 2.4).
    Several are not: an iTIP object has one METHOD, a REQUEST or CANCEL one UID (RFC 5546 section 3.2), and of
    several `text/calendar` parts Gmail, Outlook and Exchange act upon one and drop the others, or take the whole
    mail for it. So each goes along as a file, which Outlook and Apple's calendar carry out when it is opened,
    cancellations too; the mail stays what it is, one message that tells all in words.
    """
    alternatives = [_part(b"text/plain; charset=utf-8", _text(message.text))]
    if message.html is not None:
        alternatives.append(_part(b"text/html; charset=utf-8", _text(message.html)))
    if any(message.calendars):
        files = [
            _file(f"invite-{number}.ics", _base64_of_many(one))
            for number, one in enumerate(message.calendars, 1)
            if one is not None
        ]
        words = _together(b"multipart/alternative", _ALTERNATIVE, alternatives)
        return _together(b"multipart/mixed", _MIXED, [words, *files])
    if message.calendar is None:
        return _together(b"multipart/alternative", _ALTERNATIVE, alternatives)
    calendar = _base64_of_many(message.calendar)
    if method is not None:
        # RFC 6047 section 2.4: the parameter must say what METHOD says inside, so it is taken from there.
        alternatives.append(_part(b"text/calendar; charset=utf-8; method=" + method, calendar))
    attachment = _file("invite.ics", calendar)
    whole = [_together(b"multipart/alternative", _ALTERNATIVE, alternatives), attachment]
    return _together(b"multipart/mixed", _MIXED, whole)


def _together(kind: bytes, boundary: bytes, parts: list[bytes]) -> bytes:
    if len(parts) == 1:
        return parts[0]
    opening = b"--" + boundary + _CRLF
    inner = b"".join(opening + part + _CRLF for part in parts)
    return (
        b"Content-Type: "
        + kind
        + b'; boundary="'
        + boundary
        + b'"\r\n\r\n'
        + inner
        + b"--"
        + boundary
        + b"--\r\n"
    )


def _part(kind: bytes, encoded: bytes) -> bytes:
    return b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded


def _file(name: str, encoded: bytes) -> bytes:
    """A calendar object as a file. As `application/ics` no server takes the mail itself for an invitation."""
    named = name.encode()
    kind = (
        b'application/ics; name="'
        + named
        + b'"\r\nContent-Disposition: attachment; filename="'
        + named
        + b'"'
    )
    return _part(kind, encoded)


def _text(text: str) -> bytes:
    return _base64(text.replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8", "replace"))


@lru_cache(maxsize=64)
def _base64_of_many(content: bytes) -> bytes:
    """For what is the same in the mails to many."""
    return _base64(content)


def _base64(content: bytes) -> bytes:
    encoded = b2a_base64(content, newline=False)
    return _CRLF.join([encoded[start : start + 76] for start in range(0, len(encoded), 76)]) + _CRLF
