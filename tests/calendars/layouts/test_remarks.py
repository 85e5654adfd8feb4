"""Notes of a row put where they belong."""

import pytest

from calendars.layouts.layout import Item
from calendars.layouts.remarks import by_its_note


@pytest.mark.parametrize(
    ("note", "text", "location", "left"),
    [
        ("Hoãn", "Sinh hoạt chuyên môn (hoãn)", None, None),
        ("Không tổ chức.", "Sinh hoạt chuyên môn (không tổ chức)", None, None),
        ("Không tổ chức nữa", "Sinh hoạt chuyên môn (không tổ chức)", None, None),
        ("Hoãn, báo sau", "Sinh hoạt chuyên môn (hoãn, báo sau)", None, None),
        ("Dời 14h00 ngày 15/4", "Sinh hoạt chuyên môn (chuyển sang 14h00 ngày 15/4)", None, None),
        ("Đổi giờ: 15h00", "Sinh hoạt chuyên môn (chuyển sang 15h00)", None, None),
        ("Giữ nguyên", "Sinh hoạt chuyên môn", None, "Giữ nguyên"),
        ("TH Kim Lũng 1", "Sinh hoạt chuyên môn", "TH Kim Lũng 1", None),
        ("Phòng họp tầng 2", "Sinh hoạt chuyên môn", "Phòng họp tầng 2", None),
        ("Thầy An chuẩn bị", "Sinh hoạt chuyên môn", None, "Thầy An chuẩn bị"),
    ],
)
def test_a_note_that_is_a_state_or_a_place(
    note: str, text: str, location: str | None, left: str | None
) -> None:
    item = by_its_note(Item(text="Sinh hoạt chuyên môn", passages=(), note=note))
    assert (item.text, item.location, item.note) == (text, location, left)


@pytest.mark.parametrize(
    ("note", "time", "location", "left"),
    [
        ("8h00", "8h00", None, None),
        ("7h30 - 11h00, sảnh lớn", "7h30 - 11h00", "sảnh lớn", None),
        ("14h00, mang theo tài liệu", "14h00", None, "mang theo tài liệu"),
        ("Mang theo tài liệu, 14h00", None, None, "Mang theo tài liệu, 14h00"),
    ],
)
def test_a_note_that_begins_with_the_hour(
    note: str, time: str | None, location: str | None, left: str | None
) -> None:
    item = by_its_note(Item(text="Sinh hoạt chuyên môn", passages=(), note=note))
    assert (item.time, item.location, item.note) == (time, location, left)
