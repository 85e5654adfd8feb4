"""A channel whose outcomes are cleaned of secrets: what a server answers is kept in the outbox and shown to people.

Servers repeat what they were sent, a login or a header among it; no channel can foresee where.
"""

from dataclasses import replace
from datetime import datetime

from scheduler.attempts import Delivered, Outcome
from scheduler.channels.channel import Channel, Message
from scheduler.errors import ConfigurationError
from scheduler.redaction import Redactor


class Discreet:
    """Sends by another channel, and says the same without secrets."""

    def __init__(self, channel: Channel, redactor: Redactor) -> None:
        self._channel = channel
        self._redactor = redactor

    def send(self, message: Message, *, now: datetime) -> Outcome:
        """Send, and clean what came of it. Faults of the channel are passed on as such, cleaned too."""
        try:
            outcome = self._channel.send(message, now=now)
        except ConfigurationError as error:
            raise ConfigurationError(self._redactor(str(error))) from None
        except Exception as error:
            cleaned = self._redactor(str(error))
            if cleaned == str(error):
                raise
            raise RuntimeError(f"{type(error).__name__}: {cleaned}") from None
        if isinstance(outcome, Delivered):
            return replace(outcome, receipt=self._redactor(outcome.receipt))
        return replace(outcome, reason=self._redactor(outcome.reason))

    def close(self) -> None:
        """Close the channel."""
        self._channel.close()
