"""What single items announce: title, time, place, people, and whether they announce anything at all."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.marks import Category, Status
from calendars.programme import Entry, Programme
from calendars.reading import read_programme
from calendars.when import when_to_json

HEAD = "CHƯƠNG TRÌNH CÔNG TÁC\nTháng 11 năm 2023\n\n"
EVENTS = HEAD + "II. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG\n"
TASKS = HEAD + "I. MỘT SỐ NHIỆM VỤ TRỌNG TÂM\n"


def programme(text: str) -> Programme:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2023, 10, 28))


def entries(text: str) -> tuple[Entry, ...]:
    return programme(text).entries


def day_and_hours(entry: Entry) -> tuple[object, ...]:
    told = when_to_json(entry.when)
    days = told.get("date") or told.get("dates") or (told.get("from"), told.get("to"))
    return days, told["start"], told["end"], told["daypart"]


@pytest.mark.parametrize(
    ("item", "title", "told", "location"),
    [
        (
            "Hội nghị Đảng đoàn Hội LHPN tỉnh: Ngày 24/11/2023.",
            "Hội nghị Đảng đoàn Hội LHPN tỉnh",
            ("2023-11-24", None, None, None),
            None,
        ),
        (
            "8h00, ngày 24/11: Khai giảng lớp tập huấn tại huyện Kim Đài.",
            "Khai giảng lớp tập huấn",
            ("2023-11-24", "08:00", None, None),
            "huyện Kim Đài",
        ),
        (
            "Phối hợp tổ chức Hội thảo phản biện văn kiện (chiều 24/11, phòng họp số 2).",
            "Hội thảo phản biện văn kiện",
            ("2023-11-24", None, None, "afternoon"),
            "phòng họp số 2",
        ),
        (
            "Tập huấn nghiệp vụ (02 ngày, từ ngày 21/11), tại Trường Chính trị tỉnh.",
            "Tập huấn nghiệp vụ",
            (("2023-11-21", "2023-11-22"), None, None, None),
            "Trường Chính trị tỉnh",
        ),
        (
            "16h ngày 12/11: Chợ Tết Nhân đạo - khai mạc; kéo dài đến hết 14/11.",
            "Chợ Tết Nhân đạo - khai mạc",
            (("2023-11-12", "2023-11-14"), "16:00", None, None),
            None,
        ),
        (
            "Họp xét thi đua: 14h00 ngày 10/11, Hội trường A; xe xuất phát lúc 13h15.",
            "Họp xét thi đua",
            ("2023-11-10", "14:00", None, None),
            "Hội trường A",
        ),
    ],
)
def test_an_item_of_the_list_of_meetings(
    item: str, title: str, told: tuple[object, ...], location: str | None
) -> None:
    (entry,) = entries(f"{EVENTS}1. {item}\n")
    assert (entry.title, day_and_hours(entry), entry.location) == (title, told, location)


def test_items_without_a_time_inherit_the_note_below_the_heading_and_others_nothing() -> None:
    first, second = entries(
        f"{EVENTS}(Dự kiến trung tuần tháng 11/2023, thời gian cụ thể sẽ thông báo sau)\n"
        "1. Tổ chức các hội nghị quán triệt Đề án 01.\n2. Giao ban Thường trực: Thứ 6 hằng tuần.\n"
    )
    assert (first.title, first.status, day_and_hours(first)[0]) == (
        "Hội nghị quán triệt Đề án 01",
        Status.TENTATIVE,
        ("2023-11-11", "2023-11-20"),
    )
    assert (second.status, when_to_json(second.when)["until"]) == (Status.CONFIRMED, "2023-11-24")
    assert [passage.line for passage in first.evidence] == [6, 4, 5]
    assert [passage.line for passage in second.evidence] == [7]


def test_without_any_time_a_meeting_of_the_list_is_some_day_of_the_period() -> None:
    (entry,) = entries(f"{EVENTS}1. Hội nghị sơ kết Đề án 938.\n2. Đẩy mạnh tuyên truyền pháp luật.\n")
    assert (entry.status, day_and_hours(entry)[0]) == (Status.TENTATIVE, ("2023-11-01", "2023-11-30"))


def test_prose_yields_commemorations_and_deadlines_and_no_standing_tasks() -> None:
    found = entries(
        f"{TASKS}1. Hưởng ứng Ngày Pháp luật Việt Nam (09/11), Ngày Nhà giáo Việt Nam (20/11).\n"
        "2. Duy trì hoạt động giao ban phong trào định kỳ. Các đơn vị gửi báo cáo trước ngày 25/11/2023.\n"
        "3. Thực hiện Kế hoạch số 101-KH/TU ngày 20/11/2023 của Tỉnh ủy, giai đoạn 2021 - 2025.\n"
    )
    assert [(entry.category, entry.title) for entry in found] == [
        (Category.OBSERVANCE, "Ngày Pháp luật Việt Nam"),
        (Category.OBSERVANCE, "Ngày Nhà giáo Việt Nam"),
        (Category.DEADLINE, "Các đơn vị gửi báo cáo"),
    ]


def test_a_meeting_on_the_occasion_of_a_commemoration_is_no_commemoration() -> None:
    (entry,) = entries(f"{EVENTS}1. Tọa đàm nhân Ngày Nhà giáo Việt Nam 20/11: sáng 18/11.\n")
    assert (entry.category, day_and_hours(entry)) == (Category.MEETING, ("2023-11-18", None, None, "morning"))


def test_a_ceremony_for_two_named_days_is_one_meeting_on_the_day_in_its_bracket() -> None:
    (entry,) = entries(
        f"{TASKS}- Tổ chức Lễ kỷ niệm 93 năm Ngày thành lập Hội Chữ thập đỏ và Ngày Nhà giáo Việt Nam 20/11"
        " (dự kiến sáng 17/11).\n"
    )
    assert (entry.category, when_to_json(entry.when)["date"]) == (Category.MEETING, "2023-11-17")
    assert entry.title.startswith("Lễ kỷ niệm")


def test_people_and_preparing_unit_in_brackets() -> None:
    (entry,) = entries(
        f"{EVENTS}1. Kiểm tra công vụ tại phường Kim Đài: ngày 10/11 "
        "(đ/c Phó Giám đốc chủ trì; Thanh tra Sở chuẩn bị nội dung).\n"
    )
    assert (entry.title, entry.location, entry.chair, entry.prepared_by) == (
        "Kiểm tra công vụ",
        "phường Kim Đài",
        "đ/c Phó Giám đốc",
        "Thanh tra Sở",
    )


def test_the_same_meeting_in_prose_and_in_the_list_is_one_entry_with_both_passages() -> None:
    found = entries(
        f"{TASKS}1. Tổ chức Hội nghị biểu dương điển hình tiên tiến trong tháng 11.\n"
        "II. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH\n1. Hội nghị biểu dương điển hình tiên tiến: ngày 24/11/2023.\n"
    )
    assert [(day_and_hours(entry)[0], [p.line for p in entry.evidence]) for entry in found] == [
        ("2023-11-24", [7, 5])
    ]


def test_a_weekday_against_its_date_keeps_the_date_and_names_both() -> None:
    (entry,) = entries(f"{EVENTS}1. Họp Ban Thường vụ: thứ Hai, ngày 24/11/2023.\n")
    assert day_and_hours(entry)[0] == "2023-11-24"
    assert [issue.code for issue in entry.issues] == ["weekday-conflict"]
    assert entry.issues[0].passage == entry.evidence[0]
    assert entry.confidence < 0.9


def test_a_report_on_the_past_announces_nothing() -> None:
    assert (
        entries(f"{HEAD}I. KẾT QUẢ CÔNG TÁC THÁNG 10\n1. Tổ chức Hội nghị Ban Chấp hành ngày 24/10/2023.\n")
        == ()
    )


DAYS = "LỊCH CÔNG TÁC TUẦN 47\n(Từ ngày 20/11 đến ngày 26/11/2023)\n"


def test_a_leaders_line_with_several_hours_is_several_entries_of_that_leader() -> None:
    found = entries(
        f"{DAYS}THỨ BA, NGÀY 21/11:\n- Chủ tịch: 7 giờ 30’, họp giao ban, điểm tại phòng họp số 2. "
        "14 giờ, dự lễ phát động thi đua, điểm tại Nhà văn hóa.\nTHỨ TƯ, NGÀY 22/11:\n"
        "- PCT. Thường trực: Làm việc tại cơ quan.\n"
    )
    assert [(entry.title, day_and_hours(entry), entry.location, entry.chair) for entry in found] == [
        ("Họp giao ban", ("2023-11-21", "07:30", None, None), "phòng họp số 2", "Chủ tịch"),
        ("Lễ phát động thi đua", ("2023-11-21", "14:00", None, None), "Nhà văn hóa", "Chủ tịch"),
    ]


def test_a_part_of_the_day_may_stand_in_a_bracket_at_the_end() -> None:
    found = entries(
        f"{DAYS}Thứ Hai, 20/11\n- Họp giao ban các Ban (sáng).\n- Giám sát Công an huyện (ngày).\n"
        "Thứ Ba, 21/11\n- Bế mạc lớp bồi dưỡng (chiều, 15 giờ 30; dự: đ/c Hậu).\n"
    )
    assert [(day_and_hours(entry), entry.attendees) for entry in found] == [
        (("2023-11-20", None, None, "morning"), None),
        (("2023-11-20", None, None, "all-day"), None),
        (("2023-11-21", "15:30", None, "afternoon"), "đ/c Hậu"),
    ]


def test_headings_of_a_notice_say_what_becomes_of_the_items_below() -> None:
    found = entries(
        "ĐIỀU CHỈNH LỊCH CÔNG TÁC TUẦN 47\n(từ 20/11 đến 26/11/2023)\n1. Không tổ chức:\n"
        "- Giao lưu bóng đá (17h thứ Sáu, 24/11).\n"
        "2. Đổi địa điểm:\n- Tập huấn truyền thông 8h00 thứ Bảy 25/11: Trung tâm Thanh thiếu nhi (thay Hội trường A).\n"
    )
    assert [(entry.title, entry.status, entry.location) for entry in found] == [
        ("Giao lưu bóng đá", Status.CANCELLED, None),
        ("Tập huấn truyền thông", Status.CONFIRMED, "Trung tâm Thanh thiếu nhi"),
    ]


def test_an_agenda_is_one_meeting_and_what_follows_the_closing_its_own() -> None:
    found = entries(
        "GIẤY MỜI\nDự Hội thảo Nông nghiệp số\n\nThời gian: Thứ Sáu, ngày 15/9/2023\n"
        "Địa điểm: Hội trường lớn\n\nChương trình dự kiến\n"
        "07:30 – 08:00 | Đăng ký đại biểu\n08:00 – 08:15 | Phát biểu khai mạc\n08:15 – 10:00 | Phiên toàn thể\n"
        "16:30 – 17:00 | Bế mạc\n18h00: Tiệc tối (nhà hàng sinh viên)\n"
    )
    assert [(entry.title, day_and_hours(entry), entry.location) for entry in found] == [
        ("Hội thảo Nông nghiệp số", ("2023-09-15", "08:00", "17:00", None), "Hội trường lớn"),
        ("Tiệc tối", ("2023-09-15", "18:00", None, None), "nhà hàng sinh viên"),
    ]


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "???", "(((((", "1.", "|", "||\n||", "Ngày 32/13", "1. " * 500, "- " + "a" * 5000],
)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert programme("Công văn\n" + text + ".").source.name == "a.txt"


def test_what_could_not_be_found_out_is_said() -> None:
    read = programme("Hội Cựu chiến binh\n1. Tăng cường công tác tuyên truyền.\n")
    assert {issue.code for issue in read.issues} >= {"no-period", "no-entries"}


def test_before_the_new_year_is_a_last_day_and_the_feast_an_occasion() -> None:
    head = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 01 NĂM 2024\n\n"
    paid, checked = entries(
        f"{head}1. Hoàn thành chi trả trợ cấp trước Tết Nguyên đán.\n"
        "2. Kiểm tra an toàn thực phẩm trước Tết Nguyên đán: ngày 15/01.\n"
    )
    assert (paid.category, day_and_hours(paid)[0]) == (Category.DEADLINE, "2024-02-09")
    assert (checked.category, day_and_hours(checked)[0]) == (Category.MEETING, "2024-01-15")


def test_a_feast_before_a_colon_and_a_day_is_an_occasion() -> None:
    head = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 4 NĂM 2025\n\n"
    planned, feast = entries(
        f"{head}1. Họp Ban tổ chức Giỗ Tổ Hùng Vương: chiều 01/4.\n2. Giỗ Tổ Hùng Vương: lễ dâng hương tại Đền Hùng.\n"
    )
    assert (planned.title, day_and_hours(planned)[0]) == ("Họp Ban tổ chức Giỗ Tổ Hùng Vương", "2025-04-01")
    assert day_and_hours(feast)[0] == "2025-04-07"


def test_what_stands_below_a_week_without_a_time_is_some_day_of_it() -> None:
    head = "KẾ HOẠCH CÔNG TÁC THÁNG 9/2025\n\n"
    _, checked = entries(
        f"{head}2. Tuần 2 (08/9 - 14/9)\n- 08/9: Giao ban.\n"
        "3. Tuần 3 (15/9 - 21/9)\n- Kiểm tra công tác Đoàn trường học.\n"
    )
    assert day_and_hours(checked)[0] == ("2025-09-15", "2025-09-21")
    assert checked.status is Status.TENTATIVE


def test_what_is_asked_for_ends_where_something_else_is_done() -> None:
    asked = entries(
        f"{EVENTS}1. Gửi báo cáo trước ngày 18/11 và kiểm tra đường truyền vào lúc 15h00 ngày 21/11.\n"
    )
    assert [(entry.title, day_and_hours(entry)[0]) for entry in asked] == [
        ("Gửi báo cáo", "2023-11-17"),
        ("Kiểm tra đường truyền", "2023-11-21"),
    ]


def test_a_day_that_no_entry_has_makes_unsure() -> None:
    (found,) = entries(f"{EVENTS}1. Hội nghị giao ban ngày 10/11/2023, phát tài liệu ngày 20/11/2023.\n")
    assert found.confidence < 0.9


def test_an_occasion_that_is_off_is_a_day_off_and_so_is_the_day_in_lieu() -> None:
    text = (
        "THÔNG BÁO\nVề việc nghỉ lễ năm 2026\n\n1. Giỗ Tổ Hùng Vương nghỉ ngày 26/4/2026, nghỉ bù ngày 27/4/2026; "
        "lễ 30/4 và 01/5 nghỉ từ ngày 30/4 đến hết ngày 03/5/2026.\n"
    )
    found = read_programme(decode(text.encode(), "a.txt")).entries
    assert [(e.category, when_to_json(e.when).get("date") or when_to_json(e.when)["to"]) for e in found] == [
        (Category.OBSERVANCE, "2026-04-26"),
        (Category.OBSERVANCE, "2026-04-27"),
        (Category.OBSERVANCE, "2026-05-03"),
    ]


def test_what_leads_to_a_schedule_and_what_it_is_for_are_none() -> None:
    text = (
        "KẾ HOẠCH\nHoạt động tuần từ 04/5/2026 đến 10/5/2026\n\nKhoa gửi lịch sinh hoạt tuần 04-10/5/2026:\n"
        "1. Mục đích, yêu cầu:\n- Chào mừng kỷ niệm Ngày Quốc tế Lao động 01/5/2026, tạo không khí thi đua.\n"
        "2. Giao ban khoa: 7h00 ngày 05/5/2026.\n"
    )
    assert [
        e.title
        for e in read_programme(decode(text.encode(), "a.txt")).entries
        if e.category is Category.MEETING
    ] == ["Giao ban khoa"]


def test_what_is_inspected_is_held_though_it_speaks_of_a_movement() -> None:
    text = (
        "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 01 NĂM 2027\n\nI. Công tác Hội\n"
        "1. Kiểm tra phong trào nông dân: từ ngày 11/01 đến ngày 13/01.\n"
    )
    (found,) = read_programme(decode(text.encode(), "a.txt")).entries
    assert found.category is Category.MEETING
