"""What is on the calendar: documents read, meetings kept, feeds written.

This package knows nothing of people, reminders or the running application; `scheduler` imports it, never the reverse.
"""
