"""What stands in the outbox, in the words of a reader: what a message is about, how it stands, what came of a try.

The pages and the command line say the same; why something was not sent is a sentence, put into Vietnamese by
`scheduler.sentences`.
"""

import re

_STATES = {
    "pending": "chờ gửi",
    "leased": "đang gửi",
    "sent": "đã gửi",
    "failed": "không gửi được",
    "dropped": "không cần gửi",
    "held": "chờ hỏi lại",
    "cancelled": "đã huỷ",
}
_OUTCOMES = {
    "Delivered": "đã nhận",
    "Deferred": "chưa nhận, sẽ thử lại",
    "Uncertain": "không rõ đã đến chưa",
    "Refused": "bị từ chối",
    "Halted": "kênh cần người sửa",
}
_ABOUT = (
    (re.compile(r"change-(\d+)"), "Lịch thay đổi (đợt {0})", "Changes (release {0})"),
    (re.compile(r"monthly-.*"), "Lịch cả tháng", "The month"),
    (re.compile(r"weekly(?:-.*)?"), "Lịch cả tuần", "The week"),
    (re.compile(r"daily(?:-.*)?"), "Lịch trong ngày", "The day"),
    (re.compile(r"(?:channel-)?halt(?:ed)?-.*"), "Kênh gửi ngừng hoạt động", "A channel has stopped"),
)


def about_words(title: str, language: str) -> str:
    """What a telling is about: the event's title, or for one about several, in words what kind it is."""
    for pattern, vietnamese, english in _ABOUT:
        if found := pattern.fullmatch(title):
            return (vietnamese if language == "vi" else english).format(*found.groups())
    return title


def state_words(state: str, language: str) -> str:
    """How a telling stands."""
    return _STATES.get(state, state) if language == "vi" else state


def outcome_name(name: str, language: str) -> str:
    """What came of a try, by the name of its outcome."""
    return _OUTCOMES[name] if language == "vi" else name.lower()
