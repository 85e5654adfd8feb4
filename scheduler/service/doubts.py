"""What is in doubt, and why something was found, in words for the clerk: codes stay for scripts, people read these.

A code has one sentence here, or, where the values in its detail matter, one in `sentences.tsv`. A listing loads this
where something in it is in doubt, so what is slow to load waits until it is needed.
"""

import re

from calendars.marks import Issue
from scheduler.sentences import vietnamese

BY_CODE = {
    "weekday-conflict": "Thứ và ngày không khớp nhau.",
    "no-such-date": "Ngày này không có trong lịch.",
    "outside-period": "Ngày nằm ngoài kỳ của văn bản.",
    "guessed-period": "Văn bản không nêu rõ kỳ; kỳ được suy từ nội dung.",
    "no-period": "Văn bản không nêu kỳ (tháng, tuần) nào.",
    "no-entries": "Không đọc được việc nào trong văn bản.",
    "no-text": "Văn bản không có chữ.",
    "observance-date": "Ngày kỷ niệm ghi khác với ngày thường lệ.",
    "ocr-repair": "Chữ do máy nhận dạng từ ảnh, đã được sửa lại cho đúng dạng.",
    "rule-not-understood": "Cách lặp lại chưa được hiểu.",
    "several-times-a-day": "Có nhiều giờ khác nhau trong một ngày.",
    "short-title": "Tên việc quá ngắn.",
    "told-twice": "Việc này được nêu hai lần.",
    "undated": "Chưa rõ thời gian.",
    "unmatched-change": "Không tìm thấy việc cần thay đổi.",
    "no-longer-named": "Bản sửa của cùng văn bản không còn nêu việc này.",
    "floating-time": "Giờ không kèm múi giờ; lấy theo giờ của cơ quan.",
    "end-ignored": "Giờ kết thúc trước giờ bắt đầu hoặc khác loại, nên bỏ qua.",
    "two-ends": "Giờ kết thúc và thời lượng nói khác nhau; giữ giờ kết thúc.",
    "anchor-unknown": "Chưa rõ tính thời gian từ ngày nào.",
    "day-unknown": "Văn bản nêu nhịp lặp lại, không nêu ngày nào.",
    "weekday-alone": "Có thứ mà không có ngày: hằng tuần, hay một ngày trong kỳ?",
    "short-month": "Có tháng không có ngày này; thường hiểu là ngày cuối tháng.",
    "incomplete-date": "Ngày ghi thiếu tháng hoặc năm, văn bản không đủ để suy ra.",
    "no-such-hour": "Giờ ghi không có trên đồng hồ; giờ còn để ngỏ.",
    "hour-doubtful": "Giờ không kèm buổi, có thể là giờ chiều.",
    "not-taken": "Có nêu thời gian nhưng chưa thành việc nào.",
    "document": "Tệp đọc được chưa trọn vẹn.",
}


PASSED_OVER = {
    "adjective": "tính từ",
    "age": "tuổi",
    "article": "điều khoản",
    "birth": "ngày sinh",
    "blank-date": "ngày để trống",
    "citation": "văn bản được viện dẫn",
    "count": "số lượng",
    "cut-off": "mốc tính số liệu",
    "gloss": "ngày dương lịch ghi kèm",
    "history": "sự kiện lịch sử",
    "homograph": "chữ trùng mặt",
    "issue-date": "ngày ban hành",
    "name": "tên riêng",
    "number": "con số",
    "occasion": "dịp kỷ niệm trong tên việc",
    "ordinal": "số thứ tự",
    "past": "việc đã qua",
    "rate": "nhịp độ",
    "ratio": "tỷ lệ",
    "stamp": "dấu văn thư",
    "standing": "việc thường xuyên",
    "telephone": "số điện thoại",
    "term": "nhiệm kỳ, giai đoạn",
    "topic": "chủ đề",
    "validity": "thời hạn hiệu lực",
}
"""Why what looks like a time was passed over (`grammar.rule.NoTime`), in Vietnamese."""


def passed_over(reason: str, language: str) -> str:
    """Why something was no time, for the reader; in English the code says it."""
    return PASSED_OVER.get(reason, reason) if language == "vi" else reason


def issue_words(issue: Issue | str, language: str) -> str:
    """What an issue says to the reader. A text is one as it was kept: "code: detail"."""
    code, _, detail = str(issue).partition(": ")
    if language != "vi":
        return detail or code
    if code == "document" and detail:
        return vietnamese(detail)
    told = BY_CODE.get(code)
    return told or (vietnamese(detail) if detail else code)


_BETWEEN_CODES = re.compile(r"; (?=[a-z]+(?:-[a-z]+)*(?:[:;]|$))")
"""The detail of an issue may hold a semicolon itself."""
_TO_BE_APPROVED = ", to be approved"


def reason_words(code: str, language: str) -> str:
    """Why a change was found, or something is asked. Several codes may stand in one text, parted by "; "."""
    # It brings in what compares titles.
    from calendars.revision.reasons import in_words  # noqa: PLC0415

    if code.endswith(_TO_BE_APPROVED):
        # Nothing in particular is in doubt: little confidence, or an office that approves everything.
        return "Cần người duyệt." if language == "vi" else "To be approved."
    return "; ".join(
        in_words(part, "vi" if language == "vi" else "en")
        if ": " not in part
        else issue_words(part, language).removesuffix(".")
        for part in _BETWEEN_CODES.split(code)
    )
