"""What a site prints round a paper: the way to the page, the part it stands in, what it counts at its foot."""

import pytest
from announced_lines import lines_of

FIRST = "Thông báo hội nghị tổng kết công tác dân số\n\n"
LABELS = "Thời gian: 8h00, ngày 18/01/2024 (thứ Năm).\nĐịa điểm: Hội trường Sở Y tế.\nThành phần: Trưởng các phòng.\n"
SUMMONS = (
    "\nCăn cứ kết quả phiên họp liên tịch ngày 02/12/2022 giữa các bên, Thường trực HĐND huyện triệu tập kỳ họp thứ 12"
    ".\n\nThời gian tổ chức kỳ họp là 01 buổi chiều, bắt đầu từ 14 giờ 00’ thứ Ba, ngày 13/12/2022.\n"
)


@pytest.mark.parametrize(
    "way", ["Tin tức - Sự kiện", "Logo", "Sở Y tế » Tin hoạt động", "Home » Dân số » Thông báo"]
)
def test_the_way_to_a_page_is_not_its_headline(way: str) -> None:
    assert lines_of(f"{way}\n\n{FIRST}{LABELS}") == ["01-18 08:00: Hội nghị tổng kết công tác dân số"]


@pytest.mark.parametrize(
    "foot", ["Đang trực tuyến: 2\nTruy cập hôm nay: 25248", "Lượt xem: 1.204\nHôm nay: 33\n"]
)
def test_what_a_page_counts_is_on_no_day(foot: str) -> None:
    assert lines_of(f"{FIRST}{LABELS}{foot}") == ["01-18 08:00: Hội nghị tổng kết công tác dân số"]


def test_a_summons_below_the_part_of_a_site() -> None:
    told = (
        "Thông báo - Thông tri\n\nThông tri triệu tập dự lễ khai giảng khóa 7\n\n1. Thành phần:\n- Ban Giám hiệu.\n"
        "2. Thời gian, địa điểm:\n- Thời gian: 7h30, ngày 06/9/2021 (thứ Hai).\n- Địa điểm: Sân trường.\n"
    )
    assert lines_of(told) == ["09-06 07:30: Lễ khai giảng khóa 7"]


def test_an_area_before_a_headline_and_the_meeting_that_decided() -> None:
    assert lines_of("Bình Khê: Triệu tập kỳ họp thứ 12 HĐND huyện\n" + SUMMONS) == [
        "12-13 14:00: Kỳ họp thứ 12 HĐND huyện"
    ]
