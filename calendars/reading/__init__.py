"""Reading: a document's sections and the grammar's readings -> Programme. The doors of the room."""

from calendars.reading.explain import Fate, Marked, explain
from calendars.reading.programme_json import programme_to_json
from calendars.reading.read import read_programme

__all__ = ["Fate", "Marked", "explain", "programme_to_json", "read_programme"]
