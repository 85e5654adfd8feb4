"""What Word shows but does not store, and what it stores but does not show."""

import pytest
from made_documents import cell, docx, listed, numbering, paragraph, run, table, zipped
from outlines import outline

from calendars.documents import Line, Role, Table, read_document


def read(body: str, **parts: str) -> list[str]:
    return outline(read_document(docx(body, **parts), "paper.docx"))


def test_paragraphs_are_whole_lines_numbered_from_one_with_the_blank_ones() -> None:
    document = read_document(docx(paragraph("Một") + paragraph("") + paragraph("Hai")), "paper.docx")
    assert document.blocks == (
        Line("Một", 1, whole=True),
        Line("", 2, whole=True),
        Line("Hai", 3, whole=True),
    )
    assert document.media_type.endswith("wordprocessingml.document")
    assert document.pages is None


OUTLINE = numbering(("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "\uf0b7"))


def test_generated_numbers_are_marks() -> None:
    body = (
        listed("Nhiệm vụ")
        + listed("Tuyên truyền", level=1)
        + listed("Kiểm tra", level=1)
        + listed("ở xã", level=2)
        + listed("ở thôn", level=3)
        + listed("Các cuộc họp")
        + listed("Giao ban", level=1)
    )
    assert read(body, numbering=OUTLINE) == [
        "[I.] Nhiệm vụ",
        "[1.] Tuyên truyền",
        "[2.] Kiểm tra",
        "[a)] ở xã",
        "[•] ở thôn",
        "[II.] Các cuộc họp",
        "[1.] Giao ban",
    ]


@pytest.mark.parametrize(
    ("kind", "text", "marks"),
    [
        ("decimal", "%1/", ["1/", "2/", "3/"]),
        ("decimalZero", "%1.", ["01.", "02.", "03."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("bullet", "-", ["-", "-", "-"]),
        ("bullet", "\uf02d", ["-", "-", "-"]),
        ("none", "", [None, None, None]),
    ],
)
def test_each_number_format_is_written_as_word_does(kind: str, text: str, marks: list[str | None]) -> None:
    document = read_document(
        docx(listed("a") + listed("b") + listed("c"), numbering=numbering((kind, text))), "a.docx"
    )
    assert [line.mark for line in document.lines()] == marks


def test_a_level_may_show_the_numbers_above_it() -> None:
    levels = numbering(("decimal", "%1."), ("decimal", "%1.%2."))
    body = listed("a") + listed("b", level=1) + listed("c", level=1) + listed("d") + listed("e", level=1)
    assert read(body, numbering=levels) == ["[1.] a", "[1.1.] b", "[1.2.] c", "[2.] d", "[2.1.] e"]


def test_lists_of_one_definition_share_their_count_until_one_starts_anew() -> None:
    definition = numbering(("decimal", "%1."))
    same = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = listed("a") + listed("b", 2) + listed("c", 3) + listed("d", 3)
    assert read(body, numbering=definition + same + anew) == ["[1.] a", "[2.] b", "[1.] c", "[2.] d"]


def test_a_style_may_put_a_paragraph_into_a_list() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>'
    )
    body = "".join(paragraph(text, '<w:pStyle w:val="MucCon"/>') for text in "ab")
    assert read(body, styles=style, numbering=numbering(("decimal", "%1."))) == ["[1.] a", "[2.] b"]


def test_runs_hyphens_and_content_controls_make_one_text() -> None:
    date = f"<w:sdt><w:sdtContent>{run('ngày 2')}</w:sdtContent></w:sdt>{run('7/5')}"
    tag = f'<w:smartTag w:element="date">{run(" và 28/5")}</w:smartTag>'
    number = (
        "<w:r><w:t>Số 18</w:t><w:noBreakHyphen/><w:t>NQ, hàng tu</w:t><w:softHyphen/><w:t>ần </w:t></w:r>"
    )
    assert read(paragraph(number + date + tag)) == ["Số 18-NQ, hàng tuần ngày 27/5 và 28/5"]


DELETED = "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"


def test_tracked_changes_are_taken_as_accepted() -> None:
    changed = f"{run('tháng ')}<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins>{run('6')}</w:ins>"
    gone = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{DELETED}</w:p>"
    moved = f'<w:p><w:pPr><w:rPr><w:moveFrom w:id="2"/></w:rPr></w:pPr><w:moveFrom>{run("dời")}</w:moveFrom></w:p>'
    arrived = paragraph(f"<w:moveTo>{run('dời')}</w:moveTo>")
    assert read(paragraph(changed) + gone + moved + paragraph("giữ") + arrived) == ["tháng 6", "giữ", "dời"]


def test_two_paragraphs_whose_break_was_deleted_are_one() -> None:
    first = f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{run("Họp giao ")}</w:p>'
    assert read(first + paragraph("ban")) == ["Họp giao ban"]


def test_a_deleted_item_takes_no_number() -> None:
    gone = (
        f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>{DELETED}</w:p>'
    )
    body = listed("a") + gone + listed("b")
    assert read(body, numbering=numbering(("decimal", "%1."))) == ["[1.] a", "[2.] b"]


def test_capitals_and_hidden_text_are_as_the_reader_sees_them() -> None:
    style = '<w:style w:type="character" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style>'
    body = paragraph(
        run("chương ", "<w:caps/>") + run("trình ", '<w:rStyle w:val="Hoa"/>') + run("ẩn", "<w:vanish/>")
    )
    assert read(body, styles=style) == ["CHƯƠNG TRÌNH "]


def test_what_is_struck_out_is_left_out() -> None:
    times = run("8h00", "<w:strike/>") + run("9h00", "<w:dstrike/>") + run("10h00", '<w:strike w:val="0"/>')
    assert read(paragraph(times + run(": Họp"))) == ["10h00: Họp"]


def test_text_in_an_old_font_becomes_unicode() -> None:
    font = '<w:rFonts w:ascii="{}" w:hAnsi="{}"/>'
    tcvn, capitals, vni = (font.replace("{}", name) for name in (".VnTime", ".VnTimeH", "VNI-Times"))
    body = paragraph(run("lÞch tuÇn ", capitals) + run("th¸ng 6, ", tcvn) + run("thöù Saùu", vni) + run(" µ"))
    assert read(body) == ["LỊCH TUẦN tháng 6, thứ Sáu µ"]


def test_footnotes_stand_at_the_end_and_leave_no_digit_in_the_text() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph(" Quy định số 124")}</w:footnote>'
    separator = f'<w:footnote w:type="separator" w:id="-1">{paragraph("---")}</w:footnote>'
    body = paragraph(run("văn bản") + reference + run(" mới")) + paragraph("Hết")
    assert read(body, footnotes=separator + note) == ["văn bản mới", "Hết", "footnote: [1] Quy định số 124"]


def test_page_heads_and_feet_have_their_role_and_page_numbers_are_left_out() -> None:
    parts = {"header1": paragraph("UBND TỈNH HẠ LAM"), "footer1": paragraph("2")}
    assert read(paragraph("Nội dung"), **parts) == ["page-header: UBND TỈNH HẠ LAM", "Nội dung"]


def test_a_text_box_follows_the_paragraph_it_is_anchored_to_and_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('HỎA TỐC')}</w:txbxContent>"
    choice = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert read(paragraph(run("Kính gửi") + f"<w:r>{choice}</w:r>") + paragraph("Sau")) == [
        "Kính gửi",
        "HỎA TỐC",
        "Sau",
    ]


def test_a_line_break_makes_two_lines_that_are_no_whole_paragraphs() -> None:
    body = paragraph("<w:r><w:t>CHƯƠNG TRÌNH</w:t><w:br/><w:t>Công tác tháng 6</w:t></w:r>")
    document = read_document(docx(body), "a.docx")
    assert document.blocks == (Line("CHƯƠNG TRÌNH", 1), Line("Công tác tháng 6", 2))


def test_headings_are_told_by_their_outline_level() -> None:
    document = read_document(
        docx(paragraph("Phần I", '<w:outlineLvl w:val="0"/>') + paragraph("a")), "a.docx"
    )
    assert [line.role for line in document.lines()] == [Role.HEADING, Role.BODY]


MERGED, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_merged_cells_stand_once_with_what_they_cover() -> None:
    body = table(
        cell("Ngày", properties='<w:gridSpan w:val="2"/>') + cell("Nội dung"),
        cell("Thứ Hai", properties=MERGED) + cell("08/01", properties=MERGED) + cell("Họp", "Tại P1"),
        cell("", properties=GOES_ON) + cell("", properties=GOES_ON) + cell("Đi cơ sở"),
        cell("Thứ Ba") + cell("09/01") + cell(""),
    )
    assert read(body) == [
        "| Ngày | < | Nội dung |",
        "| Thứ Hai | 08/01 | Họp / Tại P1 |",
        "| ^ | ^ | Đi cơ sở |",
        "| Thứ Ba | 09/01 |  |",
    ]


def test_a_deleted_row_is_no_row() -> None:
    gone = f"<w:trPr><w:del/></w:trPr>{cell('x')}{cell('y')}"
    assert read(table(cell("a") + cell("b"), gone, cell("c") + cell("d"))) == ["| a | b |", "| c | d |"]


def test_a_letterhead_in_a_table_is_text() -> None:
    head = table(cell("UBND TỈNH", "SỞ Y TẾ") + cell("CỘNG HÒA", "Độc lập"), ruled=False)
    assert read(head + paragraph("Lịch")) == ["UBND TỈNH", "SỞ Y TẾ", "CỘNG HÒA", "Độc lập", "Lịch"]


def test_a_ruled_table_of_two_columns_is_a_table() -> None:
    document = read_document(
        docx(table(cell("8h00") + cell("Khai mạc"), cell("9h00") + cell("Tham luận"))), "a.docx"
    )
    [block] = document.blocks
    assert isinstance(block, Table)
    assert (block.height, block.width) == (2, 2)


def test_a_word_file_without_a_relation_part_is_read_all_the_same() -> None:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(docx(paragraph("Họp")))) as package:
        bare = zipped({name: package.read(name) for name in ("[Content_Types].xml", "word/document.xml")})
    assert outline(read_document(bare, "a.docx")) == ["Họp"]
