"""What a subscribed feed keeps to, rule by rule; the numbers are those of docs/feeds.md."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from icalendar import Calendar
from sample_events import (
    AFTERNOON,
    FEED,
    FRIDAYS,
    OFFICE,
    PROGRAMME,
    REVISED,
    STYLE,
    event,
    feed_of,
    lines_of,
    unfolded,
)

from calendars.events import Origin, Override
from calendars.feeds import Colour
from calendars.ical.render import render_calendar, render_event
from calendars.marks import Category, Passage, Status
from calendars.recurrence import Frequency, Recurrence, Roll, WeekdayOf
from calendars.times import VIETNAM, DayPart, OfficeHours
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, Window

NOVEMBER_20 = Day(date(2023, 11, 20))
AT_EIGHT = Hours(start=time(8), end=time(11, 30))
HEAD = unfolded(render_calendar(FEED, [], zone=VIETNAM))


def value(lines: list[str], name: str) -> str:
    """The value of the only line of that name, parameters left out."""
    (found,) = [line for line in lines if re.match(rf"{name}[;:]", line)]
    return found.partition(":")[2]


# 1. The calendar object


def test_1_1_version_and_a_constant_short_prodid():
    assert HEAD[0:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sched//Work programme calendar//VI"]
    assert len(HEAD[2].encode()) < 75


def test_1_2_a_subscribed_feed_has_no_method():
    assert not [line for line in feed_of(event(NOVEMBER_20)).split(b"\r\n") if line.startswith(b"METHOD")]


def test_1_3_the_name_stands_twice_escaped_on_one_line_and_cut():
    feed = replace(FEED, name="Lịch; của\nVăn phòng, tỉnh " + "ế" * 300)
    lines = unfolded(render_calendar(feed, [], zone=VIETNAM))
    assert value(lines, "NAME") == value(lines, "X-WR-CALNAME")
    assert value(lines, "NAME").startswith("Lịch\\; của Văn phòng\\, tỉnh ế")
    assert len(value(lines, "NAME").replace("\\", "")) == 255


def test_1_4_zone_and_description_as_hints():
    lines = unfolded(render_calendar(replace(FEED, description="Của Văn phòng"), [], zone=VIETNAM))
    assert value(lines, "X-WR-TIMEZONE") == "Asia/Ho_Chi_Minh"
    assert value(lines, "X-WR-CALDESC") == "Của Văn phòng"


def test_1_5_and_1_6_both_refresh_hints_with_a_correct_duration():
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in HEAD
    assert "X-PUBLISHED-TTL:PT1H" in HEAD


def test_a_colour_is_told_in_both_ways():
    lines = unfolded(render_calendar(replace(FEED, colour=Colour("teal", "#008080")), [], zone=VIETNAM))
    assert {"COLOR:teal", "X-APPLE-CALENDAR-COLOR:#008080"} <= set(lines)


# 2. Bytes

LONG = event(
    NOVEMBER_20, title="Hội nghị tổng kết phong trào thi đua " * 12, note="Ghi chú\\; , \t dài\r\n" * 30
)


def test_2_1_utf8_without_mark_and_crlf_after_every_line():
    body = feed_of(LONG)
    assert not body.startswith(b"\xef\xbb\xbf")
    assert body.endswith(b"\r\n")
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert b"\r" not in body.replace(b"\r\n", b"")


def test_2_2_and_2_3_lines_fold_by_octets_and_never_inside_a_letter():
    lines = feed_of(LONG).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)


@pytest.mark.parametrize("shift", range(8))
def test_2_4_a_fold_never_parts_an_escape(shift):
    lines = feed_of(event(NOVEMBER_20, title="x" * shift + ";,\\" * 60)).split(b"\r\n")
    for line, following in pairwise(lines):
        if following.startswith(b" "):
            trailing = len(line) - len(line.rstrip(b"\\"))
            assert trailing % 2 == 0, line


def test_2_5_text_is_composed_first():
    lines = lines_of(event(NOVEMBER_20, title="Ho\u0323p giao ban the\u0302\u0301"))
    assert value(lines, "SUMMARY") == "Họp giao ban thế"


def test_2_6_no_line_is_blank():
    body = feed_of(event(NOVEMBER_20, title="a" + " " * 300 + "b", note="x\n" + "\u00a0" * 200 + "\n y  "))
    assert all(line.strip() for line in body.split(b"\r\n")[:-1])


def test_2_7_text_is_escaped_and_rid_of_control_characters():
    lines = lines_of(event(NOVEMBER_20, title="a\\b;c,d\x00\x07\x1be", location="Phòng 2\r\nATTENDEE:x\ry"))
    assert value(lines, "SUMMARY") == "a\\\\b\\;c\\,de"
    assert value(lines, "LOCATION") == "Phòng 2 ATTENDEE:x y"


def test_2_8_nothing_is_random_or_of_the_present():
    events = [event(NOVEMBER_20), event(Repeat(FRIDAYS, AFTERNOON), uid="b@sched")]
    assert feed_of(*events) == feed_of(*events)


# 3. Identity and versions


def test_3_1_the_uid_is_the_events_own():
    assert value(lines_of(event(NOVEMBER_20, uid="7c3d@sched")), "UID") == "7c3d@sched"


def test_3_3_sequence_is_the_stored_one():
    assert value(lines_of(event(NOVEMBER_20, sequence=7)), "SEQUENCE") == "7"


def test_3_4_dtstamp_is_the_last_revision_in_utc():
    revised = datetime(2023, 11, 6, 16, 30, 12, 999, tzinfo=VIETNAM)
    lines = lines_of(event(NOVEMBER_20, revised=revised))
    assert value(lines, "DTSTAMP") == value(lines, "LAST-MODIFIED") == "20231106T093012Z"
    assert value(lines, "CREATED") == "20231030T081500Z"


MOVED = event(
    Repeat(FRIDAYS, AFTERNOON),
    sequence=4,
    overrides=(
        Override(day=date(2023, 11, 10), when=None),
        Override(
            day=date(2023, 11, 17),
            when=Day(date(2023, 11, 18), AT_EIGHT),
            title="Họp giao ban mở rộng",
        ),
    ),
)


def test_3_5_a_changed_occurrence_bears_the_masters_uid_and_sequence():
    master, changed = Calendar.from_ical(feed_of(MOVED)).walk("VEVENT")
    assert (changed["UID"], changed["SEQUENCE"]) == (master["UID"], master["SEQUENCE"])
    assert changed["RECURRENCE-ID"].dt == datetime(2023, 11, 17, 13, 30, tzinfo=VIETNAM)
    assert changed["DTSTART"].dt == datetime(2023, 11, 18, 8, 0, tzinfo=VIETNAM)
    assert changed["SUMMARY"] == "Họp giao ban mở rộng"


def test_3_6_one_component_for_a_uid_and_recurrence_id():
    days = event(Days((date(2023, 11, 5), date(2023, 11, 12))), uid="b@sched")
    components = Calendar.from_ical(feed_of(MOVED, days)).walk("VEVENT")
    keys = [(c["UID"], c.get("RECURRENCE-ID") and c["RECURRENCE-ID"].dt) for c in components]
    assert len(keys) == len(set(keys)) == 4


# 4. Time


def test_4_1_a_clock_time_has_its_zone_and_the_zone_its_block():
    body = feed_of(event(Day(date(2023, 11, 20), AT_EIGHT)))
    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:20231120T080000\r\n" in body
    assert b"DTEND;TZID=Asia/Ho_Chi_Minh:20231120T113000\r\n" in body
    assert body.count(b"BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\n") == 1


def test_4_2_a_weekly_meeting_keeps_its_local_weekday():
    lines = lines_of(event(Repeat(FRIDAYS, Hours(start=time(6, 30)))))
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20231103T063000" in lines
    assert "RRULE:FREQ=WEEKLY;UNTIL=20231123T233000Z;BYDAY=FR" in lines


def test_4_3_the_zone_block_is_tiny_and_constant():
    start = HEAD.index("BEGIN:VTIMEZONE")
    assert HEAD[start : HEAD.index("END:VTIMEZONE") + 1] == [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Ho_Chi_Minh",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZNAME:+07",
        "TZOFFSETFROM:+0700",
        "TZOFFSETTO:+0700",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        pytest.param(NOVEMBER_20, "20231120", "20231121", id="one day ends on the next"),
        pytest.param(Span(date(2023, 12, 30), date(2024, 1, 2)), "20231230", "20240103", id="several days"),
        pytest.param(
            Span(date(2023, 11, 18), date(2023, 11, 20), Hours(start=time(8), end=time(11, 30))),
            "20231118",
            "20231121",
            id="4.5: a conference of several days is a bar",
        ),
        pytest.param(
            Span(date(2023, 11, 10), None), "20231110", "20231111", id="an end not told is not drawn"
        ),
        pytest.param(
            Window(date(2023, 11, 11), date(2023, 11, 20)),
            "20231111",
            "20231121",
            id="4.6: a window is a bar",
        ),
        pytest.param(
            Day(date(2023, 11, 20), Hours(end=time(17))),
            "20231120",
            "20231121",
            id="no beginning is invented",
        ),
    ],
)
def test_4_4_days_are_dates_with_an_exclusive_end(when, start, end):
    lines = lines_of(event(when))
    assert f"DTSTART;VALUE=DATE:{start}" in lines
    assert f"DTEND;VALUE=DATE:{end}" in lines


@pytest.mark.parametrize(
    ("hours", "end"),
    [
        pytest.param(Hours(time(19), time(1, 30)), "20231121T013000", id="past midnight"),
        pytest.param(Hours(time(19), time.max), "20231121T000000", id="to 24h00"),
        pytest.param(Hours(time(19), time(21)), "20231120T210000", id="the same evening"),
    ],
)
def test_an_end_lies_after_its_beginning(hours, end):
    assert value(lines_of(event(Day(date(2023, 11, 20), hours))), "DTEND") == end


def test_a_span_over_one_midnight_is_drawn_by_the_clock():
    night = Span(date(2023, 11, 20), date(2023, 11, 21), Hours(time(22), time(2)))
    lines = lines_of(event(night))
    assert (value(lines, "DTSTART"), value(lines, "DTEND")) == ("20231120T220000", "20231121T020000")


def test_no_end_is_drawn_that_is_not_told():
    lines = lines_of(event(Day(date(2023, 11, 20), Hours(start=time(14)))))
    assert not [line for line in lines if line.startswith("DTEND")]
    assert value(lines, "DESCRIPTION").startswith("Bắt đầu lúc 14:00\\, giờ kết thúc chưa nêu")


def test_part_of_a_day_takes_the_offices_hours_and_says_so():
    office = OfficeHours(afternoon=(time(14), time(16, 30)))
    lines = lines_of(event(Day(date(2023, 11, 20), AFTERNOON)), office_hours=office)
    assert (value(lines, "DTSTART"), value(lines, "DTEND")) == ("20231120T140000", "20231120T163000")
    assert value(lines, "DESCRIPTION").startswith("Thời gian: buổi chiều\\, giờ chưa nêu")


def test_hours_of_each_day_of_a_span_are_a_daily_series():
    lines = lines_of(event(Span(date(2023, 3, 18), date(2023, 3, 20), AT_EIGHT, daily=True)))
    assert value(lines, "DTSTART") == "20230318T080000"
    assert value(lines, "RRULE") == "FREQ=DAILY;UNTIL=20230320T010000Z"


def test_whole_days_of_a_span_are_one_bar():
    month = Span(date(2023, 10, 17), date(2023, 11, 18), Hours(part=DayPart.ALL_DAY), daily=True)
    lines = lines_of(event(month, category=Category.OBSERVANCE))
    assert {"DTSTART;VALUE=DATE:20231017", "DTEND;VALUE=DATE:20231119"} <= set(lines)
    assert not [line for line in lines if line.startswith("RRULE")]
    assert "cả ngày" not in value(lines_of(event(replace(month, daily=False))), "DESCRIPTION")


def test_hours_of_a_span_are_told_though_not_drawn():
    span = Span(date(2023, 11, 18), date(2023, 11, 20), Hours(start=time(8), end_part=DayPart.MORNING))
    told = value(lines_of(event(span)), "DESCRIPTION")
    assert told.startswith("Thời gian: từ 08:00 ngày 18/11/2023 đến buổi sáng ngày 20/11/2023")


def test_an_undated_event_is_in_no_feed():
    assert render_event(event(Undated(AFTERNOON)), **STYLE) == b""


# 5. Status


def standing(e):
    lines = lines_of(e)
    names = ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "SUMMARY")
    return tuple(value(lines, name) for name in names)


WINDOW = Window(date(2023, 11, 11), date(2023, 11, 20))


@pytest.mark.parametrize(
    ("when", "category", "status", "expected"),
    [
        pytest.param(
            NOVEMBER_20,
            Category.MEETING,
            Status.CONFIRMED,
            ("CONFIRMED", "OPAQUE", "BUSY", "Lễ"),
            id="meeting",
        ),
        pytest.param(
            NOVEMBER_20,
            Category.MEETING,
            Status.CANCELLED,
            ("CANCELLED", "TRANSPARENT", "FREE", "(Hủy) Lễ"),
            id="5.1: a cancelled event stays and says so",
        ),
        pytest.param(
            NOVEMBER_20,
            Category.MEETING,
            Status.POSTPONED,
            ("CANCELLED", "TRANSPARENT", "FREE", "(Hoãn) Lễ"),
            id="5.1: so does the old time of one put off",
        ),
        pytest.param(
            NOVEMBER_20,
            Category.MEETING,
            Status.TENTATIVE,
            ("TENTATIVE", "TRANSPARENT", "TENTATIVE", "(Dự kiến) Lễ"),
            id="5.3: tentative",
        ),
        pytest.param(
            WINDOW,
            Category.MEETING,
            Status.CONFIRMED,
            ("TENTATIVE", "TRANSPARENT", "TENTATIVE", "(Dự kiến) Lễ"),
            id="5.3: a window is tentative whatever its status",
        ),
        pytest.param(
            NOVEMBER_20,
            Category.OBSERVANCE,
            Status.CONFIRMED,
            ("CONFIRMED", "TRANSPARENT", "FREE", "Lễ"),
            id="5.4: an observance takes nobody's time",
        ),
        pytest.param(
            NOVEMBER_20,
            Category.DEADLINE,
            Status.CONFIRMED,
            ("CONFIRMED", "TRANSPARENT", "FREE", "Hạn: Lễ"),
            id="5.4: nor does a deadline",
        ),
    ],
)
def test_5_status_as_clients_see_it(when, category, status, expected):
    assert standing(event(when, category=category, status=status, title="Lễ")) == expected


def test_a_deadline_that_names_itself_is_not_named_twice():
    lines = lines_of(event(NOVEMBER_20, category=Category.DEADLINE, title="Hạn nộp báo cáo quý IV"))
    assert value(lines, "SUMMARY") == "Hạn nộp báo cáo quý IV"


def test_a_deadline_with_a_clock_stands_at_it():
    lines = lines_of(event(Day(date(2023, 11, 20), Hours(end=time(17))), category=Category.DEADLINE))
    assert value(lines, "DTSTART") == "20231120T170000"
    assert value(lines, "DESCRIPTION").startswith("Hạn cuối: 17:00")


def test_5_2_one_cancelled_day_of_a_series_is_an_exception_of_the_kind_of_its_start():
    assert "EXDATE;TZID=Asia/Ho_Chi_Minh:20231110T133000" in lines_of(MOVED)
    all_day = MOVED._replace(when=Repeat(FRIDAYS), overrides=MOVED.overrides[:1])
    assert "EXDATE;VALUE=DATE:20231110" in lines_of(all_day)


def test_5_5_categories_name_the_unit_the_kind_and_the_groups():
    lines = lines_of(event(NOVEMBER_20, groups=("Ban Tuyên giáo, Thanh tra", "Văn phòng")))
    assert value(lines, "CATEGORIES") == (
        "Văn phòng tỉnh An Sơn,Cuộc họp,Ban Tuyên giáo\\, Thanh tra,Văn phòng"
    )


def test_5_6_people_are_in_the_description_and_never_attendees():
    lines = lines_of(event(NOVEMBER_20, chair="Chánh Văn phòng", attendees="Lãnh đạo các phòng"))
    assert not [line for line in lines if line.startswith(("ATTENDEE", "ORGANIZER"))]
    assert "Chủ trì: Chánh Văn phòng\\nThành phần: Lãnh đạo các phòng" in value(lines, "DESCRIPTION")


def test_the_description_names_document_and_passage():
    said = value(lines_of(event(NOVEMBER_20)), "DESCRIPTION")
    assert said == (
        "Nguồn: 41/CTr-VP\\, Văn phòng tỉnh An Sơn\\, ngày 30/10/2023\\, chuong-trinh-thang-11.md\\n"
        "Trích: “- Chiều thứ Sáu hằng tuần: Họp giao ban.” (dòng 27)"
    )


def test_what_a_hand_entered_does_not_say_whose():
    said = value(lines_of(event(NOVEMBER_20, origin=Origin(hand="Nguyễn Thị Mai"))), "DESCRIPTION")
    assert said == "Nguồn: nhập trực tiếp"


def test_a_long_passage_is_cut_and_its_cell_or_page_named():
    passages = (Passage("x" * 900, 4, cell="B7"), Passage("y", 5, page=2))
    lines = lines_of(event(NOVEMBER_20, origin=PROGRAMME._replace(passages=passages)))
    said = value(lines, "DESCRIPTION").split("\\n")
    assert said[1:] == [f"Trích: “{'x' * 400}…” (ô B7)", "Trích: “y” (trang 2\\, dòng 5)"]


def test_of_a_long_passage_the_part_with_the_title_is_quoted():
    text = "a" * 600 + " kỷ niệm Ngày Pháp luật (09/11) " + "b" * 600
    e = event(NOVEMBER_20, title="Ngày Pháp luật", origin=PROGRAMME._replace(passages=(Passage(text, 4),)))
    (quoted,) = [line for line in value(lines_of(e), "DESCRIPTION").split("\\n") if line.startswith("Trích")]
    assert "kỷ niệm Ngày Pháp luật (09/11)" in quoted
    assert quoted.startswith("Trích: “…aaa")
    assert quoted.endswith("bbb…” (dòng 4)")


def test_remarks_stand_first():
    said = value(lines_of(event(NOVEMBER_20), remarks=("Trùng với: Hội nghị A",)), "DESCRIPTION")
    assert said.startswith("Trùng với: Hội nghị A\\nNguồn:")


def test_a_feed_in_english():
    lines = lines_of(event(Window(date(2023, 11, 11), date(2023, 11, 20), AFTERNOON)), language="en")
    assert value(lines, "SUMMARY").startswith("(Tentative) ")
    assert value(lines, "DESCRIPTION").startswith(
        "Time: one day between 11/11/2023 and 20/11/2023\\, to be announced (afternoon)\\nSource: 41/CTr-VP"
    )


# 6. Recurrence


def repeat(rule, **bounds):
    bounds = {"first": date(2023, 11, 3), "until": date(2024, 2, 29)} | bounds
    return event(Repeat(Recurrence.from_rrule(rule, **bounds), Hours(start=time(14))))


def test_6_1_dtstart_is_the_first_real_occurrence():
    lines = lines_of(repeat("FREQ=WEEKLY;BYDAY=FR", first=date(2023, 11, 1), left_out=(date(2023, 11, 3),)))
    assert value(lines, "DTSTART") == "20231110T140000"
    assert not [line for line in lines if line.startswith("EXDATE")]


def test_6_2_until_is_utc_for_instants_and_a_date_for_days():
    assert "UNTIL=20231124T063000Z" in value(lines_of(event(Repeat(FRIDAYS, AFTERNOON))), "RRULE")
    assert value(lines_of(event(Repeat(FRIDAYS))), "RRULE") == "FREQ=WEEKLY;UNTIL=20231124;BYDAY=FR"


def test_6_3_separate_days_are_events_of_their_own():
    lines = lines_of(event(Days((date(2023, 11, 5), date(2023, 11, 12), date(2023, 11, 19)))))
    assert [line for line in lines if line.startswith("UID")] == [
        "UID:4f1c9a-20231105@sched",
        "UID:4f1c9a-20231112@sched",
        "UID:4f1c9a-20231119@sched",
    ]
    assert not [line for line in lines if line.startswith("RDATE")]


def test_one_of_several_days_cancelled_stays_as_cancelled():
    e = event(
        Days((date(2023, 11, 5), date(2023, 11, 12))),
        overrides=(Override(day=date(2023, 11, 12), when=None),),
    )
    assert [line for line in lines_of(e) if line.startswith("STATUS")] == [
        "STATUS:CONFIRMED",
        "STATUS:CANCELLED",
    ]


@pytest.mark.parametrize(
    ("rule", "published"),
    [
        ("FREQ=DAILY;INTERVAL=2", "FREQ=DAILY;UNTIL=20240229T070000Z;INTERVAL=2"),
        ("FREQ=DAILY;BYDAY=MO,TU", "FREQ=WEEKLY;UNTIL=20240227T070000Z;BYDAY=MO,TU"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "FREQ=WEEKLY;UNTIL=20240223T070000Z;INTERVAL=2;BYDAY=FR"),
        ("FREQ=MONTHLY;BYMONTHDAY=20", "FREQ=MONTHLY;UNTIL=20240220T070000Z;BYMONTHDAY=20"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;UNTIL=20240229T070000Z;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;UNTIL=20240213T070000Z;BYDAY=2TU"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=MONTHLY;UNTIL=20240229T070000Z;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ),
        (
            "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20",
            "FREQ=YEARLY;UNTIL=20231120T070000Z;BYMONTHDAY=20;BYMONTH=11",
        ),
    ],
)
def test_6_4_what_outlook_understands_is_a_rule(rule, published):
    assert value(lines_of(repeat(rule)), "RRULE") == published


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        pytest.param(
            "FREQ=MONTHLY;BYMONTHDAY=5,20", [(11, 5), (11, 20), (12, 5), (12, 20)], id="two days a month"
        ),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=31", [(12, 31)], id="a day that not every month has"),
        pytest.param("FREQ=MONTHLY;BYDAY=5TH", [(11, 30)], id="a fifth weekday"),
        pytest.param("FREQ=YEARLY;BYMONTH=11,12;BYMONTHDAY=22", [(11, 22), (12, 22)], id="two months a year"),
        pytest.param(
            "FREQ=WEEKLY;BYMONTH=12;BYDAY=SU", [(12, n) for n in (3, 10, 17, 24, 31)], id="a season"
        ),
    ],
)
def test_6_4_what_outlook_does_not_understand_is_expanded(rule, days):
    lines = lines_of(repeat(rule, until=date(2023, 12, 31)))
    assert not [line for line in lines if line.startswith("RRULE")]
    assert [line.partition(":")[2] for line in lines if line.startswith("DTSTART")] == [
        f"2023{month:02}{day:02}T140000" for month, day in days
    ]


def test_6_5_a_rule_without_an_end_is_bounded_by_the_events_own_revision():
    endless = repeat("FREQ=WEEKLY;BYDAY=FR", until=None)
    assert "UNTIL=20251226T070000Z" in value(lines_of(endless), "RRULE")


def test_6_5_or_by_the_horizon_given():
    endless = repeat("FREQ=WEEKLY;BYDAY=FR", until=None)
    assert "UNTIL=20231215T070000Z" in value(lines_of(endless, horizon=date(2023, 12, 20)), "RRULE")


def test_6_5_an_absurd_end_is_cut():
    assert "UNTIL=2063" in value(lines_of(repeat("FREQ=YEARLY", until=date(9999, 1, 1))), "RRULE")


def test_a_repeat_that_says_only_how_often_is_in_no_feed():
    assert render_event(repeat("FREQ=MONTHLY", first=None), **STYLE) == b""


HOLIDAYS = {date(2024, 1, 1), date(2024, 2, 9)}


def is_day_off(day: date) -> bool:
    return day in HOLIDAYS or day.weekday() >= 5


def test_holidays_that_are_skipped_become_exceptions():
    lines = lines_of(repeat("FREQ=WEEKLY;BYDAY=MO", skips_days_off=True), is_day_off=is_day_off)
    assert [line for line in lines if line.startswith("EXDATE")] == [
        "EXDATE;TZID=Asia/Ho_Chi_Minh:20240101T140000"
    ]


def test_days_that_roll_become_changed_occurrences():
    lines = lines_of(
        repeat("FREQ=MONTHLY;BYMONTHDAY=25", roll=Roll.NEXT, until=date(2024, 1, 31)), is_day_off=is_day_off
    )
    assert [line for line in lines if line.startswith(("DTSTART", "RECURRENCE-ID"))] == [
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20231125T140000",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20231127T140000",
        "RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20231125T140000",
    ]


def test_a_changed_day_outside_the_pattern_stands_alone():
    extra = Override(day=date(2023, 11, 9), when=Day(date(2023, 11, 9), AT_EIGHT))
    lines = lines_of(event(Repeat(FRIDAYS, AFTERNOON), overrides=(extra,)))
    assert [line for line in lines if line.startswith("UID")] == [
        "UID:4f1c9a@sched",
        "UID:4f1c9a-20231109@sched",
    ]
    assert not [line for line in lines if line.startswith("RECURRENCE-ID")]


@pytest.mark.parametrize(
    ("hours", "moved_to", "start"),
    [
        pytest.param(
            AFTERNOON,
            Window(date(2023, 11, 20), date(2023, 11, 25)),
            "VALUE=DATE:20231120",
            id="into a window",
        ),
        pytest.param(
            Hours(),
            Day(date(2023, 11, 17), AT_EIGHT),
            "TZID=Asia/Ho_Chi_Minh:20231117T080000",
            id="to an hour",
        ),
    ],
)
def test_a_whole_day_in_a_series_with_hours_and_the_other_way_round_stands_alone(hours, moved_to, start):
    moved = Override(day=date(2023, 11, 17), when=moved_to)
    lines = lines_of(event(Repeat(FRIDAYS, hours), overrides=(moved,)))
    assert f"DTSTART;{start}" in lines
    assert "UID:4f1c9a-20231117@sched" in lines
    assert len([line for line in lines if line.startswith("EXDATE")]) == 1
    assert not [line for line in lines if line.startswith("RECURRENCE-ID")]


def test_an_occurrence_put_off_to_an_unknown_day_is_an_exception():
    e = event(Repeat(FRIDAYS, AFTERNOON), overrides=(Override(day=date(2023, 11, 17), when=Undated()),))
    assert "EXDATE;TZID=Asia/Ho_Chi_Minh:20231117T133000" in lines_of(e)


# 7. Alarms


def test_7_2_a_feed_has_no_alarm_of_its_own():
    assert b"VALARM" not in feed_of(event(Day(date(2023, 11, 20), AT_EIGHT)))


# Other zones


def test_an_office_with_summer_time_gets_its_changes_and_constant_bytes():
    from zoneinfo import ZoneInfo

    berlin = ZoneInfo("Europe/Berlin")
    body = render_calendar(
        FEED, [render_event(event(NOVEMBER_20), zone=berlin, office_hours=OFFICE)], zone=berlin
    )
    assert body.count(b"BEGIN:DAYLIGHT") == 1
    assert body == render_calendar(
        FEED, [render_event(event(NOVEMBER_20), zone=berlin, office_hours=OFFICE)], zone=berlin
    )
    assert timedelta(0) < REVISED - datetime(2023, 10, 30, tzinfo=UTC)


def test_single_weekdays_need_no_anchor_beyond_the_day_of_entry():
    rule = Recurrence(frequency=Frequency.WEEKLY, by_day=(WeekdayOf(4),), until=date(2023, 11, 30))
    assert value(lines_of(event(Repeat(rule, AFTERNOON))), "DTSTART") == "20231103T133000"
