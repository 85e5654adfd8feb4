"""Standing rules: from when they hold, in which months and on which days they are left out, where they go."""

from datetime import date

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.programme import Entry, Kind, Programme
from calendars.reading import read_programme
from calendars.recurrence import Roll
from calendars.when import Day, Repeat

RULES = "CÂU LẠC BỘ DƯỠNG SINH PHƯỜNG BẾN LÀNG\n\nNỘI QUY SINH HOẠT\n(thực hiện từ 01/3/2019)\n\n"


def read(text: str) -> Programme:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2026, 1, 1))


def rule_of(entry: Entry) -> Repeat:
    assert isinstance(entry.when, Repeat)
    return entry.when


@pytest.mark.parametrize(
    "months",
    ["(tháng Hai nghỉ)", "(tháng 2 không họp)", "(nghỉ tháng 2)", "(trừ tháng Hai)", "- riêng tháng 2 nghỉ"],
)
def test_leaves_out_a_month_that_ends_before_the_rule_holds(months: str) -> None:
    (entry,) = read(f"{RULES}1. Sinh hoạt toàn thể: 8h00 ngày 16 hằng tháng {months}.\n").entries
    rule = rule_of(entry).recurrence
    assert rule.first == date(2019, 3, 16)
    assert rule.until is None
    assert 2 not in rule.by_month
    assert len(rule.by_month) == 11


def test_a_remark_about_one_month_does_not_bound_the_rule() -> None:
    text = f"{RULES}1. Hạn nộp quỹ: ngày 10 hằng tháng (tháng 02 được gia hạn đến 20/02).\n2. Họp: thứ Hai hằng tuần.\n"
    rule = rule_of(read(text).entries[0]).recurrence
    assert (rule.first, rule.until) == (date(2019, 3, 10), None)


def test_a_holiday_without_a_day_of_the_rule_does_not_bound_it() -> None:
    text = (
        "Thị xã Bến Làng, ngày 22 tháng 4 năm 2025\n\nTHÔNG BÁO\nVề lịch tiếp công dân\n\n"
        "Vì lịch tiếp công dân định kỳ (thứ Ba tuần đầu hằng tháng) trùng vào dịp nghỉ lễ 30/4 và 01/5, thông báo.\n"
    )
    rules = [entry.when.recurrence for entry in read(text).entries if isinstance(entry.when, Repeat)]
    assert all(rule.until is None for rule in rules)


def test_days_named_go_elsewhere_and_others_stay() -> None:
    text = (
        "THÔNG BÁO\nLịch trực tư vấn quý II và quý III năm 2024\n(từ tháng 4 đến hết tháng 9/2024)\n\n"
        "1. Xã Vân Khê: ngày 08 hằng tháng.\n2. Thị trấn Bãi Sậy: Chủ nhật tuần thứ hai hằng tháng.\n"
        "3. Xã Hòa Lộc: ngày 18 hằng tháng.\n\n"
        "Trường hợp ngày 08 trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.\n"
    )
    programme = read(text)
    assert programme.kind is Kind.RECURRING
    assert programme.period is not None
    assert (programme.period.first, programme.period.last) == (date(2024, 4, 1), date(2024, 9, 30))
    assert [rule_of(entry).recurrence.roll for entry in programme.entries] == [Roll.NEXT, None, None]


def test_a_heading_that_wants_no_number_keeps_its_first_line_apart() -> None:
    text = (
        "SỞ CÔNG NGHỆ\n\nQUY CHẾ GIAO BAN\n\n"
        "Điều 1. Giao ban tuần\n1. Thời gian: 8h00 thứ Hai hằng tuần.\n2. Thành phần: lãnh đạo các phòng.\n"
        "Điều 2. Giao ban tháng\n1. Thời gian: chiều ngày làm việc cuối cùng của tháng.\n2. Thành phần: như Điều 1.\n"
        "Điều 3. Quy chế có hiệu lực từ ngày 01/4/2022.\n"
    )
    weekly, monthly = read(text).entries
    assert [weekly.title, monthly.title] == ["Giao ban tuần", "Giao ban tháng"]
    assert rule_of(monthly).recurrence.by_set_pos == (-1,)
    assert rule_of(monthly).recurrence.first == date(2022, 4, 29)


def test_a_school_years_rules_hold_on_the_days_that_their_head_tells() -> None:
    text = (
        "TRƯỜNG TIỂU HỌC VÂN KHÊ\n\nCHẾ ĐỘ HỘI HỌP NĂM HỌC 2025 - 2026\n"
        "(Thực hiện từ ngày 08/9/2025 đến ngày 29/5/2026)\n\n"
        "1. Chào cờ đầu tuần: 7h15 thứ Hai.\n2. Họp tổ trưởng: 16h00 thứ Năm, 02 tuần/lần, bắt đầu từ ngày 11/9/2025.\n"
    )
    programme = read(text)
    assert programme.kind is Kind.RECURRING
    rules = [rule_of(entry).recurrence for entry in programme.entries]
    assert [(rule.first, rule.until) for rule in rules] == [
        (date(2025, 9, 8), date(2026, 5, 25)),
        (date(2025, 9, 11), date(2026, 5, 21)),
    ]


def test_a_bare_day_over_a_signature_is_no_meeting_of_who_signs() -> None:
    text = f"{RULES}1. Họp tổ: 8h00 thứ Hai hằng tuần.\n\n20/02/2019\nTrưởng ban: Vương Thị Khuê - 0900.000.000\n"
    assert not [entry for entry in read(text).entries if isinstance(entry.when, Day)]


@pytest.mark.parametrize(
    ("told", "once"),
    [
        ("(tháng 02 được gia hạn đến 20/02/2020)", date(2020, 2, 20)),
        ("; riêng tháng 12 nộp ngày 08", date(2019, 12, 8)),
        (" (tháng 12 vào ngày 08)", date(2019, 12, 8)),
        (". Riêng tháng 02/2020 thu vào ngày 13/02 do nghỉ Tết", date(2020, 2, 13)),
    ],
)
def test_of_one_month_it_is_on_another_day(told: str, once: date) -> None:
    rule, single = read(f"{RULES}1. Nộp quỹ: ngày 10 hằng tháng{told}.\n").entries
    assert single.when == Day(once)
    assert single.title == rule.title == "Nộp quỹ"
    assert rule_of(rule).recurrence.left_out == (once.replace(day=10),)


def test_a_months_programme_tells_only_the_day_that_stands_for_the_usual_one() -> None:
    text = (
        "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n"
        "1. Nộp báo cáo diễn biến rừng: ngày 25 hằng tháng, riêng tháng 5 nộp ngày 23/5.\n"
    )
    (entry,) = read(text).entries
    assert entry.when == Day(date(2024, 5, 23))


def test_a_remark_in_brackets_is_no_part_of_a_title() -> None:
    text = (
        f"{RULES}1. Bảo trì thang máy: thứ Ba tuần thứ ba hằng tháng, 9:00 - 11:30 (thang B2 ngưng 30 phút).\n"
        "2. Ban Quản trị họp: 20:00 thứ Tư đầu tiên mỗi tháng, phòng cộng đồng tầng 2.\n"
    )
    lift, board = read(text).entries
    assert (lift.title, board.title) == ("Bảo trì thang máy", "Ban Quản trị họp")
    assert board.location == "phòng cộng đồng tầng 2"


def test_a_month_whose_days_are_others() -> None:
    told = lines_of(
        "TRẠM Y TẾ XÃ BÌNH LÂM\nLỊCH HOẠT ĐỘNG NĂM 2024\n"
        "1) Tiêm chủng mở rộng: ngày 10 và 11 hàng tháng, từ 7g00 đến 11g00. "
        "Riêng tháng 02 nghỉ Tết chuyển sang ngày 16 và 17/02/2024.\n"
        "2) Tư vấn: ngày 5 hàng tháng, riêng tháng 3 dời qua ngày 7/3\n\n"
        "Bình Lâm, 29/12/2023\nPHỤ TRÁCH TRẠM\nYS. Châu Thanh Điền\n"
    )
    assert told == [
        "MONTHLY 07:00-11:00: Tiêm chủng mở rộng",
        "02-16..02-17 07:00-11:00: Tiêm chủng mở rộng",
        "MONTHLY: Tư vấn",
        "03-07: Tư vấn",
    ]


def test_one_week_moved_in_a_sentence_of_its_own() -> None:
    told = lines_of(
        "UBND XÃ ĐỒNG TÂM\nTHÔNG BÁO\nLịch tiếp công dân 6 tháng cuối năm 2024\n"
        "- Chủ tịch xã tiếp công dân: thứ Năm hàng tuần. "
        "Riêng thứ Năm, ngày 05/9/2024 chuyển sang thứ Sáu, ngày 06/9/2024.\n"
    )
    assert told == ["WEEKLY: Tiếp công dân", "09-06: Tiếp công dân"]


def test_an_hour_and_a_day_over_a_signature_are_no_meeting() -> None:
    text = f"{RULES}1. Họp tổ: 8h00 thứ Hai hằng tuần.\n\nBến Làng, 10h00 ngày 27/02/2019\nTL. HIỆU TRƯỞNG\nCao Lệ\n"
    assert [entry.title for entry in read(text).entries] == ["Họp tổ"]


def test_what_was_due_the_day_before_is_due_in_no_other_year() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN (21/7 - 27/7/2025) - Điều chỉnh lần 2, ngày 22/7\n\nNgày | Nội dung\n25/7 | 8h00: Họp tổ\n"
        "27/7 | 7h00: Viếng nghĩa trang\n\nLưu ý: Báo cáo thiệt hại gửi về Hạt trước 9h00 ngày 26/7.\n"
    )
    due = [entry for entry in read(text).entries if isinstance(entry.when, Day)][-1]
    assert isinstance(due.when, Day)
    assert due.when.day == date(2025, 7, 26)


@pytest.mark.parametrize(
    "sentence",
    [
        "Đảng viên vắng 03 kỳ không lý do trong năm bị xem xét kỷ luật.",
        "Hội viên nghỉ quá 3 buổi trong tháng sẽ bị nhắc nhở.",
        "Cán bộ vắng họp 2 lần trong quý thì hạ một bậc thi đua.",
        "Trùng thứ Bảy, Chủ nhật vẫn sinh hoạt bình thường.",
        "Liên hệ trụ sở, số 12 đường 17/3 hoặc ĐT 0269.3711.456 (24/7).",
    ],
)
def test_what_follows_from_the_rule_is_no_entry(sentence: str) -> None:
    head = "CHI BỘ THÔN ĐỒNG NEO\nQUY ĐỊNH\nSinh hoạt năm 2021\n\n"
    text = f"{head}- Họp chi ủy: tối ngày 01 hằng tháng.\n\n{sentence}\n"
    found = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 1, 1)).entries
    assert [entry.title for entry in found] == ["Họp chi ủy"]


def test_a_week_with_a_holiday_makes_no_second_rule() -> None:
    found = read(
        f"{RULES}- Hội ý: 7h30 thứ Hai hằng tuần tại văn phòng; tuần có ngày lễ thì hội ý vào thứ Ba.\n"
    )
    assert [entry.title for entry in found.entries] == ["Hội ý"]


@pytest.mark.parametrize("weeks", ["tuần 2, tuần 4", "tuần 2 và tuần 4", "tuần thứ hai và tuần thứ tư"])
def test_weeks_by_their_numbers_are_of_every_month_in_a_rule(weeks: str) -> None:
    found = read(f"{RULES}- Bình bệnh án: 14h00 thứ Tư {weeks}.\n- Họp tổ: ngày 15 hằng tháng.\n").entries
    assert isinstance(found[0].when, Repeat)
    assert [(day.weekday, day.nth) for day in found[0].when.recurrence.by_day] == [(2, 2), (2, 4)]
