"""What came of one try at sending: five outcomes, each telling what to do next.

    Delivered   the channel accepted it                                       done
    Deferred    certainly not accepted, may be later                          try again (not before `not_before`)
    Uncertain   may have arrived: the connection was lost after the body      try again with the same id, or hold
    Refused     never will be, for this message or this recipient             next channel of the person
    Halted      the channel needs a person: wrong password, revoked token     keep the queue, tell the office

`retry` turns an outcome and the attempts so far into the next moment, `outbox` keeps them.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Delivered:
    """Accepted. receipt: what the channel calls the message (a provider's id, the SMTP answer); parts: as how many.

    A text that is too long for one message of a chat service goes as several, which a quota counts each.
    """

    receipt: str = ""
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Deferred:
    """Not accepted now. not_before: the instant (UTC) the other side asked to wait for, if it did (Retry-After)."""

    reason: str
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It may or may not have arrived."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It never will arrive by this channel. recipient_gone: nor will any later one to this address (410)."""

    reason: str
    recipient_gone: bool = False


@dataclass(frozen=True, slots=True)
class Halted:
    """The whole channel cannot work until a person acts; `reason` says what to do."""

    reason: str


Outcome = Delivered | Deferred | Uncertain | Refused | Halted


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try: when it began and ended (UTC), by which channel, and what came of it."""

    number: int
    channel: str
    started: datetime
    ended: datetime
    outcome: Outcome
