"""Zalo's Bot Platform: `sendMessage` and the calls that say who one is and where updates go."""

import json
import re
import secrets
import time
from collections import deque
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from doubles.http_double import Answer, HttpDouble, Recorded

LONGEST_TEXT = 2000
WEBHOOK_IS_SET = "You cannot use this API while a webhook is set. Please remove the webhook first"


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was stored for a chat."""

    chat_id: str
    text: str
    message_id: str


class ZaloBotDouble(HttpDouble):
    """token: the bot's; chats: the ids it knows; quota: messages left this month.

    always_200: errors come with HTTP 200 instead of their code, as both are seen; html_for_bad_tokens: a token that is
    none gets a page instead of JSON; longest_poll: seconds that `getUpdates` waits at most.
    """

    def __init__(
        self, token: str = "12345689:abc-xyz", chats: tuple[str, ...] = ("chat-1", "chat-2")
    ) -> None:
        super().__init__()
        self.token = token
        self.chats = set(chats)
        self.quota: int | None = None
        self.always_200 = False
        self.html_for_bad_tokens = True
        self.longest_poll = 0.05
        self.webhook: dict[str, Any] | None = None
        self.updates: deque[dict[str, Any]] = deque()
        self.sent: list[Sent] = []

    def texts(self, chat_id: str) -> list[str]:
        """What was stored for a chat, in order."""
        return [one.text for one in self.sent if one.chat_id == chat_id]

    def push_text(self, chat_id: str, text: str) -> None:
        """Have a person write to the bot; `getUpdates` gives it."""
        person = {"id": chat_id, "display_name": "Lan", "is_bot": False}
        chat = {"id": chat_id, "chat_type": "PRIVATE"}
        message = {
            "from": person,
            "chat": chat,
            "text": text,
            "message_id": secrets.token_hex(10),
            "date": _now(),
        }
        self.updates.append({"event_name": "message.text.received", "message": message})

    def respond(self, request: Recorded) -> Answer:
        found = re.fullmatch(r"/bot([^/]+)/([A-Za-z]+)", request.path)
        if found is None or not re.fullmatch(r"\d+:[^:]+", found[1]):
            return Answer(404, "<html>Not Found</html>") if self.html_for_bad_tokens else self._error(404)
        if found[1] != self.token:
            return self._error(401, "Unauthorized")
        method = getattr(self, f"_{found[2]}", None)
        if found[2] not in METHODS or method is None:
            return self._error(404, "Not Found")
        answer: Answer = method(_parameters(request))
        return answer

    def _sendMessage(self, given: dict[str, Any]) -> Answer:  # noqa: N802
        chat, text = given.get("chat_id"), given.get("text")
        if not (isinstance(chat, str) and chat and isinstance(text, str) and text):
            return self._error(400, "Bad request")
        if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            return self._error(400, "Bad request: text is too long")
        if given.get("parse_mode") not in {None, "markdown", "html"}:
            return self._error(400, "Bad request")
        if chat not in self.chats:
            return self._error(404, "Not found")
        if self.quota is not None:
            if self.quota <= 0:
                return self._error(429, "Quota exceeded")
            self.quota -= 1
        stored = Sent(chat, text, secrets.token_hex(10))
        self.sent.append(stored)
        return _result({"message_id": stored.message_id, "date": _now()})

    def _getMe(self, given: dict[str, Any]) -> Answer:  # noqa: N802
        return _result({"id": "1", "account_name": "Bot", "account_type": "BASIC", "can_join_groups": False})

    def _getUpdates(self, given: dict[str, Any]) -> Answer:  # noqa: N802
        if self.webhook is not None:
            return self._error(400, WEBHOOK_IS_SET)
        if not self.updates:
            self.stopped.wait(min(float(given.get("timeout", 30)), self.longest_poll))
            return self._error(408, "Request timeout")
        return _result(self.updates.popleft())

    def _setWebhook(self, given: dict[str, Any]) -> Answer:  # noqa: N802
        secret = str(given.get("secret_token", ""))
        if (
            not str(given.get("url", "")).startswith(("https://", "http://127.0.0.1"))
            or not 8 <= len(secret) <= 256
        ):
            return self._error(400, "Bad request")
        self.webhook = {"url": given["url"], "updated_at": _now()}
        return _result(self.webhook)

    def _getWebhookInfo(self, given: dict[str, Any]) -> Answer:  # noqa: N802
        return _result(self.webhook) if self.webhook is not None else self._error(404, "Not Found")

    def _deleteWebhook(self, given: dict[str, Any]) -> Answer:  # noqa: N802
        self.webhook = None
        return _result({"url": "", "updated_at": _now()})

    def _error(self, code: int, description: str = "Not Found") -> Answer:
        body = {"ok": False, "description": description, "error_code": code}
        return Answer(200 if self.always_200 else code, body)


METHODS = {"sendMessage", "getMe", "getUpdates", "setWebhook", "getWebhookInfo", "deleteWebhook"}


def _parameters(request: Recorded) -> dict[str, Any]:
    kind = request.header("Content-Type") or ""
    if kind.startswith("application/json"):
        try:
            value = json.loads(request.body)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}
    return {**request.query, **dict(parse_qsl(request.body.decode("utf-8", "replace")))}


def _result(result: Any) -> Answer:
    return Answer(200, {"ok": True, "result": result, "error_code": 0})


def _now() -> int:
    return int(time.time() * 1000)
