"""Times of reports: "đã tổ chức ngày 24/10" is over, and "9 tháng đầu năm đạt 98%" counts what was done by then."""

from calendars.grammar.veto import Veto
from calendars.grammar.veto_conditions import always, history, not_to_come
from calendars.when import Day, Days, Span, Window

REPORTED = (
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
        r"|khai trương|động thổ|ra quân|ký kết|bàn giao|tổng kết|sơ kết|công bố|gặp mặt|đối thoại|bầu|mở)"
        r"(?: (?!sẽ |dự kiến )[^\W\d_]+,?){0,10}(?: vào| trong| từ)? ?)?",
        holds=always,
        examples={
            "đã tổ chức ngày 24/10/2023": "ngày 24/10/2023",
            "đã khai giảng ngày 05/11/2023": "ngày 05/11/2023",
            "đã hoàn thành từ ngày 15/11/2023": "hoàn thành từ ngày 15/11/2023",
            "Trường đã được khánh thành vào ngày 20/11": "ngày 20/11",
            "đã ký kết chương trình phối hợp ngày 10/11": "ngày 10/11",
            "lớp bồi dưỡng (đợt 1 đã mở từ ngày 06/11)": "từ ngày 06/11",
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
        r"|thu giữ|xử phạt|tuyên phạt|ghi nhận|thanh toán|quyết toán|chi trả"
        r"|tổ chức được|thực hiện được|đạt|thu hút|vận động được|giải quyết|xử lý|[^\W\d_]+(?: [^\W\d_]+)? (?:được )?"
        r"(?:[\d\ue000]+|hơn|gần|trên)|\ue000+)(?!\w)",
        holds=always,
        examples={
            "đến ngày 28/3 đã có 11/19 cơ sở hoàn thành đại hội": "ngày 28/3",
            "Trong 4 tháng đầu năm, toàn ngành đã cấp 250 giấy phép": "Trong 4 tháng đầu năm",
            "ngày 05/11 đã xảy ra vụ tai nạn": "ngày 05/11",
            "các lớp mở từ 06/11 đến 09/11 đã thanh toán xong": "từ 06/11 đến 09/11",
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
        # How many of how many had done it by then.
        name="done-by-so-many",
        of=(Day, Window),
        sign="hoàn thành",
        reason="past",
        left=r"(?:kết nạp|đạt|có|:|,|\A)[^\d]{0,30}(?:\d+/\d+|\ue000+)(?: [^\W\d_]+){1,5} hoàn thành(?: [^\W\d_]+){0,5}"
        r" (?:vào |trong )?",
        holds=always,
        examples={"Nhiệm kỳ qua, 15/15 CĐCS hoàn thành đại hội trước ngày 28/10": "trước ngày 28/10"},
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
)
