"""Messages by a bot of Zalo's Bot Platform (reference on Zalo, section 4).

The token is part of the address, so nothing given or raised here contains the address. Zalo knows no idempotency key: a
message that may have arrived is `Uncertain`, and whether it is sent again is decided elsewhere.
"""

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote

from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Refused, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Surroundings
from scheduler.channels.splitting import send_in_parts, split_text
from scheduler.channels.zalo_answers import BOT_ANSWERS, Meaning, json_object, number, outcome_of
from scheduler.errors import ConfigurationError

LONGEST_TEXT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaloBotSettings:
    """The table [zalo_bot].

    webhook_secret: what Zalo sends along with inbound messages; monthly_cap: how many messages the bot's plan has in a
    month, 0 for no such limit; timeout in seconds for one request; poll: whether `sched run` asks Zalo for what people
    write, for an office that Zalo cannot reach.
    """

    token: str = field(default="", repr=False)
    base_url: str = "https://bot-api.zaloplatforms.com"
    webhook_secret: str = field(default="", repr=False)
    monthly_cap: int = 0
    timeout: float = 30.0
    poll: bool = False


class ZaloBotChannel:
    """Sends text to chats; a message's address is a chat id."""

    def __init__(self, settings: ZaloBotSettings, surroundings: Surroundings) -> None:
        """Raises ConfigurationError when the token is none."""
        # Settings are read by commands that send nothing and must not pay for requests.
        from scheduler.channels.http import HttpClient, Limits, redact, retry_after  # noqa: PLC0415

        if not re.fullmatch(r"[^:\s/]+:[^:\s/]+", settings.token):
            raise ConfigurationError("[zalo_bot] token is not of the form 123456:secret that Zalo gives")
        self._settings = settings
        self._surroundings = surroundings
        self._url = f"{settings.base_url.rstrip('/')}/bot{quote(settings.token, safe=':')}/sendMessage"
        self._client = HttpClient(
            limits=Limits(connect=min(10.0, settings.timeout), wait=settings.timeout, whole=settings.timeout)
        )
        self._redact = redact
        self._retry_after = retry_after

    def send(self, message: Message, *, now: datetime) -> Outcome:
        cap = self._settings.monthly_cap
        if cap and self._surroundings.sent_this_month(ChannelKind.ZALO_BOT, now) >= cap:
            reason = f"the bot's {cap} messages of this month are used up"
            return outcome_of(Meaning.NEXT_MONTH, reason, message, now)
        parts = split_text(message.text, LONGEST_TEXT)
        return send_in_parts(
            message.id, parts, self._surroundings.parts, lambda part: self._send_part(message, part, now)
        )

    def _send_part(self, message: Message, text: str, now: datetime) -> Outcome:
        body = json.dumps({"chat_id": message.to.value, "text": text}, ensure_ascii=False).encode()
        answer = self._client.request(
            "POST", self._url, body=body, headers={"Content-Type": "application/json"}
        )
        if isinstance(answer, Deferred | Uncertain | Refused | Halted):
            return answer
        said = json_object(answer.body) if answer.complete else None
        if said is None:
            if answer.status == 404:
                return Halted("Zalo does not know this bot's address; check token and base_url of [zalo_bot]")
            return Uncertain(f"Zalo answered HTTP {answer.status} with something other than JSON")
        if said.get("ok") is True:
            result = said.get("result")
            return Delivered(str(result.get("message_id", "")) if isinstance(result, dict) else "")
        code = number(said.get("error_code")) or answer.status
        description = self._redact(str(said.get("description", "")), self._settings.token)
        asked = self._retry_after(answer.headers, now)
        meaning = meaning_of(code)
        reason = f"Zalo Bot answered {code}: {description[:300]}"
        if asked is not None and meaning in {Meaning.AGAIN, Meaning.LONG_WAIT}:
            return Deferred(reason, asked)
        if meaning is Meaning.OPERATOR:
            reason += "; put the bot's present token into [zalo_bot]"
        return outcome_of(meaning, reason, message, now)

    def close(self) -> None:
        self._client.close()


def meaning_of(code: int) -> Meaning:
    """What an error code of the Bot Platform means."""
    return BOT_ANSWERS.get(code, Meaning.UNKNOWN if 500 <= code <= 599 else Meaning.NEVER)
