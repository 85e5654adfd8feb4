"""Hours and days beside those at which a thing begins: when one sets out for it, for whom it is, why it is sooner."""

import re

from calendars.reading.as_written import CLOCK
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_COMES = r"(?:xuất phát|tập trung|đón khách|đón tiếp(?: đại biểu)?|có mặt|khởi hành|lên xe)"
_SETS_OUT = r"(?:xe |đoàn |cả đoàn )?(?:xuất phát|tập trung(?! (?:học|tập|thi|ôn))|có mặt|khởi hành|lên xe)\b"
_BEGINS = (
    r"(?:bắt đầu(?:\s(?:thi|họp|học|lễ|làm bài|chương trình|làm việc))?|khai mạc|làm lễ|vào lễ|khởi công|thi đấu"
    r"|diễn ra"
    r"|chính thức)"
)
_DATE = r"\d{1,2}\s?/\s?\d{1,2}(?:/\d{4})?"
_THEN_ON = r"(?:(?:sáng|trưa|chiều|tối)(?:\s(?:sớm|tối))?[\s,]+)?(?:(?:thứ\s[^\W_]+|chủ nhật|cn)[\s,(]+)?(?:ngày\s+)?"
_OF_A_DAY = re.compile(r"\W*(?:ngày\s+)?\d{1,2}\s?/\s?\d{1,2}\b[^:]{0,20}:", re.IGNORECASE)


def _is_below_its_day(text: str, _period: DaySpan | None) -> bool:
    return _OF_A_DAY.match(text) is not None


ARRIVALS = (
    Turn(
        # Whoever sets out on one day and is back on another is away on all between.
        name="out-and-back",
        says=("xuất phát", "khởi hành", "lên đường", "đi ngày "),
        beside="về",
        pattern=re.compile(
            rf"(?:xe |(?:cả )?đoàn )?\b(?:xuất phát|khởi hành|lên đường|đi)(?:\s(?:lúc|từ|vào))?:?\s+(?:{CLOCK}[\s,]+)?"
            rf"{_THEN_ON}(?P<out>{_DATE})(?:\s+(?:tại|từ)\s[^,;.()\d]{{3,50}})?\s*"
            rf"(?:[,;–-]\s*)?(?:và\s+)?(?:xe |đoàn )?(?:trở\s+)?về(?:\s(?:lúc|vào|đến nơi))?:?"
            rf"\s+(?:{CLOCK}[\s,]+)?{_THEN_ON}(?P<back>{_DATE})(?!\s?[/:hg\d])",
            re.IGNORECASE,
        ),
        plainly=r"từ ngày \g<out> đến ngày \g<back>",
        examples=(
            (
                "Tham quan Huế: xuất phát 5h00 ngày 22/5, về ngày 25/5/2023",
                "Tham quan Huế: từ ngày 22/5 đến ngày 25/5/2023",
            ),
            (
                "Đi thực tế (khởi hành lúc 6h sáng 03/7; về chiều tối ngày 05/7)",
                "Đi thực tế (từ ngày 03/7 đến ngày 05/7)",
            ),
            ("Đi Huế: đi ngày 03/7, về ngày 05/7", "Đi Huế: từ ngày 03/7 đến ngày 05/7"),
            ("Xuất phát 5h00 ngày 22/5, về 17h", "Xuất phát 5h00 ngày 22/5, về 17h"),
        ),
    ),
    Turn(
        # When a car comes for them is not when it begins.
        name="car-comes",
        says=("xe đón", "xe đưa", "xe chạy", "xe rời"),
        pattern=re.compile(
            rf"\s*[,;(–-]\s*xe\s+(?:đón|đưa(?: đón)?|chạy|rời)\b[^,;.()\d\n]{{0,50}}?"
            rf"(?:\s(?:lúc|từ|vào|hồi))?:?\s{CLOCK}\)?(?=\s*(?:[.;)]|$))",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly="",
        examples=(
            ("Tham quan nông trại: chiều 15/11, xe đón lúc 13h15.", "Tham quan nông trại: chiều 15/11."),
            ("Đi cơ sở ngày 15/11 (xe chạy từ trụ sở lúc 6h30)", "Đi cơ sở ngày 15/11"),
            ("Xe đón lúc 13h15", "Xe đón lúc 13h15"),
        ),
    ),
    Turn(
        # Between the hour at which it begins and its day.
        name="received-behind-the-hour",
        says=("(đón ", "(đăng ký ", "(tiếp đón ", "(check-in", "(check in", "(điểm danh "),
        pattern=re.compile(
            rf"(?P<hour>\b{CLOCK})\s*\((?:đón|tiếp đón|đăng ký|check[- ]in|điểm danh)\b"
            rf"[^()\d]{{0,40}}{CLOCK}[^()\d]{{0,20}}\)",
            re.IGNORECASE,
        ),
        plainly=r"\g<hour>",
        examples=(
            ("8h00 (đón tiếp từ 7h30) thứ Sáu, 26/4/2024", "8h00 thứ Sáu, 26/4/2024"),
            ("8h00 (đăng ký đại biểu: 7h30), ngày 26/4", "8h00, ngày 26/4"),
            ("8h00 (đón tiếp đoàn tỉnh bạn), ngày 26/4", "8h00 (đón tiếp đoàn tỉnh bạn), ngày 26/4"),
        ),
    ),
    Turn(
        # Setting out and assembly are not the beginning, which is told behind them.
        name="arrival-before-the-beginning",
        says=("xuất phát", "tập trung", "đón khách", "đón tiếp", "có mặt", "khởi hành", "lên xe"),
        pattern=re.compile(
            rf"(?P<lead>[(,;]\s*|\.\s+(?=\D[^.,;\n]{{0,40}}[,;][^.,;\n]{{0,40}}(?:[.;\n]|$)))(?:{CLOCK}\s{_COMES}"
            rf"|{_COMES}(?:\s(?:lúc|từ))?:?\s{CLOCK})\s*[,;]\s*"
            rf"(?:(?P<hour>{CLOCK})\s{_BEGINS}|{_BEGINS}(?:\s(?:lúc|từ))?:?\s(?P<hour2>{CLOCK}))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['lead']}{found['hour'] or found['hour2']}",
        examples=(
            ("Thi B2: ngày 24/4. Có mặt lúc 6h30, bắt đầu thi 7h00.", "Thi B2: ngày 24/4. 7h00."),
            ("Tham quan trường (7h45 xuất phát, 8h15 bắt đầu)", "Tham quan trường (8h15)"),
            ("giải chạy việt dã, tập trung 5h30, khai mạc 6h", "giải chạy việt dã, 6h"),
            ("Hội thi (đón khách từ 7h30; khai mạc lúc 8h00)", "Hội thi (8h00)"),
            ("Hội thi, tập trung 7h30 tại sân", "Hội thi, tập trung 7h30 tại sân"),
        ),
    ),
    Turn(
        # Before the hour of what they set out for: "6h30 xuất phát; 8h00 Họp giao ban".
        name="setting-out-before-a-thing",
        says=("xuất phát", "tập trung", "có mặt", "khởi hành", "lên xe"),
        pattern=re.compile(
            rf"(?P<lead>^[\W_]*|[:;.,]\s+)(?:{CLOCK}\s*[:,–-]?\s*{_SETS_OUT}[^,;.:\d\n]{{0,50}}"
            rf"|{_SETS_OUT}(?:\s(?:lúc|từ))?:?\s{CLOCK}[^,;.:\d\n]{{0,50}})[,;.–-]\s*"
            rf"(?={CLOCK}\s*[:,–-]?\s*(?!{_BEGINS})[^\W\d])",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<lead>",
        examples=(
            ("Thứ 2: 6h30 xuất phát; 8h00 Họp giao ban", "Thứ 2: 8h00 Họp giao ban"),
            ("13h00 tập trung tại cơ quan, 13h30 đi viếng", "13h30 đi viếng"),
            ("- Xe xuất phát lúc 6h30; 8h00: Dự hội nghị", "- 8h00: Dự hội nghị"),
            ("14h00 tập trung học sinh giỏi", "14h00 tập trung học sinh giỏi"),
        ),
    ),
    Turn(
        # For whom it is, behind its hour.
        name="hour-and-its-groups",
        says=(": lớp ", ": các lớp ", ": khối ", ": các khối ", ": nhóm ", ": tổ "),
        pattern=re.compile(
            rf"(?<=[^\W\d][^\W\d]),\s+(?P<hour>{CLOCK}):\s+(?P<who>(?:các )?(?:lớp|khối|nhóm|tổ)\s[^:;.\n(]{{1,60}})"
            r"(?=\s*(?:[;.\n]|$))",
            re.IGNORECASE,
        ),
        plainly=r" (\g<who>), \g<hour>",
        examples=(
            (
                "Họp phụ huynh cuối năm, 17h: lớp Nhà trẻ, Mầm 1",
                "Họp phụ huynh cuối năm (lớp Nhà trẻ, Mầm 1), 17h",
            ),
            ("Họp phụ huynh, 17h: khối 6; khối 7 nghỉ", "Họp phụ huynh (khối 6), 17h; khối 7 nghỉ"),
            ("14h: lớp Mầm tập văn nghệ", "14h: lớp Mầm tập văn nghệ"),
        ),
    ),
    Turn(
        # The day in front is the one on which it is held, and was reckoned so already.
        name="held-sooner-than-the-feast",
        says=("(tổ chức sớm", "(sớm ", "(tổ chức trước", "(tổ chức muộn"),
        pattern=re.compile(
            r"\s*\((?:tổ chức )?(?:sớm|trước|muộn)(?: hơn)? \d{1,2} (?:ngày|hôm|tuần)[^()\d]{0,40}\)",
            re.IGNORECASE,
        ),
        plainly="",
        holds=_is_below_its_day,
        examples=(
            ("NGÀY 31/5: Vui Tết Thiếu nhi (tổ chức sớm 1 ngày)", "NGÀY 31/5: Vui Tết Thiếu nhi"),
            ("Vui Tết Thiếu nhi 1/6 (tổ chức sớm 1 ngày)", "Vui Tết Thiếu nhi 1/6 (tổ chức sớm 1 ngày)"),
        ),
    ),
)
