"""Signs of life and figures, as the doctor, the health page and the metrics read them."""

from datetime import timedelta

from telling_office import BOT, EMAIL, MONDAY_BEFORE, ManualClock, ScriptedChannel, a_delivery, a_telling

from scheduler.attempts import Halted, Refused
from scheduler.channels.channel import Purpose
from scheduler.database import Database
from scheduler.delivery.circuit import ChannelTrouble
from scheduler.delivery.vitals import DEAD_AFTER, Beat, Metrics, Vitals
from scheduler.outbox import Outbox


def metrics(database: Database, clock: ManualClock) -> Metrics:
    with database.reading() as connection:
        return Vitals(connection).metrics(clock.now)


def test_what_is_due_is_counted_by_channel_with_the_age_of_the_oldest(database: Database) -> None:
    clock = ManualClock()
    with database.transaction() as connection:
        Outbox(connection).add(
            [
                a_telling(1, due=MONDAY_BEFORE - timedelta(minutes=5)),
                a_telling(2),
                a_telling(3, channels=(BOT,)),
                a_telling(4, due=MONDAY_BEFORE + timedelta(seconds=1)),
            ]
        )
    found = metrics(database, clock)
    assert (found.due, found.oldest_due) == ({"email": 2, "zalo_bot": 1}, timedelta(minutes=5))


def test_nothing_due_is_no_age(database: Database) -> None:
    found = metrics(database, ManualClock())
    assert (found.due, found.oldest_due, found.counts, found.trouble) == ({}, timedelta(), {}, ())


def test_what_became_of_messages_is_counted_by_channel(database: Database) -> None:
    clock = ManualClock()
    with database.transaction() as connection:
        Outbox(connection).add(
            [
                a_telling(1),
                a_telling(2, due=MONDAY_BEFORE - timedelta(minutes=2)),
                a_telling(3, channels=(BOT,), purpose=Purpose.REMINDER),
            ]
        )
    channels = {EMAIL: ScriptedChannel(), BOT: ScriptedChannel(usual=Refused("no such chat"))}
    a_delivery(database, channels, clock).pump()
    assert metrics(database, clock).counts == {
        ("email", "late"): 1,
        ("email", "sent"): 2,
        ("zalo_bot", "failed"): 1,
    }


def test_what_was_sent_in_a_month_is_known_for_its_quota(database: Database) -> None:
    clock = ManualClock()
    for number, days in enumerate((0, 5, 20)):
        clock.now = MONDAY_BEFORE + timedelta(days=days)
        with database.transaction() as connection:
            Outbox(connection).add([a_telling(number, due=clock.now, ends=clock.now + timedelta(days=1))])
        a_delivery(database, {EMAIL: ScriptedChannel()}, clock).pump()
    with database.reading() as connection:
        vitals = Vitals(connection)
        assert vitals.sent_in_month("email", MONDAY_BEFORE) == 2
        assert vitals.sent_in_month("email", clock.now) == 1
        assert vitals.sent_in_month("zalo_bot", clock.now) == 0


def test_a_channel_that_needs_somebody_is_named_with_the_reason(database: Database) -> None:
    clock = ManualClock()
    with database.transaction() as connection:
        Outbox(connection).add([a_telling()])
    a_delivery(database, {EMAIL: ScriptedChannel(usual=Halted("wrong password"))}, clock).pump()
    [state] = metrics(database, clock).trouble
    assert (state.channel, state.trouble, state.reason) == (EMAIL, ChannelTrouble.HALTED, "wrong password")


def test_a_sender_that_gives_no_sign_is_taken_for_dead(database: Database) -> None:
    clock = ManualClock()
    beat = Beat(
        worker="host:1",
        host="host",
        started=MONDAY_BEFORE,
        beat=MONDAY_BEFORE,
        next_due=MONDAY_BEFORE + timedelta(hours=1),
        in_flight=2,
    )
    with database.transaction() as connection:
        Vitals(connection).beat(beat)
    assert metrics(database, clock).beats == (beat,)
    assert metrics(database, clock).is_sending(clock.now)
    clock.forward(seconds=DEAD_AFTER.total_seconds())
    assert not metrics(database, clock).is_sending(clock.now)
    with database.transaction() as connection:
        Vitals(connection).leave("host:1")
    assert metrics(database, clock).beats == ()
