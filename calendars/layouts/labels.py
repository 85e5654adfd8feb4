"""Lines that say what they tell: "Thời gian: ...", "Địa điểm: ...", "Chủ trì: ...".

The words are in `words.toml`. What is hard is that a label may lack its colon ("Thời gian họp 8h00") and that
an item's own words may look like one ("Thành phần hồ sơ:"); only a label with its colon at the beginning of a
line is taken.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from calendars.layouts.layout import Item
from calendars.layouts.words import Phrases, fold, layout_words

FIELDS = ("time", "location", "chair", "attendees", "prepared_by", "content", "note")
_COLON = re.compile(r"\s*(?:\([^)]{0,40}\))?\s*:\s*")
_A_NAME = 8  # words


@dataclass(frozen=True, slots=True)
class Label:
    """A label: the field it names (of `FIELDS`) and where its value begins in the text."""

    field: str
    end: int


@cache
def _all_labels() -> Phrases:
    """Those of every field."""
    return Phrases([phrase for field in FIELDS for phrase in layout_words().raw(f"labels.{field}")])


@lru_cache(maxsize=512)
def read_label(text: str) -> Label | None:
    """The label with which a text begins; None where it begins otherwise. Each layout asks it of the same lines."""
    if ":" not in text:
        return None
    folded = fold(text)
    start = len(folded) - len(folded.lstrip(" *-+•"))
    if _all_labels().match(folded, start) is None:
        return None
    words = layout_words()
    best: Label | None = None
    for field in FIELDS:
        found = words[f"labels.{field}"].match(folded, start)
        if (
            found
            and words[f"labels.{field}"].match_spelled(text, start)  # "Mới: ..." asks nobody
            and (colon := _COLON.match(folded, found.end()))
            and (best is None or colon.end() > best.end)
        ):
            best = Label(field, colon.end())
    return best


def with_fields(item: Item, fields: Mapping[str, str | None]) -> Item:
    """The item with these fields filled in where they say something; names are those of `FIELDS`."""
    return replace(
        item,
        time=fields.get("time") or item.time,
        location=fields.get("location") or item.location,
        chair=fields.get("chair") or item.chair,
        attendees=fields.get("attendees") or item.attendees,
        prepared_by=fields.get("prepared_by") or item.prepared_by,
        note=fields.get("note") or item.note,
    )


def is_sentence(text: str) -> bool:
    """Whether the words behind a number tell something by themselves, and do not only head what stands below.

    "Đăng ký: công dân đăng ký trước ngày 05 hằng tháng qua Ban Tiếp công dân." does.
    """
    told = text.endswith((".", ";")) and any(c.isdigit() for c in text) and not text.isupper()
    return told and len(text.split()) > _A_NAME and read_label(text) is None
