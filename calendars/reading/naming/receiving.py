"""Who receives people, and what a calendar calls it: "Sở Công Thương tiếp công dân định kỳ theo quy định".

In a standing rule the receiving is the thing and whoever receives its chair. What is hard are the words between the two
("được phân công", "chủ trì phiên"), and that people also register to be received.
"""

import re

from calendars.layouts.words import fold
from calendars.reading.naming.people import is_leader

_RECEIVES = re.compile(
    r"(?P<who>[^:;.\d(]{3,90}?)\s+"
    r"(?P<does>(?:sẽ|được|được phân công|phân công [^:;.\d(]{3,60}?|chủ trì|thực hiện|tổ chức|triển khai|lo|phụ trách"
    r"|phiên|công tác|việc|có trách nhiệm|nhiệm vụ|giúp [^:;.\d(]{3,40}?)\s+){0,4}?"
    r"(?P<what>tiếp (?:công )?dân(?: (?:định kỳ|thường xuyên|đột xuất))?)(?![^\W_])",
    re.IGNORECASE,
)
_REGISTERS = re.compile(r"\b(?:dang k[yi]|muon|de nghi|noi dung|ket qua|bao cao|tru so|noi quy)\b")
_SAYS_MORE = re.compile(
    r"(?P<what>tiếp (?:công )?dân(?: (?:định kỳ|thường xuyên|đột xuất))?)\s+(?:do|theo|thực hiện|được thực hiện)\b.*",
    re.IGNORECASE,
)
_THING = re.compile(r"(?:cong tac|viec|lich|phien|ngoai ra|theo do|dong thoi)\b")
_LONGEST = 60  # letters of whoever receives


def receiving(title: str) -> tuple[str, str | None] | None:
    """(what a title is without who receives and what follows, who receives); None where it tells something else."""
    if more := _SAYS_MORE.fullmatch(title):
        return f"{more['what'][:1].upper()}{more['what'][1:]}", None
    found = _RECEIVES.match(title)
    if found is None or _REGISTERS.search(fold(found["who"])):
        return None
    what, who = found["what"], found["who"].strip(" ,")
    named = is_leader(who) or not _THING.match(fold(who))
    return f"{what[:1].upper()}{what[1:]}", who if named and len(who) <= _LONGEST else None
