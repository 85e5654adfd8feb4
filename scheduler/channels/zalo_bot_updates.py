"""How a bot of Zalo's Bot Platform hears people: by a webhook that Zalo calls, or by asking for updates.

Zalo allows one of the two: while a webhook is set, updates are not given out. There is no cursor; an update that was
given out is not given again (reference on Zalo, 4.2). The token is part of the address, so no reason contains it.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from scheduler.attempts import Deferred, Halted, Refused, Uncertain
from scheduler.channels.http import HttpClient, Limits, redact
from scheduler.channels.zalo_answers import json_object, number
from scheduler.channels.zalo_bot import ZaloBotSettings

Failure = Deferred | Uncertain | Refused | Halted

NOTHING_NEW = 408
"""How an idle wait for updates ends."""

NO_WEBHOOK = 404
SPARE_SECONDS = 10.0


class BotUpdates:
    """The calls of one bot that concern what people write to it. One instance serves one thread at a time."""

    def __init__(self, settings: ZaloBotSettings, wait: float = 5.0) -> None:
        """wait: seconds that a request for updates may stay open at Zalo's side."""
        self._token = settings.token
        self._base = f"{settings.base_url.rstrip('/')}/bot{quote(settings.token, safe=':')}"
        self._wait = wait
        whole = max(settings.timeout, wait + SPARE_SECONDS)
        self._client = HttpClient(limits=Limits(connect=min(10.0, settings.timeout), wait=whole, whole=whole))

    def set_webhook(self, url: str, secret: str) -> str | Failure:
        """Have Zalo deliver to `url` (https, reachable from outside) with the secret; what its probe of it found.

        "" where Zalo says nothing of a probe. It keeps the address even when the probe fails.
        """
        result = self._call("setWebhook", {"url": url, "secret_token": secret})
        if not isinstance(result, dict):
            return result if not isinstance(result, list) else ""
        probe = result.get("verification")
        if not isinstance(probe, dict) or probe.get("ok") is True:
            return ""
        return str(probe.get("outcome") or probe.get("hint") or "the probe failed")

    def delete_webhook(self) -> Failure | None:
        """Have Zalo deliver nowhere, so that updates can be asked for."""
        result = self._call("deleteWebhook", {})
        return None if isinstance(result, dict | list) else result

    def webhook(self) -> str | Failure:
        """The address that Zalo delivers to, "" for none."""
        result = self._call("getWebhookInfo", {})
        if isinstance(result, dict):
            return str(result.get("url") or "")
        return "" if isinstance(result, list) or _code(result) == NO_WEBHOOK else result

    def next(self) -> list[bytes] | Failure:
        """What somebody wrote, as the body that a webhook would be given; none after an idle wait."""
        result = self._call("getUpdates", {"timeout": int(self._wait)})
        if isinstance(result, dict | list):
            updates = result if isinstance(result, list) else [result]
            return [json.dumps({"result": one}, ensure_ascii=False).encode() for one in updates]
        return [] if _code(result) == NOTHING_NEW else result

    def close(self) -> None:
        """Close kept connections."""
        self._client.close()

    def _call(self, method: str, given: Mapping[str, Any]) -> dict[str, Any] | list[Any] | Failure:
        answer = self._client.request(
            "POST",
            f"{self._base}/{method}",
            body=json.dumps(given).encode(),
            headers={"Content-Type": "application/json"},
        )
        if isinstance(answer, Deferred | Uncertain | Refused | Halted):
            return answer
        said = json_object(answer.body) if answer.complete else None
        if said is None:
            return Deferred(f"Zalo answered HTTP {answer.status} with something other than JSON")
        result = said.get("result")
        if said.get("ok") is True:
            return result if isinstance(result, dict | list) else {}
        code = number(said.get("error_code")) or answer.status
        words = redact(str(said.get("description", "")), self._token)[:300]
        if code == 401:
            return Halted(f"Zalo Bot answered 401: {words}; put the bot's present token into [zalo_bot]")
        return Refused(f"Zalo Bot answered {code}: {words}")


def _code(failure: Failure) -> int | None:
    words = failure.reason.removeprefix("Zalo Bot answered ").partition(":")[0]
    return int(words) if words.isdigit() else None
