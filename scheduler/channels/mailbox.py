"""E-mail addresses: which can be written to, and how they stand in a header and an SMTP command.

Letters outside ASCII are two matters. In a domain they are only another spelling (IDNA), which every server takes.
Before the @ they need a server that offers SMTPUTF8 (RFC 6531), which shows when a mail is sent; nothing is refused for
it here. What no server could ever take is refused when an address is entered, with the reason.
"""

import re
from dataclasses import dataclass
from email.utils import parseaddr

CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
LONGEST_LOCAL, LONGEST_ADDRESS = 64, 254
"""Octets before the @ and in all (RFC 5321 section 4.5.3.1, with the two brackets of a path taken off)."""

_ADDRESS = re.compile(r"[^\s\x00-\x1f\x7f<>@\"(),:;\\\[\]]+@[^\s\x00-\x1f\x7f<>@\"(),:;\\]+")
_DOMAIN = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|\[[0-9.]+\]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an address whose domain is ASCII; the address is safe to put into a header or an SMTP command."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """What stands after the @."""
        return self.address.rpartition("@")[2]

    @property
    def needs_utf8(self) -> bool:
        """Whether only a server that offers SMTPUTF8 takes it."""
        return not self.address.isascii()


def mailbox(text: str, name: str | None = None) -> Mailbox:
    """Read "Văn phòng <vp@example.org>" or a bare address; a name given apart wins.

    Raises ValueError with a sentence when it is no address to which a mail can be sent.
    """
    found_name, address = "", text
    # A line break would let an address write headers of its own; parseaddr would quietly drop what follows.
    if not _ADDRESS.fullmatch(text) and not CONTROL.search(text):
        found_name, address = parseaddr(text)
    if not _ADDRESS.fullmatch(address):
        raise ValueError(f"{text!r} is no e-mail address")
    return Mailbox(CONTROL.sub(" ", found_name if name is None else name).strip(), sendable(address))


def sendable(address: str) -> str:
    """The address as it is sent to: its domain in ASCII. ValueError with a sentence when no server could take it."""
    if not _ADDRESS.fullmatch(address):
        raise ValueError(f"{address!r} is no e-mail address")
    local, _, domain = address.rpartition("@")
    if local.startswith(".") or local.endswith(".") or ".." in local:
        raise ValueError(f"{address!r} is no e-mail address: its dots stand where there can be none")
    try:
        spelt = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        spelt = ""
    if not _DOMAIN.fullmatch(spelt):
        raise ValueError(f"{address!r} is no e-mail address: there can be no domain {domain!r}")
    if len(local.encode()) > LONGEST_LOCAL or len(local.encode()) + 1 + len(spelt) > LONGEST_ADDRESS:
        raise ValueError(f"{address!r} is no e-mail address: it is too long")
    return f"{local}@{spelt}"
