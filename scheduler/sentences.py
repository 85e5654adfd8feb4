"""What an error says, in Vietnamese: `sentences.tsv`, on each line the English with {} for values, a tab, Vietnamese.

The sentences of errors are plain English where they are raised; whoever shows one to a clerk puts it into Vietnamese
here. The table is read when something went wrong and not before. A sentence that it does not know stays as it is: a
reason in English is better than none. What is wrong with a foreign feed has a table of its own, `feed_faults.tsv`: its
values are others' words, which are never taken for sentences.
"""

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "sentences.tsv"
FEED_FAULTS = Path(__file__).parent / "feed_faults.tsv"
INSTEAD_OF_VALUES = frozenset({"missing", "in length"})
"""What a fault says where there is no value to show."""


@cache
def table(path: Path = TABLE) -> dict[str, str]:
    """The Vietnamese of each English sentence, both with {} where values stand."""
    lines = path.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


@cache
def _patterns(path: Path) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences as patterns, those with most letters of their own first."""
    ordered = sorted(table(path).items(), key=lambda pair: -len(pair[0].replace("{}", "")))
    return tuple(
        (re.compile("(.*?)".join(map(re.escape, told.split("{}"))), re.DOTALL), words)
        for told, words in ordered
    )


def _best(sentence: str, path: Path = TABLE) -> tuple[re.Match[str], str] | None:
    """The pattern that fits with the shortest first value: a longer one has swallowed a sentence around it."""
    fitting = [(found, words) for pattern, words in _patterns(path) if (found := pattern.fullmatch(sentence))]
    return min(fitting, key=lambda fit: len(fit[0].groups()[0]) if fit[0].groups() else 0, default=None)


def vietnamese(sentence: str) -> str:
    """The sentence in Vietnamese; its values are put into Vietnamese where they are sentences themselves."""
    if best := _best(sentence):
        found, words = best
        values = [*map(vietnamese, found.groups()), ""]
        return "".join(part + value for part, value in zip(words.split("{}"), values, strict=True))
    # A name, and what is wrong with what it names: "config.toml: is not TOML: ...".
    name, colon, rest = sentence.partition(": ")
    return f"{name}: {vietnamese(rest)}" if colon else sentence


def feed_fault(told: str) -> str:
    """What is wrong with a feed, whom it harms or what to do, in Vietnamese; its values stay as they are."""
    if (best := _best(told, FEED_FAULTS)) is None:
        return told
    found, words = best
    values = [*(table(FEED_FAULTS)[v] if v in INSTEAD_OF_VALUES else v for v in found.groups()), ""]
    return "".join(part + value for part, value in zip(words.split("{}"), values, strict=True))
