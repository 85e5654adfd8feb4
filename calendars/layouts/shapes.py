"""What a short text looks like: a place, a person, a unit or a thing that is done.

Told by its first words (`words.toml`, table "shapes") and its length, to sort the cells of a table that lost
its grid and the lines below an item. It is a likelihood and no reading: "Phòng Tư pháp" is a unit, "Phòng họp
1" a place.
"""

import re

from calendars.layouts.timelabels import begins_with_clock, is_time_label
from calendars.layouts.words import fold, layout_words

# Without its marks "tặng 40 suất quà" looks like the 40th storey.
STOREY = (
    r"tang \d{1,2}(?![\d.]| (?:suat|phan|chiec|qua|xe|bo|the|em|ho|cay|con|trieu|bao|kg|may|hoc bong|cuon|bang|ngoi"
    r"|can|ao|thung|goi|tui|giay|si|lit|gia dinh|hoi vien|tre|nguoi|hoc sinh)\b)"
)
_ROOM = re.compile(
    rf"(?:phong|p)\.?\s*(?:hop|khach|so)?\s*\.?\s*[a-z]?\d|phong (?:hop|khach|truyen thong|tiep)|"
    rf"p\.?\s*hop\b|hoi truong|ht (?:tang|so) \d|ph tang|{STOREY}|lop \d{{1,2}}[a-z]\d?\b"
)
_OFFICE = re.compile(r"p\.(?!\s?hop\b)[a-z&]{2,9}(?!\w)")
_ACTS = re.compile(
    r"[:\d]|\b(?:hop|du|tiep|lam viec|giam sat|kiem tra|khao sat|tap huan|to chuc|di|tham|sinh hoat|giao ban|hoi nghi"
    r"|(?<!thuong )truc|nghi|tham tra|tong ket|so ket|thanh tra|tham dinh)\b"
)
_LENGTH = re.compile(r"\d{1,3} (?:ngay|tuan|thang)")
_ROLE_END = re.compile(r"\bchu tri\b|\bdu\b$")
_PART_START = re.compile(r"(?:buoi\s+)?(?:sang|chieu|toi|trua|ca ngay)\b\s*[(:,]")

_WHEN = re.compile(
    r"(?:truoc|cham nhat|muon nhat|han(?: cuoi)?|xong truoc|hoan thanh truoc|den het|khong muon hon|sau|ke tu|tu)\b"
    r"[:\s]+(?:\d|(?:ngay|thu|thang|cuoi|dau|sang|chieu|luc)\b).*"
    r"|(?:se )?(?:co )?thong bao (?:sau|rieng)|(?:tg|thoi gian) (?:se )?(?:thong bao|bao) sau"
    r"|theo (?:giay moi|lich|thong bao|thu moi|ke hoach|giay trieu tap)\b.*"
    r"|(?:(?:du kien|khoang|sang|chieu|toi|ca ngay)\s+)*"
    r"(?:thu\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|chua? nhat|ngay \d{1,2})\b"
    r"[\s,]*(?:(?:hang|moi|cac|tuan|thang|dau|cuoi|cung|tien)\b|[\d\s,;]|va\b)*"
    r"|(?:trong|suot|ca) (?:thang|tuan|quy)\b.{0,16}"
    r"|thuong xuyen|hang (?:ngay|tuan|thang)|dinh ky\b.{0,30}|dot xuat"
    r"|(?:nua )?(?:dau|giua|cuoi) (?:thang|tuan|quy)\b.{0,12}|(?:thuong|trung|ha) tuan\b.{0,16}",
)

# What stands in brackets behind a time: "Cuối tháng (sẽ thông báo sau)".
_REMARKED = re.compile(r"\s*\((?:se |du kien|co |thong bao|lich |thoi gian|gio |ngay )[^()]*\)?$")


def names_a_unit(folded: str) -> bool:
    """Whether a folded text begins with the kind of a body or an office, or with its letters ("P.KHTH")."""
    return layout_words()["shapes.units"].match(folded) is not None or _OFFICE.match(folded) is not None


def names_a_room(folded: str) -> bool:
    """Whether a folded text begins with the kind of a room or building at which things are held."""
    return _ROOM.match(folded) is not None or layout_words()["shapes.rooms"].match(folded) is not None


def tells_an_act(text: str) -> bool:
    """Whether a short text tells what somebody does or when, so that it is more than a name."""
    return _ACTS.search(fold(text)) is not None


def begins_with_act(text: str) -> bool:
    """Whether a text begins with what somebody does, or with a figure."""
    return _ACTS.match(fold(text)) is not None


def looks_like_place(text: str) -> bool:
    """A short text that begins as a place does."""
    folded = fold(text).strip(" -–+•*()")
    if len(folded) > 90 or begins_with_clock(text):
        return False
    if names_a_room(folded):
        return True
    if names_a_unit(folded) and not re.match(r"(?:phong hop|nha|trung tam|truong|vp|van phong)\b", folded):
        return False
    return layout_words()["shapes.places"].match_spelled(text.strip(" -–+•*()")) is not None


def looks_like_person(text: str) -> bool:
    """A short text that begins with a post or a form of address, or ends with "chủ trì"."""
    folded = fold(text).strip(" -–+•*()")
    if len(folded) > 110 or begins_with_clock(text):
        return False
    return layout_words()["shapes.persons"].match(folded) is not None or _ROLE_END.search(folded) is not None


def looks_like_time(text: str) -> bool:
    """A label of time, or a short text that says by when, how often, or that the time is told later."""
    folded = fold(text).strip(" -–+•*().;")
    if is_time_label(text):
        return True
    folded = _REMARKED.sub("", folded)
    return len(folded) < 60 and _WHEN.fullmatch(folded) is not None


def affinity(role: str, text: str) -> float:
    """How well a cell's text suits a column of that role; above 0 it does, below it does not."""
    folded = fold(text).strip()
    if role == "length":
        return (
            3.5 if _LENGTH.fullmatch(folded) else -5.0
        )  # "105 ngày", beside the day that is reckoned from it
    if role in ("time", "part", "day"):
        return 3.0 if looks_like_time(text) else -3.0
    if role in ("former", "changed"):
        untold = layout_words()["columns_of_changes.none"].match(folded) is not None
        return 3.0 if untold or looks_like_time(text) else -3.0
    if role == "number":
        return 3.0 if re.fullmatch(r"\d{1,3}\.?", folded) else -3.0
    if looks_like_time(text) or re.fullmatch(r"\d{1,3}\.?", folded):
        return -3.0
    person, place = looks_like_person(text), looks_like_place(text)
    room = _ROOM.match(folded) is not None
    unit = names_a_unit(folded)
    if role == "content":
        if begins_with_clock(text) or _PART_START.match(folded) or text.lstrip()[:1] in "+-–•":
            return 3.0
        return (
            (1.5 if len(text) > 38 else 0.3)
            - (1.5 if (person or place or unit) and len(text) < 60 else 0.0)
            - 2.0 * room
        )
    if role == "location":
        return 2.0 if room else 1.0 if place else 0.2 if unit and len(text) < 60 else -0.8
    if role == "chair":
        return 1.5 if person and not room else 0.4 if unit and not room else -0.6 - room
    if role == "prepared_by":
        return 1.2 if unit and not room else 0.1 if person else -0.4 - room
    if role == "attendees":
        return 0.8 if person or unit else 0.0
    return -0.2
