"""What a standing rule says of days off, once for all its items."""

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.recurrence import Roll
from calendars.when import Repeat

RULES = (
    "LỊCH TIẾP CÔNG DÂN NĂM 2025\n\n1. Chủ tịch: thứ Năm hằng tuần.\n2. Phó Chủ tịch: ngày 15 hằng tháng.\n"
    "Địa điểm: Trụ sở phường.\n{}\n"
)


@pytest.mark.parametrize(
    ("sentence", "roll"),
    [
        ("Trường hợp lịch tiếp trùng vào ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.", Roll.NEXT),
        (
            "Nếu ngày tiếp công dân trùng thứ Bảy, Chủ nhật thì thực hiện vào ngày làm việc liền trước.",
            Roll.PREVIOUS,
        ),
        ("Đề nghị công dân mang theo giấy tờ.", None),
    ],
)
def test_a_sentence_of_its_own_is_of_all_items(sentence: str, roll: Roll | None) -> None:
    found = read_programme(decode(RULES.format(sentence).encode(), "a.txt")).entries
    assert [entry.when.recurrence.roll for entry in found if isinstance(entry.when, Repeat)] == [roll, roll]
