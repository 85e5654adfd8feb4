"""References to documents: a type, a number, and the date that belongs to them and to no meeting.

"Hội nghị triển khai Kế hoạch số 101-KH/TU: ngày 24/11" has an event's date after the colon; "Kế hoạch số
101-KH/TU ngày 20/9/2023" has none. The number's slash or hyphen with letters behind is the surest sign; a bare
number counts only after the type ("Đề án 01"). A citation may be cut by a line's end, which is a space here.
"""

from calendars.grammar.masks import DATE, FULL_DATE, mask

_TYPE = (
    r"(?:nghị quyết(?: liên tịch)?|chỉ thị|quyết định|kế hoạch(?: liên tịch)?|công văn|thông báo(?: kết"
    r" luận)?|hướng dẫn"
    r"|kết luận|quy định|quy chế|nghị định|thông tư(?: liên tịch)?|luật|bộ luật|pháp lệnh|đề án|dự án"
    r"|tờ trình|báo cáo|giấy mời"
    r"|chương trình(?: phối hợp| hành động| mục tiêu quốc gia)?|công điện|biên bản|văn bản|thông tri"
    r"|thông cáo|phương án"
    r"|hợp đồng|thụ lý|bản án(?: (?:sơ thẩm|phúc thẩm|hình sự|dân sự)){0,2}"
    r"|giấy phép|giấy chứng nhận|giấy ủy quyền|giấy giới thiệu"
    r"|thư mời|giấy triệu tập|sắc lệnh|cuộc vận động|nq|qđ|ct|kl|tb|hd|ctr|kh|nđ|cv|bc|ttr|gm|tt)"
)
_ABBREVIATION = (
    r"(?:nq|qđ|qyđ|qđi|qc|ct|kl|tc|tb|hd|ctr|ctrph|ctph|ctphối hợp|kh|khph|pa|đa|da|bc|bb|ttr|hđ|cđ|cv"
    r"|bgn|btt|guq|gm|ggt|gnp|pg|pc"
    r"|pb|nđ|tt|ttlt|nqlt|l|pl|sl|ubnd|hđnd|qh\d{0,2}|ubtvqh\d{0,2}|mttq|tw|tu|hu|vp|btv|bch|đct|tlđ|tv"
    r"|stttt|sgdđt|snv|bnv)"
)
_LETTERS = r"[^\W\d_][\w&]*(?: ?[-/] ?[^\W_][\w&]*){0,5}"
_NUMBER = rf"\d{{1,5}}(?: ?/ ?\d{{4}})? ?[-/] ?(?:{_LETTERS})"
_SURE_NUMBER = rf"\d{{1,5}}(?: ?/ ?\d{{4}})? ?[-/] ?{_ABBREVIATION}(?!\w)(?: ?[-/] ?[^\W_][\w&]*){{0,5}}"
_YEARLY_NUMBER = r"\d{1,5} ?/ ?(?:19|20)\d\d ?/ ?[^\W\d_][\w&]*(?: ?[-/] ?[^\W_][\w&]*){0,4}"
_JOINED_NUMBER = r"\d{1,5}/[a-zđ][^\W\d_]{1,7}(?:-[^\W\d_]{2,10}){1,3}(?=,? ?\(?(?:ngày )?\d)"
_DATED = rf"(?:,? ?\(?(?:(?:ban hành|ký|đề) )?ngày {DATE}\)?| ?\({DATE}\)|,? {FULL_DATE})?"
# "12/KH ĐTN ngày": letters without a vowel, which are no word, where "-" is left out
_UNJOINED = r"(?: [bcdđghklmnpqrstvx]{2,6}(?:\d{4})?(?= ngày))?"
_APART = rf"(?: {_ABBREVIATION}(?: ?[-/] ?[^\W_][\w&]*){{1,5}})?"  # "298 KH/TWĐTN": what a sign should join
_A_MEETING = r"(?:cuộc họp|hội nghị|phiên họp|kỳ họp|buổi làm việc|buổi họp)"
_NO_COUNT = r"(?![/.:,-]?\d| ?(?:ngày(?! \d)|tháng|buổi|giờ|h|năm|tuần|người|lớp|lần|đại biểu)(?!\w))"

CITATION_RULES = (
    mask(
        "law-of-a-body-by-date",
        "citation",
        rf"(?:thông tư|nghị định|nghị quyết|quyết định) (?:số )?{_YEARLY_NUMBER} của(?: [^\W\d_]+){{1,7}},? ngày"
        rf" {FULL_DATE}",
        "Thông tư số 02/2014/TT-TTCP của Thanh tra Chính phủ ngày 29/04/2014",
        but_not=("Kế hoạch số 12/KH-UBND của UBND xã Tân Hòa ngày 24/11/2026",),
    ),
    mask(
        "cited-by-number",
        "citation",
        rf"{_TYPE}(?: (?:này|trên|khẩn|liên (?:ngành|tịch)|của [^\W\d_]+))?:? (?:số:? ?)?{_NUMBER}{_UNJOINED}{_DATED}",
        "Chỉ thị số 26-CT/TU ngày 02/6/2023",
        "Công điện khẩn số 15/CĐ-UBND ngày 02/3/2026",
        "Kế hoạch số 12/KH ĐTN ngày 05/3/2026",
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
        "Quyết định số 15/2020/QĐ-TTg",
        "Nghị quyết số 41 -NQ/TW ngày 10/10/2023",
        "Chỉ thị 05-CT/TW (15/5/2016)",
        "Thông báo số 145/TB-VP, 02/6/2024",
        "Kế hoạch số 12/KH-UBND, ngày 15 tháng 01 năm 2024",
        "thụ lý số 88/2022/TLST-DS ngày 14/10/2022",
        "Bản án sơ thẩm số 12/2022/DS-ST ngày 14/10/2022",
        "Hướng dẫn liên ngành số 01/HDLN ngày 02/11/2026",
    ),
    mask(
        "number-of-a-document",
        "citation",
        rf"(?:số:? ?)?(?:{_SURE_NUMBER}|{_YEARLY_NUMBER}|{_JOINED_NUMBER}){_DATED}",
        "56/KH-UBND ngày 18/10/2023",
        "63 /CTr-BTV",
        "411-KH/TWĐTN-BTC",
        "số 36-HD/VPTW",
        "15/2025/HS-ST ngày 12/9/2025",
        "số 457/SNN-TCCB ngày 18/6/2024",
        but_not=("12/thôn-bản tham gia",),
    ),
    mask(
        "cited-by-bare-number",
        "citation",
        rf"{_TYPE} (?:số:? ?)?\d{{1,4}}(?:(?:,| và|, và) ?\d{{1,4}})*{_NO_COUNT}{_APART}{_DATED}",
        "Đề án 01",
        "Đề án 938, 939",
        "Nghị quyết 05",
        "Thông báo số 2",
        "Nghị định 64 (26/6/2014)",
        "Giấy mời số 58 ngày 28/7/2021",
        "Kế hoạch số 298 KH/TWĐTN ngày 14/7/2011",
        but_not=("kế hoạch 6 tháng đầu năm",),
    ),
    mask(
        "law-by-date",
        "citation",
        r"(?:(?:luật|bộ luật|pháp lệnh|nghị định|hiến pháp|thông tư)"
        rf"(?: (?!(?:nhưng|trước|chậm|không) )[^\W\d_]+,?){{0,12}}"
        rf"|(?:tờ trình|công điện)(?: của(?: [^\W\d_]+){{1,8}})?)"
        rf"(?: \(sửa đổi[^()\d]{{0,30}}\))?"
        rf"(?: \((?:quốc hội|được|đã)[^()\d]{{0,40}})? ?\(?(?:thông qua |ban hành |ký )?ngày {FULL_DATE}\)?",
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        "Luật Tiếp công dân (Quốc hội thông qua ngày 25 tháng 11 năm 2013)",
        "Tờ trình ngày 01/7/2026",
        "Luật Đất đai (sửa đổi) ngày 18/01/2024",
        but_not=("Tờ trình trình kỳ họp ngày 01/7/2026",),
    ),
    mask(
        "law-by-year",
        "citation",
        r"(?:(?<!pháp )(?<!kỷ )(?<!dự )luật|bộ luật|hiến pháp)(?: [^\W\d_]+){0,8} (?:năm )?(?:19|20)\d\d",
        "Luật Bảo hiểm xã hội năm 2014",
    ),
    mask(
        "issued-with-a-document",
        "citation",
        rf"(?:ban hành|gửi|đính) kèm(?: theo)?(?:(?! (?:gửi|nộp|chậm nhất|trước) )[^.;()]){{0,80}}? ngày {DATE}",
        "ban hành kèm theo công văn của Sở ngày 15/01/2024",
        "ban hành kèm Kế hoạch số 09/KH-UBND ngày 06/10/2025",
    ),
    mask(
        "as-a-body-resolved-on",
        "citation",
        rf"(?:theo|căn cứ|thực hiện) (?:tinh thần )?(?:nghị quyết|biên bản|kết luận|quyết định)(?: của)?"
        rf"(?: [^\W\d_]+){{1,8}},? (?:họp )?ngày {FULL_DATE}",
        "theo Nghị quyết Đại hội thành viên ngày 11/01/2020",
        "Căn cứ Biên bản họp Ban quản trị ngày 05/3/2024",
        but_not=("theo kế hoạch, họp ngày 05/3/2024",),
    ),
    mask(
        "schedule-put-up-on",  # "học theo thời khóa biểu dán ngày 02/6", "Lịch tuần 26 gửi hôm 21/6 có mấy thay đổi"
        "citation",
        rf"(?:thời khoá biểu|bảng phân công|danh sách|lịch(?: (?:công tác|làm việc|tuần|trực|học|thi)(?: \d{{1,2}})?)?)"
        rf" (?:đã )?(?:(?:dán|niêm yết|treo|in|phát|ban hành) (?:vào )?(?:ngày|hôm) {DATE}"
        rf"|(?:gửi|phát|ra|công bố) (?:ngày|hôm) {DATE}(?= (?:có|nay|đã|được|thì)(?!\w)))",
        "thời khóa biểu dán ngày 02/6",
        "Lịch tuần 26 gửi hôm 21/6 có mấy thay đổi",
        but_not=("danh sách gửi ngày 21/6", "Lịch thi công bố ngày 21/6"),
    ),
    mask(
        "as-assigned-on",
        "citation",
        rf"theo (?:bảng phân công|phân công|danh sách|phương án|lịch phân công|bảng kê) ngày {FULL_DATE}"
        r"|(?:thực hiện|nguyên|vẫn|áp dụng|khác) theo (?:lịch|kế hoạch|chương trình|thông báo)(?: (?:công tác|tuần))?"
        rf" (?:cũ|trước|(?:đã )?(?:gửi|ban hành|phát hành|công bố)) ngày {DATE}(?!,? (?:nay |được |sẽ )?"
        r"(?:chuyển|dời|đổi|lùi|sang|hoãn|huỷ|thành|-))",
        "theo bảng phân công ngày 20/4/2018",
        "thực hiện theo lịch cũ ngày 11/5",
        but_not=("vẫn theo lịch cũ ngày 11/5 chuyển sang", "họp theo kế hoạch ngày 11/5"),
    ),
    mask(
        "forecast-of",
        "citation",
        rf"(?:theo|căn cứ|trước) (?:các |những )?(?:dự báo|bản tin|tin|thông tin|cảnh báo)(?: [^\W\d_]+){{0,14}},?"
        r" (?:phát |phát hành |ban hành |cập nhật )?(?:(?:lúc|hồi|vào lúc|vào) )?"
        rf"(?:\d{{1,2}} ?(?:h|g|giờ|:) ?(?:\d{{2}})?(?: phút)?,? )?ngày {DATE}",
        "Theo dự báo của Đài Khí tượng lúc 10h ngày 15/10",
        "Theo bản tin phát lúc 14h30 ngày 15/10/2020",
        "Căn cứ thông tin của Trung tâm Dự báo ngày 15/10",
        but_not=("Theo tin nhắn, họp lúc 10h ngày 15/10",),
    ),
    mask(
        "issued-on",
        "citation",
        rf"(?:ban hành|được phê duyệt|phê duyệt|ký ban hành|được ký|(?<!đăng )ký|thông qua|công bố tại)"
        rf"(?: tại [^.;()\d]{{0,60}}?)?:? (?:vào )?ngày {DATE}|(?:ban hành|áp dụng): {DATE}",
        "ban hành ngày 05/3/2020",
        "ký ngày 20/9/2023",
        "Ban hành: 12/06/2026",
        but_not=("đăng ký tại lớp trước ngày 25/5",),
    ),
    mask(
        "paper-of-a-payment",
        "citation",
        rf"(?:hóa đơn|phiếu (?:thu|chi|nhập|xuất)|biên lai|vận đơn|đơn hàng|chứng từ|tờ khai|uỷ nhiệm chi)"
        rf"(?: [^\W\d_]+){{0,4}} (?:số:? ?[\w/-]*\d[\w/-]*|0\d{{3,9}}){_DATED}",
        "Hóa đơn số 0001234 ngày 05/4/2026",
        "phiếu thu số PT12 ngày 05/4",
        "hóa đơn 0001234 ngày 05/9/2026",
        but_not=("nộp tờ khai ngày 20/4",),
    ),
    mask(
        "paper-of-a-person",
        "citation",
        rf"(?:sổ hộ khẩu|bằng tốt nghiệp|chứng chỉ|cccd|cmnd|cmtnd|cmt|căn cước(?: công dân)?"
        rf"|chứng minh (?:nhân dân|thư)|hộ chiếu|giấy phép"
        rf"|giấy chứng nhận)(?!\w)[^.;\n]{{0,80}}? (?:cấp|cấp ngày|ngày cấp):? (?:ngày )?{DATE}",
        "CCCD số 024075012345 cấp ngày 10/5/2021",
        "giấy phép kinh doanh số 12, ngày cấp: 05/3/2020",
        but_not=("giấy phép cung cấp dịch vụ ngày 05/3",),
    ),
    mask(
        "issued-to-a-person",
        "citation",
        r"(?<!các )(?<!khẩn )(?<!cung )(?<!liên )(?<!sơ )(?<!trung )(?<!cao )(?<!phân )(?<!đẳng )cấp (?:vào )?ngày "
        rf"{FULL_DATE},? (?:tại|nơi cấp|do)",
        "cấp ngày 10/5/2021 tại",
        but_not=("họp khẩn cấp ngày 10/5/2021 tại Hội trường", "cấp ngày 10/5/2021, đ/c An"),
    ),
    mask(
        "document-by-its-day",
        "citation",
        rf"(?:công văn|tờ trình|quyết định|chỉ thị|công điện|biên bản(?: (?:cuộc )?(?:họp|làm việc|hội nghị)"
        rf"(?: giao ban)?)?|nghị quyết(?: (?:phiên|kỳ|cuộc) họp)?|(?:đơn|thư|giấy)(?: [^\W\d_]+){{0,3}} đề"
        r"|đơn (?:đề nghị|xin|khởi kiện|khiếu nại|tố cáo|kiến nghị|yêu cầu|phản ánh)(?: [^\W\d_]+){0,3})"
        rf" ngày {DATE}",
        "Công văn ngày 05/10/2026",
        "biên bản họp ngày 05/10/2026",
        "đơn khiếu nại đề ngày 05/10",
        "đơn đề nghị hoãn ngày 05/10",
        but_not=("kế hoạch ngày 05/10", "thông báo họp ngày 05/10"),
    ),
    mask(
        "letter-by-its-day",
        "citation",
        r"(?:(?<!\w)(?<!sẽ )(?:có|theo|trong|tại|ra|phát|nhận|căn cứ|gửi|như|ở)(?: (?:bản|tờ|các))? )?"
        r"(?:giấy mời|thư mời|giấy triệu tập|tin nhắn)(?: (?:đã )?(?:gửi|ra|phát|phát hành|ký|đề))? (?:ngày|hôm)"
        rf" {DATE}(?=,? (?:mời|về|v/v|có|ghi|báo|nêu|thì|in|đã|triệu tập)(?!\w))"
        r"|(?<!\w)(?:theo|trong|tại|căn cứ|như|ở) (?:bản |tờ )?(?:giấy mời|thư mời|giấy triệu tập|tin nhắn|thông báo)"
        r"(?: (?:đã )?(?:gửi|ra|phát|phát hành|ký|đề))? (?:ngày|hôm)"
        rf" {DATE}(?=,| ?\)| (?:về|v/v|có|ghi|nêu|thì|in|đã|của|là)(?!\w))",
        "có giấy mời ngày 28/11 mời",
        "Trong Thông báo ngày 04/5/2026 có ghi nhầm",
        "giấy mời hôm 4/5 ghi",
        "theo Thông báo gửi ngày 28/11 thì",
        but_not=("sẽ có thông báo ngày 28/11, các đơn vị", "gửi giấy mời ngày 28/11 cho các đơn vị"),
    ),
    mask(
        "notice-by-its-day",
        "citation",
        rf"(?:thông báo|kế hoạch|giấy mời|thư mời|lịch) (?:ban hành |gửi |ký )?ngày {DATE}(?=(?: của(?: "
        rf"[^\W\d_]+){{1,8}})?,?"
        r" (?:đã )?(?:ghi|nêu|xếp|bố trí|ấn định|cho biết|quy định)(?!\w))",
        "Thông báo ngày 03/3/2020 của Hội đồng quản trị ghi",
        "Kế hoạch ngày 03/3 xếp",
        but_not=("thông báo ngày 03/3 họp", "kế hoạch ngày 05/10"),
    ),
    mask(
        "paper-that-is-replaced",
        "citation",
        r"(?<!\w)thay(?: thế)?(?: cho)? (?:giấy mời|thư mời|giấy triệu tập|thông báo|công văn|lịch)"
        rf"(?: [^\W\d_]+){{0,4}} (?:ký |gửi |phát hành )?ngày {DATE}",
        "thay Giấy mời ngày 01/11/2019",
        "thay thế cho thông báo gửi ngày 01/11",
        but_not=("thay giấy mời họp lúc 8h00",),
    ),
    mask(
        "said-at-a-meeting",
        "past",
        rf"(?:kết luận|ý kiến|chỉ đạo|phát biểu|thống nhất)(?: [^\W\d_]+,?){{0,12}} tại {_A_MEETING}"
        rf"(?: [^\W\d_]+){{0,6}},? ngày {DATE}"
        r"|(?:căn cứ|theo|trên cơ sở|qua|thực hiện)(?: các)? (?:kết quả|kết luận|nội dung|ý kiến|tinh thần)"
        rf"(?: của| tại| từ)? {_A_MEETING}(?: [^\W\d_]+){{0,8}},? ngày {DATE}",
        "kết luận của Chủ tịch tại cuộc họp ngày 05/10",
        "Căn cứ kết quả hội nghị liên tịch ngày 14/7",
        "trên cơ sở nội dung cuộc họp của Thường trực HĐND, ngày 14/7",
        but_not=("Theo kết quả xét duyệt, họp ngày 14/7",),
    ),
    mask(
        "first-and-last-registered",
        "citation",
        rf"(?:(?:đăng ký|cấp) lần đầu|(?:đăng ký )?thay đổi lần (?:thứ )?\d{{1,2}}"
        rf"|cấp (?:lại|đổi)(?: lần (?:thứ )?\d{{1,2}})?):?(?: ngày:?)? {DATE}",
        "cấp lần đầu ngày 12/3/2015",
        "thay đổi lần 2 ngày 05/8/2020",
    ),
    mask(
        "drawn-up-on",
        "past",
        # Not of a place: "xã Tân Lập ngày 10/11"
        r"(?:(?<!\w )(?<!\w)|(?<=bản )|(?<=sách )|(?<=sơ )|(?<=được )|(?<=đã )|(?<=trình )|(?<=phiếu )|(?<=này ))"
        r"lập (?:(?:vào )?(?:hồi|lúc) \d{1,2} ?(?:giờ|h) ?(?:\d\d)?(?: ?(?:phút|'))?,? )?"
        rf"ngày {DATE}",
        "lập hồi 10 giờ 15 phút ngày 02/10/2023",
        "lập ngày 02 tháng 10 năm 2023",
        but_not=("thành lập ngày 20/10/2023", "làm việc với xã Tân Lập ngày 20/10/2023"),
    ),
    mask(
        "article",
        "article",
        r"(?:(?:điều|khoản|mục|chương|phụ lục|tiết|điểm) (?:số )?(?:\d{1,3}[a-zđ]?|[a-zđ]|[ivx]{1,5})"
        r"(?!\w)(?![/.:]\d|h\d| giờ)(?:,? (?:và )?(?=điều|khoản|điểm|mục))?){1,4}",
        "khoản 2 Điều 15",
        "điểm a khoản 3 Điều 18",
        "Điều 15",
    ),
)
