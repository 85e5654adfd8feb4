"""What a standing rule says shortly, put plainly before its words are understood.

In a rule two figures of weekdays are two days ("thứ 3-5"), a part of the day stands before them alone ("tối 2, 4, 6"),
and a weekday on which all is closed is one that is left out. A programme says such things of one week and its days, so
that these turns are looked for in standing rules alone (reference section B.5).
"""

import re

from calendars.reading.blocks.repeated_days import weekdays_told
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_FIGURE = r"[2-7](?![\d/%:.]\d|\s?[hg/%:])"
DAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|ch[ủú]a?\s+nhật|cn|t[2-7])(?!\w)"
DAYS = rf"{DAY}(?:(?:,\s*|\s+và\s+|,\s*và\s+|\s*&\s*)(?:{DAY}|{_FIGURE}(?!\w))){{0,4}}"
NO_DATE = r"(?!\s*,?\s*\(?(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d)(?!\s+(?:tuần|đầu|cuối|thứ)\b)"
CLOCK = r"(?:[01]?\d|2[0-3])\s?(?:[hg](?:[0-5]\d)?|:[0-5]\d|giờ(?:\s[0-5]\d)?)(?!\w)"
HOURS = rf"(?:từ\s+)?{CLOCK}\s?(?:-|–|đến)\s?{CLOCK}"
_CLOSED = (
    r"(?:được\s+|thì\s+|tạm\s+)?(?:nghỉ|đóng cửa"
    r"|không (?:mở cửa|mở|họp|tập|hoạt động|làm việc|tiếp|tổ chức|sinh hoạt))"
)
_EVERY_DAY = re.compile(
    r"\b(?:hằng ngày|hàng ngày|mỗi ngày|các ngày trong tuần|tất cả các ngày|đến\s+(?:hết\s+)?(?:thứ|chủ nhật"
    r"|cn)|cả tuần)",
    re.IGNORECASE,
)
_OFTEN = re.compile(rf"{DAY}|các ngày|h[àằ]ng ngày", re.IGNORECASE)
_MONTHLY = re.compile(r"\s*(?:(?:hằng|hàng|mỗi|của|trong)\s+)tháng", re.IGNORECASE)
_TWO = 2  # weekdays between which just one lies


def _weekdays(found: re.Match[str], _period: DaySpan | None) -> str:
    """The words as they are where the figures do not go up, or are days of the month."""
    figures = [int(figure) for figure in re.findall(r"\d", found["days"])]
    if figures != sorted(set(figures)) or _MONTHLY.match(found.string, found.end()):
        return found[0]
    days = found["days"]
    if len(figures) == _TWO and figures[1] - figures[0] != _TWO and re.search(r"[-–]", days):
        return f"{found['part']} thứ {figures[0]} đến thứ {figures[1]}"
    named = [f"thứ {figure}" for figure in figures] + ["chủ nhật"] * ("cn" in days.lower())
    return f"{found['part']} {', '.join(named[:-1])} và {named[-1]}"


def _two_days(found: re.Match[str], _period: DaySpan | None) -> str:
    first, last = int(found["first"]), int(found["last"])
    return f"thứ {first} và thứ {last}" if last - first == _TWO else found[0]


SHORTLY = (
    Turn(
        name="weekdays-behind-a-part-of-the-day",
        says=("sáng ", "chiều ", "tối "),
        pattern=re.compile(
            rf"\b(?P<part>sáng|chiều|tối)\s+(?:các\s+)?(?P<days>{_FIGURE}(?:(?:\s?[,;&–-]\s?"
            rf"|\s+và\s+){_FIGURE}){{1,5}}"
            r"(?:(?:\s?[,;&–-]\s?|\s+và\s+)cn)?)(?![\w/])",
            re.IGNORECASE,
        ),
        plainly=_weekdays,
        examples=(
            ("CLB yoga: tối 2-4-6, 19h - 20h30", "CLB yoga: tối thứ 2, thứ 4 và thứ 6, 19h - 20h30"),
            ("chiều 3, 5 và CN hằng tuần", "chiều thứ 3, thứ 5 và chủ nhật hằng tuần"),
            ("tối 2 - 6", "tối thứ 2 đến thứ 6"),
            ("tối 3, 5 hằng tháng", "tối 3, 5 hằng tháng"),
            ("sáng 2/3", "sáng 2/3"),
        ),
    ),
    Turn(
        # From when it goes.
        name="its-first-time",
        says=("đầu tiên", "buổi đầu", "kỳ đầu", "lần đầu"),
        pattern=re.compile(
            r"(?P<often>\b(?:lần|(?:hằng|hàng|mỗi) (?:tuần|tháng))\b[^.;()\n]{0,30}?)\s*[,;(]\s*"
            r"(?:buổi|kỳ|lần|phiên|cuộc)\s+(?:họp\s+)?đầu(?:\s+tiên)?(?:\s+(?:là|vào))?:?\s+(?:ngày\s+)?"
            r"(?P<first>\d{1,2}/\d{1,2}(?:/\d{4})?)\)?",
            re.IGNORECASE,
        ),
        plainly=r"\g<often>, bắt đầu từ ngày \g<first>",
        examples=(
            (
                "15h30 thứ Bảy, hai tuần một lần, buổi đầu tiên 13/01/2024",
                "15h30 thứ Bảy, hai tuần một lần, bắt đầu từ ngày 13/01/2024",
            ),
            ("thứ Hai hằng tuần (buổi đầu: 08/01)", "thứ Hai hằng tuần, bắt đầu từ ngày 08/01"),
        ),
    ),
    Turn(
        # A lesson or a club meets on two days of the week; from Tuesday to Thursday is nothing's week.
        name="two-weekdays-by-their-figures",
        says=("thứ 2", "thứ 3", "thứ 4", "thứ 5"),
        pattern=re.compile(
            r"\bthứ\s+(?P<first>[2-5])\s?[-–]\s?(?P<last>[4-7])(?!\s?[-–,/.:hg\d]\s?\d|\s?(?:[hg](?!\w)|:|giờ))",
            re.IGNORECASE,
        ),
        plainly=_two_days,
        examples=(
            ("18g30 thứ 3-5 hàng tuần", "18g30 thứ 3 và thứ 5 hàng tuần"),
            ("thứ 2-6, 8h00", "thứ 2-6, 8h00"),
            ("thứ 2-4-6", "thứ 2-4-6"),
            ("thứ 3-5h", "thứ 3-5h"),
        ),
    ),
    Turn(
        name="closed-on-a-weekday",
        says=("nghỉ", "đóng cửa", "không "),
        pattern=re.compile(
            rf"\s*[,;.(-]\s*(?:riêng\s+|và\s+)?(?:(?:các\s+)?(?:ngày\s+)?"
            rf"(?P<days>{DAYS}){NO_DATE}(?:\s+(?:hằng|hàng)\s+tuần)?"
            rf"\s*:?\s*{_CLOSED}[^.;,():\d]{{0,24}}|(?:nghỉ|đóng cửa)\s+(?:vào\s+)?(?:các\s+)?(?:ngày\s+)?"
            rf"(?P<others>{DAYS}){NO_DATE}(?:\s+(?:hằng|hàng)\s+tuần)?)"
            r"(?:\s+và\s+[^.;,():]{2,30})?\s*(?:\)|(?=[.;,)]|$))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f", trừ {found['days'] or found['others']}",
        examples=(
            (
                "mở cửa 6h - 20h hằng ngày, thứ Hai đóng cửa vệ sinh.",
                "mở cửa 6h - 20h hằng ngày, trừ thứ Hai.",
            ),
            ("6h - 20h hằng ngày (thứ Hai nghỉ)", "6h - 20h hằng ngày, trừ thứ Hai"),
            ("8h các ngày trong tuần, nghỉ thứ Hai.", "8h các ngày trong tuần, trừ thứ Hai."),
            ("thứ Hai hằng tuần, nghỉ thứ Hai 02/9", "thứ Hai hằng tuần, nghỉ thứ Hai 02/9"),
        ),
        holds=lambda text, _: _EVERY_DAY.search(text) is not None,
    ),
    Turn(
        # The week's first day, and none of this week.
        name="weekday-at-the-beginning-of-the-week",
        says=("đầu tuần", "cuối tuần"),
        pattern=re.compile(
            rf"(?P<day>(?:\b(?:sáng|chiều|tối)\s+)?\b{DAY})\s*,?\s*(?:vào\s+)?(?:đầu|cuối) tuần\b(?!\s+(?:của"
            rf"|trong|tháng|này|sau))",
            re.IGNORECASE,
        ),
        plainly=r"\g<day> hằng tuần",
        examples=(
            ("Chào cờ: sáng thứ Hai đầu tuần, 7h00", "Chào cờ: sáng thứ Hai hằng tuần, 7h00"),
            ("chiều thứ Sáu cuối tuần", "chiều thứ Sáu hằng tuần"),
        ),
    ),
    Turn(
        name="beginning-of-the-week-in-a-name",
        says=("đầu tuần", "cuối tuần"),
        pattern=re.compile(
            rf"(?P<name>^[^:;.\d]{{3,60}}?)\s+(?:đầu|cuối) tuần(?P<between>\s*:\s[^:;.\n]{{0,40}}?\b)"
            rf"(?P<day>{DAY}){NO_DATE}"
            r"(?!\s+(?:hằng|hàng))",
            re.IGNORECASE,
        ),
        plainly=r"\g<name>\g<between>\g<day> hằng tuần",
        examples=(
            (
                "Chào cờ đầu tuần: tiết 1 sáng thứ Hai (7h00 - 7h45)",
                "Chào cờ: tiết 1 sáng thứ Hai hằng tuần (7h00 - 7h45)",
            ),
            ("Họp đầu tuần: thứ Hai, 14/8", "Họp đầu tuần: thứ Hai, 14/8"),
        ),
    ),
    Turn(
        # In the morning and in the afternoon: it opens at the first hour and closes at the last.
        name="two-sessions-a-day",
        says=("h", "g", ":", "giờ"),
        pattern=re.compile(
            rf"(?:(?:buổi\s+)?sáng:?\s+)?(?:từ\s+)?(?P<first>{CLOCK})\s?(?:-|–|đến)\s?{CLOCK}\s*(?:[,;/]|và"
            rf"|[,;]\s*và)\s*"
            rf"(?:(?:buổi\s+)?chiều:?\s+)?(?:từ\s+)?{CLOCK}\s?(?:-|–|đến)\s?(?P<last>{CLOCK})"
            rf"(?!\s*[,;]\s*(?:(?:buổi\s+)?tối:?\s+)?{HOURS})",
            re.IGNORECASE,
        ),
        plainly=r"\g<first> - \g<last>",
        examples=(
            (
                "thứ Hai đến thứ Sáu 8h00-12h00, 13h00-17h30",
                "thứ Hai đến thứ Sáu 8h00 - 17h30",
            ),
            (
                "các ngày trong tuần: sáng 7h30 - 11h30, chiều 13h30 - 17h00",
                "các ngày trong tuần: 7h30 - 17h00",
            ),
            ("Họp 8h00 - 11h00, thứ Hai", "Họp 8h00 - 11h00, thứ Hai"),
        ),
        holds=lambda text, _: _OFTEN.search(text) is not None,
    ),
    Turn(
        name="so-many-days-in-a-month",
        says=("trong 01 tháng", "trong 1 tháng", "trong một tháng"),
        pattern=re.compile(
            r"\s*(?:ít nhất\s+)?(?P<many>\d{1,2}\s+(?:ngày|buổi|lần))\s+trong\s+(?:0?1|một)\s+tháng\s*[:,]?"
            r"\s*(?:vào\s+)?"
            r"(?=(?:các\s+)?ngày\s)",
            re.IGNORECASE,
        ),
        plainly=r": \g<many>/tháng, vào ",
        examples=(
            (
                "Chủ tịch tiếp công dân ít nhất 02 ngày trong 01 tháng: ngày 10, 25",
                "Chủ tịch tiếp công dân: 02 ngày/tháng, vào ngày 10, 25",
            ),
        ),
    ),
    Turn(
        name="so-often-on-weekdays-in-a-bracket",
        says=("/tuần", "/ tuần"),
        pattern=re.compile(
            r"\b\d{1,2}\s+(?:buổi|lần|ngày)\s*/\s*tuần\s*\(\s*(?P<days>(?:(?:thứ\s+)?(?:t?[2-7])|cn)"
            r"(?:\s?[,&–-]\s?(?:thứ\s+)?(?:t?[2-7]|cn)){1,5})\s*\)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{weekdays_told(re.sub('thứ ', '', found['days']))} hằng tuần",
        examples=(
            ("3 buổi/tuần (T3, T5, T7) từ 5/6 đến 30/7", "thứ 3, thứ 5 và thứ 7 hằng tuần từ 5/6 đến 30/7"),
        ),
    ),
    Turn(
        # On those too, of which nobody knows the days.
        name="weekdays-and-days-off",
        says=("ngày lễ", "ngày nghỉ lễ", "lễ, tết", "ngày tết"),
        pattern=re.compile(
            rf"(?P<days>{DAYS})\s*,?\s*(?:và|,)\s+(?:các\s+)?(?:ngày\s+)?(?:nghỉ\s+)?(?:lễ|tết)(?:\s*,\s*tết)?"
            rf"(?!\w)"
            r"(?=\s*(?:[,;.:(]|$|từ\s|lúc\s|\d))",
            re.IGNORECASE,
        ),
        plainly=r"\g<days>",
        examples=(
            ("Trực: thứ Bảy, Chủ nhật và ngày lễ, 7h30", "Trực: thứ Bảy, Chủ nhật, 7h30"),
            ("trừ thứ Bảy và ngày lễ", "trừ thứ Bảy và ngày lễ"),
        ),
        holds=lambda text, _: "trừ " not in text.lower(),
    ),
    Turn(
        # When one sets out is not when it begins.
        name="sets-out",
        says=("xuất phát", "tập trung", "khởi hành", "có mặt"),
        pattern=re.compile(
            rf"(?P<before>\b(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|ngày|quý)[^;.\n]{{0,30}}?),\s*(?:tập trung|xuất "
            rf"phát|khởi hành|có mặt)"
            rf"\s+(?:lúc\s+|từ\s+)?{CLOCK}",
            re.IGNORECASE,
        ),
        plainly=r"\g<before>",
        examples=(
            (
                "Tuần tra: sáng Chủ nhật hằng tuần, xuất phát 6h00 tại Trạm số 2",
                "Tuần tra: sáng Chủ nhật hằng tuần tại Trạm số 2",
            ),
        ),
    ),
    Turn(
        # Whose day it is tells `rolling`, which gives it to that one alone.
        name="day-off-of-one-of-them",
        says=("của ",),
        pattern=re.compile(
            r"\n\W*(?:nếu|trường hợp|khi)\s+(?:ngày|lịch|buổi)\s+[^.;\n\d]{0,20}?\bcủa"
            r"\s+[^.;\n\d]{2,40}?\s(?:trùng|rơi)\s[^\n]*",
            re.IGNORECASE,
        ),
        plainly="",
        beside="trùng",
        examples=(
            (
                "Phó Viện trưởng: sáng thứ Ba hàng tuần.\nNếu ngày tiếp của Viện trưởng trùng ngày lễ thì lùi.",
                "Phó Viện trưởng: sáng thứ Ba hàng tuần.",
            ),
        ),
    ),
    Turn(
        name="days-from-one-weekday-to-another",
        says=("các ngày",),
        pattern=re.compile(
            rf"\b(?:tất cả\s+)?các ngày\s+(?:trong tuần\s*,?\s*\(?)?(?:từ\s+)?(?P<first>{DAY})\s*(?:đến|tới|-"
            rf"|–)\s*(?:hết\s+)?"
            rf"(?P<last>{DAY}){NO_DATE}\)?(?:\s+(?:(?:trong|của|hằng|hàng|mỗi)\s+)+tuần)?",
            re.IGNORECASE,
        ),
        plainly=r"từ \g<first> đến \g<last> hằng tuần",
        examples=(
            (
                "7h20 - 7h30 các ngày từ thứ Hai đến thứ Bảy, tại xưởng",
                "7h20 - 7h30 từ thứ Hai đến thứ Bảy hằng tuần, tại xưởng",
            ),
            ("8h00 các ngày thứ 2 - thứ 6 trong tuần", "8h00 từ thứ 2 đến thứ 6 hằng tuần"),
            ("các ngày thứ 2, thứ 6", "các ngày thứ 2, thứ 6"),
        ),
    ),
    Turn(
        name="regularly-on-days",
        says=("thường xuyên",),
        pattern=re.compile(
            r"(?P<lead>:\s*)thường xuyên,?\s+(?=(?:vào\s+)?(?:tất cả\s+)?(?:các|những)\s+(?:ngày|buổi))",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>",
        examples=(
            (
                "Công chức Tư pháp: thường xuyên các ngày làm việc",
                "Công chức Tư pháp: các ngày làm việc",
            ),
        ),
    ),
    Turn(
        # By how many days it is put off where its own day is one off.
        name="a-day-later-than-a-day-off",
        says=("trùng ", "rơi ", "gặp ", "vướng "),
        pattern=re.compile(
            r"\b(?:(?:nếu|trường hợp|khi)\s+)?(?:(?:ngày\s+)?(?:mùng|mồng|ngày)\s+\d{1,2}\s+)?(?P<meets>trùng"
            r"|rơi|gặp|vướng)\s+"
            r"(?:(?:vào|với|các|dịp)\s+){0,3}(?P<off>[^.;()\d]{2,40}?),?\s+(?:thì\s+)?(?:được\s+|sẽ\s+)?"
            r"(?:họp\s+|tổ chức\s+)?"
            r"(?:(?P<next>(?:lùi|chậm|muộn)(?:\s+(?:lại|xuống|hơn|sang))?|sau)|(?P<before>sớm(?:\s+hơn"
            r"|\s+lên)?|trước|đẩy lên))\s+"
            r"(?:một|0?1)\s+ngày(?:\s+làm việc)?(?!\s+(?:tiếp|kế|liền|sau))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: (
            f"{found['meets']} {found['off']} thì chuyển sang ngày làm việc "
            f"{'tiếp theo' if found['next'] else 'liền trước'}"
        ),
        examples=(
            (
                "tối mùng 3 hằng tháng; nếu mùng 3 trùng ngày lễ, Tết thì lùi lại một ngày",
                "tối mùng 3 hằng tháng; trùng ngày lễ, Tết thì chuyển sang ngày làm việc tiếp theo",
            ),
            (
                "ngày 05 hằng tháng (trùng thứ Bảy, Chủ nhật thì sớm hơn 1 ngày làm việc)",
                "ngày 05 hằng tháng (trùng thứ Bảy, Chủ nhật thì chuyển sang ngày làm việc liền trước)",
            ),
        ),
    ),
)


def put_shortly(text: str, period: DaySpan | None) -> str:
    """The text of a standing rule with what it says shortly put plainly; the same text where it says nothing so."""
    words = text.lower()
    for turn in SHORTLY:
        if any(said in words for said in turn.says) and turn.met(words, period):
            text = turn.put(text, period)
    return text
