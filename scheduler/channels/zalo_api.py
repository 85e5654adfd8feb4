"""One call to Zalo's services for an Official Account, under a token that is renewed when Zalo refuses it.

Zalo answers HTTP 200 and tells errors inside the body; which number means what differs by service, so the caller hands
in the table (`zalo_answers`). The token's life is `zalo_token`'s concern, what a call is for `zalo_oa`'s.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from scheduler.attempts import Deferred, Halted, Refused, Uncertain
from scheduler.channels.zalo_answers import Meaning, json_object, number
from scheduler.channels.zalo_token import AccessTokens, appsecret_proof

if TYPE_CHECKING:
    from scheduler.channels.http import HttpClient

Failure = Deferred | Uncertain | Refused | Halted


@dataclass(frozen=True, slots=True)
class Reply:
    """What Zalo said. meaning: None where it did as asked; reason: its words; data: what came with a success."""

    meaning: Meaning | None
    reason: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


class OaApi:
    """Makes calls for one app. One instance serves one thread at a time."""

    def __init__(
        self, client: "HttpClient", tokens: AccessTokens, *, app_secret: str, send_proof: bool
    ) -> None:
        self._client = client
        self._tokens = tokens
        self._app_secret = app_secret
        self._send_proof = send_proof

    def call(
        self,
        method: str,
        url: str,
        body: Mapping[str, Any] | None,
        answers: Mapping[int, Meaning],
        now: datetime,
    ) -> Reply | Failure:
        """One call, made once more under another token where the first is refused."""
        token = self._tokens.current(now)
        if not isinstance(token, str):
            return token
        reply = self._call_with(token, method, url, body, answers)
        if not (isinstance(reply, Reply) and reply.meaning is Meaning.TOKEN):
            return reply
        renewed = self._tokens.instead_of(token, now)
        if not isinstance(renewed, str):
            return renewed
        return self._call_with(renewed, method, url, body, answers)

    def _call_with(
        self,
        token: str,
        method: str,
        url: str,
        body: Mapping[str, Any] | None,
        answers: Mapping[int, Meaning],
    ) -> Reply | Failure:
        headers = {"access_token": token, "Content-Type": "application/json"}
        if self._send_proof:
            headers["appsecret_proof"] = appsecret_proof(self._app_secret, token)
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        answer = self._client.request(method, url, body=content, headers=headers)
        if isinstance(answer, Deferred | Uncertain | Refused | Halted):
            return answer
        said = json_object(answer.body) if answer.complete else None
        code = number(said.get("error")) if said is not None else None
        if said is None or code is None:
            return Uncertain(f"Zalo answered HTTP {answer.status} with something other than its JSON")
        if code == 0:
            data = said.get("data")
            return Reply(None, data=data if isinstance(data, dict) else {})
        words = str(said.get("message", ""))[:300]
        for secret in (token, self._app_secret):
            words = words.replace(secret, "***")
        return Reply(answers.get(code, Meaning.NEVER), f"Zalo answered {code}: {words}")
