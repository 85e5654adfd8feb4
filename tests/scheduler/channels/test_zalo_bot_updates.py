"""Hearing what people write to the bot: setting its webhook, and asking for updates, against the double."""

from collections.abc import Iterator

import pytest
from doubles.http_double import Answer
from doubles.messages import NOW
from doubles.zalo_bot import WEBHOOK_IS_SET, ZaloBotDouble

from scheduler.attempts import Deferred, Halted, Refused, Uncertain
from scheduler.channels.zalo_bot import ZaloBotSettings
from scheduler.channels.zalo_bot_updates import BotUpdates
from scheduler.channels.zalo_hooks import read_bot_update

HOOK = "https://lich.example.org/hooks/zalo-bot"
SECRET = "a secret of ours"


@pytest.fixture
def updates(zalo_bot_double: ZaloBotDouble) -> Iterator[BotUpdates]:
    made = BotUpdates(ZaloBotSettings(token=zalo_bot_double.token, base_url=zalo_bot_double.url, timeout=2))
    yield made
    made.close()


def test_what_was_written_comes_one_by_one_as_a_webhook_would_give_it(
    zalo_bot_double: ZaloBotDouble, updates: BotUpdates
) -> None:
    zalo_bot_double.push_text("chat-1", "lịch hôm nay")
    zalo_bot_double.push_text("chat-2", "huỷ")
    texts = []
    while (found := updates.next()) and isinstance(found, list):
        texts += [message.text for body in found if (message := read_bot_update(body, NOW))]
    assert texts == ["lịch hôm nay", "huỷ"]


def test_several_at_once_are_taken_too(zalo_bot_double: ZaloBotDouble, updates: BotUpdates) -> None:
    zalo_bot_double.push_text("chat-1", "một")
    zalo_bot_double.push_text("chat-1", "hai")
    zalo_bot_double.fail(Answer(200, {"ok": True, "result": list(zalo_bot_double.updates)}))
    found = updates.next()
    assert isinstance(found, list)
    assert [message.text for body in found if (message := read_bot_update(body, NOW))] == ["một", "hai"]


@pytest.mark.parametrize("always_200", [False, True])
def test_an_idle_wait_is_nothing_new(
    zalo_bot_double: ZaloBotDouble, updates: BotUpdates, always_200: bool
) -> None:
    zalo_bot_double.always_200 = always_200
    assert updates.next() == []


def test_a_webhook_stands_in_the_way_of_asking_until_it_is_removed(
    zalo_bot_double: ZaloBotDouble, updates: BotUpdates
) -> None:
    assert updates.webhook() == ""
    assert updates.set_webhook(HOOK, SECRET) == ""
    assert updates.webhook() == HOOK
    assert updates.next() == Refused(f"Zalo Bot answered 400: {WEBHOOK_IS_SET}")
    assert updates.delete_webhook() is None
    assert updates.next() == []
    assert updates.webhook() == ""


def test_a_probe_that_failed_is_told(zalo_bot_double: ZaloBotDouble, updates: BotUpdates) -> None:
    result = {"url": HOOK, "updated_at": 1, "verification": {"ok": False, "outcome": "webhook.timeout"}}
    zalo_bot_double.fail(Answer(200, {"ok": True, "result": result}))
    assert updates.set_webhook(HOOK, SECRET) == "webhook.timeout"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(401, {"ok": False, "description": "Unauthorized", "error_code": 401}), Halted),
        (Answer(400, {"ok": False, "description": "Bad request", "error_code": 400}), Refused),
        (Answer(502, "<html>Bad gateway</html>"), Deferred),
    ],
)
def test_failures_are_told_without_the_token(
    zalo_bot_double: ZaloBotDouble, updates: BotUpdates, answer: Answer, kind: type
) -> None:
    zalo_bot_double.fail(answer)
    outcome = updates.set_webhook(HOOK, SECRET)
    assert isinstance(outcome, kind)
    assert isinstance(outcome, Halted | Refused | Deferred | Uncertain)
    assert zalo_bot_double.token not in outcome.reason
