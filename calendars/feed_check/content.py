"""A foreign feed as its lines and components, as forgiving as need be: what is wrong is to be told, not refused.

A content line knows the physical line on which it begins. No value is interpreted here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

_NAME = re.compile(
    r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:])*)*):(?P<value>.*)', re.DOTALL
)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)')
_MOMENT = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?")


@dataclass(frozen=True, slots=True)
class Property:
    """A content line: its name in capitals, its parameters, its value as written."""

    line: int
    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class Component:
    """What stands between a BEGIN and its END."""

    kind: str
    line: int
    properties: list[Property] = field(default_factory=list)
    children: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """The properties of that name."""
        return [one for one in self.properties if one.name == name]

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next((one for one in self.properties if one.name == name), None)

    def value(self, name: str) -> str:
        """The value of the first property of that name, empty where there is none."""
        found = self.first(name)
        return found.value if found else ""

    def within(self, kind: str) -> Iterator["Component"]:
        """The components of that kind inside it, at any depth, in their order."""
        waiting = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if child.kind == kind:
                yield child
            waiting += reversed(child.children)


@dataclass(frozen=True, slots=True)
class Moment:
    """A DATE or DATE-TIME: at is a day, a naive local instant, or one in UTC; zone is its TZID."""

    at: date
    zone: str | None

    @property
    def is_day(self) -> bool:
        """Whether it is a DATE."""
        return not isinstance(self.at, datetime)

    @property
    def is_utc(self) -> bool:
        """Whether it is an instant in UTC."""
        return isinstance(self.at, datetime) and self.at.tzinfo is not None

    @property
    def day(self) -> date:
        """Its day, on its own clock."""
        return self.at.date() if isinstance(self.at, datetime) else self.at


@dataclass(frozen=True, slots=True)
class FeedText:
    """A feed: its bytes, its physical lines without line ends, its components, and lines that are no content line."""

    data: bytes
    lines: list[bytes]
    root: Component
    strange: list[tuple[int, str]]

    @property
    def events(self) -> list[Component]:
        """Its VEVENTs."""
        return list(self.root.within("VEVENT"))


def read_text(data: bytes) -> FeedText:
    """The lines and components of a feed, whatever its faults."""
    lines = re.split(rb"\r\n|\n|\r", data.removeprefix(b"\xef\xbb\xbf"))
    if lines and not lines[-1]:
        lines.pop()
    root = Component("", 1)
    strange: list[tuple[int, str]] = []
    open_ones = [root]
    for number, text in _unfolded(lines):
        match = _NAME.fullmatch(text)
        if match is None:
            if text.strip():
                strange.append((number, text))
            continue
        name = match["name"].upper()
        if name == "BEGIN":
            component = Component(match["value"].strip().upper(), number)
            open_ones[-1].children.append(component)
            open_ones.append(component)
        elif name == "END":
            if len(open_ones) > 1:
                open_ones.pop()
        else:
            parameters = {
                key.upper(): value.strip('"') for key, value in _PARAMETER.findall(match["parameters"])
            }
            open_ones[-1].properties.append(Property(number, name, parameters, match["value"]))
    return FeedText(data, lines, root, strange)


def moment_of(one: Property | None, value: str | None = None) -> Moment | None:
    """The day or instant of a property (or of another value under its parameters); None where it is none."""
    if one is None:
        return None
    match = _MOMENT.fullmatch(one.value.strip() if value is None else value.strip())
    if match is None:
        return None
    zone = one.parameters.get("TZID")
    try:
        if match[2] is None:
            return Moment(datetime.strptime(match[1], "%Y%m%d").date(), zone)  # noqa: DTZ007 - a day has no zone
        at = datetime.strptime(match[1] + match[2], "%Y%m%d%H%M%S")  # noqa: DTZ007 - its zone is its TZID
    except ValueError:
        return None
    return Moment(at.replace(tzinfo=UTC), None) if match[3] else Moment(at, zone)


def _unfolded(lines: list[bytes]) -> Iterator[tuple[int, str]]:
    begun, number = b"", 0
    for count, line in enumerate(lines, start=1):
        if line[:1] in (b" ", b"\t") and number:
            begun += line[1:]
            continue
        if number:
            yield number, begun.decode("utf-8", "replace")
        begun, number = line, count
    if number:
        yield number, begun.decode("utf-8", "replace")
