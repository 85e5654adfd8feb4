"""What a line adds of its day or days: what follows "cùng ngày", cars that leave and come back, how many days they are.

What is hard is that the hour of a car stands where that of the thing would, and a number of days before the days.
"""

import re

from calendars.layouts.words import lowered
from calendars.reading.as_written import CLOCK
from calendars.reading.spans import BLANKS
from calendars.reading.turns.turn import Turn

_DAY = (
    r"(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?\d{1,2}"
    r"(?:(?:\s?[-–,]\s?|\s+(?:và|đến)\s+)\d{1,2}){0,3}/\d{1,2}(?:/\d{4})?"
)
_BEHIND_DAY = f"{BLANKS}.;)"
_SEVERAL_DAYS = re.compile(  # in lower case, behind the end of "02", "hai", "ba", "bốn" or "năm"
    r"ngày(?<=[2-9ianm\s]\sngày)\s+\d{1,2}(?:\s?[,–-]|\s+(?:và|đến)\s)"
)
_BEGINS_AT = re.compile(rf"\W*{CLOCK}")
_CAR = r"(?:xe|ô tô|đoàn)\s+(?:chạy|đi|đón(?:\s+khách)?|rời\s+\w+|xuất phát|khởi hành)"
_PART = r"(?!(?:trước|từ|chậm nhất|hạn|đến|sáng|chiều|tối|ngày|và|dự kiến|vào|lúc|tại)\b)[^\W\d_][^,;:.()\d]{2,40}?"

OF_THE_DAY = (
    Turn(
        name="of-the-same-day-first",
        says=("cùng ngày",),
        pattern=re.compile(
            r"(?P<lead>^|\n|[.;,]\s)cùng ngày,?\s+(?:vào\s+)?(?:lúc\s+)?"
            rf"(?P<at>(?:buổi\s+)?(?:sáng|trưa|chiều|tối)|{CLOCK}(?:\s?[-–]\s?{CLOCK})?)(?![^\W_]),?\s+(?=\S)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['lead']}{found['at'][:1].upper()}{found['at'][1:]} cùng ngày ",
        examples=(
            ("04/11 gặp mặt. Cùng ngày buổi chiều giao lưu", "04/11 gặp mặt. Buổi chiều cùng ngày giao lưu"),
            (
                "Sáng 05/11 họp; cùng ngày, 14h, làm việc với xã",
                "Sáng 05/11 họp; 14h cùng ngày làm việc với xã",
            ),
        ),
    ),
    Turn(
        # The car leaves before the thing begins.
        name="a-car-before-the-beginning",
        says=("xe ", "ô tô ", "đoàn "),
        pattern=re.compile(
            rf"\s*[;,(]\s*{_CAR}(?:\s+(?:lúc|từ))?\s+{CLOCK}\s*[,;]\s*(?:[^\W\d]+\s){{1,3}}(?:từ|lúc)\s+(?P<hour>{CLOCK})\)?",
            re.IGNORECASE,
        ),
        plainly=r", \g<hour>",
        examples=(
            (
                "23/11: Khám miễn phí tại xã; xe chạy 5h30, khám từ 7h00.",
                "23/11: Khám miễn phí tại xã, 7h00.",
            ),
        ),
    ),
    Turn(
        name="a-car-that-comes-back",
        says=(" về ", "về lúc"),
        beside="xe ",
        holds=lambda text, _: _BEGINS_AT.match(text) is None,  # else that hour is the end
        pattern=re.compile(
            rf"\s*[,;]\s*(?:xe\s+|đoàn\s+)?về(?:\s+(?:lúc|đến|tới|cơ quan|trường))*\s+{CLOCK}(?=\s*[.,;)]|\s*$)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(("24/11: Tham quan, xe xuất phát 6h00, về 17h", "24/11: Tham quan, xe xuất phát 6h00"),),
    ),
    Turn(
        # How many days they are stands before them.
        name="so-many-days-and-which",
        says=(" ngày ",),
        pattern=re.compile(
            r"(?<!đợt )(?<!lớp )(?<!lần )(?<!vòng )(?<!khóa )(?<!nhóm )(?<!cụm )(?<!số )(?<!thứ )(?<!kỳ )"
            r"\b(?:trong\s+)?(?:0?[2-9]|hai|ba|bốn|năm)\s+"
            r"(?=ngày\s+\d{1,2}(?:(?:\s?,\s?|\s?[-–]\s?|\s+(?:và|đến)\s+)\d{1,2}){1,5}/\d)",
            re.IGNORECASE,
        ),
        plainly="",
        holds=lambda text, _: _SEVERAL_DAYS.search(lowered(text)) is not None,
        examples=(
            ("miễn vé 02 ngày 17, 18/5", "miễn vé ngày 17, 18/5"),
            ("đợt 2 ngày 10 - 11/9", "đợt 2 ngày 10 - 11/9"),
            ("tập huấn trong ba ngày 12, 13 và 14/5", "tập huấn ngày 12, 13 và 14/5"),
        ),
    ),
    Turn(
        # Of a contest or a course, each part with its own day.
        name="parts-with-their-days",
        says=(":",),
        pattern=re.compile(
            rf"(?P<head>[^\W\d][^:;.\n\d]{{3,80}}:\s+)(?P<one>{_PART}[\s,(]+{_DAY}\)?),\s+(?:và\s+)?(?P<other>{_PART}[\s(]+{_DAY}\)?)"
            r"(?P<end>\s*[.;]?\s*$)",
            re.IGNORECASE,
        ),
        plainly=r"\g<head>\g<one>; \g<other>\g<end>",
        holds=lambda text, _: text.rstrip(_BEHIND_DAY)[-1:].isdecimal(),
        examples=(
            (
                "Thi nâng bậc: lý thuyết ngày 10/7, thực hành ngày 12 và 13/7/2018.",
                "Thi nâng bậc: lý thuyết ngày 10/7; thực hành ngày 12 và 13/7/2018.",
            ),
        ),
    ),
    Turn(
        # An earlier sitting was put off; this one is held.
        name="put-off-before-it-is-held-again",
        says=("(đã hoãn", "(hoãn"),
        pattern=re.compile(
            r"(?P<lead>\b(?:mở lại|xét xử lại|tổ chức lại|họp lại|tiếp tục)\s[^()\n]{3,160}?)"
            r"\s*\((?:đã\s+)?(?:tạm\s+)?hoãn"
            r"(?:\s+(?:phiên|phiên tòa|buổi|lần trước|từ|họp))*\s+(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\)",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>",
        examples=(
            ("Mở lại phiên tòa vụ A (đã hoãn phiên ngày 26/9/2019)", "Mở lại phiên tòa vụ A"),
            ("Phiên tòa vụ A (hoãn ngày 26/9)", "Phiên tòa vụ A (hoãn ngày 26/9)"),
        ),
    ),
    Turn(
        name="as-is-the-custom",
        says=("thường lệ",),
        pattern=re.compile(
            r",?\s+(?:như|theo)\s+(?:thường\s+)?lệ(?:\s+thường)?(?=\s*[.,;)]|\s*$)", re.IGNORECASE
        ),
        plainly="",
        examples=(("Thu nợ: ngày 5 hàng tháng như thường lệ, tại xã", "Thu nợ: ngày 5 hàng tháng, tại xã"),),
    ),
)
