"""Letters that invite groups at hours of their own, and name some who meet apart."""

import pytest
from announced_lines import lines_of

LETTER = """TRƯỜNG THCS LÊ CẢNH
THƯ MỜI HỌP PHỤ HUYNH

Ban giám hiệu kính mời quý phụ huynh đến dự buổi họp phụ huynh đầu năm học.
{times}
Địa điểm: tại phòng học của các em.
"""
TWO = [
    "09-14 08:00: Buổi họp phụ huynh đầu năm học (khối 6)",
    "09-14 14:00: Buổi họp phụ huynh đầu năm học (khối 8)",
]


@pytest.mark.parametrize(
    "times",
    [
        "Thời gian:\n + Khối 6: 8 giờ, thứ bảy ngày 14/9/2024\n + Khối 8: 14 giờ cùng ngày",
        "Thời gian: Khối 6: 8h00 ngày 14/9/2024; khối 8: 14h00 cùng ngày.",
        "Thời gian:\n- Khối 6 - 8h00 ngày 14/9/2024\n- Khối 8 - 14h00",
        "Thời gian: khối 6: 8h00; khối 8: 14h00 ngày 14/9/2024.",
    ],
)
def test_each_group_at_its_time(times: str) -> None:
    assert lines_of(LETTER.format(times=times)) == TWO


def test_some_who_meet_apart_are_told_behind_the_points() -> None:
    times = (
        "Thời gian: 8h00 ngày 14/9/2024\nNội dung: thông qua kế hoạch năm học. "
        "Riêng Ban đại diện cha mẹ học sinh họp lúc 16 giờ 30 thứ sáu 13/9 tại văn phòng."
    )
    assert lines_of(LETTER.format(times=times)) == [
        "09-14 08:00: Buổi họp phụ huynh đầu năm học",
        "09-13 16:30: Ban đại diện cha mẹ học sinh họp",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trân trọng kính mời ông (bà) đến dự Lễ khánh thành cầu vào hồi 08 giờ 00, ngày 03/11/2024 tại Hội trường.",
        "Vào lúc 8 giờ ngày 03/11/2024, tại Hội trường sẽ diễn ra Lễ khánh thành cầu. Rất mong quý vị tham dự.",
        "Lúc 8h00 ngày 03/11/2024, tại Hội trường, chúng tôi sẽ tổ chức Lễ khánh thành cầu.",
    ],
)
def test_one_sentence_that_invites(sentence: str) -> None:
    told = lines_of(f"SỞ VĂN HÓA TỈNH BÌNH LÂM\nGIẤY MỜI\n\n{sentence}\n\nTM. BAN TỔ CHỨC\n")
    assert told == ["11-03 08:00: Lễ khánh thành cầu"]
