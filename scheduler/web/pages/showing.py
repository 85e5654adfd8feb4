"""How values look on the pages: hours in a few letters, days, the words for what sort of thing something is."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from calendars.marks import Status
from calendars.phrasing import clock_words, date_text, hours_phrase, phrase, weekday_text
from calendars.when import Span, When, Window
from calendars.wording import straight
from scheduler.attempts import Delivered, Outcome
from scheduler.sentences import vietnamese
from scheduler.service.doubts import issue_words, reason_words
from scheduler.service.lunar import lunar_text
from scheduler.service.telling_words import about_words, outcome_name, state_words

SHORT_WEEKDAYS = {
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PARTS = {
    "vi": {"morning": "sáng", "noon": "trưa", "afternoon": "chiều", "evening": "tối", "night": "đêm"},
    "en": {"morning": "a.m.", "noon": "noon", "afternoon": "p.m.", "evening": "eve", "night": "night"},
}
CLASHES = {
    "vi": {"holiday": "ngày nghỉ", "weekday": "thứ và ngày không khớp"},
    "en": {"holiday": "a day off", "weekday": "weekday and date differ"},
}

CHANGES = {
    "added": "mới",
    "closed": "chốt ngày",
    "moved": "dời",
    "altered": "sửa",
    "continued": "tiếp tục",
    "cancelled": "huỷ",
    "ended": "kết thúc",
    "undone": "hoàn tác",
}
CHANNELS = {
    "vi": {
        "email": "Thư",
        "zalo_bot": "Zalo Bot",
        "zalo_oa": "Zalo OA",
        "webhook": "Webhook",
        "console": "Màn hình",
    },
    "en": {
        "email": "E-mail",
        "zalo_bot": "Zalo Bot",
        "zalo_oa": "Zalo OA",
        "webhook": "Webhook",
        "console": "Console",
    },
}
PROBLEMS = (
    (
        re.compile(r"no process has been sending reminders"),
        "không có tiến trình nào đang gửi tin nhắc. Trên máy chủ hãy chạy: sched up (hoặc sched run).",
    ),
    (
        re.compile(r"the oldest message that is due has waited (\d+) minutes"),
        "có tin đến hạn đã chờ {0} phút chưa gửi được; hãy xem trang Tin nhắc.",
    ),
    (re.compile(r"the channel (\S+) does not work: (.*)"), "kênh {0} không gửi được: {1}"),
)
DEEDS = {
    "login": "đăng nhập",
    "login-failed": "đăng nhập sai",
    "first-run": "tạo quản trị viên đầu tiên",
    "password-set": "đặt mật khẩu",
    "account-added": "thêm tài khoản",
    "account-changed": "sửa tài khoản",
    "link-made": "tạo đường dẫn đặt mật khẩu",
    "feed-made": "tạo địa chỉ lịch riêng",
    "feed-revoked": "thu hồi địa chỉ lịch riêng",
    "token-made": "tạo mã cho phần mềm",
    "token-removed": "xoá mã của phần mềm",
    "document-read": "đọc văn bản",
    "draft-released": "phát hành",
    "draft-discarded": "bỏ bản nháp",
    "proposal-accepted": "duyệt việc chờ xem lại",
    "proposal-rejected": "bỏ việc chờ xem lại",
    "release-undone": "hoàn tác đợt thay đổi",
    "person-added": "thêm người nhận",
    "person-changed": "sửa người nhận",
    "person-removed": "xoá người nhận",
    "person-exported": "tải dữ liệu của người nhận",
    "person-erased": "xoá hết dữ liệu cá nhân",
    "people-imported": "nhập danh sách người nhận",
    "telling-retried": "gửi lại tin",
    "telling-cancelled": "huỷ tin",
    "event-confirm": "chốt việc",
    "event-move": "dời việc",
    "event-cancel": "huỷ việc",
    "event-edit": "sửa việc",
}
"""What the audit log calls what was done."""
ROLES = {"reader": "Người đọc", "editor": "Biên tập", "approver": "Người duyệt", "administrator": "Quản trị"}
_ROLE_BEHIND = re.compile(rf"\(({'|'.join(ROLES)})\)$")


def filters(language: str, zone: ZoneInfo) -> dict[str, Callable[..., Any]]:
    """The filters of the templates, in a language; instants are shown in the zone."""

    def instant(at: datetime) -> str:
        local = at.astimezone(zone)
        return f"{clock_words(local.time(), language=language)} {date_text(local.date())}"

    def role_of(found: re.Match[str]) -> str:
        return f"({ROLES[found[1]]})"

    return {
        "when": lambda when, status=Status.CONFIRMED: capital(phrase(when, language=language, status=status)),
        "phrase": lambda when: phrase(when, language=language),
        "hours": lambda when: short_hours(when, language),
        "about": lambda title: about_words(title, language),
        "days_short": days_short,
        "problem": lambda sentence: problem_words(sentence) if language == "vi" else sentence,
        "change": lambda kind: CHANGES.get(kind, kind) if language == "vi" else kind,
        "channel": lambda kind: CHANNELS[language].get(kind, kind),
        "state": lambda state: state_words(state, language),
        "told": lambda reason: vietnamese(reason) if language == "vi" else reason,
        "outcome": lambda outcome: outcome_words(outcome, language),
        "issue": lambda issue: issue_words(issue, language),
        "reason": lambda code: reason_words(code, language),
        "megabytes": lambda size: megabytes(size, language),
        "percent": lambda share: f"{share:.0%}",
        "clash": lambda told: CLASHES[language].get(told, told),
        "hours_told": lambda when: hours_phrase(when.hours, language=language),
        "day": date_text,
        "day_short": lambda day: date_text(day, year=False),
        "weekday": lambda day: weekday_text(day, language=language),
        "weekday_short": lambda day: SHORT_WEEKDAYS[language][day.weekday()],
        "month": lambda day: month_name(day, language),
        "instant": instant,
        "lunar": lunar_text,
        "capital": capital,
        "webcal": lambda address: "webcal://" + address.partition("://")[2],
        "subject": lambda text: _ROLE_BEHIND.sub(role_of, text) if language == "vi" else text,
        "deed": lambda did: DEEDS.get(did, did) if language == "vi" else did.replace("-", " "),
        "passage": lambda text: " ".join(text.split()),
        "straight": straight,
    }


def megabytes(size: int, language: str) -> str:
    """Bytes as millions of them, to a tenth and never more than they are: "20", "0,3"."""
    text = f"{size // 100_000 / 10:g}"
    return text.replace(".", ",") if language == "vi" else text


def short_hours(when: When, language: str) -> str:
    """The clock times, else the part of the day that is told, else "" : "08h00–10h00", "chiều"."""
    hours = when.hours
    if hours.start is not None:
        end = f"–{clock_words(hours.end, language=language)}" if hours.end is not None else ""
        return clock_words(hours.start, language=language) + end
    if hours.end is not None:
        return f"…–{clock_words(hours.end, language=language)}"
    return PARTS[language].get(hours.part.value, "") if hours.part else ""


def outcome_words(outcome: Outcome, language: str) -> str:
    """What came of a try, with what the other side said."""
    name = type(outcome).__name__
    told = outcome.receipt if isinstance(outcome, Delivered) else outcome.reason
    if language == "vi":
        told = vietnamese(told)
    head = outcome_name(name, language)
    return f"{head}: {told}" if told else head


def problem_words(sentence: str) -> str:
    """What a person has to see to, in Vietnamese; the sentence itself where it has no other words."""
    for pattern, words in PROBLEMS:
        if found := pattern.match(sentence):
            return words.format(*(part or "" for part in found.groups()))
    return sentence


def days_short(when: When) -> str:
    """The days of a bar: "15/11–15/12"."""
    match when:
        case Span(first=first, last=None):
            return f"{date_text(first, year=False)}–"
        case Span(first=first, last=last) | Window(first=first, last=last) if last is not None:
            return f"{date_text(first, year=False)}–{date_text(last, year=False)}"
        case _:
            return ""


def month_name(day: date, language: str) -> str:
    """ "Tháng 11 năm 2026" or "November 2026"."""
    return f"Tháng {day.month} năm {day.year}" if language == "vi" else f"{MONTHS[day.month - 1]} {day.year}"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def week_name(at: date) -> str:
    """The week of a day as it stands in addresses: "2026-48"."""
    iso = at.isocalendar()
    return f"{iso.year}-{iso.week:02d}"
