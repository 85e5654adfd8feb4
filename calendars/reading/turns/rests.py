"""Months in which a standing thing rests, or for which it is told elsewhere: "(riêng tháng 01 họp theo thông báo)".

Each comes to "trừ tháng 1". What is hard is that the month, beside a repeat, would else be the only one in which it is
held (reference section B.5).
"""

import re
from datetime import date, timedelta

from calendars.grammar.lunar_days import solar_day
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan
from calendars.workdays import days_off_between

_STANDING = 62  # days
_A_YEAR = 366  # days
_WEEK = timedelta(days=7)
_NAMES = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_WEEKDAYS = {name: n for n, name in enumerate(_NAMES)} | {str(n + 2): n for n in range(len(_NAMES))}
_MONTHS = (
    r"(?P<{0}>(?:các\s+)?tháng\s+\d{{1,2}}(?!\s*/\s*\d{{1,2}}\b)(?:/\d{{4}})?"
    r"(?:(?:\s*,\s*|\s+và\s+|,\s*và\s+)(?:tháng\s+)?\d{{1,2}}(?![\d/.:hg])){{0,5}})"
)
_HELD = r"(?:họp|tổ chức|sinh hoạt|giao ban|làm việc|tiếp|thực hiện|trực|bố trí|tiến hành)"
_WORDS = r"(?: [^\W\d]+){0,5}"
_RESTS = (
    rf"(?:thì\s+|cơ quan\s+|được\s+|tạm\s+)*(?:không\s+{_HELD}|nghỉ\b|(?:{_HELD}\s+)?theo\s+(?:thông báo|lịch|giấy mời"
    rf"|kế hoạch)|(?:sẽ\s+)?có\s+(?:thông báo|lịch|giấy mời)|thông báo\s+(?:sau|riêng)){_WORDS}"
)
_NOT_HELD = (
    r"(?:(?:tạm\s+)?nghỉ(?:\s+(?:hè|lễ|tết|họp|sinh hoạt|giao ban)){0,2}"
    rf"|không\s+{_HELD}(?:\s+(?:công\s+)?dân)?)"
)
_DATE = r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|ch[ủú]a?\s+nhật|cn|t[2-7])"
# Why it rests, or which feast that day is: "- mùng 2 Tết", "(do trùng Tết Nguyên đán)".
_FEAST = (
    r"(?:(?:tức|là|nhằm|dịp|trùng|do|vì)\s[^();.\d]{0,30})?(?:(?:mùng|mồng)\s+\d{1,2}\s+)?"
    r"(?:(?:tết|lễ|nghỉ)\b[^();.:\d]{0,30}|âm lịch|âl\b)"
)
_WHY = rf"(?:\s*\(\s*{_FEAST}\)|\s*[-–,]?\s*{_FEAST})"
_OFTEN = re.compile(
    r"\b(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng)\b|/\s*lần\b|\blần\s*/|\b(?:một|1|01)\s+lần\b|\bcách tuần\b"
    r"|\b(?:của|trong|đầu|cuối|giữa)\s+tháng\b(?!\s*\d)",
    re.IGNORECASE,
)


def _standing(period: DaySpan | None) -> bool:
    return period is None or len(period) > _STANDING


def _is_repeated(text: str, _period: DaySpan | None) -> bool:
    return _OFTEN.search(text) is not None


def _but_for(found: re.Match[str], _period: DaySpan | None) -> str:
    return f", trừ {(found['inside'] or found['beside']).split('/')[0]}"


def _but_for_its_week(found: re.Match[str], period: DaySpan | None) -> str:
    """The day of the weekday in the week of a holiday that the period has; the words as they are where it has none."""
    weekday = _WEEKDAYS[found["weekday"].lower()]
    for year in (period.first.year, period.last.year) if period else ():
        try:
            holiday = date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        day = holiday - timedelta(days=holiday.weekday() - weekday)
        if period and period.first <= day <= period.last:
            return f"{found['before']}, trừ ngày {day:%d/%m/%Y}"
    return found[0]


def _new_years(period: DaySpan | None) -> list[date]:
    """The first days of the lunar years that begin in the period."""
    years = range(period.first.year, period.last.year + 1) if period else ()
    days = (solar_day(1, 1, year) for year in years)
    return [day for day in days if day is not None and period and period.first <= day <= period.last]


def _over_new_year(period: DaySpan | None) -> bool:
    return _standing(period) and bool(_new_years(period))


def _but_for_new_year(found: re.Match[str], period: DaySpan | None) -> str:
    """The weekday's days off over each Lunar New Year that the period has; the words as they are where it has none."""
    weekday = _WEEKDAYS[found["weekday"].lower()]
    off = [
        f"{day:%d/%m/%Y}"
        for new_year in _new_years(period)
        for day in days_off_between(new_year - _WEEK, new_year + _WEEK)
        if day.weekday() == weekday
    ]
    return f"{found['before']}, trừ ngày {', '.join(off)}" if off else found[0]


def _of_the_period(found: re.Match[str], period: DaySpan | None) -> str:
    """The month alone, where the period has it but once in the year that is told."""
    month, year = int(found["month"]), int(found["year"])
    once = period is not None and len(period) <= _A_YEAR
    told = once and period is not None and period.first.year <= year <= period.last.year
    return f"trừ tháng {month}" if told else found[0]


RESTS = (
    Turn(
        name="rests-between-days",
        says=("nghỉ ", "trừ "),
        pattern=re.compile(
            r"(?P<lead>[,;(.]\s*)(?:tạm\s+|được\s+|riêng\s+){0,2}(?:nghỉ|trừ)\s+(?:trong\s+|vào\s+)?"
            r"(?:(?:hè|tết|lễ|dịp|nghỉ|tuần|đợt|thời gian|các ngày)\b[^();.\d]{0,40}?[\s:(]\s*)?"
            rf"(?:từ\s+)?(?:ngày\s+)?(?P<first>{_DATE})\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?"
            rf"(?P<last>\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?){_WHY}?(?=\s*(?:[).;,]|$))",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>trừ từ \g<first> đến \g<last>",
        examples=(
            (
                "17h00 thứ Hai hằng tuần (nghỉ Tết từ 11/02 đến 16/02/2021).",
                "17h00 thứ Hai hằng tuần (trừ từ 11/02 đến 16/02/2021).",
            ),
            (
                "thứ Hai hằng tuần, tạm nghỉ dịp Tết: 11/02 - 16/02/2021",
                "thứ Hai hằng tuần, trừ từ 11/02 đến 16/02/2021",
            ),
            ("Chào cờ; nghỉ Tết từ 11/02 đến 16/02", "Chào cờ; nghỉ Tết từ 11/02 đến 16/02"),
        ),
        beside="/",
        holds=_is_repeated,
    ),
    Turn(
        name="rests-on-a-feast",
        says=("nghỉ ", "trừ "),
        pattern=re.compile(
            r"(?P<lead>[,;(.]\s*)(?:tạm\s+|được\s+|riêng\s+){0,2}(?:nghỉ|trừ)\s+(?:vào\s+)?"
            rf"(?:{_WEEKDAY},?\s+(?:ngày\s+)?(?P<day>\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?){_WHY}?"
            rf"|ngày\s+(?P<feast>\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?){_WHY}|(?P<bare>\d{{1,2}}/\d{{1,2}})(?=\s*\)))"
            r"(?=\s*(?:[).;,]|$))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['lead']}trừ ngày {found['day'] or found['feast'] or found['bare']}",
        examples=(
            (
                "9h00 Chủ Nhật hàng tuần (trừ Chủ Nhật 11/02 - mùng 2 Tết)",
                "9h00 Chủ Nhật hàng tuần (trừ ngày 11/02)",
            ),
            ("thứ Ba hằng tuần, nghỉ ngày 13/02 do trùng Tết", "thứ Ba hằng tuần, trừ ngày 13/02"),
            ("thứ Ba hằng tuần, trừ thứ Ba 13/02/2024", "thứ Ba hằng tuần, trừ ngày 13/02/2024"),
            ("tối thứ Năm hằng tuần, 19h30 (nghỉ 30/4).", "tối thứ Năm hằng tuần, 19h30 (trừ ngày 30/4)."),
        ),
        beside="/",
        holds=_is_repeated,
    ),
    Turn(
        # The day is told before what is not done on it.
        name="not-held-on-a-day",
        says=("không ", "nghỉ"),
        pattern=re.compile(
            r"(?:(?P<lead>\(\s*)|[,;.]\s*)(?:riêng\s+)?(?:(?:buổi|kỳ|phiên)\s+)?"
            rf"(?:(?:các\s+)?ngày\s+|{_WEEKDAY},?\s+(?:ngày\s+)?)?(?P<day>\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?)"
            rf"(?:\s*\([^()]{{3,40}}\))?,?\s+(?:(?:thì|được|sẽ)\s+)?{_NOT_HELD}(?:\s+(?:do|vì)\s[^().;\n]{{2,50}})?"
            r"(?=\s*(?:[).;,]|$))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['lead'] or ', '}trừ ngày {found['day']}",
        examples=(
            (
                "8h00 thứ Hai hằng tuần (riêng ngày 06/10 không họp).",
                "8h00 thứ Hai hằng tuần (trừ ngày 06/10).",
            ),
            (
                "thứ Ba hằng tuần; ngày 13/02 tạm nghỉ do trùng lịch thi",
                "thứ Ba hằng tuần, trừ ngày 13/02",
            ),
            ("Họp tổ ngày 06/10 (ngày 13/10 không họp)", "Họp tổ ngày 06/10 (ngày 13/10 không họp)"),
        ),
        beside="/",
        holds=_is_repeated,
    ),
    Turn(
        # Not every public holiday, which "trừ ngày lễ, Tết" would leave out.
        name="week-of-the-new-year",
        says=(" tết", "(tết"),
        pattern=re.compile(
            r"(?P<before>\bthứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])\b[^.;()\n]{0,60}?)\s*[,(]\s*"
            r"(?:trừ|riêng|không họp|nghỉ)\s+(?:những\s+|các\s+)?(?:tuần|dịp|tuần nghỉ|ngày nghỉ)\s+"
            r"tết(?:\s+(?:nguyên đán|âm lịch|cổ truyền|ta))?(?:\s+(?:thì\s+)?(?:không họp|nghỉ))?"
            r"(?=\s*(?:[).;,\n]|$))\)?",
            re.IGNORECASE,
        ),
        plainly=_but_for_new_year,
        examples=(
            (
                "7h30 thứ Hai hằng tuần (trừ tuần Tết Nguyên đán).",
                "7h30 thứ Hai hằng tuần, trừ ngày 08/02/2027.",
            ),
            ("thứ Hai hằng tuần, trừ lễ, Tết", "thứ Hai hằng tuần, trừ lễ, Tết"),
        ),
        within=_over_new_year,
        holds=_is_repeated,
    ),
    Turn(
        # With the year of a rule that lasts no longer than one, and why.
        name="rests-in-a-month-of-a-year",
        says=("trừ tháng ",),
        pattern=re.compile(
            r"\btrừ tháng\s+(?P<month>\d{1,2})\s*(?:/|năm)\s*(?P<year>20\d\d)(?:\s+(?:do|vì)\s[^().;\n]{2,40}(?=\)))?",
            re.IGNORECASE,
        ),
        plainly=_of_the_period,
        examples=(
            (
                "Chủ nhật cuối cùng hằng tháng (trừ tháng 11/2026 do bận)",
                "Chủ nhật cuối cùng hằng tháng (trừ tháng 11)",
            ),
            ("ngày 10 hằng tháng, trừ tháng 02 năm 2019", "ngày 10 hằng tháng, trừ tháng 02 năm 2019"),
        ),
        within=_standing,
        holds=_is_repeated,
    ),
    Turn(
        # That week's weekday.
        name="week-with-a-holiday",
        says=(" tuần ",),
        pattern=re.compile(
            r"(?P<before>\bthứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])\b[^.;()\n]{0,60}?)\s*[,(]\s*"
            r"(?:trừ|riêng|không họp|nghỉ)\s+(?:những\s+|các\s+)?tuần\s+(?:có|trùng|nghỉ)"
            r"(?:\s+(?:vào|ngày|nghỉ|lễ|dịp|lịch)){0,4}\s+(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/\d{4})?"
            r"(?:\s+(?:thì\s+)?(?:không họp|nghỉ|không tổ chức))?\)?",
            re.IGNORECASE,
        ),
        plainly=_but_for_its_week,
        examples=(
            (
                "7 giờ 30 thứ Hai hằng tuần, trừ tuần có ngày lễ 20/11.",
                "7 giờ 30 thứ Hai hằng tuần, trừ ngày 16/11/2026.",
            ),
        ),
        within=_standing,
        holds=_is_repeated,
    ),
    Turn(
        name="a-month-rests",
        says=("tháng ",),
        pattern=re.compile(
            rf"\s*\(\s*(?:riêng\s+)?(?:trong\s+|vào\s+)?{_MONTHS.format('inside')}\s*,?\s+{_RESTS}\s*\)"
            rf"|\s*[;,.]\s*(?:riêng\s+)?(?:trong\s+|vào\s+)?{_MONTHS.format('beside')}\s*,?\s+{_RESTS}(?=\s*(?:[.;,)]|$))",
            re.IGNORECASE,
        ),
        plainly=_but_for,
        examples=(
            (
                "chiều thứ Sáu tuần thứ ba hàng tháng (tháng 02 không tổ chức).",
                "chiều thứ Sáu tuần thứ ba hàng tháng, trừ tháng 02.",
            ),
            (
                "thứ Năm đầu tiên của tháng (riêng tháng 01 họp theo thông báo), phòng hội đồng",
                "thứ Năm đầu tiên của tháng, trừ tháng 01, phòng hội đồng",
            ),
            ("ngày 03 hằng tháng; tháng 7, tháng 8 nghỉ hè", "ngày 03 hằng tháng, trừ tháng 7, tháng 8"),
            ("Hội nghị tháng 7 (tháng 8 nghỉ hè)", "Hội nghị tháng 7 (tháng 8 nghỉ hè)"),
        ),
        within=_standing,
        holds=_is_repeated,
    ),
    Turn(
        name="rests-in-a-month",
        says=("nghỉ ", "không "),
        pattern=re.compile(
            rf"\s*\(\s*{_NOT_HELD}\s+(?:vào\s+|trong\s+)?{_MONTHS.format('inside')}(?:\s+(?:do|vì)\s[^()]{{2,40}})?\s*\)"
            rf"|\s*[;,.]\s*{_NOT_HELD}\s+(?:vào\s+|trong\s+)?{_MONTHS.format('beside')}(?=\s*(?:[.;,)]|$))",
            re.IGNORECASE,
        ),
        plainly=_but_for,
        examples=(
            ("ngày 03 hằng tháng; không họp vào tháng 7", "ngày 03 hằng tháng, trừ tháng 7"),
            (
                "thứ Sáu hằng tuần (nghỉ hè tháng 6, 7 và 8), 14h00",
                "thứ Sáu hằng tuần, trừ tháng 6, 7 và 8, 14h00",
            ),
            ("ngày 10 hằng tháng (nghỉ tháng 02 do trùng Tết)", "ngày 10 hằng tháng, trừ tháng 02"),
        ),
        beside="tháng ",
        within=_standing,
        holds=_is_repeated,
    ),
)
