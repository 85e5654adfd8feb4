"""The labelled lines of a letter, and the name of its meeting.

What is hard is that name, which may be the letter's title, its summary, or what its sentence of invitation tells.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.grammar.rule import Reading
from calendars.layouts.layout import Item, Matter
from calendars.layouts.outline import mark_of, own_text, passage_of
from calendars.layouts.words import fold, layout_words
from calendars.marks import Category
from calendars.programme import Kind
from calendars.reading.framing.frame import Frame
from calendars.reading.items import read_item
from calendars.reading.letters.groups_in_time import groups_in_time, of_group
from calendars.reading.letters.headlines import headline
from calendars.reading.letters.phases import read_phases
from calendars.reading.letters.points import points_below
from calendars.reading.letters.times_beside import parted
from calendars.reading.naming.part_names import names_opening, names_part, part_of
from calendars.reading.naming.titles import has_head, title_of
from calendars.reading.scope import Draft, Scope
from calendars.reading.words import item_words
from calendars.when import Day, Span

_ABOUT = re.compile(
    r"^(?:v/v|về việc|(?:học viên|giáo viên|cán bộ)(?: (?:tham )?dự| tham gia)?(?=\s+(?:lớp|khóa)\s)"
    r"|dự|mời dự|mời tham dự|mời tham gia|tham dự|triệu tập(?: họp)?|mời(?=\s+họp)|về|họp(?=\s+(?:đại "
    r"hội|hội "
    r"nghị))|(?:nội dung,?\s+)?(?:chương trình|lịch trình|kịch bản|agenda)(?=\s+(?:lễ|hội nghị|hội thảo|đại hội|họp"
    r"|tọa đàm|ngày hội|hội thi|hội diễn|lớp|kỳ họp|phiên họp|diễn đàn|gặp mặt)\s))\s+",
    re.IGNORECASE,
)
_INVITED = re.compile(
    r"\b(?:mời|triệu tập)\b[^:.]*?\b(?:tham dự|tới dự|đến dự|dự)\s+(?P<what>[^:.;\n]+?)"
    r"(?=,?\s+(?:cụ thể )?như sau|,?\s+với (?:các )?nội dung|\s*[:.;]|\s+(?:vào|lúc|tại)\s|$)",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\s*[.…]{4,}\s*")  # where the name of who is invited is written by hand
_WHICH_TIME = re.compile(  # "THÔNG BÁO (LẦN 2)", "Thông báo số 2" over its subject
    r"^(?:\(lần (?:thứ )?\w+\)|(?:số|lần)(?: thứ)? \d{1,2}(?![\w/.-]))\s*", re.IGNORECASE
)
_TYPE_BEHIND = re.compile(r"\s+(?:GIẤY MỜI|THƯ MỜI)$")
_NAMED = 4  # words of a subject that names its meeting
_TOPICS = re.compile(
    r"\W*(?:thong bao|bao cao|tinh hinh|danh gia|trao doi|thao luan|trien khai|quan triet|thong qua|cho y kien"
    r"|gop y"
    r"|ban ve|cong bo|ra soat|thong nhat|nghe|xem xet|lay y kien|phan cong|kiem diem|xet|phe duyet|nghiem thu"
    r"|ban bac|ban|chuan bi|giai quyet|tong ket|so ket|bau|kien toan|gioi thieu|pho bien|hoc tap|trinh"
    r"|giai dap|chia se|huong dan|tiep thu|lang nghe|tra loi|van nghe|chao co|doc thu|to chuc cac hoat dong)\b"
)
_CHANGES = re.compile(r"(?:thay|doi|dieu chinh|tam|hoan|chuyen|lui|huy|bo sung|khong|dinh chinh)\b")
_ONLY_OPENS = re.compile(
    r"(?:le )?(?:khai mac|be mac|khai giang|be giang|ket thuc|bat dau)"
    r"(?:,? (?:cung ngay|du kien|va|ket thuc|be mac|trao giai))*$"
)
_BARE = re.compile(r"(?:(?:cac )?(?:cuoc |buoi |phien )?(?:hop|lam viec|hoi nghi))?")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_COUNTED = re.compile(r"\s*\(\d{1,2} (?:phiên|buổi|đợt|lớp|ngày)\)$")  # "(02 phiên)"
_TO_ATTEND = re.compile(
    r"[-+*\d. ]*(?:(?:(?:trân trọng )?kính )?mời )?(?:(?:đến|tới|về|tham) dự|dự|dự họp)"
    r"(?:\s*:\s*|\s+(?=(?:họp|hội nghị|hội thảo|cuộc họp|phiên họp|lễ|buổi|kỳ họp|đại hội|khai mạc|bế mạc|khánh thành"
    r"|triển lãm|đêm|chương trình|liên hoan|hội thi|hội diễn|hội trại|hội chợ|ngày hội|tọa đàm|toạ đàm|diễn đàn"
    r"|giao lưu|ra mắt)\s))"
    r"(?P<what>\S[^:.;\n]{8,})",
    re.IGNORECASE,
)
_TO_ATTEND_UNMARKED = re.compile(  # written without marks
    r"[-+*\d. ]*(?:(?:tran trong )?kinh moi )?(?:den|toi|ve|tham) du\s*:\s*(?P<what>\S[^:.;\n]{8,})",
    re.IGNORECASE,
)
_SESSION = re.compile(r"(?:buoi )?(?:sang|chieu|toi|phien thu (?:nhat|hai|\d))\b[^.;]{0,30}:")
_ORGANISED = re.compile(
    r"^(?!.*\bđã tổ chức)[^.:;]{3,200}?\b(?:tổ chức|triệu tập|chủ trì)\s+"
    r"(?P<what>(?:[Hh]ội nghị|[Cc]uộc họp|[Pp]hiên họp|[Bb]uổi|họp|[Hh]ội thảo|[Tt]ọa đàm|[Tt]oạ đàm|[Dd]iễn "
    r"đàn|[Ll]ớp"
    r"|[Ll]ễ|Đại hội)\s(?:[^.:;,(]|,(?=\s+(?!cụ thể|như sau|vào|tại|lúc|với|do|để|nhằm|gồm|kết hợp|trong|từ|ngày)"
    r"[a-zà-ỹđ])){8,160})"
)
_ORGANISES = re.compile(  # "... Ban Chỉ đạo tổ chức thẩm tra hồ sơ đề nghị công nhận ..."
    r"^(?!.*\bđã tổ chức)[^.:;]{3,200}?\b(?<!công tác )(?:tổ chức|tiến hành)\s+(?!thực hiện|triển khai)"
    r"(?P<what>[a-zà-ỹđ](?:[^.:;,(]){8,120}?)(?=[.:;,(]|\s+(?:vào|tại|lúc|với|để|nhằm|như sau)\s|$)"
)
_OCCASION = re.compile(r"(?:nhan dip|nhan ky niem|nhan ngay)\b")
_OF_A_PAPER = re.compile(
    r"(?:đính chính|điều chỉnh|thay đổi|thay thế|bổ sung)\s[^,;:]{0,40}?(?:giấy mời|thư mời)(?:\s+số\b.*)?",
    re.IGNORECASE,
)
_INVITED_BELOW = re.compile(r"\bmời\b[^:.]*?\b(?:dự|tham dự|họp)\s*:?\s*$", re.IGNORECASE)


def letter_drafts(item: Item, scope: Scope, frame: Frame) -> list[Draft]:
    """The meeting that the labelled lines of a letter announce; its name is the letter's subject."""
    subject = _named_by(frame) or (frame.title if frame.kind is Kind.INVITATION else None)
    if not subject or not item.time:
        return []
    inner = replace(scope, matter=Matter.EVENTS, subject=title_of(subject), period=None)
    if parts := groups_in_time(item.time):
        return [
            of_group(draft, who, subject)
            for who, when in parts
            for draft in read_item(replace(item, text=when, time=None), inner)
        ]
    points = points_below(frame.body) if _names_nothing(frame) else ()
    others: list[str] = []
    drafts = read_phases(item, inner) or []
    if not drafts:
        time, others = parted(item.time)
        drafts = read_item(replace(item, text=time, time=None), inner)
    inviting = _inviting(frame) if frame.kind is Kind.INVITATION else None
    for draft in drafts:
        if points:
            draft.evidence = tuple(dict.fromkeys((*draft.evidence, *(passage for _, passage in points))))
        if inviting and has_head(inviting[1]) and fold(inviting[1]) not in fold(subject):
            draft.evidence = tuple(dict.fromkeys((*draft.evidence, passage_of(inviting[0]))))
        told = fold(_BRACKET.sub("", draft.title))
        if len(drafts) > 1 and _BARE.fullmatch(fold(subject)) and len(told.split()) >= _NAMED - 1:
            continue  # each half of the day has a name, the letter has none ("dự họp")
        arrives = item_words()["items.assembly"].match(told)  # "8h00, đón khách từ 7h30"
        if arrives or not has_head(draft.title) or _ONLY_OPENS.match(told):
            draft.title = title_of(subject)
            draft.clues.discard("weak-head")
            if draft.category is Category.DEADLINE and has_head(subject) and draft.when.hours.start:
                draft.category = Category.MEETING  # "8h30 ngày 26/4. Đăng ký cổ đông từ 7h45"
        elif len(drafts) > 1 and not _is_named_in(subject, draft.title):
            draft.title = f"{title_of(subject)}: {draft.title}"
    day = next((draft.when for draft in drafts if isinstance(draft.when, Day)), None)
    beside = replace(inner, subject=None, day=Reading((0, 0), Day(day.day)) if day else None)
    for other in others:
        drafts += read_item(Item(text=other, passages=item.passages), beside)
    return drafts


def name_parts(drafts: Sequence[Draft], frame: Frame) -> None:
    """Give the parts of what a letter invites to ("Phiên 2 (toàn thể)", "Các trường mầm non") the name of the whole."""
    subject = title_of(_named_by(frame) or "")
    for draft in drafts:
        held = draft.category is Category.MEETING and has_head(subject) and len(subject.split()) >= _NAMED - 1
        if held and isinstance(draft.when, Span) and _ONLY_OPENS.match(fold(draft.title)):
            draft.title = subject  # "Từ ngày 14 đến ngày 18/8. Khai giảng: 8h00 ngày 14/8"
        if held and names_part(draft.title) and not names_opening(draft.title):
            draft.title = part_of(_COUNTED.sub("", subject), draft.title)
            draft.clues.discard("weak-head")


def only_sessions(content: str, frame: Frame) -> bool:
    """Whether a letter's content tells what is done in each half of the day, and its subject what is held."""
    subject = _named_by(frame)
    if (
        (
            frame.kind is Kind.INVITATION
            or (frame.kind is None and _inviting(frame) is not None)
            or (frame.kind is Kind.NOTICE and not _CHANGES.match(fold(subject)))
        )
        and has_head(subject)
        and len(subject.split()) >= _NAMED
        and (content.strip()[:1].islower() or _TOPICS.match(fold(content)) or not has_head(content))
    ):
        return True
    return (
        frame.kind is Kind.INVITATION
        and _SESSION.match(fold(content).strip(" -+*•")) is not None
        and has_head(subject)
    )


def _named_by(frame: Frame) -> str:
    """What a letter is about, what its sentence of invitation names, or its first point; "" where nothing does."""
    name = _named_above(frame)
    if _BARE.fullmatch(fold(name)) and (points := points_below(frame.body)):
        return _BRACKET.sub("", points[0][0]).strip(" .;")
    return name


def _names_nothing(frame: Frame) -> bool:
    return _BARE.fullmatch(fold(_named_above(frame))) is not None


def _named_above(frame: Frame) -> str:
    subject = subject_of(frame) or ""
    # "GIẤY MỜI HỌP", "THƯ MỜI Nhân dịp kỷ niệm ...", "V/v đính chính Giấy mời số 88/GM-SNV"
    addressed = fold(subject).startswith("kinh moi:")  # "Kính mời: Quý phụ huynh" over "Đến dự: ..."
    if " " not in subject or addressed or _OCCASION.match(fold(subject)) or _OF_A_PAPER.fullmatch(subject):
        return invited_to(frame) or subject or headline(frame) or ""
    if frame.kind is Kind.INVITATION and len(subject.split()) < _NAMED:  # "THƯ MỜI HỌP PHỤ HUYNH"
        fuller = invited_to(frame) or ""
        return fuller if len(fuller) > len(subject) and has_head(fuller) else subject
    return subject


def invited_to(frame: Frame) -> str | None:
    """What the sentence of invitation names, where the title is no more than "GIẤY MỜI"."""
    if inviting := _inviting(frame):
        return inviting[1]
    for place, block in enumerate(frame.body):
        below = frame.body[place + 1] if place + 1 < len(frame.body) else None
        if isinstance(block, Line) and _INVITED_BELOW.search(block.text) and isinstance(below, Line):
            return below.text.strip(" ,.;")
    headed = (
        own_text(block, mark)
        for block in frame.body
        if isinstance(block, Line) and block.text.isupper() and (mark := mark_of(block)) is not None
    )
    if heading := next((text for text in headed if has_head(text)), None):
        return heading  # "I. HỌP CHI BỘ THÁNG 5" over the labelled lines
    texts = [block.text.strip() for block in frame.body if isinstance(block, Line)]
    organised = [found["what"].strip(" ,") for text in texts if (found := _ORGANISED.match(text))]
    organised += [
        what
        for text in texts
        if (found := _ORGANISES.match(text)) and has_head(what := found["what"].strip(" ,"))
    ]
    return next(iter(organised), None)


def _inviting(frame: Frame) -> tuple[Line, str] | None:
    """The first line that invites people to something, and what that is."""
    for block in frame.body:
        if isinstance(block, Line):
            if block.text.isascii() and (found := _TO_ATTEND_UNMARKED.match(block.text.strip())):
                return block, found["what"].strip(" ,.;")
            if found := _TO_ATTEND.match(block.text.strip()):
                return block, found["what"].strip(" ,.;")
            if found := _INVITED.search(_DOTTED.sub(" ", block.text)):
                return block, found["what"].strip(" ,")
    return None


def _is_named_in(subject: str, title: str) -> bool:
    """Whether a subject names the thing already, or several things of which each has a name of its own."""
    left, joined, right = subject.lower().partition(" và ")
    several = bool(joined) and has_head(left) and has_head(right)
    return (several and has_head(title)) or fold(title) in fold(subject)


def subject_of(frame: Frame) -> str | None:
    """What a letter is about: its title without the type of document."""
    if not frame.title:
        return None
    folded = fold(frame.title)
    words = layout_words()
    at = 0
    for name in (
        "document.notice",
        "document.invitation",
        "document.weekly",
        "document.monthly",
        "document.other",
    ):
        found = words[name].match(folded)
        if found and re.fullmatch(
            r"(?:giay moi|thu moi|thong bao|giay trieu tap|thong bao moi|cong van|thu ngo|ke hoach|dieu le|the le"
            r"|(?:phieu|giay) bao hop|phieu moi|thiep moi)",
            found[0],
        ):
            at = max(at, found.end())
    subject = frame.title[at:].strip(' :-–"“”') if at else frame.title
    if subject.count("”") != subject.count("“") or subject.count('"') % 2:
        subject = frame.title[at:].strip(" :-–")
    subject = _TYPE_BEHIND.sub("", subject) or subject  # "HỘI NGHỊ KHOA HỌC 2025" over "THƯ MỜI"
    subject = _WHICH_TIME.sub("", subject) or subject
    while found := _ABOUT.match(subject):
        subject = subject[found.end() :]
    return subject or None
