"""Where a thing takes place, as its own words say (reference section F.2).

A place follows "tại", "địa điểm:" and the like, or stands alone behind a comma or in a bracket ("phòng họp 1").
What is hard: "tại" also says where something was decided ("tại Kế hoạch số ...") and at which occasion ("tại
phiên họp thứ 5").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from calendars.layouts.shapes import STOREY, looks_like_place, names_a_room
from calendars.layouts.words import fold
from calendars.reading.spans import HOLE, Span, brackets, inside, is_abbreviated, quotations
from calendars.reading.words import item_words

_STOP = re.compile(
    r"[;.\n(\x00]|,|\s[-–—]\s|:\s|\b(?:do|để|nhằm|nhân(?! dân| đạo| viên| hậu)|vào|lúc|từ ngày|theo|gồm|với"
    r"|về (?:việc|[đĐ]ề án|dự án|kế hoạch|công tác|nội dung|tình hình|kết quả|phương án|vấn đề)"
    r"|dự kiến|diễn ra|chào xã giao|không thể|sẽ|ghi (?:trong|tại)|nhưng"
    r"|như (?:đã|kế hoạch|dự kiến)|kết hợp|và chỉ đạo|cho đến khi|nay "
    r"(?:được )?(?:lùi|dời|chuyển|hoãn|đổi|điều chỉnh))\b"
)
_FULL_STOP = re.compile(r"\.(?=\s+[A-ZĐÀ-Ỹ]|\s*$)")
_MOVED = re.compile(
    r"^(?:(?:[Cc]huyển|[đĐ]ổi|[Dd]ời|[Tt]hay đổi)\s+)?(?:từ\s+.+?\s+)?(?:sang|thành(?! phố\b)|về)\s+(?P<to>\S.*)$"
)
_FROM_TO = re.compile(
    r"^(?:Hội trường|Phòng|P\.|Nhà)\s.*?\s(?:chuyển\s+)?sang\s+(?P<to>\S.*)$", re.IGNORECASE
)
_FROM_INTO = re.compile(r"từ\s[^,;.:\x00]{2,60}?\s(?:vào|sang|về|đến|ra|lên|xuống)\s", re.IGNORECASE)
_HAMLETS = re.compile(r"(?:cac\s+)?(?:thon|ban|xom|ap|buon|lang|xa|khu pho|to dan pho)\s")
_OF_SEVERAL = re.compile(r"\bcac (?:thon|ban|xom|ap|buon|xa|phuong|khu pho|to dan pho|truong)\s")
_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*\s?){1,4}(?=\s*(?:[,;.(\n\x00]|và\s|$))")
_ONLY_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]+\s?){1,3}(?:,\s(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]+\s?){1,3})*")
_DOES = re.compile(r"(?:phòng|sở|trường|trung tâm|ubnd)\b.{0,40}(?:chuẩn bị|tham mưu|chủ trì)")
_SETS_ABOUT = re.compile(  # "Văn phòng hoàn thiện báo cáo": who does it, not where
    r"\b(?:sẽ|xin|kính|hoãn|hủy|huỷ|chưa tổ chức|chưa có|thông báo|đề nghị|yêu cầu|vào phòng|vào hội trường|có mặt"
    r"|chuẩn bị|tham mưu|hoàn thiện|hoàn thành|báo cáo|gửi|nộp|tổng hợp|rà soát|xây dựng|trình|soạn thảo)\b"
)
_DEPARTS = re.compile(r"\(xe [^()]*\)")
_SHORTEST = 3  # letters
_SOME_WORDS = 8  # letters
_FAR = 200  # letters among which those are counted
_ROOM = re.compile(
    r"(?:diem cau|phong hop|hoi truong|phong khach|phong khanh tiet|phong truyen thong|phong hoi dong|"
    r"phong tiep|phong \d|phong so|p\.\s?\d|p\.?\s?(?:hop|khach)|"
    rf"ph \w|ph tang|{STOREY}|phong (?:\w+ ){{1,3}}tang \d|quay \w|nha thi dau|"
    r"nha van hoa|nha khach|nha hang|trung tam|van phong|tru so|san van dong|san |quang truong|"
    r"cong vien|nha tiep|giang duong|sanh|"
    r"khach san|thu vien|bao tang|hoi so|nha hat|rap|khu cong nghiep|khu do thi|khu kinh te)"
)


_PARTS_OFF = re.compile(  # begins with a sign, which lets the search skip where there is none
    r"[,;\x00.–-](?:(?<=[,;\x00])|(?<=\.)\s|(?<=\s[–-])(?<![.–-]\s.)\s)"
)
_DIRECTIONS = ("lên", "xuống", "sang", "đến", "về", "ra", "vào")  # between two times: "từ 8h00 xuống 9h30"
# "dân quân tại chỗ", "các tác giả ở xa", "chưa có thay đổi", which folds like "chùa Cổ"
_NOWHERE = re.compile(r"(?:chỗ|xa|chưa|không có|nơi (?:làm việc|cư trú|sinh sống))\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\s*\((?:không thay đổi|không đổi|giữ nguyên|như cũ)\)|\s*[(,]?\s*\bthay (?:cho|thế|vì)\b.*$",
    re.IGNORECASE,
)
_AREA = re.compile(  # behind a dash: "khách sạn Bến Gò – TP. Hải Lâm"
    r"\s*(?:TP\.?|Tp\.?|[Tt]hành phố|[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị (?:xã|trấn))\s?[A-ZĐÀ-Ỹ]"
)
_STAYS = re.compile(
    r"(?:(?:và|,)\s.*?)?\b(?:vẫn\s+)?(?:không (?:có gì )?thay đổi|không đổi|giữ nguyên|như cũ)\b"
    r"[\s,:(-]*(?P<place>.*)$",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(
    r"^(?:cac |cuoc |buoi |to chuc|hop\b).{0,40}\b(?:khong (?:co gi )?thay doi|khong doi|giu nguyen)$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place and the stretch of text it was read from, its introducing words included."""

    name: str
    at: Span


@cache
def _introducers(*, folded: bool = False) -> re.Pattern[str]:
    """The phrases that introduce a place; a text is tried only at the letters with which one of them begins."""
    phrases = sorted(item_words().raw("place.introducers"), key=len, reverse=True)
    endings: dict[str, list[str]] = {}
    for phrase in map(fold, phrases) if folded else phrases:
        endings.setdefault(phrase[0], []).append(re.escape(phrase[1:]).replace(r"\ ", r"\s+"))
    body = "|".join(f"(?<={first})(?:{'|'.join(each)})" for first, each in endings.items())
    firsts = "".join(first + first.upper() for first in endings)
    return re.compile(rf"[{firsts}](?<![^\W_].)(?i:{body})\s*:?\s+")


@cache
def _last_words(*, folded: bool = False) -> Sequence[str]:
    """The last words of these phrases: a text in which none of them stands introduces no place, as most clauses."""
    last = {phrase.split()[-1] for phrase in item_words().raw("place.introducers")}
    shortest = sorted(map(fold, last) if folded else last, key=len)
    return [word for n, word in enumerate(shortest) if not any(map(word.__contains__, shortest[:n]))]


def _introduced(text: str) -> Iterable[re.Match[str]]:
    """The phrases of a text that introduce a place, the last first."""
    folded = text.isascii()
    if not any(map(text.lower().__contains__, _last_words(folded=folded))):
        return ()
    return reversed(list(_introducers(folded=folded).finditer(text)))


@lru_cache(maxsize=128)
def find_place(text: str) -> Place | None:
    """The place that a text names; None where it names none. `text` may have holes where the times stood.

    What groups the clauses of an item and what then takes them apart ask it of the same words.
    """
    if len(text) < _SHORTEST:  # a hole is all that is left of a clause that tells who or when
        return None
    quoted = quotations(text)
    if "(xe " in text:  # "tại xã A (xe xuất phát tại B)": from where one leaves is not where one goes
        quoted = [*quoted, *(found.span() for found in _DEPARTS.finditer(text))]
    for found in _introduced(text):
        if inside(found.start(), quoted):
            continue
        begin = found.end()
        if instead := _FROM_INTO.match(text, begin):
            begin = instead.end()
        if text.isascii() and not looks_like_place(text[begin : _end_of(text, begin)]):
            continue  # without diacritics "tai" is also "tài" and "tai"
        end = _end_of(text, begin)
        name = text[begin:end].strip(" ,.;:-–/")
        if name and not _is_no_place(name):
            return Place(_shown(name), (found.start(), begin + len(text[begin:end].rstrip(" ,;:-–"))))
    return _bare_place(text)


def _shown(name: str) -> str:
    name = " ".join(name.replace(HOLE, " ").split())
    moved = _MOVED.match(name) or _FROM_TO.match(name)
    return moved["to"] if moved else name


def _end_of(text: str, begin: int) -> int:
    """Where the place ends: a comma ends it unless what follows is still of the address."""
    at = begin
    continues = item_words()["place.continues"]
    while at < len(text):
        stop = _STOP.search(text, at)
        if stop is None:
            return len(text)
        char = stop[0]
        if char == ".":
            if _FULL_STOP.match(text, stop.start()) and not is_abbreviated(text[begin : stop.end()]):
                return stop.start()
            at = stop.end()
        elif item_words()["place.second_halves"].match(fold(text[stop.end() :])) and char.strip() in (
            "-",
            "–",
            "—",
        ):
            at = stop.end()  # "Sở Lao động - Thương binh và Xã hội"
        elif char.strip() in ("-", "–", "—") and (
            _is_whose_room(text[begin : stop.start()], text[stop.end() :])
            or _AREA.match(text, stop.end()) is not None
        ):
            at = stop.end()
        elif char == ",":
            rest = text[stop.end() :].lstrip()
            more = continues.match(fold(rest)) is not None or re.match(r"\d{3}\b", rest) is not None
            named = (
                _HAMLETS.match(fold(text[begin:])) is not None
                or _OF_SEVERAL.search(fold(text[begin : stop.start()])) is not None
                or _ONLY_NAME.fullmatch(text[begin : stop.start()])
            )
            more = more or (named is not None and _NAME.match(rest) is not None)
            if not more or _DOES.match(rest.lower()):
                return stop.start()
            at = stop.end()
        else:
            return stop.start()
    return len(text)


def _is_whose_room(room: str, rest: str) -> bool:
    """Whether a dash behind a room is followed by the house that it is in ("Hội trường II - UBND huyện")."""
    house = item_words()["place.houses"].match(fold(rest)) is not None
    return house and _ROOM.match(fold(room)) is not None and not _DOES.match(rest.lower())


def _is_no_place(name: str) -> bool:
    folded = fold(name)
    return (
        (item_words()["place.not_after"].match(folded) is not None and not folded.startswith("diem cau "))
        or len(name) > 160
        or _NOWHERE.match(name) is not None
        or folded.startswith("va ")  # "Địa điểm và thành phần không thay đổi"
        or _UNCHANGED.search(folded) is not None  # "Địa điểm các cuộc họp không thay đổi"
        or not any(c.isalpha() for c in name)
    )


def _bare_place(text: str) -> Place | None:
    """A room that stands behind a comma, a hole or a line break, without an introducing word."""
    signs = list(_PARTS_OFF.finditer(text))
    if not signs:
        return None
    closed = [*brackets(text), *quotations(text)]
    pieces: list[Span] = []
    at = 0
    for found in signs:
        stop = found.start() - (found[0][0] in "-–")  # with the space before a dash
        if (closed and inside(stop, closed)) or (
            "." in text[stop - 1 : stop + 1] and is_abbreviated(text[at : stop + 1])
        ):
            continue
        pieces.append((at, stop))
        at = found.end()
    pieces.append((at, len(text)))
    for begin, end in reversed(pieces[1:]):
        piece = text[begin:end].split("(", maxsplit=1)[0].strip(" .;:")
        if not piece:
            continue
        if item_words()["place.as_above"].fullmatch(fold(piece)):
            start = text.index(piece, begin)
            return Place(piece, (start, start + len(piece)))
        if (
            (_ROOM.match(fold(piece)) or names_a_room(fold(piece)) or _is_behind_time(text[:begin]))
            and len(piece) < 90
            and looks_like_place(piece)
            and _SETS_ABOUT.search(piece) is None
            and piece.lower() not in _DIRECTIONS
            and not fold(piece).startswith(("cung ngay", "cung gio", "dung gio"))
        ):
            start = text.index(piece, begin)
            return Place(_shown(piece), (start, start + len(piece)))
    return None


def _is_behind_time(before: str) -> bool:
    """Whether words that name a thing are followed by its time and nothing else ("Lễ phát động: 8h00, ...")."""
    return before.rstrip(" ,-–").endswith(HOLE) and sum(map(str.isalpha, before[:_FAR])) >= _SOME_WORDS


def is_place(text: str) -> bool:
    """Whether a piece of a bracket or the right side of a colon is a place and nothing else."""
    text = text.strip(" .;,")
    if _NOWHERE.match(text):
        return False
    return bool(text) and (
        _introducers().match(text) is not None
        or item_words()["place.as_above"].fullmatch(fold(text))
        or (len(text) < 90 and (_ROOM.match(fold(text)) is not None or names_a_room(fold(text))))
    )


_ADDED = re.compile(r"\s*\((?:lịch )?(?:bổ sung|phát sinh|mới)\)$", re.IGNORECASE)


def place_name(text: str) -> str:
    """A place without its introducing words; "" where the text only says that it stays ("không thay đổi")."""
    text = _ADDED.sub("", _INSTEAD.sub("", text).strip(" .;,"))
    if stays := _STAYS.match(text):
        text = (stays["place"] or "").removesuffix(")").strip(" .;,")
    while found := _introducers().match(text):
        text = text[found.end() :].strip(" .;,")
    if stays := _STAYS.match(text):
        text = (stays["place"] or "").removesuffix(")").strip(" .;,")
    return _shown(text)
