"""Rows that tell beside their own day another time of the same thing, and titles that are left of such sentences."""

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Day, Window

WEEK = """BỆNH VIỆN ĐA KHOA SÔNG TRÀ

LỊCH CÔNG TÁC ĐIỀU CHỈNH TUẦN 12
(16/3 - 22/3/2026)

Thứ Tư, 18/3
- 10h00: Họp Hội đồng Thuốc và Điều trị, Phòng giao ban.
- {row}
Thứ Sáu, 20/3
- 7h15: Sinh hoạt khoa học, Hội trường B.
"""


def _told(text: str) -> list[str]:
    found = []
    for entry in read_programme(decode(text.encode(), "a.txt")).entries:
        when = entry.when
        part = when.hours.part.value if when.hours.part else "-"
        hour = f"{when.hours.start:%H:%M}" if when.hours.start else part
        day = f"{when.day:%d/%m}" if isinstance(when, Day) else type(when).__name__
        if isinstance(when, Window):
            day = f"{when.first:%d/%m}..{when.last:%d/%m}"
        found.append(f"{entry.title} | {day} {hour} {entry.status.value}")
    return found


@pytest.mark.parametrize(
    ("row", "old", "new"),
    [
        ("14h00 (thay 15h30 ở lịch cũ): Kiểm thảo tử vong khoa HSCC.", "18/03 15:30", "18/03 14:00"),
        ("14h00 (trước là 15h30): Kiểm thảo tử vong khoa HSCC.", "18/03 15:30", "18/03 14:00"),
        ("14h00: Kiểm thảo tử vong khoa HSCC (thay 15h30 như lịch đã gửi).", "18/03 15:30", "18/03 14:00"),
        (
            "8h00: Kiểm thảo tử vong khoa HSCC (chuyển từ chiều thứ Sáu 20/3 lên).",
            "20/03 afternoon",
            "18/03 08:00",
        ),
        ("Kiểm thảo tử vong khoa HSCC: chuyển từ 14h00 sang 15h30.", "18/03 14:00", "18/03 15:30"),
        ("Kiểm thảo tử vong khoa HSCC (lùi từ 8:00 sang 9:30).", "18/03 08:00", "18/03 09:30"),
        ("Kiểm thảo tử vong khoa HSCC: chuyển từ sáng thứ Ba sang 9h.", "17/03 morning", "18/03 09:00"),
        (
            "Kiểm thảo tử vong khoa HSCC: chuyển từ 8h00 thứ Tư 18/3 sang 9h00 thứ Năm 19/3, địa điểm giữ nguyên (A).",
            "18/03 08:00",
            "19/03 09:00",
        ),
        ("8h00: Kiểm thảo tử vong khoa HSCC (lịch cũ: chiều 20/3).", "20/03 afternoon", "18/03 08:00"),
        ("8h00: Kiểm thảo tử vong khoa HSCC: hoãn sang thứ Bảy tuần sau.", "18/03 08:00", "28/03 -"),
        (
            "8h00: Kiểm thảo tử vong khoa HSCC - dời sang sáng thứ Ba tuần tới.",
            "18/03 08:00",
            "24/03 morning",
        ),
        ("8h00: Kiểm thảo tử vong khoa HSCC (chuyển sang 14h00 thứ Hai 23/3).", "18/03 08:00", "23/03 14:00"),
        (
            "8h00: Kiểm thảo tử vong khoa HSCC, dời sang cùng giờ thứ Hai tuần sau.",
            "18/03 08:00",
            "23/03 08:00",
        ),
        ("8h00: Kiểm thảo tử vong khoa HSCC: lùi lại 01 tuần.", "18/03 08:00", "25/03 08:00"),
    ],
)
def test_a_row_tells_an_old_or_a_new_time_beside_its_own(row: str, old: str, new: str) -> None:
    assert _told(WEEK.format(row=row))[1:3] == [
        f"Kiểm thảo tử vong khoa HSCC | {old} postponed",
        f"Kiểm thảo tử vong khoa HSCC | {new} confirmed",
    ]


def test_what_is_put_off_to_the_next_week_waits_for_its_day() -> None:
    assert _told(WEEK.format(row="14h00: (Dời qua tuần sau) Họp Hội đồng bồi thường."))[1:3] == [
        "Họp Hội đồng bồi thường | 18/03 14:00 postponed",
        "Họp Hội đồng bồi thường | 23/03..29/03 - tentative",
    ]


def test_a_line_below_a_day_may_head_itself_with_another() -> None:
    found = _told(WEEK.format(row="7h00: Giao ban.") + "Trực lãnh đạo CN 22/3: BS. Kỳ trực thay BS. Lan.\n")
    assert found[-1] == "Trực lãnh đạo | 22/03 - confirmed"


def test_what_is_due_behind_who_is_on_duty_is_kept() -> None:
    found = _told(
        "TRƯỜNG CAO ĐẲNG SÔNG TRÀ\nLỊCH CÔNG TÁC TUẦN 12 (16/3 - 22/3/2026)\n\n| Thứ | Nội dung |\n|---|---|\n"
        "| Thứ Hai 16/3 | 7h00: Giao ban |\n| Thứ Ba 17/3 | 8h00: Họp khoa |\n| Thứ Tư 18/3 | 14h00: Dự giờ |\n\n"
        "*Trực lãnh đạo: PHT Cơ. Hạn nộp đề thi về Phòng Đào tạo: 11h thứ Sáu.*\n"
    )
    assert found[-1].startswith("Hạn nộp đề thi về Phòng Đào tạo | 20/03")


NOTICE = """UBND XÃ TÂN AN
Số: 12/TB-UBND
Tân An, ngày 17 tháng 3 năm 2026

THÔNG BÁO
Về việc điều chỉnh lịch một số cuộc họp

1. Họp giao ban khối đoàn thể: chuyển từ 8h00 ngày 18/3 sang 14h00 ngày 19/3.
2. {row}
"""


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ("Phiên tiếp công dân ngày 21/3 trùng ngày nghỉ nên chuyển sang ngày 23/3.", "Phiên tiếp công dân"),
        ("Họp cha mẹ học sinh ngày 22/3 dời sang ngày 29/3, vẫn lúc 8h00.", "Họp cha mẹ học sinh"),
        ("Họp cha mẹ học sinh 8h00 ngày 22/3 dời sang ngày 29/3, giờ không đổi.", "Họp cha mẹ học sinh"),
        ("Hội thi giáo viên dạy giỏi ngày 25/3 không thay đổi.", "Hội thi giáo viên dạy giỏi"),
        ("Đại hội Thể dục thể thao xã tổ chức trong 02 ngày 26, 27/3.", "Đại hội Thể dục thể thao xã"),
        ("Hội nghị do tỉnh tổ chức ngày 26/3 tại Hội trường lớn.", "Hội nghị do tỉnh tổ chức"),
        ("Họp bàn kế hoạch tổ chức ngày 26/3.", "Họp bàn kế hoạch tổ chức"),
    ],
)
def test_a_title_tells_the_thing_and_not_its_move(row: str, title: str) -> None:
    assert {line.split(" | ")[0] for line in _told(NOTICE.format(row=row))[2:]} == {title}


@pytest.mark.parametrize(
    "stamp",
    [
        "28/05/2021 15:32 - Lượt xem: 1046",
        "28/05/2021, 15h32 • 1.046 lượt xem",
        "Ngày 28/05/2021 | 1046 lượt đọc",
        "Thứ sáu, 28/05/2021, 15:32 - Đã xem: 12",
        "28/05/2021 – In bài viết – Gửi email",
    ],
)
def test_what_a_page_puts_beside_its_day_is_no_meeting(stamp: str) -> None:
    text = (
        "UBND THÀNH PHỐ TÂN HÀ\n\nThông báo gia hạn thời gian nhận tác phẩm dự thi\n"
        f"{stamp}\n\nBan Tổ chức điều chỉnh như sau:\n\n* Chấm sơ khảo: chuyển sang ngày 19/7/2021.\n"
    )
    assert _told(text) == ["Chấm sơ khảo | 19/07 - confirmed"]


@pytest.mark.parametrize("head", ["1. Thứ Tư, 18/3/2026", "1. Thứ Tư, 18/3/2026:"])
def test_numbered_day_is_the_day_of_all_below_it(head: str) -> None:
    title = "LỊCH CÔNG TÁC TUẦN 12 (16/3 - 22/3/2026)"
    text = f"{title}\n\n{head}\na) 8h00: Họp tổ (lùi sang 10h00).\nb) 9h00: Họp ban; Phòng 1 (hoãn).\n"
    assert _told(text) == [
        "Họp tổ | 18/03 08:00 postponed",
        "Họp tổ | 18/03 10:00 confirmed",
        "Họp ban | 18/03 09:00 postponed",
    ]
