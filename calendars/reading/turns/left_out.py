"""Single days on which what is held every week, month or day is not: "(riêng tuần đầu nghỉ lễ, không họp ngày 04/9)".

They are put as "trừ ngày 04/9" says it (reference section B.5). What is hard is to leave alone a meeting that is
called off, which stands beside no word for how often it is held.
"""

import re

from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn)"
_DATE = r"\d{1,2}/\d{1,2}(?:/\d{4})?"
_DAY = rf"(?:(?:vào\s+)?(?:(?:các|hai)\s+)?(?:{_WEEKDAY}[\s,]+)?(?:ngày\s+)?{_DATE})"
_DAYS = rf"(?P<days>{_DAY}(?:(?:\s*,\s*|\s+và\s+){_DAY}){{0,4}})"
_NOT_HELD = (
    r"(?:không\s+(?:tổ chức|họp|sinh hoạt|giao ban|làm việc|tiếp(?:\s+công)?(?:\s+dân)?|hội ý|tập|học|chào cờ|trực)"
    r"|(?:tạm\s+|được\s+)?nghỉ(?!\s+bù))(?:\s+(?:họp|giao ban|lễ|tết|sinh hoạt|làm việc)){0,2}"
)
_OFTEN = (
    rf"(?P<often>\b(?:(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|ngày)|các\s+(?:(?:ngày|sáng|chiều|tối)\s+)?{_WEEKDAY}"
    rf"(?:(?:\s*,\s*|\s+và\s+){_WEEKDAY}){{0,4}})\b[^();.\n/]{{0,60}}?)"
)
_REASON = r"(?:(?:do|vì|là|trùng|nhằm|nghỉ)\s[^();.:\d\n]{2,40}?[\s,]+(?:nên\s+)?)?"


def _left_out(found: re.Match[str], _period: DaySpan | None) -> str:
    dates = re.findall(_DATE, found["days"])
    return f"{found['often'].rstrip(' ,')}, trừ ngày {', ngày '.join(dates)}"


LEFT_OUT = (
    Turn(
        # It is every day anyhow.
        name="every-day-and-days-off-too",
        says=("kể cả", "(cả "),
        pattern=re.compile(
            r"(?P<lead>\b(?:hằng|hàng|mỗi) ngày\b[^.;()\n]{1,120}?)\s*\((?:kể )?cả (?:vào )?(?:các )?(?:ngày )?"
            rf"(?:{_WEEKDAY}|nghỉ|lễ|cuối)[^()\d]{{0,40}}\)",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>",
        examples=(
            (
                "Hằng ngày, 7h00 - 7h30: Giao ban toàn viện (kể cả thứ bảy, chủ nhật).",
                "Hằng ngày, 7h00 - 7h30: Giao ban toàn viện.",
            ),
            ("Mỗi ngày, 6h: tập dưỡng sinh (cả ngày nghỉ)", "Mỗi ngày, 6h: tập dưỡng sinh"),
        ),
        beside="ngày",
    ),
    Turn(
        name="left-out-on-a-day",
        says=("không ", "nghỉ "),
        pattern=re.compile(
            rf"{_OFTEN}\s*[(;,.–-]+\s*(?:(?:riêng|trừ)\s+(?:tuần|dịp|tháng|ngày)\s[^();.:\d\n]{{2,40}}?[\s,]+)?"
            rf"{_NOT_HELD}\s+{_DAYS}(?:[,\s]+(?:do|vì)\s[^();.\n\d]{{2,40}}|\s*\([^()/]{{2,24}}\))?"
            r"\)?(?=\s*[.;,)]|\s*$)",
            re.IGNORECASE,
        ),
        plainly=_left_out,
        examples=(
            (
                "CLB Cờ: Chủ nhật hằng tuần; không sinh hoạt Chủ nhật 11/02 (mồng 2 Tết).",
                "CLB Cờ: Chủ nhật hằng tuần, trừ ngày 11/02.",
            ),
            (
                "Giao ban: sáng thứ Hai hằng tuần (riêng tuần đầu nghỉ lễ, không họp ngày 04/9)",
                "Giao ban: sáng thứ Hai hằng tuần, trừ ngày 04/9",
            ),
            (
                "Họp tổ: 8h thứ Hai hằng tuần (không họp ngày 04/9).",
                "Họp tổ: 8h thứ Hai hằng tuần, trừ ngày 04/9.",
            ),
            ("Chào cờ các thứ Hai, nghỉ ngày 02/9 và 09/9", "Chào cờ các thứ Hai, trừ ngày 02/9, ngày 09/9"),
        ),
    ),
    Turn(
        name="a-day-that-is-left-out",
        says=("không ", "nghỉ"),
        pattern=re.compile(
            rf"{_OFTEN}\s*[(;,.–-]+\s*(?:riêng\s+)?{_DAYS}[\s,]+{_REASON}(?:thì\s+|được\s+)?{_NOT_HELD}"
            r"(?:\s+(?:do|vì)\s[^();.\n\d]{2,40})?\)?(?=\s*[.;,)]|\s*$)",
            re.IGNORECASE,
        ),
        plainly=_left_out,
        examples=(
            ("8h thứ Hai hằng tuần; ngày 04/9 nghỉ lễ không họp.", "8h thứ Hai hằng tuần, trừ ngày 04/9."),
            ("8h các thứ Hai (riêng ngày 04/9 nghỉ lễ)", "8h các thứ Hai, trừ ngày 04/9"),
        ),
    ),
)
