"""Numbers and dates that are names, counts, ratios, ages, terms, telephone numbers.

"Quảng trường 2/9", "24/25 chỉ tiêu", "nhiệm kỳ 2024 - 2029", "độ tuổi từ 15-49": each has a word
beside it that says what it is. What dates a paper or a report is in `stamps`.
"""

from dataclasses import replace

from calendars.grammar.counted import COUNTED, DOES, MEMBERS
from calendars.grammar.masks import DATE, FULL_DATE, mask
from calendars.grammar.ordinals import ORDINAL_RULES
from calendars.grammar.rule import Rule, Words
from calendars.grammar.spelling import fold_word
from calendars.grammar.stamps import STAMP_RULES

_NOT_DATED = (
    r"(?<!ngày )(?<!sáng )(?<!chiều )(?<!tối )(?<!trước )(?<!đến )(?<!từ )(?<!đêm )(?<!, )(?<!và )(?<!\d-)"
    r"(?<!- )(?<!\d, )"
)
_BEHIND_WORDS = (  # "120 hộ, 3/4 hộ nghèo"; dates of a list and behind a weekday stand so too
    r"(?<=[^\W\d_], )(?<!hai, )(?<!ba, )(?<!tư, )(?<!năm, )(?<!sáu, )(?<!bảy, )(?<!nhật, )(?<!sáng, )(?<!chiều, )"
    r"(?<!tối, )"
)
_PLACE = (
    r"(?:(?<!tháo )đường|phố|ngõ|quảng trường|công viên|bệnh viện|(?<!hội )(?<!môi )(?<!thị )(?<!hiện )(?<!tựu )"
    r"(?<!lập )(?<!trẻ đến )trường"
    r"(?: (?!(?:ngày|sáng|chiều|tối|thứ|vào|từ|đến|hết|trước|lúc|nghỉ|sớm|tới)(?!\w))[^\W\d_]+){0,4}"
    r"|phường|khu phố|cầu|chợ|tượng đài|nhà máy|xí nghiệp|công ty|lâm trường|nông trường|khu đô thị|nhà văn hoá|nhà văn"
    r" hóa|rạp|thư viện|cung"
    r"|giải(?! (?:ngân|quyết|phóng|trình|thích|đáp|toả|thể|cứu))(?: thưởng)?"
    r"(?: (?!(?:trước|ngày|vào|từ|đến|lúc|diễn|tổ|khai|bế|sáng|chiều|tối)(?!\w))[^\W\d_]+){0,3}"
    r"|cúp(?: (?!(?:ngày|từ|vào|sáng|chiều|tối)(?!\w))[^\W\d_]+){0,3}|câu lạc bộ|quỹ|hợp tác xã|trung đoàn"
    r"|(?<!quốc tế )bảo tàng|sân vận động|nhà thi đấu|khách sạn|nhà khách|nhà hát|bến xe|đại lộ|vòng xoay|toà nhà"
    r"|đoàn nghệ thuật)"
)
_YEARS = r"(?:19|20)\d\d(?: ?(?:-|đến(?: năm)?|÷) ?(?:năm )?(?:19|20)\d\d)?"
_WEEKDAY_PLACE = ("thứ", "chủ", "sáng", "chiều", "tối", "buổi", "trưa", "hôm")
_HEADS = (
    "họp",
    "lễ",
    "hội",
    "đại",
    "tọa",
    "toạ",
    "giao",
    "khai",
    "bế",
    "sinh",
    "tiếp",
    "thời",
    "ngày",
    "kỳ",
    "phiên",
)


_HEADS_WITHOUT_MARKS = frozenset(map(fold_word, (*_WEEKDAY_PLACE, *_HEADS)))


def _issue_date(words: Words) -> bool | None:
    """A place's name before the date: every word with a capital, none of them of time or of an event."""
    place = words["place"].replace(".", " ").split()
    first = place[0].lower()
    named = all(word[0].isupper() for word in place if word[0].isalpha())
    if first.isascii() and first in _HEADS_WITHOUT_MARKS:
        return None
    return True if named and first not in _WEEKDAY_PLACE and first not in _HEADS else None


def _is_ratio(words: Words) -> bool | None:
    """Behind a comma a ratio is told from a date by its first number, which is never the greater."""
    return True if not words["whole"] or int(words["part"]) <= int(words["whole"]) else None


CASED_RULES = (
    Rule(
        name="place-and-date-of-issue",
        kind="issue-date",
        pattern=r"(?:(?<!.)|(?<=[A-ZĐ] )|(?<=\| ))(?P<place>[^\W\d_]+\.?(?: [^\W\d_]+){0,4}), ?"
        r"(?:[Nn]g[àa]y \d{1,2} th[áa]ng \d{1,2} n[ăa]m|NGÀY \d{1,2} THÁNG \d{1,2} NĂM) \d{4}(?=[ .;]*(?:\Z|\|))",
        meaning=_issue_date,
        examples={
            "Bắc Giang, ngày 25 tháng 5 năm 2020": True,
            "TP. Hồ Chí Minh, ngày 02 tháng 7 năm 2021": True,
            "Bắc Giang, ngày 02 tháng 7 năm 2021 |": True,
            "Bac Giang, ngay 02 thang 7 nam 2021": True,
        },
        not_examples=("Thứ Sáu, ngày 24 tháng 11 năm 2023", "Thu Sau, ngay 24 thang 11 nam 2023"),
    ),
)
"""Masks that need the capitals; they are read in the normalised text."""

_FEAST = r"(?:0?8[./]0?3|26[./]0?3|30[./]0?4|0?1[./]0?5|19[./]0?5|0?2[./]0?9|20[./]1[01]|22[./]12)(?![./]?\d)"

NAME_RULES = (
    *STAMP_RULES,
    mask(
        "round-the-clock",
        "ratio",
        r"24 ?/ ?24(?: ?(?:giờ|h))?(?:/ ?\d+)?|7 ?/ ?7 ngày"
        r"|(?:trực|hoạt động|phục vụ|hỗ trợ|liên tục|tiếp nhận|vận hành|thông tin|hotline|đường dây nóng|tổng đài"
        r"|giám sát|chăm sóc|tư vấn)(?: [^\W\d_]+){0,3}:? \(?24 ?/ ?7(?:\)|(?![/\d]))|(?<!ngày )24 ?/ ?7 ?/ ?365",
        "24/24 giờ",
        "24/24h",
        "trực 24/7",
        "hỗ trợ khách hàng (24/7)",
        "24/7/365",
        but_not=("ngày 24/7", "Họp Ban Chấp hành (24/7)"),
    ),
    Rule(
        name="ratio",
        kind="ratio",
        pattern=rf"{_NOT_DATED}(?!1 ?/ ?2 ngày)\d{{1,4}} ?/ ?\d{{1,4}}(?![/\d])(?= {COUNTED}(?!\w))"
        rf"|(?:{_BEHIND_WORDS}|(?<!.- )(?<=- )(?=\d+ ?/ ?\d+ (?:{MEMBERS}{DOES}|(?:số|quân số|dân số) )))"
        rf"(?P<part>\d{{1,3}}) ?/ ?(?P<whole>\d{{1,3}})(?![/\d])(?= {MEMBERS}(?!\w))",
        meaning=_is_ratio,
        examples={"8/10 huyện, thành phố": True},
        not_examples=(
            "tháng 3/2024 tổ chức",
            "ngày 10/12 xã",
            "Hội nghị tổng kết, 20/11 xã Tân Tiến",
            "thứ Ba, 3/4 xã",
        ),
    ),
    mask(
        "ratio-of-decimals",
        "ratio",
        r"(?<![\d/])\d{1,3},\d{1,3} ?/ ?\d{1,3},\d{1,3}(?![\d/,])(?! ?(?:và|-|–))",
        "4,12/4,00",
        "98,5/100,0",
        but_not=("các ngày 4,12/4", "các ngày 4,12/4,13,15/5"),
    ),
    mask(
        "ratio-after-a-verb",
        "ratio",
        r"(?:đạt|chiếm|có|được|hơn|gần|trên|ít nhất|tỷ lệ|quá bán|với) \d{1,4} ?/ ?\d{1,4}(?![/\d]| (?:đến|sẽ))",
        "đạt 24/25",
    ),
    mask(
        "names-with-a-date",
        "name",
        rf"{_PLACE} (?:số )?\d{{1,2}} ?(?:/|-| tháng ) ?\d{{1,2}}(?![/\d-]| ?năm)(?: lần thứ [ivx\d]+)?",
        "đường 30/4",
        "Quảng trường 2/9",
        "Bệnh viện 19-8",
        "Trường THPT 19/5",
        "đường 3 tháng 2",
        "bến xe 30 tháng 4",
        "Cúp bóng chuyền 26/3 lần thứ II",
        "Giải thưởng 15/10",
        but_not=(
            "hội trường 24/11",
            "học sinh tựu trường 24/8",
            "lễ trao giải diễn ra ngày 22/5",
            "trường khai giảng vào 5/9",
        ),
    ),
    mask(  # what is held for both, and not from the one to the other
        "two-feasts",
        "name",
        rf"(?:văn nghệ|thể thao|hội thao|bóng đá|bóng chuyền|cầu lông|kéo co|báo tường) {_FEAST} ?(?:-|và|&) ?{_FEAST}",
        "văn nghệ 8/3 - 26/3",
        "bóng đá 20/10-20/11",
        but_not=("văn nghệ 8/3 - 12/3", "văn nghệ từ 8/3 đến 26/3"),
    ),
    mask(
        "denied",
        "name",
        r"không phải (?:là )?(?:(?:lúc|vào|ngày|từ) ){0,2}"
        rf"(?:\d{{1,2}} ?(?:h|g|giờ|:) ?(?:\d\d)?(?:,? ngày {DATE})?|{DATE})(?=[ ,.;)]|\Z)",
        "không phải 8h00",
        "không phải ngày 24/11",
        but_not=("không phải 8 người",),
    ),
    mask(
        "age",
        "age",
        r"(?:trong )?độ tuổi (?:từ )?\d{1,3}(?: ?(?:-|đến) ?\d{1,3})?(?: tuổi)?|(?:từ |dưới |trên |đủ"
        r" )?\d{1,3}(?: ?(?:-|đến|/) ?(?:dưới )?\d{1,3})? (?:năm )?tuổi",
        "độ tuổi từ 15-49",
        "từ 18 đến 35 tuổi",
        "60 năm tuổi",
    ),
    mask(
        "term",
        "term",
        rf"(?:nhiệm kỳ|giai đoạn|thời kỳ|niên khoá|năm học|tầm nhìn|định hướng|mùa giải|niên độ"
        rf"|kỳ ổn định)(?: (?:các )?năm)?(?: (?:từ|đến))?(?: năm)? (?:{_YEARS}|[ivx]{{1,5}}(?!\w)|\d"
        rf"(?![\d/]))(?:(?:,| và)? (?:tầm nhìn|định hướng)(?: đến)?(?: năm)? \d{{4}})?|(?:19|20)\d\d ?"
        rf"(?:-|÷) ?(?:19|20)\d\d(?![/\d])|(?:phấn đấu |tầm nhìn |định hướng )?đến năm (?:19|20)\d\d",
        "giai đoạn 2021 - 2025",
        "nhiệm kỳ 2024 - 2029",
        "tầm nhìn đến năm 2050",
        "năm học 2023-2024",
        "giai đoạn I",
    ),
    mask(
        "number-of-a-journal",
        "number",
        r"số \d{1,5} ?\((?:kỳ|tháng|quý|tập) [^)]{1,20}\)",
        "Số 461 (Kì 1 - 9/2019)",
        but_not=("phòng số 12 (tháng này)",),
    ),
    mask(
        "course",
        "term",
        r"(?:khoá|khóa|kỳ|cấp|lớp|khối|tập|số) [ivxl]{1,6}(?!\w)(?: ?\((?![^)]*(?:ngày|đến|/))[^)]{0,20}\))?"
        r"|khoá (?:\d{1,3})"
        r"(?![/\d])(?:, ?nhiệm kỳ [\d -]+)?",
        "khóa XIX",
        "khoá 12",
    ),
    *ORDINAL_RULES,
    mask(
        "weekday-of-a-movement",
        "name",
        r"(?:ngày )?(?:chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])) (?:tình nguyện|xanh|đỏ|hồng|nhân ái"
        r"|yêu thương|vì dân|không hẹn|văn minh)",
        "Ngày thứ Bảy tình nguyện",
        "Chủ nhật xanh",
        but_not=("Chủ nhật, tình nguyện viên tập trung",),
    ),
    mask(
        "night-in-a-name",
        "name",
        r"(?:chợ|phố đi bộ|kinh tế(?: ban)?|xe buýt) đêm(?! (?:ngày|thứ|\d))",
        "chợ đêm",
        "kinh tế ban đêm",
        but_not=("họp chợ đêm 20/11",),
    ),
    mask(
        "tomorrow-in-a-name",
        "name",
        r"(?:mùa thu|vì|thắp sáng|kiến tạo) (?:một )?ngày mai(?= ?\"? ?(?:\Z|[.;:,(]))"
        r"|ngày mai (?=tươi sáng|tươi đẹp|lập nghiệp)",
        "Mùa thu ngày mai",
        "Vì ngày mai",
        but_not=("vì ngày mai nghỉ",),
    ),
    mask(
        "telephone",
        "telephone",
        r"(?:(?:\(?0\d{1,4}\)?[. -]?)?\d{3,4}[. ]\d{3,4}[. ]?\d{2,4}(?:[ /,-]+0\d{2,4}[. ]?\d{3,4}[."
        r" ]?\d{3,4})*|0\d{2,3}[. ]\d{3}[. ]\d{2}[. ]\d{2}|1[89]00[. ]?\d{4}|\+84[\d. ]{8,13}\d"
        r"|0\d{9}(?=,? ?[-;(]? ?24 ?/ ?7(?!\d)))"
        r"(?:,? ?[-;(]? ?24 ?/ ?7(?:\)|(?![/\d])))?",
        "0204.3529.266/086.8383.168",
        "0912 578 576",
        "1900.9095",
        "086.8383.168",
        "0912.345.678 (24/7)",
        "1900 1234, 24/7",
    ),
    mask(
        "account-or-plate", "number", r"\d{7,}|\d\d[a-zđ]{1,2}\d?-\d{2,3}\.\d\d", "103862847261", "29A-12.10"
    ),
    mask(
        "amount",
        "number",
        r"\d{1,3}(?:[.,]\d{3})+(?: ?(?:đồng|đ|vnđ|người|lượt))?|\d{1,6}(?:[.,]\d{1,3})?(?: ?%| (?:tỷ"
        r"|triệu|nghìn|ngàn|đồng|ha|km|m2|m|kg|tấn|lượt|suất)(?!\w))|\d+ ?g(?: [^\W\d_]+)? (?:gạo|đường"
        r"|thịt|muối|vàng)|km ?\d+ ?\+ ?\d+",
        "1.500.000 đồng",
        "3,5%",
        "02 tỷ",
        "Km 24+500",
    ),
    mask(
        "counted-from-to",
        "count",
        r"từ \d{1,3} ?(?:-|đến) ?\d{1,3} (?:mô hình|công trình|hộ|người|hội viên|đoàn viên|đảng viên|học viên|học sinh"
        r"|đại biểu|đơn vị|lớp|cơ sở|tiêu chí|nội dung|sản phẩm|phần việc|câu hỏi|dự án|suất|cây|con|mm|độ)(?!\w)"
        r"|(?:tăng|giảm|nâng) (?:từ )?\d{1,4}[.,]\d{1,3}(?: [^\W\d_]+){0,2} (?:lên|xuống|còn) \d{1,4}(?:[.,]\d{1,3})?",
        "từ 3-5 mô hình",
        "tăng từ 4.2 lên 5.1",
        but_not=("từ 3-5 tổ chức hội nghị", "tăng cường từ 4.2"),
    ),
    mask(
        "rate",
        "rate",
        r"\d{1,3}(?:[.,]\d)? (?:ngày|buổi|giờ|tiết|phút|tiếng|lần|tháng) ?/ ?(?!lần)(?:\d{1,2} )?(?!"
        r"(?:tuần|tháng|quý|năm|ngày)(?!\w))[^\W\d_]+|\d{1,3} (?:giờ|tiết|phút|tiếng|buổi) ?/ ?(?:tuần"
        r"|tháng|ngày|năm|buổi|lớp)|\d{1,3} lần ?/ ?(?:tuần|tháng|ngày) ?/ ?[^\W\d_]+"
        r"|(?:mỗi|hằng) (?:ngày|tuần|tháng) (?:\d{1,3}|một|hai|ba) "
        r"(?!(?:lần|buổi|ngày|lượt|kỳ|phiên|giờ|h|tiết|g)(?!\w))[^\W\d_]+",
        "02 ngày/lớp",
        "04 buổi/tháng",
        "01 lần/tuần/xã",
        "mỗi tuần 04 trường",
        "mỗi ngày một phường",
        but_not=("mỗi tháng 02 lần", "mỗi tuần một lần", "01 lần/tuần"),
    ),
    mask(
        "early",
        "adjective",
        r"trước (?:thời |kỳ )?hạn(?! ?(?:(?:cuối(?: cùng)?|chót|nộp|gửi)(?!\w) ?)?(?:(?:là|vào) )?(?:ngày )?\d)"
        r"|trước tuổi(?= )",
        "trước thời hạn",
        "trước hạn",
        but_not=("trước thời hạn 30/11", "trước thời hạn cuối cùng là ngày 15/3"),
    ),
    mask(
        "place-with-a-number",
        "name",
        r"(?:(?<!xà )phòng(?: họp)?|p\.|tầng|nhà|số nhà|quốc lộ|ql|tỉnh lộ|(?<!giỗ )tổ|xóm|khu(?: vực)?|đội|ngõ|hẻm"
        r"|tổng đài"
        r"|nhánh|kênh|cổng|bàn|sảnh|hội trường|điểm cầu|ban chỉ đạo|bcđ|tiểu khu|lô|km) (?:số )?\d{1,4}"
        r"(?:[./-]\d{1,3})?(?:(?![hg](?:\d|(?!\w)))[a-zđ])?(?!\w|[/.:]\d| (?:giờ|tháng))",
        "Ban Chỉ đạo 35",
        "tầng 2",
        "tổng đài 111",
        "khu vực số 3",
        "nhánh 12/3",
    ),
    mask(
        "proverb-and-homograph",
        "homograph",
        r"(?:theo|số|đúng|giữ) thứ tự|thứ tự (?:ưu tiên|các(?! tuần)|của|từ|sắp|thực hiện"
        r"|số|xếp)|thứ (?:trưởng|yếu|nguyên|hạng|cấp|sử)|tuần (?:tra|hoàn"
        r"|lộc|phủ|hành|thám|dương|san|giáo)|tháp (?:đôi)|buổi sáng với nhân dân|tối cao|năm (?:cửa"
        r"|xung phong)",
        "theo thứ tự",
        "tuần tra",
    ),
    replace(
        mask(
            "homograph-with-marks",
            "homograph",
            r"thứ tự(?!,? ?(?:\d|ngày|hằng|hàng))|tuần tự",
            "thứ tự",
        ),
        unmarked=False,
    ),
    mask(
        "at-once",
        "homograph",
        r"ngay \d{1,2} (?:nội dung|nhiệm vụ|giải pháp|việc|công việc|vấn đề|biện pháp|người|xã|lớp|đơn vị|hồ sơ)",
        "ngay 02 nội dung",
    ),
    mask(
        "heading-number",
        "number",
        r"(?<![^\n])[1-9]\.[1-9](?=\.? (?!(?:sáng|trưa|chiều|tối|đêm|và|đến|thứ|chủ nhật|lúc|từ|họp)(?!\w))[^\W\d_])",
        "1.1. Công tác tuyên truyền",
        "2.3 Hội nghị sơ kết",
        but_not=("2.9 sáng", "24.11. Hội nghị", "4.11: Hội nghị"),
    ),
    mask(
        "counted-years",
        "count",
        r"(?:kỷ niệm |lần thứ |sơ kết |tổng kết |sau )?\d{1,4} năm(?= (?:thực hiện|ngày|thành lập|triển"
        r" khai|xây dựng|qua|thi hành|kể|giải phóng|chiến thắng|công tác|hoạt động))",
        "kỷ niệm 93 năm ngày",
        but_not=("năm 2024",),
    ),
    mask(
        "reviewed-months",
        "topic",
        r"(?:sơ kết|tổng kết|đánh giá)(?: (?:công tác|kết quả|tình hình))? \d{1,2} tháng(?! (?:đầu|cuối|tới|\d))",
        "sơ kết 6 tháng",
        but_not=("sơ kết tháng 6", "tổ chức 6 tháng"),
    ),
    mask(
        "rest-days-of-an-office",
        "standing",
        r"không (?:thực hiện|áp dụng|bố trí) (?:lịch |chế độ )?nghỉ (?:cố định |hằng tuần )?"
        r"(?:(?:0?2|hai) ngày )?(?:vào )?(?:ngày )?thứ (?:bảy|7),? ?(?:và )?(?:ngày )?(?:chủ nhật|cn)"
        r"(?: (?:hằng|trong) tuần)?",
        "không thực hiện lịch nghỉ cố định 02 ngày thứ bảy và chủ nhật hằng tuần",
        but_not=("nghỉ thứ Bảy, Chủ nhật ngày 12, 13/9",),
    ),
    mask(
        "badges-of-a-day",
        "name",
        rf"huy hiệu(?:,? [^\W_]+){{0,9}} đảng(?: [^\W\d_]+){{0,8}}? đợt (?:ngày )?{DATE}",
        "Huy hiệu Đảng đợt 03/02",
        "Huy hiệu 60 năm tuổi Đảng cho đảng viên đợt 19/5/2024",
        "Huy hiệu 40, 50 và 55 năm tuổi đảng đợt 02/9",
        but_not=("Huy hiệu Đảng ngày 03/02",),
    ),
    mask(
        "sitting-by-its-half-of-the-year",
        "topic",
        r"kỳ họp (?:thường lệ |chuyên đề )?(?:đầu|giữa|cuối) năm(?: \d{4})?",
        "kỳ họp giữa năm 2024",
        "kỳ họp thường lệ cuối năm 2022",
        but_not=("kỳ họp vào cuối năm", "kỳ họp tháng 7"),
    ),
)

__all__ = ["CASED_RULES", "FULL_DATE", "NAME_RULES"]
