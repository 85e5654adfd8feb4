"""The part of a web page that is the document: menus, breadcrumbs, other news, share buttons and footers taken off.

Portals differ and many are still laid out with tables, so no path is known beforehand. Three things tell: elements and
class names that mean furniture in every portal, the share of text that is links, and where most other text stands.
The day a page was published is kept, since it may be the only place that tells the year.
"""

import re

from lxml import html

_NEVER = (
    "script style noscript template svg math canvas iframe object embed select button input textarea option nav footer "
    "aside dialog audio video map link meta"
)
_FURNITURE = frozenset(
    "menu nav navbar navigation breadcrumb breadcrumbs footer sidebar related share sharing social comment comments "
    "tool tools toolbar pagination pager paging advert ads banner copyright search login popup modal cookie widget "
    "rating vote poll tags lienquan tinkhac tinlienquan other others masthead".split(" ")
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[-\w]*\s*:[^;]*line-through", re.IGNORECASE
)
_STRUCK = ("del", "s", "strike")  # what is struck out holds no more
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_HEADINGS = ("h1", "h2")
_BOXES = frozenset("div section article main table tbody tr td center form header span font body".split(" "))
_BLOCKS = ("p", "div", "tr", "li", "br", "h1", "h2", "h3", "h4")
_MOST = 0.6  # of the text without links: an element holding so much of its parent's is where the document is
_LINKS = 0.6  # of an element's own text: a list of links


def main_content(root: html.HtmlElement) -> html.HtmlElement:
    """The element that holds the document, with furniture removed from the tree."""
    for element in list(root.iter(*_NEVER.split())):
        _drop(element)
    body = root.find("body")
    main = root if body is None else body
    total = _length(main)
    for element in list(main.iter()):
        if isinstance(element.tag, str) and _is_furniture(element) and _length(element) < total / 2:
            _drop(element)
    _drop_link_lists(main)
    return _narrowed(main)


def _drop(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _length(element: html.HtmlElement) -> int:
    """How many letters its text has."""
    return sum(len("".join(str(text).split())) for text in element.itertext())


def _own_length(element: html.HtmlElement) -> int:
    """The length of the text that is no link."""
    return _length(element) - sum(_length(link) for link in element.iter("a"))


def _is_furniture(element: html.HtmlElement) -> bool:
    if element.tag in ("html", "body", "main", "article"):
        return False
    if (
        element.tag in _STRUCK
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style", ""))
    ):
        return True
    if element.tag == "header" and not any(True for _ in element.iterancestors("main", "article")):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    return not _FURNITURE.isdisjoint(part.lower() for part in _NAME_PART.findall(names))


def _drop_link_lists(main: html.HtmlElement) -> None:
    total = _length(main)
    for element in list(main.iter("ul", "ol", "div", "table", "td", "section", "p")):
        links = list(element.iter("a"))
        length = _length(element)
        inside = element.getparent() is not None and 0 < length < total / 2
        if inside and len(links) >= 2 and sum(_length(link) for link in links) > _LINKS * length:
            _drop(element)


def _narrowed(main: html.HtmlElement) -> html.HtmlElement:
    """Down from `main` as long as it only holds boxes, one of which has most of the text and the page's heading."""
    heading = next(iter(main.iter(*_HEADINGS)), None)
    while True:
        filled = [child for child in main if isinstance(child.tag, str) and _own_length(child)]
        if (
            not filled
            or any(child.tag not in _BOXES or _is_data(child) for child in filled)
            or _has_text(main)
        ):
            return main
        best = max(filled, key=_own_length)
        if (
            _own_length(best) < _MOST * _own_length(main)
            or next(best.iterdescendants(*_BLOCKS), None) is None
        ):
            return main
        if heading is not None and best not in heading.iterancestors():
            return main
        main = best


def _has_text(element: html.HtmlElement) -> bool:
    """Whether text stands in the element itself, beside its children."""
    return any(text and text.strip() for text in (element.text, *(child.tail for child in element)))


def _is_data(element: html.HtmlElement) -> bool:
    """Whether the element is a table whose rows belong together, not one that lays out a page."""
    if element.tag != "table":
        return False
    if element.get("border", "0") not in ("", "0"):
        return next(element.iterdescendants("table"), None) is None
    rows = [row for row in element.iter("tr") if sum(1 for _ in row.iterchildren("td", "th")) > 1]
    return len(rows) > 1 and next(element.iterdescendants("table"), None) is None
