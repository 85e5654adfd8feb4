"""Readings that are taken back for what stands before them: reports of the past, subjects of an event, adjectives.

"kết quả công tác tháng 10" has a month that no meeting is in; "đã tổ chức ngày 24/10" is over; "chất lượng hằng năm"
is no repeat. Each rule looks at the words on the left of a reading, within its clause.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from calendars.grammar.rule import Context
from calendars.grammar.table import in_matching_form
from calendars.recurrence import Frequency
from calendars.when import Day, Days, Repeat, Span, Undated, When, Window

SHOWN = 100  # letters of the clause that are looked at
SHOWN_BEHIND = 60  # and so many behind a reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """Why a reading is none.

    left: what stands right before it, in matching form; right: right behind it. of: the sorts of values for which it
    counts; holds: for which values and texts (the reading's own words). unless_meeting: not where the clause speaks
    of a meeting; unless_listed: not behind "và" and a reading that stands. sign: what the clause must hold for `left`
    to fit, sign_behind what must follow; reach: how many letters `left` can take in, all only to save the search.
    examples: text to the words taken back.
    """

    name: str
    reason: str
    left: str
    holds: Callable[[When, str, Context], bool]
    of: tuple[type, ...] = (Day, Days, Span, Window, Repeat, Undated)
    right: str = ""
    unless_meeting: bool = False
    unless_listed: bool = False
    sign: str = ""
    sign_behind: str = ""
    reach: int = SHOWN
    examples: Mapping[str, str]


def _always(when: When, words: str, context: Context) -> bool:
    return True


def _over(when: When, words: str, context: Context) -> bool:
    """Whether it lies before the programme's period, or not after the day of issue."""
    last = _last_day(when)
    start = context.period.first if context.period else context.issued
    return start is not None and last is not None and last < start


def _long_ago(when: When, words: str, context: Context) -> bool:
    """Whether it begins more than a year before the programme's period or the day of issue."""
    start = context.period.first if context.period else context.issued
    match when:
        case Day(day=first) | Days(days=(first, *_)) | Span(first=first) | Window(first=first):
            return start is not None and (start - first).days > _A_YEAR
    return False


_A_YEAR = 366


def _last_day(when: When) -> date | None:
    if isinstance(when, Day):  # most of them
        return when.day
    match when:
        case Days(days=days):
            return days[-1]
        case Span(last=last) | Window(last=last):
            return last
        case Repeat(recurrence=recurrence):
            return recurrence.until if recurrence.first is not None else None
        case _:
            return None


_TIMES_PRESENT = date(2000, 1, 1)
"""What a paper tells of earlier times is history (reference C.2)."""


def _with_or_without_marks(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})|(?:{in_matching_form(pattern, unmarked=True)})")


_BARE_PERIOD = _with_or_without_marks(
    r"(?:của )?(?:tháng|quý|q|năm|t|th|\d{1,2} tháng|nửa|[^\W\d]+ tháng (?:đầu|cuối) năm|tuần)(?![^\W\d])"
)
_BARE_DATE = re.compile(r"\d{1,2} ?[/.] ?\d{1,2}\Z")
_FROM_TODAY = frozenset(("ngày mai", "hôm nay", "hôm qua", "ngày hôm nay", "ngày hôm qua"))
_YEAR = _with_or_without_marks(r"năm (?:\d{4}|nay|sau|tới|trước|ngoái)\Z")
_SINCE = _with_or_without_marks(r"(?:(?:kể|tính|bắt đầu) )?từ năm \d{4}\Z")


def _is_timed_month(when: Window, words: str) -> bool:
    """Whether an hour stands behind the month ("Họp chi bộ tháng 7 (15h30)"): the hour is the meeting's."""
    return bool(when.hours.start) and words.startswith(("tháng", "thang"))


def _bare_period(when: When, words: str, context: Context) -> bool:
    return (
        isinstance(when, Window)
        and not _is_timed_month(when, words)
        and _BARE_PERIOD.match(words) is not None
    )


def _bare_year(when: When, words: str, context: Context) -> bool:
    return isinstance(when, Window) and _YEAR.match(words) is not None


def _since_year(when: When, words: str, context: Context) -> bool:
    return isinstance(when, Window) and _SINCE.match(words) is not None


def _bare_date(when: When, words: str, context: Context) -> bool:
    return isinstance(when, Day) and _BARE_DATE.match(words) is not None


def _counted_from_today(when: When, words: str, context: Context) -> bool:
    """ "ngày mai" inside a title is nobody's tomorrow."""
    return words in _FROM_TODAY


def _period(when: When, words: str, context: Context) -> bool:
    return isinstance(when, Window)


def _how_often(when: When, words: str, context: Context) -> bool:
    """Only a frequency: no day, no hour, no part of the day."""
    return (
        isinstance(when, Repeat)
        and not (when.recurrence.by_day or when.recurrence.by_month_day or when.recurrence.by_month)
        and not when.hours
        and not re.search(r"lần|/", words)
    )


def _how_often_or_rate(when: When, words: str, context: Context) -> bool:
    """A frequency with no day, in whatever words."""
    return isinstance(when, Repeat) and not when.recurrence.by_day and not when.recurrence.by_month_day


def _yearly(when: When, words: str, context: Context) -> bool:
    return (
        isinstance(when, Repeat)
        and when.recurrence.frequency is Frequency.YEARLY
        and _how_often(when, words, context)
    )


def _history(when: When, words: str, context: Context) -> bool:
    last = _last_day(when)
    return last is not None and last < _TIMES_PRESENT


def _told_later_after_words(when: When, words: str, context: Context) -> bool:
    return isinstance(when, Undated) and not when.hours


MEETING = (
    r"(?:họp|giao ban|hội ý|sinh hoạt|tiếp công dân|chào cờ|trực|tổ chức|diễn ra|báo cáo|gửi|nộp|kiểm"
    r" tra|giám sát|hội nghị"
    r"|làm việc|tập huấn|đối thoại|định kỳ|thường kỳ|tiến hành|kiểm điểm|tổng vệ sinh|vệ sinh|thường"
    r" xuyên|đánh giá chất lượng)"
)

VETOES = (
    Veto(
        name="history",
        of=(Day, Days, Span, Window),
        reason="history",
        left="",
        holds=_history,
        examples={"ngày 02/9/1945": "ngày 02/9/1945"},
    ),
    Veto(
        name="reported",
        sign="đã ",
        reason="past",
        left=r"đã (?:được )?(?:tổ chức|diễn ra|tiến hành|họp|khai mạc|bế mạc|hoàn thành|thực hiện|kết thúc"
        r"|khởi công|ra mắt|kiểm tra|làm việc|trao|ban hành|khai giảng|bế giảng|khánh thành|phát động"
        r"|khai trương|động thổ|ra quân|ký kết|bàn giao|tổng kết|sơ kết|công bố|gặp mặt|đối thoại|bầu)"
        r"(?: (?!sẽ |dự kiến )[^\W\d_]+,?){0,10}(?: vào| trong| từ)? ?",
        holds=_always,
        examples={
            "đã tổ chức ngày 24/10/2023": "ngày 24/10/2023",
            "đã khai giảng ngày 05/11/2023": "ngày 05/11/2023",
            "Trường đã được khánh thành vào ngày 20/11": "ngày 20/11",
            "đã ký kết chương trình phối hợp ngày 10/11": "ngày 10/11",
        },
    ),
    Veto(
        name="told-as-done",
        of=(Day, Days, Span, Window),
        reason="past",
        sign_behind="đã ",
        left="",
        right=r"(?:, ?| )(?:[^\W\d_]+ ){0,4}?đã (?:được )?(?:xảy ra|diễn ra|giải ngân|phát hiện|khởi tố"
        r"|bắt giữ|tiếp nhận|thụ lý"
        r"|xét xử|huy động|kết nạp|trao|tặng|thăm|ký kết|bàn giao|kiểm tra|phối hợp|triển khai|phát động|bắt"
        r"|tổ chức|tiến hành|thực hiện|hoàn thành|ban hành"
        r"|thu giữ|xử phạt|tuyên phạt|ghi nhận"
        r"|tổ chức được|thực hiện được|đạt|thu hút|vận động được|giải quyết|xử lý|[^\W\d_]+(?: [^\W\d_]+)? (?:được )?"
        r"(?:[\d\ue000]+|hơn|gần|trên))(?!\w)",
        holds=_always,
        examples={
            "Trong 4 tháng đầu năm, toàn ngành đã cấp 250 giấy phép": "Trong 4 tháng đầu năm",
            "ngày 05/11 đã xảy ra vụ tai nạn": "ngày 05/11",
            "Trong 9 tháng đầu năm, toàn huyện đã giải ngân 75%": "Trong 9 tháng đầu năm",
        },
    ),
    Veto(
        name="measured",
        of=(Window,),
        reason="topic",
        left="",
        right=r",? (?:[^\W\d_]+,? ){1,8}?(?:đạt|tăng|giảm|chiếm)(?!\w)",
        holds=_always,
        examples={"9 tháng đầu năm 2023 doanh thu đạt 120 tỷ đồng": "9 tháng đầu năm 2023"},
    ),
    Veto(
        name="happened",
        of=(Day, Days, Span),
        sign="xảy ra",
        reason="past",
        left=r"xảy ra(?: (?:vào|lúc|hồi|khoảng|từ))* ?",
        holds=_always,
        examples={"vụ án xảy ra ngày 05/11": "ngày 05/11"},
    ),
    Veto(
        name="lately-behind",
        of=(Day, Days, Span, Window),
        sign_behind=" vừa ",
        reason="past",
        left="",
        right=r" vừa (?:rồi|qua)",
        holds=_always,
        examples={"hôm 02/11 vừa rồi, đoàn đi viếng": "hôm 02/11"},
    ),
    Veto(
        name="lately",
        of=(Day, Days, Span),
        sign="vừa qua",
        reason="past",
        left=r"vừa qua,? (?:vào |trong )?(?:các )?",
        holds=_always,
        examples={"Vừa qua, ngày 02/11, Công đoàn tặng quà": "ngày 02/11"},
    ),
    Veto(
        name="name-in-quotes",
        of=(Day, Undated),
        sign='"',
        reason="name",
        left=r"\"(?=\w)[^\"]{0,60}",
        right=r"[^\"]{0,30}\"",
        holds=_counted_from_today,
        examples={'Đêm nhạc "Hát về ngày mai"': "ngày mai"},
    ),
    Veto(
        name="over",
        of=(Day, Days, Span, Window, Repeat),
        reason="past",
        left=r"(?:đã|vừa qua|kết quả|trước đó|vừa|ban hành|phê duyệt|thành lập)(?!\w)"
        r"(?: [^\W\d_]+,?){0,12}(?: vào| trong)? ?",
        holds=_over,
        examples={"Kết quả hội nghị ngày 24/10/2023": "ngày 24/10/2023"},
    ),
    Veto(
        name="dose",
        of=(Repeat,),
        reason="rate",
        left=r"(?:uống|bôi|tiêm|nhỏ mắt|súc miệng|liều dùng)(?: [^\W\d_]+){0,4}:? ?",
        holds=_how_often_or_rate,
        examples={"uống 2 lần/ngày": "2 lần/ngày"},
    ),
    Veto(
        name="result-of-a-period",
        of=(Window,),
        reason="past",
        left=r"(?:kết quả|tình hình|thành tích|đạt được|đã)(?!\w)(?: (?:[^\W\d_]+|\d{1,4}),?){0,10} ?",
        holds=_period,
        examples={
            "kết quả đạt được trong tháng 11": "trong tháng 11",
            "đã phối hợp tổ chức 03 lớp trong tháng 11": "trong tháng 11",
        },
    ),
    Veto(
        name="subject",
        reach=3,
        unless_listed=True,
        of=(Window,),
        reason="topic",
        left=r"(?:[^\W_]|[\"%]) ?(?<!dự kiến )(?<!tổ chức )(?<!diễn ra )(?<!tiến hành )(?<!khai mạc )(?<!vào"
        r" )(?<!trong )(?<!hoàn thành )(?<!thời gian )(?<!xong )(?<!là )(?<!đến )(?<!từ )(?<!suốt )"
        r"(?<!cả )(?<!lịch )(?<!họp )(?<!trước )(?<!khoảng )(?<!sang )(?<!giao ban )",
        holds=_bare_period,
        examples={
            "nhiệm vụ công tác tháng 12": "tháng 12",
            "sơ kết 6 tháng đầu năm 2023": "6 tháng đầu năm 2023",
        },
    ),
    Veto(
        name="year-alone",
        of=(Window,),
        reason="topic",
        left="",
        right=r",? ?[^\W\d]",
        holds=_bare_year,
        examples={"Năm 2024 là năm bản lề": "năm 2024"},
    ),
    Veto(
        name="since-a-year",
        of=(Window,),
        reason="term",
        left="",
        holds=_since_year,
        examples={"tham gia công tác từ năm 2001": "từ năm 2001"},
    ),
    Veto(
        name="life-of-a-person",
        of=(Day, Days, Span, Window),
        reason="past",
        left=r"(?:bổ nhiệm|kết nạp|tuyển dụng|vào ngành|tốt nghiệp|công tác|xuất ngũ|biên chế|vào làm|thâm niên)(?!\w)"
        r"(?: [^\W\d_]+){0,6} ?",
        holds=_long_ago,
        examples={
            "bổ nhiệm từ ngày 01/3/2020": "từ ngày 01/3/2020",
            "công tác từ tháng 9/2016": "từ tháng 9/2016",
        },
    ),
    Veto(
        name="unsupported-fraction",
        reach=3,
        of=(Day,),
        reason="ratio",
        left=r"[^\W\d_] (?<!vào )(?<!tổ chức )(?<!diễn ra )(?<!lịch )(?<!hôm )(?<!hạn )(?<!họp )(?<!ngày )"
        r"(?<!khai mạc )(?<!là )(?<!đến )(?<!sang )(?<!thành )(?<!từ )(?<!lúc )(?<!nghỉ )(?<!dịp )"
        r"(?<!tới )(?<!lễ )(?<!hoãn )(?<!lên )(?<!tuần )(?<!cũ )(?<!hoạch )(?<!hết )(?<!mới )"
        r"(?<!giảng )(?<!khảo )(?<!chung kết )(?<!bán kết )(?<!vòng loại )(?<!bế mạc )(?<!khởi công )"
        r"(?<!ra quân )(?<!phát động )(?<!tổng duyệt )(?<!xong )",
        holds=_bare_date,
        examples={"tham gia 8/10 nội quy": "8/10"},
    ),
    Veto(
        name="standing-task",
        of=(Repeat,),
        reason="standing",
        left=r"(?<!\w)(?:duy trì|tiếp tục|thường xuyên|đẩy mạnh|tăng cường|nâng cao|đổi mới)(?: [^\W\d_]+,?){0,12} ?",
        holds=_how_often,
        examples={"Duy trì sinh hoạt hằng tháng": "hằng tháng"},
    ),
    Veto(
        name="rating-adjective",
        of=(Repeat,),
        reason="adjective",
        left=r"(?:chất lượng|xếp loại|thi đua|khen thưởng|danh hiệu|kế hoạch|chỉ tiêu|thống kê|kinh phí|dự"
        r" toán|ngân sách) ?",
        holds=_how_often,
        examples={"kiểm điểm, xếp loại chất lượng hằng năm": "hằng năm"},
    ),
    Veto(
        name="rate-of-a-period",
        of=(Repeat,),
        reason="adjective",
        left="",
        right=r",? (?:có|đạt|phấn đấu|tăng|giảm|bình quân|tỷ lệ|số lượng)(?!\w)",
        holds=_how_often,
        examples={"Hằng năm có trên 90 gia đình văn hóa": "hằng năm"},
    ),
    Veto(
        name="yearly-adjective",
        reach=3,
        of=(Repeat,),
        reason="adjective",
        unless_meeting=True,
        left=r"[^\W_] ",
        holds=_yearly,
        examples={"nguồn thu hằng năm của hội viên": "hằng năm"},
    ),
    Veto(
        name="frequency-adjective",
        reach=3,
        of=(Repeat,),
        reason="adjective",
        unless_meeting=True,
        left=r"[^\W_] ",
        right=r" [^\W\d]",
        holds=_how_often,
        examples={"mức đóng góp hằng tháng của hội viên": "hằng tháng"},
    ),
)
