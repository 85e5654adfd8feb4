"""Office files of the zip kind (.docx, .xlsx): their parts as XML, within limits.

The hard part is hostile files: a part that unpacks to gigabytes, entities that multiply, references to the network.
Sizes are counted while unpacking, not believed; entities are never expanded, and a part that declares any is refused.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from calendars.documents.format import Source

_PART_SHARE = 4  # of what the whole file may unpack to, for one part: parsed XML needs several times its size
_MOST_PARTS = 5_000


class Package:
    """A zip file of XML parts that refer to each other.

    Raises UnreadableDocument for a file that is damaged, unpacks to more than the limits allow, or declares entities.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise self._damaged() from error
        infos = self._zip.infolist()
        if len(infos) > _MOST_PARTS or sum(i.file_size for i in infos) > source.limits.expanded:
            raise self._too_big()
        self.names = frozenset(i.filename for i in infos)
        self._left = source.limits.expanded

    def bytes(self, name: str) -> bytes:
        """A part unpacked; an empty one when it is missing."""
        if name not in self.names:
            return b""
        most = min(self._left, self._source.limits.expanded // _PART_SHARE)
        try:
            with self._zip.open(name) as part:
                data = part.read(most + 1)
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            EOFError,
            RuntimeError,  # a part that is locked, or packed in a way that zipfile does not know
        ) as error:
            raise self._damaged() from error
        if len(data) > most:
            raise self._too_big()
        self._left -= len(data)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root element of a part, None when the package has no such part."""
        data = self.bytes(name)
        if not data:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._entities() if "entity" in str(error).lower() else self._damaged(str(error)) from error
        if root.getroottree().docinfo.doctype:
            raise self._entities()
        return root

    def elements(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """The elements with these local names one after another, each forgotten when the next is asked for."""
        events = etree.iterparse(
            io.BytesIO(self.bytes(name)),
            events=("end",),
            tag=[f"{{*}}{tag}" for tag in tags],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        checked = False
        try:
            for _, element in events:
                if not checked and element.getroottree().docinfo.doctype:
                    raise self._entities()
                checked = True
                yield element
                element.clear()
                while element.getprevious() is not None and (parent := element.getparent()) is not None:
                    del parent[0]
        except etree.XMLSyntaxError as error:
            raise self._entities() if "entity" in str(error).lower() else self._damaged(str(error)) from error

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the file: id -> (kind, name of the part); references to outside are left out."""
        folder, _, base = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = (
                target.lstrip("/")
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], path)
        return found

    def main_part(self) -> str | None:
        """The part that holds the document itself."""
        return next((path for kind, path in self.relations("").values() if kind == "officeDocument"), None)

    def _damaged(self, detail: str = "") -> Exception:
        return self._source.refused(
            f"the file is damaged{f' ({detail[:120]})' if detail else ''}; open it in the program it was made with, "
            "save it again and try that copy"
        )

    def _too_big(self) -> Exception:
        return self._source.refused(
            f"unpacked it would be larger than the {self._source.limits.expanded // 1_000_000} MB allowed, which no "
            "programme is; check where it comes from, or raise documents.max_expanded_bytes in the configuration"
        )

    def _entities(self) -> Exception:
        return self._source.refused(
            "it declares XML entities, which office programs never do; it may be made to do harm and was not read"
        )


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, "" for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """The attribute `name` of an element, in whatever namespace."""
    if element is None:
        return None
    for key, text in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant that is reached by these names, without namespaces."""
    for name in path:
        if element is None:
            return None
        element = next((e for e in element if local(e) == name), None)
    return element


def is_on(element: etree._Element | None) -> bool:
    """Whether an on/off element of Word is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
