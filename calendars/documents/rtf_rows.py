r"""What \trowd and the commands after it say of a row of an RTF table, in twips.

The source is the section "Table Definitions" of the "Rich Text Format Specification 1.9.1": what a cell is like comes
before the \cellx that says where it ends.
"""

from dataclasses import dataclass, field

from calendars.documents.word_flow import CellEdge

MOST_CELLS = 1_000
_CELL = 1_000  # twips: a cell of which the row says nothing
_DRAWN = frozenset(
    "brdrs brdrth brdrdb brdrdot brdrdash brdrhair brdrsh brdrdashsm brdrdashd brdrdashdd brdrtriple".split()
)


@dataclass(slots=True)
class RowShape:
    """The edges of a row's cells as far as they are told, where the first begins, and whether lines are drawn."""

    edges: list[CellEdge] = field(default_factory=list)
    left: int = 0
    ruled: bool = False
    _from_above: bool = False
    _from_left: bool = False
    _border_of_cell: bool = False

    def take(self, name: str, number: int | None) -> None:
        """The next command; those that do not concern a row change nothing."""
        if name == "trleft":
            self.left = number or 0
        elif name == "clvmrg":
            self._from_above = True
        elif name == "clmrg":
            self._from_left = True
        elif name == "cellx":
            if len(self.edges) < MOST_CELLS:
                self.edges.append(CellEdge(number or 0, self._from_above, self._from_left))
            self._from_above = self._from_left = False
        elif name.startswith(("clbrdr", "trbrdr")):
            self._border_of_cell = True
        elif name in _DRAWN:
            self.ruled = self.ruled or self._border_of_cell
        elif name.startswith("brdr") and len(name) == 5:
            self._border_of_cell = False  # \brdrt, \brdrb ...: lines around a paragraph

    def edges_of(self, count: int) -> tuple[CellEdge, ...]:
        """The edges of so many cells, whether or not the row has told of each."""
        edges = self.edges[:count]
        while len(edges) < count:
            edges.append(CellEdge((edges[-1].right if edges else self.left) + _CELL))
        return tuple(edges)
