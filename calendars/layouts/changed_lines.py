"""Lines that tell of one thing when it had been planned and when it is held now, put as one sentence.

    1. Thay đổi thời gian họp Ban Thường vụ:        (or a sentence that ends with "như sau:")
       - Thời gian cũ: ngày 03/11.
       - Thời gian mới: ngày 04/11.

Tables of changes have columns for the two (`changed_times`); the words that head them are the same.
"""

import re
from collections.abc import Sequence

from calendars.layouts.bare import as_typed
from calendars.layouts.node import Node
from calendars.layouts.words import fold, layout_words

_LONGEST_HEAD = 40
_A_NAME = 2  # words
_BOTH = 2  # lines
_FIGURE, _WORD = re.compile(r"\d"), re.compile(r"[^\W\d]+")
_AS_FOLLOWS = re.compile(r"[\s,]*(?:(?:cụ thể\s+)?như sau|cụ thể)?\s*[:.;]?\s*$", re.IGNORECASE)
_ITS_TIME = re.compile(
    r"^(?P<before>[^:]*?)\b(?:thay đổi|điều chỉnh|chuyển|đổi|lùi|dời)\s+(?:thời gian|lịch|ngày giờ|ngày|giờ)\s+"
    r"(?:(?:tổ chức|diễn ra|của)\s+)*",
    re.IGNORECASE,
)
# With diacritics, and not in names: "Tọa đàm về chuyển đổi số", "Hội thảo đổi mới", "Đội bóng đá"
_CHANGES = re.compile(
    r"\b(?:thay đổi|(?<!chuyển )đổi(?! mới)|chuyển(?! (?:đổi|giao|đề|môn|gia))|điều chỉnh|lùi|dời|hoãn|đính chính)\b",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(  # "Văn phòng xin đính chính Giấy mời dự Diễn đàn A"
    r"[^:\n]{0,80}?\b(?:đính chính|sửa)\s+(?:(?:lại|nội dung|thời gian|ngày giờ|ngày|trong|tại|ghi)\s+){0,3}"
    r"(?:giấy mời|thư mời|thông báo|công văn)(?:\s+số\s+\S+)?(?:,?\s+ngày\s+\d\S*)?\s+"
    r"(?:(?:về việc|mời|tham dự|dự|về)\s+){1,3}(?P<what>\S[^\n]{5,})",
    re.IGNORECASE,
)
_CALLED = re.compile(  # a label whose value is the meeting's name
    r"[\s*+•-]*(?:tên |nội dung )?(?:cuộc họp|buổi họp|hội nghị|sự kiện|hoạt động|chương trình"
    r"|nội dung)\s*:\s*(?=[^\W\d])",
    re.IGNORECASE,
)
_MAY_NAME = re.compile(r"[^\W\d][^:.;\n]{5,110}")
# A line that tells when what is named above it was to be, or what becomes of it.
_TOLD_OF_IT = re.compile(
    r"(?!Nay\s+(?:thông báo|đề nghị|báo))(?:(?:nay|được|sẽ|đã|tạm|xin|vẫn)\s+){0,3}"
    r"(?:chuyển(?! (?:giao|đổi|tiếp))|dời|rời|lùi|hoãn|đẩy (?:sớm|lên|lùi|sang)|hủy|huỷ|giữ nguyên"
    r"|đổi (?:sang|thành|từ)|không (?:có gì )?(?:thay )?đổi|thay đổi|điều chỉnh|thông báo:|ấn định|diễn ra"
    r"|(?:không )?tổ chức(?= (?:lại|vào|ngày|buổi|chiều|sáng|lúc)))[\s:,]"
    r"|(?:trước đây|ban đầu|(?:lịch|thời gian|giờ|ngày) cũ)\b",
    re.IGNORECASE,
)
# What stands between its verb and its time.
_BETWEEN = frozenset(
    "từ sang vào các ngày lúc hồi thứ hai ba tư năm sáu bảy chủ nhật buổi cuộc phiên sáng chiều tối lại lên sớm là"
    " trước đây dự kiến ấn định ban đầu tổ chức họp khai mạc diễn ra thời gian giờ như đã thông báo đến hết".split()
)
_ALONE = {"former": ("tu", "truoc", "cu"), "changed": ("sang", "thanh", "nay", "moi")}
_NAMES_ITSELF = re.compile(r"[“\"«][^\W\d][^:]{4,80}:\s")
# Figures that are no time: "Lớp tiếng Hmông (45/80 học viên đăng ký)", "Trại hè (60 em từ 11 - 15 tuổi)".
_COUNTED = re.compile(
    r"\((?:\d{1,4}/\d{1,4} [^\W\d][^()]*|(?![^()]*(?:\d\s?[/hg:]|\d giờ|tháng \d))[^()]*)\)"
)
_NOT_YET = re.compile(
    r"chưa (?:ấn định|xác định|có|rõ|chốt|công bố)\b|(?:thời gian )?(?:sẽ (?:có )?)?(?:thông )?báo sau\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"(?:vẫn |thời gian |lịch |giờ |ngày )*(?:giữ nguyên|không (?:có gì )?(?:thay )?đổi)", re.IGNORECASE
)
_IS_OFF = re.compile(
    r"(?:tạm )?(?:hoãn|dừng)\b|(?:không|chưa) (?:tổ chức|họp|mở|học|thi|diễn ra)\b|hủy\b|huỷ\b", re.IGNORECASE
)
_DAY_OR_HOUR = re.compile(r"\d\s*[/hg:.-]\s*\d|\d\s+(?:giờ|tháng)|\d\s?[hg]\b", re.IGNORECASE)


def with_changes_in_lines(nodes: Sequence[Node]) -> list[Node]:
    """The nodes of an outline, what is moved joined with the two times that stand below it or right behind it."""
    kept: list[Node] = []
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        _tell_below(node)
        _tell_behind(node)
        kept.append(node)
        if len(kept) > 2 and _is_named(kept[-3]) and (times := two_times(kept[-2:])):
            _tell(kept[-3], times, kept[-2:])
            del kept[-2:]
            waiting += reversed(
                node.children
            )  # "- Họp B" stands no deeper than "- Họp A" did, above "a) ..., b) ..."
    return kept


def _is_named(node: Node) -> bool:
    """Whether a line says what is moved and no time of its own."""
    text = node.text.rstrip()
    if (called := _CALLED.match(text)) is not None:
        return _DAY_OR_HOUR.search(text, called.end()) is None
    return (text.endswith(":") or _MAY_NAME.fullmatch(text) is not None) and not _tells_a_time(text)


def _tells_a_time(text: str) -> bool:
    return _DAY_OR_HOUR.search(_COUNTED.sub("", text) if "(" in text else text) is not None


def joined_lines(lines: Sequence[str]) -> list[str]:
    """The lines of a paragraph, one that says what is moved joined with the two below it that tell its times.

    Before the verb it may tell the day of something else ("Do sáng ngày 20/7 ... dự họp, Sở thay đổi giờ họp A:").
    """
    kept: list[str] = []
    for line in lines:
        kept.append(line)
        if len(kept) > 2 and (times := times_of(kept[-2:])):
            what = _moved_thing(kept[-3])
            if what and _AS_FOLLOWS.search(kept[-3]) and not _tells_a_time(what):
                kept[-3:] = [_sentence(what, times)]
    return kept


def becomes_of_it(text: str) -> bool:
    """Whether a line says nothing but what becomes of the thing above it, and when ("Lùi từ 22/3 sang 29/3.")."""
    found = _TOLD_OF_IT.match(text) if text[:1].isupper() and _DAY_OR_HOUR.search(text) else None
    figure = _FIGURE.search(text, found.end()) if found else None
    return (
        found is not None
        and figure is not None
        and _BETWEEN.issuperset(_WORD.findall(text[found.end() : figure.start()].lower()))
    )


def _tell_behind(node: Node) -> None:
    """Join a name with what becomes of it, told in lines of their own ("Hội thao" over "Chuyển từ 20/3 sang 27/3.")."""
    name, _, behind = node.text.partition("\n")
    beside = [] if behind else node.children[:_BOTH]
    told = [behind] if behind else [child.text for child in beside if not child.children]
    if (
        not told
        or "\n" in behind  # lines of which each has its label: "Đã thông báo: ..." over "Nay tổ chức: ..."
        or len(told) < len(beside)
        or _MAY_NAME.fullmatch(name.strip()) is None
        or _tells_a_time(name)
    ):
        return
    if all(map(becomes_of_it, told)):
        if beside:
            told = ["; ".join(text.rstrip(" .;") for text in told)]
        node.text = f"{name}: {told[0]}"
        for child in beside:
            node.passages.extend(child.passages)
        del node.children[: len(beside)]


def _tell_below(node: Node) -> None:
    for place in range(len(node.children) - 1):
        pair = node.children[place : place + 2]
        if (times := two_times(pair)) and not _tells_a_time(node.text):
            _tell(node, times, pair)
            node.children[place : place + 2] = pair[-1].children
            return


def _tell(node: Node, times: tuple[str, str], lines: Sequence[Node]) -> None:
    node.text = _sentence(_moved_thing(node.text), times)
    for line in lines:
        node.passages.extend(line.passages)
        if rest := line.text.partition("\n")[2]:
            node.text = f"{node.text}.\n{rest}"


def _moved_thing(text: str) -> str:
    """What a line says is moved: behind the verb, or before it ("Lớp bồi dưỡng A thay đổi lịch học:")."""
    text = _CALLED.sub("", _AS_FOLLOWS.sub("", text), count=1)
    if of_paper := _OF_A_PAPER.fullmatch(text):
        return of_paper["what"]
    found = _ITS_TIME.match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    before = found["before"].strip(" ,-+*")
    return before if len(rest.split()) < _A_NAME <= len(before.split()) else rest


def _sentence(what: str, times: tuple[str, str]) -> str:
    old, new = times
    written = f"{what}{old}{new}"
    if _STAYS.match(new):
        return as_typed(written, f"{what}: {old}; {new}")
    if _NOT_YET.match(new):
        return as_typed(written, f"Hoãn {what} ({old}); thời gian thông báo sau")
    if _IS_OFF.match(new):
        return as_typed(written, f"{what} {old}: {new}")
    if _CHANGES.search(what):
        return as_typed(written, f"{what} từ {old} sang {new}")
    return as_typed(written, f"{what}: từ {old} chuyển sang {new}")


def two_times(lines: Sequence[Node]) -> tuple[str, str] | None:
    """(the old time, the new one) of two lines that tell them, in whichever order; None of any other lines.

    Each must have a day or an hour: "Thời gian cũ: như trên" tells nothing.
    """
    if any(line.children for line in lines[:-1]):
        return None
    return times_of([line.text for line in lines])


def times_of(lines: Sequence[str]) -> tuple[str, str] | None:
    """(the old time, the new one) of two lines as they stand, in whichever order; None of any other lines."""
    told = {which: time for line in lines for which, time in _time_of(line)}
    return (told["former"], told["changed"]) if len(told) == len(lines) == 2 else None


def _time_of(text: str) -> list[tuple[str, str]]:
    head, colon, rest = text.partition("\n")[0].partition(":")
    folded, rest = fold(head.strip(" -+*")), rest.strip(" .;")
    timed = _DAY_OR_HOUR.search(rest) is not None
    if (
        not colon
        or len(folded) > _LONGEST_HEAD
        or not (timed or any(told.match(rest) for told in (_STAYS, _IS_OFF, _NOT_YET)))
    ):
        return []
    if _NAMES_ITSELF.match(rest):  # 'Đã in: "Phiên trọng thể: 7h30 ngày 16/5"'
        return []
    rest = rest.strip('“”" .;') or rest
    words = layout_words()
    return [
        (which, f"{rest[0].lower()}{rest[1:]}")
        for which in ("former", "changed")
        if folded in _ALONE[which] or words[f"columns_of_changes.{which}"].search(folded) is not None
    ][:1]
