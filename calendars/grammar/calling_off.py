"""What is called off, put off or suspended, with no time at which it is held instead."""

from calendars.grammar import changed_times
from calendars.grammar.change_rule import ChangeRule
from calendars.marks import Status

# Behind what is called off these tell what is held or asked for instead.
_INSTEAD = (
    r"(?<!\w)(?:tổ chức|chuyển|dời|lùi|đổi|thay|sẽ|vẫn|nay|bù|lại|mời|trước|để|do|vì|gửi|nộp|báo cáo|đăng ký"
    r"|đề nghị|yêu cầu|không thay|giữ nguyên|sang|họp(?= (?:vào|lúc|ngày|trực)))(?!\w)"
)

CALLED_OFF = (
    ChangeRule(
        name="cancelled",
        says=("huỷ", "không tổ", "không tiế", "không họp", "không diễn ra", "không thể", "bãi bỏ", "dừng "),
        pattern=r"(?<!\w)(?:huỷ bỏ|(?<!tiêu )(?<!phá )(?<!thiêu )(?<!án )huỷ(?! hoại| diệt|, sửa)"
        r"|không (?:còn )?(?:tổ chức|tiến hành|họp|diễn ra|tiếp (?:công )?dân)(?! (?:tại|ở|tập trung|trực tiếp)| ?,)"
        r"|không thể (?:diễn ra|tổ chức|tiến hành)"
        r"|bãi bỏ"
        r"|(?<!tạm )dừng (?:tổ chức|cuộc|buổi|phiên|hội nghị|hội thảo|tiếp))(?!\w)[^@.;]{0,100}@"
        rf"(?:\)?(?: ?,| và| cùng(?: với)?) (?:(?!{_INSTEAD})[^@.;:]){{1,60}}@){{0,2}}",
        meaning=changed_times.cancelled,
        examples={
            "Hủy cuộc họp ngày 24/11/2023": "cancelled",
            "Không tổ chức giao lưu 17h ngày 11/11": "cancelled",
            "Hủy Hội thao ngày 09/11 cùng buổi bốc thăm ngày 06/11": "cancelled cancelled",
            "dừng cuộc giám sát với Sở Y tế vào chiều 10/11": "cancelled",
        },
    ),
    ChangeRule(
        name="not-as-told",
        says=("như đã thông báo", "như thông báo", "như lịch", "như kế hoạch", "nữa"),
        pattern=r"(?<!\w)không(?: [^\W\d_]+){1,4} @[^@.;]{0,12}(?:như (?:đã )?(?:thông báo|lịch|kế hoạch)|nữa)(?!\w)",
        meaning=changed_times.cancelled,
        examples={"không cắt điện sáng 11/12 như đã thông báo": "cancelled"},
    ),
    ChangeRule(
        name="is-cancelled",
        says=("huỷ", "không tổ", "không tiế", "không thể", "không diễn ra", "không còn", "không họp"),
        pattern=r"@[^@.;]{0,80}(?<!\w)(?:bị huỷ|huỷ bỏ|được huỷ|không (?:còn )?(?:tổ chức|tiến hành|tiếp (?:công )?dân)"
        r"(?! (?:tập trung|trực tiếp)(?!\w))|không còn họp|không họp(?= ?[,;)])"
        r"|không thể (?:diễn ra|tổ chức|tiến hành)"
        r"|không diễn ra|sẽ huỷ|huỷ(?= ?(?:[.;,)]|\Z)))(?!\w)",
        meaning=changed_times.cancelled,
        examples={
            "Buổi thẩm tra chiều 05/11 không tổ chức": "cancelled",
            "Lịch họp giao ban sáng 05/11 hủy.": "cancelled",
            "8h00 thứ Năm 16/11: họp duyệt kế hoạch - không họp, lấy ý kiến qua phần mềm": "cancelled",
            "Trong hai ngày 02 và 03/9, Trụ sở không tiếp công dân": "cancelled",
            "Đại hội ngày 16/11 không thể tổ chức vào thời gian trong thư mời": "cancelled",
        },
    ),
    ChangeRule(
        name="put-off-to",
        says=("hoãn",),
        pattern=r"(?<!\w)hoãn(?!\w)[^@.;]{0,80}(?<!\w)(?:sang|đến|tới|qua)(?!\w) {1,2}@(?: ?[:(][^@.;()]{0,20}@)?"
        r"(?!...@)",
        meaning=lambda found, readings: readings,
        examples={
            "hoãn cuộc họp sang ngày 28/11": "confirmed",
            "hoãn hội thao đến ngày 09/11 (02 ngày: 09 và 10/11)": "confirmed confirmed",
        },
    ),
    ChangeRule(
        name="suspended-for",  # what rests from one day to another does so as told
        says=("tạm dừng", "tạm ngừng", "tạm ngưng"),
        pattern=r"(?<!\w)tạm (?:dừng|ngừng|ngưng)(?! (?:tổ chức|các|việc tổ chức|hội|lễ|cuộc|buổi|phiên|lớp|thi|giải|kỳ"
        r"|họp|khai|đại hội|(?:việc )?(?:tiếp (?:công )?dân|giao ban|sinh hoạt))(?!\w))(?!\w)[^@.;]{2,100}@",
        meaning=changed_times.suspended,
        examples={"Tạm ngừng đón khách từ ngày 08/9 đến ngày 14/9": "confirmed"},
    ),
    ChangeRule(
        name="postponed",
        says=("hoãn", "chưa tổ chức", "tạm dừng", "tạm ngừng", "tạm ngưng"),
        pattern=r"(?<!\w)(?:tạm hoãn|hoãn(?! lại \d)|chưa tổ chức|tạm (?:dừng|ngừng|ngưng)(?! (?:cung )?cấp| lưu thông"
        r"| (?:tiếp )?nhận| giao dịch| phục vụ| khai thác| thi công))(?!\w)[^@.;]{0,100}@(?:[^@.;]{0,60}@)?",
        meaning=changed_times.postponed,
        examples={
            "tạm hoãn Hội nghị ngày 24/11, thời gian tổ chức sẽ thông báo sau": "postponed tentative",
            "Tạm hoãn lớp học: 07/11 - 19/11; thông báo sau": "postponed tentative",
            "Hoãn cuộc họp ngày 24/11": "postponed",
            "Tạm ngừng tiếp công dân từ ngày 08/9 đến ngày 12/9": "postponed",
        },
    ),
    ChangeRule(
        name="fell-on-a-day-off",
        says=("trùng",),
        pattern=r"@(?![^@]{0,4}(?:nếu|khi|trường hợp))[^@.;]{0,8}trùng(?: vào| với)?(?: ngày)? ?"
        r"(?:nghỉ|lễ|tết|@)(?!...@)",
        meaning=lambda found, readings: [one._replace(status=Status.POSTPONED) for one in readings],
        examples={"ngày 12/11 trùng ngày nghỉ": "postponed"},
    ),
    ChangeRule(
        name="is-postponed",
        says=("hoãn", "chưa tổ chức", "tạm dừng"),
        pattern=r"@[^@.;,]{0,60}(?<!\w)(?<!liên )(?<!tuần )(?:tạm hoãn|hoãn|được hoãn|chưa tổ chức|tạm dừng)"
        r"(?!\w)(?! (?:thành|thiện|tất|chỉnh|nghênh)(?!\w))"
        r"(?! @\)| (?:ngày )?\d{1,2}/\d| (?:kỳ|cuộc|hội|buổi|phiên|lễ))(?:[^@.;]{0,60}@)?",
        meaning=changed_times.postponed,
        examples={"Cuộc họp ngày 24/11 tạm hoãn": "postponed"},
    ),
)
