"""What each SMTP answer means for a message: the steps of a conversation, and the outcome of failing at each.

The same 550 stops the whole channel at MAIL FROM and one recipient at RCPT TO, and a connection that is lost after the
final dot leaves a mail that may have arrived (reference on e-mail, B4; codes of RFC 5321 and 3463).
"""

import re
from enum import StrEnum

from scheduler.attempts import Deferred, Halted, Outcome, Refused, Uncertain
from scheduler.channels.certificates import Distrust


class Step(StrEnum):
    """How far a conversation has come."""

    CONNECT = "connecting"
    GREETING = "the greeting"
    TLS = "STARTTLS"
    AUTH = "the login"
    MAIL = "MAIL FROM"
    RCPT = "RCPT TO"
    DATA = "DATA"
    FINAL = "the end of the message"


class SmtpTrouble(Exception):
    """A step did not succeed.

    code: the server's answer, None when there was none; distrust: why TLS, which was asked for, cannot be relied on.
    """

    def __init__(self, step: Step, code: int | None, text: str, *, distrust: Distrust | None = None) -> None:
        super().__init__(f"{code or 'no answer'} at {step}: {text}")
        self.step = step
        self.code = code
        self.text = text
        self.distrust = distrust


OUTCOMES: dict[Step, type[Halted] | type[Refused]] = {
    Step.CONNECT: Halted,
    Step.GREETING: Halted,
    Step.TLS: Halted,
    Step.AUTH: Halted,  # repeated wrong logins lock accounts
    Step.MAIL: Halted,
    Step.RCPT: Refused,
    Step.DATA: Refused,
    Step.FINAL: Refused,
}
"""What a 5xx answer at each step amounts to.

4xx is Deferred everywhere; no answer is Deferred, and Uncertain once the message has been written.
"""

LOGIN_WANTED = {530, 534, 535, 538}
"""The server wants a (better) login, at whichever step it says so."""

FULL_MAILBOX = 552
"""At RCPT a mailbox that is full today (RFC 5321 section 4.5.3.1.10 has clients take it as passing)."""

NO_SUCH_MAILBOX = {521, 550, 551, 553, 556}
"""At RCPT: the address does not exist, unless an enhanced status says that something else is the matter."""


def outcome_of(trouble: SmtpTrouble) -> Outcome:
    """What a failed step means for the message."""
    reason = f"at {trouble.step} the mail server said: {trouble.code} {trouble.text}"
    match trouble.code:
        case None if trouble.distrust is not None and trouble.distrust.passes:
            return Deferred(trouble.text)
        case None if trouble.distrust is not None:
            return Halted(f"{trouble.text}; see [email] in config.toml")
        case None if trouble.step is Step.FINAL:
            return Uncertain(f"{trouble.text} after the message had been written; it may have arrived")
        case None if trouble.step is Step.CONNECT:
            return Deferred(
                f"the mail server cannot be reached: {trouble.text}; check host and port in [email]"
            )
        case None:
            return Deferred(f"{trouble.text} at {trouble.step}")
        case code if code in LOGIN_WANTED:
            return Halted(f"{reason}; check username and password in [email] of config.toml")
        case code if code == FULL_MAILBOX and trouble.step is Step.RCPT:
            return Deferred(reason)
        case code if 500 <= code <= 599:
            if OUTCOMES[trouble.step] is Halted:
                return Halted(f"{reason}; check [email] in config.toml")
            return Refused(reason, recipient_gone=_mailbox_is_gone(trouble))
        case _:
            return Deferred(reason)


def _mailbox_is_gone(trouble: SmtpTrouble) -> bool:
    if trouble.step is not Step.RCPT or trouble.code not in NO_SUCH_MAILBOX:
        return False
    enhanced = re.match(r"5\.(\d+)\.\d+", trouble.text)
    return enhanced is None or enhanced[1] == "1"
