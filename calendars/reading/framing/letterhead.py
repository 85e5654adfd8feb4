"""The head of a document: where it ends, and its title, kind, number and issuer (reference section A.1).

Every element is optional. What is hard is to stop in time: the title may run over several lines, and the
first line of the body may be short and in capitals too.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Block, Line, Role, Table
from calendars.layouts.labels import read_label
from calendars.layouts.marks import read_mark
from calendars.layouts.month_names import months_in_figures, names_a_month
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import begins_with_weekday, is_time_label, is_week_heading
from calendars.layouts.words import fold, layout_words
from calendars.programme import Kind
from calendars.reading.framing.first_things import tells_a_day
from calendars.reading.framing.issue_days import BLANK_DAY, place_and_day, placed_on
from calendars.reading.framing.mail_heads import mail_head
from calendars.reading.framing.page_clock import PAGE_FURNITURE, PAGE_STAMP
from calendars.reading.framing.page_heads import headline_over, letterhead_reach, names_a_body
from calendars.reading.framing.title_kinds import OF_A_PERIOD, kind_at, kind_of

_NUMBER = re.compile(
    r"^\s*[Ss][ốôóỐÔ]\s*:?\s*(?P<digits>[\dlO]{0,5}(?:/\d{4})?)\s*(?P<symbol>[/-]\s*[A-ZĐa-zƯÀ-Ỹ][\w&.ĐƯ-]*(?:\s?[/-]\s?[A-ZĐƯ][\w&ĐƯ-]*)*)",
)
_SEPARATOR = re.compile(r"^[\s*_\-–—.=]+$")
GAP = re.compile(r"\s{4,}")
_HEAD_LINES = 30
_DAY_AND_THING = re.compile(
    r"(?:ngay\s+)?\d{1,2}(?:\s?[,-]\s?\d{1,2})?/\d{1,2}(?:/\d{4})?\s*(?:\([^()]*\)\s*)?(?::\s+\S|\s{2,}[^\W\d]{2})"
)
_HOUR_AND_THING = re.compile(r"\d{1,2} ?(?:[hg:]|giờ) ?(?:\d{2})? ?[:,-] ?[^\W\d]{2}")  # "8h00: Giám đốc họp"
_SUBJECT_LINES, _SUBJECT_WIDTH = 3, 80
_GROUP = re.compile(r"\[[^\[\]\d]{3,80}\]|(?:tin nhan|nhom|zalo|facebook|group)\b[^.;\d]{3,80}")
_A_MONTH = re.compile(r"(?:trong )?thang\s*\d{1,2}(?:\s*(?:/|-|nam)\s*\d{4})?\s*:?")
_NUMBERED_TYPE = re.compile(
    r"\s[Ss]ố:?\s?\d{0,5}\s?[/-][^\s\d]\S{0,20}$|\s(?:số|lần)(?: thứ)? \d{1,2}$", re.IGNORECASE
)
_WHERE_AND_WHEN = (
    re.compile(  # "Thành phố Đông Hà, ngày 8-10 tháng 11 năm 2015" below the name of what is held
        r"[^\d:;(]{3,60},\s+(?:từ\s+)?(?:ngày\s+)?\d{1,2}\s?[-–]\s?\d{1,2}\s?(?:[/.]|tháng)\s?\d",
        re.IGNORECASE,
    )
)
_A_MEETING = re.compile(  # below "GIẤY MỜI" or "THÔNG BÁO" no column's head
    r"(?:hoi nghi|cuoc hop) (?!,|va |- )[a-z ]{4,}"
    r"|(?:thay doi|dieu chinh|bo sung|hoan|doi|dinh chinh) (?:thoi gian|lich|ngay|gio|dia diem)\b[a-z ,]{3,}"
)
_NAMES_PERIOD = re.compile(r"\bquy\s+(?:[iv]+|\d)\b|\bthang\s*\d|\b\d thang (?:dau|cuoi) nam\b")
# "Trường Họa Mi - Lịch tuần 17"
_OF_A_WEEK_BEHIND = re.compile(r"lich (?:cong tac |lam viec |hoat dong )?tuan \d")
_GREETS = re.compile(r"\W*(?:kinh|than|than ai|xin|tran trong kinh) (?:gui|thua|bach|chao|moi)\b")
_ON_A_DAY = re.compile(r"\b(?:ngay|sang|chieu|toi|thu \w+,?) \d{1,2}(?:\s?[/.-]\s?\d|\s+thang\b)")
_A_HEADLINE = 25  # words
_BODY_REACH = 4  # lines from the name of a body to the title
_INVITES_SOMEBODY = re.compile(r"(?:kinh gui|than gui|than moi|tran trong|kinh moi)\b|.{2,80}\bkinh moi\s*:")
_TAG = re.compile(r"\s*\[(?P<tag>[^\]]{2,60})\]\s*(?=\w)")
_A_PART = re.compile(r"(?:phan|chuong) (?:thu )?(?:nhat|mot|hai|\d|[iv]+\b)")  # the first heading of the body


def take_head(blocks: tuple[Block, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Block, ...]]:
    """(the lines of the head, those of the title among them, the other blocks)."""
    if mail := mail_head(blocks):
        return mail
    reach = letterhead_reach(blocks, is_sign=_is_plain_head, is_title=begins_title)
    head = [block for block in blocks[:reach] if isinstance(block, Line)]
    title: list[Line] = []
    for block in blocks[reach:_HEAD_LINES]:
        if isinstance(block, Table):
            break
        if title:
            if not _goes_on_title(block, title):
                break
            (head if _is_plain_head(block) else title).append(block)
            continue
        block = _untagged(block)
        if begins_title(block) and not (_is_item(block) and not block.text.isupper()):
            title.append(block)
        elif _is_plain_head(block) or (_is_issuer(block) and not _is_item(block)):
            head.append(block)
        elif not _is_skippable(block, blocks):
            break
        else:
            head.append(block)
    taken = len(head) + len(title)
    title = headline_over(head[:reach], title, begins_title) or _names_its_period(head)
    if not title and not any(number_of(line) or place_and_day(line) or is_motto(line) for line in head):
        # Nothing says that this is a letterhead: only the lines at the very top in capitals are left off.
        taken = next(
            (n for n, line in enumerate(head) if not (_is_issuer(line) or _is_plain_head(line))), taken
        )
        head = head[:taken]
    lines = tuple(block for block in blocks[:taken] if isinstance(block, Line))
    return lines, tuple(title), blocks[taken:]


def _names_its_period(head: Sequence[Line]) -> list[Line]:
    """The last line in capitals that names a month or quarter, of a head without any known word of a title.

    "BẢNG GIAO NHIỆM VỤ TRỌNG TÂM THÁNG 9/2023", "SỰ KIỆN NỔI BẬT QUÝ III".
    """
    named = [line for line in head if line.text.isupper() and OF_A_PERIOD.search(fold(line.text))]
    return [line for line in named[-1:] if place_and_day(line) is None and not is_motto(line)]


def _untagged(line: Line) -> Line:
    """A headline of a chat or a mailing list without the tag of who posts it ("[Công đoàn Sở] LỊCH TUẦN 11-17/11")."""
    found = _TAG.match(line.text)
    if found is None:
        return line
    rest = line.text[found.end() :]
    if kind_at(fold(found["tag"]).strip()) is not None:
        return replace(line, text=f"{found['tag'].strip()} {rest}")
    return replace(line, text=rest) if kind_at(fold(rest)) is not None else line


def begins_title(line: Line) -> bool:
    """Whether a line begins the title of a document, by the word for what it is ("CHƯƠNG TRÌNH", "V/v")."""
    text = line.text.strip()
    folded = fold(text).strip(" \"“'*")
    if re.match(r"(?:v/v|ve viec)\b", folded) and len(text) < 250:
        return True
    if kind_at(folded) is None or len(text) > 220 or text.endswith((";", ":")) or _is_item(line):
        # "TRƯỜNG ... - LỊCH CÔNG TÁC TUẦN 2": the issuer stands before the type on one line.
        bare = re.sub(r"\s*\([^()]{1,80}\)$", "", text)  # "THUẾ TỈNH ... - LỊCH TUẦN (xuất từ phần mềm lịch)"
        after = re.search(r"\s[-–]\s(.+)$", bare)
        named = after is not None and (bare.isupper() or _OF_A_WEEK_BEHIND.match(fold(after[1])) is not None)
        return after is not None and named and kind_at(fold(after[1])) is not None
    upper = sum(c.isupper() for c in text) > 0.5 * sum(c.isalpha() for c in text)
    return (
        upper
        or line.role is Role.HEADING
        or (not text.endswith(".") and kind_at(folded) is not None and len(text) < 140)
    )


def _goes_on_title(line: Line, title: list[Line]) -> bool:
    text = line.text.strip()
    folded = fold(text)
    if _is_plain_head(line) or _SEPARATOR.match(text) or re.match(r"(?:v/v|ve viec)\b", folded):
        return True
    if _goes_on_subject(line, title):
        return True
    if _DAY_AND_THING.match(folded) or _WHERE_AND_WHEN.match(text) or tells_a_day(text.lstrip("-+*• ")):
        return False
    if _HOUR_AND_THING.match(text):
        return False
    if _INVITES_SOMEBODY.match(folded) or _heads_columns(text):
        return False
    a_week = re.match(r"tuan\s*\d", folded) is not None or is_week_heading(text)
    if a_week and any(names_a_month(part.text) for part in title):
        return False
    mark = read_mark(text)
    if mark is not None or line.mark is not None or read_label(text) is not None:
        return False
    month = _A_MONTH.fullmatch(fold(months_in_figures(text)))
    if month and any(_NAMES_PERIOD.search(fold(part.text)) for part in title):
        return False  # of a quarter's programme the first month
    if is_time_label(text.strip("()")) and (begins_with_weekday(text) or not text.startswith("(")):
        return re.match(r"\(?\s*(?:tu|thang|quy|nam|tuan)\b", folded) is not None and not re.fullmatch(
            r"thang\s*\d{1,2}\s*:?", folded
        )
    if (
        begins_with_weekday(text)
        or layout_words()["furniture.legal"].match(folded)
        or text.endswith((":", ";"))
    ):
        return False
    if len(title) >= 6 or len(text) > 260 or _A_PART.match(folded):
        return False
    if text.startswith("(") and text.endswith(")"):
        return True
    if text.isupper() and not re.fullmatch(r"thang\s*\d{1,2}\s*:?", folded):
        return True
    named = _NUMBERED_TYPE.sub("", title[-1].text.strip())  # "Chương trình số 57/CTr-TDTT" over what it is of
    type_alone = len(named.split()) <= 3 or title[-1].text.isupper()
    ends = text.endswith((".", "./."))
    is_first = len(title) == 1
    return (
        not ends
        and len(text) < 200
        and (type_alone and (is_first or text[0] in '“"(' or text[0].islower() or _period_like(folded)))
    )


def _goes_on_subject(line: Line, title: Sequence[Line]) -> bool:
    """Whether a line is the rest of "V/v ..." above it: in small letters, short, and no sentence."""
    text = line.text.strip()
    begins = fold(title[0].text).strip(" \"“'*")
    if re.match(r"(?:v/v|ve viec)\b", begins) is None or len(title) > _SUBJECT_LINES:
        return False
    short = text[:1].islower() and len(text) < _SUBJECT_WIDTH and not text.endswith((".", ";", ":", ","))
    return short and not _is_item(line) and read_label(text) is None


def _heads_columns(text: str) -> bool:
    """Whether a line heads a column, or with wide spaces between several ("Ngày    Nội dung    Giờ    Phụ trách")."""
    if heading_role(text) is not None and not _A_MEETING.fullmatch(fold(text)):
        return True
    heads = [part for part in GAP.split(text) if part]
    return len(heads) > 2 and sum(heading_role(head) is not None for head in heads) > len(heads) / 2


def _period_like(folded: str) -> bool:
    return re.match(r"\(?\s*(?:tu\s|thang\s|tuan\s|quy\s|cong tac|nam\s|ve viec|v/v)", folded) is not None


def _is_item(line: Line) -> bool:
    mark = read_mark(line.text.strip())
    return line.mark is not None or mark is not None


def _is_plain_head(line: Line) -> bool:
    pieces = [part for part in GAP.split(line.text.strip()) if part]
    return (
        bool(pieces) and all(_is_plain_head_piece(line.with_text(part)) for part in pieces[-1:])
    ) or number_of(line) is not None


def _is_plain_head_piece(line: Line) -> bool:
    folded = fold(line.text).strip()
    return (
        is_motto(line)
        or number_of(line) is not None
        or (re.match(r"so\s*:\s*[./…\s]*[/-]?", folded) is not None and len(folded) < 40)
        or place_and_day(line) is not None
        or placed_on(line) is not None
        or BLANK_DAY.match(folded) is not None
        or layout_words()["frame.stamps"].match(folded) is not None
        or PAGE_STAMP.fullmatch(folded) is not None
        or PAGE_FURNITURE.fullmatch(folded) is not None
    )


def is_motto(line: Line) -> bool:
    """Whether the national motto or the Party's name stands on the line, and not in a sentence."""
    folded, words = fold(line.text), layout_words()
    if found := words["frame.motto"].search(folded):
        before = GAP.split(line.text[: found.start()])[-1].strip(" *_-")
        return not before or before.isupper()  # "Kỷ niệm Ngày thành lập Đảng ..." begins the body
    return words["frame.motto_alone"].fullmatch(folded.strip(" *_-"))


def _is_issuer(line: Line) -> bool:
    text = line.text.strip()
    return _SEPARATOR.match(text) is not None or (
        text.isupper() and len(text) < 110 and not is_time_label(text)
    )


def _is_skippable(line: Line, blocks: Sequence[Block]) -> bool:
    """A line in front of the title that is no known element of a letterhead, while a title still comes."""
    if _is_item(line) or read_label(line.text) or begins_with_weekday(line.text) or _speaks(line.text):
        return False
    after = [
        block for block in blocks[:_HEAD_LINES] if isinstance(block, Line) and block.number > line.number
    ]
    if after and line is blocks[0] and _is_whose_group(line) and begins_title(after[0]):
        return not _is_item(after[0])
    is_body = names_a_body(line.text)
    for n, follower in enumerate(after):
        headed = re.split(r"[:(]", follower.text, maxsplit=1)[
            0
        ].isupper()  # "LỊCH TUẦN 24: từ thứ 2 ngày 12/6 ..."
        if begins_title(follower) and (headed or fold(line.text) in fold(follower.text)):
            return True  # the headline of a page may tell a part of the title before it
        if is_body and n < _BODY_REACH and _is_headline(follower):
            return True
        if _is_item(follower) or read_label(follower.text):
            return False
    return False


def _is_headline(line: Line) -> bool:
    """Whether a line is a title as pages have it: in small letters, and of no one day, so that it is no entry."""
    named = (
        begins_title(line)
        and not line.text.rstrip().endswith((".", ","))
        and kind_of([line]) is not Kind.OTHER
    )
    return named and not _ON_A_DAY.search(fold(line.text)) and not tells_a_day(line.text)


def _speaks(text: str) -> bool:
    """Whether a letter has begun with a line: it greets, or tells in a sentence on which day something is."""
    folded = fold(text)
    sentence = len(folded.split()) > _A_HEADLINE and _ON_A_DAY.search(folded) is not None
    return sentence or _GREETS.match(folded) is not None


def _is_whose_group(line: Line) -> bool:
    """Whether the top line of a copied message names the group it was sent to ("[Nhóm Zalo CHI ĐOÀN]")."""
    return _GROUP.fullmatch(fold(line.text).strip()) is not None


def issuer_of(pieces: Iterable[Line], title_lines: Sequence[Line], title: str | None) -> str | None:
    """The names in capitals over the title, parent body first; else what stands before the type in the title."""
    names = []
    for line in pieces:
        text = line.text.strip(" *_-–")
        if (
            any(line.number == part.number and text in part.text for part in title_lines)
            or not text
            or _is_plain_head_piece(line)
            or not line.text.strip().isupper()
        ):
            continue
        names.append(text)
    if names:
        return " ".join(names)
    if title and (found := re.match(r"(?P<issuer>[^-–]+?)\s[-–]\s", title)) and kind_at(fold(title)) is None:
        return found["issuer"]
    return None


def number_of(line: Line) -> str | None:
    """Number and symbol of a line such as "Số: 63 /CTr-BTV"; None where the number was left blank."""
    found = _NUMBER.match(line.text)
    if not found or not found["digits"]:
        return None
    digits = found["digits"].replace("l", "1").replace("O", "0")
    return digits + re.sub(r"\s+", "", found["symbol"]).rstrip(".,;")
