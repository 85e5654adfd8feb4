"""Days, weeks and parts of a paper are found whatever signs are drawn before and behind their headings."""

import pytest
from announced_lines import lines_of

DRAWN = (
    ("", ""),
    ("", ":"),
    ("=== ", " ==="),
    ("--- ", " ---"),
    ("*** ", " ***"),
    ("**", "**"),
    ("[", "]"),
    ("<", ">"),
    ("“", "”"),
    ("# ", ""),
    (">> ", ""),
    ("» ", ""),
    ("=> ", ""),
    ("-> ", ""),
    ("== ", ""),
    ("+++ ", ""),
    ("~ ", " ~"),
    ("✦ ", " ✦"),
    ("❖ ", ""),
    ("▶ ", ":"),
    ("★ ", ""),
    ("◆ ", " ◆"),
    ("※ ", ""),
    ("📅 ", ""),
    ("🔹 ", ":"),
    ("• ", ""),
    ("- ", ":"),
    ("+ ", ":"),
    ("1. ", ":"),
    ("I. ", ""),
)
WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"
MONTH = "KẾ HOẠCH CÔNG TÁC THÁNG 5/2024\n\n"


@pytest.mark.parametrize(("before", "behind"), DRAWN)
def test_days(before: str, behind: str) -> None:
    days = [f"{before}{day}{behind}" for day in ("Thứ Hai 06/5", "Thứ Ba 07/5", "Thứ Sáu 10/5")]
    text = f"{WEEK}{days[0]}\n- 8h00: Họp tổ\n- Chiều: Đi xã Tân An\n{days[1]}\n- 14h: Tiếp dân\n{days[2]}\n"
    assert lines_of(text + "- 7h30: Chào cờ\n") == [
        "05-06 08:00: Họp tổ",
        "05-06 afternoon: Đi xã Tân An",
        "05-07 14:00: Tiếp dân",
        "05-10 07:30: Chào cờ",
    ]


@pytest.mark.parametrize(("before", "behind"), DRAWN)
def test_weeks(before: str, behind: str) -> None:
    weeks = [
        f"{before}TUẦN {week}{behind}" for week in ("1 (06/5 - 10/5)", "2 (13/5 - 17/5)", "3 (20/5 - 24/5)")
    ]
    text = f"{MONTH}{weeks[0]}\n- 06/5: Họp tổ\n- Chiều thứ Năm: Đi xã Tân An\n{weeks[1]}\n- 14/5, 8h: Tiếp dân\n"
    assert lines_of(f"{text}{weeks[2]}\n- 7h30 thứ Sáu: Chào cờ\n") == [
        "05-06: Họp tổ",
        "05-09 afternoon: Đi xã Tân An",
        "05-14 08:00: Tiếp dân",
        "05-24 07:30: Chào cờ",
    ]


@pytest.mark.parametrize(("before", "behind"), DRAWN)
def test_parts(before: str, behind: str) -> None:
    parts = [f"{before}{part}{behind}" for part in ("CÔNG TÁC CHUYÊN MÔN", "Công tác tổ chức")]
    text = (
        f"{MONTH}{parts[0]}\n- 06/5: Họp tổ\n- Chiều 09/5: Đi xã Tân An\n{parts[1]}\n- 14/5, 8h: Tiếp dân\n"
    )
    assert lines_of(text) == ["05-06: Họp tổ", "05-09 afternoon: Đi xã Tân An", "05-14 08:00: Tiếp dân"]


def test_a_drawn_line_is_quickly_passed() -> None:
    text = f"{MONTH}{'-' * 5000}\n- 06/5: Họp tổ\n{'=> ' * 2000}\n{'+' * 5000} x\n"
    assert lines_of(text) == ["05-06: Họp tổ"]
