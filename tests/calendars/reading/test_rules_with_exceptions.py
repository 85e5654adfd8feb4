"""Standing rules of which one meeting is replaced or left out, or whose hours are told once, for all or for some."""

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import Repeat


def entries_of(text: str) -> list[Entry]:
    return list(read_programme(decode(text.encode(), "a.txt")).entries)


def test_points_whose_hours_another_point_tells() -> None:
    told = entries_of("""CỤC THI HÀNH ÁN DÂN SỰ TỈNH BÌNH LÂM
Bình Lâm, ngày 25 tháng 12 năm 2023

THÔNG BÁO
Lịch tiếp công dân năm 2024

1. Cục trưởng tiếp công dân vào ngày 10 hằng tháng. Riêng phiên ngày 10/02/2024 (mồng 1 Tết) được thay bằng thứ Sáu, \
ngày 16/02/2024.
2. Các Phó Cục trưởng tiếp công dân vào thứ Năm hằng tuần.
3. Công chức tiếp công dân thường xuyên từ thứ Hai đến thứ Sáu hằng tuần.
4. Giờ tiếp tại mục 1 và mục 2: từ 8 giờ 00 đến 11 giờ 00.
""")
    hours = [str(entry.when.hours.start)[:5] for entry in told]
    assert hours == ["08:00", "08:00", "08:00", "None"]
    assert isinstance(told[0].when, Repeat)
    assert [str(day) for day in told[0].when.recurrence.left_out] == ["2024-02-10"]


CLUBS = """NHÀ VĂN HÓA PHƯỜNG SÔNG TRÀ
LỊCH SINH HOẠT CÁC CÂU LẠC BỘ NĂM 2024

{told}

1/ CLB Hát chèo: thứ Ba và thứ Sáu hằng tuần, phòng số 4.
2/ CLB Cờ: Chủ nhật hằng tuần, 14h00 - 17h00; không sinh hoạt Chủ nhật 11/02 (mồng 2 Tết).
3/ Họp Ban Chủ nhiệm: ngày 28 hằng tháng, 15h00; riêng tháng 02 họp vào ngày 27/02 (15h00 - 16h30) để thay ngày 28.
4/ Biểu diễn báo cáo: mỗi quý một đêm, thứ Bảy cuối cùng của tháng cuối quý, 20h00, sân khấu.
"""


@pytest.mark.parametrize(
    "told",
    [
        "Trừ khi có ghi giờ khác, các buổi sinh hoạt bắt đầu lúc 19h30, kết thúc lúc 21h00.",
        "Các buổi sinh hoạt đều từ 19h30 đến 21h00.",
    ],
)
def test_hours_for_what_has_none(told: str) -> None:
    found = entries_of(CLUBS.format(told=told))
    assert lines_of(CLUBS.format(told=told)) == [
        "WEEKLY 19:30-21:00: CLB Hát chèo",
        "WEEKLY 14:00-17:00: CLB Cờ",
        "MONTHLY 15:00: Họp Ban Chủ nhiệm",
        "02-27 15:00-16:30: Họp Ban Chủ nhiệm",
        "YEARLY 20:00: Biểu diễn báo cáo",
    ]
    left_out = [when.recurrence.left_out for entry in found if isinstance(when := entry.when, Repeat)]
    assert [[str(day) for day in days] for days in left_out] == [[], ["2024-02-11"], ["2024-02-28"], []]


def test_days_of_each_year_say_how_often_already() -> None:
    told = entries_of("""HỘI CỰU GIÁO CHỨC TỈNH BÌNH LÂM
QUY CHẾ LÀM VIỆC

Điều 9. Ban Chấp hành họp thường kỳ 06 tháng một lần, vào ngày 15 tháng 6 và ngày 15 tháng 12 hằng năm.
Điều 10. Ban Thường vụ họp mỗi quý một lần.
Điều 11. Câu lạc bộ thơ sinh hoạt ngày 20 hằng tháng.
""")
    assert isinstance(told[0].when, Repeat)
    rule = told[0].when.recurrence
    assert (rule.by_month, rule.by_month_day) == ((6, 12), (15,))


def test_lines_that_tell_no_new_time() -> None:
    assert lines_of("""NHÀ THIẾU NHI SÔNG TRÀ
Sông Trà, ngày 18 tháng 6 năm 2025

THÔNG BÁO THAY ĐỔI LỊCH

1. Ngày hội "Em yêu khoa học"
   - Lịch cũ: 8h00 - 11h00, Chủ nhật, 29/6/2025.
   - Lịch mới: chưa ấn định, sẽ báo sau.
2. Trại hè "Về nguồn" (60 em từ 11 - 15 tuổi)
   - Lịch cũ: 04 - 06/7/2025.
   - Lịch mới: 11 - 13/7/2025.
3. Lớp kế toán xã (45/80 học viên)
   - Lịch cũ: 07/7/2025.
   - Lịch mới: không tổ chức.
4. Hội nghị giao ban cụm
   - Lịch cũ: 8h ngày 08/7/2025
   - Nay: giữ nguyên
5. Lớp Cờ vua: học theo thời khóa biểu dán ngày 02/6.
""") == [
        '06-29 08:00-11:00 postponed: Ngày hội "Em yêu khoa học"',
        '07-04..07-06 postponed: Trại hè "Về nguồn" (60 em từ 11 - 15 tuổi)',
        '07-11..07-13: Trại hè "Về nguồn" (60 em từ 11 - 15 tuổi)',
        "07-07 cancelled: Lớp kế toán xã",
        "07-08 08:00: Hội nghị giao ban cụm",
    ]


def test_the_day_of_the_paper_with_which_a_rule_came_is_no_period() -> None:
    assert lines_of("""NGÂN HÀNG PHÁT TRIỂN BÌNH LÂM
QUY ĐỊNH VỀ CHẾ ĐỘ HỘI HỌP NĂM 2024
(Kèm theo Quyết định ngày 22 tháng 01 năm 2024 của Giám đốc chi nhánh)

1. Họp Ban Giám đốc: 07 giờ 30 ngày làm việc đầu tiên của tháng.
2. Họp Hội đồng tín dụng: thứ Ba và thứ Năm hằng tuần, buổi chiều.
3. Tổng kết năm: ngày 27/12/2024, từ 13 giờ 30.

Quy định này thay Quy định ngày 05/01/2022 và áp dụng từ ngày 01/02/2024.
""") == [
        "MONTHLY 07:30: Họp Ban Giám đốc",
        "WEEKLY afternoon: Họp Hội đồng tín dụng",
        "12-27 13:30: Tổng kết năm",
    ]


def test_a_heading_that_names_a_meeting_of_some_work() -> None:
    assert lines_of("""VIỆN KIỂM SÁT NHÂN DÂN TỈNH BÌNH LÂM
NIÊM YẾT LỊCH TIẾP CÔNG DÂN NĂM 2024

I. LÃNH ĐẠO VIỆN
- Viện trưởng: sáng thứ Tư tuần thứ hai hằng tháng.
- Phó Viện trưởng: ngày 25 hằng tháng.

II. GIAO BAN CÔNG TÁC ĐƠN THƯ
Liên ngành Tòa án - Viện kiểm sát: 14 giờ ngày 10 của tháng đầu quý, tại phòng họp số 3.
""")[-1].startswith("YEARLY 14:00: ")


def test_half_a_day_beside_a_place_in_the_column_of_notes() -> None:
    assert lines_of("""CỤC THỐNG KÊ TỈNH BÌNH LÂM
LỊCH CÔNG TÁC THÁNG 6/2024

Thời gian | Nội dung | Người chủ trì | Ghi chú
03/6 | Giao ban đầu tháng | Cục trưởng | 8h, trực tuyến
06/6 (thứ 5) | Công bố kết quả mức sống dân cư | Cục trưởng | Sáng; Phòng họp UBND tỉnh
""") == ["06-03 08:00: Giao ban đầu tháng", "06-06 morning: Công bố kết quả mức sống dân cư"]
