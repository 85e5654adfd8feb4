"""A document as a programme: frame off, body divided, items read, doubles merged, doubts noted.

Pure: the same document and the same `today` give the same programme, and no text makes it raise; what is odd is
an issue.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from calendars.documents.document import Block, Document, Line, Table
from calendars.grammar.rule import Context, Reading
from calendars.layouts import choose_layout
from calendars.layouts.cards import with_cards
from calendars.layouts.day_above import with_day_above
from calendars.layouts.layout import Matter, Section
from calendars.layouts.records import with_records
from calendars.layouts.timelabels import opens_with_time
from calendars.layouts.words import fold
from calendars.marks import Category, Status
from calendars.programme import Entry, Kind, Programme, Source
from calendars.reading.blocks.footnotes import take_footnotes
from calendars.reading.blocks.lines import readable_blocks
from calendars.reading.blocks.unit_rows import units_as_outlines
from calendars.reading.checks import (
    as_sure_as_the_rest,
    finished,
    first_held,
    is_day_of_a_feast,
    is_long_past,
    is_mention,
    is_of_another_count,
    is_of_every_year,
    is_of_years_ago,
    is_the_week,
    lasts_as_another,
    only_begins,
    only_ends,
    was_before,
)
from calendars.reading.doubles import merge_doubles
from calendars.reading.doubts import clues_of, issues_of
from calendars.reading.framing.agenda_days import with_day_of_agenda
from calendars.reading.framing.days_named import day_near
from calendars.reading.framing.frame import (
    Frame,
    headline_of_change,
    leads_to_changes,
    messages_change,
    take_frame,
    titled,
)
from calendars.reading.framing.invitation_headlines import with_headline
from calendars.reading.framing.kinds import A_MONTH, is_letter, kind_of_paper
from calendars.reading.framing.letter_days import with_day_of_letter
from calendars.reading.framing.period import Period
from calendars.reading.framing.period_of import period_of
from calendars.reading.framing.rule_headlines import as_title, headline_of_rule
from calendars.reading.framing.sent_days import sent_first, when_sent
from calendars.reading.framing.tail import issuer_in
from calendars.reading.framing.titled import told_in_title
from calendars.reading.framing.topics import roster_topic, told_in_rounds
from calendars.reading.ignoring import ignored_in
from calendars.reading.letters.agendas import agenda_in, agenda_of
from calendars.reading.letters.headed_times import with_headed_times
from calendars.reading.letters.headings import asked_in_heading, time_in_heading
from calendars.reading.letters.letter import name_parts
from calendars.reading.letters.openings import closed_by, opening_of_each
from calendars.reading.letters.sessions import session_of
from calendars.reading.letters.told_in_notes import with_notes_as_lines
from calendars.reading.letters.told_once import apply_to_all
from calendars.reading.letters.wholes import without_told_again, without_wholes
from calendars.reading.listed import read_listed
from calendars.reading.naming.bare import name_fully
from calendars.reading.naming.categories import heads_terms
from calendars.reading.naming.lettering import in_small_letters
from calendars.reading.naming.observances import without_its_name
from calendars.reading.notices.corrections import with_corrections
from calendars.reading.notices.days_off import with_days_off_named
from calendars.reading.notices.decided import decides
from calendars.reading.notices.foot_changes import settle_foot_changes
from calendars.reading.notices.foot_states import called_off_in
from calendars.reading.notices.old_and_new import in_list, labels_plainly, listed_apart, name_rows
from calendars.reading.notices.paragraphs import each_paragraph
from calendars.reading.notices.settle import plain_titles, settle_notice
from calendars.reading.notices.states_in_headings import state_of_all
from calendars.reading.parts.headed import heading_over, told_by_heading
from calendars.reading.parts.inheritance import day_told_before, on_the_day_above, scope_behind
from calendars.reading.parts.often_above import with_often_told
from calendars.reading.parts.referred import with_notes_told
from calendars.reading.parts.sharing import (
    give_hours,
    give_place,
    hours_of_each,
    like_above,
    place_as_item,
    place_beside,
    place_of_all,
    with_place_above,
)
from calendars.reading.rules.bounds import keep_within, says_when, within
from calendars.reading.rules.breaks import without_breaks
from calendars.reading.rules.exceptions import leave_out
from calendars.reading.rules.halves import without_halves
from calendars.reading.rules.rolling import roll_all
from calendars.reading.rules.validity import in_force, narrowed
from calendars.reading.scope import Draft, Scope
from calendars.reading.signs import with_signs_of_guessing
from calendars.reading.timing.early_hours import put_in_order
from calendars.reading.timing.headings import (
    foresees,
    heading_span,
    hours_in_note,
    is_whole,
    lists_meetings,
    thing_in,
    without_times,
)
from calendars.reading.timing.precedence import has_day
from calendars.reading.timing.understanding import understood
from calendars.reading.unread import unread_times
from calendars.times import DaySpan
from calendars.when import NO_HOURS, Day, Repeat, Undated


@dataclass(frozen=True, slots=True)
class Taken:
    """A document taken apart, before its words are understood."""

    frame: Frame
    footnotes: tuple[Line, ...]
    sections: tuple[Section, ...]
    likelihood: float
    layout: str


def take_apart(document: Document) -> Taken:
    """Frame, footnotes and sections of a document."""
    blocks, footnotes = take_footnotes(tuple(units_as_outlines(readable_blocks(document))))
    frame = take_frame(blocks)
    frame = replace(frame, stamped=frame.stamped or document.sent or sent_first(document.blocks))
    if frame.title is None and document.subject:
        frame = titled(frame, document.subject)
    frame = with_day_of_letter(with_headline(frame))
    if frame.kind is Kind.NOTICE:
        frame = replace(frame, body=labels_plainly(frame.body))
    elif frame.kind in (Kind.MONTHLY, Kind.WEEKLY):
        frame = replace(frame, body=tuple(with_records(frame.body)))
    elif frame.kind is Kind.INVITATION:
        frame = replace(frame, body=with_notes_as_lines(with_cards(frame.body)))
    elif frame.title is None and (headline := headline_of_rule(frame.body)):
        frame = replace(
            frame,
            title=as_title(headline),
            kind=Kind.RECURRING,
            head=(*frame.head, headline),
            body=frame.body[1:],
        )
    layout, likelihood = choose_layout(frame.body)
    if frame.title is None and layout.name == "letter" and (line := headline_of_change(frame.body)):
        frame = replace(frame, title=line, kind=Kind.NOTICE)
    elif frame.kind in (None, Kind.OTHER) and (
        leads_to_changes(frame.body)
        or (layout.name == "letter" and (messages_change(frame.body) or decides(frame.title, frame.body)))
    ):
        frame = replace(frame, kind=Kind.NOTICE)
    frame, sections = with_day_of_agenda(frame, layout.sections(frame.body) if frame.body else ())
    return Taken(frame, footnotes, sections, likelihood, layout.name)


def read_programme(document: Document, *, today: date | None = None) -> Programme:
    """What a document announces.

    today: helps to find a year where the document names none; without it such a day stays unknown.
    """
    taken = take_apart(document)
    frame = taken.frame
    lines = [text for block in frame.body for text in _texts(block)]
    period = period_of(frame, taken.sections, lines, today)
    kind = kind_of_paper(frame, period, lines)
    letter = period is not None and period.guessed and is_letter(kind, frame)
    known = day_near(frame, period, kind, lines, today)
    habits = kind is Kind.MONTHLY
    context = Context(period=period.span if period else None, issued=known, habits=habits)
    if letter:
        context = replace(context, period=None)
    begins = None
    if kind is Kind.RECURRING:
        holds = in_force([*(line.text for line in frame.head), *lines], frame.issued)
        begins = holds.first
        if period is None or period.guessed:
            # A standing rule has no end of its own: the month in which it was issued is not its period.
            begins = begins or frame.issued or holds.came or frame.stamped
            ends = holds.last
            span = DaySpan(begins, ends) if begins and ends and begins <= ends else None
            context = replace(context, period=span, issued=begins or known)
            period = Period(span) if span else None
        elif len(period.span) > A_MONTH:  # "NĂM 2018", "áp dụng ... đến hết 30/6/2018"
            period = Period(narrowed(period.span, holds))
            context = replace(context, period=period.span)
    drafts = _drafts(taken, kind, context)
    clues = clues_of(document, period, kind, taken.likelihood)
    span = context.period
    programme = span if kind in (Kind.MONTHLY, Kind.WEEKLY) and period and not period.guessed else None
    held = first_held(drafts) if kind is Kind.INVITATION else None
    entries: list[Entry] = []
    for draft in drafts:
        if isinstance(draft.when, Repeat) and (
            not says_when(draft.when.recurrence) or lasts_as_another(draft)
        ):
            draft.when = Undated(draft.when.hours)  # "mỗi quý một lần": no calendar can show it
            draft.status = Status.TENTATIVE if draft.status is Status.CONFIRMED else draft.status
        if is_of_another_count(draft, span):
            draft.when = Undated(draft.when.hours)
        if isinstance(draft.when, Repeat):
            draft.when = draft.when._replace(recurrence=within(draft.when.recurrence, span, begins))
        if (
            is_mention(draft, span, frame.issued)
            or is_long_past(draft, span, frame.issued)
            or only_begins(draft)
            or only_ends(draft, kind)
            or (programme is not None and was_before(draft, programme, frame.issued))
            or is_of_years_ago(draft, held)
            or is_day_of_a_feast(draft, kind)
            or is_of_every_year(draft, kind)
        ):
            continue
        weekly = kind is Kind.WEEKLY
        named = "ịch" in draft.title or "ich" in draft.title
        if (weekly or (named and kind in (Kind.OTHER, Kind.MONTHLY))) and is_the_week(
            draft, span if weekly else None
        ):
            continue
        draft.title = in_small_letters(draft.title, lines)
        entries.append(finished(draft, span, clues))
    unread = unread_times(taken.sections, context, entries)
    return Programme(
        source=Source(
            name=document.name, sha256=document.sha256, media_type=document.media_type, pages=document.pages
        ),
        kind=kind,
        title=frame.title,
        number=frame.number,
        issuer=frame.issuer or issuer_in(lines),
        issued=frame.issued,
        period=span,
        signatory=frame.signatory,
        distribution=frame.distribution,
        replaces=frame.replaces,
        entries=with_signs_of_guessing(
            as_sure_as_the_rest(merge_doubles(entries), sum(one.code == "not-taken" for one in unread)),
            notice=kind is Kind.NOTICE,
        ),
        ignored=ignored_in(document, taken.footnotes, frame, context),
        issues=(
            *issues_of(document, period, kind, entries, lines),
            *unread,
        ),
    )


def _texts(block: Block) -> Iterable[str]:
    if isinstance(block, Table):
        yield from (line.text for cell in block.cells for line in cell.lines)
    else:
        yield block.text


# --- the items --------------------------------------------------------------------------------------------------


def _drafts(taken: Taken, kind: Kind, context: Context) -> list[Draft]:
    told = without_halves(taken.sections) if kind is Kind.RECURRING else taken.sections
    if kind in (Kind.NOTICE, Kind.OTHER):
        told = with_days_off_named(told, taken.frame.title)
    sections, everywhere = apply_to_all(with_often_told(with_notes_told(told)), kind)
    drafts: list[Draft] = []
    place_of_document = place_of_all(sections)
    sections, hours_of_all = hours_of_each(sections, context, notice=kind is Kind.NOTICE)
    topic, rounds = roster_topic(taken.frame), told_in_rounds(taken.frame)
    sections = listed_apart(sections) if kind is Kind.NOTICE else sections
    sections = with_headed_times(sections) if kind is Kind.INVITATION else sections
    for order, whole in enumerate(sections):
        whole = with_corrections(each_paragraph(whole)) if kind is Kind.NOTICE else whole
        section, place = place_beside(with_place_above(with_day_above(whole)))
        before = len(drafts)
        scope = replace(
            _scope(section, kind, context),
            day=_meeting_day(kind, drafts),
            notice=kind is Kind.NOTICE,
            recurring=kind is Kind.RECURRING,
            topic=topic if kind is Kind.RECURRING else None,
            named=rounds or topic,
            rounds=rounds,
        )
        scope = in_list(whole, sections, scope) if kind is Kind.NOTICE else scope
        if (session := session_of(section, scope)) is not None:
            drafts += session
            continue
        agenda = agenda_of(section, drafts, scope)
        if agenda is not None:
            drafts = agenda
            continue
        drafts += time_in_heading(section, scope, taken.frame)
        drafts += asked_in_heading(section, scope) if kind is Kind.INVITATION else []
        places: dict[str, str] = {}
        for number, item in enumerate(section.items, 1):
            agenda = agenda_in(item, drafts, scope)
            if agenda is not None:
                drafts = agenda
                continue
            if kind in (Kind.INVITATION, Kind.NOTICE):
                day = (
                    day_told_before(item.text, drafts)
                    if scope.notice
                    else _meeting_day(kind, drafts, last=opens_with_time(item.text))
                )
                scope = replace(scope, day=day)
            made = read_listed(item, scope_behind(drafts, item, scope), taken.frame)
            made += called_off_in(item) if kind in (Kind.WEEKLY, Kind.MONTHLY) and drafts else []
            place_as_item(item, number, made, places)
            drafts += made
        give_place(drafts[before:] or drafts, place)  # "3. Địa điểm: ..." below the table that tells the days
        told_by_heading(drafts[before:], heading_over(sections, order), scope.context)
        if scope.context.period is not context.period:
            keep_within(drafts[before:], scope.context.period)
    give_place(drafts, place_of_document)
    give_hours(drafts, hours_of_all)
    drafts = like_above(everywhere(drafts, context))
    drafts = on_the_day_above(drafts) if kind in (Kind.INVITATION, Kind.NOTICE) else drafts
    put_in_order(drafts)
    if kind in (Kind.INVITATION, Kind.NOTICE, Kind.OTHER):
        items = [item for section in sections for item in section.items]
        drafts = closed_by(opening_of_each(drafts, items, context))
    if kind is Kind.INVITATION:
        drafts = without_told_again(without_wholes(drafts))
    if kind in (Kind.INVITATION, Kind.OTHER):
        name_parts(drafts, taken.frame)
    drafts = [*told_in_title(taken.frame, drafts, context), *drafts]
    drafts = name_fully(drafts, taken.frame)
    roll_all(taken.sections, drafts)
    items = [item for section in sections for item in section.items]
    leave_out(drafts, items, context)
    if kind is Kind.RECURRING:
        drafts = without_breaks(drafts, items, context, topic)
    drafts = without_its_name(drafts) if kind is Kind.INVITATION else drafts
    if kind is not Kind.NOTICE:
        return plain_titles(settle_foot_changes(drafts))
    drafts = name_rows(settle_notice(drafts, taken.frame), taken.frame)
    name_parts(drafts, taken.frame)  # not before: what is named alike is the same thing, moved
    return drafts


def _meeting_day(kind: Kind, drafts: list[Draft], *, last: bool = False) -> Reading | None:
    """The day of the meeting that an invitation is about; last: of the one that it told last."""
    if kind is not Kind.INVITATION:
        return None
    told = reversed(drafts) if last else drafts
    days = (d for d in told if d.category is Category.MEETING and isinstance(d.when, Day))
    return next((Reading((0, 0), Day(d.when.day), d.status) for d in days if isinstance(d.when, Day)), None)


def _scope(section: Section, kind: Kind, context: Context) -> Scope:
    matter = section.matter
    heading = section.heading or ""
    context = when_sent(section.sent, context)
    span = heading_span(heading, context)
    if span:
        context = replace(context, period=span)
        matter = Matter.EVENTS if matter == Matter.UNKNOWN else matter
    readings: tuple[Reading, ...] = ()
    hours_of_each = NO_HOURS
    if section.note:
        readings += tuple(understood(section.note, context).readings)
        hours_of_each = hours_in_note(section.note, readings)
    hours: tuple[Reading, ...] = ()
    if heading and not span and not readings and matter is not Matter.TASKS:
        told = tuple(understood(heading, context).readings)
        # "Hoạt động trong tháng" says no more than the title.
        readings = tuple(r for r in told if has_day(r) and not is_whole(r.when, context))
        hours = () if readings else told  # "I. Chủ tịch tiếp công dân từ 8 giờ đến 11 giờ"
    lists = matter is Matter.EVENTS and kind in (Kind.MONTHLY, Kind.OTHER)
    period = context.period if lists and (span or not heading or lists_meetings(heading)) else None
    passages = section.passages if readings or span else ()
    name = "" if readings and not heading.endswith(":") else without_times(heading, hours or readings)
    return Scope(
        context=context,
        matter=matter,
        section=readings,
        period=period,
        section_passages=passages,
        due=heads_terms(heading),
        change=(state_of_all(fold(heading)) if heading else None)
        or (Status.TENTATIVE if span and foresees(heading) else None),
        heading=heading,
        parent=thing_in(name, section.items, standing=kind is Kind.RECURRING)
        if matter in (Matter.UNKNOWN, Matter.EVENTS) or kind is Kind.RECURRING
        else None,
        parent_hours=hours_of_each,
    )
