"""What is too large is refused at once, and its sender is let finish, so that a browser shows the refusal."""

import socket

import pytest
from page_browser import served_office

PART = b"x" * 65_535 + b"&"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served_office(tmp_path_factory.mktemp("office")) as served:
        yield "127.0.0.1", int(served.url.rpartition(":")[2])


def sent(address, head, parts):
    """What the server answers when all parts were sent."""
    with socket.create_connection(address, timeout=20) as connection:
        connection.sendall(b"POST /import HTTP/1.1\r\nHost: x\r\n" + head + b"\r\n")
        for part in parts:
            connection.sendall(part)
        answer = b""
        while more := connection.recv(65_536):
            answer += more
    return answer


def test_sender_of_much_too_much_is_let_finish_and_reads_the_limit(address):
    size = 400 * len(PART)
    answer = sent(address, b"Content-Length: %d\r\n" % size, (PART for _ in range(400)))
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert "nhiều nhất 4,3 MB" in answer.decode()
    assert b"connection: close" in answer.lower()


def test_body_of_untold_length_is_counted_as_it_comes(address):
    chunks = [b"10000\r\n" + PART + b"\r\n"] * 80
    head = b"Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    answer = sent(address, head, [*chunks, b"0\r\n\r\n"])
    assert answer.startswith(b"HTTP/1.1 413 ")


def test_who_asks_before_sending_need_not_send(address):
    answer = sent(address, b"Content-Length: 900000000\r\nExpect: 100-continue\r\n", [])
    assert answer.startswith(b"HTTP/1.1 413 ")


def test_sender_who_stops_is_not_waited_for_long(address, monkeypatch):
    monkeypatch.setattr("scheduler.web.pages.security.LET_FINISH", 0.1)
    answer = sent(address, b"Content-Length: 900000000\r\n", [PART])
    assert answer.startswith(b"HTTP/1.1 413 ")
