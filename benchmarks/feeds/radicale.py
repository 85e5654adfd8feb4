"""GET of a feed of 1,000 events from our server and from Radicale, which serves the same events as a collection.

    python -m benchmarks.feeds.radicale [--events N] [--rounds N]

Radicale is run as a program of its own, with its storage in files. Whole answers, one connection a request, in turn;
its first answer, for which it reads every file, does not count.
"""

import contextlib
import importlib.util
import multiprocessing
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.feeds.events import SLUG, service_of
from benchmarks.feeds.serving import PATH, serve
from benchmarks.figures import Figure, alternating, answer
from calendars.feeds import FeedAddress

CONFIG = """\
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[rights]
type = from_file
file = {folder}/rights
[storage]
filesystem_folder = {folder}
[logging]
level = error
"""
RIGHTS = "[all]\nuser: .*\ncollection: .*\npermissions: RrWw\n"


def milliseconds(url: str, count: int) -> float:
    """One GET of the whole feed, whose events are counted."""
    began = time.perf_counter()
    with urllib.request.urlopen(url, timeout=60) as answered:
        body = answered.read()
    spent = (time.perf_counter() - began) * 1000
    assert body.count(b"BEGIN:VEVENT") >= count, f"{url} gave {body.count(b'BEGIN:VEVENT')} events of {count}"
    return spent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def collection(folder: Path, body: bytes) -> None:
    """The feed's events as files of Radicale's, one each, with the zone they name."""
    (folder / ".Radicale.props").write_text('{"tag": "VCALENDAR"}', "utf-8")
    head, *parts = body.split(b"BEGIN:VEVENT\r\n")
    zone = head[head.index(b"BEGIN:VTIMEZONE") :] if b"BEGIN:VTIMEZONE" in head else b""
    opening = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//b//b//EN\r\n" + zone + b"BEGIN:VEVENT\r\n"
    for number, part in enumerate(parts):
        event = part[: part.index(b"END:VEVENT\r\n")]
        (folder / f"{number}.ics").write_bytes(opening + event + b"END:VEVENT\r\nEND:VCALENDAR\r\n")


@contextlib.contextmanager
def radicale(folder: Path, body: bytes) -> Iterator[str]:
    """Radicale over these events, by the address of its collection."""
    port, files = free_port(), folder / "collection-root" / "office" / SLUG
    files.mkdir(parents=True)
    collection(files, body)
    config = folder / "config"
    config.write_text(CONFIG.format(port=port, folder=folder), "utf-8")
    (folder / "rights").write_text(RIGHTS, "utf-8")
    words = [sys.executable, "-m", "radicale", "--config", str(config)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 20
        while not _answers(port):
            assert process.poll() is None, f"Radicale ended with status {process.returncode}"
            assert time.monotonic() < deadline, "Radicale did not start within 20 s"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/office/{SLUG}/"
    finally:
        process.terminate()
        process.wait(10)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@contextlib.contextmanager
def ours(folder: Path, events: int) -> Iterator[str]:
    """Our server over as many events, by the address of its feed."""
    spawn = multiprocessing.get_context("spawn")
    there, here = spawn.Pipe()
    server = spawn.Process(target=serve, args=(here, str(folder), events, True), daemon=True)
    server.start()
    try:
        assert there.poll(30), "our server did not start"
        yield f"http://127.0.0.1:{there.recv()}{PATH}"
    finally:
        server.terminate()
        server.join()


def measure(events: int = 1000, rounds: int = 5) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        places = [Path(name) / part for part in ("bytes", "ours", "radicale")]
        for place in places:
            place.mkdir()
        service = service_of(places[0], events)
        body = service.feed(FeedAddress(SLUG)).body
        service.database.close()
        with ours(places[1], events) as our_url, contextlib.ExitStack() as stack:
            works = [partial(milliseconds, our_url, events)]
            if importlib.util.find_spec("radicale"):
                works.append(partial(milliseconds, stack.enter_context(radicale(places[2], body)), events))
            runs = alternating(rounds, *works)
    theirs = runs[1] if len(runs) > 1 else ()
    note = f"{events:,} events, {len(body):,} bytes from us"
    yield Figure("feed-radicale", runs[0], theirs, note)


if __name__ == "__main__":
    sys.exit(answer(measure))
