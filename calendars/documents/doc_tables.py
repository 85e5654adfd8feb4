"""How a row of a Word 97 table is laid out, from the modifiers of the paragraph mark that ends it.

Sources are sections of [MS-DOC]: 2.6.3 (modifiers of rows), 2.9.317 and 2.9.318 (TC80, TCGRF), 2.9.16 (lines).
"""

import struct
from collections.abc import Iterable
from dataclasses import replace

from calendars.documents.word_flow import CellEdge, Paragraph, Row

_DEFINITION, _MERGED_DOWN, _MERGED_ACROSS = 0xD608, 0xD62B, 0x5624
_OLD_LINES, _LINES, _CELL_LINES = 0xD605, 0xD613, 0xD62F
_CELL = 1_000  # twips: a cell of which the row says nothing
_SHAPE = 20  # bytes of a TC80
_GOES_ON = 1


def row_of(cells: Iterable[tuple[Paragraph, ...]], modifiers: Iterable[tuple[int, bytes]]) -> Row:
    """A row of these cells."""
    filled = tuple(cells)
    edges: list[CellEdge] = []
    left = 0
    ruled = False
    for number, operand in modifiers:
        if number == _DEFINITION and operand:
            left, edges, own_lines = _defined(operand)
            ruled = ruled or own_lines
        elif number == _MERGED_DOWN and len(operand) >= 3 and operand[1] < len(edges):
            edges[operand[1]] = replace(edges[operand[1]], from_above=operand[2] & 3 == _GOES_ON)
        elif number == _MERGED_ACROSS and len(operand) >= 2:
            for index in range(operand[0] + 1, min(operand[1], len(edges))):
                edges[index] = replace(edges[index], from_left=True)
        elif number == _OLD_LINES:
            ruled = ruled or any(map(_is_old_line, _parts(operand[1:], 4)))
        elif number == _LINES:
            ruled = ruled or any(line[5] not in (0, 255) for line in _parts(operand[1:], 8))
        elif number == _CELL_LINES:
            ruled = ruled or any(line[5] not in (0, 255) for line in _parts(operand[4:], 8))
    del edges[len(filled) :]
    while len(edges) < len(filled):
        edges.append(CellEdge((edges[-1].right if edges else left) + _CELL))
    return Row(filled, tuple(edges), left, ruled)


def _defined(operand: bytes) -> tuple[int, list[CellEdge], bool]:
    """The left edge, the cells, and whether any of them has a line, of a row's definition."""
    count = operand[0]
    if len(operand) < 1 + 2 * (count + 1):
        return 0, [], False
    places = struct.unpack_from(f"<{count + 1}h", operand, 1)
    edges: list[CellEdge] = []
    ruled = False
    for index, right in enumerate(places[1:]):
        begin = 1 + 2 * (count + 1) + _SHAPE * index
        shape = operand[begin : begin + _SHAPE]
        if len(shape) < _SHAPE:
            edges.append(CellEdge(right))
            continue
        flags = int.from_bytes(shape[:2], "little")
        across, down = flags & 3, flags >> 5 & 3
        edges.append(CellEdge(right, from_above=down == _GOES_ON, from_left=across == _GOES_ON))
        ruled = ruled or any(map(_is_old_line, _parts(shape[4:], 4)))
    return places[0], edges, ruled


def _parts(data: bytes, size: int) -> list[bytes]:
    return [data[place : place + size] for place in range(0, len(data) - size + 1, size)]


def _is_old_line(line: bytes) -> bool:
    return line != b"\xff\xff\xff\xff" and line[1] != 0
