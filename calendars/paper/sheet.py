"""What stands on a sheet of paper: the letterhead, the title, a table or lists, the signature.

The form is that of Decree 30/2020/ND-CP, appendix I. What an office has not said is left as a dotted blank to be filled
in by hand. How it looks is left to `word` and `page`.
"""

from dataclasses import dataclass
from datetime import date

from calendars.marks import Category
from calendars.phrasing import date_text

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Who issues and signs. superior: the office above; number, place, signed: as they stand in the heading.

    authority: on whose behalf is signed ("TM. BAN THƯỜNG VỤ"); post and signatory: who signs; distribution: to whom.
    """

    issuer: str
    superior: str | None = None
    number: str | None = None
    place: str | None = None
    signed: date | None = None
    authority: str | None = None
    post: str | None = None
    signatory: str | None = None
    distribution: tuple[str, ...] = ()

    @property
    def number_line(self) -> str:
        """ "Số: 41/CTr-VP", with a blank where there is no number yet."""
        return f"Số: {self.number or '......../........'}"

    @property
    def date_line(self) -> str:
        """ "An Sơn, ngày 30 tháng 10 năm 2023", with blanks for what is not known."""
        if self.signed is None:
            return f"{self.place or '................'}, ngày ..... tháng ..... năm ........."
        day, month = date_text(self.signed, year=False).split("/")
        return f"{self.place or '................'}, ngày {day} tháng {month} năm {self.signed.year}"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of a schedule: when (day and hour), what, where, who."""

    day: str
    hours: str
    content: str
    location: str
    chair: str
    attendees: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells after that of the day."""
        return self.hours, self.content, self.location, self.chair, self.attendees


@dataclass(frozen=True, slots=True)
class Schedule:
    """A table by days; rows of one day stand together."""

    rows: tuple[Row, ...]

    @property
    def days(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """The rows of each day in order: their day cell is one."""
        found: list[tuple[str, list[Row]]] = []
        for row in self.rows:
            if not found or found[-1][0] != row.day:
                found.append((row.day, []))
            found[-1][1].append(row)
        return tuple((day, tuple(rows)) for day, rows in found)


HEADINGS = ("Thứ, ngày", "Giờ", "Nội dung", "Địa điểm", "Chủ trì", "Thành phần")


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a programme and its items."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole sheet. title: its lines; wide: laid across; empty: what is said where nothing is on the calendar."""

    letterhead: Letterhead
    title: tuple[str, ...]
    body: tuple[Schedule | Section, ...]
    wide: bool = False
    closing: str | None = None


def as_announced(title: str, category: Category) -> str:
    """The title as a programme announces it: a commemorated day is named as one, else it would pass for a meeting."""
    if category is not Category.OBSERVANCE or "kỷ niệm" in title.casefold():
        return title
    return f"Kỷ niệm {title}"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
