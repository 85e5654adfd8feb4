"""Days as of which figures are told are no days of anything, and by which they are asked for stay due."""

import pytest
from announced_lines import lines_of

MONTH = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n1. Họp chi bộ: 14h00 ngày 06/5.\n"


@pytest.mark.parametrize(
    "told",
    [
        "Ghi chú: Số liệu thu lấy đến hết ngày 25/5/2024, đạt 31/100 kế hoạch.",
        "- Số liệu BHYT lấy đến ngày 10/5/2024.",
        "Tỷ lệ tiêm đến 28/5: 12/54 xã đạt trên 50%.",
        "Số liệu dư nợ đến 20/5/2024: 412,6 tỷ đồng.",
    ],
)
def test_figures_are_told_as_of_a_day(told: str) -> None:
    assert lines_of(MONTH + told) == ["05-06 14:00: Họp chi bộ"]


def test_figures_are_asked_for_by_a_day() -> None:
    text = f"{MONTH}2. Các xã gửi báo cáo (số liệu đến hết ngày 10/5) về Phòng trước ngày 15/5.\n"
    assert lines_of(text)[1:] == ["05-14 deadline: Các xã gửi báo cáo về Phòng"]
