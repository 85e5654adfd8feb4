"""The promise "at least once", tried by killing the sending process at random moments (design section 4).

`benchmarks/reminders/kill.py` is the long form: a hundred rounds over five thousand people.
"""

import signal
import time
from pathlib import Path

import pytest
from doubles.smtp import HANG, HANG_AFTER_STORING, SmtpDouble
from doubles.webhook import WebhookDouble
from doubles.zalo_bot import ZaloBotDouble
from kill_notices import ChangesReport, run_changes
from kill_rounds import Report, end, endpoints_of, fill, run_rounds, start

from scheduler.database import connect

pytestmark = pytest.mark.timeout(110)


def assert_kept(report: Report) -> None:
    assert report.lost == {"email": 0, "webhook": 0, "zalo_bot": 0}, report
    assert report.not_in_flight == [], report
    assert (report.other_ids, report.violations) == (0, []), report
    assert report.is_kept, report


def test_ten_kills_at_random_moments_lose_nothing_and_repeat_only_what_was_in_flight(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/sched.db"
    report = run_rounds(url, people=600, rounds=10, workers=1, longest_life=0.25, seed=1)
    assert_kept(report)
    assert report.useful_kills >= 5, report


def test_two_workers_on_postgresql_killed_together_lose_nothing_either(postgres_url: str) -> None:
    report = run_rounds(postgres_url, people=600, rounds=5, workers=2, longest_life=0.25, seed=2)
    assert_kept(report)
    assert report.useful_kills >= 4, report


def mails_after_a_kill(url: str, step: str, fault: str, stored_before: int) -> list[str]:
    """The Message-IDs that one person received when the process was killed while the server hung at that step."""
    with (
        SmtpDouble(drop_copies=False) as smtp,
        WebhookDouble() as webhook,
        ZaloBotDouble(chats=("chat-0",)) as bot,
    ):
        with connect(url) as database:
            fill(database, 3)
        smtp.fail(step, fault)
        endpoints = endpoints_of(smtp, webhook, bot)
        first = start(url, endpoints)
        deadline = time.monotonic() + 20
        while smtp.script[step] or len(smtp.received) < stored_before or not bot.sent:
            assert time.monotonic() < deadline, f"the process never came to the step {step}"
            time.sleep(0.01)
        end(first, signal.SIGKILL)
        smtp.drop_connections()
        end(start(url, endpoints))
        return [str(one.parsed()["Message-ID"]) for one in smtp.received]


def test_killed_between_lease_and_send_it_is_sent_after_the_lease(tmp_path: Path) -> None:
    assert len(mails_after_a_kill(f"sqlite:///{tmp_path}/sched.db", "rcpt", HANG, 0)) == 1


def test_killed_between_send_and_settle_it_is_sent_again_with_the_same_id(tmp_path: Path) -> None:
    ids = mails_after_a_kill(f"sqlite:///{tmp_path}/sched.db", "final", HANG_AFTER_STORING, 1)
    assert len(ids) == 2
    assert len(set(ids)) == 1


def assert_everybody_knows_what_stands(report: ChangesReport) -> None:
    assert report.wrong == [], report
    assert report.not_in_flight == [], report
    assert report.is_kept, report


def test_killed_while_the_calendar_changes_everybody_heard_last_what_stands(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/sched.db"
    report = run_changes(url, people=150, rounds=8, workers=1, longest_life=0.2, seed=3, useful_kills=4)
    assert_everybody_knows_what_stands(report)
    assert report.useful_kills >= 4, report
    assert report.overtaken > 0, report


def test_two_workers_on_postgresql_who_contend_for_notices_are_killed_with_the_same_end(
    postgres_url: str,
) -> None:
    report = run_changes(
        postgres_url, people=150, rounds=5, workers=2, longest_life=0.2, seed=4, useful_kills=4
    )
    assert_everybody_knows_what_stands(report)
    assert report.useful_kills >= 4, report
