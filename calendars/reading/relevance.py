"""Which of the times in an item's text are times of the thing it announces.

The grammar leaves out what is no time at all; here goes what is a time of something else: of a departure, of
what a meeting is about, of a past act, of an older document's subject, of a commemoration's first year
(reference section C.2).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.grammar.rule import NoTime, Reading, Understanding
from calendars.layouts.timelabels import is_time_label
from calendars.layouts.words import fold
from calendars.marks import Status
from calendars.reading.bounds import bounded
from calendars.reading.dayparts import part_readings
from calendars.reading.moving import is_moved_to, moved_to
from calendars.reading.precedence import has_day, outranks
from calendars.reading.scope import Scope
from calendars.reading.several import with_days_joined
from calendars.reading.spans import Span, brackets, quotations
from calendars.reading.understanding import understood
from calendars.reading.words import item_words
from calendars.recurrence import Recurrence, Roll
from calendars.when import Day, Days, Repeat, Undated, Window, extent
from calendars.when import Span as DaysFromTo

_COLON = re.compile(r":(?!\d)")
_PAST_ACT = re.compile(
    r"^[\s,]*[^,.;:]{0,60}\bda (?:ban hanh|phat hanh|co|to chuc|gui|thong bao|trieu tap|ky)\b"
)
_PAIR = re.compile(r"\d{1,2}/\d{1,2}")
_COUNTED = re.compile(
    r"\s+(?:khu pho|khu dan cu|to dan pho|xa|phuong|thi tran|huyen|quan|thon|ban|ap|lang|to|ho|don vi|chi tieu|chi bo"
    r"|chi hoi|chi doan|truong|co so|dai bieu|hoi vien|doan vien|dang vien|can bo|nguoi|phieu|du thao|nhiem vu|tieu chi"
    r"|ho so|y kien)\b"
)
# With diacritics: "lưu trữ" keeps archives.
_LODGING = re.compile(
    r"\b(?:phòng nghỉ|lưu trú|ăn nghỉ|đặt phòng|chỗ nghỉ|khách sạn)\W*(?:từ\W*)?(?:ngày\W*)?$", re.IGNORECASE
)
_HAS_BEEN = re.compile(
    r"\bda (?:tien hanh|to chuc|hoan thanh|khai giang|khai mac|be mac|dien ra|thuc hien|ban hanh|phat dong|ra quan"
    r"|ket nap|trien khai|tham muu|phoi hop|xu ly|kiem tra|trao)\b"
)
_STATE_OF_THINGS = re.compile(r"\(\s*(?:den nay|tinh den|so lieu|luy ke|den thoi diem)\b")
_INTRODUCED = re.compile(r"(?:^|[.;\n]\s*)(?:thuc hien|can cu|theo|tren co so|trien khai thuc hien)\s+$")
_OF_A_MONTH = re.compile(r"(?:\s*(?:của|trong))?\s*\btháng\b(?!\s*\d)", re.IGNORECASE)
_END_OF_MONTH = re.compile(r"(?P<end>đầu|cuối)\s+tháng\b", re.IGNORECASE)
_ENDS = {"đầu": "đầu tiên", "cuối": "cuối cùng"}
_ROLLS = {
    "day-off-to-the-next-working-day": Roll.NEXT,
    "day-off-to-the-working-day-before": Roll.PREVIOUS,
    "day-off-to-the-nearest-working-day": Roll.NEAREST,
}
_EXCEPTION = re.compile(
    r"\(?\b(?:trừ|không (?:họp|tổ chức) (?:vào )?)\s*(?:các\s+)?[^();.]*\)?", re.IGNORECASE
)
_FORMERLY = re.compile(
    r"(?:lịch|thời gian|ngày|kế hoạch)\s+(?:cũ|trước đây|"
    r"ban đầu)\s*(?:là)?\s*:?\s*(?:ngày\s+)?(?P<day>\d{1,2}/\d{1,2}(?:/\d{4})?)"
)
_HANDING_IN = re.compile(
    r"(?:gửi|nộp|báo cáo|đăng ký|trình)\b[^\d:]*?\s"
    r"(?=(?:xong\s+)?(?:trước|chậm nhất|muộn nhất|không muộn|đến hết|trong)\b)",
    re.IGNORECASE,
)
# "báo cáo tháng 12 (xong trước ...)": the month is what the report is about.
_TOPIC_OF_DEADLINE = re.compile(r"(?:tháng|quý|tuần|năm)\s+[\dIVX]+(?:/\d{4})?\s*\(\s*", re.IGNORECASE)
_NAME_BEFORE = re.compile(
    r"(?:\b[Đđ]/c|\b[Đđ]ồng chí|\b[Ôô]ng|\b[Bb]à|\bP?CT|\bP?BT|\bP?GĐ|\bP?HT|\bP?CVP)\.?\s+$"
)
_PARTS_AS_NAMES = ("sang", "chieu")
_MONTHLESS = re.compile(
    r"\D*?(?:các\s+)?ngày\s+\d{1,2}(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?\d{1,2})*", re.IGNORECASE
)
_IN_MONTHS = re.compile(  # "tháng 3, tháng 6, tháng 9, tháng 12, ngày 15"
    r"(?:các\s+)?tháng\s+\d{1,2}(?:\s*(?:,|;|và)\s*(?:tháng\s+)?\d{1,2}\b)+[\s,:]*(?:vào\s+)?$", re.IGNORECASE
)
_OWN_PAPER = re.compile(
    r"(?:sẽ\s+)?(?:có|theo)\s+(?:giấy mời|thư mời|lịch)(?:\s+(?:cụ thể|chi tiết))*\s+riêng\b", re.IGNORECASE
)
_MINUTES = re.compile(r"\W*hom nay\b.*?\b(?:tien hanh|chung toi|da (?:hop|dien ra|to chuc))\b", re.DOTALL)
_LONG = 40


def relevant_readings(
    text: str, found: Understanding, label: Sequence[Reading], scope: Scope
) -> list[Reading]:
    """The readings of an item's text that tell its time, in order, lone parts of the day among them."""
    taken = [no_time.at for no_time in found.no_times] + [observance.at for observance in found.observances]
    quoted = quotations(text)
    own = [_trimmed(text, reading, scope) for reading in found.readings if not _is_in_name(reading, quoted)]
    own = with_days_joined(text, own)
    readings = [
        reading
        for reading in part_readings(text, own, taken)
        if not (
            _is_of_minutes(text, reading)
            or _is_assembly(text, reading)
            or _is_past_act(text, reading, scope)
            or _is_reported(text, reading, scope)
            or _is_ratio(text, reading)
            or _is_lodging(text, reading)
            or _is_of_a_citation(text, reading, found.no_times)
        )
    ]
    readings = sorted([*readings, *_formerly(text, readings, scope)], key=lambda reading: reading.at)
    readings = bounded(text, _rolling(readings))
    if scope.notice:
        readings = moved_to(text, readings)
    if scope.day is not None:
        readings = [_on_that_day(text, reading) for reading in readings]
    if scope.recurring:
        readings = [_every_month(text, reading, scope) for reading in readings]
    return _without_topics(text, _without_first_years(readings, label), label)


def _rolling(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with "trường hợp ngày 03 rơi vào ngày nghỉ thì ..." as what the repeat before it does."""
    kept: list[Reading] = []
    for reading in readings:
        roll = next((_ROLLS[rule] for rule in reading.rules if rule in _ROLLS), None)
        before = kept[-1].when if kept else None
        if isinstance(before, Repeat) and isinstance(reading.when, Repeat) and _only_how_often(reading.when):
            continue  # "mỗi tháng một lần vào ngày 03 hằng tháng"
        if roll is not None and isinstance(reading.when, Day) and isinstance(before, Repeat):
            rolled = replace(before, recurrence=replace(before.recurrence, roll=roll))
            kept[-1] = replace(kept[-1], when=rolled)
        else:
            kept.append(reading)
    return kept


def _only_how_often(when: Repeat) -> bool:
    each = when.recurrence
    return not (each.by_day or each.by_month_day or each.by_month or each.by_set_pos or when.hours)


def _formerly(text: str, readings: Sequence[Reading], scope: Scope) -> list[Reading]:
    """The old days that a remark tells ("lịch cũ 12/11"), which bare would be no days."""
    found: list[Reading] = []
    for remark in _FORMERLY.finditer(text):
        span = remark.span("day")
        if any(reading.at[0] < span[1] and span[0] < reading.at[1] for reading in readings):
            continue
        told = understood(f"ngày {remark['day']}", scope.context).readings[:1]
        found += [replace(reading, at=span, status=Status.POSTPONED) for reading in told]
    return found


def _on_that_day(text: str, reading: Reading) -> Reading:
    """A reading with "cùng ngày" as its hours alone: which day that is, the item above tells."""
    if "cung ngay" in fold(text[slice(*reading.at)]) and not isinstance(reading.when, Repeat):
        return replace(reading, when=Undated(reading.when.hours))
    return reading


def _trimmed(text: str, reading: Reading, scope: Scope) -> Reading:
    """A reading without what names the thing: the verb before ("gửi báo cáo trước ...") or the words after a colon."""
    begin, end = reading.at
    if verb := _HANDING_IN.match(text, begin, end):
        return replace(reading, at=(verb.end(), end))
    if reading.deadline and (topic := _TOPIC_OF_DEADLINE.match(text, begin, end)):
        return replace(reading, at=(topic.end(), end))
    found = _COLON.search(text, begin, end)
    if not found:
        return reading
    if _NAME_BEFORE.search(text[:begin]) and fold(text[begin : found.start()]).strip() in _PARTS_AS_NAMES:
        own = understood(text[found.end() : end], scope.context).readings
        return replace(own[0], at=(found.end(), end)) if own else reading
    behind = text[found.end() : end]
    if is_time_label(behind):
        return reading
    before = understood(text[begin : found.start()], scope.context).readings
    if not before:
        return reading
    return replace(before[0], at=(begin, found.start()))


def _without_first_years(readings: Sequence[Reading], label: Sequence[Reading]) -> list[Reading]:
    """The readings with a pair like (07/5/1954 - 07/5/2024) as its second day, or without it if a day is known."""
    firm = [
        r for r in (*label, *readings) if has_day(r) and not _is_pair(r) and not isinstance(r.when, Window)
    ]
    kept: list[Reading] = []
    for reading in readings:
        if not _is_pair(reading):
            kept.append(reading)
        elif not firm and isinstance(reading.when, DaysFromTo) and reading.when.last:
            kept.append(replace(reading, when=Day(reading.when.last)))
    return kept


def _is_pair(reading: Reading) -> bool:
    when = reading.when
    if not isinstance(when, DaysFromTo) or when.last is None:
        return False
    return when.last.year - when.first.year >= 2 and (when.first.month, when.first.day) == (
        when.last.month,
        when.last.day,
    )


def _every_month(text: str, reading: Reading, scope: Scope) -> Reading:
    """In a standing rule "ngày làm việc cuối cùng của tháng" is of every month, and "(trừ tháng 7)" belongs to it."""
    begin, end = reading.at
    period = scope.context.period
    phrase = text[begin:end]
    if isinstance(reading.when, Day) and "the-month" in reading.rules and period and len(period) > _LONG:
        phrase = _OF_A_MONTH.sub(" hằng tháng", phrase, count=1)
    elif (
        isinstance(reading.when, Day)
        and {"weekdays", "part-of-a-month"} <= set(reading.rules)
        and not (period and len(period) <= _LONG)
    ):
        phrase = _END_OF_MONTH.sub(lambda found: f"{_ENDS[found['end'].lower()]} hằng tháng", phrase)
    elif (
        isinstance(reading.when, (Day, Days))
        and period
        and len(period) > _LONG
        and _MONTHLESS.fullmatch(phrase)
    ):
        phrase = phrase[phrase.lower().index("ngày") :]
        if named := _IN_MONTHS.search(text[:begin]):
            begin = named.start()
            months = ", ".join(re.findall(r"\d+", named[0]))
            phrase = f"{phrase} các tháng {months} hằng năm"
        else:
            phrase += " hằng tháng"
    elif not isinstance(reading.when, Repeat):
        return reading
    exception = _EXCEPTION.search(text, end)
    for tried in ([f"{phrase} {exception[0]}"] if exception else []) + [phrase]:
        for other in understood(tried, scope.context).readings:
            if isinstance(other.when, Repeat) and _says_as_much(other.when.recurrence, reading):
                return replace(other, when=_rolling_as(other.when, reading), at=(begin, end))
    return reading


def _rolling_as(when: Repeat, reading: Reading) -> Repeat:
    """A repeat that goes where the reading says when it meets a day off, if it does not say so itself."""
    roll = reading.when.recurrence.roll if isinstance(reading.when, Repeat) else None
    return replace(when, recurrence=replace(when.recurrence, roll=when.recurrence.roll or roll))


def _says_as_much(recurrence: Recurrence, reading: Reading) -> bool:
    if not isinstance(reading.when, Repeat):
        return True
    other = reading.when.recurrence
    return (recurrence.frequency, recurrence.by_day, recurrence.by_month_day) == (
        other.frequency,
        other.by_day,
        other.by_month_day,
    )


def _without_topics(text: str, readings: Sequence[Reading], label: Sequence[Reading]) -> list[Reading]:
    """The readings without those that tell no time of the thing itself, where its day is known.

    Such are stretches of time that it is about ("họp đầu năm (8h)") and days other than that of its label.
    """
    firm = [r for r in (*label, *readings) if has_day(r) and not isinstance(r.when, Window)]
    if firm:
        readings = [_firm_beside(text, reading) for reading in readings]
    exact = next((r.when for r in label if has_day(r) and not isinstance(r.when, Window)), None)
    kept: list[Reading] = []
    for reading in readings:
        begin, end = reading.at
        is_window = isinstance(reading.when, Window)
        if (
            firm
            and not has_day(reading)
            and not reading.when.hours
            and reading.status is not Status.TENTATIVE
        ):
            continue  # a weekday alone, beside a day that is known
        if _is_named_period(reading) and any(r is not reading and not _is_named_period(r) for r in firm):
            continue
        other_day = (
            exact is not None and has_day(reading) and not is_window and not outranks(reading, exact, text)
        )
        if other_day and not reading.deadline:
            continue
        if not firm or not is_window or is_moved_to(text, reading) or not text[:begin].strip(" -+*•("):
            kept.append(reading)
        elif reading.when.hours and (found := re.search(r"[(,;]", text[begin:end])):
            kept.append(
                replace(reading, at=(begin + found.start() + 1, end), when=Undated(reading.when.hours))
            )
    return kept


def _firm_beside(text: str, reading: Reading) -> Reading:
    """A mark that an invitation or a list follows, beside a day that is known, leaves that day firm (B.10)."""
    if reading.status is Status.TENTATIVE and isinstance(reading.when, Undated) and not reading.when.hours:
        return replace(reading, status=Status.CONFIRMED) if _OWN_PAPER.match(text, reading.at[0]) else reading
    return reading


def _is_named_period(reading: Reading) -> bool:
    """Whether a deadline is only the end of a named period ("báo cáo quý I"), perhaps what the thing is about."""
    return "completion" in reading.rules and not any("dat" in rule or "day" in rule for rule in reading.rules)


def _is_in_name(reading: Reading, quoted: Sequence[Span]) -> bool:
    """Whether a time is a word of a quoted name ("Chủ nhật Đỏ")."""
    begin, end = reading.at
    return any(a < begin and end < b and (b - a) - (end - begin) > 5 for a, b in quoted)


def _is_past_act(text: str, reading: Reading, scope: Scope) -> bool:
    """Whether a notice tells of what was done on that day ("Ngày 06/5, Sở đã ban hành Giấy mời ...")."""
    begin, end = reading.at
    if not scope.notice or not has_day(reading) or re.search(r"[^.;\n]\s*$", text[:begin].rstrip(" -+")):
        return False
    return _PAST_ACT.match(fold(text[end : end + 110])) is not None


def _is_reported(text: str, reading: Reading, scope: Scope) -> bool:
    """Whether a day is told of what was done ("đã tổ chức ... (các ngày 10/7, 14/8)", "(đến nay ..., số liệu ...)").

    In a notice "đã thông báo" tells the old time, which counts.
    """
    begin = reading.at[0]
    if not has_day(reading) and not reading.when.hours:
        return False
    bracket = next((span for span in brackets(text) if span[0] < begin < span[1]), None)
    if bracket is not None and _STATE_OF_THINGS.match(fold(text[bracket[0] : begin])):
        return True
    span = extent(reading.when)
    known = scope.context.period.first if scope.context.period else scope.context.issued
    if scope.notice or span is None or known is None or span.last >= known:
        return False
    before, after = (
        re.split(r"[.;\n]\s", text[:begin])[-1],
        re.split(r"[.;\n]", text[reading.at[1] :])[0][:60],
    )
    return _HAS_BEEN.search(fold(before)) is not None or (
        not before.strip(" -+*") and _HAS_BEEN.search(fold(after)) is not None
    )


def _is_of_minutes(text: str, reading: Reading) -> bool:
    """Whether a time is that of the meeting whose minutes these are ("Hôm nay, hồi 8 giờ, đã tiến hành họp")."""
    begin, end = reading.at
    sentence = re.split(r"[.;\n]\s", text[:begin])[-1] + text[begin : end + 200]
    return _MINUTES.match(fold(sentence)) is not None


def _is_ratio(text: str, reading: Reading) -> bool:
    """Whether a bare pair of numbers counts ("7/8 khu phố đạt chuẩn", reference section C.3)."""
    begin, end = reading.at
    return (
        _PAIR.fullmatch(text[begin:end]) is not None
        and _COUNTED.match(fold(text[end : end + 30])) is not None
    )


def _is_lodging(text: str, reading: Reading) -> bool:
    """Whether a day is a night's in a hotel ("đăng ký phòng nghỉ đêm 12/12")."""
    begin = reading.at[0]
    return not reading.deadline and _LODGING.search(text[max(0, begin - 40) : begin]) is not None


def _is_of_a_citation(text: str, reading: Reading, no_times: Sequence[NoTime]) -> bool:
    """Whether a time is of a cited document's matter ("Thực hiện Công điện số 15 về giãn cách từ ngày 05/8, ...")."""
    begin = reading.at[0]
    for no_time in no_times:
        start, end = no_time.at
        if no_time.reason == "citation" and end <= begin and _INTRODUCED.search(fold(text[:start])):
            return re.search(r"[,:;.]\s", text[end:begin]) is None
    return False


def _is_assembly(text: str, reading: Reading) -> bool:
    """Whether a time is that of a departure, a gathering or a registration, which is not the beginning."""
    begin, end = reading.at
    if has_day(reading):
        return False
    words = item_words()["items.assembly"]
    near = re.split(r"[.;(\n]", fold(text[max(0, begin - 40) : begin]))[-1]
    found = words.all(near)
    if found and not re.search(r"\b(?:hop|hoi nghi|khai mac)\b", near[found[-1].end() :]):
        return reading.when.hours.start is not None
    return words.match(fold(text[end : end + 30]).lstrip(" :-–")) is not None
