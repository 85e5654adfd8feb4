"""Several standing things told in one line of a rule, each as a line of its own.

"7h00 các ngày làm việc (riêng thứ Hai 7h30)" is of Mondays and of the other days, "ngày 15 hằng tháng (khối A), ngày 16
(khối B)" of two groups, and "02 lần/năm, tháng 6 và tháng 12" of two times in the year. What is hard is that an hour or
a weekday beside a repeat is mostly its own (reference section B.5).
"""

import re

from calendars.reading.rules.shortly import CLOCK, DAY, DAYS, HOURS, NO_DATE, put_shortly
from calendars.reading.spans import colon
from calendars.times import DaySpan

_HOUR = rf"(?:{HOURS}|(?:từ\s+)?{CLOCK})"
_LEADS = (
    r"(?:(?:thì|là|chỉ|bắt đầu|mở cửa|mở|họp|tiếp|làm việc|làm|giao ban|sinh hoạt|tổ chức|vào|từ|lúc|hồi|công "
    r"dân)\s+"
    r"|:\s*){0,4}"
)
_OTHER_HOURS = re.compile(  # "(riêng thứ Hai 7h30)", "; riêng thứ Bảy chỉ mở buổi sáng", "(thứ Hai: 7h30)"
    rf"\s*(?:(?P<bracket>\(\s*)(?:riêng\s+)?|[;,.]\s*riêng\s+)(?:(?:các\s+)?ngày\s+)?(?P<days>{DAYS}){NO_DATE}"
    rf"(?:\s+(?:hằng|hàng)\s+tuần)?\s*,?\s*{_LEADS}(?P<hours>{_HOUR}|(?:buổi\s+)?(?:sáng|chiều|tối))\s*"
    r"(?:(?(bracket)\))|(?=[.;]|$))",
    re.IGNORECASE,
)
_HELD_OFTEN = re.compile(
    r"\b(?:hằng|hàng|mỗi)\s+(?:ngày|tuần)\b|\b(?:các|mọi) ngày (?:làm việc|trong tuần)|\bđến\s+(?:hết\s+)?"
    r"(?:thứ|chủ nhật)"
    r"|\bthứ\s+\w+\s*[-–]\s*thứ\s",
    re.IGNORECASE,
)
_OPENS_WITH_DAYS = re.compile(rf"(?:từ\s+|các\s+)?(?:ngày\s+)?{DAY}{NO_DATE}", re.IGNORECASE)
_TWO_SESSIONS = re.compile(rf"{HOURS}\s*(?:[,;/]|và)\s*(?:(?:buổi\s+)?chiều:?\s+)?{HOURS}", re.IGNORECASE)
_SAYS_DAYS = (
    r"(?:(?:các\s+)?(?:buổi\s+)?(?:(?:sáng|chiều|tối)\s+)?(?:(?:các\s+)?ngày\s+)?(?:từ\s+)?"
    rf"{DAYS}(?:\s*(?:đến|-|–)\s*{DAY})?)"
)
_ONLY_TIMES = re.compile(  # "17h - 19h thứ 2, 3, 4", "sáng thứ 7 từ 7h đến 11h"
    rf"(?:{_HOUR}\s*,?\s*{_SAYS_DAYS}|{_SAYS_DAYS}\s*[,:(]?\s*(?:lúc\s+)?{_HOUR}\)?)(?:\s+(?:hằng|hàng)\s+tuần)?",
    re.IGNORECASE,
)
_THING_OF_A_DAY = re.compile(
    rf"(?P<days>{DAYS})\s*:\s*(?P<what>[^\d:;,()]{{2,50}}?),?\s+(?:lúc\s+)?(?P<hours>{_HOUR})", re.IGNORECASE
)
_AFTER_DAYS = re.compile(rf"(?P<days>{DAY}.{{0,60}}?{HOURS})\s*,\s*(?=(?:từ\s+)?{DAY})", re.IGNORECASE)
_OFTEN = r"(?:hằng|hàng|mỗi)\s+(?:tuần|tháng)"
_GROUP = r"\((?P<{0}>[^\W\d_][^():;]{{1,40}})\)"
_ONE_DAY = rf"(?:(?:vào\s+)?(?:ngày\s+\d{{1,2}}(?!\s*[/\d])|(?:(?:sáng|chiều|tối)\s+)?{DAY}))"
_OF_GROUPS = re.compile(
    rf"(?P<first>{_ONE_DAY})(?:\s+{_OFTEN})?\s*{_GROUP.format('group')}"
    rf"(?P<others>(?:\s*(?:[,;]|,?\s*và)\s*{_ONE_DAY}(?:\s+{_OFTEN})?\s*\([^\W\d_][^():;]{{1,40}}\)){{1,5}})"
    rf"(?P<rest>[^;\n]*)",
    re.IGNORECASE,
)
_EACH_GROUP = re.compile(rf"(?P<day>{_ONE_DAY})(?:\s+{_OFTEN})?\s*{_GROUP.format('group')}", re.IGNORECASE)
_NO_GROUP = re.compile(r"(?:nếu|trừ|trùng|riêng|dự kiến|từ|đến|trước|sau|nghỉ|kể cả|cả)\b", re.IGNORECASE)
_MONTH = r"(?:(?:đầu|giữa|cuối|trong)\s+)?tháng\s+(?:1[0-2]|0?[1-9])(?![\d/-]|\.\d|\s*/\s*\d)"
_IN_MONTHS = re.compile(
    r"(?:(?:(?:mỗi|một|hằng|hàng)\s+năm\s+(?:0?2|0?3|hai|ba)\s+(?:lần|kỳ|đợt)|(?:0?2|0?3|hai|ba)\s+(?:lần|kỳ"
    r"|đợt)\s*"
    r"(?:/|trong|mỗi|một)?\s*(?:một\s+)?năm|(?:0?6|sáu)\s+tháng\s*(?:/|một|0?1)\s*(?:0?1\s+|một\s+)?lần)"
    r"\s*[,:(]?\s*"
    r"(?:dự kiến\s+)?|(?=(?:vào\s+|dự kiến\s+)?(?:đầu|giữa|cuối)\s+tháng[^,;]{0,4}(?:,|và))"
    r"|(?=(?:vào\s+)?(?:các\s+)?tháng\s+\d{1,2}(?:(?:,| và)\s+(?:tháng\s+)?\d{1,2}\b){2,}))(?:vào\s+|dự "
    r"kiến\s+|tổ chức\s+|các\s+)*"
    rf"(?P<months>{_MONTH}(?:(?:\s*,\s*|\s+và\s+|\s*;\s*)(?:vào\s+)?(?:{_MONTH}|(?:1[0-2]|0?[1-9])(?![\w/.])))"
    r"{1,3})\)?(?P<rest>(?![^.;]*\b(?:ngày\s+\d|thường kỳ|định kỳ|hằng|hàng))[^.;\d]*)[.;]?\s*$",
    re.IGNORECASE,
)
_EACH_MONTH = re.compile(
    r"(?:(?P<part>đầu|giữa|cuối)\s+)?(?:tháng\s+)?(?P<month>1[0-2]|0?[1-9])\b", re.IGNORECASE
)
_A_YEAR = 370  # days


def each_told(text: str, period: DaySpan | None) -> list[str]:
    """The text of a standing rule as one for each thing that it tells, each put plainly; mostly it is only one.

    period: that of the rule where it has one; months of the year are of one year alone.
    """
    apart = (
        _with_other_hours(text)
        or _each_weekday_its_thing(text)
        or _weekdays_apart(text)
        or _of_groups(text)
        or _in_months(text, period)
    )
    return [put_shortly(one, period) for one in apart or [text]]


def _with_other_hours(text: str) -> list[str] | None:
    """ "Giao ban: 7h00 các ngày làm việc (riêng thứ Hai 7h30)": of these weekdays, and of the others."""
    found = _OTHER_HOURS.search(text) if "thứ" in text.lower() or "nhật" in text.lower() else None
    stop = colon(text)
    if found is None or stop is None or stop > found.start():
        return None
    before = text[: found.start()]
    if not _HELD_OFTEN.search(before) or ("iêng" not in found[0] and not re.search(CLOCK, before)):
        return None
    rest = text[found.end() :]
    return [
        f"{before}, trừ {found['days']}{rest}",
        f"{text[:stop]}: {found['hours']} {found['days']} hằng tuần{rest}",
    ]


def _each_weekday_its_thing(text: str) -> list[str] | None:
    """ "Lịch học: thứ Hai: Toán 18h - 20h; thứ Tư: Văn 18h": what is held on each of the weekdays."""
    stop = colon(text)
    parts = [part.strip(" .") for part in text[stop + 1 :].split(";") if part.strip(" .")] if stop else []
    told = [_THING_OF_A_DAY.fullmatch(part) for part in parts]
    if len(told) < 2 or not all(told):
        return None
    return [f"{text[:stop]} {one['what']}: {one['hours']} {one['days']} hằng tuần" for one in told if one]


def _weekdays_apart(text: str) -> list[str] | None:
    """ "Thư viện: thứ Hai đến thứ Sáu 8h-12h, 13h-17h; thứ Bảy 8h-12h": a line with two sessions and one without."""
    stop = colon(text)
    if stop is None or (";" not in text and _TWO_SESSIONS.search(text) is None):
        return None
    told = [part.strip(" .") for part in text[stop + 1 :].split(";") if part.strip(" .")]
    if len(told) > 1 and all(_ONLY_TIMES.fullmatch(part) for part in told):
        return [f"{text[:stop]}: {_weekly(part)}" for part in told]
    if _TWO_SESSIONS.search(text) is None:
        return None
    body = _AFTER_DAYS.sub(r"\g<days>; ", text[stop + 1 :])
    parts = [part.strip() for part in re.split(r";|\.\s", body) if part.strip(" .")]
    if len(parts) < 2 or not all(_OPENS_WITH_DAYS.match(part) for part in parts):
        return None
    return [f"{text[:stop]}: {part}" for part in parts if re.search(CLOCK, part)]


def _weekly(part: str) -> str:
    """The words of weekdays and their hours, with how often where they do not say it."""
    return (
        part
        if " tuần" in part
        else re.sub(_SAYS_DAYS, r"\g<0> hằng tuần", part, count=1, flags=re.IGNORECASE)
    )


def _of_groups(text: str) -> list[str] | None:
    """ "Bảo dưỡng: ngày 15 hằng tháng (khối A), ngày 16 (khối B), từ 9h": of each group its own day."""
    found = _OF_GROUPS.search(text) if "(" in text else None
    stop = colon(text)
    often = re.search(_OFTEN, text, re.IGNORECASE) if found else None
    if found is None or often is None or stop is None or stop > found.start():
        return None
    each = list(_EACH_GROUP.finditer(text, found.start(), found.end("others")))
    if any(_NO_GROUP.match(one["group"]) for one in each):
        return None
    between, behind = text[stop + 1 : found.start()], re.sub(_OFTEN, "", found["rest"], flags=re.IGNORECASE)
    return [
        f"{text[:stop]} ({one['group']}):{between}{one['day']} {often[0]}{behind}{text[found.end() :]}"
        for one in each
    ]


def _in_months(text: str, period: DaySpan | None) -> list[str] | None:
    """ "Tổng vệ sinh: 02 lần/năm, tháng 6 và tháng 11" in the rules of one year: in each of the months."""
    stop = colon(text)
    if stop is None or period is None or len(period) > _A_YEAR or "tháng" not in text:
        return None
    found = _IN_MONTHS.match(text, stop + 1 + len(text[stop + 1 :]) - len(text[stop + 1 :].lstrip()))
    if found is None:
        return None
    return [
        f"{text[:stop]}: {one['part'] + ' ' if one['part'] else ''}tháng {one['month']}{found['rest']}"
        for one in _EACH_MONTH.finditer(found["months"])
    ]
