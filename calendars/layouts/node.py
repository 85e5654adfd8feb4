"""A line of the outline while it is being built."""

from dataclasses import dataclass, field

from calendars.marks import Passage


@dataclass(slots=True)
class Node:
    """A line with what stands below it: `rank` is that of its mark, larger is deeper."""

    mark: str | None
    rank: int
    text: str
    passages: list[Passage] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
