"""One thing held at several places in turn, each with its time."""

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme

HEAD = "CHƯƠNG TRÌNH CÔNG TÁC\nTháng 11 năm 2024\n\nII. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG\n"


def told(item: str) -> list[tuple[str, str, str | None]]:
    """Title, day with its hour or part, and place of each entry."""
    found = []
    for entry in read_programme(decode(f"{HEAD}{item}\n".encode(), "a.txt")).entries:
        hours = entry.when.hours
        hour = f"{hours.start:%H:%M}" if hours.start else str(hours.part or "")
        found.append((entry.title, f"{getattr(entry.when, 'day', '?'):%d/%m} {hour}".strip(), entry.location))
    return found


@pytest.mark.parametrize(
    ("item", "sessions"),
    [
        (
            "1. Tiếp xúc cử tri: 7h30 ngày 18/11 tại xã Thượng Hà, 14h00 cùng ngày tại xã Mỹ Lương.",
            [("18/11 07:30", "xã Thượng Hà"), ("18/11 14:00", "xã Mỹ Lương")],
        ),
        (
            "1. Tiếp xúc cử tri: sáng 18/11 tại xã Thượng Hà; chiều cùng ngày tại xã Mỹ Lương; sáng 19/11 tại xã Lộc",
            [
                ("18/11 morning", "xã Thượng Hà"),
                ("18/11 afternoon", "xã Mỹ Lương"),
                ("19/11 morning", "xã Lộc"),
            ],
        ),
        (
            "1. Tiếp xúc cử tri: ngày 18/11 (xã Thượng Hà), ngày 20/11 (phường 2).",
            [("18/11", "xã Thượng Hà"), ("20/11", "phường 2")],
        ),
    ],
)
def test_each_time_has_the_place_behind_it(item: str, sessions: list[tuple[str, str]]) -> None:
    assert told(item) == [("Tiếp xúc cử tri", when, place) for when, place in sessions]


def test_one_place_behind_two_days_is_of_both() -> None:
    assert [place for _, _, place in told("1. Tập huấn: sáng 18/11 và chiều 20/11 tại Hội trường A.")] == [
        "Hội trường A"
    ] * 2


def test_a_numbered_group_is_named_by_what_it_is_part_of() -> None:
    item = (
        "1. Tiếp xúc cử tri:\n- Tổ số 1: ngày 18/11 tại xã Thượng Hà.\n- Tổ số 2: ngày 19/11 tại xã Tân Lộc."
    )
    assert [title for title, _, _ in told(item)] == ["Tiếp xúc cử tri: tổ số 1", "Tiếp xúc cử tri: tổ số 2"]
