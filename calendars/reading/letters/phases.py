"""What stands below the labelled time of a letter: hours of one meeting, its sessions, or halves of its day.

    Thời gian: Chủ nhật, ngày 08/01/2023          Thời gian: 02 ngày, 07 và 08/12/2017
     + 7h30 - 8h30: họp toàn trường                + Phiên trù bị: 14h00 ngày 07/12/2017
     + 8h45: họp theo lớp                          + Phiên chính thức: 7h30 ngày 08/12/2017

The first is one meeting with an agenda, the second two sessions with days of their own. What is hard is that both
are joined to one text of the label (reference section A.7).
"""

import re
from dataclasses import dataclass, replace
from datetime import time

from calendars.layouts.layout import Item, Section
from calendars.layouts.timelabels import begins_with_clock, names_a_day
from calendars.layouts.words import fold
from calendars.reading.items import read_item
from calendars.reading.letters.agendas import agenda_of
from calendars.reading.naming.titles import has_head
from calendars.reading.scope import Draft, Scope
from calendars.reading.words import item_words
from calendars.times import DayPart
from calendars.when import Hours, Span, with_hours

_CLOCK = r"\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?!\d)(?:\s*phút|['’′])?"
_RANGE = rf"{_CLOCK}(?:\s*(?:-|–|đến)\s*{_CLOCK})?"
_NAME_FIRST = re.compile(  # "Phần lễ: 7h30", "Khai mạc: từ 8h00"
    rf"(?P<what>[^\W\d][^:;\d]{{2,50}}):\s*(?:(?:từ|lúc|vào|hồi|bắt đầu)\s+)*(?P<when>{_RANGE})"
    r"(?P<rest>(?!\s*(?:ngày|thứ|\d)).*)",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = re.compile(
    rf"(?P<what>(?:dự kiến\s+)?(?:bế mạc|kết thúc|chia tay)(?:\s+dự kiến)?)\s*:?\s*(?:lúc|vào|hồi)?\s*"
    rf"(?P<when>{_CLOCK})"
)
_OPENS = re.compile(  # "Khai mạc: 8h00 ngày 17/10/2024" over "Bế mạc: 16h00 ngày 18/10/2024"
    rf"(?:lễ )?(?:khai mạc|khai giảng|bắt đầu)\s*:?\s*(?:(?:lúc|vào|hồi|từ)\s+)*(?P<when>{_CLOCK})",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    rf"(?:lễ )?(?:bế mạc|bế giảng|kết thúc)\s*:?\s*(?:(?:lúc|vào|hồi)\s+)*(?P<when>{_CLOCK})", re.IGNORECASE
)
_HALF = re.compile(
    r"(?P<half>(?:buổi\s+)?(?:sáng|chiều|tối))\s*(?:\((?P<inside>[^()]*)\))?\s*:\s*(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OWN_HOUR = re.compile(rf"(?:(?:từ|lúc|vào|bắt đầu)\s+)*(?P<when>{_RANGE})\s*[,:;–-]*\s*", re.IGNORECASE)
_LENGTH = re.compile(r"^(?:\d{1,2}|một|hai|nửa)\s+(?:ngày|buổi)\s*[,;(:-]+\s*", re.IGNORECASE)
_CARD = re.compile(r"(?P<name>[^:;\n]{4,110}):\s+(?P<time>[^\n]+; \d[^\n]*)")
_NEAR = 24  # letters of a row in which its own day would be told; farther on is "đường 3/2"
_BESIDE = re.compile(  # what is on behind the meeting itself
    r"\b(?:tiệc|liên hoan|gala|giao lưu|văn nghệ|ăn trưa|cơm|tham quan|họp mặt|gặp mặt|dâng hương|viếng|thi đấu)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[^\W\d][^:;\d]{2,50}:\s*\S")  # "Phiên trù bị: 14h00 ngày 07/12"


_IN_BRACKET = re.compile(  # "17 giờ 30, ngày 17/12 (17g30: đón khách; 18g00: khai mạc)"
    rf"\s*\((?P<rows>{_CLOCK}\s*[:,–-]?\s[^();]{{3,60}};\s[^()]{{5,300}})\)\s*$", re.IGNORECASE
)
_NEXT_DAY = re.compile(  # "Ngày thứ nhất:" over its rows
    r"(?:ngày (?:thứ )?(?:nhất|hai|ba|tư|\d)(?: \([^()]*\))?|ngày \d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)(?:,? (?:ngày )?\(?\d{1,2}/\d{1,2}(?:/\d{4})?\)?)?)\s*:?",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:bế mạc|bế giảng|kết thúc|chia tay|tổng kết|ra về|trở về|về lại)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phases:
    """The parts of a labelled time.

    whole: the words of the meeting's own time; rows: its agenda, each with the hour first; apart: things with times
    of their own; all_day: both halves of the day are told; last: the agenda of the last of several days, whose first
    has the rows.
    """

    whole: str | None
    rows: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    all_day: bool = False
    last: tuple[str, ...] = ()


def phases_of(time: str) -> Phases | None:
    """The phases told below a labelled time; None where it tells but one time or says it in another way."""
    whole, *below = (part.strip(" .;") for part in _IN_BRACKET.sub(r"; \g<rows>", time).split("; "))
    below = [part for part in below if part]
    if not below or not names_a_day(whole) or _NAMED.match(whole):
        return None
    own_hour = re.search(_CLOCK, whole) is not None
    if _NEXT_DAY.fullmatch(below[0]) and not own_hour:
        return _of_days(whole, below)
    if (
        not own_hour
        and len(below) == 2
        and (opens := _OPENS.match(below[0]))
        and (ends := _CLOSES.match(below[1]))
    ):
        return Phases(whole, rows=(f"{opens['when']}: Khai mạc",), last=(f"{ends['when']}: Bế mạc",))
    halves = [_HALF.match(part) for part in below]
    if all(halves):
        return _of_halves(whole, [half for half in halves if half], own_hour=own_hour)
    if halves[0] is not None and not own_hour and (told := _with_their_halves(below)):
        return _of_rows_in_halves(whole, told)
    if not own_hour and all(_NAMED.match(part) and names_a_day(part) for part in below):
        return Phases(None, apart=tuple(below))
    if (
        own_hour
        and (apart := tuple(part for part in below if _is_another_thing(part)))
        and len(apart) == len(below)
    ):
        return Phases(whole, apart=apart)
    rows = [row for part in below if (row := _as_row(part))]
    if len(rows) == len(below) and not any(names_a_day(row[:_NEAR]) for row in rows):
        return Phases(whole, rows=tuple(rows))
    return None


def _of_days(whole: str, below: list[str]) -> Phases | None:
    """The phases of several days, each with its rows below it ("Ngày thứ nhất: ...; Ngày thứ hai: ...")."""
    days: list[list[str]] = []
    for part in below:
        if _NEXT_DAY.fullmatch(part):
            days.append([])
        elif row := _as_row(part):
            days[-1].append(row)
    if len(days) < 2 or not days[0] or not days[-1]:
        return None
    return Phases(whole, rows=tuple(days[0]), last=tuple(days[-1]))


def _over_days(draft: Draft, phases: Phases) -> Draft:
    """The draft of several days with the opening hour of the first and the closing hour of the last."""
    words = item_words()

    def is_of(name: str, row: str) -> bool:
        return words[f"items.{name}"].search(fold(row)) is not None

    opening = next((row for row in phases.rows if is_of("opening", row)), None)
    opening = opening or next((row for row in phases.rows if not is_of("assembly", row)), phases.rows[0])
    closing = phases.last[-1]
    ends = _LAST.search(closing) is not None or is_of("closing", closing)
    start, end = (_clock_of(row) for row in (opening, closing))
    draft.when = with_hours(draft.when, Hours(start=start, end=end if ends else None))
    draft.note = "; ".join(filter(None, (draft.note, *phases.rows, *phases.last)))
    return draft


def _clock_of(row: str) -> time | None:
    found = _FIGURES.match(row)
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (24, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


_FIGURES = re.compile(r"\W*(?P<hour>\d{1,2})\s?(?:giờ|h|g|:)\s?(?P<minute>\d{2})?", re.IGNORECASE)


def read_phases(item: Item, scope: Scope) -> list[Draft] | None:
    """The drafts of a letter's labelled time with phases below it; None where there are none."""
    phases = phases_of(item.time or "")
    if phases is None:
        return None
    if phases.whole is None:
        bare = replace(item, time=None, location=None)
        apart = [draft for text in phases.apart for draft in read_item(replace(bare, text=text), scope)]
        for draft in apart:
            draft.location = draft.location or item.location
        return apart
    drafts = read_item(replace(item, text=phases.whole, time=None), scope)
    if len(drafts) != 1:
        return None
    if phases.last:
        return [_over_days(drafts[0], phases)] if isinstance(drafts[0].when, Span) else None
    if phases.apart:
        beside = replace(scope, subject=None)
        bare = replace(item, time=None)
        return [*drafts, *(d for text in phases.apart for d in read_item(replace(bare, text=text), beside))]
    if phases.rows:
        return _with_agenda(drafts, phases, item, scope)
    if phases.all_day:
        drafts[0].when = with_hours(drafts[0].when, drafts[0].when.hours._replace(part=DayPart.ALL_DAY))
    return drafts


def read_card(item: Item, scope: Scope) -> list[Draft] | None:
    """The drafts of a named thing with its agenda on the same line ("Lễ kỷ niệm: Chủ nhật, 16/11; 8h00: Khai mạc")."""
    found = _CARD.match(item.text)
    if found is None or item.time or item.day or item.children:
        return None
    phases = phases_of(found["time"])
    if phases is None or phases.whole is None or not phases.rows:
        return None
    drafts = read_item(replace(item, text=f"{found['name']}: {phases.whole}"), scope)
    if len(drafts) != 1:
        return None
    behind = item.text[found.end() :].strip()  # paragraphs below the card
    rest = read_item(replace(item, text=behind), scope) if behind else []
    return [*_with_agenda(drafts, phases, item, scope), *rest]


def _with_agenda(drafts: list[Draft], phases: Phases, item: Item, scope: Scope) -> list[Draft]:
    rows = Section(items=tuple(Item(text=row, passages=item.passages[:1]) for row in phases.rows))
    found = agenda_of(rows, drafts, scope, least=1) or drafts
    return [draft for draft in found if draft is drafts[0] or _BESIDE.search(draft.title)]


def _is_another_thing(part: str) -> bool:
    """Whether a part names another thing than the meeting, with a day of its own ("họp tổ: 14h00 ngày 18/7")."""
    words, folded = item_words(), fold(part)
    own = any(words[f"items.{name}"].match(folded) for name in ("opening", "closing", "assembly"))
    return _NAMED.match(part) is not None and names_a_day(part) and has_head(part) and not own


def _as_row(part: str) -> str | None:
    """A phase as a row of an agenda ("Khai mạc: 8h00" as "8h00: Khai mạc")."""
    if begins_with_clock(part):
        return part
    if found := _ENDS.match(part):
        return f"{found['when']}: {found['what']}"
    if found := _NAME_FIRST.fullmatch(part):
        return f"{found['when']}: {found['what']}{found['rest']}"
    return None


def _of_halves(whole: str, halves: list[re.Match[str]], *, own_hour: bool) -> Phases:
    """ "Sáng: nghe chuyên đề; chiều: thảo luận" below one hour are of one meeting; with an hour each they are two."""
    told = [_OWN_HOUR.match(half["what"]) or _OWN_HOUR.match(half["inside"] or "") for half in halves]
    if own_hour or not all(told):
        return Phases(whole, all_day=len(halves) > 1)
    day = _LENGTH.sub("", whole)
    apart = []
    for half, hour in zip(halves, told, strict=True):
        if hour is None:
            continue
        what = half["what"][hour.end() :] if hour.string == half["what"] else half["what"]
        apart.append(f"{hour['when']} {fold_half(half['half'])}, {day}: {what}")
    return Phases(None, apart=tuple(apart))


def _with_their_halves(parts: list[str]) -> list[re.Match[str]] | None:
    """Each part with its half of the day, a bare hour with that told above it; None where some part has no hour."""
    told: list[re.Match[str]] = []
    for part in parts:
        found = _HALF.match(part) or _HALF.match(f"{told[-1]['half']}: {part}" if told else "")
        if found is None or _OWN_HOUR.match(found["what"]) is None:
            return None
        told.append(found)
    return told


def _of_rows_in_halves(whole: str, rows: list[re.Match[str]]) -> Phases:
    """Things with an hour each ("8h00 Lễ khánh thành", "19h Liên hoan văn nghệ"), or the agenda of one meeting."""
    words = item_words()
    things = [
        (row, fold(row["what"][hour.end() :])) for row in rows if (hour := _OWN_HOUR.match(row["what"]))
    ]
    held = [(row, name) for row, name in things if not words["items.assembly"].match(name)]
    part_of_one = (words["items.opening"], words["items.closing"])
    if len(held) > 1 and all(
        has_head(name) and not any(w.match(name) for w in part_of_one) for _, name in held
    ):
        return _of_halves(whole, [row for row, _ in held], own_hour=False)
    return Phases(whole, rows=tuple(row["what"] for row in rows))


def fold_half(half: str) -> str:
    """ "Buổi sáng" as "sáng"."""
    return half.lower().removeprefix("buổi").strip()
