"""What somebody decides, without who decides it and why: "Do mưa bão, ngày 25/6 UBND xã ra Thông báo số 9 dời buổi A".

A notice that an office writes in whole sentences tells the reason, the decider and the paper before the verb of the
change; the day of that paper is no day of the meeting (reference section C.1). What is hard is that the meeting may
stand there as well, with its old time ("Hội nghị A, dự kiến ngày 5/6, do mưa bão phải dời sang ..."): then all stays.
"""

import re
from collections.abc import Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.words import fold
from calendars.reading.naming.titles import has_head, mentions_head
from calendars.reading.notices.announced import speaks_of_announcement

_FIRST_LINES = 6
_SENTENCE = re.compile(
    r"[^\n]+?(?:(?<!\bTP)(?<!\bTp)(?<!\bTT)(?<!\bQ)(?<!\bP)[.;](?=\s+[A-ZĐÀ-Ỹa-zđà-ỹ])|(?=\n)|$)"
)
_VERB = re.compile(
    r"[“\"]?\b(?:(?:tạm )?(?:hoãn|dừng|ngừng)|chuyển|dời|rời|lùi|đổi|hủy|huỷ|thay đổi|điều chỉnh"
    r"|(?:không|chưa)(?: thể)? tổ chức)"
    r"(?: bỏ| lại| luôn)?[”\"]?(?: không tổ chức)?(?P<of>(?:[ ,]+(?:và |về |(?:thời gian|lịch|ngày|giờ|việc|tổ chức"
    r"|địa điểm|chương trình)\b)){0,5})"
    r"\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_CANNOT = re.compile(  # "Đại hội, dự định họp ngày 16/11, không thể họp đúng ngày giờ đã ghi"
    r"(?P<what>[^.;\n]*\d[^.;\n]*?),?\s+(?:nay |vẫn |sẽ |đành ){0,2}(?:không|chưa) thể "
    r"(?:họp|tổ chức|diễn ra|khai mạc|tiến hành|thực hiện|khởi tranh)\b(?![^.;\n]*\d)[^.;\n]*",
    re.IGNORECASE,
)
_OUT_OF_THE_WAY = re.compile(r"\W*(?:do|vì|bởi)\s[^.;\n]{3,160}?\snên\s+", re.IGNORECASE)
_MEANS_TO = re.compile(  # "Viện đã lên kế hoạch, dự kiến tổ chức Tọa đàm"
    r"[^.;:\n\d]{2,80}?\s(?:(?:đã|từng) )?(?:lên|có|xây dựng) kế hoạch"
    r"(?:,? (?:và )?(?:dự kiến|dự định|định|sẽ))?,? (?:tổ chức|mở|họp)\s+"
    r"|(?:theo dự kiến|như đã (?:thông )?báo|như dự kiến"
    r"|theo(?: đó)?,? (?:kế hoạch|lịch|thông báo|chương trình)(?: (?:này|đó|trên))?"
    r"|theo đó),?\s+(?P<when>ngày [\d/]{3,10},? )?"
    r"(?:[^.;:,\n\d]{2,60}?\s(?:sẽ |dự kiến |định )*tổ chức\s+)?",
    re.IGNORECASE,
)
_THAT_MEETING = (
    r"(?:buổi|cuộc|phiên|kỳ|hội nghị|lễ|đại hội|hội thảo|họp|lớp|giải)(?: \w+){0,2}?"
    r" (?:này|đó|(?:nói |nêu |kể )?trên)\b"
)
_TOLD_BEFORE = re.compile(
    rf"(?:các |những )?{_THAT_MEETING}"
    r"|(?:sang|đến|vào|từ)\s+(?:\d|ngày|sáng|chiều|tối|thứ|chủ nhật|lúc)",
    re.IGNORECASE,
)
_CHANGES_IT = re.compile(
    rf"\W*(?:(?:tạm )?hoãn|lùi|dời|hủy|huỷ|không tổ chức|thay đổi)[^.;:\d]{{0,30}}?\b{_THAT_MEETING}",
    re.IGNORECASE,
)
_SAYS_WHY = re.compile(
    r"\W*(?:(?:nhưng|song|tuy nhiên|vì vậy|vì thế|vì lẽ đó|do đó|do vậy|theo đó|đồng thời|nay|hiện nay),?\s+)?"
    r"(?:do|vì|bởi|nhân|trước|nhằm|để|căn cứ|theo|thực hiện|xét|sau khi|qua|nay|hiện nay|hiện|được|với)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:quyết định|thống nhất|nhất trí|đã|sẽ|phải|buộc phải|đành|đồng ý|thông báo|báo tin|chủ trương"
    r"|cho|về việc|v/v|để)\s*:?\s*$",
    re.IGNORECASE,
)
_ACTOR = re.compile(
    r"(?:Các |Lãnh đạo |Thường trực |Văn phòng |TT\.? ?)?(?:UBND|HĐND|HĐQT|HĐTV|UBMTTQ|Ủy ban|Uỷ ban|Hội đồng|Ban"
    r"|BTC|BCH|BGH|Đoàn|Hội|Chi hội|Liên|Sở|Phòng|Trường|Công ty|Tổng công ty|Chi bộ|Đảng ủy"
    r"|Huyện ủy|Tỉnh ủy|Quận ủy|Thành ủy|Chủ tịch|Phó|Giám đốc|Hiệu trưởng"
    r"|Trưởng|Nhà trường|Văn phòng|Thường trực|Trụ sở|Câu lạc bộ|CLB|Trung tâm|Viện|Khoa"
    r"|Bộ môn|Tòa án|Cục|Chi cục|Bộ|Tổ|Liên đoàn|Bệnh viện|Thư viện|[Cc]húng tôi|[Nn]hóm|[Ll]ãnh đạo|[Ưu]BND)\b"
)
_PAPER = (
    r"(?:thông báo|công văn|văn bản|kế hoạch|quyết định|giấy mời|thư mời|công điện|tờ trình|nghị quyết|chỉ thị"
    r"|thông tri)"
)
_DAY = r"(?:vào )?ngày \d{1,2}(?: ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?| tháng \d{1,2}(?: năm \d{4})?)"
_ISSUES = re.compile(  # "ngày 25/6/2021 UBND thành phố ra Thông báo số 309/TB-UBND"
    rf"(?:{_DAY},? [^;:]{{2,220}}?|[^,;:\d]{{2,80}}?) (?:đã )?(?:ra|có|ban hành|phát hành|ký|gửi) {_PAPER}\b"
    rf"(?:[^,;:]{{0,60}}?\d{{1,5}} ?[-/] ?[\w/-]+)?(?:[ ,]+{_DAY})?",
    re.IGNORECASE,
)
_CITED = re.compile(
    rf"\b{_PAPER}(?: khẩn| hỏa tốc)?(?: số){{0,2}}:? ?\d{{1,5}}(?: ?[-/] ?[\w/-]{{1,20}})?(?:[ ,]+{_DAY})?",
    re.IGNORECASE,
)
_DECIDED_ON = re.compile(  # "Hôm nay, ngày 10-11, Ban Tổ chức báo tin tạm hoãn Đại hội"
    rf"(?:\W*(?:hôm nay|sáng nay|chiều nay|mới đây|vừa qua),?)?\W*"
    rf"(?:(?:sáng|chiều|tối) )?(?:{_DAY})?,? (?=[^,;:]{{2,90}}$)",
    re.IGNORECASE,
)
_TELLS_TIME = re.compile(
    r"\d\s?(?:h|g|giờ)\b|\d{1,2}[/.]\d{1,2}|\bngày \d|\bthứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])\b|\bchủ nhật\b"
    r"|\b\d{1,2}\s?-\s?\d{1,2}\b"
    r"|\b(?:sáng|chiều|tối) (?:nay|mai|\d)",
    re.IGNORECASE,
)
_NOW = re.compile(r"(?:nay|vì vậy|do đó|do vậy|vì thế|hiện nay|tuy nhiên)\s+", re.IGNORECASE)
_ASKS = re.compile(r"(?:nay )?xin(?: phép)?", re.IGNORECASE)
_PARTS = re.compile(r"[,:;]\s|\bnên ")
_TO_DAYS = re.compile(  # "hoãn đến ngày 21 – 23 tháng 7": several days, and nothing moved from the first to the last
    r"(?P<moved>\b(?:hoãn|lùi|dời|chuyển)\b[^.;\n]{0,60}?)\sđến\s(?=(?:ngày\s)?\d{1,2}\s?[–-]\s?\d{1,2}(?:\s?/"
    r"|\s+tháng))",
    re.IGNORECASE,
)
_STROKE = re.compile(  # "sang ngày 05/07/01/2019": a stroke where a dash is meant
    r"(?<![\d/])(?P<first>\d{1,2})/(?P<last>\d{1,2})(?=/(?:0?[1-9]|1[0-2])/20\d\d(?![\d/]))"
)
_FROM_ONLY = re.compile(  # "dời Hội chợ từ ngày 04-09/8 như kế hoạch"
    r"(?P<verb>[“\"]?\b(?:dời|lùi|hoãn|chuyển)\b[”\"]?)(?P<what>[^.;\n]{5,200}?)\s(?:từ )(?=ngày |\d|sáng |chiều "
    r"|tối |thứ )"
    r"(?![^.;\n]*\s(?:sang|đến|tới|qua|vào)\s)(?P<when>[^.;\n]{3,60}?)\s(?:như|theo|của) (?:kế hoạch|dự kiến|lịch|đã)",
    re.IGNORECASE,
)
_THUS = re.compile(  # "thay đổi thời gian tổ chức như sau: 3 ngày, từ ngày 31/5 đến 02/6"
    r"(?:thay đổi|điều chỉnh|dời|chuyển|đổi|lùi)\b[^.;:\n\d]{0,120}?(?:như sau|cụ thể(?: như sau| là)?|là)\s*:\s*"
    r"(?=(?:\d{1,2} ngày,? )?(?:từ |vào |lúc |ngày |\d|sáng |chiều |tối |thứ ))",
    re.IGNORECASE,
)
_A_MEETING_OF_IT = re.compile(  # "Hội khỏe huyện: hủy buổi ngày 21/3": of what stands before
    r"(?:buổi|cuộc|phiên)(?: họp)? (?:(?:sáng|chiều|tối) )?(?:ngày|thứ|chủ nhật)\b", re.IGNORECASE
)
_IS_MOVED = re.compile(  # "... được đẩy sớm lên 8h00 ngày 15/11"
    r"\b(?:được|sẽ|nay|phải|xin)\s+(?:tạm\s+)?(?:chuyển|dời|rời|lùi|đổi|đẩy|điều chỉnh)\b[^.;\n\d]{0,40}?"
    r"\b(?:sang|lên|đến|xuống|lại|vào)\s[^.;\n]{0,20}?\d",
    re.IGNORECASE,
)
_REASON_FIRST = re.compile(r"\W*(?:do|vì|bởi)\s", re.IGNORECASE)
_LONGEST = 700  # letters of a sentence; what is longer is none
_SIGNS = (
    "hoãn",
    "chuyển",
    "dời",
    "rời",
    "lùi",
    "đổi",
    "hủy",
    "huỷ",
    "điều chỉnh",
    "tổ chức",
    "dừng",
    "ngừng",
    " thể ",
    "dự kiến",
)


def decided_plainly(text: str) -> str:
    """The text, each sentence of which somebody decides a change begun with its verb ("Hoãn cuộc họp A ngày 5/6")."""
    if not any(map(text.lower().__contains__, _SIGNS)):
        return text
    text = _STROKE.sub(r"\g<first>-\g<last>", text)
    text = _TO_DAYS.sub(r"\g<moved> sang ", text)
    return _SENTENCE.sub(lambda found: _plainly(found[0]), text)


def decides(title: str | None, body: Sequence[Block]) -> bool:
    """Whether one of the first sentences of a paper without a title says that somebody changes a time, and why.

    So does one that says to when something is moved, where the reason or what was announced before is told, too.
    """
    if title is not None:
        return False
    first = [block.text for block in body[:_FIRST_LINES] if isinstance(block, Line)]
    if any(map(decides_a_change, first)):
        return True
    moved = any(map(_IS_MOVED.search, first))
    return moved and any(_REASON_FIRST.match(text) or speaks_of_announcement(text) for text in first)


def decides_a_change(text: str) -> bool:
    """Whether a sentence says who changes something, or why, and at which time ("... thống nhất hoãn A ngày 5/6").

    It may also point at a meeting whose time was told before ("Vì lý do khách quan, Sở hủy cuộc họp nói trên").
    """
    for found in _SENTENCE.finditer(text):
        plainly = _plainly(found[0])
        if plainly != found[0] and (_TELLS_TIME.search(plainly) or _CHANGES_IT.search(plainly)):
            return True
    return False


def _plainly(sentence: str) -> str:
    if len(sentence) > _LONGEST:
        return sentence
    blank = sentence[: len(sentence) - len(sentence.lstrip())]
    if cannot := _CANNOT.fullmatch(sentence.rstrip(" .;")):
        what = _OUT_OF_THE_WAY.sub("", cannot["what"], count=1).strip()
        if has_head(what):
            return f"{blank}Hoãn {what[0].lower()}{what[1:]}."
    if (plans := _MEANS_TO.match(sentence)) and has_head(sentence[plans.end() :]):
        behind = sentence[plans.end() :]
        return f"{blank}{plans['when'] or ''}{behind[0].upper()}{behind[1:]}"
    if from_only := _FROM_ONLY.search(sentence):
        begin = from_only.end("verb")
        sentence = f"{sentence[: from_only.start('verb')]} hoãn{sentence[begin:]}".replace(" từ ", " ", 1)
    for verb in _VERB.finditer(sentence):
        before, behind = sentence[: verb.start()], sentence[verb.end() :]
        named = has_head(behind) and _A_MEETING_OF_IT.match(behind) is None
        thus = _THUS.match(sentence, verb.start())
        if not (named or thus or _TOLD_BEFORE.match(behind)):
            continue
        if not before.strip() or not _leads(before, named=named):
            continue
        if thus := thus or _THUS.search(sentence, verb.start()):
            return f"{blank}Thời gian mới: {sentence[thus.end() :]}"
        words = verb[0].strip('“"').replace("”", "").replace('"', "")
        return f"{blank}{words[0].upper()}{words[1:]}{behind}"
    return sentence


def _leads(before: str, *, named: bool) -> bool:
    """Whether the words before a verb tell no more than who changes something, by which paper and why."""
    decides = _DECIDES.search(before) is not None
    bare = _CITED.sub("", _ISSUES.sub("", before))
    if decides and _ACTOR.search(bare):
        bare = _DECIDED_ON.sub("", bare, count=1) if _DECIDED_ON.match(bare) else bare
    if (
        before.count("(") > before.count(")")
        or _TELLS_TIME.search(bare)
        or (not named and mentions_head(bare))
    ):
        return False
    last = _PARTS.split(before.rstrip(" :"))[-1].strip()
    asks = _ASKS.fullmatch(last) is not None and len(last) == len(before.strip())  # "Xin hoãn cuộc họp A"
    if (
        asks
        or _ACTOR.match(last, now.end() if (now := _NOW.match(last)) else 0)
        or (decides and not has_head(last))
        or (bare != before and not bare.strip(" ,"))
    ):
        return True
    return "," in before and _SAYS_WHY.match(before) is not None and not mentions_head(fold(last))
