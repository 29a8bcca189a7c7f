"""What is asked when a call of the record rings."""

from alongside.core.clock import SYSTEM
from alongside.core.codes import Origin
from alongside.core.intake.requests import SetLevel, TakeCall
from alongside.core.party import Actor
from alongside.core.request import Request
from alongside.server.replay.calls import RealCall
from alongside.twin.city import City
from alongside.twin.people.scene import WORKSTATION

REASON = "type_mapping"


def position_for(city: City, origin: Origin) -> str:
    """The desk that answers this origin in the program."""
    desks = city.rules.program.desks
    return next((desk.id for desk in desks if origin in desk.origins), desks[0].id)


def ring(city: City, call: RealCall, position: str) -> list[Request]:
    """The call as the record has it: no words, no answers; the level by hand, with its reason."""
    staff = next((one for one in city.profile.staff if one.seat == position), None)
    by = Actor(
        staff.id if staff else "system", staff.role if staff else "system", staff.agency if staff else "", WORKSTATION, seat=position
    )
    return [
        TakeCall(
            id=city.dice.name(call.incident, "TakeCall"), by=by, incident=call.incident,
            episodes=(city.dice.name(call.incident, "episode"),), area=city.rules.program.area,
            origin=call.origin, position=position, first_ring_at=call.at, spot=call.spot,
            uncertainty_m=call.uncertainty_m,
        ),
        SetLevel(id=city.dice.name(call.incident, "SetLevel"), by=SYSTEM, incident=call.incident, level=call.level, reason=REASON),
    ]  # fmt: skip
