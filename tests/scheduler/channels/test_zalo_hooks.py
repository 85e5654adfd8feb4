import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from doubles.http_double import Answer, Fault, HttpDouble
from doubles.oa_events import OaEventSender, followed, wrote

from scheduler.channel_kinds import ChannelKind
from scheduler.channels.zalo_hooks import (
    Followed,
    InboundMessage,
    Interacted,
    Unfollowed,
    is_from_bot,
    is_from_official_account,
    read_bot_update,
    read_official_account_event,
)

APP = "1234567890123456789"
KEY = "oa-secret-for-tests"
LAN = "2468458835296197922"
BODY = (
    '{"app_id":"1234567890123456789","sender":{"id":"2468458835296197922"},"recipient":{"id":"388613280878808645"},'
    '"event_name":"user_send_text","message":{"text":"xin chào","msg_id":"96d3cdf3af150460909"},'
    '"timestamp":"1760000000000"}'
).encode()
MAC = "9aa4fd04c1f5754681b5fedb557095069de881b474903cef0384ba5512e39e38"
AT = datetime.fromtimestamp(1760000000, UTC)
SOON = AT + timedelta(seconds=1)


def genuine(body: bytes, signature: str | None, *, key: str = KEY, now: datetime = SOON) -> bool:
    return is_from_official_account(body, signature, app_id=APP, oa_secret_key=key, now=now)


# ----------------------------------------------------------------------------------------------------------------------
# Genuine or not


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param(f"mac={MAC}", id="the reference's example"),
        pytest.param(MAC, id="without its name"),
        pytest.param(f" mac = {MAC} ", id="with spaces"),
        pytest.param(f"mac={MAC.upper()}", id="in capitals"),
    ],
)
def test_event_with_its_signature_is_genuine(signature: str) -> None:
    assert len(BODY) == 230
    assert genuine(BODY, signature)


@pytest.mark.parametrize(
    ("body", "signature", "key"),
    [
        pytest.param(BODY, None, KEY, id="no signature"),
        pytest.param(BODY, "", KEY, id="an empty signature"),
        pytest.param(BODY, "mac=" + "0" * 64, KEY, id="another signature"),
        pytest.param(BODY, f"mac={MAC}00", KEY, id="a longer signature"),
        pytest.param(BODY, f"sha256={MAC}", KEY, id="of another name"),
        pytest.param(BODY, f"mac={MAC}", "other-key", id="another key"),
        pytest.param(BODY, f"mac={MAC}", "", id="no key configured"),
        pytest.param(BODY.replace("chào".encode(), b"bye!!"), f"mac={MAC}", KEY, id="another body"),
        pytest.param(
            json.dumps(json.loads(BODY)).encode(), f"mac={MAC}", KEY, id="the same JSON in other bytes"
        ),
        pytest.param(b"", f"mac={MAC}", KEY, id="the console's empty probe"),
        pytest.param(b"[]", f"mac={MAC}", KEY, id="no object"),
    ],
)
def test_anything_else_is_not(body: bytes, signature: str | None, key: str) -> None:
    assert not genuine(body, signature, key=key)


@pytest.mark.parametrize(
    ("age", "expected"),
    [(timedelta(hours=2), True), (timedelta(hours=7), False), (-timedelta(hours=7), False)],
)
def test_event_is_taken_for_some_hours_as_it_may_be_delivered_again(age: timedelta, expected: bool) -> None:
    assert genuine(BODY, f"mac={MAC}", now=AT + age) is expected


@pytest.mark.parametrize(
    ("header", "secret", "expected"),
    [
        ("tám ký tự", "tám ký tự", True),
        ("another", "secret-1", False),
        (None, "secret-1", False),
        ("", "", False),
        (None, "", False),
    ],
)
def test_bots_secret_must_be_the_one_agreed_on(header: str | None, secret: str, expected: bool) -> None:
    assert is_from_bot(header, secret) is expected


def test_sender_of_events_signs_as_zalo_does_and_repeats_what_is_not_answered() -> None:
    with HttpDouble() as page:
        page.fail(Answer(500), Fault(Answer(200), delay=0.3), Answer(200))
        sender = OaEventSender(page.url + "/hooks/zalo-oa", answer_limit=0.1)
        assert sender.emit(wrote(LAN, "xin chào"))
    assert [request.header("num_retry") for request in page.requests] == [None, "1", "2"]
    assert {request.body for request in page.requests} == {BODY}
    assert all(genuine(one.body, one.header("X-ZEvent-Signature")) for one in page.requests)
    assert sender.attempts == [(500, None), (None, "1"), (200, "2")]


# ----------------------------------------------------------------------------------------------------------------------
# What it says


def encoded(event: dict[str, Any]) -> bytes:
    return json.dumps(event).encode()


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            wrote(LAN, "lịch hôm nay"),
            InboundMessage(
                channel=ChannelKind.ZALO_OA,
                id="96d3cdf3af150460909",
                sender=LAN,
                chat=LAN,
                text="lịch hôm nay",
                at=AT,
            ),
            id="a text",
        ),
        pytest.param(
            wrote(LAN, "lịch tuần") | {"event_name": "user_send_group_text"},
            InboundMessage(
                channel=ChannelKind.ZALO_OA,
                id="96d3cdf3af150460909",
                sender=LAN,
                chat="388613280878808645",
                text="lịch tuần",
                at=AT,
                private=False,
            ),
            id="a text in a group",
        ),
        pytest.param(
            followed(LAN), Followed(id=f"follow-1760000000000-{LAN}", user=LAN, at=AT), id="a new follower"
        ),
        pytest.param(
            followed(LAN, event="unfollow"),
            Unfollowed(id=f"unfollow-1760000000000-{LAN}", user=LAN, at=AT),
            id="a follower who leaves",
        ),
        pytest.param(
            wrote(LAN, "")
            | {"event_name": "user_send_image", "message": {"msg_id": "m-1", "attachments": []}},
            Interacted(id="m-1", user=LAN, at=AT),
            id="a picture",
        ),
        pytest.param(
            wrote(LAN, "") | {"event_name": "user_submit_info", "message": None},
            Interacted(id=f"user_submit_info-1760000000000-{LAN}", user=LAN, at=AT),
            id="a form",
        ),
        pytest.param(wrote(LAN, "x") | {"event_name": "oa_send_text"}, None, id="an echo of what we sent"),
        pytest.param(wrote(LAN, "x") | {"event_name": "user_received_message"}, None, id="a receipt"),
        pytest.param(wrote(LAN, "x") | {"event_name": "user_seen_message"}, None, id="a receipt of reading"),
        pytest.param(wrote(LAN, "x") | {"event_name": "create_group"}, None, id="of no person"),
        pytest.param({"event_name": "user_send_text", "message": {"text": "x"}}, None, id="of nobody"),
        pytest.param({}, None, id="an empty object"),
    ],
)
def test_event_of_the_account_is_read(event: dict[str, Any], expected: object) -> None:
    assert read_official_account_event(encoded(event), SOON) == expected


@pytest.mark.parametrize("body", [b"", b"null", b"[1]", b"\xff\xfe", b'{"sender": 5, "event_name": 7}'])
def test_what_is_no_event_says_nothing(body: bytes) -> None:
    assert read_official_account_event(body, SOON) is None
    assert read_bot_update(body, SOON) is None


def update(**changes: Any) -> dict[str, Any]:
    message = {
        "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Lan", "is_bot": False},
        "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
        "text": "/link 482913",
        "message_id": "2d758cb5e222177a4e35",
        "date": 1760000000123,
    }
    return {"event_name": "message.text.received", "message": message | changes}


LINK = InboundMessage(
    channel=ChannelKind.ZALO_BOT,
    id="6ede9afa66b88fe6d6a9-2d758cb5e222177a4e35",
    sender="6ede9afa66b88fe6d6a9",
    chat="6ede9afa66b88fe6d6a9",
    text="/link 482913",
    at=AT + timedelta(milliseconds=123),
    name="Lan",
)


def test_bots_update_is_read_with_and_without_its_envelope() -> None:
    assert read_bot_update(encoded({"ok": True, "result": update()}), SOON) == LINK
    assert read_bot_update(encoded(update()), SOON) == LINK


def test_time_in_seconds_is_told_from_milliseconds_and_none_is_now() -> None:
    in_seconds = read_bot_update(encoded(update(date=1760000000)), SOON)
    without = read_bot_update(encoded(update(date=None)), SOON)
    assert in_seconds is not None
    assert without is not None
    assert (in_seconds.at, without.at) == (AT, SOON)


def test_text_in_a_group_is_not_private() -> None:
    read = read_bot_update(encoded(update(chat={"id": "g-1", "chat_type": "GROUP"})), SOON)
    assert read is not None
    assert (read.chat, read.private) == ("g-1", False)


@pytest.mark.parametrize(
    "event",
    [
        pytest.param({"event_name": "webhook.test", "message": "hi", "date": 1760000000}, id="the probe"),
        pytest.param(update() | {"event_name": "message.sticker.received"}, id="a sticker"),
        pytest.param(update() | {"event_name": "message.unsupported.received"}, id="unsupported"),
        pytest.param(update(**{"from": {"id": "b", "is_bot": True}}), id="another bot"),
        pytest.param(update(text=None), id="no text"),
        pytest.param(update(chat=None), id="no chat"),
    ],
)
def test_what_is_no_text_of_a_person_is_nothing(event: dict[str, Any]) -> None:
    assert read_bot_update(encoded(event), SOON) is None


@pytest.mark.parametrize(
    "body", [b'{"timestamp":"\\ud800"}', b'{"a":' + b"[" * 100_000, b'{"timestamp":1e999}']
)
def test_what_no_computer_can_keep_or_follow_is_not_genuine_and_no_fault(body: bytes) -> None:
    assert not is_from_official_account(body, "mac=" + "0" * 64, app_id="1", oa_secret_key="key", now=AT)
    assert read_official_account_event(body, AT) is None
    assert read_bot_update(body, AT) is None
