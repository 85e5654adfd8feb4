"""From an item as written to what it announces: none, one or several drafts of entries.

The text is parted into clauses; a clause with a time of its own begins an entry, one that holds only a time, a place or a
person completes the one before. What is hard is to know a topic, an occasion or a remark from a time: an item with a label
(column, day heading) keeps that day, and a task in prose needs a head word or a deadline to count (reference section C).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from calendars.grammar import understand
from calendars.grammar.rule import Context, Observance, Reading, Understanding
from calendars.layouts.layout import Item, Matter
from calendars.layouts.outline import is_furniture
from calendars.layouts.words import fold
from calendars.programme import Category, Issue, Passage, Status
from calendars.reading.dayparts import label_part, part_readings
from calendars.reading.people import find_people, is_leader, split_leader
from calendars.reading.period import period_in
from calendars.reading.places import find_place, is_place, place_name
from calendars.reading.precedence import OLD, Origin, Settled, has_day, outranks, settle
from calendars.reading.scope import Draft, Scope
from calendars.reading.spans import HOLE, Span, brackets, clauses, colon, filled, inside, quotations, tidy_holes, with_holes
from calendars.reading.titles import has_head, mentions_head, title_of
from calendars.reading.words import item_words
from calendars.times import DayPart
from calendars.when import Day, Days, Hours, Repeat, Undated, When, Window, with_hours

_PERIOD_HEADING = re.compile(r"(?:trong\s+)?(?:thang|quy|tuan)\s*(?:\d{1,2}|[iv]+)\b.{0,40}")
_PAREN_EDGE = re.compile(r"^[(\s]+|[)\s.;]+$")


@dataclass(slots=True)
class _Group:
    """Clauses that speak of one thing: the first names it."""

    spans: list[Span] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    named: bool = False

    def text(self, whole: str) -> str:
        return " ".join(whole[begin:end].strip() for begin, end in self.spans)


def read_item(item: Item, scope: Scope) -> list[Draft]:
    """The drafts of an item and of what stands below it."""
    if is_furniture(item.text) and not item.day:
        # A formula announces nothing but, now and then, by when something is to be handed in.
        asked = [] if scope.matter is Matter.REPORT else _own_drafts(item, replace(scope, matter=Matter.TASKS, period=None, section=()))
        return [draft for draft in asked if draft.category is Category.DEADLINE]
    if not item.children:
        return _own_drafts(item, scope)
    inner = _scope_below(item, scope)
    below = [draft for child in item.children for draft in read_item(child, inner)]
    if _is_mere_heading(item, scope):
        return below
    own = _own_drafts(item, replace(scope, period=None) if below else scope)
    if not own and not below and scope.period and has_head(item.text):
        return _own_drafts(item, scope)
    return own + below


def _is_mere_heading(item: Item, scope: Scope) -> bool:
    text = item.text.strip()
    if _PERIOD_HEADING.fullmatch(fold(text).strip(" :.")):
        return True
    if _change_of(text)[0] is not None or _change_of(text)[1] or text.endswith(":"):
        return not any(has_day(reading) for reading in understand(text, scope.context).readings) or text.endswith(":")
    return False


def _scope_below(item: Item, scope: Scope) -> Scope:
    """What the children of an item inherit from it."""
    text = item.text.strip()
    passages = (*item.passages, *scope.parent_passages)[:3]
    if _PERIOD_HEADING.fullmatch(fold(text).strip(" :.")) and (span := period_in(text, _near(scope.context))):
        return replace(scope, context=replace(scope.context, period=span), period=scope.period and span, parent_passages=passages)
    status, venue = _change_of(text)
    added = item_words()["change.added"].match(fold(text)) is not None
    changed = status is not None or venue or added
    readings = tuple(understand(text, scope.context).readings)
    section = tuple(reading for reading in readings if has_day(reading)) or scope.section
    parent = None if changed else _filled_title(text, readings)
    matter = Matter.EVENTS if changed else scope.matter
    return replace(
        scope,
        section=section,
        change=status or scope.change,
        venue_change=venue or scope.venue_change,
        parent=parent if parent and has_head(parent) else scope.parent,
        parent_passages=passages if text.endswith(":") or readings else scope.parent_passages,
        matter=matter,
        period=scope.period if has_head(text) or text.endswith(":") else None,
    )


def _near(context: Context) -> "None | object":
    return context.period.middle() if context.period else context.issued


def _filled_title(text: str, readings: Sequence[Reading]) -> str:
    return title_of(filled(tidy_holes(with_holes(text, [reading.at for reading in readings]))))


def _change_of(text: str) -> tuple[Status | None, bool]:
    """(the state that a heading gives to what stands below it, whether it says that the place changes)."""
    folded, words = fold(text).strip(" :."), item_words()
    if len(folded) > 90:
        return None, False
    if words["change.venue"].match(folded):
        return None, True
    if words["change.cancelled"].match(folded):
        return Status.CANCELLED, False
    if words["change.postponed"].match(folded):
        return Status.POSTPONED, False
    return None, False


# --- one item's own text ----------------------------------------------------------------------------------------


def _own_drafts(item: Item, scope: Scope) -> list[Draft]:
    text = item.text
    found = understand(text, scope.context)
    label = _label_readings(item, scope)
    taken = [no_time.at for no_time in found.no_times] + [observance.at for observance in found.observances]
    quoted = quotations(text)
    own = [r for r in found.readings if not _is_in_name(r, quoted)]
    readings = [r for r in part_readings(text, own, taken) if not _is_assembly(text, r)]
    readings = _without_topics(text, readings, label)
    groups = _groups(text, readings, found)
    drafts: list[Draft] = []
    leader = None
    for number, group in enumerate(groups):
        made, leader = _drafts_of(item, scope, text, group, found, label, leader, only=len(groups) == 1, first=number == 0)
        drafts += made
    drafts += _observances(item, scope, found, drafts, label, text)
    return drafts


def _label_readings(item: Item, scope: Scope) -> list[Reading]:
    """What the day and time labels of an item say; the day first."""
    readings: list[Reading] = []
    for words in (item.day, item.time):
        if words:
            text = _spelled_out(words)
            part = label_part(text)
            readings += [part] if part else part_readings(text, understand(text, scope.context).readings, ())
    return readings


def _spelled_out(label: str) -> str:
    """The letters by which tables shorten parts of the day, in full."""
    label = re.sub(r"\bS\s*[+&,/]\s*C\b", "cả ngày", label)
    label = re.sub(r"(?:^|(?<=\s))S(?=\s|$|[:,(])", "sáng", label)
    return re.sub(r"(?:^|(?<=\s))C(?=\s|$|[:,(])", "chiều", label)


def _without_topics(text: str, readings: Sequence[Reading], label: Sequence[Reading]) -> list[Reading]:
    """The readings without those that tell no time of the thing itself, where its day is known.

    Such are stretches of time that it is about ("họp đầu năm (8h)") and days other than that of its label.
    """
    firm = [r for r in (*label, *readings) if has_day(r) and not isinstance(r.when, Window)]
    exact = next((r.when for r in label if has_day(r) and not isinstance(r.when, Window)), None)
    kept: list[Reading] = []
    for reading in readings:
        begin, end = reading.at
        is_window = isinstance(reading.when, Window)
        other_day = exact is not None and has_day(reading) and not is_window and not outranks(reading, exact, text)
        if other_day and not reading.deadline:
            continue
        if not firm or not is_window or not text[:begin].strip(" -+*•("):
            kept.append(reading)
        elif reading.when.hours and (found := re.search(r"[(,;]", text[begin:end])):
            kept.append(replace(reading, at=(begin + found.start() + 1, end), when=Undated(reading.when.hours)))
    return kept


def _is_in_name(reading: Reading, quoted: Sequence[Span]) -> bool:
    """Whether a time is a word of a quoted name ("Chủ nhật Đỏ")."""
    begin, end = reading.at
    return any(a < begin and end < b and (b - a) - (end - begin) > 5 for a, b in quoted)


def _is_assembly(text: str, reading: Reading) -> bool:
    """Whether a time is that of a departure, a gathering or a registration, which is not the beginning."""
    begin, end = reading.at
    before = fold(text[max(0, begin - 40) : begin])
    after = fold(text[end : end + 30])
    words = item_words()["items.assembly"]
    near = re.split(r"[.;(\n]", before)[-1]
    found = words.all(near)
    if found and not re.search(r"\b(?:hop|hoi nghi|khai mac)\b", near[found[-1].end() :]):
        return reading.when.hours.start is not None and not has_day(reading)
    return words.match(after.lstrip(" :-–")) is not None and not has_day(reading)


def _groups(text: str, readings: Sequence[Reading], found: Understanding) -> list[_Group]:
    """The clauses of a text, grouped by what they speak of."""
    protected = [reading.at for reading in readings] + [no_time.at for no_time in found.no_times]
    protected += [observance.at for observance in found.observances]
    groups: list[_Group] = []
    pending: _Group | None = None
    for begin, end in _split(text, readings, protected):
        own = [reading for reading in readings if begin <= reading.at[0] < end]
        rest = _rest(text, (begin, end), own)
        pure = _is_pure(rest)
        if pure and not own:
            if groups:
                groups[-1].spans.append((begin, end))
            continue
        if pure and groups and not _completes_later(groups[-1], own):
            groups[-1].spans.append((begin, end))
            groups[-1].readings += own
            continue
        if pure:
            pending = pending or _Group()
            pending.spans.append((begin, end))
            pending.readings += own
            continue
        if own or not groups or (pending is not None):
            group = pending or _Group()
            pending = None
            group.spans.append((begin, end))
            group.readings += own
            group.named = True
            groups.append(group)
        else:
            groups[-1].spans.append((begin, end))
    if pending is not None:
        groups.append(pending)
    return groups


def _completes_later(group: _Group, own: Sequence[Reading]) -> bool:
    return False


def _split(text: str, readings: Sequence[Reading], protected: Sequence[Span]) -> Iterable[Span]:
    """The clauses, parted once more where a new hour or part of the day opens a new thing ("..., chiều họp B")."""
    closed = [*brackets(text), *quotations(text)]
    for begin, end in clauses(text, protected):
        own = [reading for reading in readings if begin <= reading.at[0] < end and not inside(reading.at[0], closed)]
        at = begin
        for before, reading in zip(own, own[1:], strict=False):
            head = text[before.at[1] : reading.at[0]]
            tail = text[reading.at[1] : end]
            opens = re.search(r"[,–-]\s*$", head) is not None and len(head.split()) > 1
            first_opens = not text[at : before.at[0]].strip(" -+•*(:") or is_leader(text[at : before.at[0]].strip(" -:"))
            if opens and first_opens and has_head(tail.lstrip(" ,:-–")) and not has_day(reading):
                yield at, reading.at[0]
                at = reading.at[0]
        yield at, end


def _rest(text: str, span: Span, readings: Sequence[Reading]) -> str:
    """A clause without its times."""
    begin, end = span
    cuts = [(a - begin, min(b, end) - begin) for a, b in (reading.at for reading in readings)]
    return tidy_holes(with_holes(text[begin:end], cuts))


def _is_pure(rest: str) -> bool:
    """Whether nothing is left of a clause but words that lead to a time, a place or a person."""
    bare = re.sub(r"[\x00\s,;:.()\-–+*•]+", " ", rest).strip()
    if not bare:
        return True
    folded = fold(bare)
    words = item_words()
    left = re.sub(r"\s+", " ", words["items.pure"]._pattern.sub(" ", folded)).strip()
    if not left:
        return True
    if words["items.told_later"].fullmatch(folded):
        return True
    place = find_place(rest)
    if place and place.at[0] <= len(rest) - len(rest.lstrip(" \x00,.;:-–(")):
        return not rest[place.at[1] :].strip(" \x00,.;:()-–")
    people = find_people(rest)
    return bool(people.cuts) and not filled(with_holes(rest, people.cuts)).strip(" .;,()")


def _drafts_of(
    item: Item,
    scope: Scope,
    text: str,
    group: _Group,
    found: Understanding,
    label: Sequence[Reading],
    leader: str | None,
    *,
    only: bool,
    first: bool,
) -> tuple[list[Draft], str | None]:
    """The drafts of one group of clauses, and the leader whose line it is (for the groups after it)."""
    words = _Words(text, group)
    name = words.title(leader)
    leader = name.leader or leader
    old = [reading for reading in group.readings if reading.status in OLD]
    new = [reading for reading in group.readings if reading.status not in OLD]
    section = scope.section if scope.matter is not Matter.TASKS else ()
    period = scope.period if first or group.named else None
    moves = bool(old) and any(has_day(reading) or reading.when.hours for reading in new)
    settled: list[Settled] = []
    for readings, is_old in ((old, True), (new, False)):
        if is_old and not old:
            continue
        if not is_old and old and not moves:
            continue
        status = _status_in(group.text(text)) if scope.notice and not old else None
        one = settle(readings, label, () if is_old else section, None if is_old else period, group.text(text), scope.day)
        if one is not None:
            if is_old:
                one = replace(one, status=readings[0].status)
            elif status is not None and not one.deadline:
                one = replace(one, status=status)
            settled.append(one)
    if moves and len(settled) == 2:
        settled[1] = _same_day(settled[1], settled[0])
    title = name.title or (scope.parent if name.leader or not name.title else None) or scope.subject or ""
    if scope.topic and (not title or (is_leader(title) and not has_head(title))):
        leader, title = title or leader, scope.topic
        name = replace(name, leader=leader)
    if not settled or not title:
        return [], leader
    drafts = []
    for one in settled:
        if not _counts(one, group, title, name.title, scope, item):
            continue
        drafts.append(_draft(item, scope, one, title, name, words, leader if name.leader or not first else name.leader))
    return drafts, leader


def _status_in(text: str) -> Status | None:
    """The state that the verb of a sentence gives to its meeting: cancelled, postponed, or None."""
    folded, words = fold(text), item_words()
    if words["change.cancelled"].search(folded):
        return Status.CANCELLED
    if words["change.postponed"].search(folded):
        return Status.POSTPONED
    return None


def _same_day(new: Settled, old: Settled) -> Settled:
    """A new hour without a day is on the old day."""
    if isinstance(new.when, Undated) and isinstance(old.when, Day) and new.when.hours:
        return replace(new, when=with_hours(old.when, new.when.hours), status=Status.CONFIRMED)
    return new


def _counts(one: Settled, group: _Group, title: str, own_title: str, scope: Scope, item: Item) -> bool:
    """Whether this is an entry: section C's rule of thumb."""
    folded = fold(title)
    words = item_words()
    whole = fold(_LEADING.sub("", group.text(item.text)))
    for words_of_it in (folded, whole.split(":")[-1].strip() if len(whole) < 60 else folded):
        if words["items.fillers"].match(words_of_it) and not words["items.fillers_kept"].match(words_of_it) and len(words_of_it) < 60:
            return False
    if scope.matter in (Matter.REPORT, Matter.TAIL):
        return False
    if isinstance(one.when, Undated) and one.status is not Status.TENTATIVE and not item.day:
        return False
    if scope.matter is Matter.EVENTS or scope.change or item.day or scope.subject:
        return True
    if one.deadline or words["items.deadline_sure"].match(folded):
        return True
    if isinstance(one.when, Window) and not has_head(title):
        return mentions_head(group_title(title)) and scope.matter is not Matter.TASKS
    if scope.matter is Matter.TASKS:
        return has_head(title) or mentions_head(title) or words["items.campaigns"].search(folded) is not None
    return has_head(title) or mentions_head(title) or one.origin is Origin.OWN


def group_title(title: str) -> str:
    """The words of a title up to its first comma."""
    return title.split(",")[0]


def _draft(
    item: Item, scope: Scope, one: Settled, title: str, name: "_Name", words: "_Words", leader: str | None
) -> Draft:
    category = _category(one, title, scope)
    when = one.when
    if category is Category.OBSERVANCE and not when.hours:
        when = with_hours(when, Hours(part=DayPart.ALL_DAY))
    status = one.status
    if scope.change is not None and status not in OLD:
        status = scope.change
    location = item.location or words.location
    if scope.venue_change and name.right:
        location = place_name(re.split(r"\(", name.right)[0])
    draft = Draft(
        title=title,
        category=category,
        status=status,
        when=when,
        origin=one.origin,
        evidence=_evidence(item, scope, one.origin),
        location=location,
        chair=item.chair or words.chair or leader,
        attendees=item.attendees or words.attendees,
        prepared_by=item.prepared_by or words.prepared_by,
        note="; ".join(filter(None, (item.note, *words.notes))) or None,
        issues=list(one.issues),
    )
    if not has_head(title):
        draft.clues.add("weak-head")
    if one.origin in (Origin.SECTION, Origin.PERIOD):
        draft.clues.add(f"time-of-{one.origin.value}")
    if scope.matter is Matter.TASKS:
        draft.clues.add("in-prose")
    return draft


def _category(one: Settled, title: str, scope: Scope) -> Category:
    folded, words = fold(title), item_words()
    if one.deadline:
        return Category.DEADLINE
    if words["items.deadline_sure"].match(folded):
        return Category.DEADLINE
    handing_in = re.match(r"(?:nop|gui|dang ky)\b", folded) or (re.search(r"\b(?:gui|nop)\s", folded) and not has_head(title))
    if handing_in and isinstance(one.when, (Day, Days, Repeat)):
        return Category.DEADLINE
    if words["items.campaigns"].match(folded) or (
        scope.matter is Matter.TASKS and words["items.campaigns"].search(folded) and not isinstance(one.when, (Day, Window))
    ):
        return Category.OBSERVANCE
    return Category.MEETING


def _evidence(item: Item, scope: Scope, origin: Origin = Origin.OWN) -> tuple[Passage, ...]:
    """The passages of an item, of what stands over it, and of its section where the time came from there."""
    seen: dict[tuple[int, str | None], Passage] = {}
    from_section = scope.section_passages if origin is Origin.SECTION else ()
    for passage in (*item.passages, *scope.parent_passages, *from_section):
        seen.setdefault((passage.line, passage.text), passage)
    return tuple(seen.values())


# --- the words of a group -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Name:
    """What a group's words name: the title, the leader before the colon, the words right of it."""

    title: str
    leader: str | None = None
    right: str | None = None


class _Words:
    """A group's words taken apart: times, brackets, place and people cut out, the title left."""

    def __init__(self, text: str, group: _Group) -> None:
        self.location: str | None = None
        self.chair: str | None = None
        self.attendees: str | None = None
        self.prepared_by: str | None = None
        self.notes: list[str] = []
        begin = group.spans[0][0]
        first = next((span for span in group.spans if not _is_pure(_rest(text, span, group.readings))), group.spans[0])
        self._main = self._cut(text, first, group)
        for span in group.spans:
            if span != first:
                self._take_details(text, span, group, pure=_is_pure(_rest(text, span, [r for r in group.readings if span[0] <= r.at[0] < span[1]])))
        self.begin = begin

    def _cut(self, text: str, span: Span, group: _Group) -> str:
        begin, end = span
        readings = [reading for reading in group.readings if begin <= reading.at[0] < end]
        cuts = [(a - begin, min(b, end) - begin) for a, b in (reading.at for reading in readings)]
        piece = text[begin:end].rstrip(" .;\n")
        holed = tidy_holes(with_holes(piece, [*cuts, *self._told_brackets(piece, cuts)]))
        people = find_people(holed)
        self.chair = self.chair or people.chair
        self.attendees = self.attendees or people.attendees
        self.prepared_by = self.prepared_by or people.prepared_by
        holed = tidy_holes(with_holes(holed, people.cuts))
        if place := find_place(holed):
            self.location = self.location or place.name
            holed = tidy_holes(with_holes(holed, [place.at]))
        return self._without_remarks(holed)

    def _told_brackets(self, text: str, cuts: Sequence[Span]) -> Iterable[Span]:
        """The brackets that tell of time, place or people, to be cut; what they tell is kept, the rest is a note."""
        quoted = quotations(text)
        for begin, end in brackets(text):
            if inside(begin, quoted):
                continue
            inner = [(a - begin - 1, min(b, end) - begin - 1) for a, b in cuts if begin < a < end]
            content = text[begin + 1 : end].removesuffix(")")
            told, unknown = self._bracket(tidy_holes(with_holes(content, inner)))
            if _LENGTH_ONLY.fullmatch(fold(content).strip()):
                yield begin, end
            elif inner or told or _CITING.search(fold(content)) or _DAY_INSIDE.search(fold(content)):
                if any(len(piece) > 2 for piece in unknown):
                    self.notes.append(re.sub(r"\s+", " ", content).strip(" .;,") if inner else "; ".join(unknown))
                yield begin, end

    def _bracket(self, content: str) -> tuple[bool, list[str]]:
        """(whether a piece of a bracket was understood, the pieces that were not)."""
        told = False
        unknown: list[str] = []
        pieces = re.split(r"[;\x00]|,(?!\s*\d)", content)
        for piece in (piece.strip(" ,.:") for piece in pieces):
            if not piece:
                continue
            folded = fold(piece)
            people = find_people(piece + " ")
            bare_person = re.match(r"(?:đ/c|Đ/c|đồng chí|Đồng chí)\s+[^,;:]{2,40}$", piece)
            if item_words()["items.told_later"].match(folded):
                told = True
                if folded not in ("du kien",):
                    self.notes.append(piece)
            elif people.cuts:
                told = True
                self.chair = self.chair or people.chair
                self.attendees = self.attendees or people.attendees
                self.prepared_by = self.prepared_by or people.prepared_by
            elif bare_person:
                told = True
                self.attendees = self.attendees or piece
            elif is_place(piece) or (re.match(r"(?:phong|hoi truong|diem cau|nha|tai)\b", folded) and not _PREPARING.search(folded)):
                told = True
                if self.location is None:
                    self.location = place_name(piece)
            else:
                unknown.append(piece)
        return told, unknown

    def _without_remarks(self, text: str) -> str:
        found = item_words()["items.told_later"].search(fold(text))
        if found and fold(text)[found.start() : found.end()] != "du kien":
            self.notes.append(filled(text[found.start() :]))
            return text[: found.start()]
        return text

    def _take_details(self, text: str, span: Span, group: _Group, *, pure: bool) -> None:
        """The clauses after the first: their place and people; other words are a note."""
        kept = len(self.notes)
        words = filled(self._cut(text, span, group))
        del self.notes[kept:]
        if words and not pure and len(self.notes) < 4:
            self.notes.append(words)

    def _take_leader(self, who: str | None, attends: bool) -> None:
        if who and attends:
            self.attendees = self.attendees or who
        elif who:
            self.chair = self.chair or who

    def title(self, leader: str | None) -> _Name:
        """The title in the words that are left (reference section F.1, step 3)."""
        main = self._main
        place = colon(main)
        if place is None:
            who, verb, rest = split_leader(filled(main))
            self._take_leader(who, verb)
            return _Name(title_of(rest))
        left, right = filled(main[:place]), filled(main[place + 1 :])
        if not right:
            return _Name(title_of(left), None) if not is_leader(left) else _Name("", left)
        if not left or _LABEL.fullmatch(fold(left)):
            who, verb, rest = split_leader(right)
            self._take_leader(who, verb)
            return _Name(title_of(rest))
        if is_leader(left):
            return _Name(title_of(right), left, right)
        if is_place(right):
            self.location = self.location or place_name(right)
            return _Name(title_of(left), None, right)
        if has_head(left) or not has_head(right):
            self.notes.insert(0, right) if has_head(left) and len(right) > 2 else None
            return _Name(title_of(left if has_head(left) else f"{left}: {right}"), None, right)
        return _Name(title_of(right), None, right)


_LEADING = re.compile(r"^(?:[Bb]uổi\s+)?(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Cc]ả ngày)?[\s:,.\-]*")
_LABEL = re.compile(r"(?:noi dung|thoi gian|cong viec|ve viec|hoat dong|v/v)(?:\s.{0,20})?")
_LENGTH_ONLY = re.compile(r"(?:trong\s+)?\d{1,2}(?:[,.]5)?\s*(?:ngay|buoi)")
_CITING = re.compile(r"\b(?:ke hoach|cong van|quyet dinh|thong bao|giay moi|nghi quyet|van ban)\s+(?:so\s*)?\d|\btheo\b|kem theo")
_DAY_INSIDE = re.compile(r"\bngay\s*\d{1,2}\b|\b\d{1,2}/\d{1,2}\b")
_PREPARING = re.compile(r"chuan bi|tham muu|phoi hop|bao cao")


# --- observances ---------------------------------------------------------------------------------------------------


def _observances(
    item: Item, scope: Scope, found: Understanding, drafts: Sequence[Draft], label: Sequence[Reading], text: str
) -> Iterable[Draft]:
    if scope.matter in (Matter.REPORT, Matter.TAIL):
        return
    if scope.matter is Matter.EVENTS and any(draft.category is not Category.OBSERVANCE for draft in drafts):
        return
    for observance in found.observances:
        when = observance.when
        if when is None or _is_told(observance, drafts):
            continue
        yield Draft(
            title=_observance_title(observance.name),
            category=Category.OBSERVANCE,
            status=Status.CONFIRMED,
            when=when if when.hours else with_hours(when, Hours(part=DayPart.ALL_DAY)),
            origin=Origin.OWN,
            evidence=_evidence(item, scope),
            issues=list(observance.issues),
            clues={"observance"} | (set() if observance.dated else {"day-from-table"}),
        )


def _is_told(observance: Observance, drafts: Sequence[Draft]) -> bool:
    return any(
        draft.category is Category.OBSERVANCE and fold(observance.name) in fold(draft.title) for draft in drafts
    )


def _observance_title(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" ,;.:-–")
    return name[:1].upper() + name[1:]


def issue_of(code: str, detail: str, passage: Passage | None) -> Issue:
    """An issue with its place."""
    return Issue(code, detail, passage)


def when_of_label(readings: Sequence[Reading]) -> When | None:
    """The first day that a label tells."""
    return next((reading.when for reading in readings if has_day(reading)), None)
