"""What a notice says of a meeting that it told before: "Hội nghị nói trên được dời sang ...", "Nay hủy cuộc họp này".

The new time then is of that meeting, and the time told before is the old one (reference section A.8). What is hard is
that such a sentence may tell no time at all, so that no draft was made of it.
"""

import re
from collections.abc import Iterable, Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.reading.naming.titles import has_head
from calendars.reading.notices.decided import decided_plainly
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import OLD

_THING = (
    r"(?P<thing>(?:hoi nghi|hoi thao|hoi thi|dai hoi|le|toa dam|dien dan|hop)(?: \w+){0,2}?"
    r"|(?:cuoc|buoi|phien|ky|lop|khoa|dot|giai|chuong trinh|ngay hoi)(?: \w+){0,3}?)"
)
_TOLD_BEFORE = (
    r"(?:(?:noi|neu|ke) tren|tren day|nay"
    r"|tren(?=[,.;:]|$| (?:duoc|se|bi|sang|den|lai|vao|lui|doi|chuyen|tam|hoan|dieu chinh|huy|khong)\b))"
)
_REFERENCE = re.compile(rf"\b{_THING} {_TOLD_BEFORE}")
_MOVES = re.compile(r"\b(?:doi|lui|chuyen|roi|dich|dieu chinh|thay doi|hoan)\b")
_MOVED_TO = re.compile(
    rf"\b(?:doi|lui|chuyen|roi)(?: (?:thoi gian|lich|ngay))? {_REFERENCE.pattern[2:]} sang\b"
)
_PUTS_OFF = re.compile(
    r"\b(?:tam )?hoan\b(?! thanh| thien)|\btam (?:dung|ngung)\b"
    r"|\b(?:khong|chua) the (?:to chuc|tien hanh|dien ra|hop|khai mac|dung ngay)\b"
)
_CALLS_OFF = re.compile(
    r"\b(?:huy(?: bo)?|bai bo|khong (?:to chuc|tien hanh|dien ra|hop)"
    r"|dung(?= (?:viec |to chuc )*(?:cuoc|buoi|phien|hoi|lop|giai|chuong)))\b"
)
_WITHDRAWS = re.compile(  # "Nay thu hồi Giấy mời số 12", which had been told before
    r"\b(?:thu hoi|rut lai)(?: va huy(?: bo)?)? (?P<thing>giay moi|thu moi|giay trieu tap)\b"
    r"(?![^.;]{0,60}\b(?:ve viec|moi du|du hop)\b)"
)
_CALLS_OFF_SEVERAL = re.compile(  # "Không tổ chức Đêm hội và phần thi bày mâm cỗ nêu trên"
    r"^\W*(?:\d{1,2}[.)] *|[a-z]\) *|[^.;:]{0,60}\bquyet dinh )?"
    r"(?:khong to chuc|huy(?: bo)?|tam hoan|hoan|tam dung|dung)"
    r" [^\d]{3,160}\b(?:va|cung|,) [^\d]{3,80} (?:(?:noi|neu|ke) tren|tren day|da thong bao|da neu)\b"
)
_AT_THAT_TIME = (
    re.compile(  # "Tuy nhiên, vào thời gian trên, cán bộ dự Đại hội nên Thường trực thay đổi thời gian họp"
        r"\b(?:vao|trung(?: voi)?) (?:thoi gian|thoi diem|ngay|dip) (?:nay|tren|do|noi tren)\b[^;\d]{3,200}"
        r"\b(?:thay doi|doi|hoan|lui|dieu chinh) (?:thoi gian|lich|ngay|to chuc|cuoc|buoi|ky)\b[^\d]*$"
    )
)
_OFF_ALL = re.compile(  # "tạm hoãn tổ chức các lớp tập huấn nêu trên", "hoãn các hội nghị nêu trong Thông tri số 11"
    r"\b(?:khong to chuc|huy(?: bo)?|tam hoan|hoan|tam dung|dung|chua to chuc)(?: (?:viec|to chuc|lich))*"
    r" (?:cac|nhung|toan bo|tat ca)(?: cac)? [^;:]{3,90}? (?:(?:neu|noi|ke) tren|tren day|(?:da )?neu (?:trong|tai"
    r"|o))\b"
)
_PUTS_OFF_AS_TOLD = re.compile(  # "Tạm dừng tổ chức thi vòng 1 theo thời gian nêu trên"
    r"(?:^|\b(?:nay|thong bao|quyet dinh|xin|se) )\W*(?:\d{1,2}[.)] *|[a-z]\) *)?(?:khong to chuc|huy(?: bo)?|tam hoan"
    r"|hoan|tam dung|tam ngung|dung|chua to chuc) [^;]{3,120}? (?:theo|nhu|tai)(?: \w+){0,4}?"
    r" (?:(?:noi|neu|ke) tren|tren day|(?:da )?(?:thong bao|an dinh|dinh|neu|bao)|cu|ban dau|du kien)\b"
)
_BARE = re.compile(
    r"hoi nghi|cuoc hop|buoi hop|hoi thao|hoi thi|dai hoi|le|buoi le|lop(?: hoc| tap huan)?|giai|ky thi"
)
_IS_MOVED = r"(?:(?:nay|se|duoc|xin) ){0,2}(?:doi|lui|chuyen|roi|dich)\b"  # "Hội nghị lùi sang ngày 26/5"
_OFF = r"(?:khong to chuc|huy(?: bo)?|(?:tam )?hoan|tam dung|chua to chuc)"
_OFF_BY_NAME = re.compile(  # "Hoãn Hội nghị sơ kết, thời gian tổ chức sẽ thông báo sau"
    rf"\W*(?:\d{{1,2}}[.)/] *|[a-z]\) *)?(?:(?:nay|xin|quyet dinh|thong bao) )*{_OFF}"
    r"(?: (?:viec|to chuc|lich|thoi gian))* (?P<what>\w[^;]*)"
)
_NAME_AND_OFF = re.compile(  # "Hội nghị sơ kết: tạm hoãn"
    rf"\W*(?:\d{{1,2}}[.)/] *|[a-z]\) *)?(?P<what>\w[^:;,]{{8,120}}?)(?: ?[:,] ?| )(?:nay |se |duoc )*{_OFF}\b[^;]*"
)
_HAS_TIME = re.compile(r"\d ?[/hg:] ?\d|\d (?:gio|thang)|\bngay \d")
_NAMED = 4  # words that tell of which meeting
_GENERIC = frozenset({"buoi", "cuoc", "phien", "viec"})
_OF_A_MONTH = re.compile(r"\b(?:thang|quy|nam) (?:\d{1,2}|[ivx]{1,3})(?:/\d{4}| nam \d{4})?")
_HELD_AGAIN = re.compile(
    r"(?:thoi gian |ngay |lich |viec )?(?:du kien )?(?:to chuc|hop|mo|khai mac|tien hanh|trieu tap|xet xu|thi) lai\b"
    rf"(?: {_THING})?"
)
_SENTENCE = re.compile(r"[^.;\n]+(?:\.(?=\S)[^.;\n]+)*")
_WORD = re.compile(r"\w+")
_FIRST_WORDS = 2
_LONGEST = 3000  # letters of a passage
_NEAR = 25  # letters of a title that tell it again


def answer_references(drafts: Sequence[Draft], body: Iterable[Block]) -> None:
    """Give each sentence that speaks of a meeting told before to that meeting, in place."""
    meetings = [draft for draft in drafts if draft.category is Category.MEETING]
    new: set[int] = set()
    for place, draft in enumerate(meetings):
        thing = _referred_to(draft)
        before = _told_before(meetings[:place], thing) if thing is not None else None
        if before is None or before.when == draft.when or (draft.status in OLD and not _is_moved_to(draft)):
            continue
        before.status = before.status if before.status in OLD else Status.POSTPONED
        draft.title = before.title
        draft.location = draft.location or before.location
        new.add(id(draft))
    firm = [draft for draft in meetings if draft.status not in OLD and id(draft) not in new]
    for line in body:
        if isinstance(line, Line):
            _answer_without_time(line, meetings, firm)


def call_off_at_last(meetings: Sequence[Draft], body: Iterable[Block], name: str) -> None:
    """The meeting that a notice puts off by its subject, moved before and now put off by a sentence without a time.

    "... chuyển buổi này sang ngày 30/6. Nay dịch lan rộng, UBND xã quyết định hoãn buổi tiếp công dân tháng 6/2021."
    """
    said = [word for word in _WORD.findall(fold(name)) if word not in _GENERIC][:_NAMED]
    firm = [draft for draft in meetings if draft.status not in OLD and draft.title == name]
    if len(said) < _NAMED or not firm:
        return
    for line in (block for block in body if isinstance(block, Line)):
        for sentence in _SENTENCE.findall(fold(decided_plainly(line.text))):
            found = None if _HAS_TIME.search(_OF_A_MONTH.sub("", sentence)) else _OFF_BY_NAME.match(sentence)
            if found and " ".join(said) in " ".join(_WORD.findall(found["what"])):
                for draft in firm:
                    if _line_of(draft) < line.number:
                        draft.status = Status.CANCELLED if _CALLS_OFF.search(sentence) else Status.POSTPONED


def is_held_again(title: str) -> bool:
    """Whether a title tells no thing but that one is held again ("Thời gian tổ chức lại cuộc đấu giá")."""
    return _HELD_AGAIN.match(fold(title)) is not None


def _referred_to(draft: Draft) -> str | None:
    """The thing told before to whose new time a draft belongs, as its sentence calls it; None for any other draft."""
    title = fold(draft.title)
    if again := _HELD_AGAIN.match(title):
        return again["thing"] or ""
    for passage in draft.evidence[:1]:
        if len(passage.text) > _LONGEST:
            continue  # a line of many things, in which nobody refers to one
        for sentence in _SENTENCE.findall(fold(passage.text)):
            found = _REFERENCE.search(sentence)
            if found and title[:_NEAR] in sentence and _MOVES.search(sentence):
                return found["thing"]
            if _BARE.fullmatch(title) and re.search(rf"(?:^|\W){title} {_IS_MOVED}", sentence):
                return title
    return None


def _is_moved_to(draft: Draft) -> bool:
    """Whether the passage of a draft that is put off itself tells of it as the new time of a thing told before."""
    return any(_MOVED_TO.search(fold(passage.text)) for passage in draft.evidence[:1])


def _told_before(meetings: Sequence[Draft], thing: str) -> Draft | None:
    """The last of the meetings that the words may mean: one that begins with them, else any that has a name."""
    named = [draft for draft in meetings if has_head(draft.title)]
    called = [draft for draft in meetings if thing and fold(draft.title).startswith(thing)]
    return next(iter(reversed(called or named)), None)


def _answer_without_time(line: Line, meetings: Sequence[Draft], firm: Sequence[Draft]) -> None:
    """The last meeting told before is called off or put off by a sentence that tells no time."""
    for sentence in _SENTENCE.findall(fold(decided_plainly(line.text))):
        if len(sentence) > _LONGEST:
            continue
        if off_all := _OFF_ALL.search(sentence):
            for draft in firm:
                if _line_of(draft) < line.number:
                    draft.status = Status.CANCELLED if _CALLS_OFF.search(off_all[0]) else Status.POSTPONED
            continue
        if _CALLS_OFF_SEVERAL.search(sentence) or _PUTS_OFF_AS_TOLD.search(sentence.strip()):
            _call_off_named(line, sentence, firm)
            continue
        if _call_off_told(line, sentence, firm):
            continue
        if _AT_THAT_TIME.search(sentence):
            told = [draft for draft in firm if _line_of(draft) <= line.number]
            for draft in told[-1:]:
                draft.status = Status.POSTPONED
            continue
        found = _REFERENCE.search(sentence) or _WITHDRAWS.search(sentence)
        off = _CALLS_OFF.search(sentence) or _WITHDRAWS.search(sentence)
        if found is None or not (off or _PUTS_OFF.search(sentence)):
            continue
        if any(
            fold(draft.title)[:_NEAR] in sentence and _line_of(draft) == line.number for draft in meetings
        ):
            continue  # the sentence tells a time, and its draft has been answered
        above = [draft for draft in meetings if _line_of(draft) <= line.number]
        before = _told_before(above, found["thing"])
        if before is not None and before in firm and not _is_put_off_in(above, before):
            before.status = Status.CANCELLED if off else Status.POSTPONED


def _is_put_off_in(meetings: Sequence[Draft], draft: Draft) -> bool:
    """Whether the passage that tells of a meeting has its old time already, so that this is the new one."""
    return any(
        other.status in OLD and other.title == draft.title and other.evidence[:1] == draft.evidence[:1]
        for other in meetings
    )


def _call_off_named(line: Line, sentence: str, firm: Sequence[Draft]) -> None:
    """What a sentence calls off by its name, of the meetings that were told above it."""
    off = _CALLS_OFF.search(sentence) is not None
    for draft in firm:
        words = _WORD.findall(fold(draft.title))[:_FIRST_WORDS]
        if _line_of(draft) < line.number and len(words) == _FIRST_WORDS and f" {' '.join(words)}" in sentence:
            draft.status = Status.CANCELLED if off else Status.POSTPONED


def _call_off_told(line: Line, sentence: str, firm: Sequence[Draft]) -> bool:
    """Whether a sentence without a time calls off by its name the meeting whose time was told above it."""
    found = (
        None if _HAS_TIME.search(sentence) else _OFF_BY_NAME.match(sentence) or _NAME_AND_OFF.match(sentence)
    )
    if found is None:
        return False
    said = _WORD.findall(found["what"])
    for draft in firm:
        words = _WORD.findall(fold(draft.title))
        count = min(len(words), _NAMED)
        if _line_of(draft) < line.number and count > _FIRST_WORDS and words[:count] == said[:count]:
            draft.status = Status.CANCELLED if _CALLS_OFF.search(sentence) else Status.POSTPONED
            return True
    return False


def _line_of(draft: Draft) -> int:
    return draft.evidence[0].line if draft.evidence else 0
