"""Messages as e-mail, over one kept SMTP connection.

Hard is a server that closes the kept connection: that is no answer to the mail at hand, which is then tried once more
over a new one. The mail's bytes are `mail`'s concern, the conversation `smtp`'s, what an answer means `smtp_answers`'.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from scheduler.attempts import Delivered, Outcome, Refused
from scheduler.channels.channel import Message, Surroundings
from scheduler.channels.smtp_answers import SmtpTrouble, Step, outcome_of
from scheduler.errors import ConfigurationError

if TYPE_CHECKING:
    from scheduler.channels.mail import Mail
    from scheduler.channels.smtp import SmtpConversation

SECURITIES = ("none", "starttls", "tls")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailSettings:
    """The table [email]. ca_file: authorities to trust instead of the system's; timeouts in seconds.

    final_timeout: for the answer to a whole message; a short one is the usual cause of copies (RFC 5321 section 6.1).
    """

    host: str = "127.0.0.1"
    port: int = 1025
    security: str = "none"
    username: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""
    ca_file: str = ""
    connect_timeout: float = 10.0
    answer_timeout: float = 30.0
    final_timeout: float = 180.0


class EmailChannel:
    """Sends over one connection, made when it is first needed and made anew when the server has closed it."""

    def __init__(self, settings: EmailSettings, surroundings: Surroundings) -> None:
        """Raises ConfigurationError when the settings cannot be used."""
        # Settings are read by commands that send nothing and must not pay for smtplib and ssl.
        from scheduler.channels import mail, mailbox, smtp  # noqa: PLC0415

        if settings.security not in SECURITIES:
            known = ", ".join(SECURITIES)
            raise ConfigurationError(f"[email] security is one of {known}, not {settings.security!r}")
        try:
            self._sender = mailbox.mailbox(settings.sender)
        except ValueError as problem:
            raise ConfigurationError(f"[email] sender cannot be used: {problem}") from None
        try:
            self._context = None if settings.security == "none" else smtp.trusting(settings.ca_file)
        except OSError as problem:
            raise ConfigurationError(
                f"[email] ca_file {settings.ca_file!r} cannot be read: {problem}"
            ) from None
        self._settings = settings
        self._render = mail.render_mail
        self._new_conversation = smtp.SmtpConversation
        self._conversation: SmtpConversation | None = None

    def send(self, message: Message, *, now: datetime) -> Outcome:
        try:
            mail = self._render(message, self._sender, now)
        except ValueError as problem:
            return Refused(f"{problem}; correct the person's address", recipient_gone=True)
        kept = self._conversation is not None
        try:
            return self._deliver(mail)
        except SmtpTrouble as trouble:
            # A server closes a connection that was quiet for a while, or has carried enough mails.
            closed = kept and trouble.step is Step.MAIL and trouble.code in {None, 421}
            if not closed:
                return outcome_of(trouble)
        try:
            return self._deliver(mail)
        except SmtpTrouble as trouble:
            return outcome_of(trouble)

    def _deliver(self, mail: "Mail") -> Outcome:
        try:
            if self._conversation is None:
                self._conversation = self._open()
            if mail.needs_utf8 and not self._conversation.takes_utf8:
                return Refused(
                    f"{mail.recipient!r} has letters outside ASCII before the @, which this mail server does not take "
                    "(it offers no SMTPUTF8)"
                )
            return Delivered(self._conversation.deliver(mail))
        except SmtpTrouble as trouble:
            usable = trouble.code not in {None, 421}
            if self._conversation is not None and not (usable and self._conversation.reset()):
                self.close()
            raise

    def _open(self) -> "SmtpConversation":
        settings = self._settings
        conversation = self._new_conversation(
            connect_timeout=settings.connect_timeout,
            answer_timeout=settings.answer_timeout,
            final_timeout=settings.final_timeout,
        )
        try:
            conversation.open(
                settings.host,
                settings.port,
                security=settings.security,
                context=self._context,
                username=settings.username,
                password=settings.password,
            )
        except SmtpTrouble:
            conversation.close()
            raise
        return conversation

    def close(self) -> None:
        if self._conversation is not None:
            self._conversation.farewell()
            self._conversation = None
