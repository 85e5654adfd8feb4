"""Weeks set with spaces and without heads: a weekday over its date, and hours beside both."""

import pytest

from calendars.documents.document import Block, Line, Table
from calendars.layouts import day_table
from calendars.layouts.spaced import spaced_tables

Row = tuple[str | None, str | None, str, str | None]


def rows(text: str) -> list[Row]:
    lines = [Line(part, number) for number, part in enumerate(text.strip("\n").split("\n"), 1)]
    tables: list[Block] = [block for block in spaced_tables(lines) if isinstance(block, Table)]
    sections = [s for table in tables if isinstance(table, Table) for s in day_table.sections_of_table(table)]
    return [(item.day, item.time, item.text, item.location) for section in sections for item in section.items]


@pytest.mark.parametrize(
    "text",
    [
        """
Thứ hai    7h30   Giao ban                       Hội trường A
01/4       9h00   Họp bàn phương án sắp xếp      Phòng 201
                  các trung tâm

Thứ ba     8h00   Hội thảo góp ý dự thảo         Hội trường B
02/4              quy chế chi tiêu
""",
        """
Thứ hai    7h30   Giao ban                       Hội trường A
01/4
           9h00   Họp bàn phương án sắp xếp      Phòng 201
                  các trung tâm
Thứ ba     8h00   Hội thảo góp ý dự thảo         Hội trường B
02/4              quy chế chi tiêu
""",
    ],
)
def test_cells_go_on_below_and_beside_the_date(text: str) -> None:
    assert rows(text) == [
        ("Thứ hai 01/4", "7h30", "Giao ban", "Hội trường A"),
        ("Thứ hai 01/4", "9h00", "Họp bàn phương án sắp xếp các trung tâm", "Phòng 201"),
        ("Thứ ba 02/4", "8h00", "Hội thảo góp ý dự thảo quy chế chi tiêu", "Hội trường B"),
    ]


def test_a_part_of_the_day_may_stand_before_the_hour() -> None:
    told = rows("""
Thứ hai    Sáng    7h30   Giao ban mở rộng với các     Hội trường A
(01/4)                    đơn vị trực thuộc
           Chiều   14h00  Họp Hội đồng khoa học        Phòng 201
Thứ ba     Chiều   15h00  Sơ kết quý I                 Hội trường A
(02/4)
""")
    assert [(day, text) for day, _, text, _ in told] == [
        ("Thứ hai (01/4)", "Giao ban mở rộng với các đơn vị trực thuộc"),
        ("Thứ hai (01/4)", "Họp Hội đồng khoa học"),
        ("Thứ ba (02/4)", "Sơ kết quý I"),
    ]


def test_the_date_may_stand_over_the_weekday() -> None:
    told = rows("""
01/4       7h30   Giao ban                       Hội trường A
Thứ hai    9h00   Họp bàn phương án sắp xếp      Phòng 201
02/4       8h00   Hội thảo góp ý dự thảo         Hội trường B
Thứ ba            quy chế chi tiêu
""")
    assert [(day, text) for day, _, text, _ in told] == [
        ("01/4 Thứ hai", "Giao ban"),
        ("01/4 Thứ hai", "Họp bàn phương án sắp xếp"),
        ("02/4 Thứ ba", "Hội thảo góp ý dự thảo quy chế chi tiêu"),
    ]


def test_hours_may_open_the_cells() -> None:
    told = rows("""
Thứ 2     7h30: Giao ban                       Hội trường A
01/4      9h00: Họp bàn phương án sắp xếp      Phòng 201
          các trung tâm
Thứ 3     8h00: Hội thảo góp ý dự thảo         Hội trường B
02/4      quy chế chi tiêu
""")
    assert [(day, text) for day, _, text, _ in told] == [
        ("Thứ 2 01/4", "7h30: Giao ban"),
        ("Thứ 2 01/4", "9h00: Họp bàn phương án sắp xếp các trung tâm"),
        ("Thứ 3 02/4", "8h00: Hội thảo góp ý dự thảo quy chế chi tiêu"),
    ]


def test_a_date_far_behind_its_weekday_stands_in_the_same_cell() -> None:
    told = rows("""
Thứ 2  12/9     Sáng     8h00 Hội ý lãnh đạo                 Phòng họp 1
                Chiều    14h00 Làm việc với xã Khe Đá        Xã Khe Đá
Thứ 3  13/9     Sáng     7h30 Khai mạc hội thao              Sân vận động
                Chiều    Hội thao (tiếp)                     Sân vận động
""")
    assert [day for day, _, _, _ in told] == ["Thứ 2  12/9"] * 2 + ["Thứ 3  13/9"] * 2
    assert [place for *_, place in told] == ["Phòng họp 1", "Xã Khe Đá", "Sân vận động", "Sân vận động"]
    headed = rows("""
NGÀY            BUỔI     NỘI DUNG                            ĐỊA ĐIỂM
Thứ 2  12/9     Sáng     Hội ý lãnh đạo                      Phòng họp 1
                Chiều    Làm việc với xã Khe Đá              Xã Khe Đá
Thứ 3  13/9     Sáng     Khai mạc hội thao                   Sân vận động
""")
    assert [(text, place) for _, _, text, place in headed] == [
        ("Hội ý lãnh đạo", "Phòng họp 1"),
        ("Làm việc với xã Khe Đá", "Xã Khe Đá"),
        ("Khai mạc hội thao", "Sân vận động"),
    ]
