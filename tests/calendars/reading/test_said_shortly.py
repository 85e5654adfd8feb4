"""What a standing rule says shortly, and several standing things that it tells in one line."""

import pytest

from calendars.documents.text import decode
from calendars.marks import Status
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.reading.rules.each_told import each_told
from calendars.reading.rules.shortly import SHORTLY
from calendars.reading.turns.turn import Turn
from calendars.recurrence import Roll
from calendars.when import Repeat, Window

RULES = (
    "NHÀ VĂN HÓA PHƯỜNG BẾN LÀNG\n\nQUY ĐỊNH\nLịch sinh hoạt định kỳ năm 2023\n"
    "(thực hiện từ ngày 01/01/2023 đến ngày 31/12/2023)\n\n1. {}\n2. Họp tổ: 14h00 ngày 03 hằng tháng.\n"
)
EXAMPLES = [
    pytest.param(turn, written, plainly, id=f"{turn.name}-{place}")
    for turn in SHORTLY
    for place, (written, plainly) in enumerate(turn.examples, 1)
]


def read(line: str) -> list[Entry]:
    entries = read_programme(decode(RULES.format(line).encode(), "a.txt")).entries
    return [entry for entry in entries if entry.title != "Họp tổ"]


def told(line: str) -> list[tuple[object, ...]]:
    """The weekdays of each entry, and its hours."""
    found: list[tuple[object, ...]] = []
    for entry in read(line):
        assert isinstance(entry.when, Repeat)
        hours = entry.when.hours
        days = ",".join(map(str, entry.when.recurrence.by_day))
        found.append((days, *(each and f"{each:%H:%M}" for each in (hours.start, hours.end))))
    return found


@pytest.mark.parametrize(("turn", "written", "plainly"), EXAMPLES)
def test_a_turn_comes_to_what_its_example_says(turn: Turn, written: str, plainly: str) -> None:
    assert turn.put(written, None) == plainly
    assert any(said in written.lower() for said in turn.says)


@pytest.mark.parametrize(
    "line",
    [
        "Giao ban: 7h00 các ngày làm việc (riêng thứ Hai 7h30).",
        "Giao ban: 7h00 từ thứ Hai đến thứ Sáu hằng tuần; riêng thứ Hai bắt đầu lúc 7h30.",
        "Giao ban: 7h00 các ngày làm việc trong tuần (thứ Hai: 7h30)",
    ],
)
def test_a_weekday_may_have_its_own_hour(line: str) -> None:
    assert told(line) == [("TU,WE,TH,FR", "07:00", None), ("MO", "07:30", None)]


def test_a_line_may_tell_the_hours_of_each_weekday() -> None:
    line = "Văn phòng: thứ Hai đến thứ Sáu 8h00-12h00, 13h00-17h30; thứ Bảy 8h00 - 12h00; CN nghỉ."
    assert told(line) == [("MO,TU,WE,TH,FR", "08:00", "17:30"), ("SA", "08:00", "12:00")]


def test_groups_have_each_their_day() -> None:
    entries = read("Bảo dưỡng thang máy: ngày 15 hằng tháng (khối A), ngày 16 (khối B), từ 9h đến 11h.")
    assert [entry.title for entry in entries] == [
        "Bảo dưỡng thang máy (khối A)",
        "Bảo dưỡng thang máy (khối B)",
    ]
    assert [entry.when.recurrence.by_month_day for entry in entries if isinstance(entry.when, Repeat)] == [
        (15,),
        (16,),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Tổng vệ sinh: 02 lần/năm, tháng 6 và tháng 11.",
        "Tổng vệ sinh: mỗi năm 2 lần vào tháng 6 và tháng 11",
        "Tổng vệ sinh: 2 lần trong năm (dự kiến tháng 6 và tháng 11).",
    ],
)
def test_months_of_one_year_are_each_a_time(line: str) -> None:
    entries = read(line)
    assert [entry.when.first.month for entry in entries if isinstance(entry.when, Window)] == [6, 11]
    assert {entry.status for entry in entries} == {Status.TENTATIVE}


def test_what_is_told_of_a_quarter_stays_together() -> None:
    line = "Sinh hoạt chuyên đề: tháng 3, 6, 9, 12 cùng kỳ sinh hoạt thường kỳ."
    assert each_told(line, None) == [line]


@pytest.mark.parametrize(
    ("without", "left_out"),
    [("trừ tuần thứ ba của tháng", 17), ("(trừ thứ Ba tuần 2)", 10), ("trừ tuần đầu của tháng", 3)],
)
def test_leaves_out_one_week_of_each_month(without: str, left_out: int) -> None:
    (entry,) = read(f"Tiếp công dân: sáng thứ Ba hằng tuần, {without}")
    assert isinstance(entry.when, Repeat)
    assert entry.when.recurrence.left_out[0].day == left_out
    assert len(entry.when.recurrence.left_out) == 12


def test_a_day_later_than_a_day_off() -> None:
    (entry,) = read("Sinh hoạt: tối mùng 3 hằng tháng; nếu mùng 3 trùng ngày lễ thì lùi lại một ngày.")
    assert isinstance(entry.when, Repeat)
    assert entry.when.recurrence.roll is Roll.NEXT
    assert entry.status is Status.CONFIRMED


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Khám ngoài giờ: 17h - 19h thứ 2, 3, 4, 5, 6; sáng thứ 7 từ 7h đến 11h",
            [("MO,TU,WE,TH,FR", "17:00", "19:00"), ("SA", "07:00", "11:00")],
        ),
        (
            "Lịch học: thứ Hai: Toán 18h - 20h; thứ Tư: Văn 19h",
            [("MO", "18:00", "20:00"), ("WE", "19:00", None)],
        ),
        ("Sinh hoạt hè: 3 buổi/tuần (T3, T5, T7), 8h-10h", [("TU,TH,SA", "08:00", "10:00")]),
    ],
)
def test_weekdays_have_each_their_hours(line: str, expected: list[tuple[object, ...]]) -> None:
    assert told(line) == expected
