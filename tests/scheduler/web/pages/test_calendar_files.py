"""Calendar files on the pages and over /api/v1: compared, released by who may, in doubt reviewed, and sent again."""

import re
from datetime import date

import pytest
from written_papers import foreign_calendar

from scheduler.service.access import Role

HERE = {"calendar": "hoi", "from": "2026-12-01", "to": "2026-12-31"}
BOARD, SEMINAR = ("1@so", "Giao ban Sở"), ("2@so", "Hội thảo khoa học")


def calendar(*events, hour=8):
    return foreign_calendar({uid: (title, date(2026, 12, 10), hour) for uid, title in events})


def floating(data, uid="1@so"):
    """The calendar with one event at an hour to which it gives no zone."""
    before, event = data.split(f"UID:{uid}".encode())
    return before + f"UID:{uid}".encode() + event.replace(b";TZID=Asia/Ho_Chi_Minh", b"", 1)


def standing(office):
    return {one["title"] for one in office.script().get("/api/v1/occurrences", params=HERE).json()}


def release(visitor, path):
    found = re.search(r'name="version" value="(\d+)"', visitor.get(path).text)
    return visitor.post(path.replace("/compare", "/release"), {"version": found[1]}, form=path)


def compared(visitor, data, name="so.ics"):
    """The path of the page on which a sent file is compared with the calendar."""
    answer = visitor.upload(data, name)
    assert answer.status_code == 303, answer.text
    return visitor.get(answer.headers["location"]).headers["location"]


def test_file_is_compared_and_released(office):
    approver = office.member("lan", Role.APPROVER)
    path = compared(approver, calendar(BOARD, SEMINAR))
    page = approver.get(path).text
    assert "so.ics là tệp lịch" in page
    assert "Sẽ lên lịch ngay (2)" in page
    assert standing(office) == set()
    assert "2 thay đổi đã lên lịch (đợt 1)" in release(approver, path).text
    assert standing(office) == {BOARD[1], SEMINAR[1]}
    [made] = office.services.revising.releases()
    assert (made.document_name, made.approved_by) == ("so.ics", "lan")
    assert "đã được lan xử lý xong" in approver.get(path).text


def test_newer_copy_changes_what_the_former_brought_and_nothing_else(office):
    office.import_programme()
    before = standing(office)
    approver = office.member("lan", Role.APPROVER)
    release(approver, compared(approver, calendar(BOARD, SEMINAR)))
    release(approver, compared(approver, calendar(BOARD)))
    assert standing(office) == {*before, BOARD[1]}
    release(approver, compared(approver, calendar(BOARD, SEMINAR)))
    assert standing(office) == {*before, BOARD[1], SEMINAR[1]}, "a copy that came before may come again"


def test_what_is_in_doubt_waits_for_review(office):
    approver = office.member("lan", Role.APPROVER)
    path = compared(approver, floating(calendar(BOARD, SEMINAR)))
    page = approver.get(path).text
    assert "Còn ngờ, sẽ chờ xem lại (1)" in page
    assert "Giờ không kèm múi giờ" in page
    release(approver, path)
    assert standing(office) == {SEMINAR[1]}
    approver.post("/review/1", {"action": "accept"}, form="/review")
    assert standing(office) == {BOARD[1], SEMINAR[1]}


def test_editor_sends_and_does_not_release(office):
    editor = office.member("sua", Role.EDITOR)
    path = compared(editor, calendar(BOARD))
    assert "Người duyệt sẽ phát hành" in editor.get(path).text
    answer = editor.post(path.replace("/compare", "/release"), {"version": "1"}, form="/me")
    assert (answer.status_code, standing(office)) == (403, set())
    approver = office.member("lan", Role.APPROVER)
    assert path.split("/")[2] in approver.get("/import").text
    release(approver, path)
    assert standing(office) == {BOARD[1]}


def test_file_without_anything_new_is_closed_without_a_release(office):
    approver = office.member("lan", Role.APPROVER)
    release(approver, compared(approver, calendar(BOARD)))
    path = compared(approver, calendar(BOARD))
    assert "Đóng: tệp không có gì mới" in approver.get(path).text
    assert release(approver, path).headers["location"] == "/import"
    assert len(office.services.revising.releases()) == 1
    assert office.services.drafts.open_drafts() == []


def test_file_is_set_aside(office):
    editor = office.member("sua", Role.EDITOR)
    path = compared(editor, calendar(BOARD))
    editor.post(path.replace("/compare", "/discard"), {"version": "1"}, form=path)
    assert (office.services.drafts.open_drafts(), standing(office)) == ([], set())


def test_same_file_twice_is_one_draft(office):
    editor = office.member("sua", Role.EDITOR)
    assert compared(editor, calendar(BOARD)) == compared(editor, calendar(BOARD))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "thiếu END:VCALENDAR"),
        (b"<html><body>Login</body></html>", "một trang web"),
        (b"", "không có nội dung"),
    ],
)
def test_what_is_no_calendar_is_told_in_vietnamese(office, data, words):
    answer = office.member("sua", Role.EDITOR).upload(data, "so.ics")
    assert (answer.status_code, words in answer.text) == (422, True), answer.text
    assert office.services.drafts.open_drafts() == []


def test_script_sends_compares_and_releases_a_file(office):
    caller = office.script()
    asked = {"calendar": "hoi", "name": "so.ics"}
    data = floating(calendar(BOARD, SEMINAR))
    [id_] = caller.post("/api/v1/documents", params=asked, content=data).json()["drafts"]
    draft = caller.get(f"/api/v1/drafts/{id_}").json()
    assert (draft["entries"], draft["document"]["name"]) == ([], "so.ics")
    found = caller.get(f"/api/v1/drafts/{id_}/comparison").json()
    assert [[one["title"] for one in found[part]] for part in ("published", "waiting")] == [
        [SEMINAR[1]],
        [BOARD[1]],
    ]
    done = caller.post(f"/api/v1/drafts/{id_}/release", json={"version": draft["version"]}).json()
    assert done == {"release": 1, "changes": 1, "waiting": 1, "told": 0}
    assert [one["entries"][0]["title"] for one in caller.get("/api/v1/proposals").json()] == [BOARD[1]]
    [again] = caller.post("/api/v1/documents", params=asked, content=data).json()["drafts"]
    done = caller.post(f"/api/v1/drafts/{again}/release", json={"version": 1}).json()
    assert done == {"release": None, "changes": 0, "waiting": 0, "told": 0}
    refused = caller.post("/api/v1/documents", params=asked, content=b"BEGIN:VCALENDAR")
    assert (refused.status_code, "END:VCALENDAR" in refused.json()["error"]["message"]) == (422, True)
