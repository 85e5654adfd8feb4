"""What a paper had wrongly and what is right, told in two sentences: an old and a new time of the thing it names."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import when_to_json

HEAD = "SỞ Y TẾ\nSố 19/TB-SYT\nTrà Bình, ngày 02 tháng 6 năm 2025\n\nTHÔNG BÁO\nđính chính Giấy mời số 14-GM/SYT\n\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                'Trong Thông báo ngày 01/6/2025 có ghi nhầm ngày quay số "Lúa vàng": 16h ngày 11/6. Xin đính chính: '
                "16h00 ngày 12/6/2025 (thứ Năm), tại Hội sở."
            ),
            'Quay số "Lúa vàng"',
        ),
        (
            (
                "Ngày 01/6/2025, Sở có Giấy mời số 14-GM/SYT về việc dự Hội nghị Ban Chấp hành lần thứ 6. "
                "Do sơ suất trong khâu in ấn, Giấy mời ghi thời gian Hội nghị là "
                '"16 giờ 00 ngày 11/6/2025 (thứ tư)".\n\n'
                "Nay xin đính chính lại là: 16 giờ 00 ngày 12/6/2025 (thứ năm), tại Hội trường."
            ),
            "Hội nghị Ban Chấp hành lần thứ 6",
        ),
        (
            (
                "Do sơ suất, Thư mời dự Lễ khai giảng lớp Trung cấp ghi sai giờ khai mạc là 16h00 ngày 11/6. Thời gian "
                "đúng là 16h00 ngày 12/6."
            ),
            "Lễ khai giảng lớp Trung cấp",
        ),
        (
            "Thông báo số 5 ghi Đại hội chi đoàn: 16h ngày 11/6; nay sửa lại thành 16h ngày 12/6.",
            "Đại hội chi đoàn",
        ),
        ("Giấy mời in nhầm ngày họp phụ huynh (16h ngày 11/6), đúng phải là 16h ngày 12/6.", "Họp phụ huynh"),
        (
            "Giấy mời họp tổng kết ghi nhầm là 16h ngày 11/6. Nay xin sửa lại: 16h ngày 12/6.",
            "Họp tổng kết",
        ),
        (
            (
                "Giấy mời dự Hội thảo dinh dưỡng đã gửi có sai sót. Thời gian đã ghi: 16h00 ngày 11/6. Thời gian đúng: "
                "16h00 ngày 12/6."
            ),
            "Hội thảo dinh dưỡng",
        ),
    ],
)
def test_a_misprint_and_what_is_right(text: str, title: str) -> None:
    entries = read_programme(decode((HEAD + text).encode(), "a.txt"), today=date(2026, 3, 9)).entries
    assert [
        (entry.title, when_to_json(entry.when)["date"], when_to_json(entry.when)["start"], entry.status.value)
        for entry in entries
    ] == [(title, "2025-06-11", "16:00", "postponed"), (title, "2025-06-12", "16:00", "confirmed")]


def test_only_the_weekday_was_wrong() -> None:
    text = (
        'Giấy mời số 133/GM-UBND ngày 01/6/2025 của UBND mời dự Hội nghị tổng kết có ghi: "Thời gian: 14 giờ 00, '
        'thứ Năm, ngày 13/6/2025".\n\nDo sơ suất trong khâu đánh máy, nay đính chính lại: 14 giờ 00, thứ Sáu, ngày '
        "13/6/2025.\n"
    )
    (entry,) = read_programme(decode((HEAD + text).encode(), "a.txt"), today=date(2026, 3, 9)).entries
    assert (entry.title, entry.status.value) == ("Hội nghị tổng kết", "confirmed")
