"""From a document that names its attendees to the group's feed, its reminders and its clashes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from program import Sched

from calendars.feeds import FeedAddress
from scheduler.config import read
from scheduler.service.publishing import FeedService

PROGRAMME = """HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN THƯỜNG VỤ TỈNH ĐÔNG LĨNH
***
Số: 97/CTr-BTV
Đông Lĩnh, ngày 20 tháng 11 năm 2026

CHƯƠNG TRÌNH
Công tác tháng 12 năm 2026

II. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG

1. Hội nghị triển khai Đề án 938: 8h00 ngày 08/12/2026, tại Hội trường tầng 3. Thành phần: BTV; chuyên viên các Ban.

2. Họp Ban Thường vụ: 8h00 ngày 08/12/2026, tại phòng họp số 2 (Văn phòng chuẩn bị).

3. Kiểm tra cơ sở Hội xã Hòa Sơn: ngày 10/12/2026. Thành phần: Chánh Văn phòng.
"""
CONFERENCE, MEETING, INSPECTION = (
    "Hội nghị triển khai Đề án 938",
    "Họp Ban Thường vụ",
    "Kiểm tra cơ sở Hội xã Hòa Sơn",
)


@pytest.fixture
def office(sched: Sched, tmp_path: Path) -> Sched:
    """An office with two groups, one by the configuration's name for it and one by its people alone."""
    config = (tmp_path / "config.toml").read_text("utf-8")
    sched.configure(config + '\n[groups."Ban Thường vụ"]\naliases = ["BTV"]\n')
    sched("people", "add", "Lê Thị Thanh Vân", "--email", "van@example.org", "--group", "Ban Thường vụ")
    sched("people", "add", "Trần Văn Bình", "--email", "binh@example.org", "--group", "Văn phòng")
    (tmp_path / "97.txt").write_text(PROGRAMME, "utf-8")
    sched("import", "97.txt")
    return sched


def groups_of(sched: Sched, *options: str) -> dict[str, list[str]]:
    rows = sched.json("list", "--month", "2026-12", *options, "--json")
    return {row["title"]: row["groups"] for row in rows}


def feed_of(office: Sched, group: str) -> str:
    settings = read(office.folder / "config.toml").settings()
    with FeedService.opened(settings, lambda: datetime(2026, 11, 21, tzinfo=UTC)) as feeds:
        body = feeds.feed(FeedAddress(calendar="hoi-lhpn", group=group)).body
    return body.replace(b"\r\n ", b"").decode()


def test_attendees_the_preparing_unit_and_the_title_name_groups(office: Sched) -> None:
    assert groups_of(office) == {
        CONFERENCE: ["Ban Thường vụ"],
        MEETING: ["Ban Thường vụ", "Văn phòng"],
        INSPECTION: [],
    }


def test_a_listing_is_narrowed_to_a_group_by_any_of_its_names(office: Sched) -> None:
    assert set(groups_of(office, "--group", "btv")) == {CONFERENCE, MEETING}
    assert set(groups_of(office, "--group", "Văn phòng")) == {MEETING}
    assert "→ Ban Thường vụ" in office("list", "--month", "2026-12").stdout
    assert "no group is called 'Ban Kiểm tra'" in office("list", "--group", "Ban Kiểm tra", status=2).stderr


def test_a_group_has_a_feed(office: Sched) -> None:
    assert feed_of(office, "BTV").count("BEGIN:VEVENT") == 2
    assert [line for line in feed_of(office, "Văn phòng").split("\r\n") if line.startswith("SUMMARY")] == [
        f"SUMMARY:{MEETING}"
    ]
    assert feed_of(office, "Ban Kiểm tra").count("BEGIN:VEVENT") == 0


def test_a_group_asked_to_two_meetings_at_one_time_is_a_clash(office: Sched) -> None:
    [clash] = office.json("conflicts", "--month", "2026-12", "--json")
    assert (clash["kind"], clash["detail"], clash["certain"]) == ("same-group", "Ban Thường vụ", True)
    assert {one["title"] for one in clash["occurrences"]} == {CONFERENCE, MEETING}


def test_a_rule_reaches_the_people_of_a_group_by_what_concerns_it(office: Sched) -> None:
    waiting = office.json("remind", "--now", "2026-12-06T08:00:00+07:00", "--dry-run", "--json")
    told = {(one["name"], one["title"]) for one in waiting if one["rule"] == "day-before"}
    assert told == {
        ("Lê Thị Thanh Vân", CONFERENCE),
        ("Lê Thị Thanh Vân", MEETING),
        ("Trần Văn Bình", MEETING),
    }


def test_a_hand_says_whom_a_meeting_concerns(office: Sched) -> None:
    done = office.json("add", "Họp chi bộ 14h00 ngày 15/12/2026", "--group", "văn phòng", "--json")
    uid = done["changes"][0]["uid"]
    assert groups_of(office)["Họp chi bộ"] == ["Văn phòng"]
    changed = office.json("edit", uid, "--attendees", "BTV", "--json")["changes"][0]
    assert changed["fields"]["groups"] == ["Văn phòng", "Văn phòng, Ban Thường vụ"]
    office("edit", uid, "--no-groups")
    assert groups_of(office)["Họp chi bộ"] == []
    assert "config.toml" in office("edit", uid, "--group", "Tổ 5", status=2).stderr


def test_a_later_document_that_tells_other_attendees_names_other_groups(
    office: Sched, tmp_path: Path
) -> None:
    changed = PROGRAMME.replace("97/CTr-BTV", "98/CTr-BTV").replace("ngày 20 tháng 11", "ngày 25 tháng 11")
    (tmp_path / "98.txt").write_text(changed.replace("BTV; chuyên viên các Ban", "cán bộ Văn phòng"), "utf-8")
    office("import", "98.txt")
    assert groups_of(office)[CONFERENCE] == ["Văn phòng"]


def told_of(office: Sched, name: str) -> set[str]:
    waiting = office.json("remind", "--now", "2026-12-06T08:00:00+07:00", "--dry-run", "--json")
    return {one["title"] for one in waiting if one["rule"] == "day-before" and one["name"] == name}


def test_a_person_follows_a_group_or_a_single_event(office: Sched) -> None:
    [uid] = [
        row["uid"]
        for row in office.json("list", "--month", "2026-12", "--json")
        if row["title"] == INSPECTION
    ]
    added = office("people", "add", "Vy", "--email", "vy@example.org", "--follow", f"event:{uid}").stdout
    assert f"event:{uid}" in added
    assert told_of(office, "Vy") == {INSPECTION}
    office("people", "change", "Vy", "--follow", "group:btv", "--unfollow", f"event:{uid}")
    assert told_of(office, "Vy") == {CONFERENCE, MEETING}
    office("people", "change", "Vy", "--unfollow", "group:Ban Thường vụ")
    assert told_of(office, "Vy") == set()


def test_a_list_of_people_may_name_groups_and_events_to_follow(office: Sched) -> None:
    [uid] = [
        row["uid"]
        for row in office.json("list", "--month", "2026-12", "--json")
        if row["title"] == INSPECTION
    ]
    rows = f"name,email,follows\nVy,vy@example.org,group:BTV; event:{uid}\n"
    (office.folder / "people.csv").write_text(rows, "utf-8")
    office("people", "import", "people.csv")
    assert told_of(office, "Vy") == {CONFERENCE, MEETING, INSPECTION}


@pytest.mark.parametrize(
    ("follow", "told"),
    [("group:Ban Kiểm tra", "no group is called 'Ban Kiểm tra'"), ("event:none", "there is no event none"),
     ("doan", "there is no calendar 'doan'"), ("group:", "there is no calendar 'group:'")],
)  # fmt: skip
def test_what_there_is_not_cannot_be_followed(office: Sched, follow: str, told: str) -> None:
    run = office("people", "add", "Vy", "--email", "vy@example.org", "--follow", follow, status=None)
    assert run.returncode in (2, 3)
    assert told in run.stderr


class TestAGroupMadeKnownAfterwards:
    """What was imported before is bound to it when somebody asks for that, and can be taken back."""

    @pytest.fixture
    def late(self, sched: Sched, tmp_path: Path) -> Sched:
        (tmp_path / "97.txt").write_text(PROGRAMME, "utf-8")
        sched("import", "97.txt")
        return sched

    def test_whoever_makes_it_known_is_told_how_many_events_name_it(self, late: Sched) -> None:
        told = late("people", "add", "Vân", "--email", "van@example.org", "--group", "BTV").stderr
        assert "1 việc sắp tới nêu BTV" in told
        assert late.json("people", "groups", "--json") == {
            "groups": [{"group": "BTV", "people": 1, "unbound": 1}],
            "bound": [],
        }
        assert groups_of(late)[CONFERENCE] == []

    def test_a_preview_keeps_nothing_and_binding_can_be_undone(self, late: Sched) -> None:
        late("people", "add", "Bình", "--email", "binh@example.org", "--group", "Văn phòng")
        assert MEETING in late("people", "groups", "--bind", "--dry-run").stdout
        assert groups_of(late)[MEETING] == []
        [bound] = late.json("people", "groups", "--bind", "--json")["bound"]
        assert [change["title"] for change in bound["changes"]] == [MEETING]
        assert groups_of(late) == {CONFERENCE: [], MEETING: ["Văn phòng"], INSPECTION: []}
        assert late.json("people", "groups", "--json")["groups"][0]["unbound"] == 0
        late("undo", str(bound["release"]))
        assert groups_of(late)[MEETING] == []

    def test_what_a_hand_has_changed_is_left_alone(self, late: Sched) -> None:
        [uid] = [
            row["uid"] for row in late.json("list", "--month", "2026-12", "--json") if row["title"] == MEETING
        ]
        late("edit", uid, "--note", "mang theo báo cáo")
        late("people", "add", "Bình", "--email", "binh@example.org", "--group", "Văn phòng")
        assert late.json("people", "groups", "--json")["groups"][0]["unbound"] == 0
