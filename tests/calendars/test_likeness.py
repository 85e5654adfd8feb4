"""Which titles are one meeting's, which are not, and what speaks against however alike the rest."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendars.revision.likeness import (
    has_other_words,
    heavy_words,
    key_of,
    likeness,
    own_words_of,
    same_office,
    without_remark,
)
from calendars.revision.pairing import BARELY, LIKE

OWN = own_words_of("Hội LHPN tỉnh An Sơn")


def score(one: str, other: str) -> float:
    return likeness(key_of(one, OWN), key_of(other, OWN)).score


def against(one: str, other: str) -> str | None:
    return likeness(key_of(one, OWN), key_of(other, OWN)).against


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Giao ban", "Họp giao ban"),
        ("Giao ban", "Hội ý giao ban"),
        ("Giao ban thường trực Hội LHPN tỉnh", "Họp giao ban TT"),
        ("Hội nghị Ban Thường vụ", "Họp BTV Hội LHPN tỉnh An Sơn"),
        ("Hội nghị biểu dương điển hình tiên tiến", "Hội nghị biểu dương các điển hình tiên tiến các cấp"),
        ("Hội nghị quán triệt, triển khai Đề án 01 của Thủ tướng Chính phủ", "Triển khai Đề án 01"),
        ("Hội nghị sơ kết 03 năm thực hiện Đề án 939", "Sơ kết 3 năm Đề án 939"),
        ("Tập huấn nghiệp vụ công tác Hội", "Lớp bồi dưỡng nghiệp vụ công tác Hội"),
        ("Tiếp công dân định kỳ tháng 11", "Tiếp công dân tháng 11"),
        ("Làm việc với UBND huyện Tân Lập", "Làm việc với Ủy ban nhân dân huyện Tân Lập"),
        ("HỘI NGHỊ ĐẢNG ĐOÀN", "Họp Đảng đoàn"),
        ("Hoà giải ở cơ sở", "Hòa giải ở cơ sở"),
        ("Phản biện dự thảo Nghị quyết", "Phan bien du thao Nghi quyet"),
        ("Giám sát bảo hiểm y tế", "Giám sát BHYT"),
        ("Tổng kết phong trào phòng cháy, chữa cháy", "Tổng kết phong trào PCCC"),
    ],
)
def test_one_meeting_in_other_words(one: str, other: str) -> None:
    assert score(one, other) >= LIKE


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Sơ kết 6 tháng đầu năm 2019", "Sơ kết 6 tháng đầu năm 2020", "numbers"),
        ("Sơ kết công tác 6 tháng", "Sơ kết công tác 9 tháng", "numbers"),
        ("Kỳ họp thứ 11 HĐND tỉnh", "Kỳ họp thứ 12 HĐND tỉnh", "numbers"),
        ("Giao ban cụm quý I", "Giao ban cụm quý II", "numbers"),
        ("Hội nghị sơ kết Đề án 939", "Hội nghị tổng kết Đề án 939", "acts"),
        ("Khai mạc lớp học chính trị", "Bế mạc lớp học chính trị", "acts"),
        ("Hội nghị Ban Thường vụ", "Hội nghị Ban Chấp hành", "bodies"),
        ("Giao ban Thường trực", "Giao ban lãnh đạo với các Ban chuyên môn", "bodies"),
        ("Họp Thường trực HĐND tỉnh", "Họp Thường trực UBND tỉnh", "bodies"),
        ("Làm việc với huyện Tân Yên", "Làm việc với huyện Hòa Bình", "places"),
        ("Làm việc với Sở Y tế", "Làm việc với Sở Tài chính", "places"),
    ],
)
def test_something_speaks_against_however_alike_the_rest(one: str, other: str, why: str) -> None:
    assert (score(one, other), against(one, other)) == (0.0, why)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hội nghị tuyên truyền an toàn giao thông", "Hội nghị tuyên truyền bình đẳng giới"),
        ("Hội nghị Đảng đoàn", "Hội nghị trực tuyến toàn quốc về công tác cán bộ nữ"),
        ("Họp tổ biên tập", "Họp cơ quan"),
        ("Hội thi nấu ăn", "Hội thảo khoa học"),
    ],
)
def test_a_common_head_is_not_enough(one: str, other: str) -> None:
    assert score(one, other) < BARELY


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hội LHPN tỉnh An Sơn", "HỘI LIÊN HIỆP PHỤ NỮ TỈNH AN SƠN BAN THƯỜNG VỤ", True),
        ("Ủy ban nhân dân huyện Tân Lập", "UBND huyện Tân Lập", True),
        ("Hội LHPN tỉnh An Sơn", "Liên đoàn Lao động tỉnh An Sơn", False),
        ("UBND huyện Tân Lập", "UBND huyện Phú Khê", False),
        (None, "UBND huyện Phú Khê", True),
    ],
)
def test_offices_are_told_apart(one: str | None, other: str | None, same: bool) -> None:
    assert same_office(one, other) is same


def test_numbers_are_read_without_leading_noughts_and_from_roman_ones() -> None:
    assert key_of("Kỳ họp thứ XIV, quý I, 03 năm").numbers == {"14", "1", "3"}


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Đại hội lần thứ XIV", "14"),
        ("Kỳ họp thứ IX", "9"),
        ("Khoá III", "3"),
        ("Kỳ VI", "6"),
        ("Quý IV", "4"),
        ("Hội nghị lần XX", "20"),
        ("Chương trình MIX", None),
    ],
)
def test_a_roman_number_is_the_number_that_it_means(title: str, number: str | None) -> None:
    assert key_of(title).numbers == ({number} if number else set())


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Hội nghị huyện Bình Sơn", "binh son"),
        ("Hội nghị xã Hòa Sơn họp", "hoa son"),
        ("Tiếp dân thị trấn Chợ Mới", "cho moi"),
        ("Tiếp xúc cử tri xã Hòa Sơn Đông Bắc", "hoa son dong"),
        ("Làm việc với Sở Nông nghiệp và Môi trường", "nong nghiep"),
        ("Họp Sở Y tế", "y te"),
        ("Họp chi bộ xã Hòa", "hoa"),
        ("Làm việc với sở Nông nghiệp", None),
        ("Hội nghị huyện TU", None),
        ("Xã BÌNH SƠN", None),
        ("Họp với huyện", None),
        ("Họp Sở Y", None),
    ],
)
def test_a_place_is_named_by_the_words_in_capitals_behind_its_head(title: str, place: str | None) -> None:
    key = key_of(title)
    assert key.places == ({place} if place else set())
    assert all(key.weights[word] == 3.0 for word in (place or "").split())


def test_what_a_title_is_looked_up_by_weighs() -> None:
    assert set(heavy_words(key_of("Họp giao ban Thường trực tháng 11"))) == {"giaoban", "thuongtruc", "11"}
    assert list(heavy_words(key_of("Họp cơ quan"))) != []


WORDS = st.lists(
    st.sampled_from(
        "Họp Hội nghị sơ kết tổng kết giao ban Thường trực BTV 939 03 huyện Tân Lập quý II năm".split()
    ),
    max_size=8,
).map(" ".join)


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_within_bounds(one: str, other: str) -> None:
    assert score(one, other) == score(other, one)
    assert 0.0 <= score(one, other) <= 1.0


@given(WORDS)
def test_a_title_is_like_itself_in_any_letters(title: str) -> None:
    assert score(title, title) == 1.0
    assert score(title, unicodedata.normalize("NFD", title)) == 1.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_is_too_strange(one: str, other: str) -> None:
    assert 0.0 <= score(one, other) <= 1.0


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("Đại hội Công đoàn cơ sở", "Đại hội Công đoàn cơ quan", True),
        ("Hội thảo phòng chống bạo lực gia đình", "Hội thảo phòng chống bạo lực học đường", True),
        ("Hội thi cấp tỉnh", "Hội thi cấp huyện", True),
        ("Hội thảo phòng chống bạo lực gia đình", "Hội thảo phòng chống bạo lực gia đình và trẻ em", False),
        ("Hội thảo phòng chống bạo lực gia đình", "Hội thảo phòng chóng bạo lựt gia đình", False),
        ("Giao ban", "Họp giao ban cơ quan", False),
        ("Hội nghị tổng kết công tác Hội năm 2026", "Hội nghị tổng kết công tác Hội", False),
    ],
)
def test_titles_differ_where_each_has_a_word_that_tells(one: str, other: str, differs: bool) -> None:
    assert likeness(key_of(one, OWN), key_of(other, OWN)).differs is differs
    assert likeness(key_of(other, OWN), key_of(one, OWN)).differs is differs


def test_the_year_of_a_meeting_may_be_left_out_and_two_years_contradict() -> None:
    assert score("Hội nghị tổng kết công tác Hội năm 2026", "Hội nghị tổng kết công tác Hội") >= 0.9
    assert against("Tổng kết công tác Hội năm 2026", "Tổng kết công tác Hội năm 2027") == "numbers"


@pytest.mark.parametrize(
    "remark", ["(dời từ tháng 11 sang)", "(được chuyển từ 20/11)", "[lùi sang]", "(thay cho ngày 20/11)"]
)
def test_a_remark_in_brackets_of_another_time_is_no_part_of_the_title(remark: str) -> None:
    assert score(f"Hội nghị tổng kết công tác Hội {remark}", "Hội nghị tổng kết công tác Hội") == 1.0
    assert without_remark(f"Hội nghị {remark} toàn tỉnh") == "Hội nghị toàn tỉnh"


def test_other_brackets_stay() -> None:
    assert without_remark("Tập huấn (đợt 2)") == "Tập huấn (đợt 2)"
    assert against("Tập huấn (đợt 2)", "Tập huấn (đợt 3)") == "numbers"


@pytest.mark.parametrize(
    ("known", "told", "has"),
    [
        ("Hội thảo bạo lực gia đình", "Hội thảo bạo lực gia đình và trẻ em", True),
        ("Hội nghị Ban Chấp hành", "Họp BCH", False),
        ("Hội nghị tổng kết", "Hội nghị tổng kết năm 2026", False),
        ("Hội nghị quán triệt Đề án 01 của Thủ tướng Chính phủ", "Triển khai Đề án 01", False),
        ("Hội nghị biểu dương", "Hội nghị biêủ duơng", False),
    ],
)
def test_a_title_with_other_words_renames(known: str, told: str, has: bool) -> None:
    assert has_other_words(known, told) is has
