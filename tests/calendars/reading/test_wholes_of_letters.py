"""A day of a letter that the rows below it tell hour by hour."""

from datetime import date
from typing import Any

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme


def entries(body: str) -> list[dict[str, Any]]:
    """The entries of an invitation."""
    text = f"TRƯỜNG THCS LÊ LAI\n\nTHƯ MỜI\nHọp mặt kỷ niệm 30 năm thành lập trường\n\n{body}\n"
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2024, 10, 1))
    told: list[dict[str, Any]] = programme_to_json(programme)["entries"]
    return told


def starts(body: str) -> list[tuple[str, str | None]]:
    """Day and hour of each entry of an invitation."""
    return [(entry["when"]["date"], entry["when"].get("start")) for entry in entries(body)]


@pytest.mark.parametrize(
    "body",
    [
        (
            "* Đêm giao lưu: 19h30, thứ Bảy 16/11/2024, sân trường.\n"
            "* Lễ kỷ niệm: Chủ nhật, ngày 17/11/2024, Nhà đa năng\n"
            "   8h00: Lễ kỷ niệm, đón nhận Bằng khen\n   11h15: liên hoan thân mật (khách sạn Sông Quê)"
        ),
        (
            "  1. Đêm hội: 19 giờ 30, thứ Bảy, ngày 16/11/2024, tại sân trường.\n"
            "  2. Lễ kỷ niệm 30 năm thành lập trường: Chủ nhật, ngày 17/11/2024.\n"
            "     - Lễ chính: 8 giờ 00 đến 10 giờ 30.\n     - Liên hoan thân mật: 11 giờ 15, tại nhà đa năng."
        ),
    ],
)
def test_a_day_told_hour_by_hour_is_no_entry_beside_its_hours(body: str) -> None:
    assert starts(body) == [("2024-11-16", "19:30"), ("2024-11-17", "08:00"), ("2024-11-17", "11:15")]


def test_the_main_part_bears_the_name_of_the_whole() -> None:
    told = entries(
        "  1. Lễ kỷ niệm 30 năm thành lập trường: Chủ nhật, ngày 17/11/2024.\n"
        "     - Lễ chính: 8 giờ 00 đến 10 giờ 30.\n     - Liên hoan thân mật: 11 giờ 15, tại nhà đa năng."
    )
    assert [entry["title"] for entry in told] == [
        "Lễ kỷ niệm 30 năm thành lập trường",
        "Liên hoan thân mật",
    ]


def test_a_day_stays_where_what_follows_is_of_another() -> None:
    body = (
        "1. Hội trại học sinh: cả ngày thứ Bảy, 16/11/2024.\n"
        "2. Lễ kỷ niệm: 8 giờ 00, Chủ nhật, ngày 17/11/2024.\n3. Liên hoan: 11 giờ 00, ngày 17/11/2024."
    )
    assert starts(body)[0] == ("2024-11-16", None)
