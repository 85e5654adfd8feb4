"""Sentences of notices that tell by how much a thing is moved, when it is not held, and what is still asked for."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

NOTICE = (
    "UBND XÃ AN\nSố: 08/TB-UBND\nAn, ngày 24 tháng 5 năm 2022\n\nTHÔNG BÁO\nVề việc thay đổi một số lịch\n\n"
    "UBND xã thông báo:\n\n1. Họp giao ban: từ 8h00 ngày 30/5 chuyển sang 8h00 ngày 31/5.\n2. {line}\n"
)


def read(line: str) -> list[str]:
    """What the second point tells: day, hour or part of the day, what is no confirmed meeting, and the title."""
    programme = read_programme(decode(NOTICE.format(line=line).encode(), "a.txt"), today=date(2022, 5, 24))
    lines = []
    for entry in programme_to_json(programme)["entries"][2:]:
        when = entry["when"]
        day = when.get("date") or f"{when.get('from')}..{(when.get('to') or '')[5:]}"
        marks = [entry[key] for key in ("category", "status") if entry[key] not in ("meeting", "confirmed")]
        hours = when["start"] or when["end"] or when["daypart"]
        lines.append(f"{' '.join(filter(None, (day[5:], hours, *marks)))}: {entry['title']}")
    return lines


@pytest.mark.parametrize(
    ("line", "old", "new", "title"),
    [
        (
            "Thi thực hành: ngày 12-13/6, lùi 01 tuần (19-20/6).",
            "06-12..06-13",
            "06-19..06-20",
            "Thi thực hành",
        ),
        ("Thi thực hành: ngày 12/6 lùi 02 ngày (14/6).", "06-12", "06-14", "Thi thực hành"),
        ("Thi thực hành ngày 12/6 dời chậm 1 tuần, thành 19/6.", "06-12", "06-19", "Thi thực hành"),
        ("Thi thực hành: ngày 12/6, lùi lại 01 tuần, tức 19/6.", "06-12", "06-19", "Thi thực hành"),
        ("Buổi hiến máu đẩy sớm 02 ngày, từ ngày 09/6 lên thứ Ba, 07/6.", "06-09", "06-07", "Buổi hiến máu"),
        (
            "Bóng đá mini: đẩy lên 10/6, không thi đấu ngày 11/6 như Thông báo số 1.",
            "06-11",
            "06-10",
            "Bóng đá mini",
        ),
        (
            "Hội nghị tổng kết: ngày 10/6 chứ không phải ngày 11/6 như giấy mời.",
            "06-11",
            "06-10",
            "Hội nghị tổng kết",
        ),
    ],
)
def test_the_amount_of_a_move_is_no_length(line: str, old: str, new: str, title: str) -> None:
    assert read(line) == [f"{old} postponed: {title}", f"{new}: {title}"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Hủy hội nghị giao ban (14h00, ngày 15/6/2022); các trường gửi báo cáo giao ban trước 16h00 cùng ngày.",
            [
                "06-15 14:00 cancelled: Hội nghị giao ban",
                "06-15 16:00 deadline: Các trường gửi báo cáo giao ban",
            ],
        ),
        ("Học sinh đi học trở lại từ thứ Hai 13/6/2022.", ["06-13: Học sinh đi học trở lại"]),
    ],
)
def test_what_is_said_beside_a_change(line: str, expected: list[str]) -> None:
    assert read(line) == expected
