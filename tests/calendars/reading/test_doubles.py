"""What one document tells twice becomes one entry, and a long one does not take the square of its length."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from calendars.marks import Category, Status
from calendars.programme import Entry
from calendars.reading import doubles
from calendars.reading.doubles import merge_doubles
from calendars.when import Day, Hours, When, Window

BEGIN = date(2026, 11, 2)


def told(title: str, when: When, *, location: str | None = None, chair: str | None = None) -> Entry:
    status = Status.TENTATIVE if isinstance(when, Window) else Status.CONFIRMED
    return Entry(
        title=title, category=Category.MEETING, status=status, when=when, location=location, chair=chair
    )


def test_what_is_told_twice_with_one_time_has_what_either_says() -> None:
    at = Day(BEGIN, Hours(time(8)))
    (one,) = merge_doubles(
        [told("Họp giao ban", at, location="Phòng họp 2"), told("Cuộc họp giao ban", at, chair="đồng chí Hà")]
    )
    assert (one.when, one.location, one.chair) == (at, "Phòng họp 2", "đồng chí Hà")


@pytest.mark.parametrize("is_window_first", [True, False])
def test_a_day_within_a_window_is_the_firmer_time(is_window_first: bool) -> None:
    window, day = Window(BEGIN, BEGIN + timedelta(days=9)), Day(BEGIN + timedelta(days=3))
    title = "Hội nghị sơ kết công tác dân vận"
    entries = [told(title, window), told(title, day)]
    (one,) = merge_doubles(entries if is_window_first else entries[::-1])
    assert one.when == day


def test_what_is_put_off_and_told_twice_is_one_and_what_takes_its_day_another() -> None:
    at = Day(BEGIN, Hours(time(8)))
    off = replace(told("Hội nghị chè", at, location="TP. Vạn Thủy"), status=Status.POSTPONED)
    again = replace(off, location="TP Vạn Thủy")
    assert merge_doubles([off, again]) == [off]
    assert len(merge_doubles([off, told("Hội nghị chè", at)])) == 2


def test_one_title_on_two_days_is_two_meetings() -> None:
    days = [Day(BEGIN), Day(BEGIN + timedelta(days=1))]
    assert [entry.when for entry in merge_doubles([told("Họp giao ban", day) for day in days])] == days


def test_entries_of_other_times_are_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = 0
    same = doubles._same

    def counted(one: Entry, title: str, other: Entry, key: Callable[[str], frozenset[str]]) -> bool:
        nonlocal tried
        tried += 1
        return same(one, title, other, key)

    monkeypatch.setattr(doubles, "_same", counted)
    entries = [told(f"Làm việc với xã {n}", Day(BEGIN + timedelta(days=n))) for n in range(500)]
    assert len(merge_doubles([*entries, told("Đại hội", Window(BEGIN, BEGIN + timedelta(days=6)))])) == 501
    assert tried <= 501


def test_one_title_at_two_places_is_two_meetings() -> None:
    at = Day(BEGIN, Hours(time(8)))
    places = ["Hội trường xã Đồng Bãi", "Trung tâm Văn hóa xã Cát Lở"]
    assert len(merge_doubles([told("Tiếp xúc cử tri", at, location=place) for place in places])) == 2
    same = ["Phòng họp 2", "Phòng họp số 2, Sở Nội vụ"]
    assert len(merge_doubles([told("Giao ban", at, location=place) for place in same])) == 1
