"""Sessions that a heading names with their day, over the rows of their agenda."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

TITLE = "CHƯƠNG TRÌNH\nĐẠI HỘI HỘI ĐÔNG Y HUYỆN\nNHIỆM KỲ 2017 - 2022\n\n"
FIRST = (
    "I. PHIÊN TRÙ BỊ (chiều 14/9/2017, từ 14h00 đến 16h00)\n"
    "- 14h00 - 14h30: Ổn định tổ chức\n- 14h30 - 16h00: Thảo luận\n\n"
)


def read(text: str) -> list[str]:
    """What a paper tells: day, hours and the title."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2017, 9, 1))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        hours = "-".join(filter(None, (when["start"], when["end"])))
        lines.append(f"{when.get('date', '')[5:]} {hours or when['daypart'] or ''}: {entry['title']}")
    return lines


@pytest.mark.parametrize(
    "rows",
    [
        (
            "II. PHIÊN CHÍNH THỨC (sáng 15/9/2017)\nTT | Thời gian | Nội dung\n1 | 7h00 - 7h30 | Đón tiếp đại biểu\n"
            "2 | 7h30 - 8h30 | Khai mạc\n3 | 8h30 - 11h15 | Bầu cử, bế mạc\n"
        ),
        (
            "II. PHIÊN CHÍNH THỨC (sáng 15/9/2017)\n- 7h00 - 7h30: Đón tiếp đại biểu\n- 7h30 - 8h30: Khai mạc\n"
            "- 8h30 - 11h15: Bầu cử, bế mạc\n"
        ),
    ],
)
def test_a_session_is_one_meeting_from_its_opening_to_its_end(rows: str) -> None:
    assert read(TITLE + FIRST + rows) == [
        "09-14 14:00-16:00: Phiên trù bị",
        "09-15 07:30-11:15: Phiên chính thức",
    ]


def test_a_day_alone_heads_things_of_their_own() -> None:
    head = "LỊCH CÔNG TÁC TUẦN 37\n(Từ ngày 11/9 đến 15/9/2017)\n\n"
    text = f"{head}I. Thứ Hai (11/9/2017)\n- 8h00: Họp A\n- 14h00: Họp B\n"
    assert read(text) == ["09-11 08:00: Họp A", "09-11 14:00: Họp B"]
