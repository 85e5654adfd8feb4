"""Notices of several things at once, and things that are written in two ways: initials, labels, names above a list."""

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.reading.naming.initials import written_alike
from calendars.when import Day, Span, Window

NOTICE = """UBND XÃ TÂN AN
Số: 12/TB-UBND
Tân An, ngày 17 tháng 3 năm 2026

THÔNG BÁO
Về việc điều chỉnh lịch một số hoạt động

{body}

Vậy thông báo để các đơn vị biết, thực hiện.
"""


def _told(body: str) -> list[str]:
    found = []
    for entry in read_programme(decode(NOTICE.format(body=body).encode(), "a.txt")).entries:
        when = entry.when
        hour = f" {when.hours.start:%H:%M}" if when.hours.start else ""
        if isinstance(when, Day):
            day = f"{when.day:%d/%m}"
        elif isinstance(when, (Span, Window)) and when.last:
            day = f"{when.first:%d/%m}-{when.last:%d/%m}"
        else:
            day = type(when).__name__
        found.append(f"{entry.title} | {day}{hour} {entry.status.value}")
    return found


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Đại hội Thể dục thể thao xã", "Đại hội TDTT", "Đại hội TDTT xã"),
        ("Hội thi Giáo dục và Đào tạo xanh", "Hội thi GD&ĐT xanh", "Hội thi GD&ĐT xanh"),
        ("Hội nghị Ban Chấp hành", "HỘI NGHỊ BCH", "Hội nghị Ban Chấp hành"),
        ("Lễ phát động", "Hội nghị UBND", "Lễ phát động"),
    ],
)
def test_words_are_shortened_as_the_other_name_has_them(one: str, other: str, alike: str) -> None:
    assert written_alike(one, other)[0] == alike


def test_what_is_moved_may_be_written_with_initials() -> None:
    assert _told(
        "Theo Kế hoạch số 31/KH-UBND ngày 12/2/2026, Đại hội Thể dục thể thao xã tổ chức từ 21/3 đến 22/3.\n\n"
        "1. Lùi Đại hội TDTT xã sang ngày 28 và 29/3."
    ) == [
        "Đại hội Thể dục thể thao xã | 21/03-22/03 postponed",
        "Đại hội TDTT xã | 28/03-29/03 confirmed",
    ]


def test_two_things_on_one_day_are_moved_each_by_itself() -> None:
    assert _told(
        "Theo chương trình công tác quý I, Hội nghị Ban Chấp hành lần thứ 5 và Lễ biểu dương điển hình tiên tiến "
        "dự kiến tổ chức cùng ngày 25 tháng 3 năm 2026. Thường trực thống nhất:\n"
        "- Lùi Hội nghị BCH lần thứ 5 đến sáng thứ Sáu, ngày 03/4/2026, tại Hội trường.\n"
        "- Lễ biểu dương tổ chức vào hạ tuần tháng 4/2026."
    ) == [
        "Hội nghị Ban Chấp hành lần thứ 5 | 25/03 postponed",
        "Lễ biểu dương điển hình tiên tiến | 25/03 postponed",
        "Hội nghị BCH lần thứ 5 | 03/04 confirmed",
        "Lễ biểu dương | 21/04-30/04 tentative",
    ]


def test_what_goes_with_a_thing_that_is_called_off_is_called_off() -> None:
    for joined in (" cùng buổi", ", buổi", " và buổi"):
        assert _told(f"Hủy Hội thao công nhân ngày 09/5{joined} bốc thăm lúc 17h30 ngày 30/4.") == [
            "Hội thao công nhân | 09/05 cancelled",
            "Buổi bốc thăm | 30/04 17:30 cancelled",
        ]
    assert _told("Hủy Lễ phát động (8h00 ngày 20/3), Đêm văn nghệ (19h30 ngày 20/3) và Chợ quê (21/3).") == [
        "Lễ phát động | 20/03 08:00 cancelled",
        "Đêm văn nghệ | 20/03 19:30 cancelled",
        "Chợ quê | 21/03 cancelled",
    ]
    assert _told("Hủy cuộc họp giao ban ngày 20/3, tổ chức Hội nghị sơ kết ngày 24/3.") == [
        "Cuộc họp giao ban | 20/03 cancelled",
        "Hội nghị sơ kết | 24/03 confirmed",
    ]


def test_what_takes_its_place_names_what_stands_below() -> None:
    assert _told(
        "Hủy Hội thao ngày 09/5/2026.\n\nThay bằng Giải bóng đá mini nam, cụ thể:\n"
        "- Thi đấu: từ 15h00, Chủ nhật, ngày 17/5/2026, sân Nhà Văn hóa.\n- Họp kỹ thuật: 16h00 ngày 13/5."
    )[1:] == [
        "Giải bóng đá mini nam: thi đấu | 17/05 15:00 confirmed",
        "Họp kỹ thuật | 13/05 16:00 confirmed",
    ]


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        (
            "Do sáng ngày 20/3 Giám đốc đi họp (Công văn số 5-CV/VPTU), Sở thay đổi giờ họp thẩm định giá đất như sau:",
            "Họp thẩm định giá đất",
        ),
        ("Lớp bồi dưỡng quốc phòng thay đổi lịch học:", "Lớp bồi dưỡng quốc phòng"),
    ],
)
def test_the_old_and_the_new_time_stand_in_lines_below_what_is_moved(lead: str, title: str) -> None:
    assert _told(f"{lead}\nThời gian cũ:   08h00, ngày 20/3/2026;\nThời gian mới:  14h30 cùng ngày.\n") == [
        f"{title} | 20/03 08:00 postponed",
        f"{title} | 20/03 14:30 confirmed",
    ]


def _places(subject: str, body: str) -> list[tuple[str, str | None, str]]:
    text = NOTICE.format(body=body).replace("điều chỉnh lịch một số hoạt động", subject)
    entries = read_programme(decode(text.encode(), "a.txt")).entries
    return [(entry.title, entry.location, entry.status.value) for entry in entries]


def test_a_meeting_that_goes_on_the_network_leaves_its_room() -> None:
    announced = (
        "Ngày 05/3/2026 Tỉnh Hội gửi Giấy mời số 27/GM-CTĐ dự Hội nghị sơ kết, lúc 8h00 ngày 26/3/2026.\n\n"
    )
    for told in (
        "Thường trực quyết định chuyển Hội nghị từ trực tiếp sang trực tuyến qua phần mềm Zoom, thời gian giữ nguyên.",
        "Nay tổ chức trực tuyến qua phần mềm Zoom thay cho họp tập trung.",
    ):
        assert _places("chuyển hình thức Hội nghị", announced + told) == [
            ("Hội nghị sơ kết", "trực tuyến qua phần mềm Zoom", "confirmed")
        ]


def test_what_is_called_off_on_another_half_of_the_day_is_another_thing() -> None:
    assert _told(
        "Ngày 05/3/2026 Tỉnh Hội gửi Giấy mời số 27/GM-CTĐ dự Hội nghị sơ kết, thời gian 8h00 ngày 26/3/2026.\n\n"
        "Phần thăm mô hình Chợ Nhân đạo chiều 26/3 không tổ chức."
    ) == ["Hội nghị sơ kết | 26/03 08:00 confirmed", "Phần thăm mô hình Chợ Nhân đạo | 26/03 cancelled"]


def test_a_meeting_that_is_parted_is_held_in_its_parts() -> None:
    assert _places(
        "chia đợt Hội nghị tập huấn",
        "Ngày 02/3/2026, Cục Thuế có Thư mời số 1320/TM-CT mời dự Hội nghị tập huấn hóa đơn vào 8h00 ngày 25/3/2026 "
        "tại Hội trường tầng 8. Đến ngày 09/3 đã có 640 đơn vị đăng ký, Cục Thuế tách Hội nghị thành 02 buổi, không "
        "tổ chức ngày 25/3 như đã mời:\n\n"
        "Buổi 1 (nhà hàng, khách sạn): 8h00-11h30, thứ Ba, ngày 24/3/2026, Hội trường tầng 8.\n"
        "Buổi 2 (các huyện phía Bắc): 8h00 thứ Sáu, 27/3/2026, Hội trường tầng 2.",
    ) == [
        ("Hội nghị tập huấn hóa đơn", "Hội trường tầng 8", "postponed"),
        ("Hội nghị tập huấn hóa đơn: buổi 1 (nhà hàng, khách sạn)", "Hội trường tầng 8", "confirmed"),
        ("Hội nghị tập huấn hóa đơn: buổi 2 (các huyện phía Bắc)", "Hội trường tầng 2", "confirmed"),
    ]


def test_an_invitation_that_is_withdrawn_calls_its_meeting_off() -> None:
    assert _told(
        "Văn phòng thu hồi Giấy mời số 219/GM-VP ngày 16/3/2026 về việc họp nghe báo cáo phương án cải tạo chợ "
        "(14 giờ 00, ngày 26/3/2026, phòng họp số 3).\n\n"
        "Lý do: nội dung trên được đưa vào Phiên họp thường kỳ (8 giờ 00 ngày 30/3/2026, phòng họp số 1).\n\n"
        "Giấy mời số 220/GM-VP ngày 16/3/2026 (họp xét thi đua, 16 giờ 00 ngày 26/3, phòng họp số 3) vẫn có hiệu lực."
    ) == [
        "Họp nghe báo cáo phương án cải tạo chợ | 26/03 14:00 cancelled",
        "Phiên họp thường kỳ | 30/03 08:00 confirmed",
        "Họp xét thi đua | 26/03 16:00 confirmed",
    ]
    assert _told(
        "Ngày 10/3, Sở gửi Giấy mời số 12/GM-SNV mời dự Hội nghị tập huấn vào 8h00 ngày 20/3/2026.\n\n"
        "Do thay đổi kế hoạch, Sở thông báo thu hồi và hủy bỏ Giấy mời số 12/GM-SNV."
    ) == ["Hội nghị tập huấn | 20/03 08:00 cancelled"]


def test_meetings_that_are_made_one_have_each_its_old_time() -> None:
    assert _told(
        "Để giảm hội họp, Phòng dồn họp giao ban hiệu trưởng (lịch cũ: sáng 26/3) và hội nghị triển khai kiểm định "
        "(lịch cũ: 14h00 ngày 28/3) thành một cuộc họp.\n\nHội nghị chung tổ chức lúc 7h30 ngày 27/3."
    )[:2] == [
        "Họp giao ban hiệu trưởng | 26/03 postponed",
        "Hội nghị triển khai kiểm định | 28/03 14:00 postponed",
    ]


def test_rules_of_a_contest_tell_what_its_notice_moves() -> None:
    assert _told(
        "Thể lệ Cuộc thi (ban hành kèm Quyết định số 588/QĐ-UBND ngày 15/1/2026) quy định nhận tác phẩm đến hết ngày "
        "31/3/2026, chấm sơ khảo từ ngày 07/4 đến ngày 11/4, chấm chung khảo trong tháng 4/2026.\n\n"
        "Ban Tổ chức điều chỉnh như sau:\n* Nhận tác phẩm: gia hạn đến ngày 15/5/2026.\n"
        "* Chấm sơ khảo: chuyển sang từ ngày 19/5 đến ngày 23/5/2026.\n* Chấm chung khảo: dự kiến đầu tháng 6/2026."
    ) == [
        "Nhận tác phẩm | 31/03 postponed",
        "Chấm sơ khảo | 07/04-11/04 postponed",
        "Chấm chung khảo | 01/04-30/04 postponed",
        "Nhận tác phẩm | 15/05 confirmed",
        "Chấm sơ khảo | 19/05-23/05 confirmed",
        "Chấm chung khảo | 01/06-10/06 tentative",
    ]


def test_what_two_meetings_become_is_told_behind_their_old_times() -> None:
    assert _told(
        "UBND xã ghép Hội nghị sơ kết (8h00 ngày 20/3) và Lễ phát động (14h00 ngày 21/3) thành một buổi, "
        "tổ chức lúc 8h00 ngày 24/3."
    ) == [
        "Hội nghị sơ kết | 20/03 08:00 postponed",
        "Lễ phát động | 21/03 14:00 postponed",
        "Hội nghị sơ kết và Lễ phát động | 24/03 08:00 confirmed",
    ]
