"""The pages' words: whatever a template or a page says in Vietnamese has its English, and none too many."""

import re
from pathlib import Path
from string import Formatter

import scheduler.web.pages
from scheduler.web.pages import account_words, errors, late, reviewing
from scheduler.web.pages.english import english

FOLDER = Path(scheduler.web.pages.__file__).parent
IN_TEMPLATE = re.compile(r"""\bt\(\s*(?:"([^"]*)"|'([^']*)')""")
IN_CODE = re.compile(r'\btold\(\s*((?:"[^"]*"\s*)+)')


def said() -> set[str]:
    found = {
        first or second
        for path in (FOLDER / "templates").glob("*.html")
        for first, second in IN_TEMPLATE.findall(path.read_text())
    }
    for path in FOLDER.glob("*.py"):
        found |= {"".join(re.findall(r'"([^"]*)"', one)) for one in IN_CODE.findall(path.read_text())}
    found |= {text for pair in errors.TEXTS.values() for text in pair} | {
        errors.MANY_FILES,
    }
    found |= {*errors.REFUSED_FORMS.values(), *late.AGAIN.values(), *late.LABELS.values()}
    return (
        found
        | set(account_words._WORDS.values())
        | {
            reviewing.NOT_UNDERSTOOD,
            reviewing.UNKNOWN_GROUP,
            reviewing.GONE,
        }
    )


def test_every_text_has_its_english_and_no_english_is_left_over():
    assert said() == set(english())


def test_both_have_the_same_places_for_values():
    def places(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert {vi: en for vi, en in english().items() if places(vi) != places(en)} == {}
