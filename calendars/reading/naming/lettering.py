"""Titles written in capitals, as a calendar has them: "ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN" -> "Đại hội đồng cổ đông ...".

Capitals hide which words are names and which letters are initials. Names are written as the rest of the document
writes them, what is no Vietnamese syllable stays ("UBND"), and where a place's name stands nowhere else the whole title
stays in capitals: a wrong name is worse than a loud title.
"""

import re
from collections.abc import Iterable, Sequence

from calendars.grammar.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_RUN = 6
_NAMES = (
    "Việt Nam", "Hồ Chí Minh", "Tết", "Nguyên đán", "Nguyên tiêu", "Giáng sinh", "Phật đản", "Vu lan", "Trung thu",
    "Hùng Vương", "Đảng", "Đảng ủy", "Tỉnh ủy", "Huyện ủy", "Thành ủy", "Thị ủy", "Quận ủy", "Ban Thường vụ",
    "Ban Chấp hành", "Ban Chấp hành Đảng bộ", "Thường trực", "Hội đồng nhân dân", "Ủy ban nhân dân",
    "Mặt trận Tổ quốc", "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh", "Đoàn Thanh niên",
    "Liên đoàn Lao động", "Công đoàn", "Hội Chữ thập đỏ", "Hội Khuyến học", "Hội Người cao tuổi",
)  # fmt: skip
_SPELLED = {name.upper(): name for name in _NAMES}
# Words behind which a name stands.
_NAMED = frozenset(
    "xã phường huyện tỉnh quận thôn ấp bản xóm làng buôn sông núi đảo cảng đình chùa đền phố ông bà".split()
)
_INITIALS = frozenset("tu hu btv bch ct tt hđ".split())  # of these some are syllables too


def in_small_letters(title: str, lines: Iterable[str]) -> str:
    """The title, one of two words and more in capitals as a sentence has them; lines: those of its document."""
    if not title.isupper():
        thing, colon, part = title.partition(": ")  # "HỌP CHA MẸ HỌC SINH: khối 10"
        return f"{in_small_letters(thing, lines)}: {part}" if colon and thing.isupper() else title
    words = list(_WORD.finditer(title))
    if len(words) < 2 or not any(is_syllable(word[0]) for word in words):
        return title
    told = [line for line in lines if not line.isupper()]
    written: list[str] = []
    place = 0
    while place < len(words):
        run = _as_written(words[place : place + _LONGEST_RUN], title, told)
        if run is None:
            word = words[place][0]
            before = words[place - 1][0].lower() if place else ""
            if before in _NAMED and is_syllable(word):
                return title
            initials = not is_syllable(word) or word.lower() in _INITIALS
            run = [word if initials else word.lower()]
        written += run
        place += len(run)
    small = "".join(_put_together(title, words, written))
    return small[:1].upper() + small[1:]


def _as_written(words: Sequence[re.Match[str]], title: str, told: Sequence[str]) -> list[str] | None:
    """The words from the first on as the document or the table of names writes them, as many as stand together."""
    for count in range(len(words), 0, -1):
        wanted = title[words[0].start() : words[count - 1].end()]
        known = _SPELLED.get(wanted)
        if known is None and count > 1:
            known = _in_sentences(wanted, told)
        if known is not None:
            return [found[0] for found in _WORD.finditer(known)]
    return None


def _in_sentences(wanted: str, told: Sequence[str]) -> str | None:
    """Some words as a line has them behind others: at its beginning the capital of the first says nothing."""
    pattern = re.compile(rf"(?<=[^\W_] ){re.escape(wanted)}(?![^\W_])", re.IGNORECASE)
    for line in told:
        found = pattern.search(line)
        if found is not None and not found[0].isupper():
            return found[0]
    return None


def _put_together(title: str, words: Sequence[re.Match[str]], written: Sequence[str]) -> Iterable[str]:
    """The title with each of its words as written, and what stands between them as it was."""
    at = 0
    for word, small in zip(words, written, strict=True):
        yield title[at : word.start()]
        yield small
        at = word.end()
    yield title[at:]
