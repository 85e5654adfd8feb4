"""One spelling for what is written in many, old encodings included."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendars.grammar.spelling import fix_legacy, fold, is_unaccented, matching_form, normalise
from calendars.grammar.syllables import is_syllable


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("nga\u0300y", "ngày", id="letters apart from their marks"),
        pytest.param("ê\u0300", "ề", id="hat composed, tone apart"),
        pytest.param("a\u0301\u0302", "ấ", id="tone before the hat"),
        pytest.param("ngàу", "ngày", id="Cyrillic у"),
        pytest.param("ðịa ðiểm", "địa điểm", id="Icelandic ð"),
        pytest.param("ngày\u00a0\u200b 24", "ngày 24", id="spaces seen and unseen"),
        pytest.param("từ\r\n ngày", "từ ngày", id="line break"),
        pytest.param("7h30′ – 8h", "7h30' - 8h", id="prime and dash"),
        pytest.param("\U0001d475\U0001d488\U0001d482\u0300\U0001d49a", "Ngày", id="mathematical bold"),
        pytest.param("２４/１１", "24/11", id="full-width figures"),
        pytest.param("½ ngày", "½ ngày", id="a half stays"),
        pytest.param("ng\u00adày", "ngày", id="hyphen unseen"),
        pytest.param("ngày\u200b\u200b 24", "ngày 24", id="unseen before a space"),
        pytest.param("7h30` ngay 24/11", "7h30' ngay 24/11", id="accent for a prime"),
        pytest.param("7h30` ngày 24/11", "7h30' ngày 24/11", id="accent beside marks"),
        pytest.param("\u0301\u0323", "", id="marks on nothing"),
    ],
)
def test_normalised(written, read):
    assert normalise(written).text == read


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Đường đi", "duong di"),
        ("ƯƠNG ửng Ỵ", "uong ung y"),
        ("đa\u0323i", "dai"),
        ("ɏ ɐ", "ɏ ɐ"),
        ("Çà", "ca"),
    ],
)
def test_folded_text_has_no_marks(written, bare):
    assert fold(written) == bare


def test_cyrillic_words_stay_cyrillic():
    assert normalise("ухо ngày").text == "ухо ngày"


@given(st.text(alphabet="nga\u0300\u0323\u0302y 2/\u00a0\u200bу½", max_size=60))
def test_every_place_has_an_origin_in_order(text):
    normalised = normalise(text)
    origins = [normalised.origin(place) for place in range(len(normalised.text) + 1)]
    assert origins == sorted(origins)
    assert all(0 <= origin <= len(text) for origin in origins)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tỉnh uỷ", "tỉnh ủy"), ("hoà", "HÒA"), ("khoẻ", "khỏe"), ("quí", "qúy"), ("hàng tuần", "hằng tuần"),
     ("mồng 5", "mùng 5"),
     ("kỉ niệm", "kỷ niệm"), ("thứ Bẩy", "thứ Bảy"), ("hòan", "hoàn")],
)  # fmt: skip
def test_variants_have_one_matching_form(one, other):
    assert matching_form(normalise(one).text) == matching_form(normalise(other).text)


@given(st.text(max_size=80))
def test_matching_form_moves_no_place(text):
    normal = normalise(text).text
    assert len(matching_form(normal)) == len(normal)


def test_fold_takes_all_marks():
    assert fold("Đại hội Đảng bộ – ƯỚC ngưỡng") == "dai hoi dang bo – uoc nguong"
    assert fold(unicodedata.normalize("NFD", "hằng tuần")) == "hang tuan"


def test_unaccented_is_decided_by_the_share_of_marked_words():
    assert is_unaccented("hop giao ban thu 6 hang tuan")
    assert is_unaccented("hop " * 60 + "tuần")
    assert not is_unaccented("họp giao ban thu 6")


LEGACY = [
    ("TCVN3", "ngµy 24 th¸ng 11 n¨m 2023", "ngày 24 tháng 11 năm 2023"),
    ("TCVN3", "chiÒu thø Hai", "chiều thứ Hai"),
    ("TCVN3", "tr\u00adíc ngµy", "trước ngày"),
    ("VNI", "thöù Saùu haèng tuaàn", "thứ Sáu hằng tuần"),
    ("VNI", "CHÖÔNG TRÌNH COÂNG TAÙC", "CHƯƠNG TRÌNH CÔNG TÁC"),
    ("UTF-8 read as Western", "chÆ°Æ¡ng trÃ¬nh cÃ´ng tÃ¡c", "chương trình công tác"),
    ("Windows-1258 read as Western", "ngaÌy 24 thaìng", "ngày 24 tháng"),
    ("VIQR", "nga`y 24 tha'ng 11 na(m 2023", "ngày 24 tháng 11 năm 2023"),
    ("VIQR", "DDa.i ho^.i chi ddoa`n, thu+' Sa'u ha(`ng tua^`n.", "Đại hội chi đoàn, thứ Sáu hằng tuần."),
]


@pytest.mark.parametrize(
    ("encoding", "written", "read"), LEGACY, ids=[f"{row[0]}: {row[2]}" for row in LEGACY]
)
def test_old_encodings_are_recognised(encoding, written, read):
    assert fix_legacy(written) == (read, encoding)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 24 tháng 11",
        "½ ngày, 24÷25/11",
        "«sơ kết» · 20/11",
        "Café Müller ở Zürich",
        "Hop ngay 24/11. Den dung gio, di o to?",
        "I don't know what's up (no?)",
        "chi bo' 3",
        "mềm\u00admại",
        "ng?y 24 th?ng",
        "",
        "abc",
    ],
)
def test_right_text_is_left_alone(text):
    assert fix_legacy(text) == (text, None)


@pytest.mark.parametrize("word", ["nghị", "giếng", "quý", "khuỷu", "NGUYỄN", "Tuấn", "ở"])
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["ngµy", "kiÕn", "thêi", "ñòa", "bcd", "ngaøy"])
def test_no_syllables(word):
    assert not is_syllable(word)
