"""What stands beside a time: why it is on another day, and the hour that several of them have together."""

import re

from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_HALF_OR_DAY = re.compile(r"\s+(?=(?:sáng|chiều|tối|ngày)\s+\d{1,2}/\d{1,2})", re.IGNORECASE)


def _each_at_the_hour(found: re.Match[str], _period: DaySpan | None) -> str:
    return _HALF_OR_DAY.sub(f": {found['hour']} ", found["days"].rstrip(" ,;"))


_A_GROUP = (
    r"(?:đơn vị bầu cử|đvbc|đơn vị \(?đvbc|tổ đại biểu|tổ bầu cử|khu vực bỏ phiếu|đoàn công tác|đoàn giám sát|khối)\b"
    r"(?:(?!tiếp xúc|txct|họp|gặp|khám|thi )[^:;\n]){1,100}"
)
_A_DAY = re.compile(r"\d\s?[/.-]\s?\d|\bngày\s+\d", re.IGNORECASE)


def _unless_all(found: re.Match[str], _period: DaySpan | None) -> str:
    return (
        ""
        if _A_DAY.search(found.string, found.end()) or _A_DAY.search(found.string, 0, found.start())
        else found[0]
    )


_STEMS = ("giáp ", "ất ", "bính ", "đinh ", "mậu ", "kỷ ", "canh ", "tân ", "nhâm ", "quý ")
_YEAR_BY_NAME = (
    rf"(?:{'|'.join(stem.strip() for stem in _STEMS)})\s+"
    r"(?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
)

ASIDES = (
    Turn(
        # Whose both halves are, before the first of them; a semicolon between them parts no two things.
        name="groups-before-their-halves",
        says=("đơn vị bầu cử", "đvbc", "tổ đại biểu", "tổ bầu cử", "khu vực bỏ phiếu", "đoàn ", "khối "),
        pattern=re.compile(
            rf"(?P<lead>(?:^|\d|\)):?\s){_A_GROUP}(?:; {_A_GROUP}){{0,4}}:\s*"
            r"(?=(?:(?:vào |lúc |từ )?(?:buổi )?(?:sáng|chiều|tối)\b|\d{1,2} ?(?:h|g|giờ|:\d)))",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>",
        examples=(
            (
                "Ngày 5/5: ĐVBC số 1, Hòa An; ĐVBC số 2: buổi sáng TXCT xã Tân Phú; buổi chiều TXCT xã Tân Lợi",
                "Ngày 5/5: buổi sáng TXCT xã Tân Phú; buổi chiều TXCT xã Tân Lợi",
            ),
            (
                "Thứ Hai 12/6: Đoàn công tác số 2: 8h00 kiểm tra Trạm Y tế",
                "Thứ Hai 12/6: 8h00 kiểm tra Trạm Y tế",
            ),
        ),
        beside=":",
    ),
    Turn(
        # Told so that it does not happen again.
        name="as-it-was-before",
        says=("năm ngoái", "năm trước", "lần trước", "tháng trước", "tuần trước"),
        pattern=re.compile(
            r"\s*[,(–-]\s*(?:như |vì |do )?(?:năm ngoái|năm trước|(?:lần|tháng|tuần) trước)\s"
            r"(?=[^,.;\n]{0,60}\b(?:mới|đã|chậm|muộn|thiếu|có|bị)\b)[^.;\n()]{2,80}\)?(?=[.;\n]|$)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("Gửi số liệu trước 17h T4, năm ngoái 20/10 mới có đủ là muộn.", "Gửi số liệu trước 17h T4."),
            ("Họp tổ 8h (tuần trước 3/10 bị hoãn)", "Họp tổ 8h"),
        ),
    ),
    Turn(
        # Not at a place of that name.
        name="stays-for",
        says=("ở lại ", "nán lại "),
        pattern=re.compile(
            r"\b(?:ở|nán) lại (?=(?:cùng |để )?(?:dự|dùng|tham|ăn|liên hoan|chụp|giao lưu|họp"
            r"|trao đổi|làm việc|sinh hoạt|gặp))",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("mời đồng chí ở lại dự cơm lúc 11h", "mời đồng chí dự cơm lúc 11h"),
            ("chiều 18/11 lãnh đạo các xã ở lại họp", "chiều 18/11 lãnh đạo các xã họp"),
        ),
    ),
    Turn(
        # Before the others, and no deadline.
        name="meets-before-the-others",
        says=("họp trước",),
        pattern=re.compile(r"\bhọp trước,? (?=(?:vào )?lúc )", re.IGNORECASE),
        plainly="họp ",
        examples=(("Ban đại diện họp trước lúc 7h00 ngày 11/01", "Ban đại diện họp lúc 7h00 ngày 11/01"),),
    ),
    Turn(
        # Whom to ring is no part of what is asked.
        name="telephone-behind-somebody",
        says=("đt", "sđt", "điện thoại", "zalo", "di động", "hotline"),
        pattern=re.compile(
            r"(?=[\s,;(][\s,;(sđzdh]|(?<!\w)[sđzdh])\s?+[,;]?+\s?+\(?+\b"
            r"(?:số )?(?:điện thoại|đt|sđt|zalo|di động|hotline)\b(?:/zalo|/đt)?\s?"
            r"[:.]?\s?\+?\(?0\d{1,4}\)?(?:[ .-]?\d{2,4}){2,3}(?![\d/])\)?(?:[\s,;]{0,2}\(?24/(?:24|7)\b(?!/)h?\)?)?",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("liên hệ trụ sở hoặc ĐT 0900.117.452 (24/7).", "liên hệ trụ sở hoặc."),
            (
                "Ai đi xe xin báo trước 16h ngày 03/5 cho anh Sáu, ĐT: 0900.117.452.",
                "Ai đi xe xin báo trước 16h ngày 03/5 cho anh Sáu.",
            ),
            ("Liên hệ chị Lan (Zalo 0900 117 452) trước 03/5", "Liên hệ chị Lan trước 03/5"),
        ),
    ),
    Turn(
        # When it did not take place; when it does stands outside the bracket.
        name="was-put-off",
        says=(
            "(đã hoãn",
            "(đã tạm hoãn",
            "(hoãn từ",
            "(đã lùi",
            "(lùi từ",
            "(bị hoãn",
            "(dời từ",
            "(chuyển từ",
        ),
        pattern=re.compile(r"\s*\((?:đã|bị) (?:tạm )?hoãn\b[^()]{3,60}\)", re.IGNORECASE),
        plainly=_unless_all,
        examples=(
            ("Vụ án đất đai (đã hoãn phiên tòa ngày 22/02): 14h, ngày 15/3", "Vụ án đất đai: 14h, ngày 15/3"),
            ("Họp tổ (đã hoãn ngày 22/02)", "Họp tổ (đã hoãn ngày 22/02)"),
        ),
    ),
    Turn(
        # From when what the thing is about holds; by when it is due stands behind the colon.
        name="in-force-since",
        says=("kể từ ", "áp dụng từ "),
        pattern=re.compile(
            r"\s+(?:áp dụng |có hiệu lực |tính |thực hiện )?(?:kể từ|(?<=dụng )từ) (?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?"
            r"(?=\s*:\s+(?:chậm nhất|muộn nhất|trước|hạn|xong|hoàn thành))",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Chuyển đổi thông tin kể từ 01/7/2025: chậm nhất 17h00 ngày 11/7",
                "Chuyển đổi thông tin: chậm nhất 17h00 ngày 11/7",
            ),
        ),
    ),
    Turn(
        # Who sets the hour is no part of the name.
        name="hour-set-by",
        says=("thời gian cụ thể ", "giờ cụ thể ", "ngày cụ thể "),
        pattern=re.compile(
            r",\s*(?:thời gian|giờ|ngày|ngày giờ) cụ thể (?:do|theo|tùy|tuỳ|căn cứ)\s[^.;\n\d]{3,60}(?=[.;\n]|$)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Hội nghị họp vào trung tuần tháng 12, thời gian cụ thể do Thường trực quyết định.",
                "Hội nghị họp vào trung tuần tháng 12.",
            ),
        ),
    ),
    Turn(
        # The last round has its own day.
        name="last-round-behind",
        says=(", chung kết ", ", bán kết ", ", trao giải "),
        pattern=re.compile(
            r"(?P<first>\d{1,2}/\d{1,2}(?:/\d{4})?\)?[^.;\n]{0,60}?), (?=(?:trận )?(?:chung kết|bán kết|trao giải)\s"
            r"(?:và [^.;,\d]{3,20}\s)?(?:(?:vào|lúc|sáng|chiều|tối|ngày)\s){0,3}\d)",
            re.IGNORECASE,
        ),
        plainly=r"\g<first>; ",
        examples=(
            (
                "Giải cầu lông khai mạc 7h30 ngày 20/12, chung kết chiều ngày 21/12",
                "Giải cầu lông khai mạc 7h30 ngày 20/12; chung kết chiều ngày 21/12",
            ),
        ),
    ),
    Turn(
        # Why it is on another day: neither that day nor its weekday is one of the thing's own.
        name="day-that-is-off",
        says=("chủ nhật)", "thứ bảy)", "thứ 7)", "cn)", "ngày nghỉ)", "t7)"),
        pattern=re.compile(
            r"\s*\((?:(?:do|vì|ngày|lễ|tết|rằm|mùng)\s+){0,3}(?:\d{1,2}/\d{1,2}(?:/\d{4})?\s+)?"
            r"(?:(?:âm lịch|AL|ÂL)\s+)?(?:là|vào|trùng(?: vào| với)?|rơi vào|nhằm(?: vào)?)\s+(?:ngày\s+)?"
            r"(?:thứ bảy|thứ 7|t7|chủ nhật|cn|ngày nghỉ)\)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("Nộp tờ khai: chậm nhất 21/9 (20/9 là Chủ nhật)", "Nộp tờ khai: chậm nhất 21/9"),
            ("11/4: nghỉ bù Giỗ Tổ (10/3 âm lịch vào Chủ nhật).", "11/4: nghỉ bù Giỗ Tổ."),
            ("Nghỉ bù 04/9 (lễ trùng Chủ nhật)", "Nghỉ bù 04/9"),
        ),
    ),
    Turn(
        # The day by the moon, told before the one that it is; the latter is enough.
        name="lunar-day-that-is",
        says=("giêng", "chạp", "âm lịch", " âl", *(f"năm {stem}" for stem in _STEMS)),
        pattern=re.compile(
            r"(?:(?:ngày\s+)?(?:thứ \w+|chủ nhật) (?:đầu tiên )?(?:trước|sau) rằm tháng \w+ (?:tức )?là\s+)?"
            rf"(?:(?:vào|ngày|mùng|mồng|rằm)\s+){{1,3}}(?:\d{{1,2}}\s+)?tháng\s+(?:(?:\d{{1,2}}|\w+)\s+(?:năm\s+)?{_YEAR_BY_NAME}"
            r"|(?:giêng|chạp)|(?:\d{1,2}|\w+)(?=\s+\(?(?:âm lịch|âl)\b))"
            rf"(?:\s+(?:năm\s+)?{_YEAR_BY_NAME})?(?:\s+\(?(?:âm lịch|âl)\)?)?"
            r"\s*[,;–-]?\s+(?:tức|nhằm|là|trùng|ứng)(?:\s+(?:là|vào|với))?\s+"
            r"(?=(?:(?:ngày|thứ \w+|chủ nhật),?\s+){0,3}\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}| tháng \d))",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("Lễ tế vào ngày 20 tháng Giêng năm Kỷ Hợi, tức ngày 24-02-2019", "Lễ tế ngày 24-02-2019"),
            ("Lễ giỗ mùng 8 tháng 3 năm Giáp Thìn, nhằm thứ Ba 16/4/2024", "Lễ giỗ thứ Ba 16/4/2024"),
            ("họp ngày 12 tháng Giêng; lễ là ngày 5/4/2024", "họp ngày 12 tháng Giêng; lễ là ngày 5/4/2024"),
        ),
    ),
    Turn(
        # The half of the day told twice.
        name="part-of-day-again",
        says=("giờ sáng", "giờ chiều", "giờ tối", "h sáng", "h chiều", "h tối", "0 sáng", "0 chiều", "0 tối"),
        pattern=re.compile(
            r"\b(?P<part>sáng|chiều|tối)\b(?P<between>[^.;\n]{3,60}?\b\d{1,2}(?:[:hg]\d{2}|\s?(?:giờ|h|g))"
            r"(?:\s\d{2}(?: phút)?)?)\s+(?P=part)(?!\s+(?:ngày|thứ|\d))\b",
            re.IGNORECASE,
        ),
        plainly=r"\g<part>\g<between>",
        examples=(
            ("sáng thứ Bảy 9/9 bắt đầu từ 9 giờ sáng", "sáng thứ Bảy 9/9 bắt đầu từ 9 giờ"),
            ("sáng 9/9 họp A, 8h sáng ngày 10/9 họp B", "sáng 9/9 họp A, 8h sáng ngày 10/9 họp B"),
        ),
    ),
    Turn(
        # The hour that it then is elsewhere.
        name="hour-elsewhere",
        says=("giờ sg", "giờ sài", "giờ saigon", "giờ vn", "giờ việt", "giờ hà nội", "giờ hn"),
        pattern=re.compile(
            r"\s+giờ\s+(?:SG|Sài Gòn|Saigon|VN|Việt Nam|Hà Nội|HN)\b"
            r"|,?\s+(?:tức|hay)(?:\s+là)?\s+(?:\d{1,2}\s*(?:giờ|[hg:])\s*\d{0,2}\s*(?:sáng|trưa|chiều|tối|khuya)?)\s+giờ\s+"
            r"(?-i:(?:[A-ZĐ]\w+\s?){1,3})",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("từ 9 giờ sáng giờ SG, tức là 7 giờ tối giờ Cali", "từ 9 giờ sáng"),
            ("họp 20h00 giờ Việt Nam hay 15h00 giờ Paris", "họp 20h00"),
        ),
    ),
    Turn(
        # The day that it is on in any case, told in full.
        name="same-day-in-full",
        says=("cùng ngày ",),
        pattern=re.compile(
            r"\bcùng\s+ngày,?\s+(?=\(?(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]),?\s+\(?)?"
            r"(?:ngày\s+)?\d{1,2}/\d{1,2})",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("Họp tổ lùi đến 15h30 cùng ngày Thứ Tư 21/10", "Họp tổ lùi đến 15h30 Thứ Tư 21/10"),
            ("Họp tổ lùi đến 15h30 cùng ngày 21/10", "Họp tổ lùi đến 15h30 21/10"),
        ),
    ),
    Turn(
        # How far it has come by a day that is gone.
        name="so-far",
        says=(" mới có ", " mới được ", " mới nộp ", " mới gửi ", " đã có ", " đã nộp ", " chỉ có "),
        pattern=re.compile(
            r",\s*(?:hôm|tính đến|đến)\s+(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?,?\s+(?:[^\W\d]+\s+){0,2}(?:mới|đã|chỉ)"
            r"\s+(?:có|được|nộp|gửi|đạt)\s+(?:[^\W\d]+\s+){0,2}\d[^.;\n]{0,60}",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Gửi báo cáo trước ngày 18/6, hôm 10/6 mới có 9/31 đơn vị gửi ạ.",
                "Gửi báo cáo trước ngày 18/6.",
            ),
        ),
    ),
    Turn(
        # When people come back is when it ends.
        name="until-people-are-back",
        says=(" về trường", " về cơ quan", " về đến ", " về lại ", " về nhà "),
        pattern=re.compile(
            r"^(?P<start>\W*\d{1,2}\s?(?:h|g|:)\s?\d{0,2})(?=[:\s])(?P<what>[^\d\n][^\n]{4,150}?),\s*(?:quay |trở )?"
            r"về(?:\s+(?:đến|lại|tới))?(?:\s+(?:trường|cơ quan|đơn vị|nhà))?\s+(?:lúc\s+)?"
            r"(?P<end>\d{1,2}\s?(?:h|g|:)\s?\d{0,2})(?!\d)",
            re.IGNORECASE,
        ),
        plainly=r"\g<start> - \g<end>\g<what>",
        examples=(
            (
                "7h00: Khối 9 trải nghiệm tại Địa đạo, về trường 16h30",
                "7h00 - 16h30: Khối 9 trải nghiệm tại Địa đạo",
            ),
        ),
    ),
    Turn(
        # Held as told, and elsewhere or later only in bad weather.
        name="moved-in-bad-weather",
        says=("nếu ", "trường hợp "),
        pattern=re.compile(
            r",?\s*\(?\b(?:nếu|(?:trong )?trường hợp)\s(?:(?:trời|thời tiết|có|gặp)\s)*(?:mưa|bão|xấu|bất lợi"
            r"|không thuận lợi|nắng nóng|rét|ngập)\b[^().;\n]{0,50}?\b(?:chuyển|dời|lùi|hoãn|đổi)\b[^().;\n]{0,60}\)?",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("Ngày 24: bắn súng (nếu thời tiết xấu chuyển sang 25/12).", "Ngày 24: bắn súng."),
            ("7h00 ngày 05/5: chạy việt dã, nếu trời mưa thì lùi đến 06/5", "7h00 ngày 05/5: chạy việt dã"),
        ),
    ),
    Turn(
        # Each of them begins at the hour told behind all.
        name="hour-of-all",
        says=("đều từ", "đều lúc", "đều vào", "đều bắt đầu", "cùng lúc", "cùng bắt đầu"),
        pattern=re.compile(
            r"(?P<days>(?:\b(?:lớp|đợt|nhóm|ca|khối)\s+\d{1,2}\s+(?:sáng|chiều|tối|ngày)\s+\d{1,2}/\d{1,2}[^;:\n\d]{0,60}?"
            r"(?:[,;]\s+|(?=,\s+(?:đều|cùng)\s))){2,6}),?\s*(?:đều|cùng)(?:\s+(?:bắt đầu|từ|lúc|vào)){1,2}"
            r"\s+(?P<hour>\d{1,2}\s?(?:h|g|giờ)\s?(?:\d{2})?)(?=[.;]?\s*$)",
            re.IGNORECASE,
        ),
        plainly=_each_at_the_hour,
        examples=(
            (
                "Tập huấn: lớp 1 sáng 15/9, lớp 2 sáng 17/9, đều từ 8h00.",
                "Tập huấn: lớp 1: 8h00 sáng 15/9, lớp 2: 8h00 sáng 17/9.",
            ),
        ),
    ),
    Turn(
        # The first Friday of the month, with its date.
        name="first-weekday-with-its-date",
        says=("đầu tháng", "cuối tháng"),
        pattern=re.compile(
            r"(?P<day>\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|ch[úủ]a?\s+nhật))\s+(?:đầu|cuối)\s+tháng,?\s+(?:ngày\s+)?"
            r"(?=\d{1,2}[./]\d{1,2}(?!\d))",
            re.IGNORECASE,
        ),
        plainly=r"\g<day> ",
        examples=(
            ("Thứ Sáu đầu tháng 04.12: 17g30 Thánh lễ", "Thứ Sáu 04.12: 17g30 Thánh lễ"),
            ("Chúa nhật đầu tháng, ngày 06/12: Họp", "Chúa nhật 06/12: Họp"),
        ),
    ),
    Turn(
        # Half a day on which a thing of many days is closed; a calendar shows its days.
        name="half-day-closed",
        says=("(trừ ", "(nghỉ ", "(đóng cửa", "(không mở", "(không phục vụ"),
        pattern=re.compile(
            r"\s*\((?:trừ|nghỉ|đóng cửa|không mở cửa|không phục vụ)(?: vào)?(?: các)?(?: buổi)?"
            r" (?:sáng|trưa|chiều|tối)\b[^()\d]{0,40}\d?\)",
            re.IGNORECASE,
        ),
        plainly="",
        beside="đến",
        holds=lambda text, _: _A_DAY.search(text) is not None,
        examples=(
            (
                "Triển lãm mở cửa từ 08/12 đến 16/12/2018 (trừ sáng thứ hai)",
                "Triển lãm mở cửa từ 08/12 đến 16/12/2018",
            ),
            ("Hội chợ từ 10/5 đến 20/5 (nghỉ các buổi trưa).", "Hội chợ từ 10/5 đến 20/5."),
            ("từ thứ Hai đến thứ Sáu (trừ chiều thứ Sáu)", "từ thứ Hai đến thứ Sáu (trừ chiều thứ Sáu)"),
        ),
    ),
)
