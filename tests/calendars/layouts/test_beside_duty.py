"""Tables in which who is on duty, or with which car people go, stands beside what is held."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH TRỰC VÀ CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"


@pytest.mark.parametrize("head", ["Công tác trong ngày", "Việc trong ngày", "Hoạt động chính trong ngày"])
def test_a_column_beside_duty_tells_what_is_held(head: str) -> None:
    text = (
        f"{WEEK}Ngày | Trực lãnh đạo | {head}\nT2 06/5 | BS. Tuyên | 7g00 giao ban toàn viện; 14g00 họp khoa Dược\n"
        "T7 11/5 | BS. Khang |\nCN 12/5 | BS. Nhài | 7g00 hội thao chào mừng\n"
    )
    assert lines_of(text) == [
        "05-06 07:00: Giao ban toàn viện",
        "05-06 14:00: Họp khoa Dược",
        "05-12 07:00: Hội thao chào mừng",
    ]


@pytest.mark.parametrize("head", ["Giờ xuất phát", "Xuất phát", "Giờ xe chạy", "Giờ đi"])
def test_when_a_car_leaves_is_not_when_the_thing_begins(head: str) -> None:
    text = (
        f"{WEEK}Ngày | Xe | {head} | Nội dung | Đơn vị\n"
        "06/5 | 64A-002.15 | 6h30 | Ghi hình kỳ họp (khai mạc 8h00) | Thời sự\n"
        "07/5 | 64A-001.77 | 13h00 | Kiểm tra hạn mặn | Chuyên đề\n08/5 | 64A-001.77 | 13h00 | Họp huyện | Chuyên đề\n"
    )
    assert lines_of(text) == ["05-06 08:00: Ghi hình kỳ họp", "05-07: Kiểm tra hạn mặn", "05-08: Họp huyện"]
