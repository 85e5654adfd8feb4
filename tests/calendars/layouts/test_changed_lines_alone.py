"""What is moved stands above two lines that tell its times: with a colon or without, "Từ:" and "Sang:", each mark."""

import pytest

from calendars.layouts.changed_lines import with_changes_in_lines
from calendars.layouts.node import Node


def told(*lines: str) -> list[str]:
    return [node.text for node in with_changes_in_lines([Node("-", 3, line) for line in lines])]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Từ: 15h30 ngày 23/11", "Sang: 14 giờ thứ Ba 24/11"),
        ("Trước: 15h30 ngày 23/11", "Nay: 14 giờ thứ Ba 24/11"),
        ("Cũ: 15h30 ngày 23/11", "Mới: 14 giờ thứ Ba 24/11"),
        ("Thời gian theo Giấy mời: 15h30 ngày 23/11;", "Thời gian điều chỉnh: 14 giờ thứ Ba 24/11."),
        ("Ngày giờ cũ: 15h30 ngày 23/11", "Ngày giờ mới: 14 giờ thứ Ba 24/11"),
    ],
)
@pytest.mark.parametrize("what", ["Họp tổ Văn - Sử", "Họp tổ Văn - Sử:"])
def test_two_times_below_what_is_moved_are_one_sentence(what: str, old: str, new: str) -> None:
    assert told("Họp Ban Thường vụ: 8h ngày 5/11", what, old, new) == [
        "Họp Ban Thường vụ: 8h ngày 5/11",
        "Họp tổ Văn - Sử: từ 15h30 ngày 23/11 chuyển sang 14 giờ thứ Ba 24/11",
    ]


def test_a_sentence_above_the_lines_names_nothing() -> None:
    lines = ("Nhà trường thông báo.", "Từ: 15h30 ngày 23/11", "Sang: 14 giờ ngày 24/11")
    assert told("Họp A", *lines) == ["Họp A", *lines]


def test_what_stands_below_the_last_line_is_kept_behind_it() -> None:
    last = Node(
        "b", 4, "Thời gian mới: 14 giờ ngày 24/11", children=[Node("-", 5, "Họp tổ Toán: 8h ngày 25/11")]
    )
    nodes = [Node("-", 3, "Họp tổ Văn"), Node("a", 4, "Thời gian cũ: 8h ngày 23/11"), last]
    assert [node.text for node in with_changes_in_lines(nodes)] == [
        "Họp tổ Văn: từ 8h ngày 23/11 chuyển sang 14 giờ ngày 24/11",
        "Họp tổ Toán: 8h ngày 25/11",
    ]
