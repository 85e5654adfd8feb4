"""Lease, send, settle: what goes out, what comes of it, and what a channel in trouble does to the rest."""

import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from threading import Event as Signal
from threading import Thread

import pytest
from telling_office import (
    BOT,
    CONSOLE,
    EMAIL,
    MONDAY_BEFORE,
    WEBHOOK,
    ManualClock,
    PlainComposer,
    ScriptedChannel,
    a_delivery,
    a_telling,
)
from waiting import until

from calendars.queries import Connection
from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused, Uncertain
from scheduler.channels.channel import Message, Purpose
from scheduler.database import Database
from scheduler.delivery import senders
from scheduler.delivery.circuit import FAILURES_TO_REST, HALT_PAUSE, ChannelTrouble, Circuits
from scheduler.delivery.pump import MOST_UNSETTLED, Delivery
from scheduler.delivery.senders import FAILURES_TO_ASK
from scheduler.delivery.vitals import Vitals
from scheduler.errors import ConfigurationError
from scheduler.outbox import Kept, Outbox
from scheduler.tellings import Drop, Later, State, Telling


def put(database: Database, *tellings: Telling) -> None:
    with database.transaction() as connection:
        Outbox(connection).add(tellings)


def kept(database: Database) -> list[Kept]:
    with database.reading() as connection:
        return Outbox(connection).find()


def states(database: Database) -> list[State]:
    return [one.state for one in kept(database)]


def outcomes(database: Database, telling: Telling) -> list[Outcome]:
    with database.reading() as connection:
        return [attempt.outcome for attempt in Outbox(connection).attempts(telling.id)]


def trouble(database: Database) -> dict[str, ChannelTrouble]:
    with database.reading() as connection:
        return {kind.value: state.trouble for kind, state in Circuits(connection).all().items()}


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


class TestWhatIsDue:
    def test_is_sent_once_and_kept_as_sent(self, database: Database, clock: ManualClock) -> None:
        channel, telling = ScriptedChannel(), a_telling()
        put(database, telling)
        delivery = a_delivery(database, {EMAIL: channel}, clock)
        assert delivery.pump().rows() == [("email", "sent", 1)]
        assert delivery.pump().rows() == []
        assert channel.ids == [telling.id]
        assert outcomes(database, telling) == [Delivered("ok")]
        assert states(database) == [State.SENT]

    def test_is_sent_and_what_is_not_yet_waits(self, database: Database, clock: ManualClock) -> None:
        channel = ScriptedChannel()
        later = MONDAY_BEFORE + timedelta(seconds=1)
        put(database, a_telling(1), a_telling(2, due=later))
        delivery = a_delivery(database, {EMAIL: channel}, clock)
        delivery.pump()
        assert len(channel.sent) == 1
        assert delivery.next_moment() == later
        clock.forward(seconds=1)
        delivery.pump()
        assert len(channel.sent) == 2

    def test_goes_out_in_the_order_of_due_times(self, database: Database, clock: ManualClock) -> None:
        channel = ScriptedChannel()
        tellings = [a_telling(n, due=MONDAY_BEFORE - timedelta(minutes=n)) for n in range(6)]
        put(database, *tellings)
        a_delivery(database, {EMAIL: channel}, clock).pump()
        assert channel.ids == [telling.id for telling in reversed(tellings)]

    def test_is_counted_late_after_a_minute(self, database: Database, clock: ManualClock) -> None:
        put(database, a_telling(1, due=MONDAY_BEFORE - timedelta(seconds=61)), a_telling(2))
        a_delivery(database, {EMAIL: ScriptedChannel()}, clock).pump()
        with database.reading() as connection:
            counts = Vitals(connection).metrics(clock.now).counts
        assert counts == {("email", "sent"): 2, ("email", "late"): 1}

    def test_is_not_sent_where_there_is_nothing_to_tell_any_more(
        self, database: Database, clock: ManualClock
    ) -> None:
        channel, telling = ScriptedChannel(), a_telling()
        put(database, telling)
        composer = PlainComposer(instead={telling.id: Drop("the event was moved")})
        a_delivery(database, {EMAIL: channel}, clock, composer).pump()
        [found] = kept(database)
        assert (found.state, found.reason, channel.sent) == (State.DROPPED, "the event was moved", [])

    def test_waits_where_it_is_told_to(self, database: Database, clock: ManualClock) -> None:
        channel, telling = ScriptedChannel(), a_telling()
        put(database, telling)
        morning = MONDAY_BEFORE + timedelta(hours=8)
        composer = PlainComposer(instead={telling.id: Later(morning, "quiet hours")})
        delivery = a_delivery(database, {EMAIL: channel}, clock, composer)
        delivery.pump()
        assert (channel.sent, delivery.next_moment()) == ([], morning)

    def test_keeps_many_senders_busy(self, database: Database, clock: ManualClock) -> None:
        channel = ScriptedChannel()
        tellings = [a_telling(n) for n in range(100)]
        put(database, *tellings)
        a_delivery(database, {EMAIL: channel}, clock, senders={EMAIL: 8}).pump()
        assert sorted(channel.ids) == sorted(telling.id for telling in tellings)
        assert set(states(database)) == {State.SENT}

    def test_of_one_channel_does_not_wait_for_a_slow_one(
        self, database: Database, clock: ManualClock
    ) -> None:
        let_go = Signal()
        slow, quick = ScriptedChannel(hold=let_go), ScriptedChannel()
        put(database, a_telling(0, channels=(WEBHOOK,)), *(a_telling(n) for n in range(1, 6)))
        delivery = a_delivery(database, {WEBHOOK: slow, EMAIL: quick}, clock)
        pumping = Thread(target=delivery.pump)
        pumping.start()
        until(lambda: len(quick.sent) == 5)
        let_go.set()
        pumping.join(10)
        assert set(states(database)) == {State.SENT}

    def test_is_settled_many_together_where_they_come_back_quickly(
        self, sqlite_database: Database, clock: ManualClock
    ) -> None:
        put(sqlite_database, *(a_telling(n) for n in range(400)))
        delivery = a_delivery(sqlite_database, {EMAIL: ScriptedChannel()}, clock)
        before = sqlite_database.stamp()
        transactions = 0
        begin = sqlite_database.transaction

        def counted() -> AbstractContextManager[Connection]:
            nonlocal transactions
            transactions += 1
            return begin()

        sqlite_database.transaction = counted  # type: ignore[assignment, method-assign]
        delivery.pump()
        assert sqlite_database.stamp() != before
        assert set(states(sqlite_database)) == {State.SENT}
        assert transactions < 100

    def test_is_looked_at_again_when_it_has_lain_ready_for_long(
        self, database: Database, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(senders, "STALE_SECONDS", 0.05)
        composer = PlainComposer()
        tellings = [a_telling(n, due=MONDAY_BEFORE + timedelta(milliseconds=n - 200)) for n in range(200)]

        class SuddenlySlow(ScriptedChannel):
            def send(self, message: Message, *, now: datetime) -> Outcome:
                if len(self.sent) == 100:
                    composer.instead = {one.id: Drop("moved") for one in tellings}
                    time.sleep(0.1)
                return super().send(message, now=now)

        channel = SuddenlySlow()
        put(database, *tellings)
        a_delivery(database, {EMAIL: channel}, clock, composer).pump()
        assert len(channel.sent) == 101
        assert Counter(states(database)) == {State.SENT: 101, State.DROPPED: 99}


class TestAFailedTry:
    def test_is_repeated_later_with_the_same_id(self, database: Database, clock: ManualClock) -> None:
        channel = ScriptedChannel([Deferred("busy"), Uncertain("connection lost"), Delivered("ok")])
        telling = a_telling()
        put(database, telling)
        delivery = a_delivery(database, {EMAIL: channel}, clock)
        delivery.pump()
        assert delivery.next_moment() == MONDAY_BEFORE + timedelta(seconds=5)
        clock.forward(seconds=5)
        delivery.pump()
        clock.forward(seconds=30)
        delivery.pump()
        assert channel.ids == [telling.id] * 3
        assert outcomes(database, telling) == [
            Deferred("busy"),
            Uncertain("connection lost"),
            Delivered("ok"),
        ]

    def test_waits_as_long_as_the_other_side_asks(self, database: Database, clock: ManualClock) -> None:
        asked = MONDAY_BEFORE + timedelta(minutes=7)
        put(database, a_telling())
        delivery = a_delivery(database, {EMAIL: ScriptedChannel([Deferred("slow down", asked)])}, clock)
        delivery.pump()
        assert delivery.next_moment() == asked

    def test_waits_so_long_from_the_answer_on_however_slowly_it_came(
        self, sqlite_database: Database, clock: ManualClock
    ) -> None:
        class Slow(ScriptedChannel):
            def send(self, message: Message, *, now: datetime) -> Outcome:
                clock.forward(seconds=20)
                return Deferred("busy", now + timedelta(seconds=300))

        put(sqlite_database, a_telling())
        a_delivery(sqlite_database, {EMAIL: Slow()}, clock).pump()
        assert kept(sqlite_database)[0].next == MONDAY_BEFORE + timedelta(seconds=320)

    def test_of_a_reminder_is_not_repeated_after_the_event_has_begun(
        self, database: Database, clock: ManualClock
    ) -> None:
        put(database, a_telling(purpose=Purpose.REMINDER, starts=MONDAY_BEFORE + timedelta(seconds=4)))
        a_delivery(database, {EMAIL: ScriptedChannel([Deferred("busy")])}, clock).pump()
        [found] = kept(database)
        assert (found.state, found.reason) == (State.FAILED, "email: busy")

    def test_that_is_refused_goes_by_the_next_channel(self, database: Database, clock: ManualClock) -> None:
        bot, email = ScriptedChannel([Refused("no such chat")]), ScriptedChannel()
        telling = a_telling(channels=(BOT, EMAIL))
        put(database, telling)
        a_delivery(database, {BOT: bot, EMAIL: email}, clock).pump()
        assert (bot.ids, email.ids) == ([telling.id], [telling.id])
        assert outcomes(database, telling) == [Refused("no such chat"), Delivered("ok")]

    def test_that_every_channel_refuses_is_a_failure(self, database: Database, clock: ManualClock) -> None:
        put(database, a_telling(channels=(BOT, EMAIL)))
        channels = {BOT: ScriptedChannel([Refused("no")]), EMAIL: ScriptedChannel([Refused("no mailbox")])}
        tally = a_delivery(database, channels, clock).pump()
        [found] = kept(database)
        assert (found.state, found.reason) == (State.FAILED, "email: no mailbox")
        assert ("email", "failed", 1) in tally.rows()

    def test_tells_that_nobody_is_there_any_more(self, database: Database, clock: ManualClock) -> None:
        put(database, a_telling())
        composer = PlainComposer()
        channel = ScriptedChannel([Refused("gone", recipient_gone=True)])
        a_delivery(database, {EMAIL: channel}, clock, composer).pump()
        assert composer.gone == [channel.sent[0].to]

    def test_that_may_have_arrived_is_held_where_that_is_wanted(
        self, database: Database, clock: ManualClock
    ) -> None:
        put(database, a_telling(channels=(BOT,)))
        channels = {BOT: ScriptedChannel([Uncertain("no answer")])}
        a_delivery(database, channels, clock, hold_uncertain=frozenset({BOT})).pump()
        assert states(database) == [State.HELD]

    def test_by_a_fault_of_ours_is_uncertain_and_loses_nothing(
        self, database: Database, clock: ManualClock
    ) -> None:
        class Faulty(ScriptedChannel):
            def send(self, message: Message, **_: object) -> Outcome:
                raise KeyError("surprise")

        telling = a_telling()
        put(database, telling)
        a_delivery(database, {EMAIL: Faulty()}, clock).pump()
        assert outcomes(database, telling) == [Uncertain("a fault of ours in email: KeyError: 'surprise'")]
        assert states(database) == [State.PENDING]

    def test_by_a_choice_that_cannot_be_used_waits_for_a_person(
        self, database: Database, clock: ManualClock
    ) -> None:
        class Unset(ScriptedChannel):
            def send(self, message: Message, **_: object) -> Outcome:
                raise ConfigurationError("the file with the password is gone")

        telling = a_telling()
        put(database, telling)
        a_delivery(database, {EMAIL: Unset()}, clock).pump()
        assert outcomes(database, telling) == [Halted("the file with the password is gone")]
        assert states(database) == [State.PENDING]


class TestAChannelInTrouble:
    def many(self, database: Database, count: int = 30) -> Sequence[Telling]:
        tellings = [a_telling(n) for n in range(count)]
        put(database, *tellings)
        return tellings

    def test_that_needs_a_person_is_not_tried_by_the_others(
        self, database: Database, clock: ManualClock, caplog: pytest.LogCaptureFixture
    ) -> None:
        self.many(database)
        composer, channel = PlainComposer(), ScriptedChannel(usual=Halted("wrong password"))
        a_delivery(database, {EMAIL: channel}, clock, composer).pump()
        assert len(channel.sent) == 1
        assert composer.halted == [(EMAIL, "wrong password")]
        assert set(states(database)) == {State.PENDING}
        assert trouble(database) == {"email": ChannelTrouble.HALTED}
        [told] = [record for record in caplog.records if record.levelname == "WARNING"]
        assert told.getMessage().startswith("the channel email is halted")

    def test_lets_people_be_told_by_their_other_channels(
        self, database: Database, clock: ManualClock
    ) -> None:
        put(database, *(a_telling(n, channels=(EMAIL, BOT)) for n in range(10)))
        email, bot = ScriptedChannel(usual=Halted("wrong password")), ScriptedChannel()
        a_delivery(database, {EMAIL: email, BOT: bot}, clock).pump()
        assert (len(email.sent), len(bot.sent)) == (1, 10)
        assert set(states(database)) == {State.SENT}

    def test_and_another_too_have_nothing_sent_round_in_circles(
        self, database: Database, clock: ManualClock
    ) -> None:
        put(database, *(a_telling(n, channels=(EMAIL, BOT)) for n in range(10)))
        channels = {EMAIL: ScriptedChannel([Halted("a")] * 9), BOT: ScriptedChannel([Halted("b")] * 9)}
        delivery = a_delivery(database, channels, clock)
        delivery.pump()
        assert [len(channel.sent) for channel in channels.values()] == [1, 1]
        assert set(states(database)) == {State.PENDING}
        for channel in channels.values():
            channel.script.clear()
        clock.forward(seconds=HALT_PAUSE.total_seconds())
        delivery.pump()
        assert set(states(database)) == {State.SENT}

    def test_is_probed_by_one_message_when_the_pause_is_over(
        self, database: Database, clock: ManualClock
    ) -> None:
        self.many(database)
        channel = ScriptedChannel([Halted("wrong password"), Halted("still wrong")])
        delivery = a_delivery(database, {EMAIL: channel}, clock)
        delivery.pump()
        clock.forward(seconds=HALT_PAUSE.total_seconds())
        delivery.pump()
        assert len(channel.sent) == 2
        clock.forward(seconds=HALT_PAUSE.total_seconds())
        delivery.pump()
        assert set(states(database)) == {State.SENT}
        assert trouble(database) == {}

    def test_goes_on_at_once_when_a_person_says_so(self, database: Database, clock: ManualClock) -> None:
        self.many(database, 5)
        channel = ScriptedChannel([Halted("wrong password")])
        delivery = a_delivery(database, {EMAIL: channel}, clock)
        delivery.pump()
        with database.transaction() as connection:
            Circuits(connection).resume(EMAIL, clock.now)
        delivery.pump()
        assert set(states(database)) == {State.SENT}

    def test_rests_when_it_turns_everybody_away(self, database: Database, clock: ManualClock) -> None:
        self.many(database, 50)
        channel = ScriptedChannel(usual=Deferred("connection refused"))
        delivery = a_delivery(database, {EMAIL: channel}, clock)
        delivery.pump()
        # One more may be begun before it is known; the others that lay ready come back untried.
        assert FAILURES_TO_REST <= len(channel.sent) <= FAILURES_TO_REST + FAILURES_TO_ASK
        assert trouble(database) == {"email": ChannelTrouble.RESTING}
        channel.usual = Delivered("ok")
        for _ in range(3):
            clock.forward(seconds=60)
            delivery.pump()
        assert set(states(database)) == {State.SENT}

    def test_is_not_taken_for_down_because_of_one_recipient(
        self, database: Database, clock: ManualClock
    ) -> None:
        put(database, a_telling())
        delivery = a_delivery(database, {EMAIL: ScriptedChannel(usual=Deferred("grey-listed"))}, clock)
        for _ in range(FAILURES_TO_REST + 2):
            delivery.pump()
            clock.forward(hours=2)
        assert trouble(database) == {"email": ChannelTrouble.FAILING}

    def test_that_is_not_configured_gives_way_to_one_that_is(
        self, database: Database, clock: ManualClock
    ) -> None:
        console = ScriptedChannel()
        put(database, a_telling(1, channels=(EMAIL, CONSOLE)), a_telling(2, channels=(EMAIL,)))
        a_delivery(database, {CONSOLE: console}, clock).pump()
        assert len(console.sent) == 1
        assert sorted((one.state, one.reason) for one in kept(database)) == [
            (State.PENDING, "email is not configured"),
            (State.SENT, ""),
        ]


class TestALimit:
    def test_of_messages_a_second_is_kept(self, sqlite_database: Database) -> None:
        clock = ManualClock()
        channel = ScriptedChannel()
        put(sqlite_database, *(a_telling(n, channels=(BOT,)) for n in range(25)))
        delivery = a_delivery(sqlite_database, {BOT: channel}, clock, per_second={BOT: 10.0})
        pumping = Thread(target=delivery.pump)
        pumping.start()
        until(lambda: len(channel.sent) == 10)
        clock.forward(seconds=1)
        delivery.wake()
        until(lambda: len(channel.sent) == 20)
        delivery.stop()
        pumping.join(10)
        assert len(channel.sent) == 20

    def test_is_shared_with_the_other_workers(self, sqlite_database: Database) -> None:
        clock = ManualClock()
        channel = ScriptedChannel()
        put(sqlite_database, *(a_telling(n, channels=(BOT,)) for n in range(25)))
        delivery = a_delivery(sqlite_database, {BOT: channel}, clock, per_second={BOT: 10.0})
        delivery.share_rates(2)
        pumping = Thread(target=delivery.pump)
        pumping.start()
        for sent in (5, 10):
            until(lambda sent=sent: len(channel.sent) == sent)  # type: ignore[misc]  # a default binds it
            clock.forward(seconds=1)
            delivery.wake()
        until(lambda: len(channel.sent) == 15)  # only then: the second that has passed was still a shared one
        delivery.share_rates(1)
        clock.forward(seconds=1)
        delivery.wake()
        until(lambda: len(channel.sent) == 25)
        delivery.stop()
        pumping.join(10)


class TestAWorkerThatEnds:
    def test_between_lease_and_send_leaves_its_lease_to_others(
        self, database: Database, clock: ManualClock
    ) -> None:
        put(database, a_telling())
        with database.transaction() as connection:
            Outbox(connection).lease(EMAIL, 1, now=clock.now, until=clock.now + timedelta(seconds=60))
        channel = ScriptedChannel()
        delivery = a_delivery(database, {EMAIL: channel}, clock)
        delivery.pump()
        assert channel.sent == []
        clock.forward(seconds=60)
        delivery.pump()
        assert len(channel.sent) == 1

    def test_when_told_to_finishes_what_is_in_flight_and_takes_nothing_new(
        self, database: Database, clock: ManualClock
    ) -> None:
        let_go = Signal()
        channel = ScriptedChannel(hold=let_go)
        put(database, *(a_telling(n) for n in range(5)))
        delivery = a_delivery(database, {EMAIL: channel}, clock)
        pumping = Thread(target=delivery.pump)
        pumping.start()
        until(lambda: len(channel.sent) == 1)
        delivery.stop()
        let_go.set()
        pumping.join(10)
        assert not pumping.is_alive()
        assert sorted(states(database)) == [State.PENDING] * 4 + [State.SENT]

    def test_does_not_wait_for_ever_for_a_sender_that_hangs(
        self, sqlite_database: Database, clock: ManualClock
    ) -> None:
        let_go = Signal()
        channel = ScriptedChannel(hold=let_go)
        put(sqlite_database, a_telling())
        delivery = a_delivery(sqlite_database, {EMAIL: channel}, clock, lease=timedelta(seconds=0.3))
        pumping = Thread(target=lambda: delivery.pump(patience=10))
        pumping.start()
        until(lambda: len(channel.sent) == 1)
        delivery.stop()
        until(lambda: delivery.in_flight == 1)
        while pumping.is_alive():
            clock.forward(seconds=5)
            pumping.join(0.05)
        let_go.set()
        assert states(sqlite_database) == [State.LEASED]

    def test_again_and_again_over_one_message_has_it_held(
        self, database: Database, clock: ManualClock
    ) -> None:
        put(database, a_telling())
        for _ in range(MOST_UNSETTLED):
            with database.transaction() as connection:
                Outbox(connection).lease(EMAIL, 1, now=clock.now, until=clock.now + timedelta(seconds=60))
            clock.forward(seconds=60)
        channel = ScriptedChannel()
        a_delivery(database, {EMAIL: channel}, clock).pump()
        assert (states(database), channel.sent) == ([State.HELD], [])


def test_two_workers_share_the_work_and_send_nothing_twice(database: Database, clock: ManualClock) -> None:
    tellings = [a_telling(n) for n in range(120)]
    put(database, *tellings)
    channels = [ScriptedChannel(), ScriptedChannel()]
    workers = [
        Thread(target=a_delivery(database, {EMAIL: channel}, clock, senders={EMAIL: 2}).pump)
        for channel in channels
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert sorted(channels[0].ids + channels[1].ids) == sorted(telling.id for telling in tellings)


def test_delivery_is_closed_with_its_senders(sqlite_database: Database, clock: ManualClock) -> None:
    put(sqlite_database, a_telling())
    channel = ScriptedChannel()
    delivery: Delivery = a_delivery(sqlite_database, {EMAIL: channel}, clock)
    delivery.pump()
    delivery.close()
    put(sqlite_database, a_telling(2))
    delivery.pump()
    assert len(channel.sent) == 2
