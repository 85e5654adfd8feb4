"""Of which meeting a title of a notice speaks: of none, of one by its first words, of one in short.

A notice names its meeting once and then says "cuộc họp nêu trên" or a part of the name; any meeting is called "họp",
which tells none from another.
"""

import re
from functools import lru_cache

from calendars.layouts.words import fold
from calendars.reading.naming.initials import written_alike
from calendars.reading.naming.titles import has_head
from calendars.reading.scope import Draft

_KIND = 2  # words
NAMELESS = "cuoc hop"
"""What a draft is called that only tells when a meeting is."""
SPOKEN_OF = re.compile(
    r"(?:cac |nhung )?(?:cuoc hop|hoi nghi|buoi hop|phien hop|buoi lam viec|chuong trinh|hop|thoi gian|ky hop|dai hoi"
    r"|(?:buoi|cuoc|phien|ky|dot|le|toa dam|hoi thao|lop|buoi tiep|buoi le)(?= (?:nay|tren|noi tren|neu tren)\b))"
    r"(?: (?:nay|tren|noi tren|neu tren|tren day|moi))?(?: se)?(?: duoc)?(?: (?:to chuc|dien ra|tien hanh|khai mac)"
    r"(?: (?:bang|theo) (?:hinh thuc )?[^,.;]{0,30})?)?"
)
_POINTS = re.compile(r"\b(?:nay|tren)\b")
_GENERIC = re.compile(
    r"^(?:(?:cac|cuoc|phien|buoi|ky)\s+)?(?:hop(?! luyen)|hoi nghi)\b\s*|^(?:cuoc|buoi)\s+"
    r"|^(?:ngay (?!hoi)|lich (?!su)|gio )(?=\w)"
)


def is_unnamed(draft: Draft) -> bool:
    """Whether a title names no meeting but the one spoken of ("Cuộc họp nêu trên", "Thời gian mới")."""
    return not has_head(draft.title) or SPOKEN_OF.fullmatch(fold(draft.title)) is not None


def refers_to_one(draft: Draft) -> bool:
    """Whether a title only points at a meeting that was told before ("Buổi này", "Cuộc họp nêu trên")."""
    title = fold(draft.title)
    return SPOKEN_OF.fullmatch(title) is not None and _POINTS.search(title) is not None


def names_nothing(draft: Draft) -> bool:
    """Whether a title names nothing that is held, or is only what a reading calls any meeting."""
    return not has_head(draft.title) or fold(draft.title) == NAMELESS


@lru_cache(maxsize=4096)
def _words_of(text: str) -> tuple[str, ...]:
    """The words of a title, folded, without what any meeting is called; a long notice compares each with each."""
    return tuple(re.findall(r"\w+", _GENERIC.sub("", fold(text))))


@lru_cache(maxsize=4096)
def _all_words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text)))


def is_titled(draft: Draft, name: str) -> bool:
    """Whether a draft's own title has the beginning of the name in it."""
    title, name = written_alike(draft.title, name)
    wanted = _words_of(name)[:4]
    return bool(wanted) and _all_words_of(title).issuperset(wanted)


def speaks_of(draft: Draft, name: str) -> bool:
    """Whether a draft's title has the first words of the name that are more than a letter."""
    title, name = written_alike(draft.title, name)
    wanted = [word for word in _words_of(name) if len(word) > 1][:4]
    return bool(wanted) and _all_words_of(title).issuperset(wanted)


def is_short_for(title: str, name: str) -> bool:
    """Whether a title has two words or more of a name, and no other ("Hội nghị đối thoại" for "... với nông dân")."""
    title, name = written_alike(title, name)
    words = re.findall(r"\w+", _GENERIC.sub("", fold(title)))
    return len(words) > 1 and set(words) <= set(re.findall(r"\w+", fold(name)))


def begins_with(name: str, title: str) -> bool:
    """Whether a title is only the first words of a name, its kind of thing ("Hội thi" of "Hội thi Giáo viên")."""
    return len(title.split()) <= _KIND and has_head(title) and fold(name).startswith(f"{fold(title)} ")
