"""Small files of the formats that are read, made from a few words: what stands in a test is all that stands in them."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """A part that names others: id -> (kind, target)."""
    found = "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{t}"/>' for i, (kind, t) in targets.items()
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{found}</Relationships>'


def content_types(parts: Mapping[str, str]) -> str:
    """The part that tells what the others are: name -> kind."""
    base = "application/vnd.openxmlformats-officedocument"
    found = "".join(
        f'<Override PartName="/{name}" ContentType="{base}.{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{found}</Types>'
    )


# --- Word -----------------------------------------------------------------------------------------------------------


def run(text: str, properties: str = "") -> str:
    """A run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of Word; content without a tag is its text."""
    inner = content if "<w:" in content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def listed(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph that stands in a list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, numbering)


def cell(*texts: str, properties: str = "") -> str:
    """A cell of a Word table, a paragraph for each text."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraph(text) for text in texts)}</w:tc>"


def table(*rows: str, ruled: bool = True) -> str:
    """A Word table of rows of cells."""
    border = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' if ruled else ""
    return f"<w:tbl><w:tblPr>{border}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def docx(body: str, pictures: Mapping[str, bytes] | None = None, /, **parts: str) -> bytes:
    """A Word document; parts are the inside of numbering, styles, footnotes, header1 and so on.

    pictures: files in its folder `media` by the id of their relation.
    """
    shown = {name: ("image", f"media/{name}.jpg") for name in pictures or {}}
    kinds = {"header1": "header", "header2": "header", "footer1": "footer"}
    roots = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(
            {"word/document.xml": "wordprocessingml.document.main"}
            | {f"word/{name}.xml": f"wordprocessingml.{kinds.get(name, name)}" for name in parts}
        ),
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": relations(
            {f"p{i}": (kinds.get(name, name), f"{name}.xml") for i, name in enumerate(parts)} | shown
        ),
    }
    files |= {f"word/media/{name}.jpg": content for name, content in (pictures or {}).items()}
    for name, inner in parts.items():
        root = roots.get(name, name)
        files[f"word/{name}.xml"] = f'<w:{root} xmlns:w="{WORD}">{inner}</w:{root}>'
    return zipped(files)


def numbering(*levels: tuple[str, str], list_id: int = 1) -> str:
    """A list whose levels have these number formats and texts: ("upperRoman", "%1.")."""
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (kind, text) in enumerate(levels)
    )
    abstract = f'<w:abstractNum w:abstractNumId="{list_id}">{inner}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/></w:num>'


# --- Excel ----------------------------------------------------------------------------------------------------------

Value = str | float | tuple[float, int] | None
"""Text, a number, a number with its style, or an empty cell."""

STYLES = """<numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm"/>
<numFmt numFmtId="165" formatCode="h&quot;h&quot;mm"/>
<numFmt numFmtId="166" formatCode="[$-42A]dddd, dd/mm/yyyy"/></numFmts>
<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/></border></borders>
<cellXfs count="6"><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="164" borderId="1"/>
<xf numFmtId="165" borderId="1"/><xf numFmtId="166" borderId="1"/><xf numFmtId="14" borderId="0"/></cellXfs>"""
RULED, DAY, HOUR, WEEKDAY, BUILT_IN_DATE = 1, 2, 3, 4, 5


def _column(index: int) -> str:
    return chr(ord("A") + index) if index < 26 else _column(index // 26 - 1) + _column(index % 26)


def sheet_xml(
    rows: Iterable[Sequence[Value]], merged: Sequence[str] = (), *, ruled: Sequence[int] = ()
) -> str:
    """The inside of a sheet; `ruled` are the rows (from 1) whose text cells have borders."""
    out: list[str] = []
    for number, row in enumerate(rows, 1):
        cells: list[str] = []
        for column, value in enumerate(row):
            place = f"{_column(column)}{number}"
            style = RULED if number in ruled else 0
            if isinstance(value, str):
                text = f"<is><t>{escape(value)}</t></is>"
                cells.append(f'<c r="{place}" s="{style}" t="inlineStr">{text}</c>')
            elif isinstance(value, tuple):
                cells.append(f'<c r="{place}" s="{value[1]}"><v>{value[0]}</v></c>')
            elif value is not None:
                cells.append(f'<c r="{place}" s="{style}"><v>{value}</v></c>')
            elif number in ruled:
                cells.append(f'<c r="{place}" s="{style}"/>')
        out.append(f'<row r="{number}">{"".join(cells)}</row>')
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    return f"<sheetData>{''.join(out)}</sheetData><mergeCells>{areas}</mergeCells>"


def xlsx(*sheets: str, names: Sequence[str] = (), states: Sequence[str] = (), workbook: str = "") -> bytes:
    """An Excel file of these sheets (each as `sheet_xml` gives it)."""
    titles = [*names, *(f"Sheet{i}" for i in range(len(names) + 1, len(sheets) + 1))]
    shown = [*states, *("visible" for _ in sheets)]
    listed_sheets = "".join(
        f'<sheet name="{escape(titles[i])}" sheetId="{i + 1}" state="{shown[i]}" r:id="s{i}"/>'
        for i in range(len(sheets))
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(
            {"xl/workbook.xml": "spreadsheetml.sheet.main", "xl/styles.xml": "spreadsheetml.styles"}
            | {f"xl/worksheets/sheet{i + 1}.xml": "spreadsheetml.worksheet" for i in range(len(sheets))}
        ),
        "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (
            f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">{workbook}<sheets>{listed_sheets}</sheets></workbook>'
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}">{STYLES}</styleSheet>',
        "xl/_rels/workbook.xml.rels": relations(
            {f"s{i}": ("worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(len(sheets))}
            | {"st": ("styles", "styles.xml")}
        ),
    }
    for index, inner in enumerate(sheets, 1):
        files[f"xl/worksheets/sheet{index}.xml"] = f'<worksheet xmlns="{SHEET}">{inner}</worksheet>'
    return zipped(files)


# --- PDF ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class PdfPage:
    """A page to be drawn on, in points from its lower left corner; letters are half as wide as high."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 12) -> "PdfPage":
        """A line of text that begins at (x, y)."""
        codes = "".join(f"{ord(c):04X}" for c in text)
        self.drawn.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET")
        return self

    def lines(
        self, x: float, y: float, texts: Iterable[str], size: float = 12, step: float = 18
    ) -> "PdfPage":
        """Lines of text one below the other."""
        for index, text in enumerate(texts):
            self.text(x, y - index * step, text, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "PdfPage":
        """A straight line."""
        self.drawn.append(f"1 w {x0} {y0} m {x1} {y1} l S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> "PdfPage":
        """The lines of a table, from top to bottom."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self


def pdf(*pages: PdfPage, repeat: int = 1) -> bytes:
    """A PDF file of these pages, each `repeat` times."""
    mapping = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapName /U def 1 begincodespacerange <0000> <FFFF> "
        "endcodespacerange "
        + " ".join(
            f"1 beginbfrange <{b:02X}00> <{b:02X}FF> <{b:02X}00> endbfrange"
            for b in (*range(0x05), 0x1E, 0x20)
        )
        + " endcmap end"
    )
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] "
            b"/ToUnicode 6 0 R >>"
        ),
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /DW 500 /FontDescriptor 5 0 R "
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        ),
        (
            b"<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
            b"/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
        ),
        _stream(mapping.encode()),
    ]
    kids: list[int] = []
    for page in pages:
        content = len(objects) + 1
        objects.append(_stream("\n".join(page.drawn).encode()))
        for _ in range(repeat):
            kids.append(len(objects) + 1)
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate} "
                f"/Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>".encode()
            )
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    )
    return pdf_of_objects(objects)


def _stream(content: bytes, extra: str = "") -> bytes:
    return f"<< /Length {len(content)} {extra}>>\nstream\n".encode() + content + b"\nendstream"


def pdf_of_objects(objects: Sequence[bytes]) -> bytes:
    """A PDF file of numbered objects, the first its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def pdf_of_nameless_letters(text: str) -> bytes:
    """A page with a line of text whose signs below the blank are drawn by a font that does not name them."""
    named = range(0x20, 0x7F)
    names = (
        " ".join(f"/n{code}" for code in range(1, 0x20)) + " " + " ".join(f"/{_glyph_name(c)}" for c in named)
    )
    drawn = " ".join(f"/{name} 4 0 R" for name in names.replace("/", "").split() if name != "space")
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 "
        f"/LastChar 126 /Widths [{'500 ' * 126}] /CharProcs << {drawn} >> /Resources << >> "
        f"/Encoding << /Type /Encoding /Differences [1 {names}] >> >>"
    )
    codes = text.encode("latin-1").hex()
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        "/Contents 6 0 R >>"
    )
    return pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
            font.encode(),
            _stream(b"500 0 0 0 500 700 d1 0 0 500 700 re f"),
            page.encode(),
            _stream(f"BT /F1 12 Tf 1 0 0 1 60 700 Tm <{codes}> Tj ET".encode()),
        ]
    )


def _glyph_name(code: int) -> str:
    """The name of an ASCII sign in a font, for letters, figures and the few signs that texts here have."""
    signs = {0x20: "space", 0x2F: "slash", 0x3A: "colon", 0x2E: "period", 0x2C: "comma"}
    figures = "zero one two three four five six seven eight nine".split()
    if chr(code).isdigit():
        return figures[int(chr(code))]
    return chr(code) if chr(code).isalpha() else signs.get(code, f"u{code}")
