"""How firm a time is, deadlines, and the ends of ranges, in English."""

from calendars.grammar.pieces import Deadline, Kind, Mark
from calendars.grammar.rule import Rule

_MARK = Mark()

CERTAINTY_RULES = (
    Rule(
        name="en-told-later",
        kind=Kind.LATER,
        pattern=r"(?:(?:date|time|day|hour|exact date|exact time) )?(?:to be (?:announced|confirmed|told later)"
        r"|tba|tbc|tbd|(?:will be )?announced later)",
        meaning=lambda _: _MARK,
        examples={"date to be announced": _MARK, "TBA": _MARK},
    ),
    Rule(
        name="en-tentative",
        kind=Kind.TENTATIVE,
        pattern=r"tentative(?:ly)?|provisional(?:ly)?|expected|planned(?: for)?|probably",
        meaning=lambda _: _MARK,
        examples={"tentatively": _MARK, "provisionally": _MARK},
    ),
    Rule(
        name="en-some-day-in",
        kind=Kind.ABOUT,
        pattern=r"(?:on )?(?:some|one|a) day (?:in|between|from|of|within)(?: the days)?(?: from)?",
        meaning=lambda _: Mark(open_ended=True),
        examples={"some day in November": Mark(open_ended=True)},
    ),
    Rule(
        name="en-about",
        kind=Kind.ABOUT,
        pattern=r"about|around|approximately|circa",
        meaning=lambda _: _MARK,
        examples={"around 24 November": _MARK},
    ),
    Rule(
        name="en-all-through",
        kind=Kind.WHOLE,
        pattern=r"throughout|all through|the whole of|all of|during all",
        meaning=lambda _: _MARK,
        examples={"throughout November": _MARK},
    ),
    Rule(
        name="en-counted",
        kind=Kind.DEADLINE,
        pattern=r"within(?= (?:\d{1,3}|one|two|three|four|five|six|ten) (?:working |business )?(?:day|week|month)s?)",
        meaning=lambda _: Deadline(counted=True),
        examples={"within 3 working days": Deadline(counted=True)},
        not_examples=("within the next 3 days",),
    ),
    Rule(
        name="en-by",
        kind=Kind.DEADLINE,
        pattern=r"(?:due )?by(?: the end of)?|no later than|not later than|at the latest|deadline:?|due(?: on)?",
        meaning=lambda _: Deadline(),
        examples={"by 24 November": Deadline(), "no later than 24 November": Deadline()},
    ),
    Rule(
        name="en-before",
        kind=Kind.DEADLINE,
        pattern=r"before",
        meaning=lambda _: Deadline(exclusive=True),
        examples={"before 24 November": Deadline(exclusive=True)},
    ),
    Rule(
        name="en-until-and-including",
        kind=Kind.TO,
        pattern=r"up to and including|until the end of|until and including",
        meaning=lambda _: Deadline(),
        examples={"until the end of 24 November": Deadline()},
    ),
    Rule(
        name="en-from",
        kind=Kind.FROM,
        pattern=r"from|starting(?: from| on)?|beginning(?: on)?(?! of)|since",
        meaning=lambda _: _MARK,
        examples={"from 24 November": _MARK},
    ),
    Rule(
        name="en-to",
        kind=Kind.TO,
        pattern=r"to|until|till|through",
        meaning=lambda _: Deadline(),
        examples={"24 to 26 November": Deadline()},
    ),
)
