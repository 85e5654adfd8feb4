import logging
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from doubles.http_double import ACCEPT_THEN_CLOSE, CLOSE_UNSEEN, HTML_ERROR, Answer, Fault, How
from doubles.messages import NOW, a_message
from doubles.token_stores import MemoryTokenStore
from doubles.zalo_oa import Group, Template, User, ZaloOaDouble

from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Surroundings, TokenPair
from scheduler.channels.zalo_answers import OA_ANSWERS, ZBS_ANSWERS
from scheduler.channels.zalo_oa import Quota, ZaloOaChannel, ZaloOaSettings
from scheduler.errors import ConfigurationError

LAN = "2468458835296197922"
PHONE = "84987654321"
DATA = {"event": "Họp giao ban", "when_text": "08:00 24/11/2026", "location": None}
FILLED = {"name": "Nguyễn Thị Lan", "event": "Họp giao ban", "time": "08:00 24/11/2026", "place": "-"}


@pytest.fixture
def zalo() -> Iterator[ZaloOaDouble]:
    with ZaloOaDouble(clock=NOW.timestamp) as double:
        double.users[LAN] = User(last_interaction=NOW.timestamp() - 3600)
        double.groups["f414c8f76fa586fbdfb4"] = Group()
        double.templates["t-1"] = Template({"name": 60, "event": 60, "time": 60, "place": 60})
        yield double


def channel_for(
    zalo: ZaloOaDouble, last: Mapping[str, datetime] | None = None, access: str = "at-1", **changes: Any
) -> ZaloOaChannel:
    pair = TokenPair(access, "rt-1", NOW, NOW + timedelta(hours=25), _origin("rt-1"))
    given: dict[str, Any] = {
        "app_id": zalo.app_id,
        "app_secret": zalo.secret,
        "refresh_token": "rt-1",
        "template_id": "t-1",
        "base_url": zalo.url,
        "oauth_url": zalo.url,
        "business_url": zalo.url,
        "timeout": 10.0,
    }
    surroundings = Surroundings(tokens=MemoryTokenStore(pair), last_interaction=(last or {}).get)
    return ZaloOaChannel(ZaloOaSettings(**given | changes), surroundings)


def _origin(token: str) -> str:
    from hashlib import sha256

    return sha256(token.encode()).hexdigest()[:16]


def to(user: str = LAN, phone: str | None = None, **changes: Any) -> Message:
    return a_message(ChannelKind.ZALO_OA, user, phone=phone, **{"data": DATA} | changes)


def send(zalo: ZaloOaDouble, message: Message | None = None, **changes: Any) -> Outcome:
    channel = channel_for(zalo, **changes)
    try:
        return channel.send(message or to(), now=NOW)
    finally:
        channel.close()


def posts(zalo: ZaloOaDouble) -> list[str]:
    """Where messages were sent to; that a template was looked at before is told apart."""
    return [request.path for request in zalo.requests if request.method == "POST"]


# ----------------------------------------------------------------------------------------------------------------------
# The ways to a person


def test_text_goes_to_who_wrote_lately(zalo: ZaloOaDouble) -> None:
    outcome = send(zalo)
    assert zalo.texts(LAN) == [to().text]
    assert outcome == Delivered(zalo.sent[0].message_id)
    (request,) = zalo.requests
    assert request.path == "/v3.0/oa/message/cs"
    assert request.json() == {"recipient": {"user_id": LAN}, "message": {"text": to().text}}
    assert request.header("access_token") == "at-1"
    assert zalo.violations == []


def test_group_gets_the_text_without_mentions(zalo: ZaloOaDouble) -> None:
    outcome = send(zalo, to("group:f414c8f76fa586fbdfb4", text="Họp [@f414c8f76fa586fbdfb4] gấp"))
    assert isinstance(outcome, Delivered)
    assert zalo.texts("f414c8f76fa586fbdfb4") == ["Họp [ @f414c8f76fa586fbdfb4] gấp"]
    assert zalo.requests[0].json()["recipient"] == {"group_id": "f414c8f76fa586fbdfb4"}


def test_long_text_comes_in_parts(zalo: ZaloOaDouble) -> None:
    assert isinstance(send(zalo, to(text="Họp giao ban. " * 300)), Delivered)
    assert [text[:5] for text in zalo.texts(LAN)] == ["(1/3)", "(2/3)", "(3/3)"]


@pytest.mark.parametrize("days", [None, 8], ids=["never wrote", "wrote eight days ago"])
def test_who_has_not_written_lately_gets_the_template(zalo: ZaloOaDouble, days: int | None) -> None:
    zalo.users[LAN].last_interaction = None if days is None else NOW.timestamp() - days * 86400
    assert isinstance(send(zalo), Delivered)
    assert [(one.way, one.to, one.content) for one in zalo.sent] == [("template", LAN, FILLED)]
    assert posts(zalo) == ["/v3.0/oa/message/cs", "/v3.0/oa/message/template"]


@pytest.mark.parametrize(
    ("ago", "first"),
    [
        pytest.param(timedelta(days=6, hours=23), "/v3.0/oa/message/cs", id="within 7 days"),
        pytest.param(
            timedelta(days=7, hours=1), "/v3.0/oa/message/template", id="longer ago: not even tried"
        ),
    ],
)
def test_what_is_known_of_the_last_interaction_is_looked_at_first(
    zalo: ZaloOaDouble, ago: timedelta, first: str
) -> None:
    assert isinstance(send(zalo, last={LAN: NOW - ago}), Delivered)
    assert posts(zalo)[0] == first


def test_template_that_may_go_by_phone_only_goes_by_phone(zalo: ZaloOaDouble) -> None:
    zalo.users[LAN].last_interaction = None
    zalo.templates["t-1"].by_user_id = False
    outcome = send(zalo, to(phone="0987 654 321"))
    assert [(one.way, one.to, one.content) for one in zalo.sent] == [("phone", PHONE, FILLED)]
    assert outcome == Delivered(zalo.sent[0].message_id)
    assert zalo.tracked == {"r-0123456789abcdef": 1}


def test_phone_alone_gets_the_template(zalo: ZaloOaDouble) -> None:
    assert isinstance(send(zalo, to("", phone=PHONE)), Delivered)
    assert posts(zalo) == ["/message/template"]


def test_without_a_template_nothing_can_be_sent(zalo: ZaloOaDouble) -> None:
    zalo.users[LAN].last_interaction = None
    outcome = send(zalo, template_id="")
    assert isinstance(outcome, Refused)
    assert not outcome.recipient_gone
    assert "template_id" in outcome.reason


def test_parameters_of_the_template_are_those_of_the_settings(zalo: ZaloOaDouble) -> None:
    zalo.templates["t-1"] = Template({"customer": 60, "what": 90})
    send(zalo, to("", phone=PHONE), template_parameters={"customer": "name", "what": "subject"})
    assert zalo.sent[0].content == {"customer": "Nguyễn Thị Lan", "what": to().subject}


def test_message_about_no_single_event_is_called_by_its_subject_in_the_template(zalo: ZaloOaDouble) -> None:
    zalo.templates["t-1"] = Template({"event": 200, "time": 90})
    digest = replace(to("", phone=PHONE), subject="Lịch tuần 47", data={"when_text": "16/11 – 22/11"})
    send(zalo, digest, template_parameters={"event": "event", "time": "when_text"})
    assert zalo.sent[0].content == {"event": "Lịch tuần 47", "time": "16/11 – 22/11"}


class TestWhatATemplateTakes:
    """Zalo refuses the whole message for one value that is too long (-1121) or one that it does not know (-112)."""

    TITLE = (
        "Hội nghị sơ kết công tác Hội và phong trào phụ nữ sáu tháng đầu năm và nhiệm vụ trọng tâm cuối năm"
    )

    def test_has_long_values_cut_at_a_word(self, zalo: ZaloOaDouble) -> None:
        zalo.templates["t-1"] = Template({"name": 10, "event": 30, "time": 60, "place": 30})
        long_message = to("", phone=PHONE, data=DATA | {"event": self.TITLE})
        assert isinstance(send(zalo, long_message), Delivered)
        assert zalo.sent[0].content == {
            "name": "Nguyễn…",
            "event": "Hội nghị sơ kết công tác Hội…",
            "time": "08:00 24/11/2026",
            "place": "-",
        }

    def test_has_values_measured_in_composed_letters(self, zalo: ZaloOaDouble) -> None:
        zalo.templates["t-1"] = Template({"name": 60, "event": 12, "time": 60, "place": 30})
        decomposed = unicodedata.normalize("NFD", "Họp giao ban")
        assert isinstance(send(zalo, to("", phone=PHONE, data=DATA | {"event": decomposed})), Delivered)
        assert zalo.sent[0].content["event"] == "Họp giao ban"

    def test_leaves_out_what_it_has_no_place_for(self, zalo: ZaloOaDouble) -> None:
        zalo.templates["t-1"] = Template({"name": 60, "event": 60})
        assert isinstance(send(zalo, to("", phone=PHONE)), Delivered)
        assert set(zalo.sent[0].content) == {"name", "event"}

    def test_is_asked_once(self, zalo: ZaloOaDouble) -> None:
        channel = channel_for(zalo)
        for _ in range(3):
            assert isinstance(channel.send(to("", phone=PHONE), now=NOW), Delivered)
        channel.close()
        looks = [request for request in zalo.requests if request.method == "GET"]
        assert [look.query for look in looks] == [{"template_id": "t-1"}]
        assert zalo.violations == []

    @pytest.mark.parametrize(
        "answer",
        [
            pytest.param(HTML_ERROR, id="a page instead of JSON"),
            pytest.param(Fault(Answer(200, {"error": -135, "message": "no permission"})), id="not permitted"),
            pytest.param(Fault(Answer(200, {"error": 0, "data": {"status": "ENABLE"}})), id="no parameters"),
            pytest.param(Fault(Answer(200, {"error": 0, "data": {"listParams": "?"}})), id="no list"),
            pytest.param(Fault(how=How.CLOSE), id="closed without an answer"),
        ],
    )
    def test_is_not_needed_for_sending(self, zalo: ZaloOaDouble, answer: Fault | Answer) -> None:
        zalo.look_script.append(answer if isinstance(answer, Fault) else Fault(answer))
        channel = channel_for(zalo)
        assert isinstance(channel.send(to("", phone=PHONE), now=NOW), Delivered)
        assert isinstance(channel.send(to("", phone=PHONE), now=NOW), Delivered)
        assert len(zalo.requests) == 3, "it is asked for again only after a while"
        channel.send(to("", phone=PHONE), now=NOW + timedelta(minutes=11))
        assert len(zalo.requests) == 5
        channel.close()

    def test_is_asked_under_the_token_and_its_trouble_is_the_messages(self, zalo: ZaloOaDouble) -> None:
        zalo.refresh = "rt-of-somebody-else"
        outcome = send(zalo, to("", phone=PHONE), access="at-dead")
        assert isinstance(outcome, Halted)
        assert posts(zalo) == ["/v4/oa/access_token"]


def test_what_is_no_phone_is_refused(zalo: ZaloOaDouble) -> None:
    outcome = send(zalo, to("", phone="113"))
    assert isinstance(outcome, Refused)
    assert outcome.recipient_gone


def test_proof_is_sent_where_the_settings_say_so(zalo: ZaloOaDouble) -> None:
    zalo.proof_required = True
    assert isinstance(send(zalo), Halted)
    assert isinstance(send(zalo, send_proof=True), Delivered)


# ----------------------------------------------------------------------------------------------------------------------
# The token


@pytest.mark.parametrize("expired", [False, True], ids=["-216", "-220"])
def test_refused_token_is_renewed_and_the_message_sent_once(zalo: ZaloOaDouble, expired: bool) -> None:
    zalo.access = "at-of-today"
    if expired:
        zalo.expired_access.add("at-1")
    assert isinstance(send(zalo), Delivered)
    assert (len(zalo.refreshes), len(zalo.sent)) == (1, 1)


def test_second_refusal_halts(zalo: ZaloOaDouble) -> None:
    refused = Answer(200, {"error": -216, "message": "Access token is invalid"})
    pair = {"access_token": "at-2", "refresh_token": "rt-2"}
    zalo.fail(refused, Answer(200, pair), refused)
    assert isinstance(send(zalo), Halted)
    assert len(zalo.requests) == 3


def test_dead_refresh_token_halts_and_says_who_must_do_what(zalo: ZaloOaDouble) -> None:
    zalo.access, zalo.refresh = "other", "other"
    outcome = send(zalo)
    assert isinstance(outcome, Halted)
    assert "administrator" in outcome.reason


def test_token_service_that_is_away_defers_the_message(zalo: ZaloOaDouble) -> None:
    zalo.access = "other"
    zalo.fail(Fault(), HTML_ERROR, HTML_ERROR)
    assert isinstance(send(zalo), Deferred)


# ----------------------------------------------------------------------------------------------------------------------
# The fault tables (reference on Zalo, 2.8 and 3.4)

WINDOW_CODES = (-213, -230, -232, -305, -311)
TOKEN_CODES = (-216, -220, 216, 401, -401)

OA_BY_CODE: dict[int, type[Outcome]] = {
    **dict.fromkeys((-32, -211, -218, -234), Deferred),
    -200: Uncertain,
    **dict.fromkeys((-100, -201, -210, -214, -217, -227, -233, -244, -248, -249, -403), Refused),
    **dict.fromkeys((-204, -205, -209, -212, -219, -221, -223, -224, -235, -237, -238), Halted),
    **dict.fromkeys((-240, -241, -242, -320, -321), Halted),
}
GONE_OA = {-217, -227, -244}

ZBS_BY_CODE: dict[int, type[Outcome]] = {
    **dict.fromkeys((-100, -133, -144, -147, -1441, -1471, -1472), Deferred),
    **dict.fromkeys((-106, -107, -110, -111, -112, -1121, -1122, -1124, -116, -130, -132, -153), Refused),
    **dict.fromkeys((-113, -1131, -1123, -121, -122, -127, -148, -149, -150), Refused),
    **dict.fromkeys((-108, -114, -118, -119, -139, -140, -141), Refused),
    **dict.fromkeys((-101, -102, -103, -104, -105, -109, -131, -146, -115, -126, -137, -1241), Halted),
    **dict.fromkeys((-125, -117, -120, -135, -1351, -136, -138, -1381, -145), Halted),
}
GONE_ZBS = {-108, -114, -118, -119, -139, -140, -141}


def test_every_code_of_the_tables_is_tried_here() -> None:
    assert set(OA_BY_CODE) | set(WINDOW_CODES) | set(TOKEN_CODES) == set(OA_ANSWERS)
    assert set(ZBS_BY_CODE) | {-124} == set(ZBS_ANSWERS)


def error(code: Any) -> Answer:
    return Answer(200, {"error": code, "message": "as Zalo words it"})


@pytest.mark.parametrize(("code", "expected"), OA_BY_CODE.items())
def test_code_for_a_text_becomes_its_outcome(zalo: ZaloOaDouble, code: int, expected: type[Outcome]) -> None:
    zalo.fail(error(code))
    outcome = send(zalo, to(useful_until=None))
    assert type(outcome) is expected
    assert f"{code}: as Zalo words it" in getattr(outcome, "reason", "")
    assert getattr(outcome, "recipient_gone", False) == (code in GONE_OA)
    assert len(zalo.requests) == 1


@pytest.mark.parametrize("code", WINDOW_CODES)
def test_code_of_a_closed_window_leads_to_the_template(zalo: ZaloOaDouble, code: int) -> None:
    zalo.fail(error(code))
    assert isinstance(send(zalo), Delivered)
    assert [one.way for one in zalo.sent] == ["template"]


@pytest.mark.parametrize("code", TOKEN_CODES)
def test_code_of_a_refused_token_leads_to_a_new_one(zalo: ZaloOaDouble, code: int) -> None:
    zalo.fail(error(code))
    assert isinstance(send(zalo), Delivered)
    assert len(zalo.refreshes) == 1


@pytest.mark.parametrize(("code", "expected"), ZBS_BY_CODE.items())
def test_code_for_a_template_by_phone_becomes_its_outcome(
    zalo: ZaloOaDouble, code: int, expected: type[Outcome]
) -> None:
    zalo.fail(error(str(code)))
    outcome = send(zalo, to("", phone=PHONE, useful_until=None))
    assert type(outcome) is expected
    assert getattr(outcome, "recipient_gone", False) == (code in GONE_ZBS)


def test_refused_token_by_phone_is_renewed_too(zalo: ZaloOaDouble) -> None:
    zalo.access = "other"
    assert isinstance(send(zalo, to("", phone=PHONE)), Delivered)
    assert len(zalo.refreshes) == 1


@pytest.mark.parametrize(
    ("code", "way", "not_before"),
    [
        pytest.param(-32, LAN, datetime(2026, 11, 21, 2, 1, tzinfo=UTC), id="the next minute"),
        pytest.param(-234, LAN, datetime(2026, 11, 21, 23, 5, tzinfo=UTC), id="06:05 of the next morning"),
        pytest.param(-211, LAN, datetime(2026, 11, 21, 17, 5, tzinfo=UTC), id="the next day, Vietnam's"),
        pytest.param(-133, "", datetime(2026, 11, 21, 23, 5, tzinfo=UTC), id="06:05, by phone"),
        pytest.param(-144, "", datetime(2026, 11, 21, 17, 5, tzinfo=UTC), id="the next day, by phone"),
        pytest.param(-1441, "", datetime(2026, 11, 30, 17, 5, tzinfo=UTC), id="the next month, by phone"),
    ],
)
def test_what_is_allowed_later_waits_until_then(
    zalo: ZaloOaDouble, code: int, way: str, not_before: datetime
) -> None:
    zalo.fail(error(code))
    outcome = send(zalo, to(way, phone=PHONE, useful_until=None))
    assert isinstance(outcome, Deferred)
    assert outcome.not_before == not_before


def test_what_is_allowed_only_after_the_meeting_is_left_to_another_channel(zalo: ZaloOaDouble) -> None:
    zalo.fail(error(-211))
    assert isinstance(send(zalo, to(useful_until=NOW + timedelta(hours=3))), Refused)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        pytest.param(error(-99999), Refused, id="a code that no table knows"),
        pytest.param(error("-201"), Refused, id="a code that is text"),
        pytest.param(Answer(200, {"error": 0, "message": "Success"}), Delivered, id="success without data"),
        pytest.param(Answer(200, {"message": "?"}), Uncertain, id="no code at all"),
        pytest.param(HTML_ERROR, Uncertain, id="HTML, 502"),
        pytest.param(Answer(200, "<html></html>"), Uncertain, id="HTML, 200"),
        pytest.param(Answer(200, b""), Uncertain, id="an empty body"),
        pytest.param(Fault(how=How.HALF), Uncertain, id="half a body"),
        pytest.param(Fault(how=How.HANG), Uncertain, id="silence"),
        pytest.param(Fault(how=How.TRICKLE), Uncertain, id="a byte at a time"),
        pytest.param(CLOSE_UNSEEN, Uncertain, id="closed without an answer"),
        pytest.param(ACCEPT_THEN_CLOSE, Uncertain, id="delivered, answer lost"),
    ],
)
def test_answer_becomes_its_outcome(
    zalo: ZaloOaDouble, fault: Fault | Answer, expected: type[Outcome]
) -> None:
    zalo.fail(fault)
    patience = fault.patience if isinstance(fault, Fault) else 10.0
    assert type(send(zalo, timeout=patience)) is expected
    assert len(zalo.sent) <= 1


def test_nobody_listening_is_deferred() -> None:
    with ZaloOaDouble() as zalo:
        pass
    assert type(send(zalo)) is Deferred


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        pytest.param(User(NOW.timestamp(), inactive=True), Refused, id="inactive"),
        pytest.param(User(NOW.timestamp(), restricted=True), Refused, id="restricted"),
        pytest.param(User(NOW.timestamp(), blocked=True), Refused, id="blocked"),
    ],
)
def test_person_who_cannot_be_written_to_is_marked(
    zalo: ZaloOaDouble, user: User, expected: type[Outcome]
) -> None:
    zalo.users[LAN] = user
    outcome = send(zalo)
    assert isinstance(outcome, Refused)
    assert outcome.recipient_gone


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        pytest.param(Group(enabled=False), Halted, id="the group's time is over"),
        pytest.param(Group(member=False), Refused, id="the account is not in the group"),
        pytest.param(None, Refused, id="no such group"),
    ],
)
def test_group_that_cannot_be_written_to(
    zalo: ZaloOaDouble, group: Group | None, expected: type[Outcome]
) -> None:
    if group is not None:
        zalo.groups["g"] = group
    assert type(send(zalo, to("group:g"))) is expected


# ----------------------------------------------------------------------------------------------------------------------


def test_quota_of_templates_is_told(zalo: ZaloOaDouble) -> None:
    zalo.zbs_quota = 499
    channel = channel_for(zalo)
    assert channel.quota(NOW) == Quota(whole=500, remaining=499)
    zalo.fail(error(-138))
    assert channel.quota(NOW) == Refused("Zalo answered -138: as Zalo words it")
    zalo.fail(HTML_ERROR)
    assert isinstance(channel.quota(NOW), Uncertain)
    channel.close()


@pytest.mark.parametrize("key", ["app_id", "app_secret"])
def test_missing_settings_are_told_by_name(zalo: ZaloOaDouble, key: str) -> None:
    with pytest.raises(ConfigurationError, match=key):
        send(zalo, to(), **{key: ""})


def test_without_a_place_for_the_token_there_is_no_channel() -> None:
    with pytest.raises(ConfigurationError, match="token"):
        ZaloOaChannel(ZaloOaSettings(app_id="1", app_secret="2"), Surroundings())


def test_secrets_stay_out_of_settings_text_reasons_and_logs(
    zalo: ZaloOaDouble, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    zalo.fail(Answer(200, {"error": -201, "message": f"at-1 {zalo.secret}"}))
    told = repr(send(zalo)) + caplog.text
    told += repr(ZaloOaSettings(app_secret=zalo.secret, refresh_token="rt-1", oa_secret_key="at-1"))
    assert all(secret not in told for secret in (zalo.secret, "at-1", "rt-1"))
