"""Orders about threat files. Words travel in ``words``, sealed under the file's own key.

``no_health``: whoever writes says that nothing of it comes from a health record; what does is told by ``TellThreatTeam``, on a basis.
"""

from alongside.core.request import Request, request


@request
class OpenThreat(Request):
    """Begin a file; the asker answers for it. Words: ``threat_person``, ``threat_concern``."""

    threat: str
    because: str
    person: str = ""
    no_health: bool = False


@request
class AddThreatMember(Request):
    """Have somebody work on it, or give them another part."""

    threat: str
    member: str
    part_taken: str


@request
class RemoveThreatMember(Request):
    """No longer."""

    threat: str
    member: str
    because: str


@request
class NameThreatStakeholder(Request):
    """Somebody beside the team. Words: ``threat_stakeholder``, who and how to reach them."""

    threat: str
    stakeholder: str
    role: str


@request
class RemoveThreatStakeholder(Request):
    """No longer."""

    threat: str
    stakeholder: str


@request
class AssessThreat(Request):
    """How concerned the team is. Words: ``threat_assessment``."""

    threat: str
    level: str
    concern: tuple[str, ...] = ()
    protective: tuple[str, ...] = ()
    no_health: bool = False


@request
class WriteThreatPlan(Request):
    """A page of the plan. Words: ``threat_plan``."""

    threat: str
    no_health: bool = False


@request
class SetThreatTask(Request):
    """Something somebody of the team does by ``due_at`` (ms UTC). Words: ``threat_task``."""

    threat: str
    task: str
    what: str
    owner: str
    due_at: int
    no_health: bool = False


@request
class DoThreatTask(Request):
    """It was done. Words: ``threat_task``."""

    threat: str
    task: str
    no_health: bool = False


@request
class EndThreatTask(Request):
    """It is to be done no more."""

    threat: str
    task: str
    because: str


@request
class ReviewThreat(Request):
    """The whole was looked at again; next by ``review_at`` (ms UTC). Words: ``threat_review``."""

    threat: str
    review_at: int
    no_health: bool = False


@request
class OfferThreatLead(Request):
    """Ask somebody to answer for it. Nothing moves."""

    threat: str
    member: str
    because: str


@request
class AcceptThreatLead(Request):
    """Answer for it from now on."""

    threat: str


@request
class DeclineThreatLead(Request):
    """It stays where it is."""

    threat: str
    because: str


@request
class WithdrawThreatLead(Request):
    """Ask nobody any more."""

    threat: str


@request
class TellThreatTeam(Request):
    """What was told of a health record, by who told it and wrote it into the person's accounting. Words: ``threat_told``."""

    threat: str
    disclosure: str


@request
class RaiseThreatFlag(Request):
    """Let crews see the fixed sentence until ``review_at`` (ms UTC). Its words are the server's."""

    threat: str
    review_at: int


@request
class LowerThreatFlag(Request):
    """No longer."""

    threat: str


@request
class CloseThreat(Request):
    """End it, with a reason. Words: ``threat_review``."""

    threat: str
    reason: str
    signed_by: str = ""
    no_health: bool = False


@request
class ReopenThreat(Request):
    """It was closed too soon: the asker answers for it."""

    threat: str
