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
            [
                "05-18..05-20: Treo cờ Ngày sinh Chủ tịch Hồ Chí Minh 19/5",
                "05-19 all-day observance: Ngày sinh Chủ tịch Hồ Chí Minh",
                "05-06 14:00: Họp chi bộ",
            ],
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
        pytest.param(
            "QUY CHẾ LÀM VIỆC NĂM 2024\n(Ban hành kèm theo Quyết định số 02/QĐ-HLH ngày 05 tháng 01 năm 2024)\n\n"
            "Điều 1. Ban Thường vụ họp vào ngày 22 hằng tháng.\n"
            "Điều 2. Giao ban khối: thứ Năm tuần thứ hai các tháng 3, 6, 9, 12, lúc 13h30.\n",
            [
                "MONTHLY;BYMONTHDAY=22 01-22: Ban Thường vụ họp",
                "YEARLY;BYMONTH=3,6,9,12;BYDAY=2TH 03-14 13:30: Giao ban khối",
            ],
            id="the-day-of-the-paper-it-came-with-is-no-period",
        ),
        pytest.param(
            f"{RULE}1. Tiếp nhận hồ sơ tuyển dụng: các ngày từ thứ Hai đến thứ Tư trong tuần.\n"
            "2. Lịch áp dụng từ ngày 01/01/2024 đến hết ngày 30/6/2024.\n",
            ["WEEKLY;BYDAY=MO,TU,WE 01-01: Tiếp nhận hồ sơ tuyển dụng"],
            id="weekdays-of-a-rule-are-of-every-week",
        ),
        pytest.param(
            f"{MAY}PHẦN THỨ NHẤT\nKẾT QUẢ CÔNG TÁC THÁNG 4\n\nNgày 24/4 phối hợp trao 20 suất quà.\n\n"
            "PHẦN THỨ HAI\nNHIỆM VỤ THÁNG 5\n\n1. Giám sát việc thu phí: tại xã An Phú ngày 08/5; xã An Lạc ngày 09/5 "
            "(buổi sáng).\n2. Phản biện dự thảo quy hoạch (dự kiến cuối tháng 5).\n",
            [
                "05-08: Giám sát việc thu phí",
                "05-09 morning: Giám sát việc thu phí",
                "~05-21..05-31 tentative: Phản biện dự thảo quy hoạch",
            ],
            id="a-part-below-the-title-and-places-before-their-days",
        ),
        pytest.param(
            f"{MAY}1. Tuyên truyền Ngày Gia đình (15/5); kết quả hội thi ngày 20/3/2024.\n2. Họp Ban Chấp hành: 8h00 "
            "ngày 16/5.\n",
            ["05-15 all-day observance: Ngày Gia đình", "05-16 08:00: Họp Ban Chấp hành"],
            id="what-is-made-known-of-the-past-hides-no-commemoration",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n\nThời gian\n\nNội dung\n\nChủ trì\n\nĐịa điểm\n\n"
            "06 - 07/5\n\nThẩm tra các tờ trình (Ban Ngân sách: ngày 06; Ban Pháp chế: ngày 07)\n\nTrưởng các Ban\n\n"
            "Phòng họp B\n\n10/5\n\nChiều: Họp báo\n\nChánh Văn phòng\n\nPhòng họp A\n\n"
            "Trước 20/5\n\nCác phòng nộp bản tự kiểm điểm\n\nPhòng Hành chính\n\n"
            "An Bình, ngày 28 tháng 4 năm 2024\nCHÁNH VĂN PHÒNG\nNgô Việt Dũng\n",
            [
                "05-06..05-07: Thẩm tra các tờ trình",
                "05-10 afternoon: Họp báo",
                "05-19 deadline: Các phòng nộp bản tự kiểm điểm",
            ],
            id="days-shared-out-in-a-bracket-and-a-post-that-signs-nothing",
        ),
        pytest.param(
            f"{MAY}I. Các hoạt động\n\nThời gian: ngày 06 - 08/5\nNội dung: Trại sáng tác\n\n"
            "Thời gian: 15h00 ngày 10/5\nNội dung: Họp góp ý điều lệ\n\n"
            "Thời gian: trung tuần tháng 5\nNội dung: Làm việc với Sở Tài chính\n",
            [
                "05-06..05-08: Trại sáng tác",
                "05-10 15:00: Họp góp ý điều lệ",
                "~05-11..05-20 tentative: Làm việc với Sở Tài chính",
            ],
            id="things-told-by-the-same-labels-again-and-again",
        ),
        pytest.param(
            f"{MAY}1. Hiến máu lưu động: huyện Mỹ An 09/5; huyện Lạc Sơn 16/5.\n"
            "2. Đã hoàn thành báo cáo: huyện Mỹ An 9/12; huyện Lạc Sơn 10/12.\n",
            ["05-09: Hiến máu lưu động", "05-16: Hiến máu lưu động"],
            id="days-behind-places-and-shares",
        ),
        pytest.param(
            f"{MAY}1. Kỷ niệm Ngày thành lập Đội (15/5) - tổ chức Hội trại vào thứ Tư, 15/5/2024, 7h00 - 11h00.\n"
            "2. Giao ban báo chí: 14 giờ thứ Ba hằng tuần, riêng tuần nghỉ lễ không tổ chức.\n"
            "3. Bỏ phiếu tại khu vực số 3, sáng 23/5/2024.\n",
            [
                "05-15 07:00-11:00: Kỷ niệm Ngày thành lập Đội - tổ chức Hội trại",
                "WEEKLY;BYDAY=TU 05-07 14:00: Giao ban báo chí",
                "05-23 morning: Bỏ phiếu",
            ],
            id="an-hour-of-a-commemoration-a-week-left-out-and-the-number-of-a-place",
        ),
        pytest.param(
            f"{MAY}THỜI GIAN VÀ NỘI DUNG CÔNG VIỆC\n\nNgày 10/5: - 8g00: họp Ban Thường vụ;\n"
            "           - 14g00: làm việc với Bưu điện.\n\nNgày 13/5: Họp cơ quan.\n",
            ["05-10 08:00: Họp Ban Thường vụ", "05-10 14:00: Làm việc với Bưu điện", "05-13: Họp cơ quan"],
            id="a-second-hour-of-a-day",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC QUÝ II NĂM 2024\n\n1. Tháng 5: Diễn tập (ngày 10/5); "
            "lễ khởi công (dự kiến trung tuần).\n"
            "2. Tháng 6: Họp sơ kết (ngày 20/6).\n",
            ["05-10: Diễn tập", "~05-11..05-20 tentative: Lễ khởi công", "06-20: Họp sơ kết"],
            id="a-month-before-what-is-on-in-it",
        ),
        pytest.param(
            f"{RULE}I. Giám đốc tiếp công dân\n- Định kỳ 02 ngày trong tháng: ngày 08 và ngày 23 (nếu rơi vào "
            "ngày nghỉ thì dời sang ngày làm việc kế tiếp).\nII. Họp\n"
            "1. Xử lý hồ sơ trễ hạn: 15h00 các ngày 14, 28 hằng tháng.\n"
            "2. Chi hội sinh hoạt: tối ngày 18 hằng tháng tại nhà văn hóa thôn, bắt đầu lúc 19h30.\n",
            [
                "MONTHLY;BYMONTHDAY=8,23 01-08 roll=next_working_day: Tiếp công dân",
                "MONTHLY;BYMONTHDAY=14,28 01-14 15:00: Xử lý hồ sơ trễ hạn",
                "MONTHLY;BYMONTHDAY=18 01-18 19:30: Chi hội sinh hoạt",
            ],
            id="days-of-a-month-behind-their-number",
        ),
        pytest.param(
            f"{RULE}1. Giám đốc tiếp công dân: ngày 20 hằng tháng.\n"
            "2. Các chi bộ nộp biên bản trong vòng 03 ngày sau họp.\n"
            "Ghi chú: Lịch trùng ngày lễ, Tết được chuyển sang ngày làm việc tiếp theo.\n",
            ["MONTHLY;BYMONTHDAY=20 01-20 roll=next_working_day: Tiếp công dân"],
            id="days-counted-from-a-meeting-and-a-note-on-days-off",
        ),
    ],
)
def test_what_a_paper_announces(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "BẢNG LỊCH PHỤC VỤ BẠN ĐỌC\n(áp dụng từ 01/7/2019 đến hết 31/12/2019)\n\n"
            "Phòng mượn: thứ 3 đến thứ 5 hàng tuần\n"
            "CLB Đàn hát: 15h Chủ nhật hàng tuần, trừ Chủ nhật cuối cùng của tháng\n"
            "Kể chuyện: 19h30 ngày 15 hàng tháng\n",
            [
                ("Phòng mượn", "2019-07-02", "2019-12-31", 0),
                ("CLB Đàn hát", "2019-07-07", "2019-12-22", 6),
                ("Kể chuyện", "2019-07-15", "2019-12-15", 0),
            ],
            id="a-sheet-of-habits",
        ),
        pytest.param(
            "QUY CHẾ\nLàm việc của Ban Quản lý chợ\n\nĐiều 1. Phạm vi\n"
            "Quy chế này quy định chế độ họp của Ban Quản lý chợ từ ngày 01/8/2025 đến ngày 31/12/2025.\n"
            "Điều 2. Chế độ họp\n1. Giao ban: 7 giờ 30 phút thứ Hai hằng tuần.\n"
            "2. Họp tổ ngành hàng: ngày 20 hằng tháng.\n",
            [
                ("Giao ban", "2025-08-04", "2025-12-29", 0),
                ("Họp tổ ngành hàng", "2025-08-20", "2025-12-20", 0),
            ],
            id="a-rule-that-says-for-which-days-it-is",
        ),
        pytest.param(
            "QUY CHẾ\nLàm việc của Ban Quản lý chợ\n(Ban hành kèm theo Quyết định số 88/QĐ-BQL ngày 21/7/2025)"
            "\n\n1. Giao ban: 7 giờ 30 phút thứ Hai hằng tuần.\n"
            "2. Họp tổ: sáng thứ Ba đầu tiên và thứ Ba cuối cùng hằng tháng.\n",
            [("Giao ban", "2025-07-21", None, 0), ("Họp tổ", "2025-07-29", None, 0)],
            id="a-rule-begins-with-the-decision-that-it-came-with",
        ),
        pytest.param(
            "LỊCH SINH HOẠT CÂU LẠC BỘ\n(từ 01/8/2025 đến 31/12/2025)\n\n"
            "- Giao ban: 7 giờ 30 thứ Hai hằng tuần, trừ tuần có ngày lễ 02/9.\n"
            "- CLB Tiếng Anh: 19h00 - 20h30, thứ 3 và 5.\n"
            "- Sinh hoạt toàn thể: 8g ngày mùng 10 hằng tháng (nghỉ tháng 10 do trùng hội trại)\n"
            "\nHoài Sơn, 22-7-2025\n",
            [
                ("Giao ban", "2025-08-04", "2025-12-29", 1),
                ("CLB Tiếng Anh", "2025-08-05", "2025-12-30", 0),
                ("Sinh hoạt toàn thể", "2025-08-10", "2025-12-10", 1),
            ],
            id="a-week-with-a-holiday-weekdays-in-a-list-and-a-month-at-rest",
        ),
    ],
)
def test_a_standing_rule_holds_as_long_as_it_says(
    text: str, expected: list[tuple[str, str, str | None, int]]
) -> None:
    programme = programme_to_json(read_programme(decode(text.encode(), "a.txt")))
    repeats = [(entry["title"], entry["when"]) for entry in programme["entries"]]
    assert programme["programme"]["kind"] == "recurring"
    assert [(title, when["first"], when["until"], len(when["except"])) for title, when in repeats] == expected
