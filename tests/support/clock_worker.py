"""A process that sends by the clock into a file, until it is told to end.

    python clock_worker.py DATABASE_URL FILE SECONDS_A_MESSAGE [PATIENCE]

Each message becomes a line when it is begun and another when it is done; a hang-up has a line of its own.
"""

import logging
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from telling_office import EMAIL, PlainComposer

from scheduler.attempts import Delivered, Outcome
from scheduler.channels.channel import Message
from scheduler.clock import PATIENCE, Clock
from scheduler.database import connect
from scheduler.delivery.pump import Delivery, DeliverySettings


class FileChannel:
    def __init__(self, path: Path, seconds: float) -> None:
        self._path = path
        self._seconds = seconds

    def send(self, message: Message, *, now: datetime) -> Outcome:
        self._write(f"begun {message.id}")
        time.sleep(self._seconds)
        self._write(f"done {message.id}")
        return Delivered()

    def _write(self, line: str) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def close(self) -> None:
        pass


def main(url: str, path: Path, seconds: float, patience: float = PATIENCE) -> None:
    logging.basicConfig(level=logging.INFO)
    with connect(url) as database:

        def delivery() -> Delivery:
            return Delivery(
                database,
                {EMAIL: lambda: FileChannel(path, seconds)},
                PlainComposer(),
                clock=lambda: datetime.now(UTC),
                settings=DeliverySettings(senders={EMAIL: 1}),
            )

        def reload() -> Delivery:
            with path.open("a", encoding="utf-8") as file:
                file.write("reloaded\n")
            return delivery()

        Clock(database, delivery(), reload=reload, patience=patience).run()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(float, sys.argv[3:]))
