"""What a section is about, by the words of its heading."""

import pytest

from calendars.layouts.layout import Matter
from calendars.layouts.matters import matter_of


@pytest.mark.parametrize(
    ("heading", "matter"),
    [
        ("II. Các hội nghị, cuộc họp chính", Matter.EVENTS),
        ("II. Họp đánh giá", Matter.EVENTS),
        ("Trân trọng kính mời đồng chí tới dự chuỗi hoạt động:", Matter.EVENTS),
        ("Căn cứ tình hình mưa lũ, Sở thông báo:", Matter.UNKNOWN),
        ("Một số nội dung", Matter.TASKS),
    ],
)
def test_the_words_of_a_heading_tell_what_stands_below_it(heading: str, matter: Matter) -> None:
    assert matter_of(heading) is matter
