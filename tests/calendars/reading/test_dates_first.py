"""Weeks whose days stand with the date in front and the weekday behind, over what is on then."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"
ROWS = (
    "   07.30   Chào cờ                 Sân cơ quan\n   14.00   Họp chi bộ              Phòng họp A\n",
    "   Sáng    Kiểm tra cơ sở\n   15.00   Tiếp đoàn cựu chiến binh            Nhà khách\n",
    "   Khám bệnh, cấp thuốc miễn phí\n",
)
EXPECTED = [
    "05-06 07:30: Chào cờ",
    "05-06 14:00: Họp chi bộ",
    "05-07 morning: Kiểm tra cơ sở",
    "05-07 15:00: Tiếp đoàn cựu chiến binh",
    "05-11..05-12: Khám bệnh, cấp thuốc miễn phí",
]


@pytest.mark.parametrize(
    "days",
    [
        ("06.5 (Thứ hai)", "07.5 (Thứ ba)", "11 và 12.5 (Thứ bảy, Chủ nhật)"),
        ("Ngày 06/5/2024 - THỨ HAI", "Ngày 07/5/2024 - THỨ BA", "Ngày 11, 12/5/2024 - THỨ BẢY, CHỦ NHẬT"),
        ("* 06/5, T2:", "* 07/5, T3:", "* 11-12/5, T7, CN:"),
        ("06-5 [T2]", "07-5 [T3]", "11/5 - 12/5 [T7 - CN]"),
        ("06.5 (Hai)", "07.5 (Ba)", "11-12/5 (Thứ bảy, CN)"),
        ("2024-05-06 (Thứ Hai)", "2024-05-07 (Thứ Ba)", "11/5, 12/5/2024 (Thứ Bảy, Chủ nhật)"),
    ],
)
def test_a_date_before_its_weekday_heads_the_rows_below_it(days: tuple[str, ...]) -> None:
    body = "".join(f"{day}\n{rows}" for day, rows in zip(days, ROWS, strict=True))
    assert lines_of(WEEK + body) == EXPECTED


def test_a_part_of_the_day_behind_a_semicolon_is_of_what_follows() -> None:
    body = "THỨ BA (07/5)\n- Giám đốc: làm việc với Hội Nông dân, 8h00; chiều 15h kiểm tra kho.\n"
    body += "THỨ TƯ (08/5)\n- Giám đốc: làm việc với Hội Phụ nữ, 8h30, chiều 14h duyệt đề án.\n"
    assert lines_of(WEEK + body) == [
        "05-07 08:00: Làm việc với Hội Nông dân",
        "05-07 15:00: Kiểm tra kho",
        "05-08 08:30: Làm việc với Hội Phụ nữ",
        "05-08 14:00: Duyệt đề án",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "LỊCH TUẦN 07 (HỌC KỲ 1, 2023-2024)",
        "LỊCH CÔNG TÁC TUẦN 7 - HK1 NĂM HỌC 2023-2024",
        "KẾ HOẠCH TUẦN 7\nHọc kì I, năm học 2023 - 2024",
    ],
)
def test_a_week_counted_in_a_school_year_is_none_of_the_calendar(title: str) -> None:
    body = "Thứ Hai 16/10:\n- 8h00 Họp khoa\nThứ Ba 17/10:\n- 14h00 Họp chi bộ\n"
    assert lines_of(f"TRƯỜNG THPT PHÚ LÂM\n{title}\n\n{body}") == [
        "10-16 08:00: Họp khoa",
        "10-17 14:00: Họp chi bộ",
    ]


TWO_MONTHS = "CHƯƠNG TRÌNH\nHoạt động thể thao tháng 4 và tháng 5 năm 2024\n\n"
OF_TWO_MONTHS = [
    "04-15: Giải việt dã",
    "04-19 deadline: Các xã đăng ký dự đại hội",
    "05-12: Họp chi bộ",
    "05-13..05-14: Giải cờ vua",
]


@pytest.mark.parametrize(
    "months",
    [("* THÁNG 4:", "* THÁNG 5:"), ("1. Tháng 4/2024", "2. Tháng 5/2024"), ("- Tháng Tư", "- Tháng Năm")],
)
@pytest.mark.parametrize("sign", ["", "- "])
def test_a_marked_month_heads_lines_of_no_lower_rank(months: tuple[str, str], sign: str) -> None:
    items = (
        "Ngày 15: Giải việt dã", "Trước ngày 20: Các xã đăng ký dự đại hội",
        "Ngày 12: Họp chi bộ", "Ngày 13 và 14: Giải cờ vua",
    )  # fmt: skip
    first, second = ("\n".join(f"{sign}{item}" for item in pair) for pair in (items[:2], items[2:]))
    assert lines_of(f"{TWO_MONTHS}{months[0]}\n{first}\n{months[1]}\n{second}\n") == OF_TWO_MONTHS


def test_a_numbered_type_is_named_by_the_line_below_it() -> None:
    head = "SỞ VĂN HÓA\nTRUNG TÂM THỂ THAO\n\nKế hoạch số 57/KH-TTTT\nHoạt động thể thao tháng 4 năm 2024\n\n"
    assert lines_of(f"{head}Ngày 15: Giải việt dã\nNgày 17: Họp chi bộ\n") == [
        "04-15: Giải việt dã",
        "04-17: Họp chi bộ",
    ]


def test_bare_numbers_begin_anew_with_each_month() -> None:
    text = "CHƯƠNG TRÌNH CÔNG TÁC QUÝ II/2024\n\n== THÁNG 4 ==\n15: Giải việt dã\n20: Hội thi\n"
    text += "== THÁNG 5 ==\n03: Họp chi bộ\n13-14: Giải cờ vua\n== THÁNG 6 ==\n01: Liên hoan thiếu nhi\n"
    assert lines_of(text) == [
        "04-15: Giải việt dã",
        "04-20: Hội thi",
        "05-03: Họp chi bộ",
        "05-13..05-14: Giải cờ vua",
        "06-01: Liên hoan thiếu nhi",
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "■ 06-05 T2\n  07h30 | Chào cờ | P.1\n\n■ 07-05 T3\n  14h00 | Họp chi bộ | P.2\n"
            "  15h00 | Họp tổ | P.3\n"
        ),
        (
            "## Ngày 06/05\n   07.30   Chào cờ   P.1\n## Ngày 07/05\n   14.00   Họp chi bộ   P.2\n"
            "   15.00   Họp tổ   P.3\n"
        ),
        (
            "1. Thứ Hai, 06.05.2024\n   07.30   Chào cờ   P.1\n2. Thứ Ba, 07.05.2024\n   14.00   Họp chi bộ   P.2\n"
            "   15.00   Họp tổ   P.3\n"
        ),
        "06/5 (Hai): - 07.30: Chào cờ, Hội trường A.\n07/5 (Ba): - 14.00: Họp chi bộ. - 15.00: Họp tổ.\n",
        (
            "1. 2024-05-06 (Thứ Hai)\n- Chào cờ (07.30, P.1)\n2. 2024-05-07 (Thứ Ba)\n- Họp chi bộ (14.00, P.2)\n"
            "- Họp tổ (15.00, P.3)\n"
        ),
    ],
)
def test_days_and_hours_are_known_however_they_are_set(text: str) -> None:
    expected = ["05-06 07:30: Chào cờ", "05-07 14:00: Họp chi bộ", "05-07 15:00: Họp tổ"]
    assert lines_of(WEEK + text) == expected


def test_a_thursday_alone_wants_no_year_behind_it() -> None:
    text = "Thứ Tư\n09:00 Dự lễ khai giảng\n\nThứ Năm\n10:00 Làm việc với Sở Nội vụ\n16:30 Hội ý lãnh đạo\n\n"
    assert lines_of(f"{WEEK}{text}Thứ Sáu\n07:30 Chào cờ\n") == [
        "05-08 09:00: Lễ khai giảng",
        "05-09 10:00: Làm việc với Sở Nội vụ",
        "05-09 16:30: Hội ý lãnh đạo",
        "05-10 07:30: Chào cờ",
    ]


@pytest.mark.parametrize("row", ["   {}   {}   {}", "{} — {} — {}", "- {}: {}, {}"])
def test_rows_begin_with_halves_of_the_day(row: str) -> None:
    first = row.format("Sáng", "Họp giao ban cơ quan", "Hội trường A")
    second = row.format("Chiều", "Kiểm tra cơ sở", "Phòng họp số 1")
    assert lines_of(f"{WEEK}Thứ Hai (06/5)\n{first}\nThứ Ba (07/5)\n{second}\n") == [
        "05-06 morning: Họp giao ban cơ quan",
        "05-07 afternoon: Kiểm tra cơ sở",
    ]
