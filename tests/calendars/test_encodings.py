"""Text from before Unicode becomes Unicode, and text that is Unicode already is left alone."""

import unicodedata

import pytest

from calendars.encodings import (
    decode_text,
    fix_legacy,
    from_tcvn3,
    from_vni,
    legacy_encoding,
)

SENTENCE = "Hội nghị sơ kết công tác Hội: sáng thứ Sáu, ngày 24 tháng 11 năm 2023, tại phòng họp số 2."


def windows_1258(text: str) -> bytes:
    """The bytes an old Windows program writes: letters with hat or horn whole, tones as marks of their own."""
    out = b""
    for character in unicodedata.normalize("NFC", text):
        try:
            out += character.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", character)
            tones = [m for m in marks if m in "\u0300\u0309\u0303\u0301\u0323"]
            letter = unicodedata.normalize("NFC", "".join(m for m in marks if m not in tones))
            out += (letter + tones[0]).encode("cp1258")
    return out


@pytest.mark.parametrize(
    ("old", "text"),
    [
        ("ngµy 24 th¸ng 11 n¨m 2023", "ngày 24 tháng 11 năm 2023"),
        ("thø S¸u h»ng tuÇn", "thứ Sáu hằng tuần"),
        ("tr\u00adíc ngµy", "trước ngày"),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("§Þa ®iÓm", "Địa điểm"),
    ],
)
def test_tcvn3_becomes_unicode(old: str, text: str) -> None:
    assert from_tcvn3(old) == text


def test_a_capital_font_of_tcvn3_gives_capitals() -> None:
    assert from_tcvn3("ch\u00ad¬ng tr×nh", capitals=True) == "CHƯƠNG TRÌNH"


@pytest.mark.parametrize(
    ("old", "text"),
    [
        ("ngaøy 24 thaùng 11 naêm 2023", "ngày 24 tháng 11 năm 2023"),
        ("thöù Saùu haèng tuaàn", "thứ Sáu hằng tuần"),
        ("tröôùc ngaøy", "trước ngày"),
        ("LÒCH HOÏP THAÙNG", "LỊCH HỌP THÁNG"),
        ("ñòa ñieåm", "địa điểm"),
    ],
)
def test_vni_becomes_unicode(old: str, text: str) -> None:
    assert from_vni(old) == text


def mojibake(text: str) -> str:
    return text.encode("utf-8").decode("latin-1")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Héi nghÞ c«ng t¸c th¸ng 11 n¨m 2023", "TCVN3"),
        ("Hoäi nghò coâng taùc thaùng 11 naêm 2023", "VNI"),
        (
            windows_1258("Hội nghị công tác tháng 11 năm 2023").decode("cp1252"),
            "Windows-1258",
        ),
        (mojibake("Hội nghị công tác tháng 11 năm 2023"), "UTF-8 read as Windows-1252"),
        ("Ho^.i nghi. co^ng ta'c tha'ng 11 na(m 2023", "VIQR"),
    ],
)
def test_an_old_encoding_is_known_by_the_words_it_gives(text: str, name: str) -> None:
    encoding = legacy_encoding(text)
    assert encoding is not None
    assert encoding.name == name
    assert fix_legacy(text) == "Hội nghị công tác tháng 11 năm 2023"


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        unicodedata.normalize("NFD", SENTENCE),
        "Meeting at 9",
        "Año 2023: reunión",
    ],
)
def test_text_in_unicode_is_left_alone(text: str) -> None:
    assert fix_legacy(text) == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode(), None),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), None),
        (SENTENCE.encode("utf-16"), "UTF-16"),
        (SENTENCE.encode("utf-16-le"), "UTF-16"),
        (SENTENCE.encode("utf-16-be"), "UTF-16"),
        (windows_1258(SENTENCE), "Windows-1258"),
        (mojibake(SENTENCE).encode(), "UTF-8 read as Windows-1252"),
    ],
)
def test_bytes_become_the_same_text_whatever_their_encoding(data: bytes, encoding: str | None) -> None:
    assert decode_text(data) == (SENTENCE, encoding)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnicodeError):
        decode_text(b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff")
