"""When to try again: outcome, tries so far, the present and the event's beginning in, a decision out."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused, Uncertain
from scheduler.retry import DELAYS, JITTER, LONGEST_PATIENCE, Decision, Verdict, next_attempt

NOW = datetime(2023, 11, 24, 1, 0, tzinfo=UTC)
BEGINNING = NOW + timedelta(hours=3)


def after(**by: float) -> datetime:
    return NOW + timedelta(**by)


@pytest.mark.parametrize(
    ("outcome", "attempts", "decision"),
    [
        pytest.param(Delivered(), 1, Decision(Verdict.DONE), id="accepted"),
        pytest.param(
            Refused("no such user"), 1, Decision(Verdict.NEXT_CHANNEL), id="refused: the next channel"
        ),
        pytest.param(Halted("wrong password"), 1, Decision(Verdict.CHANNEL_HALTED), id="a person must act"),
        pytest.param(Deferred("busy"), 1, Decision(Verdict.AGAIN, after(seconds=5)), id="first failure: 5 s"),
        pytest.param(Deferred("busy"), 2, Decision(Verdict.AGAIN, after(seconds=30)), id="second: 30 s"),
        pytest.param(Deferred("busy"), 4, Decision(Verdict.AGAIN, after(minutes=10)), id="fourth: 10 min"),
        pytest.param(Deferred("busy"), 6, Decision(Verdict.AGAIN, after(hours=2)), id="sixth: 2 h"),
        pytest.param(Deferred("busy"), 60, Decision(Verdict.AGAIN, after(hours=2)), id="2 h ever after"),
        pytest.param(
            Uncertain("lost"), 1, Decision(Verdict.AGAIN, after(seconds=5)), id="uncertain: again, same id"
        ),
        pytest.param(
            Deferred("slow down", after(minutes=20)),
            1,
            Decision(Verdict.AGAIN, after(minutes=20)),
            id="Retry-After is honoured",
        ),
        pytest.param(
            Deferred("slow down", after(seconds=1)),
            1,
            Decision(Verdict.AGAIN, after(seconds=5)),
            id="Retry-After does not hurry us",
        ),
        pytest.param(
            Deferred("slow down", after(hours=4)),
            1,
            Decision(Verdict.GIVEN_UP),
            id="Retry-After beyond the beginning: give up",
        ),
    ],
)
def test_decision(outcome: Outcome, attempts: int, decision: Decision) -> None:
    assert next_attempt(outcome, attempts, NOW, BEGINNING) == decision


def test_gives_up_where_the_next_try_would_come_after_the_event_has_begun() -> None:
    assert next_attempt(Deferred("busy"), 4, NOW, after(minutes=10)) == Decision(Verdict.GIVEN_UP)
    assert next_attempt(Deferred("busy"), 4, NOW, after(minutes=10, seconds=1)).verdict is Verdict.AGAIN


def test_an_absurd_retry_after_is_cut() -> None:
    decision = next_attempt(Deferred("later", after(days=400)), 1, NOW, after(days=30))
    assert decision == Decision(Verdict.AGAIN, NOW + LONGEST_PATIENCE)


def test_what_may_have_arrived_is_held_where_copies_cannot_be_dropped() -> None:
    assert next_attempt(Uncertain("lost"), 1, NOW, BEGINNING, hold_uncertain=True) == Decision(Verdict.HELD)
    assert next_attempt(Deferred("no"), 1, NOW, BEGINNING, hold_uncertain=True).verdict is Verdict.AGAIN


@given(attempts=st.integers(1, 20), jitter=st.floats(0, 1), left=st.integers(0, 100_000))
def test_a_try_never_comes_after_the_beginning_and_jitter_only_lengthens(
    attempts: int, jitter: float, left: int
) -> None:
    until = after(seconds=left)
    decision = next_attempt(Deferred("busy"), attempts, NOW, until, jitter=jitter)
    delay = DELAYS[min(attempts, len(DELAYS)) - 1]
    if decision.at is None:
        assert NOW + delay * (1 + JITTER * jitter) >= until
    else:
        assert NOW + delay <= decision.at < until
        assert decision.at <= NOW + delay * (1 + JITTER)
