"""One thing held at several hours of its day, and a parish's week."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH SINH HOẠT TUẦN 19 (06/5 - 12/5/2024)\n\nThứ Hai, 06/5\n- {}\nThứ Ba, 07/5\n- 9h00: Giao ban\n"


@pytest.mark.parametrize(
    "row",
    [
        'Chiếu phim "Đất rừng": 8h00, 10h00 và 14h30.',
        "Chiếu phim tài liệu: 8h00; 10h00; 14h30",
        "8h00, 10h00 và 14h30: Chiếu phim",
        "8:00, 10:00, 14:30 - Chiếu phim",
        "8 giờ, 10 giờ và 14 giờ 30: Chiếu phim",
    ],
)
def test_each_hour_is_one_of_its_own(row: str) -> None:
    told = lines_of(WEEK.format(row))
    assert [line[:11] for line in told] == ["05-06 08:00", "05-06 10:00", "05-06 14:30", "05-07 09:00"]
    assert all("Chiếu phim" in line for line in told[:3])


def test_a_beginning_and_an_end() -> None:
    assert lines_of(WEEK.format("8h00 - 10h00: Chiếu phim"))[0] == "05-06 08:00-10:00: Chiếu phim"


def test_the_week_of_a_parish() -> None:
    text = """
GIÁO XỨ TÂN HÒA
THÔNG TIN MỤC VỤ TUẦN III MÙA VỌNG
(18/12 – 24/12/2023)

✠ Thánh lễ ngày thường: 4g45 sáng hằng ngày (từ thứ Hai đến thứ Bảy).

THỨ HAI 18/12
- 17g30: Thánh lễ cầu cho các linh hồn.
CHÚA NHẬT 24/12
- 5g00 và 7g00: Thánh lễ.
- 19g30: Canh thức.
"""
    assert lines_of(text) == [
        "WEEKLY 04:45: Thánh lễ ngày thường",
        "12-18 17:30: Thánh lễ cầu cho các linh hồn",
        "12-24 05:00: Thánh lễ",
        "12-24 07:00: Thánh lễ",
        "12-24 19:30: Canh thức",
    ]
