"""Documents as JSON, for the way between the child process that reads a format and its parent.

JSON and no pickle: what comes from a process that has parsed a hostile file is data, and nothing else.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from calendars.documents.document import Block, Cell, Document, Line, Role, Table

Json = Any
_CORNERS = 8  # numbers


def _line_to_json(line: Line) -> Json:
    plain = [line.text, line.number, line.page, line.role.value, line.mark, line.whole]
    return plain if line.corners is None else [*plain, *line.corners]


def _line_from_json(value: Sequence[Json]) -> Line:
    text, number, page, role, mark, whole, *corners = value
    if corners and (len(corners) != _CORNERS or not all(isinstance(x, int | float) for x in corners)):
        raise ValueError("a line has four corners")
    return Line(text, number, page, Role(role), mark, whole, tuple(corners) if corners else None)


def _block_to_json(block: Block) -> Json:
    if isinstance(block, Line):
        return _line_to_json(block)
    cells = [
        [[_line_to_json(line) for line in c.lines], c.row, c.column, c.rows, c.columns, c.name]
        for c in block.cells
    ]
    return {"cells": cells, "height": block.height, "width": block.width, "title": block.title}


def _block_from_json(value: Json) -> Block:
    if isinstance(value, list):
        return _line_from_json(value)
    cells = tuple(
        Cell(tuple(map(_line_from_json, lines)), row, column, rows, columns, name)
        for lines, row, column, rows, columns, name in value["cells"]
    )
    return Table(cells, value["height"], value["width"], value["title"])


def to_json(document: Document) -> Json:
    """A document as a value that `json.dumps` takes."""
    return {
        "name": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "blocks": [_block_to_json(block) for block in document.blocks],
        "pages": document.pages,
        "notes": list(document.notes),
        "from_picture": document.from_picture,
        "doubtful": document.doubtful,
    }


def from_json(value: Mapping[str, Json]) -> Document:
    """The document that `to_json` was given; raises KeyError, TypeError or ValueError for anything else."""
    return Document(
        name=value["name"],
        sha256=value["sha256"],
        media_type=value["media_type"],
        blocks=tuple(map(_block_from_json, value["blocks"])),
        pages=value["pages"],
        notes=tuple(value["notes"]),
        from_picture=value["from_picture"],
        doubtful=value["doubtful"],
    )
