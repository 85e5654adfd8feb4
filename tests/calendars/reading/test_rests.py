"""Days and months in which standing things rest or are held on another day, each as a line of a small paper."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

RULE = (
    "QUY ĐỊNH\nChế độ họp, giao ban năm 2024\n(Thực hiện từ ngày 01/01/2024)\n\n"
    "1. Giao ban: 8h00 thứ Hai hằng tuần.\n2. Họp cơ quan: chiều ngày 28 hằng tháng.\n"
)


def read(text: str) -> list[str]:
    """What a paper tells: each title with its rule, its first day and the days left out, or with its days."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2024, 1, 2))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        rule = (when.get("rrule") or "").removeprefix("FREQ=")
        first = when.get("first") or when.get("date") or f"{when.get('from')}..{(when.get('to') or '')[5:]}"
        left_out = ",".join(day[5:] for day in when.get("except") or [])
        told = [entry["title"] + ":", rule, first[5:], when["start"] or when["daypart"] or ""]
        lines.append(" ".join(filter(None, (*told, left_out and f"without {left_out}"))))
    return lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bình bệnh án: chiều thứ Sáu tuần thứ ba hàng tháng (tháng 02 không tổ chức).", "02-16"),
        ("Bình bệnh án: chiều thứ Sáu tuần thứ ba hàng tháng; tháng 7, tháng 8 nghỉ hè.", "07-19,08-16"),
        ("Bình bệnh án: chiều thứ Sáu tuần thứ ba hằng tháng, không họp vào tháng 5.", "05-17"),
        ("Bình bệnh án: chiều thứ Sáu tuần thứ ba của tháng (nghỉ tháng 6, 7 và 8).", "06-21,07-19,08-16"),
        (
            "Bình bệnh án: chiều thứ Sáu tuần thứ ba của tháng (riêng tháng 11 họp theo thông báo), hội trường.",
            "11-15",
        ),
        ("Bình bệnh án: chiều thứ Sáu tuần thứ ba hằng tháng; riêng tháng 9 có lịch riêng.", "09-20"),
    ],
)
def test_a_month_in_which_a_thing_rests_or_is_told_elsewhere_is_left_out(line: str, expected: str) -> None:
    assert read(f"{RULE}3. {line}\n")[2:] == [
        f"Bình bệnh án: MONTHLY;BYDAY=3FR 01-19 afternoon without {expected}"
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(riêng tháng 5 sinh hoạt sớm vào ngày 08/5 vì vụ gặt)", "05-08 morning"),
        ("(riêng tháng 5: ngày 08/5)", "05-08 morning"),
        ("; riêng tháng 5 lùi xuống ngày 20/5", "05-20 morning"),
        ("; riêng tháng 5 sinh hoạt muộn hơn, ngày 20", "05-20 morning"),
        ("(riêng kỳ tháng 5 dời lên 14h00 ngày 08/5)", "05-08 14:00"),
    ],
)
def test_a_month_with_a_day_of_its_own_has_that_day_instead(line: str, expected: str) -> None:
    assert read(f"{RULE}3. Sinh hoạt câu lạc bộ: sáng ngày 12 hàng tháng {line}.\n")[2:] == [
        "Sinh hoạt câu lạc bộ: MONTHLY;BYMONTHDAY=12 01-12 morning without 05-12",
        f"Sinh hoạt câu lạc bộ: {expected}",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Không họp trong thời gian nghỉ Tết Nguyên đán (từ 08/02 đến hết 14/02/2024).", "02-12"),
        ("Lưu ý: Trong thời gian nghỉ Tết (từ ngày 08/02 đến ngày 14/02) không tổ chức giao ban.", "02-12"),
        ("Tạm dừng giao ban từ ngày 08/02 đến ngày 14/02/2024 (nghỉ Tết).", "02-12"),
        ("Các ngày nghỉ lễ 29/4, 30/4 và 01/5 không giao ban.", "04-29"),
        ("Ngày 12/02 (mùng 3 Tết) không giao ban.", "02-12"),
    ],
)
def test_a_break_of_the_paper_is_left_out_and_is_nothing_that_is_held(line: str, expected: str) -> None:
    assert read(f"{RULE}3. {line}\n") == [
        f"Giao ban: WEEKLY;BYDAY=MO 01-01 08:00 without {expected}",
        "Họp cơ quan: MONTHLY;BYMONTHDAY=28 01-28 afternoon",
    ]


def test_a_break_of_one_thing_leaves_the_others_as_they_are() -> None:
    assert read(f"{RULE}3. Không giao ban từ ngày 22/4 đến ngày 03/5/2024.\n") == [
        "Giao ban: WEEKLY;BYDAY=MO 01-01 08:00 without 04-22,04-29",
        "Họp cơ quan: MONTHLY;BYMONTHDAY=28 01-28 afternoon",
    ]


def test_of_a_holiday_alone_nothing_is_known_of_what_goes_on_in_it() -> None:
    assert (
        read(f"{RULE}3. Nghỉ Tết: từ 08/02/2024 đến 14/02/2024.\n")[0]
        == "Giao ban: WEEKLY;BYDAY=MO 01-01 08:00"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("6 tháng một lần, vào ngày 15/6 và 15/12 hằng năm", "YEARLY;BYMONTH=6,12;BYMONTHDAY=15 06-15"),
        ("sáu tháng 01 lần (15/6 và 15/12 hàng năm), 8h00", "YEARLY;BYMONTH=6,12;BYMONTHDAY=15 06-15 08:00"),
        (
            "02 tháng 01 lần, ngày 20 các tháng chẵn, 14h30",
            "YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=20 02-20 14:30",
        ),
    ],
)
def test_days_with_their_months_say_how_often(line: str, expected: str) -> None:
    assert read(f"{RULE}3. Ban Chấp hành họp: {line}.\n")[2:] == [f"Ban Chấp hành họp: {expected}"]


def test_the_week_of_the_new_year_is_left_out_and_no_other_holiday() -> None:
    (told, *_) = read(RULE.replace("thứ Hai hằng tuần.", "thứ Hai hằng tuần (trừ tuần Tết Nguyên đán)."))
    assert told == "Giao ban: WEEKLY;BYDAY=MO 01-01 08:00 without 02-12"


def test_a_month_is_left_out_with_its_year_and_why() -> None:
    told = read(RULE + "3. CLB Nhiếp ảnh: sáng Chủ nhật cuối cùng hằng tháng (trừ tháng 2/2024 do Tết)")
    assert told[-1] == "CLB Nhiếp ảnh: MONTHLY;BYDAY=-1SU 01-28 morning without 02-25"


def test_where_a_day_off_goes_is_told_of_its_own_line() -> None:
    lines = (
        "CLB Cờ: tối thứ Ba hằng tuần\n"
        "CLB Thơ: ngày 15 hằng tháng (nếu trùng chủ nhật thì chuyển sang ngày làm việc tiếp theo)"
    )
    programme = read_programme(
        decode(f"LỊCH SINH HOẠT NĂM 2024\n\n{lines}".encode(), "a.txt"), today=date(2024, 1, 2)
    )
    rolls = [entry["when"].get("roll") for entry in programme_to_json(programme)["entries"]]
    assert rolls == [None, "next_working_day"]


def test_two_weekdays_with_their_halves_and_how_often_behind_them() -> None:
    assert read("LỊCH NĂM 2024\n\nCLB Cờ tướng: chiều thứ Tư và chiều Chủ nhật hằng tuần, phòng 102") == [
        "CLB Cờ tướng: WEEKLY;BYDAY=WE,SU 01-03 afternoon"
    ]
