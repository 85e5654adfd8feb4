"""What a paper for a year says shortly, since everything in it is held again and again.

A weekday between two days months apart is each one between them, "2 lần/năm" only counts the days behind it, and a
bracket with days of rest leaves these out. What is hard is the weekday that stands beside its own date.
"""

import re
from datetime import date

from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_STANDING = 62  # days
_FEW_DAYS = 10
_WEEKDAY = r"(?:hai|ba|tư|năm|sáu|bảy|[2-7](?![\d/.:hg]))"
_WEEKDAYS = (
    rf"(?:thứ\s+{_WEEKDAY}|chủ nhật)"
    rf"(?:\s*(?:,|;|-|&|và)\s*(?:thứ\s+)?(?:{_WEEKDAY}(?!\w)|chủ nhật)){{0,6}}(?!\w)"
)
_OWN_DATE = r"(?!\s*,?\s*(?:ngày\s+)?\(?\d{1,2}\s*[/.-]\s*\d)"
_NOT_COUNTED = r"(?!\s*,?\s*(?:hằng|hàng|mỗi|của|trong|tuần|đầu|cuối|thứ|cách|các)\b)"
_BESIDE = r"(?:\s*\([^()\d]*(?:\d[^()/]*)?\))?[^.;\n/]{0,60}?"
_DAY = r"(?:ngày\s+)?(?P<{0}d>\d{{1,2}})/(?P<{0}m>\d{{1,2}})(?:/(?P<{0}y>\d{{4}}))?"
_REPEATS = re.compile(
    r"\b(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng)\b|\b(?:một|1|01)\s+lần\b|/\s*lần\b|\blần\s*/|\bcách tuần\b",
    re.IGNORECASE,
)
_OFTEN_BEHIND_COMMA = re.compile(r",\s*(?:hằng|hàng|mỗi)\s", re.IGNORECASE)
_SEVERAL_TIMES = r"(?:tổ chức\s+|họp\s+)?\b(?:0?[2-9]|hai|ba|bốn)\s+(?:lần|đợt|kỳ)"
_ON_DAYS = r"(?=(?:dự kiến\s+)?(?:vào\s+)?(?:(?:các\s+)?ngày|thứ \w+|chủ nhật)?,?\s*\d{1,2}/\d)"
_REST = r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?"


def _standing(period: DaySpan | None) -> bool:
    return period is not None and len(period) > _STANDING


def _each_between(found: re.Match[str], _period: DaySpan | None) -> str:
    """The words as they are where the days are those of one week, in which the weekday is but the day's own name."""
    year = int(found["ly"] or 2001)  # of how many days are between, the year tells nothing
    try:
        first = date(int(found["fy"] or year), int(found["fm"]), int(found["fd"]))
        last = date(year, int(found["lm"]), int(found["ld"]))
    except ValueError:
        return found[0]
    if -1 < (last - first).days <= _FEW_DAYS:
        return found[0]
    return f"{found['which']} hằng tuần{found['beside']}{found['between']}"


STANDING = (
    Turn(
        name="weekdays-between",
        says=("thứ ", "chủ nhật"),
        pattern=re.compile(
            rf"(?P<which>(?:(?:các|mỗi)\s+)?{_WEEKDAYS}){_OWN_DATE}{_NOT_COUNTED}(?P<beside>{_BESIDE})"
            rf"(?P<between>\btừ\s+{_DAY.format('f')}\s+(?:đến|tới)\s+(?:hết\s+)?{_DAY.format('l')})",
            re.IGNORECASE,
        ),
        plainly=_each_between,
        examples=(
            (
                "tối thứ Sáu (19h00) từ ngày 14/3 đến ngày 30/5",
                "tối thứ Sáu hằng tuần (19h00) từ ngày 14/3 đến ngày 30/5",
            ),
            ("thứ Hai từ ngày 10/3 đến ngày 14/3", "thứ Hai từ ngày 10/3 đến ngày 14/3"),
            ("thứ Hai, 10/3 từ 8h00", "thứ Hai, 10/3 từ 8h00"),
        ),
        beside="từ ",
        holds=lambda text, _: _REPEATS.search(text) is None,
    ),
    Turn(
        name="weekdays-from",
        says=("thứ ", "chủ nhật"),
        pattern=re.compile(
            rf"(?P<which>{_WEEKDAYS}){_OWN_DATE}{_NOT_COUNTED}(?P<beside>{_BESIDE}[;,(]?\s*)"
            r"(?P<from>\b(?:bắt đầu|kể|thực hiện|áp dụng)\s+từ\s+(?:ngày\s+)?\d{1,2}/\d)",
            re.IGNORECASE,
        ),
        plainly=r"\g<which> hằng tuần\g<beside>\g<from>",
        examples=(
            (
                "thứ 3-5, 17h30 - 19h00; bắt đầu từ 11/02/2025",
                "thứ 3-5 hằng tuần, 17h30 - 19h00; bắt đầu từ 11/02/2025",
            ),
        ),
        beside="từ ",
        within=_standing,
        holds=lambda text, _: _REPEATS.search(text) is None,
    ),
    Turn(
        # The first of them is the day from which it is one.
        name="held-first-on",
        says=(" đầu ", " đầu:", "thứ nhất"),
        pattern=re.compile(
            r"(?P<often>\b(?:(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý)|\d{1,2}\s+(?:tuần|tháng)\s+(?:một|1|01)\s+lần)\b"
            r"[^.;\n]{0,60}?)\s*[;,(]\s*(?:lần|buổi|kỳ|phiên)\s+(?:đầu(?:\s+tiên)?|thứ nhất)\s*:?\s*"
            r"(?:(?:bắt đầu|tổ chức|họp|là|vào|từ)\s+)*(?P<day>(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?)\b\)?",
            re.IGNORECASE,
        ),
        plainly=r"\g<often>, bắt đầu từ \g<day>",
        examples=(
            (
                "chiều thứ Năm, 02 tuần một lần, lần đầu ngày 09/3/2023",
                "chiều thứ Năm, 02 tuần một lần, bắt đầu từ ngày 09/3/2023",
            ),
            (
                "14h00 thứ Tư hằng tuần, buổi đầu tiên vào ngày 15/3",
                "14h00 thứ Tư hằng tuần, bắt đầu từ ngày 15/3",
            ),
            ("họp hằng tháng, lần đầu tiên có đủ", "họp hằng tháng, lần đầu tiên có đủ"),
        ),
    ),
    Turn(
        # Hours and place stand between the habit and the day from which it is one.
        name="begins-at-the-end",
        says=("bắt đầu từ", "kể từ", "áp dụng từ", "thực hiện từ"),
        pattern=re.compile(
            r"(?P<often>\b(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|ngày))\b(?P<beside>[^.\n]{1,80}?)\s*[;,(]\s*"
            r"(?P<from>(?:bắt đầu|kể|áp dụng|thực hiện) từ (?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?)(?=\s*(?:[.;)]|$))",
            re.IGNORECASE,
        ),
        plainly=r"\g<often> \g<from>\g<beside>",
        examples=(
            (
                "Cờ vua: thứ Bảy hằng tuần, phòng 3; bắt đầu từ 15/3",
                "Cờ vua: thứ Bảy hằng tuần bắt đầu từ 15/3, phòng 3",
            ),
        ),
    ),
    Turn(
        name="times-a-year",
        says=(" năm", "/năm"),
        pattern=re.compile(
            rf"(?:(?:mỗi|hằng|hàng)\s+năm\s+)?{_SEVERAL_TIMES}\s*(?:/|trong|một|mỗi)\s*năm\b\s*[,:(]?\s*{_ON_DAYS}"
            rf"|(?:mỗi|hằng|hàng)\s+năm\s+{_SEVERAL_TIMES}\s*[,:(]?\s*{_ON_DAYS}",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("Họp phụ huynh: 2 lần/năm, ngày 25/5 và 28/12", "Họp phụ huynh: ngày 25/5 và 28/12"),
            ("mỗi năm 02 lần: Chủ nhật 25/5 và Chủ nhật 28/12", "Chủ nhật 25/5 và Chủ nhật 28/12"),
        ),
        within=_standing,
    ),
    Turn(
        # The days and their months say how often.
        name="so-often-on-days",
        says=(" lần", "/lần"),
        pattern=re.compile(
            r"\b(?:\d{1,2}|hai|ba|bốn|sáu)\s+tháng\s*(?:/\s*(?:(?:một|1|01)\s+)?|(?:họp\s+)?(?:một|1|01)\s+)lần\b\s*[,:;]?\s*"
            r"(?:vào\s+)?(?=\(?(?:các\s+)?(?:ngày\s+)?(?:\d{1,2}\s+(?:của\s+)?(?:các\s+)?tháng\s+(?:chẵn|lẻ)\b"
            r"|\d{1,2}/\d{1,2}\b[^.;()\n]{0,60}\b(?:hằng|hàng)\s+năm\b))",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("Họp 6 tháng một lần, vào ngày 15/6 và 15/12 hằng năm", "Họp ngày 15/6 và 15/12 hằng năm"),
            ("02 tháng 01 lần, ngày 20 các tháng chẵn, 14h30", "ngày 20 các tháng chẵn, 14h30"),
            ("02 tháng 01 lần, ngày 20", "02 tháng 01 lần, ngày 20"),
        ),
        beside="tháng",
    ),
    Turn(
        # "20 của tháng 3, 6, 9, 12" the other way round.
        name="day-behind-its-months",
        says=("tháng ",),
        pattern=re.compile(
            r"(?:\bvào\s+)?(?:\bcác\s+)?\btháng\s+(?P<months>\d{1,2}(?:\s*,\s*\d{1,2}){2,}(?:\s+và\s+\d{1,2})?)\s*[,:]\s*"
            r"(?:vào\s+)?(?P<day>ngày\s+\d{1,2})(?!\s*[/\d])",
            re.IGNORECASE,
        ),
        plainly=r"\g<day> các tháng \g<months> hằng năm",
        examples=(
            ("Giao ban: tháng 3, 6, 9, 12, vào ngày 20", "Giao ban: ngày 20 các tháng 3, 6, 9, 12 hằng năm"),
        ),
        beside=" ngày ",
        within=_standing,
    ),
    Turn(
        name="rests-on-days",
        says=("nghỉ ", "không "),
        pattern=re.compile(
            r"(?P<lead>[,;(.]\s*)(?:tạm\s+|được\s+)?"
            r"(?:nghỉ(?:\s+(?:học|tập|họp|sinh hoạt|dạy|tiếp|giao ban))?"
            r"|không\s+(?:học|tập|họp|sinh hoạt|tổ chức|dạy|tiếp|giao ban|mở cửa))\s+"
            r"(?:(?:tuần|dịp|lễ|tết|nghỉ)\b[^():;\d]{0,30}:?\s*|(?:vào\s+)?(?:các\s+)?"
            r"(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?(?:ngày|hôm|buổi|thứ\s+\w+,?(?:\s+ngày)?|chủ nhật,?(?:\s+ngày)?"
            r"|(?<=sáng )|(?<=chiều )|(?<=tối ))\s*)"
            rf"(?P<days>{_REST}(?:(?:\s*,\s*|\s+và\s+|\s*;\s*)(?:ngày\s+)?{_REST})*)"
            r"(?:\s*\((?:do|vì|lễ|tết|dịp|ngày|kỷ niệm|trùng|nghỉ)\b[^()]{0,50}\)|\s+(?:do|vì)\s[^().;]{2,60})?"
            r"(?=\s*(?:[).;]|$))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['lead'].replace('.', ',')}trừ các ngày {found['days']}",
        examples=(
            (
                "thứ Bảy hằng tuần (nghỉ tuần Tết: 25/01 và 01/02)",
                "thứ Bảy hằng tuần (trừ các ngày 25/01 và 01/02)",
            ),
            ("thứ Bảy hằng tuần, nghỉ ngày 25/01", "thứ Bảy hằng tuần, trừ các ngày 25/01"),
            (
                "tối thứ Năm hằng tuần; nghỉ tối 19/11 (lễ 20/11).",
                "tối thứ Năm hằng tuần; trừ các ngày 19/11.",
            ),
            ("thứ Bảy hằng tuần, nghỉ hôm 15/7 do thay nước", "thứ Bảy hằng tuần, trừ các ngày 15/7"),
        ),
        holds=lambda text, _: _REPEATS.search(text) is not None,
    ),
    Turn(
        name="hour-before-how-often",
        says=("hằng tuần", "hàng tuần", "mỗi tuần"),
        pattern=re.compile(
            rf"(?P<which>{_WEEKDAYS})\s*(?P<hour>(?:,\s*(?:lúc\s+|từ\s+)?|\s*\()\d{{1,2}}\s*(?:h|g|giờ|:)[^,;.()]{{0,24}}\)?)\s*,\s*"
            r"(?P<often>(?:hằng|hàng|mỗi)\s+tuần)\b",
            re.IGNORECASE,
        ),
        plainly=r"\g<which> \g<often>\g<hour>",
        holds=lambda text, _: _OFTEN_BEHIND_COMMA.search(text) is not None,
        examples=(("sáng thứ Hai, 8h00, hằng tuần", "sáng thứ Hai hằng tuần, 8h00"),),
    ),
    Turn(
        # Of such a week alone; which it is, no calendar knows.
        name="another-day-in-a-week-with-a-holiday",
        says=("ngày lễ", "ngày nghỉ", "nghỉ lễ", " có lễ", "tết"),
        pattern=re.compile(
            r"\s*[,;(.]\s*(?:(?:nếu|những|các|riêng)\s+)*(?:tuần|tháng)\s+(?:nào\s+)?(?:có|trùng|gặp|vướng)\s+"
            r"(?:ngày\s+)?(?:nghỉ\s+)?(?:lễ|tết|nghỉ)(?![^.;()\n]{0,60}\b(?:không|nghỉ)\b)[^.;()\n]{0,30}?\s+(?:thì\s+)?"
            r"(?:hội ý|họp|giao ban|sinh hoạt|tiếp|chuyển|dời|lùi|tổ chức)[^.;()\n]{0,60}\)?",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "7h30 thứ Hai hằng tuần; tuần có ngày lễ thì hội ý vào thứ Ba.",
                "7h30 thứ Hai hằng tuần.",
            ),
            (
                "8h30 thứ Ba hằng tuần; tuần trùng ngày nghỉ lễ thì không họp.",
                "8h30 thứ Ba hằng tuần; tuần trùng ngày nghỉ lễ thì không họp.",
            ),
        ),
        holds=lambda text, _: _REPEATS.search(text) is not None,
    ),
    Turn(
        # Called off on these days alone, and not for good.
        name="rests-on-days-off",
        says=("trùng ", "rơi ", "gặp "),
        pattern=re.compile(
            r"\s*[,;(.]\s*(?:(?:nếu|trường hợp|khi|tuần|ngày|lịch)\s+){0,3}(?:họp\s+)?"
            r"(?:trùng|rơi|gặp)\s+(?:(?:vào|với|các|dịp)\s+){0,3}"
            r"(?:ngày\s+)?(?:nghỉ\s+)?(?:lễ|tết|nghỉ)(?:\s*(?:,|/|và|hoặc)?\s*(?:ngày\s+)?(?:lễ|tết|nghỉ)){0,4}\s*,?\s+"
            r"(?:thì\s+)?(?:được\s+)?"
            r"(?:không\s+(?:họp|tổ chức|sinh hoạt|giao ban|làm việc|tiếp|thực hiện|trực|mở cửa)"
            r"(?:\s+(?:công dân|dân))?|nghỉ)\)?(?=\s*(?:[.;)]|$))",
            re.IGNORECASE,
        ),
        plainly=", trừ ngày lễ",
        examples=(
            (
                "thứ Hai hằng tuần (tuần trùng ngày nghỉ lễ không họp)",
                "thứ Hai hằng tuần, trừ ngày lễ",
            ),
            ("ngày 03 hằng tháng; nếu trùng ngày lễ, Tết thì nghỉ", "ngày 03 hằng tháng, trừ ngày lễ"),
        ),
        holds=lambda text, _: _REPEATS.search(text) is not None,
    ),
)
