"""What notes at the foot tell of the rows that call them by a sign."""

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme


@pytest.mark.parametrize(("one", "two"), [("(1)", "(2)"), ("(*)", "(**)"), ("*", "**"), ("[1]", "[2]")])
def test_signs_that_call_notes(one: str, two: str) -> None:
    text = f"""
LỊCH CÔNG TÁC TUẦN 19 (06/5 - 12/5/2024)

Ngày        Giờ      Công việc                                    Người chủ trì
06/5 (T2)   8h00     Giao ban cơ quan                             Giám đốc
07/5 (T3)   14h00    Họp Hội đồng thẩm định hiện vật {one}          Giám đốc
09/5 (T5)   9h00     Làm việc với Cục Di sản {two}                  PGĐ Thảo

Ghi chú:
{one} Theo đề nghị của Sở Tài chính, cuộc họp này lùi sang 8h00 ngày 08/5.
{two} Cục sẽ báo lại giờ; địa điểm: phòng khách tầng 1.
- Báo cáo gửi Sở chậm nhất ngày 10/5.
"""
    assert lines_of(text) == [
        "05-06 08:00: Giao ban cơ quan",
        "05-07 14:00 postponed: Họp Hội đồng thẩm định hiện vật",
        "05-09 09:00 tentative: Làm việc với Cục Di sản",
        "05-08 08:00: Họp Hội đồng thẩm định hiện vật",
        "05-10 deadline: Báo cáo gửi Sở",
    ]
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    assert entries[2].location == "phòng khách tầng 1"
    assert entries[2].note is not None
    assert entries[2].note.startswith("Cục sẽ báo lại giờ")


def test_numbers_that_call_nothing() -> None:
    text = "LỊCH CÔNG TÁC TUẦN 19 (06/5 - 12/5/2024)\n\nThứ Hai, 06/5\n- 8h00: Họp tổ 2 (2)\n- 14h00: Họp tổ 3 (1)\n"
    assert [line.partition(": ")[0] for line in lines_of(text)] == ["05-06 08:00", "05-06 14:00"]
