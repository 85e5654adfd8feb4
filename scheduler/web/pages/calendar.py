"""The calendar for everybody: month, week, day, agenda, how to subscribe, the week on paper."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from urllib.parse import quote, urlencode

import segno
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute

from calendars.marks import Category
from calendars.same_names import forms, same_to_the_eye
from calendars.times import ONE_DAY, DaySpan, iso_week_span, month_span
from scheduler.service.keeping import Listing
from scheduler.service.query import ListQuery
from scheduler.settings import CalendarSettings, Visibility
from scheduler.web.pages import grid
from scheduler.web.pages.kept import etag_of
from scheduler.web.pages.site import Handler, NeedsLogin, Visit, page

AGENDA_DAYS = 60
CHECKED = {"cache-control": "no-cache, private"}
SHOWN_A_DAY = 5
"""How many items a day of the month shows; the rest are on the day's own page."""


def calendar_routes() -> list[BaseRoute]:
    """The routes that need no login for a public calendar."""
    return [
        page("/", home, name="home"),
        page("/c/{slug}", kept(this_month), name="calendar"),
        page("/c/{slug}/month/{month}", kept(month), name="month"),
        page("/c/{slug}/week/{week}", kept(week), name="week"),
        page("/c/{slug}/week/{week}/print", kept(week_on_paper), name="week_on_paper"),
        page("/c/{slug}/day/{day}", kept(day), name="day"),
        page("/c/{slug}/agenda", kept(agenda), name="agenda"),
        page("/c/{slug}/subscribe", subscribe, name="subscribe"),
    ]


def kept(handler: Handler) -> Handler:
    """The page of the calendar in its address, made once for all visitors without an account (`_kept`)."""
    return lambda visit: _kept(visit, visit.calendar(), lambda: handler(visit))


def _kept(visit: Visit, calendar: CalendarSettings, make: Callable[[], Response]) -> Response:
    """A page as it was made since the calendar changed last; to somebody who has it still, a 304."""
    if visit.account is not None:
        return make()
    version = visit.services.calendars.version(calendar.slug)
    url = visit.request.url
    key = f"{version}|{visit.today}|{visit.site.version}|{url.path}?{url.query}"
    etag = etag_of(key)
    headers = CHECKED | {"etag": etag}
    if etag in visit.request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    body = visit.site.kept.get(key)
    if body is None:
        made = make()
        if made.status_code != 200:
            return made
        body = bytes(made.body)
        visit.site.kept.keep(key, body)
    return HTMLResponse(body, headers=headers)


def home(visit: Visit) -> Response:
    """The only calendar, or a choice of those there are."""
    if len(visit.calendars) == 1:
        [calendar] = visit.calendars
        return _kept(visit, calendar, lambda: _month_page(visit, calendar, visit.today))
    if not visit.calendars and visit.services.settings.calendars:
        raise NeedsLogin
    return visit.page("home.html")


def this_month(visit: Visit) -> Response:
    """The month of today, or the one that was chosen in the field (`?month=2026-11`)."""
    calendar = visit.calendar()
    if chosen := visit.request.query_params.get("month"):
        return visit.go("month", slug=calendar.slug, month=chosen, query=_filters(visit))
    return _month_page(visit, calendar, visit.today)


def month(visit: Visit) -> Response:
    """The month of the address."""
    year, number = _numbers(visit.request.path_params["month"], 12)
    return _month_page(visit, visit.calendar(), date(year, number, 1))


def _month_page(visit: Visit, calendar: CalendarSettings, at: date) -> Response:
    span = month_span(at.year, at.month)
    listing, groups = _listing(visit, calendar, grid.around(span))
    weeks = grid.month_weeks(listing, span)
    before, after = grid.month_before(span), grid.next_month(span)
    is_empty = not any(cell.items for w in weeks for cell in w.days if cell.inside) and not any(
        w.bars for w in weeks
    )
    elsewhere: tuple[date, ...] = ()
    if is_empty and not _filters(visit):
        found = visit.services.calendars.listing(ListQuery(span=span, calendar=calendar.slug))
        elsewhere = tuple(date(year, span.first.month, 1) for year in found.same_month_elsewhere)
    return visit.page(
        "month.html",
        calendar=calendar,
        first=span.first,
        weeks=weeks,
        before=before if before.year >= 1901 else None,
        after=after if after.year <= 2099 else None,
        shown=SHOWN_A_DAY,
        is_empty=is_empty,
        elsewhere=elsewhere,
        view="month",
        at=visit.today if visit.today in span else span.first,
        filters=_filters(visit),
        groups=groups,
    )


def week(visit: Visit) -> Response:
    """The week of the address as a table of days and parts of the day."""
    return _week_page(visit, "week.html")


def week_on_paper(visit: Visit) -> Response:
    """The same on a sheet of A4."""
    return _week_page(visit, "week_on_paper.html")


def _week_page(visit: Visit, template: str) -> Response:
    calendar, span = visit.calendar(), _week_span(visit.request.path_params["week"])
    listing, groups = _listing(visit, calendar, span)
    days = grid.week_table(listing)
    return visit.page(
        template,
        calendar=calendar,
        span=span,
        number=span.first.isocalendar().week,
        days=days,
        windows=grid.windows(grid.items_of(listing)),
        lasting=grid.lasting(listing),
        has_evening=any(one.evening for one in days),
        before=span.first - ONE_DAY,
        after=span.last + ONE_DAY,
        view="week",
        at=visit.today if visit.today in span else span.first,
        filters=_filters(visit),
        groups=groups,
    )


def day(visit: Visit) -> Response:
    """One day."""
    calendar = visit.calendar()
    at = _day(visit.request.path_params["day"])
    listing, groups = _listing(visit, calendar, DaySpan(at, at))
    items = grid.items_of(listing)
    return visit.page(
        "day.html",
        calendar=calendar,
        at=at,
        items=grid.on_day(items, at),
        windows=grid.windows(items),
        view="day",
        filters=_filters(visit),
        groups=groups,
    )


def agenda(visit: Visit) -> Response:
    """What comes, day by day."""
    calendar = visit.calendar()
    chosen = visit.request.query_params.get("from")
    first = _day(chosen) if chosen else visit.today
    span = DaySpan(first, first + timedelta(days=AGENDA_DAYS - 1))
    listing, groups = _listing(visit, calendar, span)
    items = grid.items_of(listing)
    days: dict[date, list[grid.Item]] = {}
    for item in items:
        if not item.is_window and (touched := item.days):
            days.setdefault(max(touched.first, first), []).append(item)
    return visit.page(
        "agenda.html",
        calendar=calendar,
        span=span,
        days=sorted(days.items()),
        windows=grid.windows(items),
        before=first - timedelta(days=AGENDA_DAYS),
        after=span.last + ONE_DAY,
        view="agenda",
        at=first,
        filters=_filters(visit),
        groups=groups,
    )


def subscribe(visit: Visit) -> Response:
    """How to have the calendar in one's own calendar program."""
    calendar = visit.calendar()
    address = f"{visit.services.settings.web.public_url.rstrip('/')}/feeds/{calendar.slug}.ics"
    return visit.page(
        "subscribe.html",
        calendar=calendar,
        address=address,
        webcal=webcal(address),
        google=google_link(address),
        outlook=outlook_link(address, calendar.name),
        download=f"{visit.site.prefix}/download/{calendar.slug}.ics",
        code=qr_code(webcal(address), visit.site.told("Mã QR của lịch")),
        is_public=calendar.visibility is Visibility.PUBLIC,
        view="",
    )


def webcal(address: str) -> str:
    """The address as calendar programs open it with one tap."""
    return "webcal://" + address.partition("://")[2]


def google_link(address: str) -> str:
    """Google's page that adds a calendar by its address."""
    return f"https://calendar.google.com/calendar/r?cid={quote(webcal(address), safe='')}"


def outlook_link(address: str, name: str) -> str:
    """Outlook's page that adds a calendar by its address."""
    return f"https://outlook.live.com/calendar/0/addfromweb?{urlencode({'url': address, 'name': name})}"


def qr_code(text: str, title: str) -> str:
    """The text as a QR code, an SVG element without style of its own."""
    return segno.make(text, error="m").svg_inline(
        scale=1,
        border=3,
        dark="#111",
        light="#fff",
        title=title,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
    )


def _listing(visit: Visit, calendar: CalendarSettings, span: DaySpan) -> tuple[Listing, tuple[str, ...]]:
    """The occurrences of these days that the visitor chose, and the groups to choose from."""
    wanted = visit.request.query_params.get("category", "")
    category = Category(wanted) if wanted in tuple(Category) else None
    query = ListQuery(span=span, calendar=calendar.slug, category=category)
    listing = visit.services.calendars.listing(query)
    groups = grid.groups_of(listing)
    if group := visit.request.query_params.get("group"):
        chosen = tuple(
            one for one in listing.occurrences if same_to_the_eye(group) in forms(one.event.groups)
        )
        listing = listing._replace(occurrences=chosen)
        groups = tuple(sorted({*groups, group}))
    return listing, groups


def _filters(visit: Visit) -> Mapping[str, str]:
    """What the visitor chose to see, for the links to other days."""
    asked = visit.request.query_params
    return {name: asked[name] for name in ("category", "group") if asked.get(name)}


def _numbers(text: str, most: int) -> tuple[int, int]:
    year, _, number = text.partition("-")
    if not (year.isascii() and number.isascii() and year.isdigit() and number.isdigit()):
        raise HTTPException(404)
    if not 1901 <= int(year) <= 2099 or not 1 <= int(number) <= most:
        raise HTTPException(404)
    return int(year), int(number)


def _week_span(text: str) -> DaySpan:
    year, number = _numbers(text.upper().replace("-W", "-"), 53)
    try:
        return iso_week_span(year, number)
    except ValueError:
        raise HTTPException(404) from None


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise HTTPException(404) from None
    if not 1901 <= found.year <= 2099:
        raise HTTPException(404)
    return found
