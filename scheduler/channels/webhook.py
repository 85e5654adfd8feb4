"""Messages as signed webhooks: a CloudEvents body under a Standard Webhooks signature.

The bytes that are signed are the bytes that are sent. `webhook-id` is the message's id on every attempt, so that the
receiver can drop a copy; timestamp and signature are of the attempt (reference on webhooks, A1 to A4). Addresses
outside the public internet are refused unless the webhook's settings allow them.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from urllib.parse import urlsplit

from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused, Uncertain
from scheduler.channels.channel import Message, Surroundings
from scheduler.errors import ConfigurationError

RESERVED = {"host", "content-type", "content-length", "webhook-id", "webhook-timestamp", "webhook-signature"}
_SECRET = re.compile(r"(whsec_)?[A-Za-z0-9+/]{16,}={0,2}")
CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSettings:
    """A table [webhooks.NAME].

    secret: "whsec_..." (Standard Webhooks), unsigned without one; headers: sent along, as `Authorization`;
    allow_private: loopback and private addresses and plain http; ca_file: authorities to trust instead of the usual
    ones; timeout in seconds for the whole request.
    """

    url: str = field(repr=False)
    secret: str = field(default="", repr=False)
    allow_private: bool = False
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    ca_file: str = ""
    timeout: float = 30.0


class Meaning(Enum):
    """What an HTTP status means for the message."""

    AGAIN = "again"
    NEVER = "never"
    GONE = "gone"


ANSWERS: Mapping[int, Meaning] = {
    408: Meaning.AGAIN,
    410: Meaning.GONE,
    425: Meaning.AGAIN,
    429: Meaning.AGAIN,
}
"""Statuses that differ from their class; 2xx is accepted, 3xx and 4xx never will be, 5xx may be later (A4)."""


class WebhookChannel:
    """Sends to the webhooks of the configuration; a message's address is a webhook's name."""

    def __init__(self, settings: Mapping[str, WebhookSettings], surroundings: Surroundings) -> None:
        """Raises ConfigurationError when a webhook's settings cannot be used."""
        self._endpoints = {name: _Endpoint(name, one) for name, one in settings.items()}
        self._source = surroundings.source

    def send(self, message: Message, *, now: datetime) -> Outcome:
        endpoint = self._endpoints.get(message.to.value)
        if endpoint is None:
            return Refused(f"config.toml has no [webhooks.{message.to.value}]")
        return endpoint.post(message.id, cloud_event(message, self._source), now)

    def close(self) -> None:
        for endpoint in self._endpoints.values():
            endpoint.close()


class _Endpoint:
    def __init__(self, name: str, settings: WebhookSettings) -> None:
        # Settings are read by commands that send nothing and must not pay for requests.
        from scheduler.channels.http import HttpClient, Limits, retry_after  # noqa: PLC0415

        self._name = name
        self._settings = settings
        self._check()
        self._client = HttpClient(
            limits=Limits(connect=min(10.0, settings.timeout), wait=settings.timeout, whole=settings.timeout),
            trust=settings.ca_file or True,
        )
        self._retry_after = retry_after

    def _check(self) -> None:
        where = f"[webhooks.{self._name}]"
        try:
            parts = urlsplit(self._settings.url)
            scheme, usable = parts.scheme, bool(parts.hostname) and parts.port != 0
        except ValueError:
            scheme, usable = "", False
        if scheme not in {"https", "http"} or not usable:
            raise ConfigurationError(f"{where} url is not of the form https://example.org/path")
        if scheme == "http" and not self._settings.allow_private:
            raise ConfigurationError(f"{where} url is plain http, which only allow_private = true permits")
        if self._settings.secret and not _SECRET.fullmatch(self._settings.secret):
            raise ConfigurationError(f"{where} secret is no Standard Webhooks secret (whsec_ and base64)")
        for header, value in self._settings.headers.items():
            if header.lower() in RESERVED:
                raise ConfigurationError(f"{where} headers: {header} is set by the program")
            if not re.fullmatch(r"[A-Za-z0-9-]+", header) or not re.fullmatch(r"[\x20-\x7e]*", value):
                raise ConfigurationError(
                    f"{where} headers: {header} has characters that a header cannot have"
                )

    def post(self, message_id: str, body: bytes, now: datetime) -> Outcome:
        signed = signature_headers(self._settings.secret, message_id, body, now)
        headers = {"Content-Type": CONTENT_TYPE, **self._settings.headers, **signed}
        answer = self._client.request(
            "POST",
            self._settings.url,
            body=body,
            headers=headers,
            public_only=not self._settings.allow_private,
        )
        match answer:
            case Halted(reason):
                # One receiver's certificate must not stop the others.
                return Refused(f"webhook {self._name}: {reason}")
            case Deferred() | Uncertain() | Refused():
                return answer
        reason = f"webhook {self._name} answered HTTP {answer.status}"
        match meaning_of(answer.status):
            case None:
                return Delivered(f"HTTP {answer.status}")
            case Meaning.AGAIN:
                return Deferred(reason, self._retry_after(answer.headers, now))
            case Meaning.GONE:
                return Refused(f"{reason}: it has been given up", recipient_gone=True)
            case Meaning.NEVER if 300 <= answer.status <= 399:
                return Refused(f"{reason}: it has moved; correct its url in config.toml")
            case Meaning.NEVER:
                return Refused(f"{reason}: {answer.excerpt()}".removesuffix(": "))

    def close(self) -> None:
        self._client.close()


def meaning_of(status: int) -> Meaning | None:
    """What a status means for the message, None for accepted."""
    if 200 <= status <= 299:
        return None
    return ANSWERS.get(status, Meaning.NEVER if 300 <= status <= 499 else Meaning.AGAIN)


def cloud_event(message: Message, source: str) -> bytes:
    """The body: a CloudEvents 1.0 object in structured mode that is also a Standard Webhooks payload.

    The same bytes on every attempt. `data` has the message's facts and its words.
    """
    event = {
        "specversion": "1.0",
        "id": message.id,
        "source": source,
        "type": f"sched.{message.purpose.value}",
        "datacontenttype": "application/json",
        "data": {**message.data, "recipient": message.name, "title": message.subject, "text": message.text},
    }
    if message.thread is not None:
        event["subject"] = message.thread
    if message.created is not None:
        made = message.created.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        event |= {"time": made, "timestamp": made}
    return json.dumps(event, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def signature_headers(secret: str, message_id: str, body: bytes, now: datetime) -> dict[str, str]:
    """The three headers of Standard Webhooks for one attempt at `now`; without a secret the signature is left out."""
    headers = {"webhook-id": message_id, "webhook-timestamp": str(int(now.timestamp()))}
    if secret:
        from standardwebhooks import Webhook  # noqa: PLC0415 -- as above

        signature = Webhook(secret).sign(message_id, now.astimezone(UTC), body.decode())
        headers["webhook-signature"] = signature
    return headers
