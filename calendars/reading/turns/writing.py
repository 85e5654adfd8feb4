"""How a day or a number is written: hyphens, letters for halves of a day, what a scanner made of figures."""

import re
from collections.abc import Iterable
from datetime import date

from calendars.layouts.words import lowered
from calendars.reading.turns.turn import Turn, in_one_month, told
from calendars.times import DaySpan

_LONGEST = 100  # days of a period in which a day and month tells a day, and no share
_HALVES = {"S": "Sáng", "C": "Chiều", "T": "Tối"}
_DIGITS = str.maketrans("lIO", "110")
_GATHERS_AT = re.compile(  # "tập trung" is more often what one does with forces
    r"(?:tập trung|có mặt|đón|xe chạy|xe đi|xuất phát|khởi hành|lên xe)\s[^,;.()\n]{0,60}?\d\s*(?:h|g|giờ|:)",
    re.IGNORECASE,
)
_BEGINS_WITH_WEEKDAY = re.compile(r"\W*(?:thứ|chủ nhật|t[2-7]|cn)\b", re.IGNORECASE)
_BY_THE_MOON = re.compile(r"\b(?:tết|giêng|chạp|âm lịch|âl|al)\b", re.IGNORECASE)
_SCANNED = re.compile(
    r"/(?:(?<=[lIO]/)|(?<=[lIO]\d/)|(?=\d{0,3}[lIO]))"
)  # such a letter in a day, month or year
_HYPHENED = re.compile(r"\d(?<!\d\d)\d? ?- ?\d{1,2}(?!\d)")
_DAY_BEHIND_NUMBER = re.compile(r"ngày(?<=[\d\s]\sngày)\s+\d{1,2}/")  # in lower case
_DAYS_BEHIND_COLON = re.compile(r":\s+\d\d\s*[-–]")
# In April "huyện A 09/4; huyện B 16/4" tells days, and "huyện A 9/12; huyện B 10/12" shares.
_DAY_BEHIND_NAME = re.compile(r"/(?:(?<=[^\W\d] \d/)|(?<=[^\W\d] \d\d/))\d")
_PLACE_AND_DAY = re.compile(
    r"\b(?P<place>(?:huyện|thành phố|thị xã|thị trấn|quận|phường|xã|thôn|bản|ấp|khu phố|cụm|trường|điểm|trạm|chợ"
    r"|tổ dân phố)(?: [^\W\d]+){0,4}) "
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?=\s*(?:[;,.)]|$))",
    re.IGNORECASE,
)


def _hyphen_as_slash(found: re.Match[str], period: DaySpan | None) -> str:
    if period is None or int(found["month"]) != period.first.month:
        return found[0]
    return f"{found['lead']}{found['day']}/{found['month']}"


def _all_of_the_period(text: str, period: DaySpan | None) -> bool:
    """Whether two or more names of places have a number behind them that is a day of the period, and none another."""
    if period is None or len(period) > _LONGEST or len(_DAY_BEHIND_NAME.findall(text)) < 2:
        return False
    found = list(_PLACE_AND_DAY.finditer(text))
    return len(found) > 1 and all(
        any(_is_day_in(period, year, int(each["month"]), int(each["day"])) for year in _years(period))
        for each in found
    )


def _years(period: DaySpan) -> Iterable[int]:
    return range(period.first.year, period.last.year + 1)


def _is_day_in(period: DaySpan, year: int, month: int, day: int) -> bool:
    try:
        return period.first <= date(year, month, day) <= period.last
    except ValueError:
        return False


def _from_day_to_day(found: re.Match[str], _period: DaySpan | None) -> str:
    first, last = found["first"] or found["one"], found["last"] or found["other"]
    return f"{found['lead']}từ ngày {first} đến ngày {last}"


_HOUR = re.compile(r"\d\s*(?:h|g|giờ|:)", re.IGNORECASE)


def _without_gathering(found: re.Match[str], _period: DaySpan | None) -> str:
    return "" if _HOUR.search(found.string, 0, found.start()) else found[0]


WRITING = (
    Turn(
        # As round ones: "Họp xét sáng kiến [P. họp T3]".
        name="square-brackets",
        says=("[",),
        pattern=re.compile(r"\[(?P<told>[^\[\]\n]{2,80})\]"),
        plainly=r"(\g<told>)",
        examples=(("14h00: Họp xét sáng kiến [P. họp T3]", "14h00: Họp xét sáng kiến (P. họp T3)"),),
    ),
    Turn(
        # A list of commemorations.
        name="day-before-its-name",
        says=(" ngày ", " tuần lễ "),
        pattern=re.compile(
            r"^(?P<day>\W*(?:(?:thứ \w{1,3}|chủ nhật),?\s+)?(?:(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?"
            r"|ngày\s+\d{1,2}(?=:|\s*\()))(?:\s*\([^()\d]*\d?\))?"
            r"\s*[:–-]?\s+(?P<kept>k[ỷỉ] niệm\s+)?(?:\d{1,3}\s+năm\s+)?"
            r"(?P<name>(?:(?-i:Ngày|Tuần lễ)|(?(kept)ngày (?=thành lập|truyền thống)|(?!)))\s*"
            r"(?!hội|họp|làm)[^\W\d][^.;:,\n\d()]{3,90}?)(?:\s+\(?\d{1,2}/\d{1,2}\)?)?"
            r"\s*(?P<first>\(\d{1,2}/\d{1,2}/\d{4}\s*[–-]\s*\d{1,2}/\d{1,2}/\d{4}\))?\s*[.;]?\s*$",
            re.IGNORECASE,
        ),
        plainly=r"\g<day>: \g<name>",
        examples=(
            ("09/11 Ngày Pháp luật Việt Nam", "09/11: Ngày Pháp luật Việt Nam"),
            (
                "18/11: 91 năm Ngày truyền thống Mặt trận (18/11/1930 – 18/11/2021)",
                "18/11: Ngày truyền thống Mặt trận",
            ),
            (
                "Thứ Bảy, ngày 20: Kỉ niệm 88 năm ngày thành lập Hội 20/10.",
                "Thứ Bảy, ngày 20: ngày thành lập Hội",
            ),
            ("Ngày 20/11 Ngày hội văn hóa tại xã A", "Ngày 20/11 Ngày hội văn hóa tại xã A"),
        ),
        opens=True,
    ),
    Turn(
        # Behind the hour of the thing itself, its hour begins nothing, and its place is where people meet.
        name="gathers-before",
        says=(
            "tập trung ",
            "có mặt ",
            "xe đón ",
            "xuất phát ",
            "khởi hành ",
            "lên xe ",
            "xe chạy ",
            "xe đi ",
        ),
        pattern=re.compile(
            r"(?:\s*[,;]\s*|\s*(?P<open>\())(?:(?:đoàn|đại biểu|mọi người|cả đoàn|xe)\s+)?"
            r"(?:tập trung|có mặt|xe (?:đón|chạy|đi)|(?:xe\s+)?xuất phát|khởi hành|lên xe)\s"
            r"(?=[^,;.()\n]{0,60}\d\s*(?:h|g|giờ|:))(?(open)[^()\n]{1,100}\)|[^,;.()\n]{1,100}(?=[,;.)\n]|$))",
            re.IGNORECASE,
        ),
        plainly=_without_gathering,
        examples=(
            (
                "7h00 ngày 29/9: Kiểm tra đập Nà Loi, tập trung tại cổng UBND xã lúc 6h30.",
                "7h00 ngày 29/9: Kiểm tra đập Nà Loi.",
            ),
            ("8h00: Dâng hương (xe đón lúc 7h15 tại trụ sở); họp", "8h00: Dâng hương; họp"),
            ("Tham quan Huế: 12/5, xuất phát lúc 5h00", "Tham quan Huế: 12/5, xuất phát lúc 5h00"),
        ),
        holds=lambda text, _: _GATHERS_AT.search(text) is not None,
    ),
    Turn(
        # The hour at which people meet, before that at which it begins.
        name="gathers-then-begins",
        says=("tập trung ", "có mặt ", "xe đón ", "xuất phát ", "khởi hành "),
        pattern=re.compile(
            r"\s*[,;(–-]\s*(?:(?:đoàn|đại biểu|mọi người|xe)\s+)?(?:tập trung|có mặt|xe đón|xuất phát|khởi hành)\s"
            r"(?:(?:lúc|từ|vào)\s+)?\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}(?P<place>\s+tại\s+[^,;.()\d]{3,60})?\s*[,;–-]\s*"
            r"(?:(?:làm |hành )?lễ(?: của [^,;.()\d:]{2,30}?| chính)?|khai mạc|vào lễ|bắt đầu|chính thức|dâng hương)"
            r"\s(?:(?:lúc|từ|vào)\s+)?"
            r"(?P<hour>\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2})(?:\)|(?=[,;.\s]|$))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['place'] or ''}, {found['hour']}",
        examples=(
            ("Dâng hương, tập trung 6h45 tại Quảng trường, lễ 7h15.", "Dâng hương tại Quảng trường, 7h15."),
            ("Tối: Đốt lửa trại, tập trung 18h, khai mạc 19h00", "Tối: Đốt lửa trại, 19h00"),
            ("Dâng hương, tập trung 6h45", "Dâng hương, tập trung 6h45"),
        ),
    ),
    Turn(
        # What goes on from one hour to another has two.
        name="hours-in-a-row",
        says=(" - ", " – "),
        pattern=re.compile(
            r"(?P<hours>\d(?<![\d:hg-]\d)\d?(?:[hg]\d{0,2}|:\d\d)(?:\s[-–]\s\d{1,2}(?:[hg]\d{0,2}|:\d\d)){2,5})(?!\s?[-–\d])",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: re.sub(r"\s[-–]\s", ", ", found["hours"]),
        examples=(
            ("Thánh lễ 5g00 - 7g30 - 17g30", "Thánh lễ 5g00, 7g30, 17g30"),
            ("Họp 8h00 - 9h30", "Họp 8h00 - 9h30"),
        ),
    ),
    Turn(
        # So the first ten days are called by everybody; with Tết or a lunar month they are the moon's.
        name="first-ten-days",
        says=("mùng ", "mồng "),
        pattern=re.compile(
            r"\b(?P<by>chậm nhất|muộn nhất|trễ nhất|trước|đến hết|đến|từ|vào)\s+(?:là\s+)?(?:mùng|mồng)\s+"
            r"(?=(?:[1-9]|10)\b)",
            re.IGNORECASE,
        ),
        plainly=r"\g<by> ngày ",
        examples=(
            ("Quyết toán: chậm nhất mùng 5", "Quyết toán: chậm nhất ngày 5"),
            ("Khai hội từ mùng 6 tháng Giêng", "Khai hội từ mùng 6 tháng Giêng"),
        ),
        holds=lambda text, _: _BY_THE_MOON.search(text) is None,
    ),
    Turn(
        name="halves-by-letter",
        says=(" s: ", " c: ", " s - ", " c - "),
        pattern=re.compile(r"(?<=[:.;] )[SCT](?=: | - )"),
        plainly=lambda found, _: _HALVES[found[0]],
        examples=(
            (
                "Thứ 2 (03/6): S: Chào cờ. C: 14h00 Họp tổ",
                "Thứ 2 (03/6): Sáng: Chào cờ. Chiều: 14h00 Họp tổ",
            ),
        ),
        holds=lambda text, _: _BEGINS_WITH_WEEKDAY.match(text) is not None,
    ),
    Turn(
        # In a list of November the first word of an item, or what "đến" leads to, is a day.
        name="hyphen-in-a-day",
        says=("-",),
        pattern=re.compile(
            r"(?P<lead>^[\W_]*(?:và\s+|từ\s+|(?:thứ\s+\w{1,3}|chủ nhật)\s?,\s*)?(?:ngày\s+)?"
            r"|\b(?:đến|từ|trước|chậm nhất|muộn nhất)\s+"
            r"(?:ngày\s+|hết\s+)?)(?P<day>\d{1,2})(?:-|(?<=gày \d\d) - )(?P<month>\d{1,2})"
            r"(?=\s*[:,(.;)]|\s*$|\s+(?:đến|và)\s+\d)",
            re.IGNORECASE,
        ),
        plainly=_hyphen_as_slash,
        examples=(
            ("1-11: Phát động thi đua (đến 20-11)", "1/11: Phát động thi đua (đến 20/11)"),
            ("1-3: Hướng dẫn", "1-3: Hướng dẫn"),
            ("- Thứ Hai, 6-11: Họp giao ban", "- Thứ Hai, 6/11: Họp giao ban"),
            ("Ngày 22 - 11: Mít tinh", "Ngày 22/11: Mít tinh"),
            ("Nộp hội phí chậm nhất 10-11; họp", "Nộp hội phí chậm nhất 10/11; họp"),
        ),
        within=in_one_month,
        holds=lambda text, _: _HYPHENED.search(text) is not None,
    ),
    Turn(
        name="places-with-days",
        says=("/",),
        pattern=_PLACE_AND_DAY,
        plainly=r"\g<place> ngày \g<day>/\g<month>",
        examples=(
            (
                "Kiểm tra: huyện Tân Lưu 09/11; huyện Kim Trạch 16/11",
                "Kiểm tra: huyện Tân Lưu ngày 09/11; huyện Kim Trạch ngày 16/11",
            ),
            (
                "Hoàn thành: huyện Tân Lưu 9/12; huyện Kim Trạch 10/12",
                "Hoàn thành: huyện Tân Lưu 9/12; huyện Kim Trạch 10/12",
            ),
        ),
        beside=": ",
        within=told,
        holds=_all_of_the_period,
    ),
    Turn(
        # Both halves of the day in letters.
        name="both-halves",
        says=("s+c", "s + c", "s-c", "s - c"),
        pattern=re.compile(r"^(?P<lead>\W*)S\s?[+-]\s?C\s*:\s*[-–]?\s*", re.IGNORECASE),
        plainly=r"\g<lead>Cả ngày: ",
        examples=(("S+C: - PGĐ Mận: kiểm tra", "Cả ngày: PGĐ Mận: kiểm tra"),),
    ),
    Turn(
        # A scanner's letters in a day and month.
        name="scanned-day",
        says=("/",),
        pattern=re.compile(
            r"(?<![\w/])(?=[\dlIO]*\d)[\dlIO]{1,2}/(?=[\dlIO]*\d)[\dlIO]{1,2}(?:/[\dlIO]{4})?(?![\w/])"
        ),
        plainly=lambda found, _: found[0].translate(_DIGITS),
        examples=(("Ngày l3/10 và 08/1O: Họp", "Ngày 13/10 và 08/10: Họp"),),
        holds=lambda text, _: _SCANNED.search(text) is not None,
    ),
    Turn(
        # A scanner's letters for the noughts of an hour.
        name="scanned-hour",
        says=("ho", "go", "hoo", "goo", "1o", "2o", "3o", "4o", "5o"),
        pattern=re.compile(r"(?<![\w/])(?=[lI]?\d)[\dlI]{1,2}[hg](?:[0-5]O|O[O\d])(?!\w)"),
        plainly=lambda found, _: found[0].translate(_DIGITS),
        examples=(("7g3O Chào cờ, 8hOO: Họp", "7g30 Chào cờ, 8h00: Họp"),),
    ),
    Turn(
        name="scanned-afternoon",
        says=("chiểu", "chiêu"),
        pattern=re.compile(r"^(?P<lead>\W*)Chi[ểê]u(?=\s*:)"),
        plainly=r"\g<lead>Chiều",
        examples=(("Chiểu: làm việc với Sở A", "Chiều: làm việc với Sở A"),),
    ),
    Turn(
        # In a list by day the numbers before the colon are days.
        name="bare-days",
        says=(": ",),
        pattern=re.compile(
            r"^(?P<lead>\W*)(?:từ\s+(?P<first>\d{1,2})\s*(?:-|–|đến|tới)\s*(?P<last>\d{1,2})"
            r"|(?P<one>\d\d)\s*(?:-|–|đến|tới)\s*(?P<other>\d\d))(?=\s*:\s)",
            re.IGNORECASE,
        ),
        plainly=_from_day_to_day,
        examples=(
            (
                "- Từ 20 đến 24: Các chi bộ sinh hoạt",
                "- từ ngày 20 đến ngày 24: Các chi bộ sinh hoạt",
            ),
            ("20 - 24: Kiểm tra cơ sở", "từ ngày 20 đến ngày 24: Kiểm tra cơ sở"),
        ),
    ),
    Turn(
        # The numbers are those of the forms.
        name="numbers-of-groups",
        says=("khối ", "lớp ", "tổ ", "nhóm ", "cụm ", "khu ", "thôn "),
        pattern=re.compile(
            r"^(?P<groups>\W*(?:khối|lớp|tổ|nhóm|cụm|khu|thôn)\s+\d{1,2}(?:\s*(?:,|và|-)\s*\d{1,2})+)\s*:\s+"
            r"(?=\d{1,2}\s*(?:giờ|h|g|:))",
            re.IGNORECASE,
        ),
        plainly=r"\g<groups>\n",
        examples=(("Khối 8, 9: 14 giờ 00", "Khối 8, 9\n14 giờ 00"),),
    ),
    Turn(
        # The number is the thing's, its days stand behind the colon.
        name="number-of-a-thing",
        says=(": ",),
        pattern=re.compile(
            r"(?P<thing>\b(?:số|lần|cụm|đợt|khóa|lớp|khối|tổ|kỳ)\s+(?:\d{1,2}|[IVX]+))\s*:\s+"
            r"(?=\d{2}\s*[-–]\s*\d{1,2}\s*/)",
            re.IGNORECASE,
        ),
        plainly=r"\g<thing>\n",
        examples=(("Giao ban cụm số 2: 06-07/10", "Giao ban cụm số 2\n06-07/10"),),
        holds=lambda text, _: _DAYS_BEHIND_COLON.search(text) is not None,
    ),
    Turn(
        # Else it were one of the days behind it.
        name="number-before-a-day",
        says=("kỳ ", "đợt ", "lần ", "vòng "),
        beside=";",
        pattern=re.compile(
            r"(?P<thing>\b(?:kỳ|đợt|lần|vòng)\s+\d{1,2})\s*;\s+(?=\d{1,2}/\d{1,2}\b[^;\n]{0,20}:\s)",
            re.IGNORECASE,
        ),
        plainly=r"\g<thing>.\n",
        examples=(("15/9: họp kỳ 1; 25/9: họp kỳ 2", "15/9: họp kỳ 1.\n25/9: họp kỳ 2"),),
    ),
    Turn(
        name="group-by-number",
        says=("cụm", "lớp", "đợt", "kỳ", "vòng", "bảng", "khối", "nhóm"),
        beside=" ngày ",
        pattern=re.compile(
            r"(?P<group>\b(?:cụm|lớp|đợt|kỳ|vòng|bảng|khối|nhóm)\s+\d)\s+(?=ngày\s+\d{1,2}/)",
            re.IGNORECASE,
        ),
        plainly=r"\g<group>: ",
        examples=(("cụm 1 ngày 03/10; cụm 2 ngày 04/10", "cụm 1: ngày 03/10; cụm 2: ngày 04/10"),),
        holds=lambda text, _: _DAY_BEHIND_NUMBER.search(lowered(text)) is not None,
    ),
    Turn(
        # When, and not what.
        name="what-is-on-next-week",
        says=("việc tuần ", "kế hoạch tuần ", "lịch tuần "),
        pattern=re.compile(
            r"^(?P<lead>\W*)(?:công việc|việc|kế hoạch|lịch)\s+(?P<week>tuần (?:tới|sau|tiếp theo|kế tiếp))\s*:\s+",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>\g<week>: ",
        examples=(
            ("Công việc tuần tới: 04/01 chào cờ đầu năm (7h30).", "tuần tới: 04/01 chào cờ đầu năm (7h30)."),
        ),
    ),
    Turn(
        # In each of the days.
        name="part-behind-several-days",
        says=("(sáng)", "(chiều)", "(tối)"),
        pattern=re.compile(
            r"(?<![\d/])(?<!thứ )(?<!thứ)(?<!\bt)(?P<days>(?:\d{1,2}\s*,\s*){1,4}\d{1,2}/\d{1,2}(?:/\d{4})?)"
            r"\s*\((?P<part>sáng|chiều|tối)\)",
            re.IGNORECASE,
        ),
        plainly=r"\g<part> \g<days>",
        examples=(
            ("Giải bơi: 13, 14/7 (sáng)", "Giải bơi: sáng 13, 14/7"),
            ("Thứ 4, 7/10 (sáng)", "Thứ 4, 7/10 (sáng)"),
            ("T4, 7/10 (sáng)", "T4, 7/10 (sáng)"),
        ),
    ),
    Turn(
        # It begins at that hour.
        name="all-day-behind-an-hours-thing",
        says=(" cả ngày",),
        pattern=re.compile(
            r"^(?P<thing>\W*(?:(?:sáng|chiều)\W+)?\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}\b[^;\n(]{3,160}?),?\s+"
            r"(?P<part>cả ngày)(?=\s*[,.;]|\s*$)",
            re.IGNORECASE,
        ),
        plainly=r"\g<thing> (\g<part>)",
        examples=(("7h30 Tập huấn, cả ngày, hội trường B", "7h30 Tập huấn (cả ngày), hội trường B"),),
        opens=True,
    ),
    Turn(
        name="all-day-between-dashes",
        says=("- cả ngày", "– cả ngày"),
        pattern=re.compile(r"\s+[-–]\s+(?P<part>cả ngày)(?=\s+[-–]\s|\s*[.;]?$)", re.IGNORECASE),
        plainly=r" (\g<part>)",
        examples=(("Tập huấn - cả ngày - Hội trường A", "Tập huấn (cả ngày) - Hội trường A"),),
    ),
)
