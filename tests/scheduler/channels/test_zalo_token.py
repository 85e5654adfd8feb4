import logging
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import pytest
from doubles.http_double import ACCEPT_THEN_CLOSE, CLOSE_UNSEEN, HTML_ERROR, Answer, Fault, How
from doubles.messages import NOW, in_hours
from doubles.token_stores import FileTokenStore, MemoryTokenStore
from doubles.zalo_oa import ZaloOaDouble

from scheduler.attempts import Deferred, Halted, Outcome
from scheduler.channels.channel import Surroundings, TokenPair, TokenStore
from scheduler.channels.http import HttpClient, Limits
from scheduler.channels.zalo_token import AUTHORISE_AGAIN, AccessTokens, appsecret_proof

FIRST = "rt-1"
QUICK = Limits(connect=0.5, wait=0.5, whole=0.5)


@pytest.fixture
def zalo() -> Iterator[ZaloOaDouble]:
    with ZaloOaDouble(clock=NOW.timestamp) as double:
        yield double


def tokens_of(
    zalo: ZaloOaDouble, store: TokenStore, surroundings: Surroundings | None = None, **changes: Any
) -> AccessTokens:
    given: dict[str, Any] = {
        "app_id": zalo.app_id,
        "app_secret": zalo.secret,
        "first_refresh_token": FIRST,
        "oauth_url": zalo.url,
        "store": store,
        "surroundings": surroundings or Surroundings(tokens=store),
        "client": HttpClient(limits=QUICK),
    }
    return AccessTokens(**given | changes)


def a_pair(number: int = 1, hours_old: float = 0, origin: str = FIRST) -> TokenPair:
    issued = NOW - timedelta(hours=hours_old)
    mark = sha256(origin.encode()).hexdigest()[:16]
    return TokenPair(f"at-{number}", f"rt-{number}", issued, issued + timedelta(hours=25), mark)


def test_proof_of_the_references_example() -> None:
    expected = "867718a428f02bde2b212fceca5097a7891e1e9e2b2bacad856405403758d076"
    assert appsecret_proof("app-secret-for-tests", "access-token-1") == expected


def test_first_token_is_got_with_the_configured_refresh_token_and_stored_before_it_is_used(
    zalo: ZaloOaDouble,
) -> None:
    store = MemoryTokenStore()
    assert tokens_of(zalo, store).current(NOW) == "at-2"
    assert store.saved == [a_pair(2)]


def test_request_has_the_secret_in_its_header_alone(zalo: ZaloOaDouble) -> None:
    tokens_of(zalo, MemoryTokenStore()).current(NOW)
    (request,) = zalo.refreshes
    assert (request.method, request.path) == ("POST", "/v4/oa/access_token")
    assert request.header("secret_key") == zalo.secret
    assert request.header("Content-Type") == "application/x-www-form-urlencoded"
    assert request.body == f"app_id={zalo.app_id}&grant_type=refresh_token&refresh_token=rt-1".encode()


@pytest.mark.parametrize("expires_in", ["90000", 90000, None])
def test_lifetime_may_be_text_a_number_or_missing(zalo: ZaloOaDouble, expires_in: Any) -> None:
    zalo.expires_in = expires_in
    store = MemoryTokenStore()
    tokens_of(zalo, store).current(NOW)
    assert store.saved[0].expires == in_hours(25)


@pytest.mark.parametrize(
    ("hours_old", "token", "refreshes"),
    [
        pytest.param(0, "at-1", 0, id="new"),
        pytest.param(19.9, "at-1", 0, id="before 20 hours"),
        pytest.param(20.1, "at-2", 1, id="after 20 hours, though it would live for five more"),
        pytest.param(26, "at-2", 1, id="expired"),
    ],
)
def test_token_is_renewed_early(zalo: ZaloOaDouble, hours_old: float, token: str, refreshes: int) -> None:
    assert tokens_of(zalo, MemoryTokenStore(a_pair(hours_old=hours_old))).current(NOW) == token
    assert len(zalo.refreshes) == refreshes


def test_token_that_was_got_once_is_not_looked_up_again(zalo: ZaloOaDouble) -> None:
    store = MemoryTokenStore(a_pair())
    tokens = tokens_of(zalo, store)
    assert tokens.current(NOW) == "at-1"
    store.saved.clear()
    assert tokens.current(NOW) == "at-1"


def test_refused_token_is_replaced_by_that_which_another_sender_got(zalo: ZaloOaDouble) -> None:
    store = MemoryTokenStore(a_pair(1))
    tokens = tokens_of(zalo, store)
    assert tokens.current(NOW) == "at-1"
    store.save(a_pair(2))
    assert tokens.instead_of("at-1", NOW) == "at-2"
    assert zalo.refreshes == []


def test_many_threads_ask_for_one_refresh(zalo: ZaloOaDouble) -> None:
    store = MemoryTokenStore()
    senders = [tokens_of(zalo, store) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda tokens: tokens.current(NOW), senders)) == {"at-2"}
    assert len(zalo.refreshes) == 1


def _ask(url: str, path: Path, start: Event, got: Any) -> None:
    store = FileTokenStore(path)
    tokens = AccessTokens(
        app_id="1234567890123456789",
        app_secret="app-secret-for-tests",
        first_refresh_token=FIRST,
        oauth_url=url,
        store=store,
        surroundings=Surroundings(tokens=store),
        client=HttpClient(limits=Limits(5, 5, 5)),
    )
    start.wait(20)
    got.put(tokens.current(NOW))


def test_many_processes_ask_for_one_refresh_and_the_stored_pair_is_the_one_issued_last(
    zalo: ZaloOaDouble, tmp_path: Path
) -> None:
    zalo.fail(Fault(accept=True, delay=0.2))
    context = multiprocessing.get_context("spawn")
    start, got = context.Event(), context.Queue()
    processes = [
        context.Process(target=_ask, args=(zalo.url, tmp_path / "token", start, got)) for _ in range(3)
    ]
    for process in processes:
        process.start()
    start.set()
    assert [got.get(timeout=30) for _ in processes] == ["at-2"] * 3
    for process in processes:
        process.join(10)
    assert len(zalo.refreshes) == 1
    assert FileTokenStore(tmp_path / "token").load() == a_pair(2)


# ----------------------------------------------------------------------------------------------------------------------
# What may go wrong


def test_lost_answer_is_asked_for_once_more_and_then_a_person_is_asked(zalo: ZaloOaDouble) -> None:
    zalo.fail(ACCEPT_THEN_CLOSE)
    tokens = tokens_of(zalo, MemoryTokenStore(a_pair(hours_old=26)))
    outcome = tokens.current(NOW)
    assert isinstance(outcome, Halted)
    assert "-14014" in outcome.reason
    assert AUTHORISE_AGAIN in outcome.reason
    assert len(zalo.refreshes) == 2
    assert tokens.current(NOW) == Halted(AUTHORISE_AGAIN)
    assert len(zalo.refreshes) == 2


def test_dead_refresh_token_is_not_asked_with_again_by_any_sender(zalo: ZaloOaDouble) -> None:
    store = MemoryTokenStore(a_pair(7, hours_old=26))
    assert "-14014" in str(tokens_of(zalo, store).current(NOW))
    for _ in range(4):
        assert tokens_of(zalo, store).current(NOW) == Halted(AUTHORISE_AGAIN)
    assert len(zalo.refreshes) == 1


def test_same_refresh_token_is_tried_again_with_a_corrected_secret(zalo: ZaloOaDouble) -> None:
    store = MemoryTokenStore()
    assert isinstance(tokens_of(zalo, store, app_secret="mistyped").current(NOW), Halted)
    assert tokens_of(zalo, store).current(NOW) == "at-2"


def test_request_that_zalo_never_saw_succeeds_the_second_time(zalo: ZaloOaDouble) -> None:
    zalo.fail(CLOSE_UNSEEN)
    assert tokens_of(zalo, MemoryTokenStore()).current(NOW) == "at-2"


def test_new_authorisation_replaces_a_dead_one(zalo: ZaloOaDouble) -> None:
    dead = MemoryTokenStore(a_pair(7, hours_old=26))
    assert isinstance(tokens_of(zalo, dead).current(NOW), Halted)
    zalo.refresh = "rt-by-the-administrator"
    assert tokens_of(zalo, dead, first_refresh_token="rt-by-the-administrator").current(NOW) == "at-2"


@pytest.mark.parametrize(
    ("faults", "expected"),
    [
        pytest.param([HTML_ERROR, HTML_ERROR], Deferred, id="HTML twice"),
        pytest.param([Answer(200, b""), Answer(200, b"")], Deferred, id="empty twice"),
        pytest.param([Fault(how=How.HANG), CLOSE_UNSEEN], Deferred, id="silence, then closed"),
        pytest.param([Fault(how=How.TRICKLE)] * 2, Deferred, id="a byte at a time, twice"),
        pytest.param([Answer(200, {"error": -32, "message": "limit"})], Deferred, id="-32"),
        pytest.param([Answer(200, {"error": -14014})], Halted, id="-14014"),
        pytest.param([Answer(200, {"error": "-118"})], Halted, id="another negative code"),
        pytest.param([Answer(200, {"message": "?"})], Halted, id="no token and no code"),
    ],
)
def test_refresh_that_fails(
    zalo: ZaloOaDouble, faults: list[Fault | Answer], expected: type[Outcome]
) -> None:
    zalo.fail(*faults)
    assert type(tokens_of(zalo, MemoryTokenStore()).current(NOW)) is expected


def test_nobody_listening_is_deferred() -> None:
    with ZaloOaDouble() as zalo:
        pass
    assert type(tokens_of(zalo, MemoryTokenStore()).current(NOW)) is Deferred


def test_token_that_still_lives_is_used_while_its_renewal_fails(zalo: ZaloOaDouble) -> None:
    zalo.fail(HTML_ERROR, HTML_ERROR)
    assert tokens_of(zalo, MemoryTokenStore(a_pair(hours_old=21))).current(NOW) == "at-1"


def test_pair_that_could_not_be_stored_is_not_used_but_stored_later_by_whichever_sender(
    zalo: ZaloOaDouble,
) -> None:
    store = MemoryTokenStore()
    surroundings = Surroundings(tokens=store)
    store.failing = True
    outcome = tokens_of(zalo, store, surroundings).current(NOW)
    assert isinstance(outcome, Deferred)
    assert "no space left" in outcome.reason
    store.failing = False
    assert tokens_of(zalo, store, surroundings).current(NOW) == "at-2"
    assert store.saved == [a_pair(2)]
    assert len(zalo.refreshes) == 1


def test_nothing_configured_asks_for_an_authorisation(zalo: ZaloOaDouble) -> None:
    assert tokens_of(zalo, MemoryTokenStore(), first_refresh_token="").current(NOW) == Halted(AUTHORISE_AGAIN)
    assert zalo.requests == []


def test_secrets_stay_out_of_reasons_texts_and_logs(
    zalo: ZaloOaDouble, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    zalo.refresh = "another"
    told = repr(tokens_of(zalo, MemoryTokenStore()).current(NOW)) + repr(a_pair()) + caplog.text
    assert zalo.secret not in told
    assert "rt-1" not in told
    assert "at-1" not in told
