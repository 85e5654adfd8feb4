"""What somebody who writes to the office's Zalo wishes, read from a few words.

Hard here is to be lenient and never wrong: people write without marks, with other spellings ("đăng kí"), in capitals
and with courtesies around. Whatever is not surely one of the wishes is answered with help: nobody is struck off the
list for asking about a meeting that is called off, and who asks for a month is not told a day.
"""

import re
from dataclasses import dataclass

from calendars.grammar.spelling import fold
from calendars.same_names import tidy

_COURTESY = (
    r"(?:da|thua|chao|cho|nho|toi|em|anh|chi|co|chu|bac|minh|xin|muon|vui long|lam on|van phong|dong chi)"
)
_AFTERWARDS = r"(?: (?:a|nhe|nha|di|voi|giup|giup em|nua|cam on|em cam on|em|anh|chi|van phong|dong chi))*"
_REGISTER = re.compile(
    r"(?:dang ?k[iy]|dk)(?: (?:nhan|nhac|lich|tin|thong bao|ma|so|code|cua|toi|em|minh|la|voi))*"
    r" ([a-z0-9]{6})(?![a-z0-9])"
)
_NOT_WISHED = re.compile(r"\b(?:huy|dung|ngung|thoi|khong|stop)\b")
_LISTING = re.compile(
    rf"^(?:(?:{_COURTESY}|xem|gui) )*(?:lich|lich hop|lich cong tac)"
    rf"(?: (?P<days>hom nay|ngay mai|mai|tuan|tuan nay|tuan sau|tuan toi))?{_AFTERWARDS}$"
)
_STOP = re.compile(
    rf"^(?:{_COURTESY} )*(?:huy|dung|ngung|stop|khong nhan|khong muon nhan)"
    r"(?: (?:dang k[iy]|nhan|gui|nhac|tin|tin nhan|thong bao|lich|viec))*"
    rf"{_AFTERWARDS}$"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a message asks: register (with the code), today, week, stop, help; ahead: days or weeks from this one."""

    name: str
    code: str = ""
    ahead: int = 0


def wish_of(text: str) -> Wish:
    """What a message asks; with or without diacritics, marks and capitals."""
    written = re.findall(r"[^\W_]+", tidy(text))
    words = [word for part in written if (word := "".join(re.findall(r"[a-z0-9]+", fold(part))))]
    plain = " ".join(words)
    if (code := _code_in(plain, written)) is not None:
        return Wish("register", code)
    if found := _LISTING.search(plain):
        days = found["days"] or ""
        if days.startswith("tuan"):
            return Wish("week", ahead=int(days in ("tuan sau", "tuan toi")))
        return Wish("today", ahead=int(days.endswith("mai")))
    return Wish("stop") if _STOP.search(plain) else Wish("help")


def _code_in(plain: str, written: list[str]) -> str | None:
    """The code that is to be registered; a word with marks ("chuyên") is none."""
    found = re.search(rf"(?:^| ){_REGISTER.pattern}", plain)
    if found is None or _NOT_WISHED.search(plain[: found.start()]):
        return None
    code = found[1].upper()
    return code if code in (word.upper() for word in written) else None
