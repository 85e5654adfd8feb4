"""The outbox through whatever may come: two workers, every outcome, death at each step, clocks set, events that move.

Chance chooses the steps; what design section 4 promises of tellings is looked at after each, and at the end, when all
goes well again, that nothing was lost. Delivery is the real one, taken apart into its steps. Long runs: `make fuzz`.
"""

import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count

import pytest
from fuzzing import folder_in_memory, fuzzed
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from stepped_delivery import LEASE, SteppedDelivery
from telling_office import BOT, EMAIL, MONDAY_BEFORE, WEBHOOK, a_person, an_event

from calendars.events import Event, occurrences_between
from calendars.marks import Status
from calendars.store import CalendarStore
from calendars.times import DaySpan
from calendars.when import Day, Hours
from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Purpose
from scheduler.database import connect
from scheduler.delivery.circuit import Circuits
from scheduler.delivery.composer import CalendarComposer, ComposerSettings
from scheduler.delivery.composition import QUIET_AFTER
from scheduler.directory import Directory
from scheduler.outbox import Kept, Outbox, outcome_words
from scheduler.people import Person
from scheduler.reminders import DEFAULT_RULES, Office, QuietHours, extent_of
from scheduler.service.planning import Policy, replan_all, replan_events, replan_people
from scheduler.tellings import Leased, Reach, State

KINDS = (EMAIL, BOT, WEBHOOK)
OFFICE = Office(quiet=QuietHours(time(21, 30), time(6)))
POLICY = Policy(rules=DEFAULT_RULES, office=OFFICE, keepers=("giữ lịch",))
FIRST = date(2023, 11, 21)
UIDS = ("e1", "e2", "e3")
OVER = (State.SENT, State.FAILED, State.HELD, State.CANCELLED)
PEOPLE = (
    a_person("Lan", EMAIL, BOT),
    a_person("Mai", BOT, EMAIL, WEBHOOK),
    a_person("Tam", EMAIL),
)
WHICH = st.integers(0, 1000)
TIMES = st.builds(
    lambda days, hour: Day(FIRST + timedelta(days=days), Hours(time(hour))),
    st.integers(0, 3),
    st.sampled_from([7, 8, 14, 19]),
)


@dataclass
class Told:
    """What the test knows of one telling: who has it in hand until when, and what came of it."""

    held: dict[str, datetime] = field(default_factory=dict)
    settled: Counter[str] = field(default_factory=Counter)
    arrived: int = 0
    excused: int = 0
    ids: dict[int, str] = field(default_factory=dict)
    by_hand: bool = False


class OutboxThroughAWeek(RuleBasedStateMachine):
    """One office with a few people, two processes that send."""

    def __init__(self, url: str, clean: Callable[[], None]) -> None:
        super().__init__()
        self.clean = clean
        self.database = connect(url)
        self.now = self.latest = MONDAY_BEFORE
        self.events: dict[str, Event] = {}
        self.told: dict[str, Told] = defaultdict(Told)
        self.was: dict[str, Kept] = {}
        self.people: list[Person] = []
        self.started = 0

    @initialize(first=TIMES, second=TIMES)
    def open_office(self, first: Day, second: Day) -> None:
        numbers = count(1)
        with self.database.transaction() as connection, pytest.MonkeyPatch.context() as patch:
            # People's ids make those of tellings, and these their order: chance alone shall lead.
            patch.setattr("scheduler.directory.token_hex", lambda _size: f"{next(numbers):012x}")
            for person in PEOPLE:
                added = Directory(connection).add(
                    person.name, addresses=person.addresses, follows=person.follows, now=self.now
                )
                self.people.append(added)
        self.workers = [self.a_worker(), self.a_worker()]
        self.puts(an_event(first, "e1"))
        self.puts(an_event(second, "e2"))

    def teardown(self) -> None:
        try:
            if self.people:
                self.all_goes_well_again()
        finally:
            self.database.close()
            self.clean()

    # --- what may come --------------------------------------------------------------------------------------------

    @rule(uid=st.sampled_from(UIDS), when=TIMES)
    def an_event_comes_or_moves(self, uid: str, when: Day) -> None:
        known = self.events.get(uid)
        self.puts(an_event(when, uid, sequence=known.sequence + 1 if known else 0))

    @rule(uid=st.sampled_from(UIDS))
    def an_event_is_cancelled(self, uid: str) -> None:
        if known := self.events.get(uid):
            status = Status.CONFIRMED if known.status is Status.CANCELLED else Status.CANCELLED
            self.puts(an_event(known.when, uid, sequence=known.sequence + 1, status=status))

    @rule(which=WHICH, out=st.booleans())
    def somebody_wants_no_messages(self, which: int, out: bool) -> None:
        person = self.people[which % len(self.people)]
        with self.database.transaction() as connection:
            Directory(connection).opt_out(person.id, out=out)
            if out:
                Outbox(connection).drop_person(person.id, "stopped by the person", now=self.now)
            else:
                replan_people(connection, POLICY, [person.id], self.now)

    @rule()
    def the_plan_is_made_anew(self) -> None:
        with self.database.transaction() as connection:
            replan_all(connection, POLICY, self.now)

    @rule(seconds=st.sampled_from([1, 5, 30, 61, 600, 3600, 6 * 3600, 20 * 3600]))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(which=WHICH)
    def the_next_thing_falls_due(self, which: int) -> None:
        moment = self.workers[0].next_moment()
        self.now = max(self.now, moment or self.now)
        self.looks(self.worker(which))

    @rule(minutes=st.integers(1, 90))
    def the_clock_is_set_back(self, minutes: int) -> None:
        self.now -= timedelta(minutes=minutes)

    @rule(which=WHICH)
    def a_worker_looks(self, which: int) -> None:
        self.looks(self.worker(which))

    @rule(
        which=WHICH,
        outcome=st.sampled_from(
            [
                Delivered("ok"),
                Delivered("ok"),
                Deferred("busy"),
                Uncertain("the connection was lost"),
                Refused("no such user"),
                Refused("nobody there", recipient_gone=True),
                Halted("wrong password"),
            ]
        ),
    )
    def a_message_goes_out(self, which: int, outcome: Outcome) -> None:
        worker = self.worker(which)
        if worker.waiting:
            leased, reach = worker.waiting[which % len(worker.waiting)]
            self.goes_out(leased, outcome)
            worker.came_back(leased, reach, outcome)

    @rule(which=WHICH, minutes=st.integers(1, 2000))
    def the_other_side_asks_to_wait(self, which: int, minutes: int) -> None:
        self.a_message_goes_out(which, Deferred("too many", self.now + timedelta(minutes=minutes)))

    @rule(which=WHICH, sent=st.integers(0, 4))
    def a_worker_dies(self, which: int, sent: int) -> None:
        """After so many of the messages that it has in hand arrived, none of which is settled."""
        worker = self.worker(which)
        for leased, _ in worker.waiting[:sent]:
            self.goes_out(leased, Delivered("nobody heard it"))
        self.replace(worker)

    @rule(which=WHICH)
    def a_worker_dies_before_its_commit(self, which: int) -> None:
        worker = self.worker(which)
        worker.round_that_dies()
        self.replace(worker)

    @rule(which=WHICH)
    def somebody_says_try_again(self, which: int) -> None:
        kept = self.kept()
        if kept:
            one = kept[which % len(kept)]
            with self.database.transaction() as connection:
                done = Outbox(connection).retry(one.telling.id, one.telling.channels, now=self.now)
            assert not (done and one.state is State.SENT)
            self.told[one.telling.id].by_hand |= done

    @rule(which=WHICH)
    def somebody_takes_one_out(self, which: int) -> None:
        kept = self.kept()
        if kept:
            telling = kept[which % len(kept)].telling.id
            with self.database.transaction() as connection:
                Outbox(connection).cancel(telling, "by hand", now=self.now)

    @rule(kind=st.sampled_from(KINDS))
    def somebody_mends_a_channel(self, kind: ChannelKind) -> None:
        with self.database.transaction() as connection:
            Circuits(connection).resume(kind, self.now)

    # --- what is promised -----------------------------------------------------------------------------------------

    def looks(self, worker: SteppedDelivery) -> None:
        """A round of a worker; what it takes in hand is fit to be sent now, by it alone."""
        self.latest = max(self.latest, self.now)
        name = worker._worker.name
        before = {one.telling.id: one for one in self.kept()}
        settling = [(sent.leased.telling.id, sent.attempt) for sent in worker._unsettled]
        for leased, reach in worker.round():
            self.is_fit(leased, reach)
            known = self.told[leased.telling.id]
            assert before[leased.telling.id].state not in OVER
            others = [until for other, until in known.held.items() if other != name]
            assert all(until <= self.now for until in others), "two have it in hand"
            if known.held:
                # Its former holder died, or has been silent for as long as a lease lasts.
                known.excused += 1
            known.held = {name: self.now + LEASE}
        for telling, attempt in settling:
            assert attempt is not None
            self.told[telling].settled[outcome_words(attempt.outcome)[0]] += 1
            self.told[telling].held.pop(name, None)
            if isinstance(attempt.outcome, Uncertain):
                self.told[telling].excused += 1
        for leased, _ in worker.waiting:
            # What was taken over from a silent worker may have gone with its old time.
            row = next((one for one in self.kept() if one.telling.id == leased.telling.id), None)
            if row is not None and row.state is State.LEASED and name in self.told[leased.telling.id].held:
                self.told[leased.telling.id].held[name] = row.next

    def is_fit(self, leased: Leased, reach: Reach) -> None:
        """It is about what stands on the calendar now, and useful, and wanted, and disturbs nobody's sleep."""
        telling = leased.telling
        if telling.purpose is not Purpose.REMINDER:
            return
        event = self.events[telling.event]
        assert event.status is not Status.CANCELLED, "sent for what is cancelled"
        assert isinstance(event.when, Day)
        assert telling.starts == self.starts(event), "sent for an old time"
        known = self.told[telling.id]
        assert self.now < telling.ends, "sent when it is over"
        # A clock that is set back does not take back that the hour had come.
        assert telling.due <= self.latest or known.by_hand, "sent before its hour"
        with self.database.reading() as connection:
            person = Directory(connection).some([telling.person])[telling.person]
        assert not person.opted_out, "sent to one who wants none"
        assert reach.message.to in person.addresses
        local = self.now.astimezone(OFFICE.zone)
        if OFFICE.quiet is not None and (stretch := OFFICE.quiet.around(local)) is not None:
            assert self.now - telling.due < QUIET_AFTER or stretch[1] >= telling.starts, "sent at night"
        assert known.ids.setdefault(event.sequence, reach.message.id) == reach.message.id

    def goes_out(self, leased: Leased, outcome: Outcome) -> None:
        """A channel has it; what has arrived twice was in flight between."""
        known = self.told[leased.telling.id]
        if isinstance(outcome, Delivered | Uncertain):
            known.arrived += 1
            assert known.arrived <= 1 + known.excused or known.by_hand, "a copy of what was not in flight"

    @invariant()
    def what_is_over_stays_so(self) -> None:
        for one in (kept := {one.telling.id: one for one in self.kept()}).values():
            if one.state in (*OVER, State.DROPPED) and (held := self.told[one.telling.id].held):
                # It was taken from one that had died; a clock that is set back does not give it its lease again.
                self.told[one.telling.id].excused += len(held)
                held.clear()
            was = self.was.get(one.telling.id)
            if was is None or was.state not in OVER or self.told[one.telling.id].by_hand:
                continue
            late_receipt = one.state is State.SENT and was.state in (State.FAILED, State.HELD)
            by_hand = was.state is State.HELD and one.state is State.CANCELLED
            assert one.state is was.state or late_receipt or by_hand
        gone = [was.state for id_, was in self.was.items() if id_ not in kept]
        assert set(gone) <= {State.PENDING, State.DROPPED}, "a history was lost"
        self.was = kept

    @invariant()
    def every_try_is_recorded(self) -> None:
        with self.database.reading() as connection:
            for telling, known in self.told.items():
                attempts = Outbox(connection).attempts(telling)
                assert Counter(outcome_words(one.outcome)[0] for one in attempts) == known.settled

    def all_goes_well_again(self) -> None:
        """Both workers end, new ones come, every message arrives: who should be told of what stands has been told."""
        with self.database.transaction() as connection:
            replan_all(connection, POLICY, self.now)
        begin, worker = self.now, self.a_worker()
        for _ in range(500):
            moment = worker.next_moment()
            if moment is None or moment > begin + timedelta(days=8):
                break
            self.now = max(self.now, moment)
            self.looks(worker)
            for leased, reach in worker.waiting:
                self.goes_out(leased, Delivered("ok"))
                worker.came_back(leased, reach, Delivered("ok"))
            self.looks(worker)
            self.every_try_is_recorded()
        else:
            raise AssertionError("it never ends")
        by_event = defaultdict(list)
        for one in self.kept():
            assert one.state is not State.LEASED
            assert one.state is not State.SENT or self.told[one.telling.id].settled["delivered"]
            assert one.state is not State.FAILED or not self.told[one.telling.id].settled["delivered"]
            by_event[one.telling.event, one.telling.starts, one.telling.person].append(one.state)
        with self.database.reading() as connection:
            people = Directory(connection).everybody()
        for event in self.events.values():
            starts = self.starts(event)
            if event.status is Status.CANCELLED or starts <= begin + timedelta(hours=2):
                continue
            for person in people:
                if not person.opted_out and person.addresses:
                    states = by_event[event.uid, starts, person.id]
                    assert states, f"{person.name} was never to be told"
                    assert set(states) <= set(OVER) | {State.DROPPED}
                    assert set(states) & set(OVER), "nothing was told, and nothing says why"

    # --- parts ----------------------------------------------------------------------------------------------------

    def a_worker(self) -> SteppedDelivery:
        self.started += 1
        composer = CalendarComposer(ComposerSettings(office=OFFICE, organizer="vp@example.org"))
        return SteppedDelivery(self.database, KINDS, composer, lambda: self.now, f"worker-{self.started}")

    def worker(self, which: int) -> SteppedDelivery:
        return self.workers[which % 2]

    def replace(self, worker: SteppedDelivery) -> None:
        self.workers[self.workers.index(worker)] = self.a_worker()

    def puts(self, event: Event) -> None:
        """As a release does: the event and its reminders in one transaction."""
        self.events[event.uid] = event
        with self.database.transaction() as connection:
            store = CalendarStore(connection)
            store.open_calendar(event.calendar, self.now)
            store.touch(event.calendar, self.now)
            store.keep_events([event])
            replan_events(connection, POLICY, [event.uid], self.now)

    def kept(self) -> list[Kept]:
        with self.database.reading() as connection:
            return Outbox(connection).find(count=10_000)

    def starts(self, event: Event) -> datetime:
        assert isinstance(event.when, Day)
        (one,) = occurrences_between([event], DaySpan(event.when.day, event.when.day), with_cancelled=True)
        extent = extent_of(one, OFFICE)
        assert extent is not None
        return extent[0]


def test_the_outbox_through_whatever_may_come() -> None:
    folder = folder_in_memory("week")
    path = folder / "sched.db"

    def clean() -> None:
        for file in folder.glob("sched.db*"):
            file.unlink()

    def machine() -> OutboxThroughAWeek:
        return OutboxThroughAWeek(f"sqlite:///{path}", clean)

    try:
        # Whatever makes a machine will do.
        run_state_machine_as_test(machine, settings=fuzzed(examples=40, steps=40))  # type: ignore[arg-type]
    finally:
        shutil.rmtree(folder)


def test_the_outbox_through_whatever_may_come_on_postgresql(postgres_url: str) -> None:
    import psycopg

    def clean() -> None:
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")

    def machine() -> OutboxThroughAWeek:
        return OutboxThroughAWeek(postgres_url, clean)

    run_state_machine_as_test(machine, settings=fuzzed(examples=3, steps=20))  # type: ignore[arg-type]
