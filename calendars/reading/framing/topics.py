"""What every row of a list is, by the title of the paper or the sentence above the list: "Tiếp xúc cử tri".

What is hard is that most titles name no one thing: a week's schedule holds meetings of all kinds. So only what is told
in rounds counts, a thing that is the same wherever and for whomever it is.
"""

import re

from calendars.documents.document import Line
from calendars.layouts.shapes import names_a_room
from calendars.layouts.words import fold
from calendars.reading.framing.frame import Frame

_TOPIC = re.compile(
    r"^.*?\b(?:lịch|quy định|thông báo lịch)\s+(?:thời gian\s+)?"
    r"(?P<topic>(?:tiếp|sinh hoạt|trực|họp|giao ban|tiêm|khám|thi|kiểm tra|giám sát"
    r"|tập huấn|giao dịch|phỏng vấn|bảo vệ|diễn tập|xét xử|tư vấn|tuyên truyền|cấp phát|chi trả|thu gom|phục vụ"
    r"|trợ giúp|hỗ trợ)\s.+)$",
    re.IGNORECASE,
)
_TOPIC_END = re.compile(
    r"\s+(?:\d{1,2}\s+)?(?:tháng|quý|năm|tuần|định kỳ năm|từ ngày|của)\b.*$|\s*\(.*$", re.IGNORECASE
)
_NAMED_ON = r"(?: [^\W\d]+){0,4}?"
_TOLD_BEFORE = r"lịch|kế hoạch|chương trình|thời gian|tổ chức"
_BEHIND = (
    "trước|sau|của|tại|cho|ở|đợt|lần|tháng|quý|năm|tuần|kỳ|từ|trên|với|theo|giữa|cuối|đầu|như|cụ thể|định kỳ"
)
_IN_ROUNDS = re.compile(  # of each place or group the same
    rf"\b(?:{_TOLD_BEFORE})\s+(?:(?:tổ chức|chi tiết|cụ thể|các|hội nghị|đợt|buổi|công tác)\s+){{0,4}}"
    r"(?P<topic>tiếp xúc cử tri"
    r"|đối thoại(?: trực tiếp)? với (?:nhân dân|công nhân|thanh niên|nông dân|doanh nghiệp)"
    rf"|tiêm(?: chủng| phòng| vắc[- ]?xin){_NAMED_ON}|khám (?:sức khỏe|bệnh|tuyển|sàng lọc){_NAMED_ON}"
    rf"|chi trả (?:lương hưu|trợ cấp|chế độ){_NAMED_ON}|thu gom rác(?: thải)?|lấy mẫu(?: xét nghiệm)?|xét nghiệm"
    rf"|cấp (?:phát )?(?:căn cước|thẻ|gạo){_NAMED_ON}|thu (?:thuế|phí|tiền điện){_NAMED_ON}"
    r"|chiếu phim(?: lưu động)?|hiến máu(?: tình nguyện)?|ngày hội đại đoàn kết(?: toàn dân tộc)?"
    r"|xét xử(?: lưu động)?|trợ giúp pháp lý(?: lưu động)?|giao dịch(?: xã| lưu động)?)"
    rf"(?=\s*(?:[(:,;.–-]|$|\b(?:{_BEHIND})\b))",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:(?:bao )?gom(?: co)?|danh cho|cho|doi voi|cu tri|tai|o)\s*:?\s+")
_COUNTED = re.compile(r"\s*\(\d+ [^\W\d]+ ?[^\W\d]*\)")  # "(30 cử tri)"
_LEADS = ":"
_LINES = 12
_WHERE = re.compile(
    r"(?:tru so|ubnd|nha (?:van hoa|sinh hoat)|nvh|hoi truong|tram y te|truong |san |dinh |cho |trung tam|nha )"
)
_AREA = re.compile(
    r"(?:(?:cac )?(?:xa|phuong|thi tran|thi xa|quan|huyen|thanh pho|tp|thon|ap|khom|khu pho|to dan pho|ban|buon|xom|khu"
    r"|cum|khoi|lop|to|don vi bau cu|dvbc|diem)\b\W{0,2}\s*(?=\S))"
)
_PARTED = re.compile(r"[;:]|\d\s?[h:/]\s?\d")
_LONGEST = 120


def roster_topic(frame: Frame) -> str | None:
    """What every item of a roster is, by the document's title ("LỊCH TIẾP CÔNG DÂN QUÝ III")."""
    found = _TOPIC.match(frame.title or "")
    if found is None:
        return None
    return _capitalised(_TOPIC_END.sub("", found["topic"]).strip(" -:,"))


def told_in_rounds(frame: Frame) -> str | None:
    """What is held in one place after the other, by the title or the sentence above the list; None for other lists."""
    above = [frame.title or ""]
    above += [
        block.text
        for block in frame.body[:_LINES]
        if isinstance(block, Line) and (block.text[-1:] == _LEADS or " như sau" in block.text)
    ]
    found = next((found for text in above if (found := _IN_ROUNDS.search(text))), None)
    return _capitalised(found["topic"]) if found else None


def of_round(topic: str, title: str) -> str | None:
    """The title of a row that names only a place or a group ("xã Hòa An"), with what is held; None for any other."""
    if led := _FOR.match(fold(title)):
        title = title[led.end() :]
    title = _COUNTED.sub("", title)
    folded = fold(title)
    if len(title) > _LONGEST or _PARTED.search(title) or fold(topic) in folded:
        return None
    name = f"{title[:1].lower()}{title[1:]}" if title[1:2].islower() else title
    if is_a_place(title):
        return f"{topic} tại {name}"
    return f"{topic} {name}" if _AREA.match(folded) else None


def is_a_place(title: str) -> bool:
    """Whether a title is nothing but a room or a building."""
    folded = fold(title)
    return names_a_room(folded) or _WHERE.match(folded) is not None


def _capitalised(topic: str) -> str:
    return topic.capitalize() if topic.isupper() else topic[:1].upper() + topic[1:]
