"""Papers that tell when all are free: "THÔNG BÁO LỊCH NGHỈ LỄ GIỖ TỔ HÙNG VƯƠNG" over "Nghỉ từ ngày 09/4 đến hết 11/4".

The feast stands in the title, and the line with the days says no more than that people are free. What is hard is the
sentence that explains which of these days is which, and tells no other ones.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.layouts.layout import Item, Section
from calendars.layouts.words import fold

_NAME = re.compile(
    r"\bnghỉ\s+(?:(?:lễ|dịp|nhân dịp)\s+)?(?:(?:giỗ tổ|quốc khánh|tết|30/4|chiến thắng|giải phóng|lễ)\b[^:;(\n]{0,80})",
    re.IGNORECASE,
)
_WHO_SENDS = re.compile(r"\s+(?:của|đối với|cho|tại)\s.*$", re.IGNORECASE)
_ONLY_FREE = re.compile(
    r"^(?P<mark>\W{0,4})(?:[^;:.\d]{0,80}?\sđược\s+|[^,;:.\d]{0,60}?\s)?nghỉ(?:\s+(?:làm việc|là))?"
    r"(?:\s+\d{1,2}\s+ngày)?\s*[:,]?\s+(?=(?:kể\s+)?(?:từ|vào|trong)\s|ngày\s+\d|thứ\s|\d{1,2}/\d)",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}/\d")
_EXPLAINS = re.compile(r"\W*(?:trong do|bao gom|cu the|gom)\b.{0,60}\bla ngay nghi\b")


def with_days_off_named(sections: Sequence[Section], title: str | None) -> tuple[Section, ...]:
    """The sections of such a paper with the feast's name where a line says only that people are free."""
    found = _NAME.search(title or "")
    if found is None:
        return tuple(sections)
    name = _WHO_SENDS.sub("", found[0]).strip(" ,.-–")
    name = "nghỉ lễ" if _DATE.search(name) else name
    return tuple(replace(section, items=_named(section.items, name)) for section in sections)


def _named(items: Sequence[Item], name: str) -> tuple[Item, ...]:
    kept: list[Item] = []
    for item in items:
        if _EXPLAINS.match(fold(item.text)) and not item.children:
            continue
        text = item.text
        if "ghỉ" in text:
            text = _ONLY_FREE.sub(rf"\g<mark>{name[:1].upper()}{name[1:]}: ", text)
        kept.append(replace(item, text=text, children=_named(item.children, name)))
    return tuple(kept)
