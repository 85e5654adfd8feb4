"""Titles in capitals: small letters but for names, as the document or everybody writes them."""

import pytest

from calendars.reading.naming.lettering import in_small_letters

LINES = [
    "Kính gửi: các chi hội",
    "Hội Liên hiệp Phụ nữ huyện Tân Lưu mời các đồng chí dự họp tại xã Vân Khê",
    "ỦY BAN NHÂN DÂN XÃ BẾN LÀNG",
]


@pytest.mark.parametrize(
    ("title", "small"),
    [
        ("ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2025", "Đại hội đồng cổ đông thường niên năm 2025"),
        ("GIAO BAN THƯỜNG TRỰC TỈNH ỦY", "Giao ban Thường trực Tỉnh ủy"),
        ("HỘI NGHỊ HUYỆN TÂN LƯU", "Hội nghị huyện Tân Lưu"),
        ("HỌP UBND - MTTQ", "Họp UBND - MTTQ"),
        ("NGHỈ TẾT NGUYÊN ĐÁN", "Nghỉ Tết Nguyên đán"),
        ("LÀM VIỆC VỚI TT HU", "Làm việc với TT HU"),
    ],
)
def test_a_title_in_capitals_is_written_as_in_a_sentence(title: str, small: str) -> None:
    assert in_small_letters(title, LINES) == small


@pytest.mark.parametrize(
    "title", ["HỌP TẠI XÃ BẾN LÀNG", "Họp BCH", "UBND", "TDP 4,5", "Hội nghị HUYỆN TÂN LƯU"]
)
def test_an_unknown_name_and_what_is_not_all_in_capitals_stay(title: str) -> None:
    assert in_small_letters(title, LINES) == title
