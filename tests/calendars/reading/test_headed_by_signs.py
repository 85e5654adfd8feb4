"""Rows whose cells a dash parts below heads that it parts, too; and the number of a paper beside its day."""

import pytest
from announced_lines import lines_of

TITLE = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n"


def test_rows_below_heads_that_dashes_part() -> None:
    text = (
        f"{TITLE}TT. Nội dung - Thời gian - Người phụ trách\n\n"
        "1. Họp giao ban - 8h00 ngày 06.5 - ô. Khiêm\n"
        "2. Hội nghị sơ kết quý I - phương hướng quý II - ngày 10/5 - TT Hội\n"
        "3. Tập huấn - từ 13-5 đến 15-5\n"
        "4. Tổng kết thi đua Cụm số 7 - 21/5 - TT Hội\n"
        "5. Khám sức khỏe - b. Lý\n"
    )
    assert lines_of(text)[:4] == [
        "05-06 08:00: Họp giao ban",
        "05-10: Hội nghị sơ kết quý I - phương hướng quý II",
        "05-13..05-15: Tập huấn",
        "05-21: Tổng kết thi đua Cụm số 7",
    ]


def test_dashes_below_no_such_heads_part_nothing() -> None:
    text = f"{TITLE}Nội dung công tác - trọng tâm\n1. Họp A - B: 06/5\n2. Họp C: 07/5\n3. Họp D: 08/5\n"
    assert [line.partition(":")[0] for line in lines_of(text)] == ["05-06", "05-07", "05-08"]


@pytest.mark.parametrize(
    "line",
    [
        "*Bắc Lộc, ngày 30 tháng 4 năm 2024 - Số: 519/CTr-TTYT*",
        "Số: 519/CTr-TTYT - Bắc Lộc, ngày 30/4/2024",
        "Bắc Lộc, 30/4/2024 | Số: 519/CTr-TTYT",
    ],
)
def test_the_number_beside_the_day_of_issue_announces_nothing(line: str) -> None:
    assert lines_of(f"{TITLE}{line}\n\n- Họp giao ban: 8h00 ngày 06/5.\n") == ["05-06 08:00: Họp giao ban"]
