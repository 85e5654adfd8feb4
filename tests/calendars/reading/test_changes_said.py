"""Notices of change as people say them: each wording with the old and the new time that it tells."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import when_to_json

HEAD = (
    "SỞ Y TẾ\nSố 19/TB-SYT\nTrà Bình, ngày 20 tháng 11 năm 2018\n\nTHÔNG BÁO\n"
    "Về việc thay đổi lịch một số hoạt động\n\n"
)


def read(text: str) -> list[str]:
    """The state where it is another than confirmed, day, hour and title of each entry."""
    found = []
    for entry in read_programme(decode((HEAD + text).encode(), "a.txt"), today=date(2019, 3, 9)).entries:
        when = when_to_json(entry.when)
        days = when.get("date") or f"{when.get('from')}..{when.get('to')}"
        state = "" if entry.status.value == "confirmed" else f"{entry.status.value} "
        found.append(f"{state}{' '.join(filter(None, (days, when.get('start'))))}: {entry.title}")
    return found


@pytest.mark.parametrize(
    "said",
    [
        "Họp tổ trưởng: 14 giờ ngày 17/12 (trước đây báo 10/12).",
        "Họp tổ trưởng: 14 giờ ngày 17/12 (đã báo 10/12).",
        "Họp tổ trưởng: 14 giờ ngày 17/12 (lịch trước: 10/12).",
        "Họp tổ trưởng: 14 giờ ngày 17/12 (không phải 10/12).",
        "Họp tổ trưởng: 14 giờ ngày 17/12 (lúc đầu là 10/12).",
        "Họp tổ trưởng (10/12) chuyển họp lúc 14 giờ ngày 17/12.",
        "Họp tổ trưởng (10/12) lùi tổ chức vào 14 giờ ngày 17/12.",
        "Hoãn các cuộc họp sau:\n- Họp tổ trưởng: 10/12, họp lại vào 14 giờ ngày 17/12.",
    ],
)
def test_the_old_time_beside_the_new_one(said: str) -> None:
    assert read(said) == ["postponed 2018-12-10: Họp tổ trưởng", "2018-12-17 14:00: Họp tổ trưởng"]


def test_what_is_done_instead_of_what_is_called_off() -> None:
    said = "- Lễ tổng kết chiều 24/12 không tổ chức, trao giải tại lễ chào cờ ngày 31/12.\n"
    assert read(said) == [
        "cancelled 2018-12-24: Lễ tổng kết",
        "2018-12-31: Trao giải tại lễ chào cờ",
    ]


def test_what_is_held_all_the_same_below_what_is_put_off() -> None:
    said = "Hoãn các phiên tòa sau:\n- Vụ lối đi: 14 giờ ngày 02/12.\n- Vụ thừa kế: 8 giờ ngày 07/12 vẫn xét xử.\n"
    assert read(said) == ["postponed 2018-12-02 14:00: Vụ lối đi", "2018-12-07 08:00: Vụ thừa kế"]


def test_what_rests_for_days_is_put_off_by_nothing() -> None:
    said = (
        "1. Tạm dừng nhận đơn trực tiếp từ ngày 03/12/2018 đến hết ngày 15/12/2018; gửi đơn qua bưu điện.\n"
    )
    assert read(said) == ["2018-12-03..2018-12-15: Tạm dừng nhận đơn trực tiếp"]


@pytest.mark.parametrize("paper", ["Theo Thông báo số 09/TB-UBND ngày 14/7/2018", "Theo Quy chế làm việc"])
def test_the_usual_day_is_no_entry_of_a_notice_that_moves_one(paper: str) -> None:
    said = (
        f"{paper}, Chủ tịch tiếp công dân vào thứ Ba hằng tuần. Tuần này do trùng lịch họp, buổi tiếp công dân "
        "ngày 04/12/2018 chuyển sang ngày 06/12/2018.\n"
    )
    assert read(said) == ["postponed 2018-12-04: Buổi tiếp công dân", "2018-12-06: Buổi tiếp công dân"]


def test_a_meeting_that_only_goes_online_is_not_due() -> None:
    said = '2) Seminar "Định giá": vẫn 8h30 ngày 17/12 nhưng chuyển sang online, link Teams gửi sau.\n'
    assert read(said) == ['2018-12-17 08:30: Seminar "Định giá"']


def test_a_part_that_is_put_off_to_a_month_not_yet_known() -> None:
    said = (
        "Ngày 15/11/2018, Hội đồng đã ban hành Thông báo số 06/TB-HĐTT triệu tập thí sinh dự thi vòng 1 từ ngày 01/12 "
        "đến ngày 02/12/2018.\n\n1. Tạm dừng tổ chức thi vòng 1 theo thời gian nêu trên. Thời gian thi vòng 1 dự kiến "
        "trong tháng 01/2019, ngày cụ thể sẽ thông báo sau.\n"
    )
    assert read(said) == [
        "postponed 2018-12-01..2018-12-02: Thi vòng 1",
        "tentative 2019-01-01..2019-01-31: Thi vòng 1",
    ]


def test_rows_of_a_table_that_wait_for_a_day_or_go_on_longer() -> None:
    said = (
        "TT | Nội dung | Đã thông báo | Nay điều chỉnh\n"
        "1 | Xem thực địa | 10/12/2018 | 15 và 16/12/2018 (giờ hành chính)\n"
        "2 | Bán hồ sơ | đến 17h00 ngày 18/12/2018 | đến 17h00 ngày 25/12/2018\n"
        "3 | Thi môn Toán | 8h ngày 12/12/2018 | chờ lịch của Sở\n"
    )
    assert read(said) == [
        "postponed 2018-12-10: Xem thực địa",
        "2018-12-15..2018-12-16: Xem thực địa",
        "postponed 2018-12-18 17:00: Bán hồ sơ",
        "2018-12-25 17:00: Bán hồ sơ",
        "postponed 2018-12-12 08:00: Thi môn Toán",
    ]


def test_a_day_to_another_without_a_verb() -> None:
    said = (
        "b) Tiếp công dân của Chủ tịch xã ngày 10/12 sang ngày 11/12 (sáng), do Chủ tịch dự họp tại tỉnh.\n"
    )
    assert read(said) == [
        "postponed 2018-12-10: Tiếp công dân của Chủ tịch xã",
        "2018-12-11: Tiếp công dân của Chủ tịch xã",
    ]


def test_the_day_stays_and_the_hour_is_another() -> None:
    said = (
        "STT | Học phần | Lịch cũ | Lịch mới | Phòng thi\n"
        "1 | Nguyên lý kế toán | 7h30, 10/12/2018 | 7h30, 12/12/2018 | B201\n"
        "2 | Marketing căn bản | 9h30, 14/12/2018 | không đổi ngày, chuyển sang 13h30 | B201\n"
    )
    assert read(said)[2:] == [
        "postponed 2018-12-14 09:30: Marketing căn bản",
        "2018-12-14 13:30: Marketing căn bản",
    ]


def test_an_hour_of_the_same_day_for_the_meeting_told_above() -> None:
    said = (
        "Ngày 13/11/2018, Sở có Giấy mời số 187/GM-SYT mời dự họp về tiến độ dự án Kè sông Ngàn vào lúc 08 giờ 00 ngày "
        "29/11/2018.\n\nDo Giám đốc bận công tác, cuộc họp nêu trên được dời lại vào lúc 15 giờ 30 cùng ngày.\n"
    )
    assert read(said) == [
        "postponed 2018-11-29 08:00: Họp về tiến độ dự án Kè sông Ngàn",
        "2018-11-29 15:30: Họp về tiến độ dự án Kè sông Ngàn",
    ]


def test_a_round_that_stays_beside_one_that_is_moved() -> None:
    said = (
        "2/ Chấm giải: vòng 1 từ 23 đến 25/12 (không thay đổi); vòng 2 chuyển sang ngày 31/12/2018.\n\n"
        "3/ Lễ trao giải: không tổ chức vào ngày 08/01/2019 như đã báo mà dời đến 9 giờ ngày 23/01/2019.\n\n"
        "Triển lãm mở cửa đến hết ngày 30/01/2019.\n"
    )
    assert read(said) == [
        "2018-12-23..2018-12-25: Chấm giải",
        "2018-12-31: Vòng 2",
        "postponed 2019-01-08: Lễ trao giải",
        "2019-01-23 09:00: Lễ trao giải",
    ]
