"""Entries of a draft that were merged come apart as they were, whatever was done in between."""

from dataclasses import replace
from datetime import date

import pytest

from calendars.marks import Category, Passage, Status
from calendars.programme import Entry
from calendars.when import Day
from scheduler.service.drafting import DraftEntry, UnknownDraft, Verdict
from scheduler.service.drafts import with_entry
from scheduler.service.merging import merged, parted, wholes_for


def entry(number: int, title: str = "Họp", **fields: str) -> DraftEntry:
    read = Entry(
        title=f"{title} {number}",
        category=Category.MEETING,
        status=Status.CONFIRMED,
        when=Day(date(2026, 12, number)),
        evidence=(Passage(f"{number}. {title}", number),),
        **fields,  # type: ignore[arg-type]
    )
    return DraftEntry(number=number, entry=read, read=read)


PLAIN = entry(1)
PLACED = entry(2, location="Phòng 2", note="mang tài liệu")
ELSEWHERE = entry(3, location="Phòng 3", chair="bà Vân")
THREE = (PLAIN, PLACED, ELSEWHERE)


def test_whole_takes_what_it_lacks_and_all_passages() -> None:
    whole, part, rest = merged(THREE, 2, into=1)
    assert whole.entry == replace(
        PLAIN.entry,
        location="Phòng 2",
        note="mang tài liệu",
        evidence=(*PLAIN.entry.evidence, *PLACED.entry.evidence),
    )
    assert (whole.verdict, part.verdict, rest) == (Verdict.ACCEPTED, Verdict.MERGED, ELSEWHERE)
    assert part.merging is not None
    assert part.merging.into == 1


@pytest.mark.parametrize("was", [Verdict.OPEN, Verdict.ACCEPTED, Verdict.REJECTED])
def test_what_is_taken_apart_is_as_it_was(was: Verdict) -> None:
    before = (replace(PLAIN, verdict=was), replace(PLACED, verdict=was), ELSEWHERE)
    assert parted(merged(before, 2, into=1), 2) == before


def test_what_was_written_into_the_whole_since_stays() -> None:
    whole, *others = merged(THREE, 2, into=1)
    corrected = replace(whole, entry=replace(whole.entry, title="Họp ban", location="Hội trường"))
    [kept, part, _] = parted((corrected, *others), 2)
    assert kept.entry == replace(PLAIN.entry, title="Họp ban", location="Hội trường")
    assert part == PLACED


@pytest.mark.parametrize("order", [(2, 3), (3, 2)])
def test_two_parts_come_apart_in_any_order(order: tuple[int, int]) -> None:
    entries = merged(merged(THREE, 2, into=1), 3, into=1)
    once = parted(entries, order[0])
    left = order[1]
    assert once[0].verdict is Verdict.ACCEPTED
    assert once[0].entry == merged(THREE, left, into=1)[0].entry
    assert parted(once, left) == THREE


def test_whole_that_was_merged_itself_comes_apart_first() -> None:
    entries = merged(merged(THREE, 2, into=1), 1, into=3)
    with pytest.raises(UnknownDraft, match="take that back first"):
        parted(entries, 2)
    assert parted(parted(entries, 1), 2) == THREE


def test_part_of_another_is_merged_no_further_and_nothing_into_it() -> None:
    entries = merged(THREE, 2, into=1)
    for number, into in ((2, 3), (3, 2)):
        with pytest.raises(UnknownDraft, match="part of another"):
            merged(entries, number, into=into)
    with pytest.raises(UnknownDraft, match="itself"):
        merged(THREE, 1, into=1)


def test_what_an_older_version_merged_waits_for_a_verdict_again() -> None:
    entries = with_entry(THREE, replace(PLACED, verdict=Verdict.MERGED))
    assert parted(entries, 2) == THREE


def test_of_many_entries_the_likest_come_first() -> None:
    many = tuple(
        entry(number, "Hội nghị tổng kết" if number % 5 == 0 else "Tập huấn") for number in range(1, 29)
    )
    alike, rest = wholes_for(many, many[4])
    first = [one.number for one in alike]
    assert set(first[:4]) == {10, 15, 20, 25}
    assert [one.number for one in rest] == [one.number for one in many if one.number not in {5, *first}]


def test_of_few_entries_none_is_put_first() -> None:
    assert wholes_for(THREE, PLAIN) == ((), (PLACED, ELSEWHERE))
