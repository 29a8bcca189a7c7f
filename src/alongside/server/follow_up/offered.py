"""What the forms of follow-up offer."""

from alongside.core.codes import AttemptOutcome, EndReason
from alongside.server.site.coded import choices
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row

ENDS = (EndReason.SEEN, EndReason.RESOLVED, EndReason.DECLINED, EndReason.NOT_REACHED, EndReason.DIED)


def offered(seen: Look) -> Row:
    """What the forms offer, and for which desk this person takes promises on: their own, or none."""
    own = any(one.id == seen.actor.seat for one in seen.asking.rules.program.desks)
    supervisors = [one for one in seen.deployment.profile.staff if one.role == "supervisor"]
    return {
        "desk": seen.actor.seat if own else "",
        "outcomes": choices("outcome", [one.value for one in AttemptOutcome]),
        "closings": choices("closed"),
        "ends": choices("end", [one.value for one in ENDS]),
        "supervisors": [{"code": one.id, "word": one.name} for one in supervisors],
        "is_supervisor": seen.actor.role == "supervisor",
    }
