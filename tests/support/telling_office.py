"""An office of the tests: its people, events and tellings, its hours, and a channel that does as it is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from threading import Event as Signal
from threading import Lock
from typing import Any

from calendars.events import Event, Occurrence, Origin, occurrences_between
from calendars.marks import Category, Passage, Status
from calendars.queries import Connection
from calendars.times import VIETNAM, DaySpan
from calendars.when import Day, Hours, When
from scheduler.attempts import Delivered, Outcome
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Purpose
from scheduler.delivery.pump import Delivery, DeliverySettings
from scheduler.people import Address, Follow, Person
from scheduler.reminders import Office, QuietHours
from scheduler.tellings import Drop, Later, Leased, Reach, Telling, telling_about

FRIDAY = date(2023, 11, 24)
DELIVERED = Delivered("ok")
MONDAY_BEFORE = datetime(2023, 11, 20, 2, 0, tzinfo=UTC)
OFFICE = Office()
QUIET_OFFICE = Office(quiet=QuietHours(time(21, 30), time(6)))
EMAIL, BOT, WEBHOOK, CONSOLE = (
    ChannelKind.EMAIL,
    ChannelKind.ZALO_BOT,
    ChannelKind.WEBHOOK,
    ChannelKind.CONSOLE,
)


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """That time of day in Vietnam."""
    return datetime.combine(day, time(hour, minute), VIETNAM)


def an_event(when: When = Day(FRIDAY, Hours(time(8))), uid: str = "e1", **changes: Any) -> Event:  # noqa: B008
    """A meeting on Friday, 24 November 2023 at eight o'clock."""
    event = Event(
        uid=uid,
        calendar="hoi",
        title="Họp giao ban",
        category=Category.MEETING,
        status=Status.CONFIRMED,
        when=when,
        created=MONDAY_BEFORE,
        revised=MONDAY_BEFORE,
        location="Phòng họp số 2",
        origin=Origin(
            name="Chương trình công tác tháng 11",
            number="63/CTr-BTV",
            issued=date(2023, 10, 25),
            passages=(Passage("Họp giao ban: 8h00 ngày 24/11", line=12),),
        ),
    )
    return event._replace(**changes)


def occurrences(*events: Event) -> list[Occurrence]:
    """What these events give in the last weeks of 2023."""
    return occurrences_between(events, DaySpan(date(2023, 11, 1), date(2023, 12, 31)))


def a_person(name: str = "Lan", *channels: ChannelKind, **changes: Any) -> Person:
    """Somebody who follows everything, reached by e-mail unless channels are named."""
    addresses = tuple(Address(kind, f"{name.lower()}@example.org") for kind in channels or (EMAIL,))
    person = Person(id=f"p-{name.lower()}", name=name, addresses=addresses, follows=(Follow(calendar="*"),))
    return replace(person, **changes)


def a_telling(number: int = 1, *, due: datetime = MONDAY_BEFORE, **changes: Any) -> Telling:
    """A message to try things with, due at once, useful for a day."""
    telling = telling_about(
        Purpose.TEST,
        rule=f"test-{number}",
        person="p-lan",
        starts=MONDAY_BEFORE,
        ends=MONDAY_BEFORE + timedelta(days=1),
        due=due,
        channels=(EMAIL,),
        body={"subject": "Thử", "text": f"Tin số {number}"},
    )
    return replace(telling, **changes)


@dataclass
class ManualClock:
    """A clock that stands until it is moved."""

    now: datetime = MONDAY_BEFORE

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class PlainComposer:
    """Composes without calendar or people: the first channel of each telling, unless told otherwise by its id."""

    instead: dict[str, Drop | Later] = field(default_factory=dict)
    gone: list[Address] = field(default_factory=list)
    halted: list[tuple[ChannelKind, str]] = field(default_factory=list)

    def compose(
        self, connection: Connection, leased: Sequence[Leased], now: datetime
    ) -> Mapping[str, Reach | Drop | Later]:
        return {one.telling.id: self.instead.get(one.telling.id) or reach_of(one) for one in leased}

    def address_is_gone(self, connection: Connection, address: Address, now: datetime) -> None:
        self.gone.append(address)

    def channel_is_halted(
        self, connection: Connection, channel: ChannelKind, reason: str, now: datetime
    ) -> None:
        self.halted.append((channel, reason))


def reach_of(leased: Leased) -> Reach:
    """The telling's message, by the channel it is leased for and then by its others."""
    telling = leased.telling
    ways = (leased.channel, *(kind for kind in telling.channels if kind is not leased.channel))
    message = Message(
        id=telling.id,
        purpose=telling.purpose,
        to=Address(leased.channel, f"{telling.person}-{telling.rule}"),
        name=telling.person,
        subject=str(telling.body.get("subject", "")),
        text=str(telling.body.get("text", "")),
    )
    return Reach(message, ways)


@dataclass
class ScriptedChannel:
    """A channel that answers from a script, then always with `usual`, and remembers what it was given."""

    script: list[Outcome] = field(default_factory=list)
    usual: Outcome = DELIVERED
    sent: list[Message] = field(default_factory=list)
    hold: Signal | None = None
    lock: Lock = field(default_factory=Lock)

    def send(self, message: Message, *, now: datetime) -> Outcome:
        with self.lock:
            self.sent.append(message)
            outcome = self.script.pop(0) if self.script else self.usual
        if self.hold is not None:
            self.hold.wait(10)
        return outcome

    def close(self) -> None:
        pass

    @property
    def ids(self) -> list[str]:
        return [message.id for message in self.sent]


def a_delivery(
    database: Any,
    channels: Mapping[ChannelKind, ScriptedChannel],
    clock: Callable[[], datetime],
    composer: Any = None,
    **settings: Any,
) -> Delivery:
    """Delivery by one sender a channel, without chance in its waits."""
    settings = {"senders": dict.fromkeys(ChannelKind, 1), **settings}
    return Delivery(
        database,
        {kind: lambda channel=channel: channel for kind, channel in channels.items()},  # type: ignore[misc]  # a default binds it
        composer or PlainComposer(),
        clock=clock,
        worker="test",
        settings=DeliverySettings(**settings),
        chance=lambda: 0.0,
    )
