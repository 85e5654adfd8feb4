"""Several things in one letter, each below a heading of its own over its labelled time.

    I. LỄ CÔNG BỐ                               II. THAM QUAN MÔ HÌNH
    Thời gian: 8 giờ 30, ngày 18/5/2021         Thời gian: 14h00 cùng ngày

The heading is the name of each. What is hard is that one labelled time below a heading ("I. THÔNG TIN CHUNG") is mostly
that of the letter's own meeting, so that only several of them are taken so.
"""

from collections.abc import Sequence
from dataclasses import replace

from calendars.layouts.labels import read_label
from calendars.layouts.layout import Section
from calendars.layouts.words import fold
from calendars.reading.timing.headings import ONLY_LABELS

_FEWEST = 2


def with_headed_times(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections of a letter, those of that shape with one item by the name of their heading."""
    told = [_named(section) for section in sections]
    if sum(section is not None for section in told) < _FEWEST:
        return tuple(sections)
    return tuple(new or old for new, old in zip(told, sections, strict=True))


def _named(section: Section) -> Section | None:
    heading = (section.heading or "").strip(" .:")
    first = section.items[0] if section.items else None
    if not heading or first is None or first.day or first.time or first.children:
        return None
    label = read_label(first.text)
    value = first.text[label.end :].strip(" .;") if label is not None and label.field == "time" else ""
    if not any(map(str.isdigit, value)) or "\n" in value:
        return None
    if read_label(f"{heading}:") is not None or ONLY_LABELS.fullmatch(fold(heading)):
        return None
    item = replace(first, text=heading, time=value, passages=(*first.passages, *section.passages[:1]))
    return replace(section, items=(item, *section.items[1:]))
