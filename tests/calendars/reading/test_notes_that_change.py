"""Notes at a schedule's foot that call off or move what stands in it, however they are led in."""

import pytest
from announced_lines import lines_of

WEEK = (
    "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\nThứ Ba 07/5\n- 9h00: Họp giao ban\nThứ Tư 08/5\n"
    "- 15h30: Khảo sát thực địa đường vành đai\n- 16h30: Kiểm kê kho\n\n"
)
MEETING, STOCK = "05-07 09:00: Họp giao ban", "05-08 16:30: Kiểm kê kho"
SURVEY = "Khảo sát thực địa đường vành đai"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Lưu ý: không tổ chức khảo sát thực địa đường vành đai ngày 08/5.",
            [MEETING, f"05-08 15:30 cancelled: {SURVEY}", STOCK],
        ),
        (
            "Ghi chú: Khảo sát thực địa đường vành đai (Thứ Tư 08/5) hoãn, thời gian sẽ thông báo sau.",
            [MEETING, f"05-08 15:30 postponed: {SURVEY}", STOCK],
        ),
        (
            "(Cập nhật: khảo sát thực địa đường vành đai lùi đến 16h45 cùng ngày Thứ Tư 08/5)",
            [MEETING, f"05-08 15:30 postponed: {SURVEY}", STOCK, f"05-08 16:45: {SURVEY}"],
        ),
        (
            "Lưu ý: Khảo sát thực địa đường vành đai chuyển sang 9h00 thứ Sáu 10/5.",
            [MEETING, f"05-08 15:30 postponed: {SURVEY}", STOCK, f"05-10 09:00: {SURVEY}"],
        ),
        (
            "Ghi chú: thứ 2 - thứ 4: Đ/c Phan Lạc; thứ 5 - chủ nhật: Đ/c Hứa Văn Bền",
            [MEETING, f"05-08 15:30: {SURVEY}", STOCK],
        ),
    ],
)
def test_a_note_changes_what_it_names(note: str, expected: list[str]) -> None:
    assert lines_of(f"{WEEK}{note}\n") == expected


def test_rows_parted_by_semicolons_below_their_heads() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\nThứ, ngày; Buổi; Giờ; Nội dung; Địa điểm\n"
        "Thứ 2 06/5; Sáng; 9h00; Hội ý lãnh đạo;\n; Chiều; ; Diễn tập; PH 2\n"
        "Thứ 3 07/5; Sáng; 8h30; Tiếp công dân; PH 1\n"
        "Thứ 4 08/5; Sáng; 10h00; Nghiệm thu;\n; Chiều; 15h30; Phỏng vấn tuyển dụng; PH 2\n"
    )
    assert lines_of(text) == [
        "05-06 09:00: Hội ý lãnh đạo",
        "05-06 afternoon: Diễn tập",
        "05-07 08:30: Tiếp công dân",
        "05-08 10:00: Nghiệm thu",
        "05-08 15:30: Phỏng vấn tuyển dụng",
    ]


def test_a_note_that_moves_to_another_hour_of_the_same_day_keeps_the_day_of_its_meeting() -> None:
    note = "Ghi chú: Khảo sát thực địa đường vành đai chuyển sang 14h00 cùng ngày do lãnh đạo họp đột xuất."
    assert f"05-08 14:00: {SURVEY}" in lines_of(f"{WEEK}Thứ Sáu 10/5\n- 8h00: Tọa đàm\n\n{note}\n")
