"""What a notice tells of what had been announced: "Sở đã gửi Giấy mời số 5 mời dự Hội nghị X vào 8h00 ngày 14/10".

Such a sentence is about a paper, yet the time in it is the meeting's, the one that the notice changes. What is hard:
the verb "gửi" asks for nothing here; whether the time still holds is told by other sentences (`settle`).
"""

import re
from collections.abc import Iterable

from calendars.layouts.bare import as_typed
from calendars.layouts.words import fold
from calendars.reading.naming.titles import has_head, title_of
from calendars.reading.notices.invitations_told import invitation_plainly

_SENTENCE = re.compile(r"[^\n]+?(?:(?<!\bTP)(?<!\bTp)(?<!\bTT)(?<!\bQ)(?<!\bP)[.;](?=\s+[A-ZĐÀ-Ỹ])|(?=\n)|$)")
_WAS_PLANNED = (
    r"(?:theo\s+)?(?:lịch|kế hoạch|thời gian|dự kiến|chương trình)(?:\s+(?:họp|tổ chức|ban hành))?\s+"
)
_FORMER = (
    rf"(?:(?:trước (?:đây|đó)|(?:lúc |thời gian )?ban đầu)\s*,|{_WAS_PLANNED}(?:trước (?:đây|đó)|ban đầu|cũ))"
)
_MADE_KNOWN = rf"{_WAS_PLANNED}đã\s+(?:công bố|thông báo|báo|định|xếp|gửi|ban hành|đăng|ấn định|duyệt)"
_AS_WAS_PLANNED = (  # "Lịch đã công bố có buổi A ngày 17/12", "Trước đó, buổi họp mặt dự định ..."
    rf"(?:(?P<former>{_FORMER})|{_MADE_KNOWN})(?:\s*[,:]\s*|\s+(?:thì\s+)?(?:có|là|xếp|ghi)\s+|\s+)(?=[^\W\d])"
)
_OF_A_PAPER = re.compile(
    r"(?:\bđã\s+(?:gửi|phát hành|ban hành|có|ký|ra)\b|^\W*(?:theo|tại|căn cứ)\b)[^.;:\n]{0,40}?"
    r"\b(?:giấy mời|thư mời|thông báo|công văn|kế hoạch|giấy triệu tập|văn bản|thể lệ|điều lệ|quy chế"
    r"|(?:chương trình|lịch) công tác)\b"
    r"|^\W*(?:thể lệ|điều lệ|kế hoạch|thông báo|giấy mời)\b[^.;\n]{0,140}?\b(?:quy định|ấn định)\b"
    r"|(?:^|[.;]\s+)(?:trước (?:đây|đó),?\s+)?(?:công văn|thông báo|giấy mời|thư mời|kế hoạch|văn bản|quyết định"
    r"|lịch)\s"
    r"(?:số\s|ngày\s)[^.;\n]{0,120}?\s(?:xếp|bố trí|ghi|nêu|định|mời|triệu tập|báo|cho biết)(?:\s+là)?\b:?"
    rf"|(?:^|[.;]\s+)(?:{_FORMER}|{_MADE_KNOWN})(?=\W)"
    r"|\bcó\s+(?:giấy mời|thư mời|giấy triệu tập|thông báo)\s+(?:số\s|ngày\s+)\d"
    r"|(?:^|\n)\W*(?:trước (?:đó|đây),?\s+)?(?:vào\s+)?ngày\s+\d[^.;:\n]{0,120}?"
    r"\b(?:có|gửi|ban hành|phát hành|ra|ký)\s+"
    r"(?:giấy mời|thư mời|giấy triệu tập|kế hoạch|công văn|thông báo|thông tri|quyết định|văn bản)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(rf"\s*{_AS_WAS_PLANNED}", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:xếp|bố trí|ghi|nêu|định|mời|triệu tập|báo|cho biết)(?:\s+là)?:?\Z", re.IGNORECASE)
_WHO_HOLDS = re.compile(
    r"(?:theo (?:đó|kế hoạch|lịch|dự kiến|chương trình)[^,\d]{0,20},\s+)?"
    r"(?:[^.;:,\d]{2,90}?\s(?:sẽ|đã|dự kiến|dự định|định|có kế hoạch)\s(?:tổ chức|mở|họp|triệu tập)\s+)?",
    re.IGNORECASE,
)
_LONGEST = 2000  # letters of a sentence; what is longer is none
_OFTEN = re.compile(r"\b(?:hằng|hàng|mỗi|các)\s+(?:ngày|tuần|tháng|quý|thứ)\b", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_TAKES = re.compile(
    r"(?:thời gian\s+|hạn\s+)?(?:nhận|gửi|nộp|đăng ký|tiếp nhận)\s[^,;.:\d]{2,60}?\b(?:đến|trước|chậm nhất|hạn)\s",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:\b(?:về việc|v/v|về|mời|triệu tập|tổ chức|dự|tham dự|quy định|ấn định|sẽ)\b|,)\s+(?=\S)",
    re.IGNORECASE,
)


_LED_BY_A_TIME = re.compile(  # "Theo Thông báo số 5 của Sở; vào sáng ngày 06/8, Sở sẽ họp ..."
    r"[;,]\s+(?=(?:vào|lúc|hồi|từ|sáng|chiều|tối)\s[^;]*\d[^;]*$)", re.IGNORECASE
)


_MOVES = re.compile(r"\b(?:chuyển|dời|rời|lùi|đổi|đẩy|điều chỉnh|thay đổi|hoãn)\b", re.IGNORECASE)
_MOVES_BARE = re.compile(r"\b(?:chuyen|doi|roi|lui|day|dieu chinh|thay doi|hoan)\b")  # as one may type it
_FROM_TO = re.compile(
    r"\btừ\s+(?=(?:\d{1,2}\s*(?:h|g|giờ|:|/)|ngày|thứ|sáng|chiều|tối)[^.;]{0,60}?\bsang\s+(?:\d|ngày|thứ|sáng"
    r"|chiều|tối))",
    re.IGNORECASE,
)

_DAY = (
    r"(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?|ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?"
    r"|(?:thứ\s+(?:\w+)|chủ nhật|cn)(?!\w))"
)
_ARROW = re.compile(  # "15h30, 12/7 → 15h30, 14/7", "14h thứ Ba 18/5 -> 9h30 thứ Năm 20/5"
    rf"(?P<old>{_DAY}\W{{0,3}})\s*(?:→|⇒|➔|➜|[-–=]{{1,2}}>)\s*(?=[^.;\n→>]{{0,25}}?{_DAY})", re.IGNORECASE
)

_DAY_TO_DAY = re.compile(  # "Tiếp công dân ngày 10/3 sang ngày 11/3"
    rf"(?P<old>{_DAY}\W{{0,3}})\s+sang\s+(?=(?:(?:lúc|vào)\s+)?[^.;,\n]{{0,25}}?{_DAY})", re.IGNORECASE
)

_CLOCK = r"\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2})?(?!\d)"
_ARROW_OF_HOURS = re.compile(  # "ĐỔI 14h00 -> 9h00"
    rf"(?P<old>\b(?:đổi|dời|rời|chuyển|lùi)\b[^.;\n→>]{{0,40}}?{_CLOCK})\s*(?:→|⇒|➔|➜|[-–=]{{1,2}}>)\s*(?={_CLOCK})",
    re.IGNORECASE,
)


_PRESENTS = re.compile(
    r".*\b(?:thong bao|dieu chinh|bo sung|ban hanh|xay dung|thay doi)\b.*?"
    r"\b(?<!trung )(?:lich|chuong trinh|ke hoach) (?:cong tac|lam viec|tuan|thang|tiep|hop|sinh hoat)\b"
    r".*\bnhu sau\s*[:.]?",
    re.DOTALL,
)


# "Dưới đây là lịch trình các hoạt động trong tháng 11, bao gồm thi đấu và tổng kết."
_BELOW_IS = re.compile(
    r"\W*(?:duoi|sau) day la (?:(?:toan bo|chi tiet) )?(?:lich|chuong trinh|ke hoach|danh sach)\b"
)
_DATED = re.compile(r"\d\s?(?:/|h|gio\b)|\bngay \d")


# "... thông báo lịch nghỉ Lễ 30/4, 1/5 như sau:" names the holidays; which days are free stands below.
_PRESENTS_FREE_DAYS = re.compile(
    r"(?!.*\b(?:tu|den|ngay)\b).*\bthong bao\b.*\blich nghi (?:le|tet)\b.*\bnhu sau\s*[:.]?"
)


_INVITES = re.compile(
    r"\b(?:giấy mời|thư mời|giấy triệu tập)\b[^.;:\n]{0,60}?\b(?:về việc|v/v|mời|dự|tham dự)\s+"
    r"(?:(?:mời\s+)?(?:tham\s+)?dự\s+)?",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"\s+(?:có|bị|đã) (?:nội dung|sai sót|nhầm|ghi|in|viết|gửi)\b"
    r"|[.;:\n]\s|[.;:]$|,?\s+(?:vào|lúc|tại|từ)\s|,\s+(?:thời gian|do|địa điểm|trong đó)\b"
)
_SENDS = re.compile(  # "Khoa gửi lịch sinh hoạt tuần 08-14/6/2026:"
    r"[^.;\n]{0,60}\b(?:gui|thong bao|xin gui)\b[^.;\n]{0,40}?\b(?:lich|chuong trinh|ke hoach)\b[^.;\n]*"
    r"\b(?:tuan|thang|quy)\b[^.;\n]*:"
)


_GREETING = re.compile(
    r"^\W*(?:(?:em|tôi|mình|cô|thầy|con)\s+)?(?:xin\s+)?(?:kính\s+)?(?:chào|thưa|dạ,?\s+thưa)\s+"
    r"(?:các|mọi|cả|anh|chị|quý|thầy|cô|bà con|ba mẹ|bố mẹ|phụ huynh|đồng chí|đ/c|đại gia đình)\b"
    r"[^,.;:!\n]{0,50}[,.;:!]+\s+"
    r"(?=[^\n]*\d)"
    r"|^\W*kính\s+gửi\s+(?:các|mọi|cả|anh|chị|quý|thầy|cô|bà con|ba mẹ|bố mẹ|phụ huynh|đồng chí|đ/c)\b"
    r"[^,.;:!\n\d]{0,50},\s+(?=[^\n]*\d)",
    re.IGNORECASE,
)


def without_greeting(text: str) -> str:
    """A message without the greeting that opens what it tells ("Chào các anh chị, lịch giao ban sáng mai ...")."""
    found = _GREETING.match(text) if _greets(text[:30].lower()) else None
    return f"{text[found.end()].upper()}{text[found.end() + 1 :]}" if found else text


def _greets(opening: str) -> bool:
    return any(map(opening.__contains__, ("chào", "thưa", "kính gửi")))


def presents_a_schedule(text: str) -> bool:
    """Whether a sentence only leads to what stands below ("điều chỉnh lịch công tác tuần 34 (từ ...) như sau:")."""
    folded = fold(text)
    if _BELOW_IS.match(folded.rpartition("\n")[2]) and not _DATED.search(folded):
        return True
    if "nhu sau" in folded and (
        _PRESENTS.fullmatch(folded.strip()) or _PRESENTS_FREE_DAYS.fullmatch(folded.strip())
    ):
        return True
    return text.rstrip().endswith(":") and _SENDS.fullmatch(folded.strip()) is not None


def speaks_of_announcement(text: str) -> bool:
    """Whether a passage tells what had been announced."""
    return _OF_A_PAPER.search(text) is not None


def announced_thing(lines: Iterable[str]) -> str | None:
    """The title of the meeting to which a cited paper invites, whether or not it is told when ("mời dự Hội nghị X")."""
    for line in lines:
        plainly = announced_plainly(line)
        cited = _INVITES.search(line)
        thing = plainly if plainly != line else line[cited.end() :] if cited else ""
        if has_head(thing):
            return title_of(_TITLE_END.split(thing, maxsplit=1)[0])
    return None


def announced_plainly(text: str) -> str:
    """The text with each sentence that tells of an announcement as what was announced ("Hội nghị X vào 8h00 ...").

    A verb that a notice leaves to its subject is put in ("Chi bộ A: từ ngày 02/3 sang ngày 09/3"), or to an arrow.
    """
    text = as_typed(text, _ARROW_OF_HOURS.sub(r"\g<old> sang ", _ARROW.sub(r"\g<old> chuyển sang ", text)))
    if " sang " in text and not _MOVES.search(text):
        text = _FROM_TO.sub("chuyển từ ", text)
        text = _DAY_TO_DAY.sub(r"\g<old> chuyển sang ", text) if not _MOVES_BARE.search(fold(text)) else text
    text = "\n".join(map(invitation_plainly, text.split("\n")))
    return _SENTENCE.sub(_plainly, text) if speaks_of_announcement(text) else text


def _asks(text: str) -> bool:
    """Whether words begin with what is handed in or taken until a day, as rules of a contest tell it."""
    return _TAKES.match(text) is not None


def _thing_in(told: str) -> str | None:
    """What is held and when, without who meant to hold it ("Sở sẽ tổ chức hội nghị A vào ngày 16/5")."""
    if has_head(told):
        return told
    bare = told[who.end() :] if (who := _WHO_HOLDS.match(told)) else told
    return bare if bare != told and has_head(bare) else None


def _as_planned(told: str, *, former: bool) -> str:
    """What had been planned, told by itself; as put off where it is what was to be before."""
    if former and _OFTEN.search(told) is None:
        return f"Hoãn {told[0].lower()}{told[1:]}"
    return f"{told[0].upper()}{told[1:]}"


def _plainly(sentence: re.Match[str]) -> str:
    text = sentence[0]
    if len(text) > _LONGEST:
        return text
    blank = text[: len(text) - len(text.lstrip())]
    planned = _PLANNED.match(text)
    if planned and (thing := _thing_in(text[planned.end() :])):
        return f"{blank}{_as_planned(thing, former=planned['former'] is not None)}"
    paper = _OF_A_PAPER.search(text)
    behind = _BLANKS.match(text, paper.end()) if paper else None
    if paper and behind and _SAYS.search(text, paper.start(), paper.end()) and has_head(text[behind.end() :]):
        return f"{blank}{text[behind.end()].upper()}{text[behind.end() + 1 :]}"
    first = behind.end() if behind and _asks(text[behind.end() :]) else None
    for found in _NAMES.finditer(text, paper.end()) if paper else ():
        first = found.end() if first is None and _asks(text[found.end() :]) else first
        if has_head(text[found.end() :]):
            begin = found.end()
            if (
                first is not None and first < begin
            ):  # "..., nhận tác phẩm đến hết 31/3, chấm sơ khảo ngày 07/4"
                return f"{blank}{text[first].upper()}{text[first + 1 :]}"
            led = _LED_BY_A_TIME.search(text, paper.end() if paper else 0, begin)
            begin = led.end() if led else begin
            return f"{blank}{text[begin].upper()}{text[begin + 1 :]}"
    return text
