"""A receiver of webhooks that checks Standard Webhooks signatures and drops copies."""

import base64
import hashlib
import hmac
import time
from collections.abc import Callable
from ssl import SSLContext

from doubles.http_double import Answer, HttpDouble, Recorded

TOLERANCE = 300
KINDS = ("application/json", "application/cloudevents+json")


class WebhookDouble(HttpDouble):
    """secret: "whsec_...", "" to take unsigned requests; clock: the receiver's, in Unix seconds."""

    def __init__(
        self, secret: str = "", clock: Callable[[], float] = time.time, certificate: SSLContext | None = None
    ) -> None:
        super().__init__(certificate)
        self.secret = secret
        self.clock = clock
        self.bodies: dict[str, bytes] = {}
        self.duplicates: list[str] = []
        self.violations: list[str] = []

    @property
    def accepted(self) -> list[Recorded]:
        """The first request of each id, in order."""
        first: dict[str, Recorded] = {}
        for request in self.requests:
            id_ = request.header("webhook-id") or ""
            if id_ in self.bodies:
                first.setdefault(id_, request)
        return list(first.values())

    def respond(self, request: Recorded) -> Answer:
        if request.method != "POST":
            return Answer(405)
        if (request.header("Content-Type") or "").partition(";")[0] not in KINDS:
            return Answer(415)
        if self.secret and (refusal := self._unsigned(request)):
            return refusal
        id_ = request.header("webhook-id")
        if id_ is None:
            return Answer(204)
        if id_ not in self.bodies:
            self.bodies[id_] = request.body
            return Answer(204)
        if self.bodies[id_] != request.body:
            self.violations.append(f"{id_} came again with another body")
            return Answer(409)
        self.duplicates.append(id_)
        return Answer(200)

    def _unsigned(self, request: Recorded) -> Answer | None:
        id_, stamp, signatures = (
            request.header(f"webhook-{name}") for name in ("id", "timestamp", "signature")
        )
        if id_ is None or stamp is None or signatures is None:
            return Answer(400, "a header is missing")
        if not stamp.isdigit() or abs(int(stamp) - self.clock()) > TOLERANCE:
            return Answer(400, "the timestamp is too far away")
        key = base64.b64decode(self.secret.removeprefix("whsec_"))
        signed = f"{id_}.{stamp}.".encode() + request.body
        expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        if not any(hmac.compare_digest(expected, one) for one in signatures.split()):
            return Answer(401, "no signature matches")
        return None
