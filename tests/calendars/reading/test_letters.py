"""Invitations: what the letter is about, its stated hours beside an agenda's, and what others are to hand in."""

from dataclasses import replace
from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.marks import Category
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import when_to_json

HEAD = "Yên Lạc, ngày 06 tháng 5 năm 2024\n\nGIẤY MỜI HỌP\n\n"


def entries(text: str) -> tuple[Entry, ...]:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2024, 5, 6)).entries


def test_an_assessment_may_be_what_a_meeting_is_about() -> None:
    (found,) = entries(
        f"{HEAD}1. Nội dung: Đánh giá công tác phòng cháy từ đầu năm đến nay.\n"
        "2. Thời gian: 14 giờ 00, thứ Năm, ngày 09/5/2024.\n3. Địa điểm: Phòng họp tầng 2.\n"
    )
    assert "phòng cháy" in found.title
    assert (found.category, when_to_json(found.when)["start"]) == (Category.MEETING, "14:00")


def test_what_others_hand_in_for_a_meeting_is_a_deadline() -> None:
    _, asked = entries(
        f"{HEAD}1. Nội dung: Họp Ban Chỉ đạo phòng cháy.\n2. Thời gian: 14 giờ 00, ngày 09/5/2024.\n"
        "3. Địa điểm: Phòng họp tầng 2.\n4. Phân công chuẩn bị:\n"
        "- Công an xã: báo cáo tình hình (số liệu tính đến 6h00 ngày 08/5/2024), gửi trước 10 giờ ngày 09/5/2024.\n"
    )
    told = when_to_json(asked.when)
    assert (asked.category, told["date"], told["end"]) == (Category.DEADLINE, "2024-05-09", "10:00")


def test_an_agenda_leaves_the_stated_hour_alone() -> None:
    (found,) = entries(
        "GIẤY MỜI\nDự Hội nghị sơ kết công tác thủy lợi\n\nThời gian: 8h00, thứ Sáu, ngày 10/5/2024\n"
        "Địa điểm: Hội trường huyện\n\nChương trình hội nghị\n07:30 – 08:00 | Đón tiếp đại biểu\n"
        "08:00 – 08:15 | Khai mạc\n08:15 – 10:30 | Thảo luận\n10:30 – 11:00 | Bế mạc\n"
    )
    told = when_to_json(found.when)
    assert (told["start"], told["end"]) == ("08:00", None)


def test_a_deadline_that_was_over_when_the_letter_went_out_is_left_out() -> None:
    found = entries(
        f"{HEAD}1. Nội dung: Họp trù bị đại hội.\n2. Thời gian: 14 giờ 00, ngày 09/5/2024.\n3. Địa điểm: Xã.\n\n"
        "Đề nghị các chi hội hoàn thành đại hội cấp mình trong tháng 4 (đến nay đã có 5/6 chi hội tổ chức xong), "
        "gửi danh sách đại biểu không muộn hơn ngày 08/5/2024.\n"
    )
    assert [when_to_json(e.when)["date"] for e in found if e.category is Category.DEADLINE] == ["2024-05-08"]


def test_the_rows_below_an_item_of_the_programme_are_an_agenda() -> None:
    (found,) = entries(
        f"{HEAD}1. Nội dung: Họp Ban Chấp hành.\n2. Thời gian: 8 giờ 00, ngày 09/5/2024.\n"
        "3. Nội dung, chương trình:\n7h30 - 8h00: Đón tiếp đại biểu\n8h00 - 8h15: Tuyên bố lý do\n"
        "8h15 - 10h30: Thảo luận\n10h30 - 11h00: Kết luận\n4. Địa điểm: Xã.\n"
    )
    assert when_to_json(found.when)["start"] == "08:00"
    assert found.note is not None
    assert "8h15 - 10h30: Thảo luận" in found.note


def test_the_name_may_stand_on_a_line_below_the_invitation() -> None:
    (found,) = entries(
        f"{HEAD}Ban Thường vụ trân trọng kính mời đồng chí dự:\nHội thảo phụ nữ khởi nghiệp\n"
        "Thời gian: 8h00, ngày 09/5/2024.\nĐịa điểm: Hội trường xã.\n"
    )
    assert found.title == "Hội thảo phụ nữ khởi nghiệp"


def test_what_is_done_in_each_half_of_the_day_names_no_meeting() -> None:
    (found,) = entries(
        "GIẤY MỜI\nHội nghị báo cáo viên tháng 5 năm 2024\n\n* Thời gian: 7 giờ 30, ngày 09/5/2024.\n"
        "* Địa điểm: Hội trường Huyện ủy.\n* Nội dung:\n- Buổi sáng: Thông tin thời sự.\n"
        "- Buổi chiều: Quán triệt Kết luận số 84-KL/TW ngày 21/3/2024.\n"
    )
    told = when_to_json(found.when)
    assert (found.title, told["start"]) == ("Hội nghị báo cáo viên tháng 5 năm 2024", "07:30")


def test_what_is_attended_may_stand_behind_its_label() -> None:
    (found,) = entries(
        f"{HEAD}UBND xã kính mời: Trưởng các thôn.\nĐến dự: Hội nghị đối thoại với Nhân dân.\n"
        "Thời gian: 8 giờ 00, ngày 09/5/2024.\nĐịa điểm: Nhà Văn hóa xã.\n"
    )
    assert found.title == "Hội nghị đối thoại với Nhân dân"


def test_how_it_is_held_is_no_place_where_a_place_is_told() -> None:
    (found,) = entries(
        "GIẤY MỜI\nDự Hội nghị sơ kết công tác tư pháp\n\n1. Thời gian: 13 giờ 30, ngày 09/5/2024.\n"
        "2. Hình thức: Trực tiếp kết hợp trực tuyến.\n3. Địa điểm: Hội trường Sở Tư pháp.\n"
    )
    assert found.location == "Hội trường Sở Tư pháp"


def test_what_is_done_at_a_meeting_does_not_name_it() -> None:
    (found,) = entries(
        "GIẤY MỜI\nDự gặp mặt kỷ niệm Ngày Nhà giáo Việt Nam\n\nThời gian: 8 giờ 00 ngày 18/11/2024.\n"
        "Địa điểm: Hội trường xã.\nNội dung: Ôn truyền thống, chúc thọ các thầy cô.\n"
    )
    assert found.title == "Gặp mặt kỷ niệm Ngày Nhà giáo Việt Nam"


def test_by_when_those_who_come_sign_up_is_a_thing_of_its_own() -> None:
    held, asked = entries(
        "GIẤY MỜI\nDự gặp mặt\n\nAi đi tham quan Côn Sơn ngày 22/11/2024 đăng ký với Văn phòng (ĐT 0983.011.126) "
        "trước ngày 12/11/2024.\n"
    )
    assert [(e.category, when_to_json(e.when)["date"]) for e in (held, asked)] == [
        (Category.MEETING, "2024-11-22"),
        (Category.DEADLINE, "2024-11-11"),
    ]


def test_days_of_a_mail_are_counted_from_when_it_was_sent() -> None:
    text = (
        "Chào các anh chị,\n- 8h30 sáng mai: họp góp ý quy chế, phòng họp lớn.\n"
        "- 14h ngày 10/9: tiếp đoàn khảo sát.\n"
    )
    found = read_programme(replace(decode(text.encode(), "a.eml"), sent=date(2026, 9, 8))).entries
    assert [(when_to_json(e.when)["date"], when_to_json(e.when)["start"]) for e in found] == [
        ("2026-09-09", "08:30"),
        ("2026-09-10", "14:00"),
    ]


def test_a_table_of_the_agenda_leaves_the_letter_one_meeting() -> None:
    text = (
        "GIẤY MỜI\nHọp phiên thường kỳ UBND tỉnh tháng 5 năm 2025\n\n"
        "1. Thời gian: Từ 14 giờ 00 ngày 15/5/2025 đến 17 giờ 00 ngày 16/5/2025.\n2. Địa điểm: Phòng họp lớn.\n"
        "3. Chủ trì: Chủ tịch UBND tỉnh.\n4. Các cơ quan gửi tài liệu trước ngày 13/5/2025.\n\nNội dung phiên họp\n"
        "| STT | Thời gian | Nội dung | Cơ quan trình |\n|---|---|---|---|\n| I | Chiều 15/5 | | |\n"
        "| 1 | 14h00 - 15h30 | Nghe báo cáo đề án | Sở A |\n| II | Ngày 16/5 | | |\n"
        "| 2 | 8h00 - 11h30 | Thảo luận | Sở B |\n"
    )
    first, *others = read_programme(decode(text.encode(), "a.txt")).entries
    assert (first.title, first.location, first.chair) == (
        "Họp phiên thường kỳ UBND tỉnh tháng 5 năm 2025",
        "Phòng họp lớn",
        "Chủ tịch UBND tỉnh",
    )
    days = [str(entry.when.day) for entry in others if entry.category is Category.MEETING]  # type: ignore[union-attr]
    assert days == ["2025-05-15", "2025-05-16"]


@pytest.mark.parametrize(
    "agenda",
    [
        "Chương trình:\n- 14h30 - 14h45: Ổn định tổ chức\n- 14h45 - 15h10: Báo cáo\n- 15h10 - 16h00: Thảo luận\n",
        "Chương trình:\n14:30 – 14:45 | Ổn định tổ chức\n14:45 – 15:10 | Báo cáo\n15:10 – 16:00 | Thảo luận\n",
        "CHƯƠNG TRÌNH\n14h30: Ổn định tổ chức\n14h45: Báo cáo\n15h10: Thảo luận\n",
        "(Đại biểu đăng ký, nhận tài liệu từ 14h00)\n",
        "",
    ],
)
def test_hour_and_place_in_one_sentence_and_what_is_asked_below_the_agenda(agenda: str) -> None:
    text = (
        "SỞ NỘI VỤ TỈNH HẠ LAM\nSố: 41/GM-SNV\nHạ Lam, ngày 28 tháng 10 năm 2026\n\nGIẤY MỜI\n\n"
        "Sở Nội vụ trân trọng kính mời đồng chí: ..................\nTới dự: Hội nghị đối thoại với doanh nghiệp.\n"
        "Vào lúc 14 giờ 30 phút, ngày 20 tháng 11 năm 2026, tại Hội trường tầng 2, trụ sở Sở.\n"
        f"{agenda}Đề nghị quý đại biểu xác nhận tham dự trước ngày 16/11/2026.\nTrân trọng kính mời./.\n"
    )
    meeting, confirmed = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 10, 28)).entries
    assert (meeting.title, meeting.location) == (
        "Hội nghị đối thoại với doanh nghiệp",
        "Hội trường tầng 2, trụ sở Sở",
    )
    assert when_to_json(meeting.when) | {"daypart": None} == {
        "type": "date",
        "date": "2026-11-20",
        "start": "14:30",
        "end": None,
        "daypart": None,
    }
    assert (confirmed.category, when_to_json(confirmed.when)["start"]) == (Category.DEADLINE, None)
