"""What stands round the body of a document: letterhead and title at its head, recipients and signature at its tail.

Every element is optional and may have been lost in copying; two columns may have come out one after the other, or side by
side on one line (reference sections A.1 and A.3). What is hard is to stop in time: the first and the last line of the body
must stay in it. Which period the title names is for `period` to say.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from calendars.documents.document import Block, Line, Role, Table
from calendars.layouts.labels import read_label
from calendars.layouts.marks import CHAPTER, PART, read_mark
from calendars.layouts.tables import columns_of
from calendars.layouts.timelabels import begins_with_weekday, is_time_label
from calendars.layouts.words import fold, layout_words
from calendars.programme import Kind

_T = TypeVar("_T")

_DIGIT = r"[\dolis]"
_PLACE_AND_DAY = re.compile(
    rf"(?P<place>[^,;:()\d]{{2,40}}),?\s*ng[aà]y\s*(?P<day>{_DIGIT}{{1,2}})\s*(?:thang|[/.-])\s*(?P<month>{_DIGIT}{{1,2}})\s*"
    rf"(?:nam|[/.-])\s*(?P<year>{_DIGIT}{{4}})\s*\.?$"
)
_BLANK_DAY = re.compile(r"^[^,;:()\d]{2,40},?\s*ngay\s*(?:\d{0,2}|[.…\s]*)\s*thang\s*(?:\d{0,2}|[.…\s]*)\s*nam\s*(?:\d{4})?[.…\s]*$")
_DAY_ALONE = re.compile(r"ngay\s*(?P<day>\d{1,2})\s*(?:thang|[/.-])\s*(?P<month>\d{1,2})\s*(?:nam|[/.-])\s*(?P<year>\d{4})\s*\.?$")
_STAMP_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_NUMBER = re.compile(
    r"^\s*[Ss][ốôóỐÔ]\s*:?\s*(?P<digits>[\dlO]{0,5}(?:/\d{4})?)\s*(?P<symbol>[/-]\s*[A-ZĐa-zƯÀ-Ỹ][\w&.ĐƯ-]*(?:\s?[/-]\s?[A-ZĐƯ][\w&ĐƯ-]*)*)",
)
_RECIPIENTS = re.compile(r"^[-*_ ]*noi nhan\b\s*[:.]?")
_AUTHORITY = re.compile(r"^\s*(?:tm|t/m|kt|k/t|tl|t/l|tuq|t/uq)\s*[.:]?\s+\S")
_NAME = re.compile(r"^(?:(?:[TtPpGgBbDd][GgTtSs]{0,3}|ThS|TS|PGS|GS|BS|KS|CN)\.\s*)*(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]+\s+){1,5}[A-ZĐÀ-Ỹ][a-zà-ỹđ]+$")
_SIGNED_BY = re.compile(r"^(?:người lập(?: lịch| biểu)?|người tổng hợp|người ký)\s*:\s*(?P<name>.+)$", re.IGNORECASE)
_SEPARATOR = re.compile(r"^[\s*_\-–—.=]+$")
_GAP = re.compile(r"\s{4,}")
_REPLACES = re.compile(
    r"(?:thay thế|thay cho|thay)\s+(?:cho\s+)?(?:nội dung[^.;]*?)?(?P<what>(?:Giấy mời|Thông báo|Lịch|Chương trình|Công văn|Kế hoạch)\s+"
    r"số\s*[\w/\s-]+?(?:\s+ngày\s+\d{1,2}/\d{1,2}/\d{4})?)(?=[.;,)]|$)",
)
_HEAD_LINES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A document taken apart: what its head and tail say, and the body between them.

    subject: the summary below the type of the document; stamped: a day printed by a web page or a signature, which helps to
    find a missing year and is no issue date; furniture: every line of head and tail.
    """

    title: str | None
    number: str | None
    issuer: str | None
    issued: date | None
    stamped: date | None
    signatory: str | None
    distribution: tuple[str, ...]
    kind: Kind | None
    head: tuple[Line, ...]
    tail: tuple[Line, ...]
    body: tuple[Block, ...]
    replaces: str | None = None


def take_frame(blocks: Sequence[Block]) -> Frame:
    """The head and tail taken off the blocks of a document (wrapped lines already rejoined)."""
    flat = tuple(_unfold(blocks))
    head, title, rest = _take_head(flat)
    body, tail = _take_tail(rest)
    head_pieces, tail_pieces = list(_pieces(head)), list(_pieces(tail))
    issued = _issued(head_pieces) or _issued(tail_pieces) or _day_alone(tail_pieces)
    title_text = " ".join(line.text.strip() for line in title) or None
    return Frame(
        title=title_text,
        number=_first(map(_number, head_pieces)),
        issuer=_issuer(head_pieces, {line.number for line in title}, title_text),
        issued=issued,
        stamped=_stamped(head_pieces) or _stamped(tail_pieces),
        signatory=_signatory(tail_pieces),
        distribution=_distribution(tail_pieces),
        kind=_kind(title),
        head=head,
        tail=tail,
        body=body,
        replaces=_first(_replaces(block.text) for block in flat if isinstance(block, Line)),
    )


def _unfold(blocks: Sequence[Block]) -> Iterable[Block]:
    """Tables that only set head or tail side by side, as lines, column by column."""
    for block in blocks:
        if isinstance(block, Table) and _is_frame_table(block):
            for cell in sorted(block.cells, key=lambda cell: (cell.column, cell.row)):
                yield from (replace(line, whole=True) for line in cell.lines if line.text.strip())
        else:
            yield block


def _is_frame_table(table: Table) -> bool:
    if table.height > 6 or columns_of(table) is not None:
        return False
    words = layout_words()
    for cell in table.cells:
        for line in cell.lines:
            folded = fold(line.text).strip()
            if words["frame.motto"].match(folded) or _RECIPIENTS.match(folded) or _AUTHORITY.match(folded):
                return True
            if _number(line) or (_PLACE_AND_DAY.search(folded) and len(folded) < 60) or _BLANK_DAY.match(folded):
                return True
    return False


def _pieces(lines: Iterable[Line]) -> Iterable[Line]:
    """Lines on which two columns stand side by side, as one line a column; the left column first."""
    kept, right = [], []
    for line in lines:
        parts = [part for part in _GAP.split(line.text.strip()) if part]
        kept += [replace(line, text=part) for part in parts[:1]]
        right += [replace(line, text=part) for part in parts[1:]]
        if len(parts) == 1 and line.text.startswith(" " * 12) and right:
            right.append(kept.pop())
    return [*kept, *right]


# --- the head -------------------------------------------------------------------------------------------------


def _take_head(blocks: tuple[Block, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Block, ...]]:
    """(the lines of the head, those of the title among them, the other blocks)."""
    head: list[Line] = []
    title: list[Line] = []
    for block in blocks[:_HEAD_LINES]:
        if isinstance(block, Table):
            break
        if title:
            if not _goes_on_title(block, title):
                break
            (head if _is_plain_head(block) else title).append(block)
            continue
        if _begins_title(block) and not (_is_item(block) and not block.text.isupper()):
            title.append(block)
        elif _is_plain_head(block) or (_is_issuer(block) and not _is_item(block)):
            head.append(block)
        elif not _is_skippable(block, blocks):
            break
        else:
            head.append(block)
    taken = len(head) + len(title)
    if not title and not any(_number(line) or _place_and_day(line) or _is_motto(line) for line in head):
        # Nothing says that this is a letterhead: only the lines at the very top in capitals are left off.
        taken = next((n for n, line in enumerate(head) if not (_is_issuer(line) or _is_plain_head(line))), taken)
        head = head[:taken]
    lines = tuple(block for block in blocks[:taken] if isinstance(block, Line))
    return lines, tuple(title), blocks[taken:]


def _begins_title(line: Line) -> bool:
    text = line.text.strip()
    folded = fold(text).strip(" \"“'*")
    if _kind_at(folded) is None or len(text) > 220 or text.endswith((";", ":")) or _is_item(line):
        # "TRƯỜNG ... - LỊCH CÔNG TÁC TUẦN 2": the issuer stands before the type on one line.
        after = re.search(r"\s[-–]\s(.+)$", text)
        return after is not None and text.isupper() and _kind_at(fold(after[1])) is not None
    upper = sum(c.isupper() for c in text) > 0.5 * sum(c.isalpha() for c in text)
    return upper or line.role is Role.HEADING or (not text.endswith(".") and _kind_at(folded) is not None and len(text) < 140)


def _goes_on_title(line: Line, title: list[Line]) -> bool:
    text = line.text.strip()
    folded = fold(text)
    if _is_plain_head(line) or _SEPARATOR.match(text):
        return True
    mark = read_mark(text)
    if mark is not None or line.mark is not None or read_label(text) is not None:
        return False
    if is_time_label(text.strip("()")) and (begins_with_weekday(text) or not text.startswith("(")):
        return re.match(r"\(?\s*(?:tu|thang|quy|nam|tuan)\b", folded) is not None and not re.fullmatch(r"thang\s*\d{1,2}\s*:?", folded)
    if begins_with_weekday(text) or layout_words()["furniture.legal"].match(folded) or text.endswith((":", ";")):
        return False
    if len(title) >= 6 or len(text) > 260:
        return False
    if text.startswith("(") and text.endswith(")"):
        return True
    if text.isupper() and not re.fullmatch(r"thang\s*\d{1,2}\s*:?", folded):
        return True
    type_alone = len(fold(title[-1].text).split()) <= 3 or title[-1].text.isupper()
    ends = text.endswith((".", "./."))
    is_first = len(title) == 1
    return not ends and len(text) < 200 and (type_alone and (is_first or text[0] in "“\"(" or text[0].islower() or _period_like(folded)))


def _period_like(folded: str) -> bool:
    return re.match(r"\(?\s*(?:tu\s|thang\s|tuan\s|quy\s|cong tac|nam\s|ve viec|v/v)", folded) is not None


def _is_item(line: Line) -> bool:
    mark = read_mark(line.text.strip())
    return line.mark is not None or (mark is not None and mark.rank in (PART, CHAPTER) or mark is not None)


def _is_plain_head(line: Line) -> bool:
    pieces = [part for part in _GAP.split(line.text.strip()) if part]
    return bool(pieces) and all(_is_plain_head_piece(replace(line, text=part)) for part in pieces[-1:]) or _number(line) is not None


def _is_plain_head_piece(line: Line) -> bool:
    folded = fold(line.text).strip()
    return (
        _is_motto(line)
        or _number(line) is not None
        or re.match(r"so\s*:\s*[./…\s]*[/-]?", folded) is not None and len(folded) < 40
        or _place_and_day(line) is not None
        or _BLANK_DAY.match(folded) is not None
        or layout_words()["frame.stamps"].match(folded) is not None
        or re.match(r"v/v\b", folded) is not None
    )


def _is_motto(line: Line) -> bool:
    return layout_words()["frame.motto"].search(fold(line.text)) is not None


def _is_issuer(line: Line) -> bool:
    text = line.text.strip()
    return _SEPARATOR.match(text) is not None or (text.isupper() and len(text) < 110 and not is_time_label(text))


def _is_skippable(line: Line, blocks: Sequence[Block]) -> bool:
    """A line in front of the title that is no known element of a letterhead, while a title still comes."""
    if _is_item(line) or read_label(line.text) or begins_with_weekday(line.text):
        return False
    after = [block for block in blocks[:_HEAD_LINES] if isinstance(block, Line) and block.number > line.number]
    for follower in after:
        if _begins_title(follower) and follower.text.isupper():
            return True
        if _is_item(follower) or read_label(follower.text):
            return False
    return False


def _kind_at(folded: str) -> Kind | None:
    """The kind that the first words of a title name."""
    words = layout_words()
    best: tuple[int, Kind] | None = None
    for name in words.names("document"):
        found = words[f"document.{name}"].match(folded)
        if found and (best is None or found.end() > best[0]):
            best = found.end(), Kind(name)
    return best[1] if best else None


def _kind(title: Sequence[Line]) -> Kind | None:
    if not title:
        return None
    words = layout_words()
    folded = fold(" ".join(line.text.strip() for line in title)).strip(" \"“'*")
    after = re.search(r"\s[-–]\s(.+)$", folded)
    kind = _kind_at(folded) or (_kind_at(after[1]) if after else None) or Kind.OTHER
    if kind is Kind.INVITATION:
        return kind
    if words["document.signs.recurring"].search(folded) and not re.search(r"\btuan \d", folded):
        return Kind.RECURRING
    if kind is not Kind.MONTHLY and words["document.signs.notice"].search(folded):
        return Kind.NOTICE
    if kind in (Kind.MONTHLY, Kind.WEEKLY, Kind.OTHER):
        if re.search(r"\btuan\s*(?:thu\s*)?\d", folded) or (kind is Kind.WEEKLY and "tuan" in folded.split()):
            return Kind.WEEKLY
        if re.search(r"\bthang\s*\d|\bquy\s+(?:[iv]+|\d)\b", folded) and kind is not Kind.OTHER:
            return Kind.MONTHLY
    return kind


def _issuer(pieces: Iterable[Line], title_lines: set[int], title: str | None) -> str | None:
    names = []
    for line in pieces:
        text = line.text.strip(" *_-–")
        if line.number in title_lines or not text or _is_plain_head_piece(line) or not line.text.strip().isupper():
            continue
        names.append(text)
    if names:
        return " ".join(names)
    if title and (found := re.match(r"(?P<issuer>[^-–]+?)\s[-–]\s", title)) and _kind_at(fold(title)) is None:
        return found["issuer"]
    return None


def _number(line: Line) -> str | None:
    found = _NUMBER.match(line.text)
    if not found or not found["digits"]:
        return None
    digits = found["digits"].replace("l", "1").replace("O", "0")
    return digits + re.sub(r"\s+", "", found["symbol"]).rstrip(".,;")


# --- days -----------------------------------------------------------------------------------------------------


def _date(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    year, month, day = (found[name].translate(str.maketrans("olis", "0115")) for name in ("year", "month", "day"))
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _place_and_day(line: Line) -> date | None:
    folded = fold(line.text).strip(" *_()")
    return _date(_PLACE_AND_DAY.match(folded)) if len(folded) < 80 else None


def _issued(pieces: Iterable[Line]) -> date | None:
    return _first(map(_place_and_day, pieces))


def _day_alone(pieces: Iterable[Line]) -> date | None:
    return _first(_date(_DAY_ALONE.match(fold(line.text).strip(" *_()"))) for line in pieces)


def _stamped(pieces: Iterable[Line]) -> date | None:
    words = layout_words()
    return _first(
        _date(_STAMP_DAY.search(line.text)) for line in pieces if words["frame.stamps"].search(fold(line.text))
    )


# --- the tail -------------------------------------------------------------------------------------------------


def _take_tail(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Line, ...]]:
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


def _begins_tail(blocks: Sequence[Block], n: int) -> bool:
    line = blocks[n]
    if isinstance(line, Table):
        return False
    folded = fold(line.text).strip(" *_")
    if _RECIPIENTS.match(folded):
        return True
    if _AUTHORITY.match(folded) and len(folded) < 90 and line.text.strip(" *_")[:2].isupper():
        return True
    left = len(blocks) - n
    if left > 8 or read_mark(line.text):
        return False
    if _place_and_day(line) or (_DAY_ALONE.match(folded) and left <= 4):
        return True
    if _SIGNED_BY.match(line.text.strip(" *_")):
        return True
    following = [block for block in blocks[n + 1 :] if isinstance(block, Line)]
    is_post = layout_words()["frame.posts"].fullmatch(folded) or (
        line.text.strip(" *_").isupper() and layout_words()["frame.posts"].match(folded) is not None
    )
    return bool(is_post) and any(_NAME.match(block.text.strip(" *_")) for block in following)


def _distribution(pieces: Sequence[Line]) -> tuple[str, ...]:
    recipients: list[str] = []
    started = False
    for line in pieces:
        text = line.text.strip(" *_")
        folded = fold(text)
        if found := _RECIPIENTS.match(folded):
            started = True
            if rest := text[found.end() :].strip():
                recipients.append(rest)
            continue
        if not started or re.match(r"ban dien tu", folded):
            continue
        if line.mark is not None or re.match(r"^[-–+•*]\s*", line.text.strip()):
            recipients.append(re.sub(r"^[-–+•*]\s*", "", text))
        elif _AUTHORITY.match(folded) or text.isupper() or _NAME.match(text):
            continue
        elif recipients and text[:1].islower():
            recipients[-1] += f" {text}"
    return tuple(text for text in (name.rstrip(" ;,.") for name in recipients) if text)


def _signatory(pieces: Sequence[Line]) -> str | None:
    name = None
    words = layout_words()
    for line in pieces:
        text = line.text.strip(" *_")
        if found := _SIGNED_BY.match(text):
            return found["name"].strip()
        if _NAME.match(text) and not read_mark(line.text) and not words["frame.posts"].fullmatch(fold(text)):
            name = text
    return name


def _replaces(text: str) -> str | None:
    found = _REPLACES.search(text)
    return re.sub(r"\s+", " ", found["what"]).strip() if found else None


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value is not None), None)
