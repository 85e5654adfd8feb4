"""What an item announces by its words: a meeting, something due, or a commemoration (reference section F.5); its state.

What is hard is a thing without a word of a deadline that is due all the same: what is handed in, and what is
reported on a day to nobody who listens. Named days are told apart before (`observances`).
"""

import re

from calendars.layouts.bare import without_marks
from calendars.layouts.layout import Item, Matter
from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.naming.feasts import names_feast
from calendars.reading.naming.holidays import names_holidays
from calendars.reading.naming.titles import has_head
from calendars.reading.scope import Scope
from calendars.reading.timing.precedence import OLD, Settled
from calendars.reading.words import item_words
from calendars.when import Day, Days, Repeat, Span, Window, extent

_NO_LIMIT = (" che", " han", " man", " muc", " dien", " ngach")
_HANDS_IN = re.compile(r"(?:nop|gui|dang ky|dong (?:hoc|dang|doan|hoi|cong doan) phi|thu lai)\b")
_REMARKED_DUE = re.compile(
    r"\((?:cham nhat|muon nhat|han chot|han cuoi|han)\)(?=$|[,;.])"
)  # below its day: "Phát hành kỷ yếu (chậm nhất)"
_IS_SENT = re.compile(r"\b(?<!da )(?<!duong dan )(?<!link )(?<!link se )(?:gui|nop)\s(?!sau\b|kem\b|rieng\b)")
_CARRIED_OUT = re.compile(
    r"^(?:(?:toan |ca )?(?:nha truong|truong|co quan|don vi|cong ty|van phong|hoc sinh|sinh vien|tre|can bo|giao vien"
    r"|cong nhan|nguoi lao dong|hoc vien|benh vien|trung tam|vien|nganh|so|huyen|tinh)(?:,? \w+){0,6}?(?: duoc)?"
    r"(?= nghi (?:le|tet|bu|gio to|quoc khanh)\b)"
    r"|(?:lich|thoi gian|ngay|thong bao)(?= nghi )|truc(?: va|,)(?= nghi (?:le|tet)\b)"
    r"|trien khai|thuc hien|to chuc|huong ung|tham gia)\s+(?:cac\s+)?"
)
_TERMS = re.compile(
    r"\W*(?:\w{1,3}[.)]\s*)?(?:thoi han|(?:cac )?(?:moc|han|lich|thoi gian|ngay) (?:thoi gian )?(?:nop|gui) "
    r"(?:bao cao|ho so|san pham)|han (?:nop|gui|chot|cuoi|dang ky|bao cao))\b(?:.*:\s*|[^:\d]*)$"
    r"|.*\((?:thoi )?han (?:hoan thanh|nop|gui|cuoi|bao cao)\b[^()\d]*\)$"
)
# "Hưởng ứng Ngày Đất thế giới": a day that the table of commemorations does not know.
_NAMED_DAY = re.compile(
    r"(?:(?:Hưởng ứng|Kỷ niệm|Chào mừng)\s+)?(?:Ngày|Tuần lễ)\s+(?!hội\b)[^,;:.()]{0,60}?"
    r"\b(?:[Tt]hế giới|[Qq]uốc tế|[Tt]oàn quốc|[Tt]oàn dân|Việt Nam)\b[^,;:.()]{0,30}"
    r"|Ngày (?:thành lập|truyền thống)\s[^,;:.()]{3,80}"
    r"|(?:Nghỉ\s+)?(?:[Ll]ễ\s+)?(?:Giỗ Tổ(?: Hùng Vương)?|Quốc khánh|Tết (?:Dương lịch|Nguyên đán|Âm lịch))"
    r"(?:\s*:?\s*\([^()]{0,40}\))?"
)
_NAMED_DAY_UNMARKED = re.compile(without_marks(_NAMED_DAY.pattern))
_IS_WORK = re.compile(
    r"\bchien dich (?:(?:cho|to chuc|ra quan) )?(?:tre )?"
    r"(?:uong|tiem|diet|phun|kham|tong ve sinh|don|lam sach|thu gom|cap)\b"
    r"|\bdot cao diem (?:ra quan )?(?:ho tro|giup|huong dan|tiem|thu|cap|kiem tra|kham|don|lam sach|diet|phun)\b"
)
# "Lễ 30/4 và 01/5", below "Các ngày nghỉ trong tháng"
_REST = re.compile(r"(?:nghi )?(?:bu )?(?:le|tet|gio to|quoc khanh|ngay)\b")
_OF_REST = re.compile(r"\b(?:cac )?(?:ngay|lich|dot) nghi\b.{0,40}$")
# "Các ngày lễ, kỷ niệm trong tháng"
_OF_FEASTS = re.compile(r"\b(?:cac )?ngay (?:le|ky niem|truyen thong)\b.{0,40}$")
_A_DAY = re.compile(r"(?:Ngày|Tuần lễ|Tháng|Lễ)\s(?!hội\b)[^;:.()]{3,90}")
_MARKED = re.compile(  # "75 năm thành lập Đội", "Chiến thắng Điện Biên Phủ", below such a heading
    r"(?:(?:kỷ niệm )?\d{1,3} năm (?:ngày )?|kỷ niệm (?:lần thứ \d+ )?(?:ngày )?)?"
    r"(?:thành lập|sinh|mất|giỗ|truyền thống|quốc (?:tế|khánh)|chiến thắng|giải phóng|cách mạng|toàn quốc|thương binh"
    r"|khởi nghĩa|tết|bác hồ)\b[^;:]{0,90}|(?:kỷ niệm )?\d{1,3} năm ngày [^;:]{3,90}",
    re.IGNORECASE,
)
_EXTENDS = re.compile(
    r"gia han\b|(?:keo dai|lui) (?:thoi (?:gian|han) )?(?:nhan|nop|gui|dang ky|binh chon|tiep nhan)\b"
)
# "Giỗ Tổ Hùng Vương - nghỉ lễ"
_NAMED_DAY_OFF = re.compile(r"^(?:le|tet|gio to|quoc khanh)\b.{0,60}[-–:,(]\s*nghi le\)?$")
_ALL_ARE_FREE = re.compile(r"(?:duoc )?nghi (?:le|tet|gio to|quoc khanh)\b")
_OPEN_YET = re.compile(
    r"(?:thoi gian |ngay |lich )?(?:du kien|thong bao sau|co the thay doi|chua chot)\b"
    r"|[^,;.:]{0,40}\b(?:se |cho )(?:bao|thong bao|chot|xac nhan)(?: (?:lai|sau))?(?: (?:gio|thoi gian|lich|ngay)\b|$)"
)
_IS_DONE = re.compile(r"(?:hoan thanh|hoan tat)\b")  # by that day
_REPORTS = re.compile(r"bao cao\b(?! (?:chuyen de|vien|thuc te|chinh tri|thoi su|truoc|tai))")


def is_sent(title: str) -> bool:
    """Whether a title tells what somebody hands in ("Văn phòng tổng hợp, gửi UBND tỉnh")."""
    return hands_in(title) or (_IS_SENT.search(fold(title)) is not None and not has_head(title))


def heads_terms(heading: str) -> bool:
    """Whether a heading says that what stands below is due on the days told there ("Hạn nộp các tài liệu:")."""
    return _TERMS.match(fold(heading)) is not None


def says_due(folded: str) -> bool:
    """Whether folded words begin with the name of a last day ("Hạn nộp", "Thời hạn"); "Hạn chế xe tải" does not."""
    found = item_words()["items.deadline_sure"].match(folded)
    return found is not None and not folded.startswith(_NO_LIMIT, found.end())


def hands_in(title: str) -> bool:
    """Whether a title begins with the verb of what is handed in ("Gửi báo cáo", "Đăng ký dự thi")."""
    return _HANDS_IN.match(fold(title)) is not None


def category_of(one: Settled, title: str, scope: Scope, *, place: str | None, in_week: bool) -> Category:
    """The category of an item with its settled time and its title.

    place: where it is held; in_week: it stands below a weekday. With either, people come together for it.
    """
    held = bool(place) or in_week
    folded, words = fold(title), item_words()
    if one.deadline or any(map(says_due, folded.split(": "))) or _REMARKED_DUE.search(folded):
        return Category.DEADLINE
    if isinstance(one.when, Day) and _EXTENDS.match(folded):
        return Category.DEADLINE  # "Gia hạn thời gian nhận hồ sơ đến 17h00 ngày 02/6"
    from_to = one.when.hours.start and one.when.hours.end  # "8h00 - 8h30: Đăng ký đại biểu", of an agenda
    if is_sent(title) and isinstance(one.when, (Day, Days, Repeat)) and not from_to:
        return Category.DEADLINE
    if isinstance(one.when, Day) and not one.when.hours and not place and _IS_DONE.match(folded):
        return Category.DEADLINE
    if _REPORTS.match(folded) and not held:
        due = isinstance(one.when, Repeat) or (isinstance(one.when, Day) and not one.when.hours)
        if due:
            return Category.DEADLINE
    dated = isinstance(one.when, Day) and not one.when.hours
    if dated and not held and (scope.due or any(heads_terms(p.text) for p in scope.parent_passages)):
        return Category.DEADLINE
    if dated and one.when.hours.part is None and _is_named_day(title.strip(" ."), scope):
        return Category.OBSERVANCE
    if not one.when.hours.start and _ALL_ARE_FREE.match(folded):
        return Category.OBSERVANCE
    if dated and not place and names_feast(title):
        return Category.OBSERVANCE
    rests = isinstance(one.when, (Day, Days, Span)) and not one.when.hours and not place
    if rests and names_holidays(title):
        return Category.OBSERVANCE
    lasting = scope.matter is Matter.TASKS and not isinstance(one.when, (Day, Window))
    campaign = _CARRIED_OUT.sub("", folded)
    # It has a place, or is told by what people do in it: they go there and do it.
    worked = (held and campaign.startswith(("chien dich ", "dot cao diem "))) or _IS_WORK.search(
        campaign
    ) is not None
    told_within = lasting and not worked and not has_head(title) and words["items.campaigns"].search(folded)
    day_off = _NAMED_DAY_OFF.search(folded.strip(" .;")) is not None or (
        _REST.match(folded) is not None and any(map(_OF_REST.search, _headings(scope)))
    )
    rite = title.lower().startswith("nghi lễ")  # and no day off, but for its marks
    if ((words["items.campaigns"].match(campaign) and not worked) or told_within or day_off) and not rite:
        return Category.OBSERVANCE
    return Category.MEETING


def _is_named_day(title: str, scope: Scope) -> bool:
    """Whether a title names a day that is marked, and not what is done on it; below a heading of such days any name."""
    if _NAMED_DAY.fullmatch(title) or (title.isascii() and _NAMED_DAY_UNMARKED.fullmatch(title)):
        return True
    among = any(map(_OF_FEASTS.search, _headings(scope)))
    return among and (_A_DAY.fullmatch(title) is not None or _MARKED.match(title) is not None)


def _headings(scope: Scope) -> list[str]:
    """What stands over an item, folded: the heading of its section and the items above it."""
    return [fold(scope.heading), *(fold(p.text) for p in scope.parent_passages)]


def status_of(one: Settled, item: Item, scope: Scope) -> Status:
    """The state that the heading gives, else that of the words; a remark beside may leave it open ("Dự kiến")."""
    days, period = extent(one.when), scope.context.period
    below = scope.change is not Status.TENTATIVE or days is None or period is None or days.overlaps(period)
    if scope.change is not None and one.status not in OLD and below:
        return scope.change
    open_yet = item.note is not None and _OPEN_YET.match(fold(item.note).strip(" (")) is not None
    return Status.TENTATIVE if open_yet and one.status is Status.CONFIRMED else one.status
