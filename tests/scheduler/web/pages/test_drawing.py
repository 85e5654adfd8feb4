"""Items of calendar pages are drawn once, and anew as soon as anything that is seen of them differs."""

from datetime import UTC, date, datetime, time

import pytest

from calendars.events import Event, Occurrence
from calendars.marks import Category, Status
from calendars.when import Day, Hours, Span, Window
from scheduler.web.pages.grid import Item

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
DAY = Day(date(2026, 12, 18), Hours(time(8, 0)))
EVENT = Event(
    uid="18@hoi",
    calendar="hoi",
    title="Hội nghị tổng kết",
    category=Category.MEETING,
    status=Status.CONFIRMED,
    when=DAY,
    location="Hội trường",
    chair="Đ/c Hoa",
    attendees="Toàn thể cán bộ",
    created=NOW,
    revised=NOW,
)
FORMS = ("entries", "lines", "cells")


def item(event=EVENT, **changes):
    clashes = changes.pop("clashes", ())
    plain = Occurrence(event, None, event.when, event.title, event.location, event.status)
    return Item(plain._replace(**changes), clashes)


@pytest.fixture
def draw(office):
    return office.app.routes[-1].app.state.site.drawing


@pytest.mark.parametrize("form", FORMS)
def test_markup_in_a_title_is_shown_as_letters(draw, form):
    drawn = getattr(draw, form)([item(title="<b>Họp</b> & ký")], "hoi")
    assert "&lt;b&gt;Họp&lt;/b&gt; &amp; ký" in drawn


@pytest.mark.parametrize("form", FORMS)
def test_items_stand_in_their_order_with_a_link_to_each(draw, form):
    drawn = getattr(draw, form)([item(EVENT._replace(uid=uid)) for uid in ("b", "a/ă", "b")], "hoi")
    links = [part.split('"')[0] for part in drawn.split('href="')[1:]]
    assert links == ["/c/hoi/event/b", "/c/hoi/event/a/%C4%83", "/c/hoi/event/b"]


@pytest.mark.parametrize(
    ("changed", "seen_in"),
    [
        (item(title="Hội nghị sơ kết"), FORMS),
        (item(EVENT._replace(uid="19@hoi")), FORMS),
        (item(when=Day(date(2026, 12, 18), Hours(time(9, 0)))), FORMS),
        (item(status=Status.POSTPONED), FORMS),
        (item(EVENT._replace(category=Category.DEADLINE)), FORMS),
        (item(clashes=("Họp giao ban",)), FORMS),
        (item(when=Window(date(2026, 12, 11), date(2026, 12, 20), Hours(time(8, 0)))), FORMS),
        (item(location="Phòng họp số 2"), ("entries", "cells")),
        (item(EVENT._replace(chair="Đ/c Lan")), ("entries", "cells")),
        (item(EVENT._replace(attendees="Trưởng các ban")), ("entries",)),
    ],
)
def test_what_is_seen_of_an_item_is_never_that_of_another(draw, changed, seen_in):
    for form in FORMS:
        drawn = getattr(draw, form)
        before = drawn([item()], "hoi")
        assert (drawn([changed], "hoi") != before) is (form in seen_in), form
        assert drawn([item()], "hoi") == before
        assert drawn([item()], "khac") != before


def test_several_days_are_told_where_a_page_asks_for_them(draw):
    lasting = item(when=Span(date(2026, 12, 18), date(2026, 12, 19), Hours(time(8, 0))))
    assert "19/12/2026" in draw.entries([lasting], "hoi", with_days=True)
    assert "19/12/2026" not in draw.entries([lasting], "hoi")
    assert "18/12/2026" not in draw.entries([item()], "hoi", with_days=True)
