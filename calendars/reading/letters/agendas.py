"""The agenda of a letter's meeting: its rows are no meetings of their own.

An agenda is one meeting with a programme (reference section A.7): it begins with the opening, ends with the closing,
and what comes after the closing is a thing of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from calendars.grammar.rule import Context, Reading
from calendars.layouts.layout import Item, Matter, Section
from calendars.layouts.timelabels import begins_with_clock, names_a_day
from calendars.layouts.words import fold, layout_words
from calendars.marks import Category, Status
from calendars.reading.items import read_item
from calendars.reading.scope import Draft, Scope
from calendars.reading.timing.precedence import has_day
from calendars.reading.timing.understanding import understood
from calendars.reading.words import item_words
from calendars.when import Day, Undated, with_hours

_LONGEST_HEADING = 60
_ROWS, _FEW = 3, 2
_INLINE = (
    re.compile(  # "Chương trình: 7g00 tập trung, viếng nghĩa trang; 8g00 gặp mặt; 11g00 dùng cơm thân mật."
        r"^\W*(?:nội dung,? )?(?:chương trình|lịch trình)(?: (?:họp|buổi lễ|gặp mặt|hội nghị|dự kiến))?:\s*"
        r"(?P<rows>\d{1,2}\s?(?:h|g|giờ|:)[^\n;]{3,90}(?:;[^\n;]{3,90}){1,12})$",
        re.IGNORECASE | re.MULTILINE,
    )
)
_SETTLES = re.compile(
    r"[^a-z]*(?:\d{1,2}(?:h|g|gio|:)[\s\d:hg-]*)*on dinh (?:to chuc|cho ngoi|lop)(?!.*\b(?:don|dang ky|co mat)\b)"
)


def agenda_of(section: Section, drafts: list[Draft], scope: Scope, least: int = _ROWS) -> list[Draft] | None:
    """The drafts with an agenda given to the meeting it belongs to; None where the section is no agenda.

    least: how many rows with an hour it has at least.
    """
    section = replace(
        section, items=tuple(part for item in section.items for part in _without_paragraph(item))
    )
    if len(section.items) < least or any(item.day is not None for item in section.items):
        return None
    rows = [(item, row_hours(item, scope.context)) for item in section.items]
    timed = [(item, reading) for item, reading in rows if reading is not None]
    heading = fold(section.heading or "")
    named = layout_words()["furniture.agenda"].match(heading.strip(" :.")) is not None
    meetings = [
        draft for draft in drafts if draft.category is Category.MEETING and isinstance(draft.when, Day)
    ]
    if len(timed) < least or not meetings or not (named or len(timed) >= 0.8 * len(rows)):
        return None
    meeting = _on_day_of(section, meetings, scope)
    closing = next((n for n, (item, _) in enumerate(timed) if _matches("closing", item.text)), None)
    last_row = closing if closing is not None else _last_range(timed)
    inner = timed[: last_row + 1]
    opening = next((r for item, r in inner if _matches("opening", item.text)), None)
    first = opening or next((r for item, r in inner if not _matches("assembly", item.text)), inner[0][1])
    end = inner[-1][1].when.hours.end or (inner[-1][1].when.hours.start if closing is not None else None)
    hours = meeting.when.hours
    begins = hours.start if hours.start and not _is_reception(hours.start, inner) else first.when.hours.start
    meeting.when = with_hours(
        meeting.when,
        hours._replace(
            start=begins,
            end=hours.end or (end if begins != hours.start else None),
            part=None if begins != hours.start else hours.part,
        ),
    )
    lines = [f"{item.time or ''} {item.text}".strip() for item, _ in inner]
    meeting.note = "; ".join(filter(None, (meeting.note, *lines)))
    result = list(drafts)
    for item, reading in rows:
        if any(item is row for row, _ in inner):
            continue
        told = _day_of(meeting)
        day = replace(
            scope, matter=Matter.EVENTS, period=None, section=(told,), day=told if scope.day else None
        )
        if reading is not None:
            for draft in read_item(item, day):
                if isinstance(draft.when, Undated) and isinstance(meeting.when, Day):
                    draft.when = meeting.when._replace(hours=draft.when.hours)
                    draft.status = Status.CONFIRMED
                result.append(draft)
        else:
            result += read_item(item, replace(scope, matter=Matter.UNKNOWN, period=None))
    return result


def _without_paragraph(item: Item) -> Sequence[Item]:
    """A row of an agenda, and what a paragraph joined to it tells of a day of its own as an item behind it."""
    row, _, rest = item.text.partition("\n")
    if not rest or not begins_with_clock(row) or names_a_day(row) or not names_a_day(rest):
        return (item,)
    behind = replace(item, text=rest, mark=None, time=None, passages=item.passages[1:] or item.passages)
    return (replace(item, text=row, children=(), passages=item.passages[:1]), behind)


def agenda_in(item: Item, drafts: list[Draft], scope: Scope) -> list[Draft] | None:
    """The same for an item "3. Nội dung, chương trình:" whose rows stand below it, or behind it on its line."""
    rows_follow = drafts and item.text.count(";") >= _FEW - 1 and ("rình" in item.text or "RÌNH" in item.text)
    if rows_follow and (inline := _INLINE.search(item.text)):
        rows = [row.strip(" .") for row in inline["rows"].split(";") if row.strip(" .")]
        if len(rows) >= _FEW and all(map(begins_with_clock, rows)):
            told = tuple(Item(text=row, passages=item.passages) for row in rows)
            found = agenda_of(Section(items=told), drafts, scope, least=_FEW)
            rest = f"{item.text[: inline.start()]}{item.text[inline.end() :]}".strip()
            behind = read_item(replace(item, text=rest), scope) if rest else []
            return [*found, *behind] if found is not None else None
    if not item.children:
        return None
    heading = fold(item.text).strip(" :.")
    named = layout_words()["furniture.agenda"].match(heading)
    if named is None or len(heading) > _LONGEST_HEADING:
        return None
    return agenda_of(Section(heading=item.text, items=item.children), drafts, scope)


def _on_day_of(section: Section, meetings: Sequence[Draft], scope: Scope) -> Draft:
    """The meeting whose day the heading of the agenda names ("Chương trình ngày 19/11:"), else the first."""
    told = understood(section.heading or "", scope.context).readings
    days = {reading.when.day for reading in told if isinstance(reading.when, Day)}
    return next((m for m in meetings if isinstance(m.when, Day) and m.when.day in days), meetings[0])


def _day_of(meeting: Draft) -> Reading:
    when = meeting.when
    return Reading(
        (0, 0), when._replace(hours=type(when.hours)()) if isinstance(when, Day) else when, meeting.status
    )


def row_hours(item: Item, context: Context) -> Reading | None:
    """The hours of an agenda's row; None where it has a day of its own or no hour."""
    if item.time is None and not begins_with_clock(item.text):
        return None
    readings = understood(item.time or item.text, context).readings
    if not readings or any(has_day(reading) for reading in understood(item.text, context).readings):
        return None
    first = readings[0]
    begins = item.time is not None or not item.text[: first.at[0]].strip(" -+•*(:|")
    return first if begins and isinstance(first.when, Undated) and first.when.hours.start else None


def _last_range(timed: Sequence[tuple[Item, Reading]]) -> int:
    lasting = [
        n for n, (item, r) in enumerate(timed) if r.when.hours.end and not _matches("assembly", item.text)
    ]
    return max(lasting, default=len(timed) - 1)


def _matches(name: str, text: str) -> bool:
    return item_words()[f"items.{name}"].search(fold(text)) is not None


def _is_reception(start: time, inner: Sequence[tuple[Item, Reading]]) -> bool:
    """Whether a letter's hour is that of the reception: its agenda begins then, and with people arriving.

    "Ổn định tổ chức" alone is done in the room, and so from the hour on to which people were invited.
    """
    earlier = any(r.when.hours.start is not None and r.when.hours.start < start for _, r in inner)
    return not earlier and any(
        r.when.hours.start == start
        and _matches("assembly", item.text)
        and not _SETTLES.match(fold(item.text))
        for item, r in inner
    )
