"""Times and parts of the day in English."""

from datetime import time

from calendars.grammar.pieces import Clock, Kind, Parts
from calendars.grammar.rule import Rule, Words
from calendars.times import DayPart

_TWELVE = {
    word: hour
    for hour, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_HOUR, _MINUTE = r"(?:2[0-4]|[01]?\d)(?!\d)", r"[0-5]\d(?!\d)"


def _clock(words: Words) -> Clock | None:
    hour, minute = int(words["hour"]), int(words.get("minute") or "0")
    half = words.get("half", "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "pm")
    if hour == 24:
        return Clock(time.max) if minute == 0 else None
    return Clock(time(hour, minute))


def _part_rule(name: str, pattern: str, part: DayPart, example: str) -> Rule:
    return Rule(
        name=f"en-{name}",
        kind=Kind.PART,
        pattern=pattern,
        meaning=lambda _: Parts(part),
        examples={example: Parts(part)},
    )


CLOCK_RULES = (
    Rule(
        name="en-twelve-hours",
        kind=Kind.CLOCK,
        pattern=rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>{_MINUTE}))? ?(?P<half>[ap]\.?m\.?)",
        meaning=_clock,
        examples={"2:30 pm": Clock(time(14, 30)), "9am": Clock(time(9)), "12 pm": Clock(time(12))},
    ),
    Rule(
        name="en-clock",
        kind=Kind.CLOCK,
        pattern=rf"(?P<hour>{_HOUR})[:h](?P<minute>{_MINUTE})(?!:\d)",
        meaning=_clock,
        examples={"14:00": Clock(time(14)), "24:00": Clock(time.max)},
        not_examples=("16:05:43",),
    ),
    Rule(
        name="en-dot-behind-at",
        kind=Kind.CLOCK,
        pattern=rf"at (?P<hour>{_HOUR})\.(?P<minute>{_MINUTE})(?!\.?\d)",
        meaning=_clock,
        examples={"at 8.30": Clock(time(8, 30))},
        not_examples=("at 8.30.2026",),
    ),
    Rule(
        name="en-half-past",
        kind=Kind.CLOCK,
        pattern=rf"half past (?P<hour>1[0-2]|0?[1-9]|{'|'.join(_TWELVE)})(?!\w)(?: (?P<half>[ap]\.?m\.?))?",
        meaning=lambda words: _clock(
            {**words, "hour": str(_TWELVE.get(words["hour"], words["hour"])), "minute": "30"}
        ),
        examples={"half past eight": Clock(time(8, 30)), "half past 2 pm": Clock(time(14, 30))},
    ),
    Rule(
        name="en-o-clock",
        kind=Kind.CLOCK,
        pattern=rf"(?P<hour>{_HOUR}) ?(?:o'clock|h)",
        meaning=_clock,
        examples={"9 o'clock": Clock(time(9))},
    ),
    Rule(
        name="en-closing-hour",
        kind=Kind.CLOCK,
        pattern=rf"(?:ending|ends|until|till)(?: at)? (?P<hour>{_HOUR}):(?P<minute>{_MINUTE})(?= ?\Z)",
        meaning=lambda words: (
            Clock(end=time(int(words["hour"]), int(words["minute"])))
            if int(words["hour"]) < 24
            else Clock(end=time.max)
        ),
        examples={"ending at 11:30": Clock(end=time(11, 30))},
    ),
    _part_rule("whole-day", r"all[- ]day|the whole day|whole day", DayPart.ALL_DAY, "all day"),
    _part_rule("morning", r"(?:in the |this )?(?:early |late )?mornings?", DayPart.MORNING, "in the morning"),
    _part_rule("noon", r"(?:at )?(?:noon|midday|lunchtime)", DayPart.NOON, "at noon"),
    _part_rule(
        "afternoon", r"(?:in the |this )?(?:early |late )?afternoons?", DayPart.AFTERNOON, "afternoon"
    ),
    _part_rule("evening", r"(?:in the |this )?evenings?", DayPart.EVENING, "evening"),
    _part_rule("night", r"(?:at |to)?night", DayPart.NIGHT, "night"),
)
