"""Killing the processes that tell of changes while the calendar goes on changing, and asking what was heard last.

Two meetings are moved, cancelled and set back, alone and together, by hand and by releases, while a third of the people
are told by e-mail, a third by signed webhooks and a third by Zalo Bot. Between and during the changes the processes are
killed. In the end what everybody heard last of each meeting is what stands, and nothing came twice but what was in
flight at a kill.
"""

import json
import random
import re
import signal
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from doubles.smtp import SmtpDouble
from doubles.webhook import WebhookDouble
from doubles.zalo_bot import ZaloBotDouble
from kill_rounds import SECRET, add_people, end, endpoints_of, names_in_flight, pause, start

from calendars.changes import Change, ChangeKind, Revision
from calendars.events import Event
from calendars.marks import Category, Status
from calendars.phrasing import phrase
from calendars.store import CalendarStore
from calendars.times import VIETNAM
from calendars.when import Day, Hours
from scheduler.database import Database, connect
from scheduler.outbox import Outbox
from scheduler.reminders import Office
from scheduler.service.planning import Policy
from scheduler.service.releasing import publish
from scheduler.service.revising import RevisionService
from scheduler.settings import CalendarSettings, Settings
from scheduler.tellings import State

TITLES = ("Họp giao ban", "Hội nghị Ban Thường vụ")
DAYS_AHEAD = 5
OFF = "does not take place"
_MOST_ROUNDS = 5  # times as many as are asked for


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it came: to whom, by which name a copy of it is known, and what it says of each meeting."""

    person: str
    name: str
    times: dict[str, str]


@dataclass(frozen=True, slots=True)
class ChangesReport:
    """What came of it. wrong: who knows something else of a meeting than what stands.

    kills, useful_kills, not_in_flight, states: as in `kill_rounds.Report`; changes: how often the meetings changed;
    told: messages that came, copies not counted; overtaken: notices that a later one told instead.
    """

    people: int
    changes: int
    kills: int
    useful_kills: int
    told: int
    overtaken: int
    copies: int
    not_in_flight: list[str]
    wrong: list[str]
    violations: list[str]
    states: Counter[str] = field(default_factory=Counter)

    @property
    def is_kept(self) -> bool:
        """Whether the promise was kept."""
        settled = set(self.states) <= {State.SENT, State.DROPPED}
        return settled and not (self.wrong or self.not_in_flight or self.violations)


class TwoMeetings:
    """The meetings of the calendar and the ways they change; each new time is one that neither had before."""

    def __init__(self, database: Database, chance: random.Random) -> None:
        self._database = database
        self._chance = chance
        self._settings = Settings(
            folder=Path(), database=database.url, calendars=(CalendarSettings(slug="hoi", name="Hội"),)
        )
        self._policy = Policy(rules=(), office=Office())
        self._revising = RevisionService(database, self._settings, self._policy)
        self._day = (datetime.now(VIETNAM) + timedelta(days=DAYS_AHEAD)).date()
        self._times = self._new_times()
        self._last = 0
        self.changes = 0
        added = [
            Change(kind=ChangeKind.ADDED, before=None, after=self._meeting(number))
            for number in range(len(TITLES))
        ]
        self._publish(added)

    def change(self) -> None:
        """One of the changes that can happen now."""
        ways = [self.move, self.move_both, self.undo]
        if all(event.status is Status.CONFIRMED for event in self.events):
            ways.append(self.cancel)
        self._chance.choice(ways)()

    def move(self) -> None:
        """One meeting gets a new time, and takes place again if it was cancelled."""
        self._publish([self._moved(self._chance.choice(self.events))])

    def move_both(self) -> None:
        """Both do, in one release."""
        self._publish([self._moved(event) for event in self.events])

    def cancel(self) -> None:
        """One of them does not take place."""
        event = self._chance.choice(self.events)
        after = event._replace(status=Status.CANCELLED, sequence=event.sequence + 1)
        self._publish([Change(kind=ChangeKind.CANCELLED, before=event, after=after)])

    def undo(self) -> None:
        """The last release is taken back, or the undoing of it."""
        if self.changes == 0:
            return
        self._last = self._revising.undo(self._last, now=datetime.now(UTC), by="Hoa").number
        self.changes += 1

    @property
    def events(self) -> list[Event]:
        """The meetings as they stand."""
        with self._database.reading() as connection:
            return [CalendarStore(connection).event(f"e{number}") for number in range(len(TITLES))]

    def standing(self) -> dict[str, str]:
        """When each takes place, in the words of a notice."""
        return {
            event.title: phrase(event.when) if event.status is Status.CONFIRMED else OFF
            for event in self.events
        }

    def _publish(self, changes: list[Change]) -> None:
        with self._database.transaction() as connection:
            CalendarStore(connection).open_calendar("hoi", datetime.now(UTC))
            revision = Revision(calendar="hoi", changes=tuple(changes))
            made = publish(
                connection, revision, settings=self._settings, policy=self._policy, now=datetime.now(UTC)
            )
        self.changes += changes[0].before is not None
        self._last = made.number

    def _moved(self, event: Event) -> Change:
        after = event._replace(when=next(self._times), status=Status.CONFIRMED, sequence=event.sequence + 1)
        return Change(kind=ChangeKind.MOVED, before=event, after=after)

    def _meeting(self, number: int) -> Event:
        now = datetime.now(UTC)
        return Event(
            uid=f"e{number}",
            calendar="hoi",
            title=TITLES[number],
            category=Category.MEETING,
            status=Status.CONFIRMED,
            when=next(self._times),
            created=now,
            revised=now,
        )

    def _new_times(self) -> Iterator[Day]:
        day: date = self._day
        while True:
            for minute in range(8 * 60, 17 * 60):
                yield Day(day, Hours(time(*divmod(minute, 60))))
            day += timedelta(days=1)


def run_changes(
    url: str,
    *,
    people: int,
    rounds: int,
    workers: int,
    longest_life: float,
    seed: int,
    lease: float = 2.0,
    useful_kills: int = 0,
) -> ChangesReport:
    """Kill `workers` processes `rounds` times, each time after changes and a random while of at most `longest_life`.

    The while is in seconds of sending; lease: seconds that a worker holds a message. It must be longer than a release
    and a busy machine keep a living worker from renewing it, else another sends a copy, and rightly. A quick machine is
    done before it is killed: there are more rounds, each with its changes and a shorter while, until so many processes
    were killed at work.
    """
    chance = random.Random(seed)
    bot = ZaloBotDouble(chats=tuple(f"chat-{n}" for n in range(people // 3)))
    with (
        SmtpDouble(drop_copies=False) as smtp,
        WebhookDouble(secret=SECRET) as webhook,
        bot,
        connect(url) as database,
    ):
        with database.transaction() as connection:
            names = add_people(connection, people, datetime.now(UTC))
        meetings = TwoMeetings(database, chance)
        known_first = meetings.standing()
        endpoints = endpoints_of(smtp, webhook, bot) | {"lease": str(lease)}
        useful = done = 0
        in_flight: Counter[str] = Counter()
        while done < rounds or (useful < useful_kills and done < _MOST_ROUNDS * rounds):
            if done >= rounds:
                longest_life *= 0.8
            for _ in range(chance.choice((0, 0, 1, 2) if done < rounds else (1, 2))):
                meetings.change()
            running = [start(url, endpoints) for _ in range(workers)]
            for process in running:
                process.stdout.readline()  # type: ignore[union-attr]  # a pipe was asked for
            pause(chance.uniform(0, longest_life / 2))
            if chance.random() < 0.4:
                meetings.change()
            pause(chance.uniform(0, longest_life / 2))
            useful += sum(process.poll() is None for process in running)
            for process in running:
                end(process, signal.SIGKILL)
            in_flight.update(names_in_flight(database))
            done += 1
        meetings.move_both()
        for process in [start(url, endpoints) for _ in range(workers)]:
            process.stdout.read()  # type: ignore[union-attr]  # as above
            end(process)
            if process.returncode != 0:
                raise RuntimeError(f"the sending process ended with {process.returncode}")
        heard = [*_mails(smtp), *_posts(webhook), *_texts(bot)]
        standing = meetings.standing()
        with database.reading() as connection:
            rows = Outbox(connection).find(count=1_000_000)
        came = Counter((one.person, one.name) for one in heard)
        return ChangesReport(
            people=people,
            changes=meetings.changes,
            kills=done * workers,
            useful_kills=useful,
            told=len(came),
            overtaken=sum(row.state is State.DROPPED for row in rows),
            copies=came.total() - len(came),
            not_in_flight=_not_in_flight(came, in_flight),
            wrong=list(_wrong(names, heard, known_first, standing)),
            violations=[*smtp.violations, *webhook.violations],
            states=Counter(row.state.value for row in rows),
        )


# --- what was heard ---------------------------------------------------------------------------------------------------


def _not_in_flight(came: Counter[tuple[str, str]], in_flight: Counter[str]) -> list[str]:
    """Who received more copies than they had messages in flight at kills."""
    copies: Counter[str] = Counter()
    for (person, _), count in came.items():
        copies[person] += count - 1
    return [person for person, count in copies.items() if count > in_flight[person]]


def _wrong(
    names: list[str], heard: list[Heard], known_first: dict[str, str], standing: dict[str, str]
) -> Iterator[str]:
    known = {name: dict(known_first) for name in names}
    for one in heard:
        known[one.person] |= one.times
    for name, times in known.items():
        for title, told in times.items():
            if told != standing[title]:
                yield f"{name} knows of {title}: {told}, and it is: {standing[title]}"


def _mails(smtp: SmtpDouble) -> Iterator[Heard]:
    for one in smtp.received:
        mail = one.parsed()
        body = mail.get_body(("plain",))
        number = one.recipient.removeprefix("person").partition("@")[0]
        text = body.get_content() if body is not None else ""
        yield Heard(f"Người số {number} (email)", str(mail["Message-ID"]), _times(text))


def _posts(webhook: WebhookDouble) -> Iterator[Heard]:
    for request in webhook.requests:
        data = json.loads(request.body)["data"]
        yield Heard(data["recipient"], request.header("webhook-id") or "", _times(data["text"]))


def _texts(bot: ZaloBotDouble) -> Iterator[Heard]:
    # A chat has no ids; its words are told apart by the times, none of which comes twice.
    for one in bot.sent:
        person = f"Người số {one.chat_id.removeprefix('chat-')} (zalo_bot)"
        yield Heard(person, one.text, _times(one.text))


def _times(text: str) -> dict[str, str]:
    """What a notice says of each meeting that it names: its new time, or that it does not take place."""
    found: dict[str, str] = {}
    title = ""
    for line in text.splitlines():
        if named := re.fullmatch(rf"(?:\d+\. )?({'|'.join(TITLES)}): .+", line.strip()):
            title = named[1]
            found[title] = OFF
        elif title and (said := re.fullmatch(r"(?:Mới|Thời gian): (.+)", line.strip())):
            found[title] = said[1]
    return found
