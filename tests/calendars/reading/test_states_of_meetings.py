"""Weeks that tell beside each meeting how it stands ("Trạng thái: Đã hủy"), as office portals write them out."""

import pytest
from announced_lines import lines_of

LINES = """Lịch cơ quan > Xem theo tuần > Tuần 19 năm 2024
In lúc: 03/05/2024 16:52 bởi vanthu.so

[Thứ Hai - 06/05/2024]
08:00 - 09:30  Họp giao ban đầu tuần
               Chủ trì: Giám đốc
               Trạng thái: Đã duyệt
14:00          Thẩm định hồ sơ
               Trạng thái: Đã hủy (trùng lịch UBND tỉnh)
[Thứ Ba - 07/05/2024] (Không có lịch)
[Thứ Tư - 08/05/2024]
08:00          Họp về đất đai
               Trạng thái: Tạm hoãn
10:00          Kiểm tra xăng dầu
               Địa điểm: Huyện Thạch Hưng
               Trạng thái: Chờ duyệt (dự kiến)
15:00          Họp chi bộ
               Trạng thái: Chưa xác nhận
"""
LABELLED = """Lịch cơ quan tuần 19
Xuất lúc: 03/05/2024 16:52

Thứ Hai 06/05/2024
Thời gian: 08:00 - 09:30
Nội dung: Họp giao ban
Trạng thái: Đã duyệt
Thời gian: 14:00
Nội dung: Thẩm định hồ sơ
Trạng thái: Đã hủy
Thứ Ba 07/05/2024
Thời gian: 08:00
Nội dung: Tiếp dân
Trạng thái: Hoãn (sẽ thông báo sau)
"""
TABLE = """LỊCH CÔNG TÁC TUẦN 19
(Từ 06/5 đến 12/5/2024)

| Ngày | Giờ | Nội dung | Trạng thái |
|---|---|---|---|
| Thứ Hai 06/5 | 8h00 | Họp giao ban | Đã duyệt |
| | 14h00 | Thẩm định hồ sơ | Hủy do trùng lịch |
| Thứ Ba 07/5 | 8h00 | Tiếp dân | Hoãn |
| | 10h00 | Họp tổ | Chờ duyệt |

> Trực lãnh đạo tuần: PCT Lâm. Cập nhật lần 2 lúc 09:10 ngày 06/5.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            LINES,
            [
                "05-06 08:00-09:30: Họp giao ban đầu tuần",
                "05-06 14:00 cancelled: Thẩm định hồ sơ",
                "05-08 08:00 postponed: Họp về đất đai",
                "05-08 10:00 tentative: Kiểm tra xăng dầu",
                "05-08 15:00 tentative: Họp chi bộ",
            ],
            id="lines-below-days",
        ),
        pytest.param(
            LABELLED,
            [
                "05-06 08:00-09:30: Họp giao ban",
                "05-06 14:00 cancelled: Thẩm định hồ sơ",
                "05-07 08:00 postponed: Tiếp dân",
            ],
            id="labelled-lines",
        ),
        pytest.param(
            TABLE,
            [
                "05-06 08:00: Họp giao ban",
                "05-06 14:00 cancelled: Thẩm định hồ sơ",
                "05-07 08:00 postponed: Tiếp dân",
                "05-07 10:00 tentative: Họp tổ",
            ],
            id="a-column",
        ),
    ],
)
def test_a_meeting_stands_as_its_state_says(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
