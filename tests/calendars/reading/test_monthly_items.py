"""Items of monthly programmes: what is moved within a line, places one after another, hours behind the thing."""

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme

HEAD = "UBND XÃ AN PHÚ\nLỊCH CÔNG TÁC THÁNG 11 NĂM 2024\n\n"


def told(*items: str) -> list[tuple[str, str, str]]:
    """Title, status and day with its hour or part, of each entry."""
    found = []
    for entry in read_programme(decode((HEAD + "\n".join(items)).encode(), "a.txt")).entries:
        hours = entry.when.hours
        hour = f"{hours.start:%H:%M}" if hours.start else str(hours.part or "")
        day = getattr(entry.when, "day", None)
        found.append((entry.title, str(entry.status), f"{day:%d/%m} {hour}".strip() if day else "?"))
    return found


@pytest.mark.parametrize("period", ["tháng", "tuần", "quý", "năm"])
def test_a_meeting_at_the_beginning_of_a_period_is_no_former_time(period: str) -> None:
    item = f"- 05/11: Họp giao ban đầu {period} toàn Chi nhánh (17h15, sảnh tầng 1)."
    assert [(status, when) for _, status, when in told(item, "- 06/11: Họp B.")] == [
        ("confirmed", "05/11 17:15"),
        ("confirmed", "06/11"),
    ]


@pytest.mark.parametrize(
    "told_so",
    [
        "Hoãn phiên tòa vụ tranh chấp đất (vắng bị hại); mở lại 7h30 ngày 20/11",
        "Hoãn phiên tòa vụ tranh chấp đất, mở lại vào lúc 7h30 ngày 20/11",
        "Tạm hoãn phiên tòa vụ tranh chấp đất; sẽ tổ chức lại 7h30 ngày 20/11",
    ],
)
def test_what_is_put_off_is_held_again(told_so: str) -> None:
    assert sorted(
        [one[1:] for one in told(f"- 12/11: {told_so}.", "- 13/11: Họp B.")], key=lambda one: one[1]
    ) == [
        ("postponed", "12/11"),
        ("confirmed", "13/11"),
        ("confirmed", "20/11 07:30"),
    ]


@pytest.mark.parametrize("half", ["sáng", "buổi sáng"])
def test_half_a_day_stands_between_commas(half: str) -> None:
    assert told(f"- 13/11: Hội thảo khoa học, {half}, hội trường lớn", "- 14/11: Họp B")[0] == (
        "Hội thảo khoa học",
        "confirmed",
        "13/11 morning",
    )


@pytest.mark.parametrize(
    "item",
    [
        "xã Tân Phong 25/11; xã Vĩnh Bình 26/11, đều bắt đầu lúc 8 giờ",
        "xã Tân Phong: 25/11; xã Vĩnh Bình: 26/11 (đều từ 8 giờ)",
        "tại xã Tân Phong 25/11, xã Vĩnh Bình 26/11, tất cả đều vào lúc 8h",
        "từ ngày 25/11 đến 26/11. Cụ thể: xã Tân Phong 25/11; xã Vĩnh Bình 26/11, đều lúc 8 giờ",
        "từ 25/11 đến ngày 26/11, cụ thể như sau: xã Tân Phong 25/11; xã Vĩnh Bình 26/11, đều lúc 8 giờ",
    ],
)
def test_hours_of_all_places_stand_behind_the_last(item: str) -> None:
    assert [one[::2] for one in told(f"1. Tiếp xúc cử tri: {item}.", "2. Họp B: 27/11")[:2]] == [
        ("Tiếp xúc cử tri", "25/11 08:00"),
        ("Tiếp xúc cử tri", "26/11 08:00"),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("09/11 Ngày Pháp luật Việt Nam", "Ngày Pháp luật Việt Nam"),
        (
            "09/11: 12 năm Ngày truyền thống ngành Dầu khí (09/11/2012 - 09/11/2024)",
            "Ngày truyền thống ngành Dầu khí",
        ),
        ("Ngày 09/11 - Kỷ niệm 40 năm Ngày thành lập huyện An Phú", "Ngày thành lập huyện An Phú"),
    ],
)
def test_a_list_of_commemorations(line: str, name: str) -> None:
    items = ("I. Các ngày kỷ niệm", f"- {line}", "II. Hội nghị", "1. Họp B: 27/11")
    assert told(*items)[0] == (name, "confirmed", "09/11 all-day")


def test_a_thing_held_in_each_village() -> None:
    items = (
        "II. Nhiệm vụ",
        "1. Ngày hội Đại đoàn kết toàn dân tộc:",
        "- Thôn Đông, thôn Hà: sáng 13/11",
        "- Thôn Trung (điểm chỉ đạo): 7h30 ngày 14/11, Nhà văn hóa thôn",
        "2. Họp B: 27/11",
    )
    assert told(*items)[:2] == [
        ("Ngày hội Đại đoàn kết toàn dân tộc: thôn Đông, thôn Hà", "confirmed", "13/11 morning"),
        ("Ngày hội Đại đoàn kết toàn dân tộc: thôn Trung (điểm chỉ đạo)", "confirmed", "14/11 07:30"),
    ]
