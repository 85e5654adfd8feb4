"""A notice that tells in one sentence what was planned and in the next to when it is put off.

"... dự kiến tổ chức ngày 18/10. Do mưa bão, ... quyết định hoãn, lùi sang tuần đầu tháng 11": the grammar reads each
sentence by itself; here the earlier day becomes the old one. What is hard is that the new time may be a mere window,
which elsewhere beside a firm day is only what a thing is about.
"""

import re
from collections.abc import Sequence
from functools import cache

from calendars.grammar.rule import Reading
from calendars.layouts.bare import is_bare, without_marks
from calendars.marks import Status
from calendars.reading.timing.precedence import OLD, has_day
from calendars.when import Day, Hours, Undated, Window, with_hours

_TO = re.compile(
    r"\b(?:lùi|chuyển|dời|dịch|đẩy|hoãn)\s+(?:lại\s+)?(?:(?:ngày|thời gian|lịch|hội nghị|cuộc họp|buổi họp|kỳ họp"
    r"|đại hội)\s+)?"
    r"(?:(?:trên|này|nói trên|nêu trên)\s+)?(?:tổ chức\s+)?(?:sang|đến|vào|tới)\s+(?:(?:lúc|hồi)\s+)?$"
    r"|\bhoãn\s+(?:(?!từ\s)[^\W\d_]+\s+){1,6}(?:sang|đến|tới)\s+$"
    r"|\b(?:lùi|chuyển|dời|dịch|đẩy)\s+(?:lại\s+)?(?:thời gian|lịch|ngày)\s+(?:(?!từ\s)[^\W\d_]+\s+){1,10}sang\s+$"
    r"|\b(?:tổ chức|họp|diễn ra|tiến hành|khai mạc)\s+(?:lại|bù)\s*:?\s+(?:(?:vào|dự kiến|khoảng)\s+)*$",
    re.IGNORECASE,
)
_LEADING = ("sang", "đến", "vào", "tới", "lúc", "hồi", "lại", "bù", "dự kiến", "khoảng")
_STAYS_THEN = re.compile(  # "vòng 1 từ 23 đến 25/10 (không thay đổi); vòng 2 chuyển sang ngày 31/10"
    r"[^;\n]{0,8}\b(?:không (?:có gì )?(?:thay )?đổi|giữ nguyên|vẫn (?:như|theo|giữ))\b[^;\n]{0,80};",
    re.IGNORECASE,
)
_NEAR, _FAR = 40, 90
_BOTH = 2
_SAME_HOUR = re.compile(
    r"\bvẫn(?:\s+(?:bắt đầu|diễn ra|tổ chức|giữ nguyên))?\s+(?:lúc|vào lúc|từ|thời gian|giờ)\s"
    r"|\bgiữ nguyên (?:giờ|khung giờ)\b|\bcùng (?:khung )?giờ\s+(?=\d)|\bcung gio\s+(?=\d)",
    re.IGNORECASE,
)


_HOUR_AS_BEFORE = re.compile(  # "giờ như cũ (5h30 - 8h30)", "vẫn 14h00"
    r"\b(?:giờ|khung giờ|thời gian)\b[^,.;()\n]{0,25}?\s(?:vẫn\s+)?(?:không (?:có gì )?(?:thay )?đổi|giữ nguyên|như cũ)"
    r"\s*[:,(]?\s*(?:(?:từ|lúc|là)\s+)*\d{1,2}\s?(?:h|g|giờ|:)"
    r"|\bvẫn\s+(?:(?:bắt đầu|lúc|từ|vào|khai mạc|họp|giữ|giờ|là)\s+)*\d{1,2}\s?(?:h|g|giờ|:)"
    r"|\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d\d)?\s+như (?:cũ|đã (?:báo|thông báo))",
    re.IGNORECASE,
)
_HOUR_STAYS = re.compile(
    r"\b(?:giờ(?:\s+(?:khai mạc|họp|bắt đầu|tổ chức|thi|học|tiếp|làm việc))?|thời gian (?:bắt đầu"
    r"|trong ngày)|khung giờ)"
    r"(?:\s*(?:,|và)\s*(?:giờ|(?:địa điểm|thành phần|nội dung|nơi)\b[^,.;():\d]{0,25}?(?:\([^()]{1,40}\))?)){0,3}\s+"
    r"(?:vẫn\s+)?(?:không (?:có gì )?thay đổi|không đổi|giữ nguyên|như cũ)"
    r"|(?:\b(?:sang|vào|đến|lại)\s+|[,(]\s*)(?:cùng|đúng) (?:khung )?giờ\b(?! hành chính)"
    r"|(?<=[\w)] )cùng (?:khung )?giờ(?= *(?:[.;,)]|$))",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r",?\s*(?:cùng ngày|trong ngày|của ngày đó)\b", re.IGNORECASE)
_EXTENDED = re.compile(
    r"\b(?:lùi|gia hạn|kéo dài)\s+(?:thời hạn\s+|thêm\s+)?(?:(?:sang|đến|tới)\s+)?$", re.IGNORECASE
)


def extended(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, a deadline before "được lùi đến hết ngày ..." as the old one."""
    for place, reading in enumerate(readings):
        before = readings[:place]
        if (
            reading.deadline
            and any(r.deadline for r in before)
            and _EXTENDED.search(text[: reading.at[0]][-_NEAR:])
        ):
            return [
                *(r._replace(status=Status.POSTPONED) if r.deadline else r for r in before),
                *readings[place:],
            ]
    return list(readings)


def moved_to(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, those before "lùi sang" as the old time, and a window behind it as the new one, still open."""
    readings = _hours_on_their_day(readings)
    readings = [_on_the_day_before(text, reading, readings[:n]) for n, reading in enumerate(readings)]
    is_new = [is_moved_to(text, reading) for reading in readings]
    first = is_new.index(True) if True in is_new else len(readings)
    if any(reading.status in OLD for reading in readings[:first]):
        return [_as_new(r) if new else r for r, new in zip(readings, is_new, strict=True)]
    if len(readings) == 1 and readings[0].status in OLD:
        return [readings[0]._replace(status=Status.CONFIRMED)]  # what was planned, another paragraph tells
    for place, reading in enumerate(readings[first:], first):
        before = {
            n
            for n, r in enumerate(readings[:place])
            if has_day(r) and not r.deadline and not _STAYS_THEN.match(text, r.at[1], reading.at[0])
        }
        if any(is_new[n] for n in before):
            break  # each of several things is moved, and none of their days is the old one of another
        if before and has_day(reading) and is_new[place]:
            open_yet = isinstance(reading.when, Window)
            new = reading._replace(status=Status.TENTATIVE if open_yet else Status.CONFIRMED)
            return [
                *(
                    r._replace(status=Status.POSTPONED) if n in before else r
                    for n, r in enumerate(readings[:place])
                ),
                new,
                *readings[place + 1 :],
            ]
    return list(readings)


def _hours_on_their_day(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, an hour and the one to which it is moved on the only day told beside them.

    "Họp giao ban ngày 14/10: chuyển từ 14h00 sang 9h00".
    """
    hours = [r for r in readings if isinstance(r.when, Undated) and r.when.hours.start and not r.deadline]
    days = [r for r in readings if isinstance(r.when, Day)]
    old = [r for r in hours if r.status in OLD]
    if len(days) != 1 or days[0].when.hours.start or days[0].deadline or len(hours) != _BOTH or len(old) != 1:
        return list(readings)
    when = days[0].when
    told = days[0]._replace(status=old[0].status)
    return [
        told if r is days[0] else r._replace(when=with_hours(when, r.when.hours)) if r in hours else r
        for r in readings
    ]


def _on_the_day_before(text: str, reading: Reading, before: Sequence[Reading]) -> Reading:
    """An hour to which something is moved "cùng ngày", on the day that a sentence before it tells."""
    if not isinstance(reading.when, Undated) or not _SAME_DAY.match(text, reading.at[1]):
        return reading
    days = [each.when for each in before if isinstance(each.when, Day) and not each.deadline]
    if not days:
        return reading
    return (
        reading._replace(when=Day(days[-1].day, reading.when.hours))
        if is_moved_to(text, reading)
        else reading
    )


def _as_new(reading: Reading) -> Reading:
    """The time to which something is moved, though the verb before it is that of putting off ("hoãn sang tối ...")."""
    if reading.status not in OLD:
        return reading
    status = Status.TENTATIVE if isinstance(reading.when, Window) else Status.CONFIRMED
    return reading._replace(status=status)


def is_moved_to(text: str, reading: Reading) -> bool:
    """Whether a reading tells to when something is moved."""
    lead = text[max(0, reading.at[0] - _FAR) : reading.at[0]]
    # The verbs are sought only before a word that leads to where something goes, at the very end.
    return lead.rstrip(" :").lower().endswith(_LEADING) and _TO.search(lead) is not None


def _says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text says so, with or without diacritics."""
    if pattern.search(text) is not None:
        return True
    return is_bare(text) and _without_marks(pattern).search(text) is not None


@cache
def _without_marks(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(without_marks(pattern.pattern), pattern.flags)


def kept_hours(text: str, old: Hours, new: Hours) -> tuple[Hours, Hours]:
    """(the hours of the old time, those of the new one), each with the other's where a notice says that the hour stays.

    "vẫn lúc 7h30", "giờ và địa điểm không thay đổi".
    """
    if not old.start and new.start and (_says(_SAME_HOUR, text) or _says(_HOUR_AS_BEFORE, text)):
        return new, new
    if old.start and not new.start and _says(_HOUR_STAYS, text):
        return old, old
    return old, new
