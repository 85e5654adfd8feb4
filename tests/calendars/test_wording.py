"""The words that somebody types: how they are kept, which are refused, and marks of direction."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendars.errors import UnusableWords
from calendars.wording import LONGEST, check_words, straight, tidied


@dataclass
class Words:
    title: str = "Họp"
    location: str | None = None
    chair: str | None = None
    attendees: str | None = None
    prepared_by: str | None = None
    note: str | None = None


@pytest.mark.parametrize("field", LONGEST)
def test_each_text_may_be_as_long_as_it_says_and_no_longer(field):
    check_words(Words(**{field: "ư" * LONGEST[field]}))
    with pytest.raises(UnusableWords) as refused:
        check_words(Words(**{field: "ư" * (LONGEST[field] + 1)}))
    assert refused.value.field == field


@pytest.mark.parametrize("field", LONGEST)
def test_what_stood_there_may_stay_whatever_it_is(field):
    strange = Words(**{field: "\x07" * 5_000})
    check_words(strange, strange)
    with pytest.raises(UnusableWords):
        check_words(strange, Words())


def test_only_a_title_must_be_there():
    check_words(Words(location="", chair=None, note=" "))
    with pytest.raises(UnusableWords, match="the title must not be empty"):
        check_words(Words(title=" \u2003"))


@given(field=st.sampled_from(sorted(LONGEST)), text=st.text(max_size=60))
def test_what_was_tidied_is_tidy(field, text):
    kept = tidied(field, text)
    assert kept is None or kept == tidied(field, kept)
    assert (kept is None) == (not text.strip())
    assert tidied(field, text, text) == text


@given(
    st.text(alphabet="aô1 \n\u05d0\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
def test_straight_text_keeps_its_letters_and_turns_nothing(text):
    assert straight(text) == "".join(letter for letter in text if letter in "aô1 \n\u05d0")
