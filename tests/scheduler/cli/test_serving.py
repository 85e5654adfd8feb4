"""`sched serve` and `sched up` as processes: what they answer, and how they end."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from program import Sched

from scheduler.cli.telling import _say_where
from scheduler.settings import CalendarSettings, Settings, Visibility, WebSettings


@contextmanager
def served(sched: Sched, command: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    text = (sched.folder / "config.toml").read_text("utf-8").replace("8000", str(port))
    sched.configure(text)
    process = subprocess.Popen(
        [sys.executable, "-m", "scheduler.cli", command],
        cwd=sched.folder,
        env=os.environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    url = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/robots.txt", timeout=5).close()
            break
        except OSError:
            time.sleep(0.1)
    try:
        yield url, process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=30)


def status_of(url: str, **headers: str) -> int:
    request = urllib.request.Request(
        url, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


@pytest.mark.parametrize("command", ["serve", "up"])
def test_feeds_are_answered_until_it_is_told_to_stop(sched: Sched, samples: list[str], command: str) -> None:
    sched("import", samples[0])
    with served(sched, command) as (url, process):
        with urllib.request.urlopen(f"{url}/feeds/hoi-lhpn.ics", timeout=20) as answer:
            assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
            assert answer.read() == sched("export").stdout.encode()
            etag = answer.headers["etag"]
        assert status_of(f"{url}/feeds/hoi-lhpn.ics", If_None_Match=etag) == 304
        assert status_of(f"{url}/feeds/none.ics") == 404
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) in (0, -signal.SIGTERM)


def test_an_address_in_use_is_a_sentence(sched: Sched) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        sched.configure((sched.folder / "config.toml").read_text("utf-8").replace("8000", str(port)))
        for command in ("serve", "up"):
            run = sched.in_a_process(command, status=2)
            assert f"port {port}" in run.stderr
            assert "change host or port in [web]" in run.stderr


def test_a_calendar_that_is_not_public_is_told_without_an_address_of_a_feed(tmp_path, capsys) -> None:
    calendars = (
        CalendarSettings(slug="hoi", name="Hội"),
        CalendarSettings(slug="noi-bo", name="Nội bộ", visibility=Visibility.TOKEN),
    )
    web = WebSettings(public_url="http://lich.example.org/")
    _say_where(Settings(folder=tmp_path, calendars=calendars, web=web))
    public, inside = "".join(capsys.readouterr()).splitlines()
    assert "http://lich.example.org/feeds/hoi.ics" in public
    assert ("/feeds/" in inside, "http://lich.example.org/c/noi-bo" in inside) == (False, True)
