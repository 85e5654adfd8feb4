"""Requests a second of a feed of 1,000 events, whole and 304, against a bare Starlette application of the same bytes.

    python -m benchmarks.feeds.serving [EVENTS]

Each server is a process of its own under the same uvicorn (uvloop, httptools); ours asks its database for the version
on every request. The client, another process, keeps 8 connections busy and reads answers by their length. Rounds
alternate and the median of each is taken. Budget: at least 0.8 of the bare application's rate, for both.
"""

import asyncio
import multiprocessing
import socket
import statistics
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.feeds.events import SLUG, service_of
from calendars.feeds import FeedAddress
from scheduler.web.app import create_app
from scheduler.web.server import make_server

ROUNDS = 5
SECONDS = 1.0
CONNECTIONS = 8
BUDGET = 0.8
PATH = f"/feeds/{SLUG}.ics"


def serve(ready: Connection, folder: str, count: int, ours: bool) -> None:
    """One server, until it is terminated; says its port."""
    service = service_of(Path(folder), count)
    if ours:
        service.problems = tuple
        service.gauges = dict
        app = create_app(service)
    else:
        app = bare(service.feed(FeedAddress(SLUG)).body)
    listening = socket.create_server(("127.0.0.1", 0))
    ready.send(listening.getsockname()[1])
    make_server(app, "127.0.0.1", 0).run(sockets=[listening])


def bare(body: bytes) -> Starlette:
    """The least that answers with these bytes, or with 304."""
    headers = {"etag": '"same"'}

    async def feed(request: Request) -> Response:
        if request.headers.get("if-none-match") == '"same"':
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="text/calendar", headers=headers)

    return Starlette(routes=[Route(PATH, feed)])


async def ask_once(port: int, headers: bytes = b"") -> bytes:
    """The head of one answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n" % (PATH.encode(), headers))
    head = await reader.readuntil(b"\r\n\r\n")
    writer.close()
    return head


class Asking(asyncio.Protocol):
    """Asks again as soon as it has the whole answer."""

    def __init__(self, request: bytes, size: int, count: list[int]) -> None:
        self.request, self.size, self.count, self.left = request, size, count, size

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        self.left -= len(data)
        if self.left <= 0:
            self.count[0] += 1
            self.left += self.size
            self.transport.write(self.request)


async def rate(port: int, headers: bytes) -> float:
    """Answers a second over all connections."""
    head = await ask_once(port, headers)
    length = next(
        (int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
    )
    request = b"GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n" % (PATH.encode(), headers)
    count = [0]
    loop = asyncio.get_running_loop()
    transports = [
        (await loop.create_connection(lambda: Asking(request, len(head) + length, count), "127.0.0.1", port))[
            0
        ]
        for _ in range(CONNECTIONS)
    ]
    await asyncio.sleep(0.2)
    begin, before = time.perf_counter(), count[0]
    await asyncio.sleep(SECONDS)
    done = (count[0] - before) / (time.perf_counter() - begin)
    for transport in transports:
        transport.close()
    return done


async def measure(ports: dict[str, int]) -> bool:
    kept = True
    for kind in ("whole", "304"):
        rates: dict[str, list[float]] = {name: [] for name in ports}
        for _ in range(ROUNDS):
            for name, port in ports.items():
                headers = b""
                if kind == "304":
                    head = await ask_once(port)
                    etag = next(
                        line[6:] for line in head.split(b"\r\n") if line.lower().startswith(b"etag: ")
                    )
                    headers = b"If-None-Match: %s\r\n" % etag
                    assert (await ask_once(port, headers)).startswith(b"HTTP/1.1 304")
                rates[name].append(await rate(port, headers))
        middle = {name: statistics.median(values) for name, values in rates.items()}
        ratio = middle["ours"] / middle["bare"]
        kept = kept and ratio >= BUDGET
        print(
            f"  {kind:6} ours {middle['ours']:8,.0f}/s   bare Starlette {middle['bare']:8,.0f}/s   "
            f"ratio {ratio:.2f}   budget {BUDGET}"
        )
    return kept


def main(count: int) -> int:
    spawn = multiprocessing.get_context("spawn")
    servers, ports = [], {}
    with tempfile.TemporaryDirectory() as folder:
        for name in ("ours", "bare"):
            there, here = spawn.Pipe()
            (Path(folder) / name).mkdir()
            server = spawn.Process(
                target=serve, args=(here, f"{folder}/{name}", count, name == "ours"), daemon=True
            )
            server.start()
            servers.append(server)
            ports[name] = there.recv()
        print(f"a feed of {count:,} events over HTTP, {CONNECTIONS} connections")
        try:
            kept = uvloop.run(measure(ports))
        finally:
            for server in servers:
                server.terminate()
                server.join()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
