"""What OpenDocument's styles say: how a run is drawn, whether a cell is ruled, and the numbers of lists.

Numbers and bullets stand in no text; a list names a style, the style has levels, and whether a list goes on with the
numbers of an earlier one is said by the list. A list within a list has the style of the outer one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from calendars.documents.package import child, local, value
from calendars.documents.word_numbering import shown_symbols, written
from calendars.documents.word_styles import RunLook

_DEEPEST = 20  # styles based on styles; a circle ends here
_KINDS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
_LEVEL_STYLES = ("list-level-style-number", "list-level-style-bullet", "outline-level-style")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its bullet, or its number's form, what stands around it, and how many levels it shows."""

    bullet: str | None
    kind: str
    before: str
    after: str
    start: int
    shown: int


@dataclass(slots=True)
class Numbered:
    """A list being read: its style's name and how far each level has counted."""

    style: str | None
    counters: dict[int, int] = field(default_factory=dict)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else default


def _level(element: etree._Element) -> Level:
    bullet = value(element, "bullet-char")
    return Level(
        bullet=shown_symbols(bullet) if bullet else None,
        kind=_KINDS.get(value(element, "num-format") or "", "decimal"),
        before=value(element, "num-prefix") or "",
        after=value(element, "num-suffix") or "",
        start=_whole(value(element, "start-value"), 1),
        shown=_whole(value(element, "display-levels"), 1),
    )


class OdtStyles:
    """The styles of a file, those of its text before those that all texts share."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._lists: dict[str | None, dict[int, Level]] = {}
        self._fonts: dict[str, str] = {}
        for element in (e for root in roots for e in _declared(root)):
            name = value(element, "name") or ""
            if local(element) == "style":
                self._styles.setdefault(name, element)
            elif local(element) in ("list-style", "outline-style"):
                key = None if local(element) == "outline-style" else name
                self._lists.setdefault(
                    key,
                    {_whole(value(e, "level"), 1): _level(e) for e in element if local(e) in _LEVEL_STYLES},
                )
            elif local(element) == "font-face":
                self._fonts.setdefault(name, (value(element, "font-family") or "").strip("'\""))

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):
            if name not in self._styles:
                return
            yield self._styles[name]
            name = value(self._styles[name], "parent-style-name")

    def look(self, name: str | None) -> RunLook:
        """How text of this style is drawn."""
        look = RunLook()
        for style in self._chain(name):
            properties = child(style, "text-properties")
            if properties is not None:
                transform, display = value(properties, "text-transform"), value(properties, "display")
                font = value(properties, "font-name") or ""
                line = value(properties, "text-line-through-style")
                look = look.over(
                    RunLook(
                        None if transform is None else transform == "uppercase",
                        None if display is None else display == "none",
                        self._fonts.get(font, font) or None,
                        None if line is None else line != "none",
                    )
                )
        return look

    def list_style(self, paragraph_style: str | None) -> str | None:
        """The list style that a style of paragraphs brings along."""
        names = (value(style, "list-style-name") for style in self._chain(paragraph_style))
        return next((name for name in names if name), None)

    def is_ruled(self, cell_style: str | None) -> bool:
        """Whether a cell of this style has any line around it."""
        for style in self._chain(cell_style):
            properties = child(style, "table-cell-properties")
            for key, text in properties.items() if properties is not None else ():
                if str(key).rpartition("}")[2].startswith("border") and str(text) not in ("none", "hidden"):
                    return True
        return False

    def mark(self, numbered: Numbered, depth: int, start: str | None = None) -> str | None:
        """The mark of the next item at this depth (from 1), `start` where the item says its number itself."""
        levels = self._lists.get(numbered.style) or {}
        level = levels.get(depth)
        if level is None:
            return None
        counters = numbered.counters
        counters[depth] = _whole(start, counters.get(depth, level.start - 1) + 1)
        for deeper in [each for each in counters if each > depth]:
            del counters[deeper]
        if level.bullet is not None:
            return level.bullet or None
        if level.kind == "none":
            return None
        parts = []
        for each in range(max(1, depth - level.shown + 1), depth + 1):
            one = levels.get(each, level)
            if one.bullet is None and (number := written(counters.get(each, one.start), one.kind)):
                parts.append(number)
        return f"{level.before}{'.'.join(parts)}{level.after}".strip() or None


def _declared(root: etree._Element | None) -> Iterator[etree._Element]:
    for part in root if root is not None else ():
        if local(part) in ("styles", "automatic-styles", "font-face-decls"):
            yield from part
