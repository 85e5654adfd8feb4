"""The numbers that Word generates: they stand in no text run, yet the outline of a programme rests on them.

A paragraph names a list and a level; the list names a definition of its levels, whose counters all lists of the same
definition share. The hard part is when a counter begins anew: after a paragraph of a higher level, or where a list
overrides the start.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from calendars.documents.package import child, is_on, local, value
from calendars.documents.word_styles import ListPlace, Styles

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_UNITS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf02d": "-",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02b": "+",
    "\uf02a": "*",
}
_LEVELS = 9


def roman(number: int) -> str:
    """1 -> "i"; numbers beyond 3999 stay in digits."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for amount, letters in _ROMAN + _ROMAN_UNITS:
        count, number = divmod(number, amount)
        text += letters * count
    return text


def letters(number: int) -> str:
    """1 -> "a", 27 -> "aa", as Word counts."""
    if not 0 < number <= 26 * 30:
        return str(number)
    repeat, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeat + 1)


def written(number: int, kind: str) -> str:
    """A counter in the number format of its level."""
    match kind:
        case "upperRoman":
            return roman(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperLetter":
            return letters(number).upper()
        case "lowerLetter":
            return letters(number)
        case "decimalZero":
            return f"{number:02}"
        case "none":
            return ""
        case _:
            return str(number)


def shown_symbols(text: str) -> str:
    """A bullet as people see it: symbol fonts draw a bullet where the text has a private letter."""
    return "".join(_SYMBOLS.get(letter, letter) for letter in text)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its number format, where it starts, and its text ("%1.%2.", or the bullet itself)."""

    kind: str = "decimal"
    start: int = 1
    text: str = ""
    all_decimal: bool = False


def counted(levels: Mapping[int, Level], counters: dict[int, int], depth: int) -> str | None:
    """The mark of the next paragraph at this depth (from 0), which moves the counters on; None where none is shown."""
    level = levels.get(depth)
    if level is None:
        return None
    counters[depth] = counters.get(depth, level.start - 1) + 1
    for deeper in range(depth + 1, _LEVELS):
        counters.pop(deeper, None)
    if level.kind == "bullet":
        return shown_symbols(level.text) or None
    text = level.text
    for index in range(_LEVELS):
        if f"%{index + 1}" in text:
            kind = "decimal" if level.all_decimal else levels.get(index, level).kind
            number = counters.get(index, levels.get(index, level).start)
            text = text.replace(f"%{index + 1}", written(number, kind))
    return text.strip() or None


@dataclass(slots=True)
class _Definition:
    levels: dict[int, Level]
    counters: dict[int, int] = field(default_factory=dict)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else default


def _level(element: etree._Element) -> Level:
    return Level(
        kind=value(child(element, "numFmt")) or "decimal",
        start=_number(value(child(element, "start")), 1),
        text=value(child(element, "lvlText")) or "",
        all_decimal=is_on(child(element, "isLgl")),
    )


def _levels(element: etree._Element) -> dict[int, Level]:
    return {_number(value(e, "ilvl"), 0): _level(e) for e in element if local(e) == "lvl"}


class Numbering:
    """The lists of one file; `mark` must be asked once for each paragraph, in the order of the document."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        parts = list(root) if root is not None else []
        abstract = {value(e, "abstractNumId"): e for e in parts if local(e) == "abstractNum"}
        self._lists = {value(e, "numId"): e for e in parts if local(e) == "num"}
        self._definitions = {i: _Definition(_levels(e)) for i, e in abstract.items()}
        for identity, element in abstract.items():
            linked = styles.list_place(value(child(element, "numStyleLink")), None)
            if linked:
                other = value(child(self._lists.get(linked.list_id), "abstractNumId"))
                self._definitions[identity] = self._definitions.get(other, self._definitions[identity])
        self._begun: set[str] = set()

    def mark(self, place: ListPlace | None) -> str | None:
        """The mark of the next paragraph, None when it stands in no list or its level shows nothing."""
        element = self._lists.get(place.list_id) if place else None
        definition = self._definitions.get(value(child(element, "abstractNumId")))
        if place is None or element is None or definition is None:
            return None
        levels = dict(definition.levels)
        for override in element:
            if local(override) != "lvlOverride":
                continue
            index = _number(value(override, "ilvl"), 0)
            levels |= {i: level for i, level in _levels(override).items() if i == index}
            start = value(child(override, "startOverride"))
            if start is not None and place.list_id not in self._begun:
                definition.counters[index] = _number(start, 1) - 1
        self._begun.add(place.list_id)
        return counted(levels, definition.counters, place.level)
