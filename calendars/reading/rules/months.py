"""A standing rule tells of every month what it tells of "the month": "ngày làm việc cuối cùng của tháng".

What is hard is that the same words in a programme are of its one month, so that each way of writing them is put once
more as a repeat and read again; what the rule leaves out ("trừ tháng 7") is read with it (reference section B.5).
"""

import re

from calendars.grammar.rule import Reading
from calendars.reading.scope import Scope
from calendars.reading.timing.understanding import understood
from calendars.recurrence import Recurrence
from calendars.when import Day, Days, Repeat, Span, Undated

# In a standing rule "trước 10 giờ thứ Sáu" is of every week.
BARE_WEEKDAY = re.compile(r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|ch[ủú]a? nhật)$", re.IGNORECASE)
# "19h00 - 20h30, thứ 3 và 5"
_WEEKDAYS = re.compile(
    r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7])"
    r"(?:(?:\s*,\s*|\s+và\s+|\s*[-&]\s*)(?:(?:thứ\s+|t)?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn))+$",
    re.IGNORECASE,
)
# "Chúa nhật: 5h30": the day before its hours.
_WEEKDAY_FIRST = re.compile(
    r"(?P<day>(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|ch[ủú]a? nhật))\s*[:,]?\s+"
    r"(?=(?:từ\s+|lúc\s+)?\d{1,2}\s?(?:h|g|:))",
    re.IGNORECASE,
)
_OF_A_MONTH = re.compile(r"(?:\s*(?:của|trong))?\s*\btháng\b(?!\s*\d)", re.IGNORECASE)
_END_OF_MONTH = re.compile(r"(?P<end>đầu|cuối)\s+tháng\b", re.IGNORECASE)
_ENDS = {"đầu": "đầu tiên", "cuối": "cuối cùng"}
_EXCEPTION = re.compile(
    r"\(?\b(?:trừ|nghỉ (?=(?:các )?tháng \d)|không (?:họp|tổ chức) (?:vào )?)\s*(?:các\s+)?[^();.]*\)?",
    re.IGNORECASE,
)
# "Ngày 10 của tháng: Chào cờ, tại Hội trường; nếu trùng ngày nghỉ thì ...": told behind the thing.
_DAY_OFF = re.compile(
    r"\b(?:(?:nếu|trường hợp|khi)\s+(?:[^.;()\d]{1,30}\s)?)?(?:trùng|rơi|gặp|vướng)\s+[^.;()]*\bngày\s[^.;()]*",
    re.IGNORECASE,
)
_OF_EVERY_MONTH = re.compile(r"\b(?:báo cáo|mỗi|hằng|hàng)\s+tháng\b[^.;\d]{0,30}$", re.IGNORECASE)
_MONTHLESS = re.compile(
    r"(?P<month>(?:vào\s+)?tháng\s+\d{1,2}[\s,:]*)?\D*?(?P<days>(?:các\s+)?ngày\s+\d{1,2}(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?\d{1,2})*)",
    re.IGNORECASE,
)
_IN_MONTHS = re.compile(  # "tháng 3, tháng 6, tháng 9, tháng 12, ngày 15"
    r"(?:các\s+)?tháng\s+\d{1,2}(?:\s*(?:,|;|và)\s*(?:tháng\s+)?\d{1,2}\b)+[\s,:]*(?:vào\s+)?$", re.IGNORECASE
)
_PART = re.compile(r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s+", re.IGNORECASE)
_IN_WEEK = re.compile(r"\s*(?:của|trong)\s+tuần\s*$", re.IGNORECASE)  # "từ thứ Hai đến thứ Sáu trong tuần"
# How often, before the days themselves: "02 ngày trong tháng: ngày 08 và ngày 23".
_SO_MANY = re.compile(
    r"(?<!\S)\d{1,2} (?:ngày|buổi|lần|kỳ) ?(?:trong|/|mỗi|hằng|hàng|một) ?tháng\W+(?:vào )?(?=các ngày|ngày)"
)
# "ngày 28 hằng tháng (kể cả tháng 02), buổi tối": of a rule without exception
_EVEN_THEN = re.compile(r"\s*\((?:kể )?cả (?:các )?(?:tháng|ngày lễ|ngày nghỉ)[^()]{0,40}\)", re.IGNORECASE)
_IN_FORCE = re.compile(  # "Thực hiện kể từ ngày 01/7/2016.", below the hours of all
    r"\n\W*(?:lịch này |quy định này )?(?:được )?(?:thực hiện|áp dụng|có hiệu lực) (?:kể )?từ (?:ngày )?"
    r"\d{1,2}/\d{1,2}/\d{4}\s?(?=\.|\n|$)",
    re.IGNORECASE,
)
_WEEKS_OF_ANY = frozenset(("weekdays", "weeks-of-a-month"))
_LONG = 40  # days of a period that is longer than a month


def without_count(text: str) -> str:
    """The text of a rule without how often, where the days stand behind it ("02 ngày trong tháng: ngày 08, 23").

    A line among others that only says from when the rule holds goes, too.
    """
    if "\n" in text:
        text = _IN_FORCE.sub("", text)
    if "tháng" not in text:
        return text
    return _SO_MANY.sub("", _EVEN_THEN.sub("", text) if "(" in text else text)


def every_month(text: str, reading: Reading, scope: Scope) -> Reading:
    """In a standing rule "ngày làm việc cuối cùng của tháng" is of every month, and "(trừ tháng 7)" belongs to it."""
    begin, end = reading.at
    period = scope.context.period
    phrase = text[begin:end]
    own = _EXCEPTION.search(phrase) if "trừ" in phrase or "nghỉ" in phrase else None
    if own and not phrase[own.end() :].strip(" ,;"):
        phrase = phrase[: own.start()].rstrip(" ,;(")  # "Chủ nhật, trừ tháng 6, tháng 7"
    long = period is None or len(period) > _LONG
    if isinstance(reading.when, Day) and "the-month" in reading.rules and long:
        phrase = _OF_A_MONTH.sub(" hằng tháng", phrase, count=1)
    elif isinstance(reading.when, (Day, Days)) and set(reading.rules) >= _WEEKS_OF_ANY and long:
        phrase = phrase if "tháng" in phrase else f"{phrase} hằng tháng"  # "thứ Tư tuần 2, tuần 4"
    elif isinstance(reading.when, Day) and {"weekdays", "part-of-a-month"} <= set(reading.rules) and long:
        phrase = _END_OF_MONTH.sub(lambda found: f"{_ENDS[found['end'].lower()]} hằng tháng", phrase)
    elif (
        isinstance(reading.when, (Day, Days))
        and (long or _OF_EVERY_MONTH.search(text[: text.find("ngày", begin)]))
        and (days := _MONTHLESS.fullmatch(bare := phrase.partition(" (")[0]))
    ):
        remark, phrase = phrase.partition(" (")[2], bare
        named = _IN_MONTHS.search(text[: begin + days.start("days") if days["month"] else begin])
        if days["month"] and not named:
            return reading
        part = _PART.match(phrase)
        phrase = phrase[phrase.lower().index("trước ngày" if "trước ngày" in phrase else "ngày") :]
        phrase = f"{part[0]}{phrase}" if part else phrase
        if named:
            begin = named.start()
            months = ", ".join(re.findall(r"\d+", named[0]))
            phrase = f"{phrase} các tháng {months} hằng năm"
        else:
            phrase += f" hằng tháng ({remark})" if remark else " hằng tháng"
    elif (
        isinstance(reading.when, (Day, Days, Undated))
        and (BARE_WEEKDAY.search(phrase) or _WEEKDAYS.search(phrase))
        and "/" not in phrase
        and "day-of-month" not in reading.rules  # "Ngày 20 (thứ Năm)" of one month
    ):
        phrase += " hằng tuần"
    elif (
        isinstance(reading.when, (Day, Undated))
        and "/" not in phrase
        and (first := _WEEKDAY_FIRST.match(phrase))
    ):
        phrase = f"{first['day']} hằng tuần, {phrase[first.end() :]}"
    elif isinstance(reading.when, Span) and "weekdays-from-to" in reading.rules and "/" not in phrase:
        phrase = f"{_IN_WEEK.sub('', phrase)} hằng tuần"
    elif not isinstance(reading.when, Repeat):
        return reading
    line_end = text.find("\n", end)
    exception = own or _EXCEPTION.search(text, end, line_end if line_end >= 0 else len(text))
    day_off = _DAY_OFF.search(text, end) if "trùng" in text or "nghỉ" in text else None
    if day_off and not _is_of_another_line(text, end, day_off.start()):
        phrase = f"{phrase}, {day_off[0]}"
    for tried in ([f"{phrase} {exception[0]}"] if exception else []) + [phrase]:
        for other in understood(tried, scope.context).readings:
            if isinstance(other.when, Repeat) and _says_as_much(other.when.recurrence, reading):
                due = reading.deadline or other.deadline
                return other._replace(when=_rolling_as(other.when, reading), at=(begin, end), deadline=due)
    return reading


def _is_of_another_line(text: str, end: int, begin: int) -> bool:
    """Whether words behind a reading stand in a line below, and not at its beginning: it tells something of its own."""
    line = text.rfind("\n", end, begin)
    return line >= 0 and any(c.isalpha() for c in text[line:begin])


def _rolling_as(when: Repeat, reading: Reading) -> Repeat:
    """A repeat that rolls from a day off, and leaves days out, as the reading says where it does not itself."""
    rule = reading.when.recurrence if isinstance(reading.when, Repeat) else None
    if reading.when.hours.start and not when.hours.start:
        when = when._replace(hours=reading.when.hours)  # told further off: "..., bắt đầu lúc 19h30"
    own = when.recurrence
    if rule is not None:  # "thứ 4 hằng tuần, phòng 12 (nghỉ ngày 07 và 14/02)"
        own = own._replace(roll=own.roll or rule.roll, left_out=own.left_out or rule.left_out)
    return when._replace(recurrence=own)


def _says_as_much(recurrence: Recurrence, reading: Reading) -> bool:
    if not isinstance(reading.when, Repeat):
        return True
    other = reading.when.recurrence
    return (recurrence.frequency, recurrence.by_day, recurrence.by_month_day) == (
        other.frequency,
        other.by_day,
        other.by_month_day,
    )
