"""Days told by other days: after which one, beside which named one, and which one explains a feast.

What is hard is that a day in a bracket, or behind "sau", is as often no time at all: each of these turns wants the
signs that stand round a time.
"""

import re
from datetime import timedelta

from calendars.reading.as_written import WEEKDAY
from calendars.reading.turns.turn import Turn, longer_than_a_week, told
from calendars.times import DaySpan

_DAY = r"\d{1,2}/\d{1,2}(?:/\d{4})?"
_DAY_FIRST = re.compile(r"\W*(?:ngày\s+)?\d{1,2}/\d", re.IGNORECASE)
_CLOCK = r"\d{1,2}(?:h\d{0,2}|g\d{0,2}|:\d\d| giờ(?: \d\d)?(?: phút)?)"
_OTHER_TIME = re.compile(
    r"\btuần\s+(?:đầu|cuối|thứ|\d)|\b(?:đầu|giữa|cuối)\s+tháng|\b(?:thượng|trung|hạ)\s+tuần|\d{1,2}/\d{1,2}",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    rf"\s*\((?:rằm|tết|trung thu|mùng|mồng|ngày|lễ|giỗ)\b[^()\d]{{0,40}}\s(?:là|nhằm|rơi vào)\s+(?:ngày\s+)?{_DAY}\)"
    rf"|\s*\(ngày (?!\d|thứ )[^()\d:]{{2,40}}:\s+(?:(?:thứ\s+\w+|chủ nhật),?\s+)?(?:ngày\s+)?{_DAY}\)",
    re.IGNORECASE,
)


def _after(found: re.Match[str], period: DaySpan | None) -> str:
    if period is None or not 1 <= int(found["month"] or period.first.month) <= period.last.month:
        return found[0]
    month = int(found["month"] or period.first.month)
    try:
        first = period.first.replace(month=month, day=int(found["day"])) + timedelta(days=1)
    except ValueError:
        return found[0]
    if first > period.last:
        return found[0]
    last = period.last
    return f"{found['lead']}Dự kiến trong khoảng từ ngày {first.day}/{first.month} đến ngày {last.day}/{last.month}"


def _has_another_time(text: str, _period: DaySpan | None) -> bool:
    return _OTHER_TIME.search(_EXPLAINS.sub("", text)) is not None


def _from_opening_to_close(found: re.Match[str], _period: DaySpan | None) -> str:
    end = f"{found['end']} " if found["end"] else ""
    return f"từ {found['start']} ngày {found['first']} đến {end}ngày {found['last']}"


def _on_the_day_beside(found: re.Match[str], _period: DaySpan | None) -> str:
    rest = found["rest"]
    return f"{found['head']}{rest} ngày {found['day']}"


_ONE_OF_SEVERAL = re.compile(r"(?:đ[ếé]n|tới|hết|và|[-–,]|\d)\s*(?:ngày\s*)?$", re.IGNORECASE)
_HOUR_AHEAD = re.compile(r"\d\s?(?:h|g|giờ|:)\s?\d{0,2}\W{0,8}(?:ngày\s)?$", re.IGNORECASE)


def _opens_then(found: re.Match[str], _period: DaySpan | None) -> str:
    ahead = found.string[max(0, found.start() - 14) : found.start()]
    if _HOUR_AHEAD.search(ahead) or _ONE_OF_SEVERAL.search(ahead):
        return found[0]
    return f"{found['hour'].strip()} {found['day']}{found['mid']}"


_WEEKDAY_BESIDE = rf"(?:\({WEEKDAY}\)|{WEEKDAY}(?![^\W_]))"
_SOME_DATE = re.compile(r"\d\s?/\s?\d")
_MARKS_DAYS = re.compile(  # "Lễ kỷ niệm ..." is held
    r"[^:\n]{0,60}\b(?<!lễ )(?<!mặt )(?<!thảo )(?:tuyên truyền|kỷ niệm|chào mừng|hưởng ứng)\b", re.IGNORECASE
)

TOLD_BY = (
    Turn(
        # The bodies whose days every office marks; the 20 years of a school are a meeting.
        name="years-since-a-body-was-founded",
        says=("năm thành lập ", "năm truyền thống ", "năm giải phóng "),
        pattern=re.compile(
            r"(?P<lead>(?:(?:^|[-+*•.;:,(]\s?|\bvà |tuyên truyền |chào mừng |hưởng ứng )(?:kỷ niệm|chào mừng)"
            r"|(?<=\d), (?:và )?|(?<=\)), (?:và )?|(?<=\d) và|(?<=\)) và)(?: lần thứ)? ?\d{1,3} năm )"
            r"(?=(?:thành lập|truyền thống) (?:hội |quân đội|qđnd|đảng|đoàn (?:tncs|thanh niên cộng sản)|công đoàn"
            r"|mặt trận|mttq|ủy ban mttq)[^.;:()\d]{0,60}(?:việt nam|hồ chí minh|vn|hcm),? \(?\d{1,2}/\d{1,2}"
            r"|giải phóng thủ đô[^.;:()\d]{0,20} \(?\d{1,2}/\d{1,2})",
            re.IGNORECASE | re.MULTILINE,
        ),
        holds=lambda text, _: _MARKS_DAYS.match(text) is not None,
        plainly=r"\g<lead>Ngày ",
        examples=(
            (
                "Kỷ niệm 35 năm thành lập Hội CCB Việt Nam 06/12: gửi lẵng hoa",
                "Kỷ niệm 35 năm Ngày thành lập Hội CCB Việt Nam 06/12: gửi lẵng hoa",
            ),
            (
                "Lễ kỷ niệm 80 năm thành lập Quân đội nhân dân Việt Nam (22/12)",
                "Lễ kỷ niệm 80 năm thành lập Quân đội nhân dân Việt Nam (22/12)",
            ),
            (
                "Kỷ niệm 113 năm Quốc tế Phụ nữ 8/3, 92 năm thành lập Đoàn TNCS HCM 26/3",
                "Kỷ niệm 113 năm Quốc tế Phụ nữ 8/3, 92 năm Ngày thành lập Đoàn TNCS HCM 26/3",
            ),
            ("Kỷ niệm 20 năm thành lập Trường (15/11)", "Kỷ niệm 20 năm thành lập Trường (15/11)"),
        ),
    ),
    Turn(
        # The hour at which it begins; before that people arrive.
        name="opens-in-the-next-sentence",
        says=("khai mạc", "bắt đầu"),
        pattern=re.compile(
            r"(?P<day>(?:(?:sáng|chiều|tối)\s+)?(?:(?:thứ\s+[^\W\d]+|ch[ủú]a? nhật),?\s+)?(?:ngày\s+)?"
            r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?P<mid>[^.;:\n]{0,70})[.;] {1,2}"
            r"(?:(?:đón (?:khách|tiếp|đại biểu)|tập trung|tiếp đón|có mặt|ổn định)[^.;:\n,\d]{0,20}:?\s?"
            rf"{_CLOCK}\s*,\s+)?(?:lễ |chương trình )?(?:khai mạc|bắt đầu)"
            r"(?:\s(?:lúc|vào|từ|chương trình)){0,2}\s?:?\s?"
            rf"(?P<hour>{_CLOCK})(?:,[^.;\n]*)?",
            re.IGNORECASE,
        ),
        plainly=_opens_then,
        examples=(
            (
                "Họp mặt: chủ nhật 18-11-2018, nhà C1. Đón khách 8h, khai mạc 9h, dùng cơm 11h30.",
                "Họp mặt: 9h chủ nhật 18-11-2018, nhà C1.",
            ),
            (
                "Giải bóng đá: ngày 20/11/2018, sân 2. Khai mạc: 15h00.",
                "Giải bóng đá: 15h00 ngày 20/11/2018, sân 2.",
            ),
            (
                "Lễ: 8h00 ngày 20/11/2018, sân 2. Khai mạc: 8h30.",
                "Lễ: 8h00 ngày 20/11/2018, sân 2. Khai mạc: 8h30.",
            ),
        ),
    ),
    Turn(
        name="hour-of-the-end-behind-what-is-on",
        says=("đến ", "tới ", "den ", "toi "),
        pattern=re.compile(
            rf"^(?P<lead>\W*)(?P<start>{_CLOCK})\s*:\s+(?P<thing>[^.;:]{{4,120}}?),\s+(?:kéo dài\s+)?"
            rf"(?:đến|tới|den|toi)\s+(?P<end>{_CLOCK})(?=\s*\.?$)",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>\g<start> - \g<end>: \g<thing>",
        examples=(("8 giờ: Trạm y tế tiêm chủng, đến 11 giờ.", "8 giờ - 11 giờ: Trạm y tế tiêm chủng."),),
    ),
    Turn(
        # Some day of those that are left.
        name="after-a-day",
        says=("sau ",),
        pattern=re.compile(
            r"(?P<lead>^\W*|[:;(]\s*)(?:dự kiến\s+)?(?:khoảng\s+)?sau\s+(?:ngày\s+)?(?<!\d)(?P<day>\d{1,2})"
            r"(?:/(?P<month>\d{1,2}))?(?![\d/]|\s+(?:tháng|giờ|phút|ngày|tuần|năm)\b)(?=\s*(?:[.;:,()]|$))",
            re.IGNORECASE,
        ),
        plainly=_after,
        examples=(
            (
                "Họp Hội đồng thuốc: sau ngày 20/11 (thông báo cụ thể sau)",
                "Họp Hội đồng thuốc: Dự kiến trong khoảng từ ngày 21/11 đến ngày 30/11 (thông báo cụ thể sau)",
            ),
            (
                "Sau ngày 15: Công bố kết quả",
                "Dự kiến trong khoảng từ ngày 16/11 đến ngày 30/11: Công bố kết quả",
            ),
            ("Hồ sơ nộp sau ngày 20/11 không được nhận", "Hồ sơ nộp sau ngày 20/11 không được nhận"),
        ),
        within=lambda period: longer_than_a_week(period) and period is not None and len(period) <= 92,
    ),
    Turn(
        # How long what begins on the day will go on.
        name="goes-on-from-the-day",
        says=("(",),
        pattern=re.compile(
            r"^(?P<lead>\W*(?:ngày\s+)?(?P<day>\d{1,2}/(?P<of>\d{1,2}))\s*(?:\([^()]{1,12}\))?\s*:\s[^()\n]{3,120}?)"
            r"\s*\((?:từ\s+)?(?:ngày\s+)?(?P=day)\s*(?:[-–]|đến)\s*\d{1,2}/(?P<month>\d{1,2})\)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: found["lead"] if int(found["month"]) != int(found["of"]) else found[0],
        examples=(
            ("Ngày 10/9: Chào cờ, phát động thi đua (10/9 - 20/11)", "Ngày 10/9: Chào cờ, phát động thi đua"),
            ("10/9: Tập huấn (10/9 - 12/9)", "10/9: Tập huấn (10/9 - 12/9)"),
        ),
        beside="/",
        holds=lambda text, _: _DAY_FIRST.match(text) is not None,
    ),
    Turn(
        # What makes up for days off is no day of theirs.
        name="made-up-for-days-off",
        says=("làm bù", "nghỉ bù"),
        pattern=re.compile(
            r"(?P<off>(?:^\W*|\bnghỉ\s+)(?:lễ|tết|giỗ tổ|quốc khánh)\b[^;.\n]{3,120}?\d(?:\s*\([^()]{0,40}\))?)"
            r"\s*[,(]\s*(?:và\s+)?(?:đi\s+)?(?:làm|nghỉ) bù\s+(?:vào\s+)?(?:(?:thứ\s+\w+|chủ nhật),?\s+)?"
            rf"(?:ngày\s+)?{_DAY}\)?",
            re.IGNORECASE,
        ),
        plainly=r"\g<off>",
        examples=(
            (
                "Nghỉ Tết Dương lịch từ ngày 01/01 đến hết ngày 04/01, làm bù vào thứ Bảy, ngày 10/01",
                "Nghỉ Tết Dương lịch từ ngày 01/01 đến hết ngày 04/01",
            ),
            (
                "Giỗ Tổ Hùng Vương: 26/4 (10/3 âm lịch), nghỉ bù 27/4",
                "Giỗ Tổ Hùng Vương: 26/4 (10/3 âm lịch)",
            ),
        ),
        within=told,
    ),
    Turn(
        # The days are told first, and that the hours are those of each behind the thing.
        name="each-of-the-days",
        says=(" hằng ngày", " hàng ngày", " mỗi ngày"),
        pattern=re.compile(
            r"^(?P<lead>\W*(?:từ\s+)?(?:ngày\s+)?\d{1,2}(?:[/.]\d{1,2})?\s?(?:[-–÷]|đến)\s?(?:ngày\s+)?\d{1,2}[/.]\d{1,2}\b"
            r"[^;\n]{3,150}?\d(?:h\d{0,2}|g\d{0,2}|:\d\d| giờ(?: \d\d)?))\s+(?:hằng|hàng|mỗi)\s+ngày(?=\s*(?:[.,;]|$))",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>",
        examples=(
            (
                "15 - 17/12: Trưng bày lưu động, 8h00 – 16h30 hằng ngày.",
                "15 - 17/12: Trưng bày lưu động, 8h00 – 16h30.",
            ),
        ),
    ),
    Turn(
        # A second round of the same, on a day of its own.
        name="and-those-who-missed-it",
        says=("uống vét", "tiêm vét", "cân vét", "thi bù", "chấm vét"),
        pattern=re.compile(
            r"(?P<days>\d{1,2}/\d{1,2})\s*[,;]\s+(?P<again>(?:uống|tiêm|cân|chấm) vét|thi bù)\s*:?\s+(?:vào\s+)?"
            r"(?=(?:ngày\s+)?\d)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['days']}.\n{found['again'].capitalize()}: ",
        examples=(
            (
                "uống vitamin A: ngày 01, 02/12, uống vét ngày 05/12",
                "uống vitamin A: ngày 01, 02/12.\nUống vét: ngày 05/12",
            ),
        ),
    ),
    Turn(
        # From its opening to its close.
        name="opens-and-closes",
        says=("bế mạc", "bế giảng", "kết thúc"),
        pattern=re.compile(
            rf"\b(?:khai mạc|khai giảng|bắt đầu)\s+(?:vào\s+)?(?:lúc\s+)?(?P<start>{_CLOCK})[’']?,?\s+"
            rf"(?:ngày\s+)?(?P<first>{_DAY})(?:\s*\((?:thứ \w+|chủ nhật)\))?\s*[,;]?\s+"
            r"(?:và\s+)?(?:bế mạc|bế giảng|kết thúc)\s+(?:vào\s+)?(?:lúc\s+)?"
            rf"(?:(?P<end>{_CLOCK})[’']?,?\s+)?(?:ngày\s+)?(?P<last>{_DAY})",
            re.IGNORECASE,
        ),
        plainly=_from_opening_to_close,
        examples=(
            (
                "khai giảng lúc 8h00’ ngày 19/11/2019 (thứ Ba), bế giảng 11h00 ngày 21/11/2019",
                "từ 8h00 ngày 19/11/2019 đến 11h00 ngày 21/11/2019",
            ),
            ("khai mạc 8h00 ngày 19/11 và bế mạc ngày 21/11", "từ 8h00 ngày 19/11 đến ngày 21/11"),
        ),
    ),
    Turn(
        # The weekdays of the days told before: "24/3 - 25/3: Hội trại (khai mạc 7h T6, bế mạc 11h T7)".
        name="opens-and-closes-on-weekdays",
        says=("bế mạc", "bế giảng", "kết thúc"),
        pattern=re.compile(
            rf"\b(?P<opens>(?:khai mạc|khai giảng|bắt đầu)\s+(?:lúc\s+)?{_CLOCK}),?\s+{_WEEKDAY_BESIDE}"
            rf"(?P<then>\s*[,;]\s+(?:và\s+)?(?:bế mạc|bế giảng|kết thúc)\s+(?:lúc\s+)?{_CLOCK})"
            rf",?\s+{_WEEKDAY_BESIDE}",
            re.IGNORECASE,
        ),
        plainly=r"\g<opens>\g<then>",
        holds=lambda text, _: _SOME_DATE.search(text) is not None,
        examples=(
            (
                "24/3 - 25/3: Hội trại (khai mạc 7h T6, bế mạc 11h T7)",
                "24/3 - 25/3: Hội trại (khai mạc 7h, bế mạc 11h)",
            ),
            ("Hội trại (khai mạc 7h T6, bế mạc 11h T7)", "Hội trại (khai mạc 7h T6, bế mạc 11h T7)"),
        ),
    ),
    Turn(
        # From the hour of its opening to that of its close, on one day.
        name="opens-and-closes-by-hours",
        says=("bế mạc", "bế giảng", "kết thúc"),
        pattern=re.compile(
            rf"\b(?:khai mạc|khai giảng|bắt đầu)\s*:?\s+(?:(?:từ|vào|lúc|hồi)\s+){{0,2}}(?P<start>{_CLOCK})[’']?"
            r"(?:\s+(?P<half>sáng|chiều|tối)\b)?\s*[,;]?\s+"
            r"(?:và\s+|dự kiến\s+|sẽ\s+){0,3}(?:bế mạc|bế giảng|kết thúc)\s*:?\s+(?:(?:vào|lúc|hồi)\s+){0,2}"
            rf"(?P<end>{_CLOCK})",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: (
            f"từ {found['start']}{' ' + found['half'] if found['half'] else ''} đến {found['end']}"
        ),
        examples=(
            (
                "Hội thi bắt đầu lúc 7h30 và kết thúc lúc 11h00 ngày 31/3",
                "Hội thi từ 7h30 đến 11h00 ngày 31/3",
            ),
            (
                "Ngày 31/3: bắt đầu từ 8h, dự kiến kết thúc vào 16h30",
                "Ngày 31/3: từ 8h đến 16h30",
            ),
        ),
    ),
    Turn(
        # On which day a feast falls tells nothing of when a thing beside it is held.
        name="which-day-a-feast-is",
        says=("(rằm", "(tết", "(trung thu", "(mùng", "(mồng", "(ngày", "(lễ", "(giỗ"),
        pattern=_EXPLAINS,
        plainly="",
        examples=(
            (
                "Tuần cuối tháng: Vui Tết Trung thu (Rằm tháng Tám là ngày 04/10)",
                "Tuần cuối tháng: Vui Tết Trung thu",
            ),
            (
                "Hạ tuần: tập huấn nghiệp vụ (ngày bầu cử: Chủ nhật 15/3/2026).",
                "Hạ tuần: tập huấn nghiệp vụ.",
            ),
            ("Lễ hội đình (ngày chính là ngày 12/3)", "Lễ hội đình (ngày chính là ngày 12/3)"),
            ("Hội thi nấu ăn (ngày thi: 12/3)", "Hội thi nấu ăn (ngày thi: 12/3)"),
        ),
        beside=")",
        within=told,
        holds=_has_another_time,
    ),
    Turn(
        # What marks a named day is held on it, where only its hour is told.
        name="on-the-named-day",
        says=("hưởng ứng ", "kỷ niệm ", "chào mừng ", "nhân "),
        pattern=re.compile(
            rf"(?P<head>\b(?:hưởng ứng|kỷ niệm|chào mừng|nhân|nhân dịp)\s+(?:[^:;.()\d]{{0,30}}\d{{1,3}}\s+năm\s+)?"
            rf"(?:Ngày|Lễ|Đại hội|Tết)\s[^:;.()\d]{{3,70}}?\s\(?(?P<day>{_DAY})\)?\s*:\s+)"
            r"(?P<rest>[^;.:\n]{3,60}?\s(?:lúc|vào lúc|từ)\s+"
            r"\d{1,2}\s?(?:h\d{0,2}|g\d{0,2}|giờ(?: \d\d)?|:\d\d))(?![\d/])"
            r"(?!\s*,?\s*(?:ngày|thứ|chủ nhật|sáng|chiều|tối|hằng|hàng|các)\b)",
            re.IGNORECASE,
        ),
        plainly=_on_the_day_beside,
        examples=(
            (
                "Hưởng ứng Ngày Dân số thế giới 11/7: mít tinh lúc 8h00 tại Quảng trường",
                "Hưởng ứng Ngày Dân số thế giới 11/7: mít tinh lúc 8h00 ngày 11/7 tại Quảng trường",
            ),
            (
                "Kỷ niệm Ngày Pháp luật 09/11: họp báo lúc 8h00 ngày 07/11",
                "Kỷ niệm Ngày Pháp luật 09/11: họp báo lúc 8h00 ngày 07/11",
            ),
        ),
        beside=": ",
    ),
    Turn(
        # When and where come first, what is held last.
        name="then-and-there-is-held",
        says=("lúc ", "hồi "),
        pattern=re.compile(
            r"^(?P<when>(?:vào\s+)?(?:lúc|hồi)\s+\d[^.;\n]{3,60}?\d),?\s+tại\s+(?P<place>[^.;,\n]{3,80}?),?\s+"
            r"(?:(?:chúng tôi|nhà trường|ban tổ chức)\s+)?(?:sẽ\s+(?:diễn ra|tổ chức)|diễn ra)\s+"
            r"(?P<what>[^.;\n]{6,160})",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<what>: \g<when>, tại \g<place>",
        examples=(
            (
                "Vào lúc 14 giờ 00 ngày 10/11/2026, tại Hội trường lớn sẽ diễn ra Lễ khánh thành cầu. Rất mong",
                "Lễ khánh thành cầu: Vào lúc 14 giờ 00 ngày 10/11/2026, tại Hội trường lớn. Rất mong",
            ),
            ("Lúc 8h00 ngày 10/11, tại sân trường.", "Lúc 8h00 ngày 10/11, tại sân trường."),
        ),
        beside="tại ",
    ),
)
