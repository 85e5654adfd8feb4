"""On which day: what stands between a thing and its day, and days of one thing beside those of another."""

import re

from calendars.reading.turns.turn import Turn, a_quarter, in_one_month
from calendars.times import DaySpan

_DAYS_OF_A_MONTH = re.compile(r"\d\s*[-–]\s*\d{1,2}/\d")
_SOME_NAME = 12  # letters before "quý III: ...", without which it is a heading
_CLOSE = 3  # days apart of two that are proposed
_MONTHS = {"đầu": 0, "giữa": 1, "cuối": 2}


def _behind_the_things_own(found: re.Match[str], _period: DaySpan | None) -> str:
    if found.start() <= _SOME_NAME:
        return found[0]
    return f"{found['thing']}. {found['at'].capitalize()}"


def _month_of_the_quarter(found: re.Match[str], period: DaySpan | None) -> str:
    return f"tháng {period.first.month + _MONTHS[found['which'].lower()]}" if period else found[0]


def _either_day(found: re.Match[str], _period: DaySpan | None) -> str:
    one, other = int(found["one"]), int(found["other"])
    if not 0 < other - one <= _CLOSE:
        return found[0]
    return f"Dự kiến trong khoảng từ ngày {one} đến ngày {other}{found['month']}"


def _day_off(found: re.Match[str], _period: DaySpan | None) -> str:
    return f"{found['start'].replace(';', '.')}Nghỉ {found['name']}: "


def _to_the_last_day(found: re.Match[str], period: DaySpan | None) -> str:
    if period is None:
        return found[0]
    month = period.first.month
    return f"từ ngày {found['day']}/{month} đến ngày {period.last.day}/{month}"


DAYS = (
    Turn(
        # Its day stands behind its name.
        name="day-of-something",
        says=(
            "ngày bầu cử ",
            "ngày khai ",
            "ngày bế ",
            "ngày thi ",
            "ngày họp ",
            "ngày giỗ ",
            "ngày tổng ",
            "ngày lễ ",
        ),
        pattern=re.compile(
            r"(?P<what>\bngày (?:bầu cử|khai giảng|khai mạc|khai trường|bế giảng|bế mạc|thi|họp|giỗ|tổng kết|lễ)"
            r"(?: [^\W\d_]+){0,3}?) (?=\d{1,2}/\d{1,2}(?:/\d{4})?(?!\d|/))",
            re.IGNORECASE,
        ),
        plainly=r"\g<what> ngày ",
        examples=(("ngày bầu cử 15/3 không có gì thay đổi", "ngày bầu cử ngày 15/3 không có gì thay đổi"),),
    ),
    Turn(
        # The days are told one by one.
        name="that-is-each-of-them",
        says=("cụ thể", "trong đó"),
        pattern=re.compile(
            r"(?P<what>^[^.;\n\d]{3,120}?):?\s+từ\s+(?:ngày\s+)?\d{1,2}(?:/\d{1,2}){0,2}\s*(?:đến|-|–)\s*(?:hết\s+)?"
            r"(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s*[.,;(:]\s*(?:cụ thể|trong đó)(?:\s+như sau)?\s*:\s*"
            r"(?=(?:tại\s+)?(?:xã|thị trấn|phường|thôn|xóm|khu|tổ|ấp|bản|đội)\s)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<what>: ",
        examples=(
            (
                "Tiếp xúc cử tri: từ ngày 25/7 đến 28/7. Cụ thể: xã Tân Phong 25/7; xã Vĩnh Bình 28/7",
                "Tiếp xúc cử tri: xã Tân Phong 25/7; xã Vĩnh Bình 28/7",
            ),
        ),
        beside="từ ",
    ),
    Turn(
        # Of the month's Sundays that one.
        name="short-sunday-of-the-month",
        says=("cn thứ", "cn đầu", "cn cuối"),
        pattern=re.compile(r"\bCN\s+(?=(?:thứ\s+(?:nhất|hai|ba|tư|năm|[1-5])|đầu|cuối)\b)"),
        plainly="Chủ nhật ",
        examples=(("Sinh hoạt: CN thứ hai hằng tháng", "Sinh hoạt: Chủ nhật thứ hai hằng tháng"),),
    ),
    Turn(
        # Not every day.
        name="goods-before-a-day",
        says=("hàng ngày ",),
        pattern=re.compile(
            r"\b(?P<goods>(?:khách|ngân|cửa|nhà|mặt|đơn|bán|mua)\s+hàng)\s+(?=ngày\s+\d{1,2}(?:\s*[/.]\s*\d|\s+tháng))",
            re.IGNORECASE,
        ),
        plainly=r"\g<goods>, ",
        examples=(
            ("Hội nghị khách hàng ngày 18/6", "Hội nghị khách hàng, ngày 18/6"),
            ("Tiếp khách hàng ngày từ 8h", "Tiếp khách hàng ngày từ 8h"),
        ),
    ),
    Turn(
        # The day is told behind it; it is not that of another meeting.
        name="relative-day-told-again",
        says=(" mai", " nay", " kia"),
        pattern=re.compile(
            r"\b(?P<part>sáng|chiều|tối|trưa|sang|chieu|toi|trua)\s+(?:hôm\s+|ngày\s+)?(?:mai|nay|kia)\s*"
            r"(?=[,(]\s*(?:(?:\d{1,2}\s*(?:h|g|giờ|:)\s?\d{0,2}|thứ|thu|ngày|ngay|chủ nhật|cn|t(?=[2-7])|lúc|hai|ba|tư"
            r"|năm|sáu|bảy|[2-7](?![\d/]))[\s,-]*){0,6}\d{1,2}/\d{1,2}\b)",
            re.IGNORECASE,
        ),
        plainly=r"\g<part> ",
        examples=(
            ("Họp chiều mai (14h, ngày 12/6) dời", "Họp chiều (14h, ngày 12/6) dời"),
            ("Hop chieu nay (14h, thu 5, ngay 12/6)", "Hop chieu (14h, thu 5, ngay 12/6)"),
            ("Chiều nay, họp bàn lễ 20/11", "Chiều nay, họp bàn lễ 20/11"),
        ),
        beside="/",
    ),
    Turn(
        # "Từ" says as much.
        name="from-then-on",
        says=("trở đi", "trở về sau"),
        pattern=re.compile(
            r"(?P<since>\btừ\s+(?:(?:ngày|tháng|quý|tuần|năm)\s+)*\d[\d/.]*(?:\s+năm\s+\d{4})?)\s*,?"
            r"\s+trở\s+(?:đi|về sau)\b",
            re.IGNORECASE,
        ),
        plainly=r"\g<since>",
        examples=(
            (
                "Từ tháng 11/2022 trở đi, tiếp công dân ngày 15 hằng tháng",
                "Từ tháng 11/2022, tiếp công dân ngày 15 hằng tháng",
            ),
            ("sau ngày 20 trở đi", "sau ngày 20 trở đi"),
        ),
    ),
    Turn(
        # Which day it is, the bracket says.
        name="the-day-before-in-a-bracket",
        says=("hôm trước", "hôm sau", "ngày hôm "),
        pattern=re.compile(
            r"\b(?P<part>(?:buổi\s+)?(?:sáng|trưa|chiều|tối|đêm)\s+)?(?:ngày\s+)?hôm\s+(?:trước|sau)\s*"
            r"\(\s*(?:tức\s+)?(?:ngày\s+)?(?P<day>(?:thứ\s+\S+,?\s+)?(?:ngày\s+)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?)\s*\)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['part'] or 'Ngày '}{found['day']}",
        examples=(
            ("Tối hôm trước (11/11), từ 19h30", "Tối 11/11, từ 19h30"),
            ("Hôm sau (ngày 13/11): dọn vệ sinh", "Ngày 13/11: dọn vệ sinh"),
        ),
        beside="(",
    ),
    Turn(
        # How long a thing lasts.
        name="lasts-until",
        says=("đến ", "(hết "),
        pattern=re.compile(
            r"\((?P<long>kéo dài\s+)?(?:đến|hết)\s+(?=(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s*\))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"({found['long'] or ''}đến hết ",
        examples=(
            ("Đánh giá ngoài (đến 13/12)", "Đánh giá ngoài (đến hết 13/12)"),
            ("Đi công tác (hết 14/3)", "Đi công tác (đến hết 14/3)"),
        ),
        beside="(",
    ),
    Turn(
        # So the thing is called; "6 tháng đầu năm" is what it is about.
        name="of-a-year",
        says=("đầu năm", "giữa năm", "cuối năm"),
        pattern=re.compile(
            r"\s+(?:đầu|giữa|cuối) năm(?: học)?(?=\s*:\s+(?:tuần|tháng|đầu|giữa|cuối)\s)"
            r"|(?<!tháng)(?<!\s)\s+(?:đầu|giữa|cuối) năm(?: học)?(?=\s*:\s+(?:\d|(?:ngày|sáng|chiều|tối|thứ|xong"
            r"|hoàn thành|trước|chậm nhất|muộn nhất|dự kiến)\s))",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(("Kiểm điểm cuối năm: xong trước 30/11", "Kiểm điểm: xong trước 30/11"),),
        beside=": ",
    ),
    Turn(
        # The quarter is the thing's, its time stands behind the colon.
        name="of-a-quarter",
        says=("quý", "năm 20"),
        pattern=re.compile(
            r"(?P<thing>\b(?:quý\s+(?:\d|[IVX]+)(?:/\d{4})?|năm\s+20\d\d))\s*:\s+(?P<at>tuần|đầu|giữa|cuối)(?=\s)",
            re.IGNORECASE,
        ),
        plainly=_behind_the_things_own,
        examples=(
            ("Họp giao ban quý III: tuần cuối tháng 10", "Họp giao ban quý III. Tuần cuối tháng 10"),
            ("Quý III: tuần cuối", "Quý III: tuần cuối"),
        ),
        beside=": ",
    ),
    Turn(
        # By when it is due stands behind the colon; the month is what it is about.
        name="due-of-a-month",
        says=("chậm nhất", "muộn nhất", "trễ nhất", "trước"),
        pattern=re.compile(
            r"(?P<thing>\b(?:tháng\s+\d{1,2}(?:/\d{4})?|(?:tuần|tháng|quý)\s+(?:sau|tới|kế tiếp|tiếp theo)))\s*:\s+"
            r"(?P<at>chậm nhất|muộn nhất|trễ nhất|trước|xong trước)(?=\s)",
            re.IGNORECASE,
        ),
        plainly=_behind_the_things_own,
        examples=(
            (
                "Quyết toán kinh phí tháng 4: chậm nhất ngày 5",
                "Quyết toán kinh phí tháng 4. Chậm nhất ngày 5",
            ),
            ("Gửi kịch bản tuần sau: chậm nhất thứ sáu", "Gửi kịch bản tuần sau. Chậm nhất thứ sáu"),
            ("Tháng 4: trước ngày 5", "Tháng 4: trước ngày 5"),
        ),
        beside=": ",
    ),
    Turn(
        name="part-of-the-quarter",
        says=("quý",),
        pattern=re.compile(
            r"(?:\btháng )?\b(?P<which>đầu|giữa|cuối)\s+quý\b(?!\s*(?:[IVX\d]|này|trước|sau))", re.IGNORECASE
        ),
        plainly=_month_of_the_quarter,
        examples=(("Cuối quý: tổng hợp kết quả", "tháng 12: tổng hợp kết quả"),),
        within=a_quarter,
    ),
    Turn(
        # Another thing's day, and no list of days.
        name="another-day-behind-semicolon",
        says=(";",),
        pattern=re.compile(
            r";\s+(?P<lead>(?:(?:từ|sáng|chiều|tối)\s+)?ngày)(?=\s+\d{1,2}/\d{1,2}(?:/\d{4})?\s+"
            r"(?!(?:và|đến|tại|lúc|vào|hằng|hàng|của|từ|do)\b)[^\W\d_A-ZĐ])"
        ),
        plainly=lambda found, _: f"\n{found['lead'][:1].upper()}{found['lead'][1:]}",
        examples=(
            (
                "Nghỉ lễ 30/4 - 01/5; ngày 02/5 học sinh đi học",
                "Nghỉ lễ 30/4 - 01/5\nNgày 02/5 học sinh đi học",
            ),
        ),
    ),
    Turn(
        # The hour is of what stands before it.
        name="another-half-behind-bracket",
        says=(";",),
        pattern=re.compile(
            r";(?<=\);)\s+(?P<half>sáng|chiều|tối)(?=\s+(?:ngày\s+)?\d{1,2}/\d{1,2}\b)", re.IGNORECASE
        ),
        plainly=lambda found, _: f".\n{found['half'].capitalize()}",
        examples=(
            (
                "sáng 27/6 họp tổ (8h00); chiều 28/6 nghe báo cáo (14h00)",
                "sáng 27/6 họp tổ (8h00).\nChiều 28/6 nghe báo cáo (14h00)",
            ),
        ),
    ),
    Turn(
        # The hour is that of the opening and not the end of the days.
        name="opens-in-brackets",
        says=("khai mạc", "bắt đầu"),
        pattern=re.compile(
            r"\s*\((?P<opens>(?:lễ\s+)?khai mạc|bắt đầu)"
            r"(?P<at>[^()]*?\d\s*(?:h|g|giờ|:)[^()]*?\b\d{1,2}/\d{1,2}[^()]*)\)",
            re.IGNORECASE,
        ),
        plainly=r"; \g<opens>\g<at>",
        examples=(
            (
                "từ 26/9 đến 28/9 (khai mạc lúc 8h00 ngày 26/9)",
                "từ 26/9 đến 28/9; khai mạc lúc 8h00 ngày 26/9",
            ),
        ),
    ),
    Turn(
        # The week of these days and not the twentieth.
        name="week-of-days",
        says=("tuần ",),
        beside="/",
        pattern=re.compile(r"(?P<week>\btuần)\s+(?=\d{1,2}\s*[-–]\s*\d{1,2}/\d{1,2}\b)", re.IGNORECASE),
        holds=lambda text, _: _DAYS_OF_A_MONTH.search(text) is not None,
        plainly=r"\g<week> từ ",
        examples=(("Tuần 20-24/10: Kiểm tra", "Tuần từ 20-24/10: Kiểm tra"),),
    ),
    Turn(
        # A day off by its occasion.
        name="off-for-an-occasion",
        says=(" nghỉ ",),
        pattern=re.compile(
            r"(?P<start>^\W*|[;:.]\s+|\n)(?P<name>(?:dịp\s+)?(?:lễ|giỗ tổ|tết|quốc khánh)\b[^;:.\n]{0,60}?)"
            r"(?::[^;:.\n\d]{0,90})??\s+(?:được\s+)?nghỉ\s+(?=(?:từ|vào|ngày|\d{1,2} ngày)\b)",
            re.IGNORECASE,
        ),
        plainly=_day_off,
        examples=(
            (
                "Giỗ Tổ Hùng Vương nghỉ ngày 26/4; lễ 30/4 và 01/5 nghỉ từ ngày 30/4",
                "Nghỉ Giỗ Tổ Hùng Vương: ngày 26/4. Nghỉ lễ 30/4 và 01/5: từ ngày 30/4",
            ),
            (
                "Tết Dương lịch: công nhân, viên chức được nghỉ 02 ngày, từ ngày 31/12",
                "Nghỉ Tết Dương lịch: 02 ngày, từ ngày 31/12",
            ),
        ),
    ),
    Turn(
        # What is on in either half, in a bracket behind the day.
        name="both-halves-in-brackets",
        says=("sáng:", "sáng "),
        pattern=re.compile(
            r"\((?:buổi\s+)?sáng\s*:?\s*(?P<first>[^();\d]{3,90});\s*(?:buổi\s+)?chiều\s*:?\s*(?P<second>[^();\d]{3,90})\)",
            re.IGNORECASE,
        ),
        plainly=r"(cả ngày) (\g<first>, \g<second>)",
        examples=(
            (
                "Ngày 05/11 (sáng: nghe báo cáo; chiều: thảo luận tổ)",
                "Ngày 05/11 (cả ngày) (nghe báo cáo, thảo luận tổ)",
            ),
        ),
        beside="chiều",
    ),
    Turn(
        # One of two days that follow each other.
        name="either-day",
        says=(" hoặc ",),
        pattern=re.compile(
            r"(?:dự kiến\s+)?(?:vào\s+)?(?:ngày\s+)?(?<![\d/])(?P<one>\d{1,2})(?:/\d{1,2})?\s+hoặc\s+(?:ngày\s+)?"
            r"(?P<other>\d{1,2})(?P<month>/\d{1,2}(?:/\d{4})?)(?![\d/])",
            re.IGNORECASE,
        ),
        plainly=_either_day,
        examples=(("Dự kiến 25 hoặc 26/12", "Dự kiến trong khoảng từ ngày 25 đến ngày 26/12"),),
    ),
    Turn(
        name="to-the-end-of-the-month",
        says=(" hết tháng", " cuối tháng"),
        pattern=re.compile(
            r"(?:\btừ\s+)?\bngày\s+(?P<day>\d{1,2})(?:[/.]\d{1,2})?\s+(?:đến|tới)\s+(?:hết|cuối)\s+tháng(?!\s*\d)",
            re.IGNORECASE,
        ),
        plainly=_to_the_last_day,
        examples=(
            (
                "Ngày 23 đến hết tháng: Triển lãm ảnh",
                "từ ngày 23/11 đến ngày 30/11: Triển lãm ảnh",
            ),
        ),
        within=in_one_month,
    ),
    Turn(
        # How many sittings a day has is no rule of its own.
        name="sittings-a-day",
        says=("mỗi ngày ",),
        pattern=re.compile(
            r"\bmỗi ngày\s+(?:01|02|1|2|một|hai)\s+(?:buổi|ca|suất)\s*[,;:]?\s*", re.IGNORECASE
        ),
        plainly="",
        examples=(
            (
                "Ngày 3 và 4/11: Duyệt văn nghệ (mỗi ngày 01 buổi, 13h30)",
                "Ngày 3 và 4/11: Duyệt văn nghệ (13h30)",
            ),
        ),
    ),
    Turn(
        # Nothing is held at noon.
        name="rest-at-noon",
        says=("trưa nghỉ", "nghỉ trưa"),
        pattern=re.compile(r"\s*[,(]\s*(?:buổi )?(?:trưa nghỉ|nghỉ trưa)\)?", re.IGNORECASE),
        plainly="",
        examples=(
            (
                "Thư viện mở cửa từ thứ Hai đến thứ Sáu, 7h - 17h (trưa nghỉ)",
                "Thư viện mở cửa từ thứ Hai đến thứ Sáu, 7h - 17h",
            ),
        ),
    ),
    Turn(
        # The half of the day is of the day that opens the line.
        name="half-behind-its-thing",
        says=(", buổi ", ", cả ngày"),
        pattern=re.compile(
            r"^(?P<lead>\W*)(?P<day>(?:ngày\s+)?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?)(?P<what>\s*:\s[^;.\n\d]{3,120}?),\s+"
            r"(?P<half>buổi (?:sáng|chiều|tối)|cả ngày)(?=\s*[,.;]|\s*$)",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>\g<half> \g<day>\g<what>",
        examples=(
            (
                "10/10: Đại hội Liên đội, buổi chiều, tại hội trường",
                "buổi chiều 10/10: Đại hội Liên đội, tại hội trường",
            ),
        ),
    ),
)
