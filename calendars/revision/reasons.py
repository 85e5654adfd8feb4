"""Why a change was found, or a question is asked: short stable codes, and their words for a reader.

A code may carry a value after a colon ("title-like:0.86"). Scripts read the codes, people the words.
"""

_WORDS: dict[str, tuple[str, str]] = {
    "title-same": ("tên giống nhau", "the same title"),
    "title-like": ("tên gần giống ({value})", "a like title ({value})"),
    "same-time": ("cùng thời gian", "the same time"),
    "same-day": ("cùng ngày", "the same day"),
    "within-window": ("ngày nằm trong khoảng dự kiến", "the day is within the window"),
    "near-window": ("ngày sát khoảng dự kiến", "the day is close to the window"),
    "same-period": ("cùng kỳ chương trình", "within the same programme period"),
    "moved-since": ("đã chuyển ngày sau văn bản này", "it has been moved since this document"),
    "moved-from": ("văn bản nói là chuyển từ {value}", "the document says that it is moved from {value}"),
    "same-document": ("chính văn bản này đã đưa lên lịch", "this very document put it on the calendar"),
    "taken-before": (
        "văn bản đã được đưa lên lịch, riêng mục này thì chưa",
        "imported before, but not this entry",
    ),
    "time-open": ("thời gian trước đây còn để mở", "the time was still open"),
    "same-pattern": ("cùng lịch lặp", "the same pattern"),
    "other-pattern": ("lịch lặp thay đổi", "the pattern changes"),
    "earlier-days": (
        "là các buổi trước đây của lịch họp định kỳ",
        "the earlier days of the standing meeting",
    ),
    "occurrence": ("là một buổi của lịch họp định kỳ {value}", "one day of the standing meeting ({value})"),
    "occurrence-moved": (
        "buổi họp định kỳ ngày {value} chuyển ngày",
        "the standing meeting of {value} is moved",
    ),
    "part-of": ("là ngày {value} của việc kéo dài nhiều ngày", "the {value} of what lasts several days"),
    "old-time": ("đúng thời gian cũ nêu trong thông báo", "the old time that the notice names"),
    "cited": ("văn bản được viện dẫn số {value}", "the cited document {value}"),
    "only-one": ("chỉ có một cuộc họp như vậy trong sáu tuần", "the only such meeting within six weeks"),
    "new": ("chưa có trên lịch", "not on the calendar so far"),
    "answered": ("theo lựa chọn của người duyệt", "as the reviewer chose"),
    "postponed": ("hoãn, thời gian mới thông báo sau", "postponed, the new time is to be told"),
    "not-named": ("chương trình mới không còn nêu", "the later programme no longer names it"),
    "replaced": ("văn bản trước được thay thế", "the earlier document is replaced"),
    "corrected": ("bản sửa của cùng văn bản", "the same document, corrected"),
    "no-longer-named": (
        "bản sửa của cùng văn bản không còn nêu",
        "the same document, corrected, no longer names it",
    ),
    "superseded": (
        "đã có bản ban hành sau của cùng văn bản",
        "the same document has been issued again later",
    ),
    "hand-outranks": (
        "đã sửa tay ngày {value}, sau văn bản này",
        "changed by hand on {value}, after this document",
    ),
    "later-document": ("văn bản sau ({value}) đã quy định", "a later document ({value}) has spoken of it"),
    "said-twice": ("nêu hai lần trong cùng văn bản", "said twice in the document"),
    "calendar-names": ("lịch được nhập nêu việc này", "the imported calendar names it"),
    "same-uid": ("cùng mã UID", "the same UID"),
    "calendar-no-longer-names": (
        "lịch được nhập không còn nêu việc này",
        "the imported calendar no longer names it",
    ),
    "by-hand": ("sửa tay", "changed by hand"),
    # questions
    "two-fit": ("nhiều hơn một cuộc họp phù hợp", "more than one event fits"),
    "barely-alike": ("tên chỉ giống một phần", "the titles are only partly alike"),
    "other-words": ("tên gần giống nhưng khác chữ", "the titles are alike, yet each has words of its own"),
    "far-in-time": ("thời gian cách xa", "the times are far apart"),
    "unsaid-move": ("khác ngày nhưng văn bản không nói là chuyển", "another day, yet no word of a move"),
    "hand-cancelled": (
        "đã huỷ bằng tay ngày {value}, văn bản này lại nêu",
        "cancelled by hand on {value}, and this document names it again",
    ),
    "nothing-found": ("không tìm thấy cuộc họp cần sửa", "the meeting to be changed was not found"),
}


def in_words(code: str, language: str = "vi") -> str:
    """The words of a reason in a language ("vi" or "en"); an unknown code is shown as it is."""
    name, _, value = code.partition(":")
    pair = _WORDS.get(name)
    return code if pair is None else pair[language == "en"].format(value=value)


def reason(name: str, value: object = "") -> str:
    """The code of a reason; KeyError for a name that has no words."""
    _WORDS[name]
    return f"{name}:{value}" if value != "" else name
