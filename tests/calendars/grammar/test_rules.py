"""Every rule of every table reads its own examples and none of its counter-examples."""

from datetime import date

import pytest

from calendars.grammar import Context, understand
from calendars.grammar.build import BASES
from calendars.grammar.changes import CHANGE_RULES
from calendars.grammar.clusters import clusters, written
from calendars.grammar.combine import JOINING_RULES, join
from calendars.grammar.english import ENGLISH
from calendars.grammar.language import FIGURES, SCANNED
from calendars.grammar.ocr import REPAIRS, may_hold_confused_figures, repair
from calendars.grammar.pieces import Piece
from calendars.grammar.spelling import is_unaccented, matching_form, normalise
from calendars.grammar.table import find_pieces
from calendars.grammar.understand import find_masks
from calendars.grammar.vetoes import VETOES
from calendars.grammar.vietnamese import VIETNAMESE
from calendars.times import month_span

NOVEMBER = Context(period=month_span(2023, 11))


MASKS = (*VIETNAMESE.masks, *VIETNAMESE.cased)


def pieces(text: str, language=VIETNAMESE) -> list[Piece]:
    normal = normalise(text).text
    matching = matching_form(normal) if language is VIETNAMESE else normal.lower()
    return find_pieces(language.pieces_alone(matching), matching)


def masks(text: str) -> list[tuple[str, tuple[int, int]]]:
    normal = normalise(text).text
    matching = matching_form(normal)
    unmarked = is_unaccented(matching)
    starts, _ = VIETNAMESE.masks_and_pieces(matching)
    return [(one.rule, one.at) for one in find_masks(VIETNAMESE, starts, matching, normal, unmarked=unmarked)]


def cases(rules, attribute="examples"):
    return [
        pytest.param(rule, example, id=f"{rule.name}: {example}")
        for rule in rules
        for example in getattr(rule, attribute)
    ]


@pytest.mark.parametrize(("rule", "text"), cases(ENGLISH.pieces))
def test_each_english_rule_reads_its_examples(rule, text):
    found = {piece.rules[0]: piece.value for piece in pieces(text, ENGLISH)}
    assert found.get(rule.name) == rule.examples[text]


@pytest.mark.parametrize(("rule", "text"), cases(ENGLISH.pieces, "not_examples"))
def test_no_english_rule_reads_its_counter_examples(rule, text):
    assert rule.name not in {piece.rules[0] for piece in pieces(text, ENGLISH)}


@pytest.mark.parametrize(("rule", "text"), cases(VIETNAMESE.pieces))
def test_each_rule_reads_its_examples(rule, text):
    found = {piece.rules[0]: piece.value for piece in pieces(text)}
    assert found.get(rule.name) == rule.examples[text]


@pytest.mark.parametrize(("rule", "text"), cases(VIETNAMESE.pieces, "not_examples"))
def test_no_rule_reads_its_counter_examples(rule, text):
    assert rule.name not in {piece.rules[0] for piece in pieces(text)}


@pytest.mark.parametrize(("rule", "text"), cases(MASKS))
def test_each_mask_finds_its_examples(rule, text):
    assert (rule.name, 0) in [(name, begin) for name, (begin, _) in masks(text)]


@pytest.mark.parametrize(("rule", "text"), cases(MASKS, "not_examples"))
def test_no_mask_finds_its_counter_examples(rule, text):
    assert rule.name not in {name for name, _ in masks(text)}


@pytest.mark.parametrize(("rule", "text"), cases(JOINING_RULES))
def test_each_joining_rule_joins_its_examples(rule, text):
    matching = matching_form(text)
    ((cluster, kinds),) = clusters(
        find_pieces(VIETNAMESE.pieces_alone(matching), matching), matching, VIETNAMESE.small_words
    )
    assert kinds == written(cluster)
    found = [item for item in join(cluster, kinds)[0] if isinstance(item, Piece)]
    assert rule.name in found[0].rules
    assert found[0].value == rule.examples[text]


@pytest.mark.parametrize(("base", "text"), cases(BASES))
def test_each_set_of_kinds_means_what_its_examples_say(base, text):
    (reading,) = understand(text, NOVEMBER).readings
    assert reading.when == base.examples[text]


@pytest.mark.parametrize(("veto", "text"), cases(VETOES))
def test_each_veto_takes_back_its_examples(veto, text):
    normal = matching_form(normalise(text).text)
    words = matching_form(veto.examples[text])
    start = normal.index(words)
    told = understand(text, NOVEMBER)
    assert all(
        reading.at[0] >= start + len(words) for reading in told.readings
    )  # only what stands behind is told
    found = [(one.reason, one.at[0]) for one in told.no_times if one.rule == veto.name]
    assert found == [(veto.reason, start)]


@pytest.mark.parametrize(("rule", "text"), cases(CHANGE_RULES))
def test_each_change_tells_old_from_new(rule, text):
    readings = understand(text, Context(period=month_span(2023, 11), issued=date(2023, 11, 3))).readings
    assert " ".join(one.status for one in readings) == rule.examples[text]
    assert all(rule.name in one.rules for one in readings)


@pytest.mark.parametrize(("one", "text"), cases(REPAIRS))
def test_each_repair_mends_its_examples(one, text):
    mended, done = repair(text)
    assert mended == one.examples[text]
    assert one.name in {change.rule for change in done}
    signs = VIETNAMESE.masks_and_pieces(text)[1]
    assert signs & SCANNED or (signs & FIGURES and may_hold_confused_figures(text)), "it is not looked for"


@pytest.mark.parametrize(("one", "text"), cases(REPAIRS, "not_examples"))
def test_no_repair_touches_its_counter_examples(one, text):
    assert repair(text) == (text, [])


TABLES = (VIETNAMESE.pieces, ENGLISH.pieces, MASKS, JOINING_RULES, VETOES, CHANGE_RULES, REPAIRS)


def test_names_of_rules_are_their_own():
    names = [rule.name for table in TABLES for rule in table]
    assert sorted(names) == sorted(set(names))


def test_every_rule_has_an_example():
    assert [rule.name for table in (*TABLES, BASES) for rule in table if not rule.examples] == []
