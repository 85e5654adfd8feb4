"""Words of the lunar calendar: âm lịch, tháng Giêng, rằm, mùng n Tết, Giao thừa, the feasts, years by name.

"mùng" alone does not make a day lunar; tháng Giêng, tháng Chạp, rằm and Tết do. A lunar date in brackets
behind a solar one is a gloss and is masked before (see `names`). The conversion is in `lunar_days`.
"""

from calendars.grammar.numbers import (
    BRANCHES,
    DAY,
    DAY_WORD,
    END,
    MONTH,
    MONTH_WORD,
    STEMS,
    YEAR,
    number_of,
    year_of,
)
from calendars.grammar.period_words import piece_in
from calendars.grammar.pieces import Kind, Mark, PartDate, Period, Unit
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word

_STEM = [fold_word(stem) for stem in STEMS.split("|")]
_BRANCH = {
    "ty": (0, 5), "ti": (0, 5), "suu": (1,), "dan": (2,), "mao": (3,), "meo": (3,), "thin": (4,), "ngo": (6,),
    "mui": (7,),
    "than": (8,), "dau": (9,), "tuat": (10,), "hoi": (11,),
}  # fmt: skip
_CAN_CHI = rf"(?P<stem>{STEMS}) (?P<branch>{BRANCHES})"
_IN_YEAR = rf"(?: (?:năm |xuân )?(?:{_CAN_CHI}|(?P<year>{YEAR}))| - (?P<year2>{YEAR}))?"


def year_of_stem_and_branch(stem: str, branch: str, *, near: int = 2024) -> int | None:
    """The year named so that is nearest to `near`; None where stem and branch do not go together."""
    tens, twelves = _STEM.index(fold_word(stem)), _BRANCH[fold_word(branch)]
    years = [
        year for year in range(near - 30, near + 31) if (year - 4) % 10 == tens and (year - 4) % 12 in twelves
    ]
    return min(years, key=lambda year: abs(year - near)) if years else None


def _year(words: Words) -> int | None:
    if words.get("stem"):
        return year_of_stem_and_branch(words["stem"], words["branch"])
    found = words.get("year") or words.get("year2")
    return year_of(found) if found else None


def _lunar(words: Words) -> PartDate:
    named = fold_word(words["named"]) if words.get("named") else ""
    month = {"gieng": 1, "chap": 12}[named] if named else number_of(words["month"])
    day = number_of(words["day"]) if words.get("day") else 15
    return PartDate(day, month, _year(words), lunar=True, leap=bool(words.get("leap")))


def _lunar_month(words: Words) -> Period:
    month = {"gieng": 1, "chap": 12}[fold_word(words["named"])]
    return Period(Unit.MONTH, month, _year(words), piece=piece_in(words), lunar=True)


def _of_new_year(words: Words) -> PartDate:
    day = number_of(words["day"])
    year = _year(words)
    if day >= 23:  # the last days of the old year are counted towards Tết
        return PartDate(day, 12, year - 1 if year else None, lunar=True)
    return PartDate(day, 1, year, lunar=True)


def _feast(day: int, month: int) -> object:
    def meaning(words: Words) -> PartDate:
        year = _year(words)
        if month == 12 and year:
            year -= 1
        return PartDate(day, month, year, lunar=True)

    return meaning


# "Họp Ban tổ chức Giỗ Tổ: chiều 01/4" is held on the day behind the colon.
_NO_OCCASION = (
    r"(?! vào (?:(?:sáng|trưa|chiều|tối) )?(?:(?:ngày )?thứ [^\W_]+,? |chủ nhật,? )?(?:ngày )?\d{1,2}[/.-]\d{1,2}"
    r"(?:[/.-]\d{4})?(?! ?\(?(?:âm|âl|al)))"
    r"(?!(?: năm \d{4})? ?: (?:(?:sáng|chiều|tối|ngày|lúc|từ|thứ|dự kiến|vào) |\d))"
)


def _rule(name: str, pattern: str, day: int, month: int, example: str) -> Rule:
    return Rule(
        name=name,
        kind=Kind.DAY,
        pattern=rf"(?:{pattern}){_IN_YEAR}{_NO_OCCASION}",
        meaning=_feast(day, month),  # type: ignore[arg-type]
        examples={example: PartDate(day, month, lunar=True)},
    )


_D = rf"(?P<day>{DAY}|{DAY_WORD})"
_MARK = r"(?:âm lịch|âm|âl|al)(?!\w)"
_MUNG = r"(?:ngày )?(?:mùng )?"

LUNAR_RULES = (
    Rule(
        name="day-of-giêng-or-chạp",
        kind=Kind.DAY,
        pattern=rf"{_MUNG}{_D} tháng (?P<named>giêng|chạp)(?: \(?(?:âm lịch|âl)\)?)?{_IN_YEAR}",
        meaning=_lunar,
        examples={
            "23 tháng Chạp": PartDate(23, 12, lunar=True),
            "mùng 6 tháng Giêng": PartDate(6, 1, lunar=True),
        },
    ),
    Rule(
        name="giêng-or-chạp",
        kind=Kind.PERIOD,
        pattern=rf"(?:của |trong )?(?:(?P<piece>đầu|giữa|cuối) )?tháng (?P<named>giêng|chạp)(?: âm lịch)?{_IN_YEAR}",
        meaning=_lunar_month,
        examples={
            "tháng Giêng năm 2024": Period(Unit.MONTH, 1, 2024, lunar=True),
            "cuối tháng Chạp": Period(Unit.MONTH, 12, piece="3/3", lunar=True),
        },
        not_examples=("Rằm tháng Giêng", "23 tháng Chạp"),
    ),
    Rule(
        name="full-moon",
        kind=Kind.DAY,
        pattern=rf"(?<!trăng )(?:ngày )?rằm (?!năm \d)(?:tháng )?(?:(?P<named>giêng|chạp)|(?P<month>{MONTH}"
        rf"|{MONTH_WORD}))"
        rf"(?P<leap> nhuận)?(?: âm lịch)?{_IN_YEAR}",
        meaning=_lunar,
        examples={
            "Rằm tháng Giêng": PartDate(15, 1, lunar=True),
            "Rằm tháng Bảy năm 2024": PartDate(15, 7, 2024, lunar=True),
            "Rằm tháng 6 nhuận": PartDate(15, 6, lunar=True, leap=True),
        },
    ),
    Rule(
        name="day-of-tết",
        kind=Kind.DAY,
        pattern=rf"(?:(?:ngày )?mùng {_D.replace('day', 'first')}|(?P<late>2[3-9]|30))(?: tháng giêng)? tết"
        rf"(?: nguyên đán)?{_IN_YEAR}",
        meaning=lambda words: _of_new_year({**words, "day": words.get("first") or words["late"]}),
        examples={
            "mùng 6 Tết": PartDate(6, 1, lunar=True),
            "mồng 1 Tết Nguyên đán Ất Tỵ": PartDate(1, 1, 2025, lunar=True),
            "29 Tết": PartDate(29, 12, lunar=True),
        },
    ),
    Rule(
        name="lunar-date",
        kind=Kind.DAY,
        pattern=rf"(?:ngày )?(?:mùng )?(?:{_D} tháng (?P<month>{MONTH}|{MONTH_WORD})(?P<leap> nhuận)?|"
        rf"(?P<day2>{DAY}) ?[./-] ?(?P<month2>{MONTH}))(?:(?:,? năm)? {_CAN_CHI}(?!\w)(?: (?:{_MARK}|\({_MARK}\)))?"
        rf"|(?: (?:năm )?(?P<year>{YEAR})| ?/ ?(?P<year2>{YEAR}))? ?(?:{_MARK}|\({_MARK}\)?)"
        rf"(?: (?:năm )?(?P<year3>{YEAR}))?)",
        meaning=lambda words: _lunar(
            {
                **words,
                "day": words.get("day") or words["day2"],
                "month": words.get("month") or words["month2"],
                **({"year": words["year3"]} if words.get("year3") else {}),
            }
        ),
        examples={
            "mùng 10 tháng 3 âm lịch": PartDate(10, 3, lunar=True),
            "10/3 ÂL": PartDate(10, 3, lunar=True),
            "ngày 15/8 năm Giáp Thìn âm lịch": PartDate(15, 8, 2024, lunar=True),
            "mồng 10/3 (ÂL)": PartDate(10, 3, lunar=True),
            "ngày 15/8 năm Giáp Thìn": PartDate(15, 8, 2024, lunar=True),
            "mùng 8 tháng 4 năm Bính Ngọ": PartDate(8, 4, 2026, lunar=True),
        },
        not_examples=("ngày 15/8 năm 2024",),
    ),
    Rule(
        name="leap-month-date",
        kind=Kind.DAY,
        pattern=rf"(?:ngày )?(?:mùng )?{_D} tháng (?P<month>{MONTH}|{MONTH_WORD})(?P<leap> nhuận){_IN_YEAR}",
        meaning=_lunar,
        examples={"mùng 5 tháng 6 nhuận": PartDate(5, 6, lunar=True, leap=True)},
    ),
    _rule("eve", "(?:lễ )?giao thừa(?: tết nguyên đán)?", 0, 1, "Giao thừa"),
    _rule(
        "hùng-kings",
        "(?:ngày )?(?:lễ )?giỗ tổ(?: hùng vương|(?! hùng vương)(?! (?:họ|tộc|dòng|chi|nghề|phái|ngành|môn)(?!\\w))"
        "(?![^.;:()\\d]{0,50} (?:vào|tổ chức|mở) (?:ngày|lúc|hồi|mùng|chủ nhật|\\d)))"
        "(?:,? \\(?(?:ngày )?(?:mùng )?10(?:/0?3| tháng (?:3|ba))(?![/\\d])(?: âm lịch| âl)?\\)?)?",
        10,
        3,
        "Giỗ Tổ Hùng Vương",
    ),
    _rule("buddha", "(?:đại )?(?:lễ )?phật đản", 15, 4, "lễ Phật đản"),
    _rule(
        "before-new-year",  # "nhân dịp Tết Nguyên đán" is an occasion, "trước Tết Nguyên đán" a last day
        "(?:(?<=trước )|(?<=nay đến ))(?:dịp |ngày )?tết(?: nguyên đán| âm lịch| cổ truyền)",
        1,
        1,
        "trước Tết Nguyên đán",
    ),
    Rule(
        name="new-year-alone",  # in a sentence it is an occasion
        kind=Kind.DAY,
        pattern=rf"(?<!.)(?:ngày )?tết(?= [^\W_])(?: nguyên đán| cổ truyền| âm lịch)?{_IN_YEAR}(?=[ .]*\Z)",
        meaning=_feast(1, 1),  # type: ignore[arg-type]
        examples={
            "Tết Nguyên đán năm 2024": PartDate(1, 1, 2024, lunar=True),
            "Tết Ất Tỵ": PartDate(1, 1, 2025, lunar=True),
        },
        not_examples=("phục vụ Tết Nguyên đán năm 2024", "Tết trồng cây"),
    ),
    _rule("first-full-moon", "(?:tết |lễ |rằm )nguyên tiêu", 15, 1, "Tết Nguyên tiêu"),
    _rule("fifth-of-fifth", "tết đoan ngọ", 5, 5, "Tết Đoan ngọ"),
    _rule("vu-lan", "(?:đại )?(?:lễ )?vu lan(?: báo hiếu)?", 15, 7, "lễ Vu Lan"),
    _rule(
        "mid-autumn",
        "(?:tết |đêm |rằm |lễ |(?<!điểm )vui )trung thu|(?<!tập )(?<!điểm vui )trung thu(?! (?:hoạch|hút|hồi|nhập"
        "|gom|chi|thập))",
        15,
        8,
        "Tết Trung thu",
    ),
    _rule("kitchen-gods", "(?:ngày |lễ )?(?:tiễn )?ông công,? ông táo", 23, 12, "ông Công, ông Táo"),
    Rule(
        name="pure-brightness",
        kind=Kind.DAY,
        pattern=r"(?:tết|tiết|lễ|dịp) thanh minh(?: (?:năm )?(?P<year>(?:19|20)\d\d))?",
        meaning=lambda words: PartDate(0, year=_year(words), sun=15),
        examples={
            "Tết Thanh minh": PartDate(0, sun=15),
            "tiết Thanh minh năm 2025": PartDate(0, year=2025, sun=15),
        },
        not_examples=("đồng chí Thanh Minh",),
    ),
    _rule("cold-food", "tết hàn thực", 3, 3, "Tết Hàn thực"),
    _rule("lower-full-moon", "tết hạ nguyên", 15, 10, "Tết Hạ nguyên"),
    Rule(
        name="lunar-days-of-every-month",
        kind=Kind.DAY,
        pattern=r"(?:các )?(?:ngày )?(?:mùng (?:1|một)(?: và|,) (?:ngày )?(?:rằm|15)|rằm(?: và|,) (?:ngày )?"
        r"mùng (?:1|một))(?= (?:hằng|mỗi|các) tháng)",
        meaning=lambda _: PartDate(1, lunar=True),
        examples={
            "ngày mùng 1 và rằm hằng tháng": PartDate(1, lunar=True),
            "ngày rằm, mùng một hằng tháng": PartDate(1, lunar=True),
        },
    ),
    Rule(
        name="full-moon-day",
        kind=Kind.DAY,
        pattern=r"(?:ngày )?rằm(?= (?:hằng|mỗi|các) tháng)",
        meaning=lambda _: PartDate(15, lunar=True),
        examples={"ngày rằm hằng tháng": PartDate(15, lunar=True)},
    ),
    Rule(
        name="by-the-moon",
        kind=Kind.LUNAR,
        pattern=rf"(?:theo )?(?:âm lịch|âl)(?!\w){END}",
        meaning=lambda _: Mark(),
        examples={"(âm lịch)": Mark()},
    ),
)
