"""Messages printed where the program runs: the office's first look, without a mail server or an account anywhere."""

import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TextIO

from scheduler.attempts import Deferred, Delivered, Outcome
from scheduler.channels.channel import Message, Surroundings

_WIDTH = 78


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleSettings:
    """The table [console]: whether messages may be printed at all."""

    enabled: bool = True


class ConsoleChannel:
    """Prints each message as a framed block, in one write, so that two senders do not mix their lines."""

    def __init__(
        self, settings: ConsoleSettings, surroundings: Surroundings, stream: TextIO | None = None
    ) -> None:
        """stream: where to print; standard output, as it is when a message is sent, unless given."""
        self._stream = stream
        self._zone = surroundings.zone

    def send(self, message: Message, *, now: datetime) -> Outcome:
        stream = self._stream or sys.stdout
        try:
            stream.write(block(message, now.astimezone(self._zone)))
            stream.flush()
        except (OSError, ValueError) as problem:
            return Deferred(f"the console cannot be written to: {problem}")
        return Delivered()

    def close(self) -> None:
        pass


def block(message: Message, now: datetime) -> str:
    """The message as lines in a frame, headed by when (in the zone of `now`) and to whom it was sent."""
    heading = f"── {now:%H:%M %d/%m/%Y} → {message.name} "
    lines = ["┌" + heading.ljust(_WIDTH, "─"), f"│ {message.subject}", "│"]
    lines += [f"│ {line}".rstrip() for line in message.text.strip().splitlines()]
    return "\n".join([*lines, "└" + "─" * _WIDTH, ""])
