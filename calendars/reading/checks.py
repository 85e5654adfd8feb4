"""What is odd about an entry, and how surely an entry read like this is wholly right.

Doubts become issues with their passage; nothing is dropped silently. The confidence is reckoned from how the
entry was read, not from what it says. Its weights are shares of wholly right entries among those with a clue,
rounded, over labelled documents that the rules were written with and thirty that they had never met; of the entries
without any clue 135 of 138 were right in the latter. Clues met fewer than ten times there ("time-of-period",
"day-from-table", "another-day", "no-period", "picture", an open end) are judged rather than measured.
`benchmarks.calibration` prints how the figures fare on a folder of labelled documents.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from calendars.layouts.words import fold
from calendars.marks import Category, Issue, Status
from calendars.programme import Entry, Kind
from calendars.reading.scope import Draft
from calendars.recurrence import Frequency
from calendars.times import DaySpan
from calendars.when import Day, Repeat, Span, Undated, When, Window, extent

_DURING = re.compile(
    r"\btrong (?:suốt )?thời gian (?:chiến dịch|cao điểm|đợt|diễn ra|tổ chức|thực hiện|thi|nghỉ)\b",
    re.IGNORECASE,
)
_IS_OPEN = re.compile(
    r"(?:trien lam|trung bay|hoi cho|gian hang|khong gian|phong trung bay|duong hoa|cho hoa|phong tranh)\b.{0,60}"
)
_BEFORE = timedelta(days=31)
_AFTER = timedelta(days=366)
_LONG_BEFORE = timedelta(days=120)
_LONGEST_MONTH = 31
_SURE = 0.985
_WEIGHTS = {
    "weak-head": 0.88,
    "time-of-section": 0.75,
    "time-of-period": 0.88,
    "in-prose": 0.92,
    "day-from-table": 0.90,
    "another-day": 0.80,
    "picture": 0.93,
    "untold-letters": 0.50,
    "guessed-period": 0.80,
    "no-period": 0.80,
    "unsure-layout": 0.80,
    "observance": 0.97,
}
# Readings against which nothing speaks and of which yet fewer than 98 of 100 were right at first sight.
_HARD = frozenset({"notice", "invitation", "standing-rule"})
_CEILING = 0.89
_DOUBTED, _MANY = 0.8, 0.1
_OPEN_END = 0.5
_ISSUE = 0.7


def finished(draft: Draft, period: DaySpan | None, clues: frozenset[str]) -> Entry:
    """The entry of a draft, with its issues and confidence."""
    place = draft.evidence[0] if draft.evidence else None
    issues = [issue if issue.passage else issue._replace(passage=place) for issue in draft.issues]
    # An old time may well lie in the period before.
    is_old = draft.status in (Status.POSTPONED, Status.CANCELLED)
    if period is not None and not is_old and (doubt := _outside(draft.when, draft.category, period)):
        issues.append(Issue("outside-period", doubt, place))
    if draft.category is not Category.OBSERVANCE and isinstance(draft.when, Undated):
        issues.append(Issue("undated", "the document gives no day for this", place))
    title = draft.title
    if len(title) < 4:
        issues.append(Issue("short-title", f"hardly anything is left as a title: {title!r}", place))
    unique = tuple({(issue.code, issue.detail): issue for issue in issues}.values())
    return Entry(
        title=title,
        category=draft.category,
        status=draft.status,
        when=draft.when,
        location=draft.location,
        chair=draft.chair,
        attendees=draft.attendees,
        prepared_by=draft.prepared_by,
        note=draft.note,
        evidence=draft.evidence,
        confidence=_confidence(draft, clues, len(unique)),
        issues=unique,
    )


_ANOTHER_WEEK = re.compile(r"\W*(?:xem )?lich (?:(?:cong tac|lam viec|hop) )?tuan (?:\d{1,2}|truoc|sau|toi)")

_ALL_WEEK = re.compile(r"\W*(?:ca|(?:trong )?suot) tuan\b")
_A_SCHEDULE = re.compile(  # "Sau đây là lịch làm việc tuần", "Lịch tuần 2 không còn hiệu lực"
    r"(?:[^:;.]{0,60}?\b(?:sau day la|thong bao|xin gui|kinh gui|ban hanh|xay dung) (?:cac )?)?"
    r"lich(?: (?:cong tac|lam viec|hoat dong|hop|sinh hoat))*(?: trong| cua)?(?: tuan(?: \d{1,2})?)?"
    r"(?: (?:khong con|het) hieu luc| nhu sau| cua [^:;.]{2,60})?"
    # "(BTS) - Những sự kiện chính trong tỉnh tuần này", of whatever days
    r"|(?:\([^()]{2,20}\)\W*)?(?:nhung |cac |mot so )?(?:su kien|hoat dong (?:chinh|noi bat|trong tuan))"
    r"(?: (?:chinh|noi bat|lon|dang chu y|tieu bieu|dien ra|trong tuan|tuan nay"
    r"|tuan|(?:trong|tren dia ban) (?:tinh|huyen|thanh pho|nuoc|xa)))*"
)


def is_mention(draft: Draft, period: DaySpan | None, issued: date | None = None) -> bool:
    """Whether an observance lies outside the period by more than a month, or was over when the paper was issued.

    Then it is only mentioned.
    """
    if draft.category is not Category.OBSERVANCE or period is None:
        return False
    span = extent(draft.when)
    if span is None:
        return False
    if issued is not None and span.last < min(issued, period.first):
        return True
    return span.last < period.first - _BEFORE or span.first > period.last + _BEFORE


def is_the_week(draft: Draft, period: DaySpan | None) -> bool:
    """Whether it is the line that names the week and its days: they are the whole period, and nothing is done.

    So is one that names but another week, as a page leads to it: ">> Lịch tuần 24 (08/6 - 14/6)".
    """
    if not isinstance(draft.when, Span) and "ịch" not in draft.title and "ich" not in draft.title:
        return False
    folded = fold(draft.title)
    if _ANOTHER_WEEK.fullmatch(folded):
        return True
    span = extent(draft.when) if isinstance(draft.when, Span) else None
    if span is not None and _A_SCHEDULE.fullmatch(folded):
        return True
    told = fold(draft.evidence[0].text) if draft.evidence else ""
    return span is not None and span == period and "weak-head" in draft.clues and not _ALL_WEEK.match(told)


_MOVES_HOUSE = re.compile(
    r"\b(?:tu|ke tu) (?:ngay|thang)?[^;:.]{0,160}?\b(?:(?:dia diem|tru so|noi)(?: lam viec| tiep(?: cong)? dan)? moi\b"
    r"|(?:chuyen|doi) (?:dia diem|tru so)\b|dia diem [^;:.\d]{2,60} (?:chuyen|doi)\b)"
)


def only_begins(draft: Draft) -> bool:
    """Whether something without the name of a thing that is held begins on a day and has no end.

    "Tài liệu đăng từ ngày 01/4", "Vé phát từ 10/4": how things are from then on. Hardly any of the people who labelled
    papers took such for an entry; the time is told among those of which no entry was made.
    """
    if not isinstance(draft.when, Span) or draft.when.last is not None:
        return False
    if any(_MOVES_HOUSE.search(fold(passage.text)) for passage in draft.evidence[:1]):
        return True  # "Từ ngày 02/7, việc tiếp công dân chuyển về địa điểm mới"
    return "weak-head" in draft.clues and draft.status is Status.CONFIRMED


def only_ends(draft: Draft, kind: Kind) -> bool:
    """Whether a letter tells of something that is open only until when it is ("Trưng bày mở cửa đến hết 30/6").

    Nothing is due then, and when it opened another sentence tells.
    """
    lasts = draft.category is Category.DEADLINE and isinstance(draft.when, Day)
    return (
        lasts and kind in (Kind.INVITATION, Kind.NOTICE) and _IS_OPEN.fullmatch(fold(draft.title)) is not None
    )


_BY_WEEK = re.compile(
    r"\b(?:trước|hết|chậm nhất|hạn|xong|trong)\s+(?:\w+\s+)?tuần\s+(?:thứ\s+)?\d{1,2}\b(?!\s*[/(])",
    re.IGNORECASE,
)


def is_of_another_count(draft: Draft, period: DaySpan | None) -> bool:
    """Whether a window lies far from a month's programme: "tuần 11" counts a school year's weeks.

    So does the last day of such a week ("đến hết tuần 7").
    """
    due = draft.category is Category.DEADLINE
    by_week = due and any(_BY_WEEK.search(passage.text) for passage in draft.evidence)
    span = extent(draft.when) if isinstance(draft.when, Window) or by_week else None
    if period is None or span is None or len(period) > _LONGEST_MONTH or (due and not by_week):
        return False
    return span.first > period.last + 2 * _BEFORE or span.last < period.first - _BEFORE


def lasts_as_another(draft: Draft) -> bool:
    """Whether it recurs only as long as something else lasts ("hằng ngày, trong thời gian chiến dịch")."""
    return _DURING.search(draft.evidence[0].text if draft.evidence else draft.title) is not None


def is_long_past(draft: Draft, period: DaySpan | None, issued: date | None = None) -> bool:
    """Whether all of it lies well before the period, or so far after it that it belongs to something else.

    A deadline or a day of a letter that was over when it was issued asks for nothing any more.
    """
    if isinstance(draft.when, Span) and draft.when.last is None and period is not None and issued is not None:
        # Since when something has been so ("nghe báo cáo tình hình từ ngày 01/7"); a programme tells what begins.
        return draft.when.first < min(period.first, issued) and draft.status is Status.CONFIRMED
    span = extent(draft.when)
    asks = draft.category is Category.DEADLINE or isinstance(draft.when, Day)
    if period is None and issued is not None and span is not None and asks:
        # "Mô hình cấy ngày 26/6, dự kiến cho năng suất ...": in doubt is another thing than the day.
        return span.last < issued and draft.status in (Status.CONFIRMED, Status.TENTATIVE)
    if period is None or span is None or draft.status in (Status.POSTPONED, Status.CANCELLED):
        return False
    return span.last < period.first - _BEFORE or span.first > period.last + _AFTER


def was_before(draft: Draft, period: DaySpan, issued: date | None) -> bool:
    """Whether a programme speaks of a day before it and its period, and not of a thing that is held.

    "Lịch này thay lịch gửi ngày 15/9", "Lượt khách tuần trước (16/3 - 22/3)": the time is told among those not taken.
    """
    if isinstance(draft.when, Window):  # "(năm 2023: 95,7%)" in a programme of 2024
        return draft.when.last < min(period.first, issued or period.first)
    if draft.status is not Status.CONFIRMED or draft.when.hours:
        return False  # "báo lại trước 16h thứ Sáu tuần này", "tổng vệ sinh chiều 07/02"
    span = extent(draft.when) if "weak-head" in draft.clues else None
    return span is not None and span.last < min(period.first, issued or period.first)


def first_held(drafts: Sequence[Draft]) -> date | None:
    """The first day for which a paper tells an hour, too."""
    spans = (extent(draft.when) for draft in drafts if draft.when.hours.start is not None)
    return min((span.first for span in spans if span is not None), default=None)


def is_of_years_ago(draft: Draft, held: date | None) -> bool:
    """Whether a letter speaks of a bare day long before what it invites to ("... được hiến tặng ngày 23/11/2022")."""
    span = extent(draft.when) if isinstance(draft.when, Day) and not draft.when.hours else None
    if span is None or held is None or draft.category is not Category.MEETING:
        return False
    return draft.status is Status.CONFIRMED and span.last < held - _LONG_BEFORE


_EACH_YEAR = re.compile(r"(?:^|[.\n])\W*(?:hang|moi) nam\b")


def is_day_of_a_feast(draft: Draft, kind: Kind) -> bool:
    """Whether it is the day itself of a holiday for which another day is off ("Giỗ Tổ trùng Chủ nhật")."""
    programme = kind in (Kind.MONTHLY, Kind.WEEKLY)
    return programme and draft.category is Category.OBSERVANCE and draft.status is Status.POSTPONED


def is_of_every_year(draft: Draft, kind: Kind) -> bool:
    """Whether a letter says when something is held every year, before it says when this time ("Hằng năm, vào ...")."""
    yearly = isinstance(draft.when, Repeat) and draft.when.recurrence.frequency is Frequency.YEARLY
    told = fold(draft.evidence[0].text) if yearly and draft.evidence else ""
    return kind in (Kind.INVITATION, Kind.NOTICE) and _EACH_YEAR.search(told) is not None


def _outside(when: When, category: Category, period: DaySpan) -> str | None:
    span = extent(when) if category is not Category.OBSERVANCE else None
    if span is None or span.overlaps(period):
        return None
    if category is Category.DEADLINE and span.first > period.last:
        return None
    return f"{span.first} to {span.last} lies outside the programme's period, {period.first} to {period.last}"


def _confidence(draft: Draft, clues: frozenset[str], issues: int) -> float:
    sure = _SURE
    for clue in draft.clues | clues:
        sure *= _WEIGHTS.get(clue, 1.0)
    if isinstance(draft.when, Span) and draft.when.last is None:
        sure *= _OPEN_END
    if len(draft.title) > 140:
        sure *= 0.93
    if _HARD & clues or isinstance(draft.when, Window):
        sure = min(sure, _CEILING)
    return round(max(0.05, sure * _ISSUE**issues), 3)


def as_sure_as_the_rest(entries: Sequence[Entry], untaken: int) -> tuple[Entry, ...]:
    """The entries, none of them sure in a document of which much was doubted or left.

    untaken: times of the document that no entry tells. Where a tenth of the entries is doubted, or as many times are
    left, the form of the document was hardly understood, and what seems plain in it was right in 85 of 100 cases only.
    """
    doubted = sum(entry.confidence < _DOUBTED for entry in entries)
    if max(doubted, untaken) <= _MANY * len(entries):
        return tuple(entries)
    return tuple(replace(entry, confidence=min(entry.confidence, _CEILING)) for entry in entries)


def unsure_layout(likelihood: float) -> bool:
    """Whether the form of the document was hardly recognised."""
    return likelihood < 0.5
