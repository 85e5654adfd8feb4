"""What programmes of a month say shortly: of which weeks something is, since when it is held each week, when it is due.

What is hard is to change nothing that is a day already: a weekday beside its own date, the name of a paper that has
a date, a week that a heading explains.
"""

import re

from calendars.grammar.resolve import NoSuchDay
from calendars.grammar.spans import week_of_month
from calendars.layouts.words import lowered
from calendars.reading.turns.turn import Turn, hours_in_a_row, in_one_month, longer_than_a_week
from calendars.times import DaySpan

_WEEKDAY = r"(?:hai|ba|tư|năm|sáu|bảy|[2-7](?![\d/.:hg]))"
_SEVERAL_WEEKDAYS = (
    rf"(?:các\s+)?(?:thứ\s+{_WEEKDAY}|chủ nhật|cn)(?:\s*(?:,|;|&)\s*(?:và\s+)?|\s+và\s+)(?:(?:sáng|chiều|tối)\s+)?"
    rf"(?:(?:thứ\s+)?{_WEEKDAY}(?!\w)|chủ nhật|cn)"
    rf"(?:\s*(?:,|;|&|và)\s*(?:(?:thứ\s+)?{_WEEKDAY}(?!\w)|chủ nhật|cn)){{0,4}}"
)
_DATE = r"\d{1,2}/\d{1,2}(?:/\d{4})?"
_WEEK = r"(?:thứ\s+)?(?P<{0}>[1-5]|nhất|hai|ba|tư|năm)"
_NUMBERS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}
_OFTEN = r"(?:hằng|hàng|mỗi)\s+tuần"


def _number(told: str) -> int:
    return _NUMBERS.get(told.lower()) or int(told)


def _weeks_of(found: re.Match[str], period: DaySpan | None) -> DaySpan | None:
    """From the first of the two weeks to the last, as far as the month reaches."""
    first, last = _number(found["first"]), _number(found["last"] or found["first"])
    if period is None or first > last:
        return None
    try:
        begins = week_of_month(period.first.year, period.first.month, first).first
        ends = week_of_month(period.first.year, period.first.month, last).last
    except NoSuchDay:
        return None
    return DaySpan(begins, ends)


def _one_of_these(found: re.Match[str], _period: DaySpan | None) -> str:
    first, last = _number(found["first"]), _number(found["last"])
    if first >= last:
        return found[0]
    return "tuần " + ", ".join(str(week) for week in range(first, last + 1))


def _from_week_to_week(found: re.Match[str], period: DaySpan | None) -> str:
    weeks = _weeks_of(found, period)
    if weeks is None:
        return found[0]
    first, last = weeks.first, weeks.last
    return f"từ ngày {first.day}/{first.month} đến ngày {last.day}/{last.month}"


def _often_from_week(found: re.Match[str], period: DaySpan | None) -> str:
    weeks = _weeks_of(found, period)
    if weeks is None:
        return found[0]
    until = f" đến ngày {weeks.last.day}/{weeks.last.month}" if found["last"] else ""
    return f"{found['often']} từ ngày {weeks.first.day}/{weeks.first.month}{until}"


def _from_first_to_last(found: re.Match[str], _period: DaySpan | None) -> str:
    """The days of a short course; of a long one its two ceremonies."""
    first, last = found["first"], found["last"]
    (begins, month), (ends, of) = (map(int, day.split("/")[:2]) for day in (first, last))
    if (of - month) % 12 * 30 + ends - begins > _LONG_COURSE:
        return f"khai giảng {found['thing']}{first}; bế giảng {last}"
    return f"{found['thing']}từ ngày {first} đến ngày {last}"


_LONG_COURSE = 14  # days
_LETTERS = {"S": "sáng", "C": "chiều", "T": "tối"}

_GROUP = (
    r"(?:(?:tại|cho|các|ở)\s+){0,2}(?:khối|lớp|tổ|nhóm|thôn|xóm|ấp|bản|buôn|khu phố|xã|phường|thị trấn|cụm|khoa|phòng"
    r"|đơn vị|đối tượng|trường|chi bộ|chi hội|mầm|chồi|lá)\b[^;:()\n]{0,60}?"
)
_DAY_LEADS = rf"\W*(?:(?:thứ\s+\w+|chủ nhật|t[2-7]|cn)?[\s,(]*(?:ngày\s+)?{_DATE}\)?\s*[:,–-]\s+)?"
_HALF_TO_HALF = re.compile(
    rf"^(?P<lead>{_DAY_LEADS})(?P<thing>(?!trực\b|phân công\b|làm việc)[^\W\d][^:;()\n]{{5,80}}?)"
    rf"(?P<day>,?\s+(?:ngày\s+)?{_DATE})?\s*[:,(]\s*(?:buổi\s+)?(?P<one>sáng)\s*:?\s+(?P<first>{_GROUP})"
    rf"\s*[;,]\s*(?:buổi\s+)?(?P<other>chiều)\s*:?\s+(?P<last>{_GROUP})\)?(?P<end>[.;]?\s*$|\.\s)",
    re.IGNORECASE,
)


def _each_half(found: re.Match[str], _period: DaySpan | None) -> str:
    thing, day = found["thing"].strip(" ,"), (found["day"] or "").strip(" ,")
    lead = f"{day}: " if day else found["lead"]
    small = thing[:1].lower() + thing[1:]
    return (
        f"{lead}{found['one'].lower()}: {small} {found['first'].strip()}; "
        f"{found['other'].lower()}: {small} {found['last'].strip()}{found['end']}"
    )


_HOUR = r"\d{1,2}(?:h\d{0,2}|g\d{0,2}|:\d\d| giờ(?: \d\d)?)"
_HELD = (
    r"(?:họp|hội (?:nghị|ý|thảo|thi|đồng)|lễ|thánh lễ|chầu|sinh hoạt|chào cờ|giao ban|làm việc|tiếp|tập huấn"
    r"|kiểm tra|dự|thăm|gặp mặt|đối thoại|khám|giải tội|rước|bốc thăm|chung kết|giao lưu|tọa đàm|văn nghệ"
    r"|dâng hương|mít tinh|diễn tập)"
)
_PLACE_DATED = rf"[A-ZĐÀ-Ỹ][^,;:()\d]{{2,50}}?\s(?:(?:sáng|chiều)\s)?{_DATE}"
_BARE_PLACE = re.compile(rf"(?P<place>[A-ZĐÀ-Ỹ][^,;:()\d]{{2,50}}?)\s(?P<day>(?:(?:sáng|chiều)\s)?{_DATE})")


def _each_in_brackets(found: re.Match[str], _period: DaySpan | None) -> str:
    places = _BARE_PLACE.sub(r"\g<place> (\g<day>)", found["places"])
    return found["head"] + places.replace(";", ",")


PROGRAMMES = (
    Turn(
        # Where it is on each day: "Kiểm tra: Tân Hòa 10/11, Tân Lập 11/11".
        name="places-with-bare-days",
        says=("/",),
        pattern=re.compile(
            rf"(?P<head>^\W*[^\W\d_][^:;()\d]{{3,80}}:\s+)(?P<places>(?:{_PLACE_DATED}\s*[,;]\s+(?:và\s+)?)+{_PLACE_DATED})"
            r"(?=\s*[.;]?\s*$)"
        ),
        plainly=_each_in_brackets,
        examples=(
            (
                "Xe thư viện: Trường Đồng Nhân 04/11; Trường Yên Lãng 11/11.",
                "Xe thư viện: Trường Đồng Nhân (04/11), Trường Yên Lãng (11/11).",
            ),
            ("Họp tổ: 04/11, 11/11", "Họp tổ: 04/11, 11/11"),
        ),
        beside=": ",
    ),
    Turn(
        name="another-day-at-another-place",
        says=(" tại ",),
        pattern=re.compile(
            rf"(?P<first>(?-i:[nN])(?<!\w.)gày\s+{_DATE}\s+tại\s+[^,;:.()\d]{{3,50}}),\s+(?:và\s+)?(?=ngày\s+{_DATE}\s+tại\s)",
            re.IGNORECASE,
        ),
        plainly=r"\g<first>; ",
        holds=lambda text, _: lowered(text).count("tại") > 1,
        examples=(
            (
                "Tập huấn: ngày 10/3 tại huyện Long Tân, ngày 14/3 tại thị xã Bình Phú",
                "Tập huấn: ngày 10/3 tại huyện Long Tân; ngày 14/3 tại thị xã Bình Phú",
            ),
        ),
    ),
    Turn(
        # "Họp chi bộ 14h, họp liên tịch 16h": each with its hour behind it.
        name="next-thing-behind-an-hour",
        says=(", ",),
        pattern=re.compile(
            r"(?P<thing>(?:^|(?<=: )|(?<=[;,] ))(?!đón|tập trung|có mặt|xuất phát|khai mạc|xe)[^\W\d]"
            rf"[^,;:()\d]{{3,60}}?\s(?:lúc\s+)?{_HOUR}),\s+(?:và\s+)?(?={_HELD}\b[^,;:()\d]{{0,60}}\s(?:lúc\s+)?{_HOUR}(?:[,.;]|\s*$))",
            re.IGNORECASE,
        ),
        plainly=r"\g<thing>; ",
        examples=(
            ("06/11: Họp chi bộ 14h, họp liên tịch 16h", "06/11: Họp chi bộ 14h; họp liên tịch 16h"),
            ("06/11: Họp chi bộ 14h, họp liên tịch", "06/11: Họp chi bộ 14h, họp liên tịch"),
        ),
        holds=hours_in_a_row,
    ),
    Turn(
        name="each-half-another-group",
        says=("sáng",),
        pattern=_HALF_TO_HALF,
        plainly=_each_half,
        examples=(
            (
                "14/11: Họp phụ huynh: sáng khối 6, 7; chiều khối 8, 9",
                "14/11: sáng: họp phụ huynh khối 6, 7; chiều: họp phụ huynh khối 8, 9",
            ),
            (
                "Họp phụ huynh 14/11 (sáng: khối 6, 7; chiều: khối 8, 9)",
                "14/11: sáng: họp phụ huynh khối 6, 7; chiều: họp phụ huynh khối 8, 9",
            ),
            (
                "Tiếp xúc cử tri ngày 14/11: sáng xã Tân Hòa, chiều xã Tân Lập.",
                "ngày 14/11: sáng: tiếp xúc cử tri xã Tân Hòa; chiều: tiếp xúc cử tri xã Tân Lập.",
            ),
            ("14/11: sáng họp khối 6, chiều họp khối 7", "14/11: sáng họp khối 6, chiều họp khối 7"),
        ),
        beside="chiều",
    ),
    Turn(
        # "3/11 (S): Giao ban; (C): Họp tổ", and what the letters mean told at the end.
        name="halves-by-letter-in-brackets",
        says=("(s)", "(c)", "(t)"),
        pattern=re.compile(
            r"(?P<legend>\s*\(S\)\s?[:=]\s?(?:buổi )?sáng\b[;,]?\s*\(C\)\s?[:=]\s?(?:buổi )?chiều\b[^\n]{0,60}$)"
            r"|(?P<joined>[;.,]\s*)\((?P<half>[SCT])\)\s?:?\s*(?=\S)"
        ),
        plainly=lambda found, _: "" if found["legend"] else f"{found['joined']}{_LETTERS[found['half']]}: ",
        examples=(
            (
                "3/11 (S) : Giao ban mầm non ; (C) : Giao ban tiểu học",
                "3/11 (S) : Giao ban mầm non ; chiều: Giao ban tiểu học",
            ),
            ("Khai giảng năm học, 7g00 (S): sáng, (C): chiều.", "Khai giảng năm học, 7g00"),
        ),
    ),
    Turn(
        name="weekly-from-a-week",
        says=(" tuần",),
        pattern=re.compile(
            rf"(?P<often>\b{_OFTEN})\s*[,(]?\s*(?:bắt đầu\s+)?từ\s+tuần\s+{_WEEK.format('first')}\b"
            rf"(?:\s+(?:đến|tới)\s+(?:hết\s+)?tuần\s+{_WEEK.format('last')}\b)?\)?",
            re.IGNORECASE,
        ),
        plainly=_often_from_week,
        examples=(
            ("chiều thứ Năm hằng tuần (từ tuần 2)", "chiều thứ Năm hằng tuần từ ngày 9/11"),
            (
                "thứ Năm hàng tuần, từ tuần 2 đến tuần 3",
                "thứ Năm hàng tuần từ ngày 9/11 đến ngày 22/11",
            ),
        ),
        within=in_one_month,
        beside="từ",
    ),
    Turn(
        name="from-week-to-week",
        says=("từ tuần ",),
        pattern=re.compile(
            rf"\btừ\s+tuần\s+{_WEEK.format('first')}\s+(?:đến|tới)\s+(?:hết\s+)?tuần\s+{_WEEK.format('last')}\b(?!\s*[(/])",
            re.IGNORECASE,
        ),
        plainly=_from_week_to_week,
        examples=(("Thi giữa kỳ: từ tuần 2 đến tuần 3", "Thi giữa kỳ: từ ngày 9/11 đến ngày 22/11"),),
        within=in_one_month,
    ),
    Turn(
        name="one-week-or-the-next",
        says=("tuần ",),
        pattern=re.compile(
            rf"\btuần\s+{_WEEK.format('first')}\s*(?:(?:hoặc|đến|tới)\s+(?:tuần\s+)?|[-–]\s?)"
            rf"{_WEEK.format('last')}\b(?!\s*(?:tháng\b|[/.(:\d-]))",
            re.IGNORECASE,
        ),
        plainly=_one_of_these,
        examples=(
            ("Ngoại khóa: dự kiến tuần 3 hoặc 4, chờ lịch", "Ngoại khóa: dự kiến tuần 3, 4, chờ lịch"),
            ("Hội giảng: tuần 2 - tuần 4", "Hội giảng: tuần 2 - tuần 4"),
            ("Hội giảng: tuần 2-4", "Hội giảng: tuần 2, 3, 4"),
            ("Tuần 3-9/11: họp", "Tuần 3-9/11: họp"),
        ),
        within=in_one_month,
    ),
    Turn(
        # Two weekdays and a first day: each week since then, though the words do not say so.
        name="weekdays-since",
        says=(" từ ", "(từ "),
        pattern=re.compile(
            rf"(?P<which>\b{_SEVERAL_WEEKDAYS})(?P<hour>(?:,\s*(?:lúc\s+)?|\s*\()\d{{1,2}}(?:h|g|:)\d{{0,2}}\)?)?"
            rf"\s*[,(]?\s*(?:bắt đầu\s+)?từ\s+(?P<day>(?:ngày\s+)?{_DATE})(?!\s*(?:đến|tới|[-–]))\)?",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['which']} hằng tuần từ {found['day']}{found['hour'] or ''}",
        examples=(
            ("tối thứ Tư và thứ Bảy, từ 04/11", "tối thứ Tư và thứ Bảy hằng tuần từ 04/11"),
            ("tối thứ Hai, Tư, Sáu, bắt đầu từ 09/11", "tối thứ Hai, Tư, Sáu hằng tuần từ 09/11"),
            ("thứ Bảy, Chủ nhật (từ ngày 07/11)", "thứ Bảy, Chủ nhật hằng tuần từ ngày 07/11"),
            ("thứ Bảy, từ 07/11 đến 09/11", "thứ Bảy, từ 07/11 đến 09/11"),
        ),
        beside="thứ ",
        within=longer_than_a_week,
    ),
    Turn(
        # Handing in is over then.
        name="handed-in-then",
        says=("nộp", "gửi"),
        pattern=re.compile(
            rf"(?<=\S):\s+(?:nộp|gửi)(?:\s+về\s+[^.;:,()\d]{{2,30}}?)?\s*:?\s*(?:ngày\s+)?(?={_DATE}\s*(?:[.;)]|$))",
            re.IGNORECASE,
        ),
        plainly=": hạn nộp ",
        examples=(
            ("Báo cáo sơ kết: nộp 25/11", "Báo cáo sơ kết: hạn nộp 25/11"),
            ("Báo cáo sơ kết: gửi về Văn phòng ngày 25/11.", "Báo cáo sơ kết: hạn nộp 25/11."),
            ("Nộp báo cáo sơ kết: 25/11", "Nộp báo cáo sơ kết: 25/11"),
        ),
    ),
    Turn(
        # As of which day things are counted.
        name="counted-as-of",
        says=("thời điểm ",),
        pattern=re.compile(
            r"\s*\(?\b(?:tại\s+|đến\s+|tính\s+đến\s+)?thời điểm\s+(?:(?:\d{1,2}h(?:\d\d)?|0 giờ)\s+)?"
            rf"(?:ngày\s+)?{_DATE}\)?",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Nghiệm thu phiếu điều tra chăn nuôi thời điểm 01/10/2026: hạn cuối 30/11.",
                "Nghiệm thu phiếu điều tra chăn nuôi: hạn cuối 30/11.",
            ),
            ("Thời điểm họp: 20/11", "Thời điểm họp: 20/11"),
        ),
    ),
    Turn(
        # Who sets the hour is no part of the name.
        name="hour-set-by-in-brackets",
        says=tuple(f"({time} cụ thể " for time in ("thời gian", "giờ", "ngày", "ngày giờ", "lịch")),
        pattern=re.compile(
            r"\s*\((?:thời gian|giờ|ngày|ngày giờ|lịch) cụ thể (?:do|theo|tùy|tuỳ|căn cứ)\s[^()\n\d]{3,60}\)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Thanh tra đột xuất vào trung tuần tháng 7 (thời gian cụ thể do Viện trưởng quyết định).",
                "Thanh tra đột xuất vào trung tuần tháng 7.",
            ),
        ),
    ),
    Turn(
        # Why one rests then: neither day is the thing's own.
        name="rests-since-another-is-off",
        says=("nghỉ bù)", "nên nghỉ"),
        pattern=re.compile(
            rf"\s*\((?:do\s+|vì\s+)?(?:ngày\s+)?{_DATE}\s+(?:là|trùng|rơi vào|nhằm)(?:\s+(?:vào|với|ngày))*\s+"
            r"(?:thứ bảy|thứ 7|t7|chủ nhật|cn|ngày nghỉ)\s*,?\s*(?:nên|vì vậy)\s+(?:được\s+)?nghỉ[^()\d]{0,20}\)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Nghỉ Giỗ Tổ Hùng Vương: thứ Hai, 15/4 (ngày 14/4 trùng Chủ nhật nên nghỉ bù).",
                "Nghỉ Giỗ Tổ Hùng Vương: thứ Hai, 15/4.",
            ),
        ),
    ),
    Turn(
        # "khai giảng 09/11, bế giảng 13/11": as "từ 09/11 đến 13/11".
        name="begins-and-ends",
        says=("bế giảng",),
        pattern=re.compile(
            rf"\b(?:khai giảng)\s+(?P<thing>[^.;:()\d,]{{0,60}}?)(?:vào\s+)?(?:ngày\s+)?(?P<first>{_DATE})\s*[,;]?\s+"
            rf"(?:và\s+)?bế giảng\s+(?:vào\s+)?(?:ngày\s+)?(?P<last>{_DATE})",
            re.IGNORECASE,
        ),
        plainly=_from_first_to_last,
        examples=(
            (
                "Lớp bồi dưỡng (khai giảng 09/11, bế giảng 13/11)",
                "Lớp bồi dưỡng (từ ngày 09/11 đến ngày 13/11)",
            ),
            (
                "Khai giảng lớp bồi dưỡng ngày 09/11, bế giảng 20/11",
                "lớp bồi dưỡng từ ngày 09/11 đến ngày 20/11",
            ),
            (
                "Lớp bơi: khai giảng 02/8, bế giảng 27/8.",
                "Lớp bơi: khai giảng 02/8; bế giảng 27/8.",
            ),
        ),
    ),
)
