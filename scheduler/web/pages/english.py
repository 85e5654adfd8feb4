"""The pages' texts in English, by the Vietnamese that stands in the templates: `english.tsv`, one text a line."""

from functools import cache
from pathlib import Path


@cache
def english() -> dict[str, str]:
    """The English of each text."""
    lines = (Path(__file__).parent / "english.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)
