"""Chats copied out of a telephone: what is told is counted from when it was sent, and who sent it is no part of it."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme


def read(text: str) -> list[str]:
    """What a chat tells: the state where it is another than confirmed, day, hour and title of each entry."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        status = "" if entry["status"] == "confirmed" else f"{entry['status']} "
        hour = when["start"] or when["end"] or when["daypart"]
        lines.append(f"{status}{' '.join(filter(None, (when.get('date', '?'), hour)))}: {entry['title']}")
    return lines


TOLD = [
    "postponed 2024-10-14 afternoon: Họp tổ Văn",
    "2024-10-16 15:30: Họp tổ Văn",
    "cancelled 2024-10-15 morning: Dự giờ cô Lê",
]
MOVED = "Cả nhà ơi, họp tổ Văn không họp chiều nay nữa ạ, chuyển qua 15h30 thứ tư nha mọi người."
OFF = "Dự giờ cô Lê sáng mai hủy vì cô bệnh nhé"


IN_A_GROUP = f"""[Nhóm Zalo] TỔ VĂN
— Thứ Hai, 14/10/2024 —

07:42 Thư VP: {MOVED}
07:45 Cô Bê 4A: Ủa còn sinh hoạt sáng thứ tư sao em?
08:12 Thư VP: {OFF}
08:15 Cô Lê: cảm ơn cả nhà"""
BEHIND_NAMES = f"""Thư VP (14/10/2024, 07:42): {MOVED}

Cô Bê: đã nhận. Phí quý 4 thu luôn hôm họp nhé

Thư VP (14/10/2024, 08:12): {OFF}"""


@pytest.mark.parametrize(
    "chat",
    [
        IN_A_GROUP,
        BEHIND_NAMES,
        f"Nhóm Zalo: TỔ VĂN\n\n[T2, 14/10/2024 07:42] Thư VP: {MOVED}\n[T2, 14/10/2024 08:12] Thư VP: {OFF}",
        f"Nhóm Zalo: tổ\n[Thứ Hai, 14/10/2024 - 07h42] Thư VP: {MOVED}\n[Thứ Hai, 14/10/2024 - 08h12] Thư: {OFF}",
        f"Nhóm Zalo: TỔ VĂN\nThư VP (T2 14/10/2024, 07:42): {MOVED}\nThư VP (T2 14/10/2024, 08:12): {OFF}",
        f"[07:42 T2, 14/10/2024] Thư VP: {MOVED}\n[08:12 T2, 14/10/2024] Thư VP: Kính thưa các cô, {OFF}",
        f"[07:42, 14/10/2024] Thư VP: {MOVED}\n[08:12, 14/10/2024] Thư VP: {OFF}",
        f"14/10/2024, 07:42 - Thư VP: {MOVED}\n14/10/2024, 08:12 - Thư VP: {OFF}",
        f"Group: tổ Văn\nThư VP [07:42 14/10/2024]: {MOVED}\nThư VP [08:12 14/10/2024]: {OFF}",
        f"Thư VP - 07:42 14/10/2024\n{MOVED}\nCô Bê - 07:44 14/10/2024\nVâng ạ\nThư VP - 08:12 14/10/2024\n{OFF}",
        f"Nhóm Zalo tổ Văn - xuất ngày 14/10/2024\nThư VP: Hôm nay 07:42\n{MOVED}\nThư VP: Hôm nay 08:12\n{OFF}",
    ],
)
def test_each_way_in_which_a_chat_stamps_its_messages(chat: str) -> None:
    assert read(chat) == TOLD


def test_the_days_of_a_message_are_counted_from_its_own_stamp() -> None:
    chat = (
        "Bí thư (01/12, 19:07): Mời các đ/c dự họp chi bộ 19h30 tối thứ 4, ngày 03/12/2025.\n\n"
        "Bí thư (08/12, 06:40): Họp chi ủy 14h thứ 6.\n"
    )
    assert read(chat) == ["2025-12-03 19:30: Họp chi bộ", "2025-12-12 14:00: Họp chi ủy"]


def test_rows_of_a_schedule_that_begin_with_an_hour_and_somebody_are_no_messages() -> None:
    schedule = (
        "LỊCH CÔNG TÁC TUẦN 42 (14/10 - 20/10/2024)\nThứ Hai 14/10\n07:30 Chủ tịch: Họp giao ban\n"
        "14:00 Phó Chủ tịch: Tiếp công dân\nThứ Ba 15/10\n08:00 Chủ tịch: Họp tổ\n"
    )
    assert [line.split(": ")[0] for line in read(schedule)] == [
        "2024-10-14 07:30",
        "2024-10-14 14:00",
        "2024-10-15 08:00",
    ]


@pytest.mark.parametrize(
    "below",
    [
        "Thứ Năm, 2/3/2023 lúc 19:20",
        "2 tháng 3, 2023 lúc 19:20 · Đã chỉnh sửa",
        "02/03/2023 19:23",
        "19:23, 2/3/2023",
    ],
)
def test_a_name_over_the_minute_of_its_post_is_no_item_of_it(below: str) -> None:
    chat = (
        f"Chi hội khu 5\n\nChị Bảy Chi hội trưởng\n{below}\n\nCác chị ơi, tháng này có mấy việc:\n"
        "1. Sáng chủ nhật này 5/3, 6h: dọn vệ sinh hẻm 12\n2. Họp mặt 8/3: 18h30 thứ 3 ngày 7/3 ở quán Cây Khế\n"
        "\nÚt Thủ quỹ\n19:34\nMấy chị chuyển khoản cũng được nha\n"
    )
    assert read(chat) == ["2023-03-05 06:00: Dọn vệ sinh hẻm 12", "2023-03-07 18:30: Họp mặt 8/3"]


def test_who_cannot_come_is_no_meeting() -> None:
    chat = (
        f"Nhóm Zalo: TỔ VĂN\n[14/10/2024 07:42] Thư VP: {MOVED}\n[14/10/2024 07:44] Cô Lê: Rõ. Sáng mai tôi cũng bận\n"
        f"[14/10/2024 07:46] Cô Bê: em xin phép vắng chiều thứ năm ạ\n[14/10/2024 08:12] Thư VP: {OFF}"
    )
    assert read(chat) == TOLD
