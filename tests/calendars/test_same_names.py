"""Names are compared as the eye does."""

from unicodedata import normalize

from calendars.same_names import forms, same_to_the_eye


def test_a_name_is_the_same_in_other_capitals_spaces_and_composition() -> None:
    assert same_to_the_eye(normalize("NFD", " BAN  Thường\tvụ ")) == same_to_the_eye("Ban Thường Vụ")
    assert same_to_the_eye("Ban Thường vụ") != same_to_the_eye("Ban Thương vụ")


def test_several_names_are_compared_at_once() -> None:
    assert forms(["BTV", "btv ", "Công đoàn"]) == {"btv", "công đoàn"}
