"""Which of the times around an item is its own: item before bracket before section before period.

In these texts `[words|time]` is where a reading stands and what it was read as, written as `papers` writes times; "!"
before the time is a deadline, "t" tentative, ">" postponed, "x" cancelled.
"""

import re

import pytest
from papers import when_of

from calendars.grammar.rule import Reading
from calendars.marks import Issue, Status
from calendars.reading.timing.outranking import outranks
from calendars.reading.timing.precedence import Origin, Settled, settle
from calendars.times import DayPart, month_span
from calendars.when import Hours, Span, Undated, When

NOVEMBER = month_span(2023, 11)
STATUSES = {"t": Status.TENTATIVE, ">": Status.POSTPONED, "x": Status.CANCELLED}


def marked(text: str) -> tuple[str, list[Reading]]:
    """A text without its marks, and the readings that they say."""
    plain, readings, end = "", [], 0
    for found in re.finditer(r"\[(?P<words>[^|\]]*)\|(?P<marks>[!t>x]*) ?(?P<time>[^\]]*)\]", text):
        plain += text[end : found.start()]
        status = next((STATUSES[mark] for mark in found["marks"] if mark in STATUSES), Status.CONFIRMED)
        begin = len(plain)
        plain += found["words"]
        when = when_of(found["time"], NOVEMBER)
        readings.append(Reading((begin, len(plain)), when, status, deadline="!" in found["marks"]))
        end = found.end()
    return plain + text[end:], readings


def readings(text: str) -> list[Reading]:
    return marked(text)[1]


def settled(
    text: str, *, label: str = "", section: str = "", is_of_period: bool = False, day: str = ""
) -> Settled | None:
    plain, own = marked(text)
    meeting = readings(day)[0] if day else None
    period = NOVEMBER if is_of_period else None
    return settle(own, readings(label), readings(section), period, plain, meeting)


def shown(found: Settled | None) -> tuple[When, Status, Origin]:
    assert found is not None
    return found.when, found.status, found.origin


def day_of(text: str) -> When:
    return when_of(text, NOVEMBER)


# whose time it is


@pytest.mark.parametrize(
    ("text", "label", "section", "when", "origin"),
    [
        ("Họp [24/11|24/11]", "", "", "24/11", Origin.OWN),
        ("Họp", "[24/11|24/11]", "", "24/11", Origin.LABEL),
        ("Họp", "", "[24/11|24/11]", "24/11", Origin.SECTION),
        ("Họp", "", "[sáng|? am][24/11|24/11]", "24/11", Origin.SECTION),
        ("Họp", "[24/11|24/11]", "[25/11|25/11]", "24/11", Origin.LABEL),
        ("Họp [26/11|26/11]", "", "[25/11|25/11]", "26/11", Origin.OWN),
        # a day within the item's text is a remark, unless it opens the text or agrees with the label
        ("Họp chuẩn bị ngày [26/11|26/11]", "[24/11|24/11]", "", "24/11", Origin.LABEL),
        ("- [26/11|26/11] họp", "[24/11|24/11]", "", "26/11", Origin.OWN),
        (" + ([26/11|26/11]) họp", "[24/11|24/11]", "", "26/11", Origin.OWN),
        ("a [26/11|26/11] họp", "[24/11|24/11]", "", "24/11", Origin.LABEL),
        ("Họp từ [20-26/11|20/11-26/11]", "[24/11|24/11]", "", "20/11-26/11", Origin.OWN),
        ("Họp từ [20-24/11|20/11-24/11]", "[24/11|24/11]", "", "20/11-24/11", Origin.OWN),
        ("Họp từ [24-26/11|24/11-26/11]", "[24/11|24/11]", "", "24/11-26/11", Origin.OWN),
        ("Họp từ [25-26/11|25/11-26/11]", "[24/11|24/11]", "", "24/11", Origin.LABEL),
        ("Họp ngày [24/11|24/11]", "[20-26/11|20/11-26/11]", "", "24/11", Origin.OWN),
        ("Họp [26/11|26/11] hoặc [25/11|25/11]", "[24-25/11|24/11-25/11]", "", "25/11", Origin.OWN),
        # an open time is closed by any day, and by a narrower open time
        ("Họp ngày [26/11|26/11]", "[1-10/11|~1/11-10/11]", "", "26/11", Origin.OWN),
        ("Họp [tuần 2|~6/11-10/11]", "[tháng|~1/11-30/11]", "", "~6/11-10/11", Origin.OWN),
        ("Họp [quý|~1/10-31/12]", "[tháng|~1/11-30/11]", "", "~1/11-30/11", Origin.LABEL),
        ("Họp [quý|~1/10-31/12] ngày [26/11|26/11]", "[tháng|~1/11-30/11]", "", "26/11", Origin.OWN),
        ("Họp [tuần 4|~20/11-26/11]", "[24/11|24/11]", "", "24/11", Origin.LABEL),
        ("[tuần 4|~20/11-26/11] họp", "[24/11|24/11]", "", "24/11", Origin.LABEL),
        ("Họp [tuần 4|~20/11-26/11] [24/11|24/11 8:00]", "[24/11|24/11]", "", "24/11 8:00", Origin.OWN),
        # of several days in the item
        ("Họp [tuần 4|~20/11-26/11], [24/11|24/11]", "", "", "24/11", Origin.OWN),
        ("Nộp báo cáo trước [20/11|! 20/11] để họp [24/11|24/11]", "", "", "24/11", Origin.OWN),
        ("[20/11|! 20/11] là hạn nộp để họp [24/11|24/11]", "", "", "20/11", Origin.OWN),
        ("Nộp báo cáo trước [20/11|! 20/11]", "", "", "20/11", Origin.OWN),
        ("Họp [tuần 4|~20/11-26/11]", "", "", "~20/11-26/11", Origin.OWN),
        ("Họp [tháng|~1/11-30/11], [tuần 4|~20/11-26/11]", "", "", "~20/11-26/11", Origin.OWN),
        ("Họp [tuần 4|~20/11-26/11], [tháng|~1/11-30/11]", "", "", "~20/11-26/11", Origin.OWN),
        ("Họp [tuần 3|~13/11-19/11], [tuần 4|~20/11-26/11]", "", "", "~13/11-19/11", Origin.OWN),
        ("Họp [24/11|24/11], sau đó họp [27/11|27/11]", "", "", "24/11", Origin.OWN),
    ],
)
def test_whose_time_an_item_has(text: str, label: str, section: str, when: str, origin: Origin) -> None:
    found = settled(text, label=label, section=section)
    assert found is not None
    assert (found.when, found.origin) == (day_of(when), origin)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("[Tuần sau (20-26/11)|20/11-26/11]: họp thứ Sáu [24/11|24/11]", "24/11"),
        ("Trong tuần ([20-26/11|20/11-26/11]) họp thứ Sáu [24/11|24/11]", "24/11"),
        ("Trong tuần tới [20-26/11|20/11-26/11] họp thứ Sáu [24/11|24/11]", "24/11"),
        ("Tuần tới ai cũng đi nên họp từ [20-22/11|20/11-22/11], tuần sau họp [24/11|24/11]", "20/11-22/11"),
        ("Họp từ [20-22/11|20/11-22/11], tuần sau họp [24/11|24/11]", "20/11-22/11"),
        ("Trong tuần ([20-26/11|20/11-26/11]) họp", "20/11-26/11"),
        ("Trong tuần ([24/11|24/11]) họp, [25/11|25/11] nghỉ", "24/11"),
        ("Họp [24/11|24/11], trong tuần ([20-26/11|20/11-26/11])", "24/11"),
    ],
)
def test_days_that_only_say_which_week_are_not_the_time(text: str, when: str) -> None:
    assert shown(settled(text))[0] == day_of(when)


def test_the_day_of_the_meeting_is_that_of_an_item_which_tells_an_hour_or_half_a_day_only() -> None:
    assert shown(settled("[8 giờ|? 8:00] khai mạc", day="[24/11|24/11]")) == (
        day_of("24/11 8:00"),
        Status.CONFIRMED,
        Origin.LABEL,
    )
    assert settled("khai mạc", day="[24/11|24/11]") is None
    assert shown(settled("[sáng|? am] khai mạc", day="[24/11|24/11]"))[0] == day_of("24/11 am")
    assert shown(settled("[8 giờ|? 8:00] ngày [26/11|26/11]", day="[24/11|24/11]"))[0] == day_of("26/11 8:00")


def test_an_item_without_time_belongs_to_the_period_where_it_is_given() -> None:
    assert shown(settled("Họp", is_of_period=True)) == (
        day_of("~1/11-30/11"),
        Status.TENTATIVE,
        Origin.PERIOD,
    )
    assert shown(settled("Họp [8 giờ|? 8:00]", is_of_period=True))[0] == day_of("~1/11-30/11 8:00")
    assert settled("Họp") is None
    assert settled("Họp", section="[sáng|? am]") is None
    assert shown(settled("Họp [24/11|24/11]", is_of_period=True))[2] is Origin.OWN


def test_an_hour_without_a_day_is_an_open_time_with_that_hour() -> None:
    assert shown(settled("Họp [8 giờ|? 8:00]")) == (day_of("? 8:00"), Status.TENTATIVE, Origin.OWN)
    later = settled("Họp [sau|?] [lúc|t ?] [8 giờ|! ? 8:00]")
    assert later is not None
    assert (later.when, later.deadline) == (day_of("?"), False)
    deadline = settled("Nộp [trước 8 giờ|! ? 8:00]")
    assert deadline is not None
    assert deadline.deadline
    assert settled("Họp [?|?]") is None


def test_a_label_that_promises_a_time_leaves_it_open() -> None:
    assert shown(settled("Họp", label="[sẽ báo sau|t ?]", is_of_period=True)) == (
        day_of("?"),
        Status.TENTATIVE,
        Origin.LABEL,
    )
    assert shown(settled("Họp", label="[8 giờ|t ? 8:00]", is_of_period=True))[2] is Origin.PERIOD
    assert shown(settled("Họp", label="[không rõ|?]", is_of_period=True))[2] is Origin.PERIOD
    assert shown(settled("Họp", label="[báo sau|t ?]", section="[24/11|24/11]"))[2] is Origin.SECTION


# how sure it is


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        ("Họp [24/11|24/11]", "", Status.CONFIRMED),
        ("Họp [24/11|t 24/11]", "", Status.TENTATIVE),
        ("Họp [24/11|24/11], [dự kiến 8 giờ|t ? 8:00]", "", Status.TENTATIVE),
        ("Họp [24/11|24/11]", "[giờ báo sau|t ?]", Status.TENTATIVE),
        ("Họp [24/11|24/11]", "[8 giờ|? 8:00]", Status.CONFIRMED),
        ("Họp [tuần 4|~20/11-26/11]", "", Status.TENTATIVE),
        ("Họp [24/11|> 24/11]", "", Status.POSTPONED),
        ("Họp [24/11|x 24/11], [dự kiến|t ?]", "", Status.CANCELLED),
        ("Họp [tuần 4|> ~20/11-26/11]", "", Status.POSTPONED),
    ],
)
def test_how_sure_a_time_is(text: str, label: str, status: Status) -> None:
    assert shown(settled(text, label=label))[1] is status


def test_a_tentative_section_says_nothing_of_an_items_own_day() -> None:
    assert shown(settled("Họp [24/11|24/11]", section="[dự kiến|t ?]"))[1] is Status.CONFIRMED


def test_a_deadline_is_one_whether_the_day_or_the_hour_says_so() -> None:
    for text, is_deadline in (
        ("Nộp trước [24/11|! 24/11]", True),
        ("Nộp [24/11|24/11] [trước 8 giờ|! ? 8:00]", True),
        ("Nộp [24/11|24/11] [8 giờ|? 8:00]", False),
    ):
        found = settled(text)
        assert found is not None
        assert found.deadline is is_deadline


def test_what_was_doubtful_about_any_reading_is_kept() -> None:
    own, label = (
        Reading((0, 5), day_of("24/11"), issues=(Issue(code, "made for a test"),))
        for code in ("one", "other")
    )
    found = settle([own], [label], (), None, "24/11")
    assert found is not None
    assert [issue.code for issue in found.issues] == ["one", "other"]
    promised = Reading((0, 0), day_of("?"), Status.TENTATIVE, issues=label.issues)
    for labels, readings_of_it in (([promised], []), ([], [promised])):
        found = settle(readings_of_it, labels, (), None, "")
        assert found is not None
        assert [issue.code for issue in found.issues] == ["other"]


# hours


@pytest.mark.parametrize(
    ("text", "label", "when"),
    [
        ("Họp [24/11|24/11] lúc [8 giờ|? 8:00]", "", "24/11 8:00"),
        ("Họp [24/11|24/11 8:00] lúc [9 giờ|? 9:00]", "", "24/11 8:00"),
        ("Họp [24/11|24/11], [8 giờ|? 8:00], [9 giờ|? 9:00]", "", "24/11 8:00"),
        ("Họp [24/11|24/11], [sáng|? am], [8 giờ|? 8:00]", "", ("24/11 8:00", "am")),
        ("Họp [8 giờ|? 8:00]", "[24/11|24/11]", "24/11 8:00"),
        ("Họp", "[24/11|24/11][8 giờ|? 8:00]", "24/11 8:00"),
        ("Họp [24/11|24/11] [8 giờ đến 10 giờ|? 8:00-10:00]", "", "24/11 8:00-10:00"),
        ("Họp [24/11|24/11 am], [chiều|? pm]", "", "24/11 am"),
        ("Họp [9 giờ|? 9:00]", "[24/11|24/11][8 giờ|? 8:00]", "24/11 9:00"),
        ("Họp", "[24/11|24/11][24/11 8 giờ|24/11 8:00]", "24/11 8:00"),
        ("Họp [24/11|24/11]", "[24/11|24/11 8:00]", "24/11 8:00"),
        ("Họp [24/11|24/11]", "[24/11|24/11][8 giờ|? 8:00]", "24/11 8:00"),
        ("Họp [24/11|24/11]", "[8 giờ|? 8:00]", "24/11"),
        ("- [26/11|26/11] họp", "[24/11|24/11 8:00]", "26/11"),
        ("Họp từ [24-26/11|24/11-26/11]", "[24/11|24/11 8:00]", "24/11-26/11 8:00"),
    ],
)
def test_hours_are_found_in_the_item_and_then_in_its_label(
    text: str, label: str, when: str | tuple[str, str]
) -> None:
    found = shown(settled(text, label=label))[0]
    if isinstance(when, tuple):
        assert (found.hours.start, found.hours.part) == (
            day_of(when[0]).hours.start,
            day_of(f"? {when[1]}").hours.part,
        )
    else:
        assert found == day_of(when)


def test_the_part_of_the_last_day_belongs_to_what_lasts_several() -> None:
    until_noon = Reading((0, 0), Undated(Hours(end_part=DayPart.MORNING)))
    for time, has_it in (("24/11-26/11", True), ("24/11", False)):
        days = Reading((0, 0), day_of(time))
        found = settle([days, until_noon], (), (), None, "")
        assert found is not None
        assert found.when.hours.end_part is (DayPart.MORNING if has_it else None)


# two days of one item


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Khai mạc [24/11|24/11 8:00], kéo dài đến [26/11|26/11]", "24/11-26/11 8:00"),
        ("Khai mạc [24/11|24/11 8:00], bế mạc [26/11|26/11 16:00]", "24/11-26/11 8:00-16:00"),
        ("Khai mạc [24/11|24/11], bế mạc [26/11|26/11 16:00-17:00]", ("24/11", "26/11", "17:00")),
        ("Bế mạc [24/11|24/11], bế mạc [23/11|23/11]", "24/11"),
        ("Họp [24/11|24/11], họp [26/11|26/11]", "24/11"),
        ("Họp [24/11|24/11], họp cũng [24/11|24/11 8:00]", "24/11 8:00"),
        ("Họp [24/11|24/11], từ [24-26/11|24/11-26/11]", "24/11-26/11"),
        ("Họp [24/11|24/11 8:00], từ [24-26/11|24/11-26/11]", "24/11-26/11 8:00"),
        ("Họp [25/11|25/11 8:00], từ [24-26/11|24/11-26/11]", "24/11-26/11"),
        ("Họp [20/11|20/11 8:00], kéo dài từ [24-26/11|24/11-26/11]", "20/11-26/11 8:00"),
        ("Họp [20/11|20/11], sau đó từ [24-26/11|24/11-26/11]", "20/11"),
        ("Từ [24-26/11|24/11-26/11], khai mạc [24/11|24/11 8:00]", "24/11-26/11 8:00"),
        ("Từ [24-26/11|24/11-26/11 8:00], bế mạc [26/11|26/11 16:00]", "24/11-26/11 8:00-16:00"),
        ("Từ [24-26/11|24/11-26/11 8:00-17:00], bế mạc [26/11|26/11 16:00]", "24/11-26/11 8:00-17:00"),
        ("Từ [24-26/11|24/11-26/11], họp [25/11|25/11 8:00]", "24/11-26/11"),
        ("Họp [24/11|24/11], kéo dài [cả tuần|~24/11-30/11]", "24/11"),
        ("Họp [24/11|24/11], kéo dài đến hết [26/11|26/11]; [24/11|24/11]", "24/11-26/11"),
        ("Họp [24/11|24/11], tuần ([20-26/11|20/11-26/11]), bế mạc [25/11|25/11]", "24/11-25/11"),
    ],
)
def test_two_days_of_one_item_are_a_beginning_and_an_end_or_the_same_told_again(
    text: str, when: str | tuple[str, str, str]
) -> None:
    found = shown(settled(text))[0]
    if isinstance(when, tuple):
        assert isinstance(found, Span)
        assert (f"{found.first:%d/%m}", f"{found.last:%d/%m}", f"{found.hours.end:%H:%M}") == when
    else:
        assert found == day_of(when)


@pytest.mark.parametrize(
    ("text", "label", "when"),
    [
        ("Đi công tác [(đến hết ngày 26/11|26/11])", "[24/11|24/11 8:00]", "24/11-26/11 8:00"),
        ("Đi công tác, [kéo dài đến hết 26/11|26/11]", "[24/11|24/11]", "24/11-26/11"),
        ("Đi công tác ([đến 26/11|26/11])", "[24/11|24/11]", "24/11-26/11"),
        ("Đi công tác [(đến 26/11|26/11])", "[24/11|24/11]", "24/11-26/11"),
        ("Đi công tác [đến 26/11|26/11]", "[24/11|24/11]", "24/11"),
        ("Đi công tác, nộp [26/11|26/11]", "[24/11|24/11]", "24/11"),
        ("Đi công tác, nộp [26/11, không đến hết|26/11]", "[24/11|24/11]", "24/11"),
        ("Đi công tác [đến hết 23/11|23/11]", "[24/11|24/11]", "24/11"),
        ("Đi công tác [đến hết tuần|~25/11-26/11]", "[24/11|24/11]", "24/11"),
        ("Đi công tác, nộp [25/11|25/11] [đến hết 26/11|26/11]", "[24/11|24/11]", "24/11-26/11"),
    ],
)
def test_an_item_tells_until_when_the_day_of_its_label_lasts(text: str, label: str, when: str) -> None:
    assert shown(settled(text, label=label))[0] == day_of(when)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Tập huấn [24/11|24/11] (02 ngày)", "24/11-25/11"),
        ("Tập huấn [24/11|24/11 8:00] (thời gian: 3 ngày, 03 ngày)", "24/11-26/11 8:00"),
        ("Tập huấn [24/11|24/11] trong 2 ngày", "24/11-25/11"),
        ("Tập huấn [24/11|24/11]; 2,5 ngày", "24/11-26/11"),
        ("Tập huấn [24/11|24/11] (1 ngày)", "24/11"),
        ("Tập huấn [1/11|1/11] (30 ngày)", "1/11-30/11"),
        ("Tập huấn [1/11|1/11] (31 ngày)", "1/11"),
        ("Tập huấn [24/11|24/11] sau 2 ngày nghỉ", "24/11"),
        ("Tập huấn [24/11|24/11] (2 ngày làm việc)", "24/11"),
        ("Tập huấn [24/11|24/11] (trước 10/2 ngày)", "24/11"),
        ("Tập huấn [24/11|24/11] sau 5 ngày (2 ngày)", "24/11-25/11"),
        ("Tập huấn [24/11|24/11], [27/11|27/11] (02 ngày)", "24/11"),
        ("Tập huấn [24-25/11|24/11-25/11] (03 ngày)", "24/11-25/11"),
        ("Tập huấn [24/11|24/11 all] (02 ngày)", "24/11-25/11"),
        ("Tập huấn [24/11|24/11 am] (02 ngày)", "24/11-25/11 am"),
    ],
)
def test_a_length_in_brackets_makes_of_a_day_that_many(text: str, when: str) -> None:
    assert shown(settled(text))[0] == day_of(when)


@pytest.mark.parametrize(
    ("text", "label", "is_meant"),
    [
        ("họp [24/11|24/11]", "24/11", True),
        ("họp [24/11|24/11]", "~20/11-26/11", True),
        ("họp [20-26/11|20/11-26/11]", "24/11", True),
        ("họp [26/11|26/11]", "24/11", False),
        ("[26/11|26/11] họp", "24/11", True),
        ("[tuần|~20/11-26/11] họp", "24/11", False),
        ("họp [24/11|24/11]", "?", False),
    ],
)
def test_which_day_in_a_text_outranks_that_of_its_label(text: str, label: str, is_meant: bool) -> None:
    plain, [reading] = marked(text)
    assert outranks(reading, day_of(label), plain) is is_meant
