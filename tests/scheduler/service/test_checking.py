"""Feeds at an address held to the rules: all that a client would ask is asked of a server on loopback."""

import gzip

import pytest
from pytest_httpserver import HTTPServer
from sample_events import event, feed_of
from werkzeug import Request, Response

from calendars.errors import UnreadableDocument
from calendars.when import Undated
from scheduler.service.checking import check_address

FEED = feed_of(event(Undated()))
HEADERS = {
    "content-type": "text/calendar; charset=utf-8",
    "etag": '"abc"',
    "last-modified": "Wed, 01 Nov 2023 03:00:00 GMT",
    "cache-control": "public, max-age=600",
}


def answer(request: Request) -> Response:
    """As a good server answers."""
    if request.headers.get("if-none-match") == HEADERS["etag"]:
        return Response(status=304, headers=HEADERS)
    if request.headers.get("if-modified-since") == HEADERS["last-modified"]:
        return Response(status=304, headers=HEADERS)
    return Response(gzip.compress(FEED, mtime=0), headers=HEADERS | {"content-encoding": "gzip"})


def test_a_good_feed_that_is_answered_well_breaks_no_rule(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a.ics").respond_with_handler(answer)
    assert check_address(httpserver.url_for("/a.ics")) == []


def test_a_server_that_never_says_unchanged_is_found(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a.ics").respond_with_data(FEED, headers=HEADERS)
    assert {finding.rule.number for finding in check_address(httpserver.url_for("/a.ics"))} == {"8.4"}


def test_an_empty_answer_is_a_fault_of_the_feed(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a.ics").respond_with_data(b"", headers=HEADERS)
    assert "8.5" in {finding.rule.number for finding in check_address(httpserver.url_for("/a.ics"))}


@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(b"<!DOCTYPE html><title>Login</title>", "it is a web page", id="a login page"),
        pytest.param(FEED.decode().encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param(b"hello", "no BEGIN:VCALENDAR", id="something else"),
    ],
)
def test_what_is_no_calendar_is_told_in_a_sentence(httpserver: HTTPServer, body: bytes, why: str) -> None:
    httpserver.expect_request("/a.ics").respond_with_data(body, headers=HEADERS)
    with pytest.raises(UnreadableDocument, match=why):
        check_address(httpserver.url_for("/a.ics"))
