"""Events as iCalendar bytes, and back (RFC 5545, 5546, 7986).

`component` decides how a happening looks in a client (values), `drawing` and `series` turn an event into components and
rules, `writing` and `folding` make the bytes, `render` joins them, `alarms` puts in alarms for who asks. `recognising`
says what is a calendar; `parse` reads foreign ones, with `parse_times`, `parse_words` and `parse_range`. `text` and
`words` say what no client can show. What is hard is that a dozen clients break on different things; each decision names
its rule in `docs/feeds.md` by number.
"""
