"""The rotating pair of tokens in the database: durable, and refreshed by one process at a time."""

from datetime import timedelta
from threading import Thread

from telling_office import MONDAY_BEFORE, ManualClock

from scheduler.channels.channel import TokenPair
from scheduler.database import Database
from scheduler.delivery.tokens import LEASE, DatabaseTokens

PAIR = TokenPair("access-1", "refresh-1", MONDAY_BEFORE, MONDAY_BEFORE + timedelta(hours=25), "origin-1")


def test_there_is_no_pair_before_the_first(database: Database) -> None:
    tokens = DatabaseTokens(database, ManualClock())
    with tokens.locked():
        assert tokens.load() is None


def test_the_pair_saved_last_is_found_by_every_process(database: Database) -> None:
    first, second = (DatabaseTokens(database, ManualClock()) for _ in range(2))
    with first.locked():
        first.save(PAIR)
    assert second.load() == PAIR


def test_what_was_refused_for_good_is_known_to_every_process(database: Database) -> None:
    first, second = (DatabaseTokens(database, ManualClock()) for _ in range(2))
    assert second.refused() == ""
    first.refuse("mark")
    assert second.refused() == "mark"
    assert second.load() is None


def test_two_do_not_refresh_at_once(database: Database) -> None:
    clock = ManualClock()
    order: list[str] = []

    def second() -> None:
        with DatabaseTokens(database, clock).locked():
            order.append("second")

    waiting = Thread(target=second)
    first = DatabaseTokens(database, clock)
    with first.locked():
        waiting.start()
        waiting.join(0.3)
        first.save(PAIR)
        order.append("first")
    waiting.join(10)
    assert order == ["first", "second"]


def test_the_right_of_a_process_that_died_runs_out(database: Database) -> None:
    clock = ManualClock()
    dying = DatabaseTokens(database, clock).locked()
    dying.__enter__()
    clock.forward(seconds=LEASE.total_seconds())
    with DatabaseTokens(database, clock).locked():
        pass
    dying.__exit__(None, None, None)
