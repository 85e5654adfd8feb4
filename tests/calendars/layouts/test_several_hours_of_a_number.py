"""Flattened tables whose row numbers and days cover several things, each with its hour."""

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import when_to_json


def told(text: str) -> list[tuple[str, str, str]]:
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    whens = [when_to_json(entry.when) for entry in entries]
    return [
        (str(when["date"])[5:], str(when["start"]), entry.title)
        for when, entry in zip(whens, entries, strict=True)
    ]


def test_a_number_and_a_day_cover_several_hours() -> None:
    assert told(
        "THÔNG BÁO CHƯƠNG TRÌNH LỄ HỘI ĐÌNH BẠC\nBan tổ chức thông báo chương trình như sau:\n"
        "STT\nNGÀY/THÁNG\nTHỜI GIAN\nNỘI DUNG CHƯƠNG TRÌNH\nĐỊA ĐIỂM\n"
        "1\nNgày 26/9/2020\n(10/8 âm lịch)\n7h30 - 9h00\nLễ dâng hương\nĐền Bạc\n"
        "2\nNgày 02/10/2020\n(16/8 âm lịch)\n14h00- 16h00\nLễ cầu an\nĐền Bạc\n20h00 - 23h00\nThi hát văn\nHồ Tiên\n"
        "Từ 23h\nLễ hầu Thánh\nSân đền\n"
    ) == [
        ("09-26", "07:30", "Lễ dâng hương"),
        ("10-02", "14:00", "Lễ cầu an"),
        ("10-02", "20:00", "Thi hát văn"),
        ("10-02", "23:00", "Lễ hầu Thánh"),
    ]


def test_hours_beside_what_is_held_part_a_row_too() -> None:
    assert told(
        "KẾ HOẠCH TUẦN 12\nSTT\nThời gian\nNội dung\nPhụ trách\n1\nThứ Hai 18/3/2024\n7h00: Chào cờ\nTPT\n"
        "9h00: Họp giao ban\nBGH\n2\nThứ Ba 19/3/2024\n14h00: Sinh hoạt chuyên môn\nTổ trưởng\n"
    ) == [
        ("03-18", "07:00", "Chào cờ"),
        ("03-18", "09:00", "Họp giao ban"),
        ("03-19", "14:00", "Sinh hoạt chuyên môn"),
    ]
