"""OpenDocument text, read without LibreOffice: what its lists, tables, notes and frames show."""

import pytest
from made_documents import zipped
from outlines import outline

from calendars.documents import read_document
from calendars.errors import UnreadableDocument

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": f"{OASIS}:office:1.0",
        "text": f"{OASIS}:text:1.0",
        "table": f"{OASIS}:table:1.0",
        "style": f"{OASIS}:style:1.0",
        "draw": f"{OASIS}:drawing:1.0",
        "fo": f"{OASIS}:xsl-fo-compatible:1.0",
        "xml": "http://www.w3.org/XML/1998/namespace",
    }.items()
    if prefix != "xml"
)
LEVELS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/>'
    '<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="\uf0b7"/></text:list-style>'
)


def odt(body: str, styles: str = "", pages: str = "", **parts: str) -> bytes:
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {NAMES}><office:master-styles>{pages}</office:master-styles>"
        "</office:document-styles>",
    }
    return zipped({**files, **parts})


def read(body: str, styles: str = "", pages: str = "") -> list[str]:
    return outline(read_document(odt(body, styles, pages), "paper.odt"))


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def item(*inside: str) -> str:
    return f"<text:list-item>{''.join(inside)}</text:list-item>"


def listed(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def test_lists_are_counted_by_their_levels() -> None:
    deeper = listed(
        item(p("Họp A"), listed(item(p("tại B"), listed(item(p("gạch")), more="")), more="")), more=""
    )
    assert read(
        listed(item(p("Nhiệm vụ"), deeper), item(p("Cuộc họp"), listed(item(p("Họp C")), more=""))), LEVELS
    ) == [
        "[I.] Nhiệm vụ",
        "[1.] Họp A",
        "[1.1] tại B",
        "[•] gạch",
        "[II.] Cuộc họp",
        "[1.] Họp C",
    ]


def test_a_list_begins_anew_unless_it_says_that_it_goes_on() -> None:
    first = listed(item(p("một")), more='text:style-name="L" xml:id="one"')
    anew = listed(item(p("hai")))
    goes_on = listed(item(p("ba")), more='text:style-name="L" text:continue-numbering="true"')
    of_the_first = listed(item(p("bốn")), more='text:style-name="L" text:continue-list="one"')
    assert read(first + p("xen") + anew + goes_on + of_the_first, LEVELS) == [
        "[I.] một",
        "xen",
        "[I.] hai",
        "[II.] ba",
        "[II.] bốn",
    ]


def test_an_item_may_state_its_number_and_a_second_paragraph_has_none() -> None:
    body = listed('<text:list-item text:start-value="5">' + p("năm") + p("tiếp") + "</text:list-item>")
    assert read(body, LEVELS) == ["[V.] năm", "tiếp"]


def test_cells_cover_rows_and_columns() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{p(text) if text else ''}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("Ngày") + cell("Nội dung", 'table:number-columns-spanned="2"') + covered,
        cell("Thứ Hai", 'table:number-rows-spanned="2"') + cell("Sáng") + cell("Họp A"),
        covered + cell("Chiều") + cell("Họp B"),
    )
    head, *rest = (f"<table:table-row>{row}</table:table-row>" for row in rows)
    assert read(
        f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{''.join(rest)}</table:table>"
    ) == ["| Ngày | Nội dung | < |", "| Thứ Hai | Sáng | Họp A |", "| ^ | Chiều | Họp B |"]


def test_a_table_without_lines_that_sets_text_side_by_side_is_text() -> None:
    cells = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("HỘI ĐỒNG", "CỘNG HÒA"))
    assert read(f"<table:table><table:table-row>{cells}</table:table-row></table:table>") == [
        "HỘI ĐỒNG",
        "CỘNG HÒA",
    ]


def test_notes_frames_blanks_and_what_is_hidden() -> None:
    styles = (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="C"><style:text-properties fo:text-transform="uppercase"/></style:style>'
    )
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Công văn số 5</text:p>"
        "</text:note-body></text:note>"
    )
    frame = f"<draw:frame><draw:text-box>{p('trong khung')}</draw:text-box></draw:frame>"
    body = (
        "<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"
        f'<text:p><text:span text:style-name="C">họp</text:span>{note}<text:s text:c="2"/>8h'
        f'<text:span text:style-name="H">ẩn</text:span>{frame}</text:p>'
    )
    assert read(body, styles) == ["HỌP  8h", "trong khung", "footnote: [1] Công văn số 5"]


def test_heads_and_feet_of_pages_are_said_once() -> None:
    page = '<style:master-page style:name="A"><style:header><text:p>Mật</text:p></style:header></style:master-page>'
    assert read(p("Họp"), pages=page + page) == ["page-header: Mật", "Họp"]


def test_an_encrypted_file_is_refused() -> None:
    manifest = (
        f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"><manifest:file-entry>'
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    with pytest.raises(UnreadableDocument, match="protected by a password"):
        read_document(odt(p("x"), **{"META-INF/manifest.xml": manifest}), "paper.odt")


def test_what_is_struck_out_is_left_out() -> None:
    style = '<style:style style:name="{}"><style:text-properties style:text-line-through-style="{}"/></style:style>'
    styles = style.format("X", "solid") + style.format("N", "none")
    span = '<text:span text:style-name="{}">{}</text:span>'
    assert read(f"<text:p>{span.format('X', '8h00')}{span.format('N', '9h00')}: Họp</text:p>", styles) == [
        "9h00: Họp"
    ]
