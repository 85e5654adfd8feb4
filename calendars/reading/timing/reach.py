"""How much of an item's text a time takes up, where its words reach into the name of the thing.

"Gửi báo cáo trước ngày 25" and "Sơ kết 6 tháng đầu năm: ngày 30/8" are one time each for the grammar. What is hard is
that the name may stand in the middle of it ("01/02: Giao ban tháng (7h30); ...").
"""

import re

from calendars.grammar.rule import Reading
from calendars.layouts.timelabels import is_time_label
from calendars.layouts.words import fold
from calendars.reading.scope import Scope
from calendars.reading.timing.dayparts import label_part
from calendars.reading.timing.understanding import understood
from calendars.when import Window, with_hours

_COLON = re.compile(r":(?!\d)")
_HANDING_IN = re.compile(
    r"(?:gửi|nộp|báo cáo|đăng ký|trình)\b[^\d:]*?\s"
    r"(?=(?:xong\s+)?(?:trước|chậm nhất|muộn nhất|không muộn|đến hết|trong)\b)",
    re.IGNORECASE,
)
# "báo cáo tháng 12 (xong trước ...)": the month is what the report is about.
_TOPIC_OF_DEADLINE = re.compile(r"(?:tháng|quý|tuần|năm)\s+[\dIVX]+(?:/\d{4})?\s*\(\s*", re.IGNORECASE)
# "kế hoạch tuần 4 trước 16h thứ Sáu": the Friday is not of that week.
_NUMBERED_TOPIC = re.compile(
    r"(?:tháng|quý|tuần)\s+(?:\d{1,2}|[IVX]+)\s+(?:xong\s+)?(?=(?:trước|chậm nhất|muộn nhất|không muộn)\b)",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"(?:\b[Đđ]/c|\b[Đđ]ồng chí|\b[Ôô]ng|\b[Bb]à|\bP?CT|\bP?BT|\bP?GĐ|\bP?HT|\bP?CVP)\.?\s+$"
)
_PARTS_AS_NAMES = ("sang", "chieu")
_SHORT_NAME = 8  # letters
_BARE_LIMIT = re.compile(  # "Hạn nộp hồ sơ" names what is due, "Hạn chót" does not
    r"(?:thời\s+)?hạn(?:\s+(?:chót|cuối|cùng|nộp|gửi|nhận|đăng ký|hoàn thành|báo cáo|là|về))*"
    r"|(?:trước|chậm nhất|muộn nhất|đến hết)(?:\s+[^\W_]+){0,2}",
    re.IGNORECASE,
)


def trimmed(text: str, reading: Reading, scope: Scope) -> Reading:
    """A reading without what names the thing: the verb before ("gửi báo cáo trước ...") or the words after a colon."""
    begin, end = reading.at
    if verb := _HANDING_IN.match(text, begin, end):
        return reading._replace(at=(verb.end(), end))
    if reading.deadline and (topic := _TOPIC_OF_DEADLINE.match(text, begin, end)):
        return reading._replace(at=(topic.end(), end))
    if reading.deadline and (topic := _NUMBERED_TOPIC.match(text, begin, end)):
        due = understood(text[topic.end() : end], scope.context).readings
        return due[0]._replace(at=(topic.end(), end)) if due else reading
    found = _COLON.search(text, begin, end)
    if not found:
        return reading
    if _NAME_BEFORE.search(text[:begin]) and fold(text[begin : found.start()]).strip() in _PARTS_AS_NAMES:
        own = understood(text[found.end() : end], scope.context).readings
        return own[0]._replace(at=(found.end(), end)) if own else reading
    behind = text[found.end() : end]
    label = text[begin : found.start()]
    names = reading.deadline and _BARE_LIMIT.fullmatch(label.strip()) is None and not is_time_label(label)
    if names and found.start() - begin > _SHORT_NAME and is_time_label(behind):
        return reading._replace(at=(found.end(), end))  # "Hạn đăng ký đề tài: 17h00 ngày 09/6"
    if is_time_label(behind):
        return reading
    before = understood(text[begin : found.start()], scope.context).readings
    if not before and (part := label_part(text[begin : found.start()])):
        return part._replace(at=(begin, found.start()))  # "Sáng: Giao ban đầu tuần"
    if not before:
        return reading
    alone = understood(behind, scope.context).readings if isinstance(before[0].when, Window) else ()
    if len(alone) == 1 and alone[0].when == reading.when:
        return reading  # "Sơ kết 6 tháng đầu năm: ngày 30/8 (thông báo sau)": before the colon is what it is about
    told = before[0].when
    if reading.when.hours and not told.hours.start and reading.when == with_hours(told, reading.when.hours):
        told = reading.when  # "01/02: Giao ban tháng (7h30); ...": the hour is behind its thing
    return before[0]._replace(at=(begin, found.start()), when=told)
