"""What the words of a group of clauses name: title, place, people, remarks; and what is only said beside it.

Times, brackets, place and people are cut out and the title is what is left (reference sections F.1 to F.4).
What is hard are brackets: each piece of one may tell of time, place or people, or be a remark, or belong to the
name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from calendars.layouts.labels import read_label
from calendars.layouts.words import fold
from calendars.reading.as_written import CLOCK
from calendars.reading.naming.people import find_people, is_leader, split_leader
from calendars.reading.naming.places import find_place, is_place, place_name
from calendars.reading.naming.titles import has_head, is_change, title_of
from calendars.reading.parts.grouping import Group, is_pure, rest_of
from calendars.reading.spans import (
    HOLE,
    Span,
    brackets,
    colon,
    filled,
    inside,
    quotations,
    tidy_holes,
    with_holes,
)
from calendars.reading.words import item_words
from calendars.when import Repeat

_LABEL = re.compile(r"(?:noi dung|thoi gian|cong viec|ve viec|hoat dong|v/v)(?:\s.{0,20})?")
_LENGTH_ONLY = re.compile(r"(?:trong\s+)?\d{1,2}(?:[,.]5)?\s*(?:ngay|buoi)")
_HOURS_ONLY = re.compile(  # they may have been read with the day before the name
    rf"(?:(?:từ|lúc)\s+)?{CLOCK}(?:\s*(?:[-–]|đến)\s*{CLOCK})?", re.IGNORECASE
)
_CITING = re.compile(
    r"\b(?:ke hoach|cong van|quyet dinh|thong bao|giay moi|nghi quyet|van ban)\s+(?:so\s*)?\d|\btheo\b|kem theo|^thay\b"
    r"|khong (?:thay )?doi|giu nguyen"
)
_DAY_INSIDE = re.compile(r"\bngay\s*\d{1,2}\b|\b\d{1,2}/\d{1,2}\b")
_ONLY_MEETS = re.compile(
    r"(?:(?:cuoc|phien|buoi) )?(?:hop|hoi y|giao ban|sinh hoat|lam viec)"
    r"(?: (?:phien )?(?:thuong ky|dinh ky|thuong le|hang thang|hang tuan|dot xuat|mo rong|cuoi thang|dau thang)"
    r"| (?:phien|ky|lan) (?:thu )?(?:\w{1,5}|\d{1,3}))*"
)
# Who does it: "Đoàn trường: trang trí sân khấu"; "Đoàn kiểm tra: ..." is what goes there.
_BODY = re.compile(
    r"(?:ban chap hanh |bch |ban thuong vu |btv )?(?:doan (?:truong|thanh nien|tncs.{0,20}|tn|khoa|co quan|xa|phuong"
    r"|khoi)|hoi (?:lien hiep .{0,20}|lhpn|phu nu|nong dan|cuu chien binh|ccb|chu thap do|sinh vien|khuyen hoc))"
    r"(?: (?:xa|phuong|huyen|truong|tinh|thon)(?: .{0,30})?)?"
)
# The word alone, perhaps with a number: "Cuộc họp thứ hai: tháo gỡ vướng mắc".
_ONLY_A_MEETING = re.compile(
    r"(?P<kind>(?:cuoc |buoi )?(?:phien(?: hop)?|hop|hoi nghi|hoi y))(?: (?:thu|so) (?:\d|nhat|hai|ba|tu))?"
)
LATER = ("thong bao", "giay moi", "lich", "du kien")
"""One of which stands in each of the words that say that more is told later."""
_SOME_WORDS = 3
_PART = re.compile(
    r"\b(?:buổi|lớp|nhóm|đợt|ca|khóa|khoá|phiên|bảng) (?:thứ |số )?(?:\d{1,2}|[IVX]+|nhất|hai|ba|tư)\s*$",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    r"\s*(?:\d|(?:tại|ở|nhà(?! hàng| trường| nước)|trung tâm|địa điểm|phòng|hội trường|sân|trụ sở|trường|tầng|đ/c"
    r"|đồng chí|do|dự kiến|cả|sáng|chiều|tối|hết|trong|từ|theo|kèm)\b)",
    re.IGNORECASE,
)
_SAYS_WHERE = re.compile(r"\s*(?:Địa điểm|Điểm|Nơi họp|ĐĐ|Đ/đ)\b")
# "ngày 20 hằng tháng tại nhà văn hóa, trừ tháng 7": the repeat has it, though other words stand between.
_BUT_FOR = re.compile(
    r"(?<=[\x00,)])\s*trừ\s+(?:các\s+)?(?:tháng|ngày|thứ|chủ nhật|dịp|tuần|lễ|tết)\b[^.;:()\x00]*",
    re.IGNORECASE,
)
_PREPARING = re.compile(r"chuan bi|\bmoi\b|tham muu|phoi hop|bao cao")


@dataclass(frozen=True, slots=True)
class Name:
    """What a group's words name: the title, the leader before the colon, the words right of it."""

    title: str
    leader: str | None = None
    right: str | None = None


_MOST_DETAILS = 8


def _told_place(clause: str) -> str | None:
    """The place that a clause of its own tells: "Địa điểm: Hội trường A", "Điểm tại phòng họp số 2 UBND huyện"."""
    label = read_label(clause)
    if label is not None and label.field == "location":
        return place_name(clause[label.end :]) or None
    place = find_place(clause)
    return place.name if place else None


def _says_who_meets(text: str) -> bool:
    """Whether words say who meets, and nothing of what for: "Ban Thường vụ họp"."""
    who, _, rest = split_leader(text)
    return who is not None and _ONLY_MEETS.fullmatch(fold(rest).strip(" .")) is not None


class Wording:
    """A group's words taken apart: times, brackets, place and people cut out, the title left."""

    def __init__(self, text: str, group: Group) -> None:
        self.location: str | None = None
        self.chair: str | None = None
        self.attendees: str | None = None
        self.prepared_by: str | None = None
        self.notes: list[str] = []
        begin = group.spans[0][0]
        first = group.spans[0]
        if len(group.spans) > 1:
            told = (span for span in group.spans if not is_pure(rest_of(text, span, group.readings)))
            first = next(told, first)
        self._main = self._cut(text, first, group)
        for span in group.spans[:_MOST_DETAILS]:
            if span != first:
                self._take_details(text, span, group)
        self.begin = begin

    def _cut(self, text: str, span: Span, group: Group) -> str:
        begin, end = span
        readings = [reading for reading in group.readings if begin <= reading.at[0] < end]
        cuts = [(a - begin, min(b, end) - begin) for a, b in (reading.at for reading in readings)]
        piece = text[begin:end].rstrip(" .;\n")
        holed = tidy_holes(with_holes(piece, [*cuts, *self._told_brackets(piece, cuts)]))
        people = find_people(holed)
        self.chair = self.chair or people.chair
        self.attendees = self.attendees or people.attendees
        self.prepared_by = self.prepared_by or people.prepared_by
        if people.cuts:
            holed = tidy_holes(with_holes(holed, people.cuts))
        if place := find_place(holed):
            self.location = self.location or place.name
            holed = tidy_holes(with_holes(holed, [place.at]))
        if "trừ " in holed and any(isinstance(reading.when, Repeat) for reading in readings):
            holed = tidy_holes(_BUT_FOR.sub(HOLE, holed))
        return self._without_remarks(holed)

    def _told_brackets(self, text: str, cuts: Sequence[Span]) -> Iterable[Span]:
        """The brackets that tell of time, place or people, to be cut; what they tell is kept, the rest is a note."""
        told_in = brackets(text)
        quoted = quotations(text) if told_in else []
        for begin, end in told_in:
            if inside(begin, quoted):
                continue
            inner = [(a - begin - 1, min(b, end) - begin - 1) for a, b in cuts if begin < a < end]
            content = text[begin + 1 : end].removesuffix(")")
            if not inner and _PART.search(text[:begin]) and not _SOMEWHERE.match(content):
                continue  # "Buổi 1 (nhà hàng, khách sạn)": for whom it is
            told, unknown = self._bracket(tidy_holes(with_holes(content, inner)))
            if _LENGTH_ONLY.fullmatch(fold(content).strip()) or _HOURS_ONLY.fullmatch(content.strip(" .;,")):
                yield begin, end
            elif inner or told or _CITING.search(fold(content)) or _DAY_INSIDE.search(fold(content)):
                if any(len(piece) > 2 for piece in unknown):
                    self.notes.append(
                        re.sub(r"\s+", " ", content).strip(" .;,") if inner else "; ".join(unknown)
                    )
                yield begin, end

    def _bracket(self, content: str) -> tuple[bool, list[str]]:
        """(whether a piece of a bracket was understood, the pieces that were not)."""
        told = False
        unknown: list[str] = []
        pieces = re.split(r"[;\x00]|,(?!\s*\d)", content)
        for piece in (piece.strip(" ,.:") for piece in pieces):
            if not piece:
                continue
            folded = fold(piece)
            people = find_people(piece + " ")
            bare_person = re.match(r"(?:đ/c|Đ/c|đồng chí|Đồng chí)\s+[^,;:]{2,40}$", piece)
            if item_words()["items.told_later"].match(folded):
                told = True
                if folded != "du kien":
                    self.notes.append(piece)
            elif people.cuts:
                told = True
                self.chair = self.chair or people.chair
                self.attendees = self.attendees or people.attendees
                self.prepared_by = self.prepared_by or people.prepared_by
            elif bare_person:
                told = True
                self.attendees = f"{self.attendees}, {piece}" if self.attendees else piece
            elif is_place(piece) or (
                re.match(r"(?:phong|hoi truong|diem cau|nha|tai)\b", folded) and not _PREPARING.search(folded)
            ):
                told = True
                if self.location is None:
                    self.location = place_name(piece)
            elif told and self.location is not None and item_words()["place.continues"].match(folded):
                self.location = f"{self.location}, {piece}"
            else:
                unknown.append(piece)
        return told, unknown

    def _without_remarks(self, text: str) -> str:
        folded = fold(text)
        if not any(map(folded.__contains__, LATER)):
            return text
        found = item_words()["items.told_later"].search(folded)
        if found and found.start() > 10 and found[0] != "du kien":
            self.notes.append(filled(text[found.start() :]))
            return text[: found.start()]
        return text

    def _take_details(self, text: str, span: Span, group: Group) -> None:
        """The clauses after the first: their place and people; other words are a note."""
        if _SAYS_WHERE.match(text, *span) and (where := _told_place(text[slice(*span)])):
            self.location = where
            return
        kept = len(self.notes)
        words = filled(self._cut(text, span, group))
        del self.notes[kept:]
        if words and self.location is None and is_place(words):
            self.location = place_name(words) or None
        elif words and len(self.notes) < 4:
            own = [reading for reading in group.readings if span[0] <= reading.at[0] < span[1]]
            if not is_pure(rest_of(text, span, own)):
                self.notes.append(words)

    def _take_leader(self, who: str | None, attends: bool) -> None:
        if who and attends:
            self.attendees = self.attendees or who
        elif who:
            self.chair = self.chair or who

    def _acted(self, text: str) -> Name:
        """The title of a sentence without its leaders; with them where it says only that they meet."""
        who, verb, rest = split_leader(text)
        self._take_leader(who, verb)
        return Name(title_of(text if who and _ONLY_MEETS.fullmatch(fold(rest).strip(" .")) else rest))

    def name(self) -> Name:
        """The title in the words that are left (reference section F.1, step 3)."""
        main = self._main
        place = colon(main)
        if place is None:
            return self._acted(filled(main))
        left, right = filled(main[:place]), filled(main[place + 1 :])
        if not right and (not is_leader(left) or _says_who_meets(left)):
            return self._acted(left)
        if not right:
            return Name("", left)
        if not left or _LABEL.fullmatch(fold(left)):
            inner = colon(right)
            labelled = inner is not None and _LABEL.fullmatch(fold(right[:inner]).strip())
            return self._acted(right[inner + 1 :].strip() if inner is not None and labelled else right)
        if _ONLY_MEETS.fullmatch(fold(right)):
            return Name(title_of(f"{left} {right}"), left if is_leader(left) else None, right)
        if is_leader(left):
            return Name(title_of(right), left, right)
        if is_place(right):
            self.location = self.location or place_name(right)
            return Name(title_of(left), None, right)
        if is_change(right):
            return Name(title_of(left), None, right)
        if (only := _ONLY_A_MEETING.fullmatch(fold(left))) and right.count(" ") >= _SOME_WORDS:
            kind = " ".join(left.split()[: only["kind"].count(" ") + 1])
            named = f"{kind}: {right[:1].lower()}{right[1:]}"
            return Name(title_of(named), None, right)
        held = has_head(left) and _BODY.fullmatch(fold(left)) is None
        if held or not has_head(right) or " " not in right:
            self.notes.insert(0, right) if held and len(right) > 2 else None
            return Name(title_of(left if held else f"{left}: {right}"), None, right)
        title = title_of(right)
        return Name(title if " " in title else title_of(left), None, right)
