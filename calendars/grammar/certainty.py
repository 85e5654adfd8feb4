"""How firm a time is, and whether it is the last one: tentative marks, "told later", deadlines, ends of ranges.

"dự" alone means attend, "trước" also means in front of and last (tuần trước), "hạn" stands in a dozen other
words: these pieces count only beside a day, an hour or a period.
"""

from calendars.grammar.pieces import Deadline, Kind, Mark
from calendars.grammar.rule import Rule

_MARK = Mark()
_TIME = r"(?:thời gian|tg|thời điểm|ngày giờ|lịch|giờ)"

CERTAINTY_RULES = (
    Rule(
        name="told-later",
        kind=Kind.LATER,
        pattern=rf"(?:{_TIME}(?:,? địa điểm)?(?: (?:cụ thể|chính thức|chi tiết|tổ chức|họp lại|họp|mới"
        rf"|tiến hành)){{0,3}}(?:[ :]*(?:sẽ|được|do|có|ban tổ chức|văn phòng|btc)){{0,3}} ?(?:"
        rf"(?:thông báo|thông tin|báo|gửi)(?: (?:sau|riêng|cụ thể|bằng|trong|đến|tới|giấy mời|văn bản"
        rf"|các|đại biểu)){{1,3}}|giấy mời(?: riêng| sau)?))",
        meaning=lambda _: _MARK,
        examples={
            "thời gian cụ thể sẽ thông báo sau": _MARK,
            "thời gian tổ chức sẽ thông báo sau": _MARK,
            "TG sẽ báo sau": _MARK,
            "thời gian cụ thể có giấy mời riêng": _MARK,
            "Thời gian họp lại sẽ được thông báo sau": _MARK,
        },
    ),
    Rule(
        name="notice-follows",
        kind=Kind.LATER,
        pattern=r"(?:sẽ (?:có|được) giấy mời|(?:sẽ )?(?:có|được) (?:thông báo|lịch))(?: (?:cụ thể|chi tiết|riêng|sau))+"
        r"(?! (?:đính |gửi )?kèm)|(?:sẽ )(?:thông báo|báo) (?:cụ thể )?sau|thông báo sau"
        r"|báo (?:lịch|giờ|ngày|thời gian)(?: cụ thể)? sau",
        meaning=lambda _: _MARK,
        examples={"có thông báo riêng": _MARK, "sẽ thông báo sau": _MARK, "báo lịch sau": _MARK},
        not_examples=("có lịch chi tiết kèm theo",),
    ),
    Rule(
        name="time-by-invitation",
        kind=Kind.ELSEWHERE,
        pattern=rf"{_TIME} ?: ?(?:thực hiện )?theo (?:giấy mời|lịch|thông báo|thư mời)(?: (?:riêng|của [^\W\d]+"
        rf"(?: [^\W\d]+){{0,3}}))?|(?:thời gian )?(?:theo|có) (?:giấy mời|thư mời|thông báo|lịch)"
        rf"(?: riêng| sau| cụ thể| của cấp trên)+",
        meaning=lambda _: _MARK,
        examples={"Thời gian: theo giấy mời riêng": _MARK, "theo thông báo của cấp trên": _MARK},
    ),
    Rule(
        name="by-the-schedule-of-others",
        kind=Kind.ELSEWHERE,
        pattern=r"(?<!thành phần )(?<!đại biểu )(?<!thành phần: )(?<!đại biểu: )(?<!mời: )(?<!dự: )"
        r"theo (?:giấy mời|thư mời|lịch)"
        r"(?: (?:riêng|tu|của [^\W\d_]+(?: [^\W\d_]+){0,3}))?(?=[ .)]*\Z)",
        meaning=lambda _: _MARK,
        examples={"theo lịch của Tỉnh ủy": _MARK, "Theo giấy mời": _MARK},
        not_examples=("thành phần theo giấy mời", "Thành phần: theo giấy mời"),
    ),
    Rule(
        name="as-things-stand",
        kind=Kind.LATER,
        pattern=r"(?:tuỳ|tùy)(?: theo)? tình hình(?: thực tế)?|khi có điều kiện|nếu đủ điều kiện|khi đủ điều kiện"
        r"|nếu (?:trời|thời tiết) (?:không (?:mưa|xấu)|tạnh|đẹp|tốt|cho phép|thuận lợi)|nếu bão không vào",
        meaning=lambda _: _MARK,
        examples={
            "tùy tình hình thực tế": _MARK,
            "nếu đủ điều kiện": _MARK,
            "nếu thời tiết thuận lợi": _MARK,
        },
    ),
    Rule(
        name="tentative",
        kind=Kind.TENTATIVE,
        pattern=r"(?:thời gian )?dự kiến(?: tổ chức| diễn ra| tiến hành| họp| khai mạc| vào| trong"
        r"(?! (?:tháng|quý)(?=[ .;,):]*(?:\Z|[.;,):\n])))| hoàn thành)*"
        r"|dk|dự định|(?:nhiều )?khả năng(?: sẽ| là)?(?! (?:của|ứng|tiếp))|nếu không có (?:gì"
        r" )?thay đổi|có thể (?:có |sẽ )?(?:thay đổi|điều chỉnh)(?=[ .;]*(?:\)|\Z))",
        meaning=lambda _: _MARK,
        examples={
            "dự kiến": _MARK,
            "dự định": _MARK,
            "nếu không có thay đổi": _MARK,
            "ngày 20/11 (có thể thay đổi)": _MARK,
        },
        not_examples=("dự kỳ họp", "dự án", "dự thảo"),
    ),
    Rule(
        name="about",
        kind=Kind.ABOUT,
        pattern=r"(?:vào |trong )?khoảng(?: từ)?|tầm(?! (?:hoãn|dừng|ngừng|nghỉ|ngưng)(?!\w))|(?:vào )?một trong "
        r"(?:các|những|hai|ba)(?= ngày \d)",
        meaning=lambda _: _MARK,
        examples={"khoảng": _MARK, "vào khoảng": _MARK},
    ),
    Rule(
        name="some-day-in",
        kind=Kind.ABOUT,
        pattern=r"(?:vào )?(?:một|1) ngày trong(?: tuần(?= từ \d))?"
        r"|(?:vào )?(?:(?:một|1) (?:ngày|buổi) (?:bất kỳ|nào đó)|bất kỳ (?:ngày|buổi) nào"
        r"|(?:một|1) trong (?:các|những|\d) (?:ngày|buổi)|(?:một|1) buổi(?= trong tuần \d))"
        r"(?: trong)?(?: tuần(?= (?:từ )?\d))?",
        meaning=lambda _: Mark(open_ended=True),
        examples={
            "vào một ngày trong": Mark(open_ended=True),
            "bất kỳ ngày nào trong tuần từ 18 đến 22/9": Mark(open_ended=True),
            "vào một ngày bất kỳ trong tuần 38": Mark(open_ended=True),
        },
    ),
    Rule(
        name="all-through",
        kind=Kind.WHOLE,
        pattern=r"(?:trong )?suốt(?: cả)?(?! ngày)|trong cả|cả(?= (?:tháng|quý|tuần|năm))|liên tục(?: trong)?"
        r"|xuyên suốt|hết(?= (?:tháng|quý|năm|tuần (?:này|sau|tới)))",
        meaning=lambda _: _MARK,
        examples={"trong suốt": _MARK, "cả tháng 6": _MARK},
    ),
    Rule(
        name="counted",
        kind=Kind.DEADLINE,
        pattern=r"(?:trong (?:vòng|thời hạn)|chậm nhất(?: là)?(?: sau)?|không quá|thời hạn)(?= (?:\d{1,3}|một"
        r"|hai|ba|bốn|năm|bảy|mười) (?:ngày|tuần|tháng)(?! tới))|trong(?= \d{1,3} ngày làm việc(?:, ?| )(?:kể"
        r"|tính) từ)|(?:(?<=hoàn thành )|(?<=xong ))trong(?= \d{1,3} (?:ngày|tuần|tháng)(?:, ?| )(?:kể|tính) từ)",
        meaning=lambda _: Deadline(counted=True),
        examples={
            "trong vòng 05 ngày": Deadline(counted=True),
            "trong 03 ngày làm việc, kể từ ngày": Deadline(counted=True),
            "hoàn thành trong 10 ngày kể từ ngày": Deadline(counted=True),
        },
        not_examples=("trong 03 ngày, từ ngày 5", "trong 03 ngày làm việc tới"),
    ),
    Rule(
        name="by-and-including",
        kind=Kind.DEADLINE,
        pattern=r"không (?:tiếp )?nhận(?: [^\W\d_]+){0,4} sau(?= (?:\d{1,2} ?(?:h|giờ)|ngày \d|\d{1,2}/))"
        r"|(?:chậm nhất|muộn nhất|tr[ễể] nhất)(?: (?:là|đến|vào|trong|trước|tới|cũng))*(?: hết)?|không "
        r"(?:muộn|trễ|chậm) hơn|không quá(?= (?:ngày|\d{1,2}(?:h|:| giờ)[^.;,]{0,12},? ngày \d))"
        r"|(?:trước (?:thời )?|thời )?hạn (?:cuối|chót|mới|cũ)(?: cùng)?(?: (?:nộp|gửi|đăng ký"
        r"|nhận|là|vào|đến)){0,3}(?: (?:hồ sơ|báo cáo|bài|bài dự thi)"
        r"(?: (?:tháng|quý|tuần) (?:\d{1,2}|[ivx]{1,4})(?= (?:của|cho|về|từ|với) | ?:))?)?"
        r"|(?:thời )?hạn (?:nộp|gửi|đăng ký|báo cáo|nhận|hoàn thành|thanh toán|trả lời|trả|đóng|phản hồi"
        r"|góp ý|bàn giao|giải quyết"
        r"|quyết toán)(?: [^\W\d_]+){0,3}?(?: \d{4})?(?= ?:| (?:là|đến|trước|\d|ngày))|deadline(?: (?:nộp"
        r"|gửi))?(?: [^\W\d_]+){0,2}(?= ?:| \d| ngày)|(?<!quá )(?<!trễ )hạn(?="
        r" ?:| \d{1,2}/\d)"
        r"|hạn (?:nội bộ|chung|nộp về [^\W\d_]+(?: [^\W\d_]+)?)(?= \d{1,2}/\d| ngày \d)"
        r"|kết thúc (?:tiếp )?nhận(?: [^\W\d_]+){1,3}(?= ?:)|thời hạn(?= ?:)"
        r"|hết hạn(?: (?:đổi|nhận|đăng ký|trả|đóng|sử dụng)(?= (?:ngày|vào|\d)))?(?: nộp| vào)?"
        r"|gia hạn đến(?: hết)?|kéo dài(?: thêm)? đến(?: hết)?",
        meaning=lambda _: Deadline(),
        examples={
            "chậm nhất": Deadline(),
            "chậm nhất là": Deadline(),
            "không muộn hơn": Deadline(),
            "hạn cuối": Deadline(),
            "muộn nhất": Deadline(),
            "hạn thanh toán:": Deadline(),
            "Hạn báo cáo:": Deadline(),
            "deadline 14/10": Deadline(),
            "hết hạn đổi vào ngày 31/3": Deadline(),
            "hạn 14/10": Deadline(),
            "hạn nội bộ 25/02": Deadline(),
            "kết thúc nhận hồ sơ: 17h00": Deadline(),
            "không nhận hồ sơ sau ngày 18/9": Deadline(),
        },
        not_examples=("hạn chế", "giới hạn", "xử lý hồ sơ trễ hạn: 15h00"),
    ),
    Rule(
        name="time-of-handing-in",
        kind=Kind.DEADLINE,
        pattern=r"thời gian (?:nhận|tiếp nhận|nộp|gửi|đăng ký)(?: (?!từ |đến )[^\W\d_]+){0,3}:? (?:là )?đến(?: hết)?"
        r"|thời (?:gian|điểm) hoàn thành(?: [^\W\d_]+){0,3}(?= ?:)(?! ?: ?(?:trước|chậm|từ|theo))",
        meaning=lambda _: Deadline(),
        examples={"thời gian nhận hồ sơ đến hết": Deadline(), "Thời gian hoàn thành: 31/12": Deadline()},
        not_examples=("thời gian nhận hồ sơ từ ngày 01/3 đến", "Thời gian hoàn thành: trước 31/12"),
    ),
    Rule(
        name="from-the-day-of-issue",
        kind=Kind.ISSUE,
        pattern=r"(?:(?:kể|tính) )?từ ngày (?:ký|ban hành|ra thông báo|phát hành)(?: (?:ban hành|văn bản|công"
        r" văn|thông báo))?(?! (?:nhận|\d))",
        meaning=lambda _: _MARK,
        examples={"kể từ ngày ký": _MARK, "từ ngày ban hành": _MARK},
    ),
    Rule(
        name="until-before",
        kind=Kind.TO,
        pattern=r"(?:cho )?(?:đến|tới) trước(?= (?:ngày )?\d{1,2} ?(?:/|tháng))",
        meaning=lambda _: Deadline(exclusive=True),
        examples={"đến trước ngày 20/11": Deadline(exclusive=True)},
        not_examples=("đến trước 10h00 ngày 20/11",),
    ),
    Rule(
        name="until-and-including",
        kind=Kind.TO,
        pattern=r"(?:cho )?(?:đến|tới) hết",
        meaning=lambda _: Deadline(),
        examples={"đến hết": Deadline()},
    ),
    Rule(
        name="before",
        kind=Kind.DEADLINE,
        pattern=r"(?:(?<!tuần )(?<!tháng )(?<!năm )(?<!ngày )(?<!khoá )(?<!khóa )"
        r"(?<!lần )(?<!đợt )|(?<=đầu năm )|(?<=báo cáo tuần )|(?<=báo cáo tháng )|(?<=báo cáo năm )"
        r"|(?<=hằng tuần )|(?<=hằng tháng )|(?<=hằng quý )|(?<=hằng năm )|(?=trước ngày \d))"
        r"trước(?:(?P<same> hoặc (?:trong|vào|đúng))(?= ngày)| (?:dịp )?(?:nghỉ )?lễ(?= \d{1,2}/\d))?"
        r"(?! (?:\(|mắt|hết|đây|tiên|đó|khi|nay|sau|dự kiến (?:tổ chức|diễn ra|khai mạc|họp)"
        r"|tết(?! (?:nguyên|âm|cổ))|tình|yêu|pháp|cấp)|(?<=đặt trước)|(?<=ứng trước)| ?:? từ ngày)",
        meaning=lambda words: Deadline(exclusive=not words["same"]),
        examples={
            "trước ngày 25/11": Deadline(exclusive=True),
            "trước lễ 30/4": Deadline(exclusive=True),
            "trước hoặc trong ngày 25/11": Deadline(),
            "hằng tháng trước ngày 25": Deadline(exclusive=True),
        },
        not_examples=(
            "trước mắt",
            "tuần trước",
            "trước hết",
            "trước dự kiến tổ chức vào ngày 26/10",
            "Khóa trước (tháng 6/2024)",
            "tiền đặt trước: từ ngày 19/4",
        ),
    ),
    Rule(
        name="completion",
        kind=Kind.DONE,
        pattern=r"(?:phải |cần |sẽ )?(?:hoàn thành|hoàn tất|hoàn thiện|xong|tổng hợp xong)(?= (?:trong|trước"
        r"|tháng|quý|q\.?[i1-4])|:? (?:tháng|quý|năm|\d{1,2}/))"
        r"|(?:kết thúc|nộp|gửi|trình|báo cáo)(?= (?:trong|trước))",
        meaning=lambda _: _MARK,
        examples={"hoàn thành trong tháng 11": _MARK},
    ),
    Rule(
        name="due-behind",
        kind=Kind.DEADLINE,
        pattern=r"(?:(?:phải|cần) |(?<=/\d )|(?<=/\d\d ))(?:hoàn thành|hoàn tất|làm xong|xong)(?: xong)?"
        r"(?=[ .;)]*\Z|[.;)])",
        meaning=lambda _: Deadline(),
        examples={"hết quý IV phải hoàn thành": Deadline(), "đến 30/9 hoàn thành": Deadline()},
        not_examples=("phải hoàn thành trước ngày 5", "phải hoàn thành nhiệm vụ"),
    ),
    Rule(
        name="completion-of-something",
        kind=Kind.DONE,
        pattern=r"(?:hoàn thành|hoàn tất|hoàn thiện|gửi|nộp"
        r"|(?<!chương )(?<!công )(?<!quy )(?<!tiến )(?<!lộ )(?<!hành )trình|đăng ký"
        r"|báo cáo kết quả(?! (?:quý|tháng|tuần|năm) ))"
        r"(?= [^\W\d_]+ [^\W\d_])(?! (?:tốt|xuất sắc|vượt|nhiệm vụ|bắt đầu))"
        r"(?! (?:tuần|tháng) (?:sau|tới|kế tiếp|tiếp theo) (?:trước|chậm nhất|muộn nhất|trễ nhất)\b)",
        meaning=lambda _: _MARK,
        examples={"gửi báo cáo về Văn phòng trong tháng 11": _MARK},
        not_examples=(
            "báo cáo kết quả quý I về Văn phòng",
            "duyệt chương trình quý III",
            "đăng ký tuần sau trước 10 giờ thứ sáu",  # of this week: next week is what is handed in
        ),
    ),
    Rule(
        name="from",
        kind=Kind.FROM,
        pattern=r"(?:(?:bắt đầu|kể|tính) )?từ(?! (?:thiện|đó|đây|khi|điển|chức|ngữ))",
        meaning=lambda _: _MARK,
        examples={"kể từ": _MARK},
    ),
    Rule(
        name="begins-on",
        kind=Kind.FROM,
        pattern=r"(?:bắt đầu|khởi đầu)(?: vào)?(?! (?:lúc|từ))",
        meaning=lambda _: _MARK,
        examples={"bắt đầu ngày 5/11": _MARK},
    ),
    Rule(
        name="and-ends-on",
        kind=Kind.TO,
        pattern=r"(?:kết thúc|bế mạc|hoàn thành)(?: vào)?"
        r"(?= (?:(?:lúc |hồi )?\d\d?(?:[h:]\d{0,2}| giờ(?: \d\d)?(?: phút)?),? )?"
        r"(?:(?:sáng|trưa|chiều|tối) )?(?:ngày )?\d{1,2}(?:/| tháng))"
        r"(?:(?<=và kết thúc)|(?<=và bế mạc)|(?<=và hoàn thành)|(?<=\d, kết thúc)|(?<=\d, bế mạc)"
        r"|(?<=\d,kết thúc)|(?<=\d,bế mạc)|(?<=\d; bế mạc)"
        r"|(?<= vào))",
        meaning=lambda _: _MARK,
        examples={"bắt đầu ngày 5/11 và kết thúc ngày 7/11": _MARK},
        not_examples=("kết thúc ngày 7/11",),
    ),
    Rule(
        name="to",
        kind=Kind.TO,
        pattern=r"(?:cho )?đến(?! (?:dự|nay|các|nơi|từng|cơ|cán|khi))",
        meaning=lambda _: _MARK,
        examples={"đến": _MARK},
    ),
    Rule(
        name="to-by-tới",
        kind=Kind.TO,
        pattern=r"(?:cho )?tới(?! (?:dự|nay|các|nơi|từng|cơ|cán|khi))",
        meaning=lambda _: _MARK,
        examples={"tới": _MARK},
        unmarked=False,  # without marks it is mostly "tối"
    ),
    Rule(
        name="to-in-plain-letters",
        kind=Kind.TO,
        pattern=r"(?:(?<=/\d )|(?<=/\d\d )|(?<=/\d{4} )|(?<=ngay \d )|(?<=ngay \d\d ))"
        r"(?:cho )?toi(?= (?:het )?(?:ngay )?\d)|(?:(?<=\dh )|(?<=h\d\d )|(?<=gio ))toi(?= \d\d? ?(?:h|gio|g)(?!\w))",
        meaning=lambda _: _MARK,
        examples={"tu 18/3 toi 20/3": _MARK, "tu 8h toi 10h": _MARK},
        not_examples=("hop toi thu bay tuan cuoi thang", "7h30 toi 18/3"),  # that is "tối"
    ),
)
