"""Which one of many: the sixth session, the third point, the second day of a meeting. None of them is a weekday.

"thứ Sáu" behind a thing that is counted says which one it is, else it is Friday: the
word before decides.
"""

from calendars.grammar.masks import mask

_ORDINAL = (
    r"(?:\d{1,3}(?:(?:, ?| và )(?:thứ )?\d{1,3}(?![/\d:]| ?(?:h|g|giờ)(?!\w)|[hg]\d))*|[ivxl]{1,6}|nhất|hai|ba|tư"
    r"|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?)(?!\w)"
)

_AND = r"(?: ?[,;&+-] ?| và )"


def _classes(grade: str) -> str:
    """Several classes of one school, each a grade and which of its classes: "5/1, 5/2"."""
    return rf"{grade}/\d{{1,2}}(?:{_AND}(?:lớp )?{grade}/\d{{1,2}}(?![\d/])){{1,19}}"


ORDINAL_RULES = (
    mask(
        "classes",  # of grades that one school has: "lớp 1/1, 20/10" is a class and a day
        "ordinal",
        rf"(?<!giảng )(?<!mở )(?<!học )(?<!huấn )(?:lớp|khối|chi đội|phân đội|chi đoàn) ?(?:: ?)?"
        rf"(?:{_classes('[1-5]')}|{_classes('[6-9]')}|{_classes('1[0-2]')}"
        r"|(?:[1-9]|1[0-2])/\d{1,2}(?=[,;] ?(?:1[3-9]|2\d|3[01])/))(?![\d/])",
        "lớp 5/1, 5/2",
        "lớp 3/5, 4/5 và 5/5",
        "chi đội 7/3, 8/2",
        "lớp 10/1; lớp 10/2; 11/4",
        "lớp 2/3-2/6",
        but_not=("lớp ngày 5/3, 6/3", "khai giảng lớp 5/9, 6/9"),
    ),
    mask(
        "generation",  # of a network, of a welder: no hour
        "ordinal",
        r"(?:sóng|mạng|hàn|chuẩn|băng tần|công nghệ) [2-6]g(?![^\W_])",
        "sóng 4G",
        "hàn 3G",
        but_not=("họp 3g",),
    ),
    mask(
        "ordinal",
        "ordinal",
        rf"(?:lần|kỳ họp|phiên họp|phiên|khoá|(?<!định )(?<!thường )kỳ|đại hội|đợt|buổi|vòng|hạng|nhóm|người|cơn bão"
        rf"|bài|dự thảo|quý|tháng|(?<!thứ )năm|thế kỷ|đứng|xếp|ấp|thị trấn|kênh|vị trí|cấp|loại|lớp"
        rf"|cuộc thi|hội thi|điều|học kỳ|tập|số|chặng|đời|sự kiện|mục)"
        rf" thứ {_ORDINAL}(?! (?:của )?(?:(?:mỗi|hằng|các|từng) )?quý)(?:(?:,| -)? năm (?:19|20)\d\d(?!\d)"
        r"| trong (?:năm|tháng|quý)(?! (?:này|nay|\d)))?",
        "kỳ họp thứ 11,12,13",
        "kỳ họp thứ 9",
        "lần thứ tư",
        "kỳ họp thứ Sáu",
        "lần thứ XIV",
        "lần thứ X năm 2024",
        "cơn bão thứ 3",
        "lần thứ hai trong năm",
        "thị trấn Thứ Ba",
        "xếp thứ Ba",
        but_not=("tháng thứ hai của quý", "thứ Năm thứ hai hằng tháng", "định kỳ thứ Sáu hằng tuần"),
    ),
    mask(
        "ordinal-of-a-thing",  # by the last syllable of its name, which with "thứ" behind it is seldom met
        "ordinal",
        rf"(?:phần|bên|con|mũi|liều|bước|câu|chương|ngôi|cột|hệ|giới|(?<=nhiệm )vụ|(?<=nội )dung|(?<=giải )pháp"
        rf"|(?<=quê )hương|(?<=ý )kiến|(?<=trường )hợp|(?<=nguyên )nhân|(?<=vấn )đề|(?<=yếu )tố|(?<=mục )tiêu"
        rf"|(?<=tiêu )chí|(?<=đồng )chí|(?<=giai )đoạn|(?<=các )nước|(?<=sang )nước) thứ {_ORDINAL}"
        rf"(?!,? (?:ngày \d|\(?\d|tuần|hằng|mỗi|tới|này))",
        "phần thứ hai",
        "con thứ 3",
        "bên thứ ba",
        but_not=("phần thứ Hai, ngày 12/10", "con thứ Hai hằng tuần"),
    ),
    mask(
        "ordinal-of-a-meeting",  # told before the colon by which of several meetings one is
        "ordinal",
        rf"(?:cuộc họp|cuộc|buổi|hội nghị|hội thảo|lớp|nội dung|chuyên đề|đoàn|tổ) thứ {_ORDINAL}(?= ?:(?! ?\d))",
        "cuộc họp thứ hai: tháo gỡ vướng mắc",
        "nội dung thứ ba: chuyển đổi số",
        but_not=(
            "cuộc họp thứ hai: 8h00",
            "cuộc họp thứ hai dời sang thứ ba",
            "hội nghị thứ Hai, 12/10: họp",
        ),
    ),
    mask(
        "months-dealt-with",  # and behind the colon the window in which that is done
        "topic",
        r"(?<!trong )(?:0?[369]|ba|sáu|chín) tháng(?: (?:đầu|cuối))?(?: năm)?(?: \d{4})?"
        r"(?= ?: (?:dự kiến )?(?:trong |vào )?(?:tháng|tuần|quý|thượng|trung|hạ|đầu|giữa|cuối))",
        "6 tháng đầu năm: trong tháng 7",
        but_not=("6 tháng: ngày 12/7", "trong 6 tháng: tuần đầu họp"),
    ),
    mask(
        "week-of-another-count",
        "ordinal",
        r"(?:(?:trong|vào) )?tuần (?:đầu(?: tiên)?|cuối(?: cùng)?|thứ (?:nhất|hai|ba|tư|\d)|\d{1,2}) "
        r"(?:của |trong )?(?:năm học|học kỳ|khóa học|đợt thực tập|kỳ nghỉ)",
        "trong tuần đầu của năm học",
        "tuần thứ hai học kỳ",
        but_not=("tuần đầu của tháng", "tuần 2 năm 2024"),
    ),
    mask(
        "number-before-its-day",  # "thôn 5 ngày 12/11" is no five days
        "ordinal",
        r"(?:thôn|ấp|bản|buôn|làng|khu phố|khu vực|phường|quận|cụm|chi bộ|chi hội|chi đoàn|khối|lớp|nhóm|đợt|lần"
        r"|vòng|số|khóa) \d{1,2}(?:(?:, ?| và )\d{1,2}(?![/\d])){0,4}(?=,? ngày \d| dự kiến(?!\w)"
        r"| - (?:(?:buổi )?(?:sáng|chiều|tối) )?(?:các )?ngày \d"
        r"| \((?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|sáng|chiều|tối|ngày)(?!\w)"
        r"| \((?:lúc |từ )?\d{1,2}(?: ?(?:giờ|h|g)(?!\w)|[hg]\d|:\d\d)"
        r"|(?::| -) (?:(?:lúc|từ|vào) )?\d{1,2}(?::\d\d(?!\d)| ?(?:giờ|h|g|tuần|tháng|lần)(?!\w)|[hg]\d))",
        "thôn 5 ngày 12/11",
        "vòng 1 dự kiến",
        "số 2: 16:00",
        "số 2: 02 tuần/lần",
        "số 2 - lúc 8h30 ngày 05",
        "số 2 - ngày 28 hằng tháng",
        "số 2 - chiều ngày 10 và 25",
        "số 2 - 8h00 ngày 28 hằng tháng",
        "lớp 10, ngày 05/12",
        "lớp 12 (8h00, ngày 10/9)",
        "khối 9 (thứ Tư, 11/9)",
        "khối 6, 7 (chiều 12/9)",
        "lớp 5 và 6 ngày 12/9",
        but_not=("lớp 05 ngày", "đợt nghỉ 5 ngày", "thôn 5"),
    ),
    mask(
        "number-before-another-time",  # "sáng 08/12, thôn 3; chiều 08/12, thôn 7"
        "ordinal",
        r"(?:thôn|ấp|bản|buôn|làng|xóm|khóm|khu(?: phố| vực)?|phường|quận|cụm|chi bộ|chi hội|chi đoàn|khối|lớp|nhóm|tổ"
        r"|tổ dân phố|đội|phòng(?: họp)?|tầng|trạm|cơ sở|hội trường) \d{1,2}"
        r"(?=[;,] (?:và )?(?:(?:từ |lúc |vào )?(?:(?:buổi )?(?:sáng|chiều|tối|trưa)(?!\w)|thứ (?:hai|ba|tư|năm|sáu|bảy)"
        r"|chủ nhật|ngày \d)|\d{1,2}(?:/\d{1,2}(?!\d)|[hg]\d| ?(?:giờ|h|g)(?!\w))))",
        "thôn 3; chiều 08/12",
        "lớp 3; 6/12",
        "tổ 2, thứ Ba",
        but_not=("lớp 3, 4 và 5", "các ngày 3; 6/12"),
    ),
    mask(
        "subject-of-a-class",  # "Địa lí 6 - 14h00" lasts from no 6 o'clock
        "ordinal",
        r"(?:(?:tiếng )?(?:anh|việt|nga|pháp|trung)|toán|(?:ngữ )?văn|(?:vật )?(?:lý|lí)|hóa|hoá"
        r"|(?:hóa|hoá|sinh|tin) học|(?:lịch )?sử|(?:địa )?(?:lý|lí)|địa|gdcd|gdqp|gdtc|khtn|khxh|công nghệ|âm nhạc"
        r"|mĩ thuật|mỹ thuật|thể dục|đạo đức)"
        r" (?:[1-9]|1[0-2])(?= ?[-–:] ?\d{1,2}(?:[hg:]\d\d|[hg](?!\w)| giờ))",
        "khtn 6 - 14h00",
        "địa lí 6 - 14h00",
        "tiếng anh 8 - 9h",
        but_not=("tiếp dân 8 - 11h", "văn phòng 8 - 11h"),
    ),
    mask(
        "counted-off",
        "ordinal",
        r"(?<!tuần )thứ nhất(?:(?: ?[,;]| và|, và) thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười)){1,9}"
        r"|thứ (?:hai|ba|tư|năm|sáu|bảy) là(?! (?:ngày|buổi))",
        "thứ nhất, thứ hai, thứ ba",
        "thứ hai là",
    ),
    mask(
        "day-of-an-event",
        "ordinal",
        r"(?:vào |trong )?ngày thứ (?:nhất|hai|ba|tư|năm|\d)(?= (?:của|diễn|làm việc|tại) (?!tuần|tháng))"
        r"|ngày làm việc thứ (?:nhất|hai|ba|tư|năm|\d)(?=,? (?:của )?(?:kỳ họp|phiên|hội nghị|đại hội|đợt))",
        "ngày thứ ba của hội nghị",
        "ngày làm việc thứ 2, Kỳ họp",
        but_not=("ngày thứ ba của tuần",),
    ),
)
