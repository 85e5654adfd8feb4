"""What offices combine freely is read in every combination: a rule with its hour and place, a week in any layout.

Documents vary in how they put the same parts together. The parts are few and their meaning is known; here they are
put together in all ways, so that no order, sign or layout is left to chance.
"""

from collections.abc import Callable
from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Repeat, when_to_json

# --- standing rules ---------------------------------------------------------------------------------------------

RULES = {
    "thứ Sáu hằng tuần": "FREQ=WEEKLY;BYDAY=FR",
    "CN hằng tuần": "FREQ=WEEKLY;BYDAY=SU",
    "mỗi tuần 01 lần vào thứ 3": "FREQ=WEEKLY;BYDAY=TU",
    "thứ 2, 4, 6 hàng tuần": "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "ngày 15 hằng tháng": "FREQ=MONTHLY;BYMONTHDAY=15",
    "01 lần/tháng, vào ngày 28": "FREQ=MONTHLY;BYMONTHDAY=28",
    "ngày 05 và 20 hàng tháng": "FREQ=MONTHLY;BYMONTHDAY=5,20",
    "thứ Năm đầu tiên của tháng": "FREQ=MONTHLY;BYDAY=1TH",
    "thứ Tư tuần cuối của tháng": "FREQ=MONTHLY;BYDAY=-1WE",
    "thứ 6 tuần thứ ba của tháng": "FREQ=MONTHLY;BYDAY=3FR",
    "ngày làm việc cuối cùng của tháng": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "ngày 15 tháng cuối quý": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15",
}
HOURS = {"": (None, None), "8h00 ": ("08:00", None), "14:00 - 15:30 ": ("14:00", "15:30")}
SHAPES = (
    "{title}: {when}, tại phòng họp số 2.",
    "{title} ({when}, phòng họp số 2)",
    "{When}: {title}, tại phòng họp số 2;",
    "{title}. Thời gian: {when}; địa điểm: phòng họp số 2.",
    "{title} - {when} - phòng họp số 2",
)
TITLES = ("Họp tổ chuyên môn", "Giao ban cụm thi đua số 2", "Sinh hoạt câu lạc bộ", "Bình bệnh án")
RULE_HEAD = (
    "TRUNG TÂM Y TẾ HUYỆN TÂN LƯU\nSố: 12/QĐ-TTYT\n\nQUY ĐỊNH\nLịch họp, sinh hoạt định kỳ năm 2027\n"
    "(thực hiện từ ngày 01/01/2027 đến ngày 31/12/2027)\n\n"
)


@pytest.mark.parametrize("mark", ["number", "dash"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("hours", HOURS)
def test_a_standing_rule_in_every_shape(hours: str, shape: str, mark: str) -> None:
    wrong = []
    for place in range(0, len(RULES), len(TITLES)):
        rules = list(RULES)[place : place + len(TITLES)]
        lines = []
        for number, (title, rule) in enumerate(zip(TITLES, rules, strict=True), 1):
            when = f"{hours}{rule}"
            line = shape.format(title=title, when=when, When=when[0].upper() + when[1:])
            lines.append(f"{number}. {line}" if mark == "number" else f"- {line}")
        text = RULE_HEAD + "\n".join(lines) + "\n"
        entries = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 12, 20)).entries
        read = []
        for entry in entries:
            told = when_to_json(entry.when)
            read.append((entry.title, told.get("rrule"), told["start"], told["end"], entry.location))
        expected = [
            (title, RULES[rule], *HOURS[hours], "phòng họp số 2")
            for title, rule in zip(TITLES, rules, strict=True)
        ]
        wrong += [pair for pair in zip(expected, read, strict=False) if pair[0] != pair[1]]
        assert len(read) == len(expected), text
        assert all(isinstance(entry.when, Repeat) for entry in entries)
    assert wrong == []


# --- weeks ------------------------------------------------------------------------------------------------------

# Day, half, hour, what: two things in one half, a half and a whole day without any, a thing without an hour.
WEEK = (
    ("Thứ Hai", 12, "Sáng", "7h30", "Chào cờ đầu tuần"),
    ("Thứ Hai", 12, "Sáng", "8h30", "Họp giao ban"),
    ("Thứ Hai", 12, "Chiều", "14h00", "Nghiệm thu đề tài"),
    ("Thứ Ba", 13, "Sáng", "9h00", "Làm việc với Sở Nội vụ"),
    ("Thứ Ba", 13, "Chiều", "13h30", "Họp Đảng ủy"),
    ("Thứ Tư", 14, "Chiều", "15h00", "Tiếp đoàn kiểm tra"),
    ("Thứ Năm", 15, "Sáng", "8h00", "Tập huấn phần mềm"),
    ("Thứ Năm", 15, "Chiều", "", "Tổng vệ sinh"),
    ("Thứ Sáu", 16, "Sáng", "7h30", "Kiểm tra cơ sở"),
    ("Thứ Sáu", 16, "Chiều", "14h00", "Sinh hoạt chuyên đề"),
)
WEEK_HEAD = "TRƯỜNG CAO ĐẲNG NGHỀ HOÀI SƠN\nLỊCH CÔNG TÁC TUẦN 42\n(Từ ngày 12/10 đến ngày 18/10/2026)\n\n"


def rows_of_things() -> list[list[str]]:
    """A row for each thing; day and half once, over the rows that follow."""
    rows = [["Thứ/Ngày", "Buổi", "Giờ", "Nội dung"]]
    above: tuple[str, str] = ("", "")
    for weekday, day, half, hour, what in WEEK:
        label = f"{weekday} {day}/10"
        rows.append(["" if label == above[0] else label, "" if (label, half) == above else half, hour, what])
        above = label, half
    return rows


def rows_of_days() -> list[list[str]]:
    """A row for each day, its halves across."""
    rows = [["Ngày", "Sáng", "Chiều"]]
    for weekday, day in dict.fromkeys((weekday, day) for weekday, day, *_ in WEEK):
        halves = [
            "; ".join(
                f"{hour}: {what}" if hour else what
                for w, _, h, hour, what in WEEK
                if (w, h) == (weekday, half)
            )
            for half in ("Sáng", "Chiều")
        ]
        rows.append([f"{weekday} {day}/10", *halves])
    return rows


def drawn(rows: list[list[str]], sign: str) -> str:
    """The rows as text: cells parted by a sign, set with spaces, or one a line."""
    if sign == "spaces":
        widths = [max(len(row[column]) for row in rows) + 3 for column in range(len(rows[0]))]
        return "\n".join(
            "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        )
    if sign == "lines":
        return "\n".join(cell for row in rows for cell in row)
    if sign == "markdown":
        rule = "|" + "---|" * len(rows[0])
        head, *body = ("| " + " | ".join(row) + " |" for row in rows)
        return "\n".join((head, rule, *body))
    return "\n".join(sign.join(row) for row in rows)


@pytest.mark.parametrize("rows", [rows_of_things, rows_of_days])
@pytest.mark.parametrize("sign", [" | ", "\t", "spaces", "lines", "markdown"])
def test_a_week_in_every_layout(rows: Callable[[], list[list[str]]], sign: str) -> None:
    text = WEEK_HEAD + drawn(rows(), sign) + "\n"
    read = []
    for entry in read_programme(decode(text.encode(), "a.txt"), today=date(2026, 10, 9)).entries:
        told = when_to_json(entry.when)
        read.append((entry.title, told["date"], told["start"], told["daypart"]))
    parts = {"Sáng": "morning", "Chiều": "afternoon"}
    assert read == [
        (what, f"2026-10-{day}", f"{hour.replace('h', ':').zfill(5)}" if hour else None, parts[half])
        for _, day, half, hour, what in WEEK
    ]
