"""The hour and the place that labelled lines below a thing tell, where a half day heads several things."""

import pytest
from announced_lines import told

from calendars.documents.text import decode
from calendars.reading import read_programme

WEEK = "LỊCH LÀM VIỆC TUẦN 07 CỦA UBND XÃ BÌNH TRUNG\n(từ ngày 09/02/2026 đến ngày 13/02/2026)\n"
MONDAY, TUESDAY = "THỨ HAI (09/02/2026):\n", "THỨ BA (10/02/2026):\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WEEK}{MONDAY}* SÁNG:\n1. Họp Hội đồng giáo dục.\nThời gian: 08 giờ 30 phút. Địa điểm: Hội trường B.\n"
            f"* CHIỀU:\n1. Họp giao ban.\nThời gian, địa điểm: 14 giờ 00’ tại phòng họp số 2.\n"
            f"{TUESDAY}* SÁNG:\n1. Họp Ban Thường vụ\nThời gian: 8h00\nĐịa điểm: phòng họp Đảng ủy.\n",
            [
                "02-09 08:30: Họp Hội đồng giáo dục (Hội trường B)",
                "02-09 14:00: Họp giao ban (phòng họp số 2)",
                "02-10 08:00: Họp Ban Thường vụ (phòng họp Đảng ủy)",
            ],
            id="below-a-half-day",
        ),
        pytest.param(
            f"{WEEK}{MONDAY}1. Dự lễ chào cờ đầu tuần.\nThời gian: 07 giờ 00’ tại phòng Tiếp công dân xã.\n"
            f"2. Họp Hội đồng giáo dục.\nThời gian: 08 giờ 30 phút\n"
            f"{TUESDAY}1. Họp Ban Thường vụ\nThời gian: 8h00\nĐịa điểm: phòng họp Đảng ủy.\n",
            [
                "02-09 07:00: Lễ chào cờ đầu tuần (phòng Tiếp công dân xã)",
                "02-09 08:30: Họp Hội đồng giáo dục",
                "02-10 08:00: Họp Ban Thường vụ (phòng họp Đảng ủy)",
            ],
            id="the-last-place-is-that-of-its-own-thing",
        ),
        pytest.param(
            f"{WEEK}{MONDAY}* SÁNG: 1. Chủ tịch UBND xã: Dự lễ chào cờ. (Giao Văn phòng chuẩn bị)\n"
            "Thời gian, địa điểm: 07 giờ 00’ tại sân UBND xã.\n"
            "2. Chủ tịch UBND xã Nguyễn Văn Lâm:\n08 giờ 00’: Thăm Trường THPT Lê Lai.\n"
            f"{TUESDAY}* SÁNG: Chủ tịch UBND xã: 08 giờ 00’: Họp Ban Thường vụ.\n",
            [
                "02-09 07:00: Lễ chào cờ (sân UBND xã)",
                "02-09 08:00: Thăm Trường THPT Lê Lai",
                "02-10 08:00: Họp Ban Thường vụ",
            ],
            id="a-half-day-that-goes-on-with-a-number-or-somebody",
        ),
        pytest.param(
            f"{WEEK}{MONDAY}1. Chủ tịch UBND xã:\n08 giờ 00’: Thăm Trường THPT Lê Lai.\n"
            "Địa điểm: tại Trường THPT Lê Lai.\n09 giờ 00’: Họp tổng kết. Địa điểm: Hội trường.\n",
            [
                "02-09 08:00: Thăm Trường THPT Lê Lai (Trường THPT Lê Lai)",
                "02-09 09:00: Họp tổng kết (Hội trường)",
            ],
            id="a-week-of-which-one-day-is-at-hand",
        ),
        pytest.param(
            "GIẤY MỜI\nKính gửi: Các phòng\nUBND huyện tổ chức họp Ban Chỉ đạo 35\n"
            "1. Thời gian và địa điểm: 14 giờ 00’ ngày 12/3/2024, phòng họp số 2.\n2. Thành phần: các ủy viên\n",
            ["03-12 14:00: Họp Ban Chỉ đạo 35 (phòng họp số 2)"],
            id="one-label-for-both-in-a-letter",
        ),
        pytest.param(
            "LỊCH CÔNG TÁC TUẦN (Từ 26/9 đến 30/9/2022)\n| Thứ/ngày | Buổi | Nội dung |\n|---|---|---|\n"
            "| Hai 26/9 | Sáng | Họp tổ |\n| Ba 27/9 | Sáng, chiều | Thi hết phần |\n"
            "| Tư 28/9 | Sáng + chiều | Tập huấn |\n",
            ["09-26 morning: Họp tổ", "09-27 all-day: Thi hết phần", "09-28 all-day: Tập huấn"],
            id="both-halves-in-a-cell",
        ),
    ],
)
def test_labels_below_a_thing(text: str, expected: list[str]) -> None:
    entries = read_programme(decode(text.encode(), "paper.txt")).entries
    places = [f" ({entry.location})" if entry.location else "" for entry in entries]
    assert [told(entry) + place for entry, place in zip(entries, places, strict=True)] == expected
