"""Lines below the days of a week: whose they are, what they are not, and where one ends."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"
PARISH = "THÔNG BÁO SINH HOẠT TRONG TUẦN\n(Chúa nhật VI Phục Sinh, 05/5 – Chúa nhật 12/5/2024)\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WEEK}Thứ hai ngày 06/5\nGĐ Mạnh      + 7h45 giao ban nội dung tuần\n             + 14h họp Tỉnh ủy\n"
            "PGĐ Thúy     + Sáng họp giao ban báo chí\nPGĐ Bắc - 9h kiểm tra xe màu\n"
            "Thứ ba ngày 07/5\nBGĐ          + 14h họp liên tịch\n\nTrực bảo vệ: theo bảng\n",
            [
                "05-06 07:45: Giao ban nội dung tuần",
                "05-06 14:00: Họp Tỉnh ủy",
                "05-06 morning: Họp giao ban báo chí",
                "05-06 09:00: Kiểm tra xe màu",
                "05-07 14:00: Họp liên tịch",
            ],
            id="leaders-in-a-column-before-their-things",
        ),
        pytest.param(
            f"{PARISH}CHÚA NHẬT 05/5\n* 7g30: Thánh lễ thiếu nhi.\n* Sau lễ 7g30: Bán hàng gây quỹ.\n"
            "THỨ HAI 06/5\n* 19g00: Họp Hội đồng Mục vụ.\n* Không có lễ 17g30.\n\n"
            "GHI CHÚ: Lớp dự bị hôn nhân khai giảng ngày 19/5/2024; ghi danh đến hết ngày 15/5/2024.\n",
            [
                "05-05 07:30: Thánh lễ thiếu nhi",
                "05-05: Sau lễ 7g30: Bán hàng gây quỹ",
                "05-06 19:00: Họp Hội đồng Mục vụ",
                "05-19: Lớp dự bị hôn nhân khai giảng",
                "05-15 deadline: Ghi danh",
            ],
            id="a-parish",
        ),
        pytest.param(
            f"{WEEK}T2 06/5:\n8h30 làm việc với Đoàn trường Cao đẳng Nghề\nchiều họp chi bộ, 15h\n"
            "T3 07/5:\ncả ngày tập huấn cán bộ Đoàn\ntối giao lưu văn nghệ\n",
            [
                "05-06 08:30: Làm việc với Đoàn trường Cao đẳng Nghề",
                "05-06 15:00: Họp chi bộ",
                "05-07 all-day: Tập huấn cán bộ Đoàn",
                "05-07 evening: Giao lưu văn nghệ",
            ],
            id="halves-in-small-letters",
        ),
        pytest.param(
            f"{WEEK}CHỦ NHẬT 12/5\nSáng: Dâng hương, tập trung 6h45 tại Quảng trường, lễ 7h15.\n"
            "Tối: Đốt lửa trại, tập trung 18h, khai mạc 19h00\n",
            ["05-12 07:15: Dâng hương", "05-12 19:00: Đốt lửa trại"],
            id="people-meet-before-it-begins",
        ),
    ],
)
def test_what_a_week_announces(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Chiều: đ/c Chủ tịch họp Huyện ủy (theo giấy mời).", ["05-06 afternoon: Họp Huyện ủy"]),
        ("- Sáng: Đại hội điểm Hội Nông dân (01 ngày)", ["05-06 all-day: Đại hội điểm Hội Nông dân"]),
        (
            "+ 7h00: HS khối 9 học tập trải nghiệm tại Địa đạo, về trường 16h30\n  (xe chạy 6h15, HS có mặt 6h00)",
            ["05-06 07:00-16:30: HS khối 9 học tập trải nghiệm"],
        ),
        ("- 8h00: Họp tổ\n\nĐơn vị có nhu cầu xe báo trước 15h ngày hôm trước.", ["05-06 08:00: Họp tổ"]),
        (
            "- 8h00: Họp tổ\n\nCác CĐCS gửi báo cáo trước ngày 10/5, hôm 02/5 mới có 9/31 đơn vị gửi ạ.",
            ["05-06 08:00: Họp tổ", "05-09 deadline: Các CĐCS gửi báo cáo"],
        ),
    ],
)
def test_what_a_line_tells_beside_its_thing(line: str, expected: list[str]) -> None:
    assert lines_of(f"{WEEK}THỨ HAI, 06/5\n{line}\n") == expected
