"""Lease, send, settle: how what waits in the outbox reaches people.

    pump        round after round: settle, lease, hand over, wait
    rounds      one round, in one transaction
    terms       how delivery is set, who composes, what was done
    composer    what is sent, and what sending teaches about addresses and channels
    composition the messages of one round, made from the calendar and the people as they stand
    overtaking  change notices of one event: the later takes in what still waits
    enclosures  the calendar object that goes with a message
    written     what is said to all alike, kept from round to round
    senders     the threads that send
    circuit     which channels do not work now
    ratelimit   how many messages a channel may send now
    tokens      the rotating pair of a Zalo Official Account, shared by all processes
    wakeups     being told that something new waits
    vitals      which processes send, what is due, how much was sent

Nothing is imported here, so that looking at signs of life does not load what sends.
"""
