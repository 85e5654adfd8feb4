"""Letters: which lines are fields of the letter itself."""

from calendars.documents.document import Line, Role
from calendars.layouts import choose_layout, letter


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


def test_headings_of_the_format_name_a_thing_each() -> None:
    texts = [
        ("Ngày hội đọc sách", Role.HEADING),
        ("Thời gian: 7:30, Chủ nhật 04/10/2026", Role.BODY),
        ("Địa điểm: Sân Thư viện", Role.BODY),
        ("Đăng ký trước ngày 01/10/2026.", Role.BODY),
        ("Tập huấn tra cứu", Role.HEADING),
        ("Thời gian: 8:00 ngày 22/10/2026", Role.BODY),
        ("Địa điểm: Phòng Địa chí", Role.BODY),
    ]
    blocks = tuple(Line(text, n, role=role, whole=True) for n, (text, role) in enumerate(texts, 1))
    items = [item for section in letter.sections(blocks) for item in section.items]
    assert [(item.text, item.time, item.location) for item in items] == [
        ("Ngày hội đọc sách", "7:30, Chủ nhật 04/10/2026", "Sân Thư viện"),
        ("Đăng ký trước ngày 01/10/2026.", None, None),
        ("Tập huấn tra cứu", "8:00 ngày 22/10/2026", "Phòng Địa chí"),
    ]


def test_the_labels_of_a_letter_may_bear_roman_numbers() -> None:
    texts = ("Kính mời các đồng chí:", "I. Thời gian: 8h00 ngày 05/11.", "II. Địa điểm: Hội trường.")
    lines = tuple(Line(text, number, whole=True) for number, text in enumerate(texts, 1))
    layout, _ = choose_layout(lines)
    whole = layout.sections(lines)[0].items[0]
    assert (layout.name, whole.time, whole.location) == ("letter", "8h00 ngày 05/11", "Hội trường")
