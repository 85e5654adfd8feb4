"""What stands round the body of a document: letterhead and title at its head, recipients and signature at its tail.

Every element is optional and may have been lost in copying; two columns may have come out one after the other,
or side by side on one line (reference sections A.1 and A.3). What is hard is to stop in time: the first and the
last line of the body must stay in it. Which period the title names is for `period` to say.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from calendars.documents.document import Block, Line, Table
from calendars.documents.mail_history import own_blocks
from calendars.layouts.changed_lines import times_of
from calendars.layouts.group_headings import group_kind
from calendars.layouts.outline import mark_of, own_text
from calendars.layouts.stamps import is_stamp
from calendars.layouts.tables import columns_of
from calendars.layouts.timelabels import is_week_heading
from calendars.layouts.words import fold
from calendars.programme import Kind
from calendars.reading.framing.addressees import take_addressees
from calendars.reading.framing.issue_days import (
    BLANK_DAY,
    PLACE_AND_DAY,
    day_alone,
    first_day,
    first_of,
    issued_on,
    numbered_on,
    place_and_day,
    stamped_on,
)
from calendars.reading.framing.letterhead import (
    GAP,
    begins_title,
    is_motto,
    issuer_of,
    number_of,
    take_head,
)
from calendars.reading.framing.mail_heads import is_mail
from calendars.reading.framing.page_clock import lines_of_page
from calendars.reading.framing.tail import AUTHORITY, RECIPIENTS, distribution_of, signatory_of, take_tail
from calendars.reading.framing.title_kinds import kind_of

_REPLACES = re.compile(
    r"(?:thay thế|thay cho|thay)\s+(?:cho\s+)?(?:nội dung[^.;]*?)?(?P<what>(?:Giấy mời|Thông báo|Lịch|"
    r"Chương trình|Công văn|Kế hoạch)\s+"
    r"số\s*[\w/\s-]+?(?:\s+ngày\s+\d{1,2}/\d{1,2}/\d{4})?)(?=[.;,)]|$)",
)

# With diacritics: "hoàn thành" puts nothing off. "Tỉnh đoàn dời lịch họp", "thông báo về việc thay đổi ngày tiếp dân"
_CHANGES_A_TIME = re.compile(
    r"\b(?:(?:tạm )?hoãn|(?:tạm )?dừng|dời|lùi|hủy|huỷ)(?: bỏ| không)? (?:tổ chức|thời gian|lịch|ngày|hội nghị|hội thảo"
    r"|đại hội|kỳ họp|cuộc|buổi|phiên|lễ|họp|tiếp|thi|các|việc|hoạt động"
    r"|đấu giá|tọa đàm|khai giảng|khai mạc|khởi công|tập huấn|lớp|giải|trận|vòng"
    r"|sinh hoạt|giao ban|xét xử|phiên tòa|diễn đàn|đêm)\b"
    r"|\b(?:thay đổi|điều chỉnh|chuyển|(?<!trao )đổi) (?:thời gian|lịch|ngày|giờ)\b|\bbị (?:tạm )?(?:hoãn|dời|lùi"
    r"|hủy|huỷ)\b",
    re.IGNORECASE,
)
_CHANGES_BELOW = re.compile(
    r"\b(?:lich|thoi gian|ngay|gio)\b[^.;]{0,80}\b(?:thay doi|dieu chinh|doi)\b[^.;:]{0,30}"
    r"(?:nhu sau[^.;:]{0,10}|sau)?:\s*$"
    r"|\b(?:thay doi|dieu chinh|doi|dinh chinh) (?:lich|thoi gian|gio)\b[^.;:]{0,60}:\s*$"
)
_CHANGES_IN_A_CHAT = re.compile(
    r"\b(?:hoãn|dời|lùi|hủy|huỷ|(?:chuyển|đổi|dời|lùi) (?:qua|sang|lại|giờ|ngày|lịch)|không họp|thôi họp|khỏi họp"
    r"|đính chính|chứ không phải)\b",
    re.IGNORECASE,
)
_GREETS = re.compile(r"\W*(?:kính (?:gửi|thưa)|thân gửi|gửi)\b", re.IGNORECASE)
_CHANGES_IN_A_LETTER = re.compile(
    r"\b(?:lùi|dời|hoãn|(?:được|xin|phải|nay|sẽ) (?:chuyển|đổi|đẩy))\b[^.;\n]{0,80}?\b(?:sang|tức|lại|đến|vào|qua)\b"
    r"[^.;\n]{0,40}\d|\bnay (?:tổ chức|họp|chuyển|lùi|dời|hoãn|đổi) [^.;\n]{0,60}\d",
    re.IGNORECASE,
)
_DATED = r"[^\d:;/]{2,40}(?:,|,?\s+ngày)\s+\d{1,2}\s*(?:tháng|/)\s*\d{1,2}\s*(?:năm|/)\s*\d{4}"
_NUMBERED = r"số\s*:\s*[\w/&.-]{3,40}"
# Below a title: "*Bắc Lộc, ngày 30 tháng 9 năm 2020 - Số: 519/CTr-TTYT*".
_NUMBER_AND_DAY = re.compile(
    rf"[*_(]*(?:(?P<first_day>{_DATED})\s?[-–|;,]\s+(?P<behind>{_NUMBERED})"
    rf"|(?P<number>{_NUMBERED})\s?[-–|;,]\s+(?P<day>{_DATED}))[*_).]*",
    re.IGNORECASE,
)
_LONGEST_HEADLINE = 260
_NEAR_TOP = 6  # lines among which a web page prints when it was put up, above its headline or below it

_DIGIT = re.compile(r"\d")
_SHORT_HEADING = 6  # words
_PART_OF_YEAR = re.compile(r"(?:trong )?(?:quy|thang|hoc ky) (?:\d{1,2}|[ivx]{1,4})\W*(?:\d{4}\W*)?")
_A_LETTER = re.compile(r"(?:giay|thu) moi(?: hop)?|giay trieu tap")
_IN_PLACE_OF = re.compile(r"\(\s*thay (?:the|cho)\b[^()]*\)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A document taken apart: what its head and tail say, and the body between them.

    subject: the summary below the type of the document; stamped: a day printed by a web page or a signature,
    which helps to find a missing year and is no issue date; furniture: every line of head and tail.
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
    flat = _title_beside(tuple(_number_apart(tuple(_unfold(blocks)))))
    stamps = lines_of_page(flat, _NEAR_TOP)
    head, title, rest = take_head(tuple(block for block in flat if block not in stamps) if stamps else flat)
    head += stamps
    own = own_blocks(rest) if is_mail(head) else rest
    body, tail = take_tail(own)
    head_pieces, tail_pieces = list(_pieces(head)), list(_pieces(tail))
    issued = (
        issued_on(head_pieces) or issued_on(tail_pieces) or day_alone(tail_pieces) or numbered_on(head_pieces)
    )
    title = _as_headed(title)
    if (part := _first_of_parts(title, body)) is not None:
        title, body = title[:-1], (part, *body)
        head = tuple(line for line in head if line.number != part.number)
    title_text = " ".join(line.text.strip() for line in title) or None
    if not body and kind_of(title) in (Kind.NOTICE, Kind.INVITATION):
        body = title  # a message of one line: "Thông báo: Lùi lịch khai giảng từ ngày 06/10 sang ngày 13/10/2025"
    addressees, body = take_addressees(body)
    quoted = _left_out(rest, own)
    return Frame(
        title=title_text,
        number=first_of(map(number_of, head_pieces)),
        issuer=issuer_of(head_pieces, title, title_text),
        issued=issued,
        stamped=stamped_on(head_pieces) or stamped_on(tail_pieces) or first_day(stamps),
        signatory=signatory_of(tail_pieces),
        distribution=distribution_of(tail_pieces),
        kind=kind_of(title),
        head=(*head, *addressees),
        tail=(*tail, *quoted),
        body=body,
        replaces=first_of(
            _replaces(block.text) for block in flat if isinstance(block, Line) and "thay" in block.text
        ),
    )


def _as_headed(title: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a title without the day beside a summary, and the type of a letter before its summary.

    "V/v họp trực tuyến      Quảng Hòa, ngày 17 tháng 10 năm 2024" over "GIẤY MỜI", "(Thay thế Giấy mời số 409 ...)".
    """
    lines = [line.with_text(_without_day(line)) for line in title]
    place = next((n for n, line in enumerate(lines) if _A_LETTER.fullmatch(fold(line.text).strip(" *_:"))), 0)
    if place and fold(lines[0].text).startswith("v/v"):
        lines = [lines[place], *lines[:place], *lines[place + 1 :]]
    return tuple(line for line in lines if not _IN_PLACE_OF.match(fold(line.text)) or len(lines) == 1)


def _first_of_parts(title: tuple[Line, ...], body: Sequence[Block]) -> Line | None:
    """The last line of a title, where it heads the first of several weeks or quarters and not the whole paper."""
    if len(title) < 2:
        return None
    if (
        _is_in_capitals(title[-1])
        and title[-1].number - title[-2].number > 1
        and _DIGIT.search(title[-2].text)
    ):
        beside = any(isinstance(block, Line) and _is_in_capitals(block) for block in body)
        return title[-1] if beside else None  # "GIỜ LỄ" a blank line below the title
    heads = next((heads for heads in (_is_week, _is_part_of_year, _is_of_group) if heads(title[-1])), None)
    if heads is None or heads(title[0]):
        return None
    return title[-1] if any(isinstance(block, Line) and heads(block) for block in body) else None


def _is_in_capitals(line: Line) -> bool:
    text = line.text.strip(" :*")
    return text.isupper() and 1 < len(text.split()) <= _SHORT_HEADING and not _DIGIT.search(text)


def _is_week(line: Line) -> bool:
    return is_week_heading(own_text(line, mark_of(line)).strip(" :*"))


def _is_part_of_year(line: Line) -> bool:
    return _PART_OF_YEAR.fullmatch(fold(own_text(line, mark_of(line)))) is not None


def _is_of_group(line: Line) -> bool:
    return group_kind(line) is not None and any(map(str.isdigit, line.text))


def _without_day(line: Line) -> str:
    parts = GAP.split(line.text.strip())
    if len(parts) < 2 or place_and_day(line.with_text(parts[-1])) is None:
        return line.text
    return " ".join(parts[:-1])


def titled(frame: Frame, subject: str) -> Frame:
    """The frame of a mail whose text has no heading, with the mail's subject as its title."""
    return replace(frame, title=subject, kind=frame.kind or kind_of((Line(subject, 0),)))


def headline_of_change(body: Sequence[Block]) -> str | None:
    """The first line of a text without a title that says that a time is changed, as a web page has it over a notice."""
    first = body[0] if len(body) > 1 else None
    if not isinstance(first, Line) or len(first.text) > _LONGEST_HEADLINE or first.mark is not None:
        return None
    return first.text.strip() if _CHANGES_A_TIME.search(first.text) else None


def leads_to_changes(body: Sequence[Block]) -> bool:
    """Whether one of the first lines leads to what is changed ("... lịch tuần sau thay đổi như sau ạ:").

    Or two of them tell the old time and the new one ("Thời gian đã thông báo: ...", "Thời gian điều chỉnh: ...").
    """
    first = [block.text for block in body[:_NEAR_TOP] if isinstance(block, Line)]
    return any(_CHANGES_BELOW.search(fold(text)) for text in first) or any(map(times_of, pairwise(first)))


def messages_change(body: Sequence[Block]) -> bool:
    """Whether one of the messages of a chat changes what the others know ("... dời qua thứ sáu nha").

    So does a sentence of a letter without a title ("Kính gửi: ..." over "Lễ trao học bổng lùi lại một tuần, tức ...").
    """
    lines = [block.text for block in body if isinstance(block, Line)]
    if any(map(_GREETS.match, lines[:_NEAR_TOP])):
        return any(map(_CHANGES_IN_A_LETTER.search, lines))
    return any(map(is_stamp, lines)) and any(map(_CHANGES_IN_A_CHAT.search, lines))


def _unfold(blocks: Sequence[Block]) -> Iterable[Block]:
    """Tables that only set head or tail side by side, as lines, column by column."""
    for block in blocks:
        if isinstance(block, Table) and _is_frame_table(block):
            for cell in sorted(block.cells, key=lambda cell: (cell.column, cell.row)):
                yield from (replace(line, whole=True) for line in cell.lines if line.text.strip())
        else:
            yield block


def _number_apart(blocks: Sequence[Block]) -> Iterable[Block]:
    """The blocks with the number and the day of the paper that stand on one line near its top as two columns."""
    for n, block in enumerate(blocks):
        if (
            n < 2 * _NEAR_TOP
            and isinstance(block, Line)
            and (found := _NUMBER_AND_DAY.fullmatch(block.text.strip()))
        ):
            parts = (
                (found["number"], found["day"]) if found["number"] else (found["first_day"], found["behind"])
            )
            told = (re.sub(r",\s+(?=\d)", ", ngày ", part.strip(" *_")) for part in parts)
            block = block.with_text("      ".join(told))
        yield block


def _is_frame_table(table: Table) -> bool:
    if table.height > 6 or columns_of(table) is not None:
        return False
    for cell in table.cells:
        for line in cell.lines:
            folded = fold(line.text).strip()
            if is_motto(line) or RECIPIENTS.match(folded) or AUTHORITY.match(folded):
                return True
            if (
                number_of(line)
                or (PLACE_AND_DAY.search(folded) and len(folded) < 60)
                or BLANK_DAY.match(folded)
            ):
                return True
    return False


def _title_beside(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the lines at the top on which issuer and title stand side by side as two columns in turn."""
    top: list[Line] = []
    for block in blocks[:_NEAR_TOP]:
        if not isinstance(block, Line) or not (GAP.search(block.text.strip()) or _is_of_right_column(block)):
            break
        top.append(block)
    beside = [part for line in top for part in GAP.split(line.text.strip())[1:]]
    if not any(begins_title(Line(part, 0)) for part in beside):
        return blocks
    return (*_pieces(top), *blocks[len(top) :])


def _is_of_right_column(line: Line) -> bool:
    return line.text.startswith(" " * 12)


def _left_out(blocks: Sequence[Block], own: Sequence[Block]) -> tuple[Line, ...]:
    """The lines of a mail's text that are those of an earlier mail."""
    if len(own) == len(blocks):
        return ()
    kept = {block.number for block in own if isinstance(block, Line)}
    return tuple(block for block in blocks if isinstance(block, Line) and block.number not in kept)


def _pieces(lines: Iterable[Line]) -> Iterable[Line]:
    """Lines on which two columns stand side by side, as one line a column; the left column first."""
    kept, right = [], []
    for line in lines:
        parts = [part for part in GAP.split(line.text.strip()) if part]
        kept += [line.with_text(part) for part in parts[:1]]
        right += [line.with_text(part) for part in parts[1:]]
        if len(parts) == 1 and _is_of_right_column(line) and right:
            right.append(kept.pop())
    return [*kept, *right]


def _replaces(text: str) -> str | None:
    found = _REPLACES.search(text)
    return re.sub(r"\s+", " ", found["what"]).strip() if found else None
