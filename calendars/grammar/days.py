"""Days as they are written: dates with every separator and missing parts, weekdays, days counted from today.

A bare "a/b" is a date only where nothing says that it is a ratio or a name (those are masked before, see
`citations` and `names`); a bare number is a piece of its own kind, which counts only beside a date. Lists and
ranges are put together in `combine`, the missing month and year filled in by `resolve`.
"""

import re
from functools import lru_cache

from calendars.grammar.numbers import (
    BRANCHES,
    DAY,
    DAY_WORD,
    MONTH,
    MONTH_WORD,
    SHORT_YEAR,
    STEMS,
    YEAR,
    number_of,
    year_of,
)
from calendars.grammar.pieces import DayList, Element, Kind, Member, PartDate
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word
from calendars.times import DayPart

_NGAY = r"(?:(?:các |những |hai |ba )?ngày(?: mùng)?|mùng|hôm)"
_SHIFTS = {
    "này": 0,
    "nay": 0,
    "sau": 1,
    "tới": 1,
    "tiếp theo": 1,
    "kế tiếp": 1,
    "kế": 1,
    "trước": -1,
    "qua": -1,
    "vừa qua": -1,
}
SHIFT_OF = {fold_word(word): shift for word, shift in _SHIFTS.items()}
SHIFT = "(?:này|sau|tới|tiếp theo|kế tiếp|trước)"
YEAR_AFTER = rf"(?:,? ?năm (?P<year>{YEAR})| ?[/.-] ?(?P<year2>{YEAR})|, ?(?P<year3>{YEAR}))"


def _year(words: Words) -> int | None:
    found = words.get("year") or words.get("year2") or words.get("year3")
    return year_of(found) if found else None


def _date(words: Words) -> PartDate:
    return PartDate(number_of(words["day"]), number_of(words["month"]), _year(words))


def _date_or_fraction(words: Words) -> PartDate | None:
    """ "24/13" without "ngày" is no date; with it, it is one that does not exist."""
    return _day_and_month(words["day"], words["month"], said=bool(words.get("said")))


@lru_cache(maxsize=2048)
def _day_and_month(day_word: str, month_word: str, *, said: bool) -> PartDate | None:
    day, month = number_of(day_word), number_of(month_word)
    sound = 1 <= day <= 31 and 1 <= month <= 12
    return PartDate(day, month) if sound or said else None


def _from_to(words: Words) -> DayList:
    first, last = (
        PartDate(int(day), int(month), year_of(year[0]) if year else None)
        for day, month, *year in (words["from"].split("/"), words["to"].split("/"))
    )
    return DayList((Element(Member(first), Member(last)),))


def _night(words: Words) -> DayList | None:
    """The night that ends on the morning of the day named; without its month the day before is of the same."""
    first, month = number_of(words["first"]), number_of(words["month"])
    before = (
        number_of(words["before"]) if words["before"] else month if first < number_of(words["day"]) else None
    )
    if before is None:
        return None
    year = _year(words)
    day = PartDate(first, before, year - 1 if year and before > month else year)
    return DayList((Element(Member(day, part=DayPart.NIGHT)),))


def _hyphen(words: Words) -> PartDate | None:
    """ "ngày 15 - 8" is a date because no range of days falls; "ngày 7 - 9" is left to be a range."""
    which = next(which for which in ("", "2", "3", "4") if words.get(f"day{which}"))
    day, month = number_of(words[f"day{which}"]), number_of(words[f"month{which}"])
    return None if words.get("wide") and day <= month else PartDate(day, month, doubtful=True)


def _in_words(words: Words) -> DayList:
    """ "ngày hai, ba tháng 12": days by name, of which the last has the month."""
    *first, last = (number_of(word) for word in _BETWEEN_NAMES.split(words["days"]))
    dated = PartDate(last, number_of(words["month"]), _year(words))
    return DayList(tuple(Element(Member(day)) for day in (*map(PartDate, first), dated)))


def _iso(words: Words) -> PartDate:
    return PartDate(int(words["day"]), int(words["month"]), int(words["year"]))


def _shifted(words: Words) -> PartDate:
    day, shift = words.get("day") or words["last"], words.get("shift") or words["this"]
    return PartDate(number_of(day), shift=SHIFT_OF[fold_word(shift)])


def _day(words: Words) -> PartDate:
    return PartDate(number_of(words["day"]))


_OFFSETS = {
    "hôm nay": 0, "ngày hôm nay": 0, "mai": 1, "ngày mai": 1, "ngày kia": 2, "ngày mốt": 2, "hôm qua": -1,
    "hôm kia": -2,
    "nay": 0, "giờ": 0, "bây giờ": 0, "kia": 2, "mốt": 2, "ngày hôm qua": -1, "ngày này": 0,
}  # fmt: skip
_OFFSET_OF = {fold_word(word): offset for word, offset in _OFFSETS.items()}


def _relative(words: Words) -> PartDate:
    return PartDate(0, offset=_OFFSET_OF[fold_word(words["which"])])


_BETWEEN = r"(?:, ?(?:và )?| và )(?:ngày )?"
_BETWEEN_NAMES = re.compile(r", ?(?:(?:và|va) )?(?:(?:ngày|ngay) )?| (?:và|va) (?:(?:ngày|ngay) )?")
D, M = rf"(?P<day>{DAY})", rf"(?P<month>{MONTH})"
_YEAR_BY_NAME = rf"(?:{STEMS}) (?:{BRANCHES})(?!\w)"
_NOT_LUNAR = rf"(?!(?:,? năm)? {_YEAR_BY_NAME}| ?\(?(?:âm lịch|âl|al)(?!\w))"
_BEHIND_WEEKDAY = (
    "(?:"
    + "|".join(
        rf"(?<={day}{between})"
        for day in (
            "chủ nhật",
            "cn",
            r"t[2-7]",
            r"th\.[2-7]",
            "thứ [2-7]",
            "thứ (?:ba|tư)",
            "thứ (?:hai|năm|sáu|bảy)",
        )
        for between in (" ", r"(?:, | \()", " - ")
    )
    + ")"
)
_WIDE_DAY, _WIDE_MONTH = r"(?P<day>\d{1,2}(?!\d))", r"(?P<month>\d{1,2}(?!\d))"

PLAIN_DATE_RULES = (
    Rule(
        name="full-date",
        kind=Kind.DAY,
        pattern=rf"(?:{_NGAY} ?)?{_WIDE_DAY}(?P<sep> ?/ ?| ?- ?|\.){_WIDE_MONTH} ?[/.-] ?(?P<year>(?:19"
        rf"|20)\d\d)[1-9]?(?!\d| ?/\w){_NOT_LUNAR}",
        meaning=_date,
        examples={
            "ngày 24/11/2023": PartDate(24, 11, 2023),
            "24-11-2023": PartDate(24, 11, 2023),
            "24.11.2023": PartDate(24, 11, 2023),
            "24 / 11 / 2023": PartDate(24, 11, 2023),
            "24/11-2023": PartDate(24, 11, 2023),
            "31/11/2023": PartDate(31, 11, 2023),
            "24/11/20231": PartDate(24, 11, 2023),  # a footnote's mark
        },
        not_examples=("0204.3529.266", "15/2020/QĐ-TTg"),
    ),
    Rule(
        name="day-and-month",
        kind=Kind.DAY,
        pattern=rf"(?P<said>{_NGAY} ?)?{_WIDE_DAY} ?/ ?{_WIDE_MONTH}(?! ?/ ?\w| ?-(?!\d\d?(?:h|g))\w*[^\W\d]"
        rf"| ngày(?! (?:\d|thành|truyền|hội|quốc|thế|giải))| tháng(?! \d)){_NOT_LUNAR}",
        meaning=_date_or_fraction,
        not_examples=("1/2 ngày", "đóng 10/12 tháng"),
        examples={"24/11": PartDate(24, 11), "ngày 24/11": PartDate(24, 11), "mùng 5/11": PartDate(5, 11)},
    ),
    Rule(
        name="night-before-a-morning",
        kind=Kind.DAY,
        pattern=rf"đêm (?:{_NGAY} )?(?P<first>{DAY})(?:/(?P<before>{MONTH}))?,? (?:và )?rạng sáng (?:{_NGAY} )?{D}/{M}"
        rf"{YEAR_AFTER}?",
        meaning=_night,
        examples={
            "đêm 12 rạng sáng 13/11": DayList((Element(Member(PartDate(12, 11), part=DayPart.NIGHT)),)),
            "đêm 31/12, rạng sáng ngày 01/01/2024": DayList(
                (Element(Member(PartDate(31, 12, 2023), part=DayPart.NIGHT)),)
            ),
        },
        not_examples=("rạng sáng 13/11",),
    ),
)
"""The commonest forms; they come first in the table, for nothing more special begins like them."""

DATE_RULES = (
    Rule(
        name="iso-date",
        kind=Kind.DAY,
        pattern=rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        meaning=_iso,
        examples={"2023-11-24": PartDate(24, 11, 2023)},
    ),
    Rule(
        name="date-with-short-year",
        kind=Kind.DAY,
        pattern=rf"(?:{_NGAY} ?)?(?:{D}/{M}/(?P<year>{SHORT_YEAR})|(?P<day2>{DAY})-(?P<month2>{MONTH})-"
        rf"(?P<year2>{SHORT_YEAR})|(?P<day3>[0-3]\d)\.(?P<month3>[01]\d)\.(?P<year3>[23]\d))(?![/.-]?\w)",
        meaning=lambda words: PartDate(
            number_of(words.get("day") or words.get("day2") or words["day3"]),
            number_of(words.get("month") or words.get("month2") or words["month3"]),
            year_of(words.get("year") or words.get("year2") or words["year3"]),
        ),
        examples={
            "24/11/23": PartDate(24, 11, 2023),
            "24-11-23": PartDate(24, 11, 2023),
            "24.11.26": PartDate(24, 11, 2026),
        },
        not_examples=("1.1.26", "24.11.263"),
    ),
    Rule(
        name="date-in-words",
        kind=Kind.DAY,
        pattern=rf"(?:{_NGAY} )?(?P<day>\d{{1,2}}(?!\d)|(?<=ngày ){DAY_WORD}|(?<=mùng ){DAY_WORD}) ?tháng ?"
        rf"(?P<month>{MONTH}|\d\d(?= năm \d{{4}})|(?!năm ?(?:\d{{4}}|nay)|sau(?!,? nam \d)){MONTH_WORD})"
        rf"{YEAR_AFTER}?(?! ?/ ?\d)",
        meaning=_date,
        examples={
            "ngày 24 tháng 11 năm 2023": PartDate(24, 11, 2023),
            "24 tháng 11": PartDate(24, 11),
            "ngày 24tháng 11": PartDate(24, 11),
            "ngày mồng 5 tháng 11": PartDate(5, 11),
            "ngày hai mươi tư tháng Mười một": PartDate(24, 11),
            "ngày ba mươi tháng Tư": PartDate(30, 4),
            "ngày 24 tháng 11, 2023": PartDate(24, 11, 2023),
            "ngày 02 tháng Năm năm 2024": PartDate(2, 5, 2024),
            "ngày 15 tháng 13 năm 2023": PartDate(15, 13, 2023),  # which there is not
        },
    ),
    Rule(
        name="days-in-words",
        kind=Kind.DAY,
        pattern=rf"{_NGAY} (?P<days>{DAY_WORD}(?:{_BETWEEN}{DAY_WORD}){{1,5}}) tháng (?P<month>{MONTH}|{MONTH_WORD})"
        rf"{YEAR_AFTER}?(?! ?/ ?\d)",
        meaning=_in_words,
        examples={
            "ngày hai, ba tháng 12": DayList(
                (Element(Member(PartDate(2))), Element(Member(PartDate(3, 12))))
            ),
            "các ngày mười và mười hai tháng Tư": DayList(
                (Element(Member(PartDate(10))), Element(Member(PartDate(12, 4))))
            ),
        },
        not_examples=("ngày hai mươi ba tháng 12",),
    ),
    Rule(
        name="day-of-a-near-month",
        kind=Kind.DAY,
        pattern=rf"(?:{_NGAY} )(?P<day>{DAY}|{DAY_WORD}) (?:của )?tháng (?P<shift>{SHIFT})(?: tháng (?:họp"
        rf"|tổ chức|diễn ra|báo cáo|kế hoạch))?(?! tháng)"
        rf"|(?:(?<=đến )|(?<=tới )|(?<=hết ))(?P<last>{DAY}) tháng (?P<this>này)",
        meaning=_shifted,
        examples={
            "ngày 05 tháng sau": PartDate(5, shift=1),
            "ngày 24 tháng này": PartDate(24, shift=0),
            "từ ngày 15 đến 19 tháng này": PartDate(19, shift=0),
        },
        not_examples=("trong 3 tháng này", "từ 2 đến 3 tháng tới"),
    ),
    Rule(
        name="day-dot-month",
        kind=Kind.DAY,
        pattern=rf"(?:{_NGAY} ?)?{D}\.{M}(?!\.\d|[\d%/]|,\d| (?:tỷ|triệu|đồng|ha|km|điểm|%|ngày(?! \d)|buổi|tháng))",
        meaning=_date,
        examples={"ngày 24.11": PartDate(24, 11), "4.11": PartDate(4, 11)},
        not_examples=("1.500.000 đồng",),
    ),
    Rule(
        name="day-hyphen-month",
        kind=Kind.DAY,
        pattern=rf"(?:{_NGAY} ?){D}(?:-|(?P<wide> ?- ?)(?=\d\d?(?:[,;)]| ?\Z| đến| tới)))"
        rf"{M}(?!(?! ?- ?\d\d?(?:-\d\d?-\d{{4}}|h|g\d|:\d| giờ)) ?[/.-] ?\w| tháng|,\d"
        r"|(?:,| và) \d\d? ?- ?\d\d? ?(?:/|tháng))",
        meaning=_hyphen,
        examples={
            "ngày 24-11": PartDate(24, 11, doubtful=True),
            "ngày 03-02": PartDate(3, 2, doubtful=True),
            "ngày 24-11 - 11h30": PartDate(24, 11, doubtful=True),
            "đến ngày 15 - 8": PartDate(15, 8, doubtful=True),
        },
        not_examples=("ngày 10-12/11", "ngày 06-08 và 13-15/4", "ngày 7 - 9", "ngày 20 - 8 giờ"),
    ),
    Rule(
        name="hyphen-beside-words-of-time",
        kind=Kind.DAY,
        pattern=rf"(?=\d\d? ?- ?\d)(?:(?<=từ )|(?<=đến )|(?<=hết )|(?<=tới )|(?<=trước )|(?<=và )|(?<=sáng )"
        rf"|(?<=chiều )|(?<=tối )|(?<=cả ngày )|(?<=trọn ngày )"
        rf"|(?<=\d[,;])|(?<=\d[,;] )|(?<=ngày, )|(?<=nay \()|(?<=mai \()|{_BEHIND_WEEKDAY})"
        rf"{D}-{M}(?! ?[/.-] ?\w| tháng|,\d)"
        rf"|(?<!.)(?P<day2>[12]\d|3[01])-(?P<month2>{MONTH})(?= ?: ?\D|(?:, ?| và )(?:ngày )?\d\d?-\d\d?(?![\d/-]))"
        rf"|(?<=: )(?P<day4>1[3-9]|2\d|3[01]|0[1-9])-(?P<month4>{MONTH})(?= ?(?:[;,(]|\.? ?\Z))"
        rf"|(?P<day3>{DAY}) ?- ?(?P<month3>{MONTH})(?= (?:đến|tới) (?:hết )?"
        r"(?:(?:ngày )?\d{1,2}-\d{1,2}-\d{4}|ngày \d{1,2} ?- ?\d{1,2}(?![\d/-])))",
        meaning=_hyphen,
        examples={
            "từ 7-12": PartDate(7, 12, doubtful=True),
            "các ngày 4,5,6-10": PartDate(6, 10, doubtful=True),
            "Thứ Bảy, 21-11": PartDate(21, 11, doubtful=True),
            "Thứ 6 20-11": PartDate(20, 11, doubtful=True),
            "Thứ Sáu (20-11)": PartDate(20, 11, doubtful=True),
            "T6 - 20-11": PartDate(20, 11, doubtful=True),
            "cả ngày 17-4": PartDate(17, 4, doubtful=True),
            "26-7: thắp nến": PartDate(26, 7, doubtful=True),
            "Sáng nay (17-7)": PartDate(17, 7, doubtful=True),
            "7-12 đến 10-12-2022": PartDate(7, 12, doubtful=True),
            "15 -7 đến ngày 15 - 8": PartDate(15, 7, doubtful=True),
            "20-6, ngày 21-6": PartDate(20, 6, doubtful=True),
            "01 ngày, 18-9": PartDate(18, 9, doubtful=True),
            "Họp Ban Chấp hành: 18-9": PartDate(18, 9, doubtful=True),
        },
        not_examples=("thứ 2, 4-6", "tổ sáu 20-11", "khối lớp: 10-12", "tỷ số: 3-1"),
    ),
    Rule(
        name="relative-day",
        kind=Kind.DAY,
        pattern=r"(?P<which>(?:ngày )?hôm nay|ngày mai|ngày kia|ngày mốt|(?:ngày )?hôm qua|hôm kia)|(?<=từ )"
        r"(?P<now>nay|mai|giờ|bây giờ)(?= (?:đến|cho|tới))"
        r"|(?:(?<=sáng )|(?<=trưa )|(?<=chiều )|(?<=tối )|(?<=đêm )|(?<=sáng sớm ))"
        r"(?P<part>mai|nay|kia|mốt)(?! (?:là|thị|châu|chuyển|điều))",
        meaning=lambda words: PartDate(
            0, offset=_OFFSET_OF[fold_word(words.get("which") or words.get("now") or words["part"])]
        ),
        examples={
            "ngày mai": PartDate(0, offset=1),
            "ngày kia": PartDate(0, offset=2),
            "hôm nay": PartDate(0, offset=0),
            "từ mai đến": PartDate(0, offset=1),
        },
        not_examples=("hoa mai đến",),
    ),
    Rule(
        name="day-of-month",
        kind=Kind.DAY,
        pattern=rf"(?:{_NGAY}(?: trong tháng ?:)? ?)(?P<day>\d{{1,2}}(?!\d)|(?!tu (?:ngay )?\d){DAY_WORD})"
        rf"(?! ?(?:%|tỷ|triệu|nghìn))(?!/\d| ?giờ|h\d|[.]\d)",
        meaning=_day,
        examples={
            "ngày 24": PartDate(24),
            "mùng 5": PartDate(5),
            "ngày 05": PartDate(5),
            "các ngày trong tháng: 07, 14": PartDate(7),
        },
        not_examples=("02 ngày",),
    ),
    Rule(
        name="dates-without-a-space-between",
        kind=Kind.DAY,
        pattern=rf"(?:{_NGAY} ?)?(?P<from>\d\d?/\d\d?(?:/\d\d(?:\d\d)?)?)đến (?:{_NGAY} ?)?"
        r"(?P<to>\d\d?/\d\d?(?:/\d\d(?:\d\d)?)?)(?![/\d])",
        meaning=_from_to,
        examples={
            "từ ngày18/11đến ngày 20/11": DayList(
                (Element(Member(PartDate(18, 11)), Member(PartDate(20, 11))),)
            )
        },
    ),
)

NUMBER_RULES = (
    Rule(
        name="number",
        kind=Kind.NUMBER,
        pattern=rf"(?P<day>{DAY})(?![/.:]\d|,\d+ ?(?:%|tỷ|triệu)|%)",
        meaning=_day,
        examples={"24": PartDate(24)},
        not_examples=("98",),
    ),
)
