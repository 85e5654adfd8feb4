"""What a page says is on in a week: "Sự kiện trong tuần (từ 04/3 đến 10/3)", several things behind one day."""

import pytest

from calendars.documents.text import decode
from calendars.programme import Kind, Programme
from calendars.reading import read_programme
from calendars.when import when_to_json


def page(text: str) -> Programme:
    return read_programme(decode(text.encode(), "a.txt"))


def told(found: Programme) -> list[tuple[str, str]]:
    whens = [when_to_json(entry.when) for entry in found.entries]
    days = [when.get("date") or f"{when['from']}..{when['to']}" for when in whens]
    return [(day, entry.title) for day, entry in zip(days, found.entries, strict=True)]


@pytest.mark.parametrize(
    "headline",
    [
        "Sự kiện trong tuần (từ 04/3 đến 10/3/2024)",
        "Sự kiện trong tỉnh từ ngày 4.3-10.3\nVăn hóa - Ngày đăng : 08:59, 04/03/2024",
        "Báo Sơn Lĩnh điện tử\nEn\n\nSự kiện nổi bật trong tuần (Từ ngày 04 đến 10-3)\n\n11:09, 03/03/2024\n",
        "BÁO SƠN LĨNH ONLINE\nVI | EN\nNhững sự kiện nổi bật trong tuần từ 4.3 - 10.3.2024",
    ],
)
def test_a_headline_over_the_events_of_a_week_is_none_of_them(headline: str) -> None:
    found = page(
        f"{headline}\n- Ngày 05/3: Hội nghị tổng kết phong trào xe đạp.\n- Ngày 07/3: Họp Hội đồng nghĩa vụ quân sự.\n"
    )
    assert found.kind is Kind.WEEKLY
    assert [day for day, _ in told(found)] == ["2024-03-05", "2024-03-07"]


def test_a_sentence_that_leads_to_events_is_none_of_them() -> None:
    found = page(
        "Thời sự > Chính trị\nSự kiện tuần này\nChủ nhật, 03/03/2024, 20:15 [GMT+7]\n"
        "(BSL) - Những sự kiện chính diễn ra trong tuần này (từ ngày 4 - 8.3):\nNgày 4.3:\nLễ ra quân trồng rừng.\n"
        "Ngày 7.3:\nKhai mạc Triển lãm tranh dân gian; Hội nghị tổng kết 5 năm Cuộc vận động “Làng xanh”.\n"
        "Trong tuần, các xã tổ chức đại hội chi bộ.\nT.V (tổng hợp)\n"
    )
    assert told(found) == [
        ("2024-03-04", "Lễ ra quân trồng rừng"),
        ("2024-03-07", "Khai mạc Triển lãm tranh dân gian"),
        ("2024-03-07", "Hội nghị tổng kết 5 năm Cuộc vận động “Làng xanh”"),
        ("2024-03-04..2024-03-10", "Các xã tổ chức đại hội chi bộ"),
    ]


def test_the_year_stands_only_in_what_things_are_called() -> None:
    found = page(
        "Sự kiện trong huyện từ ngày 27/5-2/6\n- Ngày 30/5, Kỳ họp thứ 22 HĐND huyện; Diễn đàn thiếu nhi năm 2024.\n"
    )
    assert [day for day, _ in told(found)] == ["2024-05-30", "2024-05-30"]


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        (
            "Ngày 05/3: Hội nghị tổng kết; lãnh đạo huyện làm việc với Sở Nội vụ",
            ["Hội nghị tổng kết", "Làm việc với Sở Nội vụ"],
        ),
        ("Ngày 05/3: Chào cờ; Hội nghị giao ban", ["Chào cờ", "Hội nghị giao ban"]),
        ("Thứ Ba (05/3): Chào cờ; họp giao ban", ["Chào cờ", "Họp giao ban"]),
        ("Chiều 05/3: Gặp mặt nữ cán bộ; giao lưu cờ tướng", ["Gặp mặt nữ cán bộ", "Giao lưu cờ tướng"]),
        (
            "Ngày 05/3, Đại sứ nước bạn tại Việt Nam chào xã giao Chủ tịch UBND tỉnh; Chương trình Ngày hội mận",
            ["Đại sứ nước bạn chào xã giao Chủ tịch UBND tỉnh", "Chương trình Ngày hội mận"],
        ),
        ("Ngày 05/3: Tại Hà Nội diễn ra Lễ Trao giải báo chí", ["Lễ Trao giải báo chí"]),
        # What a meeting deals with, and what follows an hour, is of one thing.
        ("8h00 ngày 05/3: Hội nghị giao ban khối; kiểm tra sổ sách", ["Hội nghị giao ban khối"]),
        ("Ngày 05/3: Lễ phát động trồng cây; trao quà cho học sinh", ["Lễ phát động trồng cây"]),
        (
            "Ngày 05/3: Họp Ban Chỉ đạo: kiểm tra tiến độ; giám sát việc chi trả",
            ["Họp Ban Chỉ đạo: kiểm tra tiến độ"],
        ),
    ],
)
def test_things_behind_a_day_that_semicolons_part(item: str, titles: list[str]) -> None:
    found = page(f"LỊCH CÔNG TÁC TUẦN 10 (04/3 - 10/3/2024)\n- {item}.\n- Ngày 07/3: Họp Hội đồng trường.\n")
    assert [title for day, title in told(found) if day == "2024-03-05"] == titles


def test_a_headline_over_the_events_of_a_month() -> None:
    found = page(
        "Các hoạt động nổi bật trong tháng 6/2024\n* Ngày 05/6: Hội thao\n* Từ ngày 10 - 15/6: Trại hè\n"
    )
    assert found.kind is Kind.MONTHLY
    assert told(found) == [("2024-06-05", "Hội thao"), ("2024-06-10..2024-06-15", "Trại hè")]
