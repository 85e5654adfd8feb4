"""Events as iCalendar bytes, and back (RFC 5545, 5546, 7986).

`drawing` decides how an event looks in a client (values), `series` turns a repeat into what an RRULE can say, `writing`
makes the bytes, `render` joins the three, `parse` reads foreign calendars, `text` holds the words. What is hard is that
a dozen clients break on different things; each decision names its rule in `docs/feeds.md` by number.
"""
