"""The use cases, one transaction each: what the command line and the pages can ask for.

Entry points import the one they need, so that a listing loads nothing of sending.

    phrases reading            what phrases and documents say; no database
    keeping stories query      the month, one event with its story
    grouping binding           the groups that documents and people name; events bound to groups made known later
    comparing                  a document against the calendar as it stands
    importing foreign inbox    documents and foreign calendars onto the calendar
    revising by_hand doubts    what waits for a person; changes by hand; taking back
    drafting drafts merging leaves recipients pictures   a document under review on the pages, passage by passage
    releasing planning         the one way onto the calendar: events, feeds, reminders and notices in one transaction
    rendering publishing personal_feeds papers lunar     events into bytes; feeds, files, paper, the lunar day
    people telling inbound     who is told, by which ways; sending; what is written to the office's Zalo
    accounts access tokens     who may do what on the pages; office gives the pages all of these
    care doctor health         the installation
    checking fetching          foreign feeds held to the rules, files from addresses

"""
