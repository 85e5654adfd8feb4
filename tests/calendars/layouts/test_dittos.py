"""Cells that say "as above"."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"


@pytest.mark.parametrize("ditto", ["nt", "-nt-", "N/t", "Như trên", '"', "''", "〃"])
def test_what_goes_on_is_told_once(ditto: str) -> None:
    text = (
        f"{WEEK}| Ngày | Giờ | Nội dung | Địa điểm |\n|---|---|---|---|\n"
        "| Thứ 2 (06/5) | 7h30 | Họp giao ban | Phòng họp 1 |\n"
        f"| Thứ 3 (07/5) | 8h00 | Tập huấn ISO | Hội trường |\n| Thứ 4 (08/5) |  | {ditto} | {ditto} |\n"
        f"| Thứ 5 (09/5) | 14h00 | {ditto} | {ditto} |\n"
    )
    assert lines_of(text) == [
        "05-06 07:30: Họp giao ban",
        "05-07..05-08 08:00: Tập huấn ISO",
        "05-09 14:00: Tập huấn ISO",
    ]


def test_a_leader_who_is_away_for_days_is_away_once() -> None:
    text = (
        f"{WEEK}| Ngày | Viện trưởng Cầm Dũng | PVT Tòng Thị Hoa |\n|---|---|---|\n"
        "| Thứ 2 (06/5) | 7h30: Họp giao ban | Chiều: Kiểm sát việc tạm giữ |\n"
        "| Thứ 3 (07/5) | Sáng: Họp liên ngành | Đi học lớp cao cấp |\n"
        "| Thứ 4 (08/5) | 8h30: Tiếp công dân | nt |\n| Thứ 5 (09/5) | Sáng: Duyệt án | nt |\n"
    )
    assert lines_of(text) == [
        "05-06 07:30: Họp giao ban",
        "05-06 afternoon: Kiểm sát việc tạm giữ",
        "05-07..05-09: Đi học lớp cao cấp",
        "05-07 morning: Họp liên ngành",
        "05-08 08:30: Tiếp công dân",
        "05-09 morning: Duyệt án",
    ]
