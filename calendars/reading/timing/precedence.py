"""Which of the times around an item is its time: item > its bracket > section > period (reference section 0.1).

An item's own time outranks all; nothing then comes from the section, not even the tentative mark. `outranking`
says which of two times is meant, `joining` puts together what stands apart: hours and days, a beginning and its end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from calendars.grammar.rule import Reading
from calendars.layouts.words import fold
from calendars.marks import Issue, Status
from calendars.reading.timing.halves import may_be_in
from calendars.reading.timing.joining import (
    closing,
    is_end,
    lasting_until,
    of_its_end,
    together,
    until_told,
    with_these_hours,
)
from calendars.reading.timing.lasting import for_its_length
from calendars.reading.timing.outranking import (
    begins,
    in_bracket,
    is_due_by,
    is_handed_in,
    is_remark,
    names_a_week,
    narrows,
    opens,
    outranks,
)
from calendars.times import DayPart, DaySpan
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, When, Window, extent, with_hours

_OPENS_CAMPAIGN = re.compile(
    r"[\W\d]*(?:chao co, )?(?:to chuc )?(?:le )?(?:khoi dong|phat dong|ra quan|ra mat)\b"
)
_OPENS_CLASS = re.compile(r"\b(?:khai giang|khai mac|bat dau)\b")
OLD = (Status.POSTPONED, Status.CANCELLED)

ROW_OF_A_WEEK = "row-of-a-week"
"""The rule of the days of a label that only tell in which week of a month something is."""


class Origin(StrEnum):
    """Whose time it is."""

    OWN = "own"
    LABEL = "label"
    SECTION = "section"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Settled:
    """The time of an item, how sure it is, and whose it is."""

    when: When
    status: Status
    deadline: bool
    origin: Origin
    issues: tuple[Issue, ...] = ()


def has_day(reading: Reading) -> bool:
    """Whether a reading tells more than an hour or that the time will be told."""
    return not isinstance(reading.when, Undated)


def settle(
    own: Sequence[Reading],
    label: Sequence[Reading],
    section: Sequence[Reading],
    period: DaySpan | None,
    text: str,
    day: Reading | None = None,
) -> Settled | None:
    """The time of an item from its own readings, its label's (column, day heading), its section's and the period.

    period: given only where an item without any time belongs to the whole period; day: that of the meeting
    which a letter is about, for an item of it that tells only an hour. None where nothing gives a time.
    """
    label = lasting_until(label)
    dated = _without_campaign([reading for reading in own if has_day(reading)], label, text)
    hours = sorted((closing(reading, text) for reading in own if not has_day(reading)), key=_is_part)
    label_days = [reading for reading in label if has_day(reading)]
    label_hours = [reading for reading in label if not has_day(reading)]
    label_hours += [of_its_end(r, label_days[0]) for r in label_days[1:] if r.when.hours]
    issues = tuple(issue for reading in (*own, *label) for issue in reading.issues)
    base, origin = _base(dated, label_days, section, text)
    open_yet = base is None or (origin is Origin.SECTION and isinstance(base.when, Window))
    if open_yet and day is not None and any(r.when.hours for r in (*hours, *label_hours)):
        base, origin = day, Origin.LABEL
    later = next((r for r in label_hours if r.status is Status.TENTATIVE and not r.when.hours), None)
    if base is None and later is not None:
        return Settled(later.when, Status.TENTATIVE, False, Origin.LABEL, issues)
    if base is None and period is not None and len(period) <= _A_WEEK and _ALL_WEEK.search(text):
        base, origin = Reading((0, 0), Span(period.first, period.last)), Origin.OWN
    if base is None and period is not None:
        base, origin = Reading((0, 0), Window(period.first, period.last), Status.TENTATIVE), Origin.PERIOD
    if base is None:
        told = next((r for r in hours if r.status is Status.TENTATIVE or r.when.hours), None)
        return Settled(told.when, Status.TENTATIVE, told.deadline, Origin.OWN, issues) if told else None
    when = base.when
    if origin is Origin.SECTION and any(reading.when.hours.start for reading in hours):
        when = with_hours(when, Hours())  # "Ngày 11/9: - 8h00: họp A;" over "- 14h00: họp B"
    tentative = base.status is Status.TENTATIVE
    if origin is Origin.OWN and (
        is_due_by(base, text) or (label_days and _is_another(when, label_days[0].when))
    ):
        # The half of the day in whose row it stands is not that of the last day, nor of another day.
        label_hours = [reading for reading in label_hours if reading.when.hours.start]
    others = [*hours, *(label_hours if origin is Origin.LABEL or label_days else ())]
    deadline = base.deadline or any(reading.deadline for reading in hours)
    tentative = tentative or any(reading.status is Status.TENTATIVE for reading in (*hours, *label_hours))
    if origin is Origin.OWN and label_days and _begins_with(when, label_days[0].when):
        others += label_hours + [
            r._replace(when=Undated(r.when.hours))
            for r in label_days
            if r.when.hours and may_be_in(when.hours, r.when.hours)
        ]
    if origin is Origin.OWN and len(dated) > 1:
        when = together(when, dated, text)
    if origin in (Origin.LABEL, Origin.SECTION):
        when = until_told(when, dated, text)
    if origin is Origin.LABEL:
        when = next((with_hours(when, r.when.hours) for r in dated if opens(r, when, text)), when)
    when = with_these_hours(when, [reading.when.hours for reading in others])
    when = for_its_length(when, text, len(dated))
    if base.status in OLD:
        status = base.status
    else:
        status = Status.TENTATIVE if tentative or isinstance(when, Window) else Status.CONFIRMED
    return Settled(when, status, deadline, origin, issues)


def _is_another(when: When, label: When) -> bool:
    """Whether it is on a day of its own, far from that of the row or heading in which it stands."""
    own, told = extent(when), extent(label)
    single = isinstance(when, (Day, Days)) and isinstance(label, Day)
    return single and own is not None and told is not None and not own.overlaps(told)


def _begins_with(when: When, label: When) -> bool:
    """Whether days lie within those of a label, or begin on its day: its hours are theirs."""
    return narrows(when, label) or (
        isinstance(when, Span) and isinstance(label, Day) and when.first == label.day
    )


def _without_campaign(dated: list[Reading], label: Sequence[Reading], text: str) -> list[Reading]:
    """The days of an item without those, in a bracket, of what it only opens ("Phát động thi đua (10/10 - 30/11)").

    So does a class that opens on a day of its own: "Lớp khai giảng (học thứ 4 và thứ 6 hằng tuần)".
    """
    if label and isinstance(label[0].when, Day) and _OPENS_CLASS.search(fold(text)):
        dated = [r for r in dated if not (isinstance(r.when, Repeat) and in_bracket(text, r))]
    if not any(isinstance(reading.when, Span) for reading in dated) or not _OPENS_CAMPAIGN.match(fold(text)):
        return dated
    days = [reading.when.day for reading in (*dated, *label) if isinstance(reading.when, Day)]
    kept: list[Reading] = []
    hours: list[Hours] = []
    for reading in dated:
        when = reading.when
        if isinstance(when, Span) and when.first in days and in_bracket(text, reading):
            hours.append(when.hours)
        else:
            kept.append(reading)
    return [reading._replace(when=with_these_hours(reading.when, hours)) for reading in kept]


def _is_part(reading: Reading) -> bool:
    """False, so that it comes first, for "cả ngày": beside it "Sáng:" only tells the row in which the thing stands."""
    return reading.when.hours.part is not DayPart.ALL_DAY


def _base(
    dated: Sequence[Reading], label: Sequence[Reading], section: Sequence[Reading], text: str
) -> tuple[Reading | None, Origin]:
    if label:
        first = label[0]
        exact = isinstance(first.when, (Day, Days, Span, Repeat))
        for reading in dated:
            if isinstance(reading.when, Window) and (exact or not narrows(reading.when, first.when)):
                continue
            due = is_due_by(reading, text) and not first.deadline
            week = ROW_OF_A_WEEK in first.rules
            if not week and opens(reading, first.when, text):
                continue
            if not exact or due or outranks(reading, first.when, text):
                return reading, Origin.OWN
        return first, Origin.LABEL
    days = [reading for reading in section if has_day(reading)]
    if dated and days and isinstance(days[0].when, Day) and all(is_end(r, days[0].when, text) for r in dated):
        return days[0], Origin.SECTION
    if dated:
        firm = [reading for reading in dated if not isinstance(reading.when, Window)]
        firm = [reading for reading in firm if not names_a_week(reading, text)] or firm
        told = [reading for reading in firm if not (in_bracket(text, reading) and is_remark(text, reading))]
        firm = told or firm  # "Báo cáo (ngày bầu cử 15/3/2026) - 08/4"
        meeting = [reading for reading in firm if not reading.deadline]
        # To register for something in May, told in a bracket, by a day in April.
        if all(
            in_bracket(text, each) and (is_handed_in(text, firm) or is_remark(text, each)) for each in meeting
        ):
            meeting = [reading for reading in firm if reading.deadline]
        if firm and begins(firm[0], text):
            return firm[0], Origin.OWN
        return (meeting or firm or _narrowest(dated))[0], Origin.OWN
    if days:
        return days[0], Origin.SECTION
    return None, Origin.PERIOD


def _narrowest(windows: Sequence[Reading]) -> list[Reading]:
    """Windows with the narrowest of those that lie in the first in front ("... cuối năm: trong tháng 12")."""
    first = windows[0]
    inner = [each for each in windows[1:] if narrows(each.when, first.when) and each.when != first.when]
    return [*inner, *windows]


_A_WEEK = 7  # days
_ALL_WEEK = re.compile(r":\s*(?:trong |suốt )?cả tuần\b|\b(?:suốt|trong cả) tuần[\s.]*$", re.IGNORECASE)
