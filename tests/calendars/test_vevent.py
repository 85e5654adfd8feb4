"""The bytes of a VEVENT are those that the icalendar library writes of the same values."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest

from calendars.ical.component import Busy, Component
from calendars.ical.vevent import write_component
from calendars.times import VIETNAM

AT_EIGHT, AT_NINE = (datetime(2026, 11, 3, hour, tzinfo=VIETNAM) for hour in (8, 9))
SERIES = Component(
    uid="a;b,c",
    start=AT_EIGHT,
    end=AT_NINE,
    summary='Họp; bàn việc "A", việc B \\ C',
    description="dòng một\n" + "dòng hai, dài hơn; " * 20,
    location="Phòng họp số 2, tầng 3",
    categories=("Hội LHPN; tỉnh", "Cuộc họp", "BTV, BCH"),
    status="CONFIRMED",
    busy=Busy.BUSY,
    sequence=3,
    created=datetime(2026, 10, 1, 2, 3, 4, tzinfo=UTC),
    revised=datetime(2026, 10, 2, tzinfo=UTC),
    rule="FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,3;BYMONTHDAY=-1,15;BYDAY=FR,2MO;BYSETPOS=-1;UNTIL=20270105T010000Z",
    left_out=(datetime(2026, 11, 10, 8, tzinfo=VIETNAM), datetime(2026, 11, 17, 8, tzinfo=VIETNAM)),
)


@pytest.mark.parametrize(
    "component",
    [
        pytest.param(SERIES, id="a series at an hour"),
        pytest.param(replace(SERIES, rule=None, left_out=(), recurrence_id=AT_EIGHT), id="one of its days"),
        pytest.param(
            replace(
                SERIES,
                start=date(2026, 11, 3),
                end=date(2026, 11, 4),
                rule="FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3;UNTIL=20301103",
                left_out=(date(2027, 11, 3),),
            ),
            id="whole days",
        ),
        pytest.param(
            replace(SERIES, end=None, location=None, categories=(), description="", rule=None, left_out=()),
            id="little said",
        ),
        pytest.param(
            replace(SERIES, start=AT_EIGHT.astimezone(ZoneInfo("Etc/UTC")), end=None, rule=None, left_out=()),
            id="an office that keeps UTC",
        ),
    ],
)
@pytest.mark.parametrize("addresses", [{}, {"organizer": "vp@example.org", "attendee": "hoa@example.org"}])
def test_the_library_writes_the_same(component: Component, addresses: dict[str, str]) -> None:
    ours = write_component(component, **addresses)
    theirs = icalendar.Event.from_ical(ours).to_ical()
    assert unfolded(ours) == unfolded(theirs)


def test_what_only_looks_like_a_line_break_stays_as_it_is() -> None:
    assert b"SUMMARY:C:\\\\Nam" in write_component(replace(SERIES, summary="C:\\Nam"))


def unfolded(octets: bytes) -> list[str]:
    return octets.replace(b"\r\n ", b"").decode().splitlines()
