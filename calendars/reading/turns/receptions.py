"""How offices write when they receive people: a weekday told with each week, a count before its days, the registering.

What is hard is to leave the words that say who receives, and by when people are to register.
"""

import re

from calendars.layouts.words import lowered
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_NTH = r"(?:thứ\s+(?:nhất|hai|ba|tư|[1-4])|đầu tiên|đầu|cuối cùng|cuối|[1-4])(?!\w)"
_IN_WEEK = rf"(?:(?:của|trong)\s+)?tuần\s+{_NTH}"
_COUNTED = ("lần", "ngày", "buổi")
_REPEATS = re.compile(  # "hằng", "hàng" or "mỗi" from the vowel on, which stands in fewer words than the first letter
    r"(?-i:[ằẰàÀỗỖ])(?:(?<=\bh[ằà])ng|(?<=\bmỗ)i)\s+(?:tháng|tuần|quý)\b", re.IGNORECASE
)


def _weeks_together(found: re.Match[str], _period: DaySpan | None) -> str:
    """ "thứ Sáu tuần thứ 2 và ngày thứ Sáu tuần thứ 4" -> "thứ Sáu tuần thứ 2 và tuần thứ 4"."""
    day = found["day"].lower().split()
    others = re.findall(rf"({_WEEKDAY})\s+(?:(?:của|trong)\s+)?tuần", found["others"], re.IGNORECASE)
    if any(other.lower().split() != day for other in others):
        return found[0]
    weeks = re.findall(rf"tuần\s+({_NTH})", f"{found['first']}{found['others']}", re.IGNORECASE)
    named = [f"tuần {week}" for week in weeks]
    return f"{found['day']} {', '.join(named[:-1])} và {named[-1]}"


_ON = (
    r"(?:(?:sáng|chiều|các|vào)\s+){0,2}"
    r"(?:ngày\s+(?:mùng\s+|mồng\s+)?\d{1,2}(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?\d{1,2}){0,5}"
    rf"|(?:ngày\s+)?{_WEEKDAY}(?:\s+{_IN_WEEK}(?:(?:,|\s+và)\s+tuần\s+{_NTH}){{0,3}})?)"
    r"\s+(?:của\s+)?(?:hằng|hàng|mỗi)\s+(?:tháng|tuần)"
)
_TO_A_WORKING_DAY = (
    r"nếu (?:ngày [\d,và ngày]{1,40} )?trùng ngày nghỉ thì chuyển sang ngày làm việc (?:tiếp theo|liền trước)"
)

_SINCE = r"(?:bắt đầu|kể|áp dụng|thực hiện)\s+từ"

_SINCE_A_DAY = re.compile(
    rf"(?:(?:^|[.;:,\n]\s*)từ|\b{_SINCE})\s+(?:ngày|tháng)\s+\d{{1,2}}(?:\s?/\s?\d{{1,4}}){{0,2}}(?:\s+năm\s+\d{{4}})?"
    r"(?!\s*(?:đến|tới|-|–|/|\d))",
    re.IGNORECASE,
)

SINCE = (
    Turn(
        # Each month from then on.
        name="since-then-in-each-month",
        says=("của tháng", "trong tháng"),
        pattern=re.compile(
            rf"(?P<which>\b{_WEEKDAY}\s+(?:tuần\s+)?{_NTH})\s+(?:của|trong)\s+tháng\b(?!\s*(?:\d|này|sau|tới|trước|cuối|đầu))",
            re.IGNORECASE,
        ),
        plainly=r"\g<which> hằng tháng",
        beside="từ ",
        examples=(
            (
                "Từ tháng 11/2025, chào cờ vào 7h15 thứ Hai đầu tiên của tháng.",
                "Từ tháng 11/2025, chào cờ vào 7h15 thứ Hai đầu tiên hằng tháng.",
            ),
            ("Chào cờ thứ Hai đầu tiên của tháng, từ 7h00", "Chào cờ thứ Hai đầu tiên của tháng, từ 7h00"),
        ),
        holds=lambda text, _: _SINCE_A_DAY.search(text) is not None,
    ),
    Turn(
        name="since-a-month",
        says=("từ tháng",),
        pattern=re.compile(
            rf"(?P<since>\b{_SINCE})\s+tháng\s+(?P<month>\d{{1,2}})(?:\s*/\s*|\s+năm\s+)(?P<year>\d{{4}})",
            re.IGNORECASE,
        ),
        plainly=r"\g<since> ngày 01/\g<month>/\g<year>",
        examples=(
            (
                "tiếp dân ngày 10 hằng tháng, bắt đầu từ tháng 3/2018",
                "tiếp dân ngày 10 hằng tháng, bắt đầu từ ngày 01/3/2018",
            ),
        ),
        holds=lambda text, _: _REPEATS.search(text) is not None,
    ),
    Turn(
        # Who holds it then begins the sentence.
        name="since-before-the-rule",
        says=("từ ngày ", "từ tháng "),
        pattern=re.compile(
            r"(?P<lead>^|[.;\n]\s*)(?P<since>(?:(?:kể|bắt đầu)\s+)?từ\s+ngày\s+\d{1,2}/\d{1,2}/\d{4})\s*,\s+"
            r"(?P<first>[^\W\d])(?P<rest>(?:[^.;\n/]|\d\.\d){5,200}?\s(?:hằng|hàng|mỗi)\s+(?:tuần|tháng))(?=\s*(?:[.;,\n]|$)|\s+tại\s)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: (
            f"{found['lead']}{found['first'].upper()}{found['rest']} {found['since'].lower()}"
        ),
        beside=" tổ chức ",
        examples=(
            (
                "Kể từ ngày 01/11/2025, Văn phòng tổ chức họp giao ban vào 8h00 thứ Hai hằng tuần.",
                "Văn phòng tổ chức họp giao ban vào 8h00 thứ Hai hằng tuần kể từ ngày 01/11/2025.",
            ),
        ),
        holds=lambda text, _: _REPEATS.search(text) is not None,
    ),
)
"""Put plainly before it is looked where such words stand in a sentence."""

RECEPTIONS = (
    Turn(
        name="same-weekday-told-with-each-week",
        says=(" tuần ",),
        pattern=re.compile(
            rf"(?P<day>{_WEEKDAY})\s+(?P<first>{_IN_WEEK})"
            rf"(?P<others>(?:\s*(?:,|;|,?\s*và|&)\s*(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?{_WEEKDAY}\s+{_IN_WEEK}){{1,3}})",
            re.IGNORECASE,
        ),
        plainly=_weeks_together,
        examples=(
            (
                "ngày thứ Sáu tuần thứ 2 và ngày thứ Sáu tuần thứ 4 hàng tháng",
                "ngày thứ Sáu tuần thứ 2 và tuần thứ 4 hàng tháng",
            ),
            (
                "thứ tư của tuần thứ hai và thứ tư của tuần thứ tư hàng tháng",
                "thứ tư tuần thứ hai và tuần thứ tư hàng tháng",
            ),
            ("thứ Hai tuần 1 và thứ Năm tuần 3", "thứ Hai tuần 1 và thứ Năm tuần 3"),
        ),
    ),
    Turn(
        name="receives-himself",
        says=("trực tiếp tiếp", "trực tiếp chủ trì tiếp"),
        pattern=re.compile(r"\btrực tiếp (?:chủ trì )?(?=tiếp (?:công )?dân\b)", re.IGNORECASE),
        plainly="",
        examples=(("Chánh án trực tiếp tiếp công dân", "Chánh án tiếp công dân"),),
    ),
    Turn(
        # The count says no more than the days behind it.
        name="once-a-month-before-its-day",
        says=("tháng", "tuần"),
        pattern=re.compile(
            r"[\s,]*\b(?:(?:mỗi|một|0?1)\s+(?:tháng|tuần)\s+(?:một|hai|0?[1-4])\s+(?:lần|ngày|buổi)"
            r"|(?:một|hai|0?[1-4])\s+(?:lần|ngày|buổi)\s?(?:/|trên|trong|một|mỗi)\s?(?:0?1\s?)?(?:tháng|tuần))"
            rf"(?P<behind>\s*[:,;(]?\s*(?:vào\s+)?{_ON})",
            re.IGNORECASE,
        ),
        plainly=r"\g<behind>",
        examples=(
            (
                "tiếp công dân định kỳ 01 tháng 01 lần, vào ngày 15 hàng tháng",
                "tiếp công dân định kỳ, vào ngày 15 hàng tháng",
            ),
            ("tiếp dân 2 ngày/tháng: ngày 10 và 25 hằng tháng", "tiếp dân: ngày 10 và 25 hằng tháng"),
        ),
        holds=lambda text, _: (
            any(map(lowered(text).__contains__, _COUNTED)) and _REPEATS.search(text) is not None
        ),
    ),
    Turn(
        name="registered-later",
        says=("đăng ký sau", "đăng kí sau"),
        pattern=re.compile(
            r"\s*[,;.(]?\s*(?:(?:trong )?(?:trường hợp )?(?:nếu )?(?:công dân )?(?:nào )?(?:đến )?)đăng k[ýí] sau"
            r"(?: ngày)?[^.;\n]{0,40}?\s(?:trở đi\s+)?thì\s[^.;\n]{0,60}\btháng\s+(?:kế tiếp|tiếp theo|sau)\)?",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "đăng ký: trước ngày 15 hàng tháng, trường hợp đăng ký sau ngày 15 thì chuyển sang tháng kế tiếp.",
                "đăng ký: trước ngày 15 hàng tháng.",
            ),
        ),
    ),
    Turn(
        name="or-when-somebody-comes",
        says=("hoặc khi", "và khi", "và đột xuất khi"),
        pattern=re.compile(
            r"(?P<days>\b(?:ngày làm việc|giờ hành chính)\b[^.;\n]{0,40}?),?\s+(?:hoặc|và)\s+(?:đột xuất\s+)?khi\s+"
            r"(?:có\s+)?(?:công dân|yêu cầu|người dân|tổ chức|cần)\b[^.;,\n]{0,40}",
            re.IGNORECASE,
        ),
        plainly=r"\g<days>",
        examples=(
            (
                "Vào các ngày làm việc, trong giờ hành chính hoặc khi có công dân đến.",
                "Vào các ngày làm việc, trong giờ hành chính.",
            ),
        ),
    ),
    Turn(
        # From when it is so stands in front of who does it.
        name="since-then-in-front",
        says=("từ ",),
        pattern=re.compile(
            r"^(?P<lead>\W{0,4})(?:(?:bắt đầu|kể)\s+)?từ\s+(?:ngày\s+)?(?P<since>\d{1,2}/\d{1,2}/\d{4})\s*,\s+"
            rf"(?P<who>[^.;\n\d]{{5,160}}?)(?P<on>(?<!\w){_ON})",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>\g<who>\g<on> từ ngày \g<since>",
        examples=(
            (
                "Từ 01/01/2017, Chủ tịch tiếp công dân vào ngày 10 hàng tháng tại Ban Tiếp dân",
                "Chủ tịch tiếp công dân vào ngày 10 hàng tháng từ ngày 01/01/2017 tại Ban Tiếp dân",
            ),
        ),
        opens=True,
    ),
    Turn(
        # Told behind the thing, with which it stays together here.
        name="working-day-behind-the-thing",
        says=("ngày làm việc",),
        pattern=re.compile(
            rf"(?P<on>{_ON})(?P<between>\s*[^.;\n(]{{0,8}}?[^\W\d][^.;\n]{{2,200}}?|)\s*(?:[.;,]|\()\s*(?P<to>{_TO_A_WORKING_DAY})"
            r"\)?(?P<behind>[\s.;,)]|$)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: (
            f"{found['on']}, {found['to'].lower()}{found['between']}{found['behind']}"
            if _REPEATS.search(found["between"]) is None
            else found[0]
        ),
        examples=(
            (
                "Ngày 15 hằng tháng, Giám đốc tiếp dân. nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.",
                "Ngày 15 hằng tháng, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo, Giám đốc tiếp dân.",
            ),
        ),
    ),
)
