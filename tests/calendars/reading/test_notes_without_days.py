"""Notes at the foot of a schedule that tell no day: another hour of a meeting's day, or that it is not held."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Day

_DAYS = """LỊCH CÔNG TÁC TUẦN 8 (21/02 - 26/02/2022)

Thứ 2 (21/02)
- 9h30: Họp giao ban BGH.
Thứ 3 (22/02)
- 14h: Họp phụ huynh lớp 12.
Thứ 6 (25/02)
- 8h: Họp công đoàn.
"""
_LINES = """LỊCH CÔNG TÁC TUẦN 8 (21/02 - 26/02/2022)

1. Thứ 2 (21/02): 9h30: Họp giao ban BGH
2. Thứ 3 (22/02): 14h: Họp phụ huynh lớp 12
3. Thứ 6 (25/02): 8h: Họp công đoàn
"""
_ROWS = """LỊCH CÔNG TÁC TUẦN 8 (21/02 - 26/02/2022)

Ngày | Giờ | Nội dung
Thứ 2 (21/02) | 9h30 | Họp giao ban BGH
Thứ 3 (22/02) | 14h | Họp phụ huynh lớp 12
Thứ 6 (25/02) | 8h | Họp công đoàn
"""


def _told(text: str) -> set[str]:
    entries = read_programme(decode(text.encode(), "a.txt"), today=date(2022, 2, 20)).entries
    assert all(isinstance(entry.when, Day) for entry in entries)
    return {
        f"{entry.title} | {entry.when.day:%d/%m} {entry.when.hours.start:%H:%M} {entry.status.value}"
        for entry in entries
        if isinstance(entry.when, Day) and entry.when.hours.start
    }


@pytest.mark.parametrize("schedule", [_DAYS, _LINES, _ROWS])
@pytest.mark.parametrize(
    "notes",
    [
        "Ghi chú:\n- Họp phụ huynh lớp 12 đổi sang 19h30.\n- Hoãn họp công đoàn.\n",
        "* Lưu ý:\n- Họp phụ huynh lớp 12: theo ý kiến phụ huynh, dời sang 19h30 cùng ngày.\n- Họp công đoàn: hoãn.\n",
        "Ghi chú: Họp phụ huynh lớp 12 dời sang 19h30 cùng ngày. Họp công đoàn tạm hoãn.\n",
        "Điều chỉnh:\n1. Họp phụ huynh lớp 12 lùi đến 19h30.\n2. Cuộc họp công đoàn hoãn.\n",
    ],
)
def test_note_without_a_day_is_of_the_day_of_its_meeting(schedule: str, notes: str) -> None:
    assert _told(f"{schedule}\n{notes}") == {
        "Họp giao ban BGH | 21/02 09:30 confirmed",
        "Họp phụ huynh lớp 12 | 22/02 14:00 postponed",
        "Họp phụ huynh lớp 12 | 22/02 19:30 confirmed",
        "Họp công đoàn | 25/02 08:00 postponed",
    }


def test_note_that_calls_off_what_is_not_in_the_list_tells_nothing() -> None:
    assert len(_told(f"{_DAYS}\nGhi chú: Hội nghị cán bộ không tổ chức.\n")) == 3


def test_who_rests_holds_nothing() -> None:
    text = f"{_DAYS}Thứ 7 (26/02): học sinh nghỉ. 8h00 chấm thi.\n"
    assert {line.partition(" |")[0] for line in _told(text)} >= {"Chấm thi"}
    read = read_programme(decode(text.encode(), "a.txt"), today=date(2022, 2, 20))
    assert not any("nghỉ" in entry.title for entry in read.entries)
