"""The old time that an entry remembers beside its new one."""

from dataclasses import replace
from datetime import date

import pytest
from papers import paper

from calendars.revision.moved_from import moved_from
from calendars.times import DaySpan, month_span


def told(title: str, time: str = "10/12 8:00", period: str = "2026-12") -> DaySpan | None:
    [entry] = paper(f"monthly {period}", f"{title}: {time}").entries
    return moved_from(entry)


@pytest.mark.parametrize(
    ("remark", "old"),
    [
        ("(dời từ tháng 11 sang)", month_span(2026, 11)),
        ("(chuyển từ tháng 11/2026)", month_span(2026, 11)),
        ("(lùi từ trung tuần tháng 10 năm 2026)", month_span(2026, 10)),
        ("(chuyển từ ngày 26/11)", DaySpan(date(2026, 11, 26), date(2026, 11, 26))),
        ("(thay cho ngày 20/11)", DaySpan(date(2026, 11, 20), date(2026, 11, 20))),
        ("(dời lịch, dự kiến 26/11/2026)", DaySpan(date(2026, 11, 26), date(2026, 11, 26))),
    ],
)
def test_a_remark_names_a_month_or_a_day(remark: str, old: DaySpan) -> None:
    assert told(f"Hội nghị tổng kết công tác Hội {remark}") == old


@pytest.mark.parametrize(
    "title",
    [
        "Hội nghị tổng kết công tác Hội",
        "Hội nghị triển khai Luật (thay thế Luật năm 2013)",
        "Hội nghị chuyển đổi số tháng 11",
        "Lễ chuyển giao công trình (từ ngày ký)",
        "Hội nghị (dời từ ngày 31/2 sang)",
    ],
)
def test_other_words_of_moving_name_no_old_time(title: str) -> None:
    assert told(title) is None


def test_a_month_without_its_year_is_the_last_such_month() -> None:
    assert told("Đại hội (dời từ tháng 12 sang)", "10/1", "2027-01") == month_span(2026, 12)
    assert told("Đại hội (chuyển từ tháng 2 lên)", "20/1", "2027-01") == month_span(2027, 2)


def test_what_has_no_day_yet_was_moved_from_nowhere() -> None:
    assert told("Đại hội (dời từ tháng 11 sang)", "?") is None


@pytest.mark.parametrize(
    ("remark", "old"),
    [
        ("(chuyển từ ngày 26/11/2024)", DaySpan(date(2024, 11, 26), date(2024, 11, 26))),
        ("(chuyển từ ngày 10/1)", DaySpan(date(2027, 1, 10), date(2027, 1, 10))),
        ("(chuyển từ ngày 11/1)", DaySpan(date(2026, 1, 11), date(2026, 1, 11))),
        ("(dời từ tháng 3 năm 2024 sang)", month_span(2024, 3)),
        ("(dời từ tháng 2/2025 sang)", month_span(2025, 2)),
    ],
)
def test_a_year_that_is_told_holds_and_else_what_lies_a_month_ahead_at_most(
    remark: str, old: DaySpan
) -> None:
    assert told(f"Hội nghị {remark}") == old


def test_the_remark_may_stand_in_the_note() -> None:
    [entry] = paper("monthly 2026-12", "Hội nghị: 10/12").entries
    assert moved_from(replace(entry, note="dời từ tháng 11 sang")) == month_span(2026, 11)
