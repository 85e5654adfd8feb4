"""Layouts of weekly schedules, each as a small paper of its own with what it announces."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WEEK}| Ngày | Buổi | PCT Lụa | Chủ tịch |\n| --- | --- | --- | --- |\n"
            "| T2 06/5 | Sáng |  |  |\n|  | Chiều |  | - 14h00: Họp tổ |\n"
            "| T3 07/5 | Sáng |  |  |\n|  | Chiều | Duyệt đề án |  |\n",
            ["05-06 14:00: Họp tổ", "05-07 afternoon: Duyệt đề án"],
            id="leaders-across-on-a-day-that-begins-with-nothing",
        ),
        pytest.param(
            f"{WEEK} | Thứ 2 (06/5) | Thứ 3 (07/5) | Thứ 4 (08/5)\n"
            "Sáng | 8h00: Họp tổ |  | Chấm thi\nChiều |  | 15h: Họp chi bộ |\n",
            ["05-06 08:00: Họp tổ", "05-08 morning: Chấm thi", "05-07 15:00: Họp chi bộ"],
            id="days-across-below-an-empty-head",
        ),
    ],
)
def test_what_a_layout_announces(text: str, expected: list[str]) -> None:
    assert sorted(lines_of(text)) == sorted(expected)
