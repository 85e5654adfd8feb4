"""People, and what they are told, over /api/v1."""

from scheduler.tellings import State
from scheduler.web.api.frame import Answer, Call

SHOWN = 500


def people(asked: Call) -> Answer:
    """Everybody, without their addresses."""
    return [
        {
            "id": one.id,
            "name": one.name,
            "channels": [address.channel.value for address in one.addresses],
            "groups": list(one.groups),
            "opted_out": one.opted_out,
        }
        for one in asked.visit.services.people.everybody()
    ]


def outbox(asked: Call) -> Answer:
    """What waits to be told, and what was."""
    found = asked.visit.services.telling.outbox(asked.choice("state", State), SHOWN)
    return [
        {
            "id": one.kept.telling.id,
            "person": one.person and one.person.name,
            "title": one.title,
            "due": one.kept.telling.due.isoformat(),
            "channel": one.kept.channel.value,
            "state": one.kept.state.value,
            "tries": one.kept.tries,
            "reason": one.kept.reason,
        }
        for one in found
    ]
