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
