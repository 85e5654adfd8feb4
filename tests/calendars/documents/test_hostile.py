"""Files made to do harm, or far too large: each is refused with a sentence, within its limits, and the next is read."""

import http.server
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from made_documents import (
    OFFICE,
    WORD,
    PdfPage,
    cell,
    docx,
    listed,
    numbering,
    paragraph,
    pdf,
    pdf_of_objects,
    sheet_xml,
    table,
    xlsx,
    zipped,
)

from calendars.documents import Limits, doc, read_document, sniff, worker
from calendars.documents.format import Source
from calendars.errors import UnreadableDocument

SMALL = Limits(
    bytes=2_000_000, expanded=4_000_000, pages=20, rows=500, line=10_000, seconds=20.0, memory=600_000_000
)


def refusal(data: bytes, name: str, limits: Limits = SMALL) -> str:
    """The sentence with which the document is refused."""
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data, name, limits=limits)
    assert caught.value.name == name
    return caught.value.reason


def test_a_file_beyond_the_size_allowed_is_not_even_looked_at() -> None:
    assert "larger than the 2 MB allowed" in refusal(b"a" * 2_000_001, "long.txt")


def test_a_zip_that_unpacks_to_far_more_is_refused() -> None:
    bomb = docx(paragraph("x"), styles=" " * 5_000_000)
    assert len(bomb) < 50_000
    assert "unpacked it would be larger than the 4 MB allowed" in refusal(bomb, "bomb.docx")


def test_sizes_that_a_zip_states_wrongly_are_not_believed() -> None:
    data = bytearray(docx(paragraph("x" * 3_000_000)))
    with zipfile.ZipFile(BytesIO(bytes(data))) as package:
        size = package.getinfo("word/document.xml").file_size
    lied = bytes(data).replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert "larger" in refusal(lied, "lie.docx") or "damaged" in refusal(lied, "lie.docx")


def test_entities_that_multiply_are_not_expanded() -> None:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    body = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
    document = zipped(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": f"<!DOCTYPE x [{entities}]>{body}"}
    )
    assert "declares XML entities" in refusal(document, "laughs.docx")


def test_an_entity_that_names_a_file_is_not_opened() -> None:
    body = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet_xml([["&f;"]])}</worksheet>'
    sheet = body.replace("&amp;f;", "&f;")
    document = zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="r1" xmlns:r="x"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="r1" Type="{OFFICE}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>{sheet}',
        }
    )
    assert "declares XML entities" in refusal(document, "file.xlsx")


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine, and the paths it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()
        thread.join(5)


def test_nothing_that_a_document_refers_to_is_fetched(server: tuple[str, list[str]]) -> None:
    address, asked = server
    page = f"""<!DOCTYPE html><html><head><link rel="stylesheet" href="{address}/a.css"><base href="{address}/">
        <script src="{address}/b.js"></script></head><body><p>Họp giao ban <img src="{address}/c.png"></p>
        <iframe src="{address}/d"></iframe><object data="{address}/e"></object></body></html>"""
    word = f'<w:p><w:r><w:t>Họp</w:t></w:r></w:p><w:altChunk xmlns:r="{OFFICE}" r:id="x1"/>'
    rich = (
        r"{\rtf1\ansi Hop giao ban {\field{\*\fldinst INCLUDEPICTURE \\d \"" + f"{address}/f.png" + r"\"}}"
        r"{\field{\*\fldinst INCLUDETEXT \"" + f"{address}/g.rtf" + r"\"}} \par}"
    )
    assert read_document(page.encode(), "page.html").blocks
    assert read_document(docx(word), "chunk.docx").notes == ("It includes another file, which was not read.",)
    assert read_document(rich.encode(), "fields.rtf").blocks
    assert asked == []


def test_a_pdf_with_too_many_pages_is_refused() -> None:
    long = pdf(PdfPage().text(100, 700, "Họp"), repeat=10_000)
    assert "it has 10,000 pages and 20 are allowed" in refusal(long, "long.pdf")


def test_a_pdf_whose_page_tree_goes_in_a_circle_is_refused() -> None:
    circle = pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 3 /Kids [3 0 R] /Parent 3 0 R >>",
            b"<< /Type /Pages /Count 3 /Kids [2 0 R] /Parent 2 0 R >>",
        ]
    )
    assert refusal(circle, "circle.pdf")


def test_a_pdf_whose_forms_draw_each_other_ends() -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >> /Length 6 >>\n"
    loop = pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 6 0 R /Resources 7 0 R >>",
            form % 5 + b"stream\n/F Do \nendstream",
            form % 4 + b"stream\n/F Do \nendstream",
            b"<< /Length 6 >>\nstream\n/F Do \nendstream",
            b"<< /XObject << /F 4 0 R >> >>",
        ]
    )
    assert "no text" in refusal(loop, "loop.pdf")


def test_a_sheet_of_a_million_rows_is_refused() -> None:
    rows = "".join(f'<row r="{i}"><c r="A{i}"><v>{i}</v></c></row>' for i in range(1, 1_000_001))
    data = xlsx(f"<sheetData>{rows}</sheetData>")
    limits = replace(SMALL, bytes=50_000_000, expanded=400_000_000, rows=20_000)
    assert "more than 20,000 rows" in refusal(data, "million.xlsx", limits)


def test_a_million_empty_rows_cost_nothing_and_are_no_rows() -> None:
    rows = "".join(f'<row r="{i}"/>' for i in range(3, 300_000))
    data = xlsx(
        f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Lịch tuần</t></is></c></row>{rows}</sheetData>'
    )
    limits = replace(SMALL, expanded=100_000_000)
    assert [line.text for line in read_document(data, "empty.xlsx", limits=limits).lines()] == ["Lịch tuần"]


def test_one_line_of_fifty_megabytes_is_refused() -> None:
    data = b"ngay " * 9_999_999
    assert "one line of it has more than 1,000,000 characters" in refusal(data, "line.txt", Limits())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(docx(paragraph("dài " * 5_000)), "line.docx", id="Word"),
        pytest.param(xlsx(sheet_xml([["dài " * 5_000]])), "line.xlsx", id="Excel"),
        pytest.param(f"<html><body><p>{'dài ' * 5_000}</p></body></html>".encode(), "line.html", id="page"),
        pytest.param(b"dai " * 5_000, "line.txt", id="text"),
        pytest.param(rb"{\rtf1 " + b"dai " * 5_000 + b"}", "line.rtf", id="RTF"),
    ],
)
def test_a_line_beyond_what_is_allowed_is_refused_in_every_format(data: bytes, name: str) -> None:
    assert "more than 10,000 characters" in refusal(data, name)


def nested_word(depth: int) -> str:
    inner = cell("x")
    for _ in range(depth):
        inner = f"<w:tc><w:p/>{table(inner)}</w:tc>"
    return table(inner)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(docx(nested_word(2_000)), "deep.docx", id="Word"),
        pytest.param(
            f"<html><body>{'<table><tr><td>' * 5_000}x</body></html>".encode(), "deep.html", id="page"
        ),
        pytest.param(f"<html><body>{'<div>' * 50_000}x</body></html>".encode(), "divs.html", id="elements"),
        pytest.param(docx(f"<w:p>{'<w:smartTag>' * 20_000}</w:p>"), "tags.docx", id="tags"),
    ],
)
def test_tables_nested_without_end_are_refused(data: bytes, name: str) -> None:
    assert refusal(data, name)


def test_rtf_groups_nested_without_end_are_refused() -> None:
    assert "nested too deeply" in refusal(rb"{\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000, "deep.rtf")


def test_binary_data_that_claims_more_than_there_is_ends_with_the_file() -> None:
    rich = rb"{\rtf1 Hop giao ban\par {\pict\pngblip\bin2000000000 abc}{\*\x\bin-5 y}"
    assert [line.text for line in read_document(rich, "bin.rtf").lines()] == ["Hop giao ban"]


def test_rtf_rows_and_cells_without_end_are_cut_to_what_may_be() -> None:
    cells = rb"\trowd" + rb"\cellx-2147483648" * 3_000 + rb"\intbl a" + rb"\cell" * 3_000 + rb"\row "
    assert [line.text for line in read_document(rb"{\rtf1 " + cells + b"}", "wide.rtf").lines()] == ["a"]
    rows = rb"\trowd\cellx900\intbl a\cell\row " * 600
    assert "more than 500 rows" in refusal(rb"{\rtf1 " + rows + b"}", "rows.rtf")


WORD_97 = (Path(__file__).parents[2] / "documents" / "formats" / "notice.doc").read_bytes()


def changed(data: bytes, place: int, new: bytes) -> bytes:
    return data[:place] + new + data[place + len(new) :]


def main_stream() -> int:
    """Where the text's stream begins in the Word file: its first two bytes are known ([MS-DOC] 2.5.2)."""
    return WORD_97.index(b"\xec\xa5", 512)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(WORD_97[:3_000], id="cut short"),
        pytest.param(
            changed(WORD_97, 76, (0xFFFFFFFF).to_bytes(4, "little")), id="without a table of sectors"
        ),
        pytest.param(changed(WORD_97, 30, b"\xff\xff"), id="sectors of an absurd size"),
        pytest.param(changed(WORD_97, main_stream() + 2, b"\x65\x00"), id="from before Word 97"),
        pytest.param(changed(WORD_97, main_stream() + 0x1A2, b"\xff" * 8), id="pieces of text nowhere"),
    ],
)
def test_a_word_file_that_is_not_understood_goes_to_libreoffice(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(UnreadableDocument, match="LibreOffice, which is not installed"):
        doc.read(Source(data, "a.doc", sniff.DOC, SMALL))


def test_a_word_file_with_a_password_is_refused() -> None:
    flags = main_stream() + 10
    locked = changed(WORD_97, flags, bytes([WORD_97[flags], WORD_97[flags + 1] | 1]))
    assert "protected by a password" in refusal(locked, "locked.doc")


def test_sectors_that_follow_each_other_in_a_circle_end() -> None:
    table = (int.from_bytes(WORD_97[76:80], "little") + 1) * 512
    entries = len(WORD_97) // 512
    circle = b"".join((index // 2).to_bytes(4, "little") for index in range(min(128, entries)))
    with suppress(UnreadableDocument):
        assert read_document(changed(WORD_97, table, circle), "circle.doc", limits=SMALL).blocks
    assert read_document(WORD_97, "next.doc", limits=SMALL).blocks


def test_tables_nested_as_people_do_are_read() -> None:
    document = read_document(docx(nested_word(6)), "nested.docx")
    assert [line.text for line in document.lines() if line.text] == ["x"]


def test_spans_without_end_are_cut_to_what_is_there() -> None:
    page = '<table border=1><tr><td rowspan="99999999">a<td colspan="0">b<tr><td>c<tr><td>d</table>'
    assert len(read_document(f"<html><body>{page}</body></html>".encode(), "spans.html").blocks) == 1
    span = '<w:gridSpan w:val="999999999"/>'
    document = read_document(docx(table(cell("a", properties=span), cell("b") + cell("c"))), "spans.docx")
    assert [line.text for line in document.lines()] == ["a", "b", "c"]


def test_macros_are_told_and_not_run() -> None:
    data = BytesIO(docx(paragraph("Họp giao ban")))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    assert read_document(data.getvalue(), "macro.docm").notes == ("It holds macros, which were not run.",)


def test_styles_that_rest_on_each_other_in_a_circle_end() -> None:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'
    data = docx(
        paragraph("Họp", '<w:pStyle w:val="a"/>'), styles=style.format("a", "b") + style.format("b", "a")
    )
    assert [line.text for line in read_document(data, "circle.docx").lines()] == ["Họp"]


def test_a_list_counted_to_absurd_numbers_is_read() -> None:
    levels = numbering(("upperRoman", "%1.")).replace('<w:start w:val="1"/>', '<w:start w:val="999999"/>')
    [line] = read_document(docx(listed("Họp"), numbering=levels), "huge.docx").lines()
    assert line.mark == "999999."


@pytest.mark.parametrize("cut", [20, 60, 90])
def test_a_file_cut_short_is_refused_or_read_as_far_as_it_goes(cut: int) -> None:
    page = pdf(PdfPage().text(100, 700, "Họp giao ban"))
    for data, name in ((docx(paragraph("Họp giao ban")), "a.docx"), (page, "a.pdf")):
        with suppress(UnreadableDocument):
            assert read_document(data[: len(data) * cut // 100], name, limits=SMALL).blocks


def test_a_document_that_takes_too_long_costs_its_time_and_no_more() -> None:
    slow = "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 400_000
    limits = replace(SMALL, bytes=50_000_000, expanded=200_000_000, seconds=0.5, rows=10_000_000)
    began = time.monotonic()
    assert "took longer than 0.5 seconds" in refusal(docx(slow), "slow.docx", limits)
    assert time.monotonic() - began < 5
    assert read_document(docx(paragraph("Họp")), "next.docx").blocks


def test_a_document_that_needs_too_much_memory_is_refused() -> None:
    wide = "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 600_000
    limits = replace(SMALL, bytes=50_000_000, expanded=200_000_000, memory=150_000_000)
    reason = refusal(docx(wide), "wide.docx", limits)
    assert "memory" in reason or "damaged" in reason
    assert read_document(docx(paragraph("Họp")), "next.docx").blocks


def test_a_library_that_is_not_installed_is_named_with_what_to_install() -> None:
    with pytest.raises(
        UnreadableDocument, match=r"not installed \(no_such_reader\); install sched\[documents\]"
    ):
        worker.read_in_child(Source(b"x", "a.docx", "x/x"), "no_such_reader")


def test_a_module_lying_in_the_folder_one_is_in_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("zipfile", "json", "lxml"):
        (tmp_path / f"{name}.py").write_text("open('loaded', 'w').close()")
    monkeypatch.chdir(tmp_path)
    worker.end_children()
    assert read_document(docx(paragraph("Họp")), "a.docx").blocks
    assert not (tmp_path / "loaded").exists()


@pytest.mark.parametrize(
    ("ended_by", "told"),
    [
        pytest.param("SIGSEGV", "broke off", id="a fault in native code"),
        pytest.param("SIGXCPU", "took longer than 20 seconds", id="its own limit of processor time"),
    ],
)
def test_a_child_that_dies_costs_its_document_only(
    monkeypatch: pytest.MonkeyPatch, ended_by: str, told: str
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2] / "support"))
    worker.end_children()
    source = Source(ended_by.encode(), "crash.docx", "x/x", replace(SMALL, seconds=20))
    with pytest.raises(UnreadableDocument, match=told):
        worker.read_in_child(source, "crashing_reader")
    assert read_document(docx(paragraph("Họp")), "next.docx").blocks


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\0\0\0\0", "empty"),
        (b"PK\x03\x04garbage", "damaged"),
        (b"Rar!\x1a\x07\x00rest", "unpack it"),
        (b"MZ\x90\x00" + bytes(range(256)), "program"),
        (zipped({"a.txt": "x"}), "archive"),
        (zipped({"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}), "slides"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage\0".encode("utf-16-le"),
            "password",
        ),
        (b"\0\0\0\x18ftypheic" + bytes(50), "JPEG"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "damaged"),
        (bytes(range(256)) * 20, "text"),
    ],
)
def test_what_is_no_document_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    assert words in refusal(data, "file.bin")
