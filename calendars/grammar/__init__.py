"""What the words of a text say of time: `understand(text, context)`."""

from calendars.grammar.rule import Context, NoTime, Observance, Reading, Understanding
from calendars.grammar.understand import told, understand

__all__ = ["Context", "NoTime", "Observance", "Reading", "Understanding", "told", "understand"]
