"""What a title names with its days is the thing whose agenda stands below it."""

from calendars.documents.text import decode
from calendars.reading import read_programme

ROWS = "13h00 - 13h30: Đón tiếp đại biểu\n13h30 - 14h00: Khai mạc\n14h00 - 16h00: Thảo luận\n16h00 - 17h00: Bế mạc\n"


def first(text: str) -> tuple[str, str, str | None]:
    """Title, days and hours, and place of the first entry."""
    entry = read_programme(decode(text.encode(), "a.txt")).entries[0]
    when, hours = entry.when, entry.when.hours
    day = getattr(when, "day", None) or f"{getattr(when, 'first', '')}..{getattr(when, 'last', '')}"
    told = f"{day} {hours.start:%H:%M}-{hours.end:%H:%M}" if hours.start and hours.end else str(day)
    return entry.title, told, entry.location


def test_a_congress_is_named_by_the_title_over_its_sessions() -> None:
    text = (
        "CHƯƠNG TRÌNH\nĐại hội Công đoàn thành phố Tân Hòa lần thứ XII\n"
        "(Ngày 10 và 11 tháng 8 năm 2023, tại Trung tâm Văn hóa thành phố)\n\n"
        f"I. PHIÊN THỨ NHẤT: Chiều ngày 10/8/2023\n{ROWS}\n"
        "II. PHIÊN THỨ HAI: Sáng ngày 11/8/2023\n7h30 - 10h30: Tham luận\n10h30 - 11h00: Bế mạc\n"
    )
    assert first(text) == (
        "Đại hội Công đoàn thành phố Tân Hòa lần thứ XII",
        "2023-08-10..2023-08-11 13:30-11:00",
        "Trung tâm Văn hóa thành phố",
    )


def test_the_period_of_a_programme_is_no_thing_that_is_held() -> None:
    text = f"LỊCH CÔNG TÁC TUẦN\n(từ ngày 07/8 đến ngày 11/8/2023)\n\nThứ Năm, 10/8/2023\n{ROWS}"
    assert "tuần" not in first(text)[0].lower()
