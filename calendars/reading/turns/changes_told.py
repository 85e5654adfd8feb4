"""Old and new times, places and what is called off, in clerks' words: "lịch cũ ..., lịch mới ...", "rút ... khỏi".

What they say is put as "chuyển từ ... sang ..." says it, or "hủy ..." (reference section A.8). What is hard is that the
same words are of other things: a place is moved and no time, a lesson rests that others take.
"""

import re

from calendars.layouts.bare import without_marks
from calendars.reading.turns.turn import Turn
from calendars.times import DaySpan

_TIME = (
    r"(?:(?:từ|lúc|vào|hồi|ngày|hôm|sáng|chiều|tối|trưa|thứ|chủ nhật|cn)[\s,]+){0,4}"
    r"(?:\d{1,2}\s?(?:h|g|giờ|:|/)|\d{1,2}\s+(?:tháng|và)\s|(?:hai|ba|tư|năm|sáu|bảy)\b|\d\b)"
)
_OLD = (
    r"(?:(?:thời gian|lịch|ngày giờ|giờ|ngày)(?:\s+(?:họp|thi|học|tổ chức))?\s+"
    r"(?:cũ|đã (?:thông báo|báo|gửi)|trước đây|ban đầu)|cũ|đã (?:thông báo|báo|ấn định)"
    r"|(?:trước đây|ban đầu)(?:\s+(?:đã\s+)?(?:thông báo|báo|ấn định|định|dự kiến|xếp|tổ chức))?)"
)
_NEW = (
    r"(?:nay\s+)?(?:(?:thời gian|lịch|ngày giờ|giờ|ngày)(?:\s+(?:họp|thi|học|tổ chức))?\s+"
    r"(?:mới|điều chỉnh|thay đổi|đúng)|mới|(?:nay\s+)?(?:điều chỉnh|đổi|chuyển|dời|sửa|đẩy|lùi)"
    r"(?:\s+(?:thành|sang|lại|lên|sớm))*"
    r"|nay(?:\s+(?:sẽ\s+)?(?:được\s+)?(?:tổ chức|diễn ra|họp|khai mạc|tiến hành|thi|học|ấn định)(?:\s+(?:lại|vào))*)?)"
)
# Now or yet to be held: the verbs behind are "tổ chức", "diễn ra", "họp", "khai mạc", "tiến hành", "thi", "làm".
_NOW_OR_WILL = re.compile(r"\s(?:nay|sẽ|se)\s+(?:(?:được|duoc)\s+)?(?:t[ổoiế]|thi|[dhkl])", re.IGNORECASE)
_MAY_BE_DUE = re.compile(
    r"\b(?:hạn|nhận|nộp|gửi|đăng ký|đến hết|han|nhan|nop|gui|dang ky|den het)\b", re.IGNORECASE
)
_DAY = (
    r"(?:(?:thứ\s+[^\W_]+|chủ nhật|cn)[\s,]*)?(?:\(\d{1,2}/\d{1,2}(?:/\d{4})?\)"
    r"|(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
)
_HOUR = r"\d{1,2}\s?(?:giờ|h|g(?![^\W\d])|:)(?:\s?\d{2})?(?:\s+phút)?"
_MOVES = r"(?:chuyển|dời|rời|(?<!trao )(?<!thay )đổi|thay đổi|lùi|đẩy|điều chỉnh|hoãn|dịch)"
_FEASTS = (
    r"(?!(?:8|08)/0?3\b|26/0?3\b|30/0?4\b|0?1/0?5\b|19/0?5\b|27/0?7\b|0?2/0?9\b|20/10\b|20/11\b|22/12\b)"
)

# Behind these two numbers are no day: "lớp 5/2 đổi phòng", "ấp 2/4", "tỷ lệ 3/4"; or the word for it stands there.
_NO_DAY = "ngày số lớp tổ khối phố đường ấp thôn khóm ngõ hẻm nhóm đội lệ lễ niệm mừng dịp hội tết"
_NO_DAY_BEHIND = frozenset(f"{_NO_DAY} {without_marks(_NO_DAY)}".split())


def _with_its_day(found: re.Match[str], _period: DaySpan | None) -> str:
    return found[0] if found["before"].lower() in _NO_DAY_BEHIND else f"{found['before']} ngày {found['day']}"


CHANGES_TOLD = (
    Turn(
        # Why it is moved is no part of its name.
        name="reason-and-what-is-moved",
        says=(" nên ",),
        pattern=re.compile(
            r"(?P<lead>(?:^|[.;]\s)\s{0,4}(?:\d{1,2}[.)]\s|[-+*•]\s)?)(?:do|vì)\s[^.;:\n\d]{4,120}?\s+nên\s+"
            r"(?=(?:cuộc|buổi|phiên|kỳ|hội|họp|lớp|lễ|giải|lịch|giao ban|đại hội|tập huấn|chuyên đề|sinh hoạt|thi)\b)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<lead>",
        examples=(
            (
                "Do trùng lịch làm việc với đoàn kiểm định nên cuộc họp chi bộ (14h ngày 14/3) chuyển sang ngày 18/3",
                "cuộc họp chi bộ (14h ngày 14/3) chuyển sang ngày 18/3",
            ),
            ("Do mất điện nên mọi người về sớm", "Do mất điện nên mọi người về sớm"),
        ),
    ),
    Turn(
        name="amount-behind-a-semicolon",
        says=("; lùi ", "; dời ", "; hoãn "),
        pattern=re.compile(
            r"(?P<old>\d\)?)\s*;\s+(?=(?:lùi|dời|hoãn)(?:\s+(?:lại|thêm|chậm))*\s+(?:\d{1,2}|một|hai)\s+(?:ngày"
            r"|tuần|tháng)"
            r"\s*(?:[.;\n]|$))",
            re.IGNORECASE,
        ),
        plainly=r"\g<old>, ",
        examples=(
            (
                "Hoãn Hội nghị dự kiến sáng 09/9/2024; lùi lại 01 tuần.",
                "Hoãn Hội nghị dự kiến sáng 09/9/2024, lùi lại 01 tuần.",
            ),
        ),
    ),
    Turn(
        # One time behind the other, each with a word that says which it is.
        name="then-and-now",
        says=(" cũ", "đã thông báo", "đã báo", "đã ấn định", "trước đây", "ban đầu", "đã gửi"),
        pattern=re.compile(
            rf"\s{{0,4}}[:,;–-]?\s+{_OLD}(?:\s+là)?\s*:?\s+(?P<old>{_TIME}[^;\n()]{{0,50}}?(?:\([^()]{{1,12}}\))?)"
            rf"\s*[;,.–-]\s*{_NEW}(?:\s+là)?\s*:?\s+(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r": từ \g<old> chuyển sang ",
        examples=(
            (
                "Họp tổ: thời gian đã thông báo: 14h ngày 4/11; nay điều chỉnh: thứ 7 (07/11)",
                "Họp tổ: từ 14h ngày 4/11 chuyển sang thứ 7 (07/11)",
            ),
            (
                "Họp tổ, lịch cũ 8h thứ 4, 04/11, lịch mới 9h ngày 5/11",
                "Họp tổ: từ 8h thứ 4, 04/11 chuyển sang 9h ngày 5/11",
            ),
            ("Họp tổ ngày 5/11: giờ cũ 7h, giờ mới 14h", "Họp tổ ngày 5/11: từ 7h chuyển sang 14h"),
            ("Họp tổ – cũ: sáng 4/11 – mới: chiều 5/11", "Họp tổ: từ sáng 4/11 chuyển sang chiều 5/11"),
            (
                "Họp tổ: Đã thông báo: 4/11/2026. Nay tổ chức vào: thứ Ba, 10/11/2026.",
                "Họp tổ: từ 4/11/2026 chuyển sang thứ Ba, 10/11/2026.",
            ),
            (
                "Họp tổ: trước đây ấn định 8h ngày 5/11; nay đẩy sớm lên 14h ngày 4/11",
                "Họp tổ: từ 8h ngày 5/11 chuyển sang 14h ngày 4/11",
            ),
        ),
    ),
    Turn(
        # The word behind the time.
        name="then-and-now-in-brackets",
        says=(" mới)", "(mới)"),
        pattern=re.compile(
            rf"(?P<old>{_TIME}[^;\n()]{{0,50}}?(?:\([^()]{{1,12}}\))?)\s*\((?:(?:lịch |thời gian )?cũ|đã (?:hủy|huỷ"
            r"|bỏ))\)\s*[;,.–-]?\s*"
            rf"(?P<new>{_TIME}[^;\n()]{{0,50}}?(?:\([^()]{{1,12}}\))?)\s*\((?:lịch |thời gian )?mới\)",
            re.IGNORECASE,
        ),
        plainly=r"từ \g<old> chuyển sang \g<new>",
        examples=(
            (
                "Họp tổ: 19h ngày 5/11 (cũ), lúc 8h ngày 8/11 (mới)",
                "Họp tổ: từ 19h ngày 5/11 chuyển sang lúc 8h ngày 8/11",
            ),
        ),
    ),
    Turn(
        # When it is held indeed.
        name="should-have-been-but-is",
        says=("lẽ ra ", "đáng lẽ ", "theo lịch ", "theo kế hoạch ", "dự kiến "),
        pattern=re.compile(
            r"\b(?:lẽ ra|đáng lẽ|theo (?:lịch|kế hoạch)(?: cũ| ban đầu)?|dự kiến)\s+(?:(?:sẽ|được)\s+){0,2}"
            r"(?:(?:tổ chức|diễn ra|họp|khai mạc|tiến hành|thi|làm)\s+)?(?:(?:vào|lúc|là)\s+){0,2}"
            r"(?P<old>[^.;,\n]{0,30}?(?:\d{1,2}/\d{1,2}|ngày \d)[^.;,\n]{0,20}?(?:,\s\d{1,2}\s?(?:h|g|:)\s?\d{0,2})?),?"
            r"\s+(?:nay\s+|sẽ\s+(?:được\s+)?)"
            r"(?:tổ chức|diễn ra|họp|khai mạc|tiến hành|thi|làm)(?:\s+(?:lại|bù))?\s+(?:vào\s+)?"
            rf"(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"dự kiến \g<old>, nay chuyển sang ",
        examples=(
            (
                "Họp tổ theo lịch diễn ra ngày 20/11 sẽ được tổ chức vào thứ Bảy ngày 21/11",
                "Họp tổ dự kiến ngày 20/11, nay chuyển sang thứ Bảy ngày 21/11",
            ),
            (
                "Họp tổ lẽ ra họp lúc 8h ngày 20/11, nay họp sáng 21/11",
                "Họp tổ dự kiến 8h ngày 20/11, nay chuyển sang sáng 21/11",
            ),
        ),
        holds=lambda text, _: _NOW_OR_WILL.search(text) is not None,
    ),
    Turn(
        # By how much it is moved says less than when it is held now.
        name="moved-by-and-held-on",
        says=("lùi ", "dời ", "rời ", "đẩy ", "hoãn "),
        pattern=re.compile(
            r"(?P<verb>\b(?:lùi|dời|rời|đẩy|hoãn)(?: (?!lại|thêm|sang)[^\W\d]+(?: [^\W\d]+){0,9}?(?= lại| thêm))?)"
            r"(?:\s+(?:lại|lịch|chậm|sớm|lên|thêm|thời gian)){0,3}"
            r"\s+(?:\d{1,2}|một|hai|ba)\s+(?:ngày|tuần|tháng|tiếng|giờ)(?:\s+so với\s[^,;.\d]{2,30})?\s*,?\s+"
            r"(?:(?:sẽ|và|nay|được)\s+){0,2}(?:sang|"
            r"(?:tổ chức|họp|khai mạc|diễn ra|thi đấu|thi|tiến hành|học)(?:\s+lại)?)\s+"
            rf"(?:(?:vào|lúc|trong)\s+){{0,2}}(?=(?:(?:\d{{1,2}}|hai|ba)\s+ngày[,\s]+)?{_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"\g<verb> sang ",
        examples=(
            (
                "lớp tập huấn nói trên lùi lại 01 tuần, tổ chức trong hai ngày 22 và 23/10",
                "lớp tập huấn nói trên lùi sang hai ngày 22 và 23/10",
            ),
            (
                "Ban Tổ chức lùi Hội thảo lại 01 tuần, sang thứ Sáu, ngày 21/9",
                "Ban Tổ chức lùi Hội thảo sang thứ Sáu, ngày 21/9",
            ),
            (
                "Hội nghị lùi lại 01 tuần so với lịch cũ, tổ chức từ 7g30 ngày 26/5",
                "Hội nghị lùi sang từ 7g30 ngày 26/5",
            ),
        ),
    ),
    Turn(
        # Compared with a plan, the time is none.
        name="sooner-or-later-than-planned",
        says=("hơn dự kiến", "hơn kế hoạch", "hơn lịch", "hơn so với"),
        pattern=re.compile(
            r"\s{0,4},?\s*\b(?:sớm|muộn|chậm)\s+hơn\s+(?:so với\s+)?(?:dự kiến|kế hoạch|lịch)(?:\s+(?:cũ|ban đầu))?"
            r"(?!\s+\d{1,2}\s+(?:ngày|tuần|giờ|tiếng))",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            ("Họp tổ tổ chức sớm hơn dự kiến, ngày 24/4", "Họp tổ tổ chức, ngày 24/4"),
            ("Họp tổ sớm hơn dự kiến 02 ngày, tức 24/4", "Họp tổ sớm hơn dự kiến 02 ngày, tức 24/4"),
        ),
    ),
    Turn(
        # Told with what had been believed.
        name="then-and-not-then",
        says=("không phải ",),
        pattern=re.compile(
            rf"(?P<new>\d[^\s,]*)\s*[,–-]?\s+(?:chứ\s+)?không phải(?:\s+(?:là|vào))?\s+"
            rf"(?P<old>{_TIME}[^.;,()\n]{{0,40}}?(?:,\s{_TIME}[^.;,()\n]{{0,30}}?)?(?:\([\d/]{{3,10}}\))?)"
            r"(?:\s+(?:như\s+)?(?:đã|trong|theo|ở)\s[^.;,()\n]{2,40}|\s+như cũ)?(?=\s*(?:[.;\n]|$))",
            re.IGNORECASE,
        ),
        plainly=r"\g<new> (lịch cũ: \g<old>)",
        examples=(
            ("Họp tổ ngày 5/11: 14h30, không phải 7h30", "Họp tổ ngày 5/11: 14h30 (lịch cũ: 7h30)"),
            (
                "Họp tổ 9h, thứ 3 ngày 10/11, không phải 15h, 4/11 như đã ghi",
                "Họp tổ 9h, thứ 3 ngày 10/11 (lịch cũ: 15h, 4/11)",
            ),
        ),
        holds=lambda text, _: _MAY_BE_DUE.search(text) is None,
    ),
    Turn(
        # The day stands before the verb, the two hours of it behind.
        name="hours-of-one-day-changed",
        says=("chuyển ", "dời ", "rời ", "đổi ", "lùi ", "đẩy ", "điều chỉnh ", "dịch "),
        pattern=re.compile(
            rf"(?P<day>{_DAY})\s*[:,–-]?\s+(?:(?:nay|được|xin|sẽ)\s+){{0,2}}{_MOVES}"
            r"(?:\s+(?:giờ|thời gian|lịch)(?:\s+(?:họp|học|thi|bắt đầu|tổ chức|khai mạc))?)?"
            r"(?:\s+\d{1,2}\s+(?:tiếng|giờ|phút),?)?\s+(?:từ\s+)?"
            rf"(?P<old>{_HOUR})\s+(?:sang|đến|thành|xuống|lên|qua)\s+(?:lúc\s+)?(?P<new>{_HOUR})"
            r"(?!\s*,?\s*(?:ngày|thứ|chủ nhật|\d|/|\(\d))(?:\s+cùng ngày)?",
            re.IGNORECASE,
        ),
        plainly=r"từ \g<old> \g<day> chuyển sang \g<new> \g<day>",
        examples=(
            (
                "Họp tổ thứ Bảy ngày 21/11 chuyển giờ họp từ 7h30 sang 13h30, phòng họp giữ nguyên",
                "Họp tổ từ 7h30 thứ Bảy ngày 21/11 chuyển sang 13h30 thứ Bảy ngày 21/11, phòng họp giữ nguyên",
            ),
            (
                "Họp tổ 21/11 lùi 01 tiếng, từ 07 giờ 30 sang 8:30",
                "Họp tổ từ 07 giờ 30 21/11 chuyển sang 8:30 21/11",
            ),
            (
                "Họp tổ 21/11 chuyển từ 7h30 sang 8h ngày 22/11",
                "Họp tổ 21/11 chuyển từ 7h30 sang 8h ngày 22/11",
            ),
        ),
    ),
    Turn(
        name="begins-at-another-hour",
        says=(": bắt đầu", ": sẽ bắt đầu"),
        pattern=re.compile(
            rf"\s{{0,4}}\((?P<old>{_HOUR}[,\s]+[^()\n]{{0,25}}(?:\([\d/]{{3,10}}\))?)\)\s*:\s*(?:sẽ\s+)?bắt đầu\s+"
            rf"(?:từ|lúc|vào)\s+(?={_HOUR}\s*(?:[.;,]|$))",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r": từ \g<old> chuyển sang ",
        examples=(
            ("Họp tổ (7h00 ngày 23/11): bắt đầu từ 8h00.", "Họp tổ: từ 7h00 ngày 23/11 chuyển sang 8h00."),
            ("Họp tổ (ngày 23/11): bắt đầu từ 8h00.", "Họp tổ (ngày 23/11): bắt đầu từ 8h00."),
        ),
    ),
    Turn(
        # No verb says that it is moved.
        name="from-one-day-to-another",
        says=("từ ",),
        pattern=re.compile(
            r"^(?P<what>(?:(?!\b(?:chuyển|dời|rời|đổi|lùi|hoãn|đẩy|điều chỉnh|dịch|kéo dài|suốt|trực"
            r"|đêm)\b)[^.;\n]){3,120}?)"
            rf"\btừ\s+(?=(?:{_HOUR},?\s+|sáng\s+|chiều\s+|tối\s+)?{_DAY}\s+sang\s+"
            rf"(?:lúc\s+)?(?:{_HOUR},?\s+|sáng\s+|chiều\s+|tối\s+)?{_DAY})",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<what>chuyển từ ",
        examples=(
            (
                "Khám sức khỏe từ 14h00 13/11 sang thứ Tư, ngày 18/11/2026, giờ không đổi",
                "Khám sức khỏe chuyển từ 14h00 13/11 sang thứ Tư, ngày 18/11/2026, giờ không đổi",
            ),
            ("Trực bão từ 13/11 sang 14/11", "Trực bão từ 13/11 sang 14/11"),
        ),
        beside=" sang ",
    ),
    Turn(
        name="told-wrongly-and-again",
        says=(" lại ",),
        pattern=re.compile(
            rf"(?P<old>{_TIME}[^;:\n()]{{0,40}}?)\s+(?:đổi|sửa|điều chỉnh|ấn định)\s+lại(?:\s+(?:thành|là|sang"
            r"|vào))*\s+"
            rf"(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"\g<old> chuyển sang ",
        examples=(
            ("Giờ họp tổ ngày 4/11: 8h00 đổi lại 10h00", "Giờ họp tổ ngày 4/11: 8h00 chuyển sang 10h00"),
        ),
    ),
    Turn(
        name="moved-over-to-a-day",
        says=(" qua ",),
        pattern=re.compile(
            rf"(?P<verb>\b(?:dời|lùi|(?<!thay )đổi|rời|chuyển|hoãn)(?:\s+(?:lịch|lại))?|\d\S*)\s+qua\s+(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"\g<verb> sang ",
        examples=(
            ("Dời họp tổ từ 8h ngày 5/11 qua 18/11", "Dời họp tổ từ 8h ngày 5/11 sang 18/11"),
            ("Họp tổ ngày 5/11 chuyển qua 17/11", "Họp tổ ngày 5/11 chuyển sang 17/11"),
        ),
    ),
    Turn(
        # A day that would else be a part of something.
        name="same-hour-on-a-bare-day",
        says=("cùng giờ ", "cùng khung giờ "),
        pattern=re.compile(r"(?P<same>\bcùng (?:khung )?giờ)\s+(?=\d{1,2}/\d{1,2}\b)", re.IGNORECASE),
        plainly=r"\g<same> ngày ",
        examples=(("dời sang cùng giờ 25/11", "dời sang cùng giờ ngày 25/11"),),
    ),
    Turn(
        name="bare-day-that-another-stands-for",
        says=("thay vì ", "thay cho "),
        pattern=re.compile(
            r"(?P<lead>\bthay (?:vì|cho))\s+(?:là\s+)?(?=(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d/]))",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead> ngày ",
        examples=(("Họp tổ: 15/6 thay vì 16/6 như đã báo", "Họp tổ: 15/6 thay vì ngày 16/6 như đã báo"),),
    ),
    Turn(
        # Or behind it, at the end.
        name="bare-day-of-what-is-off",
        says=("hủy", "huỷ", "hoãn", "không tổ chức"),
        pattern=re.compile(
            r"^(?P<off>[\W\d]{0,12}(?:hủy|huỷ|(?:tạm )?hoãn|không tổ chức)\s[^\d\n;:]{5,100}?\s)"
            rf"{_FEASTS}(?P<day>(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[012]))(?=\s*(?:[.;(\n]|$))",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=lambda found, _: (
            found[0]
            if found["off"].split()[-1].lower() in _NO_DAY_BEHIND
            else f"{found['off']}ngày {found['day']}"
        ),
        examples=(
            ("Hủy lịch họp chi bộ Văn phòng 11/11", "Hủy lịch họp chi bộ Văn phòng ngày 11/11"),
            ("Hoãn họp phụ huynh lớp 5/2", "Hoãn họp phụ huynh lớp 5/2"),
        ),
    ),
    Turn(
        # So too before the verb that says that something else becomes of it.
        name="bare-day-before-a-change",
        says=(
            *(
                "hủy",
                "huỷ",
                "hoãn",
                "lùi",
                "dời",
                "đẩy",
                "không còn",
                "sẽ không",
                "không tổ chức",
                "nghỉ",
                "giờ cũ",
            ),
            *("chuyển", "đổi", "vẫn ", "giữ nguyên", "khỏi ", "thêm "),
        ),
        pattern=re.compile(
            rf"(?<![\w/])(?P<before>[^\W\d]{{2,12}})\s+{_FEASTS}(?P<day>(?:[012]?\d|3[01])/(?:0?[1-9]|1[012]))"
            r"(?=\s*[:,]?\s+(?:(?:đã|bị|sẽ|nay|được|xin|tạm)\s+){0,2}"
            r"(?:hủy|huỷ|hoãn|lùi|dời|đẩy|không (?:còn )?(?:tổ chức|họp|diễn ra)|nghỉ\b|giờ cũ|chuyển|đổi|vẫn"
            r"|giữ nguyên"
            r"|không thay đổi|(?:ra )?khỏi (?:lịch|chương trình)|thêm (?:một|\d)))",
            re.IGNORECASE,
        ),
        plainly=_with_its_day,
        examples=(
            ("Họp tổ Văn - Sử 6/11 hủy", "Họp tổ Văn - Sử ngày 6/11 hủy"),
            ("Hội nghị sơ kết 13/11 đẩy sớm 01 ngày", "Hội nghị sơ kết ngày 13/11 đẩy sớm 01 ngày"),
            ("Lễ kỷ niệm 20/11 hoãn", "Lễ kỷ niệm 20/11 hoãn"),
            ("Mít tinh mừng 30/4 lùi", "Mít tinh mừng 30/4 lùi"),
            ("Họp phụ huynh lớp 5/2 đổi phòng", "Họp phụ huynh lớp 5/2 đổi phòng"),
        ),
    ),
)
