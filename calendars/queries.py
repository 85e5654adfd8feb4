"""SQL in `.sql` files: named queries, schema steps, and the small connection that runs them.

A file holds queries under `-- name:` headings with `:name` parameters, one text for SQLite and PostgreSQL as far as it
goes; where the two differ, a `-- dialect:` variant stands beside it. What is hard is left to the databases: this module
only finds the text and spells its parameters as the driver wants them. Opening one is `scheduler.database`'s work.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

Row = tuple[Any, ...]
Params = Mapping[str, Any]
NO_PARAMS: Params = MappingProxyType({})


class Dialect(StrEnum):
    """The databases whose SQL is written here."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


_PARAMETER = r"(?<![:\w]):([a-z_]\w*)"


class Query(NamedTuple):
    """One named query; `variants` holds its text for a dialect that differs from `common`."""

    name: str
    common: str
    variants: Mapping[Dialect, str]

    def text(self, dialect: Dialect) -> str:
        """The query as the dialect's driver takes it: `:name` for sqlite3, `%(name)s` for psycopg."""
        text = self.variants.get(dialect, self.common)
        if dialect is Dialect.POSTGRESQL:
            return re.sub(_PARAMETER, r"%(\1)s", text.replace("%", "%%"))
        return text


class Connection(Protocol):
    """What a store needs of a database: an open transaction that runs queries."""

    @property
    def dialect(self) -> Dialect:
        """Which database this is."""
        ...

    def execute(self, query: Query, params: Params = NO_PARAMS) -> list[Row]:
        """Runs it and gives all its rows, none for a query that gives none."""
        ...

    def execute_many(self, query: Query, rows: Iterable[Params]) -> None:
        """Runs it once for each set of parameters."""
        ...


def fits(number: int) -> bool:
    """Whether a column of whole numbers can hold it; SQLite's driver fails on what a person types beyond."""
    return -(2**63) <= number < 2**63


def load_queries(*paths: Path) -> Mapping[str, Query]:
    """The queries of these files by name; ValueError for a name given twice or text outside any name."""
    queries: dict[str, Query] = {}
    for path in paths:
        for query in _queries_of(path):
            if query.name in queries:
                raise ValueError(f"{path.name}: the query {query.name} is there twice")
            queries[query.name] = query
    return MappingProxyType(queries)


def _queries_of(path: Path) -> Iterator[Query]:
    name: str | None = None
    texts: dict[Dialect | None, list[str]] = {}
    current: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        heading = _heading(line)
        if heading is None:
            current.append(line)
        elif heading[0] == "name":
            if name is not None:
                yield _query(name, texts)
            elif _sql("\n".join(current)):
                raise ValueError(f"{path.name}: there is SQL before the first name")
            name, current = heading[1], []
            texts = {None: current}
        else:
            current = texts.setdefault(Dialect(heading[1]), [])
    if name is not None:
        yield _query(name, texts)


def _heading(line: str) -> tuple[str, str] | None:
    """What the line opens, ("name", "events") or ("dialect", "sqlite"); None for any other line."""
    if not line.startswith("--"):
        return None
    what, _, rest = line.removeprefix("--").partition(":")
    words = rest.split()
    return (what.strip(), words[0]) if what.strip() in ("name", "dialect") and len(words) == 1 else None


def _query(name: str, texts: Mapping[Dialect | None, list[str]]) -> Query:
    variants = {dialect: _sql("\n".join(lines)) for dialect, lines in texts.items() if dialect is not None}
    return Query(name, _sql("\n".join(texts[None])), variants)


def _sql(text: str) -> str:
    """The text without its comment lines."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("--")).strip()


class Step(NamedTuple):
    """One numbered change of a package's tables, applied once and never edited afterwards."""

    package: str
    number: int
    name: str
    path: Path

    def statements(self, dialect: Dialect) -> list[str]:
        """Its statements in order; after `-- dialect: X` they hold for X alone, until `-- dialect: any`."""
        kept: list[str] = []
        mine = True
        for line in self.path.read_text("utf-8").splitlines():
            heading = _heading(line)
            if heading is not None and heading[0] == "dialect":
                mine = heading[1] in ("any", dialect)
            elif mine:
                kept.append(line)
        return [
            statement
            for part in re.split(r";[ ]*(?:\n|$)", _sql("\n".join(kept)))
            if (statement := part.strip())
        ]


def find_steps(package: str, folder: Path) -> list[Step]:
    """The steps in a folder, files named `0001_what_it_does.sql`, in order; none where there is no such folder.

    ValueError where two bear the same number.
    """
    if not folder.is_dir():
        return []
    steps = []
    for path in sorted(folder.iterdir()):
        number, parted, name = path.stem.partition("_")
        if parted and number.isdecimal() and path.suffix == ".sql":
            steps.append(Step(package, int(number), name, path))
    if len({step.number for step in steps}) != len(steps):
        raise ValueError(f"two schema steps in {folder.name} of {package} bear the same number")
    return steps
