"""By when something is due, and lengths that are counted from another thing."""

import re

from calendars.reading.turns.turn import Turn

_IS_DUE = re.compile(
    r"\b(?:hạn|nộp|gửi|nhận|đăng ký|báo cáo|hoàn thành|chậm nhất|muộn nhất|đóng thầu)\b", re.IGNORECASE
)

_BARE_DAY = re.compile(r"\d{1,2}\s?[/.-]\s?\d")
_BEFORE_DATE = re.compile(r"(?-i:[tT])rước\s+\d{1,2}/\d", re.IGNORECASE)
_DAYS_FROM = re.compile(r"\s(?:ngày|tuần)(?:\s+làm việc)?\s+(?:sau|kể từ|trước)\s", re.IGNORECASE)
_ASKED_FOR = (
    "xác nhận",
    "đăng ký",
    "gửi",
    "nộp",
    "báo cáo",
    "thông báo",
    "chuyển",
    "hoàn thành",
    "đóng",
)

_LIMIT = r"(?:thời\s+)?hạn(?:\s+(?:nộp|gửi|đăng ký|nhận|chót|cuối))?"

DEADLINES = (
    Turn(
        # The former limit asks for nothing any more.
        name="former-limit-before-the-new-one",
        says=(
            "hạn cũ",
            "hạn nộp cũ",
            "hạn gửi cũ",
            "hạn đăng ký cũ",
            "hạn nhận cũ",
            "hạn ban đầu",
            "hạn trước đây",
        ),
        pattern=re.compile(
            rf"(?P<lead>^|[:,(;.–-]\s*){_LIMIT}\s+(?:cũ|trước đây|ban đầu)(?:\s+là)?\s*:?\s+"
            r"[^;:\n]{3,40}?\s*[;,.–-]\s+"
            rf"(?=(?:nay\s+)?{_LIMIT}\s+(?:mới|nay|sau))",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<lead>",
        beside="hạn",
        examples=(
            (
                "Nộp tham luận: hạn cũ 12/5, hạn mới 12h00 ngày 22/5.",
                "Nộp tham luận: hạn mới 12h00 ngày 22/5.",
            ),
            ("Nộp ảnh: hạn nộp cũ: 12/5. Hạn nộp mới: 20/5", "Nộp ảnh: Hạn nộp mới: 20/5"),
            ("Nộp ảnh: hạn cũ 12/5", "Nộp ảnh: hạn cũ 12/5"),
        ),
    ),
    Turn(
        # "Đổi thẻ: hết ngày 31/3": till then, and not on that day.
        name="ends-on-a-day",
        says=(": hết ", "- hết ", "– hết "),
        pattern=re.compile(r"(?P<what>\w\s*[:–-]\s+)hết\s+(?=(?:ngày\s+)?\d{1,2}/\d)", re.IGNORECASE),
        plainly=r"\g<what>đến hết ",
        examples=(
            ("Đổi thẻ bạn đọc: hết ngày 31/3.", "Đổi thẻ bạn đọc: đến hết ngày 31/3."),
            ("Thời gian: hết tiết 4", "Thời gian: hết tiết 4"),
        ),
    ),
    Turn(
        # What is asked of people from now on is due at the end.
        name="asked-for-from-now-on",
        says=("từ nay ", "từ hôm nay ", "từ bây giờ ", "từ giờ "),
        pattern=re.compile(
            r"(?P<asked>\b(?:đăng ký|đăng kí|ghi danh|ghi tên|báo danh|báo tên|nộp|đóng|gửi|liên hệ|ủng hộ"
            r"|quyên góp|đóng góp|góp ý|bình chọn|tiếp nhận|nhận (?:hồ sơ|đơn|bài)|trả sách|đổi thẻ|lấy phiếu)\b"
            r"[^.;:\n]{0,90}?(?:\([^()\n]{0,40}\))?)\s*,?\s+(?:kể\s+)?từ\s+(?:hôm\s+)?(?:nay|bây giờ|giờ)\s+(?:cho\s+)?"
            r"(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?(?=\d|thứ|chủ nhật)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: (
            f"{found['asked']} chậm nhất {'ngày ' if _BARE_DAY.match(found.string, found.end()) else ''}"
        ),
        examples=(
            (
                "Quý vị xin ghi danh với cô Tâm (0344.000.771) từ nay đến hết ngày 08/8",
                "Quý vị xin ghi danh với cô Tâm (0344.000.771) chậm nhất ngày 08/8",
            ),
            ("Nộp danh sách từ hôm nay đến 17h ngày 08/8", "Nộp danh sách chậm nhất 17h ngày 08/8"),
            ("Triển lãm mở cửa từ nay đến 08/8", "Triển lãm mở cửa từ nay đến 08/8"),
        ),
    ),
    Turn(
        # The day up to which it had been is no day of anything any more.
        name="extended-from-one-day-to-another",
        says=("gia hạn ",),
        pattern=re.compile(
            r"(?P<what>\bgia hạn\s[^.;\n\d]{3,120}?(?:\([^()]*\))?)\s+từ\s+(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?"
            r"\s+(?:đến|sang|thành)\s+(?:hết\s+)?(?=ngày\s|\d)",
            re.IGNORECASE,
        ),
        plainly=r"\g<what> đến hết ",
        examples=(
            (
                "gia hạn thời gian gửi hồ sơ (mẫu 05) từ ngày 15/3 đến ngày 22/3/2016",
                "gia hạn thời gian gửi hồ sơ (mẫu 05) đến hết ngày 22/3/2016",
            ),
            ("gia hạn nộp bài từ 15/3 sang 22/3", "gia hạn nộp bài đến hết 22/3"),
        ),
    ),
    Turn(
        # By when, at the beginning of its line.
        name="hour-then-due",
        says=("hạn cuối", "hạn chót"),
        pattern=re.compile(
            r"^(?P<day>\W*(?:(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s*[:,–-]?\s+)?)"
            r"(?P<hour>\d{1,2}\s?(?:h|g|giờ)\s?(?:\d\d)?)\s*[:–-]?\s+(?P<due>hạn (?:cuối|chót))\s+(?=[^\W\d]{2})",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=lambda found, _: f"{found['day']}Trước {found['hour'].strip()} {found['due'].lower()} ",
        examples=(
            ("11/11: 16h30 hạn cuối vào điểm", "11/11: Trước 16h30 hạn cuối vào điểm"),
            ("16h30: Hạn chót nộp báo cáo", "Trước 16h30 hạn chót nộp báo cáo"),
            ("Trước 16h30 ngày 11/11, hạn cuối vào điểm", "Trước 16h30 ngày 11/11, hạn cuối vào điểm"),
        ),
    ),
    Turn(
        # The day that it comes to is told behind it.
        name="that-many-days-before",
        says=("tức ",),
        pattern=re.compile(
            r"(?P<limit>\b(?:chậm nhất|muộn nhất|trước))\s+(?:là\s+)?(?:\d{1,2}|một|hai|ba"
            r"|năm)\s+ngày(?:\s+làm việc)?\s+"
            r"(?:trước|so với)\s[^().;\n\d]{3,50}\(?,?\s*tức(?:\s+là)?\s+(?:trước\s+)?(?=(?:\d{1,2}\s*(?:h|g|giờ)"
            r"|ngày\s|\d))"
            r"(?P<day>[^().;\n]{4,40})\)?",
            re.IGNORECASE,
        ),
        plainly=r"\g<limit> \g<day>",
        examples=(
            (
                "gửi chậm nhất 03 ngày làm việc trước ngày khai mạc (tức ngày 22/04/2026).",
                "gửi chậm nhất ngày 22/04/2026.",
            ),
        ),
    ),
    Turn(
        # Its name is told before the verb.
        name="limit-extended",
        says=("kéo dài", "gia hạn", "lùi "),
        pattern=re.compile(
            r"(?P<what>\b(?:thời hạn|hạn|thời gian)\s+(?:nộp|đăng ký|nhận|tiếp nhận|bán|gửi|thu|đóng|góp ý|báo cáo"
            r"|bình chọn)"
            r"(?:\s+(?:[^\W\d]+|\d{1,2}(?![/h:]))|,){0,9}?)\s*:?\s+(?:(?:được|sẽ|nay|xin)\s+){0,2}(?:kéo dài"
            r"|gia hạn|lùi)"
            r"(?:\s+thêm)?(?:\s+\d{1,2}\s+(?:ngày|tuần))?,?\s+(?:thời gian\s+)?(?:đến|tới"
            r"|sang)(?=\s+(?:hết\s+)?(?:ngày|\d))",
            re.IGNORECASE,
        ),
        plainly=r"\g<what>: gia hạn đến",
        examples=(
            ("Hạn đăng ký kéo dài thêm 5 ngày, đến 25/10", "Hạn đăng ký: gia hạn đến 25/10"),
            (
                "hạn nộp học phí tháng 9 gia hạn đến hết ngày 20/9",
                "hạn nộp học phí tháng 9: gia hạn đến hết ngày 20/9",
            ),
            (
                "Thời gian bán, tiếp nhận hồ sơ: kéo dài đến 16h30 ngày 28/4",
                "Thời gian bán, tiếp nhận hồ sơ: gia hạn đến 16h30 ngày 28/4",
            ),
        ),
    ),
    Turn(
        # The month is the bill's.
        name="reckoned-next-month",
        says=("tháng sau", "tháng tới"),
        pattern=re.compile(
            r"(?P<how>\b(?:trừ|tính|cộng|bù|chuyển)\s+(?:vào|sang)\s+)(?:(?:tiền\s+)?(?:học phí|tiền ăn)\s+)?"
            r"tháng\s+(?:sau|tới)(?=\s*(?:[;,.]|$))",
            re.IGNORECASE,
        ),
        plainly=r"\g<how>kỳ sau",
        examples=(
            (
                "Tiền ăn ngày 07/9 được trừ vào tháng sau; hạn nộp",
                "Tiền ăn ngày 07/9 được trừ vào kỳ sau; hạn nộp",
            ),
        ),
    ),
    Turn(
        # Of what is due there is but the day that holds now.
        name="former-limit",
        says=("(trước", "trước đây", "trước đó", " cũ", "(thay ", "thay cho", "thay vì", "ban đầu"),
        pattern=re.compile(
            r"(?P<now>\b(?:trước|chậm nhất|muộn nhất|đến hết|hạn|đến)\s[^();\n]{0,40}\d)\s*"
            r"(?:\(\s*(?:(?:thời hạn|hạn|lịch|theo lịch)\s+(?:cũ|trước đây|ban đầu)|trước (?:đây|đó)|trước|ban đầu"
            r"|thay (?:cho|vì|thế))(?:\s+(?:là|dự kiến|thông báo))?\s*:?\s[^()\n]{0,20}?\d[^()\n]{0,40}\)"
            r"|,?\s+thay (?:cho|vì)\s+(?:(?:thời hạn|hạn|ngày)\s[^,;.()\n]{0,60}"
            r"|\d{1,2}/\d{1,2}(?:/\d{4})?[^,;.()\n\d]{0,30})(?=[.;,\n]|$))",
            re.IGNORECASE,
        ),
        plainly=r"\g<now>",
        examples=(
            (
                "Nộp hồ sơ: gia hạn đến hết ngày 28/9 (trước đây: 21/9/2024).",
                "Nộp hồ sơ: gia hạn đến hết ngày 28/9.",
            ),
            (
                "gửi tham luận chậm nhất ngày 14/8 (thay cho ngày 07/8 đã thông báo)",
                "gửi tham luận chậm nhất ngày 14/8",
            ),
            ("Họp lúc 8h00 ngày 14/8 (thay cho ngày 07/8)", "Họp lúc 8h00 ngày 14/8 (thay cho ngày 07/8)"),
            ("gửi danh sách trước 11h ngày 13/9 thay vì 10/9.", "gửi danh sách trước 11h ngày 13/9."),
            ("nhận bài đến 30/10, thay cho thời hạn 15/10 đã công bố.", "nhận bài đến 30/10."),
        ),
        holds=lambda text, _: _IS_DUE.search(text) is not None,
    ),
    Turn(
        # "chậm nhất 02 ngày sau hội nghị" hangs on another thing's day.
        name="counted-from-another",
        says=(" sau ", " kể từ ", " trước "),
        pattern=re.compile(
            r"\b(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|mười)\s+(?P<unit>ngày|tuần)(?P<work>\s+làm việc)?\s+"
            r"(?=(?:sau|kể từ|trước)\s+(?:khi|hội nghị|cuộc họp|buổi|kỳ họp|"
            r"đại hội|ngày (?:khai mạc|họp|hội nghị|đại hội|kết thúc|nhận)|mỗi|từng)\b)",
            re.IGNORECASE,
        ),
        plainly=r"số \g<unit>\g<work> ",
        examples=(("chậm nhất 02 ngày sau hội nghị", "chậm nhất số ngày sau hội nghị"),),
        holds=lambda text, _: _DAYS_FROM.search(text) is not None,
    ),
    Turn(
        # By how much earlier than another thing it is, and no length.
        name="before-another",
        says=("trước ",),
        pattern=re.compile(
            r"(?P<before>\btrước\s+(?:ngày\s+)?(?:kỳ\s+|buổi\s+|cuộc\s+)?"
            r"(?:sinh hoạt|họp|hội nghị|đại hội|khai mạc|kỳ họp|giao ban)(?:\s+[^\W\d]+){0,6}?)\s+"
            r"\d{1,2}\s+(?:ngày|tuần)\b",
            re.IGNORECASE,
        ),
        plainly=r"\g<before>",
        examples=(("Họp chi ủy: trước sinh hoạt chi bộ 02 ngày", "Họp chi ủy: trước sinh hoạt chi bộ"),),
    ),
    Turn(
        name="due-in-brackets",
        says=(", hạn ", "(hạn "),
        pattern=re.compile(
            r"(?P<due>[,(]\s*hạn)\s+(?:là\s+)?(?=(?:ngày\s+)?\d{1,2}/\d|\d{1,2}\s*(?:h|g|giờ|:))",
            re.IGNORECASE,
        ),
        plainly=r"\g<due> chót ",
        examples=(("Nộp bài dự thi (hạn 25/11)", "Nộp bài dự thi (hạn chót 25/11)"),),
    ),
    Turn(
        # "Ai đi tham quan ngày 22/11 đăng ký với Văn phòng trước ngày 12/11": two things.
        name="then-registered",
        says=(" đăng ký ",),
        pattern=re.compile(
            r"(?<=\d)\s*,?\s+(?=đăng ký\s(?:[^;.]|\.(?=\d)){0,80}?\b(?:trước|chậm nhất)\s+(?:ngày\s+)?\d)",
            re.IGNORECASE,
        ),
        plainly="; ",
        examples=(
            (
                "Ai đi tham quan ngày 22/11 đăng ký với Văn phòng trước ngày 12/11",
                "Ai đi tham quan ngày 22/11; đăng ký với Văn phòng trước ngày 12/11",
            ),
        ),
    ),
    Turn(
        # Two things, each due on a day of its own.
        name="and-then-due",
        says=tuple(f" và {verb} " for verb in _ASKED_FOR),
        pattern=re.compile(
            r"(?P<before>\b(?:trước|chậm nhất|muộn nhất|đến hết|hạn)\b[^;.\n]{0,30}\d)\s*,?\s+và\s+"
            rf"(?=(?:{'|'.join(_ASKED_FOR)})\s[^;.\d\n]{{3,70}}?"
            r"\b(?:trước|chậm nhất|muộn nhất|đến hết|hạn)\s[^;.\n]{0,20}\d)",
            re.IGNORECASE,
        ),
        plainly=r"\g<before>; ",
        examples=(
            (
                "gửi ảnh đến hết ngày 31/10 và xác nhận tham dự trước ngày 10/11",
                "gửi ảnh đến hết ngày 31/10; xác nhận tham dự trước ngày 10/11",
            ),
        ),
    ),
    Turn(
        # Two things.
        name="then-reported",
        says=(" trong ",),
        pattern=re.compile(
            r"(?<=\d),(?=\s+(?:và\s+)?(?:gửi\s+)?báo cáo\s[^,;.]{0,60}?\b(?:trước|chậm nhất)\b)",
            re.IGNORECASE,
        ),
        plainly="\n",
        examples=(
            (
                "tổ chức trong tháng 5, báo cáo kết quả trước ngày 05/6",
                "tổ chức trong tháng 5\n báo cáo kết quả trước ngày 05/6",
            ),
        ),
        beside="báo cáo",
    ),
    Turn(
        # Until then it may be handed in.
        name="taken-until",
        says=("nhận ", "thu ", "bình chọn ", "đăng ký "),
        beside=" đến ",
        pattern=re.compile(
            r"(?P<what>\b(?:(?:nhận|thu|tiếp nhận)\s+(?:bài|hồ sơ|tác phẩm|đăng ký|tham luận|sản phẩm|phiếu)"
            r"|bình chọn|đăng ký)(?:\s+[^\W\d]+){0,3}\s*:?)\s+đến\s+(?=\d|ngày|hết)",
            re.IGNORECASE,
        ),
        plainly=r"\g<what> chậm nhất ",
        examples=(
            ("Nhận bài: đến 17h00 ngày 13/3", "Nhận bài: chậm nhất 17h00 ngày 13/3"),
            ("bình chọn đến 11g ngày 15/12", "bình chọn chậm nhất 11g ngày 15/12"),
            ("đăng ký tại lớp đến hết ngày 25/5", "đăng ký tại lớp chậm nhất hết ngày 25/5"),
        ),
    ),
    Turn(
        # Due on that day.
        name="done-within",
        says=(" trong ngày ",),
        pattern=re.compile(
            r"\b(?P<done>xong|hoàn thành|hoàn tất|(?:đóng (?:tiền|góp|học phí|phí|quỹ)|nộp|thanh toán|chuyển khoản"
            r"|đăng ký|xác nhận|(?<!nghe )báo cáo (?:số|kết quả|danh sách|tình hình|nhanh|về))\b"
            r"[^.;:\d]{0,60}?(?:\([^()]{0,40}\))?)\s+(?:ngay\s+)?trong\s+(?=ngày\s+\d)",
            re.IGNORECASE,
        ),
        plainly=r"\g<done> chậm nhất ",
        examples=(
            ("thu hội phí xong trong ngày 20/12", "thu hội phí xong chậm nhất ngày 20/12"),
            ("báo cáo số hộ nghèo trong ngày 22/5", "báo cáo số hộ nghèo chậm nhất ngày 22/5"),
            ("đóng tiền vé trong ngày 22/5", "đóng tiền vé chậm nhất ngày 22/5"),
        ),
    ),
    Turn(
        # Not yesterday, nor last week.
        name="how-often-before-an-hour",
        says=("ngày trước ", "tuần trước ", "tháng trước "),
        pattern=re.compile(
            r"(?P<often>\b(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng)) (?=trước \d{1,2}\s?(?:h|g|giờ|:))",
            re.IGNORECASE,
        ),
        plainly=r"\g<often>, ",
        examples=(("Gửi báo cáo hằng ngày trước 16h00", "Gửi báo cáo hằng ngày, trước 16h00"),),
    ),
    Turn(
        # Bare, the day would be a fraction, and "năm trước" last year.
        name="bare-deadline",
        says=("trước",),
        pattern=re.compile(
            r"(?P<what>\b(?:báo cáo|gửi|nộp|hoàn thành|đăng ký)\b[^.;:()\n\d]{0,60}(?:\d{1,2}\s+tháng\s+)?)"
            r"\btrước\s+(?=\d{1,2}/\d{1,2}\b)",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: f"{found['what'].rstrip()}, trước ngày ",
        examples=(("báo cáo 6 tháng trước 05/6", "báo cáo 6 tháng, trước ngày 05/6"),),
        holds=lambda text, _: _BEFORE_DATE.search(text) is not None,
    ),
    Turn(
        # What is due, not last quarter.
        name="periodic-report",
        says=("trước", "nhất"),
        pattern=re.compile(
            r"(\bbáo cáo (?:(?:kết quả|tình hình|số liệu) )?(?:tuần|tháng|quý|năm)) "
            r"(?=(?:trước|chậm nhất|muộn nhất|trễ nhất)(?: là)? ngày \d)",
            re.IGNORECASE,
        ),
        plainly=r"\1, ",
        examples=(("Gửi báo cáo quý trước ngày 15", "Gửi báo cáo quý, trước ngày 15"),),
        beside="báo cáo ",
    ),
    Turn(
        # Another thing than the meeting told before it.
        name="last-day-beside-a-meeting",
        says=(" cuối cùng",),
        pattern=re.compile(
            r"(?<=\d),\s+(?=ngày (?:đăng ký|nộp|nhận|chốt)[^.;,\n\d]{0,30} cuối cùng\b)", re.IGNORECASE
        ),
        plainly="; ",
        examples=(
            (
                "họp ngày 19/04/2020, ngày đăng ký cuối cùng là 24/03/2020",
                "họp ngày 19/04/2020; ngày đăng ký cuối cùng là 24/03/2020",
            ),
        ),
    ),
)
