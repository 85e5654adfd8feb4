"""What is told once for several things: the day above the hours of groups, the hours below the days of classes."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

INVITATION = "GIẤY MỜI\nHọp cha mẹ học sinh\n\n{lines}\n\nAn Hòa, ngày 15 tháng 9 năm 2023\n"


def read(text: str) -> list[str]:
    """Day, hours and title of each entry."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        days = when.get("date") or when.get("from") or ", ".join(when.get("dates", ["?"]))
        hours = "-".join(filter(None, (when["start"], when["end"])))
        lines.append(f"{' '.join(filter(None, (days, hours)))}: {entry['title']}")
    return lines


@pytest.mark.parametrize("mark", ["- ", "* ", "+ ", ""])
@pytest.mark.parametrize("who", ["Kính mời", "Ban Giám hiệu trân trọng kính mời"])
def test_groups_below_the_day_of_their_meeting(mark: str, who: str) -> None:
    lines = (
        f"{who} Quý phụ huynh đến dự cuộc họp cha mẹ học sinh, Chủ Nhật, ngày 24/09/2023, cụ thể:\n"
        f"{mark}Khối 10: 7h30 - 9h00\n{mark}Khối 11: 9h30 -11h00\n\nĐịa điểm: phòng học của lớp."
    )
    assert read(INVITATION.format(lines=lines)) == [
        "2023-09-24 07:30-09:00: Cuộc họp cha mẹ học sinh: khối 10",
        "2023-09-24 09:30-11:00: Cuộc họp cha mẹ học sinh: khối 11",
    ]


def test_a_heading_tells_the_day_and_the_name_of_what_is_below() -> None:
    text = (
        "THÔNG BÁO\nVề việc họp thôn\n\nUBND xã tổ chức họp dân các thôn trong ngày 24/9/2023, thời gian cụ thể:\n"
        "- Thôn Đông: 7h30\n- Thôn Đoài: 9h30\n\nAn Hòa, ngày 15 tháng 9 năm 2023\n"
    )
    assert read(text) == [
        "2023-09-24 07:30: Họp dân các thôn: thôn Đông",
        "2023-09-24 09:30: Họp dân các thôn: thôn Đoài",
    ]


@pytest.mark.parametrize(
    "hours",
    [
        "Các lớp bắt đầu lúc 8h00. Học viên mang theo máy tính.",
        "Học viên mang theo máy tính. Mỗi lớp đều khai giảng vào lúc 8h00.",
        "Giờ học của các lớp: 8h00.",
    ],
)
def test_the_hour_of_all_classes_of_a_table(hours: str) -> None:
    text = (
        "V/v mời tham gia lớp tập huấn phần mềm\n\nAn Hòa, ngày 21 tháng 9 năm 2022\n\nChi cục mời các đơn vị cử cán bộ"
        " tham gia:\n\nLớp | Thời gian | Địa điểm\nLớp 1 | 05 - 06/10/2022 | NVH\nLớp 2 | 11 - 12/10/2022 | Phòng họp"
        f"\n\n{hours}\n"
    )
    assert read(text) == [
        "2022-10-05 08:00: Lớp tập huấn phần mềm: lớp 1",
        "2022-10-11 08:00: Lớp tập huấn phần mềm: lớp 2",
    ]


@pytest.mark.parametrize(
    "years", ["45 năm Ngày thành lập Trường (20/9/1974 - 20/9/2019)", "45 năm thành lập Trường (1974 - 2019)"]
)
def test_the_year_of_an_anniversary_is_its_last(years: str) -> None:
    text = f"KẾ HOẠCH\nTổ chức Lễ kỷ niệm {years}\n\n1. Họp Ban Tổ chức: 14h, 05/9.\n2. Tổng duyệt: 15h ngày 19/9.\n"
    assert read(text) == ["2019-09-05 14:00: Họp Ban Tổ chức", "2019-09-19 15:00: Tổng duyệt"]


def test_hours_that_stay_are_of_the_old_days_and_the_new_ones() -> None:
    text = (
        "THÔNG BÁO\nThay đổi lịch tiếp công dân\n\nUBND xã báo:\n1. Kỳ tiếp công dân 02/9/2025 chuyển sang 04/9/2025."
        "\n2. Thời gian tiếp như cũ: từ 7h30 đến 11h00. Địa điểm: Phòng Tiếp công dân.\n"
    )
    assert read(text) == [
        "2025-09-02 07:30-11:00: Tiếp công dân",
        "2025-09-04 07:30-11:00: Tiếp công dân",
    ]


def test_a_numbered_line_with_the_days_of_a_course_is_of_what_people_are_called_to() -> None:
    text = (
        "GIẤY TRIỆU TẬP\nhọc viên lớp bồi dưỡng nhận thức về Đảng\n\n1. Học viên: 62 quần chúng ưu tú.\n"
        "2. Thời gian học: 05 ngày, từ ngày 12/6 đến ngày 16/6/2017.\n3. Nộp phiếu học viên chậm nhất ngày 09/6.\n"
    )
    assert read(text)[0] == "2017-06-12: Lớp bồi dưỡng nhận thức về Đảng"
