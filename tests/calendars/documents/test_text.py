"""Plain text in the encodings that Vietnamese offices have used."""

import unicodedata

import pytest

from calendars.documents.document import Limits
from calendars.documents.text import MARKDOWN, decode
from calendars.errors import UnreadableDocument

TEXT = "CHƯƠNG TRÌNH\r\n\r\nGiao ban: thứ Sáu hằng tuần, ngày 24 tháng 11 năm 2026 của Hội đồng các xã"
LINES = TEXT.split("\r\n")


def windows_1258(text: str) -> bytes:
    """As Windows writes it: hat and horn in the letter, the tone as a mark of its own."""
    written = ""
    for letter in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
        written += unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tone)) + tone
    return written.encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="UTF-8 with its mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16 with its mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 without"),
        pytest.param(windows_1258(TEXT), id="Windows-1258"),
    ],
)
def test_text_is_decoded_to_lines(data: bytes) -> None:
    document = decode(data, "a.txt")
    assert [unicodedata.normalize("NFC", line.text) for line in document.lines()] == LINES
    assert [line.number for line in document.lines()] == [1, 2, 3]


def test_markdown_is_known_by_its_name() -> None:
    assert decode(b"# A", "a.md").media_type == MARKDOWN


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", b"\xff\xfe", b"a\x00\x01\x02\x03\x04b" * 50])
def test_what_holds_no_text_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"a\.txt: .+") as refused:
        decode(data, "a.txt")
    assert refused.value.reason


def test_a_file_beyond_the_limit_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="limit"):
        decode(b"a" * 100, "a.txt", Limits(bytes=99))
