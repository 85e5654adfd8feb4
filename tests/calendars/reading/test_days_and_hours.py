"""Weeks whose cells or lines tell a day and an hour in one: each row under its own day."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"
MONDAY = "05-06 08:00: Giao ban Chi cục"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thời gian            Nội dung                                Thành phần\n"
            "Thứ 2   S  8h00      Giao ban Chi cục                        Các phòng\n"
            "        C  14h00     Họp xử lý vụ vận chuyển lâm sản         P. Thanh tra\n"
            "                     (biên bản ngày 30/4/2024)\n"
            "Thứ 3   S+C          Tuần tra tiểu khu 214                   Đội số 1\n"
            "Thứ 5   S            Nghiệm thu khoán bảo vệ rừng            P. Sử dụng\n"
            "        C            Trống\n",
            [
                MONDAY,
                "05-06 14:00: Họp xử lý vụ vận chuyển lâm sản",
                "05-07 all-day: Tuần tra tiểu khu 214",
                "05-09 morning: Nghiệm thu khoán bảo vệ rừng",
            ],
            id="one-head-over-day-half-and-hour",
        ),
        pytest.param(
            "Thời gian                Nội dung                       Thành phần\n"
            "Thứ Hai    Sáng 8h00     Giao ban Chi cục               Các phòng\n"
            "06/5       Chiều 14h00   Họp chi bộ                     Đảng viên\n"
            "Thứ Ba     Cả ngày       Tuần tra tiểu khu 214          Đội số 1\n07/5\n",
            [MONDAY, "05-06 14:00: Họp chi bộ", "05-07 all-day: Tuần tra tiểu khu 214"],
            id="the-date-below-its-weekday-beside-the-afternoon",
        ),
        pytest.param(
            "| Thời gian | Nội dung | Thành phần |\n|---|---|---|\n"
            "| Thứ 2 S 8h00 | Giao ban Chi cục | Các phòng |\n| C 14h00 | Họp tổ | |\n| Thứ 5 S | Tiếp dân | |\n"
            "| C | Họp chi bộ | |\n",
            [MONDAY, "05-06 14:00: Họp tổ", "05-09 morning: Tiếp dân", "05-09 afternoon: Họp chi bộ"],
            id="halves-by-their-letters-in-the-day-s-cell",
        ),
        pytest.param(
            "| Thời gian | Nội dung |\n|---|---|\n| Sáng thứ Hai 06/5, 8h00 | Giao ban Chi cục |\n"
            "| Chiều 14h00 | Họp tổ |\n| Thứ Năm sáng | Tiếp dân |\n| chiều | Họp chi bộ |\n",
            [MONDAY, "05-06 14:00: Họp tổ", "05-09 morning: Tiếp dân", "05-09 afternoon: Họp chi bộ"],
            id="the-half-before-its-day",
        ),
        pytest.param(
            "1. Thứ Hai, 06/5\n   1.1. 8h00 - Giao ban Chi cục\n   1.2 14h00: Họp tổ\n2. Thứ Ba, 07/5\n"
            "   2.1. Tiếp đoàn khảo sát\n   2.2. 9h00 - 11h00 Tiếp dân\n",
            [
                MONDAY,
                "05-06 14:00: Họp tổ",
                "05-07: Tiếp đoàn khảo sát",
                "05-07 09:00-11:00: Tiếp dân",
            ],
            id="numbers-of-two-parts-before-hours",
        ),
    ],
)
def test_each_row_stands_under_its_day(text: str, expected: list[str]) -> None:
    assert lines_of(WEEK + text) == expected
