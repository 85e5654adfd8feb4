"""Commemorations: where a name begins and ends, and on which days it falls."""

from datetime import date

import pytest

from calendars.grammar import Context, told, understand
from calendars.grammar.observance_table import FEASTS, feast_named, feast_on
from calendars.times import month_span
from calendars.when import Day, Span

NOVEMBER = Context(period=month_span(2023, 11))
JUNE = Context(period=month_span(2024, 6))


def names(text, context=NOVEMBER):
    """Each name with its days, and whether the text gives them."""
    found = []
    for one in understand(text, context).observances:
        match one.when:
            case Day(day=day):
                days = day.isoformat()
            case Span(first=first, last=last):
                days = f"{first}..{last}"
            case other:
                days = other
        found.append((one.name, days, one.dated))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày Nhà giáo Việt Nam (20/11)", [("Ngày Nhà giáo Việt Nam", "2023-11-20", True)]),
        (
            "Ngày hội Đại đoàn kết toàn dân tộc 18/11",
            [("Ngày hội Đại đoàn kết toàn dân tộc", "2023-11-18", True)],
        ),
        ("Ngày Pháp luật năm 2023 (09/11)", [("Ngày Pháp luật năm 2023", "2023-11-09", True)]),
        (
            (
                "hưởng ứng Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới và"
                " Ngày thế giới xóa bỏ bạo lực đối với phụ nữ (25/11)"
            ),
            [
                (
                    "Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới",
                    "2023-11-15..2023-12-15",
                    False,
                ),
                ("Ngày thế giới xóa bỏ bạo lực đối với phụ nữ", "2023-11-25", True),
            ],
        ),
        (
            (
                "chào mừng 93 năm ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam, Ngày hội Quốc phòng"
                " toàn dân và Ngày hội Đại đoàn kết toàn dân tộc (18/11)"
            ),
            [
                ("Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam", "2023-11-18", False),
                ("Ngày hội Quốc phòng toàn dân", "2023-12-22", False),
                ("Ngày hội Đại đoàn kết toàn dân tộc", "2023-11-18", True),
            ],
        ),
        (
            "kỷ niệm 93 năm Ngày thành lập Hội LHPN Việt Nam (20/10/1930 - 20/10/2023)",
            [("Ngày thành lập Hội LHPN Việt Nam", "2023-10-20", True)],
        ),
        ("tọa đàm nhân dịp 20/11", [("Ngày Nhà giáo Việt Nam", "2023-11-20", True)]),
        (
            "dịp 30/4 và 01/5",
            [
                ("Ngày Giải phóng miền Nam, thống nhất đất nước", "2024-04-30", True),
                ("Ngày Quốc tế Lao động", "2024-05-01", True),
            ],
        ),
        ("vui Tết Trung thu năm 2024", [("Tết Trung thu năm 2024", "2024-09-17", False)]),
        ("hưởng ứng Giờ Trái đất năm 2024", [("Giờ Trái đất năm 2024", "2024-03-30", False)]),
        (
            "hưởng ứng Ngày hội Xanh của tuổi trẻ (12/11)",
            [("Ngày hội Xanh của tuổi trẻ", "2023-11-12", True)],
        ),
    ],
)
def test_names_and_days(text, expected):
    assert names(text) == expected


def test_range_beside_a_name():
    assert names("hưởng ứng Tháng hành động phòng, chống ma túy (từ 01-30/6)", JUNE) == [
        ("Tháng hành động phòng, chống ma túy", "2024-06-01..2024-06-30", True)
    ]


@pytest.mark.parametrize(
    "text", ["Ngày hội Xuân 12/11", "ngày làm việc", "Tháng trước", "Ngày mai họp", "tuần lễ này"]
)
def test_what_is_no_commemoration(text):
    assert names(text) == []


def test_date_that_differs_from_the_table_is_kept_and_told():
    (one,) = understand("kỷ niệm Ngày Nhà giáo Việt Nam (21/11)", NOVEMBER).observances
    assert one.when is not None
    assert one.when.day == date(2023, 11, 21)
    assert [issue.code for issue in one.issues] == ["observance-date"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Lễ kỷ niệm Ngày Nhà giáo Việt Nam 20/11: sáng 18/11", [date(2023, 11, 18)]),
        ("Tọa đàm Ngày Pháp luật Việt Nam, 14h00, ngày 08/11", [date(2023, 11, 8)]),
        ("Tọa đàm Ngày Pháp luật Việt Nam 09/11 lúc 14h00", [date(2023, 11, 9)]),
        ("Lễ phát động Tháng hành động vì bình đẳng giới: 8h00 ngày 15/11", [date(2023, 11, 15)]),
    ],
)
def test_name_of_a_day_in_the_title_of_an_event_with_a_time_is_no_commemoration(text, days):
    understanding = understand(text, NOVEMBER)
    assert understanding.observances == ()
    assert [one.reason for one in understanding.no_times] == ["occasion"]
    assert [reading.when.day for reading in told(understanding)] == days


def test_name_of_a_day_in_a_title_without_a_time_stays_a_commemoration():
    (one,) = understand("Mít tinh hưởng ứng Ngày Pháp luật Việt Nam (09/11)", NOVEMBER).observances
    assert one.when.day == date(2023, 11, 9)


def test_every_feast_is_found_by_its_own_name():
    assert [feast.name for feast in FEASTS.values() if (feast_named(feast.name) or (None,))[0] != feast] == []


def test_feast_by_its_number():
    assert feast_on(20, 11).name == "Ngày Nhà giáo Việt Nam"
    assert feast_on(21, 11) is None
