"""A mail server on loopback that keeps to RFC 5321 closely enough to notice a client that does not.

Every received message is kept as it came. Answers are scripted by step, or by recipient; a copy (a Message-ID known
already) is recorded as such and not delivered again.
"""

import base64
import re
import socket
import socketserver
import ssl
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import TracebackType
from typing import Any, Self

EXTENSIONS = ("SIZE", "8BITMIME", "PIPELINING", "ENHANCEDSTATUSCODES")
CLOSE = "close"
CLOSE_AFTER_STORING = "store, then close"
HANG = "hang"
HANG_AFTER_STORING = "store, then hang"
TRICKLE = "trickle"
STEPS = ("greeting", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body", "final")


@dataclass(frozen=True, slots=True)
class Received:
    """A message the server took on."""

    sender: str
    recipient: str
    content: bytes
    connection: int
    secured: bool

    def parsed(self) -> EmailMessage:
        message = message_from_bytes(self.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        return message


@dataclass
class SmtpDouble:
    """Starts with `with`.

    script: for each step (`STEPS`) the answers to come, as "451 4.7.1 later" or one of the words above; "" is the usual
    answer. recipients: answers that an address always gets. login: (user, password) that is wanted; certificate: a
    context to offer STARTTLS with, or to speak TLS from the start where `implicit_tls`; close_after: so many messages a
    connection; delays: seconds before each answer; takes_data_for_nobody: DATA is answered 354 without a recipient.
    """

    extensions: Sequence[str] = EXTENSIONS
    size_limit: int = 10_000_000
    recipients: dict[str, str] = field(default_factory=dict)
    login: tuple[str, str] | None = None
    certificate: ssl.SSLContext | None = None
    implicit_tls: bool = False
    drop_copies: bool = True
    close_after: int | None = None
    mechanisms: str = "PLAIN LOGIN"
    delays: float = 0.0
    takes_data_for_nobody: bool = False
    received: list[Received] = field(default_factory=list)
    duplicates: list[Received] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self.script: dict[str, deque[str]] = {step: deque() for step in STEPS}
        self.lock = threading.RLock()
        self.arrived = threading.Condition(self.lock)
        self.stopped = threading.Event()
        self.open_sockets: set[socket.socket] = set()
        self._server = _Server(("127.0.0.1", 0), _Session)
        self._server.double = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def fail(self, step: str, *answers: str) -> None:
        """Answer the next times at `step` so."""
        self.script[step].extend(answers)

    def scripted(self, step: str) -> str:
        with self.lock:
            return self.script[step].popleft() if self.script[step] else ""

    def store(self, message: Received) -> None:
        with self.arrived:
            known = {one.parsed()["Message-ID"] for one in self.received} if self.drop_copies else set()
            copy = message.parsed()["Message-ID"] in known
            (self.duplicates if copy else self.received).append(message)
            self.arrived.notify_all()

    def wait_for(self, messages: int, seconds: float = 10.0) -> list[Received]:
        """Wait until so many messages have been received."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.received) >= messages, seconds), self.received
            return list(self.received)

    def drop_connections(self) -> None:
        """Close every connection from this side, as a server does with quiet ones."""
        with self.lock:
            for one in self.open_sockets:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopped.set()
        self.drop_connections()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    double: SmtpDouble

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is nothing to tell."""


class _Over(Exception):
    """The conversation has ended."""


class _Session(socketserver.BaseRequestHandler):
    server: _Server
    request: socket.socket

    def handle(self) -> None:
        double = self.server.double
        with double.lock:
            double.connections += 1
            self.number = double.connections
        self.double = double
        self.secured = False
        self.logged_in = False
        self.delivered = 0
        self.sock = self.request
        try:
            if double.implicit_tls:
                self._secure()
            self._register(self.sock)
            self.reader = self.sock.makefile("rb")
            self._reset()
            self.greeted = False
            self._step("greeting", "220 double ESMTP")
            while True:
                self._command()
        except (_Over, OSError, ValueError):
            pass
        finally:
            with double.lock:
                double.open_sockets.discard(self.sock)
            with suppress(OSError):
                self.sock.close()

    def _register(self, sock: socket.socket) -> None:
        with self.double.lock:
            self.double.open_sockets.add(sock)

    def _secure(self) -> None:
        assert self.double.certificate is not None
        self.sock = self.double.certificate.wrap_socket(self.sock, server_side=True)
        self.secured = True

    def _reset(self) -> None:
        self.sender: str | None = None
        self.recipient: str | None = None

    def _say(self, line: str) -> None:
        self.sock.sendall(line.encode() + b"\r\n")

    def _step(self, step: str, usual: str) -> bool:
        """Answer at a step, by script or as usual; True when it was the usual answer or another success."""
        return self._answer(self.double.scripted(step), usual)

    def _answer(self, scripted: str, usual: str) -> bool:
        if scripted == CLOSE:
            raise _Over
        if scripted == HANG:
            self.double.stopped.wait(10)
            raise _Over
        if scripted == TRICKLE:
            while not self.double.stopped.wait(0.05):
                self.sock.sendall(b"2")
            raise _Over
        if self.double.delays:
            self.double.stopped.wait(self.double.delays)
        self._say(scripted or usual)
        if scripted.startswith("421"):
            raise _Over
        return not scripted or scripted[0] in "23"

    def _line(self) -> str:
        line = self.reader.readline(4096)
        if not line:
            raise _Over
        if not line.endswith(b"\r\n"):
            self.double.violations.append(f"a command without CRLF: {line!r}")
        return line.decode("utf-8", "replace").rstrip("\r\n")

    def _command(self) -> None:
        line = self._line()
        with self.double.lock:
            self.double.commands.append(line)
        verb, _, rest = line.partition(" ")
        handler = getattr(self, f"_{verb.lower()}", None)
        if handler is None or verb.upper() not in VERBS:
            self._say("500 5.5.2 what?")
        else:
            handler(rest)

    def _ehlo(self, rest: str) -> None:
        offered = [
            f"SIZE {self.double.size_limit}" if one == "SIZE" else one for one in self.double.extensions
        ]
        if self.double.certificate is not None and not self.secured:
            offered.append("STARTTLS")
        if self.double.login is not None:
            offered.append(f"AUTH {self.double.mechanisms}")
        lines = ["double", *offered]
        self.greeted = True
        self._reset()
        self._step("ehlo", "\r\n".join(f"250{'-' if one != lines[-1] else ' '}{one}" for one in lines))

    def _helo(self, rest: str) -> None:
        self.greeted = True
        self._say("250 double")

    def _starttls(self, rest: str) -> None:
        if self.double.certificate is None:
            self._say("502 5.5.1 not offered")
        elif self._step("starttls", "220 go ahead"):
            with self.double.lock:
                self.double.open_sockets.discard(self.sock)
            self._secure()
            self._register(self.sock)
            self.reader = self.sock.makefile("rb")
            self.greeted = False

    def _auth(self, rest: str) -> None:
        mechanism, _, initial = rest.partition(" ")
        if mechanism.upper() == "PLAIN":
            if not initial:
                self._say("334 ")
                initial = self._line()
            _, user, password = base64.b64decode(initial).decode().split("\0")
        else:
            answers = []
            for prompt in (b"Username:", b"Password:"):
                if initial and prompt == b"Username:":
                    answers.append(base64.b64decode(initial).decode())
                    continue
                self._say("334 " + base64.b64encode(prompt).decode())
                answers.append(base64.b64decode(self._line()).decode())
            user, password = answers
        if (user, password) != self.double.login:
            self._say("535 5.7.8 wrong user or password")
        elif self._step("auth", "235 2.7.0 welcome"):
            self.logged_in = True

    def _mail(self, rest: str) -> None:
        found = re.match(r"FROM:<([^>]*)>(.*)", rest, re.IGNORECASE)
        size = re.search(r"SIZE=(\d+)", rest, re.IGNORECASE)
        if self.double.login is not None and not self.logged_in:
            self._say("530 5.7.0 log in first")
        elif not self.greeted or self.sender is not None:
            self._say("503 5.5.1 out of order")
        elif found is None:
            self._say("501 5.5.4 syntax")
        elif size and int(size[1]) > self.double.size_limit:
            self._say("552 5.3.4 too big")
        elif not rest.isascii() and not self._may_use_utf8(rest):
            self._say("553 5.6.7 no such letters here")
        elif self.double.close_after is not None and self.delivered >= self.double.close_after:
            self._say("421 4.7.0 enough for one connection")
            raise _Over
        elif self._step("mail", "250 2.1.0 ok"):
            self.sender = found[1]
            self.eight_bit = "BODY=8BITMIME" in rest.upper()
            self.utf8 = self._may_use_utf8(rest)

    def _may_use_utf8(self, rest: str) -> bool:
        return "SMTPUTF8" in self.double.extensions and rest.upper().endswith(" SMTPUTF8")

    def _rcpt(self, rest: str) -> None:
        found = re.match(r"TO:<([^>]+)>", rest, re.IGNORECASE)
        if self.sender is None:
            self._say("503 5.5.1 out of order")
        elif found is None:
            self._say("501 5.5.4 syntax")
        elif not found[1].isascii() and not self.utf8:
            self._say("553 5.6.7 no such letters here")
        else:
            scripted = self.double.scripted("rcpt") or self.double.recipients.get(found[1], "")
            if self._answer(scripted, "250 2.1.5 ok"):
                self.recipient = found[1]

    def _data(self, rest: str) -> None:
        if self.recipient is None and not self.double.takes_data_for_nobody:
            self._say("503 5.5.1 out of order")
            return
        if not self._step("data", "354 go on"):
            return
        body = self.double.scripted("body")
        if body:
            self._answer(body, "")
            return
        content, recipient = self._content(), self.recipient
        message = Received(self.sender or "", recipient or "", content, self.number, self.secured)
        self._reset()
        if recipient is None:
            self._say("554 5.5.1 for nobody")
            return
        final = self.double.scripted("final")
        if final in {"", CLOSE_AFTER_STORING, HANG_AFTER_STORING} or final.startswith("2"):
            self.double.store(message)
            self.delivered += 1
        if final == CLOSE_AFTER_STORING:
            raise _Over
        if final == HANG_AFTER_STORING:
            final = HANG
        self._answer(final, "250 2.0.0 queued as double")

    def _content(self) -> bytes:
        lines: list[bytes] = []
        while True:
            line = self.reader.readline()
            if not line:
                raise _Over
            if line == b".\r\n":
                return b"".join(lines)
            self._check(line)
            lines.append(line[1:] if line.startswith(b".") else line)

    def _check(self, line: bytes) -> None:
        if not line.endswith(b"\r\n") or b"\r" in line[:-2]:
            self.double.violations.append(f"a bare line end: {line[:60]!r}")
        if len(line) > 1000:
            self.double.violations.append(f"a line of {len(line)} octets")
        if not line.isascii() and not self.eight_bit:
            self.double.violations.append(f"8-bit without BODY=8BITMIME: {line[:60]!r}")

    def _rset(self, rest: str) -> None:
        self._reset()
        self._say("250 2.0.0 ok")

    def _noop(self, rest: str) -> None:
        self._say("250 2.0.0 ok")

    def _quit(self, rest: str) -> None:
        self._say("221 2.0.0 bye")
        raise _Over


VERBS = {"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "RSET", "NOOP", "QUIT"}
