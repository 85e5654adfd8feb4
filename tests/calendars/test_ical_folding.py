"""Content lines fold at 75 octets where nothing is parted that belongs together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendars.ical.folding import fold


def pieces(line):
    return fold(line).removesuffix(b"\r\n").split(b"\r\n")


def test_a_short_line_stays_whole():
    assert fold("SUMMARY:Họp") == "SUMMARY:Họp\r\n".encode()


@pytest.mark.parametrize("length", [74, 75])
def test_a_line_of_up_to_75_octets_is_not_folded(length):
    assert len(pieces("x" * length)) == 1


def test_the_blank_of_a_continuation_counts():
    assert [len(piece) for piece in pieces("x" * 200)] == [75, 75, 52]


@pytest.mark.parametrize("shift", range(6))
def test_an_escaped_backslash_is_not_parted(shift):
    for piece, following in pairwise(pieces("x" * shift + "\\\\" * 80 + "y")):
        assert following.startswith(b" ")
        assert (len(piece) - len(piece.rstrip(b"\\"))) % 2 == 0


def test_a_letter_keeps_its_marks():
    for piece in pieces("x" * 70 + "e\u0302\u0301" * 40)[1:]:
        assert not piece.startswith((b" \xcc", b" \xcd"))


def test_marks_without_end_are_folded_between_letters():
    found = pieces("e" + "\u0301" * 200)
    assert max(map(len, found)) <= 75
    assert b"".join(found).replace(b" ", b"").decode() == "e" + "\u0301" * 200


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])))
def test_any_line_unfolds_to_itself_and_each_piece_is_text(line):
    folded = fold(line)
    assert folded.endswith(b"\r\n")
    assert folded.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == line
    for piece in folded.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(piece) <= 75
        piece.decode("utf-8")
