"""Days on which nothing of a standing paper is held: "Không tiếp công dân dịp nghỉ Tết (từ 26/01 đến 01/02)".

Each standing thing goes on but for these days. What is hard is whose break it is: that of the thing named, or, where
the sentence names what the whole paper is about or no one thing, that of all of them (reference section B.5).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from calendars.expansion import days_between
from calendars.grammar.rule import Context
from calendars.layouts.layout import Item
from calendars.layouts.words import fold
from calendars.marks import Category
from calendars.reading.scope import Draft
from calendars.reading.timing.understanding import understood
from calendars.times import DaySpan
from calendars.when import Day, Days, Repeat, Span, extent

_SENTENCE = re.compile(r"[^.;\n]+(?:\.(?=\d)[^.;\n]+)*")
_HELD = r"(?:hop|sinh hoat|giao ban|lam viec|tiep(?: cong)? dan|hoat dong|hoc|mo cua|thuc hien|tap luyen|tap)"
_BREAK = re.compile(
    r"\W*(?:(?:luu y|ghi chu|rieng)\W+)?"
    r"(?:(?:trong (?:thoi gian|dip)|(?:vao )?(?:cac )?(?:ngay|dip)|nghi (?:tet|le|he)) .{0,90}?\b)?"
    rf"(?:khong|tam dung|tam nghi|tam ngung|ngung) (?:to chuc |bo tri |viec )?(?P<what>{_HELD}\b"
    rf"|[a-z][a-z ]{{2,40}}?)"
    r"(?= (?:trong|tu|vao|dip|cac|ngay|den|do|vi|de)\b|\W|$)"
)
_ELSEWHERE = re.compile(  # "(Từ 25/01 đến 02/02 trực theo lịch Tết riêng, không áp dụng mục này.)"
    r"^\W*(?:rieng )?(?:tu|trong|cac ngay|ngay|dip)\b.{0,60}?\d.{0,40}?\b(?:theo lich (?:tet )?rieng|co lich "
    r"(?:tet )?rieng"
    r"|khong ap dung|thuc hien theo lich rieng)\b(?:.{0,40}? (?P<here>muc nay|diem nay|noi dung nay))?"
)
_RESTS = re.compile(  # "Hồ bơi bảo trì: CLB Bơi cơ bản nghỉ các ngày 19, 21, 23/7"
    r"(?:^\W*|[:,]\s+)(?:rieng )?(?P<what>(?!ngay |thu |chu nhat|toan |cac )[a-z][^:;.,\d]{2,50}?) (?:duoc "
    r"|tam )?nghi "
    r"(?:(?:sinh hoat|hop|tap|hoc|hoat dong|phuc vu) )?(?:(?:vao|trong) )?(?:cac )?(?:ngay|tu|tuan|buoi|het) "
    r"[^a-z]{0,4}\d"
)
_FEAST = re.compile(r"\W*(?:thoi gian )?nghi tet\b.{0,30}\d")
_BUT_FEAST = re.compile(r"\btru (?:tuan |dip |ngay |thoi gian )*(?:nghi )?(?:le,? )?(?:tet)\b")
_HABIT = re.compile(_HELD)
_ANYTHING = re.compile(r"hop|lam viec|hoat dong|mo cua|thuc hien")


def without_breaks(
    drafts: Sequence[Draft], items: Iterable[Item], context: Context, topic: str | None
) -> list[Draft]:
    """The drafts of a standing paper with the days left out on which it says that they are not held.

    topic: what the whole paper is about. What is not held is no draft of its own; a holiday stays one, and of a holiday
    alone ("Nghỉ Tết: từ 23/01 đến 05/02") nothing is known of what goes on in it.
    """
    standing = [d for d in drafts if isinstance(d.when, Repeat) and d.category is Category.MEETING]
    kept = list(drafts)
    for item in items if standing else ():
        for part in _parts(item):
            for sentence in _SENTENCE.findall(part.text):
                of_these = _not_held_by(fold(sentence), item, standing, topic)
                spans = _spans(sentence, context) if of_these else []
                for draft in of_these if spans else ():
                    _leave_out(draft, spans)
                if spans:
                    kept = [d for d in kept if not _is_the_break(d, part, spans)]
    return kept


def _parts(item: Item) -> Iterator[Item]:
    """An item and all that stands below it."""
    yield item
    for child in item.children:
        yield from _parts(child)


def _not_held_by(sentence: str, item: Item, standing: Sequence[Draft], topic: str | None) -> Sequence[Draft]:
    """Those of the standing drafts that a sentence says are not held on the days that it names."""
    if told := _BREAK.match(sentence):
        return _named(told["what"], standing, topic)
    if told := _ELSEWHERE.search(sentence):
        return _of_item(item, standing) if told["here"] else standing
    if _FEAST.match(sentence):
        return [draft for draft in standing if _BUT_FEAST.search(_said(draft))]
    if told := _RESTS.search(sentence):
        title = re.compile(rf"\b{re.escape(told['what'].strip())}\b")
        return [d for d in standing if title.search(fold(d.title)) or fold(d.title) in told["what"]]
    return ()


def _of_item(item: Item, standing: Sequence[Draft]) -> Sequence[Draft]:
    lines = {passage.line for part in _parts(item) for passage in part.passages}
    return [draft for draft in standing if any(passage.line in lines for passage in draft.evidence)]


def _said(draft: Draft) -> str:
    return " ".join(fold(passage.text) for passage in draft.evidence)


def _spans(sentence: str, context: Context) -> list[DaySpan]:
    """The days that a sentence tells; none where it tells of a repeat."""
    found = understood(sentence, context)
    readings = [reading.when for reading in found.readings]
    if any(isinstance(when, Repeat) for when in readings):
        return []
    readings += [
        each.when for each in found.observances if each.when and not readings
    ]  # "Nghỉ Tết từ 08/02 đến 14/02"
    told = [when for when in readings if isinstance(when, (Day, Days, Span))]
    days = [DaySpan(day, day) for when in told if isinstance(when, Days) for day in when.days]
    whole = [extent(when) for when in told if not isinstance(when, Days)]
    return [*days, *(span for span in whole if span is not None and span.last < date.max)]


def _named(what: str, standing: Sequence[Draft], topic: str | None) -> Sequence[Draft]:
    key = what.strip()
    if _ANYTHING.fullmatch(key) or (topic and key in fold(topic)):
        return standing
    named = [draft for draft in standing if key in fold(draft.title)]
    return named or (standing if _HABIT.fullmatch(key) else ())


def _leave_out(draft: Draft, spans: Iterable[DaySpan]) -> None:
    when = draft.when
    if not isinstance(when, Repeat):
        return
    rule = when.recurrence
    days = (day for span in spans for day in days_between(rule._replace(roll=None), span))
    draft.when = when._replace(recurrence=rule._replace(left_out=tuple(sorted({*rule.left_out, *days}))))


def _is_the_break(draft: Draft, item: Item, spans: Sequence[DaySpan]) -> bool:
    if isinstance(draft.when, Repeat) or not draft.evidence or draft.category is not Category.MEETING:
        return False
    lines = {passage.line for passage in item.passages}
    return extent(draft.when) in spans and all(passage.line in lines for passage in draft.evidence)
