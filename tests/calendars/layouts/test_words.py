"""Folding keeps the length of a text, so that places found in one hold in the other."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendars.layouts.labels import FIELDS, read_label
from calendars.layouts.words import Phrases, fold, layout_words
from calendars.reading.words import item_words


def test_folding_takes_case_and_diacritics_off() -> None:
    assert fold("Địa điểm: PHÒNG HỌP Ở TRƯỜNG") == "dia diem: phong hop o truong"


@given(st.text(alphabet="aăâđêôơưàảãáạằẳẵắặĐƯƠ ỳỷỹýỵ.,:()0123456789–“”"))
def test_folding_keeps_the_length(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert len(fold(composed)) == len(composed)


def test_phrases_are_found_whole_and_the_longest_first() -> None:
    phrases = Phrases(["họp", "họp báo"])
    found = phrases.search(fold("Chiều họp báo; hợp tác"))
    assert found is not None
    assert found[0] == "hop bao"
    assert phrases.search(fold("hợpp")) is None


@pytest.mark.parametrize("words", [layout_words(), item_words()], ids=["layouts", "reading"])
def test_every_list_of_the_words_files_is_a_list_of_phrases(words: object) -> None:
    tables = words._tables  # type: ignore[attr-defined]
    lists = [value for table in tables.values() for value in table.values() if isinstance(value, list)]
    assert lists
    assert all(isinstance(phrase, str) and phrase.strip() for phrases in lists for phrase in phrases)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Thời gian: 8h00", "time", "8h00"),
        ("Địa điểm : Hội trường", "location", "Hội trường"),
        ("- Thành phần mời:", "attendees", ""),
        ("Chủ trì: Đ/c Bí thư", "chair", "Đ/c Bí thư"),
        ("ĐƠN VỊ CHUẨN BỊ: Văn phòng", "prepared_by", "Văn phòng"),
    ],
)
def test_labels_at_the_beginning_of_a_line(text: str, field: str, value: str) -> None:
    label = read_label(text)
    assert label is not None
    assert label.field in FIELDS
    assert (label.field, text[label.end :]) == (field, value)


@pytest.mark.parametrize("text", ["Thời gian họp sớm", "Hội nghị: 8h00", "Thành phố: 12 xã"])
def test_lines_without_a_label(text: str) -> None:
    assert read_label(text) is None
