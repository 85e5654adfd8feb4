"""A list of people as spreadsheets save it: bytes into rows.

Hard here is what programs write for "CSV": UTF-8 with a mark before it, UTF-16 with tabs, semicolons where the comma is
the decimal sign, a line `sep=;` before all. A quotation mark that is never closed swallows the rows after it: such a
file is refused, since nobody can say who is missing.
"""

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence

from scheduler.errors import SchedulerError

_SEPARATOR_LINE = re.compile(r"\s*\"?sep=(.)\"?[^\S\n]*\n", re.IGNORECASE)


class UnreadableList(SchedulerError):
    """The file is no list of people that can be read; the sentence says where."""

    exit_status = 3


def read_people_csv(data: bytes, name: str, columns: Sequence[str]) -> list[dict[str, str | None] | None]:
    """The rows after the heading, by column, None for an empty one; name: of the file, for what is wrong with it.

    UnreadableList where it is no such list, has no column `name`, or has one that is not among `columns`.
    """
    text = _text(data, name)
    delimiter = ""
    if found := _SEPARATOR_LINE.match(text):
        delimiter, text = found[1], text[found.end() :]
    heading = text.lstrip("\r\n").partition("\n")[0]
    delimiter = delimiter or max(",;\t", key=heading.count)
    rows = _rows(text, name, delimiter)
    while rows and not any(rows[0]):
        rows.pop(0)
    headings = [cell.strip().lower() for cell in rows[0]] if rows else []
    if "name" not in headings:
        raise UnreadableList(f"{name}: lacks the column name; the columns are {', '.join(columns)}")
    if unknown := [heading for heading in headings if heading and heading not in columns]:
        raise UnreadableList(
            f"{name}: has the unknown column {unknown[0]!r}; the columns are {', '.join(columns)}"
        )
    if twice := [heading for heading in headings if heading and headings.count(heading) > 1]:
        raise UnreadableList(f"{name}: has the column {twice[0]!r} twice")
    return [
        {key: cell for key, cell in zip(headings, row, strict=False) if key} if any(row) else None
        for row in rows[1:]
    ]


def _text(data: bytes, name: str) -> str:
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableList(f"{name}: is not UTF-8; save it from the spreadsheet as CSV UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableList(
            f"{name}, row {line}: has a character that is no text; save the list again as CSV UTF-8"
        )
    return text


def _rows(text: str, name: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row)
            if any("\n" in cell and delimiter in cell for cell in row):
                raise _unclosed(name, len(rows))
    except csv.Error as error:
        if "field limit" in str(error):
            limit = csv.field_size_limit()
            raise UnreadableList(
                f"{name}, row {len(rows) + 1}: has a cell of more than {limit} characters"
            ) from error
        raise _unclosed(name, len(rows) + 1) from error
    return rows


def _unclosed(name: str, row: int) -> UnreadableList:
    return UnreadableList(
        f'{name}, row {row}: has a quotation mark (") that is not closed, or more after the closing one'
    )
