"""Times in an item's text that are of something else: a departure, a past act, a count, a night in a hotel.

What is hard is that the same words ("Ngày 06/5, Sở đã ...") tell what was done and what had been announced: what a
notice says was announced counts (reference section C.2).
"""

import re
from collections.abc import Sequence

from calendars.grammar.rule import NoTime, Reading
from calendars.layouts.layout import Matter
from calendars.layouts.words import Phrases, fold
from calendars.reading.naming.titles import has_head, mentions_head
from calendars.reading.scope import Scope
from calendars.reading.spans import Span, brackets
from calendars.reading.timing.figures import is_of_figures
from calendars.reading.timing.precedence import has_day
from calendars.reading.words import item_words
from calendars.when import Day, Repeat, extent
from calendars.when import Span as DaysFromTo

_PAST_ACT = re.compile(
    r"^[\s,]*(?:[^,.;:]{0,60}\bda (?:ban hanh|phat hanh|co|to chuc|gui|ra|thong bao|trieu tap|ky)\b"
    r"|[^,.;:]{0,60}\b(?:ban hanh|phat hanh|co) (?:giay moi|ke hoach|cong van|thong bao|thu moi|quyet dinh|van ban)\b"
    r"|[^.;:]{0,160}\bda (?:chu tri|tien hanh|to chuc|hop|du|(?:ra|co|phat) thong bao)\b)"
)
_ISSUES_A_PAPER = re.compile(
    r",? [^.;:\d]{0,110}\b(?:ban hanh|co|ra|phat hanh|ky(?: ban hanh)?) (?:ke hoach|cong van|thong bao"
    r"|quyet dinh|huong dan|chuong trinh|giay moi|chi thi|cong dien|van ban) so\s*:?\s*\d"
)
_PURPOSE = re.compile(r"(?:Nhằm|Để|Thực hiện|Căn cứ|Triển khai|Hưởng ứng)\s[^.;]*[,;]$")
_PAIR = re.compile(r"\d{1,2}/\d{1,2}")
# At the beginning of a paragraph what a web page puts before its news: "(HG) - ", "HÀ NỘI (tinhdoan.vn) – "
_DATELINE = re.compile(r"(?:^|(?<=\n))\s*(?:[^\W\d_][^\W\d_ ]* ?){0,4}\([^()\n]{2,40}\)\s*[-–:]+\s*$")
_COUNTED = re.compile(
    r"\s+(?:khu pho|khu dan cu|to dan pho|xa|phuong|thi tran|huyen|quan|thon|ban|ap|lang|to|ho|don vi|chi tieu|chi bo"
    r"|chi hoi|chi doan|truong|co so|dai bieu|hoi vien|doan vien|dang vien|can bo|nguoi|phieu|du thao|nhiem vu|tieu chi"
    r"|ho so|y kien)\b"
)
# With diacritics: "lưu trữ" keeps archives.
_LODGING = re.compile(
    r"\b(?:phòng nghỉ|lưu trú|ăn nghỉ|đặt phòng|chỗ nghỉ|khách sạn)[^\w)]*(?:từ\W*)?(?:ngày\W*)?$"
    r"|\b(?:có thể|được|bố trí)\s+(?:lưu trú|ăn nghỉ|nghỉ lại)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_LODGES = ("nghỉ", "lưu trú", "đặt phòng", "khách sạn")
_CLOSED = re.compile(
    r"\(\s*(?:tạm\s+)?(?:nghỉ|đóng cửa|không mở cửa|không tiếp)\s+(?:các\s+|vào\s+)*$", re.IGNORECASE
)
_HAS_BEEN = re.compile(
    r"\bda (?:tien hanh|to chuc|hoan thanh|khai giang|khai mac|be mac|dien ra|thuc hien|ban hanh|phat dong|ra quan"
    r"|ket nap|trien khai|tham muu|phoi hop|xu ly|kiem tra|trao|bao dam|thu hut)\b"
)
_LAST_ONE = re.compile(
    r"(?:^|[.;:\n]\s*)\W*(?:tuan|thang|hom|ky) (?:truoc|vua qua|vua roi|qua)\s*\([^()]*\)?$"
)
_IN_THE_YEAR = re.compile(r"(?:trong )?nam (20\d\d),")
_YEARS_AGO = re.compile(r"[^.;]{0,60}\bnam (?:truoc|ngoai|qua)\b[^.;]{0,60}\bda\s")
_IS_TREATED = re.compile(
    r"\s*(?:,\s*)?(?:thi|van|se|khong)?\s*(?:duoc|phai|bi)\s(?:tra|giai quyet|xu ly|xet|tinh|huong)\b"
)
_IS_VOID = re.compile(r"[^.;]{0,12}\bkhong con (?:gia tri|hieu luc)\b")
_AFTERWARDS = re.compile(r"(?:^|[.;]\s*)(?:sau|qua)\s+(?:thoi han\s+|han\s+)?(?:ngay\s+)?$")
_OVERDUE = re.compile(r"\bda qua(?: han)?\s*(?:tu |ngay )*$")
_REASON = re.compile(
    r"(?:^|[.;\n])\s*(?:\d+[.)]\s*|[-+]\s*)?"
    r"(?:(?:tuy nhiên|nhưng|nay|song|(?:năm|tháng|tuần|đợt) (?:nay|này)),?\s+){0,2}(?:do|vì)\s(?!.*\bnên\b)[^,;.]*$",
    re.IGNORECASE,
)
_JUST_NOW = re.compile(r"[\s,)]*vua (?:roi|qua)\b")
_STATE_OF_THINGS = re.compile(r"\(\s*(?:den nay|tinh den|so lieu|luy ke|den thoi diem)\b")
_HELD_TOGETHER = re.compile(
    r"[^\W\d_] tập trung:\s*$"
)  # "Lễ phát động và mừng thọ tập trung: 8 giờ ngày ..."
_IN_PLACE_OF = re.compile(
    r"\(\s*thay (?:cho|the|vi)\b"
)  # "Đi công tác (thay cho nội dung: dự tập huấn, sáng)"
_FORMER_TIME = re.compile(  # "Diễn đàn lần thứ II (lần thứ I tổ chức ngày 18/4/2025)"
    r"\(\s*(?:lan|ky|khoa|dot) (?:thu (?:\w+)|truoc|dau|\d+)\b[^().;]*\b(?:to chuc|dien ra|khai mac)\b[^().;]*$"
)
_WAS_OFF = re.compile(
    r"\b(?:da|bi) (?:tam )?(?:hoan|huy|dung)\b"
)  # "Mở lại phiên tòa (đã hoãn ngày 20/4/2022)"
_AS_BEFORE = re.compile(
    r"\btro (?:lai|ve)\b[^.;]*\bnhu (?:cu|truoc|binh thuong)\b"
)  # what was so is so again
_INTRODUCED = re.compile(r"(?:^|[.;\n]\s*)(?:thuc hien|can cu|theo|tren co so|trien khai thuc hien)\s+$")
_LEADS_TO_HOUR = re.compile(r"(?:\s|:|\b(?:luc|vao|hoi|tu|truoc)\b)+$")
_ALL_THAT_IS_TOLD = re.compile(r"[\W\d_]*(?:khoi|lop|cac lop|hoc sinh|to|nhom|doi)\b[^:]{0,30}:\s*tap trung")
_OTHER_HOUR = re.compile(r"\d{1,2}\s*(?:h|g|giờ|:\d\d)", re.IGNORECASE)
_FETCHED = re.compile(
    r"\b(?:xe|ô tô|tàu)(?:\s+[^\W\d]+){0,3}?\s+(?:đưa đón|đón|đưa|chở|khởi hành|xuất phát|chạy|rời)\b"
    r"(?P<where>[^.;\n]{0,70})$",
    re.IGNORECASE,
)
_VEHICLES = ("xe", "ô tô", "tàu")
_COMES_BY = re.compile(
    r"\b(?:dua|den|vao (?:phong|hoi truong|vi tri|cho)|xep hang|on dinh|g[uo]i xe)\b(?: [^\W\d]+){0,5}\s*$"
)
_SENDS = re.compile(r"\b(?:gui(?! xe\b)|nop|bao cao|dang ky|chuyen|lien he)\b")
_OTHER_TIME = re.compile(r"\d{1,2}\s*(?:h|g|giờ|:\d\d|/\d)", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"\s*(?:cua )?(?:ngay )?(?:hom truoc|truoc do|lien truoc|lien ke truoc)\b")
_STAMPED = re.compile(  # "Cập nhật lần 2 lúc 09:10 ngày 08/9", "(Lịch cập nhật ngày 08/9)"
    r"(?:^|[.;(|]\s*)\W*(?:(?:lich|ban)(?: nay)? )?(?:da |duoc )*(?:cap nhat|dieu chinh|in|ket xuat|trich xuat|gui di)"
    r"(?: (?:lan (?:thu )?(?:\w+|cuoi)|luc|vao|hoi|ngay|tu he thong))*[\s:]*$"
)
_STAMPS = ("cap nhat", "in", "xuat", "gui di")
_WHEN_OVER = re.compile(r"\W*(?:ngay )?sau (?:(?:thanh )?le|gio|buoi|cuoc|phien|khi|tiet)\b[^;.:]{0,30}$")
# "Sau lễ 7g30 - họp Ban hành giáo": the hour is that of the mass behind or before which something is held.
_AFTER_MASS = re.compile(
    r"\b(?:sau|truoc) (?:cac )?(?:thanh )?le(?: (?:luc|misa|sang|chieu|toi|nhi|thieu nhi))*\s*$"
)
_NEAR = 40  # letters before a time in which the words stand that lead to it
_LONGEST = 4000  # letters of a paragraph; longer ones are looked at around a time
_FAR = 160
_AS_TOLD = re.compile(
    r"\b(?:nhu|theo) (?:lich )?da (?:thong bao|gui|pho bien|dang|niem yet)(?: vao| tu)?\s*$"
)
_UNTIL_NOW = re.compile(r"[\W\d]*(?:\w{1,2}[.)]\s*)?(?:den|tinh den)(?: het)?\s*(?:ngay\s*)?(?:$|\d)")
_SENTENCE_END = re.compile(r"[.;]\s+|\n")
# "Đến hết ngày 08/8, Ban Tổ chức nhận 412 ảnh", "..., mới có 41/75 chỉ tiêu": what there is so far.
_IS_COUNTED = re.compile(
    r",[^.;:]{0,60}\b(?:nhan|co|da|dat|thu|con|moi|duoc)\s(?:\w+\s){0,3}\d[\d./]*\s+[^\W\d]"
)
_CALLED = re.compile(
    r"[^.;:]{0,120}\b(?:duoi su (?:chu tri|chu toa|dieu hanh)|(?:tien hanh|da) (?:hop|sinh hoat|to chuc)"
    r"|chu tri (?:cuoc|buoi|phien) (?:hop|lam viec))\b"
)
_HEARD = re.compile(r"\bsau khi nghe\b.{0,200}\b(?:ket luan|thong nhat|quyet nghi)\b", re.DOTALL)
_MINUTES = re.compile(r"\W*hom nay\b.*?\b(?:tien hanh|chung toi|da (?:hop|dien ra|to chuc))\b", re.DOTALL)


def is_of_something_else(text: str, reading: Reading, no_times: Sequence[NoTime], scope: Scope) -> bool:
    """Whether a time in a text is not that of the thing which the text announces."""
    if len(text) > _LONGEST:
        text, reading, no_times = _window(text, reading, no_times)
    near = fold(text)[max(0, reading.at[0] - _NEAR) : reading.at[0]]
    return (
        _is_of_minutes(text, reading, scope)
        or _is_state_told(text, reading, scope)
        or _is_assembly(text, reading)
        or _is_past_act(text, reading, scope)
        or _is_reported(text, reading, scope)
        or _is_ratio(text, reading)
        or _is_over(text, reading)
        or _is_of_any_day(text, reading)
        or (any(map(near.__contains__, _STAMPS)) and _STAMPED.search(near) is not None)
        or ("le" in near and _AFTER_MASS.search(near) is not None)
        or _is_lodging(text, reading)
        or _is_of_a_citation(text, reading, no_times)
        or is_of_figures(text, reading)
    )


def _window(text: str, reading: Reading, no_times: Sequence[NoTime]) -> tuple[str, Reading, Sequence[NoTime]]:
    """What stands around a time in a text that has no end, so that a thousand times in it are not a thousand texts."""
    begin, end = reading.at
    cut = max(0, begin - _LONGEST // 2)
    near = [
        no_time._replace(at=(no_time.at[0] - cut, no_time.at[1] - cut))
        for no_time in no_times
        if cut <= no_time.at[0] < begin
    ]
    return text[cut : end + _LONGEST // 2], reading._replace(at=(begin - cut, end - cut)), near


def _is_of_any_day(text: str, reading: Reading) -> bool:
    """Whether an hour is of the day before any on which something is held ("trước 15h ngày hôm trước")."""
    end = reading.at[1]
    return (
        reading.deadline
        and not has_day(reading)
        and _DAY_BEFORE.match(fold(text[end : end + _NEAR])) is not None
    )


def _is_over(text: str, reading: Reading) -> bool:
    """Whether an hour is that of what is over when the thing begins ("Sau lễ 7g30: Bán hàng gây quỹ")."""
    begin = reading.at[0]
    return not has_day(reading) and begin < _NEAR and _WHEN_OVER.match(fold(text[:begin])) is not None


def is_in_name(reading: Reading, quoted: Sequence[Span]) -> bool:
    """Whether a time is a word of a quoted name ("Chủ nhật Đỏ")."""
    begin, end = reading.at
    return any(a < begin and end < b and ((b - a) - (end - begin) > 5 or end - begin < 6) for a, b in quoted)


def _is_past_act(text: str, reading: Reading, scope: Scope) -> bool:
    """Whether a notice tells of what was done on that day ("Ngày 06/5, Sở đã ban hành Giấy mời ...").

    In any other paper the day on which one with its number was issued is none either.
    """
    begin, end = reading.at
    if not scope.notice and " số " in text and _ISSUES_A_PAPER.match(fold(text[end : end + 150])):
        before = _DATELINE.sub("", text[:begin].rpartition("\n")[2]).strip(" -+*•")
        return not before or before.endswith((".", ";")) or _PURPOSE.match(before) is not None
    if not scope.notice or not has_day(reading):
        return False
    if _REASON.search(text[:begin]) and "," in text[end:]:
        return True  # "Do Chủ tịch đi công tác từ ngày 14 đến ngày 16/11, cuộc họp ..."
    if not _DATELINE.search(text[:begin]) and re.search(r"[^.;\n]\s*$", text[:begin].rstrip(" -+")):
        return False
    return _PAST_ACT.match(fold(text[end : end + 200])) is not None


def _is_reported(text: str, reading: Reading, scope: Scope) -> bool:
    """Whether a day is told of what was done ("đã tổ chức ... (các ngày 10/7, 14/8)", "(đến nay ..., số liệu ...)").

    In a notice "đã thông báo" tells the old time, which counts.
    """
    begin, end = reading.at
    if not has_day(reading) and not reading.when.hours:
        return False
    folded = fold(text)
    before, behind = folded[max(0, begin - _NEAR) : begin], folded[end : end + _NEAR]
    if reading.deadline and _IS_TREATED.match(behind):
        return True
    if "còn " in text and _IS_VOID.match(behind):
        return True
    if _is_in_a_year_gone(text, begin, scope) or ("da qua" in before and _OVERDUE.search(before)):
        return True
    if ("sau" in before or "qua" in before) and _AFTERWARDS.search(before):
        return True
    near = before + folded[begin:end]
    if ("(" in near and _LAST_ONE.search(near)) or _JUST_NOW.match(behind[:15]):
        return True
    bracket = next((span for span in brackets(text) if span[0] < begin < span[1]), None)
    inside = folded[bracket[0] : begin] if bracket is not None else ""
    if inside and (_STATE_OF_THINGS.match(inside) or (not has_day(reading) and _IN_PLACE_OF.match(inside))):
        return True
    if scope.notice and isinstance(reading.when, Day) and _AS_BEFORE.search(fold(text)):
        return True
    span = extent(reading.when)
    known = scope.context.period.first if scope.context.period else scope.context.issued
    when = reading.when
    if (
        scope.matter is Matter.TASKS
        and known
        and isinstance(when, DaysFromTo)
        and when.last is None
        and when.first < known
    ):
        return True  # of a month's tasks: "kiện toàn các ban sau sắp xếp từ ngày 01/7/2025"
    if span is None or known is None or span.last >= known:
        return False
    after = re.split(r"[.;\n]", text[reading.at[1] : reading.at[1] + 60])[0]
    if isinstance(reading.when, DaysFromTo) and _HAS_BEEN.match(fold(after).lstrip(" ,")):
        return True  # "... diễn ra từ ngày 28/8 đến ngày 02/9/2025 đã bảo đảm an toàn"
    if scope.notice:
        return False
    behind = folded[end : bracket[1]] if bracket is not None else ""
    if _FORMER_TIME.match(inside) or (inside and _WAS_OFF.search(f"{inside} {behind}")):
        return True
    before = re.split(r"[.;\n]\s", text[:begin])[-1]
    return _HAS_BEEN.search(fold(before)) is not None or (
        not before.strip(" -+*") and _HAS_BEEN.search(fold(after)) is not None
    )


def _is_state_told(text: str, reading: Reading, scope: Scope) -> bool:
    """Whether a day is that up to which something is told ("Đến ngày 30/4, dự án giải ngân ..."), or of a paper.

    The first holds only for a day that was over when the paper was issued; the other is "vẫn như đã thông báo ngày".
    """
    begin, end = reading.at
    before = text[max(0, begin - _NEAR) : begin]
    if "đã" in before and not scope.notice and _AS_TOLD.search(fold(before)):
        return has_day(reading)
    if text[end : end + 1] != ",":
        return False
    sentence = _SENTENCE_END.split(before)[-1]
    led = fold(sentence + text[begin:end])
    if not _UNTIL_NOW.match(led) or sentence.count(" ") > 3:
        return False
    if scope.notice and _IS_COUNTED.match(fold(text[end : end + 120])):
        return True  # the day of issue of a web page's notice may be unknown
    known = scope.context.issued or (scope.context.period.first if scope.context.period else None)
    span = extent(reading.when)
    return begin <= _NEAR and known is not None and span is not None and span.last <= known


def _is_in_a_year_gone(text: str, begin: int, scope: Scope) -> bool:
    """Whether the sentence tells of an earlier year: "Năm 2024, Trường tổ chức ...", "Vu Lan năm trước chùa đã ..."."""
    if "ăm " not in text:
        return False
    cut = max(text.rfind(end, 0, begin) for end in (". ", "; ", "\n"))
    sentence = fold(text[max(0, cut + 1) :]).lstrip(" -+*.;")
    if _YEARS_AGO.match(sentence):
        return True
    year = _IN_THE_YEAR.match(sentence)
    known = scope.context.issued or (scope.context.period.first if scope.context.period else None)
    return year is not None and known is not None and int(year[1]) < known.year


def _is_of_minutes(text: str, reading: Reading, scope: Scope) -> bool:
    """Whether a time is that of the meeting whose minutes these are ("Hôm nay, hồi 8 giờ, đã tiến hành họp").

    So is the day, not after that of issue, with which a decision begins: "Ngày 03/7, Chi bộ họp dưới sự chủ trì của".
    """
    begin, end = reading.at
    issued = scope.context.issued
    opens = not text[:begin].strip() and isinstance(reading.when, Day)
    if opens and "hi nghe" in text and _HEARD.search(fold(text[end:])):
        return True
    if opens and isinstance(reading.when, Day) and issued is not None:
        return reading.when.day <= issued and _CALLED.match(fold(text[end : end + 160])) is not None
    if "nay" not in text:
        return False
    sentence = re.split(r"[.;\n]\s", text[:begin])[-1] + text[begin : end + 200]
    return _MINUTES.match(fold(sentence)) is not None


def _is_ratio(text: str, reading: Reading) -> bool:
    """Whether a bare pair of numbers counts ("7/8 khu phố đạt chuẩn", reference section C.3)."""
    begin, end = reading.at
    return (
        _PAIR.fullmatch(text[begin:end]) is not None
        and _COUNTED.match(fold(text[end : end + 30])) is not None
    )


def _is_lodging(text: str, reading: Reading) -> bool:
    """Whether a day is a night's in a hotel ("đăng ký phòng nghỉ đêm 12/12")."""
    before = text[max(0, reading.at[0] - 90) : reading.at[0]]
    if isinstance(reading.when, Repeat) and _CLOSED.search(before):
        return True  # "mở cửa từ 01/5 đến 31/8 (nghỉ thứ Hai hằng tuần)"
    lodges = not reading.deadline and any(map(before.lower().__contains__, _LODGES))
    return lodges and _LODGING.search(before) is not None


def _is_of_a_citation(text: str, reading: Reading, no_times: Sequence[NoTime]) -> bool:
    """Whether a time is of a cited document's matter ("Thực hiện Công điện số 15 về giãn cách từ ngày 05/8, ...")."""
    begin = reading.at[0]
    for no_time in no_times:
        start, end = no_time.at
        if no_time.reason == "citation" and end <= begin and _INTRODUCED.search(fold(text[:start])):
            return re.search(r"[,:;.]\s", text[end:begin]) is None
    return False


def _ends_with(words: Phrases, folded: str) -> bool:
    return any(found.end() == len(folded) for found in words.all(folded))


def _is_assembly(text: str, reading: Reading) -> bool:
    """Whether a time is that of a departure, a gathering or a registration, which is not the beginning."""
    begin, end = reading.at
    words = item_words()["items.assembly"]
    far = text[max(0, begin - _FAR) : begin]
    fetched = _FETCHED.search(far) if any(map(far.lower().__contains__, _VEHICLES)) else None
    if fetched and reading.when.hours.start and not mentions_head(fetched["where"]):
        return True  # "bố trí xe đón tại ga lúc 6h00 và 6h30 ngày 17/11"
    if has_day(reading):
        if not isinstance(reading.when, Day) or not reading.when.hours.start:
            return False
        # "Xe xuất phát lúc 5h30 ngày 15/3": right before its hour, the departure's day is not the meeting's.
        before = _LEADS_TO_HOUR.sub("", fold(text[max(0, begin - 40) : begin]))
        if _ALL_THAT_IS_TOLD.fullmatch(before) and begin <= _NEAR and not _OTHER_HOUR.search(text, end):
            return False  # "Khối 1: Tập trung 7 giờ 00, ngày 21/8": the thing itself
        if _HELD_TOGETHER.search(text[:begin]) and has_head(text[:begin].lstrip(" -+*•")):
            return False
        return _ends_with(words, before)
    before_any = text[:begin].strip(" -+*•(").lower() not in ("", "buổi")
    near = re.split(r"[.;(\n]", fold(text[max(0, begin - 40) : begin]))[-1]
    if not before_any and not _OTHER_HOUR.search(text, end):
        return False  # "7h30: Đón tiếp Đoàn công tác": the thing itself
    comes = _COMES_BY.search(near) if reading.deadline else None
    if comes and _SENDS.search(near) is None and _OTHER_TIME.search(far):
        return True  # "Diễn tập 9h sáng mai, ba mẹ đưa các con đến trước 7h45"
    found = words.all(near)
    if found and not re.search(r"\b(?:hop|hoi nghi|khai mac)\b", near[found[-1].end() :]):
        return bool(reading.when.hours.start or reading.when.hours.end)  # "có mặt trước 07 giờ 45"
    return words.match(fold(text[end : end + 30]).lstrip(" :-–")) is not None
