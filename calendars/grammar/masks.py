"""What masks share: a rule that finds something that only looks like a time, and the dates inside such things.

A mask is a `Rule` whose kind is the reason. Masks are read before anything else; what they find is kept as
`NoTime` and hidden from the other tables. The names of the reasons are those of reference sections B.13 and C.
"""

from calendars.grammar.rule import Rule

HIDDEN = "\ue000"
"""Stands for each letter of what a mask found, so that places stay true."""

_MONTHS = r"\d{1,2}|giêng|chạp"
DATE = (
    r"(?:\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?|\d{1,2} tháng (?:"
    + _MONTHS
    + r")(?:,? năm \d{4})?)(?![/\d])"
)
"""A date with or without year, as it stands inside citations and the like."""

FULL_DATE = r"(?:\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2},? năm \d{4})(?![/\d])"


def mask(name: str, reason: str, pattern: str, *examples: str, but_not: tuple[str, ...] = ()) -> Rule:
    """A rule for something that is no time. examples: texts, each found from its first letter to its last."""
    return Rule(
        name=name,
        kind=reason,
        pattern=pattern,
        meaning=lambda _: True,
        examples=dict.fromkeys(examples, True),
        not_examples=but_not,
    )
