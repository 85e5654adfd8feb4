"""A sentence that tells on what it rests before what is held: "Căn cứ Kế hoạch số 45, Trường tổ chức Lễ A ...".

What a paper rests on announces nothing, and most such lines are nothing else ("Căn cứ ...;"). What is hard is where the
sentence proper begins: behind a comma, with who does it, a verb of holding something, and a time.
"""

import re

from calendars.layouts.timelabels import names_a_day
from calendars.layouts.words import fold

_RESTS_ON = ("Căn cứ ", "Thực hiện ", "Theo đề nghị ", "Xét ", "Được sự ", "Can cu ", "Thuc hien ")
_MAIN = re.compile(
    r"[,;]\s+(?:(?:nay|vì vậy|do đó)[,\s]\s*)?(?P<main>(?:UBND|HĐND|UBMTTQ|MTTQ|[ỦU]y ban|Uỷ ban"
    r"|Hội|Ban|BTC|BCH|BGH|Đoàn|Chi|Liên|Sở"
    r"|Phòng|Nhà|Trường|Công|Tổng|Đảng|Huyện|Tỉnh|Quận|Thành|Thị|Chủ tịch|Giám đốc|Hiệu trưởng"
    r"|Văn phòng|Thường trực|Câu lạc bộ"
    r"|Trung tâm|Viện|Khoa|Bộ|Tòa|Cục|Tổ|Bệnh viện|Thư viện|Trạm|Xã|Phường|Ủy|Lễ|Đại hội|Cuộc"
    r"|Buổi|Phiên|Kỳ|Lớp|Giải|[Cc]ơ quan|[Đđ]ơn vị|[Nn]hà trường|[Cc]húng tôi)\b"
    r"[^,;.\d]{0,90}?\s(?:tổ chức|mời|triệu tập|thông báo|họp|mở|tiếp (?:công )?dân|khai giảng|khai mạc)\b.{6,})",
    re.DOTALL,
)
_ANNOUNCES = re.compile(r"^[^,;:.\d]{2,60}?\sthông báo(?:\s+(?:như sau|việc|về việc))?\s*:?\s+(?=[A-ZĐÀ-Ỹ])")
_AGAIN = re.compile(r"\b(?:hang|moi) (?:tuan|thang|quy|ngay)\b")

_ASKS = ("Đề nghị ", "Kính đề nghị ", "Yêu cầu ", "De nghi ")
_TO_COME = re.compile(
    r"(?:[Kk]ính )?\w+ \w+ [^.:;\d]{2,100}?\s(?:tham dự|đến dự|dự)\s+(?:đầy đủ\s+)?(?P<what>"
    r"(?:cuộc |buổi )?(?:họp|hội nghị|hội thảo|lễ|lớp"
    r"|đại hội|phiên|kỳ họp|chào cờ|tọa đàm|tập huấn|làm việc)\b[^.:;\d]{0,160}?\d{1,2}\s?(?:h|g"
    r"|giờ)[^.;\n]{0,20}\d{1,2}/\d.*)",
    re.IGNORECASE | re.DOTALL,
)


def behind_its_basis(text: str) -> str:
    """The sentence proper of a text that begins with what it rests on; the text where it tells nothing else.

    Of one that asks people to come it is what they come for ("Đề nghị các đồng chí tham dự cuộc họp A vào 8h00 ...").
    """
    if text.startswith(_ASKS):
        asked = _TO_COME.match(text)
        return f"{asked['what'][0].upper()}{asked['what'][1:]}" if asked else text
    if not text.startswith(_RESTS_ON) or text.rstrip().endswith(";"):
        return text
    found = _MAIN.search(text)
    if found is None:
        return text
    main = _ANNOUNCES.sub("", found["main"], count=1)
    return main if names_a_day(main) or _AGAIN.search(fold(main)) else text
