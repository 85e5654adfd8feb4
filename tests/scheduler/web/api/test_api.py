"""/api/v1: who may call, what is answered, and that it is as `openapi.json` says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_office import PROGRAMME, PageOffice, page_office

from scheduler.service.access import Role
from scheduler.service.people import NewPerson
from scheduler.web.api import api_routes
from scheduler.web.api.routes import OPENAPI

DOCUMENT = json.loads(OPENAPI.read_text("utf-8"))
DECEMBER = {"calendar": "hoi", "from": "2026-12-01", "to": "2026-12-31"}


@pytest.fixture(scope="module")
def shared(tmp_path_factory) -> Iterator[PageOffice]:
    with page_office(tmp_path_factory.mktemp("api")) as made:
        made.import_programme()
        yield made


@pytest.fixture
def office(tmp_path: Path) -> Iterator[PageOffice]:
    with page_office(tmp_path) as made:
        yield made


def script(office, login="may", role=Role.APPROVER):
    """A script with a token of an account of that role."""
    token = office.services.tokens.add_api_token(office.account(login, role), "thử", now=office.clock())
    client = office.visitor().client
    client.headers["authorization"] = f"Bearer {token}"
    return client


def test_description_names_every_route_and_no_other():
    told = {(path, method) for path, methods in DOCUMENT["paths"].items() for method in methods}
    routes = {
        (re.sub(r":\w+", "", route.path.removeprefix("/api/v1")), method.lower())
        for route in api_routes()
        for method in route.methods - {"HEAD"}
    }
    assert told == routes


def test_every_reference_of_the_description_leads_somewhere():
    named = set(re.findall(r'"#/components/schemas/(\w+)"', OPENAPI.read_text("utf-8")))
    assert named == set(DOCUMENT["components"]["schemas"])


def test_description_is_served(shared):
    assert shared.visitor().get("/api/v1/openapi.json").json() == DOCUMENT


def test_public_calendar_is_read_without_a_token(shared):
    visitor = shared.visitor()
    assert [one["slug"] for one in visitor.get("/api/v1/calendars").json()] == ["hoi"]
    found = visitor.get("/api/v1/occurrences", params=DECEMBER).json()
    assert [one["title"] for one in found].count("Giao ban Thường trực Hội LHPN tỉnh") == 4
    meeting = next(one for one in found if "tổng kết" in one["title"])
    assert meeting["when"] == {
        "type": "date",
        "date": "2026-12-18",
        "start": "08:00",
        "end": None,
        "daypart": None,
    }
    assert set(meeting) == set(DOCUMENT["components"]["schemas"]["Occurrence"]["properties"])
    story = visitor.get(f"/api/v1/events/{meeting['uid']}").json()
    assert story["title"] == meeting["title"]
    assert len(story["history"]) == 1


def test_internal_calendar_is_not_told_to_strangers(shared):
    asked = DECEMBER | {"calendar": "noi-bo"}
    assert shared.visitor().get("/api/v1/occurrences", params=asked).status_code == 401
    assert script(shared, "doc", Role.READER).get("/api/v1/occurrences", params=asked).json() == []


@pytest.mark.parametrize(
    ("path", "role", "status"),
    [
        ("/drafts", None, 401),
        ("/drafts", Role.READER, 403),
        ("/drafts", Role.EDITOR, 200),
        ("/people", Role.READER, 403),
        ("/outbox", Role.EDITOR, 200),
        ("/outbox?state=gone", Role.EDITOR, 422),
        ("/drafts/khong-co", Role.EDITOR, 404),
        ("/events/khong-co", None, 404),
        ("/events/khong%0Aco", None, 404),
        ("/occurrences?calendar=&from=2026-01-01&to=2026-01-02", None, 404),
        ("/occurrences?calendar=hoi&from=x&to=y", None, 422),
        ("/occurrences?calendar=hoi&from=2026-01-01&to=2030-01-01", None, 422),
        ("/occurrences?calendar=hoi&from=0001-01-01&to=0002-01-01", None, 422),
        ("/occurrences?calendar=hoi&from=9999-01-01&to=9999-12-31", None, 422),
        ("/conflicts?calendar=hoi&from=1900-12-31&to=1901-01-01", None, 422),
        ("/conflicts?calendar=hoi&from=2099-12-31&to=2100-01-01", None, 422),
        ("/occurrences?calendar=hoi&from=1901-01-01&to=1901-12-31", None, 200),
        ("/occurrences?calendar=khong-co&from=2026-01-01&to=2026-01-02", Role.READER, 404),
        ("/when?text=", None, 422),
        ("/when?text=mai&on=x", None, 422),
    ],
)
def test_who_may_ask_what(shared, path, role, status):
    caller = script(shared, f"may-{role.word}", role) if role else shared.visitor().client
    answer = caller.get(f"/api/v1{path}")
    assert answer.status_code == status, answer.text
    if status >= 400:
        assert answer.json()["error"]["status"] == status


def test_token_that_is_none_or_was_taken_back_is_refused(office):
    account = office.account("may", Role.EDITOR)
    caller = script(office, "may", Role.EDITOR)
    assert caller.get("/api/v1/drafts").status_code == 200
    [token] = office.services.tokens.api_tokens(account)
    office.services.tokens.remove_api_token(account, token.id)
    answer = caller.get("/api/v1/drafts")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_phrase_is_understood_as_it_is_typed(shared):
    answer = (
        shared.visitor().get("/api/v1/when", params={"text": "chiều thứ 6 hằng tuần", "on": "2026-12"}).json()
    )
    assert answer["readings"][0]["when"]["rrule"] == "FREQ=WEEKLY;BYDAY=FR"
    assert answer["words"] == ["chiều thứ Sáu hằng tuần, kể từ ngày 04/12/2026"]


def test_script_reads_corrects_and_releases_a_document(office):
    caller = script(office)
    asked = {"calendar": "hoi", "name": "chuong-trinh.txt"}
    read = caller.post("/api/v1/documents", params=asked, content=PROGRAMME.encode()).json()
    [id_] = read["drafts"]
    draft = caller.get(f"/api/v1/drafts/{id_}").json()
    assert [entry["unsure"] for entry in draft["entries"]] == [False, False, False, True]
    sent = {"version": draft["version"], "when": "14h00 ngày 23/12/2026"}
    changed = caller.post(f"/api/v1/drafts/{id_}/entries/4", json=sent).json()
    assert changed["entries"][3]["when"]["date"] == "2026-12-23"
    assert caller.post(f"/api/v1/drafts/{id_}/entries/4", json=sent).status_code == 409
    assert len(caller.get(f"/api/v1/drafts/{id_}/comparison").json()["published"]) == 4
    done = caller.post(f"/api/v1/drafts/{id_}/release", json={"version": changed["version"]})
    assert done.json() == {"release": 1, "changes": 4, "waiting": 0, "told": 0}
    assert caller.post("/api/v1/documents", params=asked, content=PROGRAMME.encode()).json() == {
        "drafts": [],
        "already": ["chuong-trinh.txt"],
    }


def test_script_says_whom_an_entry_concerns(office):
    office.services.people.add(NewPerson(name="Hạnh", groups=("Ban Gia đình",)), office.clock())
    caller = script(office)
    asked = {"calendar": "hoi", "name": "chuong-trinh.txt"}
    [id_] = caller.post("/api/v1/documents", params=asked, content=PROGRAMME.encode()).json()["drafts"]
    entry = f"/api/v1/drafts/{id_}/entries/2"
    refused = caller.post(entry, json={"version": 1, "groups": ["Ban Tổ chức"]})
    assert (refused.status_code, "Ban Tổ chức" in refused.text) == (422, True)
    changed = caller.post(entry, json={"version": 1, "groups": ["ban gia đình"]}).json()
    assert changed["entries"][1]["groups"] == ["Ban Gia đình"]
    caller.post(f"/api/v1/drafts/{id_}/release", json={"version": changed["version"]})
    found = caller.get("/api/v1/occurrences", params=DECEMBER).json()
    assert [one["groups"] for one in found if "tổng kết" in one["title"]] == [["Ban Gia đình"]]


def test_session_of_a_page_changes_nothing_without_its_form_token(office):
    member = office.member("lan", Role.APPROVER)
    path = member.draft()
    answer = member.client.post(f"/api/v1{path}/release", json={"version": 1})
    assert answer.status_code == 403
    assert office.services.revising.releases() == []


words = st.text(max_size=40)
junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    words,
    st.lists(words, max_size=2),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.dictionaries(
        st.sampled_from(["version", "verdict", "title", "when", "location", "groups", "x"]), junk
    )
)
def test_whatever_is_sent_is_answered_as_described(shared, body):
    caller = _caller(shared)
    answer = caller.post(f"/api/v1/drafts/{shared.draft_id}/entries/1", json=body)
    told = DOCUMENT["paths"]["/drafts/{id}/entries/{number}"]["post"]["responses"]
    assert str(answer.status_code) in told, answer.text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=words, on=words)
def test_whatever_is_asked_of_a_phrase_is_answered_as_described(shared, text, on):
    answer = _caller(shared).get("/api/v1/when", params={"text": text, "on": on})
    assert answer.status_code in (200, 422), answer.text


def _caller(shared):
    if not hasattr(shared, "caller"):
        shared.caller = script(shared, "bua", Role.EDITOR)
        letter = "Giấy mời\nHọp giao ban: 8h00 ngày 22/12/2026.".encode()
        [shared.draft_id], _ = shared.services.drafts.take_in(
            letter, "giay-moi.txt", calendar="hoi", by="bua", now=shared.clock()
        )
    return shared.caller


@pytest.mark.parametrize(
    ("path", "code", "vietnamese", "english"),
    [
        ("/drafts", "token-needed", "cần mã của phần mềm", "this needs a token"),
        ("/occurrences?calendar=hoi&from=x&to=y", "invalid", "phải là một ngày như", "must be a day such as"),
        (
            "/occurrences?calendar=khac",
            "not-found",
            "Địa chỉ này không có trang nào",
            "Nothing is at this address",
        ),
        ("/nowhere", "not-found", "Địa chỉ này không có trang nào", "Nothing is at this address"),
        ("/events/x", "not-found", "không có việc nào", "there is no event"),
    ],
)
def test_errors_are_told_in_the_language_that_is_accepted_else_in_the_offices(
    shared, path, code, vietnamese, english
):
    def told(accepted):
        answer = shared.visitor().get(f"/api/v1{path}", headers={"accept-language": accepted}).json()["error"]
        assert answer["code"] == code
        return answer["message"]

    assert all(
        vietnamese in told(accepted) for accepted in ("", "vi-VN,vi;q=0.9", "fr, *;q=0.1", "en;q=0, vi")
    )
    assert all(english in told(accepted) for accepted in ("en-US,en;q=0.9,vi;q=0.5", "fr, EN"))
