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


AUGUST, JANUARY, FEBRUARY = (
    Context(period=month_span(*month)) for month in ((2023, 8), (2024, 1), (2024, 2))
)


@pytest.mark.parametrize(
    ("text", "context", "name", "days"),
    [
        ("kỷ niệm Ngày Phụ nữ Việt Nam", NOVEMBER, "Ngày Phụ nữ Việt Nam", "2023-10-20"),
        ("kỷ niệm Ngày Quốc tế Phụ nữ", NOVEMBER, "Ngày Quốc tế Phụ nữ", "2024-03-08"),
        ("hưởng ứng Giờ Trái đất", AUGUST, "Giờ Trái đất", "2023-03-25"),
        ("hưởng ứng Giờ Trái đất", NOVEMBER, "Giờ Trái đất", "2024-03-30"),
        ("hưởng ứng Giờ Trái đất", JANUARY, "Giờ Trái đất", "2024-03-30"),
        ("đón Tết Nguyên đán", JANUARY, "Tết Nguyên đán", "2024-02-10"),
        *(
            ("hưởng ứng Tháng hành động vì bình đẳng giới", *rest)
            for rest in (
                (FEBRUARY, "Tháng hành động vì bình đẳng giới", "2023-11-15..2023-12-15"),
                (JUNE, "Tháng hành động vì bình đẳng giới", "2024-11-15..2024-12-15"),
            )
        ),
    ],
)
def test_the_table_dates_a_commemoration_near_the_programme(text, context, name, days):
    assert names(text, context) == [(name, days, False)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("hưởng ứng Tháng Thanh niên (12/2023 - 01/2024)", month_span(2024, 1)),
        ("hưởng ứng Tháng hành động vì trẻ em (05/2024 - 06/2024)", month_span(2024, 6)),
    ],
)
def test_of_two_months_beside_a_name_the_second_is_meant(text, days):
    (one,) = understand(text, JUNE).observances
    assert (one.when.first, one.when.last) == (days.first, days.last)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("hưởng ứng Ngày Môi trường thế giới 5/6/2025", "2025-06-05"),
        ("Tuần lễ Quốc gia không thuốc lá (25-31/5)", "2024-05-25..2024-05-31"),
        (
            "hưởng ứng Tuần lễ Quốc gia không thuốc lá từ 25/5 đến hết ngày 31/5/2024",
            "2024-05-25..2024-05-31",
        ),
        ("kỷ niệm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2024)", "2024-07-27"),
    ],
)
def test_days_beside_a_name_in_whatever_form(text, days):
    ((_, found, dated),) = names(text, JUNE)
    assert (found, dated) == (days, True)


@pytest.mark.parametrize(
    "text",
    [
        "hưởng ứng Ngày Môi trường thế giới 31/6",
        "hưởng ứng Tháng hành động vì trẻ em (05/2024 - 13/2024)",
    ],
)
def test_days_that_do_not_exist_leave_a_commemoration_undated_and_are_told(text):
    (one,) = understand(text, JUNE).observances
    assert one.when is None
    assert [issue.code for issue in one.issues] == ["no-such-date"]
    assert one.name in one.issues[0].detail


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "hưởng ứng Tháng cao điểm tuyên truyền pháp luật, an toàn",
            "Tháng cao điểm tuyên truyền pháp luật",
        ),
        (
            "hưởng ứng Tháng hành động sống xanh tuổi trẻ, chống rác thải",
            "Tháng hành động sống xanh tuổi trẻ, chống rác thải",
        ),
        ("hưởng ứng Tuần lễ sống xanh", "Tuần lễ sống xanh"),
    ],
)
def test_a_campaign_that_no_table_knows_is_named_without_days(text, words):
    assert names(text) == [(words, None, False)]
    (one,) = understand(text, NOVEMBER).observances
    assert text[slice(*one.at)] == words


def test_the_title_of_an_event_ends_with_its_sentence():
    assert names("Tọa đàm. Ngày Pháp luật Việt Nam 09/11") == [
        ("Ngày Pháp luật Việt Nam", "2023-11-09", True)
    ]


def test_numbers_that_are_no_feasts_are_no_occasion():
    text = "chào mừng ngày 21/11 và 22/12"
    assert [days for _, days, _ in names(text)] == ["2023-12-22"]
    (one,) = understand(text, NOVEMBER).observances
    assert text[slice(*one.at)] == "22/12"


def test_every_feast_is_found_by_its_own_name():
    assert [feast.name for feast in FEASTS.values() if (feast_named(feast.name) or (None,))[0] != feast] == []


def test_feast_by_its_number():
    assert feast_on(20, 11).name == "Ngày Nhà giáo Việt Nam"
    assert feast_on(21, 11) is None
