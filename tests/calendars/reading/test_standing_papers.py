"""Monthly programmes and standing rules: how offices lay them out, each as a small paper with what it announces."""

from datetime import date
from typing import Any

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

MAY = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n"
RULE = "QUY ĐỊNH\nChế độ họp, giao ban\n(Thực hiện từ ngày 01/01/2024)\n\n"


def days_of(when: dict[str, Any]) -> str:
    """The days as "05-16", "05-15..05-16", "~05-11..05-20", or a rule with its first day."""
    match when["type"]:
        case "date":
            return str(when["date"][5:])
        case "range":
            return f"{when['from'][5:]}..{when['to'][5:]}"
        case "window":
            return f"~{when['from'][5:]}..{when['to'][5:]}"
        case "recurring":
            rule = when["rrule"].removeprefix("FREQ=")
            return f"{rule} {when['first'][5:]}" + (f" roll={when['roll']}" if when.get("roll") else "")
    return str(when["type"])


def told(entry: dict[str, Any]) -> str:
    """Days, hours or part of the day, what is no confirmed meeting, and the title."""
    when = entry["when"]
    hours = "-".join(hour for hour in (when["start"], when["end"]) if hour) or when["daypart"]
    marks = [entry[key] for key in ("category", "status") if entry[key] not in ("meeting", "confirmed")]
    return f"{' '.join(filter(None, (days_of(when), hours, *marks)))}: {entry['title']}"


def read(text: str) -> list[str]:
    """What a paper tells, each entry in one line."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2024, 4, 28))
    return [told(entry) for entry in programme_to_json(programme)["entries"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "KẾ HOẠCH CÔNG TÁC THÁNG 10\nNĂM HỌC 2023 - 2024\n\n- Thứ Tư (04/10): Họp Hội đồng trường, 14h.\n",
            ["10-04 14:00: Họp Hội đồng trường"],
            id="a-month-of-the-first-half-of-a-school-year",
        ),
        pytest.param(
            f"{MAY}Phần 1. Kết quả tháng 4\n- Hội đồng khoa học họp ngày 12/4, thống nhất danh mục.\n"
            "Phần 2. Chương trình tháng 5\n1. Họp giao ban: 7h30 ngày 06/5.\n",
            ["05-06 07:30: Họp giao ban"],
            id="a-part-with-a-figure-that-reports",
        ),
        pytest.param(
            f"{MAY}II. LỊCH CÔNG TÁC\n- Ngày 08/5: Kiểm tra tài chính Trường Mầm non Hoa Mai, buổi chiều.\n"
            "- Ngày 09/5: Họp bàn về giáo dục kỹ năng, sáng kiến.\n",
            [
                "05-08 afternoon: Kiểm tra tài chính Trường Mầm non Hoa Mai",
                "05-09: Họp bàn về giáo dục kỹ năng, sáng kiến",
            ],
            id="a-part-of-the-day-at-the-end",
        ),
        pytest.param(
            f"{MAY}TT | Nội dung | Thời gian | Đơn vị\n"
            "1 | Treo cờ Ngày sinh Chủ tịch Hồ Chí Minh 19/5 | Từ 18/5 đến 20/5 | Văn phòng\n"
            "2 | Họp chi bộ | 14h00, 06/5 | Chi bộ\n",
            ["05-18..05-20: Treo cờ Ngày sinh Chủ tịch Hồ Chí Minh 19/5", "05-06 14:00: Họp chi bộ"],
            id="flags-for-a-feast-in-a-row",
        ),
        pytest.param(
            f"{MAY}1. Ngày 06/5 (Thứ Hai)\n- Chiều: Lễ trao Huy hiệu Đảng đợt 19/5 (14h00, Hội trường xã).\n"
            "2. Từ ngày 20/5 đến ngày 22/5\n- Tập huấn công tác kiểm tra.\n"
            "3. Các nội dung khác\n- Các chi bộ gửi biên bản về Văn phòng trước ngày 10/5.\n",
            [
                "05-06 14:00: Lễ trao Huy hiệu Đảng đợt 19/5",
                "05-20..05-22: Tập huấn công tác kiểm tra",
                "05-09 deadline: Các chi bộ gửi biên bản về Văn phòng",
            ],
            id="numbered-days-and-what-stands-behind-them",
        ),
        pytest.param(
            f"{RULE}I. Giao ban\n1. Giao ban tuần: 7h30 thứ Hai hằng tuần.\n"
            "II. Trực tại Bộ phận Một cửa\n- Sáng thứ Bảy hằng tuần: từ 7h30 đến 11h30.\n",
            [
                "WEEKLY;BYDAY=MO 01-01 07:30: Giao ban tuần",
                "WEEKLY;BYDAY=SA 01-06 07:30-11:30: Trực tại Bộ phận Một cửa",
            ],
            id="a-heading-names-what-its-days-are-of",
        ),
    ],
)
def test_what_a_paper_announces(text: str, expected: list[str]) -> None:
    assert read(text) == expected
