"""The calendar on paper, in the forms that offices post and sign: the week's table, the month's programme.

`weekly` and `monthly` say what stands on the paper, as values; `word` and `page` write them as .docx and as HTML for
print. What is hard is that people go on working with the paper: read again as a document, it gives the same events.
"""

from calendars.paper.monthly import monthly_paper
from calendars.paper.page import to_html
from calendars.paper.sheet import Letterhead, Paper, Schedule, Section
from calendars.paper.weekly import weekly_paper
from calendars.paper.word import to_docx

__all__ = [
    "Letterhead",
    "Paper",
    "Schedule",
    "Section",
    "monthly_paper",
    "to_docx",
    "to_html",
    "weekly_paper",
]
