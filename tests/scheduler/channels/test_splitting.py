import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.attempts import Deferred, Delivered, Outcome, Refused
from scheduler.channels.channel import SentParts
from scheduler.channels.splitting import send_in_parts, split_text, units, without_mentions

DECOMPOSED = unicodedata.normalize("NFD", "Họp giao ban")


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        pytest.param(
            "Họp giao ban", 2000, ("Họp giao ban",), id="a short text is one part, without a number"
        ),
        pytest.param(DECOMPOSED, 12, ("Họp giao ban",), id="letters are composed before they are counted"),
        pytest.param("  \n ", 2000, (), id="blank text gives none"),
        pytest.param("📅" * 6, 12, ("📅" * 6,), id="an emoji counts two"),
        pytest.param(
            "một hai ba bốn\n\nnăm sáu bảy",
            26,
            ("(1/2)\nmột hai ba bốn", "(2/2)\nnăm sáu bảy"),
            id="at a paragraph rather than a word",
        ),
        pytest.param(
            "một hai ba\nbốn năm sáu",
            20,
            ("(1/2)\nmột hai ba", "(2/2)\nbốn năm sáu"),
            id="at a line rather than a word",
        ),
        pytest.param(
            "một hai ba bốn năm", 17, ("(1/3)\nmột hai", "(2/3)\nba bốn", "(3/3)\nnăm"), id="at a word"
        ),
        pytest.param(
            "a" * 25, 20, ("(1/3)\n" + "a" * 12, "(2/3)\n" + "a" * 12, "(3/3)\na"), id="within a long word"
        ),
        pytest.param(
            "a" * 11 + "q\u0323" + "b" * 8,
            20,
            ("(1/2)\n" + "a" * 11, "(2/2)\nq\u0323" + "b" * 8),
            id="never between a letter and its mark",
        ),
    ],
)
def test_text_is_cut_where_a_reader_would_pause(text: str, limit: int, parts: tuple[str, ...]) -> None:
    assert split_text(text, limit) == parts


@given(st.text(max_size=400), st.integers(min_value=20, max_value=60))
def test_no_part_is_too_long_and_nothing_but_white_space_is_lost(text: str, limit: int) -> None:
    parts = split_text(text, limit)
    assert all(0 < units(part) <= limit for part in parts)
    said = parts if len(parts) == 1 else [part.partition("\n")[2] for part in parts]
    assert "".join("".join(said).split()) == "".join(unicodedata.normalize("NFC", text).split())


def test_mention_in_a_title_calls_nobody() -> None:
    assert without_mentions("Họp [@all] và [@123]") == "Họp [ @all] và [ @123]"


def test_parts_go_out_in_order_and_receipts_are_kept() -> None:
    sent: list[str] = []

    def send(part: str) -> Outcome:
        sent.append(part)
        return Delivered(f"id-{part}")

    assert send_in_parts("r-1", ("a", "b"), SentParts(), send) == Delivered("id-a id-b", parts=2)
    assert sent == ["a", "b"]


def test_trying_again_goes_on_with_the_part_that_failed() -> None:
    remembered = SentParts()
    tried: list[str] = []
    outcomes: Iterator[Outcome] = iter([Delivered("1"), Deferred("later"), Delivered("2"), Delivered("3")])

    def send(part: str) -> Outcome:
        tried.append(part)
        return next(outcomes)

    assert send_in_parts("r-1", ("a", "b", "c"), remembered, send) == Deferred("later")
    assert send_in_parts("r-1", ("a", "b", "c"), remembered, send) == Delivered("2 3", parts=3)
    assert tried == ["a", "b", "b", "c"]
    assert remembered.of("r-1") == 0


def test_nothing_to_say_is_refused() -> None:
    assert send_in_parts("r-1", (), SentParts(), lambda part: Delivered()) == Refused(
        "the message has no text"
    )


def test_only_so_many_messages_are_remembered() -> None:
    remembered = SentParts(keep=2)
    for number in range(3):
        remembered.record(f"r-{number}", 1)
    assert [remembered.of(f"r-{number}") for number in range(3)] == [0, 1, 1]
