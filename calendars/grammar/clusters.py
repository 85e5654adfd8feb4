"""Pieces that stand together: nothing between them but punctuation and the language's small words.

A cluster is a list of pieces and signs of punctuation. How far apart pieces may stand is bounded, and so is
the length of a cluster, so that the work grows in proportion to the text whatever it holds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from calendars.grammar.pieces import Kind, PartDate, Piece

Item = Piece | str
"""A piece of a cluster, or a sign of punctuation between pieces."""

Cluster = tuple[list[Item], str]
"""The items of a cluster, and how they are `written`."""

SIGNS = ",;:()&-"
"""What may be a sign: every dash is "-", every "and" is "&"."""

_LONGEST_GAP = 80
_MOST_ITEMS = 80
_FROM_DAY_TO_DAY = re.compile(r"<[^;]*D>[^;]*D\Z")
_THINGS = re.compile(
    r" (?!(?:và|va|đến|den|tới|toi|hoặc|hoac|tháng|thang|năm|nam|giờ|gio|h|tại|tai|từ|tu|vào|vao"
    r"|hằng|hang|của|cua)(?!\w))[^\W\d_]"
)
_REMARK = re.compile(
    r" (?!(?:và|va|đến|den|tới|toi|hoặc|hoac|năm|nam|trở|tro|hằng|hang|mỗi|moi)(?!\w))[^\W\d_]"
)
_SAME_DAY = re.compile(r",? (?:cùng ngày|cung ngay)")


@dataclass(frozen=True, slots=True, eq=False)
class SmallWords:
    """What may stand between the pieces of one time. ands: words for "and"; fillers: words that say nothing here.

    Both are regular expressions over text in matching form. names: fillers of which a month behind makes a name.
    """

    ands: str
    fillers: str
    names: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def _gap(small: SmallWords) -> re.Pattern[str]:
    return re.compile(
        r" |[*_\"'\[\]|]|(?P<sign>[,;:()&])|(?P<dash>[-=]>|[-÷→~])"
        rf"|(?P<and>\+|(?:{small.ands})(?!\w))|(?:{small.fillers})(?!\w)"
    )


@lru_cache(maxsize=4096)
def signs_between(gap: str, small: SmallWords) -> str | None:
    """The signs in what stands between two pieces; None where something else stands there, which parts them."""
    signs, place, pattern = "", 0, _gap(small)
    while place < len(gap):
        found = pattern.match(gap, place)
        if found is None:
            return None
        signs += found["sign"] or ("-" if found["dash"] else "&" if found["and"] else "")
        place = found.end()
    return signs


def _opens(piece: Piece, before: Item, text: str) -> bool:
    """Whether an hour behind a semicolon is of the next thing ("chào cờ đầu tuần; 8h00: ...", "; 19h30 cùng ngày")."""
    if piece.kind != Kind.CLOCK or isinstance(before, str):
        return False
    return before.kind == Kind.PERIOD or _SAME_DAY.match(text, piece.end) is not None


def _is_of_name(before: Item, gap: str, small: SmallWords) -> bool:
    """Whether a stretch behind an hour is of the name of what begins then ("8h00 Giao ban đầu tuần")."""
    if isinstance(before, str) or before.kind not in (Kind.CLOCK, Kind.PART):
        return False
    return any(word in gap for word in small.names)


def _begins_anew(piece: Piece, period: Item, text: str) -> bool:
    """Whether a stretch before an hour is of the name of what is on then ("Họp xét quý IV lúc 14h00", "... buổi sáng").

    So it is before a colon, where a name stands before the stretch ("Thẩm định dự toán quý IV: 14h00").
    """
    if isinstance(period, str):
        return False
    if (
        piece.kind == Kind.DEADLINE
    ):  # "Gửi lịch tuần sau trước 15h thứ Năm": of this week, else it stood behind the day
        return text.startswith(("tuần", "tuan"), period.start)
    if piece.kind == Kind.CLOCK:
        gap = text[period.end : piece.start]
        named = ":" in gap and text[: period.start].rstrip()[-1:].isalnum()
        return named or "lúc" in gap or "luc" in gap
    return piece.kind == Kind.PART and text.startswith(("buổi ", "buoi "), piece.start)


def _tells_another(piece: Piece, kinds: str) -> bool:
    """Whether a weekday behind a semicolon is of the next thing ("từ 30/8 đến 02/9; thứ Bảy, 06/9 làm bù")."""
    return piece.kind == Kind.WEEKDAY and _FROM_DAY_TO_DAY.match(kinds) is not None


def _counts_things(piece: Piece, before: Item, text: str) -> bool:
    """Whether a number behind a day with its month counts what follows ("ngày 05/9, tổ chức 02 lớp").

    The last of some days has the month, so that a bare one behind it would be none of them.
    """
    if piece.kind != Kind.NUMBER or isinstance(before, str) or before.kind != Kind.DAY:
        return False
    told = isinstance(before.value, PartDate) and before.value.month is not None
    return told and _THINGS.match(text, piece.end) is not None


def _begins_remark(piece: Piece, kinds: str, signs: str, text: str) -> bool:
    """Whether a stretch opens a remark about it, behind a repeat: "ngày 16 hằng tháng (tháng 2 nghỉ)"."""
    if piece.kind != Kind.PERIOD or not signs.endswith("(") or Kind.OFTEN not in kinds:
        return False
    return _REMARK.match(text, piece.end) is not None


def clusters(pieces: Sequence[Piece], text: str, small: SmallWords) -> list[Cluster]:
    """The pieces of a text in matching form, parted where other words stand between them."""
    found: list[Cluster] = []
    cluster: list[Item] = []
    kinds = ""
    end = 0
    for piece in pieces:
        start, kind = piece.start, piece.kind
        signs = signs_between(text[end:start], small) if cluster and start - end <= _LONGEST_GAP else None
        if (
            signs is None
            or len(cluster) > _MOST_ITEMS
            or ("(" in signs and _begins_remark(piece, kinds, signs, text))
            or ("," in signs and _counts_things(piece, cluster[-1], text))
            or (kinds == Kind.PERIOD and _begins_anew(piece, cluster[0], text))
            or (kind == Kind.PERIOD and _is_of_name(cluster[-1], text[end:start], small))
            or (";" in signs and (_opens(piece, cluster[-1], text) or _tells_another(piece, kinds)))
            or (signs == ");" and kind == Kind.PART and kinds.endswith(Kind.CLOCK))
        ):
            if cluster:
                found.append((cluster, kinds))
            cluster, kinds = [piece], kind
        else:
            cluster += (*signs, piece)
            kinds += signs + kind
        end = piece.end
    if cluster:
        found.append((cluster, kinds))
    return found


def written(cluster: Sequence[Item]) -> str:
    """A cluster as one letter for each piece and its signs: "8h00 - 11h30, ngày 24/11" is C-C,D."""
    return "".join([item if isinstance(item, str) else item.kind for item in cluster])
