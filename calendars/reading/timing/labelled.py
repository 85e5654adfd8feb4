"""What the labels of an item say of its time: a table's cells of day and hour, the heading of a day.

What is hard: letters stand for parts of the day ("S+C"), and a cell may also tell of a departure or of a day off in
lieu (reference section A.6).
"""

import re
from dataclasses import replace

from calendars.grammar.rule import Reading
from calendars.layouts.layout import Item
from calendars.layouts.words import fold
from calendars.reading.rules.months import BARE_WEEKDAY, every_month
from calendars.reading.scope import Scope
from calendars.reading.spans import clauses
from calendars.reading.timing.dayparts import label_part, part_readings
from calendars.reading.timing.precedence import ROW_OF_A_WEEK
from calendars.reading.timing.understanding import understood
from calendars.reading.turns import plain
from calendars.reading.turns.turn import longer_than_a_week
from calendars.reading.words import item_words
from calendars.when import Day, Span

_LONG_LABEL = 30
_YEAR = re.compile(r"\d[/.-](?:20)?\d\d\b")
_WEEKDAY = re.compile(r"\W*(?:thu |t)?(hai|ba|tu|nam|sau|bay|[2-7]|chu nhat|chua nhat|cn)\b")
_WEEKDAYS = (
    ("hai", "2"),
    ("ba", "3"),
    ("tu", "4"),
    ("nam", "5"),
    ("sau", "6"),
    ("bay", "7"),
    ("chu nhat", "chua nhat", "cn"),
)
_DAY_IN_LIEU = re.compile(
    r"\s*(?:,|và|,\s*và)\s+nghỉ bù(?:\s+vào)?(?:\s+ngày)?\s+(?=\d)"
)  # "26/4 và nghỉ bù 27/4"
_BOTH_HALVES = re.compile(r"\bS\s*[-+&,/]\s*C\b|\b(?i:sáng\s*[-–+&/,;]\s*(?:buổi\s+)?chiều)\b")
_MOVED_BY_ITSELF = re.compile(
    r"\d/\d[^.;\n]{0,60}\b(?:chuyển|dời|lùi|đổi|hoãn)\b[^.;\n\d]{0,20}\bsang\b[^.;\n]{0,40}\d/\d",
    re.IGNORECASE,
)
_OF_A_WEEK = re.compile(
    r"\W*(?:tuần|tuan)\s+(?:thứ\s+|thu\s+)?(?:\d{1,2}|[ivx]+|nhất|hai|ba|tư|năm|đầu|cuối)\b", re.IGNORECASE
)
_OF_NO_DAY = re.compile(r"\W*trong (?:tuần|tháng)(?: này)?\s?[,:]", re.IGNORECASE)
_WHOLE_PERIOD = re.compile(r"(?:trong )?(?:ca|suot) (?:thang|quy|tuan)")


def label_readings(item: Item, scope: Scope) -> list[Reading]:
    """What the day and time labels of an item say; the day first."""
    readings: list[Reading] = []
    if item.day and (_MOVED_BY_ITSELF.search(item.text) or _OF_NO_DAY.match(item.text)):
        # below the last day of a week: "* Cuộc họp chiều 18/12 chuyển sang thứ Hai 22/12", "Trong tuần: kiểm tra A"
        item = replace(item, day=None)
    for words in filter(None, (item.day, item.time)):
        text = plain(_without_departure(spelled_out(words)), scope.context)
        if scope.recurring and BARE_WEEKDAY.search(text) and "/" not in text:
            text += " hằng tuần"
        part = label_part(text) or _whole_period(text, scope)
        told = [part] if part else part_readings(text, understood(text, scope.context).readings, ())
        told = [_in_the_papers_year(text, reading, scope) for reading in told]
        if _OF_A_WEEK.match(text) and longer_than_a_week(scope.context.period):
            told = [reading._replace(rules=(*reading.rules, ROW_OF_A_WEEK)) for reading in told]
        readings += [every_month(text, reading, scope) for reading in told] if scope.recurring else told
    return readings


def _in_the_papers_year(label: str, reading: Reading, scope: Scope) -> Reading:
    """The reading, its day in the year of the period where a label has another by mistake: its weekday tells it.

    So "THỨ SÁU 10/01/2024" among the days of the week from 06/01 to 12/01/2025.
    """
    period, when = scope.context.period, reading.when
    if period is None or not isinstance(when, Day) or period.first <= when.day <= period.last:
        return reading
    named = _WEEKDAY.match(fold(label)) if _YEAR.search(label) else None
    if named is None:
        return reading
    for year in {period.first.year, period.last.year} - {when.day.year}:
        if (when.day.month, when.day.day) == (2, 29):
            continue
        meant = when.day.replace(year=year)
        if period.first <= meant <= period.last and named[1] in _WEEKDAYS[meant.weekday()]:
            issues = tuple(
                issue._replace(detail=issue.detail.replace("the date was kept", f"{year} was taken"))
                for issue in reading.issues
            )
            return reading._replace(when=when._replace(day=meant), issues=issues)
    return reading


def _without_departure(label: str) -> str:
    """A label's words without the sentences behind the first that tell of a departure or a gathering."""
    spans = clauses(label) if len(label) > _LONG_LABEL else []
    gathers = item_words()["items.assembly"]
    kept = [label[a:b] for n, (a, b) in enumerate(spans) if n == 0 or not gathers.search(fold(label[a:b]))]
    return "".join(kept) if len(kept) < len(spans) else label


def _whole_period(label: str, scope: Scope) -> Reading | None:
    """Every day of the period, where a label says so ("Cả tháng")."""
    period = scope.context.period
    if period is None or not _WHOLE_PERIOD.fullmatch(fold(label).strip(" .;")):
        return None
    return Reading((0, len(label)), Span(period.first, period.last))


def spelled_out(label: str) -> str:
    """The letters by which tables shorten parts of the day, in full."""
    label = _BOTH_HALVES.sub("cả ngày", label)
    label = _DAY_IN_LIEU.sub(" và ", label)
    if "S" not in label and "C" not in label:
        return label
    label = re.sub(r"(?:^|(?<=\s))S(?=\s|$|[:,(])", "sáng", label)
    return re.sub(r"(?:^|(?<=\s))C(?=\s|$|[:,(])", "chiều", label)
