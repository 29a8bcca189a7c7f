"""One place's page put together: who is coming, who is here, what is free and as of when."""

from collections.abc import Mapping

from alongside.core.asking import Asking
from alongside.core.codes import PartyKind, ReservationStatus
from alongside.core.party import Party
from alongside.core.rules import Facility
from alongside.core.state import Place
from alongside.server.handoff.coming import coming_row
from alongside.server.handoff.here import here_row
from alongside.server.site.coded import choices, word
from alongside.server.site.rows import Row, View
from alongside.server.site.seen import Look

Released = Mapping[str, tuple[int, str]]  # episode -> when it was released, and where to
MOST_NUMBERS = 30  # as many as can be told apart at a glance; above, the number is typed


def place_page(view: View, asking: Asking, facility: Facility, released: Released) -> Row:
    """Everything the page shows."""
    place = asking.place(facility.id)
    here = [episode for id in list_here(view, facility.id) if (episode := view.board.episodes.find(id))]
    return {
        "facility": facility.id,
        "label": facility.label,
        "may_decline": facility.may_decline,
        "diverting": place.diverting,
        "services": [_service(asking, facility, place, one.id, one.capacity) for one in facility.services],
        "coming": [coming_row(view, asking, facility, one) for id in place.coming if (one := view.board.reservations.find(id))],
        "here": [here_row(view, one, facility.id, released.get(one.id)) for one in here],
        "declined": choices("declined"),
        "ask_back": choices("ask_back"),
        "released_to": choices("released_to"),
        "me": asking.by.staff,
        "speaks_for_others": asking.by.seat != facility.id,  # a supervisor writes down what the place said on the phone
    }


def place_line(seen: Look, id: str) -> Row:
    """One place on the supervisor's list."""
    facility, place = seen.asking.rules.facilities[id], seen.asking.place(id)
    stale_ms = seen.asking.rules.clocks.capacity_stale_ms
    ages = [place.updated_at.get(one.id) for one in facility.services]
    asked = [seen.asking.reservation(one).status is ReservationStatus.RESERVED for one in place.coming]
    return {
        "id": id,
        "label": facility.label,
        "services": [{"word": word("service", one.id), "free": place.free.get(one.id), "of": one.capacity} for one in facility.services],
        "at": min((at for at in ages if at is not None), default=None),
        "stale": any(at is None or seen.asking.now - at > stale_ms for at in ages),
        "diverting": place.diverting,
        "coming": len(place.coming),
        "unanswered": sum(asked),
        "here": len(list_here(seen.view, id)),
    }


def list_here(view: View, facility: str) -> tuple[str, ...]:
    """Episodes the place is responsible for."""
    return view.board.list_charges(Party(PartyKind.FACILITY, facility))


def _service(asking: Asking, facility: Facility, place: Place, id: str, capacity: int) -> Row:
    """One stepper: what is free as of when, whether that is too old to rely on, and the two next numbers."""
    free, at = place.free.get(id), place.updated_at.get(id)
    known = capacity if free is None else free
    return {
        "id": id,
        "word": word("service", id),
        "free": free,
        "capacity": capacity,
        "at": at,
        "stale": at is None or asking.now - at > asking.rules.clocks.capacity_stale_ms,
        "fewer": max(known - 1, 0),
        "more": min(known + 1, capacity),
        "numbers": range(capacity + 1) if capacity <= MOST_NUMBERS else None,
        "facility": facility.id,
    }
