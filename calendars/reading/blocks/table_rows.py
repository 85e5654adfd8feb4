"""What a table is put as before its rows are read."""

from calendars.documents.document import Table
from calendars.layouts.changed_times import with_changes_told
from calendars.layouts.court_lists import with_cases_named
from calendars.layouts.crosstab import unfolded
from calendars.layouts.dittos import with_dittos_joined
from calendars.layouts.month_cells import with_months_told
from calendars.layouts.roster import by_duty
from calendars.layouts.sides import with_sides_below
from calendars.reading.blocks.counted_cells import with_things_apart
from calendars.reading.blocks.crossed_times import with_crosses_told
from calendars.reading.blocks.repeated_days import with_repeats_told
from calendars.reading.blocks.rounds import with_rounds_named


def as_rows(table: Table) -> Table:
    """A table that crosses times, or lists changes or duty, as rows of day and content."""
    table = with_months_told(table)
    table = with_rounds_named(with_repeats_told(with_things_apart(with_crosses_told(table))))
    table = with_dittos_joined(table)
    table = with_sides_below(with_cases_named(table))
    told = with_changes_told(table)  # before its two columns of times are taken for a table that crosses them
    return told if told is not table else with_changes_told(by_duty(unfolded(table)))
