"""Things in a row, each with its hour behind it and a comma before the next: "Chầu Thánh Thể 17h00, thánh lễ 18h00".

What is hard: where one begins, arrives or leaves stands in a row as well, and is of one thing ("khai mạc 8h00, bế mạc
17h00", "tập trung 7h00, xuất phát 7h30").
"""

import re

from calendars.layouts.shapes import looks_like_place
from calendars.reading.turns.turn import Turn, hours_in_a_row, in_one_month
from calendars.times import DaySpan

_CLOCK = r"\d{1,2}(?:[hg]\d{0,2}|:\d\d)(?![^\W_])"
_STEP = (
    r"(?:tập trung|có mặt|đón|trả|xuất phát|khởi hành|lên xe|ra về|về|bắt đầu|kết thúc|khai mạc|bế mạc|mở cửa|đóng cửa|"
    r"nghỉ|ăn|dùng|xong|kéo dài|chậm nhất|muộn nhất|trước|sau|từ|đến|tới|lúc|vào|hồi|tại|và|sáng|chiều|tối|khoảng|"
    r"dự kiến|phòng|hội trường|nhà|tầng|ca|lớp|khối|nhóm|tổ|đợt|buổi|bắn|đội)\s"
)
_THING = rf"(?!{_STEP})[^\W\d_]+\s[^\d,;:.\n()]{{2,50}}?(?<!từ)(?<!đến)(?<!trước)(?<!sau)\s(?:lúc\s)?{_CLOCK}"
_ROW = re.compile(rf"(?:^|(?<=[:;.,]\s)){_THING}(?:,\s{_THING}){{1,5}}(?=\s*(?:[.;(]|$))", re.IGNORECASE)
_RACE = re.compile(r"\b(?:giải chạy|việt dã|đua (?:xe|thuyền|ghe)|đạp xe|diễu hành|đi bộ)\b", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<=[hg\d]),\s(?={_THING})", re.IGNORECASE)


def _by_semicolons(found: re.Match[str], _period: DaySpan | None) -> str:
    return _BETWEEN.sub("; ", found[0])


_A_CLOCK = r"\d{1,2}\s?(?:giờ|h|g|:)(?:\s?[0-5]\d(?!\d))?(?:\s?phút)?"
_DAY = re.compile(
    r"(?P<half>(?:(?:sáng|chiều|tối|thứ\s\w+|chủ nhật|cn)[,\s]+){0,2})(?:ngày\s+)?"
    r"(?P<day>\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?(?![\d/]))[\s:,–-]*(?P<behind>[^;]*)",
    re.IGNORECASE,
)
_TELLS_HOUR = re.compile(r"\d\s?(?:giờ|h|g|:)", re.IGNORECASE)


def _at_the_same_hours(found: re.Match[str], _period: DaySpan | None) -> str:
    """Each of the days behind with the hours told before them; as it is where one has its own, or is no day."""
    rest = found["rest"].rstrip(" .")
    days = [_DAY.fullmatch(part.strip()) for part in rest.split(";" if ";" in rest else ",") if part.strip()]
    if len(days) < 2 or _TELLS_HOUR.search(rest) or not all(days):
        return found[0]
    told: list[str] = []
    places = True
    for day in days:
        if day is not None:
            behind = day["behind"].removeprefix("tại ")
            at_place = behind != day["behind"] or looks_like_place(behind)
            place = at_place and not behind.startswith(("khối", "lớp"))
            places = places and (place or not behind)
            at = f" {'tại ' if place else ''}{behind}" if behind else ""
            told.append(f"{found['hours']} {day['half']}ngày {day['day']}{at}")
    # A group behind its day is no name.
    return f"{found['what']}: " + ("; " if places else f".\n{found['what']}: ").join(told)


def _may_have_hours_before_days(text: str, _period: DaySpan | None) -> bool:
    """Whether words end with an hour before the first colon, and several dates may stand behind it."""
    head, _, rest = text.partition(": ")
    return head[-1:] in "0123456789hgHGờt)y" and "/" not in head and max(rest.count("/"), rest.count(".")) > 1


# A day by itself, with whom it is for: "thứ Ba 07/5 (mầm non)".
_SINGLE_DAY = (
    r"(?:(?:sáng|chiều|tối)\s+)?(?:(?:thứ\s+\w+|chủ nhật|t[2-7]|cn),?\s+)?(?:ngày\s+)?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?"
    r"(?![\d/])(?:\s+\([^()\d]{1,60}\d{0,2}\))?"
)

_EACH_SINGLE_DAY = re.compile(_SINGLE_DAY, re.IGNORECASE)


def _at_hours_first(found: re.Match[str], _period: DaySpan | None) -> str:
    """The days behind their hours; each behind its own where groups stand in brackets and nothing follows."""
    days, hours = found["days"], found["hours"]
    if days.endswith(")") and found.string[found.end() :].strip(" .\n") == "":
        return _EACH_SINGLE_DAY.sub(lambda day: f"{hours} {day[0]}", days)
    return f"{hours} {days}"


IN_A_ROW = (
    Turn(
        # Told once, behind the last: "thứ Ba 07/5 (mầm non), thứ Tư 08/5 (tiểu học); cả hai buổi cùng giờ 14g00, tại".
        name="hours-behind-all-the-days",
        says=(
            *(
                f"{of} {at}"
                for of in ("buổi", "cuộc", "ngày")
                for at in ("cùng", "đều", "bắt đầu", "lúc", "vào")
            ),
            "buổi từ",
            *(f"{all_} {at}" for all_ in ("cùng", "đều") for at in ("giờ", "bắt đầu", "lúc", "vào", "từ")),
        ),
        pattern=re.compile(
            rf"(?:(?<=[\s:(])|^)(?P<days>{_SINGLE_DAY}(?:(?:\s*[,;]|\s+và)\s+{_SINGLE_DAY}){{1,7}})\s*[,;.–-]\s*"
            r"(?:(?:(?:cả|tất cả)\s+)?(?:(?:hai|ba|bốn|năm|0?[2-5]|các|mỗi)\s+)(?:buổi|cuộc|ngày)(?:\s+họp)?\s+"
            r"(?:(?:đều|cùng|bắt đầu|khai mạc|diễn ra|tổ chức|họp|một|giờ|lúc|vào|từ|hồi)[\s:]+){0,5}"
            r"|(?:tất cả\s+)?(?:đều|cùng)\s+(?:(?:bắt đầu|khai mạc|diễn ra|họp|một|giờ|lúc|vào|từ|hồi)[\s:]+){1,4})"
            rf"(?P<hours>{_A_CLOCK}(?:\s?(?:-|–|đến)\s?{_A_CLOCK})?)(?=\s*(?:[.,;)]|tại\s|ở\s|$))",
            re.IGNORECASE,
        ),
        plainly=_at_hours_first,
        beside="/",
        examples=(
            (
                "Họp: thứ Ba 07/5 (mầm non), thứ Tư 08/5 (tiểu học); cả hai buổi cùng giờ 14g00, hội trường",
                "Họp: 14g00 thứ Ba 07/5 (mầm non), thứ Tư 08/5 (tiểu học), hội trường",
            ),
            (
                "Họp tổ: ngày 13/5 (khối 1), ngày 14/5 (khối 2), đều lúc 8h00 tại phòng họp.",
                "Họp tổ: 8h00 ngày 13/5 (khối 1), ngày 14/5 (khối 2) tại phòng họp.",
            ),
            ("Họp: 13/5 và 14/5. Các buổi đều bắt đầu lúc 8h.", "Họp: 8h 13/5 và 14/5."),
            (
                "Kiểm tra: 27/5 (khối 1), 28/5 (khối 2); cả hai buổi từ 7h30.",
                "Kiểm tra: 7h30 27/5 (khối 1), 7h30 28/5 (khối 2).",
            ),
            ("Họp: 13/5, các buổi đều lúc 8h.", "Họp: 13/5, các buổi đều lúc 8h."),
        ),
    ),
    Turn(
        # Days of the one month that the paper, or the heading above, is of.
        name="halves-of-days-by-their-numbers",
        says=tuple(f": {half} {tens}" for half in ("sáng", "chiều", "tối") for tens in "0123"),
        pattern=re.compile(
            r"(?P<half>:\s+(?:sáng|chiều|tối))\s+(?=(?:0[1-9]|[12]\d|3[01])"
            r"(?:(?:\s?,\s?|\s+và\s+|\s?[-–]\s?)(?:0[1-9]|[12]\d|3[01])){0,5}\s*(?:[.;(]|,\s+(?:tại|ở)\s|$))",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<half> ngày ",
        within=in_one_month,
        examples=(
            ("Sinh hoạt câu lạc bộ: chiều 08 và 22.", "Sinh hoạt câu lạc bộ: chiều ngày 08 và 22."),
            ("Giao ban: sáng 15, tại hội trường", "Giao ban: sáng ngày 15, tại hội trường"),
            ("Tập huấn: sáng 15 người", "Tập huấn: sáng 15 người"),
        ),
    ),
    Turn(
        # Told once, before the colon: "Tiếp xúc cử tri, đều bắt đầu lúc 8 giờ: ngày 7/11 tại xã A; ngày 9/11 tại xã B".
        name="hours-before-all-the-days",
        says=("h", "g", ":"),
        pattern=re.compile(
            r"^(?P<what>(?![^:;\n]{0,150}?\d{1,2}/\d)[^:;\n]{3,150}?)\s*[,(]\s*"
            r"(?:(?:mỗi|từng|tất cả|các|đều|cùng|buổi|ngày|nơi|điểm|lớp)\s+){0,4}"
            r"(?:(?:bắt đầu|khai mạc|tổ chức|diễn ra|họp)\s+)?(?:(?:từ|lúc|vào|hồi)\s+){0,2}"
            rf"(?P<hours>{_A_CLOCK}(?:\s?(?:-|–|đến)\s?{_A_CLOCK})?)\)?(?:\s+(?:vào\s+)?(?:các|những)\s+ngày)?\s*:"
            r"\s+(?P<rest>[^:\n]{12,400})$",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=_at_the_same_hours,
        beside=": ",
        holds=_may_have_hours_before_days,
        examples=(
            (
                "Tiếp xúc cử tri, đều bắt đầu lúc 8 giờ: ngày 7/11 tại xã A; ngày 9/11 tại xã B.",
                "Tiếp xúc cử tri: 8 giờ ngày 7/11 tại xã A; 8 giờ ngày 9/11 tại xã B",
            ),
            (
                "Khám tuyển (cùng từ 7h00): 15/11 khối 1, 16/11 khối 2",
                "Khám tuyển: 7h00 ngày 15/11 khối 1.\nKhám tuyển: 7h00 ngày 16/11 khối 2",
            ),
            ("Tập huấn, 8h00: ngày 8/11 tại xã A", "Tập huấn, 8h00: ngày 8/11 tại xã A"),
            ("Họp, 8h00: 7/11 tại xã A; 9h ngày 9/11", "Họp, 8h00: 7/11 tại xã A; 9h ngày 9/11"),
        ),
    ),
    Turn(
        name="parted-by-a-stroke",
        says=(" / ",),
        pattern=re.compile(
            r"(?<=[^\W_)]) / (?=(?:sáng|trưa|chiều|tối):\s|\d{1,2}(?:[hg]\d{0,2}|:\d\d):? +[^\W\d])",
            re.IGNORECASE,
        ),
        plainly="; ",
        examples=(
            (
                "Sáng: họp tổ / Chiều: xét hồ sơ / 16h họp ban",
                "Sáng: họp tổ; Chiều: xét hồ sơ; 16h họp ban",
            ),
            ("Kiểm tra 8h00 / 14h00", "Kiểm tra 8h00 / 14h00"),
        ),
    ),
    Turn(
        # The lines of a cell, set behind each other.
        name="classes-in-a-row",
        says=("lớp 2:", "đợt 2:", "nhóm 2:", "ca 2:", "khóa 2:", "vòng 2:", "cụm 2:"),
        pattern=re.compile(
            r"(?P<lead>\b(?:lớp|đợt|nhóm|ca|khóa|vòng|cụm) \d{1,2}: [^;:\n]{0,30}\d(?:/\d{1,2}){0,2})"
            r",?\s+(?=(?:lớp|đợt|nhóm|ca|khóa|vòng|cụm) \d{1,2}: [^;:\n]{0,30}\d)",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>; ",
        examples=(
            (
                "Tập huấn Lớp 1: 12/8 Lớp 2: 14/8 Lớp 3: 19/8",
                "Tập huấn Lớp 1: 12/8; Lớp 2: 14/8; Lớp 3: 19/8",
            ),
            ("Tập huấn (lớp 1: sáng 12/8, lớp 2: chiều)", "Tập huấn (lớp 1: sáng 12/8, lớp 2: chiều)"),
        ),
    ),
    Turn(
        # Each is a thing of its own.
        name="things-in-a-row",
        says=("h, ", "g, ", "0, ", "5, "),
        pattern=_ROW,
        plainly=_by_semicolons,
        examples=(
            ("02/12: Chầu Thánh Thể 17h00, thánh lễ 18h00.", "02/12: Chầu Thánh Thể 17h00; thánh lễ 18h00."),
            (
                "14/12: khám thai 8h, tiêm chủng 14h, tư vấn 16h",
                "14/12: khám thai 8h; tiêm chủng 14h; tư vấn 16h",
            ),
            ("14/12: khai mạc 8h00, bế mạc 17h00", "14/12: khai mạc 8h00, bế mạc 17h00"),
            ("Họp tổ 8h00, phòng họp số 2", "Họp tổ 8h00, phòng họp số 2"),
        ),
        holds=hours_in_a_row,
    ),
    Turn(
        # Those who come are received before it begins.
        name="received-before-it-begins",
        says=("đón trẻ", "đón học sinh", "đón đại biểu", "đón khách", "đón tiếp", "ổn định", "tập trung"),
        pattern=re.compile(
            rf"(?P<lead>(?:^|:\s|;\s)\W*){_CLOCK}:?\s(?:đón (?:trẻ|học sinh|đại biểu|khách|tiếp đại biểu|tiếp khách)"
            rf"|ổn định(?: tổ chức| đội hình)?|tập trung(?: học sinh| tại sân)?)[,;]\s(?={_CLOCK}:?\s[^\W\d])",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>",
        examples=(
            ("Ngày 05/9: 7h15 đón trẻ, 7h45 khai giảng năm học", "Ngày 05/9: 7h45 khai giảng năm học"),
            ("7h15 đón khách, 8h00 họp; 9h00 tham quan", "8h00 họp; 9h00 tham quan"),
            ("7h15 đón khách, tham quan nhà máy", "7h15 đón khách, tham quan nhà máy"),
        ),
    ),
    Turn(
        # A sentence of its own tells when people come and when it begins.
        name="sentence-of-assembly",
        says=(". tập trung", "tập trung, ", "có mặt, ", ". có mặt"),
        pattern=re.compile(
            rf"(?<=[^\W_][^\W_]|.[)”\"])\.\s+(?:{_CLOCK}:? (?:tập trung|có mặt)|(?:tập trung|có mặt) (?:lúc )?{_CLOCK}"
            rf"(?: ngày \d{{1,2}}/\d{{1,2}})?),\s(?:(?P<hour>{_CLOCK}):? (?:khai mạc|bắt đầu)"
            rf"|(?:khai mạc|bắt đầu) (?:lúc )?(?P<begins>{_CLOCK}))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f", {found['hour'] or found['begins']}",
        examples=(
            ("10/10: Hội thi. 7g tập trung, 7g30 khai mạc, Nhà thi đấu", "10/10: Hội thi, 7g30, Nhà thi đấu"),
            ("Hội trại (sân A). Tập trung lúc 6g00 ngày 07/5, khai mạc 7g30.", "Hội trại (sân A), 7g30."),
            ("Hội thi. 7g tập trung, ăn sáng", "Hội thi. 7g tập trung, ăn sáng"),
        ),
    ),
    Turn(
        # Runners set out when the race begins.
        name="race-begins",
        says=("xuất phát",),
        pattern=re.compile(rf",?\s+xuất phát(?: lúc| từ)? (?={_CLOCK})", re.IGNORECASE),
        plainly=", ",
        holds=lambda text, _: _RACE.search(text) is not None,
        examples=(
            (
                "17/10: Giải chạy việt dã, xuất phát 6g00 tại công viên",
                "17/10: Giải chạy việt dã, 6g00 tại công viên",
            ),
            ("17/10: Tham quan, xuất phát 6g00", "17/10: Tham quan, xuất phát 6g00"),
        ),
    ),
    Turn(
        # In a programme of one month, which day of it.
        name="half-of-a-bare-day",
        says=("sáng ", "chiều ", "tối "),
        pattern=re.compile(
            r"^(?P<half>\W*(?:buổi )?(?:sáng|chiều|tối)) (?P<day>[12]\d|3[01]|0[1-9])(?=\s?:\s+\D)",
            re.IGNORECASE,
        ),
        plainly=r"\g<half> ngày \g<day>",
        within=in_one_month,
        examples=(
            ("- Sáng 27: Họp Ban Chỉ đạo", "- Sáng ngày 27: Họp Ban Chỉ đạo"),
            ("Sáng 8: 00", "Sáng 8: 00"),
        ),
        opens=True,
    ),
)
