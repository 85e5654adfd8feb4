"""One SMTP conversation: open it, send mails over it, and tell at which step it failed.

The step decides what a failure means: an answer lost before the final dot is a mail not sent, one lost after it a mail
that may have arrived. `smtplib.sendmail` does not tell the two apart, hence the single commands here. What a code means
for the message is in `smtp_answers`.
"""

import smtplib
import socket
import ssl
from base64 import b64encode
from typing import Any

from scheduler.channels.certificates import Distrust, distrust
from scheduler.channels.deadline import BoundedSocket, Deadline
from scheduler.channels.mail import Mail
from scheduler.channels.smtp_answers import SmtpTrouble, Step

_ENVELOPE = ((Step.MAIL, (250,)), (Step.RCPT, (250, 251)), (Step.DATA, (354,)))
"""The steps before a message's content, with the codes that let it go on."""


def trusting(ca_file: str = "") -> ssl.SSLContext:
    """TLS that verifies the server, by the system's authorities or those of a file. OSError when it cannot be read."""
    return ssl.create_default_context(cafile=ca_file or None)


class SmtpConversation(smtplib.SMTP):
    """A connection to one server, made by `open` and used by `deliver` until either raises SmtpTrouble.

    Timeouts in seconds: to connect; for one answer (twice that for all answers to one mail together); and for the
    answer to the end of a message, over which servers may take long (RFC 5321 section 4.5.3.2).
    """

    sock: Any
    file: Any

    def __init__(self, *, connect_timeout: float, answer_timeout: float, final_timeout: float) -> None:
        name = socket.gethostname()
        super().__init__(local_hostname=name if "." in name else "[127.0.0.1]", timeout=connect_timeout)
        self._connect_timeout = connect_timeout
        self._answer_timeout = answer_timeout
        self._final_timeout = final_timeout
        self._step = Step.CONNECT

    def open(
        self,
        host: str,
        port: int,
        *,
        security: str,
        context: ssl.SSLContext | None,
        username: str = "",
        password: str = "",
    ) -> None:
        """Connect, secure the connection, and log in where a name is given.

        security: "none", "starttls" or "tls"; where TLS was asked for, clear text is never fallen back to.
        """
        try:
            self._connect(host, port, context if security == "tls" else None)
            self._expect(Step.GREETING, self.getreply(), 220)
            self._greet()
            if security == "starttls":
                self._start_tls(host, context)
                self._greet()
            if username:
                self._log_in(username, password)
        except ssl.SSLCertVerificationError as problem:
            why = distrust(host, problem)
            raise SmtpTrouble(self._step, None, why.reason, distrust=why) from None
        except (smtplib.SMTPException, OSError) as problem:
            raise self._broken(problem) from None

    @property
    def takes_utf8(self) -> bool:
        """Whether the server takes addresses with letters outside ASCII before the @ (RFC 6531)."""
        return self.has_extn("smtputf8")

    def deliver(self, mail: Mail) -> str:
        """Send one mail; the server's receipt."""
        try:
            self._bound(2 * self._answer_timeout, self._answer_timeout)
            options = f" SIZE={len(mail.content)}" if self.has_extn("size") else ""
            if mail.needs_utf8:
                # RFC 6531 section 3.1: who offers it offers 8BITMIME, which the headers need.
                options += " BODY=8BITMIME SMTPUTF8"
            self.command_encoding = "utf-8" if mail.needs_utf8 else "ascii"
            envelope = (f"MAIL FROM:<{mail.sender}>{options}", f"RCPT TO:<{mail.recipient}>", "DATA")
            if self.has_extn("pipelining"):
                self._begin_at_once(envelope)
            else:
                self._begin(envelope)
            self._step = Step.FINAL
            self._bound(self._final_timeout)
            self.send(mail.content.replace(b"\r\n.", b"\r\n..") + b".\r\n")
            return self._expect(Step.FINAL, self.getreply(), 250)
        except (smtplib.SMTPException, OSError) as problem:
            raise self._broken(problem) from None

    def reset(self) -> bool:
        """Forget a mail that was begun; False when the conversation is of no use any more."""
        try:
            self._bound(self._answer_timeout)
            return self.rset()[0] == 250
        except (smtplib.SMTPException, OSError):
            return False

    def farewell(self) -> None:
        """End the conversation; what the server says to that is of no interest (B4)."""
        try:
            if self.sock is not None:
                self._bound(min(self._answer_timeout, 1.0))
                self.putcmd("QUIT")
        except (smtplib.SMTPException, OSError):
            pass
        finally:
            self.close()

    def _begin(self, envelope: tuple[str, ...]) -> None:
        """Sender, recipient and DATA, each when the one before was answered."""
        for (step, wanted), command in zip(_ENVELOPE, envelope, strict=True):
            self._step = step
            self.putcmd(command)
            self._expect(step, self.getreply(), *wanted)

    def _begin_at_once(self, envelope: tuple[str, ...]) -> None:
        """The same in one round trip (RFC 2920 section 3.1): all replies are read, the first that is bad counts."""
        self._step = Step.MAIL
        self.send("".join(f"{command}\r\n" for command in envelope))
        first_bad: SmtpTrouble | None = None
        for step, wanted in _ENVELOPE:
            self._step = step
            try:
                code, text = self.getreply()
            except (smtplib.SMTPException, OSError) as problem:
                raise first_bad or self._broken(problem) from None
            if code not in wanted:
                first_bad = first_bad or self._answered(code, text)
        if first_bad is not None:
            if code == 354:
                self.send(b".\r\n")
                self.getreply()
            raise first_bad

    def _connect(self, host: str, port: int, context: ssl.SSLContext | None) -> None:
        deadline = Deadline(self._connect_timeout + 2 * self._answer_timeout)
        connected = socket.create_connection((host, port), self._connect_timeout)
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            secured = context.wrap_socket(connected, server_hostname=host) if context else connected
        except BaseException:
            connected.close()
            raise
        self.sock = BoundedSocket(secured, deadline, self._answer_timeout)
        self.file = None
        self._step = Step.GREETING

    def _greet(self) -> None:
        code, answer = self.ehlo()
        if not 200 <= code <= 299:
            code, answer = self.helo()
        self._expect(self._step, (code, answer), 250)

    def _start_tls(self, host: str, context: ssl.SSLContext | None) -> None:
        self._step = Step.TLS
        if context is None or not self.has_extn("starttls"):
            reason = "the server does not offer STARTTLS; nothing is sent in clear text"
            raise SmtpTrouble(Step.TLS, None, reason, distrust=Distrust(reason, passes=False))
        self._expect(Step.TLS, self.docmd("STARTTLS"), 220)
        plain = self.sock
        # RFC 3207 section 4.2: whatever was said or buffered before TLS is forgotten.
        self.file.close()
        self.file = None
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False
        plain.inner.settimeout(plain.deadline.left(self._answer_timeout))
        secured = context.wrap_socket(plain.inner, server_hostname=host)
        self.sock = BoundedSocket(secured, plain.deadline, self._answer_timeout)

    def _log_in(self, username: str, password: str) -> None:
        """By one mechanism only: `smtplib.login` would try a wrong password with each, and servers count."""
        self._step = Step.AUTH
        offered = self.esmtp_features.get("auth", "").upper().split()
        if "PLAIN" in offered:
            answer = self.docmd("AUTH", "PLAIN " + _base64(f"\0{username}\0{password}"))
        elif "LOGIN" in offered:
            self._expect(Step.AUTH, self.docmd("AUTH", "LOGIN"), 334)
            self._expect(Step.AUTH, self.docmd(_base64(username)), 334)
            answer = self.docmd(_base64(password))
        else:
            raise SmtpTrouble(Step.AUTH, 504, "the server offers no login by PLAIN or LOGIN")
        self._expect(Step.AUTH, answer, 235)

    def _bound(self, seconds: float, wait: float | None = None) -> None:
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        self.sock.deadline = Deadline(seconds)
        self.sock.limit = seconds if wait is None else wait

    def _expect(self, step: Step, reply: tuple[int, bytes], *wanted: int) -> str:
        self._step = step
        code, text = reply
        if code not in wanted:
            raise self._answered(code, text)
        return f"{code} {_plain(text)}"

    def _answered(self, code: int, text: bytes | str) -> SmtpTrouble:
        # smtplib gives -1 for an answer that does not begin with a number.
        return SmtpTrouble(self._step, code if code > 0 else None, _plain(text))

    def _broken(self, problem: Exception) -> SmtpTrouble:
        if isinstance(problem, TimeoutError) or "timed out" in str(problem):
            return SmtpTrouble(self._step, None, "no answer in time")
        if isinstance(problem, smtplib.SMTPResponseException):  # of smtplib's own making: a line without end
            return SmtpTrouble(self._step, None, "an answer that is none")
        if self._step is Step.CONNECT:
            return SmtpTrouble(self._step, None, getattr(problem, "strerror", None) or str(problem))
        return SmtpTrouble(self._step, None, "the connection broke")


def _base64(text: str) -> str:
    return b64encode(text.encode()).decode("ascii")


def _plain(text: bytes | str) -> str:
    shown = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join(shown.split())[:300]
