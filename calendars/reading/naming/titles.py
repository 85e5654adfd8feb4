"""From the words of an item to a title as a person would write it in a calendar (reference section F.1).

Times, places and people have been cut out before; here leading verbs go ("Phối hợp tổ chức Hội thảo ..."), what
makes the title long goes in a fixed order, and the first letter becomes a capital. Names in quotation marks are
never cut.
"""

import re
from functools import lru_cache

from calendars.layouts.words import fold
from calendars.reading.notices.title_tails import without_tail
from calendars.reading.spans import BLANKS, inside, quotations
from calendars.reading.words import item_words

LONGEST = 90

_A_FEW = 15  # letters
_WAS_TOLD = re.compile(r",?\s+(?:như\s+|theo lịch\s+)?đã thông báo(?:\s+(?:trước đây|trước đó|trước))?\s*$")
# What is left of "..., bắt đầu lúc 19h30" told behind the place.
_BEGINS = re.compile(
    r"[\s:,]+bắt đầu (?:(?:từ|lúc|vào) )*\d{1,2} ?(?:h|g|giờ|:) ?\d{0,2}(?: phút)?$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"^\(\d{1,2}\)\s+(?=\S)")  # "(1) Cuộc họp Đảng ủy lùi sang 16h00"
_REASON = re.compile(r"^(?:do|vì)\s[^,;:.]{3,80},\s+(?=\S)", re.IGNORECASE)
_INTERJECTION = re.compile(r"^(?:à|dạ|ạ|ôi|quên)\b[^,:;.]{0,25},\s+(?=\S)", re.IGNORECASE)  # "À em nhầm, ..."
_HOW_LONG = re.compile(  # "Tập huấn nghiệp vụ, 02 ngày"
    r"\s*(?:[,;–-]\s*|\s(?=trong|kéo dài|thời gian))(?:(?:trong|kéo dài|(?:trong )?thời gian)[\s:]+)?"
    r"\d{1,2}(?:[,.]5)?\s+ngày$",
    re.IGNORECASE,
)
_TRAILING = f"{BLANKS},;:.-–/"
_WITH_WHOM = re.compile(r"^(?:(?:cùng|với)\s+)(?P<who>[^,:;]{2,60}?)\s+(?=tổ chức\b)", re.IGNORECASE)
_ASKED = re.compile(
    r"^(?:đề nghị|yêu cầu|kính đề nghị)\s+[^.;]{0,120}?"
    r"(?=\b(?:gửi|nộp|đăng ký|báo cáo|chuẩn bị|hoàn thành|xác nhận|cử|tổng hợp|rà soát|lập)\s)",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"^(?:(?:cử|phân công|bố trí|(?:(?:trân trọng|xin)\s+)?(?:kính\s+)?mời)\s[^.;:]{2,60}?"
    r"\s(?:tham dự|tham gia|(?:đến|tới|về)\s+dự|dự)"
    r"|(?:kinh\s+)?moi\s[^.;:]{2,60}?\sdu)\s+"  # written without marks
    r"(?!án\b|thảo\b|kiến\b|toán\b)(?=\S+\s\S)",
    re.IGNORECASE,
)
_WHO_ATTENDS = re.compile(r"^(?:đại biểu|các đồng chí)\s+(?:(?:về|đến|tham)\s+)?dự\s+(?=\S)", re.IGNORECASE)
_ONLY_SENDS = re.compile(r",\s*(?:và\s+)?(?:gửi|nộp|trình)(?:\s+về)?$")
_PHONE = re.compile(
    r"[\s,;(]+(?:(?:số )?(?:điện thoại|đt|sđt|zalo|máy)\W*)?\(?0\d{2,4}([ .-]?)\d{3}[ .-]?\d{3,4}\)?(?!\d)",
    re.IGNORECASE,
)
_PHONES = re.compile(r"0\d[\d .-]{7}")
_THUS = re.compile(
    r"^(?:theo đó|do đó|vì vậy|như vậy|ngoài ra|bên cạnh đó|đồng thời),\s+(?=\S)", re.IGNORECASE
)
_SAME_DAY = re.compile(r"[\s:,]+cùng(?: ngày)?$")  # "Khối 8: 14h00 cùng ngày"
_AFTER_IT = re.compile(  # "Sau cuộc họp, các thôn báo cáo nhanh"
    r"^sau (?:khi )?(?:kết thúc )?(?:(?:cuộc |buổi |phiên )?họp|hội nghị|buổi làm việc)(?: (?:này|trên|kết thúc))?,"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
_ON_THE_BASIS = re.compile(
    r"^(?:theo|thực hiện|căn cứ)\s+(?:Giấy mời|Kế hoạch|Công văn|Công điện|Thông báo|Quyết định|Nghị quyết|Chỉ thị"
    r"|Chương trình)\b[^,;]*,\s*",
    re.IGNORECASE,
)
_MOVING = re.compile(
    r",?\s+(?:sẽ\s+)?(?:được\s+)(?:điều chỉnh|chuyển|dời|lùi|hoãn|tổ chức)(?:\s+(?:sang|đến|lại|vào))*\s*$"
)
_CHANGED = re.compile(
    r"(?:\s*[:,]\s*|\s+)(?:(?:nay|được|bị|sẽ|đã)\s+)*"
    r"(?:điều chỉnh|chuyển|dời|lùi|tạm hoãn|hoãn|hủy|huỷ|(?<!thay )(?<!không )đổi"
    r"|không (?:tổ chức|tiến hành|họp|diễn ra))"
    r"(?:\s+(?:thời gian|lịch|sang|đến|lại|vào|thành|cùng ngày|cùng (?:khung )?giờ|xuống|lên|tổ chức|bỏ|nữa))*"
    r"\s*(?:,\s*thời gian\b.*)?$",
    re.IGNORECASE,
)
# "Ban Thường vụ quyết định chuyển thời gian tổ chức Hội nghị lần thứ hai", "Phòng dồn họp giao ban ... thành một"
_DECIDES = re.compile(
    r"^[^;.]{0,200}?\b(?:quyết định|thống nhất|thông báo)\s+(?:việc\s+)?(?:điều chỉnh|chuyển|dời|lùi|(?:tạm\s+)?hoãn"
    r"|hủy|huỷ|đổi|thay đổi)\s+(?:(?:thời gian|lịch|ngày)\s+)?(?:tổ chức\s+)?(?=\S)"
    r"|^[^;.]{0,200}?\b(?<!lồng )(?:dồn|ghép|gộp)\s+(?:lịch\s+)?(?:tổ chức\s+)?(?=\S)",
    re.IGNORECASE,
)
_CHANGES = (
    "dồn ",
    "ghép ",
    "gộp ",
    "điều chỉnh",
    "chuyển",
    "dời",
    "lùi",
    "hoãn",
    "hủy",
    "huỷ",
    "đổi",
    "không",
    "được",
)
_OF_WHAT = re.compile(
    r"^(?:riêng\s+)?đối với\s+(?=(?:các\s+)?(?:cuộc|hội nghị|phiên họp|buổi|lễ|kỳ họp|chương trình)\b)",
    re.IGNORECASE,
)
_EXTENDED = re.compile(r"\s*[:,]?\s+(?:được\s*)?(?:gia hạn|kéo dài thêm|được)$", re.IGNORECASE)
_EXPECTED = re.compile(r"^dự kiến\s+(?:sẽ\s+)?(?:tổ chức\s+)?(?=[^\W\d])", re.IGNORECASE)
_NOW = re.compile(r",?\s*\bnay\s+(?:được\s+)?(?:điều chỉnh|chuyển|dời|lùi|thay đổi|tổ chức|hoãn)?[^,;]*$")
_BY_LETTER = re.compile(r",?\s+theo (?:Giấy (?:ủy quyền|uỷ quyền|mời)|Thư mời) số\s.*$")
_AFTER_WORDS = 6
_ONLY_BEGINS = re.compile(r"(?<=\w):\s*(?:thánh )?lễ$", re.IGNORECASE)  # "Bổn mạng Ca đoàn: lễ 17g00"
_ONLY_REMARKS = re.compile(r"\s*:\s*(?:\([^()]*\)\s*)+$")  # "Bảo trì thang máy: (thang B2 ngưng 30 phút)"
_NOTED = re.compile(r"^(?:lưu ý|ghi chú|chú ý)\s*:\s*", re.IGNORECASE)
_SHORTENINGS = (
    re.compile(
        r"\s*[,(]?\s*(?:theo|tại)\s+(?:Kế hoạch|Công văn|Quyết định|Thông báo|Nghị quyết|Chương trình|"
        r"Chỉ thị|Hướng dẫn)\s+(?:số\s+)?[\w/-]+[^,;)]*\)?"
    ),
    re.compile(r",?\s+thực hiện\s+(?:Kế hoạch|Nghị quyết|Chỉ thị|Quyết định|Kết luận|nhiệm vụ)\b[^,;]*$"),
    re.compile(r",?\s+trên địa bàn\s+[^,;]+"),
    re.compile(r",?\s*giai đoạn\s+\d{4}\s*[-–]\s*\d{4}"),
    re.compile(r",?\s*nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4}"),
    re.compile(r",?\s+năm\s+(?:19|20)\d\d\b"),
    re.compile(r",?\s+của\s+[^,;\"“]+$"),
)


def title_of(text: str) -> str:
    """The title for words that hold neither time nor place nor people any more; "" where nothing is left."""
    text = _balanced(" ".join(text.split()).strip(" ,;:-–+*•"))
    text = _IN_BRACKETS.sub("", _trimmed(text))
    if text[:3].lower() in ("do ", "vì ") and (why := _REASON.match(text)) and has_head(text[why.end() :]):
        text = text[why.end() :]
    if text[:1].lower() in "àdôq" and (found := _INTERJECTION.match(text)):
        text = text[found.end() :]
    if text.endswith("ngày"):
        text = _HOW_LONG.sub("", text) or text
    if any(map(text.lower().__contains__, _CHANGES)):
        text = _CHANGED.sub("", _MOVING.sub("", text)) or text
        if (found := _DECIDES.match(text)) and has_head(text[found.end() :]):
            text = text[found.end() :]
    if _PHONES.search(text):
        text = _PHONE.sub("", text) or text
    text = _THUS.sub("", text)
    if " cùng" in text:
        text = _SAME_DAY.sub("", text) or text
    if text[:4].lower() == "sau ":
        text = _held_after(_AFTER_IT.sub("", text))
    shorter = _ON_THE_BASIS.sub("", text)
    text = (_NOW.sub("", shorter) if "nay" in shorter else shorter) or text
    if text.lower().startswith("dự kiến ") and len(text) > _A_FEW:
        text = _EXPECTED.sub("", text) or text
    text = _ONLY_SENDS.sub("", _SENT.sub("", _ASKED.sub("", text)))
    text = without_tail(_OF_WHAT.sub("", text), has_head) or text
    text = _ONLY_BEGINS.sub("", text) or text
    if ":" in text and text.endswith(")"):
        text = _ONLY_REMARKS.sub("", text) or text
    if text[:1] in "LlGgCc":
        text = _NOTED.sub("", text) or text
    if text.startswith("Riêng ") and len(text) > _A_FEW:
        text = text.removeprefix("Riêng ")
    text = _BY_LETTER.sub("", _EXTENDED.sub("", text)) or text
    if " bắt đầu " in text:
        text = _BEGINS.sub("", text) or text
    if "đã thông báo" in text:
        text = _WAS_TOLD.sub("", text) or text
    text = _without_leads(text)
    if (attends := _WHO_ATTENDS.match(text)) and has_head(text[attends.end() :]):
        text = text[attends.end() :]
    for pattern in _SHORTENINGS:
        if len(text) <= LONGEST:
            break
        found = pattern.search(text)
        if found and found.start() > 15 and not inside(found.start() + 1, quotations(text)):
            text = (text[: found.start()] + text[found.end() :]).strip()
    text = _balanced(_trimmed(text))
    return text[:1].upper() + text[1:]


def _held_after(text: str) -> str:
    """What is held behind what it follows: "Sau lễ II họp Ban Hành giáo", "Sau giờ làm việc: họp công đoàn"."""
    words = text.split(" ", maxsplit=_AFTER_WORDS)
    if words[0].lower() != "sau":
        return text
    for first in (*range(3, len(words)), 2):
        rest = " ".join(words[first:])
        if not rest.startswith(("làm việc", "chào cờ")) and has_head(rest):
            return rest
    return text


def sends_somebody(text: str) -> bool:
    """Whether words say who is sent to something that is held ("cử cán bộ dự họp trù bị")."""
    found = _SENT.match(text)
    return found is not None and has_head(text[found.end() :])


def is_change(text: str) -> bool:
    """Whether words say only that something changes ("chuyển sang", "hủy")."""
    return _CHANGED.fullmatch(f" {text.strip()}") is not None


def _without_leads(text: str) -> str:
    """The text from its head noun on, where only leading verbs and adverbs stand before it."""
    words = item_words()
    at = 0
    best = 0
    while at < len(text):
        if found := words["items.leads"].match_spelled(text, at):
            at = _skip(text, found.end())
            if at < len(text) and _head_at(text, at):
                best = at
            continue
        if found := _WITH_WHOM.match(text[at:]):
            at += found.end()
            continue
        break
    return text[best:]


def _head_at(text: str, at: int) -> bool:
    found = item_words()["items.heads"].match_spelled(text, at)
    return found is not None and found[0] != "du"


def _skip(folded: str, at: int) -> int:
    while at < len(folded) and not (folded[at].isalnum() or folded[at] in '"“('):
        at += 1
    return at


def _trimmed(text: str) -> str:
    """The text without the signs at its end, nor an "và" that nothing follows."""
    text = text.rstrip(_TRAILING)
    return text[:-2].rstrip() if text.endswith("và") and text[-3:-2].isspace() else text


def _balanced(text: str) -> str:
    """The text without a bracket that lost its partner."""
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")] if text.rindex("(") > 0.5 * len(text) else text.replace("(", "", 1)
    if text.count(")") > text.count("("):
        text = text.replace(")", "", 1)
    return text.strip(" ,;:-–")


@lru_cache(maxsize=1024)
def has_head(text: str) -> bool:
    """Whether the words begin, after leading verbs, with the name of something that is held."""
    heads = item_words()["items.heads"]
    text = text.strip(' -–+*•"“')
    return (
        heads.match_spelled(text) is not None
        or heads.match_spelled(_without_leads(text).strip(' -–+*•"“')) is not None
    )


def mentions_head(text: str) -> bool:
    """Whether the name of something that is held stands anywhere in the words."""
    heads = item_words()["items.heads"]
    return any(
        found[0] != "du" and heads.match_spelled(text, found.start()) is not None
        for found in heads.all(fold(text))
    )
