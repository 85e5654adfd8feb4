"""What an error says, in Vietnamese: `sentences.tsv`, on each line the English with {} for values, a tab, Vietnamese.

The sentences of errors are plain English where they are raised; whoever shows one to a clerk puts it into Vietnamese
here. The table is read when something went wrong and not before. A sentence that it does not know stays as it is: a
reason in English is better than none.
"""

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "sentences.tsv"


@cache
def table() -> dict[str, str]:
    """The Vietnamese of each English sentence, both with {} where values stand."""
    lines = TABLE.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences as patterns, those with most letters of their own first."""
    ordered = sorted(table().items(), key=lambda pair: -len(pair[0].replace("{}", "")))
    return tuple(
        (re.compile("(.*?)".join(map(re.escape, told.split("{}"))), re.DOTALL), words)
        for told, words in ordered
    )


def _best(sentence: str) -> tuple[re.Match[str], str] | None:
    """The pattern that fits with the shortest first value: a longer one has swallowed a sentence around it."""
    fitting = [(found, words) for pattern, words in _patterns() if (found := pattern.fullmatch(sentence))]
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
