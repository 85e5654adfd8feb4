import json
import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from doubles.fixtures import Certificates
from doubles.http_double import ACCEPT_THEN_CLOSE, CLOSE_UNSEEN, Answer, Fault, How
from doubles.messages import NOW, a_message, in_hours
from doubles.webhook import WebhookDouble
from standardwebhooks import Webhook

from scheduler.attempts import Deferred, Delivered, Outcome, Refused, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Purpose, Surroundings
from scheduler.channels.webhook import WebhookChannel, WebhookSettings, signature_headers
from scheduler.errors import ConfigurationError

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def receiver() -> Iterator[WebhookDouble]:
    with WebhookDouble(SECRET, clock=NOW.timestamp) as double:
        yield double


def channel_for(double: WebhookDouble, **changes: Any) -> WebhookChannel:
    given: dict[str, Any] = {
        "url": double.url + "/hook",
        "secret": SECRET,
        "allow_private": True,
        "timeout": 10.0,
    }
    return WebhookChannel(
        {"office": WebhookSettings(**given | changes)}, Surroundings(source="https://lich.example.org")
    )


def a_call(**changes: Any) -> Message:
    return a_message(ChannelKind.WEBHOOK, "office", **changes)


def send(double: WebhookDouble, message: Message | None = None, **changes: Any) -> Outcome:
    channel = channel_for(double, **changes)
    try:
        return channel.send(message or a_call(), now=NOW)
    finally:
        channel.close()


# ----------------------------------------------------------------------------------------------------------------------
# The request


def test_signature_of_the_standards_own_example() -> None:
    at = datetime.fromtimestamp(1614265330, UTC)
    assert signature_headers(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', at) == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_receiver_gets_a_cloud_event_under_a_valid_signature(receiver: WebhookDouble) -> None:
    assert send(receiver) == Delivered("HTTP 204")
    (request,) = receiver.requests
    assert (request.method, request.path) == ("POST", "/hook")
    assert request.header("Content-Type") == "application/cloudevents+json; charset=UTF-8"
    assert request.header("webhook-id") == "r-0123456789abcdef"
    assert request.json() == {
        "specversion": "1.0",
        "id": "r-0123456789abcdef",
        "source": "https://lich.example.org",
        "type": "sched.reminder",
        "subject": "giao-ban@example.org",
        "time": "2026-11-21T01:30:00Z",
        "timestamp": "2026-11-21T01:30:00Z",
        "datacontenttype": "application/json",
        "data": {
            "uid": "giao-ban@example.org",
            "starts_at": "2026-11-24T08:00:00+07:00",
            "when": "08:00 24/11/2026",
            "recipient": "Nguyễn Thị Lan",
            "title": a_call().subject,
            "text": a_call().text,
        },
    }


def test_receiver_that_uses_the_standards_library_accepts_it() -> None:
    now = datetime.now(UTC)
    with WebhookDouble() as receiver:
        channel_for(receiver).send(a_call(), now=now)
    (request,) = receiver.requests
    assert Webhook(SECRET).verify(request.body, dict(request.headers)) == request.json()


def test_each_attempt_has_the_same_id_and_body_and_a_signature_of_its_own(receiver: WebhookDouble) -> None:
    receiver.fail(Answer(503))
    channel = channel_for(receiver)
    assert isinstance(channel.send(a_call(), now=NOW), Deferred)
    assert isinstance(channel.send(a_call(), now=NOW + timedelta(minutes=2)), Delivered)
    channel.close()
    first, second = receiver.requests
    assert (first.header("webhook-id"), first.body) == (second.header("webhook-id"), second.body)
    assert first.header("webhook-timestamp") != second.header("webhook-timestamp")
    assert first.header("webhook-signature") != second.header("webhook-signature")


def test_lost_answer_is_uncertain_and_its_copy_is_recognised(receiver: WebhookDouble) -> None:
    receiver.fail(ACCEPT_THEN_CLOSE)
    channel = channel_for(receiver)
    assert isinstance(channel.send(a_call(), now=NOW), Uncertain)
    assert channel.send(a_call(), now=NOW) == Delivered("HTTP 200")
    channel.close()
    assert (list(receiver.bodies), receiver.duplicates, receiver.violations) == (
        ["r-0123456789abcdef"],
        ["r-0123456789abcdef"],
        [],
    )


def test_headers_of_the_settings_are_sent_along(receiver: WebhookDouble) -> None:
    assert isinstance(send(receiver, headers={"Authorization": "Bearer abc"}), Delivered)
    assert receiver.requests[0].header("Authorization") == "Bearer abc"


def test_without_a_secret_nothing_is_signed() -> None:
    with WebhookDouble() as receiver:
        assert isinstance(send(receiver, secret=""), Delivered)
    assert receiver.requests[0].header("webhook-signature") is None


@pytest.mark.parametrize(
    ("purpose", "kind"),
    [(Purpose.CHANGE, "sched.change"), (Purpose.DIGEST, "sched.digest"), (Purpose.TEST, "sched.test")],
)
def test_purpose_is_the_type(receiver: WebhookDouble, purpose: Purpose, kind: str) -> None:
    send(receiver, a_call(purpose=purpose))
    assert receiver.requests[0].json()["type"] == kind


def test_cookies_are_not_kept(receiver: WebhookDouble) -> None:
    receiver.fail(Answer(204, headers={"Set-Cookie": "track=1"}))
    channel = channel_for(receiver)
    for number in range(2):
        channel.send(a_call(id=f"r-{number}"), now=NOW)
    channel.close()
    assert [request.header("Cookie") for request in receiver.requests] == [None, None]


def test_connection_is_kept(receiver: WebhookDouble) -> None:
    channel = channel_for(receiver)
    for number in range(3):
        assert isinstance(channel.send(a_call(id=f"r-{number}"), now=NOW), Delivered)
    channel.close()
    assert len(receiver.peers) == 1


def test_kept_connection_has_the_whole_time_again_for_the_next_message(receiver: WebhookDouble) -> None:
    channel = channel_for(receiver, timeout=0.15)
    assert isinstance(channel.send(a_call(id="r-1"), now=NOW), Delivered)
    time.sleep(0.16)
    assert isinstance(channel.send(a_call(id="r-2"), now=NOW), Delivered)
    channel.close()
    assert len(receiver.peers) == 1


def test_kept_connection_that_the_receiver_closed_is_made_anew(receiver: WebhookDouble) -> None:
    channel = channel_for(receiver)
    receiver.close_connections = True
    assert isinstance(channel.send(a_call(id="r-1"), now=NOW), Delivered)
    receiver.wait_for_quiet()
    assert isinstance(channel.send(a_call(id="r-2"), now=NOW), Delivered)
    channel.close()
    assert len(receiver.peers) == 2


# ----------------------------------------------------------------------------------------------------------------------
# The fault table (reference on webhooks, A4)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        pytest.param(Answer(200), Delivered, id="200"),
        pytest.param(Answer(201), Delivered, id="201"),
        pytest.param(Answer(202), Delivered, id="202"),
        pytest.param(Answer(204), Delivered, id="204"),
        pytest.param(Answer(301, headers={"Location": "/elsewhere"}), Refused, id="301"),
        pytest.param(Answer(302, headers={"Location": "/elsewhere"}), Refused, id="302"),
        pytest.param(Answer(307, headers={"Location": "/elsewhere"}), Refused, id="307"),
        *(
            pytest.param(Answer(status), Refused, id=str(status))
            for status in (400, 401, 403, 404, 405, 409, 413, 415, 422)
        ),
        *(
            pytest.param(Answer(status), Deferred, id=str(status))
            for status in (408, 425, 429, 500, 502, 503, 504)
        ),
        pytest.param(Fault(Answer(200, "x" * 1000), how=How.HALF), Delivered, id="200 with half a body"),
        pytest.param(Answer(200, b"x" * 300_000), Delivered, id="200 with a body beyond 64 kB"),
        pytest.param(CLOSE_UNSEEN, Uncertain, id="closed without an answer"),
        pytest.param(ACCEPT_THEN_CLOSE, Uncertain, id="accepted, answer lost"),
        pytest.param(Fault(how=How.HANG), Uncertain, id="silence"),
        pytest.param(Fault(how=How.TRICKLE), Uncertain, id="a byte at a time"),
        pytest.param(Fault(Answer(204), delay=0.2), Delivered, id="slow but in time"),
        pytest.param(Fault(Answer(204), delay=0.8), Uncertain, id="too slow"),
    ],
)
def test_answer_becomes_its_outcome(
    receiver: WebhookDouble, fault: Fault | Answer, expected: type[Outcome]
) -> None:
    receiver.fail(fault)
    patience = fault.patience if isinstance(fault, Fault) else 10.0
    assert type(send(receiver, timeout=patience)) is expected
    assert len(receiver.requests) == 1
    assert all(request.path == "/hook" for request in receiver.requests)


def test_gone_is_gone_for_good(receiver: WebhookDouble) -> None:
    receiver.fail(Answer(410))
    outcome = send(receiver)
    assert isinstance(outcome, Refused)
    assert outcome.recipient_gone


@pytest.mark.parametrize(
    ("value", "not_before"),
    [
        ("120", NOW + timedelta(seconds=120)),
        ("0", NOW),
        ("Sat, 21 Nov 2026 03:00:00 GMT", in_hours(1)),
        ("Sat, 21 Nov 2026 01:00:00 GMT", NOW),
        ("99999999999", NOW + timedelta(days=31)),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_time_asked_for_is_kept(receiver: WebhookDouble, value: str, not_before: datetime | None) -> None:
    receiver.fail(Answer(429, headers={"Retry-After": value}))
    outcome = send(receiver)
    assert isinstance(outcome, Deferred)
    assert outcome.not_before == not_before


def test_nobody_listening_is_deferred() -> None:
    with WebhookDouble() as receiver:
        pass
    assert type(send(receiver)) is Deferred


def test_unknown_host_is_deferred(receiver: WebhookDouble) -> None:
    assert type(send(receiver, url="http://no-such-host.invalid/")) is Deferred


def test_wrong_secret_is_refused_by_the_receiver(receiver: WebhookDouble) -> None:
    assert type(send(receiver, secret="whsec_" + "QUJD" * 8)) is Refused


def test_webhook_nobody_configured_is_refused(receiver: WebhookDouble) -> None:
    outcome = send(receiver, a_message(ChannelKind.WEBHOOK, "nowhere"))
    assert outcome == Refused("config.toml has no [webhooks.nowhere]")


# ----------------------------------------------------------------------------------------------------------------------
# Whom it may reach


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1:{port}/",
        "https://localhost:{port}/",
        "https://[::1]:{port}/",
        "https://10.0.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::ffff:127.0.0.1]:{port}/",
        "https://[fd00::1]/",
        "https://0.0.0.0:{port}/",
        "https://2130706433:{port}/",
    ],
)
def test_private_network_is_refused_without_a_connection(receiver: WebhookDouble, url: str) -> None:
    outcome = send(receiver, url=url.format(port=receiver.port), allow_private=False)
    assert isinstance(outcome, Refused)
    assert "not on the public internet" in outcome.reason
    assert receiver.peers == set()


def test_checked_address_is_the_one_connected_to_while_tls_asks_for_the_name(
    monkeypatch: pytest.MonkeyPatch, certificates: Certificates
) -> None:
    import scheduler.channels.http as http

    asked: list[str] = []

    def resolved(host: str, port: int) -> str:
        asked.append(host)
        return "127.0.0.1"

    monkeypatch.setattr(http, "resolve_public", resolved)
    with WebhookDouble(certificate=certificates.other_host) as receiver:
        url = f"https://elsewhere.example:{receiver.port}/hook"
        outcome = send(
            receiver, url=url, allow_private=False, ca_file=certificates.other_authority, secret=""
        )
    assert (outcome, asked) == (Delivered("HTTP 204"), ["elsewhere.example"])
    assert receiver.requests[0].header("Host") == f"elsewhere.example:{receiver.port}"


def test_certificate_nobody_vouches_for_is_refused_and_tells_why(certificates: Certificates) -> None:
    with WebhookDouble(certificate=certificates.server) as receiver:
        outcome = send(receiver)
    assert isinstance(outcome, Refused)
    assert "certificate" in outcome.reason
    assert receiver.requests == []


def test_certificate_that_has_expired_is_waited_for_to_be_renewed(certificates: Certificates) -> None:
    with WebhookDouble(certificate=certificates.expired) as receiver:
        outcome = send(receiver, ca_file=certificates.expired_authority)
    assert isinstance(outcome, Deferred)
    assert "expired" in outcome.reason
    assert "renewed there" in outcome.reason
    assert receiver.requests == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"url": "ftp://example.org/"}, "url"),
        ({"url": "https:///path"}, "url"),
        ({"url": "https://example.org:99999/"}, "url"),
        ({"url": "https://[::1/"}, "url"),
        ({"url": "example.org"}, "url"),
        ({"url": "http://example.org/", "allow_private": False}, "allow_private"),
        ({"secret": "not base64!"}, "secret"),
        ({"headers": {"Webhook-Id": "x"}}, "Webhook-Id"),
        ({"headers": {"X-Office": "a\r\nb: c"}}, "X-Office"),
    ],
)
def test_settings_that_cannot_be_used_are_told_by_name(
    receiver: WebhookDouble, changes: dict[str, Any], named: str
) -> None:
    with pytest.raises(ConfigurationError, match=named):
        channel_for(receiver, **changes)


def test_secrets_stay_out_of_settings_text_reasons_and_logs(
    receiver: WebhookDouble, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url = receiver.url + "/hook/tôken-in-path?key=hidden"
    for fault in (Answer(500), Answer(404, "no"), CLOSE_UNSEEN, Fault(how=How.HALF, answer=Answer(500, "x"))):
        receiver.fail(fault)
        reason = repr(send(receiver, url=url, headers={"Authorization": "Bearer hidden"}))
        assert "hidden" not in reason
        assert "ken-in-path" not in reason
    settings = WebhookSettings(url=url, secret="whsec_hidden", headers={"Authorization": "hidden"})
    assert "hidden" not in repr(settings)
    assert "hidden" not in caplog.text


def test_body_is_one_json_object_whatever_the_data_hold(receiver: WebhookDouble) -> None:
    send(receiver, a_call(data={"at": NOW, "list": ["hội", 1]}))
    assert json.loads(receiver.requests[0].body)["data"]["at"] == str(NOW)
