"""The measurements in the order of a run: each a module, the seconds it may take, and its sizes for a quick try.

What is promised comes first: where the machine is busy and the time runs out, comparisons are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Measurement:
    """One module of this folder, run as a process of its own.

    quick: sizes by which it shows that it works; for_page: what it is told besides when docs/benchmarks.md is written.
    """

    name: str
    seconds: float
    quick: Mapping[str, int | float | str] = field(default_factory=dict)
    for_page: Mapping[str, str] = field(default_factory=dict)


MEASUREMENTS = (
    Measurement("grammar.speed", 60, {"rounds": 1, "phrases": 5}),
    Measurement("documents.reading", 40, {"rounds": 2}),
    Measurement("documents.memory", 40),
    Measurement("listing", 120, {"events": 200, "rounds": 1}),
    Measurement("calendar.occurrences", 60, {"series": 100, "peers": 20, "rounds": 1}),
    Measurement("feeds.rendering", 60, {"events": 100, "rounds": 2}),
    Measurement("feeds.serving", 40, {"events": 20, "rounds": 1, "seconds": 0.1}),
    Measurement("reminders.planning", 90, {"people": 10, "events": 10}),
    Measurement("reminders.lateness", 80, {"seconds": 1}),
    Measurement("reminders.restart", 40, {"due": 50, "rounds": 1}),
    Measurement("email_throughput", 40, {"mails": 20, "rounds": 1}),
    Measurement("reminders.throughput", 40, {"people": 20, "rounds": 1}),
    Measurement("reminders.workers", 40, {"messages": 20, "rounds": 1}),
    Measurement("calendar.comparing", 40, {"events": 500, "rounds": 1}),
    Measurement("pages", 20, {"events": 20, "rounds": 2}),
    Measurement("calibration", 30),
    Measurement("grammar.compare", 30, {"phrases": 5}),
    Measurement("grammar.growth", 90, {"length": 20_000}),
    Measurement("parts", 40, {"rounds": 2}),
    Measurement("feeds.radicale", 40, {"events": 20, "rounds": 1}),
    Measurement("feeds.parsing", 40, {"events": 50, "rounds": 1}),
    Measurement("reminders.jobs", 60, {"jobs": 20, "rounds": 1}),
    Measurement("reminders.kill", 60, {"people": 60, "rounds": 2}),
    Measurement("reminders.kill_notices", 120, {"people": 60, "rounds": 2}),
    Measurement("documents.scanning", 90, {"rounds": 1}),
    Measurement("growth", 200, {"scale": "tiny"}, {"plot": "docs/growth-usual.svg"}),
)
