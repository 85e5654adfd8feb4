"""An HTTP server on loopback that records requests, answers by the rules of a subclass, and misbehaves as scripted."""

import json
import threading
import time
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True, slots=True)
class Recorded:
    """A request as it came."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    time: float

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers.items() if key.lower() == name.lower()), None)

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back; a body that is neither text nor bytes is sent as JSON."""

    status: int = 200
    body: Any = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    def encoded(self) -> tuple[bytes, str]:
        if isinstance(self.body, bytes):
            return self.body, "application/octet-stream"
        if isinstance(self.body, str):
            return self.body.encode(), "text/html; charset=utf-8"
        return json.dumps(self.body, ensure_ascii=False).encode(), "application/json"


HTML_ERROR = Answer(502, "<html><body>Bad gateway</body></html>")


class How(Enum):
    """How an answer travels."""

    WHOLE = "whole"
    CLOSE = "the connection is closed instead"
    HALF = "half of the body, then the connection is closed"
    TRICKLE = "a byte at a time, until the other side gives up"
    HANG = "nothing, until the other side gives up"


@dataclass(frozen=True, slots=True)
class Fault:
    """One scripted answer.

    answer: None for that of the rules; accept: the rules see (and store) the request, whatever is answered.
    """

    answer: Answer | None = None
    accept: bool = False
    how: How = How.WHOLE
    delay: float = 0.0

    @property
    def patience(self) -> float:
        """Seconds to wait for it in a test: few where it never comes whole, many where a busy machine may delay it."""
        return 0.5 if self.how in (How.HANG, How.TRICKLE) or self.delay > 0.5 else 10.0


ACCEPT_THEN_CLOSE = Fault(accept=True, how=How.CLOSE)
CLOSE_UNSEEN = Fault(how=How.CLOSE)


class HttpDouble:
    """Starts with `with`; `requests` has all that came, `peers` the connections, `script` the faults to come.

    certificate: TLS to speak; close_connections: after each answer, without having said so.
    """

    def __init__(self, certificate: SSLContext | None = None) -> None:
        self.certificate = certificate
        self.requests: list[Recorded] = []
        self.peers: set[Any] = set()
        self.close_connections = False
        self.open_connections = 0
        self.script: deque[Fault] = deque()
        self.lock = threading.RLock()
        self.arrived = threading.Condition(self.lock)
        self.stopped = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.double = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http{'s' if self.certificate else ''}://127.0.0.1:{self.port}"

    def respond(self, request: Recorded) -> Answer:
        """The rules of the service."""
        return Answer(204)

    def script_for(self, request: Recorded) -> deque[Fault]:
        """Where the faults for such a request wait."""
        return self.script

    def fail(self, *faults: Fault | Answer) -> None:
        """Answer the next requests so."""
        self.script.extend(one if isinstance(one, Fault) else Fault(one) for one in faults)

    def wait_for(self, requests: int, seconds: float = 10.0) -> list[Recorded]:
        """Wait until so many requests have come."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.requests) >= requests, seconds), self.requests
            return list(self.requests)

    def wait_for_quiet(self, seconds: float = 10.0) -> None:
        """Wait until no connection is open."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: self.open_connections == 0, seconds)

    def take(self, request: Recorded) -> tuple[Answer, Fault]:
        with self.arrived:
            self.requests.append(request)
            script = self.script_for(request)
            fault = script.popleft() if script else Fault(accept=True)
            seen = fault.accept or (fault.answer is None and fault.how in {How.WHOLE, How.HALF})
            answer = self.respond(request) if seen else Answer(500)
            self.arrived.notify_all()
            return fault.answer or answer, fault

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    double: HttpDouble

    def finish_request(self, request: Any, client_address: Any) -> None:
        with self.double.arrived:
            self.double.peers.add(client_address)
            self.double.open_connections += 1
        if self.double.certificate is None:
            super().finish_request(request, client_address)
            return
        with self.double.certificate.wrap_socket(request, server_side=True) as secured:
            super().finish_request(secured, client_address)

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        with self.double.arrived:
            self.double.open_connections -= 1
            self.double.arrived.notify_all()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is nothing to tell."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def _serve(self) -> None:
        double = self.server.double
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length)
        if len(body) < length:
            # The client died in the middle: no request has come.
            self.close_connection = True
            return
        request = Recorded(
            self.command,
            parts.path,
            dict(parse_qsl(parts.query)),
            dict(self.headers.items()),
            body,
            time.time(),
        )
        answer, fault = double.take(request)
        if fault.delay:
            double.stopped.wait(fault.delay)
        with suppress(OSError):
            self._answer(answer, fault.how)
        if fault.how is not How.WHOLE or double.close_connections:
            self.close_connection = True

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_OPTIONS = _serve  # noqa: N815

    def _answer(self, answer: Answer, how: How) -> None:
        body, kind = answer.encoded()
        if how is How.CLOSE:
            return
        if how is How.HANG:
            self.server.double.stopped.wait(10)
            return
        if how is How.TRICKLE:
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 1000:
                self.wfile.write(bytes([byte]))
                if self.server.double.stopped.wait(0.05):
                    return
            return
        self.send_response(answer.status)
        for name, value in {"Content-Type": kind, **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if how is How.HALF else body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""
