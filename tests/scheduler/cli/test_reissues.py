"""A corrected copy of a programme, imported after the first one, before it, and taken back."""

from pathlib import Path

import pytest
from program import Sched

FIRST = """HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN THƯỜNG VỤ TỈNH ĐÔNG LĨNH
***
Số: 97/CTr-BTV
Đông Lĩnh, ngày 20 tháng 11 năm 2026

CHƯƠNG TRÌNH
Công tác tháng 12 năm 2026

II. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG

1. Hội nghị triển khai Đề án 938: 8h00 ngày 08/12/2026, tại Hội trường tầng 3.

2. Kiểm tra cơ sở Hội xã Hòa Sơn: ngày 10/12/2026.
"""
CORRECTED = FIRST.replace("08/12/2026", "09/12/2026").replace(
    "2. Kiểm tra cơ sở Hội xã Hòa Sơn: ngày 10/12/2026.",
    "2. Tập huấn nghiệp vụ công tác Hội: ngày 15/12/2026.",
)
CONFERENCE, INSPECTION, TRAINING = (
    "Hội nghị triển khai Đề án 938",
    "Kiểm tra cơ sở Hội xã Hòa Sơn",
    "Tập huấn nghiệp vụ công tác Hội",
)


@pytest.fixture
def office(sched: Sched, tmp_path: Path) -> Sched:
    (tmp_path / "first.txt").write_text(FIRST, "utf-8")
    (tmp_path / "corrected.txt").write_text(CORRECTED, "utf-8")
    return sched


def december(office: Sched) -> dict[str, str]:
    rows = office.json("list", "--month", "2026-12", "--json")
    assert len({row["title"] for row in rows}) == len(rows), "nothing stands there twice"
    return {row["title"]: row["when"]["date"] for row in rows}


def asked(office: Sched) -> list[tuple[str, str]]:
    return [(one["entries"][-1]["title"], one["reason"]) for one in office.json("review", "--json")]


@pytest.mark.parametrize(
    ("language", "nothing", "kept", "time"),
    [
        ("vi", "không có gì thay đổi", "Giữ theo sửa tay ngày ", "14h00, thứ Hai, ngày 14/12/2020"),
        ("en", "nothing changes", "Kept as changed by hand on ", "14:00, Monday 14/12/2020"),
    ],
)
def test_an_import_that_changes_nothing_names_what_stands_by_hand(
    office: Sched, tmp_path: Path, language: str, nothing: str, kept: str, time: str
) -> None:
    # Years ago, so that whenever the tests are run the hand comes after the document.
    told = FIRST.replace("2026", "2020")
    (tmp_path / "first.txt").write_text(told, "utf-8")
    (tmp_path / "copy.txt").write_text(told + "\n", "utf-8")
    office("import", "first.txt")
    rows = office.json("list", "--month", "2020-12", "--json")
    [uid] = [row["uid"] for row in rows if row["title"] == CONFERENCE]
    office("move", uid, "14h00 ngày 14/12/2020")
    settings = (tmp_path / "config.toml").read_text("utf-8")
    office.configure(settings.replace('language = "vi"', f'language = "{language}"'))
    first, second = office("import", "copy.txt", "--dry-run").stdout.splitlines()
    assert nothing in first
    assert second.startswith(kept)
    assert f": {CONFERENCE}, " in second
    assert time in second
    [change] = office.json("import", "copy.txt", "--json")[0]["kept_by_hand"]
    assert (change["uid"], change["kind"]) == (uid, "unchanged")


def test_what_it_names_again_continues_and_what_it_no_longer_names_is_asked(office: Sched) -> None:
    office("import", "first.txt")
    uid = {row["title"]: row["uid"] for row in office.json("list", "--month", "2026-12", "--json")}
    office("import", "corrected.txt")
    assert december(office) == {CONFERENCE: "2026-12-09", INSPECTION: "2026-12-10", TRAINING: "2026-12-15"}
    assert office.json("show", uid[CONFERENCE], "--json")["sequence"] == 1
    [(title, reason)] = asked(office)
    assert (title, reason.partition(":")[0]) == (INSPECTION, "no-longer-named")
    office("review", "accept", str(office.json("review", "--json")[0]["number"]))
    assert december(office) == {CONFERENCE: "2026-12-09", TRAINING: "2026-12-15"}
    assert office.json("show", uid[INSPECTION], "--json")["status"] == "cancelled"


def test_taken_back_it_asks_nothing_any_more_and_may_come_again(office: Sched) -> None:
    office("import", "first.txt")
    office("import", "corrected.txt")
    office("undo", "2")
    assert december(office) == {CONFERENCE: "2026-12-08", INSPECTION: "2026-12-10"}
    assert asked(office) == []
    office("import", "corrected.txt")
    assert december(office)[CONFERENCE] == "2026-12-09"
    assert len(asked(office)) == 1


def test_in_the_other_order_the_one_that_comes_last_is_taken_for_the_correction(office: Sched) -> None:
    office("import", "corrected.txt")
    office("import", "first.txt")
    assert december(office) == {CONFERENCE: "2026-12-08", INSPECTION: "2026-12-10", TRAINING: "2026-12-15"}
    assert [title for title, _ in asked(office)] == [TRAINING]
    office("undo", "2")
    assert december(office) == {CONFERENCE: "2026-12-09", TRAINING: "2026-12-15"}
    assert asked(office) == []


def test_a_former_issue_of_an_earlier_day_does_not_come_back(office: Sched, tmp_path: Path) -> None:
    later = CORRECTED.replace("ngày 20 tháng 11", "ngày 23 tháng 11")
    (tmp_path / "corrected.txt").write_text(later, "utf-8")
    office("import", "corrected.txt")
    office("import", "first.txt")
    assert december(office) == {CONFERENCE: "2026-12-09", TRAINING: "2026-12-15"}
    assert asked(office) == [(INSPECTION, "superseded")]


MONTH = """HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN THƯỜNG VỤ TỈNH ĐÔNG LĨNH
***
Số: {number}/CTr-BTV
Đông Lĩnh, ngày {issued} năm 2026

CHƯƠNG TRÌNH
Công tác tháng {month} năm 2026

II. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG

1. Giao ban Thường trực Hội LHPN tỉnh: Chiều thứ 6 hằng tuần.
"""
WEEK = """HỘI LHPN TỈNH ĐÔNG LĨNH
VĂN PHÒNG
Số: 12/LCT-VP

LỊCH CÔNG TÁC TUẦN 47
(Từ ngày 16/11/2026 đến ngày 22/11/2026)

Thứ Hai (16/11):
- 08h00: Hội ý Thường trực tại phòng họp số 1.
"""
FRIDAY = """Thứ Sáu (20/11):
- 14h00: Họp giao ban Thường trực tại phòng họp số 1.
"""


def test_a_day_of_a_standing_meeting_that_the_week_no_longer_names_is_asked_and_then_taken_off(
    sched: Sched, tmp_path: Path
) -> None:
    documents = {
        "11.txt": MONTH.format(number=87, month=11, issued="28 tháng 10"),
        "12.txt": MONTH.format(number=96, month=12, issued="17 tháng 11"),
        "week.txt": WEEK + FRIDAY,
        "corrected.txt": WEEK,
    }
    for name, text in documents.items():
        (tmp_path / name).write_text(text, "utf-8")
    for name in ("11.txt", "12.txt"):
        sched("import", name)
    shown = sched("import", "week.txt").stdout
    assert "chiều thứ Sáu, ngày 20/11/2026" in shown, "the day is shown, not the series"
    sched("import", "corrected.txt")
    [waiting] = sched.json("review", "--json")
    assert waiting["entries"][0]["when"]["date"] == "2026-11-20"
    assert fridays(sched) == ["2026-11-06", "2026-11-13", "2026-11-20", "2026-11-27"]
    sched("review", "accept", str(waiting["number"]))
    assert fridays(sched) == ["2026-11-06", "2026-11-13", "2026-11-27"]


def fridays(office: Sched) -> list[str]:
    rows = office.json("list", "--month", "2026-11", "--json")
    return [row["day"] for row in rows if row["title"].startswith("Giao ban")]
