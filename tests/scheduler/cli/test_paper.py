"""The week and the month on paper, by the program: who issues them."""

from pathlib import Path

from program import Sched

WEEK = """HỘI LHPN TỈNH ĐÔNG LĨNH
VĂN PHÒNG

LỊCH CÔNG TÁC TUẦN 47
(Từ ngày 16/11/2026 đến ngày 22/11/2026)

Thứ Hai (16/11):
- 08h00: Hội ý Thường trực tại phòng họp số 1.
"""


def test_the_week_and_the_month_are_each_issued_by_whoever_issued_the_last_of_their_kind(
    sched: Sched, samples: list[str], tmp_path: Path
) -> None:
    sched("import", samples[0])
    assert "BAN THƯỜNG VỤ" in sched("export", "--week", "2026-47", "--format", "html").stdout
    (tmp_path / "week.txt").write_text(WEEK, "utf-8")
    sched("import", "week.txt")
    assert "VĂN PHÒNG" in sched("export", "--week", "2026-47", "--format", "html").stdout
    month = sched("export", "--month", "2026-11", "--format", "html").stdout
    assert "BAN THƯỜNG VỤ" in month
    assert "VĂN PHÒNG" not in month
