"""Files as programs and machines make them, each with the outline that a person reads from it beside it."""

import difflib
from io import BytesIO
from pathlib import Path

import pytest
from made_documents import docx
from outlines import outline
from PIL import Image

from calendars.documents import Limits, read_document

FOLDER = Path(__file__).parents[2] / "documents" / "formats"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".txt")
PICTURES = [path for path in FILES if path.suffix == ".jpg"]
TEXTS = [path for path in FILES if path not in PICTURES]


def expected(path: Path) -> list[str]:
    return path.with_name(path.name + ".txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_file_reads_as_its_paper(path: Path) -> None:
    assert outline(read_document(path.read_bytes(), path.name)) == expected(path)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_reads_almost_as_its_paper(path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    document = read_document(path.read_bytes(), path.name, progress=lambda *step: told.append(step))
    words, wanted = (" ".join(lines).split() for lines in (outline(document), expected(path)))
    assert difflib.SequenceMatcher(a=words, b=wanted, autojunk=False).ratio() > 0.95
    assert document.from_picture
    assert document.notes == ("The text was recognised in a picture.",)
    assert told == [(1, 1)]


def test_a_scan_that_lies_on_its_side_is_turned() -> None:
    out = BytesIO()
    with Image.open(FOLDER / "notice-photo.jpg") as picture:
        picture.rotate(90, expand=True).save(out, "PNG")
    words = " ".join(outline(read_document(out.getvalue(), "side.png"))).split()
    wanted = " ".join(expected(FOLDER / "notice-photo.jpg")).split()
    assert difflib.SequenceMatcher(a=words, b=wanted, autojunk=False).ratio() > 0.9


def test_what_a_file_is_comes_from_its_bytes() -> None:
    path = FOLDER / "week.pdf"
    assert outline(read_document(path.read_bytes(), "week.xls")) == expected(path)


def test_without_libreoffice_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from calendars.documents import office, sniff
    from calendars.documents.format import Source
    from calendars.errors import UnreadableDocument

    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(UnreadableDocument, match="LibreOffice, which is not installed; install it, or save"):
        office.read(Source(b"<x/>", "a.xml", sniff.WORD_XML, Limits()))


def test_without_tesseract_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from calendars.documents import scan
    from calendars.documents.format import Source
    from calendars.errors import UnreadableDocument

    monkeypatch.setenv("PATH", "/nonexistent")
    picture = next(path for path in PICTURES if "scan" in path.name)
    with pytest.raises(UnreadableDocument, match="install the packages tesseract-ocr and tesseract-ocr-vie"):
        scan.read(Source(picture.read_bytes(), "a.jpg", "image/jpeg", Limits()))


def test_a_word_file_of_pictures_is_recognised_page_by_page() -> None:
    path = FOLDER / "week-scan.jpg"
    blip = '<w:r><w:drawing><a:blip xmlns:a="urn:a" xmlns:r="urn:r" r:embed="page"/></w:drawing></w:r>'
    file = docx(f"<w:p>{blip}</w:p>", {"page": path.read_bytes()})
    told: list[tuple[int, int | None]] = []
    document = read_document(file, "scan.docx", progress=lambda *step: told.append(step))
    assert outline(document) == outline(read_document(path.read_bytes(), path.name))
    assert document.notes == ("It holds pictures only; their text was recognised.",)
    assert (document.from_picture, document.pages, told) == (True, 1, [(1, 1)])
