"""With which letters a pattern can begin."""

import re

import pytest

from calendars.grammar.english import ENGLISH
from calendars.grammar.openers import as_opener, openers
from calendars.grammar.table import in_matching_form
from calendars.grammar.vietnamese import VIETNAMESE


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("ngày", {"ngày"}),
        (r"(?:ngày )?\d{1,2}/", {"ngày 0", "00/", "0/"}),
        (r"(?P<a>x|yz)w", {"xw", "yzw"}),
        ("[ab]c?d", {"acd", "ad", "bcd", "bd"}),
        (r"\w+x", {""}),
        ("(?<!x)a(?!c)b", {"ab"}),
        ("a(?=bc|d)[bd]+x", {"abc", "ad"}),
        (r"a(?= b|\Z)", {"a b", "a"}),
        ("a{0,2}b", {"b", "ab", "aab"}),
        ("a{2}b", {"aab"}),
        (r"\d{7,}", {"000000"}),
        (r"ban hành kèm theo", {"ban hà"}),
        (r"24 ?/", {"00 /", "00/"}),
        (r"\(x|½", {"(x", "½"}),
    ],
)
def test_openers(pattern, expected):
    assert openers(pattern) == expected


@pytest.mark.parametrize("rules", [VIETNAMESE.pieces, VIETNAMESE.masks, ENGLISH.pieces])
def test_every_example_begins_as_its_rule_may(rules):
    wrong = []
    for rule in rules:
        pattern = in_matching_form(rule.pattern)
        letters = openers(pattern)
        for example in rule.examples:
            text = example.lower()
            found = re.search(pattern, text)
            if found and not as_opener(text[found.start() :]).startswith(tuple(letters)):
                wrong.append((rule.name, example))
    assert wrong == []
