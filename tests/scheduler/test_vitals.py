"""Signs of life and figures, as the doctor, the health page and the metrics read them."""

from datetime import UTC, datetime, timedelta

from telling_office import (
    BOT,
    EMAIL,
    FRIDAY,
    MONDAY_BEFORE,
    OFFICE,
    ManualClock,
    ScriptedChannel,
    a_delivery,
    a_person,
    a_telling,
    an_event,
    local,
    occurrences,
)

from scheduler.attempts import Deferred, Delivered, Halted, Refused
from scheduler.channels.channel import Purpose
from scheduler.database import Database
from scheduler.delivery.circuit import ChannelTrouble
from scheduler.delivery.vitals import DEAD_AFTER, Beat, Metrics, Vitals
from scheduler.outbox import Outbox, Scope
from scheduler.reminders import Lead, ReminderRule, plan_reminders


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
    assert found.due == {"email": 2, "zalo_bot": 1}
    assert found.oldest == {"email": timedelta(minutes=5), "zalo_bot": timedelta()}
    assert found.neglected == timedelta(minutes=5)


def test_what_was_turned_away_is_due_all_the_same_but_not_neglected(database: Database) -> None:
    clock = ManualClock()
    with database.transaction() as connection:
        Outbox(connection).add([a_telling(1), a_telling(2, channels=(BOT,))])
    channels = {
        EMAIL: ScriptedChannel(usual=Halted("wrong password")),
        BOT: ScriptedChannel(usual=Deferred("busy", MONDAY_BEFORE + timedelta(minutes=30))),
    }
    a_delivery(database, channels, clock).pump()
    clock.forward(minutes=20)
    found = metrics(database, clock)
    assert found.due == {"email": 1, "zalo_bot": 1}
    assert found.oldest == {"email": timedelta(minutes=20), "zalo_bot": timedelta(minutes=20)}
    assert found.neglected == timedelta()


def test_nothing_due_is_no_age(database: Database) -> None:
    found = metrics(database, ManualClock())
    assert (found.due, found.neglected, found.counts, found.trouble) == ({}, timedelta(), {}, ())


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


def test_a_month_of_a_quota_begins_at_midnight_in_vietnam(database: Database) -> None:
    last, first = datetime(2023, 11, 30, 16, 59, tzinfo=UTC), datetime(2023, 11, 30, 17, 5, tzinfo=UTC)
    with database.transaction() as connection:
        vitals = Vitals(connection)
        vitals.count([("zalo_bot", "sent", 3000)], last)
        assert (vitals.sent_in_month("zalo_bot", last), vitals.sent_in_month("zalo_bot", first)) == (3000, 0)


def test_answers_and_trials_take_from_a_quota_as_reminders_do(database: Database) -> None:
    with database.transaction() as connection:
        vitals = Vitals(connection)
        vitals.count(
            [("zalo_bot", "sent", 4), ("zalo_bot", "late", 1), ("zalo_bot", "failed", 2)], MONDAY_BEFORE
        )
        vitals.count([("zalo_bot", "answered", 2)], MONDAY_BEFORE)
        vitals.count([("zalo_bot", "tested", 1)], MONDAY_BEFORE)
        assert vitals.sent_in_month("zalo_bot", MONDAY_BEFORE) == 7


def plan_day_before(database: Database, planned: datetime) -> None:
    """Has somebody told of Friday's meeting on Thursday at the same hour, as a plan made at that instant says."""
    rule = ReminderRule(name="day-before", before=Lead(days=1))
    reminders = plan_reminders([rule], occurrences(an_event()), [a_person()], now=planned, office=OFFICE)
    with database.transaction() as connection:
        Outbox(connection).replace_plan(reminders, Scope(), now=planned)


class TestLateness:
    """Counted from the hour, or from when it was planned if that was later."""

    @staticmethod
    def sent_late(database: Database, *, planned: datetime, sent: datetime) -> int:
        clock = ManualClock(sent)
        plan_day_before(database, planned)
        a_delivery(database, {EMAIL: ScriptedChannel()}, clock).pump()
        found = metrics(database, clock).counts
        assert found["email", "sent"] == 1
        return found.get(("email", "late"), 0)

    def test_of_what_is_sent_at_its_hour_there_is_none(self, database: Database) -> None:
        hour = local(FRIDAY, 8) - timedelta(days=1)
        assert not self.sent_late(database, planned=MONDAY_BEFORE, sent=hour + timedelta(seconds=50))

    def test_of_what_was_planned_in_time_counts_from_its_hour(self, database: Database) -> None:
        hour = local(FRIDAY, 8) - timedelta(days=1)
        assert self.sent_late(database, planned=MONDAY_BEFORE, sent=hour + timedelta(seconds=70))

    def test_of_what_was_planned_after_its_hour_counts_from_then(self, database: Database) -> None:
        announced = local(FRIDAY, 6)
        assert not self.sent_late(database, planned=announced, sent=announced + timedelta(seconds=50))

    def test_of_what_was_planned_after_its_hour_and_then_waited_is_told(self, database: Database) -> None:
        announced = local(FRIDAY, 6)
        assert self.sent_late(database, planned=announced, sent=announced + timedelta(seconds=70))

    def test_is_not_excused_by_planning_again(self, database: Database) -> None:
        hour = local(FRIDAY, 8) - timedelta(days=1)
        plan_day_before(database, MONDAY_BEFORE)
        assert self.sent_late(database, planned=hour + timedelta(hours=1), sent=hour + timedelta(hours=1))


def test_a_long_text_takes_as_many_messages_of_the_month_as_it_has_parts(database: Database) -> None:
    clock = ManualClock()
    with database.transaction() as connection:
        Outbox(connection).add([a_telling(1, channels=(BOT,)), a_telling(2, channels=(BOT,))])
    channel = ScriptedChannel(script=[Delivered("1 2 3", parts=3)])
    a_delivery(database, {BOT: channel}, clock).pump()
    assert metrics(database, clock).counts == {("zalo_bot", "sent"): 2, ("zalo_bot", "parts"): 2}
    with database.reading() as connection:
        assert Vitals(connection).sent_in_month("zalo_bot", clock.now) == 4


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
