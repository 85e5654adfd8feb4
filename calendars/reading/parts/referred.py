"""Notes at the foot that a sign calls to a row: "Họp Hội đồng (1)" and "(1) Cuộc họp này lùi sang 8h00 ngày 10/8".

A note that says what becomes of "cuộc họp này" says it of the row by its name; one that tells a day stays what it is;
any other is a remark beside the row, with the place that it tells. What is hard: a number in brackets also counts, so
that a sign must end a row and begin a line below it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from calendars.layouts.labels import read_label, with_fields
from calendars.layouts.layout import Item, Section
from calendars.layouts.timelabels import names_a_day

_SIGN = r"\((?:\d{1,2}|\*{1,3})\)|(?<!\*)\*{1,3}(?!\*)|\[\d\]|[¹²³]"
_CALLS = re.compile(rf"\s?(?P<sign>{_SIGN})(?=\s*(?:$|[.;,]))")
_CALLED = re.compile(rf"(?P<sign>{_SIGN})\s*:?\s*(?=[^\W\d_])(?P<told>.+)")
_THIS = re.compile(
    r"^.{0,120}?\b(?:(?:cuộc|buổi|phiên|kỳ|lớp|lịch|giờ)\s(?:[^\W\d]+\s){0,4}?"
    r"|(?:hội nghị|nội dung|hoạt động|việc|công việc)\s)này(?:\s+(?:sẽ|được|đã|nay))*(?=\s)",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?<=[;.])\s+")


def with_notes_told(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with what their notes tell of the rows told of the rows."""
    notes: dict[str, str] = {}
    for section in sections:
        for item in section.items:
            notes |= {
                found["sign"]: found["told"].strip() for found in map(_CALLED.match, _lines(item)) if found
            }
    if not notes:
        return tuple(sections)
    rows = {
        sign: _CALLS.sub("", item.text).strip()
        for section in sections
        for item in section.items
        if (sign := _sign_of(item, notes)) is not None
    }
    return tuple(replace(section, items=tuple(_told(section.items, notes, rows))) for section in sections)


def _lines(item: Item) -> list[str]:
    """The lines of an item, with the star that was taken for its mark."""
    first, *others = item.text.split("\n")
    return [f"* {first}" if item.mark == "*" else first, *others]


def _sign_of(item: Item, notes: Mapping[str, str]) -> str | None:
    """The sign with which a row calls a note; None for any other."""
    if any(map(_CALLED.match, _lines(item))):
        return None
    return next((sign for sign in _CALLS.findall(item.text) if sign in notes), None)


def _told(items: Iterable[Item], notes: Mapping[str, str], rows: Mapping[str, str]) -> Iterable[Item]:
    for item in items:
        lines = _lines(item)
        if any((found := _CALLED.match(line)) and found["sign"] in rows for line in lines):
            yield from _notes_kept(item, lines, rows)
            continue
        sign = _sign_of(item, notes)
        yield _with_remark(replace(item, text=rows[sign]), notes[sign]) if sign else item


def _notes_kept(item: Item, lines: Sequence[str], rows: Mapping[str, str]) -> Iterable[Item]:
    """The notes of an item that tell something themselves, each an item, and what else it tells; no remarks."""
    for number, line in enumerate(lines):
        passages = item.passages[number : number + 1] or item.passages
        found = _CALLED.match(line)
        called = found is not None and found["sign"] in rows
        if found is None or not called or _stands_alone(found["told"]):
            row = rows[found["sign"]] if found and called else ""
            told = _THIS.sub(lambda _, row=row: row, found["told"]) if found and called else line
            yield replace(item, text=told, mark=None, passages=passages, children=())
    yield from item.children


def _stands_alone(told: str) -> bool:
    return _THIS.match(told) is not None or names_a_day(told)


def _with_remark(item: Item, told: str) -> Item:
    """The row with a remark of its own; what stands alone is told apart."""
    if _stands_alone(told):
        return item
    places = {
        label.field: clause[label.end :].strip(" .;")
        for clause in _CLAUSES.split(told)
        if (label := read_label(clause)) is not None and label.field == "location"
    }
    item = with_fields(item, places if item.location is None else {})
    return replace(item, note="; ".join(filter(None, (item.note, told.rstrip(" .")))))
