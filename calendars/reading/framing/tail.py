"""The tail of a document: where it begins, its recipients and who signed it (reference section A.3).

Recipients and signature are two columns of one table, so that either may come first; nothing in the tail is
ever an event.
"""

import re
from collections.abc import Iterable, Sequence

from calendars.documents.document import Block, Line, Table
from calendars.layouts.marks import read_mark
from calendars.layouts.shapes import looks_like_place, names_a_unit, tells_an_act
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import begins_with_clock
from calendars.layouts.words import fold, layout_words
from calendars.reading.framing.issue_days import DAY_ALONE, GIVEN_AT, place_and_day, signed_on

RECIPIENTS = re.compile(r"^[-*_ ]*noi nhan\b\s*[:.]?")
AUTHORITY = re.compile(r"^\s*(?:tm|t/m|kt|k/t|tl|t/l|tuq|t/uq)\s*[.:]?\s+\S")
_PRIEST = re.compile(r"(?:lm|linh muc)\b\.? ?(?:chanh xu|quan xu|quan nhiem|phu ta|chinh xu|dac trach)\b")
_TAIL_LETTERS = frozenset("-nktNKT")  # with which these begin
_BELOW_POST = 2  # lines among which the name stands that signs under a post in small letters
_POST = 5  # words of a post in capitals
_ABOVE_NAME = 5  # lines: place and day, for whom, post, stamp of the signature, name
_LAST = 3  # lines among which a stamp below the body is looked for
_TOLD_BY_STAMP = re.compile(r"\s*(?::|(?:(?:luc|vao|ngay)\s+)*\d)")
_DATED = re.compile(
    r"(?P<who>[^,;:()\d]{2,40}) ?\((?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)\.?"
)  # "Văn phòng (20.11.2015)"
_BYLINE = re.compile(  # "Minh Tâm (tổng hợp)" at the foot of a page
    r"[^\d:;,()]{2,40}\((?:tong hop|thuc hien|ghi|suu tam|bien soan|st|theo [^()\d]{2,40})\)\.?"
)
_BARE_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\.?")
_NAME = re.compile(
    r"^(?:(?:[TtPpGgBbDd][GgTtSs]{0,3}|ThS|TS|PGS|GS|BS|KS|CN|YS|DS|ĐD|NHS|LS|BSCKI{1,2}|BSCK[12])\.\s*)*(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]+\s+){1,5}[A-ZĐÀ-Ỹ][a-zà-ỹđ]+$"
)
_SIGNED_BY = re.compile(
    r"^(?:(?:người|ng\.?) (?:lập(?: lịch| biểu)?|tổng hợp|ký|soạn)|cv soạn)\s*:\s*(?P<name>.+)$",
    re.IGNORECASE,
)


# What a page leads to below its text: "Các tin khác: Lịch công tác tuần từ 28/6 - 02/7", "Tin liên quan" over a list.
_OTHER_PAGES = re.compile(
    r"\W*(?:(?:cac |nhung )?(?:tin(?: tuc)?|bai(?: viet)?|thong tin|van ban|tai lieu|lich)"
    r" (?:khac|lien quan|cung chuyen muc|moi hon|cu hon|da dua|da dang|moi nhat|doc nhieu)"
    r"|(?:cung chuyen muc|doc nhieu|xem them|doc them))\s*(?:[:>»|].*)?"
)
# What it counts at its foot: "Đang trực tuyến: 12", "Truy cập hôm nay: 3.204", "Lượt xem: 56", "Tệp đính kèm".
_COUNTS = re.compile(
    r"(?:(?:tong |so |dang |hien |luot |nguoi |khach |thong ke ){0,3}"
    r"(?:truy cap|truc tuyen|online|luot xem|luot tai|danh gia|binh luan|thong ke|tham|xem)"
    r"(?: (?:trang|hom nay|hom qua|trong (?:ngay|tuan|thang|nam)|tuan nay|thang nay|nam nay|tong cong)){0,2}"
    r"|hom nay|hom qua|tuan nay|thang nay|tat ca|tong cong)\s?:[\s\d.,]*(?:luot|nguoi|khach)?"
    r"|luot danh gia\b.{0,60}|(?:cac )?(?:tep|tap tin|file|tai lieu|van ban) (?:tin )?(?:dinh|gan) kem\s?:?"
    r"|(?:chia se|binh luan|ve (?:dau trang|trang truoc)|quay lai|in trang|ban bien tap)\s?:?"
)
_LONGEST_LINK = 200  # letters
_FEWEST_ABOVE = 4  # lines
_LINKS = 15  # lines at most
_LONGEST_COUNT = 90  # letters


def take_tail(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Line, ...]]:
    """(the body, an appendix behind the tail with it; the lines of the tail)."""
    counted = tuple(block for block in blocks[-_LINKS:] if isinstance(block, Line) and _counts(block))
    if counted:
        blocks = tuple(block for block in blocks if block not in counted)
    first = max(_FEWEST_ABOVE, len(blocks) - _LINKS)
    cut = next((n for n in range(first, len(blocks)) if _leads_away(blocks, n)), len(blocks))
    links = tuple(block for block in blocks[cut:] if isinstance(block, Line))
    body, tail = _without_signature(blocks[:cut])
    signed = tuple(
        block
        for block in body[-_LINKS:]
        if isinstance(block, Line) and ":" in block.text[:30] and _signs_alone(block)
    )
    if signed:
        body = tuple(block for block in body if block not in signed)
    return body, (*signed, *tail, *links, *counted)


def _counts(line: Line) -> bool:
    return len(line.text) < _LONGEST_COUNT and _COUNTS.fullmatch(fold(line.text).strip(" .-–*|")) is not None


def _signs_alone(line: Line) -> bool:
    return _SIGNED_BY.match(line.text.strip(" *_")) is not None


def _leads_away(blocks: Sequence[Block], n: int) -> bool:
    """Whether what is left of a page leads only to other pages."""
    first = blocks[n]
    if not isinstance(first, Line) or len(first.text) > _LONGEST_LINK:
        return False
    if _OTHER_PAGES.fullmatch(fold(first.text).strip()) is None:
        return False
    return not any(isinstance(block, Table) for block in blocks[n:])


def _without_signature(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Line, ...]]:
    start = next((n for n, block in enumerate(blocks) if _begins_tail(blocks, n)), len(blocks))
    end = len(blocks)
    for n in range(start, len(blocks)):
        block = blocks[n]
        if isinstance(block, Table) or re.match(r"phu luc\b", fold(block.text).strip()):
            end = n
            break
    tail = tuple(block for block in blocks[start:end] if isinstance(block, Line))
    appendix = blocks[end:]
    if appendix and isinstance(appendix[0], Line):
        tail, appendix = (*tail, appendix[0]), appendix[1:]
    return blocks[:start] + appendix, tail


def _heads_a_column(blocks: Sequence[Block], n: int) -> bool:
    """Whether "Nơi nhận" is the last head of a table that lost its grid: other heads above it, a row's number below."""
    above, below = blocks[n - 1] if n else None, blocks[n + 1] if n + 1 < len(blocks) else None
    beside = isinstance(above, Line) and heading_role(above.text) is not None
    return beside and isinstance(below, Line) and below.text.strip(" .").isdigit()


def _begins_tail(blocks: Sequence[Block], n: int) -> bool:
    line = blocks[n]
    if isinstance(line, Table):
        return False
    text = line.text.strip(" *_")
    left = len(blocks) - n
    if left > 8 and text[:1] not in _TAIL_LETTERS:
        return False
    folded = fold(text)
    if RECIPIENTS.match(folded):
        return not _heads_a_column(blocks, n)
    if AUTHORITY.match(folded) and len(folded) < 90 and text[:2].isupper():
        return True
    if left > 8 or read_mark(line.text):
        return False
    if left <= _LAST and (
        _PRIEST.match(folded) or (folded.endswith((")", ").")) and _BYLINE.fullmatch(folded))
    ):
        return True
    stamp = layout_words()["frame.stamps"].match(folded) if left <= _LAST else None
    if stamp is not None and _TOLD_BY_STAMP.match(folded, stamp.end()):
        return True
    next_one = blocks[n + 1] if left > 1 else None
    if isinstance(next_one, Line) and GIVEN_AT.fullmatch(folded) and _signs(next_one.text):
        return True  # "Phan Lăng, 10h00 ngày 27/10/2020" over "TL. HIỆU TRƯỞNG"
    found = (GIVEN_AT.fullmatch(folded) or _DATED.fullmatch(folded)) if left == 1 and n else None
    if found is not None and names_a_unit(folded):
        return not tells_an_act(found["who"])
    if place_and_day(line) or place_and_day(_before_post(line)):
        return True
    if left <= 4 and _is_day_alone(line) and not _is_hour_below(blocks[n + 1 :]):
        return True
    if left <= _BELOW_POST and _SIGNED_ON_A_LINE.fullmatch(line.text.strip(" *_")):
        return True
    signed = _DAY_AND_POST.fullmatch(line.text.strip(" *_")) if left <= _BELOW_POST else None
    if signed is not None and _begins_with_post(signed["post"]) and _NAME.match(signed["name"].strip()):
        return True
    if left == 1 or (
        left == _BELOW_POST and isinstance(next_one, Line) and next_one.text.lstrip()[:1] == "("
    ):
        post, colon, name = text.partition(":")
        if n and colon and _begins_with_post(post) and _NAME.match(name.strip()):
            return True  # "Chánh Văn phòng: La Văn Xuân", perhaps over the stamp of the signature
    if _signs_alone(line):
        # "Người lập: Tô Thị Hòa" over notes signs nothing that stands below it
        return not any(isinstance(block, Line) and read_mark(block.text) for block in blocks[n + 1 :])
    if left <= _POST and _signs_in_columns(blocks, n):
        return True
    following = [block for block in blocks[n + 1 :] if isinstance(block, Line)]
    if (signed_on(line) or _BARE_DAY.fullmatch(folded)) and left <= _ABOVE_NAME:
        below = following[:1]
        if any(_signs(block.text) or _begins_with_post(block.text) for block in below):
            return True
        if below and _heads_a_name(below[0].text, following[1:]):
            return True
        if left == 2 and n and signed_on(line) and below and _is_who_signs(below[0].text):
            return True
        if left == 1 and n and _A_PLACE.match(line.text.strip(" *_")):
            return True  # "Hoài Sơn, 22-9-2025" as the last line of all
    if not line.text.strip(" *_").isupper():
        following = following[:_BELOW_POST]  # "Chánh Văn phòng" in a table's cell is nobody's signature
    if _heads_a_name(line.text, following):
        return True
    return _is_post(line.text) and any(_names_somebody(block.text) for block in following)


def _is_who_signs(text: str) -> bool:
    """Whether the last line of all, below place and day, may be who signs in few words ("Ban Giám đốc")."""
    post, colon, name = text.partition(":")  # "Phụ trách thư viện: Đoàn Kim Thoa"
    few = 0 < len((post if colon and _NAME.match(name.strip()) else text).split()) <= _POST
    few = few and text.strip(" *_")[:1].isupper()
    return few and not any(map(str.isdigit, text)) and not text.rstrip().endswith((":", "?"))


def _signs_in_columns(blocks: Sequence[Block], n: int) -> bool:
    """Whether posts stand beside each other over as many names: "HIỆU TRƯỞNG      Người lập, 28/8/2017"."""
    posts, *names = (
        _COLUMNS.split(block.text.strip(" *_")) for block in blocks[n:] if isinstance(block, Line)
    )
    if len(posts) < 2 or not any(map(_begins_with_post, posts)):
        return False
    return any(len(row) == len(posts) and all(map(_NAME.match, row)) for row in names)


# "CT Hội - Lê Thị Kim Ngoan, 28/9/2020": post, name and day on the last line.
# Words are parted by spaces and bounded: hostile text is one word of a million letters.
_SIGNED_ON_A_LINE = re.compile(
    r"[^\W\d_][^\s\d_,;:–-]{0,14}(?: [^\W\d_][^\s\d_,;:–-]{0,14}){0,4}\s?[-–:]\s?"
    r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]{1,9}(?:\s[A-ZĐÀ-Ỹ][a-zà-ỹđ]{1,9}){1,5},\s{1,3}(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\.?"
)
# The day, the post and the name on one line: "Ngày 12/9/2022, Hiệu trưởng: Châu Văn Nghĩa".
_DAY_AND_POST = re.compile(
    r"(?:[A-ZĐÀ-Ỹ][^\W\d_]{0,14}(?: [^\W\d_]{1,15}){0,4}, )?(?:[Nn]gày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s?[,.;:–-]?\s"
    r"(?:[-–]\s)?(?P<post>[^\W\d_][^\d:;,.]{1,40}?)\s?[:.–-]\s?(?P<name>[A-ZĐÀ-Ỹ][^\d:;,]{3,50})"
)
_COLUMNS = re.compile(r"\s{3,}|\t+|\s*\|\s*")
_A_PLACE = re.compile(r"[A-ZĐÀ-Ỹ][^\s\d_,]{0,20}(?:\s[A-ZĐÀ-Ỹ][^\s\d_,]{0,20}){0,4},")


def _before_post(line: Line) -> Line:
    """A line without who signs behind a dash ("Hàm Giang, ngày 07/11/2019 - Thư ký lập lịch")."""
    before, dash, post = line.text.partition(" - ")
    few = 0 < len(post.split()) <= _POST and not any(map(str.isdigit, post))
    return line.with_text(before) if dash and few else line


def _is_day_alone(line: Line) -> bool:
    """Whether a line is nothing but a day, perhaps with who signs behind a dash ("Ngày 28/12/2023 - Giám đốc ...")."""
    return any(DAY_ALONE.match(fold(one.text).strip(" *_")) for one in (line, _before_post(line)))


def _is_hour_below(blocks: Sequence[Block]) -> bool:
    """Whether what is left begins with hours, as what is on at the last day of a list does, or is a table of them."""
    if blocks and isinstance(blocks[0], Table):
        return True
    return any(isinstance(block, Line) and begins_with_clock(block.text.strip(" *_+•–-")) for block in blocks)


def _heads_a_name(text: str, following: Sequence[Line]) -> bool:
    """Whether a few words in capitals stand over the name with which the text ends, whatever the post is called."""
    bare = text.strip(" *_")
    short = bare.isupper() and 1 < len(bare.split()) <= _POST and not any(map(str.isdigit, bare))
    return short and len(following) == 1 and _NAME.match(following[0].text.strip(" *_")) is not None


def _names_somebody(text: str) -> bool:
    """Whether a line is nothing but a name, and not that of a place ("Xã Hành Thuận") beside whose thing it is."""
    return _NAME.match(text.strip(" *_")) is not None and not looks_like_place(text)


def _signs(text: str) -> bool:
    """Whether a line begins a signature: the post of who signs, or for whom ("TM. BAN THƯỜNG VỤ")."""
    return _is_post(text.partition(":")[0]) or AUTHORITY.match(fold(text).strip(" *_")) is not None


def _begins_with_post(text: str) -> bool:
    """Whether a line begins with a post, in whatever case, and tells no time ("Trưởng Ban Thư ký: BS. Tạ Hữu Nghị")."""
    return layout_words()["frame.posts"].match(fold(text).strip(" *_")) is not None and "/" not in text


def _is_post(text: str) -> bool:
    """Whether a line is the post of who signs ("CHỦ TỊCH"), in capitals perhaps with more behind it."""
    bare = text.strip(" *_")
    posts, folded = layout_words()["frame.posts"], fold(bare)
    return posts.fullmatch(folded) or (bare.isupper() and posts.match(folded) is not None)


def distribution_of(pieces: Sequence[Line]) -> tuple[str, ...]:
    """The recipients below "Nơi nhận", each without its dash and semicolon."""
    recipients: list[str] = []
    started = False
    for line in pieces:
        text = line.text.strip(" *_")
        folded = fold(text)
        if found := RECIPIENTS.match(folded):
            started = True
            if rest := text[found.end() :].strip():
                recipients.append(rest)
            continue
        if not started or re.match(r"ban dien tu", folded):
            continue
        if line.mark is not None or re.match(r"^[-–+•*]\s*", line.text.strip()):
            recipients.append(re.sub(r"^[-–+•*]\s*", "", text))
        elif AUTHORITY.match(folded) or text.isupper() or _NAME.match(text):
            continue
        elif recipients and text[:1].islower():
            recipients[-1] += f" {text}"
    return tuple(text for text in (name.rstrip(" ;,.") for name in recipients) if text)


def signatory_of(pieces: Sequence[Line]) -> str | None:
    """Who signed: the last line that is nothing but a person's name."""
    name = None
    words = layout_words()
    for line in pieces:
        text = line.text.strip(" *_")
        if found := _SIGNED_BY.match(text):
            return found["name"].strip()
        if _NAME.match(text) and not read_mark(line.text) and not words["frame.posts"].fullmatch(fold(text)):
            name = text
    return name


_CLOSING_ISSUER = re.compile(
    r"Trên đây là [^,;]*[,;]\s*(?P<issuer>(?:Ban|Hội|UBND|Ủy ban|Văn phòng|Sở|Phòng|Đảng ủy|"
    r"Thường trực|HĐND|Liên đoàn|Tỉnh|Huyện|Đoàn|Công đoàn|Trường)"
    r"[^,;.]*?)\s+(?:đề nghị|yêu cầu|thông báo|kính đề nghị|trân trọng)",
)


def issuer_in(lines: Iterable[str]) -> str | None:
    """The issuer as the closing sentence has it, where the letterhead is lost."""
    return next((found["issuer"] for line in lines if (found := _CLOSING_ISSUER.search(line))), None)
