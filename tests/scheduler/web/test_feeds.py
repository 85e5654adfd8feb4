"""Feeds over HTTP, rule by rule; the numbers are those of docs/feeds.md."""

import asyncio
import gzip
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from feed_service import CHANGED, MemoryService
from httpx2 import ASGITransport, AsyncClient
from prometheus_client.parser import text_string_to_metric_families
from sample_events import AFTERNOON, FRIDAYS, event, feed_of
from starlette.testclient import TestClient

from calendars.feeds import FeedAddress
from calendars.marks import Category
from calendars.when import Repeat
from scheduler.service.health import Measure
from scheduler.web.app import create_app
from scheduler.web.feed_cache import FeedCache

BODY = feed_of(event(Repeat(FRIDAYS, AFTERNOON)))
OTHER = feed_of(event(Repeat(FRIDAYS, AFTERNOON), sequence=1, title="Họp giao ban mở rộng"))
URL = "/feeds/van-phong.ics"
PLAIN = {"accept-encoding": "identity"}


def in_a_loop_of_its_own(work):
    """What the coroutine gives; in a thread, since a browser's tests leave a running loop in theirs."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


@pytest.fixture
def service() -> MemoryService:
    return MemoryService(bodies={"van-phong": BODY, "k3y": BODY})


@pytest.fixture
def client(service):
    with TestClient(create_app(service), headers=PLAIN) as client:
        yield client


def test_a_feed_is_answered_with_its_bytes_and_headers(client):
    answer = client.get(URL)
    assert (answer.status_code, answer.content) == (200, BODY)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["last-modified"] == "Wed, 01 Nov 2023 03:00:00 GMT"
    assert answer.headers["cache-control"] == "public, max-age=600"
    assert answer.headers["vary"] == "accept-encoding"
    assert answer.headers["content-length"] == str(len(BODY))
    assert answer.headers["etag"].startswith('"')


@pytest.mark.parametrize(
    "accept", ["text/html", "application/json", "text/calendar,text/plain;q=0.8,*/*;q=0.5"]
)
def test_8_1_the_type_is_the_same_whatever_is_accepted(client, accept):
    answer = client.get(URL, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")


def test_8_2_only_the_download_is_a_file_to_save(client):
    assert "content-disposition" not in client.get(URL).headers
    answer = client.get("/download/van-phong.ics")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''van-phong.ics"
    assert answer.content == BODY


def test_head_has_the_headers_of_get_and_no_body(client):
    got, head = client.get(URL), client.head(URL)
    assert (head.status_code, head.content, dict(head.headers)) == (200, b"", dict(got.headers))


@pytest.mark.parametrize(("path", "status"), [(URL, 200), (URL, 304), ("/feeds/khong-co.ics", 404)])
def test_browsers_take_a_feed_for_nothing_but_a_calendar(client, path, status):
    etag = client.get(URL).headers["etag"]
    answer = client.get(path, headers={"if-none-match": etag} if status == 304 else {})
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "path", [URL, "/f/k3y.ics", "/download/van-phong.ics", "/feeds/khong-co.ics", "/healthz"]
)
@pytest.mark.parametrize("secure", [False, True])
def test_use_of_tls_is_remembered_where_it_is_used_and_only_there(service, path, secure):
    client = TestClient(create_app(service, secure=secure), headers=PLAIN)
    answers = [client.get(path), client.head(path), client.post(path)]
    told = {answer.headers.get("strict-transport-security") for answer in answers}
    assert told == ({"max-age=31536000"} if secure else {None})


def test_nothing_else_may_be_asked_of_a_feed(client):
    answer = client.put(URL, content=b"BEGIN:VCALENDAR")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


# Conditional requests

ETAG = (
    TestClient(create_app(MemoryService(bodies={"van-phong": BODY}))).get(URL, headers=PLAIN).headers["etag"]
)
STALE = format_datetime(CHANGED - timedelta(seconds=1), usegmt=True)
SAME = format_datetime(CHANGED, usegmt=True)
LATER = format_datetime(CHANGED + timedelta(days=3), usegmt=True)
TO_COME = format_datetime(datetime.now(UTC) + timedelta(days=400), usegmt=True)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        pytest.param({"if-none-match": ETAG}, 304, id="the etag"),
        pytest.param({"if-none-match": f"W/{ETAG}"}, 304, id="its weak form"),
        pytest.param({"if-none-match": f'"a", W/"b" ,{ETAG}'}, 304, id="in a list"),
        pytest.param({"if-none-match": "*"}, 304, id="anything"),
        pytest.param({"if-none-match": '"another"'}, 200, id="another etag"),
        pytest.param({"if-none-match": ETAG.strip('"')}, 200, id="not quoted"),
        pytest.param({"if-none-match": ""}, 200, id="nothing"),
        pytest.param({"if-modified-since": SAME}, 304, id="the date"),
        pytest.param({"if-modified-since": LATER}, 304, id="a later date"),
        pytest.param({"if-modified-since": STALE}, 200, id="an earlier date"),
        pytest.param({"if-modified-since": TO_COME}, 200, id="a date to come"),
        pytest.param({"if-modified-since": "yesterday"}, 200, id="garbage for a date"),
        pytest.param({"if-modified-since": "Wed, 99 Nov 99999 99:99:99 GMT"}, 200, id="an impossible date"),
        pytest.param(
            {"if-modified-since": "Wed, 01 Nov 2023 10:00:00 +0700"}, 304, id="the date in another zone"
        ),
        pytest.param(
            {"if-none-match": '"another"', "if-modified-since": SAME}, 200, id="the etag goes first"
        ),
        pytest.param({"if-none-match": ETAG, "if-modified-since": STALE}, 304, id="and alone counts"),
    ],
)
def test_8_4_conditional_requests(client, asked, status):
    answer = client.get(URL, headers=asked)
    assert answer.status_code == status
    if status == 304:
        assert answer.content == b""
        assert answer.headers["etag"] == ETAG
        assert answer.headers["last-modified"] == SAME
        assert answer.headers["cache-control"] == "public, max-age=600"


def test_8_4_the_date_is_compared_to_the_second(service, client):
    service.change("van-phong", BODY, CHANGED + timedelta(microseconds=700_000))
    assert client.get(URL, headers={"if-modified-since": SAME}).status_code == 304


def test_a_changed_feed_is_sent_again_with_another_etag(service, client):
    service.change("van-phong", OTHER, CHANGED + timedelta(hours=1))
    answer = client.get(URL, headers={"if-none-match": ETAG})
    assert (answer.status_code, answer.content) == (200, OTHER)
    assert answer.headers["etag"] != ETAG
    assert answer.headers["last-modified"] == "Wed, 01 Nov 2023 04:00:00 GMT"


def test_an_unchanged_feed_is_read_once_however_often_it_is_asked_for(service, client):
    for _ in range(5):
        client.get(URL)
        client.get(URL, headers={"if-none-match": ETAG})
    assert service.feeds_asked == [FeedAddress("van-phong")]
    assert service.versions_asked == 10


# Bodies


def test_8_9_gzip_where_it_is_accepted_under_a_weak_etag(client):
    answer = client.get(URL, headers={"accept-encoding": "br, gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["etag"] == f"W/{ETAG}"
    assert int(answer.headers["content-length"]) < len(BODY)
    assert answer.content == BODY


@pytest.mark.parametrize("accepted", ["identity", "br", "gzip;q=0", "gzip ; q=0.0, br", ""])
def test_no_gzip_where_it_is_not_accepted(client, accepted):
    answer = client.get(URL, headers={"accept-encoding": accepted})
    assert "content-encoding" not in answer.headers
    assert answer.content == BODY


def test_gzip_has_the_same_bytes_each_time(service):
    one, two = (
        TestClient(create_app(service)).get(URL, headers={"accept-encoding": "gzip"}) for _ in range(2)
    )
    assert one.headers["content-length"] == two.headers["content-length"]
    assert gzip.compress(BODY, 6, mtime=0) == gzip.compress(BODY, 6, mtime=0)


def test_8_5_a_fault_serves_the_last_good_copy(service, client, caplog):
    client.get(URL)
    service.fault = RuntimeError("database is locked")
    service.change("van-phong", OTHER, CHANGED + timedelta(hours=1))
    answer = client.get(URL)
    assert (answer.status_code, answer.content) == (200, BODY)
    assert "database is locked" in caplog.text


def test_8_5_half_a_feed_is_never_served(service, client):
    client.get(URL)
    service.change("van-phong", BODY[:300], CHANGED + timedelta(hours=1))
    assert client.get(URL).content == BODY


def test_8_5_without_a_good_copy_the_answer_is_to_come_again(service, client):
    service.fault = RuntimeError("no such file")
    answer = client.get(URL)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "300")
    assert answer.text.endswith("\n")


def test_after_a_fault_the_feed_is_rendered_again(service, client):
    service.fault = RuntimeError("once")
    assert client.get(URL).status_code == 503
    service.fault = None
    assert client.get(URL).content == BODY


# Addresses


def test_8_6_gone_is_for_revoked_addresses_and_nothing_else(service, client):
    service.revoked.add("k3y")
    assert client.get("/f/k3y.ics").status_code == 410
    assert client.get("/f/guess.ics").status_code == 404
    assert client.get("/feeds/nowhere.ics").status_code == 404


def test_what_is_absent_is_not_remembered_by_caches(client):
    assert client.get("/feeds/nowhere.ics").headers["cache-control"] == "no-store"


def test_8_7_a_personal_feed_needs_its_token_alone_and_stays_private(service, client):
    answer = client.get("/f/k3y.ics")
    assert (answer.status_code, answer.content) == (200, BODY)
    assert answer.headers["cache-control"] == "private, max-age=600"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert service.feeds_asked == [FeedAddress(token="k3y")]


def test_a_reader_narrows_a_feed(service, client):
    client.get(URL, params={"category": "meeting", "group": "Ban Tổ chức"})
    assert service.feeds_asked == [FeedAddress("van-phong", None, Category.MEETING, "Ban Tổ chức")]
    assert client.get(URL, params={"category": "party"}).status_code == 404


def test_7_2_a_reader_chooses_an_alarm(client):
    plain, ringing = client.get(URL), client.get(URL, params={"alarm": "30m"})
    assert b"VALARM" not in plain.content
    assert b"TRIGGER:-PT30M\r\n" in ringing.content
    assert ringing.headers["etag"] != plain.headers["etag"]
    again = client.get(URL, params={"alarm": "30m"}, headers={"if-none-match": ringing.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("alarm", ["soon", "30", "29d", "-5m"])
def test_an_alarm_that_is_none_is_refused_with_how_to_write_one(client, alarm):
    answer = client.get(URL, params={"alarm": alarm})
    assert (answer.status_code, answer.headers["cache-control"]) == (400, "no-store")
    assert "alarm=30m" in answer.text


def test_an_alarm_left_empty_is_none(client):
    assert client.get(f"{URL}?alarm=").content == BODY


def test_many_asking_at_once_render_a_changed_feed_once(service):
    all_have_asked = threading.Event()
    plain_version, plain_feed = service.feed_version, service.feed

    def counted_version(address):
        if service.versions_asked == 19:
            all_have_asked.set()
        return plain_version(address)

    def slow_feed(address):
        assert all_have_asked.wait(10)
        return plain_feed(address)

    service.feed_version, service.feed = counted_version, slow_feed

    async def ask() -> list[int]:
        transport = ASGITransport(app=create_app(service))
        async with AsyncClient(transport=transport, base_url="http://feeds.test") as asking:
            answers = await asyncio.gather(*(asking.get(URL) for _ in range(20)))
        return [answer.status_code for answer in answers]

    assert in_a_loop_of_its_own(ask()) == [200] * 20
    assert len(service.feeds_asked) == 1


def test_the_answers_of_one_turn_share_a_question_and_the_next_turn_asks_anew(service):
    cache, address = FeedCache(service), FeedAddress("van-phong")

    async def ask():
        ready = await cache.get(address, None)
        asked = service.versions_asked
        assert cache.at_hand(address, None) is cache.at_hand(address, None) is ready
        assert service.versions_asked == asked + 1
        service.change("van-phong", OTHER, CHANGED)
        await asyncio.sleep(0)
        assert cache.at_hand(address, None) is None
        assert (await cache.get(address, None)).body == OTHER

    in_a_loop_of_its_own(ask())


def test_what_a_loop_that_was_stopped_had_seen_is_not_believed_in_another(service):
    cache, address = FeedCache(service), FeedAddress("van-phong")

    def in_a_loop_that_is_stopped():
        loop = asyncio.new_event_loop()
        loop.run_until_complete(cache.get(address, None))
        loop.call_soon(cache.at_hand, address, None)
        loop.call_soon(loop.stop)
        loop.run_forever()
        loop.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(in_a_loop_that_is_stopped).result()
    service.change("van-phong", OTHER, CHANGED)

    async def ask():
        return cache.at_hand(address, None)

    assert in_a_loop_of_its_own(ask()) is None


def test_memory_is_bounded(service, monkeypatch):
    monkeypatch.setattr("scheduler.web.feed_cache.CACHED_BYTES", 3 * len(BODY))
    with TestClient(create_app(service)) as client:
        for minutes in (1, 2, 3, 4, 5, 1):
            client.get(URL, params={"alarm": f"{minutes}m"})
        assert len(service.feeds_asked) == 6


# Watchers


def test_8_8_robots_may_fetch_feeds(client):
    assert client.get("/robots.txt").text == "User-agent: *\nAllow: /\n"


def test_health_names_what_a_person_must_see_to(service, client):
    assert client.get("/healthz").json() == {"status": "ok", "problems": []}
    service.troubles = ("nothing has been sent since 08:00",)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "failing", "problems": ["nothing has been sent since 08:00"]}


def test_health_is_failing_where_it_cannot_be_told_and_keeps_the_error_to_the_log(service, client, caplog):
    service.fault = RuntimeError("password of the database")
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "password" not in answer.text
    assert "password" in caplog.text


def test_metrics_count_answers_and_show_the_services_figures(service, client):
    service.measured = (
        Measure("reminders_sent", "Messages accepted", {"email": 7, "zalo_bot": 0}, counts=True),
        Measure("reminders_due", "Messages that wait", {"email": 3}),
        Measure("events", "Events", 12),
    )
    client.get(URL)
    client.get(URL, headers={"if-none-match": ETAG})
    text = client.get("/metrics").text
    assert 'sched_feed_answers_total{status="200"} 1.0' in text
    assert 'sched_feed_answers_total{status="304"} 1.0' in text
    assert "sched_feed_renders 1.0" in text
    parsed = {family.name: family for family in text_string_to_metric_families(text)}
    assert (parsed["sched_reminders_sent"].type, parsed["sched_reminders_sent"].documentation) == (
        "counter",
        "Messages accepted",
    )
    assert [(one.name, one.labels, one.value) for one in parsed["sched_reminders_sent"].samples] == [
        ("sched_reminders_sent_total", {"channel": "email"}, 7),
        ("sched_reminders_sent_total", {"channel": "zalo_bot"}, 0),
    ]
    assert (parsed["sched_reminders_due"].type, parsed["sched_events"].samples[0].value) == ("gauge", 12)
