"""A programme of three pages read in a warm process, from its bytes to its entries: as text, Word file and PDF.

    python -m benchmarks.documents.reading [--rounds N]

Word files and PDFs are read by a child process that is kept; what passes between the two is counted. Each round is a
first sight: what is remembered of the same lines and words from before is forgotten.
"""

import sys
import time
from collections.abc import Iterator

from benchmarks.documents.papers import as_docx, as_pdf, programme_text
from benchmarks.figures import Figure, alternating, answer
from calendars.documents import read_document
from calendars.layouts.labels import read_label
from calendars.layouts.marks import read_mark
from calendars.layouts.tables import heading_role
from calendars.layouts.timelabels import begins_with_weekday, is_time_label
from calendars.layouts.words import fold, lowered
from calendars.programme import Programme
from calendars.reading import read_programme
from calendars.reading.naming.people import find_people
from calendars.reading.naming.places import find_place
from calendars.reading.parts.grouping import is_pure
from calendars.reading.spans import brackets
from calendars.reading.timing.telling import telling_sentences
from calendars.reading.timing.understanding import understood

REMEMBERING = (
    understood,
    fold,
    lowered,
    is_pure,
    find_people,
    find_place,
    begins_with_weekday,
    heading_role,
    is_time_label,
    read_label,
    read_mark,
    telling_sentences,
    brackets,
)
"""What keeps an answer for each text that it was asked about."""


def read(data: bytes, name: str) -> Programme:
    return read_programme(read_document(data, name))


def milliseconds(data: bytes, name: str) -> float:
    for remembering in REMEMBERING:
        remembering.cache_clear()
    began = time.perf_counter()
    read(data, name)
    return (time.perf_counter() - began) * 1000


def measure(rounds: int = 15, letters: int = 9000) -> Iterator[Figure]:
    text, terse = programme_text(letters), programme_text(letters, terse=True)
    pdf, pages = as_pdf(text)
    papers = (
        ("a.txt", text.encode()),
        ("a.docx", as_docx(text)),
        ("a.pdf", pdf),
        ("terse.txt", terse.encode()),
    )
    entries = {name: len(read(data, name).entries) for name, data in papers}
    runs = alternating(
        rounds, *((lambda data=data, name=name: milliseconds(data, name)) for name, data in papers)
    )
    told = ", ".join(f"{name} {count}" for name, count in entries.items())
    yield Figure("programme", runs[0], note=f"{len(text):,} letters; entries found: {told}")
    yield Figure("programme-terse", runs[3])
    yield Figure("docx", runs[1])
    yield Figure("pdf-page", tuple(spent / pages for spent in runs[2]), note=f"the PDF has {pages} pages")


if __name__ == "__main__":
    sys.exit(answer(measure))
