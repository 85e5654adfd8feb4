"""Programmes of a month, each small, in layouts that few offices use."""

from datetime import date

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Repeat

MONTH = "LỊCH HOẠT ĐỘNG THÁNG 5 NĂM 2024\n"
DAYS = [
    "05-06: Chào cờ",
    "05-08 15:00: Họp tổ chuyên môn",
    "05-16: Nộp báo cáo",
]
GROUPS = [
    "05-07 09:00: Múa chào mừng",
    "05-07: Phân công y tế",
    "05-09: Làm lồng đèn",
    "05-10 17:00 deadline: Hạn duyệt kế hoạch",
]


@pytest.mark.parametrize(
    "lines",
    [
        ("6 (T2): {}", "7 (T3):", "8 (T4): {}", "16 (T5): {}"),
        ("06 (Thứ Hai): {}", "8 (Thứ tư): {}", "9 (Thứ năm)", "16 (Thứ năm): {}"),
        ("6 - T2: {}", "8 - T4: {}", "16 - T5: {}"),
        ("6/T2 {}", "8/T4 {}", "16/T5 {}"),
        ("T2 6: {}", "T4 8: {}", "T5 16: {}"),
        ("T2 (6): {}", "T4 (8): {}", "T5 (16): {}"),
        ("6   T2   {}", "8   T4   {}", "16  T5   {}"),
        ("6 | T2 | {}", "8 | T4 | {}", "16 | T5 | {}"),
        ("06 Thứ hai\n- {}", "08 Thứ tư\n- {}", "09 Thứ năm", "16 Thứ năm\n- {}"),
    ],
)
def test_a_number_with_its_weekday_is_a_day(lines: tuple[str, ...]) -> None:
    things = iter(("Chào cờ", "15h họp tổ chuyên môn", "Nộp báo cáo"))
    text = "\n".join(line.format(next(things)) if "{}" in line else line for line in lines)
    assert [line.replace(" deadline", "") for line in lines_of(MONTH + text)] == DAYS


def test_days_that_go_on_to_another() -> None:
    text = "6 (T2): Chào cờ\n8 (T4) --> 10 (T6): Kiểm tra 1 tiết\n13 (T2): Chào cờ\n15 (T4) - 16 (T5): Hội thao\n"
    assert lines_of(MONTH + text) == [
        "05-06: Chào cờ",
        "05-08..05-10: Kiểm tra 1 tiết",
        "05-13: Chào cờ",
        "05-15..05-16: Hội thao",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Thứ Hai, 6/5: Họp giao ban\n2. Thứ Ba, 7/5: Tiếp công dân\n3. Thứ Tư, 8/5: Đi cơ sở Bản Hạ\n",
        "- Thứ Hai, 6-5: Họp giao ban\n- Thứ Ba, 7-5: Tiếp công dân\n- Thứ Tư, 8-5: Đi cơ sở Bản Hạ\n",
    ],
)
def test_numbers_of_items_and_of_months_are_no_days(text: str) -> None:
    assert [line.partition(":")[0] for line in lines_of(MONTH + text)] == ["05-06", "05-07", "05-08"]


def test_bare_numbers_that_leave_days_out() -> None:
    text = "02: Chào cờ\n06: 15h họp tổ\n09 - 12: Thi thử\n15: Hội thi nấu ăn\n24: Tổng kết năm học\n"
    assert lines_of(MONTH + text) == [
        "05-02: Chào cờ",
        "05-06 15:00: Họp tổ",
        "05-09..05-12: Thi thử",
        "05-15: Hội thi nấu ăn",
        "05-24: Tổng kết năm học",
    ]


@pytest.mark.parametrize("sign", [" ; ", "; ", ";", " | "])
def test_groups_across_days_down(sign: str) -> None:
    rows = [
        ("Ngày", "Lớp Mầm (cô Liễu)", "Lớp Lá (cô Vân)", "Ban giám hiệu"),
        ("T3 7/5", "", "Múa chào mừng 9h00", "Phân công y tế"),
        ("T5 9/5", "Làm lồng đèn", "Làm lồng đèn", ""),
        ("T6 10/5", "", "", "Hạn duyệt kế hoạch: 17h"),
    ]
    assert lines_of(MONTH + "\n".join(map(sign.join, rows))) == GROUPS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "- Kiểm tra bếp ăn: bất kỳ ngày nào trong tuần từ 20 đến 24/5.\n",
            ["~05-20..05-24 tentative: Kiểm tra bếp ăn"],
            id="some-day-of-several",
        ),
        pytest.param(
            "- Sinh hoạt tổ: thứ 5 tuần 2 và thứ 5 tuần 4 của tháng, 16g30.\n",
            ["05-09 05-23 16:30: Sinh hoạt tổ"],
            id="two-weeks-each-with-its-day",
        ),
        pytest.param(
            "- Ngày 10/5: Họp giao ban.\nHIỆU TRƯỞNG                  Người lập, 28/4/2024\n"
            "Hứa Thị Bích                 Lục Thị Hòa\n",
            ["05-10: Họp giao ban"],
            id="two-signatures-beside-each-other",
        ),
        pytest.param(
            "- Ngày 18 (T7): Kỉ niệm 30 năm ngày thành lập Hội Khuyến học 18/5.\n",
            ["05-18 all-day observance: Ngày thành lập Hội Khuyến học"],
            id="a-jubilee-on-its-day",
        ),
        pytest.param(
            "- Ngày 19: Tham quan Côn Sơn, xe chạy lúc 5h45.\n",
            ["05-19: Tham quan Côn Sơn"],
            id="the-bus-leaves-before",
        ),
    ],
)
def test_what_an_item_says_in_passing(text: str, expected: list[str]) -> None:
    assert lines_of(MONTH + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "* CHÚA NHẬT 12/5: CN VII Phục Sinh. Quyên góp giúp bão lụt.\n"
            "* THỨ BA 14/5: Lễ Thánh Matthia, bổn mạng giáo khu Nam. 18g00 thánh lễ đồng tế.\n"
            "* CHÚA NHẬT 19/5: Sau lễ 7g30 - họp Ban hành giáo.\n",
            [
                "05-12 all-day observance: CN VII Phục Sinh",
                "05-12: Quyên góp giúp bão lụt",
                "05-14 all-day observance: Lễ Thánh Matthia, bổn mạng giáo khu Nam",
                "05-14 18:00: Thánh lễ đồng tế",
                "05-19: Họp Ban hành giáo",
            ],
            id="a-feast-before-what-is-held-on-it",
        ),
        pytest.param(
            "* THỨ NĂM TUẦN THÁNH 9/5 (2/4 ÂL)\n- 18g00: Thánh lễ Tiệc Ly.\n* THỨ SÁU 10/5 (mùng 3)\n"
            "- 15g00: Đàng Thánh Giá.\n* CHÚA NHẬT PHỤC SINH 12/5\n- 5g00 và 17g00: Thánh lễ.\n",
            [
                "05-09 18:00: Thánh lễ Tiệc Ly",
                "05-10 15:00: Đàng Thánh Giá",
                "05-12 05:00: Thánh lễ",
                "05-12 17:00: Thánh lễ",
            ],
            id="feasts-between-weekday-and-date",
        ),
        pytest.param(
            "* THỨ HAI 13/5: Thánh lễ 5g00 - 7g30 - 17g30.\n* THỨ BA 14/5: 15g00 - 17g00: Giải tội.\n",
            [
                "05-13 05:00: Thánh lễ",
                "05-13 07:30: Thánh lễ",
                "05-13 17:30: Thánh lễ",
                "05-14 15:00-17:00: Giải tội",
            ],
            id="three-hours-in-a-row",
        ),
        pytest.param(
            "- Ngày 15/5: Họp giao ban.\n* GHI CHÚ:\n- Ghi danh lớp hôn nhân: hạn chót Chúa nhật 19/5.\n",
            ["05-15: Họp giao ban", "05-19 deadline: Ghi danh lớp hôn nhân"],
            id="notes-below-their-name",
        ),
    ],
)
def test_a_parish_tells_its_month(text: str, expected: list[str]) -> None:
    assert lines_of("CHƯƠNG TRÌNH MỤC VỤ THÁNG 5/2024\n" + text) == expected


def test_a_month_called_after_its_cause() -> None:
    text = "CHƯƠNG TRÌNH\nTháng Thanh niên năm 2024\n- Diễn đàn khởi nghiệp: dự kiến giữa tháng.\n"
    assert lines_of(text) == ["~03-11..03-20 tentative: Diễn đàn khởi nghiệp"]


def test_rows_of_the_whole_quarter_behind_its_months() -> None:
    text = (
        "LỊCH HỘI NGHỊ QUÝ II/2024\n| STT | Nội dung | Thời gian | Chủ trì |\n|---|---|---|---|\n"
        "| **Tháng 4** | | | |\n| 1 | Phiên họp thường kỳ | 05/4 | Chủ tịch |\n"
        "| **Tháng 5** | | | |\n| 2 | Các Ban họp thẩm tra | Ban Pháp chế: 15/5; Ban Kinh tế: 16/5 | Trưởng ban |\n"
        "| 3 | Kỳ họp thứ 4 | từ 22/5 đến 24/5; họp trù bị 16h ngày 21/5 | Chủ tọa |\n"
        "| **Cả quý** | | | |\n| 4 | Tiếp công dân | Ngày 10 hằng tháng | Thường trực |\n"
    )
    assert lines_of(text) == [
        "04-05: Phiên họp thường kỳ",
        "05-15: Các Ban họp thẩm tra (Ban Pháp chế)",
        "05-16: Các Ban họp thẩm tra (Ban Kinh tế)",
        "05-22..05-24: Kỳ họp thứ 4",
        "05-21 16:00: Họp trù bị",
        "MONTHLY: Tiếp công dân",
    ]


def test_what_was_done_is_no_plan() -> None:
    text = "NHIỆM VỤ THÁNG 5/2024\nPhần 1. Đã làm trong tháng 4\n- Bảo vệ khóa luận đợt 2: 14 sinh viên, ngày 18/4.\n"
    assert lines_of(text + "Phần 2. Việc tháng 5\n- Họp xét học vụ: 22/5, 14:00.\n") == [
        "05-22 14:00: Họp xét học vụ"
    ]


def test_a_court_names_who_is_tried() -> None:
    text = (
        "LỊCH XÉT XỬ TUẦN TỪ 06/5 ĐẾN 10/5/2024\n"
        "STT; Thời gian; Bị cáo / Đương sự; Tội danh / Quan hệ tranh chấp; Thẩm phán; Phòng\n"
        "1; 7h30 ngày 06/5; Trần Văn Tửu, sinh ngày 12/3/1990; Cố ý gây thương tích; Chu Thị Na; PX 1\n"
        "2; Sáng 07/5; Phan Sắc - Lê Lụa; Ly hôn; Hồ Bá Quyền; PX 2\n"
        "3; 08/5; Vi Thị Sen; Đánh bạc; Hồ Bá Quyền; PX 2\n"
    )
    assert lines_of(text) == [
        "05-06 07:30: Xét xử Trần Văn Tửu (Cố ý gây thương tích)",
        "05-07 morning: Xét xử Phan Sắc - Lê Lụa (Ly hôn)",
        "05-08: Xét xử Vi Thị Sen (Đánh bạc)",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Công tác khác\n- Họp chi bộ: chiều 03/5.\n2. Lịch giao dịch xã (07h30 - 11h30)\n- Xã Uih: ngày 06\n"
            "- Xã Ria: ngày 11\n- Phường Huệ: ngày 23\n",
            [
                "05-03 afternoon: Họp chi bộ",
                "05-06 07:30-11:30: Giao dịch xã: Xã Uih",
                "05-11 07:30-11:30: Giao dịch xã: Xã Ria",
                "05-23 07:30-11:30: Giao dịch xã: Phường Huệ",
            ],
            id="over-a-list",
        ),
        pytest.param(
            "I. GIAO DỊCH TẠI XÃ (từ 8h00 đến 11h00)\n\nXã\tNgày\tThứ\tTổ giao dịch\nNà Lìn\t06/5\tHai\tTổ 1\n"
            "Bản Pha\t07/5\tBa\tTổ 2\nMường Kha\t09/5\tNăm\tTổ 1\n\nII. HỘI HỌP\n- Họp chi bộ: chiều 03/5.\n",
            [
                "05-06 08:00-11:00: Giao dịch tại xã: Nà Lìn",
                "05-07 08:00-11:00: Giao dịch tại xã: Bản Pha",
                "05-09 08:00-11:00: Giao dịch tại xã: Mường Kha",
                "05-03 afternoon: Họp chi bộ",
            ],
            id="over-a-table",
        ),
    ],
)
def test_a_heading_tells_the_hours_of_what_stands_below_it(text: str, expected: list[str]) -> None:
    assert lines_of("CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n" + text) == expected


@pytest.mark.parametrize("word", ["Hoạt động", "NỘI DUNG", "Sự kiện số", "Việc thứ"])
@pytest.mark.parametrize("who", ["Thực hiện", "Phụ trách", "Đơn vị thực hiện"])
def test_things_called_by_their_number_with_labelled_lines_below(word: str, who: str) -> None:
    text = f"""
KẾ HOẠCH HOẠT ĐỘNG QUÝ IV/2024

{word} 1: Trưng bày "Gốm cổ"
Thời gian: Từ ngày 18/10 đến ngày 30/11/2024
Địa điểm: Nhà trưng bày số 2
{who}: Phòng Trưng bày

{word} 2: Kiểm kê kho cơ sở năm 2024
Thời gian: Tháng 12
{who}: Phòng Kiểm kê

{word} 3: Hội nghị viên chức
Thời gian: Cuối quý
{who}: Công đoàn
Ghi chú: nhận tham luận đến hết ngày 25/10/2024
"""
    assert lines_of(text) == [
        '10-18..11-30: Trưng bày "Gốm cổ"',
        "~12-01..12-31 tentative: Kiểm kê kho cơ sở năm 2024",
        "~12-01..12-31 tentative: Hội nghị viên chức",
        "10-25 deadline: Nhận tham luận",
    ]


def test_numbers_of_two_parts_with_a_dash_behind_them() -> None:
    text = """
CHƯƠNG TRÌNH CÔNG TÁC THÁNG 9 NĂM 2025

1- Hội nghị, cuộc họp
1.1- Thường trực hội ý: 7 giờ 30 thứ Hai hằng tuần (trừ ngày nghỉ lễ 01-9).
1.2- Ban Thường vụ họp: 14 giờ ngày 05-9 (thứ Sáu). Nội dung:
- Cho ý kiến dự thảo Quy chế làm việc;
- Xem xét kết nạp đảng viên.
1.3- Học tập Nghị quyết: 01 ngày, 18-9 (trực tuyến).
2- Kiểm tra, giám sát
2.1- Giám sát Chi bộ Bản Hạ: ngày 10 và 11-9.
2.2- 14h00 ngày 22-9: Thông qua kết luận.
"""
    assert lines_of(text) == [
        "WEEKLY 07:30: Thường trực hội ý",
        "09-05 14:00: Ban Thường vụ họp",
        "09-18 all-day: Học tập Nghị quyết",
        "09-10..09-11: Giám sát Chi bộ Bản Hạ",
        "09-22 14:00: Thông qua kết luận",
    ]


def test_since_when_something_is_so_is_nothing_to_come() -> None:
    text = """
ĐẢNG ỦY PHƯỜNG SÔNG THƯƠNG
Sông Thương, ngày 29 tháng 8 năm 2025
CHƯƠNG TRÌNH CÔNG TÁC THÁNG 9 NĂM 2025

1. Ban Thường vụ họp: 14h00 ngày 05/9
2. Nghe báo cáo tình hình vận hành bộ máy mới từ ngày 01/7/2025
3. Trưng bày ảnh: từ ngày 02/9/2025
"""
    assert [line.partition(":")[2] for line in lines_of(text)] == ["00: Ban Thường vụ họp", " Trưng bày ảnh"]


def test_kinds_of_meetings_name_none_of_those_below() -> None:
    text = (
        f"{MONTH}1. Hội nghị, cuộc họp:\n- Ban Thường vụ họp: 08/5\n"
        "- Họp chi bộ: 8h00 ngày 13/5\n- Đảng ủy họp phiên thường kỳ: ngày 14/5\n"
    )
    assert lines_of(text) == [
        "05-08: Ban Thường vụ họp",
        "05-13 08:00: Họp chi bộ",
        "05-14: Đảng ủy họp phiên thường kỳ",
    ]


def test_what_is_done_is_left_out() -> None:
    text = (
        f"{MONTH}1. Sao kê đến 30/4: đã gửi.\n2. Họp giao ban ngày 06/5 (đã họp)\n"
        "3. Sơ kết ngày 07/5 - đã tổ chức xong\n"
        "4. Hội nghị tổng kết ngày 16/5 (giấy mời: đã gửi)\n5. Lễ ra quân ngày 17/5, giấy mời đã gửi.\n"
    )
    assert lines_of(text) == ["05-16: Hội nghị tổng kết", "05-17: Lễ ra quân"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Vụ án đất đai (đã hoãn phiên tòa ngày 22/4): 14h, ngày 15/5.", ["05-15 14:00: Vụ án đất đai"]),
        (
            "- Giải cầu lông khai mạc lúc 7 giờ 30 ngày 20/5, chung kết chiều ngày 21/5.",
            ["05-20 07:30: Giải cầu lông khai mạc", "05-21 afternoon: Giải cầu lông: chung kết"],
        ),
        ("- Cân đối, sao kê đến 31/5: đã gửi.", []),
        ("- Lịch trực lễ 30.5 gửi kèm. Lịch này thay giấy mời.", []),
        ("- Thay thế lịch gửi kèm Công văn số 1203/SNN-VP ngày 17/5/2024.", []),
        (
            "Tuần 2 (Tuần học 10: 06/5 - 11/5)\n- Đón đoàn (có thông báo sau).\n- Họp tổ: thứ Tư.",
            [
                "~05-06..05-11 tentative: Đón đoàn",
                "05-08: Họp tổ",
            ],
        ),
    ],
)
def test_what_is_told_in_passing(text: str, expected: list[str]) -> None:
    assert (
        lines_of("CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n- Ngày 02/5: Chào cờ.\n" + text + "\n")[1:] == expected
    )


def test_what_goes_on_all_the_year_stands_behind_its_months() -> None:
    text = (
        "CHƯƠNG TRÌNH HOẠT ĐỘNG NĂM 2024\n\nTHÁNG 11\n- Tiếp xúc cử tri: 10/11 - 13/11.\n"
        "THÁNG 12\n- Họp báo: 16h ngày 10/12.\n\n"
        "THƯỜNG XUYÊN: Thường trực tiếp công dân ngày 20 hàng tháng.\n"
    )
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    assert isinstance(entries[-1].when, Repeat)
    assert entries[-1].when.recurrence.first == date(2024, 1, 20)


def test_how_often_alone_tells_no_day() -> None:
    text = f"{MONTH}1. Giao ban: 8h00 ngày 06/5\n2. Test nhanh cho nhân viên: 07 ngày/lần\n3. Họp tổ: chiều 08/5\n"
    assert [line for line in lines_of(text) if "Test" in line and not line.startswith("?")] == []
