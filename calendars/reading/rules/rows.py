"""Rows of a standing paper's table as lines: "Khiêu vũ | 3-5 | 19h | Phòng 2 | Tháng 6 nghỉ" is one sentence of a rule.

What a row's last cell remarks ("Nghỉ 30/4", "Bắt đầu từ 11/4", "Trùng Chủ nhật thì chuyển sang thứ Hai") bounds the
rule in its other cells, and is read with them only where they stand together.
"""

import re
from dataclasses import replace

from calendars.layouts.layout import Item
from calendars.reading.blocks.repeated_days import weekdays_told

_FIGURES = r"[2-7](?:\s?(?:,|và|&|-|–|;)\s?(?:[2-7]|cn))*"
_BARE = re.compile(
    rf"(?P<part>(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?)(?:các ngày\s+)?(?:thứ\s+)?(?P<days>{_FIGURES})"
    r"(?P<often>\s+(?:hằng|hàng|mỗi)\s+tuần)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:thứ|chủ nhật|cn|t[2-7])\b", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:hằng|hàng|mỗi|lần|cách|tháng|quý|đầu|cuối)\b", re.IGNORECASE)
_REMARK = re.compile(
    r"(?:(?:tạm\s+|riêng\s+)?(?:nghỉ|trừ|không\s+\w+)\s+.{2,60}"
    r"|(?:riêng\s+)?(?:các\s+)?tháng\s+\d{1,2}.{0,30}\b(?:nghỉ|không\s+\w+)"
    r"|(?:(?:bắt đầu|khai giảng|kể)\s+)?(?:từ\s+)?(?:ngày\s+)?\d{1,2}/\d.{0,40}"
    r"|(?:nếu\s+)?trùng\s.{4,90}|(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}/\d.{0,12}"
    r"|riêng\s.{4,80}|tháng\s+\d{1,2}\s?:\s?(?:ngày\s+)?\d{1,2})[.;]?",
    re.IGNORECASE,
)
_OF_A_MONTH = re.compile(r"^tháng\s+(?P<month>\d{1,2})\s?:\s?(?:ngày\s+)?(?P<day>\d{1,2})$", re.IGNORECASE)
_RESTS_ON = re.compile(r"^(?:tạm\s+)?nghỉ\s+(?=\d)", re.IGNORECASE)
_FROM = re.compile(r"^(?:khai giảng\s+(?:từ\s+)?|từ\s+)?(?=(?:ngày\s+)?\d{1,2}/\d)", re.IGNORECASE)
_SINCE = re.compile(  # "8h sáng Chủ nhật, bắt đầu 14/01", "thứ Tư (từ ngày 17/01), 18h"
    r"^(?P<before>[^/]{4,60}?)\s*[,;(]\s*(?:(?:(?:bắt đầu|khai giảng|kể)\s+)(?:từ\s+)?|từ\s+)(?:ngày\s+)?"
    r"(?P<first>\d{1,2}/\d{1,2}(?:/\d{4})?)\)?(?P<behind>[^/]{0,40})$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:hằng|hàng|mỗi|các)\b", re.IGNORECASE)
_DATE = r"(?:(?:thứ\s+[^\W_]+|chủ nhật)[\s,]+)?(?:ngày\s+)?(?:\d{1,2}/\d{1,2}(?:/\d{4})?)"
_RESTS_ONCE = re.compile(  # "Họp tổ nghiệp vụ (riêng ngày 18/10 nghỉ)", beside "Thứ Sáu hằng tuần"
    rf"\s*\((?:riêng\s+)?(?P<days>{_DATE}(?:(?:\s*,\s*|\s+và\s+){_DATE}){{0,4}})[\s,]+(?:thì\s+|được\s+|tạm\s+)?"
    r"(?:nghỉ(?! bù)|không\s+(?:tổ chức|họp|sinh hoạt|giao ban|tiếp|học|tập))[^()\d]{0,40}\)"
    rf"|\s*\((?:riêng\s+)?(?:nghỉ|trừ)\s+(?P<rest>{_DATE}(?:(?:\s*,\s*|\s+và\s+){_DATE}){{0,4}})\)",
    re.IGNORECASE,
)
_TO = re.compile(r"\s[-–]\s|\sđến\s", re.IGNORECASE)


def as_line(item: Item) -> Item:
    """A row of a rule's table with its weekdays by name, and as one line where its remark bounds it."""
    if not item.day or item.children:
        return item
    day = item.day.strip()
    if (bare := _BARE.fullmatch(day)) and not day.lower().startswith("thứ"):
        day = f"{bare['part']}{weekdays_told(bare['days'])}{bare['often'] or ''}"
    day = _since(day)
    note = (item.note or "").strip(" .")
    if not item.text or not _REMARK.fullmatch(note):
        return item if day == item.day else replace(item, day=day)
    if _WEEKDAY.search(day) and not _OFTEN.search(day):
        day = f"{day} hằng tuần"
    remark = _RESTS_ON.sub("trừ các ngày ", note)
    remark = _OF_A_MONTH.sub(r"riêng tháng \g<month> vào ngày \g<day>", _FROM.sub("bắt đầu từ ", remark))
    if _TO.search(remark):
        remark = remark.replace("trừ các ngày", "trừ từ ngày")
    said = " ".join(filter(None, (item.time, day[:1].lower() + day[1:])))
    bracketed = remark[:1].lower() + remark[1:]
    return replace(item, text=f"{item.text}: {said} ({bracketed})", day=None, time=None, note=None)


def _since(day: str) -> str:
    """The weekday of a row with the day from which it holds, as what is every week from then on."""
    found = _SINCE.match(day)
    if found is None:
        return day
    which = found["before"] + found["behind"]
    if not _WEEKDAY.search(which) or _OFTEN.search(which):
        return day
    return f"{which} hằng tuần, bắt đầu từ ngày {found['first']}"


def without_rests(item: Item) -> Item:
    """A row of what is held again and again, the days on which its text says that it rests told beside its day."""
    if not item.day or "(" not in item.text or not _EACH.search(item.day):
        return item
    found = _RESTS_ONCE.search(item.text)
    if found is None:
        return item
    days = ", ngày ".join(re.findall(r"\d{1,2}/\d{1,2}(?:/\d{4})?", found["days"] or found["rest"]))
    text = item.text[: found.start()] + item.text[found.end() :]
    return replace(item, text=text, day=f"{item.day}, trừ ngày {days}")
