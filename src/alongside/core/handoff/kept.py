"""What the board keeps of the way to a place, under one roof: how places answered, who may answer by link, rides, restraints, holds."""

from alongside.core.handoff.answers import Answers
from alongside.core.holds.state import Hold
from alongside.core.invitation.state import Invitation
from alongside.core.transport.kept import Restraint, Ride

__all__ = ["Answers", "Hold", "Invitation", "Restraint", "Ride"]
