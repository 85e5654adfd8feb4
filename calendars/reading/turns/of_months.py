"""In which months a standing meeting is held, told by how many there are, from which on, or as every so often."""

import re

from calendars.reading.turns.turn import Turn, told
from calendars.times import DaySpan

_SOME_QUARTERS = 200  # days
_LISTED = re.compile(r"\d\s*,\s*\d")
_EVEN, _ODD = "2, 4, 6, 8, 10, 12", "1, 3, 5, 7, 9, 11"
_PART_OF_A_MONTH = re.compile(
    r"\b(?:tuần (?:đầu|cuối|thứ \w+)|đầu|giữa|cuối|(?:thượng|trung|hạ) tuần)(?: cùng| tiên)?(?: của)? tháng \d",
    re.IGNORECASE,
)
_DAY_OF_A_MONTH = re.compile(r"\b(?:ngày|thứ|chủ nhật)\s+\w", re.IGNORECASE)


def _six_months(found: re.Match[str], _period: DaySpan | None) -> str:
    return f"các tháng {_EVEN if found['which'].lower() == 'chẵn' else _ODD} hằng năm"


def _is_of_a_year(period: DaySpan | None) -> bool:
    return period is None or len(period) > _SOME_QUARTERS


def _no_day_but_a_week(text: str, _period: DaySpan | None) -> bool:
    return _PART_OF_A_MONTH.search(text) is not None and _DAY_OF_A_MONTH.search(text) is None


OF_MONTHS = (
    Turn(
        # In a rule of a year it is of every quarter, and the bracket says of which months.
        name="month-of-quarters-named",
        says=(" quý",),
        pattern=re.compile(
            r"(?P<day>\bngày\s+\d{1,2})\s+(?:của\s+)?tháng\s+(?:đầu|cuối|thứ (?:nhất|hai|ba))(?:\s+tiên|\s+cùng)?\s+"
            r"(?:của\s+)?(?:(?:mỗi|hằng|hàng)\s+)?quý(?:\s+(?:sau|tiếp theo|kế tiếp))?\s*\(\s*"
            r"(?:là\s+|vào\s+)?(?:các\s+)?"
            r"(?P<months>tháng\s+\d{1,2}(?:(?:\s*,\s*|\s+và\s+|,\s+và\s+)(?:tháng\s+)?\d{1,2}){1,3})\s*\)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['day']} các {found['months']} hằng năm",
        examples=(
            (
                "Sơ kết quý: ngày 05 tháng đầu quý sau (tháng 4, 7, 10).",
                "Sơ kết quý: ngày 05 các tháng 4, 7, 10 hằng năm.",
            ),
            (
                "ngày 25 của tháng cuối quý (các tháng 3, 6, 9 và 12)",
                "ngày 25 các tháng 3, 6, 9 và 12 hằng năm",
            ),
        ),
        within=_is_of_a_year,
    ),
    Turn(
        name="month-of-the-next-quarter",
        says=(" quý sau",),
        pattern=re.compile(
            r"(?P<day>\bngày\s+\d{1,2})\s+(?:của\s+)?tháng\s+đầu(?:\s+tiên)?\s+(?:của\s+)?quý\s+sau\b",
            re.IGNORECASE,
        ),
        plainly=r"\g<day> tháng đầu quý",
        examples=(("Sơ kết quý: ngày 05 của tháng đầu quý sau", "Sơ kết quý: ngày 05 tháng đầu quý"),),
        within=_is_of_a_year,
    ),
    Turn(
        # That is of every month.
        name="a-day-a-month",
        says=("tháng vào ngày", "tháng, vào ngày"),
        pattern=re.compile(
            r"(?:ít nhất\s+|tối thiểu\s+)?(?:01|1|một)\s+(?:ngày|lần|buổi)\s*(?:/|trong|mỗi|một)\s*tháng,?\s+"
            r"(?:vào\s+)?(?P<day>ngày\s+\d{1,2})(?![\d/])",
            re.IGNORECASE,
        ),
        plainly=r"\g<day> hằng tháng",
        examples=(
            ("Tiếp dân ít nhất 01 ngày trong tháng, vào ngày 15", "Tiếp dân ngày 15 hằng tháng"),
            ("Họp tổ 01 lần/tháng, vào ngày 28", "Họp tổ ngày 28 hằng tháng"),
        ),
    ),
    Turn(
        # That is once a month.
        name="some-days-a-month",
        says=(" ngày, vào ",),
        pattern=re.compile(
            r"(?P<month>\b(?:mỗi|hằng|hàng) tháng)\s+(?:ít nhất\s+|tối thiểu\s+)?(?:01|1|một)\s+ngày,\s+(?=vào ngày)",
            re.IGNORECASE,
        ),
        plainly=r"\g<month> 01 lần, ",
        examples=(
            ("Tiếp dân mỗi tháng ít nhất 01 ngày, vào ngày 15", "Tiếp dân mỗi tháng 01 lần, vào ngày 15"),
        ),
    ),
    Turn(
        # The month from which is counted.
        name="from-a-month",
        says=(" từ tháng ",),
        pattern=re.compile(
            r"\b(?P<from>bắt đầu từ|tính từ|kể từ)\s+tháng\s+(?P<month>\d{1,2}(?:/\d{4})?)(?=[\s.;,)]*$)",
            re.IGNORECASE,
        ),
        plainly=r"\g<from> ngày 01/\g<month>",
        examples=(
            (
                "Hội đồng họp 02 tháng/lần, bắt đầu từ tháng 02",
                "Hội đồng họp 02 tháng/lần, bắt đầu từ ngày 01/02",
            ),
        ),
        beside="/lần",
    ),
    Turn(
        # The comma would make a list of weekdays of it.
        name="every-so-often",
        says=(" lần",),
        pattern=re.compile(
            r",(?=\s+(?:hai|ba|bốn|\d{1,2})\s+(?:tuần|tháng)\s+(?:một|1|01)\s+lần)", re.IGNORECASE
        ),
        plainly=" ",
        examples=(("Họp tổ: thứ tư, hai tuần một lần", "Họp tổ: thứ tư  hai tuần một lần"),),
    ),
    Turn(
        # A day off that changes nothing.
        name="as-ever",
        says=("vẫn ",),
        pattern=re.compile(
            r"(?:^|(?<=[.;(\n]))\s*(?:nếu|trường hợp|kể cả|khi)\s[^.;()\n]*?\bvẫn\s[^.;()\n]*?"
            r"\b(?:bình thường|như thường lệ|(?:theo|đúng) lịch)[^.;()\n]*",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Ngày 05 hằng tháng. Nếu ngày 05 trùng thứ Bảy vẫn sinh hoạt bình thường.",
                "Ngày 05 hằng tháng..",
            ),
        ),
    ),
    Turn(
        # Of these months every year.
        name="of-months",
        says=(" tháng ",),
        pattern=re.compile(
            r"(?:\b\d{1,2}\s+tháng\s*/\s*lần\s*,?\s*(?:vào\s+)?)?(?P<day>\bngày\s+\d{1,2})\s+(?:của\s+)?(?:các\s+)?tháng\s+"
            r"(?P<months>\d{1,2}(?:\s*,\s*\d{1,2}){2,}(?:\s+và\s+\d{1,2})?)(?!\s*[/\d]|\s*,\s*\d|\s+(?:và|hằng|hàng)\s)",
            re.IGNORECASE,
        ),
        plainly=r"\g<day> các tháng \g<months> hằng năm",
        examples=(
            (
                "Họp 3 tháng/lần, vào ngày 15 tháng 3, 6, 9, 12",
                "Họp ngày 15 các tháng 3, 6, 9, 12 hằng năm",
            ),
        ),
        beside=",",
        holds=lambda text, _: _LISTED.search(text) is not None,
    ),
    Turn(
        # Of six months of every year.
        name="even-months",
        says=(" chẵn", " lẻ"),
        pattern=re.compile(
            r"\b(?:các\s+)?tháng\s+(?P<which>chẵn|lẻ)\b(?:\s+(?:hằng|hàng|trong) năm)?", re.IGNORECASE
        ),
        plainly=_six_months,
        examples=(("ngày 20 các tháng chẵn", "ngày 20 các tháng 2, 4, 6, 8, 10, 12 hằng năm"),),
    ),
    Turn(
        # No day recurs; of this year it is then.
        name="once-a-year",
        says=("mỗi năm", "hằng năm", "hàng năm", "một năm"),
        pattern=re.compile(
            r"\b(?:mỗi|hằng|hàng|một) năm\s*,?\s*(?:tổ chức\s+)?(?:01|1|một)\s+(?:lần|đợt)\s*,?\s*"
            r"(?=(?:dự kiến|vào|trong)\s+(?:[^\W\d]+\s+){0,3}(?:tháng|quý)\s)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Khám sức khỏe: mỗi năm 01 lần, dự kiến tháng 10",
                "Khám sức khỏe: dự kiến tháng 10",
            ),
        ),
        within=told,
    ),
    Turn(
        # No day recurs; of this year it is that week.
        name="some-week-every-year",
        says=("hằng năm", "hàng năm", "mỗi năm"),
        pattern=re.compile(r"\b(?:hằng|hàng|mỗi) năm\b\s*,?\s*", re.IGNORECASE),
        plainly="",
        examples=(
            (
                "Hằng năm, tổ chức hội nghị tổng kết vào tuần cuối tháng 12",
                "tổ chức hội nghị tổng kết vào tuần cuối tháng 12",
            ),
        ),
        within=told,
        holds=_no_day_but_a_week,
    ),
)
