"""Two things of which a sentence says that they are held at one time: "Hội nghị A và Lễ B cùng tổ chức ngày 25/5".

Each is then a thing of its own, which a notice may move by itself. What is hard: "Hội nghị sơ kết và triển khai nhiệm
vụ ngày 25/5" is one thing, so that the sentence must say "cùng" or "đều", and both must name something that is held.
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import Reading
from calendars.reading.naming.titles import has_head
from calendars.reading.timing.precedence import has_day

_BOTH = re.compile(
    r"(?P<before>(?:[^.;\n]{0,200}[,:]\s+)?)(?P<one>[^,;:.\n]{6,120}?)(?:,?\s+và|,)\s+(?P<other>[^,;:.\n]{6,120}?),?\s+"
    r"(?P<held>(?:(?:dự kiến|sẽ|được|đã|đều|cùng|tổ chức|diễn ra|khai mạc|họp|vào|trong|lúc|một)\s+)+)"
    r"(?=(?:ngày|sáng|chiều|tối|thứ|chủ nhật|tuần|tháng|hồi)\s|\d)",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:cùng|đều)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;]\s+(?=[A-ZĐÀ-Ỹ])|\n")


def held_together(text: str, readings: Sequence[Reading]) -> list[str]:
    """The text as one for each of the two things; nothing where it does not tell of two so."""
    if "cùng" not in text and "đều" not in text:
        return []
    first = next((reading for reading in readings if has_day(reading)), None)
    if first is None:
        return []
    begin = max((found.end() for found in _SENTENCE.finditer(text, 0, first.at[0])), default=0)
    found = _BOTH.match(text, begin)
    if found is None or not first.at[0] <= found.end() < first.at[1]:
        return []
    if not (has_head(found["one"]) and has_head(found["other"])):
        return []
    said = _SAYS.sub("", found["held"])
    if said == found["held"]:
        return []
    said = " ".join(said.split())
    rest = f" {said} {text[found.end() :]}".replace("  ", " ")
    return [f"{text[: found.end('one')]}{rest}", f"{text[:begin]}{found['before']}{found['other']}{rest}"]
