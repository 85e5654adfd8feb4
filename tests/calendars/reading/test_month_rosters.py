"""Rosters of an office that receives people once a month, as web pages carry them."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Day, Days

HEAD = "THÔNG BÁO\nLịch tiếp công dân của Giám đốc Sở Bưu chính\nSở thông báo lịch tiếp công dân năm 2024 như sau:\n"
WANTED = [date(2024, 1, 15), date(2024, 2, 19), date(2024, 3, 15)]


def _days(text: str) -> list[tuple[str, date]]:
    found = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22)).entries
    return [(entry.title, entry.when.day) for entry in found if isinstance(entry.when, Day)]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "- Tháng 1:  Ông Lê Văn Bách Giám đốc   Ngày 15/01 ( Thứ 2)\n"
            "- Tháng 2:  Ông Lê Văn Bách Giám đốc   Ngày 19/02 (Thứ 2)\n"
            "- Tháng 3: Ông Lê Văn Bách Giám đốc   Ngày 15/3 (Thứ 6)\n"
        ),
        "Tháng Thời gian\nTháng 1 Ngày 15  (Thứ 2)\nTháng 2 Ngày 19  (Thứ 2)\nTháng 3 Ngày 15  (Thứ 6)\n",
        (
            "STT\n\nTháng\n\nNgày tiếp công dân\n\n1\n\nTháng 1\n\nNgày 15 (thứ Hai)\n\n2\n\nTháng 2\n\n"
            "Ngày 19 (thứ Hai)\n\n3\n\nTháng 3\n\nNgày 15 (thứ Sáu)\n"
        ),
        (
            "Tháng | Người tiếp | Chức vụ | Ngày tiếp\nTháng 01 | Lê Văn Bách | Giám đốc | Ngày 15 |\n"
            "Tháng 02 | Lê Văn Bách | Giám đốc | Ngày 19 |\nTháng 03 | Lê Văn Bách | Giám đốc | Ngày 15 |\n"
        ),
    ],
)
def test_each_month_has_its_day(rows: str) -> None:
    assert [day for _, day in _days(HEAD + "1. Giám đốc Sở:\nCụ thể:\n" + rows)] == WANTED


def test_a_month_may_have_several_days() -> None:
    text = HEAD + "Tháng 1: Ngày 04; 11; 18 (Thứ 5)\nTháng 2: Ngày 01; 22 (Thứ 5)\n"
    first, second = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22)).entries
    assert first.when == Days((date(2024, 1, 4), date(2024, 1, 11), date(2024, 1, 18)))
    assert second.when == Days((date(2024, 2, 1), date(2024, 2, 22)))


def test_the_things_of_months_keep_their_names() -> None:
    text = "KẾ HOẠCH NĂM 2024\n\nTháng 1: Hội nghị người lao động, ngày 15/01\nTháng 3: Hội thi nấu ăn, ngày 08/3\n"
    assert _days(text) == [
        ("Hội nghị người lao động", date(2024, 1, 15)),
        ("Hội thi nấu ăn", date(2024, 3, 8)),
    ]
