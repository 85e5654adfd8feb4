"""What stands below a heading such as "Các hoạt động tạm hoãn:" is put off, unless it tells a new day itself."""

import pytest
from announced_lines import lines_of

from calendars.marks import Status
from calendars.reading.notices.states_in_headings import change_of

LISTS = """SỞ Y TẾ TỈNH BÌNH LÂM
THÔNG BÁO
Điều chỉnh lịch tháng 5/2024

{heading}
- Họp giao ban ngày 13/5
- Trưng bày tư liệu: từ 20 - 22/5 lùi sang 27 - 29/5
"""


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("Các nội dung hủy:", "cancelled"),
        ("II. Các cuộc họp bị hủy bỏ:", "cancelled"),
        ("1. Những hoạt động không tổ chức:", "cancelled"),
        ("Không tổ chức các hoạt động sau:", "cancelled"),
        ("Các hoạt động tạm dừng trong tháng:", "postponed"),
        ("Dừng các hoạt động sau đây:", "postponed"),
        ("2. Các buổi họp tạm hoãn", "postponed"),
        ("Hoãn:", "postponed"),
        ("Văn phòng thông báo hủy các cuộc họp sau do Giám đốc đi công tác:", "cancelled"),
        ("Nhà trường quyết định tạm hoãn các hoạt động sau vì mưa lũ:", "postponed"),
    ],
)
def test_a_list_below_a_state(heading: str, state: str) -> None:
    assert lines_of(LISTS.format(heading=heading)) == [
        f"05-13 {state}: Họp giao ban",
        "05-20..05-22 postponed: Trưng bày tư liệu",
        "05-27..05-29: Trưng bày tư liệu",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Các hoạt động chuyển sang trực tuyến:",
        "Các nội dung giữ nguyên:",
        "Bổ sung các nội dung sau:",
        "Các đơn vị không tổ chức hội nghị gửi báo cáo về Sở:",
        "Hội nghị triển khai công tác dừng, đỗ xe:",
    ],
)
def test_other_headings_give_no_state(heading: str) -> None:
    assert change_of(heading)[0] not in (Status.CANCELLED, Status.POSTPONED)
