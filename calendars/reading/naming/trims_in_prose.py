"""What whole sentences tell before the name of a thing: why it is held and by whom, and of what it follows."""

import re

from calendars.reading.naming.trim import Trim

_I = re.IGNORECASE

IN_PROSE = (
    Trim(
        name="reason-and-who-holds-it",
        says=("nhân ", "nhằm ", "để ", "do ", "vì ", "trước ", "theo ", "căn cứ ", "thực hiện "),
        pattern=re.compile(
            r"^(?:nhân|nhằm|để|do|vì|trước|theo|căn cứ|thực hiện)\s[^;:.]{3,180}?,\s+[^,;:.\d]{2,60}?\s"
            r"(?:(?:sẽ|quyết định|dự kiến|long trọng)\s+){0,2}(?:tổ chức|mở|triệu tập)\s+(?=\S)",
            _I,
        ),
        heads=True,
        examples=(
            ("Nhân nhiều bạn về quê, nhóm chúng tôi tổ chức buổi gặp mặt", "buổi gặp mặt"),
            ("Theo kế hoạch, xã sẽ mở hội thi", "hội thi"),
        ),
    ),
    Trim(
        name="follows-from-what-was-said",
        says=("do đó", "vì vậy", "vì thế", "do vậy", "theo đó", "cụ thể", "tuy nhiên", "vì lẽ đó", "như vậy"),
        pattern=re.compile(
            r"^(?:do đó|vì vậy|vì thế|do vậy|theo đó|cụ thể|tuy nhiên|vì lẽ đó|như vậy)\s*[,:]?\s+(?:là\s+)?(?=\S)",
            _I,
        ),
        heads=True,
        examples=(("Do đó buổi gặp mặt", "buổi gặp mặt"), ("Cụ thể, kỳ họp thứ 18", "kỳ họp thứ 18")),
    ),
    Trim(
        name="takes-place",
        says=("diễn ra ", "khai mạc "),
        pattern=re.compile(r"^diễn ra\s+(?=\S+\s\S)", _I),
        heads=True,
        examples=(("Diễn ra kỳ họp thứ 18", "kỳ họp thứ 18"),),
    ),
)
