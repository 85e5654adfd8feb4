"""What the tests of the command line ask for."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from program import SAMPLES, Sched


@pytest.fixture
def sched(tmp_path: Path) -> Sched:
    """The program in an empty folder with the configuration that `sched init` writes."""
    program = Sched(tmp_path)
    program("init")
    return program


@pytest.fixture
def samples() -> list[str]:
    """The three documents of the invented province, in the order in which they were issued for the reader."""
    return [str(path) for path in SAMPLES]


@pytest.fixture
def html_server() -> Iterator[str]:
    """A server that answers every request with a page, as a proxy in trouble does."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(b"<html>maintenance</html>")

        def log_message(self, form: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
