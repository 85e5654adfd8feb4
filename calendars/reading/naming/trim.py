"""The contract of a trim: what is cut off a title, when it is sought, and examples that are run as tests."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trim:
    """One kind of words that are cut off a title.

    says: pieces in lower case without one of which a title does not hold them; none: it is always searched. pattern:
    what is cut off. heads: only where what stands behind begins with the name of something that is held. examples:
    titles with what is left of them.
    """

    name: str
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]
    says: tuple[str, ...] = ()
    heads: bool = False
