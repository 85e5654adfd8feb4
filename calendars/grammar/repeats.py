"""How often: every week, two weeks once, the even weeks, each working day; and what is left out or put off.

The unit alone ("hằng tuần") says nothing of the day, which stands beside it in any order; `combine` joins them. Weeks
that are counted in pairs have no beginning of their own unless the words give one.
"""

import re

from calendars.grammar.numbers import COUNT, MONTH, number_of
from calendars.grammar.pieces import DayList, Element, Except, Kind, Member, Months, Often, PartDate, Rolled
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word
from calendars.grammar.weekdays import WEEKDAY
from calendars.recurrence import Frequency, Roll

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


def _fixed(value: object) -> object:
    return lambda _: value


_DATE = r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?(?!\d)"
_DAYS = rf"{_DATE}(?: ?(?:-|đến(?: hết)?)(?: ngày)? ?{_DATE})?"
_EACH_DAYS = re.compile(rf"({_DATE})(?: ?(?:-|đến(?: hết)?|den(?: het)?)(?: ngày| ngay)? ?({_DATE}))?")


def _part_date(figures: str) -> PartDate:
    day, month, year = [*map(int, figures.split("/")), None, None][:3]
    return PartDate(day or 0, month, year)


def _without_days(words: Words) -> Except:
    elements = [
        Element(Member(_part_date(first)), Member(_part_date(last)) if last else None)
        for first, last in _EACH_DAYS.findall(words["days"])
    ]
    return Except(days=DayList(tuple(elements)))


def _listed(*days: PartDate) -> DayList:
    return DayList(tuple(Element(Member(day)) for day in days))


_FIGURES = re.compile(r"\d+")
_PLACE_IN_QUARTER = {"nhat": 1, "mot": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3}

_WEEKLY = Often(Frequency.WEEKLY)
_EVERY_OTHER = {
    "ngay": Often(Frequency.DAILY, 2),
    "tuan": Often(Frequency.WEEKLY, 2),
    "thang": Often(Frequency.MONTHLY, 2),
}
_ONE = r"(?:một|01|1)"
_EACH = r"(?:hằng|mỗi|từng)"
_DAY_OFF = (
    r"(?:(?:thứ (?:bảy|7)|t7),? ?(?:và|hoặc|,|&)? ?(?:chủ nhật|cn)(?:,? (?:hoặc )?(?:và )?(?:ngày )?(?:nghỉ"
    r" )?lễ(?:,? tết)?)?|(?:các )?(?:ngày )?nghỉ(?:,? (?:ngày )?lễ)?(?:,? (?:ngày )?tết)?(?: (?:hằng|cuối)"
    r" tuần)?|(?:các )?(?:ngày )?(?:nghỉ )?(?:lễ|tết)(?:,? (?:ngày )?(?:nghỉ|tết|lễ)){0,2}(?:,? thứ (?:bảy"
    r"|7),? chủ nhật)?|cuối tuần)"
)
_IF = (
    rf"(?:nếu |trường hợp |khi )?(?:(?:ngày )?(?:này|đó|trên) )?(?:trùng|rơi|vướng|gặp)(?: (?:vào|với))?"
    rf"(?: (?:những|các))?(?: ngày)? {_DAY_OFF}"
)
_THEN = (
    r"[,;]? ?(?:thì )?(?:sẽ )?(?:được )?(?:chuyển|dời|tổ chức|thực hiện|tiến hành|họp|tiếp|lùi|đẩy|bố trí"
    r"|làm|sinh hoạt|(?!sang|vào|đến|ở|lại|qua|ngày|thứ)[^\W\d_]+(?: (?!sang|vào|ngày|thứ)[^\W\d_]+)?)? ?"
    r"(?:sớm |lên |lùi )?(?:sang|vào|đến|ở|lại|qua)?(?: sang| vào)? ?"
)

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
        name="even-weeks",
        kind=Kind.OFTEN,
        pattern=r"(?:vào |của )?(?:(?:các|những|mỗi|hằng) )?tuần (?:lễ )?(?:số )?chẵn",
        meaning=lambda _: Often(Frequency.WEEKLY, 2, parity=0),
        examples={"các tuần chẵn": Often(Frequency.WEEKLY, 2, parity=0)},
    ),
    Rule(
        name="odd-weeks",
        kind=Kind.OFTEN,
        pattern=r"(?:vào |của )?(?:(?:các|những|mỗi|hằng) )?tuần (?:lễ )?(?:số )?lẻ",
        meaning=lambda _: Often(Frequency.WEEKLY, 2, parity=1),
        examples={"tuần lẻ": Often(Frequency.WEEKLY, 2, parity=1)},
    ),
    Rule(
        name="months-of-a-quarter",
        kind=Kind.MONTHS,
        pattern=r"(?:(?:của|vào|trong) )?(?:các )?tháng (?P<which>đầu|giữa|cuối)(?: tiên| cùng)?(?: của)?(?: "
        r"(?:mỗi|hằng|các|từng))? quý(?! (?:i|[1-4]|này|sau|tới)(?![^\W]|v))",
        meaning=lambda words: Months(
            {"dau": (1, 4, 7, 10), "giua": (2, 5, 8, 11), "cuoi": (3, 6, 9, 12)}[fold_word(words["which"])]
        ),
        examples={"tháng cuối quý": Months((3, 6, 9, 12)), "tháng đầu mỗi quý": Months((1, 4, 7, 10))},
    ),
    Rule(
        name="numbered-month-of-a-quarter",
        kind=Kind.MONTHS,
        pattern=r"(?:(?:của|vào|trong) )?(?:các )?tháng thứ (?P<which>nhất|một|hai|ba|1|2|3)(?: của)?"
        r"(?: (?:mỗi|hằng|các|từng))? quý(?! (?:i|[1-4]|này|sau|tới)(?![^\W]|v))",
        meaning=lambda words: Months(tuple(range(_PLACE_IN_QUARTER[fold_word(words["which"])], 13, 3))),
        examples={
            "tháng thứ hai của quý": Months((2, 5, 8, 11)),
            "tháng thứ nhất mỗi quý": Months((1, 4, 7, 10)),
        },
    ),
    Rule(
        name="months-of-every-year",
        kind=Kind.MONTHS,
        pattern=rf"(?:(?:của|vào|trong) )?(?:(?:các|hai|ba) )?(?P<months>tháng {MONTH}(?:(?: ?,| và|, và) (?:tháng )?"
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
        pattern=rf"(?:mỗi|một|01|1|hằng) (?P<unit>{_UNIT})(?: (?:họp|tổ chức|sinh hoạt|giao ban))?"
        rf"(?: ít nhất)? (?P<times>{COUNT}) (?:lần|buổi|kỳ|cuộc|phiên)",
        meaning=_every,
        examples={
            "mỗi quý 01 lần": Often(Frequency.MONTHLY, 3, of_quarters=True),
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
        pattern=rf"(?:hằng|mỗi)(?= (?:buổi )?(?:sáng|trưa|chiều|tối|đêm)(?!\w)"
        rf"(?! (?:(?:ngày )?{WEEKDAY}|kiến|tạo|tác|dài|hướng"
        rf"|đa|thiểu|hội|diễn|nhạc)))",
        meaning=lambda _: Often(Frequency.DAILY),
        examples={"20 giờ hằng đêm": Often(Frequency.DAILY)},
        not_examples=("mỗi sáng thứ Hai", "mỗi sáng kiến"),
    ),
    Rule(
        name="the-weekdays",
        kind=Kind.OFTEN,
        pattern=rf"(?:vào )?(?:các|những)(?= (?:buổi )?(?:(?:sáng|trưa|chiều|tối) )?(?:ngày )?{WEEKDAY})",
        meaning=lambda _: Often(Frequency.WEEKLY, soft=True),
        examples={"các thứ Sáu trong tháng": Often(Frequency.WEEKLY, soft=True)},
    ),
    Rule(
        name="without-days-off",
        kind=Kind.EXCEPT,
        pattern=r"(?:\()?(?:trừ|ngoại trừ|không kể|không tính|không bao gồm|(?:(?<=[,;-] )|(?<=\())nghỉ)"
        r"(?: (?:các|những))?(?: ngày)?(?: nghỉ)? (?:lễ|tết)(?:,? (?:ngày )?(?:và )?(?:nghỉ )?(?:tết|lễ))?"
        r"(?:,? (?:và )?(?:ngày )?nghỉ)?(?P<weekend>,? (?:và )?(?:các ngày )?(?:thứ (?:bảy|7),? (?:và )?chủ nhật|cuối"
        r" tuần))?|(?:trừ|nghỉ) (?:tuần )tết",
        meaning=lambda words: Except(holidays=True, weekdays=(5, 6) if words.get("weekend") else ()),
        examples={"trừ ngày lễ": Except(holidays=True), "trừ các ngày lễ, Tết": Except(holidays=True)},
    ),
    Rule(
        name="without-weekend",
        kind=Kind.EXCEPT,
        pattern=r"(?:trừ|ngoại trừ|không kể|nghỉ)(?: (?:các|những))?(?: ngày)? (?:(?:thứ (?:bảy|7)|t7)(?: và |,"
        r" ?| ?& ?)(?:chủ nhật|cn)|cuối tuần)(?P<holidays>(?:,? và|,)? (?:các )?(?:ngày )?(?:nghỉ )?"
        r"(?:lễ|tết)(?:,? tết)?)?",
        meaning=lambda words: Except(holidays=bool(words.get("holidays")), weekdays=(5, 6)),
        examples={"trừ thứ Bảy, Chủ nhật": Except(weekdays=(5, 6))},
    ),
    Rule(
        name="without-sunday",
        kind=Kind.EXCEPT,
        pattern=r"(?:trừ|ngoại trừ|nghỉ)(?: ngày)? (?:chủ nhật|cn)",
        meaning=lambda _: Except(weekdays=(6,)),
        examples={"trừ Chủ nhật": Except(weekdays=(6,))},
    ),
    Rule(
        name="without-months",
        kind=Kind.EXCEPT,
        pattern=rf"(?:trừ|ngoại trừ|nghỉ)(?: các)? tháng (?P<first>{MONTH})(?:(?:,| và|, và) (?:tháng )?"
        rf"(?P<second>{MONTH}))?",
        meaning=lambda words: Except(
            months=tuple(number_of(words[name]) for name in ("first", "second") if words.get(name))
        ),
        examples={"trừ tháng 7, tháng 8": Except(months=(7, 8))},
    ),
    Rule(
        name="without-days",
        kind=Kind.EXCEPT,
        pattern=rf"\(?(?:trừ|ngoại trừ|không kể|không tính)(?:(?: từ)?(?: (?:các|những|hai"
        rf"|ba))?(?: thứ [^\W_]+,?)? ngày "
        rf"| tuần(?: lễ)? (?={_DATE})| từ (?={_DATE} ?"
        rf"(?:đến|-))|(?:(?<=\(trừ)|(?<=, trừ)) (?={_DATE} ?[),;.])) ?(?P<days>{_DAYS}"
        rf"(?:(?:,| và|, và|;|,? trừ) ?(?:các )?(?:ngày )?{_DAYS}){{0,99}})(?! ?(?:[/.:]\d|h)| (?:giờ|tháng|người))",
        meaning=_without_days,
        examples={
            "trừ ngày 10/11": Except(days=_listed(PartDate(10, 11))),
            "trừ thứ Sáu, ngày 10/11": Except(days=_listed(PartDate(10, 11))),
            "(trừ 24/11)": Except(days=_listed(PartDate(24, 11))),
            "(trừ tuần lễ 20-24/11)": Except(
                days=DayList((Element(Member(PartDate(20)), Member(PartDate(24, 11))),))
            ),
            "trừ từ 10/11 đến 17/11": Except(
                days=DayList((Element(Member(PartDate(10, 11)), Member(PartDate(17, 11))),))
            ),
            "trừ ngày 12/11.": Except(days=_listed(PartDate(12, 11))),
            "trừ các ngày 10 và 17/11/2023": Except(days=_listed(PartDate(10), PartDate(17, 11, 2023))),
            "trừ ngày 03/11, ngày 10/11": Except(days=_listed(PartDate(3, 11), PartDate(10, 11))),
            "trừ ngày 10 đến 12/11": Except(
                days=DayList((Element(Member(PartDate(10)), Member(PartDate(12, 11))),))
            ),
        },
        not_examples=("trừ ngày lễ", "nghỉ ngày 02/9", "trừ 10/11 đơn vị"),
    ),
    Rule(
        name="day-off-to-the-nearest-working-day",
        kind=Kind.ROLL,
        pattern=rf"{_IF}{_THEN}ngày (?:làm việc )?(?:gần nhất)(?: (?:sau|kế|liền|trước) đó)?",
        meaning=lambda _: Rolled(Roll.NEAREST),
        examples={"trùng ngày lễ, tết thì tổ chức vào ngày gần nhất": Rolled(Roll.NEAREST)},
    ),
    Rule(
        name="day-off-to-the-working-day-before",
        kind=Kind.ROLL,
        pattern=rf"{_IF}{_THEN}(?:ngày làm việc|ngày)(?: liền)?(?: kề)? ?(?:trước đó|trước|liền trước|kề trước)"
        rf"(?: đó)?",
        meaning=lambda _: Rolled(Roll.PREVIOUS),
        examples={
            "nếu trùng ngày nghỉ thì chuyển sang ngày làm việc liền trước": Rolled(Roll.PREVIOUS),
            "nếu trùng ngày nghỉ thì trả lương vào ngày làm việc liền trước": Rolled(Roll.PREVIOUS),
        },
    ),
    Rule(
        name="day-off-to-the-next-working-day",
        kind=Kind.ROLL,
        pattern=rf"{_IF}{_THEN}(?:(?:ngày làm việc(?: đầu tiên)?|ngày|buổi làm việc)(?: (?:tiếp theo|kế tiếp"
        rf"|sau đó|liền kề|liền sau|tiếp sau|ngay sau|kế|sau|đầu tiên|của|tuần)){{1,4}}"
        rf"|(?:ngày )?thứ (?:hai|2)(?: (?:của )?(?:tuần )?(?:kế tiếp|tiếp theo|kế|sau|tới))?)",
        meaning=lambda _: Rolled(Roll.NEXT),
        examples={
            "nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo": Rolled(Roll.NEXT),
            "nếu trùng ngày nghỉ lễ, Tết thì thực hiện vào ngày làm việc liền kề": Rolled(Roll.NEXT),
        },
    ),
)
