"""Feasts of the church and the pagoda, by their names; a mass at its hour is none."""

import re

from calendars.layouts.words import fold

# "Lễ Đức Mẹ Vô Nhiễm", "CN II Mùa Vọng", "Vía Quan Âm", "Bổn mạng giáo khu 2"
_FEAST = re.compile(
    r"(?:dai )?le (?:(?:kinh|mung|nho) )?(?:trong the )?(?:thanh(?! the)|truyen tin|hien xuong|thang thien|mau than"
    r"|duc me|chua|giang sinh|noel|phuc sinh|hien linh|cac thanh|me|la|tro|vu lan|phat dan"
    r"|thuong nguyen|ha nguyen|trung nguyen|thanh gia)\b[^:;()\d]{0,60}|(?:cn|chua nhat) [ivx]{1,6} [^:;()\d]{3,30}"
    r"|dai le [^:;()\d]{3,30}|(?:le )?via [^:;()\d]{3,30}|bon mang [^:;()\d]{3,60}"
)
# "Thánh Casimirô", "Thứ năm đầu tháng", in a church's week
_SAINT = re.compile(
    r"(?:(?:Các|Hai)\s)?[Tt]hánh\s(?:(?:nữ|cả|Cả|Nữ)\s)?(?!Lễ|Thể|Kinh|Ca\b|Đường|Địa)[A-ZĐÀ-Ỹ][^:;()\d]{2,60}"
)
_OF_A_CHURCH = re.compile(
    r"thu (?:hai|ba|tu|nam|sau|bay|[2-7]) (?:dau thang|(?:sau )?le tro|tuan thanh"
    r"|(?:tuan )?[ivx]{1,6} (?:mua|thuong nien|phuc sinh)[^:;()\d]{0,30})"
)
_RANK = re.compile(r"\s*\((?:(?:lễ )?(?:trọng|kính|nhớ|buộc)|cả \d [^()\d]{2,20})\)$", re.IGNORECASE)
_NAMED = ("le ", "cn ", "nhat ", "via ", "mang ")  # one of which stands in the name of each
_FEAST_FIRST = re.compile(
    r"(?P<day>[^:.]{0,60}\d[^:.]{0,30}:\s+|)(?P<feast>[^.:;\d]{5,80})\.\s+(?P<rest>[^\W_].*)", re.DOTALL
)
_OCCASION_FIRST = re.compile(
    r"\W*(?P<occasion>(?:Hưởng ứng|Chào mừng|Kỷ niệm|Nhân(?: dịp)?)\s+(?:\d{1,3}\s+năm\s+)?"
    r"(?:Ngày|Tháng|Tuần lễ|Lễ|Tết)\s[^:;.()]{3,90}?(?:\s*\([^()]{3,60}\))?)\s*:\s+(?P<rest>[^\W_].{5,})",
    re.DOTALL | re.IGNORECASE,
)


def names_feast(title: str) -> bool:
    """Whether a title is the name of a feast and nothing else."""
    title = _RANK.sub("", title.strip(" ."))
    folded = fold(title).strip(" .")
    if _FEAST.fullmatch(folded) or _OF_A_CHURCH.fullmatch(folded):
        return True
    return "hánh " in title and _SAINT.fullmatch(title) is not None


def feast_first(text: str) -> tuple[str, str] | None:
    """(the feast with its day, what is held with that day) of "CHÚA NHẬT 10/12: CN II Mùa Vọng. Quyên góp"."""
    folded = fold(text)
    if not any(map(folded.__contains__, _NAMED)):
        return None
    found = _FEAST_FIRST.fullmatch(text.strip())
    if found is None or not names_feast(found["feast"]):
        return None
    return f"{found['day']}{found['feast']}", f"{found['day']}{found['rest']}"


def occasion_first(text: str) -> tuple[str, str] | None:
    """(the occasion, what is done for it) of "Hưởng ứng Ngày Quốc tế Bảo tàng (18/5): miễn vé các ngày 17, 18/5"."""
    found = _OCCASION_FIRST.fullmatch(text.strip())
    if found is None or "\n" in found["occasion"]:
        return None
    return found["occasion"], f"{found['rest'][:1].upper()}{found['rest'][1:]}"
