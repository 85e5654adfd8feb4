"""Tables with the same columns several times, side by side, and the weeks and days that head them."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"
TWO = ["05-06 07:30: Giao ban", "05-06 14:00: Họp chi bộ", "05-07 afternoon: Chấm thi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thứ/Ngày | Sáng |  | Chiều | \n | Giờ | Nội dung | Giờ | Nội dung\n"
            "Thứ Hai 06/5 | 7h30 | Giao ban | 14h00 | Họp chi bộ\nThứ Ba 07/5 |  |  |  | Chấm thi",
            TWO,
            id="halves-over-their-hours",
        ),
        pytest.param(
            "| Ngày | Giờ sáng | Nội dung | Giờ chiều | Nội dung |\n| --- | --- | --- | --- | --- |\n"
            "| T2 06/5 | 7h30 | Giao ban | 14h00 | Họp chi bộ |\n| T3 07/5 |  |  |  | Chấm thi |",
            TWO,
            id="the-half-in-the-head",
        ),
        pytest.param(
            "Ngày\tChủ tịch\t\tPCT Hòa\t\n\tGiờ\tNội dung\tGiờ\tNội dung\n"
            "T2 06/5\t7h30\tGiao ban\t14h00\tHọp chi bộ\n\t9h00\tTiếp dân\t\t\nT3 07/5\t\t\t15h\tChấm thi",
            [
                "05-06 07:30: Giao ban",
                "05-06 14:00: Họp chi bộ",
                "05-06 09:00: Tiếp dân",
                "05-07 15:00: Chấm thi",
            ],
            id="leaders-over-their-hours",
        ),
        pytest.param(
            "| Thứ Hai (06/5) |  | Thứ Ba (07/5) |  |\n| Giờ | Nội dung | Giờ | Nội dung |\n"
            "| 7h30 | Giao ban | 8h00 | Tiếp dân |\n| 14h00 | Họp chi bộ | 15h00 | Chấm thi |",
            [
                "05-06 07:30: Giao ban",
                "05-07 08:00: Tiếp dân",
                "05-06 14:00: Họp chi bộ",
                "05-07 15:00: Chấm thi",
            ],
            id="days-over-their-hours",
        ),
        pytest.param(
            "| Ngày | Giờ | Nội dung | Địa điểm |\n| --- | --- | --- | --- |\n| T2 06/5 | 7h30 | Giao ban | P1 |",
            ["05-06 07:30: Giao ban"],
            id="columns-that-stand-once",
        ),
    ],
)
def test_columns_side_by_side(text: str, expected: list[str]) -> None:
    assert lines_of(WEEK + text) == expected


@pytest.mark.parametrize(
    "head",
    [
        (
            "LỊCH LÀM VIỆC 2 TUẦN (từ 06/5 đến 19/5/2024)\n\n"
            "TUẦN 19 (từ 06/5 đến 12/5)\n{}\nTUẦN 20 (từ 13/5 đến 19/5)\n{}"
        ),
        (
            "SỞ A\nLỊCH CÔNG TÁC TUẦN 19 VÀ TUẦN 20 NĂM 2024\n\n"
            "* Tuần từ 06/5 đến 12/5/2024:\n{}\n* Tuần từ 13/5 đến 19/5:\n{}"
        ),
        (
            "LỊCH CÔNG TÁC (từ 06/5 đến 19/5/2024)\n"
            "I. TUẦN THỨ NHẤT (06/5 - 12/5)\n{}\n\nII. TUẦN THỨ HAI (13/5 - 19/5)\n{}"
        ),
    ],
)
def test_weekdays_below_each_of_two_weeks(head: str) -> None:
    text = head.format(
        "Thứ Hai:\n- 7h30: Giao ban\nThứ Ba:\n- 14h00: Họp chi bộ", "Thứ Hai:\n- 8h00: Tiếp dân\n"
    )
    assert lines_of(text) == [
        "05-06 07:30: Giao ban",
        "05-07 14:00: Họp chi bộ",
        "05-13 08:00: Tiếp dân",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thời gian\nNội dung\nThành phần\nĐịa điểm\n8h30\nThứ Hai 06/5\nHọp tổ chuyên môn\nTrưởng các đơn vị\n"
            "Hội trường\n14h00\nThứ Ba 07/5\nHọp chi bộ\nĐảng viên\nPhòng họp 2\n",
            ["05-06 08:30: Họp tổ chuyên môn", "05-07 14:00: Họp chi bộ"],
            id="hours-over-their-days",
        ),
        pytest.param(
            "Giờ\nCông việc\nThành phần\nTHỨ HAI 06/5\n9h00\nHọp tổ\nToàn trường\nChiều\nChấm thi\nBan Giám hiệu\n"
            "THỨ BA 07/5\n15h\nHọp chi bộ\nĐảng viên\n",
            ["05-06 09:00: Họp tổ", "05-06 afternoon: Chấm thi", "05-07 15:00: Họp chi bộ"],
            id="days-over-rows-under-heads-without-one",
        ),
        pytest.param(
            "Thứ Hai\n06/5\nSáng\nHọp tổ\nChủ trì: GĐ\n14:30\nHọp chi bộ\nChủ trì: GĐ\n",
            ["05-06 morning: Họp tổ", "05-06 14:30: Họp chi bộ"],
            id="a-half-that-ended-before-an-hour",
        ),
        pytest.param(
            "Ngày\tThời gian\tNội dung\nT2 (06/5)\tCả buổi sáng\tHọp tổ\n\tCuối giờ chiều\tHọp chi bộ\n"
            "T3 (07/5)\tTrong buổi sáng\tChấm thi\n",
            ["05-06 morning: Họp tổ", "05-06 afternoon: Họp chi bộ", "05-07 morning: Chấm thi"],
            id="whole-halves-and-their-ends",
        ),
    ],
)
def test_hours_and_halves_beside_days(text: str, expected: list[str]) -> None:
    assert lines_of(WEEK + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "🗓 Thứ Hai 06/5\n⏰ 8h00 | Họp tổ | 📍 P1\n⏰ Chiều | Chấm thi\n🗓 Thứ Ba 07/5\n⏰ 14h00 | Tiếp dân\n",
            ["05-06 08:00: Họp tổ", "05-06 afternoon: Chấm thi", "05-07 14:00: Tiếp dân"],
            id="pictures-before-hours-and-places",
        ),
        pytest.param(
            "Ngày\tNội dung công tác\tTrực\nT2 (06/5)\t• 8h00: Họp tổ • 14h30: Chấm thi\tĐ/c Lâm\n"
            "T3 (07/5)\t+ 7h00: Tiếp dân + Chiều: Họp chi bộ\tĐ/c Lâm\n",
            [
                "05-06 08:00: Họp tổ",
                "05-06 14:30: Chấm thi",
                "05-07 07:00: Tiếp dân",
                "05-07 afternoon: Họp chi bộ",
            ],
            id="several-things-behind-bullets-in-one-cell",
        ),
        pytest.param(
            "Thứ Hai (06/5)\n- Khảo sát - sáng - PH 2\n- BGH - chiều - Thẩm định dự toán\nT3 (07/5)\n- Họp - 8h\n",
            [
                "05-06 morning: Khảo sát",
                "05-06 afternoon: BGH - Thẩm định dự toán",
                "05-07 08:00: Họp",
            ],
            id="halves-between-dashes",
        ),
    ],
)
def test_signs_between_the_parts_of_a_line(text: str, expected: list[str]) -> None:
    assert lines_of(WEEK + text) == expected
