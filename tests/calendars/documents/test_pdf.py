"""Lines, columns and tables found again from where things stand on a page."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from made_documents import PdfPage, pdf, pdf_of_nameless_letters
from outlines import outline

from calendars.documents import Document, Role, Table, read_document
from calendars.documents import pdf as pdf_format
from calendars.documents.format import Source

LEFT = ["UBND TỈNH HẠ LAM", "SỞ Y TẾ", "Số: 12/CTr-SYT"]
RIGHT = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do - Hạnh phúc", "Hạ Lam, ngày 28 tháng 9 năm 2023"]
BODY = [f"{i}. Ngày {i:02}/10: họp giao ban với các đơn vị trực thuộc về công tác tháng" for i in range(1, 8)]


def read(*pages: PdfPage) -> list[str]:
    return outline(read_document(pdf(*pages), "paper.pdf"))


def letter() -> PdfPage:
    return PdfPage().lines(60, 790, LEFT).lines(300, 790, RIGHT).text(200, 700, "CHƯƠNG TRÌNH CÔNG TÁC THÁNG")


def test_a_letterhead_in_two_columns_is_read_column_by_column() -> None:
    page = letter().lines(60, 660, BODY)
    assert read(page) == [*LEFT, *RIGHT, "CHƯƠNG TRÌNH CÔNG TÁC THÁNG", *BODY]


def test_columns_of_a_letterhead_need_not_stand_at_the_same_heights() -> None:
    page = PdfPage().lines(60, 790, LEFT, step=21).lines(300, 790, RIGHT, step=15).lines(60, 660, BODY)
    assert read(page) == [*LEFT, *RIGHT, *BODY]


def test_a_signature_stands_beside_the_recipients() -> None:
    recipients, signature = ["Nơi nhận:", "- Các phòng;", "- Lưu: VT."], ["GIÁM ĐỐC", "(đã ký)"]
    page = (
        PdfPage().lines(60, 700, BODY).lines(60, 500, recipients, size=10, step=13).lines(380, 500, signature)
    )
    assert read(page) == [*BODY, *recipients, *signature]


def test_a_page_in_two_columns_is_read_down_the_first_and_down_the_second() -> None:
    left = [f"- Ngày {i}: họp tổ công tác, bàn giao" for i in range(1, 11)]
    right = [f"- Ngày {i}: kiểm tra cơ sở tại xã số" for i in range(11, 21)]
    page = PdfPage().text(60, 760, BODY[0]).lines(60, 730, left).lines(320, 730, right).text(60, 500, BODY[1])
    assert read(page) == [BODY[0], *left, *right, BODY[1]]


def test_hours_set_apart_on_the_left_are_read_across() -> None:
    hours, items = ["8h00", "9h00", "10h00"], ["Khai mạc hội nghị", "Tham luận của cơ sở", "Bế mạc"]
    page = PdfPage().lines(60, 760, BODY).lines(60, 600, hours).lines(160, 600, items).lines(60, 500, BODY)
    assert read(page)[7:10] == [f"{hour} {item}" for hour, item in zip(hours, items, strict=True)]


def test_words_are_put_together_from_glyphs_and_numbers_keep_their_place() -> None:
    document = read_document(pdf(letter(), PdfPage().lines(60, 700, BODY)), "a.pdf")
    assert document.pages == 2
    assert [line.page for line in document.lines()] == [1] * 7 + [2] * 7
    assert [line.number for line in document.lines()] == list(range(1, 15))
    assert document.media_type == "application/pdf"


def test_page_numbers_and_repeated_heads_have_their_role() -> None:
    pages = [
        PdfPage().text(290, 810, str(n)).text(60, 795, "Lịch công tác tháng 10").lines(60, 700, BODY)
        for n in (2, 3, 4)
    ]
    document = read_document(pdf(*pages), "a.pdf")
    heads = [line.text for line in document.lines() if line.role is Role.PAGE_HEADER]
    assert heads == [
        "2",
        "Lịch công tác tháng 10",
        "3",
        "Lịch công tác tháng 10",
        "4",
        "Lịch công tác tháng 10",
    ]


def test_small_print_at_the_foot_that_begins_with_a_number_is_a_footnote() -> None:
    page = (
        PdfPage().lines(60, 760, BODY).lines(60, 120, ["1 Quy định số 124 ngày 04/10/2023", "của Bộ"], 8, 10)
    )
    document = read_document(pdf(page), "a.pdf")
    notes = [line.text for line in document.lines() if line.role is Role.FOOTNOTE]
    assert notes == ["1 Quy định số 124 ngày 04/10/2023", "của Bộ"]


def test_a_raised_number_is_no_part_of_the_year_before_it() -> None:
    page = PdfPage().text(60, 700, "ngày 24/11/2023", 12).text(60 + 15 * 6, 705, "1", 7)
    assert read(page) == ["ngày 24/11/2023"]


XS, COLUMNS = (60, 150, 400, 540), (65, 155, 405)


def row(page: PdfPage, y: float, *texts: str) -> None:
    for x, text in zip(COLUMNS, texts, strict=True):
        page.lines(x, y, text.split("/ "), step=15)


def test_a_ruled_table_is_a_table_with_merged_cells() -> None:
    page = PdfPage().text(60, 760, BODY[0]).text(60, 400, BODY[1])
    for x in XS:
        page.rule(x, 700, x, 500)
    for y in (700, 670, 590, 500):
        page.rule(60, y, 540, y)
    page.rule(150, 630, 540, 630)
    row(page, 680, "Ngày", "Nội dung", "Địa điểm")
    row(page, 650, "Thứ Hai/ 02/10", "Họp giao ban/ Thường trực", "Phòng 1")
    row(page, 610, "", "Làm việc tại xã", "Xã A")
    row(page, 570, "Thứ Ba", "Nghỉ", "")
    assert read(page) == [
        BODY[0],
        "| Ngày | Nội dung | Địa điểm |",
        "| Thứ Hai / 02/10 | Họp giao ban / Thường trực | Phòng 1 |",
        "| ^ | Làm việc tại xã | Xã A |",
        "| Thứ Ba | Nghỉ |  |",
        BODY[1],
    ]


def test_a_table_over_two_pages_is_one_table_without_its_second_heading() -> None:
    first = PdfPage().grid(XS, (700, 670, 600, 540))
    row(first, 680, "Ngày", "Nội dung", "Địa điểm")
    row(first, 650, "02/10", "Họp giao ban", "Phòng 1")
    row(first, 580, "03/10", "Làm việc về quản lý đất", "Phòng 2")
    second = PdfPage().text(290, 810, "2").grid(XS, (780, 750, 720, 690, 660))
    row(second, 760, "Ngày", "Nội dung", "Địa điểm")
    row(second, 730, "", "đai giai đoạn hai", "")
    row(second, 700, "", "Chiều: Tiếp dân", "Trụ sở")
    row(second, 670, "04/10", "Nghỉ", "")
    document = read_document(pdf(first, second), "a.pdf")
    assert outline(document) == [
        "| Ngày | Nội dung | Địa điểm |",
        "| 02/10 | Họp giao ban | Phòng 1 |",
        "| 03/10 | Làm việc về quản lý đất / đai giai đoạn hai | Phòng 2 |",
        "| ^ | Chiều: Tiếp dân | Trụ sở |",
        "| 04/10 | Nghỉ |  |",
        "page-header: 2",
    ]
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert [line.page for cell in table.cells if cell.row == 2 for line in cell.lines] == [1, 1, 2, 1]


def test_a_row_that_the_end_of_a_page_breaks_has_no_number_on_the_next() -> None:
    first = PdfPage().grid(XS, (700, 670, 640, 610, 540))
    for place, texts in ((680, ("TT", "Nội dung", "Thời gian")), (650, ("1", "Họp giao ban", "05/9"))):
        row(first, place, *texts)
    row(first, 620, "2", "Tiếp dân", "06/9")
    row(first, 580, "3", "Đoàn kiểm tra", "Tuần")
    second = PdfPage().grid(XS, (780, 750, 720))
    row(second, 760, "", "302 của Huyện ủy", "3")
    row(second, 730, "4", "Sơ kết", "27/9")
    assert read(first, second)[-2:] == [
        "| 3 | Đoàn kiểm tra / 302 của Huyện ủy | Tuần / 3 |",
        "| 4 | Sơ kết | 27/9 |",
    ]


def read_without_tesseract(data: bytes, monkeypatch: pytest.MonkeyPatch, nowhere: Path) -> Document:
    monkeypatch.setenv("PATH", str(nowhere))
    return pdf_format.read(Source(data, "a.pdf", "application/pdf"))


def test_a_font_that_does_not_tell_its_letters_is_not_trusted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data = pdf_of_nameless_letters("Ngay 05/10: h\x05p giao ban\x06")
    document = read_without_tesseract(data, monkeypatch, tmp_path)
    assert document.doubtful
    assert not document.from_picture
    assert "cannot be trusted" in document.notes[0]


def test_letters_of_two_scripts_in_one_word_are_not_trusted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mixed = pdf(PdfPage().lines(60, 780, ["KѭѫQJ WUuQK F{QJ WiF", "7Kӭ +DL QJj\\ KӑS ÿѭӧF"]))
    named = pdf(PdfPage().lines(60, 780, [*BODY, "Đề tài về α-amylase và β-caroten"]))
    assert read_without_tesseract(mixed, monkeypatch, tmp_path).doubtful
    assert not read_without_tesseract(named, monkeypatch, tmp_path).doubtful


def test_a_frame_around_text_is_no_table() -> None:
    assert read(PdfPage().grid((50, 560), (780, 600)).lines(60, 760, BODY)) == BODY


def test_a_page_lying_on_its_side_is_turned() -> None:
    for rotation in (90, 180, 270):
        assert read(PdfPage(rotate=rotation).lines(60, 760, BODY)) == BODY


@pytest.mark.parametrize(
    ("rotation", "base"),
    [
        (0, [60 / 595, 142 / 842, 96 / 595, 142 / 842]),
        (90, [700 / 842, 60 / 595, 700 / 842, 96 / 595]),
        (180, [535 / 595, 700 / 842, 499 / 595, 700 / 842]),
        (270, [142 / 842, 535 / 595, 142 / 842, 499 / 595]),
    ],
)
def test_a_line_knows_its_place_on_the_picture_of_its_page(rotation: int, base: list[float]) -> None:
    page = PdfPage(rotate=rotation).text(60, 700, "Sáng 5")
    [line] = read_document(pdf(page), "paper.pdf").lines()
    assert line.corners is not None
    top, bottom = line.corners[:4], (*line.corners[6:], *line.corners[4:6])
    # The base line stands a fifth and a bit above the lower edge.
    share = 0.3 / (0.95 + 0.3)
    found = [low + (high - low) * share for high, low in zip(top, bottom, strict=True)]
    assert found == pytest.approx(base, abs=0.003)


def test_an_encrypted_pdf_is_refused() -> None:
    from calendars.errors import UnreadableDocument

    data = pdf(PdfPage().text(60, 700, "Họp"))
    locked = data.replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"00" * 32
        + b"> /U <"
        + b"00" * 32
        + b"> >>",
    )
    with pytest.raises(UnreadableDocument, match="protected by a password; save it without one"):
        read_document(locked, "locked.pdf")


def test_letters_drawn_later_in_another_font_fall_into_their_words() -> None:
    page = PdfPage().text(60, 700, "H").text(78, 700, " giao ban").text(66, 700, "ọp")
    assert read(page) == ["Họp giao ban"]


def test_letters_drawn_twice_to_look_bold_are_read_once() -> None:
    page = PdfPage().text(60, 700, "Lịch tuần")
    for index, letter_again in enumerate("Lịch tuần"):
        page.text(60.3 + 6 * index, 700, letter_again)
    assert read(page) == ["Lịch tuần"]


def test_a_blank_inside_a_word_that_shows_no_white_is_none() -> None:
    page = PdfPage().text(60, 700, "ngh").text(77.9, 700, " ").text(78, 700, "ỉ lễ")
    assert read(page) == ["nghỉ lễ"]


WEEK = [
    ("Thứ, ngày", "Thời gian", "Nội dung", "Địa điểm"),
    ("Thứ Hai 03/3", "8h00", "Giao ban Ban Giám đốc", "Phòng họp 1"),
    ("", "", "với các phòng", ""),
    ("", "14h00", "Họp thẩm định giá đất", "Phòng họp 2"),
    ("Thứ Ba", "8h30", "Làm việc với Kho bạc", "Hội trường"),
    ("04/3", "", "về quyết toán", "tầng 3"),
]


def columns(page: PdfPage, top: float, rows: Sequence[tuple[str, ...]]) -> PdfPage:
    for number, row in enumerate(rows):
        for left, text in zip((60, 150, 220, 420), row, strict=True):
            page = page.text(left, top - 16 * number, text) if text else page
    return page


def test_a_table_without_ruling_lines_is_told_by_the_white_between_its_columns() -> None:
    assert read(columns(PdfPage().lines(60, 790, BODY), 600, WEEK).lines(60, 480, BODY)) == [
        *BODY,
        "| Thứ, ngày | Thời gian | Nội dung | Địa điểm |",
        "| Thứ Hai 03/3 | 8h00 | Giao ban Ban Giám đốc / với các phòng | Phòng họp 1 |",
        "|  | 14h00 | Họp thẩm định giá đất | Phòng họp 2 |",
        "| Thứ Ba / 04/3 | 8h30 | Làm việc với Kho bạc / về quyết toán | Hội trường / tầng 3 |",
        *BODY,
    ]


def test_two_columns_are_no_table() -> None:
    page = letter().lines(60, 660, BODY)
    assert not [block for block in read_document(pdf(page), "paper.pdf").blocks if isinstance(block, Table)]
