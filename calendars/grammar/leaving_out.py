"""What a repeat leaves out, and where a day of it goes that meets a day off.

"trừ ngày lễ", "trừ thứ Bảy, Chủ nhật", "(trừ 24/11)", "nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo".
What makes it hard is that both are said in a dozen ways, and that the days left out are written like days of an event.
"""

import re

from calendars.grammar.numbers import DAY, MONTH, MONTH_WORD, number_of
from calendars.grammar.pieces import DayList, Element, Except, Kind, Member, PartDate, Rolled
from calendars.grammar.rule import Rule, Words
from calendars.grammar.weekdays import WEEKDAY, weekdays_named
from calendars.recurrence import Roll

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


def _without_weekdays(words: Words) -> Except | None:
    days = weekdays_named(words["days"])
    return Except(weekdays=days) if days else None


def _listed(*days: PartDate) -> DayList:
    return DayList(tuple(Element(Member(day)) for day in days))


_SOME_MONTH = rf"(?:{MONTH}|{MONTH_WORD})"


def _months_named(words: Words) -> Except:
    return Except(months=tuple(map(number_of, re.findall(_SOME_MONTH, words["months"]))))


_ONE_DAY_OFF = (
    r"(?:(?:(?:các|những) )?(?:ngày )?(?:nghỉ(?: (?:lễ|tết))?|lễ|tết)(?: (?:nguyên đán|(?:hằng|cuối) tuần|bù"
    r"|theo quy định))?|thứ (?:bảy|7)|t7|chủ nhật|cn|(?:ngày )?cuối tuần)"
)
_DAY_OFF = rf"{_ONE_DAY_OFF}(?:(?:,? (?:và|hoặc|hay)|,| ?[&/-])? ?{_ONE_DAY_OFF}){{0,5}}"
_NAMED_DAYS = (
    r"(?:(?<=nếu )|(?<=khi )|(?<=trường hợp ))(?:các )?ngày "
    rf"(?P<rolled>{DAY}(?:(?:,| và|, và| hoặc) (?:ngày )?{DAY}){{0,5}})"
)
_IF = (
    rf"(?:nếu |trường hợp |khi )?(?:(?:ngày )?(?:này|đó|trên) |{_NAMED_DAYS} )?(?:trùng|rơi|vướng|gặp)(?: (?:vào|với))?"
    rf"(?: (?:những|các))?(?: ngày)? {_DAY_OFF}"
)
_THEN = (
    r"[,;]? ?(?:thì )?(?:sẽ )?(?:được )?(?:chuyển|dời|tổ chức|thực hiện|tiến hành|họp|tiếp|lùi|đẩy|bố trí"
    r"|làm|sinh hoạt|(?!sang|vào|đến|ở|lại|qua|ngày|thứ)[^\W\d_]+(?: (?!sang|vào|ngày|thứ)[^\W\d_]+)?)? ?"
    r"(?:sớm |lên |lùi )?(?:sang|vào|đến|ở|lại|qua)?(?: sang| vào)? ?"
)


def _rolled(roll: Roll, words: Words) -> Rolled:
    return Rolled(roll, tuple(map(int, re.findall(r"\d+", words.get("rolled") or ""))))


LEAVING_OUT_RULES = (
    Rule(
        name="without-days-off",
        kind=Kind.EXCEPT,
        pattern=r"(?:\()?(?:trừ|ngoại trừ|không kể|không tính|không bao gồm|(?:(?<=[,;-] )|(?<=\())nghỉ)"
        r"(?: (?:các|những))?(?: ngày)?(?: nghỉ)? (?:lễ|tết)(?:,? (?:ngày )?(?:và )?(?:nghỉ )?(?:tết|lễ))?"
        r"(?:,? (?:và )?(?:ngày )?nghỉ)?(?P<weekend>,? (?:và )?(?:các ngày )?(?:thứ (?:bảy|7),? (?:và )?chủ nhật|cuối"
        r" tuần))?|(?:trừ|nghỉ) (?:các )?(?:tuần|dịp) (?:nghỉ )?(?:lễ,? )?tết(?: nguyên đán)?",
        meaning=lambda words: Except(holidays=True, weekdays=(5, 6) if words.get("weekend") else ()),
        examples={
            "trừ ngày lễ": Except(holidays=True),
            "trừ các ngày lễ, Tết": Except(holidays=True),
            "(trừ tuần nghỉ Tết": Except(holidays=True),
            "trừ dịp Tết Nguyên đán": Except(holidays=True),
        },
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
        pattern=r"(?:trừ|ngoại trừ|nghỉ)(?: ngày)? (?:chủ nhật|cn)(?!,? \(?(?:ngày )?\d| (?:tuần|cuối|đầu))",
        meaning=lambda _: Except(weekdays=(6,)),
        examples={"trừ Chủ nhật": Except(weekdays=(6,))},
        not_examples=("trừ Chủ nhật 11/02", "trừ Chủ nhật, ngày 11/02"),
    ),
    Rule(
        name="without-months",
        kind=Kind.EXCEPT,
        pattern=rf"(?:trừ|ngoại trừ|nghỉ)(?: các)? (?P<months>tháng {_SOME_MONTH}"
        rf"(?:(?:,| và|, và) (?:tháng {_SOME_MONTH}|{MONTH}(?! ?[h:/]))){{0,5}})",
        meaning=_months_named,
        examples={
            "trừ tháng 7, tháng 8": Except(months=(7, 8)),
            "trừ tháng 6, 7 và 8": Except(months=(6, 7, 8)),
        },
    ),
    Rule(
        name="months-off",
        kind=Kind.EXCEPT,
        pattern=rf"(?:riêng )?(?:các )?(?P<months>tháng {_SOME_MONTH}"
        rf"(?:(?:,| và|, và) (?:tháng {_SOME_MONTH}|{MONTH}(?! ?[h:/]))){{0,5}})"
        r" (?:thì |được )?(?:nghỉ|(?:không|tạm dừng|tạm nghỉ|ngừng)(?: tổ chức)?"
        r" (?:họp|sinh hoạt|tổ chức|tiếp(?: công)?(?: dân)?|giao ban|hoạt động|tập|học))(?= ?(?:[),;.]|$))",
        meaning=_months_named,
        examples={
            "tháng 2 nghỉ": Except(months=(2,)),
            "tháng hai nghỉ": Except(months=(2,)),
            "riêng tháng 6 và tháng 7 không sinh hoạt": Except(months=(6, 7)),
        },
        not_examples=("tháng 9 nghỉ lễ 02 ngày", "tháng 2 không họp được"),
    ),
    Rule(
        name="without-days",
        kind=Kind.EXCEPT,
        pattern=rf"(?:\(nghỉ(?= (?:các )?(?:(?:thứ [^\W_]+|chủ nhật|cn),? )?(?:ngày|\d{{1,2}}/\d))"
        rf"|\(?(?:trừ|ngoại trừ|không kể|không tính))(?:(?: từ)?(?: (?:các|những|hai|ba))?"
        rf"(?: (?:thứ [^\W_]+|chủ nhật|cn),?)? ngày (?:từ (?:ngày )?)?| (?:thứ [^\W_]+|chủ nhật),? (?={_DATE})"
        rf"| tuần(?: lễ)? (?={_DATE})| từ (?={_DATE} ?"
        rf"(?:đến|-))|(?:(?<=\(trừ)|(?<=, trừ)) (?={_DATE} ?(?:tết ?)?[),;.])) ?(?P<days>{_DAYS}"
        rf"(?:(?:,| và|, và|;|,? trừ) ?(?:các )?(?:ngày )?{_DAYS}){{0,99}})(?! ?(?:[/.:]\d|h)| (?:giờ|tháng|người))",
        meaning=_without_days,
        examples={
            "trừ ngày 10/11": Except(days=_listed(PartDate(10, 11))),
            "trừ thứ Sáu, ngày 10/11": Except(days=_listed(PartDate(10, 11))),
            "(trừ 24/11)": Except(days=_listed(PartDate(24, 11))),
            "(trừ thứ Bảy 10/02": Except(days=_listed(PartDate(10, 2))),
            "(trừ tuần lễ 20-24/11)": Except(
                days=DayList((Element(Member(PartDate(20)), Member(PartDate(24, 11))),))
            ),
            "trừ từ 10/11 đến 17/11": Except(
                days=DayList((Element(Member(PartDate(10, 11)), Member(PartDate(17, 11))),))
            ),
            "(nghỉ thứ Sáu ngày 10/11": Except(days=_listed(PartDate(10, 11))),
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
        name="without-weekdays",
        kind=Kind.EXCEPT,
        pattern=rf"\(?(?:trừ|ngoại trừ|không kể)(?: (?:các|những))?(?: ngày)? (?P<days>{WEEKDAY}(?:(?:,| và|, và| ?&) ?"
        rf"{WEEKDAY}){{0,4}})(?!,? \(?(?:ngày )?\d| (?:tuần|cuối|đầu))",
        meaning=_without_weekdays,
        examples={
            "trừ thứ Hai": Except(weekdays=(0,)),
            "trừ các ngày thứ Tư và Chủ nhật": Except(weekdays=(2, 6)),
        },
        not_examples=("trừ thứ Sáu, ngày 10/11", "trừ thứ Sáu tuần cuối tháng"),
    ),
    Rule(
        name="day-off-to-the-nearest-working-day",
        kind=Kind.ROLL,
        pattern=rf"{_IF}{_THEN}ngày (?:làm việc )?(?:gần nhất)(?: (?:sau|kế|liền|trước) đó)?",
        meaning=lambda words: _rolled(Roll.NEAREST, words),
        examples={"trùng ngày lễ, tết thì tổ chức vào ngày gần nhất": Rolled(Roll.NEAREST)},
    ),
    Rule(
        name="day-off-to-the-working-day-before",
        kind=Kind.ROLL,
        pattern=rf"{_IF}{_THEN}(?:ngày làm việc|ngày)(?: liền)?(?: kề)? ?(?:trước đó|trước|liền trước|kề trước)"
        rf"(?: đó)?",
        meaning=lambda words: _rolled(Roll.PREVIOUS, words),
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
        rf"|(?:ngày )?thứ (?:hai|2)(?: (?:của )?(?:tuần )?(?:kế tiếp|tiếp theo|kế|sau|tới))?(?!,? \(?(?:ngày )?\d))",
        meaning=lambda words: _rolled(Roll.NEXT, words),
        examples={
            "nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo": Rolled(Roll.NEXT),
            "nếu trùng ngày nghỉ lễ, Tết thì thực hiện vào ngày làm việc liền kề": Rolled(Roll.NEXT),
            "nếu ngày 08, ngày 18 trùng ngày nghỉ thì chuyển sang ngày làm việc kế tiếp": Rolled(
                Roll.NEXT, (8, 18)
            ),
            "trùng vào ngày nghỉ lễ, tết hoặc ngày nghỉ hằng tuần thì chuyển sang ngày làm việc tiếp theo": Rolled(
                Roll.NEXT
            ),
        },
        not_examples=("trùng thứ Bảy, Chủ nhật nên chuyển sang thứ Hai, ngày 16/11",),
    ),
)
