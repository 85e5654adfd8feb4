"""What letters tell beside their meeting: tries before it, gatherings, what is asked of who comes."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

LETTER = (
    "UBND XÃ AN\nSố: 7/GM-UBND\nAn, ngày 20 tháng 9 năm 2025\n\nGIẤY MỜI\nHọp trực tuyến ứng phó bão số 10\n\n"
    "Chủ tịch UBND xã kính mời các thành viên Ban Chỉ huy dự họp:\n\n- Thời gian: {time}\n"
    "- Địa điểm: phòng họp tầng 2.\n- Chủ trì: Chủ tịch UBND xã.\n{rest}\nĐề nghị các đồng chí dự họp đầy đủ.\n"
)
MEETING = "2025-09-25 08:00: Họp trực tuyến ứng phó bão số 10"


def read(time: str, rest: str = "") -> list[str]:
    """What a letter tells: day, hour, what is due by then, and the title."""
    text = LETTER.format(time=time, rest=rest)
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2025, 9, 20))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        hour = entry["when"]["start"] or entry["when"]["end"] or ""
        due = "due" if entry["category"] == "deadline" else ""
        lines.append(f"{' '.join(filter(None, (entry['when']['date'], hour, due)))}: {entry['title']}")
    return lines


@pytest.mark.parametrize(
    ("time", "beside"),
    [
        (
            "8h00 ngày 25/9/2025. Kiểm tra kỹ thuật đường truyền từ 7h15.",
            ["2025-09-25 07:15: Kiểm tra kỹ thuật đường truyền"],
        ),
        (
            "8h00 ngày 25/9/2025; kiểm tra kỹ thuật đường truyền từ 7h15.",
            ["2025-09-25 07:15: Kiểm tra kỹ thuật đường truyền"],
        ),
        ("8h00 ngày 25/9/2025. Tổng duyệt: 15h00 ngày 24/9/2025.", ["2025-09-24 15:00: Tổng duyệt"]),
        ("8h00 ngày 25/9/2025. Dự kiến kết thúc lúc 11h30 cùng ngày.", []),
        ("8h00 ngày 25/9/2025. Đón tiếp đại biểu từ 7h30.", []),
        ("01 buổi. Từ 8h00 ngày 25/9/2025.", []),
    ],
)
def test_a_thing_told_behind_the_meetings_time_leaves_that_time_to_the_meeting(
    time: str, beside: list[str]
) -> None:
    assert read(time) == [MEETING, *beside]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Sau cuộc họp, các thôn rà soát số hộ, báo cáo nhanh trước 10h00 ngày 29/9 (đợt lũ ngày 15/9 có 42 hộ).",
            "2025-09-29 10:00 due: Các thôn rà soát số hộ, báo cáo nhanh",
        ),
        (
            "7h00 ngày 29/9: Ban Chỉ huy kiểm tra đập Nà Loi, tập trung tại cổng UBND xã lúc 6h30.",
            "2025-09-29 07:00: Ban Chỉ huy kiểm tra đập Nà Loi",
        ),
        (
            "7h00 ngày 29/9: Ban Chỉ huy kiểm tra đập Nà Loi (xe đón lúc 6h30 tại cổng UBND xã).",
            "2025-09-29 07:00: Ban Chỉ huy kiểm tra đập Nà Loi",
        ),
        (
            "(Đại biểu cần chỗ nghỉ xin báo thầy Sáu, 0918 220 347, trước ngày 23/9.)",
            "2025-09-22 due: Đại biểu cần chỗ nghỉ xin báo thầy Sáu",
        ),
    ],
)
def test_a_sentence_behind_the_labels_is_a_thing_of_its_own(line: str, expected: str) -> None:
    assert read("8h00 ngày 25/9/2025.", f"\n{line}\n") == [MEETING, expected]


def test_a_paragraph_behind_a_dash_does_not_go_on_with_it() -> None:
    rest = "- Điểm cầu các thôn: nhà văn hóa.\n\nCác thôn gửi danh sách về Văn phòng trước ngày 23/9.\n"
    assert read("8h00 ngày 25/9/2025.", rest) == [
        MEETING,
        "2025-09-22 due: Các thôn gửi danh sách về Văn phòng",
    ]


def test_a_compliment_to_the_guests_is_nothing_that_is_held() -> None:
    days = "* Thứ sáu 26/9:\n - 14h: Giao lưu bóng chuyền\n* Thứ bảy 27/9:\n - 7h30: Lễ kỷ niệm\n\n"
    text = (
        f"TRƯỜNG A\n\nTHƯ MỜI\n\nCÁC HOẠT ĐỘNG\n{days}Sự hiện diện của quý vị là niềm vinh hạnh cho trường!\n"
    )
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2025, 9, 20))
    assert [entry.title for entry in programme.entries] == ["Giao lưu bóng chuyền", "Lễ kỷ niệm"]
