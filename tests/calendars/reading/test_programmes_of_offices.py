"""Programmes as offices write them: months across, numbers with a dash before days, and days that were before."""

from datetime import date

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.recurrence import Roll
from calendars.when import Day, Repeat

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


def test_a_paragraph_behind_two_points_is_none_of_them() -> None:
    text = (
        f"{MONTH}TUẦN TỪ 04 ĐẾN 10/3\n• Họp tổ: 8h00, 05/3\n• Tổng kết phong trào: dự kiến 14h 08/3\n\n"
        "Năm 2023 toàn tỉnh vận động được 9,6 tỷ đồng (lễ tổng kết ngày 31/5/2023).\n"
    )
    assert lines_of(text) == ["03-05 08:00: Họp tổ", "03-08 14:00 tentative: Tổng kết phong trào"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tối\n   18h00  Họp mặt cán bộ hưu trí\n\nTrực lãnh đạo thứ bảy 23/3: BS Minh\n",
            ["03-18 18:00: Họp mặt cán bộ hưu trí", "03-23: Trực lãnh đạo"],
            id="half-of-another-day",
        ),
        pytest.param(
            "- Tập huấn kế toán do Sở mở\nNhà khách tỉnh (02 ngày, 18 - 19/3)\n",
            ["03-18..03-19: Tập huấn kế toán do Sở mở"],
            id="days-behind-the-place",
        ),
        pytest.param(
            "- 8h00: Họp tổ\n\nGhi chú:\n- Thứ Tư tuần sau (27/3/2024): toàn Học viện nghỉ bù Quốc khánh.\n",
            ["03-18 08:00: Họp tổ", "03-27 all-day observance: Toàn Học viện nghỉ bù Quốc khánh"],
            id="all-are-free",
        ),
    ],
)
def test_lines_below_a_day(text: str, expected: list[str]) -> None:
    week = "LỊCH CÔNG TÁC TUẦN 12\n(Từ 18/3/2024 đến 24/3/2024)\n\nThứ Hai 18/3\n"
    found = [line.replace(" morning", "").replace(" evening", "") for line in lines_of(week + text)]
    assert found == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Hằng ngày, 7h00 - 7h30: Giao ban toàn viện (kể cả thứ bảy, chủ nhật).",
            ["DAILY 07:00-07:30: Giao ban toàn viện"],
        ),
        (
            "Tuần lễ hưởng ứng đọc sách: từ 01/02 đến 07/02.",
            ["02-01..02-07 all-day observance: Tuần lễ hưởng ứng đọc sách"],
        ),
        (
            "Kỷ niệm 94 năm thành lập Đảng Cộng sản Việt Nam 03/02: treo cờ.",
            ["02-03 all-day observance: Ngày thành lập Đảng Cộng sản Việt Nam"],
        ),
    ],
)
def test_lines_of_a_month(line: str, expected: list[str]) -> None:
    assert (
        lines_of(f"CHƯƠNG TRÌNH CÔNG TÁC THÁNG 02/2024\n\n1. {line}\n2. Họp tổ: 8h ngày 20/02\n")[:-1]
        == expected
    )


def test_the_feast_for_which_another_day_is_off() -> None:
    text = (
        "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 4/2026\n\n1. Họp tổ: 8h ngày 20/4\n"
        "2. Nghỉ bù Giỗ Tổ Hùng Vương: thứ Hai, ngày 27/4 (Giỗ Tổ mùng 10/3 âm lịch trùng Chủ nhật).\n"
    )
    assert lines_of(text)[1:] == ["04-27 all-day observance: Nghỉ bù Giỗ Tổ Hùng Vương"]


def test_weeks_of_a_feast_that_are_left_out() -> None:
    often = "chiều thứ Sáu hằng tuần"
    text = (
        f"CHƯƠNG TRÌNH CÔNG TÁC THÁNG 02/2024\n\n1. Giao ban: {often} (trừ tuần nghỉ Tết).\n"
        f"2. Tập hát: {often} (trừ tuần văn phòng bận).\n3. Họp tổ: 8h ngày 20/02\n"
    )
    kept, unclear, _ = read_programme(decode(text.encode(), "a.txt")).entries
    assert isinstance(kept.when, Repeat)
    assert isinstance(unclear.when, Repeat)
    assert kept.when.recurrence.skips_days_off or kept.when.recurrence.left_out == (date(2024, 2, 9),)
    assert unclear.confidence < 0.9 < kept.confidence


def test_what_an_invitation_tells_of_years_ago() -> None:
    text = (
        "GIẤY MỜI\n\nTrân trọng kính mời Ông/Bà tới dự Lễ khai mạc trưng bày gốm\n"
        "   Lễ khai mạc: 09h00, thứ Năm, ngày 18.5.2023, tại Sảnh chính Bảo tàng\n\n"
        "Trưng bày giới thiệu 186 hiện vật được tiếp nhận đợt hiến tặng ngày 23.11.2022.\n"
    )
    assert [line[:11] for line in lines_of(text)] == ["05-18 09:00"]


@pytest.mark.parametrize(
    "line",
    [
        "Kiểm tra vốn vay tại các tổ (09/3: xã Hòa An; 16/3: xã Phú An; 23/3: thị trấn Tam Hạ).",
        "Kiểm tra vốn vay (ngày 09/3: xã Hòa An; ngày 16/3: xã Phú An; ngày 23/3: thị trấn Tam Hạ)",
        "Kiểm tra vốn vay: 09/3: xã Hòa An; 16/3: xã Phú An; 23/3: thị trấn Tam Hạ.",
    ],
)
def test_days_with_a_place_each(line: str) -> None:
    entries = read_programme(decode(f"{MONTH}h) {line}\n".encode(), "a.txt")).entries
    assert [(entry.when.day.day, entry.location) for entry in entries if isinstance(entry.when, Day)] == [
        (9, "xã Hòa An"),
        (16, "xã Phú An"),
        (23, "thị trấn Tam Hạ"),
    ]
    assert all(entry.title.startswith("Kiểm tra vốn vay") for entry in entries)


def test_the_letter_i_is_one_of_the_points() -> None:
    text = f"{MONTH}h) Họp tổ (sáng 05/3)\ni) Hoàn thành phúc tra (xong trước 20/3)\nk) Họp ban (ngày 21/3)\n"
    assert [line[:5] for line in lines_of(text)] == ["03-05", "03-19", "03-21"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("05/3: tặng 40 suất quà cho trẻ em (không tổ chức tập trung)", "03-05: Tặng 40 suất quà cho trẻ em"),
        ("05/3: tang 40 suat qua cho tre em (khong to chuc tap trung)", "03-05: Tang 40 suat qua cho tre em"),
        ("05/3: Bàn giao nhà tình nghĩa - dự kiến [Đ/c Hà]", "03-05 tentative: Bàn giao nhà tình nghĩa"),
        ("05/3: họp tổ, phòng họp tầng 4", "03-05: Họp tổ"),
    ],
)
def test_what_stands_behind_a_thing(line: str, expected: str) -> None:
    assert lines_of(f"{MONTH}1. {line}\n2. 06/3: hop ban\n")[0] == expected


def test_whom_to_ring_is_no_meeting() -> None:
    assert lines_of(f"{WEEK}Liên hệ Văn phòng: 0263.3822.415 (máy lẻ 19/3).\n") == [
        "03-18 08:00: Họp giao ban"
    ]


def test_rules_by_articles() -> None:
    text = (
        "QUY ĐỊNH\nChế độ họp, tiếp hội viên năm 2024\n\nĐiều 1. Phó Chủ tịch tiếp công dân: 8h00 thứ Ba tuần thứ "
        "hai hằng tháng.\nĐiều 2. Tiếp hội viên\nChủ tịch Hội tiếp vào ngày 10 hằng tháng, tại phòng số 1.\n"
        "Điều 3. Ngày tiếp tại Điều 1, Điều 2 trùng ngày nghỉ lễ, Tết thì chuyển sang ngày làm việc tiếp theo.\n"
    )
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    assert [entry.title for entry in entries] == ["Tiếp công dân", "Tiếp hội viên"]
    for entry in entries:
        assert isinstance(entry.when, Repeat)
        assert entry.when.recurrence.roll is Roll.NEXT


@pytest.mark.parametrize(
    "cell", ["Lớp 1: 12/3 Lớp 2: 14/3", "Lớp 1: 12/3, Lớp 2: 14/3", "Lớp 1: 12/3; Lớp 2: 14/3"]
)
def test_a_day_for_each_class(cell: str) -> None:
    table = f"{MONTH}| TT | Nội dung | Thời gian |\n| 1 | Tập huấn hát | {cell} |\n| 2 | Họp tổ | 20/3 |\n"
    assert [line[:19] for line in lines_of(table)] == [
        "03-12: Tập huấn hát",
        "03-14: Tập huấn hát",
        "03-20: Họp tổ",
    ]
    prose = lines_of(f"{MONTH}1. Tập huấn cho cán bộ cấp xã {cell}\n2. Họp tổ: 20/3\n")
    assert [line[:5] for line in prose] == ["03-12", "03-14", "03-20"]


def test_a_stroke_between_the_halves_of_a_day() -> None:
    week = "LỊCH CÔNG TÁC TUẦN 12 (18/3 - 24/3/2024)\n\n"
    text = f"{week}Thứ Hai 18/3: Sáng: họp tổ / Chiều: xét hồ sơ\nThứ Ba 19/3: 8h giao ban / 14h họp báo\n"
    assert lines_of(text) == [
        "03-18 morning: Họp tổ",
        "03-18 afternoon: Xét hồ sơ",
        "03-19 08:00: Giao ban",
        "03-19 14:00: Họp báo",
    ]


def test_changes_by_the_numbers_of_a_programme() -> None:
    text = (
        "THÔNG BÁO\nĐiều chỉnh Chương trình công tác tháng 6/2024\n\n| Mục | Đã ghi | Nay sửa thành |\n"
        "| 3 | Hội nghị sơ kết: 8h00 ngày 20/6 | 8h00 ngày 25/6, Hội trường A |\n"
        "| 9 | Giao lưu thể thao: chiều 21/6 | Không tổ chức |\n| 14 | Hội thi nấu ăn: 28/6 | Hoãn |\n"
    )
    assert lines_of(text) == [
        "06-20 08:00 postponed: Hội nghị sơ kết",
        "06-25 08:00: Hội nghị sơ kết",
        "06-21 afternoon cancelled: Giao lưu thể thao",
        "06-28 postponed: Hội thi nấu ăn",
    ]


def test_changes_by_how_long_and_by_how_much() -> None:
    text = (
        "THÔNG BÁO\nĐiều chỉnh một số hoạt động\n\nGiám đốc quyết định:\n"
        "- RÚT NGẮN lễ tôn vinh: từ 8h00 - 11h00 thành 7h30 - 8h30 ngày 27/02/2024.\n"
        "- Hội thi nấu ăn ngày 23/02/2024 lùi lại đúng 01 tuần, tổ chức vào 8 giờ ngày 01/3/2024.\n"
    )
    assert lines_of(text) == [
        "02-27 08:00-11:00 postponed: Lễ tôn vinh",
        "02-27 07:30-08:30: Lễ tôn vinh",
        "02-23 postponed: Hội thi nấu ăn",
        "03-01 08:00: Hội thi nấu ăn",
    ]


def test_a_second_meeting_if_too_few_come_to_the_first() -> None:
    text = (
        "THƯ MỜI HỌP\n\nKính mời quý thành viên đến dự:\n\nĐẠI HỘI THÀNH VIÊN NĂM 2024\n\n"
        "+ Vào lúc: 7 giờ 30 phút, ngày 14 tháng 4 năm 2024.\n+ Tại: Nhà kho số 1.\n\n"
        "Nếu lần thứ nhất không đủ 2/3 thành viên thì Đại hội lần thứ hai họp lúc 8 giờ, ngày 28/4/2024, cũng tại "
        "địa điểm trên.\n"
    )
    assert lines_of(text) == [
        "04-14 07:30: Đại hội thành viên năm 2024",
        "04-28 08:00 tentative: Đại hội lần thứ hai",
    ]


def test_what_a_row_of_a_week_was_moved_from() -> None:
    week = "LỊCH CÔNG TÁC TUẦN 12\n(Từ 18/3/2024 đến 24/3/2024)\n\n"
    text = f"{week}Thứ Sáu (22/3): 9h họp tổ. 15h: Họp chi bộ (dời từ 20/3).\n"
    assert lines_of(text)[1:] == ["03-20 postponed: Họp chi bộ", "03-22 15:00: Họp chi bộ"]
    text = (
        f"{week}Thứ Sáu 22/3\n- 17h Họp ban (chuyển từ chiều thứ Tư)\n- 19h Họp hội (lịch cũ: 8h thứ Bảy)\n"
    )
    assert lines_of(text) == [
        "03-20 afternoon postponed: Họp ban",
        "03-22 17:00: Họp ban",
        "03-23 08:00 postponed: Họp hội",
        "03-22 19:00: Họp hội",
    ]


def test_receptions_of_each_month_under_their_title() -> None:
    text = (
        "LỊCH TIẾP CÔNG DÂN QUÝ II/2024\n\nTháng 4: Chủ tịch tiếp ngày 04, 18; PCT Hùng tiếp ngày 11, 25\n"
        "Tháng 5: Chủ tịch tiếp ngày 09, 23; PCT Hùng tiếp ngày 02, 16\n"
    )
    days = ["04-04 04-18", "04-11 04-25", "05-09 05-23", "05-02 05-16"]
    assert lines_of(text) == [f"{each}: Tiếp công dân" for each in days]


def test_what_a_notice_takes_off_or_leaves_open() -> None:
    text = (
        "THÔNG BÁO\nVề việc thay đổi lịch tháng 5/2024\n\nThường trực thông báo điều chỉnh:\n\n"
        "1. Giữ nguyên: Lễ phát động (8h ngày 08/5).\n2. Bỏ: Tham quan mô hình (21/5).\n"
        "3. Họp Ban Thường vụ 30/5: sẽ báo sau.\n"
    )
    assert lines_of(text) == [
        "05-08 08:00: Lễ phát động",
        "05-21 cancelled: Tham quan mô hình",
        "05-30 postponed: Họp Ban Thường vụ",
    ]


def test_bare_numbers_below_the_head_of_days() -> None:
    text = (
        f"{MONTH}Ngày | Nội dung | Địa điểm | Giờ\n02 | Họp tổ | Nhà văn hóa xã | 19h30\n"
        "04 | Họp ban | Trường tiểu học | 19h30\n09-10 | Trại hè | Sân UBND | 18h\n"
    )
    assert lines_of(text) == ["03-02 19:30: Họp tổ", "03-04 19:30: Họp ban", "03-09..03-10 18:00: Trại hè"]


def test_the_number_of_a_session_is_no_day() -> None:
    text = f"{MONTH}1. 15/3: họp BTV kỳ 1; 25/3: họp BTV kỳ 2.\n2. 20/3: họp tổ\n"
    assert lines_of(text) == ["03-15: Họp BTV kỳ 1", "03-25: Họp BTV kỳ 2", "03-20: Họp tổ"]


def test_marked_days_with_what_is_on_then_head_the_lines_below() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 12 (Từ 18/3 đến 24/3/2024)\n\n+ Thứ 4 (20/3):\nS: Giao ban\n"
        "+ Thứ 5 (21/3): Họp xét vay vốn - 8h30\n+ Thứ 6 (22/3): Dự khai giảng lớp nghề: 7h15\n13h30: Họp trực tuyến\n"
    )
    assert lines_of(text) == [
        "03-20 morning: Giao ban",
        "03-21 08:30: Họp xét vay vốn",
        "03-22 07:15: Khai giảng lớp nghề",
        "03-22 13:30: Họp trực tuyến",
    ]


def test_who_comes_behind_a_dash_is_no_title() -> None:
    text = f"{WEEK}Thứ Năm (21/3): Họp xét vay vốn - 8h30, tại Nhà văn hóa bản An - Thành phần: BCH chi hội\n"
    assert lines_of(text)[1:] == ["03-21 08:30: Họp xét vay vốn"]


def test_what_is_held_without_a_part_of_it_stands() -> None:
    text = (
        "V/v dời một số hoạt động tháng 9\n\nPhòng Giáo dục thông báo:\n"
        "1. Dời Hội nghị triển khai nhiệm vụ từ 12/9/2024 sang 17/9/2024.\n"
        "2. Vẫn tổ chức khai giảng 05/9/2024 nhưng không tổ chức phần hội.\n"
    )
    assert lines_of(text)[-1] == "09-05: Khai giảng"
