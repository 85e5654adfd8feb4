"""A browser for tests and screenshots: Debian's Chromium without a window, kept off the network; and a server."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from page_office import PageOffice, page_office
from playwright.sync_api import Browser, sync_playwright

from scheduler.settings import WebSettings
from scheduler.web.server import make_server

FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
REPOSITORY = Path(__file__).parents[2]
AXE = REPOSITORY / "tests" / "js" / "node_modules" / "axe-core" / "axe.min.js"


@dataclass
class Served:
    """An office whose pages are served on loopback."""

    office: PageOffice
    url: str


@contextmanager
def served_office(folder: Path, public_url: str = "", **changes: object) -> Iterator[Served]:
    """The office of the tests behind a real server, until the block ends. public_url "": where it is served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    web = WebSettings(public_url=public_url or url, port=port, secret="chỉ để thử")
    with page_office(folder, web=web, **changes) as office:
        server = make_server(office.app, "127.0.0.1", port)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        deadline = time.monotonic() + 10
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        try:
            yield Served(office, url)
        finally:
            server.should_exit = True
            thread.join(timeout=10)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()
