"""Days as they are written: dates with every separator and missing parts, weekdays, days counted from today.

A bare "a/b" is a date only where nothing says that it is a ratio or a name (those are masked before, see
`citations` and `names`); a bare number is a piece of its own kind, which counts only beside a date. Lists and
ranges are put together in `combine`, the missing month and year filled in by `resolve`.
"""

from calendars.grammar.numbers import (
    BRANCHES,
    DAY,
    DAY_WORD,
    END,
    MONTH,
    MONTH_WORD,
    SHORT_YEAR,
    STEMS,
    YEAR,
    number_of,
    year_of,
)
from calendars.grammar.pieces import Kind, PartDate, Weekdays
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word

_NGAY = r"(?:(?:các |những |hai |ba )?ngày(?: mùng)?|mùng|hôm)"
_SHIFTS = {
    "này": 0,
    "nay": 0,
    "sau": 1,
    "tới": 1,
    "tiếp theo": 1,
    "kế tiếp": 1,
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
    day, month = number_of(words["day"]), number_of(words["month"])
    sound = 1 <= day <= 31 and 1 <= month <= 12
    return PartDate(day, month) if sound or words.get("said") else None


def _hyphen(words: Words) -> PartDate:
    return PartDate(number_of(words["day"]), number_of(words["month"]), doubtful=True)


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
    "nay": 0, "kia": 2, "mốt": 2, "ngày hôm qua": -1, "ngày này": 0,
}  # fmt: skip
_OFFSET_OF = {fold_word(word): offset for word, offset in _OFFSETS.items()}


def _relative(words: Words) -> PartDate:
    return PartDate(0, offset=_OFFSET_OF[fold_word(words["which"])])


D, M = rf"(?P<day>{DAY})", rf"(?P<month>{MONTH})"
_YEAR_BY_NAME = rf"(?:{STEMS}) (?:{BRANCHES})(?!\w)"
_NOT_LUNAR = rf"(?!(?:,? năm)? {_YEAR_BY_NAME}| ?\(?(?:âm lịch|âl|al)(?!\w))"
_BEHIND_WEEKDAY = (
    "(?:"
    + "|".join(
        rf"(?<={day}{comma} )"
        for day in (
            "chủ nhật",
            *(f"thứ {name}" for name in ("hai", "ba", "tư", "năm", "sáu", "bảy", *range(2, 8))),
        )
        for comma in ("", ",")
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
        pattern=rf"(?P<said>{_NGAY} ?)?{_WIDE_DAY} ?/ ?{_WIDE_MONTH}(?! ?/ ?\w| ?-\w*[^\W\d]| ngày(?! \d)){_NOT_LUNAR}",
        meaning=_date_or_fraction,
        examples={"24/11": PartDate(24, 11), "ngày 24/11": PartDate(24, 11), "mùng 5/11": PartDate(5, 11)},
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
        rf"(?P<year2>{SHORT_YEAR}))(?![/.-]?\w)",
        meaning=lambda words: PartDate(
            number_of(words.get("day") or words["day2"]),
            number_of(words.get("month") or words["month2"]),
            year_of(words.get("year") or words["year2"]),
        ),
        examples={"24/11/23": PartDate(24, 11, 2023), "24-11-23": PartDate(24, 11, 2023)},
    ),
    Rule(
        name="date-in-words",
        kind=Kind.DAY,
        pattern=rf"(?:{_NGAY} )?(?P<day>\d{{1,2}}(?!\d)|(?<=ngày ){DAY_WORD}|(?<=mùng ){DAY_WORD}) tháng ?"
        rf"(?P<month>{MONTH}|(?!năm ?(?:\d{{4}}|nay)){MONTH_WORD}){YEAR_AFTER}?(?! ?/ ?\d)",
        meaning=_date,
        examples={
            "ngày 24 tháng 11 năm 2023": PartDate(24, 11, 2023),
            "24 tháng 11": PartDate(24, 11),
            "ngày mồng 5 tháng 11": PartDate(5, 11),
            "ngày hai mươi tư tháng Mười một": PartDate(24, 11),
            "ngày ba mươi tháng Tư": PartDate(30, 4),
            "ngày 24 tháng 11, 2023": PartDate(24, 11, 2023),
            "ngày 02 tháng Năm năm 2024": PartDate(2, 5, 2024),
        },
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
        pattern=rf"(?:{_NGAY} ?){D}-{M}(?! ?[/.-] ?\w| tháng|,\d)",
        meaning=_hyphen,
        examples={"ngày 24-11": PartDate(24, 11, doubtful=True), "ngày 03-02": PartDate(3, 2, doubtful=True)},
        not_examples=("ngày 10-12/11",),
    ),
    Rule(
        name="hyphen-beside-words-of-time",
        kind=Kind.DAY,
        pattern=rf"(?=\d\d?-\d)(?:(?<=từ )|(?<=đến )|(?<=tới )|(?<=trước )|(?<=và )|(?<=sáng )|(?<=chiều )|(?<=tối )|"
        rf"(?<=\d[,;])|(?<=\d[,;] )|{_BEHIND_WEEKDAY}){D}-{M}(?! ?[/.-] ?\w| tháng|,\d)",
        meaning=_hyphen,
        examples={
            "từ 7-12": PartDate(7, 12, doubtful=True),
            "các ngày 4,5,6-10": PartDate(6, 10, doubtful=True),
            "Thứ Bảy, 21-11": PartDate(21, 11, doubtful=True),
            "Thứ 6 20-11": PartDate(20, 11, doubtful=True),
        },
        not_examples=("thứ 2, 4-6", "tổ sáu 20-11"),
    ),
    Rule(
        name="relative-day",
        kind=Kind.DAY,
        pattern=r"(?P<which>(?:ngày )?hôm nay|ngày mai|ngày kia|ngày mốt|(?:ngày )?hôm qua|hôm kia)|(?<=từ )"
        r"(?P<now>nay|mai)(?= (?:đến|cho|tới))|(?:(?<=sáng )|(?<=trưa )|(?<=chiều )|(?<=tối )|(?<=đêm ))"
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
        pattern=rf"(?:{_NGAY} ?)(?P<day>\d{{1,2}}(?!\d)|{DAY_WORD})(?! ?(?:%|tỷ|triệu|nghìn))(?!/\d| ?giờ|h\d|[.]\d)",
        meaning=_day,
        examples={"ngày 24": PartDate(24), "mùng 5": PartDate(5), "ngày 05": PartDate(5)},
        not_examples=("02 ngày",),
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

_WEEKDAY_WORDS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "bốn": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5,
    "chủ nhật": 6, "chúa nhật": 6, "cn": 6, "c.n": 6,
}  # fmt: skip
_WEEKDAY_OF = {fold_word(word): day for word, day in _WEEKDAY_WORDS.items()}
_FIGURE = r"[2-7](?![\d/%]|[.,:]\d| ?(?:(?:giờ|tháng|ngày(?! ?\d))(?![^\W])|[hg](?![^\W\d])))"
_NAME = (
    rf"(?:(?:hai|ba|tư|bốn|năm|sáu|bảy){END}|{_FIGURE})(?! (?:tuần|tháng|lần|giờ|buổi|lớp)(?! (?:đầu|cuối"
    rf"|thứ|này|sau|tới|trước|kế|chẵn|lẻ|\d)))"
)
_SUNDAY = r"(?:chủ nhật|chúa nhật|cn(?!\w))"
_THU = r"(?:thứ|thú|thử|thừ)"
_AND = r"(?: ?, ?| ?; ?| ?- ?| và |, và | ?& ?| ?\+ ?)"
_ANY_DAY = rf"(?:{_THU} {_NAME}|{_SUNDAY}|{_NAME})"
WEEKDAY = rf"(?:{_THU} ?{_NAME}|{_SUNDAY})"
_BEFORE_DATE = r"(?=[,:]? ?-? ?\(?(?:ngày )?\d{1,2} ?[/.-] ?\d)"
_SHORT_PLACE = rf"(?:{_BEFORE_DATE}|(?=, ?ngày \d)|(?= hằng tuần)|(?=[, -]+(?:t[2-7]|cn)(?!\w)))"


def weekday_of(word: str) -> int:
    """The weekday of a name as it stands after "thứ", or of Sunday's names."""
    return _WEEKDAY_OF[fold_word(word)]


def _weekdays(words: Words) -> Weekdays:
    names = [
        name
        for name in fold_word(words["days"]).replace("chu nhat", "cn").replace("chua nhat", "cn").split()
        if name
    ]
    found: list[int] = []
    for name in (
        " ".join(names).replace(",", " ").replace(";", " ").replace("-", " ").replace("&", " ").split()
    ):
        for part in name.split("+"):
            if part in _WEEKDAY_OF:
                found.append(_WEEKDAY_OF[part])
            elif part[:1] == "t" and part[-1:] in _WEEKDAY_OF:
                found.append(_WEEKDAY_OF[part[-1]])
    return Weekdays(tuple(dict.fromkeys(found)))


def _weekday_span(words: Words) -> Weekdays | None:
    first, last = weekday_of(words["first"]), weekday_of(words["last"])
    return Weekdays(tuple(range(first, last + 1)), span=True) if first < last else None


def _short(words: Words) -> Weekdays:
    return Weekdays((weekday_of(words.get("day") or "cn"),))


WEEKDAY_RULES = (
    Rule(
        name="weekdays-from-to",
        kind=Kind.WEEKDAY,
        pattern=rf"(?:từ )?{_THU} ?(?P<first>{_NAME})(?: ?- ?| đến (?:hết )?)(?:(?:{_THU} ?)(?P<last>{_NAME})|"
        rf"(?P<last2>{_SUNDAY})|(?P<last3>{_FIGURE}))(?! ?[-,] ?[2-7](?![\w/.:]| ?giờ))",
        meaning=lambda words: _weekday_span(
            {"first": words["first"], "last": words.get("last") or words.get("last2") or words["last3"]}
        ),
        examples={
            "từ thứ 2 đến thứ 6": Weekdays((0, 1, 2, 3, 4), span=True),
            "thứ Hai - thứ Sáu": Weekdays((0, 1, 2, 3, 4), span=True),
            "thứ 2-6": Weekdays((0, 1, 2, 3, 4), span=True),
        },
    ),
    Rule(
        name="weekdays",
        kind=Kind.WEEKDAY,
        pattern=rf"(?:(?:vào )?(?:các )?(?:ngày|hôm) )?(?P<days>(?:{_THU} ?{_NAME}|chủ nhật|chúa nhật)"
        rf"(?:{_AND}{_ANY_DAY}){{0,6}})(?! (?:tự|trưởng){END})",
        meaning=_weekdays,
        examples={
            "thứ Sáu": Weekdays((4,)),
            "thứ 6": Weekdays((4,)),
            "Chủ nhật": Weekdays((6,)),
            "thứ 2, 4, 6": Weekdays((0, 2, 4)),
            "thứ Ba và thứ Năm": Weekdays((1, 3)),
            "thứ 3-5-7": Weekdays((1, 3, 5)),
            "thứ Bảy, Chủ nhật": Weekdays((5, 6)),
            "ngày thứ ba": Weekdays((1,)),
        },
        not_examples=("thứ tự", "thứ 12"),
    ),
    Rule(
        name="short-weekdays-from-to",
        kind=Kind.WEEKDAY,
        pattern=r"(?:từ )?t(?P<first>[2-7])(?: ?- ?| đến (?:hết )?)(?:t(?P<last>[2-7])|(?P<sunday>cn|chủ nhật))"
        r"(?! ?[/.-] ?\d| năm)",
        meaning=lambda words: _weekday_span(
            {"first": words["first"], "last": words.get("last") or words["sunday"]}
        ),
        examples={
            "T2 - T6": Weekdays((0, 1, 2, 3, 4), span=True),
            "từ T2 đến CN": Weekdays((0, 1, 2, 3, 4, 5, 6), span=True),
        },
        not_examples=("T2 - T6/2025", "từ T2 đến T6 năm 2025"),
    ),
    Rule(
        name="short-weekday",
        kind=Kind.WEEKDAY,
        pattern=rf"(?:t|th\.? ?)(?P<day>[2-7]){_SHORT_PLACE}",
        meaning=_short,
        examples={"T6, 24/11": Weekdays((4,)), "Th.6, ngày 24/11": Weekdays((4,))},
        not_examples=("T6/2020", "tầng 2", "nhà khách T78"),
    ),
    Rule(
        name="short-weekday-after-a-part-of-the-day",
        kind=Kind.WEEKDAY,
        pattern=r"(?:(?<=sáng )|(?<=trưa )|(?<=chiều )|(?<=tối )|(?<=đêm ))t(?P<day>[2-7])(?![/.-]?\d)",
        meaning=_short,
        examples={
            "sáng T3": Weekdays((1,)),
            "chiều T5, tại Hội trường": Weekdays((3,)),
            "tối T7 tuần này": Weekdays((5,)),
        },
        not_examples=("sáng T6/2020", "nhà T2", "chiều tầng 3", "sáng T12"),
    ),
    Rule(
        name="short-sunday",
        kind=Kind.WEEKDAY,
        pattern=rf"c\.?n{_BEFORE_DATE}|(?:(?<=t7, )|(?<=t7,)|(?<=sáng )|(?<=chiều )|(?<=tối ))cn(?! \w)",
        meaning=_short,
        examples={"CN 26/11": Weekdays((6,)), "sáng CN": Weekdays((6,))},
        not_examples=("PCT.CN", "cụm CN"),
    ),
    Rule(
        name="weekday-label",
        kind=Kind.WEEKDAY,
        pattern=r"(?<![^\n])(?:t(?P<day>[2-7])|c\.?n)\.?(?=\Z|:)",
        meaning=_short,
        examples={"T5": Weekdays((3,)), "CN": Weekdays((6,))},
    ),
)
