"""Rows that tell hour, place and who leads behind dashes: "Giao ban Chi cục - 8.00 - phòng họp - CCT Vinh".

What is hard is that a dash also stands in names and between hours: only an hour alone between two dashes, or behind
the last, makes such a row.
"""

import re

from calendars.layouts.shapes import looks_like_person, looks_like_place
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_DASH = re.compile(r"\s+[-–]\s+")
_HOUR_BEHIND_DASH = re.compile(r"[-–]\s+\d{1,2}\s?[hg.:]", re.IGNORECASE)
_NAMES = re.compile(r"[A-ZĐÀ-Ỹ][^\d:;.()]{1,60}")
_LONGEST_NAME = 8  # words


def _in_words(found: re.Match[str], _period: DaySpan | None) -> str:
    hour = f"{found['hour']}h{found['minute'] or found['other'] or '00'}"
    told = [found["thing"].rstrip(" ,;:")]
    fields = [field.strip(" .,;") for field in _DASH.split(found["rest"].strip().lstrip("-– "))]
    for number, name in enumerate(fields, 1):
        between = name[:1].islower() and number < len(fields)  # "trạm Kiểm soát" before who leads
        if (looks_like_place(name) or between) and not looks_like_person(name):
            told.append(f", tại {name}")
        elif name and _NAMES.fullmatch(name) and len(name.split()) <= _LONGEST_NAME:
            told.append(f"; chủ trì: {name}")
        elif name:
            told.append(f", {name}")
    return f"{found['lead']}{found['day'] or ''}{hour}: {''.join(told)}."


_TIME = r"(?:(?:sáng|chiều|tối|trưa|ngày|lúc|vào|thứ|t[2-7]|chủ nhật|cn)\b|\d{1,2}\s?(?:h|g|giờ|:\d\d))"
_TIME_BEHIND_SIGN = re.compile(rf"[-–,](?:(?<=số \d,)|(?<=số \d\d,)|(?<=\s[-–]))\s+{_TIME}", re.IGNORECASE)

DASHED = (
    Turn(
        # A page shows the letter at whose place an arrow stands in a font of signs.
        name="arrow-of-a-font",
        says=(" à ", " è "),
        pattern=re.compile(r"(?<=\d)\s+[àè]\s+(?=(?:ngày\s+)?\d{1,2}[/.])", re.IGNORECASE),
        plainly=" - ",
        examples=(
            ("01/8/2012 à 31/12/2012: Học kỳ I", "01/8/2012 - 31/12/2012: Học kỳ I"),
            ("từ 5/9 è 12/9", "từ 5/9 - 12/9"),
        ),
    ),
    Turn(
        # Its time stands behind the number, and no range begins with it.
        name="time-behind-a-number",
        says=(" - ", " – ", "số "),
        pattern=re.compile(
            r"(?P<thing>\b(?:(?:gói|số|đợt|tổ|vòng|lớp|khóa|khoá|nhóm|khối|hạng mục|lần|kỳ|phòng|chuyên đề|bài|mẫu|phần"
            r"|cụm|khu phố|thôn|ấp|tiểu khu|phân khu|chương|học phần|tập)\s+(?:thầu\s+)?(?:số\s+|thứ\s+)?\d{1,3}"
            r"(?:\s+[-–]\s+|(?<=số \d),\s+|(?<=số \d\d),\s+)"
            r"|\d{1,4}-[A-ZĐ]{2,5}/[A-ZĐ]{2,6}\s+[-–]\s+))"
            rf"(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['thing'].rstrip(' ,-–')}: ",
        examples=(
            ("Thẩm định giá gói số 3 - chiều 31/10", "Thẩm định giá gói số 3: chiều 31/10"),
            ("Quán triệt Kết luận 08-KL/HU - 7h30, 26/10", "Quán triệt Kết luận 08-KL/HU: 7h30, 26/10"),
            ("Bàn giao nhà số 12, sáng 30/10", "Bàn giao nhà số 12: sáng 30/10"),
            ("Tập huấn lớp 2 - 5/10", "Tập huấn lớp 2 - 5/10"),
        ),
        holds=lambda text, _: _TIME_BEHIND_SIGN.search(text) is not None,
    ),
    Turn(
        name="fields-between-dashes",
        says=(" - ", " – "),
        pattern=re.compile(
            r"^(?P<lead>\W{0,3})(?P<day>(?:thứ|t[2-7]|chủ nhật|cn|ngày|sáng|chiều|tối)\b[^:\n]{0,30}:\s+)?"
            r"(?P<thing>(?!thứ\b|chủ nhật|ngày\b)[^\W\d](?:(?!\s[-–]\s+\d)[^\n]){2,180})"
            r"(?<!\d)(?<!\d[hg])(?<!giờ)(?<!phút)\s+[-–]\s+"
            r"(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d)|\s?[hg]\s?(?P<other>[0-5]\d)?)"
            r"(?P<rest>(?:\s+[-–]\s+(?!\d{1,2}\s?[hg:.])[^\n–-]{2,70}){0,3})\s*\.?$",
            re.IGNORECASE,
        ),
        plainly=_in_words,
        examples=(
            (
                "Thứ 2 (05/10): Giao ban Chi cục - 8.00 - phòng họp - CCT Vinh.",
                "Thứ 2 (05/10): 8h00: Giao ban Chi cục, tại phòng họp; chủ trì: CCT Vinh.",
            ),
            ("Liên hoan chia tay - 18.00.", "18h00: Liên hoan chia tay."),
            ("T3 6/10: Hội đàm - 9h - Nhà khách", "T3 6/10: 9h00: Hội đàm, tại Nhà khách."),
            ("Kiểm tra kho - 8.00 - PCCT Hà.", "8h00: Kiểm tra kho; chủ trì: PCCT Hà."),
            ("Khai mạc hội trại - 8h00 - 11h00", "Khai mạc hội trại - 8h00 - 11h00"),
            ("Phòng đọc: từ 7h30 - 17h00", "Phòng đọc: từ 7h30 - 17h00"),
        ),
        holds=lambda text, _: _HOUR_BEHIND_DASH.search(text) is not None,
    ),
)
