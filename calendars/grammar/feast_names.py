"""Days that name something and tell no time: holidays by their numbers, and the feast that a thing is held for.

"Tọa đàm 20/11: sáng 18/11" is held on the second of its days; "Tọa đàm 20/11" alone is held on that one.
"""

from calendars.grammar.masks import DATE, mask

_FEAST = (
    r"(?:0?8/0?3|20/10|20/11|22/12|0?1/0?6|26/0?3|27/0?7|0?3/0?2|19/0?5|30/0?4|0?1/0?5|0?2/0?9|19/0?8|21/0?6|27/0?2|28/0?6"
    r"|10/10|15/0?5|18/11|13/10|14/10)(?![/\d]| ?[-–] ?\d)"
)
_HELD = (
    r"(?:tọa đàm|toạ đàm|gặp mặt|họp mặt|mít tinh|mittinh|tổ chức|lễ|hội thi|hội diễn|văn nghệ|liên hoan|tri ân"
    r"|hội thao|giao lưu|kỉ niệm|cúp|cup|giải|vui|quà|sinh hoạt|hội trại|ngày hội|sinh nhật bác(?: hồ)?)"
)
_TELLS_WHEN = (
    r"(?:(?:[:(] ?|(?<!\w)(?:(?:ngày|sáng|chiều|tối|trưa|từ|trước|đến|cn|chủ nhật|thứ \w+|giờ|\d{1,2}[hg:]\d{0,2}),? ))"
    r"(?:\d{1,2}(?: ?[-–,] ?| và )){0,3}\d{1,2}/\d{1,2}(?!\d)"
    r"|: ?(?:dự kiến )?(?:thượng|trung|hạ|đầu|giữa|cuối) (?:tuần|tháng))"
)

FEAST_NAME_RULES = (
    mask(
        "holiday-by-its-number",
        "occasion",
        r"(?:trực|nghỉ|phục vụ|dịp)(?: nghỉ)? lễ \d{1,2}/\d{1,2}(?:(?: và|,| -) \d{1,2}/\d{1,2})? ?:",
        "trực lễ 2/9:",
        "nghỉ lễ 30/4 và 01/5:",
        but_not=("nghỉ lễ 2/9, làm bù",),
    ),
    mask(
        "day-made-up-for",
        "occasion",
        rf"bù cho (?:ngày )?{DATE}(?: (?:vào|là) (?:thứ [^\W_]+|chủ nhật)(?!,? (?:ngày )?\d))?",
        "bù cho ngày 30/4 vào Chủ nhật",
        but_not=("làm bù vào ngày 04/5",),
    ),
    mask(
        "feast-that-it-is-for",
        "occasion",
        rf"{_HELD} {_FEAST}(?=[^;.\n/]{{0,90}}?{_TELLS_WHEN})",
        "tọa đàm 20/11: sáng 18/11",
        "liên hoan 1/6, 18h30 ngày 31/5",
        but_not=("tọa đàm 20/11, gặp mặt 22/12", "tổ chức 1/6", "mít tinh 20/11 lúc 7h30; họp ngày 21/11"),
    ),
)
