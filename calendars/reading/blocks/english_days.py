"""Weekdays and months told in English: "MON 05/10", "Thứ Hai / Monday 05/10", "11-Nov-25".

The Vietnamese name is enough where both stand; alone an English one is put into Vietnamese, before a day and month or
as all that a line says: with the year it is the clock of a web page. Spreadsheets write a month by its English name.
"""

import re

_NAMES = {
    "mon": "Thứ Hai", "tue": "Thứ Ba", "wed": "Thứ Tư", "thu": "Thứ Năm", "fri": "Thứ Sáu", "sat": "Thứ Bảy",
    "sun": "Chủ nhật",
}  # fmt: skip
_ENGLISH = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:sday|nesday|rsday|urday|day)?\.?(?!\w)"
_VIETNAMESE = r"(?:thứ\s?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ nhật|cn)(?!\w)"
_BESIDE = re.compile(
    rf"(?<!\w)(?P<day>{_VIETNAMESE})\s{{0,2}}(?:[/|]\s{{0,2}}{_ENGLISH}|\({_ENGLISH}\)|[-–]\s{{0,2}}{_ENGLISH}(?=\s{{0,2}}(?:[-–,(:]|$|\d)))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w){_ENGLISH}\s{{0,2}}(?:[/|–-]\s{{0,2}}(?P<day>{_VIETNAMESE})|\((?P<within>{_VIETNAMESE})\))",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?P<name>{_ENGLISH})(?:\s*[,:–-]?\s+(?P<open>\()?(?=\d{{1,2}}[/.]\d{{1,2}}(?![/.\d]))|(?P<end>\s*:?\s*)$)",
    re.IGNORECASE,
)
# With its year "May" is no firm's name ("May 10"); without one a dash parts the two.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_DAY_AND_MONTH = re.compile(
    rf"(?<![\w/.-])(?P<day>\d{{1,2}})(?:-{_MONTH}(?:-(?P<short>(?:20)?\d\d))?|\s{_MONTH.replace('month', 'name')},?"
    r"\s(?P<year>20\d\d))(?![\w/-])"
)
_NAMES_MONTH = re.compile(r"(?:^|[-\s])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_MONTH_AND_DAY = re.compile(rf"(?<!\w){_MONTH}\s(?P<day>\d{{1,2}}),\s(?P<year>20\d\d)(?!\w)")


_OPENINGS = frozenset(
    (*map(str.title, _NAMES), *map(str.upper, _NAMES))
)  # "thu" in small letters is another word


def with_vietnamese_days(text: str) -> str:
    """A line with such names put into Vietnamese."""
    if "-" in text or " 20" in text:
        text = _MONTH_AND_DAY.sub(_in_figures, _DAY_AND_MONTH.sub(_in_figures, text))
    if text[:3] in _OPENINGS and _BEFORE.match(text) is None and (lone := _ALONE.match(text)):
        if lone["end"] is not None and len(lone["name"]) <= 4:
            return text  # "Sun" and "Thu" may be other words
        rest = lone["end"] if lone["end"] is not None else f" {lone['open'] or ''}"
        return f"{_NAMES[text[:3].lower()]}{rest}{text[lone.end() :]}"
    text = _BESIDE.sub(r"\g<day>", text)
    return _BEFORE.sub(lambda found: found["day"] or found["within"], text)


def may_tell(text: str) -> bool:
    """Whether a line may name a weekday or a month in English."""
    if "day" in text or "DAY" in text or text[:3] in _OPENINGS:
        return True
    return ("-" in text or " 20" in text) and _NAMES_MONTH.search(text) is not None


def _in_figures(found: re.Match[str]) -> str:
    told = found.groupdict()
    month = _MONTHS.index((told["month"] or told["name"]).lower()) + 1
    year = told["year"] or told.get("short") or ""
    return "/".join(filter(None, (told["day"], f"{month:02}", f"20{year}"[-4:] if year else "")))
