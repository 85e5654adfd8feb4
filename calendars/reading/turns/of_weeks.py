"""What the clerk of a week's schedule writes in haste: halves behind the thing, no diacritics, the week ahead."""

import re

from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_LONGEST_WEEK = 10  # days
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)"
_NEXT_WEEK = r"tuần (?:thứ )?(?:\d{1,2}|tới|sau|tiếp theo|kế tiếp)"


def _of_a_week(period: DaySpan | None) -> bool:
    return period is not None and len(period) <= _LONGEST_WEEK


def _each_expected(found: re.Match[str], _period: DaySpan | None) -> str:
    things = found["things"].rstrip(" .;")
    if things.count(")") > things.count("("):
        things = things.removesuffix(")").rstrip(" .;")
    return "; ".join(f"{thing.strip()} (dự kiến)" for thing in things.split(";"))


OF_WEEKS = (
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
            rf"(?:các |những )?(?:ngày )?(?P<days>{_WEEKDAY}(?:\s*(?:,|và|&)\s*{_WEEKDAY}){{1,4}})"
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
