"""Where tellings wait: planning, leasing and settling, the same on SQLite and PostgreSQL."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from threading import Barrier, Thread

import pytest
from telling_office import (
    BOT,
    EMAIL,
    FRIDAY,
    MONDAY_BEFORE,
    OFFICE,
    a_person,
    a_telling,
    an_event,
    local,
    occurrences,
)

from calendars.events import Event
from calendars.marks import Status
from calendars.queries import Query
from calendars.when import Day, Hours
from scheduler.attempts import Attempt, Deferred, Delivered, Refused
from scheduler.database import Database, connect
from scheduler.outbox import Kept, Outbox, Scope
from scheduler.people import Person
from scheduler.reminders import Lead, ReminderRule, plan_reminders
from scheduler.tellings import Leased, State

LEASE = timedelta(minutes=1)
RULES = (
    ReminderRule(name="day-before", before=Lead(days=1), at=time(16)),
    ReminderRule(name="soon", before=Lead(clock=timedelta(minutes=45))),
)


def plan(
    database: Database,
    *events: Event,
    now: datetime = MONDAY_BEFORE,
    people: Sequence[Person] = (),
    scope: Scope = Scope(),  # noqa: B008
    rules: Sequence[ReminderRule] = RULES,
) -> list[Kept]:
    reminders = plan_reminders(rules, occurrences(*events), people or [a_person()], now=now, office=OFFICE)
    with database.transaction() as connection:
        Outbox(connection).replace_plan(reminders, scope, now=now)
    return kept(database)


def kept(database: Database, state: State | None = None) -> list[Kept]:
    with database.reading() as connection:
        return Outbox(connection).find(state=state)


def lease(database: Database, count: int = 10, *, now: datetime) -> list[Leased]:
    with database.transaction() as connection:
        return Outbox(connection).lease(EMAIL, count, now=now, until=now + LEASE)


def arrival(leased: Leased, at: datetime) -> Attempt:
    return Attempt(leased.tries + 1, leased.channel, at, at, Delivered("250 ok"))


def send(database: Database, *, now: datetime) -> int:
    leased = lease(database, now=now)
    with database.transaction() as connection:
        Outbox(connection).record([(one, arrival(one, now)) for one in leased], worker="w")
    return len(leased)


def told(found: Sequence[Kept]) -> list[tuple[str, datetime, State]]:
    return [(one.telling.rule, one.telling.due.astimezone(UTC), one.state) for one in found]


THURSDAY_16 = local(date(2023, 11, 23), 16).astimezone(UTC)
FRIDAY_0715 = local(FRIDAY, 7, 15).astimezone(UTC)


class TestThePlan:
    def test_is_kept_as_it_was_made(self, database: Database) -> None:
        found = plan(database, an_event())
        assert told(found) == [
            ("day-before", THURSDAY_16, State.PENDING),
            ("soon", FRIDAY_0715, State.PENDING),
        ]
        reminders = plan_reminders(
            RULES, occurrences(an_event()), [a_person()], now=MONDAY_BEFORE, office=OFFICE
        )
        assert {one.telling.id for one in found} == {reminder.id for reminder in reminders}

    def test_made_again_changes_nothing(self, database: Database) -> None:
        first = plan(database, an_event())
        assert plan(database, an_event(), now=MONDAY_BEFORE + timedelta(hours=1)) == first

    def test_made_again_by_postgresql_writes_no_row_that_stands_as_it_should(self, postgres_url: str) -> None:
        versions = Query("versions", "SELECT id, xmin::text, ctid::text FROM outbox ORDER BY id", {})
        people = [a_person("Lan"), a_person("Hoa")]
        with connect(postgres_url) as database:
            plan(database, an_event(), people=people)
            with database.reading() as connection:
                before = connection.execute(versions)
            plan(database, an_event(), people=people, now=MONDAY_BEFORE + timedelta(hours=1))
            with database.reading() as connection:
                assert connection.execute(versions) == before

    def test_of_a_moved_meeting_rings_for_its_new_time_only(self, database: Database) -> None:
        plan(database, an_event())
        moved = an_event(Day(date(2023, 11, 28), Hours(time(14))))
        assert [one.telling.starts for one in plan(database, moved, scope=Scope(events=("e1",)))] == [
            local(date(2023, 11, 28), 14)
        ] * 2

    def test_of_a_cancelled_meeting_is_empty(self, database: Database) -> None:
        plan(database, an_event())
        assert plan(database, an_event(status=Status.CANCELLED)) == []

    def test_leaves_what_was_sent_as_history(self, database: Database) -> None:
        plan(database, an_event())
        assert send(database, now=THURSDAY_16) == 1
        assert told(plan(database, an_event(status=Status.CANCELLED), now=THURSDAY_16)) == [
            ("day-before", THURSDAY_16, State.SENT)
        ]

    def test_does_not_send_again_what_was_sent(self, database: Database) -> None:
        plan(database, an_event())
        send(database, now=THURSDAY_16)
        plan(database, an_event(), now=THURSDAY_16)
        assert lease(database, now=THURSDAY_16) == []

    def test_does_not_lose_what_is_due_when_it_is_made_late(self, database: Database) -> None:
        plan(database, an_event())
        late = FRIDAY_0715 + timedelta(minutes=10)
        assert told(plan(database, an_event(), now=late)) == [
            ("day-before", THURSDAY_16, State.PENDING),
            ("soon", FRIDAY_0715, State.PENDING),
        ]

    def test_takes_back_what_is_due_of_a_meeting_that_was_moved(self, database: Database) -> None:
        plan(database, an_event())
        moved = an_event(Day(date(2023, 11, 28), Hours(time(14))))
        found = plan(database, moved, now=THURSDAY_16 + timedelta(minutes=1))
        assert {one.telling.starts for one in found} == {local(date(2023, 11, 28), 14)}

    def test_leaves_what_is_over_for_delivery_to_record(self, database: Database) -> None:
        plan(database, an_event())
        found = plan(database, an_event(), now=local(FRIDAY, 12))
        assert [one.state for one in found] == [State.PENDING, State.PENDING]

    def test_follows_a_changed_rule(self, database: Database) -> None:
        plan(database, an_event())
        earlier = ReminderRule(name="day-before", before=Lead(days=1), at=time(9))
        assert told(plan(database, an_event(), rules=(earlier,))) == [
            ("day-before", local(date(2023, 11, 23), 9).astimezone(UTC), State.PENDING)
        ]

    def test_does_not_put_off_what_is_due_already(self, database: Database) -> None:
        plan(database, an_event())
        later = ReminderRule(name="day-before", before=Lead(days=1), at=time(18))
        found = plan(database, an_event(), now=THURSDAY_16, rules=(later, RULES[1]))
        assert told(found)[0] == ("day-before", THURSDAY_16, State.PENDING)

    def test_within_a_scope_leaves_the_rest_alone(self, database: Database) -> None:
        other = an_event(uid="e2")
        plan(database, an_event(), other)
        found = plan(database, scope=Scope(events=("e1",)))
        assert {one.telling.event for one in found} == {"e2"}

    def test_within_a_person_leaves_the_others_alone(self, database: Database) -> None:
        people = [a_person("Lan"), a_person("Hoa")]
        plan(database, an_event(), people=people)
        found = plan(database, scope=Scope(people=("p-lan",)))
        assert {one.telling.person for one in found} == {"p-hoa"}

    def test_does_not_speak_of_what_lies_beyond_its_horizon(self, database: Database) -> None:
        plan(database, an_event())
        horizon = Scope(until=MONDAY_BEFORE + timedelta(days=2))
        assert len(plan(database, scope=horizon)) == 2

    def test_of_a_meeting_that_returns_to_its_time_is_made_again(self, database: Database) -> None:
        plan(database, an_event())
        [leased] = lease(database, now=THURSDAY_16)
        with database.transaction() as connection:
            Outbox(connection).close(leased, State.DROPPED, now=THURSDAY_16, tries=0, reason="moved")
        found = plan(database, an_event(), now=THURSDAY_16)
        assert told(found)[0] == ("day-before", THURSDAY_16, State.PENDING)

    def test_is_not_kept_where_the_revision_is_not(self, database: Database) -> None:
        class Failed(Exception):
            pass

        reminders = plan_reminders(
            RULES, occurrences(an_event()), [a_person()], now=MONDAY_BEFORE, office=OFFICE
        )

        def fail_at_last() -> None:
            with database.transaction() as connection:
                Outbox(connection).replace_plan(reminders, Scope(), now=MONDAY_BEFORE)
                raise Failed

        with pytest.raises(Failed):
            fail_at_last()
        assert kept(database) == []


class TestALease:
    def test_takes_what_is_due_oldest_first(self, database: Database) -> None:
        tellings = [a_telling(n, due=MONDAY_BEFORE - timedelta(minutes=n)) for n in range(5)]
        not_due = a_telling(9, due=MONDAY_BEFORE + timedelta(seconds=1))
        with database.transaction() as connection:
            Outbox(connection).add([*tellings, not_due])
        leased = lease(database, 3, now=MONDAY_BEFORE)
        assert [one.telling for one in leased] == [tellings[4], tellings[3], tellings[2]]

    def test_is_had_by_one_worker_until_it_runs_out(self, database: Database) -> None:
        with database.transaction() as connection:
            Outbox(connection).add([a_telling()])
        [first] = lease(database, now=MONDAY_BEFORE)
        assert lease(database, now=MONDAY_BEFORE + LEASE - timedelta(seconds=1)) == []
        [second] = lease(database, now=MONDAY_BEFORE + LEASE)
        assert (first.telling, first.unsettled, second.unsettled) == (second.telling, 1, 2)
        assert second.taken == first.taken

    def test_that_is_renewed_lasts(self, database: Database) -> None:
        with database.transaction() as connection:
            Outbox(connection).add([a_telling()])
        leased = lease(database, now=MONDAY_BEFORE)
        with database.transaction() as connection:
            Outbox(connection).renew(leased, until=MONDAY_BEFORE + 3 * LEASE)
        assert lease(database, now=MONDAY_BEFORE + 2 * LEASE) == []

    def test_that_ran_out_no_longer_settles_anything_but_an_arrival(self, database: Database) -> None:
        with database.transaction() as connection:
            Outbox(connection).add([a_telling(1), a_telling(2)])
        [lost, arrived] = lease(database, now=MONDAY_BEFORE)
        later = MONDAY_BEFORE + LEASE
        lease(database, now=later)
        with database.transaction() as connection:
            outbox = Outbox(connection)
            outbox.close(lost, State.FAILED, now=later, tries=1)
            outbox.record([(arrived, arrival(arrived, later))], worker="w")
        assert sorted(one.state for one in kept(database)) == [State.LEASED, State.SENT]

    def test_that_ran_out_is_counted_after_the_next_has_come_to_an_end(self, database: Database) -> None:
        with database.transaction() as connection:
            Outbox(connection).add([a_telling()])
        lease(database, now=MONDAY_BEFORE)
        later = MONDAY_BEFORE + LEASE
        [second] = lease(database, now=later)
        with database.transaction() as connection:
            Outbox(connection).reschedule(second, later, tries=1, reason="busy")
        [third] = lease(database, now=later)
        assert (third.tries, third.unsettled) == (1, 2)

    def test_given_back_is_not_a_try(self, database: Database) -> None:
        with database.transaction() as connection:
            Outbox(connection).add([a_telling()])
        [leased] = lease(database, now=MONDAY_BEFORE)
        with database.transaction() as connection:
            Outbox(connection).put_back(leased, MONDAY_BEFORE + timedelta(minutes=5))
        assert lease(database, now=MONDAY_BEFORE) == []
        [again] = lease(database, now=MONDAY_BEFORE + timedelta(minutes=5))
        assert (again.tries, again.unsettled) == (0, 1)
        assert again.taken == MONDAY_BEFORE + timedelta(minutes=5)

    def test_given_back_after_one_that_may_have_been_used_keeps_its_first_moment(
        self, database: Database
    ) -> None:
        with database.transaction() as connection:
            Outbox(connection).add([a_telling()])
        lease(database, now=MONDAY_BEFORE)
        [after_a_crash] = lease(database, now=MONDAY_BEFORE + LEASE)
        with database.transaction() as connection:
            Outbox(connection).put_back(after_a_crash, MONDAY_BEFORE + 2 * LEASE)
        [again] = lease(database, now=MONDAY_BEFORE + 2 * LEASE)
        assert again.taken == MONDAY_BEFORE

    def test_is_had_by_one_of_many_workers(self, database_url: str) -> None:
        with connect(database_url) as first:
            with first.transaction() as connection:
                Outbox(connection).add([a_telling(n) for n in range(60)])
            taken: list[str] = []
            barrier = Barrier(4)

            def work() -> None:
                barrier.wait()
                while leased := lease(first, 5, now=MONDAY_BEFORE):
                    taken.extend(one.telling.id for one in leased)

            workers = [Thread(target=work) for _ in range(4)]
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join(30)
        assert len(taken) == len(set(taken)) == 60


class TestWhatIsKept:
    def test_are_the_attempts_with_what_came_of_them(self, database: Database) -> None:
        with database.transaction() as connection:
            Outbox(connection).add([a_telling(channels=(BOT, EMAIL))])
            outbox = Outbox(connection)
            [leased] = outbox.lease(BOT, 1, now=MONDAY_BEFORE, until=MONDAY_BEFORE + LEASE)
            tries = [
                Attempt(1, BOT, MONDAY_BEFORE, MONDAY_BEFORE + timedelta(seconds=1), Deferred("busy")),
                Attempt(2, BOT, MONDAY_BEFORE + timedelta(seconds=6), MONDAY_BEFORE, Refused("unknown chat")),
                Attempt(1, EMAIL, MONDAY_BEFORE + timedelta(seconds=7), MONDAY_BEFORE, Delivered("250 ok")),
            ]
            outbox.record([(leased, attempt) for attempt in tries], worker="w")
            assert outbox.attempts(leased.telling.id) == tries
            found = outbox.get(leased.telling.id)
            assert found is not None
            assert (found.state, found.channel, found.settled) == (State.SENT, EMAIL, tries[2].ended)

    def test_adding_twice_is_adding_once(self, database: Database) -> None:
        with database.transaction() as connection:
            outbox = Outbox(connection)
            outbox.add([a_telling()])
            outbox.add([a_telling(body={"subject": "other", "text": ""})])
        [one] = kept(database)
        assert one.telling == a_telling()

    def test_next_moment_is_the_next_due_time_or_end_of_a_lease(self, database: Database) -> None:
        soon, later = MONDAY_BEFORE + timedelta(seconds=30), MONDAY_BEFORE + timedelta(hours=1)
        with database.transaction() as connection:
            outbox = Outbox(connection)
            assert outbox.next_moment(EMAIL) is None
            outbox.add([a_telling(1, due=later), a_telling(2, due=soon)])
            assert (outbox.next_moment(EMAIL), outbox.next_moment(BOT)) == (soon, None)
            outbox.lease(EMAIL, 1, now=soon, until=soon + LEASE)
            assert outbox.next_moment(EMAIL) == soon + LEASE

    def test_may_be_retried_and_cancelled_by_hand(self, database: Database) -> None:
        with database.transaction() as connection:
            outbox = Outbox(connection)
            outbox.add([a_telling(1), a_telling(2)])
            [first, second] = outbox.lease(EMAIL, 2, now=MONDAY_BEFORE, until=MONDAY_BEFORE + LEASE)
            outbox.close(first, State.FAILED, now=MONDAY_BEFORE, tries=7, reason="refused")
            outbox.record([(second, arrival(second, MONDAY_BEFORE))], worker="w")
            assert outbox.retry(first.telling.id, (EMAIL,), now=MONDAY_BEFORE)
            assert not outbox.retry(second.telling.id, (EMAIL,), now=MONDAY_BEFORE)
            found = outbox.get(first.telling.id)
            assert found is not None
            assert (found.state, found.tries, found.reason) == (State.PENDING, 0, "")
            assert outbox.cancel(first.telling.id, "by hand", now=MONDAY_BEFORE)
            assert not outbox.cancel(second.telling.id, "by hand", now=MONDAY_BEFORE)

    def test_taken_out_and_let_again_waits_for_its_hour(self, database: Database) -> None:
        later = MONDAY_BEFORE + timedelta(days=3)
        with database.transaction() as connection:
            outbox = Outbox(connection)
            outbox.add([a_telling(1, due=later)])
            [kept] = outbox.find()
            assert outbox.cancel(kept.telling.id, "by hand", now=MONDAY_BEFORE)
            assert outbox.retry(kept.telling.id, (EMAIL,), now=MONDAY_BEFORE)
            assert outbox.next_moment(EMAIL) == later

    def test_is_forgotten_when_it_is_long_over(self, database: Database) -> None:
        with database.transaction() as connection:
            outbox = Outbox(connection)
            outbox.add([a_telling(1), a_telling(2)])
            [first] = outbox.lease(EMAIL, 1, now=MONDAY_BEFORE, until=MONDAY_BEFORE + LEASE)
            outbox.record([(first, arrival(first, MONDAY_BEFORE))], worker="w")
            outbox.forget(MONDAY_BEFORE + timedelta(days=400))
            assert [one.state for one in outbox.find()] == [State.PENDING]


def test_of_more_than_can_be_shown_what_is_nearest_to_now_is(database: Database) -> None:
    now = MONDAY_BEFORE
    hours = range(-6, 4)
    with database.transaction() as connection:
        tellings = [
            a_telling(number, due=now + timedelta(hours=hour)) for number, hour in enumerate(hours, 1)
        ]
        Outbox(connection).add(tellings)

    def shown(count: int, state: State | None = None) -> list[int]:
        with database.reading() as connection:
            found = Outbox(connection).around(now, state=state, count=count)
        return [round((one.telling.due - now) / timedelta(hours=1)) for one in found]

    assert shown(4) == [-1, 0, 1, 2]
    assert shown(8) == [-4, -3, -2, -1, 0, 1, 2, 3]
    assert shown(20) == list(hours)
    assert shown(20, State.SENT) == []


class TestSomebodyWhoIsToldNoMore:
    def test_has_nothing_left_that_waits_or_is_in_hand(self, database: Database) -> None:
        with database.transaction() as connection:
            Outbox(connection).add([a_telling(1), a_telling(2, due=MONDAY_BEFORE + timedelta(days=1))])
            Outbox(connection).add([a_telling(3, person="p-mai")])
        first = next(one for one in lease(database, now=MONDAY_BEFORE) if one.telling.person == "p-lan")
        with database.transaction() as connection:
            Outbox(connection).drop_person("p-lan", "the person was removed", now=MONDAY_BEFORE)
            Outbox(connection).reschedule(first, MONDAY_BEFORE + LEASE, tries=1, reason="later")
        states = {(one.telling.rule, one.state, one.reason) for one in kept(database)}
        assert states == {
            ("test-1", State.DROPPED, "the person was removed"),
            ("test-2", State.DROPPED, "the person was removed"),
            ("test-3", State.LEASED, ""),
        }

    def test_has_had_what_arrives_all_the_same(self, database: Database) -> None:
        with database.transaction() as connection:
            Outbox(connection).add([a_telling(1)])
        [leased] = lease(database, now=MONDAY_BEFORE)
        with database.transaction() as connection:
            Outbox(connection).drop_person("p-lan", "the person was removed", now=MONDAY_BEFORE)
            attempt = Attempt(1, EMAIL, MONDAY_BEFORE, MONDAY_BEFORE, Delivered("ok"))
            Outbox(connection).record([(leased, attempt)], worker="w")
        assert [one.state for one in kept(database)] == [State.SENT]
