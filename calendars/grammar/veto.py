"""The contract of a veto: why a reading is none, by what stands before it and behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from calendars.grammar.rule import Context
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
