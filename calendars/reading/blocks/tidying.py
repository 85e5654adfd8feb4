"""One spelling of spaces, hyphens and marks, line by line; what a line says stays as it is."""

import re
import unicodedata
from dataclasses import replace

from calendars.documents.document import Line, Role, Table
from calendars.layouts.marks import DINGBATS
from calendars.layouts.shapes import looks_like_person, looks_like_time, tells_an_act
from calendars.layouts.timelabels import is_day_label, is_week_heading
from calendars.reading.blocks.english_days import may_tell, with_vietnamese_days

_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u3000\t\x0b\x0c"), " ")
_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff"), None)
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_CLEANING = {**_SPACES, **_NOTHING, **_HYPHENS}
# A chat's pictures before a line: "📌 LỊCH TUẦN", "🔸 Thứ 2 - 22/4"; "➢" and "✓" mark items of a list.
_SIGN = re.compile(
    rf"^\s*(?:(?![{''.join(DINGBATS)}])[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?\s*)+(?=\S)"
)
# Before the place or the hour within a line: "8h00 | Họp | 📍 Hội trường", "Họp tổ 📍 P.301".
_SIGN_OF_CELL = re.compile(r"(?<=\|)\s*[\u2300-\u23ff\U0001f300-\U0001faff]\ufe0f?\s*")
_SIGN_OF_PLACE = re.compile(r"(?<=[\w)\"”])\s+\U0001f4cd\ufe0f?\s*(?:tại\s)?")
_TO_CLEAN = re.compile(f"[{''.join(map(chr, _CLEANING))}]")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{2})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_STRUCK_AND_SAID = re.compile(  # "~~Làm việc với huyện~~ (hoãn)" tells what is put off
    r"~~(?=\S)([^~]+)(?<=\S)~~(?=\s?[(–-]\s?(?:đã |tạm )?(?:hoãn|hủy|huỷ|dời|chuyển|lùi)\b)", re.IGNORECASE
)
_STRUCK = re.compile(r"(?:\*\*)?~~(?=\S)[^~]+(?<=\S)~~(?:\*\*)?\s?")  # what is struck out holds no more
_SLANTED = re.compile(r"(?<!\w)_\(([^()]*)\)_(?!\w)")
# "06/5 → Họp", "08.5 = Kiểm tra", "**06/5 7h30** — Họp": what is on then stands behind the sign.
_DAY_AND_SIGN = re.compile(
    r"(?P<day>\s*(?:[-+•]\s)?(?:(?:thứ \w{1,3}|chủ nhật|t[2-7]|cn),?\s)?(?:ngày\s)?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?"
    r"(?:\s?\((?:thứ \w{1,3}|chủ nhật|t[2-7]|cn)\))?"
    r"(?:,?\s\d{1,2}(?:[hg]\d{0,2}|:\d\d))?)\s*(?:→|⇒|➔|=>|->|=|—|>>)\s+(?=[^\W\d])",
    re.IGNORECASE,
)
_PART_AND_SIGN = re.compile(  # "Sáng — Họp giao ban"
    r"(?P<part>\s*(?:[-+•]\s)?(?:buổi )?(?:sáng|trưa|chiều|tối|cả ngày))\s+—\s+(?=\S)", re.IGNORECASE
)
# "Ngày: Kiểm tra thực địa" among lines of hours and halves; before a day or a rule it is but a label.
_ALL_DAY = re.compile(
    r"(?P<lead>[\s*•+-]*)(?:ban |suốt )?ngày\s?:\s+(?=[^\W\d])(?!(?:thứ|chủ nhật|cn|t[2-7]|từ|mùng|mồng|rằm|sáng"
    r"|chiều|tối|trưa|buổi|cả|hằng|hàng|mỗi|các|đầu|cuối|giữa|theo|dự kiến|lúc|trước|sau|ngày|hôm|tháng|tuần|giờ)\b)",
    re.IGNORECASE,
)
_DAY_IN_BRACKETS = re.compile(  # "(06/5) Họp giao ban"
    r"(?P<mark>\s*(?:[-+•]\s)?)\((?P<day>\d{1,2}/\d{1,2}(?:/\d{4})?)\)\s*[:–-]?\s+(?=[A-ZĐÀ-Ỹ])"
)
# The lunar day of "Thứ Bảy 22/3/2025 (tức 23 tháng Hai năm Ất Tỵ)" and "02/3 (mùng 3 tháng 2 âm lịch): Lễ hội".
_BY_THE_MOON = re.compile(
    r"\s*\((?:tức|nhằm|âm lịch|ÂL|AL)\b[^()]{1,60}\)"
    r"|\s*\([^()]{1,40}\b(?:âm lịch|ÂL|AL)(?:\s*[-–,;]\s[^()\d]{2,40})?\)"
    r"|\s*\((?:ngày\s)?(?:(?:mùng|mồng)\s\d{1,2}|rằm|\d{1,2}(?=\s(?:tháng\s)?(?:chạp|giêng|tết)\)))"
    r"(?:\s[^\W\d]{2,7}){0,2}\)",
    re.IGNORECASE,
)
_LUNAR = re.compile(r"\b(?:âm lịch|ÂL|AL|giêng|chạp|rằm|mùng|mồng)\b", re.IGNORECASE)
_WITH_YEAR = re.compile(r"[/.-](?:19|20)\d\d\b")
_OF_THE_MOON = ("tức ", "nhằm ", "âm lịch", "ÂL", "AL", "mùng ", "mồng ", "rằm", "hạp)", "iêng)", "ết)")
_CAPTION = re.compile(
    r"(?:[^\d:]{3,160}[.,)]?\s)?\(?(?:Ảnh|Hình|Nguồn ảnh|Ảnh minh họa):\s?[^():\d]{2,40}\)?\.?"
)
_GAP = "   "
_LEANING = re.compile(r"(?<![\w_])_([^\W_][^_|\n]{1,80}?(?<!\s))_(?![\w_])")  # "| _Dự phòng_ |"
_OPEN_EMPHASIS = re.compile(r"^\s*\*\*(?=\S)|(?<=\S)\*\*\s*$")
_MARKDOWN_HEADING = re.compile(r"^\s*#{1,6}\s+(?=\S)")
_LEADER = re.compile(r"(?<=\S)\s+(?:\.{3,}|…+)\s*(?=\S)")
_SOME_WORDS = 2
_SHORT_LABEL = 24  # letters
# So "Điều chỉnh lần 1 (10h ngày 14/11): Họp chi bộ chuyển sang ..." tells which paper this is.
_REVISION = re.compile(
    r"(?P<what>[\s*•+-]*(?:Điều chỉnh|Bổ sung|Cập nhật|Thay đổi)) lần (?:thứ )?\w{1,4}(?:,? \([^()]{4,40}\))?:\s(?=\S)"
)
_CHAIR = re.compile(r"(?P<lead>[\s*•+-]*)CT\s?:\s+(?P<who>[^:;\d]{2,40})")
_RULE = re.compile(r"^\s*(?:[-_=*—–]\s*){3,}$")
_DRAWN = tuple("-_=*—–")
_ORNAMENT = re.compile(r"^\s*([=~*_#.•-])\1{1,}\s*(?=[^\W_])(.*?\S)\s*\1{2,}\s*$")  # "=== Thứ Hai 05/10 ==="
# ">> TUẦN 1", "» Thứ Hai", "=> THÔNG BÁO", "◆ Thứ Ba ◆"; "- " and "+ " mark items of a list.
_DRAWN_BEFORE = re.compile(
    r"^\s*(?:[>»›=~◆◇※§♦◈☞☛❯][>»›=~◆◇※§♦◈☞☛❯ ]{0,8}|->|[+]{2,6}|-{2,6}>?|[─━═├└┣┗╰][─━═]{0,6})\s*(?=[^\W_])"
)
_DRAWN_SIGNS = frozenset((*'>»›=~◆◇※§♦◈☞☛❯+-[<“"─━═├└┣┗╰', *DINGBATS))
_DRAWN_BEHIND = re.compile(r"\s+[<«‹=~◆◇※§♦◈✦★☆❖❮+*─━═-]{1,6}\s*$")
_FRAMED = re.compile(
    r"^\s*(?:\[(?=[^\[\]]{3,80}\]\s*:?\s*$)|<(?=[^<>]{3,80}>\s*:?\s*$)|[“\"](?=[^“”\"]{3,80}[”\"]\s*:?\s*$))"
    r"(?P<inner>.*)[\]>”\"]\s*:?\s*$"
)


_PICTURE = re.compile("[\U0001f300-\U0001faff]")
# What most lines have none of: whatever the patterns above ask for that is no letter, figure or sign of a sentence.
_ODD_SIGNS = f"{''.join(map(chr, _CLEANING))}*_~\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_ODD = re.compile(f"[{_ODD_SIGNS}]")
_SELDOM = re.compile(f"[{_ODD_SIGNS}#→⇒➔=>—·]")  # these, and what the looks at a whole line ask for besides


# "học kỳ I05-16/9/2022", "đầu năm học26/9-30/9/2022", "Đợt tháng 9/2022:22/8/2022": cells that a page ran together.
_GLUED = re.compile(
    r"\d(?<=[a-zà-ỹđI:].)(?:(?<=[a-zà-ỹđ]{2}.)|(?<=\sI.)|(?<=\sII.)|(?<=/20\d\d:.))"
    r"(?=\d?(?:/\d{1,2})?(?:\s?[-–]\s?\d{1,2}/\d{1,2}|/\d{1,2})?/20\d\d(?!\d))"
)


def tidy(text: str) -> str:
    """NFC, plain spaces and hyphens, no invisible characters, no Markdown emphasis; the words stay as they are."""
    return _tidied(text, is_odd=_ODD.search(text) is not None)


def _tidied(text: str, *, is_odd: bool) -> str:
    text = unicodedata.normalize("NFC", text)
    if is_odd:
        text = _without_pictures(text)
    if text.lstrip()[:1] in _DRAWN_SIGNS:
        text = _undecorated(text)
    if ("..." in text or "…" in text) and (found := _LEADER.search(text)):
        text = _without_leader(text[: found.start()], text[found.end() :]) or text
    if "/20" in text:
        text = _GLUED.sub(r" \g<0>", text)
    return _plain(text) if is_odd else text


def _without_pictures(text: str) -> str:
    if _SIGN.match(text):
        text = _SIGN.sub("", text)
    return _SIGN_OF_PLACE.sub(", tại ", _SIGN_OF_CELL.sub(" ", text)) if _PICTURE.search(text) else text


def _plain(text: str) -> str:
    """A text without signs that nobody sees or that only Markdown needs."""
    if _TO_CLEAN.search(text):
        text = text.translate(_CLEANING)
    if "~~" in text:
        text = _STRUCK.sub("", _STRUCK_AND_SAID.sub(r"\1", text))
    if "_(" in text:
        text = _SLANTED.sub(r"(\1)", text)
    if "_" in text:
        text = _LEANING.sub(r"\1", text)
    if "*" in text or "__" in text:
        text = _OPEN_EMPHASIS.sub("", _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text)))
    return text


def _without_leader(before: str, behind: str) -> str | None:
    """Two columns joined by dots, of which one is a time ("18/5 ..... Tọa đàm"), with a colon; None for others."""
    told = next((text for text in (before.strip(" -*•+"), behind.strip()) if looks_like_time(text)), "")
    named = any(map(str.isdigit, told)) or len(told.split()) >= _SOME_WORDS
    return None if not named else f"{before[:1].upper()}{before[1:].rstrip(' :')}: {behind}"


def _undecorated(text: str) -> str:
    """A line without the signs drawn before and behind it, and a day or week without the brackets round it."""
    if found := _FRAMED.match(text):
        inner = found["inner"].strip(" :")
        return inner if is_day_label(inner) or is_week_heading(inner) else text
    plain = _DRAWN_BEFORE.sub("", text)
    return _DRAWN_BEHIND.sub("", plain) if plain != text or text.lstrip().startswith(DINGBATS) else text


_CLOCK = r"\d{1,2}\s?(?:[hg]\s?\d{0,2}|:\d\d)"
_HEADS_ROWS = re.compile(
    rf"\s*(?:(?:[IVX]{{1,4}}|[A-HĐ])\s?[.)/]?|{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?)\t(?=[^\W\d])[^\t]{{2,100}}$"
)


def is_tabbed(text: str, *, below: bool) -> bool:
    """Whether tabs part the cells of a row; below such a row also one whose later cells are all empty.

    There a number or letter and one tab head a group of rows ("A" / "CÔNG TÁC CHUYÊN MÔN"), and an hour and one tab
    are a row without its last cells.
    """
    if below and _HEADS_ROWS.match(text):
        return True
    return text.strip(" \n").count("\t") > 1 and (below or "\t" in text.strip())


def _is_day_and_tab(text: str) -> bool:
    """Whether the only tab stands behind a day: "Ngày 15/1", tab, "Đón đoàn"."""
    day, tab, thing = text.partition("\t")
    return bool(tab and thing.strip()) and "\t" not in thing and is_day_label(day.strip())


def tidy_line(line: Line, *, tabbed: bool) -> Line:
    """A line tidied, a Markdown heading as a heading, a drawn rule as nothing; `tabbed`: its tabs part cells."""
    if not line.text:
        return line
    seldom = _SELDOM.search(line.text) is not None
    text = _tidied(
        line.text.replace("\t", " | " if tabbed else _GAP)
        if seldom and (tabbed or ("\t" in line.text and _is_day_and_tab(line.text)))
        else line.text,
        is_odd=seldom,
    )
    if seldom and "#" in text and (found := _MARKDOWN_HEADING.match(text)):
        return replace(line, text=text[found.end() :].strip(), role=Role.HEADING, whole=True)
    text = text.rstrip()
    if seldom and (found := _DAY_AND_SIGN.match(text)):
        text = f"{found['day']}: {text[found.end() :]}"
    elif seldom and "—" in text[:20] and (found := _PART_AND_SIGN.match(text)):
        text = f"{found['part']} – {text[found.end() :]}"
    elif "(" in text[:6] and _GAP not in text.strip() and (found := _DAY_IN_BRACKETS.match(text)):
        text = f"{found['mark']}{found['day']}: {text[found.end() :]}"
    elif "gày:" in text[:_SHORT_LABEL] and (found := _ALL_DAY.match(text)):
        text = f"{found['lead']}Cả ngày: {text[found.end() :]}"
    if "(" in text and any(map(text.__contains__, _OF_THE_MOON)):
        text = _by_the_sun(text)
    if "CT" in text[:6] and (found := _CHAIR.fullmatch(text)) and _is_somebody(found["who"]):
        text = f"{found['lead']}Chủ trì: {found['who']}"
    if " lần " in text[:_SHORT_LABEL] and (found := _REVISION.match(text)):
        text = f"{found['what']}: {text[found.end() :]}"
    if text[:3] in ("AM:", "PM:"):
        text = f"{'Sáng' if text[0] == 'A' else 'Chiều'}{text[2:]}"
    if may_tell(text):
        text = with_vietnamese_days(text)
    if seldom and "·" in text[:_SHORT_LABEL] and is_day_label(day := text.replace("·", ",").strip()):
        text = day
    if text.endswith(_DRAWN):
        if _RULE.match(text):
            text = ""
        elif found := _ORNAMENT.match(text):
            text = found[2]
    return line.with_text(text)


def _by_the_sun(text: str) -> str:
    """A line without the lunar day that stands in brackets right behind the label of its day."""
    found = _BY_THE_MOON.search(text)
    if found is None or ("năm " in found[0] and not _WITH_YEAR.search(text, 0, found.start())):
        return text  # the lunar year is all that tells which it is
    label = text[: found.start()]
    if _LUNAR.search(label) or not is_day_label(label.strip(" -+*•" + "".join(DINGBATS))):
        return text
    return f"{text[: found.start()]}{text[found.end() :]}"


def _is_somebody(text: str) -> bool:
    return looks_like_person(text) and not tells_an_act(text)


def tidy_table(table: Table) -> Table:
    """A table with the lines of its cells tidied, and no blank ones."""
    cells = []
    for cell in table.cells:
        lines = [tidy_line(line, tabbed=is_tabbed(line.text, below=False)) for line in cell.lines]
        cells.append(replace(cell, lines=tuple(line for line in lines if line.text.strip())))
    return replace(table, cells=tuple(cells))


def says_something(text: str) -> bool:
    """Whether a line is neither blank nor what stands below a picture ("Đại biểu xem tranh. (Ảnh: Văn An)")."""
    return not text.isspace() and text != "" and not ("nh:" in text and _CAPTION.fullmatch(text.strip()))
