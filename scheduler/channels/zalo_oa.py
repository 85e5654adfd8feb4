"""Messages by a Zalo Official Account: text to those who wrote within 7 days, an approved template to others, groups.

A free-form text cannot reach a person who has not written lately: then the template of the settings is sent, by user id
and where that is not allowed by phone (reference on Zalo, sections 2 and 3). Calls are made by `zalo_api`; which answer
means what is in `zalo_answers`, what a template takes in `zalo_template`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused
from scheduler.channels.channel import Message, Surroundings
from scheduler.channels.splitting import send_in_parts, split_text, without_mentions
from scheduler.channels.zalo_answers import OA_ANSWERS, ZBS_ANSWERS, Meaning, number, outcome_of
from scheduler.channels.zalo_api import OaApi, Reply
from scheduler.channels.zalo_template import TemplateShapes
from scheduler.channels.zalo_token import AccessTokens
from scheduler.errors import ConfigurationError
from scheduler.people import Address, normal_phone

LONGEST_TEXT = 2000
WINDOW = timedelta(days=7)
GROUP = "group:"
"""An address "group:<id>" is a group that the Official Account has made."""

_UNKNOWN_VALUE = "-"


def _default_parameters() -> dict[str, str]:
    return {"name": "name", "event": "event", "time": "when_text", "place": "location"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloOaSettings:
    """The table [zalo_oa].

    refresh_token: the first one, which an administrator's authorisation gave; template_id: of the ZBS template, and
    template_parameters: for each of its parameters the fact that fills it (a key of `Message.data`, or name, subject,
    text); send_proof: whether calls carry `appsecret_proof`; oa_secret_key: signs inbound events; timeout in seconds.
    """

    app_id: str = ""
    app_secret: str = field(default="", repr=False)
    oa_secret_key: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    template_id: str = ""
    template_parameters: Mapping[str, str] = field(default_factory=_default_parameters)
    send_proof: bool = False
    base_url: str = "https://openapi.zalo.me"
    oauth_url: str = "https://oauth.zaloapp.com"
    business_url: str = "https://business.openapi.zalo.me"
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class Quota:
    """So many messages may be sent in a day (a bot's: in a month), so many of them are left."""

    whole: int
    remaining: int


class ZaloOaChannel:
    """Sends to user ids and groups; a phone beside a user id serves the template alone."""

    def __init__(self, settings: ZaloOaSettings, surroundings: Surroundings) -> None:
        """Raises ConfigurationError when something is missing that every call needs."""
        # Settings are read by commands that send nothing and must not pay for requests.
        from scheduler.channels.http import HttpClient, Limits  # noqa: PLC0415

        for key in ("app_id", "app_secret"):
            if not getattr(settings, key):
                raise ConfigurationError(f"[zalo_oa] {key} is missing")
        if surroundings.tokens is None:
            raise ConfigurationError("[zalo_oa] needs the database to keep its token in")
        self._settings = settings
        self._surroundings = surroundings
        self._client = HttpClient(
            limits=Limits(connect=min(10.0, settings.timeout), wait=settings.timeout, whole=settings.timeout)
        )
        self._tokens = AccessTokens(
            app_id=settings.app_id,
            app_secret=settings.app_secret,
            first_refresh_token=settings.refresh_token,
            oauth_url=settings.oauth_url,
            store=surroundings.tokens,
            surroundings=surroundings,
            client=self._client,
        )
        self._api = OaApi(
            self._client, self._tokens, app_secret=settings.app_secret, send_proof=settings.send_proof
        )
        self._shapes = TemplateShapes(self._api, settings.business_url)

    def send(self, message: Message, *, now: datetime) -> Outcome:
        user = _user_of(message.to)
        if user.startswith(GROUP):
            return self._send_text(message, "group/message", {"group_id": user.removeprefix(GROUP)}, now)[1]
        if user and not self._is_out_of_window(user, now):
            meaning, outcome = self._send_text(message, "message/cs", {"user_id": user}, now)
            if meaning is not Meaning.WINDOW:
                return outcome
        return self._send_template(message, now)

    def authorise(self, code: str, verifier: str, now: datetime) -> Outcome | None:
        """Take the code of an administrator's consent (`AccessTokens.redeem`); None when the account may be used."""
        return self._tokens.redeem(code, verifier, now)

    def quota(self, now: datetime) -> Quota | Outcome:
        """How many templates by phone may still be sent today, or why Zalo does not say."""
        url = f"{self._settings.business_url.rstrip('/')}/message/quota"
        reply = self._api.call("GET", url, None, ZBS_ANSWERS, now)
        if not isinstance(reply, Reply):
            return reply
        daily, remaining = (number(reply.data.get(key)) for key in ("dailyQuota", "remainingQuota"))
        if daily is None or remaining is None:
            return Refused(reply.reason or "Zalo told no quota")
        return Quota(daily, remaining)

    def close(self) -> None:
        self._client.close()

    def _is_out_of_window(self, user: str, now: datetime) -> bool:
        last = self._surroundings.last_interaction(user)
        return last is not None and now - last > WINDOW

    def _send_text(
        self, message: Message, path: str, recipient: Mapping[str, str], now: datetime
    ) -> tuple[Meaning | None, Outcome]:
        url = f"{self._settings.base_url.rstrip('/')}/v3.0/oa/{path}"
        meanings: list[Meaning | None] = [None]

        def send_part(part: str) -> Outcome:
            body = {"recipient": recipient, "message": {"text": part}}
            meaning, outcome = self._call(url, body, OA_ANSWERS, message, now)
            meanings.append(meaning)
            return outcome

        parts = split_text(without_mentions(message.text), LONGEST_TEXT)
        outcome = send_in_parts(message.id, parts, self._surroundings.parts, send_part)
        return meanings[-1], outcome

    def _send_template(self, message: Message, now: datetime) -> Outcome:
        settings, phone = self._settings, message.to.phone
        if not settings.template_id:
            return Refused(
                "has not written to the Official Account for 7 days, and [zalo_oa] has no template_id"
            )
        shape = self._shapes.of(settings.template_id, now)
        if isinstance(shape, Deferred | Halted):
            return shape
        values = self._template_data(message)
        template = {
            "template_id": settings.template_id,
            "template_data": values if shape is None else shape.fitted(values),
        }
        if user := _user_of(message.to):
            url = f"{settings.base_url.rstrip('/')}/v3.0/oa/message/template"
            body = {"user_id": user, **template}
            meaning, outcome = self._call(url, body, OA_ANSWERS, message, now)
            if meaning is not Meaning.NOT_BY_USER_ID or not phone:
                return outcome
        normal = normal_phone(phone or "")
        if normal is None:
            return Refused(f"{phone!r} is no phone number; correct the person's address", recipient_gone=True)
        url = f"{settings.business_url.rstrip('/')}/message/template"
        body = {"phone": normal, **template, "tracking_id": message.id[:48]}
        return self._call(url, body, ZBS_ANSWERS, message, now)[1]

    def _template_data(self, message: Message) -> dict[str, str]:
        # What is about no single event, such as a digest, is called by its subject.
        own = {"name": message.name, "subject": message.subject, "text": message.text}
        facts = {"event": message.subject, **own, **message.data}
        chosen = self._settings.template_parameters
        return {parameter: str(facts.get(fact) or _UNKNOWN_VALUE) for parameter, fact in chosen.items()}

    def _call(
        self,
        url: str,
        body: Mapping[str, Any],
        answers: Mapping[int, Meaning],
        message: Message,
        now: datetime,
    ) -> tuple[Meaning | None, Outcome]:
        """What Zalo's answer meant, and what came of the message."""
        reply = self._api.call("POST", url, body, answers, now)
        if not isinstance(reply, Reply):
            return None, reply
        if reply.meaning is None:
            return None, Delivered(str(reply.data.get("message_id") or reply.data.get("msg_id") or ""))
        return reply.meaning, outcome_of(reply.meaning, reply.reason, message, now)


def _user_of(address: Address) -> str:
    """The user id or group; "" for somebody known by a phone alone, whose phone then stands in its place."""
    return "" if address.is_phone_alone else address.value
