"""What is cut off a title first, before what follows something is looked for: a table in the order of its use.

See `trims` for what is hard, and for the stages behind this one and `trims_second`.
"""

import re

from calendars.reading.naming.trim import Trim
from calendars.reading.naming.trims_in_prose import IN_PROSE

_I = re.IGNORECASE
PAPERS = r"(?:Giấy mời|Kế hoạch|Công văn|Công điện|Thông báo|Quyết định|Nghị quyết|Chỉ thị|Chương trình)"
"""The kinds of papers on which what is told rests."""

_MOVES = r"(?:điều chỉnh|chuyển|dời|lùi|(?:tạm\s+)?hoãn|hủy|huỷ|đổi|thay đổi)"

BEFORE = (
    Trim(
        name="number-or-day-by-the-moon-in-brackets",
        says=("(",),
        pattern=re.compile(
            r"^\((?:\d{1,2}\)\s+|[^()]{0,24}\btháng (?:giêng|chạp)\b[^()]{0,12}\)[\s:,–-]*)(?=\S)", _I
        ),
        examples=(("(1) Cuộc họp Đảng ủy", "Cuộc họp Đảng ủy"), ("(21 tháng chạp): Phát quà", "Phát quà")),
    ),
    Trim(
        # What another paper called people to, and what this one has more to say of.
        name="follows-another-paper",
        says=("tiếp theo ",),
        pattern=re.compile(
            rf"^tiếp theo\s+{PAPERS}\b[^,;]{{0,60}}?\s(?:về việc(?:\s+mời)?|mời(?:\s+dự)?)\s+(?=\S)", _I
        ),
        heads=True,
        examples=(
            (
                "Tiếp theo Giấy mời số 86/GM-SNN về việc mời họp bàn giải pháp chống hạn",
                "họp bàn giải pháp chống hạn",
            ),
            (
                "Tiếp theo Công văn số 86/CV-SNN về việc báo cáo",
                "Tiếp theo Công văn số 86/CV-SNN về việc báo cáo",
            ),
        ),
    ),
    Trim(
        name="but-there-is",
        says=("nhưng ", "tuy nhiên"),
        pattern=re.compile(r"^(?:nhưng|tuy nhiên),?\s+(?:(?:vẫn|sẽ|lại)\s+)?(?:có\s+)?(?=\S)", _I),
        heads=True,
        examples=(
            ("Nhưng có lễ khai giảng", "lễ khai giảng"),
            ("Tuy nhiên, vẫn họp chi bộ", "họp chi bộ"),
        ),
    ),
    Trim(
        name="reason-ahead",
        says=("do ", "vì "),
        pattern=re.compile(
            r"^(?:(?:tuần|tháng|quý|năm|kỳ|đợt) (?:này|nay)\s?,?\s)?(?:do|vì)\s[^,;:.]{3,80},\s+"
            r"(?:thời gian (?:tổ chức )?)?(?=\S)",
            _I,
        ),
        heads=True,
        examples=(
            ("Do mất điện, Hội nghị sơ kết", "Hội nghị sơ kết"),
            ("Do mất điện, thời gian Hội nghị sơ kết", "Hội nghị sơ kết"),
            ("Tuần này do mất điện, hội nghị sơ kết", "Hội nghị sơ kết"),
            ("Do mất điện, chưa rõ", "Do mất điện, chưa rõ"),
        ),
    ),
    *IN_PROSE,
    Trim(
        name="asked-to-stay-for",
        says=("mời", "Mời"),
        pattern=re.compile(
            r"^(?:(?:ngay )?sau (?:khi )?[^,:;.]{4,50}?,?\s+(?:(?:kính|trân trọng)\s+){0,2}mời\s+[^,:;.]{2,40}?\s+"
            r"(?:(?:ở|nán) lại\s+)?(?:cùng\s+)?(?:dự|dùng|tham dự|tham gia)"
            r"|(?:(?:kính|trân trọng)\s+){0,2}mời\s+[^,:;.]{2,40}?\s+(?:cùng\s+)?dùng)\s+(?=\S)",
            _I,
        ),
        examples=(
            ("Sau đại hội mời đồng chí ở lại dự cơm thân mật", "cơm thân mật"),
            ("mời quý vị dùng tiệc trà", "tiệc trà"),
        ),
    ),
    Trim(
        name="hailed",
        says=(" ơi,",),
        pattern=re.compile(r"^(?:[^\W\d]+\s){1,5}ơi,\s+(?:(?:mình|chúng ta|cả nhà)\s+)?(?=\S)", _I),
        examples=(("Anh chị ơi, mình họp khởi động dự án", "họp khởi động dự án"),),
    ),
    Trim(
        name="behind-what-came-before",
        says=("sau ", "Sau ", "Kết thúc ", "kết thúc "),
        pattern=re.compile(
            r"^(?:(?:ngay )?sau (?:khi (?:kết thúc )?)?|kết thúc )(?:lớp|hội nghị|đại hội|buổi|cuộc họp|phiên|lễ"
            r"|giờ|chương trình|phần|tiết)\b[^,:;.\d]{0,30},\s+(?=\S)",
            _I,
        ),
        examples=(
            ("Sau lớp học, lãnh đạo các xã họp bàn", "lãnh đạo các xã họp bàn"),
            ("Kết thúc hội nghị, họp Ban Chấp hành", "họp Ban Chấp hành"),
        ),
    ),
    Trim(
        name="before-or-behind-that",
        says=("trước đó", "sau đó", "Trước đó", "Sau đó"),
        pattern=re.compile(r"^(?:trước|sau) đó,?\s+(?=\S)", _I),
        examples=(("Trước đó, trường chụp ảnh kỷ yếu", "trường chụp ảnh kỷ yếu"),),
    ),
    Trim(
        name="interjection",
        says=("à", "dạ", "ạ", "ôi", "quên"),
        pattern=re.compile(r"^(?:à|dạ|ạ|ôi|quên)\b[^,:;.]{0,25},\s+(?=\S)", _I),
        examples=(("À em nhầm, họp tổ", "họp tổ"),),
    ),
    Trim(
        name="how-long",
        says=("ngày",),
        pattern=re.compile(
            r"\s*(?:[,;–-]\s*|\s(?=trong|kéo dài|thời gian))(?:(?:trong|kéo dài|(?:trong )?thời gian)[\s:]+)?"
            r"\d{1,2}(?:[,.]5)?\s+ngày$",
            _I,
        ),
        examples=(
            ("Tập huấn nghiệp vụ, 02 ngày", "Tập huấn nghiệp vụ"),
            ("Tập huấn kéo dài 1,5 ngày", "Tập huấn"),
        ),
    ),
    Trim(
        name="is-moved-to",
        says=("được",),
        pattern=re.compile(
            r",?\s+(?:sẽ\s+)?(?:được\s+)(?:điều chỉnh|chuyển|dời|lùi|hoãn|tổ chức)(?:\s+(?:sang|đến|lại|vào))*\s*$"
        ),
        examples=(("Họp tổ sẽ được chuyển sang", "Họp tổ"),),
    ),
    Trim(
        name="change",
        says=("điều chỉnh", "chuyển", "dời", "lùi", "hoãn", "hủy", "huỷ", "đổi", "không"),
        pattern=re.compile(
            r"(?:\s*[:,]\s*|\s+)(?:(?:nay|được|bị|sẽ|đã)\s+)*"
            r"(?:điều chỉnh|chuyển|dời|lùi|tạm hoãn|hoãn|hủy|huỷ|(?<!thay )(?<!không )đổi"
            r"|không (?:tổ chức|tiến hành|họp|diễn ra))"
            r"(?:\s+(?:thời gian|lịch|sang|đến|lại|vào|thành|cùng ngày|cùng (?:khung )?giờ|xuống|lên|tổ chức|bỏ|nữa))*"
            r"\s*(?:,\s*thời gian\b.*)?$",
            _I,
        ),
        examples=(
            ("Hội nghị sơ kết: nay chuyển sang", "Hội nghị sơ kết"),
            ("Họp chi bộ không tổ chức nữa", "Họp chi bộ"),
            ("Thông báo thay đổi", "Thông báo thay đổi"),
        ),
    ),
    Trim(
        name="who-decides-on-a-change",
        says=("quyết định", "thống nhất", "thông báo", "dồn ", "ghép ", "gộp "),
        pattern=re.compile(
            rf"^[^;.]{{0,200}}?\b(?:quyết định|thống nhất|thông báo)\s+(?:việc\s+)?{_MOVES}\s+"
            r"(?:(?:thời gian|lịch|ngày)\s+)?(?:tổ chức\s+)?(?=\S)"
            r"|^[^;.]{0,200}?\b(?<!lồng )(?:dồn|ghép|gộp)\s+(?:lịch\s+)?(?:tổ chức\s+)?(?=\S)",
            _I,
        ),
        heads=True,
        examples=(
            (
                "Ban Thường vụ quyết định chuyển thời gian tổ chức Hội nghị lần thứ hai",
                "Hội nghị lần thứ hai",
            ),
            ("Phòng dồn họp giao ban hai tuần", "họp giao ban hai tuần"),
        ),
    ),
    Trim(
        name="who-set-its-time",
        says=("ấn định", "đã định", "quyết định"),
        pattern=re.compile(
            r"^[^;]{0,220}?\b(?:ấn định|đã định|quyết định)\s+(?:thời gian|ngày|lịch)\s+(?:(?:mở|tổ chức)\s+)?(?=\S)",
            _I,
        ),
        heads=True,
        examples=(
            ("Tòa án đã ban hành Quyết định, ấn định thời gian mở phiên tòa sơ thẩm", "phiên tòa sơ thẩm"),
        ),
    ),
    Trim(
        name="first-and-last-year",
        says=("/",),
        pattern=re.compile(r"\s*\(\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*\d{1,2}/\d{1,2}/\d{4}\)"),
        examples=(
            (
                "Lễ kỷ niệm 25 năm thành lập (18/12/1991 - 18/12/2016) và đón nhận Huân chương",
                "Lễ kỷ niệm 25 năm thành lập và đón nhận Huân chương",
            ),
        ),
    ),
    Trim(
        name="telephone",
        says=("0",),
        pattern=re.compile(
            r"[\s,;(]+(?:(?:số )?(?:điện thoại|đt|sđt|zalo|máy)\W*)?\(?0\d{2,4}([ .-]?)\d{3}[ .-]?\d{3,4}\)?(?!\d)",
            _I,
        ),
        examples=(("Đăng ký với chị Na, ĐT 0900 000 000", "Đăng ký với chị Na"),),
    ),
    Trim(
        name="thus",
        says=("theo đó", "do đó", "vì vậy", "như vậy", "ngoài ra", "bên cạnh đó", "đồng thời", "nhân đây"),
        pattern=re.compile(
            r"^(?:(?:theo đó|do đó|vì vậy|như vậy|ngoài ra|bên cạnh đó|đồng thời|nhân đây),|đồng thời)\s+(?=\S)",
            _I,
        ),
        examples=(("Theo đó, họp tổ", "họp tổ"), ("Đồng thời gia hạn nộp bài", "gia hạn nộp bài")),
    ),
    Trim(
        name="leads-on",
        says=("cụ thể", "sau"),
        pattern=re.compile(
            r"[\s,;]+(?:(?:thời gian |lịch )?cụ thể(?: như sau)?|như sau|theo lịch sau)\s*:?$", _I
        ),
        examples=(
            ("Họp cha mẹ học sinh, cụ thể", "Họp cha mẹ học sinh"),
            ("Lịch tiếp dân như sau", "Lịch tiếp dân"),
        ),
    ),
    Trim(
        name="that-same-day",
        says=("cùng ngày", "cung ngay"),
        pattern=re.compile(r"^(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s+)?c[ùu]ng ng[àa]y\s?[,:]?\s+(?=\S)", _I),
        examples=(("Cùng ngày, tọa đàm về tự chủ", "tọa đàm về tự chủ"),),
    ),
    Trim(
        name="who-is-there",
        says=("thành phần",),
        pattern=re.compile(r"(?:\s?[,;.]|\s[-–])\sthành phần(?:\s?(?::|là|gồm|tham dự|mời)\s.*|\s*:?)$", _I),
        examples=(
            ("Họp xét vay vốn - Thành phần: BCH chi hội", "Họp xét vay vốn"),
            ("Tọa đàm về tự chủ, thành phần là Giám đốc các đơn vị", "Tọa đàm về tự chủ"),
        ),
    ),
    Trim(
        name="link-follows",
        says=("gửi ", "báo ", "cung cấp "),
        pattern=re.compile(
            r"\s?[,;(–-]\s?(?:link|đường dẫn|đường link|mã|id|tài liệu|chương trình|thông tin)\b[^,;()]{0,40}?\s"
            r"(?:sẽ\s+|được\s+)*(?:gửi|báo|thông báo|cung cấp)\s+(?:sau|riêng|kèm)\)?$",
            _I,
        ),
        examples=(("Hội thảo định giá, link Teams gửi sau", "Hội thảo định giá"),),
    ),
    Trim(
        name="time-of-it",
        says=("thời gian ",),
        pattern=re.compile(r"^(?:thời gian|ngày giờ)\s+(?:(?:tổ chức|diễn ra|tiến hành)\s+)?(?=\S+\s\S)", _I),
        heads=True,
        examples=(
            ("Thời gian tổ chức Hội nghị sơ kết", "Hội nghị sơ kết"),
            ("Thời gian nộp hồ sơ", "Nộp hồ sơ"),
            ("Thời gian biểu", "Thời gian biểu"),
        ),
    ),
    Trim(
        name="to-be-told",  # what is left of "..., thời gian mở lại sẽ có thông báo sau"
        says=(" sẽ", " chưa"),
        pattern=re.compile(
            r"[\s,;:–-]{1,3}(?:thời gian|ngày giờ|ngày|lịch|giờ|địa điểm)(?:\s+(?:và\s+)?(?:địa điểm|cụ thể|mới"
            r"|chính thức|tổ chức|tiếp theo|(?:mở|họp|tổ chức|xét xử|thi)\s+lại)){0,3}\s+(?:sẽ|chưa)$",
            _I,
        ),
        examples=(
            ("Thi vòng 1, ngày cụ thể sẽ", "Thi vòng 1"),
            ("Vụ tranh chấp lối đi, thời gian mở lại sẽ", "Vụ tranh chấp lối đi"),
        ),
    ),
    Trim(
        name="on-the-same-day",
        says=("cùng",),
        pattern=re.compile(
            r"[\s:,]+cùng(?: ngày)?$|^(?:(?:tiếp theo|tiếp đó|(?:ngay )?sau đó|và),?\s+)?cùng ngày,\s*(?=\S+\s\S)",
            _I,
        ),
        examples=(
            ("Khối 8: cùng ngày", "Khối 8"),
            ("Cùng ngày, tổ công tác kiểm tra thực địa", "tổ công tác kiểm tra thực địa"),
        ),
    ),
    Trim(
        name="asked-to-be-there",
        says=("có mặt", " dự"),
        pattern=re.compile(
            r"[,;.]\s+(?:trân trọng |kính )?(?:đề nghị|mời|yêu cầu|mong)\s[^,;.:\d]{2,60}\s(?:có mặt|(?:tham )?dự)$",
            _I,
        ),
        examples=(
            ("Kiểm tra thực địa, đề nghị gia đình có mặt", "Kiểm tra thực địa"),
            ("Ban đại diện họp phiên đầu năm, mời các trưởng ban dự", "Ban đại diện họp phiên đầu năm"),
        ),
    ),
    Trim(
        name="after-the-meeting",
        says=("sau ",),
        pattern=re.compile(
            r"^sau (?:khi )?(?:kết thúc )?(?:(?:cuộc |buổi |phiên )?họp|hội nghị|buổi làm việc)"
            r"(?: (?:này|trên|kết thúc))?,\s+(?=\S)",
            _I,
        ),
        examples=(("Sau cuộc họp, các thôn báo cáo nhanh", "các thôn báo cáo nhanh"),),
    ),
)
"""Cut off before what follows something is looked for ("Sau lễ II họp Ban Hành giáo")."""
