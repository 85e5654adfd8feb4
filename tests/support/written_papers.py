"""Papers of an invented office, written out as clerks write them, for tests that let chance choose what they say."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

YEAR = 2026
MONTHS = (10, 11, 12)
TITLES = (
    "Giao ban Thường trực Hội",
    "Họp Ban Chấp hành mở rộng",
    "Hội nghị biểu dương điển hình tiên tiến",
    "Tiếp công dân định kỳ",
    "Tập huấn kỹ năng số",
    "Khảo sát mô hình khởi nghiệp xanh",
)
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Năm", "thứ Sáu")
PARTS = ("Sáng", "Chiều")


@dataclass(frozen=True)
class Item:
    """A line of a programme: what, and when in words."""

    title: str
    told: str

    def __str__(self) -> str:
        return f"{self.title}: {self.told}."


def day_words(day: date, hour: int | None = None) -> str:
    """A day as a paper says it, with an hour where there is one."""
    return f"{hour}h00, ngày {day:%d/%m/%Y}" if hour else f"ngày {day:%d/%m/%Y}"


def days_of(month: int) -> st.SearchStrategy[date]:
    """The days of a month, up to its twenty-sixth."""
    return st.integers(1, 26).map(lambda number: date(YEAR, month, number))


def times_of(month: int) -> st.SearchStrategy[str]:
    """What a monthly programme may say of time."""
    days = days_of(month)
    return st.one_of(
        st.builds(day_words, days, st.sampled_from([None, 8, 14])),
        st.builds(
            lambda part, weekday: f"{part} {weekday} hằng tuần",
            st.sampled_from(PARTS),
            st.sampled_from(WEEKDAYS),
        ),
        days.map(lambda day: f"từ {day_words(day)} đến {day_words(day + timedelta(days=2))}"),
        days.map(lambda day: f"ngày {day.day:02} và ngày {day.day + 1:02}/{day:%m/%Y}"),
        st.sampled_from(("thượng tuần", "trung tuần", "hạ tuần")).map(
            lambda third: f"dự kiến {third} tháng {month}/{YEAR}"
        ),
        st.just("ngày 15 hằng tháng"),
        st.just("thời gian cụ thể sẽ thông báo sau"),
    )


@st.composite
def programmes(draw: st.DrawFn) -> str:
    """A monthly programme: two to five different matters, each with its time."""
    month = draw(st.sampled_from(MONTHS))
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=4, unique=True))
    items = [Item(title, draw(times_of(month))) for title in titles]
    number = draw(st.integers(10, 99))
    return monthly(month, number, items)


def monthly(month: int, number: int, items: list[Item]) -> str:
    """The programme of a month as text."""
    issued = date(YEAR, month, 1) - timedelta(days=3)
    numbered = "\n\n".join(f"{place}. {item}" for place, item in enumerate(items, 1))
    return (
        f"{_letterhead(f'{number}/CTr-BTV', issued)}CHƯƠNG TRÌNH\nCông tác tháng {month} năm {YEAR}\n\n"
        f"I. CÁC HỘI NGHỊ, CUỘC HỌP TRONG THÁNG\n\n{numbered}\n"
    )


@st.composite
def notices(draw: st.DrawFn) -> str:
    """A notice that moves a meeting from one day to another."""
    month = draw(st.sampled_from(MONTHS))
    title = draw(st.sampled_from(TITLES))
    old, new = draw(days_of(month)), draw(days_of(month))
    number = draw(st.integers(10, 99))
    return (
        f"{_letterhead(f'{number}/TB-BTV', date(YEAR, month, 1))}THÔNG BÁO\nThay đổi lịch họp\n\n"
        f"1. {title} dự kiến {day_words(old)} chuyển sang {day_words(new, draw(st.sampled_from([8, 14])))}.\n"
    )


def _letterhead(number: str, issued: date) -> str:
    return (
        "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBAN THƯỜNG VỤ TỈNH ĐÔNG LĨNH\n***\n"
        f"Số: {number}\nĐông Lĩnh, ngày {issued.day:02} tháng {issued.month:02} năm {issued.year}\n\n"
    )


def foreign_calendar(events: dict[str, tuple[str, date, int]]) -> bytes:
    """Somebody else's calendar: by UID a title, a day and an hour."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elsewhere//EN"]
    for uid, (title, day, hour) in sorted(events.items()):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20260901T000000Z",
            f"DTSTART;TZID=Asia/Ho_Chi_Minh:{day:%Y%m%d}T{hour:02}0000",
            f"SUMMARY:{title}",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


FOREIGN = st.dictionaries(
    st.sampled_from(["a@elsewhere", "b@elsewhere", "c@elsewhere"]),
    st.tuples(st.sampled_from(["Họp báo", "Hội thảo khoa học"]), days_of(11), st.sampled_from([8, 14])),
)
