"""/api/v1: who may call, what is answered, and that it is as `openapi.json` says."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_office import PROGRAMME, PageOffice, page_office

from scheduler.service.access import Role
from scheduler.service.by_hand import Hand
from scheduler.service.people import NewPerson
from scheduler.service.tokens import Scope
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
    assert shared.script("doc", Role.READER).get("/api/v1/occurrences", params=asked).json() == []


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
        ("/occurrences?calendar=&from=2026-01-01&to=2026-01-02", None, 200),
        ("/occurrences?calendar=&from=2026-01-01&to=2026-01-02", Role.READER, 422),
        ("/conflicts?from=2026-01-01&to=2026-01-02", None, 200),
        ("/conflicts?from=2026-01-01&to=2026-01-02", Role.READER, 422),
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
    caller = shared.script(f"may-{role.word}", role) if role is not None else shared.visitor().client
    answer = caller.get(f"/api/v1{path}")
    assert answer.status_code == status, answer.text
    if status >= 400:
        assert answer.json()["error"]["status"] == status


def test_token_that_is_none_or_was_taken_back_is_refused(office):
    account = office.account("may", Role.EDITOR)
    caller = office.script("may", Role.EDITOR)
    assert caller.get("/api/v1/drafts").status_code == 200
    [token] = office.services.tokens.api_tokens(account)
    office.services.tokens.remove_api_token(account, token.id)
    answer = caller.get("/api/v1/drafts")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_token_for_reading_alone_changes_nothing(office):
    account = office.account("may", Role.ADMINISTRATOR)
    token = office.services.tokens.add_api_token(account, "đọc", now=office.clock(), scope=Scope.READ)
    caller = office.visitor().client
    caller.headers["authorization"] = f"Bearer {token}"
    assert caller.get("/api/v1/drafts").status_code == 200
    assert caller.head("/api/v1/drafts").status_code == 200
    answer = caller.post("/api/v1/documents?calendar=hoi", content=PROGRAMME.encode())
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "not-allowed")
    assert caller.get("/api/v1/drafts").json() == []


def test_token_that_has_ended_is_refused(office):
    account = office.account("may", Role.EDITOR)
    token = office.services.tokens.add_api_token(
        account, "một ngày", now=office.clock(), lasts=timedelta(days=1)
    )
    caller = office.visitor().client
    caller.headers["authorization"] = f"Bearer {token}"
    assert caller.get("/api/v1/drafts").status_code == 200
    office.clock.forward(timedelta(days=1))
    answer = caller.get("/api/v1/drafts")
    assert (answer.status_code, "đã hết hạn" in answer.json()["error"]["message"]) == (401, True)


def test_session_of_a_page_may_ask_by_any_method_that_changes_nothing(office):
    member = office.member("lan", Role.EDITOR)
    assert [member.client.request(method, "/api/v1/drafts").status_code for method in ("GET", "HEAD")] == [
        200,
        200,
    ]


def test_phrase_is_understood_as_it_is_typed(shared):
    answer = (
        shared.visitor().get("/api/v1/when", params={"text": "chiều thứ 6 hằng tuần", "on": "2026-12"}).json()
    )
    assert answer["readings"][0]["when"]["rrule"] == "FREQ=WEEKLY;BYDAY=FR"
    assert answer["words"] == ["chiều thứ Sáu hằng tuần, kể từ ngày 04/12/2026"]


def test_script_reads_corrects_and_releases_a_document(office):
    caller = office.script()
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
    caller = office.script()
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


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"title": ""}, "tên việc không được để trống"),
        ({"title": " \n "}, "tên việc không được để trống"),
        ({"title": "h" * 501}, "tên việc dài 501 ký tự; được nhiều nhất 500"),
        ({"note": "h" * 4001}, "ghi chú dài 4001 ký tự; được nhiều nhất 4000"),
        ({"location": "a\u0007"}, "địa điểm có ký tự không ai nhìn thấy, U+0007: hãy gõ lại"),
        ({"when": "8h00 ngày 23/12/2026" + " " * 2000}, "thời gian được gõ nhiều nhất 2000 ký tự"),
    ],
)
def test_words_of_an_entry_that_cannot_be_taken_are_refused_with_a_sentence(office, sent, sentence):
    caller = office.script()
    [id_] = caller.post("/api/v1/documents?calendar=hoi", content=PROGRAMME.encode()).json()["drafts"]
    answer = caller.post(f"/api/v1/drafts/{id_}/entries/1", json={"version": 1} | sent)
    assert (answer.status_code, sentence in answer.json()["error"]["message"]) == (422, True)
    assert caller.get(f"/api/v1/drafts/{id_}").json()["version"] == 1


def test_document_without_a_calendar_goes_to_the_only_one_there_is(office, tmp_path):
    refused = office.script().post("/api/v1/documents", content=PROGRAMME.encode())
    assert (refused.status_code, refused.json()["error"]["message"]) == (
        422,
        "tham số calendar phải nêu lịch nào; có: hoi, noi-bo",
    )
    (tmp_path / "alone").mkdir()
    with page_office(tmp_path / "alone", calendars=office.services.settings.calendars[:1]) as other:
        taken = other.script().post("/api/v1/documents", content=PROGRAMME.encode())
        [id_] = taken.json()["drafts"]
        assert other.services.drafts.get(id_).calendar == "hoi"


class TestChangeOfAnEvent:
    """POST /events/{uid} is refused unless it says which state of the event was read."""

    @pytest.fixture
    def uid(self, office):
        office.import_programme()
        found = office.visitor().get("/api/v1/occurrences", params=DECEMBER).json()
        return next(one["uid"] for one in found if "tổng kết" in one["title"])

    def test_each_change_gives_the_state_for_the_next(self, office, uid):
        caller, path = office.script(), f"/api/v1/events/{uid}"
        tag = caller.get(path).headers["etag"]
        for sent, told in (
            ({"action": "edit", "title": " Họp  khác ", "note": None}, {"title": "Họp khác"}),
            ({"action": "move", "at": "14h00 ngày 19/12/2026, tại Phòng 2"}, {"location": "Phòng 2"}),
            ({"action": "confirm"}, {"status": "confirmed"}),
            ({"action": "cancel"}, {"status": "cancelled"}),
        ):
            answer = caller.post(path, json=sent, headers={"if-match": tag})
            assert answer.status_code == 200, answer.text
            assert told.items() <= answer.json().items()
            tag = answer.headers["etag"]
            assert caller.get(path).headers["etag"] == tag
        assert len(caller.get(path).json()["history"]) == 4

    def test_who_has_read_another_state_changes_nothing(self, office, uid):
        caller, path = office.script(), f"/api/v1/events/{uid}"
        tag = caller.get(path).headers["etag"]
        sent = {"action": "edit", "location": "Phòng 1"}
        assert caller.post(path, json=sent, headers={"if-match": tag}).status_code == 200
        sent = {"action": "edit", "location": "Phòng 2"}
        for read in (tag, f"W/{tag}", '"x", "y"', "1", '""'):
            answer = caller.post(path, json=sent, headers={"if-match": read})
            assert (answer.status_code, answer.json()["error"]["code"]) == (412, "stale"), read
            assert "vừa được người khác sửa" in answer.json()["error"]["message"]
        missing = caller.post(path, json=sent)
        assert (missing.status_code, missing.json()["error"]["code"]) == (428, "precondition-needed")
        assert caller.get(path).json()["location"] == "Phòng 1"
        assert caller.post(path, json=sent, headers={"if-match": "*"}).status_code == 200
        latest = f'"x", {caller.get(path).headers["etag"]}'
        assert caller.post(path, json={"action": "cancel"}, headers={"if-match": latest}).status_code == 200

    def test_state_that_passes_between_reading_and_changing_is_seen(self, office, uid, monkeypatch):
        caller, path = office.script(), f"/api/v1/events/{uid}"
        tag = caller.get(path).headers["etag"]
        hand = type(office.services.by_hand)
        honest = hand.edit

        def overtaken(self, *of, **with_):
            honest(self, uid, Hand(by="minh", now=office.clock()), title="Họp của Minh")
            return honest(self, *of, **with_)

        monkeypatch.setattr(hand, "edit", overtaken)
        answer = caller.post(path, json={"action": "edit", "title": "Khác"}, headers={"if-match": tag})
        assert (answer.status_code, "minh vừa sửa" in answer.text) == (412, True)
        assert caller.get(path).json()["title"] == "Họp của Minh"

    def test_only_approvers_change_and_only_what_there_is(self, office, uid):
        sent, told = {"action": "cancel"}, {"if-match": "*"}
        path = f"/api/v1/events/{uid}"
        assert office.visitor().client.post(path, json=sent, headers=told).status_code == 401
        assert office.script("sua", Role.EDITOR).post(path, json=sent, headers=told).status_code == 403
        nothing = office.script().post("/api/v1/events/khong-co", json=sent, headers=told)
        assert nothing.status_code == 404

    @pytest.mark.parametrize(
        "sent",
        [
            {},
            {"action": "erase"},
            {"action": 1},
            {"action": "move"},
            {"action": "move", "at": "lúc khác"},
            {"action": "move", "at": "8h00 ngày 20/12/2026", "title": "x"},
            {"action": "cancel", "day": "hôm nay"},
            {"action": "cancel", "day": "2026-12-01"},
            {"action": "edit", "title": ""},
            {"action": "edit", "title": None},
            {"action": "edit", "title": "h" * 501},
            {"action": "edit", "groups": ["Ban Không Có"]},
            {"action": "edit", "groups": "x"},
        ],
    )
    def test_what_cannot_be_done_is_refused_with_a_sentence(self, office, uid, sent):
        caller, path = office.script(), f"/api/v1/events/{uid}"
        answer = caller.post(path, json=sent, headers={"if-match": "*"})
        assert answer.status_code == 422, answer.text
        assert len(answer.json()["error"]["message"]) > 20
        assert len(caller.get(path).json()["history"]) == 1


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
        shared.caller = shared.script("bua", Role.EDITOR)
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
