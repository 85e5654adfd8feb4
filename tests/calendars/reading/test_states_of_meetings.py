"""Weeks that tell beside each meeting how it stands ("Trạng thái: Đã hủy"), as office portals write them out."""

import pytest
from announced_lines import lines_of

LINES = """Lịch cơ quan > Xem theo tuần > Tuần 19 năm 2024
In lúc: 03/05/2024 16:52 bởi vanthu.so

[Thứ Hai - 06/05/2024]
08:00 - 09:30  Họp giao ban đầu tuần
               Chủ trì: Giám đốc
               Trạng thái: Đã duyệt
14:00          Thẩm định hồ sơ
               Trạng thái: Đã hủy (trùng lịch UBND tỉnh)
[Thứ Ba - 07/05/2024] (Không có lịch)
[Thứ Tư - 08/05/2024]
08:00          Họp về đất đai
               Trạng thái: Tạm hoãn
10:00          Kiểm tra xăng dầu
               Địa điểm: Huyện Thạch Hưng
               Trạng thái: Chờ duyệt (dự kiến)
15:00          Họp chi bộ
               Trạng thái: Chưa xác nhận
"""
LABELLED = """Lịch cơ quan tuần 19
Xuất lúc: 03/05/2024 16:52

Thứ Hai 06/05/2024
Thời gian: 08:00 - 09:30
Nội dung: Họp giao ban
Trạng thái: Đã duyệt
Thời gian: 14:00
Nội dung: Thẩm định hồ sơ
Trạng thái: Đã hủy
Thứ Ba 07/05/2024
Thời gian: 08:00
Nội dung: Tiếp dân
Trạng thái: Hoãn (sẽ thông báo sau)
"""
TABLE = """LỊCH CÔNG TÁC TUẦN 19
(Từ 06/5 đến 12/5/2024)

| Ngày | Giờ | Nội dung | Trạng thái |
|---|---|---|---|
| Thứ Hai 06/5 | 8h00 | Họp giao ban | Đã duyệt |
| | 14h00 | Thẩm định hồ sơ | Hủy do trùng lịch |
| Thứ Ba 07/5 | 8h00 | Tiếp dân | Hoãn |
| | 10h00 | Họp tổ | Chờ duyệt |

> Trực lãnh đạo tuần: PCT Lâm. Cập nhật lần 2 lúc 09:10 ngày 06/5.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            LINES,
            [
                "05-06 08:00-09:30: Họp giao ban đầu tuần",
                "05-06 14:00 cancelled: Thẩm định hồ sơ",
                "05-08 08:00 postponed: Họp về đất đai",
                "05-08 10:00 tentative: Kiểm tra xăng dầu",
                "05-08 15:00 tentative: Họp chi bộ",
            ],
            id="lines-below-days",
        ),
        pytest.param(
            LABELLED,
            [
                "05-06 08:00-09:30: Họp giao ban",
                "05-06 14:00 cancelled: Thẩm định hồ sơ",
                "05-07 08:00 postponed: Tiếp dân",
            ],
            id="labelled-lines",
        ),
        pytest.param(
            TABLE,
            [
                "05-06 08:00: Họp giao ban",
                "05-06 14:00 cancelled: Thẩm định hồ sơ",
                "05-07 08:00 postponed: Tiếp dân",
                "05-07 10:00 tentative: Họp tổ",
            ],
            id="a-column",
        ),
    ],
)
def test_a_meeting_stands_as_its_state_says(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


@pytest.mark.parametrize(
    "note",
    [
        "Chuyển từ 8h00 T2 06/5",
        "Lịch cũ: 8h00 thứ Hai 06/5",
        "thay cho 8h00 ngày 06/5",
        "(dời từ 8h00 thứ Hai 06/5 sang)",
        "Trước: 8h00 ngày 06/5",
    ],
)
def test_a_note_beside_a_meeting_tells_when_it_was_to_be(note: str) -> None:
    table = (
        "LỊCH CÔNG TÁC TUẦN 19 (06/5 - 10/5/2024)\nĐiều chỉnh lần 1\n\n"
        "Thời gian | Nội dung | Chủ trì | Địa điểm | Ghi chú\n"
        "T3 07/5, 8h00 | Họp liên tịch | GĐ | Phòng A | Giữ nguyên\n"
        f"T3 07/5, 14h00 | Thẩm định đề án | PGĐ Vy | Phòng B | {note}\n"
        "T4 08/5, 8h30 | Kiểm tra công vụ | GĐ | Phòng A | Bổ sung\n"
    )
    assert lines_of(table) == [
        "05-07 08:00: Họp liên tịch",
        "05-06 08:00 postponed: Thẩm định đề án",
        "05-07 14:00: Thẩm định đề án",
        "05-08 08:30: Kiểm tra công vụ",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tập dưỡng sinh, 5h30 ngày 11/5: nay nghỉ luôn.", "05-11 05:30 cancelled: Tập dưỡng sinh"),
        ("Tham quan Đền Cô, Chủ nhật 12/5: thôi không đi nữa.", "05-12 cancelled: Tham quan Đền Cô"),
        ("Văn nghệ tối 14/5: xin phép không tổ chức nữa.", "05-14 evening cancelled: Văn nghệ"),
        ("Khám sức khỏe, sáng 15/5: tạm gác lại, chờ báo.", "05-15 morning postponed: Khám sức khỏe"),
    ],
)
def test_what_is_given_up_in_plain_words_is_called_off(line: str, expected: str) -> None:
    head = "HỘI NGƯỜI CAO TUỔI BẾN MÂY\n\nTHÔNG BÁO\n\nDo mưa bão, Hội xin báo lại lịch để các cụ rõ:\n\n"
    held = "* Họp chi hội 8h00 thứ Sáu 10/5: vẫn họp như cũ.\n"
    assert lines_of(f"{head}{held}* {line}\n\nBến Mây, 9/5/2024\nChủ tịch\nĐoàn Văn Chính\n")[1:] == [
        expected
    ]


@pytest.mark.parametrize(
    "stays",
    ["giờ như cũ (5h30 - 8h30)", "thời gian không đổi: 5h30 - 8h30", "vẫn 5h30 - 8h30 như cũ"],
)
def test_an_hour_that_stays_is_that_of_the_old_day_too(stays: str) -> None:
    text = (
        "ĐIỆN LỰC YÊN MÂY\n\nTHÔNG BÁO\nThay đổi lịch bảo trì\n\n"
        f"1. Bảo trì trạm Thôn Đoài: chuyển từ thứ Bảy 11/5 sang Chủ nhật 12/5, {stays}.\n"
    )
    assert lines_of(text) == [
        "05-11 05:30-08:30 postponed: Bảo trì trạm Thôn Đoài",
        "05-12 05:30-08:30: Bảo trì trạm Thôn Đoài",
    ]


@pytest.mark.parametrize("off", ["nghỉ 01 buổi", "nghỉ một buổi", "không sinh hoạt"])
def test_a_class_that_rests_once_is_cancelled(off: str) -> None:
    text = f"TỔ DÂN PHỐ 7\n\nTHÔNG BÁO\nThay đổi lịch\n\n- Riêng lớp dân vũ tối 11/5/2024 {off}.\n"
    assert [line.split(":")[0].split()[-1] for line in lines_of(text)] == ["cancelled"]


def test_who_is_asked_about_puts_nothing_off() -> None:
    text = (
        "TRUNG TÂM CHÍNH TRỊ\n\nTHÔNG BÁO\nThay đổi lịch học\n\n"
        "- Các đơn vị báo tên học viên hoãn học về Trung tâm trước ngày 14/5/2024.\n"
    )
    assert "postponed" not in lines_of(text)[0]
