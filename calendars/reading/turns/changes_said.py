"""Old and new times as people say them: with the verb of what is done, or the old one in a bracket behind the new.

"Trận A - B (16h30 ngày 14/9) chuyển thi đấu lúc 8h00 ngày 16/9" is moved as "chuyển sang" says; "14 giờ ngày 17/4
(trước đây báo 10/4)" has the old time where others write "lịch cũ" (reference section A.8). What is hard is that the
same verb stands before the old time too ("chuyển họp lúc 14h00 ngày 15/5 sang 16/5").
"""

import re

from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_TIME = (
    r"(?:(?:lúc|vào|ngày|hôm|sáng|chiều|tối|trưa|thứ|chủ nhật|từ|cn)\s+){0,3}"
    r"(?:\d{1,2}\s?(?:h|g|giờ|:|/)|\d{1,2}\s+(?:tháng|và)\s|(?:hai|ba|tư|năm|sáu|bảy)\b|\d\b)"
)
_DOES = (
    r"(?:thi đấu|đấu|đá|họp|tổ chức|tiến hành|diễn ra|khai mạc|làm|thi|tập|học|chiếu|diễn|khám|tiêm|tiếp|xét xử"
    r"|mở|hẹn)"
)
_OFF = r"không (?:tổ chức|tiến hành|họp|diễn ra)(?: được)?(?: nữa)?|(?:bị |được )?(?:hủy|huỷ)(?: bỏ)?"
_DONE_INSTEAD = (
    r"(?:trao|tập trung|giao lưu|bầu|phát thưởng|phát quà|công bố|tuyên dương|biểu dương|tham quan|lao động|vệ sinh|dọn"
    r"|kiểm tra|diễn tập|chào cờ|dâng hương|thăm|tặng quà|chiếu|tiếp|học sinh|các lớp|đại biểu)\b"
)
_DUE = re.compile(
    r"\b(?:hạn|nhận hồ sơ|nộp|gửi|đăng ký|đến hết|han|nhan ho so|nop|gui|dang ky|den het)\b", re.IGNORECASE
)


def _two_sentences(found: re.Match[str], _period: DaySpan | None) -> str:
    done = found["done"]
    return f"{found['off']}.\n{done[:1].upper()}{done[1:]}"


_ON_A_WEEKDAY = (
    r"(?:(?:\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2})?,?\s+)?(?:(?:sáng|chiều|tối)\s+)?"
    r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w))"
)

CHANGES_SAID = (
    Turn(
        # No paper is cited by its day: it is learnt then.
        name="learning-a-resolution-on",
        says=("học nghị quyết", "học tập nghị quyết", "học chỉ thị", "học tập chỉ thị"),
        pattern=re.compile(
            r"(?P<what>\b(?:buổi|lớp|đợt|hội nghị)\s+học(?:\s+tập)?\s+(?:nghị quyết|chỉ thị))\s+"
            r"(?=(?:lúc\s+|sáng\s+|chiều\s+|tối\s+)?ngày\s+\d)",
            re.IGNORECASE,
        ),
        plainly=r"\g<what>, ",
        examples=(
            (
                "Buổi học Nghị quyết ngày 10/02 chuyển về nhà văn hóa",
                "Buổi học Nghị quyết, ngày 10/02 chuyển về nhà văn hóa",
            ),
            ("Buổi học Nghị quyết số 5 ngày 10/02", "Buổi học Nghị quyết số 5 ngày 10/02"),
        ),
    ),
    Turn(
        # By how much, before both of its times: no length of anything.
        name="by-so-much-from-and-to",
        says=("lùi ", "dời ", "hoãn ", "đẩy "),
        pattern=re.compile(
            r"\b(?P<verb>lùi|dời|hoãn|đẩy)(?:\s+(?:lại|sớm|lên|thêm|đúng|chậm)){0,2}\s+(?:\d{1,2}|một|hai|ba)\s+"
            r"(?:tuần|ngày|tháng)\s*[:,(]\s*(?=từ\s[^.;\n]{2,40}?\ssang\s)",
            re.IGNORECASE,
        ),
        plainly=r"\g<verb> ",
        beside=" sang ",
        examples=(
            ("Kiểm tra: lùi 01 tuần: từ 14/11 sang 21/11", "Kiểm tra: lùi từ 14/11 sang 21/11"),
            ("Kiểm tra: lùi 01 tuần, sang 21/11", "Kiểm tra: lùi 01 tuần, sang 21/11"),
        ),
    ),
    Turn(
        # When somebody said what the rest tells.
        name="said-yesterday",
        says=("cho biết", "cho hay"),
        pattern=re.compile(
            r"^(?P<lead>\W*)(?:sáng|chiều|tối|trưa|hôm|ngày hôm)\s+qua\s*(?:[(,]\s*"
            r"(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\)?)?"
            r",?\s+(?=[^.;\n]{2,140}?\scho\s(?:biết|hay)\b)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<lead>",
        beside=" qua",
        examples=(
            (
                "Chiều qua (31/7), Trung tâm cho biết: tạm hoãn đấu giá vào ngày 6/8.",
                "Trung tâm cho biết: tạm hoãn đấu giá vào ngày 6/8.",
            ),
        ),
    ),
    Turn(
        # What is taken until a later day is due then, and nothing that is held moves.
        name="taken-until-later",
        says=("lùi thời", "dời thời", "kéo dài thời", "gia hạn thời", "lùi hạn", "gia hạn hạn"),
        pattern=re.compile(
            r"(?:^[^.;:\n\d]{0,100}?)?\b(?:lùi|dời|kéo dài|gia hạn)\s+(?:thời gian|thời hạn|hạn)\s+(?:tiếp\s+)?"
            r"(?P<what>(?:nhận|nộp|gửi|đăng ký|thu)\b[^.;:\n\d]{0,70}?)\s(?:đến|tới|sang)\s+(?:hết\s+)?"
            r"(?=(?:\d{1,2}\s?(?:h|g|giờ|:)[^.;\n]{0,12}\s)?(?:ngày\s+)?\d)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"Gia hạn việc \g<what> đến hết ",
        examples=(
            (
                "Ban Tổ chức lùi thời gian nhận bài dự thi tới ngày 15/10/2025",
                "Gia hạn việc nhận bài dự thi đến hết ngày 15/10/2025",
            ),
            ("lùi thời gian họp sang ngày 15/10", "lùi thời gian họp sang ngày 15/10"),
        ),
    ),
    Turn(
        # Each week from then on; the weekdays stand apart from the word that says so.
        name="moved-in-each-week",
        says=("hằng tuần", "hàng tuần", "mỗi tuần"),
        pattern=re.compile(
            r"\s+(?:hằng|hàng|mỗi)\s+tuần(?P<moved>\s+(?:(?:được|chuyển|đổi|dời)\s+)*từ)\s+"
            rf"(?P<old>{_ON_A_WEEKDAY})\s+sang\s+(?P<new>{_ON_A_WEEKDAY})"
            r"(?!\s*(?:hằng|hàng|mỗi|,?\s*\(?(?:ngày\s+)?\d{1,2}\s*/|tuần))",
            re.IGNORECASE,
        ),
        plainly=r"\g<moved> \g<old> hằng tuần sang \g<new> hằng tuần",
        beside=" sang ",
        examples=(
            (
                "thay đổi thời gian giao ban hằng tuần từ sáng thứ Hai sang chiều thứ Sáu",
                "thay đổi thời gian giao ban từ sáng thứ Hai hằng tuần sang chiều thứ Sáu hằng tuần",
            ),
            (
                "họp mỗi tuần từ thứ Hai sang thứ Ba, ngày 12/5",
                "họp mỗi tuần từ thứ Hai sang thứ Ba, ngày 12/5",
            ),
        ),
    ),
    Turn(
        # What holds from that day on is the new time.
        name="moved-from-a-day-on",
        says=("từ ngày ", "từ tháng "),
        pattern=re.compile(
            r"(?P<lead>^|[.;\n]\s*)(?P<since>(?:kể|bắt đầu)?\s?từ\s+(?:ngày|tháng)\s+\d{1,2}(?:/\d{1,4}){0,2})\s*,\s+"
            r"(?P<body>[^.;\n]{3,140}?\stừ\s[^.;\n]{3,60}?\s(?:hằng|hàng|mỗi)\s+(?:tuần|tháng)\s+sang\s+"
            r"[^.;,\n]{3,60}?\s(?:hằng|hàng|mỗi)\s+(?:tuần|tháng))",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>\g<body>, \g<since>",
        beside=" sang ",
        examples=(
            (
                "Kể từ ngày 01/10/2025, giao ban chuyển từ thứ Hai hằng tuần sang thứ Sáu hằng tuần.",
                "giao ban chuyển từ thứ Hai hằng tuần sang thứ Sáu hằng tuần, Kể từ ngày 01/10/2025.",
            ),
        ),
    ),
    Turn(
        # Without "ngày" the figures would be a ratio.
        name="stays-on-its-day",
        says=("nguyên ", "vẫn "),
        pattern=re.compile(
            r"\b(?:giữ nguyên(?: lịch)?|vẫn(?: là| giữ)?)\s+(?=\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])\s*(?:[.,;()\n]|$))",
            re.IGNORECASE,
        ),
        plainly="vẫn ngày ",
        examples=(
            ("Văn phòng: giữ nguyên 17/5", "Văn phòng: vẫn ngày 17/5"),
            ("Kho: vẫn 18/5.", "Kho: vẫn ngày 18/5."),
        ),
    ),
    Turn(
        # Two ways of writing one stretch, put together.
        name="to-the-days-from",
        says=("các ngày", "những ngày", "thời gian", "khoảng"),
        pattern=re.compile(
            r"\b(?P<to>sang|đến|vào|thành|lại)\s+(?:(?:các|những)\s+ngày|(?:khoảng\s+)?thời gian|(?<!vào\s)khoảng)"
            r"(?:\s+là)?\s*[:,]?\s+"
            r"(?=từ\s+(?:\d{1,2}\s?(?:h|g|giờ|:)[^.;\n]{0,12}\s)?(?:ngày\s+)?\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?\s+đến\s)",
            re.IGNORECASE,
        ),
        plainly=r"\g<to> ",
        examples=(
            (
                "điều chỉnh thời gian tổ chức sang các ngày từ 19/4 đến 22/4/2016",
                "điều chỉnh thời gian tổ chức sang từ 19/4 đến 22/4/2016",
            ),
            ("Hội thi: vào khoảng từ 19 đến 22/4", "Hội thi: vào khoảng từ 19 đến 22/4"),  # in doubt
        ),
        beside="từ ",
    ),
    Turn(
        # It is held, and people meet on the network.
        name="apart-instead-of-together",
        says=(" tập trung", " trực tiếp"),
        pattern=re.compile(
            r"\bkhông (?:tổ chức|họp|học|thi|tiến hành) (?:tập trung|trực tiếp)(?: (?:tại|ở) [^,;.()\n]{3,60}?)?,? mà "
            r"(?:được )?(?:chuyển sang )?(?:hình thức )?(?:(?:tổ chức|họp|học|thi) )?(?=trực tuyến|online)",
            re.IGNORECASE,
        ),
        plainly="chuyển sang ",
        examples=(
            (
                "Hội nghị A (8h ngày 22/7) không tổ chức tập trung tại Hội trường mà chuyển sang trực tuyến qua Zoom",
                "Hội nghị A (8h ngày 22/7) chuyển sang trực tuyến qua Zoom",
            ),
            ("Lớp B không học trực tiếp mà học trực tuyến", "Lớp B chuyển sang trực tuyến"),
        ),
        beside="không ",
    ),
    Turn(
        # What is done instead is not called off with it.
        name="off-and-done-instead",
        says=("không ", "hủy", "huỷ"),
        pattern=re.compile(
            rf"(?P<off>(?:\b(?:{_OFF})"
            r"|(?:^|[-:.]\s+)(?:hủy|huỷ|không tổ chức)\s[^.,;:\n]{3,90}?\d[^.,;:\n]{0,12}?)\)?),\s+"
            r"(?:thay vào đó,?\s+)?"
            rf"(?P<done>{_DONE_INSTEAD}[^.;\n\d]{{2,70}}?{_TIME})",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=_two_sentences,
        examples=(
            (
                "Lễ tổng kết chiều 24/11 không tổ chức, trao giải tại lễ chào cờ thứ Hai 03/12.",
                "Lễ tổng kết chiều 24/11 không tổ chức.\nTrao giải tại lễ chào cờ thứ Hai 03/12.",
            ),
            (
                "Hủy tổng duyệt chiều 24/11, tập trung tại sân khấu sáng 25/11",
                "Hủy tổng duyệt chiều 24/11.\nTập trung tại sân khấu sáng 25/11",
            ),
            ("Hủy họp tổ ngày 24/11, họp khối ngày 25/11", "Hủy họp tổ ngày 24/11, họp khối ngày 25/11"),
        ),
    ),
    Turn(
        # When it is held now.
        name="moved-with-its-verb",
        says=("chuyển ", "dời ", "rời ", "lùi ", "đổi ", "đẩy "),
        pattern=re.compile(
            r"(?P<before>\d[^.;:\n]{0,60}?\b(?:chuyển|dời|rời|lùi|(?<!trao )(?<!thay )đổi|đẩy)(?:\s+(?:lịch|lại))?)\s+"
            rf"{_DOES}(?:\s+(?:lại|bù))?\s+(?:(?:vào|lúc|hồi|trong|ngày)\s+){{0,2}}"
            rf"(?={_TIME})(?![^.;\n]{{0,60}}\s(?:sang|qua|đến|thành)\s)",
            re.IGNORECASE,
        ),
        plainly=r"\g<before> sang ",
        examples=(
            (
                "trận A - B (16h30 ngày 14/9) chuyển thi đấu lúc 8h00 ngày 16/9",
                "trận A - B (16h30 ngày 14/9) chuyển sang 8h00 ngày 16/9",
            ),
            (
                "Họp tổ (7h30 10/12) lùi họp vào 7h30 ngày 17/12",
                "Họp tổ (7h30 10/12) lùi sang 7h30 ngày 17/12",
            ),
            ("Lễ (sáng 12/12) đổi làm sáng 13/12", "Lễ (sáng 12/12) đổi sang sáng 13/12"),
            (
                "Số 5: chuyển họp lúc 14h00 ngày 15/5 sang 16/5",
                "Số 5: chuyển họp lúc 14h00 ngày 15/5 sang 16/5",
            ),
        ),
    ),
    Turn(
        # Else the two days are a list of which the first is of the year before.
        name="instead-of-then-held",
        says=("thay vì ", "thay cho "),
        pattern=re.compile(
            r"(?P<old>\bthay (?:vì|cho)\s[^.;:\n]{0,40}?\d{1,2}/\d{1,2}(?:/\d{4})?)\s*,?\s+(?:(?:sẽ|được|nay)\s+){0,2}"
            rf"{_DOES}(?:\s+(?:sớm|muộn|chậm)\s+hơn(?:\s+\d{{1,2}}\s+(?:ngày|tuần))?)?,?\s+(?:tức\s+(?:là\s+)?)?"
            rf"(?:vào\s+)?(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"\g<old>, chuyển sang ",
        examples=(
            ("thay vì tối 23/8, họp vào tối 21/8", "thay vì tối 23/8, chuyển sang tối 21/8"),
            (
                "thay vì tối 23/8, tổ chức sớm hơn 02 ngày, tức tối 21/8, 19 giờ",
                "thay vì tối 23/8, chuyển sang tối 21/8, 19 giờ",
            ),
        ),
    ),
    Turn(
        # When it is held again.
        name="then-held-again",
        says=(" lại ",),
        pattern=re.compile(
            r"(?P<before>\d[^.;\n]{0,50}?)\s*[,;]\s+(?:sẽ\s+|được\s+)?"
            r"(?:mở|họp|tổ chức|xét xử|khai mạc|tiến hành|triệu tập|thi đấu)(?:\s+(?:phiên tòa|phiên họp|hội nghị))?"
            r"\s+lại\s+"
            rf"(?:(?:vào|lúc|hồi|ngày)\s+){{0,2}}(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"\g<before>, chuyển sang ",
        examples=(
            (
                "Vụ tranh chấp: 8 giờ ngày 31/3, mở lại 8 giờ ngày 22/4.",
                "Vụ tranh chấp: 8 giờ ngày 31/3, chuyển sang 8 giờ ngày 22/4.",
            ),
            ("Vụ A: ngày 31/3, mở lại sau", "Vụ A: ngày 31/3, mở lại sau"),
        ),
    ),
    Turn(
        # What people had been told.
        name="as-was-told-before",
        says=(
            "(trước",
            "(đã ",
            "(lúc đầu",
            "(ban đầu",
            "(hôm trước",
            "(lần trước",
            "(lịch ",
            "(thông báo",
            "(không phải",
            "(chứ ",
        ),
        pattern=re.compile(
            r"\(\s*(?:(?:trước (?:đây|đó|kia)|hôm trước|lần trước|lúc đầu|ban đầu)(?:\s*,)?(?:\s+(?:đã|có|là|thì|hẹn"
            r"|(?:thông )?báo|ghi|định|dự kiến|mời|lịch|nói|in))*"
            r"|trước(?=\s*:)|trước(?:\s+(?:đã|là|hẹn|(?:thông )?báo|ghi|định|dự kiến|mời|nói|in))+"
            r"|đã(?:\s+(?:(?:thông )?báo|ghi|hẹn|định|mời|in|nói|dự kiến))+(?:\s+(?:là|trước(?: đó| đây)?))*"
            r"|(?:lịch|thông báo|giờ|ngày|thời gian)\s+(?:trước|đã báo|đã thông báo|ban đầu)(?:\s+(?:là|đây))?"
            r"|(?:chứ\s+)?không\s+phải(?:\s+(?:là|vào|như))?)\s*:?\s+"
            rf"(?={_TIME}[^()]{{0,40}}(?:\([^()]{{1,12}}\))?\))",
            re.IGNORECASE,
        ),
        plainly="(lịch cũ: ",
        examples=(
            ("14 giờ ngày 17/4 (trước đây báo 10/4)", "14 giờ ngày 17/4 (lịch cũ: 10/4)"),
            ("14 giờ ngày 17/4 (trước: 10/4)", "14 giờ ngày 17/4 (lịch cũ: 10/4)"),
            ("14 giờ ngày 17/4 (đã báo 10/4)", "14 giờ ngày 17/4 (lịch cũ: 10/4)"),
            ("14 giờ ngày 17/4 (lịch trước: 10/4)", "14 giờ ngày 17/4 (lịch cũ: 10/4)"),
            ("14 giờ ngày 17/4 (không phải 10/4)", "14 giờ ngày 17/4 (lịch cũ: 10/4)"),
            ("Gửi danh sách (trước 10/4)", "Gửi danh sách (trước 10/4)"),
            ("Họp tổ (đã họp ngày 10/4)", "Họp tổ (đã họp ngày 10/4)"),
        ),
        holds=lambda text, _: _DUE.search(text) is None,
    ),
)
