"""How often: every week, two weeks once, the even weeks, each working day.

The unit alone ("hằng tuần") says nothing of the day, which stands beside it in any order; `combine` joins them. Weeks
that are counted in pairs have no beginning of their own unless the words give one.
"""

import re

from calendars.grammar.numbers import COUNT, MONTH, number_of
from calendars.grammar.pieces import Kind, Months, Often
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word
from calendars.grammar.weekdays import WEEKDAY
from calendars.recurrence import Frequency

WORKING_DAYS = (0, 1, 2, 3, 4)
_UNIT = "ngày|tuần|tháng|quý|năm"
_FREQUENCY = {
    "ngay": (Frequency.DAILY, 1),
    "tuan": (Frequency.WEEKLY, 1),
    "thang": (Frequency.MONTHLY, 1),
    "quy": (Frequency.MONTHLY, 3),
    "nam": (Frequency.YEARLY, 1),
}


def _often(unit: str, count: int = 1) -> Often:
    frequency, interval = _FREQUENCY[fold_word(unit)]
    return Often(frequency, interval * count, of_quarters=(interval, count) == (3, 1))


def _every(words: Words) -> Often:
    return _often(words["unit"])


def _once_in(words: Words) -> Often | None:
    count = number_of(words["count"]) if words.get("count") else 1
    return _often(words["unit"], count) if 0 < count <= 60 else None


def _parity(words: Words) -> int:
    return int(fold_word(words["which"]) == "le")


_FIGURES = re.compile(r"\d+")
_PLACE_IN_QUARTER = {"nhat": 1, "mot": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3}

_WEEKLY = Often(Frequency.WEEKLY)
_EVERY_OTHER = {
    "ngay": Often(Frequency.DAILY, 2),
    "tuan": Often(Frequency.WEEKLY, 2),
    "thang": Often(Frequency.MONTHLY, 2),
}
_ONE = r"(?:một|01|1)"
_BEHIND_NTH = "|".join(  # "thứ Năm tuần thứ hai các tháng 3, 6, 9, 12"
    f"(?<={nth} )"
    for nth in (
        "tuần thứ nhất",
        "tuần thứ hai",
        "tuần thứ ba",
        "tuần thứ tư",
        "tuần đầu",
        "tuần cuối",
        "đầu tiên",
        "cuối cùng",
    )
)
_EACH = r"(?:hằng|mỗi|từng)"
REPEAT_RULES = (
    Rule(
        name="working-days",
        kind=Kind.OFTEN,
        pattern=r"(?:tất cả |vào )?(?:các|mọi|hằng|những) ngày làm việc(?: (?:trong|của|hằng) tuần)?(?! (?:của"
        r"|trong) tháng)",
        meaning=lambda _: Often(Frequency.WEEKLY, weekdays=WORKING_DAYS),
        examples={"tất cả các ngày làm việc trong tuần": Often(Frequency.WEEKLY, weekdays=WORKING_DAYS)},
    ),
    Rule(
        name="said-to-repeat-daily",
        kind=Kind.OFTEN,
        pattern=r"(?:được )?lặp lại (?:hằng|mỗi) ngày",
        meaning=lambda _: Often(Frequency.DAILY, stressed=True),
        examples={"lặp lại hằng ngày": Often(Frequency.DAILY, stressed=True)},
        not_examples=("lặp lại mỗi tuần",),
    ),
    Rule(
        name="every-day-without-exception",
        kind=Kind.OFTEN,
        pattern=r"(?:hằng|mỗi) ngày,? \(?(?:kể|bao gồm|tính) cả (?:các )?(?:ngày )?(?:nghỉ|lễ|tết|cuối tuần"
        r"|thứ (?:bảy|7)|chủ nhật)(?:(?:,| và|, và) (?:ngày )?(?:nghỉ|lễ|tết|chủ nhật)){0,3}\)?",
        meaning=lambda _: Often(Frequency.DAILY),
        examples={"hằng ngày, kể cả thứ Bảy, Chủ nhật": Often(Frequency.DAILY)},
        not_examples=("hằng ngày, kể cả buổi tối",),
    ),
    Rule(
        name="all-days-of-the-week",
        kind=Kind.OFTEN,
        pattern=r"(?:tất cả )?các ngày trong tuần|ngày nào cũng"
        r"|tất cả các ngày(?= từ \d|,? \d{1,2} ?(?:h|giờ)|[ .)]*\Z)",
        meaning=lambda _: Often(Frequency.DAILY),
        examples={"các ngày trong tuần": Often(Frequency.DAILY)},
    ),
    Rule(
        name="weekends",
        kind=Kind.OFTEN,
        pattern=r"(?:vào )?(?:tất cả )?(?:các|những|mọi) (?:ngày )?(?:nghỉ )?cuối tuần"
        r"(?! (?:này|sau|tới|trước|qua)| ?\(?(?:từ )?\d)",
        meaning=lambda _: Often(Frequency.WEEKLY, weekdays=(5, 6)),
        examples={"vào các ngày cuối tuần": Often(Frequency.WEEKLY, weekdays=(5, 6))},
        not_examples=("các ngày cuối tuần này", "các ngày cuối tuần 13-14/5"),
    ),
    Rule(
        name="even-or-odd-weeks",
        kind=Kind.OFTEN,
        pattern=r"(?:vào |của )?(?:(?:các|những|mỗi|hằng) )?tuần (?:lễ )?(?:số )?(?P<which>chẵn|lẻ)"
        r"(?! (?:quoc|the|bien|hoc|van hoa|ao|lam|dinh|huong|nuoc|phong|khong))",  # "tuan le" may be "tuần lễ"
        meaning=lambda words: Often(Frequency.WEEKLY, 2, parity=_parity(words)),
        examples={
            "các tuần chẵn": Often(Frequency.WEEKLY, 2, parity=0),
            "tuần lẻ": Often(Frequency.WEEKLY, 2, parity=1),
        },
    ),
    Rule(
        name="even-or-odd-days",
        kind=Kind.OFTEN,
        pattern=r"(?:vào )?(?:(?:các|những) )?ngày (?P<which>chẵn|lẻ)(?! tẻ)",
        meaning=lambda words: Often(Frequency.DAILY, 2, parity=_parity(words)),
        examples={
            "các ngày chẵn": Often(Frequency.DAILY, 2, parity=0),
            "vào ngày lẻ": Often(Frequency.DAILY, 2, parity=1),
        },
        not_examples=("tuần chẵn",),
    ),
    Rule(
        name="months-of-a-quarter",
        kind=Kind.MONTHS,
        pattern=r"(?:(?:của|vào|trong) )?(?:các )?tháng (?:của )?(?P<which>đầu|giữa|cuối)(?: tiên| cùng)?(?: của)?(?: "
        r"(?:mỗi|hằng|các|từng))? quý(?! (?:i{1,3}|iv|[1-4]|này|sau|tới|trước)(?!\w))",
        meaning=lambda words: Months(
            {"dau": (1, 4, 7, 10), "giua": (2, 5, 8, 11), "cuoi": (3, 6, 9, 12)}[fold_word(words["which"])]
        ),
        examples={"tháng cuối quý": Months((3, 6, 9, 12)), "tháng đầu mỗi quý": Months((1, 4, 7, 10))},
        not_examples=("tháng cuối quý III", "tháng đầu quý sau"),
    ),
    Rule(
        name="numbered-month-of-a-quarter",
        kind=Kind.MONTHS,
        pattern=r"(?:(?:của|vào|trong) )?(?:các )?tháng thứ (?P<which>nhất|một|hai|ba|1|2|3)(?: của)?"
        r"(?: (?:mỗi|hằng|các|từng))? quý(?! (?:i{1,3}|iv|[1-4]|này|sau|tới|trước)(?!\w))",
        meaning=lambda words: Months(tuple(range(_PLACE_IN_QUARTER[fold_word(words["which"])], 13, 3))),
        examples={
            "tháng thứ hai của quý": Months((2, 5, 8, 11)),
            "tháng thứ nhất mỗi quý": Months((1, 4, 7, 10)),
        },
    ),
    Rule(
        name="months-of-every-year",
        kind=Kind.MONTHS,
        pattern=rf"(?:(?:của|vào|trong) )?(?:(?:các|hai|ba) )?(?P<months>tháng {MONTH}(?:(?: ?, ?| và "
        rf"|, và )(?:tháng )?"
        rf"{MONTH}){{0,10}})(?= (?:hằng|mỗi) năm)",
        meaning=lambda words: Months(
            tuple(sorted({int(month) for month in _FIGURES.findall(words["months"])}))
        ),
        examples={
            "tháng 3 hằng năm": Months((3,)),
            "tháng 4 và tháng 10 hằng năm": Months((4, 10)),
            "của các tháng 1, 4, 8 hằng năm": Months((1, 4, 8)),
        },
        not_examples=("tháng 3 năm nay",),
    ),
    Rule(
        name="months-of-a-repeat",
        kind=Kind.MONTHS,
        pattern=r"(?:(?<=[nm,:] )|(?<=\())(?:(?<=lần )|(?<=lần, )|(?<=lần: )|(?<=lần \()"
        r"|(?<=hằng năm )|(?<=hằng năm, )|(?<=mỗi năm )|(?<=mỗi năm, )|(?<=/năm, )|(?<=/năm \()|(?<=/ năm \())"
        r"(?:vào |trong )?(?:các )?"
        rf"(?P<months>tháng {MONTH}(?:(?: ?[,;] ?| và |, và )(?:tháng )?{MONTH}){{1,10}})"
        r"(?! ?[/.-] ?\d| (?:hằng|mỗi) năm)",
        meaning=lambda words: Months(
            tuple(sorted({int(month) for month in _FIGURES.findall(words["months"])}))
        ),
        examples={
            "6 tháng/lần, vào tháng 6 và tháng 12": Months((6, 12)),
            "mỗi quý 01 lần (tháng 3, 6, 9, 12)": Months((3, 6, 9, 12)),
        },
        not_examples=("01 lần, vào tháng 6",),
    ),
    Rule(
        name="months-of-a-day",
        kind=Kind.MONTHS,
        pattern=rf"(?:(?<=ngày \d\d )|(?<=ngày \d )|{_BEHIND_NTH})(?:của )?các (?P<months>tháng {MONTH}"
        rf"(?:(?: ?, ?| và |, và )(?:tháng )?{MONTH}){{2,10}})(?! ?[/.-] ?\d| năm| (?:hằng|mỗi) năm)",
        meaning=lambda words: Months(
            tuple(sorted({int(month) for month in _FIGURES.findall(words["months"])}))
        ),
        examples={
            "ngày 25 các tháng 3, 6, 9, 12": Months((3, 6, 9, 12)),
            "thứ Năm tuần thứ hai các tháng 1, 4, 7, 10": Months((1, 4, 7, 10)),
            "thứ Sáu cuối cùng của các tháng 6, 9, 12": Months((6, 9, 12)),
        },
        not_examples=("ngày 25 các tháng 10, 11, 12/2026",),
    ),
    Rule(
        name="fortnight-by-halves",
        kind=Kind.OFTEN,
        pattern=r"(?:mỗi )?(?:nửa|½) tháng(?: (?:họp|tổ chức|sinh hoạt|giao ban))?"
        rf"(?: ?/ ?| ){_ONE} lần",
        meaning=lambda _: Often(Frequency.WEEKLY, 2),
        examples={"nửa tháng một lần": Often(Frequency.WEEKLY, 2)},
    ),
    Rule(
        name="every-so-many-units",
        kind=Kind.OFTEN,
        pattern=rf"(?:(?:cứ|mỗi|định kỳ) ){{0,2}}(?P<count>{COUNT}) (?P<unit>{_UNIT})(?: ?/ ?|,? (?:họp "
        rf"|tổ chức )?)(?:{_ONE} )?lần",
        meaning=_once_in,
        examples={
            "02 tuần một lần": Often(Frequency.WEEKLY, 2),
            "hai tuần/lần": Often(Frequency.WEEKLY, 2),
            "06 tháng/lần": Often(Frequency.MONTHLY, 6),
            "một tháng một lần": Often(Frequency.MONTHLY),
        },
        not_examples=("hai tuần",),
    ),
    Rule(
        name="so-often-a-unit",
        kind=Kind.OFTEN,
        pattern=rf"(?P<times>{COUNT}) (?:lần|buổi|kỳ|cuộc|phiên)(?: ?/ ?| (?:trong )?(?:một|mỗi|hằng) "
        rf"|/{_ONE} )(?P<unit>{_UNIT})",
        meaning=_every,
        examples={"01 lần/tuần": _WEEKLY, "1 lần mỗi tháng": Often(Frequency.MONTHLY)},
    ),
    Rule(
        name="a-week-so-often",
        kind=Kind.OFTEN,
        pattern=r"tuần (?:[1-6]|0[1-6]|một|hai|ba|bốn) (?:lần|buổi)(?=[:,;. (]|\Z)(?! thứ)",
        meaning=lambda _: _WEEKLY,
        examples={"tuần 2 lần": _WEEKLY},
        not_examples=("tuần 2", "tuần 3 lần thứ hai"),
    ),
    Rule(
        name="each-unit-so-often",
        kind=Kind.OFTEN,
        pattern=rf"(?:vào )?(?:mỗi|một|01|1|hằng) (?P<unit>{_UNIT})(?: (?:họp|tổ chức|sinh hoạt|giao ban))?"
        rf"(?: ít nhất)? (?P<times>{COUNT}) (?:lần|buổi|kỳ|cuộc|phiên|đêm|số)",
        meaning=_every,
        examples={
            "mỗi quý 01 lần": Often(Frequency.MONTHLY, 3, of_quarters=True),
            "vào mỗi tuần 01 lần": _WEEKLY,
            "mỗi tháng một lần": Often(Frequency.MONTHLY),
        },
    ),
    Rule(
        name="every-other-unit",
        kind=Kind.OFTEN,
        pattern=r"cách (?:một )?(?P<unit>ngày|tuần|tháng)(?: (?:một lần|/lần))?(?! \d)",
        meaning=lambda words: _EVERY_OTHER[fold_word(words["unit"])],
        examples={"cách tuần": Often(Frequency.WEEKLY, 2), "cách ngày": Often(Frequency.DAILY, 2)},
    ),
    Rule(
        name="every-unit",
        kind=Kind.OFTEN,
        pattern=rf"(?:vào )?(?:(?:trong|của|các) )?{_EACH} (?P<unit>{_UNIT})(?! nào)",
        meaning=_every,
        examples={
            "hằng ngày": Often(Frequency.DAILY),
            "hàng tuần": _WEEKLY,
            "mỗi quý": Often(Frequency.MONTHLY, 3, of_quarters=True),
            "hằng năm": Often(Frequency.YEARLY),
        },
        not_examples=("mặt hàng tháng nào",),
    ),
    Rule(
        name="all-weeks",
        kind=Kind.OFTEN,
        pattern=r"(?:vào |của |trong |ở )?(?:tất cả )?(?:các|những) tuần(?: trong (?:tháng|năm|quý))?(?! (?:\d"
        r"|thứ|đầu|cuối|lễ|sau|tới|tiếp))",
        meaning=lambda _: _WEEKLY,
        examples={"các tuần": _WEEKLY, "các tuần trong tháng": _WEEKLY},
    ),
    Rule(
        name="all-months",
        kind=Kind.OFTEN,
        pattern=r"(?:vào |của |trong |ở )?(?:tất cả )(?:các|những) tháng(?: trong (?:năm|quý))?|(?:của |ở )?các"
        r" tháng trong năm",
        meaning=lambda _: Often(Frequency.MONTHLY),
        examples={"tất cả các tháng": Often(Frequency.MONTHLY)},
    ),
    Rule(
        name="each-weekday",
        kind=Kind.OFTEN,
        pattern=rf"(?:vào )?(?:mỗi|tất cả các|cứ)(?= (?:buổi )?(?:(?:sáng|trưa|chiều|tối) )?(?:ngày )?{WEEKDAY})",
        meaning=lambda _: _WEEKLY,
        examples={"mỗi thứ Hai": _WEEKLY, "mỗi sáng thứ Hai": _WEEKLY},
    ),
    Rule(
        name="each-part-of-a-day",
        kind=Kind.OFTEN,
        pattern=rf"(?:tất cả )?các(?= buổi (?:sáng|trưa|chiều|tối) trong tuần(?! \w))"
        rf"|(?:hằng|mỗi)(?= (?:buổi )?(?:sáng|trưa|chiều|tối|đêm)(?!\w)"
        rf"(?! (?:(?:ngày )?{WEEKDAY}|kiến|tạo|tác|dài|hướng"
        rf"|đa|thiểu|hội|diễn|nhạc)))",
        meaning=lambda _: Often(Frequency.DAILY),
        examples={
            "20 giờ hằng đêm": Often(Frequency.DAILY),
            "các buổi sáng trong tuần": Often(Frequency.DAILY),
        },
        not_examples=("mỗi sáng thứ Hai", "mỗi sáng kiến"),
    ),
    Rule(
        name="regularly-on-a-day",
        kind=Kind.OFTEN,
        pattern=r"định kỳ(?= (?:vào )?(?:(?:buổi )?(?:sáng|chiều) )?(?:(?P<month>(?:thứ|chủ nhật|ngày) [^.;,]{1,40}?"
        rf"(?:của|trong) tháng)(?! ?\d| (?:này|sau|tới))|{WEEKDAY}[ .;)]*\Z))",
        meaning=lambda words: Often(Frequency.MONTHLY) if words["month"] else _WEEKLY,
        examples={
            "định kỳ vào thứ Tư tuần cuối của tháng": Often(Frequency.MONTHLY),
            "định kỳ vào chiều thứ Sáu": _WEEKLY,
        },
        not_examples=("định kỳ ngày 20 tháng 11", "kiểm tra định kỳ trong tháng"),
    ),
    Rule(
        name="the-weekdays",
        kind=Kind.OFTEN,
        pattern=rf"(?:vào )?(?:các|những)(?= (?:buổi )?(?:(?:sáng|trưa|chiều|tối) )?(?:ngày )?{WEEKDAY})",
        meaning=lambda _: Often(Frequency.WEEKLY, soft=True),
        examples={"các thứ Sáu trong tháng": Often(Frequency.WEEKLY, soft=True)},
    ),
)
