"""Standing rules that are told by labels as a letter is: "1. Thời gian: ngày 10 hằng tháng", "2. Địa điểm: ..."."""

import pytest
from announced_lines import lines_of

RULE = "UBND HUYỆN BA TRANG\nTHÔNG BÁO\nLịch tiếp công dân định kỳ của Chủ tịch UBND huyện năm 2023\n"
PLACE = "2. Địa điểm: Trụ sở Tiếp công dân huyện.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{RULE}1. Thời gian: vào ngày 10 và ngày 25 hàng tháng.\n{PLACE}",
            ["MONTHLY: Tiếp công dân định kỳ"],
            id="by-days-of-the-month",
        ),
        pytest.param(
            f"{RULE}1. Thời gian: Sáng thứ Năm hằng tuần\n{PLACE}",
            ["WEEKLY morning: Tiếp công dân định kỳ"],
            id="by-a-weekday",
        ),
        pytest.param(
            f"{RULE}1. Thời gian: Chủ tịch UBND huyện tiếp công dân vào ngày 10 hàng tháng.\n{PLACE}",
            ["MONTHLY: Tiếp công dân"],
            id="by-a-sentence",
        ),
    ],
)
def test_a_rule_behind_a_label(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
