"""Programmes as offices write them: months across, numbers with a dash before days, and days that were before."""

import pytest
from announced_lines import lines_of

QUARTER = "CHƯƠNG TRÌNH CÔNG TÁC QUÝ II/2024\n\nTT{0}Công việc{0}Tháng 4{0}Tháng 5{0}Tháng 6{0}Chủ trì\n"
MONTH = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 3 NĂM 2024\n\n"
WEEK = "LỊCH CÔNG TÁC TUẦN 12\n(Từ 18/3/2024 đến 24/3/2024)\n\nThứ Hai 18/3\n- 8h00: Họp giao ban\n\n"


@pytest.mark.parametrize("sign", ["\t", " | "])
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("ngày 04", "ngày 06", ""), ["04-04: Họp tổ", "05-06: Họp tổ"]),
        (("", "14, 15", "8h ngày 20"), ["05-14..05-15: Họp tổ", "06-20 08:00: Họp tổ"]),
        (("", "09 - 13", "ngày 29 (dự kiến)"), ["05-09..05-13: Họp tổ", "06-29 tentative: Họp tổ"]),
        (("ngày 02 (14h)", "", "chiều thứ Tư, 12"), ["04-02 14:00: Họp tổ", "06-12 afternoon: Họp tổ"]),
        (("hạ tuần", "", "10/6"), ["~04-21..04-30 tentative: Họp tổ", "06-10: Họp tổ"]),
        (("x", "x", "x"), []),
    ],
)
def test_days_below_their_months(cells: tuple[str, ...], expected: list[str], sign: str) -> None:
    rows = [
        ("1", "Họp tổ", *cells, "Tổ trưởng"),
        ("2", "Hội nghị viên chức", "", "sáng ngày 07", "", "Giám đốc"),
    ]
    text = QUARTER.format(sign) + "\n".join(sign.join(row) for row in rows) + "\n"
    assert lines_of(text) == [*expected, "05-07 morning: Hội nghị viên chức"]


@pytest.mark.parametrize("sign", ["-", " -", " –"])
def test_numbers_with_a_dash_before_days(sign: str) -> None:
    told = [
        "Thứ Hai 04/3, 8 giờ: Họp tổ",
        "05/3: giao ban khối",
        "12/3 - 14/3: Tập huấn",
        "18, 19/3: Kiểm tra",
    ]
    text = MONTH + "\n".join(f"{n}{sign} {line}" for n, line in enumerate(told, 1)) + "\n"
    assert lines_of(text) == [
        "03-04 08:00: Họp tổ",
        "03-05: Giao ban khối",
        "03-12..03-14: Tập huấn",
        "03-18..03-19: Kiểm tra",
    ]


def test_stretches_of_days_are_no_numbers() -> None:
    text = f"{MONTH}1 - 3/3: Trại hè\n4 - 5/3: Kiểm tra cơ sở\n6 - 8/3: Tập huấn\n"
    assert lines_of(text) == [
        "03-01..03-03: Trại hè",
        "03-04..03-05: Kiểm tra cơ sở",
        "03-06..03-08: Tập huấn",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "* Bảng này thay Lịch tuần 12 gửi ngày 15/3.",
        "> Lượt khách tuần trước (11/3 - 17/3): 1.874.",
        "Lưu ý: Thường trực đã gặp 02 lần (ngày 08/3 và 12/3), không gửi lại biên bản.",
    ],
)
def test_days_before_the_week_are_only_spoken_of(line: str) -> None:
    assert lines_of(WEEK + line + "\n") == ["03-18 08:00: Họp giao ban"]


def test_number_below_the_day_of_issue() -> None:
    text = (
        "HỘI CỰU CHIẾN BINH VIỆT NAM\n   TỈNH AN HẠ\n        *                    An Hạ, ngày 27 tháng 02 năm 2024\n"
        " Số 62-CTr/HCCB\n\n                 CHƯƠNG TRÌNH\n         CÔNG TÁC HỘI THÁNG 3 NĂM 2024\n\n"
        "Căn cứ tình hình thực tế, Thường trực Tỉnh Hội xây dựng chương trình\n"
        "công tác tháng 3 với các nội dung sau:\n\n1. Họp Thường trực mở rộng: 14h thứ Hai, ngày \n04/3.\n"
    )
    assert lines_of(text) == ["03-04 14:00: Họp Thường trực mở rộng"]


@pytest.mark.parametrize(
    ("note", "hours"),
    [
        ("(Buổi sáng, bắt đầu 7h30; có xe đưa đón)", " 07:30"),
        ("(từ 19h30)", " 19:30"),
        ("(xe xuất phát lúc 5h30)", ""),
    ],
)
def test_hours_below_a_heading_are_those_of_all_its_days(note: str, hours: str) -> None:
    text = f"{MONTH}II. LỊCH TIẾP XÚC CỬ TRI\n{note}\n- Thôn Một: ngày 12/3\n- Thôn Hai: ngày 13/3, 20h\n"
    found = lines_of(text)
    assert [line.replace(" morning", "") for line in found] == [
        f"03-12{hours}: Tiếp xúc cử tri: Thôn Một",
        "03-13 20:00: Tiếp xúc cử tri: Thôn Hai",
    ]


def test_a_dot_from_hour_to_hour() -> None:
    text = (
        f"{MONTH}1. 05.3: Họp Ban Thường vụ, từ 8.00 đến 9.30, phòng họp\n"
        "2. 07.3: Gặp mặt nữ cán bộ (14.00, phòng khách)\n3. 12.3: Họp quỹ, thu 15.30 triệu đồng\n"
    )
    assert lines_of(text) == [
        "03-05 08:00-09:30: Họp Ban Thường vụ",
        "03-07 14:00: Gặp mặt nữ cán bộ",
        "03-12: Họp quỹ, thu 15.30 triệu đồng",
    ]
