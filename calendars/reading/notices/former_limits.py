"""The limit that holds no more, beside the one to which it is put off: "Nhận hồ sơ: đến hết 12/3 (cũ: 05/3)".

In its bracket the old day has no word that says "by then", so that it would pass for a meeting's.
"""

from collections.abc import Sequence

from calendars.marks import Category
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import OLD


def tell_former_limits(drafts: Sequence[Draft]) -> None:
    """Make the old time of what is due a limit too, in place: it is told in the words that tell the new one."""
    due = {
        (draft.title, draft.evidence[:1])
        for draft in drafts
        if draft.category is Category.DEADLINE and draft.status not in OLD
    }
    for draft in drafts:
        if (
            draft.status in OLD
            and draft.category is Category.MEETING
            and (draft.title, draft.evidence[:1]) in due
        ):
            draft.category = Category.DEADLINE
