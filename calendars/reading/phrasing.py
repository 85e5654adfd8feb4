"""Turns of phrase put plainly before the words are understood; what is shown as evidence stays as written.

Each is a way in which offices shorten or interrupt a time: a comma within a repeat, by how much something moved told
before when it is, a deadline without "ngày". What is hard is to change nothing else: every rule needs its whole phrase.
"""

import re

from calendars.grammar.rule import Context
from calendars.times import DaySpan

# In April "huyện A 09/4; huyện B 16/4" tells days, and "huyện A 9/12; huyện B 10/12" shares.
_PLACE_AND_DAY = re.compile(
    r"\b(?P<place>(?:huyện|thành phố|thị xã|thị trấn|quận|phường|xã|thôn|bản|ấp|khu phố|cụm)(?: [^\W\d]+){0,4}) "
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?=\s*(?:[;,.)]|$))",
    re.IGNORECASE,
)
# "thứ tư, hai tuần một lần": the comma would make a list of weekdays of it.
_EVERY_SO_OFTEN = re.compile(
    r",(?=\s+(?:hai|ba|bốn|\d{1,2})\s+(?:tuần|tháng)\s+(?:một|1|01)\s+lần)", re.IGNORECASE
)
# "trừ thứ Ba ngày 17/02": the date says which day is left out, its weekday nothing more.
_BUT_FOR_DAY = re.compile(
    r"\b(?P<but>trừ|ngoại trừ)\s+(?:thứ\s+\w+|chủ nhật)\s*,?\s+(?=ngày\s+\d)", re.IGNORECASE
)
# "sớm hơn 02 ngày, vào lúc 14h00 ngày 27/3": the amount of a move is no length.
_MOVED_BY = re.compile(
    r"\s*\b(?:sớm|muộn|chậm)\s+hơn\s+(?:dự kiến\s+)?\d{1,2}\s+(?:ngày|tuần|giờ|tiếng)\s*,?"
    r"(?=\s+(?:vào|lúc|hồi|ngày|từ|tổ chức|sáng|chiều|tối)\b)"
    r"|(?<=\blùi)\s+(?:lại\s+)?(?:thêm\s+)?\d{1,2}\s+(?:ngày|tuần|giờ|tiếng)\s*,?"
    r"(?=\s+(?:(?:tổ chức\s+)?vào|sang|đến)\s)",
    re.IGNORECASE,
)
# "họp chi ủy: trước sinh hoạt chi bộ 02 ngày": by how much earlier than another thing it is, and no length.
_BEFORE_ANOTHER = re.compile(
    r"(?P<before>\btrước\s+(?:ngày\s+)?(?:kỳ\s+|buổi\s+|cuộc\s+)?"
    r"(?:sinh hoạt|họp|hội nghị|đại hội|khai mạc|kỳ họp|giao ban)(?:\s+[^\W\d]+){0,6}?)\s+\d{1,2}\s+(?:ngày|tuần)\b",
    re.IGNORECASE,
)
# "Nếu ngày 05 trùng thứ Bảy, Chủ nhật vẫn sinh hoạt bình thường" changes nothing.
_AS_EVER = re.compile(
    r"(?:^|(?<=[.;(\n]))\s*(?:nếu|trường hợp|kể cả|khi)\s[^.;()\n]*?\bvẫn\s[^.;()\n]*?"
    r"\b(?:bình thường|như thường lệ|(?:theo|đúng) lịch)[^.;()\n]*",
    re.IGNORECASE,
)
# "Lễ ký kết (thay buổi ký ngày 08/12 đã hoãn)": another thing was put off.
_INSTEAD_OF_ANOTHER = re.compile(
    r"\s*\(\s*(?:thay|thay cho|thay thế)\s[^()]*\bđã (?:tạm )?(?:hoãn|hủy|huỷ|dời|lùi)\b[^()]*\)",
    re.IGNORECASE,
)
# "báo cáo 6 tháng trước 05/6": bare, the day would be a fraction, and "năm trước" last year.
_BARE_DEADLINE = re.compile(
    r"(?P<what>\b(?:báo cáo|gửi|nộp|hoàn thành|đăng ký)\b[^.;:()\n\d]{0,60}(?:\d{1,2}\s+tháng\s+)?)"
    r"\btrước\s+(?=\d{1,2}/\d{1,2}\b)",
    re.IGNORECASE,
)
# "nếu ngày 03 là thứ Bảy, Chủ nhật thì ...": the day is the rule's own, told again.
_IF_THAT_DAY = re.compile(
    r"\b(?P<if>nếu|trường hợp|khi)\s+ngày\s+(?:\d{1,2}|đó|này|trên)\s+"
    r"(?:là|vào|nhằm)\s+"
    r"(?=thứ|chủ nhật|ngày|t7|cn)",
    re.IGNORECASE,
)
# "từ 26/9 đến 28/9 (khai mạc lúc 8h00 ngày 26/9)": the hour is that of the opening and not the end of the days.
_OPENS = re.compile(
    r"\s*\((?P<opens>(?:lễ\s+)?khai mạc|bắt đầu)(?P<at>[^()]*?\d\s*(?:h|g|giờ|:)[^()]*?\b\d{1,2}/\d{1,2}[^()]*)\)",
    re.IGNORECASE,
)
# "chậm nhất 02 ngày sau hội nghị" hangs on another thing's day.
_AFTER_ANOTHER = re.compile(
    r"\b(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|mười)\s+(?P<unit>ngày|tuần)(?P<work>\s+làm việc)?\s+"
    r"(?=(?:sau|kể từ|trước)\s+(?:khi|hội nghị|cuộc họp|buổi|kỳ họp|"
    r"đại hội|ngày (?:khai mạc|họp|hội nghị|đại hội|kết thúc|nhận)|mỗi|từng)\b)",
    re.IGNORECASE,
)
# "nghỉ lễ 30/4 - 01/5; ngày 02/5 học sinh đi học": another thing's day, and no list of days.
_NEXT_DAY = re.compile(
    r";\s+(?=(?:(?:từ|sáng|chiều|tối)\s+)?ngày\s+\d{1,2}/\d{1,2}(?:/\d{4})?\s+(?!(?:và|đến|tại|lúc|vào|hằng|hàng|của|từ|do)\b)[^\W\d_A-ZĐ])",
)
# "sáng 27/6 họp A (8h00); chiều 28/6 nghe B (14h00)": the hour is of what stands before it.
_NEXT_HALF = re.compile(
    r"(?<=\));\s+(?P<half>sáng|chiều|tối)(?=\s+(?:ngày\s+)?\d{1,2}/\d{1,2}\b)", re.IGNORECASE
)
# "quý III: tuần cuối tháng 10", "cụm số 2: 06-07/10": the number is the thing's, its time stands behind the colon.
_OF_A_QUARTER = re.compile(
    r"(?P<thing>\bquý\s+(?:\d|[IVX]+)(?:/\d{4})?)\s*:\s+(?P<at>tuần|đầu|giữa|cuối)(?=\s)", re.IGNORECASE
)
# "Kiểm điểm cuối năm: xong trước 30/11": so the thing is called. "6 tháng đầu năm" is what it is about.
_OF_A_YEAR = re.compile(
    r"\s+(?:đầu|giữa|cuối) năm(?: học)?(?=\s*:\s+(?:tuần|tháng|đầu|giữa|cuối)\s)"
    r"|(?<!tháng)(?<!\s)\s+(?:đầu|giữa|cuối) năm(?: học)?(?=\s*:\s+(?:\d|(?:ngày|sáng|chiều|tối|thứ|xong"
    r"|hoàn thành|trước|chậm nhất|muộn nhất|dự kiến)\s))",
    re.IGNORECASE,
)
_NUMBERED_THING = re.compile(
    r"(?P<thing>\b(?:số|lần|cụm|đợt|khóa|lớp|khối|tổ|kỳ)\s+(?:\d{1,2}|[IVX]+))\s*:\s+(?=\d{2}\s*[-–]\s*\d{1,2}\s*/)",
    re.IGNORECASE,
)
_SOME_NAME = 12
# "Đánh giá ngoài (đến 13/12)": how long it lasts.
_LASTS = re.compile(
    r"\((?P<long>kéo dài\s+)?đến\s+(?=(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s*\))", re.IGNORECASE
)
# "báo cáo quý trước ngày 15": what is due, not last quarter.
_PERIODIC_REPORT = re.compile(
    r"(\bbáo cáo (?:(?:kết quả|tình hình|số liệu) )?(?:tuần|tháng|quý|năm)) (?=trước ngày \d)", re.IGNORECASE
)
_OF_THE_QUARTER = re.compile(
    r"(?<!tháng )\b(?P<which>đầu|giữa|cuối)\s+quý\b(?!\s*(?:[IVX\d]|này|trước|sau))", re.IGNORECASE
)
# A scanner's letters in a day and month ("l3/10", "08/1O").
_MISREAD = re.compile(
    r"(?<![\w/])(?=[\dlIO]*\d)[\dlIO]{1,2}/(?=[\dlIO]*\d)[\dlIO]{1,2}(?:/[\dlIO]{4})?(?![\w/])"
)
_MISREAD_LETTER = re.compile(r"[lIO](?:[\dlIO/]|(?<=[\d/].))")
# "Hằng năm, tổ chức hội nghị tổng kết vào tuần cuối tháng 12": no day recurs; of this year it is that week.
_EVERY_YEAR = re.compile(r"\b(?:hằng|hàng|mỗi) năm\b\s*,?\s*", re.IGNORECASE)
_YEARLY = ("hằng năm", "hàng năm", "mỗi năm")
_PART_OF_A_MONTH = re.compile(
    r"\b(?:tuần (?:đầu|cuối|thứ \w+)|đầu|giữa|cuối|(?:thượng|trung|hạ) tuần)(?: cùng| tiên)?(?: của)? tháng \d",
    re.IGNORECASE,
)
_DAY_OF_A_MONTH = re.compile(r"\b(?:ngày|thứ|chủ nhật)\s+\w", re.IGNORECASE)
# "Dự kiến 25 hoặc 26/12": one of two days that follow each other.
_EITHER_DAY = re.compile(
    r"(?:dự kiến\s+)?(?:vào\s+)?(?:ngày\s+)?(?<![\d/])(?P<one>\d{1,2})(?:/\d{1,2})?\s+hoặc\s+(?:ngày\s+)?"
    r"(?P<other>\d{1,2})(?P<month>/\d{1,2}(?:/\d{4})?)(?![\d/])",
    re.IGNORECASE,
)
# "ngày 20 các tháng chẵn" is of six months of every year.
_EVEN_MONTHS = re.compile(
    r"\b(?:các\s+)?tháng\s+(?P<which>chẵn|lẻ)\b(?:\s+(?:hằng|hàng|trong) năm)?", re.IGNORECASE
)
# "3 tháng/lần, vào ngày 15 tháng 3, 6, 9, 12": of these months every year.
_OF_MONTHS = re.compile(
    r"(?:\b\d{1,2}\s+tháng\s*/\s*lần\s*,?\s*(?:vào\s+)?)?(?P<day>\bngày\s+\d{1,2})\s+(?:các\s+)?tháng\s+"
    r"(?P<months>\d{1,2}(?:\s*,\s*\d{1,2}){2,}(?:\s+và\s+\d{1,2})?)(?!\s*[/\d]|\s+(?:hằng|hàng) năm)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\d\s*,\s*\d")
# "tổ chức trong tháng 5, báo cáo kết quả trước ngày 05/6": two things.
_THEN_REPORTED = re.compile(
    r"(?<=\d),(?=\s+(?:và\s+)?(?:gửi\s+)?báo cáo\s[^,;.]{0,60}?\b(?:trước|chậm nhất)\b)", re.IGNORECASE
)
# "mỗi tháng ít nhất 01 ngày, vào ngày 15" is once a month.
_SOME_DAYS_A_MONTH = re.compile(
    r"(?P<month>\b(?:mỗi|hằng|hàng) tháng)\s+(?:ít nhất\s+|tối thiểu\s+)?(?:01|1|một)\s+ngày,\s+(?=vào ngày)",
    re.IGNORECASE,
)
# "ít nhất 01 ngày trong tháng, vào ngày 15" is of every month.
_DAY_A_MONTH = re.compile(
    r"(?:ít nhất\s+|tối thiểu\s+)?(?:01|1|một)\s+(?:ngày|lần|buổi)\s*(?:/|trong|mỗi|một)\s*tháng,?\s+(?:vào\s+)?"
    r"(?P<day>ngày\s+\d{1,2})(?![\d/])",
    re.IGNORECASE,
)
# "Tuần 20-24/10" is the week of these days and not the twentieth.
_WEEK_OF_DAYS = re.compile(r"(?P<week>\btuần)\s+(?=\d{1,2}\s*[-–]\s*\d{1,2}/\d{1,2}\b)", re.IGNORECASE)
_DUE = re.compile(
    r"(?P<due>[,(]\s*hạn)\s+(?:là\s+)?(?=(?:ngày\s+)?\d{1,2}/\d|\d{1,2}\s*(?:h|g|giờ|:))", re.IGNORECASE
)
# "các ngày thứ Năm tuần thứ hai và tuần thứ tư": of these weeks, not of all.
_DAYS_OF_WEEKS = re.compile(
    r"\b(?:các|những)\s+(?:ngày\s+)?(?=(?:thứ\s+\w+|chủ nhật)\s*,?\s+(?:của\s+)?tuần\s+(?:thứ\s+\w+|\d|đầu|cuối)\b)",
    re.IGNORECASE,
)
# "Khối 8, 9: 14 giờ 00": the numbers are those of the forms.
_NUMBERED_GROUPS = re.compile(
    r"^(?P<groups>\W*(?:khối|lớp|tổ|nhóm|cụm|khu|thôn)\s+\d{1,2}(?:\s*(?:,|và|-)\s*\d{1,2})+)\s*:\s+(?=\d{1,2}\s*(?:giờ|h|g|:))",
    re.IGNORECASE,
)
# "Nhận bài: đến 17h00 ngày 13/3": until then it may be handed in.
_TAKEN_UNTIL = re.compile(
    r"(?P<what>\b(?:nhận|thu|tiếp nhận)\s+(?:bài|hồ sơ|tác phẩm|đăng ký|tham luận|sản phẩm|phiếu)"
    r"(?:\s+[^\W\d]+){0,3}\s*:?)\s+đến\s+(?=\d|ngày|hết)",
    re.IGNORECASE,
)
# "thu hội phí xong trong ngày 20/12": due on that day.
_DONE_WITHIN = re.compile(
    r"\b(?P<done>xong|hoàn thành|hoàn tất)\s+(?:ngay\s+)?trong\s+(?=ngày\s+\d)", re.IGNORECASE
)
# "cụm 1 ngày 03/10; cụm 2 ngày 04/10": the number is the group's.
_NUMBERED_GROUP = re.compile(
    r"(?P<group>\b(?:cụm|lớp|đợt|vòng|bảng|khối|nhóm)\s+\d)\s+(?=ngày\s+\d{1,2}/)",
    re.IGNORECASE,
)
# "Giỗ Tổ Hùng Vương nghỉ ngày 26/4; lễ 30/4 và 01/5 nghỉ từ ...": a day off by its occasion.
_OCCASION_OFF = re.compile(
    r"(?P<start>^\W*|[;:.]\s+|\n)(?P<name>(?:dịp\s+)?(?:lễ|giỗ tổ|tết|quốc khánh)\b[^;:.\n]{0,60}?)\s+"
    r"(?:được\s+)?nghỉ\s+(?=(?:từ|vào|ngày|\d{1,2} ngày)\b)",
    re.IGNORECASE,
)
# "Ai đi tham quan ngày 22/11/2026 đăng ký với Văn phòng trước ngày 12/11": two things.
_THEN_REGISTERED = re.compile(
    r"(?<=\d)\s*,?\s+(?=đăng ký\s(?:[^;.]|\.(?=\d)){0,80}?\b(?:trước|chậm nhất)\s+(?:ngày\s+)?\d)",
    re.IGNORECASE,
)
# "Họp giao ban tuần: 15h30 thứ Sáu": by its name it is held every week.
_OF_EVERY_WEEK = re.compile(
    r"(?P<told>^\W*(?:\w{1,3}[.)]\s*)?(?:họp |hội ý |chào cờ )?(?:giao ban|hội ý|họp|chào cờ)"
    r"(?: [^\W\d_]+){0,5}? (?<!hằng )(?<!hàng )(?<!mỗi )tuần\b"
    r"[^:;.\d]{0,40}:[^;.:]*\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật))(?=[\s.;)]*$)",
    re.IGNORECASE,
)
# "Tiếp công dân: thứ Tư hằng tuần (Giám đốc tiếp ngày 10 hằng tháng)": two standing days.
_RECEIVES_TOO = re.compile(
    r"\s*\((?P<who>[^()\d;]{2,40}?\s(?:trực tiếp\s+)?tiếp)(?:\s+công dân|\s+dân)?\s+"
    r"(?P<when>[^()]*\b(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý)[^()]*)\)",
    re.IGNORECASE,
)
# "Hội đồng họp 02 tháng/lần, ..., bắt đầu từ tháng 02": the month from which is counted.
_FROM_MONTH = re.compile(
    r"\b(?P<from>bắt đầu từ|tính từ|kể từ)\s+tháng\s+(?P<month>\d{1,2}(?:/\d{4})?)(?=[\s.;,)]*$)",
    re.IGNORECASE,
)
# "Bỏ mục 9 (Giao lưu văn nghệ 25/7)": the thing behind the number is called off.
_STRUCK_ITEM = re.compile(
    r"\b(?:bỏ|hủy|huỷ|xóa)\s+(?:mục|nội dung|điểm)\s+(?:số\s+)?\d{1,2}\s*[(:–-]\s*(?P<what>[^()\d]{4,80}?),?\s+"
    r"(?:ngày\s+)?(?P<day>\d{1,2}/\d{1,2}(?:/\d{4})?)\s*\)?",
    re.IGNORECASE,
)
# "1-11: Phát động ... (đến 20-11)": in a list of November the first word of an item, or what "đến" leads to, is a day.
_HYPHENS = re.compile(
    r"(?P<lead>^[\W_]*(?:và\s+|từ\s+)?|\b(?:đến|từ)\s+(?:ngày\s+|hết\s+)?)(?P<day>\d{1,2})-(?P<month>\d{1,2})"
    r"(?=\s*[:,(.;)]|\s*$|\s+(?:đến|và)\s+\d)",
    re.IGNORECASE,
)
# "Họp cơ quan: sáng thứ Hai đầu tuần": in the list of a month that is every Monday.
_BEGINNING_OF_WEEKS = re.compile(
    r"\b(?P<day>thứ (?:hai|2)(?= đầu tuần)|thứ (?:sáu|6)(?= cuối tuần))\s+(?:đầu|cuối) tuần(?=[\s.;,)]*$)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# "Thứ 2 (03/6): S: Chào cờ. C: 14h00 Họp tổ": letters for the halves of the day.
_BEGINS_WITH_WEEKDAY = re.compile(r"\W*(?:thứ|chủ nhật|t[2-7]|cn)\b", re.IGNORECASE)
_HALF_BY_LETTER = re.compile(r"(?<=[:.;] )[SCT](?=: )")
_HALVES = {"S": "Sáng", "C": "Chiều", "T": "Tối"}
_BEHIND_COLON = re.compile(r":\s+\d\d\s*[-–]")
_BEHIND_NUMBER = re.compile(r"\d\s+ngày\s+\d{1,2}/", re.IGNORECASE)
# Under the heading of a month "Tuần cuối: Đại hội" is the month's last week.
_FIRST_OR_LAST_WEEK = re.compile(r"^(?P<week>\W*tuần\s+(?:đầu|cuối))(?=\s*:)", re.IGNORECASE)
# "Từ 20 đến 24: Các chi bộ sinh hoạt", "20 - 24: ...": in a list by day the numbers before the colon are days.
_BARE_DAYS = re.compile(
    r"^(?P<lead>\W*)(?:từ\s+(?P<first>\d{1,2})\s*(?:-|–|đến|tới)\s*(?P<last>\d{1,2})"
    r"|(?P<one>\d\d)\s*(?:-|–|đến|tới)\s*(?P<other>\d\d))(?=\s*:\s)",
    re.IGNORECASE,
)
_BUT_FOR_DAYS = re.compile(r"(?P<but>\(trừ)\s+(?=\d{1,2}/\d{1,2}\b)", re.IGNORECASE)
_LONGEST_WEEK = 10  # days
_CLOSE = 3  # days apart of two that are proposed
_DIGITS = str.maketrans("lIO", "110")
_EVEN, _ODD = "2, 4, 6, 8, 10, 12", "1, 3, 5, 7, 9, 11"
_MONTHS = {"đầu": 0, "giữa": 1, "cuối": 2}


def _with_days_of_places(text: str, period: DaySpan) -> str:
    """The text with "ngày" before the days behind names of places, where all of them lie in the period of one month."""
    found = list(_PLACE_AND_DAY.finditer(text))
    last, month = period.last.day, period.first.month
    told = all(int(each["month"]) == month and 0 < int(each["day"]) <= last for each in found)
    if len(found) < 2 or not told or month != period.last.month:
        return text
    return _PLACE_AND_DAY.sub(r"\g<place> ngày \g<day>/\g<month>", text)


def plain(text: str, context: Context) -> str:
    """The text with such turns put plainly; the period of the context tells which quarter "cuối quý" is of."""
    if (" S: " in text or " C: " in text) and _BEGINS_WITH_WEEKDAY.match(text):
        text = _HALF_BY_LETTER.sub(lambda found: _HALVES[found[0]], text)
    words, period = text.lower(), context.period
    if "-" in text and period is not None and period.first.month == period.last.month:
        text = _HYPHENS.sub(
            lambda found: (
                f"{found['lead']}{found['day']}/{found['month']}"
                if int(found["month"]) == period.first.month
                else found[0]
            ),
            text,
        )
    if period is not None and text.count("/") > 1 and ": " in text:
        text = _with_days_of_places(text, period)
    if "(" in text:
        text = _LASTS.sub(lambda found: f"({found['long'] or ''}đến hết ", text)
    if ": " in text and _DIGIT.search(text):
        text = _BARE_DAYS.sub(_spelled_days, text)
        if " năm" in words:
            text = _OF_A_YEAR.sub("", text)
        text = _NUMBERED_GROUPS.sub(r"\g<groups>\n", text)
        if _BEHIND_COLON.search(text):
            text = _NUMBERED_THING.sub(r"\g<thing>\n", text)
        if "quý" in words:
            text = _OF_A_QUARTER.sub(
                lambda found: (
                    f"{found['thing']}. {found['at'].capitalize()}"
                    if found.start() > _SOME_NAME
                    else found[0]
                ),
                text,
            )
    if ";" in text:
        text = _NEXT_HALF.sub(lambda found: f".\n{found['half'].capitalize()}", _NEXT_DAY.sub("\n", text))
    if "/" in text and _MISREAD_LETTER.search(text):
        text = _MISREAD.sub(lambda found: found[0].translate(_DIGITS), text)
    if "khai mạc" in words or "bắt đầu" in words:
        text = _OPENS.sub(lambda found: f"; {found['opens']}{found['at']}", text)
    if " sau " in words or " kể từ " in words or " trước " in words:
        text = _AFTER_ANOTHER.sub(r"số \g<unit>\g<work> ", text)
    if "trước " in words:
        text = _BEFORE_ANOTHER.sub(r"\g<before>", text)
    if " ngày " in words and "thì" in words:
        text = _IF_THAT_DAY.sub(r"\g<if> trùng vào ", text)
    if " tiếp " in words and "(" in text:
        text = _RECEIVES_TOO.sub(r"\n\g<who> công dân \g<when>", text)
    if " tuần" in words and period is not None and len(period) > _LONGEST_WEEK:
        text = _BEGINNING_OF_WEEKS.sub(r"\g<day> hằng tuần", text)
        text = _OF_EVERY_WEEK.sub(r"\g<told> hằng tuần", text)
    if "tuần " in words:
        text = _DAYS_OF_WEEKS.sub("", text)
        text = _FIRST_OR_LAST_WEEK.sub(r"\g<week> tháng", text)
    if "trừ " in words:
        text = _BUT_FOR_DAYS.sub(r"\g<but> ngày ", text)
        text = _BUT_FOR_DAY.sub(r"\g<but> ", text)
    if " tháng, vào ngày" in words or "tháng vào ngày" in words:
        text = _DAY_A_MONTH.sub(r"\g<day> hằng tháng", text)
    if " ngày, vào " in words:
        text = _SOME_DAYS_A_MONTH.sub(r"\g<month> 01 lần, ", text)
    if "tuần " in words:
        text = _WEEK_OF_DAYS.sub(r"\g<week> từ ", text)
    if " ngày " in words and _BEHIND_NUMBER.search(text):
        text = _NUMBERED_GROUP.sub(r"\g<group>: ", text)
    if ", hạn " in words or "(hạn " in words:
        text = _DUE.sub(r"\g<due> chót ", text)
    if " nghỉ " in words:
        text = _OCCASION_OFF.sub(
            lambda found: f"{found['start'].replace(';', '.')}Nghỉ {found['name']}: ", text
        )
    if " đăng ký " in words:
        text = _THEN_REGISTERED.sub("; ", text)
    if " từ tháng " in words and "/lần" in words:
        text = _FROM_MONTH.sub(r"\g<from> ngày 01/\g<month>", text)
    if "bỏ " in words or "hủy " in words or "huỷ " in words or "xóa " in words:
        text = _STRUCK_ITEM.sub(r"Hủy \g<what> ngày \g<day>", text)
    if "lần" in words:
        text = _EVERY_SO_OFTEN.sub(" ", text)
    if "hơn" in words or "lùi " in words:
        text = _MOVED_BY.sub("", text)
    if "vẫn " in words:
        text = _AS_EVER.sub("", text)
    if "(thay " in words:
        text = _INSTEAD_OF_ANOTHER.sub("", text)
    if " tháng " in words and _LISTED.search(text):
        text = _OF_MONTHS.sub(r"\g<day> các tháng \g<months> hằng năm", text)
    if " chẵn" in words or " lẻ" in words:
        text = _EVEN_MONTHS.sub(
            lambda found: f"các tháng {_EVEN if found['which'].lower() == 'chẵn' else _ODD} hằng năm", text
        )
    if " hoặc " in words:
        text = _EITHER_DAY.sub(_either_day, text)
    if " trong " in words and "báo cáo" in words:
        text = _THEN_REPORTED.sub("\n", text)
    if " đến " in words:
        text = _TAKEN_UNTIL.sub(r"\g<what> chậm nhất ", text)
    if " trong ngày " in words:
        text = _DONE_WITHIN.sub(r"\g<done> chậm nhất ", text)
    if "trước" in words:
        text = _BARE_DEADLINE.sub(lambda found: f"{found['what'].rstrip()}, trước ngày ", text)
        text = _PERIODIC_REPORT.sub(r"\1, ", text)
    if (
        period is not None
        and any(map(words.__contains__, _YEARLY))
        and _EVERY_YEAR.search(text)
        and _PART_OF_A_MONTH.search(text)
    ):
        text = text if _DAY_OF_A_MONTH.search(text) else _EVERY_YEAR.sub("", text)
    if period is not None and 88 <= len(period) <= 93 and period.first.day == 1:
        first = period.first.month
        text = _OF_THE_QUARTER.sub(lambda found: f"tháng {first + _MONTHS[found['which'].lower()]}", text)
    return text


def _spelled_days(found: re.Match[str]) -> str:
    return (
        f"{found['lead']}từ ngày {found['first'] or found['one']} đến ngày {found['last'] or found['other']}"
    )


def _either_day(found: re.Match[str]) -> str:
    one, other = int(found["one"]), int(found["other"])
    if not 0 < other - one <= _CLOSE:
        return found[0]
    return f"Dự kiến trong khoảng từ ngày {one} đến ngày {other}{found['month']}"
