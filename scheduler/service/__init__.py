"""The use cases, one transaction each: what the command line and the pages can ask for.

    reading      what phrases and documents say                  no database
    keeping      import, list, show, feeds                       the calendar
    revising     review, undo, changes by hand                   the calendar
    telling      people, planning, delivery, notices             reminders
    care         set-up, health, backup, upgrade                 the installation

Entry points import the one they need, so that listing loads nothing of sending.
"""
