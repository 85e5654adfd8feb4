"""What is held for an occasion on another day than its own, and what is no more than a list of what is to be done."""

import pytest
from announced_lines import lines_of

MONTH = "HỘI PHỤ NỮ HUYỆN PHÚ AN\n\nKẾ HOẠCH CÔNG TÁC THÁNG 10 NĂM 2022\n\n"
OCTOBER_20 = "10-20 all-day observance: Ngày thành lập Hội"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param(
            "Tổ chức kỷ niệm 92 năm Ngày thành lập Hội (20/10) vào sáng 18/10.",
            ["10-18 morning: Kỷ niệm 92 năm Ngày thành lập Hội", OCTOBER_20],
            id="a-day-behind-the-bracket",
        ),
        pytest.param(
            "Tổ chức các hoạt động chào mừng Ngày Doanh nhân Việt Nam 13/10, dự kiến ngày 12/10",
            [
                "10-12 tentative: Tổ chức các hoạt động chào mừng Ngày Doanh nhân Việt Nam 13/10",
                "10-13 all-day observance: Ngày Doanh nhân Việt Nam",
            ],
            id="a-day-in-doubt",
        ),
        pytest.param(
            "Kỷ niệm 92 năm Ngày thành lập Hội LHPN Việt Nam: 14h ngày 17/10 tại hội trường",
            ["10-17 14:00: Kỷ niệm 92 năm Ngày thành lập Hội LHPN Việt Nam"],
            id="hour-day-and-place-behind-a-colon",
        ),
        pytest.param(
            "Kỷ niệm Ngày thành lập Hội LHPN Việt Nam: chiều 18/10, hội trường huyện",
            ["10-18 afternoon: Kỷ niệm Ngày thành lập Hội LHPN Việt Nam"],
            id="half-of-a-day-and-place-behind-a-colon",
        ),
        pytest.param("Kỷ niệm Ngày thành lập Hội (20/10).", [OCTOBER_20], id="the-day-itself"),
    ],
)
def test_an_occasion_may_be_held_on_another_day(item: str, expected: list[str]) -> None:
    assert lines_of(f"{MONTH}II. Các cuộc họp\n- {item}\n") == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("II. Kế hoạch công tác tháng 10/2022", []),
        ("II. Các hoạt động trong tháng", []),
        ("II. Các hội nghị, cuộc họp chính", ["~10-01..10-31 tentative: Đại hội Chi hội phụ nữ"]),
    ],
)
def test_what_has_no_time_is_of_the_month_only_in_a_list_of_meetings(
    heading: str, expected: list[str]
) -> None:
    held = "10-12: Tập huấn cán bộ Hội"
    body = "- Đại hội Chi hội phụ nữ.\n- Ngày 12/10: Tập huấn cán bộ Hội.\n"
    assert lines_of(
        f"{MONTH}I. Đánh giá công tác tháng 9\n- Tổ chức Tết Trung thu.\n\n{heading}\n{body}"
    ) == [
        *expected,
        held,
    ]


def test_a_page_tells_of_its_files_above_the_letterhead() -> None:
    paper = (
        "Kế hoạch tháng 10/2022\n\nNgày đăng: 07/10/2022 245 lượt xem\nDanh sách file (1 files)\nMô tả:\n\n"
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG TIỂU HỌC PHÚ AN\nSố: 12/KH-TH\n"
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\nPhú An, ngày 07 tháng 10 năm 2022\n\n"
        "KẾ HOẠCH\nThực hiện nhiệm vụ tháng 10/2022\n\n- Ngày 12/10: Họp hội đồng trường.\n"
    )
    assert lines_of(paper) == ["10-12: Họp hội đồng trường"]


def test_a_row_may_lack_its_merged_day_and_be_broken_at_the_end_of_a_cell() -> None:
    week = (
        "LỊCH CÔNG TÁC TUẦN UBND xã Phú An từ ngày 02/9/2024 đến ngày 08/9/2024\n\n"
        "Thứ, ngày | Giờ | Nội dung | Chủ trì | Địa điểm |\n"
        "Thứ Ba 03/9 | 7:30 | Giao ban Ủy ban | Chủ tịch | Phòng họp 2 |\n"
        "9:45 | Họp Ban Chỉ đạo giảm nghèo | Phó Chủ tịch | Phòng họp 1 |\n"
        "| | | |\n"
        "Thứ Tư 04/9 | 7:30 | Hội nghị trực tuyến về tín dụng chính sách\n"
        "| Phó Chủ tịch | Hội trường |\n"
        "14:00 | Thanh tra huyện làm việc với UBND xã | Chủ tịch | Phòng họp 2 |\n"
    )
    assert lines_of(week) == [
        "09-03 07:30: Giao ban Ủy ban",
        "09-03 09:45: Họp Ban Chỉ đạo giảm nghèo",
        "09-04 07:30: Hội nghị trực tuyến về tín dụng chính sách",
        "09-04 14:00: Thanh tra huyện làm việc với UBND xã",
    ]
