"""Stand-ins for the services that `scheduler` talks to: real servers on loopback, with the faults of the real ones.

Each keeps to a contract (what is accepted, refused and recorded) and to a script of faults that a test hands it.
`fixtures` offers them to every test.
"""
