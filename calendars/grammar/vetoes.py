"""Readings that are taken back for what stands before them: reports of the past, subjects of an event, adjectives.

"kết quả công tác tháng 10" has a month that no meeting is in; "đã tổ chức ngày 24/10" is over; "chất lượng hằng năm"
is no repeat. Each rule looks at the words on the left of a reading, within its clause.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from calendars.grammar.rule import Context
from calendars.grammar.veto_conditions import (
    always,
    at_midnight,
    bare_date,
    bare_date_of_no_month,
    bare_period,
    bare_year,
    by_a_feasts_name,
    counted_from_today,
    history,
    how_often,
    how_often_or_rate,
    long_ago,
    not_to_come,
    over,
    period,
    since_year,
    yearly,
)
from calendars.when import Day, Days, Repeat, Span, Undated, When, Window

SHOWN = 100  # letters of the clause that are looked at
SHOWN_BEHIND = 60  # and so many behind a reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """Why a reading is none.

    left: what stands right before it, in matching form; right: right behind it. of: the sorts of values for which it
    counts; holds: for which values and texts (the reading's own words). unless_meeting: not where the clause speaks
    of a meeting; unless_listed: not behind "và" and a reading that stands. sign: what the clause must hold for `left`
    to fit, sign_behind what must follow; reach: how many letters `left` can take in, all only to save the search;
    reach_behind: how many `right` can.
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
    reach_behind: int = SHOWN_BEHIND
    examples: Mapping[str, str]


MEETING = (
    r"(?:họp|giao ban|hội ý|sinh hoạt|tiếp công dân|chào cờ|trực|tổ chức|diễn ra|báo cáo|gửi|nộp|kiểm"
    r" tra|giám sát|hội nghị"
    r"|làm việc|tập huấn|đối thoại|định kỳ|thường kỳ|tiến hành|kiểm điểm|tổng vệ sinh|vệ sinh|thường"
    r" xuyên|đánh giá chất lượng)"
)

_UNSUPPORTED = (
    r"[^\W\d_] (?<!vào )(?<!tổ chức )(?<!diễn ra )(?<!lịch )(?<!hôm )(?<!hạn )(?<!họp )(?<!ngày )"
    r"(?<!khai mạc )(?<!là )(?<!đến )(?<!sang )(?<!thành )(?<!từ )(?<!lúc )(?<!nghỉ )(?<!dịp )"
    r"(?<!tới )(?<!lễ )(?<!hoãn )(?<!lên )(?<!tuần )(?<!cũ )(?<!hoạch )(?<!hết )(?<!mới )"
    r"(?<!giảng )(?<!khảo )(?<!chung kết )(?<!bán kết )(?<!vòng loại )(?<!bế mạc )(?<!khởi công )"
    r"(?<!ra quân )(?<!phát động )(?<!tổng duyệt )(?<!xong )(?<!phiên )(?<!buổi )(?<!đợt )(?<!ca )"
    r"(?<!tiêm )(?<!xử )"
)
_ENDS = r" ?(?:[,.;)(]|\Z)"

VETOES = (
    Veto(
        name="history",
        of=(Day, Days, Span, Window),
        reason="history",
        left="",
        holds=history,
        examples={"ngày 02/9/1945": "ngày 02/9/1945"},
    ),
    Veto(
        name="reported",
        sign="đã ",
        reason="past",
        left=r"đã (?:được |cơ bản )?(?:(?:tổ chức|diễn ra|tiến hành|họp|khai mạc|bế mạc|hoàn thành|thực hiện|kết thúc"
        r"|khởi công|ra mắt|kiểm tra|làm việc|trao|ban hành|khai giảng|bế giảng|khánh thành|phát động"
        r"|khai trương|động thổ|ra quân|ký kết|bàn giao|tổng kết|sơ kết|công bố|gặp mặt|đối thoại|bầu)"
        r"(?: (?!sẽ |dự kiến )[^\W\d_]+,?){0,10}(?: vào| trong| từ)? ?)?",
        holds=always,
        examples={
            "đã tổ chức ngày 24/10/2023": "ngày 24/10/2023",
            "đã khai giảng ngày 05/11/2023": "ngày 05/11/2023",
            "đã hoàn thành từ ngày 15/11/2023": "hoàn thành từ ngày 15/11/2023",
            "Trường đã được khánh thành vào ngày 20/11": "ngày 20/11",
            "đã ký kết chương trình phối hợp ngày 10/11": "ngày 10/11",
        },
    ),
    Veto(
        name="said-then",  # news: when somebody said what the rest tells
        reason="past",
        sign_behind="cho ",
        left=r"\A\W*(?:vào )?(?:(?:sáng|chiều|tối|trưa|hôm) (?:qua|nay),? ?\(?)?",
        right=r"(?:\)?,?| qua,? ?\(?[^.;\n]{0,12}) (?!tại )[^.;\n]{2,100}? (?:đã )?cho (?:biết|hay)(?!\w)",
        reach_behind=120,
        holds=always,
        examples={
            "Chiều qua (22/1), Ban Tổ chức Hội thảo cho biết": "22/1",
            "Ngày 05/6, bà An cho biết": "Ngày 05/6",
        },
    ),
    Veto(
        name="told-as-done",
        of=(Day, Days, Span, Window),
        reason="past",
        sign_behind="đã ",
        left="",
        right=r"(?:, ?| )(?!như |theo )(?:[^\W\d_]+ ){0,4}?đã (?:được )?(?:xảy ra|diễn ra|giải ngân|phát hiện|khởi tố"
        r"|bắt giữ|tiếp nhận|thụ lý"
        r"|xét xử|huy động|kết nạp|trao|tặng|thăm|ký kết|bàn giao|kiểm tra|phối hợp|triển khai|phát động|bắt"
        r"|tổ chức|tiến hành|thực hiện|hoàn thành|ban hành"
        r"|thu giữ|xử phạt|tuyên phạt|ghi nhận"
        r"|tổ chức được|thực hiện được|đạt|thu hút|vận động được|giải quyết|xử lý|[^\W\d_]+(?: [^\W\d_]+)? (?:được )?"
        r"(?:[\d\ue000]+|hơn|gần|trên)|\ue000+)(?!\w)",
        holds=always,
        examples={
            "đến ngày 28/3 đã có 11/19 cơ sở hoàn thành đại hội": "ngày 28/3",
            "Trong 4 tháng đầu năm, toàn ngành đã cấp 250 giấy phép": "Trong 4 tháng đầu năm",
            "ngày 05/11 đã xảy ra vụ tai nạn": "ngày 05/11",
            "Trong 9 tháng đầu năm, toàn huyện đã giải ngân 75%": "Trong 9 tháng đầu năm",
        },
    ),
    Veto(
        name="over-already",
        of=(Day, Days, Span, Window),
        reason="past",
        sign_behind="(đã ",
        left="",
        right=r" ?\(đã (?:hết hạn|quá hạn|đóng|kết thúc|xong|hoàn thành)(?!\w)",
        holds=always,
        examples={"Bài viết nhận đến 30/9/2024 (đã hết hạn)": "30/9/2024"},
    ),
    Veto(
        name="told-as-done-at-length",
        of=(Day, Days, Span),
        reason="past",
        reach_behind=260,
        left="",
        sign_behind=" đã ",
        right=r"(?:[^.;:?!]{0,90}(?:tp\.|\.(?=\w))){0,2}[^.;:?!]{1,220}? (?<!sẽ )(?<!như )đã "
        r"(?!(?:được )?(?:giao|nêu|đề ra|phân công|đăng ký|hẹn|định|quy định|thống nhất|chuẩn bị|nhận|xong)(?!\w))",
        holds=not_to_come,
        examples={
            "Sáng 15/10, Ban Chấp hành Hội Nông dân xã Tân Hòa (khóa VI) đã họp": "sáng 15/10",
            "Ngày 15/10, tại Nhà văn hóa xã Tân Hòa, lớp xóa mù chữ đã được khai giảng": "ngày 15/10",
        },
    ),
    Veto(
        name="measured",
        of=(Window,),
        reason="topic",
        left="",
        right=r",? (?:[^\W\d_]+,? ){1,8}?(?:đạt|tăng|giảm|chiếm)(?!\w)",
        holds=always,
        examples={"9 tháng đầu năm 2023 doanh thu đạt 120 tỷ đồng": "9 tháng đầu năm 2023"},
    ),
    Veto(
        name="reached-by-then",
        of=(Day, Window),
        reason="past",
        left="",
        sign_behind="đạt ",
        reach_behind=12,
        right=r",? (?:ước )?đạt [\d\ue000]",
        holds=always,
        examples={"giải ngân đến hết tháng 11 đạt 35%": "đến hết tháng 11"},
    ),
    Veto(
        name="happened",
        of=(Day, Days, Span),
        sign="xảy ra",
        reason="past",
        left=r"xảy ra(?: (?:vào|lúc|hồi|khoảng|từ))* ?",
        holds=always,
        examples={"vụ án xảy ra ngày 05/11": "ngày 05/11"},
    ),
    Veto(
        name="lately-behind",
        of=(Day, Days, Span, Window),
        sign_behind=" vừa ",
        reason="past",
        left="",
        right=r" vừa (?:rồi|qua)",
        holds=always,
        examples={"hôm 02/11 vừa rồi, đoàn đi viếng": "hôm 02/11"},
    ),
    Veto(
        name="lately",
        of=(Day, Days, Span),
        sign="vừa qua",
        reason="past",
        left=r"vừa qua,? (?:vào |trong )?(?:các )?",
        holds=always,
        examples={"Vừa qua, ngày 02/11, Công đoàn tặng quà": "ngày 02/11"},
    ),
    Veto(
        name="name-in-quotes",
        of=(Day, Undated),
        sign='"',
        reason="name",
        left=r"\"(?=\w)[^\"]{0,60}",
        right=r"[^\"]{0,30}\"",
        holds=counted_from_today,
        examples={'Đêm nhạc "Hát về ngày mai"': "ngày mai"},
    ),
    Veto(
        name="over",
        of=(Day, Days, Span, Window, Repeat),
        reason="past",
        left=r"(?:đã|vừa qua|kết quả|trước đó|vừa|ban hành|phê duyệt|thành lập)(?!\w),?"
        r"(?: [^\W\d_]+,?){0,12}(?: vào| trong)? ?(?<! là )",
        holds=over,
        examples={"Kết quả hội nghị ngày 24/10/2023": "ngày 24/10/2023"},
    ),
    Veto(
        name="dose",
        of=(Repeat,),
        reason="rate",
        left=r"(?:uống|bôi|tiêm|nhỏ mắt|súc miệng|liều dùng)(?: [^\W\d_]+){0,4}:? ?",
        holds=how_often_or_rate,
        examples={"uống 2 lần/ngày": "2 lần/ngày"},
    ),
    Veto(
        name="result-of-a-period",
        of=(Window,),
        reason="past",
        left=r"(?:kết quả|tình hình|thành tích|đạt được|đã)(?!\w)(?: (?:[^\W\d_]+|\d{1,4}),?){0,10} ?",
        holds=period,
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
        holds=bare_period,
        examples={
            "nhiệm vụ công tác tháng 12": "tháng 12",
            "sơ kết 6 tháng đầu năm 2023": "6 tháng đầu năm 2023",
        },
    ),
    Veto(
        name="stock-taken",
        of=(Day,),
        sign="kiểm kê",
        reason="cut-off",
        left=r"kiểm kê[^@.;:]{0,30} ?",
        holds=at_midnight,
        examples={"Kiểm kê tài sản 0h ngày 01/01": "0h ngày 01/01"},
    ),
    Veto(
        name="of-an-election",
        of=(Day,),
        sign="bầu cử",
        reason="topic",
        left=r"(?:về|cho|phục vụ|chuẩn bị|tham gia) (?:cuộc|ngày) bầu cử"
        r"(?:(?! (?:vào|lúc|hồi|từ|tại|dự|là|tổ|diễn|sáng|chiều|tối)(?!\w)) [^\W\d_]+,?){0,12} ?",
        holds=always,
        examples={"thông tin về cuộc bầu cử ngày 23/5/2021": "ngày 23/5/2021"},
    ),
    Veto(
        # What is held is called so, and has a day of its own.
        name="feast-with-its-own-day",
        of=(Day,),
        reason="topic",
        left="",
        sign_behind="ngày ",
        right=r"[^.;:\d]{0,60}?\bngày \d{1,2} ?(?:[/.-] ?\d{1,2}|tháng \d)",
        holds=by_a_feasts_name,
        examples={"Tổ chức Đại lễ Vu Lan ngày 28/8/2015": "đại lễ vu lan"},
    ),
    Veto(
        name="year-alone",
        of=(Window,),
        reason="topic",
        left="",
        right=r",? ?[^\W\d]",
        holds=bare_year,
        examples={"Năm 2024 là năm bản lề": "năm 2024"},
    ),
    Veto(
        name="since-a-year",
        of=(Window,),
        reason="term",
        left="",
        holds=since_year,
        examples={"tham gia công tác từ năm 2001": "từ năm 2001"},
    ),
    Veto(
        name="life-of-a-person",
        of=(Day, Days, Span, Window),
        reason="past",
        left=r"(?:bổ nhiệm|kết nạp|tuyển dụng|vào ngành|tốt nghiệp|công tác|xuất ngũ|biên chế|vào làm|thâm niên)(?!\w)"
        r"(?: [^\W\d_]+){0,6} ?",
        holds=long_ago,
        examples={
            "bổ nhiệm từ ngày 01/3/2020": "từ ngày 01/3/2020",
            "công tác từ tháng 9/2016": "từ tháng 9/2016",
        },
    ),
    Veto(
        name="fraction-reached",
        of=(Day,),
        reason="ratio",
        left=r"(?:hoán đổi|tổng số|điểm|chỉ tiêu|cụm|đội|giải) ",
        right=_ENDS,
        reach=14,
        holds=bare_date,
        examples={"tổng số 8/11.": "8/11"},
    ),
    Veto(
        name="unsupported-fraction",
        reach=3,
        of=(Day,),
        reason="ratio",
        left=_UNSUPPORTED,
        right=rf"(?!{_ENDS})",
        holds=bare_date,
        examples={"tham gia 8/10 nội quy": "8/10"},
    ),
    Veto(
        name="fraction-at-an-end",
        reach=3,
        of=(Day,),
        reason="ratio",
        left=_UNSUPPORTED,
        right=_ENDS,
        holds=bare_date_of_no_month,
        examples={"chỉ tiêu của huyện 8/10.": "8/10"},
    ),
    Veto(
        name="standing-task",
        of=(Repeat,),
        reason="standing",
        left=r"(?<!\w)(?:duy trì|tiếp tục|thường xuyên|đẩy mạnh|tăng cường|nâng cao|đổi mới)(?: [^\W\d_]+,?){0,12} ?",
        holds=how_often,
        examples={"Duy trì sinh hoạt hằng tháng": "hằng tháng"},
    ),
    Veto(
        name="rating-adjective",
        of=(Repeat,),
        reason="adjective",
        left=r"(?:chất lượng|xếp loại|thi đua|khen thưởng|danh hiệu|kế hoạch|chỉ tiêu|thống kê|kinh phí|dự"
        r" toán|ngân sách) ?",
        holds=how_often,
        examples={"kiểm điểm, xếp loại chất lượng hằng năm": "hằng năm"},
    ),
    Veto(
        name="rate-of-a-period",
        of=(Repeat,),
        reason="adjective",
        left="",
        right=r",? (?:có|đạt|phấn đấu|tăng|giảm|bình quân|tỷ lệ|số lượng)(?!\w)",
        holds=how_often,
        examples={"Hằng năm có trên 90 gia đình văn hóa": "hằng năm"},
    ),
    Veto(
        name="yearly-adjective",
        reach=3,
        of=(Repeat,),
        reason="adjective",
        unless_meeting=True,
        left=r"[^\W_] ",
        holds=yearly,
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
        holds=how_often,
        examples={"mức đóng góp hằng tháng của hội viên": "hằng tháng"},
    ),
)
