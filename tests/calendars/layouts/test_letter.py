"""Letters: which lines are fields of the letter itself."""

from calendars.documents.document import Line
from calendars.layouts import letter


def test_opening_and_closing_below_the_time_are_of_the_time() -> None:
    texts = (
        "1. Thời gian: 02 ngày, 22-23/5/2026",
        "Khai mạc: 8 giờ 30 ngày 22/5/2026",
        "Bế mạc: 16 giờ 00 ngày 23/5/2026",
        "2. Địa điểm: Trung tâm Hội nghị",
    )
    lines = tuple(Line(text, number, whole=True) for number, text in enumerate(texts, 1))
    whole = letter.sections(lines)[0].items[0]
    assert (whole.time, whole.location) == (
        "02 ngày, 22-23/5/2026; Khai mạc: 8 giờ 30 ngày 22/5/2026; Bế mạc: 16 giờ 00 ngày 23/5/2026",
        "Trung tâm Hội nghị",
    )
