"""Papers as web pages print them: a headline for a title, the page's clock below it, news of what an "
"office announced."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.programme import Entry, Kind, Programme
from calendars.reading import read_programme
from calendars.when import when_to_json


def page(text: str) -> Programme:
    return read_programme(decode(text.encode(), "a.txt"))


def told(entry: Entry) -> tuple[str, str | None, str]:
    when = when_to_json(entry.when)
    return when.get("date") or f"{when['from']}..{when['to']}", when["start"], entry.status.value


@pytest.mark.parametrize(
    "clock",
    [
        "16:37, 27/06/2026",
        "27/06/2026 07:39",
        "27/06/2026 | 15:13 GMT+7",
        "Thứ bảy, 13:56 27/06/2026 | Đời sống",
    ],
)
def test_the_clock_of_a_page_is_no_meeting_and_tells_the_year(clock: str) -> None:
    found = page(
        f"Kỳ họp thứ chín HĐND huyện Sơn Lĩnh\n\n{clock}\nKỳ họp khai mạc lúc 7 giờ 30 ngày 11/7 tại Hội "
        f"trường A.\n"
    )
    assert [told(entry) for entry in found.entries] == [("2026-07-11", "07:30", "confirmed")]


def test_a_page_writes_its_month_in_words() -> None:
    found = page(
        "Kỳ họp thứ chín HĐND huyện Sơn Lĩnh\n\n02:31 27 Tháng Sáu 2026\nKỳ họp khai mạc ngày 11/7/2026 tại Nhà A.\n"
    )
    assert [told(entry) for entry in found.entries] == [("2026-07-11", None, "confirmed")]


def test_an_hour_below_a_headline_at_which_meetings_begin_is_one() -> None:
    found = page(
        "THƯ MỜI\nHội thảo giống lúa mới\n\n08:00, 24/11/2026\nHội trường Trạm Khuyến nông Vạn Thủy\n"
    )
    assert [told(entry) for entry in found.entries] == [("2026-11-24", "08:00", "confirmed")]


def test_a_page_begins_with_its_own_furniture() -> None:
    found = page(
        "Thursday, 18/06/2026\nNgày đăng: 06/01/2026 - Lượt xem: 99\nXem với cỡ chữ\n\n"
        "Thông báo lịch tiếp công dân của Chủ tịch UBND xã Đồng Vọng năm 2026\n\n"
        "1. Chủ tịch UBND xã tiếp công dân vào ngày 15 và 25 hàng tháng.\n"
        "2. Đăng ký trước ngày 10 hàng tháng, trường hợp đăng ký sau ngày 10 trở đi thì chuyển sang tháng "
        "kế tiếp.\n"
    )
    assert found.kind is Kind.RECURRING
    assert [when_to_json(entry.when)["rrule"] for entry in found.entries] == [
        "FREQ=MONTHLY;BYMONTHDAY=15,25",
        "FREQ=MONTHLY;BYMONTHDAY=9",
    ]


@pytest.mark.parametrize(
    "headline",
    ["Ban tổ chức quyết định dời ngày tổ chức", "Hội Nhạc sĩ tỉnh Hạ Lam dời lịch Hội nghị thường niên"],
)
def test_a_headline_that_says_that_a_time_is_changed_makes_a_notice(headline: str) -> None:
    found = page(
        f"{headline}\n\nKính gửi quý hội viên,\n\nHội nghị thường niên dự kiến ngày 16-17/4/2026 không đủ "
        f"điều kiện tổ chức. "
        "Chính vì thế, Ban tổ chức quyết định dời ngày tổ chức sang 25-26/6/2026.\n"
    )
    assert found.kind is Kind.NOTICE
    assert sorted(told(entry) for entry in found.entries) == [
        ("2026-04-16..2026-04-17", None, "postponed"),
        ("2026-06-25..2026-06-26", None, "confirmed"),
    ]


def test_a_headline_of_something_else_makes_none() -> None:
    assert (
        page("Xã Đồng Vọng hoàn thành thu hoạch lúa\n\nXã họp tổng kết ngày 12/6/2026.\n").kind
        is not Kind.NOTICE
    )


def test_the_day_on_which_news_of_a_notice_came_is_no_meeting() -> None:
    found = page(
        "Hội Nhạc sĩ tỉnh Hạ Lam hoãn ngày Đại hội\n\n(halamonline.vn) – Hôm nay, ngày 10-11, Ban Tổ chức "
        "Đại hội lần thứ VI "
        "Hội Nhạc sĩ tỉnh Hạ Lam và các chi hội đã ra thông báo tạm hoãn ngày Đại hội.\n\nĐại hội dự định "
        "tổ chức vào 2 ngày "
        "16 và 17 tháng 11 năm 2026 tại Nhà khách T9 không thể tổ chức vào thời gian và địa điểm như "
        "trong thư mời.\n"
    )
    (entry,) = found.entries
    assert told(entry) == ("2026-11-16..2026-11-17", None, "postponed")
    assert entry.location == "Nhà khách T9"


def test_nor_is_the_day_on_which_a_plan_was_issued() -> None:
    found = page(
        "Kế hoạch tiếp xúc cử tri xã Đồng Vọng\n\nNgày 22/6, Thường trực HĐND xã ban hành Kế hoạch số "
        "08/KH-HĐND về tiếp xúc "
        "cử tri.\n\nNgày 06/7/2026, tiếp xúc cử tri tại thôn Đoài.\n\nNgày 07/7/2026, tiếp xúc cử tri tại "
        "thôn Trung.\n"
    )
    assert [told(entry)[0] for entry in found.entries] == ["2026-07-06", "2026-07-07"]


def test_a_year_of_history_is_not_that_of_the_days_below() -> None:
    found = page(
        "Huyện Sơn Lĩnh kỷ niệm 51 năm ngày giải phóng (29/3/1975 – 29/3/2026)\n\n"
        "Ngày 26/3, thắp nến tri ân tại Nghĩa trang Liệt sĩ huyện;\n\nNgày 27/3, lễ dâng hương tại Đền thờ.\n"
    )
    days = [told(entry)[0] for entry in found.entries if entry.category.value == "meeting"]
    assert days == ["2026-03-26", "2026-03-27"]


def test_hours_named_by_the_day_on_which_the_paper_speaks() -> None:
    found = page(
        "Thông báo họp báo sau Hội nghị Liên đoàn\n\nVào lúc 14h00 hôm nay (31/3), Hội nghị Ban Chấp hành "
        "khai mạc tại khách sạn "
        "Sao Mai.\n\n• Thời gian họp báo: 16h30 ngày 31/3/2026\n"
    )
    assert {told(entry) for entry in found.entries} == {
        (str(date(2026, 3, 31)), "14:00", "confirmed"),
        (str(date(2026, 3, 31)), "16:30", "confirmed"),
    }


PROSE = (
    "Theo thông báo của Ban Tổ chức, do tình hình mưa lũ trên địa bàn còn diễn biến phức tạp, Hội nghị "
    "tổng kết phong trào sẽ "
    "được lùi sang các ngày 28 và 29/8/2026, thay vì tổ chức vào ngày 25 và 26/8 như kế hoạch ban đầu.\n"
)


@pytest.mark.parametrize("day", ["24.08.2026", "Thứ Hai, 24/8/2026", "• 24/08/2026", "PV 24/08/2026 10:06"])
def test_a_bare_day_over_prose_is_that_of_the_page(day: str) -> None:
    found = page(f"Xã Đồng Vọng lùi thời gian tổ chức Hội nghị tổng kết\n\n{day}\nMinh Hà\n{PROSE}")
    assert sorted(told(entry) for entry in found.entries) == [
        ("2026-08-25..2026-08-26", None, "postponed"),
        ("2026-08-28..2026-08-29", None, "confirmed"),
    ]


def test_a_bare_day_over_hours_is_theirs() -> None:
    found = page("Lịch tập huấn\n\n24/8/2026\n- 8h00: Học nội quy theo Quyết định 5\n- 14h00: Thực hành\n")
    assert [told(entry) for entry in found.entries] == [
        ("2026-08-24", "08:00", "confirmed"),
        ("2026-08-24", "14:00", "confirmed"),
    ]


def test_a_holiday_is_told_with_what_is_done_on_it() -> None:
    found = page(
        "Nghỉ lễ và treo cờ dịp 2/9\n\nCán bộ được nghỉ từ ngày 30-8 đến hết ngày 2-9-2026; thứ hai, ngày "
        "7-9 đi làm bù.\n\n"
        "Đơn vị không thực hiện lịch nghỉ cố định 2 ngày thứ bảy và chủ nhật hàng tuần thì tự bố trí lịch "
        "nghỉ.\n\n"
        "Treo cờ Tổ quốc tại trụ sở từ chiều ngày 01/9/2026 đến hết ngày 02/9/2026.\n"
    )
    assert {told(entry)[0] for entry in found.entries} == {
        "2026-08-30..2026-09-02",
        "2026-09-07",
        "2026-09-01..2026-09-02",
    }


def test_points_below_a_thing_with_its_hours_are_of_it() -> None:
    found = page(
        "Chương trình Đại hội thi đua\n\nNgày 06/12/2026\nBuổi sáng:\n- 9-11h: Họp trù bị.\n"
        "+ Phổ biến nội quy Đại hội.\n+ Thông qua danh sách Đoàn Chủ tịch.\n"
        "Buổi chiều:\n14-15h30: Giao lưu với các điển hình.\n"
    )
    assert [(*told(entry)[:2], when_to_json(entry.when)["end"]) for entry in found.entries] == [
        ("2026-12-06", "09:00", "11:00"),
        ("2026-12-06", "14:00", "15:30"),
    ]


def test_the_year_of_a_headline_is_that_of_the_days_below() -> None:
    found = page(
        "Các mốc thời gian xét tuyển năm 2025 cần lưu ý\n\n1. Trường công bố mức điểm nhận hồ sơ: dự kiến "
        "trước ngày 8/9.\n\n"
        "2. Thí sinh điều chỉnh nguyện vọng: dự kiến từ ngày 9/9 đến 17 giờ ngày 16/9.\n"
    )
    assert [told(entry) for entry in found.entries] == [
        ("2025-09-07", None, "tentative"),
        ("2025-09-09..2025-09-16", None, "tentative"),
    ]


def test_groups_that_only_gather_at_an_hour_have_it() -> None:
    found = page(
        "Thông báo tựu trường năm học 2026-2027\n\n1/ Ngày tựu trường:\n"
        "+ Khối 1: Tập trung 7 giờ 00 phút, ngày 21/8/2026.\n"
        "+ Khối 7, 8: Tập trung 13 giờ 00 phút, ngày 28/8/2026.\n"
    )
    assert [told(entry)[:2] for entry in found.entries] == [("2026-08-21", "07:00"), ("2026-08-28", "13:00")]


def test_two_things_of_one_sentence_each_with_its_days() -> None:
    found = page(
        "Kế hoạch Hội thi tay nghề năm 2026\n\n1. Thời gian nộp thiết bị dự thi từ ngày 8 đến 15-6-2026 "
        "và tổ chức thi từ ngày "
        "27 đến 30-6-2026.\n2. Tất cả các lớp tựu trường vào ngày 25-8-2026, riêng lớp 1 và lớp 9 tựu "
        "trường vào ngày 20-8-2026.\n"
    )
    assert [told(entry)[0] for entry in found.entries] == [
        "2026-06-08..2026-06-15",
        "2026-06-27..2026-06-30",
        "2026-08-25",
        "2026-08-20",
    ]


def test_a_head_on_two_lines_of_a_table_that_lost_its_grid() -> None:
    found = page(
        "Kế hoạch tuyển sinh năm 2026\n\nTT\n\nNội dung công tác\n\nĐơn vị\nchủ trì\n\nĐơn vị tham "
        "gia\n\nThời gian thực hiện\n\n"
        "1.\n\nĐiều chỉnh nguyện vọng\n\nPhòng Đào tạo\n\nCác khoa\n\nTừ 15/7 đến 21/7/2026\n\n"
        "2.\n\nCông bố kết quả trúng tuyển\n\nHội đồng\n\ntuyển sinh\n\nPhòng Truyền thông\n\nTrước "
        "17h00, ngày 01/8/2026\n"
    )
    assert [(entry.title, entry.chair, told(entry)[0]) for entry in found.entries] == [
        ("Điều chỉnh nguyện vọng", "Phòng Đào tạo", "2026-07-15..2026-07-21"),
        ("Công bố kết quả trúng tuyển", "Hội đồng tuyển sinh", "2026-08-01"),
    ]


def test_news_begins_with_its_place_and_its_paper() -> None:
    found = page(
        "VẠN THỦY (Báo Sơn Lĩnh) - Hôm nay 19/8, Phó Chủ tịch HĐND huyện Lò Thị Mây đã ký ban hành Thông báo số "
        "26/TB-HĐND về kỳ họp thứ sáu.\n\nKỳ họp thứ sáu khai mạc ngày 25/8/2026.\n"
    )
    assert [told(entry) for entry in found.entries] == [("2026-08-25", None, "confirmed")]


def test_a_conference_that_is_put_off_invites_nobody() -> None:
    found = page(
        "Hội nghị chè Sơn Lĩnh lần thứ ba bị hoãn do bão\n\n17:11 | 30/01/2026\nHội Làm vườn mới đây quyết định hoãn "
        "tổ chức Hội nghị chè Sơn Lĩnh lần thứ ba tại TP. Vạn Thủy theo kế hoạch trước đây là từ ngày 5 - 7/3/2026.\n\n"
        "Ngày 30/1, Thường trực Hội đã tiến hành họp khẩn và quyết định hoãn tổ chức Hội nghị chè Sơn Lĩnh lần thứ ba "
        "tại TP Vạn Thủy theo kế hoạch trước đây là từ ngày 5 - 7/3/2026.\n"
    )
    assert found.kind is Kind.NOTICE
    assert [told(entry) for entry in found.entries] == [("2026-03-05..2026-03-07", None, "postponed")]
    assert page("Hội thảo giống chè mới\n\n8h00 ngày 5/3/2026 tại Nhà văn hóa.\n").kind is Kind.INVITATION


def test_a_place_beside_a_part_of_the_day_is_that_of_the_hours_below() -> None:
    found = page(
        "CHƯƠNG TRÌNH LỄ HỘI ĐÌNH VẠN THỦY\n\n1. Ngày 9/10/2026\n1.1 Sáng: Tại đình Vạn Thủy\n- 7 giờ 00: Thi đấu "
        "cờ người\n- 9 giờ 00: Hội thi kéo co tại sân bóng\n1.2 Tối: Tại sân nhà văn hóa\n- 20 giờ 00: Ca múa nhạc\n"
        "2. Ngày 10/10/2026\n2.1 Sáng: Tại đình Vạn Thủy, họp tổng kết\n2.2 Chiều:\n- 14 giờ 00: Lễ tạ\n"
    )
    assert [(*told(entry)[:2], entry.location) for entry in found.entries] == [
        ("2026-10-09", "07:00", "đình Vạn Thủy"),
        ("2026-10-09", "09:00", "sân bóng"),
        ("2026-10-09", "20:00", "sân nhà văn hóa"),
        ("2026-10-10", None, "đình Vạn Thủy"),
        ("2026-10-10", "14:00", None),
    ]
