"""The same paper issued again: a corrected scan, a mail resent, under the number that it has had.

An office corrects a programme without giving it another number. What is hard is that the number alone is no identity:
it begins anew each year, and weekly schedules often have none. So the issuer, the year and the period must agree too.
"""

from collections.abc import Iterable

from calendars.grammar.spelling import fold
from calendars.programme import Kind, Programme
from calendars.revision.likeness import same_office
from calendars.revision.notices import cited_numbers


def formers_of(programme: Programme, papers: Iterable[Programme]) -> frozenset[str]:
    """Of the papers taken before (their headers), those that this one issues again: the SHA-256 of each."""
    return frozenset(paper.source.sha256 for paper in papers if is_same_paper(paper, programme))


def is_superseded(programme: Programme, papers: Iterable[Programme]) -> bool:
    """Whether a paper taken before is this one, issued on a later day: then this one comes too late."""
    return any(
        is_same_paper(paper, programme) and paper.issued > programme.issued
        for paper in papers
        if paper.issued is not None and programme.issued is not None
    )


def is_same_paper(one: Programme, other: Programme) -> bool:
    """Whether two documents of other bytes are one paper, issued twice."""
    if one.source.sha256 == other.source.sha256 or not same_office(one.issuer, other.issuer):
        return False
    if one.period is not None and other.period is not None and one.period != other.period:
        return False
    if one.number and other.number:
        numbers = cited_numbers(one.number) & cited_numbers(other.number)
        return bool(numbers or fold(one.number).split() == fold(other.number).split()) and _in_one_year(
            one, other
        )
    return not one.number and not other.number and _is_same_schedule(one, other)


def _in_one_year(one: Programme, other: Programme) -> bool:
    if one.issued is not None and other.issued is not None:
        return one.issued.year == other.issued.year
    return one.period is not None and one.period == other.period


def _is_same_schedule(one: Programme, other: Programme) -> bool:
    """Two schedules without a number are one where the office, the period and the title are told and agree."""
    told = one.issuer and other.issuer and one.period and other.period and one.title and other.title
    return bool(
        told
        and one.kind is other.kind
        and one.kind in (Kind.MONTHLY, Kind.WEEKLY)
        and fold(one.title or "").split() == fold(other.title or "").split()
    )
