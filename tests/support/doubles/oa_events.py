"""Zalo as it delivers events of an Official Account: signed, repeated when not answered in time, given up at last."""

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

DELAYS = (30, 300, 900, 1800, 3600)


@dataclass
class OaEventSender:
    """url: where events go; scale: what its delays are multiplied by; answer_limit: seconds given for an answer.

    attempts has (status or None, num_retry or None) of each try.
    """

    url: str
    app_id: str = "1234567890123456789"
    secret: str = "oa-secret-for-tests"
    scale: float = 0.001
    answer_limit: float = 2.0
    disabled: bool = False
    attempts: list[tuple[int | None, str | None]] = field(default_factory=list)

    def sign(self, body: bytes, timestamp: str) -> str:
        """The value of X-ZEvent-Signature."""
        content = self.app_id.encode() + body + timestamp.encode() + self.secret.encode()
        return "mac=" + hashlib.sha256(content).hexdigest()

    def emit(self, event: Mapping[str, Any], **headers: str | None) -> bool:
        """Deliver an event as Zalo does; False when it was given up. headers: instead of the usual ones."""
        body = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
        return self.emit_bytes(body, self.sign(body, str(event.get("timestamp", ""))), **headers)

    def emit_bytes(self, body: bytes, signature: str | None, **headers: str | None) -> bool:
        """Deliver these bytes, whether or not the signature is right."""
        given = {"Content-Type": "application/json", "X-ZEvent-Signature": signature, **headers}
        for number, delay in enumerate((*DELAYS, None)):
            retry = {"num_retry": str(number)} if number else {}
            if self._post(body, {**given, **retry}) == 200:
                return True
            if delay is not None:
                time.sleep(delay * self.scale)
        self.disabled = True
        return False

    def probe(self) -> bool:
        """The empty POST that the console sends when the address is saved."""
        return self._post(b"", {}) == 200

    def _post(self, body: bytes, headers: Mapping[str, str | None]) -> int | None:
        sent = {name: value for name, value in headers.items() if value is not None}
        request = Request(self.url, data=body, headers=sent, method="POST")
        status: int | None = None
        try:
            with urlopen(request, timeout=self.answer_limit) as answer:
                status = answer.status
        except HTTPError as error:
            with error:
                status = error.code
        except (URLError, TimeoutError, ConnectionError):
            status = None
        self.attempts.append((status, sent.get("num_retry")))
        return status


def wrote(
    user: str, text: str, *, timestamp: str = "1760000000000", msg_id: str = "96d3cdf3af150460909"
) -> dict[str, Any]:
    """A person's message, as the account receives it."""
    return {
        "app_id": "1234567890123456789",
        "sender": {"id": user},
        "recipient": {"id": "388613280878808645"},
        "event_name": "user_send_text",
        "message": {"text": text, "msg_id": msg_id},
        "timestamp": timestamp,
    }


def followed(user: str, *, timestamp: str = "1760000000000", event: str = "follow") -> dict[str, Any]:
    """A person who follows, or with event="unfollow" no longer does; without sender and recipient."""
    return {
        "oa_id": "388613280878808645",
        "follower": {"id": user},
        "event_name": event,
        "source": "zalo",
        "app_id": "1234567890123456789",
        "timestamp": timestamp,
    }
