"""Standing rules in the ordinary words of offices, as web pages and letters have them."""

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import when_to_json


def read(text: str) -> list[tuple[str, object, object]]:
    """Title, rule and where a day goes that meets a day off."""
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    told = ((entry.title, when_to_json(entry.when)) for entry in entries)
    return [(title, when.get("rrule"), when.get("roll")) for title, when in told]


def test_a_sentence_that_leads_to_a_rule_is_its_headline() -> None:
    text = (
        "Ban Tiếp công dân huyện thông báo lịch tiếp công dân định kỳ của Chủ tịch UBND huyện như sau:\n"
        "- Kỳ 1: Ngày 10 hàng tháng\n- Kỳ 2: Ngày 20 hàng tháng\n"
        "(Trường hợp trùng ngày thứ Bảy, Chủ nhật, ngày lễ thì tiếp vào ngày làm việc liền kề sau đó)\n"
    )
    assert read(text) == [
        ("Tiếp công dân định kỳ: kỳ 1", "FREQ=MONTHLY;BYMONTHDAY=10", "next_working_day"),
        ("Tiếp công dân định kỳ: kỳ 2", "FREQ=MONTHLY;BYMONTHDAY=20", "next_working_day"),
    ]


def test_labelled_lines_below_such_a_sentence_are_a_rule() -> None:
    assert lines_of(
        "UBND phường Hòa An thông báo lịch tiếp công dân của Chủ tịch UBND phường như sau:\n"
        "Thời gian: thứ Ba và thứ Năm hàng tuần, buổi sáng từ 8h00 đến 11h00.\nĐịa điểm: Phòng tiếp dân.\n"
    ) == ["WEEKLY 08:00-11:00: Tiếp công dân"]


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (
            "Từ tháng 11/2025, cơ quan tổ chức chào cờ vào 7h15 thứ Hai đầu tiên của tháng.",
            "FREQ=MONTHLY;BYDAY=1MO",
        ),
        (
            "Từ tháng 01/2026, chi bộ sinh hoạt vào chiều thứ Sáu tuần đầu tiên của tháng.",
            "FREQ=MONTHLY;BYDAY=1FR",
        ),
    ],
)
def test_of_the_month_is_of_each_month_from_then_on(said: str, rule: str) -> None:
    assert [told[1] for told in read(f"THÔNG BÁO\nVề việc tổ chức hoạt động đầu tháng\n\n{said}\n")] == [rule]


def test_a_rule_without_a_title_goes_on_from_its_first_day() -> None:
    said = "Từ ngày 01/3/2023, cơ quan giao ban lúc 7h30 các ngày thứ Hai đến thứ Tư hằng tuần.\n"
    (entry,) = read_programme(decode(said.encode(), "a.txt")).entries
    when = when_to_json(entry.when)
    assert (when["rrule"], when["first"], when["until"]) == ("FREQ=WEEKLY;BYDAY=MO,TU,WE", "2023-03-01", None)


def test_two_weekdays_may_each_be_called_a_day() -> None:
    text = (
        "LỊCH SINH HOẠT CÂU LẠC BỘ\nBan hành ngày 01/9/2025\n\n- Ngày thứ 3 và ngày thứ 7"
        " hằng tuần: Câu lạc bộ cờ.\n"
    )
    assert [told[1] for told in read(text)] == ["FREQ=WEEKLY;BYDAY=TU,SA"]


@pytest.mark.parametrize("since", ["Kể từ ngày 01/11/2025", "Bắt đầu từ tháng 11/2025", "Từ ngày 01/11/2025"])
def test_since_when_a_rule_holds_is_no_part_of_its_name(since: str) -> None:
    said = f"{since}, Văn phòng tổ chức họp giao ban vào 8h00 thứ Hai hằng tuần tại phòng họp số 1."
    (entry,) = read_programme(decode(f"THÔNG BÁO\nVề lịch giao ban\n\n{said}\n".encode(), "a.txt")).entries
    when = when_to_json(entry.when)
    assert (entry.title, entry.location) == ("Họp giao ban", "phòng họp số 1")
    assert (when["rrule"], when["first"], when["start"]) == ("FREQ=WEEKLY;BYDAY=MO", "2025-11-03", "08:00")
