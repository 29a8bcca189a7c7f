"""What a place without an account sees by link and PIN: one person who may come, as the rules let this place know them."""

from django.http import HttpRequest

from alongside.core.codes import ReservationStatus
from alongside.server.handoff.page import coming_row
from alongside.server.site.coded import choices
from alongside.server.site.invited.holding import Held
from alongside.server.site.looking import look
from alongside.server.site.rows import Row

ASKED = (ReservationStatus.RESERVED, ReservationStatus.AGREED)


def invited(request: HttpRequest, held: Held) -> Row:
    """The line of the place's own page, for this one person; ``asked`` says whether there is still something to answer."""
    with look(request) as seen:
        one = seen.asking.reservation(held.about)
        facility = seen.asking.rules.facilities[one.facility]
        row = coming_row(seen.view, seen.asking, facility, one)
        return {"one": row, "may_decline": facility.may_decline, "declined": choices("declined"), "asked": one.status in ASKED}
