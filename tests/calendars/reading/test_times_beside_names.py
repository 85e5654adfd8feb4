"""Times that stand right beside a name or an anniversary: each as a small paper with what it tells."""

from datetime import date
from typing import Any

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

MONTH = "TRUNG TÂM VĂN HÓA HUYỆN A\nCHƯƠNG TRÌNH CÔNG TÁC THÁNG 12 NĂM 2021\n\n1. Các hoạt động\n"
WEEK = "TRUNG TÂM VĂN HÓA HUYỆN A\nLỊCH CÔNG TÁC TUẦN 07\n(Từ ngày 09/02/2026 đến ngày 15/02/2026)\n\n"


def read(text: str) -> list[tuple[str, dict[str, Any]]]:
    """Title and time of each entry."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22))
    return [(entry["title"], entry["when"]) for entry in programme_to_json(programme)["entries"]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- 12/12: Họp tổ 8h, chào cờ 9h.", [("Họp tổ", "08:00"), ("Chào cờ", "09:00")]),
        ("- 12/12: khai mạc hội thao 8h00, phòng họp số 2.", [("Khai mạc hội thao", "08:00")]),
        ("- 30/12: Thánh lễ tạ ơn cuối năm 18h.", [("Thánh lễ tạ ơn cuối năm", "18:00")]),
        (
            "- 28/12: Mít tinh kỷ niệm 75 năm thành lập ngành (28/12/1946 - 28/12/2021), 8h00",
            [("Mít tinh kỷ niệm 75 năm thành lập ngành", "08:00")],
        ),
    ],
)
def test_an_hour_is_of_the_thing_it_stands_behind(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(title, when["start"]) for title, when in read(MONTH + line)] == expected


@pytest.mark.parametrize("until", ["đến", "tới"])
def test_an_hour_behind_a_name_and_until_is_when_it_ends(until: str) -> None:
    ((title, when),) = read(f"{MONTH}- 26/12: Trưng bày sách {until} 21h.")
    assert (title, when["start"], when["end"]) == ("Trưng bày sách", None, "21:00")


def test_an_anniversary_is_not_when_an_exhibition_is() -> None:
    ((_, when),) = read(f"{MONTH}- Triển lãm ảnh Quân đội (22/12/1944-22/12/2021): dự kiến 20/12 - 25/12.")
    assert (when["from"], when["to"]) == ("2021-12-20", "2021-12-25")


def test_a_number_with_a_dot_does_not_end_the_name_of_a_task() -> None:
    ((title, when),) = read(f"{MONTH}- Thanh lý 4.512 bản sách cũ: trung tuần tháng 12.")
    assert (title, when["from"]) == ("Thanh lý 4.512 bản sách cũ", "2021-12-11")


@pytest.mark.parametrize("label", ["Thứ, ngày: ", "Thứ/ngày: ", "Thứ - ngày: ", "Ngày: "])
def test_a_day_that_heads_others_may_have_a_label(label: str) -> None:
    days = f"{label}Thứ Hai 09/02/2026\n8h00: Giao ban\n{label}Thứ Ba 10/02/2026\n14h00: Họp tổ\n"
    assert [(title, when["date"]) for title, when in read(WEEK + days)] == [
        ("Giao ban", "2026-02-09"),
        ("Họp tổ", "2026-02-10"),
    ]


def test_a_stretch_behind_a_colon_outranks_the_day_in_whose_rows_it_stands() -> None:
    told = read(
        f"{WEEK}Thứ Sáu 13/02/2026\n8h00: Họp tổ\nNghỉ Tết: từ ngày 14/02 đến hết ngày 22/02/2026 (9 ngày).\n"
    )
    when = told[1][1]
    assert (when["from"], when["to"]) == ("2026-02-14", "2026-02-22")


def test_a_feast_in_capitals_is_what_day_it_is() -> None:
    days = (
        "CN 08/02 - LỄ LÁ\n   5g00: Thánh lễ\nThứ Hai 09/02\n   19g30 Tập hát\n"
        "CN 15/02 - PHỤC SINH\n   Thánh lễ 5g00\n"
    )
    told = read(f"GIÁO XỨ A\nLịch phụng vụ (Chúa nhật 08/02/2026 - Chúa nhật 15/02/2026)\n\n{days}")
    assert [(title, when["date"]) for title, when in told] == [
        ("Thánh lễ", "2026-02-08"),
        ("Tập hát", "2026-02-09"),
        ("Thánh lễ", "2026-02-15"),
    ]


def test_the_day_of_a_signature_may_have_its_name() -> None:
    signed = "Thạch Bích, Chúa nhật I Mùa Vọng 28/11/2021\nTM. BAN ĐIỀU HÀNH\nNguyễn Văn A\n"
    text = f"{MONTH}- 12/12: Họp tổ 8h.\n\n{signed}"
    assert [title for title, _ in read(text)] == ["Họp tổ"]


def test_what_is_every_second_week_begins_on_the_day_it_tells() -> None:
    weeks = "Tuần 10 (từ 04/11 đến 10/11)\n04/11 - Chào cờ\nTuần 11 (từ 11/11 đến 17/11)\n11/11 - Họp tổ\n\n"
    each = "* Sinh hoạt chuyên môn: chiều thứ Năm, 02 tuần một lần, bắt đầu từ 07/11.\n"
    when = read(f"TRƯỜNG THCS A\nLỊCH CÔNG TÁC THÁNG 11/2024\n\n{weeks}{each}")[-1][1]
    assert (when["rrule"], when["first"], when["until"]) == (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "2024-11-07",
        "2024-11-21",
    )


def test_each_day_is_at_the_place_behind_it() -> None:
    told = read(f"{MONTH}- Tập huấn: ngày 10/12 tại huyện Long Tân, ngày 14/12 tại thị xã Bình Phú.")
    assert [(title, when["date"]) for title, when in told] == [
        ("Tập huấn", "2021-12-10"),
        ("Tập huấn", "2021-12-14"),
    ]
