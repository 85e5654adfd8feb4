"""Programmes in the numbered form: "I." over "1." over "a)" or "-" (reference sections A.2 and A.5).

Also months of a quarter as headings with dashes below. Tables in between are read as tables.
"""

from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Block, Line, Table
from calendars.layouts import day_table
from calendars.layouts.labels import read_label
from calendars.layouts.layout import Section
from calendars.layouts.marks import PART, Mark
from calendars.layouts.outline import mark_of, own_text
from calendars.layouts.sections import sections_of
from calendars.layouts.stamps import messages
from calendars.layouts.tables import columns_of

name = "numbered"


def likelihood(blocks: tuple[Block, ...]) -> float:
    """How many of the lines bear a list mark; part headings count more, but not "I. Thời gian: ..."."""
    lines = [block for block in blocks if isinstance(block, Line)]
    if not lines:
        return 0.0
    marks = [mark_of(line) for line in lines]
    marked = [(line, mark) for line, mark in zip(lines, marks, strict=True) if mark is not None]
    parts = sum(mark.rank == PART and read_label(own_text(line, mark)) is None for line, mark in marked)
    told = len(marked) + _fields_of_items(lines, marks)
    return min(0.9, 0.25 + 0.45 * told / len(lines) + 0.1 * parts) if marked else 0.1


def _fields_of_items(lines: Sequence[Line], marks: Sequence[Mark | None]) -> int:
    """How many labelled lines tell when and where of the marked lines above them, where several have their own."""
    fields, items, below = 0, 0, False
    for line, mark in zip(lines, marks, strict=True):
        if mark is not None:
            below = read_label(own_text(line, mark)) is None
        elif below and (label := read_label(line.text)) is not None:
            fields += 1
            items += label.field == "time"
    return fields if items > 1 else 0


def sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """The parts with their items; a table's rows are a section of their own."""
    found: list[Section] = []
    run: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            found += _of_messages(run)
            run = []
            if columns_of(block):
                found += _below_heading(found, day_table.sections_of_table(block))
            else:
                run += [line for cell in block.cells for line in cell.lines]
        else:
            run.append(block)
    return (*found, *_of_messages(run))


def _of_messages(lines: Sequence[Line]) -> list[Section]:
    """The sections of lines, those of each message of a chat apart."""
    return [
        replace(section, sent=section.sent or message.sent)
        for message in messages(lines)
        for section in sections_of(message.lines)
    ]


def _below_heading(found: list[Section], rows: tuple[Section, ...]) -> tuple[Section, ...]:
    """The rows of a table with the heading that stands over it and nothing else, which is taken from what was found."""
    if not (found and rows) or found[-1].items or not found[-1].heading or rows[0].heading:
        return rows
    over = found.pop()
    first = replace(
        rows[0], heading=over.heading, note=over.note, passages=(*over.passages, *rows[0].passages)
    )
    return (first, *rows[1:])
