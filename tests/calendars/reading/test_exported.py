"""Meetings as calendar programs and office portals write them out: both ends with their days, labelled fields."""

import pytest
from announced_lines import lines_of

HEAD = "LỊCH HỌP LÃNH ĐẠO\nTuần 37/2024\n\n"
EXPECTED = [
    "09-09 08:00-09:30: Họp giao ban",
    "09-09 14:00-16:00 tentative: Nghe báo cáo phương án",
    "09-11..09-12 08:00-17:00 cancelled: Đánh giá nội bộ",
]


@pytest.mark.parametrize(
    "record",
    [
        "[{n}] {first} - {last}\n    Tiêu đề: {title}\n    Phòng: {room} | Chủ trì: Giám đốc | Trạng thái: {state}\n",
        "{n}. {first} - {last}\n   Tiêu đề: {title}\n   Phòng: {room}\n   Trạng thái: {state}\n",
        "Tiêu đề: {title}\nBắt đầu: {first}\nKết thúc: {last}\nĐịa điểm: {room}\nTrạng thái: {state}\n\n",
        "{first} - {last}\n{title}\nPhòng: {room} | Trạng thái: {state}\n\n",
    ],
)
@pytest.mark.parametrize("written", ["2024-09-{:02d} {}", "{:02d}/09/2024 {}"])
def test_records_of_a_calendar(record: str, written: str) -> None:
    meetings = (
        (9, "08:00", 9, "09:30", "Họp giao ban", "Phòng họp A", "Đã duyệt"),
        (9, "14:00", 9, "16:00", "Nghe báo cáo phương án", "Trung tâm điều hành", "Dự kiến"),
        (11, "08:00", 12, "17:00", "Đánh giá nội bộ", "Phòng họp B", "Hủy"),
    )
    text = "".join(
        record.format(
            n=n,
            first=written.format(day, start),
            last=written.format(until, end),
            title=title,
            room=room,
            state=state,
        )
        for n, (day, start, until, end, title, room, state) in enumerate(meetings, 1)
    )
    assert lines_of(HEAD + text) == EXPECTED
