"""What must change nothing: the form of Unicode, where lines are wrapped, a sentence that tells no time."""

import re
import textwrap
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_expectations import documents

from calendars.documents.document import Line
from calendars.documents.text import decode
from calendars.programme import Entry
from calendars.reading import programme_to_json, read_programme
from calendars.reading.blocks.lines import readable_blocks

SAMPLES = Path(__file__).parents[3] / "calendars" / "samples"
TEXTS = {path.name: path.read_text("utf-8") for path in (*documents(), *sorted(SAMPLES.glob("*.txt")))}
PROSE = [name for name in TEXTS if re.match(r"\d-|monthly-labelled|list|combined|notice|standing", name)]
DATELESS = "Các đơn vị chủ động phối hợp, bảo đảm thiết thực, hiệu quả."
MARKED = re.compile(r"\s*(?:\d+[./]|[-+*] |[IVX]+[.-] )")


def announced(text: str, name: str) -> list[tuple[object, ...]]:
    """The entries of a text without their passages, whose lines move with every line that is added."""
    entries = read_programme(decode(text.encode(), name)).entries
    return [_content(entry) for entry in entries]


def _content(entry: Entry) -> tuple[object, ...]:
    return entry.title, entry.category, entry.status, entry.when, entry.location, entry.chair


@pytest.mark.parametrize("name", TEXTS)
def test_decomposed_letters_read_like_composed_ones(name: str) -> None:
    assert announced(unicodedata.normalize("NFD", TEXTS[name]), name) == announced(TEXTS[name], name)


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("width", [60, 72, 90])
def test_lines_wrapped_elsewhere_read_the_same(name: str, width: int) -> None:
    blocks = readable_blocks(decode(TEXTS[name].encode(), name))
    assert all(isinstance(block, Line) for block in blocks)
    paragraphs = [block.text for block in blocks if isinstance(block, Line)]
    wrapped = "\n\n".join(
        text if "   " in text else textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
        for text in paragraphs
    )
    assert announced(wrapped, name) == announced(TEXTS[name], name)


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_sentence_without_a_date_changes_no_entry(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(PROSE))
    lines = TEXTS[name].split("\n")
    ends = [
        number
        for number, line in enumerate(lines[:-1])
        if line.endswith((".", ";")) and (not lines[number + 1].strip() or MARKED.match(lines[number + 1]))
    ]
    number = data.draw(st.sampled_from(ends))
    longer = [*lines[: number + 1], DATELESS, *lines[number + 1 :]]
    assert announced("\n".join(longer), name) == announced(TEXTS[name], name)


@given(st.text(alphabet="0123456789/.:-h() ngàythứáSBaCN,;\n+*I", max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_text_is_read_without_failing(text: str) -> None:
    programme = read_programme(decode(f"Lịch\n{text}.".encode(), "a.txt"))
    assert all(0 <= entry.confidence <= 1 and entry.evidence for entry in programme.entries)


@st.composite
def mixed_papers(draw: st.DrawFn) -> str:
    """The head of one paper and the end of another, with lines of a third strewn in and one line cut into another."""
    head, end, third = (TEXTS[draw(st.sampled_from(sorted(TEXTS)))].split("\n") for _ in range(3))
    lines = head[: draw(st.integers(0, len(head)))] + end[draw(st.integers(0, len(end))) :]
    for line in draw(st.lists(st.sampled_from(third), max_size=6)):
        lines.insert(draw(st.integers(0, len(lines))), line)
    at, other = draw(st.integers(0, len(lines) - 1)) if lines else 0, draw(st.sampled_from(third))
    if lines:
        lines[at] = (
            lines[at][: draw(st.integers(0, len(lines[at])))] + other[draw(st.integers(0, len(other))) :]
        )
    return "\n".join(lines)


@given(mixed_papers())
@settings(max_examples=60, deadline=None)
def test_papers_put_together_from_others_are_read_without_failing(text: str) -> None:
    for today in (None, date(2024, 11, 5)):
        programme = read_programme(decode(f"{text}\n.".encode(), "a.txt"), today=today)
        programme_to_json(programme)
        assert all(0 <= entry.confidence <= 1 for entry in programme.entries)
