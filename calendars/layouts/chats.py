"""Chats copied out of a telephone: each message behind the minute at which it was sent and the name of its sender.

"07:42 Vân VP: Cả nhà ơi, ..." below "— Thứ Hai, 14/10/2024 —", "BT Chi bộ (01/12, 19:05): ...", "Cô Hạnh 20:14" over
what she wrote. What is hard is that a schedule's row begins with an hour and somebody too ("07:30 Đ/c Hà: dự họp"):
people send at any minute, and a schedule seldom begins at one that no five divides.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from calendars.documents.document import Line
from calendars.layouts.words import fold

_DAY = r"\d{1,2}[/.-]\d{1,2}(?:[/.-](?:20)?\d\d)?"
_MINUTE = r"\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?"
_WEEKDAY = r"(?:(?:[Tt]hứ\s+(?:[2-7]|[^\W\d]{2,3})|[Cc]hủ nhật|CN|T[2-7])[,\s]{1,2}\s?)?"
_WHEN = (
    rf"(?:{_WEEKDAY}(?:(?P<day>{_DAY})|[Hh]ôm nay|[Hh]ôm qua),?\s+(?:[-–|]\s+)?)?(?:lúc\s+)?(?P<minute>{_MINUTE})"
    rf"(?:,?\s+(?:[-–|]\s+)?{_WEEKDAY}(?:ngày\s+)?(?P<later>{_DAY}))?"
)
_WHO = r"(?P<who>[^\W\d_][^:\n()\[\],]{0,40}?)(?:\s*\([^()\d]{1,20}\))?"
_BEHIND = r"\s*:(?=\s|$)\s*"
_FORMS = (
    re.compile(rf"\s*[\[(]?{_WHEN}[\])]?\s*[-–—|,]?\s*{_WHO}{_BEHIND}"),  # "07:42 Vân VP: ..."
    re.compile(rf"\s*{_WHO}\s*[\[(]{_WHEN}[\])]{_BEHIND}"),  # "BT Chi bộ (01/12, 19:05): ..."
    re.compile(rf"\s*{_WHO}\s*[-–—|,]\s*{_WHEN}{_BEHIND}"),  # "Cô Hạnh - 20:14: ..."
    re.compile(
        rf"\s*{_WHO}(?:\s*[-–—|,:]\s*|\s*[\[(]|\s+){_WHEN}[\])]?\s*$"
    ),  # "Cô Hạnh 20:14" over what she wrote
)
_BESIDE = _FORMS[-1]
_GROUP = re.compile(
    r"\W*(?:nhom|group|zalo|viber|messenger|telegram|facebook|tin nhan|doan chat|trich tin|chat)\b"
)
_DAY_ALONE = re.compile(
    r"\W*(?:(?:thu\s+\w+|chu nhat|cn|t[2-7])?\W*(?:ngay\s+)?"
    r"(?P<day>\d{1,2}(?:[/.-]|\s+thang\s+)\d{1,2}(?:(?:[/.-]|,?\s+(?:nam\s+)?)\d{4})?)|hom nay|hom qua)\W*"
)
_FULL_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]20\d\d")  # "Nhóm Zalo Đoàn xã - xuất ngày 20/9/2025"
_IN_FIGURES = re.compile(r"\s+thang\s+|,?\s+(?:nam\s+)?|[.-]")
_SHORT = re.compile(  # "Đ/c Nga: đã nhận" among messages whose senders have their minute
    r"\s*(?:thầy|cô|anh|chị|bác|chú|em|ông|bà|đ/c|dc|d/c|sếp|thay|co|chi)\s+[^\W\d][^:\n,;.]{0,30}:\s+",
    re.IGNORECASE,
)
_ALL = r"(?:cả nhà|mọi người|bà con|anh chị|các (?:thầy cô|bác|đ/c|chi hội|thôn|tổ|khu))"
_LEADS = re.compile(  # how a message begins before it says anything
    rf"(?:(?:dạ|vâng|dạ vâng|à|ừ|ừm|alo|ok|kính (?:gửi|thưa) [^,.:;\d]{{1,40}}|{_ALL}\s+ơi"
    r"|(?:(?:em|tôi|mình)\s+(?:xin\s+)?)?(?:nhắc (?:thêm|lại|luôn)|nói thêm|bổ sung(?: thêm)?)"
    r"|báo lại|thông báo lại|tiện thể)(?:\s+ạ)?\s*(?:[,:.!]+\s*|$)"
    rf"|(?:dạ|vâng)\s+(?:ạ\b[.,!\s]*)?|(?:kính )?báo (?:cáo )?{_ALL}:?\s+)+",
    re.IGNORECASE,
)
_MANNERS = re.compile(
    r"\s+(?:ạ|nha|nhé|nhe|nghen)(?:\s+(?:mọi người|cả nhà|các thầy cô|thầy cô|anh chị(?: em)?|các bác|các đ/c"
    r"|các bố mẹ|các em|mn))?(?=\s*(?:[.,;!]|$))",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[^.!?]{0,200}\?+\W{0,10}")
_OF_ONESELF = re.compile(  # "Tối mai tôi cũng bận", "Em xin phép vắng sáng 12/3 ạ"
    r"(?<![^.!?;]\s)(?<![^\s])(?![^.!?;]{0,160}\b(?:hoãn|dời|lùi|chuyển|đổi|hủy|huỷ)\b)[^.!?;]{0,60}?"
    r"\b(?:tôi|em|mình|tớ|cháu)\b[^.!?;]{0,40}?\b(?:bận|vắng|ốm|đi công tác|không (?:đi|dự|tham gia|đến|về)"
    r"(?: \w+){0,2} được|(?:đi|đến) (?:muộn|trễ))\b[^.!?;]{0,80}[.!?;]?\s*",
    re.IGNORECASE,
)
_UNDER_NAME = re.compile(  # "Thứ Năm, 2/3/2023 lúc 19:20" below a name, "2 tháng 3, 2023 lúc 19:20 · Đã chỉnh sửa"
    rf"\s*(?:(?:[Tt]hứ\s+\w+|[Cc]hủ nhật|CN|T[2-7])[,\s]+)?(?:ngày\s+)?"
    rf"(?:(?P<day>{_DAY}|\d{{1,2}}\s+[Tt]háng\s+\d{{1,2}}(?:,?\s+(?:năm\s+)?20\d\d)?)|[Hh]ôm nay|[Hh]ôm qua)?,?\s*"
    rf"(?P<at>(?:vào\s+)?lúc\s+)?(?P<minute>{_MINUTE})\s*(?:·.{{0,30}})?"
)
_NAME = re.compile(r"[^\W\d_a-zà-ỹ][^\d:;,.!?\n|]{1,40}")
_LONGEST = 60  # letters
_NEAR_TOP = 3  # lines
_FIVE = 5  # minutes
_FEWEST = 2  # messages
_HOUR = re.compile("[0-9][:h][0-9]{2}")
# Of a line that ends with a stamp, as with "08:14 PM" or "[20:14]"; any other stamp has a colon behind it.
_ENDS = frozenset("0123456789mM]) \t\r\n\xa0")
_FAR = 84  # letters from the beginning of a line to the end of its stamp's hour


def with_senders_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a chat, each stamp as "[14/10/2024 07:42] Vân VP:" before its message; other lines as they are."""
    timed = {
        n: text
        for n, line in enumerate(lines)
        if (":" in (text := line.text) or "·" in text or text[-1:] in _ENDS) and _HOUR.search(text, 0, _FAR)
    }
    if not timed:
        return lines
    posts = _with_minutes_beside_names(lines, timed)
    form = _BESIDE if posts else _form_of(lines, timed.values())
    return lines if form is None else tuple(_stamped(posts or lines, form))


def _with_minutes_beside_names(lines: Sequence[Line], timed: Mapping[int, str]) -> Sequence[Line]:
    """The lines with each minute behind the name above it, as "Chị Bảy - 2/3/2023 19:20"; () of no posts."""
    short = {n: text for n, text in timed.items() if len(text) < _LONGEST}
    under = {n: found for n, text in short.items() if (found := _UNDER_NAME.fullmatch(text))}
    if not any(_is_of_post(found) for found in under.values()):
        return ()
    beside: list[Line] = []
    joined = False
    for n, line in enumerate(lines):
        found = under.get(n)
        if found is not None and beside and _NAME.fullmatch(beside[-1].text.strip()):
            joined = True
            day = _IN_FIGURES.sub("/", fold(found["day"])) + " " if found["day"] else ""
            name = beside.pop()
            beside.append(replace(name, text=f"{name.text.strip()} - {day}{found['minute']}", whole=True))
        else:
            beside.append(line)
    return beside if joined else ()


def _is_of_post(found: re.Match[str]) -> bool:
    """Whether a line tells as a post does when it was sent: "lúc" behind the day, or a minute that no meeting has."""
    minute = int(re.split("[:h]", found["minute"])[1][:2])
    return found["at"] is not None if found["day"] else minute % _FIVE > 0


def is_group(text: str) -> bool:
    """Whether a line names the group in which a chat was held ("[Nhóm Zalo] Giáo viên khối 4")."""
    return _GROUP.match(fold(text)) is not None


def _form_of(lines: Sequence[Line], timed: Iterable[str]) -> re.Pattern[str] | None:
    """How the messages of a chat are stamped; None where lines are no chat. timed: the lines that name a minute."""
    group = any(is_group(line.text) for line in lines[:_NEAR_TOP])
    for form in _FORMS:
        minutes = [found["minute"] for text in timed if (found := form.match(text))]
        odd = sum(int(re.split("[:h]", minute)[1][:2]) % _FIVE > 0 for minute in minutes)
        if minutes and (group or (len(minutes) >= _FEWEST and odd * 2 >= len(minutes))):
            return form
    return None


def _stamped(lines: Sequence[Line], form: re.Pattern[str]) -> Iterable[Line]:
    day: str | None = None
    begun = False
    written = [line for line in lines if line.text.strip()]
    for line, below in pairwise((*written, None)):
        if line is None:
            continue
        text = line.text
        leads = below is not None and form.match(below.text) is not None
        if (sent := form.match(text)) is not None:
            day = sent["day"] or sent["later"] or day
            begun = True
            yield _message(
                line, day, f"{sent['minute'].replace('h', ':')}] {sent['who'].strip()}:", text[sent.end() :]
            )
        elif leads and (alone := _DAY_ALONE.fullmatch(fold(text).strip())) is not None:
            day = _IN_FIGURES.sub("/", alone["day"]) if alone["day"] else day
        elif not begun and is_group(text):
            day = found[0] if (found := _FULL_DAY.search(text)) else day
        elif begun and (short := _SHORT.match(text)):
            yield _message(line, day, f"00:00] {short[0].strip(' :')}:", text[short.end() :])
        else:
            yield replace(line, text=_said(text) if begun else text, whole=True)


def _message(line: Line, day: str | None, sent: str, text: str) -> Line:
    return replace(line, text=f"[{day + ' ' if day else ''}{sent} {_said(text.strip())}".strip(), whole=True)


def _said(text: str) -> str:
    """What a message says without its manners; a question says nothing ("Vậy còn họp tổ chiều thứ tư sao em?")."""
    if _QUESTION.fullmatch(text):
        return ""
    leads = _LEADS.match(text)
    return _MANNERS.sub("", _OF_ONESELF.sub("", text[leads.end() :] if leads else text))
