"""Killing the process that sends, again and again at random moments, and counting what arrived.

A meeting is due to be told to many people, a third of them by e-mail, a third by signed webhooks, a third by Zalo Bot.
Processes are started, killed with SIGKILL after a random while, and started anew; the last ones are let finish. Nothing
may be lost, and nothing may come twice but what was in flight at a kill.
"""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from doubles.smtp import SmtpDouble
from doubles.webhook import WebhookDouble
from doubles.zalo_bot import ZaloBotDouble

from calendars.events import Event, occurrences_between
from calendars.marks import Category, Status
from calendars.queries import Connection
from calendars.store import CalendarStore
from calendars.times import VIETNAM, DaySpan
from calendars.when import Day, Hours
from scheduler.channel_kinds import ChannelKind
from scheduler.database import Database, connect
from scheduler.directory import Directory
from scheduler.outbox import Outbox, Scope
from scheduler.people import Address, Follow
from scheduler.reminders import Lead, Office, ReminderRule, plan_reminders
from scheduler.tellings import State

WORKER = Path(__file__).with_name("kill_worker.py")
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
WEBHOOKS = 10


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it, by channel: people who were not told, copies; kills, and how many of them met work to do.

    not_in_flight: messages that came more often than they were in flight at a kill, and once.
    """

    people: int
    lost: dict[str, int]
    copies: dict[str, int]
    other_ids: int
    violations: list[str]
    kills: int
    useful_kills: int
    not_in_flight: list[str]
    states: Counter[str]

    @property
    def is_kept(self) -> bool:
        """Whether the promise was kept."""
        return (
            not any(self.lost.values())
            and not self.not_in_flight
            and self.other_ids == 0
            and not self.violations
            and set(self.states) == {State.SENT}
        )


def run_rounds(url: str, *, people: int, rounds: int, workers: int, longest_life: float, seed: int) -> Report:
    """Kill `workers` processes `rounds` times after a random while of at most `longest_life` seconds of sending."""
    chance = random.Random(seed)
    chats = tuple(f"chat-{n}" for n in range(people // 3))
    bot = ZaloBotDouble(chats=chats)
    with (
        SmtpDouble(drop_copies=False) as smtp,
        WebhookDouble(secret=SECRET) as webhook,
        bot,
        connect(url) as database,
    ):
        fill(database, people)
        endpoints = endpoints_of(smtp, webhook, bot)
        useful = 0
        in_flight: Counter[str] = Counter()
        for _ in range(rounds):
            running = [start(url, endpoints) for _ in range(workers)]
            for process in running:
                process.stdout.readline()  # type: ignore[union-attr]  # a pipe was asked for
            pause(chance.uniform(0, longest_life))
            still_running = [process.poll() is None for process in running]
            useful += all(still_running)
            for process in running:
                end(process, signal.SIGKILL)
            in_flight.update(names_in_flight(database))
        for process in [start(url, endpoints) for _ in range(workers)]:
            process.stdout.read()  # type: ignore[union-attr]  # as above
            end(process)
            if process.returncode != 0:
                raise RuntimeError(f"the sending process ended with {process.returncode}")
        mails = Counter(str(one.parsed()["Message-ID"]) for one in smtp.received)
        recipients = {one.recipient for one in smtp.received}
        hooks = Counter(request.header("webhook-id") for request in webhook.requests)
        texts = Counter((one.chat_id, one.text) for one in bot.sent)
        with database.reading() as connection:
            states = Counter(one.state.value for one in Outbox(connection).find(count=people * 2))
        told = Counter(
            [
                *(f"Người số {one.recipient[6:].partition('@')[0]} (email)" for one in smtp.received),
                *(json.loads(request.body)["data"]["recipient"] for request in webhook.requests),
                *(f"Người số {one.chat_id[5:]} (zalo_bot)" for one in bot.sent),
            ]
        )
        third = people // 3
        return Report(
            people=people,
            lost={
                "email": third - len(recipients),
                "webhook": third - len(webhook.bodies),
                "zalo_bot": third - len({chat for chat, _ in texts}),
            },
            copies={
                "email": mails.total() - len(mails),
                "webhook": hooks.total() - len(hooks),
                "zalo_bot": texts.total() - len(texts),
            },
            other_ids=(len(mails) - third) + (len(hooks) - third) + (len(texts) - third),
            violations=[*smtp.violations, *webhook.violations],
            kills=rounds * workers,
            useful_kills=useful * workers,
            not_in_flight=[name for name, count in told.items() if count > 1 + in_flight[name]],
            states=states,
        )


def names_in_flight(database: Database) -> list[str]:
    """Whose messages were with the killed processes."""
    with database.reading() as connection:
        leased = Outbox(connection).find(state=State.LEASED, count=1_000_000)
        people = Directory(connection).some(one.telling.person for one in leased)
    return [person.name for person in people.values()]


def fill(database: Database, people: int) -> None:
    """A meeting in two hours, and reminders of it that are due now."""
    now = datetime.now(UTC)
    local = (now + timedelta(hours=2)).astimezone(VIETNAM)
    event = Event(
        uid="kill-test",
        calendar="hoi",
        title="Hội nghị Ban Thường vụ",
        category=Category.MEETING,
        status=Status.CONFIRMED,
        when=Day(local.date(), Hours(local.time().replace(second=0, microsecond=0))),
        created=now,
        revised=now,
        location="Phòng họp tầng 2",
    )
    rule = ReminderRule(name="now", before=Lead(clock=timedelta(hours=2, minutes=2)))
    with database.transaction() as connection:
        store = CalendarStore(connection)
        store.open_calendar("hoi", now)
        store.keep_events([event])
        add_people(connection, people, now)
        occurrences = occurrences_between([event], DaySpan(local.date(), local.date()))
        everybody = Directory(connection).everybody()
        reminders = plan_reminders([rule], occurrences, everybody, now=now, office=Office())
        planned = Outbox(connection).replace_plan(reminders, Scope(), now=now)
        if planned != people // 3 * 3:
            raise RuntimeError(f"{planned} reminders were planned for {people} people")


def add_people(connection: Connection, people: int, now: datetime) -> list[str]:
    """That many followers of everything, a third of them by each channel; their names."""
    directory, names = Directory(connection), []
    for n in range(people // 3):
        for address in (
            Address(ChannelKind.EMAIL, f"person{n}@example.org"),
            Address(ChannelKind.WEBHOOK, f"hook-{n % WEBHOOKS}"),
            Address(ChannelKind.ZALO_BOT, f"chat-{n}"),
        ):
            names.append(f"Người số {n} ({address.channel})")
            directory.add(names[-1], now=now, addresses=[address], follows=[Follow(calendar="*")])
    return names


def endpoints_of(smtp: SmtpDouble, webhook: WebhookDouble, bot: ZaloBotDouble) -> dict[str, str]:
    """Where the process is to send to."""
    return {
        "smtp_port": str(smtp.port),
        "webhook_url": webhook.url,
        "webhooks": " ".join(f"hook-{n}" for n in range(WEBHOOKS)),
        "secret": SECRET,
        "bot_token": bot.token,
        "bot_url": bot.url,
    }


def start(url: str, endpoints: dict[str, str]) -> "subprocess.Popen[str]":
    """A process that sends until nothing waits."""
    environment = os.environ | {"PYTHONPATH": str(WORKER.parents[2]), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, str(WORKER), url, json.dumps(endpoints)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def pause(seconds: float) -> None:
    """Waits so long."""
    import threading

    threading.Event().wait(seconds)


def end(process: "subprocess.Popen[str]", with_signal: signal.Signals | None = None) -> None:
    """Waits for the process, which is given the signal first if one is named."""
    if with_signal is not None:
        process.send_signal(with_signal)
    process.wait(60)
    if process.stdout is not None:
        process.stdout.close()
