"""Days whose things run on behind them on one line, each with its bullet: "Thứ 2 (11/9): - 7h30: Hội ý. - 14h: Họp".

What is hard is a dash inside a thing, so that a bullet is only what opens the day, or stands behind the end of a
sentence or before an hour.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.centred import with_days_first
from calendars.layouts.marks import read_mark
from calendars.layouts.timelabels import begins_with_weekday, is_day_label

_FEWEST = 2
# Sentences of one paragraph, each of its own day: "Thứ 2 ngày 12/10: sáng họp tổ. Thứ 3 ngày 13/10: ..."
_DAY = (
    r"(?:(?:sáng|chiều|tối) )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ nhật|cn)[, (]{1,3}(?:ngày )?"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?\)?"
)
_LED_BY_DAY = re.compile(rf"\s*(?:[-+•*]\s)?{_DAY}[:,]? ", re.IGNORECASE)
_BEGINNINGS = frozenset("-+•*sctSCT")  # of such a day, and of its bullet
_NEXT_DAY = re.compile(rf"(?<=[.;])\s+(?={_DAY}[:,]? (?!\d{{1,2}}[/.]))", re.IGNORECASE)
_LONGEST_DAY = 48  # letters
_OPENS = re.compile(r"(?P<day>[^:]{4,50}?)(?:\s*:\s*|\s{2,8})(?P<sign>[-–+•*])\s+(?=\S)")
_NEXT = re.compile(
    # A dash between two hours is "to": "Sinh hoạt chuyên môn (7h30 - 10h30)".
    r"(?:(?<=[.;])\s+|(?<!\d[hg])(?<!\d[hg:]\d\d)\s+(?=[-–+•*]\s+(?:(?:sáng|trưa|chiều|tối)\b|\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2})))[-–+•*]\s+(?=\S)",
    re.IGNORECASE,
)
# "- 14 giờ, Giám đốc họp A. Địa điểm: Phòng 1 - 15 giờ 30, Phó Giám đốc dự B": no dash of "từ 14 giờ - 15 giờ".
_CLOCK = r"\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2})?"
_GLUED = re.compile(  # "... (nếu có)Chiều: Báo cáo", whose line break was lost
    r"(?<=[a-zàáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ).;])(?=(?:Sáng|Chiều|Tối): )"
)
_HOUR_FIRST = re.compile(rf"\s*[-+•]\s+{_CLOCK}\s?[,:]\s", re.IGNORECASE)
_NEXT_HOUR = re.compile(rf"(?<=\S)(?<!\d)(?<!\d[hg])(?<!giờ)\s+(?=[-+•]\s+{_CLOCK}\s?[,:]\s)", re.IGNORECASE)


def with_days_in_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each thing of a day on one of its own, and each day before the first of what is on then."""
    if any(map(_is_led_by_day, lines)):
        lines = [part for line in lines for part in _days_of_paragraph(line)]
    if any(map(_runs_on, lines)):
        lines = [part for line in lines for part in _things_of_paragraph(line)]
    found = {n: opening for n, line in enumerate(lines) if (opening := _opening(line)) is not None}
    if len(found) < _FEWEST:
        return with_days_first(lines)
    return with_days_first([part for n, line in enumerate(lines) for part in _parts(line, found.get(n))])


def _is_led_by_day(line: Line) -> bool:
    text = line.text
    return (
        len(text) >= 2 * _LONGEST_DAY
        and text.lstrip()[:1] in _BEGINNINGS
        and _LED_BY_DAY.match(text[:_LONGEST_DAY]) is not None
    )


def _runs_on(line: Line) -> bool:
    text = line.text
    if ("iều: " in text or "áng: " in text or "ối: " in text) and _GLUED.search(text) is not None:
        return True
    return (
        len(text) >= 2 * _LONGEST_DAY and text.lstrip()[:1] in "-+•" and _HOUR_FIRST.match(text) is not None
    )


def _parts_by_hour(text: str) -> Sequence[str]:
    return _NEXT_HOUR.split(text) if _HOUR_FIRST.match(text) else (text,)


def _things_of_paragraph(line: Line) -> Iterable[Line]:
    """A paragraph of several things, each behind a dash and its hour or glued to the one before, as a line for each."""
    if not _runs_on(line):
        return (line,)
    parts = [part for whole in _GLUED.split(line.text) for part in _parts_by_hour(whole)]
    if len(parts) < _FEWEST:
        return (line,)
    return (replace(line, text=part.strip(), mark=None, whole=True) for part in parts if part.strip())


def _days_of_paragraph(line: Line) -> Iterable[Line]:
    """A paragraph that begins with a day, and some of whose sentences do, as a line for each; any other as it is."""
    if not _is_led_by_day(line):
        return (line,)
    parts = _NEXT_DAY.split(line.text)
    if len(parts) <= _FEWEST:
        return (line,)
    return (replace(line, text=part.strip(), whole=True) for part in parts if part.strip())


def _opening(line: Line) -> re.Match[str] | None:
    found = _OPENS.match(line.text) if ":" in line.text and ":" in line.text[:60] else None
    if found is None:
        return None
    mark = read_mark(line.text.lstrip())
    day = found["day"].strip()[mark.end if mark else 0 :].strip()
    return found if begins_with_weekday(day) and is_day_label(day) else None


def _parts(line: Line, opening: re.Match[str] | None) -> Iterable[Line]:
    if opening is None:
        yield line
        return
    yield replace(line, text=f"{opening['day']}:", whole=True)
    for thing in _NEXT.split(line.text[opening.end() :]):
        if thing.strip():
            yield replace(line, text=f"- {thing.strip()}", mark=None, whole=True)
