"""What waits and what was released over /api/v1: seen, settled, corrected, taken back, each once and by whom it may."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_office import PageOffice, page_office

from scheduler.service.access import Role
from scheduler.service.people import NewPerson

GIFTS = "Thăm, tặng quà gia đình chính sách"
DECEMBER = {"calendar": "hoi", "from": "2026-12-01", "to": "2026-12-31"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[PageOffice]:
    with page_office(tmp_path) as made:
        made.import_programme()
        yield made


def days(office, title=GIFTS):
    found = office.script().get("/api/v1/occurrences", params=DECEMBER).json()
    return [one["when"]["date"] for one in found if one["title"] == title]


def test_what_waits_is_shown_with_its_passage_and_why(office):
    [one] = office.script("sua", Role.EDITOR).get("/api/v1/proposals").json()
    assert (one["number"], one["calendar"], one["state"], one["document"]) == (
        1,
        "hoi",
        "waiting",
        "chuong-trinh.txt",
    )
    assert "weekday" in one["reason"]
    [entry] = one["entries"]
    assert (entry["title"], entry["when"]["date"]) == (GIFTS, "2026-12-22")
    assert "thứ 4, ngày 22/12/2026" in entry["evidence"][0]["text"]
    assert office.script().get("/api/v1/proposals", params={"calendar": "noi-bo"}).json() == []


def test_preview_is_what_accepting_then_does(office):
    caller = office.script()
    shown = caller.get("/api/v1/proposals/1/preview").json()
    assert [(one["kind"], one["title"]) for one in shown["changes"]] == [("added", GIFTS)]
    assert (shown["questions"], days(office)) == (0, [])
    done = caller.post("/api/v1/proposals/1", json={"action": "accept"}).json()
    assert (done["state"], done["release"]) == ("accepted", 2)
    assert [one["title"] for one in done["changes"]] == [GIFTS]
    assert days(office) == ["2026-12-22"]
    settled = caller.get("/api/v1/proposals/1").json()
    assert (settled["state"], settled["settled_by"], settled["release"]) == ("accepted", "may", 2)
    assert caller.get("/api/v1/proposals").json() == []


def test_what_waits_is_corrected_and_put_on_the_calendar_so(office):
    office.services.people.add(NewPerson(name="Hạnh", groups=("Ban Gia đình",)), office.clock())
    sent = {
        "action": "accept",
        "event": "new",
        "title": " Tặng  quà ",
        "when": "14h00 ngày 23/12/2026",
        "location": "xã Tân An",
        "groups": ["ban gia đình"],
        "note": None,
    }
    done = office.script().post("/api/v1/proposals/1", json=sent)
    assert done.status_code == 200, done.text
    [found] = [
        one
        for one in office.script().get("/api/v1/occurrences", params=DECEMBER).json()
        if one["title"] == "Tặng quà"
    ]
    assert (found["when"]["date"], found["when"]["start"]) == ("2026-12-23", "14:00")
    assert (found["location"], found["groups"]) == ("xã Tân An", ["Ban Gia đình"])


def test_what_waits_is_said_to_be_an_event_on_the_calendar(office):
    caller = office.script()
    found = caller.get("/api/v1/occurrences", params=DECEMBER).json()
    uid = next(one["uid"] for one in found if "tổng kết" in one["title"])
    shown = caller.get("/api/v1/proposals/1/preview", params={"event": uid}).json()
    assert [(one["kind"], one["uid"]) for one in shown["changes"]] == [("moved", uid)]
    done = caller.post("/api/v1/proposals/1", json={"action": "accept", "event": uid}).json()
    assert [one["uid"] for one in done["changes"]] == [uid]


@pytest.mark.parametrize("first", ["accept", "reject"])
@pytest.mark.parametrize("second", ["accept", "reject"])
def test_who_comes_second_settles_nothing(office, first, second):
    office.script().post("/api/v1/proposals/1", json={"action": first})
    before = days(office)
    answer = office.script("minh").post("/api/v1/proposals/1", json={"action": second})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "stale")
    assert (days(office), office.script().get("/api/v1/proposals/1/preview").status_code) == (before, 409)


def test_release_is_taken_back_once_and_the_taking_back_too(office):
    caller = office.script()
    caller.post("/api/v1/proposals/1", json={"action": "accept"})
    undoing = caller.post("/api/v1/releases/2/undo").json()
    assert (undoing["release"], undoing["undoes"], undoing["approved_by"]) == (3, 2, "may")
    assert (days(office), len(caller.get("/api/v1/proposals").json())) == ([], 1)
    again = caller.post("/api/v1/releases/2/undo")
    assert (again.status_code, "không hoàn tác được" in again.text) == (409, True)
    caller.post("/api/v1/releases/3/undo")
    assert days(office) == ["2026-12-22"]
    told = caller.get("/api/v1/releases", params={"calendar": "hoi"}).json()
    assert [(one["release"], one["undoes"], one["state"]) for one in told] == [
        (1, None, "published"),
        (2, None, "undone"),
        (3, 2, "undone"),
        (4, 3, "published"),
    ]
    assert caller.get("/api/v1/releases/4").json() == told[-1]
    assert caller.get("/api/v1/releases", params={"since": "2026-11-23"}).json() == []


def test_what_a_script_did_stands_in_the_log(office):
    caller = office.script()
    caller.post("/api/v1/proposals/1", json={"action": "accept"})
    caller.post("/api/v1/releases/2/undo")
    caller.post("/api/v1/proposals/1", json={"action": "reject"})
    told = {(one.did, one.subject) for one in office.services.access.audit() if one.who == "may"}
    assert told >= {("proposal-accepted", "1"), ("release-undone", "2"), ("proposal-rejected", "1")}


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("/proposals/1", {}, 422),
        ("/proposals/1", {"action": "merge"}, 422),
        ("/proposals/1", {"action": "reject", "title": "x"}, 422),
        ("/proposals/1", {"action": "accept", "version": 1}, 422),
        ("/proposals/1", {"action": "accept", "title": ""}, 422),
        ("/proposals/1", {"action": "accept", "when": "lúc khác"}, 422),
        ("/proposals/1", {"action": "accept", "groups": ["Ban Không Có"]}, 422),
        ("/proposals/1", {"action": "accept", "event": "khong-co"}, 422),
        ("/proposals/9", {"action": "accept"}, 404),
        (f"/proposals/{2**64}", {"action": "reject"}, 404),
        ("/releases/9/undo", None, 404),
        (f"/releases/{2**64}/undo", None, 404),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(office, path, sent, status):
    answer = office.script().post(f"/api/v1{path}", json=sent)
    assert answer.status_code == status, answer.text
    assert len(answer.json()["error"]["message"]) > 20
    assert len(office.script().get("/api/v1/proposals").json()) == 1


def test_editors_see_and_only_approvers_act(office):
    editor, stranger = office.script("sua", Role.EDITOR), office.visitor().client
    for path in ("/proposals", "/proposals/1", "/proposals/1/preview", "/releases", "/releases/1"):
        assert editor.get(f"/api/v1{path}").status_code == 200
        assert office.script("doc", Role.READER).get(f"/api/v1{path}").status_code == 403
        assert stranger.get(f"/api/v1{path}").status_code == 401
    for path, sent in (("/proposals/1", {"action": "accept"}), ("/releases/1/undo", None)):
        assert editor.post(f"/api/v1{path}", json=sent).status_code == 403
        assert stranger.post(f"/api/v1{path}", json=sent).status_code == 401
