"""Notes of an invitation that tell something of their own: "Ghi chú: 14h00 cùng ngày, các đại biểu đi thực địa".

A note mostly explains, and what is asked for stands behind another matter in one line ("Chế độ: hỗ trợ tiền ăn. Đề nghị
các đơn vị gửi danh sách trước ngày 11/5"). Here such lines lose their label, or are parted where the asking begins.
"""

import re
from collections.abc import Iterable, Sequence

from calendars.documents.document import Block, Line
from calendars.layouts.labels import read_label
from calendars.layouts.timelabels import begins_with_clock
from calendars.layouts.words import fold

_NOTE = re.compile(r"\W*(?:ghi chu|luu y|chu y|ghi them|noi them|ngoai ra|tai but|ps|n\.?b)\s*:\s*")
_AFTER_IT = re.compile(
    r"(?:(?:ngay )?sau (?:khi )?(?:cuoc hop|hoi nghi|buoi le|le|hop|buoi lam viec|dai hoi|toa dam|hoi thao|ket thuc)"
    r"\b[^,.;\d]{0,40},\s*)?(?=(?:luc |vao |tu )?\d{1,2}\s?(?:h|g|gio|:)[^.;]{0,30}\bcung ngay\b)"
)
_DAY_OF_IT = re.compile(r"(?P<same>\bcùng ngày)\s+(?:họp|tổ chức|hội nghị|diễn ra)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"(?<=[.;])\s+(?=(?:(?:Kính\s|Rất\s)?(?:[Đđ]ề nghị|[Yy]êu cầu|[Mm]ong)|Các đơn vị|Đơn vị|Đại biểu|Quý)\b"
    r"[^.;\n]{0,200}\b(?:trước|chậm nhất|muộn nhất|hạn)\b[^.;\n]{0,40}\d)"
)


def with_notes_as_lines(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks of an invitation, such notes without their label and what is asked for on a line of its own."""
    told: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and block.text.strip():
            told += _lines_of(block)
        else:
            told.append(block)
    return tuple(told)


def _lines_of(line: Line) -> Sequence[Line]:
    folded = fold(line.text)
    note = _NOTE.match(folded)
    begin = note.end() if note else 0
    after = _AFTER_IT.match(folded, begin)
    own = after is not None or (note is not None and begins_with_clock(line.text[begin:]))
    if own:
        text = line.text[after.end() if after else begin :]
        return [line.with_text(_DAY_OF_IT.sub(r"\g<same>", text))]
    label = read_label(line.text)
    parted = _ASKS.search(line.text, label.end) if label is not None and label.field == "note" else None
    if parted is None:
        return [line]
    return [line.with_text(line.text[: parted.start()]), line.with_text(line.text[parted.end() :])]
