"""Dates of a paper and of what is over: blanks, stamps, births, validity, days up to which something was counted.

"Thời gian ký: 27/10/2023", "tính đến ngày 31/10/2023", "đến ngày 20/02, toàn tỉnh đã ...": the words before or behind
say that nothing is held then. Also the lunar gloss behind a solar date, which is read through.
"""

from calendars.grammar.masks import DATE, mask

STAMP_RULES = (
    mask(
        "blank-date",
        "blank-date",
        r"ngày ?(?:[._…]+ ?)?(?:/|tháng(?= ?(?:năm|[._…/]|\Z))|(?<=[._…] )tháng) ?(?:[._…]+ ?)?"
        r"(?:\d{1,2}(?!\d) ?)?(?:(?:/|năm) ?(?:\d{4}|[._…]+)?)?",
        "ngày    tháng    năm 2023",
        "ngày ... tháng 11 năm 2023",
        "ngày …/11/2023",
    ),
    mask(
        "more-and-more",
        "homograph",
        r"ngày (?:một|càng)(?: thêm)? (?:ít|nhiều|tăng|giảm|lớn|cao|đông|tốt|hiện đại|nâng cao|phát triển|khó|gia "
        r"tăng|hoàn thiện)"
        r"(?!\w)",
        "ngày một ít",
        "ngày một nâng cao",
    ),
    mask(
        "goal-of-a-year",
        "term",
        r"(?:lên|đạt|thành|chuẩn) (?:[^\W\d_]+ ){1,6}trước năm 20\d\d",
        "lên đô thị loại I trước năm 2030",
    ),
    mask(
        "signed-file",  # "1043(31.07.2020_15h37p57)_signed"
        "stamp",
        r"\d{0,6} ?\(\d{1,2}\.\d{1,2}\.\d{4}_\d{1,2}h\d{1,2}p\d{1,2}\)(?:_[^\W_]+){0,3}",
        "1043(31.07.2020_15h37p57)_signed",
    ),
    mask(
        "lunar-gloss",
        "gloss",
        r"\( ?(?:nhằm|tức|âm lịch|âl)(?: là)?[^()]{1,110}\)|(?<=\d )\((?:ngày )?(?:mùng )?\d{1,2}(?:[/-]\d{1,2})?"
        r" ?(?:âl|âm lịch)\)|(?<=\d )(?:nhằm|tức)(?: ngày)? (?:mùng )?\d{1,2}(?:[/-]\d{1,2}| tháng"
        r" [^\W_]+)(?: nhuận)?(?: (?:âl|âm lịch))?|(?<=\d )\((?:ngày )?(?:(?:mùng|rằm) |(?=\d+ (?:tháng"
        r" (?:giêng|chạp)|tết)))[^()]{1,40}(?:tết|âm lịch|âl|giêng|chạp)[^()]{0,20}\)"
        r"|(?:(?<=\d - )|(?<=\d, ))(?:rằm|mùng \d{1,2}) tháng [^\W_]+ là (?:ngày )?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?",
        "(nhằm 12/12 ÂL)",
        "(tức 26 tháng Chạp)",
    ),
    mask(
        "birth",
        "birth",
        rf"(?:(?<!học )(?<!vệ )(?<!dân )(?<!phục )(?<!thí )(?<!giáo )(?<!nữ )(?<!nam )(?<!khai )(?<!tuyển )(?<!dưỡng )"
        rf"(?<!vi )(?<!hoá )(?<!ký )"
        rf"sinh(?=[^/.-]{{1,32}}(?:\d{{4}}|[/.-]\d{{1,2}}[/.-]))|mất|từ trần|hy sinh|vào đảng|tạ thế)"
        rf"(?: (?:hồi|lúc|vào|năm|từ|trước|sau))?:?(?: \d{{1,2}} ?(?:giờ|h) ?\d{{0,2}}(?: phút)?,?)?"
        rf" (?:ngày:? )?(?:{DATE}|(?:19|20)\d\d)"
        rf"|nhập ngũ (?:ngày |tháng |năm )?(?:\d{{1,2}}/){{0,2}}(?:19\d\d|20[01]\d)(?!\d)",
        "sinh ngày 12/5/1975",
        "vào Đảng ngày 03/02/1999",
        "sinh năm 1975",
        "từ trần lúc 3 giờ 15 phút ngày 10/9/2025",
        "sinh từ ngày 01/01/2011",
        "nhập ngũ tháng 2/1998",
        but_not=(
            "ra quân tổng vệ sinh ngày 18/11",
            "học sinh ngày 18/11",
            "câu lạc bộ dưỡng sinh ngày 18/11",
            "ra mắt lớp hồi sinh ngày 18/11",
            "thi Vi sinh: 7h30, 19/6/2017",
            "tân binh nhập ngũ ngày 25/02/2024",
        ),
    ),
    mask(
        "stamp",
        "stamp",
        r"(?:thời gian ký|ngày ký|(?<!định )ký ngày|ngày đăng(?: bài)?|cập nhật(?: lần cuối| lúc| ngày)?|ngày cập"
        r" nhật|ngày tạo|ngày lập|ngày in|đăng (?:lúc|ngày)|ngày nhận(?: bài)?"
        r"|ngày (?:chỉnh sửa|duyệt|phản biện|ban hành|(?:có )?hiệu lực)(?: đăng| bài)?"
        r"|ngày cấp|ngày đến|ngày viết|viết ngày"
        r"|soạn ngày|lịch (?:này )?(?:được )?(?:lập|cập nhật|phát hành|gửi|ban hành|công bố|đăng|niêm yết|chốt|ký)"
        r"(?:(?! (?:trước|chậm|kèm|số)) [^\W\d]+){0,6}?(?: (?:lúc|vào|vào lúc|ngày))?"
        r"|(?<![^\W_] )thông báo lúc|(?<![^\W_] )ra thông báo(?: này)?(?: lúc| ngày| vào)?)"
        r"(?: ?: ?(?:\| )?| )(?:ngày )?(?:(?:thứ [^\W_]+|ch(?:ủ|úa) nhật),? (?:ngày )?)?"
        r"(?:\d{1,2} tháng [^\W_]+(?: (?:một|hai))?,? (?:năm )?\d{4}(?:,? \d{1,2}[:h]\d\d)?"
        r"|\d[\d:/.h '+-]*[\dh](?: (?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?)?)(?: (?:sa|ch|am|pm)(?!\w))?",
        "Thời gian ký: 27/10/2023 16:05:43 +07:00",
        "Ngày đăng: 21/01/2021",
        "Cập nhật lần cuối: 14:36 17/03/2022",
        "Lịch được lập 15h00 ngày 13/10/2023",
        "Lịch gửi lúc 17:20 ngày 20/5",
        "Lịch công bố lúc 10h ngày 19/3",
        "Ra thông báo Chúa Nhật 26/11/2023",
        "Cập nhật lúc 05 Tháng Mười Hai 2026 2:03 CH",
        "đăng ngày Thứ năm, 05 Tháng 11 2026",
        "Thông báo lúc 16h45 ngày 18/3/2024",
        but_not=("loa truyền thanh thông báo lúc 16h45 ngày 18/3/2024",),
    ),
    mask(
        "sent-on",  # a paper, and nothing is held then
        "stamp",
        r"\((?:đã )?(?:được )?(?:gửi|chuyển|đăng|đăng tải|phát)"
        r"(?: (?!trước|chậm|muộn|hạn|xong|đến|từ)[^\W\d_]+){1,8}"
        rf"(?: (?:ngày|hôm)|,|:) ?(?:ngày )?{DATE} ?\)"
        r"|(?:tài liệu|văn kiện|dự thảo|giấy mời|thư mời|thông tin chi tiết|chương trình chi tiết)"
        r"(?: [^\W\d_]+){0,5}? (?:được |đã |sẽ )?"
        r"(?:đăng(?: tải)?|công bố|cập nhật) (?:tại|trên|lên)(?: [^\W\d_]+){1,6}"
        rf"(?: từ)?(?: ngày| hôm) {DATE}",
        "(gửi qua hệ thống ngày 07/7)",
        "Tài liệu đại hội đăng tại website từ ngày 01/04/2021",
        but_not=("(gửi qua email trước ngày 07/7)", "tài liệu gửi qua email ngày 07/7"),
    ),
    mask(
        "until-told",  # what is to be done or left till then, and no meeting
        "cut-off",
        rf"từ (?:(?:\d{{1,2}} ?(?:h|g|giờ) ?(?:\d\d)?|ngày|hôm|sáng|chiều|tối),? ){{0,3}}(?:{DATE}|nay),? "
        r"(?:cho )?(?:đến|tới) khi có (?:thông báo|chỉ đạo|yêu cầu|lệnh)(?: mới| khác)?",
        "từ 18h00 ngày 06/9 cho đến khi có thông báo mới",
        "từ ngày 06/9 đến khi có thông báo",
    ),
    mask(
        "drawn-up",
        "stamp",
        rf"(?:người )?(?:lập (?:biểu|bảng|lịch)|tổng hợp) ?: ?(?!ngày |trước |chậm |đến |xong |số )"
        rf"[^\W\d_]+(?: [^\W\d_]+){{1,4}} ?[-–,(]{{1,2}} ?(?:ngày )?{DATE}"
        rf"|cập nhật lần (?:thứ )?\d{{1,2}}[-–,:( ]{{1,3}}(?:ngày |lúc )?{DATE}(?: \d\d?[h:]\d\d)?",
        "Lập biểu: Nguyễn Thị Hường - 07/9/2018",
        "cập nhật lần 3 - 20/4/2025 21:05",
        but_not=("tổng hợp: ngày 07/9/2018",),
    ),
    mask(
        "done-before",
        "past",
        rf"(?:người|những ai|trường hợp|học sinh|sinh viên|hộ|ai) đã (?:[^\W\d_]+ |\d ){{1,6}}trước (?:ngày )?{DATE}",
        "Người đã tiêm mũi 1 trước ngày 20/8",
        but_not=("gửi trước ngày 20/8",),
    ),
    mask(
        "stamp-of-arrival",
        "stamp",
        rf"đến,? số ?: ?[\d/.-]{{1,12}}[,;.]? ngày ?: ?{DATE}",
        "ĐẾN Số: 1234 Ngày: 12/8/2026",
        but_not=("đến ngày: 12/8/2026",),
    ),
    mask(
        "validity",
        "validity",
        rf"(?:có )?hiệu lực(?: thi hành)?(?: kể)?(?: từ)?(?: (?:đến )?(?:hết )?ngày)? {DATE}(?: (?:đến"
        rf"|và)[^.;]{{0,20}} {DATE})?|áp dụng ?:? (?:kể )?từ (?:(?:thứ [^\W_]+|ch[ủú]a? nhật),? )?"
        rf"(?:ngày )?{DATE}(?: (?:đến|-)(?: hết)?(?: ngày)? {DATE})?"
        rf"|có giá trị (?:từ|đến)"
        rf"(?: hết)? (?:ngày )?{DATE}",
        "có hiệu lực thi hành kể từ ngày 01/7/2024",
        "áp dụng từ ngày 01/01/2024",
        "Áp dụng từ 01/7/2025 đến hết 31/12/2025",
        "Áp dụng: từ thứ Hai, ngày 15/3/2018 đến 15/12/2018",
    ),
    mask(
        "cut-off",
        "cut-off",
        rf"(?:tính|số liệu(?: (?:lấy|tính|cập nhật))?|thống kê|luỹ kế|thời điểm báo cáo|chốt"
        rf"(?: số liệu)?)(?: từ (?:ngày |đầu năm|đầu tháng)?(?:{DATE})?)? ?(?:đến|tới|là)(?: hết| nay)?"
        rf"(?:,? (?:ngày|tháng|thời điểm|\d{{1,2}}(?:h|g|:| giờ)(?: ?\d\d)?(?: phút)?))*"
        rf"(?: {DATE}| \d{{1,2}}(?:/\d{{4}})?)?"
        rf"|thời gian chốt số liệu(?: [^.;:\n]+)?|(?:tồn|dư|số dư|còn lại) đến (?:hết )?(?:ngày )?{DATE}"
        rf"|đối chiếu (?:công )?nợ (?:vay )?đến (?:hết )?(?:ngày )?{DATE}"
        rf"|danh sách (?:[^\W\d_]+ ){{0,4}}?chốt (?:tại |vào )?ngày {DATE}",
        "tính đến ngày 31/10/2023",
        "tính đến 17h00 ngày 31/10/2023",
        "tính đến 24:00 ngày 02/8",
        "danh sách thành viên chốt ngày 28/02/2025",
        "tồn đến 31/12/2025",
        "đối chiếu nợ đến ngày 31/7/2025",
        "Thời gian chốt số liệu báo cáo tháng: từ ngày 15 tháng trước",
        "số liệu lấy đến ngày 20/11",
        "tính từ ngày 01/01/2023 đến ngày 31/10/2023",
    ),
    mask(
        "after-a-day",
        "cut-off",
        rf"(?<!thứ )(?<!tuần )(?<!tháng )(?<!hôm )(?<!ngày )(?<!ngay )(?<!liền )(?<!hồ sơ )(?<!bài )(?<!đơn )"
        rf"sau ngày {DATE}(?! (?:đến|-))",
        "sau ngày 18/9/2026",
        but_not=("tuần sau ngày 18/9", "ngay sau ngày 18/9"),
    ),
    mask(
        "late-comers",
        "cut-off",
        r"(?:trường hợp|nếu) (?:[^\W\d_]+ ){1,6}sau ngày \d{1,2}(?: hằng tháng)?(?: trở đi)?"
        r"(?:,? (?:thì|sẽ|được))*(?: chuyển)?(?: sang)?(?: tháng (?:sau|kế tiếp|tiếp theo|liền kề))",
        "trường hợp đăng ký sau ngày 20 trở đi thì chuyển sang tháng kế tiếp",
        but_not=("trường hợp họp sau ngày 20 hằng tháng",),
    ),
    mask(
        "reported-until",
        "past",
        rf"(?:từ (?:(?:ngày )?{DATE}|đầu (?:năm|tháng|quý)) )?(?:đến|tới)(?: hết)? (?:ngày )?{DATE}"
        rf"(?=(?:, ?| )(?:(?:toàn|cả) (?:tỉnh|huyện|xã|ngành|thành phố|quốc"
        rf"|hội|đảng bộ|trường)(?: [^\W\d_]+){{0,4}} (?:đã|có|đạt)"
        rf"|(?:tổng )?số (?:người|ca|lượt|hộ|vụ|thu|tiền)(?!\w)"
        rf"|(?:[^\W\d_]+ ){{0,3}}mới(?: chỉ)? (?:có|được|đạt|thu|nộp|tiếp nhận|hoàn thành|vận động)"
        rf"(?: được)? \d))|trong (?:tháng|tuần|quý|thời gian"
        rf"|năm) (?:qua|vừa qua)|(?:thời gian|tuần|tháng|năm) vừa qua"
        rf"|(?:kể |tính )?từ (?:(?:đầu|giữa|cuối) (?:năm|tháng|quý|tuần)|ngày {DATE}|{DATE}) (?:đến|tới) nay"
        rf"|đến nay|so với cùng kỳ(?: năm "
        rf"(?:trước|\d{{4}}))?|cùng kỳ (?:năm )?(?:trước|ngoái|\d{{4}})?",
        "trong tháng qua",
        "so với cùng kỳ năm 2022",
        "từ đầu năm đến nay",
        "từ ngày 15/9 đến nay",
        "từ ngày 01/01 đến ngày 31/7/2026, toàn tỉnh đã",
        "đến ngày 30/6, số hộ nghèo còn 12 hộ",
        "đến 31/3/2016 mới có 9/14 đơn vị nộp",
        but_not=("đến 31/3/2016 có 9 đơn vị nộp", "đến ngày 30/6 nộp 12 bài"),
    ),
)
