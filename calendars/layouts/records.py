"""Things told one after the other by labelled lines, each beginning with the same label, as the table that they are.

    Thời gian: 15h00 ngày 06/6
    Nội dung: Họp Ban Chấp hành
    Thời gian: ngày 10/6 ...

What is hard is to leave alone the fields of one thing, and labels below a numbered item: only a label that comes
again without a list mark begins another thing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from calendars.documents.document import Block, Cell, Line, Table
from calendars.layouts.exported import with_exported_fields
from calendars.layouts.labels import Label, read_label
from calendars.layouts.outline import mark_of
from calendars.layouts.timelabels import is_day_label, names_a_day
from calendars.layouts.words import fold

_HEADS = {
    "day": "Ngày",
    "time": "Thời gian",
    "content": "Nội dung",
    "location": "Địa điểm",
    "chair": "Chủ trì",
    "attendees": "Thành phần",
    "prepared_by": "Đơn vị chuẩn bị",
    "note": "Ghi chú",
}
_DAY = re.compile(r"\s*(?:thu[\s,/]*)?(?:ngay(?:[\s,/]*thang)?|thu)\s*:\s*(?=\S)")
# Labels that in a letter would be words of its sentences.
_SHORT = {
    "content": re.compile(
        r"\s*(?:việc|công việc|hoạt động|công tác|làm gì|việc gì)\s*:\s*(?=\S)", re.IGNORECASE
    ),
    "location": re.compile(r"\s*(?:nơi|ở đâu|chỗ|nơi tổ chức|nơi làm việc)\s*:\s*(?=\S)", re.IGNORECASE),
    "time": re.compile(
        r"\s*(?:(?:buổi|giờ)\s*[/,]\s*(?:buổi|giờ)|lúc|buổi|khi nào)\s*:\s*(?=\S)", re.IGNORECASE
    ),
    "chair": re.compile(
        r"\s*(?:ai|ai làm|ai dự|người làm|người phụ trách|phụ trách)\s*:\s*(?=\S)", re.IGNORECASE
    ),
}
_FEWEST = 4  # labelled lines of two records
_Field = tuple[Line, Label]


def with_records(blocks: Iterable[Block]) -> Iterable[Block]:
    """The blocks with each run of records as a table with a row for each."""
    run: list[_Field] = []
    for block in with_exported_fields(blocks):
        label = _label_of(block) if isinstance(block, Line) and mark_of(block) is None else None
        if isinstance(block, Line) and label is not None:
            run.append((block, label))
            continue
        if run:
            yield from _table_of(run)
            run = []
        yield block
    yield from _table_of(run)


def _own_fields(run: Sequence[_Field]) -> set[str]:
    """The labels of the first record: a note below the last is called otherwise."""
    fields: list[str] = []
    words: set[str] = set()
    for line, label in run:
        if label.field in fields[:1]:
            break
        fields.append(label.field)
        words.add(_words_of(line, label))
    return words


def _words_of(line: Line, label: Label) -> str:
    return fold(line.text[: label.end]).strip(" :")


def _label_of(line: Line) -> Label | None:
    """The label of a line; "Ngày: Thứ Hai 06/5" tells a day, and "Giờ" below it the hour."""
    found = _DAY.match(fold(line.text))
    if found is not None and is_day_label(line.text[found.end() :]):
        return Label("day", found.end())
    for field, words in _SHORT.items():
        if (short := words.match(line.text)) is not None:
            return Label(field, short.end())
    return read_label(line.text)


def _table_of(run: Sequence[_Field]) -> Iterable[Block]:
    own = _own_fields(run)
    last = next((n + 1 for n in range(len(run) - 1, -1, -1) if _words_of(*run[n]) in own), 0)
    if last < _FEWEST:
        return [line for line, _ in run]
    if last < len(run):  # notes below the last of them
        return [*_table_of(run[:last]), *(line for line, _ in run[last:])]
    records: list[list[_Field]] = []
    for line, label in run:
        if not records or label.field == run[0][1].field:
            records.append([])
        records[-1].append((line, label))
    fields = [name for name in _HEADS if any(label.field == name for _, label in run)]
    alike = all(len({label.field for _, label in record}) == len(record) > 1 for record in records)
    days = any(label.field in ("day", "time") and names_a_day(line.text[label.end :]) for line, label in run)
    beside = fields[fields[0] == "day" :][:2]
    told = beside == ["time", "content"] or (fields[0] == "day" and beside[:1] == ["content"])
    if len(records) < 2 or not alike or not days or not told:
        return [line for line, _ in run]
    head = tuple(
        Cell((replace(run[0][0], text=_HEADS[name], whole=True),), 0, column)
        for column, name in enumerate(fields)
    )
    cells = tuple(
        Cell(
            (replace(line, text=line.text[label.end :].strip(), whole=True),), row, fields.index(label.field)
        )
        for row, record in enumerate(records, 1)
        for line, label in record
    )
    return [Table((*head, *cells), height=len(records) + 1, width=len(fields))]
