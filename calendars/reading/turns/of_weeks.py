"""What the clerk of a week's schedule writes in haste: halves behind the thing, no diacritics, the week ahead."""

import re

from calendars.reading.as_written import CLOCK, WEEKDAY
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_LONGEST_WEEK = 10  # days
_NEXT_WEEK = r"tuần (?:thứ )?(?:\d{1,2}|tới|sau|tiếp theo|kế tiếp)"
_CLOCK = rf"{CLOCK}(?!\d)"


def _of_a_week(period: DaySpan | None) -> bool:
    return period is not None and len(period) <= _LONGEST_WEEK


def _tells_no_day(text: str, _period: DaySpan | None) -> bool:
    return _A_DAY.search(text) is None


def _hour_first(found: re.Match[str], _period: DaySpan | None) -> str:
    rest = found["rest"].strip()
    if found["sign"].strip() == "(":
        rest = "" if rest == ")" else f"({rest.lstrip(' ,;-–')}"
    return f"{found['lead']}{found['time']}: {found['thing']} {rest.lstrip(':')}".rstrip(" -–,;")


def _each_expected(found: re.Match[str], _period: DaySpan | None) -> str:
    things = found["things"].rstrip(" .;")
    if things.count(")") > things.count("("):
        things = things.removesuffix(")").rstrip(" .;")
    return "; ".join(f"{thing.strip()} (dự kiến)" for thing in things.split(";"))


_A_DAY = re.compile(rf"\d\s?[/.]\s?\d|\bngày\s+\d|{WEEKDAY}\b", re.IGNORECASE)


def _all_week(found: re.Match[str], period: DaySpan | None) -> str:
    if period is None:
        return found[0]
    return f"{found['lead']}Từ {period.first:%d/%m/%Y} đến {period.last:%d/%m/%Y}: "


OF_WEEKS = (
    Turn(
        name="all-week-through",
        says=("cả tuần", "suốt tuần", "ca tuan"),
        pattern=re.compile(
            r"^(?P<lead>[\s•*+-]*)(?:cả tuần|ca tuan|(?:trong )?suốt tuần)\s*[:–-]\s+", re.IGNORECASE
        ),
        plainly=_all_week,
        within=_of_a_week,
        opens=True,
        examples=(
            ("- Cả tuần: phun khử trùng kho", "- Từ 02/11/2026 đến 08/11/2026: phun khử trùng kho"),
            ("Trực cả tuần: Lan", "Trực cả tuần: Lan"),
        ),
    ),
    Turn(
        # Each begins at an hour of its own: "Thuyết minh cho học sinh, 2 ca: 8h00, 14h30".
        name="hours-of-sessions",
        says=(" ca:", " ca (", " suất", " lượt", " đợt:", " buổi:"),
        pattern=re.compile(
            rf"[,;:]?\s+\(?(?:[2-4]|0[2-4]|hai|ba) (?:ca|suất(?: chiếu| diễn)?|lượt|đợt|buổi)\s*[:(]\s*(?:lúc )?"
            rf"(?P<first>{_CLOCK})(?:\s*[,;]\s*|\s+và\s+)(?P<second>{_CLOCK})"
            rf"(?:(?:\s*[,;]\s*|\s+và\s+)(?P<third>{_CLOCK}))?\)?(?=\s*[.;]?\s*$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=lambda found, _: (
            f" ({', '.join(hour for hour in (found['first'], found['third'] and found['second']) if hour)}"
            f" và {found['third'] or found['second']})"
        ),
        examples=(
            ("16/5: Thuyết minh, 2 ca: 8h00, 14h30.", "16/5: Thuyết minh (8h00 và 14h30)."),
            ("Chiếu phim 3 suất (8h, 14h và 19h30)", "Chiếu phim (8h, 14h và 19h30)"),
            ("Họp 2 buổi: sáng, chiều", "Họp 2 buổi: sáng, chiều"),
        ),
    ),
    Turn(
        # Up to when figures are counted, before by when they are asked for.
        name="figures-up-to-a-day",
        says=("số liệu", "số dư", "báo cáo", "kết quả", "công nợ", "dư nợ", "tình hình", "tiến độ"),
        pattern=re.compile(
            r"(?P<of>(?<!\()\b(?:số liệu|số dư|báo cáo|kết quả|công nợ|dư nợ|tình hình|tiến độ)\b[^.;:()\d\n]{0,60}?)"
            r",?\s+(?:(?:tính|chốt|lấy|có) )?(?:từ đầu năm )?đến (?:hết )?(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?"
            r"(?=[^;\n]{0,60}\b(?:trước|chậm nhất|muộn nhất|hạn)\s(?!đó|đây))",
            re.IGNORECASE,
        ),
        plainly=r"\g<of>",
        beside="đến ",
        examples=(
            (
                "Gửi báo cáo số dư huy động đến 31/10 cho P. TH trước 11h thứ Hai",
                "Gửi báo cáo số dư huy động cho P. TH trước 11h thứ Hai",
            ),
            ("Nộp báo cáo công nợ tính đến 31/10 trước ngày 08/11", "Nộp báo cáo công nợ trước ngày 08/11"),
            ("Gửi báo cáo đến ngày 08/11", "Gửi báo cáo đến ngày 08/11"),
        ),
    ),
    Turn(
        # Of what the thing is, and not when: the hour is not that of the period.
        name="hour-behind-what-it-is-of",
        says=("quý ", "tháng ", "số "),
        pattern=re.compile(
            r"^(?P<lead>[\s•*+-]*)(?P<thing>[^\W\d][^:;.()\n]{6,110}? (?:quý (?:i{1,3}|iv|[1-4])|tháng \d{1,2}"
            r"|(?:\d|ba|sáu|chín) tháng (?:đầu|cuối) năm|số \d[\wĐ/-]{0,24}))(?P<sign>\s+[-–]\s+|[:,]\s+|\s*\()"
            rf"(?P<time>(?:lúc )?{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?|(?:buổi )?(?:sáng|chiều|tối))(?!\w)"
            r"(?P<rest>[^\n;]{0,120})$",
            re.IGNORECASE,
        ),
        plainly=_hour_first,
        holds=_tells_no_day,
        opens=True,
        examples=(
            (
                "Đối thoại với thanh niên quý III - 15 giờ 30 - Nhà văn hóa huyện",
                "15 giờ 30: Đối thoại với thanh niên quý III - Nhà văn hóa huyện",
            ),
            (
                "Tọa đàm tháng 9 (09:30, Phòng khách)",
                "09:30: Tọa đàm tháng 9 (Phòng khách)",
            ),
            ("Khảo sát dự án 6 tháng cuối năm: Chiều", "Chiều: Khảo sát dự án 6 tháng cuối năm"),
            ("Họp quý III - 8h ngày 16/10", "Họp quý III - 8h ngày 16/10"),
        ),
    ),
    Turn(
        # Each of the things of the week ahead is in doubt.
        name="week-ahead-expected",
        says=("dự kiến tuần ", " dự kiến:", " dự kiến,"),
        pattern=re.compile(
            rf"^[\s(*+-]*(?:dự kiến (?:lịch |công việc |kế hoạch )?{_NEXT_WEEK}|{_NEXT_WEEK} dự kiến)\s*[:,]\s*"
            r"(?P<things>[^\n:]{6,200}\d\s?/\s?\d[^\n]{0,200})$",
            re.IGNORECASE,
        ),
        plainly=_each_expected,
        within=_of_a_week,
        examples=(
            (
                "Tuần 13 dự kiến: họp xét thi đua (chiều 24/11).",
                "họp xét thi đua (chiều 24/11) (dự kiến)",
            ),
            (
                "(Dự kiến tuần 50: Kiểm tra trường chuẩn vào ngày 13/12)",
                "Kiểm tra trường chuẩn vào ngày 13/12 (dự kiến)",
            ),
            (
                "Dự kiến tuần tới: họp tổ 24/11; thi thử 26/11.",
                "họp tổ 24/11 (dự kiến); thi thử 26/11 (dự kiến)",
            ),
        ),
    ),
    Turn(
        # Two days of this week and no rule.
        name="weekdays-in-the-week",
        says=("trong tuần",),
        pattern=re.compile(
            rf"(?:các |những )?(?:ngày )?(?P<days>{WEEKDAY}(?:\s*(?:,|và|&)\s*{WEEKDAY}){{1,4}})"
            r" trong tuần(?: này)?\b",
            re.IGNORECASE,
        ),
        plainly=r"\g<days>",
        within=_of_a_week,
        examples=(
            (
                "Tiêm vắc xin: chiều các ngày thứ Ba, thứ Năm trong tuần.",
                "Tiêm vắc xin: chiều thứ Ba, thứ Năm.",
            ),
        ),
    ),
    Turn(
        # Read as the other verbs of moving are; "sang" is no morning there.
        name="put-off-to-without-diacritics",
        says=("hoan sang ", "hoan den "),
        pattern=re.compile(
            r"\bhoan(?: lai)? (?:sang|den)(?= (?:(?:thu|ngay|cn|chu nhat|t[2-7])\b|\d))", re.IGNORECASE
        ),
        plainly="hoãn sang",
        examples=(("giao luu bong da, hoan sang CN 18/01", "giao luu bong da, hoãn sang CN 18/01"),),
    ),
    Turn(
        # "14h00 họp tổ" needs no half, and many a thing ends with such a word.
        name="half-at-the-end",
        says=(" sáng", " chiều", " tối"),
        pattern=re.compile(
            r"(?<=[^\W\d_]{2})(?<!giờ)(?<!ban)(?<!bữa)(?<!ăn)(?<!ánh)(?<!chiếu)(?<!thắp)(?<!tươi)(?<!trong)(?<!phát)"
            r"(?<!soi)(?<!khai)(?<!tỏa)(?<!toả)(?<!rạng)(?<!đèn)(?<!nửa)(?<!buổi)(?<!cả)(?<!mỗi)(?<!hằng)(?<!hàng)"
            r"(?<!các)(?<!và)(?<!hoặc)(?<!đến)(?<!hết)(?<!đầu)(?<!cuối)(?<!giữa)(?<!một)(?<!hai)(?<!nhiều)(?<!ngược)"
            r"(?<!trái)(?<!đa)(?<!bóng)(?<!tăm)(?<!từ)(?<!gió)(?<!vào)(?<!lớp)(?<!sửa)(?<!làm)(?<!điện)(?<!đường)"
            r" (?P<half>sáng|chiều|tối)(?=\s*[.;]?$)"
        ),
        plainly=r" (\g<half>)",
        within=_of_a_week,
        examples=(
            ("Thứ Ba 07/5: họp chi bộ sáng", "Thứ Ba 07/5: họp chi bộ (sáng)"),
            ("Nghiệm thu hệ thống chiếu sáng", "Nghiệm thu hệ thống chiếu sáng"),
            ("Đối thoại hai chiều", "Đối thoại hai chiều"),
        ),
    ),
)
