import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from doubles.http_double import ACCEPT_THEN_CLOSE, CLOSE_UNSEEN, HTML_ERROR, Answer, Fault, How
from doubles.messages import NOW, a_message
from doubles.zalo_bot import ZaloBotDouble

from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Surroundings
from scheduler.channels.zalo_answers import BOT_ANSWERS
from scheduler.channels.zalo_bot import ZaloBotChannel, ZaloBotSettings
from scheduler.errors import ConfigurationError

LONG = "\n\n".join(
    f"{day}. " + "Họp giao ban công tác tháng tại phòng họp số 2. " * 20 for day in range(1, 6)
)


@pytest.fixture
def zalo() -> Iterator[ZaloBotDouble]:
    with ZaloBotDouble() as double:
        yield double


def channel_for(
    double: ZaloBotDouble, surroundings: Surroundings | None = None, **changes: Any
) -> ZaloBotChannel:
    given: dict[str, Any] = {"token": double.token, "base_url": double.url, "timeout": 10.0}
    return ZaloBotChannel(ZaloBotSettings(**given | changes), surroundings or Surroundings())


def a_chat(to: str = "chat-1", **changes: Any) -> Message:
    return a_message(ChannelKind.ZALO_BOT, to, **changes)


def send(double: ZaloBotDouble, message: Message | None = None, **changes: Any) -> Outcome:
    channel = channel_for(double, **changes)
    try:
        return channel.send(message or a_chat(), now=NOW)
    finally:
        channel.close()


def test_text_arrives_and_its_id_is_the_receipt(zalo: ZaloBotDouble) -> None:
    outcome = send(zalo)
    assert zalo.texts("chat-1") == [a_chat().text]
    assert outcome == Delivered(zalo.sent[0].message_id)


def test_text_alone_is_sent_without_any_markup(zalo: ZaloBotDouble) -> None:
    send(zalo)
    assert zalo.requests[0].json() == {"chat_id": "chat-1", "text": a_chat().text}
    assert zalo.requests[0].path == f"/bot{zalo.token}/sendMessage"


def test_long_text_comes_in_numbered_parts(zalo: ZaloBotDouble) -> None:
    outcome = send(zalo, a_chat(text=LONG))
    parts = zalo.texts("chat-1")
    assert isinstance(outcome, Delivered)
    assert outcome.receipt.split() == [one.message_id for one in zalo.sent]
    assert [part.partition("\n")[0] for part in parts] == ["(1/3)", "(2/3)", "(3/3)"]
    assert "\n\n".join(part.partition("\n")[2] for part in parts).split() == LONG.split()


def test_later_part_that_was_not_accepted_is_sent_again_alone(zalo: ZaloBotDouble) -> None:
    channel = channel_for(zalo)
    zalo.fail(Fault(), Answer(429, {"ok": False, "error_code": 429, "description": "Quota exceeded"}))
    assert isinstance(channel.send(a_chat(text=LONG), now=NOW), Deferred)
    assert isinstance(channel.send(a_chat(text=LONG), now=NOW), Delivered)
    channel.close()
    assert [part[:5] for part in zalo.texts("chat-1")] == ["(1/3)", "(2/3)", "(3/3)"]


def test_later_part_that_is_refused_ends_the_message(zalo: ZaloBotDouble) -> None:
    zalo.fail(Fault(), Answer(400, {"ok": False, "error_code": 400, "description": "Bad request"}))
    assert isinstance(send(zalo, a_chat(text=LONG)), Refused)
    assert len(zalo.requests) == 2


def test_other_sender_of_the_process_goes_on_where_the_first_stopped(zalo: ZaloBotDouble) -> None:
    surroundings = Surroundings()
    zalo.fail(Fault(), CLOSE_UNSEEN)
    first, second = channel_for(zalo, surroundings), channel_for(zalo, surroundings)
    assert isinstance(first.send(a_chat(text=LONG), now=NOW), Uncertain)
    assert isinstance(second.send(a_chat(text=LONG), now=NOW), Delivered)
    first.close()
    second.close()
    assert [part[:5] for part in zalo.texts("chat-1")] == ["(1/3)", "(2/3)", "(3/3)"]


def error(code: int, description: str = "…") -> Answer:
    return Answer(code, {"ok": False, "error_code": code, "description": description})


# ----------------------------------------------------------------------------------------------------------------------
# The fault table (reference on Zalo, 4.5 and 9)

BY_CODE = {
    400: Refused,
    401: Halted,
    403: Deferred,
    404: Refused,
    408: Uncertain,
    426: Deferred,
    429: Deferred,
    500: Uncertain,
    502: Uncertain,
    503: Uncertain,
    504: Uncertain,
}


def test_every_code_of_the_table_is_tried_here() -> None:
    assert set(BY_CODE) == set(BOT_ANSWERS)


@pytest.mark.parametrize("always_200", [False, True], ids=["status as code", "status 200"])
@pytest.mark.parametrize(("code", "expected"), BY_CODE.items())
def test_code_becomes_its_outcome(
    zalo: ZaloBotDouble, code: int, expected: type[Outcome], always_200: bool
) -> None:
    answer = error(code)
    zalo.fail(Answer(200, answer.body) if always_200 else answer)
    assert type(send(zalo)) is expected


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        pytest.param(
            Answer(200, {"ok": True, "result": {"message_id": 5}}), Delivered, id="an id that is a number"
        ),
        pytest.param(Answer(200, {"ok": True, "error_code": 0}), Delivered, id="ok without a result"),
        pytest.param(Answer(200, {"ok": False, "error_code": "401"}), Halted, id="a code that is text"),
        pytest.param(Answer(200, {"ok": False}), Refused, id="an error without a code"),
        pytest.param(error(418), Refused, id="a code that no table knows"),
        pytest.param(error(599), Uncertain, id="a server error that no table knows"),
        pytest.param(HTML_ERROR, Uncertain, id="HTML, 502"),
        pytest.param(Answer(200, "<html>maintenance</html>"), Uncertain, id="HTML, 200"),
        pytest.param(Answer(404, "<html>Not Found</html>"), Halted, id="HTML, 404: no such bot"),
        pytest.param(Answer(200, b""), Uncertain, id="an empty body"),
        pytest.param(Answer(200, ["ok"]), Uncertain, id="JSON of another shape"),
        pytest.param(Fault(how=How.HALF), Uncertain, id="half a body"),
        pytest.param(Fault(how=How.HANG), Uncertain, id="silence"),
        pytest.param(Fault(how=How.TRICKLE), Uncertain, id="a byte at a time"),
        pytest.param(CLOSE_UNSEEN, Uncertain, id="closed without an answer"),
        pytest.param(ACCEPT_THEN_CLOSE, Uncertain, id="delivered, answer lost"),
    ],
)
def test_answer_becomes_its_outcome(
    zalo: ZaloBotDouble, fault: Fault | Answer, expected: type[Outcome]
) -> None:
    zalo.fail(fault)
    patience = fault.patience if isinstance(fault, Fault) else 10.0
    assert type(send(zalo, timeout=patience)) is expected
    assert len(zalo.sent) <= 1


def test_unknown_chat_and_empty_text_are_refused(zalo: ZaloBotDouble) -> None:
    assert isinstance(send(zalo, a_chat("nobody")), Refused)
    assert send(zalo, a_chat(text=" \n ")) == Refused("the message has no text")


def test_nobody_listening_is_deferred() -> None:
    with ZaloBotDouble() as zalo:
        pass
    assert type(send(zalo)) is Deferred


@pytest.mark.parametrize(
    "base_url", ["bot-api.example.org", "https://[::1", "https://example.org:99999", "ftp://example.org"]
)
def test_address_that_is_none_halts(zalo: ZaloBotDouble, base_url: str) -> None:
    outcome = send(zalo, base_url=base_url)
    assert isinstance(outcome, Halted)
    assert "config.toml" in outcome.reason


def test_other_bots_token_halts(zalo: ZaloBotDouble) -> None:
    outcome = send(zalo, token="999:other")
    assert isinstance(outcome, Halted)
    assert "[zalo_bot]" in outcome.reason


def test_used_up_quota_waits_as_long_as_asked_else_ten_minutes(zalo: ZaloBotDouble) -> None:
    zalo.quota = 0
    assert send(zalo) == Deferred("Zalo Bot answered 429: Quota exceeded", NOW + timedelta(minutes=10))
    zalo.fail(Answer(429, error(429, "slow down").body, {"Retry-After": "3"}))
    assert send(zalo) == Deferred("Zalo Bot answered 429: slow down", NOW + timedelta(seconds=3))


@pytest.mark.parametrize(
    ("useful_until", "expected"),
    [
        pytest.param(None, Deferred, id="waits for the next month"),
        pytest.param(datetime(2026, 12, 2, tzinfo=UTC), Deferred, id="the meeting is after that"),
        pytest.param(datetime(2026, 11, 24, tzinfo=UTC), Refused, id="the meeting is before that"),
    ],
)
def test_months_cap_is_kept_without_asking_zalo(
    zalo: ZaloBotDouble, useful_until: datetime | None, expected: type[Outcome]
) -> None:
    asked: list[tuple[ChannelKind, datetime]] = []

    def sent(kind: ChannelKind, now: datetime) -> int:
        asked.append((kind, now))
        return 3000

    channel = channel_for(zalo, Surroundings(sent_this_month=sent), monthly_cap=3000)
    outcome = channel.send(a_chat(useful_until=useful_until), now=NOW)
    assert type(outcome) is expected
    assert asked == [(ChannelKind.ZALO_BOT, NOW)]
    assert zalo.requests == []
    if isinstance(outcome, Deferred):
        assert outcome.not_before == datetime(2026, 11, 30, 17, 5, tzinfo=UTC)


@pytest.mark.parametrize("token", ["", "abc", "1:", ":abc", "1:a b", "1:a/b", "1:a:b"])
def test_what_is_no_token_is_a_mistake_in_the_configuration(zalo: ZaloBotDouble, token: str) -> None:
    with pytest.raises(ConfigurationError, match="token"):
        channel_for(zalo, token=token)


def test_token_stays_out_of_settings_text_reasons_and_logs(
    zalo: ZaloBotDouble, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secret = zalo.token.partition(":")[2]
    faults = (error(400, f"no method at /bot{zalo.token}"), HTML_ERROR, CLOSE_UNSEEN, Fault(how=How.TRICKLE))
    for fault in faults:
        zalo.fail(fault)
        assert secret not in repr(send(zalo, timeout=0.5))
    assert secret not in repr(ZaloBotSettings(token=zalo.token))
    assert secret not in caplog.text
