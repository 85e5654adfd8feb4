"""Days that are marked beside what is held for them, also typed without diacritics; journeys, and rules with a rest."""

import pytest
from announced_lines import lines_of

MONTH = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 7/2023\n\n"
BARE = "CHUONG TRINH CONG TAC HOI THANG {}/2023\n\n"
RULES = "QUY CHẾ HỘI HỌP NĂM 2025\n\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Ngày 27/7: kỷ niệm ngày Thương binh liệt sĩ. 6g30 viếng nghĩa trang.",
            ["07-27 06:30: Viếng nghĩa trang", "07-27 all-day observance: Ngày Thương binh liệt sĩ"],
        ),
        (
            "Ngày 20/7: Hội diễn chào mừng ngày Thương binh liệt sĩ.",
            ["07-20: Hội diễn chào mừng ngày Thương binh liệt sĩ"],
        ),
    ],
)
def test_a_day_marked_before_what_is_held_is_told_too(line: str, expected: list[str]) -> None:
    assert lines_of(f"{MONTH}1. {line}\n2. 30/7: Họp tổ.\n") == [*expected, "07-30: Họp tổ"]


@pytest.mark.parametrize(
    ("month", "line", "expected"),
    [
        (
            7,
            "Ngay 27/7: ky niem ngay Thuong binh liet si. 6g30 cung ngay vieng nghia trang.",
            ["07-27 06:30: Vieng nghia trang", "07-27 all-day observance: Ngay Thuong binh liet si"],
        ),
        (
            9,
            "Ky niem Cach mang thang Tam va Quoc khanh 02/9: treo co to quoc.",
            ["08-19 all-day observance: Cach mang thang Tam", "09-02 all-day observance: Quoc khanh"],
        ),
        (11, "Ngay 09/11: Ngay Phap luat Viet Nam.", ["11-09 all-day observance: Ngay Phap luat Viet Nam"]),
    ],
)
def test_marked_days_without_diacritics(month: int, line: str, expected: list[str]) -> None:
    assert lines_of(f"{BARE.format(month)}1. {line}\n2. {15}/{month}: hop BCH, 8h.\n")[:-1] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tham quan: xuất phát 5h00 ngày 12/7, về ngày 14/7/2023.", "07-12..07-14: Tham quan"),
        ("Hội thi nấu ăn: vào khoảng từ ngày 10/7 đến ngày 20/7.", "~07-10..07-20 tentative: Hội thi nấu ăn"),
    ],
)
def test_journeys_and_stretches_in_doubt(line: str, expected: str) -> None:
    assert lines_of(f"{MONTH}1. {line}\n2. 30/7: Họp tổ.\n") == [expected, "07-30: Họp tổ"]


@pytest.mark.parametrize("rest", ["trừ tháng 7.", "Không sinh hoạt trong tháng 7."])
def test_a_rest_behind_the_place_is_no_title(rest: str) -> None:
    sign = "," if rest.startswith("trừ") else "."
    text = f"{RULES}Điều 3. Sinh hoạt chi hội\n19 giờ 30 ngày 20 hằng tháng tại nhà văn hóa{sign} {rest}\n"
    told = lines_of(text)
    assert len(told) == 1
    assert told[0].endswith("Sinh hoạt chi hội")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14 - 15/7: Hội trại (8h00 - 16h30).", "07-14..07-15 08:00-16:30: Hội trại"),
        ("Từ ngày 14 đến ngày 15/7 (từ 8h00 đến 16h30): Hội trại.", "07-14..07-15 08:00-16:30: Hội trại"),
        (
            "T6-14/7 - T7-15/7: Hội trại (khai mạc 7h T6, bế mạc 11h T7).",
            "07-14..07-15 07:00-11:00: Hội trại",
        ),
        ("14/7: Hội trại (7h - 11h).", "07-14 07:00-11:00: Hội trại"),
    ],
)
def test_hours_in_a_bracket_are_of_all_the_days_and_no_title(line: str, expected: str) -> None:
    assert lines_of(f"{MONTH}1. {line}\n2. 30/7: Họp tổ.\n") == [expected, "07-30: Họp tổ"]


def test_years_since_a_body_was_founded_in_a_list_of_marked_days() -> None:
    line = "Kỷ niệm 94 năm thành lập Công đoàn Việt Nam 28/7, 76 năm Ngày Thương binh liệt sĩ 27/7."
    assert sorted(lines_of(f"{MONTH}1. {line}\n2. 30/7: Họp tổ.\n")) == [
        "07-27 all-day observance: Ngày Thương binh liệt sĩ",
        "07-28 all-day observance: Ngày thành lập Công đoàn Việt Nam",
        "07-30: Họp tổ",
    ]
