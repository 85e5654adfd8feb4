"""The page of one event: changing it by hand, two people at once, and what cannot be taken; nothing typed is lost."""

import re
from datetime import timedelta
from html import unescape

import pytest

from calendars.times import month_span
from scheduler.service.access import Role
from scheduler.service.people import NewPerson
from scheduler.service.query import ListQuery

STALE = "{} vừa sửa việc này. Dưới đây là bản mới nhất"


@pytest.fixture
def path(office):
    """The page of the closing conference of the year."""
    office.import_programme()
    listing = office.services.calendars.listing(ListQuery(span=month_span(2026, 12), calendar="hoi"))
    return f"/c/hoi/event/{next(one.event.uid for one in listing.occurrences if 'tổng kết' in one.title)}"


@pytest.fixture
def lan(office, path):
    return office.member("lan", Role.APPROVER)


@pytest.fixture
def minh(office, path):
    return office.member("minh", Role.APPROVER)


def test_event_is_moved_by_hand(lan, path):
    answer = send(lan, path, action="move", at="14h00 ngày 19/12/2026")
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    assert "14h00, thứ Bảy, ngày 19/12/2026" in lan.get(path).text


def test_who_comes_second_is_told_what_the_other_changed_and_loses_nothing(office, lan, minh, path):
    seen = seen_on(minh, path)
    send(lan, path, action="edit", title="Hội nghị tổng kết năm", location="Hội trường tỉnh", groups="")
    answer = send(
        minh,
        path,
        action="edit",
        seen=seen,
        title="Hội nghị tổng kết, khen thưởng",
        location="Hội trường tầng 3",
        groups="",
    )
    assert answer.status_code == 409
    page = unescape(answer.text)
    assert STALE.format("lan") in page
    assert "<del>Hội nghị tổng kết công tác Hội</del> → <ins>Hội nghị tổng kết năm</ins>" in page
    assert "<del>Hội trường tầng 3</del> → <ins>Hội trường tỉnh</ins>" in page
    assert field(page, "title") == "Hội nghị tổng kết, khen thưởng"
    assert field(page, "location") == "Hội trường tỉnh", "what minh had left alone is lan's"
    assert event_of(office, path).title == "Hội nghị tổng kết năm"

    again = send(
        minh,
        path,
        action="edit",
        seen=field(page, "seen"),
        title=field(page, "title"),
        location=field(page, "location"),
        groups="",
    )
    assert again.status_code == 303
    event = event_of(office, path)
    assert (event.title, event.location) == ("Hội nghị tổng kết, khen thưởng", "Hội trường tỉnh")


def test_history_says_what_an_edit_changed_to_those_who_edit_and_to_others_that_it_did(office, lan, path):
    send(lan, path, action="edit", title="Hội nghị tổng kết năm", location="Hội trường tầng 3", groups="")
    changed = "<del>Hội nghị tổng kết công tác Hội</del> → <ins>Hội nghị tổng kết năm</ins>"
    for visitor, is_told in ((lan, True), (office.visitor(), False)):
        page = visitor.get(path).text
        assert "Đợt 2:" in page
        assert "sửa chi tiết" in page
        assert (changed in page) is is_told


@pytest.mark.parametrize("action", ["move", "confirm", "cancel", "edit"])
def test_none_of_the_forms_overwrites_what_its_sender_has_not_seen(office, lan, minh, path, action):
    seen = seen_on(minh, path)
    send(lan, path, action="move", at="14h00 ngày 19/12/2026")
    moved = event_of(office, path)
    answer = send(minh, path, action=action, seen=seen, at="8h00 ngày 20/12/2026", title="Khác")
    assert answer.status_code == 409
    assert STALE.format("lan") in answer.text
    assert field(answer.text, "at") == "8h00 ngày 20/12/2026"
    assert event_of(office, path) == moved


def test_a_document_that_came_meanwhile_is_named(office, minh, path):
    seen = seen_on(minh, path)
    notice = (
        "THÔNG BÁO\nSố: 12/TB-BTV\nĐông Lĩnh, ngày 28 tháng 11 năm 2026\n"
        "Về việc thay đổi thời gian\n\n"
        "Hội nghị tổng kết công tác Hội dời từ 8h00 ngày 18/12/2026 sang 8h00 ngày 21/12/2026.\n"
    )
    office.clock.forward(timedelta(days=6))
    office.import_programme(notice, "thong-bao.txt")
    for proposal in office.services.revising.proposals():
        office.services.revising.accept(proposal.number, now=office.clock(), by="thu")
    assert event_of(office, path).sequence != int(seen)
    answer = send(office.member("hoa", Role.APPROVER), path, action="cancel", seen=seen)
    assert answer.status_code == 409
    assert STALE.format("thong-bao.txt") in answer.text


def test_what_was_typed_for_an_event_that_was_cancelled_meanwhile_is_still_shown(lan, minh, path):
    seen = seen_on(minh, path)
    send(lan, path, action="cancel")
    answer = send(minh, path, action="move", seen=seen, at="8h00 ngày 20/12/2026")
    assert answer.status_code == 409
    assert "<dd>8h00 ngày 20/12/2026</dd>" in answer.text
    assert 'name="action"' not in answer.text
    assert "Sửa tay" not in lan.get(path).text


def test_form_that_does_not_say_what_its_sender_saw_is_refused(office, lan, path):
    before = event_of(office, path)
    for seen in ("", "x", "-1", "1e3", "9" * 30, "٢"):
        answer = lan.post(path, {"action": "cancel", "seen": seen})
        assert answer.status_code == 400, seen
    assert event_of(office, path) == before


def test_unknown_group_is_told_beside_its_field_and_what_was_typed_stays(office, lan, path):
    before = event_of(office, path)
    answer = send(
        lan, path, action="edit", title="Hội nghị <b>khác</b>", location="Phòng 2", groups="Ban Không Có"
    )
    assert answer.status_code == 422
    assert "Không có nhóm nào tên như vậy" in beside(answer.text, "groups")
    assert [field(answer.text, name) for name in ("title", "location", "groups")] == [
        "Hội nghị <b>khác</b>",
        "Phòng 2",
        "Ban Không Có",
    ]
    assert event_of(office, path) == before
    office.services.people.add(NewPerson(name="Hạnh", groups=("Ban Không Có",)), office.clock())
    assert send(lan, path, action="edit", title="Hội nghị khác", groups="ban không có").status_code == 303
    assert event_of(office, path).groups == ("Ban Không Có",)


@pytest.mark.parametrize(
    ("typed", "name", "words"),
    [
        ({"title": ""}, "title", "tên việc không được để trống"),
        ({"title": " \t "}, "title", "tên việc không được để trống"),
        ({"title": "h" * 501}, "title", "tên việc dài 501 ký tự; được nhiều nhất 500"),
        ({"location": "h" * 301}, "location", "địa điểm dài 301 ký tự; được nhiều nhất 300"),
        (
            {"title": "a\x1b[31mb"},
            "title",
            "tên việc có ký tự không ai nhìn thấy, U+001B: hãy gõ lại",
        ),
    ],
)
def test_words_that_cannot_be_taken_are_told_beside_their_field(office, lan, path, typed, name, words):
    before = event_of(office, path)
    kept = {"title": "Họp", "location": "Phòng 2", "groups": ""} | typed
    answer = send(lan, path, action="edit", **kept)
    assert answer.status_code == 422
    assert words in beside(answer.text, name)
    others = {"title", "location"} - {name}
    assert all(field(answer.text, other) == kept[other] for other in others)
    assert event_of(office, path) == before


@pytest.mark.parametrize("at", ["lúc khác", "", "chiều 19/12/2026 " * 200])
def test_time_that_is_not_understood_is_told_beside_its_field(lan, path, at):
    answer = send(lan, path, action="move", at=at)
    assert answer.status_code == 422
    assert "Chưa hiểu thời gian này" in beside(answer.text, "at")
    assert field(answer.text, "at") == at.strip()


def test_words_that_a_document_gave_stay_whatever_their_length(office, lan):
    title = "Hội nghị " + " ".join(["tổng kết công tác"] * 40)
    office.import_programme(f"Giấy mời\n{title}: 8h00 ngày 21/12/2026.\n", "giay-moi.txt")
    for proposal in office.services.revising.proposals():
        office.services.revising.accept(proposal.number, now=office.clock(), by="thu")
    listing = office.services.calendars.listing(ListQuery(span=month_span(2026, 12), calendar="hoi"))
    [event] = {one.event.uid: one.event for one in listing.occurrences if len(one.title) > 500}.values()
    path = f"/c/hoi/event/{event.uid}"
    answer = send(lan, path, action="edit", title=event.title, location="Phòng 2", groups="")
    assert answer.status_code == 303
    assert event_of(office, path).location == "Phòng 2"
    assert send(lan, path, action="edit", title=event.title + "!", groups="").status_code == 422


def send(visitor, path, *, seen=None, **fields):
    """Send a form of the page, made for the event as it stands unless `seen` says another."""
    return visitor.post(path, {"seen": seen_on(visitor, path) if seen is None else seen} | fields)


def seen_on(visitor, path):
    return field(visitor.get(path).text, "seen")


def field(page, name):
    """What the page's field of that name holds."""
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', page)[1])


def beside(page, name):
    """What is told beside a field that cannot be taken."""
    assert re.search(rf'name="{name}" [^>]*aria-invalid="true" aria-describedby="{name}-wrong"', page)
    return unescape(re.search(rf'id="{name}-wrong" role="alert">([^<]*)<', page)[1])


def event_of(office, path):
    return office.services.stories.story(path.rpartition("/")[2]).event
