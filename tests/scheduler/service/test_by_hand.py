"""The calendar by hand, on both databases: two at one event, and words that cannot be taken."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Barrier

import pytest

from calendars.errors import UnusableWords
from scheduler.errors import Stale
from scheduler.reminders import Office
from scheduler.service.by_hand import Hand, HandService
from scheduler.service.office import Policy
from scheduler.service.revising import CannotUnderstand
from scheduler.service.stories import StoryService
from scheduler.settings import CalendarSettings, Settings

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
LAN = Hand(by="lan", now=NOW)


@pytest.fixture
def service(database, tmp_path):
    settings = Settings(
        folder=tmp_path, database=database.url, calendars=(CalendarSettings(slug="hoi", name="Hội"),)
    )
    return HandService(database, settings, Policy(office=Office()))


@pytest.fixture
def uid(service):
    [change] = service.add("Họp giao ban 8h00 ngày 26/11/2026 tại Phòng 2", LAN).changes
    return change.uid


def stored(service, uid):
    return StoryService(service.database, service.settings).story(uid)


def test_who_comes_second_changes_nothing_and_hears_who_was_first(service, uid):
    service.edit(uid, Hand(by="minh", now=NOW, seen=0), title="Họp khác")
    with pytest.raises(Stale, match="minh has changed 'Họp khác' meanwhile"):
        service.move(uid, "9h00 ngày 27/11/2026", replace(LAN, seen=0))
    assert service.move(uid, "9h00 ngày 27/11/2026", replace(LAN, seen=1)).changes[0].after.sequence == 2


def test_of_many_at_the_same_moment_one_is_done_and_each_other_told(service, uid):
    together = Barrier(4)

    def move(place):
        together.wait(timeout=10)
        try:
            hand = Hand(by=f"người {place}", now=NOW, seen=0)
            return service.edit(uid, hand, location=f"Phòng {place}").release
        except Stale:
            return None

    with ThreadPoolExecutor(4) as pool:
        made = [release for release in pool.map(move, range(4)) if release is not None]
    story = stored(service, uid)
    assert (len(made), story.event.sequence, len(story.history)) == (1, 1, 2)


def test_without_what_was_seen_each_change_is_made_upon_the_one_before(service, uid):
    together = Barrier(2)

    def edit(words):
        together.wait(timeout=10)
        return service.edit(uid, LAN, **words).release

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(edit, ({"location": "Phòng 9"}, {"note": "mang theo tài liệu"})))
    event = stored(service, uid).event
    assert (event.location, event.note, event.sequence) == ("Phòng 9", "mang theo tài liệu", 2)


def test_preview_is_refused_like_the_deed_and_keeps_nothing(service, uid):
    with pytest.raises(Stale):
        service.cancel(uid, replace(LAN, seen=7, keep=False))
    assert service.cancel(uid, replace(LAN, seen=0, keep=False)).release is None
    assert stored(service, uid).event.sequence == 0


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": ""}, "the title must not be empty"),
        ({"title": None}, "the title must not be empty"),
        ({"title": "\u2003\t\n"}, "the title must not be empty"),
        ({"title": "h" * 501}, "the title has 501 letters; it may have 500"),
        ({"location": "h" * 301}, "the place has 301 letters; it may have 300"),
        ({"note": "h" * 4001}, "the note has 4001 letters; it may have 4000"),
        ({"chair": "a\x07"}, r"the chair holds a character that nobody sees, U\+0007: type it anew"),
        ({"chair": "a\ud800"}, r"the chair holds a character that nobody sees, U\+D800: type it anew"),
    ],
)
def test_words_that_cannot_be_taken_are_refused_with_a_sentence(service, uid, fields, sentence):
    with pytest.raises(UnusableWords, match=f"^{sentence}$") as refused:
        service.edit(uid, LAN, **fields)
    assert refused.value.field == next(iter(fields))
    assert stored(service, uid).event.sequence == 0


def test_words_are_kept_in_one_line_and_a_note_in_its_lines(service, uid):
    service.edit(uid, LAN, title=" Họp \n giao  ban ", note=" một \r\n\n hai ", location=" ")
    event = stored(service, uid).event
    assert (event.title, event.note, event.location) == ("Họp giao ban", "một\n\nhai", None)


@pytest.mark.parametrize("text", ["Họp 8h00 ngày 26/11/2026 " + "h" * 2_000, "Họp " + "h " * 300])
def test_what_is_typed_is_not_put_on_the_calendar_where_it_is_too_long(service, text):
    with pytest.raises((CannotUnderstand, UnusableWords)):
        service.add(f"{text} 8h00 ngày 26/11/2026", LAN)


def test_time_and_place_that_are_too_long_are_refused(service, uid):
    with pytest.raises(CannotUnderstand, match="2000 letters at most"):
        service.move(uid, "9h00 ngày 27/11/2026" + " " * 2_000, LAN)
    with pytest.raises(UnusableWords, match="the place has 4"):
        service.move(uid, f"9h00 ngày 27/11/2026, tại Phòng {'h' * 400}", LAN)
    assert stored(service, uid).event.sequence == 0
