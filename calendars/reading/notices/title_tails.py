"""What is left at the end of a title of a sentence that told a change: "... dời, giờ không đổi", "... trùng lịch nên".

Times have been cut out of it; what stays the same, why it is moved, and that it is held at all, names nothing. What is
hard is "tổ chức", which is the verb of such a sentence as well as a noun ("Họp bàn kế hoạch tổ chức").
"""

import re
from collections.abc import Callable

_MOVED = r"(?:,?\s+(?:chuyển|dời|lùi)(?:\s+(?:lại|lịch))?)?"
_WHAT = r"(?:giờ|ngày|địa điểm|thời gian|thành phần|nội dung)"
_STAYS = re.compile(
    rf"{_MOVED}[:,]?\s+(?:vẫn|thì)(?:\s+(?:được\s+)?"
    r"(?:xét xử|thi đấu|khai mạc|sinh hoạt|tiến hành|thực hiện|tổ chức|diễn ra|họp|giữ nguyên|như (?:cũ|kế hoạch)"
    r"|không (?:có gì )?(?:thay )?đổi))?"
    r"(?:\s+(?:bình thường|(?:theo|như) (?:lịch|kế hoạch|dự kiến|thông báo|giấy mời|cũ)"
    r"(?: (?:cũ|ban đầu|(?:đã )?(?:gửi|báo|định|thông báo|ban hành|mời)))?))?$"
    r"|,?\s+không (?:có (?:gì )?)?(?:thay )?đổi$"
    r"|[:,]?\s+(?:(?:vẫn|nhưng|thì)\s+){0,3}(?:được )?chuyển (?:từ (?:hình thức )?trực tiếp )?"
    r"sang (?:hình thức )?(?:họp |tổ chức )?(?:trực tuyến|online)$"
)
_STAYING = ("vẫn", " thì", " không ", " sang ")
_REST_STAYS = re.compile(  # "Họp A dời, giờ và địa điểm không đổi", "Họp A dời, vẫn lúc 8h00"
    rf"{_MOVED},\s+(?:{_WHAT}(?:(?:,| và) {_WHAT})*(?: họp)? (?:vẫn )?(?:không (?:thay )?đổi|giữ nguyên|như cũ)"
    r"|vẫn (?:vào )?(?:lúc|từ)\s[^,;]{0,20})$",
    re.IGNORECASE,
)
# "Diễn tập vẫn như cũ, ba mẹ đưa các con đến ...": what else is said of it comes behind.
_STAYS_AND = re.compile(
    r",?\s+(?:vẫn\s+(?:được\s+)?(?:giữ nguyên|như (?:cũ|kế hoạch|lịch(?: cũ)?)"
    r"|(?:tổ chức|diễn ra) (?:bình thường|như cũ))|không (?:có (?:gì )?)?thay đổi)\s*[,;.]\s.*$",
    re.DOTALL,
)
# "Phiên tiếp công dân trùng vào thứ Bảy nên ...", "Lớp tập huấn bị trùng lịch học nên ..."
_MET_ANOTHER = re.compile(
    r"(?<!khử)(?<!tiệt),?\s+(?:do\s+|vì\s+|bị\s+)?(?:trùng|rơi)\s[^,;]{0,60}?(?:nên|thì|do đó|vì vậy)?$"
)
_SOMEBODY_SAYS = re.compile(
    r",\s+[^\W\d][^,;:]{2,30}\s(?:báo|thông báo|đề nghị|xin)(?: lại)?$"
)  # "..., bệnh viện báo"
_UNTIL_TOLD = re.compile(  # "Hội thảo HOÃN đến khi có thông báo mới"
    r"[\s:,]+(?:tạm\s+)?(?:hoãn|dừng|nghỉ)\s+(?:cho\s+)?(?:đến|tới)\s+khi\s+có\s+(?:thông báo|lịch)(?:\s+mới)?$",
    re.IGNORECASE,
)
_SOONER = re.compile(  # "Hội nghị người lao động sẽ họp sớm hơn 01 ngày"
    r",?(?:\s+(?:sẽ|được|dự kiến|nay))*(?:\s+(?:họp|tổ chức|diễn ra|khai giảng|khai mạc))?\s+(?:sớm|muộn|chậm)\s+hơn"
    r"(?:\s+(?:so với\s+)?(?:dự kiến|kế hoạch|lịch))?(?:\s+\d{1,2}\s+(?:ngày|tuần|tháng|giờ|phút|tiếng))?$"
)
_INTO_ONE = re.compile(r",?\s+thành (?:một|0?1) (?:cuộc họp|cuộc|buổi|hội nghị|phiên|lớp)(?: chung)?$")
_IS_HELD = re.compile(r"\s+(?:(?:dự kiến|sẽ|được)\s+)*(?:tổ chức|diễn ra)(?:\s+trong)?$")
# Before "tổ chức" these make it a noun, or a verb that is somebody's: "Họp bàn kế hoạch tổ chức", "do tỉnh tổ chức".
_NOT_HELD = re.compile(
    r"(?:\bdo\s+[^,;]{2,60}|\b(?:ban|công tác|kế hoạch|phương án|việc|các|phối hợp|phân công|bộ máy|chuẩn bị"
    r"|tham mưu|kiện toàn|xây dựng|cơ quan|về|do|và)|,)$",
    re.IGNORECASE,
)


def without_tail(text: str, names: Callable[[str], bool]) -> str:
    """The title without such a tail; `names` tells whether what would be left names something that is held."""
    if text.endswith(("đổi", "nguyên", "cũ")) or ", vẫn " in text:
        text = _REST_STAYS.sub("", text) or text
    if (found := _STAYS_AND.search(text)) and names(text[: found.start()]):
        text = text[: found.start()]
    if any(map(text.__contains__, _STAYING)):
        text = _STAYS.sub("", text) or text
    if "trùng " in text or "rơi " in text:
        text = _MET_ANOTHER.sub("", text) or text
    if text.endswith(("báo", "nghị", "xin", "lại")) and (found := _SOMEBODY_SAYS.search(text)):
        text = text[: found.start()] if names(text[: found.start()]) else text
    if " khi " in text:
        text = _UNTIL_TOLD.sub("", text) or text
    if " hơn" in text:
        text = _SOONER.sub("", text) or text
    if " thành " in text:
        text = _INTO_ONE.sub("", text) or text
    if text.endswith(("tổ chức", "diễn ra", " trong")) and (found := _IS_HELD.search(text)):
        before = text[: found.start()]
        if names(before) and _NOT_HELD.search(before) is None:
            text = before
    return text
