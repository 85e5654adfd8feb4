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
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from program import Sched
from waiting import until

from calendars.times import VIETNAM
from scheduler.cli.telling import _say_where
from scheduler.settings import CalendarSettings, Settings, Visibility, WebSettings

RULE = """
[[reminders]]
name = "early"
before = "{lead}"
channels = ["console"]
"""

INVITATION = """UBND TỈNH SÔNG THAO

GIẤY MỜI

Kính mời đồng chí dự Hội nghị triển khai công tác bình đẳng giới.
Thời gian: 14 giờ 00 ngày {day:%d/%m/%Y}.
Địa điểm: Hội trường tầng 2.
"""


@contextmanager
def served(sched: Sched, command: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    text = (sched.folder / "config.toml").read_text("utf-8").replace("8000", str(port))
    sched.configure(text)
    with log_of(sched).open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "scheduler.cli", command],
            cwd=sched.folder,
            env=os.environ,
            stdout=subprocess.DEVNULL,
            stderr=log,
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
        process.wait(timeout=30)


def log_of(sched: Sched) -> Path:
    return sched.folder / "log"


def until_logged(sched: Sched, text: str, times: int = 1) -> None:
    until(
        lambda: log_of(sched).read_text("utf-8").count(text) >= times,
        told=lambda: log_of(sched).read_text("utf-8"),
    )


def reconfigure(sched: Sched, old: str, new: str) -> None:
    text = (sched.folder / "config.toml").read_text("utf-8")
    assert old in text
    sched.configure(text.replace(old, new))


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


@pytest.mark.parametrize("command", ["serve", "up"])
def test_to_hang_up_has_the_configuration_read_again_by_all_that_runs(
    sched: Sched, samples: list[str], command: str
) -> None:
    sched("import", samples[0])
    with served(sched, command) as (url, process):
        assert status_of(f"{url}/feeds/hoi-lhpn.ics") == 200
        reconfigure(sched, 'visibility = "public"', 'visibility = "private"')
        process.send_signal(signal.SIGHUP)
        until_logged(sched, "the configuration was read again")
        assert status_of(f"{url}/feeds/hoi-lhpn.ics") == 404
        reconfigure(sched, 'visibility = "private"', 'visibility = "secret"')
        process.send_signal(signal.SIGHUP)
        until_logged(sched, "the new configuration is not used")
        reconfigure(sched, 'visibility = "secret"', 'visibility = "public"')
        reconfigure(sched, 'database = "sqlite:///sched.db"', 'database = "sqlite:///other.db"')
        process.send_signal(signal.SIGHUP)
        until_logged(sched, "the new value of database is used when sched is started again")
        assert status_of(f"{url}/feeds/hoi-lhpn.ics") == 200
        assert process.poll() is None


def test_what_arrives_after_the_configuration_was_read_again_is_planned_by_it(
    sched: Sched, samples: list[str]
) -> None:
    sched("people", "add", "Lan", "--console", "--follow", "hoi-lhpn")
    with served(sched, "up") as (_, process):
        reconfigure(sched, "[digests]", f"{RULE.format(lead='90 minutes')}\n[digests]")
        (sched.folder / "inbox").mkdir()
        reconfigure(sched, 'review = "unsure"', 'review = "none"\ninbox = "inbox"')
        process.send_signal(signal.SIGHUP)
        until_logged(sched, "the configuration was read again")
        ahead = (datetime.now(UTC) + timedelta(days=10)).astimezone(VIETNAM)
        (sched.folder / "inbox" / "giay-moi.txt").write_text(INVITATION.format(day=ahead), "utf-8")
        until_logged(sched, "1 changes published")
        planned = sched.json("outbox", "list", "--json")
        assert "early" in {one["rule"] for one in planned if one["purpose"] == "reminder"}
        reconfigure(sched, "90 minutes", "99999999999999999999 minutes")
        process.send_signal(signal.SIGHUP)
        until_logged(sched, "`before` is at most 90 days")
        assert process.poll() is None


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
