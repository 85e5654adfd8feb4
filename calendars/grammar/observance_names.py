"""Where the names of commemorations stand in a text, and the dates that are written beside them.

A name begins at an opener (Ngày ..., Tháng hành động ..., Tuần lễ ...) and may hold commas and "và", so a list
of names is split only where a separator is followed by the next opener. What is hard is the title of a meeting with
the name of a day in it ("Tọa đàm Ngày Sách Việt Nam 21/4 lúc 14h00"), which commemorates nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calendars.grammar.numbers import year_of
from calendars.grammar.observance_table import Feast, feast_named
from calendars.grammar.pieces import DayList, Element, Member, PartDate
from calendars.grammar.spelling import fold

_NEVER_IN_A_NAME = (
    "ngày|đăng|thứ|mai|kia|mốt|hôm|mùng|rằm|làm|nghỉ|cuối|đầu|tháng|trong|lễ|này|nay|đó|càng|trước|sau|nào|đêm|và|đã"
    "|khai|tổ(?!ng)|họp|bầu|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|một|từ|đến|tới|nhận|ký|ban|phát|gửi|có|được|kết|bắt|các(?!h)|mùa"
)
_NOT_A_NAME = rf"(?! (?:{_NEVER_IN_A_NAME}|công (?!tác (?:xã|dân))|ra(?! đi| lời)|của(?! mẹ)))"
_OPENER_WORDS = (
    rf"(?<!\d )ngày(?= [^\W\d_]){_NOT_A_NAME}"
    r"|tháng (?:hành động|cao điểm|thanh niên|công nhân|nhân đạo|vận động|an toàn|khuyến học|chiến dịch|vì)(?!\w)"
    r"|tuần lễ(?= [^\W\d_])(?! (?:thứ|này|sau|tới|đầu|cuối))|giờ trái đất|chiến dịch giờ trái đất"
    r"|(?:tết|lễ)(?: cổ truyền)? (?:chôl|chol) (?:chnăm|chnam|thnăm|thnam) (?:thmây|thmay)|lễ (?:hội )?ok om bok"
)
_OCCASION_OPENER_WORDS = (
    r"lễ (?:giáng sinh|noel|phật đản|vu lan)|đại lễ (?:phật đản|vu lan)|quốc khánh|nam kỳ khởi nghĩa"
    r"|khởi nghĩa hai bà trưng"
    r"|tết (?:dương lịch|thiếu nhi|nguyên đán|cổ truyền|trung thu|độc lập)|cách mạng tháng (?:tám|mười"
    r" nga)|giỗ tổ|năm mới"
    r"|chiến thắng(?: điện biên phủ|(?= \(?30/0?4(?!\d)))|giải phóng miền nam"
    r"|quốc tế (?:lao động|thiếu nhi|phụ nữ)(?!\w)"
)
_OPENER = re.compile(rf"(?<!\w)(?:(?P<any>{_OPENER_WORDS})|(?P<occasion>{_OCCASION_OPENER_WORDS}))")
_BY_NUMBER = r" (?:các )?(?:ngày )?(?:lễ )?\d"
_QUICK = re.compile(  # each begins with a letter, which lets the search skip where none of them stands
    rf"ngày(?= [^\W\d_]){_NOT_A_NAME}|tháng (?:hành|cao|thanh|công|nhân|vận|an t|khuyến|chiến|vì )|cách mạng|tuần lễ"
    r"|giờ trái|tết |quốc khánh|quốc tế |lễ |giỗ tổ|khởi nghĩa|điện biên|chiến thắng|giải phóng|năm mới"
    rf"|dịp{_BY_NUMBER}|mừng{_BY_NUMBER}|niệm{_BY_NUMBER}|nhân{_BY_NUMBER}"
)
BEGINNINGS = (
    rf"ngày(?= [^\W\d_])(?! (?:{_NEVER_IN_A_NAME}))|tháng (?:hàn|cao|tha|côn|nhâ|vận|an|khu|chi|vì)|cách mạn|tuần lễ"
    r"|giờ trái|tết |quốc khá|quốc tế|lễ |giỗ tổ|khởi ng|điện biê|chiến th|giải phó|năm mới"
    r"|(?:dịp|mừng|niệm|nhân) (?:[\dcl]|ngày)"
)
"""With what a word begins that may begin a commemoration."""
_NAME_ENDS = re.compile(
    r"[;:!?(\n…\ue000]|\.(?!\w)|\.\.|,? \d{1,2} ?(?:h|g|giờ)(?=[\d ,.;]|\Z)|,? lúc \d|, (?:vào |từ )?(?:ngày|sáng|chiều"
    r"|tối|trưa|thứ|chủ nhật|hồi|lúc) (?=\d|thứ|ngày|hai|ba|tư|năm|sáu|bảy)"
    r"| gắn với| với chủ đề| trên địa bàn| đến (?:cán bộ|toàn|các|hội"
    r" viên|đoàn viên|người)| tại (?!nơi làm)|,? (?:- )?dự kiến | - (?=từ |ngày |sáng |chiều |tối |thứ |\d)"
    r"| (?:sáng |chiều |tối )?ngày (?=\d)"
    r"| (?:sáng|chiều|tối) (?=\d)"
    r"| vào (?=ngày|lúc|sáng|chiều|tối|thứ|\d)"
    r"| do (?!th|tai nạn)| nhằm | bằng | theo | từ (?:ngày )?\d| \d{1,2}[/.-]\d| cấp (?!uỷ|cứu)|"
    rf"(?: ?,| và| cùng| ?/|,? gắn với) (?:các |hưởng ứng |kỷ niệm |chào mừng )?(?:\d+ năm )?"
    rf"(?:{_OPENER_WORDS}|{_OCCASION_OPENER_WORDS})"
)
_LONGEST_NAME = 160
_LONGEST_LINK = 60
_SIDE = 120  # letters of the clause before and behind a name
_OCCASION_VERB = (
    r"(?:kỷ niệm|\d+ năm|chào mừng|hưởng ứng|tuyên truyền|hướng tới|nhân dịp|mừng|đón|nhân|phát động"
    r"|cao điểm|dịp|lập thành tích|vui"
    r"|phục vụ|truyền thông|ra quân|mít tinh|treo cờ)"
)
_OCCASION = re.compile(rf"(?<!\w){_OCCASION_VERB}(?!\w)[^.;:]{{0,90}}\Z")
_ALONE = re.compile(
    r"(?:- )?(?:(?:được |cho |tổ chức )?nghỉ )?(?:dịp )?(?:lễ )?"
)  # "Nghỉ lễ Quốc khánh 02/9"
_EVENT = re.compile(
    r"(?<!\w)(?:toạ đàm|hội thảo|hội nghị|hội diễn|hội thi|hội chợ|cuộc thi|giải(?! phóng)|lễ (?:phát động|mít tinh"
    r"|kỷ niệm|ra quân|hưởng ứng|khai mạc|bế mạc|công bố|tuyên dương|trao|chào mừng|gặp mặt)|(?<!nghỉ )lễ|mít tinh"
    r"|gặp mặt|họp mặt|giao lưu|diễn đàn|triển lãm|talkshow|chương trình|đêm|sinh hoạt|chuyên đề|nói chuyện|họp"
    r"|tập huấn|ra quân)"
    r"(?: (?:truyền thông|nghệ thuật|văn nghệ|chuyên đề|giao lưu|phát động|hưởng ứng|kỷ niệm|chào mừng|nhân|dịp|mừng|về"
    r"|các|\d+ năm|tuyên truyền|cấp [^\W\d]+|\ue000+))* \Z"
)
"""An event whose title goes on with the name of a commemoration."""
_OPENS = re.compile(r"(?<!\w)(?:lễ|phát động|khởi động|ra quân)(?: hưởng ứng| các)? \Z")
_OWN_TIME = re.compile(
    r"(?<!\w)(?:\d{1,2} ?(?:h|g|giờ)(?=[\d ,.;']|\Z)|\d{1,2}:\d\d|(?:ngày )?\d{1,2} ?[/.-] ?\d{1,2}(?![\d%])"
    r"|ngày \d|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)|chủ nhật)"
)
_STOP = re.compile(r"[.;](?!\d)|\n")
_HOUR_BESIDE = re.compile(r",? ?(?:lúc |vào |hồi |từ )*\d{1,2} ?(?:h|g|giờ|:)(?=[\d ,.;']|\Z)")
LIST_LINK = re.compile(r"[\s,;.…)]*(?:và|cùng|gắn với|hưởng ứng|kỷ niệm|chào mừng)?(?: (?:các|\d+ năm))* ?\Z")
"""What stands between two names of one list."""

_DAY, _MONTH, _YEAR = r"\d{1,2}", r"\d{1,2}", r"(?:1\d|20)\d\d"
_S = r" ?[/.-] ?"
_DATED = re.compile(
    rf" ?(?P<open>\()?(?:(?:năm {_YEAR} ?)?\()?(?:(?P<pair>{_DAY}{_S}{_MONTH}{_S}{_YEAR} ?(?:-|đến) ?"
    rf"(?P<pd>{_DAY}){_S}(?P<pm>{_MONTH}){_S}(?P<py>{_YEAR}))"
    rf"|(?P<months>{_MONTH}{_S}{_YEAR} ?- ?(?P<mm>{_MONTH}){_S}(?P<my>{_YEAR}))"
    rf"|(?:từ |tu )?(?:ngày |ngay )?(?P<d1>{_DAY})(?:{_S}(?P<m1>{_MONTH})(?:{_S}(?P<y1>{_YEAR}))?)? ?(?:-|(?:đến|den)"
    rf"(?: hết| het)?)(?: ngày| ngay)? ?(?P<d2>{_DAY}){_S}(?P<m2>{_MONTH})(?:{_S}(?P<y2>{_YEAR}))?"
    rf"|(?:ngày )?(?P<d>{_DAY}){_S}(?P<m>{_MONTH})(?:{_S}(?P<y>{_YEAR}))?(?![/\d]| âm lịch| âl))(?P<close>\)?)"
)
_BY_MOON = re.compile(  # behind the name of a feast of the moon, with the solar day or without
    rf" ?\(?(?:ngày )?(?:rằm tháng \w+(?: âm lịch| âl)?|(?:(?:mùng|mồng) )?\d{{1,2}}(?:{_S}\d{{1,2}}| tháng \w+)"
    r"(?: âm lịch| âl))(?:,? ?-? ?\(?(?:(?:tức|nhằm)(?: là)? )?(?:ngày )?"
    rf"(?P<d>{_DAY}){_S}(?P<m>{_MONTH})(?:{_S}(?P<y>{_YEAR}))?(?: dương lịch| dl)?)?\){{0,2}}(?= ?(?:[.;,\n]|\Z))"
)
_YEAR_OF_NAME = re.compile(rf" năm {_YEAR}")

_NEXT_WORD = re.compile(r" ([^\W_]+)")
_VARYING_END = frozenset(
    ("toàn", "dân", "quốc", "tế", "thế", "giới", "toan", "dan", "quoc", "te", "the", "gioi")
)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name with its place, whether a day name, its feast, and the days and end of its own date."""

    start: int
    end: int
    name: str
    is_day: bool
    feast: Feast | None
    dated: DayList | None = None
    month: tuple[int, int] | None = None
    close: int = 0
    occasion: bool = False


def may_name_feast(matching: str) -> bool:
    """Whether a text has a word with which a commemoration may begin; quick, and right only when it says no."""
    return _QUICK.search(matching) is not None


_CAMPAIGNS = "hành động|cao điểm|thanh niên|công nhân|nhân đạo|vận động|an toàn|khuyến học".split("|")
_OCCASIONS = (
    "quốc khánh|cách mạng tháng tám|giải phóng miền nam|chiến thắng điện biên phủ|giỗ tổ|quốc tế lao động"
    "|quốc tế thiếu nhi|quốc tế phụ nữ|tết dương lịch|tết nguyên đán|tết trung thu|tết thiếu nhi"
).split("|")
_PLAIN_OCCASIONS = {fold(words): words for words in _OCCASIONS}
_PLAIN_OPENERS = {
    fold(words): words for words in ("ngày", "tuần lễ", *(f"tháng {what}" for what in _CAMPAIGNS))
}
_PLAIN_OPENER = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(_PLAIN_OPENERS)})(?! \d)|{'|'.join(_PLAIN_OCCASIONS)})(?!\w)"
)
_PLAIN_VERBS = {
    fold(words): words
    for words in ("nhân dịp", "chào mừng", "kỷ niệm", "hướng tới", "hưởng ứng", "tuyên truyền")
}
_OPENERS_MARKED = "|".join((*_PLAIN_OPENERS.values(), *_OCCASIONS))
_PLAIN_VERB = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(_PLAIN_VERBS)})(?= \d)"
    rf"|(?:{'|'.join(_PLAIN_VERBS)}|va)(?= (?:\d{{1,3}} nam )?(?:{_OPENERS_MARKED})(?!\w)))"
)
_SIGNS_OF_PLAIN = (
    "ngay ",
    "thang ",
    "tuan le ",
    "dip ",
    "mung ",
    "niem ",
    "toi ",
    "quoc ",
    "tet ",
    "gio to",
    "giai phong",
)


def with_marked_openers(matching: str) -> str:
    """A text typed without marks, but for the words with which names of commemorations begin; places do not move."""
    if not any(sign in matching for sign in _SIGNS_OF_PLAIN):
        return matching  # most of what is plain: figures alone

    def marked(opener: re.Match[str]) -> str:
        if occasion := _PLAIN_OCCASIONS.get(opener[0]):
            return occasion
        name = matching[opener.start() : opener.start() + _LONGEST_NAME]
        return _PLAIN_OPENERS[opener[0]] if feast_named(name) else opener[0]

    return _PLAIN_VERB.sub(lambda verb: _PLAIN_VERBS.get(verb[0], "và"), _PLAIN_OPENER.sub(marked, matching))


def in_titles(named: Sequence[FoundName], hidden: str) -> list[tuple[int, int]]:
    """Where names of days are parts of titles; one that "và" joins to such a name is too."""
    titles: list[tuple[int, int]] = []
    for one in named:
        joined = titles and LIST_LINK.fullmatch(hidden, titles[-1][1], one.start) is not None
        place = (one.start, one.close or one.end) if joined else _in_a_title(one, hidden)
        if place is not None:
            titles.append(place)
    return titles


def _in_a_title(one: FoundName, hidden: str) -> tuple[int, int] | None:
    """Where the name of a day is part of the title of an event that has a time of its own: no commemoration then.

    A date right behind the name that an hour follows is the event's: "Tọa đàm Ngày Sách Việt Nam 21/4 lúc 14h00".
    """
    left = hidden[max(0, one.start - _LONGEST_LINK) : one.start]
    end = one.close or one.end
    date = hidden[one.end : end].strip()
    # No campaign is of a day: "Phát động Tháng Công nhân ngày 06/5".
    opens = not one.is_day and _OPENS.search(left) and date.startswith("ngày ") and "-" not in date
    if not opens and _EVENT.search(left) is None:
        return None
    own = one.close and not date.startswith("(") and (opens or _HOUR_BESIDE.match(hidden, end))
    before = hidden[max(0, one.start - _SIDE) : one.start]
    before = before[max((stop.end() for stop in _STOP.finditer(before)), default=0) :]
    behind = hidden[end : end + _SIDE]
    stop = _STOP.search(behind)
    behind = behind[: stop.start()] if stop else behind
    if own or _OWN_TIME.search(before) or _OWN_TIME.search(behind):
        return one.start, one.end if own else end
    return None


def names_in(matching: str, hidden: str, text: str) -> Iterator[FoundName]:
    """The names in a text, in order. The three forms of the text are those of `find_observances`."""
    place, last_end = 0, -1
    while opener := _OPENER.search(hidden, place):
        place = opener.end()
        found = _name_at(opener, matching, hidden, text, last_end)
        if found is not None:
            yield found
            place = last_end = max(found.close or found.end, place)


def _name_at(opener: re.Match[str], matching: str, hidden: str, text: str, last_end: int) -> FoundName | None:
    start = opener.start()
    limit = hidden[start : start + _LONGEST_NAME]
    ends = _NAME_ENDS.search(limit, opener.end() - start)
    end = start + (ends.start() if ends else len(limit.rstrip()))
    named = feast_named(matching[start:end])
    dated = _DATED.match(hidden, end)
    if dated is not None and (dated["close"] == ")") != ("(" in dated[0]):
        dated = None
    if named is None and dated is None and opener[0] == "ngày":
        return None
    left = matching[max(0, start - 120) : start]
    linked = (
        last_end >= 0
        and start - last_end < _LONGEST_LINK
        and LIST_LINK.fullmatch(hidden, last_end, start) is not None
    )
    occasion = linked or _OCCASION.search(left) is not None
    by_moon = _BY_MOON.match(matching, end) if dated is None and named and named[0].lunar else None
    stands_alone = (dated or by_moon) is not None and _ALONE.fullmatch(left) is not None
    alone = stands_alone and opener["occasion"] is not None
    if (opener["occasion"] and not (occasion or alone)) or not (named or occasion or alone):
        return None
    if dated is None:
        if named is None:
            return _undated_stranger(opener, start, end, hidden, text, occasion=occasion)
        end = _end_of_name(matching, start + named[1], end) if by_moon is None else end
    dated = dated or by_moon
    year = _YEAR_OF_NAME.match(hidden, end)
    end = year.end() if year and dated is None else end
    days, month = _written(dated) if dated else (None, None)
    if named is not None and named[0].lunar and days == _single(PartDate(*named[0].first)):
        days = None  # "Giỗ Tổ Hùng Vương 10/3" tells the day of the moon
    name = text[start:end].strip(' ,"')
    if len(name.split()) < 2:
        return None
    return FoundName(
        start=start,
        end=end,
        name=name[:1].upper() + name[1:],
        is_day=opener[0].startswith("ngày"),
        feast=named[0] if named else None,
        dated=days,
        month=month,
        close=dated.end() if dated else 0,
        occasion=occasion,
    )


def _undated_stranger(
    opener: re.Match[str], start: int, end: int, hidden: str, text: str, *, occasion: bool
) -> FoundName | None:
    """A campaign that the table does not know and the text does not date."""
    comma = hidden.find(",", start, end)
    stop = end if comma < 0 or hidden.startswith(", chống", comma) else comma
    name = text[start:stop].strip(' ,"')
    long_enough = len(name.split()) >= 4
    if not occasion or not long_enough:
        return None
    return FoundName(
        start, stop, name[:1].upper() + name[1:], opener[0].startswith("ngày"), None, occasion=True
    )


def _end_of_name(matching: str, end: int, limit: int) -> int:
    """Where a name ends of which the table knows the words up to `end`: "toàn dân", "thế giới" may follow."""
    while (word := _NEXT_WORD.match(matching, end, limit)) and word[1] in _VARYING_END:
        end = word.end()
    return end + 1 if matching[end : end + 1] == '"' else end


def _written(dated: re.Match[str]) -> tuple[DayList | None, tuple[int, int] | None]:
    """Days that stand beside a name; of a pair of years the second is meant, the first is history."""
    if dated["d"]:
        return _single(PartDate(int(dated["d"]), int(dated["m"]), _year(dated["y"]))), None
    if dated.re is _BY_MOON:
        return None, None
    if dated["pair"]:
        return _single(PartDate(int(dated["pd"]), int(dated["pm"]), int(dated["py"]))), None
    if dated["months"]:
        return None, (int(dated["mm"]), int(dated["my"]))
    first = PartDate(int(dated["d1"]), int(dated["m1"]) if dated["m1"] else None, _year(dated["y1"]))
    last = PartDate(int(dated["d2"]), int(dated["m2"]), _year(dated["y2"]))
    return DayList((Element(Member(first), Member(last)),)), None


def _single(day: PartDate) -> DayList:
    return DayList((Element(Member(day)),))


def _year(text: str | None) -> int | None:
    return year_of(text) if text else None
