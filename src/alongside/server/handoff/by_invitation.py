"""What a place without an account sees by link and PIN: one person who may come, as the rules let this place know them."""

from django.http import HttpRequest

from alongside.core.codes import ReservationStatus
from alongside.server.handoff.coming import coming_row
from alongside.server.handoff.packet import see_packet
from alongside.server.handoff.packet_read import read_packet
from alongside.server.site.coded import choices
from alongside.server.site.invited.holding import Held
from alongside.server.site.looking import look
from alongside.server.site.rows import Row

ASKED = (ReservationStatus.RESERVED, ReservationStatus.AGREED)


def invited(request: HttpRequest, held: Held) -> Row:
    """The line of the place's own page, for this one person; once the place agreed, the packet. ``asked``: whether it can still answer.

    Over, it shows what the place's own page would: nothing, unless the person came to it.
    """
    with look(request) as seen:
        one = seen.asking.reservation(held.about)
        facility, episode = seen.asking.rules.facilities[one.facility], seen.asking.episode(one.episode)
        copied = see_packet(seen, episode, one.facility)
        is_asked = one.status in ASKED
        row = coming_row(seen.view, seen.asking, facility, one) if is_asked or copied.is_open else None
        told = {"one": row, "may_decline": facility.may_decline, "declined": choices("declined"), "asked": is_asked}
    return {**told, "packet": read_packet(request, copied, seen)}
