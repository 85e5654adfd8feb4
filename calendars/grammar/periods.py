"""Periods that have a name: months, quarters, years, and named parts of them.

Such a period is a window (some day in it), unless the words say that it lasts ("suốt tháng 6"). A month or a year is
also the subject of many events ("tổng kết công tác năm 2023"): without a preposition a period counts only where it
stands alone, which is decided in `vetoes`. "tuần" after thượng, trung, hạ is ten days, not a week.
"""

from calendars.grammar.days import SHIFT
from calendars.grammar.numbers import COUNT, MONTH, MONTH_WORD, SMALL_WORD, YEAR, number_of, roman
from calendars.grammar.period_words import DUE, OF, YEAR_BEHIND, piece_in, shift_in, year_in
from calendars.grammar.pieces import Kind, Period, Special, Unit
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word
from calendars.grammar.weeks import WEEK_RULES

_AND_TEN_DAYS = r"(?:,? và |, ?| hoặc | ?- ?| đến (?:hết )?)"
_A_MONTH = (
    rf"{OF}(?:(?:tháng ?(?P<month>{MONTH}|(?!năm ?\d{{4}}|sau(?!,? nam \d)){MONTH_WORD})|t(?P<month2>{MONTH})"
    rf"(?=/\d{{4}})){YEAR_BEHIND}?|tháng(?: (?P<shift>{SHIFT}))?(?! (?:(?!hằng)[^\W\d]+ng|giêng|chạp) ))"
)
_ROMAN = r"(?:[il]{1,3}|[il1]v|11|[1-4])"
_A_QUARTER = (
    rf"{OF}(?:quý\.?|quí\.?|q(?!\. ?\d(?![/-]\d)))\.? ?(?:(?P<quarter>{_ROMAN})(?!\w){YEAR_BEHIND}?|"
    rf"(?P<shift>(?!trước ngày \d){SHIFT}))"
)


def _month(words: Words) -> Period:
    number = words.get("month") or words.get("month2") or words.get("name")
    return Period(
        Unit.MONTH,
        number_of(number) if number else None,
        year_in(words),
        shift=shift_in(words),
        piece=piece_in(words),
    )


def _month_with_its_year(words: Words) -> Period:
    """ "T11/2023", and "T11/26", which no weekday is; "T6/26" may be Friday the 26th."""
    year = words.get("year3") or words.get("year4")
    if not year:
        return _month(words)
    return _month({**words, "month2": words.get("month2") or words["month4"], "year": year})


def _unnamed_month(words: Words) -> Period:
    return Period(Unit.MONTH, named=False)


def _quarter(words: Words) -> Period:
    number = words.get("quarter")
    return Period(
        Unit.QUARTER,
        roman(number) if number else None,
        year_in(words),
        shift=shift_in(words),
        piece=piece_in(words),
    )


def _months_together(words: Words) -> Period | None:
    """Months that follow one another; "tháng 4, 6" is no one period."""
    first, last = number_of(words["first"]), number_of(words["last"])
    listed = words.get("between", "").count(",") + 1
    if first == last or (not words.get("to") and (last - first) % 12 != listed):
        return None
    return Period(Unit.MONTH, None, year_in(words), months=(first, last))


def _quarters_together(words: Words) -> Period | None:
    """Quarters that follow one another: the months from the first of the one to the last of the other."""
    first, last = roman(words["first"]), roman(words["last"])
    year = year_in(words)
    begins = int(words["begins"]) if words.get("begins") else None
    follows = last == first % 4 + 1
    if not follows or (begins is not None and year is not None and year - begins != int(last == 1)):
        return None
    return Period(Unit.MONTH, None, year, months=(3 * first - 2, 3 * last))


def _months_of_two_years(words: Words) -> Period | None:
    first, last = number_of(words["first"]), number_of(words["last"])
    begins, ends = int(words["begins"]), int(words["ends"])
    if (begins, first) >= (ends, last) or ends - begins != int(first > last):
        return None
    return Period(Unit.MONTH, None, ends, months=(first, last))


_HALVES = {"dau": (1, 6), "cuoi": (7, 12), "sau": (7, 12)}
_SEASONS = {"dau": (1, 3), "giua": (5, 8), "cuoi": (10, 12)}
_NEAR_YEAR = r"(?P<shift>sau|tới|này|trước(?! (?:ngày|\d)))"


def _months_of_year(words: Words) -> Period | None:
    end = fold_word(words["end"])
    count = number_of(words["count"]) if words.get("count") else 0
    if count:
        if not 1 <= count <= 11:
            return None
        months = (1, count) if end == "dau" else (13 - count, 12)
    else:
        months = (_HALVES if words.get("half") else _SEASONS)[end]
    return Period(Unit.YEAR, None, year_in(words), shift=shift_in(words), months=months)


_YEAR_SHIFTS = {"nay": 0, "này": 0, "sau": 1, "tới": 1, "trước": -1, "ngoái": -1}
_YEAR_SHIFT_OF = {fold_word(word): shift for word, shift in _YEAR_SHIFTS.items()}


def _whole_year(words: Words) -> Period:
    shift = _YEAR_SHIFT_OF[fold_word(words["which"])] if words.get("which") else 0
    return Period(Unit.YEAR, None, year_in(words), shift=shift)


def _coming(words: Words) -> Period | None:
    unit = {"ngay": Unit.DAY, "tuan": Unit.WEEK, "thang": Unit.MONTH}[fold_word(words["unit"])]
    return Period(unit, coming=number_of(words["count"]))


def _special(words: Words) -> Special:
    nth = number_of(words["nth"]) if words.get("nth") else -1 if words.get("last") else 1
    return Special(nth, working=bool(words.get("working")), repeats=bool(words.get("repeats")))


PERIOD_RULES = (
    Rule(
        name="months-together",
        kind=Kind.PERIOD,
        pattern=rf"(?:trong )?(?:(?:các|hai|02|2) )?tháng (?P<first>{MONTH})(?P<between>"
        rf"(?:, ?{MONTH}){{0,10}})(?:(?P<to> ?- ?| đến (?:hết )?)|,? và | hoặc | ?, ?| & )(?:tháng )?"
        rf"(?P<last>{MONTH}){YEAR_BEHIND}?(?!/| ?(?:lần|giờ))",
        meaning=_months_together,
        examples={
            "tháng 5 và tháng 6/2024": Period(Unit.MONTH, year=2024, months=(5, 6)),
            "tháng 5-6/2024": Period(Unit.MONTH, year=2024, months=(5, 6)),
            "từ tháng 5 đến tháng 7": Period(Unit.MONTH, months=(5, 7)),
            "tháng 4, 5, 6 năm 2024": Period(Unit.MONTH, year=2024, months=(4, 6)),
        },
        not_examples=("trừ tháng 7, tháng 8",),
    ),
    Rule(
        name="months-with-their-years",
        kind=Kind.PERIOD,
        pattern=rf"(?:trong )?tháng (?P<first>{MONTH})(?:,? năm |[/.-])(?P<begins>{YEAR})(?: ?- ?| đến (?:hết )?)"
        rf"(?:tháng )?(?P<last>{MONTH})(?:,? năm |[/.-])(?P<ends>{YEAR})",
        meaning=_months_of_two_years,
        examples={
            "từ tháng 12/2023 đến tháng 02/2024": Period(Unit.MONTH, year=2024, months=(12, 2)),
            "tháng 5/2024 - tháng 7/2024": Period(Unit.MONTH, year=2024, months=(5, 7)),
        },
        not_examples=("tháng 7/2024 - tháng 5/2024",),
    ),
    Rule(
        name="months-of-a-year",
        kind=Kind.PERIOD,
        pattern=rf"{OF}(?P<count>0?[1-9]|1[01]|{SMALL_WORD}) ?(?:tháng|t) (?P<end>đầu|cuối)(?: của)? năm(?: "
        rf"(?:(?P<year>{YEAR})|{_NEAR_YEAR}))?",
        meaning=_months_of_year,
        examples={
            "6 tháng đầu năm 2024": Period(Unit.YEAR, year=2024, months=(1, 6)),
            "9 tháng đầu năm": Period(Unit.YEAR, months=(1, 9)),
            "6 tháng đầu năm sau": Period(Unit.YEAR, shift=1, months=(1, 6)),
            "sáu tháng cuối năm": Period(Unit.YEAR, months=(7, 12)),
        },
    ),
    Rule(
        name="half-a-year",
        kind=Kind.PERIOD,
        pattern=rf"{OF}(?P<half>nửa) (?P<end>đầu|cuối|sau)(?: của)? năm(?: (?:(?P<year>{YEAR})|{_NEAR_YEAR}))?",
        meaning=_months_of_year,
        examples={
            "nửa đầu năm 2024": Period(Unit.YEAR, year=2024, months=(1, 6)),
            "nửa cuối năm trước": Period(Unit.YEAR, shift=-1, months=(7, 12)),
        },
    ),
    Rule(
        name="part-of-a-year",
        kind=Kind.PERIOD,
        pattern=rf"{OF}(?<!tháng )(?<!quý )(?:dịp )?(?P<end>đầu|giữa|cuối) năm(?:(?: học)? (?P<year>{YEAR})| "
        rf"{_NEAR_YEAR})?(?! (?:học|ngân|tài))",
        meaning=_months_of_year,
        examples={
            "đầu năm 2024": Period(Unit.YEAR, year=2024, months=(1, 3)),
            "cuối năm": Period(Unit.YEAR, months=(10, 12)),
        },
        not_examples=("cuối năm học",),
    ),
    Rule(
        name="ten-days-together",
        kind=Kind.PERIOD,
        pattern=rf"(?:(?:(?P<begins>thượng)(?: tuần)?{_AND_TEN_DAYS}(?P<ends>trung)"
        rf"|(?P<begins2>trung)(?: tuần)?{_AND_TEN_DAYS}(?P<ends2>hạ)) tuần"
        rf"|(?<=từ )(?P<first>đầu) đến giữa|(?<=từ )giữa đến cuối) {_A_MONTH}",
        meaning=lambda words: _month(words)._replace(
            piece="+20" if words.get("begins") or words["first"] else "11-"
        ),
        examples={
            "trung tuần và hạ tuần tháng 12": Period(Unit.MONTH, 12, piece="11-"),
            "thượng, trung tuần tháng 11/2023": Period(Unit.MONTH, 11, 2023, piece="+20"),
            "trung tuần đến hạ tuần tháng sau": Period(Unit.MONTH, shift=1, piece="11-"),
            "từ đầu đến giữa tháng 11": Period(Unit.MONTH, 11, piece="+20"),
        },
        not_examples=("thượng và hạ tuần",),
    ),
    Rule(
        name="ten-days-of-a-month",
        kind=Kind.PERIOD,
        pattern=rf"(?:trong )?(?P<piece>thượng|trung|hạ) (?:tuần|tuân)(?: {_A_MONTH}| ?(?P<month3>{MONTH})/"
        rf"(?P<year3>{YEAR}))?",
        meaning=lambda words: _month(
            {**words, **({"month": words["month3"], "year": words["year3"]} if words.get("month3") else {})}
        ),
        examples={
            "trung tuần tháng 11/2023": Period(Unit.MONTH, 11, 2023, piece="11-20"),
            "thượng tuần": Period(Unit.MONTH, piece="+10"),
            "hạ tuần tháng sau": Period(Unit.MONTH, shift=1, piece="21-"),
        },
    ),
    Rule(
        name="part-of-a-month",
        kind=Kind.PERIOD,
        pattern=rf"(?:trong |vào )?(?:những ngày |các ngày |dịp )?(?P<piece>nửa đầu|nửa cuối|nửa sau|đầu|giữa"
        rf"|cuối) {_A_MONTH}",
        meaning=_month,
        examples={
            "đầu tháng 12": Period(Unit.MONTH, 12, piece="1/3"),
            "giữa tháng": Period(Unit.MONTH, piece="2/3"),
            "nửa cuối tháng 02/2024": Period(Unit.MONTH, 2, 2024, piece="2/2"),
            "những ngày cuối tháng": Period(Unit.MONTH, piece="3/3"),
            "thứ Hai đầu tháng hằng tháng": Period(Unit.MONTH, piece="1/3"),
        },
    ),
    Rule(
        name="days-from-an-end-of-a-month",
        kind=Kind.PERIOD,
        pattern=rf"(?:trong )?(?P<count>{COUNT}) (?:ngày|(?P<weeks>tuần)) (?P<end>đầu|cuối) {_A_MONTH}",
        meaning=_month,
        examples={
            "10 ngày đầu tháng": Period(Unit.MONTH, piece="+10"),
            "15 ngày cuối tháng 4": Period(Unit.MONTH, 4, piece="-15"),
            "trong 02 tuần cuối tháng 9": Period(Unit.MONTH, 9, piece="-14"),
        },
    ),
    Rule(
        name="part-of-a-quarter",
        kind=Kind.PERIOD,
        pattern=rf"(?:trong |vào )?(?:(?:của )?tháng )?(?P<piece>nửa đầu|nửa cuối|đầu|giữa|cuối)"
        rf" (?:{_A_QUARTER}|(?<!tháng đầu )(?<!tháng giữa )(?<!tháng cuối )quý(?= ?(?:[:;.,)(]|\Z)))",
        meaning=_quarter,
        examples={
            "Cuối quý: tổng hợp đánh giá": Period(Unit.QUARTER, piece="3/3"),
            "Tổng kết: cuối quý": Period(Unit.QUARTER, piece="3/3"),
            "cuối quý I/2024": Period(Unit.QUARTER, 1, 2024, piece="3/3"),
            "của tháng đầu quý sau": Period(Unit.QUARTER, shift=1, piece="1/3"),
        },
        not_examples=("báo cáo cuối quý gửi Sở",),
    ),
    Rule(
        name="last-day-repeats",
        kind=Kind.SPECIAL,
        pattern=r"ngày (?P<last>cuối)(?P<repeats>) tháng(?! ?\d| (?:này|sau|tới|trước|năm|giêng|chạp|một|hai|ba|tư))",
        meaning=lambda words: Special(-1, repeats=True),
        examples={"ngày cuối tháng": Special(-1, repeats=True)},
        not_examples=("những ngày cuối tháng 11",),
    ),
    Rule(
        name="first-or-last-day",
        kind=Kind.SPECIAL,
        pattern=r"ngày(?P<working> làm việc)? (?:(?P<first>đầu tiên|đầu)|(?P<last>cuối cùng|cuối)"
        r"|(?<=làm việc )thứ (?P<nth>hai|ba|tư|năm|sáu|bảy|tám|chín|mười|[2-9]|10))(?= (?:của "
        r"|trong )?(?:tháng|hằng tháng|mỗi tháng|các tháng|quý|hằng quý|mỗi quý|năm)"
        r"|[ .;,)]*\Z| \(|,(?! [^\W\d]+ (?:tết|nghỉ)))",
        meaning=_special,
        examples={
            "ngày làm việc cuối cùng của tháng": Special(-1, working=True),
            "ngày cuối cùng hằng tháng": Special(-1),
            "ngày làm việc đầu tiên": Special(1, working=True),
            "ngày làm việc thứ hai hằng tháng": Special(2, working=True),
        },
    ),
    *WEEK_RULES,
    Rule(
        name="coming-units",
        kind=Kind.PERIOD,
        pattern=rf"(?:trong (?:vòng )?)?(?P<count>{COUNT}) (?P<unit>ngày|tuần|tháng) (?:tới|sau"
        rf"(?! (?:khi|ngày|đó|lễ|tết|họp|hội nghị|cuộc|kỳ|buổi|sinh hoạt|đại hội))|tiếp theo|nữa|sắp tới|kế tiếp)",
        meaning=_coming,
        examples={"trong 7 ngày tới": Period(Unit.DAY, coming=7), "02 tuần tới": Period(Unit.WEEK, coming=2)},
        not_examples=("02 ngày sau khi nhận được văn bản", "03 ngày sau họp"),
    ),
    Rule(
        name="month",
        kind=Kind.PERIOD,
        pattern=rf"{DUE}{OF}(?:tháng ?(?P<month>{MONTH}|(?!năm ?(?:\d{{4}}|nay|sau)|sau(?!,? nam \d)){MONTH_WORD})"
        rf"{YEAR_BEHIND}?|th?\.? ?(?P<month2>{MONTH})(?: ?/ ?|-)(?P<year3>{YEAR})"
        r"|t(?P<month4>0\d|[189]|1[0-2])/(?P<year4>[23]\d(?!\d))"
        rf"|tháng (?P<shift>{SHIFT})(?P<more> nữa)?)(?!/| ?(?:lần|buổi))",
        meaning=_month_with_its_year,
        examples={
            "tháng 11/2023": Period(Unit.MONTH, 11, 2023),
            "T6/2020": Period(Unit.MONTH, 6, 2020),
            "T9-2020": Period(Unit.MONTH, 9, 2020),
            "tháng Mười một": Period(Unit.MONTH, 11),
            "tháng 5 năm 2024": Period(Unit.MONTH, 5, 2024),
            "tháng sau": Period(Unit.MONTH, shift=1),
            "tháng sau nữa": Period(Unit.MONTH, shift=2),
            "Th.11/2023": Period(Unit.MONTH, 11, 2023),
            "T11/26": Period(Unit.MONTH, 11, 2026),
        },
    ),
    Rule(
        name="this-month",
        kind=Kind.PERIOD,
        pattern=r"trong tháng(?! (?:giêng|chạp))|(?:(?<=cả )|(?<=suốt ))tháng(?=[ .;,):]*(?:\Z|[.;,):\n]))",
        meaning=lambda _: Period(Unit.MONTH),
        examples={"trong tháng": Period(Unit.MONTH), "cả tháng": Period(Unit.MONTH)},
        not_examples=("cả tháng 6",),
    ),
    Rule(
        name="the-month",
        kind=Kind.PERIOD,
        pattern=r"(?:của |các )?tháng(?! (?:giêng|chạp|hành|cao|thanh|công|nhân|vận|an|khuyến|năm))",
        meaning=_unnamed_month,
        examples={"của tháng": Period(Unit.MONTH, named=False)},
    ),
    Rule(
        name="quarters-together",
        kind=Kind.PERIOD,
        pattern=rf"{OF}(?:các )?quý\.? ?(?P<first>{_ROMAN})(?!\w)(?:(?:,? năm |[/.-])(?P<begins>{YEAR}))?"
        rf"(?:,? và |, ?| ?& ?)(?:quý\.? ?)?(?P<last>{_ROMAN})(?!\w){YEAR_BEHIND}?",
        meaning=_quarters_together,
        examples={
            "quý I và quý II/2024": Period(Unit.MONTH, year=2024, months=(1, 6)),
            "quý III, IV năm 2023": Period(Unit.MONTH, year=2023, months=(7, 12)),
            "quý IV/2023 và quý I/2024": Period(Unit.MONTH, year=2024, months=(10, 3)),
        },
        not_examples=("quý I và quý III", "quý I, 3 huyện"),
    ),
    Rule(
        name="quarter",
        kind=Kind.PERIOD,
        pattern=_A_QUARTER,
        meaning=_quarter,
        examples={
            "quý I/2024": Period(Unit.QUARTER, 1, 2024),
            "Quý IV": Period(Unit.QUARTER, 4),
            "quí 1": Period(Unit.QUARTER, 1),
            "Q4/2023": Period(Unit.QUARTER, 4, 2023),
            "quý này": Period(Unit.QUARTER),
        },
        not_examples=("P.7, Q.3, TP.HCM", "họp sơ kết quý trước ngày 10/7"),
    ),
    Rule(
        name="this-quarter",
        kind=Kind.PERIOD,
        pattern=r"trong quý|(?<=hết )quý",
        meaning=lambda _: Period(Unit.QUARTER),
        examples={"trong quý": Period(Unit.QUARTER)},
    ),
    Rule(
        name="the-quarter",
        kind=Kind.PERIOD,
        pattern=r"của quý(?! (?:vị|khách|cơ quan|đại biểu|ông|bà|thầy))",
        meaning=lambda _: Period(Unit.QUARTER, named=False),
        examples={"của quý": Period(Unit.QUARTER, named=False)},
        not_examples=("ý kiến của quý vị",),
    ),
    Rule(
        name="year",
        kind=Kind.PERIOD,
        pattern=rf"(?:(?:trong|vào) (?:cả )?)?năm (?:(?P<year>{YEAR})|(?P<which>nay|này|sau|tới|ngoái"
        rf"|trước(?! (?:ngày \d|\d)))"
        rf"(?! (?:mươi|tuổi)))(?! ?- ?\d{{4}}|/)",
        meaning=_whole_year,
        examples={
            "năm 2024": Period(Unit.YEAR, year=2024),
            "năm sau": Period(Unit.YEAR, shift=1),
            "năm nay": Period(Unit.YEAR),
        },
    ),
    Rule(
        name="this-year",
        kind=Kind.PERIOD,
        pattern=r"trong năm(?! (?:học|ngân|tài|\d))|(?:(?<=cả )|(?<=hết ))năm(?! (?:học|ngân|tài|\d))",
        meaning=_whole_year,
        examples={"trong năm": Period(Unit.YEAR), "cả năm": Period(Unit.YEAR)},
    ),
    Rule(
        name="the-year",
        kind=Kind.PERIOD,
        pattern=r"(?:(?<=cùng )|(?<=tiên ))của năm(?! (?:học|ngân|tài|\d))",
        meaning=lambda _: Period(Unit.YEAR, named=False),
        examples={"tuần cuối cùng của năm": Period(Unit.YEAR, named=False)},
        not_examples=("nhiệm vụ của năm",),
    ),
)
