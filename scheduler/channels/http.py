"""One HTTP request, sent so that its failure says whether the other side can have accepted it.

Hard are three things that `requests` alone does not give: whether the body was written before a connection broke, a
limit on the whole exchange (a server may answer one byte a second), and connecting to an address that was checked.
They come from our own connection class below. An answer is given as it came, whatever its status: what a status or a
body means is for each channel. Importing this module costs the 0.15 s of `requests`, so channels import it when they
first send.
"""

import logging
import ssl
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from scheduler.attempts import Deferred, Halted, Refused, Uncertain
from scheduler.channels.addresses import AddressNotAllowed, resolve_public
from scheduler.channels.certificates import Distrust, distrust
from scheduler.channels.deadline import BoundedSocket, Deadline

BODY_LIMIT = 64 * 1024
EXCERPT_LIMIT = 500
USER_AGENT = f"sched/{version('sched')}"
BAD_ADDRESS = (
    "the server's address in config.toml cannot be used; it should look like https://example.org/path"
)
_LONGEST_WAIT = timedelta(days=31)

# Their lines carry whole addresses, and a bot's token is part of its address.
for _name in ("urllib3.connectionpool", "urllib3.connection"):
    # Not `disabled`: a server's own logging configuration takes that back.
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)
    logging.getLogger(_name).propagate = False


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: to connect, for one wait in between, and for the whole exchange (reference, webhooks A3)."""

    connect: float = 10.0
    wait: float = 30.0
    whole: float = 30.0


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What came back: status, headers (looked up in any case), at most 64 kB of body, and whether that is all of it."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    complete: bool

    def excerpt(self) -> str:
        """The beginning of the body as text on one line, for a log."""
        return " ".join(self.body[: 4 * EXCERPT_LIMIT].decode("utf-8", "replace").split())[:EXCERPT_LIMIT]


Failure = Deferred | Uncertain | Refused | Halted


class HttpClient:
    """Keeps connections and makes requests. One instance serves one thread at a time.

    trust: True for the usual certificate authorities, or the path of a file with others. Proxies and `.netrc` of the
    environment are disregarded: an address that was checked must be the one that is reached.
    """

    def __init__(self, *, limits: Limits | None = None, trust: bool | str = True) -> None:
        self._limits = limits or Limits()
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.verify = trust
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _Adapter())

    def request(
        self,
        method: str,
        url: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        public_only: bool = False,
    ) -> HttpAnswer | Failure:
        """Send one request and give the answer, or the outcome that the failure amounts to. Redirects are not followed.

        public_only: refuse hosts that are not on the public internet. No reason given contains the URL's path or query.
        """
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:
            return Halted(BAD_ADDRESS)
        sent_headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity", **(headers or {})}
        exchange = _Exchange(host, Deadline(self._limits.whole), self._limits)
        if public_only:
            try:
                exchange.address = resolve_public(host, port)
            except AddressNotAllowed as problem:
                return Refused(f"{problem}; set allow_private = true if it should be reached")
            except (OSError, UnicodeError):
                return Deferred(f"the name {host} could not be resolved")
            sent_headers["Host"] = parts.netloc.rpartition("@")[2]
        token = _exchange.set(exchange)
        try:
            return self._send(method, url, body, sent_headers)
        except (requests.RequestException, HTTPError, OSError, UnicodeError) as error:
            return exchange.failure(error)
        finally:
            _exchange.reset(token)

    def _send(self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> HttpAnswer:
        with self._session.request(
            method,
            url,
            data=body,
            headers=headers,
            timeout=(self._limits.connect, self._limits.wait),
            allow_redirects=False,
            stream=True,
        ) as response:
            content, complete = _read_body(response)
            return HttpAnswer(response.status_code, response.headers, content, complete)

    def close(self) -> None:
        """Close kept connections; the client may be used again."""
        self._session.close()


def _read_body(response: requests.Response) -> tuple[bytes, bool]:
    content = b""
    try:
        while len(content) <= BODY_LIMIT:
            piece = response.raw.read1(BODY_LIMIT)
            if not piece:
                return content, True
            content += piece
    except (HTTPError, OSError):
        pass
    return content[:BODY_LIMIT], False


def retry_after(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """The instant (UTC) that `Retry-After` asks for, in seconds or as a date (RFC 9110 section 10.2.3); else None."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return now + min(timedelta(seconds=int(value[:9])), _LONGEST_WAIT)
    try:
        asked = parsedate_to_datetime(value)
    except ValueError:
        return None
    return min(max(asked if asked.tzinfo else asked.replace(tzinfo=UTC), now), now + _LONGEST_WAIT)


def redact(text: str, *secrets: str) -> str:
    """`text` without the secrets that are not empty."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, "***")
    return text


@dataclass(slots=True)
class _Exchange:
    """How far one request has come. The connection that carries it is found only by urllib3, so it looks here."""

    host: str
    deadline: Deadline
    limits: Limits
    address: str | None = None
    connected: bool = False
    written: bool = False
    distrust: Distrust | None = None

    def failure(self, error: Exception) -> Failure:
        """The outcome of an exchange that broke: whether the whole request had been written decides."""
        if isinstance(error, ValueError):  # requests' InvalidURL, MissingSchema, InvalidHeader and such
            return Halted(BAD_ADDRESS)
        if self.distrust is not None:
            return (Deferred if self.distrust.passes else Halted)(self.distrust.reason)
        timed_out = isinstance(error, requests.Timeout | TimeoutError) or "timed out" in str(error)
        if self.written:
            how = "did not answer in time" if timed_out else "closed the connection without an answer"
            return Uncertain(f"{self.host} {how}; the message may have arrived")
        if self.connected:
            return Deferred(f"the connection to {self.host} broke before the message was written")
        return Deferred(f"{self.host} could not be reached{' in time' if timed_out else ''}")


_exchange: ContextVar[_Exchange] = ContextVar("_exchange")

if TYPE_CHECKING:
    _Base = HTTPConnection
else:
    _Base = object


class _Bounded(_Base):
    """Part of a connection: notes how far the request came, and bounds its socket by the exchange's deadline."""

    def connect(self) -> None:
        exchange = _exchange.get()
        exchange.deadline.left(exchange.limits.connect)
        try:
            super().connect()
        except ssl.SSLCertVerificationError as problem:
            exchange.distrust = distrust(exchange.host, problem)
            raise
        exchange.connected = True
        self.sock: Any = BoundedSocket(self.sock, exchange.deadline, exchange.limits.wait)

    def request(self, *args: Any, **kwargs: Any) -> None:
        exchange = _exchange.get()
        if isinstance(self.sock, BoundedSocket):
            self.sock.deadline = exchange.deadline
            exchange.connected = True
        super().request(*args, **kwargs)
        exchange.written = True


class _HttpConnection(_Bounded, HTTPConnection):
    pass


class _HttpsConnection(_Bounded, HTTPSConnection):
    pass


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _HttpConnection


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _HttpsConnection


class _Adapter(HTTPAdapter):
    """Uses the connections above, and connects to the checked address while TLS still asks for the name."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}

    def build_connection_pool_key_attributes(self, *args: Any, **kwargs: Any) -> Any:
        host, tls = super().build_connection_pool_key_attributes(*args, **kwargs)
        address = _exchange.get().address
        if address is None:
            return host, tls
        name_for_tls = {"server_hostname": host["host"]} if host["scheme"] == "https" else {}
        return {**host, "host": address}, {**tls, **name_for_tls}
