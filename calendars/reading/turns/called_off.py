"""What is called off, and what is held elsewhere, in the words of clerks: "rút ... khỏi lịch", "chuyển về hội trường".

What they say is put as "hủy ..." or "chuyển địa điểm sang ..." says it (reference section A.8). What is hard is that a
place that holds no more calls nothing off, and that a thing rests where people do not.
"""

import re

from calendars.reading.turns.turn import Turn

_TIME = (
    r"(?:(?:từ|lúc|vào|hồi|ngày|hôm|sáng|chiều|tối|trưa|thứ|chủ nhật|cn)[\s,]+){0,4}"
    r"(?:\d{1,2}\s?(?:h|g|giờ|:|/)|\d{1,2}\s+(?:tháng|và)\s|(?:hai|ba|tư|năm|sáu|bảy)\b|\d\b)"
)
_PLACE = (
    r"(?:hội trường|phòng (?:họp|học|khách|số|hội thảo|khánh tiết|hội đồng|đa năng|lớn|\d)"
    r"|nhà (?:văn hóa|văn hoá|thi đấu|khách|thiếu nhi|truyền thống"
    r"|đa năng|[a-e]\b)"
    r"|trung tâm|sân (?:vận động|trường|khấu|bóng)|trụ sở|văn phòng|khách sạn|trường|thư viện|khu\s|tầng \d|đình\s|ubnd"
    r"|quảng trường|bảo tàng)"
)
_OF_HEADS = (
    r"(?:họp|lớp|sinh hoạt|câu lạc bộ|buổi|giao ban|tiếp công dân|tập|chuyên đề|giải|chào cờ|chung kết|hội"
    r"|đại hội|lễ|phiên|kỳ họp|tọa đàm|diễn tập|tiếp đoàn|bảo vệ|khám|kiểm tra|hát|văn nghệ|giao lưu|tham quan|múa"
    r"|ra quân|mừng thọ|gặp mặt|clb|dã ngoại)\b"
)

# What stands behind a thing and holds nothing of its own: who chairs it, where it is.
_BESIDE = (
    rf"(?:[;.]\s+(?!{_OF_HEADS})(?![^;(\n]{{0,60}}\d\s?(?:h|g|giờ)(?:\d|\b))"
    r"(?:(?:chủ trì|địa điểm|đđ|thành phần|phòng|nơi họp)\s*:\s*)?(?:[^\W\d]{1,3}\.\s?)?[^;.:()\n]{2,60}?)"
)

_ELSEWHERE = re.compile(
    r"địa điểm\b[^.;:\n]{0,200}\d[^.;:\n]{0,60}?\s(?:từ|sang|thành|về|đến)\s+(?!\d|ngày|lúc)", re.IGNORECASE
)

CALLED_OFF = (
    Turn(
        # What stands before the colon is held then, and no "buổi" of another name.
        name="a-meeting-of-it-is-off",
        says=("hủy ", "huỷ ", "hoãn ", "không tổ chức "),
        pattern=re.compile(
            r"(?P<off>:\s+(?:tạm\s+)?(?:hủy|huỷ|hoãn|không tổ chức))(?:\s+bỏ)?\s+(?:buổi|cuộc|phiên)(?:\s+họp)?"
            r"(?=\s+(?:(?:sáng|chiều|tối)\s+)?(?:ngày|thứ|chủ nhật)\s)",
            re.IGNORECASE,
        ),
        plainly=r"\g<off>",
        examples=(
            ("Hội khỏe huyện: Hủy buổi ngày 21/3.", "Hội khỏe huyện: Hủy ngày 21/3."),
            ("Hủy buổi ngày 21/3", "Hủy buổi ngày 21/3"),
        ),
    ),
    Turn(
        # It is held, and only how or with what it is not.
        name="held-in-another-way",
        says=("không tổ chức",),
        pattern=re.compile(
            r"(?:\s*[(,–-]|,?\s+(?:nhưng|song))\s*không tổ chức "
            r"(?:tập trung|rầm rộ|ăn|tiệc|liên hoan|văn nghệ|trực tiếp|gặp mặt|phần)\b"
            r"[^().;,\n\d]{0,30}\)?(?=\s*[.;]|\s*$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly="",
        examples=(
            ("05/6: tặng quà cho trẻ em (không tổ chức tập trung)", "05/6: tặng quà cho trẻ em"),
            ("Họp mặt ngày 07/6, không tổ chức ăn trưa.", "Họp mặt ngày 07/6."),
            ("Vẫn tổ chức khai giảng 05/9 nhưng không tổ chức phần hội.", "Vẫn tổ chức khai giảng 05/9."),
            ("Họp mặt ngày 07/6 (không tổ chức)", "Họp mặt ngày 07/6 (không tổ chức)"),
        ),
    ),
    Turn(
        # Of the thing, not of the room: "Họp A; GĐ chủ trì; Phòng họp số 1 (hoãn)", "Họp B; đã hủy".
        name="state-behind-all",
        says=("hoãn", "hủy", "huỷ", "lùi", "dời", "chuyển", "không tổ chức"),
        pattern=re.compile(
            rf"^(?P<what>[^;\n]{{6,200}}?)(?P<rest>{_BESIDE}{{1,3}})\s*\((?P<state>(?:(?:đã|tạm|xin|nay)\s){{0,2}}"
            r"(?:hoãn|hủy|huỷ|không tổ chức|(?:lùi|dời|chuyển)(?: lịch)? (?:sang|đến|qua|vào|lại))\b[^()\n]{0,80})\)"
            r"(?=\s*[.;]?\s*$)"
            rf"|^(?P<thing>[^;\n]{{6,200}}?)(?P<beside>{_BESIDE}{{0,3}})[;.]\s+"
            r"(?P<off>(?:(?:đã|tạm|xin|nay)\s){0,2}(?:hoãn|hủy|huỷ)(?: họp| bỏ| tổ chức)?)"
            r"(?:\s*\((?P<later>[^()\d]{0,40}\bsau)\))?(?=\s*[.;]?\s*$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=lambda found, _: (
            f"{found['what']} ({found['state']}){found['rest']}"
            if found["what"]
            else f"{found['thing']} ({', '.join(filter(None, (found['off'], found['later'])))}){found['beside']}"
        ),
        examples=(
            (
                "8h: Họp A; GĐ chủ trì; Phòng họp số 1 (hoãn).",
                "8h: Họp A (hoãn); GĐ chủ trì; Phòng họp số 1.",
            ),
            ("9h: Họp B; Phòng họp số 2 (lùi sang 10h)", "9h: Họp B (lùi sang 10h); Phòng họp số 2"),
            ("9h: Họp B, phòng 2; đã hủy", "9h: Họp B, phòng 2 (đã hủy)"),
            ("14h00: Họp tổ. HỦY", "14h00: Họp tổ (HỦY)"),
            (
                "14h: Họp C. Chủ trì: PGĐ. HOÃN (thời gian mới sẽ báo sau)",
                "14h: Họp C (HOÃN, thời gian mới sẽ báo sau). Chủ trì: PGĐ",
            ),
            ("8h: Họp A; 9h: họp B (hoãn)", "8h: Họp A; 9h: họp B (hoãn)"),
            ("8h: Họp A; họp B (hoãn)", "8h: Họp A; họp B (hoãn)"),
        ),
    ),
    Turn(
        name="taken-off-the-schedule",
        says=("rút ", "bỏ ", "loại ", "đưa "),
        pattern=re.compile(
            r"^(?P<lead>[\W\d]{0,12})(?:rút|bỏ(?! phiếu)|loại|đưa)\s+(?:bỏ\s+)?"
            r"(?P<what>[^;\n]{6,80}?\d[^;\n]{0,40}?)\s+"
            r"(?:ra\s+)?(?:khỏi|trong)\s+(?:lịch|chương trình|kế hoạch)\b[^.;\n]{0,40}",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<lead>Hủy \g<what>",
        examples=(
            ("Rút diễn tập chiều 10/11/2026 khỏi lịch công tác tháng.", "Hủy diễn tập chiều 10/11/2026."),
            ("Bỏ tọa đàm 9h ngày 23/11 trong lịch đã gửi", "Hủy tọa đàm 9h ngày 23/11"),
            ("Đưa nội dung A vào chương trình ngày 5/11", "Đưa nội dung A vào chương trình ngày 5/11"),
        ),
    ),
    Turn(
        # What is held rests then; who rests ("Học sinh: nghỉ từ ...") does what is told.
        name="held-thing-rests",
        says=(": nghỉ", ": nay nghỉ", ": xin nghỉ"),
        pattern=re.compile(
            rf"^(?P<what>[\W\d]{{0,12}}{_OF_HEADS}[^:;.\n]{{0,100}}(?:\d:\d\d[^:;.\n]{{0,40}})?):\s*(?:(?:nay|xin)\s+)?"
            r"nghỉ(?:\s+(?:cả|hết|luôn|toàn bộ)\b[^.,;(\n]{0,15})?(?=\s*(?:[.,;(\n]"
            rf"|$)|\s+(?!từ\b){_TIME})",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<what>: không tổ chức",
        examples=(
            ("Lớp học di sản sáng Chủ nhật 15/3: nghỉ.", "Lớp học di sản sáng Chủ nhật 15/3: không tổ chức."),
            ("Chung kết bóng đá: nghỉ 9h30 ngày 10/11", "Chung kết bóng đá: không tổ chức 9h30 ngày 10/11"),
            ("Lớp mầm: nghỉ từ 29/4", "Lớp mầm: nghỉ từ 29/4"),
            (
                "Tập dưỡng sinh, 5h30 các ngày 11, 12/9: nay nghỉ cả hai buổi.",
                "Tập dưỡng sinh, 5h30 các ngày 11, 12/9: không tổ chức.",
            ),
        ),
    ),
    Turn(
        name="given-up",
        says=("thôi", "không đi", "không làm", "không tập", "bỏ", "miễn", "xin phép"),
        pattern=re.compile(
            r"(?P<lead>\d\s*[:,;–-]\s+|(?:\d|\d\))\s+)"
            r"(?:(?:nay|xin|đành|tạm|xin phép|hội|nhà trường|đoàn)\s+)*"
            r"(?:thôi(?:\s+không)?(?:\s+(?:đi|tổ chức|họp|làm|tập|học|sinh hoạt|diễn))?(?:\s+nữa)?"
            r"|không\s+(?:đi|làm|tập|thi|diễn)(?:\s+nữa)?|(?<=phép )không\s+tổ chức(?:\s+nữa)?|bỏ|miễn)"
            r"(?=\s*(?:[.;(\n,]|$))",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>không tổ chức",
        examples=(
            (
                "Tham quan Đền Cô, Chủ nhật 15/9: thôi không đi nữa.",
                "Tham quan Đền Cô, Chủ nhật 15/9: không tổ chức.",
            ),
            ("Văn nghệ tối 22/9: xin phép không tổ chức nữa.", "Văn nghệ tối 22/9: không tổ chức."),
            ("Họp tổ 19/9: bỏ phiếu kín", "Họp tổ 19/9: bỏ phiếu kín"),
        ),
    ),
    Turn(
        name="laid-aside",
        says=(
            "gác lại",
            "tạm gác",
            "để sau",
            "chưa làm",
            "chưa tổ chức",
            "chưa họp",
            "để dịp khác",
            "để lúc khác",
        ),
        pattern=re.compile(
            r"(?P<lead>\d\s*[:,;–-]\s+)(?:(?:nay|xin|đành|tạm)\s+)*"
            r"(?:gác lại|gác(?= chờ)|chưa (?:làm|tổ chức|họp)(?: được)?|để (?:sau|dịp khác|lúc khác))"
            r"(?=\s*(?:[.;(\n,]|$|chờ\b))",
            re.IGNORECASE,
        ),
        plainly=r"\g<lead>tạm hoãn",
        examples=(
            (
                "Khám sức khỏe, sáng 18/9: tạm gác lại, chờ báo.",
                "Khám sức khỏe, sáng 18/9: tạm hoãn, chờ báo.",
            ),
        ),
    ),
    Turn(
        name="not-at-that-place",
        says=("không ",),
        pattern=re.compile(
            r"\s{0,4}\(không\s+(?:còn\s+)?(?:họp|tổ chức|học|thi|tập)\s+(?:tại|ở)\s[^()]{2,60}\)"
            r"|\s{0,4}[,;]\s{0,4}(?:chứ\s+)?không\s+(?:phải\s+|(?:họp|tổ chức|học|thi|tập)\s+)?(?:tại|ở)"
            r"\s+[^,.;:\n\d][^,.;:\n]{2,60}"
            r"(?=[,.;\n]|$)(?<!mà)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Họp tổ 8h ngày 5/11: họp tại phòng A, không họp tại phòng B.",
                "Họp tổ 8h ngày 5/11: họp tại phòng A.",
            ),
            ("Làm việc tại xã Nghĩa Lạc (không họp ở Chi cục)", "Làm việc tại xã Nghĩa Lạc"),
        ),
    ),
    Turn(
        name="old-place-in-brackets",
        says=("(địa điểm ", "(phòng ", "(nơi họp "),
        pattern=re.compile(
            r"\s{0,4}\((?:địa điểm|phòng họp|phòng|nơi họp)(?: họp| tổ chức)? (?:cũ|trước đây|trước)\s*:?"
            r"\s[^()\n]{2,80}\)",
            re.IGNORECASE,
        ),
        plainly="",
        examples=(
            (
                "Họp tổ: 9h ngày 24/11, địa điểm mới: Nhà văn hóa (địa điểm cũ: phòng họp tầng 3)",
                "Họp tổ: 9h ngày 24/11, địa điểm mới: Nhà văn hóa",
            ),
        ),
    ),
    Turn(
        name="moved-to-a-place",
        says=("chuyển ", "đổi ", "dời "),
        pattern=re.compile(
            r"\b(?:chuyển|(?<!trao )(?<!thay )đổi|dời)\s+(?:(?:sang|qua|về|đến|vào)\s+"
            rf"|(?:từ)\s+(?P<old>{_PLACE}[^:;.\n]{{0,60}}?)\s+(?:sang|qua|về|đến|thành)\s+)(?={_PLACE})",
            re.IGNORECASE,
        ),
        plainly=lambda found, _: (
            f"chuyển địa điểm từ {found['old']} sang " if found["old"] else "chuyển địa điểm sang "
        ),
        examples=(
            (
                "Họp tổ (8h ngày 5/11): chuyển từ Hội trường tầng 2 sang phòng họp tầng 3",
                "Họp tổ (8h ngày 5/11): chuyển địa điểm từ Hội trường tầng 2 sang phòng họp tầng 3",
            ),
            (
                "Họp tổ: vẫn 8h ngày 5/11 nhưng đổi sang Nhà văn hóa",
                "Họp tổ: vẫn 8h ngày 5/11 nhưng chuyển địa điểm sang Nhà văn hóa",
            ),
        ),
    ),
    Turn(
        name="place-of-it-changed",
        says=("địa điểm ",),
        pattern=re.compile(
            r"^(?P<lead>[\W\d]{0,12})địa điểm\s+(?:(?:tổ chức|của)\s+)*(?P<what>[^:;\n]{5,120}?\d[^:;\n]{0,30}?)\s+"
            r"(?:được\s+)?"
            r"(?:đổi|chuyển(?! địa)|thay đổi|điều chỉnh|chuyển địa điểm)\s+từ\s+(?P<old>(?!\d|ngày|thứ|lúc|sáng"
            r"|chiều|tối)[^:;,\n]{3,80}?)"
            r"\s+(?:thành|sang|đến|về|qua)\s+(?=[^\W\d])",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<lead>\g<what>: chuyển địa điểm từ \g<old> sang ",
        examples=(
            (
                "Địa điểm lễ trao học bổng 14h ngày 10/11 đổi từ Phòng họp số 1 thành Hội trường",
                "lễ trao học bổng 14h ngày 10/11: chuyển địa điểm từ Phòng họp số 1 sang Hội trường",
            ),
        ),
        beside="từ ",
    ),
    Turn(
        # Where it is now stands below, or in the next sentence.
        name="place-changed-of-a-meeting",
        says=("địa điểm ",),
        pattern=re.compile(
            r"^[^:;\n\d]{0,90}?\b(?:thay đổi|chuyển|(?<!thay )đổi|điều chỉnh)\s+địa điểm\s+(?:"
            r"(?:tổ chức|diễn ra|của|họp"
            rf"(?=\s(?:cuộc|hội)))\s+)*(?P<what>(?:cuộc\s+)?{_OF_HEADS}[^:;.\n\d]{{3,120}}?\d[^;\n]{{0,40}}?)"
            r"(?:,?\s+(?:cụ thể\s+)?như sau)?(?=\s*(?:[.:]\s|[.:]?$))(?<!\ssang)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<what>",
        examples=(
            (
                "Ban Thường vụ thông báo thay đổi địa điểm tổ chức Hội nghị A lúc 14h00 ngày 15/4 như sau:",
                "Hội nghị A lúc 14h00 ngày 15/4:",
            ),
            (
                "Thay đổi địa điểm họp tổ lúc 14h00 ngày 15/4 từ Phòng 1 sang Phòng 2.",
                "Thay đổi địa điểm họp tổ lúc 14h00 ngày 15/4 từ Phòng 1 sang Phòng 2.",
            ),
        ),
        holds=lambda text, _: _ELSEWHERE.search(text) is None,
    ),
    Turn(
        # Nobody knows when: "xin được dời sang dịp khác vì lý do sức khỏe".
        name="to-another-time",
        says=(" khác", " thích hợp", " phù hợp", " thuận lợi"),
        pattern=re.compile(
            r"[,:]?\s+(?:(?:xin|được|phải|tạm|nay|sẽ)\s+){0,3}(?:dời|lùi|chuyển|hoãn|để|đổi)(?: lại)?"
            r"(?: (?:sang|vào|đến|qua|tới))?(?: một)?"
            r" (?:(?:dịp|thời gian|thời điểm|ngày|buổi|lúc) khác(?: (?:phù hợp|thích hợp|thuận lợi)(?: hơn)?)?"
            r"|(?:dịp|thời gian|thời điểm) (?:thích hợp|phù hợp|thuận lợi)(?: hơn)?)"
            r"(?:,? (?:vì|do) [^.;\n\d]{3,80})?(?:,? (?:thời gian )?(?:cụ thể )?(?:sẽ )?(?:có )?thông báo sau)?"
            r"(?=[.;\n]|$)",
            re.IGNORECASE,
        ),
        plainly=": tạm hoãn",
        examples=(
            (
                "Giao lưu với nhà thơ (tối 20/9) xin được dời sang dịp khác vì lý do sức khỏe.",
                "Giao lưu với nhà thơ (tối 20/9): tạm hoãn.",
            ),
            ("Họp chi bộ chiều 21/9 chuyển sang ngày khác", "Họp chi bộ chiều 21/9: tạm hoãn"),
            (
                "Tọa đàm ngày 23/9 tạm lùi sang thời điểm thích hợp, sẽ thông báo sau.",
                "Tọa đàm ngày 23/9: tạm hoãn.",
            ),
            ("Họp chuyển sang ngày khác: 21/9", "Họp chuyển sang ngày khác: 21/9"),
        ),
    ),
    Turn(
        # Nothing has changed yet: what stands above is firm, and this is no meeting.
        name="told-if-anything-changes",
        says=(
            "nếu có",
            "khi có",
            "hợp có",
            "nếu thay",
            "khi thay",
            "hợp thay",
            "nếu lịch",
            "hợp lịch",
            "hợp phát",
        ),
        beside="báo",
        pattern=re.compile(
            r"(?P<lead>^|[.;\n]\s*)[-–*+•(]*\s*(?:(?:lưu ý|ghi chú)\s*:?\s*)?(?:trong\s+)?(?:nếu"
            r"|khi|(?:các\s+)?trường hợp)\s"
            r"[^.;:\n\d]{0,70}?(?:thay đổi|điều chỉnh|phát sinh|đột xuất)\b[^.;:\n\d]{0,90}?\b(?:báo|thông tin)\b"
            r"[^.;:\n\d]{0,80}(?=[.;/]|$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        plainly=r"\g<lead>",
        examples=(
            ("Ngày 10/5: Bà B\nNếu có thay đổi sẽ thông báo sau.", "Ngày 10/5: Bà B\n."),
            ("Khi có thay đổi, Văn phòng sẽ thông báo sau", ""),
            (
                "Nếu thay đổi sang ngày 12/5 sẽ thông báo sau.",
                "Nếu thay đổi sang ngày 12/5 sẽ thông báo sau.",
            ),
        ),
    ),
)
