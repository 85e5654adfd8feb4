"""Values of time written for a reader."""

from calendars.phrasing.phrases import clock_words, date_text, hours_phrase, phrase, weekday_text

__all__ = ["clock_words", "date_text", "hours_phrase", "phrase", "weekday_text"]
