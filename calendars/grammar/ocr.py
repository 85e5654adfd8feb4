"""Letters that a scanner confused, put right where what stands around makes them certain.

"ngàv 24/11", "ngày 2O/11/2023", "l4/11/2023", "7h3O": each repair keeps the length, so places stay true, and
is told as an issue of the reading that it made possible. Nothing is repaired for its own sake: a number must
become a date or an hour.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_DIGITS = str.maketrans("oqdli|!sbzg", "00011115829")
_LIKE_DIGIT = "oqdli|!sbzg"
_N = rf"[\d{_LIKE_DIGIT}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A confusion: where it is certain, and what was meant. meaning gives text of the same length, or None.

    unmarked: whether it is a fault also in text that was typed without diacritics.
    """

    name: str
    pattern: str
    meaning: Callable[[re.Match[str]], str | None]
    examples: Mapping[str, str]
    not_examples: tuple[str, ...] = ()
    unmarked: bool = True


def _word(word: str) -> Callable[[re.Match[str]], str]:
    def meaning(found: re.Match[str]) -> str:
        return word.rjust(len(found[0]))

    return meaning


def _figures(text: str) -> str:
    return text.translate(_DIGITS)


def _date(found: re.Match[str]) -> str | None:
    text = found[0]
    head = "ngày " if text.startswith("ngày ") else ""
    if not any(letter.isdigit() for letter in text[len(head) :]):
        return None
    for figure in "09":  # "q" is either
        repaired = _figures(text[len(head) :].replace("q", figure))
        numbers = re.findall(r"\d+", repaired)
        if len(numbers) > 1 and 1 <= int(numbers[0]) <= 31 and 1 <= int(numbers[1]) <= 12:
            return head + repaired
    return None


def _clock(found: re.Match[str]) -> str | None:
    text = found[0]
    place = next((index for index, letter in enumerate(text) if letter in "h:" and index), None)
    if place is None or not any(letter.isdigit() for letter in text):
        return None
    repaired = _figures(text[:place]) + text[place] + _figures(text[place + 1 :])
    hour, minute = int(repaired[:place]), int(repaired[place + 1 :])
    return repaired if hour <= 24 and minute < 60 else None


def _clock_with_g(found: re.Match[str]) -> str | None:
    hour, minute = _figures(found["hour"]), _figures(found["minute"])
    return f"{hour}g{minute}" if any(map(str.isdigit, found["hour"])) and int(hour) <= 24 else None


def _clock_in_words(found: re.Match[str]) -> str | None:
    hour, minute = (_figures(part) for part in found[0].split(" giờ "))
    sure = any(letter.isdigit() for letter in found[0])
    return f"{hour} giờ {minute}" if sure and int(hour) <= 24 and int(minute) < 60 else None


def _spaced(found: re.Match[str]) -> str | None:
    tens, units = _figures(found["tens"]), _figures(found["units"])
    month = int(tens + units)
    return f"{found['day']}/ {tens}{units}{found['rest']}" if 10 <= month <= 12 else None


def _no_slashes(found: re.Match[str]) -> str | None:
    day, month, year = int(_figures(found["day"])), int(_figures(found["month"])), found["year"]
    valid = 1 <= day <= 31 and 1 <= month <= 12
    return f"{found['day']}/{found['month']}/{year}" if valid else None


def _year(found: re.Match[str]) -> str | None:
    repaired = _figures(found["year"])
    return found["before"] + repaired if repaired.isdigit() and repaired[:2] in ("19", "20") else None


def _date_in_words(found: re.Match[str]) -> str | None:
    """Where a figure stands in the day or the month, the letters beside it are figures too."""
    day, month = _figures(found["day"]), _figures(found["month"])
    sure = any(letter.isdigit() for letter in found["day"] + found["month"])
    valid = sure and 1 <= int(day) <= 31 and 1 <= int(month) <= 12
    head, year = found["head"] or "", found["rest"] or ""
    return f"{head}{day} tháng {month}{year[:5]}{_figures(year[5:])}" if valid else None


def _day(found: re.Match[str]) -> str | None:
    repaired = _figures(found["day"])
    valid = any(letter.isdigit() for letter in found["day"]) and 1 <= int(repaired) <= 31
    return found["before"] + repaired if valid else None


def _range(found: re.Match[str]) -> str | None:
    """The days of a list or range of which the last names the month; they go up."""
    if found["head"] is None and not any(map(str.isdigit, found["day"])):
        return None
    day, last, month = (_figures(found[name]) for name in ("day", "last", "month"))
    rising = int(day) < int(last) or found["head"] is not None  # "ngày 31, 1/11"
    valid = rising and 1 <= int(day) <= 31 and 1 <= int(last) <= 31 and 1 <= int(month) <= 12
    return f"{found['head'] or ''}{day}{found['to']}{last}/{month}" if valid else None


def _month(found: re.Match[str]) -> str | None:
    repaired = _figures(found[0])
    return repaired if 1 <= int(repaired) <= 12 else None


REPAIRS = (
    Repair(
        name="scanned-ngày",
        pattern=r"(?<!\w)(?:ngàv|ngảy|ngáy|ngãy|nqày|ngàỵ|ngạy|nqàv|ngàỳ|ngầy|ngaỳ)(?= ?[\doli]?\d)",
        meaning=_word("ngày"),
        examples={"ngàv 24/11/2023": "ngày 24/11/2023"},
        not_examples=("làm ngay 02 nội dung",),
    ),
    Repair(
        name="scanned-chiều",
        pattern=r"(?<!\w)(?:chiêu|chiểu|chìều)(?= ?(?:ngày ?)?\d{1,2}/\d)",
        meaning=_word("chiều"),
        examples={"chiêu 18/11": "chiều 18/11"},
        not_examples=("chiêu mộ 18 người",),
    ),
    Repair(
        name="scanned-tháng",
        pattern=r"(?<!\w)(?:thảng|thảnq|thánq|thàng|thãng)(?= ?[li]?\d)",
        meaning=_word("tháng"),
        examples={"ngày 24 thảng 11": "ngày 24 tháng 11"},
    ),
    Repair(
        name="scanned-năm",
        pattern=r"(?<!\w)(?:nãm|nảm|năin|nám|năn)(?= ?(?:19|20)\d\d)",
        meaning=_word("năm"),
        examples={"tháng 11 nãm 2023": "tháng 11 năm 2023"},
    ),
    Repair(
        name="scanned-thứ",
        pattern=r"(?<!\w)(?:thử|thú|thừ|thữ|thủ)(?= (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?:,| ?\(|,? ngày| hằng|,?"
        r" \d{1,2}/|\Z))",
        meaning=_word("thứ"),
        examples={"thử Sáu, ngày 24/11".lower(): "thứ sáu, ngày 24/11"},
        not_examples=("thử 2 lần",),
    ),
    Repair(
        name="scanned-giờ",
        pattern=r"(?<=\d )(?:giò|gíờ|giớ|giở|gìơ|giơ|gió)(?!\w)",
        meaning=_word("giờ"),
        examples={"14 giò 30": "14 giờ 30"},
    ),
    Repair(
        name="scanned-đến",
        pattern=r"(?<!\w)(?:đển|đễn|(?<=\d )đền)(?= (?:hết |ngày |\d))",
        meaning=_word("đến"),
        examples={
            "từ 10/11 đển ngày 12/11": "từ 10/11 đến ngày 12/11",
            "từ ngày 22/7 đền 26/7": "từ ngày 22/7 đến 26/7",
        },
        not_examples=("dâng hương tại đền ngày 10/3",),
    ),
    Repair(
        name="scanned-ngay-before-a-date",
        pattern=r"(?<!\w)(?<!làm )(?<!thực hiện )(?<!triển khai )ngay(?= \d{1,2}/\d{1,2}(?:/\d{4})?(?![/\d]))",
        meaning=_word("ngày"),
        examples={"họp ngay 24/11/2023": "họp ngày 24/11/2023"},
        unmarked=False,
        not_examples=("làm ngay 02 nội dung",),
    ),
    Repair(
        name="scanned-figures-of-a-date-in-words",
        pattern=r"(?<!\w)(?P<head>ngày )?(?P<day>[0-3lioz]?[\dolqsbzg]) tháng (?P<month>[1li]?[\doli])"
        r"(?P<rest> năm 2[o0][\doli][\doliz])?(?![\w/])",
        meaning=_date_in_words,
        examples={
            "l4 tháng 11 năm 2023": "14 tháng 11 năm 2023",
            "ngày 24 tháng l1 năm 2o23": "ngày 24 tháng 11 năm 2023",
            "ngày z1 tháng 11": "ngày 21 tháng 11",
        },
        not_examples=("24 tháng 11 năm 2023", "i tháng l"),
    ),
    Repair(
        name="scanned-tuần",
        pattern=r"(?:(?<=thượng )|(?<=trung )|(?<=hạ )|(?<=hằng )|(?<=mỗi ))(?:tuân|tuẩn|tuấn)(?!\w)",
        meaning=_word("tuần"),
        examples={"trung tuân tháng 8": "trung tuần tháng 8", "hằng tuân": "hằng tuần"},
    ),
    Repair(
        name="scanned-dự-kiến",
        pattern=r"(?<!\w)(?:dư|đự|dụ) kiến(?!\w)",
        meaning=lambda _: "dự kiến",
        examples={"dư kiến ngày 24/11": "dự kiến ngày 24/11"},
    ),
    Repair(
        name="scanned-space-in-month",
        pattern=r"(?<!\w)(?P<day>(?:ngày )?\d{1,2})/(?P<tens>[1l|i]) (?P<units>[0-2olzi])(?P<rest>/(?:19|20)\d\d)"
        r"(?!\w)",
        meaning=_spaced,
        examples={
            "24/1 1/2023": "24/ 11/2023",
            "24/l l/2023": "24/ 11/2023",
            "ngày 24/1 1/2023": "ngày 24/ 11/2023",
        },
    ),
    Repair(
        name="scanned-slashes",
        pattern=r"(?<!\w)(?P<day>\d{2})[l|i](?P<month>[01]\d)[l|i](?P<year>20\d\d)(?!\w)",
        meaning=_no_slashes,
        examples={"24l11l2023": "24/11/2023"},
    ),
    Repair(
        name="scanned-figures-of-a-range",
        pattern=r"(?<!\w)(?P<head>ngày )?(?P<day>[0-3][\doliszb]|[lioz]\d|[li][olis])"
        r"(?P<to> ?(?:-|,|và|đến)(?: ngày)? ?)(?P<last>[0-3lioz]?[\doliszb])/(?P<month>[01li]?[\doli])(?!\w)",
        meaning=_range,
        examples={
            "0l - 07/10/2024": "01 - 07/10/2024",
            "ngày 1l, l2/10": "ngày 11, 12/10",
            "ngày lo đến ngày l5/10": "ngày 10 đến ngày 15/10",
        },
        not_examples=("01 - 07/10", "lo đến 15/10", "2o - 12/5"),
    ),
    Repair(
        name="scanned-figures-of-a-date",
        pattern=rf"(?<!\w)(?:ngày {_N}{{1,2}} ?[/.-] ?{_N}{{1,2}}(?: ?[/.-] ?[\dolizsbg]{{4}})?"
        rf"|{_N}{{1,2}}/{_N}{{1,2}}/[\dolizsbg|]{{4}})(?![\w/])",
        meaning=_date,
        examples={
            "ngày 2o/11/2023": "ngày 20/11/2023",
            "l4/11/2023": "14/11/2023",
            "ngày 3o/8": "ngày 30/8",
            "ngày 03/07/202s": "ngày 03/07/2025",
            "ngày 03-07-202s": "ngày 03-07-2025",
            "15/l2/2021": "15/12/2021",
            "i8/3/20l3": "18/3/2013",
            "ngày 12/0q/2025": "ngày 12/09/2025",
        },
        not_examples=("b/c", "đ/c"),
    ),
    Repair(
        name="scanned-figures-of-a-month",
        pattern=r"(?<=tháng )(?:[li][0-2]|1[oli]|[li][oli](?=/20))(?!\w)",
        meaning=_month,
        examples={"tháng l0": "tháng 10", "tháng ll/2024": "tháng 11/2024"},
        not_examples=("tháng lo", "tháng 12"),
    ),
    Repair(
        name="scanned-figures-of-an-hour",
        pattern=r"(?<!\w)(?:[\doli|]{1,2}|[12li][sbzg])[h:][\doqdlisbz]{2}(?!\w)",
        meaning=_clock,
        examples={"7h3o": "7h30", "7hoo": "7h00", "8ho0": "8h00", "l3h3o": "13h30", "1sh30": "15h30"},
    ),
    Repair(
        name="scanned-noughts-of-an-hour",
        pattern=r"(?<!\w)(?P<hour>[\doli|]{1,2})g(?P<minute>[0-5]o|o[o\d])(?!\w)",
        meaning=_clock_with_g,
        examples={"7g3o": "7g30", "8goo": "8g00", "l3g3o": "13g30"},
        not_examples=("8g30",),
    ),
    Repair(
        name="scanned-figures-of-an-hour-in-words",
        pattern=r"(?<!\w)[\doli|]{1,2} giờ [0-5o][\doqdli](?= phút|[ ,;:.)']|\Z)",
        meaning=_clock_in_words,
        examples={"18 giờ 3o": "18 giờ 30", "l4 giờ oo phút": "14 giờ 00 phút", "l4 giờ 30": "14 giờ 30"},
        not_examples=("8 giờ 30",),
    ),
    Repair(
        name="scanned-figures-of-a-year",
        pattern=r"(?<!\w)(?P<before>năm )(?P<year>2[o0][\doliz][\dolizs])(?!\w)",
        meaning=_year,
        examples={"tháng 11 năm 2o23": "tháng 11 năm 2023"},
    ),
    Repair(
        name="scanned-figures-of-a-day",
        pattern=r"(?<!\w)(?P<before>ngày )(?P<day>[0-3lioz][olizsb\d])(?= tháng|,| và| đến|\Z)",
        meaning=_day,
        examples={"ngày 2o tháng mười": "ngày 20 tháng mười", "từ ngày l0 đến": "từ ngày 10 đến"},
    ),
)

_EVERY = "|".join(
    f"(?P<r{index}>{re.sub(r'[(][?]P<[a-z]+>', '(?:', one.pattern)})" for index, one in enumerate(REPAIRS)
)
_ALL = re.compile(rf"(?<!\w)(?:{_EVERY})")
"""All of them at once; each begins where a word does."""
_FIGURE_HINT = re.compile(
    r"\d(?:[hg][oqd]|[oqdli|!sbzg]|/\d \d/|(?<=[oqdli|!sbzg].))|/[li|] |giờ o|\b[li][lio](?:/\d| đến)"
)
"""What a repair of figures must have; nearly no text has it."""
FIGURE_BEGINNINGS = (
    rf"\d.{{0,8}}?(?:(?<=\d)(?:[hg][oqd]|[{_LIKE_DIGIT}]|/\d \d/)|(?<=[{_LIKE_DIGIT}])\d|/[li|] )"
    rf"|\d\d? ?[/.-] ?\d\d? ?[/.-]|[{_LIKE_DIGIT}]\d|giờ o|[li][lio](?:/\d| đến)"
)
"""With what figures begin in which that may stand; of a date with its year the beginning does not show all."""
BEGINNINGS = (
    r"ng(?:[àảáãạ]v|[ảáãạ][yvỵ]|àỵ|ạy|àỳ|ầy|aỳ|ay \d)|nq(?:[ảáãạ][yvỵ]|à)|n(?:ãm|ảm|ăin|ám|ăn )|g(?:[iì]ơ|ió|i[òớở]|íờ)"
    r"|th(?:(?:[ảàã]n[gq]|ánq) ?[li\d]|[ửúừữủ] )|tu[âẩấ]n|d[ưụ] kiến|chi[êể]u |chìều |đ(?:ự kiến|[ểễề]n )"
)
"""With what a word begins that is repaired; nearly no text has one."""
_EACH = tuple(re.compile(one.pattern) for one in REPAIRS)


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repair made: its place, what stood there, what was read, and the rule."""

    start: int
    end: int
    was: str
    now: str
    rule: str


def may_hold_confused_figures(matching: str) -> bool:
    """Whether letters stand among the figures of a text as a scanner's do; right only when it says no."""
    return _FIGURE_HINT.search(matching) is not None


def repair(matching: str, *, unmarked: bool = False) -> tuple[str, list[Repaired]]:
    """A text in matching form with what a scanner confused put right, and what was changed; places do not move."""
    done: list[Repaired] = []
    for _ in range(2):  # a word put right may make the number behind it certain
        found = list(_ALL.finditer(matching))
        changes = [change for one in found if (change := _change(one, matching, unmarked=unmarked))]
        if not changes:
            break
        done += changes
        parts: list[str] = []
        place = 0
        for change in changes:
            parts += (matching[place : change.start], change.now)
            place = change.end
        matching = "".join((*parts, matching[place:]))
    return matching, done


def _change(found: re.Match[str], matching: str, *, unmarked: bool) -> Repaired | None:
    index = int((found.lastgroup or "r0")[1:])
    if unmarked and not REPAIRS[index].unmarked:
        return None
    exact = _EACH[index].match(matching, found.start())
    now = REPAIRS[index].meaning(exact) if exact else None
    if now is None or now == found[0]:
        return None
    return Repaired(found.start(), found.end(), found[0], now, REPAIRS[index].name)
