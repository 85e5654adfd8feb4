"""Whether an item with a time is an entry: section C's rule of thumb.

A thing in a list of meetings always counts, a task in prose needs a head word or a deadline. What is hard is what
looks like either and is neither: a filler, a remark, a sentence about the rule itself, what is done when asked for.
"""

import re
from collections.abc import Sequence

from calendars.layouts.layout import Item, Matter
from calendars.layouts.shapes import looks_like_place
from calendars.layouts.timelabels import begins_with_clock
from calendars.layouts.words import fold, layout_words
from calendars.marks import Status
from calendars.reading.naming.categories import is_sent, says_due
from calendars.reading.naming.observances import Named
from calendars.reading.naming.people import split_leader
from calendars.reading.naming.titles import has_head, mentions_head
from calendars.reading.notices.referring import is_held_again
from calendars.reading.notices.staying import tells_no_change
from calendars.reading.parts.grouping import Group
from calendars.reading.scope import Scope
from calendars.reading.timing.precedence import OLD, Origin, Settled
from calendars.reading.words import item_words
from calendars.times import DayPart
from calendars.when import Day, Days, Repeat, Span, Undated, Window

_LEADING = re.compile(r"^(?:[Bb]uổi\s+)?(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Cc]ả ngày)?[\s:,.\-]*")
_HALF_FIRST = re.compile(  # "- Buổi sáng (bắt đầu từ 8h00): Triển khai ...", below the day
    r"\W*(?:buổi\s+)?(?:sáng|chiều|tối)\b[^:;.]{0,40}:\s", re.IGNORECASE
)
# Of a standing rule, not of what it rules.
_IN_FORCE = re.compile(
    r"(?:dieu \d+\W+)?(?:hieu luc\W+)?(?:quy che|quy dinh|thong bao|lich|noi quy|che do|ke hoach"
    r"|quy uoc|huong uoc|quyet dinh)(?: [^,.;]{0,40})? nay\b"
    r"|(?:quy che|quy dinh|thong bao|lich|noi quy|che do|quy uoc|huong uoc)(?: [^,.;]{0,40})?"
    r" (?:ap dung|thuc hien|co hieu luc|co gia tri) (?:ke )?tu\b"
    r"|(?:hieu luc|co hieu luc|(?:thoi (?:gian|han) )?ap dung)\b"
    r"|thuc hien (?:ke )?tu ngay \d"
    r"|[^:;.\d]{0,90}\b(?:lich|che do|gio) [^:;.\d]{0,60}\btu (?:ngay )?\d[^:;.]{0,60}\b(?:nhu sau|sau(?: day)?):$"
)
_CLOSED_ON = re.compile(  # "Thứ Hai đóng cửa làm nghiệp vụ", and not "Đóng cửa kiểm kê: thứ Hai đầu tiên của quý"
    r"\W*(?:rieng )?(?:cac )?(?:ngay )?(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)(?:,? va |, )?){1,3}"
    r"(?: hang tuan)?:? (?:nghi|dong cua|khong (?:lam viec|mo cua|hoat dong))\b"
)
# "Biểu dương 08 cơ sở hoàn thành sớm trước ngày 26/3": who was in time, not who is asked.
_PRAISED = re.compile(r"(?:bieu duong|ghi nhan|danh gia cao|hoan nghenh|phe binh|nhac nho)\b")
_IS_HELD = re.compile(  # "Dân quân tại chỗ: trong tháng 6"
    r"[^:;.]{8,80}:\s*(?:theo (?:lịch|giấy mời|thông báo)[^():;.]{0,30}\()?(?:dự kiến\s+)?(?:vào\s+)?"
    r"(?:khoảng\s+)?(?:trong\s+)?(?:đầu\s+|giữa\s+|cuối\s+)?"
    r"(?:tháng|quý|tuần|thượng tuần|trung tuần|hạ tuần)(?:\s|[.;]?$)",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(  # "- Giữa tháng: bảo dưỡng hồ bơi"
    r"(?:du kien\s+)?(?:(?:dau|giua|cuoi) thang(?: \d{1,2})?"
    r"|(?:(?:thuong|trung|ha) tuan|tuan \w+)(?: thang \d{1,2})?)\s*:\s"
)
_INITIAL = re.compile(r"[\s.][A-ZĐ]\.\s*$")
_TELLS_HOUR = re.compile(r"\d\s?(?:[hg]|giờ|:\d\d)")
_IS_DONE = re.compile(  # "(đã thực hiện)", ": đã gửi"; "giấy mời: đã gửi" is of what is to come
    r"(?:\(|(?<!moi)(?<!thu)(?<!lieu)(?<!bao)(?<!van)(?:\s?[:–-]|,))\s*da (?:duoc )?(?:thuc hien|to chuc|hoan thanh"
    r"|tien hanh|xong|hop|gui|nop|lam|bao cao|trinh|ban hanh|ky|chuyen)(?: (?:xong|roi|du|day du)){0,2}"
    r"\s*(?:\)|[.;]|$)"
)
_STILL_VALID = re.compile(r"\b(?:van )?(?:con|het) (?:gia tri|hieu luc)\b")
_WHY = re.compile(r"\W*ly do\s*:")
_SOME = re.compile(r"\bco (?:mot so|nhieu) (?:hoat dong|cuoc hop|hoi nghi|noi dung|thay doi)\b")
_AS_NEEDED = re.compile(r"\bdot xuat\b|\bkhi (?:co yeu cau|can thiet|can)\b|\btheo yeu cau\b")

_NO_DAY = re.compile(
    r"(?:(?:cham nhat )?(?:24|7)/(?:24|7)\s*h?(?:gio)?\b[\s,;]*)?"
    r"(?:thuong xuyen|lien tuc|dot xuat|(?:ngay )?(?:khi|neu) (?:co|can|xay ra|phat sinh)\b"
    r"|theo (?:yeu cau|thuc te|vu viec)\b|(?<=[\sh])$)"
)

_SAME_DAY = re.compile(r"\d\s*,?\s+cùng ngày\b", re.IGNORECASE)  # "Đơn vị số 2: 14h00 cùng ngày"
_FOR_IT = re.compile(r"\w: (?:[^\W\d]+\s){2}")  # "Hưởng ứng Ngày ...: mở cửa miễn phí"
_EACH_DAY = re.compile(r"\b(?:ngay lam viec|(?:hang|moi) ngay|ngay trong tuan|gio hanh chinh)\b|24/")
_ON_CALL = re.compile(
    r"\b(?:giai dap|lien he|ho tro|tiep nhan|phan anh|tu van|duong day)\b[^.;]{0,60}?"
    r"\b(?:so|dien thoai|dt|hotline|zalo|duong day nong)\b\W{0,4}0\d[\d .-]{7}"
)
_TILL_THEN_OFF = re.compile(
    r"(?:(?!bao|gui|dang|lap|lich|phuong|ke|truc|nop|phan)[a-z]+,? ){0,4}nghi (?:tet|le|he|bu|hoc|quoc khanh)\b"
)

_SOMEBODY = re.compile(  # "Đ/c Hứa Văn Bền", behind the days of a duty
    r"(?:Đ/c|Đồng chí|Ông|Bà|BS\.?|ThS\.?|[PV]?(?:GĐ|CT|HT)|P(?:GĐ|CT|HT))(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]+){1,4}"
)

_LODGES = re.compile(  # "Học viên ở ký túc xá nhận phòng từ 14h00 ngày 08/3", before what is held
    r"\W*(?:(?:cac |quy )?(?:hoc vien|dai bieu|thi sinh|hoc sinh|giao vien|can bo|doan|khach|van dong vien"
    r"|tap trung|co mat)\b"
    r"[^:;.\d]{0,50}?\s)?nhan (?:phong(?: nghi)?|cho (?:o|nghi)|noi (?:o|nghi))\b(?! (?:thi|hop|hoc))"
)


def counts(one: Settled, group: Group, title: str, scope: Scope, item: Item, named: Sequence[Named]) -> bool:
    """Whether this is an entry: section C's rule of thumb."""
    folded = fold(title)
    words = item_words()
    begin, end = group.spans[0]
    if scope.matter in (Matter.REPORT, Matter.TAIL) or _is_filler(folded, item.text[begin:end].strip(" .")):
        return False
    if _SOMEBODY.fullmatch(title.strip(" .;:")):
        return False
    if not scope.notice and "da " in (said := fold(item.text)) and _IS_DONE.search(said):
        return False  # "Lễ cầu siêu: tối 26/7 (đã thực hiện)"
    if scope.notice and _WHY.match(fold(item.text[begin:end])):
        return False  # "Lý do: phục vụ Đại hội và kỳ nghỉ lễ 02/9"
    if scope.notice and one.status not in OLD and tells_no_change(one, item.text[begin:end]):
        return False
    if item.day and not group.readings and item.time is None and _is_remark(item, title):
        return False
    hours = one.when.hours
    in_half = hours.part not in (None, DayPart.ALL_DAY)
    timed = (one.origin is Origin.LABEL and (hours.start is not None or in_half)) or (
        one.origin is Origin.OWN and isinstance(one.when, Day) and hours.start is not None
    )
    flags = (
        folded.startswith("treo ")
        and one.origin in (Origin.OWN, Origin.LABEL)
        and not isinstance(one.when, Window)
    )
    held = one.origin is Origin.OWN and hours.start is not None and isinstance(one.when, Day)
    told = timed or held or one.deadline or flags or _tells_what_for(item, title, item.text[begin:end])
    if named and not told and words["items.occasions"].match(folded):
        return False  # but for "Treo cờ Tổ quốc từ chiều 01/9 đến hết 02/9"
    if not one.deadline and _LODGES.match(fold(item.text[begin:end])):
        return False
    if scope.day is not None and not one.deadline and words["items.assembly"].match(folded):
        return False  # in an agenda; "Đăng ký đại biểu trước 16h30 ngày 22/02" is asked for
    if scope.recurring and _CLOSED_ON.match(fold(item.text[begin:end])):
        return False
    if scope.recurring and (
        _IN_FORCE.match(fold(item.text[begin:end]).strip(" -+*.")) or _IN_FORCE.match(folded)
    ):
        return False
    if one.origin in (Origin.SECTION, Origin.PERIOD) and not item.day and _AS_NEEDED.search(fold(item.text)):
        return False
    if one.origin is Origin.PERIOD and _NO_DAY.match(fold(item.day or item.time or "").strip(" (.")):
        return False  # "24/24h khi có tin bão" in the column of times
    if isinstance(one.when, Undated) and one.status is not Status.TENTATIVE and not item.day:
        return False
    if isinstance(one.when, Repeat) and _EACH_DAY.search(text := fold(item.text)) and _ON_CALL.search(text):
        return False  # "Lãnh đạo trực giải đáp qua số 0233.3566.778, tất cả các ngày làm việc"
    if one.deadline and _TILL_THEN_OFF.match(folded):
        return False  # "Nghỉ Tết đến hết 26/01": nothing is due then
    if one.deadline and _STILL_VALID.search(fold(item.text[begin:end])):
        return False  # "Thẻ cấp trước 31/12/2017 vẫn còn giá trị"
    if one.deadline and _PRAISED.match(fold(item.text).lstrip(" -+*")):
        return False
    hour_first = (
        one.origin is Origin.SECTION
        and (one.when.hours.start or in_half)
        and (begins_with_clock(_LEADING.sub("", item.text)) or _HALF_FIRST.match(item.text))
    )
    standing = words["items.occasions"].match(folded) or words["items.standing"].match(folded)
    if (
        one.origin in (Origin.PERIOD, Origin.SECTION)
        and not (item.day or hour_first)
        and (standing or not has_head(title))
    ):
        return False
    if scope.matter is Matter.EVENTS or scope.change or item.day or scope.subject or hour_first:
        return True
    if item.time and one.origin is Origin.LABEL:
        return True
    if one.deadline or says_due(folded):
        return True
    if is_sent(title) and isinstance(one.when, Day) and one.origin is Origin.OWN:
        return True
    if scope.notice and isinstance(one.when, Window) and _SOME.search(folded):
        return False  # "trong tháng có một số hoạt động" leads to what is told below
    if scope.notice and (one.status in OLD or is_held_again(title)):
        return True
    if scope.matter is Matter.TASKS:
        campaign = words["items.campaigns"].search(folded) is not None and one.origin is Origin.OWN
        firm = not isinstance(one.when, Window)
        headed = has_head(title) or (mentions_head(title) and firm and not standing)
        in_list = held and item.mark is not None  # "- Lấy mẫu nước (7h00 ngày 22/10)"
        return headed or campaign or (not standing and (in_list or _is_name_with_day(one, group, item)))
    if isinstance(one.when, Window):
        lasting = one.origin is Origin.OWN and words["items.campaigns"].search(folded) is not None
        listed = (
            item.mark is not None
            and one.origin is Origin.OWN
            and not standing
            and (_IS_HELD.match(item.text) or _TIME_FIRST.match(fold(item.text)))
        )
        return bool(lasting or has_head(title) or mentions_head(title.split(",", maxsplit=1)[0]) or listed)
    same_day = one.origin is Origin.LABEL and one.when.hours.start and _SAME_DAY.search(item.text[begin:end])
    return bool(has_head(title) or mentions_head(title) or one.origin is Origin.OWN or same_day)


def _tells_what_for(item: Item, title: str, clause: str) -> bool:
    """Whether behind an occasion and a colon stands what is held for it ("Kỷ niệm Ngày ...: gặp mặt")."""
    occasion, _, thing = clause.partition(": ")
    named = item_words()["items.occasions"].match(fold(_LEADING.sub("", occasion))) is not None
    return (named and has_head(thing)) or (item.day is not None and _FOR_IT.search(title) is not None)


def _is_name_with_day(one: Settled, group: Group, item: Item) -> bool:
    """Whether a listed line is a name and, behind a colon, its day, perhaps with a place ("Giải cờ tướng: sáng 07/3").

    So is one that its day opens: "Chiều 09/5: Đi xã Tân An".
    """
    if item.mark is None or one.origin is not Origin.OWN or not isinstance(one.when, (Day, Days, Span)):
        return False
    begin, end = group.readings[0].at[0], group.readings[-1].at[1]
    name = item.text[:begin].rstrip()
    if not name and item.text[end:].lstrip().startswith(":"):
        return True
    place = item.text[end:].strip(" ).;,")
    told = not place or looks_like_place(place)  # "Thôn Trung: 7h30 ngày 14/11, Nhà văn hóa thôn"
    return name.endswith(":") and name.count("(") == name.count(")") and told


def _is_remark(item: Item, title: str) -> bool:
    """Whether a line below a day is a sentence about something else than a thing that is held."""
    if item.mark is not None or not item.text.rstrip().endswith(".") or has_head(title):
        return False
    if _INITIAL.search(item.text) or _TELLS_HOUR.search(item.day or ""):
        return False  # "Ly hôn: chị Đinh Thị M. - anh Lê K.", in a row of its own hour
    words = layout_words()  # "Ban Pháp chế khảo sát tại Sở Nội vụ.", "Cha xứ tĩnh tâm linh mục."
    body = words["shapes.units"].match(fold(title)) or words["shapes.persons"].match(fold(title))
    does = title.split(",", maxsplit=1)[0]
    return body is None or not (mentions_head(does) or has_head(does[body.end() :].strip()))


_NOTHING = re.compile(
    r"(?:khong(?: co(?: gi)?)?|chua co|de trong"
    # of the paper itself: "Điều chỉnh lần 1, 10h ngày 14/11"
    r"|(?:lich |ban )?(?:dieu chinh|chinh sua|hieu chinh|sua doi|bo sung|cap nhat|thay doi) lan (?:thu )?\w{1,4})\W*"
)


def _is_filler(title: str, text: str) -> bool:
    """Whether nothing is announced but that somebody is at work, away or free."""
    words = item_words()
    text = text.strip(" .()")
    whole = fold(_LEADING.sub("", text))
    does = fold(split_leader(_LEADING.sub("", text))[2])
    if _NOTHING.fullmatch(fold(title)):
        return True
    for told in (title, does, whole.split(":")[-1].strip() if len(whole) < 60 else title):
        if (
            len(told) < 60
            and words["items.fillers"].match(told)
            and not words["items.fillers_kept"].match(told)
        ):
            return True
    return False
