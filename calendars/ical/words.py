"""The words of feeds, a table for each language. Those with braces are filled by `str.format`."""

from dataclasses import dataclass

from calendars.conflicts import ConflictKind
from calendars.marks import Category
from calendars.times import DayPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's words for feeds. Those with braces are filled by `str.format`."""

    tentative: str
    cancelled: str
    postponed: str
    deadline: str
    deadline_begins: str
    categories: dict[Category, str]
    parts: dict[DayPart, str]
    part_only: str
    until_clock: str
    by_clock: str
    end_open: str
    window: str
    span: str
    moment: str
    last_open: str
    chair: str
    attendees: str
    prepared_by: str
    source: str
    by_hand: str
    issued: str
    passage: str
    page: str
    line: str
    cell: str
    clash: str
    perhaps: str
    clashes: dict[ConflictKind, str]
    holiday: str
    wrong_weekday: str
    more_clashes: str


VIETNAMESE = Words(
    tentative="(Dự kiến)",
    cancelled="(Hủy)",
    postponed="(Hoãn)",
    deadline="Hạn:",
    deadline_begins="hạn",
    categories={
        Category.MEETING: "Cuộc họp",
        Category.OBSERVANCE: "Ngày kỷ niệm",
        Category.DEADLINE: "Thời hạn",
    },
    parts={
        DayPart.MORNING: "buổi sáng",
        DayPart.NOON: "buổi trưa",
        DayPart.AFTERNOON: "buổi chiều",
        DayPart.EVENING: "buổi tối",
        DayPart.NIGHT: "ban đêm",
        DayPart.ALL_DAY: "cả ngày",
    },
    part_only="Thời gian: {part}, giờ chưa nêu",
    until_clock="Thời gian: đến {clock}, giờ bắt đầu chưa nêu",
    by_clock="Hạn cuối: {clock}",
    end_open="Bắt đầu lúc {clock}, giờ kết thúc chưa nêu",
    window="Thời gian: một ngày trong khoảng {first} – {last}, ngày cụ thể sẽ thông báo sau",
    span="Thời gian: từ {first} đến {last}",
    moment="{hour} ngày {day}",
    last_open="Thời gian: từ {first}, ngày kết thúc chưa nêu",
    chair="Chủ trì: {text}",
    attendees="Thành phần: {text}",
    prepared_by="Chuẩn bị: {text}",
    source="Nguồn: {text}",
    by_hand="Nguồn: nhập trực tiếp",
    issued="ngày {day}",
    passage="Trích: “{text}”{place}",
    page="trang {number}",
    line="dòng {number}",
    cell="ô {name}",
    clash="⚠ Trùng lịch {days}: “{title}” ({what})",
    perhaps="⚠ Có thể trùng lịch {days}: “{title}” ({what})",
    clashes={
        ConflictKind.SAME_CHAIR: "cùng người chủ trì: {detail}",
        ConflictKind.SAME_GROUP: "cùng thành phần: {detail}",
        ConflictKind.SAME_ROOM: "cùng địa điểm: {detail}",
        ConflictKind.STANDING_MEETING: "với buổi họp định kỳ",
        ConflictKind.SAME_DAY: "cùng ngày",
    },
    holiday="⚠ Rơi vào ngày nghỉ: {days}",
    wrong_weekday="⚠ Thứ và ngày nêu trong văn bản không khớp nhau: {days}",
    more_clashes="⚠ Còn trùng với {count} việc khác",
)

ENGLISH = Words(
    tentative="(Tentative)",
    cancelled="(Cancelled)",
    postponed="(Postponed)",
    deadline="Due:",
    deadline_begins="due",
    categories={
        Category.MEETING: "Meeting",
        Category.OBSERVANCE: "Observance",
        Category.DEADLINE: "Deadline",
    },
    parts={
        DayPart.MORNING: "morning",
        DayPart.NOON: "noon",
        DayPart.AFTERNOON: "afternoon",
        DayPart.EVENING: "evening",
        DayPart.NIGHT: "night",
        DayPart.ALL_DAY: "all day",
    },
    part_only="Time: {part}, hour not stated",
    until_clock="Time: until {clock}, beginning not stated",
    by_clock="Due by {clock}",
    end_open="Begins at {clock}, end not stated",
    window="Time: one day between {first} and {last}, to be announced",
    span="Time: from {first} to {last}",
    moment="{hour} on {day}",
    last_open="Time: from {first}, last day not stated",
    chair="Chair: {text}",
    attendees="Attendees: {text}",
    prepared_by="Prepared by: {text}",
    source="Source: {text}",
    by_hand="Source: entered by hand",
    issued="{day}",
    passage="Passage: “{text}”{place}",
    page="page {number}",
    line="line {number}",
    cell="cell {name}",
    clash="⚠ Clashes on {days}: “{title}” ({what})",
    perhaps="⚠ May clash on {days}: “{title}” ({what})",
    clashes={
        ConflictKind.SAME_CHAIR: "the same chair: {detail}",
        ConflictKind.SAME_GROUP: "the same group: {detail}",
        ConflictKind.SAME_ROOM: "the same place: {detail}",
        ConflictKind.STANDING_MEETING: "with the standing meeting",
        ConflictKind.SAME_DAY: "the same day",
    },
    holiday="⚠ Falls on a day off: {days}",
    wrong_weekday="⚠ The document's weekday contradicts its date: {days}",
    more_clashes="⚠ Clashes with {count} more",
)


def words_of(language: str) -> Words:
    """The words of "en" for "en", else the Vietnamese."""
    return ENGLISH if language == "en" else VIETNAMESE
