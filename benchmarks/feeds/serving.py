"""Requests a second of a feed of 1,000 events, whole and 304, against a bare Starlette application of the same bytes.

    python -m benchmarks.feeds.serving [--events N] [--rounds N] [--seconds N]

Each server is a process of its own under the same uvicorn (uvloop, httptools); ours asks its database for the version
in every turn of its loop, and counts who fetched. The client, another process, keeps 8 connections busy and reads
answers by their length. Rounds alternate and the median of each is taken.
"""

import asyncio
import multiprocessing
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.feeds.events import NOW, SLUG, service_of
from benchmarks.figures import Figure, answer
from calendars.feeds import FeedAddress
from scheduler.service.feed_clients import FeedClients
from scheduler.web.app import create_app
from scheduler.web.server import make_server

CONNECTIONS = 8
PATH = f"/feeds/{SLUG}.ics"


def serve(ready: Connection, folder: str, count: int, ours: bool) -> None:
    """One server, until it is terminated; says its port."""
    service = service_of(Path(folder), count)
    if ours:
        service.problems = tuple
        service.measures = tuple
        app = create_app(service, saw=FeedClients(service.database, lambda: NOW).saw)
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


async def rate(port: int, headers: bytes, seconds: float) -> float:
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
    await asyncio.sleep(seconds)
    done = (count[0] - before) / (time.perf_counter() - begin)
    for transport in transports:
        transport.close()
    return done


async def rates_of(ports: dict[str, int], rounds: int, seconds: float) -> AsyncIterator[Figure]:
    for name, whole in (("feed-get", True), ("feed-304", False)):
        rates: dict[str, list[float]] = {side: [] for side in ports}
        for _ in range(rounds):
            for side, port in ports.items():
                headers = b"" if whole else await unchanged(port)
                rates[side].append(await rate(port, headers, seconds))
        note = f"{CONNECTIONS} connections kept busy by another process, each server a process of its own"
        yield Figure(name, tuple(rates["ours"]), tuple(rates["bare"]), note)


async def unchanged(port: int) -> bytes:
    """The header by which the server answers 304."""
    head = await ask_once(port)
    etag = next(line[6:] for line in head.split(b"\r\n") if line.lower().startswith(b"etag: "))
    headers = b"If-None-Match: %s\r\n" % etag
    assert (await ask_once(port, headers)).startswith(b"HTTP/1.1 304")
    return headers


async def all_of(ports: dict[str, int], rounds: int, seconds: float) -> list[Figure]:
    return [figure async for figure in rates_of(ports, rounds, seconds)]


def measure(events: int = 1000, rounds: int = 5, seconds: float = 1.0) -> Iterator[Figure]:
    """seconds: of each round."""
    spawn = multiprocessing.get_context("spawn")
    servers, ports = [], {}
    with tempfile.TemporaryDirectory() as folder:
        try:
            for name in ("ours", "bare"):
                there, here = spawn.Pipe()
                (Path(folder) / name).mkdir()
                server = spawn.Process(
                    target=serve, args=(here, f"{folder}/{name}", events, name == "ours"), daemon=True
                )
                server.start()
                servers.append(server)
                assert there.poll(30), f"the server '{name}' did not start"
                ports[name] = there.recv()
            yield from uvloop.run(all_of(ports, rounds, seconds))
        finally:
            for server in servers:
                server.terminate()
                server.join()


if __name__ == "__main__":
    sys.exit(answer(measure))
