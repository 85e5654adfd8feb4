"""The rotating access token of a Zalo Official Account (reference on Zalo, section 1).

Each refresh gives a new pair and kills the one before, at Zalo's side, before we have read the answer. So there is one
refresh at a time across all processes, the new pair is stored before it is used, and it is renewed early. When the
answer is lost the same refresh is asked for once more; a refresh token that is dead needs a person, and is remembered
as such for all senders and processes, since asking again and again looks like guessing.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from scheduler.attempts import Deferred, Halted, Refused, Uncertain
from scheduler.channels.channel import Surroundings, TokenPair, TokenStore
from scheduler.channels.zalo_answers import json_object, number
from scheduler.errors import SchedulerError

if TYPE_CHECKING:
    from scheduler.channels.http import HttpAnswer, HttpClient

RENEW_AFTER = timedelta(hours=20)
LIFETIME = timedelta(hours=25)
TOO_MANY_CALLS = -32

AUTHORISE_AGAIN = (
    "an administrator of the Official Account must authorise the app again: `sched zalo authorise` says how"
)

NoToken = Deferred | Halted


class AccessTokens:
    """Gives the access token of one app, refreshing it when that is due. One instance serves one thread at a time."""

    def __init__(
        self,
        *,
        app_id: str,
        app_secret: str,
        first_refresh_token: str,
        oauth_url: str,
        store: TokenStore,
        surroundings: Surroundings,
        client: "HttpClient",
    ) -> None:
        self._app_id = app_id
        self._app_secret = app_secret
        self._first = first_refresh_token
        self._origin = sha256(first_refresh_token.encode()).hexdigest()[:16]
        self._url = f"{oauth_url.rstrip('/')}/v4/oa/access_token"
        self._store = store
        self._unsaved = surroundings.unsaved_tokens
        self._client = client
        self._pair: TokenPair | None = None

    def current(self, now: datetime) -> str | NoToken:
        """A token to use at `now`, or why there is none."""
        pair = self._pair
        if pair is not None and now < _renewal(pair):
            return pair.access
        renewed = self._obtain(now, lambda stored: now < _renewal(stored))
        if isinstance(renewed, Deferred) and self._pair is not None and now < self._pair.expires:
            # Renewal is early so that it may fail for some hours.
            return self._pair.access
        return renewed

    def instead_of(self, refused: str, now: datetime) -> str | NoToken:
        """A token after Zalo has refused `refused`: that which another sender got meanwhile, else a new one."""
        return self._obtain(now, lambda stored: stored.access != refused and now < stored.expires)

    def redeem(self, code: str, verifier: str, now: datetime) -> NoToken | None:
        """Exchange the code of an administrator's consent for the pair, which replaces what is stored.

        verifier: whose challenge was given with the consent (reference, 1.1). None: done. A code works once and for ten
        minutes, so a lost answer means that consent must be given again.
        """
        form = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
        try:
            with self._store.locked():
                match self._ask(form, now):
                    case TokenPair() as pair:
                        self._unsaved.pop(self._app_id, None)
                        self._store.save(pair)
                        return None
                    case Uncertain(reason) | Refused(reason):
                        return Deferred(f"no Zalo token: {reason}; give consent again for another code")
                    case failure:
                        return failure
        except (SchedulerError, OSError) as problem:
            return Deferred(f"the Zalo token could not be stored: {problem}; give consent again")

    def _obtain(self, now: datetime, usable: Callable[[TokenPair], bool]) -> str | NoToken:
        try:
            with self._store.locked():
                pair = self._stored()
                if pair is None or not usable(pair):
                    answer = self._refresh(pair, now)
                    if not isinstance(answer, TokenPair):
                        self._pair = pair
                        return answer
                    self._unsaved[self._app_id] = answer
                    pair = self._stored()
                self._pair = pair
                return pair.access if pair is not None else Halted(AUTHORISE_AGAIN)
        except (SchedulerError, OSError) as problem:
            return Deferred(f"the Zalo token could not be stored or read: {problem}")

    def _stored(self) -> TokenPair | None:
        """The pair of this authorisation that is durably kept, after keeping one that could not be kept before."""
        unsaved = self._unsaved.get(self._app_id)
        if unsaved is not None:
            self._store.save(unsaved)
            del self._unsaved[self._app_id]
        pair = self._store.load()
        return pair if pair is not None and pair.origin == self._origin else None

    def _refresh(self, pair: TokenPair | None, now: datetime) -> TokenPair | NoToken:
        refresh = pair.refresh if pair is not None else self._first
        mark = self._mark(refresh)
        if not refresh or self._store.refused() == mark:
            return Halted(AUTHORISE_AGAIN)
        form = {"grant_type": "refresh_token", "refresh_token": refresh}
        first = self._ask(form, now)
        outcome = self._ask(form, now) if isinstance(first, Uncertain) else first
        match outcome:
            case Uncertain(reason) | Refused(reason):
                return Deferred(f"no new Zalo token: {reason}")
            case Halted():
                self._store.refuse(mark)
        return outcome

    def _mark(self, refresh: str) -> str:
        """Tells this refresh from another: with a corrected app_secret the same token is worth another try."""
        return sha256(f"{self._app_id}\n{self._app_secret}\n{refresh}".encode()).hexdigest()[:32]

    def _ask(
        self, form: Mapping[str, str], now: datetime
    ) -> TokenPair | Deferred | Uncertain | Refused | Halted:
        answer = self._client.request(
            "POST",
            self._url,
            body=urlencode({"app_id": self._app_id, **form}).encode(),
            headers={"secret_key": self._app_secret, "Content-Type": "application/x-www-form-urlencoded"},
        )
        if isinstance(answer, Deferred | Uncertain | Refused | Halted):
            return answer
        return self._read(answer, now)

    def _read(self, answer: "HttpAnswer", now: datetime) -> TokenPair | Deferred | Uncertain | Halted:
        said = json_object(answer.body) if answer.complete else None
        if said is None:
            return Uncertain(f"Zalo answered HTTP {answer.status} with something other than JSON")
        access, refresh = said.get("access_token"), said.get("refresh_token")
        if isinstance(access, str) and access and isinstance(refresh, str) and refresh:
            lifetime = timedelta(seconds=number(said.get("expires_in")) or LIFETIME.total_seconds())
            return TokenPair(access, refresh, now, now + lifetime, self._origin)
        code = number(said.get("error"))
        if code == TOO_MANY_CALLS:
            return Deferred("Zalo takes no more requests this minute", now + timedelta(minutes=1))
        name = (
            said.get("error_name")
            or said.get("error_description")
            or said.get("message")
            or "no reason given"
        )
        return Halted(f"Zalo gives no token ({code}: {name}); {AUTHORISE_AGAIN}")


def _renewal(pair: TokenPair) -> datetime:
    return pair.issued + min(RENEW_AFTER, (pair.expires - pair.issued) * 0.8)


def challenge_of(verifier: str) -> str:
    """The PKCE challenge of a verifier: base64url without padding of its SHA-256 (reference on Zalo, 1.1)."""
    return urlsafe_b64encode(sha256(verifier.encode("ascii")).digest()).rstrip(b"=").decode("ascii")


def appsecret_proof(app_secret: str, access_token: str) -> str:
    """The header by which a call shows that it knows the app's secret as well (reference on Zalo, 1.4)."""
    return hmac.new(app_secret.encode(), access_token.encode(), sha256).hexdigest()
