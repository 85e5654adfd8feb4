"""A document as a few lines that a person can compare with the paper."""

from calendars.documents import Document, Line, Role, Table


def outline(document: Document) -> list[str]:
    """A line for each line, its generated mark in brackets and its role before it; a table row by row."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += _rows(block)
        elif block.text.strip():
            found.append(_line(block))
    return found


def _line(line: Line) -> str:
    role = "" if line.role is Role.BODY else f"{line.role.value}: "
    return f"{role}{f'[{line.mark}] ' if line.mark else ''}{line.text}"


def _rows(table: Table) -> list[str]:
    """Each row as its cells; `^` is a cell that goes on from above, `<` one that goes on from the left."""
    rows: list[str] = []
    for row in range(table.height):
        texts: list[str] = []
        for column in range(table.width):
            cell = table.at(row, column)
            if cell is None:
                texts.append("")
            elif cell.row < row:
                texts.append("^")
            elif cell.column < column:
                texts.append("<")
            else:
                texts.append(" / ".join(_line(line) for line in cell.lines))
        rows.append("| " + " | ".join(texts) + " |")
    return rows
