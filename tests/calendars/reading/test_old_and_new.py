"""Notices with a list of old times and one of new ones, each below its own heading."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme


def read(text: str) -> list[str]:
    """What a paper tells: day, hour or part of the day, what holds no more, and the title."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2024, 4, 28))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        marks = [entry[key] for key in ("category", "status") if entry[key] not in ("meeting", "confirmed")]
        told = (when["date"][5:], when["start"] or when["daypart"], *marks)
        lines.append(f"{' '.join(filter(None, told))}: {entry['title']}")
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "TRƯỜNG THCS PHÚ AN\nThông báo gửi phụ huynh\n\nNhà trường thay đổi lịch họp phụ huynh đầu năm như sau:\n\n"
            "Lịch cũ:\n - Khối 6: sáng 12/5/2024.\n - Khối 7: chiều 12/5/2024.\n"
            "Lịch mới:\n - Khối 6: 7h30, 26/5/2024.\n - Khối 7: 14h00 cùng ngày.\n\n"
            "Phụ huynh nộp bảo hiểm chậm nhất ngày 30/5.\n",
            [
                "05-12 morning postponed: Họp phụ huynh đầu năm: khối 6",
                "05-12 afternoon postponed: Họp phụ huynh đầu năm: khối 7",
                "05-26 07:30: Họp phụ huynh đầu năm: khối 6",
                "05-26 14:00: Họp phụ huynh đầu năm: khối 7",
                "05-30 deadline: Phụ huynh nộp bảo hiểm",
            ],
            id="dashes-below-two-headings",
        ),
        pytest.param(
            "UBND XÃ AN\nTHÔNG BÁO\nĐiều chỉnh lịch tiếp xúc cử tri\n\n"
            "UBND xã điều chỉnh lịch tiếp xúc cử tri tại các thôn như sau:\n"
            "1. Lịch đã thông báo:\na) Thôn Đông: 8h00 ngày 12/5/2024;\nb) Thôn Tây: 14h00 ngày 12/5/2024.\n"
            "2. Lịch điều chỉnh:\na) Thôn Đông: 8h00 ngày 19/5/2024;\nb) Thôn Tây: 14h00 ngày 20/5/2024.\n",
            [
                "05-12 08:00 postponed: Tiếp xúc cử tri: Thôn Đông",
                "05-12 14:00 postponed: Tiếp xúc cử tri: Thôn Tây",
                "05-19 08:00: Tiếp xúc cử tri: Thôn Đông",
                "05-20 14:00: Tiếp xúc cử tri: Thôn Tây",
            ],
            id="numbered-headings",
        ),
        pytest.param(
            "TRẠM Y TẾ\nTHÔNG BÁO\nThay đổi lịch tiêm chủng\n\n"
            "Trước đây:\n- Tổ 1, 2: ngày 12/5/2024\n- Tổ 3: ngày 13/5/2024\n"
            "Nay điều chỉnh:\n- Tổ 1, 2: ngày 15/5/2024\n- Tổ 3: ngày 16/5/2024\nCác hộ mang theo sổ tiêm.\n",
            [
                "05-12 postponed: Tiêm chủng: tổ 1, 2",
                "05-13 postponed: Tiêm chủng: tổ 3",
                "05-15: Tiêm chủng: tổ 1, 2",
                "05-16: Tiêm chủng: tổ 3",
            ],
            id="what-the-subject-names",
        ),
        pytest.param(
            "CHI BỘ 4\nTHÔNG BÁO\nThay đổi lịch họp\n\nThời gian cũ:\n- Họp chi bộ: 19h30 ngày 03/5/2024\n"
            "- Họp chi ủy: 18h30 ngày 03/5/2024\nThời gian mới:\n- Họp chi bộ: 19h30 ngày 05/5/2024\n"
            "- Họp chi ủy: 18h30 ngày 05/5/2024\n",
            [
                "05-03 19:30 postponed: Họp chi bộ",
                "05-03 18:30 postponed: Họp chi ủy",
                "05-05 19:30: Họp chi bộ",
                "05-05 18:30: Họp chi ủy",
            ],
            id="rows-with-names-of-their-own",
        ),
        pytest.param(
            "XÃ AN\nTHÔNG BÁO\nĐiều chỉnh lịch\n\nThường trực điều chỉnh lịch tiếp xúc cử tri như sau:\n\n"
            "Điểm tiếp xúc\nLịch cũ\nLịch mới\nẤp 1\n8h00, 03/7/2024\nKhông đổi\n"
            "Ấp 3\n14h00, 03/7/2024\n14h00, 05/7/2024\n"
            "Ấp 4\n14h00, 04/7/2024\nGhép cùng ấp 3\n\nTổng hợp ý kiến gửi UBND xã trước 10/7/2024.\n",
            [
                "07-03 08:00: Tiếp xúc cử tri: ấp 1",
                "07-03 14:00 postponed: Tiếp xúc cử tri: ấp 3",
                "07-05 14:00: Tiếp xúc cử tri: ấp 3",
                "07-04 14:00 postponed: Tiếp xúc cử tri: ấp 4",
                "07-09 deadline: Tổng hợp ý kiến gửi UBND xã",
            ],
            id="a-table-of-changes-that-lost-its-grid",
        ),
        pytest.param(
            "TRẠM Y TẾ\nTHÔNG BÁO\nThay đổi lịch tiêm chủng\n\nĐiểm tiêm\nLịch cũ\nLịch mới\nGhi chú\n"
            "Thôn Đông\nSáng 12/5/2024\nSáng 15/5/2024\nThôn Tây\nChiều 12/5/2024\nChiều 15/5/2024\nTại trạm\n",
            [
                "05-12 morning postponed: Tiêm chủng: Thôn Đông",
                "05-15 morning: Tiêm chủng: Thôn Đông",
                "05-12 afternoon postponed: Tiêm chủng: Thôn Tây",
                "05-15 afternoon: Tiêm chủng: Thôn Tây",
            ],
            id="such-a-table-with-a-note-in-one-row",
        ),
    ],
)
def test_the_rows_of_the_old_list_hold_no_more(text: str, expected: list[str]) -> None:
    assert read(text) == expected


MESSAGE = "[Nhóm điều dưỡng trưởng]\nP. Điều dưỡng, 16:20 12/3/2024\n\n{text}\n\nCảm ơn cả nhà!\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chào các anh chị, lịch giao ban sáng mai (13/3) hoãn lại nhé vì lãnh đạo bận. Dời qua 14h thứ 5, 14/3.",
            ["03-13 morning postponed: Giao ban", "03-14 14:00: Giao ban"],
        ),
        (
            "Em chào cả nhà! Họp chi bộ tối 13/3 tạm hoãn do Bí thư đi công tác, dời lại tối 15/3.",
            ["03-13 evening postponed: Họp chi bộ", "03-15 evening: Họp chi bộ"],
        ),
        (
            "Buổi sinh hoạt câu lạc bộ tối thứ 7 này tạm ko tổ chức, khi nào có lịch em báo sau ạ.",
            ["03-16 evening cancelled: Buổi sinh hoạt câu lạc bộ"],
        ),
        ("Lớp yoga tối 16/3 nghỉ, cô có việc bận.", ["03-16 evening cancelled: Lớp yoga"]),
    ],
)
def test_a_message_is_read_without_its_greeting_and_its_reasons(text: str, expected: list[str]) -> None:
    assert read(MESSAGE.format(text=text)) == expected


@pytest.mark.parametrize(
    "stamp",
    [
        "Đăng lúc: 09:47 28/4/2024 - Lượt xem: 213",
        "Ngày đăng: 28/4/2024",
        "Cập nhật: 09:47, 28/4/2024",
        "Đăng lúc 9h47 ngày 28/4/2024",
    ],
)
def test_a_page_of_news_is_read_by_the_day_on_which_it_was_put_up(stamp: str) -> None:
    text = (
        f"Trang chủ > Thông báo\nPhường Hòa An: Điều chỉnh lịch tổ chức Ngày hội Đại đoàn kết toàn dân tộc\n{stamp}\n\n"
        "Theo đó, Ngày hội tại khu Bến Đá dời từ sáng 12/5 sang sáng 16/5.\n\n"
        "Riêng khu Đồi Chè còn ngập, hoàn thành việc tổ chức trước ngày 18/5.\n\n"
        "Giải bóng chuyền hơi không tổ chức trong năm nay.\n"
    )
    told = read(text)
    assert [line.partition(":")[0] for line in told] == [
        "05-12 morning postponed",
        "05-16 morning",
        "05-17 deadline",
    ]
    assert "Theo đó" not in "".join(told)
