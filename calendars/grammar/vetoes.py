"""Readings that are taken back for what stands before them: reports of the past, subjects of an event, adjectives.

"kết quả công tác tháng 10" has a month that no meeting is in; "đã tổ chức ngày 24/10" is over; "chất lượng hằng năm"
is no repeat. Each rule looks at the words on the left of a reading, within its clause.
"""

from calendars.grammar.reported import REPORTED
from calendars.grammar.veto import Veto
from calendars.grammar.veto_conditions import (
    always,
    at_midnight,
    bare_date,
    bare_date_of_no_month,
    bare_period,
    bare_year,
    by_a_feasts_name,
    counted_from_today,
    how_often,
    how_often_or_rate,
    long_ago,
    over,
    period,
    since_year,
    yearly,
)
from calendars.when import Day, Days, Repeat, Span, Undated, Window

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
    *REPORTED,
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
        name="of-a-storm",
        of=(Day, Days, Span),
        sign="đổ bộ",
        reason="topic",
        left=r"đổ bộ(?: [^\W\d_]+,?){0,6} ?",
        holds=always,
        examples={"Bão số 3 dự báo đổ bộ vào đất liền ngày 07/11": "ngày 07/11"},
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
