"""Times of one thing that stand apart, put together: days and their hours, a beginning and its end.

What is hard: "đến" leads to an end, to an hour of arrival and to what a meeting goes on to; only behind a name, in a
bracket or with "hết" is it taken for when the thing ends.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.grammar.rule import Reading
from calendars.layouts.timelabels import tells_an_hour
from calendars.layouts.words import fold
from calendars.reading.timing.outranking import names_a_week, narrows
from calendars.times import DayPart
from calendars.when import NO_HOURS, Day, Hours, Repeat, Span, Undated, When, Window, with_hours

_EVENING = 19
_NOON = 12
_TO = (("to",), ("to-by-tới",))
_UNTIL = (*_TO, ("until-and-including",))


def with_these_hours(when: When, found: Sequence[Hours]) -> When:
    """The same days with the hours that they still lack, the first found of each kind."""
    hours = when.hours
    for other in found:
        if hours.start is None and hours.end is None and (other.start or other.end):
            hours = hours._replace(start=other.start, end=other.end)
        elif hours.start and not (hours.end or other.start) and other.end and other.end > hours.start:
            hours = hours._replace(end=other.end)  # "8h00: lễ kỷ niệm (đến 10h30)"
        elif (
            hours.end
            and not (hours.start or other.end)
            and other.start
            and (other.start < hours.end or isinstance(when, Span))
        ):
            # "13h30", and in the next cell "Test nhanh (đến 16h30)"; the end is of another day where there are several
            hours = hours._replace(start=other.start)
        elif hours.end and other.end and other.start and other.start > hours.end:
            hours = hours._replace(
                end=other.end, part=DayPart.ALL_DAY
            )  # "sáng 7h30 - 11h00, chiều 13h30 - 16h30"
        if hours.part is None and other.part is not None:
            hours = hours._replace(part=other.part)
        elif hours.part is DayPart.MORNING and hours.start and hours.start.hour >= _NOON:
            hours = hours._replace(part=None)  # "(buổi sáng tổng duyệt, 19h00 thi chính thức)"
        if hours.end_part is None and other.end_part is not None and isinstance(when, Span):
            hours = hours._replace(end_part=other.end_part)
    if hours.part is DayPart.AFTERNOON and hours.start and hours.start.hour >= _EVENING:
        hours = hours._replace(part=None)  # "19h30: Biểu diễn" in the column of the afternoon
    return when if hours == when.hours else with_hours(when, hours)


def together(when: When, dated: Sequence[Reading], text: str) -> When:
    """Two days of one item: a beginning and an end, or the whole stretch told again."""
    for other in dated:
        if (
            other.when == when
            or isinstance(other.when, (Window, Repeat, Undated))
            or names_a_week(other, text)
        ):
            continue
        if isinstance(other.when, Span) and other.when.last and narrows(when, other.when):
            hours = when.hours if isinstance(when, Day) and when.day == other.when.first else NO_HOURS
            when = with_these_hours(other.when, [hours])
        elif isinstance(when, Span) and isinstance(other.when, Day) and other.when.day == when.first:
            when = with_these_hours(when, [other.when.hours])
        elif isinstance(when, Span) and isinstance(other.when, Day) and other.when.day == when.last:
            when = replace(when, hours=when.hours._replace(end=when.hours.end or other.when.hours.start))
        elif isinstance(when, Day) and isinstance(other.when, Day):
            if other.when.day == when.day:
                when = with_these_hours(when, [other.when.hours])
            elif other.when.day > when.day and (
                "until-and-including" in other.rules or _extends(text, other.at[0])
            ):
                end = other.when.hours.end or other.when.hours.start
                when = Span(when.day, other.when.day, when.hours._replace(end=end))
        elif (
            isinstance(when, Day)
            and isinstance(other.when, Span)
            and other.when.last
            and _extends(text, other.at[0])
        ):
            when = Span(when.day, max(other.when.last, when.day), when.hours)
    return when


def until_told(when: When, dated: Sequence[Reading], text: str) -> When:
    """The day of a label with the end that the item tells ("Đi công tác (đến hết ngày 09/4)")."""
    for reading in dated:
        if isinstance(when, Day) and isinstance(reading.when, Day) and is_end(reading, when, text):
            end = when.hours.end or reading.when.hours.end
            return Span(when.day, reading.when.day, when.hours._replace(end=end))
    return when


def lasting_until(label: Sequence[Reading]) -> Sequence[Reading]:
    """The readings of a label of which the second tells until when what opens on the first day lasts, as one.

    "Thời gian: Khai mạc 8h30 ngày 17/5, mở cửa đến hết ngày 16/6".
    """
    if len(label) != 2 or label[1].rules[:1] not in _UNTIL:
        return label
    first, last = label[0].when, label[1].when
    if not (isinstance(first, Day) and isinstance(last, Day) and first.day < last.day) or last.hours:
        return label
    return [label[0]._replace(when=Span(first.day, last.day, first.hours))]


def of_its_end(reading: Reading, first: Reading) -> Reading:
    """The hours of another day of a label; those of its last day as the end ("20 - 24/11, bế mạc chiều 24/11")."""
    hours, days = reading.when.hours, first.when
    last = days.last if isinstance(days, Span) else None
    if last is not None and isinstance(reading.when, Day) and reading.when.day == last:
        hours = Hours(end=hours.end or hours.start, end_part=hours.end_part or hours.part)
    return reading._replace(when=Undated(hours))


def closing(reading: Reading, text: str) -> Reading:
    """An hour behind "đến" and a name, or in a bracket, as the end that it is: "8h00: lễ kỷ niệm (đến 10h30)"."""
    told = reading.when.hours
    before = text[: reading.at[0]].rstrip(" đếntới")
    if reading.rules[:1] not in _TO or told.end or (not before.endswith("(") and not before[-1:].isalpha()):
        return reading
    return reading._replace(when=Undated(Hours(end=told.start)))


def is_end(reading: Reading, begin: Day, text: str) -> bool:
    """Whether a reading tells until when a thing lasts that begins on this day."""
    told = fold(text[slice(*reading.at)])
    bracketed = text[: reading.at[0]].rstrip().endswith("(") or told.startswith("(")
    opened = told.startswith("keo dai") and tells_an_hour(text[: reading.at[0]])
    lasts = re.match(rf"\(?\s*(?:keo dai\s+)?den{'' if bracketed or opened else ' het'}\b", told)
    return bool(lasts) and isinstance(reading.when, Day) and reading.when.day > begin.day


def _extends(text: str, place: int) -> bool:
    """Whether the words that lead to a day say that the thing lasts until then."""
    near = fold(text[max(0, place - 25) : place + 16])
    return re.search(r"\b(?:keo dai|dien ra|be mac|ket thuc|den het|cho den)\b", near) is not None
