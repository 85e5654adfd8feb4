"""Places that stand behind a time: by their names alone ("Giao ban, 8h00, TH Kim Đồng"), below one label."""

import re

from calendars.reading.turns.turn import Turn

_PLACE_BY_NAME = r"(?:TH|THCS|THPT|MN|MG|NVH|TTVH)\s+[A-ZĐÀ-Ỹ]|UBND\s|các\s+(?:trường|xã|thôn|điểm|đơn vị)\b"
_DOES = r"(?:họp|tổ chức|làm việc|tiếp|dự|kiểm tra|khai mạc|phối hợp|đi|thăm|ra quân|triển khai|mở|nộp|gửi)"
_NAMED_BEHIND_SIGN = re.compile(rf"[-–,]\s+(?:{_PLACE_BY_NAME})")

PLACES_BEHIND = (
    Turn(
        name="at-the-same-place-too",
        says=("cũng tại ", "cũng ở "),
        pattern=re.compile(
            r"\s*,?\s+cũng (?:tại|ở) (?:địa điểm|nơi|hội trường) (?:nêu |nói )?(?:trên|này)(?=\s*[.;,)]|\s*$)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(("Họp lại ngày 27/4/2025, cũng tại địa điểm trên.", "Họp lại ngày 27/4/2025."),),
    ),
    Turn(
        # A place behind the time keeps its own words ("tại", "ở").
        name="label-of-time-and-place",
        says=("địa điểm",),
        pattern=re.compile(
            r"\b(?P<label>thời gian)(?:,| và| &|\s?[-–/])\s*địa điểm(?: (?:tổ chức|họp|học|tập huấn))?\s*:",
            re.IGNORECASE,
        ),
        plainly=r"\g<label>:",
        examples=(
            (
                "Họp giao ban. Thời gian, địa điểm: 14h00 tại phòng họp số 2",
                "Họp giao ban. Thời gian: 14h00 tại phòng họp số 2",
            ),
            ("Họp quân. Thời gian và địa điểm họp: 8h00, tại xã", "Họp quân. Thời gian: 8h00, tại xã"),
            ("Thời gian: 8h00; địa điểm: UBND xã", "Thời gian: 8h00; địa điểm: UBND xã"),
        ),
    ),
    Turn(
        # The place is one by its name alone.
        name="place-behind-dashes",
        says=(" - ", " – ", "h, ", "0, ", "cả ngày"),
        pattern=re.compile(
            r"(?P<time>[\s,](?:(?:(?<=,)|[-–](?<=\s[-–]))\s+"
            r"(?:\d{1,2}\s?(?:h|g|giờ)\s?\d{0,2}|(?:ngày\s+)?\d{1,2}/\d{1,2}|sáng|chiều|tối)"
            r"|(?<=\s)\(cả ngày\)))"
            rf"(?:\s+[-–]|,)\s+(?={_PLACE_BY_NAME})(?![^,;.\n]{{2,50}}\s{_DOES}\s)"
        ),
        plainly=r"\g<time> tại ",
        holds=lambda text, _: _NAMED_BEHIND_SIGN.search(text) is not None,
        examples=(
            ("Chuyên đề Toán - 14h00 - THCS Hồng Bàng", "Chuyên đề Toán - 14h00 tại THCS Hồng Bàng"),
            ("Giao ban, 8h00, TH Kim Đồng", "Giao ban, 8h00 tại TH Kim Đồng"),
            ("Thứ hai, 8h00, UBND xã họp giao ban", "Thứ hai, 8h00, UBND xã họp giao ban"),
            ("Kiểm tra - 21/5 - các trường mầm non", "Kiểm tra - 21/5 tại các trường mầm non"),
        ),
    ),
)
