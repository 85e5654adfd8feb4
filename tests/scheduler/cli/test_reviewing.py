"""What waits for a person, at the keyboard and by commands: asked once, answered, and asked again when taken back."""

from pathlib import Path
from typing import Any

import pytest
from program import Sched

from scheduler.cli.open import who

HEAD = """HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN THƯỜNG VỤ TỈNH ĐÔNG LĨNH
***
Số: {number}
Đông Lĩnh, ngày {day} tháng 11 năm 2026

{title}

"""
MONTH = HEAD.format(number="97/CTr-BTV", day="20", title="CHƯƠNG TRÌNH\nCông tác tháng 12 năm 2026")
BODY = """II. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG

1. Đại hội Công đoàn cơ sở: hạ tuần tháng 12, thời gian cụ thể sẽ thông báo sau.

2. Kiểm tra công tác Hội: 7h30 thứ Ba, ngày 10/12/2026, tại xã Hòa Sơn.

3. Họp giao ban cơ quan: chiều thứ Sáu hằng tuần, tại phòng họp số 2.
"""
AGAIN = MONTH.replace("97/CTr", "97 /CTr") + BODY + "\n4. Họp chi bộ: 8h00 ngày 03/12/2026.\n"
CONGRESS = HEAD.format(number="5/GM-CĐ", day="25", title="GIẤY MỜI\nĐại hội Công đoàn cơ quan") + (
    "Kính mời đồng chí dự Đại hội Công đoàn cơ quan\nThời gian: 8h00 ngày 24/12/2026\nĐịa điểm: Hội trường tầng 3\n"
)
NOTICE = HEAD.format(number="99/TB-BTV", day="26", title="THÔNG BÁO\nVề việc thay đổi lịch") + (
    "Họp giao ban cơ quan chiều thứ Sáu, ngày 11/12/2026 chuyển sang 8h00 ngày 10/12/2026.\n"
    "Họp chi bộ vào 8h00 ngày 03/12/2026 không tổ chức.\n"
)
INSPECTION, SECTION, UNION, STANDING = (
    "Kiểm tra công tác Hội",
    "Họp chi bộ",
    "Đại hội Công đoàn cơ sở",
    "Họp giao ban cơ quan",
)


@pytest.fixture
def office(sched: Sched, tmp_path: Path) -> Sched:
    papers = {"month": MONTH + BODY, "again": AGAIN, "congress": CONGRESS, "notice": NOTICE}
    for name, text in papers.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    sched("import", "month.txt")
    return sched


def waiting(office: Sched) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = office.json("review", "list", "--json")
    assert found == office.json("review", "--json")
    return found


def asked(office: Sched) -> list[str]:
    return [one["entries"][-1]["title"] for one in waiting(office)]


def number_of(office: Sched, title: str) -> str:
    [number] = [one["number"] for one in waiting(office) if one["entries"][-1]["title"] == title]
    return str(number)


def december(office: Sched) -> dict[str, str | None]:
    rows = office.json("list", "--month", "2026-12", "--json")
    return {row["title"]: row["when"].get("date") for row in rows if row["title"] != STANDING}


def test_a_paper_issued_again_does_not_ask_what_waits_already(office: Sched) -> None:
    assert asked(office) == [INSPECTION]
    office("import", "again.txt")
    assert asked(office) == [INSPECTION]
    assert office("review", "list").stdout.count(INSPECTION) == 2, "the entry, and the sentence that says it"


def test_a_release_says_who_asked_for_it(office: Sched) -> None:
    office("review", "accept", number_of(office, INSPECTION))
    made = office.json("changes", "--since", "2020-01-01", "--json")
    assert [one["approved_by"] for one in made] == [who(), who()]


@pytest.mark.parametrize("deed", ["accept", "reject"])
def test_the_answer_holds_for_both_papers(office: Sched, deed: str) -> None:
    first = number_of(office, INSPECTION)
    office("import", "again.txt")
    office("review", deed, first)
    assert asked(office) == []
    assert (INSPECTION in december(office)) is (deed == "accept")


def test_taking_one_of_two_papers_back_leaves_the_question_of_the_other(office: Sched) -> None:
    office("import", "again.txt")
    office("undo", "2")
    assert asked(office) == [INSPECTION]
    assert waiting(office)[0]["document"] == "month.txt"


def test_undoing_an_acceptance_asks_again_and_undoing_that_answers_again(office: Sched) -> None:
    office("review", "accept", number_of(office, INSPECTION))
    office("undo", "2")
    assert (asked(office), INSPECTION in december(office)) == ([INSPECTION], False)
    office("undo", "3")
    assert (asked(office), INSPECTION in december(office)) == ([], True)
    office("undo", "4")
    office("review", "accept", number_of(office, INSPECTION))
    assert (asked(office), december(office)[INSPECTION]) == ([], "2026-12-10")


def test_what_waits_is_corrected_and_put_on_the_calendar(office: Sched) -> None:
    office(
        "review",
        "edit",
        number_of(office, INSPECTION),
        "--when",
        "8h00 ngày 15/12/2026",
        "--place",
        "xã Tân An",
    )
    [row] = [r for r in office.json("list", "--month", "2026-12", "--json") if r["title"] == INSPECTION]
    assert (row["when"]["date"], row["when"]["start"], row["location"]) == (
        "2026-12-15",
        "08:00",
        "xã Tân An",
    )


def test_a_correction_that_corrects_nothing_is_refused(office: Sched) -> None:
    assert "--title, --when, --place or --group" in office("review", "edit", "1", status=2).stderr
    assert asked(office) == [INSPECTION]


def test_a_standing_meeting_that_is_typed_runs_within_the_months_programme(office: Sched) -> None:
    office("review", "edit", number_of(office, INSPECTION), "--when", "sáng thứ Ba hằng tuần")
    rows = office.json("list", "--from", "2026-11-20", "--to", "2027-01-31", "--json")
    days = [row["when"]["date"] for row in rows if row["title"] == INSPECTION]
    assert days == [f"2026-12-{day:02}" for day in (1, 8, 15, 22, 29)]


def test_an_unknown_event_that_is_named_at_the_keyboard_is_told_and_asked_again(office: Sched) -> None:
    told = office("review", stdin="m\nunknown-uid\na\nr\n").stdout
    assert "! there is no event unknown-uid" in told
    assert asked(office) == []


def test_near_titles_are_asked_about_and_merged_with_the_event_that_a_person_names(office: Sched) -> None:
    office("import", "congress.txt")
    assert december(office) == {UNION: None}
    assert set(asked(office)) == {INSPECTION, "Đại hội Công đoàn cơ quan"}
    [union] = [r for r in office.json("list", "--month", "2026-12", "--json") if r["title"] == UNION]
    office(
        "review", "merge", number_of(office, "Đại hội Công đoàn cơ quan"), union["uid"][:8], "--title", UNION
    )
    assert december(office) == {UNION: "2026-12-24"}
    assert asked(office) == [INSPECTION]


def test_a_merge_with_what_is_not_on_the_calendar_is_refused(office: Sched) -> None:
    assert (
        "there is no event"
        in office("review", "merge", number_of(office, INSPECTION), "unknown-uid", status=2).stderr
    )
    assert asked(office) == [INSPECTION]


def test_the_title_that_a_person_types_is_that_of_the_event(office: Sched) -> None:
    office("import", "congress.txt")
    [union] = [r for r in office.json("list", "--month", "2026-12", "--json") if r["title"] == UNION]
    number = number_of(office, "Đại hội Công đoàn cơ quan")
    office("review", "edit", number, "--as", union["uid"], "--title", "Đại hội Công đoàn")
    assert december(office) == {"Đại hội Công đoàn": "2026-12-24"}


def test_a_plain_notice_acts_at_once_and_is_shown_by_its_own_sentence(office: Sched) -> None:
    office("import", "again.txt")
    notice = office.json("import", "notice.txt", "--json")[0]
    assert sorted(change["kind"] for change in notice["changes"]) == ["cancelled", "moved"]
    assert (notice["waiting"], notice["questions"]) == ([], [])
    assert SECTION not in december(office)
    [uid] = {r["uid"] for r in office.json("list", "--month", "2026-12", "--json") if r["title"] == STANDING}
    shown = office("show", uid).stdout
    assert ": Họp giao ban cơ quan chiều thứ Sáu, ngày 11/12/2026 chuyển" in shown
    assert "Họp chi bộ" not in shown
    assert "chiều thứ Sáu, ngày 11/12/2026 → 08h00, thứ Năm, ngày 10/12/2026" in shown


def test_a_release_taken_back_says_what_it_was_and_what_it_is(office: Sched) -> None:
    office("import", "again.txt")
    office("import", "notice.txt")
    told = office("undo", "3").stdout
    assert "08h00, thứ Năm, ngày 10/12/2026 → chiều thứ Sáu, ngày 11/12/2026" in " ".join(told.split())
    assert "đã hủy: 08h00, thứ Năm, ngày 03/12/2026 → 08h00, thứ Năm, ngày 03/12/2026" in " ".join(
        told.split()
    )


def test_a_change_of_words_alone_says_the_words(office: Sched) -> None:
    office("review", "accept", number_of(office, INSPECTION))
    uid = next(
        r["uid"] for r in office.json("list", "--month", "2026-12", "--json") if r["title"] == INSPECTION
    )
    office("edit", uid, "--place", "xã Tân An")
    told = " ".join(office("changes").stdout.split())
    assert "xã Hòa Sơn → xã Tân An" in told
    assert "ngày 10/12/2026 → " not in told
    assert "xã Tân An → xã Hòa Sơn" in " ".join(office("undo", "3").stdout.split())
