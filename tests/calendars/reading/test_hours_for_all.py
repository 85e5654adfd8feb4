"""Hours that are told once: in a heading, beside a table of changes, below the days of courses."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme


def read(text: str) -> list[str]:
    """Day, hours, status where it is none of the usual, and title of each entry."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        day = when.get("date") or when.get("from") or when.get("rrule", "?")
        hours = "-".join(filter(None, (when["start"], when["end"])))
        status = entry["status"].replace("confirmed", "")
        lines.append(f"{' '.join(filter(None, (status, day, hours)))}: {entry['title']}")
    return lines


@pytest.mark.parametrize(
    "hours",
    ["Giờ tiêm: 7h30 - 10h30.", "Thời gian tiêm: từ 7h30 đến 10h30.", "Giờ tiêm các điểm: 7h30 - 10h30"],
)
@pytest.mark.parametrize("heads", ["Lịch cũ     Lịch mới", "Ngày cũ     Ngày mới"])
def test_a_table_of_places_with_their_old_and_new_days(hours: str, heads: str) -> None:
    rows = [
        "TT   Điểm tiêm                   " + heads,
        "1    Trạm y tế thị trấn          05/11       12/11",
        "2    Trường MN xã Tà Lốt         08/11       Không tổ chức (ghép vào thị trấn)",
        "3    Trạm y tế xã Hướng Lệ       09/11       giữ nguyên",
    ]
    text = "THÔNG BÁO\nThay đổi lịch tiêm vắc xin tháng 11/2018\n\n" + "\n".join(rows) + f"\n\n{hours}\n"
    found = read(text)
    if "các điểm" not in hours:
        assert [line.partition(": ")[0] for line in found] == [
            "postponed 2018-11-05",
            "2018-11-12 07:30-10:30",
            "cancelled 2018-11-08",
            "2018-11-09 07:30-10:30",
        ]
    assert not any("Không tổ chức" in line for line in found)


def test_a_heading_tells_the_hours_of_standing_days() -> None:
    text = (
        "THÔNG BÁO\nLịch giao dịch năm 2024\n\n1. Giao dịch xã, từ 8h00 đến 11h30:\n- Xã Pa Hán: ngày 11 hàng tháng;\n"
        "- Thị trấn: chiều ngày 19 hàng tháng.\n2. Cờ vua (17h00 - 18h30):\n- Lớp 1: thứ Hai hằng tuần\n"
    )
    assert [line.partition(": ")[0] for line in read(text)] == [
        "FREQ=MONTHLY;BYMONTHDAY=11 08:00-11:30",
        "FREQ=MONTHLY;BYMONTHDAY=19",
        "FREQ=WEEKLY;BYDAY=MO 17:00-18:30",
    ]


def test_hours_in_a_heading_are_no_part_of_a_name() -> None:
    text = (
        "THÔNG BÁO\nLịch tiếp công dân năm 2024\n\nI. Chủ tịch UBND xã tiếp công dân từ 8 giờ đến 11 giờ\n"
        "- Tại trụ sở: thứ Năm hằng tuần\n- Tại thôn Hạ: ngày 15 hằng tháng\n"
    )
    assert read(text) == [
        "FREQ=WEEKLY;BYDAY=TH 08:00-11:00: Tiếp công dân",
        "FREQ=MONTHLY;BYMONTHDAY=15 08:00-11:00: Tiếp công dân",
    ]


@pytest.mark.parametrize(
    "hours",
    [
        "Mỗi đợt 01 ngày, khai mạc lúc 8h00.",
        "Các đợt đều bắt đầu lúc 8h00.",
        "Mỗi đợt diễn ra trong 01 ngày (khai mạc: 8 giờ 00).",
        "Mỗi đợt học 02 buổi, bắt đầu từ 8h00 hằng ngày.",
        "Khai mạc lúc 8h00 mỗi đợt.",
    ],
)
def test_a_sentence_tells_when_each_course_opens(hours: str) -> None:
    text = (
        "GIẤY MỜI\nTham dự Hội nghị tập huấn công tác hòa giải\n\nThời gian, địa điểm:\n"
        "- Đợt 1: ngày 04/11/2025 (thứ Ba), Hội trường UBND phường.\n- Đợt 2: ngày 06/11/2025, Hội trường UBND xã.\n"
        f"{hours}\n"
    )
    assert [line.partition(": ")[0] for line in read(text)] == ["2025-11-04 08:00", "2025-11-06 08:00"]


@pytest.mark.parametrize(
    "behind",
    [
        "; cả hai buổi cùng giờ 14g00, hội trường Trường Hoa Mai",
        "; các buổi đều bắt đầu lúc 14h00, hội trường Trường Hoa Mai",
        ", đều lúc 14h00 tại hội trường Trường Hoa Mai",
        ". Cả hai buổi từ 14h",
    ],
)
def test_the_hour_behind_several_days_is_that_of_each(behind: str) -> None:
    text = f"CHƯƠNG TRÌNH THÁNG 5/2019\n\n1. Họp tổ trưởng: thứ Ba 07/5 (khối 1), thứ Tư 08/5 (khối 2){behind}.\n"
    assert read(text) == ["2019-05-07 14:00: Họp tổ trưởng", "2019-05-08 14:00: Họp tổ trưởng"]
