"""What a reminder, a nudge, a change notice or a digest says: facts in, text for any channel out."""

from scheduler.messages.changes import ChangeSaid, change_content
from scheduler.messages.content import LONGEST, Content
from scheduler.messages.digest import digest_content
from scheduler.messages.reminder import document_said, halt_content, nudge_content, reminder_content

__all__ = [
    "LONGEST",
    "ChangeSaid",
    "Content",
    "change_content",
    "digest_content",
    "document_said",
    "halt_content",
    "nudge_content",
    "reminder_content",
]
