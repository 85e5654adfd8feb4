"""What is moved or called off, told in a way of its own."""

import re

from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_MAY_BE_DUE = re.compile(
    r"\b(?:hạn|nhận|nộp|gửi|đăng ký|đến hết|han|nhan|nop|gui|dang ky|den het)\b", re.IGNORECASE
)

_TIME = r"(?:(?:lúc|vào|ngày|sáng|chiều|tối|thứ|từ)\s+){0,3}(?:\d|hai|ba|tư|năm|sáu|bảy|chủ nhật)"


def _as_it_had_been(found: re.Match[str], _period: DaySpan | None) -> str:
    return found[0] if _MAY_BE_DUE.search(found.string) else "(lịch cũ: "


CHANGES = (
    Turn(
        # The day that it is held on instead.
        name="off-and-held-again",
        says=("hoãn ",),
        pattern=re.compile(
            r"(?P<off>\b(?:tạm\s+)?hoãn\s+[^.;\n\d]{3,120}?(?:\([^()\n]{0,80}\))?)\s*[;,]\s+(?:sẽ\s+)?"
            r"(?:mở|họp|tổ chức|xét xử|khai mạc|tiến hành|triệu tập|thi)\s+lại\s+(?:vào\s+|lúc\s+|hồi\s+)*"
            rf"(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"\g<off>, chuyển sang ",
        examples=(
            (
                "12/5: Hoãn phiên tòa vụ A (vắng bị hại); mở lại 7h30 ngày 20/5",
                "12/5: Hoãn phiên tòa vụ A (vắng bị hại), chuyển sang 7h30 ngày 20/5",
            ),
            (
                "Hoãn họp Hội đồng, tổ chức lại vào sáng 21/5",
                "Hoãn họp Hội đồng, chuyển sang sáng 21/5",
            ),
        ),
        beside=" lại ",
    ),
    Turn(
        # What was put off is held on that day.
        name="off-and-made-up",
        says=(" bù ",),
        pattern=re.compile(
            r"(?P<what>^[^;\n\d]*?(?:\d{1,2}\s*:?\s[^;\n\d]*?)?):\s*(?:tạm\s+)?hoãn\s*[,;]\s+(?:và\s+)?"
            r"(?:(?:thi đấu|tổ chức|học|họp|đá|thi)\s+)bù\s+(?:vào\s+|lại\s+)*(?=ngày|\d|sáng|chiều|tối|thứ)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<what>: ",
        examples=(
            ("Trận 23: E - F: hoãn, thi đấu bù vào ngày 25/9", "Trận 23: E - F: ngày 25/9"),
            (
                "Các trận ngày 13/9: hoãn, thi đấu bù ngày 17/9",
                "Các trận ngày 13/9: hoãn, thi đấu bù ngày 17/9",
            ),
        ),
    ),
    Turn(
        # Nothing lasts from the one to the other.
        name="moved-from-to",
        says=("chuyển ", "dời ", "rời ", "lùi ", "đẩy "),
        pattern=re.compile(
            r"(?P<moved>^\W*(?:\d{1,2}[.)]\s*)?(?:chuyển|dời|rời|lùi|đẩy)\s+(?:(?:thời gian|lịch|ngày)\s+)?"
            r"(?:họp|hội nghị|cuộc|buổi|phiên|lễ|hội thảo|đại hội|giao ban|kỳ họp|tọa đàm|tập huấn"
            r"|hội thi)\b[^.;:\n\d]{0,80}?"
            rf"\s+từ\s+(?:{_TIME})[^.;\n]{{0,45}}?)\s+đến\s+(?={_TIME})",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<moved> sang ",
        examples=(
            (
                "Chuyển Họp Ban Thường vụ từ 15/11 đến sáng 14/11.",
                "Chuyển Họp Ban Thường vụ từ 15/11 sang sáng 14/11.",
            ),
        ),
        beside=" đến ",
        holds=lambda text, _: _MAY_BE_DUE.search(text) is None and " sang " not in text,
    ),
    Turn(
        # As people say it.
        name="moved-over-to",
        says=(" qua ",),
        pattern=re.compile(
            r"(?P<moved>\b(?:chuyển|dời|đổi|lùi|rời)\s+(?:lịch\s+)?từ\s[^.;\n]{3,45}?)\s+qua\s+"
            r"(?=\d|ngày|thứ|sáng|chiều|tối|chủ nhật|cn)",
            re.IGNORECASE,
        ),
        plainly=r"\g<moved> sang ",
        examples=(("Bài kiểm tra chuyển từ 14/11 qua 19/11", "Bài kiểm tra chuyển từ 14/11 sang 19/11"),),
    ),
    Turn(
        # Held only then.
        name="held-in-that-case",
        says=("nếu ", "trường hợp "),
        pattern=re.compile(
            r"(?P<lead>^|[.;\n]\s*)(?:trong\s+)?(?:nếu|trường hợp)\s(?!(?:ngày\s|các\s)?(?:trùng|rơi"
            r"|vướng))[^,.;\n]{5,90}?(?:,\s+(?:thì\s+)?|\s+thì\s+(?!(?:sẽ |được )?(?:chuyển|dời|lùi|hoãn|nghỉ)))"
            r"(?=[^.;\n]{5,120}?\d{1,2}[/.]\d)"
            r"(?![^.;\n]*\b(?:trước|chậm nhất|muộn nhất|hạn|đề nghị|gửi|báo|nộp|liên hệ)\b)",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>Dự kiến ",
        examples=(
            (
                "Trường hợp không đủ đại biểu, Đại hội lần hai sẽ triệu tập lại ngày 13/4/2025.",
                "Dự kiến Đại hội lần hai sẽ triệu tập lại ngày 13/4/2025.",
            ),
            (
                "Nếu lần thứ nhất không đủ 2/3 thành viên thì Đại hội lần hai họp lúc 7h30, ngày 27/4/2025.",
                "Dự kiến Đại hội lần hai họp lúc 7h30, ngày 27/4/2025.",
            ),
            (
                "Nếu không dự được, đề nghị báo trước ngày 12/5",
                "Nếu không dự được, đề nghị báo trước ngày 12/5",
            ),
        ),
    ),
    Turn(
        # A misprint and what is right.
        name="printed-and-right",
        says=("đã ghi", "đã in", "ghi nhầm", "ghi là", "in nhầm", "đã viết", "ghi sai"),
        pattern=re.compile(
            r"\b(?:đã\s+)?(?:ghi|in|viết)(?:\s+(?:là|nhầm|sai|thành))*\s*:?\s+"
            rf"(?P<old>{_TIME}[^;.\n]{{0,50}}?)\s*[,;]\s+"
            r"(?:(?:nay|xin|được|đề nghị)\s+){0,3}(?:sửa|đính chính|đọc|đúng|điều chỉnh)(?:\s+lại)?\s+(?:là"
            r"|thành)\s*:?\s+"
            rf"(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"từ \g<old> chuyển sang ",
        examples=(
            (
                "Buổi đối thoại: đã ghi 13 giờ 30, nay sửa là 14 giờ 00.",
                "Buổi đối thoại: từ 13 giờ 30 chuyển sang 14 giờ 00.",
            ),
            (
                "Lễ A: đã in 8h00 ngày 20/6, đúng là 8h00 ngày 21/6",
                "Lễ A: từ 8h00 ngày 20/6 chuyển sang 8h00 ngày 21/6",
            ),
        ),
    ),
    Turn(
        # As messages write it.
        name="not-in-short",
        says=("ko ", "kg ", "hông ", "hok "),
        pattern=re.compile(
            r"\b(?:ko|kg|hông|hok|khg)\s+(?=(?:tổ chức|họp|sinh hoạt|học|diễn ra|có|làm việc|phải|thay đổi|đổi)\b)",
            re.IGNORECASE,
        ),
        plainly="không ",
        examples=(("Buổi sinh hoạt tối thứ 7 tạm ko tổ chức", "Buổi sinh hoạt tối thứ 7 tạm không tổ chức"),),
    ),
    Turn(
        name="before-as-typed",
        says=("trc ", "trc,"),
        pattern=re.compile(
            r"\btrc(?= (?:(?:ngày|lúc|sáng|chiều|trưa|tối|thứ|hôm|cn\b|t[2-7]\b)|\d{1,2}\s?[hg:/]))",
            re.IGNORECASE,
        ),
        plainly="trước",
        examples=(("Gửi số liệu cho VP trc 17h T4", "Gửi số liệu cho VP trước 17h T4"),),
    ),
    Turn(
        # Of one time of it.
        name="a-class-rests",
        says=(" nghỉ",),
        pattern=re.compile(
            r"(?P<thing>^\W*(?:buổi|lớp|ca|tiết)\s[^.;:\n]{2,80}?(?:\d|thứ\s+\w+|chủ nhật|\bcn|\bmai|\bnay)"
            r"[^.;:,\n]{0,30}?)"
            r"\s+(?:(?:thì|cô|thầy|xin|tạm|được)\s+)*nghỉ(?=\s*[,.;]|\s+(?:vì|do|nhé|ạ)\b|\s*$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<thing> không tổ chức",
        examples=(
            ("Lớp yoga tối 16/3 nghỉ, cô bận", "Lớp yoga tối 16/3 không tổ chức, cô bận"),
            ("Lớp yoga nghỉ hè từ 01/6", "Lớp yoga nghỉ hè từ 01/6"),
        ),
    ),
    Turn(
        # The next one, and of this week.
        name="this-weekday",
        says=(" này",),
        pattern=re.compile(
            r"\b(?P<day>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])\s+này\b", re.IGNORECASE
        ),
        plainly=r"\g<day> tuần này",
        examples=(("Họp tổ chiều thứ 5 này", "Họp tổ chiều thứ 5 tuần này"),),
    ),
    Turn(
        # When it is moved to, as "sang" says; "hoãn ... vào" tells the old time.
        name="moved-to",
        says=("lùi ", "dời ", "rời ", "chuyển ", "hoãn ", "dịch "),
        pattern=re.compile(
            r"(?P<moved>\b(?:lùi|dời|rời|chuyển|hoãn|(?<!giao )(?<!thông )(?<!chiến )dịch(?! (?:vụ|bệnh|tễ|thuật)))\s"
            r"[^.;:\n\d]{0,120}?)\s+đến\s+"
            r"(?=\d{1,2}\s*(?:h|g|giờ|:)|(?:ngày|thứ|sáng|chiều|tối)\s+(?:thứ\s+|ngày\s+)?(?:\d|hai|ba|tư|năm|sáu"
            r"|bảy))",
            re.IGNORECASE,
        ),
        plainly=r"\g<moved> sang ",
        examples=(
            (
                "Sở xin lùi thời gian cuộc họp trên đến 14h00 ngày 15/6",
                "Sở xin lùi thời gian cuộc họp trên sang 14h00 ngày 15/6",
            ),
            ("lùi hạn nộp báo cáo đến ngày 15/6", "lùi hạn nộp báo cáo đến ngày 15/6"),
            ("giao dịch thử từ 13h30 đến 17h", "giao dịch thử từ 13h30 đến 17h"),
        ),
        beside=" đến ",
        holds=lambda text, _: _MAY_BE_DUE.search(text) is None,
    ),
    Turn(
        # The thing behind the number is called off.
        name="struck-item",
        says=("bỏ ", "hủy ", "huỷ ", "xóa "),
        pattern=re.compile(
            r"\b(?:bỏ|hủy|huỷ|xóa)\s+(?:mục|nội dung|điểm)\s+(?:số\s+)?\d{1,2}\s*[(:–-]\s*(?P<what>[^()\d]{4,80}?),?\s+"
            r"(?:ngày\s+)?(?P<day>\d{1,2}/\d{1,2}(?:/\d{4})?)\s*\)?",
            re.IGNORECASE,
        ),
        plainly=r"Hủy \g<what> ngày \g<day>",
        examples=(("Bỏ mục 9 (Giao lưu văn nghệ 25/7)", "Hủy Giao lưu văn nghệ ngày 25/7"),),
    ),
    Turn(
        # By how much it is moved says less than the day that follows.
        name="moved-by-that-is",
        says=(" tức ", " là ngày "),
        pattern=re.compile(
            r"(?P<moved>\b(?:lùi|dời|rời|hoãn|đẩy)\s[^.;:\n\d]{0,80}?)\s*\b(?:đúng\s+)?(?:\d{1,2}|một|hai|ba)\s+(?:ngày|tuần|tháng)"
            r"(?:\s+so với (?:kế hoạch|lịch|dự kiến)[^,;.\d]{0,20})?\s*,?\s+(?:tức(?: là)?|là)\s+"
            r"(?=ngày|thứ|sáng|chiều|tối|\d)",
            re.IGNORECASE,
        ),
        plainly=r"\g<moved> sang ",
        examples=(
            (
                "Hội quyết định lùi Đại hội điểm 02 tuần so với kế hoạch, tức ngày 10/3/2022",
                "Hội quyết định lùi Đại hội điểm sang ngày 10/3/2022",
            ),
            (
                "Lễ trao học bổng lùi lại đúng một tuần, tức 8 giờ thứ Sáu ngày 18/8/2023",
                "Lễ trao học bổng lùi lại sang 8 giờ thứ Sáu ngày 18/8/2023",
            ),
        ),
    ),
    Turn(
        # The amount of a move is no length.
        name="moved-by",
        says=("hơn", "lùi ", "dời ", "rời ", "đẩy "),
        pattern=re.compile(
            r"\s{0,3}\b(?:sớm|muộn|chậm)\s+hơn\s+(?:dự kiến\s+)?\d{1,2}\s+(?:ngày|tuần|giờ|tiếng)\s*,?"
            r"(?:\s*tức(?:\s+(?:là|vào))?(?=\s+(?:lúc|hồi|ngày|thứ|sáng|chiều|tối|\d)))?"
            r"(?=\s+(?:vào|lúc|hồi|ngày|từ|tổ chức|thứ|sáng|chiều|tối|\d)\b)"
            r"|(?<=\b(?:lùi|dời|rời|đẩy))(?:\s+(?:lại|lịch|chậm|sớm|lên|thêm))*\s+\d{1,2}\s+(?:ngày|tuần|giờ"
            r"|tiếng|phút)\s*,?"
            r"(?=\s+(?:(?:tổ chức\s+)?(?:vào|lúc)|sang|đến|bắt đầu)\s)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "tổ chức sớm hơn 02 ngày, vào lúc 14h00 ngày 27/3",
                "tổ chức vào lúc 14h00 ngày 27/3",
            ),
            (
                "thay vì tối 23/8, tổ chức sớm hơn 02 ngày, tức tối 21/8",
                "thay vì tối 23/8, tổ chức tối 21/8",
            ),
            ("lùi 02 ngày, sang 27/3", "lùi sang 27/3"),
            ("dời lại 02 tuần, tổ chức vào 9 giờ ngày 05/5", "dời tổ chức vào 9 giờ ngày 05/5"),
        ),
    ),
    Turn(
        # Another thing was put off.
        name="instead-of-another",
        says=("(thay ",),
        pattern=re.compile(
            r"\s*\(\s*(?:thay|thay cho|thay thế)\s[^()]*\bđã (?:tạm )?(?:hoãn|hủy|huỷ|dời|lùi)\b[^()]*\)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(("Lễ ký kết (thay buổi ký ngày 08/12 đã hoãn)", "Lễ ký kết"),),
    ),
    Turn(
        # What is moved stands before where it is moved to.
        name="place-changed",
        says=("địa điểm ",),
        pattern=re.compile(
            r"^(?P<lead>\W*)(?:chuyển|thay đổi|đổi|điều chỉnh)\s+địa điểm:?\s+(?:(?:tổ chức|diễn ra|của)\s+)*"
            r"(?P<what>[^:;\n]{5,160}?)\s+từ\s+(?P<old>(?!\d|ngày|thứ|lúc|sáng|chiều|tối)[^:;.,\n]{3,80}?)\s+"
            r"(?:đến|sang|về)\s+(?=[^\W\d])",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>\g<what>: chuyển địa điểm từ \g<old> sang ",
        examples=(
            (
                "Chuyển địa điểm tổ chức Lễ phát động (7h00, ngày 20/11) từ Hội trường đến Phòng họp số 1",
                "Lễ phát động (7h00, ngày 20/11): chuyển địa điểm từ Hội trường sang Phòng họp số 1",
            ),
        ),
        beside="từ ",
    ),
    Turn(
        # What had been printed, beside what holds now.
        name="as-another-paper-had-it",
        says=(" ghi ", " cũ ", " là ", "thông báo", "giấy mời", "thư mời", "kế hoạch", "lịch"),
        pattern=re.compile(
            r"\(\s*(?:(?:điều lệ|thể lệ|kế hoạch|giấy mời|thư mời|thông báo|lịch|công văn|văn bản|bản in|tb|gm|cv|kh)"
            r"(?: cũ| trước| lần (?:\d|trước|đầu)| số [\w/-]+)?"
            r"\s+(?:(?:đã )?(?:ghi|in|viết|nêu|báo|thông báo)(?: nhầm| sai)?(?: là| thành)?|là)"
            r"|(?:lần )?trước (?:đây |đó )?(?:đã )?(?:ghi|in|báo|thông báo|là)(?: nhầm| sai)?(?: là| thành)?"
            r"|(?:đã )?(?:ghi|in|báo) (?:nhầm|sai)(?: là| thành)?|cũ là)\s*:?\s+"
            rf"(?=(?:từ )?{_TIME})",
            re.IGNORECASE,
        ),
        plainly=_as_it_had_been,
        examples=(
            ("15h00 ngày 14/5 (Điều lệ ghi 9h00 ngày 15/5)", "15h00 ngày 14/5 (lịch cũ: 9h00 ngày 15/5)"),
            ("8h ngày 14/5 (giấy mời số 12/GM-UBND ghi 9h)", "8h ngày 14/5 (lịch cũ: 9h)"),
            ("đấu từ 20/7 (TB số 1 ghi từ 18/7)", "đấu từ 20/7 (lịch cũ: từ 18/7)"),
            ("14/5 (thông báo lần 1 ghi nhầm là 13/5)", "14/5 (lịch cũ: 13/5)"),
            ("ngày 14/5 (trước đây đã báo là 13/5)", "ngày 14/5 (lịch cũ: 13/5)"),
            ("8h ngày 14/5 (lịch là tuần này)", "8h ngày 14/5 (lịch là tuần này)"),
        ),
        beside="(",
    ),
    Turn(
        # As people say it.
        name="not-then-but",
        says=(" mà ",),
        pattern=re.compile(
            r"\bkhông (?:còn |phải )?(?!quá\b|nhỏ\b|ít\b|dưới\b)(?:[^\W\d_]+ ){0,4}?(?:vào |lúc |từ )*"
            rf"(?P<old>{_TIME}[^.;,\n]{{0,40}}?)(?: nữa)?"
            r"(?: (?:như|theo) (?:đã|kế hoạch|dự kiến|lịch|thông báo|giấy mời)(?: (?!mà )[^\W\d_]+){0,4})?,? mà "
            r"(?:(?!sẽ có|do|vì|phải)[^\W\d_]+ ){0,4}?"
            r"(?:là |sang |vào |lúc |đến )*"
            rf"(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"chuyển từ \g<old> sang ",
        examples=(
            (
                "Chung kết: không đánh tối 17/5 mà chuyển sang 8h30 ngày 18/5",
                "Chung kết: chuyển từ tối 17/5 sang 8h30 ngày 18/5",
            ),
            (
                "Lễ trao giải: không tổ chức vào ngày 08/11 như đã báo mà dời đến 9 giờ ngày 23/11",
                "Lễ trao giải: chuyển từ ngày 08/11 sang 9 giờ ngày 23/11",
            ),
            ("Họp tổ không phải 14h00 mà là 15h00 ngày 16/3", "Họp tổ chuyển từ 14h00 sang 15h00 ngày 16/3"),
            (
                "Giao ban: không họp 8h thứ Hai 12/3 nữa mà lùi sang 14h thứ Ba 13/3",
                "Giao ban: chuyển từ 8h thứ Hai 12/3 sang 14h thứ Ba 13/3",
            ),
            ("không quá 02 ngày mà phải báo", "không quá 02 ngày mà phải báo"),
        ),
    ),
    Turn(
        # What is made up for is held then.
        name="not-then-made-up",
        says=(" bù ", " lại "),
        pattern=re.compile(
            rf"\bkhông (?:[^\W\d_]+ ){{1,3}}?(?P<old>{_TIME}[^.;,\n]{{0,40}}?)(?: nữa)?, "
            r"(?:sẽ )?(?:họp|học|thi|làm|tổ chức|tập|đá) (?:bù|lại) (?:vào |lúc )*"
            rf"(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"chuyển từ \g<old> sang ",
        examples=(
            (
                "Hội trại: không làm tối 28/9 nữa, làm bù sáng 03/10",
                "Hội trại: chuyển từ tối 28/9 sang sáng 03/10",
            ),
        ),
        beside="không ",
    ),
)
