"""Which names are one to the eye: written in other capitals, with other spaces, or composed of other code points.

Groups and people are named by hand in the configuration, in lists and in forms; a machine must not see two where a
reader sees one. Marks count: "Huệ" and "Huế" are two. What documents say of groups is read more leniently, in `groups`.
"""

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize


def tidy(text: str) -> str:
    """A text in one composition of letters (NFC), with single spaces."""
    return " ".join(normalize("NFC", text).split())


@lru_cache(maxsize=4096)
def same_to_the_eye(name: str) -> str:
    """A name in the form by which it is compared."""
    return tidy(tidy(name).casefold())


def forms(names: Iterable[str]) -> frozenset[str]:
    """Several names in that form."""
    return frozenset(map(same_to_the_eye, names))
