"""Turns of phrase by which offices shorten, put off or part what they announce, each with what it comes to."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.marks import Category, Status
from calendars.reading import read_programme
from calendars.when import Day, Days, When

HEAD = "CHƯƠNG TRÌNH CÔNG TÁC\nTháng 5 năm 2024\n\nII. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG\n"
MEETING, DEADLINE = Category.MEETING, Category.DEADLINE


def singles(when: When) -> list[When]:
    """Each day of a list of days, anything else alone."""
    return [Day(day, when.hours) for day in when.days] if isinstance(when, Days) else [when]


def said(text: str) -> list[tuple[str, str]]:
    """Day and hours of each entry ("2024-05-16 08:00", "2024-05-15..2024-05-16"), and its status."""
    found = []
    entries = read_programme(decode(text.encode(), "a.txt"), today=date(2024, 4, 28)).entries
    for entry, when in ((one, each) for one in entries for each in singles(one.when)):
        day = getattr(when, "day", None) or f"{getattr(when, 'first', '')}..{getattr(when, 'last', '')}"
        hours = when.hours
        told = hours.start.strftime(" %H:%M") if hours.start else f" {hours.part}" if hours.part else ""
        found.append((f"{day}{told}", str(entry.status)))
    return found


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "1. Ngày 15/5: Họp chi bộ (hoãn, sẽ họp vào 16h30 thứ Năm 23/5)",
            [("2024-05-15", "postponed"), ("2024-05-23 16:30", "confirmed")],
        ),
        (
            "1. Ngày 15/5: Kiểm tra chợ tại xã A (sáng), xã B (chiều)",
            [("2024-05-15 morning", "confirmed"), ("2024-05-15 afternoon", "confirmed")],
        ),
        (
            "1. Ngày 15/5: Họp cha mẹ học sinh (lớp 1, 2: 8h00; lớp 3, 4, 5: 14h00)",
            [("2024-05-15 08:00", "confirmed"), ("2024-05-15 14:00", "confirmed")],
        ),
        (
            "1. 15/5: Trả lời chất vấn tại kỳ họp (kỳ họp diễn ra trong 3 ngày 14, 15 và 16/5)",
            [("2024-05-15", "confirmed")],
        ),
        ("1. Dự kiến 15 hoặc 16/5: Hội nghị tổng kết", [("2024-05-15..2024-05-16", "tentative")]),
        ("1. Ngày 15/5: Hội nghị tổng kết năm 2023 (8h00, Hội trường)", [("2024-05-15 08:00", "confirmed")]),
        ("1. Ngày 15/5: Họp giao ban (thời gian có thể thay đổi)", [("2024-05-15", "tentative")]),
        (
            "- 8 giờ ngày 15/5: Mít tinh kỷ niệm ngày truyền thống\n- Chiều cùng ngày: Gặp mặt cán bộ hưu trí",
            [("2024-05-15 08:00", "confirmed"), ("2024-05-15 afternoon", "confirmed")],
        ),
        (
            "1. Ngày 15/5, họp Đảng đoàn (buổi sáng); họp Ban Thường vụ (buổi chiều)",
            [("2024-05-15 morning", "confirmed"), ("2024-05-15 afternoon", "confirmed")],
        ),
        (
            "1. Ngày 15/5, 7 giờ 30: tiếp xúc cử tri tại xã An Hòa; 13 giờ 30 tại xã Tân Bình",
            [("2024-05-15 07:30", "confirmed"), ("2024-05-15 13:30", "confirmed")],
        ),
        (
            "1. Ngày 15/5, 8h00: Tập huấn cho điều dưỡng (lớp 1); lớp 2 cùng giờ ngày 17/5",
            [("2024-05-15 08:00", "confirmed"), ("2024-05-17 08:00", "confirmed")],
        ),
        (
            "1. Trực tiếp công dân: các ngày thứ Năm tuần thứ hai và tuần thứ tư",
            [("2024-05-09", "confirmed"), ("2024-05-23", "confirmed")],
        ),
        ("1. Tuần 20-24/5: các tổ họp bình xét", [("2024-05-20..2024-05-24", "confirmed")]),
        ("1. Lễ ra quân: tối 15/5 (đã thực hiện)", []),
        (
            "1. Kiểm tra theo 02 cụm: cụm 1 ngày 15/5; cụm 2 ngày 16/5.",
            [("2024-05-15", "confirmed"), ("2024-05-16", "confirmed")],
        ),
        ("15/5: Họp chi bộ\n16/5 - Họp giao ban", [("2024-05-15", "confirmed"), ("2024-05-16", "confirmed")]),
        (
            "1. 15/5: Hội nghị cán bộ, chiều sinh hoạt chi bộ",
            [("2024-05-15", "confirmed"), ("2024-05-15 afternoon", "confirmed")],
        ),
        (
            "1. Hội thi: vòng sơ khảo 12/5, chung khảo 28/5",
            [("2024-05-12", "confirmed"), ("2024-05-28", "confirmed")],
        ),
        ("1. 15/5: Dự lễ ký kết (thay buổi ký ngày 08/5 đã hoãn)", [("2024-05-15", "confirmed")]),
        (
            "1. Diệt bọ gậy: tuần 2, tuần 4",
            [("2024-05-06..2024-05-12", "tentative"), ("2024-05-20..2024-05-26", "tentative")],
        ),
        ("1. Từ 20 đến 24: các tổ họp bình xét", [("2024-05-20..2024-05-24", "confirmed")]),
        (
            "1. Sáng 15/5 họp Ban Thường vụ, chiều họp Ban Chấp hành",
            [("2024-05-15 morning", "confirmed"), ("2024-05-15 afternoon", "confirmed")],
        ),
        (
            "1. Ngày 15/5: sáng giao ban, chiều đi kiểm tra cơ sở, tối dự đêm văn nghệ",
            [(f"2024-05-15 {part}", "confirmed") for part in ("morning", "afternoon", "evening")],
        ),
        (
            "1. Sáng 15/5: họp chi bộ; chiều cùng ngày, họp giao ban",
            [("2024-05-15 morning", "confirmed"), ("2024-05-15 afternoon", "confirmed")],
        ),
    ],
)
def test_the_times_of_a_turn(item: str, expected: list[tuple[str, str]]) -> None:
    assert said(f"{HEAD}{item}\n") == expected


@pytest.mark.parametrize(
    ("item", "day", "category"),
    [
        ("1. Đăng ký tham quan (dự kiến ngày 25/5) trước ngày 20/5", date(2024, 5, 19), DEADLINE),
        ("1. Gửi báo cáo tháng 4, hạn 10/5", date(2024, 5, 10), DEADLINE),
        ("1. Thu hội phí quý II xong trong ngày 20/5", date(2024, 5, 20), DEADLINE),
        (
            "1. Ngày 17/5: gặp mặt nhân Ngày Gia đình Việt Nam 28/6, 15h30, Hội trường A",
            date(2024, 5, 17),
            MEETING,
        ),
    ],
)
def test_the_day_and_the_kind_of_a_turn(item: str, day: date, category: Category) -> None:
    entry, *others = read_programme(
        decode(f"{HEAD}{item}\n".encode(), "a.txt"), today=date(2024, 4, 28)
    ).entries
    assert (entry.when.day, entry.category, others) == (day, category, [])  # type: ignore[union-attr]


def test_a_notice_keeps_the_former_day_told_in_a_bracket() -> None:
    text = (
        "THÔNG BÁO\nVề việc thay đổi thời gian một số cuộc họp\n\n"
        "1. Kiểm tra chợ phiên thực hiện sớm hơn 01 ngày, vào ngày 11/12/2025 (trước đó dự kiến ngày 12/12/2025).\n"
    )
    assert sorted(said(text)) == [
        ("2025-12-11", str(Status.CONFIRMED)),
        ("2025-12-12", str(Status.POSTPONED)),
    ]


def test_a_day_of_an_agenda_may_bear_its_number() -> None:
    text = (
        "GIẤY MỜI\nDự Diễn đàn khởi nghiệp\n\n1. Thời gian: 02 ngày, 16 và 17/4/2026.\n2. Địa điểm: Hội trường A.\n"
        "3. Chương trình\nNgày thứ nhất (16/4)\n8h00 – 11h30: Phiên khai mạc\nNgày thứ hai (17/4)\n"
        "8h00 – 11h00: Tọa đàm kết nối đầu tư\n"
    )
    assert said(text)[1:] == [("2026-04-16 08:00", "confirmed"), ("2026-04-17 08:00", "confirmed")]


def test_a_thing_held_again_keeps_its_name_and_tells_its_part() -> None:
    items = (
        "1. Ngày 15/5, 7h30: tiếp xúc cử tri tại xã An Hòa; 13h30 tại xã Tân Bình.\n"
        "2. Ngày 16/5, 8h00: Tập huấn cho điều dưỡng (lớp 1); lớp 2 cùng giờ ngày 17/5.\n"
    )
    found = read_programme(decode(f"{HEAD}{items}".encode(), "a.txt")).entries
    assert [(entry.title, entry.location) for entry in found] == [
        ("Tiếp xúc cử tri", "xã An Hòa"),
        ("Tiếp xúc cử tri", "xã Tân Bình"),
        ("Tập huấn cho điều dưỡng (lớp 1)", None),
        ("Tập huấn cho điều dưỡng (lớp 2)", None),
    ]


def test_a_day_of_a_heading_lasts_until_the_end_that_the_line_tells() -> None:
    text = (
        "LỊCH LÀM VIỆC TUẦN 29\n(từ ngày 18/7 đến ngày 22/7/2022)\n\nThứ Ba (19/7)\n"
        "- Chủ tịch: Cả ngày dự kỳ họp thứ Năm HĐND tỉnh khóa XV (đến hết ngày 21/7).\n"
    )
    assert said(text) == [("2022-07-19..2022-07-21 all-day", "confirmed")]


def test_days_of_birth_in_a_pair_are_commemorated_once() -> None:
    text = (
        "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n\n1. Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2024).\n"
    )
    (entry,) = read_programme(decode(text.encode(), "a.txt")).entries
    assert (entry.category, str(entry.when.day)) == (Category.OBSERVANCE, "2024-05-19")  # type: ignore[union-attr]


def test_what_is_struck_out_is_not_read() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 19\n(từ 06/5 đến 10/5/2024)\n\n### Thứ Sáu, 10/5\n"
        "* **~~16h00~~** **16h30** - Hội ý Ban Giám đốc\n"
    )
    assert said(text) == [("2024-05-10 16:30", "confirmed")]


def test_below_a_heading_of_last_days_each_day_is_one() -> None:
    text = (
        "THƯ MỜI THAM DỰ HỘI THẢO\n“Nông nghiệp tuần hoàn”\n\n"
        "Hội thảo diễn ra trong hai ngày 21 và 22/11/2024 tại Hội trường C2.\n"
        "Hạn nộp các tài liệu:\n- Tóm tắt: 31/7/2024\n- Toàn văn: 15/9/2024\n"
    )
    found = read_programme(decode(text.encode(), "a.txt")).entries
    assert [(entry.title, entry.category) for entry in found] == [
        ("Hội thảo “Nông nghiệp tuần hoàn”", MEETING),
        ("Tóm tắt", DEADLINE),
        ("Toàn văn", DEADLINE),
    ]


@pytest.mark.parametrize(
    ("document", "title"),
    [
        (
            "THÔNG BÁO\nVề việc nghỉ lễ 30/4 và 01/5\n\n1. Thời gian nghỉ: từ ngày 27/4 đến ngày 01/5/2024.\n",
            "Nghỉ lễ 30/4 và 01/5",
        ),
        (f"{HEAD}1. Trực: ngày 15/5 (đ/c Nam).\n", "Trực: đ/c Nam"),
        (f"{HEAD}1. Trực: ngày 15/5.\n", "Trực"),
    ],
)
def test_a_bare_title_is_told_fully_where_more_is_known(document: str, title: str) -> None:
    (entry,) = read_programme(decode(document.encode(), "a.txt")).entries
    assert entry.title == title


def test_a_place_may_point_to_that_of_another_thing() -> None:
    items = (
        "1. 8h00 ngày 15/5: Giao ban, địa điểm: Phòng họp số 2.\n2. 10h00 ngày 15/5: Hội ý, cùng địa điểm.\n"
        "3. 14h00 ngày 16/5: Họp tổ giá, phòng họp số 3.\n4. 8h00 ngày 17/5: Họp chi bộ, địa điểm: như mục 1.\n"
    )
    found = read_programme(decode(f"{HEAD}{items}".encode(), "a.txt")).entries
    assert [entry.location for entry in found] == [
        "Phòng họp số 2",
        "Phòng họp số 2",
        "phòng họp số 3",
        "Phòng họp số 2",
    ]


def test_the_hour_stays_where_a_notice_says_so() -> None:
    text = (
        "THÔNG BÁO\nVề việc lùi thời gian tổ chức Hội nghị đối thoại\n\n"
        "Hội nghị đối thoại (dự kiến lúc 8 giờ ngày 16/11/2022) lùi lại 01 tuần, tổ chức vào ngày 23/11/2022; "
        "giờ và địa điểm không thay đổi.\n"
    )
    assert said(text) == [("2022-11-16 08:00", "postponed"), ("2022-11-23 08:00", "confirmed")]


def test_why_something_is_moved_is_no_event() -> None:
    text = (
        "THÔNG BÁO\nVề việc dời lịch tiếp công dân\n\n"
        "Do Chủ tịch đi công tác từ ngày 14/11 đến ngày 16/11/2022, buổi tiếp công dân ngày 15/11/2022 "
        "chuyển sang ngày 18/11/2022.\n"
    )
    assert said(text) == [("2022-11-15", "postponed"), ("2022-11-18", "confirmed")]


def test_a_line_goes_on_with_the_day_of_the_line_above() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN (Từ 01/9 đến 07/9/2025)\n\nThứ Tư, 03/9: 8h00: Giao ban cơ quan.\n"
        "Chiều 14h00: Làm việc với Ngân hàng, phòng họp tầng 2.\nThứ Sáu, 05/9: Sinh hoạt chi bộ (16h).\n"
    )
    assert said(text) == [
        ("2025-09-03 08:00", "confirmed"),
        ("2025-09-03 14:00", "confirmed"),
        ("2025-09-05 16:00", "confirmed"),
    ]


def test_a_rule_in_force_from_a_month_on_has_no_end() -> None:
    text = (
        "NỘI QUY SINH HOẠT\n(Áp dụng từ tháng 01/2022)\n\n1. Sinh hoạt chi bộ: 19 giờ 30 ngày 05 hằng tháng.\n"
        "2. Họp chi ủy: trước sinh hoạt chi bộ 02 ngày (tối ngày 03).\n3. Giao ban: tối thứ Sáu tuần cuối tháng.\n"
    )
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    repeats = [(str(e.when.recurrence.first), e.when.recurrence.until) for e in entries]  # type: ignore[union-attr]
    assert repeats == [("2022-01-05", None), ("2022-01-03", None), ("2022-01-28", None)]


def test_days_of_a_row_begin_at_the_hour_of_the_opening() -> None:
    text = (
        "KẾ HOẠCH HOẠT ĐỘNG THÁNG 12/2021\n\n| STT | Công việc | Thời gian |\n|---|---|---|\n"
        "| 1 | Triển lãm hoa lan (khai mạc 9h00 ngày 11/12) | 11 - 13/12 |\n| 2 | Tổng kết năm | 25/12 |\n"
    )
    assert said(text) == [("2021-12-11..2021-12-13 09:00", "confirmed"), ("2021-12-25", "confirmed")]


def test_the_first_month_below_the_title_of_a_quarter_is_not_of_the_title() -> None:
    text = "CHƯƠNG TRÌNH CÔNG TÁC QUÝ I NĂM 2025\n\nTHÁNG 01/2025\n- 03/01: Họp.\n\nTHÁNG 3/2025\n- 08/3: Họp chi bộ.\n"
    programme = read_programme(decode(text.encode(), "a.txt"))
    assert (str(programme.period.first), str(programme.period.last)) == ("2025-01-01", "2025-03-31")  # type: ignore[union-attr]


def test_when_a_page_was_put_up_is_no_entry() -> None:
    text = "LỊCH CÔNG TÁC THÁNG 11 NĂM 2024\nThứ năm, 31/10/2024 10:12 | Lượt xem: 356\n\n1. Ngày 05/11: Họp tổ giá.\n"
    assert said(text) == [("2024-11-05", "confirmed")]


def test_a_notice_of_a_meeting_is_named_by_its_subject() -> None:
    text = (
        "THÔNG BÁO\nHọp Nhân dân tổ dân phố số 5\n\n1. Thời gian: 19 giờ 30, thứ Bảy ngày 14/10/2023.\n"
        "2. Địa điểm: Nhà văn hóa tổ dân phố.\n3. Nội dung: Bình xét gia đình văn hóa năm 2023.\n"
    )
    (entry,) = read_programme(decode(text.encode(), "a.txt")).entries
    assert (entry.title, entry.note) == ("Họp Nhân dân tổ dân phố số 5", "Bình xét gia đình văn hóa năm 2023")


def test_a_department_in_a_notice_is_not_called_off() -> None:
    text = (
        "THÔNG BÁO\nV/v nghỉ lễ năm 2024\n\n1. Giao ban ngày 29/4/2024 chuyển sang ngày 02/5/2024.\n"
        "2. Bộ phận Một cửa họp rút kinh nghiệm ngày 03/5/2024.\n"
    )
    assert said(text)[-1] == ("2024-05-03", "confirmed")


def test_a_label_of_a_day_may_stand_on_three_lines() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 16\n(Từ thứ Bảy 12/4 đến thứ Sáu 18/4/2025)\n\nThứ\nHai\n14/4\nSáng\n7h30: Chào cờ\n"
        "Thứ\nBa\n15/4\nChiều\n14h00: Làm việc với phường về giải phóng mặt bằng\nUBND phường Long Sơn\n"
    )
    assert said(text) == [("2025-04-14 07:30", "confirmed"), ("2025-04-15 14:00", "confirmed")]


def test_a_mail_may_name_its_readers_before_its_subject() -> None:
    text = (
        "Từ: Văn phòng Sở\nGửi: Các phòng\nNgày: 21/11/2023\nTiêu đề: Thay đổi lịch họp\n\n"
        "Cuộc họp giao ban ngày 22/11 chuyển sang 16h00 ngày 23/11.\n"
    )
    assert said(text) == [("2023-11-22", "postponed"), ("2023-11-23 16:00", "confirmed")]


def test_each_label_of_a_letters_time_names_its_thing() -> None:
    text = (
        "GIẤY MỜI\nTham dự Hội nghị kết nối cung cầu\n\n1. Thời gian:\n- Trưng bày: từ 18/11 đến 20/11/2022.\n"
        "- Hội nghị: 14h00 ngày 18/11/2022.\n2. Địa điểm: Trung tâm Xúc tiến thương mại.\n"
    )
    assert said(text) == [("2022-11-18..2022-11-20", "confirmed"), ("2022-11-18 14:00", "confirmed")]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("1. Giao quân: theo lịch của xã (dự kiến đầu tháng 6)", [("2024-06-01..2024-06-10", "tentative")]),
        ("1. Đối tượng: học sinh sinh từ ngày 01/01/2011 trở lại đây", []),
        ("1. Trực tuần: lớp 7C, ngày 15/5", []),
    ],
)
def test_what_is_held_and_what_only_looks_like_it(item: str, expected: list[tuple[str, str]]) -> None:
    assert said(f"{HEAD}{item}\n") == expected


def test_until_when_something_is_taken_is_a_last_day() -> None:
    text = (
        "THỂ LỆ\nCuộc thi vẽ tranh năm 2026\n\n1. Nhận bài: đến 17h00 ngày 13/3/2026.\n"
        "2. Trao giải: 8h30 ngày 29/3/2026.\n"
    )
    found = read_programme(decode(text.encode(), "a.txt")).entries
    assert [(entry.title, entry.category) for entry in found] == [
        ("Nhận bài", DEADLINE),
        ("Trao giải", MEETING),
    ]


def test_groups_that_are_invited_apart_have_the_name_of_the_meeting() -> None:
    text = (
        "GIẤY MỜI\nHọp phụ huynh học sinh cuối năm\n\nKính mời quý phụ huynh đến dự họp:\n"
        "- Khối 6, 7: 7 giờ 30, Chủ nhật ngày 26/5/2024\n- Khối 8, 9: 14 giờ 00, Chủ nhật ngày 26/5/2024\n"
    )
    found = read_programme(decode(text.encode(), "a.txt")).entries
    assert [(entry.title, str(entry.when.hours.start)) for entry in found] == [
        ("Họp phụ huynh học sinh cuối năm: khối 6, 7", "07:30:00"),
        ("Họp phụ huynh học sinh cuối năm: khối 8, 9", "14:00:00"),
    ]


def test_how_often_may_stand_in_another_cell_than_the_weekday() -> None:
    text = (
        "LỊCH CÔNG TÁC THÁNG 10/2024\n\n| Thời gian | Nội dung | Lãnh đạo |\n|---|---|---|\n"
        "| 01/10 | Họp giao ban | Giám đốc |\n| Hằng tuần | Tiếp công dân sáng thứ Năm | Giám đốc |\n"
    )
    *_, entry = read_programme(decode(text.encode(), "a.txt")).entries
    assert (entry.title, str(entry.when.recurrence.first)) == ("Tiếp công dân", "2024-10-03")  # type: ignore[union-attr]


def test_hours_and_place_under_a_heading_of_their_own_are_of_all_rules() -> None:
    text = (
        "THÔNG BÁO\nLịch tiếp công dân năm 2023\n\nI. LỊCH TIẾP\n1. Thường trực HĐND: thứ Năm tuần đầu hằng tháng.\n"
        "II. THỜI GIAN, ĐỊA ĐIỂM\n- Thời gian: Sáng từ 7h30 đến 10h30.\n- Địa điểm: Phòng tiếp công dân.\n"
    )
    (entry,) = read_programme(decode(text.encode(), "a.txt")).entries
    assert (str(entry.when.hours.start), entry.location) == ("07:30:00", "Phòng tiếp công dân")


def test_hours_of_groups_stand_below_a_day() -> None:
    text = (
        "LỊCH TUẦN (từ ngày 23/8 đến ngày 28/8/2021)\n\nThứ năm 26/8\n- Họp tổ.\nThứ sáu 27/8\n"
        "- Họp phụ huynh (lớp 5 tuổi: 8h; lớp 3, 4 tuổi: 15h).\n"
    )
    assert said(text)[1:] == [("2021-08-27 08:00", "confirmed"), ("2021-08-27 15:00", "confirmed")]
