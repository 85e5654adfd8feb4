"""From when to when standing rules hold, and the days that they leave out: each as a small paper with what it tells."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme


def read(text: str) -> list[str]:
    """Title, first and last day and the days left out of each entry."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22))
    told = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        bounds = (
            f"{when['first']}..{when['until']}" if when["type"] == "recurring" else when.get("date", "days")
        )
        without = "".join(f" -{day[5:]}" for day in when.get("except") or ())
        told.append(f"{entry['title']}: {bounds}{without}")
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "KHU DÂN CƯ SỐ 9\n\nQUY ƯỚC LỊCH SINH HOẠT CHUNG NĂM 2021\n(đã thông qua ngày 20/12/2020)\n\n"
            "1. Quét dọn ngõ: 6h00 Chủ nhật tuần thứ nhất hằng tháng.\n"
            "2. Truyền thanh: 17h00 thứ 2 hằng tuần (nghỉ Tết từ 11/02 đến 16/02/2021).\n"
            "3. Gặp mặt: dự kiến ngày 13/11.\n\nQuy ước thực hiện từ ngày 01/01/2021.\n",
            [
                "Quét dọn ngõ: 2021-01-03..2021-12-05",
                "Truyền thanh: 2021-01-04..2021-12-27 -02-15",
                "Gặp mặt: 2021-11-13",
            ],
            id="a-covenant-of-a-year",
        ),
        pytest.param(
            "HƯƠNG ƯỚC\nLịch sinh hoạt của thôn Đông\n\n1. Họp thôn: 19h30 ngày 05 hằng tháng.\n"
            "2. Tuần tra: tối thứ bảy hằng tuần.\n\n"
            "Hương ước này có giá trị từ tháng 3/2021 đến hết tháng 12/2021.\n",
            ["Họp thôn: 2021-03-05..2021-12-05", "Tuần tra: 2021-03-06..2021-12-25"],
            id="from-a-month-to-a-month",
        ),
        pytest.param(
            "V/v chế độ hội họp, báo cáo năm học 2022-2023\n\n"
            "Phòng quy định chế độ hội họp thực hiện từ 01/9/2022 đến 31/5/2023 như sau:\n\n"
            "a) Giao ban: 8h00 thứ Tư đầu tiên hằng tháng. Riêng tháng 01/2023 giao ban vào 8h00 ngày 11/01/2023.\n"
            "đ) Trực lãnh đạo: sáng thứ Bảy hằng tuần, 7h30 - 11h00.\n",
            [
                "Giao ban: 2022-09-07..2023-05-03 -01-04",
                "Giao ban: 2023-01-11",
                "Trực lãnh đạo: 2022-09-03..2023-05-27",
            ],
            id="part-of-a-school-year",
        ),
        pytest.param(
            "V/v chế độ họp năm học 2022-2023\n\nChế độ họp áp dụng từ ngày 05/9 đến hết ngày 31/5/2023:\n"
            "1. Giao ban: 8h00 thứ Hai tuần đầu hằng tháng. Riêng tháng 01/2023, họp ngày 09/01/2023.\n",
            ["Giao ban: 2022-09-05..2023-05-01 -01-02", "Giao ban: 2023-01-09"],
            id="a-first-day-without-its-year",
        ),
        pytest.param(
            "QUY ĐỊNH\nChế độ hội họp\n(Ban hành kèm theo Quyết định số 02/QĐ-UBND ngày 08 tháng 01 năm 2019)\n\n"
            "Điều 1. Giao ban\nGiao ban: 7h30 sáng thứ Hai hằng tuần.\n"
            "Điều 2. Khối nội chính họp chiều thứ Tư các tuần lẻ trong tháng (tuần 1, tuần 3).\n"
            "Điều 3. Hiệu lực\nQuy định này áp dụng trong năm 2019, kể từ ngày 15/01/2019.\n",
            ["Giao ban: 2019-01-21..2019-12-30", "Khối nội chính họp: 2019-01-16..2019-12-18"],
            id="in-a-year-from-a-day-on",
        ),
        pytest.param(
            "QUY CHẾ HỌP CỦA CƠ QUAN\n\n1. Giao ban: 8h00 thứ Hai hằng tuần.\n"
            "2. Họp cơ quan: ngày làm việc cuối cùng mỗi quý.\n\nThời gian áp dụng: từ 01/7/2020 đến hết năm 2020.\n",
            ["Giao ban: 2020-07-06..2020-12-28", "Họp cơ quan: 2020-09-30..2020-12-31"],
            id="to-the-end-of-a-year",
        ),
        pytest.param(
            "QUY CHẾ HỌP CỦA CƠ QUAN\n\n1. Giao ban: 8h00 thứ Hai hằng tuần.\n"
            "2. Họp chi bộ: ngày 03 hằng tháng.\n\nQuy chế này được áp dụng cho năm 2020.\n",
            ["Giao ban: 2020-01-06..2020-12-28", "Họp chi bộ: 2020-01-03..2020-12-03"],
            id="for-a-year",
        ),
        pytest.param(
            "NỘI QUY THƯ VIỆN VÀ LỊCH SINH HOẠT NĂM 2024\n\n"
            "- Kể chuyện: 9h00 Chủ Nhật hàng tuần (trừ Chủ Nhật 11/02 - mùng 2 Tết)\n"
            "- Thẻ cũ hết hạn đổi ngày 31/3/2024.\n\nAn Hòa, 02/01/2024\nPhụ trách thư viện: Trần Thị Hiền\n",
            ["Kể chuyện: 2024-01-07..2024-12-29 -02-11", "Thẻ cũ: 2024-03-31"],
            id="without-the-day-of-a-feast",
        ),
    ],
)
def test_a_rule_holds_from_and_to_when_its_paper_says(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_rows_below_the_heading_of_a_duty_are_of_the_duty() -> None:
    text = (
        "LỊCH TRỰC NHÀ VĂN HÓA\n(áp dụng từ 05/9/2023 đến hết 31/12/2023)\n\n- Phòng đọc: 14h00 thứ Ba hằng tuần\n"
        "- Cờ tướng: 16h00 thứ Năm hằng tuần\n- Chiếu phim: 19h00 thứ Bảy hằng tuần\n\n"
        "Trực ngày Chủ nhật tháng 9 (7h30 - 11h00):\n- 10/9: Chị Lụa\n- 17/9: Anh Thông\n"
    )
    told = [line.partition(":")[0] for line in read(text)]
    assert told[-2:] == ["Trực ngày Chủ nhật", "Trực ngày Chủ nhật"]


def test_a_line_that_says_since_when_tells_no_hours_of_its_own() -> None:
    text = (
        "THÔNG BÁO\nVề lịch tiếp công dân 6 tháng cuối năm 2016\n\n- Chủ tịch tiếp công dân: thứ Năm hàng tuần.\n"
        "- Trả kết quả hồ sơ: thứ Ba và thứ Sáu hàng tuần.\n\n"
        "Thời gian tiếp công dân: sáng 7h00 - 11h00; chiều 13h30 - 16h30, tại phòng Tiếp dân.\n"
        "Thực hiện kể từ ngày 01/7/2016. Thông báo này thay Thông báo số 02/TB-UBND ngày 06/01/2016.\n"
    )
    assert not any("2016-07-01.." in line and "None" in line for line in read(text))
    assert len([line for line in read(text) if ".." in line]) == 2
