"""Lines that tell more of the thing above them in a list by days: where it is held, whose it is, at what hour.

A table that lost its grid has a line for each cell: "Họp cơ quan", "8h00, phòng họp", "Giám đốc". What is hard is that
things without an hour follow each other in the same way, so that a line adds to the one above only where it is no act
and looks like a place, a person or a body.
"""

import re
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.day_headings import has_hour, heads_days
from calendars.layouts.labels import read_label, with_fields
from calendars.layouts.layout import Item
from calendars.layouts.outline import mark_of, passage_of
from calendars.layouts.shapes import (
    affinity,
    begins_with_act,
    looks_like_person,
    looks_like_place,
    names_a_unit,
    tells_an_act,
)
from calendars.layouts.timelabels import begins_with_clock, is_part_label, is_time_label, opens_with_hour
from calendars.layouts.words import fold
from calendars.marks import Passage

_CELL = 40  # letters
_NAME = 5  # words of a body's name
_SHORT_NAME = 3
_ATTEND_TOO = re.compile(r"[^:;\d]{3,120}\scung (?:du|tham du|di|tham gia)[ .;]*")
_HOUR_AND_PLACE = re.compile(
    r"(?P<hour>\d{1,2}\s*(?:[hg]|giờ|:)\s*(?:\d{2})?(?:\s*[-–]\s*\d{1,2}\s*(?:[hg]|giờ|:)\s*(?:\d{2})?)?)"
    r"\s*(?:[,;–-]|\btại\b)\s*(?P<place>[^,;:]{3,50})"
)
_HOUR_BEFORE_PLACE = re.compile(
    r"(?P<hour>(?:(?:từ|lúc|vào lúc) )?\d{1,2} ?(?:[hg:]|giờ) ?(?:\d{2}(?: ?phút|['’])?)?"
    r"(?: ?(?:-|–|đến) ?\d{1,2} ?(?:[hg:]|giờ) ?(?:\d{2}(?: ?phút|['’])?)?)?)"
    r"(?:[,;.]?\s+(?:địa điểm:? |tại |ở )(?P<place>[^;:]{3,90}?))?[\s.]*$",
    re.IGNORECASE,
)
_BY_AN_HOUR = re.compile(
    r"(?:trước|chậm nhất|đến) (?:\w+ )?\d{1,2} ?(?:[hg]|giờ) ?\d{0,2} ?: "
)  # what is due then
_CLOCK = re.compile(r"\d\s*(?:[hg]\d|[hg]\b|giờ|:\d)")
_IN_BRACKETS = re.compile(  # "(xe chạy 6h15)" below what it is of
    r"\((?!(?:sáng|chiều|tối|trưa|\d))[^()]{4,150}\)\W*", re.IGNORECASE
)
_DAYS_BEHIND = re.compile(
    r"\s*\((?:từ |0?\d ngày,? )?[^\W\d]{0,6} ?\d{1,2}[^()\w]{1,3}\d{1,2}/\d[^()]{0,12}\)$"
)
_DIGITS = re.compile(r"\d+")
_PART_START = re.compile(r"(?:buoi\s+)?(?:sang|chieu|toi|trua|ca ngay)\b")


def _is_unit_of(item: Item, line: Line, text: str) -> bool:
    """Whether a line is only the name of the body at which a thing with its hour, or its chair, takes place."""
    return (
        names_a_unit(fold(text))
        and (
            begins_with_clock(item.text)
            or item.chair is not None
            or (tells_an_act(item.text) and not tells_an_act(text))
        )
        and mark_of(line) is None
        and len(text) < 50
        and ":" not in text
    )


def _is_whose(line: Line, text: str) -> bool:
    """Whether a line behind a place is only the name of the body whose thing it is ("Ban Phong trào")."""
    folded = fold(text).strip(" .;")
    return (
        names_a_unit(folded)
        and mark_of(line) is None
        and len(folded.split()) <= _NAME
        and not tells_an_act(text)
    )


def _hour_and_place(item: Item, line: Line, text: str) -> re.Match[str] | None:
    """A line that tells the hour and the place of the thing above it and no more: "8h00, phòng họp"."""
    found = _HOUR_AND_PLACE.fullmatch(text.strip()) if begins_with_clock(text) else None
    if found is None or item.mark is not None or mark_of(line) is not None or item.location is not None:
        return None
    place = found["place"]
    known = any(c.isdigit() for c in item.time or "") or _CLOCK.search(item.text) is not None
    short = len(place.split()) <= _SHORT_NAME and not tells_an_act(_DIGITS.sub("", place))
    return None if known or not (short or looks_like_place(place)) else found


def _timed(item: Item, told: str) -> Item | None:
    """The item with the hour, and the place if there is one, that a labelled line below it tells; None without both.

    "Thời gian, địa điểm: 14 giờ 00 tại phòng họp số 2", or an hour below what stands under "* SÁNG:".
    """
    found = _HOUR_BEFORE_PLACE.match(told)
    if found is None or _CLOCK.search(item.text) is not None:
        return None
    if found["place"] is None and item.time is None:
        return None
    if item.time is not None and any(map(str.isdigit, item.time)):
        return None
    time = found["hour"] if item.time is None else f"{found['hour']} {item.time}"
    return replace(item, time=time, location=item.location or found["place"])


def _is_a_name(text: str) -> bool:
    """Whether a line is no more than a word or three, as the name of who does it is."""
    return (
        len(text.split()) <= _SHORT_NAME
        and text[:1].isupper()
        and text[-1:].isalpha()
        and not tells_an_act(text)
    )


def _is_place(line: Line | None) -> bool:
    """Whether a line tells where the thing above it takes place, so that the one between tells whose it is."""
    return line is not None and looks_like_place(line.text)


def cell_beside(item: Item, line: Line, text: str, below: Line | None) -> Item | None:
    """The item with a line that stands in for a cell where each cell has a line: whose it is, then where it is held.

    "8h30" / "Tập huấn VietGAP" / "CV Hiền" / "HTX Bình Chương": a short line behind an hour of its own and its thing.
    """
    if mark_of(line) is not None or len(text) > _CELL or tells_an_act(text) or _begins_with_time(text):
        return None
    passages = (item.passages[0], passage_of(line), *item.passages[1:])
    last = _ends_stretch(below) or has_hour(below)
    if item.chair is None and item.location is None and not last:
        return replace(item, chair=text.strip(" .;"), passages=passages)
    if item.location is None:
        return replace(item, location=text.strip(" .;"), passages=passages)
    return None


def place_below(item: Item, line: Line, text: str) -> Item | None:
    """The item with a short line as its place, in a list where lines below things with an hour tell just that."""
    bare = item.location is None and item.chair is None and begins_with_clock(item.text)
    if not bare or len(text) > _CELL or ":" in text or mark_of(line) is not None or item.mark is not None:
        return None
    if begins_with_act(text) or _begins_with_time(text) or text[-1:] in ".;" or text.isupper():
        return None
    passages = (item.passages[0], passage_of(line), *item.passages[1:])
    return replace(item, location=text.strip(), passages=passages)


def _begins_with_time(text: str) -> bool:
    """Whether a line begins with a time."""
    return begins_with_clock(text) or _PART_START.match(fold(text)) is not None


def _ends_stretch(below: Line | None) -> bool:
    """Whether a day or a part of the day begins with the next line, or the list is at its end."""
    return below is None or heads_days(below) or is_part_label(below.text.strip(" :."))


def _is_bracket_below(item: Item, line: Line, text: str) -> bool:
    """Whether a line right below a thing is nothing but a bracket, and so tells more of it."""
    near = line.number - max(passage.line for passage in item.passages) == 1
    return near and mark_of(line) is None and _IN_BRACKETS.fullmatch(text) is not None


def detail_of(item: Item, line: Line, text: str, below: Line | None) -> Item | None:
    """The item above with what this line adds to it; None where the line is a thing of its own."""
    passages: tuple[Passage, ...] = (item.passages[0], passage_of(line), *item.passages[1:])
    if (found := _hour_and_place(item, line, text)) is not None:
        told = f"{found['hour']}: {item.text}"
        return replace(item, text=told, location=found["place"].strip(" .;"), passages=passages)
    if begins_with_clock(text) or _PART_START.match(fold(text)):
        return None
    if label := read_label(text):
        if label.field == "time" and (timed := _timed(item, text[label.end :].strip(" .;"))) is not None:
            return replace(timed, passages=passages)
        if label.field != "content" and getattr(item, label.field) is None:
            value = text[label.end :].strip(" .;")
            return with_fields(replace(item, passages=passages), {label.field: value})
        return None
    if is_time_label(item.text) or _is_bracket_below(item, line, text):
        return replace(item, text=f"{item.text} {text}", passages=passages)
    if item.attendees is None and _ATTEND_TOO.fullmatch(fold(text)) and looks_like_person(text):
        return replace(item, attendees=text.strip(" .;"), passages=passages)
    if mark_of(line) is not None and item.mark is not None:
        return None
    if (
        item.location is None
        and item.mark is None
        and _is_whose(line, text)
        and below is not None
        and looks_like_person(below.text)
        and not looks_like_person(text)
    ):
        return replace(item, location=text.strip(" .;"), passages=passages)  # a body over who goes there
    whose = item.chair is None and _is_place(below) and _is_whose(line, text) and affinity("chair", text) > 0
    if (
        item.location is None
        and not whose
        and (looks_like_place(text) or (_is_unit_of(item, line, text) and not _is_place(below)))
    ):
        place = re.sub(r"^(?:[Tt]ại|[ĐđD]ịa điểm:?)\s+", "", text.strip(" .;"))
        if days := _DAYS_BEHIND.search(place):  # "Nhà khách tỉnh (02 ngày, 20 - 21/9)"
            item, place = replace(item, text=f"{item.text}{days[0]}"), place[: days.start()]
        return replace(item, location=place, passages=passages)
    if (
        looks_like_person(text)
        and item.chair is None
        and len(text) < 60
        and ":" not in text
        and _CLOCK.search(text) is None
        and not re.search(r"\b(?:dự|làm việc|họp|tiếp)\s", text)
    ):
        return replace(item, chair=re.sub(r"\s*chủ trì\s*$", "", text.strip(" .;")), passages=passages)
    placed = item.location is not None or (item.mark is None and _ends_stretch(below))
    if item.chair is None and _is_whose(line, text) and (placed or (item.mark is None and _is_place(below))):
        return replace(item, chair=text.strip(" .;"), passages=passages)
    bulleted = item.mark is not None and not item.mark.isdigit() and mark_of(line) is None
    if bulleted and item.chair is None and _ends_stretch(below) and _is_a_name(text):
        return replace(item, chair=text.strip(" .;"), passages=passages)  # "Y tế", behind what it does
    numbered = item.mark is not None and item.mark.isdigit() and not item.text.endswith((".", ";", ":"))
    if _BY_AN_HOUR.match(text) and opens_with_hour(item.text):
        return None
    if (text[:1].islower() or numbered) and mark_of(line) is None:
        return replace(item, text=f"{item.text} {text}", passages=passages)
    return None
