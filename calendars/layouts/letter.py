"""Invitations, notices and announcements: labelled lines, paragraphs, lists (reference sections A.7 and A.8).

The labelled lines together are one item without a text of its own: its name is the subject of the letter. An agenda is a
section with its heading. What is hard is to tell the label of the whole letter from that of an item in a list.
"""

from calendars.documents.document import Block, Line, Table
from calendars.layouts import day_table
from calendars.layouts.labels import read_label
from calendars.layouts.layout import Item, Section
from calendars.layouts.outline import item_of, mark_of, matter_of, outline, own_text, passage_of, sections_of
from calendars.layouts.tables import columns_of
from calendars.layouts.words import fold, layout_words
from calendars.programme import Passage

name = "letter"

_CORE = {"time", "location"}


def likelihood(blocks: tuple[Block, ...]) -> float:
    """A labelled time at the top level of the outline, or nothing but paragraphs."""
    lines = [block for block in blocks if isinstance(block, Line)]
    fields = {label.field for line in lines if (label := read_label(own_text(line, mark_of(line))))}
    marks = sum(mark_of(line) is not None for line in lines)
    if "time" in fields and len(fields) >= 2:
        return 0.75
    return 0.45 if lines and marks <= 0.3 * len(lines) else 0.2


def sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """First the letter itself as one item, then its paragraphs and lists, then its agenda and tables."""
    lines: list[Line] = []
    found: list[Section] = []
    for block in blocks:
        if isinstance(block, Table) and columns_of(block):
            heading = lines.pop() if lines and _is_agenda(lines[-1]) else None
            section = day_table.section_of(block)
            passages = (*((passage_of(heading),) if heading else ()), *section.passages)
            found.append(
                Section(
                    heading=heading.text.strip(" :") if heading else section.heading,
                    matter=section.matter,
                    items=section.items,
                    passages=passages,
                )
            )
        elif isinstance(block, Table):
            lines += [line for cell in block.cells for line in cell.lines]
        else:
            lines.append(block)
    whole, rest = _whole(lines)
    first = (Section(items=(whole,), matter=matter_of(None)),) if whole else ()
    return (*first, *sections_of(rest), *found)


def _is_agenda(line: Line) -> bool:
    folded = fold(own_text(line, mark_of(line))).strip(" :.")
    return layout_words()["furniture.agenda"].match(folded) is not None and len(folded) < 60


def _whole(lines: list[Line]) -> tuple[Item | None, list[Line]]:
    """The labelled lines at the top of the outline as one item, and the other lines."""
    nodes = outline(lines)
    fields: dict[str, str] = {}
    taken: set[int] = set()
    passages: list[Passage] = []
    for node in nodes:
        label = read_label(node.text)
        if label is None or label.field in fields:
            continue
        value = node.text[label.end :].strip(" .;")
        details = "; ".join(child.text.strip(" .;") for child in node.children)
        value = "; ".join(filter(None, (value, details)))
        if not value:
            continue
        fields[label.field] = value
        held = list(item_of(node).passages) + [p for child in node.children for p in child.passages]
        passages += held
        taken |= {passage.line for passage in held}
    if "time" not in fields:
        return None, lines
    content = fields.pop("content", "")
    return Item(text=content, passages=tuple(passages), **fields), [line for line in lines if line.number not in taken]
