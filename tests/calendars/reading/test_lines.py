"""Which lines of a text belong together: hard-wrapped ones do, cells of a flattened table do not."""

import pytest

from calendars.documents.document import Line, Table
from calendars.documents.text import decode
from calendars.reading.blocks.lines import join_wrapped, readable_blocks
from calendars.reading.blocks.tidying import tidy


def joined(text: str) -> list[str]:
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    return [line.text for line in join_wrapped(lines)]


WRAPPED = """\
1. Tuyên truyền, triển khai các nghị quyết của Đảng, chính
sách của nhà nước đến cán bộ, hội viên phụ nữ; Nghị quyết
kỳ họp thứ 11 HĐND tỉnh khóa
XIX; thực hiện Nghị quyết số
41-NQ/TW ngày 10/10/2023 về xây dựng đội ngũ trong thời kỳ
mới; nhiệm kỳ 2024
- 2029 và các văn bản khác của cấp trên đã ban hành trong
năm; rút kinh nghiệm.
2. Giao ban: thứ
Sáu hằng tuần, từ ngày 20
đến ngày 24/
11/2023 tại phòng họp."""


def test_wrapped_lines_are_rejoined_over_capitals_digits_and_dashes() -> None:
    first, second = joined(WRAPPED)
    assert "khóa XIX; thực hiện Nghị quyết số 41-NQ/TW ngày 10/10/2023" in first
    assert "nhiệm kỳ 2024 - 2029 và các văn bản" in first
    assert second == "2. Giao ban: thứ Sáu hằng tuần, từ ngày 20 đến ngày 24/11/2023 tại phòng họp."


def test_blank_lines_after_every_line_do_not_part_a_paragraph() -> None:
    assert joined(WRAPPED.replace("\n", "\n\n")) == joined(WRAPPED)


@pytest.mark.parametrize(
    "cells",
    [
        ["Ngày, tháng", "Nội dung", "Chủ trì"],
        ["Chủ tịch UBND huyện", "Phòng họp số 1", "8h00: Họp giao ban"],
        ["PCT Đỗ Hữu Tài", "đ/c Lâm", "Hội trường B"],
        ["Cuối tháng", "Họp Hội đồng nghĩa vụ quân sự"],
        ["CHƯƠNG TRÌNH", "công tác tháng 7 năm 2021"],
        ["Thời gian: 8h00", "Địa điểm: Hội trường"],
        ["Chào cờ đầu tháng", "Toàn thể cơ quan"],
        ["- 9h00 Sơ kết quý III năm 2025", "- 15h00 Giao ban tháng 9"],
    ],
)
def test_lines_that_are_cells_or_titles_stay_apart(cells: list[str]) -> None:
    assert joined("\n".join(cells)) == cells


def test_weekday_and_date_of_one_label_come_together() -> None:
    assert joined("Thứ hai\n15/10\nHọp giao ban") == ["Thứ hai 15/10", "Họp giao ban"]


def test_page_number_in_a_sentence_goes() -> None:
    text = "Chỉ đạo các cấp Hội tham gia phòng, chống dịch, chủ động chuyển trạng\n2\nthái hoạt động."
    assert joined(text) == [text.replace("\n2\n", " ")]


def test_text_is_tidied_without_loss_of_words() -> None:
    assert tidy("**Thứ\u00a0Ba** (*8h*) ngày\u200b 5\u201111") == "Thứ Ba (8h) ngày 5-11"


def test_drawn_table_becomes_a_table() -> None:
    document = decode(
        "A\n\n| Ngày | Nội dung |\n|---|---|\n| 5/11 | Họp |\n|  | Hội ý |\n\nB".encode(), "a.md"
    )
    first, table, last = readable_blocks(document)
    assert (getattr(first, "text", None), getattr(last, "text", None)) == ("A", "B")
    assert isinstance(table, Table)
    assert [(cell.row, cell.column, cell.text) for cell in table.cells] == [
        (0, 0, "Ngày"),
        (0, 1, "Nội dung"),
        (1, 0, "5/11"),
        (1, 1, "Họp"),
        (2, 0, ""),
        (2, 1, "Hội ý"),
    ]


def test_a_row_of_tabs_may_have_nothing_but_its_first_cell() -> None:
    text = "Ngày\tSáng\tChiều\nT2 12/10\t\t\nT3 13/10\tHọp\t\nT4 14/10\t\tHội ý\n\nHết\t\t\n"
    table, after = readable_blocks(decode(text.encode(), "a.txt"))
    assert isinstance(table, Table)
    assert getattr(after, "text", None) == "Hết"
    days = [cell.text for cell in table.cells if cell.column == 0 and cell.row]
    assert days == ["T3 13/10", "T4 14/10"]
    assert [(cell.column, cell.text) for cell in table.cells if cell.text in ("Họp", "Hội ý")] == [
        (2, "Họp"),
        (2, "Hội ý"),
    ]


def test_a_day_below_a_month_is_no_second_half_of_it() -> None:
    lines = ["3. Tháng 3/2025", "- 07/3, 15h30: Gặp mặt nữ đoàn viên."]
    assert joined("\n".join(lines)) == lines


def test_a_line_that_is_all_a_time_is_a_cell() -> None:
    cells = [
        "Lễ ra quân hưởng ứng tháng an toàn giao thông",
        "từ ngày 08 đến ngày 11/11",
        "trụ sở Hội",
        "Hội nghị sơ kết công tác 9 tháng đầu năm",
        "8h30 thứ Năm, 26/11",
        "Làm việc với UBND huyện về công tác giảm nghèo",
        "giữa tháng 11",
        "Văn phòng",
    ]
    assert joined("\n".join(cells)) == cells
