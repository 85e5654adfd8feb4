"""A new time that a notice tells beside the old one: by its label, by how much sooner, in a sentence of its own."""

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.marks import Status
from calendars.reading import read_programme

NOTICE = """CHI CỤC THỦY LỢI
Số: 12/TB-CC
Bình Lâm, ngày 03 tháng 6 năm 2025

THÔNG BÁO
Thay đổi lịch họp

{said}
"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "1. Giao ban cụm: lịch cũ 11/6.\n2. Tập huấn số hóa: lịch cũ 12-13/6; lịch mới 24-25/6.",
            ["06-12..06-13 postponed: Tập huấn số hóa", "06-24..06-25: Tập huấn số hóa"],
        ),
        (
            "Hội nghị người lao động (dự kiến 12/6) sẽ họp sớm hơn 01 ngày.",
            ["06-12 postponed: Hội nghị người lao động", "06-11: Hội nghị người lao động"],
        ),
        (
            "Lớp bồi dưỡng ngày 16/6 sẽ khai giảng muộn hơn 02 ngày.",
            ["06-16 postponed: Lớp bồi dưỡng", "06-18: Lớp bồi dưỡng"],
        ),
        (
            "Cuộc họp xét thi đua ngày 20/6 được tổ chức sớm hơn, vào 14h ngày 18/6.",
            ["06-20 postponed: Cuộc họp xét thi đua", "06-18 14:00: Cuộc họp xét thi đua"],
        ),
        (
            "Họp Ban Giám đốc: lùi lại 30 phút, bắt đầu 8h30 ngày 23/6.",
            ["06-23 08:30: Họp Ban Giám đốc"],
        ),
        (
            "Họp tổ đê điều chiều 13/6 vẫn họp theo lịch đã gửi.",
            ["06-13 afternoon: Họp tổ đê điều"],
        ),
    ],
)
def test_old_and_new(said: str, told: list[str]) -> None:
    assert lines_of(NOTICE.format(said=said))[-len(told) :] == told


@pytest.mark.parametrize("label", ["Thời gian họp mới", "Thời gian họp cụ thể", "Thời gian tổ chức lại"])
@pytest.mark.parametrize("heading", ["THÔNG BÁO HOÃN HỌP", "GIẤY BÁO HOÃN HỌP"])
def test_the_time_of_what_was_put_off(heading: str, label: str) -> None:
    paper = f"""UBND XÃ SÔNG TRÀ
Sông Trà, ngày 21 tháng 5 năm 2025

{heading}

Theo Giấy mời số 145/GM-UBND ngày 16/5/2025, UBND xã mời các đồng chí dự họp phiên thường kỳ vào 14h ngày 22/5/2025.
Vì Chủ tịch đi công tác đột xuất, phiên họp trên được hoãn lại. {label}: 8h00 ngày 26/5/2025, tại phòng họp số 1.
Trân trọng thông báo./.
"""
    assert lines_of(paper) == [
        "05-22 14:00 postponed: Họp phiên thường kỳ",
        "05-26 08:00: Họp phiên thường kỳ",
    ]


def test_a_letter_that_tells_something_is_a_notice() -> None:
    paper = """TRƯỜNG TIỂU HỌC SÔNG TRÀ
Ngày 21/5/2025

THƯ BÁO
Kính gửi quý phụ huynh,
Buổi họp phụ huynh vào 8h sáng Chủ nhật 25/5 nay được chuyển sang 14h cùng ngày do trường có lịch tiêm chủng.
"""
    assert lines_of(paper) == [
        "05-25 08:00 postponed: Buổi họp phụ huynh",
        "05-25 14:00: Buổi họp phụ huynh",
    ]


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("1. Họp giao ban (8h ngày 18/6): không họp ở phòng 201 mà họp ở phòng 305.", ["phòng 305"]),
        ("1. Tập huấn kê khai (sáng 21/6): phòng họp số 2 thay cho hội trường.", ["phòng họp số 2"]),
        ("1. Họp tổ công tác (8h ngày 22/6): từ phòng 2 lên phòng 4.", ["phòng 4"]),
        (
            "Họp nghe báo cáo, 8h00 thứ Hai ngày 16/6, trước đây dự kiến họp tại phòng 3, nay chuyển xuống Hội trường.",
            ["Hội trường"],
        ),
    ],
)
def test_where_it_is_held_now(said: str, places: list[str]) -> None:
    assert [
        entry.location for entry in read_programme(decode(NOTICE.format(said=said).encode(), "a.txt")).entries
    ] == places


def test_a_change_of_place_moves_no_time() -> None:
    paper = """SỞ CÔNG THƯƠNG
Bình Lâm, ngày 14 tháng 10 năm 2024

THÔNG BÁO
V/v thay đổi địa điểm tổ chức Hội nghị kết nối cung cầu

Hội nghị kết nối cung cầu khai mạc 8h ngày 18/10/2024 tại Trung tâm Hội nghị tỉnh nay đổi địa điểm sang Nhà thi đấu.
Các đơn vị đăng ký gian hàng đến nhận mặt bằng từ 14h ngày 17/10 tại địa điểm mới.
"""
    opening = read_programme(decode(paper.encode(), "a.txt")).entries[0]
    assert (opening.status, opening.location) == (Status.CONFIRMED, "Nhà thi đấu")


def test_a_letter_without_a_title() -> None:
    paper = """HỘI KHUYẾN HỌC HUYỆN SÔNG TRÀ
Sông Trà, ngày 08 tháng 8 năm 2023

Kính gửi: Các đồng chí Ủy viên Ban Chấp hành.

Ngày 02/8/2023, Hội đã gửi Giấy mời số 19/GM-HKH mời dự Lễ trao học bổng "Tiếp bước" vào 8 giờ ngày 11/8/2023.
Do mưa lũ, Lễ trao học bổng lùi lại đúng một tuần, tức 8 giờ thứ Sáu ngày 18/8/2023; địa điểm giữ nguyên.
Buổi gặp mặt các nhà tài trợ trước đây báo là chiều 10/8 nay tổ chức sớm hơn: 15 giờ ngày 09/8 (thứ Tư).
"""
    assert lines_of(paper) == [
        '08-11 08:00 postponed: Lễ trao học bổng "Tiếp bước"',
        '08-18 08:00: Lễ trao học bổng "Tiếp bước"',
        "08-10 afternoon postponed: Buổi gặp mặt các nhà tài trợ",
        "08-09 15:00: Buổi gặp mặt các nhà tài trợ",
    ]
