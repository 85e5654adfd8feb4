"""Times of day and parts of the day.

A time is written in a dozen ways (14h, 14g30, 7 giờ rưỡi, 9 giờ kém 15); a dot between hour and minute counts
only beside other words of time, because it also stands in decimals and headings. That "2 giờ chiều" is 14:00
needs both pieces and is `combine`'s work. Words such as sáng, chiều, tối mean a part of the day only beside
something of time.
"""

from dataclasses import replace
from datetime import time
from functools import lru_cache

from calendars.grammar.numbers import SMALL_WORD, number_of
from calendars.grammar.pieces import Clock, Kind, Parts
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word
from calendars.times import DayPart

HOUR = r"(?:2[0-4]|[01]?\d)(?!\d)"
MINUTE = r"[0-5]\d(?!\d)"
_HOUR_BESIDE_MINUTES = r"(?:2[0-3]|[01]?\d|24(?= ?(?:giờ|giò|[hg:])[.:]? ?00))(?!\d)"  # "24h30" is no hour
_HOURS = r"(?:giờ|giò|h|g)"
# "đợt 2: 14 sinh viên": how many there are, and no minutes.
_COUNTED = (
    r"(?:sinh viên|học sinh|người|lớp|em|cháu|xã|hộ|đội|thôn|trường|đồng chí|đơn vị|hồ sơ|bài|tiết|hội viên|đại biểu"
    r"|cán bộ|giáo viên|đề tài|gian hàng|chiến sĩ|thanh niên|đoàn viên)"
)
_MINUTES = r"(?:'|phút|ph|p)"


def _clock(hour: int, minute: int = 0) -> time | None:
    if hour == 24:
        return time.max if minute == 0 else None
    return time(hour, minute) if minute < 60 else None


def _start(hour: int, minute: int = 0) -> Clock | None:
    at = _clock(hour, minute)
    return Clock(start=at) if at else None


def _hour_and_minute(words: Words) -> Clock | None:
    return _shown(words["hour"], words.get("minute") or "0")


@lru_cache(maxsize=2048)
def _shown(hour: str, minute: str) -> Clock | None:
    """The time that a clock shows so, of which there are as many as there are minutes."""
    at = _clock(number_of(hour), number_of(minute))
    return Clock(at, padded=hour[0] == "0") if at else None


def _whole_hours(words: Words) -> Clock | None:
    first, last = int(words["first"]), int(words["last"])
    return Clock(_clock(first), _clock(last, int(words.get("minute") or "0"))) if first < last else None


def _no_such_hour(words: Words) -> str:
    """What is written of an hour that there is not."""
    return words.get("hour") or words["alone"]


def _to_the_hour(words: Words) -> Clock | None:
    before = number_of(words["minute"])
    minutes = number_of(words["hour"]) * 60 - before
    return _start(minutes // 60, minutes % 60) if minutes >= 0 and before < 60 else None


def _half_past(words: Words) -> Clock | None:
    return _start(number_of(words["hour"]), 30)


def _twelve_hours(words: Words) -> Clock | None:
    hour, after_noon = int(words["hour"]), words["half"] in ("pm", "ch")
    if not 1 <= hour <= 12:
        return None
    at = time(hour % 12 + 12 * after_noon, int(words.get("minute") or "0"))
    return Clock(at, part=next(part for until, part in _BY_HALF if at.hour < until))


def _opens(words: Words) -> Clock | None:
    start = _hour_and_minute(words)
    return replace(start, opens=True) if start else None


def _ends(words: Words) -> Clock | None:
    start = _hour_and_minute(words)
    return Clock(end=start.start) if start else None


_PART = {
    "sáng": DayPart.MORNING,
    "trưa": DayPart.NOON,
    "chiều": DayPart.AFTERNOON,
    "tối": DayPart.EVENING,
    "đêm": DayPart.NIGHT,
    "khuya": DayPart.NIGHT,
}
_PART_OF = {fold_word(word): part for word, part in _PART.items()}
_BY_HALF = (
    (5, None),
    (12, DayPart.MORNING),
    (13, DayPart.NOON),
    (18, DayPart.AFTERNOON),
    (24, DayPart.EVENING),
)
"""The part of the day that AM and PM make of an hour, by the hour that follows it."""


def _part(words: Words) -> Parts:
    return Parts(_PART_OF[fold_word(words["part"])])


def _always(part: DayPart) -> Parts:
    return Parts(part)


_BESIDE = r"(?=,? ?(?:-|đến|ngày|sáng|chiều|tối|trưa|thứ|chủ nhật|cùng ngày|hằng))"

CLOCK_RULES = (
    Rule(
        name="half-past",
        kind=Kind.CLOCK,
        pattern=rf"(?:đúng )?(?P<hour>{HOUR}|{SMALL_WORD}) ?{_HOURS}? ?rưỡi",
        meaning=_half_past,
        examples={
            "7 rưỡi": Clock(time(7, 30)),
            "7 giờ rưỡi": Clock(time(7, 30)),
            "tám giờ rưỡi": Clock(time(8, 30)),
            "đúng 6 giờ rưỡi": Clock(time(6, 30)),
        },
        not_examples=("24 giờ rưỡi",),
    ),
    Rule(
        name="to-the-hour",
        kind=Kind.CLOCK,
        pattern=rf"(?:đúng )?(?P<hour>{HOUR}|{SMALL_WORD}) ?{_HOURS}(?: ?00)? kém (?P<minute>\d{{1,2}}"
        rf"|{SMALL_WORD})(?: ?{_MINUTES})?",
        meaning=_to_the_hour,
        examples={
            "9 giờ kém 15": Clock(time(8, 45)),
            "8h kém mười phút": Clock(time(7, 50)),
            "đúng 8 giờ kém 5": Clock(time(7, 55)),
            "8h00 kém 15": Clock(time(7, 45)),
        },
        not_examples=("9 giờ kém 75",),
    ),
    Rule(
        name="closing-hour",
        kind=Kind.CLOCK,
        pattern=r"(?:(?:(?:(?<=, )|(?<=; )|(?<=\()|(?<=\d ))dự kiến )?kết thúc:?(?!(?<=và kết thúc)"
        r"(?: lúc| vào){0,2} \d\d?(?:[h:]\d{0,2}| giờ)(?: ngày)? \d\d?/)|(?:(?<=[\dh'], )|(?<=[\dh'] và )"
        r"|(?<=[\dh']; ))bế mạc) (?:lúc |vào |trước |hồi |khoảng "
        rf"|dự kiến ){{0,2}}(?P<hour>{HOUR}) ?(?:{_HOURS}|:) ?(?P<minute>{MINUTE})?(?: ?{_MINUTES})?",
        meaning=_ends,
        examples={
            "kết thúc lúc 11h30": Clock(end=time(11, 30)),
            "kết thúc trước 17 giờ": Clock(end=time(17)),
            "khai mạc 8h, bế mạc 17h": Clock(end=time(17)),
        },
        not_examples=("Bế mạc lúc 16h00",),
    ),
    Rule(
        name="closing-hour-of-an-agenda",
        kind=Kind.CLOCK,
        pattern=rf"(?:(?<=: khai mạc; )|(?<=: khai mạc, ))(?P<hour>{HOUR}) ?(?:{_HOURS}|:) ?(?P<minute>{MINUTE})?"
        rf"(?: ?{_MINUTES})?: (?:bế mạc|kết thúc)",
        meaning=_ends,
        examples={"8h00: khai mạc; 11h30: bế mạc": Clock(end=time(11, 30))},
        not_examples=("8h00: đón tiếp; 11h30: bế mạc",),
    ),
    Rule(
        name="hour-and-minute",
        kind=Kind.CLOCK,
        pattern=rf"(?:đúng |lúc(?=\d))?(?P<hour>{_HOUR_BESIDE_MINUTES}) ?"
        rf"(?:{_HOURS}(?!\. \d{{1,2}} ?(?:giờ|gio|h)(?!\w))[.:]?"
        rf"|(?<!lớp \d)(?<!khối \d): (?!\d\d(?: ?[-–] ?\d{{1,2}} ?/|(?:-| và )\d{{1,2}} ?[/.])\d"
        rf"|(?!00|15|30|45)\d\d(?:[,;] ?\d{{1,2}}){{1,4}} ?[/.]"
        rf"|\d\d {_COUNTED}|\d\d ?(?:giờ|giò|h)(?!\w))) ?(?P<minute>{MINUTE})"
        rf"(?: ?{_MINUTES}(?!\w))?'?(?! ?(?:/|(?:sa|ch)(?!\w)))(?:ngày(?= \d))?",
        meaning=_hour_and_minute,
        examples={
            "14h30": Clock(time(14, 30)),
            "14 h 30": Clock(time(14, 30)),
            "07g15": Clock(time(7, 15)),
            "14 giờ 30 phút": Clock(time(14, 30)),
            "7h30'": Clock(time(7, 30)),
            "14h30p": Clock(time(14, 30)),
            "đúng 7 giờ 00": Clock(time(7)),
            "09h.30": Clock(time(9, 30)),
            "14h15ngày 16/10": Clock(time(14, 15)),
            "14h:00": Clock(time(14)),
            "lúc8h00": Clock(time(8)),
            "8h30-18/9/2026": Clock(time(8, 30)),
        },
        not_examples=(
            "25h00",
            "14h75",
            "24h30",
            "Lớp 1: 22-23/4",
            "lớp 6: 16, 17/5",
            "đợt 2: 14 sinh viên",
            "lần 12 : 14 giờ",
        ),
    ),
    Rule(
        name="hour-in-words",
        kind=Kind.CLOCK,
        pattern=rf"(?:đúng )?(?P<hour>{SMALL_WORD}) giờ(?: (?P<minute>{SMALL_WORD})(?: phút)?)?(?! ?/| giấc)",
        meaning=_hour_and_minute,
        examples={"tám giờ": Clock(time(8)), "mười bốn giờ ba mươi phút": Clock(time(14, 30))},
        unmarked=False,
    ),
    Rule(
        name="no-such-hour",
        kind=Kind.NO_HOUR,
        pattern=r"(?:đúng |lúc )?(?P<hour>(?:2[5-9]|[3-9]\d) ?(?:giờ|h) ?\d\d|\d{1,2} ?(?:giờ|h)(?: kém)? ?[6-9]\d"
        rf"|24 ?(?:giờ|h) ?(?:(?!00)\d\d|rưỡi))(?!\d)(?: ?{_MINUTES}(?!\w))?'?(?! ?/)"
        r"|(?P<alone>(?:2[5-9]|[3-9]\d) ?(?:giờ|h))(?=,? (?:ngày \d|thứ|sáng|trưa|chiều|tối|đêm))",
        meaning=_no_such_hour,
        examples={
            "25h00": "25h00",
            "8h75": "8h75",
            "26 giờ 30": "26 giờ 30",
            "25h ngày 24/11": "25h",
            "24h30": "24h30",
            "24 giờ rưỡi": "24 giờ rưỡi",
            "9 giờ kém 75": "9 giờ kém 75",
        },
        not_examples=("14h30", "36 giờ học", "24h00"),
    ),
    Rule(
        name="hour-with-short-minute",
        kind=Kind.CLOCK,
        pattern=rf"(?:đúng )?(?P<hour>{HOUR}) giờ (?P<minute>\d) phút",
        meaning=_hour_and_minute,
        examples={"8 giờ 5 phút": Clock(time(8, 5))},
    ),
    Rule(
        name="hour",
        kind=Kind.CLOCK,
        pattern=rf"(?:đúng )?(?P<hour>{HOUR}) ?{_HOURS}'?(?! ?/| ?\d(?!\d? ?/ ?\d))",
        meaning=_hour_and_minute,
        examples={
            "14h": Clock(time(14)),
            "14 giờ": Clock(time(14)),
            "24h": Clock(time.max),
            "14h 16/10": Clock(time(14)),
        },
        not_examples=("8 giải pháp", "12 giờ/tuần"),
    ),
    Rule(
        name="hours-by-hyphen",
        kind=Kind.CLOCK,
        pattern=rf"(?P<first>0?[6-9]|1\d|2[0-3]) ?- ?(?P<last>{HOUR}) ?(?:giờ|h|g)(?P<minute>[0-5]\d)?"
        rf"(?! ?[\d/]| (?:mỗi|một|liên tục|đồng hồ|học|làm|ngày đêm))",
        meaning=_whole_hours,
        examples={
            "khoảng 14-15h": Clock(time(14), time(15)),
            "14-15h30": Clock(time(14), time(15, 30)),
            "8 - 10 giờ": Clock(time(8), time(10)),
        },
        not_examples=("10-12 giờ/tuần", "kéo dài 2-3 giờ", "15-14h"),
    ),
    Rule(
        name="twelve-hours",
        kind=Kind.CLOCK,
        pattern=rf"(?P<hour>\d{{1,2}})(?:[:h](?P<minute>{MINUTE})(?::00)?)? ?"
        r"(?P<half>am|pm|(?:(?<=[:h]\d\d)|(?<=[:h]\d\d ))(?:sa|ch))",
        meaning=_twelve_hours,
        examples={
            "8:30 AM": Clock(time(8, 30), part=DayPart.MORNING),
            "2pm": Clock(time(14), part=DayPart.AFTERNOON),
            "7:30 SA": Clock(time(7, 30), part=DayPart.MORNING),
            "7:15:00 CH": Clock(time(19, 15), part=DayPart.EVENING),
            "2h30 CH": Clock(time(14, 30), part=DayPart.AFTERNOON),
        },
        not_examples=("8 ch", "8h CH Tân Tiến họp"),
    ),
    Rule(
        name="colon",
        kind=Kind.CLOCK,
        pattern=rf"(?<!\+)(?P<hour>{HOUR}):(?P<minute>{MINUTE})(?:'|(?: ?{_HOURS})|:00(?! ?[+\d]))?(?!:\d)",
        meaning=_hour_and_minute,
        examples={"14:00": Clock(time(14)), "7:30": Clock(time(7, 30)), "14:00:00": Clock(time(14))},
        not_examples=("16:05:43", "16:05:00 +07:00", "3:1"),
    ),
    Rule(
        name="opening-in-brackets",
        kind=Kind.CLOCK,
        pattern=rf"(?<=\()khai mạc (?:vào )?(?:lúc|hồi) (?P<hour>{HOUR}) ?(?:{_HOURS}|:) ?(?P<minute>{MINUTE})?"
        r"(?: ?phút|')?",
        meaning=_opens,
        examples={"(khai mạc lúc 7 giờ 30 phút": Clock(time(7, 30)), "(khai mạc vào hồi 8h": Clock(time(8))},
    ),
    Rule(
        name="dot-after-a-word-of-time",
        kind=Kind.CLOCK,
        pattern=rf"(?:vào lúc|lúc|vào hồi|hồi|khai mạc lúc|bắt đầu lúc|(?:sáng|chiều|tối|bắt đầu từ)"
        rf"(?=,? \d\d?[.;](?:00|1[3-9]|[2-5]\d))) ?(?P<hour>{HOUR})[.;](?P<minute>{MINUTE})(?![./]\d)",
        meaning=_hour_and_minute,
        examples={
            "lúc 14.00": Clock(time(14)),
            "vào hồi 7.30": Clock(time(7, 30)),
            "sáng 7.30": Clock(time(7, 30)),
        },
        not_examples=("chiều 10.11", "bắt đầu từ 07.12"),
    ),
    Rule(
        name="dot-beside-a-word-of-time",
        kind=Kind.CLOCK,
        pattern=rf"(?P<hour>{HOUR})[.;](?P<minute>00|15|30|45|1[3-9]|[2-5]\d)(?!\d|[./]\d){_BESIDE}",
        meaning=_hour_and_minute,
        examples={"7.30 ngày": Clock(time(7, 30)), "14.00, thứ": Clock(time(14))},
        not_examples=("đạt 7.30 điểm",),
    ),
)

_NOT_SANG = r"(?! (?:kiến|tạo|lập|suốt|tác|chế|sủa|ngời|tỏ|mắt))"
_NOT_CHIEU = r"(?! (?:dài|hướng|cao|rộng|sâu|ngang|lòng|chuộng))"
_NOT_TOI = r"(?! (?:đa|thiểu|ưu|cao|tân|hậu|mật|tăm))"
_NOT_DEM = (  # what is held by night and called so
    r"(?! (?:hội|diễn|văn|nhạc|giao lưu|gala|thơ|lửa|chung kết|trắng|phố|hoa đăng|cồng chiêng|trình diễn|hòa nhạc"
    r"|nghệ thuật|khai mạc|bế mạc|ca (?:nhạc|múa)|dạ hội|dân vũ|lễ hội|tri ân|trăng|xòe|thi)(?!\w))"
)
_NOT_AFTER = r"(?<!ánh )(?<!chiếu )(?<!nhiều )(?<!thắp )(?<!đa )(?<!một )(?<!hai )"
_HALF_DAY = rf"(?:sáng{_NOT_SANG}|trưa|chiều{_NOT_CHIEU}|tối{_NOT_TOI}|đêm{_NOT_DEM}|khuya)"

PART_RULES = (
    Rule(
        name="morning-and-afternoon",
        kind=Kind.PART,
        pattern=r"(?:cả )?(?:buổi )?sáng(?:,? và | lẫn | hoặc |, ?| ?& ?| ?\+ ?| ?- ?)(?:cả )?(?:buổi )?chiều",
        meaning=lambda _: Parts(DayPart.ALL_DAY),
        examples={"sáng và chiều": Parts(DayPart.ALL_DAY), "cả sáng và chiều": Parts(DayPart.ALL_DAY)},
    ),
    Rule(
        name="whole-day",
        kind=Kind.PART,
        pattern=r"(?:cả|trọn|suốt|nguyên|hết cả) ngày(?! \d+ đến)|giờ hành chính",
        meaning=lambda _: Parts(DayPart.ALL_DAY),
        examples={"cả ngày": Parts(DayPart.ALL_DAY), "trọn ngày": Parts(DayPart.ALL_DAY)},
    ),
    Rule(
        name="day-in-brackets",
        kind=Kind.PART,
        pattern=r"(?<=\()ngày(?=[;,)])",
        meaning=lambda _: Parts(DayPart.ALL_DAY),
        examples={"24/5 (ngày; đ/c Triệu)": Parts(DayPart.ALL_DAY)},
    ),
    Rule(
        name="letter-of-a-half-day",
        kind=Kind.PART,
        pattern=r"(?<=\d \()(?:(?P<morning>s)\)|c\))",
        meaning=lambda words: Parts(DayPart.MORNING if words["morning"] else DayPart.AFTERNOON),
        examples={"24/11 (S)": Parts(DayPart.MORNING), "24/11 (C)": Parts(DayPart.AFTERNOON)},
        not_examples=("tổ 3 (S2)",),
    ),
    Rule(
        name="midnight",
        kind=Kind.PART,
        pattern=r"nửa đêm",
        meaning=lambda _: Parts(DayPart.NIGHT),
        examples={"nửa đêm": Parts(DayPart.NIGHT)},
    ),
    Rule(
        name="working-hours-begin",
        kind=Kind.PART,
        pattern=r"đầu giờ(?: làm việc)?(?! (?:sáng|chiều))|rạng sáng|sáng sớm",
        meaning=lambda _: Parts(DayPart.MORNING),
        examples={"đầu giờ làm việc": Parts(DayPart.MORNING)},
    ),
    Rule(
        name="part-of-day",
        kind=Kind.PART,
        pattern=rf"{_NOT_AFTER}(?:hết )?(?:(?:đầu|cuối|giữa) )?(?:giờ |ca )?(?:buổi )?(?P<part>{_HALF_DAY})",
        meaning=_part,
        examples={
            "sáng": Parts(DayPart.MORNING),
            "buổi chiều": Parts(DayPart.AFTERNOON),
            "đầu giờ chiều": Parts(DayPart.AFTERNOON),
            "trưa": Parts(DayPart.NOON),
            "tối": Parts(DayPart.EVENING),
            "đêm": Parts(DayPart.NIGHT),
            "khuya": Parts(DayPart.NIGHT),
            "ca chiều": Parts(DayPart.AFTERNOON),
        },
        not_examples=("sáng kiến", "chiều dài", "tối đa", "đêm hội", "đêm phố cổ", "ánh sáng"),
    ),
)
