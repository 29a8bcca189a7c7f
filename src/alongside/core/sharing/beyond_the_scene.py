"""Whose word it is about what reaches beyond a scene: invitations, legal holds, referrals, threat files."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.sharing.referral_seats import OF_REFERRALS
from alongside.core.sharing.working_with import works_with_person


def sent_invitation(asking: Asking, request: Any) -> bool:
    """Whoever works with the person it is about, or sent it."""
    found = asking.board.invitations.find(request.invitation)
    return found is None or found.made_by == asking.by.staff or works_with_person(asking, found)


def holds_invitation(asking: Asking, request: Any) -> bool:
    """Who answers by it is the invitation itself: no account does."""
    found = asking.board.invitations.find(request.invitation)
    return found is not None and asking.by.staff == found.staff


def works_with_held(asking: Asking, request: Any) -> bool:
    """In the asker's care, at the asker's place, or of an incident the asker's crew was on."""
    found = asking.board.holds.find(request.hold)
    return found is None or found.facility == asking.by.seat or works_with_person(asking, found)


def asks_itself(asking: Asking, request: Any) -> bool:
    """Whose a threat file is, its own decision asks (threat/finding.py): for everybody else there is none."""
    return True


THREATS = (
    "OpenThreat", "AddThreatMember", "RemoveThreatMember", "NameThreatStakeholder", "RemoveThreatStakeholder", "AssessThreat",
    "WriteThreatPlan", "SetThreatTask", "DoThreatTask", "EndThreatTask", "ReviewThreat", "OfferThreatLead", "AcceptThreatLead",
    "DeclineThreatLead", "WithdrawThreatLead", "TellThreatTeam", "RaiseThreatFlag", "LowerThreatFlag", "CloseThreat", "ReopenThreat",
)  # fmt: skip
WHOSE: Mapping[str, Callable[[Asking, Any], bool]] = {
    "WriteHold": works_with_person,
    "GiveAdvisement": works_with_held,
    "ServeHoldNotice": works_with_held,
    "MoveHold": works_with_held,
    "EndHold": works_with_held,
    "MakeInvitation": works_with_person,
    "RevokeInvitation": sent_invitation,
}
ALSO_AT_DESKS: Mapping[str, Callable[[Asking, Any], bool]] = {
    "LookByInvitation": holds_invitation,
    "AnswerByInvitation": holds_invitation,
    **OF_REFERRALS,
    **dict.fromkeys(THREATS, asks_itself),
}
