"""Titles in a notice of change without the words that say what is changed (reference sections A.8 and F.1).

"Họp phụ huynh dời, vẫn" is "Họp phụ huynh", "THÊM buổi tọa đàm" is "Buổi tọa đàm". What is hard is that the same verbs
are in names: "Lễ chuyển giao", "Hội nghị chuyển đổi số", "Hội thảo đổi mới sáng tạo".
"""

import re
import unicodedata

from calendars.reading.naming.titles import has_head

_LEADS = re.compile(
    r"(?:(?:cụ thể|theo đó|ngoài ra|đồng thời|riêng|cùng ngày|(?:riêng\s+)?tháng \d{1,2}(?:/\d{4})?),?\s+)?"
    r"(?:(?:(?:bố trí |tổ chức )?(?:bổ sung|thêm)(?:\s+\d{1,2})?|bỏ|hủy(?:\s+bỏ)?|huỷ|hoãn|tạm hoãn"
    r"|dời|rời|đổi|lùi|chuyển|đính chính|điều chỉnh|thay đổi|giữ nguyên|rút|tạm (?:dừng|ngừng)"
    r"|(?:không|chưa) (?:tiến hành|tổ chức))"
    r"(?:,?\s+(?:lịch|thời gian|giờ|ngày|địa điểm|và|tổ chức))*\s*(?::\s*|\s+)"
    r"|(?:giờ|thời gian|địa điểm|ngày(?= tổ chức| diễn ra))(?:\s+(?:tổ chức|diễn ra|của))*\s+)",
    re.IGNORECASE,
)
_WHY = re.compile(  # "Do dịch bệnh, Hội lùi Đại hội điểm"
    r"(?:tuy nhiên,?\s+)?(?:(?:do|vì)\s[^,;]{3,100},\s+|nay\s+)(?:[^,;]{2,40}?\s+)??"
    r"(?=(?:lùi|dời|rời|hoãn|chuyển|hủy|huỷ|đổi|điều chỉnh)\s)",
    re.IGNORECASE,
)
_SO = re.compile(  # "Trong điều kiện dịch còn phức tạp nên việc tổ chức hội nghị thường niên"
    r"(?:(?:tuy nhiên|nhưng|song|(?:năm|tháng|tuần|đợt) (?:nay|này)),?\s+){0,2}"
    r"(?:trong điều kiện|trong bối cảnh|trước|do|vì)\s[^;]{5,300}?\snên (?:việc )?(?:tổ chức )?(?=\S)",
    re.IGNORECASE,
)
_ASKS = re.compile(  # "Văn phòng xin đính chính thời gian Hội thảo A"
    r"(?:[^,;:.\d]{2,40}?\s)?(?:xin(?: phép)?|thông báo)\s+"
    r"(?=(?:lùi|dời|rời|hoãn|chuyển|hủy|huỷ|đổi|điều chỉnh|thay đổi|đính chính|tạm|thời gian)\s)",
    re.IGNORECASE,
)
_VERB = (
    r"(?:chuyển|dời|rời|lùi|(?:tạm\s+)?hoãn|đẩy(?:\s+(?:sớm|lên|lùi|lại))?|đổi|thay đổi|điều chỉnh|giữ nguyên"
    r"|(?:không|chưa) (?:có (?:gì )?)?(?:thay )?đổi|(?:không|chưa) (?:còn )?(?:tổ chức|tiến hành|thực hiện|họp|diễn ra)"
    r"|ấn định|tổ chức lại|không còn|chậm lại|hủy(?:\s+bỏ)?|huỷ|(?:tạm\s+)?(?:nghỉ|dừng)|cancel)"
)
_SMALL = (
    r"(?:sang|đến|vào|lại|về|ra|lên|xuống|thành|qua|hẳn|nữa|nhưng|vẫn|ạ|nhé|thêm|từ|so với (?:lịch|kế hoạch)\s?\w*"
    r"|cùng (?:ngày|giờ|địa điểm)|sớm hơn|muộn hơn|gì|hết|cả|thời gian|giờ|lịch|địa điểm|(?:ngày )?tổ chức"
    r"|(?:\d{1,2}|một|hai) (?:ngày|tuần|tháng|giờ|tiếng)|vô thời hạn"
    r"|như (?:kế hoạch|dự kiến|lịch|đã (?:thông báo|báo|định|gửi)))"
)
_TAIL = re.compile(
    rf"\s*[,:;–-]?\s+(?:(?:nay|nhưng|được|bị|sẽ|đã|vẫn|thì|cũng|xin|cho|mà|phải)\s+)*{_VERB}(?:\s+{_SMALL})*"
    r"\s*(?:$|[,;.:(].*$|(?<=\s)(?:vì|do|cho phù hợp)\s.*$)",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"\s*\((?:đã\s+|tạm\s+)*(?:hoãn|hủy|huỷ|chuyển|dời|lùi)\b[^()]*\)\s*$"
    r"|\s*\((?:bổ sung|phát sinh|lịch mới|mới|không đổi|giữ nguyên)\)\s*$"
    r"|[\s,]*\s[–-]\s*(?:bổ sung|phát sinh|mới|không (?:thay )?đổi|giữ nguyên)\s*$",
    re.IGNORECASE,
)  # "Tiếp đoàn (hủy do đoàn đổi kế hoạch)"
_THIS_TIME = re.compile(r"\s*[,:–-]\s+(?:tuần|tháng|đợt|kỳ|lần) này$", re.IGNORECASE)
_BITS = re.compile(  # with small letters: "Tân Thành" and "Hải Qua" are names
    r",?\s+(?:phải|qua|lẽ ra(?: họp)?|đáng lẽ|trước đây(?: (?:đã )?(?:báo|thông báo|hẹn|định|dự kiến))?(?: là)?"
    r"|theo đúng (?:kế hoạch|lịch)|(?<!khánh )(?<!hoàn )"
    r"(?<!trưởng )(?<!tạo )thành"
    r"|(?:thêm|chậm lại|lùi lại) (?:\d{1,2}|một|hai) (?:ngày|tuần|tháng)|như đã (?:ghi|thông báo|báo|gửi))$"
)
_STILL = re.compile(
    r"\s*[,:;–-]?\s+(?:(?<=\d )định|dự định|sẽ|lẽ ra(?: khai mạc)?|nay|vẫn|nhưng|thì|xuống"
    r"|từ|sang|cũng|xin(?! ph)"
    r"|(?<!chợ )(?<!cầu )(?<!nhà )(?<!đường )(?<!trú )(?<!đình )tạm)\s*$",  # "Khảo sát chợ tạm" is a name
    re.IGNORECASE,
)
_NOT_RECEIVED = re.compile(  # "Văn phòng thông báo Chủ tịch xã không tiếp công dân"
    r"[^;]{0,100}?\bkhông (?:tổ chức )?(?P<what>tiếp (?:công )?dân)\b[^;]{0,60}", re.IGNORECASE
)
_ITS_TIME = re.compile(
    r",\s+(?:thời gian|giờ|ngày|lịch|địa điểm)(?:\s+(?:họp|tổ chức|khai mạc))?$", re.IGNORECASE
)
_INSTEAD = re.compile(
    r",?\s+(?:thay (?:cho|vì)|(?:chứ )?không phải)(?:\s+(?:cho|như|theo|là|(?:thời gian|lịch|giờ|ngày)(?= đã| cũ"
    r"|$))\b[^,;]*"
    r"|\s*)$",
    re.IGNORECASE,
)
_AS_TO_NAME = re.compile(r"\s+(?:này|nói trên|nêu trên)$")
_HELD_BY = re.compile(r"\s+(?:sẽ\s+|dự kiến\s+|đã\s+)?(?:được|do)\s+[A-ZĐÀ-Ỹ][^,;]{1,60}?(?:\s+tổ chức)?$")
_HOW = re.compile(
    r"\s+(?:được\s+)?chuyển\s+từ\s+(?:hình thức\s+)?(?:trực tiếp|tập trung|trực tuyến)$", re.IGNORECASE
)
_AS_TOLD = re.compile(
    r"(?:theo (?:lịch|kế hoạch|thông báo)(?: đã (?:thông báo|gửi))?,|liên quan (?:đến|tới)|đối với"
    r"|[(\[]?thông báo[)\]]?:?)\s+",
    re.IGNORECASE,
)
_REASON = re.compile(
    r",?\s+(?:do|vì)\s[^,;]{3,80}\snên\s*$|\s+theo (?:lịch|kế hoạch)(?:\s+tổ chức)?\s*$", re.IGNORECASE
)
_BECAUSE = re.compile(r",\s+(?:do|vì)\s(?![^,;]*\b(?:tổ chức|chủ trì|phụ trách|thực hiện)\b)[^,;]{3,80}$")
_FOR_WANT_OF = re.compile(  # "Hội nghị thường niên do chưa đủ phiếu"
    r",?\s+(?:do|vì)\s+(?:chưa|không|trùng|mưa|bão|lũ|thời tiết|dịch|bận|thiếu|lý do|ảnh hưởng|nắng|rét|có|phải|nghỉ"
    r"|hội trường|phòng họp|sửa|mất)\b[^;]{2,100}$"
    r"|,?\s+để\s+(?:sửa|nâng cấp|bảo trì|cải tạo|di chuyển|chuyển|phòng dịch|phòng, chống)\b[^;]{2,80}$"
)
_CALLS_OFF = re.compile(r"(?:hủy|huỷ|(?:tạm\s+)?hoãn|chưa tổ chức)\b", re.IGNORECASE)  # in no name
_A_NAME = 2  # words
ONLY_MOVED = re.compile(rf"(?:(?:nay|được|sẽ|đã|xin|từ)\s+)*{_VERB}(?:\s+{_SMALL})*\W*", re.IGNORECASE)
"""What is left of "chuyển từ 15/4 sang 17/4" without its times."""


def _bare(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern for a title that was typed without diacritics."""
    parted = unicodedata.normalize("NFD", pattern.pattern.replace("đ", "d"))
    return re.compile("".join(c for c in parted if not unicodedata.combining(c)), pattern.flags)


def without_change(title: str) -> str:
    """The title without leading and closing words of a change; as it is where nothing that is a name would be left.

    A text typed without diacritics is left its first words, since "doi" and "huy" are of names as well.
    """
    title = _BRACKET.sub("", title) or title
    if (receives := _NOT_RECEIVED.fullmatch(title)) is not None:
        return _begun_large(receives["what"])
    if title.isascii() and " " in title:
        found = _BARE_TAIL.search(title)
        title = title[: found.start()] if found and _is_a_name(title[: found.start()]) else title
        led = _BARE_LEADS.match(title)
        return _begun_large(title[led.end() :]) if led and has_head(title[led.end() :]) else title
    if " nên " in title and (so := _SO.match(title)) and has_head(title[so.end() :]):
        title = title[so.end() :]
    why = _WHY.match(title)
    why = why or _ASKS.match(title)
    led = _LEADS.match(title, why.end() if why else 0)
    if led is not None and (
        _CALLS_OFF.match(led[0])
        or ":" in led[0]
        or has_head(title[led.end() :])
        or re.match(r"buổi|cuộc", title[led.end() :])
    ):
        title = title[led.end() :]
    if (told := _AS_TOLD.match(title)) and _is_a_name(title[told.end() :]):
        title = title[told.end() :]
    if title[:5].lower() == "lịch " and has_head(title[5:]):
        title = title[5:]  # "Lịch giao ban hoãn lại"
    for pattern in (
        _BECAUSE,
        _HELD_BY,
        _AS_TO_NAME,
        _THIS_TIME,
        _INSTEAD,
        _ITS_TIME,
        _BITS,
        _HOW,
        _TAIL,
        _STILL,
        _BITS,
        _REASON,
        _REASON,
        _FOR_WANT_OF,
    ):
        found = pattern.search(title)
        if found is not None and _is_a_name(title[: found.start()]):
            title = title[: found.start()]
    return _begun_large(title.strip(" ,;:–-"))


def _begun_large(title: str) -> str:
    return title[:1].upper() + title[1:]


_BARE_LEADS = _bare(_LEADS)
_BARE_TAIL = re.compile(
    rf"(?:{_bare(_TAIL).pattern})|\s*[,:;-]?\s+(?:nay|van|nhung|(?<=\d )dinh|du dinh|tam)\s*$", re.IGNORECASE
)


_PLACE_TAIL = re.compile(
    r"\s*[-–,(:]?\s+(?:(?:vẫn|tạm|nay|được|sẽ|bị)\s+)?(?:không (?:tổ chức|thực hiện|họp|diễn ra|tiến hành|"
    r"(?:thay )?đổi)"
    r"|giữ nguyên|như cũ|hoãn|hủy|huỷ|dời|lùi|chuyển(?= sang|$)|thay (?:cho|vì)(?!\w))\b.*$",
    re.IGNORECASE,
)


_LEFT_OVER = re.compile(r"\s+(?:sẽ|nay|được|vẫn|tạm|bị|đã)(?:\s+(?:được|phải|tạm))?$", re.IGNORECASE)


_SAME_AS_TOLD = re.compile(r"(?:tại\s+)?(?:địa điểm|nơi)\s+(?:mới|trên|nêu trên|nói trên|cũ)", re.IGNORECASE)


def place_without_change(place: str | None) -> str | None:
    """A place without what is told behind it of a change ("hẻm 12 không thực hiện")."""
    if place is None:
        return None
    if _SAME_AS_TOLD.fullmatch(place):
        return None
    bare = _PLACE_TAIL.sub("", _LEFT_OVER.sub("", place))
    return bare.rstrip(" )") if bare.count(")") > bare.count("(") else bare or place


def _is_a_name(text: str) -> bool:
    return has_head(text) or len(text.split()) >= _A_NAME
