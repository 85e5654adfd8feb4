"""`sched serve` shows the pages, and prints the link of the first run until there is an administrator."""

import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

CONFIGURATION = """
[calendars.hoi]
name = "Chương trình công tác Hội"
[web]
port = {port}
public_url = "http://127.0.0.1:{port}"
"""
SECONDS = 30


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """`sched serve` in a folder; its address, and what it says until it listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "config.toml").write_text(CONFIGURATION.format(port=port), encoding="utf-8")
    command = [sys.executable, "-m", "scheduler.cli", "--config", str(folder / "config.toml"), "serve"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    output = process.stderr
    assert output is not None
    said: list[str] = []
    told = threading.Event()

    def listen() -> None:
        for line in output:
            said.append(line)
            if "/feeds/hoi.ics" in line:
                told.set()

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        assert told.wait(SECONDS), said
        yield f"http://127.0.0.1:{port}", said
    finally:
        process.terminate()
        process.wait(SECONDS)
        listener.join(SECONDS)
        output.close()


def fetch(url: str) -> str:
    """The page, asked for until the server listens."""
    pause = threading.Event()
    for _ in range(200):
        try:
            with urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())
        except ConnectionError:
            pause.wait(0.05)
        except OSError as error:
            if not isinstance(getattr(error, "reason", None), ConnectionError):
                raise
            pause.wait(0.05)
    return pytest.fail("the server does not listen")


def test_serve_shows_the_calendar_and_the_link_of_the_first_run(tmp_path):
    with serving(tmp_path) as (url, said):
        assert "Chương trình công tác Hội" in fetch(f"{url}/")
        link = re.search(rf"{re.escape(url)}/first/[\w-]+", "".join(said))
        assert link is not None
        assert "Tạo quản trị viên đầu tiên" in fetch(link[0])
