"""Lists of a month's programme: signs between things and times, several things in a week's row, one person's days."""

from datetime import date

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Repeat

MONTH = "KẾ HOẠCH THÁNG 11/2026\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "{time} → {thing}",
        "{time} => {thing}",
        "▪ {time} ► {thing}",
        "{thing} ........ {time}",
        "{thing} --- {time}",
    ],
)
def test_a_sign_between_a_thing_and_its_time(line: str) -> None:
    things = [
        ("06-08/11", "Lễ ra quân"),
        ("15h00 thứ Bảy, 14/11/2026", "Diễn tập phòng cháy"),
        ("Trung tuần", "Bồi dưỡng đảng viên"),
        ("Cuối tháng", "Họp Ban Thường vụ"),
    ]
    text = "\n".join(line.format(time=time, thing=thing) for time, thing in things)
    assert lines_of(MONTH + text) == [
        "11-06..11-08: Lễ ra quân",
        "11-14 15:00: Diễn tập phòng cháy",
        "~11-11..11-20 tentative: Bồi dưỡng đảng viên",
        "~11-21..11-30 tentative: Họp Ban Thường vụ",
    ]


@pytest.mark.parametrize("first", ["Nghiệm thu đề tài: ngày 8", "Nghiệm thu đề tài - ngày 8"])
def test_the_first_thing_is_no_line_of_the_title(first: str) -> None:
    assert lines_of(f"{MONTH}{first}\nGặp mặt doanh nhân: ngày 10, 8 giờ 30\n") == [
        "11-08: Nghiệm thu đề tài",
        "11-10 08:30: Gặp mặt doanh nhân",
    ]


def test_several_things_in_the_row_of_a_week_each_with_its_day_in_a_bracket() -> None:
    text = (
        "Tuần | Nội dung\nTuần 1 (02-08/11) | Nghiệm thu đề tài (thứ Ba, 03/11); Tổng vệ sinh (thứ Sáu, 06/11)\n"
        "Tuần 3 (16-22/11) | Thẩm định đề án (20-23/11); Liên hoan Dân ca (17/11)\n"
    )
    assert lines_of(MONTH + text) == [
        "11-03: Nghiệm thu đề tài",
        "11-06: Tổng vệ sinh",
        "11-20..11-23: Thẩm định đề án",
        "11-17: Liên hoan Dân ca",
    ]


def test_days_of_one_person_behind_semicolons() -> None:
    text = "- Đ/c Lâm: ngày 4/11 kiểm tra ủy thác; ngày 14/11 nghiệm thu đề tài; chiều ngày 23/11 trao nhà.\n"
    assert lines_of(MONTH + text) == [
        "11-04: Kiểm tra ủy thác",
        "11-14: Nghiệm thu đề tài",
        "11-23 afternoon: Trao nhà",
    ]


def test_two_days_beside_days_told_by_their_numbers() -> None:
    text = (
        "Ngày 4: Gặp mặt\nNgày 9, chiều: Đại hội Chi hội\nNgày 10-11: Kiểm tra ủy thác\nNgày 15: Tập huấn\n"
    )
    assert lines_of(MONTH + text)[2] == "11-10..11-11: Kiểm tra ủy thác"


def test_who_gets_them_heads_the_last_column() -> None:
    rows = [
        ("TT", "Tên báo cáo", "Hạn nộp", "Nơi nhận"),
        ("1", "Báo cáo dân vận", "Trước ngày 12/11", "Văn phòng"),
        ("2", "Kế hoạch năm 2027", "19/11/2026", "Văn phòng"),
        ("3", "Dự toán kinh phí", "Chậm nhất 22/11", "Phòng Kế toán"),
    ]
    assert lines_of(MONTH + "\n".join("\n".join(row) for row in rows)) == [
        "11-11 deadline: Báo cáo dân vận",
        "11-19 deadline: Kế hoạch năm 2027",
        "11-22 deadline: Dự toán kinh phí",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Hưởng ứng Ngày Pháp luật (09/11): phát tờ rơi 02 ngày 12, 13/11.",
            ["11-12..11-13: Phát tờ rơi", "11-09 all-day observance: Ngày Pháp luật"],
        ),
        (
            "Thu nợ quỹ: ngày 5 hàng tháng như thường lệ, riêng tháng này thu ngày 07/11.",
            ["11-07: Thu nợ quỹ"],
        ),
        (
            "Ngày 04/11, 8h, gặp mặt kỷ niệm. Cùng ngày buổi chiều giao lưu bóng chuyền.",
            ["11-04 08:00: Gặp mặt kỷ niệm", "11-04 afternoon: Giao lưu bóng chuyền"],
        ),
        (
            "Thi nâng bậc công nhân: lý thuyết ngày 10/11, thực hành ngày 12 và 13/11.",
            ["11-10: Thi nâng bậc công nhân", "11-12..11-13: Thi nâng bậc công nhân: thực hành"],
        ),
        ("23/11: Khám miễn phí tại xã Đăk Sơn; xe chạy 5h30, khám từ 7h00.", ["11-23 07:00: Khám miễn phí"]),
    ],
)
def test_what_a_line_adds_of_its_day(line: str, told: list[str]) -> None:
    assert lines_of(f"{MONTH}- 02/11: Họp giao ban\n- {line}\n")[1:] == told


def test_a_course_keeps_the_days_that_it_tells_itself() -> None:
    text = f"{MONTH}- Lớp dự bị: 19h00 thứ Ba và thứ Năm (khóa 3, từ 06/10 đến 22/12).\n"
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    when = entries[0].when
    assert isinstance(when, Repeat)
    assert (when.recurrence.first, when.recurrence.until) == (date(2026, 10, 6), date(2026, 12, 22))


def test_what_stands_behind_the_days_is_of_none_of_them() -> None:
    text = (
        "Thứ Tư, ngày 25/11\n14:00  Gặp mặt cán bộ hưu trí\n\nThứ Sáu, ngày 27/11\nCả ngày  Tổng vệ sinh\n"
        "16:30  Tất niên các đơn vị\n\nSinh viên nghỉ lễ từ 28/11 đến 01/12/2026.\n"
        "Lịch làm việc của Giám đốc với các Khoa: chiều thứ Ba hằng tuần.\n"
    )
    assert lines_of(MONTH + text)[3:] == [
        "11-28..12-01 all-day observance: Sinh viên nghỉ lễ",
        "WEEKLY afternoon: Lịch làm việc của Giám đốc với các Khoa",
    ]


def test_days_off_below_a_week_last_as_they_say() -> None:
    text = "* Tuần V (từ 23 đến 29/11)\n - Thứ tư 25/11: Kiểm kê tài sản\n - Nghỉ Quốc khánh từ 27/11 đến hết 01/12\n"
    assert lines_of(MONTH + text)[1:] == ["11-27..12-01 all-day observance: Nghỉ Quốc khánh"]


def test_what_is_held_each_week_behind_who_is_on_duty() -> None:
    text = "- 05/11: Họp hội đồng\n* Lưu ý:\n- Trực ban: theo bảng phân công. Chào cờ thứ hai hàng tuần.\n"
    assert lines_of(MONTH + text) == ["11-05: Họp hội đồng", "WEEKLY: Chào cờ"]


def test_the_end_of_a_week_counted_in_the_school_year_is_no_day_of_next_year() -> None:
    assert lines_of(f"{MONTH}- 05/11: Chào cờ\n- Thao giảng (đến hết tuần 7).\n")[1:] == [
        "? deadline: Thao giảng"
    ]
