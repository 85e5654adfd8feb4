"""Invitations whose time has parts: hours below a day, sessions, halves of a day, cards with several things."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

LETTER = (
    "UBND XÃ AN\nSố: 7/GM-UBND\nAn, ngày 20 tháng 9 năm 2025\n\nGIẤY MỜI\nDự {what}\n\n"
    "UBND xã kính mời các đồng chí tới dự, cụ thể:\n\n- Thời gian: {time}\n- Địa điểm: phòng họp tầng 2.\n"
)


def read(text: str) -> list[str]:
    """Day, hours and title of each entry of a text."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2025, 9, 20))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        hours = "-".join(filter(None, (when["start"], when["end"])))
        day = when.get("date") or when.get("from") or "?"
        lines.append(f"{' '.join(filter(None, (day, hours)))}: {entry['title']}")
    return lines


def letter(time: str, what: str = "Hội nghị người lao động") -> list[str]:
    return read(LETTER.format(time=time, what=what))


@pytest.mark.parametrize(
    ("time", "hours"),
    [
        (
            "thứ Sáu, ngày 26/9/2025\n + 7h00: đón tiếp đại biểu\n + 7h30: khai mạc\n + 10h30: bế mạc",
            "07:30-10:30",
        ),
        ("thứ Sáu, ngày 26/9/2025\n + Đón khách: 7h00\n + Khai mạc: 7h30\n + Bế mạc: 10h30", "07:30-10:30"),
        (
            "thứ Sáu, ngày 26/9/2025\n   7h00: kiểm tra tư cách\n   7h30: khai mạc; dự kiến bế mạc lúc 11h30",
            "07:30-11:30",
        ),
        ("7h30 ngày 26/9/2025\n + 7h30 - 8h30: họp toàn thể tại sân\n + 8h45: họp theo tổ", "07:30"),
    ],
)
def test_hours_below_a_day_are_of_one_meeting(time: str, hours: str) -> None:
    assert letter(time) == [f"2025-09-26 {hours}: Hội nghị người lao động"]


def test_what_follows_the_meeting_is_a_thing_of_its_own() -> None:
    told = letter(
        "thứ Sáu, ngày 26/9/2025\n + Khai mạc: 7h30\n + Thi đấu: từ 8h00 đến 10h30\n + Liên hoan: 11h00"
    )
    assert [line.split(": ")[0] for line in told] == ["2025-09-26 07:30-10:30", "2025-09-26 11:00"]


def test_sessions_with_days_of_their_own_are_apart() -> None:
    told = letter(
        "02 ngày, 25 và 26/9/2025\n + Phiên trù bị: 14h00 ngày 25/9\n + Phiên chính thức: 7h30 ngày 26/9"
    )
    assert told == [
        "2025-09-25 14:00: Hội nghị người lao động: Phiên trù bị",
        "2025-09-26 07:30: Hội nghị người lao động: Phiên chính thức",
    ]


def test_each_half_of_a_day_with_an_hour_is_a_thing_of_its_own() -> None:
    told = letter(
        "01 ngày, thứ Sáu, ngày 26/9/2025\n- Buổi sáng: từ 7h30, thẩm tra thực địa xã An;\n"
        "- Buổi chiều: từ 13 giờ 30, họp thẩm tra hồ sơ tại Phòng họp số 1."
    )
    assert [line.split(": ")[0] for line in told] == ["2025-09-26 07:30", "2025-09-26 13:30"]


def test_halves_below_one_hour_are_of_one_meeting() -> None:
    told = letter(
        "01 ngày, khai mạc 7h45, thứ Sáu, ngày 26/9/2025\n + Sáng: nghe chuyên đề;\n + Chiều (từ 14h00): thảo luận."
    )
    assert told == ["2025-09-26 07:45: Hội nghị người lao động"]


def test_a_card_with_several_things() -> None:
    card = (
        "THƯ MỜI\nDự Lễ kỷ niệm 50 năm thành lập Trường THPT An\n\nBan Tổ chức kính mời quý vị về dự:\n\n"
        "1. Đêm hội ngộ\n   18g30, thứ Bảy, ngày 27/9/2025, tại sân trường\n\n"
        "2. Lễ kỷ niệm\n   Chủ nhật, ngày 28/9/2025\n   7g00 - 8g00: Đón tiếp đại biểu\n"
        "   8g00 - 10g30: Chương trình chính thức\n   11g00: Tiệc họp mặt tại nhà hàng An (đường 3/2)\n"
    )
    assert read(card) == [
        "2025-09-27 18:30: Đêm hội ngộ",
        "2025-09-28 08:00-10:30: Lễ kỷ niệm",
        "2025-09-28 11:00: Tiệc họp mặt",
    ]


def test_an_agenda_is_of_the_meeting_on_its_day() -> None:
    card = (
        "THƯ MỜI\n\nBan Tổ chức kính mời Quý vị về dự:\n\nGặp mặt truyền thống: 18h30, thứ Sáu, ngày 26/9/2025\n"
        "Lễ kỷ niệm 40 năm thành lập trường: thứ Bảy, ngày 27/9/2025, tại sân trường\n\nChương trình ngày 27/9:\n"
        "  7h00 - 7h45   Đón tiếp đại biểu\n  8h00          Khai mạc\n  9h30          Giao lưu các thế hệ\n"
    )
    assert read(card) == [
        "2025-09-26 18:30: Gặp mặt truyền thống",
        "2025-09-27 08:00: Lễ kỷ niệm 40 năm thành lập trường",
    ]


def test_a_card_that_tells_its_time_without_a_label() -> None:
    card = (
        "THƯ MỜI HỌP PHỤ HUYNH HỌC SINH\nSơ kết học kỳ I\n\nKính mời phụ huynh em: ..............\n\n"
        "8 giờ, chủ nhật ngày 28/9/2025\n(Đón khách, ký tên từ 7 giờ 30)\nTại phòng học lớp 4A3\n"
    )
    assert read(card) == ["2025-09-28 08:00: HỌP PHỤ HUYNH HỌC SINH Sơ kết học kỳ I"]


def test_the_ceremony_of_a_card_is_the_meeting() -> None:
    card = (
        "THƯ MỜI\nKính gửi: Gia đình ông (bà)\n\nBan công tác Mặt trận kính mời gia đình tham dự"
        " NGÀY HỘI ĐẠI ĐOÀN KẾT TOÀN DÂN TỘC năm 2025\n\n* Phần lễ: 7h30 sáng Chủ nhật, ngày 16/11/2025\n"
        "* Phần hội: từ 9h30 cùng ngày (kéo co)\n* Địa điểm: Nhà văn hóa tổ dân phố 5.\n"
    )
    assert read(card) == ["2025-11-16 07:30: NGÀY HỘI ĐẠI ĐOÀN KẾT TOÀN DÂN TỘC năm 2025"]


def test_what_is_asked_for_behind_a_label() -> None:
    told = letter(
        "8h00 ngày 26/9/2025\n- Thành phần: Trưởng các thôn. Các thôn gửi danh sách trước 16h00 ngày 24/9/2025"
    )
    assert told == ["2025-09-26 08:00: Hội nghị người lao động", "2025-09-24 16:00: Các thôn gửi danh sách"]


def test_a_letter_whose_summary_stands_beside_its_day() -> None:
    text = (
        "SỞ TÀI NGUYÊN\nSố: 418/GM-STNMT\nV/v họp trực tuyến                  Quảng Hòa, ngày 17 tháng 9 năm 2025\n\n"
        "GIẤY MỜI\n(Thay thế Giấy mời số 409/GM-STNMT ngày 11/9/2025)\n\n"
        "Sở Tài nguyên tổ chức cuộc họp trực tuyến về tiến độ cấp Giấy chứng nhận, cụ thể:\n\n"
        "1. Thời gian: 14h00, thứ Hai, ngày 22 tháng 9 năm 2025.\n2. Địa điểm: Phòng họp B.\n"
    )
    assert read(text) == ["2025-09-22 14:00: Cuộc họp trực tuyến về tiến độ cấp Giấy chứng nhận"]


def test_what_is_told_behind_the_days_of_an_agenda_is_not_on_the_last_of_them() -> None:
    text = (
        "THƯ MỜI HỌP MẶT\n\nBan liên lạc kính mời các bạn dự họp mặt.\nLịch trình dự kiến:\nNgày 27/9 (thứ Bảy):\n"
        " - 14h00: Đón đoàn\n - 18h30: Gala\nNgày 28/9/2025 (Chủ nhật):\n - 7h30: Thăm thầy cô cũ\n"
        "Đăng ký với Lan (0905 123 456) chậm nhất ngày 20/9.\nHẹn gặp các bạn!\n"
    )
    assert read(text)[-2:] == ["2025-09-28 07:30: Thăm thầy cô cũ", "2025-09-20: Đăng ký với Lan"]


def test_a_thing_before_the_meeting_leaves_the_meeting_its_time() -> None:
    assert letter(
        "01 ngày, từ 7h30 ngày 26/9/2025 (thứ Sáu); họp tổ đại biểu: 14h00 ngày 25/9/2025", "Kỳ họp thứ 8"
    ) == [
        "2025-09-26 07:30: Kỳ họp thứ 8",
        "2025-09-25 14:00: Kỳ họp thứ 8: Họp tổ đại biểu",
    ]


def test_a_second_meeting_held_only_if_the_first_fails_is_not_certain() -> None:
    text = LETTER.format(time="8h00 ngày 26/9/2025", what="Đại hội") + (
        "Trường hợp không đủ 50% thành viên, Đại hội lần hai sẽ triệu tập lại lúc 7h30 ngày 13/10/2025.\n"
    )
    entries = programme_to_json(read_programme(decode(text.encode(), "a.txt"), today=date(2025, 9, 20)))[
        "entries"
    ]
    assert [(e["status"], e["when"]["date"]) for e in entries][1:] == [("tentative", "2025-10-13")]


def test_things_in_halves_of_a_day_with_an_hour_each_are_told_apart() -> None:
    time = (
        "Chủ nhật, ngày 28/9/2025\n* Sáng: 7 giờ 30 đón tiếp đại biểu\n        8 giờ 00 Lễ khánh thành nhà hiệu bộ\n"
        "* Chiều: 14 giờ 30 Hội thi nấu ăn\n* Tối: 19 giờ Liên hoan văn nghệ"
    )
    assert letter(time, "Lễ khánh thành nhà hiệu bộ và Hội thi nấu ăn") == [
        "2025-09-28 08:00: Lễ khánh thành nhà hiệu bộ",
        "2025-09-28 14:30: Hội thi nấu ăn",
        "2025-09-28 19:00: Liên hoan văn nghệ",
    ]


def test_the_agenda_of_one_meeting_in_halves_of_a_day_is_its_own() -> None:
    time = "ngày 26/9/2025\n + Sáng: 7h30 đón tiếp đại biểu\n8h00 khai mạc\n + Chiều: 14h00 thảo luận\n16h30 bế mạc"
    assert letter(time) == ["2025-09-26 08:00-16:30: Hội nghị người lao động"]


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        (
            "14 giờ 00 cùng ngày, tổ công tác kiểm tra thực địa, đề nghị gia đình có mặt.",
            "Tổ công tác kiểm tra thực địa",
        ),
        (
            "14 giờ 00 cùng ngày, Ban đại diện họp phiên đầu năm, mời các trưởng ban dự.",
            "Ban đại diện họp phiên đầu năm",
        ),
    ],
)
def test_what_is_held_later_on_the_day_of_a_letter_that_looks_back(behind: str, title: str) -> None:
    past = "Tại buổi làm việc ngày 09/9/2025, ông vắng mặt không có lý do.\n\n"
    text = LETTER.format(what="buổi hòa giải", time="8h30, ngày 26/9/2025").replace(
        "UBND xã kính", f"{past}UBND xã kính"
    )
    assert read(f"{text}\n{behind}\n")[-1] == f"2025-09-26 14:00: {title}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Thời gian mỗi ngày: bắt đầu từ 8h00.",
        "Giờ học hằng ngày: từ 8h00.",
        "Thời gian khai giảng các lớp: 8h00.",
        "Các lớp bắt đầu lúc 8h00 hằng ngày.",
        "Thời gian bắt đầu của các lớp là 8h00.",
    ],
)
def test_the_hour_of_all_days_of_a_list_is_told_once(sentence: str) -> None:
    text = (
        "SỞ NÔNG NGHIỆP\nV/v mời tham dự tập huấn kỹ thuật nuôi tôm\nAn, ngày 20 tháng 9 năm 2025\n\n"
        "Sở tổ chức 02 lớp tập huấn:\n\n- Lớp số 1: ngày 26/9/2025, tại Nhà văn hóa xã.\n"
        f"- Lớp số 2: ngày 29/9/2025, tại Trung tâm.\n\n{sentence}\n\n"
        "Danh sách học viên gửi về Sở trước ngày 24/9/2025.\n"
    )
    assert read(text)[:2] == ["2025-09-26 08:00: Lớp số 1", "2025-09-29 08:00: Lớp số 2"]
    assert len(read(text)) == 3


IN_A_BRACKET = """Thời gian: 17 giờ 30, thứ Bảy, ngày 17/12/2016
(17g30: đón khách; 18g00: khai mạc; 20g30: quay số)
Địa điểm: Nhà Văn hóa
"""
BELOW_DAYS = """Thời gian: 02 ngày, thứ Bảy và Chủ nhật (17 - 18/12/2016)
Ngày thứ nhất:
   8g00 đón khách tại cổng trường cũ
   9g00 khai mạc, Hội trường lầu 2
   18g30 lửa trại tại làng
Ngày thứ hai:
   7g30 viếng mộ thầy; chia tay lúc 11g00

Đóng góp 1.000.000 đ/bạn.
"""
ON_A_LINE = """Thời gian: 8g00 ngày 17/12/2016.
Địa điểm: Nhà Văn hóa.
Chương trình: 7g00 tập trung, viếng nghĩa trang; 8g00 gặp mặt; 11g00 dùng cơm thân mật.
"""


@pytest.mark.parametrize(
    ("rows", "when"),
    [
        (IN_A_BRACKET, "2016-12-17 18:00"),
        (BELOW_DAYS, "2016-12-17 09:00-11:00"),
        (ON_A_LINE, "2016-12-17 08:00"),
    ],
)
def test_rows_of_one_meeting_in_a_bracket_below_days_and_on_a_line(rows: str, when: str) -> None:
    head = "THƯ MỜI\nHọp lớp 30 năm\n\nThân gửi các bạn!\nBan Liên lạc mời các bạn về dự gặp mặt:\n\n"
    assert read(f"{head}{rows}\nMong gặp đủ các bạn!\n") == [f"{when}: Họp lớp 30 năm"]


def test_an_hour_of_the_same_day_below_a_letter() -> None:
    told = read(
        "GIẤY MỜI\nHội nghị giao ban\n\nThời gian: 8h ngày 21/9/2017\nĐịa điểm: Hội trường\n\n"
        "Buổi chiều cùng ngày, từ 14h00: tọa đàm về tự chủ tài chính.\n"
    )
    assert told == [
        "2017-09-21 08:00: Hội nghị giao ban",
        "2017-09-21 14:00: Tọa đàm về tự chủ tài chính",
    ]
