"""What Word's styles say of a run or a paragraph: capitals, hidden text, the font, a heading, a list.

Only what changes the text as a reader sees it is kept. Fonts matter because text in .VnTime or VNI-Times is not in
Unicode but in the encoding of its font.
"""

from dataclasses import dataclass

from lxml import etree

from calendars.documents.package import child, is_on, local, value
from calendars.encodings import from_tcvn3, from_vni

_DEEPEST = 20  # styles based on styles; a circle ends here


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run is drawn; None where nothing says so."""

    capitals: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    struck: bool | None = None

    @property
    def left_out(self) -> bool:
        """Whether the text holds nothing for its reader: hidden, or struck out by hand."""
        return bool(self.hidden or self.struck)

    def over(self, other: "RunLook") -> "RunLook":
        """This look where it says something, else the other."""
        return RunLook(
            self.capitals if self.capitals is not None else other.capitals,
            self.hidden if self.hidden is not None else other.hidden,
            self.font or other.font,
            self.struck if self.struck is not None else other.struck,
        )

    def shown(self, text: str) -> str:
        """The text as this look shows it, in Unicode."""
        font = (self.font or "").lower()
        if font.startswith(".vn"):
            text = from_tcvn3(text, capitals=font.endswith("h"))
        elif font.startswith("vni-"):
            text = from_vni(text)
        return text.upper() if self.capitals else text


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A paragraph's list (`numId` in the file) and its level in it, from 0."""

    list_id: str
    level: int


def run_look(properties: etree._Element | None) -> RunLook:
    """What an `rPr` element says itself."""
    if properties is None:
        return RunLook()
    capitals, hidden, font = (child(properties, name) for name in ("caps", "vanish", "rFonts"))
    struck = [e for name in ("strike", "dstrike") if (e := child(properties, name)) is not None]
    return RunLook(
        None if capitals is None else is_on(capitals),
        None if hidden is None else is_on(hidden),
        value(font, "ascii") or value(font, "hAnsi"),
        any(map(is_on, struck)) if struck else None,
    )


class Styles:
    """The styles of one file, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        found = root if root is not None else ()
        self._styles = {value(e, "styleId") or "": e for e in found if local(e) == "style"}
        self._plain = run_look(child(root, "docDefaults", "rPrDefault", "rPr"))
        self._default = next(
            (
                i
                for i, e in self._styles.items()
                if value(e, "default") in ("1", "true") and value(e, "type") == "paragraph"
            ),
            None,
        )
        self._looks: dict[tuple[str | None, str | None], RunLook] = {}

    def _chain(self, style: str | None) -> list[etree._Element]:
        found: list[etree._Element] = []
        while style in self._styles and len(found) < _DEEPEST:
            element = self._styles[style]
            found.append(element)
            style = value(child(element, "basedOn"))
        return found

    def look(self, paragraph_style: str | None, properties: etree._Element | None) -> RunLook:
        """How a run with these `rPr` in a paragraph of this style is drawn."""
        style = value(child(properties, "rStyle"))
        key = (style, paragraph_style or self._default)
        if key not in self._looks:
            look = RunLook()
            for element in self._chain(style) + self._chain(key[1]):
                look = look.over(run_look(child(element, "rPr")))
            self._looks[key] = look.over(self._plain)
        return run_look(properties).over(self._looks[key])

    def is_heading(self, style: str | None, properties: etree._Element | None) -> bool:
        """Whether the paragraph is a heading by its outline level or its style's name."""
        for element in [properties, *(child(e, "pPr") for e in self._chain(style))]:
            level = value(child(element, "outlineLvl"))
            if level is not None:
                return level.isdigit() and int(level) < 9
        names = [(value(child(e, "name")) or "").lower() for e in self._chain(style)]
        return any(name.startswith("heading") or name == "title" for name in names)

    def list_place(self, style: str | None, properties: etree._Element | None) -> ListPlace | None:
        """The list a paragraph stands in, by itself or by its style."""
        list_id = level = None
        for element in [properties, *(child(e, "pPr") for e in self._chain(style))]:
            numbering = child(element, "numPr")
            if numbering is None:
                continue
            list_id = list_id or value(child(numbering, "numId"))
            level = level or value(child(numbering, "ilvl"))
        if not list_id or list_id == "0":
            return None
        return ListPlace(list_id, int(level) if level and level.isdigit() else 0)

    def draws_borders(self, style: str | None) -> bool:
        """Whether a table style rules its tables."""
        return any(has_borders(child(e, "tblPr", "tblBorders")) for e in self._chain(style))


def has_borders(element: etree._Element | None) -> bool:
    """Whether a `tblBorders` or `tcBorders` element draws any line."""
    return element is not None and any(value(e) not in (None, "none", "nil") for e in element)
