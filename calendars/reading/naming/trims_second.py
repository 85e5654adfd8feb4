"""What is cut off a title second, before the tail of a sentence that tells a change is: in the order of its use.

What followed something else ("Sau lễ II họp Ban Hành giáo") is found by then. See `trims` for what is hard.
"""

import re

from calendars.reading.naming.trim import Trim
from calendars.reading.naming.trims_first import PAPERS

_I = re.IGNORECASE

BEHIND = (
    Trim(
        name="on-the-basis-of",
        says=("theo", "thực hiện", "căn cứ"),
        pattern=re.compile(rf"^(?:theo|thực hiện|căn cứ)\s+{PAPERS}\b[^,;]*,\s*", _I),
        examples=(("Thực hiện Kế hoạch số 12, tập huấn kỹ năng", "tập huấn kỹ năng"),),
    ),
    Trim(
        name="now",
        says=("nay",),
        pattern=re.compile(
            r",?\s*\bnay\s+(?:được\s+)?(?:điều chỉnh|chuyển|dời|lùi|thay đổi|tổ chức|hoãn)?[^,;]*$"
        ),
        examples=(("Hội nghị sơ kết, nay tổ chức", "Hội nghị sơ kết"),),
    ),
    Trim(
        name="meets-at-a-place",  # "Họp tổ trưởng: họp tại hội trường A"
        says=("họp",),
        pattern=re.compile(
            r"(?<=\w)(?<!kỳ)(?<!cuộc)(?<!buổi)(?<!phiên)(?<!dự)(?<!mời)(?<!phòng)(?<!lịch)\s*[:,]?\s+họp$", _I
        ),
        heads=True,
        examples=(
            ("Họp tổ trưởng họp", "Họp tổ trưởng"),
            ("Tiếp xúc cử tri trước kỳ họp", "Tiếp xúc cử tri trước kỳ họp"),
            ("Ban Thường vụ họp", "Ban Thường vụ họp"),
        ),
    ),
    Trim(
        name="opens-at",
        says=("khai mạc", "khai giảng", "bắt đầu"),
        pattern=re.compile(
            r"(?<=\w)(?:\s*[,;]|\.)\s+(?:khai mạc|khai giảng|bắt đầu)(?:\s+(?:lúc|vào|từ))?"
            r"(?:\s+\d{1,2}\s?[hg:]\s?\d{0,2})?$",
            _I,
        ),
        heads=True,
        examples=(
            ("Lớp bồi dưỡng nghiệp vụ thuế, khai giảng lúc 7h30", "Lớp bồi dưỡng nghiệp vụ thuế"),
            ("Hội thi nấu ăn. Khai mạc", "Hội thi nấu ăn"),
        ),
    ),
    Trim(
        name="expected",
        says=("dự kiến ",),
        pattern=re.compile(r"^dự kiến\s+(?:sẽ\s+)?(?:tổ chức\s+)?(?=[^\W\d].{5})", _I),
        examples=(("Dự kiến tổ chức tọa đàm", "tọa đàm"),),
    ),
    Trim(
        name="who-is-asked",
        says=("đề nghị", "yêu cầu", "vui lòng"),
        pattern=re.compile(
            r"^(?:đề nghị|yêu cầu|kính đề nghị|(?:xin\s+)?vui lòng)\s+[^.;]{0,120}?"
            r"(?=\b(?:gửi|nộp|đăng ký|báo cáo|chuẩn bị|hoàn thành|xác nhận|cử|tổng hợp|rà soát|lập)\s)",
            _I,
        ),
        examples=(("Đề nghị các xã gửi danh sách", "gửi danh sách"),),
    ),
    Trim(
        name="who-is-sent",
        says=("cử", "phân công", "bố trí", "mời", "moi "),
        pattern=re.compile(
            r"^(?:(?:cử|phân công|bố trí|(?:xin\s+)?mời|[^.;:,]{0,80}?\bkính mời)\s[^.;:]{2,60}?"
            r"\s(?:tham dự|tham gia|(?:đến|tới|về)\s+dự|dự)"
            r"|(?:kinh\s+)?moi\s[^.;:]{2,60}?\sdu)\s+"  # written without marks
            r"(?!án\b|thảo\b|kiến\b|toán\b)(?=\S+\s\S)",
            _I,
        ),
        examples=(
            ("Cử cán bộ tham dự họp trù bị", "họp trù bị"),
            ("Ban Giám hiệu kính mời phụ huynh đến dự cuộc họp đầu năm", "cuộc họp đầu năm"),
            ("Mời các anh dự thảo luận", "Mời các anh dự thảo luận"),
        ),
    ),
    Trim(
        name="was-invited-to",
        says=("mời",),
        pattern=re.compile(
            r"^(?:[^.;:,\d]{2,70}?\s)??(?:(?:đã|sẽ|cũng|trân trọng|thân)\s+){0,2}mời\s+(?:[^.;:,\d]{2,60}?\s)??"
            r"(?:(?:tham|đến|tới|về)\s+)?dự\s+(?!án\b|thảo\b|kiến\b|toán\b)(?=\S+\s\S)",
            _I,
        ),
        heads=True,
        examples=(
            ("Đã mời dự Hội nghị đối thoại", "Hội nghị đối thoại"),
            ("UBND tỉnh mời dự cuộc họp của lãnh đạo tỉnh", "cuộc họp của lãnh đạo tỉnh"),
            ("Chi hội thân mời các bạn về dự buổi họp mặt", "buổi họp mặt"),
        ),
    ),
    Trim(
        name="only-sends",
        says=("gửi", "nộp", "trình"),
        pattern=re.compile(r",\s*(?:và\s+)?(?:gửi|nộp|trình)(?:\s+về)?$"),
        examples=(("Tổng hợp danh sách, gửi về", "Tổng hợp danh sách"),),
    ),
    Trim(
        name="as-for",
        says=("đối với",),
        pattern=re.compile(
            r"^(?:riêng\s+)?đối với\s+(?=(?:các\s+)?(?:cuộc|hội nghị|phiên họp|buổi|lễ|kỳ họp|chương trình)\b)",
            _I,
        ),
        examples=(("Đối với hội nghị sơ kết", "hội nghị sơ kết"),),
    ),
)
"""Cut off before the tail of a sentence that tells a change is (`notices.title_tails`)."""
