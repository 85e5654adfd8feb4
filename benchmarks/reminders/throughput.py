"""Reminders a second by e-mail through the whole way: lease, look at the event, write, send, settle.

    python -m benchmarks.reminders.throughput [--people N] [--rounds N]

Each person has their own text and the event as a calendar object; the mail server answers at once, or is aiosmtpd,
which takes mails apart. Beside it, smtplib sending bytes that were built before, over one kept connection. SQLite, with
its default durability (FULL).
"""

import smtplib
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

from benchmarks.email_throughput import serve, server
from benchmarks.figures import Figure, answer
from calendars.events import Event, occurrences_between
from calendars.marks import Category, Status
from calendars.store import CalendarStore
from calendars.times import VIETNAM, DaySpan
from calendars.when import Day, Hours
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Channel, Message, Surroundings
from scheduler.channels.email import EmailChannel, EmailSettings
from scheduler.channels.mail import mailbox, render_mail
from scheduler.database import Database, connect
from scheduler.delivery.composer import CalendarComposer, ComposerSettings
from scheduler.delivery.pump import Delivery, DeliverySettings
from scheduler.directory import Directory
from scheduler.outbox import Outbox, Scope
from scheduler.people import Address, Follow
from scheduler.reminders import Lead, Office, ReminderRule, plan_reminders

SENDER = "Văn phòng <vp@example.org>"


class Keeping:
    """An e-mail channel that keeps what it was given, to be sent by smtplib afterwards."""

    def __init__(self, channel: EmailChannel, kept: list[Message]) -> None:
        self._channel = channel
        self._kept = kept

    def send(self, message: Message, *, now: datetime) -> object:
        self._kept.append(message)
        return self._channel.send(message, now=now)

    def close(self) -> None:
        self._channel.close()


def fill(database: Database, people: int, now: datetime) -> None:
    local = (now + timedelta(hours=4)).astimezone(VIETNAM)
    event = Event(
        uid="e1",
        calendar="hoi",
        title="Hội nghị Ban Thường vụ mở rộng",
        category=Category.MEETING,
        status=Status.CONFIRMED,
        when=Day(local.date(), Hours(local.time().replace(second=0, microsecond=0))),
        created=now,
        revised=now,
        location="Hội trường tầng 2",
    )
    with database.transaction() as connection:
        store = CalendarStore(connection)
        store.open_calendar("hoi", now)
        store.keep_events([event])
        directory = Directory(connection)
        for n in range(people):
            address = Address(ChannelKind.EMAIL, f"nguoi.{n}@example.org")
            directory.add(f"Nguyễn Thị Lan {n}", now=now, addresses=[address], follows=[Follow(calendar="*")])
        occurrences = occurrences_between([event], DaySpan(local.date(), local.date()))
        rule = ReminderRule(name="now", before=Lead(clock=timedelta(hours=4, minutes=2)))
        reminders = plan_reminders([rule], occurrences, directory.everybody(), now=now, office=Office())
        Outbox(connection).replace_plan(reminders, Scope(), now=now)


def through_everything(port: int, people: int) -> tuple[float, list[Message]]:
    kept: list[Message] = []
    settings = EmailSettings(port=port, sender=SENDER)

    def make() -> Channel:
        return Keeping(EmailChannel(settings, Surroundings()), kept)

    with (
        tempfile.TemporaryDirectory() as folder,
        connect(f"sqlite:///{Path(folder) / 'sched.db'}") as database,
    ):
        fill(database, people, datetime.now(UTC))
        delivery = Delivery(
            database,
            {ChannelKind.EMAIL: make},
            CalendarComposer(ComposerSettings(office=Office(), organizer="vp@example.org")),
            clock=partial(datetime.now, UTC),
            settings=DeliverySettings(senders={ChannelKind.EMAIL: 1}),
        )
        began = time.perf_counter()
        delivery.pump()
        seconds = time.perf_counter() - began
        delivery.close()
    return len(kept) / seconds, kept


def by_smtplib(port: int, messages: list[Message]) -> float:
    mails = [render_mail(message, mailbox(SENDER), datetime.now(UTC)) for message in messages]
    with smtplib.SMTP("127.0.0.1", port) as connection:
        began = time.perf_counter()
        for mail in mails:
            connection.sendmail(mail.sender, [mail.recipient], mail.content)
        return len(mails) / (time.perf_counter() - began)


def serve_by_aiosmtpd(port_is: Connection, _extensions: tuple[bytes, ...]) -> None:
    """A mail server of the kind that people run: it takes each command and mail apart, and keeps nothing."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    Controller(Sink(), hostname="127.0.0.1", port=port).start()
    port_is.send(port)
    threading.Event().wait()


def measure(people: int = 2000, rounds: int = 3) -> Iterator[Figure]:
    for name, kind in (("email-whole", serve), ("email-aiosmtpd", serve_by_aiosmtpd)):
        ours, theirs = [], []
        with server((b"PIPELINING",), kind) as port:
            for _ in range(rounds):
                rate, messages = through_everything(port, people)
                ours.append(rate)
                theirs.append(by_smtplib(port, messages))
        yield Figure(name, tuple(ours), tuple(theirs), f"{people:,} people, one sender, SQLite with FULL")


if __name__ == "__main__":
    sys.exit(answer(measure))
