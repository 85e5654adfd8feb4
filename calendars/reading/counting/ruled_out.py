"""What looks like an entry and is none: a filler, a remark, a sentence about the rule itself, what is done when asked.

Each is a question to a candidate, and one that says yes rules it out.
"""

import re
from collections.abc import Callable

from calendars.layouts.layout import Matter
from calendars.layouts.words import fold, layout_words
from calendars.marks import Status
from calendars.reading.counting.candidate import LEADING, Candidate
from calendars.reading.counting.looked_back import did_somebody, is_done, is_looked_back_on, was_held_before
from calendars.reading.counting.occasions import is_only_an_occasion
from calendars.reading.counting.who_alone import names_only_who
from calendars.reading.naming.people import split_leader
from calendars.reading.naming.titles import has_head, mentions_head
from calendars.reading.notices.staying import tells_no_change
from calendars.reading.timing.precedence import OLD, Origin
from calendars.reading.words import item_words
from calendars.when import Day, Repeat, Span, Undated, Window, extent

# Of a standing rule, not of what it rules.
_IN_FORCE = re.compile(
    r"(?:dieu \d+\W+)?(?:hieu luc\W+)?(?:quy che|quy dinh|thong bao|lich|noi quy|che do|ke hoach"
    r"|quy uoc|huong uoc|quyet dinh)(?: [^,.;]{0,40})? nay\b"
    r"|(?:quy che|quy dinh|thong bao|lich|noi quy|che do|quy uoc|huong uoc)(?: [^,.;]{0,40})?"
    r" (?:ap dung|thuc hien|co hieu luc|co gia tri|(?:su )?dung) (?:ke )?tu\b"
    r"|(?:lich )?(?:su dung|dung) (?:ke )?tu\b"
    r"|(?:lich )?(?:su )?dung$"
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
_INITIAL = re.compile(r"[\s.][A-ZĐ]\.\s*$")
_TELLS_HOUR = re.compile(r"\d\s?(?:[hg]|giờ|:\d\d)")
_STILL_VALID = re.compile(r"\b(?:van )?(?:con|het) (?:gia tri|hieu luc)\b")
_WHY = re.compile(r"\W*ly do\s*:")
# "Các thôn chưa nộp hội phí quý II (hạn 30/6)": the day is over, and nothing else is told of them.
_OVERDUE = re.compile(
    r"\bchua (?:nop|dong|gui|bao cao|dang ky|hoan thanh|thanh toan|quyet toan)\b[^.;]{0,60}\((?:da qua )?han "
)
_LEADS_ON = re.compile(
    r"(?:tuy nhien|nhung|song|do|vi|truoc (?:day|do|tinh hinh)|hien(?: nay)?|ke tu|nham|sau khi|ben canh do|trong "
    r"khi)\b"
)
_CHANGES = re.compile(  # with its marks: "áp dụng" stops nothing
    r"\b(?:hoãn|dời|đổi|lùi|chuyển|hủy|huỷ|điều chỉnh|dừng|họp|tổ chức|ghi|giấy mời|hoan|doi|lui|chuyen|huy)\b",
    re.IGNORECASE,
)
_SANCTION = re.compile(
    r"\b(?:vang|nghi|cham|muon|tre|vi pham|khong (?:tham gia|tham du|du|hop|nop)|bo (?:hop|buoi|sinh hoat)|di muon)\b"
    r"[^.;\n]{0,100}?\b(?:bi (?:xem xet|nhac nho|phe binh|xu ly|ky luat|xoa ten|tru|ha|khien trach|phat|cat|loai"
    r"|dinh chi)|coi nhu|xem nhu|thi (?:ha|tru|khong (?:xet|duoc)|phai)|ha (?:mot|01|1) bac"
    r"|khong (?:duoc )?xet thi dua)\b"
)
_NOT_AGAIN = re.compile(
    r"\bda (?:uy quyen|dang ky|gui|nop|mua|nhan|xac nhan|dong|ban hanh|phat)\b[^.;\n]{0,100}?"
    r"\b(?:khong (?:phai|can)\b[^.;\n]{0,40}\blai\b"
    r"|van (?:co gia tri|con (?:hieu luc|gia tri)|duoc (?:su dung|giu|bao luu)))"
)
_AS_NEEDED = re.compile(r"\bdot xuat\b|\bkhi (?:co yeu cau|can thiet|can)\b|\btheo yeu cau\b")
_NO_DAY = re.compile(
    r"(?:(?:cham nhat )?(?:24|7)/(?:24|7)\s*h?(?:gio)?\b[\s,;]*)?"
    r"(?:thuong xuyen|lien tuc|dot xuat|(?:ngay )?(?:khi|neu) (?:co|can|xay ra|phat sinh)\b"
    r"|theo (?:yeu cau|thuc te|vu viec)\b|(?<=[\sh])$)"
)
_EACH_DAY = re.compile(r"\b(?:ngay lam viec|(?:hang|moi) ngay|ngay trong tuan|gio hanh chinh)\b|24/")
_ON_CALL = re.compile(
    r"\b(?:giai dap|lien he|ho tro|tiep nhan|phan anh|tu van|duong day)\b[^.;]{0,60}?"
    r"\b(?:so|dien thoai|dt|hotline|zalo|duong day nong)\b\W{0,4}0\d[\d .-]{7}"
    r"|\b(?:tong dai|hotline|duong day nong)\b\W{0,4}(?:1[89]00|0\d)"
)
_TELEPHONE = re.compile(
    r"[^:;.]{2,60}:\s*(?:số |đt:? )?\(?0\d{1,4}\)?(?:[ .-]?\d{2,4}){2,3}\W*", re.IGNORECASE
)
_TILL_THEN_OFF = re.compile(
    r"(?:(?!bao|gui|dang|lap|lich|phuong|ke|truc|nop|phan)[a-z]+,? ){0,4}nghi (?:tet|le|he|bu|hoc|quoc khanh)\b"
)
_PART_NUMBER = re.compile(
    r"(?:giai doan|dot|phan|chang|chuong|nhom|hoc ky|hoc ki|hk|tuan|thang|quy) "
    r"(?:thu )?(?:\d{1,2}|[ivx]{1,4}|nhat|hai|ba|tu)"
)
_SOMEBODY = re.compile(  # "Đ/c Hứa Văn Bền", behind the days of a duty
    r"(?:Đ/c|Đồng chí|Ông|Bà|BS\.?|ThS\.?|[PV]?(?:GĐ|CT|HT)|P(?:GĐ|CT|HT))(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]+){1,4}"
)
_LODGES = re.compile(  # "Học viên ở ký túc xá nhận phòng từ 14h00 ngày 08/3", before what is held
    r"\W*(?:(?:cac |quy )?(?:hoc vien|dai bieu|thi sinh|hoc sinh|giao vien|can bo|doan|khach|van dong vien"
    r"|tap trung|co mat)\b"
    r"[^:;.\d]{0,50}?\s)?nhan (?:phong(?: nghi)?|cho (?:o|nghi)|noi (?:o|nghi))\b(?! (?:thi|hop|hoc))"
)
_OPENS_GATE = re.compile(
    r"\W*(?:[a-z]+ ){0,4}mo cong (?:don|tu|luc|vao)\b"
)  # "Trường mở cổng đón phụ huynh từ 7h00"
_CLOCK = r"\d{1,2} ?(?:[hg] ?\d{0,2}|gio(?: \d{1,2})?|:\d\d)"
# "06 giờ 00: xe xuất phát", before the hour of what they go to; "Xuất phát đi Huế" is a journey.
_LEAVES = re.compile(
    rf"(?:{_CLOCK}\W+)?(?:(?:xe|o to|tau|do|doan|ca doan|dai bieu|tat ca) )?"
    r"(?:xuat phat|khoi hanh|len xe|xe (?:chay|di|don|don doan|dua don|roi ben)|tau chay|tap trung|co mat)"
    rf"(?:\s?:?(?: luc| tu)? {_CLOCK})?(?: (?:tai|o|tu) [^:;.,\d]{{2,50}})?\W*|{_CLOCK}\W*"
)
_SETS_OUT = re.compile(r"\b(?:xuat phat|khoi hanh|len xe|tap trung|co mat)\b")
# "Lịch kèm theo thông báo họp giao ban ngày 06/3": which paper this is.
_OF_THE_PAPER = re.compile(
    r"\W*(?:lich|ke hoach|bang phan cong|thoi khoa bieu|ban tin)(?: (?:cong tac|lam viec|truc|tuan|nay)){0,3}"
    r" (?:(?:duoc )?(?:gui|dinh|ban hanh|phat hanh) )?(?:kem|thay(?: the)?(?: cho)?) (?!nhau\b)"
    r"|\W*(?:lich|thong bao|giay moi|ke hoach)(?: [a-z]+){0,5} thay(?: the)?(?: cho)?"
    r" (?:thong bao|lich|giay moi|ban|van ban|ke hoach|to trinh)\b"
)
_COMES_BY = re.compile(r"\W*(?:[a-z]+ ){0,8}(?:co mat|tap trung)\b")  # "Đại biểu có mặt để nhận tài liệu"
_NOTHING = re.compile(
    r"\W*(?:khong(?: co(?: gi| lich)?)?|trong|de trong"
    r"|(?:noi dung|ngay|lich)(?: (?:cong viec|lam viec|cong tac|hoat dong))?"  # the head of a column
    r"|ngay (?:lam viec |hop )?thu (?:nhat|hai|ba|tu|[1-4])(?: cua [a-z ]{3,40})?"  # over what is on then
    r"|chua (?:co|xep|bo tri|len)(?: lich| noi dung| ke hoach| viec)?(?: cu the)?"
    r"|\W?(?:tiep(?: theo| tuc)?|nhu (?:tren|buoi sang)|cung (?:tham )?du|(?:tham )?du cung"
    r"|cung (?:di|tham gia|lam viec))(?=\W*$)"
    r"|(?:chuong trinh|noi dung|kich ban)(?: (?:cu the|chi tiet|cua|buoi|le|hoi nghi|dai hoi|hoi thao|ngay hoi)){0,4}"
    r" ?\((?:se )?(?:co|theo|gui) (?:[a-z]+ ){1,3}(?:rieng|kem theo|dinh kem|sau)\)"
    # of the paper itself: "Điều chỉnh lần 1, 10h ngày 14/11"
    r"|(?:lich |ban )?(?:dieu chinh|chinh sua|hieu chinh|sua doi|bo sung|cap nhat|thay doi) lan (?:thu )?\w{1,4}"
    r"(?:[\s,(–-]+(?:luc |ngay )?[\d/:.h ]{4,20})?)\W*"
)


_BY_LIST = re.compile(r"truc(?: [a-z]+){0,4}: theo (?:lich|bang|phan cong|danh sach)[^:;.]{0,40}")
_OFFICE_HOURS = re.compile(r"\W*(?:gio|thoi gian|ca) (?:truc|lam viec|giao ca|doi ca|mo cua)\b")
_AS_USUAL = re.compile(  # "Thứ Hai ngày 19/02 sinh viên đi học bình thường"
    r"[^;]*\b(?:di lam|lam viec|di hoc|hoc|hoat dong|cong tac|giang day|mo cua|giao dich|phuc vu|len lop"
    r"|tro lai|quay lai|dien ra|to chuc)\b[^;]{0,40}\bbinh thuong"
)
_ALL_REST = re.compile(  # in a row of a day: nothing is held
    r"(?:(?:ca|toan) (?:truong|co quan)|(?:cac )?(?:hoc sinh|sinh vien|hoc vien|can bo|giao vien|cac lop|hs|sv|hv)"
    r"(?: (?:toan truong|cac khoi|cac lop))?)(?: duoc| nghi)? nghi(?: hoc| o nha| tai nha)?"
)


def is_ruled_out(candidate: Candidate) -> bool:
    """Whether something shows that a candidate is no entry."""
    for shows in _RULING_OUT:  # noqa: SIM110 - of all that has a time
        if shows(candidate):
            return True
    return False


# --- what is announced is nothing ---------------------------------------------------------------------------------


def _is_told_elsewhere(it: Candidate) -> bool:
    """What a report or the end of a paper tells is past, or is for those who read it."""
    return it.scope.matter in (Matter.REPORT, Matter.TAIL)


_DAY_FIRST = re.compile(
    r"\W*(?:(?:thu \w+|chua? nhat|cn|t[2-7])\b[\s,(]*(?:ngay )?(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?\)?)?\s*[-–:]?\s*)"
)


def _is_filler(it: Candidate) -> bool:
    """Nothing is announced but that somebody is at work, away or free."""
    words = item_words()
    text = it.clause.strip(" .").strip(" .()")
    led = LEADING.sub("", text)
    whole = fold(led)
    does = fold(LEADING.sub("", split_leader(led)[2]))  # "PCT.CN: Sáng làm việc tại cơ quan"
    if _NOTHING.fullmatch(it.folded) or (
        "nghi" in it.folded and (it.item.day or _DAY_FIRST.match(whole)) and _ALL_REST.fullmatch(it.folded)
    ):
        return True
    if "truc" in whole and _BY_LIST.fullmatch(whole):
        return True
    if it.folded.endswith("binh thuong") and _AS_USUAL.fullmatch(it.said.strip(" .")):
        return True
    if ("gi" in whole or "ca " in whole) and isinstance(it.one.when, Undated) and _OFFICE_HOURS.match(whole):
        return True
    day = _DAY_FIRST.match(whole)  # "Thứ Bảy 10/10 - làm việc tại cơ quan"
    behind = whole[day.end() :] if day else whole
    last = fold(LEADING.sub("", led.rpartition(":")[2].strip())) if len(whole) < 60 else it.folded
    for told in (it.folded, does, behind, last):
        if (
            len(told) < 60
            and words["items.fillers"].match(told)
            and not words["items.fillers_kept"].match(told)
            and not (it.scope.recurring and told.startswith(_HELD_AS_A_RULE))
        ):
            return True
    return False


_HELD_AS_A_RULE = ("tu hoc",)  # of no week's row, but what a boarding school holds each evening


def _is_somebody(it: Candidate) -> bool:
    """The title is a person."""
    return _SOMEBODY.fullmatch(it.title.strip(" .;:")) is not None


def _heads_a_part(it: Candidate) -> bool:
    """A number is all that is told, within days of a heading: "Giai đoạn 1" over the days of that part of a term."""
    lasts = isinstance(it.one.when, (Span, Window)) and it.one.origin is not Origin.OWN
    return lasts and _PART_NUMBER.fullmatch(it.folded.strip(" .:")) is not None


def _is_remark(it: Candidate) -> bool:
    """A sentence below a day is about something else than a thing that is held."""
    item, title = it.item, it.title
    if not item.day or it.group.readings or item.time is not None or it.one.deadline:
        return False
    if item.mark is not None or not item.text.rstrip().endswith(".") or has_head(title):
        return False
    if _INITIAL.search(item.text) or _TELLS_HOUR.search(item.day):
        return False  # "Ly hôn: chị Đinh Thị M. - anh Lê K.", in a row of its own hour
    words = layout_words()  # "Ban Pháp chế khảo sát tại Sở Nội vụ.", "Cha xứ tĩnh tâm linh mục."
    body = words["shapes.units"].match(it.folded) or words["shapes.persons"].match(it.folded)
    does = title.split(",", maxsplit=1)[0]
    return body is None or not (mentions_head(does) or has_head(does[body.end() :].strip()))


# --- it is told why, or stays as it was -------------------------------------------------------------------------------


def _is_reason(it: Candidate) -> bool:
    """A notice tells why: "Lý do: phục vụ Đại hội và kỳ nghỉ lễ 02/9", "Tuy nhiên, tỉnh đã giãn cách từ ngày 28/7"."""
    if not it.scope.notice:
        return False
    told = _LEADS_ON.match(it.folded) is not None and not mentions_head(it.title)
    return _WHY.match(it.said) is not None or (told and _CHANGES.search(it.clause.split(". ")[0]) is None)


def _stays_as_it_was(it: Candidate) -> bool:
    """A notice tells what does not change."""
    return it.scope.notice and it.one.status not in OLD and tells_no_change(it.one, it.clause)


# --- it is of something else --------------------------------------------------------------------------------------


def _is_arrival(it: Candidate) -> bool:
    """When people come and find their rooms, or come together, before what is held.

    "Đăng ký đại biểu trước 16h30 ngày 22/02" is asked for, and is due; by 13h00 of the meeting's day people but come.
    """
    if it.one.deadline:
        told = it.scope.day
        same = told is not None and isinstance(it.one.when, Day) and extent(told.when) == extent(it.one.when)
        return same and it.one.when.hours.end is not None and _COMES_BY.match(it.folded) is not None
    said = it.said.strip(" -+*.")
    day = _DAY_FIRST.match(said) if _SETS_OUT.search(said) else None  # "Thứ 2: 6h30 xuất phát"
    said = said[day.end() :] if day else said
    if (it.item.day is not None or day) and any(map(_LEAVES.fullmatch, (it.folded, said))):
        return True
    in_agenda = it.scope.day is not None
    return any(told.match(it.said) for told in (_LODGES, _OPENS_GATE)) or (
        in_agenda and item_words()["items.assembly"].match(it.folded) is not None
    )


def _is_of_the_rule(it: Candidate) -> bool:
    """When standing rules are in force, or on which days nothing is open."""
    return it.scope.recurring and (
        _CLOSED_ON.match(it.said) is not None
        or _IN_FORCE.match(it.said.strip(" -+*.")) is not None
        or _IN_FORCE.match(it.folded) is not None
    )


def _is_sanction(it: Candidate) -> bool:
    """What happens to who stays away so often: "Vắng 03 kỳ trong năm không lý do thì bị xem xét kỷ luật"."""
    return isinstance(it.one.when, (Window, Repeat)) and _SANCTION.search(it.said) is not None


def _still_holds(it: Candidate) -> bool:
    """Nobody need do again what was done: "Ai đã ủy quyền cho cuộc họp ngày 24/4 không phải làm lại"."""
    return it.scope.notice and _NOT_AGAIN.search(it.said) is not None


def _is_of_the_paper(it: Candidate) -> bool:
    """With which other paper this one goes, or which it stands for."""
    return not it.one.deadline and it.item.day is None and _OF_THE_PAPER.match(it.folded) is not None


def _is_when_needed(it: Candidate) -> bool:
    """It is done when it is asked for: "24/24h khi có tin bão" in the column of times."""
    if it.one.origin in (Origin.SECTION, Origin.PERIOD) and not it.item.day and _AS_NEEDED.search(it.text):
        return True
    label = it.item.day or it.item.time or ""
    return it.one.origin is Origin.PERIOD and _NO_DAY.match(fold(label).strip(" (.")) is not None


def _is_on_call(it: Candidate) -> bool:
    """Somebody may be asked: "Lãnh đạo trực giải đáp qua số 0233.3566.778, tất cả các ngày làm việc"."""
    return (
        isinstance(it.one.when, Repeat)
        and _EACH_DAY.search(it.text) is not None
        and _ON_CALL.search(it.text) is not None
    )


def _is_telephone(it: Candidate) -> bool:
    """Whom to ring: "Trực ban: 0297.3625.118"."""
    named = not it.one.deadline and _TELEPHONE.fullmatch(it.title) is not None  # "(máy lẻ 15/4)" behind it
    return named or _TELEPHONE.fullmatch(it.clause) is not None


def _is_no_limit(it: Candidate) -> bool:
    """Nothing is due then: "Nghỉ Tết đến hết 26/01", "Thẻ cấp trước 31/12/2017 vẫn còn giá trị"."""
    return it.one.deadline and (
        _TILL_THEN_OFF.match(it.folded) is not None
        or _STILL_VALID.search(it.said) is not None
        or _PRAISED.match(it.text.lstrip(" -+*")) is not None
        or _OVERDUE.search(it.said) is not None
    )


# --- its time is not its own --------------------------------------------------------------------------------------


def _has_no_day(it: Candidate) -> bool:
    """No day is told, and none is said to be told later."""
    tentative = it.one.status is Status.TENTATIVE
    return isinstance(it.one.when, Undated) and not tentative and not it.item.day


def _has_the_papers_time(it: Candidate) -> bool:
    """The whole period or section is all that dates an occasion, or what no head word shows to be held."""
    if it.one.origin not in (Origin.PERIOD, Origin.SECTION) or it.item.day or it.hour_first:
        return False
    return it.standing or not has_head(it.title)


_RULING_OUT: tuple[Callable[[Candidate], bool], ...] = (
    _is_told_elsewhere,
    _is_filler,
    _is_somebody,
    names_only_who,
    _heads_a_part,
    is_done,
    is_looked_back_on,
    was_held_before,
    did_somebody,
    _is_reason,
    _stays_as_it_was,
    _is_remark,
    is_only_an_occasion,
    _is_arrival,
    _is_of_the_rule,
    _is_sanction,
    _still_holds,
    _is_of_the_paper,
    _is_when_needed,
    _has_no_day,
    _is_on_call,
    _is_telephone,
    _is_no_limit,
    _has_the_papers_time,
)
