"""One meeting that is moved, cancelled and set back while a worker comes, dies and is turned away.

Chance chooses the steps. In the end everything goes out, and what each follower heard last is what stands; the calendar
objects of the mails, applied by their SEQUENCE, show it too.
"""

import shutil
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from changing_office import HAND, Imip, imip
from fuzzing import folder_in_memory, fuzzed
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from stepped_delivery import SteppedDelivery
from telling_office import BOT, EMAIL, OFFICE, ManualClock

from calendars.events import Event
from calendars.marks import Status
from calendars.store import CalendarStore
from calendars.when import Day, Hours, When, when_from_json
from scheduler.attempts import Deferred, Delivered, Outcome, Refused, Uncertain
from scheduler.channels.channel import Message
from scheduler.database import connect
from scheduler.delivery.composer import CalendarComposer, ComposerSettings
from scheduler.directory import Directory
from scheduler.outbox import Outbox
from scheduler.people import Address, Follow
from scheduler.service.by_hand import Hand, HandService
from scheduler.service.planning import Policy
from scheduler.service.revising import RevisionService
from scheduler.settings import CalendarSettings, Settings
from scheduler.tellings import State

BEGIN = datetime(2023, 11, 20, 2, tzinfo=UTC)
ANY = st.integers(0, 100)
OUTCOMES: tuple[Outcome, ...] = (
    Delivered("ok"),
    Deferred("busy"),
    Uncertain("the line broke"),
    Refused("it cannot be read"),
)
EIGHT_O_CLOCK = Day(date(2023, 11, 30), Hours(time(8)))


@cache
def empty_database() -> bytes:
    """A database in which Lan has a mailbox and Hoa a chat."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        with connect(f"sqlite:///{path}") as database, database.transaction() as connection:
            directory = Directory(connection)
            mailbox, chat = Address(EMAIL, "lan@example.org"), Address(BOT, "chat-1")
            for name, addresses in (("Lan", [mailbox]), ("Hoa", [chat])):
                directory.add(name, now=BEGIN, addresses=addresses, follows=[Follow(calendar="*")])
        return path.read_bytes()


class AMeetingThatChanges(RuleBasedStateMachine):
    """The meeting is at eight o'clock, and both know of it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = folder_in_memory("overtaking")
        path = self.folder / "sched.db"
        path.write_bytes(empty_database())
        self.database = connect(f"sqlite:///{path}")
        self.clock = ManualClock(BEGIN)
        self.heard: dict[str, list[Message]] = {"Lan": [], "Hoa": []}
        settings = Settings(
            folder=self.folder,
            database=self.database.url,
            calendars=(CalendarSettings(slug="hoi", name="Hội"),),
        )
        policy = Policy(rules=(), office=OFFICE)
        self.hand = HandService(self.database, settings, policy)
        self.revising = RevisionService(self.database, settings, policy)
        self.composer = CalendarComposer(ComposerSettings(office=OFFICE, organizer="vp@example.org"))
        self.delivery = self._worker()

    @initialize()
    def put_on_the_calendar(self) -> None:
        done = self.hand.add("Họp giao ban 8h00 ngày 30/11/2023", Hand(by=HAND, now=self.clock()))
        self.uid = done.changes[0].uid

    def teardown(self) -> None:
        try:
            self._everything_goes_out()
            self.what_failed_is_tried_anew()
            self._everything_goes_out()
            self._everybody_knows_what_stands()
        finally:
            self.delivery.close()
            self.database.close()
            shutil.rmtree(self.folder)

    # --- the office -----------------------------------------------------------------------------------------------

    @precondition(lambda self: self._stands() is not None)
    @rule(hour=st.sampled_from((8, 10, 14)))
    def is_moved(self, hour: int) -> None:
        self.clock.forward(seconds=20)
        self.hand.move(self.uid, f"{hour}h00 ngày 30/11/2023", Hand(by=HAND, now=self.clock()))

    @precondition(lambda self: self._stands() is not None)
    @rule()
    def is_cancelled(self) -> None:
        self.clock.forward(seconds=20)
        self.hand.cancel(self.uid, Hand(by=HAND, now=self.clock()))

    @rule()
    def the_last_release_is_taken_back(self) -> None:
        self.clock.forward(seconds=20)
        self.revising.undo(self.revising.releases()[-1].number, by=HAND, now=self.clock())

    # --- the worker -----------------------------------------------------------------------------------------------

    @rule()
    def a_round(self) -> None:
        self.delivery.round()

    @precondition(lambda self: self.delivery.waiting)
    @rule(pick=ANY, outcome=st.sampled_from(OUTCOMES), arrived=st.booleans())
    def something_comes_back(self, pick: int, outcome: Outcome, arrived: bool) -> None:
        leased, reach = self.delivery.waiting[pick % len(self.delivery.waiting)]
        if isinstance(outcome, Delivered) or (isinstance(outcome, Uncertain) and arrived):
            self._arrives(reach.message)
        self.delivery.came_back(leased, reach, outcome)

    @rule(arrived=st.booleans())
    def the_worker_dies(self, arrived: bool) -> None:
        if arrived:
            for _, reach in self.delivery.waiting:
                self._arrives(reach.message)
        self.delivery.close()
        self.delivery = self._worker()

    @rule()
    def what_failed_is_tried_anew(self) -> None:
        """By hand, as `sched outbox retry` does it."""
        with self.database.transaction() as connection:
            outbox = Outbox(connection)
            for failed in outbox.find(state=State.FAILED):
                outbox.retry(failed.telling.id, failed.telling.channels, now=self.clock())

    @rule(seconds=st.sampled_from((1, 5, 40, 70, 600)))
    def time_passes(self, seconds: int) -> None:
        self.clock.forward(seconds=seconds)

    # --- what must hold -------------------------------------------------------------------------------------------

    def _everything_goes_out(self) -> None:
        for _ in range(200):
            for leased, reach in self.delivery.waiting:
                self._arrives(reach.message)
                self.delivery.came_back(leased, reach, Delivered("ok"))
            self.delivery.round()
            moment = self.delivery.next_moment()
            if moment is None:
                return
            if not self.delivery.waiting:
                self.clock.now = max(self.clock.now, moment) + timedelta(seconds=1)
        raise AssertionError("it never ends")

    def _everybody_knows_what_stands(self) -> None:
        event = self._stands()
        stands = event.when if event is not None else None
        for name, messages in self.heard.items():
            known: When | None = EIGHT_O_CLOCK
            if messages:
                [change] = messages[-1].data["changes"]
                known = when_from_json(change["after"]) if change["after"] else None
            assert known == stands, f"{name} was told {known}, and it is {stands}"
        latest: Imip | None = None
        for one in (imip(message.calendar) for message in self.heard["Lan"] if message.calendar is not None):
            assert latest is None or latest.sequence != one.sequence or latest == one, (
                "one number, two meanings"
            )
            latest = one if latest is None or one.sequence >= latest.sequence else latest
        if latest is not None:
            shown = latest.start if latest.method == "REQUEST" else None
            hours = stands.hours.start if isinstance(stands, Day) else None
            assert shown == (f"20231130T{hours:%H%M}00" if hours is not None else None)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _worker(self) -> SteppedDelivery:
        return SteppedDelivery(self.database, (EMAIL, BOT), self.composer, self.clock, "worker")

    def _arrives(self, message: Message) -> None:
        told = self.heard[message.name]
        # A mailbox drops the copy of a mail by its id; a chat shows it again.
        if message.to.channel is BOT or message.id not in {one.id for one in told}:
            told.append(message)

    def _stands(self) -> Event | None:
        """The meeting, if it takes place."""
        with self.database.reading() as connection:
            event = CalendarStore(connection).find_event(self.uid)
        return event if event is not None and event.status is not Status.CANCELLED else None


AMeetingThatChanges.TestCase.settings = fuzzed(examples=150, steps=15)
TestWhatFollowersHearLast = AMeetingThatChanges.TestCase


def test_what_a_worker_sent_before_it_died_counts_as_told_though_the_next_try_was_turned_away() -> None:
    course = AMeetingThatChanges()
    course.put_on_the_calendar()
    course.is_cancelled()
    course.a_round()
    course.the_worker_dies(arrived=True)
    course.time_passes(seconds=70)
    course.a_round()
    course.the_last_release_is_taken_back()
    while course.delivery.waiting:
        course.something_comes_back(pick=0, outcome=Deferred("busy"), arrived=False)
    course.teardown()


def test_a_notice_that_comes_back_unsent_is_told_though_what_came_after_it_has_undone_itself() -> None:
    """Taken off, brought back and taken off again, while the first of these is in hand and is then turned away."""
    course = AMeetingThatChanges()
    course.put_on_the_calendar()
    course.the_last_release_is_taken_back()
    course.a_round()
    for _ in range(3):
        course.the_last_release_is_taken_back()
    course.a_round()
    course.something_comes_back(pick=0, outcome=Deferred("busy"), arrived=True)
    course.a_round()
    course.the_last_release_is_taken_back()
    course.teardown()


def test_what_was_refused_and_is_tried_anew_passes_on_no_time_that_its_reader_has_forgotten() -> None:
    """They know eight o'clock, are not told of ten, but of two; the refused notice waits again when it is eight."""
    course = AMeetingThatChanges()
    course.put_on_the_calendar()
    for hour, outcome in ((10, Refused("it cannot be read")), (14, Delivered("ok"))):
        course.is_moved(hour)
        course.a_round()
        while course.delivery.waiting:
            course.something_comes_back(pick=0, outcome=outcome, arrived=True)
        course.a_round()
    course.what_failed_is_tried_anew()
    course.is_moved(8)
    course.teardown()
