"""Feasts of the moon among a month's marked days: with the day of the moon beside them, the solar one, or both."""

import pytest
from announced_lines import lines_of

HEAD = "HUYỆN ỦY LƯƠNG SƠN\n\nCHƯƠNG TRÌNH CÔNG TÁC\nTháng {month} năm 2024\n\nI- THƯỜNG TRỰC\n\n"
MEETING = "1- Họp Đảng ủy: 7h ngày 12/{month}\n\nII- NGÀY LỄ, KỶ NIỆM TRONG THÁNG\n\n"


@pytest.mark.parametrize(
    ("month", "line", "expected"),
    [
        (4, "Giỗ Tổ Hùng Vương (mùng 10-3 âm lịch, tức ngày 18-4-2024)", "04-18"),
        (4, "Giỗ Tổ Hùng Vương (18/4/2024)", "04-18"),
        (4, "Giỗ Tổ Hùng Vương 10/3", "04-18"),
        (5, "Lễ Phật đản (rằm tháng Tư âm lịch).", "05-22"),
        (5, "Đại lễ Phật đản 15/4 âm lịch", "05-22"),
        (8, "Lễ Vu Lan (15/7 âm lịch, tức 18/8)", "08-18"),
        (9, "Tết Trung thu (15/8 âm lịch, tức ngày 17/9)", "09-17"),
    ],
)
def test_a_feast_by_its_name_alone_is_marked(month: int, line: str, expected: str) -> None:
    name = line.partition(" (")[0].removesuffix(" 10/3").removesuffix(" 15/4 âm lịch")
    assert lines_of(HEAD.format(month=month) + MEETING.format(month=month) + f"- {line}\n") == [
        f"{month:02}-12 07:00: Họp Đảng ủy",
        f"{expected} all-day observance: {name}",
    ]


def test_a_feast_beside_another_marked_day_has_its_own() -> None:
    line = "Giỗ Tổ Hùng Vương (10/3 âm lịch, tức ngày 18/4/2024); Ngày Giải phóng miền Nam (30/4)."
    assert lines_of(HEAD.format(month=4) + MEETING.format(month=4) + f"{line}\n")[1:] == [
        "04-18 all-day observance: Giỗ Tổ Hùng Vương",
        "04-30 all-day observance: Ngày Giải phóng miền Nam",
    ]


def test_what_is_held_for_a_feast_is_held_at_its_hour() -> None:
    line = "- Giỗ Tổ Hùng Vương (10/3 âm lịch): dâng hương lúc 7h30 ngày 18/4"
    assert lines_of(HEAD.format(month=4) + MEETING.format(month=4) + f"{line}\n")[1:] == [
        "04-18 07:30: Dâng hương",
    ]
