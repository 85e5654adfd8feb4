"""The clock of `sched run`: woken at the next due moment, whatever happens to the machine's own clock."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event as Signal
from threading import Thread

import pytest
import time_machine
from telling_office import EMAIL, ScriptedChannel, a_delivery, a_telling
from waiting import until

import scheduler.clock
from scheduler.attempts import Refused
from scheduler.clock import Clock, Sparing, Tick, utc_now
from scheduler.database import Database, connect
from scheduler.delivery.pump import Delivery, Tally
from scheduler.delivery.vitals import Beat, Vitals
from scheduler.errors import ConfigurationError, DatabaseUnavailable
from scheduler.outbox import Outbox
from scheduler.tellings import State, Telling

SUPPORT = Path(__file__).resolve().parents[1] / "support"


def due_in(seconds: float, number: int = 1) -> Telling:
    due = utc_now() + timedelta(seconds=seconds)
    return a_telling(number, due=due, starts=due, ends=due + timedelta(days=30))


def put(database: Database, *tellings: Telling) -> None:
    with database.transaction() as connection:
        Outbox(connection).add(tellings)


@pytest.fixture
def channel() -> ScriptedChannel:
    return ScriptedChannel()


@pytest.fixture
def started(channel: ScriptedChannel) -> Iterator[Callable[..., Clock]]:
    """Starts clocks, which are stopped afterwards: a test names its database first, so that it outlives them."""
    clocks: list[Clock] = []

    def start(database: Database, **options: object) -> Clock:
        clock = Clock(database, a_delivery(database, {EMAIL: channel}, utc_now), worker="w", **options)  # type: ignore[arg-type]  # as named
        clocks.append(clock)
        clock.start()
        return clock

    yield start
    for clock in clocks:
        clock.stop()


Start = Callable[..., Clock]


class TestTheNextMoment:
    def test_is_met(self, sqlite_database: Database, started: Start, channel: ScriptedChannel) -> None:
        telling = due_in(0.5)
        put(sqlite_database, telling)
        started(sqlite_database)
        until(lambda: channel.sent)
        assert timedelta() <= utc_now() - telling.due < timedelta(seconds=2)

    def test_is_followed_by_the_next(
        self, sqlite_database: Database, started: Start, channel: ScriptedChannel
    ) -> None:
        put(sqlite_database, *(due_in(0.2 * n, n) for n in range(5)))
        started(sqlite_database)
        until(lambda: len(channel.sent) == 5)

    def test_may_come_from_another_process(
        self, database_url: str, started: Start, channel: ScriptedChannel
    ) -> None:
        with connect(database_url) as ours, connect(database_url) as theirs:
            clock = started(ours)
            until(lambda: clock._wakeups._thread is not None)
            put(theirs, due_in(0))
            until(lambda: channel.sent)
            clock.stop()

    def test_is_waited_for_and_not_looked_for(self, sqlite_database: Database, started: Start) -> None:
        put(sqlite_database, due_in(3600))
        clock = started(sqlite_database)
        until(lambda: clock.next_wake is not None and clock.next_wake > utc_now() + timedelta(minutes=59))

    def test_is_not_missed_while_another_is_being_met(
        self, sqlite_database: Database, started: Start, channel: ScriptedChannel
    ) -> None:
        late: list[timedelta] = []
        tellings = {telling.id: telling for telling in (due_in(0.3 + n * 0.05, n) for n in range(40))}
        put(sqlite_database, *tellings.values())
        started(sqlite_database)
        while len(late) < len(tellings):
            until(lambda: len(channel.sent) > len(late))
            late.append(utc_now() - tellings[channel.sent[len(late)].id].due)
        # A moment that is missed is found a second later; a busy machine may spoil one or two.
        assert sorted(late)[-4] < timedelta(seconds=0.8)

    def test_is_not_put_off_by_a_look_that_began_before_it_was_known(
        self,
        sqlite_database: Database,
        started: Start,
        channel: ScriptedChannel,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        # The first round has been and has set the clock: while one is under way, whoever else looks leaves it to it.
        put(sqlite_database, due_in(0, 3), due_in(7200, 4))
        clock = started(sqlite_database)
        until(lambda: channel.sent and clock.next_wake and clock.next_wake > utc_now() + timedelta(hours=1))
        next_moment, has_read, may_go_on = clock._shift.delivery.next_moment, Signal(), Signal()

        def slowly() -> datetime | None:
            moment = next_moment()
            has_read.set()
            may_go_on.wait(5)
            return moment

        put(sqlite_database, due_in(3600, 1))
        monkeypatch.setattr(clock._shift.delivery, "next_moment", slowly)
        slow = Thread(target=clock._look)
        slow.start()
        assert has_read.wait(5)
        monkeypatch.setattr(clock._shift.delivery, "next_moment", next_moment)
        put(sqlite_database, due_in(60, 2))
        clock._look()
        may_go_on.set()
        slow.join(5)
        assert clock.next_wake is not None
        assert clock.next_wake < utc_now() + timedelta(seconds=61)


class TestTheMachineSClock:
    @pytest.mark.parametrize(
        "moment",
        [
            pytest.param(datetime(2023, 11, 24, 1, 0, tzinfo=UTC), id="an ordinary day"),
            pytest.param(datetime(2024, 2, 29, 16, 59, 50, tzinfo=UTC), id="a month ends"),
            pytest.param(datetime(2024, 3, 31, 0, 30, tzinfo=UTC), id="summer time begins somewhere"),
        ],
    )
    def test_may_sleep_over_the_moment(
        self, sqlite_database: Database, started: Start, channel: ScriptedChannel, moment: datetime
    ) -> None:
        with time_machine.travel(moment) as traveller:
            put(sqlite_database, due_in(3 * 3600))
            clock = started(sqlite_database)
            until(lambda: clock._wakeups._ahead is not None)
            assert channel.sent == []
            traveller.shift(timedelta(hours=4))
            until(lambda: channel.sent)
            clock.stop()

    def test_may_be_set_back_and_forward(
        self, sqlite_database: Database, started: Start, channel: ScriptedChannel
    ) -> None:
        with time_machine.travel(datetime(2023, 11, 24, 1, 0, tzinfo=UTC)) as traveller:
            put(sqlite_database, due_in(0, 1), due_in(600, 2))
            clock = started(sqlite_database)
            until(lambda: len(channel.sent) == 1)
            until(lambda: clock._wakeups._ahead is not None)
            traveller.shift(timedelta(hours=-1))
            put(sqlite_database, due_in(0, 3))
            until(lambda: len(channel.sent) == 2)
            traveller.shift(timedelta(minutes=71))
            until(lambda: len(channel.sent) == 3)
            clock.stop()
        assert len(set(channel.ids)) == 3


class TestMany:
    @pytest.mark.timeout(60)
    def test_due_in_one_second_all_go_out_the_first_at_once(
        self, sqlite_database: Database, started: Start, channel: ScriptedChannel
    ) -> None:
        put(sqlite_database, *(due_in(-60, n) for n in range(10_000)))
        began = time.monotonic()
        started(sqlite_database)
        until(lambda: channel.sent)
        assert time.monotonic() - began < 5
        until(lambda: len(channel.sent) == 10_000)
        assert len(set(channel.ids)) == 10_000


class TestTicks:
    def test_are_done_again_and_again_even_when_one_fails(
        self, sqlite_database: Database, started: Start
    ) -> None:
        done: list[datetime] = []

        def do(now: datetime) -> None:
            done.append(now)
            raise ConfigurationError("as it happens")

        started(sqlite_database, ticks=[Tick("plan", do, every=timedelta(seconds=0.1))])
        until(lambda: len(done) >= 3)
        assert done == sorted(done)

    def test_that_take_long_are_done_for_a_part_of_the_time_only(self) -> None:
        at, lasts, done = [0.0], 30.0, []

        def do(_now: datetime) -> None:
            done.append(at[0])
            at[0] += lasts

        sparing = Sparing(do, 0.02, lambda: at[0])
        for _ in range(8):
            sparing(utc_now())
            at[0] += 600
        assert done == [0.0, 1830.0, 3660.0]

    def test_that_put_something_into_the_outbox_have_it_sent(
        self, sqlite_database: Database, started: Start, channel: ScriptedChannel
    ) -> None:
        def do(_now: datetime) -> None:
            put(sqlite_database, due_in(0))

        started(sqlite_database, ticks=[Tick("plan", do, every=timedelta(seconds=0.2))])
        until(lambda: channel.sent)


class TestTrouble:
    def test_with_the_database_is_waited_out(
        self, sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(scheduler.clock, "TROUBLE_WAIT", timedelta(seconds=0.1))
        channel = ScriptedChannel()
        delivery = a_delivery(sqlite_database, {EMAIL: channel}, utc_now)
        pump, failures = delivery.pump, [DatabaseUnavailable("gone")] * 3

        def pump_with_trouble(**options: float) -> Tally:
            if failures:
                raise failures.pop()
            return pump(**options)

        monkeypatch.setattr(delivery, "pump", pump_with_trouble)
        put(sqlite_database, due_in(0))
        clock = Clock(sqlite_database, delivery, worker="w")
        clock.start()
        until(lambda: channel.sent)
        clock.stop()

    def test_with_a_new_configuration_leaves_the_old_one(
        self, sqlite_database: Database, started: Start, channel: ScriptedChannel
    ) -> None:
        def reload() -> None:
            raise ConfigurationError("an unknown key")

        clock = started(sqlite_database, reload=reload)
        clock.reload()
        put(sqlite_database, due_in(0))
        until(lambda: channel.sent)


class TestANewConfiguration:
    @pytest.fixture
    def silent(self) -> Iterator[ScriptedChannel]:
        """A channel whose server does not answer until the test lets it."""
        channel = ScriptedChannel(hold=Signal())
        yield channel
        assert channel.hold is not None
        channel.hold.set()

    @staticmethod
    def states(database: Database) -> dict[str, State]:
        with database.reading() as connection:
            return {one.telling.id: one.state for one in Outbox(connection).find()}

    def test_begins_to_send_while_the_old_one_finishes_what_is_in_flight(
        self, sqlite_database: Database, silent: ScriptedChannel, channel: ScriptedChannel
    ) -> None:
        first, second = due_in(0, 1), due_in(0, 2)
        put(sqlite_database, first)
        clock = Clock(
            sqlite_database,
            a_delivery(sqlite_database, {EMAIL: silent}, utc_now),
            reload=lambda: a_delivery(sqlite_database, {EMAIL: channel}, utc_now),
        )
        clock.start()
        until(lambda: silent.sent)
        clock.reload()
        put(sqlite_database, second)
        until(lambda: self.states(sqlite_database)[second.id] is State.SENT)
        assert self.states(sqlite_database)[first.id] is State.LEASED
        assert silent.hold is not None
        silent.hold.set()
        until(lambda: self.states(sqlite_database)[first.id] is State.SENT)
        clock.stop()
        assert (silent.ids, channel.ids) == ([first.id], [second.id])

    def test_waits_no_longer_than_its_patience_for_what_is_in_flight_under_the_old_one(
        self,
        sqlite_database: Database,
        silent: ScriptedChannel,
        channel: ScriptedChannel,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        put(sqlite_database, due_in(0, 1))
        clock = Clock(
            sqlite_database,
            a_delivery(sqlite_database, {EMAIL: silent}, utc_now),
            reload=lambda: a_delivery(sqlite_database, {EMAIL: channel}, utc_now),
            patience=scheduler.clock.SETTLING + 0.1,
        )
        clock.start()
        until(lambda: silent.sent)
        clock.reload()
        until(lambda: "1 messages were still in flight" in caplog.text)
        clock.stop()
        assert list(self.states(sqlite_database).values()) == [State.LEASED]

    def test_is_asked_for_where_nothing_is_in_flight(
        self, sqlite_database: Database, started: Start, channel: ScriptedChannel
    ) -> None:
        fresh = ScriptedChannel()
        clock = started(sqlite_database, reload=lambda: a_delivery(sqlite_database, {EMAIL: fresh}, utc_now))
        for _ in range(3):
            clock.reload()
        put(sqlite_database, due_in(0))
        until(lambda: fresh.sent)
        assert channel.sent == []


class TestTheLog:
    def test_warns_of_what_failed_and_leaves_to_the_outbox_why(
        self,
        sqlite_database: Database,
        started: Start,
        channel: ScriptedChannel,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        channel.script.append(Refused("<mai@example.org>: no such mailbox"))
        put(sqlite_database, due_in(0))
        started(sqlite_database)
        until(lambda: "email: 1 failed" in caplog.text)
        [told] = [record for record in caplog.records if "failed" in record.getMessage()]
        assert told.levelname == "WARNING"
        assert "mai@example.org" not in caplog.text


class TestASignOfLife:
    def test_is_given_while_it_runs_and_withdrawn_when_it_ends(
        self, sqlite_database: Database, started: Start
    ) -> None:
        telling = due_in(3600)
        put(sqlite_database, telling)

        def workers() -> Sequence[tuple[str, bool]]:
            with sqlite_database.reading() as connection:
                beats = Vitals(connection).beats()
            return [(beat.worker, beat.is_alive(utc_now())) for beat in beats if beat.next_due]

        clock = started(sqlite_database)
        until(lambda: workers() == [("w", True)])
        clock.stop()
        assert workers() == []

    def test_that_is_late_does_not_outlive_its_giver(
        self, sqlite_database: Database, started: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        being_given, next_moment = Signal(), Delivery.next_moment

        def slowly(delivery: Delivery) -> datetime | None:
            moment = next_moment(delivery)
            being_given.set()
            time.sleep(0.5)
            return moment

        clock = started(sqlite_database)
        until(lambda: clock._wakeups._thread is not None)
        monkeypatch.setattr(Delivery, "next_moment", slowly)
        beating = Thread(target=clock._beat)
        beating.start()
        assert being_given.wait(5)
        clock.stop()
        beating.join(5)
        with sqlite_database.reading() as connection:
            assert not Vitals(connection).beats()


class TestASignal:
    @pytest.fixture
    def process(self, tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
        running: list[subprocess.Popen[bytes]] = []

        def start(*seconds: float) -> "subprocess.Popen[bytes]":
            environment = os.environ | {
                "PYTHONPATH": os.pathsep.join([str(SUPPORT), str(SUPPORT.parents[1])])
            }
            command = [sys.executable, str(SUPPORT / "clock_worker.py"), f"sqlite:///{tmp_path}/sched.db"]
            running.append(
                subprocess.Popen(
                    [*command, str(tmp_path / "sent"), *map(str, seconds)],
                    env=environment,
                    stderr=subprocess.DEVNULL,
                )
            )
            return running[-1]

        yield start
        for process in running:
            process.kill()
            process.wait(10)

    @staticmethod
    def lines(tmp_path: Path) -> list[str]:
        path = tmp_path / "sent"
        return path.read_text("utf-8").splitlines() if path.exists() else []

    def test_to_end_lets_what_is_in_flight_be_finished(
        self,
        sqlite_database: Database,
        process: Callable[..., "subprocess.Popen[bytes]"],
        tmp_path: Path,
    ) -> None:
        put(sqlite_database, due_in(0, 1), due_in(0, 2))
        running = process(0.5)
        until(lambda: len(self.lines(tmp_path)) == 1)
        running.send_signal(signal.SIGTERM)
        assert running.wait(10) == 0
        begun, done = self.lines(tmp_path)
        assert (begun.split()[0], done.split()[0]) == ("begun", "done")
        with sqlite_database.reading() as connection:
            states = sorted(one.state for one in Outbox(connection).find())
        assert states == [State.PENDING, State.SENT]

    def test_to_end_is_obeyed_in_time_though_the_other_side_is_silent(
        self,
        sqlite_database: Database,
        process: Callable[..., "subprocess.Popen[bytes]"],
        tmp_path: Path,
    ) -> None:
        put(sqlite_database, due_in(0, 1))
        running = process(300, 2)
        until(lambda: len(self.lines(tmp_path)) == 1)
        running.send_signal(signal.SIGTERM)
        assert running.wait(10) == 0
        with sqlite_database.reading() as connection:
            assert [one.state for one in Outbox(connection).find()] == [State.LEASED]

    def test_to_hang_up_has_the_configuration_read_again_and_sends_on(
        self,
        sqlite_database: Database,
        process: Callable[..., "subprocess.Popen[bytes]"],
        tmp_path: Path,
    ) -> None:
        put(sqlite_database, due_in(0, 1))
        running = process(0)
        until(lambda: len(self.lines(tmp_path)) == 2)
        running.send_signal(signal.SIGHUP)
        until(lambda: "reloaded" in self.lines(tmp_path))
        put(sqlite_database, due_in(0, 2))
        until(lambda: len(self.lines(tmp_path)) == 5)
        running.send_signal(signal.SIGTERM)
        assert running.wait(10) == 0


def test_the_rate_of_a_channel_is_shared_with_those_who_are_alive(
    database: Database, started: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares: list[int] = []
    monkeypatch.setattr(Delivery, "share_rates", lambda _, workers: shares.append(workers))
    long_ago = utc_now() - timedelta(days=1)
    with database.transaction() as connection:
        for worker, beat in (("other", utc_now()), ("dead", long_ago)):
            sign = Beat(worker=worker, host="h", started=long_ago, beat=beat, next_due=None, in_flight=0)
            Vitals(connection).beat(sign)
    started(database)
    until(lambda: shares)
    assert shares == [2]
