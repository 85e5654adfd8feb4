"""The doubles keep to their contracts: a double that takes anything would prove nothing."""

import json
import smtplib
import urllib.error
import urllib.request
from typing import Any

import pytest
from doubles.messages import NOW
from doubles.smtp import SmtpDouble
from doubles.webhook import WebhookDouble
from doubles.zalo_bot import ZaloBotDouble
from doubles.zalo_oa import Code, Template, User, ZaloOaDouble

from scheduler.channels.webhook import signature_headers

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
AS_ZALO_WRITES = ("secret_key", "access_token")
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def post(url: str, body: bytes = b"{}", method: str = "POST", **headers: str) -> tuple[int, Any]:
    named = {name if name in AS_ZALO_WRITES else name.replace("_", "-"): headers[name] for name in headers}
    request = urllib.request.Request(url, data=body, headers=named, method=method)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            status, content = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            status, content = error.code, error.read()
    try:
        return status, json.loads(content)
    except ValueError:
        return status, content


def call(url: str, body: Any, **headers: str) -> Any:
    return post(url, json.dumps(body).encode(), Content_Type="application/json", **headers)[1]


# --- the receiver of webhooks ---------------------------------------------------------------------------------------


@pytest.fixture
def signed() -> dict[str, str]:
    return signature_headers(SECRET, "r-1", b'{"a":1}', NOW) | {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("changes", "body", "status"),
    [
        pytest.param({}, b'{"a":1}', 204, id="as agreed"),
        pytest.param({"Content-Type": "text/plain"}, b'{"a":1}', 415, id="another kind of content"),
        pytest.param({"webhook-id": ""}, b'{"a":1}', 401, id="no id"),
        pytest.param({"webhook-timestamp": "1"}, b'{"a":1}', 400, id="an old timestamp"),
        pytest.param({"webhook-signature": "v1,AAAA"}, b'{"a":1}', 401, id="another signature"),
        pytest.param({"webhook-signature": "v2,AAAA"}, b'{"a":1}', 401, id="no v1 signature"),
        pytest.param({}, b'{"a":2}', 401, id="another body"),
    ],
)
def test_receiver_checks_what_it_gets(
    signed: dict[str, str], changes: dict[str, str], body: bytes, status: int
) -> None:
    with WebhookDouble(SECRET, clock=NOW.timestamp) as double:
        assert post(double.url, body, **signed | changes)[0] == status


def test_receiver_takes_posts_alone() -> None:
    with WebhookDouble() as double:
        assert post(double.url, method="PUT", Content_Type="application/json")[0] == 405


def test_receiver_counts_copies_and_notices_another_body_under_the_same_id() -> None:
    with WebhookDouble() as double:
        for body in (b"1", b"1", b"2"):
            post(double.url, body, Content_Type="application/json", webhook_id="r-1")
    assert (double.duplicates, len(double.violations), len(double.accepted)) == (["r-1"], 1, 1)


# --- Zalo's bots ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param({"chat_id": "chat-1"}, 400, id="no text"),
        pytest.param({"chat_id": 5, "text": "x"}, 400, id="an id that is a number"),
        pytest.param({"chat_id": "chat-1", "text": "x" * 2001}, 400, id="too long"),
        pytest.param({"chat_id": "chat-1", "text": "x", "parse_mode": "rtf"}, 400, id="unknown markup"),
        pytest.param({"chat_id": "nobody", "text": "x"}, 404, id="unknown chat"),
        pytest.param({"chat_id": "chat-1", "text": "x"}, 0, id="as agreed"),
    ],
)
def test_bot_checks_what_it_sends(zalo_bot_double: ZaloBotDouble, body: Any, code: int) -> None:
    url = f"{zalo_bot_double.url}/bot{zalo_bot_double.token}/sendMessage"
    assert call(url, body)["error_code"] == code
    assert len(zalo_bot_double.sent) == (code == 0)


def test_bot_tells_what_people_wrote_until_a_webhook_is_set(zalo_bot_double: ZaloBotDouble) -> None:
    base = f"{zalo_bot_double.url}/bot{zalo_bot_double.token}"
    zalo_bot_double.push_text("chat-1", "/link 482913")
    assert call(f"{base}/getUpdates", {})["result"]["message"]["text"] == "/link 482913"
    assert call(f"{base}/getUpdates", {"timeout": 1})["error_code"] == 408
    assert call(f"{base}/getWebhookInfo", {})["error_code"] == 404
    assert (
        call(f"{base}/setWebhook", {"url": "https://lich.example.org/", "secret_token": "short"})["ok"]
        is False
    )
    assert (
        call(f"{base}/setWebhook", {"url": "https://lich.example.org/", "secret_token": "x" * 8})["ok"]
        is True
    )
    assert call(f"{base}/getUpdates", {})["error_code"] == 400
    assert call(f"{base}/deleteWebhook", {})["result"]["url"] == ""
    assert call(f"{base}/getMe", {})["result"]["account_type"] == "BASIC"
    assert call(f"{base}/sendmessage", {})["error_code"] == 404


# --- Zalo's Official Account ----------------------------------------------------------------------------------------


def test_token_endpoint_takes_a_code_once_with_the_verifier_of_its_challenge(
    zalo_oa_double: ZaloOaDouble,
) -> None:
    zalo_oa_double.codes["code-1"] = Code(CHALLENGE)
    zalo_oa_double.codes["code-2"] = Code(CHALLENGE)
    form = f"app_id={zalo_oa_double.app_id}&grant_type=authorization_code"

    def redeem(code: str, verifier: str) -> Any:
        return post(
            f"{zalo_oa_double.url}/v4/oa/access_token",
            f"{form}&code={code}&code_verifier={verifier}".encode(),
            Content_Type="application/x-www-form-urlencoded",
            secret_key=zalo_oa_double.secret,
        )[1]

    assert redeem("code-1", VERIFIER)["access_token"] == "at-2"
    assert redeem("code-1", VERIFIER)["error"] == -14099
    assert redeem("code-2", "another")["error"] == -14099


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        pytest.param({}, None, id="as agreed"),
        pytest.param({"kind": "application/json"}, -14099, id="another kind of content"),
        pytest.param({"secret": "wrong"}, -14099, id="a wrong secret"),
        pytest.param({"more": "&secret_key=app-secret-for-tests"}, -14099, id="the secret in the form"),
        pytest.param({"app_id": "1"}, -14002, id="another app"),
        pytest.param({"grant": "password"}, -14099, id="another grant"),
        pytest.param({"refresh": "rt-0"}, -14014, id="a used refresh token"),
    ],
)
def test_token_endpoint_checks_what_it_gets(
    zalo_oa_double: ZaloOaDouble, changes: dict[str, str], error: int | None
) -> None:
    given = {
        "app_id": zalo_oa_double.app_id,
        "grant": "refresh_token",
        "refresh": "rt-1",
        "more": "",
        "kind": "application/x-www-form-urlencoded",
        "secret": zalo_oa_double.secret,
    } | changes
    form = "app_id={app_id}&grant_type={grant}&refresh_token={refresh}{more}".format(**given)
    _, said = post(
        f"{zalo_oa_double.url}/v4/oa/access_token",
        form.encode(),
        Content_Type=given["kind"],
        secret_key=given["secret"],
    )
    assert said.get("error") == error
    assert ("access_token" in said) == (error is None)


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        pytest.param("/v2.0/oa/message", {"message": {}}, -240, id="the old version"),
        pytest.param("/v3.0/oa/message/promotion", {}, -233, id="a service that has ended"),
        pytest.param("/v3.0/oa/message/cs", [1], -201, id="no object"),
        pytest.param("/v3.0/oa/message/cs", {"recipient": {"user_id": 5}}, -201, id="an id that is a number"),
        pytest.param("/v3.0/oa/message/cs", {"recipient": {"user_id": "u"}}, -201, id="no message"),
        pytest.param(
            "/v3.0/oa/message/cs",
            {"recipient": {"user_id": "u"}, "message": {"text": "x" * 2001}},
            -210,
            id="too long",
        ),
        pytest.param(
            "/v3.0/oa/message/cs",
            {"recipient": {"user_id": "?"}, "message": {"text": "x"}},
            -201,
            id="unknown user",
        ),
        pytest.param(
            "/v3.0/oa/message/cs", {"recipient": {"user_id": "u"}, "message": {"text": "x"}}, 0, id="text"
        ),
        pytest.param("/v3.0/oa/message/template", {"user_id": "u"}, -201, id="a template without data"),
        pytest.param(
            "/v3.0/oa/message/template",
            {"user_id": "u", "template_id": "t", "template_data": {"a": "b"}},
            0,
            id="a template",
        ),
        pytest.param(
            "/v3.0/oa/group/message", {"group_id": "g", "message": {"text": "x"}}, -201, id="no recipient"
        ),
        pytest.param("/message/template", {"phone": "0987654321"}, -108, id="a phone that is not normal"),
        pytest.param(
            "/message/template", {"phone": "84987654321", "template_id": "?"}, -109, id="no template"
        ),
        pytest.param(
            "/message/template",
            {"phone": "84987654321", "template_id": "t", "template_data": {}},
            -1122,
            id="missing",
        ),
        pytest.param(
            "/message/template",
            {"phone": "84987654321", "template_id": "t", "template_data": {"a": "x" * 9}},
            -1121,
            id="a value too long",
        ),
        pytest.param(
            "/message/template",
            {"phone": "84987654321", "template_id": "t", "template_data": {"a": "x", "b": "y"}},
            -112,
            id="a parameter nobody knows",
        ),
        pytest.param(
            "/message/template",
            {"phone": "84987654321", "template_id": "t", "template_data": {"a": "x"}},
            -132,
            id="no tracking id",
        ),
    ],
)
def test_account_checks_what_it_sends(zalo_oa_double: ZaloOaDouble, path: str, body: Any, error: int) -> None:
    zalo_oa_double.users["u"] = User(last_interaction=zalo_oa_double.clock())
    zalo_oa_double.templates["t"] = Template({"a": 8})
    said = call(zalo_oa_double.url + path, body, access_token="at-1")
    assert said["error"] == error
    assert call(zalo_oa_double.url + path, body, access_token="?")["error"] in {-216, -124}


def test_account_counts_calls_and_tells_its_rate(zalo_oa_double: ZaloOaDouble) -> None:
    zalo_oa_double.call_limit = 1
    url = zalo_oa_double.url + "/v3.0/oa/quota/message"
    assert call(url, {"user_id": "u"}, access_token="at-1")["error"] == 0
    assert call(url, {"user_id": "u"}, access_token="at-1")["error"] == -32


# --- the mail server ------------------------------------------------------------------------------------------------


def test_mail_server_keeps_the_order_of_commands_and_notices_what_is_not_clean(
    smtp_double: SmtpDouble,
) -> None:
    smtp_double.size_limit = 1000
    with smtplib.SMTP("127.0.0.1", smtp_double.port, timeout=5) as client:
        assert client.docmd("MAIL", "FROM:<a@example.org>")[0] == 503
        client.ehlo()
        assert client.docmd("RCPT", "TO:<b@example.org>")[0] == 503
        assert client.docmd("MAIL", "FROM:<a@example.org> SIZE=2000")[0] == 552
        assert client.docmd("MAIL", "FROM:<a@example.org>")[0] == 250
        assert client.docmd("DATA")[0] == 503
        assert client.docmd("RCPT", "TO:<b@example.org>")[0] == 250
        assert client.docmd("DATA")[0] == 354
        client.send("Message-ID: <1@x>\r\n\r\nhọp\r\nbare\nend\r\n".encode() + b"x" * 1000 + b"\r\n.\r\n")
        assert client.getreply()[0] == 250
        assert client.docmd("VRFY", "b")[0] == 500
    assert [violation.partition(":")[0] for violation in smtp_double.violations] == [
        "8-bit without BODY=8BITMIME",
        "a bare line end",
        "a line of 1002 octets",
    ]


def test_mail_server_delivers_a_copy_once(smtp_double: SmtpDouble) -> None:
    with smtplib.SMTP("127.0.0.1", smtp_double.port, timeout=5) as client:
        for _ in range(2):
            client.sendmail("a@example.org", "b@example.org", b"Message-ID: <1@x>\r\n\r\nhop\r\n")
    assert (len(smtp_double.received), len(smtp_double.duplicates)) == (1, 1)
