"""A sheet as an HTML page for print: one file, no script, the look of the Word document.

Its title is a paragraph that bears the role of a heading: a heading would be taken for the web page's own when the file
is read again.
"""

from collections.abc import Iterator
from html import escape

from calendars.paper.sheet import COUNTRY, HEADINGS, MOTTO, Letterhead, Paper, Schedule, Section

FAMILIES = ("Times New Roman", "Tinos", "Noto Serif", "DejaVu Serif Condensed", "DejaVu Serif")
"""Families with every Vietnamese letter, each asked for by its own name: a system may answer the first by another one
without them, and letters of two families would stand in one word."""
STYLE = """\
@page { size: A4 %s; margin: 20mm 15mm 20mm 30mm; }
body { font: 14pt/1.3 "Office Serif", serif; margin: 0 auto; max-width: %s; }
p { margin: 0; }
.tail { margin-top: 8mm; break-inside: avoid; }
.room { height: 25mm; }
.title, .section { font-weight: bold; }
.title { text-align: center; }
.head + .title { margin-top: 6mm; }
.section { margin-top: 4mm; }
table { margin-top: 4mm; }
table { border-collapse: collapse; width: 100%%; }
th, td { border: 1px solid #000; padding: 1mm 2mm; vertical-align: top; text-align: left; }
table.plain td { border: 0; padding: 0; width: 50%%; text-align: center; }
table.plain td.receivers { text-align: left; font-size: 11pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th[scope=rowgroup], thead th { text-align: center; vertical-align: middle; }
.item { text-align: justify; text-indent: 12.7mm; margin-top: 2mm; }
"""


def _faces() -> Iterator[str]:
    for weight, style, suffix in ((400, "normal", ""), (700, "normal", " Bold"), (400, "italic", " Italic")):
        names = ", ".join(f'local("{family}{suffix}")' for family in FAMILIES)
        looks = f"font-style: {style}; font-weight: {weight}; src: {names};"
        yield f'@font-face {{ font-family: "Office Serif"; {looks} }}\n'


def to_html(paper: Paper) -> str:
    """The sheet as a whole HTML document."""
    size = ("landscape", "252mm") if paper.wide else ("portrait", "165mm")
    parts = [
        "<!DOCTYPE html>",
        '<html lang="vi">',
        f'<head><meta charset="utf-8"><title>{escape(" ".join(paper.title))}</title>',
        f"<style>\n{''.join(_faces())}{STYLE % size}</style></head>",
        "<body>",
        *_head(paper.letterhead),
        *(f'<p class="title" role="heading" aria-level="1">{escape(line)}</p>' for line in paper.title),
        *(line for part in paper.body for line in _part(part)),
        *([f'<p class="item">{escape(paper.closing)}</p>'] if paper.closing else []),
        *_tail(paper.letterhead),
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _head(head: Letterhead) -> Iterator[str]:
    yield '<table class="plain head" role="presentation"><tr>'
    superior = f"<p>{escape(head.superior)}</p>" if head.superior else ""
    yield f"<td>{superior}<p><b>{escape(head.issuer.upper())}</b></p><p>{escape(head.number_line)}</p></td>"
    yield f"<td><p><b>{COUNTRY}</b></p><p><b>{MOTTO}</b></p><p><i>{escape(head.date_line)}</i></p></td>"
    yield "</tr></table>"


def _part(part: Schedule | Section) -> Iterator[str]:
    if isinstance(part, Section):
        yield f'<p class="section" role="heading" aria-level="2">{escape(part.heading)}</p>'
        for number, item in enumerate(part.items, start=1):
            yield f'<p class="item">{number}. {escape(item)}</p>'
        return
    yield "<table>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{heading}</th>' for heading in HEADINGS) + "</tr></thead>"
    for day, rows in part.days:
        yield "<tbody>"
        for number, row in enumerate(rows):
            label = f'<th scope="rowgroup" rowspan="{len(rows)}">{escape(day)}</th>' if number == 0 else ""
            yield "<tr>" + label + "".join(f"<td>{escape(text)}</td>" for text in row.cells) + "</tr>"
        yield "</tbody>"
    yield "</table>"


def _tail(head: Letterhead) -> Iterator[str]:
    receivers = "".join(f"<p>- {escape(receiver.rstrip(';.'))};</p>" for receiver in head.distribution)
    yield '<table class="plain tail" role="presentation"><tr>'
    yield f'<td class="receivers"><p><b>Nơi nhận:</b></p>{receivers}<p>- Lưu: VT.</p></td>'
    signs = "".join(f"<p><b>{escape(text)}</b></p>" for text in (head.authority, head.post) if text)
    yield f'<td>{signs}<div class="room"></div><p><b>{escape(head.signatory or "")}</b></p></td>'
    yield "</tr></table>"
