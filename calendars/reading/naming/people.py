"""Who chairs, who attends, who prepares, as an item's words say (reference sections F.3 and F.4).

What is hard: the same post stands before the colon of a leader's line, inside a bracket or in the middle of a
sentence, and a given name may be a weekday ("đ/c Năm").
"""

import re
from functools import lru_cache
from typing import NamedTuple

from calendars.layouts.words import fold
from calendars.reading.spans import Span
from calendars.reading.words import item_words

_PERSON = (
    r"(?:(?:các\s+)?(?:đ/c|Đ/c|ĐC|đồng chí|Đồng chí|ông|bà|Ông|Bà|Ô\.|B\.|TS\.|ThS\.|BS\.)\s*)?"
    r"(?:[A-ZĐÀ-Ỹ][\w.ĐÀ-ỹ]*(?:\s+(?:[A-ZĐÀ-Ỹ][\w.ĐÀ-ỹ]*|ban|ủy|tịch|thư|trực|tỉnh|huyện|xã|phòng|đốc|trưởng|hội|vụ|và|đoàn))*)"
)
_CHAIRS = re.compile(
    rf"(?:[,;(.–-]\s*|\bdo\s+|^\s*)(?P<who>{_PERSON}(?:\s*[-–,]\s*{_PERSON}){{0,2}})"
    r"\s+(?:đồng\s+)?(?:chủ trì|chủ tọa|làm [Tt]rưởng đoàn)",
)
_CHAIR_LABEL = re.compile(
    r"(?:[,;(.\n]\s*|^\s*)(?:[Cc]hủ trì|[Nn]gười chủ trì|[Cc]hủ tọa)\s*:\s*(?P<who>[^;.()\n]+)"
)
_ATTEND_LABEL = re.compile(
    r"(?:[,;(.\n]\s*|^\s*)(?:[Tt]hành phần(?: tham)?(?: dự| mời)?|[Cc]ùng dự|T[Pp]|[Dd]ự|[Mm]ời(?: dự)?|"
    r"[Tt]ham dự)\s*:\s*(?P<who>[^;()\n][^;.()\n]*(?:\.(?!\s|$)[^;.()\n]*)*)"
)
_INVITED = re.compile(r"(?:[,;(]\s*)(?P<who>mời\s[^,;()]+?\s(?:cùng dự|cùng đi|tham dự|dự))")
_PREPARES = re.compile(
    r"\(?\s*(?:[Gg]iao\s+(?:cho\s+)?)?(?P<who>(?:các\s+)?(?:Phòng|Ban|Văn phòng|VP|Sở|Khoa|P\.|"
    r"Công an|Hạt|Bộ phận|Chi cục|Trung tâm|Tổ|UBND|Hội|Đoàn|Thanh tra|Đơn vị)"
    r"[^,;().]*?)(?<!công tác)(?<!việc)\s+(?:chuẩn bị|tham mưu|phục vụ)"
    r"(?:(?:\s+|\s*,\s*|\s+và\s+)(?:các nội dung|nội dung|báo cáo|tài liệu|hậu cần|hội trường|cơ sở vật chất"
    r"|các điều kiện|chương trình|kịch bản))*\s*\)?",
)
# Who is asked to prepare something of his own serves no meeting: "Đề nghị UBND các xã chuẩn bị tham luận, ...".
_ASKING = re.compile(
    r"\W*(?:[Kk]ính )?(?:[Đđ]ề nghị|[Yy]êu cầu)\s"
    r"|\W*[Gg]iao\s[^.;]*,\s*(?:(?:gửi|nộp|trình|hoàn thành|xong)\s*)?\x00"
    r"|\W*(?:[Cc]ác\s+)?(?:Phòng|Ban|Văn phòng|VP|Sở|Khoa|Công an|Bộ phận|Trung tâm|Tổ|UBND|Hội|Đoàn)[^.;:\x00]{0,60}:?"
    r"\schuẩn bị\s[^.;:\x00]{2,60},\s*(?:(?:gửi|nộp|trình|hoàn thành|xong)\s*)?\x00"
)
_PREPARE_LABEL = re.compile(
    r"(?:[,;(.\n]\s*|^\s*)(?:[Cc]huẩn bị|[Đđ]ơn vị chuẩn bị|[Tt]ham mưu)\s*:\s*(?P<who>[^;.()\n]+)"
)
_SERVING = ("LĐVP", "CVVP", "CV VP", "Phục vụ", "Thư ký", "Lái xe")
_SERVES = re.compile(rf"\(?\s*(?:{'|'.join(_SERVING)})\s*:\s*[^;()]+\)?")


_PARTS = (
    (_CHAIR_LABEL, "chair"),
    (_CHAIRS, "chair"),
    (_ATTEND_LABEL, "attendees"),
    (_INVITED, "attendees"),
    (_PREPARE_LABEL, "prepared_by"),
    (_PREPARES, "prepared_by"),
)
"""How a part is told, and whose it is."""
_SAYS = (
    ("hủ trì", 1),
    ("hủ tọa", 1),
    ("rưởng đoàn", 1),
    ("mời", 3),
    ("huẩn bị", 5),
    ("ham mưu", 5),
    ("phục vụ", 5),
)
"""Words of which one must stand in a text that tells a part, with the places of the ways that hold them."""
_LABELS = (("hủ trì", 0), ("hủ tọa", 0), ("huẩn bị", 4), ("ham mưu", 4))
"""The same of the ways that hold a colon too."""


_SAYS_WHO_ATTENDS = re.compile(r":(?:(?<=ần:)|(?<=ự:)|(?<=ời:)|(?<=T[Pp]:)|(?<=\s:))")
"""The colon behind the label of those who attend, behind which few of the colons of a text stand."""


class People(NamedTuple):
    """Who was named, and the stretches of text to cut from a title."""

    chair: str | None = None
    attendees: str | None = None
    prepared_by: str | None = None
    cuts: tuple[Span, ...] = ()


_NOBODY = People()


@lru_cache(maxsize=128)
def find_people(text: str) -> People:
    """The people that a text names with their parts.

    What groups the clauses of an item and what then takes them apart ask it of the same words.
    """
    said = {place for word, place in _SAYS if word in text}
    labelled = ":" in text
    if not said and not labelled:
        return _NOBODY
    told: dict[str, str] = {}
    cuts: list[Span] = []
    if labelled:
        said.update(place for word, place in _LABELS if word in text)
        if _SAYS_WHO_ATTENDS.search(text):
            said.add(2)
    for place in sorted(said):
        pattern, name = _PARTS[place]
        if pattern is _PREPARES and _ASKING.match(text) is not None:
            continue
        found = pattern.search(text)
        if found and name not in told:
            told[name] = _plain(found["who"])
            begin = (
                found.start("who")
                if text[found.start()] in ",;(.\n" and text[found.start()] == "("
                else found.start()
            )
            cuts.append((begin, found.end()))
    if labelled and any(map(text.__contains__, _SERVING)):
        cuts += [found.span() for found in _SERVES.finditer(text)]
    return People(told.get("chair"), told.get("attendees"), told.get("prepared_by"), tuple(cuts))


_OF_THE_BODY = re.compile(r"\b(?:va|cac|ubnd|hdnd|tinh|huyen|xa|thuong truc|hoi(?! y\b)|ubmttq)\b")
_OPENING_SIGNS = re.compile(r"^\W+")


def is_leader(text: str) -> bool:
    """Whether the words before a colon name leaders and nothing else ("Chủ tịch, PCT.VX")."""
    text = text.strip(" .,-–")
    if not text or len(text) > 90:
        return False
    words = item_words()
    folded = fold(text)
    if words["people.leaders"].match(folded) is None:
        return False
    who, _, does = split_leader(text)
    if who is not None and " " in does:
        return False  # "Bí thư Đảng ủy tiếp công dân"
    rest = _OF_THE_BODY.sub(" ", folded)
    return words["items.heads"].match(_OPENING_SIGNS.sub("", rest)) is None


def split_leader(text: str) -> tuple[str | None, bool, str]:
    """(the leaders with whom a sentence begins, whether they only attend, the rest): "Đ/c Bí thư dự Hội nghị A"."""
    words = item_words()
    folded = fold(text)
    at = 0
    if words["people.leaders"].match(folded) is None:
        return None, False, text
    while found := words["people.leaders"].match(folded, at) or _LEADER_WORD.match(text, at):
        at = found.end()
        while at < len(text) and text[at] in " ,":
            at += 1
        if post := _POST_BEHIND.match(folded, at):
            at = post.end()
        if attends := _ATTENDS.match(folded, at):
            return text[:at].strip(" ,"), True, text[attends.end() :].strip()
        if chairs := _CHAIRING.match(folded, at):
            return text[:at].strip(" ,"), False, text[chairs.end() :].strip()
        head = words["items.heads"].match_spelled(text, at)
        if head and not words["people.leaders"].match(folded, at) and text[at].islower():
            return text[:at].strip(" ,"), False, text[at:]
    return None, False, text


_LEADER_WORD = re.compile(
    r"(?:(?:các|và|Đ/c|đ/c|đồng chí|Đồng chí|UBND|HĐND|UBMTTQ|MTTQ|tỉnh|huyện|xã|phường|thành phố|"
    r"thị xã|Thường trực|thường trực|ủy|Hội|Đoàn)(?![^\W_])|"
    r"[A-ZĐÀ-Ỹ][\w.]*)"
)
_ATTENDS = re.compile(
    r"(?:du va (?:chi dao|phat bieu)(?: tai)?|tham du|den du|cung du|du)\s+(?!kien|thao|an\b|toan|phong|bao)"
)
_POST_BEHIND = re.compile(
    r"[-–]\s*(?:pho )?(?:chu tich|bi thu|giam doc|truong ban|truong phong|chanh van phong|hieu truong|pct|ct|pbt|bt"
    r"|pgd|gd|cvp|pht|ht|uvbtv|truong doan)\b[\s,]*"
)
_CHAIRING = re.compile(r"(?:chu tri|chu toa)\s+")


def _plain(text: str) -> str:
    return " ".join(text.replace("\x00", " ").split()).strip(" ,;.:-–")
