"""Lines that hold nothing but a time, and those that only begin with one."""

import pytest

from calendars.layouts.timelabels import begins_with_time, is_day_label, is_part_label, is_time_label


@pytest.mark.parametrize(
    "text",
    [
        "Thứ Ba 03/10",
        "THỨ TƯ, NGÀY 14/8:",
        "05-06/10",
        "Thứ Bảy (16/9)",
        "CN 11/6",
        "Trung tuần",
        "Cuối tháng",
        "Thứ sáu, thứ bảy",
    ],
)
def test_day_labels(text: str) -> None:
    assert is_day_label(text)


@pytest.mark.parametrize("text", ["Sáng", "Buổi chiều:", "Cả ngày", "S+C", "Tối"])
def test_labels_of_a_part_of_the_day(text: str) -> None:
    assert (is_part_label(text), is_day_label(text)) == (True, False)


@pytest.mark.parametrize("text", ["07:30 – 08:00", "8h00", "14 giờ 30"])
def test_an_hour_names_no_day(text: str) -> None:
    assert (is_time_label(text), is_day_label(text)) == (True, False)


@pytest.mark.parametrize(
    "text", ["Ngày 10: Hội nghị", "Sáng tạo trẻ", "Phòng họp 1", "12", "Chủ tịch", "Thứ tự ưu tiên", ""]
)
def test_what_is_no_label(text: str) -> None:
    assert not is_time_label(text)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("18h00: Tiệc tối", True),
        ("Sáng 16/9: tham quan", True),
        ("Ngày 5/11: họp", True),
        ("Trước 28/3: gửi báo cáo", True),
        ("Tuần 3: kiểm tra chéo", True),
        ("Cuối tháng: học nghị quyết", True),
        ("Hội nghị: 8h00", False),
        ("Trước mắt: rà soát", False),
        ("Tuần lễ áo dài: phát động", False),
    ],
)
def test_lines_that_begin_with_their_time(text: str, begins: bool) -> None:
    assert begins_with_time(text) is begins
