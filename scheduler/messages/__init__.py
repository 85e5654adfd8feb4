"""What a reminder, a nudge, a change notice or a digest says: facts in, text for any channel out."""

from scheduler.messages.changes import ChangeSaid, change_content, changes_in, listed, notice_body
from scheduler.messages.content import LONGEST, Content
from scheduler.messages.digest import digest_content
from scheduler.messages.reminder import document_said, halt_content, nudge_content, reminder_content
from scheduler.messages.standing import as_it_stands, change_said, is_news, merged

__all__ = [
    "LONGEST",
    "ChangeSaid",
    "Content",
    "as_it_stands",
    "change_content",
    "change_said",
    "changes_in",
    "digest_content",
    "document_said",
    "halt_content",
    "is_news",
    "listed",
    "merged",
    "notice_body",
    "nudge_content",
    "reminder_content",
]
