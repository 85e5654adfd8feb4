"""Zalo's services for an Official Account on one port: the token endpoint, the OpenAPI, and templates by phone (ZBS).

Rules stand in the order of the contracts, the first that matches wins. What a test may turn is an attribute.
"""

import base64
import hashlib
import hmac
import json
import re
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qsl

from doubles.http_double import Answer, Fault, HttpDouble, Recorded

WINDOW = 7 * 24 * 3600
CODE_LIFETIME = 600
VIETNAM = timezone(timedelta(hours=7))


@dataclass
class User:
    """A person as the Official Account knows them. last_interaction: Unix seconds, None for never."""

    last_interaction: float | None = None
    follower: bool = True
    blocked: bool = False
    restricted: bool = False
    inactive: bool = False


@dataclass
class Group:
    """A group chat that the account may be in."""

    enabled: bool = True
    member: bool = True


@dataclass
class Template:
    """An approved template: each parameter with the length its value may have."""

    parameters: dict[str, int]
    by_user_id: bool = True
    status: str = "ENABLE"


@dataclass(frozen=True)
class Sent:
    """A message that was stored: by which way, for whom, and its content."""

    way: str
    to: str
    content: Any
    message_id: str


@dataclass
class Code:
    """An authorization code with its PKCE challenge, and when it was given."""

    challenge: str
    given: float = field(default_factory=time.time)


class ZaloOaDouble(HttpDouble):
    """app_id, secret: of the app; refresh, access: the pair that works now; clock: in Unix seconds."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self.clock = clock
        self.app_id = "1234567890123456789"
        self.secret = "app-secret-for-tests"
        self.refresh = "rt-1"
        self.access = "at-1"
        self.expired_access: set[str] = set()
        self.issued = 0
        self.codes: dict[str, Code] = {}
        self.expires_in: Any = "90000"
        self.proof_required = False
        self.call_limit: int | None = None
        self.calls = 0
        self.users: dict[str, User] = {}
        self.groups: dict[str, Group] = {}
        self.templates: dict[str, Template] = {}
        self.shows_templates = True
        self.look_script: deque[Fault] = deque()
        self.administrators: set[str] = set()
        self.phones: dict[str, int] = {}
        self.night = False
        self.zbs_quota = 500
        self.quota_in_answers = True
        self.tracked: dict[str, int] = {}
        self.sent: list[Sent] = []
        self.refreshes: list[Recorded] = []
        self.violations: list[str] = []

    def texts(self, to: str) -> list[str]:
        """The texts stored for a user or group, in order."""
        return [one.content["text"] for one in self.sent if one.to == to and "text" in one.content]

    def script_for(self, request: Recorded) -> deque[Fault]:
        """A template is looked at before it is sent: what goes wrong there is scripted apart."""
        return self.look_script if request.path == "/template/info/v2" else self.script

    def respond(self, request: Recorded) -> Answer:
        if request.path == "/v4/oa/access_token":
            return self._token(request)
        if request.path == "/message/template":
            return self._by_phone(request)
        if request.path == "/message/quota":
            return self._zbs_quota(request)
        if request.path == "/template/info/v2":
            return self._template_info(request)
        if request.path.startswith(("/v2.0/oa/", "/v3.0/oa/")):
            return self._limited(self._openapi(request))
        return Answer(404, "not found")

    # --- the token endpoint ---------------------------------------------------------------------------------------

    def _token(self, request: Recorded) -> Answer:
        form = dict(parse_qsl(request.body.decode("utf-8", "replace")))
        if request.method != "POST":
            return Answer(404, "not found")
        if not (request.header("Content-Type") or "").startswith("application/x-www-form-urlencoded"):
            return _token_error(-14099, "Invalid request", "content type")
        if request.header("secret_key") != self.secret or self.secret in form.values():
            return _token_error(-14099, "Invalid secret key")
        if form.get("app_id") != self.app_id:
            return _token_error(-14002, "Invalid appId")
        if form.get("grant_type") == "authorization_code":
            if not self._redeem(form.get("code", ""), form.get("code_verifier", "")):
                return _token_error(-14099, "Invalid code")
        elif form.get("grant_type") == "refresh_token":
            self.refreshes.append(request)
            if form.get("refresh_token") != self.refresh:
                return _token_error(-14014, "Invalid refresh token")
        else:
            return _token_error(-14099, "Invalid grant type")
        self.issued += 1
        self.refresh, self.access = f"rt-{self.issued + 1}", f"at-{self.issued + 1}"
        return Answer(
            200, {"access_token": self.access, "refresh_token": self.refresh, "expires_in": self.expires_in}
        )

    def _redeem(self, code: str, verifier: str) -> bool:
        known = self.codes.pop(code, None)
        digest = hashlib.sha256(verifier.encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        return (
            known is not None and self.clock() - known.given <= CODE_LIFETIME and known.challenge == challenge
        )

    # --- the OpenAPI ----------------------------------------------------------------------------------------------

    def _openapi(self, request: Recorded) -> Answer:
        self.calls += 1
        refusal = self._unauthorised(request, -216, -220, -242)
        if refusal is not None:
            return refusal
        if self.call_limit is not None and self.calls > self.call_limit:
            return _error(-32, "Your application reached limit call api")
        if request.header("Authorization") is not None:
            self.violations.append("an Authorization header")
        body = _object(request.body)
        if request.path == "/v2.0/oa/message":
            return _error(-240, "MessageV2 API has been shut down, please switch to MessageV3")
        if request.path in {"/v3.0/oa/message/transaction", "/v3.0/oa/message/promotion"}:
            return _error(-233, "message type is invalid or not support")
        if body is None:
            return _error(-201, "body is invalid!")
        rules = {
            "/v3.0/oa/message/cs": self._consultation,
            "/v3.0/oa/message/template": self._by_user_id,
            "/v3.0/oa/group/message": self._to_group,
            "/v3.0/oa/quota/message": self._quota,
        }
        rule = rules.get(request.path)
        return rule(body) if rule is not None else Answer(404, "not found")

    def _consultation(self, body: dict[str, Any]) -> Answer:
        user_id = _recipient(body, "user_id")
        message = body.get("message")
        if user_id is None:
            return _error(-201, "user_id is invalid!")
        if not isinstance(message, dict) or not (message.get("text") or message.get("attachment")):
            return _error(-201, "message is invalid!")
        if len(message.get("text", "")) > 2000:
            return _error(-210, "Parameter exceeds allowable limit")
        user = self.users.get(user_id)
        if user is None:
            return _error(-201, "user_id is invalid!")
        if user.inactive:
            return _error(-227, "User is banned or has been inactive for more than 45 days")
        if user.restricted:
            return _error(-244, "User has restricted this message type from your OA")
        if user.blocked:
            return _error(-217, "User has blocked invitation from OA")
        if user.last_interaction is None:
            return _error(-232, "User has not interacted with the OA, or the last interaction has expired")
        if self.clock() - user.last_interaction > WINDOW:
            return _error(-230, "User has not interacted with the OA in the past 7 days")
        return self._stored("cs", user_id, message, user_id=user_id)

    def _by_user_id(self, body: dict[str, Any]) -> Answer:
        for key, kind in (("user_id", str), ("template_id", str), ("template_data", dict)):
            if not isinstance(body.get(key), kind) or not body[key]:
                return _error(-201, f"{key} is invalid!")
        template = self.templates.get(body["template_id"])
        user = self.users.get(body["user_id"])
        if template is None or user is None:
            return _error(-201, "template_id is invalid!" if template is None else "user_id is invalid!")
        if not template.by_user_id:
            return _error(-249, "Template does not support send via UID")
        if user.restricted:
            return _error(-244, "User has restricted this message type from your OA")
        return self._stored("template", body["user_id"], body["template_data"], user_id=body["user_id"])

    def _to_group(self, body: dict[str, Any]) -> Answer:
        group_id = _recipient(body, "group_id")
        group = self.groups.get(group_id or "")
        if group is None:
            return _error(-201, "group_id is invalid!")
        if not group.enabled:
            return _error(-237, "group is disabled")
        if not group.member:
            return _error(-403, "OA is not in group")
        return self._stored("group", group_id or "", body["message"], group_id=group_id)

    def _quota(self, body: dict[str, Any]) -> Answer:
        user = self.users.get(str(body.get("user_id")))
        last = str(int(user.last_interaction * 1000)) if user and user.last_interaction else None
        return Answer(200, {"error": 0, "message": "Success", "data": {"last_interaction": last}})

    # --- templates by phone ---------------------------------------------------------------------------------------

    def _by_phone(self, request: Recorded) -> Answer:
        refusal = self._unauthorised(request, -124, -124, -1241)
        if refusal is not None:
            return refusal
        body = _object(request.body)
        if body is None:
            return _error(-121 if not request.body else -122, "body is empty or not JSON")
        refused = self._refused_by_phone(body)
        if refused is not None:
            return refused
        self.zbs_quota -= 1
        self.tracked[body["tracking_id"]] = self.tracked.get(body["tracking_id"], 0) + 1
        quota = {"dailyQuota": "500", "remainingQuota": str(self.zbs_quota)}
        return self._stored("phone", str(body["phone"]), body["template_data"], id_key="msg_id", quota=quota)

    def _refused_by_phone(self, body: dict[str, Any]) -> Answer | None:
        phone = str(body.get("phone", "")).removeprefix("+")
        template = self.templates.get(str(body.get("template_id")))
        data = body.get("template_data") or {}
        tracking = body.get("tracking_id")
        hour = datetime.fromtimestamp(self.clock(), VIETNAM).hour
        if not re.fullmatch(r"84[0-9]{9,10}", phone):
            return _error(-108, "phone number is invalid")
        if template is None:
            return _error(-109, "template id is invalid")
        if template.status != "ENABLE":
            return _error(-131, "template is not approved")
        if set(template.parameters) - set(data):
            return _error(-1122, "a parameter is missing")
        if any(len(str(data[name])) > longest for name, longest in template.parameters.items()):
            return _error(-1121, "a value is too long")
        if set(data) - set(template.parameters):
            return _error(-112, "a parameter is undefined")
        if not isinstance(tracking, str) or not 0 < len(tracking) <= 48:
            return _error(-132, "tracking_id is invalid")
        if body.get("mode") == "development" and phone not in self.administrators:
            return _error(-127, "test template only to administrators")
        if self.night and not 6 <= hour < 22:
            return _error(-133, "not at night")
        if self.zbs_quota <= 0:
            return _error(-144, "the day's quota is used up")
        if phone in self.phones:
            return _error(self.phones[phone], "this person cannot be reached")
        return None

    def _template_info(self, request: Recorded) -> Answer:
        refusal = self._unauthorised(request, -124, -124, -1241)
        template_id = request.query.get("template_id", "")
        template = self.templates.get(template_id)
        if refusal is not None:
            return refusal
        if not self.shows_templates or template is None:
            return _error(-135 if template is not None else -109, "template id is invalid")
        listed = [
            {"name": name, "require": True, "type": "STRING", "maxLength": longest, "minLength": 0}
            for name, longest in template.parameters.items()
        ]
        data = {"templateId": template_id, "status": template.status, "listParams": listed}
        return Answer(200, {"error": 0, "message": "Success", "data": data})

    def _zbs_quota(self, request: Recorded) -> Answer:
        refusal = self._unauthorised(request, -124, -124, -1241)
        data = {"dailyQuota": "500", "remainingQuota": str(self.zbs_quota)}
        return refusal or Answer(200, {"error": 0, "message": "Success", "data": data})

    # --- what they share ------------------------------------------------------------------------------------------

    def _unauthorised(self, request: Recorded, unknown: int, expired: int, unproved: int) -> Answer | None:
        token = request.header("access_token")
        if token is not None and token in self.expired_access:
            return _error(expired, "access_token is expired or removed")
        if token is None or token != self.access:
            return _error(unknown, "Access token is invalid")
        proof = hmac.new(self.secret.encode(), token.encode(), hashlib.sha256).hexdigest()
        if self.proof_required and request.header("appsecret_proof") != proof:
            return _error(unproved, "Invalid appsecret_proof")
        return None

    def _stored(self, way: str, to: str, content: Any, *, id_key: str = "message_id", **more: Any) -> Answer:
        stored = Sent(way, to, content, secrets.token_hex(10))
        self.sent.append(stored)
        data = {id_key: stored.message_id, "sent_time": str(int(self.clock() * 1000)), **more}
        if self.quota_in_answers:
            data.setdefault("quota", {"quota_type": "reply"})
        return Answer(200, {"data": data, "error": 0, "message": "Success"})

    def _limited(self, answer: Answer) -> Answer:
        rates = {"X-RateLimit-Limit": "4000", "X-RateLimit-Remain": str(max(0, 4000 - self.calls))}
        return Answer(answer.status, answer.body, rates)


def _error(code: int, message: str) -> Answer:
    return Answer(200, {"error": code, "message": message})


def _token_error(code: int, name: str, reason: str = "") -> Answer:
    body = {"error": code, "error_name": name, "error_reason": reason}
    return Answer(200, {**body, "error_description": name, "ref_doc": "https://developers.zalo.me/docs"})


def _object(body: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(body)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _recipient(body: dict[str, Any], key: str) -> str | None:
    recipient = body.get("recipient")
    value = recipient.get(key) if isinstance(recipient, dict) else None
    return value if isinstance(value, str) and value else None
