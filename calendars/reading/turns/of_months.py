"""In which months a standing meeting is held, told by how many there are, from which on, or as every so often."""

import re

from calendars.reading.turns.turn import Turn, told
from calendars.times import DaySpan

_SOME_QUARTERS = 200  # days
_LISTED = re.compile(r"\d\s*,\s*\d")
_FIGURES = re.compile(r"\d+")
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


def _each_month(months: str) -> str:
    return ", ".join(f"tháng {month}" for month in _FIGURES.findall(months))


def _no_day_told(text: str, _period: DaySpan | None) -> bool:
    return _DAY_OF_A_MONTH.search(text) is None


OF_MONTHS = (
    Turn(
        # In a rule of a year it is of every quarter, and the bracket says of which months.
        name="month-of-quarters-named",
        says=(" quý",),
        pattern=re.compile(
            r"(?P<day>\bngày\s+\d{1,2})\s+(?:của\s+)?tháng\s+(?:đầu|giữa|cuối|thứ (?:nhất|hai|ba))"
            r"(?:\s+tiên|\s+cùng)?\s+(?:của\s+)?(?:(?:mỗi|hằng|hàng)\s+)?quý(?:\s+(?:sau|tiếp theo|kế tiếp))?\s*\(\s*"
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
        # The day says so, too.
        name="once-a-quarter-on-its-day",
        says=(" lần",),
        pattern=re.compile(
            r"\b(?:(?:mỗi|hằng|hàng)\s+)?quý\s+(?:họp\s+)?(?:một|1|01)\s+lần\s*[,:;]?\s*(?:vào\s+)?(?=[^.;\n]{0,40}?"
            r"\bngày\s+\d{1,2}\s+(?:các\s+|của\s+)?(?:các\s+)?tháng\s+(?:\d|đầu|giữa|cuối|thứ))",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Họp: mỗi quý 01 lần, 19h30 ngày 18 của tháng giữa quý",
                "Họp: 19h30 ngày 18 của tháng giữa quý",
            ),
        ),
        beside="tháng ",
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
        says=("vẫn ", "không đổi", "không thay đổi", "không dời", "không chuyển", "không nghỉ"),
        pattern=re.compile(
            r"(?:^|(?<=[.;(\n,]))\s*(?:(?:nếu|trường hợp|kể cả|kể cả khi|khi)\s[^.;()\n]*?|"
            r"(?:(?:ngày|buổi|lịch|kỳ|hôm)\s+(?:[^\W\d]+\s+)?)?(?:trùng|rơi|gặp|vướng|nhằm)\s+"
            r"(?:(?:vào|với|các|dịp|đúng)\s+)*(?:ngày|thứ|chủ nhật|lễ|tết|cuối tuần|cn|t7)\b[^.;()\n]*?)"
            r"\b(?:vẫn\s[^.;()\n]*?\b(?:bình thường|như thường lệ|như cũ|(?:theo|đúng) lịch|họp|sinh hoạt|tổ chức|tiếp"
            r"|thực hiện|diễn ra|giữ nguyên)|không\s+(?:thay )?(?:đổi|dời|chuyển|nghỉ))\b[^.;()\n]*",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Ngày 05 hằng tháng. Nếu ngày 05 trùng thứ Bảy vẫn sinh hoạt bình thường.",
                "Ngày 05 hằng tháng..",
            ),
            ("Ngày 6 hằng tháng. Trùng thứ Bảy, Chủ nhật vẫn họp như thường lệ.", "Ngày 6 hằng tháng.."),
            ("ngày 6 hằng tháng, trùng Chủ nhật thì vẫn họp", "ngày 6 hằng tháng,"),
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
            r"\b(?:mỗi|hằng|hàng|một) năm\s*,?\s*(?P<what>(?:[^\W\d]+\s+){0,8}?)"
            r"(?:\d{1,2}|một|hai|ba|bốn)\s+(?:lần|đợt|kỳ)"
            r"\s*[,:]?\s*(?=\(?(?:(?:dự kiến|vào|trong|các|đợt \d:?)\s+)*(?:[^\W\d]+\s+){0,3}(?:tháng|quý)\s)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['what'].rstrip()}, " if found["what"] else "",
        examples=(
            (
                "Khám sức khỏe: mỗi năm 01 lần, dự kiến tháng 10",
                "Khám sức khỏe: dự kiến tháng 10",
            ),
            (
                "Mỗi năm tổ chức hội thao 02 lần, vào tháng 4 và tháng 12",
                "tổ chức hội thao, vào tháng 4 và tháng 12",
            ),
        ),
        within=told,
    ),
    Turn(
        # The months say when, of this year.
        name="so-often-a-year",
        says=("lần/năm", "lần / năm", "lần một năm", "lần mỗi năm", "lần trong năm", "đợt/năm"),
        pattern=re.compile(
            r"\s*\b(?:\d{1,2}|một|hai|ba|bốn)\s+(?:lần|đợt)\s*(?:/|một|mỗi|trong)\s*năm\s*[,:]?\s*"
            r"(?=\(?(?:(?:dự kiến|vào|trong|các)\s+)*(?:đầu\s+|giữa\s+|cuối\s+)?(?:tháng|quý)\s+[\divx])",
            re.IGNORECASE,
        ),
        plainly=" ",
        examples=(("Khám sức khỏe 2 lần/năm (tháng 6, tháng 12)", "Khám sức khỏe (tháng 6, tháng 12)"),),
        within=told,
    ),
    Turn(
        # "1 tháng 3" would be a day.
        name="number-before-its-month",
        says=("đợt ", "lần ", "kỳ ", "vòng ", "khóa "),
        pattern=re.compile(
            r"\b(?P<which>(?:đợt|lần|kỳ|vòng|khóa)\s+(?:thứ\s+)?\d{1,2})\s+(?=(?:vào\s+|trong\s+)?tháng\s+\d{1,2}\b(?!\s*/\s*\d{1,2}/))",
            re.IGNORECASE,
        ),
        plainly=r"\g<which>: ",
        examples=(("Tập huấn: đợt 1 tháng 3, đợt 2 tháng 9", "Tập huấn: đợt 1: tháng 3, đợt 2: tháng 9"),),
        beside="tháng ",
    ),
    Turn(
        # Each is a month of its own.
        name="months-listed-shortly",
        says=("tháng ",),
        pattern=re.compile(
            r"(?P<lead>[:,(]\s*(?:(?:dự kiến|vào|trong)\s+)*)(?:các\s+)?tháng\s+"
            r"(?P<months>\d{1,2}(?:\s*,\s*\d{1,2})?(?:\s*(?:,|và)\s*\d{1,2}))(?=\s*(?:[.;)]|$))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['lead']}{_each_month(found['months'])}",
        examples=(("Hội diễn: các tháng 2, 8.", "Hội diễn: tháng 2, tháng 8."),),
        within=_is_of_a_year,
        holds=_no_day_told,
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
