"""What a notice of change makes of the times that it tells: the meanings of the rules of `changes`.

Each function takes the match and the readings in it, in order, and gives those that stand instead. What is hard is what
the new time leaves out: an hour alone is on the day of the old one.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from calendars.grammar.numbers import number_of
from calendars.grammar.rule import Reading
from calendars.grammar.spans import add_months
from calendars.grammar.spelling import fold_word
from calendars.marks import Status
from calendars.when import Day, Hours, Span, Undated, When, Window, with_hours

_HALF_A_YEAR = timedelta(days=183)


def moved(found: re.Match[str], readings: list[Reading]) -> list[Reading]:
    """The last is the new time, all before it are old ones."""
    *olds, new = readings
    old = olds[-1]
    new_when = _on_day_of(new.when, old.when)
    old_when = _on_day_of(_one_day(old.when), new.when)
    return [
        *(one._replace(status=Status.POSTPONED) for one in olds[:-1]),
        old._replace(when=old_when, status=Status.POSTPONED, deadline=False),
        new._replace(when=new_when, status=_firm(new)),
    ]


def _one_day(when: When) -> When:
    """ "từ ngày 20/11 sang ..." names a day and no open range."""
    return Day(when.first, when.hours) if isinstance(when, Span) and when.last is None else when


def _firm(reading: Reading) -> Status:
    return Status.CONFIRMED if reading.status is Status.CONFIRMED else reading.status


def _on_day_of(when: When, other: When) -> When:
    """An hour alone is on the other time's day."""
    if isinstance(when, Undated) and when.hours and isinstance(other, (Day, Span)):
        return with_hours(other, when.hours)
    return when


def new_then_old(found: re.Match[str], readings: list[Reading]) -> list[Reading]:
    """The last is the old time, all before it are new ones."""
    *news, old = readings
    news[-1] = news[-1]._replace(when=_on_day_of(news[-1].when, old.when))
    return [
        *news,
        old._replace(when=_on_day_of(old.when, news[-1].when), status=Status.POSTPONED, deadline=False),
    ]


def old_then_new(found: re.Match[str], readings: list[Reading]) -> list[Reading]:
    """The last is the new time and firm, all before it are old ones, and none of them a deadline."""
    *olds, new = readings
    changed = [one._replace(status=Status.POSTPONED, deadline=False) for one in olds]
    return [*changed, new._replace(when=_on_day_of(new.when, olds[-1].when), status=Status.CONFIRMED)]


def postponed(found: re.Match[str], readings: list[Reading]) -> list[Reading]:
    """Postponed with no new day: where the words say that it will be told, an open time stands beside the old one."""
    changed = [
        one._replace(status=Status.POSTPONED) if not isinstance(one.when, Undated) or one.when.hours else one
        for one in readings
    ]
    told_later = any("told-later" in one.rules or "notice-follows" in one.rules for one in readings)
    if told_later and all(one.status is Status.POSTPONED for one in changed):
        last = readings[-1]
        changed.append(last._replace(when=Undated(), status=Status.TENTATIVE, rules=("told-later",)))
    return changed


def planned_anew(found: re.Match[str], readings: list[Reading]) -> list[Reading] | None:
    """The last is when it is planned to be held, which is not sure; None where it is not told as planned."""
    *olds, new = readings
    when = new.when
    if "tentative" not in new.rules or isinstance(when, Undated):
        return None
    if isinstance(when, Span) and when.last is not None and "near-week" in new.rules:
        when = Window(when.first, when.last)  # "trong tuần sau (17 - 21/6)" is one of its days
    changed = [one._replace(status=Status.POSTPONED, deadline=False) for one in olds]
    return [*changed, new._replace(when=when, status=Status.TENTATIVE)]


def suspended(found: re.Match[str], readings: list[Reading]) -> list[Reading] | None:
    """What is open or done every day and rests from one day to another does so then, and is put off by nothing."""
    days = readings[-1].when
    return readings if isinstance(days, Span) and days.last is not None else None


def cancelled(found: re.Match[str], readings: list[Reading]) -> list[Reading]:
    """All of them are called off."""
    return [one._replace(status=Status.CANCELLED) for one in readings]


_UNITS = {"ngay": 1, "tuan": 7}
_UNCHANGED = re.compile(r" (?:cũ|đổi|nguyên)\b")


def _shifted_by(found: re.Match[str], readings: list[Reading], sign: int) -> list[Reading] | None:
    count, unit = number_of(found["count"]), fold_word(found["unit"])
    old = readings[-1]

    def on(day: date) -> date:
        return (
            add_months(day, sign * count)
            if unit == "thang"
            else day + timedelta(days=sign * count * _UNITS[unit])
        )

    def shifted(when: When) -> When | None:
        match when:
            case Day(day=day):
                return when._replace(day=on(day))
            case Span(first=first, last=last) if last is not None:
                return replace(when, first=on(first), last=on(last))
            case Window(first=first, last=last):
                return replace(when, first=on(first), last=on(last))
        return None

    new = shifted(old.when)
    if new is None:
        return None
    return [
        *readings[:-1],
        old._replace(status=Status.POSTPONED),
        old._replace(when=new, status=Status.CONFIRMED, issues=()),
    ]


def later(found: re.Match[str], readings: list[Reading]) -> list[Reading] | None:
    """The last is the old time, and the new one lies so long after it as the words say."""
    return _shifted_by(found, readings, 1)


def later_at(found: re.Match[str], readings: list[Reading]) -> list[Reading] | None:
    """The last but one is the old time, and the last the hour of the new one, so long after it as the words say."""
    *told, hour = readings
    if not isinstance(hour.when, Undated) or hour.when.hours.start is None:
        return None
    shifted = _shifted_by(found, told, 1)
    if shifted is None:
        return None
    *olds, new = shifted
    if _UNCHANGED.search(found[0]):
        olds[-1] = olds[-1]._replace(when=with_hours(olds[-1].when, hour.when.hours))
    return [*olds, new._replace(at=hour.at, when=with_hours(new.when, hour.when.hours))]


def earlier(found: re.Match[str], readings: list[Reading]) -> list[Reading] | None:
    """The same before it."""
    return _shifted_by(found, readings, -1)


def split(found: re.Match[str], readings: list[Reading]) -> list[Reading] | None:
    """ "dời từ ngày 24/11 đến ngày 28/11" names two times and no range; None where the new time is told later."""
    old = readings[-1]
    if "notice-follows" in old.rules:
        return None
    if not isinstance(old.when, Span) or old.when.last is None or old.when.daily or "days" not in old.rules:
        return None
    hours = old.when.hours
    before = Hours(start=hours.start, part=hours.part)
    after = Hours(start=hours.end, part=hours.end_part)
    first = old.when.first
    if old.when.last - first > _HALF_A_YEAR and (first.month, first.day) != (2, 29):
        first = first.replace(
            year=old.when.last.year
        )  # moved to an earlier day of that year, which alone is told
    return [
        *readings[:-1],
        old._replace(when=Day(first, before), status=Status.POSTPONED),
        old._replace(when=Day(old.when.last, after)),
    ]


def extended(found: re.Match[str], readings: list[Reading]) -> list[Reading] | None:
    """ "gia hạn từ ngày 15/11 đến hết ngày 30/11" names the old last day and the new one."""
    parts = split(found, readings)
    return [part._replace(deadline=True) for part in parts] if parts else None
