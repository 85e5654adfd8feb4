"""Things in a row, each with its hour behind it and a comma before the next: "Chầu Thánh Thể 17h00, thánh lễ 18h00".

What is hard: where one begins, arrives or leaves stands in a row as well, and is of one thing ("khai mạc 8h00, bế mạc
17h00", "tập trung 7h00, xuất phát 7h30").
"""

import re

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


IN_A_ROW = (
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
