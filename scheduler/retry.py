"""When to try again: an outcome, the tries so far and the present instant go in, a decision comes out.

The delays have the shape that Standard Webhooks gives as an example, cut to the life of a reminder: after the event has
begun a second try is of no use (reference on e-mail and webhooks, A1 and B4). No clock and no chance is read here: the
present and the jitter are arguments.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused, Uncertain

DELAYS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800, 7200))
"""Waits after the first, second, ... try; the last repeats."""

JITTER = 0.25
"""By how much of itself a wait may be longer, so that a crowd turned away together does not come back together."""

LONGEST_PATIENCE = timedelta(hours=12)
"""A Retry-After beyond this is taken for this: a server that errs by a year must not silence a reminder."""


class Verdict(StrEnum):
    """What becomes of a message after a try."""

    DONE = "done"
    AGAIN = "again"
    NEXT_CHANNEL = "next-channel"
    HELD = "held"
    GIVEN_UP = "given-up"
    CHANNEL_HALTED = "channel-halted"


@dataclass(frozen=True, slots=True)
class Decision:
    """verdict, and for AGAIN the instant (UTC) of the next try."""

    verdict: Verdict
    at: datetime | None = None


def next_attempt(
    outcome: Outcome,
    attempts: int,
    now: datetime,
    useful_until: datetime,
    *,
    jitter: float = 0.0,
    hold_uncertain: bool = False,
) -> Decision:
    """What to do after the try that gave `outcome`.

    attempts: tries at this channel so far, this one counted; useful_until: the instant after which no try is begun;
    jitter: from 0 to 1, drawn by the caller; hold_uncertain: a message that may have arrived waits for a person instead
    of being sent again (for channels where receivers cannot drop a copy).
    """
    match outcome:
        case Delivered():
            return Decision(Verdict.DONE)
        case Refused():
            return Decision(Verdict.NEXT_CHANNEL)
        case Halted():
            return Decision(Verdict.CHANNEL_HALTED)
        case Uncertain() if hold_uncertain:
            return Decision(Verdict.HELD)
        case Uncertain() | Deferred():
            at = now + DELAYS[min(attempts, len(DELAYS)) - 1] * (1 + JITTER * jitter)
            asked = outcome.not_before if isinstance(outcome, Deferred) else None
            if asked is not None:
                at = max(at, min(asked, now + LONGEST_PATIENCE))
            return Decision(Verdict.AGAIN, at) if at < useful_until else Decision(Verdict.GIVEN_UP)
