"""The words of `reading/words.toml`: what an item is, who is there and where."""

from functools import cache

from calendars.layouts.words import Vocabulary


@cache
def item_words() -> Vocabulary:
    """The words of `reading/words.toml`, read once."""
    return Vocabulary("calendars.reading")
