"""What a notice of change does: which time is the old one and which the new, of which meeting, and what it is called.

`settle` looks at the whole paper at last; before it each of the other rooms knows one way of saying it: a sentence that
cites what had been announced, a misprint beside what is right, a row that tells another time of its own thing, two
lists, meetings made one, gone online or put off with another. `title_words` and `title_tails` leave the words of a
change out of titles. Sentences that name both times are read by the grammar (`calendars.grammar.changes`).
"""
