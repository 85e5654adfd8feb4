"""Lines made fit to be read: one spelling of spaces and marks, hard-wrapped lines rejoined, drawn tables made tables.

What is hard is that a line break means nothing in a text copied out of a PDF and everything in a flattened
table: which of the two a document is shows in how many of its lines begin with a small letter (reference
section E.6). What the lines say is left to the layouts.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from calendars.documents.document import Block, Document, Line, Role, Table
from calendars.layouts.labels import read_label
from calendars.layouts.marks import DASH, Mark, read_mark
from calendars.layouts.spaced import spaced_tables
from calendars.layouts.stamps import with_stamps_apart
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import (
    begins_with_clock,
    begins_with_weekday,
    is_day_label,
    is_part_label,
    is_time_label,
    names_a_day,
)
from calendars.layouts.words import fold, layout_words
from calendars.reading.blocks.beside_signs import with_times_beside
from calendars.reading.blocks.dated_lines import with_dated_whole
from calendars.reading.blocks.dates_first import with_weekdays_first
from calendars.reading.blocks.days_below import with_days_below
from calendars.reading.blocks.days_in_front import with_days_parted
from calendars.reading.blocks.dotted_hours import with_colons
from calendars.reading.blocks.feast_days import with_feasts_behind
from calendars.reading.blocks.hanging_labels import with_labels_apart
from calendars.reading.blocks.leaders import with_leaders
from calendars.reading.blocks.line_ends import (
    LAST,
    ends,
    ends_open_number,
    has_open_bracket,
    is_open,
    wants_figure,
    wants_number,
)
from calendars.reading.blocks.lone_bars import without_lone_bars
from calendars.reading.blocks.month_lines import with_months_apart
from calendars.reading.blocks.month_rosters import with_month_rosters
from calendars.reading.blocks.numbered_days import with_numbered_days
from calendars.reading.blocks.pictured import with_pictured_items
from calendars.reading.blocks.piped import drawn_tables
from calendars.reading.blocks.quoted_lines import unquoted
from calendars.reading.blocks.run_on_days import with_days_in_order
from calendars.reading.blocks.run_on_notes import with_notes_apart
from calendars.reading.blocks.short_days import with_weekdays_spelled
from calendars.reading.blocks.sub_numbers import with_comma_numbers, with_run_on_numbers, with_sub_numbers
from calendars.reading.blocks.table_rows import as_rows
from calendars.reading.blocks.things_apart import with_things_apart
from calendars.reading.blocks.tidying import is_tabbed, says_something, tidy_line, tidy_table

_WAIT_FOR_DAY = (",", "-", "–", "(", "/", "ngày", "từ", "đến", "và", "sáng", "chiều", "trước")
_DAY_OF_ITS_OWN = re.compile(
    r"\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:\([^()]{1,30}\)\s*)?:\s"
)  # "3. Các ngày lễ trong tháng" / "01/10: ..."
# "8h30 làm việc với Huyện đoàn" over "chiều họp chi bộ": lines of somebody who writes in haste.
_PART_OF_ITS_OWN = re.compile(
    r"(?:sáng|trưa|chiều|tối|cả ngày|sang|trua|chieu|toi|ca ngay)[:,]? (?=[^\W\d]|\d{1,2} ?[hg:])"
)
_TIMED_ROW = (
    re.compile(  # of an agenda ("7h30 - 8h00: ..."), or of columns set with spaces ("13g30  Họp   BS Hiển")
        r"\d{1,2}\s*[hg:]\s*\d{0,2}(?:\s*[-–]\s*\d{1,2}\s*[hg:]\s*\d{0,2}\s*:\s|\s{2,}\S.*\s{3,}\S)"
    )
)
_LED_BY_TIME = re.compile(  # "15h00: họp Hội đồng", "trước 16h: gửi ảnh", below another line with its hour in front
    r"\W{0,4}(?:(?:[Tt]ừ|[Tt]rước|[Đđ]ến|[Ll]úc) )?(?:\d{1,2} ?(?:[hg]|giờ) ?\d{0,2}(?: ?[-–] ?\d{1,2} ?[hg]\d{0,2})?"
    r"|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối) ?: "
)
_WEEKDAY_NAME = re.compile(r"hai|ba|tu|nam|sau|bay|[2-7]")
_WEEKDAY_ALONE = re.compile(r"thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chua? nhat")
_DATE_ALONE = re.compile(r"\(?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?\)?")
_BARE_WEEKDAYS = frozenset("Hai Ba Tư Năm Sáu Bảy Bẩy HAI BA TƯ NĂM SÁU BẢY".split())
_DATE_OPENS = re.compile(r"\(?\d{1,2}\s*[/.-]")
_LONE_MARK = re.compile(r"[-–]|\d{1,2}-")  # "1-" over "8h30: Giao ban"
_LONGEST_LABEL, _LONGEST_DAY, _LONGEST_LINE = 60, 30, 140
_MARK, _SHORT, _ROOM, _NARROW = 4, 15, 0.85, 60
_SEVERAL = 2
_CUT_NUMBER = re.compile(r"\d\s?/$|\d[-/][A-ZĐ][\wĐ]*[-/]$|\d{1,2}/\d{1,2}-$")
# "V/v dời Hội nghị tổng kết" / "Ngày 18/12, Sở đã có Giấy mời ...": a summary has no full stop.
_SUMMARY = re.compile(r"\(?(?:v/v|về việc)\s", re.IGNORECASE)
_OPENS_LETTER = re.compile(
    r"(?:Ngày \d{1,2}|Căn cứ|Thực hiện|Theo|Kính gửi|Để|Nhằm|Do|Được sự|Tiếp theo|Hiện nay)\b"
)
_END_OF_STRETCH = re.compile(
    r"[-–]\s*(?:19|20)?\d\d(?![\d/.–-]|\s*[hg:])"
)  # "- 2030", and not "- 15h00: ..."
_RUNNING_TITLES = (Role.PAGE_HEADER, Role.PAGE_FOOTER)
_BARE_NUMBER = re.compile(r"^\s*[-–]?\s*\d{1,3}\s*[-–]?\s*$")


def readable_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks, tidied, without page headers and blank lines, wrapped lines joined, drawn tables as tables."""
    blocks: list[Block] = []
    run: list[Line] = []
    tabbed = False
    for block in with_colons(with_pictured_items(with_leaders(unquoted(document.blocks)))):
        if isinstance(block, Table):
            blocks += _joined(run)
            run, tabbed = [], False
            blocks.append(tidy_table(block))
        elif block.role not in _RUNNING_TITLES:
            tabbed = "\t" in block.text and is_tabbed(block.text, below=tabbed)
            run.append(tidy_line(block, tabbed=tabbed))
    blocks += _joined(run)
    return tuple(as_rows(block) if isinstance(block, Table) else block for block in blocks)


def _joined(lines: Sequence[Line]) -> list[Block]:
    blocks: list[Block] = []
    for part in with_month_rosters(lines):
        blocks += [part] if isinstance(part, Table) else _joined_lines(part)
    return blocks


def _joined_lines(lines: Sequence[Line]) -> list[Block]:
    blocks: list[Block] = []
    plain: list[Line] = []
    lines = with_times_beside(with_labels_apart(with_days_below(without_lone_bars(lines))))
    lines = tuple(with_feasts_behind(with_sub_numbers(with_comma_numbers(lines))))
    lines = with_things_apart(with_dated_whole(with_numbered_days(lines)))
    lines = with_weekdays_first(lines)
    for piece in drawn_tables(tuple(spaced_tables(with_stamps_apart(lines)))):
        if isinstance(piece, Table):
            blocks += _paragraphs(plain)
            plain = []
            blocks.append(piece)
        else:
            plain.append(piece)
    return [*blocks, *_paragraphs(plain)]


def _paragraphs(plain: Sequence[Line]) -> Sequence[Line]:
    return with_days_in_order(with_months_apart(join_wrapped(with_days_parted(plain))))


def join_wrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The paragraphs of a run of lines: those that a line break cut are joined by a space; blank lines are dropped."""
    full = with_weekdays_spelled(
        _without_bare_weekdays([line for line in lines if says_something(line.text)])
    )
    if not full:
        return ()
    texts = [line.text.strip() for line in full]
    small = _small_behind(texts)
    widths = [
        0 if line.whole or "    " in text else len(text) for line, text in zip(full, texts, strict=True)
    ]
    wrapped = _is_wrapped(full, texts, widths, small)
    spaced = _is_spaced(full, small)
    result = [full[0]]
    paragraph = _kept(full[0], texts[0])
    previous = 0
    for place, (line, text) in enumerate(zip(full, texts, strict=True)):
        if place == 0 or (
            len(text) <= LAST and _is_page_number(paragraph, text, texts[place + 1 : place + 2])
        ):
            continue
        far = line.number - full[previous].number > 1 and not spaced
        is_full = partial(_is_full, texts, widths, place - 1)
        if _may_join(full[previous], line) and _continues(
            paragraph, texts[previous], text, wrapped, is_full, far
        ):
            head = paragraph.rstrip()
            cut_number = head.endswith(("/", "-")) and _CUT_NUMBER.search(head[-LAST:])
            paragraph = f"{head}{'' if cut_number else ' '}{text}"
        else:
            result[-1] = result[-1].with_text(paragraph)
            result.append(line)
            paragraph = _kept(line, text)
        previous = place
    return tuple(with_notes_apart(with_run_on_numbers([*result[:-1], result[-1].with_text(paragraph)])))


def _without_bare_weekdays(lines: list[Line]) -> list[Line]:
    """The lines without the weekdays whose "Thứ" stands at the head of their column: "Ba" over "07/12".

    The dates below say the same.
    """
    texts = [line.text.strip() for line in lines]
    if sum(map(_BARE_WEEKDAYS.__contains__, texts)) < _SEVERAL:
        return lines
    bare = {
        n
        for n, (text, below) in enumerate(pairwise(texts))
        if text in _BARE_WEEKDAYS
        and _DATE_ALONE.fullmatch(below)
        and not (n and fold(texts[n - 1]).endswith("thu"))
    }
    return [line for n, line in enumerate(lines) if n not in bare] if len(bare) >= _SEVERAL else lines


def _kept(line: Line, text: str) -> str:
    """How a line begins a paragraph: where it has columns, with the spaces before them."""
    return line.text.rstrip() if "   " in text else text


def _small_behind(texts: Sequence[str]) -> list[int]:
    """The places of the lines that end no sentence, and below which another begins with a small letter and no mark."""
    return [
        place
        for place, (head, text) in enumerate(pairwise(texts))
        if text[0].islower() and not ends(head) and read_mark(text) is None
    ]


def _is_wrapped(
    full: Sequence[Line], texts: Sequence[str], widths: Sequence[int], small: Sequence[int]
) -> bool:
    """Whether lines were cut by their width: most of those that a small letter goes on had no room for its word."""
    cut = 0
    fits = 0
    for place in small:
        head = texts[place]
        if full[place].whole or full[place + 1].whole:
            continue
        if head.isupper() or len(head) <= 25 or _is_time_cell(head, texts[place + 1]):
            continue
        cut += 1
        fits += _is_full(texts, widths, place)
    narrow = max(widths) < _NARROW  # cells of a table that lost its grid: one small letter proves nothing
    return cut > narrow and fits >= 0.6 * cut


def _is_spaced(full: Sequence[Line], small: Sequence[int]) -> bool:
    """Whether a blank line stands after every line, so that it parts nothing: between most lines cut in a sentence."""
    gaps = [full[place + 1].number - full[place].number > 1 for place in small]
    return sum(gaps) > 0.5 * len(gaps)


def _is_full(texts: Sequence[str], widths: Sequence[int], place: int) -> bool:
    """Whether the first word of the next line would have made this line longer than the lines around it."""
    if place + 1 >= len(texts):
        return False
    least = len(texts[place]) + 1 + len(texts[place + 1].split(maxsplit=1)[0])
    longest = max(widths[max(0, place - 8) : place + 9])
    return 0 < longest <= _LONGEST_LINE and least > _ROOM * longest


def _is_page_number(before: str, text: str, after: Sequence[str]) -> bool:
    if not after or not _BARE_NUMBER.match(text):
        return False
    goes_on = after[0][0].islower() and not is_time_label(
        after[0]
    )  # "4" / "ngày 06-10/11" are cells of a row
    return goes_on and not ends(before) and len(before) > 40


def _may_join(a: Line, b: Line) -> bool:
    """Whether the format leaves open that line `b` goes on the paragraph of `a`."""
    return not a.whole and not b.whole and a.role is b.role and b.mark is None


def _continues(
    paragraph: str, head: str, text: str, wrapped: bool, is_full: Callable[[], bool], far: bool
) -> bool:
    """Whether a line's words go on the paragraph that ends with the line of `head`.

    wrapped: lines of the document are cut by their width; is_full: asked whether that line is; far: blank lines between
    mean a break.
    """
    first = text[0]  # tells of most patterns that they cannot match
    small, figure = first.islower(), first.isdigit()
    if figure and _TIMED_ROW.match(text):
        return False
    if first in "-–" and ends_open_number(head) and _END_OF_STRETCH.match(text):
        return True
    if not far and len(text) < _LONGEST_LINE and has_open_bracket(paragraph):
        return True
    if _is_weekday_cut(paragraph, text):
        return True
    if figure and _DAY_OF_ITS_OWN.match(text) and not head.endswith(_WAIT_FOR_DAY):
        return False
    if (
        len(head) < _MARK
        and _LONE_MARK.fullmatch(head)
        and (begins_with_clock(text) or read_label(text) is not None)
    ):
        return True
    if first.isupper() and is_part_label(text) and (text.endswith(":") or not is_open(head)):
        return False
    if (len(head) < 30 and heading_role(head) is not None) or (
        len(text) < 30 and heading_role(text) is not None
    ):
        return False
    mark = read_mark(text)
    if mark is not None and mark.text.isdigit() and wants_number(head):
        # So "Giao ban tháng" over the labelled line of number 1 wants none.
        return not _is_next(mark, paragraph, head) and read_label(text[mark.end :].lstrip()) is None
    if mark is not None:
        return bool(mark.rank == DASH and text[mark.end :][:1].islower() and wrapped and not ends(head))
    if begins_with_weekday(text) and is_time_label(text) and not is_open(head):
        return False
    if head.isupper():
        if read_mark(head) is None:  # "LỄ KỶ NIỆM 25 NĂM THÀNH LẬP CẢNG" over "và đón nhận Huân chương"
            return len(head) > _SHORT and not far and text.startswith("và ")
        return text.isupper() and wrapped and is_full() and not _is_frame_line(text)
    if (text.isupper() and len(text) > 6) or _is_frame_line(text):
        return False
    if not figure and is_day_label(head) and len(head.split()) > 1 and not head.lower().endswith("thứ"):
        return False
    if _DATE_OPENS.match(text) and begins_with_weekday(head) and is_time_label(head):
        return is_time_label(text)
    if head.endswith(":"):
        return read_mark(paragraph) is not None and read_label(text) is None and wrapped and is_full()
    if ends(head) or (far and not small):
        return False
    if not small and read_label(text) is not None:
        return False
    if _SUMMARY.match(paragraph) and _OPENS_LETTER.match(text):
        return False
    if not wrapped and _is_time_cell(head, text):
        return False
    if _LED_BY_TIME.match(text) and _LED_BY_TIME.match(paragraph) and not is_open(head):
        return False
    if small and _PART_OF_ITS_OWN.match(text) and begins_with_clock(head) and not is_open(head):
        return False
    if small:
        goes_on = wrapped or len(head) >= 40 or is_open(head) or _is_label_cut(head, text)
        return goes_on and not _COMRADE.match(text)
    if is_open(head):
        figure = figure and not (_DAY_OF_ITS_OWN.match(text) or begins_with_clock(text))
        if not (wrapped or figure) and wants_figure(head):
            return False
        return wrapped or head[-1] not in ",-–(" or len(head) > 40
    return head.lower() in ("thứ", "ngày") or (wrapped and is_full() and not begins_with_weekday(text))


def _is_time_cell(head: str, text: str) -> bool:
    """Whether a line is all a time and the one above wants none: a cell of a table that lost its grid."""
    return (
        len(text) < _LONGEST_LABEL
        and is_time_label(text)
        and names_a_day(text)
        and (begins_with_clock(text) or not is_open(head))
    )


def _is_weekday_cut(paragraph: str, text: str) -> bool:
    """Whether a day's label stands on two or three lines: "Thứ" / "Hai" / "20/11"."""
    label = paragraph.strip(" *•")
    if len(label) > _LONGEST_DAY:
        return False
    label = fold(label)
    if label == "thu":
        name = _WEEKDAY_NAME.match(fold(text).strip())
        return name is not None and is_day_label(f"thứ {text.strip(' :.')}")
    if _DATE_ALONE.fullmatch(label) is not None:  # "26/12" over "Thứ hai"
        return _WEEKDAY_ALONE.fullmatch(fold(text).strip(" :")) is not None
    return _WEEKDAY_ALONE.fullmatch(label) is not None and _DATE_ALONE.fullmatch(text) is not None


def _is_label_cut(head: str, text: str) -> bool:
    """Whether a line break stands in a label: "- Địa" over "điểm: Hội trường A"."""
    return len(head) < _SHORT and read_label(f"{head} {text}") is not None


def _is_next(mark: Mark, paragraph: str, head: str) -> bool:
    """Whether a numbered line is an item of its own though a number would fit the end of the line above, `head`.

    It is the one behind the paragraph's ("1. ... của tháng" / "2. Họp tổ"), or the first below a heading ("II. Hoạt
    động trong tháng" / "1. Hội nghị").
    """
    if mark.text == "1":
        return wants_figure(head)
    own = read_mark(paragraph)
    return (
        own is not None
        and own.text.isdigit()
        and own.rank == mark.rank
        and int(mark.text) == int(own.text) + 1
    )


# Below the Party's star "Số 62-CTr/HCCB" has no colon; in a sentence it is written small.
_OPENS_NUMBER = re.compile(r"S[ốỐ]\s\d{0,5}\s?[-/]\s?[A-ZĐ]")
_OPENS_FRAME = re.compile(r"noi nhan|so\s*:|(?:tm|t/m|kt|k/t|tl|t/l|tuq)[.\s]|(?:tren day la|ban dien tu)\b")
_COMRADE = re.compile(r"đ/c\b")


def _is_frame_line(text: str) -> bool:
    folded = fold(text)
    words = layout_words()
    return (
        _OPENS_FRAME.match(folded) is not None
        or _OPENS_NUMBER.match(text) is not None
        or words["frame.motto"].match(folded) is not None
        or (":" in folded and words["frame.stamps"].match(folded) is not None)
    )
