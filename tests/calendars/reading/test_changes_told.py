"""Notices of change in the words of clerks: old and new time, what is called off, what is moved by how much."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import when_to_json

HEAD = (
    "HỘI NÔNG DÂN TỈNH\nSố 19/TB-HND\nTrà Bình, ngày 30 tháng 10 năm 2026\n\nTHÔNG BÁO\n"
    "Về việc thay đổi lịch một số hoạt động\n\n"
)
CHAT = "Nhom Zalo Van phong\n30/10/2026 08:12\n\nKinh gui ca nha, em bao thay doi lich:\n"


def read(text: str, head: str = HEAD) -> list[str]:
    """The state where it is another than confirmed, day, hour or half and title of each entry."""
    found = []
    for entry in read_programme(decode((head + text).encode(), "a.txt"), today=date(2026, 11, 22)).entries:
        when = when_to_json(entry.when)
        days = when.get("date") or f"{when.get('from')}..{when.get('to')}"
        state = "" if entry.status.value == "confirmed" else f"{entry.status.value} "
        hour = when.get("start") or when.get("daypart")
        found.append(f"{state}{' '.join(filter(None, (days, hour)))}: {entry.title}")
    return found


MOVED = ["postponed 2026-11-10 08:00: Họp tổ trưởng", "2026-11-12 morning: Họp tổ trưởng"]


@pytest.mark.parametrize(
    "said",
    [
        "Họp tổ trưởng: thời gian đã thông báo: 8h00 ngày 10/11; nay điều chỉnh: sáng 12/11.",
        "Họp tổ trưởng: lịch cũ 8h00 ngày 10/11, lịch mới sáng 12/11.",
        "Họp tổ trưởng – cũ: 8h00 ngày 10/11 – mới: sáng 12/11.",
        "Họp tổ trưởng: 8h00 ngày 10/11 (cũ), sáng 12/11 (mới).",
        "Họp tổ trưởng từ 8h00 10/11 sang sáng 12/11.",
        "Dời họp tổ trưởng từ 8h00 ngày 10/11 qua sáng 12/11.",
        "Họp tổ trưởng theo lịch diễn ra 8h00 ngày 10/11 sẽ được tổ chức vào sáng 12/11.",
        "Họp tổ trưởng lẽ ra họp lúc 8h00 ngày 10/11, nay họp sáng 12/11.",
        "Họp tổ trưởng\n   Từ: 8h00 ngày 10/11\n   Sang: sáng 12/11",
        "Họp tổ trưởng\n   Cũ: 8h00 ngày 10/11\n   Mới: sáng 12/11",
    ],
)
def test_the_old_time_before_the_new_one(said: str) -> None:
    assert read(f"1. Giao ban: 7h00 ngày 05/11.\n2. {said}\n3. Chào cờ: 7h00 ngày 20/11.\n")[1:3] == MOVED


@pytest.mark.parametrize(
    "said",
    [
        "Họp tổ trưởng: sáng 12/11 (trước: 8h00 ngày 10/11).",
        "Họp tổ trưởng: nay là sáng 12/11, không phải 8h00 ngày 10/11.",
        "Họp tổ trưởng: sáng 12/11 thay vì 8h00 ngày 10/11.",
    ],
)
def test_the_old_time_behind_the_new_one(said: str) -> None:
    assert sorted(read(f"- {said}\n")) == sorted(MOVED)


@pytest.mark.parametrize(
    "said",
    [
        "Họp tổ trưởng thứ Ba ngày 10/11 chuyển giờ họp từ 7h30 sang 13h30, phòng họp giữ nguyên.",
        "Họp tổ trưởng thứ Ba 10/11 đổi giờ từ 07:30 sang 13:30.",
        "Họp tổ trưởng 10/11 lùi 06 tiếng, từ 07 giờ 30 sang 13 giờ 30.",
        "Họp tổ trưởng 10/11: giờ cũ 7h30, giờ mới 13h30.",
        "Họp tổ trưởng ngày 10/11: 7h30 đổi lại 13h30.",
        "Họp tổ trưởng (7h30 ngày 10/11): bắt đầu từ 13h30.",
    ],
)
def test_another_hour_of_the_day(said: str) -> None:
    assert read(f"- {said}\n") == [
        "postponed 2026-11-10 07:30: Họp tổ trưởng",
        "2026-11-10 13:30: Họp tổ trưởng",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Lùi họp tổ trưởng chiều 10/11 thêm một tuần.",
        "Họp tổ trưởng (chiều 10/11) dời lại 1 tuần so với lịch cũ.",
        "Họp tổ trưởng chiều 10/11 chậm lại 07 ngày.",
        "Họp tổ trưởng chiều 10/11, lùi lại 01 tuần, tổ chức vào chiều 17/11.",
    ],
)
def test_moved_by_so_much(said: str) -> None:
    assert read(f"- {said}\n") == [
        "postponed 2026-11-10 afternoon: Họp tổ trưởng",
        "2026-11-17 afternoon: Họp tổ trưởng",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Rút họp tổ trưởng chiều 10/11 khỏi lịch công tác tháng.",
        "Bỏ họp tổ trưởng chiều 10/11 trong lịch đã gửi.",
        "Họp tổ trưởng chiều 10/11 không còn tổ chức.",
        "Họp tổ trưởng: nghỉ chiều 10/11.",
    ],
)
def test_called_off(said: str) -> None:
    assert read(f"- {said}\n") == ["cancelled 2026-11-10 afternoon: Họp tổ trưởng"]


def test_put_off_and_planned_anew() -> None:
    said = "- Họp tổ trưởng (chiều 10/11): tạm hoãn vì vắng, dự kiến tổ chức trong tuần sau (16 - 20/11).\n"
    assert read(said) == [
        "postponed 2026-11-10 afternoon: Họp tổ trưởng",
        "tentative 2026-11-16..2026-11-20: Họp tổ trưởng",
    ]


def test_a_meeting_told_above_is_called_off_by_its_name() -> None:
    said = (
        "Ngày 26/10/2026, Hội có Giấy mời số 30/GM-HND mời dự Hội nghị sơ kết phong trào thi đua lúc 8 giờ ngày "
        "12/11/2026.\n\nNay do mưa bão, Hội thông báo:\n"
        "- Hoãn Hội nghị sơ kết phong trào thi đua, thời gian tổ chức sẽ thông báo sau.\n"
    )
    assert read(said) == ["postponed 2026-11-12 08:00: Hội nghị sơ kết phong trào thi đua"]


def test_a_short_name_speaks_of_the_meeting_told_above() -> None:
    said = (
        "Theo Kế hoạch số 8/KH-HND ngày 03/10/2026, Hội nghị sơ kết phong trào thi đua tổ chức vào thứ Năm ngày "
        "12/11/2026. Do mưa bão, Hội thông báo:\n"
        "1. Hội nghị lùi lại 01 tuần so với lịch cũ, tổ chức từ 7g30 ngày 19/11/2026, tại Hội trường.\n"
    )
    assert read(said) == [
        "postponed 2026-11-12: Hội nghị sơ kết phong trào thi đua",
        "2026-11-19 07:30: Hội nghị sơ kết phong trào thi đua",
    ]


def test_a_place_that_holds_no_more_calls_nothing_off() -> None:
    said = "- Họp tổ trưởng 8h00 ngày 10/11: họp tại Hội trường A, không họp tại Phòng họp số 2.\n"
    assert read(said) == ["2026-11-10 08:00: Họp tổ trưởng"]


@pytest.mark.parametrize(
    "said",
    [
        "Hop to truong: lich cu 8h00 ngay 10/11, lich moi 9h00 ngay 12/11.",
        "Hop to truong: 9h00 ngay 12/11 (truoc day bao 8h00 ngay 10/11).",
        "Hop to truong: nay la 9h00 ngay 12/11, khong phai 8h00 ngay 10/11.",
        "Hop to truong (8h00 ngay 10/11) doi hop vao 9h00 ngay 12/11.",
    ],
)
def test_without_diacritics(said: str) -> None:
    assert sorted(read(f"- {said}\n", CHAT)) == [
        "2026-11-12 09:00: Hop to truong",
        "postponed 2026-11-10 08:00: Hop to truong",
    ]
