"""Lists of two columns without heads, the day and what is on then: "Ngày 15/1   Đón đoàn", "Cuối tháng   Họp tổng kết".

With the colon that others write behind the day each line is a thing of its own. What is hard is to leave alone the rows
of tables with more columns, of which some have but two cells filled.
"""

from collections.abc import Sequence
from dataclasses import replace

from calendars.documents.document import Line
from calendars.layouts.pieces import Piece, has_gap, may_have_gaps, pieces_of
from calendars.layouts.timelabels import begins_with_clock, is_day_label, is_part_label
from calendars.reading.blocks.tidying import tidy

_FEWEST = 3
_MOST = 0.7


def with_days_parted(lines: Sequence[Line]) -> list[Line]:
    """The lines, a colon behind the days with which several of them begin in a column of their own."""
    if not may_have_gaps(lines):
        return list(lines)
    gapped = [(n, pieces_of(line.text)) for n, line in enumerate(lines) if has_gap(line.text.strip())]
    found = {n: pieces for n, pieces in gapped if _tells_day_and_thing(pieces)}
    if len(found) < _FEWEST or len(found) < _MOST * len(gapped):
        return list(lines)
    return [
        replace(line, text=f"{found[n][0].text.rstrip(' :')}: {tidy(found[n][1].text)}", whole=True)
        if n in found
        else line
        for n, line in enumerate(lines)
    ]


def _tells_day_and_thing(pieces: Sequence[Piece]) -> bool:
    if len(pieces) != 2:
        return False
    day, thing = pieces[0].text, pieces[1].text
    return (
        is_day_label(day)
        and len(thing.split()) > 1
        and thing[:1].isalpha()
        and not is_day_label(thing)
        and not is_part_label(thing)
        and not begins_with_clock(thing)
    )
