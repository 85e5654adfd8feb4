"""With which letters a pattern can begin: what lets a table try only the rules that may fit at a place.

Only as much of the syntax of regular expressions is known here as the tables use. Where in doubt the answer is "any
letter", which costs time and never a reading.
"""

DIGITS = frozenset("0123456789")
_OPTIONAL = ("?", "*", "{0,")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")

Letters = frozenset[str] | None
"""Letters with which a pattern can begin; None for any."""


def openers(pattern: str) -> Letters:
    """The letters with which a match of `pattern` can begin, None where that cannot be told."""
    letters, can_be_empty = _choices(pattern)
    return None if can_be_empty else letters


def _choices(pattern: str) -> tuple[Letters, bool]:
    """First letters of a choice of sequences, and whether one of them can be empty."""
    found: frozenset[str] = frozenset()
    empty = False
    for sequence in _split(pattern):
        letters, sequence_empty = _sequence(sequence)
        if letters is None:
            return None, True
        found |= letters
        empty |= sequence_empty
    return found, empty


def _split(pattern: str) -> list[str]:
    """The choices of a pattern at its outermost level."""
    parts, start, depth, place = [], 0, 0, 0
    while place < len(pattern):
        letter = pattern[place]
        if letter == "\\":
            place += 1
        elif letter == "[":
            place = _end_of_class(pattern, place)
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and depth == 0:
            parts.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*parts, pattern[start:]]


def _sequence(pattern: str) -> tuple[Letters, bool]:
    found: frozenset[str] = frozenset()
    place = 0
    while place < len(pattern):
        end = _end_of_atom(pattern, place)
        atom, rest = pattern[place:end], pattern[end:]
        place = end
        if atom.startswith(_LOOKS) or atom in (r"\b", r"\Z", r"\A"):
            continue
        letters, empty = _atom(atom)
        if letters is None:
            return None, True
        found |= letters
        if rest.startswith(_OPTIONAL):
            place = _end_of_quantifier(pattern, end)
            continue
        place = _end_of_quantifier(pattern, end)
        if not empty:
            return found, False
    return found, True


def _atom(atom: str) -> tuple[Letters, bool]:
    if atom.startswith("("):
        inner = atom[1:-1]
        if inner.startswith("?:"):
            inner = inner[2:]
        elif inner.startswith("?P<"):
            inner = inner[inner.index(">") + 1 :]
        return _choices(inner)
    if atom.startswith("["):
        return _class(atom[1:-1]), False
    if atom == r"\d":
        return DIGITS, False
    if atom.startswith("\\"):
        return (frozenset(atom[1]), False) if not atom[1].isalnum() else (None, True)
    return (None, True) if atom == "." else (frozenset(atom), False)


def _class(inner: str) -> Letters:
    if inner.startswith("^") or "\\w" in inner or "\\W" in inner:
        return None
    letters = set(DIGITS) if "\\d" in inner else set()
    inner = inner.replace("\\d", "")
    place = 0
    while place < len(inner):
        if inner[place] == "\\":
            place += 1
        if inner[place + 1 : place + 2] == "-" and place + 2 < len(inner):
            letters |= {chr(code) for code in range(ord(inner[place]), ord(inner[place + 2]) + 1)}
            place += 3
        else:
            letters.add(inner[place])
            place += 1
    return frozenset(letters)


def _end_of_class(pattern: str, place: int) -> int:
    """The place of the bracket that closes the class opened at `place`."""
    place += 1
    while pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place


def _end_of_atom(pattern: str, place: int) -> int:
    letter = pattern[place]
    if letter == "\\":
        return place + 2
    if letter == "[":
        return _end_of_class(pattern, place) + 1
    if letter != "(":
        return place + 1
    depth = 0
    while True:
        letter = pattern[place]
        if letter == "\\":
            place += 1
        elif letter == "[":
            place = _end_of_class(pattern, place)
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if depth == 0:
                return place + 1
        place += 1


def _end_of_quantifier(pattern: str, place: int) -> int:
    if place < len(pattern) and pattern[place] in "?*+":
        place += 1
    elif place < len(pattern) and pattern[place] == "{":
        place = pattern.index("}", place) + 1
    if place < len(pattern) and pattern[place] in "?+":
        place += 1
    return place
