"""How often a standing meeting is held, told with interruptions or by its name alone."""

import re

from calendars.reading.turns.turn import Turn, longer_than_a_week
from calendars.times import DaySpan

_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_NTH = r"(?:đầu tiên|thứ nhất|thứ hai|thứ ba|thứ tư|cuối cùng|cuối|đầu)"
_DAYS_OF_A_MONTH = r"ngày\s+\d{1,2}(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?\d{1,2}){0,5}"


def _with_how_often_behind(found: re.Match[str], _period: DaySpan | None) -> str:
    what = found["what"]
    return f"{found['lead']}{what[:1].upper()}{what[1:]}: {found['at']} {found['often'].lower()}"


def _same_day_of_weeks(found: re.Match[str], _period: DaySpan | None) -> str:
    """ "Chủ nhật đầu tiên và Chủ nhật thứ ba" -> "Chủ nhật tuần đầu và tuần thứ ba"."""
    others = re.findall(rf"({_WEEKDAY}) ({_NTH})", found["others"], re.IGNORECASE)
    if any(day.lower() != found["day"].lower() for day, _ in others):
        return found[0]
    weeks = [found["first"].lower(), *(nth.lower() for _, nth in others)]
    of_weeks = [f"tuần {'thứ nhất' if week == 'đầu tiên' else week}" for week in weeks]
    named = [week.replace("cuối cùng", "cuối") for week in of_weeks]
    return f"{found['day']} {', '.join(named[:-1])} và {named[-1]}"


_CLOCK = r"\d{1,2}(?:h\d{0,2}|g\d{0,2}|:\d\d| giờ(?: \d\d)?)"

_NO_DATE = r"(?!\w)(?!\s*,?\s*\(?(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d)"

REPEATS = (
    Turn(
        # Every day from the one to the other.
        name="days-from-a-weekday-to-another",
        says=("các ngày thứ",),
        pattern=re.compile(
            rf"\bcác ngày\s+(?P<first>{_WEEKDAY})\s*(?:đến(?: hết)?|tới|-|–)\s*"
            rf"(?:ngày\s+)?(?P<last>{_WEEKDAY}){_NO_DATE}",
            re.IGNORECASE,
        ),
        plainly=r"các ngày từ \g<first> đến \g<last>",
        examples=(
            (
                "mở cửa các ngày thứ Hai đến thứ Sáu hằng tuần",
                "mở cửa các ngày từ thứ Hai đến thứ Sáu hằng tuần",
            ),
            ("các ngày thứ Hai, thứ Sáu hằng tuần", "các ngày thứ Hai, thứ Sáu hằng tuần"),
        ),
    ),
    Turn(
        name="weekdays-each-called-a-day",
        says=("ngày thứ",),
        pattern=re.compile(
            rf"\bngày\s+(?P<first>{_WEEKDAY})(?P<and>\s+và\s+|,\s+)ngày\s+(?P<last>{_WEEKDAY}){_NO_DATE}",
            re.IGNORECASE,
        ),
        plainly=r"\g<first>\g<and>\g<last>",
        examples=(
            ("Ngày thứ 3 và ngày thứ 7: sáng từ 8h30", "thứ 3 và thứ 7: sáng từ 8h30"),
            ("ngày thứ Ba và ngày thứ Tư 05/6", "ngày thứ Ba và ngày thứ Tư 05/6"),
        ),
    ),
    Turn(
        name="bare-days-of-every-month",
        says=("hàng tháng", "hằng tháng", "mỗi tháng"),
        pattern=re.compile(
            r"\b(?P<part>sáng|chiều|tối|trưa)\s+(?P<days>\d{1,2}(?:(?:,\s*|\s+và\s+)\d{1,2})*)"
            r"(?=\s+(?:hàng|hằng|mỗi)\s+tháng)",
            re.IGNORECASE,
        ),
        plainly=r"\g<part> ngày \g<days>",
        examples=(
            ("CLB Bài chòi: tối 15 và 28 hàng tháng", "CLB Bài chòi: tối ngày 15 và 28 hàng tháng"),
            ("Họp tổ chiều 20 hằng tháng", "Họp tổ chiều ngày 20 hằng tháng"),
        ),
    ),
    Turn(
        # Which days off are left out is told by their dates.
        name="days-off-by-their-dates",
        says=("trừ ",),
        pattern=re.compile(
            r"\btrừ\s+(?:các\s+)?(?:ngày\s+)?(?:nghỉ\s+)?(?:lễ|tết)[ ,]{1,2}(?:ngày\s+)?"
            r"(?P<days>\d{1,2}[/-]\d{1,2}(?:(?:,| và)\s\d{1,2}[/-]\d{1,2}){0,4}(?![\d/-]))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"trừ ngày {found['days'].replace('-', '/')}",
        examples=(
            ("thứ Hai hằng tuần (trừ ngày nghỉ lễ 01-9)", "thứ Hai hằng tuần (trừ ngày 01/9)"),
            ("thứ Sáu hằng tuần, trừ lễ 30/4 và 01/5", "thứ Sáu hằng tuần, trừ ngày 30/4 và 01/5"),
        ),
    ),
    Turn(
        # Days of the month, and none of the moon's: "ngày mùng 1 và ngày 15 dương lịch hằng tháng".
        name="days-by-the-sun",
        says=(" dương lịch",),
        pattern=re.compile(
            r"(?P<lead>\bngày\s+)(?:(?:mùng|mồng)\s+)?(?P<days>\d{1,2}(?:(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?\d{1,2}){0,5})"
            r"\s+dương lịch(?=\s+(?:hằng|hàng|mỗi)\s+tháng)",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>\g<days>",
        examples=(
            (
                "hội ý ngày mùng 1 và ngày 15 dương lịch hằng tháng, 9h",
                "hội ý ngày 1 và ngày 15 hằng tháng, 9h",
            ),
        ),
    ),
    Turn(
        # How often is told first, the hours and from when to when behind the thing.
        name="often-first-and-the-days-in-a-bracket",
        says=("hàng tuần", "hằng tuần"),
        pattern=re.compile(
            rf"^(?P<lead>\W*)(?P<often>(?:(?:sáng|chiều|tối)\s+)?{_WEEKDAY}(?:(?:\s*,|\s+và)\s+{_WEEKDAY}){{0,4}}"
            r"\s+(?:hàng|hằng)\s+tuần)\s*:\s+(?P<what>[^;:()\n\d]{3,80}?),?\s+"
            rf"(?P<hours>(?:từ\s+)?{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?)\s+"
            r"(?P<days>\((?:từ\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}\s*(?:[-–]|đến)\s*(?:ngày\s+)?\d{1,2}/\d{1,2}\))",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>\g<what>: \g<hours> \g<often> \g<days>",
        examples=(
            (
                "Thứ Bảy hàng tuần: Lớp vẽ hè 8h00 - 10h00 (07/6 - 28/6)",
                "Lớp vẽ hè: 8h00 - 10h00 Thứ Bảy hàng tuần (07/6 - 28/6)",
            ),
        ),
    ),
    Turn(
        # How often is told first, and on which day behind the thing.
        name="often-before-the-thing",
        says=("hàng tháng", "hằng tháng", "hàng tuần", "hằng tuần"),
        pattern=re.compile(
            r"^(?P<lead>\W*)(?P<often>(?:hằng|hàng) (?:tháng|tuần))\s*[:,]?\s+"
            r"(?P<what>(?!(?:vào|ngày|thứ|chủ nhật|từ|sáng|chiều|tối|lúc)\b)[^\W\d][^;.\n:()\d]{3,80}?),?\s+(?:vào\s+)?"
            rf"(?P<at>(?:(?:sáng|chiều|tối)\s+)?(?:{_WEEKDAY}|{_DAYS_OF_A_MONTH}))"
            r"(?![\w/])",
            re.IGNORECASE,
        ),
        plainly=_with_how_often_behind,
        examples=(
            (
                "Hàng tháng: Thường vụ hội ý ngày 25 (nếu vào ngày nghỉ thì lùi)",
                "Thường vụ hội ý: ngày 25 hàng tháng (nếu vào ngày nghỉ thì lùi)",
            ),
            ("Hằng tuần, họp tổ vào thứ Sáu", "Họp tổ: thứ Sáu hằng tuần"),
            ("Hàng tháng tiếp dân ngày 10 và 20", "Tiếp dân: ngày 10 và 20 hàng tháng"),
        ),
    ),
    Turn(
        # The day is the rule's own, told again.
        name="if-that-day",
        says=("nếu ", "trường hợp ", "khi "),
        pattern=re.compile(
            r"\b(?P<if>nếu|trường hợp|khi)\s+(?:(?:ngày|lịch)\s+(?:\d{1,2}|đó|này|trên|họp)\s+)?(?:là|vào|nhằm)\s+"
            r"(?=thứ|chủ nhật|ngày|t7|cn)",
            re.IGNORECASE,
        ),
        plainly=r"\g<if> trùng vào ",
        examples=(
            (
                "nếu ngày 03 là thứ Bảy, Chủ nhật thì chuyển sang thứ Hai",
                "nếu trùng vào thứ Bảy, Chủ nhật thì chuyển sang thứ Hai",
            ),
            (
                "nếu là ngày nghỉ thì chuyển sang ngày làm việc liền kề",
                "nếu trùng vào ngày nghỉ thì chuyển sang ngày làm việc liền kề",
            ),
        ),
        beside="thì",
    ),
    Turn(
        # Two standing days.
        name="receives-too",
        says=(" tiếp ",),
        pattern=re.compile(
            r"\s*\((?P<who>[^()\d;]{2,40}?\s(?:trực tiếp\s+)?tiếp)(?:\s+công dân|\s+dân)?\s+"
            r"(?P<when>[^()]*\b(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý)[^()]*)\)",
            re.IGNORECASE,
        ),
        plainly=r"\n\g<who> công dân \g<when>",
        examples=(
            (
                "Tiếp công dân: thứ Tư hằng tuần (Giám đốc tiếp ngày 10 hằng tháng)",
                "Tiếp công dân: thứ Tư hằng tuần\nGiám đốc tiếp công dân ngày 10 hằng tháng",
            ),
        ),
        beside="(",
    ),
    Turn(
        # In the list of a month that is every Monday.
        name="beginning-of-weeks",
        says=(" đầu tuần", " cuối tuần"),
        pattern=re.compile(
            r"\b(?P<day>thứ (?:hai|2)(?= đầu tuần)|thứ (?:sáu|6)(?= cuối tuần))\s+(?:đầu|cuối) tuần(?=[\s.;,)]*$)",
            re.IGNORECASE,
        ),
        plainly=r"\g<day> hằng tuần",
        examples=(("Họp cơ quan: sáng thứ Hai đầu tuần", "Họp cơ quan: sáng thứ Hai hằng tuần"),),
        within=longer_than_a_week,
    ),
    Turn(
        # By its name it is held every week.
        name="weekly-by-name",
        says=(" tuần",),
        pattern=re.compile(
            r"(?P<told>^\W*(?:\w{1,3}[.)]\s*)?(?:họp |hội ý |chào cờ )?(?:giao ban|hội ý|họp|chào cờ)"
            r"(?: [^\W\d_]+){0,5}? (?<!hằng )(?<!hàng )(?<!mỗi )tuần\b"
            r"[^:;.\d]{0,40}:[^;.:]*\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật))(?=[\s.;)]*$)",
            re.IGNORECASE,
        ),
        plainly=r"\g<told> hằng tuần",
        examples=(("Họp giao ban tuần: 15h30 thứ Sáu", "Họp giao ban tuần: 15h30 thứ Sáu hằng tuần"),),
        within=longer_than_a_week,
        opens=True,
    ),
    Turn(
        # Of these weeks, not of all.
        name="days-of-weeks",
        says=("tuần ",),
        pattern=re.compile(
            r"(?-i:[cCnN])(?<!\w.)(?:ác|hững)\s+(?:ngày\s+)?"
            r"(?=(?:thứ\s+\w+|chủ nhật)\s*,?\s+(?:của\s+)?tuần\s+(?:thứ\s+\w+|\d|đầu|cuối)\b)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(("các ngày thứ Năm tuần thứ hai và tuần thứ tư", "thứ Năm tuần thứ hai và tuần thứ tư"),),
    ),
    Turn(
        # Of these weeks of the month.
        name="same-weekday-of-weeks",
        says=("thứ ", "chủ nhật"),
        pattern=re.compile(
            rf"\b(?P<day>{_WEEKDAY}) (?P<first>{_NTH})"
            rf"(?P<others>(?:(?:, | và |, và )(?:ngày )?{_WEEKDAY} {_NTH}){{1,3}})"
            r"(?!\w)",
            re.IGNORECASE,
        ),
        plainly=_same_day_of_weeks,
        examples=(
            (
                "sáng Chủ nhật đầu tiên và Chủ nhật thứ ba hằng tháng",
                "sáng Chủ nhật tuần thứ nhất và tuần thứ ba hằng tháng",
            ),
            (
                "thứ Hai đầu tiên và thứ Hai cuối cùng hằng tháng",
                "thứ Hai tuần thứ nhất và tuần cuối hằng tháng",
            ),
            ("thứ Hai đầu tiên và thứ Năm thứ ba", "thứ Hai đầu tiên và thứ Năm thứ ba"),
        ),
        beside=" và ",
    ),
    Turn(
        # Under the heading of a month it is the month's last week.
        name="first-or-last-week",
        says=("tuần ",),
        pattern=re.compile(r"^(?P<week>\W*tuần\s+(?:đầu|cuối))(?=\s*:)", re.IGNORECASE),
        plainly=r"\g<week> tháng",
        examples=(("- Tuần cuối: Đại hội", "- Tuần cuối tháng: Đại hội"),),
    ),
    Turn(
        name="but-for-days",
        says=("trừ ",),
        pattern=re.compile(r"(?P<but>\(trừ)\s+(?=\d{1,2}/\d{1,2}\b)", re.IGNORECASE),
        plainly=r"\g<but> ngày ",
        examples=(("thứ Hai hằng tuần (trừ 09/11)", "thứ Hai hằng tuần (trừ ngày 09/11)"),),
    ),
    Turn(
        # Why a month is left out names nothing that is held.
        name="but-for-a-month-off",
        says=("trừ tháng", "trừ các tháng"),
        pattern=re.compile(
            r"(?P<but>\btrừ\s+(?:các\s+)?tháng\s+\d{1,2}(?:\s*(?:,|và)\s*(?:tháng\s+)?\d{1,2})*)\s+"
            r"(?:nghỉ|do|vì|trùng|có)\s[^();,.\n]{0,60}",
            re.IGNORECASE,
        ),
        plainly=r"\g<but>",
        examples=(
            (
                "Xã Tân Lập: ngày 18 hằng tháng (trừ tháng 01 nghỉ Tết)",
                "Xã Tân Lập: ngày 18 hằng tháng (trừ tháng 01)",
            ),
        ),
    ),
    Turn(
        # The date says which day is left out, its weekday nothing more.
        name="but-for-a-weekday",
        says=("trừ ",),
        pattern=re.compile(
            r"\b(?P<but>trừ|ngoại trừ)\s+(?:thứ\s+\w+|chủ nhật)\s*,?\s+(?=ngày\s+\d)", re.IGNORECASE
        ),
        plainly=r"\g<but> ",
        examples=(("thứ Ba hằng tuần, trừ thứ Ba ngày 17/02", "thứ Ba hằng tuần, trừ ngày 17/02"),),
    ),
)
