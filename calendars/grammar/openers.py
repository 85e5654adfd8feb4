"""With which letters a pattern can begin: what lets a table try only the rules that may fit at a place.

Only as much of the syntax of regular expressions is known here as the tables use. Where in doubt the answer is "any
letter", which costs time and never a reading. All figures count as one, written 0.
"""

DEPTH = 6  # letters: "ngày 0" and "ngày k" begin different things
_MOST_PREFIXES = 3000  # of one pattern; of what branches further fewer letters are looked at
_AHEAD = "(?="
_LOOKS = ("(?!", "(?<=", "(?<!")
FIGURES = dict.fromkeys(map(ord, "123456789"), "0")
"""What makes all figures one."""

_Prefixes = set[tuple[str, bool]]
"""Beginnings of at most so many letters, each with whether what follows it is known."""


def openers(pattern: str, depth: int = DEPTH) -> frozenset[str]:
    """The letters (at most `depth`) with which a match of `pattern` can begin; a short one stands for all that follow.

    The empty string among them: it can begin with anything.
    """
    return frozenset(prefix for prefix, _ in _choices(pattern, depth))


def as_opener(text: str) -> str:
    """The beginning of a text in the form of `openers`."""
    return text[:DEPTH].translate(FIGURES)


def _choices(pattern: str, depth: int) -> _Prefixes:
    return {prefix for sequence in _split(pattern) for prefix in _sequence(sequence, depth)}


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


def _sequence(pattern: str, depth: int) -> _Prefixes:
    found: _Prefixes = {("", True)}
    place = 0
    while place < len(pattern) and any(known for _, known in found):
        end = _end_of_atom(pattern, place)
        atom = pattern[place:end]
        place = _end_of_quantifier(pattern, end)
        if atom.startswith(_LOOKS) or atom in (r"\b", r"\Z", r"\A"):
            continue
        least, most = _times(pattern[end:place], depth)
        if atom.startswith(_AHEAD):  # must be there, and what then is read of it is not followed
            ahead = {(letters, False) for letters, _ in _choices(atom[len(_AHEAD) : -1], depth)}
            return _extended(found, ahead, depth)
        once, longer = _atom(atom, depth), found
        if least == 0 and most == 1:
            found = found | _extended(found, once, depth)
            continue
        for turn in range(1, most + 1):
            longer = _extended(longer, once, depth)
            found = found | longer if turn > least else longer
    return found


def _times(quantifier: str, depth: int) -> tuple[int, int]:
    """How often at least and at most; more than `depth` times makes no difference."""
    match quantifier[:1]:
        case "":
            return 1, 1
        case "?":
            return 0, 1
        case "*":
            return 0, depth
        case "+":
            return 1, depth
    least, comma, most = quantifier[1 : quantifier.index("}")].partition(",")
    first = min(int(least or 0), depth)
    return first, min(int(most), depth) if most else depth if comma else first


def _extended(found: _Prefixes, by: _Prefixes, depth: int) -> _Prefixes:
    for length in reversed(range(depth)):
        if len(found) * len(by) <= _MOST_PREFIXES:
            break
        by = {(letters[:length], follows and len(letters) <= length) for letters, follows in by}
    longer: _Prefixes = set()
    for prefix, known in found:
        if not known:
            longer.add((prefix, False))
            continue
        for letters, follows in by:
            text = (prefix + letters)[:depth]
            longer.add((text, follows and len(text) < depth))
    return longer


def _atom(atom: str, depth: int) -> _Prefixes:
    if atom.startswith("("):
        inner = atom[1:-1]
        if inner.startswith("?:"):
            inner = inner[2:]
        elif inner.startswith("?P<"):
            inner = inner[inner.index(">") + 1 :]
        return _choices(inner, depth)
    if atom.startswith("["):
        return _class(atom[1:-1])
    if atom == r"\d" or atom.isdecimal():
        return {("0", True)}
    if atom.startswith("\\"):
        return {("", False)} if atom[1].isalnum() else {(atom[1], True)}
    return {("", False)} if atom == "." else {(atom, True)}


def _class(inner: str) -> _Prefixes:
    if inner.startswith("^") or "\\w" in inner or "\\W" in inner:
        return {("", False)}
    letters = {"0"} if "\\d" in inner else set()
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
    return {(as_opener(letter), True) for letter in letters}


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
