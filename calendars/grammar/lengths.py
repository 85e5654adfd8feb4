"""Lengths of time: two days, half a day, 2,5 ngày, three months, sixty minutes.

"02 ngày" is a length, "ngày 02" a day: the number stands before the unit. A length gives the end where only the
beginning is known; rates ("02 ngày/lớp") are no lengths.
"""

from calendars.grammar.numbers import SMALL_WORD, number_of
from calendars.grammar.pieces import Kind, Length, Unit
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word

_UNITS = {
    "ngày": Unit.DAY, "buổi": Unit.DAY, "tuần": Unit.WEEK, "tháng": Unit.MONTH, "năm": Unit.YEAR,
    "giờ": Unit.HOUR, "tiếng": Unit.HOUR, "h": Unit.HOUR, "phút": Unit.MINUTE,
}  # fmt: skip
_UNIT_OF = {fold_word(word): unit for word, unit in _UNITS.items()}
_AMOUNT = rf"(?:\d{{1,3}}(?:[,.]\d)?(?!\d)|{SMALL_WORD})"
_NO_RATE = r"(?! ?/| (?:mỗi|một lần|trên))"


def _length(words: Words) -> Length:
    unit = _UNIT_OF[fold_word(words["unit"])]
    amount = 0.5
    if words.get("amount"):
        text = words["amount"].replace(",", ".")
        amount = float(text) if text[0].isdigit() else float(number_of(text))
    amount += 0.5 if words.get("half") else 0
    if fold_word(words["unit"]) == "buoi":
        amount /= 2
    return Length(amount, unit, working=bool(words.get("working")))


def _years(words: Words) -> Length:
    return Length(12 * number_of(words["amount"]), Unit.MONTH)


LENGTH_RULES = (
    Rule(
        name="half-a-day",
        kind=Kind.LENGTH,
        pattern=rf"(?:½|1 ?/ ?2|nửa|01/2|0,5) (?P<unit>ngày){_NO_RATE}",
        meaning=_length,
        examples={
            "½ ngày": Length(0.5, Unit.DAY),
            "1/2 ngày": Length(0.5, Unit.DAY),
            "nửa ngày": Length(0.5, Unit.DAY),
        },
    ),
    Rule(
        name="length-in-hours",
        kind=Kind.LENGTH,
        pattern=rf"(?:(?:trong(?: vòng| thời hạn)?|kéo dài|khoảng|thời lượng:?) (?:khoảng )?(?P<amount>{_AMOUNT}) ?"
        rf"(?P<unit>giờ|tiếng|h|phút)"
        rf"|(?<!sớm )(?<!hơn )(?<!chậm )(?<!lùi )(?<!thêm )(?P<amount2>{_AMOUNT}) (?P<unit2>tiếng"
        rf"|phút)){_NO_RATE}",
        meaning=lambda words: _length(
            {"amount": words.get("amount") or words["amount2"], "unit": words.get("unit") or words["unit2"]}
        ),
        examples={
            "trong 02 giờ": Length(2, Unit.HOUR),
            "60 phút": Length(60, Unit.MINUTE),
            "kéo dài 2h": Length(2, Unit.HOUR),
            "trong vòng 24 giờ": Length(24, Unit.HOUR),
        },
        not_examples=("40 phút/tiết", "sớm hơn 30 phút"),
    ),
    Rule(
        name="hours-of-length",
        kind=Kind.LENGTH,
        pattern=r"thời gian(?: (?:làm bài|thi|họp|trình bày|thảo luận|phát biểu))?(?: |: ?(?=0?[1-4] giờ[ .]*\Z))"
        r"(?P<amount>0?[1-4]) (?P<unit>giờ)"
        rf"(?! ?\d|,? (?:sáng|trưa|chiều|tối|đêm|ngày|thứ|chủ nhật|rưỡi|kém|phút)){_NO_RATE}",
        meaning=_length,
        examples={
            "thời gian 2 giờ": Length(2, Unit.HOUR),
            "thời gian thi 03 giờ": Length(3, Unit.HOUR),
            "Thời gian: 2 giờ.": Length(2, Unit.HOUR),
        },
        not_examples=("thời gian 2 giờ chiều", "thời gian 14 giờ", "Thời gian: 2 giờ ngày 24/11"),
    ),
    Rule(
        name="length-in-years",
        kind=Kind.LENGTH,
        pattern=r"(?P<amount>0?[1-5]) năm(?=,? (?:kể |tính |bắt đầu )?từ ngày \d)",
        meaning=_years,
        examples={"01 năm, kể từ ngày 01/01/2025": Length(12, Unit.MONTH)},
        not_examples=("03 năm thực hiện", "01 năm từ năm 2024"),
    ),
    Rule(
        name="length",
        kind=Kind.LENGTH,
        pattern=r"(?!\d{3} ngày \d)(?!(?<=\d, )\d{1,2} ngày \d)"
        rf"(?:trong (?:vòng |thời gian |thời hạn )?)?(?P<amount>{_AMOUNT}) "
        rf"(?P<unit>ngày|buổi|tuần|tháng)(?P<half> rưỡi)?(?P<working> làm việc)?(?:,? (?:và )?\d{{1,2}} đêm)?"
        rf"{_NO_RATE}(?! (?:tới|nữa|tuổi|đầu|cuối))",
        meaning=_length,
        examples={
            "02 ngày": Length(2, Unit.DAY),
            "hai ngày": Length(2, Unit.DAY),
            "2,5 ngày": Length(2.5, Unit.DAY),
            "01 ngày rưỡi": Length(1.5, Unit.DAY),
            "03 tháng": Length(3, Unit.MONTH),
            "05 ngày làm việc": Length(5, Unit.DAY, working=True),
            "01 buổi": Length(0.5, Unit.DAY),
            "03 ngày 2 đêm": Length(3, Unit.DAY),
        },
        not_examples=("02 ngày/lớp", "04 buổi/tháng", "đoàn giám sát 501 ngày 23/9", "KP 1, 2, 3 ngày 15/11"),
    ),
)
