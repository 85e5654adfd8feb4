"""Lines and rows of a month's programme that tell more than one thing, or tell a day shortly."""

from datetime import date
from typing import Any

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

HEAD = "TRUNG TÂM A\nLỊCH CÔNG TÁC THÁNG 8 NĂM 2020\n\n"


def read(text: str) -> dict[str, dict[str, Any]]:
    """The time of each entry by its title."""
    programme = read_programme(decode((HEAD + text).encode(), "a.txt"), today=date(2026, 11, 22))
    return {entry["title"]: entry["when"] for entry in programme_to_json(programme)["entries"]}


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        ("- Sáng 27: Họp Ban Chỉ đạo.", "Họp Ban Chỉ đạo", {"date": "2020-08-27", "daypart": "morning"}),
        ("- Thứ năm 20/8 (mùng 2): 8g00 họp mặt.", "Họp mặt", {"date": "2020-08-20", "start": "08:00"}),
        ("- Thao giảng cấp tổ: cả tuần.", "Thao giảng cấp tổ", {"from": "2020-08-17", "to": "2020-08-21"}),
        (
            "- Ngày 20/8: 7h15 đón trẻ, 7h45 khai giảng năm học.",
            "Khai giảng năm học",
            {"date": "2020-08-20", "start": "07:45"},
        ),
    ],
)
def test_a_line_below_a_week(line: str, title: str, expected: dict[str, str]) -> None:
    told = read(f"Tuần 3 (từ 17/8 đến 21/8)\n- 18/8: Chào cờ.\n{line}\n")
    assert set(told) == {"Chào cờ", title}
    assert told[title] | expected == told[title]


def test_rows_below_one_without_a_time_are_of_it() -> None:
    told = read(
        "TT | Nội dung | Thời gian | Chủ trì | Địa điểm\n1 | Họp mở rộng | 03/8 (sáng) | Chủ tịch | Phòng họp\n"
        "2 | Giám sát đầu tư công (NQ số 27/NQ-HĐND ngày 10/7/2020) | | |\n"
        " | - Tại Sở Xây dựng | 8h00, 05/8 | PCT A | Sở Xây dựng\n | - Tại xã Bản Liền | 10-11/8 | PCT A | UBND xã\n"
    )
    assert list(told) == [
        "Họp mở rộng",
        "Giám sát đầu tư công tại Sở Xây dựng",
        "Giám sát đầu tư công tại xã Bản Liền",
    ]


def test_a_labelled_time_may_name_several_things() -> None:
    told = read(
        "1. Hội diễn văn nghệ\nThời gian: nhận bài đến hết ngày 15/8; công bố giải 20h00 ngày 20/8\n"
        "2. Họp Hội đồng thi đua\nThời gian: 8h ngày 24/8 (các phòng gửi hồ sơ trước ngày 20/8)\n"
    )
    assert {title: when["date"] for title, when in told.items()} == {
        "Nhận bài": "2020-08-15",
        "Công bố giải": "2020-08-20",
        "Họp Hội đồng thi đua": "2020-08-24",
        "Các phòng gửi hồ sơ": "2020-08-19",
    }


def test_a_labelled_time_may_tell_until_when_it_is_open() -> None:
    told = read(
        '3/ Trưng bày "Làng chài"\n   Thời gian: Khai mạc 8h30 ngày 17/8, mở cửa đến hết ngày 16/9/2020\n'
        "4/ Hưởng ứng Ngày Quốc tế Bảo tàng: miễn phí vé tham quan\n   Thời gian: trong 02 ngày 18, 19/8\n"
    )
    when = told['Trưng bày "Làng chài"']
    assert (when["from"], when["to"], when["start"]) == ("2020-08-17", "2020-09-16", "08:30")
    assert any("miễn phí vé" in title for title in told)


def test_figures_up_to_a_day_are_no_entry() -> None:
    assert not read("- Trực tuyển sinh; tỉ lệ nhập học đến 26/8 đạt 412/600\n")


def test_whom_to_ring_is_no_entry() -> None:
    text = "- Sáng 02/8: họp tổ.\n\nTrực ban: 0297.3625.118. Lịch này thay lịch tạm gửi ngày 25/7.\n"
    assert list(read(text)) == ["Họp tổ"]


def test_a_remark_beside_a_row_may_tell_when_it_opens() -> None:
    told = read(
        "STT | Thời gian | Nội dung | Địa điểm | Ghi chú\n1 | 15/8 (16h) | Họp tổ | Phòng họp |\n"
        "2 | 16, 17/8 | Giải Cầu lông | Nhà thi đấu | Khai mạc 7h30\n3 | 20/8 | Họp chi bộ | Phòng họp |\n"
    )
    assert told["Giải Cầu lông"]["start"] == "07:30"


def test_what_stands_under_marked_days_is_marked() -> None:
    told = read(
        "1. Các ngày kỷ niệm cần tuyên truyền:\n- 07/8: Chiến thắng A\n- 15/8: 75 năm thành lập Đội\n"
    )
    assert [when["daypart"] for when in told.values()] == ["all-day", "all-day"]


def test_a_column_of_times_and_places_goes_on_below_a_day() -> None:
    told = read(
        "| Ngày | Nội dung | Thời gian, địa điểm | Ai |\n|---|---|---|---|\n"
        "| Thứ 2 (03/8) | Giao ban | 7g30, phòng họp | A |\n"
        "| | Họp trực tuyến | 14g00, Google Meet | B |\n| Thứ 3 (04/8) | Họp chi bộ | 9g | C |\n"
    )
    assert [(title, when["date"], when["start"]) for title, when in told.items()] == [
        ("Giao ban", "2020-08-03", "07:30"),
        ("Họp trực tuyến", "2020-08-03", "14:00"),
        ("Họp chi bộ", "2020-08-04", "09:00"),
    ]
