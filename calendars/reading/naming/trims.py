"""What is left of a sentence round the name of a thing, and is no part of its title: a table in the order of its use.

Times, places and people have been cut out by then, so that words hang loose: "Họp tổ được chuyển sang", "Tập huấn,
02 ngày". What is hard is that the same words may be the whole title ("Lùi"): then they stay (reference section F.1).
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from calendars.reading.naming.trim import Trim
from calendars.reading.naming.trims_first import BEFORE
from calendars.reading.naming.trims_second import BEHIND
from calendars.reading.sought import Sought

_I = re.IGNORECASE

AFTER = (
    Trim(
        name="with-much-on",
        says=("hoạt động", "sự kiện", "trò chơi", "tiết mục", "với các nội dung, "),
        pattern=re.compile(
            r"(?<=[\w\"”]),?\s+(?:(?:được |sẽ )?(?:tổ chức|diễn ra)\s+)?với (?:nhiều|các|chuỗi|hàng loạt|một số)"
            r"\s+(?:hoạt động|sự kiện|trò chơi|tiết mục|nội dung, (?:lịch trình|chương trình|hoạt động))\b.*$",
            _I,
        ),
        examples=(
            ("Tuần Văn hóa huyện Hòa Lộc với nhiều hoạt động đặc sắc", "Tuần Văn hóa huyện Hòa Lộc"),
            ("Đại hội diễn ra với các nội dung, lịch trình cụ thể", "Đại hội"),
            ("Lễ hội quế tổ chức với nhiều hoạt động nhằm tôn vinh nghề quế", "Lễ hội quế"),
        ),
    ),
    Trim(
        name="begins-with-mass",
        says=("lễ",),
        pattern=re.compile(r"(?<=\w):\s*(?:thánh )?lễ$", _I),
        examples=(("Bổn mạng Ca đoàn: lễ", "Bổn mạng Ca đoàn"),),
    ),
    Trim(
        name="verb-of-its-time",
        says=(":",),
        pattern=re.compile(
            r"(?<=\w):\s*(?:sẽ\s+)?(?:thi đấu|đấu|diễn ra|bắt đầu|mở cửa|tổ chức|khởi hành)$", _I
        ),
        examples=(("Bóng chuyền nữ: đấu", "Bóng chuyền nữ"),),
    ),
    Trim(
        name="day-by-the-moon-behind",
        says=(" tháng ",),
        pattern=re.compile(
            r"(?<=\w\w)\s*\((?:tức |nhằm )?(?:ngày |mùng |mồng )?\d{1,2} tháng [^\d()]{3,25}\)$", _I
        ),
        examples=(("Học sinh nghỉ (mùng 5 tháng Giêng)", "Học sinh nghỉ"),),
    ),
    Trim(
        # Behind a time: "Lễ tri ân vào 7h30 ngày 28/8, kính mời quý vị đến dự".
        name="asks-people-to-it",
        says=("kính mời ", "rất mong ", "tức"),
        pattern=re.compile(
            r"(?<=\w\w)(?:\s+(?:tức|nhằm)(?: là)?(?=\s*(?:,|$)))?(?:,\s+(?:(?:trân trọng\s+)?kính mời|rất mong)\s.*)?$",
            _I,
        ),
        examples=(
            ("Lễ tri ân tức, kính mời quý vị đến dự", "Lễ tri ân"),
            ("Lễ giỗ Tổ tức", "Lễ giỗ Tổ"),
            ("Họp báo, rất mong quý vị tham dự", "Họp báo"),
        ),
    ),
    Trim(
        # What is left of "Hội thao sẽ được tổ chức tại ... trong 02 ngày 10 và 11/6".
        name="verb-left-behind",
        says=(" sẽ", " chính thức", " là sự kiện", " dự kiến", " được tổ chức", " diễn ra", " nhưng"),
        pattern=re.compile(
            r"(?<=[\w)”\"][\w)”\"])(?:(?:\s+(?:sẽ|dự kiến|được)){1,3}(?:\s+chính thức)?"
            r"(?:\s+(?:tổ chức|diễn ra|khai mạc|tiến hành|bắt đầu))?"
            r"|\s+chính thức\s+(?:được\s+)?(?:tổ chức|diễn ra|khai mạc|bắt đầu)|(?<=\w\w\w)\s+diễn ra|,?\s+nhưng"
            r"|(?:\s+sẽ)?\s+là sự kiện [^,;:]{2,80})$",
            _I,
        ),
        examples=(
            ("Hội thao sẽ", "Hội thao"),
            ("Kỳ họp bất thường sẽ là sự kiện nổi bật tuần này", "Kỳ họp bất thường"),
            ("Đại hội theo Điều lệ nhưng", "Đại hội theo Điều lệ"),
            ("Đại hội Măng non chính thức khai mạc", "Đại hội Măng non"),
            ("Lễ hội dự kiến sẽ được tổ chức", "Lễ hội"),
            ("Phiên đấu giá sẽ diễn ra", "Phiên đấu giá"),
            ("Phiên chính thức", "Phiên chính thức"),
        ),
    ),
    Trim(
        name="only-remarks",
        says=(":",),
        pattern=re.compile(r"\s*:\s*(?:\([^()]*\)\s*)+$"),
        examples=(("Bảo trì thang máy: (thang B2 ngưng 30 phút)", "Bảo trì thang máy"),),
    ),
    Trim(
        name="label-of-a-note",
        says=("lưu ý", "ghi chú", "chú ý", "nhắc", "rao"),
        pattern=re.compile(r"^(?:lưu ý|ghi chú|chú ý|nhắc (?:việc|nhở|lại)|rao)\s*:[\s+–-]*", _I),
        examples=(("Lưu ý: nghỉ học bơi", "nghỉ học bơi"),),
    ),
    Trim(
        name="as-for-this-one",
        says=("riêng ",),
        pattern=re.compile(r"^Riêng (?=.{10})"),
        examples=(("Riêng khối 9 ôn thi", "khối 9 ôn thi"),),
    ),
    Trim(
        name="in-english",  # the same again for readers of English: a word of theirs must be among those behind
        says=(" /", "/ "),
        pattern=re.compile(
            r"(?<=[^\W\d])\)?\s*/\s*(?=[A-Z\d])(?=[^/]{0,60}\b(?:day|holidays?|year|school|terms?|exams?|festival|party|fair"
            r"|ceremony|week|meeting|anniversary|break|students?|teachers?|parents|trip|opening|closing|national"
            r"|vacation|tests?|conference|the|of|and|for|with|start|end|semester|grades?|classes)\b)[\x20-\x2e0-~–’]+$",
            _I,
        ),
        examples=(
            ("Lễ hội Trăng / Moon party", "Lễ hội Trăng"),
            ("Khai giảng năm học/ School year opening", "Khai giảng năm học"),
            ("Họp giao ban / Kiểm tra ATTP", "Họp giao ban / Kiểm tra ATTP"),
        ),
    ),
    Trim(
        name="is-extended",
        says=("gia hạn", "kéo dài thêm", "được"),
        pattern=re.compile(r"\s*[:,]?\s+(?:không\s+)?(?:được\s*)?(?:gia hạn|kéo dài thêm|được)$", _I),
        examples=(("Hạn nộp bài dự thi được gia hạn", "Hạn nộp bài dự thi"),),
    ),
    Trim(
        name="by-a-letter",
        says=(" theo ",),
        pattern=re.compile(r",?\s+theo (?:Giấy (?:ủy quyền|uỷ quyền|mời)|Thư mời) số\s.*$"),
        examples=(("Họp trực tuyến theo Giấy mời số 12/GM", "Họp trực tuyến"),),
    ),
    Trim(
        name="begins-at",  # what is left of "..., bắt đầu lúc 19h30" told behind the place
        says=(" bắt đầu ",),
        pattern=re.compile(
            r"[\s:,]+bắt đầu (?:(?:từ|lúc|vào) )*\d{1,2} ?(?:h|g|giờ|:) ?\d{0,2}(?: phút)?$", _I
        ),
        examples=(("Sinh hoạt câu lạc bộ, bắt đầu lúc 19h30", "Sinh hoạt câu lạc bộ"),),
    ),
    Trim(
        name="how-long-it-lasts",  # what is left of "Kỳ họp dài 01 buổi chiều, bắt đầu từ 14 giờ"
        says=(" dài",),
        pattern=re.compile(
            r"(?:(?<=\w)\s+(?:(?:sẽ|dự kiến)\s+)?kéo dài|(?:(?<= họp)|(?<= nghị)|(?<= thảo)|(?<= "
            r"hội))\s+dài)"
            r"(?:\s+(?:trong|khoảng))?$",
            _I,
        ),
        examples=(("Kỳ họp dài", "Kỳ họp"), ("Hội thảo kéo dài trong", "Hội thảo")),
    ),
    Trim(
        name="hour-in-a-bracket",
        says=("(",),
        pattern=re.compile(r"\s*\((?:(?:từ|lúc)\s)?\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d\d)?\)$", _I),
        examples=(("Giao ban (07h45)", "Giao ban"),),
    ),
    Trim(
        name="papers-sent",
        says=("đã gửi",),
        pattern=re.compile(
            r"[\s,;(–-]{1,3}(?:giấy mời|thư mời|tài liệu|công văn|văn bản)\s?:?\s(?:đã )?gửi\b[^,;:()]{0,40}\)?$",
            _I,
        ),
        examples=(
            ("Hội nghị tổng kết (giấy mời: đã gửi)", "Hội nghị tổng kết"),
            ("Lễ kỷ niệm, giấy mời đã gửi", "Lễ kỷ niệm"),
        ),
    ),
    Trim(
        name="added-to-the-schedule",
        says=("bổ sung", "phát sinh", "đột xuất"),
        pattern=re.compile(
            r"(?:\s*[(\[](?:mới |lịch |nội dung )?(?:bổ sung|phát sinh|đột xuất)(?: mới| thêm| lịch| nội dung)?[)\]]"
            r"|\s[-–]\s*(?:bổ sung|phát sinh))\s*$"
            r"|^[(\[](?:bổ sung|phát sinh|đột xuất)[)\]]\s*:?\s*|^bổ sung (?:nội dung|lịch):?\s+"
            r"(?=(?:\S+\s+){3})",
            _I,
        ),
        examples=(
            ("Họp chi bộ (bổ sung)", "Họp chi bộ"),
            ("(Bổ sung) Họp công đoàn", "Họp công đoàn"),
            ("Bổ sung nội dung Dự ngày chạy bộ", "Dự ngày chạy bộ"),
            ("Bổ sung nội dung cuộc thi", "Bổ sung nội dung cuộc thi"),
        ),
    ),
    Trim(
        name="who-is-free",
        says=("nghỉ ",),
        pattern=re.compile(
            r"^(?:(?:nhà |toàn )?trường|cơ quan|công ty|văn phòng|cửa hàng|đơn vị|bệnh viện|ngân hàng|thư viện"
            r"|trung tâm|cán bộ|công chức|viên chức|người lao động|nhân viên)\b[^;.\d]{0,80}?"
            r"(?<!lịch)(?<!kỳ)(?<!trước)(?<!sau)(?<!dịp)(?<!gian)(?<!đợt)(?<!ngày)(?<!việc)(?<!và)(?<!trực)"
            r"\s(?:được\s+)?(?=nghỉ (?:lễ|tết|giỗ tổ|quốc khánh)\b)",
            _I,
        ),
        examples=(
            ("Cửa hàng nghỉ Tết Dương lịch", "nghỉ Tết Dương lịch"),
            ("Văn phòng thông báo: công chức được nghỉ lễ", "nghỉ lễ"),
            ("Sinh viên nghỉ lễ", "Sinh viên nghỉ lễ"),
            ("Trực trong dịp nghỉ Tết", "Trực trong dịp nghỉ Tết"),
        ),
    ),
    Trim(
        name="schedule-of-receiving",
        says=("lịch tiếp",),
        pattern=re.compile(r"^lịch (?=tiếp (?:công )?dân (?:định kỳ|thường xuyên)\b)", _I),
        examples=(("Lịch tiếp công dân định kỳ", "tiếp công dân định kỳ"),),
    ),
    Trim(
        name="was-told",
        says=("đã thông báo",),
        pattern=re.compile(
            r",?\s+(?:như\s+|theo lịch\s+)?đã thông báo(?:\s+(?:trước đây|trước đó|trước))?\s*$"
        ),
        examples=(("Hội nghị sơ kết như đã thông báo", "Hội nghị sơ kết"),),
    ),
)

ATTENDS = Trim(
    name="who-attends",
    says=("đại biểu", "các đồng chí"),
    pattern=re.compile(r"^(?:đại biểu|các đồng chí)\s+(?:(?:về|đến|tham)\s+)?dự\s+(?=\S)", _I),
    heads=True,
    examples=(("Đại biểu dự Đại hội", "Đại hội"),),
)

TRIMS = (*BEFORE, *BEHIND, *AFTER, ATTENDS)

SHORTENINGS = (
    re.compile(
        r"\s*[,(]?\s*(?:theo|tại)\s+(?:Kế hoạch|Công văn|Quyết định|Thông báo|Nghị quyết|Chương trình|"
        r"Chỉ thị|Hướng dẫn)\s+(?:số\s+)?[\w/-]+[^,;)]*\)?"
    ),
    re.compile(r",?\s+thực hiện\s+(?:Kế hoạch|Nghị quyết|Chỉ thị|Quyết định|Kết luận|nhiệm vụ)\b[^,;]*$"),
    re.compile(r",?\s+trên địa bàn\s+[^,;]+"),
    re.compile(r"\s*\((?:giai đoạn|nhiệm kỳ)\s+\d{4}\s*[-–]\s*\d{4}\)", re.IGNORECASE),
    re.compile(r",?\s*giai đoạn\s+\d{4}\s*[-–]\s*\d{4}"),
    re.compile(r",?\s*nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4}"),
    re.compile(r",?\s+năm\s+(?:19|20)\d\d\b"),
    re.compile(r",?\s+của\s+[^,;\"“]+$"),
)
"""What goes from a title that is still too long, the first first."""


def trim_named(name: str) -> Trim:
    """The trim of a name. KeyError for any other."""
    return _BY_NAME[name]


@lru_cache(maxsize=1)
def _told(text: str) -> AbstractSet[int]:
    """The trims that a title may hold; each stage of the table asks it of what is mostly still the same title."""
    return _SOUGHT.told(text.lower())


def may_trim(text: str, stage: AbstractSet[int]) -> list[Trim]:
    """Those of a stage of the table that a title may hold, by the pieces that they say."""
    told = _told(text) & stage  # of most titles none
    return [TRIMS[place] for place in sorted(told)] if told else []


def _stage(trims: Iterable[Trim]) -> AbstractSet[int]:
    return frozenset(map(TRIMS.index, trims))


FIRST, SECOND, THIRD, LAST = map(_stage, (BEFORE, BEHIND, AFTER, (ATTENDS,)))
"""The stages of the table: of each the places of its trims."""
_SOUGHT = Sought(trim.says for trim in TRIMS)
_BY_NAME = {trim.name: trim for trim in TRIMS}
