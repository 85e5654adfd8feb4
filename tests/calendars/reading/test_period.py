"""Which days a programme is for, by its title, its closing sentence or its headings."""

from datetime import date

import pytest

from calendars.reading.framing.period import (
    Period,
    find_period,
    guess_period,
    guess_week,
    period_in,
    year_in,
)
from calendars.reading.framing.weeks_told import week_told
from calendars.reading.rules.validity import in_force
from calendars.times import DaySpan, month_span, year_span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("CHƯƠNG TRÌNH Công tác tháng 6 năm 2020", (2020, 6, 1), (2020, 6, 30)),
        ("LỊCH CÔNG TÁC THÁNG 11/2023", (2023, 11, 1), (2023, 11, 30)),
        ("Chương trình công tác quý IV năm 2023", (2023, 10, 1), (2023, 12, 31)),
        ("Chương trình công tác tháng 11 và tháng 12 năm 2023", (2023, 11, 1), (2023, 12, 31)),
        ("Chương trình công tác tháng 12 năm 2023 và tháng 01 năm 2024", (2023, 12, 1), (2023, 12, 31)),
        ("Kết quả công tác tháng 10, chương trình công tác tháng 11 năm 2023", (2023, 11, 1), (2023, 11, 30)),
        ("Tuần 47 (từ ngày 20/11 đến 24/11/2023)", (2023, 11, 20), (2023, 11, 24)),
        ("Từ ngày 28/12/2023 đến ngày 03/01/2024", (2023, 12, 28), (2024, 1, 3)),
        ("LỊCH CÔNG TÁC TUẦN 2 (11/9 - 17/9/2023)", (2023, 9, 11), (2023, 9, 17)),
        ("Chương trình công tác 6 tháng cuối năm 2023", (2023, 7, 1), (2023, 12, 31)),
        ("Lịch công tác tuần 47 năm 2023", (2023, 11, 20), (2023, 11, 26)),
        ("CHƯƠNG TRÌNH CÔNG TÁC THÁNG lO NĂM 2O2O", (2020, 10, 1), (2020, 10, 31)),
        ("Chương trình công tác tháng Ba năm 2023", (2023, 3, 1), (2023, 3, 31)),
        ("KẾ HOẠCH THÁNG MƯỜI HAI/2023", (2023, 12, 1), (2023, 12, 31)),
        ("LỊCH CÔNG TÁC TUẦN 01/2026 (29/12 - 04/01)", (2025, 12, 29), (2026, 1, 4)),
        ("LỊCH CÔNG TÁC TUẦN 1 NĂM 2025 (30/12 - 05/01)", (2024, 12, 30), (2025, 1, 5)),
        ("LỊCH CÔNG TÁC TUẦN 53/2026 (28/12 - 03/01)", (2026, 12, 28), (2027, 1, 3)),
    ],
)
def test_period_of_a_title(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert period_in(text, None) == DaySpan(date(*first), date(*last))


@pytest.mark.parametrize(
    ("issued", "year"), [(date(2023, 10, 27), 2023), (date(2023, 11, 2), 2023), (date(2024, 10, 30), 2024)]
)
def test_a_missing_year_is_the_one_after_the_day_of_issue(issued: date, year: int) -> None:
    assert period_in("Chương trình công tác tháng 11", issued) == DaySpan(
        date(year, 11, 1), date(year, 11, 30)
    )


def test_january_of_a_programme_issued_in_december_is_next_year() -> None:
    assert period_in("Chương trình tháng 01", date(2023, 12, 28)) == DaySpan(
        date(2024, 1, 1), date(2024, 1, 31)
    )


def test_closing_sentence_is_asked_when_the_title_is_lost() -> None:
    lines = [
        "1. Họp: ngày 24/11/2023.",
        "Trên đây là Chương trình công tác tháng 11/2023, đề nghị thực hiện./.",
    ]
    found = find_period(None, [], lines, None, None)
    assert found is not None
    assert (found.span, found.guessed) == (DaySpan(date(2023, 11, 1), date(2023, 11, 30)), False)


def test_the_month_of_most_days_outside_citations_is_a_guess() -> None:
    lines = ["Họp ngày 05/11/2023.", "Hội nghị ngày 24/11/2023 theo Kế hoạch số 12/KH-UBND ngày 20/9/2023."]
    found = guess_period(lines, None)
    assert found is not None
    assert (found.span, found.guessed) == (DaySpan(date(2023, 11, 1), date(2023, 11, 30)), True)


def test_the_week_of_the_first_day_label_is_a_guess() -> None:
    found = guess_week(["THỨ TƯ, NGÀY 14/8"], date(2019, 8, 12))
    assert found is not None
    assert (found.span.first, found.guessed) == (date(2019, 8, 12), True)


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["tuyển quân năm 2020, nhiệm vụ năm 2021"], 2021),
        (["kè sông giai đoạn 2018 - 2021"], None),
        (["Nghị quyết số 12/2021/NQ-HĐND"], None),
        (["tổng kết năm 2020"], None),
        (["từ năm 2010 đến năm 2021"], None),
    ],
)
def test_the_year_is_the_one_named_in_which_the_weekday_is_right(lines: list[str], year: int | None) -> None:
    found = guess_week(["THỨ TƯ, NGÀY 10/3"], None, lines)
    assert (found.span.first.year if found else None) == year


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Chương trình Tuần Thánh 2021 tại Nhà thờ Bến Tắm", 2021),
        ("Chương trình hội nghị đánh giá giai đoạn 2016 - 2021", None),
        ("Chương trình gặp mặt khóa 2019 và khóa 2020 của trường", None),
    ],
)
def test_a_year_that_stands_alone_in_a_title_is_that_of_the_programme(title: str, year: int | None) -> None:
    found = year_in(title)
    assert (found.first.year if found else None) == year


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("Từ ngày 08/09/2025 đến ngày 14/09/2025", date(2025, 9, 8)),
        ("Tuần 16 (15/4/2024 - 21/4/2024)", date(2024, 4, 15)),
        ("Tập huấn từ ngày 15/4/2024 đến ngày 17/4/2024", None),
        ("Từ ngày 01/4/2024 đến ngày 30/4/2024", None),
    ],
)
def test_a_line_that_names_nothing_but_a_week_tells_the_period(line: str, first: date | None) -> None:
    found = week_told(["Tuần trước", line], None)
    assert (found.span.first if found else None) == first


def test_nothing_gives_no_period() -> None:
    assert find_period("GIẤY MỜI", [], ["Kính mời dự họp."], None, None) is None
    assert guess_period(["Kính mời dự họp."], None) is None


def test_day_from_which_a_rule_holds() -> None:
    assert in_force(["Thông báo này có hiệu lực từ 01/02/2022."]).first == date(2022, 2, 1)


def test_days_of_more_than_a_week_are_of_no_week() -> None:
    assert guess_week(["14/8", "26/8"], date(2019, 8, 12)) is None


def test_days_of_many_months_are_a_plan_of_all_of_them() -> None:
    lines = ["Đăng ký: 25/03/2026", "Thi: 30/05/2026", "Nộp: 08/06/2026", "Nhập học: 10/09/2026"]
    plan = guess_period(lines, None)
    assert plan is not None
    assert (plan.span.first, plan.span.last, plan.guessed) == (date(2026, 3, 1), date(2026, 9, 30), True)


def test_what_was_before_the_month_of_issue_is_no_part_of_a_plan() -> None:
    lines = ["Vụ trước xong ngày 28/5/2025", "Xả nước: 24/12/2025", "Gieo sạ: 15/01/2026", "Họp: 21/02/2026"]
    plan = guess_period(lines, date(2025, 12, 1))
    assert plan is not None
    assert plan.span.first == date(2025, 12, 1)


def test_most_days_in_one_month_make_it_the_period() -> None:
    lines = ["Họp: 03/6/2026", "Họp: 10/6/2026", "Họp: 17/6/2026", "Tổng kết: 02/7/2026"]
    assert guess_period(lines, None) == Period(month_span(2026, 6), guessed=True)


def test_a_year_of_history_is_not_that_of_a_title() -> None:
    assert year_in("Lễ kỷ niệm (22/Giêng/năm 1102 – 12/Giêng/năm 2026)") == year_span(2026)
    assert year_in("Khởi nghĩa năm 1427") is None
