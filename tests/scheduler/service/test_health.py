"""What `/metrics` tells of sending: out of the database, so that every process that serves tells the same."""

from pathlib import Path

from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.testclient import TestClient
from telling_office import BOT, EMAIL, MONDAY_BEFORE, ManualClock, ScriptedChannel, a_delivery, a_telling

from scheduler.attempts import Deferred, Halted, Refused
from scheduler.database import Database, connect
from scheduler.delivery.vitals import Beat, Vitals
from scheduler.outbox import Outbox
from scheduler.service.health import ServingService
from scheduler.settings import Settings
from scheduler.web.health import health_routes


def told_by(database: Database, clock: ManualClock) -> dict[tuple[str, str], float]:
    """What a process that starts now tells, by name and channel."""
    service = ServingService(database, Settings(folder=Path(), database=database.url), clock)
    app = Starlette(routes=health_routes(service, CollectorRegistry()))
    with TestClient(app) as client:
        text = client.get("/metrics").text
    return {
        (sample.name, sample.labels.get("channel", "")): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_counts_outlive_a_restart_and_are_not_doubled_by_a_second_process(database_url: str) -> None:
    clock = ManualClock()
    for number in range(2):
        with connect(database_url) as database:
            with database.transaction() as connection:
                Outbox(connection).add([a_telling(number), a_telling(10 + number, channels=(BOT,))])
            channels = {EMAIL: ScriptedChannel(), BOT: ScriptedChannel(usual=Refused("no such chat"))}
            a_delivery(database, channels, clock).pump()
    with connect(database_url) as one, connect(database_url) as other:
        told = told_by(one, clock)
        assert told == told_by(other, clock)
    assert told["sched_reminders_sent_total", "email"] == 2
    assert told["sched_reminders_failed_total", "zalo_bot"] == 2
    assert told["sched_reminders_sent_total", "zalo_bot"] == 0


def test_what_is_due_has_its_number_and_age_by_channel(database: Database) -> None:
    clock = ManualClock()
    with database.transaction() as connection:
        Outbox(connection).add([a_telling(1), a_telling(2), a_telling(3, channels=(BOT,))])
    clock.forward(minutes=2)
    told = told_by(database, clock)
    assert told["sched_reminders_due", "email"] == 2
    assert told["sched_reminders_due", "webhook"] == 0
    assert told["sched_reminders_oldest_due_seconds", "zalo_bot"] == 120
    assert told["sched_senders_alive", ""] == 0


def test_a_channel_in_trouble_is_marked(database: Database) -> None:
    clock = ManualClock(MONDAY_BEFORE)
    with database.transaction() as connection:
        Outbox(connection).add([a_telling(1)])
    a_delivery(database, {EMAIL: ScriptedChannel(script=[Deferred("busy")])}, clock).pump()
    told = told_by(database, clock)
    assert told["sched_channel_in_trouble", "email"] == 1
    assert told["sched_channel_in_trouble", "zalo_bot"] == 0
    assert told["sched_reminders_retried_total", "email"] == 1


def problems(database: Database, clock: ManualClock) -> tuple[str, ...]:
    settings = Settings(folder=Path(), database=database.url)
    return ServingService(database, settings, clock).problems()


def test_one_message_that_was_turned_away_is_no_alarm_and_a_channel_that_needs_a_person_is(
    database: Database,
) -> None:
    clock = ManualClock()
    with database.transaction() as connection:
        Outbox(connection).add([a_telling(1), a_telling(2)])
        Vitals(connection).beat(
            Beat(worker="w", host="h", started=clock.now, beat=clock.now, next_due=None, in_flight=0)
        )
    a_delivery(database, {EMAIL: ScriptedChannel(script=[Deferred("450 grey-listed")])}, clock).pump()
    assert problems(database, clock) == ()
    clock.forward(seconds=30)
    a_delivery(database, {EMAIL: ScriptedChannel(script=[Halted("wrong password")])}, clock).pump()
    assert problems(database, clock) == ("the channel email does not work: `sched doctor` says why",)
