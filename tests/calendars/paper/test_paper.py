"""The week's schedule and the month's programme on paper: what stands there, how it looks, and that it reads back."""

import io
import zipfile
from datetime import date, time

import docx
import pytest
from docx.shared import Pt
from sample_events import AFTERNOON, FRIDAYS, event

from calendars.documents import read_documents
from calendars.events import Override, occurrences_between
from calendars.marks import Category, Status
from calendars.paper import (
    Letterhead,
    Paper,
    Schedule,
    Section,
    monthly_paper,
    to_docx,
    to_html,
    weekly_paper,
)
from calendars.paper.sheet import Row
from calendars.programme import Kind
from calendars.reading import read_programme
from calendars.recurrence import Recurrence
from calendars.times import DayPart, DaySpan, iso_week_span, month_span
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, Window, with_hours

HEAD = Letterhead(
    superior="UBND tỉnh An Sơn",
    issuer="Văn phòng tỉnh An Sơn",
    number="41/CTr-VP",
    place="An Sơn",
    signed=date(2023, 10, 30),
    authority="TL. CHỦ TỊCH",
    post="CHÁNH VĂN PHÒNG",
    signatory="Nguyễn Thị Mai",
    distribution=("Các phòng, ban",),
)
WEEK, MONTH = iso_week_span(2023, 47), month_span(2023, 11)


def titled(title, when, **fields):
    return event(when, title=title, uid=title, **fields)


GIAO_BAN = titled(
    "Họp giao ban cơ quan",
    Repeat(FRIDAYS, AFTERNOON),
    location="Phòng họp số 2",
    chair="Chánh Văn phòng",
    attendees="Lãnh đạo các phòng",
)
EVENTS = (
    titled("Ngày Nhà giáo Việt Nam", Day(date(2023, 11, 20)), category=Category.OBSERVANCE),
    titled(
        "Hội nghị sơ kết công tác dân vận",
        Day(date(2023, 11, 21), Hours(time(8), time(11, 30))),
        location="Hội trường UBND tỉnh",
    ),
    titled("Làm việc với Sở Nội vụ về biên chế", Day(date(2023, 11, 21), Hours(start=time(14)))),
    titled("Tập huấn nghiệp vụ văn thư", Span(date(2023, 11, 22), date(2023, 11, 23))),
    titled(
        "Họp Ban Chỉ đạo cải cách hành chính",
        Day(date(2023, 11, 23), Hours(part=DayPart.MORNING)),
        status=Status.TENTATIVE,
    ),
    titled(
        "Hội nghị tổng kết phong trào thi đua",
        Window(date(2023, 11, 21), date(2023, 11, 30)),
        status=Status.TENTATIVE,
    ),
    titled("Gửi báo cáo công tác tháng 11 về Văn phòng", Day(date(2023, 11, 24)), category=Category.DEADLINE),
    titled("Đoàn giám sát của Hội đồng nhân dân", Day(date(2023, 11, 22)), status=Status.CANCELLED),
    GIAO_BAN,
)
WEEKLY = weekly_paper(occurrences_between(EVENTS, WEEK), WEEK, HEAD)
MONTHLY = monthly_paper(EVENTS, MONTH, HEAD)


def test_the_rows_of_a_week():
    (schedule,) = WEEKLY.body
    assert schedule == Schedule(
        (
            Row("Thứ Hai, ngày 20/11/2023", "", "Kỷ niệm Ngày Nhà giáo Việt Nam", "", "", ""),
            Row("Dự kiến hạ tuần tháng 11/2023", "", "Hội nghị tổng kết phong trào thi đua", "", "", ""),
            Row(
                "Thứ Ba, ngày 21/11/2023",
                "08h00 - 11h30",
                "Hội nghị sơ kết công tác dân vận",
                "Hội trường UBND tỉnh",
                "",
                "",
            ),
            Row("Thứ Ba, ngày 21/11/2023", "14h00", "Làm việc với Sở Nội vụ về biên chế", "", "", ""),
            Row("Từ ngày 22/11 đến ngày 23/11/2023", "", "Tập huấn nghiệp vụ văn thư", "", "", ""),
            Row(
                "Dự kiến thứ Năm, ngày 23/11/2023", "Sáng", "Họp Ban Chỉ đạo cải cách hành chính", "", "", ""
            ),
            Row(
                "Chậm nhất thứ Sáu, ngày 24/11/2023",
                "",
                "Gửi báo cáo công tác tháng 11 về Văn phòng",
                "",
                "",
                "",
            ),
            Row(
                "Thứ Sáu, ngày 24/11/2023",
                "Chiều",
                "Họp giao ban cơ quan",
                "Phòng họp số 2",
                "Chánh Văn phòng",
                "Lãnh đạo các phòng",
            ),
        )
    )
    assert WEEKLY.title == ("LỊCH CÔNG TÁC TUẦN 47", "(Từ ngày 20/11/2023 đến ngày 26/11/2023)")


def test_the_items_of_a_month():
    assert MONTHLY.body == (
        Section(
            "I. CÁC NGÀY KỶ NIỆM TRONG THÁNG", ("Kỷ niệm Ngày Nhà giáo Việt Nam: Thứ Hai, ngày 20/11/2023.",)
        ),
        Section(
            "II. CÁC HỘI NGHỊ, CUỘC HỌP TRONG THÁNG",
            (
                (
                    "Họp giao ban cơ quan: Chiều thứ Sáu hằng tuần, tại Phòng họp số 2. "
                    "Chủ trì: Chánh Văn phòng. Thành phần: Lãnh đạo các phòng."
                ),
                "Hội nghị sơ kết công tác dân vận: 08h00 - 11h30, thứ Ba, ngày 21/11/2023, tại Hội trường UBND tỉnh.",
                "Hội nghị tổng kết phong trào thi đua: Dự kiến hạ tuần tháng 11/2023.",
                "Làm việc với Sở Nội vụ về biên chế: 14h00, thứ Ba, ngày 21/11/2023.",
                "Tập huấn nghiệp vụ văn thư: Từ ngày 22/11 đến ngày 23/11/2023.",
                "Họp Ban Chỉ đạo cải cách hành chính: Dự kiến sáng thứ Năm, ngày 23/11/2023.",
            ),
        ),
        Section(
            "III. THỜI HẠN BÁO CÁO",
            ("Gửi báo cáo công tác tháng 11 về Văn phòng: Chậm nhất thứ Sáu, ngày 24/11/2023.",),
        ),
    )


def meetings_of(*events, month=MONTH):
    (section,) = monthly_paper(events, month, HEAD).body
    return section.items


def test_a_standing_meeting_names_the_days_that_differ():
    changed = GIAO_BAN._replace(
        location=None,
        chair=None,
        attendees=None,
        overrides=(
            Override(day=date(2023, 11, 10), when=None),
            Override(day=date(2023, 11, 17), when=Day(date(2023, 11, 18), Hours(time(8)))),
        ),
    )
    assert meetings_of(changed) == (
        "Họp giao ban cơ quan: Chiều thứ Sáu hằng tuần, trừ các ngày 10 và 17/11/2023.",
        "Họp giao ban cơ quan: 08h00, thứ Bảy, ngày 18/11/2023.",
    )


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        pytest.param(
            {"first": date(2023, 9, 1), "until": None}, "Chiều thứ Sáu hằng tuần.", id="longer than the month"
        ),
        pytest.param(
            {"first": date(2023, 11, 17), "until": None},
            "Chiều thứ Sáu hằng tuần, kể từ ngày 17/11/2023.",
            id="begins in it",
        ),
        pytest.param(
            {"first": None, "until": date(2023, 11, 16)},
            "Chiều thứ Sáu hằng tuần, đến hết ngày 16/11/2023.",
            id="ends in it",
        ),
    ],
)
def test_bounds_are_said_only_where_the_month_does_not_tell(bounds, said):
    rule = Recurrence.from_rrule("FREQ=WEEKLY;BYDAY=FR", **bounds)
    assert meetings_of(titled("Giao ban", Repeat(rule, AFTERNOON))) == (f"Giao ban: {said}",)


def test_of_separate_days_only_those_of_the_month_are_named():
    days = titled("Tập huấn", Days((date(2023, 10, 31), date(2023, 11, 7), date(2023, 11, 14))))
    assert meetings_of(days) == ("Tập huấn: Các ngày 07 và 14/11/2023.",)
    assert meetings_of(days, month=month_span(2023, 10)) == ("Tập huấn: Thứ Ba, ngày 31/10/2023.",)


def test_a_meeting_still_to_be_announced_is_in_the_month_of_its_document():
    open_one = titled("Họp báo", Undated())
    assert meetings_of(open_one, month=month_span(2023, 10)) == (
        "Họp báo: Thời gian cụ thể sẽ thông báo sau.",
    )
    assert monthly_paper([open_one], MONTH, HEAD).body == ()


# Reading back

COMPARED = [e for e in EVENTS if e.status is not Status.CANCELLED]


def read_back(data, name):
    (document,) = read_documents(data, name)
    return read_programme(document)


def said(entry):
    """What a reader can tell: an observance's whole day is one whether or not it is said."""
    when = entry.when
    if when.hours.part is DayPart.ALL_DAY:
        when = with_hours(when, Hours())
    people = entry.chair, entry.attendees
    return entry.title, entry.category, entry.status, when, entry.location, *people


@pytest.mark.parametrize(
    ("write", "name"), [(to_docx, "lich.docx"), (lambda p: to_html(p).encode(), "lich.html")]
)
def test_a_week_reads_back_as_the_same_events(write, name):
    programme = read_back(write(WEEKLY), name)
    assert programme.kind is Kind.WEEKLY
    assert programme.period == WEEK
    assert programme.issues == ()
    expected = [
        said(o.event._replace(when=o.when, title=o.title)) for o in occurrences_between(COMPARED, WEEK)
    ]
    assert sorted(map(said, programme.entries), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("write", "name"), [(to_docx, "ct.docx"), (lambda p: to_html(p).encode(), "ct.html")]
)
def test_a_month_reads_back_as_the_same_events(write, name):
    programme = read_back(write(MONTHLY), name)
    assert programme.kind is Kind.MONTHLY
    assert (programme.number, programme.issued, programme.period) == ("41/CTr-VP", date(2023, 10, 30), MONTH)
    assert programme.signatory == "Nguyễn Thị Mai"
    assert sorted(map(said, programme.entries), key=str) == sorted(map(said, COMPARED), key=str)


# How it looks


def word(paper):
    return docx.Document(io.BytesIO(to_docx(paper)))


def test_the_font_is_times_new_roman_14_for_every_script():
    style = word(WEEKLY).styles["Normal"]
    fonts = style.element.rPr.rFonts
    assert {value for name, value in fonts.attrib.items() if "Theme" not in name} == {"Times New Roman"}
    assert style.font.size == Pt(14)
    used = {run.font.name for p in word(MONTHLY).paragraphs for run in p.runs}
    assert used == {None}


@pytest.mark.parametrize(("paper", "size"), [(WEEKLY, (297, 210)), (MONTHLY, (210, 297))])
def test_the_page_is_a4_with_the_margins_of_the_decree(paper, size):
    (section,) = word(paper).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == size
    margins = section.left_margin, section.right_margin, section.top_margin, section.bottom_margin
    assert [round(margin.mm) for margin in margins] == [30, 15, 20, 20]


def test_the_cell_of_a_day_covers_all_its_rows():
    table = word(WEEKLY).tables[1]
    assert table.cell(3, 0)._tc is table.cell(4, 0)._tc
    assert table.cell(3, 0).text == "Thứ Ba, ngày 21/11/2023"
    assert '<th scope="rowgroup" rowspan="2">Thứ Ba, ngày 21/11/2023</th>' in to_html(WEEKLY)


def test_the_same_sheet_has_the_same_bytes():
    data = to_docx(WEEKLY)
    assert data == to_docx(WEEKLY)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"python-docx" not in package.read("docProps/core.xml")


def test_what_the_office_has_not_said_is_left_blank():
    blank = Letterhead(issuer="Văn phòng")
    assert blank.number_line == "Số: ......../........"
    assert blank.date_line == "................, ngày ..... tháng ..... năm ........."
    assert HEAD.date_line == "An Sơn, ngày 30 tháng 10 năm 2023"
    paper = Paper(letterhead=blank, title=("LỊCH",), body=(Schedule(()),))
    assert to_docx(paper)
    assert "<tbody>" not in to_html(paper)


def test_text_is_escaped_on_the_page():
    odd = titled("<script>alert('x')</script> & họp", Day(date(2023, 11, 21)))
    page = to_html(weekly_paper(occurrences_between([odd], WEEK), WEEK, HEAD))
    assert "<script>" not in page
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; họp" in page


def test_a_week_in_which_nothing_happens_is_an_empty_table():
    week = DaySpan(date(2023, 1, 2), date(2023, 1, 8))
    paper = weekly_paper(occurrences_between(EVENTS, week), week, HEAD)
    assert paper.body == (Schedule(()),)
    assert paper.title[0] == "LỊCH CÔNG TÁC TUẦN 1"
