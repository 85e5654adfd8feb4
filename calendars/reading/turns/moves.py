"""By how much a thing is moved beside when it is held now, and when it is not held: "lùi 01 tuần (19-20/9)".

The amount is no length, and the day that holds no more is told as the old one (reference section B.7).
"""

import re

from calendars.reading.turns.turn import Turn, in_one_month
from calendars.times import DaySpan

_MOVE = r"\b(?:lùi|dời|rời|đẩy|hoãn|chuyển)(?:\s+(?:lại|sang|lên|xuống|sớm|chậm|muộn|thêm|lùi|lịch|hơn))*"
_MOVES = ("lùi ", "dời ", "rời ", "đẩy ", "hoãn ", "chuyển ")
_AMOUNT = r"(?:\d{1,2}|một|hai|ba)\s+(?:ngày|tuần|tháng|tiếng|giờ)"
_TIME = r"(?:(?:vào|lúc|từ)\s+)*(?:ngày|thứ|chủ nhật|sáng|chiều|tối|\d)"
_NEAR = 60  # letters
_LIMIT = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|hạn|đến hết)\b[^.;\n]*$", re.IGNORECASE)
_PAPER = r"(?:thông báo|lịch|giấy mời|thư mời|kế hoạch|công văn|dự kiến|trước|ban đầu)"


def _moved_to(found: re.Match[str], _period: DaySpan | None) -> str:
    return f"chuyển sang {found['inside'] or ''}"


def _instead_of(found: re.Match[str], _period: DaySpan | None) -> str:
    """Of what is due the earlier limit is told nowhere; a bracket tells of the row's own time (`rescheduled`)."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    if before.endswith("("):
        return found[0]
    return "" if _LIMIT.search(before) else f", thay cho {found['old']}"


def _back(found: re.Match[str], _period: DaySpan | None) -> str:
    bare = found.string[found.end() : found.end() + 1].isdigit()
    return f"{found['back']} {'ngày ' if bare else ''}"


MOVES = (
    Turn(
        name="moved-by-just-that",
        says=("đúng ",),
        pattern=re.compile(
            r"\b(?P<moved>(?:lùi|dời|đẩy|hoãn)(?: lại| lên| sớm| sang)?) đúng "
            r"(?=(?:\d{1,2}|một|hai) (?:tuần|ngày|tháng)\b)",
            re.IGNORECASE,
        ),
        plainly=r"\g<moved> ",
        examples=(("Hội nghị lùi lại đúng 01 tuần", "Hội nghị lùi lại 01 tuần"),),
    ),
    Turn(
        name="made-shorter-or-longer",
        says=("rút ngắn ", "kéo dài "),
        pattern=re.compile(
            r"(?P<lead>^\W{0,6})(?:rút ngắn|kéo dài) (?:thời gian )?(?P<what>[^:;\d\n]{4,120}): từ "
            r"(?P<old>[^:;,\n]{2,40}?\d[^:;,\n]{0,12}?) (?:xuống còn|xuống|còn|thành|lên) (?=\d|ngày)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=lambda found, _: (
            f"{found['lead']}{found['what'][:1].upper()}{found['what'][1:]}: từ {found['old']} chuyển sang "
        ),
        examples=(
            (
                "- RÚT NGẮN lễ tôn vinh: từ 8h00 - 11h00 thành 7h30 - 8h30 ngày 27/02/2025",
                "- Lễ tôn vinh: từ 8h00 - 11h00 chuyển sang 7h30 - 8h30 ngày 27/02/2025",
            ),
        ),
    ),
    Turn(
        # Behind the old time, and behind why it is moved.
        name="moved-as-follows",
        says=("như sau:", "cụ thể:", "lại là:", "thành:", "sang:"),
        pattern=re.compile(
            r"(?P<old>\b(?:họp|hội nghị|phiên|buổi|lễ|kỳ họp|hội thảo|lớp|đại hội|tọa đàm)\b[^.;:\n]{0,140}?"
            r"(?:\d(?:h|g|:)\d{2}|\d\s?(?:h|giờ)|ngày\s\d)[^.;:\n]{0,24}?\d{1,2}/\d{1,2}(?:/\d{4})?)"
            r"[^.;:\n]{0,160}?\b(?:(?:được|sẽ|xin|nay)\s+)*(?:thay đổi|điều chỉnh|chuyển|dời|lùi)"
            r"(?:\s+(?:lại|thời gian|lịch|họp|tổ chức)){0,4}\s+(?:như sau|cụ thể(?:\s+như sau)?"
            r"|lại là|là|thành|sang)\s*:\s*"
            rf"(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"\g<old> chuyển sang ",
        examples=(
            (
                (
                    "Liên quan đến cuộc họp A lúc 8h00 ngày 12/8, do bận họp, thời gian họp được thay đổi như sau: "
                    "14h00 ngày 13/8."
                ),
                "Liên quan đến cuộc họp A lúc 8h00 ngày 12/8 chuyển sang 14h00 ngày 13/8.",
            ),
            ("Họp ngày 12/8 như sau: 8h00: khai mạc", "Họp ngày 12/8 như sau: 8h00: khai mạc"),
        ),
    ),
    Turn(
        name="moved-again-to",
        says=(" lại ",),
        pattern=re.compile(
            r"\b(?P<verb>dời|lùi|chuyển|đổi|rời)\s+(?:lịch\s+|thời gian\s+)?lại\s+(?:(?:vào|lúc|hồi)\s+){1,2}"
            rf"(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"\g<verb> sang ",
        examples=(
            (
                "cuộc họp nêu trên được dời lại vào lúc 15 giờ 30 cùng ngày",
                "cuộc họp nêu trên được dời sang 15 giờ 30 cùng ngày",
            ),
            ("Hội nghị lùi lại vào ngày 20/7", "Hội nghị lùi sang ngày 20/7"),
            ("dời lại vào tuần sau", "dời lại vào tuần sau"),
        ),
    ),
    Turn(
        # Of the one month of the programme there is but that day.
        name="this-month-instead",
        says=("tháng này ",),
        pattern=re.compile(
            r"(?P<usual>ngày\s+\d{1,2}\s+h[àằ]ng\s+tháng)\s*[(,;:–-]\s*(?:riêng\s+)?tháng này\s+[^()\n;.]{0,40}?"
            r"(?:chuyển|dời|lùi|đổi|họp|tổ chức)\s+(?:sang|vào|đến|lên|xuống)\s+"
            r"(?P<new>[^()\n;.]{0,30}?\d{1,2}/\d{1,2}(?:/\d{4})?)\)?",
            re.IGNORECASE,
        ),
        plainly=r"\g<new>",
        examples=(
            (
                "Giao ban: ngày 25 hàng tháng (tháng này trùng CN chuyển sang thứ Hai 26/12)",
                "Giao ban: thứ Hai 26/12",
            ),
        ),
        within=in_one_month,
    ),
    Turn(
        # What is moved stands between the verb and by how much.
        name="moved-by-with-its-name-between",
        says=("lùi thời gian", "lùi lịch", "lùi ngày", "dời lịch", "dời ngày", "dời thời gian"),
        pattern=re.compile(
            r"(?P<verb>\b(?:lùi|dời)\s+(?:thời gian|lịch|ngày)\s[^.;:\n\d]{3,80}?)\s+(?:(?:thêm|lại|chậm)\s+)*"
            rf"{_AMOUNT}\s*[(,]\s*(?:tức\s+)?(?:(?:là|sang)\s+)?(?={_TIME})",
            re.IGNORECASE,
        ),
        plainly=r"\g<verb> sang ",
        examples=(
            (
                "lùi thời gian tổ chức Hội nghị trên 01 tuần (8h00 ngày 23/11/2021)",
                "lùi thời gian tổ chức Hội nghị trên sang 8h00 ngày 23/11/2021)",
            ),
        ),
    ),
    Turn(
        name="moved-by-and-to",
        says=_MOVES,
        pattern=re.compile(
            rf"{_MOVE}\s+{_AMOUNT}\s*(?:\(\s*(?:tức\s+(?:là\s+)?|thành\s+)?(?P<inside>{_TIME}[^()]*)\)"
            rf"|,?\s*(?:tức(?:\s+là)?|thành|còn|nghĩa là)\s+(?={_TIME}))",
            re.IGNORECASE,
        ),
        plainly=_moved_to,
        examples=(
            ("Thi: ngày 12-13/9, lùi 01 tuần (19-20/9).", "Thi: ngày 12-13/9, chuyển sang 19-20/9."),
            ("Thi ngày 12/6 dời chậm 1 tuần, thành 19/6", "Thi ngày 12/6 chuyển sang 19/6"),
            ("lùi 01 tuần (do mưa bão)", "lùi 01 tuần (do mưa bão)"),
        ),
    ),
    Turn(
        name="moved-by-from",
        says=_MOVES,
        pattern=re.compile(
            rf"{_MOVE}\s+{_AMOUNT}\s*,?\s+(?=từ\s[^.;\n]{{3,60}}?\s(?:lên|sang|xuống|đến)\s)", re.IGNORECASE
        ),
        plainly="chuyển ",
        examples=(
            (
                "được đẩy sớm 02 ngày, từ ngày 09/6 lên ngày 07/6",
                "được chuyển từ ngày 09/6 lên ngày 07/6",
            ),
        ),
        beside="từ ",
    ),
    Turn(
        # When it had been planned.
        name="not-as-told",
        says=(" như ", " theo "),
        pattern=re.compile(
            r"\s*[,;]?\s*(?:chứ\s+)?không\s+(?:còn\s+)?"
            r"(?:phải\s+(?:là\s+)?|(?:tổ chức|họp|thi đấu|thi|diễn ra|khai mạc|làm)\s+)"
            rf"(?P<old>{_TIME}[^,.;()\n]{{0,40}}?)\s+(?:như|theo)\s+(?:đã\s+)?{_PAPER}\b[^,.;()\n]*",
            re.IGNORECASE,
        ),
        plainly=_instead_of,
        examples=(
            (
                "Bóng đá: chiều 23/02, không thi đấu ngày 24/02 như Thông báo số 1.",
                "Bóng đá: chiều 23/02, thay cho ngày 24/02.",
            ),
            ("ngày 10/6 chứ không phải ngày 11/6 như giấy mời", "ngày 10/6, thay cho ngày 11/6"),
        ),
        beside="không ",
    ),
    Turn(
        # It begins anew on that day.
        name="back-again",
        says=("trở lại",),
        pattern=re.compile(
            r"(?P<back>\btrở lại(?:\s+(?:bình thường|trường|lớp))?)\s+(?:kể\s+)?từ\s+"
            r"(?=(?:sáng|chiều|thứ|chủ nhật|ngày|\d)(?![^.;\n]{0,40}\sđến\s))",
            re.IGNORECASE,
        ),
        plainly=_back,
        examples=(
            ("Học sinh đi học trở lại từ thứ Hai 12/10", "Học sinh đi học trở lại thứ Hai 12/10"),
            (
                "hoạt động trở lại từ ngày 12/10 đến ngày 20/10",
                "hoạt động trở lại từ ngày 12/10 đến ngày 20/10",
            ),
        ),
    ),
    Turn(
        # "Nay" says that it is so from now on, and not which afternoon it is.
        name="now-instead",
        says=(" nay ",),
        pattern=re.compile(
            r"(?P<half>\b(?:buổi|ca|lớp)\s+(?:sáng|chiều|tối))\s+nay\s+(?=(?:cùng|chuyển|đổi|dời|ghép|gộp|được|sẽ|học|hiến|thi)\b)",
            re.IGNORECASE,
        ),
        plainly=r"\g<half>, nay ",
        examples=(
            ("đăng ký buổi chiều nay cùng hiến buổi sáng", "đăng ký buổi chiều, nay cùng hiến buổi sáng"),
        ),
    ),
    Turn(
        # Behind what it is of, a verb of its own says that it is not held then, not yet or no more.
        name="not-then",
        says=("chưa ", "không "),
        pattern=re.compile(
            r"(?<=: )(?P<how>chưa|không)\s+(?:[^\W\d_]+\s+){1,3}?(?:(?:được|vào|lúc|từ)\s+)*"
            rf"(?P<old>{_TIME}[^.;,:\n]{{0,40}}?\d[^.;,:\n]{{0,12}}?)\s+"
            r"(?:(?P<more>nữa)|như\s+(?:đã|kế hoạch|thông báo|dự kiến|lịch)(?:\s+[^\W\d_]+){0,4})(?=\s*(?:[.,;\n]|$))",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: (
            f"{'hoãn' if found['how'].lower().startswith('ch') else 'không tổ chức'} {found['old']}"
        ),
        examples=(
            (
                "Nhận trẻ: chưa nhận vào ngày 26/8 như đã báo, khi nào nhận sẽ thông báo",
                "Nhận trẻ: hoãn ngày 26/8, khi nào nhận sẽ thông báo",
            ),
            ("Khám răng: không khám ngày 30/8 nữa.", "Khám răng: không tổ chức ngày 30/8."),
            ("Lớp vẽ: chưa học tối 29/8 như kế hoạch", "Lớp vẽ: hoãn tối 29/8"),
            ("Lớp vẽ: chưa thu học phí tháng 8", "Lớp vẽ: chưa thu học phí tháng 8"),
        ),
    ),
)
