"""Items of a month's programme, each with a wording of its own for when it is."""

import pytest
from announced_lines import lines_of

MONTH = "LỊCH HOẠT ĐỘNG THÁNG 11 NĂM 2026\n- 03/11: Họp chi bộ\n- {}\n- 28/11: Tổng vệ sinh\n"


def told(item: str) -> list[str]:
    """What an item between two others announces."""
    return [
        line for line in lines_of(MONTH.format(item)) if "Họp chi bộ" not in line and "Tổng vệ" not in line
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "Đón đoàn kiểm tra Phòng GD (dự kiến trong tháng).",
            ["~11-01..11-30 tentative: Đón đoàn kiểm tra Phòng GD"],
        ),
        ("Nghiệm thu lớp 5 lên lớp 6: 16, 17/11", ["11-16..11-17: Nghiệm thu lớp 5 lên lớp 6"]),
        ("Kiểm tra tại Tân Hòa 10/11", ["11-10: Kiểm tra"]),
        ("Nộp báo cáo sơ kết 25/11", ["11-25 deadline: Nộp báo cáo sơ kết"]),
        ("Báo cáo sơ kết: nộp 25/11", ["11-25 deadline: Báo cáo sơ kết"]),
        ("Hoàn thành vào điểm: 17/11", ["11-17 deadline: Hoàn thành vào điểm"]),
        ("Quyết toán thuế, hạn nội bộ 25/11", ["11-25 deadline: Quyết toán thuế"]),
        (
            "Trực và nghỉ Tết: từ ngày 05/11 đến hết ngày 10/11.",
            ["11-05..11-10 all-day observance: Trực và nghỉ Tết"],
        ),
        (
            "Lớp bồi dưỡng: khai giảng 09/11, bế giảng 13/11",
            ["11-09..11-13: Lớp bồi dưỡng"],
        ),
        (
            "Lớp bơi khoá 3: khai giảng 02/11, bế giảng 27/11",
            ["11-02: Lớp bơi khoá 3", "11-27: Lớp bơi khoá 3: bế giảng"],
        ),
        (
            "10/11 (S) : Giao ban mầm non ; (C) : Giao ban tiểu học",
            ["11-10 morning: Giao ban mầm non", "11-10 afternoon: Giao ban tiểu học"],
        ),
        (
            "10/11: Chào cờ 7h, họp hội đồng 8h, họp tổ 14h",
            ["11-10 07:00: Chào cờ", "11-10 08:00: Họp hội đồng", "11-10 14:00: Họp tổ"],
        ),
        (
            "Xe thư viện: Trường Đồng Nhân 04/11; Trường Yên Lãng 11/11",
            ["11-04: Xe thư viện", "11-11: Xe thư viện"],
        ),
        ("10/11: Lễ tạ ơn cuối năm 18h", ["11-10 18:00: Lễ tạ ơn cuối năm"]),
        ("Ngoại khóa dự kiến tuần 3 hoặc 4", ["~11-16..11-29 tentative: Ngoại khóa"]),
        ("Thi giữa kỳ: từ tuần 2 đến tuần 3", ["11-09..11-22: Thi giữa kỳ"]),
    ],
)
def test_an_item_of_a_month(item: str, expected: list[str]) -> None:
    assert told(item) == expected


@pytest.mark.parametrize("item", ["Thi đua 20/11", "Hoàn thành 8/11 chỉ tiêu", "Làm việc tại tổ 5/11"])
def test_two_numbers_that_are_no_day(item: str) -> None:
    assert told(item) == []


def test_a_sentence_that_leads_to_all_below_names_the_day_for_which_it_is_done() -> None:
    text = (
        "CHƯƠNG TRÌNH HOẠT ĐỘNG THÁNG 11 NĂM 2026\n\nThiết thực kỷ niệm 44 năm Ngày Nhà giáo Việt Nam "
        "(20/11/1982 - 20/11/2026), nhà trường triển khai các hoạt động như sau:\n- 03/11: Lễ ra quân\n"
        "- 20/11: Dâng hương\n"
    )
    assert lines_of(text) == [
        "11-20 all-day observance: Ngày Nhà giáo Việt Nam",
        "11-03: Lễ ra quân",
        "11-20: Dâng hương",
    ]


def test_the_day_of_a_feast_is_not_the_one_of_the_thing_in_its_row() -> None:
    text = (
        "LỊCH CÔNG TÁC THÁNG 4 NĂM 2026\n\nTT | Nội dung | Thời gian | Địa điểm\n"
        "1 | Trưng bày sách mừng Ngày Sách Việt Nam lần thứ 5 (21/4) | 17-23/4 | Sảnh tầng 1\n"
        "2 | Họp cơ quan | 8h00 10/4 | Phòng họp\n"
    )
    assert lines_of(text)[0].startswith("04-17..04-23")


HEAD = "LỊCH CÔNG TÁC THÁNG 11 NĂM 2026\n\n"
THINGS = [
    "11-04: Hội thi nấu ăn",
    "11-05: Đối thoại với nông dân",
    "11-09 15:00: Diễn tập phòng cháy",
    "11-12: Họp Ban Thường vụ",
]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Tháng 11 có các việc sau: 1. Hội thi nấu ăn - 04/11; 2. Đối thoại với nông dân - 05/11; "
            "3. Diễn tập phòng cháy - 15h00 09/11; 4. Họp Ban Thường vụ - 12/11."
        ),
        (
            "Bộ phận | Nội dung\nVăn phòng | Hội thi nấu ăn 04/11; Đối thoại với nông dân 05/11\n"
            "Công đoàn | Diễn tập phòng cháy: 09/11, 15h00; Họp Ban Thường vụ: 12/11"
        ),
        (
            "Bộ phận | Nội dung\nVăn phòng | - Hội thi nấu ăn 04/11 - Đối thoại với nông dân 05/11\n"
            "Công đoàn | - Diễn tập phòng cháy: 15h00 09/11 - Họp Ban Thường vụ: 12/11"
        ),
        (
            "Tuần | Nội dung\nTuần 1 (02-08/11) | 1. Hội thi nấu ăn (04/11); 2. Đối thoại với nông dân (05/11)\n"
            "Tuần 2 (09-15/11) | 1. Diễn tập phòng cháy: 09/11, 15h00; 2. Họp Ban Thường vụ: 12/11"
        ),
        (
            "Ngày: 04/11\nViệc: Hội thi nấu ăn\nNơi: Hội trường\n\nNgày: 05/11\nViệc: Đối thoại với nông dân\n"
            "Nơi: Hội trường\n\nNgày: 09/11\nGiờ: 15h00\nViệc: Diễn tập phòng cháy\nNơi: Sân\n\n"
            "Ngày: 12/11\nViệc: Họp Ban Thường vụ\nNơi: Phòng 2"
        ),
    ],
    ids=["run-on", "units", "dashes-in-a-cell", "weeks", "labels"],
)
def test_things_that_run_on_are_told_apart(text: str) -> None:
    assert lines_of(f"{HEAD}{text}\n") == THINGS


def test_what_is_done_by_then_puts_nothing_below_it_off() -> None:
    text = f"{HEAD}1. Hoàn thành đánh giá viên chức, hạn cuối 09/11\na) Hội thảo: 12/11\nb) Họp tổ: 16/11\n"
    assert lines_of(text)[1:] == ["11-12: Hội thảo", "11-16: Họp tổ"]


def test_each_half_of_a_day_is_for_another_group() -> None:
    assert told("14/11: Họp phụ huynh: sáng khối 6, 7; chiều khối 8, 9") == [
        "11-14 morning: Họp phụ huynh khối 6, 7",
        "11-14 afternoon: Họp phụ huynh khối 8, 9",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Nội dung | Tuần 1 | Tuần 2 | Tuần 3 | Ghi chú\nKiểm tra hồ sơ | | x | x |\nHọp tổ | x | | |\n"
                "Hội giảng | | | 18/11 |\n"
            ),
            [
                "~11-09..11-22 tentative: Kiểm tra hồ sơ",
                "~11-02..11-08 tentative: Họp tổ",
                "11-18: Hội giảng",
            ],
        ),
        ("Xã | Tuần 1 | Tuần 2 | Tuần 3\nTân Hòa | 12 | 15 | 17\nTân Lập | 3 | 5 | 6\n", []),
        (
            "Việc | Khi nào | Ở đâu | Ai\nHọp tổ | 8h00 12/11 | Phòng 2 | Lâm\nTập huấn | 16-17/11 | Sân | Hà\n",
            ["11-12 08:00: Họp tổ", "11-16..11-17: Tập huấn"],
        ),
    ],
    ids=["crosses", "figures", "questions-as-heads"],
)
def test_tables_with_heads_of_their_own(text: str, expected: list[str]) -> None:
    assert lines_of(HEAD + text) == expected
