"""Things told each in a few lines of its own: a name over its time and place."""

import pytest
from announced_lines import lines_of

HEAD = "TRẠM Y TẾ XÃ ĐỒNG MÂY\n\nLỊCH HOẠT ĐỘNG NĂM 2020\n\n"


def test_each_paragraph_is_a_thing() -> None:
    body = (
        "Tiêm chủng mở rộng\nNgày 06/5/2020\n7h30 - 10h30\nTại trạm\n\n"
        "Truyền thông tại thôn\nChiều thứ Năm, 07/5/2020\nNhà văn hóa thôn\n\n"
        "Uống Vitamin A\nNgày 08 - 09/5 (cả ngày)\n"
    )
    assert lines_of(HEAD + body) == [
        "05-06 07:30-10:30: Tiêm chủng mở rộng",
        "05-07 afternoon: Truyền thông tại thôn",
        "05-08..05-09: Uống Vitamin A",
    ]


@pytest.mark.parametrize("place", ["Tại trạm", "Địa điểm: trạm", "Nơi: trạm"])
def test_a_run_of_lines_is_parted_by_its_places(place: str) -> None:
    body = "".join(
        f"{name}\n{time}\n{place}\n"
        for name, time in (
            ("Khám thai", "8h00 thứ Tư, 06/5/2020"),
            ("Tiêm chủng", "Ngày 07/5/2020\n14h00"),
            ("Cấp thuốc", "Sáng 08/5/2020"),
        )
    )
    assert lines_of(HEAD + body) == [
        "05-06 08:00: Khám thai",
        "05-07 14:00: Tiêm chủng",
        "05-08 morning: Cấp thuốc",
    ]


def test_days_over_what_is_on_are_no_names() -> None:
    body = "Hai\n04/5\nChào cờ\n\nBa\n05/5\nHọp tổ\n"
    assert not [line for line in lines_of(f"LỊCH TUẦN (04/5 - 09/5/2020)\n\n{body}") if "Hai" in line]
